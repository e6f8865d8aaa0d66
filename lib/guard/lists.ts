/**
 * Lists that workspaces are moved between: two columns with arrows, or with something to drag. What is marked there is
 * only about to be moved; where each stands is what is set.
 */
import { type Known, knownWorkspaceIn } from '../pages/page.ts';
import { pieces, tidy } from '../pages/text.ts';
import { findAll, isConnected, isSelect } from '../pages/tree.ts';

export interface ListPlace {
  list: Element;
  /** Which of the lists it is; a page may draw them anew. */
  at: number;
}

const lists = 'ul,ol,tbody,select[multiple],select[size],[role=listbox],[role=list],[role=grid],[role=tree]';

function textsIn(list: Element): string[] {
  if (isSelect(list)) return [...list.options].map((option) => tidy(option.text));
  return pieces(list).map((piece) => piece.text);
}

/**
 * In which list of a box each known workspace stands; those that stand in several are left out.
 *
 * @param idOf our id of a known workspace by its name; `null` where two carry it
 */
export function placesIn(box: Element, known: Known, idOf: (name: string) => string | null): Map<string, ListPlace> {
  const places = new Map<string, ListPlace>();
  const found = findAll(box, lists).filter((list) => findAll(list, lists).length === 0);
  if (found.length < 2) return places;
  const several = new Set<string>();
  found.forEach((list, at) => {
    for (const text of textsIn(list)) {
      const name = text.length > 60 ? null : knownWorkspaceIn(text, known);
      const id = name === null ? null : idOf(name);
      if (id === null) continue;
      if (places.has(id) && places.get(id)!.list !== list) several.add(id);
      places.set(id, { list, at });
    }
  });
  for (const id of several) places.delete(id);
  return places;
}

/** Whether what stood in one list stands in another now. */
export function isMoved(from: ListPlace, to: ListPlace | undefined): boolean {
  if (!to || to.list === from.list) return false;
  return isConnected(from.list) || to.at !== from.at;
}
