/** Runs in a page: reading and writing an estate, and its exports, each beside the bare library that it stands on. */
import canonicalize from 'canonicalize';
import Dexie from 'dexie';
import { openDB } from 'idb';
import Papa from 'papaparse';
import { type RecordMaps, recordStores } from '../../lib/domain/draft.ts';
import type { Snapshot } from '../../lib/domain/snapshot.ts';
import { csvParts } from '../../lib/exports/csv.ts';
import { snapshotText } from '../support/snapshot-text.ts';
import { digestOf, sealSnapshot } from '../../lib/exports/json.ts';
import { readSnapshot } from '../../lib/imports/json.ts';
import { planImport } from '../../lib/imports/plan-import.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import { readRecords } from '../../lib/storage/read.ts';
import { createRepository } from '../../lib/storage/repository.ts';
import { documentOf } from './document.ts';
import { benchNow, estate } from './estate.ts';
import { inTurns, type Timing } from './measure.ts';

type Rows = { [S in (typeof recordStores)[number]]: object[] };

const about = { op: 'op', kind: 'import', tier: 'own', region: 'us' } as const;
let names = 0;

/** A name that no database of this page has. */
const fresh = (): string => `bench-${String((names += 1))}`;

function done(request: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    request.oncomplete = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of recordStores) request.result.createObjectStore(store, { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });
}

function all(database: IDBDatabase): Promise<unknown[]> {
  const transaction = database.transaction([...recordStores], 'readonly');
  return Promise.all(
    recordStores.map(
      (store) =>
        new Promise<unknown>((resolve, reject) => {
          const request = transaction.objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('no reason given'));
        }),
    ),
  );
}

/** An import as the dashboard makes it: text → checked document → plan → one transaction. */
async function importInto(name: string, text: string): Promise<RecordMaps> {
  const database = openDatabase({ name });
  const repository = createRepository({ database, clock: () => benchNow, tell: () => undefined });
  const read = await readSnapshot(text);
  if (!read.snapshot) throw new Error('The bench made a snapshot that cannot be read.');
  const { snapshot, rejections } = read;
  let ids = 0;
  await repository.change(about, async (situation) => {
    const draft = await situation.draft();
    planImport(draft, snapshot, rejections, situation.now, () => `n${String((ids += 1))}`);
    return { changes: draft.changes(), undoable: true, answer: () => null };
  });
  const { records } = await repository.records();
  database.close();
  return records;
}

/** Measures an estate of so many keys. */
async function measure(keys: number, rounds: number): Promise<Record<string, Timing>> {
  const document: Snapshot = await sealSnapshot(documentOf(estate(keys)));
  const text = snapshotText(document);
  const ours = fresh();
  const records = await importInto(ours, text);
  const rows = Object.fromEntries(recordStores.map((store) => [store, [...records[store].values()]])) as Rows;
  const everyRow = recordStores.flatMap((store) => rows[store].map((row) => ({ store, row })));

  const writes = await inTurns(
    {
      'import: Keyholder, with all checks': () => importInto(fresh(), text),
      'import: raw IndexedDB, put only': async () => {
        const database = await opened(fresh());
        const transaction = database.transaction([...recordStores], 'readwrite', { durability: 'strict' });
        for (const { store, row } of everyRow) transaction.objectStore(store).put(row);
        await done(transaction);
        database.close();
      },
      'import: Dexie, bulkPut': async () => {
        const database = new Dexie(fresh());
        database.version(1).stores(Object.fromEntries(recordStores.map((store) => [store, 'id'])));
        await database.transaction('rw', [...recordStores], () =>
          Promise.all(recordStores.map((store) => database.table(store).bulkPut(rows[store]))),
        );
        database.close();
      },
    },
    rounds,
  );

  const [rawName, dexieName] = [fresh(), fresh()];
  const raw = await opened(rawName);
  const dexie = new Dexie(dexieName);
  dexie.version(1).stores(Object.fromEntries(recordStores.map((store) => [store, 'id'])));
  const filling = raw.transaction([...recordStores], 'readwrite');
  for (const { store, row } of everyRow) filling.objectStore(store).put(row);
  await done(filling);
  await Promise.all(recordStores.map((store) => dexie.table(store).bulkPut(rows[store])));
  const idb = await openDB(rawName, 1);
  const database = openDatabase({ name: ours });
  const reads = await inTurns(
    {
      'read all: Keyholder, every row checked': () => readRecords(database),
      'read all: raw getAll': () => all(raw),
      'read all: idb getAll': () => Promise.all(recordStores.map((store) => idb.getAll(store))),
      'read all: Dexie toArray': () => Promise.all(recordStores.map((store) => dexie.table(store).toArray())),
    },
    rounds,
  );
  for (const each of [raw, idb, dexie, database]) each.close();

  const { digest: _, ...unsealed } = document;
  // The very cells that ours writes.
  const cells = Papa.parse<string[]>([...csvParts(document)].join(''), { skipEmptyLines: true }).data;
  const exports = await inTurns(
    {
      'JSON: Keyholder': () => snapshotText(document),
      'JSON: JSON.stringify, indented': () => JSON.stringify(document, null, 2),
      'CSV: Keyholder': () => [...csvParts(document)].join(''),
      'CSV: Papa Parse, the same cells': () => Papa.unparse(cells, { newline: '\r\n' }),
      'digest: Keyholder': () => sealSnapshot(unsealed),
      'digest: canonicalize and SHA-256': () => digestOf(canonicalize(unsealed) ?? ''),
      'read JSON: Keyholder, with all checks': () => readSnapshot(text),
      'read JSON: JSON.parse': () => JSON.parse(text) as unknown,
    },
    rounds,
  );
  return { ...writes, ...reads, ...exports };
}

Object.assign(globalThis, { measureStorage: measure });
