/** The warning: what an action would stop, in words that can be read in a few seconds and forwarded. */
import type { Key } from '../../lib/domain/mapping.ts';
import { type Explanation, type ReleaseReason, releaseReasons } from '../../lib/messages/protocol.ts';
import { listText } from '../ui/format.ts';
import { keyDetail, keyTitle, ownerTypeText, unknownSentences, untouchedSentence } from '../ui/impact-text.ts';
import { plural, t } from '../ui/text.ts';
import { icon, make } from './dom.ts';
import { on } from './events.ts';
import { deafMs } from './guarded.ts';
import type { WarningModel, WarningResult } from './types.ts';
import { nameOf, readingsText } from './words.ts';

/** What the two buttons say. */
const buttons = {
  remove: ['overlay_remove_anyway', 'overlay_keep_user'],
  'change-role': ['overlay_change_anyway', 'overlay_keep_user'],
  'change-licence': ['overlay_change_anyway', 'overlay_keep_user'],
  generate: ['overlay_generate_anyway', 'overlay_keep_key'],
  'deactivate-workspace': ['overlay_deactivate_anyway', 'overlay_keep_workspace'],
} as const;

type Underscored<Text extends string> = Text extends `${infer Before}-${infer After}`
  ? `${Before}_${Underscored<After>}`
  : Text;
/** A word of ours as it stands in the keys of the catalogue. */
function underscored<Text extends string>(text: Text): Underscored<Text> {
  return text.replaceAll('-', '_') as Underscored<Text>;
}

/** More people than this are only named in the heading; their details would bury the keys. */
const mostPeople = 4;

export interface WarningView {
  dialog: HTMLDialogElement;
  keep: HTMLButtonElement;
  release: HTMLButtonElement;
  plan: HTMLButtonElement | null;
}

/**
 * Draws the warning.
 *
 * @param decide what a press on a button means; `event` is judged by the caller
 * @param hears whether a press may work a button that decides nothing
 */
export function drawWarning(
  doc: Document,
  model: WarningModel,
  decide: (result: WarningResult, event: Event) => void,
  hears: (event: Event) => boolean,
): WarningView {
  const { people, mapping, impact } = model;
  const action = underscored(model.action);
  const keys = (ids: readonly string[]): Key[] => ids.flatMap((id) => mapping.keys.find((key) => key.id === id) ?? []);
  const affected = keys([...impact.dies, ...impact.narrows, ...impact.replaced]);
  const may = keys([...new Set(impact.mayOwn.map(({ keyId }) => keyId))]);
  const workspaceName = (id: string): string | null => mapping.workspaces.find((each) => each.id === id)?.name ?? null;
  const titleOf = (key: Key): string => keyTitle(key, workspaceName(key.workspaceId));
  const say = (text: string, className: string | null = null) => make(doc, 'p', { class: className }, text);
  const list = (those: readonly Key[], className: string | null, text: (key: Key) => string): HTMLElement =>
    make(
      doc,
      'ul',
      // `list-style: none` takes the role of a list away in Safari only, but a role written out costs nothing.
      { class: className, role: 'list' },
      ...those.map((key) => make(doc, 'li', {}, make(doc, 'strong', {}, text(key)), say(keyDetail(key, model.now)))),
    );
  const subject = subjectOf(model);
  const body = make(
    doc,
    'div',
    { class: 'body' },
    make(
      doc,
      'div',
      { class: `head ${impact.severity}` },
      icon(doc, 'warn'),
      make(
        doc,
        'h2',
        { id: 'h' },
        affected.length > 0
          ? plural(`overlay_warn_${action}`, affected.length, subject)
          : t(`overlay_may_${action}`, subject),
      ),
    ),
    // Part of the dialog's name: everybody who is meant, by name and address.
    make(doc, 'div', { id: 'w', class: 'soft' }, ...peopleOf(model).map((text) => say(text))),
  );
  const add = (...children: Node[]): void => body.append(...children);
  if (model.unsure) add(say(t('overlay_not_understood')));
  if (model.sameName) add(say(t('overlay_same_name')));
  if (model.scopeAssumed !== 'no') {
    const counted = listText(model.workspaceNames, 5);
    const notChosen = counted === '' ? t('overlay_scope_not_chosen') : t('overlay_scope_not_chosen_in', counted);
    add(say(model.scopeAssumed === 'all-owned' ? t('overlay_scope_all') : notChosen));
  } else if (people.length > 0 && model.workspaceNames.length > 0) {
    add(say(t('overlay_scope', listText(model.workspaceNames, 5)), 'soft'));
  }
  if (affected.length > 0) {
    add(
      make(doc, 'h3', { id: 'd' }, t(`overlay_stops_${action}`)),
      list(affected, impact.narrows.length > 0 ? 'amber' : null, titleOf),
    );
  }
  if (may.length > 0) {
    add(
      make(doc, 'h3', { id: affected.length > 0 ? null : 'd' }, t('overlay_may_own_list')),
      list(may, 'amber', (key) => t('overlay_may_own_key', titleOf(key))),
    );
  }
  if (action === 'remove' && affected.length > 0) add(say(t('overlay_no_revival'), 'soft'));
  const untouched = untouchedSentence(keys(impact.untouched), workspaceName);
  if (untouched) add(say(untouched, 'soft'));
  // That owners are unknown is already said by the list of keys that may be theirs.
  const unknown = unknownSentences(
    impact.unknown.filter(({ reason }) => reason !== 'owner-unknown' || may.length === 0),
    workspaceName,
  );
  if (unknown.length > 0) add(make(doc, 'div', { class: 'unknown' }, ...unknown.map((text) => say(text))));
  const read = [...affected, ...may].map(({ workspaceId }) => workspaceId);
  if (read.length > 0) add(make(doc, 'small', {}, readingsText(mapping, read)));

  if (model.explain) add(drawMore(doc, model.explain, hears));

  const [releaseText, keepText] = buttons[model.action];
  const release = make(doc, 'button', { type: 'button', class: 'risk', disabled: model.reasonNeeded }, t(releaseText));
  const keep = make(doc, 'button', { type: 'button', class: 'safe' }, t(keepText));
  const plan = model.onPlan ? make(doc, 'button', { type: 'button' }, t('handover_plan')) : null;
  let reason: ReleaseReason | null = null;
  if (model.reasonNeeded) {
    const choices = releaseReasons.map((value) => {
      const radio = make(doc, 'input', { type: 'radio', name: 'reason' });
      on(radio, 'change', () => {
        reason = value;
        release.disabled = false;
      });
      return make(doc, 'label', {}, radio, t(`overlay_reason_${underscored(value)}`));
    });
    add(
      make(
        doc,
        'div',
        { class: 'why' },
        make(doc, 'h3', { id: 'r' }, t('overlay_reason')),
        make(doc, 'div', { role: 'radiogroup', 'aria-labelledby': 'r' }, ...choices),
      ),
    );
  }
  on(release, 'click', (event) => {
    if (!model.reasonNeeded || reason) decide({ choice: 'release', reason }, event);
  });
  on(keep, 'click', (event) => decide({ choice: 'keep' }, event));
  const dialog = make(
    doc,
    'dialog',
    { role: 'alertdialog', 'aria-labelledby': 'h w', 'aria-describedby': 'd' },
    body,
    make(doc, 'div', { class: 'foot' }, release, ...(plan ? [plan] : []), keep),
  );
  return { dialog, keep, release, plan };
}

/**
 * What else would follow, folded away: the warning stays short. Lines, not list items: those are the keys affected, and
 * no others (surface.md).
 */
function drawMore(
  doc: Document,
  explain: NonNullable<WarningModel['explain']>,
  hears: (event: Event) => boolean,
): HTMLElement {
  const say = (text: string, className: string | null = null) => make(doc, 'p', { class: className }, text);
  const inside = make(doc, 'div', { 'aria-live': 'polite' }, say(t('overlay_more_loading'), 'soft'));
  const details = make(doc, 'details', {}, make(doc, 'summary', {}, t('overlay_more')), inside);
  const show = ({ parts, text }: Explanation): void => {
    const lines = parts.flatMap(({ title, lines: those }) => [
      make(doc, 'p', {}, make(doc, 'strong', {}, title)),
      ...those.map((line) => say(line)),
    ]);
    const copy = make(doc, 'button', { type: 'button' }, t('popup_copy'));
    const copied = say('', 'soft');
    on(copy, 'click', (event) => {
      // It came long after the warning, so that it has its own deaf time.
      if (!hears(event) || event.timeStamp - shownAt < deafMs) return;
      void doc
        .defaultView!.navigator.clipboard.writeText(text)
        .then(
          () => t('ui_copied'),
          () => t('overlay_copy_failed'),
        )
        .then((said) => (copied.textContent = said));
    });
    const shownAt = doc.defaultView!.performance.now();
    inside.replaceChildren(...(lines.length > 0 ? lines : [say(t('overlay_more_nothing'))]), copy, copied);
  };
  let asked = false;
  details.addEventListener('toggle', () => {
    if (asked || !details.open) return;
    asked = true;
    explain().then(show, () => inside.replaceChildren(say(t('overlay_more_failed'))));
  });
  return details;
}

/** Whom or what the heading is about. */
function subjectOf({ action, people, workspaceNames }: WarningModel): string {
  if (action === 'generate' || action === 'deactivate-workspace') {
    return workspaceNames.length > 0 ? listText(workspaceNames) : t('overlay_this_workspace');
  }
  const [only] = people;
  return people.length === 1 && only ? nameOf(only) : plural('overlay_users', people.length);
}

/** One line for each person; of many, the later ones share one, or their details would bury the keys. */
function peopleOf({ people }: WarningModel): string[] {
  const said = (person: WarningModel['people'][number]): string[] => {
    const { name, email } = person;
    // The heading has already said a single person's name.
    if (people.length === 1) return name && email ? [email] : [];
    return name && email ? [name, email] : [nameOf(person)];
  };
  const lines = people
    .slice(0, mostPeople)
    .map((person) => [...said(person), ownerTypeText(person.ownerType)].join(' · '));
  const rest = people.slice(mostPeople).map((person) => said(person).join(' · '));
  return rest.length > 0 ? [...lines, listText(rest)] : lines;
}
