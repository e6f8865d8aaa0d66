/** Reading for popup and dashboard: straight from the database, which their origin shares with the background. */
import type { BackupMark, BackupState } from '../domain/backup.ts';
import { resolveMapping } from '../domain/resolve-mapping.ts';
import { type RecordOf, type RecordStore, recordStores } from '../domain/draft.ts';
import type { Fingerprint } from '../domain/fingerprint.ts';
import type { Handover } from '../domain/handover.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { MappingRecords } from '../domain/records.ts';
import type { Region } from '../domain/words.ts';
import type { IDBPObjectStore } from 'idb';
import type { Database } from './database.ts';
import { storageErrorOf } from './errors.ts';
import { channelName } from './notices.ts';
import type { Head, Revisions } from './repository.ts';
import { readVault } from './vault.ts';
import { isRow, type LogEntry, type ReadingRow, type SnapshotRow, sortOut } from './rows.ts';

export { fingerprintOf, readVault } from './vault.ts';
export { openDatabase, databaseName, demoDatabaseName, type Database } from './database.ts';
export { demoChannelName } from './notices.ts';
export { StorageError, type StorageErrorCode } from './errors.ts';
export type { LogEntry, ReadingRow } from './rows.ts';

export interface RecordsRead {
  records: MappingRecords;
  /** Rows that could not be understood, and were put aside. */
  bad: number;
  revision: Revisions;
}

const noRevision: Revisions = { us: 0, eu: 0 };

/** So many rows come at once: unpacking more holds up a page that has other things to do. */
const rowsInPage = 1000;

/** All rows of a store in the order of their keys, page by page; the next one is on its way while one is looked at. */
export async function inPages<S extends string>(
  store: IDBPObjectStore<unknown, ArrayLike<string>, S>,
  take: (rows: unknown[]) => void,
  count = rowsInPage,
): Promise<void> {
  let asking = store.getAll(undefined, count);
  for (;;) {
    const rows: unknown[] = await asking;
    const last = rows.length < count ? undefined : (rows.at(-1) as Record<string, IDBValidKey>);
    if (last) asking = store.getAll(IDBKeyRange.lowerBound(last[store.keyPath as string], true), count);
    take(rows);
    if (!last) return;
  }
}

async function reading<T>(
  database: Database,
  run: (db: Awaited<ReturnType<Database['connect']>>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const db = await database.connect();
    try {
      return await run(db);
    } catch (error) {
      // The browser closed this connection: once more on a new one.
      if (attempt > 1 || !(error instanceof DOMException) || error.name !== 'InvalidStateError')
        throw storageErrorOf(error);
      database.close();
    }
  }
}

/**
 * All records, of one region where one is named, in one transaction.
 *
 * @param known what was read before of the same database: given back where nothing was changed since
 * @throws StorageError `read-only`, `blocked`, `full` or `failed`
 */
export async function readRecords(
  database: Database,
  region?: Region,
  known: RecordsRead | null = null,
): Promise<RecordsRead> {
  return reading(database, async (db) => {
    const tx = db.transaction(['meta', ...recordStores]);
    const asking = tx.objectStore('meta').get('head') as Promise<{ revision: Revisions } | undefined>;
    const isKnown = ({ revision }: RecordsRead, now: Revisions): boolean =>
      revision.us === now.us && revision.eu === now.eu;
    if (known && isKnown(known, (await asking)?.revision ?? noRevision)) return known;
    let bad = 0;
    const rows = async <S extends RecordStore>(store: S): Promise<RecordOf[S][]> => {
      const found: RecordOf[S][] = [];
      await inPages(tx.objectStore(store), (page) => {
        const sorted = sortOut(store, page);
        bad += sorted.bad;
        for (const row of sorted.rows) if (region === undefined || row.region === region) found.push(row);
      });
      return found;
    };
    const [head, organizations, workspaces, users, memberships, keys, coverage, policies, acceptances] =
      await Promise.all([
        asking,
        rows('organizations'),
        rows('workspaces'),
        rows('users'),
        rows('memberships'),
        rows('keys'),
        rows('coverage'),
        rows('policies'),
        rows('acceptances'),
      ]);
    const records = { organizations, workspaces, users, memberships, keys, coverage, policies, acceptances };
    return { records, bad, revision: head?.revision ?? noRevision };
  });
}

/** Reads all records again and again; those that are known are not read anew, and stay the same objects. */
export function recordsReader(database: Database): () => Promise<RecordsRead> {
  let known: RecordsRead | null = null;
  return async () => (known = await readRecords(database, undefined, known));
}

export interface MappingsRead extends RecordsRead {
  /** One for each organization, sorted by region, then id. */
  mappings: Mapping[];
}

/** All mappings, one for each organization, of one region where one is named; with the records behind them. */
export async function readMappings(database: Database, region?: Region): Promise<MappingsRead> {
  const read = await readRecords(database, region);
  const mappings = [...read.records.organizations]
    .sort((a, b) => (a.region !== b.region ? (a.region < b.region ? 1 : -1) : a.id < b.id ? -1 : 1))
    .map((organization) => resolveMapping(read.records, organization));
  return { ...read, mappings };
}

/** The mapping of one organization, `null` where there is none of that id. */
export async function readMapping(database: Database, organizationId: string): Promise<Mapping | null> {
  const { mappings } = await readMappings(database);
  return mappings.find((mapping) => mapping.organization.id === organizationId) ?? null;
}

/** Handovers of both regions, newest first. */
export async function readHandovers(database: Database): Promise<Handover[]> {
  const rows: unknown[] = await reading(database, (db) => db.getAll('handovers'));
  return sortOut('handovers', rows).rows.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

export interface FingerprintsRead {
  rows: Fingerprint[];
  /** Of the key that there is now: fingerprints of another one can no longer be checked. */
  epoch: string | null;
}

/** All fingerprints of both regions. */
export async function readFingerprints(database: Database): Promise<FingerprintsRead> {
  const [rows, vault] = await Promise.all([
    reading(database, (db) => db.getAll('fingerprints') as Promise<unknown[]>),
    readVault(database),
  ]);
  return { rows: sortOut('fingerprints', rows).rows, epoch: vault?.epoch ?? null };
}

/** Readings that wait until somebody says which workspace they belong to, newest first. */
export async function readReadings(database: Database): Promise<ReadingRow[]> {
  const rows: unknown[] = await reading(database, (db) => db.getAll('readings'));
  return rows.filter((row) => isRow('readings', row)).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The newest log entries, newest first. */
export async function readLog(database: Database, limit = 200): Promise<LogEntry[]> {
  return reading(database, async (db) => {
    const entries: LogEntry[] = [];
    let cursor = await db.transaction('log').store.openCursor(null, 'prev');
    while (cursor && entries.length < limit) {
      const row: unknown = cursor.value;
      if (isRow('log', row)) entries.push(row);
      cursor = await cursor.continue();
    }
    return entries;
  });
}

/** What a reminder of a backup is worked out from. */
export async function readBackupState(database: Database): Promise<BackupState> {
  return reading(database, async (db) => {
    const tx = db.transaction('meta');
    const [head, made, later] = (await Promise.all(
      ['head', 'backup', 'backup-later'].map((id) => tx.store.get(id) as Promise<unknown>),
    )) as [Head | undefined, ...({ value: BackupMark } | undefined)[]];
    return {
      firstAt: head?.firstAt ?? null,
      changes: head?.changes ?? 0,
      revision: head ? head.revision.us + head.revision.eu : 0,
      made: made?.value ?? null,
      later: later?.value ?? null,
    };
  });
}

/** Workspaces that somebody said are two: ids by id. */
export async function readApart(database: Database): Promise<Record<string, string[]>> {
  const row = await reading(database, (db) => db.get('meta', 'apart') as Promise<{ value: unknown } | undefined>);
  const value = row?.value;
  return value !== null && typeof value === 'object' ? (value as Record<string, string[]>) : {};
}

/** One stored snapshot, `null` where there is none of that id. */
export async function readSnapshot(database: Database, id: string): Promise<SnapshotRow | null> {
  const row: unknown = await reading(database, (db) => db.get('snapshots', id));
  return row !== undefined && isRow('snapshots', row) ? row : null;
}

/** Visits stored snapshots of an organization, oldest first, one at a time: a hundred of them would fill the memory. */
export async function visitSnapshots(
  database: Database,
  organizationId: string,
  visit: (row: SnapshotRow) => Promise<void> | void,
): Promise<void> {
  const range = IDBKeyRange.bound([organizationId], [organizationId, []]);
  const ids = (await reading(database, (db) => db.getAllKeysFromIndex('snapshots', 'organization', range))) as string[];
  for (const id of ids) {
    const row = await readSnapshot(database, id);
    if (row) await visit(row);
  }
}

/** Stored snapshots of an organization without their documents, newest first. */
export async function readSnapshots(
  database: Database,
  organizationId: string,
): Promise<Omit<SnapshotRow, 'document'>[]> {
  const rows: unknown[] = await reading(database, (db) =>
    db.getAllFromIndex('snapshots', 'organization', IDBKeyRange.bound([organizationId], [organizationId, []])),
  );
  return rows
    .filter((row) => isRow('snapshots', row))
    .map(({ document: _, ...row }) => row)
    .reverse();
}

/** Calls `listener` after each change anywhere in the extension, until the signal ends it. */
export function onChanged(listener: (revision: Revisions) => void, signal: AbortSignal, name = channelName): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<{ revision: Revisions }>) => listener(event.data.revision);
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
