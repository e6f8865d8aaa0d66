/**
 * Is the README's promise kept? Clones this repository (what is committed) into an empty folder, takes the commands out of
 * the README's first code block, and runs exactly those, one after the other, as somebody would who has just come by.
 *
 *   node test/tools/newcomer.ts [--no-display] [--node <folder>]
 *
 * `--node` puts a folder with another Node and npm first on the path.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './house.ts';

/** The commands of the first code block of a README, without comments and prompts. */
export function commandsOf(readme: string): string[] {
  const block = /^```(?:sh|bash|shell|console)?\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? '';
  return block
    .split('\n')
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('#'));
}

interface Outcome {
  command: string;
  code: number;
  seconds: number;
}

function carryOut(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, { cwd, env, shell: true, stdio: 'inherit' });
    const done = (code: number): void =>
      resolve({ command, code, seconds: Math.round((performance.now() - begun) / 1000) });
    child.on('error', () => done(127));
    child.on('close', (code) => done(code ?? 1));
  });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { 'no-display': { type: 'boolean', default: false }, node: { type: 'string' } },
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'keyholder-newcomer-'));
  let code: number;
  try {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder], { stdio: 'inherit' });
    const commands = commandsOf(readFileSync(path.join(folder, 'README.md'), 'utf8'));
    if (commands.length === 0) throw new Error('The README’s first code block holds no command.');
    // A newcomer's shell: nothing of the npm script that may have started this.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|KEYHOLDER_|VITEST)/.test(name)),
    );
    const search = (env['PATH'] ?? '').split(path.delimiter).filter((each) => !each.includes('node_modules'));
    env['PATH'] = [...(values.node === undefined ? [] : [values.node]), ...search].join(path.delimiter);
    if (values['no-display']) for (const name of ['DISPLAY', 'WAYLAND_DISPLAY']) delete env[name];
    const outcomes: Outcome[] = [];
    for (const command of commands) outcomes.push(await carryOut(command, folder, env));
    console.log('');
    for (const { command, code: ended, seconds } of outcomes)
      console.log(`${ended === 0 ? 'ok  ' : 'FAIL'} ${command} (${seconds} s)`);
    code = outcomes.every((outcome) => outcome.code === 0) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  process.exit(code);
}
