/** From stored records to the mapping that everything decides on. */
import { believed, belief, type Fact, type Field, latest } from './facts.ts';
import type { Key, KeyProvenance, Mapping, Membership, User, Workspace } from './mapping.ts';
import type {
  Generation,
  KeyRecord,
  MappingRecords,
  MembershipRecord,
  OrganizationRecord,
  UserRecord,
  WorkspaceRecord,
} from './records.ts';
import { finish, mapInSteps, type Steps } from './steps.ts';

/** One workspace record as a row of the mapping. */
export function resolveWorkspace(record: WorkspaceRecord): Workspace {
  return {
    id: record.id,
    pandadocId: believed(record.pandadocId),
    name: believed(record.name),
    kind: believed(record.kind) ?? 'standard',
    status: latest(record.status)?.value ?? 'active',
  };
}

/** What a newer saying of lower rank says, where it differs from what is believed. */
function contradicting<T>(field: Field<T>): T | null {
  return belief(field)?.conflict?.value ?? null;
}

/** One user record as a row of the mapping. */
export function resolveUser(record: UserRecord): User {
  const newerLicense = contradicting(record.license);
  return {
    id: record.id,
    pandadocId: believed(record.pandadocId),
    email: believed(record.email),
    name: believed(record.name),
    kind: believed(record.kind),
    orgAdmin: believed(record.orgAdmin),
    license: believed(record.license),
    ...(newerLicense !== null && { newerLicense }),
    status: latest(record.status)?.value ?? 'active',
    statusAt: latest(record.status)?.at ?? null,
  };
}

/** One membership record as a row of the mapping. */
export function resolveMembership(record: MembershipRecord): Membership {
  const newerRole = contradicting(record.role);
  return {
    userId: record.userId,
    workspaceId: record.workspaceId,
    membershipId: believed(record.membershipId),
    role: believed(record.role),
    ...(newerRole !== null && { newerRole }),
    status: latest(record.status)?.value ?? 'active',
    statusAt: latest(record.status)?.at ?? null,
    lastAdminAt: record.lastAdminAt,
  };
}

/** The current generation of a key record. */
export function currentGeneration(record: KeyRecord): Generation {
  return record.generations[record.generations.length - 1]!;
}

/** The label a key has when nobody gave it one: `production key`, `sandbox key` (surface.md, CSV `key_label`). */
export function defaultLabel(type: Key['type']): string {
  return `${type} key`;
}

function provenanceOf(fields: Record<string, Fact<unknown> | null>): KeyProvenance {
  const provenance: Record<string, { source: Fact<unknown>['source']; at: string; adapter: string | null }> = {};
  for (const [name, fact] of Object.entries(fields)) {
    if (fact) provenance[name] = { source: fact.source, at: fact.at, adapter: fact.adapter };
  }
  return provenance;
}

function factOf<T>(field: Field<T>): Fact<T> | null {
  return belief(field)?.fact ?? null;
}

/** One key record, at its current generation, as a row of the mapping. */
export function resolveKey(record: KeyRecord): Key {
  const generation = currentGeneration(record);
  return {
    id: record.id,
    workspaceId: record.workspaceId,
    type: record.type,
    label: believed(record.label) ?? defaultLabel(record.type),
    hint: believed(generation.hint),
    status: latest(generation.status)?.value ?? 'unknown',
    generation: generation.number,
    ownerId: believed(generation.ownerId),
    createdOn: believed(generation.createdOn),
    rotatedOn: believed(generation.rotatedOn),
    verifiedOn: believed(generation.verifiedOn),
    rotationDays: believed(record.rotationDays),
    usedBy: believed(record.usedBy) ?? [],
    demand: believed(record.demand) ?? {},
    notes: believed(record.notes),
    provenance: provenanceOf({
      label: factOf(record.label),
      hint: factOf(generation.hint),
      status: latest(generation.status),
      ownerId: factOf(generation.ownerId),
      createdOn: factOf(generation.createdOn),
      rotatedOn: factOf(generation.rotatedOn),
      verifiedOn: factOf(generation.verifiedOn),
      rotationDays: factOf(record.rotationDays),
      usedBy: factOf(record.usedBy),
      demand: factOf(record.demand),
      notes: factOf(record.notes),
    }),
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function byPair(a: Membership, b: Membership): number {
  if (a.userId !== b.userId) return a.userId < b.userId ? -1 : 1;
  return a.workspaceId < b.workspaceId ? -1 : a.workspaceId > b.workspaceId ? 1 : 0;
}

/**
 * Resolves all records of one organization into its mapping; rows sorted by id. Records of other organizations and
 * regions are left out.
 */
export function resolveMapping(records: MappingRecords, organization: OrganizationRecord): Mapping {
  return finish(resolveInSteps(records, organization));
}

/** The same in steps, for pages that go on answering meanwhile. */
export function* resolveInSteps(records: MappingRecords, organization: OrganizationRecord): Steps<Mapping> {
  const workspaces = yield* mapInSteps(
    records.workspaces.filter((record) => record.organizationId === organization.id),
    resolveWorkspace,
  );
  const workspaceIds = new Set(workspaces.map((workspace) => workspace.id));
  const users = yield* mapInSteps(
    records.users.filter((record) => record.organizationId === organization.id),
    resolveUser,
  );
  const userIds = new Set(users.map((user) => user.id));
  const memberships = yield* mapInSteps(
    records.memberships.filter((record) => workspaceIds.has(record.workspaceId) && userIds.has(record.userId)),
    resolveMembership,
  );
  memberships.sort(byPair);
  yield;
  const keys = yield* mapInSteps(
    records.keys.filter((record) => workspaceIds.has(record.workspaceId)),
    resolveKey,
  );
  yield;
  return {
    region: organization.region,
    organization: { id: organization.id, name: believed(organization.name) },
    workspaces: workspaces.sort(byId),
    users: users.sort(byId),
    memberships,
    keys: keys.sort(byId),
    coverage: Object.fromEntries(
      records.coverage
        .filter((record) => workspaceIds.has(record.id))
        .map((record) => [
          record.id,
          {
            keys: record.keys && { at: record.keys.at, complete: record.keys.complete },
            members: record.members && { at: record.members.at, complete: record.members.complete },
          },
        ]),
    ),
  };
}
