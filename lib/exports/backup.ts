/** A backup as a file: everything, sealed like a snapshot. */
import { type Backup, type BackupContent, backupFormat, backupParts, backupVersion } from '../domain/backup.ts';
import { wellFormed } from '../domain/snapshot.ts';
import { noPause, type Pause } from '../domain/steps.ts';
import type { Instant } from '../domain/words.ts';
import { digestInPieces } from './json.ts';

/** Seals everything that is stored; the document is what a reader of its text gets. */
export async function sealBackup(content: BackupContent, madeAt: Instant, pause: Pause = noPause): Promise<Backup> {
  // Each row is copied, then written.
  const all = 2 * backupParts.reduce((sum, part) => sum + (content[part]?.length ?? 0) + 1, 0);
  let done = 0;
  const next = (): Promise<void> => pause(Math.min(1, (done += 1) / all));
  const copies: Record<string, unknown[]> = {};
  for (const part of backupParts) {
    const copy: unknown[] = (copies[part] = []);
    for (const row of content[part] ?? []) {
      // Through JSON: what it leaves out (a field that is `undefined`) must not be in what is sealed either.
      copy.push(wellFormed(JSON.parse(JSON.stringify(row)) as unknown));
      await next();
    }
  }
  const plain = copies as unknown as BackupContent;
  const head = { format: backupFormat, version: backupVersion, madeAt } as const;
  const digest = await digestInPieces({ ...head, ...plain }, next);
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
