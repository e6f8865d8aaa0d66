/** Runs one command of `node_modules/.bin` (or of the path) with its output passed through; resolves with its exit code. */
import { spawn } from 'node:child_process';

export function run(command: string, args: readonly string[], cwd = process.cwd()): Promise<number> {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { cwd, stdio: 'inherit', shell });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The same, for steps without which the rest makes no sense: ends this process when the command fails. */
export async function need(command: string, args: readonly string[], cwd?: string): Promise<void> {
  const code = await run(command, args, cwd);
  if (code !== 0) {
    console.error(`\n${[command, ...args].join(' ')} failed with exit code ${code}.`);
    process.exit(code);
  }
}
