/** In an empty clone the lookalike's own packages are not there yet when these begin. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { importsOf, root } from '../tools/house.ts';

/** All files that are loaded before the first line of a script runs. */
function loadedAtOnce(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(path.join(root, file), 'utf8');
  const later = [...text.matchAll(/await import\('([^']+)'\)/g)].map(([, specifier]) => specifier);
  for (const { specifier, typeOnly, targets } of importsOf(
    ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
  )) {
    if (!typeOnly && !later.includes(specifier)) for (const target of targets) loadedAtOnce(target, seen);
  }
  return seen;
}

test.each(['test/demo/start.ts', 'test/demo/screens.ts'])('%s installs before it loads the lookalike', (script) => {
  const files = [...loadedAtOnce(script)];
  expect(files).toContain('test/tools/lookalike.ts');
  expect(files.filter((file) => file.startsWith('test/lookalike/'))).toEqual([]);
});
