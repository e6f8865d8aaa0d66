/**
 * A table for a hundred or ten thousand rows. Long ones are windowed over the page's own scrolling; rows stay in the
 * flow between gaps, so that they may wrap and the browser's scroll anchoring holds what is being read in its place.
 */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { Heights, windowRows } from './window-rows.ts';

export interface Column<R> {
  id: string;
  header: ComponentChildren;
  cell: (row: R) => ComponentChildren;
  sortable?: boolean;
}

interface Props<R> {
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  idOf: (row: R) => string;
  /** Height of a row as long as it is not measured. */
  estimate: number;
  class?: string;
  sort?: { by: string; down: boolean };
  onSort?: (column: string) => void;
  /** Class names of a row. */
  rowClass?: (row: R) => string;
}

/** What stands in one row; a component, so that signals that are read in it draw this row anew and no other. */
function Cells<R>({ columns, row }: { columns: readonly Column<R>[]; row: R }) {
  return (
    <>
      {columns.map((column) => (
        <div key={column.id} role="cell" data-col={column.id}>
          {column.cell(row)}
        </div>
      ))}
    </>
  );
}

/** From here on rows are windowed. */
export const windowedFrom = 100;

/** The table, by roles: its parts are laid out as cards where there is little room, which real table elements forbid. */
export function DataTable<R>(props: Props<R>) {
  const { label, columns, rows, idOf, estimate, class: className = '', sort, onSort, rowClass } = props;
  const body = useRef<HTMLDivElement>(null);
  const focused = useRef<number | null>(null);
  const heights = useRef<Heights>(null);
  const drawn = useRef('');
  const made = useRef<{ columns: unknown; cells: Map<R, VNode> }>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const windowed = rows.length >= windowedFrom;
  heights.current ??= new Heights(estimate);

  const pieces = () => {
    if (!windowed) return [];
    // Before the first drawing the place is not known; the next one comes right after it.
    const top = body.current ? -body.current.getBoundingClientRect().top : 0;
    return windowRows(rows.map(idOf), heights.current!, { top, height: innerHeight }, 6, focused.current);
  };
  const shown = pieces();
  drawn.current = JSON.stringify(shown.map((piece) => ('row' in piece ? piece.row : -1)));

  const measure = (): boolean => {
    let news = false;
    for (const element of body.current?.querySelectorAll<HTMLElement>(':scope > [data-id]') ?? []) {
      const { height } = element.getBoundingClientRect();
      if (heights.current!.set(element.dataset['id']!, height)) news = true;
    }
    return news;
  };
  // Measured before the browser paints, so that a first guess is never seen.
  useLayoutEffect(() => {
    if (windowed && measure()) redraw(undefined);
  });
  const look = useRef<() => void>(() => undefined);
  look.current = () => {
    const next = JSON.stringify(pieces().map((piece) => ('row' in piece ? piece.row : -1)));
    if (next !== drawn.current) redraw(undefined);
  };
  useEffect(() => {
    if (!windowed) return;
    const onMove = (): void => look.current();
    const onSize = (): void => {
      if (measure()) redraw(undefined);
      else look.current();
    };
    addEventListener('scroll', onMove, { passive: true });
    addEventListener('resize', onSize);
    return () => {
      removeEventListener('scroll', onMove);
      removeEventListener('resize', onSize);
    };
  }, [windowed]);

  const head = (column: Column<R>) => {
    const sorted = sort?.by === column.id;
    return (
      <div
        key={column.id}
        role="columnheader"
        data-col={column.id}
        aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : undefined}
      >
        {column.sortable && onSort ? (
          <button type="button" class="quiet head-button" onClick={() => onSort(column.id)}>
            {column.header}
            <Icon name={sorted ? 'down' : 'sort'} class={sorted ? (sort.down ? '' : 'flipped') : 'faint'} />
          </button>
        ) : (
          column.header
        )}
      </div>
    );
  };
  // The same node again where neither row nor columns are new: scrolling draws the rows that come into view, no others.
  const before = made.current?.columns === columns ? made.current.cells : new Map<R, VNode>();
  const now = new Map<R, VNode>();
  made.current = { columns, cells: now };
  const cells = (row: R) => {
    const node = before.get(row) ?? <Cells columns={columns} row={row} />;
    now.set(row, node);
    return node;
  };
  const line = (row: R, index: number) => (
    <div
      key={idOf(row)}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-id={idOf(row)}
      class={`row ${rowClass?.(row) ?? ''}`}
    >
      {cells(row)}
    </div>
  );

  return (
    <div role="table" aria-label={label} aria-rowcount={rows.length + 1} class={`table ${className}`}>
      <div role="rowgroup" class="table-head">
        <div role="row" aria-rowindex={1} class="row">
          {columns.map(head)}
        </div>
      </div>
      <div
        ref={body}
        role="rowgroup"
        class="table-body"
        onFocusIn={(event) => {
          const row = (event.target as Element).closest<HTMLElement>('[data-index]');
          focused.current = row ? Number(row.dataset['index']) : null;
        }}
        onFocusOut={() => (focused.current = null)}
      >
        {windowed
          ? shown.map((piece) =>
              'row' in piece ? (
                rows[piece.row] && line(rows[piece.row]!, piece.row)
              ) : (
                <div key={`gap ${piece.before}`} style={{ height: `${piece.gap}px` }} />
              ),
            )
          : rows.map(line)}
      </div>
    </div>
  );
}
