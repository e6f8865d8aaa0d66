/** A key acts with its owner's role and licence: it goes on working, and is refused what the owner may no longer do. */
import type { FindingContext, Found, Rule } from '../domain/findings.ts';
import { isLiving } from '../domain/key-states.ts';
import type { Key } from '../domain/mapping.ts';
import { membershipOf } from '../domain/members.ts';
import { isAdminRole, licenceAllowsAdmin } from '../domain/roles.ts';
import type { Examples } from './support/example.ts';

function narrowed({ index }: FindingContext, key: Key): Found[] {
  const owner = key.ownerId === null ? undefined : index.users.get(key.ownerId);
  const membership = owner && membershipOf(index, owner.id, key.workspaceId);
  const found = (reason: string): Found[] => [
    { subjectId: key.id, severity: 'high', details: { reason, ...(owner && { userIds: [owner.id] }) } },
  ];
  // Gone is another rule's: here somebody is still in, with less.
  const isIn = membership?.status === 'active' && owner?.status !== 'removed' && owner?.status !== 'blocked';
  const isLess = (role: string | null): boolean => role !== null && !isAdminRole(role);
  if (isIn && isLess(membership.role)) return found('role');
  if (isIn && licenceAllowsAdmin(owner?.license ?? null) === false) return found('licence');
  // Whichever saying is wrong, somebody has to look: the page is newer, and lower in rank.
  if (isIn && isLess(membership.newerRole ?? null)) return found('page-role');
  if (isIn && licenceAllowsAdmin(owner?.newerLicense ?? null) === false) return found('page-licence');
  if (key.status === 'narrowed') return found('narrowed');
  return isIn && membership.role === null ? [{ subjectId: key.id, severity: 'unclear' }] : [];
}

export const rule: Rule = {
  subject: 'key',
  severities: ['high'],
  reasons: ['role', 'licence', 'page-role', 'page-licence', 'narrowed'],
  find: (context) =>
    context.index.mapping.keys.flatMap((key): Found[] => (isLiving(key.status) ? narrowed(context, key) : [])),
};

export const examples: Examples = {
  fires: [
    {
      says: 'the owner is Manager there, or has a role of the organization’s own',
      given: {
        members: { w: { ann: 'Manager', bob: 'Deal Desk' } },
        keys: { k1: { ownerId: 'ann' }, k2: { ownerId: 'bob', type: 'sandbox' } },
      },
      finds: {
        k1: { severity: 'high', details: { reason: 'role', userIds: ['ann'] } },
        k2: { severity: 'high', details: { reason: 'role', userIds: ['bob'] } },
      },
    },
    {
      says: 'the owner’s licence does not go with the role',
      given: { users: { ann: { license: 'Read-only' } }, keys: { k: { ownerId: 'ann' } } },
      finds: { k: { severity: 'high', details: { reason: 'licence', userIds: ['ann'] } } },
    },
    {
      says: 'somebody entered or imported Admin, and a newer reading of the page says less',
      given: {
        members: { w: { ann: { role: 'Admin', newerRole: 'Member' }, bob: { role: null, newerRole: 'Manager' } } },
        keys: { k1: { ownerId: 'ann' }, k2: { ownerId: 'bob' } },
      },
      finds: {
        k1: { severity: 'high', details: { reason: 'page-role', userIds: ['ann'] } },
        k2: { severity: 'high', details: { reason: 'page-role', userIds: ['bob'] } },
      },
    },
    {
      says: 'the role is believed to be less, though a newer reading of the page says Admin',
      given: {
        members: { w: { ann: { role: 'Member', newerRole: 'Admin' } } },
        keys: { k: { ownerId: 'ann' } },
      },
      finds: { k: { severity: 'high', details: { reason: 'role', userIds: ['ann'] } } },
    },
    {
      says: 'a newer reading of the page shows a licence that does not go with the role',
      given: { users: { ann: { license: 'Full', newerLicense: 'Guest' } }, keys: { k: { ownerId: 'ann' } } },
      finds: { k: { severity: 'high', details: { reason: 'page-licence', userIds: ['ann'] } } },
    },
    {
      says: 'the key is known to be narrowed',
      given: { keys: { k1: { ownerId: 'ann', status: 'narrowed' }, k2: { status: 'narrowed' } } },
      finds: {
        k1: { severity: 'high', details: { reason: 'narrowed', userIds: ['ann'] } },
        k2: { severity: 'high', details: { reason: 'narrowed' } },
      },
    },
  ],
  doesNotFire: [
    {
      says: 'an owner with a lower role who is gone or blocked: that is another rule’s',
      given: {
        users: { ann: { status: 'removed' }, bob: { status: 'blocked' } },
        members: { w: { ann: 'Manager', bob: 'Manager' } },
        keys: { k1: { ownerId: 'ann' }, k2: { ownerId: 'bob' } },
      },
    },
    {
      says: 'the owner is Admin with a full licence, in any of PandaDoc’s languages',
      given: {
        users: { ann: { license: 'Full (Standard)' } },
        members: { w: { ann: 'Administratorin' } },
        keys: { k: { ownerId: 'ann' } },
      },
    },
    {
      says: 'the owner is gone: nothing to restore there',
      given: { members: { w: { ann: { role: 'Manager', status: 'removed' } } }, keys: { k: { ownerId: 'ann' } } },
    },
    {
      says: 'the key is no longer in use',
      given: { members: { w: { ann: 'Member' } }, keys: { k: { ownerId: 'ann', status: 'replaced' } } },
    },
  ],
  cannotTell: [
    {
      says: 'the role is not known',
      given: { members: { w: { ann: null } }, keys: { k: { ownerId: 'ann' } } },
      unclear: ['k'],
    },
  ],
};
