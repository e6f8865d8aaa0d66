/** What the rules say of one organization, with what was accepted: for snapshots and for the daily look. */
import { findAll, type JudgedFinding, judge } from '../domain/findings.ts';
import { indexMapping, type MappingIndex } from '../domain/mapping.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { MappingRecords, OrganizationRecord } from '../domain/records.ts';
import { resolveMapping } from '../domain/resolve-mapping.ts';
import type { SnapshotFinding } from '../domain/snapshot.ts';
import type { Instant } from '../domain/words.ts';
import { rules } from '../rules/index.ts';

/** The policy of an organization; the defaults where nobody set one. */
export function policyOf({ policies = [] }: Pick<MappingRecords, 'policies'>, organizationId: string): Policy {
  return policies.find(({ id }) => id === organizationId)?.policy ?? defaultPolicy;
}

/** All findings of an organization, worst first. */
export function judgeFindings(
  records: MappingRecords,
  organization: OrganizationRecord,
  now: Instant,
  index: MappingIndex = indexMapping(resolveMapping(records, organization)),
): JudgedFinding[] {
  const { found } = findAll(rules, { index, policy: policyOf(records, organization.id), now });
  const accepted = new Map((records.acceptances ?? []).map((acceptance) => [acceptance.id, acceptance]));
  return judge(found, accepted, now);
}

/** The frozen copy for a snapshot, sorted by id. */
export function frozenFindings(findings: readonly JudgedFinding[]): SnapshotFinding[] {
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
