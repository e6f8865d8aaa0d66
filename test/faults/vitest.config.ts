import { defineConfig } from 'vitest/config';
import { findFirefox } from '../tools/ensure-browser.ts';

const firefox = findFirefox();
const browsers = {
  environment: 'node' as const,
  pool: 'forks' as const,
  fileParallelism: false,
  maxWorkers: 1,
  retry: process.env['CI'] ? 2 : 0,
  testTimeout: 240_000,
  hookTimeout: 240_000,
};

/** The suites of `npm run test:faults`; a quick part of them runs in `npm test` as well. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...browsers, name: 'faults', include: ['test/faults/chromium/**/*.test.ts'] } },
      {
        test: {
          ...browsers,
          name: 'faults-firefox',
          include: ['test/faults/firefox/**/*.test.ts'],
          ...(firefox && { env: { KEYHOLDER_FIREFOX: firefox } }),
        },
      },
    ],
  },
});
