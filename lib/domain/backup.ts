/** A backup: everything that is stored in this browser profile, as one sealed document; and when one is due. */
import { daysBetween } from './coverage.ts';
import type { Handover } from './handover.ts';
import type { MappingRecords } from './records.ts';
import type { LogEntry, ReadingRow, SnapshotRow } from './stored.ts';
import type { Instant } from './words.ts';

export const backupFormat = 'keyholder.backup';
export const backupVersion = 1;

/** A note of the background's own, beside records. */
export interface MetaRow {
  id: string;
  value: unknown;
}

/**
 * Everything of both regions. Not in it: what undo keeps (it is about this profile's last changes), lifts (a hold that was
 * let go here is not let go elsewhere), and the notes that count for this profile alone.
 */
export interface BackupContent extends MappingRecords {
  /** Absent in a backup that was made before there were any. */
  handovers: Handover[];
  readings: ReadingRow[];
  snapshots: SnapshotRow[];
  /** Oldest first. */
  log: LogEntry[];
  meta: MetaRow[];
}

export interface Backup extends BackupContent {
  format: typeof backupFormat;
  version: typeof backupVersion;
  madeAt: Instant;
  /** `sha256:` and 64 hexadecimal digits, over the RFC 8785 form of the document without this field. */
  digest: string;
}

/** The parts of a backup that are lists of rows, in the order of the file. */
export const backupParts = [
  'organizations',
  'workspaces',
  'users',
  'memberships',
  'keys',
  'coverage',
  'policies',
  'acceptances',
  'handovers',
  'readings',
  'snapshots',
  'log',
  'meta',
] as const satisfies readonly (keyof BackupContent)[];
export type BackupPart = (typeof backupParts)[number];
/** Parts that came later: missing in older backups, which load all the same. */
export const laterParts: ReadonlySet<BackupPart> = new Set(['policies', 'acceptances', 'handovers']);

/** Whether a note goes along: the others are about this profile (counters, when it was last backed up). */
export function travels(metaId: string): boolean {
  return /^(apart|memory:(us|eu)|last-snapshot:[A-Za-z0-9_.:-]{1,80})$/.test(metaId);
}

/** How much there is, for comparing before a restore. */
export interface BackupCounts {
  keys: number;
  workspaces: number;
  users: number;
  snapshots: number;
  log: number;
}

export function countsOfBackup(content: BackupContent): BackupCounts {
  const { keys, workspaces, users, snapshots, log } = content;
  return {
    keys: keys.length,
    workspaces: workspaces.length,
    users: users.length,
    snapshots: snapshots.length,
    log: log.length,
  };
}

/** Why a file is not taken as a backup, and where; never what stands there. */
export interface BackupProblem {
  /** Path of the first thing that is wrong, `keys[3].generations[0].hint`; empty for the file as a whole. */
  where: string;
  code:
    | 'too-large'
    | 'too-deep'
    | 'not-json'
    | 'not-a-backup'
    | 'newer-version'
    | 'wrong-shape'
    | 'digest-differs'
    | 'looks-like-a-key'
    | 'duplicate-id'
    | 'region-differs';
  details: string[];
}

/** How things stood at one moment: what a backup, or "later", is counted from. */
export interface BackupMark {
  at: Instant;
  /** Changes by hand, holds and imports so far. */
  changes: number;
  /** Sum of both regions' revisions: equal means that nothing at all changed. */
  revision: number;
}

export interface BackupState {
  /** When the first record was written, `null` before there is data. */
  firstAt: Instant | null;
  changes: number;
  revision: number;
  made: BackupMark | null;
  /** The admin said "later". */
  later: BackupMark | null;
}

/** After so much a backup is due. */
export const backupDueDays = 30;
export const backupDueChanges = 20;

/** Whether to remind of a backup: `since` is the last one, `null` where there is none yet. */
export function backupDue(state: BackupState, now: Instant): { since: Instant | null; from: Instant } | null {
  const { firstAt, made, later } = state;
  if (firstAt === null) return null;
  const mark = made && later ? (made.at > later.at ? made : later) : (made ?? later);
  if (mark && mark.revision === state.revision) return null;
  const days = daysBetween(mark?.at ?? firstAt, now);
  if (days < backupDueDays && state.changes - (mark?.changes ?? 0) < backupDueChanges) return null;
  return { since: made?.at ?? null, from: made?.at ?? firstAt };
}
