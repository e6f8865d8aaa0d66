/**
 * Which acts a control does where it stands: removals, roles and licences, keys made anew, workspaces closed. Nothing is
 * decided here; whether an act concerns a key is the impact's business (`guard.ts`).
 */
import type { PersonReading } from '../domain/observation.ts';
import type { KeyType } from '../domain/words.ts';
import type { KeyRow } from '../pages/adapters/adapter.ts';
import { columnsOf, headOver } from '../pages/columns.ts';
import { chosenType, keyRowOf } from '../pages/adapters/keys.ts';
import { isLanguageKnown } from '../pages/language.ts';
import { knownWorkspaceIn } from '../pages/page.ts';
import { cutMark, fieldName, nameOf, pieces, textOf, tidy } from '../pages/text.ts';
import {
  attr,
  childrenOf,
  contains,
  findAll,
  isInput,
  isSelect,
  isShown,
  matches,
  nearest,
  parentOf,
  previousElement,
  role,
  shownIn,
  tag,
} from '../pages/tree.ts';
import { says, saysOnly } from '../pages/words.ts';
import { claimWorkspace } from '../pages/workspace-claim.ts';
import { type Control, onlyOpensOrChooses } from './controls.ts';
import { accessActs } from './access.ts';
import type { Act } from './act.ts';
import { asClosings, closesWorkspace, closing, endsState, isSelection, lineWorkspace, turnedOff } from './closing.ts';
import {
  isAboutThings,
  isOff,
  isOn,
  isRoleName,
  kindOfChoices,
  rightsGiven,
  saysAdmin,
  saysCancel,
  saysRemove,
  takesLicence,
} from './labels.ts';
import { chipActs, personAt, stepperActs } from './rights.ts';
import type { Memory } from './memory.ts';
import { samePerson } from '../domain/identity.ts';
import {
  boxLabel,
  changedIn,
  choiceLabel,
  choiceText,
  choosable,
  groupsIn,
  isChosen,
  kindOfField,
  readSettings,
  type SettingsRecord,
  valuesOf,
  workspaceAbove,
  workspaceBeside,
  workspaceIn,
} from './settings.ts';
import { formOf, savesAnotherPart } from './sections.ts';
import { sentTogether } from './several.ts';
import { hasProse, holdersOf, type Surface, surfaceOf } from './surface.ts';
import { dialogText } from './targets.ts';
import { listsPeople, type View } from './view.ts';

const removal = (workspaces: readonly string[] | null, everywhere: boolean): Act => ({
  kind: 'remove',
  workspaces,
  everywhere,
});

const buttons = 'button,a,input[type=submit],input[type=button],[role=button],[role=link]';

/**
 * Whether what is set in a field is sent by another control of its box, later. A way out that says "Done" may come
 * after everything was sent, so it does not count; nor does what answers another question, which may wait unseen.
 */
export function sendsLater(box: Element, field: Element): boolean {
  return findAll(box, 'button,input[type=submit],[role=button]').some((button) => {
    if (onlyOpensOrChooses(button) || attr(button, 'aria-pressed') !== null) return false;
    const name = nameOf(button);
    if (name === '' || saysCancel(name) || saysOnly('done', name)) return false;
    const asking = nearest(button, isAsking, box);
    if (asking) return contains(asking, field);
    // A Save may appear once something is changed; another answer that nobody sees belongs to a question.
    const isSave =
      (says('proceed', name) ? isShown(button) : says('save', name)) ||
      (tag(button) !== 'div' && attr(button, 'type') === 'submit');
    return sends(button, field, box) || (isSave && !savesAnotherPart(button, field, box));
  });
}

/**
 * Whether a button sends the form that a field stands in. A form around a whole list sends no single row, and a button
 * that nobody sees is there for browsers without scripts.
 */
function sends(button: Element, field: Element, box: Element): boolean {
  const form = formOf(button);
  return form !== null && contains(form, field) && contains(box, form) && isShown(button);
}

function isAsking(element: Element): boolean {
  return /^(?:dialog|alertdialog)$/u.test(role(element) ?? '') || tag(element) === 'dialog';
}

/** The largest box around a control that holds no list of people, or all of a page about one person. */
export function settingsBox(control: Element, view: View): Element {
  const listed = listsPeople(view) ? holdersOf(view.rowElements) : null;
  let box = control;
  for (let up = parentOf(control); up; up = parentOf(up)) {
    if (listed?.has(up) === true || matches(up, 'body,html')) break;
    box = up;
    if (up === view.page.content) break;
  }
  return box;
}

/** The box that a control's settings stand in, and under which name what it had is remembered. */
export function placeOf(
  control: Element,
  surface: Surface,
  view: View,
): { box: Element; place: 'dialog' | 'page' | Element } {
  if (surface.kind === 'dialog') return { box: surface.element, place: 'dialog' };
  if (surface.kind === 'row' && listsPeople(view)) return { box: surface.element, place: surface.element };
  const box = settingsBox(control, view);
  return { box, place: listsPeople(view) ? box : 'page' };
}

/** Takes over what a place has set, before the page acts on an event there. */
export function noteSettingsAt(
  place: ReturnType<typeof placeOf>,
  view: View,
  memory: Memory,
  touching: boolean,
): SettingsRecord {
  const isForeign = !isLanguageKnown(view.page);
  const settings = readSettings(place.box, view.page.known, view.workspaceIdOf, isForeign);
  // A row says itself whose it is; whose was worked before does not matter there.
  const row = typeof place.place === 'string' ? null : view.rows.find(({ element }) => element === place.place);
  return row ? memory.record(place, settings, touching, row.person) : memory.record(place, settings, touching);
}

/** Takes over a field that has been changed already, with what it showed before. */
export function noteFormer(
  field: HTMLSelectElement,
  former: readonly string[],
  place: ReturnType<typeof placeOf>,
  view: View,
  memory: Memory,
): void {
  const kind = kindOfField(field);
  if (kind === null || former.length === 0) return;
  const { first } = noteSettingsAt(place, view, memory, true);
  const fields = kind === 'role' ? first.roles : first.licences;
  const now = [...field.selectedOptions].map((option) => tidy(option.text)).join('\n');
  const key = [...fields].find(([, values]) => values.join('\n') === now)?.[0];
  if (key !== undefined) fields.set(key, former);
}

/** What was changed in a place since it opened, as acts. */
export function changedActs(record: Pick<SettingsRecord, 'first' | 'last'>): Act[] {
  const changed = changedIn(record);
  const acts: Act[] = [];
  const gone = new Set(changed.unticked);
  for (const { workspaceId, from, to } of changed.roles) {
    const workspaces = workspaceId === null ? null : [workspaceId];
    if (to.length > 0 && to.every((text) => saysOnly('no-access', text))) {
      if (workspaceId !== null) gone.add(workspaceId);
      else acts.push(removal(null, false));
    } else acts.push({ kind: 'change-role', from, to, workspaces });
  }
  for (const { from, to } of changed.licences) acts.push({ kind: 'change-licence', from, to, workspaces: null });
  if (changed.ended) acts.push(removal(null, true));
  else if (gone.size > 0) acts.push(removal([...gone], false));
  return acts;
}

/** What was changed in the rows of a list and was not sent yet, each with whom it is about. */
export function actsOfRows(view: View, memory: Memory): Map<Act, PersonReading[]> {
  for (const { element } of view.rows)
    if (memory.isNoted(element)) noteSettingsAt({ box: element, place: element }, view, memory, true);
  const acts = new Map<Act, PersonReading[]>();
  for (const { subject, first, last } of memory.ofRows)
    if (subject) for (const act of changedActs({ first, last })) acts.set(act, [subject]);
  return acts;
}

/** Whether somebody has a line for each of several workspaces. */
function isOneOfLines(element: Element, view: View): boolean {
  const own = view.rows.find((row) => row.element === element);
  const lines = view.rows.filter(({ person }) => own && samePerson(person, own.person));
  if (lines.length < 2) return false;
  const named = lines.map((line) => knownWorkspaceIn(textOf(line.element).slice(0, 400), view.page.known));
  return new Set(named.filter((name) => name !== null)).size > 1;
}

/** Workspaces that a removing control tells by itself: its own label, or the line of a list of workspaces. */
export function workspacesTold(control: Control, surface: Surface, view: View): string[] | null {
  const named = knownWorkspaceIn(control.label, view.page.known);
  const id = named === null ? null : view.workspaceIdOf(named);
  if (id !== null) return [id];
  if (surface.kind === 'row' && listsPeople(view) && !isOneOfLines(surface.element, view)) return null;
  const line = lineWorkspace(control.element, view);
  return line === null ? null : [line];
}

function typesIn(text: string): KeyType[] {
  const types: KeyType[] = [];
  if (says('production-key', text)) types.push('production');
  if (says('sandbox-key', text)) types.push('sandbox');
  return types;
}

/** The key row that a control stands in, or, where label and value lie side by side, the last one before it. */
export function keyRowAt(control: Element, keys: readonly KeyRow[]): KeyRow | null {
  const own = keyRowOf(keys, control);
  if (own || keys.length === 0) return own;
  const parents = new Set(keys.map((key) => parentOf(key.element)));
  const cell = nearest(control, (element) => parents.has(parentOf(element)));
  for (let before = cell; before; before = previousElement(before)) {
    const row = keys.find((key) => key.element === before);
    // A row with controls of its own is whole.
    if (row) return findAll(row.element, 'button,[role=button]').length > 0 ? null : row;
  }
  return null;
}

function isKeyPage(view: View): boolean {
  return view.keys.length > 0 || view.page.route.hint === 'keys';
}

/** The workspace that a key page says it is about, where its keys could not be read. */
function claimedWorkspace({ page, workspaceIdOf }: View): string | null {
  const { name } = claimWorkspace(page, null, false);
  return name === null ? null : workspaceIdOf(name);
}

/** What is chosen in a dialog. */
function chosenIn(dialog: Element): string[] {
  const fields = 'select,[role=combobox],[aria-haspopup=listbox]';
  return findAll(dialog, `${fields},${choosable},[role=option]`).flatMap((field) => {
    if (matches(field, fields)) return valuesOf(field);
    return isChosen(field) && tag(field) !== 'option' ? [choiceLabel(field, dialog)] : [];
  });
}

function generating(control: Control, surface: Surface, view: View, memory: Memory): Act {
  const { known, content } = view.page;
  const idOf = (name: string | null): string | null => (name === null ? null : view.workspaceIdOf(name));
  const lineOf = (from: Element | null): string | null => from && idOf(workspaceBeside(from, content, known));
  const own = keyRowAt(control.element, view.keys) ?? (surface.kind === 'menu' ? memory.key : null);
  const said = typesIn(control.label);
  const dialog = surface.kind === 'dialog' ? surface.element : null;
  // A question may have a page to itself, which shows no key any more.
  const before = dialog ? memory.begun?.acts.find((act) => act.kind === 'generate') : undefined;
  const begun = before?.kind === 'generate' ? before : null;
  let types: KeyType[] = own ? [own.type] : said.length === 1 ? said : [];
  const chosen = dialog ? chosenIn(dialog) : [];
  if (types.length === 0 && dialog) {
    const chosenTypes = chosen.flatMap(typesIn);
    types = chosenTypes.length > 0 ? chosenTypes : begun ? [...begun.types] : typesIn(dialogText(dialog));
    if (types.length !== 1 && chosenTypes.length === 0 && memory.key) types = [memory.key.type];
  }
  const shown = types.length === 0 && surface.kind !== 'menu' ? chosenType(view.page) : null;
  if (shown) types = [shown];
  const [named, ...others] = new Set(chosen.map((text) => workspaceIn(text, known)).filter((name) => name !== null));
  const told = named !== undefined && others.length === 0 ? named : null;
  // What is chosen in a question, or named by it, counts; else the line that it was begun in, and last the page as a whole.
  const line = dialog
    ? (idOf(told ?? knownWorkspaceIn(`${attr(dialog, 'aria-label') ?? ''} ${dialogText(dialog)}`, known)) ??
      begun?.workspaceId ??
      lineOf(memory.origin))
    : lineOf(own?.element ?? (surface.kind === 'menu' ? memory.opener : control.element));
  const workspaceId = line ?? view.keysWorkspaceId ?? (types.length === 1 ? claimedWorkspace(view) : null);
  if (types.length === 0) types = ['production', 'sandbox'];
  const isSame = begun !== null && begun.workspaceId === workspaceId && begun.types.join() === types.join();
  const isIts = (key: KeyRow): boolean => (own ? key === own : [null, workspaceId].includes(lineOf(key.element)));
  return {
    kind: 'generate',
    workspaceId,
    types,
    shown:
      types.length === 1 &&
      (isSame && !own
        ? begun.shown
        : view.keys.some((key) => key.type === types[0] && key.state === 'present' && isIts(key))),
  };
}

/** Whether a control makes a key: it says so in a key's row or menu, or names a key. */
function makesKey(control: Control, surface: Surface, view: View, memory: Memory): boolean {
  const { label, element } = control;
  const makes = says('generate', label);
  if (!isKeyPage(view) || !(makes || says('renew', label))) return false;
  if (keyRowAt(element, view.keys) !== null || (surface.kind === 'menu' && memory.key !== null)) return true;
  return makes && (says('key', label) || typesIn(label).length > 0);
}

/** A removal that is chosen in a field beside a button: "Bulk actions: Remove", then "Apply". */
function chosenBeside(button: Element, view: View): string | null {
  if (saysCancel(nameOf(button)) || onlyOpensOrChooses(button)) return null;
  const listed = holdersOf(view.rowElements);
  let box = parentOf(button);
  for (let climb = 0; box && climb < 3; box = parentOf(box), climb += 1) {
    const chosen = childrenOf(box)
      .filter((child) => !listed.has(child) && !view.rowElements.has(child))
      .flatMap((child) => [child, ...findAll(child, '*')])
      .filter((field) => matches(field, 'select,[role=combobox],[aria-haspopup=listbox]'))
      .map((field) => (isSelect(field) ? tidy(field.selectedOptions[0]?.text ?? '') : textOf(field)))
      .find(saysRemove);
    if (chosen !== undefined) return chosen;
    if (listed.has(box)) return null;
  }
  return null;
}

/** Acts of a control before any question. */
export function startActs(control: Control, surface: Surface, view: View, memory: Memory): Act[] {
  const { label, element } = control;
  if (makesKey(control, surface, view, memory)) return [generating(control, surface, view, memory)];
  const isSomebodys = surface.kind === 'row' || !listsPeople(view);
  const chip = isSomebodys ? chipActs(control, surface) : null;
  if (chip) return chip;
  const given =
    surface.kind === 'page' && listsPeople(view) && memory.selected.length === 0
      ? null
      : rightsGiven(label, personAt(surface, view, memory));
  if (given) return [given];
  const step = isSomebodys ? stepperActs(control) : [];
  if (step.length > 0) return step;
  if (closesWorkspace(control, view)) return [closing(control, surface, view, memory)];
  if (saysRemove(label)) {
    return [removal(workspacesTold(control, surface, view), says('deactivate-user', label))];
  }
  if (surface.kind === 'menu') return [];
  const chosen = chosenBeside(element, view);
  if (chosen !== null) return [rightsGiven(chosen) ?? removal(null, says('deactivate-user', chosen))];
  // What was set before is sent now.
  if (!says('save', label) && !says('proceed', label) && !submits(element, surface, view, memory)) return [];
  const changed = changedActs(noteSettingsAt(placeOf(element, surface, view), view, memory, true));
  return asClosings(forSeveral(changed, surface, view), control, surface, view, memory);
}

/** What a field beside a list showed before is nobody's: each of those who are selected has a role of their own. */
function forSeveral(acts: Act[], surface: Surface, view: View): Act[] {
  return surface.kind === 'page' && listsPeople(view)
    ? acts.map((act) => (act.kind === 'change-role' || act.kind === 'change-licence' ? { ...act, from: [] } : act))
    : acts;
}

/**
 * Whether a control sends a form in which somebody's settings stand, whatever it is called: "Change licence". What a list
 * of people has around it is a filter, unless somebody is selected there.
 */
function submits(element: Element, surface: Surface, view: View, memory: Memory): boolean {
  if (matches(element, '[type=submit]') && surface.kind !== 'page') return true;
  const form = formOf(element);
  if (form === null) return false;
  if (listsPeople(view)) {
    if (surface.kind === 'row' && !contains(surface.element, form)) return false;
    if (surface.kind === 'page' && memory.selected.length === 0) return false;
  }
  const { roles, licences, active, workspaces } = readSettings(form, view.page.known, view.workspaceIdOf);
  return [roles, licences, active, workspaces].some(({ size }) => size > 0);
}

function headsOf(dialog: Element): string[] {
  const heading = findAll(dialog, 'h1,h2,h3,h4,legend,[role=heading]')[0];
  const label = attr(dialog, 'aria-label') ?? '';
  const labelled = attr(dialog, 'aria-labelledby') === null ? '' : nameOf(dialog);
  return [label, labelled, heading ? textOf(heading) : label === '' ? (pieces(dialog)[0]?.text ?? '') : ''];
}

/** What a dialog says, without what its controls are called: a panel about a person offers a removal beside other things. */
function proseOf(dialog: Element): string {
  const prose = textOf(dialog, (element) => matches(element, `${buttons},select,[role=listbox],[role=combobox]`));
  return `${attr(dialog, 'aria-label') ?? ''} ${prose.slice(0, 2_000)}`;
}

/** Whether what a question says is about a removal: by its verb, as done, or by what follows from it. */
function saysEnd(text: string): boolean {
  return says('remove', text) || says('removed', text) || says('loses-access', text);
}

/** The box around answers on a page about one person that says itself that it removes, whatever it was opened by. */
export function removalAround(answers: Element, content: Element): Element | null {
  const box = nearest(answers, (up) => up === content || hasProse(up), content);
  if (!box || box === content) return null;
  const prose = proseOf(box);
  return prose.length <= 400 && saysEnd(prose) ? box : null;
}

/** Whether a dialog hands out a key: one was cut out of its text, or stands in a field that cannot be typed into. */
export function showsKey(dialog: Element): boolean {
  return textOf(dialog).includes(cutMark) || findAll(dialog, 'input[readonly],textarea[readonly]').length > 0;
}

/** Acts of the control that a question, a dialog or the last step of something is confirmed with. */
export function confirmActs(control: Control, dialog: Element, view: View, memory: Memory, now: number): Act[] {
  const { label } = control;
  const surface: Surface = { kind: 'dialog', element: dialog };
  const begun = memory.flow(now)?.acts ?? [];
  const heads = headsOf(dialog);
  const head = tidy(heads.join(' '));
  if (says('invite', head) || says('invite', label)) return [];
  // "Delete photo?" asks about nobody, whatever its answer is called.
  const asksOfThings = heads.some(isAboutThings) && !says('role', head);
  const labelRemoves = !asksOfThings && saysRemove(label);
  const headRemoves = !asksOfThings && head.length <= 160 && saysEnd(head);
  // What was not understood may have opened anything; of a question alone it is taken to be the beginning.
  const asksOnly = findAll(dialog, 'input,select,textarea,[role=combobox],[contenteditable]').length === 0;
  const beganRemoval = begun.find((act) => act.kind === 'remove' && (asksOnly || act.doubtful !== true));
  if (
    closesWorkspace(control, view) ||
    says('deactivate-workspace', head) ||
    begun.some((act) => act.kind === 'deactivate-workspace')
  )
    return [closing(control, surface, view, memory)];
  if (begun.some((act) => act.kind === 'generate')) {
    // The dialog that hands out the new key is the end of it: "Done" beside a key sends nothing.
    return !says('generate', label) && showsKey(dialog) ? [] : [generating(control, surface, view, memory)];
  }
  if (
    isKeyPage(view) &&
    view.rows.length === 0 &&
    (says('generate', label) || (says('generate', head) && says('key', head)))
  )
    return [generating(control, surface, view, memory)];
  const record = noteSettingsAt({ box: dialog, place: 'dialog' }, view, memory, true);
  // "Remove admin rights?" goes on with what was begun, whatever its answer is called; so does what is asked of a seat.
  const less = begun.flatMap((act) => (act.kind === 'change-role' || act.kind === 'change-licence' ? [act] : []));
  const isLess =
    less.length > 0 && (says('demote', head) || takesLicence(head) || less.some((act) => act.to.length === 0));
  if (isLess && !says('deactivate-user', label) && !says('deactivate-user', head) && !beganRemoval) return less;
  if (takesLicence(label)) return [{ kind: 'change-licence', from: [], to: [], workspaces: null }];
  if (labelRemoves || headRemoves || beganRemoval) {
    // "Remove EMEA Sales" beside one of several workspaces takes that one.
    const told = labelRemoves ? workspacesTold(control, surface, view) : null;
    const begunEverywhere = beganRemoval?.kind === 'remove' && beganRemoval.everywhere;
    return [
      removal(
        told ?? (beganRemoval?.kind === 'remove' ? beganRemoval.workspaces : null),
        begunEverywhere || says('deactivate-user', label) || says('deactivate-user', head),
      ),
    ];
  }
  const changed = asClosings(changedActs(record), control, surface, view, memory);
  if (changed.length > 0) return changed;
  const given = rightsGiven(label, personAt(surface, view, memory));
  if (given) return [given];
  const goesOn = begun.filter((act) => act.kind !== 'remove' || act.doubtful !== true);
  if (goesOn.length > 0) return goesOn;
  if (record.first.workspaces.size > 0 && record.touched && findAll(dialog, choosable).length > 0) return [];
  if (asksOfThings) return [];
  const prose = proseOf(dialog);
  return saysEnd(prose) ? [removal(null, says('deactivate-user', prose))] : [];
}

const entries = '[role=option],[role=menuitemradio],[role=menuitem],[role=radio],[role=treeitem]';

/** Choosing an entry of a list of roles or licences, or taking a workspace out of one; empty where it is sent later. */
function menuActs(control: Control, menu: Element, view: View, memory: Memory): Act[] {
  const { element } = control;
  const { opener } = memory;
  if (sendsLaterOutside(menu, opener, view)) return [];
  const marked = findAll(menu, entries);
  const items =
    marked.length > 0
      ? marked
      : findAll(menu, 'li,button,a').length > 0
        ? findAll(menu, 'li,button,a')
        : childrenOf(menu);
  const texts = items.map(choiceText);
  if (texts.some((text) => saysOnly('every', text))) return [];
  const value = choiceText(element);
  const chooses = /^(?:option|menuitemradio|radio)$/u.test(role(element) ?? '');
  const byOpener =
    opener && memory.openerIsField && !contains(menu, opener)
      ? (kindOfField(opener) ?? kindOfChoices([tidy(textOf(opener)).slice(0, 80)]))
      : null;
  const known = texts.filter((text) => isRoleName(text) || saysOnly('licence-name', text)).length;
  const kind = kindOfChoices(texts) ?? (chooses ? byOpener : null);
  const isTheirs =
    opener !== null && (!listsPeople(view) || nearest(opener, (up) => view.rowElements.has(up)) !== null);
  if (kind === null && isTheirs && !isChosen(element) && endsState(texts, texts.filter(isOn), [value]))
    return stateEnded(control, { kind: 'menu', element: menu }, view, memory);
  if (kind === null || value === '' || saysRemove(value)) return [];
  if (known < 2 && byOpener === null && !chooses) return [];
  if (!chooses && !isRoleName(value) && !saysOnly('licence-name', value) && known < texts.length - 1) return [];
  if (saysOnly('no-access', value)) return [removal(null, false)];
  const current = items.filter((item) => item !== element && attr(item, 'aria-checked') === 'true').map(choiceText);
  const from =
    current.length > 0
      ? current
      : opener && !contains(menu, opener)
        ? kindOfChoices([memory.openerSaid]) === kind
          ? [memory.openerSaid]
          : []
        : [];
  return [
    {
      kind: kind === 'role' ? 'change-role' : 'change-licence',
      from,
      to: [value],
      workspaces: workspaceOfField(opener, view),
    },
  ];
}

/** Whether what is chosen in a menu is sent by a control of the dialog, row, form or page that the menu belongs to. */
export function sendsLaterOutside(menu: Element, opener: Element | null, view: View): boolean {
  for (const inner of [shownIn(menu), opener]) {
    if (!inner || matches(inner, 'body,html')) continue;
    const around = surfaceOf(inner, view.rowElements, view.page.content);
    if (around.kind === 'dialog') return sendsLaterInDialog(around.element);
    if (around.kind === 'page' && contains(view.page.content, inner) && sendsLaterAround(inner, view)) return true;
  }
  return opener !== null && sendsLaterAround(opener, view);
}

function workspaceOfField(field: Element | null, view: View): string[] | null {
  const row = field && listsPeople(view) && nearest(field, (up) => view.rowElements.has(up));
  if (!field) return null;
  const name = row
    ? workspaceAbove(field, row, view.page.known)
    : workspaceBeside(field, view.page.content, view.page.known);
  const id = name === null ? null : view.workspaceIdOf(name);
  return id === null ? null : [id];
}

function sendsLaterInDialog(dialog: Element): boolean {
  return findAll(dialog, 'button,input[type=submit],[role=button]').some((button) => {
    const name = nameOf(button);
    return (
      name !== '' &&
      !saysCancel(name) &&
      !saysOnly('done', name) &&
      !onlyOpensOrChooses(button) &&
      attr(button, 'aria-pressed') === null
    );
  });
}

/** Whether the row, or the form or page around a field, is sent by a control of its own. */
export function sendsLaterAround(field: Element, view: View): boolean {
  const row = nearest(field, (up) => view.rowElements.has(up));
  if (!row || !listsPeople(view)) return sendsLater(settingsBox(field, view), field);
  return sendsLater(row, field) || sentTogether(view);
}

/** A list of roles or licences that unfolded in a row, with nothing floating, around one of its entries. */
export function listUnfolded(entry: Element, row: Element): Element | null {
  const list = nearest(entry, (up) => matches(up, 'ul,ol,[role=list]'), row);
  const entries = list && list !== row ? childrenOf(list) : [];
  return entries.length > 1 && kindOfChoices(entries.map(choiceText)) !== null ? list : null;
}

/** Acts of a control that chooses something where nothing sends it later. */
export function choiceActs(control: Control, surface: Surface, view: View, memory: Memory): Act[] {
  const { opener } = memory;
  if (surface.kind !== 'menu') return tickActs(control, surface, view, memory);
  if (matches(control.element, choosable)) {
    if (sendsLaterOutside(surface.element, opener, view)) return [];
    const ticked = tickActs(control, surface, view, memory);
    if (ticked.length > 0) return ticked;
  }
  const chosen = menuActs(control, surface.element, view, memory);
  if (chosen.length > 0 || sendsLaterOutside(surface.element, opener, view)) return chosen;
  return accessActs(control.element, opener, view);
}

/** Whether what is switched or chosen somewhere is somebody's own. */
function isAboutSomebody(surface: Surface, view: View): boolean {
  return surface.kind === 'row' || surface.kind === 'dialog' || !listsPeople(view);
}

/** The end of an account, or of a workspace where the page is about those, by a choice of its state. */
function stateEnded(control: Control, surface: Surface, view: View, memory: Memory): Act[] {
  return isAboutSomebody(surface, view) ? asClosings([removal(null, true)], control, surface, view, memory) : [];
}

/** A tick, switch or radio that acts at once. */
function tickActs({ element, was }: Control, surface: Surface, view: View, memory: Memory): Act[] {
  const isRadio = matches(element, 'input[type=radio],[role=radio],button[aria-pressed]');
  if (!isRadio && !matches(element, choosable)) return [];
  const box = surface.kind === 'page' ? settingsBox(element, view) : surface.element;
  // A switch acts at once by custom, whatever a Save beside it is for; in doubt it is asked about where it is turned.
  const isTheirs = surface.kind === 'dialog' || (surface.kind === 'page' && !listsPeople(view));
  const mayActNow = isTheirs && matches(element, '[role=switch]') && isOn(boxLabel(element, box));
  if (!mayActNow && (surface.kind === 'dialog' ? sendsLaterInDialog(box) : sendsLater(box, element))) return [];
  if (surface.kind === 'row' && sentTogether(view)) return [];
  if (isRadio) {
    const group = groupsIn(box).find(({ choices }) => choices.includes(element));
    const kind = group ? kindOfChoices(group.texts) : null;
    if (!group) return [];
    const to = choiceLabel(element, box);
    if (kind === null)
      return endsState(group.texts, group.texts.filter(isOn), [to])
        ? stateEnded({ element, label: '' }, surface, view, memory)
        : [];
    const from = group.texts.filter((text, at) => text !== to && isChosen(group.choices[at]!));
    return [
      {
        kind: kind === 'role' ? 'change-role' : 'change-licence',
        from,
        to: [to],
        workspaces: workspaceOfField(element, view),
      },
    ];
  }
  // The click on a box of the browser's own has turned it already; anything else still shows what it was.
  const wasChosen = was ?? (isInput(element) ? !element.checked : isChosen(element));
  const label = boxLabel(element, box);
  if (!wasChosen) {
    memory.ticked.add(element);
    const ends = isOff(label) && workspaceIn(label, view.page.known) === null;
    return ends ? stateEnded({ element, label: '' }, surface, view, memory) : [];
  }
  const name = workspaceIn(label, view.page.known) ?? workspaceAbove(element, box, view.page.known);
  const id = name === null ? null : view.workspaceIdOf(name);
  // Beside a workspace's name on a page of workspaces, what is switched off is the workspace.
  const closed = turnedOff(element, label, view, memory);
  if (closed) return [closed];
  const isSwitch = matches(element, '[role=switch]') || saysOnly('active', label);
  if (id !== null) return [removal([id], false)];
  // What stands beside a box that selects its row may be somebody's role.
  const named =
    fieldName(element) || (isSwitch ? label : '') || (surface.kind === 'row' ? headOver(surface.element, element) : '');
  if (saysAdmin(named) && !memory.ticked.has(element) && (isAboutSomebody(surface, view) || memory.lastRow !== null))
    return [{ kind: 'change-role', from: [named], to: [], workspaces: workspaceOfField(element, view) }];
  // What a switch shows of itself ("Yes") is no name.
  const isUnnamed = label === '' || (matches(element, '[role=switch]') && label === textOf(element));
  const mayBeAlive = isUnnamed && (isSwitch || !isSelection(element, memory));
  const column = surface.kind === 'row' && mayBeAlive ? columnsOf(surface.element).get('status') : null;
  if ((isOn(label) || (column && contains(column, element))) && isAboutSomebody(surface, view))
    return [removal(null, true)];
  if (!says('select-all', label)) return [];
  const all = [...readSettings(box, view.page.known, view.workspaceIdOf).workspaces].filter(([, chosen]) => chosen);
  return all.length > 0
    ? [
        removal(
          all.map(([each]) => each),
          false,
        ),
      ]
    : [];
}

/** A letter typed on a closed list of roles or licences that is no field: it chooses what begins so, and nothing tells what. */
export function letterActs(field: Element, surface: Surface, view: View): Act[] {
  const isClosed =
    matches(field, '[role=combobox],[aria-haspopup=listbox]') && attr(field, 'aria-expanded') === 'false';
  if (!isClosed || isInput(field) || isSelect(field)) return [];
  const kind = isAboutSomebody(surface, view) ? kindOfField(field) : null;
  if (
    kind === null ||
    (surface.kind === 'dialog' ? sendsLaterInDialog(surface.element) : sendsLaterAround(field, view))
  )
    return [];
  const from = [tidy(textOf(field))];
  const workspaces = workspaceOfField(field, view);
  return [{ kind: kind === 'role' ? 'change-role' : 'change-licence', from, to: [], workspaces }];
}

/**
 * What an element of the page's own says that its list of roles or licences was changed to, where nothing sends it later: some
 * take what the keys have come to when their list closes, whatever closes it.
 */
export function componentActs(component: Element, surface: Surface, view: View, memory: Memory): Act[] {
  const [field, ...more] = tag(component).includes('-') ? findAll(component, '[role=combobox]') : [];
  if (!field || isInput(field) || more.length > 0 || kindOfField(field) === null) return [];
  if (surface.kind === 'dialog' ? sendsLaterInDialog(surface.element) : sendsLaterAround(field, view)) return [];
  const changed = changedActs(noteSettingsAt(placeOf(field, surface, view), view, memory, true));
  return changed.filter((act) => act.kind !== 'remove');
}

/** Choosing an option of a `<select>`, at its `input` or `change`. */
export function selectActs(
  select: HTMLSelectElement,
  former: readonly string[],
  surface: Surface,
  view: View,
  memory: Memory,
): Act[] {
  const to = [...select.selectedOptions].map((option) => tidy(option.text));
  const label = to[0] ?? '';
  if (surface.kind === 'dialog' && sendsLaterInDialog(surface.element)) return [];
  // "Remove the administrator role" among a bulk field's actions takes a role, and nobody out.
  const given = select.multiple ? null : rightsGiven(label);
  if (given) return surface.kind === 'dialog' ? [] : [given];
  const control = { element: select, label: '' };
  if (!select.multiple && (saysRemove(label) || closesWorkspace({ element: select, label }, view)))
    return surface.kind === 'dialog'
      ? []
      : asClosings([removal(null, says('deactivate-user', label))], control, surface, view, memory);
  const kind = kindOfField(select);
  const offered = [...select.options].map((option) => tidy(option.text));
  if (kind === null && endsState(offered, former, to))
    return sendsLaterAround(select, view) ? [] : stateEnded(control, surface, view, memory);
  if (kind === null || to.length === 0 || sendsLaterAround(select, view)) return [];
  const workspaces = workspaceOfField(select, view);
  if (to.every((text) => saysOnly('no-access', text))) return [removal(workspaces, false)];
  const act: Act = { kind: kind === 'role' ? 'change-role' : 'change-licence', from: former, to, workspaces };
  return forSeveral([act], surface, view);
}
