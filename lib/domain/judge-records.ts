/** What the rules say of one organization's records, with what was accepted of it. */
import { findAll, type JudgedFinding, judge, type NamedRule, type Unclear } from './findings.ts';
import type { MappingIndex } from './mapping.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { MappingRecords } from './records.ts';
import type { Instant } from './words.ts';

type Beside = Pick<MappingRecords, 'policies' | 'acceptances'>;

/** The policy of an organization; the defaults where nobody set one. */
export function policyOf({ policies = [] }: Beside, organizationId: string): Policy {
  return policies.find(({ id }) => id === organizationId)?.policy ?? defaultPolicy;
}

/** All findings of an organization, worst first, and what could not be judged. */
export function judgeRecords(
  rules: readonly NamedRule[],
  records: Beside,
  index: MappingIndex,
  now: Instant,
): { findings: JudgedFinding[]; unclear: Unclear[] } {
  const policy = policyOf(records, index.mapping.organization.id);
  const { found, unclear } = findAll(rules, { index, policy, now });
  const accepted = new Map((records.acceptances ?? []).map((acceptance) => [acceptance.id, acceptance]));
  return { findings: judge(found, accepted, now), unclear };
}
