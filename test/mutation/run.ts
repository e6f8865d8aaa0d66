/**
 * `npm run mutation [module…]`: changes the code that decides in thousands of small ways, and sees whether the tests
 * notice. Each module is run by itself with its own tests, so that a mutant costs a second. Writes
 * `.output/mutation/survivors.md`: the score of each module, and every mutant that no test noticed with the reason why that
 * is right (`explained.json`), or that there is none yet. Fails where a module scores below 90 %.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools/house.ts';
import { modules } from './modules.ts';

const least = 90;
const folder = path.join(root, '.output/mutation');

interface Mutant {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number } };
}
interface Result {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

const explained = JSON.parse(readFileSync(path.join(import.meta.dirname, 'explained.json'), 'utf8')) as Record<
  string,
  string
>;

function runOne(name: string): Result | null {
  const { files, tests, laws } = modules[name]!;
  const report = path.join(folder, `${name}.json`);
  const config = path.join(folder, `${name}.config.json`);
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      mutate: files,
      vitest: { configFile: 'test/mutation/vitest.config.ts' },
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      concurrency: Number(process.env['KEYHOLDER_MUTATION_CONCURRENCY'] ?? 2),
      coverageAnalysis: 'perTest',
      // What a test noticed once is not tried again while neither the code nor that test has changed.
      incremental: true,
      incrementalFile: path.join(folder, `${name}.incremental.json`),
      // Long: a machine that is busy with something else is no proof that a test noticed.
      timeoutMS: 12_000,
      tempDirName: path.join(folder, `tmp-${name}`),
      ignorePatterns: [
        '*',
        ...['lib/**', 'test/**', 'components/**', 'public/**', 'package.json', 'tsconfig.json', 'ARCHITECTURE.md'].map(
          (each) => `!${each}`,
        ),
        // Nothing that is mutated looks at a page, and these are two thousand files to copy.
        'test/lookalike',
        'test/skins',
      ],
      allowEmpty: true,
    }),
  );
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, KEYHOLDER_MUTATION_TESTS: tests.join(','), KEYHOLDER_MUTATION_LAWS: String(laws) },
    },
  );
  return status === 0 && existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Result) : null;
}

mkdirSync(folder, { recursive: true });
const asked = process.argv.slice(2);
const lines = ['# Mutants that no test noticed', ''];
let low = false;
for (const name of asked.length > 0 ? asked : Object.keys(modules)) {
  const result = runOne(name);
  if (!result) {
    lines.push(`## ${name}: could not be run`, '');
    low = true;
    continue;
  }
  const mutants = Object.entries(result.files).flatMap(([file, { source, mutants: all }]) =>
    all.map((mutant) => ({ ...mutant, file, code: source.split('\n')[mutant.location.start.line - 1]!.trim() })),
  );
  const valid = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const survivors = valid.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const score = valid.length === 0 ? 100 : (100 * (valid.length - survivors.length)) / valid.length;
  if (score < least) low = true;
  lines.push(`## ${name}: ${score.toFixed(1)} % of ${valid.length}`, '');
  for (const { file, code, replacement, mutatorName, location } of survivors) {
    // By its code, not its line: it stays the same when something is written above it.
    const key = `${file} | ${code} | ${mutatorName} ${(replacement ?? '').replace(/\s+/g, ' ')}`;
    lines.push(
      `- \`${file}:${location.start.line}\` ${mutatorName}: \`${code}\` → \`${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 100)}\``,
    );
    lines.push(`  ${explained[key] ?? `not explained yet; its key: \`${key}\``}`);
  }
  lines.push('');
}
const file = path.join(folder, 'survivors.md');
writeFileSync(file, `${lines.join('\n')}\n`);
console.log(lines.filter((line) => line.startsWith('## ')).join('\n'));
console.log(`written: ${path.relative(root, file)}`);
process.exitCode = low ? 1 : 0;
