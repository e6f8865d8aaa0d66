/**
 * The demo organization: what somebody finds who inherits an estate, so that every finding, question and warning can be
 * tried without a single real name. As the content of a backup, for a database of its own; dates count back from now.
 */
import type { BackupContent } from './backup.ts';
import type { Field } from './facts.ts';
import { newGeneration, newKey, newMembership, newOrganization, newUser, newWorkspace } from './new-records.ts';
import { type KeyRecord, membershipKey } from './records.ts';
import type { Instant, KeyStatus, KeyType, OrgAdmin, UserKind } from './words.ts';

const region = 'us';
const organizationId = 'demo-org';
const dayMs = 86_400_000;

/** Name, days since key page and list of people were read (`null`: never), whether it is a service workspace. */
const workspaces: [id: string, name: string, keysRead: number | null, membersRead: number | null, service?: true][] = [
  ['sales-emea', 'Sales EMEA', 2, 2],
  ['sales-us', 'Sales Americas', 2, 2],
  ['success', 'Customer Success', 2, 9],
  ['legal', 'Legal', 41, 44],
  ['people', 'People & Talent', 2, null],
  ['finance', 'Finance', 3, 3],
  ['hub', 'Integration Hub', 1, 1, true],
  ['partners', 'Partner Programme', null, null],
];

const users: [id: string, name: string, address: string, kind: UserKind | null, orgAdmin: OrgAdmin | null][] = [
  ['ingrid', 'Ingrid Solberg', 'ingrid.solberg', 'person', 'no'],
  ['mateo', 'Mateo Quiroga', 'mateo.quiroga', 'person', null],
  ['wanjiru', 'Wanjiru Kamau', 'wanjiru.kamau', 'person', 'yes'],
  ['svc-crm', 'CRM Connector', 'svc-crm', 'service-account', 'no'],
  ['svc-bill', 'Billing Connector', 'svc-billing', null, null],
  ['svc-org', 'Provisioning', 'svc-provisioning', 'service-account', 'yes'],
  ['haruto', 'Haruto Abe', 'haruto.abe', null, null],
  ['leonie', 'Leonie Brandt', 'leonie.brandt', null, null],
];

/** Who is what where. */
const memberships: [user: string, role: string, ...workspaces: string[]][] = [
  ['ingrid', 'Admin', 'sales-emea', 'sales-us', 'success', 'legal', 'people', 'partners'],
  ['mateo', 'Admin', 'success', 'sales-us'],
  ['mateo', 'Member', 'finance'],
  ['wanjiru', 'Admin', 'sales-emea', 'sales-us', 'finance', 'hub', 'legal'],
  ['svc-crm', 'Admin', 'sales-emea', 'sales-us'],
  ['svc-bill', 'Admin', 'finance'],
  ['svc-org', 'Admin', 'hub'],
  ['haruto', 'Member', 'sales-emea', 'success'],
  ['leonie', 'Admin', 'people'],
];

interface DemoKey {
  workspace: string;
  type: KeyType;
  owner?: string;
  hint?: string;
  /** Days since the secret was made. */
  age?: number;
  usedBy?: string[];
  demand?: Record<string, number>;
  status?: KeyStatus;
}

const keys: DemoKey[] = [
  {
    workspace: 'sales-emea',
    type: 'production',
    owner: 'ingrid',
    hint: '9f3c',
    age: 204,
    usedBy: ['Quote sync', 'Renewal reminders'],
    demand: { create: 220, send: 40 },
  },
  { workspace: 'sales-emea', type: 'sandbox', owner: 'svc-crm', age: 31 },
  {
    workspace: 'sales-us',
    type: 'production',
    owner: 'ingrid',
    hint: '41be',
    age: 82,
    usedBy: ['Order desk'],
    demand: { create: 220 },
  },
  { workspace: 'sales-us', type: 'sandbox', owner: 'wanjiru', age: 160 },
  {
    workspace: 'success',
    type: 'production',
    owner: 'ingrid',
    hint: '7d20',
    age: 61,
    usedBy: ['Onboarding packs'],
    demand: { create: 90, details: 120 },
  },
  { workspace: 'legal', type: 'production', owner: 'ingrid', age: 118, usedBy: ['Contract archive'] },
  { workspace: 'people', type: 'production', usedBy: ['Offer letters'] },
  { workspace: 'people', type: 'sandbox' },
  {
    workspace: 'finance',
    type: 'production',
    owner: 'svc-bill',
    hint: 'c4a8',
    age: 12,
    usedBy: ['Invoices'],
    demand: { create: 60 },
  },
  { workspace: 'finance', type: 'sandbox', owner: 'svc-bill', age: 12, status: 'presumed-dead' },
  { workspace: 'hub', type: 'production', owner: 'svc-org', age: 20, usedBy: ['Workspace set-up'] },
];

/** Everything of it, as of `now`: ids are the same each time, since nothing else lies in its database. */
export function demoContent(now: Instant, name: string): BackupContent {
  const ago = (days: number): Instant => new Date(Date.parse(now) - days * dayMs).toISOString();
  const say = <T>(value: T | null | undefined, source: 'entered' | 'page', days = 2): Field<T> =>
    value === null || value === undefined
      ? {}
      : { [source]: { value, source, at: ago(days), adapter: source === 'page' ? 'members' : null } };
  const reading = (days: number | null, adapter: string) =>
    days === null ? null : { at: ago(days), complete: true, adapter };
  return {
    organizations: [{ ...newOrganization(organizationId, region), revision: 1, name: say(name, 'entered') }],
    workspaces: workspaces.map(([id, title, , , service]) => ({
      ...newWorkspace(`demo-${id}`, region, organizationId),
      revision: 1,
      name: say(title, 'page'),
      ...(service && { kind: say('service' as const, 'entered') }),
    })),
    users: users.map(([id, title, address, kind, orgAdmin]) => ({
      ...newUser(`demo-${id}`, region, organizationId),
      revision: 1,
      name: say(title, 'page'),
      email: say(`${address}@meridian.example`, 'page'),
      license: say('Full', 'page'),
      kind: say(kind, 'entered'),
      orgAdmin: say(orgAdmin, 'entered'),
    })),
    memberships: memberships.flatMap(([user, role, ...places]) =>
      places.map((place) => ({
        ...newMembership(region, `demo-${user}`, `demo-${place}`),
        id: membershipKey(`demo-${user}`, `demo-${place}`),
        revision: 1,
        role: say(role, 'page'),
        lastAdminAt: role === 'Admin' ? ago(2) : null,
      })),
    ),
    keys: keys.map((key, index): KeyRecord => {
      const made = key.age === undefined ? null : ago(key.age).slice(0, 10);
      return {
        ...newKey(`demo-key-${index + 1}`, region, `demo-${key.workspace}`, key.type),
        revision: 1,
        usedBy: say(key.usedBy, 'entered'),
        demand: say(key.demand, 'entered'),
        generations: [
          {
            ...newGeneration(1),
            hint: say(key.hint, 'entered'),
            ownerId: say(key.owner && `demo-${key.owner}`, 'entered'),
            createdOn: say(made, 'entered'),
            status: say(key.status ?? ('active' as const), 'page'),
            lastSeenAt: ago(2),
          },
        ],
      };
    }),
    coverage: workspaces.flatMap(([id, , keysRead, membersRead]) =>
      keysRead === null && membersRead === null
        ? []
        : [{ id: `demo-${id}`, region, keys: reading(keysRead, 'keys'), members: reading(membersRead, 'members') }],
    ),
    handovers: [],
    readings: [],
    snapshots: [],
    log: [],
    meta: [],
  };
}
