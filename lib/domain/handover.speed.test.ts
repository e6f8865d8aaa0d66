import { expect, test } from 'vitest';
import { aKey, aMapping, aMembership, aUser, aWorkspace } from '../../test/support/mappings.ts';
import { type Handover, planHandover } from './handover.ts';
import { indexMapping } from './mapping.ts';
import { defaultPolicy } from './policy.ts';

const now = '2026-06-01T12:00:00.000Z';

/** Somebody who owns so many keys, and a service account that owns as many and is Admin beside them everywhere. */
function cost(count: number): number {
  const users = [aUser('u1'), aUser('u2', { kind: 'service-account' })];
  const workspaces = Array.from({ length: count }, (_, at) => aWorkspace(`w${at}`));
  const index = indexMapping(
    aMapping({
      users,
      workspaces,
      memberships: workspaces.flatMap(({ id }) => users.map((user) => aMembership(user.id, id, 'Admin'))),
      keys: workspaces.flatMap(({ id }) =>
        users.map((user) => aKey(`${user.id}-${id}`, id, user.id, { demand: { create: 1 } })),
      ),
    }),
  );
  const theirs = index.keysByOwner.get('u1')!;
  const handover: Handover = {
    id: 'h',
    region: 'us',
    revision: 1,
    organizationId: 'o',
    origin: 'list',
    startedAt: now,
    action: { kind: 'remove', users: ['u1'], scope: 'all' },
    only: null,
    keys: theirs.map(({ id, generation }) => ({ keyId: id, generation, successorId: null })),
    ticks: [],
    closedAt: null,
  };
  const before = process.cpuUsage();
  expect(planHandover(index, handover, now, defaultPolicy).keys).toHaveLength(count);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test('the plan for an owner of two thousand keys costs about ten times as much as for one of two hundred', () => {
  cost(200);
  const small = Math.min(cost(200), cost(200), cost(200));
  // Quadratic would be a hundred times: each key's successors were weighed with all their keys anew.
  expect(Math.min(cost(2000), cost(2000)) / small).toBeLessThan(30);
});
