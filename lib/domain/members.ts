/** Who is in a workspace, and what is known of that. */
import { coverageOf, isFresh } from './coverage.ts';
import type { MappingIndex, Membership } from './mapping.ts';
import type { Policy } from './policy.ts';
import { isAdminRole } from './roles.ts';
import type { Instant } from './words.ts';

/** Members who are in now; an invitation is not yet one. */
export function activeMembers(index: MappingIndex, workspaceId: string): Membership[] {
  return (index.membershipsByWorkspace.get(workspaceId) ?? []).filter(({ status, userId }) => {
    const user = index.users.get(userId);
    return status === 'active' && user?.status !== 'removed' && user?.status !== 'blocked';
  });
}

/** Whether the member list was seen whole and not long ago: then whoever is not in it is not there. */
export function knowsAllMembers(index: MappingIndex, workspaceId: string, now: Instant, policy: Policy): boolean {
  const { members } = coverageOf(index.mapping, workspaceId);
  return members !== null && members.complete && isFresh(members, now, policy);
}

/** The membership of a user in a workspace. */
export function membershipOf(index: MappingIndex, userId: string, workspaceId: string): Membership | undefined {
  // No table of pairs: a text for each of two hundred thousand costs more than looking through the shorter list.
  const theirs = index.membershipsByUser.get(userId) ?? [];
  const there = index.membershipsByWorkspace.get(workspaceId) ?? [];
  return theirs.length <= there.length
    ? theirs.findLast((membership) => membership.workspaceId === workspaceId)
    : there.findLast((membership) => membership.userId === userId);
}

/** Whether somebody is in a workspace now, as far as is known; an invitation is not yet a membership. */
export function isCurrent({ status }: Pick<Membership, 'status'>): boolean {
  return status === 'active' || status === 'not-observed';
}

/**
 * Whether either saying makes somebody Admin: what is believed, or the newer one that contradicts it. Only an Admin can have
 * made a key, and a false alarm beats an escape.
 */
export function mayBeAdmin({ role, newerRole }: Pick<Membership, 'role' | 'newerRole'>): boolean {
  return isAdminRole(role) || isAdminRole(newerRole ?? null);
}
