import react from '@vitejs/plugin-react';
import { skin } from '../shared/build.ts';

export default skin(import.meta.dirname, [react()]);
