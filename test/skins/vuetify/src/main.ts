/** Vue 3 with Vuetify, in Dutch: a data table, menus and dialogs in overlays, roles by select, licences in a dialog. */
import { nonce } from '../../shared/strict-page.ts';
import { createApp } from 'vue';
import { createVuetify } from 'vuetify';
import * as components from 'vuetify/components';
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg';
import { nl } from 'vuetify/locale';
import 'vuetify/styles';
import App from './app.vue';
import { session } from './session.ts';

await session.load();
createApp(App)
  .use(
    createVuetify({
      components,
      icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
      locale: { locale: 'nl', messages: { nl } },
      theme: { defaultTheme: 'light', cspNonce: nonce },
    }),
  )
  .mount('#app');
