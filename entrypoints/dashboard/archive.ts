/** Wires the log and backups: what reads the database and files stands in lib, what shows them in components. */
import type { Archive, TextFile } from '../../components/dashboard/archive.ts';
import { pausesOf } from '../../components/ui/in-slices.ts';
import { countsOfBackup } from '../../lib/domain/backup.ts';
import { backupFileName, backupText, sealBackup } from '../../lib/exports/backup.ts';
import { handoverFileName, handoverJson, handoverMarkdown } from '../../lib/exports/handover.ts';
import { logFileName, logLines } from '../../lib/exports/log.ts';
import { maxBackupLength, readBackup } from '../../lib/imports/backup.ts';
import { policyProblems, policyText, readPolicy } from '../../lib/imports/policy-file.ts';
import { verifyLog } from '../../lib/storage/log.ts';
import { contentOf, type RawCopy, rawText, readBefore, readRaw } from '../../lib/storage/before-update.ts';
import { databaseName } from '../../lib/storage/database.ts';
import type { Database } from '../../lib/storage/read.ts';
import { readEverything, readUndoable, readWholeLog } from '../../lib/storage/read-all.ts';
import { dropStaged, stageBackup } from '../../lib/storage/staging.ts';

/** A backup where the rows are understood, so that it can be restored; else the rows as they are. */
async function fileOf(copy: RawCopy): Promise<TextFile> {
  const content = contentOf(copy);
  const text = content && backupText(await sealBackup(content, copy.at));
  if (text !== null && (await readBackup(text)).problem === null) return { fileName: backupFileName(copy.at), text };
  return { fileName: `keyholder-stored-${copy.version}-${copy.at.slice(0, 10)}.json`, text: rawText(copy) };
}

/** The archive over the database that popup and dashboard read. */
export function archiveOf(database: Database, now: () => string, name: string = databaseName): Archive {
  return {
    async reportFile(report, { region, name: organization }, format) {
      const { reportFile } = await import('../../lib/exports/export-parts.ts');
      return reportFile(report, { region, organization, at: now() }, format);
    },
    readLog: () => readWholeLog(database).then(({ entries }) => entries),
    readUndoable: () => readUndoable(database),
    async verifyLog(onProgress, signal) {
      const { entries, end } = await readWholeLog(database);
      const broken = await verifyLog(entries, end, (checked) => {
        signal.throwIfAborted();
        onProgress(checked / entries.length);
      });
      return { entries: entries.length, broken };
    },
    handoverFile: (plan, document, format) => ({
      fileName: handoverFileName(plan.handover, now(), format),
      text: format === 'md' ? handoverMarkdown(document) : handoverJson(plan, now()),
    }),
    policies: { text: policyText, read: readPolicy, problems: policyProblems },
    logFile: (entries) => ({ fileName: logFileName(now()), text: logLines(entries) }),
    async makeBackup(onProgress, signal) {
      const { content, revision, bad } = await readEverything(database);
      signal.throwIfAborted();
      const madeAt = now();
      const half = (from: number) => pausesOf(signal, (done) => onProgress(from + done / 2));
      const text = backupText(await sealBackup(content, madeAt, half(0)));
      // A backup that could not be read is none: better said now than when it is needed.
      const read = await readBackup(text, half(0.5));
      signal.throwIfAborted();
      if (read.problem) return { problem: read.problem };
      const { digest, keys } = read.backup;
      return {
        made: { fileName: backupFileName(madeAt), text, digest, keys: keys.length, leftOut: bad, revision },
      };
    },
    async readBackup(file, onProgress, signal) {
      // Four bytes are the most that one character takes; what is larger is not even read.
      if (file.size > maxBackupLength * 4) return { problem: { where: '', code: 'too-large', details: [] } };
      const read = await readBackup(await file.text(), pausesOf(signal, onProgress));
      return read.problem ? { problem: read.problem } : { backup: read.backup, counts: countsOfBackup(read.backup) };
    },
    async counts() {
      const { content, revision } = await readEverything(database);
      return { counts: countsOfBackup(content), revision };
    },
    stage: stageBackup,
    unstage: dropStaged,
    async beforeUpdate() {
      const copy = await readBefore(name);
      return copy && { at: copy.at, file: () => fileOf(copy) };
    },
    async storedAsIs() {
      const copy = await readRaw(name);
      return copy && fileOf(copy);
    },
  };
}
