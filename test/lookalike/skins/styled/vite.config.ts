import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The page's policy allows no inline code, so nothing may be inlined into index.html either.
  build: {
    outDir: '../../dist/styled',
    emptyOutDir: true,
    assetsDir: 'static',
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
