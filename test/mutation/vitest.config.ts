/** Tests of one module, as mutation testing runs them: nothing but what concerns it, so that a mutant costs a second. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: [path.join(import.meta.dirname, 'setup.ts')],
    include: (process.env['KEYHOLDER_MUTATION_TESTS'] ?? '').split(','),
  },
});
