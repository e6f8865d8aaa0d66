import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aKey, anIndex, aUser, aWorkspace } from '../../test/support/mappings.ts';
import {
  type Demanding,
  groupOf,
  groupWithKey,
  levelOf,
  rateGroupOf,
  rateGroups,
  spreadOwners,
  usesOf,
} from './rate-budget.ts';
import { defaultRateLimits, limitsFor, rateLimitOf } from './rate-limits.ts';
import { defaultPolicy } from './policy.ts';

const demanding = (...calls: number[]): Demanding[] =>
  calls.map((create, n) => ({ id: `k${n}`, type: 'production', demand: { create } }));
const percent = (use: number | null | undefined): number => Math.round((use ?? Number.NaN) * 100);

describe('the worked examples of product.md', () => {
  test.each([
    ['3 × 220/min on 500', [220, 220, 220], 132, 'throttled', [44, 44, 44], 3],
    ['3 × 150/min on 500', [150, 150, 150], 90, 'tight', [60, 30], 2],
  ])('%s', (_, calls, together, level, spread, atLeast) => {
    const keys = demanding(...calls);
    const [create] = usesOf(keys, defaultPolicy);
    expect([percent(create?.use), create?.level]).toEqual([together, level]);
    const advice = spreadOwners(keys, defaultPolicy);
    expect(advice.owners.map(({ classes }) => percent(classes[0]?.use))).toEqual(spread);
    expect(advice).toMatchObject({ atLeast, oversized: [], notPlaced: [] });
  });
});

test.each([
  [0, 'fine'],
  [0.699, 'fine'],
  [0.7, 'watch'],
  [0.799, 'watch'],
  [0.8, 'tight'],
  [0.999, 'tight'],
  [1, 'throttled'],
  [1.3, 'throttled'],
])('a use of %d is %s', (use, level) => expect(levelOf(use, defaultPolicy.rateThresholds)).toBe(level));

test('a sum of decimals that is a threshold counts as that threshold', () => {
  const keys = [35.1, 17.55, 17.35].map((download, n): Demanding => ({
    id: `k${n}`,
    type: 'production',
    demand: { download },
  }));
  expect(usesOf(keys, defaultPolicy)[0]?.level).toBe('watch');
});

describe('a group', () => {
  test('is the living keys of one owner; classes are compared without regard to case', () => {
    const index = anIndex({
      workspaces: [aWorkspace('A')],
      users: [aUser('dana')],
      keys: [
        aKey('a', 'A', 'dana', { demand: { create: 220 } }),
        aKey('b', 'A', 'dana', { demand: { Create: 180, send: 30 }, status: 'narrowed' }),
        aKey('c', 'A', 'dana', { demand: { create: 999 }, status: 'revoked' }),
        aKey('d', 'A', 'dana'),
        aKey('e', 'A', 'robin', { demand: { create: 400 } }),
        aKey('f', 'A', null, { demand: { create: 400 } }),
        aKey('g', 'A', 'gone', { demand: { create: 400 }, status: 'revoked' }),
      ],
    });
    expect(rateGroupOf(index, 'dana', defaultPolicy)).toEqual({
      ownerId: 'dana',
      keyIds: ['a', 'b', 'd'],
      classes: [
        { name: 'create', type: 'production', demand: 400, limit: 500, use: 0.8, level: 'tight' },
        { name: 'send', type: 'production', demand: 30, limit: 400, use: 0.075, level: 'fine' },
      ],
      undeclared: ['d'],
      level: 'tight',
    });
    expect(rateGroups(index, defaultPolicy).map(({ ownerId }) => ownerId)).toEqual(['dana', 'robin']);
  });

  test('nothing declared is not known, and a declared 0 is 0', () => {
    expect(groupOf('x', [{ id: 'k', type: 'production', demand: {} }], defaultPolicy)).toMatchObject({
      classes: [],
      undeclared: ['k'],
      level: null,
    });
    expect(groupOf('x', [{ id: 'k', type: 'production', demand: { create: 0 } }], defaultPolicy)).toMatchObject({
      undeclared: [],
      level: 'fine',
    });
  });

  test('a class without a known limit has no use', () => {
    const [use] = usesOf([{ id: 'k', type: 'production', demand: { users: 5 } }], defaultPolicy);
    expect(use).toEqual({ name: 'users', type: 'production', demand: 5, limit: null, use: null, level: null });
  });

  test('a sandbox key has ten calls a minute in every class, counted apart', () => {
    const uses = usesOf(
      [
        { id: 'p', type: 'production', demand: { create: 250 } },
        { id: 's', type: 'sandbox', demand: { create: 9, users: 10 } },
      ],
      defaultPolicy,
    );
    expect(uses.map(({ type, name, limit, level }) => [type, name, limit, level])).toEqual([
      ['production', 'create', 500, 'fine'],
      ['sandbox', 'create', 10, 'tight'],
      ['sandbox', 'users', 10, 'throttled'],
    ]);
  });

  test('limits and thresholds are data', () => {
    const limits = {
      ...defaultRateLimits,
      classes: [{ name: 'Create', perMinute: 100, asOf: '2026-01-01', source: 'x' }],
    };
    expect(rateLimitOf(limits, 'create')).toBe(100);
    expect(rateLimitOf(limits, 'send')).toBeNull();
    const thresholds = { watch: 0.1, tight: 0.2, throttled: 0.3, target: 0.5 };
    expect(usesOf(demanding(25), { rateLimits: limits, rateThresholds: thresholds })[0]).toMatchObject({
      use: 0.25,
      level: 'tight',
    });
    expect(spreadOwners(demanding(50, 50), { rateLimits: limits, rateThresholds: thresholds }).owners).toHaveLength(2);
  });

  test('an organization’s own figures take the place of the published ones', () => {
    const limits = limitsFor({ Create: 250, users: 60 });
    expect(['create', 'users', 'send'].map((name) => rateLimitOf(limits, name))).toEqual([250, 60, 400]);
    expect(limits.classes.filter(({ name }) => name.toLowerCase() === 'create')).toHaveLength(1);
  });

  test('every default limit says since when and by whom', () => {
    for (const { perMinute, asOf, source } of [...defaultRateLimits.classes, defaultRateLimits.sandbox]) {
      expect(perMinute).toBeGreaterThan(0);
      expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(source).not.toBe('');
    }
  });
});

test('whatever order the keys come in, lists are sorted: equal inputs give equal outputs', () => {
  const keys: Demanding[] = [
    { id: 'z', type: 'production', demand: { send: 1, create: 2 } },
    { id: 'b', type: 'sandbox', demand: { create: 1 } },
    { id: 'y', type: 'production', demand: {} },
    { id: 'a', type: 'production', demand: { download: 3 } },
    { id: 'c', type: 'production', demand: {} },
  ];
  const group = groupOf('x', keys, defaultPolicy);
  expect(group.keyIds).toEqual(['a', 'b', 'c', 'y', 'z']);
  expect(group.undeclared).toEqual(['c', 'y']);
  expect(group.classes.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'production create',
    'production download',
    'production send',
    'sandbox create',
  ]);
  expect(groupOf('x', [...keys].reverse(), defaultPolicy)).toEqual(group);
  const index = anIndex({ keys: [aKey('1', 'A', 'zoe'), aKey('2', 'A', 'ana'), aKey('3', 'A', 'mia')] });
  expect(rateGroups(index, defaultPolicy).map(({ ownerId }) => ownerId)).toEqual(['ana', 'mia', 'zoe']);
  expect(rateGroupOf(index, 'nobody', defaultPolicy)).toEqual({
    ownerId: 'nobody',
    keyIds: [],
    classes: [],
    undeclared: [],
    level: null,
  });
});

describe('the advice', () => {
  test('largest first, into the first owner that has room in every class', () => {
    const keys: Demanding[] = [
      { id: 'a', type: 'production', demand: { create: 100, send: 200 } },
      { id: 'b', type: 'production', demand: { create: 300 } },
      { id: 'c', type: 'production', demand: { send: 60 } },
      { id: 'd', type: 'production', demand: { create: 50 } },
    ];
    expect(spreadOwners(keys, defaultPolicy).owners.map(({ keyIds }) => keyIds)).toEqual([['b', 'c', 'd'], ['a']]);
  });

  test('a key that is too much alone gets an owner of its own, and says so; what is not declared is not placed', () => {
    const advice = spreadOwners(
      [
        ...demanding(600, 100, 360),
        { id: 'none', type: 'production', demand: {} },
        { id: 'other', type: 'production', demand: { users: 4 } },
        { id: 'zero', type: 'production', demand: { create: 0 } },
      ],
      defaultPolicy,
    );
    expect(advice.owners.map(({ keyIds }) => keyIds)).toEqual([['k0'], ['k2'], ['k1']]);
    expect(advice).toMatchObject({ oversized: ['k0', 'k2'], notPlaced: ['none', 'other', 'zero'], atLeast: 3 });
  });

  test.each([
    ['the sum', [140, 140, 140, 140, 140], 2],
    ['a full owner is one owner', [175, 175], 1],
    ['keys over half an owner', [180, 180, 180, 180], 4],
    ['nothing', [], 0],
  ])('at least: %s', (_, calls, atLeast) =>
    expect(spreadOwners(demanding(...calls), defaultPolicy).atLeast).toBe(atLeast),
  );

  test('keys of the same size go by their id, and a target that is just met is met', () => {
    expect(
      spreadOwners(demanding(350).concat(demanding(350).map((k) => ({ ...k, id: 'a' }))), defaultPolicy),
    ).toMatchObject({
      owners: [{ keyIds: ['a'] }, { keyIds: ['k0'] }],
      oversized: [],
      atLeast: 2,
    });
    // Exactly half each: two fit together.
    expect(spreadOwners(demanding(175, 175), defaultPolicy)).toMatchObject({ atLeast: 1, oversized: [] });
  });

  test('a demand of nothing, or less, takes no owner', () => {
    const odd: Demanding[] = [
      { id: 'zero', type: 'production', demand: { create: 0 } },
      { id: 'less', type: 'production', demand: { create: -600, send: 10 } },
    ];
    expect(spreadOwners(odd, defaultPolicy)).toMatchObject({
      owners: [{ keyIds: ['less'] }],
      notPlaced: ['zero'],
      atLeast: 1,
    });
  });

  test('laws: each key once, nobody over the target who could have been placed, never fewer owners than the bound', () => {
    const aDemand = fc.record(
      { create: fc.integer({ min: 1, max: 520 }), send: fc.integer({ min: 1, max: 420 }) },
      { requiredKeys: [] },
    );
    const someKeys = fc
      .array(aDemand, { maxLength: 12 })
      .map((demands) => demands.map((demand, n): Demanding => ({ id: `k${n}`, type: 'production', demand })));
    fc.assert(
      fc.property(someKeys, (keys) => {
        const { owners, atLeast, oversized, notPlaced } = spreadOwners(keys, defaultPolicy);
        expect([...owners.flatMap(({ keyIds }) => keyIds), ...notPlaced].sort()).toEqual(
          keys.map(({ id }) => id).sort(),
        );
        for (const { keyIds, classes } of owners) {
          if (keyIds.some((id) => oversized.includes(id))) continue;
          for (const { use } of classes) expect(use).toBeLessThanOrEqual(0.7 + 1e-6);
        }
        expect(owners.length).toBeGreaterThanOrEqual(atLeast);
        // First-fit opens an owner only where none had room, so at most one is at half or less of one class alone.
        const single = keys.every(({ demand }) => demand.send === undefined);
        if (single) {
          const loads = owners.map(({ classes }) => classes[0]?.use ?? 0);
          expect(loads.filter((load) => load <= 0.35).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('a group with one key more is the group of all of them', () => {
  const aClass = fc.constantFrom('create', 'Create', ' send', 'download', '1', '__proto__');
  const aDemand = fc
    .array(fc.tuple(aClass, fc.integer({ min: 0, max: 600 })), { maxLength: 3 })
    .map((pairs): Record<string, number> => Object.fromEntries(pairs));
  const aDemanding = fc.record({ type: fc.constantFrom('production' as const, 'sandbox' as const), demand: aDemand });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,3}$/), aDemanding), {
        minLength: 1,
        selector: ([id]) => id,
      }),
      (pairs) => {
        const keys = pairs.map(([id, key]): Demanding => ({ id, ...key }));
        const [last, ...others] = [...keys].reverse();
        const group = groupOf('u1', others.reverse(), defaultPolicy);
        expect(groupWithKey(group, last!, defaultPolicy)).toEqual(groupOf('u1', keys, defaultPolicy));
      },
    ),
  );
});
