/** What a log entry says, in words; names from the mapping as it is now, since the log itself holds ids alone. */
import type { StepKind } from '../../lib/domain/handover.ts';
import { type OwnerType, ownerTypes } from '../../lib/domain/owner-type.ts';
import type { SuggestionCode } from '../../lib/domain/suggestion-codes.ts';
import type { LogEntry } from '../../lib/domain/stored.ts';
import type { releaseReasons } from '../../lib/messages/protocol.ts';
import type { OrganizationView } from '../ui/estate.ts';
import { shownName } from '../ui/find-people.ts';
import { dateText, listText, timeText } from '../ui/format.ts';
import { keyTitle, ownerTypeText, workspaceText } from '../ui/impact-text.ts';
import { type MessageKey, plural, t } from '../ui/text.ts';

const kindKeys = {
  hold: 'log_kind_hold',
  release: 'log_kind_release',
  kept: 'log_kind_kept',
  outcome: 'log_kind_outcome',
  'owner-changed': 'log_kind_owner_changed',
  'owner-type-changed': 'log_kind_owner_type_changed',
  'generation-confirmed': 'log_kind_generation_confirmed',
  import: 'log_kind_import',
  export: 'log_kind_export',
  handover: 'log_kind_handover',
  snapshot: 'log_kind_snapshot',
  backup: 'log_kind_backup',
  restore: 'log_kind_restore',
  edit: 'log_kind_edit',
  delete: 'log_kind_delete',
  merge: 'log_kind_merge',
  reading: 'log_kind_reading',
  undo: 'log_kind_undo',
  failure: 'log_kind_failure',
  other: 'log_kind_other',
} as const satisfies Record<string, MessageKey>;

/** Kinds as they are shown and filtered by: several of the log's own are one here. */
export type LogKind = keyof typeof kindKeys;
export const logKinds = Object.keys(kindKeys) as LogKind[];

/** The shown kind of a stored one; one that a newer version wrote is `other`. */
export function kindOf(stored: string): LogKind {
  if (stored.startsWith('save-') || stored.startsWith('edit-')) return 'edit';
  if (stored.startsWith('reading-')) return 'reading';
  if (stored.endsWith('-handover') || stored === 'choose-successor') return 'handover';
  if (stored === 'snapshot-deleted') return 'snapshot';
  if (stored === 'keep-apart') return 'edit';
  return Object.hasOwn(kindKeys, stored) ? (stored as LogKind) : 'other';
}

export function kindText(kind: LogKind): string {
  return t(kindKeys[kind]);
}

/** Names of everything that is known now, by id. */
export interface Names {
  key: (id: unknown) => string;
  person: (id: unknown) => string;
  workspace: (id: unknown) => string;
  organization: (id: unknown) => string;
}

export function namesOf(organizations: readonly OrganizationView[]): Names {
  const find = <T>(pick: (organization: OrganizationView) => T | undefined): T | undefined => {
    for (const organization of organizations) {
      const found = pick(organization);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const keys = new Map(organizations.flatMap(({ mapping }) => mapping.keys.map((key) => [key.id, key] as const)));
  const workspaceName = (id: string): string | null => find(({ index }) => index.workspaces.get(id))?.name ?? null;
  return {
    key: (id) => {
      const key = keys.get(String(id));
      return key ? keyTitle(key, workspaceName(key.workspaceId)) : t('log_gone_key');
    },
    person: (id) => {
      const user = find(({ index }) => index.users.get(String(id)));
      return user ? (shownName(user) ?? t('ui_person_unnamed')) : t('log_gone_person');
    },
    workspace: (id) => {
      const workspace = find(({ index }) => index.workspaces.get(String(id)));
      return workspace ? workspaceText(workspace.name) : t('log_gone_workspace');
    },
    organization: (id) => {
      const organization = organizations.find((each) => each.id === id);
      return organization ? (organization.name ?? t('ui_organization_unnamed')) : t('log_gone_organization');
    },
  };
}

/** So many names stand in one sentence; more are counted. */
const most = 6;

function several(ids: unknown, name: (id: unknown) => string): string {
  return Array.isArray(ids) && ids.length > 0 ? listText([...new Set(ids.map(name))], most) : t('ui_not_known');
}

const actions = {
  remove: 'log_action_remove',
  'change-role': 'log_action_change_role',
  'change-licence': 'log_action_change_licence',
  generate: 'log_action_generate',
  'deactivate-workspace': 'log_action_deactivate_workspace',
} as const satisfies Record<string, MessageKey>;

const reasons = {
  'handover-done': 'overlay_reason_handover_done',
  'key-no-longer-used': 'overlay_reason_key_no_longer_used',
  'outage-accepted': 'overlay_reason_outage_accepted',
  'security-emergency': 'overlay_reason_security_emergency',
  other: 'overlay_reason_other',
} as const satisfies Record<(typeof releaseReasons)[number], MessageKey>;

const undone = {
  'set-owner': 'log_what_set_owner',
  'set-owner-type': 'log_what_set_owner_type',
  'confirm-generation': 'log_what_confirm_generation',
  delete: 'log_what_delete',
  merge: 'log_what_merge',
  'keep-apart': 'log_what_keep_apart',
  import: 'log_what_import',
  'file-reading': 'log_what_file_reading',
  release: 'log_what_release',
  outcome: 'log_what_outcome',
  undo: 'log_what_undo',
  'start-handover': 'log_what_handover',
  'choose-successor': 'log_what_handover',
  'tick-handover': 'log_what_handover',
  'drop-handover': 'log_what_handover',
} as const satisfies Record<string, MessageKey>;

function wordFor<K extends string>(words: Readonly<Record<K, MessageKey>>, code: unknown): MessageKey | null {
  return typeof code === 'string' && Object.hasOwn(words, code) ? words[code as K] : null;
}

function actionText(data: LogEntry['data'], names: Names): string {
  const action = wordFor(actions, data['action']);
  if (!action) return String(data['action']);
  const about = data['action'] === 'generate' || data['action'] === 'deactivate-workspace';
  return t(action, about ? several(data['workspaces'], names.workspace) : several(data['users'], names.person));
}

/** Whose keys were at stake, and where: a line each, beneath what happened. */
function holdDetails({ data }: LogEntry, names: Names): string[] {
  const details: string[] = [];
  const has = (ids: unknown): boolean => Array.isArray(ids) && ids.length > 0;
  if (has(data['workspaces'])) {
    const where = several(data['workspaces'], names.workspace);
    details.push(data['scopeAssumed'] === true ? t('log_where_assumed', where) : t('log_where', where));
  }
  if (has(data['keys'])) details.push(t('log_at_stake', several(data['keys'], names.key)));
  return details;
}

const steps = {
  tell: 'log_handover_step_tell',
  'new-key': 'log_handover_step_new_key',
  update: 'log_handover_step_update',
  verify: 'log_handover_step_verify',
  finish: 'log_handover_step_finish',
} as const satisfies Record<StepKind, MessageKey>;

function typeText(code: unknown): string {
  return ownerTypes.includes(code as OwnerType) ? ownerTypeText(code as OwnerType) : t('ui_not_known');
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

const format = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '');
const keysText = (value: unknown): string => plural('ui_count_keys', count(value));

/** What happened, in one sentence. */
function sentence({ kind, data }: LogEntry, names: Names): string {
  switch (kind) {
    case 'hold':
      return t('log_hold', actionText(data, names));
    case 'release': {
      const reason = wordFor(reasons, data['reason']);
      return reason
        ? t('log_release', actionText(data, names), t(reason))
        : t('log_release_plain', actionText(data, names));
    }
    case 'kept':
      return t('log_kept', actionText(data, names));
    case 'outcome':
      if (data['outcome'] === 'succeeded') return t('log_outcome_succeeded', actionText(data, names));
      if (data['outcome'] === 'refused') return t('log_outcome_refused', actionText(data, names));
      return t('log_outcome_not_seen', actionText(data, names));
    case 'owner-changed': {
      const owner = (id: unknown): string => (id === null || id === undefined ? t('ui_not_known') : names.person(id));
      return t('log_owner_changed', names.key(data['key']), owner(data['to']), owner(data['from']));
    }
    case 'owner-type-changed':
      return t('log_owner_type_changed', names.person(data['user']), typeText(data['to']), typeText(data['from']));
    case 'generation-confirmed':
      return data['accepted'] === true && data['to'] !== null
        ? t('log_generation_accepted', names.key(data['key']), names.person(data['to']))
        : t('log_generation_left', names.key(data['key']));
    case 'import': {
      const counts = t(
        'dashboard_import_counts',
        plural('dashboard_count_new', count(data['added'])),
        plural('dashboard_count_changed', count(data['changed'])),
        plural('dashboard_count_unchanged', count(data['unchanged'])),
        plural('dashboard_count_rejected', count(data['rejected'])),
      );
      return t('log_import', format(data['format']), counts);
    }
    case 'export':
      return t('log_snapshot_exported', format(data['format']), keysText(data['keys']));
    case 'start-handover':
      return t('log_handover_started', several(data['users'], names.person));
    case 'choose-successor':
      return data['to'] === null
        ? t('log_handover_successor_none', names.key(data['key']))
        : t('log_handover_successor', names.person(data['to']), names.key(data['key']));
    case 'tick-handover': {
      const step = t(wordFor(steps, data['step']) ?? 'log_handover_step_finish', names.key(data['key']));
      return t(data['done'] === true ? 'log_handover_ticked' : 'log_handover_unticked', step);
    }
    case 'drop-handover':
      return t('log_handover_dropped', several(data['users'], names.person));
    case 'snapshot':
      return t('log_snapshot_taken', keysText(data['keys']));
    case 'snapshot-deleted':
      return t('log_snapshot_deleted', timeText(String(data['takenAt'])), String(data['digest']));
    case 'backup':
      return t('log_backup', keysText(data['keys']));
    case 'restore':
      return t('log_restore', dateText(String(data['madeAt'])), keysText(data['keys']));
    case 'save-policy':
      return t('log_saved_policy', names.organization(data['organization']));
    case 'accept-findings': {
      const accepted = Array.isArray(data['findings']) ? data['findings'].length : 0;
      return t('log_accepted_findings', plural('log_count_findings', accepted), dateText(String(data['until'])));
    }
    case 'reopen-finding':
      return t('log_reopened_finding');
    case 'save-organization':
      return t('log_saved_organization', names.organization(data['id']));
    case 'save-workspace':
      return t('log_saved_workspace', names.workspace(data['id']));
    case 'save-fingerprint':
      return t('log_saved_fingerprint', names.key(data['key']));
    case 'save-user':
      return t('log_saved_user', names.person(data['id']));
    case 'save-key':
      return t('log_saved_key', names.key(data['id']));
    case 'delete':
      if (data['store'] === 'workspaces') return t('log_deleted_workspaces');
      return data['store'] === 'users' ? t('log_deleted_users') : t('log_deleted_keys');
    case 'edit-keys':
      return t('log_edited_keys', several(data['keys'], names.key));
    case 'merge':
      return data['store'] === 'users'
        ? t('log_merged_users', names.person(data['kept']))
        : t('log_merged_workspaces', names.workspace(data['kept']));
    case 'keep-apart':
      return t('log_kept_apart', names.workspace(data['workspace']), several(data['others'], names.workspace));
    case 'reading-filed':
      return t('log_reading_filed', names.workspace(data['workspace']));
    case 'reading-dropped':
      return t('log_reading_dropped');
    case 'undo': {
      const what = String(data['what']);
      const word = wordFor(undone, what) ?? (/^(save|edit)-/.test(what) ? 'log_what_save' : null);
      return t('log_undone', word ? t(word) : what);
    }
    case 'failure':
      return t('log_failure', String(data['where']), String(data['kind']));
    default:
      return t('log_other', kind);
  }
}

const why = {
  'fits-pattern': 'log_why_fits_pattern',
  'address-starts-with': 'log_why_address_starts_with',
  'address-says': 'log_why_address_says',
  'domain-says': 'log_why_domain_says',
  'name-says': 'log_why_name_says',
  'address-made-of-name': 'log_why_address_made_of_name',
  'keys-in-workspaces': 'log_why_keys_in_workspaces',
} as const satisfies Record<SuggestionCode, MessageKey>;

/** Who tagged somebody, and on what ground, a line each. */
function tagDetails({ data }: LogEntry, names: Names): string[] {
  const grounds = Array.isArray(data['why']) ? data['why'].flatMap((code) => wordFor(why, code) ?? []) : [];
  return [
    ...(typeof data['by'] === 'string' ? [t('log_tagged_by', names.person(data['by']))] : []),
    ...(grounds.length > 0 ? [t('log_tagged_why', listText(grounds.map((ground) => t(ground))))] : []),
  ];
}

/** An entry in words: what happened, and what hung on it. */
export function entryText(entry: LogEntry, names: Names): { text: string; details: string[] } {
  const held = kindOf(entry.kind) === 'hold' || ['release', 'kept', 'outcome'].includes(entry.kind);
  const tagged = entry.kind === 'owner-type-changed';
  return {
    text: sentence(entry, names),
    details: held ? holdDetails(entry, names) : tagged ? tagDetails(entry, names) : [],
  };
}
