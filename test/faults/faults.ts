/**
 * `npm run test:faults`: every fault on the built extension, then the whole end-to-end suite with the worker killed at
 * moments drawn from a seed, then the report. `--seed N` repeats a run; without it the seed is drawn and printed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium, tryFirefox } from '../tools/ensure-browser.ts';
import { root } from '../tools/house.ts';
import { prepareLookalike } from '../tools/lookalike.ts';
import { need, run } from '../tools/run.ts';
import { ledgerFolder, note } from './ledger.ts';
import { writeReport } from './report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    /** Only this part: `faults`, `faults-firefox` or `fuzz`. */
    part: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number.parseInt(values.seed, 10);
const wanted = (part: string): boolean => values.part === undefined || values.part === part;

interface Report {
  numPassedTests: number;
  numFailedTests: number;
}

process.chdir(root);
process.env['KEYHOLDER_CHROMIUM'] = await ensureChromium();
console.log(`Chromium: ${process.env['KEYHOLDER_CHROMIUM']}`);
const firefox = await tryFirefox();
console.log(`Firefox: ${firefox ?? 'none'}`);
if (!values['no-build']) {
  await prepareLookalike();
  await need('npm', ['run', 'build']);
}
if (values.part === undefined) rmSync(ledgerFolder, { recursive: true, force: true });
const failed: string[] = [];
for (const project of ['faults', ...(firefox ? ['faults-firefox'] : [])]) {
  if (!wanted(project)) continue;
  console.log(`\n— ${project}`);
  if ((await run('vitest', ['run', '--config', 'test/faults/vitest.config.ts', '--project', project])) !== 0)
    failed.push(project);
}

if (wanted('fuzz')) {
  console.log(`\n— end to end, with the worker killed now and then: seed ${seed}`);
  const kills = path.join(root, '.output/test/kills');
  const report = path.join(root, '.output/test/fuzzed.json');
  mkdirSync(path.dirname(kills), { recursive: true });
  rmSync(kills, { force: true });
  rmSync(report, { force: true });
  process.env['KEYHOLDER_FUZZ'] = String(seed);
  process.env['KEYHOLDER_FUZZ_KILLS'] = kills;
  const code = await run('vitest', [
    'run',
    '--project',
    'e2e',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  delete process.env['KEYHOLDER_FUZZ'];
  const counted = { before: 0, inside: 0, after: 0, between: 0 };
  for (const line of existsSync(kills) ? readFileSync(kills, 'utf8').split('\n').filter(Boolean) : []) {
    const one = JSON.parse(line) as typeof counted;
    for (const moment of Object.keys(counted) as (keyof typeof counted)[]) counted[moment] += one[moment];
  }
  const all = Object.values(counted).reduce((sum, count) => sum + count, 0);
  console.log(`Seed ${seed}: the worker was killed ${all} times.`);
  if (code !== 0) failed.push(`end to end with seed ${seed}`);
  else if (all < 200) failed.push(`only ${all} kills`);
  else {
    const { numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    note({
      chapter: 'kills',
      id: 'worker',
      browser: 'Chromium',
      what: 'The whole end-to-end suite, the worker killed before, inside, after and between its steps',
      outcome: 'every test passes as it does in calm, with its own assertions on what was acknowledged',
      figures: { seed: String(seed), kills: all, ...counted, tests: numPassedTests },
    });
  }
}
const lines = await writeReport();
console.log(`\ntest/RELIABILITY.md: ${lines} lines.`);
console.log(failed.length > 0 ? `Failed: ${failed.join('; ')}.` : 'All passed.');
process.exit(failed.length > 0 ? 1 : 0);
