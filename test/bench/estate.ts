/** Estates of any size, made anew from a seed: the same for everybody who asks for the same. */
import type { Key, Mapping, Membership } from '../../lib/domain/mapping.ts';
import { numbersFrom } from '../support/numbers.ts';

/** The moment at which every bench looks at its estate. */
export const benchNow = '2026-06-01T12:00:00.000Z';

const first = ['Dana', 'Priya', 'Tomasz', 'Apinya', 'Beatrix', 'Jonas', 'Léa', 'Marek', 'Inês', 'Søren'];
const last = ['Okafor', 'Raman', 'Wieczorek', 'Suwannarat', 'Stone', 'Abbott', 'Robotham', 'Keller', 'Dubois', 'Costa'];
const uses = ['CRM sync', 'Billing export', 'Order desk', 'Invoice archive', 'HR letters', 'Data warehouse'];

function day(random: () => number): string {
  return new Date(Date.parse(benchNow) - Math.floor(random() * 900) * 86_400_000).toISOString().slice(0, 10);
}

/**
 * An estate of so many keys: two for each workspace, an eighth as many people where nothing else is said, of whom one in ten
 * is a service account that owns a good part of the keys, as estates that grew are; some owners are unknown, some keys dead, some workspaces unread.
 */
export function estate(keys: number, { seed = 1, people = Math.max(1, Math.ceil(keys / 8)) } = {}): Mapping {
  const random = numbersFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const id = (prefix: string, at: number): string => `${prefix}${String(at).padStart(6, '0')}`;
  const places = Math.max(1, Math.ceil(keys / 2));
  const services = Math.max(1, Math.ceil(people / 10));
  const owners = Array.from({ length: keys }, () =>
    random() < 0.1 ? null : random() < 0.6 ? Math.floor(random() * services) : Math.floor(random() * people),
  );
  const memberships = new Map<string, Membership>();
  const join = (user: number, workspace: number, role: string): void => {
    const [userId, workspaceId] = [id('u', user), id('w', workspace)];
    const key = `${userId} ${workspaceId}`;
    if (memberships.has(key)) return;
    const lastAdminAt = role === 'Admin' ? benchNow : null;
    memberships.set(key, { userId, workspaceId, membershipId: null, role, status: 'active', lastAdminAt });
  };
  owners.forEach((owner, at) => {
    if (owner !== null) join(owner, Math.floor(at / 2), random() < 0.9 ? 'Admin' : 'Manager');
    join(Math.floor(random() * people), Math.floor(at / 2), 'Member');
  });
  const provenance = { source: 'entered', at: benchNow, adapter: null } as const;
  return {
    region: 'us',
    organization: { id: 'o', name: 'Contoso Freight' },
    workspaces: Array.from({ length: places }, (_, at) => ({
      id: id('w', at),
      pandadocId: null,
      name: `Region ${String(at + 1)} ${pick(['Sales', 'Legal', 'People', 'Finance'])}`,
      kind: random() < 0.05 ? 'service' : 'standard',
      status: 'active',
    })),
    users: Array.from({ length: people }, (_, at) => ({
      id: id('u', at),
      pandadocId: null,
      email: at < services ? `svc-${String(at)}@contoso.example` : `person.${String(at)}@contoso.example`,
      name: at < services ? `Integration ${String(at)}` : `${pick(first)} ${pick(last)}`,
      kind: at < services ? 'service-account' : random() < 0.7 ? 'person' : null,
      orgAdmin: random() < 0.02 ? 'yes' : null,
      license: 'Full',
      status: random() < 0.01 ? 'removed' : 'active',
    })),
    memberships: [...memberships.values()],
    keys: owners.map((owner, at): Key => {
      const type = at % 2 === 0 ? 'production' : 'sandbox';
      return {
        id: id('k', at),
        workspaceId: id('w', Math.floor(at / 2)),
        type,
        label: `${type} key`,
        hint:
          random() < 0.5
            ? Math.floor(random() * 65_536)
                .toString(16)
                .padStart(4, '0')
            : null,
        status: random() < 0.05 ? 'presumed-dead' : 'active',
        generation: 1,
        ownerId: owner === null ? null : id('u', owner),
        createdOn: random() < 0.8 ? day(random) : null,
        rotatedOn: null,
        verifiedOn: null,
        rotationDays: null,
        usedBy: random() < 0.6 ? [pick(uses)] : [],
        demand: random() < 0.3 ? { create: 10 + Math.floor(random() * 200) } : {},
        notes: null,
        provenance: owner === null ? {} : { ownerId: provenance },
      };
    }),
    coverage: Object.fromEntries(
      Array.from({ length: places }, (_, at): [string, Mapping['coverage'][string]] => {
        const read = random() < 0.8 ? { at: benchNow, complete: true } : null;
        return [id('w', at), { keys: read, members: read }];
      }),
    ),
  };
}

/** The same estate some weeks later: some keys renamed, re-owned or dead, a few people tagged otherwise. */
export function later(mapping: Mapping, seed = 2): Mapping {
  const random = numbersFrom(seed);
  const someone = mapping.users[0]!.id;
  return {
    ...mapping,
    users: mapping.users.map((user) => (random() < 0.05 ? { ...user, kind: 'person' } : user)),
    keys: mapping.keys.map((key) => {
      const chance = random();
      if (chance < 0.05) return { ...key, ownerId: someone };
      if (chance < 0.1) return { ...key, status: 'presumed-dead' };
      return chance < 0.15 ? { ...key, notes: 'Looked at.' } : key;
    }),
  };
}
