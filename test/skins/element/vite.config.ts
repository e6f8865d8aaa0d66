import vue from '@vitejs/plugin-vue';
import { skin } from '../shared/build.ts';

export default skin(import.meta.dirname, [vue()]);
