import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aKey, aMapping, aMembership, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import {
  type Handover,
  type HandoverAction,
  handoverKeys,
  impactOfHandover,
  leavingBy,
  mayClose,
  planHandover,
  successorsOf,
  usesInOrder,
} from './handover.ts';
import { indexMapping, type Mapping } from './mapping.ts';
import { defaultPolicy } from './policy.ts';

/** Dana goes; `bot` could follow in A and B. */
const base = (more: Partial<Mapping> = {}): Mapping =>
  aMapping({
    workspaces: [aWorkspace('A'), aWorkspace('B')],
    users: [
      aUser('dana', { kind: 'person', license: 'Full' }),
      aUser('bot', { kind: 'service-account', license: 'Full' }),
      aUser('robin', { kind: 'person', license: 'Full' }),
    ],
    memberships: [
      aMembership('dana', 'A', 'Admin'),
      aMembership('dana', 'B', 'Admin'),
      aMembership('bot', 'A', 'Admin'),
      aMembership('bot', 'B', 'Admin'),
      aMembership('robin', 'A', 'Admin'),
    ],
    keys: [
      aKey('big', 'A', 'dana', { usedBy: ['CRM', 'CRM staging'], demand: { create: 200 } }),
      aKey('small', 'B', 'dana', { usedBy: ['Zapier'], demand: { create: 20 } }),
      aKey('trial', 'A', 'dana', { type: 'sandbox', usedBy: ['CRM staging'] }),
    ],
    ...more,
  });
const removal: HandoverAction = { kind: 'remove', users: ['dana'], scope: 'all' };
const begun = (mapping: Mapping, more: Partial<Handover> = {}): Handover => {
  const about = { action: removal, only: null, ...more };
  return {
    id: 'h',
    region: 'us',
    revision: 1,
    organizationId: 'org',
    startedAt: now,
    origin: 'warning',
    keys: handoverKeys(indexMapping(mapping), about, now, defaultPolicy),
    ticks: [],
    closedAt: null,
    ...about,
  };
};
const plan = (mapping: Mapping, handover = begun(mapping)) =>
  planHandover(indexMapping(mapping), handover, now, defaultPolicy);
const withUser = (id: string, more: Parameters<typeof aUser>[1], role: string | null = 'Admin', membership = {}) => {
  const mapping = base();
  return {
    ...mapping,
    users: [...mapping.users.filter((user) => user.id !== id), aUser(id, more)],
    memberships: [
      ...mapping.memberships.filter(({ userId, workspaceId }) => userId !== id || workspaceId !== 'A'),
      ...(role === 'no member' ? [] : [aMembership(id, 'A', role, membership)]),
    ],
  };
};
const ineligible = (mapping: Mapping, userId: string, keyId = 'big') =>
  plan(mapping)
    .keys.find((key) => key.keyId === keyId)
    ?.ineligible.find((each) => each.userId === userId)?.reasons;

describe('the order of the work', () => {
  test('sandbox as rehearsal, then the least critical key; each from telling to checking, the removal last', () => {
    const { keys, finish, total, done } = plan(base());
    expect(keys.map(({ keyId }) => keyId)).toEqual(['trial', 'small', 'big']);
    expect(keys[2]?.steps.map(({ kind, use }) => (use === null ? kind : `${kind} ${use}`))).toEqual([
      'tell',
      'new-key',
      'update CRM staging',
      'update CRM',
      'verify',
    ]);
    expect(keys[2]?.rehearsalKeyId).toBe('trial');
    expect(keys[0]?.rehearsalKeyId).toBeNull();
    expect(finish).toMatchObject({ kind: 'finish', waits: true });
    expect([done, total]).toEqual([0, 4 + 4 + 5 + 1]);
  });

  test('of a key that nobody declared a demand for nothing is known, so it comes last', () => {
    const mapping = base();
    const keys = mapping.keys.map((key) => (key.id === 'small' ? { ...key, demand: {} } : key));
    expect(plan({ ...mapping, keys }).keys.map(({ keyId }) => keyId)).toEqual(['trial', 'big', 'small']);
  });

  test('trials before the real thing', () => {
    expect(usesInOrder(['Billing', 'CRM (test)', 'Latest news', 'Staging portal'])).toEqual([
      'CRM (test)',
      'Staging portal',
      'Billing',
      'Latest news',
    ]);
  });

  test('where nothing is noted there is still something to find out and to update', () => {
    const mapping = base({ keys: [aKey('k', 'A', 'dana')] });
    const [key] = plan(mapping).keys;
    expect(key?.steps.map(({ kind }) => kind)).toEqual(['tell', 'new-key', 'update', 'verify']);
    expect(key?.preconditions).toContainEqual({ code: 'uses-noted', met: false });
  });

  test('a tick stays with its integration when another one is noted', () => {
    const mapping = base();
    const handover = { ...begun(mapping), ticks: [{ step: 'update:big:0', at: now }] };
    const keys = mapping.keys.map((key) => (key.id === 'big' ? { ...key, usedBy: [...key.usedBy, 'A test'] } : key));
    const steps = plan({ ...mapping, keys }, handover).keys.find(({ keyId }) => keyId === 'big')!.steps;
    expect(steps.filter(({ doneAt }) => doneAt !== null).map(({ use }) => use)).toEqual(['CRM']);
  });
});

describe('successors', () => {
  test('service accounts before people, the emptier before the fuller, with reasons', () => {
    const { candidates } = plan(base()).keys.find(({ keyId }) => keyId === 'big')!;
    expect(candidates.map(({ userId }) => userId)).toEqual(['bot', 'robin']);
    expect(candidates[0]?.reasons).toEqual(['service-account', 'owns-none', 'use-fine']);
    expect(candidates[1]?.reasons).toContain('person');
  });

  test('what the plan has given to somebody already counts', () => {
    const mapping = base();
    const handover = begun(mapping);
    handover.keys = handover.keys.map((key) => ({ ...key, successorId: key.keyId === 'small' ? 'bot' : null }));
    const bot = plan(mapping, handover)
      .keys.find(({ keyId }) => keyId === 'big')!
      .candidates.find(({ userId }) => userId === 'bot');
    expect(bot).toMatchObject({ owns: 1, group: { keyIds: ['big', 'small'] } });
    expect(bot?.group.classes[0]?.demand).toBe(220);
  });

  test.each<[string, string, Mapping, string[]]>([
    ['the owner', 'dana', base(), ['themself']],
    ['no Admin there', 'robin', withUser('robin', {}, 'Manager'), ['not-admin']],
    [
      'a service account that is no member',
      'svc',
      withUser('svc', { kind: 'service-account' }, 'no member'),
      ['not-admin'],
    ],
    ['a role that is not known', 'robin', withUser('robin', {}, null), ['role-not-known']],
    [
      'Admin by what was entered, and not by what a page said since',
      'robin',
      withUser('robin', {}, 'Admin', { newerRole: 'Member' }),
      ['role-not-known'],
    ],
    ['an Org Admin for an ordinary key', 'robin', withUser('robin', { orgAdmin: 'yes' }), ['org-admin']],
    ['removed', 'robin', withUser('robin', { status: 'removed' }), ['removed']],
    ['removed from there', 'robin', withUser('robin', {}, 'Admin', { status: 'removed' }), ['removed']],
    ['blocked', 'robin', withUser('robin', { status: 'blocked' }), ['blocked']],
    ['invited', 'robin', withUser('robin', {}, 'Admin', { status: 'invited' }), ['invited']],
    ['gone from the list', 'robin', withUser('robin', { status: 'not-observed' }), ['not-observed']],
    [
      'a Guest, whose promotion buys a seat',
      'robin',
      withUser('robin', { license: 'Guest' }, 'Member'),
      ['not-admin', 'buys-seat'],
    ],
  ])('refused: %s', (_, userId, mapping, reasons) => {
    expect(ineligible(mapping, userId)).toEqual(reasons);
    expect(
      plan(mapping)
        .keys.find(({ keyId }) => keyId === 'big')
        ?.candidates.map((each) => each.userId),
    ).not.toContain(userId);
  });

  test('refused: somebody who would pass the limit, not somebody whose demand is not known', () => {
    const mapping = base();
    const full = aKey('full', 'B', 'bot', { demand: { create: 310 } });
    expect(ineligible({ ...mapping, keys: [...mapping.keys, full] }, 'bot')).toEqual(['over-limit']);
    const unknown = { ...full, demand: {} };
    const { candidates } = plan({ ...mapping, keys: [...mapping.keys, unknown] }).keys.find(
      ({ keyId }) => keyId === 'big',
    )!;
    expect(candidates.find(({ userId }) => userId === 'bot')?.reasons).toContain('demand-not-declared');
  });

  test('a key for the organization needs an Org Admin', () => {
    const forOrganization = (orgAdmin: 'yes' | 'no' | null): Mapping => {
      const mapping = withUser('robin', { orgAdmin });
      return { ...mapping, keys: [aKey('big', 'A', 'dana', { usedBy: ['SCIM bridge'] })] };
    };
    expect(ineligible(forOrganization('no'), 'robin')).toEqual(['not-org-admin']);
    expect(ineligible(forOrganization('yes'), 'robin')).toBeUndefined();
    expect(plan(forOrganization(null)).keys[0]?.candidates.find(({ userId }) => userId === 'robin')?.reasons).toContain(
      'org-admin-not-known',
    );
  });

  test('nobody hands over to somebody who goes as well, by this handover or by another', () => {
    const mapping = base();
    const both: HandoverAction = { kind: 'remove', users: ['dana', 'robin'], scope: 'all' };
    const handover = begun(mapping, { action: both });
    expect(plan(mapping, handover).keys.find(({ keyId }) => keyId === 'big')?.ineligible).toContainEqual({
      userId: 'robin',
      reasons: ['leaving'],
    });
    const other = begun(mapping, { action: { kind: 'remove', users: ['bot'], scope: 'all' } });
    const leaving = leavingBy([
      other,
      begun(mapping, { action: { kind: 'deactivate-user', users: ['x'] }, closedAt: now }),
    ]);
    expect([...leaving]).toEqual(['bot']);
    const again = planHandover(indexMapping(mapping), begun(mapping), now, defaultPolicy, { leaving });
    expect(again.keys[0]?.ineligible).toContainEqual({ userId: 'bot', reasons: ['leaving'] });
  });

  test('a lower licence ranks last and is said', () => {
    const mapping = base();
    const users = mapping.users.map((user) => (user.id === 'bot' ? { ...user, license: 'Creator' } : user));
    const { candidates } = plan({ ...mapping, users }).keys.find(({ keyId }) => keyId === 'big')!;
    expect(candidates.map(({ userId }) => userId)).toEqual(['robin', 'bot']);
    expect(candidates[1]?.reasons).toContain('licence-less');
  });

  test('outside a plan too', () => {
    const index = indexMapping(base());
    expect(successorsOf(index, 'big', defaultPolicy).candidates.map(({ userId }) => userId)).toEqual(['bot', 'robin']);
    expect(successorsOf(index, 'nothing', defaultPolicy)).toEqual({ candidates: [], ineligible: [] });
  });
});

describe('what PandaDoc will refuse', () => {
  const alone = (more: Partial<Mapping> = {}) =>
    base({ memberships: [aMembership('dana', 'A', 'Admin'), aMembership('robin', 'A', 'Member')], ...more });
  test('the last Admin, known for certain only from a complete and fresh list', () => {
    expect(plan(alone()).obstacles).toEqual([{ code: 'last-admin', userId: 'dana', workspaceId: 'A' }]);
    const part = { A: { keys: null, members: { at: now, complete: false } } };
    expect(plan(alone({ coverage: part })).obstacles[0]?.code).toBe('perhaps-last-admin');
    expect(plan(base()).obstacles).toEqual([]);
  });

  test('all Admins at once are the last one, too', () => {
    const mapping = base();
    const everybody: HandoverAction = { kind: 'remove', users: ['dana', 'bot', 'robin'], scope: { workspaces: ['A'] } };
    expect(plan(mapping, begun(mapping, { action: everybody })).obstacles.map(({ userId }) => userId)).toEqual([
      'bot',
      'dana',
      'robin',
    ]);
  });

  test('the owner of a workspace', () => {
    const mapping = base({
      memberships: [aMembership('dana', 'A', 'Account owner'), aMembership('bot', 'A', 'Admin')],
    });
    expect(plan(mapping).obstacles).toEqual([{ code: 'workspace-owner', userId: 'dana', workspaceId: 'A' }]);
    const licence: HandoverAction = { kind: 'change-licence', users: ['dana'], license: 'Guest' };
    expect(plan(mapping, begun(mapping, { action: licence })).obstacles).toEqual([]);
    expect(plan(mapping, begun(mapping, { only: ['big'] })).obstacles).toEqual([]);
  });

  test('outside the scope, removed, or in a workspace that is gone, nothing is refused', () => {
    const inB: HandoverAction = { kind: 'remove', users: ['dana'], scope: { workspaces: ['B'] } };
    expect(plan(alone(), begun(alone(), { action: inB })).obstacles).toEqual([]);
    const gone = alone({ workspaces: [aWorkspace('A', { status: 'deactivated' }), aWorkspace('B')] });
    expect(plan(gone).obstacles).toEqual([]);
    const removed = base({ memberships: [aMembership('dana', 'A', 'Admin', { status: 'removed' })] });
    expect(plan(removed).obstacles).toEqual([]);
  });
});

describe('it follows what really happened', () => {
  const moved = (mapping: Mapping, keyId: string, ownerId: string | null, more = {}): Mapping => ({
    ...mapping,
    keys: mapping.keys.map((key) => (key.id === keyId ? { ...key, ownerId, generation: 2, ...more } : key)),
  });
  const situation = (mapping: Mapping, handover: Handover, keyId = 'big') =>
    plan(mapping, handover).keys.find((key) => key.keyId === keyId)?.situation;

  test('a new key of the successor, of somebody else, of nobody known; a dead one, a deleted one', () => {
    const mapping = base();
    const handover = begun(mapping);
    handover.keys = handover.keys.map((key) => ({ ...key, successorId: 'bot' }));
    expect(situation(mapping, handover)).toBe('waiting');
    expect(situation(moved(mapping, 'big', 'bot'), handover)).toBe('moved');
    expect(situation(moved(mapping, 'big', 'robin'), handover)).toBe('moved-to-another');
    expect(situation(moved(mapping, 'big', null), handover)).toBe('owner-not-known');
    expect(situation(moved(mapping, 'big', 'dana', { status: 'revoked' }), handover)).toBe('gone');
    expect(situation({ ...mapping, keys: [] }, handover)).toBe('deleted');
    const steps = plan(moved(mapping, 'big', 'bot'), handover).keys.find(({ keyId }) => keyId === 'big')!.steps;
    expect(steps.filter(({ seen }) => seen).map(({ kind }) => kind)).toEqual(['new-key']);
  });

  test('a key that the person owns since is part of it, and marked', () => {
    const mapping = base();
    const handover = begun(mapping);
    const later = { ...mapping, keys: [...mapping.keys, aKey('later', 'B', 'dana', { usedBy: ['x'] })] };
    expect(
      plan(later, handover)
        .keys.filter(({ added }) => added)
        .map(({ keyId }) => keyId),
    ).toEqual(['later']);
  });

  test('ready only when the planned action has no impact; closing before is not possible', () => {
    const mapping = base();
    const handover = begun(mapping);
    let now_ = mapping;
    for (const keyId of ['big', 'small']) now_ = moved(now_, keyId, 'bot');
    expect(plan(now_, handover).state).toBe('open');
    expect(mayClose(plan(now_, handover))).toBe(false);
    now_ = moved(now_, 'trial', 'bot');
    expect(plan(now_, handover)).toMatchObject({ state: 'ready', finish: { waits: false } });
    expect(mayClose(plan(now_, handover))).toBe(true);
    expect(plan(mapping, { ...handover, closedAt: now }).state).toBe('closed');
  });

  test('no known key, but not everything read: not known', () => {
    const mapping = base({ keys: [], coverage: {} });
    expect(plan(mapping)).toMatchObject({ state: 'not-known', finish: { waits: false } });
  });

  test('an Admin who may own a key of unknown owner holds it up', () => {
    const mapping = base({ keys: [aKey('k', 'A', null)] });
    const open = plan(mapping);
    expect(open).toMatchObject({ state: 'open', keys: [{ keyId: 'k', situation: 'waiting' }] });
    expect(open.keys[0]?.preconditions).toContainEqual({ code: 'owner-confirmed', met: false });
    expect(mayClose(open)).toBe(false);
  });

  test('a handover of some keys looks at no others', () => {
    const mapping = base();
    const handover = begun(mapping, { only: ['big'] });
    expect(handover.keys.map(({ keyId }) => keyId)).toEqual(['big']);
    expect(plan(mapping, handover).keys.map(({ keyId }) => keyId)).toEqual(['big']);
    expect(plan(moved(mapping, 'big', 'bot'), handover).state).toBe('ready');
    const impact = impactOfHandover(indexMapping(mapping), { action: removal, only: ['trial'] }, now, defaultPolicy);
    expect(impact).toMatchObject({ dies: ['trial'], severity: 'medium' });
  });
});

test('laws: nobody who is refused is a candidate, every affected key is planned, no tick makes it ready', () => {
  const people = ['dana', 'bot', 'robin', 'kim'];
  const ids = ['A', 'B'];
  const anEstate = fc.record({
    kinds: fc.tuple(...people.map(() => fc.constantFrom('service-account' as const, 'person' as const, null))),
    statuses: fc.tuple(...people.map(() => fc.constantFrom('active' as const, 'active' as const, 'blocked' as const))),
    memberships: fc.uniqueArray(
      fc.record({
        userId: fc.constantFrom(...people),
        workspaceId: fc.constantFrom(...ids),
        role: fc.constantFrom('Admin', 'Member', 'Owner', null),
        status: fc.constantFrom('active' as const, 'removed' as const),
      }),
      { selector: ({ userId, workspaceId }) => `${userId} ${workspaceId}`, maxLength: 8 },
    ),
    keys: fc.array(
      fc.record({
        workspaceId: fc.constantFrom(...ids),
        ownerId: fc.constantFrom(...people, null),
        type: fc.constantFrom('production' as const, 'sandbox' as const),
        status: fc.constantFrom('active' as const, 'unknown' as const, 'revoked' as const),
        usedBy: fc.subarray(['CRM', 'Zapier', 'Test']),
        demand: fc.constantFrom<Record<string, number>>({}, { create: 100 }, { create: 450 }),
      }),
      { maxLength: 6 },
    ),
  });
  fc.assert(
    fc.property(anEstate, fc.boolean(), (estate, ticked) => {
      const mapping = aMapping({
        workspaces: ids.map((id) => aWorkspace(id)),
        users: people.map((id, n) => aUser(id, { kind: estate.kinds[n]!, status: estate.statuses[n]! })),
        memberships: estate.memberships.map(({ userId, workspaceId, role, status }) =>
          aMembership(userId, workspaceId, role, { status }),
        ),
        keys: estate.keys.map((key, n) => aKey(`k${n}`, key.workspaceId, key.ownerId, { label: 'key', ...key })),
      });
      const handover = begun(mapping);
      const before = plan(mapping, handover);
      const affected = [...before.impact.dies, ...before.impact.mayOwn.map(({ keyId }) => keyId)];
      expect(new Set(before.keys.map(({ keyId }) => keyId))).toEqual(new Set(affected));
      for (const { candidates, ineligible: refused, steps } of before.keys) {
        const names = candidates.map(({ userId }) => userId);
        for (const { userId, reasons } of refused) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(names).not.toContain(userId);
        }
        for (const userId of names) {
          expect(userId).not.toBe('dana');
          expect(mapping.users.find(({ id }) => id === userId)?.status).toBe('active');
        }
        expect([steps[0]?.kind, steps[1]?.kind, steps.at(-1)?.kind]).toEqual(['tell', 'new-key', 'verify']);
      }
      const all = before.keys.flatMap(({ steps }) => steps.map(({ id }) => ({ step: id, at: now })));
      const after = plan(mapping, { ...handover, ticks: ticked ? all : [] });
      expect(after.state).toBe(before.state);
      expect(mayClose(after)).toBe(after.impact.severity === 'none' && !after.impact.held);
    }),
    { numRuns: 1000 },
  );
});
