import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineSizes, type Obstacle, overlapArea, place } from './place.ts';

const at = (left: number, top: number, width: number, height: number, weight = 1): Obstacle => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
  weight,
});
const room = at(0, 0, 800, 48);
const badge = [
  { width: 120, height: 20 },
  { width: 90, height: 16 },
  { width: 18, height: 18 },
];

test('a badge follows the name on its line', () => {
  const name = at(40, 6, 80, 18);
  expect(place(room, { anchor: name, obstacles: [name, at(40, 26, 150, 16)], rtl: false }, badge)).toEqual({
    look: 0,
    left: 126,
    top: 5,
    overlap: 0,
  });
});

test('and before it, seen from the left, where the row runs from right to left', () => {
  const name = at(680, 6, 80, 18);
  const found = place(room, { anchor: name, obstacles: [name], rtl: true }, badge);
  expect(found).toMatchObject({ look: 0, left: 680 - 6 - 120 });
});

test('a smaller look close by wins over a gap far away', () => {
  const name = at(40, 15, 80, 18);
  const role = at(230, 15, 480, 18);
  expect(place(room, { anchor: name, obstacles: [name, role], rtl: false }, badge)).toMatchObject({
    look: 1,
    left: 126,
  });
});

test('where nothing is free, text is covered rather than a button, and as little as can be', () => {
  const full = [at(0, 0, 700, 48), at(700, 0, 100, 48, 4)];
  const found = place(room, { anchor: full[0]!, obstacles: full, rtl: false }, badge);
  expect(found?.overlap).toBe(18 * 18);
});

test('where nothing is free in a low row, a line covers what stands in it rather than hang out of it', () => {
  const texts = [at(10, 15, 220, 18), at(245, 15, 200, 18), at(460, 15, 330, 18)];
  const line = [
    { width: 310, height: 30 },
    { width: 145, height: 80 },
  ];
  const found = place(room, { anchor: texts[0]!, obstacles: texts, rtl: false }, line, true)!;
  expect(found.look).toBe(0);
  expect(found.top).toBeGreaterThanOrEqual(room.top);
  expect(found.top + 30).toBeLessThanOrEqual(room.bottom);
});

test('an owner line stands at the edge of a column', () => {
  const row = at(0, 0, 900, 90);
  const name = at(10, 10, 90, 18);
  const text = at(180, 10, 380, 60);
  const dots = at(600, 10, 290, 18);
  const line = [
    { width: 500, height: 30 },
    { width: 280, height: 56 },
  ];
  expect(place(row, { anchor: name, obstacles: [name, text, dots], rtl: false }, line, true)).toMatchObject({
    look: 1,
    left: 600,
    top: 32,
    overlap: 0,
  });
});

test('where nothing is free, a part that fits into its card does not hang out over the next', () => {
  const card = at(0, 0, 266, 160);
  const texts = [at(20, 20, 140, 18), at(20, 60, 224, 18), at(20, 100, 145, 40)];
  const found = place(
    card,
    { anchor: texts[0]!, obstacles: texts, rtl: false },
    [
      { width: 508, height: 30 },
      { width: 225, height: 82 },
    ],
    true,
  )!;
  expect(found.look).toBe(1);
  expect(found.left + 225).toBeLessThanOrEqual(266);
});

test('pieces wrap into fewer columns and more lines, the narrowest of each', () => {
  expect(lineSizes([100, 80, 60])).toEqual([
    { width: 266, height: 30 },
    { width: 160, height: 56 },
    { width: 114, height: 82 },
  ]);
});

const box = fc
  .tuple(
    fc.integer({ min: -50, max: 850 }),
    fc.integer({ min: -20, max: 60 }),
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 40 }),
  )
  .map(([left, top, width, height]) => at(left, top, width, height));

test('what is said to cover nothing covers nothing and stays in the row', () => {
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 12 }),
      box,
      fc.boolean(),
      fc.boolean(),
      (obstacles, anchor, rtl, aligned) => {
        const found = place(room, { anchor, obstacles, rtl }, badge, aligned);
        const { width, height } = badge[found!.look]!;
        // Half a pixel into a box of text touches no letter.
        const inset = found!.overlap === 0 ? 0.5 : 0;
        const mine = at(found!.left, found!.top + inset, width, height - 2 * inset);
        const covered = obstacles.reduce((sum, obstacle) => sum + overlapArea(mine, obstacle), 0);
        expect(covered).toBeCloseTo(found!.overlap, 5);
        expect(mine.left).toBeGreaterThanOrEqual(room.left);
        expect(mine.right).toBeLessThanOrEqual(room.right);
        expect(mine.top).toBeGreaterThanOrEqual(room.top);
        expect(mine.bottom).toBeLessThanOrEqual(room.bottom);
      },
    ),
  );
});
