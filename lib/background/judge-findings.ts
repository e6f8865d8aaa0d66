/** The frozen copy of findings that goes into a snapshot. */
import type { MappingIndex } from '../domain/mapping.ts';
import { frozen, judgeRecords } from '../domain/judge-records.ts';
import type { MappingRecords } from '../domain/records.ts';
import type { SnapshotFinding } from '../domain/snapshot.ts';
import type { Instant } from '../domain/words.ts';
import { rules } from '../rules/index.ts';

/** Findings at a moment, as a snapshot keeps them. */
export function frozenFindings(records: MappingRecords, index: MappingIndex, now: Instant): SnapshotFinding[] {
  return frozen(judgeRecords(rules, records, index, now).findings);
}
