/**
 * What lay in the database before a migration touched it: read as it lies there, whatever it is, and kept in a database of
 * its own until the next migration. A migration without it is not made.
 */
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type BackupContent, laterParts, travels } from '../domain/backup.ts';
import { recordStores } from '../domain/draft.ts';
import type { Instant } from '../domain/words.ts';
import { isRow, sortOut } from './rows.ts';

export interface RawCopy {
  /** Of the schema that the rows are of. */
  version: number;
  at: Instant;
  stores: Record<string, unknown[]>;
}

const beside = (name: string): string => `${name}-before-update`;
const row = 'copy';

async function rawOf(db: IDBPDatabase): Promise<RawCopy> {
  const names = [...db.objectStoreNames];
  const stores: RawCopy['stores'] = {};
  if (names.length > 0) {
    const tx = db.transaction(names);
    const lists = await Promise.all(names.map((store) => tx.objectStore(store).getAll() as Promise<unknown[]>));
    names.forEach((store, index) => (stores[store] = lists[index]!));
  }
  return { version: db.version, at: new Date().toISOString(), stores };
}

/** Whatever is stored, at whatever version; `null` where there is nothing. */
export async function readRaw(name: string): Promise<RawCopy | null> {
  if (!(await indexedDB.databases()).some((each) => each.name === name)) return null;
  // Without a version the browser opens what is there, newer than this code too.
  const db = await openDB(name, undefined, { blocking: (_a, _b, event) => (event.target as IDBDatabase).close() });
  try {
    return await rawOf(db);
  } finally {
    db.close();
  }
}

/**
 * Keeps what lies there now, unless somebody else has migrated it to `next` meanwhile; the copy from before is gone.
 * Rejects where there is no room for it.
 */
export async function keepBefore(name: string, next: number): Promise<void> {
  const copy = await readRaw(name);
  if (!copy || copy.version >= next) return;
  const db = await openDB(beside(name), 1, { upgrade: (made) => void made.createObjectStore('copies') });
  try {
    const tx = db.transaction('copies', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(copy, row), tx.done]);
  } finally {
    db.close();
  }
}

/** What the last migration found, `null` where there was none. */
export async function readBefore(name: string): Promise<RawCopy | null> {
  if (!(await indexedDB.databases()).some((each) => each.name === beside(name))) return null;
  const db = await openDB(beside(name));
  try {
    return ((await db.get('copies', row)) as RawCopy | undefined) ?? null;
  } finally {
    db.close();
  }
}

/** Throws the copy away. */
export function dropBefore(name: string): Promise<void> {
  return deleteDB(beside(name));
}

/** Fingerprints and the key they are made with stay in the profile: no file carries them. */
const stays = new Set(['fingerprints', 'vault', 'changes']);

/** The copy as the content of a backup; `null` where a row is not what the code of today knows. */
export function contentOf({ stores }: RawCopy): BackupContent | null {
  const content: Record<string, unknown[]> = {};
  for (const store of recordStores) {
    if (stays.has(store)) continue;
    const rows = stores[store] ?? (laterParts.has(store as never) ? [] : null);
    if (rows === null || sortOut(store, rows).bad > 0) return null;
    content[store] = rows;
  }
  for (const store of ['readings', 'snapshots', 'log'] as const) {
    const rows = stores[store] ?? [];
    if (!rows.every((each) => isRow(store, each))) return null;
    content[store] = rows;
  }
  const meta = (stores['meta'] ?? []) as { id: string; value?: unknown }[];
  content['meta'] = meta.filter(({ id }) => travels(id)).map(({ id, value }) => ({ id, value }));
  return content as unknown as BackupContent;
}

/** The copy as it is, as text: for data that the code does not understand. */
export function rawText({ version, at, stores }: RawCopy): string {
  const travelling = Object.fromEntries(Object.entries(stores).filter(([store]) => !stays.has(store)));
  return `${JSON.stringify({ format: 'keyholder.stored', schema: version, at, stores: travelling })}\n`;
}
