/** Vue 3 with Naive UI, in Swedish: bubbles that ask on the spot, a page of ticks to save, roles in a dropdown. */
import '../../shared/strict-page.ts';
import { createApp } from 'vue';
import App from './app.vue';
import { session } from '../../shared/vue-session.ts';

await session.load();
createApp(App).mount('#app');
