/** One key: what is known of it, where that comes from, and changing it. */
import { useState } from 'preact/hooks';
import type { Fact } from '../../lib/domain/facts.ts';
import { joinDemand, splitDemand } from '../../lib/domain/mapping-csv.ts';
import { defaultPolicy, type Policy } from '../../lib/domain/policy.ts';
import { isAdminRole } from '../../lib/domain/roles.ts';
import { type KeyStatus, type KeyType, keyTypes, type Region, regions } from '../../lib/domain/words.ts';
import type { KeyInput, WorkspaceInput } from '../../lib/messages/protocol.ts';
import { type ConflictField, conflictsOf } from '../ui/conflicts.ts';
import { ConflictNote } from './conflict-note.tsx';
import type { KeyRow } from '../ui/estate.ts';
import { organizationText } from '../ui/export-button.tsx';
import { FindingList } from '../ui/finding-list.tsx';
import { ChoiceField, choicesOf, InputField, TextField } from '../ui/field.tsx';
import { shownName } from '../ui/find-people.ts';
import { dateText, numberText } from '../ui/format.ts';
import { keyPower, keyTitle, keyTypeText, workspaceText } from '../ui/impact-text.ts';
import { statusChoices } from '../ui/key-table.tsx';
import { newUserInput, PersonPicker, type Picked } from '../ui/person-picker.tsx';
import { sourceText } from '../ui/provenance.tsx';
import { t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { dependsOnKey } from './depends.ts';
import { DemandField } from './demand-field.tsx';
import { Editor } from './editor.tsx';
import { regionText } from './state-text.ts';

/** The value of the choice that is no workspace yet. */
const newWorkspace = ' new';

interface Draft {
  workspaceId: string;
  workspaceName: string;
  region: Region;
  type: KeyType;
  label: string;
  hint: string;
  status: KeyStatus;
  owner: Picked;
  createdOn: string;
  rotatedOn: string;
  verifiedOn: string;
  rotationDays: string;
  usedBy: string;
  demand: string;
  notes: string;
  newSecret: boolean;
}

/** What belongs to one secret (product.md, "Words"). */
function secretOf({ owner, hint, status, createdOn, rotatedOn, verifiedOn }: Draft) {
  return { owner, hint, status, createdOn, rotatedOn, verifiedOn };
}

/** What is known of a secret that was made today. */
function freshSecret(now: string): ReturnType<typeof secretOf> {
  return { owner: null, hint: '', status: 'active', createdOn: now.slice(0, 10), rotatedOn: '', verifiedOn: '' };
}

/** The same by the names of their facts. */
const factsOfSecret: ReadonlySet<string> = new Set([
  'ownerId',
  'hint',
  'createdOn',
  'rotatedOn',
  'verifiedOn',
  'status',
]);

function draftOf(row: KeyRow | undefined, model: DashboardModel): Draft {
  const [only] = model.workspaces.value;
  const key = row?.key;
  return {
    workspaceId: row?.workspace.id ?? (only ? '' : newWorkspace),
    workspaceName: '',
    region: row?.organization.region ?? model.estate.organizations.value[0]?.region ?? 'us',
    type: key?.type ?? 'production',
    // A label nobody gave is no text to be edited.
    label: key?.provenance.label ? key.label : '',
    hint: key?.hint ?? '',
    status: key?.status ?? 'active',
    owner: row?.owner ? { userId: row.owner.id } : null,
    createdOn: key?.createdOn ?? '',
    rotatedOn: key?.rotatedOn ?? '',
    verifiedOn: key?.verifiedOn ?? '',
    rotationDays: key?.rotationDays?.toString() ?? '',
    usedBy: key?.usedBy.join('\n') ?? '',
    demand: joinDemand(key?.demand ?? {}),
    notes: key?.notes ?? '',
    newSecret: false,
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function inputOf(
  draft: Draft,
  id: string | null,
  revision: number | null,
  workspaceId: string,
  ownerId: string | null,
): KeyInput {
  return {
    id,
    workspaceId,
    revision,
    type: draft.type,
    label: orNull(draft.label),
    hint: orNull(draft.hint),
    status: draft.status,
    ownerId,
    createdOn: orNull(draft.createdOn),
    rotatedOn: orNull(draft.rotatedOn),
    verifiedOn: orNull(draft.verifiedOn),
    rotationDays: draft.rotationDays === '' ? null : Number(draft.rotationDays),
    usedBy: draft.usedBy.split('\n').flatMap((line) => orNull(line) ?? []),
    // What cannot be read was refused by the field.
    demand: splitDemand(draft.demand) ?? {},
    notes: orNull(draft.notes),
    ...(draft.newSecret && { newSecret: true }),
  };
}

/** What stands for an empty field: the policy's days of both types, of which 0 means never. */
function rotationNote({ rotationDays }: Policy): string {
  const days = (type: KeyType): string => (rotationDays[type] === 0 ? t('ui_none') : numberText(rotationDays[type]));
  return t('dashboard_field_rotation_note', days('production'), days('sandbox'));
}

function newWorkspaceInput(name: string, place: { organizationId: string | null; region: Region }): WorkspaceInput {
  return {
    id: null,
    ...place,
    revision: null,
    name: name.trim(),
    pandadocId: null,
    kind: 'standard',
    status: 'active',
  };
}

/** The panel of a key, or of a new one. */
export function KeyEditor({ model, id, onClose }: { model: DashboardModel; id: string | null; onClose: () => void }) {
  const { estate } = model;
  const row = id === null ? undefined : estate.rowsById.value.get(id);
  const record = id === null ? undefined : estate.records.value.keys.find((each) => each.id === id);
  const [draft, setDraft] = useState(() => draftOf(row, model));
  // What the form was filled with; after a refusal, what is there now.
  const [revision, setRevision] = useState(record?.revision ?? null);
  const set = (change: Partial<Draft>): void => setDraft((former) => ({ ...former, ...change }));
  const workspace = model.workspaces.value.find((each) => each.id === draft.workspaceId);
  const organization =
    workspace?.organization ?? estate.organizations.value.find(({ region }) => region === draft.region) ?? null;
  // A key that was filed in the wrong place is moved within its organization.
  const places = row
    ? model.workspaces.value.filter((each) => each.organization.id === row.organization.id)
    : model.workspaces.value;
  const title = row ? keyTitle(row.key, row.workspace.name) : t('dashboard_add_key');
  const conflicts = record ? conflictsOf(record) : {};
  const provenance = row?.key.provenance ?? {};

  if (id !== null && !row) return null;

  const ownerUser = draft.owner && 'userId' in draft.owner ? organization?.index.users.get(draft.owner.userId) : null;
  const membership = ownerUser
    ? organization?.index.membershipsByUser
        .get(ownerUser.id)
        ?.find((each) => each.workspaceId === draft.workspaceId && each.status !== 'removed')
    : undefined;
  const notAdmin = draft.owner !== null && !isAdminRole(membership?.role ?? null);
  const ownerName = ownerUser
    ? (shownName(ownerUser) ?? t('ui_person_unnamed'))
    : draft.owner && !('userId' in draft.owner)
      ? (draft.owner.name ?? draft.owner.email ?? '')
      : '';

  const save = async (): Promise<boolean> => {
    const place = { organizationId: organization?.id ?? null, region: draft.region };
    const isNew = draft.workspaceId === newWorkspace;
    const ownerId = draft.owner && 'userId' in draft.owner ? draft.owner.userId : null;
    const answer = await estate.change(
      'own/save-key',
      {
        input: inputOf(draft, id, revision, isNew ? 'new' : draft.workspaceId, ownerId),
        ...(isNew && { workspace: newWorkspaceInput(draft.workspaceName, place) }),
        ...(draft.owner && !('userId' in draft.owner) && { owner: newUserInput(draft.owner, place) }),
      },
      id === null ? t('dashboard_key_added') : t('dashboard_key_saved'),
    );
    if (!answer && id !== null) {
      setRevision(estate.records.value.keys.find((each) => each.id === id)?.revision ?? null);
    }
    return answer !== null;
  };

  const source = (name: keyof typeof provenance): string | null =>
    draft.newSecret && factsOfSecret.has(name) ? null : sourceText(provenance[name]);
  const conflictNote = (name: ConflictField, text: (fact: Fact<string>) => string, take: (value: string) => void) => {
    const fact = conflicts[name];
    if (!fact || (draft.newSecret && factsOfSecret.has(name))) return null;
    return <ConflictNote fact={fact} text={text(fact)} onTake={() => take(fact.value ?? '')} />;
  };
  const ownerText = (fact: Fact<string>): string => {
    const user = fact.value === null ? undefined : organization?.index.users.get(fact.value);
    return user ? (shownName(user) ?? t('ui_person_unnamed')) : t('ui_owner_unknown');
  };
  const plain = (fact: Fact<string>): string => fact.value ?? t('ui_not_known');
  const day = (fact: Fact<string>): string => (fact.value === null ? t('ui_not_known') : dateText(fact.value));

  const placeField = (
    <ChoiceField
      label={t('ui_column_workspace')}
      required
      value={draft.workspaceId}
      choices={[
        ...(row ? [] : [{ id: '', text: t('ui_choose') }]),
        ...places.map((each) => ({
          id: each.id,
          text: t('dashboard_workspace_of', workspaceText(each.workspace.name), organizationText(each.organization)),
        })),
        ...(row ? [] : [{ id: newWorkspace, text: t('dashboard_new_workspace') }]),
      ]}
      onValue={(workspaceId) => {
        const chosen = model.workspaces.value.find((each) => each.id === workspaceId);
        set({ workspaceId, ...(chosen && { region: chosen.organization.region }) });
      }}
    />
  );

  return (
    <Editor
      title={title}
      estate={estate}
      save={save}
      onClose={onClose}
      remove={
        row
          ? {
              consequence: t('dashboard_delete_key', title),
              depends: dependsOnKey(row),
              run: async () =>
                (await estate.change(
                  'own/delete',
                  { store: 'keys', ids: [row.id] },
                  t('dashboard_key_deleted', title),
                )) !== null,
            }
          : null
      }
    >
      {row && <p class="power">{keyPower(row)}</p>}
      {row && <FindingList rows={estate.findingsAbout.value.get(row.id) ?? []} label={t('finding_about_this')} />}
      {!row && placeField}
      {draft.workspaceId === newWorkspace && (
        <div class="field-row">
          <InputField
            label={t('question_new_name')}
            required
            value={draft.workspaceName}
            onValue={(workspaceName) => set({ workspaceName })}
          />
          <ChoiceField
            label={t('ui_column_region')}
            value={draft.region}
            choices={choicesOf(regions, regionText)}
            onValue={(region) => set({ region })}
          />
        </div>
      )}
      <PersonPicker
        label={t('ui_column_owner')}
        organization={organization}
        workspaceId={draft.workspaceId}
        people={model.people.value}
        picked={draft.owner}
        onPick={(owner) => set({ owner, ...(owner === null && { verifiedOn: '' }) })}
      />
      {source('ownerId') && draft.owner && <p class="soft beneath">{source('ownerId')}</p>}
      {notAdmin && (
        <p class="alert" role="note">
          {t('dashboard_owner_not_admin', ownerName)}
        </p>
      )}
      {conflictNote('ownerId', ownerText, (userId) => set({ owner: userId === '' ? null : { userId } }))}
      {row && (
        <div class="new-secret">
          <label class="check">
            <input
              type="checkbox"
              checked={draft.newSecret}
              onChange={(event) => {
                const newSecret = event.currentTarget.checked;
                set({ newSecret, ...(newSecret ? freshSecret(estate.now.value) : secretOf(draftOf(row, model))) });
              }}
            />
            <span>{t('dashboard_new_secret')}</span>
          </label>
          {draft.newSecret && <p class="soft beneath">{t('dashboard_new_secret_note')}</p>}
        </div>
      )}
      <div class="field-row">
        <ChoiceField
          label={t('dashboard_field_type')}
          value={draft.type}
          choices={choicesOf(keyTypes, keyTypeText)}
          onValue={(type) => set({ type })}
        />
        <ChoiceField
          label={t('ui_column_status')}
          note={source('status')}
          value={draft.status}
          choices={statusChoices()}
          onValue={(status) => set({ status })}
        />
      </div>
      <div class="field-row">
        <InputField
          label={t('dashboard_field_label')}
          note={source('label')}
          maxLength={200}
          value={draft.label}
          onValue={(label) => set({ label })}
        />
        <InputField
          label={t('dashboard_field_hint')}
          note={source('hint') ?? t('dashboard_field_hint_note')}
          class="short"
          maxLength={4}
          autocomplete="off"
          spellcheck={false}
          value={draft.hint}
          onValue={(hint) => set({ hint })}
        />
      </div>
      {conflictNote('label', plain, (label) => set({ label }))}
      {conflictNote('hint', plain, (hint) => set({ hint }))}
      {row && placeField}
      <div class="field-row">
        <InputField
          label={t('dashboard_field_created')}
          note={source('createdOn')}
          type="date"
          value={draft.createdOn}
          onValue={(createdOn) => set({ createdOn })}
        />
        <InputField
          label={t('dashboard_field_rotated')}
          note={source('rotatedOn')}
          type="date"
          value={draft.rotatedOn}
          onValue={(rotatedOn) => set({ rotatedOn })}
        />
        <InputField
          label={t('dashboard_field_verified')}
          note={source('verifiedOn')}
          type="date"
          value={draft.verifiedOn}
          onValue={(verifiedOn) => set({ verifiedOn })}
        />
        <InputField
          label={t('dashboard_field_rotation')}
          note={rotationNote(organization?.policy ?? defaultPolicy)}
          type="number"
          min={1}
          max={3650}
          step={1}
          inputMode="numeric"
          value={draft.rotationDays}
          onValue={(rotationDays) => set({ rotationDays })}
        />
      </div>
      {conflictNote('createdOn', day, (createdOn) => set({ createdOn }))}
      {conflictNote('rotatedOn', day, (rotatedOn) => set({ rotatedOn }))}
      <TextField
        label={t('dashboard_field_used_by')}
        note={t('dashboard_field_used_by_note')}
        rows={3}
        value={draft.usedBy}
        onValue={(usedBy) => set({ usedBy })}
      />
      <DemandField value={draft.demand} onInput={(demand) => set({ demand })} />
      <TextField label={t('dashboard_field_notes')} rows={2} value={draft.notes} onValue={(notes) => set({ notes })} />
    </Editor>
  );
}
