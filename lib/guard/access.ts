/**
 * Lists of workspaces that hang below somebody's row, or below a field of their page: a mark shows where they have access,
 * and a click turns it. Libraries mark in many ways; what is surely not marked is only given.
 */
import { nameKey } from '../domain/identity.ts';
import { pieces } from '../pages/text.ts';
import {
  attr,
  childrenOf,
  contains,
  findAll,
  isInput,
  isShown,
  matches,
  nearest,
  parentOf,
  rawText,
} from '../pages/tree.ts';
import type { Act } from './act.ts';
import { isChosen } from './settings.ts';
import { listsPeople, type View } from './view.ts';

/** Our id of the workspace that an entry says, and nothing else. */
function workspaceSaid(entry: Element, view: View): string | null {
  const [first, ...more] = pieces(entry).filter(({ text }) => /\p{L}/u.test(text));
  if (!first || more.length > 2) return null;
  const name = view.page.known.workspaces.get(nameKey(first.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '')));
  return name === undefined ? null : view.workspaceIdOf(name);
}

/** Marks that an entry shows: ticks in words and pictures. */
function marksOf(entry: Element): number {
  const isSeen = (element: Element): boolean =>
    isShown(element) && nearest(element, (up) => getComputedStyle(up).opacity === '0', entry) === null;
  return findAll(entry, '*').filter(
    (element) =>
      (matches(element, 'svg,img,i') || (childrenOf(element).length === 0 && /[✓✔☑✅🗹]/u.test(rawText(element)))) &&
      isSeen(element),
  ).length;
}

/** Whether an entry says that it is not chosen; what has the focus of a list may call itself selected. */
function isUnmarked(entry: Element): boolean {
  const box = findAll(entry, 'input[type=checkbox],[role=checkbox]')[0];
  if (box) return isInput(box) ? !box.checked : !isChosen(box);
  for (const name of ['aria-checked', 'data-checked', 'data-state']) {
    const said = attr(entry, name);
    if (said !== null && /^(?:true|checked|on|active)$/u.test(said)) return false;
    if (said !== null && /^(?:false|unchecked|off|inactive)$/u.test(said)) return true;
  }
  const marks = marksOf(entry);
  const list = parentOf(entry);
  return list !== null && childrenOf(list).some((other) => other !== entry && marksOf(other) > marks);
}

/**
 * What a click on an entry of such a list takes away.
 *
 * @param opener what opened it
 */
export function accessActs(entry: Element, opener: Element | null, view: View): Act[] {
  if (!opener || view.aboutWorkspaces) return [];
  // Above a list, workspaces filter it; in the bar of the page they are gone to.
  const isSomebodys = listsPeople(view)
    ? nearest(opener, (up) => view.rowElements.has(up)) !== null
    : contains(view.page.content, opener);
  const workspace = isSomebodys ? workspaceSaid(entry, view) : null;
  return workspace === null || isUnmarked(entry)
    ? []
    : [{ kind: 'remove', workspaces: [workspace], everywhere: false }];
}
