/** The database and its one writer, in a real browser. */
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Draft } from '../domain/draft.ts';
import { newKey, newOrganization, newUser, newWorkspace } from '../domain/new-records.ts';
import type { WorkspaceRecord } from '../domain/records.ts';
import { type Database, openDatabase } from './database.ts';
import { StorageError } from './errors.ts';
import { verifyLog } from './log.ts';
import { steps, stepsOf, type Step } from './migrations.ts';
import { onChanged, readLog, readMappings, readRecords, recordsReader } from './read.ts';
import { readEverything } from './read-all.ts';
import { createRepository, type Repository, type Revisions } from './repository.ts';
import { teller } from './notices.ts';
import type { LogEntry } from './rows.ts';

let name: string;
let count = 0;
let opened: Database[] = [];
let clockNow = '2026-03-01T10:00:00.000Z';
let told: Revisions[] = [];

function database(options: { steps?: readonly Step[]; blockedMs?: number } = {}): Database {
  const handle = openDatabase({ name, ...options });
  opened.push(handle);
  return handle;
}

function repositoryOn(handle: Database): Repository {
  return createRepository({ database: handle, clock: () => clockNow, tell: (revision) => told.push(revision) });
}

beforeEach(() => {
  name = `keyholder-test-${(count += 1)}-${Math.random()}`;
  clockNow = '2026-03-01T10:00:00.000Z';
  told = [];
});

afterEach(async () => {
  for (const handle of opened) handle.close();
  opened = [];
  await deleteDB(name);
});

const about = (op: string) => ({ op, kind: 'test', tier: 'own', region: null }) as const;

function workspace(id: string, title: string): WorkspaceRecord {
  return {
    ...newWorkspace(id, 'us', 'org'),
    name: { entered: { value: title, source: 'entered', at: clockNow, adapter: null } },
  };
}

/** Writes one workspace under one op. */
function put(
  repository: Repository,
  op: string,
  record: WorkspaceRecord,
): Promise<{ undo: string | null; revision: number }> {
  return repository.change(about(op), async (situation) => {
    const draft = await situation.draft();
    draft.put('workspaces', record);
    return {
      changes: draft.changes(),
      log: [{ region: 'us', kind: 'put', data: { id: record.id } }],
      undoable: true,
      answer: (done) => done,
    };
  });
}

async function raw<T>(run: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const db = await openDB(name);
  try {
    return await run(db);
  } finally {
    db.close();
  }
}

async function code(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'fine';
  } catch (error) {
    return error instanceof StorageError ? error.code : String(error);
  }
}

describe('migrations', () => {
  test('are numbered without gaps, and a gap is refused', () => {
    expect(steps.map((step) => step.version)).toEqual(steps.map((_, index) => index + 1));
    expect(() =>
      stepsOf({ './migrations/0001-a.ts': () => undefined, './migrations/0003-b.ts': () => undefined }),
    ).toThrow('0003-b');
  });

  test('an empty database gets every store', async () => {
    const db = await database().connect();
    expect([...db.objectStoreNames]).toEqual([
      'acceptances',
      'changes',
      'coverage',
      'fingerprints',
      'handovers',
      'keys',
      'log',
      'memberships',
      'meta',
      'organizations',
      'policies',
      'readings',
      'snapshots',
      'users',
      'vault',
      'workspaces',
    ]);
    expect(db.version).toBe(steps.length);
  });

  test('an asynchronous step that fails leaves the old version and its data as they were', async () => {
    await put(repositoryOn(database()), 'op-1', workspace('w1', 'EMEA Sales'));
    opened[0]!.close();
    const failing: Step[] = [
      ...steps,
      {
        version: steps.length + 1,
        name: '9999-failing',
        migrate: async (_db, tx) => {
          await tx.objectStore('workspaces').clear?.();
          throw new Error('half way');
        },
      },
    ];
    expect(await code(database({ steps: failing }).connect())).toBe('failed');
    const { records } = await readRecords(database());
    expect(records.workspaces.map((record) => record.id)).toEqual(['w1']);
  });

  test('data of a newer version are not touched, and said', async () => {
    await put(repositoryOn(database()), 'op-1', workspace('w1', 'EMEA Sales'));
    opened[0]!.close();
    (await openDB(name, steps.length + 5)).close();
    const handle = database();
    await expect(handle.connect()).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('newer version') as string,
      details: [String(steps.length + 5), String(steps.length)],
    });
    expect(await code(put(repositoryOn(handle), 'op-2', workspace('w2', 'x')))).toBe('read-only');
    expect(await raw((db) => db.count('workspaces'))).toBe(1);
  });

  test('an open connection gives way to a newer version', async () => {
    await database().connect();
    const next: Step[] = [...steps, { version: steps.length + 1, name: '9999-next', migrate: () => undefined }];
    const db = await database({ steps: next }).connect();
    expect(db.version).toBe(steps.length + 1);
  });

  test('a connection that does not give way is told, not waited for', async () => {
    const stubborn = await openDB(name, 0 + 1);
    const next: Step[] = [
      { version: 1, name: '0001-x', migrate: () => undefined },
      { version: 2, name: '0002-x', migrate: () => undefined },
    ];
    const handle = database({ steps: next, blockedMs: 20 });
    expect(await code(handle.connect())).toBe('blocked');
    stubborn.close();
    expect((await handle.connect()).version).toBe(2);
  });
});

describe('one writer', () => {
  test('writes records, answer, log and revision in one go, and tells', async () => {
    const handle = database();
    const repository = repositoryOn(handle);
    const done = await put(repository, 'op-1', workspace('w1', 'EMEA Sales'));
    expect(done).toEqual({ undo: 'op-1', revision: 1 });
    expect(told).toEqual([{ us: 1, eu: 0 }]);
    const read = await readRecords(handle);
    expect(read.revision).toEqual({ us: 1, eu: 0 });
    expect(read.records.workspaces[0]?.revision).toBe(1);
    expect((await readLog(handle))[0]).toMatchObject({ seq: 1, kind: 'put', data: { id: 'w1' } });
  });

  test('the same op is carried out once, and answered as the first time', async () => {
    const repository = repositoryOn(database());
    const first = await put(repository, 'op-1', workspace('w1', 'EMEA Sales'));
    const again = await put(repositoryOn(opened[0]!), 'op-1', workspace('w1', 'another name'));
    expect(again).toEqual(first);
    expect((await readRecords(opened[0]!)).records.workspaces[0]?.name.entered?.value).toBe('EMEA Sales');
    expect(await readLog(opened[0]!)).toHaveLength(1);
  });

  describe('a change that is stopped', () => {
    /** So many workspaces in one change; `meanwhile` runs while it is planned. */
    const many = (repository: Repository, op: string, meanwhile: () => void = () => undefined): Promise<number> =>
      repository.change(about(op), async (situation) => {
        const draft = await situation.draft();
        for (let n = 0; n < 3000; n += 1) draft.put('workspaces', workspace(`w${n}`, `W ${n}`));
        meanwhile();
        return {
          changes: draft.changes(),
          log: [{ region: 'us', kind: 'put', data: {} }],
          undoable: true,
          answer: ({ revision }) => revision,
        };
      });
    const stored = async () => ({
      workspaces: (await readRecords(opened[0]!)).records.workspaces.length,
      log: (await readLog(opened[0]!)).length,
    });

    test('while it is planned, or before its turn: nothing is written, however often it is sent', async () => {
      const repository = repositoryOn(database());
      expect(await code(many(repository, 'op-1', () => repository.stop('op-1')))).toBe('stopped');
      const first = many(repository, 'op-2');
      const second = many(repository, 'op-3');
      repository.stop('op-3');
      await first;
      expect(await code(second)).toBe('stopped');
      expect(await code(many(repository, 'op-1'))).toBe('stopped');
      expect(await stored()).toEqual({ workspaces: 3000, log: 1 });
    });

    test('while it is written: the transaction is rolled back whole, and the next change is carried out', async () => {
      const repository = repositoryOn(database());
      await put(repository, 'op-0', workspace('w-first', 'First'));
      // The first row that is put is within the transaction.
      const { put: original } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        repository.stop('op-1');
        return original.apply(this, given);
      };
      try {
        expect(await code(many(repository, 'op-1'))).toBe('stopped');
      } finally {
        IDBObjectStore.prototype.put = original;
      }
      expect(await stored()).toEqual({ workspaces: 1, log: 1 });
      await put(repository, 'op-2', workspace('w-next', 'Next'));
      expect(await stored()).toEqual({ workspaces: 2, log: 2 });
    });

    test('how far it is, is known while it is written, and of nothing else', async () => {
      const repository = repositoryOn(database());
      const figures = new Set<number | null>();
      const write = many(repository, 'op-1', () => figures.add(repository.progress('op-1')));
      let over = false;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        figures.add(repository.progress('op-1'));
        expect(repository.progress('op-2')).toBeNull();
        if (!over) channel.port2.postMessage(null);
      };
      channel.port2.postMessage(null);
      await write;
      over = true;
      expect(repository.progress('op-1')).toBeNull();
      const seen = [...figures].filter((each) => each !== null);
      expect(seen.length).toBeGreaterThan(2);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(seen.at(-1)).toBeLessThanOrEqual(1);
    });

    test('too late: it is done, and answered as done', async () => {
      const repository = repositoryOn(database());
      const done = await many(repository, 'op-1');
      repository.stop('op-1');
      expect(await many(repository, 'op-1')).toBe(done);
      expect(await stored()).toEqual({ workspaces: 3000, log: 1 });
    });
  });

  test('an op of another kind or tier does not get the answer', async () => {
    const repository = repositoryOn(database());
    await put(repository, 'op-1', workspace('w1', 'EMEA Sales'));
    const other = repository.change({ op: 'op-1', kind: 'hold', tier: 'page', region: 'us' }, () =>
      Promise.resolve({ log: [{ region: 'us', kind: 'hold', data: {} }], answer: () => 'mine' }),
    );
    expect(await code(other)).toBe('failed');
  });

  test('many at once come one after the other', async () => {
    const repository = repositoryOn(database());
    await Promise.all(Array.from({ length: 20 }, (_, n) => put(repository, `op-${n}`, workspace(`w${n}`, `W ${n}`))));
    const read = await readRecords(opened[0]!);
    expect(read.records.workspaces).toHaveLength(20);
    expect(read.revision.us).toBe(20);
    expect(await verifyLog((await readLog(opened[0]!)).reverse())).toBeNull();
  });

  test.each([
    ['taking turns by lock', navigator.locks],
    ['without locks', undefined],
  ])('two writers in two contexts, %s: nothing is lost, and the chain holds', async (_, locks) => {
    const writer = (): Repository =>
      createRepository({ database: database(), clock: () => clockNow, tell: () => undefined, locks });
    const [a, b] = [writer(), writer()];
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => put(n % 2 ? a : b, `op-${n}`, workspace(`w${n}`, `W ${n}`))),
    );
    const read = await readRecords(opened[0]!);
    expect(read.records.workspaces).toHaveLength(10);
    expect(await verifyLog((await readLog(opened[0]!)).reverse())).toBeNull();
    // Each sees what the other wrote.
    expect((await a.records()).records.workspaces.size).toBe(10);
    expect((await b.records()).records.workspaces.size).toBe(10);
  });

  test('a plan that throws, or that cannot be stored, writes nothing', async () => {
    const repository = repositoryOn(database());
    await expect(repository.change(about('op-1'), () => Promise.reject(new Error('not this time')))).rejects.toThrow(
      'not this time',
    );
    const unstorable = repository.change(about('op-2'), async (situation) => {
      const draft = await situation.draft();
      draft.put('workspaces', workspace('w1', 'EMEA Sales'));
      draft.put('workspaces', { ...workspace('w2', 'x'), kind: (() => undefined) as never });
      return { changes: draft.changes(), answer: (done) => done };
    });
    expect(await code(unstorable)).toBe('failed');
    expect((await readRecords(opened[0]!)).records.workspaces).toEqual([]);
    expect((await readRecords(opened[0]!)).revision).toEqual({ us: 0, eu: 0 });
    // And the queue goes on.
    expect(await put(repository, 'op-3', workspace('w3', 'DACH'))).toMatchObject({ revision: 1 });
  });

  test('a change that changes nothing is not written', async () => {
    const repository = repositoryOn(database());
    const done = await repository.change(about('op-1'), async (situation) => ({
      changes: (await situation.draft()).changes(),
      undoable: true,
      answer: (result) => result,
    }));
    expect(done).toEqual({ undo: null, revision: 0 });
    expect(told).toEqual([]);
    expect(await raw((db) => db.count('changes'))).toBe(0);
  });

  test('time moves on even when the clock jumps back', async () => {
    const repository = repositoryOn(database());
    await put(repository, 'op-1', workspace('w1', 'EMEA Sales'));
    clockNow = '2025-01-01T00:00:00.000Z';
    const stamps: string[] = [];
    for (const op of ['op-2', 'op-3']) {
      await repository.change(about(op), (situation) => {
        stamps.push(situation.now);
        return Promise.resolve({ log: [{ region: null, kind: 'tick', data: {} }], answer: () => null });
      });
    }
    expect(stamps).toEqual(['2026-03-01T10:00:00.001Z', '2026-03-01T10:00:00.002Z']);
  });

  test('opens anew after the browser closed the connection', async () => {
    const handle = database();
    const repository = repositoryOn(handle);
    await put(repository, 'op-1', workspace('w1', 'EMEA Sales'));
    (await handle.connect()).close();
    await put(repository, 'op-2', workspace('w2', 'DACH'));
    (await handle.connect()).close();
    expect((await readRecords(handle)).records.workspaces).toHaveLength(2);
  });
});

describe('what lies in the database', () => {
  test('a bad row is put aside and counted, never deleted; the rest works', async () => {
    const handle = database();
    const repository = repositoryOn(handle);
    await put(repository, 'op-1', workspace('w1', 'EMEA Sales'));
    await raw(async (db) => {
      await db.put('workspaces', { id: 'bad', region: 'mars', name: 7 });
      await db.put('keys', { ...newKey('k1', 'us', 'w1', 'production'), generations: [] });
    });
    const read = await readRecords(handle);
    expect(read.bad).toBe(2);
    expect(read.records.workspaces.map((record) => record.id)).toEqual(['w1']);
    const fresh = repositoryOn(handle);
    expect((await fresh.records()).bad).toBe(2);
    await put(fresh, 'op-2', workspace('w2', 'DACH'));
    expect(await raw((db) => db.count('workspaces'))).toBe(3);
  });

  test('many rows come page by page: all of them, in their order, without those that are none', async () => {
    const handle = database();
    const repository = repositoryOn(handle);
    const ids = Array.from({ length: 2_000 }, (_, n) => `k${String(n).padStart(5, '0')}`);
    await repository.change(about('op-1'), async (situation) => {
      const draft = await situation.draft();
      for (const id of ids) draft.put('keys', newKey(id, 'us', 'w1', 'production'));
      return { changes: draft.changes(), answer: (done) => done };
    });
    const read = async () => (await readRecords(handle)).records.keys.map(({ id }) => id);
    expect(await read()).toEqual(ids);
    // Where a page ends is a row that cannot be understood, and behind the last one another.
    await raw(async (db) => {
      await db.put('keys', { id: ids[999], region: 'mars' });
      await db.put('keys', { id: 'z' });
    });
    expect(await read()).toEqual(ids.filter((id) => id !== ids[999]));
    expect((await readRecords(handle)).bad).toBe(2);
    expect((await readEverything(handle)).content.keys).toHaveLength(1_999);
  });

  test('whoever reads again gets the same records until some were changed', async () => {
    const handle = database();
    const repository = repositoryOn(handle);
    const read = recordsReader(handle);
    const nothing = await read();
    expect(nothing.records.workspaces).toEqual([]);
    expect(await read()).toBe(nothing);
    await put(repository, 'op-1', workspace('w1', 'EMEA Sales'));
    const first = await read();
    expect(first.records.workspaces.map(({ id }) => id)).toEqual(['w1']);
    await repository.change(about('op-2'), () =>
      Promise.resolve({ log: [{ region: 'us', kind: 'export', data: {} }], answer: () => null }),
    );
    expect(await read()).toBe(first);
    await repository.change(about('op-3'), async (situation) => {
      const draft = await situation.draft();
      draft.put('organizations', newOrganization('org-eu', 'eu'));
      return { changes: draft.changes(), answer: () => null };
    });
    expect((await read()).records.organizations).toHaveLength(1);
  });

  test('a broken log entry is found by its number', async () => {
    const handle = database();
    const repository = repositoryOn(handle);
    for (const n of [1, 2, 3, 4]) await put(repository, `op-${n}`, workspace(`w${n}`, 'x'));
    await raw(async (db) => {
      const entry = (await db.get('log', 2)) as LogEntry;
      await db.put('log', { ...entry, data: { id: 'somebody else' } });
    });
    expect(await verifyLog((await readLog(handle)).reverse())).toBe(2);
    await raw((db) => db.delete('log', 2));
    expect(await verifyLog((await readLog(handle)).reverse())).toBe(2);
  });

  test('mappings are told apart by region and organization', async () => {
    const handle = database();
    const repository = repositoryOn(handle);
    await repository.change(about('op-1'), async (situation) => {
      const draft = await situation.draft();
      draft.put('organizations', newOrganization('org', 'us'));
      draft.put('organizations', newOrganization('org-eu', 'eu'));
      draft.put('workspaces', workspace('w1', 'EMEA Sales'));
      draft.put('workspaces', { ...newWorkspace('w2', 'eu', 'org-eu') });
      draft.put('users', newUser('u1', 'us', 'org'));
      return { changes: draft.changes(), answer: (done) => done };
    });
    const { mappings } = await readMappings(handle);
    expect(mappings.map((mapping) => [mapping.region, mapping.workspaces.map(({ id }) => id)])).toEqual([
      ['us', ['w1']],
      ['eu', ['w2']],
    ]);
    expect((await readMappings(handle, 'eu')).mappings).toHaveLength(1);
    expect(await repository.revisions()).toEqual({ us: 1, eu: 1 });
  });

  test('ten thousand keys are written in one transaction and read back', async () => {
    const handle = database();
    const repository = repositoryOn(handle);
    const draft = new Draft((await repository.records()).records);
    for (let n = 0; n < 10_000; n += 1) draft.put('keys', newKey(`k${n}`, 'us', 'w1', 'production'));
    const changes = draft.changes();
    const before = performance.now();
    await repository.change(about('op-1'), () => Promise.resolve({ changes, undoable: true, answer: (done) => done }));
    const written = performance.now();
    const read = await readRecords(handle);
    const took = { write: written - before, read: performance.now() - written };
    expect(read.records.keys).toHaveLength(10_000);
    // Figures of the bench are elsewhere; this only catches a write or check that became slower by an order.
    expect(took.write).toBeLessThan(10_000);
    expect(took.read).toBeLessThan(3_000);
  });
});

test('pages of ours hear of each change by channel, content scripts by storage.local', async () => {
  const stored: Record<string, unknown>[] = [];
  const tell = teller({
    set: (items) => {
      stored.push(items);
      return Promise.resolve();
    },
  });
  const ended = new AbortController();
  const heard = new Promise<Revisions>((resolve) => onChanged(resolve, ended.signal));
  tell({ us: 3, eu: 1 });
  expect(await heard).toEqual({ us: 3, eu: 1 });
  ended.abort();
  expect(stored).toEqual([{ revision: { us: 3, eu: 1 } }]);
  // A full disk there is not this change's failure.
  teller({ set: () => Promise.reject(new Error('quota')) })({ us: 4, eu: 1 });
});
