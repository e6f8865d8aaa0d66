/**
 * What a dialog, panel or form has set for somebody: roles, licences, workspaces. Read before the admin touches it and
 * again when it is saved, since only what was changed counts (settings-ui.md, section 7, variants 20 to 27: access is
 * kept as ticks, chips or switches, roles as fields, radios or lists in portals).
 */
import { nameKey } from '../domain/identity.ts';
import type { PersonReading } from '../domain/observation.ts';
import { headOf } from '../pages/columns.ts';
import { type Known, knownWorkspaceIn } from '../pages/page.ts';
import { fieldName, iconWords, pieces, textOf, tidy } from '../pages/text.ts';
import {
  attr,
  childrenOf,
  contains,
  findAll,
  has,
  isConnected,
  isInput,
  isSelect,
  isShown,
  matches,
  nearest,
  parentOf,
  previousElement,
  role,
  tag,
} from '../pages/tree.ts';
import { says, saysOnly } from '../pages/words.ts';
import { type ChoiceKind, isOff, isOn, isRoleName, kindOfChoices, saysAdmin } from './labels.ts';
import { isMoved, type ListPlace, placesIn } from './lists.ts';
import { kindOfTyped, typedValue, writtenFields } from './typed.ts';

export interface Settings {
  /** By the workspace that a field is for, or its place among others: the roles chosen in it. */
  roles: Map<string, readonly string[]>;
  licences: Map<string, readonly string[]>;
  /** Switches, boxes and lists that keep an account alive, by their place: whether they do. */
  active: Map<string, boolean>;
  /** Our id of each workspace that is offered: whether it is chosen. */
  workspaces: Map<string, boolean>;
  /** Of those that are shown only while they are chosen: what shows them. */
  chips: Map<string, Element>;
  /** In which of several lists each stands, to be moved between them. */
  lists: Map<string, ListPlace>;
  /** What shows a role where no field does. */
  shown: Element[];
}

/**
 * Few words, no numbers, no workspace: what a list of roles or licences offers in words that nobody knows; sizes, dates and
 * places do not look like it.
 */
export function mayBeRoles(texts: readonly string[], known: Known): boolean {
  return (
    texts.length >= 2 &&
    texts.length <= 20 &&
    texts.every((text) => /^\P{N}{2,40}$/u.test(text) && knownWorkspaceIn(text, known) === null)
  );
}

/** What an option says, without the sentence that explains it below. */
export function choiceText(option: Element): string {
  const own = attr(option, 'aria-label');
  if (own !== null && own.trim() !== '') return tidy(own);
  return pieces(option).find((piece) => /\p{L}/u.test(piece.text))?.text ?? '';
}

export const choosable =
  'input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch],[role=menuitemcheckbox],option,' +
  '[role=listbox][aria-multiselectable=true] [role=option]';

/** What a switch shows of its own states, in any of the languages of those who build them. */
const states =
  /(?:^|(?<=[\s/|·]))(?:true|false|on|off|yes|no|sí|si|ja|nein|oui|non|an|aus|nej|tak|nie|sim|não)(?=$|[\s/|·])/giu;

/** A text without what a switch shows of its states beside it. */
function withoutStates(text: string): string {
  return text
    .replace(states, '')
    .replace(/[\s/|·]+/gu, ' ')
    .trim();
}

/** What a box stands for: its name, or the text of the line that it stands in. */
export function boxLabel(box: Element, surface: Element): string {
  const name = fieldName(box);
  const isSwitch = matches(box, '[role=switch]');
  if (name !== '' && !(isSwitch && withoutStates(name) === '')) return name;
  for (let line = parentOf(box); line && line !== surface; line = parentOf(line)) {
    if (findAll(line, choosable).length > 1) return '';
    // What a button beside it says is the button's own.
    const said = textOf(line, (one) => matches(one, 'button,[role=button]') && !contains(one, box));
    const text = isSwitch ? withoutStates(said) : said;
    if (text !== '') return text;
  }
  return isSwitch ? name : '';
}

export function isChosen(element: Element): boolean {
  if (isInput(element)) return element.checked;
  if (tag(element) === 'option') return (element as HTMLOptionElement).selected;
  // What says that it is not ticked may be selected all the same: that is where the arrows stand (Semantic UI, 2026-11).
  const ticked = attr(element, 'aria-checked');
  if (ticked !== null) return ticked === 'true';
  return attr(element, 'aria-selected') === 'true' || attr(element, 'aria-pressed') === 'true';
}

/** The known workspace that a label means, by its name from end to end or as part of it. */
export function workspaceIn(label: string, known: Known): string | null {
  return known.workspaces.get(nameKey(label)) ?? knownWorkspaceIn(label, known);
}

const fieldSelector =
  'select,[role=combobox],[role=listbox],[aria-haspopup=listbox],[aria-haspopup=menu],[aria-haspopup=true],' +
  writtenFields;

const optionSelector = 'option,[role=option],[role=menuitemradio],[role=radio],[role=menuitem]';

/** What a field shows as chosen. */
export function valuesOf(field: Element): string[] {
  if (isSelect(field)) return [...field.selectedOptions].map((option) => tidy(option.text));
  const options = findAll(field, '[role=option]');
  if (options.length > 0) {
    const chosen = options.filter(isChosen).map(choiceText);
    if (chosen.length > 0) return chosen;
  }
  if (matches(field, writtenFields)) {
    const own = typedValue(field);
    return own === '' ? [] : [own];
  }
  if (isInput(field)) {
    const own = tidy(field.value);
    if (own !== '' || isTyped(field)) return own === '' ? [] : [own];
    // Libraries keep an empty input for the keyboard and show the value beside it.
    for (let box = parentOf(field), climb = 0; box && climb < 3; box = parentOf(box), climb += 1) {
      const text = choiceText(box);
      if (text !== '') return [text];
    }
    return [];
  }
  // The name of a field may stand in it, beside what is chosen.
  const shown = pieces(field, (element) => matches(element, '[role=listbox] *,[role=menu],ul,label,legend'))
    .map((piece) => piece.text)
    .filter((text) => /\p{L}/u.test(text));
  return shown.slice(0, 1);
}

/** What is typed into: of a field with suggestions, what it suggests. */
const typed = 'input:not([type]),input[type=text],input[list]';

/** What is typed is its own value; what another field keeps for the keyboard shows a value beside itself. */
function isTyped(field: Element): field is HTMLInputElement {
  return isInput(field) && matches(field, typed) && !matches(field, fieldSelector) && !says('search', fieldName(field));
}

/** Whether a role or a licence is typed into a field. */
export function isTypedSetting(field: Element): boolean {
  return isTyped(field) && kindOfField(field) !== null;
}

function optionsOf(field: Element): string[] {
  if (isSelect(field)) return [...field.options].map((option) => tidy(option.text));
  if (isInput(field) && field.list) return [...field.list.options].map((option) => tidy(option.value || option.text));
  return findAll(field, optionSelector).map(choiceText);
}

function labelAround(field: Element): string {
  const before = previousElement(field);
  const above = parentOf(field);
  const aside = above ? previousElement(above) : null;
  // What is longer is a part of the page, and labels nothing; what holds a field of its own labels that.
  // What says its values beside its words, such as "Role" and "Admin" of a line, needs no field.
  const label = (element: Element | null): string => {
    const text = element ? textOf(element) : '';
    if (!element || text.length > 60 || findAll(element, `button,input,${fieldSelector}`).length > 0) return '';
    const [, ...more] = pieces(element);
    return more.some((piece) => isRoleName(piece.text) || saysOnly('licence-name', piece.text)) ? '' : text;
  };
  return [fieldName(field), label(before), label(aside)].join(' · ');
}

/** What fields were about when they were first read: a value may be chosen that says nothing, or that both kinds have. */
const kinds = new WeakMap<Element, ChoiceKind>();

/** What a single field is about. */
export function kindOfField(field: Element): ChoiceKind | null {
  if (matches(field, writtenFields)) return kindOfTyped(field);
  const kind = kindNow(field);
  if (kind !== null) kinds.set(field, kind);
  return kind;
}

function kindNow(field: Element): ChoiceKind | null {
  const options = optionsOf(field);
  const kind = kindOfChoices(options);
  if (kind !== null || (options.length > 0 && options.some((text) => saysOnly('every', text)))) return kind;
  // "Guest" is a role on some pages and a licence on others; what stands beside the field tells.
  const own = fieldName(field);
  if (says('role', own) !== says('licence', own)) return says('role', own) ? 'role' : 'licence';
  const known = kinds.get(field);
  if (known !== undefined) return known;
  const values = valuesOf(field);
  const byValue = values.length === 0 ? null : kindOfChoices(values);
  if (byValue !== null) return byValue;
  const label = labelAround(field);
  if (says('role', label)) return 'role';
  return says('licence', label) ? 'licence' : null;
}

/** Whether a field may be one of roles where no word is known: by what it offers, or by what it shows where its list is closed. */
function mayChooseRole(field: Element, known: Known): boolean {
  const options = optionsOf(field);
  if (options.length > 0) return mayBeRoles(options, known);
  const values = valuesOf(field);
  // A menu button shows what it does, and no value.
  return (
    matches(field, '[role=combobox],[aria-haspopup=listbox]') &&
    values.length === 1 &&
    mayBeRoles([...values, ...values], known)
  );
}

/** The radios, or pressed buttons, that are chosen from together. */
function groupOf(choice: Element): Element | string {
  const name = isInput(choice) ? attr(choice, 'name') : null;
  if (name) return name;
  return (
    nearest(parentOf(choice), (element) => /^(?:radiogroup|group|toolbar)$/u.test(role(element) ?? '')) ??
    parentOf(choice) ??
    choice
  );
}

/** Radios that stand together, with what they say. */
export function groupsIn(box: Element): { choices: Element[]; texts: string[] }[] {
  // Each form has groups of its own, whatever they are called in the others.
  const forms = new Map<Element | null, Map<Element | string, Element[]>>();
  for (const choice of findAll(box, 'input[type=radio],[role=radio],button[aria-pressed]')) {
    const form = isInput(choice) ? choice.form : null;
    const groups = forms.get(form) ?? new Map<Element | string, Element[]>();
    forms.set(form, groups);
    const group = groupOf(choice);
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...forms.values()]
    .flatMap((groups) => [...groups.values()])
    .map((choices) => ({
      choices,
      texts: choices.map((choice) => choiceLabel(choice, box)),
    }));
}

/** Roles or licences on plain buttons side by side, of which one is drawn as chosen: no attribute says which. */
function drawnGroups(box: Element): { field: Element; kind: ChoiceKind; chosen: string }[] {
  const buttons = findAll(box, 'button,[role=button]').filter((one) => attr(one, 'aria-pressed') === null);
  return [...new Set(buttons.map(parentOf))].flatMap((parent) => {
    const choices = buttons.filter((one) => parentOf(one) === parent);
    const texts = choices.map((one) => pieces(one)[0]?.text ?? '');
    const kind =
      choices.length > 1 && texts.every((text) => kindOfChoices([text]) !== null) ? kindOfChoices(texts) : null;
    if (kind === null) return [];
    // A mark more than the others have, else a class that no other has.
    const marks = choices.map((one) => findAll(one, '*').length);
    const looks = choices.map((one) => [one, ...findAll(one, '*')].map((part) => attr(part, 'class') ?? '').join('|'));
    const alone = (values: readonly unknown[], at: number): boolean =>
      values.filter((value) => value === values[at]).length === 1;
    const most = Math.max(...marks);
    const byMark = marks.filter((count) => count === most).length === 1 ? marks.indexOf(most) : -1;
    const byLook = choices.length > 2 ? looks.findIndex((_, at) => alone(looks, at)) : -1;
    const chosen = texts[byMark >= 0 ? byMark : byLook];
    return chosen === undefined ? [] : [{ field: choices[0]!, kind, chosen }];
  });
}

/** What one of several choices says: the label of a native radio, the text of any other. */
export function choiceLabel(choice: Element, box: Element): string {
  if (!isInput(choice)) {
    const text = choiceText(choice);
    if (text !== '') return text;
  }
  const label = (choice as HTMLInputElement).labels?.[0];
  return label ? choiceText(label) : boxLabel(choice, box);
}

/** The workspace that the line around a field names. */
export function workspaceBeside(field: Element, limit: Element, known: Known): string | null {
  for (
    let line: Element | null = field, climb = 0;
    line && line !== limit && climb < 6;
    line = parentOf(line), climb += 1
  ) {
    const names = new Set(
      pieces(line, (element) => isSelect(element) || matches(element, '[role=listbox],[role=menu]'))
        .map((piece) => known.workspaces.get(nameKey(piece.text)))
        .filter((name) => name !== undefined),
    );
    const own = known.workspaces.get(nameKey(fieldName(field))) ?? knownWorkspaceIn(fieldName(field), known);
    if (own !== null && climb === 0) names.add(own);
    if (names.size === 1) return [...names][0]!;
    if (names.size > 1) return null;
  }
  return null;
}

/** What shows a workspace as chosen, where its name stands on a chip or in a field; `null` for text like any other. */
function chipBox(element: Element, box: Element): Element | null {
  const field = nearest(element, (up) => has(up, 'aria-haspopup') || role(up) === 'combobox', box);
  if (field) return field;
  for (let up: Element | null = element, climb = 0; up && up !== box && climb < 3; up = parentOf(up), climb += 1) {
    const ways = findAll(up, 'button,[role=button],svg,[class*=remove i],[class*=close i],[class*=delete i]');
    if (tag(up) !== 'li' && (ways.length === 0 || findAll(up, 'button,[role=button]').length > 1)) continue;
    // What holds one chip alone goes with it.
    let around = parentOf(up);
    while (around && around !== box && childrenOf(around).length === 1) around = parentOf(around);
    return around;
  }
  return null;
}

/** Signs on what is chosen that take it out again. */
const takesOut = /\b(?:remove|delete|close|clear|decline|times|xmark|cancel|cross)\b/u;

const ticks = 'input[type=checkbox],[role=checkbox],[role=switch],[role=menuitemcheckbox]';

/** Before the workspace, where one is known, and the label of what makes somebody Admin by a tick. */
const tickKey = 'tick ';

/** What a label is headed by: "Admin", with "Everything, keys and members" below it. */
function titleOf(choice: Element): string {
  const label = (choice as Partial<HTMLInputElement>).labels?.[0];
  return label ? (pieces(label)[0]?.text ?? '') : '';
}

/** Whether a tick or switch makes somebody Admin: "Admin", "Workspace administrator", "Admin rights". */
export function isAdminTick(label: string): boolean {
  if (saysAdmin(label)) return true;
  const words = label.split(/[^\p{L}'-]+/u).filter((word) => word !== '');
  return words.length <= 3 && words.some(saysAdmin);
}

/** The workspace at the head of the column that a field of a row stands in. */
export function workspaceAbove(field: Element, row: Element, known: Known): string | null {
  const head = headOf(field, row);
  return head === null ? null : workspaceIn(textOf(head), known);
}

/** Nothing set. */
export function noSettings(): Settings {
  return {
    roles: new Map(),
    licences: new Map(),
    active: new Map(),
    workspaces: new Map(),
    chips: new Map(),
    lists: new Map(),
    shown: [],
  };
}

/**
 * Everything that a box has set.
 *
 * @param idOf our id of a known workspace by its name; `null` where two carry it
 * @param isForeign no word of the page is known: then what offers a few words to choose from counts as roles
 */
export function readSettings(
  box: Element,
  known: Known,
  idOf: (name: string) => string | null,
  isForeign = false,
): Settings {
  const settings = noSettings();
  const put = (kind: ChoiceKind, field: Element, values: readonly string[]): void => {
    const map = kind === 'role' ? settings.roles : settings.licences;
    const workspace = workspaceBeside(field, box, known) ?? workspaceAbove(field, box, known);
    const id = workspace === null ? null : idOf(workspace);
    map.set(id ?? `#${String(map.size)}`, values);
  };
  const putActive = (on: boolean): void => {
    settings.active.set(`#${String(settings.active.size)}`, on);
  };
  for (const field of findAll(box, fieldSelector)) {
    if (nearest(parentOf(field), (up) => matches(up, fieldSelector), box) !== null) continue;
    const kind = kindOfField(field) ?? (isForeign && mayChooseRole(field, known) ? 'role' : null);
    if (kind !== null) put(kind, field, valuesOf(field));
    else if (isSelect(field) && [...field.options].some((option) => isOn(option.text)))
      putActive(valuesOf(field).some(isOn));
  }
  for (const field of findAll(box, typed)) {
    if (!isTyped(field) || nearest(parentOf(field), (up) => matches(up, fieldSelector), box) !== null) continue;
    const kind = kindOfField(field);
    if (kind !== null) put(kind, field, valuesOf(field));
  }
  for (const { choices, texts } of groupsIn(box)) {
    const named = kindOfChoices(texts);
    const isSwitch = named === null && texts.some(isOn);
    if (isSwitch) putActive(texts.some((text, at) => isOn(text) && isChosen(choices[at]!)));
    const kind = named ?? (isForeign && !isSwitch && mayBeRoles(texts, known) ? 'role' : null);
    if (kind !== null) {
      put(
        kind,
        choices[0]!,
        texts.filter((_, at) => isChosen(choices[at]!)),
      );
    }
  }
  for (const { field, kind, chosen } of drawnGroups(box)) put(kind, field, [chosen]);
  const labels = new Set<Element>();
  for (const choice of findAll(box, choosable)) {
    const label = boxLabel(choice, box);
    const name = workspaceIn(label, known) ?? workspaceAbove(choice, box, known);
    const id = name === null ? null : idOf(name);
    // "EMEA Sales (Admin)" is that workspace; its tick is access, not the role.
    const isRole = workspaceIn(label, known) === null && (isAdminTick(label) || isAdminTick(titleOf(choice)));
    if (matches(choice, ticks) && isRole) {
      const beside = workspaceBeside(choice, box, known);
      const place = beside === null ? null : idOf(beside);
      settings.roles.set(`${tickKey}${place ?? ''} ${label}`, isChosen(choice) ? [label] : []);
    }
    const isAlone = !matches(choice, 'option,[role=option],[type=radio],[role=radio]');
    if (isAlone && isOn(label)) putActive(isChosen(choice));
    // "Block this user from signing in", "Suspended": ticked, it ends what is on.
    else if (isAlone && name === null && isOff(label)) putActive(!isChosen(choice));
    if (id === null) continue;
    // Libraries keep a field for the form inside a choice that says itself what it is, and it need not follow.
    const outer = nearest(parentOf(choice), (up) => matches(up, choosable), box);
    settings.workspaces.set(id, isChosen(choice) || (outer !== null && settings.workspaces.get(id) === true));
    labels.add(parentOf(choice) ?? choice);
  }
  // A list of several that is its own field shows what is chosen beside its options.
  const unread = 'option,label,[role=option],[role=listbox]:not([aria-multiselectable=true]),[role=menu]';
  for (const piece of pieces(box, (element) => matches(element, unread))) {
    if (nearest(piece.element, (up) => labels.has(up), box)) continue;
    for (const part of piece.text.split(/\s*[,;•|]\s*/u)) {
      const name = known.workspaces.get(nameKey(part));
      const id = name === undefined ? null : idOf(name);
      if (id === null || settings.workspaces.has(id)) continue;
      const chip = chipBox(piece.element, box);
      if (!chip) continue;
      settings.workspaces.set(id, true);
      settings.chips.set(id, chip);
    }
  }
  for (const token of findAll(box, '[role=option]')) {
    // Some fields keep what is chosen in them in a list of its own, each with a sign that takes it out.
    const list = nearest(token, (up) => role(up) === 'listbox', box);
    if (!list || !isShown(list) || !takesOut.test(iconWords(token))) continue;
    for (const { text } of pieces(token)) {
      const name = known.workspaces.get(nameKey(text));
      const id = name === undefined ? null : idOf(name);
      if (id === null) continue;
      settings.workspaces.set(id, true);
      settings.chips.set(id, list);
    }
  }
  settings.lists = placesIn(box, known, idOf);
  if ([...settings.roles.keys()].every((key) => key.startsWith(tickKey))) {
    // Fields that no attribute marks show what is chosen as text.
    const shown = pieces(box, (element) => matches(element, 'label,option,[role=option],[role=menu]')).filter(
      ({ text }) => isRoleName(text),
    );
    settings.shown = shown.map(({ element }) => element);
    if (shown.length > 0)
      settings.roles.set(
        'text',
        shown.map(({ text }) => text),
      );
  }
  return settings;
}

/** What was set when a surface opened, and what it showed last. */
export interface SettingsRecord {
  /** Whose row was worked before; `null` where nobody's was. */
  subject: PersonReading | null;
  /** What shows it. */
  box: Element;
  first: Settings;
  last: Settings;
  touched: boolean;
}

function addMissing<T>(to: Map<string, T>, from: ReadonlyMap<string, T>): void {
  for (const [key, value] of from) if (!to.has(key)) to.set(key, value);
}

/** Takes over what a surface shows now. Until it is touched, that is what it opened with. */
export function noteSettings(record: SettingsRecord, now: Settings): void {
  if (!record.touched) record.first.chips.clear();
  for (const part of ['roles', 'licences', 'active', 'workspaces', 'lists'] as const) {
    const first = record.first[part] as Map<string, unknown>;
    const last = record.last[part] as Map<string, unknown>;
    const present = now[part] as Map<string, unknown>;
    if (!record.touched) for (const key of present.keys()) first.delete(key);
    addMissing(first, present);
    for (const [key, value] of present) last.set(key, value);
  }
  for (const [id, chip] of record.first.chips) {
    if (!now.workspaces.has(id) && isConnected(chip)) record.last.workspaces.set(id, false);
  }
  addMissing(record.first.chips, now.chips);
  if (!record.touched || record.first.shown.length === 0) record.first.shown = now.shown;
  else if (now.shown.length === 0) {
    // A role that nobody knows stands where one that is known stood.
    const texts = record.first.shown.filter(isConnected).map((element) => textOf(element));
    const others = texts.filter((text) => text !== '' && text.length <= 40);
    if (others.length > 0) record.last.roles.set('text', others);
  }
}

export interface Changed {
  roles: { workspaceId: string | null; from: readonly string[]; to: readonly string[] }[];
  licences: { from: readonly string[]; to: readonly string[] }[];
  /** What kept the account alive does so no more. */
  ended: boolean;
  /** Workspaces that were chosen when the surface opened and are not any more. */
  unticked: string[];
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.map(nameKey).sort().join('\n') !== other.map(nameKey).sort().join('\n');
}

/** What was changed since the surface opened. */
export function changedIn({ first, last }: Pick<SettingsRecord, 'first' | 'last'>): Changed {
  const fields = (part: 'roles' | 'licences') =>
    [...first[part]].flatMap(([key, from]) => {
      const to = last[part].get(key) ?? from;
      const isTick = key.startsWith(tickKey);
      const place = isTick ? key.split(' ')[1]! : key;
      return (to.length > 0 || isTick) && differ(from, to)
        ? [{ workspaceId: /^(?:#|text$|$)/u.test(place) ? null : place, from, to }]
        : [];
    });
  return {
    roles: fields('roles'),
    licences: fields('licences'),
    ended: [...first.active].some(([key, on]) => on && last.active.get(key) === false),
    unticked: [
      ...[...first.workspaces].filter(([id, ticked]) => ticked && last.workspaces.get(id) === false),
      // Which of the lists gives access is not asked: who had none has nothing there to lose.
      ...[...first.lists].filter(([id, place]) => isMoved(place, last.lists.get(id))),
    ].map(([id]) => id),
  };
}
