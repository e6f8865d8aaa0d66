/** Which rows of a list of people have a badge, and what it says (surface.md, "What assistive technology sees"). */
import type { BadgePart } from '../../components/overlay/index.ts';
import { plural, t } from '../../components/ui/text.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import type { MappingIndex } from '../../lib/domain/mapping.ts';
import { isCurrent, mayBeAdmin } from '../../lib/domain/members.ts';
import type { PersonRow } from '../../lib/pages/people.ts';
import type { StakesStore } from './stakes-store.ts';

/** How many living keys somebody owns in the region, and whether a key of unknown owner may be theirs. */
function ownedBy(userId: string, index: MappingIndex, listWorkspaceId: string | null) {
  const owned = (index.keysByOwner.get(userId) ?? []).filter((key) => isLiving(key.status)).length;
  const mayOwn = (index.membershipsByUser.get(userId) ?? []).some((membership) => {
    const { workspaceId } = membership;
    if (listWorkspaceId !== null && workspaceId !== listWorkspaceId) return false;
    // The same test as the warning's: whoever it names as a possible owner has the badge, and nobody else.
    if (index.workspaces.get(workspaceId)?.status === 'deactivated') return false;
    if (!isCurrent(membership) || !mayBeAdmin(membership)) return false;
    return (index.keysByWorkspace.get(workspaceId) ?? []).some((key) => key.ownerId === null && isLiving(key.status));
  });
  return { owned, mayOwn };
}

/**
 * The badges of a list.
 *
 * @param listWorkspaceId ours, of the workspace that the list is about; `null` where it covers all, or that is not known
 */
export function badgesOf(
  rows: readonly PersonRow[],
  stakes: Pick<StakesStore, 'index' | 'standing'>,
  listWorkspaceId: string | null,
): BadgePart[] {
  const parts: BadgePart[] = [];
  const seen = new Map<string, number>();
  for (const { person, part, element, anchor } of rows) {
    if (part) continue;
    const standing = stakes.standing(person);
    if (standing.state !== 'ready' || standing.userIds.length === 0) continue;
    const all = standing.userIds.map((userId) => ownedBy(userId, stakes.index, listWorkspaceId));
    const owned = all.reduce((sum, each) => sum + each.owned, 0);
    const mayOwn = all.some((each) => each.mayOwn);
    if (owned === 0 && !mayOwn) continue;
    // Two rows may mean the same people.
    const base = standing.userIds.join(' ');
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    const label = person.name ?? person.email;
    parts.push({
      id: `${base} ${String(count)}`,
      row: element,
      anchor,
      text: owned > 0 ? plural('overlay_owns_keys', owned) : t('overlay_may_own'),
      ...(owned > 0 && mayOwn && { also: t('overlay_may_own') }),
      tone: owned > 0 ? 'owns' : 'may-own',
      ...(label !== null && { label }),
    });
  }
  return parts;
}
