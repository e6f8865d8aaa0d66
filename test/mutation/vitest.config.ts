/** Tests of one module, as mutation testing runs them: nothing but what concerns it, so that a mutant costs a second. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const fewerRuns = path.join(import.meta.dirname, 'fast-check.ts');

export default defineConfig({
  plugins: [
    {
      name: 'laws-with-fewer-runs',
      enforce: 'pre',
      resolveId: (id, importer) => (id === 'fast-check' && importer !== fewerRuns ? fewerRuns : null),
    },
  ],
  test: {
    environment: 'node',
    testTimeout: 60_000,
    setupFiles: [path.join(import.meta.dirname, 'setup.ts')],
    exclude: ['**/*.speed.test.ts'],
    include: (process.env['KEYHOLDER_MUTATION_TESTS'] ?? '').split(','),
  },
});
