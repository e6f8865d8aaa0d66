/** Makes the skins ready: their own packages, exactly as locked, and each skin built whose sources have changed. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools/house.ts';
import { need } from '../tools/run.ts';

const folder = path.join(root, 'test/skins');

function digest(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

async function once(stamp: string, state: string, made: string, work: () => Promise<void>): Promise<void> {
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

/** Installs and builds; nothing where nothing has changed. */
export async function prepareSkins(names: readonly string[]): Promise<void> {
  const locked = ['package.json', 'package-lock.json'].map((file) => path.join(folder, file));
  const packages = digest(locked);
  await once(path.join(folder, 'node_modules/.installed-from'), packages, path.join(folder, 'node_modules/vite'), () =>
    // No package of these needs its script; one only reports who installs it.
    need('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder),
  );
  for (const name of names) {
    // A skin whose pages the server renders has nothing to build.
    if (!existsSync(path.join(folder, name, 'vite.config.ts'))) continue;
    const sources = globSync([`${name}/**/*`, 'shared/**/*', '../lookalike/client/**/*'], {
      cwd: folder,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.aot'))
      .map((entry) => path.join(entry.parentPath, entry.name));
    const made = path.join(folder, 'dist', name, 'index.html');
    await once(path.join(folder, 'dist', `.${name}`), `${packages} ${digest(sources)}`, made, () =>
      need(path.join(folder, 'node_modules/.bin/vite'), ['build', name], folder),
    );
  }
}
