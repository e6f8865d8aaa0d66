/** Sentences of the overlay: made of whole messages, each one text. */
import type { Unknown } from '../../lib/domain/impact.ts';
import type { Key, Mapping } from '../../lib/domain/mapping.ts';
import type { OwnerType } from '../../lib/domain/owner-type.ts';
import { plural, t, textLocale } from '../ui/text.ts';

const tags = {
  'service-account': 'overlay_type_service_account',
  person: 'overlay_type_person',
  untagged: 'overlay_type_untagged',
  'org-admin-service-account': 'overlay_type_org_admin_service_account',
  'org-admin-person': 'overlay_type_org_admin_person',
  'org-admin-untagged': 'overlay_type_org_admin_untagged',
} as const;

/** The tag as it is shown. */
export function ownerTypeText(type: OwnerType): string {
  return t(tags[type]);
}

/** A day or an instant as a date, in the language of the texts. */
export function dateText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  // A day without a time is that day everywhere, not the evening before.
  const zone = at.length === 10 ? { timeZone: 'UTC' } : {};
  return new Intl.DateTimeFormat(textLocale(), { dateStyle: 'medium', ...zone }).format(date);
}

/** Several things in one sentence; what is more than `most` is counted. */
export function listText(things: readonly string[], most = Infinity): string {
  const shown = things.slice(0, most);
  const rest = things.length - shown.length;
  if (rest > 0) shown.push(plural('overlay_more', rest));
  return new Intl.ListFormat(textLocale(), { type: 'conjunction' }).format(shown);
}

/** A workspace's name, or that it has none. */
export function workspaceText(mapping: Mapping, workspaceId: string): string {
  return mapping.workspaces.find(({ id }) => id === workspaceId)?.name ?? t('overlay_unnamed_workspace');
}

/** What a key is called: its label, its type where the label does not say it, its workspace. */
export function keyTitle(mapping: Mapping, key: Key): string {
  const type = t(key.type === 'production' ? 'overlay_production_key' : 'overlay_sandbox_key');
  const workspace = workspaceText(mapping, key.workspaceId);
  return key.label.toLowerCase() === type.toLowerCase() || key.label.toLowerCase() === `${key.type} key`
    ? t('overlay_key', type, workspace)
    : t('overlay_key_labelled', key.label, type, workspace);
}

/** How old a key is, which one by its last characters, and what uses it, as far as it is known. */
export function keyDetail(key: Key, now: string): string {
  const since = key.rotatedOn ?? key.createdOn;
  const days = since === null ? 0 : Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000));
  const age = since === null ? t('overlay_age_unknown') : plural('overlay_age', days);
  const users = key.usedBy.length > 0 ? t('overlay_used_by', listText(key.usedBy)) : t('overlay_used_by_nothing');
  return key.hint ? t('overlay_key_detail_hint', age, users, key.hint) : t('overlay_key_detail', age, users);
}

const unknowns = {
  'keys-never-read': 'overlay_unknown_keys_never',
  'keys-read-long-ago': 'overlay_unknown_keys_old',
  'members-never-read': 'overlay_unknown_members_never',
  'members-read-long-ago': 'overlay_unknown_members_old',
  'members-incomplete': 'overlay_unknown_members_incomplete',
  'was-admin': 'overlay_unknown_was_admin',
} as const;

/** What is not known, one sentence for each kind. That an owner is unknown is said by the list of keys that may be theirs. */
export function unknownTexts(mapping: Mapping, unknown: readonly Unknown[]): string[] {
  const said: string[] = [];
  for (const reason of Object.keys(unknowns) as (keyof typeof unknowns)[]) {
    const those = unknown.filter((each) => each.reason === reason);
    if (those.length === 0) continue;
    const names = those.map(({ workspaceId, at }) => {
      const name = workspaceText(mapping, workspaceId);
      return reason.endsWith('long-ago') && at ? t('overlay_name_and_date', name, dateText(at)) : name;
    });
    said.push(t(unknowns[reason], listText(names, 4)));
  }
  return said;
}

/** When the pages behind an answer were last read. */
export function readingTexts(mapping: Mapping, workspaceIds: readonly string[]): string {
  const said = [...new Set(workspaceIds)].map((id) => {
    const { keys, members } = mapping.coverage[id] ?? { keys: null, members: null };
    const never = t('overlay_never');
    return t(
      'overlay_reading',
      workspaceText(mapping, id),
      keys ? dateText(keys.at) : never,
      members ? dateText(members.at) : never,
    );
  });
  return listText(said, 3);
}
