/**
 * Impact: the one pure function behind the warning, the removal check and everything after it. What an action would
 * do to keys, and what is not known about that (product.md, "Impact").
 */
import { coverageOf, isFresh } from './coverage.ts';
import { isLiving } from './key-states.ts';
import type { Key, MappingIndex, Membership } from './mapping.ts';
import { hasOrganizationUse } from './organization-use.ts';
import { isCurrent, mayBeAdmin } from './members.ts';
import type { Policy } from './policy.ts';
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
  | { kind: 'generate'; workspace: string; type: KeyType }
  | { kind: 'drop-org-admin'; users: readonly string[] };

export type ActionKind = Action['kind'];

/** Why an answer is not certain; each with the workspace it is about. */
export interface Unknown {
  reason:
    | 'keys-never-read'
    | 'keys-read-long-ago'
    | 'keys-incomplete'
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
  /** Ids of living keys that stop. A key that several actions affect stands in one list only: where it is worst off. */
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

type Effect = 'dies' | 'replaced' | 'narrows';
/** Worst first: what is left of a key that several actions affect. */
const effects: readonly Effect[] = ['dies', 'replaced', 'narrows'];

const effectOf = {
  remove: 'dies',
  'deactivate-user': 'dies',
  'deactivate-workspace': 'dies',
  'change-role': 'narrows',
  'change-licence': 'narrows',
  'drop-org-admin': 'narrows',
  generate: 'replaced',
} as const satisfies Record<ActionKind, Effect>;

/** How bad an action is for one living key that it affects: the table of product.md, "Impact". */
export function severityOf(index: MappingIndex, kind: ActionKind, key: Key): Severity {
  const production = key.type === 'production';
  if (effectOf[kind] === 'dies') return production ? 'critical' : 'medium';
  if (!production) return 'low';
  return kind === 'drop-org-admin' && !hasOrganizationUse(index, key) ? 'medium' : 'high';
}

type PeopleAction = Extract<Action, { users: readonly string[] }>;

/** What several actions come to, gathered one after the other. */
interface Gathered {
  affected: Map<Key, Effect>;
  untouched: Set<Key>;
  mayOwn: Map<string, MayOwn>;
  /** By workspace; each reason once. */
  unknown: Map<string, Unknown[]>;
  severity: Severity;
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
export function impact(index: MappingIndex, action: Action, now: Instant, policy: Pick<Policy, 'readingDays'>): Impact {
  return impactOf(index, [action], now, policy);
}

/**
 * What several actions do to the keys of a mapping when all of them are carried out; the worst counts for each key and
 * for the whole. Cost: near-linear in what the people and workspaces named have in the mapping.
 *
 * @param index the mapping, indexed
 * @param actions what somebody is about to do; their order does not matter, and none of them is no impact
 * @param now the instant to measure the age of readings against
 * @param policy when a reading counts as old
 * @returns lists sorted by id, so that equal inputs give equal outputs
 */
export function impactOf(
  index: MappingIndex,
  actions: readonly Action[],
  now: Instant,
  policy: Pick<Policy, 'readingDays'>,
): Impact {
  const gathered: Gathered = {
    affected: new Map(),
    untouched: new Set(),
    mayOwn: new Map(),
    unknown: new Map(),
    severity: 'none',
  };
  for (const action of actions) gather(gathered, index, action, now, policy);
  const { affected, untouched, unknown, severity } = gathered;
  const listed = (effect: Effect): string[] =>
    sortedIds([...affected].flatMap(([key, found]) => (found === effect ? [key] : [])));
  // What happens to a key anyway is no longer a question of who owns it.
  const mayOwn = [...gathered.mayOwn.values()].filter(({ keyId }) => !affected.has(index.keys.get(keyId)!));
  return {
    severity,
    dies: listed('dies'),
    narrows: listed('narrows'),
    replaced: listed('replaced'),
    untouched: sortedIds([...untouched].filter((key) => !affected.has(key))),
    mayOwn: mayOwn.sort((a, b) => compare(a.keyId, b.keyId) || compare(a.userId, b.userId)),
    usedBy: [...new Set(sortedIds(affected.keys()).flatMap((id) => index.keys.get(id)?.usedBy ?? []))],
    unknown: [...unknown.keys()]
      .sort(compare)
      .flatMap((id) => (unknown.get(id) ?? []).sort((a, b) => compare(a.reason, b.reason))),
    held: affected.size > 0 || mayOwn.length > 0,
  };
}

function gather(into: Gathered, index: MappingIndex, action: Action, now: Instant, policy: ReadingPolicy): void {
  const note: Note = (reason, workspaceId, at) => {
    const known = into.unknown.get(workspaceId);
    if (!known) into.unknown.set(workspaceId, [{ reason, workspaceId, at }]);
    else {
      const same = known.find((each) => each.reason === reason);
      if (!same) known.push({ reason, workspaceId, at });
      else if (at !== null && (same.at === null || at > same.at)) same.at = at;
    }
  };
  const effect = effectOf[action.kind];
  const affect = (key: Key): void => {
    if (!isLiving(key.status)) return;
    const former = into.affected.get(key);
    if (former === undefined || effects.indexOf(effect) < effects.indexOf(former)) into.affected.set(key, effect);
    into.severity = worse(into.severity, severityOf(index, action.kind, key));
  };

  if (action.kind === 'generate') {
    for (const key of index.keysByWorkspace.get(action.workspace) ?? []) if (key.type === action.type) affect(key);
    noteKeysReading(index, action.workspace, now, policy, note);
    return;
  }
  if (action.kind === 'deactivate-workspace') {
    for (const workspaceId of new Set(action.workspaces)) {
      for (const key of index.keysByWorkspace.get(workspaceId) ?? []) affect(key);
      noteKeysReading(index, workspaceId, now, policy, note);
    }
    return;
  }

  const scope = action.kind === 'remove' || action.kind === 'change-role' ? action.scope : 'all';
  const inScope = scope === 'all' ? null : new Set(scope.workspaces);
  const users = [...new Set(action.users)].filter((userId) => takesRights(index, action, userId));
  if (users.length === 0) return;
  const members = new Map<string, Membership[]>();
  for (const userId of users) {
    for (const key of index.keysByOwner.get(userId) ?? []) {
      if (inScope === null || inScope.has(key.workspaceId)) affect(key);
      else if (isLiving(key.status)) into.untouched.add(key);
    }
    for (const membership of index.membershipsByUser.get(userId) ?? []) {
      if (inScope !== null && !inScope.has(membership.workspaceId)) continue;
      const list = members.get(membership.workspaceId);
      if (list) list.push(membership);
      else members.set(membership.workspaceId, [membership]);
    }
  }
  // By workspace, not by person and workspace: a hundred people in a thousand workspaces are asked about at once.
  for (const workspaceId of inScope ?? index.workspaces.keys()) {
    if (index.workspaces.get(workspaceId)?.status === 'deactivated') continue;
    const known = members.get(workspaceId) ?? [];
    noteWhatIsNotKnown(index, workspaceId, known, known.length < users.length, now, policy, note);
    if (known.length === 0) continue;
    const isAdmin = (membership: Membership): boolean => isCurrent(membership) && mayBeAdmin(membership);
    const admins = known.filter(isAdmin);
    const former = known.filter((membership) => membership.lastAdminAt !== null && !isAdmin(membership));
    if (admins.length === 0 && former.length === 0) continue;
    for (const key of index.keysByWorkspace.get(workspaceId) ?? []) {
      if (key.ownerId !== null || !isLiving(key.status)) continue;
      for (const { userId } of admins) into.mayOwn.set(`${key.id} ${userId}`, { userId, keyId: key.id });
      if (admins.length > 0) note('owner-unknown', workspaceId, null);
      for (const { lastAdminAt } of former) note('was-admin', workspaceId, lastAdminAt);
    }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedIds(keys: Iterable<Key>): string[] {
  return [...keys].map((key) => key.id).sort(compare);
}

/** A change to Admin, to a licence that is no less, or of what somebody is known not to be, takes nothing away. */
function takesRights(index: MappingIndex, action: PeopleAction, userId: string): boolean {
  if (action.kind === 'change-role') return !isAdminRole(action.role);
  if (action.kind === 'change-licence') {
    const { license = null, newerLicense = license } = index.users.get(userId) ?? {};
    return isLicenceCut(license, action.license) || isLicenceCut(newerLicense, action.license);
  }
  if (action.kind === 'drop-org-admin') return index.users.get(userId)?.orgAdmin !== 'no';
  return true;
}

type Note = (reason: Unknown['reason'], workspaceId: string, at: Instant | null) => void;
type ReadingPolicy = Pick<Policy, 'readingDays'>;

function noteKeysReading(
  index: MappingIndex,
  workspaceId: string,
  now: Instant,
  policy: ReadingPolicy,
  note: Note,
): void {
  const { keys } = coverageOf(index.mapping, workspaceId);
  if (keys === null) note('keys-never-read', workspaceId, null);
  else if (!isFresh(keys, now, policy)) note('keys-read-long-ago', workspaceId, keys.at);
  // A key page that was not seen whole proves no absence.
  else if (!keys.complete) note('keys-incomplete', workspaceId, keys.at);
}

/**
 * Sets the mark for one workspace: one of the people is or was ever seen as Admin there, or the role there is not known,
 * and one of the two pages was never read or too long ago.
 *
 * @param known memberships there of the people that the action is about
 * @param missing whether somebody of them has no membership there
 */
function noteWhatIsNotKnown(
  index: MappingIndex,
  workspaceId: string,
  known: readonly Membership[],
  missing: boolean,
  now: Instant,
  policy: ReadingPolicy,
  note: Note,
): void {
  const { members } = coverageOf(index.mapping, workspaceId);
  // Absence from a complete, fresh list is knowledge: no member, no key.
  const absenceProven = members !== null && members.complete && isFresh(members, now, policy);
  const doubtful =
    (missing && !absenceProven) ||
    known.some(
      (each) => mayBeAdmin(each) || each.lastAdminAt !== null || (each.role === null && each.status !== 'removed'),
    );
  if (!doubtful) return;
  noteKeysReading(index, workspaceId, now, policy, note);
  if (members === null) note('members-never-read', workspaceId, null);
  else if (!isFresh(members, now, policy)) note('members-read-long-ago', workspaceId, members.at);
  else if (missing && !members.complete) note('members-incomplete', workspaceId, members.at);
}
