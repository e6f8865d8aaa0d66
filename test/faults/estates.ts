/** Mappings of any size as snapshot files, for imports that take a while. */
import { randomUUID } from 'node:crypto';
import { digestOf } from '../e2e/support/seed.ts';

/**
 * A snapshot of one made-up organization.
 *
 * @param keys number of keys; one workspace for each two
 * @param mark stands in the label of every key: two estates of one size can be told apart
 */
export function estateFile(keys: number, mark: string, organization: string | null = null): string {
  const at = '2026-11-01T08:00:00.000Z';
  const number = (index: number): string => String(index).padStart(6, '0');
  const workspaces = Array.from({ length: Math.ceil(keys / 2) }, (_, index) => ({
    id: `w-${number(index)}`,
    pandadocId: null,
    name: `Workspace ${number(index)}`,
    kind: 'standard',
    status: 'active',
  }));
  const users = Array.from({ length: Math.max(1, Math.ceil(keys / 4)) }, (_, index) => ({
    id: `u-${number(index)}`,
    pandadocId: null,
    email: `person.${number(index)}@estate.example`,
    name: `Person ${number(index)}`,
    kind: null,
    orgAdmin: null,
    license: 'Full',
    status: 'active',
  }));
  const document = {
    format: 'keyholder.snapshot',
    version: 1,
    id: randomUUID(),
    takenAt: at,
    label: null,
    region: 'us',
    organization,
    previous: null,
    workspaces,
    users,
    memberships: workspaces.map(({ id }, index) => ({
      userId: users[index % users.length]!.id,
      workspaceId: id,
      membershipId: null,
      role: 'Admin',
      status: 'active',
    })),
    keys: Array.from({ length: keys }, (_, index) => ({
      id: `k-${number(index)}`,
      workspaceId: workspaces[index >> 1]!.id,
      type: index % 2 === 0 ? 'production' : 'sandbox',
      label: `${mark} ${number(index)}`,
      hint: null,
      status: 'active',
      generation: 1,
      ownerId: users[(index >> 1) % users.length]!.id,
      createdOn: '2026-10-01',
      rotatedOn: null,
      verifiedOn: null,
      rotationDays: null,
      usedBy: [],
      demand: {},
      notes: null,
      provenance: {},
    })),
    findings: [],
    coverage: Object.fromEntries(workspaces.map(({ id }) => [id, { keys: null, members: null }])),
  };
  return JSON.stringify({ ...document, digest: digestOf(document) });
}
