/** What a control stands on: a row, a menu, a dialog, a toolbar. Menus and dialogs are found wherever the page puts them. */
import { isDialog } from '../pages/people.ts';
import { nameOf, textOf } from '../pages/text.ts';
import {
  attr,
  byId,
  contains,
  findAll,
  has,
  isShown,
  matches,
  nearest,
  parentOf,
  previousElement,
  role,
} from '../pages/tree.ts';
import { says } from '../pages/words.ts';
import { isInteractive } from './controls.ts';
import { saysRemove } from './labels.ts';

export type Surface =
  | { kind: 'dialog'; element: Element }
  | { kind: 'menu'; element: Element }
  | { kind: 'row'; element: Element }
  | { kind: 'page'; element: Element };

function isMenu(element: Element): boolean {
  return (
    /^(?:menu|listbox|menubar|tooltip)$/u.test(role(element) ?? '') ||
    has(element, 'popover') ||
    (role(element) === null && dropsDown(element))
  );
}

const openers = '[aria-expanded=true]';

/** Whether a box holds several entries and nothing to fill in, as a menu does. */
function isChoiceOnly(box: Element): boolean {
  return findAll(box, 'a,button').length > 1 && findAll(box, 'input,select,textarea').length === 0;
}

/** Whether a box without a role lies over the page below the control that opened it (React-Bootstrap, 2026-11). */
function dropsDown(element: Element): boolean {
  const before = previousElement(element);
  const label = attr(element, 'aria-labelledby');
  const labelled = label === null ? null : byId(element, label);
  const isOpened =
    (before !== null &&
      (matches(before, openers) || (matches(before, 'button,[role=button]') && isChoiceOnly(element)))) ||
    (labelled !== null && matches(labelled, openers));
  return isOpened && /^(?:absolute|fixed)$/u.test(getComputedStyle(element).position);
}

const live = '[role=status],[role=log],[role=alert],[aria-live=polite],[aria-live=assertive],output';
const buttons = 'button,a,input[type=submit],input[type=button],[role=button],[role=link]';

/** What can be worked in a box besides a control; a dialog that is closed has nothing to work. */
function othersIn(box: Element, besides: Element | null): Element[] {
  return findAll(box, buttons).filter(
    (button) => button !== besides && !(besides && contains(besides, button)) && isShown(button),
  );
}

function hasWayOut(box: Element, besides: Element | null = null): boolean {
  return othersIn(box, besides).some((button) => says('cancel', nameOf(button)));
}

/** Whether a floating box has something to set and a control that sends it: a list of radio buttons above "Apply". */
function hasSettings(box: Element): boolean {
  return (
    findAll(box, 'input[type=radio],input[type=checkbox],select,[role=radio],[role=checkbox]').length > 0 &&
    othersIn(box, null).some((button) => says('save', nameOf(button)))
  );
}

/**
 * The box that asks with this control: the nearest that holds another button, when one of them is a way out.
 *
 * @param rows rows of a list of people: what holds the list asks only where the way out stands right beside the control,
 *   and else is the page, with a question somewhere on it
 */
export function askingBox(control: Element, limit: Element, rows: ReadonlySet<Element>): Element | null {
  const box = boxOfAnswers(control, limit);
  if (!box || !hasWayOut(box, control)) return null;
  const beside = parentOf(control);
  return !holdersOf(rows).has(box) || (beside && hasWayOut(beside, control)) ? box : null;
}

/** The nearest box around a control that holds another button. */
export function boxOfAnswers(control: Element, limit: Element): Element | null {
  for (let box = parentOf(control); box; box = parentOf(box)) {
    // Buttons that are pressed to choose stand together, and ask nothing.
    if (othersIn(box, control).some((other) => attr(other, 'aria-pressed') === null)) return box;
    if (box === limit) return null;
  }
  return null;
}

/** Whether a control stands in a message about what was done: undoing it, or closing the message, is no answer. */
export function isInReport(control: Element): boolean {
  const region = nearest(control, (element) => matches(element, live));
  // Some libraries call the box around all that they draw over the page live (Blueprint, 2026-11).
  const isAnswered = (element: Element): boolean =>
    isDialog(element) || /^(?:menu|listbox)$/u.test(role(element) ?? '');
  if (!region || nearest(control, isAnswered, region)) return false;
  if (matches(region, '[role=status],[role=log],[aria-live=polite],output')) return true;
  const text = textOf(region);
  return says('removed', text) || says('changed', text);
}

/** Whether a floating box says something besides what its controls are called, as no menu does. */
export function hasProse(box: Element): boolean {
  if (/^(?:menu|listbox|menubar)$/u.test(role(box) ?? '')) return false;
  return /\p{L}+\P{L}+\p{L}+/u.test(
    textOf(box, (element) => matches(element, `${buttons},select,[role=menuitem],[role=option]`) || isEntry(element)),
  );
}

/** A short text that takes the focus: an entry of a menu whose library gives it no role. */
function isEntry(element: Element): boolean {
  return matches(element, '[tabindex]') && !findAll(element, '*').some(isInteractive) && textOf(element).length <= 40;
}

const holders = new WeakMap<ReadonlySet<Element>, Set<Element>>();

/** Every element that holds one of the rows; worked out once for each reading, since a list may have thousands. */
export function holdersOf(rows: ReadonlySet<Element>): ReadonlySet<Element> {
  let found = holders.get(rows);
  if (!found) {
    holders.set(rows, (found = new Set()));
    for (const row of rows) for (let up = parentOf(row); up && !found.has(up); up = parentOf(up)) found.add(up);
  }
  return found;
}

/** Settings that are shown in a dialog: it holds the list itself, and is not headed by a removal. */
function listsPeople(dialog: Element, rows: ReadonlySet<Element>): boolean {
  if (!holdersOf(rows).has(dialog)) return false;
  let held = 0;
  for (const row of rows) if (held < 2 && contains(dialog, row)) held += 1;
  if (held < 2) return false;
  const heading = findAll(dialog, 'h1,h2,h3,h4,[role=heading]')[0];
  return !saysRemove(attr(dialog, 'aria-label') ?? '') && !(heading && saysRemove(textOf(heading)));
}

/** Whether an element is drawn over the page: fixed, or taken out of the flow near the end of the document. */
function floats(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === 'fixed' || (position === 'absolute' && matches(element, 'body > *, body > * > *'));
}

/**
 * The surface of a control.
 *
 * @param control where the event went
 * @param rows rows of people that the page shows now
 * @param content the page's content; a box that holds it, or a row, floats over nothing
 */
export function surfaceOf(control: Element, rows: ReadonlySet<Element>, content: Element): Surface {
  const dialog = nearest(control, isDialog);
  const menu = nearest(control, isMenu, dialog);
  const row = nearest(control, (element) => rows.has(element), dialog ?? menu);
  if (row) return { kind: 'row', element: row };
  if (menu && !(dialog && contains(menu, dialog))) {
    // "Are you sure? Yes / No" in a bubble is a question, whatever role its library gives the bubble.
    const asks = !/^(?:menu|listbox|menubar)$/u.test(role(menu) ?? '') && (hasWayOut(menu) || hasSettings(menu));
    return { kind: asks ? 'dialog' : 'menu', element: menu };
  }
  if (dialog) return { kind: listsPeople(dialog, rows) ? 'page' : 'dialog', element: dialog };
  const holdsPage = (element: Element): boolean =>
    holdersOf(rows).has(element) || rows.has(element) || contains(element, content);
  for (let element: Element | null = control; element && !matches(element, 'body,html'); element = parentOf(element)) {
    if (holdsPage(element)) break;
    if (!floats(element)) continue;
    // A floating box with a way out asks something; one without offers a choice.
    return { kind: hasWayOut(element) || hasSettings(element) ? 'dialog' : 'menu', element };
  }
  return { kind: 'page', element: content };
}
