/**
 * The words about one key and about one impact: the same in the popup's removal check and in the warning inside
 * PandaDoc's page, so that what somebody forwards is what the other one saw. Pure; time comes in.
 */
import { daysBetween } from '../../lib/domain/coverage.ts';
import { type Action, type Answer, answerOf, type Impact, type Unknown } from '../../lib/domain/impact.ts';
import { type AgedKey, keySince } from '../../lib/domain/key-age.ts';
import { keyPowers, type PowerNote } from '../../lib/domain/key-powers.ts';
import type { Key, Mapping, MappingIndex, Membership, User } from '../../lib/domain/mapping.ts';
import type { OwnerType } from '../../lib/domain/owner-type.ts';
import { defaultLabel } from '../../lib/domain/resolve-mapping.ts';
import type { Instant, KeyType } from '../../lib/domain/words.ts';
import { agoText, dateText, listText } from './format.ts';
import { type MessageKey, plural, type PluralBase, t } from './text.ts';

/** What a line about a key needs of it. */
export type SpokenKey = AgedKey & Pick<Key, 'type' | 'label' | 'usedBy'>;

const ownerTypeKeys = {
  'service-account': 'owner_type_service_account',
  person: 'owner_type_person',
  untagged: 'owner_type_untagged',
  'org-admin-service-account': 'owner_type_org_admin_service_account',
  'org-admin-person': 'owner_type_org_admin_person',
  'org-admin-untagged': 'owner_type_org_admin_untagged',
} as const satisfies Record<OwnerType, MessageKey>;

/** The tag as it is shown: `Service account`, `Org Admin · person`, … */
export function ownerTypeText(type: OwnerType): string {
  return t(ownerTypeKeys[type]);
}

const answerKeys = {
  critical: 'answer_critical',
  high: 'answer_high',
  medium: 'answer_medium',
  low: 'answer_low',
  'nothing-at-stake': 'answer_nothing_at_stake',
  'not-known': 'answer_not_known',
} as const satisfies Record<Answer, MessageKey>;

/** The word an answer starts with: `Critical`, …, `Nothing at stake`, `Not known`. */
export function answerText(answer: Answer): string {
  return t(answerKeys[answer]);
}

/** `Production key`, `Sandbox key`. */
export function keyTypeText(type: KeyType): string {
  return t(type === 'production' ? 'key_type_production' : 'key_type_sandbox');
}

/** A workspace's name, or that nobody knows it. */
export function workspaceText(name: string | null): string {
  return name ?? t('ui_workspace_unnamed');
}

/** Label and type of a key; a label that only says the type is not said twice. */
export function keyName(key: Pick<SpokenKey, 'type' | 'label'>): string {
  const type = keyTypeText(key.type);
  const label = key.label.trim();
  const folded = label.toLowerCase();
  if (folded === '' || folded === defaultLabel(key.type) || folded === type.toLowerCase()) return type;
  return t('key_labelled', label, type);
}

/** Label, type and workspace of a key. */
export function keyTitle(key: Pick<SpokenKey, 'type' | 'label'>, workspaceName: string | null): string {
  return t('key_title', keyName(key), workspaceText(workspaceName));
}

/** `made 45 days ago`, `at least 45 days old`, or `age not known`. A key that was rotated is as old as its secret. */
export function keyAge(key: AgedKey, now: Instant): string {
  const known = keySince(key);
  if (known === null) return t('key_age_unknown');
  if (!known.atLeast) return t('key_age', agoText(known.since, now));
  const days = daysBetween(known.since, now);
  return days === 0 ? t('key_age_unknown') : plural('key_age_at_least', days);
}

/** `used by CRM sync and Billing`, or that nothing is noted. */
export function keyUse(key: Pick<SpokenKey, 'usedBy'>): string {
  return key.usedBy.length > 0 ? t('key_used_by', listText(key.usedBy)) : t('key_used_by_nothing');
}

/** How old a key is and what uses it. */
export function keyDetail(key: SpokenKey, now: Instant): string {
  return t('key_detail', keyAge(key, now), keyUse(key));
}

/** One key in one line: label, type, workspace, age, used by. */
export function keyLine(key: SpokenKey, workspaceName: string | null, now: Instant): string {
  return t('key_line', keyTitle(key, workspaceName), keyDetail(key, now));
}

/** A workspace's name by its id, `null` where it has none. */
export type NameOf = (workspaceId: string) => string | null;

const unknownKeys = {
  'keys-never-read': 'unknown_keys_never_read',
  'keys-read-long-ago': 'unknown_keys_read_long_ago',
  'keys-incomplete': 'unknown_keys_incomplete',
  'members-never-read': 'unknown_members_never_read',
  'members-read-long-ago': 'unknown_members_read_long_ago',
  'members-incomplete': 'unknown_members_incomplete',
  'owner-unknown': 'unknown_owner',
  'was-admin': 'unknown_was_admin',
} as const satisfies Record<Unknown['reason'], MessageKey>;

/** What is not known for one reason, with the workspaces and the dates of their last readings. */
export function unknownSentence(unknown: readonly Unknown[], reason: Unknown['reason'], nameOf: NameOf): string {
  const places = unknown
    .filter((each) => each.reason === reason)
    .map(({ workspaceId, at }) => {
      const name = workspaceText(nameOf(workspaceId));
      return at === null ? name : t('ui_with_date', name, dateText(at));
    });
  return t(unknownKeys[reason], listText(places, 5));
}

/** All that is not known, one sentence for each reason. */
export function unknownSentences(unknown: readonly Unknown[], nameOf: NameOf): string[] {
  const reasons = Object.keys(unknownKeys) as Unknown['reason'][];
  return reasons
    .filter((reason) => unknown.some((each) => each.reason === reason))
    .map((reason) => unknownSentence(unknown, reason, nameOf));
}

/** Keys of the same people that keep working, as one sentence; `null` where there are none. */
export function untouchedSentence(
  keys: readonly Pick<Key, 'type' | 'label' | 'workspaceId'>[],
  nameOf: NameOf,
): string | null {
  if (keys.length === 0) return null;
  const titles = keys.map((key) => keyTitle(key, nameOf(key.workspaceId)));
  return plural('impact_untouched', keys.length, listText(titles, 5));
}

/** What an impact says, in the words that warning, popup, exports and handovers share. */
export interface ImpactWords {
  answer: Answer;
  /** The word the answer starts with. */
  word: string;
  summary: string;
  /** One line for each key that stops, loses rights or is replaced; production first, since that is where the outage is. */
  keys: { id: string; line: string }[];
  /** One line for each key of unknown owner that the people may own; under `mayOwnHead`. */
  mayOwn: { id: string; line: string }[];
  /** What happens then, and which keys are not affected. */
  sentences: string[];
  /** What is not known. */
  unknown: string[];
  /** Rate groups and findings before and after, where somebody worked them out (`consequence-text.ts`). */
  consequences: { title: string; lines: string[] }[];
  /** When the pages behind the answer were read. */
  readings: string | null;
}

const summaries = {
  remove: 'overlay_warn_remove',
  'deactivate-user': 'impact_warn_deactivate_user',
  'change-role': 'overlay_warn_change_role',
  'change-licence': 'overlay_warn_change_licence',
  'drop-org-admin': 'impact_warn_drop_org_admin',
  generate: 'overlay_warn_generate',
  'deactivate-workspace': 'overlay_warn_deactivate_workspace',
} as const satisfies Record<Action['kind'], PluralBase>;

/** Whom or what an action is about, by name. */
export function subjectText(index: MappingIndex, action: Action): string {
  if ('users' in action) {
    const names = action.users.map((id) => {
      const user = index.users.get(id);
      return user?.name ?? user?.email ?? t('ui_person_unnamed');
    });
    return listText(names, 5);
  }
  const ids = action.kind === 'generate' ? [action.workspace] : action.workspaces;
  return listText(
    ids.map((id) => workspaceText(index.workspaces.get(id)?.name ?? null)),
    5,
  );
}

/** What stands above the keys that the people may own. */
export const mayOwnHead = (): string => t('overlay_may_own_list');

function summaryText(index: MappingIndex, impact: Impact, action: Action, affected: number): string {
  const subject = subjectText(index, action);
  const everywhere = action.kind === 'remove' && action.scope === 'all';
  if (affected === 0) {
    const { unknown } = impact;
    if (unknown.length === 0) return everywhere ? t('popup_stops_nothing', subject) : t('impact_nothing');
    // Where all was read, only who owns a key is open.
    if (unknown.every(({ reason }) => reason === 'owner-unknown' || reason === 'was-admin')) {
      return t('impact_owner_not_known');
    }
    return everywhere ? t('popup_stops_not_known', subject) : t('impact_not_known');
  }
  if (everywhere) return plural('popup_stops', affected, subject);
  // The heading of a warning, which has no full stop.
  return t('impact_sentence', plural(summaries[action.kind], affected, subject));
}

/** When the pages of some workspaces were last read; `null` for none. */
export function readingsText(mapping: Mapping, nameOf: NameOf, workspaceIds: readonly string[]): string | null {
  const said = [...new Set(workspaceIds)].map((id) => {
    const { keys, members } = mapping.coverage[id] ?? { keys: null, members: null };
    return t(
      'popup_reading',
      workspaceText(nameOf(id)),
      keys ? dateText(keys.at) : t('ui_never'),
      members ? dateText(members.at) : t('ui_never'),
    );
  });
  return said.length > 0 ? t('popup_readings', listText(said, 4)) : null;
}

/**
 * Puts an impact into words. With several actions the first one gives the summary; the keys are those of all.
 *
 * @param now for ages of keys
 * @param consequences what follows beyond the keys, as far as it was asked for
 */
export function impactWords(
  index: MappingIndex,
  impact: Impact,
  action: Action,
  now: Instant,
  consequences: ImpactWords['consequences'] = [],
): ImpactWords {
  const nameOf: NameOf = (id) => index.workspaces.get(id)?.name ?? null;
  const keysOf = (ids: readonly string[]): Key[] => ids.flatMap((id) => index.keys.get(id) ?? []);
  const affected = keysOf([...impact.dies, ...impact.replaced, ...impact.narrows]);
  affected.sort((a, b) => (a.type === b.type ? 0 : a.type === 'production' ? -1 : 1));
  const mayOwn = keysOf([...new Set(impact.mayOwn.map(({ keyId }) => keyId))]);
  const answer = answerOf(impact);
  const sentences = [
    impact.dies.length > 0 ? t('popup_no_revival') : null,
    impact.narrows.length > 0 ? t('impact_narrowed') : null,
    impact.replaced.length > 0 ? t('impact_replaced') : null,
    untouchedSentence(keysOf(impact.untouched), nameOf),
  ];
  return {
    answer,
    word: answerText(answer),
    summary: summaryText(index, impact, action, affected.length),
    keys: affected.map((key) => ({ id: key.id, line: keyLine(key, nameOf(key.workspaceId), now) })),
    mayOwn: mayOwn.map((key) => ({
      id: key.id,
      line: t('overlay_may_own_key', keyLine(key, nameOf(key.workspaceId), now)),
    })),
    sentences: sentences.filter((sentence) => sentence !== null),
    // That owners are unknown is said by the list of keys the person may own.
    unknown: unknownSentences(
      impact.unknown.filter(({ reason }) => reason !== 'owner-unknown'),
      nameOf,
    ),
    consequences,
    readings: readingsText(
      index.mapping,
      nameOf,
      [...affected, ...mayOwn].map(({ workspaceId }) => workspaceId),
    ),
  };
}

/**
 * An impact as plain text, to be pasted into a ticket or a mail.
 *
 * @param about lines on the people concerned, after the summary
 */
export function forwardText(words: ImpactWords, about: readonly string[], now: Instant): string {
  return [
    t('popup_forward_head', words.word, words.summary),
    ...about,
    ...words.keys.map(({ line }) => `- ${line}`),
    ...(words.mayOwn.length > 0 ? [mayOwnHead(), ...words.mayOwn.map(({ line }) => `- ${line}`)] : []),
    ...words.sentences,
    ...(words.unknown.length > 0 ? [t('popup_not_known_head'), ...words.unknown.map((line) => `- ${line}`)] : []),
    ...words.consequences.flatMap(({ title, lines }) => [t('ui_colon', title), ...lines.map((line) => `- ${line}`)]),
    ...(words.readings ? [words.readings] : []),
    t('popup_forward_foot', dateText(now)),
  ].join('\n');
}

/** A key with its owner, as `keyPower` needs it. */
export interface PowerfulKey {
  key: Pick<SpokenKey, 'type' | 'label'> & Pick<Key, 'status'>;
  workspace: { name: string | null };
  owner: Pick<User, 'name' | 'email' | 'license' | 'orgAdmin' | 'status'> | null;
  /** The owner's, in the key's workspace. */
  membership: Pick<Membership, 'role' | 'status'> | undefined;
}

const powerNotes = {
  ended: 'power_ended',
  'owner-gone': 'power_owner_gone',
  'owner-blocked': 'power_owner_blocked',
  'custom-role': 'power_custom_role',
  'lower-role': 'power_lower_role',
  'lower-licence': 'power_lower_licence',
  narrowed: 'power_narrowed',
  'perhaps-ended': 'power_perhaps_ended',
} as const satisfies Record<PowerNote, MessageKey>;

/** What a key can do, and as whom: the same in popup, editor and reports (product.md). */
export function keyPower(of: PowerfulKey): string {
  return t('ui_two_sentences', t('power_of', keyName(of.key), workspaceText(of.workspace.name)), powerSentences(of));
}

/** The same where the key's title stands beside it anyway. */
export function powerSentences({ key, owner, membership }: Omit<PowerfulKey, 'workspace'>): string {
  const { role, license, reach, notes } = keyPowers(key, owner, membership);
  const added = notes.map((note) => t(powerNotes[note]));
  const sentences = (): string[] => {
    if (notes.includes('ended')) return added;
    if (!owner) return [t('power_owner_unknown'), ...added];
    const rights = t('power_rights', role ?? t('power_role_unknown'), license ?? t('power_license_unknown'));
    return [
      t('power_acts', owner.email ?? owner.name ?? t('ui_person_unnamed'), rights),
      t(
        reach === 'organization'
          ? 'power_reach_organization'
          : reach === 'workspace'
            ? 'power_reach_workspace'
            : 'power_reach_unknown',
      ),
      ...added,
    ];
  };
  return sentences().reduce((said, sentence) => t('ui_two_sentences', said, sentence));
}
