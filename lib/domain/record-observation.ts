/**
 * From one reading of a page to changes of the records. Pure: what to write is put into a draft, time and ids come in.
 *
 * Carefulness in one place: seeing is believed, absence hardly ever. A person missing from a complete member list is
 * `not-observed`, and `removed` only when a second complete reading, at least a minute later, misses them too. A key
 * slot that is shown empty makes its living key `unknown`, which still counts as living: if the reading was wrong, the
 * guard still stands, and only a person, a removal or Generate ends a key.
 */
import type { Draft } from './draft.ts';
import { believed, type Fact, latest } from './facts.ts';
import { nameKey, type PersonRef } from './identity.ts';
import {
  applyToKeys,
  type Happening,
  keyAfter,
  membershipHappenings,
  statusOfKey,
  userHappenings,
} from './key-consequences.ts';
import { afterEvent, isLiving } from './key-states.ts';
import { type PeopleContext, PeopleMatcher } from './match-people.ts';
import { newGeneration, newKey, newMembership, newWorkspace } from './new-records.ts';
import type {
  GeneratedObservation,
  KeyReading,
  KeysObservation,
  MembersObservation,
  Observation,
  PersonReading,
  WorkspacesObservation,
} from './observation.ts';
import { type Generation, type KeyRecord, membershipKey, type Reading } from './records.ts';
import { currentGeneration } from './resolve-mapping.ts';
import { isAdminRole } from './roles.ts';
import { observed } from './say.ts';
import type { Instant, MembershipStatus, UserStatus } from './words.ts';

export interface RecordingContext extends PeopleContext {
  /** When the page was read, by the clock; `now` only orders facts and may run ahead of it. */
  readAt: Instant;
}

/** Two readings nearer than this are taken for one: pages re-render and are read again. */
const oneReadingMs = 60_000;
/** How stale "last seen" may get before seeing again is worth a write. */
const lastSeenStepMs = 3_600_000;

function fact<T>(context: PeopleContext, value: T): Fact<T> {
  return { value, source: 'page', at: context.now, adapter: context.adapter };
}

function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** Writes a workspace that a page named for the first time, and gives its id. */
export function recordNewWorkspace(context: PeopleContext, name: string, pandadocId: string | null): string {
  const workspace = newWorkspace(context.newId(), context.region, context.organizationId);
  context.draft.put('workspaces', {
    ...workspace,
    name: { page: fact(context, name.trim()) },
    pandadocId: pandadocId === null ? {} : { page: fact(context, pandadocId) },
    status: { page: fact(context, 'active' as const) },
  });
  return workspace.id;
}

/** A known workspace was seen: its id where the page shows one, its present name, and that it is there. */
export function recordSeenWorkspace(
  context: PeopleContext,
  workspaceId: string,
  name: string | null,
  pandadocId: string | null,
): void {
  const workspace = context.draft.get('workspaces', workspaceId);
  if (!workspace) return;
  const known = believed(workspace.name);
  const changed = {
    ...workspace,
    // Another way of writing the same name is no news.
    name:
      name === null || (known !== null && nameKey(known) === nameKey(name))
        ? workspace.name
        : observed(workspace.name, fact(context, name.trim())),
    pandadocId: pandadocId === null ? workspace.pandadocId : observed(workspace.pandadocId, fact(context, pandadocId)),
    status: observed(workspace.status, fact(context, 'active' as const), 'time'),
  };
  if (
    changed.name !== workspace.name ||
    changed.pandadocId !== workspace.pandadocId ||
    changed.status !== workspace.status
  ) {
    context.draft.put('workspaces', changed);
  }
}

/**
 * Notes that a page was read. A reading that was not complete never replaces one that was: it can only have seen less,
 * and the complete one's age says by itself when it is time to look again.
 */
export function recordCoverage(
  context: RecordingContext,
  workspaceId: string,
  page: 'keys' | 'members',
  complete: boolean,
): void {
  const { draft, region, readAt, adapter } = context;
  const known = draft.get('coverage', workspaceId) ?? { id: workspaceId, region, keys: null, members: null };
  const former = known[page];
  if (former) {
    if (former.complete && !complete) return;
    if (former.complete === complete && msBetween(former.at, readAt) < oneReadingMs) return;
  }
  const reading: Reading = { at: readAt, complete, adapter };
  draft.put('coverage', { ...known, [page]: reading });
}

/** Ids of the organization's workspaces by name; names that fit several are left out. */
function workspacesByName(draft: Draft, organizationId: string): Map<string, string | null> {
  const byName = new Map<string, string | null>();
  for (const workspace of draft.all('workspaces')) {
    const name = believed(workspace.name);
    if (workspace.organizationId !== organizationId || name === null) continue;
    byName.set(nameKey(name), byName.has(nameKey(name)) ? null : workspace.id);
  }
  return byName;
}

/** The workspace that a list names: known, or recorded now; `null` where the name fits several. */
function workspaceNamed(
  context: PeopleContext,
  byName: Map<string, string | null>,
  name: string,
  pandadocId: string | null = null,
): string | null {
  const key = nameKey(name);
  if (key === '') return null;
  const known = byName.get(key);
  if (known !== undefined) {
    if (known !== null) recordSeenWorkspace(context, known, name, pandadocId);
    return known;
  }
  const id = recordNewWorkspace(context, name, pandadocId);
  byName.set(key, id);
  return id;
}

function recordMembership(
  context: PeopleContext,
  userId: string,
  workspaceId: string,
  person: { role: string | null; membershipId: string | null; invited: boolean },
): Happening[] {
  const { draft, region, now } = context;
  const known = draft.get('memberships', membershipKey(userId, workspaceId));
  const membership = known ?? newMembership(region, userId, workspaceId);
  const status: MembershipStatus = person.invited ? 'invited' : 'active';
  const admin = isAdminRole(person.role);
  const changed = {
    ...membership,
    role: person.role === null ? membership.role : observed(membership.role, fact(context, person.role)),
    membershipId:
      person.membershipId === null
        ? membership.membershipId
        : observed(membership.membershipId, fact(context, person.membershipId)),
    status: observed(membership.status, fact(context, status), 'time'),
    lastAdminAt:
      admin && (membership.lastAdminAt === null || msBetween(membership.lastAdminAt, now) >= lastSeenStepMs)
        ? now
        : membership.lastAdminAt,
  };
  if (
    !known ||
    changed.role !== membership.role ||
    changed.membershipId !== membership.membershipId ||
    changed.status !== membership.status ||
    changed.lastAdminAt !== membership.lastAdminAt
  ) {
    draft.put('memberships', changed);
  }
  return membershipHappenings(known ?? null, changed);
}

function recordUserSeen(context: PeopleContext, userId: string, person: PersonReading): Happening[] {
  const user = context.draft.get('users', userId)!;
  const known = latest(user.status)?.value ?? null;
  // An invitation to one workspace takes nothing from somebody who is active in another.
  const status: UserStatus = person.invited ? (known ?? 'invited') : 'active';
  const changed = {
    ...user,
    license: person.license === null ? user.license : observed(user.license, fact(context, person.license)),
    status: observed(user.status, fact(context, status), 'time'),
  };
  if (changed.license !== user.license || changed.status !== user.status) context.draft.put('users', changed);
  return userHappenings(user, changed);
}

/** The next state of somebody whom a complete list does not show, `null` where nothing is to be written. */
function afterMissing<S extends MembershipStatus | UserStatus>(
  status: Fact<S> | null,
  now: Instant,
): { status: 'not-observed' | 'removed'; at: Instant } | null {
  if (status?.value === 'removed' || status?.value === 'blocked') return null;
  if (status?.value !== 'not-observed') return { status: 'not-observed', at: now };
  // It had happened by the first reading that missed them: the window of time ends there, not at the reading that makes it sure.
  return msBetween(status.at, now) >= oneReadingMs ? { status: 'removed', at: status.at } : null;
}

function recordMembers(context: RecordingContext, observation: MembersObservation, workspaceId: string | null): void {
  const { draft, organizationId } = context;
  const matcher = new PeopleMatcher(context);
  const byName = workspacesByName(draft, organizationId);
  const seen = new Set<string>();
  const happenings: Happening[] = [];
  for (const person of observation.people) {
    const found = matcher.record(person, workspaceId);
    // Whoever a name may mean was not missing.
    for (const id of found.ambiguous ?? []) seen.add(id);
    if (found.userId === null) continue;
    seen.add(found.userId);
    happenings.push(...recordUserSeen(context, found.userId, person));
    if (workspaceId !== null && observation.scope === 'workspace') {
      happenings.push(...recordMembership(context, found.userId, workspaceId, person));
    }
    for (const entry of person.workspaces ?? []) {
      const id = workspaceNamed(context, byName, entry.name);
      // In the list's own workspace the row's role was recorded just now.
      if (id === null || (id === workspaceId && observation.scope === 'workspace')) continue;
      const there = { role: entry.role, membershipId: null, invited: person.invited };
      happenings.push(...recordMembership(context, found.userId, id, there));
    }
  }
  // A person missing from lists ends no key: until somebody says so, that is a finding (`owner-gone`).
  applyToKeys(draft, happenings, (status) => fact(context, status));
  // Nobody at all is no list: whoever looks at it is in it.
  const provesAbsence = observation.complete && seen.size > 0;
  if (observation.scope === 'organization') {
    if (!provesAbsence) return;
    for (const user of draft.all('users')) {
      if (user.organizationId !== organizationId || seen.has(user.id)) continue;
      const next = afterMissing(latest(user.status), context.now);
      if (next)
        draft.put('users', {
          ...user,
          status: { ...user.status, page: { ...fact(context, next.status), at: next.at } },
        });
    }
    return;
  }
  if (workspaceId === null) return;
  const before = draft.get('coverage', workspaceId)?.members ?? null;
  recordCoverage(context, workspaceId, 'members', observation.complete && observation.people.length > 0);
  if (!provesAbsence) return;
  for (const membership of draft.all('memberships')) {
    if (membership.workspaceId !== workspaceId || seen.has(membership.userId)) continue;
    const next = afterMissing(latest(membership.status), context.now);
    if (!next) continue;
    // The window of time begins at the last whole list that still had them, which is told apart from seeing them only now
    // and then (`lastSeenStepMs`).
    const { lastAdminAt } = membership;
    const stillThere =
      next.status === 'not-observed' && before?.complete === true && lastAdminAt !== null && lastAdminAt < before.at;
    draft.put('memberships', {
      ...membership,
      lastAdminAt: stillThere && isAdminRole(believed(membership.role)) ? before.at : lastAdminAt,
      status: { ...membership.status, page: { ...fact(context, next.status), at: next.at } },
    });
  }
}

/** Past keys: what the slot shows now cannot be one of these. */
function isPast(key: KeyRecord): boolean {
  const status = statusOfKey(key);
  return status === 'replaced' || status === 'revoked';
}

function slotKeys(draft: Draft, workspaceId: string, type: KeyRecord['type']): KeyRecord[] {
  return [...draft.all('keys')].filter((key) => key.workspaceId === workspaceId && key.type === type && !isPast(key));
}

function withCurrent(key: KeyRecord, generation: Generation): KeyRecord {
  return { ...key, generations: [...key.generations.slice(0, -1), generation] };
}

/** The next secret of a key: the old one is replaced, and owner, hint and dates start anew. */
export function nextGeneration(key: KeyRecord, replacedBy: Fact<'replaced'>, next: Partial<Generation>): KeyRecord {
  const old = currentGeneration(key);
  const replaced = afterEvent(statusOfKey(key), 'generated') !== statusOfKey(key);
  const ended = replaced ? { ...old, status: { ...old.status, [replacedBy.source]: replacedBy } } : old;
  return {
    ...key,
    generations: [...key.generations.slice(0, -1), ended, { ...newGeneration(old.number + 1), ...next }],
  };
}

function recordPresent(
  context: RecordingContext,
  workspaceId: string,
  reading: KeyReading,
  recordPerson: (person: PersonRef) => string | null,
): void {
  const { draft, region, readAt } = context;
  const keys = slotKeys(draft, workspaceId, reading.type);
  const living = keys.filter((key) => isLiving(statusOfKey(key)));
  const choice = living.length > 0 ? living : keys;
  const byHint = choice.filter(
    (key) => reading.hint !== null && believed(currentGeneration(key).hint) === reading.hint,
  );
  // Several keys in one slot: which of them the page shows cannot be told without its last characters.
  const known = choice.length === 1 ? choice[0] : byHint.length === 1 ? byHint[0] : undefined;
  if (choice.length > 1 && !known) return;

  let key = known ?? newKey(context.newId(), region, workspaceId, reading.type);
  const formerHint = currentGeneration(key).hint.page?.value ?? null;
  if (known && reading.hint !== null && formerHint !== null && formerHint !== reading.hint) {
    // The page itself shows other last characters than before: Generate was pressed where no browser of ours saw it.
    key = nextGeneration(key, fact(context, 'replaced' as const), {
      status: { page: fact(context, 'active' as const) },
    });
  }
  const generation = currentGeneration(key);
  const status = latest(generation.status)?.value ?? null;
  const nextStatus = afterEvent(status ?? 'unknown', 'seen');
  const ownerId = reading.owner === null ? null : recordPerson(reading.owner);
  const changed: Generation = {
    ...generation,
    hint: reading.hint === null ? generation.hint : observed(generation.hint, fact(context, reading.hint)),
    ownerId: ownerId === null ? generation.ownerId : observed(generation.ownerId, fact(context, ownerId)),
    createdOn:
      reading.createdOn === null
        ? generation.createdOn
        : observed(generation.createdOn, fact(context, reading.createdOn)),
    status: status === nextStatus ? generation.status : { ...generation.status, page: fact(context, nextStatus) },
    lastSeenAt:
      generation.lastSeenAt === null || msBetween(generation.lastSeenAt, readAt) >= lastSeenStepMs
        ? readAt
        : generation.lastSeenAt,
  };
  const label = reading.label === null ? key.label : observed(key.label, fact(context, reading.label));
  const same =
    key === known &&
    label === key.label &&
    (Object.keys(changed) as (keyof Generation)[]).every((name) => changed[name] === generation[name]);
  if (!same) draft.put('keys', { ...withCurrent(key, changed), label });
}

function recordAbsent(context: RecordingContext, workspaceId: string, type: KeyRecord['type']): void {
  for (const key of slotKeys(context.draft, workspaceId, type)) {
    const after = keyAfter(key, 'not-seen', (status) => fact(context, status));
    if (after !== key) context.draft.put('keys', after);
  }
}

function recordKeys(context: RecordingContext, observation: KeysObservation, workspaceId: string | null): void {
  const matcher = new PeopleMatcher(context);
  const byName = workspacesByName(context.draft, context.organizationId);
  const covered = new Set<string>();
  if (workspaceId !== null && observation.keys.every((reading) => reading.workspace === null)) covered.add(workspaceId);
  for (const reading of observation.keys) {
    const id = reading.workspace === null ? workspaceId : workspaceNamed(context, byName, reading.workspace);
    if (id === null) continue;
    covered.add(id);
    if (reading.state === 'present') {
      recordPresent(context, id, reading, (person) => matcher.record(person, id).userId);
    } else if (reading.state === 'absent' && observation.complete) {
      recordAbsent(context, id, reading.type);
    }
  }
  const complete = observation.complete && observation.keys.every((reading) => reading.state !== 'unknown');
  for (const id of covered) recordCoverage(context, id, 'keys', complete);
}

function recordWorkspaces(context: RecordingContext, observation: WorkspacesObservation): void {
  const { draft, organizationId } = context;
  const byName = workspacesByName(draft, organizationId);
  const byPandadocId = new Map<string, string>();
  for (const workspace of draft.all('workspaces')) {
    const id = believed(workspace.pandadocId);
    if (workspace.organizationId === organizationId && id !== null) byPandadocId.set(id, workspace.id);
  }
  const seen = new Set<string>();
  for (const entry of observation.workspaces) {
    const known = entry.pandadocId === null ? undefined : byPandadocId.get(entry.pandadocId);
    if (known !== undefined) recordSeenWorkspace(context, known, entry.name, entry.pandadocId);
    const id = known ?? workspaceNamed(context, byName, entry.name, entry.pandadocId);
    if (id !== null) seen.add(id);
    // A name that fits several: none of them was missing.
    else
      for (const workspace of draft.all('workspaces')) {
        if (nameKey(believed(workspace.name) ?? '') === nameKey(entry.name)) seen.add(workspace.id);
      }
  }
  if (!observation.complete || seen.size === 0) return;
  for (const workspace of [...draft.all('workspaces')]) {
    if (workspace.organizationId !== organizationId || seen.has(workspace.id)) continue;
    const status = latest(workspace.status)?.value ?? 'active';
    if (status !== 'active') continue;
    draft.put('workspaces', {
      ...workspace,
      status: { ...workspace.status, page: fact(context, 'not-observed' as const) },
    });
  }
}

/** Success after Generate seen twice within this time is one Generate: dialogs re-render. */
const oneGenerateMs = 10_000;

function recordGenerated(
  context: RecordingContext,
  observation: GeneratedObservation,
  workspaceId: string,
  signedInUserId: string | null,
): void {
  const { draft, region, now, readAt, adapter } = context;
  const inferred = <T>(value: T): Fact<T> => ({ value, source: 'inferred', at: now, adapter });
  const next: Partial<Generation> = {
    // Proposed, to be confirmed with one click: `verifiedOn` stays unknown until somebody does.
    ownerId: signedInUserId === null ? {} : { inferred: inferred(signedInUserId) },
    createdOn: { inferred: inferred(readAt.slice(0, 10)) },
    status: { page: fact(context, 'active' as const) },
    lastSeenAt: readAt,
  };
  const keys = slotKeys(draft, workspaceId, observation.type);
  const living = keys.filter((key) => isLiving(statusOfKey(key)));
  const known = living[0] ?? keys[0];
  if (!known) {
    const key = newKey(context.newId(), region, workspaceId, observation.type);
    draft.put('keys', withCurrent(key, { ...currentGeneration(key), ...next }));
    return;
  }
  const made = currentGeneration(known).createdOn.inferred;
  if (made && made.adapter === adapter && msBetween(made.at, now) < oneGenerateMs) return;
  draft.put('keys', nextGeneration(known, fact(context, 'replaced' as const), next));
  // Generate leaves one living key in the slot, whatever was noted there.
  for (const key of living.slice(1))
    draft.put(
      'keys',
      keyAfter(key, 'generated', (status) => fact(context, status)),
    );
}

/**
 * Records one reading.
 *
 * @param workspaceId the workspace it was decided to belong to; `null` for a list over all of the organization
 * @param signedInUserId who pressed Generate, where the reading does not say it itself
 */
export function recordObservation(
  context: RecordingContext,
  observation: Observation,
  workspaceId: string | null,
  signedInUserId: string | null,
): void {
  if (workspaceId !== null) {
    recordSeenWorkspace(context, workspaceId, observation.workspace.name, observation.workspace.pandadocId);
  }
  switch (observation.kind) {
    case 'members':
      return recordMembers(context, observation, workspaceId);
    case 'keys':
      return recordKeys(context, observation, workspaceId);
    case 'workspaces':
      return recordWorkspaces(context, observation);
    case 'generated':
      if (workspaceId !== null) recordGenerated(context, observation, workspaceId, signedInUserId);
  }
}

/** Records who is signed in, and gives their id; `null` where the page does not show it. */
export function recordSignedIn(context: RecordingContext, observation: Observation): string | null {
  const marked = observation.kind === 'members' ? observation.people.find((person) => person.you) : undefined;
  const person = observation.signedIn ?? marked;
  if (!person) return null;
  return new PeopleMatcher(context).record(person, null).userId;
}
