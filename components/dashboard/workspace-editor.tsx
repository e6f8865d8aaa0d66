/** One workspace: its name, its kind, PandaDoc's id. */
import { useState } from 'preact/hooks';
import { regions } from '../../lib/domain/words.ts';
import { organizationText } from '../ui/export-button.tsx';
import { ChoiceField, choicesOf, InputField } from '../ui/field.tsx';
import { workspaceText } from '../ui/impact-text.ts';
import { plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { dependsOnWorkspace } from './depends.ts';
import { Editor } from './editor.tsx';
import { kindText, regionText, workspaceKinds, workspaceStatuses, workspaceStatusText } from './state-text.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The panel of a workspace, or of a new one. */
export function WorkspaceEditor({
  model,
  id,
  onClose,
}: {
  model: DashboardModel;
  id: string | null;
  onClose: () => void;
}) {
  const { estate } = model;
  const organizations = estate.organizations.value;
  const row = id === null ? undefined : model.workspaces.value.find((each) => each.id === id);
  const revisionNow = (): number | null =>
    estate.records.value.workspaces.find((each) => each.id === id)?.revision ?? null;
  const [revision, setRevision] = useState(revisionNow);
  const [draft, setDraft] = useState(() => ({
    organizationId: row?.organization.id ?? organizations[0]?.id ?? '',
    region: row?.organization.region ?? organizations[0]?.region ?? 'us',
    name: row?.workspace.name ?? '',
    pandadocId: row?.workspace.pandadocId ?? '',
    kind: row?.workspace.kind ?? 'standard',
    status: row?.workspace.status ?? 'active',
  }));
  const set = (change: Partial<typeof draft>): void => setDraft((former) => ({ ...former, ...change }));
  if (id !== null && !row) return null;
  const title = row ? workspaceText(row.workspace.name) : t('dashboard_add_workspace');

  const save = async (): Promise<boolean> => {
    const answer = await estate.change(
      'own/save-workspace',
      {
        input: {
          id,
          organizationId: orNull(draft.organizationId),
          region: draft.region,
          revision,
          name: draft.name.trim(),
          pandadocId: orNull(draft.pandadocId),
          kind: draft.kind,
          status: draft.status,
        },
      },
      id === null ? t('dashboard_workspace_added') : t('dashboard_workspace_saved'),
    );
    if (!answer) setRevision(revisionNow());
    return answer !== null;
  };

  // The two choices are one: an organization belongs to a region, and a first one has no name yet.
  const place = organizations.some(({ region }) => region === draft.region) ? draft.organizationId : draft.region;
  const missing = regions.filter((region) => !organizations.some((each) => each.region === region));

  return (
    <Editor
      title={title}
      estate={estate}
      save={save}
      onClose={onClose}
      remove={
        row
          ? {
              consequence: t(
                'dashboard_delete_workspace',
                title,
                plural('ui_count_keys', (row.organization.index.keysByWorkspace.get(row.id) ?? []).length),
                plural(
                  'dashboard_count_memberships',
                  (row.organization.index.membershipsByWorkspace.get(row.id) ?? []).length,
                ),
              ),
              depends: dependsOnWorkspace(row.organization, row.id),
              run: async () =>
                (await estate.change(
                  'own/delete',
                  { store: 'workspaces', ids: [row.id] },
                  t('dashboard_workspace_deleted', title),
                )) !== null,
            }
          : null
      }
    >
      <InputField label={t('dashboard_field_name')} required value={draft.name} onValue={(name) => set({ name })} />
      {!row && (
        <ChoiceField
          label={t('dashboard_field_organization')}
          value={place}
          choices={[
            ...organizations.map((each) => ({ id: each.id, text: organizationText(each) })),
            ...choicesOf(missing, regionText),
          ]}
          onValue={(id) => {
            const chosen = organizations.find((each) => each.id === id);
            const region = missing.find((each) => each === id);
            if (chosen) set({ organizationId: chosen.id, region: chosen.region });
            else if (region) set({ organizationId: '', region });
          }}
        />
      )}
      <ChoiceField
        label={t('dashboard_column_kind')}
        note={t('dashboard_kind_note')}
        value={draft.kind}
        choices={choicesOf(workspaceKinds, kindText)}
        onValue={(kind) => set({ kind })}
      />
      <ChoiceField
        label={t('dashboard_field_status')}
        value={draft.status}
        choices={choicesOf(workspaceStatuses, workspaceStatusText)}
        onValue={(status) => set({ status })}
      />
      <InputField
        label={t('dashboard_field_workspace_id')}
        note={t('dashboard_field_workspace_id_note')}
        autocomplete="off"
        spellcheck={false}
        value={draft.pandadocId}
        onValue={(pandadocId) => set({ pandadocId })}
      />
    </Editor>
  );
}
