import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedOut } from '../../test/support/carried-out.ts';
import { aKey, aMapping, aMembership, aUser, aWorkspace } from '../../test/support/mappings.ts';
import { asRead } from '../../test/support/read-snapshot.ts';
import { Draft, listsOf, noRecords, type RecordMaps } from '../domain/draft.ts';
import type { Key, KeyProvenance, Mapping } from '../domain/mapping.ts';
import type { FileChoices } from '../domain/merge.ts';
import { defaultLabel, resolveMapping } from '../domain/resolve-mapping.ts';
import { unsealedSnapshot } from '../domain/snapshot.ts';
import type { ReadSnapshot } from './json.ts';
import { type MergePlan, planMerge } from './plan-merge.ts';

const now = '2026-06-01T00:00:00.000Z';

function read(rows: Partial<Mapping>, takenAt = '2026-05-01T00:00:00.000Z'): ReadSnapshot {
  const document = unsealedSnapshot(aMapping(rows), { id: 's', takenAt, label: null, previous: null });
  return asRead(document);
}

/** Merges into records, and gives the records afterwards. */
function merge(
  base: RecordMaps,
  snapshot: ReadSnapshot,
  choices: FileChoices = {},
): { plan: MergePlan; after: RecordMaps; writes: number } {
  let ids = 0;
  const draft = new Draft(base);
  const plan = planMerge(draft, snapshot, [], choices, now, () => `new-${(ids += 1)}`);
  return { plan, after: carriedOut(base, draft), writes: draft.changes().length };
}

function mappingOf(records: RecordMaps): Omit<Mapping, 'organization'> {
  const lists = listsOf(records);
  const { organization: _, ...rows } = resolveMapping(lists, lists.organizations[0]!);
  return rows;
}

const said = (source: 'entered' | 'page', at: string, ...fields: (keyof KeyProvenance)[]): KeyProvenance =>
  Object.fromEntries(fields.map((field) => [field, { source, at, adapter: null }]));

const early = '2026-01-01T00:00:00.000Z';
const late = '2026-02-01T00:00:00.000Z';

describe('laws', () => {
  const key = fc
    .record({
      id: fc.constantFrom('k1', 'k2'),
      status: fc.constantFrom('active', 'narrowed', 'presumed-dead'),
      label: fc.constantFrom('CRM', 'Billing'),
      hint: fc.option(fc.constantFrom('9f3c', '0012')),
      ownerId: fc.option(fc.constantFrom('u1', 'u2')),
      notes: fc.option(fc.constantFrom('x', 'y')),
      source: fc.constantFrom('entered' as const, 'page' as const),
      at: fc.constantFrom(early, late),
    })
    .map(({ id, source, at, ...facts }): Key => {
      const fields = ['status', 'label', 'hint', 'ownerId', 'notes'] as const;
      return aKey(id, id === 'k1' ? 'w1' : 'w2', null, {
        ...facts,
        provenance: said(source, at, ...fields),
      });
    });
  const file = fc
    .record({
      name: fc.option(fc.constantFrom('Ana', 'Anna')),
      role: fc.option(fc.constantFrom('Admin', 'Member')),
      kind: fc.option(fc.constantFrom('person' as const, 'service-account' as const)),
      status: fc.constantFrom('active' as const, 'removed' as const, 'not-observed' as const),
      keys: fc.uniqueArray(key, { selector: ({ id }) => id }),
      takenAt: fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'),
    })
    .map(({ name, role, kind, status, keys, takenAt }) =>
      read(
        {
          workspaces: [aWorkspace('w1'), aWorkspace('w2')],
          users: [aUser('u1', { name, kind }), aUser('u2')],
          memberships: [aMembership('u1', 'w1', role, { status })],
          keys,
        },
        takenAt,
      ),
    );

  test('twice changes nothing', () => {
    fc.assert(
      fc.property(file, file, (a, b) => {
        const once = merge(merge(noRecords(), a).after, b);
        const again = merge(once.after, b);
        expect(again.writes).toBe(0);
        expect(again.plan).toMatchObject({ added: 0, changed: 0, rejected: 0 });
        expect(again.plan.unchanged).toBe(b.document.keys.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('the order of three colleagues does not matter', () => {
    fc.assert(
      fc.property(file, file, file, (a, b, c) => {
        const merged = (files: ReadSnapshot[]) =>
          mappingOf(files.reduce((records, each) => merge(records, each).after, noRecords()));
        const first = merged([a, b, c]);
        for (const order of [
          [a, c, b],
          [b, a, c],
          [c, b, a],
        ])
          expect(merged(order)).toEqual(first);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('one colleague’s file', () => {
  const ours = (): RecordMaps =>
    merge(
      noRecords(),
      read({
        workspaces: [aWorkspace('w', { name: 'EMEA' })],
        users: [aUser('ana', { name: 'Ana' }), aUser('bob', { name: 'Bob' })],
        memberships: [aMembership('ana', 'w', 'Admin')],
        keys: [
          aKey('k', 'w', 'ana', { label: 'CRM', provenance: said('entered', late, 'ownerId', 'label', 'status') }),
        ],
      }),
    ).after;

  test('another installation’s ids find the same things; what is not known here is taken over', () => {
    const { plan, after } = merge(
      ours(),
      read({
        workspaces: [aWorkspace('x', { name: ' emea ' })],
        users: [aUser('y', { email: 'ANA@northwind.example', name: null, license: 'Full' })],
        memberships: [],
        keys: [aKey('z', 'x', 'y', { label: 'CRM', hint: '9f3c', provenance: said('page', early, 'hint', 'label') })],
      }),
    );
    expect(plan).toMatchObject({
      added: 0,
      changed: 1,
      rejected: 0,
      conflicts: [{ field: 'name' }, { field: 'email' }],
    });
    const mapping = mappingOf(after);
    expect(mapping.keys).toMatchObject([{ id: 'k', hint: '9f3c', ownerId: 'ana' }]);
    expect(mapping.users.find(({ id }) => id === 'ana')).toMatchObject({ license: 'Full' });
  });

  const theirs = (source: 'entered' | 'page', at: string) =>
    read({
      workspaces: [aWorkspace('w', { name: 'EMEA' })],
      users: [aUser('ana', { name: 'Ana' }), aUser('bob', { name: 'Bob' })],
      memberships: [aMembership('ana', 'w', 'Member', { status: 'removed' })],
      keys: [aKey('k', 'w', 'bob', { label: 'CRM', provenance: said(source, at, 'ownerId', 'label', 'status') })],
    });

  test.each([
    ['entered', '2026-03-01T00:00:00.000Z', 'theirs', 'bob'],
    ['entered', early, 'ours', 'ana'],
    ['page', '2026-03-01T00:00:00.000Z', 'ours', 'ana'],
  ] as const)('an owner %s at %s: %s by the rules, and a conflict', (source, at, winner, owner) => {
    const { plan, after } = merge(ours(), theirs(source, at));
    const conflict = plan.conflicts.find(({ field }) => field === 'ownerId')!;
    expect(conflict).toEqual({
      id: 'keys:k:ownerId',
      field: 'ownerId',
      about: { key: { type: 'production', label: 'CRM' }, workspace: 'EMEA', person: null },
      ours: { value: 'Ana', at: late },
      theirs: { value: 'Bob', at },
      winner,
    });
    expect(mappingOf(after).keys[0]!.ownerId).toBe(owner);
    for (const side of ['ours', 'theirs'] as const) {
      const chosen = merge(ours(), theirs(source, at), { 'keys:k:ownerId': side });
      expect(mappingOf(chosen.after).keys[0]!.ownerId).toBe(side === 'ours' ? 'ana' : 'bob');
    }
  });

  test('a removal that a colleague saw counts; an “active” revives nobody', () => {
    const { plan, after } = merge(ours(), theirs('page', early));
    expect(mappingOf(after).memberships[0]!.status).toBe('removed');
    expect(plan.conflicts.map(({ field, about }) => [field, about.person])).toContainEqual(['status', 'Ana']);
    const back = merge(
      after,
      read({
        workspaces: [aWorkspace('w', { name: 'EMEA' })],
        users: [aUser('ana', { name: 'Ana' })],
        memberships: [aMembership('ana', 'w', null)],
      }),
    );
    expect(mappingOf(back.after).memberships[0]!.status).toBe('removed');
    expect(back.plan.conflicts).toMatchObject([{ field: 'status', winner: 'ours' }]);
  });

  test('a clock that is ahead is held to now', () => {
    const ahead = '2030-01-01T00:00:00.000Z';
    const file = theirs('page', ahead);
    file.document.memberships.push(aMembership('bob', 'w', 'Admin'));
    file.paths.memberships.push('memberships[1]');
    const { after } = merge(noRecords(), { ...file, document: { ...file.document, takenAt: ahead } });
    for (const store of ['workspaces', 'users', 'memberships', 'keys'] as const) {
      expect(JSON.stringify([...after[store].values()])).not.toContain('2030');
    }
  });

  const taken = '2026-05-01T00:00:00.000Z';
  const fact = (value: unknown, source: string, at: string) => ({ [source]: { value, source, at, adapter: null } });

  test('everything a file says of workspaces, people and memberships is kept with where it comes from', () => {
    const { after } = merge(
      noRecords(),
      read({
        workspaces: [
          aWorkspace('w', { name: 'EMEA', pandadocId: 'ws-1', kind: 'service', status: 'deactivated' }),
          aWorkspace('v', { name: 'APAC' }),
        ],
        users: [
          aUser('ana', { pandadocId: 'm-1', kind: 'service-account', orgAdmin: 'yes', license: 'Full' }),
          aUser('bob', { status: 'removed' }),
          aUser('cem', { status: 'not-observed' }),
        ],
        memberships: [
          aMembership('ana', 'w', 'Admin', { membershipId: 'mm-1' }),
          aMembership('bob', 'w', 'Member', { status: 'removed' }),
        ],
      }),
    );
    const base = { region: 'us', revision: 1 };
    const active = fact('active', 'inferred', '1970-01-01T00:00:00.000Z');
    const workspace = (name: string) => [...after.workspaces.values()].find((each) => each.name.page?.value === name);
    expect(workspace('EMEA')).toMatchObject({
      ...base,
      pandadocId: fact('ws-1', 'page', taken),
      name: fact('EMEA', 'page', taken),
      kind: fact('service', 'import', taken),
      status: fact('deactivated', 'page', taken),
    });
    expect(workspace('APAC')).toMatchObject({ pandadocId: {}, status: active });
    expect(workspace('APAC')!.kind).toEqual({});
    const user = (name: string) => [...after.users.values()].find((each) => each.name.page?.value === name)!;
    expect(user('ana')).toMatchObject({
      pandadocId: fact('m-1', 'page', taken),
      email: fact('ana@northwind.example', 'page', taken),
      name: fact('ana', 'page', taken),
      kind: fact('service-account', 'import', taken),
      orgAdmin: fact('yes', 'import', taken),
      license: fact('Full', 'page', taken),
    });
    expect(user('ana').status).toEqual(active);
    expect(user('bob').status).toEqual(fact('removed', 'page', taken));
    expect(user('cem').status).toEqual({});
    const membership = (name: string) => [...after.memberships.values()].find((each) => each.userId === user(name).id)!;
    expect(membership('ana')).toMatchObject({
      membershipId: fact('mm-1', 'page', taken),
      role: fact('Admin', 'page', taken),
      lastAdminAt: taken,
      status: active,
    });
    expect(membership('bob')).toMatchObject({ lastAdminAt: null, status: fact('removed', 'page', taken) });
  });

  test('everything a file says of a key comes with its own source and time, what was entered there as imported', () => {
    const fields = [
      'usedBy',
      'demand',
      'notes',
      'rotationDays',
      'hint',
      'ownerId',
      'createdOn',
      'rotatedOn',
      'verifiedOn',
      'status',
    ] as const;
    const values = {
      usedBy: ['Zapier'],
      demand: { documents: 3 },
      notes: 'asked in March',
      rotationDays: 30,
      hint: '9f3c',
      createdOn: '2026-01-02',
      rotatedOn: '2026-01-03',
      verifiedOn: '2026-01-04',
      status: 'narrowed' as const,
    };
    const recordOf = (key: Partial<Key>) => {
      const { after } = merge(
        noRecords(),
        read({ workspaces: [aWorkspace('w')], users: [aUser('ana')], keys: [aKey('k', 'w', 'ana', key)] }),
      );
      return { owner: [...after.users.keys()][0]!, record: [...after.keys.values()][0]! };
    };

    const seen = recordOf({
      ...values,
      label: 'CRM',
      generation: 2,
      provenance: said('page', late, 'label', ...fields),
    });
    const { record } = seen;
    expect(record.label).toEqual(fact('CRM', 'page', late));
    const flat: Record<string, unknown> = { ...record, ...record.generations[0] };
    const expected: Record<string, unknown> = { ...values, ownerId: seen.owner };
    for (const field of fields) expect([field, flat[field]]).toEqual([field, fact(expected[field], 'page', late)]);
    expect(record.generations.map(({ number }) => number)).toEqual([2]);

    const entered = recordOf({ ...values, label: 'CRM', provenance: said('entered', late, 'label', ...fields) }).record;
    expect(entered.label).toEqual(fact('CRM', 'import', late));
    expect(entered.generations[0]!.hint).toEqual(fact('9f3c', 'import', late));

    // Without provenance it is somebody's word of the day of the file.
    const bare = recordOf({ ...values, label: 'CRM' }).record;
    expect(bare.notes).toEqual(fact('asked in March', 'import', taken));
    expect(bare.generations[0]!.status).toEqual(fact('narrowed', 'import', taken));
  });

  test('what a file says where nobody knows is not taken for something said', () => {
    const { after } = merge(
      noRecords(),
      read({
        workspaces: [aWorkspace('w')],
        users: [aUser('ana')],
        keys: [aKey('k', 'w', null, { label: defaultLabel('production') })],
      }),
    );
    const [record] = [...after.keys.values()];
    expect(record).toMatchObject({ label: {}, usedBy: {}, demand: {}, notes: {}, rotationDays: {} });
    expect(record!.generations[0]).toMatchObject({ hint: {}, ownerId: {}, createdOn: {}, verifiedOn: {} });
    for (const field of ['label', 'usedBy', 'demand', 'notes', 'rotationDays'] as const) {
      expect([field, record![field]]).toEqual([field, {}]);
    }
  });

  test('a conflict names what it is about, and what both say with the day', () => {
    const file = (workspace: string, person: string, role: string) =>
      read({
        workspaces: [aWorkspace('w', { name: workspace, pandadocId: 'ws-1' })],
        users: [aUser('ana', { name: person, pandadocId: 'm-1' })],
        memberships: [aMembership('ana', 'w', role)],
      });
    const { plan } = merge(merge(noRecords(), file('EMEA', 'Ana', 'Admin')).after, file('EMEA & UK', 'Anna', 'Member'));
    // By the names that hold after the merge.
    const nobody = { key: null, workspace: null, person: null };
    expect(plan.conflicts.map(({ field, about, ours, theirs }) => [field, about, ours, theirs])).toEqual([
      ['name', { ...nobody, workspace: 'EMEA & UK' }, { value: 'EMEA', at: taken }, { value: 'EMEA & UK', at: taken }],
      ['name', { ...nobody, person: 'Anna' }, { value: 'Ana', at: taken }, { value: 'Anna', at: taken }],
      [
        'role',
        { ...nobody, workspace: 'EMEA & UK', person: 'Anna' },
        { value: 'Admin', at: taken },
        { value: 'Member', at: taken },
      ],
    ]);
  });

  test('a file of the very moment keeps its time, and one that is ahead gets now', () => {
    const timeOf = (takenAt: string) => {
      const { after } = merge(noRecords(), read({ workspaces: [aWorkspace('w', { name: 'EMEA' })] }, takenAt));
      return [...after.workspaces.values()][0]!.name;
    };
    expect(timeOf(now)).toEqual(fact('EMEA', 'page', now));
    expect(timeOf('2026-05-31T23:59:59.999Z')).toEqual(fact('EMEA', 'page', '2026-05-31T23:59:59.999Z'));
    expect(timeOf('2026-06-01T00:00:00.001Z')).toEqual(fact('EMEA', 'page', now));
  });
});
