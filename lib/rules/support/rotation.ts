/** What the two rules about age share: how much of its days each living key has used up. */
import type { FindingContext } from '../../domain/findings.ts';
import { keyAge, rotationDaysOf } from '../../domain/key-age.ts';
import { isLiving } from '../../domain/key-states.ts';

export interface Aged {
  keyId: string;
  days: number;
  ofDays: number;
  atLeast: boolean;
  /** Age in per cent of the days, not rounded. */
  percent: number;
}

/**
 * Living keys with days to keep and a known age; `unclear` = those of whose age nothing is known. A key that is at least
 * so old may be older: what its known age says is certain, what it does not say is not.
 */
export function agedKeys({ index, policy, now }: FindingContext): { aged: Aged[]; unclear: string[] } {
  const aged: Aged[] = [];
  const unclear: string[] = [];
  for (const key of index.mapping.keys) {
    const ofDays = rotationDaysOf(key, policy);
    if (!isLiving(key.status) || ofDays === 0) continue;
    const age = keyAge(key, now);
    if (age === null) unclear.push(key.id);
    else aged.push({ keyId: key.id, ...age, ofDays, percent: (age.days * 100) / ofDays });
  }
  return { aged, unclear };
}
