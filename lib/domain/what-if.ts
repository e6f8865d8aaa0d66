/**
 * What if: several actions on a copy of the mapping, and whether what must not happen would (product.md, "Impact"). Nothing
 * is recorded by it.
 */
import { consequences, type Consequences, type FindingLike } from './consequences.ts';
import { type Action, type Impact, impactOf } from './impact.ts';
import type { MappingIndex } from './mapping.ts';
import type { Policy } from './policy.ts';
import type { Instant } from './words.ts';

/**
 * Whether "no production key may die" holds: `not-known` where none is known to die, and yet one may, since its owner is
 * not known or a page in question was not read.
 */
export interface Assertion {
  answer: 'holds' | 'broken' | 'not-known';
  /** Production keys that die; where none does, those that may. */
  keyIds: string[];
}

export interface WhatIf<F extends FindingLike> {
  impact: Impact;
  noProductionKeyDies: Assertion;
  consequences: Consequences<F>;
}

/** Checks the assertion against an impact of any actions. */
export function noProductionKeyDies(index: MappingIndex, { dies, mayOwn, unknown }: Impact): Assertion {
  const production = (ids: Iterable<string>): string[] =>
    [...new Set(ids)].filter((id) => index.keys.get(id)?.type === 'production');
  const dead = production(dies);
  if (dead.length > 0) return { answer: 'broken', keyIds: dead };
  const maybe = production(mayOwn.map(({ keyId }) => keyId));
  // What only the owners of sandbox keys are asked for does not count; a page that was never read may show anything.
  const unread = unknown.some(({ reason }) => reason !== 'owner-unknown');
  return { answer: maybe.length > 0 || unread ? 'not-known' : 'holds', keyIds: maybe };
}

/**
 * Everything that would follow if all actions were carried out. The order does not matter for the keys.
 *
 * @param findingsOf the rules (`lib/rules`)
 */
export function whatIf<F extends FindingLike>(
  index: MappingIndex,
  actions: readonly Action[],
  now: Instant,
  policy: Policy,
  findingsOf: (index: MappingIndex) => readonly F[],
): WhatIf<F> {
  const impact = impactOf(index, actions, now, policy);
  return {
    impact,
    noProductionKeyDies: noProductionKeyDies(index, impact),
    consequences: consequences(index, actions, now, policy, findingsOf),
  };
}
