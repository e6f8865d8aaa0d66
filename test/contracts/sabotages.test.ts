import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sabotages } from '../faults/sabotages.ts';
import { root } from '../tools/house.ts';

test.each(sabotages)('what is taken away as $name stands in $file, once', ({ file, code }) => {
  expect(readFileSync(path.join(root, file), 'utf8').split(code)).toHaveLength(2);
});
