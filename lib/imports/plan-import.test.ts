import { describe, expect, test } from 'vitest';
import { carriedOut } from '../../test/support/carried-out.ts';
import { aKey, aMapping, aMembership, aUser, aWorkspace } from '../../test/support/mappings.ts';
import { asRead } from '../../test/support/read-snapshot.ts';
import { Draft, noRecords, type RecordMaps } from '../domain/draft.ts';
import { believed, latest } from '../domain/facts.ts';
import type { Mapping } from '../domain/mapping.ts';
import { membershipKey } from '../domain/records.ts';
import { defaultLabel } from '../domain/resolve-mapping.ts';
import { unsealedSnapshot } from '../domain/snapshot.ts';
import { planImport } from './plan-import.ts';
import type { Rejection } from './rejection.ts';

const first = '2026-03-01T00:00:00.000Z';
const second = '2026-04-01T00:00:00.000Z';
const fact = (value: unknown, at = first) => ({ import: { value, source: 'import', at, adapter: null } });

/** Imports rows as a file of an organization, into records or into nothing. */
function importOf(
  rows: Partial<Mapping> & { name?: string | null },
  { into = noRecords(), at = first, earlier = [] }: { into?: RecordMaps; at?: string; earlier?: Rejection[] } = {},
) {
  const { name = 'Northwind', ...more } = rows;
  const mapping = aMapping({ organization: { id: 'theirs', name }, ...more });
  const file = asRead(unsealedSnapshot(mapping, { id: 's', takenAt: first, label: null, previous: null }));
  let ids = 0;
  const draft = new Draft(into);
  const plan = planImport(
    draft,
    file,
    earlier,
    at,
    () => `org-${at.slice(5, 7)}-${String(into.organizations.size + (ids += 1))}`,
  );
  const after = carriedOut(into, draft);
  const { rejections, ...counts } = plan;
  return {
    plan,
    counts,
    after,
    changes: draft.changes().length,
    rejected: rejections.map(({ where, message }) => `${where} ${message}`),
    keys: [...after.keys.values()],
    users: [...after.users.values()],
    workspaces: [...after.workspaces.values()],
    memberships: [...after.memberships.values()],
    organizations: [...after.organizations.values()],
  };
}

describe('what is written', () => {
  const full: Partial<Mapping> = {
    workspaces: [aWorkspace('w', { name: 'EMEA', pandadocId: 'ws-1', kind: 'service', status: 'deactivated' })],
    users: [
      aUser('ana', {
        name: 'Ana',
        pandadocId: 'm-1',
        kind: 'service-account',
        orgAdmin: 'yes',
        license: 'Full',
        status: 'blocked',
      }),
    ],
    memberships: [aMembership('ana', 'w', 'Admin', { membershipId: 'mm-1', status: 'removed' })],
    keys: [
      aKey('k', 'w', 'ana', {
        label: 'CRM',
        hint: '9f3c',
        status: 'narrowed',
        generation: 2,
        createdOn: '2026-01-02',
        rotatedOn: '2026-01-03',
        verifiedOn: '2026-01-04',
        rotationDays: 30,
        usedBy: ['Zapier'],
        demand: { create: 220 },
        notes: 'asked in March',
      }),
    ],
  };

  test('everything that a file says, as said by it, at the moment of applying', () => {
    const { counts, after, organizations, workspaces, users, memberships, keys } = importOf(full);
    expect(counts).toEqual({
      region: 'us',
      organization: 'Northwind',
      organizationId: 'org-03-1',
      added: 1,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      workspaces: 1,
      users: 1,
      memberships: 1,
    });
    const base = { region: 'us', revision: expect.any(Number) as number };
    expect(organizations).toEqual([{ ...base, id: 'org-03-1', name: fact('Northwind') }]);
    expect(workspaces).toEqual([
      {
        ...base,
        id: 'w',
        organizationId: 'org-03-1',
        name: fact('EMEA'),
        pandadocId: fact('ws-1'),
        kind: fact('service'),
        status: fact('deactivated'),
      },
    ]);
    expect(users).toEqual([
      {
        ...base,
        id: 'ana',
        organizationId: 'org-03-1',
        name: fact('Ana'),
        email: fact('ana@northwind.example'),
        pandadocId: fact('m-1'),
        kind: fact('service-account'),
        orgAdmin: fact('yes'),
        license: fact('Full'),
        status: fact('blocked'),
      },
    ]);
    expect(memberships).toEqual([
      {
        ...base,
        id: membershipKey('ana', 'w'),
        userId: 'ana',
        workspaceId: 'w',
        membershipId: fact('mm-1'),
        role: fact('Admin'),
        status: fact('removed'),
        lastAdminAt: first,
      },
    ]);
    expect(keys).toEqual([
      {
        ...base,
        id: 'k',
        workspaceId: 'w',
        type: 'production',
        label: fact('CRM'),
        usedBy: fact(['Zapier']),
        demand: fact({ create: 220 }),
        notes: fact('asked in March'),
        rotationDays: fact(30),
        generations: [
          {
            number: 2,
            hint: fact('9f3c'),
            ownerId: fact('ana'),
            createdOn: fact('2026-01-02'),
            rotatedOn: fact('2026-01-03'),
            verifiedOn: fact('2026-01-04'),
            status: fact('narrowed'),
            lastSeenAt: null,
          },
        ],
      },
    ]);
    expect(after.coverage.size).toBe(0);
  });

  test('the second time nothing, and everything is counted as it was', () => {
    const again = importOf(full, { into: importOf(full).after, at: second });
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1, workspaces: 0, users: 0, memberships: 0 });
    expect(again.changes).toBe(0);
    expect(again.after).toEqual(importOf(full).after);
  });

  test('a state is what was said last, not what was said by the strongest', () => {
    const said = <T>(value: T, source: 'entered' | 'page', at: string) => ({
      [source]: { value, source, at, adapter: null },
    });
    const status = <T>(old: T, now: T) => ({
      ...said(old, 'entered', '2026-01-01T00:00:00.000Z'),
      ...said(now, 'page', '2026-02-01T00:00:00.000Z'),
    });
    const rows: Partial<Mapping> = {
      workspaces: [aWorkspace('w')],
      users: [aUser('ana')],
      memberships: [aMembership('ana', 'w', 'Admin')],
      keys: [aKey('k', 'w', 'ana')],
    };
    const here = importOf(rows).after;
    const [workspace, user] = [here.workspaces.get('w')!, here.users.get('ana')!];
    const membership = here.memberships.get(membershipKey('ana', 'w'))!;
    const key = here.keys.get('k')!;
    here.workspaces.set('w', { ...workspace, status: status('deactivated', 'active') });
    here.users.set('ana', { ...user, status: status('removed', 'active') });
    here.memberships.set(membership.id, { ...membership, status: status('removed', 'active') });
    here.keys.set('k', { ...key, generations: [{ ...key.generations[0]!, status: status('revoked', 'active') }] });
    expect(importOf(rows, { into: here, at: second }).changes).toBe(0);
  });

  test('what is usual is written over nothing else than what is known otherwise', () => {
    const rows: Partial<Mapping> = { workspaces: [aWorkspace('w', { kind: 'service' })] };
    const here = importOf(rows).after;
    expect(importOf(rows, { into: here, at: second }).changes).toBe(0);
    expect(importOf({ workspaces: [aWorkspace('w')] }, { into: here, at: second }).changes).toBe(1);
  });

  const bare: Partial<Mapping> = {
    workspaces: [aWorkspace('w', { name: 'EMEA' })],
    users: [aUser('ana', { name: null })],
    memberships: [aMembership('ana', 'w', null)],
    keys: [aKey('k', 'w', null, { label: defaultLabel('production') })],
  };

  test('nothing where a file only says what it says of everything that nobody knows', () => {
    const { workspaces, users, memberships, keys } = importOf(bare);
    const [workspace, user, membership, key] = [workspaces[0]!, users[0]!, memberships[0]!, keys[0]!];
    expect([workspace.pandadocId, workspace.kind, workspace.status]).toEqual([{}, {}, {}]);
    expect([user.name, user.kind, user.orgAdmin, user.license, user.status]).toEqual([{}, {}, {}, {}, {}]);
    expect([membership.role, membership.membershipId, membership.status]).toEqual([{}, {}, {}]);
    expect(membership.lastAdminAt).toBeNull();
    expect([key.label, key.usedBy, key.demand, key.notes, key.rotationDays]).toEqual([{}, {}, {}, {}, {}]);
    // What a file says of a key's state is said even where it is the usual one: a key without it is `unknown`.
    expect(key.generations).toMatchObject([{ number: 1, hint: {}, ownerId: {}, status: fact('active') }]);
  });

  test('but the same words count where something else was known', () => {
    const { workspaces, users, memberships, keys, counts } = importOf(bare, { into: importOf(full).after, at: second });
    expect(counts).toMatchObject({ added: 0, changed: 1, unchanged: 0, workspaces: 1, users: 1, memberships: 1 });
    expect(believed(workspaces[0]!.kind)).toBe('standard');
    expect(latest(workspaces[0]!.status)).toMatchObject({ value: 'active', at: second });
    expect(latest(users[0]!.status)).toMatchObject({ value: 'active', at: second });
    expect(latest(memberships[0]!.status)).toMatchObject({ value: 'active', at: second });
    expect(believed(keys[0]!.label)).toBe(defaultLabel('production'));
    // What it leaves out stays as it was, the time of the last Admin too.
    expect(believed(users[0]!.name)).toBe('Ana');
    expect(believed(keys[0]!.usedBy)).toEqual(['Zapier']);
    expect(believed(keys[0]!.demand)).toEqual({ create: 220 });
    expect(believed(memberships[0]!.role)).toBe('Admin');
    expect(memberships[0]!.lastAdminAt).toBe(first);
  });

  test('an Admin of a later file leaves the time of the first one', () => {
    const admin = { ...bare, memberships: [aMembership('ana', 'w', 'Admin')] };
    expect(importOf(admin, { into: importOf(bare).after, at: second }).memberships[0]!.lastAdminAt).toBe(second);
    expect(importOf(admin, { into: importOf(admin).after, at: second }).memberships[0]!.lastAdminAt).toBe(first);
    const member = { ...bare, memberships: [aMembership('ana', 'w', 'Member')] };
    expect(importOf(member).memberships[0]!.lastAdminAt).toBeNull();
  });
});

describe('which organization', () => {
  const emea = { workspaces: [aWorkspace('w', { name: 'EMEA', pandadocId: 'ws-1' })] };
  const names = ({ organizations }: ReturnType<typeof importOf>) =>
    organizations.map(({ id, name }) => [id, believed(name)]);

  test('the one of its name, in any case of letters', () => {
    const here = importOf(emea).after;
    expect(names(importOf({ name: 'NORTHWIND ' }, { into: here, at: second }))).toEqual([['org-03-1', 'Northwind']]);
    expect(names(importOf({ name: 'Southwind', ...emea }, { into: here, at: second }))).toHaveLength(2);
  });

  test('of two of that name the first by id', () => {
    const here = importOf(emea).after;
    const twin = { ...importOf(emea).organizations[0]!, id: 'org-00' };
    here.organizations.set('org-00', twin);
    expect(importOf({}, { into: here, at: second }).plan.organizationId).toBe('org-00');
    const reversed = { ...here, organizations: new Map([...here.organizations].reverse()) };
    expect(importOf({}, { into: reversed, at: second }).plan.organizationId).toBe('org-00');
  });

  test('nameless ones are one', () => {
    const here = importOf({ name: null, ...emea }).after;
    expect(names(importOf({ name: null, workspaces: [aWorkspace('x')] }, { into: here, at: second }))).toEqual([
      ['org-03-1', null],
    ]);
  });

  test.each<[string, Partial<Mapping>, boolean]>([
    ['the id of a workspace', { workspaces: [aWorkspace('w', { name: null })] }, true],
    ['PandaDoc’s id of a workspace', { workspaces: [aWorkspace('x', { name: null, pandadocId: 'ws-1' })] }, true],
    ['the name of a workspace', { workspaces: [aWorkspace('x', { name: ' emea' })] }, true],
    ['a workspace whose id is PandaDoc’s here', { workspaces: [aWorkspace('ws-1', { name: null })] }, true],
    ['nothing', { workspaces: [aWorkspace('x', { name: 'APAC', pandadocId: 'ws-2' })] }, false],
    ['nothing, for it has no workspace', {}, false],
    ['nothing, for nothing is named', { workspaces: [aWorkspace('x', { name: null })] }, false],
  ])('one of the two without a name, and they share %s', (_, rows, same) => {
    const unnamed = importOf({ name: null, ...emea }).after;
    expect(names(importOf(rows, { into: unnamed, at: second }))).toEqual(
      same
        ? [['org-03-1', 'Northwind']]
        : [
            ['org-03-1', null],
            ['org-04-2', 'Northwind'],
          ],
    );
    const named = importOf(emea).after;
    expect(names(importOf({ name: null, ...rows }, { into: named, at: second }))).toEqual(
      same
        ? [['org-03-1', 'Northwind']]
        : [
            ['org-03-1', 'Northwind'],
            ['org-04-2', null],
          ],
    );
  });

  test('what it shares with one of the other region does not count', () => {
    const eu = { region: 'eu' as const, workspaces: [aWorkspace('v', { name: 'APAC' })] };
    const here = importOf(eu, { into: importOf({ name: null, ...emea }).after, at: second }).after;
    const { organizations } = importOf({ workspaces: [aWorkspace('x', { name: 'APAC' })] }, { into: here, at: second });
    expect(organizations).toHaveLength(3);
  });

  test('one that has no workspaces yet takes any file', () => {
    const unnamed = importOf({ name: null }).after;
    expect(names(importOf(emea, { into: unnamed, at: second }))).toEqual([['org-03-1', 'Northwind']]);
  });

  test('with two organizations, or in the other region, a file without a name is another', () => {
    const two = importOf({ name: 'Southwind' }, { into: importOf(emea).after, at: second }).after;
    expect(importOf({ name: null, ...emea }, { into: two, at: second }).organizations).toHaveLength(3);
    const eu = importOf({ name: null, region: 'eu', ...emea }, { into: importOf(emea).after, at: second });
    expect(eu.organizations.map(({ region }) => region)).toEqual(['us', 'eu']);
  });
});

describe('which workspace and user', () => {
  test('ids of another organization are left alone: a free id beside them, and the same the next time', () => {
    const rows = {
      workspaces: [aWorkspace('w')],
      users: [aUser('ana')],
      memberships: [aMembership('ana', 'w', 'Admin')],
      keys: [aKey('k', 'w', 'ana')],
    };
    const here = importOf(rows).after;
    const there = importOf({ name: 'Southwind', ...rows }, { into: here, at: second });
    expect(there.workspaces.map(({ id }) => id)).toEqual(['w', 'w.2']);
    expect(there.users.map(({ id }) => id)).toEqual(['ana', 'ana.2']);
    expect(there.keys.map(({ id, workspaceId }) => [id, workspaceId])).toEqual([
      ['k', 'w'],
      ['k.2', 'w.2'],
    ]);
    expect(there.memberships.map(({ id }) => id)).toEqual([membershipKey('ana', 'w'), membershipKey('ana.2', 'w.2')]);
    const third = importOf({ name: 'Westwind', ...rows }, { into: there.after, at: second });
    expect(third.keys.map(({ id }) => id)).toEqual(['k', 'k.2', 'k.3']);
    const again = importOf({ name: 'Southwind', ...rows }, { into: third.after, at: second });
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1, workspaces: 0, users: 0, memberships: 0 });
  });

  const here = () =>
    importOf({
      workspaces: [aWorkspace('w', { name: 'EMEA', pandadocId: 'ws-1' }), aWorkspace('v', { name: 'APAC' })],
      users: [aUser('ana', { pandadocId: 'm-1' }), aUser('bob')],
    }).after;

  test.each<[string, Partial<Mapping>, [string, string | null][]]>([
    [
      'PandaDoc’s id goes before ours',
      { workspaces: [aWorkspace('v', { name: 'Europe', pandadocId: 'ws-1' })] },
      [
        ['w', 'Europe'],
        ['v', 'APAC'],
      ],
    ],
    [
      'ours before a name',
      { workspaces: [aWorkspace('v', { name: 'EMEA' })] },
      [
        ['w', 'EMEA'],
        ['v', 'EMEA'],
      ],
    ],
    [
      'a name',
      { workspaces: [aWorkspace('x', { name: 'apac', pandadocId: 'ws-2' })] },
      [
        ['w', 'EMEA'],
        ['v', 'apac'],
      ],
    ],
    [
      'a name with another id of PandaDoc is another',
      { workspaces: [aWorkspace('x', { name: 'EMEA', pandadocId: 'ws-2' })] },
      [
        ['w', 'EMEA'],
        ['v', 'APAC'],
        ['x', 'EMEA'],
      ],
    ],
    [
      'our id with another id of PandaDoc is another',
      { workspaces: [aWorkspace('w', { name: 'LATAM', pandadocId: 'ws-2' })] },
      [
        ['w', 'EMEA'],
        ['v', 'APAC'],
        ['w.2', 'LATAM'],
      ],
    ],
    [
      'no name is nobody’s name',
      { workspaces: [aWorkspace('x', { name: null }), aWorkspace('y', { name: null })] },
      [
        ['w', 'EMEA'],
        ['v', 'APAC'],
        ['x', null],
        ['y', null],
      ],
    ],
  ])('workspaces: %s', (_, rows, expected) => {
    const { workspaces, rejected } = importOf(rows, { into: here(), at: second });
    expect(new Map(workspaces.map(({ id, name }) => [id, believed(name)]))).toEqual(new Map(expected));
    expect(rejected).toEqual([]);
  });

  test.each<[string, Partial<Mapping>, string[], string[]]>([
    ['the address, in any case', { users: [aUser('x', { email: 'BOB@northwind.example' })] }, ['ana', 'bob'], []],
    [
      'the part after a plus tells apart',
      { users: [aUser('x', { email: 'bob+eu@northwind.example' })] },
      ['ana', 'bob', 'x'],
      [],
    ],
    [
      'PandaDoc’s id',
      { users: [aUser('x', { email: 'new@northwind.example', pandadocId: 'm-1' })] },
      ['ana', 'bob'],
      [],
    ],
    [
      'no address is nobody’s',
      { users: [aUser('x', { email: null }), aUser('y', { email: null })] },
      ['ana', 'bob', 'x', 'y'],
      [],
    ],
    ['twice one id', { users: [aUser('x'), aUser('x')] }, ['ana', 'bob', 'x'], ['users[1].id duplicate-id']],
    [
      'two rows for one user by PandaDoc’s id',
      { users: [aUser('x', { pandadocId: 'm-1' }), aUser('y', { pandadocId: 'm-1' })] },
      ['ana', 'bob'],
      ['users[1] disagrees-with-earlier-row'],
    ],
    [
      'two rows of one address',
      { users: [aUser('x', { email: 'bob@northwind.example' }), aUser('y', { email: 'Bob@northwind.example' })] },
      ['ana', 'bob'],
      ['users[1] disagrees-with-earlier-row'],
    ],
    [
      'one that renames, and somebody new of the old address',
      { users: [aUser('bob', { email: 'robert@northwind.example' }), aUser('y', { email: 'bob@northwind.example' })] },
      ['ana', 'bob', 'y'],
      [],
    ],
  ])('users: %s', (_, rows, ids, expected) => {
    const { users, rejected } = importOf(rows, { into: here(), at: second });
    expect(users.map(({ id }) => id)).toEqual(ids);
    expect(rejected).toEqual(expected);
  });

  test('an address that two have rejects the row', () => {
    const two = importOf({
      users: [
        aUser('x', { email: 'a@x.example', pandadocId: 'm-1' }),
        aUser('y', { email: 'a@x.example', pandadocId: 'm-2' }),
      ],
    }).after;
    const { rejected } = importOf({ users: [aUser('z', { email: 'A@x.example' })] }, { into: two, at: second });
    expect(rejected).toEqual(['users[0] disagrees-with-earlier-row']);
  });

  test('a name that fits two workspaces, and what hangs on it, is rejected; so is what names nobody', () => {
    const twins = importOf({
      workspaces: [
        aWorkspace('w1', { name: 'EMEA', pandadocId: 'a' }),
        aWorkspace('w2', { name: 'EMEA', pandadocId: 'b' }),
      ],
    }).after;
    const earlier: Rejection[] = [{ where: 'keys[9]', message: 'wrong-shape', details: [] }];
    const { rejected, plan } = importOf(
      {
        workspaces: [aWorkspace('x', { name: 'emea' }), aWorkspace('y', { name: 'LATAM' })],
        users: [aUser('ana')],
        memberships: [
          aMembership('ana', 'x', 'Admin'),
          aMembership('nobody', 'y', 'Admin'),
          aMembership('ana', 'y', 'Admin'),
          aMembership('ana', 'y', 'Member'),
        ],
        keys: [aKey('k1', 'x', null), aKey('k2', 'y', 'nobody'), aKey('k3', 'y', 'ana'), aKey('k3', 'y', 'ana')],
      },
      { into: twins, at: second, earlier },
    );
    // In the order of a snapshot: memberships by user, then workspace; keys by id.
    expect(new Set(rejected)).toEqual(
      new Set([
        'keys[9] wrong-shape',
        'workspaces[0] ambiguous-workspace',
        'memberships[0].workspaceId unknown-reference',
        'memberships[2] duplicate-id',
        'memberships[3].userId unknown-reference',
        'keys[0].workspaceId unknown-reference',
        'keys[1].ownerId unknown-reference',
        'keys[3].id duplicate-id',
      ]),
    );
    expect(plan).toMatchObject({ added: 1, memberships: 1, users: 1, workspaces: 1, rejected: 8 });
    expect(plan.rejections.every(({ details }) => details.length === 0)).toBe(true);
    expect(earlier).toHaveLength(1);
  });
});

describe('which key', () => {
  const inW = (keys: Mapping['keys']) => ({ workspaces: [aWorkspace('w'), aWorkspace('v')], keys });
  const labels = ({ keys }: ReturnType<typeof importOf>) =>
    keys.map((record) => [record.id, believed(record.label), believed(record.generations.at(-1)!.hint)]);

  test('the one living key of a slot, whatever it is called; of another type or workspace never', () => {
    const here = importOf(
      inW([aKey('k', 'w', null, { label: 'old' }), aKey('dead', 'w', null, { status: 'revoked' })]),
    ).after;
    expect(labels(importOf(inW([aKey('x', 'w', null, { label: 'new' })]), { into: here, at: second }))).toEqual([
      ['dead', 'label of dead', null],
      ['k', 'new', null],
    ]);
    const others = [aKey('x', 'w', null, { type: 'sandbox', label: 'old' }), aKey('y', 'v', null, { label: 'old' })];
    expect(importOf(inW(others), { into: here, at: second }).counts).toMatchObject({ added: 2, changed: 0 });
  });

  test('of several by label, of several of that label by the last characters, else by these alone, else new', () => {
    const here = importOf(
      inW([
        aKey('a', 'w', null, { label: 'CRM', hint: '1111' }),
        aKey('b', 'w', null, { label: 'CRM', hint: '2222' }),
        aKey('c', 'w', null, { label: 'Billing', hint: '3333' }),
      ]),
    ).after;
    const fits = (row: Partial<Mapping['keys'][number]>) => {
      const { keys, counts } = importOf(inW([aKey('x', 'w', null, { notes: 'seen', ...row })]), {
        into: here,
        at: second,
      });
      return [keys.find(({ notes }) => believed(notes) === 'seen')!.id, counts.added, counts.changed];
    };
    expect(fits({ label: 'CRM', hint: '2222' })).toEqual(['b', 0, 1]);
    expect(fits({ label: 'CRM', hint: null })).toEqual(['a', 0, 1]);
    expect(fits({ label: 'CRM', hint: '3333' })).toEqual(['a', 0, 1]);
    expect(fits({ label: 'Other', hint: '3333' })).toEqual(['c', 0, 1]);
    expect(fits({ label: 'Other', hint: null })).toEqual(['x', 1, 0]);
    expect(fits({ label: 'Other', hint: '4444' })).toEqual(['x', 1, 0]);
    // With another state than the known one, so that it is no row that says nothing new.
    expect(fits({ label: 'CRM', hint: '2222', status: 'narrowed' })).toEqual(['b', 0, 1]);
    expect(fits({ label: 'CRM', hint: '1111', status: 'narrowed' })).toEqual(['a', 0, 1]);
    expect(fits({ label: 'CRM', hint: null, status: 'narrowed' })).toEqual(['a', 0, 1]);
  });

  test('of those that nothing tells apart the first by id, whatever was recorded first', () => {
    const here = importOf(inW(['a', 'b', 'c'].map((id) => aKey(id, 'w', null, { label: 'CRM' })))).after;
    for (const keys of [here.keys, new Map([...here.keys].reverse())]) {
      const row = aKey('x', 'w', null, { label: 'CRM', status: 'narrowed', notes: 'seen' });
      const after = importOf(inW([row]), { into: { ...here, keys }, at: second });
      expect(after.keys.filter(({ notes }) => believed(notes) === 'seen').map(({ id }) => id)).toEqual(['a']);
    }
  });

  test('no characters on both sides are nothing in common', () => {
    const here = importOf(
      inW([aKey('a', 'w', null, { label: 'CRM' }), aKey('b', 'w', null, { label: 'Billing' })]),
    ).after;
    const { counts } = importOf(inW([aKey('x', 'w', null, { label: 'Other' })]), { into: here, at: second });
    expect(counts).toMatchObject({ added: 1, changed: 0 });
  });

  test('a second row of one label, or one beside a row for the other key, is new', () => {
    const here = importOf(
      inW([aKey('a', 'w', null, { label: 'CRM' }), aKey('b', 'w', null, { label: 'Billing' })]),
    ).after;
    const more = { label: 'CRM', status: 'narrowed' as const };
    const twice = importOf(inW([aKey('x', 'w', null, more), aKey('y', 'w', null, more)]), { into: here, at: second });
    expect(twice.counts).toMatchObject({ added: 1, changed: 1 });
    const other = importOf(inW([aKey('a', 'w', null, more), aKey('x', 'w', null, { label: 'Other' })]), {
      into: here,
      at: second,
    });
    expect(other.counts).toMatchObject({ added: 1, changed: 1 });
  });

  test('our id in another workspace, or of another type, is another key', () => {
    const here = importOf(inW([aKey('k', 'w', null)])).after;
    for (const row of [aKey('k', 'v', null), aKey('k', 'w', null, { type: 'sandbox' })]) {
      const { keys, counts } = importOf(inW([row]), { into: here, at: second });
      expect(counts).toMatchObject({ added: 1, changed: 0 });
      expect(keys.map(({ id }) => id)).toEqual(['k', 'k.2']);
    }
  });

  test('our own ids first, and no key twice', () => {
    const here = importOf(
      inW([aKey('a', 'w', null, { label: 'CRM' }), aKey('b', 'w', null, { label: 'Billing' })]),
    ).after;
    const { keys, counts } = importOf(
      inW([aKey('b', 'w', null, { label: 'CRM', hint: '9f3c' }), aKey('x', 'w', null, { label: 'CRM', hint: '0012' })]),
      { into: here, at: second },
    );
    expect(counts).toMatchObject({ added: 0, changed: 2 });
    expect(keys.map(({ id, generations }) => [id, believed(generations[0]!.hint)])).toEqual([
      ['a', '0012'],
      ['b', '9f3c'],
    ]);
  });

  // Else a key that one import ended would have the next import of the same file end its neighbour.
  test('a row that says nothing new of an ended key is about that one, not about the living one beside it', () => {
    const end = { label: 'CRM', hint: '1111', status: 'revoked' as const };
    const beside = aKey('b', 'w', null, { label: 'CRM', hint: '2222' });
    const about = (ended: Partial<Mapping['keys'][number]>, row: Partial<Mapping['keys'][number]>) => {
      const here = importOf(inW([aKey('a', 'w', null, { ...end, ...ended }), beside])).after;
      const { counts, keys } = importOf(inW([aKey('x', 'w', null, { ...end, ...row })]), { into: here, at: second });
      const living = keys.find(({ id }) => id === 'b')!;
      return [counts.unchanged, counts.changed, latest(living.generations.at(-1)!.status)?.value];
    };
    expect(about({}, {})).toEqual([1, 0, 'active']);
    expect(about({}, { hint: null })).toEqual([1, 0, 'active']);
    expect(about({ hint: null }, { hint: null })).toEqual([1, 0, 'active']);
    // Whatever differs makes it news, and news are of the one living key.
    expect(about({ label: 'Billing' }, {})).toEqual([0, 1, 'revoked']);
    expect(about({ hint: '3333' }, {})).toEqual([0, 1, 'revoked']);
    expect(about({ status: 'replaced' }, {})).toEqual([0, 1, 'revoked']);
    expect(about({ generation: 2 }, { generation: 1 })).toEqual([0, 1, 'revoked']);
  });

  describe('of a later secret', () => {
    const old = { label: 'CRM', generation: 2, hint: '1111' };
    const withOwner = (more: Partial<Mapping['keys'][number]>) => ({
      ...inW([aKey('k', 'w', 'ana', { ...old, ...more })]),
      users: [aUser('ana')],
    });

    test('ends ours: the new one inherits neither owner nor characters', () => {
      const here = importOf(withOwner({})).after;
      const { keys } = importOf(inW([aKey('k', 'w', null, { label: 'CRM', generation: 4, hint: '4444' })]), {
        into: here,
        at: second,
      });
      expect(
        keys[0]!.generations.map(({ number, hint, ownerId, status }) => [
          number,
          believed(hint),
          believed(ownerId),
          latest(status)?.value,
        ]),
      ).toEqual([
        [2, '1111', 'ana', 'replaced'],
        [4, '4444', null, 'active'],
      ]);
      expect(latest(keys[0]!.generations[0]!.status)).toEqual({
        value: 'replaced',
        source: 'import',
        at: second,
        adapter: null,
      });
    });

    test('ends one of which nothing was known', () => {
      const here = importOf(withOwner({})).after;
      const [record] = [...here.keys.values()];
      here.keys.set('k', { ...record!, generations: [{ ...record!.generations[0]!, status: {} }] });
      const { keys } = importOf(inW([aKey('k', 'w', null, { label: 'CRM', generation: 3 })]), {
        into: here,
        at: second,
      });
      expect(latest(keys[0]!.generations[0]!.status)?.value).toBe('replaced');
    });

    test('leaves the end of one that was over already', () => {
      const here = importOf(withOwner({ status: 'revoked' })).after;
      const { keys } = importOf(inW([aKey('k', 'w', null, { label: 'CRM', generation: 3 })]), {
        into: here,
        at: second,
      });
      expect(
        keys[0]!.generations.map(({ number, status }) => [number, latest(status)?.value, latest(status)?.at]),
      ).toEqual([
        [2, 'revoked', first],
        [3, 'active', second],
      ]);
    });

    test('of an earlier one that is known: its facts, not its state; one that is not: nothing', () => {
      const two = importOf(inW([aKey('k', 'w', null, { label: 'CRM', generation: 3 })]), {
        into: importOf(withOwner({ hint: null })).after,
        at: second,
      }).after;
      const known = importOf(withOwner({ hint: '2222', status: 'active' }), {
        into: two,
        at: '2026-05-01T00:00:00.000Z',
      });
      expect(known.counts).toMatchObject({ changed: 1 });
      expect(known.keys[0]!.generations.map(({ hint, status }) => [believed(hint), latest(status)?.value])).toEqual([
        ['2222', 'replaced'],
        [null, 'active'],
      ]);
      const unknown = importOf(withOwner({ generation: 1, hint: '0000', status: 'revoked' }), {
        into: two,
        at: second,
      });
      expect(unknown.counts).toMatchObject({ changed: 0, unchanged: 1 });
    });
  });
});
