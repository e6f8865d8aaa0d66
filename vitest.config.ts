import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium, findFirefoxes } from './test/tools/ensure-browser.ts';

const chromium = findChromium();
// Without any, the project is there all the same, and its tests say what is missing.
const firefoxes = findFirefoxes();
/**
 * On a machine that others use too, a browser may be starved for seconds. There, a browser test has to fail three times to
 * count; at a desk, once.
 */
const retry = process.env['CI'] ? 2 : 0;
const shipped = ['entrypoints', 'components', 'lib'];
const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

const quickFaults = { KEYHOLDER_QUICK: '1', KEYHOLDER_CUTS: '1' };

export default defineConfig({
  test: {
    projects: [
      {
        // Pure functions and the house rules: Node, no DOM.
        test: {
          name: 'unit',
          sequence: { groupOrder: 1 },
          environment: 'node',
          // The house rules read every source file; on a machine that others use too, a second may take a minute.
          testTimeout: 120_000,
          include: [...shipped.map((room) => `${room}/**/*.test.ts`), 'test/{contracts,tools,demo,bench}/**/*.test.ts'],
          exclude: ['**/*.browser.test.*'],
        },
      },
      {
        // Components and IndexedDB: in a real Chromium.
        oxc: jsx,
        // `public/` is read as files here (the catalogue), not served.
        publicDir: false,
        // Bundled beforehand, by name: what is found only on the way reloads the page under the first tests.
        optimizeDeps: {
          noDiscovery: true,
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            '@preact/signals',
            '@tanstack/virtual-core',
            'axe-core',
            'canonicalize',
            'idb',
            'papaparse',
            'zod',
          ],
        },
        test: {
          name: 'browser',
          retry,
          sequence: { groupOrder: 2 },
          include: shipped.map((room) => `${room}/**/*.browser.test.{ts,tsx}`),
          setupFiles: [
            './test/tools/browser-setup.ts',
            ...(process.env['VITE_KEYHOLDER_PICTURES'] ? ['./test/demo/pictures-setup.ts'] : []),
          ],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium && { executablePath: chromium }),
                args: [
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--disable-quic',
                  '--no-first-run',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // The built extension in a real browser on the lookalike; two files at a time, browsers are heavy.
        test: {
          name: 'e2e',
          retry,
          sequence: { groupOrder: 3 },
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/package.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      // One of each kind of fault, and one file end to end with the worker killed; all of them in `npm run test:faults`.
      ...[
        // Builds again where the others load from: alone.
        { name: 'package', include: 'test/e2e/package.test.ts', env: {} },
        { name: 'faults', include: 'test/faults/chromium/{files,hostile,power-cut}.test.ts', env: quickFaults },
        { name: 'fuzzed', include: 'test/e2e/csv.test.ts', env: { KEYHOLDER_FUZZ: '20261125' } },
        ...(firefoxes[0]
          ? [
              {
                name: 'faults-firefox',
                include: 'test/faults/firefox/{hostile,lifetimes,power-cut}.test.ts',
                env: { ...quickFaults, KEYHOLDER_FIREFOX: firefoxes[0] },
              },
            ]
          : []),
      ].map(({ name, include, env }, index) => ({
        test: {
          name,
          retry,
          sequence: { groupOrder: 10 + index },
          environment: 'node' as const,
          include: [include],
          env,
          pool: 'forks' as const,
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      })),
      // The same in Firefox; a second project where a second version is here.
      ...(firefoxes.length > 0 ? firefoxes : [undefined]).map((file, index) => ({
        test: {
          name: index === 0 ? 'firefox' : `firefox-${index + 1}`,
          retry,
          sequence: { groupOrder: 3 },
          environment: 'node' as const,
          include: ['test/e2e-firefox/**/*.test.ts'],
          ...(file && { env: { KEYHOLDER_FIREFOX: file } }),
          pool: 'forks' as const,
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      })),
    ],
  },
});
