/** Which cell of a row means what, from the headers of its table, grid, or header-like row of `div`s. */
import { oncePerPass } from './pass.ts';
import { cut, type Piece, pieces, textOf, tidy } from './text.ts';
import { isGrid } from './rows.ts';
import {
  attr,
  boxOf,
  childrenOf,
  contains,
  findAll,
  first,
  firstElement,
  isInput,
  isSelect,
  matches,
  nearest,
  nextElement,
  parentOf,
  previousElement,
  rawText,
  role,
  tag,
} from './tree.ts';
import { saidBy, saysOnly } from './words.ts';
import type { Meaning } from './words/vocabulary.ts';

const columnMeanings = [
  'email',
  'role',
  'licence',
  'status',
  'workspaces',
  'workspace',
  'owner',
  'created',
  'last-used',
  'type',
  'key',
  'actions',
  'given-name',
  'family-name',
  'name',
] as const satisfies readonly Meaning[];
export type Column = (typeof columnMeanings)[number];

/** What a header text means as a column; `null` where it means nothing that is read. */
export function columnMeaning(text: string): Column | null {
  if (text.length > 40) return null;
  const said = saidBy(text);
  return said.size === 0 ? null : (columnMeanings.find((meaning) => said.has(meaning)) ?? null);
}

const cellSelector = 'td,th,[role=cell],[role=gridcell],[role=rowheader],[role=columnheader]';

/** The cells of a row, through wrappers that are no cells (Fluent UI nests its fields once). */
function cellsOf(row: Element): Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    for (const child of childrenOf(element)) {
      if (matches(child, cellSelector)) found.push(child);
      else if (found.length < 200) visit(child);
    }
  };
  // Most rows hold their cells directly.
  const children = childrenOf(row);
  for (const child of children) if (tag(child) === 'td' || matches(child, cellSelector)) found.push(child);
  if (found.length === children.length) return found;
  found.length = 0;
  if (first(row, cellSelector)) visit(row);
  return found;
}

/** What a row without cells is divided into. */
function boxesOf(row: Element): Element[] {
  let boxes = childrenOf(row);
  // A box around all of them.
  while (boxes.length === 1) boxes = childrenOf(boxes[0]!);
  return boxes;
}

const headerCache = new WeakMap<Element, { text: string; columns: (Column | null)[] }>();

function meaningOf(cell: Element): Column | null {
  // A control's label says what it is for, not what stands below it.
  const label = matches(cell, 'button,select,input,[role=button]') ? '' : (attr(cell, 'aria-label') ?? '');
  // "Sort by: Name", "Name column menu": the header's own word is one piece of several.
  return (
    columnMeaning(textOf(cell)) ??
    columnMeaning(label) ??
    pieces(cell)
      .map(({ text }) => columnMeaning(text))
      .find((meaning) => meaning !== null) ??
    null
  );
}

function headerMeanings(header: Element, cells: readonly Element[]): (Column | null)[] {
  const text = rawText(header);
  const known = headerCache.get(header);
  if (known && known.text === text && known.columns.length === cells.length) return known.columns;
  const texts = cells.map((cell) => textOf(cell));
  // "User" heads the people of a list, and the owners of a table whose keys have a name column of their own.
  const isUser = (title: string): boolean => saysOnly('name', title) && saysOnly('owner', title);
  const hasNames = texts.some((title) => saysOnly('name', title) && !isUser(title));
  // "Active" above a column of switches; in a row it would be what the row says.
  const columns = cells.map((cell, at) =>
    isUser(texts[at]!) && !hasNames ? 'name' : (meaningOf(cell) ?? (saysOnly('active', texts[at]!) ? 'status' : null)),
  );
  headerCache.set(header, { text, columns });
  return columns;
}

const headerRows = 'thead tr, [role=row]:has([role=columnheader]), tr:has(th):not(:has(td))';

interface Head {
  /** By position. */
  columns: readonly (Column | null)[];
  /** By `aria-colindex`, where the heads carry it; columns may stand in another order than they are shown in. */
  byIndex: ReadonlyMap<string, Column | null>;
}

/** All header rows of a grid, or of a part of the page around it; frozen columns have a header of their own. */
const headsIn = oncePerPass((around: Element): readonly Head[] =>
  findAll(around, headerRows).map((row) => {
    const cells = cellsOf(row);
    const columns = headerMeanings(row, cells);
    const byIndex = new Map<string, Column | null>();
    cells.forEach((cell, at) => {
      const index = attr(cell, 'aria-colindex');
      if (index !== null) byIndex.set(index, columns[at] ?? null);
    });
    return { columns, byIndex };
  }),
);

/** Heads of the grid itself, else of a table before it: scrolling bodies have their header in a table of its own. */
const headsFor = oncePerPass((grid: Element): readonly Head[] => {
  let around: Element | null = grid;
  for (let climb = 0; around && climb < 6 && !matches(around, 'body,main,dialog'); climb += 1) {
    const heads = headsIn(around);
    if (heads.length > 0) return heads;
    around = parentOf(around);
  }
  return [];
});

/** Rows of plain boxes: the list's first box, or the box before the list, with as many boxes and at least two headers in it. */
function boxHead(row: Element, width: number): readonly (Column | null)[] | null {
  if (width < 2) return null;
  const list = parentOf(row);
  for (const candidate of list ? [firstElement(list), previousElement(list)] : []) {
    if (!candidate || candidate === row) continue;
    const boxes = boxesOf(candidate);
    if (boxes.length !== width) continue;
    const meanings = headerMeanings(candidate, boxes);
    if (meanings.filter((meaning) => meaning !== null).length >= 2) return meanings;
  }
  return null;
}

function assign(found: Map<Column, Element>, cells: readonly Element[], head: Head): void {
  cells.forEach((cell, position) => {
    const index = head.byIndex.size > 0 ? attr(cell, 'aria-colindex') : null;
    const meaning = index !== null ? (head.byIndex.get(index) ?? null) : (head.columns[position] ?? null);
    if (meaning && !found.has(meaning)) found.set(meaning, cell);
  });
}

/** The table or grid that holds a row, by what holds the row: the same for all of its rows. */
const gridAround = oncePerPass((body: Element): Element | null => nearest(body, isGrid));

/** What heads the column that something in a row stands in; empty where nothing does. */
export function headOver(row: Element, inner: Element): string {
  const cells = cellsOf(row);
  const at = cells.findIndex((cell) => contains(cell, inner));
  const body = parentOf(row);
  const grid = body && gridAround(body);
  if (!grid || at < 0) return '';
  const heads = findAll(grid, headerRows).map(cellsOf);
  const head = heads.find(({ length }) => length === cells.length)?.[at];
  return head ? textOf(head) : '';
}

/** The cells of a row by what their column's header says. */
export function columnsOf(row: Element): Map<Column, Element> {
  const found = new Map<Column, Element>();
  const cells = cellsOf(row);
  const body = parentOf(row);
  const grid = isGrid(row) ? row : body && gridAround(body);
  if (grid && cells.length > 0) {
    const heads = headsFor(grid);
    const isIndexed = heads.some(({ byIndex }) => byIndex.size > 0);
    if (isIndexed && cells.some((cell) => attr(cell, 'aria-colindex') !== null)) {
      // Heads of all parts number their columns through.
      const byIndex = new Map(heads.flatMap((head) => [...head.byIndex]));
      assign(found, cells, { columns: [], byIndex });
      return found;
    }
    // A header may have one cell more, above the scroll bar.
    const head =
      heads.find(({ columns }) => columns.length === cells.length) ??
      heads.find(({ columns }) => columns.length === cells.length + 1);
    if (head) assign(found, cells, head);
    return found;
  }
  const boxes = cells.length > 0 ? cells : boxesOf(row);
  const above = boxHead(row, boxes.length);
  if (above) assign(found, boxes, { columns: above, byIndex: new Map() });
  // A virtual list of boxes below a table that is nothing but its header.
  else if (boxes.length > 2) {
    const list = parentOf(row);
    const head = list && headsFor(list).find(({ columns }) => columns.length === boxes.length);
    if (head) assign(found, boxes, head);
  }
  return found;
}

/** What heads the columns of a list: the cells of its header rows, or the boxes of the first row of plain boxes. */
const headCells = oncePerPass((list: Element): readonly Element[] => {
  let around: Element | null = list;
  for (let climb = 0; around && climb < 6 && !matches(around, 'body,main,dialog'); climb += 1) {
    const rows = findAll(around, headerRows);
    if (rows.length > 0) return rows.flatMap(cellsOf);
    around = parentOf(around);
  }
  return [firstElement(list), previousElement(list)].flatMap((head) => (head ? boxesOf(head) : []));
});

/**
 * What stands at the head of the column that a field stands in: drawn above it, and as wide at that place.
 *
 * @param box the row, where the page has no table
 */
export function headOf(field: Element, box: Element): Element | null {
  const cell = nearest(field, (up) => matches(up, cellSelector), box);
  const row = cell ? parentOf(cell) : box;
  const body = row && parentOf(row);
  // What is drawn over the page has no head below it.
  if (!row || !body || (!cell && matches(row, 'dialog,[role=dialog],[role=alertdialog],body > *'))) return null;
  const own = boxOf(cell ?? field);
  const middle = (own.left + own.right) / 2;
  const heads = headCells(gridAround(body) ?? body).filter((head) => {
    const { left, right, top, width } = boxOf(head);
    return width > 0 && top < own.top && left <= middle && middle <= right && !contains(row, head);
  });
  // Of several header rows, the nearest.
  return heads.at(-1) ?? null;
}

/** The cells of a row in parts that is laid out in one box: headers are what stands above in the same pattern. */
export function columnsOfCells(cells: readonly Element[]): Map<Column, Element> {
  const found = new Map<Column, Element>();
  const parent = cells[0] ? parentOf(cells[0]) : null;
  const grid = parent && nearest(parent, (element) => isGrid(element) || matches(element, 'main,body'));
  if (!parent || !grid) return found;
  const siblings = childrenOf(parent);
  const heads = [siblings.slice(0, cells.length)];
  const own = findAll(isGrid(grid) ? grid : parent, '[role=columnheader]');
  if (own.length === cells.length) heads.unshift(own);
  for (
    let up: Element | null = parent, climb = 0;
    up && climb < 6 && !matches(up, 'main,body');
    climb += 1, up = parentOf(up)
  ) {
    const before = previousElement(up);
    if (before) heads.push(boxesOf(before));
  }
  for (const head of heads) {
    if (head.length !== cells.length || head.includes(cells[0]!)) continue;
    const meanings = head.map(meaningOf);
    if (meanings.filter((meaning) => meaning !== null).length < 2) continue;
    assign(found, cells, { columns: meanings, byIndex: new Map() });
    break;
  }
  return found;
}

/**
 * Values that stand beside a label of their own in the row: terms and descriptions, row headers, titles that a library
 * puts into each cell on narrow screens. Two of them at least, so that "Member" beside a name is a role and no label.
 */
export function labelledIn(row: Element): Map<Column, Element> {
  const found = new Map<Column, Element>();
  for (const label of findAll(row, 'dt,th[scope=row],:is(td,[role=cell],[role=gridcell],li,div)>:first-child')) {
    const raw = rawText(label);
    // Most first boxes of a row hold a name, an address or all of the row.
    const meaning = raw.length > 60 || raw.includes('@') ? null : columnMeaning(textOf(label));
    if (!meaning) continue;
    const value = nextElement(label);
    const holder = value ?? parentOf(label);
    if (!holder || found.has(meaning) || textOf(holder) === '') continue;
    found.set(meaning, holder);
  }
  if (found.size < 2) found.clear();
  return found;
}

/** What a field shows as chosen: never the value of a field that somebody types into. */
function chosenIn(field: Element): string | null {
  if (isSelect(field)) return field.selectedOptions[0]?.text ?? '';
  if (isInput(field)) return field.readOnly && /^(?:text|search)$/u.test(field.type) ? field.value : null;
  if (role(field) === 'listbox') {
    const option = first(field, '[role=option][aria-selected=true]') ?? first(field, '[role=alert]');
    return option ? textOf(option) : null;
  }
  return textOf(field);
}

const choices = 'select,[role=combobox],[role=listbox],[aria-haspopup=listbox],input[readonly]';

/** Fields of a row in which something is chosen, with what is. */
export function choicesIn(row: Element): { field: Element; text: string }[] {
  const own = matches(row, choices) ? [row] : [];
  return [...own, ...findAll(row, choices)]
    .map((field) => ({ field, text: tidy(cut(chosenIn(field) ?? '')) }))
    .filter(({ text }) => text !== '' && text.length <= 80);
}

/** The text that a cell shows, without a title of its own; no field is asked for its value. */
export function cellText(cell: Element): string {
  return valuePieces(cell)
    .map((piece) => piece.text)
    .join(' ');
}

/** The pieces of a cell without the title of its column, which some libraries repeat in each cell. */
export function valuePieces(cell: Element): Piece[] {
  const found = pieces(cell);
  const [title] = found;
  return title && columnMeaning(title.text) !== null && !saysOnly('role-name', title.text) ? found.slice(1) : found;
}
