/**
 * `npm run bench`: what Keyholder costs, by the size of the estate, each figure beside its control of the same run. Medians;
 * a clock on the wall says as much about the machine as about us, so that targets are ratios, or the processor's own time.
 *
 *   npm run bench -- [--only core,storage] [--json FILE]
 *
 * A whole run writes `test/bench/RESULTS.md`.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../tools/house.ts';
import { reportSizes, weigh } from '../tools/sizes.ts';
import { loadBundled } from './bundle.ts';
import type { Part } from './part.ts';
import { storage } from './storage.ts';

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

const parts: Record<string, () => Promise<Part> | Part> = {
  core: async () => (await loadBundled<{ core: () => Promise<Part> }>('core.ts')).core(),
  storage,
  sizes,
};

function tableOf(part: Part): string {
  const widths = part.columns.map((column, at) => Math.max(column.length, ...part.rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const targets = part.targets.map(
    ({ id, text, measured, met }) => `- ${met ? 'met' : '**not met**'} · ${id}: ${text}: ${measured}`,
  );
  return [
    `## ${part.name}`,
    '',
    part.about,
    '',
    line(part.columns),
    rule,
    ...part.rows.map(line),
    '',
    ...targets,
    '',
  ].join('\n');
}

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const measured: Part[] = [];
for (const name of wanted) {
  const part = await parts[name]!();
  console.log(`\n${tableOf(part)}`);
  measured.push(part);
}
if (wanted.includes('sizes')) reportSizes();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
if (values.only === undefined) {
  const machine = `${String(availableParallelism())} cores (${cpus()[0]?.model ?? 'of unknown make'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`;
  const head = `# What Keyholder costs\n\nWritten by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.\n`;
  writeFileSync(path.join(root, 'test/bench/RESULTS.md'), [head, ...measured.map(tableOf)].join('\n'));
}
