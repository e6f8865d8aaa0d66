/**
 * What happened between two snapshots of one organization (product.md, "Snapshots"): every difference is exactly one
 * change of exactly one event, so that events can be read by people, turned around, and applied.
 *
 * Rows are told apart by our ids, which outlive names: a rename is a change. What is missing where nobody looked is
 * `not-observed`, never gone. What an event is called and how grave it is follows from the event alone, so that
 * `diff(a, b)` and `diff(b, a)` are each other's mirror.
 */
import { findingSeverities, type FindingSeverity } from './findings.ts';
import { nameKey } from './identity.ts';
import { isLiving } from './key-states.ts';
import { membershipKey } from './records.ts';
import { isAdminRole, isLicenceCut } from './roles.ts';
import type { UnsealedSnapshot } from './snapshot.ts';
import { finish, mapInSteps, type Steps } from './steps.ts';
import type { KeyStatus } from './words.ts';

/** What of a snapshot is compared; a mapping becomes one by `unsealedSnapshot`. */
export type DiffSide = Pick<
  UnsealedSnapshot,
  'region' | 'organization' | 'workspaces' | 'users' | 'memberships' | 'keys' | 'findings' | 'coverage'
>;

export const eventKinds = [
  'organization.renamed',
  'workspace.added',
  'workspace.not-observed',
  'workspace.renamed',
  'workspace.kind-changed',
  'workspace.deactivated',
  'workspace.reactivated',
  'workspace.status-changed',
  'workspace.changed',
  'isolation.lost',
  'isolation.gained',
  'owner.removed',
  'owner.returned',
  'owner.role-changed',
  'owner.type-changed',
  'owner.licence-changed',
  'user.added',
  'user.removed',
  'user.not-observed',
  'user.renamed',
  'user.type-changed',
  'user.licence-changed',
  'user.status-changed',
  'user.changed',
  'membership.added',
  'membership.removed',
  'membership.not-observed',
  'membership.role-changed',
  'membership.status-changed',
  'membership.changed',
  'key.added',
  'key.removed',
  'key.not-observed',
  'key.replaced',
  'key.replacement-withdrawn',
  'key.owner-changed',
  'key.narrowed',
  'key.restored',
  'key.presumed-dead',
  'key.ended',
  'key.revived',
  'key.status-changed',
  'key.renamed',
  'key.hint-changed',
  'key.dates-changed',
  'key.rotation-changed',
  'key.use-changed',
  'key.demand-changed',
  'key.notes-changed',
  'key.moved',
  'key.source-changed',
  'finding.opened',
  'finding.closed',
  'finding.changed',
  'coverage.changed',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** As grave as findings are. */
export const eventSeverities = findingSeverities;
export type EventSeverity = FindingSeverity;

export const eventSubjects = [
  'organization',
  'workspace',
  'isolation',
  'coverage',
  'user',
  'membership',
  'key',
  'finding',
] as const;
export type EventSubject = (typeof eventSubjects)[number];

/** One difference. `field: null`: the whole row, `null` on the side where it is not. */
export interface FieldChange {
  field: string | null;
  before: unknown;
  after: unknown;
}

/** From the gravest. */
const stakeOrder = ['production', 'sandbox', 'none'] as const;

/** What is true of an event whichever way it is read. */
export interface EventAbout {
  /** The keys at stake, on either side: the worst of them decides. */
  stake: (typeof stakeOrder)[number];
  /** The row is missing on a side that had not read where it would be. */
  unread: boolean;
}

export interface DiffEvent extends EventAbout {
  kind: EventKind;
  severity: EventSeverity;
  subject: EventSubject;
  /** Our id of the row; of a membership `membershipKey`, of a finding `findingKey`, of an isolation the workspace's. */
  id: string;
  changes: FieldChange[];
}

/** Why two sides cannot be compared. */
export type NotComparable = 'another-region' | 'another-organization';

export class NotComparableError extends Error {
  readonly why: NotComparable;
  constructor(why: NotComparable) {
    super(why);
    this.name = 'NotComparableError';
    this.why = why;
  }
}

/**
 * Why two sides are not of one organization, `null` where they are. A side without a name may be the same one before it
 * was named (surface.md, "Names").
 */
export function whyNotComparable(
  a: Pick<DiffSide, 'region' | 'organization'>,
  b: Pick<DiffSide, 'region' | 'organization'>,
): NotComparable | null {
  if (a.region !== b.region) return 'another-region';
  if (a.organization === null || b.organization === null) return null;
  return nameKey(a.organization) === nameKey(b.organization) ? null : 'another-organization';
}

/** What tells findings apart. */
export function findingKey(finding: DiffSide['findings'][number]): string {
  return `${finding.rule} ${finding.subjectKind} ${finding.subjectId}`;
}

type Row = Record<string, unknown>;

const keyFields: Record<string, EventKind> = {
  ownerId: 'key.owner-changed',
  label: 'key.renamed',
  hint: 'key.hint-changed',
  createdOn: 'key.dates-changed',
  rotatedOn: 'key.dates-changed',
  verifiedOn: 'key.dates-changed',
  rotationDays: 'key.rotation-changed',
  usedBy: 'key.use-changed',
  demand: 'key.demand-changed',
  notes: 'key.notes-changed',
  workspaceId: 'key.moved',
  type: 'key.moved',
  provenance: 'key.source-changed',
};

/** A new secret brings its own owner, ending and dates: they are part of the replacement, not events beside it. */
const generationFields = ['generation', 'status', 'ownerId', 'hint', 'createdOn', 'rotatedOn', 'verifiedOn'];

/** By subject: fields that make one event together, in the order in which events are told. */
const groups: Record<'workspace' | 'user' | 'membership' | 'key' | 'finding', readonly string[][]> = {
  workspace: [['status'], ['kind'], ['name'], ['pandadocId']],
  user: [['status'], ['kind', 'orgAdmin'], ['license'], ['name', 'email'], ['pandadocId']],
  membership: [['status'], ['role'], ['membershipId']],
  key: [
    ['status'],
    ['ownerId'],
    ['createdOn', 'rotatedOn', 'verifiedOn'],
    ['hint'],
    ['label'],
    ['usedBy'],
    ['demand'],
    ['notes'],
    ['rotationDays'],
    ['workspaceId', 'type'],
    ['provenance'],
  ],
  finding: [['severity', 'accepted']],
};

function isGone(status: unknown): boolean {
  return status === 'removed' || status === 'blocked';
}

function keyStatusKind(before: unknown, after: unknown): EventKind {
  const lived = isLiving(before as KeyStatus);
  const lives = isLiving(after as KeyStatus);
  if (lives) {
    if (!lived) return 'key.revived';
    if (after === 'narrowed') return 'key.narrowed';
    return before === 'narrowed' ? 'key.restored' : 'key.status-changed';
  }
  return after === 'presumed-dead' ? 'key.presumed-dead' : 'key.ended';
}

/** What an event is called: from its subject, its changes and its stake, which both readings share. */
function kindOf(subject: EventSubject, changes: readonly FieldChange[], { stake, unread }: EventAbout): EventKind {
  const { field, before, after } = changes[0]!;
  const owner = stake !== 'none';
  switch (subject) {
    case 'organization':
      return 'organization.renamed';
    case 'coverage':
      return 'coverage.changed';
    case 'isolation':
      return after === true ? 'isolation.gained' : 'isolation.lost';
    case 'workspace':
      if (field === null) return before === null ? 'workspace.added' : 'workspace.not-observed';
      if (field === 'name') return 'workspace.renamed';
      if (field === 'kind') return 'workspace.kind-changed';
      if (field === 'pandadocId') return 'workspace.changed';
      if (after === 'deactivated') return 'workspace.deactivated';
      return before === 'deactivated' ? 'workspace.reactivated' : 'workspace.status-changed';
    case 'user':
      if (field === null) {
        if (before === null) return 'user.added';
        return unread ? 'user.not-observed' : owner ? 'owner.removed' : 'user.removed';
      }
      if (field === 'name' || field === 'email') return 'user.renamed';
      if (field === 'kind' || field === 'orgAdmin') return owner ? 'owner.type-changed' : 'user.type-changed';
      if (field === 'license') return owner ? 'owner.licence-changed' : 'user.licence-changed';
      if (field === 'pandadocId') return 'user.changed';
      if (isGone(after)) return owner ? 'owner.removed' : 'user.removed';
      return owner && isGone(before) ? 'owner.returned' : 'user.status-changed';
    case 'membership':
      if (field === null) {
        if (before === null) return owner && !unread ? 'owner.returned' : 'membership.added';
        if (unread) return 'membership.not-observed';
        // Who was removed there already is not removed once more when the row goes.
        return owner && !isGone((before as Row)['status']) ? 'owner.removed' : 'membership.removed';
      }
      if (field === 'role') return owner ? 'owner.role-changed' : 'membership.role-changed';
      if (field === 'membershipId') return 'membership.changed';
      if (isGone(after)) return owner ? 'owner.removed' : 'membership.removed';
      return owner && isGone(before) ? 'owner.returned' : 'membership.status-changed';
    case 'key':
      if (field === null) {
        if (before === null) return 'key.added';
        return unread ? 'key.not-observed' : 'key.removed';
      }
      if (field === 'generation') {
        return (after as number) > (before as number) ? 'key.replaced' : 'key.replacement-withdrawn';
      }
      return field === 'status' ? keyStatusKind(before, after) : keyFields[field]!;
    case 'finding':
      if (field !== null) return 'finding.changed';
      return before === null ? 'finding.opened' : 'finding.closed';
  }
}

/**
 * By kind, for a production key at stake, a sandbox key, none; the last holds for those after it, too. What is absent is
 * `info` whatever hangs on it.
 */
const severityTable: Partial<Record<EventKind, readonly EventSeverity[]>> = {
  'workspace.deactivated': ['critical', 'medium', 'low'],
  'workspace.not-observed': ['medium', 'low', 'info'],
  'workspace.kind-changed': ['low', 'low', 'info'],
  'isolation.lost': ['critical'],
  'owner.removed': ['critical', 'medium'],
  'owner.returned': ['medium', 'low'],
  'owner.role-changed': ['high', 'low'],
  'owner.type-changed': ['low'],
  'owner.licence-changed': ['high', 'low'],
  'user.removed': ['low'],
  'membership.removed': ['low'],
  'key.added': ['low', 'info'],
  'key.removed': ['medium', 'low'],
  'key.not-observed': ['low'],
  'key.replaced': ['high', 'low'],
  'key.replacement-withdrawn': ['medium', 'low'],
  'key.owner-changed': ['medium', 'low'],
  'key.narrowed': ['high', 'low'],
  'key.presumed-dead': ['critical', 'medium'],
  'key.ended': ['critical', 'medium'],
  'key.revived': ['medium', 'low'],
  'key.status-changed': ['low', 'info'],
  'key.hint-changed': ['medium', 'low'],
  'key.moved': ['medium', 'low'],
  'key.use-changed': ['low', 'info'],
};

function severityOf(kind: EventKind, changes: readonly FieldChange[], about: EventAbout): EventSeverity {
  const { before, after } = changes[0]!;
  if (kind === 'finding.opened') {
    const severity = (after as Row)['severity'];
    return eventSeverities.find((each) => each === severity) ?? 'info';
  }
  // What was dead already dies no more: it is only known better.
  if ((kind === 'key.ended' || kind === 'key.presumed-dead') && !isLiving(before as KeyStatus)) return 'low';
  // More rights break nothing.
  if (kind === 'owner.role-changed' && isAdminRole(after as string | null)) return 'info';
  if (kind === 'owner.licence-changed' && !isLicenceCut(before as string | null, after as string | null)) return 'info';
  const row = severityTable[kind];
  return row?.[Math.min(stakeOrder.indexOf(about.stake), row.length - 1)] ?? 'info';
}

function eventOf(subject: EventSubject, id: string, changes: FieldChange[], { stake, unread }: EventAbout): DiffEvent {
  const about = { stake, unread };
  const kind = kindOf(subject, changes, about);
  return { kind, severity: severityOf(kind, changes, about), subject, id, ...about, changes };
}

/** Deep equality of plain values; most rows of two snapshots are equal, so this is what a diff costs. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && same((a as Row)[name], (b as Row)[name]));
}

type Stake = EventAbout['stake'];

/** What hangs on whom and on which workspace, over both sides: a key counts where it lives on either. */
class Stakes {
  readonly #by = new Map<string, Stake>();

  constructor(sides: readonly DiffSide[]) {
    for (const side of sides) {
      for (const { type, status, workspaceId, ownerId } of side.keys) {
        if (!isLiving(status)) continue;
        this.#raise(workspaceId, type);
        if (ownerId === null) continue;
        this.#raise(ownerId, type);
        this.#raise(membershipKey(ownerId, workspaceId), type);
      }
    }
  }

  #raise(id: string, type: 'production' | 'sandbox'): void {
    if (this.#by.get(id) !== 'production') this.#by.set(id, type);
  }

  of(id: string): Stake {
    return this.#by.get(id) ?? 'none';
  }
}

/** What one side has read. */
class Looked {
  readonly #side: DiffSide;
  /** Whether the member list of every workspace that is not deactivated was read whole. */
  readonly everybody: boolean;

  constructor(side: DiffSide) {
    this.#side = side;
    this.everybody = side.workspaces.every(({ id, status }) => status === 'deactivated' || this.at(id, 'members'));
  }

  at(workspaceId: string, page: 'keys' | 'members'): boolean {
    const { coverage } = this.#side;
    return Object.hasOwn(coverage, workspaceId) && coverage[workspaceId]![page]?.complete === true;
  }
}

function* keyed<T>(rows: readonly T[], keyOf: (row: T) => string): Steps<Map<string, T>> {
  return new Map(yield* mapInSteps(rows, (row) => [keyOf(row), row] as const));
}

function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> {
  return finish(keyed(rows, keyOf));
}

/** Ids of either side, each once. */
function* eitherId(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): Generator<string> {
  yield* a.keys();
  for (const id of b.keys()) if (!a.has(id)) yield id;
}

function changesOf(before: object, after: object, fields: readonly string[]): FieldChange[] {
  return fields.flatMap((field) => {
    const a = (before as Row)[field];
    const b = (after as Row)[field];
    return same(a, b) ? [] : [{ field, before: a, after: b }];
  });
}

/** Groups of changes of one row; where a key has another secret, what belongs to the secret is one group. */
function groupsOf(subject: keyof typeof groups, before: object, after: object): FieldChange[][] {
  const replaced = subject === 'key' && (before as Row)['generation'] !== (after as Row)['generation'];
  const found: FieldChange[][] = replaced ? [changesOf(before, after, generationFields)] : [];
  for (const fields of groups[subject]) {
    if (replaced && generationFields.includes(fields[0]!)) continue;
    const changes = changesOf(before, after, fields);
    if (changes.length === 0) continue;
    // Who said it and when goes with what was said; alone it is news of its own.
    if (fields[0] === 'provenance' && found.length > 0) found[0]!.push(...changes);
    else found.push(changes);
  }
  return found;
}

/** Workspaces of the kind `service` on a side, and whether at most one active member is there: an invitation is none yet. */
function isolations(side: DiffSide): Map<string, boolean> {
  const members = new Map<string, number>();
  for (const { workspaceId, status } of side.memberships) {
    if (status === 'active') members.set(workspaceId, (members.get(workspaceId) ?? 0) + 1);
  }
  return new Map(
    side.workspaces.map(({ id, kind }) => [id, kind === 'service' && (members.get(id) ?? 0) <= 1] as const),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Everything that differs between two sides.
 *
 * @param sameOrganization the caller knows that both are one organization, whatever they are called (it was renamed)
 * @returns events by subject, then id; empty exactly when the sides hold the same
 * @throws NotComparableError for another region or organization
 */
export function diff(a: DiffSide, b: DiffSide, sameOrganization = false): DiffEvent[] {
  return finish(diffInSteps(a, b, sameOrganization));
}

/** The same in steps, for pages that go on answering meanwhile. */
export function* diffInSteps(a: DiffSide, b: DiffSide, sameOrganization = false): Steps<DiffEvent[]> {
  const why = whyNotComparable(a, b);
  if (why === 'another-region' || (why !== null && !sameOrganization)) throw new NotComparableError(why);
  const stakes = new Stakes([a, b]);
  yield;
  const looked = [new Looked(a), new Looked(b)] as const;
  const events: DiffEvent[] = [];
  const quiet: EventAbout = { stake: 'none', unread: false };

  if (a.organization !== b.organization) {
    const change = { field: 'name', before: a.organization, after: b.organization };
    events.push(eventOf('organization', '', [change], quiet));
  }

  const rows = function* <T extends object>(
    subject: keyof typeof groups,
    before: ReadonlyMap<string, T>,
    after: ReadonlyMap<string, T>,
    stakeOf: (id: string, row: T, other: T | undefined) => Stake,
    isUnread: (absent: Looked, row: T) => boolean,
  ): Steps<void> {
    let count = 0;
    for (const id of eitherId(before, after)) {
      if (count % idsInStep === 0) yield;
      count += 1;
      const one = before.get(id);
      const other = after.get(id);
      if (one && other) {
        if (same(one, other)) continue;
        const stake = stakeOf(id, one, other);
        for (const changes of groupsOf(subject, one, other)) {
          events.push(eventOf(subject, id, changes, { stake, unread: false }));
        }
        continue;
      }
      const row = (one ?? other)!;
      const unread = isUnread(looked[one ? 1 : 0], row);
      const change = { field: null, before: one ?? null, after: other ?? null };
      events.push(eventOf(subject, id, [change], { stake: stakeOf(id, row, undefined), unread }));
    }
  };

  const workspaces = [yield* keyed(a.workspaces, ({ id }) => id), yield* keyed(b.workspaces, ({ id }) => id)] as const;
  yield* rows(
    'workspace',
    ...workspaces,
    (id) => stakes.of(id),
    // No page says which workspaces there are: one that is missing was not seen.
    () => true,
  );
  const isolated = [isolations(a), isolations(b)] as const;
  for (const [id, before] of isolated[0]) {
    const after = isolated[1].get(id);
    if (after === undefined || after === before) continue;
    const change = { field: 'isolated', before, after };
    const about = { stake: stakes.of(id), unread: false };
    events.push(eventOf('isolation', id, [change], about));
  }
  const coverage = [new Map(Object.entries(a.coverage)), new Map(Object.entries(b.coverage))] as const;
  for (const id of eitherId(...coverage)) {
    const before = coverage[0].get(id) ?? null;
    const after = coverage[1].get(id) ?? null;
    if (same(before, after)) continue;
    const about = { stake: stakes.of(id), unread: false };
    const change = { field: null, before, after };
    events.push(eventOf('coverage', id, [change], about));
  }
  yield* rows(
    'user',
    yield* keyed(a.users, ({ id }) => id),
    yield* keyed(b.users, ({ id }) => id),
    (id) => stakes.of(id),
    (absent) => !absent.everybody,
  );
  yield* rows(
    'membership',
    yield* keyed(a.memberships, ({ userId, workspaceId }) => membershipKey(userId, workspaceId)),
    yield* keyed(b.memberships, ({ userId, workspaceId }) => membershipKey(userId, workspaceId)),
    (id) => stakes.of(id),
    (absent, { workspaceId }) => !absent.at(workspaceId, 'members'),
  );
  yield* rows(
    'key',
    yield* keyed(a.keys, ({ id }) => id),
    yield* keyed(b.keys, ({ id }) => id),
    (_, row, other) => (row.type === 'production' || other?.type === 'production' ? 'production' : 'sandbox'),
    (absent, { workspaceId }) => !absent.at(workspaceId, 'keys'),
  );
  yield* rows(
    'finding',
    yield* keyed(a.findings, findingKey),
    yield* keyed(b.findings, findingKey),
    () => 'none',
    () => false,
  );
  yield;
  return sorted(events);
}

/** So many rows of two sides are compared in one step. */
const idsInStep = 500;

function sorted(events: DiffEvent[]): DiffEvent[] {
  const order = new Map(eventSubjects.map((subject, index) => [subject, index]));
  // Stable: events of one row keep the order of their groups.
  return events.sort((a, b) => order.get(a.subject)! - order.get(b.subject)! || compare(a.id, b.id));
}

/** The same events read from the other side: `mirror(diff(a, b))` is `diff(b, a)`. */
export function mirror(events: readonly DiffEvent[]): DiffEvent[] {
  return events.map((event) => {
    const changes = event.changes.map(({ field, before, after }) => ({ field, before: after, after: before }));
    const kind = kindOf(event.subject, changes, event);
    return { ...event, kind, severity: severityOf(kind, changes, event), changes };
  });
}

/** A side after events: `apply(diff(a, b), a)` holds what `b` holds. Rows in the order of a snapshot. */
export function apply(events: readonly DiffEvent[], side: DiffSide): DiffSide {
  const maps = {
    workspace: new Map<string, object>(byKey(side.workspaces, ({ id }) => id)),
    user: new Map<string, object>(byKey(side.users, ({ id }) => id)),
    membership: new Map<string, object>(
      byKey(side.memberships, ({ userId, workspaceId }) => membershipKey(userId, workspaceId)),
    ),
    key: new Map<string, object>(byKey(side.keys, ({ id }) => id)),
    finding: new Map<string, object>(byKey(side.findings, findingKey)),
    coverage: new Map<string, object>(Object.entries(side.coverage)),
  };
  let { organization } = side;
  for (const { subject, id, changes } of events) {
    // Follows from the members.
    if (subject === 'isolation') continue;
    for (const { field, after } of changes) {
      if (subject === 'organization') organization = after as string | null;
      else if (field !== null) maps[subject].set(id, { ...(maps[subject].get(id) as Row | undefined), [field]: after });
      else if (after === null) maps[subject].delete(id);
      else maps[subject].set(id, after as object);
    }
  }
  const list = <T>(map: Map<string, object>): T[] =>
    [...map].sort(([a], [b]) => compare(a, b)).map(([, row]) => row as T);
  return {
    region: side.region,
    organization,
    workspaces: list(maps.workspace),
    users: list(maps.user),
    memberships: list<DiffSide['memberships'][number]>(maps.membership).sort(
      (a, b) => compare(a.userId, b.userId) || compare(a.workspaceId, b.workspaceId),
    ),
    keys: list(maps.key),
    findings: list(maps.finding),
    coverage: Object.fromEntries(maps.coverage) as DiffSide['coverage'],
  };
}
