/** Makes the lookalike ready: its own packages, exactly as locked, and its skins built. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './house.ts';
import { need } from './run.ts';

const folder = path.join(root, 'test/lookalike');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

/** `npm ci`, unless what is installed already came from this very lock; nothing where there is no lookalike yet. */
export async function installLookalike(): Promise<boolean> {
  if (!existsSync(path.join(folder, 'package-lock.json'))) return false;
  const lock = createHash('sha256').update(read('package-lock.json')).update(read('package.json')).digest('hex');
  const stamp = path.join(folder, 'node_modules/.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true;
  await need('npm', ['ci', '--no-audit', '--no-fund'], folder);
  writeFileSync(stamp, lock);
  return true;
}

export async function prepareLookalike(): Promise<void> {
  if (!(await installLookalike())) return;
  const { scripts } = JSON.parse(read('package.json')) as { scripts?: Record<string, string> };
  if (scripts?.['build']) await need('npm', ['run', 'build'], folder);
}
