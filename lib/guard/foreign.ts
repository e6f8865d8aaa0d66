/**
 * Acts on pages whose language is not known: what a control does is told by how it looks and where it stands
 * (`pages/looks.ts`). Asked only where a person or a workspace is meant already, so that nobody else's page is slowed
 * down, and held only where a key hangs on it; the reading says `language-not-supported`, and the guard is degraded.
 */
import { isLanguageKnown } from '../pages/language.ts';
import { isLastEntry, looksDestructive, wayOn } from '../pages/looks.ts';
import { knownWorkspaceIn } from '../pages/page.ts';
import { tidy } from '../pages/text.ts';
import { attr, contains, findAll, nearest, role } from '../pages/tree.ts';
import type { Act } from './act.ts';
import { keyRowAt, sendsLaterAround, sendsLaterOutside, showsKey, workspaceMeant } from './acts.ts';
import { type Control, isInteractive, onlyOpensOrChooses } from './controls.ts';
import type { Memory } from './memory.ts';
import { choiceText, isChosen, workspaceBeside } from './settings.ts';
import type { Surface } from './surface.ts';
import { listsPeople, type View } from './view.ts';

const removal: Act = { kind: 'remove', workspaces: null, everywhere: false };

/** The question that a control answers on a page in an unknown language; `null` where it answers none. */
export function foreignQuestion(control: Control, surface: Surface, view: View): Element | null {
  if (surface.kind !== 'dialog' || onlyOpensOrChooses(control.element) || isLanguageKnown(view.page)) return null;
  return surface.element;
}

/**
 * Whether a control of a question leaves it: another one goes on.
 *
 * @param focus what had the focus before the control was worked
 */
export function isForeignWayOut(control: Control, question: Element, focus: Element | null): boolean {
  const on = wayOn(question, focus);
  return on !== null && !contains(on, control.element) && !contains(control.element, on);
}

/** Acts of a control that no word tells anything of; empty on pages whose language is known. */
export function foreignActs(
  control: Control,
  surface: Surface,
  view: View,
  memory: Memory,
  focus: Element | null,
): Act[] {
  const { element } = control;
  const isEntry = isChoosing(element);
  if (!/\p{L}/u.test(control.label + (attr(element, 'class') ?? ''))) return [];
  if (surface.kind === 'menu' && isEntry) return foreignEntry(control, surface.element, view, memory);
  if (isEntry || onlyOpensOrChooses(element)) return [];
  if (view.aboutWorkspaces && view.rows.length === 0) return foreignClosing(control, surface, view, memory, focus);
  if (view.keys.length > 0 && view.rows.length === 0) return foreignKey(control, surface, view, memory, focus);
  const meant = memory.lastRow !== null || memory.selected.length > 0;
  if (surface.kind === 'menu' ? !meant : surface.kind === 'page' && !meant && listsPeople(view)) return [];
  return !isLanguageKnown(view.page) && takesAway(control, surface, focus) ? [removal] : [];
}

/** Whether a control looks like it takes something away, by itself or by where it stands. */
function takesAway(control: Control, surface: Surface, focus: Element | null): boolean {
  const { element } = control;
  switch (surface.kind) {
    case 'dialog':
      // A box with too many answers asks nothing; then only what looks like it counts.
      return wayOn(surface.element, focus) === null
        ? looksDestructive(element) !== null
        : !isForeignWayOut(control, surface.element, focus);
    case 'menu':
      return looksDestructive(element) !== null || isLastEntry(element, surface.element);
    case 'row':
    case 'page':
      return isInteractive(element) && looksDestructive(element) !== null;
  }
}

function isChoosing(element: Element): boolean {
  return /^(?:option|menuitemradio)$/u.test(role(element) ?? '');
}

/** On a page about workspaces: what takes something away takes the workspace that is named beside it or in its question. */
function foreignClosing(control: Control, surface: Surface, view: View, memory: Memory, focus: Element | null): Act[] {
  if (isLanguageKnown(view.page) || !takesAway(control, surface, focus)) return [];
  // A question that shows a field with something in it changes that, most likely the name.
  const fields = surface.kind === 'dialog' ? findAll(surface.element, 'input:not([type=checkbox]),textarea') : [];
  const begun = memory.begun?.acts.some((act) => act.kind === 'deactivate-workspace') === true;
  if (!begun && fields.length > 0 && looksDestructive(control.element) === null) return [];
  const workspaceId = workspaceMeant(control, surface, view, memory);
  return workspaceId === null ? [] : [{ kind: 'deactivate-workspace', workspaceId }];
}

/** In a key's row, in its menu or in the question after it: what destroys, or goes on, makes that key anew. */
function foreignKey(control: Control, surface: Surface, view: View, memory: Memory, focus: Element | null): Act[] {
  const row = keyRowAt(control.element, view.keys) ?? memory.key;
  if (row?.state !== 'present' || isLanguageKnown(view.page) || !takesAway(control, surface, focus)) return [];
  // What hands out the new key is the end of it.
  if (surface.kind === 'dialog' && showsKey(surface.element)) return [];
  const line = workspaceBeside(row.element, view.page.content, view.page.known);
  const workspaceId = (line === null ? null : view.workspaceIdOf(line)) ?? view.keysWorkspaceId;
  return [{ kind: 'generate', workspaceId, types: [row.type], shown: true }];
}

/** An entry of a list in somebody's row, or on their page: a role or a licence, since hardly anything else is chosen there. */
function foreignEntry(control: Control, menu: Element, view: View, memory: Memory): Act[] {
  const { element } = control;
  const isTheirs = memory.lastRow !== null || !listsPeople(view);
  if (!isTheirs || isChosen(element) || isLanguageKnown(view.page)) return [];
  // Some menus are built as lists to choose from.
  if (looksDestructive(element) !== null) return [removal];
  const entries = findAll(menu, '[role=option],[role=menuitemradio]').map(choiceText);
  const isAbout = mayBeRoles(entries, view) && attr(menu, 'aria-multiselectable') !== 'true';
  if (!isAbout || sendsLaterOutside(menu, memory.opener, view)) return [];
  return [{ kind: 'change-role', from: [], to: [choiceText(element)], workspaces: null }];
}

/** A native list in somebody's row, or on their page, as a role or licence in words that nobody knows. */
export function foreignSelect(field: HTMLSelectElement, former: readonly string[], view: View): Act[] {
  const row = nearest(field, (up) => view.rowElements.has(up));
  if ((listsPeople(view) && !row) || isLanguageKnown(view.page) || sendsLaterAround(field, view)) return [];
  const to = [...field.selectedOptions].map((option) => tidy(option.text));
  const isAbout =
    to.length === 1 &&
    mayBeRoles(
      [...field.options].map((option) => tidy(option.text)),
      view,
    );
  return isAbout ? [{ kind: 'change-role', from: former, to, workspaces: null }] : [];
}

/** Few words, no numbers, no workspace: what a list of roles or licences offers, and sizes, dates and places do not. */
function mayBeRoles(texts: readonly string[], view: View): boolean {
  return (
    texts.length >= 2 &&
    texts.length <= 20 &&
    texts.every((text) => /^\P{N}{2,40}$/u.test(text) && knownWorkspaceIn(text, view.page.known) === null)
  );
}
