import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { belief, believed, type Fact, type Field, latest, mergeFields, sources, valueText, withFact } from './facts.ts';
import { adopted, observed } from './say.ts';

const instants = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z'];
const aFact = fc.record({
  value: fc.option(fc.constantFrom('a', 'b', 'c', ''), { nil: null }),
  source: fc.constantFrom(...sources),
  at: fc.constantFrom(...instants),
  adapter: fc.constantFrom(null, 'members'),
}) as fc.Arbitrary<Fact<string>>;
const aField = fc.array(aFact, { maxLength: 6 }).map((facts) => facts.reduce<Field<string>>(withFact, {}));
const valuesOf = (field: Field<string>) =>
  sources.map((source) => field[source] && [field[source].value, field[source].at]);

const said = (value: string | null, source: Fact<string>['source'], day: number): Fact<string> => ({
  value,
  source,
  at: instants[day]!,
  adapter: null,
});

describe('a field of facts', () => {
  test('does not depend on the order in which things were said', () => {
    fc.assert(
      fc.property(fc.array(aFact, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (facts, order) => {
        const shuffled = [...facts].map((fact) => [order.next().value, fact] as const).sort((a, b) => a[0] - b[0]);
        const one = facts.reduce<Field<string>>(withFact, {});
        const other = shuffled.reduce<Field<string>>((field, [, fact]) => withFact(field, fact), {});
        expect(valuesOf(one)).toEqual(valuesOf(other));
        expect(believed(one)).toBe(believed(other));
        expect(latest(one)?.value).toBe(latest(other)?.value);
      }),
    );
  });

  test('merges commutatively, associatively, idempotently', () => {
    fc.assert(
      fc.property(aField, aField, aField, (a, b, c) => {
        expect(valuesOf(mergeFields(a, b))).toEqual(valuesOf(mergeFields(b, a)));
        expect(valuesOf(mergeFields(mergeFields(a, b), c))).toEqual(valuesOf(mergeFields(a, mergeFields(b, c))));
        expect(mergeFields(a, a)).toBe(a);
      }),
      { numRuns: 1000 },
    );
  });

  test('believes rank before time, time before value', () => {
    const field = [said('page', 'page', 2), said('entered', 'entered', 0)].reduce(withFact, {} as Field<string>);
    expect(believed(field)).toBe('entered');
    expect(believed(withFact(field, said('import', 'import', 1)))).toBe('import');
    const tie = [said('b', 'import', 1), said('a', 'entered', 1)].reduce(withFact, {} as Field<string>);
    expect(believed(tie)).toBe('b');
    // By the texts' own code units: quotes and escapes of another form have no say.
    for (const [less, greater] of [
      ['Admin', 'Admin!'],
      ['a"', 'aX'],
      ['a\n', 'a b'],
    ] as const) {
      const both = [said(greater, 'import', 1), said(less, 'entered', 1)].reduce(withFact, {} as Field<string>);
      expect(believed(both)).toBe(greater);
    }
    const cleared = [said(null, 'import', 1), said('z', 'entered', 1)].reduce(withFact, {} as Field<string>);
    expect(believed(cleared)).toBeNull();
    const word = [said(null, 'entered', 1), said('null', 'import', 1)].reduce(withFact, {} as Field<string>);
    expect(believed(word)).toBeNull();
    const [few, many] = [{ a: 1 }, { a: 2 }].map((value) => ({ ...said('', 'import', 1), value }));
    expect(believed(withFact(withFact({}, { ...few!, source: 'entered' }), many!))).toEqual({ a: 2 });
    expect(believed(withFact(withFact({}, { ...many!, source: 'entered' }), few!))).toEqual({ a: 2 });
    expect(believed({})).toBeNull();
    expect(believed(undefined)).toBeNull();
  });

  test('a lower rank that is newer and differs is a conflict; an older or equal one is none', () => {
    const entered = said('x', 'entered', 1);
    expect(belief(withFact({ entered }, said('y', 'page', 2)))?.conflict?.value).toBe('y');
    expect(belief(withFact({ entered }, said('y', 'page', 0)))?.conflict).toBeNull();
    expect(belief(withFact({ entered }, said('y', 'page', 1)))?.conflict).toBeNull();
    expect(belief(withFact({ entered }, said('x', 'page', 2)))?.conflict).toBeNull();
    const three = [said('y', 'page', 2), said('z', 'inferred', 2)].reduce(withFact, { entered } as Field<string>);
    expect(belief(three)?.conflict?.value).toBe('z');
  });

  test('states are the newest, whoever said it; at one moment the higher rank', () => {
    const field = [said('active', 'import', 1), said('removed', 'page', 2)].reduce(withFact, {} as Field<string>);
    expect(latest(field)?.value).toBe('removed');
    const tie = [said('removed', 'page', 2), said('active', 'entered', 2)].reduce(withFact, {} as Field<string>);
    expect(latest(tie)?.value).toBe('active');
    const equals = [said('a', 'import', 2), said('b', 'entered', 2)].reduce(withFact, {} as Field<string>);
    expect(latest(equals)?.value).toBe('b');
    const mirrored = [said('b', 'import', 2), said('a', 'entered', 2)].reduce(withFact, {} as Field<string>);
    expect(latest(mirrored)?.value).toBe('b');
    expect(latest({})).toBeNull();
    expect(latest(undefined)).toBeNull();
  });

  test('"cleared" is a saying, and the same object comes back when nothing is new', () => {
    const field = withFact({ entered: said('x', 'entered', 0) }, said(null, 'entered', 1));
    expect(believed(field)).toBeNull();
    expect(belief(field)?.fact.value).toBeNull();
    expect(withFact(field, said('x', 'entered', 0))).toBe(field);
    expect(withFact(field, said(null, 'entered', 1))).toBe(field);
    expect(withFact(undefined, said('x', 'page', 0))).toEqual({ page: said('x', 'page', 0) });
  });

  test('values are equal by content', () => {
    expect(valueText({ b: 1, a: [1, { c: null }] })).toBe(valueText({ a: [1, { c: null }], b: 1 }));
    expect(valueText({ b: 1, a: 2, c: 3 })).toBe(valueText({ c: 3, b: 1, a: 2 }));
    expect(valueText(undefined)).toBe('null');
    const different = [
      ...[['a', 'b'], ['b', 'a'], ['a,b'], ['a'], [], ['ab'], [['a'], 'b'], { 0: 'a' }, {}, { a: 1 }, { a: 2 }],
      ...[
        { b: 1 },
        { a: 1, b: 1 },
        { 'a":1,"b': 1 },
        { a: { b: 1 } },
        { a: ['b'] },
        [1, 2],
        [12],
        'a',
        '',
        '{}',
        '[]',
        null,
        1,
        '1',
      ],
    ];
    expect(new Set(different.map(valueText)).size).toBe(different.length);
  });
});

describe('saying something', () => {
  test('a page that shows what is believed writes nothing', () => {
    const field: Field<string> = { entered: said('x', 'entered', 0) };
    expect(observed(field, said('x', 'page', 1))).toBe(field);
    expect(observed(field, said('y', 'page', 1))).toEqual({ ...field, page: said('y', 'page', 1) });
    expect(observed({}, said(null, 'page', 1))).toEqual({});
  });

  test('a page that no longer contradicts takes its contradiction back', () => {
    const conflict: Field<string> = { entered: said('x', 'entered', 0), page: said('y', 'page', 1) };
    expect(belief(observed(conflict, said('x', 'page', 2)))?.conflict).toBeNull();
  });

  test('a page that still contradicts after a correction is a conflict again', () => {
    const field: Field<string> = { page: said('y', 'page', 0), entered: said('x', 'entered', 1) };
    expect(belief(field)?.conflict).toBeNull();
    expect(belief(observed(field, said('y', 'page', 2)))?.conflict?.value).toBe('y');
  });

  test('entering and importing what is believed changes nothing; anything else is believed from then on', () => {
    fc.assert(
      fc.property(
        aField,
        fc.constantFrom('a', 'b', null),
        fc.constantFrom('entered', 'import'),
        (field, value, source) => {
          const fact: Fact<string> = {
            value,
            source: source,
            at: '2027-01-01T00:00:00.000Z',
            adapter: null,
          };
          for (const resolution of ['rank', 'time'] as const) {
            const after = adopted(field, fact, resolution);
            expect((resolution === 'time' ? latest(after)?.value : believed(after)) ?? null).toBe(value);
            expect(adopted(after, { ...fact, at: '2027-01-02T00:00:00.000Z' }, resolution)).toBe(after);
          }
        },
      ),
    );
  });
});
