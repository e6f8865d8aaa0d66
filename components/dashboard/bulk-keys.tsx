/** Saying one thing of several keys: each field stays as it is unless something is chosen for it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { splitDemand } from '../../lib/domain/mapping-csv.ts';
import { type OwnerType, ownerTypes } from '../../lib/domain/owner-type.ts';
import type { KeyStatus } from '../../lib/domain/words.ts';
import type { KeysEdit } from '../../lib/messages/protocol.ts';
import type { KeyRow } from '../ui/estate.ts';
import { type Choice, ChoiceField, choicesOf, InputField, TextField } from '../ui/field.tsx';
import { ownerTypeText } from '../ui/impact-text.ts';
import { statusChoices } from '../ui/key-table.tsx';
import { newUserInput, PersonPicker, type Picked } from '../ui/person-picker.tsx';
import { plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { DemandField } from './demand-field.tsx';
import { Editor } from './editor.tsx';

type Mode = 'leave' | 'set' | 'clear' | 'add';

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

interface PartProps {
  label: string;
  mode: Mode;
  /** What can be done beside leaving it, with its word. */
  modes: readonly Choice<Mode>[];
  onMode: (mode: Mode) => void;
  children: ComponentChildren;
}

/** One field: whether it is changed, and to what. */
function Part({ label, mode, modes, onMode, children }: PartProps) {
  return (
    <div class="bulk-part">
      <ChoiceField
        label={label}
        value={mode}
        choices={[{ id: 'leave', text: t('dashboard_bulk_leave') }, ...modes]}
        onValue={onMode}
      />
      {(mode === 'set' || mode === 'add') && children}
    </div>
  );
}

/** The panel of several keys. */
export function BulkKeys({
  model,
  rows,
  onClose,
}: {
  model: DashboardModel;
  rows: readonly KeyRow[];
  onClose: () => void;
}) {
  const { estate } = model;
  const [modes, setModes] = useState<Record<'owner' | 'rotation' | 'usedBy' | 'demand' | 'notes', Mode>>({
    owner: 'leave',
    rotation: 'leave',
    usedBy: 'leave',
    demand: 'leave',
    notes: 'leave',
  });
  const [owner, setOwner] = useState<Picked>(null);
  const [ownerType, setOwnerType] = useState<OwnerType | ''>('');
  const [status, setStatus] = useState<KeyStatus | ''>('');
  const [rotation, setRotation] = useState('');
  const [usedBy, setUsedBy] = useState('');
  const [demand, setDemand] = useState('');
  const [notes, setNotes] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const mode = (name: keyof typeof modes, next: Mode): void => setModes({ ...modes, [name]: next });
  const organizations = new Map(rows.map((row) => [row.organization.id, row.organization]));
  const [organization] = organizations.values();
  const workspaces = new Set(rows.map((row) => row.workspace.id));

  const editOf = (ownerId: string | null | undefined): KeysEdit => ({
    ...(ownerId !== undefined && { ownerId }),
    ...(ownerType !== '' && { ownerType }),
    ...(status !== '' && { status }),
    ...(modes.rotation !== 'leave' && { rotationDays: modes.rotation === 'clear' ? null : Number(rotation) }),
    ...(modes.usedBy === 'add' && { usedBy: { add: linesOf(usedBy) } }),
    ...(modes.usedBy === 'set' && { usedBy: { replace: linesOf(usedBy) } }),
    ...(modes.usedBy === 'clear' && { usedBy: { replace: [] } }),
    // What cannot be read was refused by the field.
    ...(modes.demand !== 'leave' && { demand: modes.demand === 'clear' ? {} : (splitDemand(demand) ?? {}) }),
    ...(modes.notes !== 'leave' && { notes: modes.notes === 'clear' ? null : notes }),
    ...(confirmed && { verified: true }),
  });

  const save = async (): Promise<boolean> => {
    const picked = modes.owner === 'set' ? owner : null;
    const known = picked && 'userId' in picked ? picked.userId : undefined;
    const added =
      picked && !('userId' in picked) && organization
        ? newUserInput(picked, { organizationId: organization.id, region: organization.region })
        : undefined;
    const keyIds = rows.map(({ id }) => id);
    const answer = await estate.change(
      'own/edit-keys',
      { keyIds, edit: editOf(modes.owner === 'clear' ? null : known), ...(added && { owner: added }) },
      plural('dashboard_bulk_changed', keyIds.length),
    );
    return answer !== null;
  };

  const setOrClear: Choice<Mode>[] = [
    { id: 'set', text: t('dashboard_bulk_set') },
    { id: 'clear', text: t('dashboard_bulk_clear') },
  ];
  return (
    <Editor title={plural('dashboard_bulk_title', rows.length)} estate={estate} save={save} onClose={onClose}>
      {organizations.size > 1 ? (
        <p class="soft">{t('dashboard_bulk_owner_mixed')}</p>
      ) : (
        <Part
          label={t('dashboard_bulk_change', t('ui_column_owner'))}
          mode={modes.owner}
          modes={setOrClear}
          onMode={(next) => mode('owner', next)}
        >
          <PersonPicker
            label={t('ui_column_owner')}
            organization={organization ?? null}
            workspaceId={workspaces.size === 1 ? [...workspaces][0]! : null}
            people={model.people.value}
            picked={owner}
            onPick={setOwner}
          />
        </Part>
      )}
      <ChoiceField
        label={t('ui_column_owner_type')}
        note={t('dashboard_bulk_owner_type_note')}
        value={ownerType}
        choices={[{ id: '', text: t('dashboard_bulk_leave') }, ...choicesOf(ownerTypes, ownerTypeText)]}
        onValue={setOwnerType}
      />
      <label class="check">
        <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.currentTarget.checked)} />
        <span>{t('dashboard_bulk_confirm')}</span>
      </label>
      <ChoiceField
        label={t('ui_column_status')}
        value={status}
        choices={[{ id: '', text: t('dashboard_bulk_leave') }, ...statusChoices()]}
        onValue={setStatus}
      />
      <Part
        label={t('dashboard_bulk_change', t('dashboard_field_rotation'))}
        mode={modes.rotation}
        modes={[
          { id: 'set', text: t('dashboard_bulk_set') },
          { id: 'clear', text: t('dashboard_bulk_policy') },
        ]}
        onMode={(next) => mode('rotation', next)}
      >
        <InputField
          label={t('dashboard_field_rotation')}
          type="number"
          required
          min={1}
          max={3650}
          step={1}
          inputMode="numeric"
          value={rotation}
          onValue={setRotation}
        />
      </Part>
      <Part
        label={t('dashboard_bulk_change', t('dashboard_field_used_by'))}
        mode={modes.usedBy}
        modes={[
          { id: 'add', text: t('dashboard_bulk_add') },
          { id: 'set', text: t('dashboard_bulk_replace') },
          { id: 'clear', text: t('dashboard_bulk_clear') },
        ]}
        onMode={(next) => mode('usedBy', next)}
      >
        <TextField
          label={t('dashboard_field_used_by')}
          note={t('dashboard_field_used_by_note')}
          rows={3}
          required
          value={usedBy}
          onValue={setUsedBy}
        />
      </Part>
      <Part
        label={t('dashboard_bulk_change', t('dashboard_field_demand'))}
        mode={modes.demand}
        modes={[
          { id: 'set', text: t('dashboard_bulk_set') },
          { id: 'clear', text: t('dashboard_bulk_clear') },
        ]}
        onMode={(next) => mode('demand', next)}
      >
        <DemandField value={demand} required onInput={setDemand} />
      </Part>
      <Part
        label={t('dashboard_bulk_change', t('dashboard_field_notes'))}
        mode={modes.notes}
        modes={setOrClear}
        onMode={(next) => mode('notes', next)}
      >
        <TextField label={t('dashboard_field_notes')} rows={3} required value={notes} onValue={setNotes} />
      </Part>
    </Editor>
  );
}
