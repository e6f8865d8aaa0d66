/** Small mappings for tests of what decides: only what a test is about is written out. */
import {
  indexMapping,
  type Key,
  type Mapping,
  type MappingIndex,
  type Membership,
  type User,
  type Workspace,
} from '../../lib/domain/mapping.ts';
import type { KeyType } from '../../lib/domain/words.ts';

export const now = '2026-03-01T10:00:00.000Z';

export const aWorkspace = (id: string, more: Partial<Workspace> = {}): Workspace => ({
  id,
  pandadocId: null,
  name: id,
  kind: 'standard',
  status: 'active',
  ...more,
});

export const aUser = (id: string, more: Partial<User> = {}): User => ({
  id,
  pandadocId: null,
  email: `${id}@northwind.example`,
  name: id,
  kind: null,
  orgAdmin: null,
  license: null,
  status: 'active',
  ...more,
});

export const aMembership = (
  userId: string,
  workspaceId: string,
  role: string | null,
  more: Partial<Membership> = {},
): Membership => ({
  userId,
  workspaceId,
  membershipId: null,
  role,
  status: 'active',
  lastAdminAt: null,
  ...more,
});

export const aKey = (id: string, workspaceId: string, ownerId: string | null, more: Partial<Key> = {}): Key => ({
  id,
  workspaceId,
  type: 'production' satisfies KeyType,
  label: `label of ${id}`,
  hint: null,
  status: 'active',
  generation: 1,
  ownerId,
  createdOn: null,
  rotatedOn: null,
  verifiedOn: null,
  rotationDays: null,
  usedBy: [],
  demand: {},
  notes: null,
  provenance: {},
  ...more,
});

/** A mapping whose every workspace was read completely just now, unless `coverage` says otherwise. */
export function aMapping(rows: Partial<Mapping>): Mapping {
  const reading = { at: now, complete: true };
  return {
    region: 'us',
    organization: { id: 'org', name: 'Northwind' },
    workspaces: [],
    users: [],
    memberships: [],
    keys: [],
    coverage: Object.fromEntries((rows.workspaces ?? []).map(({ id }) => [id, { keys: reading, members: reading }])),
    ...rows,
  };
}

export const anIndex = (rows: Partial<Mapping>): MappingIndex => indexMapping(aMapping(rows));
