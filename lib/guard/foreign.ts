/**
 * Acts on pages whose language is not known: what a control does is told by how it looks and where it stands
 * (`pages/looks.ts`). Asked only where a person or a workspace is meant already, so that nobody else's page is slowed
 * down, and held only where a key hangs on it; the reading says `language-not-supported`, and the guard is degraded.
 */
import { isLanguageKnown } from '../pages/language.ts';
import { isLastEntry, looksDestructive, wayOn } from '../pages/looks.ts';
import { tidy } from '../pages/text.ts';
import { attr, contains, findAll, matches, nearest, role } from '../pages/tree.ts';
import type { Act } from './act.ts';
import {
  changedActs,
  keyRowAt,
  noteSettingsAt,
  placeOf,
  sendsLaterAround,
  sendsLaterOutside,
  settingsBox,
  showsKey,
  workspacesTold,
} from './acts.ts';
import { closing } from './closing.ts';
import { type Control, isInteractive, onlyOpensOrChooses } from './controls.ts';
import type { Memory } from './memory.ts';
import { choiceLabel, choiceText, groupsIn, isChosen, mayBeRoles, workspaceBeside } from './settings.ts';
import { boxOfAnswers, hasProse, type Surface } from './surface.ts';
import { listsPeople, type View } from './view.ts';

const removal = { kind: 'remove', workspaces: null, everywhere: false } as const satisfies Act;

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

/** A list of workspaces, or a key page: what is chosen there is nobody's role. */
function isAboutNobody(view: View): boolean {
  return view.rows.length === 0 && (view.aboutWorkspaces || view.keys.length > 0);
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
  const isNobodys = isAboutNobody(view);
  if (surface.kind === 'menu' && isEntry && !isNobodys) return foreignEntry(control, surface.element, view, memory);
  // Some menus are built as lists to choose from.
  if (isEntry && (surface.kind !== 'menu' || looksDestructive(element) === null)) return [];
  // What opens a question begins the act that is asked about; anything else that opens or chooses sends nothing.
  if (!isEntry && onlyOpensOrChooses(element) && attr(element, 'aria-haspopup') !== 'dialog') return [];
  const changed = foreignChanges(control, surface, view, memory, focus);
  if (changed.length > 0) return changed;
  if (isNobodys && view.aboutWorkspaces) return foreignClosing(control, surface, view, memory, focus);
  if (isNobodys) return foreignKey(control, surface, view, memory, focus);
  const meant = memory.lastRow !== null || memory.selected.length > 0;
  if (surface.kind === 'menu' ? !meant : surface.kind === 'page' && !meant && listsPeople(view)) return [];
  if (isLanguageKnown(view.page) || !takesAway(control, surface, focus)) return [];
  // In one line of where somebody is, it takes that workspace.
  const line = surface.kind === 'page' || surface.kind === 'row' ? workspacesTold(control, surface, view) : null;
  return [{ ...removal, workspaces: line }];
}

/** What was set in a row, on a page or in a box beside the list, where this control goes on with it. */
function foreignChanges(control: Control, surface: Surface, view: View, memory: Memory, focus: Element | null): Act[] {
  if (surface.kind === 'menu' || view.keys.length > 0 || view.aboutWorkspaces || isLanguageKnown(view.page)) return [];
  // Beside a list stand its filters; what asks there is looked for by itself.
  if (surface.kind === 'page' && listsPeople(view)) return [];
  const box = surface.kind === 'dialog' ? surface.element : boxOfAnswers(control.element, surface.element);
  const on = box && wayOn(box, focus);
  if (!on || !contains(on, control.element)) return [];
  return changedActs(noteSettingsAt(placeOf(control.element, surface, view), view, memory, true));
}

/** One of a few words to choose from, in somebody's row or on their page, where nothing sends it later. */
export function foreignChoice(element: Element, surface: Surface, view: View): Act[] {
  if (!matches(element, 'input[type=radio],[role=radio],button[aria-pressed]') || isAboutNobody(view)) return [];
  if (isLanguageKnown(view.page)) return [];
  if (surface.kind !== 'row' && (surface.kind !== 'page' || listsPeople(view))) return [];
  const box = surface.kind === 'row' ? surface.element : settingsBox(element, view);
  const group = groupsIn(box).find(({ choices }) => choices.includes(element));
  if (!group || !mayBeRoles(group.texts, view.page.known) || sendsLaterAround(element, view)) return [];
  const to = choiceLabel(element, box);
  const from = group.texts.filter((text, at) => text !== to && isChosen(group.choices[at]!));
  return [{ kind: 'change-role', from, to: [to], workspaces: null }];
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
      // A panel that says something is no menu.
      return (
        looksDestructive(element) !== null || (!hasProse(surface.element) && isLastEntry(element, surface.element))
      );
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
  const act = closing(control, surface, view, memory);
  return act.workspaceIds.length > 0 ? [act] : [];
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
  const isAbout = mayBeRoles(entries, view.page.known) && attr(menu, 'aria-multiselectable') !== 'true';
  if (!isAbout || sendsLaterOutside(menu, memory.opener, view)) return [];
  return [{ kind: 'change-role', from: [], to: [choiceText(element)], workspaces: null }];
}

/** A native list in somebody's row, or on their page, as a role or licence in words that nobody knows. */
export function foreignSelect(field: HTMLSelectElement, former: readonly string[], view: View): Act[] {
  const row = nearest(field, (up) => view.rowElements.has(up));
  if ((listsPeople(view) && !row) || isAboutNobody(view) || isLanguageKnown(view.page)) return [];
  if (sendsLaterAround(field, view)) return [];
  const to = [...field.selectedOptions].map((option) => tidy(option.text));
  const isAbout =
    to.length === 1 &&
    mayBeRoles(
      [...field.options].map((option) => tidy(option.text)),
      view.page.known,
    );
  return isAbout ? [{ kind: 'change-role', from: former, to, workspaces: null }] : [];
}
