/** How long judging takes: apart from the examples, since it costs more than all of them together. */
import { expect, test } from 'vitest';
import { findAll } from '../domain/findings.ts';
import { indexMapping, type Mapping } from '../domain/mapping.ts';
import { rules } from './index.ts';
import { contextOf } from './support/example.ts';

test('a hundred thousand keys are judged in time that grows with them', () => {
  const template = contextOf({ keys: { k: {} } }).index.mapping;
  const estate = (size: number): Mapping => ({
    ...template,
    workspaces: Array.from({ length: size / 50 }, (_, n) => ({
      id: `w${n}`,
      pandadocId: null,
      name: `w${n}`,
      kind: n % 20 === 0 ? ('service' as const) : ('standard' as const),
      status: 'active' as const,
    })),
    users: Array.from({ length: size / 20 }, (_, n) => ({
      id: `u${n}`,
      pandadocId: null,
      email: null,
      name: `u${n}`,
      kind: n % 2 === 0 ? ('person' as const) : null,
      orgAdmin: n % 3 === 0 ? ('yes' as const) : null,
      license: null,
      status: 'active' as const,
    })),
    memberships: Array.from({ length: size }, (_, n) => ({
      // A few people are in very many workspaces, and own very many keys.
      userId: `u${n % 3 === 0 ? n % 5 : n % (size / 20)}`,
      workspaceId: `w${Math.floor(n / 50)}`,
      membershipId: null,
      role: 'Admin',
      status: 'active' as const,
      lastAdminAt: null,
    })),
    keys: Array.from({ length: size }, (_, n) => ({
      ...template.keys[0]!,
      id: `k${n}`,
      workspaceId: `w${n % (size / 50)}`,
      ownerId: `u${n % 3 === 0 ? n % 5 : n % (size / 20)}`,
      createdOn: '2026-01-01',
    })),
    coverage: {},
  });
  const time = (size: number): number => {
    const context = { ...contextOf({}), index: indexMapping(estate(size)) };
    findAll(rules, context);
    const start = performance.now();
    expect(findAll(rules, context).found.length).toBeGreaterThan(size);
    return performance.now() - start;
  };
  const [small, large] = [time(10_000), time(100_000)];
  // Ten times as much may take thirty times as long (sorting, caches), not a hundred times.
  expect(large).toBeLessThan(Math.max(small, 20) * 30);
}, 180_000);
