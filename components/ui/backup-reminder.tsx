/** That a backup is due; put off with one click, and never shown before there is something to lose. */
import { backupDue } from '../../lib/domain/backup.ts';
import type { Estate } from './estate.ts';
import { dateText } from './format.ts';
import { t } from './text.ts';

/** The reminder, where one is due. */
export function BackupReminder({ estate, onGo }: { estate: Estate; onGo: () => void }) {
  const state = estate.backup.value;
  const due = state && estate.organizations.value.length > 0 ? backupDue(state, estate.now.value) : null;
  if (!due) return null;
  const later = async (): Promise<void> => {
    await estate.ask('own/note-backup', { op: estate.newId(), made: null });
    await estate.load();
  };
  return (
    <section class="reminder" aria-label={t('backup_due')}>
      <p>
        {due.since === null ? t('backup_due_never', dateText(due.from)) : t('backup_due_since', dateText(due.since))}
      </p>
      <div class="actions">
        <button type="button" class="secondary small" onClick={onGo}>
          {t('backup_due_go')}
        </button>
        <button type="button" class="quiet small" onClick={() => void later()}>
          {t('backup_due_later')}
        </button>
      </div>
    </section>
  );
}
