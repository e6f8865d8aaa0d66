/** P9, P10 and the exports, in a real Chromium: ours beside raw IndexedDB, idb, Dexie, Papa Parse and JSON.stringify. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { quiet } from '../tools/chromium.ts';
import { ensureChromium } from '../tools/ensure-browser.ts';
import { bundleForPage } from './bundle.ts';
import { between, growth, type Timing } from './measure.ts';
import type { How, Part } from './part.ts';

const sizes = [100, 1000, 10_000] as const;

/** What is compared with what; the rest is shown beside it. */
const pairs = [
  { id: 'P9', ours: 'import: Keyholder, with all checks', bare: 'import: raw IndexedDB, put only', most: 1.5 },
  { id: 'P10', ours: 'read all: Keyholder, every row checked', bare: 'read all: raw getAll', most: 1.2 },
  { id: 'JSON', ours: 'JSON: Keyholder', bare: 'JSON: JSON.stringify, indented', most: 1.5 },
  { id: 'CSV', ours: 'CSV: Keyholder', bare: 'CSV: Papa Parse, the same cells', most: 1.5 },
  { id: 'digest', ours: 'digest: Keyholder', bare: 'digest: canonicalize and SHA-256', most: 1.5 },
] as const;

/** Measures storage and exports in a page of its own. */
export async function storage({ quick }: How): Promise<Part> {
  const script = await bundleForPage('storage-page.ts');
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? readFileSync(script) : '<!doctype html><title>bench</title><script src="page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: quiet });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    const bySize: { size: number; timings: Record<string, Timing> }[] = [];
    for (const size of sizes) {
      const timings = await page.evaluate(
        ([keys, rounds]) =>
          (
            globalThis as unknown as {
              measureStorage: (keys: number, rounds: number) => Promise<Record<string, Timing>>;
            }
          ).measureStorage(keys!, rounds!),
        [size, quick ? 1 : size >= 10_000 ? 4 : 9],
      );
      bySize.push({ size, timings });
    }
    const names = Object.keys(bySize[0]!.timings);
    const largest = bySize.at(-1)!.timings;
    return {
      name: 'Storage and exports',
      about: 'Milliseconds in a page of Chromium by number of keys, medians; growth as above, from 100 to 10,000.',
      columns: ['', ...sizes.map((size) => size.toLocaleString('en')), 'growth'],
      rows: names.map((name) => {
        const points = bySize.map(({ size, timings }) => ({ size, ms: timings[name]!.median }));
        return [name, ...points.map(({ ms }) => ms.toFixed(1)), growth(points).toFixed(1)];
      }),
      targets: pairs.map(({ id, ours, bare, most }) => {
        const ratio = largest[ours]!.median / largest[bare]!.median;
        return {
          id,
          text: `${ours} ÷ ${bare} at 10,000 keys: at most ${String(most)}`,
          measured: ratio.toFixed(2),
          control: `${between(largest[bare]!)} ms; ours: ${between(largest[ours]!)} ms`,
          met: ratio <= most,
        };
      }),
      json: bySize,
    };
  } finally {
    await browser.close();
    server.close();
  }
}
