/** A colleague's snapshot, merged: what would change, and where the two maps disagree, a choice for each. */
import { useMemo } from 'preact/hooks';
import type { FileConflict, MergedField } from '../../lib/domain/merge.ts';
import { joinDemand } from '../../lib/domain/mapping-csv.ts';
import type { KeyStatus } from '../../lib/domain/words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportProgress } from '../ui/export-button.tsx';
import { dateText, listText, numberText } from '../ui/format.ts';
import { codeText } from '../ui/event-text.ts';
import { keyTitle, workspaceText } from '../ui/impact-text.ts';
import { statusText } from '../ui/key-table.tsx';
import { type MessageKey, plural, t } from '../ui/text.ts';
import { previewText } from './dashboard-model.ts';
import { Rejections } from './settings-view.tsx';
import type { SnapshotsModel } from './snapshots-model.ts';

const fields: Record<MergedField, MessageKey> = {
  name: 'dashboard_field_name',
  email: 'dashboard_field_email',
  pandadocId: 'snapshots_field_id',
  membershipId: 'snapshots_field_membership_id',
  license: 'dashboard_column_license',
  role: 'snapshots_field_role',
  orgAdmin: 'dashboard_field_org_admin',
  kind: 'dashboard_column_kind',
  status: 'dashboard_field_status',
  label: 'dashboard_field_label',
  hint: 'dashboard_field_hint',
  ownerId: 'ui_column_owner',
  createdOn: 'dashboard_field_created',
  rotatedOn: 'dashboard_field_rotated',
  verifiedOn: 'dashboard_field_verified',
  rotationDays: 'dashboard_field_rotation',
  usedBy: 'dashboard_field_used_by',
  demand: 'dashboard_field_demand',
  notes: 'dashboard_field_notes',
};

function aboutText({ about: { key, workspace, person } }: FileConflict): string {
  if (key) return keyTitle(key, workspace);
  if (person !== null && workspace !== null) return t('event_about_member', person, workspace);
  return person ?? workspaceText(workspace);
}

function valueText(value: unknown, { field, about }: FileConflict): string {
  if (value === null || value === undefined) return t('ui_person_unnamed');
  if (field === 'createdOn' || field === 'rotatedOn' || field === 'verifiedOn') return dateText(value as string);
  if (field === 'usedBy') return listText(value as string[]);
  if (field === 'demand') return joinDemand(value as Record<string, number>);
  if (field === 'orgAdmin') return t(value === 'yes' ? 'event_yes' : 'event_no');
  if (field === 'status') return about.key ? statusText(value as KeyStatus) : codeText(value as string);
  if (field === 'kind') return codeText(value as string);
  return typeof value === 'number' ? numberText(value) : (value as string);
}

function Conflict({ model, conflict }: { model: SnapshotsModel; conflict: FileConflict }) {
  const chosen = model.choices.value[conflict.id] ?? conflict.winner;
  return (
    <fieldset class="conflict">
      <legend>{t('snapshots_conflict', aboutText(conflict), t(fields[conflict.field]))}</legend>
      {(['ours', 'theirs'] as const).map((side) => (
        <label key={side} class="check">
          <input
            type="radio"
            name={`conflict ${conflict.id}`}
            checked={chosen === side}
            onChange={() => (model.choices.value = { ...model.choices.value, [conflict.id]: side })}
          />
          <span>
            {t(
              side === 'ours' ? 'snapshots_conflict_ours' : 'snapshots_conflict_theirs',
              valueText(conflict[side].value, conflict),
              dateText(conflict[side].at),
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** All of them; a table, since there may be thousands, of which only those in the window are drawn. */
function Conflicts({ model, conflicts }: { model: SnapshotsModel; conflicts: readonly FileConflict[] }) {
  const label = plural('snapshots_count_conflicts', conflicts.length);
  const columns = useMemo(
    (): Column<FileConflict>[] => [
      { id: 'conflict', header: label, cell: (conflict) => <Conflict model={model} conflict={conflict} /> },
    ],
    [model, label],
  );
  if (conflicts.length === 0) return null;
  return <DataTable label={label} columns={columns} rows={conflicts} idOf={({ id }) => id} estimate={88} />;
}

/** The file, what it would do, the choices, and the way back. */
export function MergeSnapshot({ model }: { model: SnapshotsModel }) {
  const state = model.merging.value;
  const plan = state.step === 'preview' ? state.preview.plan : null;
  const conflicts = (state.step === 'preview' && state.preview.conflicts) || [];
  return (
    <section class="card">
      <h2>{t('snapshots_merge')}</h2>
      <p class="soft">{t('snapshots_merge_about')}</p>
      <label class="file">
        <span>{t('snapshots_merge_file')}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (!file) return;
            // The same file chosen again is a wish to read it again.
            void model.previewMerge(file).finally(() => (input.value = ''));
          }}
        />
      </label>
      <div role="status">
        {state.step === 'working' && <p>{t('snapshots_merge_reading')}</p>}
        {state.step === 'applying' && <p>{t('dashboard_import_applying')}</p>}
        {state.step === 'done' && <p>{plural('snapshots_merged', state.keys)}</p>}
        {plan && (
          <p>{t('snapshots_merge_counts', previewText(plan), plural('snapshots_count_conflicts', conflicts.length))}</p>
        )}
      </div>
      {state.step === 'applying' && <ExportProgress label={t('snapshots_merge_apply')} exporting={state} />}
      {state.step === 'preview' && (
        <>
          <Rejections list={state.preview.rejections} />
          <Conflicts model={model} conflicts={conflicts} />
          {plan && plan.rejected > 0 && (
            <label class="check">
              <input
                type="checkbox"
                checked={state.leaveOut}
                onChange={(event) => (model.merging.value = { ...state, leaveOut: event.currentTarget.checked })}
              />
              <span>{plural('dashboard_import_leave_out', plan.rejected)}</span>
            </label>
          )}
          <div class="actions">
            {plan && (
              <button
                type="button"
                class="primary"
                disabled={plan.rejected > 0 && !state.leaveOut}
                onClick={() => void model.applyMerge()}
              >
                {t('snapshots_merge_apply')}
              </button>
            )}
            <button type="button" class="quiet" onClick={() => (model.merging.value = { step: 'none' })}>
              {t('dashboard_import_put_away')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
