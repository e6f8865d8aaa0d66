/**
 * Impact: the one pure function behind the warning, the removal check and everything after it. What an action would
 * do to keys, and what is not known about that (product.md, "Impact").
 */
import { coverageOf, isFresh } from './coverage.ts';
import { isLiving } from './key-states.ts';
import type { Key, MappingIndex, Membership } from './mapping.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { isAdminRole, isLicenceCut } from './roles.ts';
import { type Instant, type KeyType, type Severity, worse } from './words.ts';

/** Workspaces an action reaches: listed ones, or every one of the organization. */
export type Scope = { workspaces: readonly string[] } | 'all';

export type Action =
  | { kind: 'remove'; users: readonly string[]; scope: Scope }
  | { kind: 'deactivate-user'; users: readonly string[] }
  | { kind: 'deactivate-workspace'; workspaces: readonly string[] }
  | { kind: 'change-role'; users: readonly string[]; scope: Scope; role: string | null }
  | { kind: 'change-licence'; users: readonly string[]; license: string | null }
  | { kind: 'generate'; workspace: string; type: KeyType };

export type ActionKind = Action['kind'];

/** Why an answer is not certain; each with the workspace it is about. */
export interface Unknown {
  reason:
    | 'keys-never-read'
    | 'keys-read-long-ago'
    | 'members-never-read'
    | 'members-read-long-ago'
    | 'members-incomplete'
    | 'owner-unknown'
    | 'was-admin';
  workspaceId: string;
  /** When the page was last read, where it ever was. */
  at: Instant | null;
}

/** A key that an Admin in scope may own, since nobody has said who does. */
export interface MayOwn {
  userId: string;
  keyId: string;
}

export interface Impact {
  severity: Severity;
  /** Ids of living keys that stop. */
  dies: string[];
  /** Ids of living keys that lose rights. */
  narrows: string[];
  /** Ids of living keys whose secret is replaced at once. */
  replaced: string[];
  /** Ids of living keys of the same people that keep working. */
  untouched: string[];
  mayOwn: MayOwn[];
  /** Who uses the affected keys, as noted, in the order of the keys, each once. */
  usedBy: string[];
  unknown: Unknown[];
  /** Whether the guard stands in front of it: a known living key is affected, or the person may own one. */
  held: boolean;
}

/** The word an answer starts with: a severity, or one of the two ways of saying that no known key is affected. */
export type Answer = Exclude<Severity, 'none'> | 'nothing-at-stake' | 'not-known';

/** "Nothing at stake" is said only without the mark; with it, "Not known" (product.md, "Impact"). */
export function answerOf(impact: Impact): Answer {
  if (impact.severity !== 'none') return impact.severity;
  return impact.unknown.length > 0 ? 'not-known' : 'nothing-at-stake';
}

const severityOf = {
  dies: { production: 'critical', sandbox: 'medium' },
  narrows: { production: 'high', sandbox: 'low' },
  replaced: { production: 'high', sandbox: 'low' },
} as const;

type Effect = keyof typeof severityOf;

function effectOf(kind: ActionKind): Effect {
  if (kind === 'change-role' || kind === 'change-licence') return 'narrows';
  return kind === 'generate' ? 'replaced' : 'dies';
}

/**
 * What an action does to the keys of a mapping.
 *
 * @param index the mapping, indexed; ids in `action` that it does not hold have no effect but are not an error
 * @param action what somebody is about to do
 * @param now the instant to measure the age of readings against
 * @param policy when a reading counts as old
 * @returns lists sorted by id, so that equal inputs give equal outputs
 */
export function impact(index: MappingIndex, action: Action, now: Instant, policy: Policy = defaultPolicy): Impact {
  const effect = effectOf(action.kind);
  const affected = new Set<Key>();
  const untouched = new Set<Key>();
  const mayOwn: MayOwn[] = [];
  const unknown = new Map<string, Unknown>();
  const note = (reason: Unknown['reason'], workspaceId: string, at: Instant | null): void => {
    unknown.set(`${reason} ${workspaceId}`, { reason, workspaceId, at });
  };

  if (action.kind === 'generate') {
    const slot = (index.keysByWorkspace.get(action.workspace) ?? []).filter((key) => key.type === action.type);
    for (const key of slot) if (isLiving(key.status)) affected.add(key);
    noteKeysReading(index, action.workspace, now, policy, note);
  } else if (action.kind === 'deactivate-workspace') {
    for (const workspaceId of action.workspaces) {
      for (const key of index.keysByWorkspace.get(workspaceId) ?? []) if (isLiving(key.status)) affected.add(key);
      noteKeysReading(index, workspaceId, now, policy, note);
    }
  } else {
    const scope = action.kind === 'remove' || action.kind === 'change-role' ? action.scope : 'all';
    const inScope = scope === 'all' ? null : new Set(scope.workspaces);
    const scopeIds = inScope ?? new Set(index.workspaces.keys());
    for (const userId of new Set(action.users)) {
      if (!takesRights(index, action, userId)) continue;
      for (const key of index.keysByOwner.get(userId) ?? []) {
        if (!isLiving(key.status)) continue;
        if (inScope === null || inScope.has(key.workspaceId)) affected.add(key);
        else untouched.add(key);
      }
      const memberships = new Map(
        (index.membershipsByUser.get(userId) ?? []).map((membership) => [membership.workspaceId, membership]),
      );
      for (const workspaceId of scopeIds) {
        const membership = memberships.get(workspaceId);
        if (index.workspaces.get(workspaceId)?.status === 'deactivated') continue;
        noteWhatIsNotKnown(index, workspaceId, membership, now, policy, note);
        const admin = isCurrent(membership) && isAdminRole(membership.role);
        for (const key of index.keysByWorkspace.get(workspaceId) ?? []) {
          if (key.ownerId !== null || !isLiving(key.status)) continue;
          if (admin) {
            mayOwn.push({ userId, keyId: key.id });
            note('owner-unknown', workspaceId, null);
          } else if (membership?.lastAdminAt) note('was-admin', workspaceId, membership.lastAdminAt);
        }
      }
    }
  }

  let severity: Severity = 'none';
  for (const key of affected) {
    severity = worse(severity, severityOf[effect][key.type]);
  }
  const ids = sortedIds(affected);
  return {
    severity,
    dies: effect === 'dies' ? ids : [],
    narrows: effect === 'narrows' ? ids : [],
    replaced: effect === 'replaced' ? ids : [],
    untouched: sortedIds(untouched).filter((id) => !ids.includes(id)),
    mayOwn: mayOwn.sort((a, b) => compare(a.keyId, b.keyId) || compare(a.userId, b.userId)),
    usedBy: [...new Set(ids.flatMap((id) => index.keys.get(id)?.usedBy ?? []))],
    unknown: [...unknown.values()].sort((a, b) => compare(a.workspaceId, b.workspaceId) || compare(a.reason, b.reason)),
    held: affected.size > 0 || mayOwn.length > 0,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedIds(keys: Iterable<Key>): string[] {
  return [...keys].map((key) => key.id).sort(compare);
}

/** A change to Admin, or to a licence that is no less, takes nothing away. */
function takesRights(index: MappingIndex, action: Action, userId: string): boolean {
  if (action.kind === 'change-role') return !isAdminRole(action.role);
  if (action.kind === 'change-licence') return isLicenceCut(index.users.get(userId)?.license ?? null, action.license);
  return true;
}

function isCurrent(membership: Membership | undefined): membership is Membership {
  return membership !== undefined && (membership.status === 'active' || membership.status === 'not-observed');
}

type Note = (reason: Unknown['reason'], workspaceId: string, at: Instant | null) => void;

function noteKeysReading(index: MappingIndex, workspaceId: string, now: Instant, policy: Policy, note: Note): void {
  const { keys } = coverageOf(index.mapping, workspaceId);
  // A key page that was not seen whole proves no absence: for "nothing at stake" it was never read.
  if (keys === null || !keys.complete) note('keys-never-read', workspaceId, null);
  else if (!isFresh(keys, now, policy)) note('keys-read-long-ago', workspaceId, keys.at);
}

/**
 * Sets the mark for one person and workspace: the person is or was ever seen as Admin there, or the role there is not
 * known, and one of the two pages was never read or too long ago.
 */
function noteWhatIsNotKnown(
  index: MappingIndex,
  workspaceId: string,
  membership: Membership | undefined,
  now: Instant,
  policy: Policy,
  note: Note,
): void {
  const { members } = coverageOf(index.mapping, workspaceId);
  const everAdmin = membership !== undefined && (isAdminRole(membership.role) || membership.lastAdminAt !== null);
  const listedElsewhere = members !== null && members.complete && isFresh(members, now, policy);
  // Absence from a complete, fresh list is knowledge: no member, no key.
  const roleKnown = membership ? membership.role !== null || membership.status === 'removed' : listedElsewhere;
  if (!everAdmin && roleKnown) return;
  noteKeysReading(index, workspaceId, now, policy, note);
  if (members === null) note('members-never-read', workspaceId, null);
  else if (!isFresh(members, now, policy)) note('members-read-long-ago', workspaceId, members.at);
  else if (!membership && !members.complete) note('members-incomplete', workspaceId, members.at);
}
