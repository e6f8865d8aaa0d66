/**
 * The connection to the one database, in the extension's own origin. Opened on first use and again after the browser
 * closed it; gives way at once when a newer version wants to upgrade.
 */
import { type IDBPDatabase, openDB } from 'idb';
import { keepBefore } from './before-update.ts';
import { StorageError, storageErrorOf } from './errors.ts';
import { type Step, steps } from './migrations.ts';

export const databaseName = 'keyholder';
/** The demo organization's: no record of it ever lies beside a real one. */
export const demoDatabaseName = 'keyholder-demo';

export interface DatabaseOptions {
  name?: string;
  /** The schema's history; another one only in tests of migrations. */
  steps?: readonly Step[];
  /** How long to wait for another tab that holds an older version open. */
  blockedMs?: number;
}

/** A connection that comes back by itself. */
export interface Database {
  /** The open connection. @throws StorageError `read-only`, `blocked`, `full` or `failed` */
  connect(): Promise<IDBPDatabase>;
  /** Closes; the next `connect` opens anew. */
  close(): void;
}

/** Makes the handle; opens nothing yet. */
export function openDatabase(options: DatabaseOptions = {}): Database {
  const { name = databaseName, steps: history = steps, blockedMs = 1500 } = options;
  let current: Promise<IDBPDatabase> | null = null;

  const forget = (connection: Promise<IDBPDatabase>): void => {
    if (current === connection) current = null;
  };

  const open = (): Promise<IDBPDatabase> => {
    const connection: Promise<IDBPDatabase> = openCurrent(name, history, blockedMs, () => forget(connection));
    connection.catch(() => forget(connection));
    return connection;
  };

  return {
    connect: () => (current ??= open()),
    close() {
      const connection = current;
      current = null;
      connection?.then(
        (db) => db.close(),
        () => undefined,
      );
    },
  };
}

/** Opens at the version of the code; where that takes a migration, what is stored is copied first. */
async function openCurrent(
  name: string,
  history: readonly Step[],
  blockedMs: number,
  closed: () => void,
): Promise<IDBPDatabase> {
  const first = await openVersion(name, history, blockedMs, closed, false);
  if (first !== 'older') return first;
  try {
    await keepBefore(name, history.length);
  } catch (error) {
    throw storageErrorOf(error);
  }
  return (await openVersion(name, history, blockedMs, closed, true)) as IDBPDatabase;
}

/** @returns `older` where there are data to migrate, and `kept` does not say that they were copied */
async function openVersion(
  name: string,
  history: readonly Step[],
  blockedMs: number,
  closed: () => void,
  kept: boolean,
): Promise<IDBPDatabase | 'older'> {
  const version = history.length;
  let migrationError: unknown;
  let blockedTimer: ReturnType<typeof setTimeout> | undefined;
  let givenUp = false;
  let older = false;
  const opening = open(() =>
    openDB(name, version, {
      upgrade(db, oldVersion, _newVersion, tx) {
        // idb does not abort when an asynchronous upgrade rejects: a half-made schema would be committed.
        tx.done.catch(() => undefined);
        if (oldVersion > 0 && !kept) {
          older = true;
          tx.abort();
          return;
        }
        const run = async (): Promise<void> => {
          for (const step of history.slice(oldVersion)) await step.migrate(db, tx);
        };
        run().catch((error: unknown) => {
          migrationError = error;
          try {
            tx.abort();
          } catch {
            // Already aborted by the browser for the same reason.
          }
        });
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        closed();
      },
      terminated: closed,
      blocked: () => {
        blockedTimer = setTimeout(() => {
          givenUp = true;
          stopWaiting?.(new StorageError('blocked'));
        }, blockedMs);
      },
    }),
  );
  let stopWaiting: ((error: Error) => void) | undefined;
  const blocked = new Promise<never>((_, reject) => (stopWaiting = reject));
  // Whoever gave up must not hold the database open when it opens later on after all.
  opening.then(
    (db) => givenUp && db.close(),
    () => undefined,
  );
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    if (older) return 'older';
    if (migrationError !== undefined) throw new StorageError('failed', ['migration'], { cause: migrationError });
    if (error instanceof DOMException && error.name === 'VersionError') {
      throw new StorageError('read-only', await versions(name, version), { cause: error });
    }
    throw storageErrorOf(error);
  } finally {
    clearTimeout(blockedTimer);
  }
}

/** Some failures to open are thrown at once instead of being answered; both come out as a rejection. */
async function open(opening: () => Promise<IDBPDatabase>): Promise<IDBPDatabase> {
  return opening();
}

/** The version of the data and of the code, as far as the browser tells. */
async function versions(name: string, version: number): Promise<string[]> {
  try {
    const found = (await indexedDB.databases()).find((entry) => entry.name === name);
    return [String(found?.version ?? ''), String(version)];
  } catch {
    return ['', String(version)];
  }
}
