import { expect, test } from 'vitest';
import { Heights, type Piece, windowRows } from './window-rows.ts';

const ids = Array.from({ length: 1000 }, (_, index) => `row ${index}`);
const drawn = (pieces: readonly Piece[]) => pieces.flatMap((piece) => ('row' in piece ? [piece.row] : []));

/** Height of all pieces together: what the page scrolls over must not depend on what is drawn. */
const total = (pieces: readonly Piece[], heights: Heights) =>
  pieces.reduce((sum, piece) => sum + ('row' in piece ? heights.get(ids[piece.row]!) : piece.gap), 0);

test('draws what is in the window, with some around it', () => {
  const heights = new Heights(50);
  const pieces = windowRows(ids, heights, { top: 5000, height: 500 }, 2, null);
  expect(drawn(pieces)).toEqual(Array.from({ length: 14 }, (_, index) => 98 + index));
  expect(total(pieces, heights)).toBe(50_000);
});

test('keeps a row that is far away, on either side', () => {
  const heights = new Heights(50);
  const above = windowRows(ids, heights, { top: 5000, height: 100 }, 0, 3);
  expect(drawn(above)).toEqual([3, 100, 101]);
  expect(total(above, heights)).toBe(50_000);
  const below = windowRows(ids, heights, { top: 0, height: 100 }, 0, 999);
  expect(drawn(below)).toEqual([0, 1, 999]);
  expect(total(below, heights)).toBe(50_000);
});

test('goes by measured heights, and guesses the others from them', () => {
  const heights = new Heights(10);
  expect(heights.set('row 0', 100)).toBe(true);
  expect(heights.set('row 0', 100)).toBe(false);
  heights.set('row 1', 50);
  expect(heights.average).toBe(75);
  expect(drawn(windowRows(ids, heights, { top: 120, height: 10 }, 0, null))).toEqual([1]);
  heights.set('row 0', 20);
  expect(heights.average).toBe(35);
});

test('a window beside the list draws its nearest rows', () => {
  const heights = new Heights(50);
  expect(drawn(windowRows(ids, heights, { top: 90_000, height: 500 }, 1, null))).toEqual([998, 999]);
  expect(drawn(windowRows(ids, heights, { top: -900, height: 500 }, 1, null))).toEqual([0, 1]);
  expect(windowRows([], heights, { top: 0, height: 500 }, 1, null)).toEqual([]);
});
