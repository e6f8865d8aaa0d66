/** Vue 3 with Element Plus, in Finnish, which Keyholder knows no word of: a dropdown and a message box, a drawer, a bar, lists in portals. */
import '../../shared/strict-page.ts';
import 'element-plus/dist/index.css';
import { createApp } from 'vue';
import { session } from '../../shared/vue-session.ts';
import App from './app.vue';

await session.load();
createApp(App).mount('#app');
