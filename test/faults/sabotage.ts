/**
 * `node test/faults/sabotage.ts [name…]`: takes each protection away, one at a time, and shows the test that fails. The code
 * is changed on its way into the test runner only (`sabotage.config.ts`), never on the disk. Ends with 1 where a protection
 * could be taken away without any test noticing.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools/house.ts';
import { run } from '../tools/run.ts';
import { note } from './ledger.ts';
import { sabotages } from './sabotages.ts';

interface Report {
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

process.chdir(root);
// Started by hand, without npm, which would have put them there.
process.env['PATH'] = [path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter);
const wanted = process.argv.slice(2);
const chosen = sabotages.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const folder = path.join(root, '.output/test');
mkdirSync(folder, { recursive: true });
const unnoticed: string[] = [];
const lines: string[] = [];
for (const { name, protects, project, test, notices } of chosen) {
  const file = path.join(folder, `sabotage-${name}.json`);
  rmSync(file, { force: true });
  process.env['KEYHOLDER_SABOTAGE'] = name;
  await run('vitest', [
    'run',
    '--config',
    'test/faults/sabotage.config.ts',
    '--project',
    project,
    '--reporter=json',
    `--outputFile.json=${file}`,
    // No other test has to run: the named one has to fail.
    // A blank may be the seam of a group and its test.
    `--testNamePattern=${notices.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ >]+')}`,
    test,
  ]);
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  const named = failed.filter((title) => title.includes(notices));
  if (named.length === 0) unnoticed.push(name);
  else {
    note({
      chapter: 'protections',
      id: name,
      browser: 'either',
      what: `${protects}: taken away`,
      outcome: `noticed by ${test}: “${named[0]!}”`,
      figures: { 'tests of this name that fail': named.length },
    });
  }
  lines.push(`${protects}\n  without it fails in ${test}: ${named.length > 0 ? named.join('; ') : 'nothing'}`);
}
console.log(`\n${lines.join('\n')}`);
console.log(
  unnoticed.length > 0 ? `\nNobody noticed: ${unnoticed.join(', ')}.` : `\nEach of ${lines.length} was noticed.`,
);
process.exit(unnoticed.length > 0 || lines.length === 0 ? 1 : 0);
