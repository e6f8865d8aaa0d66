/** What happened between two snapshots, in words. */
import { type DiffEvent, type DiffSide, type EventKind, type FieldChange, findingKey } from '../../lib/domain/diff.ts';
import type { KeyProvenance, Coverage } from '../../lib/domain/mapping.ts';
import { mapInSteps, type Steps } from '../../lib/domain/steps.ts';
import { membershipKey } from '../../lib/domain/records.ts';
import type { SnapshotKey } from '../../lib/domain/snapshot.ts';
import type { KeyStatus } from '../../lib/domain/words.ts';
import { dateText, listText, numberText } from './format.ts';
import { shownName } from './find-people.ts';
import { keyTitle, keyTypeText, workspaceText } from './impact-text.ts';
import { statusText } from './key-table.tsx';
import { sourceText } from './provenance.tsx';
import { severityText, ruleText } from './snapshot-text.ts';
import { type MessageKey, t } from './text.ts';

/** The kind of an event in words. */
export function eventKindText(kind: EventKind): string {
  return t(`event_${kind.replace(/[.-]/g, '_')}` as MessageKey);
}

/** The rows that events speak of, by id, of both sides: a row that is on one only is known all the same. */
export interface EventRows {
  workspace: Map<string, DiffSide['workspaces'][number]>;
  user: Map<string, DiffSide['users'][number]>;
  membership: Map<string, DiffSide['memberships'][number]>;
  key: Map<string, DiffSide['keys'][number]>;
  finding: Map<string, DiffSide['findings'][number]>;
}

/** Indexes both sides once; where a row is on both, as it is afterwards. */
export function* eventRows(from: DiffSide, to: DiffSide): Steps<EventRows> {
  const both = function* <T>(pick: (side: DiffSide) => T[], keyOf: (row: T) => string): Steps<Map<string, T>> {
    const rows = new Map<string, T>();
    yield* mapInSteps(pick(from), (row) => rows.set(keyOf(row), row));
    yield* mapInSteps(pick(to), (row) => rows.set(keyOf(row), row));
    return rows;
  };
  return {
    workspace: yield* both(
      ({ workspaces }) => workspaces,
      ({ id }) => id,
    ),
    user: yield* both(
      ({ users }) => users,
      ({ id }) => id,
    ),
    membership: yield* both(
      ({ memberships }) => memberships,
      ({ userId, workspaceId }) => membershipKey(userId, workspaceId),
    ),
    key: yield* both(
      ({ keys }) => keys,
      ({ id }) => id,
    ),
    finding: yield* both(({ findings }) => findings, findingKey),
  };
}

function workspaceName(rows: EventRows, id: unknown): string {
  return workspaceText(rows.workspace.get(String(id))?.name ?? null);
}

function personName(rows: EventRows, id: unknown): string {
  const user = rows.user.get(String(id));
  return (user && shownName(user)) ?? t('ui_person_unnamed');
}

function titleOfKey(rows: EventRows, key: Pick<SnapshotKey, 'type' | 'label' | 'workspaceId'>): string {
  return keyTitle(key, rows.workspace.get(key.workspaceId)?.name ?? null);
}

/** What an event is about: the key, the person, the workspace. */
export function eventTitle({ subject, id }: DiffEvent, rows: EventRows): string {
  switch (subject) {
    case 'organization':
      return t('event_about_organization');
    case 'workspace':
    case 'isolation':
    case 'coverage':
      return workspaceName(rows, id);
    case 'user':
      return personName(rows, id);
    case 'membership': {
      const row = rows.membership.get(id);
      return row ? t('event_about_member', personName(rows, row.userId), workspaceName(rows, row.workspaceId)) : '';
    }
    case 'key': {
      const row = rows.key.get(id);
      return row ? titleOfKey(rows, row) : '';
    }
    case 'finding': {
      const row = rows.finding.get(id);
      if (!row) return '';
      if (row.subjectKind === 'user') return personName(rows, row.subjectId);
      if (row.subjectKind === 'workspace') return workspaceName(rows, row.subjectId);
      const key = rows.key.get(row.subjectId);
      return key ? titleOfKey(rows, key) : row.subjectId;
    }
  }
}

/** Words for values that are codes, by field and value. */
const words: Record<string, MessageKey> = {
  standard: 'dashboard_kind_standard',
  service: 'dashboard_kind_service',
  'service-account': 'owner_type_service_account',
  person: 'owner_type_person',
  active: 'event_status_active',
  deactivated: 'event_status_deactivated',
  invited: 'event_status_invited',
  removed: 'event_status_removed',
  blocked: 'event_status_blocked',
  'not-observed': 'event_status_not_observed',
};

/** A code of a status or kind in words. */
export function codeText(value: string): string {
  return word(value);
}

function word(value: unknown): string {
  const key = Object.hasOwn(words, String(value)) ? words[String(value)] : undefined;
  return key ? t(key) : String(value);
}

const fieldNames: Record<string, MessageKey> = {
  ownerId: 'ui_column_owner',
  createdOn: 'event_field_created',
  rotatedOn: 'event_field_rotated',
  verifiedOn: 'event_field_verified',
  hint: 'event_field_hint',
  generation: 'event_field_generation',
  status: 'ui_column_status',
  email: 'event_field_email',
  orgAdmin: 'event_field_org_admin',
};

function valueText(event: DiffEvent, field: string | null, value: unknown, rows: EventRows): string {
  const { subject } = event;
  if (value === null || value === undefined || value === '') return t('event_none');
  if (field === null) return rowText(event, value as Record<string, unknown>, rows);
  if (field === 'ownerId') return personName(rows, value);
  if (field === 'workspaceId') return workspaceName(rows, value);
  if (subject === 'key' && field === 'status') return statusText(value as KeyStatus);
  if (field === 'type') return keyTypeText(value as SnapshotKey['type']);
  if (field === 'createdOn' || field === 'rotatedOn' || field === 'verifiedOn') return dateText(value as string);
  if (field === 'usedBy') return (value as string[]).length === 0 ? t('event_none') : listText(value as string[]);
  if (field === 'orgAdmin') return t(value === 'yes' ? 'event_yes' : 'event_no');
  if (field === 'isolated') return t(value === true ? 'event_isolated' : 'event_not_isolated');
  if (field === 'severity') return severityText(value as string);
  if (field === 'accepted') return t('event_accepted');
  if (field === 'demand') {
    const parts = Object.entries(value as Record<string, number>).map(([name, rate]) =>
      t('event_demand', name, numberText(rate)),
    );
    return parts.length === 0 ? t('event_none') : listText(parts);
  }
  if (field === 'provenance') {
    const said = Object.values(value as KeyProvenance).sort((a, b) => (a.at < b.at ? 1 : -1));
    return sourceText(said[0]) ?? t('event_none');
  }
  if (field === 'kind' || field === 'status') return word(value);
  return typeof value === 'number' ? numberText(value) : (value as string);
}

function rowText({ subject }: DiffEvent, row: Record<string, unknown>, rows: EventRows): string {
  switch (subject) {
    case 'key':
      return t(
        'event_key_row',
        statusText(row['status'] as KeyStatus),
        row['ownerId'] === null ? t('ui_owner_unknown') : personName(rows, row['ownerId']),
      );
    case 'membership':
      return t('event_member_row', (row['role'] as string | null) ?? t('event_role_unknown'), word(row['status']));
    case 'user':
      return (row['email'] as string | null) ?? word(row['status']);
    case 'workspace':
      return word(row['status']);
    case 'finding':
      return t('report_finding', severityText(String(row['severity'])), ruleText(String(row['rule'])));
    case 'coverage': {
      const { keys, members } = row as unknown as Coverage;
      const read = (reading: Coverage['keys']): string =>
        reading
          ? t(reading.complete ? 'event_read_whole' : 'event_read_part', dateText(reading.at))
          : t('dashboard_never_read');
      return t('event_coverage', read(keys), read(members));
    }
    default:
      return '';
  }
}

/** Both values of each change, side by side; several fields are named. */
export function changeTexts(
  event: DiffEvent,
  rows: EventRows,
): { name: string | null; before: string; after: string }[] {
  // Who said it goes with what was said: alone it is worth a line.
  const told = event.changes.filter(({ field }) => field !== 'provenance' || event.kind === 'key.source-changed');
  const several = told.length > 1;
  return told.map(({ field, before, after }: FieldChange) => ({
    name: several && field !== null && Object.hasOwn(fieldNames, field) ? t(fieldNames[field]!) : null,
    before: valueText(event, field, before, rows),
    after: valueText(event, field, after, rows),
  }));
}
