/**
 * `npm test`: a browser, the lookalike, the extension, then everything Vitest finds. Arguments go to Vitest; with
 * `npm test -- --project unit` nothing is built before.
 *
 * A tab that draws no more frames (`drawing.ts`) is no fault of a test: the files that failed are run once more in another
 * browser, and that is said. The last line, `N passed, N failed`, stands alone and without colour, for machines.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium, tryFirefox } from './ensure-browser.ts';
import { root } from './house.ts';
import { prepareLookalike } from './lookalike.ts';
import { count, replaced, type Report, stoppedByTheBrowser } from './report.ts';
import { need, run } from './run.ts';

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

const folder = path.join(root, '.output/test');
mkdirSync(folder, { recursive: true });

/** What Vitest wrote down, how it ended, and how many errors no test owned. */
async function vitest(
  name: string,
  more: readonly string[],
): Promise<{ code: number; strays: number; report?: Report }> {
  const file = path.join(folder, name);
  const strayFile = `${file}.strays`;
  for (const old of [file, strayFile]) rmSync(old, { force: true });
  process.env['KEYHOLDER_STRAYS'] = strayFile;
  const code = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--reporter=${path.join(root, 'test/tools/strays.ts')}`,
    `--outputFile.json=${file}`,
    ...more,
  ]);
  const strays = existsSync(strayFile) ? Number(readFileSync(strayFile, 'utf8')) : 0;
  return existsSync(file)
    ? { code, strays, report: JSON.parse(readFileSync(file, 'utf8')) as Report }
    : { code, strays };
}

const first = await vitest('results.json', args);
let { code, report } = first;
/** Errors of the first run that its files, run again, would hide. */
let strays = 0;
const stopped = report ? stoppedByTheBrowser(report) : [];
if (report && stopped.length > 0) {
  console.log(`\nThe browser drew no more frames. Once more, in another one: ${stopped.join(' ')}\n`);
  const again = await vitest('again.json', ['--project', 'browser', ...stopped]);
  if (again.report) {
    report = replaced(report, again.report);
    code = again.code;
    strays = first.strays;
  }
}

const { passed, failed: counted, skipped } = report ? count(report) : { passed: 0, failed: 0, skipped: 0 };
if (!report) console.error('Vitest left no report.');
if (skipped > 0) console.log(`${skipped} skipped`);
// Errors outside of every test.
const failed = (code !== 0 && counted === 0 ? 1 : counted) + strays;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
