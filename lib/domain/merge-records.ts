/**
 * Two records that turn out to be one person, or one workspace: facts joined field by field, memberships and keys moved
 * to the record that stays, and every field in which both say something else named, so that a person can choose.
 * Needed because pages show no workspace id, and people by name alone (product.md, "Reading pages").
 */
import type { Draft } from './draft.ts';
import { followMerge } from './follow-merge.ts';
import { believed, belief, type Fact, type Field, latest, mergeFields, sources, valueText } from './facts.ts';
import { isLiving } from './key-states.ts';
import {
  type CoverageRecord,
  type Generation,
  type KeyRecord,
  membershipKey,
  type MembershipRecord,
  type Reading,
  type UserRecord,
  type WorkspaceRecord,
} from './records.ts';
import { currentGeneration } from './resolve-mapping.ts';
import { adopted, type Resolution } from './say.ts';
import type { Instant, KeyType } from './words.ts';

export type MergeStore = 'users' | 'workspaces';
export type MergeSide = 'kept' | 'gone';

/** What a conflict is about: the record itself, a person's place in a workspace, or two keys that are one. */
export type MergeSubject =
  | { kind: 'record' }
  | { kind: 'membership'; userId: string; workspaceId: string }
  | { kind: 'key'; keyId: string; type: KeyType };

/** A field in which both records say something, and not the same. */
export interface MergeConflict {
  /** Names the conflict in the choices; made of our ids and field names. */
  id: string;
  subject: MergeSubject;
  field: string;
  kept: Fact<unknown>;
  gone: Fact<unknown>;
  /** What is taken where nothing is chosen: the saying that was made last, and for states the one that has not ended. */
  otherwise: MergeSide;
}

export interface MergePlan {
  conflicts: MergeConflict[];
  /** Memberships and keys that go over to the record that stays. */
  memberships: number;
  keys: number;
}

/** What to take for each conflict, by its id; an absent one is taken as `MergeConflict.otherwise` says. */
export type MergeChoices = Readonly<Record<string, MergeSide>>;

/** States from the one that goes on to the one that has ended. */
const order = ['active', 'narrowed', 'unknown', 'invited', 'not-observed', 'deactivated', 'blocked', 'removed'];

class Joining {
  readonly conflicts: MergeConflict[] = [];
  readonly #now: Instant;
  readonly #choices: MergeChoices;
  #subject: MergeSubject = { kind: 'record' };
  #prefix = '';

  constructor(now: Instant, choices: MergeChoices) {
    this.#now = now;
    this.#choices = choices;
  }

  /** What the following fields belong to. */
  about(subject: MergeSubject, prefix: string): void {
    this.#subject = subject;
    this.#prefix = prefix;
  }

  /** Both fields in one; where they contradict each other, what is chosen is said anew. */
  field<T>(name: string, kept: Field<T>, gone: Field<T>, resolution: Resolution = 'rank'): Field<T> {
    const say = (field: Field<T>): Fact<T> | null =>
      resolution === 'time' ? latest(field) : (belief(field)?.fact ?? null);
    const [a, b] = [say(kept), say(gone)];
    const merged = mergeFields(kept, gone);
    const entered = (value: T | null): Field<T> =>
      adopted(merged, { value, source: 'entered', at: this.#now, adapter: null }, resolution);
    if (a === null || a.value === null) return b === null || b.value === null ? merged : entered(b.value);
    if (b === null || b.value === null || valueText(a.value) === valueText(b.value)) return entered(a.value);
    const id = `${this.#prefix}${name}`;
    const otherwise = resolution === 'time' && name !== 'keyStatus' ? goesOn(a, b) : a.at >= b.at ? 'kept' : 'gone';
    this.conflicts.push({ id, subject: this.#subject, field: name, kept: a, gone: b, otherwise });
    return entered((this.#choices[id] ?? otherwise) === 'kept' ? a.value : b.value);
  }
}

/** The side whose state has not ended: one of two records of somebody is missing just because the other one is there. */
function goesOn(a: Fact<unknown>, b: Fact<unknown>): MergeSide {
  return order.indexOf(String(a.value)) <= order.indexOf(String(b.value)) ? 'kept' : 'gone';
}

/** The field without "not seen any more", which the other record explains. */
function seen<T>(field: Field<T>): Field<T> {
  if (!sources.some((source) => field[source]?.value === ('not-observed' as T))) return field;
  return Object.fromEntries(Object.entries(field).filter(([, fact]) => fact.value !== 'not-observed'));
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Of two readings the one that proves more: a complete one, then the newer. */
function better(a: Reading | null, b: Reading | null): Reading | null {
  if (a === null || b === null) return a ?? b;
  if (a.complete !== b.complete) return a.complete ? a : b;
  return a.at >= b.at ? a : b;
}

function joinMemberships(
  joining: Joining,
  kept: MembershipRecord,
  gone: MembershipRecord,
  ids: { userId: string; workspaceId: string },
): MembershipRecord {
  joining.about({ kind: 'membership', ...ids }, `${membershipKey(ids.userId, ids.workspaceId)} `);
  return {
    ...kept,
    ...ids,
    id: membershipKey(ids.userId, ids.workspaceId),
    membershipId: joining.field('membershipId', kept.membershipId, gone.membershipId),
    role: joining.field('role', kept.role, gone.role),
    status: joining.field('status', seen(kept.status), seen(gone.status), 'time'),
    lastAdminAt: later(kept.lastAdminAt, gone.lastAdminAt),
  };
}

/** Moves memberships to the record that stays, and joins those that both have. */
function moveMemberships(joining: Joining, draft: Draft, store: MergeStore, keptId: string, goneId: string): number {
  let moved = 0;
  const own = store === 'users' ? 'userId' : 'workspaceId';
  for (const gone of [...draft.all('memberships')].filter((membership) => membership[own] === goneId)) {
    const ids = { userId: gone.userId, workspaceId: gone.workspaceId, [own]: keptId };
    const id = membershipKey(ids.userId, ids.workspaceId);
    const kept = draft.get('memberships', id);
    draft.put('memberships', kept ? joinMemberships(joining, kept, gone, ids) : { ...gone, ...ids, id });
    draft.delete('memberships', gone.id);
    moved += 1;
  }
  return moved;
}

/** Every saying about one owner as a saying about the other. */
function withOwner(field: Field<string>, goneId: string, keptId: string): Field<string> {
  if (!sources.some((source) => field[source]?.value === goneId)) return field;
  return Object.fromEntries(
    Object.entries(field).map(([source, fact]) => [source, fact.value === goneId ? { ...fact, value: keptId } : fact]),
  );
}

function isPast(key: KeyRecord): boolean {
  const status = latest(currentGeneration(key).status)?.value;
  return status === 'replaced' || status === 'revoked';
}

/**
 * Keys of two workspaces that are one key: a slot holds one secret, so one key each of a type that has not ended is the
 * same, unless its last characters say otherwise.
 */
function sameKey(kept: readonly KeyRecord[], gone: readonly KeyRecord[]): [KeyRecord, KeyRecord] | null {
  const [a, ...moreKept] = kept.filter((key) => !isPast(key));
  const [b, ...moreGone] = gone.filter((key) => !isPast(key));
  if (!a || !b || moreKept.length > 0 || moreGone.length > 0) return null;
  const [hintA, hintB] = [believed(currentGeneration(a).hint), believed(currentGeneration(b).hint)];
  return hintA !== null && hintB !== null && hintA !== hintB ? null : [a, b];
}

function joinGenerations(joining: Joining, kept: Generation, gone: Generation, number: number): Generation {
  const ownerId = joining.field('ownerId', kept.ownerId, gone.ownerId);
  // The day on which an owner was confirmed goes with that owner.
  const confirmed = (side: Generation): Field<string> =>
    believed(side.ownerId) === believed(ownerId) ? side.verifiedOn : {};
  return {
    number,
    hint: joining.field('hint', kept.hint, gone.hint),
    ownerId,
    createdOn: joining.field('createdOn', kept.createdOn, gone.createdOn),
    rotatedOn: joining.field('rotatedOn', kept.rotatedOn, gone.rotatedOn),
    verifiedOn: joining.field('verifiedOn', confirmed(kept), confirmed(gone)),
    status: joining.field('keyStatus', kept.status, gone.status, 'time'),
    lastSeenAt: later(kept.lastSeenAt, gone.lastSeenAt),
  };
}

function joinKeys(joining: Joining, kept: KeyRecord, gone: KeyRecord): KeyRecord {
  joining.about({ kind: 'key', keyId: kept.id, type: kept.type }, `${kept.id} `);
  // Secrets of the past are none of today's two: both histories stay.
  const past = [...kept.generations.slice(0, -1), ...gone.generations.slice(0, -1)];
  const current = joinGenerations(joining, currentGeneration(kept), currentGeneration(gone), past.length + 1);
  return {
    ...kept,
    label: joining.field('label', kept.label, gone.label),
    usedBy: joining.field('usedBy', kept.usedBy, gone.usedBy),
    demand: joining.field('demand', kept.demand, gone.demand),
    notes: joining.field('notes', kept.notes, gone.notes),
    rotationDays: joining.field('rotationDays', kept.rotationDays, gone.rotationDays),
    generations: [...past.map((generation, index) => ({ ...generation, number: index + 1 })), current],
  };
}

/** Fingerprints follow their secrets into the joined history (`joinKeys`): past of the one, past of the other, present. */
function moveFingerprints(draft: Draft, kept: KeyRecord, gone: KeyRecord): void {
  const past = kept.generations.length - 1;
  const all = past + gone.generations.length;
  for (const fingerprint of [...draft.all('fingerprints')]) {
    const key = [kept, gone].find(({ id }) => id === fingerprint.keyId);
    if (!key) continue;
    const index = key.generations.findIndex(({ number }) => number === fingerprint.generation);
    const present = index === -1 || index === key.generations.length - 1;
    const generation = present ? all : index + 1 + (key === gone ? past : 0);
    draft.put('fingerprints', { ...fingerprint, keyId: kept.id, generation });
  }
}

function mergeUsers(joining: Joining, draft: Draft, kept: UserRecord, gone: UserRecord): number {
  joining.about({ kind: 'record' }, '');
  draft.put('users', {
    ...kept,
    pandadocId: joining.field('pandadocId', kept.pandadocId, gone.pandadocId),
    email: joining.field('email', kept.email, gone.email),
    name: joining.field('name', kept.name, gone.name),
    kind: joining.field('kind', kept.kind, gone.kind),
    orgAdmin: joining.field('orgAdmin', kept.orgAdmin, gone.orgAdmin),
    license: joining.field('license', kept.license, gone.license),
    status: joining.field('status', seen(kept.status), seen(gone.status), 'time'),
  });
  let keys = 0;
  for (const key of [...draft.all('keys')]) {
    const generations = key.generations.map((generation) => {
      const ownerId = withOwner(generation.ownerId, gone.id, kept.id);
      return ownerId === generation.ownerId ? generation : { ...generation, ownerId };
    });
    if (generations.every((generation, index) => generation === key.generations[index])) continue;
    draft.put('keys', { ...key, generations });
    keys += 1;
  }
  return keys;
}

function mergeWorkspaces(
  joining: Joining,
  draft: Draft,
  kept: WorkspaceRecord,
  gone: WorkspaceRecord,
  renamed: Map<string, string>,
): number {
  joining.about({ kind: 'record' }, '');
  draft.put('workspaces', {
    ...kept,
    pandadocId: joining.field('pandadocId', kept.pandadocId, gone.pandadocId),
    name: joining.field('name', kept.name, gone.name),
    kind: joining.field('kind', kept.kind, gone.kind),
    status: joining.field('status', seen(kept.status), seen(gone.status), 'time'),
  });
  const readings = draft.get('coverage', gone.id);
  if (readings) {
    const own: CoverageRecord = draft.get('coverage', kept.id) ?? {
      ...readings,
      id: kept.id,
      keys: null,
      members: null,
    };
    draft.put('coverage', {
      ...own,
      keys: better(own.keys, readings.keys),
      members: better(own.members, readings.members),
    });
    draft.delete('coverage', gone.id);
  }
  const keysOf = (id: string, type: KeyType): KeyRecord[] =>
    [...draft.all('keys')].filter((key) => key.workspaceId === id && key.type === type);
  let keys = 0;
  for (const type of ['production', 'sandbox'] as const) {
    const theirs = keysOf(gone.id, type);
    const same = sameKey(keysOf(kept.id, type), theirs);
    for (const key of theirs) {
      if (same?.[1] === key) {
        draft.put('keys', joinKeys(joining, same[0], key));
        moveFingerprints(draft, same[0], key);
        draft.delete('keys', key.id);
        renamed.set(key.id, same[0].id);
      } else draft.put('keys', { ...key, workspaceId: kept.id });
      keys += 1;
    }
  }
  return keys;
}

/** Which of two records stays, so that as few references as possible change: the one with more living keys. */
export function staysInMerge(draft: Draft, store: MergeStore, ids: readonly [string, string]): string {
  const [a, b] = ids.map((id) => {
    let keys = 0;
    for (const key of draft.all('keys')) {
      const generation = currentGeneration(key);
      const whose = store === 'workspaces' ? key.workspaceId : believed(generation.ownerId);
      if (whose === id && isLiving(latest(generation.status)?.value ?? 'unknown')) keys += 1;
    }
    return keys;
  }) as [number, number];
  if (a !== b) return a > b ? ids[0] : ids[1];
  return ids[0] < ids[1] ? ids[0] : ids[1];
}

/**
 * Merges two records of one organization into the first; the draft takes up what changes.
 *
 * @returns every contradiction there was, chosen or not, and what moved; `null` where one of the two is not there, or
 *   they belong to different organizations
 */
export function mergeRecords(
  draft: Draft,
  store: MergeStore,
  keptId: string,
  goneId: string,
  choices: MergeChoices,
  now: Instant,
): MergePlan | null {
  const kept = draft.get(store, keptId);
  const gone = draft.get(store, goneId);
  if (!kept || !gone || keptId === goneId || kept.organizationId !== gone.organizationId) return null;
  const joining = new Joining(now, choices);
  const renamed = new Map([[goneId, keptId]]);
  const keys =
    store === 'users'
      ? mergeUsers(joining, draft, kept as UserRecord, gone as UserRecord)
      : mergeWorkspaces(joining, draft, kept as WorkspaceRecord, gone as WorkspaceRecord, renamed);
  const memberships = moveMemberships(joining, draft, store, keptId, goneId);
  draft.delete(store, goneId);
  followMerge(draft, renamed);
  return { conflicts: joining.conflicts, memberships, keys };
}

/** A workspace whose name is not shown any more, and those that may be it under another name. */
export interface Renamed {
  workspaceId: string;
  /** Newest first. */
  candidates: string[];
}

const earliest = (record: WorkspaceRecord): Instant => {
  let first: Instant | null = null;
  for (const field of [record.name, record.pandadocId, record.kind, record.status]) {
    for (const source of sources) {
      const at = field[source]?.at;
      if (at !== undefined && (first === null || at < first)) first = at;
    }
  }
  return first ?? '';
};

/** More candidates than this are no help. */
const mostCandidates = 8;

/**
 * Workspaces that a complete list does not show any more, each with those that it may be now: new since anything was
 * last read of it, seen on a page, and not known by another id (product.md: 'a new one is offered as "same workspace?"').
 *
 * @param apart pairs that a person said are two: ids by id
 */
export function renamedWorkspaces(
  workspaces: readonly WorkspaceRecord[],
  coverage: readonly CoverageRecord[],
  apart: Readonly<Record<string, readonly string[]>>,
): Renamed[] {
  const missing = workspaces.filter((record) => latest(record.status)?.value === 'not-observed');
  if (missing.length === 0) return [];
  const readings = new Map(coverage.map((record) => [record.id, record]));
  const there = workspaces
    .filter((record) => latest(record.status)?.value === 'active' && record.name.page !== undefined)
    .map((record) => ({ record, first: earliest(record) }))
    .sort((a, b) => (a.first !== b.first ? (a.first < b.first ? 1 : -1) : a.record.id < b.record.id ? -1 : 1));
  return missing.flatMap((record) => {
    const known = readings.get(record.id);
    const since = later(later(known?.keys?.at ?? null, known?.members?.at ?? null), earliest(record)) ?? '';
    const id = believed(record.pandadocId);
    const candidates = there.filter(({ record: other, first }) => {
      const otherId = believed(other.pandadocId);
      return (
        other.organizationId === record.organizationId &&
        first > since &&
        (id === null || otherId === null || id === otherId) &&
        !apart[record.id]?.includes(other.id)
      );
    });
    return candidates.length === 0
      ? []
      : [{ workspaceId: record.id, candidates: candidates.slice(0, mostCandidates).map((each) => each.record.id) }];
  });
}
