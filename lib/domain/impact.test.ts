import fc from 'fast-check';
import { defaultPolicy } from './policy.ts';
import { describe, expect, test } from 'vitest';
import { aKey, aMapping, aMembership, anIndex, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import { type Action, answerOf, impact } from './impact.ts';
import { indexMapping, type Mapping } from './mapping.ts';
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
const of = (mapping: Mapping, action: Action) => impact(indexMapping(mapping), action, now);

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
      ['A keys-never-read'],
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

test('laws: more people or more workspaces never make it milder; equal questions get equal answers', () => {
  const ids = ['A', 'B', 'C'];
  const people = ['u', 'v', 'w'];
  const anEstate = fc.record({
    keys: fc.array(
      fc.record({
        workspaceId: fc.constantFrom(...ids),
        ownerId: fc.constantFrom(...people, null),
        type: fc.constantFrom('production' as const, 'sandbox' as const),
        status: fc.constantFrom<KeyStatus>('active', 'unknown', 'revoked'),
      }),
      { maxLength: 6 },
    ),
    memberships: fc.uniqueArray(
      fc.record({
        userId: fc.constantFrom(...people),
        workspaceId: fc.constantFrom(...ids),
        role: fc.constantFrom('Admin', 'Member', null),
      }),
      { selector: ({ userId, workspaceId }) => `${userId} ${workspaceId}`, maxLength: 9 },
    ),
  });
  const order = ['none', 'low', 'medium', 'high', 'critical'];
  fc.assert(
    fc.property(anEstate, fc.subarray(people), fc.subarray(ids), (estate, some, where) => {
      const index = anIndex({
        workspaces: ids.map((id) => aWorkspace(id)),
        users: people.map((id) => aUser(id)),
        memberships: estate.memberships.map(({ userId, workspaceId, role }) => aMembership(userId, workspaceId, role)),
        keys: estate.keys.map((key, n) => aKey(`k${n}`, key.workspaceId, key.ownerId, key)),
      });
      const small = impact(index, { kind: 'remove', users: some, scope: { workspaces: where } }, now);
      const large = impact(index, { kind: 'remove', users: people, scope: 'all' }, now);
      expect(order.indexOf(large.severity)).toBeGreaterThanOrEqual(order.indexOf(small.severity));
      for (const key of small.dies) expect(large.dies).toContain(key);
      for (const key of small.dies) expect(small.untouched).not.toContain(key);
      if (small.held) expect(large.held).toBe(true);
      expect(
        impact(index, { kind: 'remove', users: [...some].reverse(), scope: { workspaces: [...where].reverse() } }, now),
      ).toEqual(small);
    }),
  );
});
