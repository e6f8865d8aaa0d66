/**
 * What a key can do, and as whom (product.md, "What a key can do, and as whom"): from its workspace, the owner's role there,
 * the owner's licence, and whether the owner is an Org Admin. What PandaDoc itself would compute is licence × role; both
 * are kept apart here, because a change of either is what narrows a key.
 */
import { isLiving } from './key-states.ts';
import type { Key, Membership, User } from './mapping.ts';
import { isAdminRole, isCustomRole, licenceAllowsAdmin } from './roles.ts';

/** What has to be said beside role, licence and reach, worst first. */
export type PowerNote =
  /** It is history: it can do nothing. */
  | 'ended'
  /** The owner is not in the workspace any more: PandaDoc deactivates the key then, which no page shows. */
  | 'owner-gone'
  /** The owner's account is suspended. */
  | 'owner-blocked'
  /** A custom role may hold anything. */
  | 'custom-role'
  /** A role that is less than Admin, which the owner was when the key was made. */
  | 'lower-role'
  /** A licence that does not go with being Admin. */
  | 'lower-licence'
  /** Rights were taken from it, and neither role nor licence show any more which. */
  | 'narrowed'
  /** Nobody knows whether it is still there. */
  | 'perhaps-ended';

export interface KeyPowers {
  /** Whether it is known whose rights it uses. */
  ownerKnown: boolean;
  /** As PandaDoc names it; `null` = not known. */
  role: string | null;
  license: string | null;
  /** `organization`: its workspace, and user and workspace management; `null`: whether it does is not known. */
  reach: 'workspace' | 'organization' | null;
  notes: PowerNote[];
}

/**
 * Works it out for one key.
 *
 * @param owner who owns it; `null` where nobody knows
 * @param membership the owner's in the key's workspace; `undefined` where no list ever showed one
 */
export function keyPowers(
  { status }: Pick<Key, 'status'>,
  owner: Pick<User, 'license' | 'orgAdmin' | 'status'> | null,
  membership: Pick<Membership, 'role' | 'status'> | undefined,
): KeyPowers {
  const ended: PowerNote[] = isLiving(status) ? (status === 'unknown' ? ['perhaps-ended'] : []) : ['ended'];
  if (!owner) return { ownerKnown: false, role: null, license: null, reach: null, notes: ended };
  const gone = owner.status === 'removed' || membership?.status === 'removed';
  const role = gone ? null : (membership?.role ?? null);
  const { license } = owner;
  const notes: PowerNote[] = [];
  if (gone) notes.push('owner-gone');
  else if (owner.status === 'blocked') notes.push('owner-blocked');
  if (isCustomRole(role)) notes.push('custom-role');
  else if (role !== null && !isAdminRole(role)) notes.push('lower-role');
  if (licenceAllowsAdmin(license) === false) notes.push('lower-licence');
  if (status === 'narrowed' && notes.length === 0) notes.push('narrowed');
  return {
    ownerKnown: true,
    role,
    license,
    reach: owner.orgAdmin === 'yes' ? 'organization' : owner.orgAdmin === 'no' ? 'workspace' : null,
    // Of a key that is history, nothing else matters.
    notes: ended[0] === 'ended' ? ended : [...notes, ...ended],
  };
}
