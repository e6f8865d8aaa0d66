import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aUser, aMembership } from '../../test/support/mappings.ts';
import { isLiving } from './key-states.ts';
import { keyPowers, type PowerNote } from './key-powers.ts';
import type { User } from './mapping.ts';
import { isAdminRole, isCustomRole } from './roles.ts';
import { keyStatuses, type KeyStatus } from './words.ts';

const powers = (user: Partial<User> | null, role: string | null | undefined = 'Admin', status: KeyStatus = 'active') =>
  keyPowers(
    { status },
    user && aUser('ana', { license: 'Full', orgAdmin: 'no', ...user }),
    role === undefined
      ? undefined
      : aMembership('ana', 'w', role === 'removed' ? 'Admin' : role, role === 'removed' ? { status: 'removed' } : {}),
  );

test('an Admin with a full licence: this workspace, and nothing to add', () => {
  expect(powers({})).toEqual({ ownerKnown: true, role: 'Admin', license: 'Full', reach: 'workspace', notes: [] });
});

test.each([
  ['yes', 'organization'],
  ['no', 'workspace'],
  [null, null],
] as const)('Org Admin %s: reaches %s', (orgAdmin, reach) => {
  expect(powers({ orgAdmin }).reach).toBe(reach);
});

test('nobody knows the owner: neither rights nor reach', () => {
  expect(powers(null)).toEqual({ ownerKnown: false, role: null, license: null, reach: null, notes: [] });
  expect(powers(null, 'Admin', 'unknown').notes).toEqual(['perhaps-ended']);
  expect(powers(null, 'Admin', 'revoked').notes).toEqual(['ended']);
});

describe('what has to be said beside it', () => {
  test.each<[string, Partial<User>, Parameters<typeof powers>[1], KeyStatus, PowerNote[]]>([
    ['a custom role', {}, 'Deal desk lead', 'active', ['custom-role']],
    ['a custom role that narrowed it', {}, 'Deal desk lead', 'narrowed', ['custom-role']],
    ['a lower role', {}, 'Manager', 'narrowed', ['lower-role']],
    ['a lower role in German', {}, 'Mitglied', 'active', ['lower-role']],
    ['a licence that cannot send', { license: 'Read-only' }, 'Admin', 'active', ['lower-licence']],
    ['a licence that nobody knows', { license: 'Platinum' }, 'Admin', 'active', []],
    ['both', { license: 'Guest' }, 'Member', 'active', ['lower-role', 'lower-licence']],
    ['narrowed, and nothing shows why', {}, 'Admin', 'narrowed', ['narrowed']],
    ['a role that nobody knows', {}, null, 'active', []],
    ['a membership that nobody saw', {}, undefined, 'active', []],
    ['removed from the workspace', {}, 'removed', 'active', ['owner-gone']],
    ['removed from the organization', { status: 'removed' }, 'Admin', 'active', ['owner-gone']],
    ['suspended', { status: 'blocked' }, 'Admin', 'active', ['owner-blocked']],
    ['perhaps not there any more', {}, 'Manager', 'unknown', ['lower-role', 'perhaps-ended']],
    ['dead: nothing else matters', { license: 'Guest' }, 'Member', 'presumed-dead', ['ended']],
  ])('%s', (_, user, role, status, notes) => {
    expect(powers(user, role, status).notes).toEqual(notes);
  });

  test('of somebody who is gone, no role is said', () => {
    expect(powers({}, 'removed').role).toBeNull();
  });
});

test('a role is Admin, a system role, a custom one, or not known, and never two of them', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('Admin', 'manager', ' Collaborator ', 'Członek')), (role) => {
      expect(isAdminRole(role) && isCustomRole(role)).toBe(false);
    }),
  );
  expect(['Admin', 'Manager', 'team member', ' COLLABORATEUR', '', '  ', null].map(isCustomRole)).toEqual(
    Array.from({ length: 7 }, () => false),
  );
  expect(['Custom', 'Sales lead'].map(isCustomRole)).toEqual([true, true]);
});

test('only what is history is said to be', () => {
  for (const status of keyStatuses) expect(powers({}, 'Admin', status).notes.includes('ended')).toBe(!isLiving(status));
});
