/**
 * `npm test`: a browser, the lookalike, the extension, then everything Vitest finds. Arguments go to Vitest; with
 * `npm test -- --project unit` nothing is built before.
 *
 * The last line, `N passed, N failed`, stands alone and without colour, for machines.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium, tryFirefox } from './ensure-browser.ts';
import { root } from './house.ts';
import { prepareLookalike } from './lookalike.ts';
import { need, run } from './run.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

const args = process.argv.slice(2);
const projects = args.join(' ').match(/--project[= ]\S+/g) ?? [];
const onlyUnits = /--project[= ]unit\b/.test(args.join(' ')) && !/--project[= ](?!unit\b)/.test(args.join(' '));

if (!onlyUnits) {
  process.env['KEYHOLDER_CHROMIUM'] = await ensureChromium();
  console.log(`Chromium: ${process.env['KEYHOLDER_CHROMIUM']}`);
  if (projects.length === 0 || projects.some((project) => project.includes('firefox'))) {
    console.log(`Firefox: ${(await tryFirefox()) ?? 'none'}`);
  }
  await prepareLookalike();
  await need('npm', ['run', 'build']);
}

const file = path.join(root, '.output/test/results.json');
mkdirSync(path.dirname(file), { recursive: true });
rmSync(file, { force: true });
const code = await run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  ...args,
]);

let passed = 0;
let failed = 0;
try {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  passed = report.numPassedTests;
  // A file that broke before its first test has failed too, though no test of it has.
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  );
  failed = report.numFailedTests + broken.length;
  if (report.numPendingTests > 0) console.log(`${report.numPendingTests} skipped`);
} catch {
  console.error('Vitest left no report.');
}
// An error outside of every test.
if (code !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
