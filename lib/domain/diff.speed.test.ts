import { expect, test } from 'vitest';
import { aKey, aMembership, aUser, aWorkspace } from '../../test/support/mappings.ts';
import { diff, type DiffSide } from './diff.ts';

/** An estate with a tenth as many workspaces and half as many people as keys; each seventh key has a status of its own. */
function estate(count: number, status: 'active' | 'narrowed'): DiffSide {
  const places = count / 10;
  return {
    region: 'us',
    organization: 'Northwind',
    workspaces: Array.from({ length: places }, (_, index) => aWorkspace(`w${index}`)),
    users: Array.from({ length: count / 2 }, (_, index) => aUser(`u${index}`)),
    memberships: Array.from({ length: count }, (_, index) =>
      aMembership(`u${index >> 1}`, `w${index % places}`, 'Admin'),
    ),
    keys: Array.from({ length: count }, (_, index) =>
      aKey(`k${index}`, `w${index % places}`, `u${index >> 1}`, { status: index % 7 === 0 ? status : 'active' }),
    ),
    findings: [],
    coverage: {},
  };
}

test('a hundred thousand keys cost about ten times as much as ten thousand', () => {
  /** Processor time, in microseconds: the clock on the wall runs on while others have the machine. */
  const cost = (count: number): number => {
    const a = estate(count, 'active');
    const b = estate(count, 'narrowed');
    const before = process.cpuUsage();
    expect(diff(a, b)).toHaveLength(Math.ceil(count / 7));
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  cost(1000);
  const small = Math.min(cost(10_000), cost(10_000));
  // Quadratic would be a hundred times; collecting garbage costs more where there is more.
  expect(cost(100_000) / small).toBeLessThan(40);
});
