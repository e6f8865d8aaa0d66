import fc from 'fast-check';
import { expect, test } from 'vitest';
import { northwind, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import { createEstate, type KeyRow } from '../ui/estate.ts';
import { impact } from '../../lib/domain/impact.ts';
import {
  concentrationsOf,
  type EstateMap,
  fateOf,
  type Fates,
  fatesOf,
  heightOf,
  keysOf,
  type Level,
  levels,
  mapOf,
  noFates,
  placesOf,
  rateRowsOf,
  ribbonsOf,
  timelineOf,
} from './map-model.ts';

const estate = createEstate(sampleServices(recordsOf([northwind], sampleNow)));
await estate.load();
const [first] = estate.rows.value;

/** Rows of many workspaces and owners, made from one. */
const rowsOf = (
  pairs: readonly [workspace: number, owner: number | null, type: 'production' | 'sandbox'][],
): KeyRow[] =>
  pairs.map(([workspace, owner, type], index) => ({
    ...first!,
    id: `k${index}`,
    key: { ...first!.key, id: `k${index}`, type, status: 'active' },
    workspace: { ...first!.workspace, id: `w${workspace}`, name: `Workspace ${workspace}` },
    owner:
      owner === null
        ? null
        : {
            id: `u${owner}`,
            pandadocId: null,
            email: `u${owner}@x.example`,
            name: null,
            kind: null,
            orgAdmin: null,
            license: null,
            status: 'active',
          },
  }));

const pairs = fc.array(
  fc.tuple(fc.nat(30), fc.option(fc.nat(30)), fc.constantFrom('production' as const, 'sandbox' as const)),
  { maxLength: 80 },
);

const ofEach = (most: number): Record<Level, number> => ({
  organization: most,
  workspace: most,
  key: most,
  owner: most,
});
const stops = (...ids: string[]): Fates => new Map(ids.map((id) => [id, 'dies']));
const namesOn = (map: EstateMap, level: Level): string[] => map.levels[level].map(({ id }) => id);

test('whatever is put together: every key is counted once on each level and in one link to the next', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 12 }), fc.nat(8), (given, most, dead) => {
      const rows = rowsOf(given).map((row, index) =>
        index < dead ? { ...row, key: { ...row.key, status: 'revoked' as const } } : row,
      );
      const map = mapOf(rows, stops('k0', 'k3'), ofEach(most));
      const dying = given.length > 3 ? 2 : Math.min(given.length, 1);
      for (const counted of [...levels.map((level) => map.levels[level]), ...map.links]) {
        expect(counted.reduce((all, each) => all + keysOf(each), 0)).toBe(given.length);
        expect(counted.reduce((all, each) => all + each.dead, 0)).toBe(Math.min(dead, given.length));
        expect(counted.reduce((all, each) => all + fateOf(each, 'dies'), 0)).toBe(dying);
      }
      for (const level of levels) {
        // One more than asked, instead of a "1 more" that would take the same room; and those without owner beside the rest.
        expect(map.levels[level].length).toBeLessThanOrEqual(most + (level === 'owner' ? 2 : 1));
        for (const { kind, things } of map.levels[level])
          expect(kind === 'rest' ? things > 1 : things === 1).toBe(true);
      }
    }),
  );
});

test('nothing overlaps, the picture is as high as its fullest level, and ribbons fill their ends exactly', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const map = mapOf(rowsOf(given), noFates, ofEach(8));
      const height = heightOf(map);
      const places = new Map(levels.map((level) => [level, placesOf(map.levels[level], height)]));
      for (const level of levels) {
        let end = -1;
        for (const { top, height: own } of places.get(level)!.values()) {
          expect(top).toBeGreaterThan(end);
          end = top + own;
        }
        if (given.length > 0) expect(end).toBeCloseTo(height, 6);
      }
      for (const [at, links] of map.links.entries()) {
        const right = places.get(levels[at + 1]!)!;
        const ribbons = ribbonsOf(links, places.get(levels[at]!)!, right);
        for (const node of map.levels[levels[at + 1]!]) {
          const ends = ribbons.filter(({ link }) => link.to === node.id).map(({ to }) => to.height);
          expect(ends.reduce((all, each) => all + each, 0)).toBeCloseTo(right.get(node.id)!.height, 6);
        }
      }
    }),
  );
});

test('what an act stops is shown, however little it is', () => {
  const crowd = Array.from({ length: 40 }, (_, index): [number, number, 'production'] => [
    index % 20,
    index % 20,
    'production',
  ]);
  const map = mapOf(rowsOf([...crowd, [99, 99, 'sandbox']]), stops('k40'), ofEach(3));
  expect([map.levels.workspace[0], map.levels.key[0], map.levels.owner[0]]).toMatchObject([
    { id: 'w99', fates: { dies: 1 } },
    { id: 'k40', fates: { dies: 1 } },
    { id: 'u99', fates: { dies: 1 } },
  ]);
});

test('the heaviest have a place of their own; their keys stand together and the rest is counted last', () => {
  const map = mapOf(
    rowsOf([
      [5, 5, 'production'],
      [6, 6, 'production'],
      [7, 7, 'production'],
      [1, 1, 'sandbox'],
      [1, 1, 'production'],
      [1, 1, 'production'],
      [2, 1, 'production'],
      [2, null, 'production'],
    ]),
    noFates,
    ofEach(2),
  );
  expect(namesOn(map, 'workspace')).toEqual(['w1', 'w2', 'rest']);
  expect(namesOn(map, 'key')).toEqual(['k4', 'k5', 'rest']);
  expect(namesOn(map, 'owner')).toEqual(['u1', 'u5', 'nobody', 'rest']);
  expect(map.levels.key[2]).toMatchObject({ things: 6, production: 5, sandbox: 1 });
});

test('a key that several lists of an impact name is told by the worst', () => {
  const { index, policy } = estate.organizations.value[0]!;
  const removal = impact(
    index,
    { kind: 'remove', users: ['u-dana'], scope: { workspaces: ['w-na'] } },
    sampleNow,
    policy,
  );
  expect(fatesOf({ ...removal, dies: ['a'], narrows: ['b'], replaced: ['c'], untouched: ['a', 'd'] })).toEqual(
    new Map([
      ['a', 'dies'],
      ['b', 'narrows'],
      ['c', 'replaced'],
      ['d', 'untouched'],
      ...removal.mayOwn.map(({ keyId }) => [keyId, 'may-stop'] as const),
    ]),
  );
});

test('concentration is told of living production keys alone, and of each organization for itself', () => {
  const rows = rowsOf([
    [1, 1, 'production'],
    [2, 1, 'production'],
    [3, 1, 'production'],
    [4, 2, 'production'],
    [5, null, 'production'],
    [6, 2, 'sandbox'],
    [7, 2, 'production'],
  ]);
  rows[6] = { ...rows[6]!, key: { ...rows[6]!.key, status: 'presumed-dead' } };
  const other = rowsOf([[9, 9, 'production']]).map((row) => ({
    ...row,
    organization: { ...row.organization, id: 'other' },
  }));
  const [spread, alone] = concentrationsOf([...rows, ...other]);
  expect(spread).toMatchObject({ production: 5, most: { user: { id: 'u1' }, production: 3 } });
  expect([...spread!.heavy]).toEqual(['u1']);
  expect(alone).toMatchObject({ production: 1, most: { user: { id: 'u9' }, production: 1 } });
  expect(alone!.heavy.size).toBe(0);
});

test('ten thousand keys of a thousand workspaces are drawn as a few shapes, at once', () => {
  const many = rowsOf(
    Array.from({ length: 10_000 }, (_, index): [number, number, 'production'] => [
      index % 1000,
      index % 700,
      'production',
    ]),
  );
  const begun = performance.now();
  const map = mapOf(many, noFates, ofEach(14));
  concentrationsOf(many);
  const taken = performance.now() - begun;
  expect(map.links.flat().length).toBeLessThanOrEqual(3 * 15 * 16);
  expect(taken).toBeLessThan(1000);
});

test('the timeline counts every living key once, in the month its policy names', () => {
  const bars = timelineOf(estate.rows.value, sampleNow);
  const living = estate.rows.value.filter(({ key }) => isLiving(key.status)).length;
  expect(bars.reduce((all, bar) => all + bar.production + bar.sandbox, 0)).toBe(living);
  const [row] = rowsOf([[1, 1, 'production']]);
  const due = (createdOn: string | null, rotationDays: number | null): string =>
    timelineOf(
      [{ ...row!, key: { ...row!.key, createdOn, rotatedOn: null, rotationDays, provenance: {}, verifiedOn: null } }],
      sampleNow,
    ).find((bar) => bar.production === 1)!.id;
  expect(due('2026-11-20', 90)).toBe('2027-02');
  expect(due('2026-01-01', 90)).toBe('overdue');
  expect(due('2026-11-20', 700)).toBe('later');
  expect(due('2026-11-20', 0)).toBe('never');
  expect(due(null, 90)).toBe('unknown');
});

test('limits: fullest first, and who declares nothing is counted', () => {
  const [organization] = estate.organizations.value;
  const { rows, silent } = rateRowsOf(estate.organizations.value);
  const owners = new Set(
    organization!.mapping.keys.filter(({ status }) => isLiving(status)).flatMap(({ ownerId }) => ownerId ?? []),
  );
  expect(rows.length + silent).toBe(owners.size);
  expect(rows.map(({ use }) => use.use)).toEqual([...rows.map(({ use }) => use.use)].sort((a, b) => b! - a!));
});
