/** The warning: what an action would stop, in words that can be read in a few seconds and forwarded. */
import type { Key } from '../../lib/domain/mapping.ts';
import { type ReleaseReason, releaseReasons } from '../../lib/messages/protocol.ts';
import { listText } from '../ui/format.ts';
import { keyDetail, keyTitle, ownerTypeText, unknownSentences, untouchedSentence } from '../ui/impact-text.ts';
import { plural, t } from '../ui/text.ts';
import { icon, make } from './dom.ts';
import type { WarningModel, WarningResult } from './types.ts';
import { nameOf, readingsText } from './words.ts';

const buttons = {
  remove: ['overlay_remove_anyway', 'overlay_keep_user'],
  'change-role': ['overlay_change_anyway', 'overlay_keep_user'],
  'change-licence': ['overlay_change_anyway', 'overlay_keep_user'],
  generate: ['overlay_generate_anyway', 'overlay_keep_key'],
  'deactivate-workspace': ['overlay_deactivate_anyway', 'overlay_keep_workspace'],
} as const;

const headings = {
  remove: 'overlay_warn_remove',
  'change-role': 'overlay_warn_role',
  'change-licence': 'overlay_warn_licence',
  generate: 'overlay_warn_generate',
  'deactivate-workspace': 'overlay_warn_deactivate',
} as const;

const mayHeadings = {
  remove: 'overlay_warn_remove_may',
  'change-role': 'overlay_warn_role_may',
  'change-licence': 'overlay_warn_licence_may',
  generate: 'overlay_warn_generate_may',
  'deactivate-workspace': 'overlay_warn_deactivate_may',
} as const;

const consequences = {
  remove: 'overlay_stops_remove',
  'change-role': 'overlay_stops_role',
  'change-licence': 'overlay_stops_licence',
  generate: 'overlay_stops_generate',
  'deactivate-workspace': 'overlay_stops_deactivate',
} as const;

const reasons = {
  'handover-done': 'overlay_reason_handover_done',
  'key-no-longer-used': 'overlay_reason_no_longer_used',
  'outage-accepted': 'overlay_reason_outage_accepted',
  'security-emergency': 'overlay_reason_security_emergency',
  other: 'overlay_reason_other',
} as const satisfies Record<ReleaseReason, string>;

/** More people than this are only named in the heading; their details would bury the keys. */
const mostPeople = 4;

export interface WarningView {
  dialog: HTMLDialogElement;
  keep: HTMLButtonElement;
  release: HTMLButtonElement;
}

/**
 * Draws the warning.
 *
 * @param decide what a press on a button means; `event` is judged by the caller
 */
export function drawWarning(
  doc: Document,
  model: WarningModel,
  decide: (result: WarningResult, event: Event) => void,
): WarningView {
  const { action, people, mapping, impact } = model;
  const keys = (ids: readonly string[]): Key[] => ids.flatMap((id) => mapping.keys.find((key) => key.id === id) ?? []);
  const affected = keys([...impact.dies, ...impact.narrows, ...impact.replaced]);
  const may = keys([...new Set(impact.mayOwn.map(({ keyId }) => keyId))]);
  const workspaceName = (id: string): string | null => mapping.workspaces.find((each) => each.id === id)?.name ?? null;
  const titleOf = (key: Key): string => keyTitle(key, workspaceName(key.workspaceId));
  const subject = subjectOf(model);
  const say = (text: string, className: string | null = null) => make(doc, 'p', { class: className }, text);

  const heading = make(
    doc,
    'h2',
    { id: 'h' },
    affected.length > 0 ? plural(headings[action], affected.length, subject) : t(mayHeadings[action], subject),
  );
  const body = make(doc, 'div', { class: 'body' });
  body.append(
    make(doc, 'div', { class: `head ${impact.severity}` }, icon(doc, 'warn'), heading),
    ...people.slice(0, mostPeople).map((person) => {
      const name = nameOf(person);
      const type = ownerTypeText(person.ownerType);
      return say(
        person.name && person.email
          ? t('overlay_person_email', name, person.email, type)
          : t('overlay_person', name, type),
        'who',
      );
    }),
  );
  if (model.sameName) body.append(say(t('overlay_same_name')));
  if (model.scopeAssumed === 'no-workspace-chosen') body.append(say(t('overlay_scope_not_chosen')));
  else if (model.scopeAssumed === 'all-owned') body.append(say(t('overlay_scope_all')));
  else if (model.workspaceNames.length > 0 && people.length > 0) {
    body.append(say(t('overlay_scope', listText(model.workspaceNames, 5)), 'soft'));
  }
  const list = (those: readonly Key[], className: string | null, text: (key: Key) => string): HTMLElement =>
    make(
      doc,
      'ul',
      // `list-style: none` takes the list's role away in Safari only, but a role written out costs nothing.
      { class: className, role: 'list' },
      ...those.map((key) =>
        make(doc, 'li', {}, make(doc, 'strong', {}, text(key)), say(keyDetail(key, model.now), 'soft')),
      ),
    );
  if (affected.length > 0) {
    body.append(
      make(doc, 'h3', { id: 'd' }, t(consequences[action])),
      list(affected, impact.narrows.length > 0 ? 'soft-list' : null, titleOf),
    );
  }
  if (may.length > 0) {
    body.append(
      make(doc, 'h3', { id: affected.length > 0 ? null : 'd' }, t('overlay_may_own_list')),
      list(may, 'may', (key) => t('overlay_may_own_key', titleOf(key))),
    );
  }
  if (action === 'remove' && impact.dies.length > 0) body.append(say(t('overlay_no_revival'), 'soft'));
  const untouched = untouchedSentence(keys(impact.untouched), workspaceName);
  if (untouched) body.append(say(untouched));
  // That owners are unknown is already said by the list of keys that may be theirs.
  const unknown = unknownSentences(
    impact.unknown.filter(({ reason }) => reason !== 'owner-unknown' || may.length === 0),
    workspaceName,
  );
  if (unknown.length > 0) {
    body.append(make(doc, 'div', { class: 'unknown' }, ...unknown.map((text) => say(text))));
  }
  const read = [...affected, ...may].map(({ workspaceId }) => workspaceId);
  if (read.length > 0) body.append(make(doc, 'small', {}, readingsText(mapping, read)));

  const [releaseText, keepText] = buttons[action];
  const release = make(doc, 'button', { type: 'button', class: 'risk', disabled: model.reasonNeeded }, t(releaseText));
  const keep = make(doc, 'button', { type: 'button', class: 'safe' }, t(keepText));
  let reason: ReleaseReason | null = null;
  if (model.reasonNeeded) {
    const group = make(doc, 'div', { role: 'radiogroup', 'aria-labelledby': 'r' });
    for (const value of releaseReasons) {
      const radio = make(doc, 'input', { type: 'radio', name: 'reason', value });
      radio.addEventListener('change', (event) => {
        if (!event.isTrusted) return;
        reason = value;
        release.disabled = false;
      });
      group.append(make(doc, 'label', {}, radio, make(doc, 'span', {}, t(reasons[value]))));
    }
    body.append(make(doc, 'h3', { id: 'r' }, t('overlay_reason')), group);
  }
  release.addEventListener('click', (event) => {
    if (!model.reasonNeeded || reason) decide({ choice: 'release', reason }, event);
  });
  keep.addEventListener('click', (event) => decide({ choice: 'keep' }, event));

  const dialog = make(
    doc,
    'dialog',
    { role: 'alertdialog', 'aria-labelledby': 'h', 'aria-describedby': 'd' },
    body,
    make(doc, 'div', { class: 'foot' }, release, keep),
  );
  return { dialog, keep, release };
}

/** Whom or what the heading is about, whole: the name of the dialog contains every person. */
function subjectOf({ action, people, workspaceNames }: WarningModel): string {
  if (action === 'generate' || action === 'deactivate-workspace') {
    return workspaceNames.length > 0 ? listText(workspaceNames) : t('overlay_this_workspace');
  }
  const [only] = people;
  if (people.length === 1 && only) return nameOf(only);
  // Two people of one name are told apart by their addresses.
  const names = people.map(({ name, email }) =>
    name && email ? t('overlay_name_and_email', name, email) : nameOf({ name, email }),
  );
  return plural('overlay_users', people.length, listText(names));
}
