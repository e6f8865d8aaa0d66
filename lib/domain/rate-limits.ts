/**
 * PandaDoc's rate limits as data: dated, with their source, so that an organization can correct a number when PandaDoc
 * changes it (product.md, "Rate budget"). Calls of one class count together; limits of different classes are separate.
 */
import { nameKey } from './identity.ts';
import type { Day } from './words.ts';

export interface RateLimit {
  /** The word that a declared demand uses, `create: 220`; compared without regard to case. */
  name: string;
  /** Calls a minute, for all keys of one user together. */
  perMinute: number;
  /** Day of the statement, and where it was made; `null` and empty where the organization set its own figure. */
  asOf: Day | null;
  source: string;
}

export interface RateLimits {
  classes: RateLimit[];
  /** What a sandbox key gets instead, in each class. */
  sandbox: Omit<RateLimit, 'name'>;
}

const rateLimitsPage = 'developers.pandadoc.com/reference/limits';
const june2025 = { asOf: '2025-06-11', source: 'developers.pandadoc.com/changelog' } as const;
const limitsPage = { asOf: '2025-06-11', source: rateLimitsPage } as const;

/**
 * The limits as PandaDoc states them. Users, workspaces, members, logs and keys have no row of their own there: a demand
 * of such a class has no known limit.
 */
export const defaultRateLimits: RateLimits = {
  classes: [
    { name: 'list', perMinute: 2000, ...limitsPage },
    { name: 'status', perMinute: 2000, ...limitsPage },
    { name: 'delete', perMinute: 2000, ...limitsPage },
    { name: 'details', perMinute: 600, ...june2025 },
    { name: 'create', perMinute: 500, ...june2025 },
    { name: 'create-from-pdf', perMinute: 300, ...june2025 },
    { name: 'send', perMinute: 400, ...june2025 },
    { name: 'download', perMinute: 100, ...june2025 },
    { name: 'download-protected', perMinute: 300, asOf: '2024-01-01', source: rateLimitsPage },
    { name: 'notarization', perMinute: 100, ...limitsPage },
  ],
  sandbox: { perMinute: 10, ...limitsPage },
};

/** From which share of a limit a use is called watch, tight, throttled; and how full the advice makes an owner. */
export interface RateThresholds {
  watch: number;
  tight: number;
  throttled: number;
  target: number;
}

export const defaultRateThresholds: RateThresholds = { watch: 0.7, tight: 0.8, throttled: 1, target: 0.7 };

/**
 * The published limits with an organization's own figures in their place or beside them.
 *
 * @param own calls a minute by class, as the policy holds them
 */
export function limitsFor(own: Readonly<Record<string, number>>): RateLimits {
  const set = new Map(Object.entries(own).map(([name, perMinute]) => [nameKey(name), { name, perMinute }]));
  const published = defaultRateLimits.classes.filter(({ name }) => !set.has(nameKey(name)));
  const ours = [...set.values()].map((each): RateLimit => ({ ...each, asOf: null, source: '' }));
  return { classes: [...published, ...ours], sandbox: defaultRateLimits.sandbox };
}

const tables = new WeakMap<RateLimits, Map<string, number>>();

/** The limit of a class in calls a minute, `null` where none is known for it. */
export function rateLimitOf(limits: RateLimits, name: string): number | null {
  let table = tables.get(limits);
  if (!table) {
    table = new Map(limits.classes.map((each) => [nameKey(each.name), each.perMinute]));
    tables.set(limits, table);
  }
  return table.get(nameKey(name)) ?? null;
}
