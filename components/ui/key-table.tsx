/** The mapping: one row for each key of both regions. The same in popup and dashboard, whatever the room. */
import { useMemo } from 'preact/hooks';
import { keyStatuses, type KeyStatus } from '../../lib/domain/words.ts';
import { isFresh } from '../../lib/domain/coverage.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import { defaultLabel } from '../../lib/domain/resolve-mapping.ts';
import { Address } from './address.tsx';
import { type Column, DataTable } from './data-table.tsx';
import type { Estate, KeyRow } from './estate.ts';
import type { Sort, SortColumn } from './find-keys.ts';
import { shownName } from './find-people.ts';
import { agoText, dateText, timeText } from './format.ts';
import { Icon } from './icons.tsx';
import { keyName, keyPower, keyTypeText, workspaceText } from './impact-text.ts';
import { OwnerTypeButton } from './owner-type-button.tsx';
import { sourceText } from './provenance.tsx';
import { Suggestion, tagUser } from './suggestion.tsx';
import { type MessageKey, t } from './text.ts';

const statusKeys = {
  active: 'key_status_active',
  narrowed: 'key_status_narrowed',
  'presumed-dead': 'key_status_presumed_dead',
  deactivated: 'key_status_deactivated',
  replaced: 'key_status_replaced',
  revoked: 'key_status_revoked',
  unknown: 'key_status_unknown',
} as const satisfies Record<KeyStatus, MessageKey>;

/** A state of a key in words. */
export function statusText(status: KeyStatus): string {
  return t(statusKeys[status]);
}

/** All states with their words, for a choice. */
export function statusChoices(): { id: KeyStatus; text: string }[] {
  return keyStatuses.map((id) => ({ id, text: statusText(id) }));
}

function KeyCell({ row, powers, contradicted }: { row: KeyRow; powers: boolean; contradicted: boolean }) {
  const { key } = row;
  const own = key.label !== defaultLabel(key.type) && key.label !== keyTypeText(key.type);
  const since = key.rotatedOn ?? key.createdOn;
  return (
    <>
      <span class="strong">{own ? key.label : keyName(key)}</span>
      {own && <span class="soft">{keyTypeText(key.type)}</span>}
      {since && <span class="soft">{t('ui_made_on', dateText(since))}</span>}
      {contradicted && <span class="caution">{t('ui_contradicted')}</span>}
      {powers && (
        <details class="key-powers">
          <summary>{t('power_ask')}</summary>
          <p>{keyPower(row)}</p>
        </details>
      )}
    </>
  );
}

function OwnerCell({ row }: { row: KeyRow }) {
  const { owner, key } = row;
  if (!owner) {
    return (
      <span class="unknown-owner">
        <Icon name="question" />
        {t('ui_owner_unknown')}
      </span>
    );
  }
  const source = sourceText(key.provenance.ownerId);
  return (
    <>
      <span class="strong">{shownName(owner) ?? t('ui_person_unnamed')}</span>
      {owner.name !== null && owner.email !== null && (
        <span class="soft">
          <Address>{owner.email}</Address>
        </span>
      )}
      {source && (
        <span class={row.proposed ? 'soft proposed' : 'soft source'}>
          {row.proposed ? t('ui_proposed', source) : source}
        </span>
      )}
      {row.ownerAdmin === false && <span class="caution">{t('ui_not_admin_there')}</span>}
    </>
  );
}

/** What a workspace's key page last said about the key's slot, and how long ago. */
function ReadingCell({ row, estate }: { row: KeyRow; estate: Estate }) {
  const { keys } = row.coverage;
  const now = estate.now.value;
  if (!keys) return <span class="caution">{t('ui_key_page_never_read')}</span>;
  return (
    <time
      dateTime={keys.at}
      title={timeText(keys.at)}
      class={isFresh(keys, now, row.organization.policy) ? '' : 'caution'}
    >
      {t('ui_read_ago', agoText(keys.at, now))}
    </time>
  );
}

interface Props {
  estate: Estate;
  rows: readonly KeyRow[];
  sort?: Sort;
  onSort?: (by: SortColumn) => void;
  /** The column that selects rows. */
  select?: Column<KeyRow>;
  isSelected?: (row: KeyRow) => boolean;
  /** Opens the editor; without it, rows have no button. */
  onEdit?: (row: KeyRow) => void;
  /** Whether a newer reading says otherwise than what is believed; its button says what. */
  contradicted?: (row: KeyRow) => boolean;
  estimate: number;
}

function columnsOf({
  estate,
  select,
  onEdit,
  contradicted,
}: {
  estate: Estate;
  select: Props['select'];
  onEdit: Props['onEdit'];
  contradicted: Props['contradicted'];
}): Column<KeyRow>[] {
  const tag = (row: KeyRow) =>
    row.owner && row.ownerType ? (
      <>
        <OwnerTypeButton type={row.ownerType} onChoose={(ownerType) => void tagUser(estate, row.owner!, ownerType)} />
        <Suggestion
          organization={row.organization}
          user={row.owner}
          onTake={(ownerType, why) => void tagUser(estate, row.owner!, ownerType, why)}
        />
      </>
    ) : (
      <span class="none" aria-label={t('ui_none')} role="img">
        –
      </span>
    );
  const columns: Column<KeyRow>[] = [
    ...(select ? [select] : []),
    {
      id: 'workspace',
      header: t('ui_column_workspace'),
      sortable: true,
      cell: (row) => (
        <>
          <span>{workspaceText(row.workspace.name)}</span>
          {row.workspace.kind === 'service' && <span class="soft">{t('ui_service_workspace')}</span>}
        </>
      ),
    },
    {
      id: 'key',
      header: t('ui_column_key'),
      sortable: true,
      cell: (row) => <KeyCell row={row} powers={!onEdit} contradicted={contradicted?.(row) ?? false} />,
    },
    { id: 'owner', header: t('ui_column_owner'), sortable: true, cell: (row) => <OwnerCell row={row} /> },
    { id: 'ownerType', header: t('ui_column_owner_type'), sortable: true, cell: tag },
    {
      id: 'status',
      header: t('ui_column_status'),
      sortable: true,
      cell: (row) => (
        <span class={`status status-${row.key.status}`} title={sourceText(row.key.provenance.status) ?? undefined}>
          {statusText(row.key.status)}
        </span>
      ),
    },
    {
      id: 'hint',
      header: t('ui_column_hint'),
      cell: (row) =>
        row.key.hint ? (
          <code dir="ltr">{t('ui_hint', row.key.hint)}</code>
        ) : (
          <span class="none" role="img" aria-label={t('ui_none')}>
            –
          </span>
        ),
    },
    {
      id: 'reading',
      header: t('ui_column_reading'),
      sortable: true,
      cell: (row) => <ReadingCell row={row} estate={estate} />,
    },
    {
      id: 'region',
      header: t('ui_column_region'),
      sortable: true,
      cell: (row) => <span class="region">{row.organization.region.toUpperCase()}</span>,
    },
  ];
  if (onEdit) {
    columns.push({
      id: 'edit',
      header: <span class="visually-hidden">{t('ui_column_edit')}</span>,
      cell: (row) => (
        <button
          type="button"
          class="quiet icon-only"
          aria-label={t('ui_edit_key', keyName(row.key), workspaceText(row.workspace.name))}
          onClick={() => onEdit(row)}
        >
          <Icon name="edit" />
        </button>
      ),
    });
  }
  return columns;
}

/** The table `Key mapping`. */
export function KeyTable({ estate, rows, sort, onSort, select, isSelected, onEdit, contradicted, estimate }: Props) {
  const columns = useMemo(
    () => columnsOf({ estate, select, onEdit, contradicted }),
    [estate, select, onEdit, contradicted],
  );
  return (
    <DataTable
      label={t('ui_key_mapping')}
      class={`keys-table ${onEdit ? 'editable' : ''}`}
      columns={columns}
      rows={rows}
      idOf={(row) => row.id}
      estimate={estimate}
      rowClass={(row) => `${isLiving(row.key.status) ? '' : 'ended'} ${isSelected?.(row) ? 'selected' : ''}`}
      {...(sort && { sort })}
      {...(onSort && { onSort: (by: string) => onSort(by as SortColumn) })}
    />
  );
}
