/**
 * Every version of the schema that ever landed, with data of its time (`test/fixtures/databases`, one file for each step
 * of the same name): migrated step by step, and in one jump.
 */
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordStores } from '../domain/draft.ts';
import { sealBackup, backupText } from '../exports/backup.ts';
import { readBackup } from '../imports/backup.ts';
import { contentOf, dropBefore, rawText, readBefore, readRaw } from './before-update.ts';
import { type Database, openDatabase } from './database.ts';
import { verifyLog } from './log.ts';
import { type Step, steps } from './migrations.ts';
import { readRecords } from './read.ts';
import { readEverything, readWholeLog } from './read-all.ts';
import { createRepository } from './repository.ts';

type Stores = Record<string, unknown[]>;
const files = import.meta.glob<Stores>('../../test/fixtures/databases/*.json', { eager: true, import: 'default' });
const fixtures = steps.map((step) => ({
  step,
  stores: files[`../../test/fixtures/databases/${step.name}.json`],
}));

let name: string;
let opened: Database[] = [];

beforeEach(() => {
  name = `keyholder-migrations-${Math.random()}`;
});
afterEach(async () => {
  for (const handle of opened) handle.close();
  opened = [];
  await deleteDB(name);
  await dropBefore(name);
});

function open(history: readonly Step[] = steps): Database {
  const handle = openDatabase({ name, steps: history });
  opened.push(handle);
  return handle;
}

/** A database as an older version left it: made by the steps of its time, closed again. */
async function leftBy(version: number, stores: Stores): Promise<void> {
  const handle = openDatabase({ name, steps: steps.slice(0, version) });
  const db = await handle.connect();
  for (const [store, rows] of Object.entries(stores)) {
    const tx = db.transaction(store, 'readwrite');
    await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done]);
  }
  handle.close();
}

async function everyRow(): Promise<Stores> {
  const db = await openDB(name);
  const rows: Stores = {};
  for (const store of db.objectStoreNames) rows[store] = await db.getAll(store);
  db.close();
  return rows;
}

test('each step has data of its time', () => {
  expect(fixtures.filter(({ stores }) => !stores).map(({ step }) => step.name)).toEqual([]);
});

describe.each(fixtures)('data of version $step.version', ({ step, stores = {} }) => {
  test('alone and in one jump come to the same, and nothing of it is lost', async () => {
    await leftBy(step.version, stores);
    for (let version = step.version; version <= steps.length; version += 1) {
      const handle = open(steps.slice(0, version));
      await handle.connect();
      handle.close();
    }
    const alone = await everyRow();
    await deleteDB(name);
    await leftBy(step.version, stores);
    await open().connect();
    expect(await everyRow()).toEqual(alone);
    for (const [store, rows] of Object.entries(stores)) expect(alone[store], store).toEqual(rows);
  });

  test('is read without a row put aside, verified, and written on', async () => {
    await leftBy(step.version, stores);
    const database = open();
    const { bad, records } = await readRecords(database);
    expect(bad).toBe(0);
    expect(records.keys).toHaveLength(stores['keys']!.length);
    expect((await readEverything(database)).bad).toBe(0);
    const { entries, end } = await readWholeLog(database);
    expect(entries.length).toBeGreaterThan(0);
    expect(await verifyLog(entries, end)).toBe(null);
    const repository = createRepository({ database, clock: () => '2026-12-01T00:00:00.000Z', tell: () => undefined });
    await repository.change({ op: 'next', kind: 'test', tier: 'own', region: null }, async ({ draft: make }) => {
      const draft = await make();
      for (const store of recordStores) for (const row of [...draft.all(store)]) draft.put(store, { ...row });
      return { changes: draft.changes(), log: [{ region: null, kind: 'test', data: {} }], answer: () => null };
    });
    const after = await readWholeLog(database);
    expect(await verifyLog(after.entries, after.end)).toBe(null);
  });

  test('is copied before it is touched; the copy is a backup', async () => {
    await leftBy(step.version, stores);
    await open().connect();
    const copy = await readBefore(name);
    if (step.version === steps.length) {
      expect(copy).toBe(null);
      return;
    }
    expect(copy?.version).toBe(step.version);
    for (const [store, rows] of Object.entries(stores)) expect(copy?.stores[store], store).toEqual(rows);
    const content = contentOf(copy!);
    const read = await readBackup(backupText(await sealBackup(content!, copy!.at)));
    expect(read.problem).toBe(null);
    expect(read.backup?.keys).toEqual(stores['keys']);
  });
});

test('no room for the copy: nothing is migrated, and that is said', async () => {
  await leftBy(1, fixtures[0]!.stores!);
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('planted', 'QuotaExceededError');
  };
  try {
    await expect(open().connect()).rejects.toMatchObject({ code: 'full' });
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect((await openDB(name).then((db) => (db.close(), db))).version).toBe(1);
  expect((await open().connect()).version).toBe(steps.length);
});

test('two that migrate at the same time keep the older data, not the newer', async () => {
  await leftBy(1, fixtures[0]!.stores!);
  const both = await Promise.all([open().connect(), open().connect()]);
  expect(both.map(({ version }) => version)).toEqual([steps.length, steps.length]);
  expect((await readBefore(name))?.version).toBe(1);
});

test('data newer than the code are handed out as they lie there, without fingerprints', async () => {
  const latest = fixtures.at(-1)!;
  await leftBy(latest.step.version, latest.stores!);
  const next = await openDB(name, steps.length + 3, { upgrade: (db) => void db.createObjectStore('later') });
  await next.put('later', { of: 'tomorrow' }, 1);
  next.close();
  await expect(open().connect()).rejects.toMatchObject({ code: 'read-only' });
  const raw = (await readRaw(name))!;
  expect(raw.version).toBe(steps.length + 3);
  const text = rawText(raw);
  expect(text).toContain('"tomorrow"');
  expect(text).toContain('"k1"');
  expect(text).not.toContain('8899aabbccddeeff');
  expect(text).not.toContain('"vault"');
});

test('a row that the code does not know makes the copy no backup, and it is not left out silently', async () => {
  await leftBy(1, { ...fixtures[0]!.stores!, keys: [{ id: 'odd', shape: 'none' }] });
  await open().connect();
  const copy = (await readBefore(name))!;
  expect(contentOf(copy)).toBe(null);
  expect(rawText(copy)).toContain('"odd"');
});
