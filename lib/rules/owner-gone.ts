/**
 * The owner is gone from the workspace, so the key has stopped or is about to be found dead: with the window of time in
 * which it happened, for those who look for the outage. Re-adding the owner is not documented to revive a key, so a key
 * that is presumed dead stays found until somebody says what became of it.
 */
import { coverageOf } from '../domain/coverage.ts';
import type { FindingContext, Found, Rule } from '../domain/findings.ts';
import { isLiving } from '../domain/key-states.ts';
import type { Key } from '../domain/mapping.ts';
import { knowsAllMembers, membershipOf } from '../domain/members.ts';
import type { Examples } from './support/example.ts';

function gone({ index, now, policy }: FindingContext, key: Key): Found[] {
  if (key.ownerId === null) return [];
  const owner = index.users.get(key.ownerId);
  if (!owner) return [];
  const membership = membershipOf(index, owner.id, key.workspaceId);
  const found = (reason: string, to: string | null): Found[] => [
    {
      subjectId: key.id,
      severity: 'critical',
      details: { reason, userIds: [owner.id], from: membership?.lastAdminAt ?? null, to },
    },
  ];
  if (owner.status === 'removed') return found('removed', owner.statusAt ?? null);
  if (owner.status === 'blocked') return found('blocked', owner.statusAt ?? null);
  if (membership?.status === 'removed') return found('removed', membership.statusAt ?? null);
  if (key.status === 'presumed-dead') return found('presumed-dead', key.provenance.status?.at ?? null);
  const missingHere = membership === undefined || membership.status === 'not-observed';
  if (!missingHere && owner.status !== 'not-observed') return [];
  if (!knowsAllMembers(index, key.workspaceId, now, policy)) return [{ subjectId: key.id, severity: 'unclear' }];
  // A complete, fresh list of this workspace shows the owner: another list's silence does not count against it.
  if (!missingHere) return [];
  return found('missing', membership?.statusAt ?? coverageOf(index.mapping, key.workspaceId).members?.at ?? null);
}

export const rule: Rule = {
  subject: 'key',
  severities: ['critical'],
  reasons: ['removed', 'blocked', 'presumed-dead', 'missing'],
  find: (context) =>
    context.index.mapping.keys.flatMap((key): Found[] =>
      isLiving(key.status) || key.status === 'presumed-dead' ? gone(context, key) : [],
    ),
};

const seen = '2026-06-01T09:00:00.000Z';
const noticed = '2026-06-20T09:00:00.000Z';

export const examples: Examples = {
  fires: [
    {
      says: 'the owner was removed from the workspace, between two readings',
      given: {
        members: { w: { ann: { status: 'removed', lastAdminAt: seen, statusAt: noticed } } },
        keys: { k: { ownerId: 'ann' } },
      },
      finds: { k: { severity: 'critical', details: { reason: 'removed', userIds: ['ann'], from: seen, to: noticed } } },
    },
    {
      says: 'the owner was removed from the organization, or is blocked',
      given: {
        users: { ann: { status: 'removed', statusAt: noticed }, bob: { status: 'blocked' } },
        keys: { k1: { ownerId: 'ann' }, k2: { ownerId: 'bob' } },
      },
      finds: {
        k1: { severity: 'critical', details: { reason: 'removed', userIds: ['ann'], from: null, to: noticed } },
        k2: { severity: 'critical', details: { reason: 'blocked', userIds: ['bob'], from: null, to: null } },
      },
    },
    {
      says: 'the owner is missing from a complete, fresh list',
      given: {
        members: { w: { max: 'Admin', ann: { status: 'not-observed', statusAt: noticed } } },
        keys: { k1: { ownerId: 'ann' }, k2: { ownerId: 'eve', type: 'sandbox' } },
      },
      finds: {
        k1: { severity: 'critical', details: { reason: 'missing', userIds: ['ann'], from: null, to: noticed } },
        k2: {
          severity: 'critical',
          details: { reason: 'missing', userIds: ['eve'], from: null, to: '2026-06-30T11:00:00.000Z' },
        },
      },
    },
    {
      says: 'the key is presumed dead although the owner was added again: that is not known to revive it',
      given: { keys: { k: { ownerId: 'ann', status: 'presumed-dead' } } },
      finds: {
        k: { severity: 'critical', details: { reason: 'presumed-dead', userIds: ['ann'], from: null, to: null } },
      },
    },
  ],
  doesNotFire: [
    { says: 'the owner is a member', given: { keys: { k: { ownerId: 'ann' } } } },
    {
      says: 'the owner was seen as a member on a list that was not read since',
      given: { keys: { k: { ownerId: 'ann' } }, read: { w: { members: 400 } } },
    },
    {
      says: 'somebody said what became of the key',
      given: { users: { ann: { status: 'removed' } }, keys: { k: { ownerId: 'ann', status: 'deactivated' } } },
    },
    {
      says: 'the list of all users misses the owner, the fresh list of the workspace does not',
      given: { users: { ann: { status: 'not-observed' } }, keys: { k: { ownerId: 'ann' } } },
    },
    { says: 'nobody knows the owner', given: { keys: { k: {} } } },
  ],
  cannotTell: [
    {
      says: 'the owner is missing from a list that was not seen whole, is old, or was never read',
      given: {
        members: { a: { max: 'Admin' }, b: { max: 'Admin' }, c: { max: 'Admin' } },
        keys: {
          k1: { ownerId: 'ann', workspaceId: 'a' },
          k2: { ownerId: 'ann', workspaceId: 'b' },
          k3: { ownerId: 'ann', workspaceId: 'c' },
        },
        read: { a: { members: 'partly' }, b: { members: 31 }, c: { members: 'never' } },
      },
      unclear: ['k1', 'k2', 'k3'],
    },
    {
      says: 'the list of all users misses the owner, and the workspace’s own is old',
      given: {
        users: { ann: { status: 'not-observed' } },
        keys: { k: { ownerId: 'ann' } },
        read: { w: { members: 400 } },
      },
      unclear: ['k'],
    },
  ],
};
