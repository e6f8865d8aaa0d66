/**
 * What happens to people happens to their keys: one place from "the owner lost the role" to the key's next state, for
 * readings of a page and for what somebody enters.
 */
import type { Draft } from './draft.ts';
import { believed, type Fact, latest } from './facts.ts';
import { afterEvent, type KeyEvent } from './key-states.ts';
import { type KeyRecord, membershipKey, type MembershipRecord, type UserRecord } from './records.ts';
import { currentGeneration } from './resolve-mapping.ts';
import { isAdminRole, isLicenceLower, licenceAllowsAdmin } from './roles.ts';
import type { KeyStatus } from './words.ts';

/** Something that happened to one person, in one workspace or (a licence) in all of them. */
export interface Happening {
  userId: string;
  workspaceId: string | null;
  event: KeyEvent;
}

/** The status of a key's present secret. */
export function statusOfKey(key: KeyRecord): KeyStatus {
  return latest(currentGeneration(key).status)?.value ?? 'unknown';
}

/** The key after an event; the same object where its status stays. */
export function keyAfter(key: KeyRecord, event: KeyEvent, said: (status: KeyStatus) => Fact<KeyStatus>): KeyRecord {
  const was = statusOfKey(key);
  const is = afterEvent(was, event);
  if (is === was) return key;
  const generation = currentGeneration(key);
  const fact = said(is);
  const changed = { ...generation, status: { ...generation.status, [fact.source]: fact } };
  return { ...key, generations: [...key.generations.slice(0, -1), changed] };
}

/** What a change of a membership means for the keys that the user owns there. */
export function membershipHappenings(before: MembershipRecord | null, after: MembershipRecord): Happening[] {
  const about = { userId: after.userId, workspaceId: after.workspaceId };
  const [was, is] = [before && latest(before.status)?.value, latest(after.status)?.value];
  const happenings: Happening[] = [];
  if (was === 'removed' && is === 'active') happenings.push({ ...about, event: 'owner-added-again' });
  const [role, former] = [believed(after.role), before && believed(before.role)];
  if (is !== 'removed' && former != null && role !== null && role !== former) {
    if (isAdminRole(former) && !isAdminRole(role)) happenings.push({ ...about, event: 'role-lowered' });
    if (!isAdminRole(former) && isAdminRole(role)) happenings.push({ ...about, event: 'rights-restored' });
  }
  return happenings;
}

/** What a change of a user means for the user's keys. */
export function userHappenings(before: UserRecord | null, after: UserRecord): Happening[] {
  const [former, license] = [before && believed(before.license), believed(after.license)];
  const about = { userId: after.id, workspaceId: null };
  if (isLicenceLower(former, license)) return [{ ...about, event: 'licence-cut' }];
  return isLicenceLower(license, former) ? [{ ...about, event: 'rights-restored' }] : [];
}

/** Whether nothing of the owner's rights is missing: restored is only what is whole. */
function hasAllRights(draft: Draft, userId: string, workspaceId: string): boolean {
  const membership = draft.get('memberships', membershipKey(userId, workspaceId));
  const user = draft.get('users', userId);
  return (
    membership !== undefined &&
    isAdminRole(believed(membership.role)) &&
    licenceAllowsAdmin(user ? believed(user.license) : null) !== false
  );
}

/** Carries happenings over to the keys that these people own. One pass over the keys, none where nothing happened. */
export function applyToKeys(
  draft: Draft,
  happenings: readonly Happening[],
  said: (status: KeyStatus) => Fact<KeyStatus>,
): void {
  if (happenings.length === 0) return;
  const byUser = new Map<string, Happening[]>();
  for (const happening of happenings) {
    const known = byUser.get(happening.userId);
    if (known) known.push(happening);
    else byUser.set(happening.userId, [happening]);
  }
  for (const key of [...draft.all('keys')]) {
    const ownerId = believed(currentGeneration(key).ownerId);
    let changed = key;
    for (const { workspaceId, event } of (ownerId !== null && byUser.get(ownerId)) || []) {
      if (workspaceId !== null && workspaceId !== key.workspaceId) continue;
      if (event === 'rights-restored' && !hasAllRights(draft, ownerId!, key.workspaceId)) continue;
      changed = keyAfter(changed, event, said);
    }
    if (changed !== key) draft.put('keys', changed);
  }
}
