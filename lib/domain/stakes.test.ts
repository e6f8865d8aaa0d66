import { describe, expect, test } from 'vitest';
import { aKey, aMapping, aMembership, anIndex, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import { coverageOf, daysBetween, isFresh } from './coverage.ts';
import { type PersonRef, personKey } from './identity.ts';
import { impact } from './impact.ts';
import { keyAge } from './key-age.ts';
import { isLifted, keysAtStake } from './lifts.ts';
import type { Key } from './mapping.ts';
import { axesAfter, ownerTypeOf, ownerTypes } from './owner-type.ts';
import { defaultPolicy } from './policy.ts';
import { isAdminRole, isLicenceCut } from './roles.ts';
import { indexPeople, type Lift, resolvePerson, sliceFor } from './stakes.ts';
import { anyHoldsRun, holdsRun } from './secrets.ts';

const ref = (more: Partial<PersonRef>): PersonRef => ({ pandadocId: null, email: null, name: null, ...more });

describe('who is meant', () => {
  const people = indexPeople(
    aMapping({
      users: [
        aUser('dana', { name: 'Dana Abbott', pandadocId: 'p1' }),
        aUser('dana2', { name: 'dana  abbott' }),
        aUser('robin', { name: 'Robin', email: null }),
        aUser('proto', { name: 'constructor', email: '__proto__' }),
      ],
    }),
  );
  test.each<[string, PersonRef, string[]]>([
    ['an id decides', ref({ pandadocId: 'p1', name: 'Somebody else' }), ['dana']],
    [
      'an address decides, whatever its case',
      ref({ email: 'DANA2@Northwind.example ', name: 'Dana Abbott' }),
      ['dana2'],
    ],
    [
      'an id and an address of two people mean both',
      ref({ pandadocId: 'p1', email: 'dana2@northwind.example' }),
      ['dana', 'dana2'],
    ],
    ['a name that fits two means both', ref({ name: 'DANA ABBOTT' }), ['dana', 'dana2']],
    [
      'a name beside an unknown address means only who has none',
      ref({ email: 'r@else.example', name: 'Robin' }),
      ['robin'],
    ],
    ['an address that is somebody else’s name', ref({ email: 'x@y.example', name: 'Dana Abbott' }), []],
    ['a plus-part is another address', ref({ email: 'dana2+x@northwind.example' }), []],
    ['names of prototypes are names', ref({ email: '__proto__' }), ['proto']],
    ['nobody', ref({}), []],
  ])('%s', (_, person, expected) => {
    expect(resolvePerson(people, person)).toEqual(expected);
  });
});

describe('the slice for a page', () => {
  const rows = {
    workspaces: [aWorkspace('A'), aWorkspace('B')],
    users: [aUser('dana'), aUser('robin')],
    memberships: [
      aMembership('dana', 'A', 'Admin'),
      aMembership('robin', 'B', 'Member'),
      aMembership('robin', 'A', 'Member'),
    ],
    keys: [
      aKey('mine', 'B', 'dana', {
        notes: 'private',
        demand: { create: 3 },
        provenance: { hint: { source: 'page', at: now, adapter: null } },
      }),
      aKey('dead', 'B', 'dana', { status: 'revoked' }),
      aKey('nobody', 'A', null),
      aKey('elsewhere', 'B', null),
      aKey('robins', 'B', 'robin'),
    ],
  };
  const index = anIndex(rows);
  const people = indexPeople(index.mapping);
  const dana = ref({ email: 'dana@northwind.example' });

  test('holds the living keys of the people and those they may own, without what a page need not know', () => {
    const { mapping, people: found } = sliceFor(index, people, [dana, ref({ name: 'Stranger' })]);
    expect(found).toEqual({ [personKey(dana)]: ['dana'], [personKey(ref({ name: 'Stranger' }))]: [] });
    expect(mapping.keys.map(({ id }) => id)).toEqual(['mine', 'nobody']);
    expect(mapping.keys[0]).toMatchObject({ notes: null, demand: {} });
    expect(mapping.users.map(({ id }) => id)).toEqual(['dana']);
    expect(mapping.memberships).toEqual([aMembership('dana', 'A', 'Admin')]);
    expect(mapping.workspaces).toEqual(rows.workspaces);
  });

  test('knows of a key what its age is worked out from, and of its provenance nothing else', () => {
    const heard = { source: 'page' as const, at: '2026-01-01T00:00:00.000Z', adapter: 'key-page' };
    const later = { source: 'entered' as const, at: now, adapter: null };
    const slice = (key: Partial<Key>): Key => {
      const whole = anIndex({ ...rows, keys: [aKey('mine', 'B', 'dana', { ...key })] });
      const cut = sliceFor(whole, indexPeople(whole.mapping), [dana]).mapping.keys[0]!;
      expect(keyAge(cut, now)).toEqual(keyAge(whole.mapping.keys[0]!, now));
      return cut;
    };
    expect(slice({ createdOn: null, provenance: { hint: later, ownerId: heard, label: heard } }).provenance).toEqual({
      ownerId: heard,
    });
    expect(slice({ createdOn: '2026-02-01', provenance: { ownerId: heard } }).provenance).toEqual({});
    expect(slice({ createdOn: null, verifiedOn: '2025-12-01', provenance: { ownerId: heard } }).provenance).toEqual({});
    expect(slice({ createdOn: null, provenance: {} }).provenance).toEqual({});
  });

  test('whoever is Admin by a newer, contradicting reading only may own a key too', () => {
    const memberships = [{ ...aMembership('dana', 'B', 'Member'), newerRole: 'Admin' }];
    const contradicted = anIndex({ ...rows, memberships });
    const { mapping } = sliceFor(contradicted, indexPeople(contradicted.mapping), [dana]);
    expect(mapping.keys.map(({ id }) => id)).toEqual(['mine', 'elsewhere']);
    expect(mapping.memberships).toEqual(memberships);
  });

  test('decides for its people exactly as the whole does', () => {
    const { mapping } = sliceFor(index, people, [dana]);
    const slice = anIndex(mapping);
    for (const scope of ['all', { workspaces: ['A'] }, { workspaces: ['B'] }] as const) {
      const action = { kind: 'remove', users: ['dana'], scope } as const;
      expect(impact(slice, action, now, defaultPolicy)).toEqual(impact(index, action, now, defaultPolicy));
    }
  });
});

describe('lifts', () => {
  const index = anIndex({
    workspaces: [aWorkspace('A'), aWorkspace('B')],
    users: [aUser('dana'), aUser('robin')],
    memberships: [aMembership('dana', 'A', 'Admin')],
    keys: [aKey('a', 'A', 'dana'), aKey('b', 'B', 'dana'), aKey('c', 'A', null)],
  });
  const of = (workspaces: string[]) =>
    impact(index, { kind: 'remove', users: ['dana'], scope: { workspaces } }, now, defaultPolicy);
  const lift = (more: Partial<Lift> = {}): Lift => ({
    id: 'l',
    action: 'remove',
    userIds: ['dana'],
    keyIds: ['a', 'c'],
    workspaceIds: ['A'],
    until: '2026-03-01T10:10:00.000Z',
    ...more,
  });
  const lifted = (lifts: Lift[], workspaces: string[], users = ['dana'], action: Lift['action'] = 'remove', at = now) =>
    isLifted(lifts, action, users, of(workspaces), at);

  test('cover what was listed, and nothing beyond', () => {
    expect(keysAtStake(of(['A', 'B']))).toEqual(['a', 'b', 'c']);
    expect(lifted([lift()], ['A'])).toBe(true);
    expect(lifted([lift()], ['A', 'B'])).toBe(false);
    expect(lifted([lift(), lift({ keyIds: ['b'] })], ['A', 'B'])).toBe(true);
    expect(lifted([lift()], ['A'], ['dana', 'robin'])).toBe(false);
    expect(lifted([lift({ userIds: ['dana', 'robin'] })], ['A'], ['robin'])).toBe(true);
    expect(lifted([], ['A'])).toBe(false);
  });

  test('are of one kind of action and end', () => {
    expect(lifted([lift()], ['A'], ['dana'], 'change-role')).toBe(false);
    expect(lifted([lift()], ['A'], ['dana'], 'remove', '2026-03-01T10:09:59.999Z')).toBe(true);
    expect(lifted([lift()], ['A'], ['dana'], 'remove', '2026-03-01T10:10:00.000Z')).toBe(false);
  });
});

test('readings: days, freshness, never', () => {
  expect(daysBetween('2026-03-01T10:00:00.000Z', '2026-03-02T09:59:59.999Z')).toBe(0);
  expect(daysBetween('2026-03-02T00:00:00.000Z', now)).toBe(0);
  expect(isFresh(null, now, defaultPolicy)).toBe(false);
  expect(isFresh({ at: '2026-01-30T10:00:00.000Z', complete: false }, now, defaultPolicy)).toBe(true);
  expect(isFresh({ at: '2026-01-29T10:00:00.000Z', complete: true }, now, defaultPolicy)).toBe(false);
  expect(coverageOf(aMapping({ coverage: {} }), 'toString')).toEqual({ keys: null, members: null });
});

test('roles and licences, as far as they can be told', () => {
  expect(['Admin', ' administrator ', 'BEHEERDER', 'Administratör'].map(isAdminRole)).toEqual([true, true, true, true]);
  expect(['Manager', 'Admin assistant', '', null].map(isAdminRole)).toEqual([false, false, false, false]);
  expect(isLicenceCut('Full', 'Read-only')).toBe(true);
  expect(isLicenceCut('Read-only', 'Creator')).toBe(false);
  expect(isLicenceCut('Creator', 'creator')).toBe(false);
  expect(isLicenceCut(null, 'Full')).toBe(false);
  expect(isLicenceCut('Something new', 'Creator')).toBe(true);
  expect(isLicenceCut('Creator', null)).toBe(true);
});

test('every owner type is its two axes', () => {
  for (const type of ownerTypes) {
    for (const orgAdmin of ['yes', 'no', null] as const) expect(ownerTypeOf(axesAfter(type, { orgAdmin }))).toBe(type);
  }
  expect(ownerTypeOf({ kind: null, orgAdmin: null })).toBe('untagged');
});

test.each([
  ['service-account', null, null],
  ['person', null, null],
  ['untagged', 'no', 'no'],
  // The tag was there and was taken away.
  ['person', 'yes', 'no'],
  ['org-admin-person', null, 'yes'],
  ['org-admin-untagged', 'no', 'yes'],
] as const)('tagged %s, Org Admin was %s: is %s', (type, was, is) => {
  expect(axesAfter(type, { orgAdmin: was }).orgAdmin).toBe(is);
});

test('runs that look like a key', () => {
  expect(holdsRun('a'.repeat(40), 40)).toBe(true);
  expect(holdsRun('a'.repeat(39), 40)).toBe(false);
  expect(holdsRun(`${'a'.repeat(20)}-${'b'.repeat(20)}`, 40)).toBe(false);
  expect(anyHoldsRun({ list: [{ deep: `x${'1'.repeat(40)}` }] }, 40)).toBe(true);
  expect(anyHoldsRun({ ['k'.repeat(40)]: 1 }, 40)).toBe(true);
  expect(anyHoldsRun([1, null, true, undefined, 'short'], 32)).toBe(false);
});
