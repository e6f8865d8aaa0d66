import { describe, expect, test } from 'vitest';
import { northwind, northwindEu, recordsOf, sampleHandover } from '../../test/samples/estate.ts';
import type { Backup, BackupContent } from '../domain/backup.ts';
import { newKey } from '../domain/new-records.ts';
import { backupFileName, backupText, sealBackup } from '../exports/backup.ts';
import { canonicalText, digestOf } from '../exports/json.ts';
import { maxBackupLength, readBackup } from './backup.ts';

const madeAt = '2026-11-23T12:00:00.000Z';
const content: BackupContent = {
  ...recordsOf([northwind, northwindEu], madeAt),
  handovers: [sampleHandover],
  readings: [],
  snapshots: [],
  log: [],
  meta: [{ id: 'memory:us', value: { candidates: { 'org-us': [['EMEA Sales', 'Northwind']] }, signedIn: {} } }],
};
const sealed = (changed: Partial<BackupContent> = {}): Promise<Backup> =>
  sealBackup({ ...content, ...changed }, madeAt);

/** The text of a document sealed anew after somebody worked on it. */
async function resealed(document: Record<string, unknown>): Promise<string> {
  const { digest: _, ...rest } = document;
  return JSON.stringify({ ...rest, digest: await digestOf(canonicalText(rest)) });
}

const problemOf = async (text: string) => (await readBackup(text)).problem;

test('what was written is read', async () => {
  const backup = await sealed();
  expect((await readBackup(backupText(backup))).backup).toEqual(backup);
  expect((await readBackup(`\ufeff${backupText(backup)}`)).backup).toEqual(backup);
  expect(backupFileName(madeAt)).toBe('keyholder-backup-2026-11-23.json');
});

test('sealing and reading say how far they are, row by row, and end where they are told to', async () => {
  const watched = async (work: (pause: (done: number) => Promise<void>) => Promise<unknown>): Promise<number[]> => {
    const figures: number[] = [];
    await work((done) => Promise.resolve(void figures.push(done)));
    const stop = new Error('enough');
    await expect(work((done) => (done > 0.7 ? Promise.reject(stop) : Promise.resolve()))).rejects.toBe(stop);
    return figures;
  };
  const text = backupText(await sealed());
  for (const figures of [
    await watched((pause) => sealBackup(content, madeAt, pause)),
    await watched((pause) => readBackup(text, pause)),
  ]) {
    expect(figures.length).toBeGreaterThan(2 * content.keys.length);
    expect(figures).toEqual(figures.toSorted((a, b) => a - b));
    expect(figures[0]).toBeLessThan(0.1);
    expect(figures.at(-1)).toBeGreaterThan(0.8);
    expect(figures.at(-1)).toBeLessThanOrEqual(1);
  }
});

test('a backup from before there were handovers is read: it holds none', async () => {
  const { handovers: _, ...older } = await sealed();
  expect((await readBackup(await resealed(older))).backup?.handovers).toEqual([]);
});

test('a handover of another region, or with a time that is none, is refused', async () => {
  expect(await problemOf(backupText(await sealed({ handovers: [{ ...sampleHandover, region: 'eu' }] })))).toMatchObject(
    {
      where: 'handovers[0].region',
      code: 'region-differs',
    },
  );
  const undated = await sealed({ handovers: [{ ...sampleHandover, startedAt: 'soon' }] });
  expect(await problemOf(backupText(undated))).toMatchObject({ where: 'handovers[0].startedAt', code: 'wrong-shape' });
});

test('half of a character pair does not spoil a backup', async () => {
  const key = { ...newKey('k-x', 'us', 'w-emea', 'sandbox'), notes: content.keys[0]!.notes };
  const notes = { entered: { value: 'a\ud800b', source: 'entered' as const, at: madeAt, adapter: null } };
  const { backup } = await readBackup(backupText(await sealed({ keys: [...content.keys, { ...key, notes }] })));
  expect(backup!.keys.at(-1)!.notes.entered!.value).toBe('a\ufffdb');
});

describe('a file is refused', () => {
  test.each([
    ['no JSON', '{', { where: '', code: 'not-json' }],
    ['nothing', 'null', { where: '', code: 'not-a-backup' }],
    ['a list', '[]', { where: '', code: 'not-a-backup' }],
    ['a snapshot', '{"format":"keyholder.snapshot","version":1}', { where: '', code: 'not-a-backup' }],
    [
      'a newer version',
      '{"format":"keyholder.backup","version":2}',
      { where: 'version', code: 'newer-version', details: ['2', '1'] },
    ],
    ['an older version than the first', '{"format":"keyholder.backup","version":0}', { code: 'wrong-shape' }],
    ['a head without its parts', '{"format":"keyholder.backup","version":1}', { code: 'wrong-shape' }],
    ['one that is nested too deeply', `${'['.repeat(5_000)}`, { where: '', code: 'too-deep' }],
  ])('%s', async (_, text, problem) => {
    expect(await problemOf(text)).toMatchObject(problem);
  });

  test('one that is too long, before anything looks at it', async () => {
    expect(await problemOf('x'.repeat(maxBackupLength + 1))).toMatchObject({ code: 'too-large' });
  });

  test('one whose seal does not fit', async () => {
    const backup = await sealed();
    const text = backupText(backup).replace('EMEA Sales', 'EMEA Sale');
    expect(await problemOf(text)).toEqual({ where: 'digest', code: 'digest-differs', details: [] });
  });

  const key = (index: number) => structuredClone(content.keys[index]!) as unknown as Record<string, unknown>;
  test.each<[string, string, string, (document: Record<string, unknown[]>) => void]>([
    ['a field too many', 'keys[1]', 'wrong-shape', ({ keys }) => (keys![1] = { ...key(1), secret: 'x' })],
    ['a field too few', 'keys[0].label', 'wrong-shape', ({ keys }) => delete (keys![0] as { label?: unknown }).label],
    [
      'a status that there is not',
      'keys[0].generations[0].status.page.value',
      'wrong-shape',
      ({ keys }) => (nested(keys![0], 'generations', 0, 'status', 'page')['value'] = 'fine'),
    ],
    [
      'a time that is none',
      'workspaces[0].name.page.at',
      'wrong-shape',
      ({ workspaces }) => (nested(workspaces![0], 'name', 'page')['at'] = 'zzzz'),
    ],
    [
      'something that looks like a key',
      'users[0].name.page.value',
      'looks-like-a-key',
      ({ users }) => (nested(users![0], 'name', 'page')['value'] = `key ${'a1'.repeat(20)}`),
    ],
    ['an id twice', 'users[1]', 'duplicate-id', ({ users }) => (users![1] = users![0])],
    [
      'a key of the other region',
      'keys[0].region',
      'region-differs',
      ({ keys }) => (nested(keys![0])['region'] = nested(keys![0])['region'] === 'us' ? 'eu' : 'us'),
    ],
    [
      'a membership under another id',
      'memberships[0].id',
      'wrong-shape',
      ({ memberships }) => (nested(memberships![0])['id'] = 'x'),
    ],
    ['a note that there is not', 'meta[0]', 'wrong-shape', ({ meta }) => (meta![0] = { id: 'head', value: {} })],
    [
      'a memory of another form',
      'meta[0]',
      'wrong-shape',
      ({ meta }) => (meta![0] = { id: 'memory:us', value: { candidates: 7, signedIn: {} } }),
    ],
  ])('%s: %s', async (_, where, code, spoil) => {
    const document = structuredClone(await sealed()) as unknown as Record<string, unknown[]>;
    spoil(document);
    const problem = await problemOf(await resealed(document));
    expect(problem).toEqual({ where, code, details: [] });
  });

  test('names out of the file are not repeated', async () => {
    const document = structuredClone(await sealed()) as unknown as Record<string, unknown[]>;
    nested(document['keys']![0])['demand'] = {
      entered: { value: { private: 'x' }, source: 'entered', at: madeAt, adapter: null },
    };
    expect(JSON.stringify(await problemOf(await resealed(document)))).not.toContain('private');
  });
});

function nested(value: unknown, ...path: (string | number)[]): Record<string, unknown> {
  return path.reduce<unknown>((inner, name) => (inner as Record<string | number, unknown>)[name], value) as Record<
    string,
    unknown
  >;
}
