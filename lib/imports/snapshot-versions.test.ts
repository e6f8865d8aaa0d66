/** Files of every version that was ever written load; one from later is refused. The files are never made anew. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Draft, noRecords } from '../domain/draft.ts';
import { snapshotVersion } from '../domain/snapshot.ts';
import { readSnapshot } from './json.ts';
import { planImport } from './plan-import.ts';

const files = globSync('test/fixtures/snapshots/v*-*.json');

test('there is a file of each version', () => {
  const versions = new Set(files.map((file) => Number(/v(\d+)-/.exec(file)?.[1])));
  expect([...versions].sort()).toEqual(Array.from({ length: snapshotVersion }, (_, index) => index + 1));
});

test.each(files)('%s loads, and its keys are new to an empty mapping', async (file) => {
  const { snapshot, rejections } = await readSnapshot(readFileSync(file, 'utf8'));
  expect(rejections).toEqual([]);
  const { document } = snapshot!;
  let ids = 0;
  const newId = (): string => `new-${(ids += 1)}`;
  const plan = planImport(new Draft(noRecords()), snapshot!, [], '2027-01-01T00:00:00.000Z', newId);
  expect(plan).toMatchObject({ added: document.keys.length, rejected: 0 });
});

test('a newer version is refused, and says so', async () => {
  const text = readFileSync(files[0]!, 'utf8').replace('"version": 1', `"version": ${snapshotVersion + 1}`);
  expect(await readSnapshot(text)).toMatchObject({
    snapshot: null,
    rejections: [
      { where: 'version', message: 'newer-version', details: [String(snapshotVersion + 1), String(snapshotVersion)] },
    ],
  });
});
