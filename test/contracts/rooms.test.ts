import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, sources } from '../tools/house.ts';
import { inPackage, packagesInPage, roomOf, rooms, sharedFiles } from './rooms.ts';

const all = sources();
const byFile = new Map(all.map((source) => [source.file, source]));

/** One sentence per complaint, so that the failure reads as a list of things to do. */
function expectNone(complaints: string[]): void {
  expect(complaints.join('\n')).toBe('');
}

test('every file lies in a room', () => {
  expectNone(
    all
      .filter((source) => !roomOf(source.file))
      .map((source) => `${source.file}: no such room; choose one of ${rooms.map((room) => room.name).join(', ')}.`),
  );
});

test('every import names a file that exists, with its ending', () => {
  expectNone(
    all.flatMap((source) =>
      source.imports.flatMap(({ specifier, targets, line }) =>
        targets
          .filter((target) => !existsSync(path.join(root, target)) || !path.extname(target))
          .map(() => `${source.file}:${line}: "${specifier}" leads to no file; write the whole name with .ts or .tsx.`),
      ),
    ),
  );
});

test('rooms import only from the rooms they may', () => {
  expectNone(
    all.flatMap((source) => {
      const room = roomOf(source.file);
      if (!room) return [];
      return source.imports.flatMap(({ targets, typeOnly, line }) =>
        targets.flatMap((target) => {
          // The keys of the catalogue, as a type: any room may speak.
          if (typeOnly && target.startsWith('public/_locales/')) return [];
          // Styles and pictures lie beside what they belong to.
          const other = roomOf(target);
          if (other && (other === room || room.rooms.includes(other.name))) {
            if (other.name !== 'entrypoints') return [];
            const own = source.file.split('/').length > 2 && path.posix.dirname(source.file);
            return own && target.startsWith(`${own}/`)
              ? []
              : [
                  `${source.file}:${line} imports ${target}: nobody imports an entrypoint; what two need belongs into a room of lib.`,
                ];
          }
          if (sharedFiles[target]?.by.includes(room.name)) return [];
          return [`${source.file}:${line} imports ${target}: ${room.name} may not; ${room.instead}.`];
        }),
      );
    }),
  );
});

test('rooms import only the packages they may', () => {
  expectNone(
    all.flatMap((source) => {
      const room = roomOf(source.file);
      if (!room) return [];
      return source.imports
        .filter(({ targets, specifier }) => targets.length === 0 && !specifier.includes('*'))
        .filter(({ specifier }) => !room.packages.some((name) => inPackage(specifier, name)))
        .map(
          ({ specifier, line }) =>
            `${source.file}:${line} imports "${specifier}": ${room.name} may not; ${room.instead}.`,
        );
    }),
  );
});

test('zod is imported from one file only', () => {
  const importers = all.filter((source) => source.imports.some(({ specifier }) => inPackage(specifier, 'zod')));
  expectNone(
    importers
      .filter((source) => source.file !== 'lib/messages/z.ts')
      .map(
        (source) =>
          `${source.file} imports zod itself; import { z } from lib/messages/z.ts, where its compiler is switched off.`,
      ),
  );
});

test('no circles', () => {
  const circles = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      circles.add(
        `${[...trail.slice(start), file].join(' → ')}: a circle; take out what both need into a file of its own.`,
      );
      return;
    }
    if (done.has(file)) return;
    for (const { targets } of byFile.get(file)?.imports ?? [])
      for (const target of targets) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const source of all) visit(source.file, []);
  expectNone([...circles]);
});

test("nothing heavy lies on the way from PandaDoc's pages", () => {
  const complaints: string[] = [];
  const reached = new Set<string>();
  const visit = (file: string, trail: string[]): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { specifier, typeOnly, targets, line } of byFile.get(file)?.imports ?? []) {
      if (typeOnly) continue;
      const way = [...trail, `${file}:${line}`].join(' → ');
      if (targets.length === 0 && !packagesInPage.some((name) => inPackage(specifier, name))) {
        complaints.push(
          `${way} → ${specifier}: ships into every PandaDoc page; take the browser's own API there, and hand over typed data.`,
        );
      }
      for (const target of targets) visit(target, [...trail, file]);
    }
  };
  visit('entrypoints/page/index.ts', []);
  expect(reached.size).toBeGreaterThan(0);
  expectNone(complaints);
});

test('the table names only rooms of the house', () => {
  const top = globSync('{entrypoints,components,lib/*}/', { cwd: root }).map((name) =>
    name.replaceAll('\\', '/').replace(/\/$/, ''),
  );
  for (const name of top) expect(rooms.map((room) => room.name)).toContain(name);
});
