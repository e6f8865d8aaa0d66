/**
 * `npm run bench`: what Keyholder costs, by the size of the estate, each figure beside its control of the same run. Medians;
 * a clock on the wall says as much about the machine as about us, so that targets are ratios, or the processor's own time.
 *
 *   npm run bench -- [--only core,storage] [--quick] [--json FILE]
 *   npm run bench -- --planted
 *
 * `--quick`: few turns and sizes, to see that it runs; no figure of it is worth a word.
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
import type { How, Part } from './part.ts';
import { limits } from './limits.ts';
import { own } from './own.ts';
import { page } from './page.ts';
import { plantedSlowness } from './planted.ts';
import { storage } from './storage.ts';
import { worker } from './worker.ts';

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
  core: async (how) => (await loadBundled<{ core: (how: How) => Promise<Part> }>('core.ts')).core(how),
  page,
  own,
  worker,
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
  const missed = new Set(part.targets.filter(({ met }) => !met).map(({ id }) => id));
  const reasons = [...missed].map((id) => `${id}. ${limits[id] ?? 'Not traced yet.'}`);
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
    ...(reasons.length > 0 ? ['What limits it:', '', ...reasons.flatMap((reason) => [reason, ''])] : []),
  ].join('\n');
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
  const part = await plantedSlowness();
  console.log(`\n${tableOf(part)}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify([part], null, 2)}\n`);
  writeFileSync(
    path.join(root, 'test/bench/PLANTED.md'),
    `# What the bench catches\n\nWritten by \`npm run bench -- --planted\`.\n\n${tableOf(part)}`,
  );
  process.exit(part.targets.every(({ met }) => met) ? 0 : 1);
}
const wanted = values.only?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const measured: Part[] = [];
for (const name of wanted) {
  const part = await parts[name]!({ quick: values.quick });
  console.log(`\n${tableOf(part)}`);
  measured.push(part);
}
if (wanted.includes('sizes')) reportSizes();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
if (values.only === undefined && !values.quick) {
  const machine = `${String(availableParallelism())} cores (${cpus()[0]?.model ?? 'of unknown make'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`;
  const head = `# What Keyholder costs\n\nWritten by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.\n`;
  writeFileSync(path.join(root, 'test/bench/RESULTS.md'), [head, ...measured.map(tableOf)].join('\n'));
}
