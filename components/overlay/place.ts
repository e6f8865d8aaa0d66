/**
 * Where a part of ours stands inside a row of the page without covering what the row shows. Pure geometry in one
 * coordinate system; reading the page is in `measure.ts`.
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
/** Blank kept between a part and the row's edges. */
const edge = 2;
/** How far a part may move away from its anchor before a smaller look close by is better. */
const lookPenalty = 60;

/** The common area of two boxes. */
export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** What two boxes have in common; it may be empty (`right <= left`). */
export function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function mirrored<B extends Box>(box: B): B {
  return { ...box, left: -box.right, right: -box.left };
}

/** The stretches of a line that are free, from left to right. */
function freeStretches(row: Box, obstacles: readonly Obstacle[], top: number, bottom: number): [number, number][] {
  const taken = obstacles
    .filter((obstacle) => obstacle.top < bottom - 0.5 && obstacle.bottom > top + 0.5)
    .sort((a, b) => a.left - b.left);
  const free: [number, number][] = [];
  let from = row.left + edge;
  for (const obstacle of taken) {
    if (obstacle.left - gap > from) free.push([from, obstacle.left - gap]);
    from = Math.max(from, obstacle.right + gap);
  }
  if (row.right - edge > from) free.push([from, row.right - edge]);
  return free;
}

/**
 * Finds the best place: right after the anchor's text on its line, else another gap on a line of the row, else above or below
 * the text; a smaller look rather than far away. Where nothing is free, the place of the smallest look that covers least.
 *
 * @param row what of the row can be seen
 * @param anchor the text that the part belongs to
 * @param obstacles everything in the row that must not be covered, the anchor's text included
 * @param looks sizes to choose from, the preferred one first
 * @param rtl whether the row runs from right to left
 */
export function place(
  row: Box,
  anchor: Box,
  obstacles: readonly Obstacle[],
  looks: readonly Size[],
  rtl = false,
): Place | null {
  if (rtl) {
    const found = place(mirrored(row), mirrored(anchor), obstacles.map(mirrored), looks);
    return found && { ...found, left: -found.left - (looks[found.look]?.width ?? 0) };
  }
  const middle = (anchor.top + anchor.bottom) / 2;
  let best: Place | null = null;
  let bestCost = Infinity;
  const lines = (height: number): number[] => {
    const tops = [
      middle - height / 2,
      (row.top + row.bottom - height) / 2,
      anchor.bottom + 1,
      anchor.top - height - 1,
      row.top + edge,
      row.bottom - height - edge,
    ];
    for (const obstacle of obstacles.slice(0, 24)) tops.push(obstacle.bottom + 1, obstacle.top - height - 1);
    return tops.filter((top) => top >= row.top && top + height <= row.bottom);
  };
  looks.forEach(({ width, height }, look) => {
    for (const top of lines(height)) {
      const beside = top < anchor.bottom - 1 && top + height > anchor.top + 1;
      const wanted = beside ? anchor.right + gap : anchor.left;
      for (const [from, to] of freeStretches(row, obstacles, top, top + height)) {
        if (to - from < width) continue;
        const left = Math.min(Math.max(wanted, from), to - width);
        const away = Math.abs(left - wanted) + 2 * Math.abs(top + height / 2 - middle);
        const cost = away + look * lookPenalty + (left < anchor.left - 1 ? 80 : 0);
        if (cost < bestCost) {
          bestCost = cost;
          best = { look, left, top, overlap: 0 };
        }
      }
    }
  });
  if (best) return best;

  const look = looks.length - 1;
  const size = looks[look];
  if (!size) return null;
  const { width, height } = size;
  const tops = lines(height);
  if (tops.length === 0) tops.push((row.top + row.bottom - height) / 2);
  const most = row.right - width - edge;
  const lefts = [anchor.right + gap, anchor.left, most, row.left + edge];
  for (const obstacle of obstacles.slice(0, 24)) lefts.push(obstacle.right + 1, obstacle.left - width - 1);
  for (const top of tops) {
    for (const wanted of lefts) {
      const left = Math.max(row.left, Math.min(wanted, most));
      const box = { left, top, right: left + width, bottom: top + height };
      let overlap = 0;
      for (const obstacle of obstacles) overlap += obstacle.weight * overlapArea(box, obstacle);
      const cost = overlap + Math.abs(left - anchor.right) / 1000;
      if (cost < bestCost) {
        bestCost = cost;
        best = { look, left, top, overlap };
      }
    }
  }
  return best;
}
