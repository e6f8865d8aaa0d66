/**
 * From spots on a page (an e-mail address, a key's label) to the rows they stand in, whatever the page builds its rows
 * of. Belief: what repeats is a row. A table row or an ARIA row says so itself; anything else is a row when it is the
 * largest box that holds one spot and no other.
 */
import { first, matches, parentOf, role, tag } from './tree.ts';

export interface Spot {
  element: Element;
  /** Spots of equal identity are one thing said twice (an address as text and as a link). */
  identity: string;
}

export interface Row<S extends Spot = Spot> {
  element: Element;
  /** The spot that the row is about: its first. */
  spot: S;
}

/** Whether an element says itself that it is a row of a table or grid. */
export function isTableRow(element: Element): boolean {
  return (tag(element) === 'tr' && role(element) === null) || role(element) === 'row';
}

function isListItem(element: Element): boolean {
  return /^(?:li|article)$/u.test(tag(element)) || /^(?:listitem|article|treeitem)$/u.test(role(element) ?? '');
}

/** Boxes that are never part of a row, however little else they hold. */
function isBoundary(element: Element): boolean {
  return (
    matches(element, 'body,html,main,dialog,table,tbody,ul,ol,form,nav,aside,iframe') ||
    /^(?:main|dialog|alertdialog|table|grid|treegrid|rowgroup|list|navigation|complementary|form|tabpanel)$/u.test(
      role(element) ?? '',
    )
  );
}

/** Far enough for any nesting that a person would build, short enough not to swallow a page that lists one person. */
const singleClimb = 6;

function singleRow(spot: Element, chain: readonly Element[]): Element {
  const listItem = chain.findLast((element) => isListItem(element));
  if (listItem) return listItem;
  let row = spot;
  for (const element of chain.slice(0, singleClimb)) {
    if (isBoundary(element) || first(element, 'h1,h2,[role=heading]')) break;
    row = element;
    if (first(element, 'button,[role=button],select,a[href],[aria-haspopup]')) break;
  }
  return row;
}

/**
 * Groups spots into rows. Cost grows with spots times depth.
 *
 * @param root where the spots were looked for; never itself a row
 * @returns one row for each thing, in the order of the spots
 */
export function rowsAround<S extends Spot>(root: Element, spots: readonly S[]): Row<S>[] {
  const identities = new Map<Element, Set<string>>();
  for (const spot of spots) {
    for (let element: Element | null = spot.element; element; element = parentOf(element)) {
      let held = identities.get(element);
      if (!held) identities.set(element, (held = new Set()));
      held.add(spot.identity);
      if (element === root) break;
    }
  }
  const rows: Row<S>[] = [];
  const taken = new Set<Element>();
  for (const spot of spots) {
    let element: Element | null = null;
    const chain: Element[] = [];
    let repeats = false;
    for (let next: Element | null = spot.element; next && next !== root; next = parentOf(next)) {
      if (isTableRow(next)) {
        element = next;
        break;
      }
      if (identities.get(next)!.size > 1) {
        repeats = true;
        break;
      }
      // Server-rendered pages make each row a form; a form around all of them holds more than one.
      if (isBoundary(next) && tag(next) !== 'form') break;
      chain.push(next);
    }
    if (!element && !repeats) {
      // The walk ended at the root or a boundary: the boundary's parent tells whether others stand beside it.
      const last = chain[chain.length - 1];
      const above = last ? parentOf(last) : null;
      repeats = above !== null && (identities.get(above)?.size ?? 0) > 1;
    }
    element ??= repeats ? (chain[chain.length - 1] ?? spot.element) : singleRow(spot.element, chain);
    if (taken.has(element)) continue;
    taken.add(element);
    rows.push({ element, spot });
  }
  return rows;
}
