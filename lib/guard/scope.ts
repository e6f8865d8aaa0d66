/** Which workspaces an act reaches: ticked in the dialog, else the list's, else all (product.md, "The guard"). */
import type { Scope } from '../domain/impact.ts';
import type { MappingIndex } from '../domain/mapping.ts';
import { workspaceIdsOf } from '../domain/workspace-names.ts';
import { nameKey } from '../domain/identity.ts';
import { isHeadingLike, knownWorkspaceIn, type Known } from '../pages/page.ts';
import { pieces } from '../pages/text.ts';
import { contains, findAll, isConnected, matches, nearest, parentOf, shownIn } from '../pages/tree.ts';
import { says } from '../pages/words.ts';
import { boxLabel, choosable, isChosen, workspaceIn } from './settings.ts';
import { dialogText } from './targets.ts';
import type { View } from './view.ts';

export interface ChosenScope {
  scope: Scope;
  /** How it is known: the act itself or the dialog says so; the list's workspace; or nothing, so all where the person owns keys. */
  from: 'act' | 'dialog' | 'list' | 'nothing';
  /** A workspace that is chosen is one that nothing is known of. */
  unknown?: true;
}

interface Choice {
  /** Every workspace that carries the name; empty where none that is known does. */
  workspaceIds: readonly string[];
  /** Stands for all of them. */
  all: boolean;
  /** A workspace for certain: known, or one line of a list of them. "I understand" may stand below the others. */
  sure: boolean;
  chosen: boolean;
}

/** What a dialog offers to choose from: known workspaces, "all", and what stands in one list with them. */
function choicesIn(dialog: Element, known: Known, index: Pick<MappingIndex, 'workspaces'>): Choice[] {
  const choices: Choice[] = [];
  const others: { box: Element; chosen: boolean }[] = [];
  const lists = new Set<Element>();
  for (const box of findAll(dialog, choosable)) {
    const label = boxLabel(box, dialog);
    const name = workspaceIn(label, known);
    const all = name === null && says('select-all', label);
    const chosen = isChosen(box);
    if (name !== null || all) {
      choices.push({ workspaceIds: name === null ? [] : workspaceIdsOf(index, name), all, sure: true, chosen });
      const list = listAround(box, dialog);
      if (name !== null && list) lists.add(list);
    } else if (label !== '') others.push({ box, chosen });
  }
  for (const { box, chosen } of others) {
    const list = listAround(box, dialog);
    if (list && lists.has(list)) choices.push({ workspaceIds: [], all: false, sure: isLine(box, list), chosen });
  }
  return choices;
}

/** Whether a choice is, or stands in, one line of a list. */
function isLine(box: Element, list: Element): boolean {
  const line = 'li,tr,option,[role=option],[role=listitem],[role=row],[role=treeitem],[role=menuitemcheckbox]';
  return nearest(box, (up) => matches(up, line), list) !== null;
}

/** The list that a choice is one entry of: the nearest element around it that holds another. */
function listAround(box: Element, dialog: Element): Element | null {
  return nearest(parentOf(box), (up) => findAll(up, choosable).length > 1, dialog);
}

/** The workspace that is named above the list that a row stands in, on a page with a list for each of several. */
export function workspaceOfList(
  row: Element | null,
  { page, rowElements, aboutWorkspaces, workspaceIdOf }: View,
): string | null {
  if (!row || !isConnected(row)) return null;
  const { content, known } = page;
  for (let box = shownIn(row); box && !contains(box, content); box = shownIn(box)) {
    const around = box;
    if (!aboutWorkspaces && [...rowElements].every((other) => contains(around, other))) return null;
    const names = new Set<string>();
    // What stands below the row may be its own: somebody's workspaces, unfolded.
    let isBelow = false;
    const skips = (inner: Element): boolean =>
      (isBelow ||= inner === row) || rowElements.has(inner) || matches(inner, unnamed);
    for (const { text, element } of pieces(box, skips)) {
      const head = nearest(element, isHeadingLike, around);
      const name = head ? knownWorkspaceIn(text, known) : known.workspaces.get(nameKey(text));
      if (name) names.add(name);
    }
    if (names.size > 0) return names.size === 1 ? workspaceIdOf([...names][0]!) : null;
  }
  return null;
}

/** What names workspaces that may be chosen. */
const unnamed = 'select,option,[role=listbox],[role=menu],dialog,[role=dialog],[role=alertdialog]';

/**
 * The scope of a removal.
 *
 * @param dialog the dialog that is being confirmed, `null` at an earlier step
 * @param listWorkspaceId the workspace that the list behind it belongs to, where known
 */
export function scopeOf(
  dialog: Element | null,
  known: Known,
  index: Pick<MappingIndex, 'workspaces'>,
  listWorkspaceId: string | null,
): ChosenScope {
  if (dialog) {
    const choices = choicesIn(dialog, known, index);
    if (choices.some((choice) => choice.all && choice.chosen)) return { scope: 'all', from: 'dialog' };
    const boxes = choices.filter((choice) => !choice.all);
    if (boxes.some(({ workspaceIds }) => workspaceIds.length > 0)) {
      const chosen = boxes.filter((choice) => choice.chosen);
      // Nothing ticked: what would be sent is not known, so every workspace offered counts.
      const counted = chosen.some(({ sure }) => sure) ? chosen : boxes;
      return {
        // Of two workspaces with one name, either may be meant.
        scope: { workspaces: [...new Set(counted.flatMap((choice) => choice.workspaceIds))] },
        from: 'dialog',
        ...(counted.some(({ workspaceIds }) => workspaceIds.length === 0) && { unknown: true }),
      };
    }
    const named = knownWorkspaceIn(dialogText(dialog), known);
    const ids = named === null ? [] : workspaceIdsOf(index, named);
    if (ids.length > 0) return { scope: { workspaces: [...ids] }, from: 'dialog' };
    if (says('select-all', dialogText(dialog))) return { scope: 'all', from: 'dialog' };
  }
  if (listWorkspaceId !== null) return { scope: { workspaces: [listWorkspaceId] }, from: 'list' };
  return { scope: 'all', from: 'nothing' };
}
