/** A backup as a file: everything, sealed like a snapshot. */
import { type Backup, type BackupContent, backupFormat, backupParts, backupVersion } from '../domain/backup.ts';
import { wellFormed } from '../domain/snapshot.ts';
import type { Instant } from '../domain/words.ts';
import { canonicalText, digestOf } from './json.ts';

/** Seals everything that is stored; the document is what a reader of its text gets. */
export async function sealBackup(content: BackupContent, madeAt: Instant): Promise<Backup> {
  const rows = Object.fromEntries(backupParts.map((part) => [part, content[part] ?? []])) as unknown as BackupContent;
  // Through JSON first: what it leaves out (a field that is `undefined`) must not be in what is sealed either.
  const plain = wellFormed(JSON.parse(JSON.stringify(rows)) as typeof rows);
  const head = { format: backupFormat, version: backupVersion, madeAt } as const;
  const digest = await digestOf(canonicalText({ ...head, ...plain }));
  return { ...head, digest, ...plain };
}

/** The document as text; not spread over lines, which would double a file of a hundred megabytes. */
export function backupText(backup: Backup): string {
  return `${JSON.stringify(backup)}\n`;
}

/** `keyholder-backup-<YYYY-MM-DD>.json`. */
export function backupFileName(madeAt: Instant): string {
  return `keyholder-backup-${madeAt.slice(0, 10)}.json`;
}
