/**
 * The rate budget: limits are for each user, over all keys of that user, so owners are what calls are counted by
 * (product.md, "Rate budget"). Demand is what people declared for a key; what was not declared is not known, never 0.
 */
import { nameKey } from './identity.ts';
import { isLiving } from './key-states.ts';
import type { Key, MappingIndex } from './mapping.ts';
import type { Policy } from './policy.ts';
import { rateLimitOf, type RateLimits, type RateThresholds } from './rate-limits.ts';
import { type KeyType, keyTypes } from './words.ts';

export const useLevels = ['fine', 'watch', 'tight', 'throttled'] as const;
export type UseLevel = (typeof useLevels)[number];

/** One class of calls of one owner. Sandbox keys have a limit of their own, so they are counted apart. */
export interface ClassUse {
  /** As the first key that declares it writes it. */
  name: string;
  type: KeyType;
  /** Declared calls a minute, all keys together. */
  demand: number;
  /** `null`: no limit of this class is known, so there is no use and no level either. */
  limit: number | null;
  /** demand ÷ limit: 1 = the whole limit. */
  use: number | null;
  level: UseLevel | null;
}

/** An owner's living keys: they share the limits. */
export interface RateGroup {
  ownerId: string;
  /** Sorted. */
  keyIds: string[];
  /** Production first, then by name. */
  classes: ClassUse[];
  /** Keys without any declared demand, sorted: what they take is not known. */
  undeclared: string[];
  /** The worst level of all classes; `null` where nothing that has a limit is declared. */
  level: UseLevel | null;
}

export type Demanding = Pick<Key, 'id' | 'type' | 'demand'>;

/** What of a policy a budget is worked out with. */
export type RatePolicy = Pick<Policy, 'rateLimits' | 'rateThresholds'>;

/** Decimal demands must not cross a threshold by the rounding of their sum. */
const grain = 1e-9;

/** The level of a share of a limit. */
export function levelOf(use: number, thresholds: RateThresholds): UseLevel {
  const rounded = use + grain;
  if (rounded >= thresholds.throttled) return 'throttled';
  if (rounded >= thresholds.tight) return 'tight';
  return rounded >= thresholds.watch ? 'watch' : 'fine';
}

function worst(levels: Iterable<UseLevel | null>): UseLevel | null {
  let most = -1;
  for (const level of levels) if (level !== null) most = Math.max(most, useLevels.indexOf(level));
  return useLevels[most] ?? null;
}

function limitFor(limits: RateLimits, name: string, type: KeyType): number | null {
  return type === 'sandbox' ? limits.sandbox.perMinute : rateLimitOf(limits, name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Uses of the limits by some keys together, as if one user owned them all. */
export function usesOf(
  keys: readonly Demanding[],
  { rateLimits: limits, rateThresholds: thresholds }: RatePolicy,
): ClassUse[] {
  const sums = new Map<string, { name: string; type: KeyType; demand: number }>();
  for (const key of keys) {
    for (const [name, calls] of Object.entries(key.demand)) {
      const id = `${key.type} ${nameKey(name)}`;
      const sum = sums.get(id);
      if (sum) sum.demand += calls;
      else sums.set(id, { name, type: key.type, demand: calls });
    }
  }
  return [...sums]
    .sort(([a], [b]) => compare(a, b))
    .map(([, sum]): ClassUse => {
      const limit = limitFor(limits, sum.name, sum.type);
      const use = limit === null ? null : sum.demand / limit;
      return { ...sum, limit, use, level: use === null ? null : levelOf(use, thresholds) };
    });
}

/** Whether anything was declared about how much a key is used. */
export function isDeclared(key: Pick<Key, 'demand'>): boolean {
  return Object.keys(key.demand).length > 0;
}

/** The group that some keys of one owner make; the caller has chosen the living ones. */
export function groupOf(ownerId: string, keys: readonly Demanding[], policy: RatePolicy): RateGroup {
  const classes = usesOf(keys, policy);
  return {
    ownerId,
    keyIds: keys.map(({ id }) => id).sort(compare),
    classes,
    undeclared: keys
      .filter((key) => !isDeclared(key))
      .map(({ id }) => id)
      .sort(compare),
    level: worst(classes.map(({ level }) => level)),
  };
}

/** Where a text belongs among sorted ones. */
function placeOf(sorted: readonly string[], text: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < text) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * What `groupOf` makes of a group's keys and one more, without adding up the others anew.
 *
 * @param key none of the group's
 */
export function groupWithKey(group: RateGroup, key: Demanding, policy: RatePolicy): RateGroup {
  const known = keyTypes.map((type): Demanding => {
    const declared = group.classes.filter((each) => each.type === type);
    return { id: '', type, demand: Object.fromEntries(declared.map(({ name, demand }) => [name, demand])) };
  });
  const classes = usesOf([...known, key], policy);
  const added = (ids: readonly string[]): string[] => ids.toSpliced(placeOf(ids, key.id), 0, key.id);
  return {
    ownerId: group.ownerId,
    keyIds: added(group.keyIds),
    classes,
    undeclared: isDeclared(key) ? group.undeclared : added(group.undeclared),
    level: worst(classes.map(({ level }) => level)),
  };
}

/** The rate group of one owner; without living keys an empty one. */
export function rateGroupOf(index: MappingIndex, ownerId: string, policy: RatePolicy): RateGroup {
  const keys = (index.keysByOwner.get(ownerId) ?? []).filter(({ status }) => isLiving(status));
  return groupOf(ownerId, keys, policy);
}

/** Groups of everybody who owns a living key, sorted by owner. */
export function rateGroups(index: MappingIndex, policy: RatePolicy): RateGroup[] {
  return [...index.keysByOwner.keys()]
    .sort(compare)
    .map((ownerId) => rateGroupOf(index, ownerId, policy))
    .filter(({ keyIds }) => keyIds.length > 0);
}

/** One owner of the advice: the keys it would own, and how full that makes it. */
export interface AdvisedOwner {
  keyIds: string[];
  classes: ClassUse[];
  level: UseLevel | null;
}

export interface RateAdvice {
  owners: AdvisedOwner[];
  /** No way of spreading needs fewer owners than this. */
  atLeast: number;
  /** Keys that pass the target even alone: no other owner helps, only fewer calls. */
  oversized: string[];
  /** Keys that nothing with a known limit is declared for; they are not placed. */
  notPlaced: string[];
}

/** A key as shares of limits: `production create` → 0.44. */
interface Item {
  key: Demanding;
  shares: Map<string, number>;
  /** The largest share: what the order goes by. */
  size: number;
}

function itemOf(key: Demanding, limits: RateLimits): Item {
  const shares = new Map<string, number>();
  for (const [name, calls] of Object.entries(key.demand)) {
    const limit = limitFor(limits, name, key.type);
    if (limit === null || calls <= 0) continue;
    const id = `${key.type} ${nameKey(name)}`;
    shares.set(id, (shares.get(id) ?? 0) + calls / limit);
  }
  return { key, shares, size: Math.max(0, ...shares.values()) };
}

/**
 * How keys could be spread over owners: first-fit decreasing, every owner filled to the target share of each limit. A key
 * that passes the target alone gets an owner for itself. Keys of one class go by their demand; of several, by the largest
 * share.
 *
 * @returns `atLeast`: of each class the sum divided by what an owner may take, and how many keys are over half of that,
 *   no two of which fit together; the larger of the two, of the worst class
 */
export function spreadOwners(keys: readonly Demanding[], policy: RatePolicy): RateAdvice {
  const { rateLimits: limits, rateThresholds: thresholds } = policy;
  const { target } = thresholds;
  const items = keys.map((key) => itemOf(key, limits));
  const placed = items.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size || compare(a.key.id, b.key.id));
  const bins: { keys: Demanding[]; loads: Map<string, number> }[] = [];
  for (const { key, shares } of placed) {
    let bin = bins.find(({ loads }) =>
      [...shares].every(([name, share]) => (loads.get(name) ?? 0) + share <= target + grain),
    );
    if (!bin) bins.push((bin = { keys: [], loads: new Map() }));
    bin.keys.push(key);
    for (const [name, share] of shares) bin.loads.set(name, (bin.loads.get(name) ?? 0) + share);
  }
  return {
    owners: bins.map((bin) => {
      const { keyIds, classes, level } = groupOf('', bin.keys, policy);
      return { keyIds, classes, level };
    }),
    atLeast: lowerBound(placed, target),
    oversized: placed.filter(({ size }) => size > target + grain).map(({ key }) => key.id),
    notPlaced: items.filter(({ size }) => size === 0).map(({ key }) => key.id),
  };
}

function lowerBound(items: readonly Item[], target: number): number {
  const byClass = new Map<string, number[]>();
  for (const { shares } of items) {
    for (const [name, share] of shares) {
      const list = byClass.get(name);
      if (list) list.push(share);
      else byClass.set(name, [share]);
    }
  }
  let bound = items.length > 0 ? 1 : 0;
  for (const shares of byClass.values()) {
    const oversized = shares.filter((share) => share > target + grain).length;
    const rest = shares.filter((share) => share <= target + grain);
    const sum = rest.reduce((total, share) => total + share, 0);
    const large = rest.filter((share) => share > target / 2 + grain).length;
    bound = Math.max(bound, oversized + Math.max(Math.ceil(sum / target - grain), large));
  }
  return bound;
}
