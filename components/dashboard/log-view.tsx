/** The log: everything that happened, newest first, whether its chain holds, and what that proves. */
import { useEffect, useMemo } from 'preact/hooks';
import type { LogEntry } from '../../lib/domain/stored.ts';
import type { Region } from '../../lib/domain/words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { download, ExportProgress } from '../ui/export-button.tsx';
import { numberText, timeText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { plural, t } from '../ui/text.ts';
import type { ArchiveModel } from './archive.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { entryText, kindOf, kindText, type LogKind, logKinds, type Names, namesOf } from './log-text.ts';

function columnsOf(names: Names, { archive, estate }: DashboardModel): Column<LogEntry>[] {
  return [
    { id: 'number', header: t('log_column_number'), cell: ({ seq }) => <span class="soft">{numberText(seq)}</span> },
    { id: 'at', header: t('log_column_at'), cell: ({ at }) => <time dateTime={at}>{timeText(at)}</time> },
    { id: 'kind', header: t('log_column_kind'), cell: ({ kind }) => kindText(kindOf(kind)) },
    {
      id: 'what',
      header: t('log_column_what'),
      cell: (entry) => {
        const { text, details } = entryText(entry, names);
        return (
          <>
            <span>{text}</span>
            {details.map((detail) => (
              <span key={detail} class="soft">
                {detail}
              </span>
            ))}
          </>
        );
      },
    },
    {
      id: 'region',
      header: t('ui_column_region'),
      cell: ({ region }) => region && <span class="region">{region.toUpperCase()}</span>,
    },
    {
      id: 'undo',
      header: <span class="visually-hidden">{t('ui_undo')}</span>,
      cell: ({ seq }) => {
        const undo = archive.undoable.value.get(seq);
        return (
          undo !== undefined && (
            <button
              type="button"
              class="secondary small"
              aria-label={t('log_undo_entry', numberText(seq))}
              onClick={() => void estate.change('own/undo', { undo }, t('ui_undone'))}
            >
              {t('ui_undo')}
            </button>
          )
        );
      },
    },
  ];
}

/** What verifying said, live. */
function Verified({ archive }: { archive: ArchiveModel }) {
  const state = archive.verified.value;
  return (
    <div role="status" class="verified">
      {state.step === 'working' && <p>{t('log_verifying')}</p>}
      {state.step === 'stopped' && <p>{t('log_verify_stopped')}</p>}
      {state.step === 'done' && state.broken === null && (
        <p class="verdict">
          <Icon name="check" />
          {plural('log_verified', state.entries)}
        </p>
      )}
      {state.step === 'done' && state.broken !== null && (
        <p class="alert">{t('log_broken', numberText(state.broken))}</p>
      )}
    </div>
  );
}

function Filters({ archive }: { archive: ArchiveModel }) {
  const query = archive.query.value;
  const kinds = archive.kinds.value;
  const set = (changed: Partial<typeof query>): void => {
    archive.query.value = { ...query, ...changed };
  };
  return (
    <div class="search-row log-filters">
      <select
        aria-label={t('log_filter_kind')}
        value={query.kind}
        onChange={(event) => set({ kind: event.currentTarget.value as LogKind | 'all' })}
      >
        <option value="all">{t('log_kind_all')}</option>
        {logKinds
          .filter((kind) => kinds.includes(kind) || kind === query.kind)
          .map((kind) => (
            <option key={kind} value={kind}>
              {kindText(kind)}
            </option>
          ))}
      </select>
      <select
        aria-label={t('ui_filter_region')}
        value={query.region}
        onChange={(event) => set({ region: event.currentTarget.value as Region | 'all' })}
      >
        <option value="all">{t('ui_region_all')}</option>
        <option value="us">US</option>
        <option value="eu">EU</option>
      </select>
      <label class="check">
        <span>{t('log_from')}</span>
        <input
          type="date"
          value={query.from}
          {...(query.to !== '' && { max: query.to })}
          onInput={(event) => set({ from: event.currentTarget.value })}
        />
      </label>
      <label class="check">
        <span>{t('log_to')}</span>
        <input
          type="date"
          value={query.to}
          {...(query.from !== '' && { min: query.from })}
          onInput={(event) => set({ to: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

/** Everything that happened. */
export function LogView({ model }: { model: DashboardModel }) {
  const { archive, estate } = model;
  // Each reading of the estate follows a change somewhere, and each of those may have been logged.
  const changed = estate.readings.value;
  useEffect(() => void archive.readLog(), [changed]);
  const organizations = estate.organizations.value;
  const columns = useMemo(
    () => columnsOf(namesOf(organizations), model),
    [organizations, model, archive.undoable.value],
  );
  const entries = archive.entries.value;
  const shown = archive.shown.value;
  const verified = archive.verified.value;
  const reading = archive.readingLog.value;
  const save = (): void => {
    const { fileName, text } = archive.logFile();
    download(fileName, text);
    estate.notice.value = { kind: 'done', text: t('log_exported', fileName), undo: null };
  };
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_log')}</h1>
          <p class="soft">{entries ? plural('log_count', entries.length) : reading && t('log_being_read')}</p>
        </div>
        <div class="actions">
          {verified.step === 'working' && <ExportProgress label={t('log_verify')} exporting={verified} />}
          <button type="button" class="secondary" disabled={!entries?.length} onClick={save}>
            <Icon name="download" />
            {t('log_export')}
          </button>
          <button
            type="button"
            class="primary"
            disabled={!entries || verified.step === 'working'}
            onClick={() => void archive.verify()}
          >
            {t('log_verify')}
          </button>
        </div>
      </div>
      <Verified archive={archive} />
      <p class="soft foot-note">{t('log_about')}</p>
      {entries?.length === 0 && (
        <div class="teach">
          <h2>{t('log_empty')}</h2>
          <p>{t('log_empty_why')}</p>
        </div>
      )}
      {entries && entries.length > 0 && (
        <>
          <Filters archive={archive} />
          <p class={shown.length === entries.length ? 'visually-hidden' : 'soft'} aria-live="polite">
            {shown.length === entries.length ? '' : plural('log_found', shown.length)}
          </p>
          <DataTable
            label={t('log_table')}
            class="log-table"
            columns={columns}
            rows={shown}
            idOf={({ seq }) => String(seq)}
            estimate={58}
          />
          {shown.length === 0 && <p class="empty">{t('log_none_fits')}</p>}
        </>
      )}
    </>
  );
}
