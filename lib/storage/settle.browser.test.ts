/** Large writes are marked while they are under way; what was cut off is settled before the next change. */
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newWorkspace } from '../domain/new-records.ts';
import { type Database, openDatabase } from './database.ts';
import { createRepository, type Repository } from './repository.ts';
import { type MarkArea, writingKey } from './settle.ts';

/** An area that remembers what was done to it, in order. */
class Area implements MarkArea {
  readonly items: Record<string, unknown>;
  readonly done: string[] = [];

  constructor(items: Record<string, unknown> = {}) {
    this.items = items;
  }

  get(key: string): Promise<Record<string, unknown>> {
    this.done.push('get');
    return Promise.resolve(key in this.items ? { [key]: this.items[key] } : {});
  }

  set(items: Record<string, unknown>): Promise<void> {
    this.done.push('set');
    Object.assign(this.items, items);
    return Promise.resolve();
  }

  remove(key: string): Promise<void> {
    this.done.push('remove');
    delete this.items[key];
    return Promise.resolve();
  }
}

let name: string;
let database: Database;

beforeEach(() => {
  name = `keyholder-settle-${Math.random()}`;
  database = openDatabase({ name });
});

afterEach(async () => {
  database.close();
  await deleteDB(name);
});

const repositoryWith = (marks: MarkArea): Repository =>
  createRepository({ database, clock: () => '2026-03-01T10:00:00.000Z', tell: () => undefined, marks });

const write = (repository: Repository, op: string, count: number, fail = false): Promise<null> =>
  repository.change({ op, kind: 'test', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    for (let index = 0; index < count; index += 1) draft.put('workspaces', newWorkspace(`${op}-${index}`, 'us', 'org'));
    const changes = draft.changes();
    // An id that is no key of a store: the transaction fails half way.
    if (fail) changes.push({ ...changes[0]!, after: { ...changes[0]!.after!, id: null } as never });
    return { changes, answer: () => null };
  });

test('a large write stands in the mark from before until after, a small one does not', async () => {
  const area = new Area();
  const repository = repositoryWith(area);
  await write(repository, 'small', 3);
  expect(area.done).toEqual(['get']);
  await write(repository, 'large', 200);
  expect(area.done).toEqual(['get', 'set', 'remove']);
  expect((await repository.records()).records.workspaces.size).toBe(203);
});

test('one that fails takes its mark away', async () => {
  const area = new Area();
  await expect(write(repositoryWith(area), 'fails', 200, true)).rejects.toThrow();
  expect(area.done).toEqual(['get', 'set', 'remove']);
});

test('a mark that was left over is settled before anything is written, and leaves no trace', async () => {
  const area = new Area({ [writingKey]: true });
  const repository = repositoryWith(area);
  await write(repository, 'after', 3);
  expect(area.done).toEqual(['get', 'remove']);
  expect(area.items).toEqual({});
  const db = await database.connect();
  expect((await db.getAllKeys('meta')).sort()).toEqual(['head']);
});

test('where the mark cannot be written, the change is', async () => {
  const area = new Area();
  area.set = () => Promise.reject(new Error('planted'));
  area.remove = () => Promise.reject(new Error('planted'));
  const repository = repositoryWith(area);
  await write(repository, 'large', 200);
  expect((await repository.records()).records.workspaces.size).toBe(200);
});
