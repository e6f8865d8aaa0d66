/** A part of the bench as it would ship: bundled by the tool that bundles the extension, with the same loading of rules. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../tools/house.ts';

const folder = path.join(root, '.output/bench');

/** Bundles a file of this folder for Node and loads it. */
export async function loadBundled<T>(file: string): Promise<T> {
  const name = path.basename(file, '.ts');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: path.join(root, 'test/bench', file),
      outDir: path.join(folder, name),
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
    ssr: { noExternal: true },
  });
  return (await import(pathToFileURL(path.join(folder, name, `${name}.mjs`)).href)) as T;
}

/** Bundles a file of this folder for a page. @returns the script's file */
export async function bundleForPage(file: string): Promise<string> {
  const name = path.basename(file, '.ts');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: {
        entry: path.join(root, 'test/bench', file),
        formats: ['iife'],
        name: 'bench',
        fileName: () => `${name}.js`,
      },
      outDir: path.join(folder, name),
      emptyOutDir: true,
    },
  });
  return path.join(folder, name, `${name}.js`);
}
