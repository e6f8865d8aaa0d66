/** Which cell of a row means what, from the headers of its table, grid, or header-like row of `div`s. */
import { cut, pieces, textOf } from './text.ts';
import {
  attr,
  childrenOf,
  first,
  firstElement,
  isSelect,
  matches,
  nearest,
  parentOf,
  previousElement,
  rawText,
  role,
  tag,
} from './tree.ts';
import { saysOnly } from './words.ts';
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
  'name',
] as const satisfies readonly Meaning[];
export type Column = (typeof columnMeanings)[number];

/** What a header text means as a column; `null` where it means nothing that is read. */
export function columnMeaning(text: string): Column | null {
  return columnMeanings.find((meaning) => saysOnly(meaning, text)) ?? null;
}

function cellsOf(row: Element): Element[] {
  const cells = childrenOf(row).filter(
    (child) => matches(child, 'td,th') || /^(?:grid)?cell$|^rowheader$|^columnheader$/u.test(role(child) ?? ''),
  );
  // A row whose only child wraps its cells (some grids nest once).
  const inner = childrenOf(row);
  if (cells.length === 0 && inner.length === 1) return cellsOf(inner[0]!);
  return cells;
}

const headerCache = new WeakMap<Element, { text: string; columns: (Column | null)[] }>();

function headerMeanings(header: Element, cells: Element[]): (Column | null)[] {
  const text = rawText(header);
  const known = headerCache.get(header);
  if (known && known.text === text && known.columns.length === cells.length) return known.columns;
  const texts = cells.map((cell) => textOf(cell));
  // "User" heads the people of a list, and the owners of a table whose keys have a name column of their own.
  const isUser = (text: string): boolean => saysOnly('name', text) && saysOnly('owner', text);
  const hasNames = texts.some((text) => saysOnly('name', text) && !isUser(text));
  const columns = texts.map((text) => (isUser(text) && !hasNames ? 'name' : columnMeaning(text)));
  headerCache.set(header, { text, columns });
  return columns;
}

/** The header row that a row belongs to, with its cells. */
function headerOf(row: Element): { header: Element; cells: Element[] } | null {
  const grid = nearest(
    row,
    (element) => tag(element) === 'table' || /^(?:table|grid|treegrid)$/u.test(role(element) ?? ''),
  );
  if (grid) {
    const header = first(grid, 'thead tr, [role=row]:has([role=columnheader]), tr:has(th)');
    if (header && header !== row) {
      const cells = cellsOf(header);
      if (cells.length > 0) return { header, cells };
    }
    return null;
  }
  // Plain boxes: the list's first box, or the box before the list, with as many children and at least two headers in it.
  const width = childrenOf(row).length;
  if (width < 2) return null;
  const list = parentOf(row);
  for (const candidate of list ? [firstElement(list), previousElement(list)] : []) {
    if (!candidate || candidate === row) continue;
    const header = childrenOf(candidate).length === width ? candidate : null;
    if (!header) continue;
    const cells = childrenOf(header);
    if (headerMeanings(header, cells).filter((meaning) => meaning !== null).length >= 2) return { header, cells };
  }
  return null;
}

/** The cells of a row by what their column's header says. */
export function columnsOf(row: Element): Map<Column, Element> {
  const found = new Map<Column, Element>();
  const header = headerOf(row);
  if (!header) return found;
  const meanings = headerMeanings(header.header, header.cells);
  const cells = cellsOf(row);
  const own = cells.length > 0 ? cells : childrenOf(row);
  own.forEach((cell, position) => {
    const index = Number(attr(cell, 'aria-colindex')) || 0;
    const at = index > 0 ? header.cells.findIndex((head) => attr(head, 'aria-colindex') === String(index)) : -1;
    const meaning = meanings[at >= 0 ? at : position];
    if (meaning && !found.has(meaning)) found.set(meaning, cell);
  });
  return found;
}

/** The text of a cell: the chosen option where it is a field, its pieces otherwise. */
export function cellText(cell: Element): string {
  const field = isSelect(cell) ? cell : first(cell, 'select');
  if (field && isSelect(field)) return cut(field.selectedOptions[0]?.text ?? '').trim();
  return pieces(cell)
    .map((piece) => piece.text)
    .join(' ');
}
