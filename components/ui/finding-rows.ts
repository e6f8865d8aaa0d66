/** Findings as views show them: which organization they are of, where, whose. No DOM. */
import type { JudgedFinding, NamedRule, Unclear } from '../../lib/domain/findings.ts';
import { findingSeverities, type FindingSeverity } from '../../lib/domain/findings.ts';
import { judgeInSteps } from '../../lib/domain/judge-records.ts';
import type { MappingIndex } from '../../lib/domain/mapping.ts';
import type { Policy } from '../../lib/domain/policy.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import type { Steps } from '../../lib/domain/steps.ts';
import type { Instant } from '../../lib/domain/words.ts';

/** What of an organization the words about a finding need. */
export interface RuledOrganization {
  id: string;
  index: MappingIndex;
  policy: Policy;
}

export interface FindingRow {
  /** Unique over all organizations. */
  id: string;
  finding: JudgedFinding;
  organization: RuledOrganization;
  workspaceId: string | null;
  ownerId: string | null;
}

export interface FindingsView {
  /** Worst first; accepted ones are among them. */
  rows: FindingRow[];
  unclear: Unclear[];
}

/** What the rules say of every organization, a rule a step. */
export function* findingsInSteps(
  rules: readonly NamedRule[],
  records: MappingRecords,
  organizations: readonly RuledOrganization[],
  now: Instant,
): Steps<FindingsView> {
  const rows: FindingRow[] = [];
  const unclear: Unclear[] = [];
  for (const organization of organizations) {
    const judged = yield* judgeInSteps(rules, records, organization.index, now);
    yield;
    unclear.push(...judged.unclear);
    for (const finding of judged.findings) {
      const { subjectKind, subjectId } = finding;
      const key = subjectKind === 'key' ? organization.index.keys.get(subjectId) : undefined;
      rows.push({
        id: `${organization.id} ${finding.id}`,
        finding,
        organization,
        workspaceId: subjectKind === 'workspace' ? subjectId : (key?.workspaceId ?? null),
        ownerId: subjectKind === 'user' ? subjectId : (key?.ownerId ?? null),
      });
    }
  }
  const place = (severity: FindingSeverity): number => findingSeverities.indexOf(severity);
  // A stable sort: within a severity the order of organizations and rules stays.
  rows.sort((a, b) => place(a.finding.severity) - place(b.finding.severity));
  return { rows, unclear };
}

export interface FindingQuery {
  severity: FindingSeverity | 'all';
  rule: string;
  workspaceId: string;
  ownerId: string;
}

export const everyFinding: FindingQuery = { severity: 'all', rule: 'all', workspaceId: 'all', ownerId: 'all' };

/** The rows that a query lets through. */
export function filterFindings(rows: readonly FindingRow[], query: FindingQuery): FindingRow[] {
  return rows.filter(
    ({ finding, workspaceId, ownerId }) =>
      (query.severity === 'all' || finding.severity === query.severity) &&
      (query.rule === 'all' || finding.rule === query.rule) &&
      (query.workspaceId === 'all' || workspaceId === query.workspaceId) &&
      (query.ownerId === 'all' || ownerId === query.ownerId),
  );
}

/** Severities with the rows that have them, worst first; severities without rows are left out. */
export function bySeverity(rows: readonly FindingRow[]): { severity: FindingSeverity; rows: FindingRow[] }[] {
  return findingSeverities
    .map((severity) => ({ severity, rows: rows.filter(({ finding }) => finding.severity === severity) }))
    .filter((group) => group.rows.length > 0);
}
