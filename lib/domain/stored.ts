/** What is stored beside the mapping's records, as far as it travels: in a backup, and to the pages that show it. */
import type { Observation } from './observation.ts';
import type { Snapshot } from './snapshot.ts';
import type { Instant, Region } from './words.ts';

/** A reading that waits for its workspace. */
export interface ReadingRow {
  id: string;
  region: Region;
  organizationId: string;
  at: Instant;
  /** What tells one such reading from another: kind of page and the names on it. Only the newest is kept. */
  about: string;
  observation: Observation;
}

export interface SnapshotRow {
  id: string;
  region: Region;
  organizationId: string;
  takenAt: Instant;
  digest: string;
  reason: 'asked' | 'before-removal' | 'after-removal';
  document: Snapshot;
}

export type LogData = Record<string, string | number | boolean | null | string[]>;

/** What happened, without any text of a page: ids of ours, codes, counts. */
export interface LogEntry {
  seq: number;
  at: Instant;
  region: Region | null;
  kind: string;
  data: LogData;
  /** Hash of the entry before, `null` for the first. */
  previous: string | null;
  hash: string;
}
