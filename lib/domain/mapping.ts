/**
 * The mapping as everything that decides sees it: plain values, one region, one organization. The same shape, field
 * for field, as a snapshot (surface.md, "Snapshot JSON"), so that every decision also runs on a snapshot.
 * `null` = not known, everywhere.
 */
import type { Source } from './facts.ts';
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

export interface Organization {
  id: string;
  /** `null`: the one unnamed organization of its region. */
  name: string | null;
}

export interface Workspace {
  id: string;
  pandadocId: string | null;
  name: string | null;
  kind: WorkspaceKind;
  status: WorkspaceStatus;
}

export interface User {
  id: string;
  pandadocId: string | null;
  email: string | null;
  name: string | null;
  kind: UserKind | null;
  orgAdmin: OrgAdmin | null;
  license: string | null;
  /** What a newer saying of lower rank says, where it differs; absent where nothing contradicts, and in a snapshot. */
  newerLicense?: string;
  status: UserStatus;
  /** Since when that is known; absent where the mapping comes from a snapshot. */
  statusAt?: Instant | null;
}

export interface Membership {
  userId: string;
  workspaceId: string;
  membershipId: string | null;
  role: string | null;
  /** As `newerLicense` of a user. */
  newerRole?: string;
  status: MembershipStatus;
  /** Last time known as Admin there; not part of a snapshot, `null` after an import unless the role says Admin. */
  lastAdminAt: Instant | null;
  /** Since when the status is known; absent where the mapping comes from a snapshot. */
  statusAt?: Instant | null;
}

/** Where a key's fact comes from; shown beside it. */
export interface Provenance {
  source: Source;
  at: Instant;
  adapter: string | null;
}

export type KeyProvenance = Partial<
  Record<
    | 'label'
    | 'hint'
    | 'status'
    | 'ownerId'
    | 'createdOn'
    | 'rotatedOn'
    | 'verifiedOn'
    | 'rotationDays'
    | 'usedBy'
    | 'demand'
    | 'notes',
    Provenance
  >
>;

export interface Key {
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

export interface ReadingSummary {
  at: Instant;
  complete: boolean;
}

export interface Coverage {
  keys: ReadingSummary | null;
  members: ReadingSummary | null;
}

export interface Mapping {
  region: Region;
  organization: Organization;
  workspaces: Workspace[];
  users: User[];
  memberships: Membership[];
  keys: Key[];
  /** By workspace id; a workspace that is absent was never read. */
  coverage: Record<string, Coverage>;
}

/** Look-up tables over one mapping. Built once, shared by all that decides. */
export interface MappingIndex {
  mapping: Mapping;
  workspaces: Map<string, Workspace>;
  users: Map<string, User>;
  keys: Map<string, Key>;
  keysByOwner: Map<string, Key[]>;
  keysByWorkspace: Map<string, Key[]>;
  membershipsByUser: Map<string, Membership[]>;
  membershipsByWorkspace: Map<string, Membership[]>;
}

/** One user in one workspace; ids hold no blanks. */
export function pairKey(userId: string, workspaceId: string): string {
  return `${userId} ${workspaceId}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Indexes a mapping; cost grows with the number of its rows. */
export function indexMapping(mapping: Mapping): MappingIndex {
  const index: MappingIndex = {
    mapping,
    workspaces: new Map(mapping.workspaces.map((workspace) => [workspace.id, workspace])),
    users: new Map(mapping.users.map((user) => [user.id, user])),
    keys: new Map(mapping.keys.map((key) => [key.id, key])),
    keysByOwner: new Map(),
    keysByWorkspace: new Map(),
    membershipsByUser: new Map(),
    membershipsByWorkspace: new Map(),
  };
  for (const key of mapping.keys) {
    push(index.keysByWorkspace, key.workspaceId, key);
    if (key.ownerId !== null) push(index.keysByOwner, key.ownerId, key);
  }
  for (const membership of mapping.memberships) {
    push(index.membershipsByUser, membership.userId, membership);
    push(index.membershipsByWorkspace, membership.workspaceId, membership);
  }
  return index;
}
