/** Snapshots: what was sealed when, whether it still holds, and what happened in between. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  type DiffEvent,
  eventKinds,
  eventSeverities,
  type EventKind,
  type EventSeverity,
} from '../../lib/domain/diff.ts';
import type { SnapshotRow } from '../../lib/domain/stored.ts';
import type { ExportFormat } from '../../lib/messages/protocol.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { changeTexts, eventKindText, type EventRows, eventTitle } from '../ui/event-text.ts';
import { exportItems, ExportProgress, useExport, useSnapshot } from '../ui/export-button.tsx';
import { ChoiceField, InputField } from '../ui/field.tsx';
import { numberText, timeText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { severityText } from '../ui/snapshot-text.ts';
import { SeverityMark } from '../ui/finding-list.tsx';
import { type MessageKey, plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { MergeSnapshot } from './merge-snapshot.tsx';
import { OrganizationSelect } from './organization-field.tsx';
import type { CheckedLine, SideChoice, SnapshotsModel } from './snapshots-model.ts';

const reasons = {
  asked: 'snapshots_reason_asked',
  'before-removal': 'snapshots_reason_before',
  'after-removal': 'snapshots_reason_after',
} as const satisfies Record<SnapshotRow['reason'], MessageKey>;

const links = {
  first: 'snapshots_link_first',
  joined: 'snapshots_link_joined',
  gap: 'snapshots_link_gap',
  broken: 'snapshots_link_broken',
} as const satisfies Record<CheckedLine['link'], MessageKey>;

/** When, and by which label, in one line. */
function lineName({ takenAt, label }: Pick<CheckedLine, 'takenAt' | 'label'>): string {
  return label === null ? timeText(takenAt) : t('snapshots_named', timeText(takenAt), label);
}

function Mark({ good, text }: { good: boolean | null; text: string }) {
  if (good === null) return <span class="soft">{text}</span>;
  return (
    <span class={good ? 'coverage' : 'coverage caution'}>
      <Icon name={good ? 'check' : 'warning'} />
      {text}
    </span>
  );
}

function columnsOf(
  model: SnapshotsModel,
  run: (line: CheckedLine, format: ExportFormat) => void,
  remove: (line: CheckedLine) => void,
): Column<CheckedLine>[] {
  return [
    {
      id: 'taken',
      header: t('snapshots_column_taken'),
      cell: ({ takenAt }) => (
        <time dateTime={takenAt} class="strong">
          {timeText(takenAt)}
        </time>
      ),
    },
    { id: 'label', header: t('snapshots_column_label'), cell: ({ label }) => label },
    { id: 'reason', header: t('snapshots_column_reason'), cell: ({ reason }) => t(reasons[reason]) },
    {
      id: 'keys',
      header: t('dashboard_column_keys'),
      cell: ({ keys }) => (
        <>
          <span class="wide-only">{numberText(keys)}</span>
          <span class="card-only">{plural('ui_count_keys', keys)}</span>
        </>
      ),
    },
    {
      id: 'digest',
      header: t('snapshots_column_digest'),
      cell: ({ sound, digest }) => (
        <span title={digest}>
          <Mark
            good={sound}
            text={t(
              sound === null ? 'snapshots_not_checked' : sound ? 'snapshots_digest_good' : 'snapshots_digest_broken',
            )}
          />
        </span>
      ),
    },
    {
      id: 'chain',
      header: t('snapshots_column_chain'),
      cell: ({ link }) => <Mark good={link === 'gap' ? null : link !== 'broken'} text={t(links[link])} />,
    },
    {
      id: 'actions',
      header: <span class="visually-hidden">{t('snapshots_column_actions')}</span>,
      cell: (line) => (
        <MenuButton
          name={t('snapshots_actions_of', lineName(line))}
          class="quiet small"
          items={[
            { id: 'compare', text: t('snapshots_compare_now') },
            ...exportItems().map(({ id, text }) => ({ id, text: t('snapshots_export_as', text) })),
            { id: 'delete', text: t('snapshots_delete') },
          ]}
          onChoose={(id) => {
            if (id === 'delete') remove(line);
            else if (id !== 'compare') run(line, id as ExportFormat);
            else {
              model.choose({ from: line.id, to: 'now' });
              void model.compare();
            }
          }}
        >
          <span>{t('snapshots_actions')}</span>
        </MenuButton>
      ),
    },
  ];
}

/** What checking said, live. */
function Checked({ model }: { model: SnapshotsModel }) {
  const { step, checked, broken } = model.checking.value;
  return (
    <div role="status" class="verified">
      {step === 'working' && <p>{plural('snapshots_checking', checked)}</p>}
      {step === 'done' && broken === null && (
        <p class="verdict">
          <Icon name="check" />
          {plural('snapshots_checked', checked)}
        </p>
      )}
      {broken !== null && (
        <p class="alert">
          {t(broken.sound === false ? 'snapshots_broken_digest' : 'snapshots_broken_chain', lineName(broken))}
        </p>
      )}
    </div>
  );
}

function Take({ model }: { model: DashboardModel }) {
  const [label, setLabel] = useState('');
  const { taking, take } = useSnapshot(model.estate);
  const organization = model.snapshots.organization.value;
  return (
    <form
      class="take"
      onSubmit={(event) => {
        event.preventDefault();
        const named = label.trim() === '' ? null : label.trim();
        if (organization) void take(organization.id, named).then((taken) => taken && setLabel(''));
      }}
    >
      <InputField
        label={t('snapshots_label')}
        maxLength={200}
        value={label}
        placeholder={t('snapshots_label_example')}
        onValue={setLabel}
      />
      <button type="submit" class="primary" disabled={taking !== null}>
        <Icon name="camera" />
        {t('ui_take_snapshot')}
      </button>
      <ExportProgress label={t('ui_take_snapshot')} exporting={taking} />
    </form>
  );
}

function SideSelect({
  label,
  lines,
  value,
  now,
  onChange,
}: {
  label: string;
  lines: readonly CheckedLine[];
  value: SideChoice | null;
  now: boolean;
  onChange: (value: SideChoice) => void;
}) {
  return (
    <ChoiceField
      label={label}
      value={value ?? ''}
      choices={[
        ...(now ? [{ id: 'now', text: t('snapshots_now') }] : []),
        ...lines.map((line) => ({ id: line.id, text: lineName(line) })),
      ]}
      onValue={onChange}
    />
  );
}

function eventColumns(rows: EventRows): Column<DiffEvent & { row: string }>[] {
  const side = (event: DiffEvent, which: 'before' | 'after') =>
    changeTexts(event, rows).map((change, index) => (
      <span key={index} class="event-value">
        {change.name !== null && <span class="soft">{change.name} </span>}
        {change[which]}
      </span>
    ));
  return [
    {
      id: 'severity',
      header: t('report_severity'),
      cell: ({ severity }) => <SeverityMark severity={severity} />,
    },
    {
      id: 'what',
      header: t('snapshots_column_what'),
      cell: (event) => (
        <>
          <span class="strong">{eventKindText(event.kind)}</span>
          <span>{eventTitle(event, rows)}</span>
          {event.unread && event.kind === 'key.added' && <span class="soft">{t('event_first_seen')}</span>}
        </>
      ),
    },
    {
      id: 'before',
      header: t('snapshots_column_before'),
      cell: (event) => (
        <>
          <span class="card-only soft">{t('snapshots_column_before')}</span>
          {side(event, 'before')}
        </>
      ),
    },
    {
      id: 'after',
      header: t('snapshots_column_after'),
      cell: (event) => (
        <>
          <span class="card-only soft">{t('snapshots_column_after')}</span>
          {side(event, 'after')}
        </>
      ),
    },
  ];
}

function Compared({ model }: { model: SnapshotsModel }) {
  const state = model.comparing.value;
  const shown = model.shown.value;
  const columns = useMemo(() => (state.step === 'done' ? eventColumns(state.rows) : []), [state]);
  const rows = useMemo(() => shown.map((event, index) => ({ ...event, row: String(index) })), [shown]);
  if (state.step === 'none') return null;
  if (state.step === 'working') {
    return (
      <div class="actions">
        <p role="status">{t('snapshots_comparing')}</p>
        <ExportProgress label={t('snapshots_compare_button')} exporting={{ done: null, cancel: state.stop }} />
      </div>
    );
  }
  if (state.step === 'refused') return <p class="alert">{t('snapshots_not_comparable')}</p>;
  const kinds = new Set(state.events.map(({ kind }) => kind));
  const counts = eventSeverities.flatMap((severity) => {
    const count = state.events.filter((event) => event.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
  return (
    <>
      <p role="status" class="soft">
        {state.events.length === 0
          ? t('snapshots_no_difference')
          : t(
              'snapshots_differences',
              plural('snapshots_count_changes', state.events.length),
              counts
                .map(({ severity, count }) => t('snapshots_count_severity', numberText(count), severityText(severity)))
                .join(', '),
            )}
      </p>
      {state.events.length > 0 && (
        <>
          <div class="search-row">
            <select
              aria-label={t('snapshots_filter_kind')}
              value={model.kind.value}
              onChange={(event) => (model.kind.value = event.currentTarget.value as EventKind | 'all')}
            >
              <option value="all">{t('snapshots_kind_all')}</option>
              {eventKinds
                .filter((kind) => kinds.has(kind))
                .map((kind) => (
                  <option key={kind} value={kind}>
                    {eventKindText(kind)}
                  </option>
                ))}
            </select>
            <select
              aria-label={t('snapshots_filter_severity')}
              value={model.severity.value}
              onChange={(event) => (model.severity.value = event.currentTarget.value as EventSeverity | 'all')}
            >
              <option value="all">{t('snapshots_severity_all')}</option>
              {counts.map(({ severity }) => (
                <option key={severity} value={severity}>
                  {severityText(severity)}
                </option>
              ))}
            </select>
          </div>
          <p class={shown.length === state.events.length ? 'visually-hidden' : 'soft'} aria-live="polite">
            {shown.length === state.events.length ? '' : plural('snapshots_count_changes', shown.length)}
          </p>
          <DataTable
            label={t('snapshots_changes')}
            class="events-table"
            columns={columns}
            rows={rows}
            idOf={({ row }) => row}
            estimate={64}
          />
        </>
      )}
    </>
  );
}

function Compare({ model, lines }: { model: SnapshotsModel; lines: readonly CheckedLine[] }) {
  return (
    <section class="card compare">
      <h2>{t('snapshots_compare')}</h2>
      <form
        class="take"
        onSubmit={(event) => {
          event.preventDefault();
          void model.compare();
        }}
      >
        <SideSelect
          label={t('snapshots_from')}
          lines={lines}
          value={model.from.value}
          now={false}
          onChange={(value) => model.choose({ from: value })}
        />
        <SideSelect
          label={t('snapshots_to')}
          lines={lines}
          value={model.to.value}
          now
          onChange={(value) => model.choose({ to: value })}
        />
        <button type="submit" class="secondary">
          {t('snapshots_compare_button')}
        </button>
      </form>
      <Compared model={model} />
    </section>
  );
}

/** All stored snapshots of one organization. */
export function SnapshotsView({ model }: { model: DashboardModel }) {
  const { snapshots, estate } = model;
  const organizations = estate.organizations.value;
  const organization = snapshots.organization.value;
  const lines = snapshots.lines.value;
  const [deleting, setDeleting] = useState<CheckedLine | null>(null);
  const { exporting, run } = useExport(estate);
  // Each reading of the estate follows a change somewhere, and a snapshot may have been taken with it.
  const changed = estate.readings.value;
  useEffect(() => void snapshots.load(), [changed, organization?.id]);
  const columns = useMemo(
    () =>
      columnsOf(
        snapshots,
        (line, format) => void (organization && run(organization, format, line.id)),
        (line) => setDeleting(line),
      ),
    [organization],
  );
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_snapshots')}</h1>
          <p class="soft">{lines ? plural('snapshots_count', lines.length) : ''}</p>
        </div>
        <div class="actions">
          <OrganizationSelect
            aria-label={t('snapshots_organization')}
            organizations={organizations}
            chosen={organization?.id}
            onChoose={({ id }) => (snapshots.chosen.value = id)}
          />
          <ExportProgress exporting={exporting} />
          {lines && snapshots.checking.value.step === 'working' && (
            <ExportProgress
              label={t('snapshots_check')}
              exporting={{ done: snapshots.checking.value.checked / lines.length, cancel: () => snapshots.stopCheck() }}
            />
          )}
          <button
            type="button"
            class="secondary"
            disabled={!lines?.length || snapshots.checking.value.step === 'working'}
            onClick={() => void snapshots.check()}
          >
            {t('snapshots_check')}
          </button>
        </div>
      </div>
      {!organization && (
        <div class="teach">
          <h2>{t('snapshots_nothing')}</h2>
          <p>{t('snapshots_nothing_why')}</p>
        </div>
      )}
      {organization && (
        <>
          <Take model={model} />
          <Checked model={snapshots} />
          {lines?.length === 0 && (
            <div class="teach">
              <h2>{t('snapshots_empty')}</h2>
              <p>{t('snapshots_empty_why')}</p>
            </div>
          )}
          {lines && lines.length > 0 && (
            <>
              <DataTable
                label={t('snapshots_table')}
                class="snapshots-table"
                columns={columns}
                rows={lines}
                idOf={({ id }) => id}
                estimate={52}
                rowClass={({ sound, link }) => (sound === false || link === 'broken' ? 'broken' : '')}
              />
              <Compare model={snapshots} lines={lines} />
            </>
          )}
        </>
      )}
      <MergeSnapshot model={snapshots} />
      {deleting && (
        <Dialog title={t('snapshots_delete_title')} place="middle" onClose={() => setDeleting(null)}>
          <div class="dialog-body">
            <p>{t('snapshots_delete_text', lineName(deleting))}</p>
          </div>
          <footer class="dialog-foot">
            <button type="button" class="secondary" onClick={() => setDeleting(null)}>
              {t('ui_cancel')}
            </button>
            <button
              type="button"
              class="secondary danger"
              onClick={() => {
                void snapshots.remove(deleting.id, t('snapshots_deleted'));
                setDeleting(null);
              }}
            >
              {t('snapshots_delete_button')}
            </button>
          </footer>
        </Dialog>
      )}
    </>
  );
}
