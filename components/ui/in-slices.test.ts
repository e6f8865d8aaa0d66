import { expect, test } from 'vitest';
import { fileInSlices, inSlices, stepsInSlices } from './in-slices.ts';

/** Takes the processor for longer than a slice may. */
function work(): void {
  for (const end = performance.now() + 12; performance.now() < end;);
}

test('others have a turn between slices, and the result is the whole', async () => {
  let turns = 0;
  let over = false;
  const others = (): void => {
    turns += 1;
    if (!over) setTimeout(others);
  };
  setTimeout(others);
  const steps = (function* () {
    for (let at = 0; at < 5; at += 1) {
      work();
      yield;
    }
    return 'done';
  })();
  expect(await stepsInSlices(steps)).toBe('done');
  over = true;
  expect(turns).toBeGreaterThan(2);
});

test('who cancels gets nothing more, and is told why', async () => {
  const control = new AbortController();
  const seen: number[] = [];
  const things = (function* () {
    for (let at = 0; at < 100; at += 1) {
      work();
      seen.push(at);
      yield at;
    }
  })();
  const counts: number[] = [];
  const onSlice = (count: number): void => {
    counts.push(count);
    control.abort(new Error('enough'));
  };
  await expect(inSlices(things, { signal: control.signal, onSlice })).rejects.toThrow('enough');
  expect(counts).toEqual([1]);
  expect(seen).toEqual([0]);
});

test('a file is what its texts are, however long they are', async () => {
  const texts = ['', 'ä', 'x'.repeat(300_000), '😀', 'y'.repeat(600_000), 'end'];
  const counts: number[] = [];
  const file = await fileInSlices(texts, 'text/plain', { onSlice: (count) => counts.push(count) });
  expect(file.type).toBe('text/plain');
  expect(await file.text()).toBe(texts.join(''));
  expect(await (await fileInSlices([], 'text/plain')).text()).toBe('');
});
