/** Records merged, changed together, deleted and brought back, through the real door, repository and database. */
import { deleteDB } from 'idb';
import type { MessageSender } from '../messages/door.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { recordStores } from '../domain/draft.ts';
import { resolveMapping } from '../domain/resolve-mapping.ts';
import { openDoor } from '../messages/door.ts';
import { type KeyInput, type Messages, type MessageType, protocolVersion } from '../messages/protocol.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { readApart, readRecords } from '../storage/read.ts';
import { readUndoable, readWholeLog } from '../storage/read-all.ts';
import { createRepository, type Repository } from '../storage/repository.ts';
import { rules } from '../rules/index.ts';
import { explainText } from '../../components/ui/explain-text.ts';
import { makeVault } from '../storage/vault.ts';
import { answerMessages, errorOf } from './answer-messages.ts';
import { memoryKey } from './record-observation.ts';

const origin = 'chrome-extension://abc/';
const sender: MessageSender = { id: 'abc', url: `${origin}dashboard.html` };
const start = '2026-11-23T12:00:00.000Z';
let name: string;
let database: Database;
let repository: Repository;
let door: ReturnType<typeof openDoor>;
let count = 0;

beforeEach(async () => {
  name = `keyholder-together-${(count += 1)}-${Math.random()}`;
  database = openDatabase({ name });
  repository = createRepository({ database, clock: () => start, tell: () => undefined });
  const nothing = (): Promise<never> => Promise.reject(new Error('not asked for'));
  door = openDoor({
    extensionId: 'abc',
    ownOrigin: origin,
    errorOf,
    handlers: answerMessages({
      repository,
      clock: () => start,
      newId: () => `id-${(count += 1)}`,
      makeVault: () => makeVault(database),
      explain: (of, actions, now) => explainText(of, actions, now, rules),
      session: { get: () => Promise.resolve({}), set: () => Promise.resolve(), remove: () => Promise.resolve() },
      browser: {
        setTitle: nothing,
        setBadgeText: nothing,
        sendToTab: nothing,
        tabsOf: nothing,
        tab: nothing,
        openTab: nothing,
        urlOf: (path) => origin + path,
        getMessage: (key) => key,
      },
    }),
  });
  const records = recordsOf([northwind, northwindEu], start);
  await repository.change({ op: 'fill', kind: 'fill', tier: 'own', region: null }, async ({ draft: makeDraft }) => {
    const draft = await makeDraft();
    const all = { ...records, handovers: [], fingerprints: [] };
    for (const store of recordStores) for (const record of all[store] ?? []) draft.put(store, record);
    return {
      changes: draft.changes(),
      meta: { [memoryKey('us')]: { candidates: {}, signedIn: { 'org-us': 'u-abbott' } } },
      answer: () => null,
    };
  });
});
afterEach(async () => {
  database.close();
  await deleteDB(name);
});

let ops = 0;
const op = (): string => `op-${(ops += 1)}`;

async function reply<T extends MessageType>(type: T, body: Messages[T]['send']) {
  return door({ version: protocolVersion, type, body }, sender);
}
async function ask<T extends MessageType>(type: T, body: Messages[T]['send']): Promise<Messages[T]['get']> {
  const answer = await reply(type, body);
  if (!answer.ok) throw new Error(`${type}: ${answer.error.code} ${answer.error.details.join(' ')}`);
  return answer.body;
}

/** Everything but revisions, which only rise. */
async function stored(): Promise<unknown> {
  const { records } = await readRecords(database);
  return JSON.parse(JSON.stringify(records, (key, value: unknown) => (key === 'revision' ? undefined : value)));
}
async function mapping() {
  const { records } = await readRecords(database);
  return resolveMapping(
    records,
    records.organizations.find(({ region }) => region === 'us')!,
  );
}
async function revisionsOf(store: 'users' | 'workspaces', ids: [string, string]): Promise<[number, number]> {
  const { records } = await readRecords(database);
  return ids.map((id) => records[store].find((record) => record.id === id)!.revision) as [number, number];
}
const lastLog = async () => (await readWholeLog(database)).entries.at(-1)!;

describe('merging', () => {
  test('two people: one change, logged, the signed-in person follows, undone whole', async () => {
    const before = await stored();
    const revisions = await revisionsOf('users', ['u-dana', 'u-abbott']);
    const merge = { store: 'users', keptId: 'u-dana', goneId: 'u-abbott', choices: { email: 'gone' } } as const;
    const { undo } = await ask('own/merge', { op: op(), revisions, ...merge });
    const { users, keys } = await mapping();
    expect(users.find(({ id }) => id === 'u-dana')!.email).toBe('noor.abbott@northwind.example');
    expect(keys.find(({ id }) => id === 'k8')!.ownerId).toBe('u-dana');
    expect(JSON.stringify(await stored())).not.toContain('u-abbott');
    expect(await repository.meta(memoryKey('us'))).toMatchObject({ signedIn: { 'org-us': 'u-dana' } });
    expect(await lastLog()).toMatchObject({
      kind: 'merge',
      region: 'us',
      data: { store: 'users', kept: 'u-dana', gone: 'u-abbott', keys: 1 },
    });
    await ask('own/undo', { op: op(), undo: undo! });
    expect(await stored()).toEqual(before);
  });

  test('two workspaces come back whole, too', async () => {
    const before = await stored();
    const revisions = await revisionsOf('workspaces', ['w-emea', 'w-na']);
    const merge = { store: 'workspaces', keptId: 'w-emea', goneId: 'w-na', choices: {} } as const;
    const { undo } = await ask('own/merge', { op: op(), revisions, ...merge });
    expect((await mapping()).workspaces.map(({ id }) => id)).not.toContain('w-na');
    await ask('own/undo', { op: op(), undo: undo! });
    expect(await stored()).toEqual(before);
  });

  test('what is not what was shown, or cannot be one, changes nothing', async () => {
    const before = await stored();
    const revisions = await revisionsOf('users', ['u-dana', 'u-abbott']);
    const merge = { store: 'users', keptId: 'u-dana', goneId: 'u-abbott', choices: {} } as const;
    expect(await reply('own/merge', { op: op(), ...merge, revisions: [revisions[0], revisions[1] + 1] })).toMatchObject(
      { error: { code: 'changed-meanwhile' } },
    );
    expect(
      await reply('own/merge', {
        op: op(),
        ...merge,
        goneId: 'u-lena',
        revisions: await revisionsOf('users', ['u-dana', 'u-lena']),
      }),
    ).toMatchObject({ error: { code: 'not-found' } });
    expect(await stored()).toEqual(before);
  });

  test('"not the same" is kept', async () => {
    await ask('own/keep-apart', { op: op(), workspaceId: 'w-legal', others: ['w-fin'] });
    await ask('own/keep-apart', { op: op(), workspaceId: 'w-legal', others: ['w-hr', 'w-fin'] });
    expect(await readApart(database)).toEqual({ 'w-legal': ['w-fin', 'w-hr'] });
  });

  test('"not the same" is taken back, and said again, whatever was said in between', async () => {
    const first = await ask('own/keep-apart', { op: op(), workspaceId: 'w-legal', others: ['w-fin'] });
    await ask('own/keep-apart', { op: op(), workspaceId: 'w-legal', others: ['w-hr', 'w-fin'] });
    expect((await readUndoable(database)).map(({ kind }) => kind)).toEqual(['keep-apart', 'keep-apart']);
    const back = await ask('own/undo', { op: op(), undo: first.undo! });
    expect(await readApart(database)).toEqual({ 'w-legal': ['w-hr'] });
    await ask('own/undo', { op: op(), undo: back.undo! });
    expect(await readApart(database)).toEqual({ 'w-legal': ['w-hr', 'w-fin'] });
    const { entries } = await readWholeLog(database);
    expect(entries.slice(-4).map(({ kind, data }) => [kind, data['what'] ?? data['others']])).toEqual([
      ['keep-apart', ['w-fin']],
      ['keep-apart', ['w-hr']],
      ['undo', 'keep-apart'],
      ['undo', 'undo'],
    ]);
  });

  test('"not the same" said twice is one saying, and the second is nothing to take back', async () => {
    await ask('own/keep-apart', { op: op(), workspaceId: 'w-legal', others: ['w-fin'] });
    const again = await ask('own/keep-apart', { op: op(), workspaceId: 'w-legal', others: ['w-fin'] });
    expect(again.undo).toBeNull();
  });
});

describe('several keys at once', () => {
  test('everything that is said, of all of them, in one change that is undone whole', async () => {
    const before = await stored();
    const { undo } = await ask('own/edit-keys', {
      op: op(),
      keyIds: ['k1', 'k3', 'k4'],
      edit: {
        ownerId: 'u-root',
        ownerType: 'service-account',
        status: 'narrowed',
        rotationDays: 45,
        usedBy: { add: ['Zapier', 'CRM sync '] },
        notes: ' all three ',
      },
    });
    const { keys, users } = await mapping();
    for (const id of ['k1', 'k3', 'k4']) {
      expect(keys.find((key) => key.id === id)).toMatchObject({
        ownerId: 'u-root',
        status: 'narrowed',
        rotationDays: 45,
        notes: 'all three',
        verifiedOn: '2026-11-23',
      });
    }
    expect(keys.find(({ id }) => id === 'k1')!.usedBy).toEqual(['CRM sync', 'Billing export', 'Zapier']);
    expect(users.find(({ id }) => id === 'u-root')).toMatchObject({ kind: 'service-account', orgAdmin: 'no' });
    const kinds = (await readWholeLog(database)).entries.map(({ kind }) => kind);
    expect(kinds.slice(-5)).toEqual([
      'owner-changed',
      'owner-changed',
      'owner-changed',
      'owner-type-changed',
      'edit-keys',
    ]);
    await ask('own/undo', { op: op(), undo: undo! });
    expect(await stored()).toEqual(before);
  });

  test('owners confirmed today, where there is an owner; what is cleared is not known', async () => {
    await ask('own/edit-keys', { op: op(), keyIds: ['k1', 'k4'], edit: { verified: true, usedBy: { replace: [] } } });
    const { keys } = await mapping();
    expect(keys.find(({ id }) => id === 'k1')).toMatchObject({ verifiedOn: '2026-11-23', usedBy: [] });
    expect(keys.find(({ id }) => id === 'k4')!.verifiedOn).toBeNull();
    await ask('own/edit-keys', { op: op(), keyIds: ['k1'], edit: { ownerId: null } });
    expect((await mapping()).keys.find(({ id }) => id === 'k1')).toMatchObject({ ownerId: null, verifiedOn: null });
  });

  test('said again, nothing is written; with one key that is not there, nothing at all', async () => {
    const edit = { rotationDays: 45 };
    await ask('own/edit-keys', { op: op(), keyIds: ['k1', 'k3'], edit });
    expect(await ask('own/edit-keys', { op: op(), keyIds: ['k1', 'k3'], edit })).toMatchObject({ undo: null });
    const before = await stored();
    expect(await reply('own/edit-keys', { op: op(), keyIds: ['k1', 'nobody'], edit: { notes: 'x' } })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await reply('own/edit-keys', { op: op(), keyIds: ['k1', 'k9'], edit: { ownerId: 'u-dana' } })).toMatchObject(
      { error: { code: 'not-found' } },
    );
    expect(await stored()).toEqual(before);
  });
});

test('a new secret takes the place of the former one: nothing of that goes over, and it comes back', async () => {
  const before = await stored();
  const former = (await mapping()).keys.find(({ id }) => id === 'k1')!;
  const { id, workspaceId, type, label, usedBy, demand, notes, rotationDays } = former;
  const input: KeyInput = {
    ...{
      id,
      workspaceId,
      revision: null,
      type,
      label,
      usedBy: [...usedBy],
      demand: { ...demand },
      notes,
      rotationDays,
    },
    ...{ hint: null, status: 'active', ownerId: null, createdOn: '2026-11-23', rotatedOn: null, verifiedOn: null },
    newSecret: true,
  };
  const { undo } = await ask('own/save-key', { op: op(), input });
  const after = (await mapping()).keys.find((each) => each.id === 'k1')!;
  expect(after).toMatchObject({
    ...{ generation: former.generation + 1, ownerId: null, hint: null, verifiedOn: null, status: 'active' },
    ...{ createdOn: '2026-11-23', usedBy, notes },
  });
  const { records } = await readRecords(database);
  const generations = records.keys.find((each) => each.id === 'k1')!.generations;
  expect(generations.at(-2)!.status.entered?.value).toBe('replaced');
  await ask('own/undo', { op: op(), undo: undo! });
  expect(await stored()).toEqual(before);
});

describe('a person or a workspace that is new', () => {
  const place = { id: null, organizationId: 'org-us', region: 'us', revision: null } as const;
  const person = (email: string) => ({
    ...{ ...place, name: null, email, pandadocId: null, kind: null, orgAdmin: null, license: null },
    ...{ status: 'active' as const, roles: {} },
  });
  const workspace = { ...place, name: 'Marketing', pandadocId: null, kind: 'standard', status: 'active' } as const;
  const key: KeyInput = {
    ...{ id: null, revision: null, workspaceId: 'new', type: 'production', label: null, hint: null, status: 'active' },
    ...{
      ownerId: null,
      createdOn: null,
      rotatedOn: null,
      verifiedOn: null,
      rotationDays: null,
      usedBy: [],
      demand: {},
    },
    notes: null,
  };

  test('comes with a key, and goes with it again', async () => {
    const before = await stored();
    const owner = person('mo@northwind.example');
    const { id, undo } = await ask('own/save-key', { op: op(), input: key, workspace, owner });
    const { keys, users, workspaces } = await mapping();
    const added = keys.find((each) => each.id === id)!;
    expect(workspaces.find((each) => each.id === added.workspaceId)!.name).toBe('Marketing');
    expect(users.find((each) => each.id === added.ownerId)!.email).toBe('mo@northwind.example');
    await ask('own/undo', { op: op(), undo: undo! });
    expect(await stored()).toEqual(before);
  });

  test('leaves nothing behind where one of them is refused', async () => {
    const before = await stored();
    const owner = person('dana.whitfield@northwind.example');
    expect(await reply('own/save-key', { op: op(), input: key, workspace, owner })).toMatchObject({
      error: { code: 'rejected', details: ['email-taken'] },
    });
    expect(await reply('own/edit-keys', { op: op(), keyIds: ['k1'], edit: {}, owner })).toMatchObject({
      error: { code: 'rejected' },
    });
    expect(await stored()).toEqual(before);
  });

  test('becomes the owner of several keys, and goes again', async () => {
    const before = await stored();
    const owner = person('mo@northwind.example');
    const { undo } = await ask('own/edit-keys', { op: op(), keyIds: ['k1', 'k3'], edit: { notes: 'x' }, owner });
    const { keys, users } = await mapping();
    const mo = users.find(({ email }) => email === 'mo@northwind.example')!.id;
    expect(keys.filter(({ ownerId }) => ownerId === mo).map((each) => each.id)).toEqual(['k1', 'k3']);
    await ask('own/undo', { op: op(), undo: undo! });
    expect(await stored()).toEqual(before);
  });
});

test('an owner and a type that are changed in an editor are logged as such', async () => {
  const key = (await mapping()).keys.find(({ id }) => id === 'k4')!;
  const { id, workspaceId, type, label, hint, status, createdOn, rotatedOn, verifiedOn, rotationDays } = key;
  const dates = { createdOn, rotatedOn, verifiedOn, rotationDays };
  await ask('own/save-key', {
    op: op(),
    input: {
      ...{ id, workspaceId, revision: null, type, label, hint, status, ...dates },
      ownerId: 'u-root',
      usedBy: [],
      demand: { create: 220 },
      notes: null,
    },
  });
  expect(await lastLog()).toMatchObject({ kind: 'owner-changed', data: { key: 'k4', from: null, to: 'u-root' } });
  expect((await mapping()).keys.find((each) => each.id === 'k4')!.demand).toEqual({ create: 220 });
});

test('what can be taken back is offered until it is, or until something of it changes', async () => {
  const first = op();
  await ask('own/edit-keys', { op: first, keyIds: ['k1'], edit: { notes: 'a' } });
  const second = op();
  await ask('own/edit-keys', { op: second, keyIds: ['k3'], edit: { notes: 'b' } });
  expect((await readUndoable(database)).map((change) => change.op)).toEqual([second, first]);
  const { entries } = await readWholeLog(database);
  const changes = await readUndoable(database);
  expect(entries.filter(({ at }) => at === changes[0]!.at).map(({ kind }) => kind)).toEqual(['edit-keys']);
  await ask('own/edit-keys', { op: op(), keyIds: ['k3'], edit: { notes: 'c' } });
  expect((await readUndoable(database)).map((change) => change.op)).not.toContain(second);
  const undo = op();
  await ask('own/undo', { op: undo, undo: first });
  const left = (await readUndoable(database)).map((change) => change.op);
  expect(left).not.toContain(first);
  // The undoing can be undone.
  expect(left).toContain(undo);
});
