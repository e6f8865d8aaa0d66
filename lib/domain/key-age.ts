/** How old a key's present secret is, or at least is. */
import { daysBetween } from './coverage.ts';
import type { Key } from './mapping.ts';
import type { Policy } from './policy.ts';
import type { Instant } from './words.ts';

export interface KeyAge {
  /** Whole days, rounded down. */
  days: number;
  /** Nobody said when it was made: it is at least so old, since something was known of it then. */
  atLeast: boolean;
}

/** What belongs to the secret and not to the key: when it was said, the secret was there. */
const ofTheSecret = ['hint', 'status', 'ownerId', 'verifiedOn'] as const;

/** What the age of a key is worked out from. */
export type AgedKey = Pick<Key, 'createdOn' | 'rotatedOn' | 'verifiedOn' | 'provenance'>;

/** Since which day the present secret exists, or at which moment it was first heard of; `null` where nothing tells. */
export function keySince(key: AgedKey): { since: string; atLeast: boolean } | null {
  const made = [key.createdOn, key.rotatedOn].filter((day) => day !== null).sort();
  if (made.length > 0) return { since: made.at(-1)!, atLeast: false };
  const heard: string[] = ofTheSecret.flatMap((name) => key.provenance[name]?.at ?? []);
  if (key.verifiedOn !== null) heard.push(key.verifiedOn);
  heard.sort();
  return heard.length === 0 ? null : { since: heard[0]!, atLeast: true };
}

/** Of a key's provenance, no more than its age is worked out from: the saying by which the secret was first heard of. */
export function firstHeard(key: AgedKey): Key['provenance'] {
  const since = keySince(key);
  const name = since?.atLeast && ofTheSecret.find((each) => key.provenance[each]?.at === since.since);
  return name ? { [name]: key.provenance[name]! } : {};
}

/** The age of the present secret; `null` where nothing tells. */
export function keyAge(key: AgedKey, now: Instant): KeyAge | null {
  const known = keySince(key);
  return known && { days: daysBetween(known.since, now), atLeast: known.atLeast };
}

/** After how many days a key is to be replaced: its own figure, else the policy's. 0 = never. */
export function rotationDaysOf(key: Key, policy: Policy): number {
  return key.rotationDays ?? policy.rotationDays[key.type];
}
