/**
 * The built manifests against those that were agreed on (`test/contracts/manifests/`). A permission more is a decision,
 * and somebody should have to look at it.
 *
 *   node test/tools/manifest.ts [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';
import { root } from './house.ts';

export type Manifest = Record<string, unknown>;
export const browsers = ['chrome', 'firefox'] as const;

const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Manifest;

/** As built, but for the version, which every release changes. */
export function builtManifest(browser: (typeof browsers)[number]): Manifest {
  const { version: _version, ...rest } = read(`.output/${browser}-mv3/manifest.json`);
  return Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const agreedManifest = (browser: (typeof browsers)[number]): Manifest =>
  read(`test/contracts/manifests/${browser}.json`);

export function manifestComplaints(): string[] {
  return browsers.flatMap((browser) => {
    const built = builtManifest(browser);
    const agreed = agreedManifest(browser);
    return [...new Set([...Object.keys(built), ...Object.keys(agreed)])]
      .filter((key) => !isDeepStrictEqual(built[key], agreed[key]))
      .map(
        (key) =>
          `${browser}: "${key}" is ${JSON.stringify(built[key])} in the built manifest and ${JSON.stringify(agreed[key])} in test/contracts/manifests/${browser}.json. If that is meant: node test/tools/manifest.ts --write`,
      );
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--write')) {
    for (const browser of browsers) {
      const text = JSON.stringify(builtManifest(browser), null, 2);
      writeFileSync(path.join(root, `test/contracts/manifests/${browser}.json`), `${text}\n`);
    }
  } else {
    const complaints = manifestComplaints();
    for (const complaint of complaints) console.error(complaint);
    process.exit(complaints.length > 0 ? 1 : 0);
  }
}
