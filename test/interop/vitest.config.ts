import { defineConfig } from 'vitest/config';

/** Other people's programs on our files: `npm run test:interop`. Not in `npm test`, since LibreOffice is large. */
export default defineConfig({
  test: {
    name: 'interop',
    environment: 'node',
    include: ['test/interop/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 600_000,
  },
});
