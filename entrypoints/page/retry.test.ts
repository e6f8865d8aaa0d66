import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Retry } from './retry.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** After which waits it tried, with a message lost at every try. */
function waits(retry: (again: () => void) => Retry, tries: number): number[] {
  const at: number[] = [];
  const one = retry(() => {
    at.push(Date.now());
    one.lost();
  });
  const since = Date.now();
  one.lost();
  while (at.length < tries) vi.advanceTimersToNextTimer();
  one.stop();
  return at.map((time, index) => time - (at[index - 1] ?? since));
}

test('tries are further and further apart, and never more than fifteen seconds', () => {
  expect(waits((again) => new Retry(again), 8)).toEqual([250, 500, 1_000, 2_000, 5_000, 15_000, 15_000, 15_000]);
});

test('messages that are lost together are one failure', () => {
  let tries = 0;
  const retry = new Retry(() => (tries += 1));
  for (let round = 1; round <= 2; round += 1) {
    for (let message = 0; message < 3; message += 1) retry.lost();
    vi.advanceTimersByTime(250 * round);
    expect(tries).toBe(round);
  }
});

test('after a message that came through the next failure is a first one', () => {
  let tries = 0;
  const retry = new Retry(() => (tries += 1));
  for (let failure = 1; failure <= 10; failure += 1) {
    retry.lost();
    vi.advanceTimersByTime(250);
    expect(tries).toBe(failure);
    retry.worked();
  }
});

test('nothing is tried once it was stopped, and it may begin again', () => {
  let tries = 0;
  const retry = new Retry(() => (tries += 1));
  retry.lost();
  retry.stop();
  vi.advanceTimersByTime(60_000);
  expect(tries).toBe(0);
  retry.lost();
  vi.advanceTimersByTime(500);
  expect(tries).toBe(1);
});
