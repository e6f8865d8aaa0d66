/** A made-up estate as stored records, for tests of views and for pictures. */
import type { Fact, Field } from '../../lib/domain/facts.ts';
import type { Handover } from '../../lib/domain/handover.ts';
import {
  newGeneration,
  newKey,
  newMembership,
  newOrganization,
  newUser,
  newWorkspace,
} from '../../lib/domain/new-records.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import type { Day, Instant, KeyStatus, KeyType, Region, UserKind } from '../../lib/domain/words.ts';

export interface SampleKey {
  id: string;
  workspace: string;
  type: KeyType;
  owner?: string;
  label?: string;
  hint?: string;
  status?: KeyStatus;
  made?: Day;
  usedBy?: string[];
  /** Owner and date were concluded from Generate, and wait for a confirmation. */
  proposed?: boolean;
  /** A page has since named another owner. */
  conflict?: string;
}

export interface Sample {
  organization: { id: string; region: Region; name: string | null };
  workspaces: { id: string; name: string; keysRead?: number | null; membersRead?: number | null; service?: boolean }[];
  users: {
    id: string;
    name: string | null;
    email: string | null;
    kind?: UserKind;
    orgAdmin?: 'yes' | 'no';
    /** Workspace → role. */
    roles?: Record<string, string>;
  }[];
  keys: SampleKey[];
}

/** A handover of the removal of Dana from EMEA Sales, with a step done. */
export const sampleHandover: Handover = {
  id: 'h-dana',
  region: 'us',
  revision: 2,
  organizationId: 'org-us',
  startedAt: '2026-11-20T09:00:00.000Z',
  origin: 'warning',
  action: { kind: 'remove', users: ['u-dana'], scope: { workspaces: ['w-emea'] } },
  only: null,
  keys: [{ keyId: 'k1', generation: 1, successorId: 'u-svc' }],
  ticks: [{ step: 'tell:k1', at: '2026-11-21T09:00:00.000Z' }],
  closedAt: null,
};

const dayMs = 86_400_000;

/** Records of several samples, as of an instant. Numbers of days count back from it. */
export function recordsOf(samples: readonly Sample[], now: Instant): MappingRecords {
  const ago = (days: number): Instant => new Date(Date.parse(now) - days * dayMs).toISOString();
  const records: MappingRecords = {
    organizations: [],
    workspaces: [],
    users: [],
    memberships: [],
    keys: [],
    coverage: [],
  };
  const say = <T>(value: T | undefined | null, source: Fact<T>['source'], days = 3): Field<T> =>
    value === undefined || value === null
      ? {}
      : { [source]: { value, source, at: ago(days), adapter: source === 'page' ? 'members' : null } };
  for (const { organization, workspaces, users, keys } of samples) {
    const { id: organizationId, region } = organization;
    records.organizations.push({
      ...newOrganization(organizationId, region),
      revision: 1,
      name: say(organization.name, 'page'),
    });
    for (const { id, name, keysRead = 3, membersRead = 3, service } of workspaces) {
      records.workspaces.push({
        ...newWorkspace(id, region, organizationId),
        revision: 1,
        name: say(name, 'page'),
        ...(service && { kind: say('service' as const, 'entered') }),
      });
      const reading = (days: number | null) =>
        days === null ? null : { at: ago(days), complete: true, adapter: 'members' };
      if (keysRead !== null || membersRead !== null) {
        records.coverage.push({ id, region, keys: reading(keysRead), members: reading(membersRead) });
      }
    }
    for (const { id, name, email, kind, orgAdmin, roles = {} } of users) {
      records.users.push({
        ...newUser(id, region, organizationId),
        revision: 1,
        name: say(name, 'page'),
        email: say(email, 'page'),
        kind: say(kind, 'entered'),
        orgAdmin: say(orgAdmin, 'entered'),
      });
      for (const [workspaceId, role] of Object.entries(roles)) {
        records.memberships.push({
          ...newMembership(region, id, workspaceId),
          revision: 1,
          role: say(role, 'page'),
          lastAdminAt: role === 'Admin' ? ago(3) : null,
        });
      }
    }
    for (const key of keys) {
      const from = key.proposed ? 'inferred' : 'entered';
      records.keys.push({
        ...newKey(key.id, region, key.workspace, key.type),
        revision: 1,
        label: say(key.label, 'entered'),
        usedBy: say(key.usedBy, 'entered'),
        generations: [
          {
            ...newGeneration(1),
            hint: say(key.hint, 'entered'),
            ownerId: { ...say(key.owner, from), ...say(key.conflict, 'page', 1) },
            createdOn: say(key.made, from),
            status: say(key.status ?? 'active', 'page'),
            lastSeenAt: ago(3),
          },
        ],
      });
    }
  }
  return records;
}

/** Two regions, owners of every type, some unknown, some pages never read. */
export const northwind: Sample = {
  organization: { id: 'org-us', region: 'us', name: 'Northwind Traders' },
  workspaces: [
    { id: 'w-emea', name: 'EMEA Sales' },
    { id: 'w-na', name: 'North America Sales' },
    { id: 'w-legal', name: 'Legal', membersRead: 48 },
    { id: 'w-fin', name: 'Finance', keysRead: null, membersRead: null },
    { id: 'w-ops', name: 'Org operations', service: true },
    { id: 'w-hr', name: 'People team' },
  ],
  users: [
    {
      id: 'u-dana',
      name: 'Dana Whitfield',
      email: 'dana.whitfield@northwind.example',
      kind: 'person',
      roles: {
        'w-emea': 'Admin',
        'w-na': 'Admin',
        'w-legal': 'Member',
        'w-fin': 'Member',
        'w-ops': 'Admin',
        'w-hr': 'Member',
      },
    },
    {
      id: 'u-svc',
      name: 'Integrations',
      email: 'svc-integrations@northwind.example',
      kind: 'service-account',
      roles: { 'w-emea': 'Admin', 'w-na': 'Admin' },
    },
    {
      id: 'u-abbott',
      name: 'Noor Abbott',
      email: 'noor.abbott@northwind.example',
      roles: {
        'w-emea': 'Member',
        'w-na': 'Member',
        'w-legal': 'Member',
        'w-fin': 'Member',
        'w-ops': 'Member',
        'w-hr': 'Member',
      },
    },
    {
      id: 'u-root',
      name: 'Apinya Robotham',
      email: 'apinya@northwind.example',
      kind: 'person',
      orgAdmin: 'yes',
      roles: { 'w-ops': 'Admin', 'w-legal': 'Admin' },
    },
    {
      id: 'u-orgsvc',
      name: 'Provisioning',
      email: 'svc-provisioning@northwind.example',
      kind: 'service-account',
      orgAdmin: 'yes',
      roles: { 'w-ops': 'Admin' },
    },
    { id: 'u-miguel', name: 'Miguel Ferreira', email: 'miguel@northwind.example', roles: { 'w-hr': 'Admin' } },
  ],
  keys: [
    {
      id: 'k1',
      workspace: 'w-emea',
      type: 'production',
      owner: 'u-dana',
      label: 'Order desk',
      hint: '9f3c',
      made: '2026-10-09',
      usedBy: ['CRM sync', 'Billing export'],
    },
    { id: 'k2', workspace: 'w-emea', type: 'sandbox', owner: 'u-dana', made: '2026-03-02' },
    { id: 'k3', workspace: 'w-na', type: 'production', owner: 'u-svc', hint: 'a1d0', usedBy: ['Quote builder'] },
    { id: 'k4', workspace: 'w-legal', type: 'production' },
    { id: 'k5', workspace: 'w-ops', type: 'production', owner: 'u-orgsvc', hint: '77be', usedBy: ['SCIM bridge'] },
    { id: 'k6', workspace: 'w-hr', type: 'production', owner: 'u-miguel', proposed: true, made: '2026-11-20' },
    { id: 'k7', workspace: 'w-hr', type: 'sandbox', status: 'unknown' },
    {
      id: 'k8',
      workspace: 'w-na',
      type: 'sandbox',
      owner: 'u-abbott',
      conflict: 'u-svc',
      status: 'presumed-dead',
      hint: '02ac',
    },
  ],
};

export const northwindEu: Sample = {
  organization: { id: 'org-eu', region: 'eu', name: 'Northwind Europe' },
  workspaces: [{ id: 'w-dach', name: 'DACH Vertrieb' }],
  users: [
    {
      id: 'u-lena',
      name: 'Lena Brandt',
      email: 'lena.brandt@northwind.example',
      kind: 'person',
      roles: { 'w-dach': 'Admin' },
    },
  ],
  keys: [{ id: 'k9', workspace: 'w-dach', type: 'production', owner: 'u-lena', hint: 'e0e1', made: '2026-06-01' }],
};
