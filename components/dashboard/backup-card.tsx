/** Backup and restore: everything in one file, and back. */
import { useEffect, useState } from 'preact/hooks';
import type { BackupCounts, BackupProblem } from '../../lib/domain/backup.ts';
import { Dialog } from '../ui/dialog.tsx';
import { download, ExportProgress } from '../ui/export-button.tsx';
import { dateText, numberText, timeText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { type MessageKey, plural, t } from '../ui/text.ts';
import type { MadeBackup, RestoreState, TextFile } from './archive.ts';
import type { DashboardModel } from './dashboard-model.ts';

const problems = {
  'too-large': 'backup_problem_too_large',
  'too-deep': 'backup_problem_too_deep',
  'not-json': 'rejection_not_json',
  'not-a-backup': 'backup_problem_not_a_backup',
  'newer-version': 'rejection_newer_version',
  'wrong-shape': 'rejection_wrong_shape',
  'digest-differs': 'rejection_digest_differs',
  'looks-like-a-key': 'rejection_looks_like_a_key',
  'duplicate-id': 'rejection_duplicate_id',
  'region-differs': 'backup_problem_region_differs',
} as const satisfies Record<BackupProblem['code'], MessageKey>;

/** Why a file is not taken, and where. */
export function problemText({ where, code, details }: BackupProblem): string {
  const why = t(problems[code], ...details);
  return where === '' ? why : t('rejection_at', where, why);
}

const counted = {
  keys: 'backup_count_keys',
  workspaces: 'backup_count_workspaces',
  users: 'backup_count_users',
  snapshots: 'backup_count_snapshots',
  log: 'backup_count_log',
} as const satisfies Record<keyof BackupCounts, MessageKey>;

const save = ({ fileName, text }: TextFile): void => download(fileName, text);

function Counts({ now, then }: { now: BackupCounts; then: BackupCounts }) {
  return (
    <table class="counts-table" aria-label={t('backup_table')}>
      <thead>
        <tr>
          <th scope="col">{t('backup_what')}</th>
          <th scope="col">{t('backup_now')}</th>
          <th scope="col">{t('backup_in_file')}</th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(counted) as (keyof BackupCounts)[]).map((name) => (
          <tr key={name}>
            <th scope="row">{t(counted[name])}</th>
            <td>{numberText(now[name])}</td>
            <td>{numberText(then[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Restore({ model, state }: { model: DashboardModel; state: RestoreState }) {
  const { archive } = model;
  const preview = state.step === 'preview' ? state : null;
  const under =
    state.step === 'reading' ? t('backup_reading', state.fileName) : preview?.restoring && t('backup_replacing');
  const close = (): void => {
    if (preview?.restoring) return;
    if (state.step === 'reading') state.stop();
    archive.restoring.value = null;
  };
  return (
    <Dialog title={t('backup_restore')} place="middle" onClose={close}>
      <div class="dialog-body">
        <div class="file">
          <label for="backup-file">{t('backup_file')}</label>
          <input
            id="backup-file"
            type="file"
            accept=".json,application/json"
            disabled={preview?.restoring != null}
            onChange={(event) => {
              const input = event.currentTarget;
              const [file] = input.files ?? [];
              // The same file chosen again is a wish to read it again.
              if (file) void archive.chooseBackup(file).finally(() => (input.value = ''));
            }}
          />
        </div>
        <div role="status" class="import-status">
          {state.step === 'refused' && (
            <>
              <p class="strong">{t('backup_refused')}</p>
              <p>{problemText(state.problem)}</p>
            </>
          )}
          {preview && <p class="strong">{t('backup_made_on', timeText(preview.backup.madeAt))}</p>}
          {under && <p>{under}</p>}
        </div>
        {preview && (
          <>
            <Counts now={preview.now} then={preview.counts} />
            <p class="alert">{t('backup_warning')}</p>
            {Object.values(preview.now).some((count) => count > 0) && (
              <label class="check">
                <input
                  type="checkbox"
                  checked={preview.first}
                  disabled={preview.restoring !== null}
                  onChange={(event) => (archive.restoring.value = { ...preview, first: event.currentTarget.checked })}
                />
                <span>{t('backup_first')}</span>
              </label>
            )}
            {archive.unsound.value && <p class="alert">{t('backup_unsound', problemText(archive.unsound.value))}</p>}
          </>
        )}
      </div>
      <footer class="dialog-foot">
        {under && (
          <progress aria-label={under} {...('done' in state && state.done !== null && { value: state.done })} max={1} />
        )}
        <button type="button" class="quiet" onClick={() => (preview?.restoring ? preview.restoring.abort() : close())}>
          {t('dashboard_cancel')}
        </button>
        {preview && (
          <button
            type="button"
            class="secondary danger"
            disabled={preview.restoring !== null}
            onClick={() => void archive.restore(save)}
          >
            {t('backup_replace')}
          </button>
        )}
      </footer>
    </Dialog>
  );
}

/** What was stored before the last update of the data's form. */
function BeforeUpdate({ model }: { model: DashboardModel }) {
  const [copy, setCopy] = useState<Awaited<ReturnType<DashboardModel['archive']['beforeUpdate']>>>(null);
  useEffect(() => void model.archive.beforeUpdate().then(setCopy, () => setCopy(null)), []);
  if (!copy) return null;
  return (
    <div class="before-update">
      <p class="soft">{t('backup_before_update', dateText(copy.at))}</p>
      <button type="button" class="quiet small" onClick={() => void copy.file().then(save)}>
        <Icon name="download" />
        {t('backup_before_update_download')}
      </button>
    </div>
  );
}

/** Data that cannot be read as they should: handed out as they lie there, since nothing else can be done with them. */
export function StoredAsIs({ model }: { model: DashboardModel }) {
  const [none, setNone] = useState(false);
  const take = async (): Promise<void> => {
    const file = await model.archive.storedAsIs().catch(() => null);
    if (file) save(file);
    setNone(file === null);
  };
  return (
    <div class="actions">
      <button type="button" class="secondary" onClick={() => void take()}>
        <Icon name="download" />
        {t('backup_stored_as_is')}
      </button>
      {none && <p role="status">{t('error_unreadable')}</p>}
    </div>
  );
}

/** The part of the settings. */
export function BackupCard({ model }: { model: DashboardModel }) {
  const { archive, estate } = model;
  const last = estate.backup.value?.made ?? null;
  const restored = archive.restored.value;
  const unsound = archive.unsound.value;
  // Said before it is noted: that it could not be noted must not be covered by this.
  const told = (made: MadeBackup): void => {
    save(made);
    const text = t('backup_exported', made.fileName);
    const whole = made.leftOut === 0 ? text : t('ui_two_sentences', text, plural('backup_left_out', made.leftOut));
    estate.notice.value = { kind: 'done', text: whole, undo: null };
  };
  return (
    <section class="card">
      <h2>{t('backup_heading')}</h2>
      <p class="soft">{t('backup_about')}</p>
      <p>{last ? t('backup_last', dateText(last.at)) : t('backup_none')}</p>
      <div class="actions">
        <button
          type="button"
          class="secondary"
          disabled={archive.making.value !== null}
          onClick={() => void archive.backUp(told)}
        >
          <Icon name="download" />
          {t('backup_export')}
        </button>
        <button type="button" class="secondary" onClick={() => (archive.restoring.value = { step: 'choose' })}>
          {t('backup_restore')}
        </button>
        <ExportProgress label={t('backup_export')} exporting={archive.making.value} />
      </div>
      <BeforeUpdate model={model} />
      {unsound && !archive.restoring.value && <p class="alert">{t('backup_unsound', problemText(unsound))}</p>}
      <div role="status" class="import-status">
        {restored && (
          <p class="strong">
            {t('backup_restored', timeText(restored.madeAt), plural('ui_count_keys', restored.keys))}
          </p>
        )}
      </div>
      {archive.restoring.value && <Restore model={model} state={archive.restoring.value} />}
    </section>
  );
}
