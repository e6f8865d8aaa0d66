/** What the rules say of one organization's records, with what was accepted of it. */
import { findInSteps, type JudgedFinding, judge, type NamedRule, type Unclear } from './findings.ts';
import type { MappingIndex } from './mapping.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { MappingRecords } from './records.ts';
import type { SnapshotFinding } from './snapshot.ts';
import { finish, type Steps } from './steps.ts';
import type { Instant } from './words.ts';

type Beside = Pick<MappingRecords, 'policies' | 'acceptances'>;

export interface Judged {
  findings: JudgedFinding[];
  unclear: Unclear[];
}

/** The policy of an organization; the defaults where nobody set one. */
export function policyOf({ policies = [] }: Beside, organizationId: string): Policy {
  return policies.find(({ id }) => id === organizationId)?.policy ?? defaultPolicy;
}

/** All findings of an organization, worst first, and what could not be judged. */
export function judgeRecords(rules: readonly NamedRule[], records: Beside, index: MappingIndex, now: Instant): Judged {
  return finish(judgeInSteps(rules, records, index, now));
}

/** The same, a rule a step. */
export function* judgeInSteps(
  rules: readonly NamedRule[],
  records: Beside,
  index: MappingIndex,
  now: Instant,
): Steps<Judged> {
  const policy = policyOf(records, index.mapping.organization.id);
  const { found, unclear } = yield* findInSteps(rules, { index, policy, now });
  yield;
  const accepted = new Map((records.acceptances ?? []).map((acceptance) => [acceptance.id, acceptance]));
  return { findings: judge(found, accepted, now), unclear };
}

/** Findings as a snapshot keeps them, sorted by id; `accepted` with its reason and its end where somebody accepted one. */
export function frozen(findings: readonly JudgedFinding[]): SnapshotFinding[] {
  return [...findings]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ rule, subjectKind, subjectId, severity, accepted }) => ({
      rule,
      subjectKind,
      subjectId,
      severity,
      accepted: accepted && { reason: accepted.reason, until: accepted.until, at: accepted.at },
    }));
}
