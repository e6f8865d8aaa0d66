/**
 * What is stored: records made of facts with provenance. A mapping (`mapping.ts`) is what these come to when every
 * field is resolved; only recording, merging and conflict display look at records.
 */
import type { Field } from './facts.ts';
import type { Acceptance } from './findings.ts';
import type { Policy } from './policy.ts';
import type {
  Day,
  Instant,
  KeyStatus,
  KeyType,
  MembershipStatus,
  OrgAdmin,
  Region,
  UserKind,
  UserStatus,
  WorkspaceKind,
  WorkspaceStatus,
} from './words.ts';

interface RecordBase {
  /** Ours, made by whoever creates the record; never holds a run of 40 letters and digits (surface.md, "Key guard"). */
  id: string;
  region: Region;
  /** Raised by one with every write; a writer that read an older revision is told (two tabs, one record). */
  revision: number;
}

export interface OrganizationRecord extends RecordBase {
  name: Field<string>;
}

export interface WorkspaceRecord extends RecordBase {
  organizationId: string;
  pandadocId: Field<string>;
  name: Field<string>;
  kind: Field<WorkspaceKind>;
  /** Resolved by time, not by rank. */
  status: Field<WorkspaceStatus>;
}

export interface UserRecord extends RecordBase {
  organizationId: string;
  pandadocId: Field<string>;
  email: Field<string>;
  name: Field<string>;
  kind: Field<UserKind>;
  orgAdmin: Field<OrgAdmin>;
  license: Field<string>;
  /** Resolved by time, not by rank. */
  status: Field<UserStatus>;
}

/** `id` is `membershipKey(userId, workspaceId)`: one membership for each user and workspace. */
export interface MembershipRecord extends RecordBase {
  userId: string;
  workspaceId: string;
  membershipId: Field<string>;
  role: Field<string>;
  /** When this person was last seen, or said, to be Admin there; `null` = never. Only an Admin can have made a key. */
  lastAdminAt: Instant | null;
  /** Resolved by time, not by rank. */
  status: Field<MembershipStatus>;
}

/** One secret of a key over time. The next generation inherits neither owner, hint nor dates. */
export interface Generation {
  number: number;
  hint: Field<string>;
  /** Our id of the owning user. */
  ownerId: Field<string>;
  createdOn: Field<Day>;
  rotatedOn: Field<Day>;
  /** The day somebody confirmed the owner. */
  verifiedOn: Field<Day>;
  /** Resolved by time, not by rank, along the state machine of `key-states.ts`. */
  status: Field<KeyStatus>;
  /** When a page last showed that there is a key in this slot. */
  lastSeenAt: Instant | null;
}

export interface KeyRecord extends RecordBase {
  workspaceId: string;
  type: KeyType;
  label: Field<string>;
  /** These four belong to the key, and survive rotation. */
  usedBy: Field<string[]>;
  demand: Field<Record<string, number>>;
  notes: Field<string>;
  rotationDays: Field<number>;
  /** Oldest first, never empty; the last is the current one. */
  generations: Generation[];
}

/** What one reading of a page covered: when, and whether it saw all there is. */
export interface Reading {
  at: Instant;
  complete: boolean;
  adapter: string;
}

/** Readings of one workspace's two pages, `null` = never read. `id` is the workspace's id. */
export interface CoverageRecord {
  id: string;
  region: Region;
  keys: Reading | null;
  members: Reading | null;
}

/** `id` is the organization's: one policy for each, absent = the defaults. */
export interface PolicyRecord extends RecordBase {
  policy: Policy;
}

/** `id` is the finding's: accepting it again takes the place of what was accepted before. */
export interface AcceptanceRecord extends RecordBase, Acceptance {
  organizationId: string;
}

export interface MappingRecords {
  organizations: OrganizationRecord[];
  workspaces: WorkspaceRecord[];
  users: UserRecord[];
  memberships: MembershipRecord[];
  keys: KeyRecord[];
  coverage: CoverageRecord[];
  /** Beside the mapping; absent = none. */
  policies?: PolicyRecord[];
  acceptances?: AcceptanceRecord[];
}

/** The id of the one membership of a user in a workspace. */
export function membershipKey(userId: string, workspaceId: string): string {
  return `${userId}@${workspaceId}`;
}
