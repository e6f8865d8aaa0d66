import { expect, test } from 'vitest';
import fc from 'fast-check';
import Papa from 'papaparse';
import { anySource } from '../../test/fixtures/csv/mappings.ts';
import type { SnapshotKey } from '../domain/snapshot.ts';
import { csvLine, type CsvSource, mappingCsv } from './csv.ts';

const header =
  'region,organization,workspace,workspace_id,workspace_kind,key_type,key_label,key_hint,key_status,owner_email,owner_name,owner_user_id,owner_type,owner_org_admin,owner_role,owner_license,created_on,rotated_on,verified_on,rotation_days,used_by,demand,notes';

const key: SnapshotKey = {
  id: 'k1',
  workspaceId: 'w1',
  type: 'production',
  label: 'production key',
  hint: null,
  status: 'active',
  generation: 1,
  ownerId: null,
  createdOn: null,
  rotatedOn: null,
  verifiedOn: null,
  rotationDays: null,
  usedBy: [],
  demand: {},
  notes: null,
  provenance: {},
};
const source = (...keys: Partial<SnapshotKey>[]): CsvSource => ({
  region: 'eu',
  organization: null,
  workspaces: [
    { id: 'w1', pandadocId: null, name: 'Sales', kind: 'standard', status: 'active' },
    { id: 'w2', pandadocId: 'W2', name: 'Legal', kind: 'service', status: 'deactivated' },
  ],
  users: [
    {
      id: 'u1',
      pandadocId: 'U1',
      email: 'a@x.example',
      name: 'Ann',
      kind: 'person',
      orgAdmin: 'yes',
      license: 'Full',
      status: 'active',
    },
  ],
  memberships: [{ userId: 'u1', workspaceId: 'w1', membershipId: null, role: 'Admin', status: 'active' }],
  keys: keys.map((each) => ({ ...key, ...each })),
});
const lines = (from: CsvSource): string[] => mappingCsv(from).split('\r\n');

test('header only, where there are no keys', () => {
  expect(mappingCsv(source())).toBe(`${header}\r\n`);
});

test('all columns, in their order', () => {
  const all = {
    hint: '9f3c',
    status: 'narrowed',
    ownerId: 'u1',
    createdOn: '2026-01-02',
    rotatedOn: '2026-02-03',
    verifiedOn: '2026-03-04',
    rotationDays: 90,
    usedBy: ['Zapier', 'a;b'],
    demand: { send: 30, create: 220 },
    notes: 'say "hi"\nthere',
  } as const;
  expect(mappingCsv({ ...source({ ...all, usedBy: [...all.usedBy] }), organization: 'Northwind' })).toBe(
    `${header}\r\neu,"Northwind","Sales",,standard,production,"production key","9f3c",narrowed,"a@x.example","Ann","U1",person,yes,"Admin","Full",2026-01-02,2026-02-03,2026-03-04,90,"Zapier; a;;b",create: 220; send: 30,"say ""hi""\nthere"\r\n`,
  );
});

test('what is not known is empty', () => {
  expect(lines(source({}))[1]).toBe('eu,,"Sales",,standard,production,"production key",,active,,,,,,,,,,,,,,');
});

test('in an order that does not hang on ids or on the order of rows', () => {
  const keys = [
    { id: 'a', workspaceId: 'w1', type: 'sandbox', label: 'b' },
    { id: 'b', workspaceId: 'w1', type: 'production', label: 'b' },
    { id: 'c', workspaceId: 'w1', type: 'production', label: 'a', hint: '2' },
    { id: 'd', workspaceId: 'w1', type: 'production', label: 'a', hint: '1' },
    { id: 'e', workspaceId: 'w2', type: 'sandbox', label: 'z' },
  ] as const;
  const written = mappingCsv(source(...keys));
  expect(mappingCsv(source(...[...keys].reverse()))).toBe(written);
  expect(
    written
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',').slice(2, 8).join(',')),
  ).toEqual([
    '"Legal","W2",service,sandbox,"z",',
    '"Sales",,standard,production,"a","1"',
    '"Sales",,standard,production,"a","2"',
    '"Sales",,standard,production,"b",',
    '"Sales",,standard,sandbox,"b",',
  ]);
});

test('who was removed has no role', () => {
  const from = source({ ownerId: 'u1' });
  expect(lines(from)[1]).toContain(',"Admin",');
  expect(lines({ ...from, memberships: [{ ...from.memberships[0]!, status: 'removed' }] })[1]).not.toContain('Admin');
});

test.each([
  '=1+1',
  '  =1',
  '+49',
  '-',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '\t1',
  '\r1',
  '\n1',
  "'",
  "'=1",
  '(unknown)',
  ' (Unknown)',
])('%j is written with one sign before it', (notes) => {
  expect(mappingCsv(source({ notes }))).toContain(`"'${notes}"\r\n`);
});

test.each(['a=1', '1+1', 'x@y', '(unknown) yet', '"', 'a\nb', '中文', '0012'])('%j is written as it is', (notes) => {
  expect(mappingCsv(source({ notes }))).toContain(`,"${notes.replaceAll('"', '""')}"\r\n`);
});

test('what looks like a key does not leave, whatever brought it in', () => {
  const secret = 'Zz9'.repeat(14);
  const written = mappingCsv(
    source({ notes: `see ${secret}`, label: secret, usedBy: [secret], demand: { [secret]: 1 } }),
  );
  expect(written).not.toContain('Zz9Zz9');
});

test('lone surrogates are made well-formed, and the file is UTF-8 without a mark', () => {
  const written = mappingCsv(source({ notes: 'a\ud800b' }));
  expect(written).toContain('"a\ufffdb"');
  expect(written.isWellFormed()).toBe(true);
  expect(written.startsWith('region,')).toBe(true);
});

test('every mapping: well-formed, lines end in CRLF, one row for each key', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anySource, (from) => {
      const written = mappingCsv(from);
      expect(written.isWellFormed()).toBe(true);
      // Outside of quotes there are no other ends of lines.
      const bare = written.replace(/"(?:[^"]|"")*"/g, '""');
      expect(bare.endsWith('\r\n')).toBe(true);
      expect(bare.match(/\r\n/g)).toHaveLength(from.keys.length + 1);
      expect(bare.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 1000 },
  );
});

test('a line is what Papa Parse writes, whatever stands in its cells', () => {
  const aCell = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom(',', '"', '\r', '\n', ' ', '\ufeff', ';', '\t', 'a', '0'), { maxLength: 5 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(fc.array(aCell, { minLength: 2, maxLength: 6 }), fc.array(fc.boolean()), (cells, texts) => {
      const isText = (column: number): boolean => texts[column] ?? false;
      const quotes = (cell: unknown, column: number): boolean => cell !== '' && isText(column);
      expect(csvLine(cells, isText)).toBe(`${Papa.unparse([cells], { newline: '\r\n', quotes })}\r\n`);
    }),
    { numRuns: 500 },
  );
});
