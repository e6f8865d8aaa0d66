/**
 * From an event to the control it works, and what that control says it does. Pages build controls of anything; what
 * tells is a short text or a name, not the tag (settings-ui.md, section 7, variants 16 to 24).
 */
import { isHeadingLike } from '../pages/page.ts';
import { isDialog } from '../pages/people.ts';
import { isTableRow } from '../pages/rows.ts';
import { nameOf, textOf } from '../pages/text.ts';
import {
  attr,
  byId,
  childrenOf,
  contains,
  findAll,
  has,
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
    (list && /^(?:menu|listbox|tree|grid)$/u.test(role(list) ?? '') ? findAll(list, marked)[0] : null) ??
    (active === null && listed === null && matches(target, 'input') ? markedOver(target) : null);
  return item ? { element: item, label: nameOf(item) } : null;
}

/** The entry that is marked in a list over the page that nothing connects with its field (Tabulator, 2026-11). */
function markedOver(field: Element): Element | null {
  for (const box of childrenOf(field.ownerDocument.body).reverse()) {
    if (contains(box, field) || !isShown(box)) continue;
    const item = findAll(box, focused)[0] ?? findAll(box, marked)[0];
    if (item && /^(?:absolute|fixed)$/u.test(getComputedStyle(box).position)) return item;
  }
  return null;
}

/** What a key works: the focused control, or the item that a list with one focus marks as current. */
export function controlAtKey(target: Element): Control | null {
  const beside = attr(target, 'aria-activedescendant') ? markedBeside(target) : null;
  if (beside) return beside;
  if (/^(?:menu|listbox|tree|grid)$/u.test(role(target) ?? '')) {
    const item = findAll(target, marked)[0];
    if (item) return { element: item, label: nameOf(item) };
  }
  return controlAt(target);
}
