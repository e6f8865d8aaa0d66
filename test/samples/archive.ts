/** An archive for views under test: a log in memory, and backups that are read by the real reader. */
import type { Archive, Undoable } from '../../components/dashboard/archive.ts';
import type { SnapshotShelf } from '../../components/dashboard/snapshots-model.ts';
import { type Backup, type BackupContent, countsOfBackup } from '../../lib/domain/backup.ts';
import type { Snapshot } from '../../lib/domain/snapshot.ts';
import type { LogEntry, SnapshotRow } from '../../lib/domain/stored.ts';
import { backupFileName, backupText, sealBackup } from '../../lib/exports/backup.ts';
import { reportFile } from '../../lib/exports/export-parts.ts';
import { canonicalParts, digestOfBlob } from '../../lib/exports/json.ts';
import { handoverFileName, handoverJson, handoverMarkdown } from '../../lib/exports/handover.ts';
import { logFileName, logLines } from '../../lib/exports/log.ts';
import { readBackup } from '../../lib/imports/backup.ts';
import { readMappingCsv } from '../../lib/imports/csv.ts';
import { policyProblems, policyText, readPolicy } from '../../lib/imports/policy-file.ts';
import { sealEntry, verifyLog } from '../../lib/storage/log.ts';
import { sampleNow } from './services.ts';

/** The real reader of CSV files, as the dashboard has it. */
export const readCsv = async (file: Blob) => readMappingCsv(new Uint8Array(await file.arrayBuffer()));

/** Log entries sealed one after the other, a minute apart. */
export async function sampleLog(
  happened: readonly Pick<LogEntry, 'kind' | 'data'>[],
  region: LogEntry['region'] = 'us',
): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  const start = Date.parse(sampleNow) - happened.length * 60_000;
  for (const [index, { kind, data }] of happened.entries()) {
    const last = entries.at(-1);
    const at = new Date(start + index * 60_000).toISOString();
    entries.push(await sealEntry({ seq: index + 1, at, region, kind, data, previous: last?.hash ?? null }));
  }
  return entries;
}

export interface SampleArchive extends Archive {
  log: LogEntry[];
  undoable: Undoable[];
  content: BackupContent;
  staged: { id: string; backup: Backup }[];
}

/** An archive over what is given. */
export function sampleArchive(content: BackupContent): SampleArchive {
  const archive: SampleArchive = {
    log: content.log,
    undoable: [],
    content,
    staged: [],
    readLog: () => Promise.resolve(archive.log),
    readUndoable: () => Promise.resolve(archive.undoable),
    async verifyLog(onProgress, signal) {
      const broken = await verifyLog(archive.log, null, (checked) => {
        signal.throwIfAborted();
        onProgress(checked / archive.log.length);
      });
      return { entries: archive.log.length, broken };
    },
    handoverFile: (plan, document, format) => ({
      fileName: handoverFileName(plan.handover, sampleNow, format),
      text: format === 'md' ? handoverMarkdown(document) : handoverJson(plan, sampleNow),
    }),
    policies: { text: policyText, read: readPolicy, problems: policyProblems },
    reportFile: (report, { region, name }, format) =>
      reportFile(report, { region, organization: name, at: sampleNow }, format),
    logFile: (entries) => ({ fileName: logFileName(sampleNow), text: logLines(entries) }),
    async makeBackup(onProgress, signal) {
      const pause = (done: number) => {
        signal.throwIfAborted();
        onProgress(done);
        return Promise.resolve();
      };
      const backup = await sealBackup(archive.content, sampleNow, pause);
      return {
        made: {
          fileName: backupFileName(sampleNow),
          text: backupText(backup),
          digest: backup.digest,
          keys: backup.keys.length,
          leftOut: 0,
          revision: { us: 7, eu: 3 },
        },
      };
    },
    async readBackup(file) {
      const read = await readBackup(await file.text());
      return read.problem ? { problem: read.problem } : { backup: read.backup, counts: countsOfBackup(read.backup) };
    },
    counts: () => Promise.resolve({ counts: countsOfBackup(archive.content), revision: { us: 7, eu: 3 } }),
    stage(id, backup) {
      archive.staged.push({ id, backup });
      return Promise.resolve();
    },
    unstage: () => Promise.resolve(),
    beforeUpdate: () => Promise.resolve(null),
    storedAsIs: () => Promise.resolve(null),
  };
  return archive;
}

/** An archive in which nothing is. */
export function emptyArchive(): SampleArchive {
  return sampleArchive({
    organizations: [],
    workspaces: [],
    users: [],
    memberships: [],
    keys: [],
    coverage: [],
    handovers: [],
    readings: [],
    snapshots: [],
    log: [],
    meta: [],
  });
}

/** A shelf with snapshots in memory, oldest first; what is sealed is checked by the real digest. */
export function sampleShelf(documents: readonly Snapshot[], reasons: SnapshotRow['reason'][] = []): SnapshotShelf {
  return {
    list: () =>
      Promise.resolve(
        documents.map(({ id, takenAt, label, digest, previous, keys, findings }, index) => ({
          id,
          takenAt,
          label,
          reason: reasons[index] ?? 'asked',
          digest,
          previous,
          keys: keys.length,
          findings: findings.length,
        })),
      ),
    document: (id) => Promise.resolve(documents.find((document) => document.id === id) ?? null),
    async isSound(id) {
      const { digest, ...unsealed } = documents.find((document) => document.id === id)!;
      return (await digestOfBlob(new Blob([...canonicalParts(unsealed)]))) === digest;
    },
  };
}

export const emptyShelf: SnapshotShelf = sampleShelf([]);
