/**
 * `npm run bench`: how the cost of a verdict grows with the size of the estate, and what ships against its target. Medians
 * of one run; ratios to the smallest size, since absolute times say more about the machine than about us.
 */
import { impact } from '../../lib/domain/impact.ts';
import { indexMapping } from '../../lib/domain/mapping.ts';
import type { Mapping } from '../../lib/domain/mapping.ts';
import { indexPeople, sliceFor } from '../../lib/domain/stakes.ts';
import { reportSizes } from '../tools/sizes.ts';
import { defaultPolicy } from '../../lib/domain/policy.ts';

const now = '2026-01-01T00:00:00.000Z';

/** An estate of so many keys: ten keys for each workspace, a user for each two keys. */
function estate(keys: number): Mapping {
  const ids = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}${String(at)}`);
  const workspaces = ids(Math.max(1, keys / 10), 'w');
  const users = ids(Math.max(1, keys / 2), 'u');
  return {
    region: 'us',
    organization: { id: 'o', name: null },
    workspaces: workspaces.map((id) => ({ id, pandadocId: null, name: id, kind: 'standard', status: 'active' })),
    users: users.map((id) => ({
      id,
      pandadocId: null,
      email: `${id}@a.example`,
      name: id,
      kind: null,
      orgAdmin: null,
      license: null,
      status: 'active',
    })),
    memberships: users.map((userId, at) => ({
      userId,
      workspaceId: workspaces[at % workspaces.length]!,
      membershipId: null,
      role: 'Admin',
      status: 'active',
      lastAdminAt: now,
    })),
    keys: ids(keys, 'k').map((id, at) => ({
      id,
      workspaceId: workspaces[at % workspaces.length]!,
      type: at % 2 ? 'sandbox' : 'production',
      label: id,
      hint: null,
      status: 'active',
      generation: 1,
      ownerId: users[at % users.length]!,
      createdOn: null,
      rotatedOn: null,
      verifiedOn: null,
      rotationDays: null,
      usedBy: [],
      demand: {},
      notes: null,
      provenance: {},
    })),
    coverage: {},
  };
}

function medianMs(run: () => void): number {
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[10]!;
}

console.log('keys      index      slice for 50 people      verdict (ms, medians of 21)');
for (const size of [10, 100, 1_000, 10_000]) {
  const mapping = estate(size);
  const index = indexMapping(mapping);
  const people = indexPeople(mapping);
  const asked = mapping.users.slice(0, 50);
  const figures = [
    medianMs(() => void indexMapping(mapping)),
    medianMs(() => void sliceFor(index, people, asked)),
    medianMs(
      () => void impact(index, { kind: 'remove', users: ['u0'], scope: { workspaces: ['w0'] } }, now, defaultPolicy),
    ),
  ];
  console.log([String(size).padEnd(6), ...figures.map((ms) => ms.toFixed(3).padStart(12))].join(' '));
}
reportSizes();
