/**
 * Which rows of a long list are drawn: those in the window, some around them, and one that is kept. Pure arithmetic.
 * Rows are as high as they were measured, others as high as those on average, so that nothing has to be cut off.
 */

/** A row, or the room that rows not drawn take. */
export type Piece = { row: number } | { gap: number; before: number };

export interface View {
  /** Top and height of the window, in pixels below the list's own top. */
  top: number;
  height: number;
}

/** Measured heights by row id. */
export class Heights {
  readonly #known = new Map<string, number>();
  #sum = 0;
  readonly #estimate: number;

  constructor(estimate: number) {
    this.#estimate = estimate;
  }

  /** Remembers a height; `true` when that is news. */
  set(id: string, height: number): boolean {
    const former = this.#known.get(id);
    if (former === height) return false;
    this.#known.set(id, height);
    this.#sum += height - (former ?? 0);
    return true;
  }

  get(id: string): number {
    return this.#known.get(id) ?? this.average;
  }

  get average(): number {
    return this.#known.size === 0 ? this.#estimate : this.#sum / this.#known.size;
  }
}

/**
 * Cuts a list into rows to draw and gaps between them.
 *
 * @param around how many more rows are drawn above and below the window
 * @param kept a row that is drawn wherever it is, since it has the focus
 */
export function windowRows(
  ids: readonly string[],
  heights: Heights,
  view: View,
  around: number,
  kept: number | null,
): Piece[] {
  let first = ids.length;
  let last = -1;
  let y = 0;
  const tops = new Float64Array(ids.length + 1);
  for (let index = 0; index < ids.length; index += 1) {
    const bottom = y + heights.get(ids[index]!);
    if (bottom > view.top && y < view.top + view.height) {
      if (index < first) first = index;
      last = index;
    }
    y = bottom;
    tops[index + 1] = y;
  }
  // Scrolled past the end, or the list is below the window: its nearest rows stand ready.
  if (last < 0) first = last = view.top > 0 ? ids.length - 1 : 0;
  const from = Math.max(0, first - around);
  const to = Math.min(ids.length - 1, last + around);
  const rows: number[] = [];
  for (let index = from; index <= to; index += 1) rows.push(index);
  if (kept !== null && kept < ids.length && kept < from) rows.unshift(kept);
  else if (kept !== null && kept < ids.length && kept > to) rows.push(kept);
  const pieces: Piece[] = [];
  let next = 0;
  for (const row of rows) {
    if (row > next) pieces.push({ gap: tops[row]! - tops[next]!, before: row });
    pieces.push({ row });
    next = row + 1;
  }
  if (next < ids.length) pieces.push({ gap: tops[ids.length]! - tops[next]!, before: ids.length });
  return pieces;
}
