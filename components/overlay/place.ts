/**
 * Where a part of ours stands without covering what the page shows. Pure geometry in one coordinate system; reading the
 * page is in `measure.ts`.
 */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Obstacle extends Box {
  /** How bad it is to cover it, against other obstacles; matters only where nothing is free. */
  weight: number;
}

export interface Size {
  width: number;
  height: number;
}

/** What a row shows. */
export interface Surroundings {
  /** Everything that must not be covered, the anchor's text included. */
  obstacles: Obstacle[];
  /** The text that a part belongs to. */
  anchor: Box;
  /** Whether the row runs from right to left. */
  rtl: boolean;
}

export interface Place {
  /** Which of the looks. */
  look: number;
  left: number;
  top: number;
  /** Weighted area that is covered; 0 = nothing is. */
  overlap: number;
}

/** Blank kept between a part and its neighbours on a line; above and below, text boxes bring their own leading. */
const gap = 6;
/** So many obstacles give edges to stand at; the others are only kept free. */
const mostEdges = 24;

/** The common area of two boxes. */
export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function mirrored<B extends Box>(box: B): B {
  return { ...box, left: -box.right, right: -box.left };
}

/** The stretches of a line that are free, from left to right. */
function freeStretches(room: Box, obstacles: readonly Obstacle[], top: number, bottom: number): [number, number][] {
  const taken = obstacles
    .filter((obstacle) => obstacle.top < bottom - 0.5 && obstacle.bottom > top + 0.5)
    .sort((a, b) => a.left - b.left);
  const free: [number, number][] = [];
  let from = room.left;
  for (const { left, right } of taken) {
    const to = Math.min(left - gap, room.right);
    if (to > from) free.push([from, to]);
    from = Math.max(from, right + gap);
  }
  if (room.right > from) free.push([from, room.right]);
  return free;
}

/**
 * Finds the best place: right after the anchor's text on its line, else another gap on a line, else above or below the
 * text; a smaller look rather than far away. Where nothing is free, the place in the row that covers least.
 *
 * @param room where the part may stand: what can be seen of the row
 * @param looks sizes to choose from, the preferred one first
 * @param aligned prefers a big look at the edge of a column to a place near the anchor
 */
export function place(
  room: Box,
  { obstacles, anchor, rtl }: Surroundings,
  looks: readonly Size[],
  aligned = false,
): Place | null {
  if (rtl) {
    const there = { obstacles: obstacles.map(mirrored), anchor: mirrored(anchor), rtl: false };
    const found = place(mirrored(room), there, looks, aligned);
    return found && { ...found, left: -found.left - (looks[found.look]?.width ?? 0) };
  }
  const middle = (anchor.top + anchor.bottom) / 2;
  const edges = [anchor, ...obstacles.slice(0, mostEdges)];
  const breath = aligned ? 4 : 1;
  const linesFor = (height: number): number[] =>
    [
      middle - height / 2,
      (room.top + room.bottom - height) / 2,
      room.top + 2,
      room.bottom - height - 2,
      ...edges.flatMap(({ top, bottom }) => [bottom + breath, top - height - breath]),
    ].filter((top) => top >= room.top && top + height <= room.bottom);

  let best = null as Place | null;
  let bestCost = Infinity;
  const offer = (look: number, left: number, top: number, overlap: number, cost: number): void => {
    if (cost >= bestCost) return;
    bestCost = cost;
    best = { look, left, top, overlap };
  };

  looks.forEach(({ width, height }, look) => {
    for (const top of linesFor(height)) {
      const beside = top < anchor.bottom - 1 && top + height > anchor.top + 1;
      const wanted = beside ? anchor.right + gap : anchor.left;
      const columns = aligned ? edges.map(({ left }) => left) : [];
      for (const [from, to] of freeStretches(room, obstacles, top, top + height)) {
        if (to - from < width) continue;
        for (const start of [wanted, ...columns]) {
          const left = Math.min(Math.max(start, from), to - width);
          const away = Math.abs(left - wanted) + 2 * Math.abs(top + height / 2 - middle);
          const behind = left < anchor.left - 1 ? 80 : 0;
          const cost = aligned ? away / 4 + look * 200 + (left === start ? 0 : 300) : away + look * 60;
          offer(look, left, top, 0, cost + behind);
        }
      }
    }
  });
  if (best) return best;

  // Hanging out of its row, a part would cover the next row as well, or be cut off at the list's edge.
  const fit = (withWidth: boolean): number[] =>
    looks.flatMap(({ width, height }, look) =>
      height <= room.bottom - room.top && (!withWidth || width <= room.right - room.left) ? [look] : [],
    );
  const narrow = fit(true);
  const within = narrow.length > 0 ? narrow : fit(false);
  // In a row that is lower than all of them, the one that hangs out least.
  const lowest = Math.min(...looks.map(({ height }) => height));
  for (const look of within.length > 0 ? within : [looks.findIndex(({ height }) => height === lowest)]) {
    const size = looks[look];
    if (!size) return null;
    const { width, height } = size;
    const most = room.right - width;
    const tops = linesFor(height);
    if (tops.length === 0) tops.push((room.top + room.bottom - height) / 2);
    for (const top of tops) {
      for (const wanted of [
        anchor.right + gap,
        most,
        room.left,
        ...edges.flatMap(({ left, right }) => [right + 1, left - width - 1]),
      ]) {
        const left = Math.max(room.left, Math.min(wanted, most));
        const box = { left, top, right: left + width, bottom: top + height };
        const overlap = obstacles.reduce((sum, obstacle) => sum + obstacle.weight * overlapArea(box, obstacle), 0);
        offer(look, left, top, overlap, overlap + Math.abs(left - anchor.right) / 1000);
      }
    }
  }
  return best;
}

/** Height of one line, and padding and border around all of them, see `styles.ts`. */
const lineHeight = 24;
const rowGap = 2;
const frame = { width: 14, height: 6 };

/** The sizes that pieces of these widths can wrap into: on one line, on two, and so on, of each the narrowest. */
export function lineSizes(widths: readonly number[]): Size[] {
  const sum = (run: readonly number[]): number => run.reduce((total, width) => total + gap + width, -gap);
  // Every line is a run of pieces, so the widest line is one of these.
  const runs = widths.flatMap((_, from) =>
    widths.slice(from).map((_, count) => sum(widths.slice(from, from + count + 1))),
  );
  const sizes: Size[] = [];
  for (const inner of runs.filter((run) => run >= Math.max(...widths)).sort((a, b) => b - a)) {
    let lines = 1;
    let used = -gap;
    for (const width of widths) {
      if (used + gap + width > inner + 0.5) {
        lines += 1;
        used = width;
      } else used += gap + width;
    }
    const height = lines * lineHeight + (lines - 1) * rowGap + frame.height;
    if (sizes.at(-1)?.height === height) sizes.pop();
    sizes.push({ width: Math.ceil(inner) + frame.width, height });
  }
  return sizes;
}
