/** People who are dragged onto what removes them: a bin, a box that says so. */
import { looksDestructive } from '../pages/looks.ts';
import type { PersonRow } from '../pages/people.ts';
import { nameOf } from '../pages/text.ts';
import { contains, nearest, parentOf, role, shadowRootOf } from '../pages/tree.ts';
import { saysRemove } from './labels.ts';
import { holdersOf } from './surface.ts';
import type { View } from './view.ts';

/** What lies below the hand: while something is dragged, its events go to it wherever the hand is. */
function placeBelow(event: Event, document: Document): Element | null {
  const { clientX, clientY } = ((event as TouchEvent).changedTouches?.[0] ?? event) as MouseEvent;
  let found = document.elementFromPoint(clientX, clientY);
  for (let root = found && shadowRootOf(found); root; root = found && shadowRootOf(found)) {
    const inner = root.elementFromPoint(clientX, clientY);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** The row of a list that a press, or a drag, began in. */
export function rowPressed(pressed: Element | null, view: View): PersonRow | null {
  const element = pressed && nearest(pressed, (up) => view.rowElements.has(up));
  return (element && view.rows.find((row) => row.element === element)) ?? null;
}

/** The box that removes whoever is let go of over it; `null` where nothing of the kind lies there. */
export function binBelow(event: Event, row: PersonRow, view: View): Element | null {
  const holders = holdersOf(view.rowElements);
  let box = placeBelow(event, view.page.document);
  // A menu that opened below the hand has entries of its own.
  if (!box || contains(row.element, box) || nearest(box, (up) => /^(?:menu|listbox)$/u.test(role(up) ?? '')))
    return null;
  for (let climb = 0; box && climb < 4 && !holders.has(box) && !view.rowElements.has(box); climb += 1) {
    const label = nameOf(box);
    if (saysRemove(label) || (label === '' && looksDestructive(box) === 'icon')) return box;
    box = parentOf(box);
  }
  return null;
}
