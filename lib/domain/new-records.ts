/** Records of which nothing is known yet but what they are about. */
import {
  type Generation,
  type KeyRecord,
  type MembershipRecord,
  membershipKey,
  type OrganizationRecord,
  type UserRecord,
  type WorkspaceRecord,
} from './records.ts';
import type { KeyType, Region } from './words.ts';

/** An organization without a name. */
export function newOrganization(id: string, region: Region): OrganizationRecord {
  return { id, region, revision: 0, name: {} };
}

/** A workspace of an organization. */
export function newWorkspace(id: string, region: Region, organizationId: string): WorkspaceRecord {
  return { id, region, revision: 0, organizationId, pandadocId: {}, name: {}, kind: {}, status: {} };
}

/** A user of an organization. */
export function newUser(id: string, region: Region, organizationId: string): UserRecord {
  return {
    id,
    region,
    revision: 0,
    organizationId,
    pandadocId: {},
    email: {},
    name: {},
    kind: {},
    orgAdmin: {},
    license: {},
    status: {},
  };
}

/** The membership of a user in a workspace, role not known. */
export function newMembership(region: Region, userId: string, workspaceId: string): MembershipRecord {
  return {
    id: membershipKey(userId, workspaceId),
    region,
    revision: 0,
    userId,
    workspaceId,
    membershipId: {},
    role: {},
    lastAdminAt: null,
    status: {},
  };
}

/** One secret of which only its number is known. */
export function newGeneration(number: number): Generation {
  return {
    number,
    hint: {},
    ownerId: {},
    createdOn: {},
    rotatedOn: {},
    verifiedOn: {},
    status: {},
    lastSeenAt: null,
  };
}

/** A key in its first generation. */
export function newKey(id: string, region: Region, workspaceId: string, type: KeyType): KeyRecord {
  return {
    id,
    region,
    revision: 0,
    workspaceId,
    type,
    label: {},
    usedBy: {},
    demand: {},
    notes: {},
    rotationDays: {},
    generations: [newGeneration(1)],
  };
}
