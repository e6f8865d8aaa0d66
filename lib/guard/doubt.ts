/**
 * What nobody can read, where an owner's keys hang on it: a sign without a name at the end of somebody's row or in a bar
 * that acts on them, and a control in words that are not known, drawn as what destroys is drawn. In doubt a false alarm beats an escape (surface.md,
 * "Holding and letting go"); who owns nothing is not held by it, since nothing is at stake.
 */
import { isLanguageKnown } from '../pages/language.ts';
import { isHeadingLike } from '../pages/page.ts';
import { looksDestructive } from '../pages/looks.ts';
import type { PersonRow } from '../pages/people.ts';
import { showsSign, signOf } from '../pages/signs.ts';
import { nameOf, textOf } from '../pages/text.ts';
import { attr, childrenOf, contains, findAll, follows, isShown, matches, nearest, parentOf } from '../pages/tree.ts';
import { meansAnything, says } from '../pages/words.ts';
import type { Act } from './act.ts';
import { type Control, isInteractive, onlyOpensOrChooses } from './controls.ts';
import { saysCancel, saysRemove } from './labels.ts';
import type { Memory } from './memory.ts';
import { unadminActs } from './rights.ts';
import { holdersOf, type Surface } from './surface.ts';
import { rowBelow } from './targets.ts';
import { listsPeople, type View } from './view.ts';

const doubtful: Act = { kind: 'remove', workspaces: null, everywhere: false, doubtful: true };

const fields = 'input:not([type=checkbox]),select,textarea,[role=combobox],[contenteditable]';

/** A letter alone is a sign as well. */
function isNameless(label: string): boolean {
  return !/[\p{L}\p{N}]{2}/u.test(label);
}

/** Whether a control leads somewhere or is chosen, and so takes nothing away by itself. */
function leads(element: Element): boolean {
  if (onlyOpensOrChooses(element) || attr(element, 'aria-pressed') !== null) return true;
  if (matches(element, '[popovertarget],[data-toggle=dropdown],[data-bs-toggle],[draggable=true]')) return true;
  const href = matches(element, 'a') ? attr(element, 'href') : null;
  return href !== null && !/^(?:#?|javascript:.*)$/u.test(href);
}

/** The box without words around a place in, or over, somebody's row, as far as it holds one sign; pages make controls of cells. */
export function signAt(target: Element, view: View): Control | null {
  if (!listsPeople(view) || textOf(target) !== '') return null;
  const row = nearest(target, (up) => view.rowElements.has(up));
  if (!row && !rowBelow(target, view.rows)) return null;
  const limit = row ?? view.page.content;
  let box: Element | null = null;
  for (let up: Element | null = target; up && up !== limit && textOf(up) === ''; up = parentOf(up)) {
    if (matches(up, `input,${fields}`) || findAll(up, `input,${fields}`).length > 0) return null;
    if (findAll(up, '*').filter(isInteractive).length > 1) break;
    box = up;
  }
  return box && showsSign(box) ? { element: box, label: '' } : null;
}

/** Controls of a box besides one. */
function othersIn(box: Element, element: Element): Element[] {
  return findAll(box, '*').filter(
    (other) =>
      isInteractive(other) &&
      isShown(other) &&
      other !== element &&
      !contains(other, element) &&
      !contains(element, other),
  );
}

const ends = `${fields},h1,h2,h3,h4,h5,h6,[role=heading]`;

/** A sign at the end of a row of which nothing says that it opens or chooses something. */
function isTakingSign({ element }: Control, row: PersonRow): boolean {
  if (leads(element) || !follows(element, row.anchor) || contains(element, row.anchor)) return false;
  // A cross beside a field clears it, and one below a heading closes what it heads.
  for (let up = parentOf(element); up && up !== row.element; up = parentOf(up))
    if (findAll(up, ends).length > 0) return false;
  const sign = signOf(element);
  if (sign !== 'else') return sign === 'takes';
  // Nothing tells: the last one of a row, where no other control says that it removes.
  const others = othersIn(row.element, element);
  if (others.some((other) => saysRemove(nameOf(other)))) return false;
  const unread = others.filter((other) => isNameless(nameOf(other)) && !leads(other) && follows(other, row.anchor));
  return !unread.some((other) => follows(other, element) || signOf(other) === 'takes');
}

/**
 * A sign in a bar outside of all rows that acts on whom it is laid over, or on the selection: the last that no drawing
 * tells of. A cross closes such a bar, or ends the selection.
 */
function isTakingInBar({ element }: Control, view: View): boolean {
  // A sign in one of several heads sorts or filters what stands below it.
  const head = nearest(element, (up) => matches(up, 'th,[role=columnheader]'));
  if (leads(element) || (head && childrenOf(parentOf(head)!).length > 2)) return false;
  const holders = holdersOf(view.rowElements);
  let bar: Element | null = null;
  for (let up = parentOf(element); up && !holders.has(up) && findAll(up, ends).length === 0; up = parentOf(up)) {
    if (matches(up, 'body,main,nav,header,[role=navigation]')) break;
    bar = up;
  }
  const takes = (one: Element): boolean => looksDestructive(one) !== null;
  const others = bar ? othersIn(bar, element) : [];
  if (others.some((other) => saysRemove(nameOf(other)))) return false;
  if (takes(element)) return true;
  const unread = others.filter((other) => isNameless(nameOf(other)) && !leads(other) && signOf(other) !== 'opens');
  if (signOf(element) !== 'else' || unread.some(takes)) return false;
  return bar !== null && !unread.some((other) => follows(other, element) && signOf(other) === 'else');
}

/** Whether words that nobody knows stand on something that is drawn as destroying, and its neighbours are not. */
function isMarked({ element, label }: Control, surface: Surface): boolean {
  // One word of a removal, beside others that are not known, makes it no clearer and no safer.
  const isKnown = meansAnything(label, 'remove', 'close-workspace');
  if (says('remove', label) || says('stays', label) || saysCancel(label) || isKnown || leads(element)) return false;
  if (!isInteractive(element) || isHeadingLike(element) || looksDestructive(element) === null) return false;
  // A page may draw all its controls red.
  const plain = (root: Element): boolean =>
    findAll(root, 'button,a,[role=button],[role=menuitem]').some(
      (other) => other !== element && isShown(other) && nameOf(other) !== '' && looksDestructive(other) === null,
    );
  return (
    plain(surface.element) || (parentOf(surface.element) !== null && childrenOf(parentOf(surface.element)!).some(plain))
  );
}

/** Acts of a control that nothing else told anything of. */
export function doubtfulActs(control: Control, surface: Surface, view: View, memory: Memory): Act[] {
  if (view.rows.length === 0 && (view.aboutWorkspaces || view.keys.length > 0)) return [];
  if (isNameless(control.label)) {
    if (surface.kind === 'dialog' || !listsPeople(view)) return [];
    const row = view.rows.find(({ element }) => element === surface.element);
    if (row) return isTakingSign(control, row) ? [doubtful] : [];
    const isMeant = memory.selected.length > 0 || rowBelow(control.element, view.rows) !== null;
    return isMeant && isTakingInBar(control, view) ? [doubtful] : [];
  }
  const unadmin = unadminActs(control, surface, view, memory);
  if (unadmin.length > 0) return unadmin;
  if (!isLanguageKnown(view.page)) return [];
  const isMeant =
    surface.kind === 'row' ||
    (surface.kind === 'menu' ? memory.lastRow !== null || memory.selected.length > 0 : false) ||
    surface.kind === 'dialog' ||
    !listsPeople(view) ||
    memory.selected.length > 0;
  return isMeant && isMarked(control, surface) ? [doubtful] : [];
}
