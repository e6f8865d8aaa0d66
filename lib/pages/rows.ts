/**
 * From spots on a page (an e-mail address, a key's label) to the rows they stand in, whatever the page builds its rows
 * of. Belief: what repeats is a row. A table row or an ARIA row says so itself; anything else is a row when it is the
 * largest box that holds one spot and no other. Some rows have no box of their own, or several: cells side by side in a
 * grid, halves of a table with frozen columns, details that unfold below (AG Grid, Kendo, Carbon, Blueprint as of 2026).
 */
import {
  attr,
  boxOf,
  childrenOf,
  findAll,
  first,
  matches,
  nextElement,
  parentOf,
  previousElement,
  rawText,
  role,
  tag,
} from './tree.ts';

export interface Spot {
  element: Element;
  /** Spots of equal identity are one thing said twice (an address as text and as a link). */
  identity: string;
}

export interface Row<S extends Spot = Spot> {
  /** The box of the row; of a row in parts, the one that holds the spot. */
  element: Element;
  /** Every box of the row, in the order of the page; usually just `element`. */
  parts: Element[];
  /** The spot that the row is about: its first. */
  spot: S;
  /** Other things stand in it as well. */
  several: boolean;
}

/** Whether an element says itself that it is a row of a table or grid. */
export function isTableRow(element: Element): boolean {
  return (tag(element) === 'tr' && role(element) === null) || role(element) === 'row';
}

/** A table, or what says that it is one. */
export function isGrid(element: Element): boolean {
  return tag(element) === 'table' || /^(?:table|grid|treegrid)$/u.test(role(element) ?? '');
}

function isListItem(element: Element): boolean {
  return /^(?:li|article)$/u.test(tag(element)) || /^(?:listitem|article|treeitem)$/u.test(role(element) ?? '');
}

const boundaryTags = new Set([
  'body',
  'html',
  'main',
  'dialog',
  'table',
  'tbody',
  'ul',
  'ol',
  'form',
  'nav',
  'aside',
  'iframe',
]);

/** Boxes that are no part of a row, however little else they hold; unless each row has one of them in it. */
function isBoundary(element: Element): boolean {
  return (
    boundaryTags.has(tag(element)) ||
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
 * @param oneEach a row of a table that holds several things is none: labels and values in one line
 * @returns one row for each thing, in the order of the spots
 */
export function rowsAround<S extends Spot>(root: Element, spots: readonly S[], oneEach = false): Row<S>[] {
  // What a box holds: one thing, by its identity, or several (`null`).
  const identities = new Map<Element, string | null>();
  for (const { element: from, identity } of spots) {
    for (let element: Element | null = from; element; element = parentOf(element)) {
      const held = identities.get(element);
      // Whatever is around holds it as well already.
      if (held === null || held === identity) break;
      identities.set(element, held === undefined ? identity : null);
      if (element === root) break;
    }
  }
  const alone = (element: Element): boolean => identities.get(element) !== null;
  // Cards with a list or a small table of facts in them: then lists and tables end no row.
  const own = new Map<string, Set<string>>();
  for (const [element, held] of identities) {
    if (held === null || !/^(?:table|ul|ol)$/u.test(tag(element))) continue;
    const seen = own.get(tag(element)) ?? new Set();
    own.set(tag(element), seen);
    seen.add(held);
  }
  const isInner = (element: Element): boolean =>
    alone(element) &&
    ((own.get(tag(element))?.size ?? 0) > 1 || (tag(element) === 'tbody' && isInner(parentOf(element) ?? element)));

  const rows: Row<S>[] = [];
  const taken = new Set<Element>();
  for (const spot of spots) {
    let element: Element | null = null;
    const chain: Element[] = [];
    let repeats = false;
    for (let next: Element | null = spot.element; next && next !== root; next = parentOf(next)) {
      if (isTableRow(next) && !isInnerRow(next, isInner) && (!oneEach || alone(next))) {
        element = next;
        break;
      }
      if (!alone(next)) {
        repeats = true;
        break;
      }
      // Server-rendered pages make each row a form; a form around all of them holds more than one.
      if (isBoundary(next) && tag(next) !== 'form' && !isInner(next)) break;
      chain.push(next);
    }
    if (!element && !repeats) {
      // The walk ended at the root or a boundary: the boundary's parent tells whether others stand beside it.
      const last = chain[chain.length - 1];
      const above = last ? parentOf(last) : null;
      repeats = above !== null && !alone(above);
    }
    // What a row unfolds to is about that row's person, whomever else it names.
    if (element && isTableRow(element) && isDetail(element)) continue;
    element ??= repeats ? (chain[chain.length - 1] ?? spot.element) : singleRow(spot.element, chain);
    if (taken.has(element)) continue;
    taken.add(element);
    rows.push({ element, spot, parts: [element], several: !alone(element) });
  }
  addParts(rows, alone, ({ spot }, part) => {
    const held = identities.get(part);
    return held !== undefined && held !== spot.identity;
  });
  return rows;
}

function isInnerRow(row: Element, isInner: (element: Element) => boolean): boolean {
  const body = parentOf(row);
  const table = body && tag(body) !== 'table' ? parentOf(body) : body;
  return table !== null && tag(table) === 'table' && isInner(table);
}

function grouped<K, V>(groups: Map<K, V[]>, key: K): V[] {
  let group = groups.get(key);
  if (!group) groups.set(key, (group = []));
  return group;
}

/**
 * Finds the further boxes of rows that have no single one.
 *
 * @param isOthers a box holds something that the row is not about
 */
function addParts(
  rows: Row[],
  alone: (element: Element) => boolean,
  isOthers: (row: Row, box: Element) => boolean,
): void {
  const byParent = new Map<Element, Row[]>();
  const byGrid = new Map<Element, Row[]>();
  for (const row of rows) {
    const parent = parentOf(row.element);
    if (parent) grouped(byParent, parent).push(row);
  }
  for (const [parent, group] of byParent) {
    if (!isTableRow(group[0]!.element)) addCells(parent, group, isOthers);
    else {
      addDetails(parent, group, alone, isOthers);
      const grid = gridOf(parent);
      if (grid) grouped(byGrid, grid).push(...group);
    }
  }
  for (const [grid, group] of byGrid) addHalves(grid, group, isOthers);
}

/**
 * The other boxes of rows of a table that were found by what they say: of those whose columns are frozen.
 *
 * @param isOthers a row is about something else than another
 */
export function halvesOf(
  found: readonly Element[],
  isOthers: (row: Element, other: Element) => boolean,
): Map<Element, Element[]> {
  const halves = new Map<Element, Element[]>();
  const taken = new Set<Element>();
  const bodies = new Map<Element, Element[]>();
  for (const row of found) if (isTableRow(row)) grouped(bodies, parentOf(row)!).push(row);
  for (const [body, rows] of bodies) {
    const grid = gridOf(body);
    const group = rows.filter((row) => !taken.has(row)).map((element) => ({ element, parts: [element] }));
    if (!grid || group.length === 0) continue;
    addHalves(grid, group, ({ element }, other) => taken.has(other) || isOthers(element, other));
    for (const { element, parts } of group) {
      if (parts.length > 1) halves.set(element, parts.slice(1));
      for (const part of parts) taken.add(part);
    }
  }
  return halves;
}

/** The table around an element, or the grid that it is drawn with. */
function gridOf(element: Element): Element | null {
  let drawn: Element | null = null;
  for (let up: Element | null = element; up; up = parentOf(up)) {
    if (!isGrid(up)) continue;
    if (tag(up) !== 'table') return up;
    drawn ??= up;
    if (!/^(?:presentation|none)$/u.test(role(up) ?? '')) break;
  }
  return drawn;
}

/** A row of headers: a row header in a row with cells makes none of it. */
export function isHead(row: Element): boolean {
  return (
    first(row, 'th:not([scope=row]),[role=columnheader]') !== null &&
    first(row, 'td,[role=cell],[role=gridcell]') === null
  );
}

/** The row that unfolds below a row, if one does. */
export function detailOf(row: Element): Element | null {
  const next = isTableRow(row) ? nextElement(row) : null;
  return next && isTableRow(next) && isDetail(next) ? next : null;
}

function isOpened(row: Element): boolean {
  return attr(row, 'aria-expanded') === 'true' || first(row, '[aria-expanded=true]') !== null;
}

/** Whether a row is one wide cell, with nothing beside it, that unfolds from the row above it. */
function isDetail(row: Element): boolean {
  const above = previousElement(row);
  const cells = childrenOf(row);
  const filled = cells.filter((cell) => first(cell, '*') !== null || rawText(cell).trim() !== '');
  const isWide = cells.length === 1 || (filled.length === 1 && attr(filled[0]!, 'colspan') !== null);
  return isWide && above !== null && isTableRow(above) && childrenOf(above).length > 1 && isOpened(above);
}

/** Whether a table has a body for each of several things: all of them hold as many rows, more than one. */
function repeatsInBodies(body: Element, alone: (element: Element) => boolean): boolean {
  const table = parentOf(body);
  const bodies = table ? childrenOf(table).filter((child) => tag(child) === 'tbody') : [];
  const sizes = bodies.map((each) => childrenOf(each).filter(isTableRow).length);
  return (
    bodies.length > 1 &&
    // A row of nothing but headers heads a group of rows.
    bodies.every((each) => alone(each) && childrenOf(each).every((row) => first(row, 'td') !== null)) &&
    sizes.every((size) => size === sizes[0] && size > 1)
  );
}

/** Rows that unfold from a row, and further rows of a body that holds one row's worth. */
function addDetails(
  body: Element,
  group: readonly Row[],
  alone: (element: Element) => boolean,
  isOthers: (row: Row, box: Element) => boolean,
): void {
  if (alone(body) && tag(body) === 'tbody' && group.length === 1 && repeatsInBodies(body, alone)) {
    group[0]!.parts = childrenOf(body).filter(
      (row) => row === group[0]!.element || (isTableRow(row) && first(row, 'td') !== null),
    );
    return;
  }
  if (addLines(body, group, isOthers)) return;
  for (const row of group) {
    const detail = detailOf(row.element);
    if (detail) row.parts.push(detail);
    row.parts.push(...spannedBy(row, alone));
  }
}

/** The further lines that a row's cell reaches down to: one name beside several workspaces. */
function spannedBy({ element, spot }: Row, alone: (element: Element) => boolean): Element[] {
  if (!alone(element)) return [];
  let cell: Element | null = spot.element;
  while (cell && parentOf(cell) !== element) cell = parentOf(cell);
  const lines: Element[] = [];
  let left = Number(cell ? (attr(cell, 'rowspan') ?? attr(cell, 'aria-rowspan') ?? 1) : 1) - 1;
  for (let next = nextElement(element); next && left > 0 && isTableRow(next); next = nextElement(next), left -= 1)
    lines.push(next);
  return lines;
}

function spanOf(line: Element): number {
  return Math.max(
    1,
    ...childrenOf(line).map((cell) => Number(attr(cell, 'rowspan') ?? attr(cell, 'aria-rowspan')) || 1),
  );
}

/** Several lines of a table for each thing: those that one cell spans, or that come again and again in the same shapes. */
function addLines(body: Element, group: readonly Row[], isOthers: (row: Row, box: Element) => boolean): boolean {
  const lines = childrenOf(body).filter((line) => isTableRow(line) && first(line, 'td,[role=cell],[role=gridcell]'));
  if (lines.length < group.length * 2) return false;
  const at = group.map((row) => lines.indexOf(row.element));
  if (at.includes(-1)) return false;
  const starts = at.map((position) => {
    const from = lines.findLastIndex((line, index) => index <= position && spanOf(line) > 1);
    return from >= 0 && position < from + spanOf(lines[from]!) ? from : -1;
  });
  let blocks = starts.map((from) => lines.slice(from, from + spanOf(lines[Math.max(0, from)]!)));
  // A cell that spans several things heads them, and belongs to none.
  if (starts.includes(-1) || new Set(starts).size < group.length) {
    const stride = lines.length / group.length;
    const shapes = lines.map((line) =>
      childrenOf(line)
        .map((cell) => attr(cell, 'colspan') ?? '')
        .join('|'),
    );
    const repeats =
      group.length > 1 &&
      Number.isInteger(stride) &&
      at.every((position) => position % stride === at[0]! % stride) &&
      shapes.every((shape, index) => shape === shapes[index % stride]!) &&
      // Lines of one shape are things of their own, some of which show less.
      shapes.slice(0, stride).every((shape, index) => index === at[0]! % stride || shape !== shapes[at[0]!]!);
    if (!repeats) return false;
    blocks = at.map((position) => lines.slice(position - (position % stride), position - (position % stride) + stride));
  }
  if (blocks.some((block, index) => block.some((line) => isOthers(group[index]!, line)))) return false;
  group.forEach((row, index) => (row.parts = blocks[index]!));
  return true;
}

/** Attributes by which libraries tell that boxes far apart are one row (ARIA; AG Grid; Kendo; DevExtreme; many). */
const rowKeys = ['aria-rowindex', 'row-id', 'row-index', 'data-uid', 'data-row-key', 'data-rowindex', 'data-index'];

/** The other parts of rows whose columns are frozen: boxes of the same number, or at the same place of a table beside it. */
function addHalves<R extends Pick<Row, 'element' | 'parts'>>(
  grid: Element,
  group: readonly R[],
  isOthers: (row: R, box: Element) => boolean,
): void {
  const known = new Set(group.flatMap((row) => row.parts));
  const add = (row: R, part: Element): void => {
    if (known.has(part)) return;
    known.add(part);
    row.parts.push(part);
  };
  const around = surroundings(grid);
  const others = findAll(around, 'tr,[role=row]').filter((row) => !known.has(row) && isTableRow(row) && !isHead(row));
  if (others.length === 0) return;
  for (const name of rowKeys) {
    const byKey = new Map<string, R>();
    for (const row of group) {
      const key = attr(row.element, name);
      if (key !== null) byKey.set(key, row);
    }
    if (byKey.size < group.length) continue;
    let found = 0;
    for (const other of others) {
      const row = byKey.get(attr(other, name) ?? '');
      if (row && !isOthers(row, other)) {
        add(row, other);
        found += 1;
      }
    }
    if (found > 0) return;
  }
  // Two bodies of equally many rows, side by side: the first beside the first.
  const own = parentOf(group[0]!.element);
  const inOrder = own ? childrenOf(own).filter((row) => isTableRow(row) && !isHead(row)) : [];
  const bodies = new Map<Element, Element[]>();
  for (const other of others) grouped(bodies, parentOf(other)!).push(other);
  for (const [body, rows] of bodies) {
    if (body === own || rows.length !== inOrder.length || parentOf(body) === parentOf(own!)) continue;
    const pairs = group.map((row) => ({ row, other: rows[inOrder.indexOf(row.element)] }));
    if (pairs.some(({ row, other }) => !other || isOthers(row, other))) continue;
    if (Math.abs(boxOf(inOrder[0]!).top - boxOf(rows[0]!).top) > 8) continue;
    for (const { row, other } of pairs) add(row, other!);
  }
}

/** What holds the halves of a grid: the grid itself, or a box around that holds another table and little more. */
function surroundings(grid: Element): Element {
  if (tag(grid) !== 'table') return grid;
  let up: Element = grid;
  for (let climb = 0; climb < 3; climb += 1) {
    const parent = parentOf(up);
    if (!parent || matches(parent, 'body,main,dialog') || first(parent, 'h1,h2,h3,[role=heading]')) break;
    up = parent;
  }
  return up;
}

/** What says which row a cell without a row belongs to. */
function rowKeyOf(cell: Element): string | null {
  const index = attr(cell, 'aria-rowindex');
  if (index !== null) return index;
  const style = attr(cell, 'style') ?? '';
  const placed = /(?:^|;)\s*(?:top|grid-row(?:-start)?)\s*:\s*([^;]+)/u.exec(style);
  return placed ? placed[1]!.trim() : null;
}

/** Cells that lie side by side in one box, row after row, with nothing around a row. */
function addCells(parent: Element, group: Row[], isOthers: (row: Row, box: Element) => boolean): void {
  const [model] = group;
  if (!model || group.length < 2 || isListItem(model.element)) return;
  const siblings = childrenOf(parent);
  if (siblings.length < group.length * 2) return;
  const at = new Map(siblings.map((sibling, index) => [sibling, index]));
  const positions = group.map((row) => at.get(row.element) ?? -1);
  if (positions.includes(-1)) return;

  const keys = new Map<string, Element[]>();
  for (const sibling of siblings) {
    const key = rowKeyOf(sibling);
    if (key !== null) grouped(keys, key).push(sibling);
  }
  const keyed = group.map((row) => keys.get(rowKeyOf(row.element) ?? '') ?? []);
  if (keyed.every((cells) => cells.length > 1) && new Set(keyed).size === group.length) {
    group.forEach((row, index) => (row.parts = keyed[index]!));
    return;
  }

  if (tag(parent) === 'dl') {
    // From one term to the next; terms that name columns belong to one person's own list, which is no row in parts.
    const starts = siblings.flatMap((sibling, index) =>
      tag(sibling) === 'dt' && (index === 0 || tag(siblings[index - 1]!) !== 'dt') ? [index] : [],
    );
    group.forEach((row, index) => {
      const from = starts.findLast((start) => start <= positions[index]!);
      const to = starts.find((start) => start > positions[index]!) ?? siblings.length;
      if (from !== undefined) row.parts = siblings.slice(from, to);
    });
    return;
  }

  const stride = Math.min(...positions.slice(1).map((position, index) => position - positions[index]!));
  if (stride < 2 || positions.some((position) => (position - positions[0]!) % stride !== 0)) return;
  const shape = (element: Element): string => `${tag(element)} ${role(element) ?? ''} ${attr(element, 'class') ?? ''}`;
  // Where the pattern of columns begins; a header of the same width, if it is there, comes in whole rows as well.
  let from = positions[0]!;
  while (from > 0 && shape(siblings[from - 1]!) === shape(siblings[from - 1 + stride]!)) from -= 1;
  const before = (positions[0]! - from) % stride;
  const blocks = positions.map((position) => siblings.slice(position - before, position - before + stride));
  // A whole row between two whole rows is somebody else, whose address is not shown.
  const whole = model.element;
  const isWhole = (element: Element): boolean =>
    element !== whole &&
    tag(element) === tag(whole) &&
    childrenOf(element).length >= 2 &&
    childrenOf(whole).length >= 2;
  if (blocks.some((block, index) => block.some((element) => element !== group[index]!.element && isWhole(element))))
    return;
  // Boxes at equal distances that hold a whole list between them are no cells.
  if (blocks.some((block, index) => block.some((element) => isOthers(group[index]!, element)))) return;
  group.forEach((row, index) => (row.parts = blocks[index]!));
}
