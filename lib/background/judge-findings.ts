/** The frozen copy of findings that goes into a snapshot. */
import type { MappingIndex } from '../domain/mapping.ts';
import { judgeRecords } from '../domain/judge-records.ts';
import type { MappingRecords } from '../domain/records.ts';
import type { SnapshotFinding } from '../domain/snapshot.ts';
import type { Instant } from '../domain/words.ts';
import { rules } from '../rules/index.ts';

/** Findings at a moment, sorted by id; `accepted` with its reason and its end where somebody accepted one. */
export function frozenFindings(records: MappingRecords, index: MappingIndex, now: Instant): SnapshotFinding[] {
  return judgeRecords(rules, records, index, now)
    .findings.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ rule, subjectKind, subjectId, severity, accepted }) => ({
      rule,
      subjectKind,
      subjectId,
      severity,
      accepted: accepted && { reason: accepted.reason, until: accepted.until, at: accepted.at },
    }));
}
