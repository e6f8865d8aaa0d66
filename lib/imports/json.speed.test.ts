/** Snapshots that would be slow to refuse: apart from the others, since they are millions of characters each. */
import { expect, test } from 'vitest';
import { readSnapshot } from './json.ts';

test.each([
  ['a text of ten million letters', `{"format":"keyholder.snapshot","id":"${'x'.repeat(10_000_000)}"}`, 'too-large'],
  ['escaped quotes', `{"format":"keyholder.snapshot","id":"${'\\"'.repeat(100_000)}"}`, 'too-large'],
  ['many short texts', `[${'"\\\\",'.repeat(100_000)}""]`, 'not-a-snapshot'],
  ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep'],
])('%s: refused at once', async (_, text, message) => {
  const before = performance.now();
  const { rejections } = await readSnapshot(text);
  // A bound for what is quadratic, not for a slow machine.
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(rejections.map((each) => each.message)).toEqual([message]);
});
