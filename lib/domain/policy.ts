/**
 * What an organization may set for itself; the defaults are product.md's ("Findings"). One policy for each organization:
 * its people, names and auditors are its own, and a snapshot's frozen findings belong to exactly one.
 */
import { defaultRateLimits, defaultRateThresholds, type RateLimits, type RateThresholds } from './rate-limits.ts';

export interface Policy {
  /** Days after which a reading of a key page or member list no longer counts as fresh. */
  readingDays: number;
  /** Days after which a production / sandbox key is due for replacement. */
  rotationDays: { production: number; sandbox: number };
  /** Per cent of those days from which a replacement is due soon, overdue, and badly overdue. */
  rotationPercent: { due: number; overdue: number; late: number };
  /** PandaDoc's limits, as this organization knows them, and from which share of one it is tight. */
  rateLimits: RateLimits;
  rateThresholds: RateThresholds;
  /** One owner holds too much: from this per cent, and this many, of the production keys. */
  concentration: { percent: number; keys: number };
  /** Names and addresses of service accounts, `*` stands for any text: `svc-*`, `*@bots.northwind.example`. */
  serviceAccountPatterns: string[];
  /** Ids of rules that are switched off. */
  rulesOff: string[];
}

/** In UTF-16 units; more than the longest policy's file can need. */
export const maxPolicyLength = 1024 * 1024;

export const defaultPolicy: Policy = {
  readingDays: 30,
  rotationDays: { production: 90, sandbox: 180 },
  rotationPercent: { due: 80, overdue: 100, late: 200 },
  rateLimits: defaultRateLimits,
  rateThresholds: defaultRateThresholds,
  concentration: { percent: 50, keys: 3 },
  serviceAccountPatterns: [],
  rulesOff: [],
};

/** What can be wrong with something that may become a policy. */
export type PolicyProblemCode =
  | 'too-large'
  | 'not-json'
  | 'not-a-policy'
  | 'newer-version'
  | 'looks-like-a-key'
  | 'at-least'
  | 'at-most'
  | 'too-long'
  | 'too-many'
  | 'empty'
  | 'not-a-number'
  | 'not-a-day'
  | 'order'
  | 'twice'
  | 'unknown-field'
  | 'wrong-shape';

export interface PolicyProblem {
  /** Where it stands in the policy, `['rotationDays', 'production']`; empty = the whole. */
  path: (string | number)[];
  code: PolicyProblemCode;
  /** Bounds, versions. */
  details: string[];
}

/** The policy, or everything that is wrong with what might have been one. */
export type ReadPolicy = { policy: Policy; problems: [] } | { policy: null; problems: PolicyProblem[] };

/**
 * Whether a text fits a pattern in which `*` stands for any text, case aside. Linear in practice: no regular expression
 * is made of what somebody typed.
 */
export function fitsPattern(text: string, pattern: string): boolean {
  const parts = pattern.toLowerCase().trim().split('*');
  const subject = text.toLowerCase().trim();
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return subject === first && first !== '';
  const last = rest.pop()!;
  if (!subject.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = subject.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return subject.length - last.length >= from && subject.endsWith(last) && parts.some((part) => part !== '');
}
