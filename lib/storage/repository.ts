/**
 * The one writer. Every write is one transaction over all stores it needs: records, the answer under its op id, the
 * records before, log entries, and a head row that counts. Either all of it is there afterwards, or none.
 *
 * - One at a time: a queue in this context, and a Web Lock against a second one.
 * - Hashes cannot be awaited inside a transaction, so they are made before it, from the head; the transaction then
 *   checks that the head is still the same, and the write is planned anew where it is not.
 * - The same op sent twice gets the first answer and writes nothing.
 * - Time only moves on: what is written later is stamped later, even when the clock jumped back.
 */
import { type IDBPDatabase, unwrap } from 'idb';
import type { BackupContent } from '../domain/backup.ts';
import { Draft, noRecords, type RecordChange, type RecordMaps, recordStores } from '../domain/draft.ts';
import type { Instant, Region } from '../domain/words.ts';
import type { Database } from './database.ts';
import { StorageError, storageErrorOf } from './errors.ts';
import { sealEntry } from './log.ts';
import {
  type ApartChange,
  type ChangeRow,
  isRow,
  type LogData,
  type LogEntry,
  type OtherStore,
  type ReadingRow,
  type SnapshotRow,
  sortOut,
} from './rows.ts';
import { type MarkArea, settleLog, writingKey } from './settle.ts';

/** Counts of all changes of a region's mapping; what others compare to learn that something changed. */
export type Revisions = Record<Region, number>;

export interface Head {
  id: 'head';
  commits: number;
  /** Changes that were logged and changed records: what a person, a hold or an import did, not what pages said. */
  changes: number;
  /** When the first record was written. */
  firstAt: Instant | null;
  lastSeq: number;
  lastHash: string | null;
  lastAt: Instant;
  revision: Revisions;
}

const noHead: Head = {
  id: 'head',
  commits: 0,
  changes: 0,
  firstAt: null,
  lastSeq: 0,
  lastHash: null,
  lastAt: '1970-01-01T00:00:00.000Z',
  revision: { us: 0, eu: 0 },
};

/** What a change is about, known before it is planned. */
export interface About {
  op: string;
  kind: string;
  tier: 'page' | 'own';
  region: Region | null;
}

/** What planning may look at. */
export interface Situation {
  /** Later than everything written before. */
  now: Instant;
  revision: Revisions;
  /** How many logged changes of records there were. */
  changes: number;
  /** The hash that the log ends with. */
  lastHash: string | null;
  records: () => Promise<RecordMaps>;
  draft: () => Promise<Draft>;
  meta: (id: string) => Promise<unknown>;
  readings: () => Promise<ReadingRow[]>;
  change: (op: string) => Promise<ChangeRow | null>;
}

export interface Plan<A> {
  changes?: RecordChange[];
  readings?: { put: ReadingRow[]; delete: string[] };
  snapshots?: SnapshotRow[];
  /** Ids of stored snapshots to throw away. */
  dropSnapshots?: string[];
  meta?: Record<string, unknown>;
  /** Takes the place of everything that is stored; what else the plan writes comes on top. */
  replace?: BackupContent;
  log?: { region: Region | null; kind: string; data: LogData }[];
  /** Whether `undo` can take it back; needs `changes` or `lifts`. */
  undoable?: boolean;
  lifts?: string[];
  apart?: ApartChange;
  /** Regions whose pages are to look again although no record changed. */
  touches?: Region[];
  /** Made from the handle for undoing (`null` where nothing can be undone) and the revision afterwards. */
  answer: (done: { undo: string | null; revision: number }) => A;
}

export interface Repository {
  /**
   * Plans and carries out one change.
   *
   * @returns the plan's answer; the first one's when the op was carried out before
   * @throws StorageError; whatever `plan` throws, with nothing written
   */
  change<A>(about: About, plan: (situation: Situation) => Promise<Plan<A>>): Promise<A>;
  /** Ends a change that is not written yet, with nothing written; it throws `stopped`. One that is written stays. */
  stop(op: string): void;
  /** How much of what a change writes the database has taken, from 0 to 1; `null` while it is not being written. */
  progress(op: string): number | null;
  /** All records and the revisions they are of; the same objects until the next change. Not to be changed. */
  records(): Promise<{ records: RecordMaps; revision: Revisions; bad: number }>;
  revisions(): Promise<Revisions>;
  meta(id: string): Promise<unknown>;
  snapshot(id: string): Promise<SnapshotRow | null>;
}

export interface RepositoryParts {
  database: Database;
  clock: () => Instant;
  /** Told after each change, and once at the start. */
  tell: (revision: Revisions) => void;
  locks?: LockManager | undefined;
  /** Where it stands that a large write is under way; only in a browser that needs it (`settle.ts`). */
  marks?: MarkArea | undefined;
}

/** How many changes keep their records before; older ones can no longer be undone. */
const keptChanges = 500;
const pruneEvery = 64;

/** A write under way: how to end it, and how much of it the database has taken, from 0 to 1. */
interface UnderWay {
  op: string;
  end: () => void;
  done: number;
}

/** After so many rows that were taken the figure is brought up to date. */
const rowsInStep = 100;

/** From so many records on a write takes long enough to be cut off inside. */
const largeWrite = 50;

/** How often a write is planned anew because somebody wrote in between; with Web Locks once is rare. */
const maxTries = 8;

class HeadMoved extends Error {}

function revisionsEqual(a: Revisions, b: Revisions): boolean {
  return a.us === b.us && a.eu === b.eu;
}

/** The repository over a database handle. */
export function createRepository({ database, clock, tell, locks, marks }: RepositoryParts): Repository {
  let cache: { records: RecordMaps; revision: Revisions; bad: number } | null = null;
  let loading: Promise<void> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let told = false;
  /** Ops that nobody wants any more, and how to end the one that is being written. */
  const stopped = new Set<string>();
  let writing: UnderWay | null = null;
  const goOn = (op: string): void => {
    if (stopped.has(op)) throw new StorageError('stopped');
  };

  /** Runs on an open connection; once more on a new one when the browser closed this one or the disk hiccuped. */
  const withDatabase = async <T>(run: (db: IDBPDatabase) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      const db = await database.connect();
      try {
        return await run(db);
      } catch (error) {
        const name = error instanceof DOMException ? error.name : '';
        if (attempt > 1 || (name !== 'InvalidStateError' && name !== 'UnknownError')) {
          throw error instanceof DOMException ? storageErrorOf(error) : error;
        }
        database.close();
      }
    }
  };

  const readHead = (db: IDBPDatabase): Promise<Head> =>
    db.get('meta', 'head').then((head: Head | undefined) => ({ ...noHead, ...head }));

  const loadRecords = async (): Promise<void> => {
    await withDatabase(async (db) => {
      const tx = db.transaction(['meta', ...recordStores]);
      const [head, ...lists] = await Promise.all([
        tx.objectStore('meta').get('head') as Promise<Head | undefined>,
        ...recordStores.map((store) => tx.objectStore(store).getAll()),
      ]);
      const records = noRecords();
      let bad = 0;
      recordStores.forEach((store, index) => {
        const sorted = sortOut(store, lists[index] as unknown[]);
        bad += sorted.bad;
        const map = records[store] as Map<string, unknown>;
        for (const row of sorted.rows) map.set(row.id, row);
      });
      cache = { records, revision: (head ?? noHead).revision, bad };
    });
  };

  const currentRecords = async (): Promise<NonNullable<typeof cache>> => {
    const { revision } = await withDatabase(readHead);
    if (!cache || !revisionsEqual(cache.revision, revision)) {
      loading ??= loadRecords().finally(() => (loading = null));
      await loading;
    }
    return cache!;
  };

  const oneAtATime = <T>(run: () => Promise<T>): Promise<T> => {
    const locked = (): Promise<T> => (locks ? locks.request('keyholder-writer', run) : run());
    const turn = queue.then(locked, locked);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const rowsOf = async <S extends OtherStore>(store: S): Promise<unknown[]> =>
    withDatabase((db) => db.getAll(store)) as Promise<unknown[]>;

  const attempt = async <A>(about: About, plan: (situation: Situation) => Promise<Plan<A>>): Promise<A> => {
    const { head, done } = await withDatabase(async (db) => {
      const tx = db.transaction(['meta', 'changes']);
      const [head, done] = await Promise.all([
        tx.objectStore('meta').get('head') as Promise<Head | undefined>,
        tx.objectStore('changes').get(about.op) as Promise<unknown>,
      ]);
      return { head: { ...noHead, ...head }, done };
    });
    if (done !== undefined && isRow('changes', done)) {
      // An op is its sender's own: nobody else's message gets the answer that was meant for it.
      if (done.kind !== about.kind || done.tier !== about.tier || done.region !== about.region) {
        throw new StorageError('failed', ['op']);
      }
      return done.answer as A;
    }

    goOn(about.op);
    const clockNow = clock();
    const now = clockNow > head.lastAt ? clockNow : new Date(Date.parse(head.lastAt) + 1).toISOString();
    const situation: Situation = {
      now,
      revision: head.revision,
      changes: head.changes,
      lastHash: head.lastHash,
      records: async () => (await currentRecords()).records,
      draft: async () => new Draft((await currentRecords()).records),
      meta: (id) => withDatabase((db) => db.get('meta', id)).then((row: { value: unknown } | undefined) => row?.value),
      readings: async () => (await rowsOf('readings')).filter((row) => isRow('readings', row)),
      change: async (op) => {
        const row: unknown = await withDatabase((db) => db.get('changes', op));
        return row !== undefined && isRow('changes', row) ? row : null;
      },
    };
    const planned = await plan(situation);
    goOn(about.op);
    const changes = planned.changes ?? [];
    const log = planned.log ?? [];
    const { replace } = planned;
    const nothing =
      !replace &&
      changes.length === 0 &&
      log.length === 0 &&
      !planned.snapshots?.length &&
      !planned.dropSnapshots?.length &&
      !planned.readings?.put.length &&
      !planned.readings?.delete.length &&
      Object.keys(planned.meta ?? {}).length === 0 &&
      !planned.touches?.length;
    const regionNow = (revision: Revisions): number =>
      about.region === null ? Math.max(revision.us, revision.eu) : revision[about.region];
    if (nothing) return planned.answer({ undo: null, revision: regionNow(head.revision) });

    const touched = new Set<Region>(planned.touches);
    for (const change of changes) touched.add((change.after ?? change.before)!.region);
    // Readings that wait are shown too.
    for (const row of planned.readings?.put ?? []) touched.add(row.region);
    if (planned.readings?.delete.length && about.region) touched.add(about.region);
    const revision = { ...head.revision };
    for (const region of touched) revision[region] += 1;

    let { lastSeq, lastHash } = head;
    let at = now;
    if (replace) {
      const last = replace.log.at(-1);
      lastSeq = last?.seq ?? 0;
      lastHash = last?.hash ?? null;
      // Written elsewhere, by a clock that may have been ahead of this one.
      if (last && last.at >= at) at = new Date(Date.parse(last.at) + 1).toISOString();
    }
    const entries: LogEntry[] = [];
    for (const { region, kind, data } of log) {
      const entry = await sealEntry({ seq: lastSeq + 1, at, region, kind, data, previous: lastHash });
      entries.push(entry);
      lastSeq = entry.seq;
      lastHash = entry.hash;
    }
    const undoable =
      planned.undoable === true &&
      (changes.length > 0 || (planned.lifts?.length ?? 0) > 0 || planned.apart !== undefined);
    const answer = planned.answer({ undo: undoable ? about.op : null, revision: regionNow(revision) });
    const record: ChangeRow = {
      op: about.op,
      kind: about.kind,
      tier: about.tier,
      region: about.region,
      at: now,
      answer,
      changes: undoable
        ? changes.map(({ store, id, before, after }) => ({
            store,
            id,
            before,
            revision: after !== null && 'revision' in after ? after.revision : null,
          }))
        : [],
      lifts: planned.lifts ?? [],
      ...(planned.apart && { apart: planned.apart }),
    };
    const nextHead: Head = {
      id: 'head',
      commits: head.commits + 1,
      changes: head.changes + (changes.length > 0 && log.length > 0 ? 1 : 0),
      firstAt: head.firstAt ?? (changes.length > 0 || replace ? at : null),
      lastSeq,
      lastHash,
      lastAt: at,
      revision,
    };
    const large = changes.length >= largeWrite || replace !== undefined;
    // Without the mark it is written all the same: nothing is lost by it unless this very write is cut off.
    if (large) await marks?.set({ [writingKey]: true }).catch(() => undefined);
    try {
      await withDatabase((db) => {
        goOn(about.op);
        writing = { op: about.op, end: () => undefined, done: 0 };
        return write(db, head, nextHead, { changes, record, entries, planned }, writing);
      });
    } catch (error) {
      if (!(error instanceof HeadMoved)) goOn(about.op);
      throw error;
    } finally {
      writing = null;
      if (large) await marks?.remove(writingKey).catch(() => undefined);
    }

    if (cache && !replace && revisionsEqual(cache.revision, head.revision)) {
      for (const { store, id, after } of changes) {
        const map = cache.records[store] as Map<string, unknown>;
        if (after === null) map.delete(id);
        else map.set(id, after);
      }
      cache = { ...cache, revision };
    } else cache = null;
    tell(revision);
    return answer;
  };

  /** After a write that was cut off; a store that cannot be opened now is said by the change that comes first. */
  const settle = async (): Promise<void> => {
    const found = await marks?.get(writingKey).catch(() => undefined);
    if (found?.[writingKey] === undefined) return;
    await withDatabase(settleLog);
    await marks?.remove(writingKey);
  };
  const settled = oneAtATime(settle).catch(() => undefined);

  return {
    change: (about, plan) =>
      oneAtATime(async () => {
        await settled;
        for (let tries = 1; ; tries += 1) {
          try {
            return await attempt(about, plan);
          } catch (error) {
            if (!(error instanceof HeadMoved)) throw error;
            cache = null;
            if (tries === maxTries) throw new StorageError('changed-meanwhile');
          }
        }
      }),
    stop(op) {
      stopped.add(op);
      if (writing?.op === op) writing.end();
    },
    progress: (op) => (writing?.op === op ? writing.done : null),
    async records() {
      const current = await currentRecords();
      if (!told) {
        // A worker that died between writing and telling left others behind.
        told = true;
        tell(current.revision);
      }
      return current;
    },
    revisions: () => withDatabase(readHead).then((head) => head.revision),
    meta: (id) => withDatabase((db) => db.get('meta', id)).then((row: { value: unknown } | undefined) => row?.value),
    async snapshot(id) {
      const row: unknown = await withDatabase((db) => db.get('snapshots', id));
      return row !== undefined && isRow('snapshots', row) ? row : null;
    },
  };
}

interface Writing {
  changes: RecordChange[];
  record: ChangeRow;
  entries: LogEntry[];
  planned: Pick<Plan<unknown>, 'readings' | 'snapshots' | 'dropSnapshots' | 'meta' | 'replace'>;
}

/** Everything in one transaction; rejects with nothing written. `underWay` learns how to end it and how far it is. */
async function write(
  db: IDBPDatabase,
  head: Head,
  nextHead: Head,
  writing: Writing,
  underWay: UnderWay,
): Promise<void> {
  const { changes, record, entries, planned } = writing;
  const stores = [...recordStores, 'readings', 'changes', 'snapshots', 'log', 'meta'];
  // Strict: an answer "saved" means that it survives the machine's power cut, too.
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const finished = tx.done;
  // Looked at below; a rejection in between must not count as unhandled.
  finished.catch(() => undefined);
  const end = (): void => {
    try {
      tx.abort();
    } catch {
      // Over already.
    }
  };
  underWay.end = end;
  // Without idb's promises: ten thousand of them cost more than the writes. A failed request aborts the transaction.
  const store = (name: string): IDBObjectStore => unwrap(tx.objectStore(name));
  const { meta = [], ...lists } = planned.replace ?? {};
  const all = Object.values(lists).reduce((sum, rows) => sum + rows.length, changes.length);
  let asked = 0;
  const count = (request: IDBRequest): void => {
    asked += 1;
    const done = asked / all;
    if (asked % rowsInStep === 0) request.onsuccess = () => (underWay.done = done);
  };
  try {
    const found = ((await tx.objectStore('meta').get('head')) as Head | undefined) ?? noHead;
    if (found.commits !== head.commits) throw new HeadMoved();
    if (planned.replace) {
      // Fingerprints are this profile's own, and no backup holds them.
      for (const name of stores) if (name !== 'fingerprints') store(name).clear();
      for (const [name, rows] of Object.entries(lists)) for (const row of rows) count(store(name).put(row));
      for (const row of meta) store('meta').put(row);
    }
    for (const { store: name, id, after } of changes) {
      count(after === null ? store(name).delete(id) : store(name).put(after));
    }
    for (const row of planned.readings?.put ?? []) store('readings').put(row);
    for (const id of planned.readings?.delete ?? []) store('readings').delete(id);
    for (const row of planned.snapshots ?? []) store('snapshots').put(row);
    for (const id of planned.dropSnapshots ?? []) store('snapshots').delete(id);
    for (const [id, value] of Object.entries(planned.meta ?? {})) store('meta').put({ id, value });
    for (const entry of entries) store('log').add(entry);
    store('changes').put(record);
    store('meta').put(nextHead);
    if (nextHead.commits % pruneEvery === 0) prune(store('changes'));
  } catch (error) {
    end();
    await finished.catch(() => undefined);
    throw error;
  }
  await finished;
}

/** Drops the oldest changes beyond those that are kept for undo. */
function prune(changes: IDBObjectStore): void {
  const count = changes.count();
  count.onsuccess = () => {
    let surplus = count.result - keptChanges;
    if (surplus <= 0) return;
    const cursor = changes.index('at').openCursor();
    cursor.onsuccess = () => {
      if (!cursor.result || surplus <= 0) return;
      surplus -= 1;
      cursor.result.delete();
      cursor.result.continue();
    };
  };
}
