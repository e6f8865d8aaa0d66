/** Tests of one module, as mutation testing runs them: nothing but what concerns it, so that a mutant costs a second. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Instrumented, a thousand runs of a law take longer than the default.
    testTimeout: 60_000,
    setupFiles: [path.join(import.meta.dirname, 'setup.ts')],
    exclude: ['**/*.speed.test.ts'],
    include: (process.env['KEYHOLDER_MUTATION_TESTS'] ?? '').split(','),
  },
});
