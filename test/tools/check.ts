/** `npm run check`: types, lint, format, house rules and messages, then what was built: manifests, sizes and packages. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './house.ts';
import { installLookalike } from './lookalike.ts';
import { run } from './run.ts';

const steps: { name: string; todo: () => Promise<number> }[] = [
  { name: 'types', todo: () => run('tsc', ['-p', '.']) },
  { name: 'types of lib/domain and lib/rules, without DOM and Node', todo: () => run('tsc', ['-p', 'lib/domain']) },
  { name: 'types of tests and tools', todo: () => run('tsc', ['-p', 'test']) },
  {
    name: 'types of the lookalike',
    todo: async () =>
      (await installLookalike()) ? run('npm', ['run', '--if-present', 'check'], path.join(root, 'test/lookalike')) : 0,
  },
  { name: 'lint', todo: () => run('eslint', ['.']) },
  { name: 'format', todo: () => run('prettier', ['--check', '--log-level', 'warn', '.']) },
  {
    name: 'import rules, sources, messages',
    todo: () => run('vitest', ['run', '--project', 'unit', 'test/contracts']),
  },
  {
    name: 'build',
    todo: () => run('npm', ['run', 'build']),
  },
  { name: 'manifests', todo: () => run(process.execPath, ['test/tools/manifest.ts']) },
  { name: 'sizes', todo: () => run(process.execPath, ['test/tools/sizes.ts']) },
  {
    name: 'packages: lint, and the same again from the sources package',
    todo: () => run(process.execPath, ['test/tools/package.ts']),
  },
];

process.chdir(root);
if (!existsSync('node_modules')) {
  console.error('Run npm ci first.');
  process.exit(1);
}
const failed: string[] = [];
for (const { name, todo } of steps) {
  console.log(`\n— ${name}`);
  if ((await todo()) !== 0) failed.push(name);
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join('; ')}.` : '\nAll checks passed.');
process.exit(failed.length > 0 ? 1 : 0);
