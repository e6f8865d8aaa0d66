/**
 * What a browser that was killed inside a large write leaves behind. LevelDB, in which Chromium keeps IndexedDB, writes
 * the head and the body of a record in two steps. Where the process ends in between, the next start takes the torn record
 * for the end of the log, and goes on writing behind it; the start after that finds a record that is none, drops the
 * acknowledged ones behind it, and may throw the whole store away (seen in Chromium 156, by cutting the power
 * again and again: `test/faults/chromium/power-cut.test.ts`). So who finds that a large write was cut off fills the log
 * until LevelDB has put it away in a table and begun another one, before anything else is written.
 */
import { type IDBPDatabase, unwrap } from 'idb';

/** Stands in `storage.local` for as long as a large write is under way. */
export const writingKey = 'writing';

/** The part of `browser.storage.local` that the mark needs. */
export interface MarkArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Chromium's LevelDB begins another log after four megabytes at most; this is half as much again. */
const filler = { rows: 200, length: 30_000 };

/** Has the browser begin another log: writes some megabytes, and takes them out again within the transaction. */
export async function settleLog(db: IDBPDatabase): Promise<void> {
  const fill = async (rows: number): Promise<void> => {
    const tx = db.transaction('meta', 'readwrite', { durability: 'strict' });
    const meta = unwrap(tx.objectStore('meta'));
    for (let row = 0; row < rows; row += 1) meta.put({ id: 'filler', value: `${row}`.padEnd(filler.length, '.') });
    meta.delete('filler');
    await tx.done;
  };
  await fill(filler.rows);
  // The log is changed by the first write that finds it full.
  await fill(1);
}
