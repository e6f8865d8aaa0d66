import fc from 'fast-check';
import { defaultPolicy } from './policy.ts';
import { describe, expect, test } from 'vitest';
import { aKey, aMapping, aMembership, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import { type Action, answerOf, impact, impactOf } from './impact.ts';
import { indexMapping, type Mapping } from './mapping.ts';
import { isAdminRole } from './roles.ts';
import type { KeyStatus } from './words.ts';

/** Dana is Admin of A and B and owns `production` in A, `sandbox` in B. */
const base = (more: Partial<Mapping> = {}) =>
  aMapping({
    workspaces: [aWorkspace('A'), aWorkspace('B')],
    users: [aUser('dana'), aUser('robin')],
    memberships: [
      aMembership('dana', 'A', 'Admin'),
      aMembership('dana', 'B', 'Admin'),
      aMembership('robin', 'A', 'Member'),
      aMembership('robin', 'B', 'Member'),
    ],
    keys: [
      aKey('production', 'A', 'dana', { usedBy: ['Zapier', 'CRM'] }),
      aKey('sandbox', 'B', 'dana', { type: 'sandbox', usedBy: ['CRM'] }),
    ],
    ...more,
  });
const of = (mapping: Mapping, action: Action) => impact(indexMapping(mapping), action, now, defaultPolicy);

const users = ['dana'];
const inB = { workspaces: ['B'] };

describe('the table of product.md', () => {
  const cases: [string, Action, Action][] = [
    ['remove', { kind: 'remove', users, scope: 'all' }, { kind: 'remove', users, scope: inB }],
    [
      'deactivate workspace',
      { kind: 'deactivate-workspace', workspaces: ['A', 'B'] },
      { kind: 'deactivate-workspace', workspaces: ['B'] },
    ],
    [
      'change role',
      { kind: 'change-role', users, scope: 'all', role: 'Member' },
      { kind: 'change-role', users, scope: inB, role: 'My own role' },
    ],
    [
      'generate',
      { kind: 'generate', workspace: 'A', type: 'production' },
      { kind: 'generate', workspace: 'B', type: 'sandbox' },
    ],
  ];
  const expected: Record<string, [string, string]> = {
    remove: ['critical', 'medium'],
    'deactivate workspace': ['critical', 'medium'],
    'change role': ['high', 'low'],
    generate: ['high', 'low'],
  };
  test.each(cases)('%s', (name, production, sandbox) => {
    expect([of(base(), production).severity, of(base(), sandbox).severity]).toEqual(expected[name]);
    const none = base({ keys: [] });
    expect(of(none, production)).toMatchObject({ severity: 'none', held: false, unknown: [] });
    expect(of(base(), sandbox).held).toBe(true);
  });

  test('deactivate user, licence cut', () => {
    expect(of(base(), { kind: 'deactivate-user', users })).toMatchObject({
      severity: 'critical',
      dies: ['production', 'sandbox'],
    });
    const full = base({ users: [aUser('dana', { license: 'Full' })] });
    expect(of(full, { kind: 'change-licence', users, license: 'Creator' })).toMatchObject({
      severity: 'high',
      narrows: ['production', 'sandbox'],
    });
    expect(of(full, { kind: 'change-licence', users, license: 'Full (standard)' })).toMatchObject({
      severity: 'none',
      held: false,
    });
  });

  test('to Admin takes nothing away', () => {
    expect(of(base(), { kind: 'change-role', users, scope: 'all', role: 'Administrator' })).toMatchObject({
      severity: 'none',
      held: false,
    });
  });
});

describe('what it says', () => {
  test('keys elsewhere are untouched, users of the keys are named once', () => {
    const result = of(base(), { kind: 'remove', users, scope: { workspaces: ['A'] } });
    expect(result).toMatchObject({
      dies: ['production'],
      untouched: ['sandbox'],
      narrows: [],
      replaced: [],
      usedBy: ['Zapier', 'CRM'],
    });
    expect(of(base(), { kind: 'remove', users, scope: 'all' }).usedBy).toEqual(['Zapier', 'CRM']);
  });

  test('only living keys count', () => {
    const living = (status: KeyStatus) =>
      of(base({ keys: [aKey('k', 'A', 'dana', { status })] }), { kind: 'remove', users, scope: 'all' }).held;
    expect(['active', 'narrowed', 'unknown'].map((status) => living(status as KeyStatus))).toEqual([true, true, true]);
    expect(
      ['presumed-dead', 'deactivated', 'replaced', 'revoked'].map((status) => living(status as KeyStatus)),
    ).toEqual([false, false, false, false]);
  });

  test.each([
    ['Member', 'Admin'],
    ['Admin', 'Member'],
  ])('believed %s, but a newer reading says %s: may own', (role, newerRole) => {
    const mapping = base({
      memberships: [{ ...aMembership('dana', 'A', role), newerRole }],
      keys: [aKey('k', 'A', null)],
    });
    expect(of(mapping, { kind: 'remove', users, scope: 'all' })).toMatchObject({
      held: true,
      mayOwn: [{ userId: 'dana', keyId: 'k' }],
    });
  });

  test('a licence counts as cut when it is less than what either saying gives', () => {
    const contradicted = base({ users: [aUser('dana', { license: 'Creator', newerLicense: 'Full' })] });
    expect(of(contradicted, { kind: 'change-licence', users, license: 'Creator' })).toMatchObject({ severity: 'high' });
  });

  test('an Admin in scope may own a key of unknown owner: held, not known', () => {
    const mapping = base({ keys: [aKey('k', 'A', null)] });
    const admin = of(mapping, { kind: 'remove', users, scope: 'all' });
    expect(admin).toMatchObject({ severity: 'none', held: true, mayOwn: [{ userId: 'dana', keyId: 'k' }] });
    expect(answerOf(admin)).toBe('not-known');
    expect(of(mapping, { kind: 'remove', users: ['robin'], scope: 'all' })).toMatchObject({
      held: false,
      mayOwn: [],
      unknown: [],
    });
    expect(of(mapping, { kind: 'remove', users, scope: inB })).toMatchObject({ held: false, mayOwn: [] });
    const gone = base({
      keys: [aKey('k', 'A', null)],
      memberships: [aMembership('dana', 'A', 'Admin', { status: 'removed' }), aMembership('dana', 'B', null)],
    });
    expect(of(gone, { kind: 'remove', users, scope: { workspaces: ['A'] } }).mayOwn).toEqual([]);
  });

  test('whoever was Admin there once leaves a doubt, no hold', () => {
    const mapping = base({
      keys: [aKey('k', 'A', null)],
      memberships: [
        aMembership('dana', 'A', 'Member', { lastAdminAt: '2025-01-01T00:00:00.000Z' }),
        aMembership('dana', 'B', 'Member'),
      ],
    });
    const result = of(mapping, { kind: 'remove', users, scope: 'all' });
    expect(result).toMatchObject({ held: false, unknown: [{ reason: 'was-admin', workspaceId: 'A' }] });
    expect(answerOf(result)).toBe('not-known');
  });
});

describe('what is not known', () => {
  const removal: Action = { kind: 'remove', users: ['robin'], scope: 'all' };
  const reasons = (mapping: Mapping, action: Action = removal) =>
    of(mapping, action).unknown.map(({ reason, workspaceId }) => `${workspaceId} ${reason}`);
  const fresh = { at: now, complete: true };
  const old = { at: '2026-01-01T00:00:00.000Z', complete: true };

  test('"nothing at stake" only for somebody whose role is known, or who is not on a complete fresh list', () => {
    expect(answerOf(of(base(), removal))).toBe('nothing-at-stake');
    const stranger = base({ memberships: [], keys: [] });
    expect(answerOf(of(stranger, removal))).toBe('nothing-at-stake');
    const roleless = base({
      memberships: [aMembership('robin', 'A', null), aMembership('robin', 'B', 'Member')],
      coverage: {},
    });
    expect(reasons(roleless)).toEqual(['A keys-never-read', 'A members-never-read']);
  });

  test.each([
    ['never read', {}, ['A keys-never-read', 'A members-never-read', 'B keys-never-read', 'B members-never-read']],
    [
      'read long ago',
      { A: { keys: old, members: old }, B: { keys: fresh, members: fresh } },
      ['A keys-read-long-ago', 'A members-read-long-ago'],
    ],
    [
      'a key page not seen whole',
      { A: { keys: { at: now, complete: false }, members: fresh }, B: { keys: fresh, members: fresh } },
      ['A keys-incomplete'],
    ],
    [
      'a key page not seen whole, and that long ago',
      { A: { keys: { ...old, complete: false }, members: fresh }, B: { keys: fresh, members: fresh } },
      ['A keys-read-long-ago'],
    ],
  ])('an Admin, %s', (_, coverage, expected) => {
    expect(reasons(base({ keys: [], coverage }), { kind: 'remove', users, scope: 'all' })).toEqual(expected);
  });

  test('a list that was not complete proves no absence', () => {
    const partial = { keys: fresh, members: { at: now, complete: false } };
    expect(reasons(base({ memberships: [], keys: [], coverage: { A: partial, B: partial } }))).toEqual([
      'A members-incomplete',
      'B members-incomplete',
    ]);
  });

  test('days are the policy’s, the boundary still fresh', () => {
    const coverage = {
      A: { keys: { at: '2026-01-30T10:00:00.000Z', complete: true }, members: fresh },
      B: { keys: fresh, members: fresh },
    };
    const admin: Action = { kind: 'remove', users, scope: 'all' };
    expect(reasons(base({ keys: [], coverage }), admin)).toEqual([]);
    const index = indexMapping(base({ keys: [], coverage }));
    const strict = { ...defaultPolicy, readingDays: 29 };
    expect(impact(index, admin, now, strict).unknown).toMatchObject([
      { reason: 'keys-read-long-ago', at: '2026-01-30T10:00:00.000Z' },
    ]);
  });

  test('workspaces that are deactivated, or outside the scope, ask nothing', () => {
    const mapping = base({
      workspaces: [aWorkspace('A', { status: 'deactivated' }), aWorkspace('B')],
      keys: [],
      coverage: {},
    });
    expect(reasons(mapping, { kind: 'remove', users, scope: { workspaces: ['A'] } })).toEqual([]);
    expect(reasons(mapping, { kind: 'remove', users, scope: 'all' })).toEqual([
      'B keys-never-read',
      'B members-never-read',
    ]);
  });

  test('generate and deactivate look at the key page alone', () => {
    const mapping = base({ keys: [], coverage: {} });
    expect(reasons(mapping, { kind: 'generate', workspace: 'A', type: 'production' })).toEqual(['A keys-never-read']);
    expect(reasons(mapping, { kind: 'deactivate-workspace', workspaces: ['B'] })).toEqual(['B keys-never-read']);
  });
});

describe('no longer an Org Admin', () => {
  const drop: Action = { kind: 'drop-org-admin', users };
  const owning = (...keys: Parameters<typeof aKey>[3][]) =>
    base({ keys: keys.map((more, n) => aKey(`k${n}`, 'A', 'dana', { label: 'production key', ...more })) });
  test.each([
    ['an organization-level use is noted', { usedBy: ['SCIM bridge'] }, 'high'],
    ['it is noted among the notes', { notes: 'Creates users: Benutzerverwaltung' }, 'high'],
    ['such calls are declared', { demand: { Users: 5 } }, 'high'],
    ['no such use is noted', { usedBy: ['CRM sync'] }, 'medium'],
    ['only a sandbox key', { type: 'sandbox', usedBy: ['SCIM bridge'] }, 'low'],
    ['only a dead key', { status: 'revoked' }, 'none'],
  ] as const)('%s', (_, more, severity) => {
    expect(of(owning(more as Parameters<typeof aKey>[3]), drop).severity).toBe(severity);
  });

  test('a service workspace is kept for organization-level use', () => {
    const mapping = base({ workspaces: [aWorkspace('A', { kind: 'service' }), aWorkspace('B')] });
    expect(of(mapping, drop)).toMatchObject({ severity: 'high', narrows: ['production', 'sandbox'], dies: [] });
  });

  test('who is known to be none has nothing to lose', () => {
    expect(of(base({ users: [aUser('dana', { orgAdmin: 'no' })] }), drop)).toMatchObject({
      severity: 'none',
      held: false,
      unknown: [],
    });
  });
});

describe('several actions in one', () => {
  const demotion: Action = { kind: 'change-role', users, scope: 'all', role: 'Member' };
  const removalFromB: Action = { kind: 'remove', users, scope: inB };
  test('each key stands where it is worst off, the highest severity wins', () => {
    const index = indexMapping(base());
    const both = impactOf(index, [demotion, removalFromB], now, defaultPolicy);
    expect(both).toMatchObject({ severity: 'high', dies: ['sandbox'], narrows: ['production'], untouched: [] });
    expect(impactOf(index, [removalFromB, demotion], now, defaultPolicy)).toEqual(both);
    const rotation: Action = { kind: 'generate', workspace: 'B', type: 'sandbox' };
    expect(impactOf(index, [demotion, rotation], now, defaultPolicy)).toMatchObject({
      narrows: ['production'],
      replaced: ['sandbox'],
      severity: 'high',
    });
    expect(impactOf(index, [removalFromB, rotation], now, defaultPolicy)).toMatchObject({
      dies: ['sandbox'],
      replaced: [],
    });
  });

  test('what happens to a key anyway is no question of who owns it', () => {
    const index = indexMapping(base({ keys: [aKey('k', 'A', null)] }));
    const removal: Action = { kind: 'remove', users, scope: 'all' };
    expect(impactOf(index, [removal], now, defaultPolicy).mayOwn).toHaveLength(1);
    expect(
      impactOf(index, [removal, { kind: 'deactivate-workspace', workspaces: ['A'] }], now, defaultPolicy),
    ).toMatchObject({
      dies: ['k'],
      mayOwn: [],
      severity: 'critical',
    });
  });

  test('none is no impact', () => {
    expect(impactOf(indexMapping(base()), [], now, defaultPolicy)).toEqual({
      severity: 'none',
      dies: [],
      narrows: [],
      replaced: [],
      untouched: [],
      mayOwn: [],
      usedBy: [],
      unknown: [],
      held: false,
    });
  });
});

describe('what is said once', () => {
  const ago = (year: number): string => `${year}-01-01T00:00:00.000Z`;
  const former = (years: readonly number[]) =>
    base({
      users: years.map((year) => aUser(`u${year}`)),
      memberships: years.map((year) => aMembership(`u${year}`, 'A', 'Member', { lastAdminAt: ago(year) })),
      keys: [aKey('k', 'A', null)],
    });
  test.each([
    [[2023, 2025, 2024], 2025],
    [[2025, 2023], 2025],
    [[2022, 2024], 2024],
  ])('of several former Admins %j, the last one counts', (years, last) => {
    const { unknown } = of(former(years), { kind: 'remove', users: years.map((year) => `u${year}`), scope: 'all' });
    expect(unknown).toEqual([{ reason: 'was-admin', workspaceId: 'A', at: ago(last) }]);
  });

  test('a page that was never read, asked about by several actions, is one doubt without a date', () => {
    const mapping = base({ coverage: {} });
    const { unknown } = impactOf(
      indexMapping(mapping),
      [
        { kind: 'generate', workspace: 'A', type: 'sandbox' },
        { kind: 'deactivate-workspace', workspaces: ['A'] },
      ],
      now,
      defaultPolicy,
    );
    expect(unknown).toEqual([{ reason: 'keys-never-read', workspaceId: 'A', at: null }]);
  });

  test('keys that may be owned are listed by key, then by person', () => {
    const mapping = base({
      users: [aUser('zoe'), aUser('ana')],
      memberships: ['zoe', 'ana'].flatMap((id) => ['B', 'A'].map((place) => aMembership(id, place, 'Admin'))),
      keys: [aKey('2', 'B', null), aKey('1', 'A', null)],
    });
    const { mayOwn } = of(mapping, { kind: 'remove', users: ['zoe', 'ana'], scope: 'all' });
    expect(mayOwn.map(({ keyId, userId }) => `${keyId} ${userId}`)).toEqual(['1 ana', '1 zoe', '2 ana', '2 zoe']);
  });
});

test.each<Action>([
  { kind: 'change-licence', users: ['nobody'], license: 'Guest' },
  { kind: 'drop-org-admin', users: ['nobody'] },
  { kind: 'generate', workspace: 'nowhere', type: 'production' },
  { kind: 'deactivate-workspace', workspaces: ['nowhere'] },
])('what the mapping does not hold is no error: $kind', (action) => {
  expect(of(base(), action)).toMatchObject({ severity: 'none', dies: [], narrows: [], replaced: [], held: false });
});

test('a workspace that the mapping does not hold was never read', () => {
  const result = of(base(), { kind: 'remove', users, scope: { workspaces: ['nowhere'] } });
  expect(result).toMatchObject({ severity: 'none', untouched: ['production', 'sandbox'] });
  expect(result.unknown.map(({ reason }) => reason)).toEqual(['keys-never-read', 'members-never-read']);
});

test('the owner of an account is more than an Admin', () => {
  const owner = base({
    keys: [aKey('k', 'A', null)],
    memberships: [aMembership('dana', 'A', 'Account owner'), aMembership('dana', 'B', 'Kontoinhaber')],
  });
  expect(of(owner, { kind: 'remove', users, scope: 'all' })).toMatchObject({ held: true });
});

describe('laws', () => {
  const ids = ['A', 'B', 'C'];
  const people = ['u', 'v', 'w'];
  const old = '2025-12-01T00:00:00.000Z';
  const aReading = fc.constantFrom(
    null,
    { at: now, complete: true },
    { at: now, complete: false },
    { at: old, complete: true },
  );
  const aRole = fc.constantFrom('Admin', 'Member', 'Our own', null);
  const anEstate = fc
    .record({
      workspaces: fc.tuple(
        ...ids.map(() => fc.constantFrom('active' as const, 'active' as const, 'deactivated' as const)),
      ),
      coverage: fc.tuple(...ids.map(() => fc.record({ keys: aReading, members: aReading }))),
      licenses: fc.tuple(...people.map(() => fc.constantFrom('Full', 'Creator', null))),
      orgAdmin: fc.tuple(...people.map(() => fc.constantFrom('yes' as const, 'no' as const, null))),
      keys: fc.array(
        fc.record({
          workspaceId: fc.constantFrom(...ids),
          ownerId: fc.constantFrom(...people, null),
          type: fc.constantFrom('production' as const, 'sandbox' as const),
          status: fc.constantFrom<KeyStatus>('active', 'narrowed', 'unknown', 'revoked', 'presumed-dead'),
          usedBy: fc.constantFrom<string[]>([], ['SCIM'], ['CRM']),
        }),
        { maxLength: 7 },
      ),
      memberships: fc.uniqueArray(
        fc.record({
          userId: fc.constantFrom(...people),
          workspaceId: fc.constantFrom(...ids),
          role: aRole,
          status: fc.constantFrom('active' as const, 'active' as const, 'removed' as const, 'invited' as const),
          lastAdminAt: fc.constantFrom(null, null, old),
        }),
        { selector: ({ userId, workspaceId }) => `${userId} ${workspaceId}`, maxLength: 9 },
      ),
    })
    .map((estate) =>
      aMapping({
        workspaces: ids.map((id, n) => aWorkspace(id, { status: estate.workspaces[n]! })),
        users: people.map((id, n) => aUser(id, { license: estate.licenses[n]!, orgAdmin: estate.orgAdmin[n]! })),
        memberships: estate.memberships.map(({ userId, workspaceId, role, ...more }) =>
          aMembership(userId, workspaceId, role, more),
        ),
        keys: estate.keys.map((key, n) => aKey(`k${n}`, key.workspaceId, key.ownerId, { label: 'key', ...key })),
        coverage: Object.fromEntries(ids.map((id, n) => [id, estate.coverage[n]!])),
      }),
    );
  const someUsers = fc.subarray(people, { minLength: 1 });
  const aScope = fc.oneof(
    fc.constant('all' as const),
    fc.subarray(ids).map((workspaces) => ({ workspaces })),
  );
  const anAction: fc.Arbitrary<Action> = fc.oneof(
    fc.record({ kind: fc.constant('remove' as const), users: someUsers, scope: aScope }),
    fc.record({ kind: fc.constant('deactivate-user' as const), users: someUsers }),
    fc.record({ kind: fc.constant('change-role' as const), users: someUsers, scope: aScope, role: aRole }),
    fc.record({
      kind: fc.constant('change-licence' as const),
      users: someUsers,
      license: fc.constantFrom('Full', 'Creator', 'Guest'),
    }),
    fc.record({ kind: fc.constant('drop-org-admin' as const), users: someUsers }),
    fc.record({ kind: fc.constant('deactivate-workspace' as const), workspaces: fc.subarray(ids) }),
    fc.record({
      kind: fc.constant('generate' as const),
      workspace: fc.constantFrom(...ids),
      type: fc.constantFrom('production' as const, 'sandbox' as const),
    }),
  );
  const order = ['none', 'low', 'medium', 'high', 'critical'];
  const thousand = { numRuns: 1000 };
  const living = (status: KeyStatus): boolean => ['active', 'narrowed', 'unknown'].includes(status);
  const touched = ({ dies, narrows, replaced }: ReturnType<typeof impactOf>): string[] => [
    ...dies,
    ...narrows,
    ...replaced,
  ];
  /** Whether an action reaches a key by its scope, whatever it then does to it. */
  const reaches = (action: Action, key: { workspaceId: string; ownerId: string | null; type: string }): boolean => {
    if (action.kind === 'generate') return action.workspace === key.workspaceId && action.type === key.type;
    if (action.kind === 'deactivate-workspace') return action.workspaces.includes(key.workspaceId);
    if (key.ownerId !== null && !action.users.includes(key.ownerId)) return false;
    return !('scope' in action) || action.scope === 'all' || action.scope.workspaces.includes(key.workspaceId);
  };

  test('never names a key outside its scope, or a dead one, or one twice', () => {
    fc.assert(
      fc.property(anEstate, fc.array(anAction, { maxLength: 3 }), (mapping, actions) => {
        const result = impactOf(indexMapping(mapping), actions, now, defaultPolicy);
        const named = [...touched(result), ...result.mayOwn.map(({ keyId }) => keyId)];
        for (const id of named) {
          const key = mapping.keys.find((each) => each.id === id)!;
          expect(living(key.status)).toBe(true);
          expect(actions.some((action) => reaches(action, key))).toBe(true);
        }
        for (const { keyId, userId } of result.mayOwn) {
          expect(mapping.keys.find(({ id }) => id === keyId)?.ownerId).toBeNull();
          expect(actions.some((action) => 'users' in action && action.users.includes(userId))).toBe(true);
        }
        const once = [...touched(result), ...result.untouched];
        expect(new Set(once).size).toBe(once.length);
        expect(result.held).toBe(named.length > 0);
        expect(result.severity === 'none').toBe(touched(result).length === 0);
      }),
      thousand,
    );
  });

  test('every known living key that an action kills is named: none is forgotten', () => {
    fc.assert(
      fc.property(anEstate, someUsers, aScope, (mapping, some, scope) => {
        const { dies } = impact(indexMapping(mapping), { kind: 'remove', users: some, scope }, now, defaultPolicy);
        const expected = mapping.keys.filter(
          (key) => living(key.status) && key.ownerId !== null && reaches({ kind: 'remove', users: some, scope }, key),
        );
        expect(dies).toEqual(expected.map(({ id }) => id).sort());
      }),
      thousand,
    );
  });

  test('grows with its scope: more people, more workspaces or more actions never make it milder', () => {
    fc.assert(
      fc.property(
        anEstate,
        fc.subarray(people),
        fc.subarray(ids),
        fc.array(anAction, { maxLength: 2 }),
        fc.array(anAction, { maxLength: 2 }),
        (mapping, some, where, few, more) => {
          const index = indexMapping(mapping);
          const small = impact(
            index,
            { kind: 'remove', users: some, scope: { workspaces: where } },
            now,
            defaultPolicy,
          );
          const large = impact(index, { kind: 'remove', users: people, scope: 'all' }, now, defaultPolicy);
          const one = impactOf(index, few, now, defaultPolicy);
          const combined = impactOf(index, [...few, ...more], now, defaultPolicy);
          for (const [less, most] of [
            [small, large],
            [one, combined],
          ] as const) {
            expect(order.indexOf(most.severity)).toBeGreaterThanOrEqual(order.indexOf(less.severity));
            for (const key of touched(less)) expect(touched(most)).toContain(key);
            for (const key of less.dies) expect(most.dies).toContain(key);
            if (less.held) expect(most.held).toBe(true);
            const marks = most.unknown.map(({ reason, workspaceId }) => `${reason} ${workspaceId}`);
            for (const { reason, workspaceId } of less.unknown) {
              // Of a workspace that the mapping marks as deactivated nothing is asked, whatever the scope.
              expect(marks).toContain(`${reason} ${workspaceId}`);
            }
          }
        },
      ),
      thousand,
    );
  });

  test('the order of people, workspaces and actions does not matter', () => {
    fc.assert(
      fc.property(anEstate, fc.array(anAction, { maxLength: 3 }), (mapping, actions) => {
        const turned = [...actions].reverse().map((action): Action => {
          const users = 'users' in action ? { users: [...action.users].reverse() } : {};
          return { ...action, ...users };
        });
        const index = indexMapping(mapping);
        expect(impactOf(index, turned, now, defaultPolicy)).toEqual(impactOf(index, actions, now, defaultPolicy));
      }),
      thousand,
    );
  });

  test('the mark is set as product.md writes it, and "nothing at stake" is said only without it', () => {
    fc.assert(
      fc.property(anEstate, fc.constantFrom(...people), aScope, (mapping, user, scope) => {
        const result = impact(indexMapping(mapping), { kind: 'remove', users: [user], scope }, now, defaultPolicy);
        const where = scope === 'all' ? ids : scope.workspaces;
        const doubtful = where.filter((id) => {
          if (mapping.workspaces.find((each) => each.id === id)?.status === 'deactivated') return false;
          const { keys, members } = mapping.coverage[id]!;
          const fine = (reading: typeof keys): boolean => reading !== null && reading.at === now && reading.complete;
          const membership = mapping.memberships.find((each) => each.userId === user && each.workspaceId === id);
          const everAdmin =
            membership !== undefined && (isAdminRole(membership.role) || membership.lastAdminAt !== null);
          const roleNotKnown =
            membership === undefined ? !fine(members) : membership.role === null && membership.status !== 'removed';
          // Somebody who stands in a list that was not seen whole was still read there.
          const membersRead = membership === undefined ? fine(members) : members?.at === now;
          return (everAdmin || roleNotKnown) && !(fine(keys) && membersRead);
        });
        const marked = new Set(
          result.unknown
            .filter(({ reason }) => reason !== 'owner-unknown' && reason !== 'was-admin')
            .map(({ workspaceId }) => workspaceId),
        );
        expect([...marked].sort()).toEqual([...doubtful].sort());
        if (answerOf(result) === 'nothing-at-stake') expect([result.unknown, touched(result)]).toEqual([[], []]);
        if (result.unknown.length > 0 && result.severity === 'none') expect(answerOf(result)).toBe('not-known');
      }),
      thousand,
    );
  });
});
