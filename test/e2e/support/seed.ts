/**
 * A mapping of the lookalike's organization as a snapshot file, made from what its back end knows and from the published
 * format alone: an independent witness of that format, and the quick way to owners that no page shows.
 */
import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { OrganizationState } from '../../lookalike/server.ts';

export interface OwnerTag {
  kind: 'service-account' | 'person' | null;
  orgAdmin: 'yes' | 'no' | null;
}

export interface SeedOptions {
  organization: OrganizationState;
  /** E-mail address → tag; absent people are untagged. */
  tags?: Record<string, OwnerTag>;
  /** Whether the owner of this key is part of the file. */
  ownerKnown?: (workspace: string, type: string) => boolean;
  /** `<workspace> <type>` → what uses the key. */
  usedBy?: Record<string, string[]>;
  /** `<workspace> <type>` → its last four characters. */
  hints?: Record<string, string>;
  takenAt?: string;
}

/** The tags that an admin of the demo organization would set. */
export const demoTags: Record<string, OwnerTag> = {
  'integrations@northwind.example': { kind: 'service-account', orgAdmin: 'no' },
  'svc-crm@northwind.example': { kind: 'service-account', orgAdmin: null },
  'dana.okafor@northwind.example': { kind: 'person', orgAdmin: 'no' },
  'tomasz.wieczorek@northwind.example': { kind: 'person', orgAdmin: null },
  'priya.raman@northwind.example': { kind: 'person', orgAdmin: 'yes' },
  'eleanor.whitfield@northwind.example': { kind: 'person', orgAdmin: 'yes' },
};

/** What hangs on the keys of the demo organization. */
export const demoUses: Record<string, string[]> = {
  'EMEA Sales production': ['CRM quote sync', 'Renewal reminders'],
  'North America Sales production': ['Order desk'],
  'Customer Success production': ['Onboarding packs'],
  'Finance & Procurement production': ['Invoice archive'],
  'Automation Hub production': ['Nightly workspace report', 'Template roll-out'],
};

/** `sha256:` over the RFC 8785 form of the document without its digest (surface.md). */
export function digestOf(document: Record<string, unknown>): string {
  const { digest: _digest, ...rest } = document;
  return `sha256:${createHash('sha256')
    .update(canonicalize(rest) ?? '')
    .digest('hex')}`;
}

/** The file's text. */
export function snapshotOf(options: SeedOptions): string {
  const { organization, tags = {}, usedBy = {}, hints = {} } = options;
  const known = options.ownerKnown ?? (() => true);
  const at = options.takenAt ?? new Date().toISOString();
  const byId = <T extends { id: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const workspaces = organization.workspaces.map((workspace) => ({
    id: `w-${workspace.id}`,
    pandadocId: null,
    name: workspace.name,
    kind: 'standard',
    status: 'active',
  }));
  const users = organization.users.map((user) => {
    const tag = tags[user.email.toLowerCase()];
    const name = `${user.firstName} ${user.lastName}`.trim();
    return {
      id: `u-${user.id}`,
      pandadocId: null,
      email: user.email,
      name: name === '' ? null : name,
      kind: tag?.kind ?? null,
      orgAdmin: tag?.orgAdmin ?? null,
      license: user.license,
      status: 'active',
    };
  });
  const memberships = organization.memberships
    .map((membership) => ({
      userId: `u-${membership.userId}`,
      workspaceId: `w-${membership.workspaceId}`,
      membershipId: null,
      role: membership.role,
      status: membership.status,
    }))
    .sort((a, b) => {
      const one = `${a.userId} ${a.workspaceId}`;
      const other = `${b.userId} ${b.workspaceId}`;
      return one < other ? -1 : 1;
    });
  const keys = organization.livingKeys().map((key) => {
    const workspace = organization.workspaceById(key.workspaceId).name;
    const slot = `${workspace} ${key.type}`;
    const entered = { source: 'entered', at, adapter: null };
    const owner = known(workspace, key.type) ? `u-${key.ownerId}` : null;
    return {
      id: `k-${key.workspaceId}-${key.type}`,
      workspaceId: `w-${key.workspaceId}`,
      type: key.type,
      label: `${key.type} key`,
      hint: hints[slot] ?? null,
      status: 'active',
      generation: 1,
      ownerId: owner,
      createdOn: owner === null ? null : key.createdOn,
      rotatedOn: null,
      verifiedOn: null,
      rotationDays: null,
      usedBy: usedBy[slot] ?? [],
      demand: {},
      notes: null,
      provenance: {
        ...(owner === null ? {} : { ownerId: entered, createdOn: entered }),
        ...(hints[slot] === undefined ? {} : { hint: entered }),
        ...((usedBy[slot] ?? []).length > 0 ? { usedBy: entered } : {}),
      },
    };
  });
  const document: Record<string, unknown> = {
    format: 'keyholder.snapshot',
    version: 1,
    id: randomUUID(),
    takenAt: at,
    label: null,
    region: organization.region,
    organization: organization.name,
    previous: null,
    workspaces: byId(workspaces),
    users: byId(users),
    memberships,
    keys: byId(keys),
    findings: [],
    coverage: Object.fromEntries(workspaces.map(({ id }) => [id, { keys: null, members: null }])),
  };
  return `${JSON.stringify({ ...document, digest: digestOf(document) }, null, 2)}\n`;
}
