import { expect, test } from 'vitest';
import { readTextsFrom } from '../../components/ui/text.ts';
import type { Membership } from '../../lib/domain/mapping.ts';
import type { PersonRow } from '../../lib/pages/people.ts';
import { aKey, aMembership, anIndex, aUser, aWorkspace } from '../../test/support/mappings.ts';
import { badgesOf } from './badges.ts';

readTextsFrom((key, given = []) => [key, ...given].join(' '));

/** A row about somebody, by the id of ours that it means; two ids where a name fits two people. */
const rowOf = (...ids: string[]) =>
  ({ person: { name: ids.join(' '), email: null }, part: false, element: {}, anchor: {} }) as unknown as PersonRow;

function said(
  rows: readonly PersonRow[],
  membership: Partial<Membership> = {},
  { workspace = {}, listed = null }: { workspace?: Parameters<typeof aWorkspace>[1]; listed?: string | null } = {},
): (string | undefined)[][] {
  const index = anIndex({
    workspaces: [aWorkspace('A'), aWorkspace('B', workspace)],
    users: [aUser('dana'), aUser('robin'), aUser('omar')],
    memberships: [
      aMembership('dana', 'A', 'Admin'),
      { ...aMembership('dana', 'B', 'Admin'), ...membership },
      aMembership('robin', 'B', 'Admin'),
      aMembership('omar', 'A', 'Member'),
    ],
    keys: [
      aKey('k1', 'A', 'dana'),
      aKey('k2', 'A', 'dana', { status: 'revoked' }),
      aKey('nobody', 'B', null),
      aKey('gone', 'A', null, { status: 'presumed-dead' }),
    ],
  });
  const standing = ({ name }: { name: string | null }) => ({ state: 'ready' as const, userIds: name!.split(' ') });
  return badgesOf(rows, { index, standing }, listed).map(({ text, also }) => [text, also]);
}

const dana = [rowOf('dana')];

test('both texts where both are true: owns living keys, and may own one of unknown owner', () => {
  expect(said(dana)).toEqual([['overlay_owns_keys_one 1', 'overlay_may_own']]);
  expect(said([rowOf('robin')])).toEqual([['overlay_may_own', undefined]]);
  expect(said([rowOf('omar')])).toEqual([]);
});

test('keys are counted in all of the region; who may own, in the workspaces that the list covers', () => {
  expect(said(dana, {}, { listed: 'A' })).toEqual([['overlay_owns_keys_one 1', undefined]]);
  expect(said(dana, {}, { listed: 'B' })).toEqual([['overlay_owns_keys_one 1', 'overlay_may_own']]);
  expect(said([rowOf('robin')], {}, { listed: 'A' })).toEqual([]);
});

test.each<[string, Partial<Membership>, Parameters<typeof aWorkspace>[1]]>([
  ['invited only', { status: 'invited' }, {}],
  ['removed', { status: 'removed' }, {}],
  ['a lower role', { role: 'Manager' }, {}],
  ['a workspace that is closed', {}, { status: 'deactivated' }],
])('nobody may own a key who is no Admin there now: %s', (_, membership, workspace) => {
  expect(said(dana, membership, { workspace })).toEqual([['overlay_owns_keys_one 1', undefined]]);
});

test('an Admin by a newer saying that contradicts may own it too', () => {
  expect(said(dana, { role: 'Manager', newerRole: 'Admin' })).toEqual([['overlay_owns_keys_one 1', 'overlay_may_own']]);
});

test('a name that fits two people counts the keys of both; rows of the same people have ids of their own', () => {
  expect(said([rowOf('dana', 'robin')])).toEqual([['overlay_owns_keys_one 1', 'overlay_may_own']]);
  expect(said([...dana, ...dana])).toHaveLength(2);
});
