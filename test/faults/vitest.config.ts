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

/** Minutes long: a part of its own. */
const cuts = 'test/faults/*/power-cut.test.ts';

/** The suites of `npm run test:faults`; a quick part of them runs in `npm test` as well. */
export default defineConfig({
  test: {
    projects: (['chromium', 'firefox'] as const).flatMap((browser) => {
      const after = browser === 'chromium' ? '' : '-firefox';
      const env = browser === 'firefox' && firefox ? { KEYHOLDER_FIREFOX: firefox } : {};
      return [
        {
          test: {
            ...browsers,
            name: `faults${after}`,
            // Of the end-to-end suite, what stands in the report too.
            include: [
              `test/faults/${browser}/**/*.test.ts`,
              ...(browser === 'chromium' ? ['test/e2e/secrets.test.ts'] : []),
            ],
            exclude: [cuts],
            env,
          },
        },
        { test: { ...browsers, name: `cuts${after}`, include: [`test/faults/${browser}/power-cut.test.ts`], env } },
      ];
    }),
  },
});
