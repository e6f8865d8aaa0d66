import { expect, test } from 'vitest';
import fc from 'fast-check';
import { wellFormed } from './snapshot.ts';
import { finish, mapInSteps } from './steps.ts';

test('a list in steps is mapped as at once, and stops now and then', () => {
  const rows = Array.from({ length: 1_001 }, (_, at) => at);
  expect(finish(mapInSteps(rows, (row) => row * 2))).toEqual(rows.map((row) => row * 2));
  const pauses = [...mapInSteps(rows, String)];
  expect(pauses.length).toBeGreaterThan(2);
  expect([...mapInSteps([1, 2], String)]).toEqual([]);
});

test('what is well-formed comes back as it is, and nothing else is left of what is not', () => {
  const good = { a: ['x', { b: '😀' }], c: null, d: 1 };
  expect(wellFormed(good)).toBe(good);
  expect(wellFormed({ ok: 'x', bad: ['a\ud800'], 'n\udfff': { deep: '\udc00b' } })).toEqual({
    ok: 'x',
    bad: ['a\ufffd'],
    'n\ufffd': { deep: '\ufffdb' },
  });
  fc.assert(
    fc.property(
      fc.jsonValue({ stringUnit: 'binary' }),
      fc.constantFrom('\ud800', '\udfffx', 'plain'),
      (value, text) => {
        const made = wellFormed({ value, text });
        expect(JSON.stringify(made).isWellFormed()).toBe(true);
        expect(JSON.stringify(made)).not.toMatch(/\\ud[89a-f]/);
        expect(made.text).toBe(text.toWellFormed());
      },
    ),
  );
});
