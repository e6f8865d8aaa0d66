/** What comes from others: few at run time, all locked with integrity, all under licences that go with MIT. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../tools/house.ts';

interface Locked {
  version?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  link?: boolean;
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const manifest = read('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const lock = read('package-lock.json') as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
/** What may end up in the package that people install. */
const shipped = packages.filter(([, one]) => !one.dev && !one.optional && !one.devOptional);

/** Licences under which something may be part of what is shipped. */
const compatible = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
  'Unlicense',
]);

describe('the lock file', () => {
  test('pins every package with its integrity and without a place where it was found', () => {
    expect(packages.filter(([, one]) => !one.link && !one.integrity).map(([name]) => name)).toEqual([]);
    expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  test('wants exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('runs no script at installation but those that package.json names', () => {
    const names = packages
      .filter(([, one]) => one.hasInstallScript)
      .map(([name]) => name.slice(name.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect([...new Set(names)].filter((name) => !Object.hasOwn(manifest.allowScripts, name))).toEqual([]);
    expect(Object.values(manifest.allowScripts).filter(Boolean)).toEqual([]);
  });
});

describe('what is shipped', () => {
  test('comes from few', () => {
    expect(shipped.map(([name]) => name.replace('node_modules/', '')).sort()).toMatchInlineSnapshot(`
      [
        "@preact/signals",
        "@preact/signals-core",
        "@tanstack/virtual-core",
        "canonicalize",
        "idb",
        "papaparse",
        "preact",
        "webextension-polyfill",
        "zod",
      ]
    `);
  });

  test('goes with MIT', () => {
    const odd = shipped.filter(([, { license }]) => !compatible.has(license ?? ''));
    expect(odd.map(([name, { license }]) => `${name}: ${license ?? 'none'}`)).toEqual([]);
  });
});
