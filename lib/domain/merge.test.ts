import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact, Field, Source } from './facts.ts';
import { belief, latest, sources } from './facts.ts';
import { conflictsOf, generationFields, type MergeableOf, mergedFields, mergeRecord, withChoice } from './merge.ts';
import { newGeneration, newKey, newMembership, newUser, newWorkspace } from './new-records.ts';
import type { KeyRecord, MembershipRecord, UserRecord, WorkspaceRecord } from './records.ts';

const runs = { numRuns: 1000 };
const now = '2026-05-01T00:00:00.000Z';
const instant = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z');

const field = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Field<T>> =>
  fc
    .array(
      fc.record({
        value: fc.option(value),
        source: fc.constantFrom(...sources),
        at: instant,
        adapter: fc.constant(null),
      }),
      {
        maxLength: 3,
      },
    )
    .map((facts) => Object.fromEntries(facts.map((fact) => [fact.source, fact])) as Field<T>);

const text = field(fc.constantFrom('a', 'b', 'c'));
const fieldsOf = <T extends object>(base: T, names: readonly string[]): fc.Arbitrary<T> =>
  fc.record(Object.fromEntries(names.map((name) => [name, text]))).map((fields) => ({ ...base, ...fields }));

const workspace = fieldsOf<WorkspaceRecord>(newWorkspace('w', 'us', 'o'), mergedFields.workspaces);
const user = fieldsOf<UserRecord>(newUser('u', 'us', 'o'), mergedFields.users);
const membership = fc
  .tuple(fieldsOf<MembershipRecord>(newMembership('us', 'u', 'w'), mergedFields.memberships), fc.option(instant))
  .map(([record, lastAdminAt]) => ({ ...record, lastAdminAt }));
const generation = fc
  .tuple(fieldsOf(newGeneration(1), generationFields), fc.integer({ min: 1, max: 3 }), fc.option(instant))
  .map(([record, number, lastSeenAt]) => ({ ...record, number, lastSeenAt }));
const key = fc
  .tuple(
    fieldsOf<KeyRecord>(newKey('k', 'us', 'w', 'production'), mergedFields.keys),
    fc.uniqueArray(generation, { minLength: 1, maxLength: 3, selector: ({ number }) => number }),
  )
  .map(([record, generations]) => ({
    ...record,
    generations: generations.sort((a, b) => a.number - b.number),
  }));

const stores = [
  ['workspaces', workspace],
  ['users', user],
  ['memberships', membership],
  ['keys', key],
] as [keyof MergeableOf, fc.Arbitrary<MergeableOf[keyof MergeableOf]>][];

describe.each(stores)('%s: laws', (store, record) => {
  test('twice is once, and nothing new is nothing written', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(mergeRecord(store, a, a)).toBe(a);
        const once = mergeRecord(store, a, b);
        expect(mergeRecord(store, once, b)).toBe(once);
        expect(mergeRecord(store, once, a)).toBe(once);
      }),
      runs,
    );
  });

  test('the order does not matter', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(mergeRecord(store, a, b)).toEqual(mergeRecord(store, b, a));
        expect(mergeRecord(store, mergeRecord(store, a, b), c)).toEqual(
          mergeRecord(store, a, mergeRecord(store, b, c)),
        );
      }),
      runs,
    );
  });

  test('each field that both know otherwise is a conflict, and no other', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const found = new Map(conflictsOf(store, a, b).map((conflict) => [conflict.field as string, conflict]));
        const known = (of: object, name: string): unknown => {
          const value = (of as Record<string, Field<unknown>>)[name];
          return (name === 'status' ? latest(value) : belief(value)?.fact)?.value ?? null;
        };
        const pairs: [string, object, object, object][] = mergedFields[store].map((name) => [
          name,
          a,
          b,
          mergeRecord(store, a, b),
        ]);
        const merged = mergeRecord(store, a, b);
        if (store === 'keys') {
          const current = (of: object) => (of as KeyRecord).generations.at(-1)!;
          if (current(a).number === current(b).number) {
            for (const name of generationFields) pairs.push([name, current(a), current(b), current(merged)]);
          }
        }
        const names = pairs.filter(([name, x, y]) => {
          const [mine, other] = [known(x, name), known(y, name)];
          return mine !== null && other !== null && mine !== other;
        });
        expect([...found.keys()].sort()).toEqual(names.map(([name]) => name).sort());
        for (const [name, x, y, merged] of names) {
          const { ours, theirs, winner } = found.get(name)!;
          expect(ours.value).toBe(known(x, name));
          expect(theirs.value).toBe(known(y, name));
          // The winner is what is believed, unless a third saying of either came out on top.
          if (known(merged, name) === theirs.value) expect(winner).toBe('theirs');
          if (known(merged, name) === ours.value) expect(winner).toBe('ours');
        }
      }),
      runs,
    );
  });

  test('what was chosen is believed, whoever won', () => {
    fc.assert(
      fc.property(record, record, fc.constantFrom('ours' as const, 'theirs' as const), (a, b, side) => {
        const conflicts = conflictsOf(store, a, b);
        let merged = mergeRecord(store, a, b);
        for (const conflict of conflicts) merged = withChoice(store, merged, conflict, side, now);
        expect(conflictsOf(store, merged, side === 'ours' ? a : b)).toEqual([]);
      }),
      runs,
    );
  });
});

const fact = <T>(value: T, source: Source, at: string): Field<T> => ({
  [source]: { value, source, at, adapter: null } satisfies Fact<T>,
});

test('a later secret counts, and is no disagreement', () => {
  const base = newKey('k', 'us', 'w', 'production');
  const old = { ...base, generations: [{ ...newGeneration(1), hint: fact('9f3c', 'entered', now) }] };
  const next = { ...base, generations: [{ ...newGeneration(2), hint: fact('0012', 'import', now) }] };
  expect(conflictsOf('keys', old, next)).toEqual([]);
  expect(mergeRecord('keys', old, next).generations.map(({ number }) => number)).toEqual([1, 2]);
  expect(mergeRecord('keys', next, old).generations.map(({ number }) => number)).toEqual([1, 2]);
});

test('who is entered outweighs what a page says, and both are told', () => {
  const base = newWorkspace('w', 'us', 'o');
  const ours = { ...base, name: fact('EMEA', 'entered', '2026-01-01T00:00:00.000Z') };
  const theirs = { ...base, name: fact('EMEA Sales', 'page', '2026-02-01T00:00:00.000Z') };
  expect(conflictsOf('workspaces', ours, theirs)).toMatchObject([{ field: 'name', winner: 'ours' }]);
  expect(conflictsOf('workspaces', theirs, ours)).toMatchObject([{ field: 'name', winner: 'theirs' }]);
  expect(mergeRecord('workspaces', ours, theirs).name).toEqual({ ...ours.name, ...theirs.name });
});

test('a choice that is believed already writes nothing', () => {
  const base = newKey('k', 'us', 'w', 'production');
  const ours = {
    ...base,
    label: fact('a', 'entered', now),
    generations: [{ ...newGeneration(1), hint: fact('1', 'entered', now) }],
  };
  const theirs = {
    ...base,
    label: fact('b', 'page', now),
    generations: [{ ...newGeneration(1), hint: fact('2', 'page', now) }],
  };
  for (const conflict of conflictsOf('keys', ours, theirs)) {
    expect(withChoice('keys', ours, conflict, 'ours', now)).toBe(ours);
  }
});

test('the last time that somebody was seen as Admin, and a key on its page, is the later of both', () => {
  const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
  const seenAsAdmin = (lastAdminAt: string | null) => ({ ...newMembership('us', 'u', 'w'), lastAdminAt });
  const seen = (lastSeenAt: string | null) => ({
    ...newKey('k', 'us', 'w', 'production'),
    generations: [{ ...newGeneration(1), lastSeenAt }],
  });
  for (const [a, b] of [
    [early, late],
    [late, early],
    [null, late],
    [late, null],
  ] as const) {
    expect(mergeRecord('memberships', seenAsAdmin(a), seenAsAdmin(b)).lastAdminAt).toBe(late);
    expect(mergeRecord('keys', seen(a), seen(b)).generations).toEqual(seen(late).generations);
  }
});

test('a choice about a secret is filed with that secret, and the ones before it stay as they were', () => {
  const before = [1, 2].map((number) => ({
    ...newGeneration(number),
    hint: fact(`000${number}`, 'entered', '2026-01-01T00:00:00.000Z'),
  }));
  const withHint = (hint: string, at: string): KeyRecord => ({
    ...newKey('k', 'us', 'w', 'production'),
    generations: [...before, { ...newGeneration(3), hint: fact(hint, 'entered', at) }],
  });
  const ours = withHint('aaaa', '2026-01-01T00:00:00.000Z');
  const theirs = withHint('bbbb', '2026-02-01T00:00:00.000Z');
  const [conflict] = conflictsOf('keys', ours, theirs);
  expect(conflict).toMatchObject({ field: 'hint', winner: 'theirs' });
  const chosen = withChoice('keys', mergeRecord('keys', ours, theirs), conflict!, 'ours', now);
  expect(chosen.generations).toEqual([
    ...before,
    { ...newGeneration(3), hint: { entered: { value: 'aaaa', source: 'entered', at: now, adapter: null } } },
  ]);
});
