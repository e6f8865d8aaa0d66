import react from '@vitejs/plugin-react';
import { skin } from '../shared/build.ts';

export default skin(import.meta.dirname, [
  react(),
  {
    // The library asks a host of its own for its letters: nothing here may leave the machine.
    name: 'no-foreign-fonts',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.css') ? code.replaceAll(/@font-face\s*\{[^}]*\}/g, '') : null),
  },
]);
