/**
 * `npm run bench`: what Keyholder costs, by the size of the estate, each figure beside its control of the same run. Medians;
 * a clock on the wall says as much about the machine as about us, so that targets are ratios, or the processor's own time.
 *
 *   npm run bench -- [--only core,storage] [--quick] [--json FILE]
 *   npm run bench -- --planted
 *
 * `--quick`: few turns and sizes, to see that it runs; no figure of it is worth a word.
 *
 * A whole run writes `test/bench/RESULTS.md`. A part that fails is named there, and the others are measured all the same.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { root } from '../tools/house.ts';
import { prepareLookalike } from '../tools/lookalike.ts';
import { need } from '../tools/run.ts';
import { reportSizes, weigh } from '../tools/sizes.ts';
import { loadBundled } from './bundle.ts';
import type * as Core from './core.ts';
import type { How, Part } from './part.ts';
import { storage } from './storage.ts';
import { partText, type Ran, resultsText } from './write.ts';

/** P12: what ships, weighed. */
function sizes(): Part {
  const weights = (['chrome', 'firefox'] as const).flatMap((browser) =>
    weigh(browser).map((each) => ({ browser, ...each })),
  );
  const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
  return {
    name: 'Sizes',
    about: 'Kilobytes, gzipped, against the target; what is in them: `npm run check`.',
    columns: ['', 'KB', 'target'],
    rows: weights.map(({ browser, name, bytes, target }) => [
      `${browser}: ${name}`,
      kilobytes(bytes),
      kilobytes(target),
    ]),
    targets: weights.map(({ browser, name, bytes, target }) => ({
      id: 'P12',
      text: `${browser}: ${name} at most ${kilobytes(target)} KB`,
      measured: `${kilobytes(bytes)} KB`,
      met: bytes <= target,
    })),
    json: weights,
  };
}

const parts: Record<string, (how: How) => Promise<Part> | Part> = {
  core: async (how) => (await loadBundled<typeof Core>('core.ts')).core(how),
  people: async (how) => (await loadBundled<typeof Core>('core.ts')).people(how),
  // Loaded when their turn comes: they stand on the lookalike, whose packages are there only then.
  page: async (how) => (await import('./page.ts')).page(how),
  own: async (how) => (await import('./own.ts')).own(how),
  worker: async (how) => (await import('./worker.ts')).worker(how),
  storage,
  sizes,
};
const inBrowser: ReadonlySet<string> = new Set(['page', 'own', 'worker']);

/** The package and the lookalike, where they are not there yet. */
async function prepare(): Promise<void> {
  await prepareLookalike();
  if (!existsSync(path.join(root, '.output/parts/firefox-mv3.json'))) await need('npm', ['run', 'build']);
}

/** No part takes so long; one that waits in vain must not keep the others from being measured. */
const longestMs = 10 * 60_000;

/** Measures one part; whatever happens to it, the next one has its turn. */
async function run(name: string, how: How): Promise<Ran> {
  const begun = performance.now();
  const took = (): number => (performance.now() - begun) / 60_000;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`not done after ${String(longestMs / 60_000)} minutes`)),
    longestMs,
  );
  try {
    const part = await Promise.race([parts[name]!(how), late.promise]);
    return { minutes: took(), outcome: { part } };
  } catch (error) {
    console.error(`The part "${name}" failed:`, error);
    // A stack would name folders of this machine.
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return { minutes: took(), outcome: { failed: { name, why } } };
  } finally {
    clearTimeout(timer);
  }
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
  },
});
if (values.planted) {
  await prepare();
  const { plantedSlowness } = await import('./planted.ts');
  const part = await plantedSlowness();
  console.log(`\n${partText(part)}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify([part], null, 2)}\n`);
  writeFileSync(
    path.join(root, 'test/bench/PLANTED.md'),
    `# What the bench catches\n\nWritten by \`npm run bench -- --planted\`.\n\n${partText(part)}`,
  );
  process.exit(part.targets.every(({ met }) => met) ? 0 : 1);
}
const wanted = values.only?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
if (wanted.some((name) => inBrowser.has(name) || name === 'sizes')) await prepare();
const ran: Ran[] = [];
for (const name of wanted) {
  const one = await run(name, { quick: values.quick });
  ran.push(one);
  if ('part' in one.outcome) console.log(`\n${partText(one.outcome.part)}`);
  console.log(`${name}: ${one.minutes.toFixed(1)} minutes`);
}
if (wanted.includes('sizes')) reportSizes();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(ran, null, 2)}\n`);
if (values.only === undefined) {
  const machine = `${String(availableParallelism())} cores (${cpus()[0]?.model ?? 'of unknown make'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, load ${loadavg()[0]!.toFixed(1)} at its end, Node ${process.versions.node}`;
  const head = `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.`;
  const text = await format(resultsText(head, ran), { parser: 'markdown' });
  // What a quick run says is no result, but how it would read is worth a look.
  writeFileSync(path.join(root, values.quick ? '.output/bench/RESULTS.md' : 'test/bench/RESULTS.md'), text);
}
// A browser of a part that was given up would keep the command from ending.
process.exit(ran.some(({ outcome }) => 'failed' in outcome) ? 1 : 0);
