/**
 * From an event to the control it works, and what that control says it does. Pages build controls of anything; what
 * tells is a short text or a name, not the tag (settings-ui.md, section 7, variants 16 to 24).
 */
import { isHeadingLike } from '../pages/page.ts';
import { isDialog } from '../pages/people.ts';
import { isTableRow } from '../pages/rows.ts';
import { nameOf, pieces, textOf } from '../pages/text.ts';
import {
  attr,
  boxOf,
  byId,
  childrenOf,
  contains,
  findAll,
  has,
  isInput,
  isShown,
  matches,
  parentOf,
  role,
  tag,
} from '../pages/tree.ts';
import { saysCancel } from './labels.ts';

/** A label longer than this is a text, not a control. */
const labelLength = 80;

const actionRoles = /^(?:button|menuitem|menuitemradio|menuitemcheckbox|option|link|switch|treeitem|tab)$/u;

/** Whether an element says by itself that it can be worked. */
export function isInteractive(element: Element): boolean {
  return (
    matches(
      element,
      'button,a[href],summary,input[type=submit],input[type=button],input[type=image],[onclick],[tabindex]',
    ) || actionRoles.test(role(element) ?? '')
  );
}

/** Whether an element is one control around what it says, and no box that merely takes the focus. */
function isControl(element: Element): boolean {
  if (matches(element, 'button,a[href],summary,[onclick],[role=radio],[role=checkbox]')) return true;
  if (actionRoles.test(role(element) ?? '')) return true;
  return isInteractive(element) && nameOf(element).length <= 40 && !findAll(element, '*').some(isInteractive);
}

/**
 * Whether keys choose in an element: lists of the browser's own and of ARIA go by a letter, Home, End and arrows, and
 * fields with suggestions by what is typed.
 */
export function choosesByKey(element: Element): boolean {
  return (
    matches(element, 'select,input[type=radio],input[list],[aria-activedescendant],[aria-autocomplete]') ||
    /^(?:combobox|listbox|option|radio|radiogroup|menuitemradio|tree|treeitem|spinbutton|slider)$/u.test(
      role(element) ?? '',
    )
  );
}

function endsClimb(element: Element): boolean {
  return (
    isDialog(element) ||
    isTableRow(element) ||
    matches(element, 'body,html,main,table,ul,ol,form,nav,section,article') ||
    /^(?:menu|listbox|grid|table|list|toolbar|menubar|tablist)$/u.test(role(element) ?? '')
  );
}

export interface Control {
  element: Element;
  label: string;
  /** Whether a box that the page draws itself was ticked when it was pressed: the page may turn it within the press. */
  was?: boolean;
}

const worked = 'input,select,textarea,button,a[href],summary';

/** What an element says first: a short label, else its first line. */
function firstOf(element: Element): string {
  const label = nameOf(element);
  return label.length <= labelLength ? label : (pieces(element)[0]?.text ?? '');
}

/**
 * The box of the browser's own that a library hides behind what it draws, where no label binds the two: what is pressed is
 * the drawing, and the box itself hears of no press (Semantic UI React, 2026-11).
 */
export function boxBehind(target: Element): HTMLInputElement | null {
  for (let up: Element | null = target, climb = 0; up && climb < 3; up = parentOf(up), climb += 1) {
    if (endsClimb(up) || matches(up, worked) || (up as Partial<HTMLLabelElement>).control) return null;
    if (/^(?:checkbox|radio)$/u.test(role(up) ?? '') || actionRoles.test(role(up) ?? '')) return null;
    const [field, ...more] = findAll(up, worked);
    if (!field) continue;
    const isBox = isInput(field) && matches(field, '[type=checkbox],[type=radio]') && more.length === 0;
    return isBox && isHidden(field) ? field : null;
  }
  return null;
}

/** Whether a field is there, and nobody sees it. */
function isHidden(field: Element): boolean {
  const { width, height } = boxOf(field);
  const { opacity, clipPath, position } = getComputedStyle(field);
  return !isShown(field) || opacity === '0' || width * height <= 4 || (position === 'absolute' && clipPath !== 'none');
}

/**
 * The entry of a list over the page whose library gives it no role: one of several boxes built alike, of which each says in
 * its first line what it does, and below to whom.
 */
export function entryAround(target: Element, list: Element): Control | null {
  const build = (box: Element): string => childrenOf(box).map(tag).join();
  for (let entry: Element | null = target; entry && entry !== list; entry = parentOf(entry)) {
    if (isInteractive(entry) || matches(entry, worked)) return null;
    const self = entry;
    const others = childrenOf(parentOf(self) ?? self).filter((other) => other !== self && tag(other) === tag(self));
    if (build(self) === '' || !others.some((other) => build(other) === build(self))) continue;
    return findAll(self, worked).length > 0 ? null : { element: self, label: pieces(self)[0]?.text ?? '' };
  }
  return null;
}

/** Whether what takes the focus is no control but a list of boxes built alike, of which one was hit (Naive UI, 2026-11). */
function isListAround(element: Element, entry: Element): boolean {
  if (matches(element, 'button,a,summary,input,[onclick]') || actionRoles.test(role(element) ?? '')) return false;
  for (let item: Element | null = entry; item && item !== element; item = parentOf(item)) {
    const inner = item;
    const list = parentOf(inner);
    const alike = (other: Element): boolean => other !== inner && tag(other) === tag(inner) && textOf(other) !== '';
    if (list && /^(?:div|li|p)$/u.test(tag(inner)) && childrenOf(list).some(alike)) return true;
  }
  return false;
}

/**
 * The control at a place of the page: the nearest element that is interactive, or, on pages that build controls of
 * plain boxes, the nearest one with a short text of its own. `null` for headings, labels and plain text around.
 */
export function controlAt(target: Element): Control | null {
  let plainBox: Control | null = null;
  let isNamed = false;
  for (
    let element: Element | null = target, climb = 0;
    element && climb < 10;
    element = parentOf(element), climb += 1
  ) {
    if (isNamed ? isControl(element) : isInteractive(element)) {
      if (plainBox !== null && isListAround(element, plainBox.element)) return plainBox;
      const label = nameOf(element);
      // A whole row may be clickable; then the small box inside it is the control.
      if (label.length <= labelLength || plainBox === null) return { element, label: label.slice(0, 200) };
      return plainBox;
    }
    if (endsClimb(element)) break;
    if (matches(element, 'input,select,textarea')) break;
    // A text is no control, but may be what a control around it says.
    if (isHeadingLike(element) || tag(element) === 'p') {
      // The field that a label names is worked by an event of its own.
      if ((element as Partial<HTMLLabelElement>).control) return null;
      isNamed = true;
      // A sign beside a heading's own words is no heading.
      if (tag(element) !== 'p' && plainBox && textOf(plainBox.element) !== '') plainBox = null;
    }
    if (isNamed) continue;
    const label = nameOf(element);
    // The blank beside a button is no button.
    if (plainBox === null && label !== '' && label.length <= 40 && !findAll(element, '*').some(isInteractive))
      plainBox = { element, label };
  }
  return plainBox;
}

/** Controls of a dialog that open or choose something and send nothing: lists, tabs, disclosure, help. */
export function onlyOpensOrChooses(element: Element): boolean {
  const opens = attr(element, 'aria-haspopup');
  return (
    (opens !== null && opens !== 'false') ||
    has(element, 'aria-expanded') ||
    /^(?:combobox|listbox|option|tab|checkbox|radio|switch|menuitemcheckbox|menuitemradio|slider|spinbutton|textbox|searchbox)$/u.test(
      role(element) ?? '',
    ) ||
    matches(
      element,
      'summary,select,textarea,input:not([type=submit]):not([type=button]):not([type=image]),a[target=_blank]',
    )
  );
}

/** Evidence in the control itself that a dialog follows (surface.md, "Holding and letting go"). */
export function promisesDialog(element: Element, label: string): boolean {
  return (
    attr(element, 'aria-haspopup') === 'dialog' ||
    [label.trim(), textOf(element)].some((text) => /(?:…|\.\.\.)$/u.test(text))
  );
}

/** The control that a form or dialog works on Enter: its submit button, else the last one that is no way out. */
export function defaultControl(surface: Element): Control | null {
  const controls = findAll(surface, 'button,input[type=submit],[role=button]').filter(
    (element) => !matches(element, ':disabled') && attr(element, 'aria-disabled') !== 'true',
  );
  const acting = controls.filter(
    (element) => !saysCancel(nameOf(element)) && nameOf(element) !== '' && !onlyOpensOrChooses(element),
  );
  const submit = acting.find((element) => tag(element) === 'input' || attr(element, 'type') === 'submit');
  const chosen = submit ?? acting[acting.length - 1];
  return chosen ? { element: chosen, label: nameOf(chosen) } : null;
}

const marked =
  '[aria-selected=true],[data-highlighted],[data-focus],[data-active=true],[data-selected=true],.active,.selected,.focused,.highlighted,.p-focus';

/** What has the focus of a list, rather than what is chosen in it. */
const focused = '[data-highlighted],[data-focus],.focused,.highlighted,.p-focus';

/** The entry that a list with one focus marks as current, where another element has the focus: a field that filters it. */
export function markedBeside(target: Element): Control | null {
  const active = attr(target, 'aria-activedescendant');
  const listed = attr(target, 'aria-controls') ?? attr(target, 'aria-owns');
  const list = listed ? byId(target, listed) : null;
  const item =
    (active ? byId(target, active) : null) ??
    (list && /^(?:menu|listbox|tree|grid)$/u.test(role(list) ?? '') ? markedIn(list) : null) ??
    (active === null && listed === null && matches(target, 'input') ? markedOver(target) : null);
  return item ? { element: item, label: firstOf(item) } : null;
}

/** The entry that a list marks as current: what is ticked besides is only what was chosen before. */
function markedIn(list: Element): Element | null {
  const all = findAll(list, marked);
  const isValue = (item: Element): boolean => attr(item, 'aria-checked') === 'true';
  return all.find((item) => matches(item, focused)) ?? all.find((item) => !isValue(item)) ?? all[0] ?? null;
}

/**
 * The entry that is marked in a list over the page that nothing connects with its field: at the end of the document
 * (Tabulator, 2026-11), or right beside the field (Semantic UI, 2026-11).
 */
function markedOver(field: Element): Element | null {
  const { body } = field.ownerDocument;
  const around: Element[] = [];
  for (let up = parentOf(field); up && up !== body && around.length < 3; up = parentOf(up)) around.push(up);
  for (const holder of [...around, body]) {
    for (const box of childrenOf(holder).reverse()) {
      if (contains(box, field) || !isShown(box)) continue;
      const item = markedIn(box);
      if (!item || !/^(?:absolute|fixed)$/u.test(getComputedStyle(box).position)) continue;
      // What holds controls of its own is a row, or a part of the page.
      if (holder === body || !findAll(item, '*').some(isInteractive)) return item;
    }
  }
  return null;
}

/** What a key works: the focused control, or the item that a list with one focus marks as current. */
export function controlAtKey(target: Element): Control | null {
  const beside = attr(target, 'aria-activedescendant') ? markedBeside(target) : null;
  if (beside) return beside;
  if (/^(?:menu|listbox|tree|grid)$/u.test(role(target) ?? '')) {
    const item = markedIn(target);
    if (item) return { element: item, label: nameOf(item) };
  }
  return controlAt(target);
}
