/** Reading everything: for the log page, for backups. Apart from `read.ts`, since only the dashboard needs it. */
import { type BackupContent, travels } from '../domain/backup.ts';
import { type RecordOf, type RecordStore, recordStores } from '../domain/draft.ts';
import type { LogEntry } from '../domain/stored.ts';
import type { Instant } from '../domain/words.ts';
import type { Database } from './database.ts';
import { StorageError, storageErrorOf } from './errors.ts';
import type { Head, Revisions } from './repository.ts';
import { inPages } from './read.ts';
import { isRow, type OtherRowOf, type OtherStore, sortOut } from './rows.ts';

export interface LogRead {
  /** Oldest first. */
  entries: LogEntry[];
  /** What the log ended with when it was last written. */
  end: { seq: number; hash: string | null };
}

export interface EverythingRead {
  content: BackupContent;
  revision: Revisions;
  /** Rows that could not be understood; they are not in `content`. */
  bad: number;
}

/** A change that can be taken back as it stands: nothing that it wrote was changed since. */
export interface UndoableChange {
  op: string;
  kind: string;
  /** When it was made: its log entries carry the same moment, and no other change does. */
  at: Instant;
}

/** So many of the newest changes are offered for undo. */
const mostUndoable = 50;

/** Rows of these stores may be as large as everything else together. */
const pageOf: Record<string, number> = { snapshots: 1, changes: 10 };

async function allOf(store: Parameters<typeof inPages>[0]): Promise<unknown[]> {
  const all: unknown[] = [];
  await inPages(store, (rows) => all.push(...rows), pageOf[store.name]);
  return all;
}

async function once<T>(database: Database, stores: string[], take: (all: unknown[][], head: Head | undefined) => T) {
  try {
    const tx = (await database.connect()).transaction(['meta', ...stores]);
    const [head, ...all] = await Promise.all([
      tx.objectStore('meta').get('head') as Promise<Head | undefined>,
      ...stores.map((store) => allOf(tx.objectStore(store))),
    ]);
    return take(all, head);
  } catch (error) {
    // The browser closed the connection: whoever asks again gets a new one.
    if (error instanceof DOMException && error.name === 'InvalidStateError') database.close();
    throw error instanceof StorageError ? error : storageErrorOf(error);
  }
}

/** The whole log; an entry that cannot be understood is missing, which verifying shows. */
export function readWholeLog(database: Database): Promise<LogRead> {
  return once(database, ['log'], ([rows = []], head) => ({
    entries: rows.filter((row) => isRow('log', row)),
    end: { seq: head?.lastSeq ?? 0, hash: head?.lastHash ?? null },
  }));
}

/** The newest changes that can be taken back, newest first. */
export function readUndoable(database: Database): Promise<UndoableChange[]> {
  return once(database, ['changes', ...recordStores], ([rows = [], ...lists]) => {
    const records = new Map(
      recordStores.map((store, index) => [
        store,
        new Map((lists[index] as { id: string; revision?: number }[]).map((row) => [row.id, row.revision ?? null])),
      ]),
    );
    return rows
      .filter((row) => isRow('changes', row))
      .filter(
        ({ changes, lifts, apart }) =>
          (changes.length + lifts.length > 0 || apart !== undefined) &&
          changes.every(({ store, id, revision }) => (records.get(store)?.get(id) ?? null) === revision),
      )
      .map(({ op, kind, at }) => ({ op, kind, at }))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, mostUndoable);
  });
}

/** Everything that goes into a backup, in one transaction. */
export function readEverything(database: Database): Promise<EverythingRead> {
  const stores = [...recordStores, 'readings', 'snapshots', 'log', 'meta'];
  return once(database, stores, (all, head) => {
    let bad = 0;
    const rowsOf = (store: string): unknown[] => all[stores.indexOf(store)] ?? [];
    const records = <S extends RecordStore>(store: S): RecordOf[S][] => {
      const sorted = sortOut(store, rowsOf(store));
      bad += sorted.bad;
      return sorted.rows;
    };
    const others = <S extends OtherStore>(store: S): OtherRowOf[S][] => {
      const rows = rowsOf(store);
      const right = rows.filter((row) => isRow(store, row));
      bad += rows.length - right.length;
      return right;
    };
    const meta = rowsOf('meta') as { id: string; value?: unknown }[];
    return {
      content: {
        organizations: records('organizations'),
        workspaces: records('workspaces'),
        users: records('users'),
        memberships: records('memberships'),
        keys: records('keys'),
        coverage: records('coverage'),
        policies: records('policies'),
        acceptances: records('acceptances'),
        handovers: records('handovers'),
        readings: others('readings'),
        snapshots: others('snapshots'),
        log: others('log'),
        meta: meta.filter(({ id }) => travels(id)).map(({ id, value }) => ({ id, value })),
      },
      revision: head?.revision ?? { us: 0, eu: 0 },
      bad,
    };
  });
}
