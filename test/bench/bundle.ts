/** A part of the bench as it would ship: bundled by the tool that bundles the extension, with the same loading of rules. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { root } from '../tools/house.ts';

const folder = '.output/bench';

/** Bundles a file of this folder. @returns the folder of the result */
async function bundle(name: string, how: InlineConfig, from = root): Promise<string> {
  const outDir = path.join(from, folder, name);
  await build({
    configFile: false,
    root: from,
    logLevel: 'warn',
    publicDir: false,
    ...how,
    build: { outDir, emptyOutDir: true, ...how.build },
  });
  return outDir;
}

/** Bundles a file of this folder for Node and loads it. @param from another folder with the same sources */
export async function loadBundled<T>(file: string, from = root): Promise<T> {
  const name = path.basename(file, '.ts');
  const built = await bundle(
    name,
    {
      build: {
        ssr: path.join(from, 'test/bench', file),
        minify: false,
        rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
      },
      ssr: { noExternal: true },
    },
    from,
  );
  return (await import(pathToFileURL(path.join(built, `${name}.mjs`)).href)) as T;
}

/** Bundles a file of this folder for a page. @returns the script's file */
export async function bundleForPage(file: string): Promise<string> {
  const name = path.basename(file, '.ts');
  const entry = path.join(root, 'test/bench', file);
  const built = await bundle(name, {
    build: { lib: { entry, formats: ['iife'], name: 'bench', fileName: () => `${name}.js` } },
  });
  return path.join(built, `${name}.js`);
}
