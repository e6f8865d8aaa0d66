import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { northwind, recordsOf, type Sample } from '../../test/samples/estate.ts';
import { Draft, noRecords, type RecordMaps, recordStores } from './draft.ts';
import { believed, type Fact, type Field, latest } from './facts.ts';
import { mergeRecords, type MergeChoices, renamedWorkspaces, staysInMerge } from './merge-records.ts';
import { newGeneration, newKey, newMembership, newUser, newWorkspace } from './new-records.ts';
import { type KeyRecord, type MappingRecords, membershipKey } from './records.ts';
import { currentGeneration, resolveMapping } from './resolve-mapping.ts';

const now = '2026-11-23T12:00:00.000Z';
const later = '2026-11-24T12:00:00.000Z';

function mapsOf(records: MappingRecords): RecordMaps {
  const maps = noRecords();
  const all = { ...records, handovers: [], fingerprints: [] };
  for (const store of recordStores) {
    for (const record of all[store] ?? []) (maps[store] as Map<string, unknown>).set(record.id, record);
  }
  return maps;
}

const fact = <T>(value: T | null, source: Fact<T>['source'], at: string): Field<T> => ({
  [source]: { value, source, at, adapter: source === 'page' ? 'test' : null },
});

/** Merges, and gives the records as they are afterwards. */
function merged(
  maps: RecordMaps,
  store: 'users' | 'workspaces',
  keptId: string,
  goneId: string,
  choices: MergeChoices = {},
) {
  const draft = new Draft(maps);
  const plan = mergeRecords(draft, store, keptId, goneId, choices, later);
  if (!plan) throw new Error('not merged');
  return { plan, draft, records: draft.lists('us') };
}

const sample = (more: Partial<Sample> = {}): RecordMaps => mapsOf(recordsOf([{ ...northwind, ...more }], now));
const key = (records: MappingRecords, id: string): KeyRecord => records.keys.find((each) => each.id === id)!;

describe('two records of one person', () => {
  const people: Sample['users'] = [
    { id: 'u-a', name: 'Dana Whitfield', email: null, roles: { 'w-emea': 'Admin', 'w-na': 'Member' } },
    { id: 'u-b', name: 'Dana W.', email: 'dana@northwind.example', kind: 'person', roles: { 'w-na': 'Admin' } },
  ];
  const keys: Sample['keys'] = [
    { id: 'k1', workspace: 'w-emea', type: 'production', owner: 'u-a' },
    { id: 'k2', workspace: 'w-na', type: 'production', owner: 'u-b', conflict: 'u-a' },
  ];

  test('are one: what only one says is kept, keys and memberships go over, nobody refers to the other', () => {
    const { plan, records } = merged(sample({ users: people, keys }), 'users', 'u-a', 'u-b');
    const mapping = resolveMapping(records, records.organizations[0]!);
    expect(mapping.users).toMatchObject([{ id: 'u-a', email: 'dana@northwind.example', kind: 'person' }]);
    expect(mapping.keys.map(({ ownerId }) => ownerId)).toEqual(['u-a', 'u-a']);
    expect(mapping.memberships.map(({ userId, workspaceId }) => [userId, workspaceId])).toEqual([
      ['u-a', 'w-emea'],
      ['u-a', 'w-na'],
    ]);
    expect(plan).toMatchObject({ keys: 1, memberships: 1 });
    expect(JSON.stringify(records)).not.toContain('u-b');
  });

  test('contradictions are named, and what is chosen holds', () => {
    const maps = sample({ users: people, keys });
    const { plan } = merged(maps, 'users', 'u-a', 'u-b');
    expect(plan.conflicts.map(({ id, kept, gone }) => [id, kept.value, gone.value])).toEqual([
      ['name', 'Dana Whitfield', 'Dana W.'],
      ['u-a@w-na role', 'Member', 'Admin'],
    ]);
    for (const [side, name, role] of [
      ['kept', 'Dana Whitfield', 'Member'],
      ['gone', 'Dana W.', 'Admin'],
    ] as const) {
      const { records } = merged(maps, 'users', 'u-a', 'u-b', { name: side, 'u-a@w-na role': side });
      const mapping = resolveMapping(records, records.organizations[0]!);
      expect(mapping.users[0]!.name).toBe(name);
      expect(mapping.memberships.find(({ workspaceId }) => workspaceId === 'w-na')!.role).toBe(role);
    }
  });

  test('whoever was missing under one name and is there under the other is there', () => {
    const maps = sample({ users: people, keys });
    maps.users.set('u-a', {
      ...maps.users.get('u-a')!,
      status: fact('not-observed' as const, 'page', later),
    });
    maps.users.set('u-b', { ...maps.users.get('u-b')!, status: fact('active' as const, 'page', now) });
    const { plan, records } = merged(maps, 'users', 'u-a', 'u-b');
    expect(latest(records.users[0]!.status)?.value).toBe('active');
    expect(plan.conflicts.map(({ field }) => field)).not.toContain('status');
  });

  test('when they were last Admin there is the later of both', () => {
    const maps = sample({ users: people, keys });
    maps.memberships.set('u-a@w-na', { ...maps.memberships.get('u-a@w-na')!, lastAdminAt: '2026-12-01T00:00:00.000Z' });
    const { records } = merged(maps, 'users', 'u-a', 'u-b');
    expect(records.memberships.find(({ id }) => id === 'u-a@w-na')!.lastAdminAt).toBe('2026-12-01T00:00:00.000Z');
  });
});

describe('two records of one workspace', () => {
  const renamed = (): RecordMaps => {
    const maps = sample({
      workspaces: [
        { id: 'w-old', name: 'EMEA Sales' },
        { id: 'w-new', name: 'EMEA Revenue', membersRead: null, keysRead: 1 },
      ],
      users: [{ id: 'u-dana', name: 'Dana', email: null, roles: { 'w-old': 'Admin', 'w-new': 'Admin' } }],
      keys: [
        { id: 'k-old', workspace: 'w-old', type: 'production', owner: 'u-dana', hint: '9f3c', usedBy: ['CRM'] },
        { id: 'k-new', workspace: 'w-new', type: 'production' },
        { id: 'k-sand', workspace: 'w-new', type: 'sandbox' },
      ],
    });
    const old = maps.workspaces.get('w-old')!;
    maps.workspaces.set('w-old', { ...old, status: fact('not-observed' as const, 'page', now) });
    const fresh = maps.workspaces.get('w-new')!;
    maps.workspaces.set('w-new', {
      ...fresh,
      name: fact('EMEA Revenue', 'page', now),
      status: fact('active' as const, 'page', now),
    });
    return maps;
  };

  test('one key of a type on each side is one key, with the owner that only one side knew', () => {
    const { plan, records } = merged(renamed(), 'workspaces', 'w-old', 'w-new');
    const mapping = resolveMapping(records, records.organizations[0]!);
    expect(mapping.workspaces).toMatchObject([{ id: 'w-old', name: 'EMEA Revenue', status: 'active' }]);
    expect(mapping.keys).toMatchObject([
      { id: 'k-old', workspaceId: 'w-old', ownerId: 'u-dana', hint: '9f3c', usedBy: ['CRM'] },
      { id: 'k-sand', workspaceId: 'w-old' },
    ]);
    expect(mapping.memberships).toMatchObject([{ userId: 'u-dana', workspaceId: 'w-old', role: 'Admin' }]);
    expect(mapping.coverage['w-old']).toMatchObject({ keys: { complete: true }, members: { complete: true } });
    expect(plan.conflicts.map(({ field, otherwise }) => [field, otherwise])).toEqual([['name', 'gone']]);
    expect(JSON.stringify(records)).not.toContain('w-new');
  });

  test('other last characters are another key', () => {
    const maps = renamed();
    const fresh = maps.keys.get('k-new')!;
    maps.keys.set('k-new', { ...fresh, generations: [{ ...fresh.generations[0]!, hint: fact('0000', 'page', now) }] });
    const { records } = merged(maps, 'workspaces', 'w-old', 'w-new');
    expect(records.keys.map(({ id, workspaceId }) => [id, workspaceId])).toEqual([
      ['k-old', 'w-old'],
      ['k-new', 'w-old'],
      ['k-sand', 'w-old'],
    ]);
  });

  test('the day an owner was confirmed goes with that owner', () => {
    const maps = renamed();
    const old = maps.keys.get('k-old')!;
    maps.keys.set('k-old', {
      ...old,
      generations: [{ ...old.generations[0]!, verifiedOn: fact('2026-11-01', 'entered', now) }],
    });
    maps.users.set('u-new', { ...maps.users.get('u-dana')!, id: 'u-new' });
    const fresh = maps.keys.get('k-new')!;
    maps.keys.set('k-new', {
      ...fresh,
      generations: [{ ...fresh.generations[0]!, ownerId: fact('u-new', 'page', later) }],
    });
    const choose = (side: 'kept' | 'gone') =>
      currentGeneration(key(merged(maps, 'workspaces', 'w-old', 'w-new', { 'k-old ownerId': side }).records, 'k-old'));
    expect(believed(choose('kept').verifiedOn)).toBe('2026-11-01');
    expect(believed(choose('gone').ownerId)).toBe('u-new');
    expect(believed(choose('gone').verifiedOn)).toBeNull();
  });

  test('secrets of the past stay, of both', () => {
    const maps = renamed();
    for (const id of ['k-old', 'k-new']) {
      const record = maps.keys.get(id)!;
      maps.keys.set(id, {
        ...record,
        generations: [
          { ...newGeneration(1), hint: fact(id.slice(-4), 'entered', now) },
          { ...record.generations[0]!, number: 2 },
        ],
      });
    }
    const { generations } = key(merged(maps, 'workspaces', 'w-old', 'w-new').records, 'k-old');
    expect(generations.map(({ number, hint }) => [number, believed(hint)])).toEqual([
      [1, '-old'],
      [2, '-new'],
      [3, '9f3c'],
    ]);
  });

  test('fingerprints follow their secrets into one history', () => {
    const maps = renamed();
    for (const id of ['k-old', 'k-new']) {
      const record = maps.keys.get(id)!;
      maps.keys.set(id, {
        ...record,
        generations: [newGeneration(1), { ...record.generations[0]!, number: 2 }],
      });
      for (const generation of [1, 2]) {
        const own = { id: `${id} ${generation}`, region: 'us', revision: 1, keyId: id, generation, at: now } as const;
        maps.fingerprints.set(own.id, own);
      }
    }
    const draft = new Draft(maps);
    mergeRecords(draft, 'workspaces', 'w-old', 'w-new', {}, later);
    expect([...draft.all('fingerprints')].map(({ id, keyId, generation }) => [id, keyId, generation])).toEqual([
      ['k-old 1', 'k-old', 1],
      ['k-old 2', 'k-old', 3],
      ['k-new 1', 'k-old', 2],
      ['k-new 2', 'k-old', 3],
    ]);
  });

  test('of two organizations, or with itself, is refused', () => {
    const maps = sample();
    maps.workspaces.set('w-x', { ...newWorkspace('w-x', 'us', 'org-other') });
    expect(mergeRecords(new Draft(maps), 'workspaces', 'w-emea', 'w-x', {}, now)).toBeNull();
    expect(mergeRecords(new Draft(maps), 'workspaces', 'w-emea', 'w-emea', {}, now)).toBeNull();
    expect(mergeRecords(new Draft(maps), 'workspaces', 'w-emea', 'nobody', {}, now)).toBeNull();
  });
});

test('whichever holds more living keys stays', () => {
  expect(staysInMerge(new Draft(sample()), 'workspaces', ['w-fin', 'w-emea'])).toBe('w-emea');
  expect(staysInMerge(new Draft(sample()), 'users', ['u-root', 'u-dana'])).toBe('u-dana');
});

const anyField = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Field<T>> =>
  fc
    .array(
      fc.record({
        source: fc.constantFrom('entered' as const, 'import' as const, 'page' as const, 'inferred' as const),
        value: fc.option(value),
        day: fc.integer({ min: 10, max: 28 }),
      }),
      { maxLength: 3 },
    )
    .map((facts) => {
      let field: Field<T> = {};
      for (const { source, value, day } of facts) {
        field = { ...field, ...fact(value, source, `2026-10-${day}T00:00:00.000Z`) };
      }
      return field;
    });
const anyText = fc.constantFrom('a', 'b', 'c');
const ids = ['1', '2', '3'];

const anyMaps = fc
  .record({
    users: fc.tuple(...ids.map(() => fc.record({ name: anyField(anyText), email: anyField(anyText) }))),
    workspaces: fc.tuple(...ids.map(() => fc.record({ name: anyField(anyText) }))),
    memberships: fc.array(
      fc.record({ user: fc.constantFrom(...ids), workspace: fc.constantFrom(...ids), role: anyField(anyText) }),
      { maxLength: 6 },
    ),
    keys: fc.array(
      fc.record({
        workspace: fc.constantFrom(...ids),
        type: fc.constantFrom('production' as const, 'sandbox' as const),
        ownerId: anyField(fc.constantFrom(...ids.map((id) => `u${id}`))),
        hint: anyField(anyText),
        notes: anyField(anyText),
      }),
      { maxLength: 6 },
    ),
  })
  .map((made): RecordMaps => {
    const maps = noRecords();
    maps.organizations.set('o', { id: 'o', region: 'us', revision: 1, name: {} });
    made.users.forEach((each, index) => {
      const id = `u${ids[index]!}`;
      maps.users.set(id, { ...newUser(id, 'us', 'o'), ...each });
    });
    made.workspaces.forEach((each, index) => {
      const id = `w${ids[index]!}`;
      maps.workspaces.set(id, { ...newWorkspace(id, 'us', 'o'), ...each });
    });
    for (const { user, workspace, role } of made.memberships) {
      const record = newMembership('us', `u${user}`, `w${workspace}`);
      maps.memberships.set(record.id, { ...record, role });
    }
    made.keys.forEach(({ workspace, type, ownerId, hint, notes }, index) => {
      const record = newKey(`k${index}`, 'us', `w${workspace}`, type);
      maps.keys.set(record.id, { ...record, notes, generations: [{ ...newGeneration(1), ownerId, hint }] });
    });
    return maps;
  });

test('whatever two records say: no reference is left dangling, no other record changes, every choice holds', () => {
  fc.assert(
    fc.property(
      anyMaps,
      fc.constantFrom('users' as const, 'workspaces' as const),
      fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      (maps, store, flips) => {
        const [kept, gone] = store === 'users' ? ['u1', 'u2'] : ['w1', 'w2'];
        const { plan } = merged(maps, store, kept, gone);
        const choices = Object.fromEntries(
          plan.conflicts.map(({ id }, index) => [id, flips[index % 20] ? ('kept' as const) : ('gone' as const)]),
        );
        const { records, draft } = merged(maps, store, kept, gone, choices);
        const users = new Set(records.users.map(({ id }) => id));
        const workspaces = new Set(records.workspaces.map(({ id }) => id));
        expect(store === 'users' ? users.has(gone) : workspaces.has(gone)).toBe(false);
        for (const { id, userId, workspaceId } of records.memberships) {
          expect(users.has(userId) && workspaces.has(workspaceId)).toBe(true);
          expect(id).toBe(membershipKey(userId, workspaceId));
        }
        for (const record of records.keys) {
          expect(workspaces.has(record.workspaceId)).toBe(true);
          for (const said of Object.values(currentGeneration(record).ownerId)) {
            if (said.value !== null) expect(users.has(said.value)).toBe(true);
          }
        }
        for (const { before, store: changed, id } of draft.changes()) {
          if (changed === store) expect([kept, gone]).toContain(id);
          if (before === null) expect(changed === 'memberships' || changed === 'coverage').toBe(true);
        }
        for (const conflict of plan.conflicts) {
          const chosen = choices[conflict.id] === 'kept' ? conflict.kept.value : conflict.gone.value;
          const { subject, field } = conflict;
          const record =
            subject.kind === 'record'
              ? records[store].find(({ id }) => id === kept)
              : subject.kind === 'membership'
                ? records.memberships.find(({ id }) => id === membershipKey(subject.userId, subject.workspaceId))
                : records.keys.find(({ id }) => id === subject.keyId);
          const fields = { ...record, ...(subject.kind === 'key' && currentGeneration(record as KeyRecord)) } as Record<
            string,
            Field<unknown>
          >;
          expect(believed(fields[field])).toEqual(chosen);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

describe('"same workspace?"', () => {
  const workspace = (id: string, name: string, at: string, status: 'active' | 'not-observed', statusAt = at) => ({
    ...newWorkspace(id, 'us', 'org'),
    name: fact(name, 'page', at),
    status: fact(status, 'page', statusAt),
  });
  const old = workspace('w-old', 'EMEA Sales', '2026-01-01T00:00:00.000Z', 'not-observed', now);
  const fresh = workspace('w-new', 'EMEA Revenue', now, 'active');
  const reading = { at: '2026-11-01T00:00:00.000Z', complete: true, adapter: 'keys' };
  const coverage = [{ id: 'w-old', region: 'us' as const, keys: reading, members: null }];

  test('a name that is not shown any more, and one that is new since', () => {
    expect(renamedWorkspaces([old, fresh], coverage, {})).toEqual([{ workspaceId: 'w-old', candidates: ['w-new'] }]);
  });

  test.each([
    ['was there while the old one was read', [old, workspace('w-b', 'B', '2026-05-01T00:00:00.000Z', 'active')], {}],
    ['of another organization', [old, { ...fresh, organizationId: 'other' }], {}],
    [
      'of another id',
      [
        { ...old, pandadocId: fact('A', 'page', now) },
        { ...fresh, pandadocId: fact('B', 'page', now) },
      ],
      {},
    ],
    ['nobody has seen on a page', [old, { ...fresh, name: fact('EMEA Revenue', 'entered', now) }], {}],
    ['somebody said is another', [old, fresh], { 'w-old': ['w-new'] }],
    ['while the old one is shown', [{ ...old, status: fact('active' as const, 'page', now) }, fresh], {}],
  ])('not one that %s', (_, workspaces, apart) => {
    expect(renamedWorkspaces(workspaces, coverage, apart)).toEqual([]);
  });
});
