/** Mappings to look at: the demo's own, one that fills every table, and one whose names are longer than any column. */
import { randomUUID } from 'node:crypto';
import { demoTags, demoUses, digestOf, snapshotOf } from '../e2e/support/seed.ts';
import type { OrganizationState } from '../lookalike/server.ts';

/** Workspaces whose keys have owners that nobody said. */
const unsaid = new Set(['People Operations sandbox', 'Finance & Procurement sandbox']);

/** Northwind Trading as its admin would have entered it: owners of every type, some unknown. */
export function demoSnapshot(organization: OrganizationState): string {
  return snapshotOf({
    organization,
    tags: demoTags,
    usedBy: demoUses,
    hints: { 'EMEA Sales production': '9f3c', 'Automation Hub production': '41be' },
    ownerKnown: (workspace, type) => !unsaid.has(`${workspace} ${type}`),
  });
}

interface Shape {
  organization: string;
  workspaces: number;
  nameOf: (index: number) => string;
  person: (index: number) => { name: string; email: string };
  people: number;
  /** Keys of each type in a workspace. */
  each?: number;
}

function shaped({ organization, workspaces, nameOf, person, people, each = 1 }: Shape): string {
  const at = new Date().toISOString();
  const number = (index: number): string => String(index).padStart(5, '0');
  const kinds = ['person', 'service-account', null] as const;
  const places = Array.from({ length: workspaces }, (_, index) => ({
    id: `w-${number(index)}`,
    pandadocId: null,
    name: nameOf(index),
    kind: index % 9 === 8 ? 'service' : 'standard',
    status: 'active',
  }));
  const users = Array.from({ length: people }, (_, index) => ({
    id: `u-${number(index)}`,
    pandadocId: null,
    ...person(index),
    kind: kinds[index % 3],
    orgAdmin: index % 7 === 0 ? 'yes' : null,
    license: 'Full',
    status: 'active',
  }));
  const keys = places.flatMap((place, index) =>
    Array.from({ length: 2 * each }, (_, kind) => {
      const type = kind % 2 === 0 ? ('production' as const) : ('sandbox' as const);
      const owner = (index * 2 * each + kind) % (people + 1);
      const source = { source: 'entered', at, adapter: null };
      return {
        id: `k-${number(index * 2 * each + kind)}`,
        workspaceId: place.id,
        type,
        label: kind < 2 ? `${type} key` : `${type} key ${String(1 + (kind >> 1))}`,
        hint: index % 4 === 0 ? number(index).slice(-4) : null,
        status: index % 11 === 10 ? 'presumed-dead' : 'active',
        generation: 1,
        ownerId: owner === people ? null : `u-${number(owner)}`,
        createdOn: `20${20 + (index % 6)}-0${1 + (index % 9)}-1${index % 10}`,
        rotatedOn: null,
        verifiedOn: null,
        rotationDays: null,
        usedBy: [],
        demand: {},
        notes: null,
        provenance: owner === people ? {} : { ownerId: source, createdOn: source },
      };
    }),
  );
  const memberships = users
    .flatMap((user, index) =>
      places
        .filter((_, place) => place % people === index || (place * 2 + 1) % people === index)
        .map((place) => ({
          userId: user.id,
          workspaceId: place.id,
          membershipId: null,
          role: 'Admin',
          status: 'active',
        })),
    )
    .sort((a, b) => (`${a.userId} ${a.workspaceId}` < `${b.userId} ${b.workspaceId}` ? -1 : 1));
  const document: Record<string, unknown> = {
    format: 'keyholder.snapshot',
    version: 1,
    id: randomUUID(),
    takenAt: at,
    label: null,
    region: 'us',
    organization,
    previous: null,
    workspaces: places,
    users,
    memberships,
    keys,
    findings: [],
    coverage: Object.fromEntries(places.map(({ id }) => [id, { keys: null, members: null }])),
  };
  return JSON.stringify({ ...document, digest: digestOf(document) });
}

/** A large organization: 300 workspaces, 600 keys. */
export const fullSnapshot = (): string =>
  shaped({
    organization: 'Contoso Freight Holding',
    workspaces: 300,
    nameOf: (index) => `Region ${String(index + 1)} Sales`,
    person: (index) => ({
      name: `Integration Owner ${String(index + 1)}`,
      email: `owner.${String(index + 1)}@contoso.example`,
    }),
    people: 120,
  });

/** As large as it gets: 1,000 workspaces, 5,000 users, 10,000 keys. */
export const largestSnapshot = (): string =>
  shaped({
    organization: 'Fabrikam Logistics Group',
    workspaces: 1000,
    nameOf: (index) => `Branch ${String(index + 1)}`,
    person: (index) => ({
      name: `Integration Owner ${String(index + 1)}`,
      email: `owner.${String(index + 1)}@fabrikam.example`,
    }),
    people: 5000,
    each: 5,
  });

/** Names that are too long for wherever they stand. */
export const longSnapshot = (): string =>
  shaped({
    organization: 'Vereinigte Donaudampfschifffahrtsgesellschaft für Handel, Spedition und Lagerei',
    workspaces: 6,
    nameOf: (index) =>
      `${'Procurement, Contracts and Supplier Onboarding for Southern and Eastern Europe '.repeat(1 + (index % 2))}${String(index + 1)}`,
    person: (index) => ({
      name: `Maximiliana-Konstantina von Hohenberg-Weissenfels zu Altenstein ${String(index + 1)}`,
      email: `maximiliana-konstantina.von.hohenberg-weissenfels.zu.altenstein${String(index + 1)}@contracting.northwind.example`,
    }),
    people: 5,
  });
