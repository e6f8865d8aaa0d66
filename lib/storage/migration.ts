/** What one step of the schema is. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step of the schema. May be asynchronous, but may await nothing except requests of `tx`. Never deletes what was
 * not converted.
 */
export type Migration = (
  db: IDBPDatabase,
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;
