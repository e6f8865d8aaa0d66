/** Svelte 5 with Bits UI, in Italian: cards of plain boxes, context menus, removal at once with a way back. */
import '../../shared/strict-page.ts';
import { mount } from 'svelte';
import App from './app.svelte';
import './look.css';
import { loadSession } from './session.svelte.ts';

await loadSession();
const target = document.querySelector('#app');
if (target !== null) mount(App, { target });
