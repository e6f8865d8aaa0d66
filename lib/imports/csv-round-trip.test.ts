import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySource, anyText, promised, recordsOf, sourceOf } from '../../test/fixtures/csv/mappings.ts';
import { Draft, noRecords, type RecordMaps } from '../domain/draft.ts';
import { cellOf, joinDemand, joinParts, splitDemand, splitParts, textOfCell } from '../domain/mapping-csv.ts';
import { valueText } from '../domain/facts.ts';
import { mappingCsv } from '../exports/csv.ts';
import { readMappingCsv } from './csv.ts';
import { type CsvImportPlan, planCsvImport } from './plan-csv-import.ts';

let ids = 0;
/** In no order, as real ids are. */
const newId = (): string => {
  ids += 1;
  return `${((ids * 7919) % 10_007).toString(36)}-${ids}`;
};

/** Imports into a copy of the records, as the repository does. */
function imported(
  maps: RecordMaps,
  text: string | Uint8Array,
  now: string,
): { maps: RecordMaps; plan: CsvImportPlan; changes: number } {
  const { csv, rejections } = readMappingCsv(text);
  const draft = new Draft(maps);
  const plan = planCsvImport(draft, csv!, null, rejections, now, newId);
  const after = Object.fromEntries(
    Object.entries(maps).map(([store, map]) => [store, new Map(map as Map<string, unknown>)]),
  ) as unknown as RecordMaps;
  const changes = draft.changes();
  for (const { store, id, after: record } of changes) (after[store] as Map<string, unknown>).set(id, record);
  return { maps: after, plan, changes: changes.length };
}

const first = '2026-05-01T10:00:00.000Z';
const second = '2026-05-02T10:00:00.000Z';

test('a text as a cell is never a formula and comes back as it was', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const cell = cellOf(text);
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      expect(cell).not.toMatch(/^[\t\r\n]/);
      expect(textOfCell(cell)).toBe(text.toWellFormed());
    }),
    { numRuns: 5000 },
  );
});

test('parts and demands come back from their cells', { timeout: 60_000 }, () => {
  const part = anyText.map((text) => text.trim()).filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      expect(splitParts(joinParts(parts))).toEqual(parts);
      const demand = Object.fromEntries(parts.filter((name) => name !== '__proto__').map((name, n) => [name, n * 1.5]));
      expect(splitDemand(joinDemand(demand))).toEqual(demand);
    }),
    { numRuns: 2000 },
  );
});

test(
  'export, then import on another machine: all that the format promises is there; the second time nothing changes',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const text = mappingCsv(source);
        const once = imported(noRecords(), text, first);
        expect(once.plan.rejections).toEqual([]);
        expect(once.plan.added).toBe(source.keys.length);
        if (source.keys.length === 0) return void expect(once.changes).toBe(0);
        const again = sourceOf(once.maps, once.plan.organizationId);
        expect(promised(again)).toEqual(promised(source));

        const twice = imported(once.maps, text, second);
        expect(twice.changes).toBe(0);
        expect(twice.plan).toMatchObject({ added: 0, changed: 0, unchanged: source.keys.length, rejected: 0 });
        expect(twice.plan).toMatchObject({ workspaces: 0, users: 0, memberships: 0 });
      }),
      { numRuns: 1000 },
    );
  },
);

test('export, then import where it came from: nothing changes', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const { plan, changes } = imported(recordsOf(source), mappingCsv(source), first);
      expect(plan.rejections).toEqual([]);
      expect(changes).toBe(0);
      expect(plan).toMatchObject({ added: 0, changed: 0, unchanged: source.keys.length });
    }),
    { numRuns: 1000 },
  );
});

test('importing any file of ours into any other mapping: the second time changes nothing', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anySource, anySource, (source, other) => {
      const text = mappingCsv(source);
      const once = imported(recordsOf({ ...other, region: source.region }), text, first);
      const twice = imported(once.maps, text, second);
      expect(twice.changes).toBe(0);
      expect(twice.plan).toMatchObject({ added: 0, changed: 0, rejected: once.plan.rejected });
      expect(twice.plan.unchanged).toBe(once.plan.added + once.plan.changed + once.plan.unchanged);
    }),
    { numRuns: 1000 },
  );
});

/** Tables as people make them: few values, so that rows meet, contradict and repeat each other. */
const loose = {
  region: fc.constantFrom('us', 'eu'),
  organization: fc.constantFrom('', '', 'Northwind', 'northwind', 'Contoso'),
  workspace: fc.constantFrom('Sales', 'sales ', 'Legal', ''),
  workspace_id: fc.constantFrom('', '', 'W1', 'W2', '(unknown)'),
  workspace_kind: fc.constantFrom('', 'service', 'standard', '(unknown)', 'odd'),
  key_type: fc.constantFrom('production', 'production', 'sandbox', ''),
  key_label: fc.constantFrom('', '', 'a', 'b', '(unknown)'),
  key_hint: fc.constantFrom('', '', '1111', '2222', '(unknown)', '12345'),
  key_status: fc.constantFrom('', '', 'active', 'revoked', '(unknown)'),
  owner_email: fc.constantFrom('', '', 'a@x.example', 'A@x.example', 'b@x.example', '(unknown)'),
  owner_name: fc.constantFrom('', 'Ann', 'Bob', '(unknown)'),
  owner_user_id: fc.constantFrom('', '', 'U1', 'U2', '(unknown)'),
  owner_type: fc.constantFrom('', 'person', 'service-account', '(unknown)'),
  owner_role: fc.constantFrom('', 'Admin', 'Member', '(unknown)'),
  created_on: fc.constantFrom('', '', '2026-01-01', '2026-01-02', '(unknown)', '1/2/2026'),
  notes: fc.constantFrom('', '', 'x', 'y', '(unknown)'),
};
const columns = Object.keys(loose);
const looseRow = fc.record(loose).map((row) => columns.map((column) => row[column as keyof typeof row]).join(','));
const looseFile = fc.array(looseRow, { maxLength: 7 }).map((rows) => [columns.join(','), ...rows].join('\n'));

test(
  'any two tables, one after the other: the second time the last one changes nothing but what it rejects again',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(looseFile, looseFile, (before, file) => {
        const base = imported(noRecords(), before, first);
        const once = imported(base.maps, file, second);
        const twice = imported(once.maps, file, '2026-05-03T10:00:00.000Z');
        fc.pre(valueText(twice.plan.rejections) === valueText(once.plan.rejections));
        expect(twice.changes).toBe(0);
      }),
      { numRuns: 3000 },
    );
  },
);

test('rows that are rejected leave no trace', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(looseFile, looseFile, (before, file) => {
      const { maps } = imported(noRecords(), before, first);
      const all = imported(maps, file, second);
      const rejected = new Set(all.plan.rejections.map(({ where }) => Number(where)));
      const without = file.split('\n').filter((_, index) => !rejected.has(index + 1));
      const only = imported(maps, without.join('\n'), second);
      // What the rest says is the same, and nothing of the others is there.
      expect(only.plan.rejected).toBe(0);
      const counts = ({ plan }: typeof all): unknown => [
        plan.added,
        plan.changed,
        plan.unchanged,
        plan.workspaces,
        plan.users,
        plan.memberships,
      ];
      expect(counts(only)).toEqual(counts(all));
    }),
    { numRuns: 2000 },
  );
});
