import { svelte } from '@sveltejs/vite-plugin-svelte';
import { skin } from '../shared/build.ts';

export default skin(import.meta.dirname, [svelte()]);
