/**
 * `npm run test:faults`: every fault on the built extension, the power cut in each browser, the whole end-to-end suite with
 * the worker killed at moments drawn from a seed, each protection taken away, then the report. All of it takes hours: with
 * `--part` one part at a time, at whatever hour; the report is made of what all parts have written down (`ledger.ts`).
 *
 *   --part NAME   one of `parts` below, several with commas
 *   --seed N      repeats a run; without it the seed is drawn and printed
 *   --cuts N      so many power cuts in each browser instead of fifty
 *   --only TEXT   only test files (or protections) with this in their name, several with commas; what others have written
 *                 down stays
 *   --add         `cuts` and `fuzz`: beside what earlier runs have counted, not in its place
 *   --no-build    the package as it was built before
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium, tryFirefox } from '../tools/ensure-browser.ts';
import { root } from '../tools/house.ts';
import { prepareLookalike } from '../tools/lookalike.ts';
import { need, run } from '../tools/run.ts';
import { forgetPart, note, readLedger } from './ledger.ts';
import { writeReport } from './report.ts';

/** So many kills at least, over the whole end-to-end suite (quality.md, R1). */
const leastKills = 200;

const parts = ['faults', 'faults-firefox', 'cuts', 'cuts-firefox', 'fuzz', 'sabotage'] as const;
type Part = (typeof parts)[number];

const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    seed: { type: 'string' },
    cuts: { type: 'string', default: '50' },
    only: { type: 'string' },
    add: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number.parseInt(values.seed, 10);
const wanted = values.part === undefined ? [...parts] : values.part.split(',');
const only = values.only?.split(',') ?? [];
const unknown = wanted.filter((part) => !(parts as readonly string[]).includes(part));
if (unknown.length > 0) throw new Error(`No part ${unknown.join(', ')}; there are ${parts.join(', ')}.`);

process.chdir(root);
// Started without npm, which would have put them there.
process.env['PATH'] = [path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter);
process.env['KEYHOLDER_CHROMIUM'] = await ensureChromium();
console.log(`Chromium: ${process.env['KEYHOLDER_CHROMIUM']}`);
const firefox = await tryFirefox();
console.log(`Firefox: ${firefox ?? 'none'}`);
if (!values['no-build']) {
  await prepareLookalike();
  await need('npm', ['run', 'build']);
}
// What is tested is what was built, whatever was changed since.
const stamp = path.join(root, '.output/built-from');
if (!values['no-build']) writeFileSync(stamp, commit());
process.env['KEYHOLDER_COMMIT'] = existsSync(stamp) ? readFileSync(stamp, 'utf8') : commit();
process.env['KEYHOLDER_SEED'] = String(seed);
process.env['KEYHOLDER_CUTS'] = values.cuts;
console.log(`Seed ${seed}, commit ${process.env['KEYHOLDER_COMMIT']}`);

/** The last commit that changed what ships; `+` where something of that was changed and not committed. */
function commit(): string {
  const ships = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package.json', 'package-lock.json'];
  ships.push(':(exclude)*.test.ts', ':(exclude)*.test.tsx');
  const git = (...args: string[]): string =>
    execFileSync('git', [...args, '--', ...ships], { cwd: root, encoding: 'utf8' }).trim();
  try {
    return `${git('log', '-1', '--format=%h')}${git('status', '--porcelain') === '' ? '' : '+'}`;
  } catch {
    return 'none';
  }
}

/** The test files of a project: all of them, or those that were asked for by name. */
const project = (name: Part): Promise<number> =>
  run('vitest', ['run', '--config', 'test/faults/vitest.config.ts', '--project', name, ...only]);

interface Report {
  numPassedTests: number;
}
type Kills = Record<'before' | 'inside' | 'after' | 'between', number>;

/** One file end to end, with the worker killed now and then. */
async function fuzz(file: string): Promise<boolean> {
  const folder = path.join(root, '.output/test');
  mkdirSync(folder, { recursive: true });
  const kills = path.join(folder, 'kills');
  const report = path.join(folder, 'fuzzed.json');
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
    file,
  ]);
  delete process.env['KEYHOLDER_FUZZ'];
  const counted: Kills = { before: 0, inside: 0, after: 0, between: 0 };
  for (const line of existsSync(kills) ? readFileSync(kills, 'utf8').split('\n').filter(Boolean) : []) {
    const one = JSON.parse(line) as Kills;
    for (const moment of Object.keys(counted) as (keyof Kills)[]) counted[moment] += one[moment];
  }
  const all = Object.values(counted).reduce((sum, count) => sum + count, 0);
  console.log(`${path.basename(file)}, seed ${seed}: the worker was killed ${all} times.`);
  if (code !== 0) return false;
  const { numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  note({
    chapter: 'kills',
    id: 'worker',
    browser: 'Chromium',
    what: 'The end-to-end suite, file by file, the worker killed before, inside, after and between the steps of each test',
    outcome: 'every test passes as it does in calm, with its own assertions on what was acknowledged',
    piece: `${path.basename(file, '.test.ts')} with seed ${seed}`,
    tally: { kills: all, ...counted, tests: numPassedTests },
  });
  return true;
}

const todo: Record<Part, () => Promise<string[]>> = {
  async faults() {
    return (await project('faults')) === 0 ? [] : ['faults'];
  },
  async 'faults-firefox'() {
    return (await project('faults-firefox')) === 0 ? [] : ['faults-firefox'];
  },
  async cuts() {
    return (await project('cuts')) === 0 ? [] : [`cuts with seed ${seed}`];
  },
  async 'cuts-firefox'() {
    return (await project('cuts-firefox')) === 0 ? [] : [`cuts-firefox with seed ${seed}`];
  },
  async fuzz() {
    const failed: string[] = [];
    const files = globSync('test/e2e/*.test.ts').sort();
    for (const file of files) {
      // Builds the package again: there is no worker in it to kill.
      if (file.endsWith('package.test.ts')) continue;
      if (only.length > 0 && !only.some((text) => file.includes(text))) continue;
      if (!(await fuzz(file))) failed.push(`${path.basename(file)} with seed ${seed}`);
    }
    const kills = readLedger()
      .filter(({ chapter, id }) => chapter === 'kills' && id === 'worker')
      .reduce((sum, { tally }) => sum + (tally?.['kills'] ?? 0), 0);
    console.log(`The worker was killed ${kills} times in all.`);
    if (only.length === 0 && failed.length === 0 && kills < leastKills) failed.push(`only ${kills} kills`);
    return failed;
  },
  async sabotage() {
    return (await run(process.execPath, ['test/faults/sabotage.ts', ...only])) === 0 ? [] : ['sabotage'];
  },
};

const failed: string[] = [];
for (const part of parts) {
  if (!wanted.includes(part) || (part.endsWith('-firefox') && !firefox)) continue;
  console.log(`\n— ${part}`);
  process.env['KEYHOLDER_PART'] = part;
  if (only.length === 0 && !values.add) forgetPart(part);
  failed.push(...(await todo[part]()));
}
const lines = await writeReport();
console.log(`\ntest/RELIABILITY.md: made of ${lines} entries.`);
console.log(failed.length > 0 ? `Failed: ${failed.join('; ')}.` : 'All passed.');
process.exit(failed.length > 0 ? 1 : 0);
