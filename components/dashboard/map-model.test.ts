import fc from 'fast-check';
import { expect, test } from 'vitest';
import { northwind, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import { createEstate, type KeyRow } from '../ui/estate.ts';
import { flowOf, keysOf, placesOf, rateRowsOf, ribbonsOf, timelineOf } from './map-model.ts';

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

test('whatever is put together: every living key is counted once on each side and in one link', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 12 }), (given, most) => {
      const flow = flowOf(rowsOf(given), new Set(['k0', 'k3']), most);
      const sum = (amounts: readonly { production: number; sandbox: number }[]): number =>
        amounts.reduce((all, each) => all + keysOf(each), 0);
      const dying = given.length > 3 ? 2 : Math.min(given.length, 1);
      expect([sum(flow.workspaces), sum(flow.owners), sum(flow.links)]).toEqual([
        given.length,
        given.length,
        given.length,
      ]);
      expect(flow.links.reduce((all, link) => all + link.dying, 0)).toBe(dying);
      // One more than asked, instead of a "1 more" that would take the same room; and those without owner beside the rest.
      expect(flow.workspaces.length).toBeLessThanOrEqual(most + 1);
      expect(flow.owners.length).toBeLessThanOrEqual(most + 2);
      for (const { kind, things } of [...flow.workspaces, ...flow.owners])
        expect(kind === 'rest' ? things > 1 : things === 1).toBe(true);
    }),
  );
});

test('nothing overlaps, and ribbons fill their ends exactly', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const flow = flowOf(rowsOf(given), new Set(), 8);
      const left = placesOf(flow.workspaces, 400);
      const right = placesOf(flow.owners, 400);
      let end = -1;
      for (const { top, height } of left.places.values()) {
        expect(top).toBeGreaterThan(end);
        end = top + height;
      }
      const ribbons = ribbonsOf(flow, left.places, right.places);
      for (const node of flow.owners) {
        const ends = ribbons.filter(({ link }) => link.owner === node.id).map(({ to }) => to.height);
        expect(ends.reduce((all, each) => all + each, 0)).toBeCloseTo(right.places.get(node.id)!.height, 6);
      }
    }),
  );
});

test('what dies is shown, however little it is', () => {
  const crowd = Array.from({ length: 40 }, (_, index): [number, number, 'production'] => [
    index % 20,
    index % 20,
    'production',
  ]);
  const flow = flowOf(rowsOf([...crowd, [99, 99, 'sandbox']]), new Set(['k40']), 3);
  expect(flow.workspaces[0]).toMatchObject({ id: 'w99', dying: 1 });
  expect(flow.owners[0]).toMatchObject({ id: 'u99', dying: 1 });
});

test('concentration is told of production keys alone', () => {
  const flow = flowOf(
    rowsOf([
      [1, 1, 'production'],
      [2, 1, 'production'],
      [3, 2, 'production'],
      [4, null, 'production'],
      [5, 2, 'sandbox'],
    ]),
    new Set(),
    9,
  );
  expect(flow.most).toMatchObject({ user: { id: 'u1' }, production: 2, share: 0.5 });
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
  const flow = flowOf(many, new Set(), 14);
  expect(flow.links.length).toBeLessThanOrEqual(15 * 16);
  expect(performance.now() - begun).toBeLessThan(1500);
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
  const { rows, silent } = rateRowsOf(organization!);
  const owners = new Set(
    organization!.mapping.keys.filter(({ status }) => isLiving(status)).flatMap(({ ownerId }) => ownerId ?? []),
  );
  expect(rows.length + silent).toBe(owners.size);
  expect(rows.map(({ use }) => use.use)).toEqual([...rows.map(({ use }) => use.use)].sort((a, b) => b! - a!));
});
