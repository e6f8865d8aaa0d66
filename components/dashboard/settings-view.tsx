/** Import, names of organizations, and what Keyholder does and does not. */
import { useEffect, useState } from 'preact/hooks';
import type { Rejection, RejectionCode } from '../../lib/messages/protocol.ts';
import { regions } from '../../lib/domain/words.ts';
import type { OrganizationView } from '../ui/estate.ts';
import { ExportButton, ExportProgress } from '../ui/export-button.tsx';
import { ChoiceField, choicesOf, InputField } from '../ui/field.tsx';
import { timeText } from '../ui/format.ts';
import { type MessageKey, plural, pluralPlain, t } from '../ui/text.ts';
import { BackupCard } from './backup-card.tsx';
import { entryText, namesOf } from './log-text.ts';
import { PolicyCard } from './policy-card.tsx';
import { canApply, type DashboardModel, type ImportState, lacksRegion, previewText } from './dashboard-model.ts';

const rejections = {
  'not-json': 'rejection_not_json',
  'too-large': 'rejection_too_large',
  'too-deep': 'rejection_too_deep',
  'not-a-snapshot': 'rejection_not_a_snapshot',
  'newer-version': 'rejection_newer_version',
  'wrong-shape': 'rejection_wrong_shape',
  'digest-differs': 'rejection_digest_differs',
  'looks-like-a-key': 'rejection_looks_like_a_key',
  'unknown-reference': 'rejection_unknown_reference',
  'ambiguous-workspace': 'rejection_ambiguous_workspace',
  'duplicate-id': 'rejection_duplicate_id',
  'disagrees-with-earlier-row': 'rejection_disagrees',
  'too-many-rows': 'rejection_too_many_rows',
  'is-a-workbook': 'rejection_is_a_workbook',
  'encoding-unknown': 'rejection_encoding_unknown',
  'empty-file': 'rejection_empty_file',
  'missing-column': 'rejection_missing_column',
  'duplicate-column': 'rejection_duplicate_column',
  'broken-quotes': 'rejection_broken_quotes',
  'too-many-cells': 'rejection_too_many_cells',
  'value-missing': 'rejection_value_missing',
  'value-not-allowed': 'rejection_value_not_allowed',
  'too-long': 'rejection_too_long',
  'date-ambiguous': 'rejection_date_ambiguous',
  'date-is-a-number': 'rejection_date_is_a_number',
  'not-a-date': 'rejection_not_a_date',
  'not-a-whole-number': 'rejection_not_a_whole_number',
  'not-a-demand': 'rejection_not_a_demand',
  'region-needed': 'rejection_region_needed',
  'owner-missing': 'rejection_owner_missing',
  'ambiguous-organization': 'rejection_ambiguous_organization',
  'ambiguous-owner': 'rejection_ambiguous_owner',
} as const satisfies Record<RejectionCode, MessageKey>;

/** Why a row or a file is not taken, and where. */
export function rejectionText({ where, column, message, details }: Rejection): string {
  const table = column !== undefined;
  const why = t(table && message === 'too-large' ? 'rejection_table_too_large' : rejections[message], ...details);
  if (where === '') return why;
  if (!table) return t('rejection_at', where, why);
  return column === null ? t('rejection_at_row', where, why) : t('rejection_at_cell', where, column, why);
}

/** More rejections than this are only counted. */
const mostRejections = 50;

export function Rejections({ list }: { list: readonly Rejection[] }) {
  if (list.length === 0) return null;
  return (
    <ul class="rejections" role="list">
      {list.slice(0, mostRejections).map((rejection, index) => (
        <li key={index}>{rejectionText(rejection)}</li>
      ))}
      {list.length > mostRejections && <li>{plural('ui_more', list.length - mostRejections)}</li>}
    </ul>
  );
}

/** What is said live: the counts of the preview, then what was imported. */
function ImportStatus({ state }: { state: ImportState }) {
  if (state.step === 'reading') return <p>{t('dashboard_import_reading', state.fileName)}</p>;
  if (state.step === 'preview') {
    return state.preview.plan ? (
      <>
        <p class="strong">{previewText(state.preview.plan)}</p>
        {state.stop && <p>{t('dashboard_import_applying')}</p>}
      </>
    ) : (
      <p class="strong">{t('dashboard_import_impossible')}</p>
    );
  }
  if (state.step === 'done') return <p class="strong">{pluralPlain('dashboard_imported', state.keys)}</p>;
  return null;
}

/** How a CSV was read, and the region of rows that name none. */
function CsvNotes({ model, state }: { model: DashboardModel; state: Extract<ImportState, { step: 'preview' }> }) {
  const region = 'rows' in state.source ? state.source.region : null;
  return (
    <>
      {state.notes.map(({ code, details }) => (
        <p key={code} class="soft">
          {code === 'decoded-as'
            ? t('dashboard_import_decoded', details.join(', '))
            : t('dashboard_import_columns_left_out', details.join(', '))}
        </p>
      ))}
      {state.needsRegion && (
        <>
          <p>{t('dashboard_import_region_about')}</p>
          <ChoiceField
            label={t('dashboard_import_region')}
            value={region ?? ''}
            choices={[
              ...(region === null ? [{ id: '' as const, text: t('dashboard_import_region_choose') }] : []),
              ...choicesOf(regions, (each) => each.toUpperCase()),
            ]}
            onValue={(chosen) => chosen !== '' && void model.chooseRegion(chosen)}
          />
        </>
      )}
    </>
  );
}

/** What was imported last, through every reload, and taking it back. */
function LastImport({ model: { archive, estate } }: { model: DashboardModel }) {
  const changed = estate.readings.value;
  useEffect(() => void archive.readLog(), [changed]);
  const last = archive.lastImport.value;
  if (!last) return null;
  const { entry, op } = last;
  const { text } = entryText(entry, namesOf(estate.organizations.value));
  return (
    <>
      <p class="soft">{t('dashboard_import_last', timeText(entry.at), text)}</p>
      {op === null ? (
        <p class="soft">{t('dashboard_import_last_fixed')}</p>
      ) : (
        <div class="actions">
          <button
            type="button"
            class="secondary small"
            onClick={() => void estate.change('own/undo', { undo: op }, t('dashboard_import_undone'))}
          >
            {t('dashboard_import_undo_last')}
          </button>
        </div>
      )}
    </>
  );
}

function Import({ model }: { model: DashboardModel }) {
  const state = model.importing.value;
  const plan = state.step === 'preview' ? state.preview.plan : null;
  const lacking = lacksRegion(state);
  return (
    <section class="card">
      <h2>{t('dashboard_import')}</h2>
      <p class="soft">{t('dashboard_import_about')}</p>
      <div class="file">
        <label for="import-file">{t('dashboard_import_mapping')}</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (!file) return;
            // The same file chosen again is a wish to read it again.
            void model.previewImport(file).finally(() => (input.value = ''));
          }}
        />
      </div>
      <div role="status" class="import-status">
        <ImportStatus state={state} />
      </div>
      {state.step === 'reading' && (
        <ExportProgress
          label={t('dashboard_import_reading', state.fileName)}
          exporting={{ done: null, cancel: () => (model.importing.value = { step: 'none' }) }}
        />
      )}
      {state.step === 'preview' && (
        <>
          <p class="soft file-name">{state.fileName}</p>
          <CsvNotes model={model} state={state} />
          {plan && !lacking && (
            <p class="soft">
              {t(
                'dashboard_import_more',
                t('ui_organization', plan.region.toUpperCase(), plan.organization ?? t('ui_organization_unnamed')),
                plural('dashboard_count_workspaces', plan.workspaces),
                plural('dashboard_count_people', plan.users),
                plural('dashboard_count_memberships', plan.memberships),
              )}
            </p>
          )}
          <Rejections
            // That a region is needed is said once, beside the choice.
            list={state.preview.rejections.filter(({ message }) => !lacking || message !== 'region-needed')}
          />
          {plan && plan.rejected > 0 && !lacking && (
            <label class="check">
              <input
                type="checkbox"
                checked={state.leaveOut}
                onChange={(event) => (model.importing.value = { ...state, leaveOut: event.currentTarget.checked })}
              />
              <span>{pluralPlain('dashboard_import_leave_out', plan.rejected)}</span>
            </label>
          )}
          <div class="actions">
            {state.stop && (
              <ExportProgress
                label={t('dashboard_import_progress')}
                exporting={{ done: state.written, cancel: state.stop }}
              />
            )}
            {plan && (
              <button
                type="button"
                class="primary"
                disabled={!canApply(state)}
                onClick={() => void model.applyImport()}
              >
                {t('dashboard_import_apply')}
              </button>
            )}
            <button
              type="button"
              class="quiet"
              disabled={state.applying}
              onClick={() => (model.importing.value = { step: 'none' })}
            >
              {t('dashboard_import_put_away')}
            </button>
          </div>
        </>
      )}
      {state.step === 'done' && state.undo !== null ? (
        <div class="actions">
          <button type="button" class="secondary small" onClick={() => void model.undoImport()}>
            {t('dashboard_import_undo')}
          </button>
        </div>
      ) : (
        state.step !== 'preview' && <LastImport model={model} />
      )}
    </section>
  );
}

function OrganizationName({ model, organization }: { model: DashboardModel; organization: OrganizationView }) {
  const [name, setName] = useState(organization.name ?? '');
  const save = (event: Event): void => {
    event.preventDefault();
    void model.estate.change(
      'own/save-organization',
      { id: organization.id, revision: organization.record.revision, name: name.trim() === '' ? null : name.trim() },
      t('dashboard_organization_saved'),
    );
  };
  return (
    <form class="organization" onSubmit={save}>
      <InputField
        label={t('dashboard_organization_name', organization.region.toUpperCase())}
        value={name}
        onValue={setName}
      />
      <button type="submit" class="secondary" disabled={name.trim() === (organization.name ?? '')}>
        {t('dashboard_save_name')}
      </button>
    </form>
  );
}

/** Everything that is set once. */
export function SettingsView({ model }: { model: DashboardModel }) {
  const organizations = model.estate.organizations.value;
  return (
    <>
      <div class="view-head">
        <h1>{t('dashboard_settings')}</h1>
      </div>
      <div class="cards">
        {!model.demo.active && (
          <div class="card-column">
            <Import model={model} />
            <BackupCard model={model} />
          </div>
        )}
        <div class="card-column">
          <section class="card">
            <h2>{t('dashboard_export')}</h2>
            <p class="soft">{t('dashboard_export_about')}</p>
            <ExportButton estate={model.estate} />
          </section>
          <section class="card">
            <h2>{t('dashboard_organizations')}</h2>
            <p class="soft">{t('dashboard_organizations_about')}</p>
            {organizations.length === 0 && <p class="soft">{t('dashboard_organizations_none')}</p>}
            {organizations.map((organization) => (
              <OrganizationName
                key={`${organization.id} ${organization.name}`}
                model={model}
                organization={organization}
              />
            ))}
          </section>
        </div>
        <PolicyCard model={model} />
        <section class="card about">
          <h2>{t('dashboard_about')}</h2>
          <h3>{t('dashboard_about_reads')}</h3>
          <p>{t('dashboard_about_reads_text')}</p>
          <h3>{t('dashboard_about_never')}</h3>
          <p>{t('dashboard_about_never_text')}</p>
          <h3>{t('dashboard_about_limits')}</h3>
          <p>{t('dashboard_about_limits_text')}</p>
        </section>
      </div>
    </>
  );
}
