/** Import, names of organizations, and what Keyholder does and does not. */
import { useState } from 'preact/hooks';
import type { Rejection, RejectionCode } from '../../lib/messages/protocol.ts';
import type { OrganizationView } from '../ui/estate.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { Field } from '../ui/field.tsx';
import { type MessageKey, plural, t } from '../ui/text.ts';
import { BackupCard } from './backup-card.tsx';
import { canApply, type DashboardModel, type ImportState, previewText } from './dashboard-model.ts';

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
} as const satisfies Record<RejectionCode, MessageKey>;

/** Why a row or a file is not taken, and where. */
export function rejectionText({ where, message, details }: Rejection): string {
  const why = t(rejections[message], ...details);
  return where === '' ? why : t('rejection_at', where, why);
}

/** More rejections than this are only counted. */
const mostRejections = 50;

function Rejections({ list }: { list: readonly Rejection[] }) {
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
      <p class="strong">{previewText(state.preview.plan)}</p>
    ) : (
      <p class="strong">{t('dashboard_import_impossible')}</p>
    );
  }
  if (state.step === 'done') return <p class="strong">{plural('dashboard_imported', state.keys)}</p>;
  return null;
}

function Import({ model }: { model: DashboardModel }) {
  const state = model.importing.value;
  const plan = state.step === 'preview' ? state.preview.plan : null;
  return (
    <section class="card">
      <h2>{t('dashboard_import')}</h2>
      <p class="soft">{t('dashboard_import_about')}</p>
      <div class="file">
        <label for="import-file">{t('dashboard_import_mapping')}</label>
        <input
          id="import-file"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (!file) return;
            void file
              .text()
              .then((text) => model.previewImport(file.name, text))
              // The same file chosen again is a wish to read it again.
              .finally(() => (input.value = ''));
          }}
        />
      </div>
      <div role="status" class="import-status">
        <ImportStatus state={state} />
      </div>
      {state.step === 'preview' && (
        <>
          {plan && (
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
          <Rejections list={state.preview.rejections} />
          {plan && plan.rejected > 0 && (
            <label class="check">
              <input
                type="checkbox"
                checked={state.leaveOut}
                onChange={(event) => (model.importing.value = { ...state, leaveOut: event.currentTarget.checked })}
              />
              <span>{plural('dashboard_import_leave_out', plan.rejected)}</span>
            </label>
          )}
          <div class="actions">
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
            <button type="button" class="quiet" onClick={() => (model.importing.value = { step: 'none' })}>
              {t('dashboard_import_put_away')}
            </button>
          </div>
        </>
      )}
      {state.step === 'done' && state.undo !== null && (
        <div class="actions">
          <button type="button" class="secondary small" onClick={() => void model.undoImport()}>
            {t('dashboard_import_undo')}
          </button>
        </div>
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
      <Field label={t('dashboard_organization_name', organization.region.toUpperCase())}>
        {(ids) => <input {...ids} type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} />}
      </Field>
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
        <Import model={model} />
        <section class="card">
          <h2>{t('dashboard_export')}</h2>
          <p class="soft">{t('dashboard_export_about')}</p>
          {organizations.length > 0 ? (
            <ExportButton estate={model.estate} />
          ) : (
            <p class="soft">{t('dashboard_export_nothing')}</p>
          )}
        </section>
        <BackupCard model={model} />
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
