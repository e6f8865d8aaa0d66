/** Backups: noting that one was made or put off, and putting one in the place of everything that is stored. */
import { type Backup, backupParts, laterParts, type BackupContent, type BackupMark } from '../domain/backup.ts';
import { recordStores } from '../domain/draft.ts';
import { valueText } from '../domain/facts.ts';
import { type Changed, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Situation } from '../storage/repository.ts';
import { isRow, sortOut } from '../storage/rows.ts';
import { stagedBackup } from '../storage/staging.ts';
import type { Parts } from './parts.ts';

const others = ['readings', 'snapshots', 'log'] as const;

function markOf({ now, changes, revision }: Situation): BackupMark {
  return { at: now, changes, revision: revision.us + revision.eu };
}

/** `own/note-backup`: from here on the reminder counts anew. */
export function noteBackup(parts: Parts, { op, made }: OwnMessages['own/note-backup']['send']): Promise<null> {
  return parts.repository.change({ op, kind: 'note-backup', tier: 'own', region: null }, (situation) =>
    Promise.resolve({
      meta: { [made ? 'backup' : 'backup-later']: markOf(situation) },
      ...(made && { log: [{ region: null, kind: 'backup', data: { ...made } }] }),
      answer: () => null,
    }),
  );
}

/**
 * `own/restore-backup`: the page has checked the file and shown what it holds; here it is held to the rows' own schemas
 * once more, since what lies on a disk can be anything. Undo ends here: the page offers a backup of before.
 *
 * @throws MessageError `not-found` when nothing waits, `rejected`, `changed-meanwhile` when something changed since the
 *   page looked
 */
export function restoreBackup(
  parts: Parts,
  { op, staged, revision }: OwnMessages['own/restore-backup']['send'],
): Promise<Changed> {
  return parts.repository.change({ op, kind: 'restore', tier: 'own', region: null }, async (situation) => {
    const backup = (await stagedBackup(staged)) as Backup | undefined;
    if (!backup) throw new MessageError('not-found');
    if (situation.revision.us !== revision.us || situation.revision.eu !== revision.eu) {
      throw new MessageError('changed-meanwhile');
    }
    const replace = Object.fromEntries(backupParts.map((part) => [part, backup[part]])) as unknown as BackupContent;
    const records = await situation.records();
    for (const store of recordStores) {
      if (store === 'fingerprints') continue;
      const rows = replace[store] ?? (laterParts.has(store) ? [] : null);
      if (rows === null) throw new MessageError('rejected', [store]);
      if (sortOut(store, rows).bad > 0) throw new MessageError('rejected', [store]);
      replace[store] = rows.map((row) => {
        const now = records[store].get(row.id);
        // An editor that is still open over the row of before must not be able to save over this one.
        return now && 'revision' in now && 'revision' in row && valueText(now) !== valueText(row)
          ? { ...row, revision: Math.max(now.revision, row.revision) + 1 }
          : row;
      }) as never;
    }
    for (const store of others) {
      if (!(replace[store] as unknown[]).every((row) => isRow(store, row))) throw new MessageError('rejected', [store]);
    }
    return {
      replace,
      meta: { backup: markOf(situation) },
      log: [
        {
          region: null,
          kind: 'restore',
          data: {
            digest: backup.digest,
            madeAt: backup.madeAt,
            keys: replace.keys.length,
            replaced: situation.lastHash,
          },
        },
      ],
      touches: ['us', 'eu'],
      answer: (done) => ({ ...done, undo: null }),
    };
  });
}
