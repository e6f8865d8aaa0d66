/** A snapshot: a dated, sealed copy of one organization's mapping, field for field as surface.md promises it. */
import type { Mapping, ReadingSummary, KeyProvenance, User, Workspace } from './mapping.ts';
import { finish, mapInSteps, type Steps } from './steps.ts';
import type { Day, Instant, KeyStatus, KeyType, MembershipStatus, Region } from './words.ts';

export const snapshotFormat = 'keyholder.snapshot';
export const snapshotVersion = 1;
/** A file of more characters is refused before it is looked at: ten thousand keys need a fifth of it. */
export const maxSnapshotLength = 48 * 1024 * 1024;

export interface SnapshotMembership {
  userId: string;
  workspaceId: string;
  membershipId: string | null;
  role: string | null;
  status: MembershipStatus;
}

export interface SnapshotKey {
  id: string;
  workspaceId: string;
  type: KeyType;
  label: string;
  hint: string | null;
  status: KeyStatus;
  generation: number;
  ownerId: string | null;
  createdOn: Day | null;
  rotatedOn: Day | null;
  verifiedOn: Day | null;
  rotationDays: number | null;
  usedBy: string[];
  demand: Record<string, number>;
  notes: string | null;
  provenance: KeyProvenance;
}

/** A frozen copy of what a rule said; ignored on import. */
export interface SnapshotFinding {
  rule: string;
  subjectKind: string;
  subjectId: string;
  severity: string;
  accepted: unknown;
}

/** The document without its seal. */
export interface UnsealedSnapshot {
  format: typeof snapshotFormat;
  version: typeof snapshotVersion;
  id: string;
  takenAt: Instant;
  label: string | null;
  region: Region;
  /** The organization's name. */
  organization: string | null;
  /** Digest of the last stored snapshot of this region and organization. */
  previous: string | null;
  workspaces: Workspace[];
  users: User[];
  memberships: SnapshotMembership[];
  keys: SnapshotKey[];
  findings: SnapshotFinding[];
  coverage: Record<string, { keys: ReadingSummary | null; members: ReadingSummary | null }>;
}

export interface Snapshot extends UnsealedSnapshot {
  /** `sha256:` and 64 hexadecimal digits, over the RFC 8785 form of the document without this field. */
  digest: string;
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isWellFormed);
  for (const name in value)
    if (!name.isWellFormed() || !isWellFormed((value as Record<string, unknown>)[name])) return false;
  return true;
}

/**
 * A plain value with every text made well-formed: a lone surrogate has no UTF-8, so it could not be sealed. What is well-formed
 * already, as nearly everything is, is given back as it is.
 */
export function wellFormed<T>(value: T): T {
  if (isWellFormed(value)) return value;
  if (typeof value === 'string') return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  // `fromEntries` defines its own properties, so a name like `__proto__` stays a name.
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([name, inner]) => [name.toWellFormed(), wellFormed(inner)]),
  ) as T;
}

/** How a snapshot hangs on the stored one before it. */
export type Link = 'first' | 'joined' | 'gap' | 'broken';

/**
 * How each of an organization's stored snapshots hangs on the one before.
 *
 * @param rows oldest first
 * @returns for each: `joined` = names the one before; `gap` = names one that is not here (it was deleted, which the log
 * tells, or taken elsewhere); `broken` = names none, or one that is not the one before
 */
export function linksOf(rows: readonly { digest: string; previous: string | null }[]): Link[] {
  const here = new Set(rows.map(({ digest }) => digest));
  return rows.map(({ previous }, index) => {
    if (previous === null) return index === 0 ? 'first' : 'broken';
    if (previous === rows[index - 1]?.digest) return 'joined';
    return here.has(previous) ? 'broken' : 'gap';
  });
}

function byId<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** What a document says of itself. */
export interface AboutSnapshot {
  id: string;
  takenAt: Instant;
  label: string | null;
  previous: string | null;
  findings?: readonly SnapshotFinding[];
}

/** Builds the document of a mapping, not yet sealed; every field present, arrays sorted, texts well-formed. */
export function unsealedSnapshot(mapping: Mapping, about: AboutSnapshot): UnsealedSnapshot {
  return finish(unsealedInSteps(mapping, about));
}

/** The same in steps, for pages that go on answering meanwhile. */
export function* unsealedInSteps(mapping: Mapping, about: AboutSnapshot): Steps<UnsealedSnapshot> {
  const workspaces = yield* mapInSteps(byId(mapping.workspaces), ({ id, pandadocId, name, kind, status }) =>
    wellFormed({ id, pandadocId, name, kind, status }),
  );
  const users = yield* mapInSteps(
    byId(mapping.users),
    ({ id, pandadocId, email, name, kind, orgAdmin, license, status }) =>
      wellFormed({ id, pandadocId, email, name, kind, orgAdmin, license, status }),
  );
  const pairs = [...mapping.memberships].sort((a, b) =>
    a.userId !== b.userId ? (a.userId < b.userId ? -1 : 1) : a.workspaceId < b.workspaceId ? -1 : 1,
  );
  yield;
  const memberships = yield* mapInSteps(pairs, ({ userId, workspaceId, membershipId, role, status }) =>
    wellFormed({ userId, workspaceId, membershipId, role, status }),
  );
  const keys = yield* mapInSteps(byId(mapping.keys), (key) =>
    wellFormed({
      id: key.id,
      workspaceId: key.workspaceId,
      type: key.type,
      label: key.label,
      hint: key.hint,
      status: key.status,
      generation: key.generation,
      ownerId: key.ownerId,
      createdOn: key.createdOn,
      rotatedOn: key.rotatedOn,
      verifiedOn: key.verifiedOn,
      rotationDays: key.rotationDays,
      usedBy: key.usedBy,
      demand: key.demand,
      notes: key.notes,
      provenance: key.provenance,
    }),
  );
  const findings = yield* mapInSteps(about.findings ?? [], wellFormed<SnapshotFinding>);
  const coverage = Object.fromEntries(
    mapping.workspaces.map(({ id }) => [
      id,
      Object.hasOwn(mapping.coverage, id) ? mapping.coverage[id]! : { keys: null, members: null },
    ]),
  );
  const { id, takenAt, label, previous } = about;
  const { region, organization } = mapping;
  const head = { format: snapshotFormat, version: snapshotVersion, id, takenAt, label, region } as const;
  return {
    ...wellFormed({ ...head, organization: organization.name, previous }),
    workspaces,
    users,
    memberships,
    keys,
    findings,
    coverage: wellFormed(coverage),
  };
}
