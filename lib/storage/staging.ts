/**
 * Where a backup waits between the page that read it and the background that writes it: a message holds no more than
 * 64 MiB, a backup may. A database of its own, so that the mapping's has one writer; emptied before and after.
 */
import { deleteDB, openDB } from 'idb';
import type { Backup } from '../domain/backup.ts';

const name = 'keyholder-restore';

async function withStaging<T>(run: (db: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const db = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore('files') });
  try {
    return await run(db);
  } finally {
    db.close();
  }
}

/** Keeps one backup under an id; what waited before is gone. */
export function stageBackup(id: string, backup: Backup): Promise<void> {
  return withStaging(async (db) => {
    const tx = db.transaction('files', 'readwrite');
    await Promise.all([tx.store.clear(), tx.store.put(backup, id), tx.done]);
  });
}

/** The backup that waits under an id, as it lies there: whoever takes it checks it. */
export function stagedBackup(id: string): Promise<unknown> {
  return withStaging((db) => db.get('files', id));
}

/** Takes away whatever waits. */
export function dropStaged(): Promise<void> {
  return deleteDB(name);
}
