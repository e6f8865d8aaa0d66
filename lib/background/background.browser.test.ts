/** The use cases behind the door, over a real database; only the browser's own tabs, button and session are played. */
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Observation, PersonReading, WorkspaceClaim } from '../domain/observation.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { type MessageSender, openDoor } from '../messages/door.ts';
import {
  type Explanation,
  type HoldReport,
  type Messages,
  type MessageType,
  type PassedAct,
  protocolVersion,
  type Reply,
} from '../messages/protocol.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { verifyLog } from '../storage/log.ts';
import {
  readHandovers,
  readLog,
  readMappings,
  readReadings,
  readRecords,
  readSnapshot as readStoredSnapshot,
  readSnapshots,
} from '../storage/read.ts';
import { createRepository } from '../storage/repository.ts';
import { rules } from '../rules/index.ts';
import { explainText } from '../../components/ui/explain-text.ts';
import { makeVault } from '../storage/vault.ts';
import { answerMessages, errorOf } from './answer-messages.ts';
import type { Parts, Tab } from './parts.ts';
import { markOldTabs } from './show-guard.ts';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { sealSnapshot } from '../exports/json.ts';
import { snapshotText } from '../../test/support/snapshot-text.ts';
import { readMappingCsv } from '../imports/csv.ts';

const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
const ownOrigin = `chrome-extension://${extensionId}/`;

let count = 0;
let name: string;
let database: Database;
let session: Map<string, unknown>;
let now: number;
let shown: Map<number | 'all', { title?: string; text?: string }>;
let tabs: (Tab & { answers: boolean })[];
let openedTabs: string[];
let parts: Parts;
let door: (message: unknown, sender: MessageSender) => Promise<Reply>;
let ids: number;

/** A worker as it is after a start: nothing in memory. */
function startWorker(): void {
  database?.close();
  database = openDatabase({ name });
  const clock = (): string => new Date(now).toISOString();
  parts = {
    repository: createRepository({ database, clock, tell: () => undefined, locks: navigator.locks }),
    session: {
      get: (keys) => {
        const wanted = keys === null ? [...session.keys()] : [keys].flat();
        return Promise.resolve(
          Object.fromEntries(wanted.filter((key) => session.has(key)).map((key) => [key, session.get(key)])),
        );
      },
      set: (items) => {
        for (const [key, value] of Object.entries(items)) session.set(key, structuredClone(value));
        return Promise.resolve();
      },
      remove: (keys) => {
        for (const key of [keys].flat()) session.delete(key);
        return Promise.resolve();
      },
    },
    browser: {
      setTitle: ({ title, tabId }) => {
        shown.set(tabId ?? 'all', { ...shown.get(tabId ?? 'all'), title });
        return Promise.resolve();
      },
      setBadgeText: ({ text, tabId }) => {
        shown.set(tabId ?? 'all', { ...shown.get(tabId ?? 'all'), text });
        return Promise.resolve();
      },
      sendToTab: (tabId) => {
        const tab = tabs.find(({ id }) => id === tabId);
        return tab?.answers
          ? Promise.resolve({ ok: true })
          : Promise.reject(new Error('Receiving end does not exist.'));
      },
      tabsOf: () => Promise.resolve(tabs),
      tab: (tabId) => {
        const tab = tabs.find(({ id }) => id === tabId);
        return tab ? Promise.resolve(tab) : Promise.reject(new Error('No tab'));
      },
      openTab: (url) => {
        openedTabs.push(url);
        return Promise.resolve();
      },
      urlOf: (path) => ownOrigin + path,
      getMessage: (key) => (catalogue as Record<string, { message: string }>)[key]?.message ?? '',
    },
    clock,
    newId: () => `id-${(ids += 1)}`,
    makeVault: () => makeVault(database),
    explain: (of, actions, now) => explainText(of, actions, now, rules),
  };
  door = openDoor({ extensionId, ownOrigin, handlers: answerMessages(parts), errorOf });
}

beforeEach(() => {
  name = `keyholder-background-${(count += 1)}-${Math.random()}`;
  session = new Map();
  now = Date.parse('2026-03-01T10:00:00.000Z');
  shown = new Map();
  tabs = [];
  openedTabs = [];
  ids = 0;
  startWorker();
});

afterEach(async () => {
  database.close();
  await deleteDB(name);
});

const usPage: MessageSender = {
  id: extensionId,
  url: 'https://app.pandadoc.com/a/#/settings',
  frameId: 0,
  tab: { id: 7 },
};
const euPage: MessageSender = { ...usPage, url: 'https://app.pandadoc.eu/a/#/settings', tab: { id: 8 } };
const ownPage: MessageSender = { id: extensionId, url: `${ownOrigin}popup.html` };

function raw<T extends MessageType>(type: T, body: Messages[T]['send'], sender = usPage): Promise<Reply> {
  return door({ version: protocolVersion, type, body }, type.startsWith('own/') ? ownPage : sender);
}

async function ask<T extends MessageType>(
  type: T,
  body: Messages[T]['send'],
  sender = usPage,
): Promise<Messages[T]['get']> {
  const reply = await raw(type, body, sender);
  if (!reply.ok) throw new Error(`${type}: ${reply.error.code} ${reply.error.details.join(' ')}`);
  return reply.body;
}

async function refusal<T extends MessageType>(type: T, body: Messages[T]['send'], sender = usPage): Promise<string> {
  const reply = await raw(type, body, sender);
  return reply.ok ? 'fine' : reply.error.code;
}

let ops = 0;
const op = (): string => `op-${(ops += 1)}`;
const minutes = (n: number): void => void (now += n * 60_000);

const inWorkspace = (title: string | null, candidates: string[] = []): WorkspaceClaim => ({
  name: title,
  pandadocId: null,
  evidence: title === null ? null : 'settings-group',
  candidates,
});

function base(
  workspace: WorkspaceClaim,
): Pick<Observation, 'adapter' | 'at' | 'workspace' | 'organization' | 'complete'> & { signedIn: null } {
  return {
    adapter: 'test',
    at: new Date(now).toISOString(),
    workspace,
    organization: null,
    signedIn: null,
    complete: true,
  };
}

function person(email: string, role: string | null, more: Partial<PersonReading> = {}): PersonReading {
  return {
    pandadocId: null,
    email,
    name: email.split('@')[0]!,
    membershipId: null,
    role,
    license: null,
    invited: false,
    you: false,
    workspaces: null,
    ...more,
  };
}

function members(workspace: string, people: PersonReading[], more: Partial<Observation> = {}): Observation {
  return { ...base(inWorkspace(workspace)), kind: 'members', scope: 'workspace', people, ...more } as Observation;
}

function keys(
  workspace: WorkspaceClaim,
  production: 'present' | 'absent',
  more: Partial<Observation> = {},
): Observation {
  const row = { label: null, hint: null, owner: null, createdOn: null, workspace: null };
  return {
    ...base(workspace),
    kind: 'keys',
    keys: [
      { ...row, type: 'production', state: production },
      { ...row, type: 'sandbox', state: 'absent' },
    ],
    ...more,
  } as Observation;
}

const observe = (observation: Observation, sender = usPage) => ask('page/observe', { op: op(), observation }, sender);

async function mapping(region: 'us' | 'eu' = 'us'): Promise<Mapping> {
  const { mappings } = await readMappings(database, region);
  expect(mappings).toHaveLength(1);
  return mappings[0]!;
}

/** Dana and Robin in EMEA Sales, one production key owned by Dana. */
async function estate(): Promise<{ keyId: string; workspaceId: string; dana: string; robin: string }> {
  await observe(
    members('EMEA Sales', [
      person('dana@northwind.example', 'Admin', { you: true }),
      person('robin@northwind.example', 'Member'),
    ]),
  );
  await observe(keys(inWorkspace('EMEA Sales'), 'present'));
  const known = await mapping();
  const dana = known.users.find((user) => user.email === 'dana@northwind.example')!.id;
  const robin = known.users.find((user) => user.email === 'robin@northwind.example')!.id;
  const keyId = known.keys[0]!.id;
  await ask('page/set-owner', { op: op(), keyId, userId: dana });
  return { keyId, workspaceId: known.workspaces[0]!.id, dana, robin };
}

describe('reading', () => {
  test('first visits fill the mapping: workspace, people, roles, key; owner unknown', async () => {
    const first = await observe(
      members('EMEA Sales', [person('dana@northwind.example', 'Admin'), person('robin@northwind.example', 'Member')]),
    );
    expect(first.outcome).toBe('filed');
    expect((await observe(keys(inWorkspace('EMEA sales '), 'present'))).workspaceId).toBe(first.workspaceId);
    const known = await mapping();
    expect(known.workspaces.map((workspace) => workspace.name)).toEqual(['EMEA Sales']);
    expect(known.memberships.map((membership) => membership.role).sort()).toEqual(['Admin', 'Member']);
    expect(known.keys).toMatchObject([
      { type: 'production', status: 'active', ownerId: null, label: 'production key' },
    ]);
    expect(known.coverage[first.workspaceId!]).toMatchObject({ keys: { complete: true }, members: { complete: true } });
  });

  test('the same page again writes nothing', async () => {
    await observe(members('EMEA Sales', [person('dana@northwind.example', 'Admin')]));
    const { revision } = await observe(keys(inWorkspace('EMEA Sales'), 'present'));
    now += 5_000;
    expect(await observe(keys(inWorkspace('EMEA Sales'), 'present'))).toMatchObject({ outcome: 'unchanged', revision });
    expect(await observe(members('EMEA Sales', [person('dana@northwind.example', 'Admin')]))).toMatchObject({
      outcome: 'unchanged',
      revision,
    });
  });

  test('the other region is another world', async () => {
    await estate();
    await observe(keys(inWorkspace('EMEA Sales'), 'present'), euPage);
    expect((await mapping('eu')).keys).toHaveLength(1);
    const stakes = await ask(
      'page/stakes',
      { people: [{ pandadocId: null, email: 'dana@northwind.example', name: null }] },
      euPage,
    );
    expect(stakes.mapping.region).toBe('eu');
    expect(stakes.mapping.keys).toEqual([]);
    const us = (await mapping('us')).keys[0]!.id;
    const dana = (await mapping('us')).users[0]!.id;
    expect(await refusal('page/set-owner', { op: op(), keyId: us, userId: dana }, euPage)).toBe('not-found');
  });

  test('somebody missing is removed only after two complete readings, a minute apart', async () => {
    const { robin } = await estate();
    const status = async () => (await mapping()).memberships.find((entry) => entry.userId === robin)?.status;
    const without = () => members('EMEA Sales', [person('dana@northwind.example', 'Admin')]);
    minutes(5);
    await observe({ ...without(), complete: false });
    expect(await status()).toBe('active');
    await observe(without());
    expect(await status()).toBe('not-observed');
    now += 20_000;
    await observe(without());
    expect(await status()).toBe('not-observed');
    minutes(2);
    await observe({ ...without(), complete: false });
    expect(await status()).toBe('not-observed');
    await observe(without());
    expect(await status()).toBe('removed');
    minutes(2);
    await observe(
      members('EMEA Sales', [person('dana@northwind.example', 'Admin'), person('robin@northwind.example', 'Member')]),
    );
    expect(await status()).toBe('active');
  });

  test('an empty slot makes a living key unknown, and never ends it', async () => {
    await estate();
    const statuses: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      minutes(10);
      await observe(keys(inWorkspace('EMEA Sales'), 'absent'));
      statuses.push((await mapping()).keys[0]!.status);
    }
    expect(statuses).toEqual(['unknown', 'unknown', 'unknown']);
    await observe(keys(inWorkspace('EMEA Sales'), 'present'));
    expect((await mapping()).keys).toMatchObject([{ status: 'active' }]);
  });

  test('an incomplete reading does not replace a complete one', async () => {
    const { workspaceId } = await estate();
    const at = (await mapping()).coverage[workspaceId]!.members!.at;
    minutes(60);
    await observe({ ...members('EMEA Sales', [person('dana@northwind.example', 'Admin')]), complete: false });
    expect((await mapping()).coverage[workspaceId]!.members).toEqual({ at, complete: true });
  });

  test('a page that names no workspace is kept aside once, and filed when somebody says where', async () => {
    const { workspaceId } = await estate();
    expect(await observe(keys(inWorkspace(null), 'present'))).toMatchObject({
      outcome: 'not-filed',
      workspaceId: null,
    });
    minutes(3);
    await observe(keys(inWorkspace(null), 'present'));
    const [reading, ...more] = await readReadings(database);
    expect(more).toEqual([]);
    await ask('own/file-reading', { op: op(), readingId: reading!.id, workspaceId: { name: 'DACH' } });
    expect(await readReadings(database)).toEqual([]);
    expect((await mapping()).keys).toHaveLength(2);
    await observe(keys(inWorkspace(null, ['Northwind', 'Who knows']), 'present'));
    const [other] = await readReadings(database);
    await ask('own/file-reading', { op: op(), readingId: other!.id, workspaceId: null });
    expect(await readReadings(database)).toEqual([]);
    expect((await mapping()).workspaces.find(({ id }) => id === workspaceId)).toBeDefined();
  });

  test('what stays while the other name changes is the organization, and what waited is filed', async () => {
    expect((await observe(keys(inWorkspace(null, ['Northwind', 'EMEA Sales']), 'present'))).outcome).toBe('asked');
    expect((await observe(keys(inWorkspace(null, ['DACH', 'Northwind']), 'present'))).outcome).toBe('filed');
    const known = await mapping();
    expect(known.organization.name).toBe('Northwind');
    expect(known.workspaces.map((workspace) => workspace.name).sort()).toEqual(['DACH', 'EMEA Sales']);
    expect(known.keys).toHaveLength(2);
    expect(await readReadings(database)).toEqual([]);
  });

  test('two workspaces of one name: asked, not guessed', async () => {
    await ask('own/save-workspace', {
      op: op(),
      input: {
        id: null,
        organizationId: null,
        region: 'us',
        revision: null,
        name: 'Sales',
        pandadocId: 'aaa',
        kind: 'standard',
        status: 'active',
      },
    });
    await ask('own/save-workspace', {
      op: op(),
      input: {
        id: null,
        organizationId: null,
        region: 'us',
        revision: null,
        name: 'Sales',
        pandadocId: 'bbb',
        kind: 'standard',
        status: 'active',
      },
    });
    expect((await observe(keys(inWorkspace('Sales'), 'present'))).outcome).toBe('asked');
    expect((await observe(keys({ ...inWorkspace('Sales'), pandadocId: 'bbb' }, 'present'))).outcome).toBe('filed');
  });

  test('Generate seen: next generation, owner and day proposed, one click takes it', async () => {
    const { keyId, dana, robin } = await estate();
    minutes(1);
    const generated: Observation = {
      ...base(inWorkspace('EMEA Sales')),
      signedIn: { pandadocId: null, email: 'robin@northwind.example', name: null },
      kind: 'generated',
      type: 'production',
    };
    await observe(generated);
    now += 2_000;
    await observe({ ...generated, at: new Date(now).toISOString() });
    const key = (await mapping()).keys.find(({ id }) => id === keyId)!;
    expect(key).toMatchObject({
      generation: 2,
      ownerId: robin,
      createdOn: '2026-03-01',
      verifiedOn: null,
      status: 'active',
    });
    expect(key.provenance.ownerId?.source).toBe('inferred');
    const { keys: lines } = await ask('page/keys', { workspaceId: key.workspaceId });
    expect(lines[0]).toMatchObject({ proposed: { userId: robin, createdOn: '2026-03-01' }, ownerNotAdmin: true });
    const done = await ask('own/confirm-generation', { op: op(), keyId, accept: true });
    expect((await mapping()).keys[0]).toMatchObject({ ownerId: robin, verifiedOn: '2026-03-01' });
    await ask('own/undo', { op: op(), undo: done.undo! });
    await ask('own/confirm-generation', { op: op(), keyId, accept: false });
    expect((await mapping()).keys[0]).toMatchObject({ ownerId: null, createdOn: null, verifiedOn: null });
    const record = (await readRecords(database)).records.keys[0]!;
    expect(record.generations).toHaveLength(2);
    expect(record.generations[0]!.ownerId.entered?.value).toBe(dana);
    expect(record.generations[0]!.status.page?.value).toBe('replaced');
  });

  test('a member list over all of the organization files roles by workspace and covers none', async () => {
    await observe({
      ...base(inWorkspace(null)),
      kind: 'members',
      scope: 'organization',
      people: [
        person('dana@northwind.example', null, {
          workspaces: [
            { name: 'EMEA Sales', role: 'Admin' },
            { name: 'DACH', role: 'Member' },
          ],
        }),
      ],
    });
    const known = await mapping();
    expect(known.memberships.map((entry) => entry.role).sort()).toEqual(['Admin', 'Member']);
    expect(Object.values(known.coverage)).toEqual([]);
  });
});

describe('stakes and owners', () => {
  test('what hangs on a person, and nothing else', async () => {
    const { dana, keyId } = await estate();
    await ask('own/save-key', {
      op: op(),
      input: {
        id: keyId,
        workspaceId: (await mapping()).workspaces[0]!.id,
        revision: null,
        type: 'production',
        label: 'Billing sync',
        hint: '9f3c',
        status: 'active',
        ownerId: dana,
        createdOn: null,
        rotatedOn: null,
        verifiedOn: '2026-03-01',
        rotationDays: null,
        usedBy: ['Zapier'],
        demand: {},
        notes: 'only for us',
      },
    });
    const stakes = await ask('page/stakes', {
      people: [
        { pandadocId: null, email: 'DANA@northwind.example', name: null },
        { pandadocId: null, email: 'stranger@elsewhere.example', name: null },
      ],
    });
    expect(Object.values(stakes.people)).toEqual([[dana], []]);
    expect(stakes.mapping.users.map((user) => user.id)).toEqual([dana]);
    expect(stakes.mapping.keys).toMatchObject([{ label: 'Billing sync', usedBy: ['Zapier'], notes: null }]);
    expect(stakes.signedInUserId).toBe(dana);
  });

  test('before anything is known: empty, not an error', async () => {
    const stakes = await ask('page/stakes', { people: [{ pandadocId: null, email: 'a@b.example', name: null }] });
    expect(stakes.mapping.keys).toEqual([]);
    expect(stakes.revision).toBe(0);
  });

  test('candidates: Admins there first, the signed-in person marked, searchable', async () => {
    const { keyId, dana, robin } = await estate();
    const { candidates } = await ask('page/owner-candidates', { keyId, query: '' });
    expect(candidates.map((candidate) => [candidate.userId, candidate.admin, candidate.signedIn])).toEqual([
      [dana, true, true],
      [robin, false, false],
    ]);
    expect(
      (await ask('page/owner-candidates', { keyId, query: 'ROB' })).candidates.map(({ userId }) => userId),
    ).toEqual([robin]);
  });

  test('owner and owner type, set, logged and taken back', async () => {
    const { keyId, dana, robin } = await estate();
    const set = await ask('page/set-owner', { op: op(), keyId, userId: robin });
    expect((await mapping()).keys[0]).toMatchObject({ ownerId: robin, verifiedOn: '2026-03-01' });
    await ask('page/undo', { op: op(), undo: set.undo! });
    expect((await mapping()).keys[0]!.ownerId).not.toBe(robin);
    const tagged = await ask('page/set-owner-type', {
      op: op(),
      userId: robin,
      ownerType: 'org-admin-service-account',
    });
    const user = async () => (await mapping()).users.find(({ id }) => id === robin);
    expect(await user()).toMatchObject({ kind: 'service-account', orgAdmin: 'yes' });
    await ask('own/undo', { op: op(), undo: tagged.undo! });
    expect(await user()).toMatchObject({ kind: null, orgAdmin: null });
    expect((await readLog(database)).map((entry) => entry.kind)).toEqual([
      'undo',
      'owner-type-changed',
      'undo',
      'owner-changed',
      'owner-changed',
    ]);
    expect(await verifyLog((await readLog(database)).reverse())).toBeNull();
    // A tag without Org Admin says nothing about it, unless it was one.
    const why = ['name-says' as const, 'keys-in-workspaces' as const];
    await ask('own/set-owner-type', { op: op(), userIds: [robin], ownerType: 'person', why });
    expect(await user()).toMatchObject({ kind: 'person', orgAdmin: null });
    // With who and why: whoever was last seen signed in, and what the suggestion rested on.
    expect((await readLog(database))[0]!.data).toMatchObject({ user: robin, to: 'person', by: dana, why });
  });

  test('undo is refused after somebody else changed it, and from a page for what was no page', async () => {
    const { keyId, dana, robin } = await estate();
    const first = await ask('own/set-owner', { op: op(), keyIds: [keyId], userId: robin });
    expect(await refusal('page/undo', { op: op(), undo: first.undo! })).toBe('not-allowed');
    await ask('own/set-owner', { op: op(), keyIds: [keyId], userId: dana });
    expect(await refusal('own/undo', { op: op(), undo: first.undo! })).toBe('changed-meanwhile');
  });
});

describe('holds', () => {
  async function held(): Promise<{ keyId: string; workspaceId: string; dana: string; holdId: string }> {
    const { keyId, workspaceId, dana } = await estate();
    const { holdId } = await ask('page/hold', {
      op: op(),
      hold: {
        value: null,
        action: 'remove',
        userIds: [dana],
        keyIds: [keyId],
        workspaceIds: [workspaceId],
        scopeAssumed: false,
        input: 'pointer',
      },
    });
    return { keyId, workspaceId, dana, holdId };
  }
  const lifts = async (sender = usPage) => (await ask('page/stakes', { people: [] }, sender)).lifts;

  test('a release lifts for ten minutes, through the death of the worker, not for the other region', async () => {
    const { holdId, keyId } = await held();
    expect(await lifts()).toEqual([]);
    startWorker();
    const message = { op: op(), holdId, reason: 'handover-done' as const };
    const { lift } = await ask('page/release', message);
    expect(lift).toMatchObject({ action: 'remove', keyIds: [keyId], until: '2026-03-01T10:10:00.000Z' });
    startWorker();
    expect(await lifts()).toEqual([lift]);
    expect(await lifts(euPage)).toEqual([]);
    minutes(1);
    expect((await ask('page/release', message)).lift).toEqual(lift);
    minutes(10);
    expect(await lifts()).toEqual([]);
    const log = await readLog(database);
    expect(log.filter((entry) => entry.kind === 'release')).toHaveLength(1);
    expect(log[0]!.data).toMatchObject({ reason: 'handover-done', keys: [keyId] });
  });

  test('dead between the log and the lift: the repeated message lifts', async () => {
    const { holdId } = await held();
    const message = { op: op(), holdId, reason: null };
    const { lift } = await ask('page/release', message);
    session.delete(`lift:${lift.id}`);
    startWorker();
    await ask('page/release', message);
    expect(await lifts()).toEqual([lift]);
  });

  test('a release can be taken back, and no repeated message revives it', async () => {
    const { holdId } = await held();
    const message = { op: op(), holdId, reason: null };
    const { lift } = await ask('page/release', message);
    await ask('page/undo', { op: op(), undo: lift.id });
    expect(await lifts()).toEqual([]);
    await ask('page/release', message);
    expect(await lifts()).toEqual([]);
  });

  test('a page that was loaded again knows the lift only: its id leads to the hold', async () => {
    const { holdId, workspaceId, keyId } = await held();
    const { lift } = await ask('page/release', { op: op(), holdId, reason: null });
    startWorker();
    await ask('page/outcome', { op: op(), holdId: lift.id, outcome: 'succeeded', workspaceIds: [workspaceId] });
    expect((await readLog(database))[0]!.data).toMatchObject({ hold: holdId, outcome: 'succeeded', keys: [keyId] });
  });

  test('what passed is known to the next page of the tab, through the death of the worker, until it is over', async () => {
    const { holdId, workspaceId } = await held();
    const watch: PassedAct = {
      holdId,
      action: 'remove',
      value: null,
      people: [{ pandadocId: null, email: 'dana@northwind.example', name: 'Dana Reyes' }],
      byAct: false,
      workspaceIds: [workspaceId],
      places: [],
      listed: [],
      messages: [],
      routeKey: 'https://app.pandadoc.com/a/#/settings/team',
      until: new Date(now + 60_000).toISOString(),
    };
    expect(await ask('page/watched', {})).toEqual({ watch: null });
    await ask('page/passed', { watch });
    startWorker();
    expect(await ask('page/watched', {})).toEqual({ watch });
    minutes(2);
    expect(await ask('page/watched', {}), 'too late').toEqual({ watch: null });
    await ask('page/passed', { watch: null });
    expect([...session.keys()].filter((name) => name.startsWith('passed:'))).toEqual([]);
  });

  test('kept: logged, nothing lifted', async () => {
    const { holdId } = await held();
    await ask('page/keep', { op: op(), holdId });
    expect(await lifts()).toEqual([]);
    expect((await readLog(database))[0]!.kind).toBe('kept');
  });

  test('removed: keys presumed dead, membership ended, snapshots of before and after; undone in one', async () => {
    const { holdId, keyId, workspaceId, dana } = await held();
    await ask('page/release', { op: op(), holdId, reason: 'outage-accepted' });
    const done = await ask('page/outcome', { op: op(), holdId, outcome: 'succeeded', workspaceIds: [workspaceId] });
    const after = await mapping();
    expect(after.keys.find(({ id }) => id === keyId)!.status).toBe('presumed-dead');
    expect(after.memberships.find(({ userId }) => userId === dana)!.status).toBe('removed');
    const snapshots = await readSnapshots(database, after.organization.id);
    expect(snapshots.map(({ reason }) => reason)).toEqual(['after-removal', 'before-removal']);
    // Dots in the slot prove nothing about a key that was presumed dead.
    minutes(5);
    await ask('own/undo', { op: op(), undo: done.undo! });
    expect((await mapping()).keys[0]!.status).toBe('active');
  });

  test('presumed dead stays so when the page still shows dots', async () => {
    const { holdId, workspaceId } = await held();
    await ask('page/outcome', { op: op(), holdId, outcome: 'succeeded', workspaceIds: [workspaceId] });
    minutes(5);
    await observe(keys(inWorkspace('EMEA Sales'), 'present'));
    expect((await mapping()).keys).toMatchObject([{ status: 'presumed-dead' }]);
  });

  test('refused by PandaDoc, or not seen: only the log knows', async () => {
    const { holdId, workspaceId } = await held();
    const before = await mapping();
    await ask('page/outcome', { op: op(), holdId, outcome: 'refused', workspaceIds: [workspaceId] });
    await ask('page/outcome', { op: op(), holdId, outcome: 'not-seen', workspaceIds: [workspaceId] });
    expect(await mapping()).toEqual(before);
    expect((await readLog(database)).slice(0, 2).map((entry) => entry.data.outcome)).toEqual(['not-seen', 'refused']);
  });

  const heldAs = async (
    action: 'change-role' | 'change-licence' | 'deactivate-workspace' | 'generate',
    value: string,
  ) => {
    const { keyId, workspaceId, dana } = await estate();
    const { holdId } = await ask('page/hold', {
      op: op(),
      hold: {
        action,
        value,
        userIds: [dana],
        keyIds: [keyId],
        workspaceIds: [workspaceId],
        scopeAssumed: false,
        input: 'change',
      },
    });
    return { keyId, workspaceId, dana, holdId };
  };

  test('a role that was lowered: the role is noted, the keys are narrowed, no snapshot', async () => {
    const { holdId, workspaceId, dana, keyId } = await heldAs('change-role', 'Manager');
    await ask('page/outcome', { op: op(), holdId, outcome: 'succeeded', workspaceIds: [workspaceId] });
    const after = await mapping();
    expect(after.keys.find(({ id }) => id === keyId)!.status).toBe('narrowed');
    expect(after.memberships.find(({ userId }) => userId === dana)).toMatchObject({
      role: 'Manager',
      status: 'active',
    });
    expect(await readSnapshots(database, after.organization.id)).toEqual([]);
  });

  test('who stays Admin and is no Org Admin any more: keys live on, and nothing is noted of the role', async () => {
    const { holdId, dana, keyId } = await heldAs('change-role', 'Admin');
    const before = await mapping();
    await ask('page/outcome', { op: op(), holdId, outcome: 'succeeded', workspaceIds: [] });
    const after = await mapping();
    expect(after.keys.find(({ id }) => id === keyId)!.status).toBe('active');
    const roles = ({ memberships }: typeof after) => memberships.filter(({ userId }) => userId === dana);
    expect(roles(after)).toEqual(roles(before));
  });

  test('a licence that was cut narrows keys in every workspace', async () => {
    const { holdId, dana, keyId } = await heldAs('change-licence', 'Guest');
    await ask('page/outcome', { op: op(), holdId, outcome: 'succeeded', workspaceIds: [] });
    const after = await mapping();
    expect(after.keys.find(({ id }) => id === keyId)!.status).toBe('narrowed');
    expect(after.users.find(({ id }) => id === dana)!.license).toBe('Guest');
  });

  test('a workspace that was deactivated: no members, keys presumed dead, snapshots of before and after', async () => {
    const { holdId, workspaceId, keyId } = await heldAs('deactivate-workspace', '');
    await ask('page/release', { op: op(), holdId, reason: 'outage-accepted' });
    await ask('page/outcome', { op: op(), holdId, outcome: 'succeeded', workspaceIds: [workspaceId] });
    const after = await mapping();
    expect(after.workspaces.find(({ id }) => id === workspaceId)!.status).toBe('deactivated');
    expect(after.keys.find(({ id }) => id === keyId)!.status).toBe('presumed-dead');
    expect(after.memberships.every(({ status }) => status === 'removed')).toBe(true);
    const snapshots = await readSnapshots(database, after.organization.id);
    expect(snapshots.map(({ reason }) => reason)).toEqual(['after-removal', 'before-removal']);
  });

  test('a key that was made anew is told by its page, not by the hold', async () => {
    const { holdId, workspaceId } = await heldAs('generate', '');
    const before = await mapping();
    await ask('page/outcome', { op: op(), holdId, outcome: 'succeeded', workspaceIds: [workspaceId] });
    expect(await mapping()).toEqual(before);
  });

  test("a hold of one region is not the other's", async () => {
    const { holdId } = await held();
    expect(await refusal('page/release', { op: op(), holdId, reason: null }, euPage)).toBe('not-found');
  });
});

describe('entering', () => {
  const workspaceInput = {
    id: null,
    organizationId: null,
    region: 'us' as const,
    revision: null,
    name: 'DACH',
    pandadocId: null,
    kind: 'standard' as const,
    status: 'active' as const,
  };

  test('workspaces, users with roles, keys; the second of two editors is told', async () => {
    const workspace = await ask('own/save-workspace', { op: op(), input: workspaceInput });
    const user = await ask('own/save-user', {
      op: op(),
      input: {
        id: null,
        organizationId: null,
        region: 'us',
        revision: null,
        name: 'Apinya',
        email: 'apinya@northwind.example',
        pandadocId: null,
        kind: 'person',
        orgAdmin: null,
        license: 'Full',
        status: 'active',
        roles: { [workspace.id]: { role: 'Admin' } },
      },
    });
    const known = await mapping();
    expect(known.memberships).toMatchObject([
      { userId: user.id, role: 'Admin', status: 'active', lastAdminAt: expect.any(String) as string },
    ]);
    const { revision } = (await readRecords(database)).records.workspaces[0]!;
    await ask('own/save-workspace', {
      op: op(),
      input: { ...workspaceInput, id: workspace.id, revision, name: 'DACH Sales' },
    });
    expect(
      await refusal('own/save-workspace', {
        op: op(),
        input: { ...workspaceInput, id: workspace.id, revision, name: 'D' },
      }),
    ).toBe('changed-meanwhile');
    expect(
      await refusal('own/save-workspace', {
        op: op(),
        input: { ...workspaceInput, id: 'nobody', revision, name: 'D' },
      }),
    ).toBe('not-found');
    const other = {
      id: null,
      organizationId: null,
      region: 'us' as const,
      revision: null,
      name: null,
      email: 'APINYA@northwind.example',
      pandadocId: null,
      kind: null,
      orgAdmin: null,
      license: null,
      status: 'active' as const,
      roles: {},
    };
    expect(await refusal('own/save-user', { op: op(), input: other })).toBe('rejected');
  });

  test('an unchanged form says nothing', async () => {
    const saved = await ask('own/save-workspace', { op: op(), input: workspaceInput });
    const again = await ask('own/save-workspace', { op: op(), input: { ...workspaceInput, id: saved.id } });
    expect(again).toEqual({ undo: null, revision: saved.revision, id: saved.id });
  });

  test('deleting takes along what depends on it, and comes back whole', async () => {
    const { workspaceId, dana, keyId } = await estate();
    const before = await mapping();
    const gone = await ask('own/delete', { op: op(), store: 'workspaces', ids: [workspaceId] });
    expect(await mapping()).toMatchObject({ workspaces: [], keys: [], memberships: [], coverage: {} });
    await ask('own/undo', { op: op(), undo: gone.undo! });
    expect(await mapping()).toEqual(before);
    const nobody = await ask('own/delete', { op: op(), store: 'users', ids: [dana] });
    expect((await mapping()).keys.find(({ id }) => id === keyId)).toMatchObject({ ownerId: null, verifiedOn: null });
    await ask('own/undo', { op: op(), undo: nobody.undo! });
    expect(await mapping()).toEqual(before);
  });

  test('naming the organization is a rename', async () => {
    await estate();
    const { organization } = await mapping();
    await ask('own/save-organization', { op: op(), id: organization.id, revision: null, name: 'Northwind' });
    expect((await mapping()).organization).toEqual({ id: organization.id, name: 'Northwind' });
  });
});

describe('snapshots out and in', () => {
  async function exported(): Promise<{ text: string; fileName: string; document: Snapshot }> {
    const { organization } = await mapping();
    const { snapshotId, fileName } = await ask('own/export-snapshot', {
      op: op(),
      organizationId: organization.id,
      label: null,
    });
    const { document } = (await readStoredSnapshot(database, snapshotId))!;
    return { text: snapshotText(document), fileName, document };
  }

  async function wipe(): Promise<void> {
    database.close();
    await deleteDB(name);
    session.clear();
    startWorker();
  }

  test('out, wipe, in: the same mapping but for what was read; twice changes nothing', async () => {
    await estate();
    const before = await mapping();
    const { text, fileName } = await exported();
    expect(fileName).toBe('keyholder-us-unnamed-2026-03-01.json');
    await wipe();
    const preview = await ask('own/preview-import', { text });
    expect(preview).toMatchObject({ plan: { added: 1, changed: 0, unchanged: 0, rejected: 0 }, rejections: [] });
    expect((await readMappings(database)).mappings).toEqual([]);
    const applied = await ask('own/apply-import', { op: op(), text, leaveOutRejected: false });
    expect(applied.keys).toBe(1);
    const after = await mapping();
    const comparable = ({ workspaces, users, memberships, keys: rows }: Mapping) => ({
      workspaces,
      users: users.map(({ statusAt: _, ...rest }) => rest),
      memberships: memberships.map(({ lastAdminAt: _, statusAt: __, ...rest }) => rest),
      keys: rows.map(({ provenance: __, ...rest }) => rest),
    });
    expect(comparable(after)).toEqual(comparable(before));
    expect(after.coverage).toEqual({});
    expect(after.keys[0]!.provenance.ownerId?.source).toBe('import');
    expect((await ask('own/preview-import', { text })).plan).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    const again = await ask('own/apply-import', { op: op(), text, leaveOutRejected: false });
    expect(again).toMatchObject({ undo: null, revision: applied.revision });
    await ask('own/undo', { op: op(), undo: applied.undo! });
    expect((await readMappings(database)).mappings).toEqual([]);
  });

  test('one that is ended while it is taken is not stored, and the next one names the one before it', async () => {
    await estate();
    const first = await exported();
    const message = { op: op(), organizationId: (await mapping()).organization.id, label: null };
    const taking = ask('own/take-snapshot', message);
    expect(await ask('own/progress', { op: message.op })).toBeNull();
    await ask('own/stop', { op: message.op });
    await expect(taking).rejects.toThrow('stopped');
    const { organization } = await mapping();
    expect(await readSnapshots(database, organization.id)).toHaveLength(1);
    expect((await exported()).document.previous).toBe(first.document.digest);
  });

  test('each snapshot names the one before', async () => {
    await estate();
    const first = await exported();
    const second = await exported();
    expect(first.document.previous).toBeNull();
    expect(second.document.previous).toBe(first.document.digest);
  });

  test('the same export message again gives the same file', async () => {
    await estate();
    const message = { op: op(), organizationId: (await mapping()).organization.id, label: 'audit' };
    const first = await ask('own/export-snapshot', message);
    minutes(1);
    expect(await ask('own/export-snapshot', message)).toEqual(first);
  });

  test('a file with rejected rows is applied only when they are left out, and nothing before', async () => {
    await estate();
    const { document } = await exported();
    const { digest: _, ...unsealed } = document;
    const broken = await sealSnapshot({
      ...unsealed,
      keys: [...document.keys, { ...document.keys[0]!, id: 'k-bad', hint: '12345' }],
    });
    const text = JSON.stringify(broken);
    await wipe();
    expect((await ask('own/preview-import', { text })).plan).toMatchObject({ added: 1, rejected: 1 });
    expect(await refusal('own/apply-import', { op: op(), text, leaveOutRejected: false })).toBe('rejected');
    expect((await readMappings(database)).mappings).toEqual([]);
    expect(await ask('own/apply-import', { op: op(), text, leaveOutRejected: true })).toMatchObject({ keys: 1 });
  });
});

describe('CSV in', () => {
  const table = (region: 'us' | 'eu' | null, lines: string[]) => {
    const { csv, rejections } = readMappingCsv(
      ['workspace,key_type,key_hint,owner_email,created_on', ...lines].join('\r\n'),
    );
    return { rows: csv!.rows, rejections, region };
  };

  test('preview writes nothing; applied in one change; twice is nothing new; undone', async () => {
    const file = table('eu', ['Legal,production,1a2b,svc@northwind.example,', 'Legal,sandbox,,,2026-01-02']);
    expect(await ask('own/preview-import', file)).toMatchObject({
      plan: { region: 'eu', added: 2, changed: 0, unchanged: 0, rejected: 0 },
      rejections: [],
    });
    expect((await readMappings(database)).mappings).toEqual([]);
    const applied = await ask('own/apply-import', { op: op(), ...file, leaveOutRejected: false });
    expect(applied.keys).toBe(2);
    const [first] = (await readMappings(database)).mappings;
    expect(first!.keys.map(({ type, hint }) => [type, hint]).sort()).toEqual([
      ['production', '1a2b'],
      ['sandbox', null],
    ]);
    expect(first!.users.map(({ email }) => email)).toEqual(['svc@northwind.example']);
    expect((await ask('own/preview-import', file)).plan).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect((await readLog(database)).at(-1)).toMatchObject({ kind: 'import', data: { format: 'csv', added: 2 } });
    await ask('own/undo', { op: op(), undo: applied.undo! });
    expect((await readMappings(database)).mappings).toEqual([]);
  });

  test('rejected rows, a missing region and texts like keys change nothing', async () => {
    const file = table('us', ['Legal,production,,,03/04/2026', 'Legal,sandbox,,,']);
    expect(await ask('own/preview-import', file)).toMatchObject({
      plan: { added: 1, rejected: 1 },
      rejections: [{ where: '2', column: 'created_on', message: 'date-ambiguous' }],
    });
    expect(await refusal('own/apply-import', { op: op(), ...file, leaveOutRejected: false })).toBe('rejected');
    expect((await ask('own/preview-import', { ...file, region: null })).plan).toMatchObject({ added: 0, rejected: 2 });
    const secret = { ...file, rows: file.rows.map((row) => ({ ...row, notes: 'a1'.repeat(20) })) };
    expect(await ask('own/preview-import', secret)).toMatchObject({
      plan: { added: 0, rejected: 2 },
      rejections: [{ where: '2' }, { where: '3', column: null, message: 'looks-like-a-key' }],
    });
    const unknown = { ...file, rows: file.rows.map((row) => ({ ...row, secret: 'x' })) };
    expect(await refusal('own/preview-import', unknown)).toBe('bad-message');
    expect((await readMappings(database)).mappings).toEqual([]);
    expect(await ask('own/apply-import', { op: op(), ...file, leaveOutRejected: true })).toMatchObject({ keys: 1 });
  });
});

describe('the toolbar', () => {
  test('says how the guard is in each tab; a failure of ours stays until the page is loaded anew', async () => {
    await ask('page/guard', { state: 'starting', reasons: [], adapter: null });
    await ask('page/guard', { state: 'armed', reasons: [], adapter: 'members' });
    expect(shown.get(7)).toEqual({ title: 'Keyholder: armed', text: '' });
    await ask('page/failure', { where: 'guard', kind: 'TypeError' });
    expect(shown.get(7)?.text).toBe('!');
    await ask('page/guard', { state: 'degraded', reasons: ['members'], adapter: 'members' });
    expect(shown.get(7)?.text).toBe('!');
    await ask('page/guard', { state: 'starting', reasons: [], adapter: null });
    await ask('page/guard', { state: 'blind', reasons: [], adapter: null });
    expect(shown.get(7)?.title).toMatch(/^Keyholder: blind/);
    expect((await readLog(database))[0]).toMatchObject({
      kind: 'failure',
      data: { where: 'guard', kind: 'TypeError' },
    });
  });

  test('the popup is told where a tab was last read, until its page is loaded anew', async () => {
    tabs = [{ id: 7, url: 'https://app.pandadoc.com/a/', answers: true }];
    const place = async () => (await ask('own/tab-guard', { tabId: 7 })).place;
    expect(await place()).toBeNull();
    const { workspaceId } = await estate();
    const { organization } = await mapping();
    expect(await place()).toEqual({ organizationId: organization.id, workspaceId });
    await observe(members('Legal', [person('dana@northwind.example', 'Admin')], { scope: 'organization' } as object));
    expect(await place()).toEqual({ organizationId: organization.id, workspaceId: null });
    await ask('page/guard', { state: 'starting', reasons: [], adapter: null });
    expect(await place()).toBeNull();
  });

  test('tabs that were open before say "reload this tab"', async () => {
    tabs = [
      { id: 1, url: 'https://app.pandadoc.com/a/#/documents', answers: false },
      { id: 2, url: 'https://app.pandadoc.eu/a/', answers: true },
      { id: 3, url: 'https://app.pandadoc.com/document/abc', answers: false },
    ];
    await markOldTabs(parts);
    expect(shown.get(1)).toEqual({
      title: expect.stringMatching(/^Keyholder: off.*reload this tab/) as string,
      text: '!',
    });
    expect(shown.has(2)).toBe(false);
    expect(shown.has(3)).toBe(false);
    expect(await ask('own/tab-guard', { tabId: 1 })).toMatchObject({ state: 'off', reload: true, region: 'us' });
    expect(await ask('own/tab-guard', { tabId: 2 })).toMatchObject({ state: 'starting', reload: false, region: 'eu' });
    expect(await ask('own/tab-guard', { tabId: 99 })).toMatchObject({ state: 'off', reload: false, region: null });
  });

  test('opens the dashboard at a view of ours only', async () => {
    await ask('page/open-dashboard', { hash: '#/keys?key=id-1' });
    expect(openedTabs).toEqual([`${ownOrigin}dashboard.html#/keys?key=id-1`]);
    expect(await refusal('page/open-dashboard', { hash: '#/../../evil' })).toBe('bad-message');
  });
});

test('a canary key in any field that a page can send is refused, and lies nowhere', async () => {
  const canary = `${'0123456789abcdef'.repeat(2)}01234567`;
  const poisoned: Observation[] = [
    members('EMEA Sales', [person('dana@northwind.example', canary)]),
    members(canary, [person('dana@northwind.example', 'Admin')]),
    keys(inWorkspace(null, [canary]), 'present'),
    { ...keys(inWorkspace('EMEA Sales'), 'present'), organization: canary },
  ];
  for (const observation of poisoned)
    expect(await refusal('page/observe', { op: op(), observation })).toBe('bad-message');
  await estate();
  const { keyId } = { keyId: (await mapping()).keys[0]!.id };
  expect(await refusal('page/owner-candidates', { keyId, query: canary })).toBe('bad-message');
  const db = await database.connect();
  for (const store of db.objectStoreNames) expect(JSON.stringify(await db.getAll(store))).not.toContain(canary);
  expect(JSON.stringify([...session])).not.toContain(canary);
});

describe('handovers', () => {
  /** Dana's key in EMEA Sales, Robin as Admin there, and a handover of Dana's removal. */
  async function begun() {
    const known = await estate();
    const { dana, robin, workspaceId, keyId } = known;
    await observe(
      members('EMEA Sales', [
        person('dana@northwind.example', 'Admin', { you: true }),
        person('robin@northwind.example', 'Admin'),
      ]),
    );
    const { organization } = await mapping();
    const action = { kind: 'remove' as const, users: [dana], scope: { workspaces: [workspaceId] } };
    const message = {
      op: op(),
      id: 'h-1',
      organizationId: organization.id,
      origin: 'warning' as const,
      action,
      only: null,
    };
    const started = await ask('own/start-handover', message);
    return { ...known, robin, keyId, action, message, started };
  }
  const stored = async () => (await readHandovers(database))[0]!;
  const tick = async (step: string, done = true, record = false) =>
    ask('own/tick-handover', { op: op(), id: 'h-1', revision: (await stored()).revision, step, done, record });

  test('survive the worker’s death; the same message twice begins one', async () => {
    const { message, started, keyId } = await begun();
    startWorker();
    expect(await ask('own/start-handover', message)).toEqual(started);
    expect(await readHandovers(database)).toMatchObject([
      { id: 'h-1', keys: [{ keyId, generation: 1, successorId: null }], ticks: [], closedAt: null },
    ]);
    expect(await refusal('own/start-handover', { ...message, op: op() })).toBe('not-found');
  });

  test('of people, workspaces or keys that are not the organization’s are refused', async () => {
    const { message, action } = await begun();
    const other = { ...message, op: op(), id: 'h-2' };
    for (const wrong of [
      { ...other, action: { ...action, users: ['nobody'] } },
      { ...other, action: { ...action, users: [] } },
      { ...other, action: { ...action, scope: { workspaces: ['nowhere'] } } },
      { ...other, only: ['no-key'] },
      { ...other, organizationId: 'none' },
    ]) {
      expect(await refusal('own/start-handover', { ...wrong, op: op() })).toBe('not-found');
    }
  });

  test('the last step waits until the action has no impact; a recorded new key makes it so', async () => {
    const { keyId, robin } = await begun();
    const { revision } = await stored();
    const finish = { op: op(), id: 'h-1', revision, step: 'finish', done: true, record: false };
    expect(await refusal('own/tick-handover', finish)).toBe('rejected');
    await ask('own/choose-successor', { op: op(), id: 'h-1', revision, keyId, userId: robin });
    await tick(`tell:${keyId}`);
    const { undo } = await tick(`new-key:${keyId}`, true, true);
    expect((await mapping()).keys[0]).toMatchObject({
      ownerId: robin,
      generation: 2,
      status: 'active',
      createdOn: '2026-03-01',
      verifiedOn: '2026-03-01',
    });
    await tick('finish');
    expect((await stored()).closedAt).not.toBeNull();
    await tick('finish', false);
    expect(await stored()).toMatchObject({ closedAt: null });
    // The tick and the key are one change, so taking one back while the plan went on is refused.
    expect(await refusal('own/undo', { op: op(), undo: undo! })).toBe('changed-meanwhile');
  });

  test('a tick that recorded a key is taken back with it', async () => {
    const { keyId, robin, dana } = await begun();
    const { revision } = await stored();
    await ask('own/choose-successor', { op: op(), id: 'h-1', revision, keyId, userId: robin });
    const { undo } = await tick(`new-key:${keyId}`, true, true);
    await ask('own/undo', { op: op(), undo: undo! });
    expect((await mapping()).keys[0]).toMatchObject({ ownerId: dana, generation: 1 });
    expect((await stored()).ticks).toEqual([]);
  });

  test('where Generate was seen already, only its owner is said', async () => {
    const { keyId, robin, workspaceId } = await begun();
    const { revision } = await stored();
    await ask('own/choose-successor', { op: op(), id: 'h-1', revision, keyId, userId: robin });
    await observe({ ...base(inWorkspace('EMEA Sales')), kind: 'generated', type: 'production', complete: false });
    expect((await mapping()).keys[0]).toMatchObject({ generation: 2, workspaceId });
    await tick(`new-key:${keyId}`, true, true);
    expect((await mapping()).keys[0]).toMatchObject({ generation: 2, ownerId: robin });
  });

  test('a step that is none, and an older look at the plan, are refused', async () => {
    const { keyId, robin } = await begun();
    const about = { op: op(), id: 'h-1', revision: 99 };
    expect(await refusal('own/choose-successor', { ...about, keyId, userId: robin })).toBe('changed-meanwhile');
    const { revision } = await stored();
    const wrong = { op: op(), id: 'h-1', revision, step: 'tell:nothing', done: true, record: false };
    expect(await refusal('own/tick-handover', wrong)).toBe('not-found');
    const noSuccessor = { ...wrong, op: op(), step: `new-key:${keyId}`, record: true };
    expect(await refusal('own/tick-handover', noSuccessor)).toBe('not-found');
  });

  test('are deleted and brought back; all of it is in the log, which stays whole', async () => {
    const { message } = await begun();
    const { undo } = await ask('own/drop-handover', { op: op(), id: message.id });
    expect(await readHandovers(database)).toEqual([]);
    await ask('own/undo', { op: op(), undo: undo! });
    expect(await readHandovers(database)).toHaveLength(1);
    const kinds = (await readLog(database)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['start-handover', 'drop-handover', 'undo']));
  });

  test('a page opens the dashboard at a plan for its own hold, and lets nothing through', async () => {
    const { dana, keyId, workspaceId, action } = await begun();
    const { holdId } = await ask('page/hold', {
      op: op(),
      hold: {
        action: 'remove',
        value: null,
        userIds: [dana, 'unknown:somebody'],
        keyIds: [keyId],
        workspaceIds: [workspaceId],
        scopeAssumed: false,
        input: 'pointer',
      },
    });
    expect(await refusal('page/plan-handover', { holdId }, euPage)).toBe('not-found');
    expect(await refusal('page/plan-handover', { holdId: 'h?x=1' })).toBe('bad-message');
    await ask('page/plan-handover', { holdId });
    expect(openedTabs).toEqual([`${ownOrigin}dashboard.html#/handovers?hold=${holdId}`]);
    expect((await ask('page/stakes', { people: [] })).lifts).toEqual([]);
    const { organization } = await mapping();
    expect(await ask('own/tell-hold', { holdId })).toEqual({ organizationId: organization.id, action, only: null });
    expect(await refusal('own/tell-hold', { holdId: 'gone' })).toBe('not-found');
    const told = async (hold: Partial<HoldReport>) => {
      const report = { value: null, userIds: [], keyIds: [keyId], workspaceIds: [workspaceId], scopeAssumed: false };
      const begun = await ask('page/hold', {
        op: op(),
        hold: { action: 'remove', input: 'pointer', ...report, ...hold },
      });
      return ask('own/tell-hold', { holdId: begun.holdId });
    };
    const scope = { workspaces: [workspaceId] };
    expect(await told({ action: 'change-role', userIds: [dana], value: 'Member' })).toMatchObject({
      action: { kind: 'change-role', users: [dana], scope, role: 'Member' },
      only: null,
    });
    expect(await told({ action: 'change-role', userIds: [dana], value: 'Admin' })).toMatchObject({
      action: { kind: 'drop-org-admin', users: [dana] },
    });
    expect(await told({ action: 'change-licence', userIds: [dana], value: 'Read-only' })).toMatchObject({
      action: { kind: 'change-licence', users: [dana], license: 'Read-only' },
    });
    // A new key over one that somebody owns is a handover of that key alone.
    expect(await told({ action: 'generate' })).toEqual({
      organizationId: organization.id,
      action: { kind: 'remove', users: [dana], scope },
      only: [keyId],
    });
    expect(await told({ action: 'deactivate-workspace' })).toEqual({
      organizationId: organization.id,
      action: { kind: 'deactivate-workspace', workspaces: [workspaceId] },
      only: null,
    });
  });

  test('a page hears what else its hold would bring, and has it as a text to forward', async () => {
    const { dana, keyId, workspaceId } = await begun();
    const explained = async (hold: Partial<HoldReport>, from?: typeof euPage) => {
      const report = { value: null, userIds: [], keyIds: [keyId], workspaceIds: [workspaceId], scopeAssumed: false };
      const { holdId } = await ask('page/hold', {
        op: op(),
        hold: { action: 'remove', input: 'pointer', ...report, ...hold },
      });
      return from ? refusal('page/explain', { holdId }, from) : ask('page/explain', { holdId });
    };
    expect(await explained({ userIds: [dana] }, euPage)).toBe('not-found');
    const holds: Partial<HoldReport>[] = [
      { userIds: [dana] },
      { action: 'change-role', userIds: [dana], value: 'Member' },
      { action: 'change-licence', userIds: [dana], value: 'Guest' },
      { action: 'generate' },
      { action: 'deactivate-workspace' },
    ];
    for (const hold of holds) {
      const { parts, text } = (await explained(hold)) as Explanation;
      expect(parts.length, hold.action).toBeGreaterThan(0);
      for (const { title, lines } of parts) {
        expect(lines.length).toBeGreaterThan(0);
        expect(text).toContain(title);
      }
    }
    const { holdId } = await ask('page/hold', {
      op: op(),
      hold: {
        action: 'remove',
        value: null,
        userIds: ['unknown:somebody'],
        keyIds: [],
        workspaceIds: [workspaceId],
        scopeAssumed: false,
        input: 'pointer',
      },
    });
    expect(await refusal('page/explain', { holdId })).toBe('not-found');
  });
});
