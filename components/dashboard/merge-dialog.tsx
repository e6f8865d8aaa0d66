/** Two records that are one: what goes over, and where they disagree, a choice for each. */
import { useMemo, useState } from 'preact/hooks';
import { Draft, type RecordMaps, recordStores, type RecordStore } from '../../lib/domain/draft.ts';
import {
  type MergeChoices,
  type MergeConflict,
  type MergePlan,
  mergeRecords,
  type MergeSide,
  type MergeStore,
  staysInMerge,
} from '../../lib/domain/merge-records.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import { resolveUser, resolveWorkspace } from '../../lib/domain/resolve-mapping.ts';
import type {
  KeyStatus,
  OrgAdmin,
  UserKind,
  UserStatus,
  WorkspaceKind,
  WorkspaceStatus,
} from '../../lib/domain/words.ts';
import { joinDemand } from '../../lib/domain/mapping-csv.ts';
import type { Estate } from '../ui/estate.ts';
import { shownName } from '../ui/find-people.ts';
import { dateText, listText } from '../ui/format.ts';
import { keyTypeText, workspaceText } from '../ui/impact-text.ts';
import { statusText } from '../ui/key-table.tsx';
import { sourceText } from '../ui/provenance.tsx';
import { type MessageKey, plural, t } from '../ui/text.ts';
import { Editor } from './editor.tsx';
import { kindText, userStatusText, workspaceStatusText } from './state-text.ts';

const fields: Record<string, MessageKey> = {
  name: 'dashboard_field_name',
  email: 'dashboard_field_email',
  pandadocId: 'dashboard_field_user_id',
  license: 'dashboard_column_license',
  orgAdmin: 'dashboard_field_org_admin',
  kind: 'dashboard_column_kind',
  status: 'dashboard_field_status',
  label: 'dashboard_field_label',
  hint: 'dashboard_field_hint',
  ownerId: 'ui_column_owner',
  createdOn: 'dashboard_field_created',
  rotatedOn: 'dashboard_field_rotated',
  verifiedOn: 'dashboard_field_verified',
  keyStatus: 'ui_column_status',
  rotationDays: 'dashboard_field_rotation',
  usedBy: 'dashboard_field_used_by',
  demand: 'dashboard_field_demand',
  notes: 'dashboard_field_notes',
};

const userKinds = {
  'service-account': 'owner_type_service_account',
  person: 'owner_type_person',
} as const satisfies Record<UserKind, MessageKey>;

type Names = { person: (id: string) => string; workspace: (id: string) => string };

/** What a conflict is about. */
function conflictLabel({ subject, field }: MergeConflict, store: MergeStore, names: Names): string {
  if (subject.kind === 'membership') {
    const where = store === 'users' ? names.workspace(subject.workspaceId) : names.person(subject.userId);
    if (field === 'role') return t('dashboard_role_in', where);
    if (field === 'membershipId') return t('dashboard_membership_id_in', where);
    return t('merge_of_key', where, t('dashboard_field_status'));
  }
  const own =
    field === 'pandadocId' && store === 'workspaces'
      ? 'dashboard_field_workspace_id'
      : field === 'kind' && store === 'users'
        ? 'dashboard_field_kind'
        : fields[field]!;
  return subject.kind === 'key' ? t('merge_of_key', keyTypeText(subject.type), t(own)) : t(own);
}

/** One of the two sayings, in words. */
function valueOf(value: unknown, { subject, field }: MergeConflict, store: MergeStore, names: Names): string {
  if (field === 'ownerId') return names.person(String(value));
  if (field === 'keyStatus') return statusText(value as KeyStatus);
  if (field === 'createdOn' || field === 'rotatedOn' || field === 'verifiedOn') return dateText(String(value));
  if (field === 'usedBy') return listText(value as string[]);
  if (field === 'demand') return joinDemand(value as Record<string, number>);
  if (field === 'orgAdmin') return t((value as OrgAdmin) === 'yes' ? 'ui_yes' : 'ui_no');
  if (field === 'kind') {
    return store === 'users' ? t(userKinds[value as UserKind]) : kindText(value as WorkspaceKind);
  }
  if (field === 'status') {
    return store === 'workspaces' && subject.kind === 'record'
      ? workspaceStatusText(value as WorkspaceStatus)
      : userStatusText(value as UserStatus);
  }
  return String(value);
}

function mapsOf(records: MappingRecords): RecordMaps {
  // Handovers are no part of the mapping, and nothing is merged by them.
  const lists: Partial<Record<RecordStore, readonly { id: string }[]>> = { ...records };
  return Object.fromEntries(
    recordStores.map((store) => [store, new Map((lists[store] ?? []).map((record) => [record.id, record]))]),
  ) as unknown as RecordMaps;
}

function nameIn(records: MappingRecords, store: MergeStore, id: string): string {
  if (store === 'users') {
    const record = records.users.find((each) => each.id === id);
    return (record && shownName(resolveUser(record))) ?? t('ui_person_unnamed');
  }
  const record = records.workspaces.find((each) => each.id === id);
  return workspaceText(record ? resolveWorkspace(record).name : null);
}

interface Props {
  estate: Estate;
  store: MergeStore;
  ids: readonly [string, string];
  onClose: () => void;
}

/** The panel; the plan is worked out here as the background will, on the records that are shown. */
export function MergeDialog({ estate, store, ids, onClose }: Props) {
  const records = estate.records.value;
  const now = estate.now.value;
  const [chosen, setChosen] = useState<MergeChoices>({});
  const { keptId, goneId, plan } = useMemo((): { keptId: string; goneId: string; plan: MergePlan | null } => {
    const maps = mapsOf(records);
    const kept = staysInMerge(new Draft(maps), store, ids);
    const gone = ids[0] === kept ? ids[1] : ids[0];
    return { keptId: kept, goneId: gone, plan: mergeRecords(new Draft(maps), store, kept, gone, {}, now) };
  }, [records, store, ids[0], ids[1]]);
  if (!plan) return null;
  const names: Names = {
    person: (id) => nameIn(records, 'users', id),
    workspace: (id) => nameIn(records, 'workspaces', id),
  };
  const [kept, gone] = [nameIn(records, store, keptId), nameIn(records, store, goneId)];
  const save = async (): Promise<boolean> => {
    const revisionOf = (id: string): number => records[store].find((each) => each.id === id)?.revision ?? -1;
    const choices = Object.fromEntries(plan.conflicts.map(({ id, otherwise }) => [id, chosen[id] ?? otherwise]));
    const answer = await estate.change(
      'own/merge',
      { store, keptId, goneId, revisions: [revisionOf(keptId), revisionOf(goneId)], choices },
      t('merge_done', kept, gone),
    );
    return answer !== null;
  };
  return (
    <Editor
      title={t(store === 'users' ? 'merge_title_users' : 'merge_title_workspaces')}
      estate={estate}
      save={save}
      saveText={t('merge_go')}
      onClose={onClose}
    >
      <p>{t('merge_about', kept, gone)}</p>
      <p class="soft">
        {t(
          'merge_goes_over',
          plural('ui_count_keys', plan.keys),
          plural('dashboard_count_memberships', plan.memberships),
        )}
      </p>
      {plan.conflicts.some(({ field }) => field === 'pandadocId') && <p class="alert">{t('merge_ids_differ')}</p>}
      <p class={plan.conflicts.length > 0 ? 'strong' : 'soft'}>
        {t(plan.conflicts.length > 0 ? 'merge_conflicts' : 'merge_no_conflicts')}
      </p>
      {plan.conflicts.map((conflict) => {
        const label = conflictLabel(conflict, store, names);
        const side = chosen[conflict.id] ?? conflict.otherwise;
        return (
          <fieldset key={conflict.id} class="choice">
            <legend>{label}</legend>
            {(['kept', 'gone'] as const satisfies readonly MergeSide[]).map((each) => (
              <label key={each} class="check">
                <input
                  type="radio"
                  name={conflict.id}
                  checked={side === each}
                  onChange={() => setChosen({ ...chosen, [conflict.id]: each })}
                />
                <span>
                  {t(
                    'merge_value_source',
                    valueOf(conflict[each].value, conflict, store, names),
                    sourceText(conflict[each]) ?? '',
                  )}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </Editor>
  );
}
