/**
 * `npm run bench -- --planted`: slowness of three kinds, each planted into a copy of the sources, and whether the bench sees
 * it. Caught is what lies above the figure of the code as it is with its whole interval.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../tools/house.ts';
import { need } from '../tools/run.ts';
import { loadBundled } from './bundle.ts';
import { type Timing, timingOf } from './measure.ts';
import { popupRatios } from './own.ts';
import { churnRatios } from './page.ts';
import type { Part } from './part.ts';

interface Plant {
  name: string;
  file: string;
  /** What stands there, once, and what stands there instead. */
  find: string;
  replace: string;
  figure: string;
  /** Measures in the sources of this folder. */
  measure: (folder: string) => Promise<number[]>;
}

/** Runs something with the package of a folder. */
async function withPackage(folder: string, run: () => Promise<number[]>): Promise<number[]> {
  const before = process.env['KEYHOLDER_PACKAGE'];
  process.env['KEYHOLDER_PACKAGE'] = path.join(folder, '.output/chrome-mv3');
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env['KEYHOLDER_PACKAGE'];
    else process.env['KEYHOLDER_PACKAGE'] = before;
  }
}

const plants: readonly Plant[] = [
  {
    name: 'a loop of 10 ms in the observer',
    file: 'entrypoints/page/session.ts',
    find: 'this.#observer = new MutationObserver((records) => this.#changed(madeByPage(records, this.#isOurs)));',
    replace:
      'this.#observer = new MutationObserver((records) => { for (const end = performance.now() + 10; performance.now() < end; ); this.#changed(madeByPage(records, this.#isOurs)); });',
    figure: 'P13: a page that never rests ÷ the same without Keyholder',
    measure: (folder) => withPackage(folder, () => churnRatios(15)),
  },
  {
    name: 'one more reading of the database in the popup',
    file: 'entrypoints/popup/main.tsx',
    find: '    async read() {\n',
    replace: '    async read() {\n      await recordsReader(database)();\n',
    figure: 'P6: popup with 1,000 keys ÷ null popup',
    measure: (folder) => withPackage(folder, () => popupRatios(1000, 19)),
  },
  {
    name: 'a quadratic comparison of snapshots',
    file: 'lib/domain/diff.ts',
    find: '      const other = after.get(id);\n',
    replace: '      const other = [...after.values()].find((row) => row === after.get(id));\n',
    figure: 'core: diff, times the cost for ten times the keys (100 to 1,000)',
    measure: async (folder) => {
      const bench = await loadBundled<{ diffGrowths: (turns: number) => Promise<number[]> }>('core.ts', folder);
      return bench.diffGrowths(7);
    },
  },
];

/** What a build needs; the rest of the repository stays where it is. */
const sources = [
  'components',
  'entrypoints',
  'lib',
  'public',
  'test/bench',
  'test/support',
  'test/tools',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** A copy of the sources with a plant in it, built. */
async function planted({ file, find, replace }: Plant): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'keyholder-planted-'));
  for (const each of sources) cpSync(path.join(root, each), path.join(folder, each), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const target = path.join(folder, file);
  const text = readFileSync(target, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`What the plant stands for is not there once: ${file}.`);
  writeFileSync(target, text.replace(find, replace));
  if (!file.startsWith('lib/')) await need('npx', ['wxt', 'build'], folder);
  return folder;
}

const shown = ({ median, low, high }: Timing): string =>
  `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;

/** Plants each kind of slowness and measures both. */
export async function plantedSlowness(): Promise<Part> {
  const seen: { plant: Plant; clean: Timing; slow: Timing }[] = [];
  for (const plant of plants) {
    const folder = await planted(plant);
    try {
      const clean = timingOf(await plant.measure(root));
      const slow = timingOf(await plant.measure(folder));
      seen.push({ plant, clean, slow });
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return {
    name: 'Planted slowness',
    about: 'The same figure of the code as it is and of a copy that was made slow; medians, intervals in brackets.',
    columns: ['', 'figure', 'as it is', 'planted'],
    rows: seen.map(({ plant, clean, slow }) => [plant.name, plant.figure, shown(clean), shown(slow)]),
    targets: seen.map(({ plant, clean, slow }) => ({
      id: 'caught',
      text: plant.name,
      measured: `${shown(slow)} instead of ${shown(clean)}`,
      met: slow.low > clean.high,
    })),
    json: seen.map(({ plant: { name, figure }, clean, slow }) => ({ name, figure, clean, slow })),
  };
}
