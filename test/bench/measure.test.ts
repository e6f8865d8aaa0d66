import { expect, test } from 'vitest';
import { growth, inTurns, timingOf } from './measure.ts';

test('a median stands in its interval, whatever the order of the times', () => {
  const { median, low, high, runs } = timingOf([9, 1, 5, 3, 7, 2, 8, 4, 6]);
  expect([median, runs]).toEqual([5, 9]);
  expect(low).toBeLessThan(5);
  expect(high).toBeGreaterThan(5);
  expect(timingOf([4]).median).toBe(4);
  expect(timingOf([4, 6]).median).toBe(5);
});

test('works take turns, and the first round does not count', async () => {
  const order: string[] = [];
  const { a } = await inTurns({ a: () => order.push('a'), b: () => order.push('b') }, 3);
  expect(order.join('')).toBe('abababab');
  expect(a.runs).toBe(3);
});

test('growth is 10 in line, 100 where it is squared', () => {
  expect(
    growth([
      { size: 100, ms: 1 },
      { size: 10_000, ms: 100 },
    ]),
  ).toBeCloseTo(10);
  expect(
    growth([
      { size: 100, ms: 1 },
      { size: 1000, ms: 100 },
    ]),
  ).toBeCloseTo(100);
});
