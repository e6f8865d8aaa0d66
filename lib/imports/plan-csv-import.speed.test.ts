/** How the cost of a plan grows with the file. */
import { expect, test } from 'vitest';
import { Draft, noRecords, type RecordMaps } from '../domain/draft.ts';
import { readMappingCsv } from './csv.ts';
import { planCsvImport } from './plan-csv-import.ts';

let ids = 0;
let clock = 0;

/** One import; what is there afterwards, and how many records it changed. */
function into(maps: RecordMaps, text: string): { maps: RecordMaps; changes: number } {
  const { csv, rejections } = readMappingCsv(text);
  const draft = new Draft(maps);
  const now = new Date(Date.UTC(2026, 4, 1) + (clock += 60_000)).toISOString();
  planCsvImport(draft, csv!, 'eu', rejections, now, () => `id${(ids += 1)}`);
  const after = Object.fromEntries(
    Object.entries(maps).map(([store, map]) => [store, new Map(map as Map<string, unknown>)]),
  ) as unknown as RecordMaps;
  const changes = draft.changes();
  for (const { store, id, after: record } of changes) (after[store] as Map<string, unknown>).set(id, record);
  return { maps: after, changes: changes.length };
}

test('ten thousand rows cost about ten times what a thousand cost, not a hundred times', { timeout: 120_000 }, () => {
  const file = (count: number): string =>
    [
      'workspace_id,workspace,key_type,key_label,key_hint,owner_email,owner_role,created_on,used_by',
      ...Array.from(
        { length: count },
        (_, n) =>
          `W${n % 1000}x,Workspace ${n % 1000},${n % 2 ? 'sandbox' : 'production'},key ${n},${n % 9999},u${n % 5000}@x.example,Admin,2026-01-02,Zapier; CRM`,
      ),
    ].join('\n');
  const time = (text: string): number => {
    const start = performance.now();
    const once = into(noRecords(), text);
    const twice = into(once.maps, text);
    expect(twice.changes).toBe(0);
    return performance.now() - start;
  };
  time(file(1000));
  const thousand = Math.min(time(file(1000)), time(file(1000)));
  const tenThousand = Math.min(time(file(10_000)), time(file(10_000)));
  expect(tenThousand / thousand).toBeLessThan(50);
  // All keys in one place, which nobody has.
  const crowd = ['workspace,key_type,notes', ...Array.from({ length: 5000 }, (_, n) => `Sales,production,${n}`)].join(
    '\n',
  );
  // Generous: machines are shared. What is quadratic takes minutes.
  expect(time(crowd)).toBeLessThan(30_000);
});
