import { describe, expect, test } from 'vitest';
import { csvColumns } from '../domain/mapping-csv.ts';
import { type CsvRow, maxCsvLength, maxCsvRows, readMappingCsv } from './csv.ts';

const secret = 'a1B2'.repeat(10);

/** Rows of a file with these columns beside the two that it must have. */
function read(columns: string, ...cells: string[]) {
  const header = ['region,workspace,key_type', columns].filter((part) => part !== '').join(',');
  return readMappingCsv(
    [header, ...cells.map((cell) => ['eu,Sales,production', cell].filter((part) => part !== '').join(','))].join('\n'),
  );
}
const row = (columns: string, cell: string): Partial<CsvRow> => read(columns, cell).csv!.rows[0]!;
const why = (columns: string, cell: string): unknown => {
  const { csv, rejections } = read(columns, cell);
  expect(csv?.rows).toEqual([]);
  return rejections;
};

describe('the file', () => {
  test.each([
    ['', [{ where: '', column: null, message: 'empty-file', details: [] }]],
    ['\n\n', [{ where: '', column: null, message: 'empty-file', details: [] }]],
    ['workspace,notes\nSales,x', [{ where: '1', column: 'key_type', message: 'missing-column', details: [] }]],
    ['notes\nx', [{ where: '1', column: 'workspace', message: 'missing-column', details: [] }]],
    ['{"format":"keyholder.snapshot"}', [{ where: '1', column: 'workspace', message: 'missing-column', details: [] }]],
    ['workspace,key_type,Workspace', [{ where: '1', column: 'workspace', message: 'duplicate-column', details: [] }]],
    [`workspace,key_type,${secret}`, [{ where: '1', column: '3', message: 'looks-like-a-key', details: [] }]],
    [
      'workspace,key_type\nA,sandbox\n"B,sandbox\nC,sandbox',
      [{ where: '3', column: null, message: 'broken-quotes', details: [] }],
    ],
    ['workspace,key_type\n"A"b",sandbox', [{ where: '2', column: null, message: 'broken-quotes', details: [] }]],
    [
      `workspace,key_type\nA,sandbox\n${','.repeat(600)}`,
      [{ where: '3', column: null, message: 'too-many-cells', details: ['500'] }],
    ],
    ['ï»¿workspace,key_type\nKÃ¶ln,sandbox', [{ where: '', column: null, message: 'encoding-unknown', details: [] }]],
  ])('refused: %j', (file, rejections) => {
    expect(readMappingCsv(file)).toEqual({ csv: null, rejections });
  });

  test('too large, too many rows: before anything is parsed', () => {
    expect(readMappingCsv(new Uint8Array(maxCsvLength + 1)).rejections).toEqual([
      { where: '', column: null, message: 'too-large', details: ['48'] },
    ]);
    const { csv, rejections } = readMappingCsv(`workspace,key_type\n${'A,sandbox\n'.repeat(maxCsvRows + 5)}`);
    expect(csv).toBeNull();
    expect(rejections).toMatchObject([{ message: 'too-many-rows', details: ['100000'] }]);
  });

  test('a workbook is named as one', () => {
    expect(readMappingCsv(Uint8Array.of(0x50, 0x4b, 3, 4)).rejections).toMatchObject([{ message: 'is-a-workbook' }]);
  });

  test.each([
    ['comma', 'workspace,key_type,notes\r\nSales,production,"a;b\tc"\r\n'],
    ['semicolon', 'workspace;key_type;notes\r\nSales;production;"a;b\tc"\r\n'],
    ['tab', 'workspace\tkey_type\tnotes\r\nSales\tproduction\t"a;b\tc"\r\n'],
    ['Excel’s own line', 'sep=;\r\nworkspace;key_type;notes\r\nSales;production;"a;b\tc"\r\n'],
    ['mark, other order, case and blanks', '\ufeffNotes , KEY_TYPE,workspace\r\na;b\tc,production,Sales'],
    ['old Mac', 'workspace,key_type,notes\rSales,production,"a;b\tc"\r'],
    ['all ends of lines in one file', 'workspace,key_type,notes\r\n\r,,\nSales,production,"a;b\tc"\r\n\n\r'],
    ['quoted header', '"workspace";"key_type";"notes"\nSales;production;"a;b\tc"'],
    ['separators at the end of rows', 'workspace,key_type,notes,,\nSales,production,a;b\tc,,,,'],
  ])('%s', (_, file) => {
    const { csv, rejections } = readMappingCsv(file);
    expect(rejections).toEqual([]);
    expect(csv!.rows).toHaveLength(1);
    expect(csv!.rows[0]).toMatchObject({ workspace: 'Sales', keyType: 'production', notes: 'a;b\tc', region: null });
    expect(csv!.needsRegion).toBe(true);
  });

  test('rows are counted as a spreadsheet shows them: line ends in cells, empty rows and Excel’s own line aside', () => {
    const { csv, rejections } = readMappingCsv(
      'sep=,\nworkspace,key_type,notes\n"A","production","1\n2\r\n3"\n\n,,\nB,odd,\nC,sandbox,\n',
    );
    expect(csv!.rows.map((each) => each.row)).toEqual([2, 6]);
    expect(rejections).toEqual([
      { where: '5', column: 'key_type', message: 'value-not-allowed', details: ['production, sandbox'] },
    ]);
  });

  test('unknown columns are left out, and named unless their names are none', () => {
    const long = 'x y '.repeat(20);
    const { csv } = readMappingCsv(`workspace,Cost center,key_type,,${long},cost center\nSales,a,sandbox,b,c,d`);
    expect(csv!.notes).toEqual([{ code: 'columns-left-out', details: ['Cost center', '5', 'cost center'] }]);
    expect(csv!.rows).toHaveLength(1);
    expect(readMappingCsv('workspace,key_type, \nSales,sandbox,x').csv!.notes).toEqual([]);
  });

  test('a name of up to sixty is told, the first twenty of them', () => {
    const sixty = `${'x'.repeat(29)} ${'y'.repeat(30)}`;
    const { csv } = readMappingCsv(`workspace,key_type, ${sixty} ,${sixty}z\nA,sandbox,,`);
    expect(csv!.notes).toEqual([{ code: 'columns-left-out', details: [sixty, '4'] }]);
    const many = Array.from({ length: 25 }, (_, index) => `c${String(index)}`);
    expect(readMappingCsv(`workspace,key_type,${many.join(',')}\nA,sandbox`).csv!.notes[0]!.details).toEqual(
      many.slice(0, 20),
    );
  });

  test('the separator is the one that makes most of our columns, however many others there are', () => {
    const { csv } = readMappingCsv('a,b,c,d,e;workspace;key_type\nx;Sales;production');
    expect(csv!.rows).toMatchObject([{ workspace: 'Sales' }]);
    expect(readMappingCsv('a,b;key_type').rejections).toMatchObject([
      { column: 'workspace', message: 'missing-column' },
    ]);
  });

  test('as many columns and parts as may be', () => {
    const header = `workspace,key_type${',x'.repeat(498)}`;
    expect(readMappingCsv(`${header}\nA,sandbox`).csv!.rows).toHaveLength(1);
    expect(readMappingCsv(`${header},x\nA,sandbox`).rejections).toMatchObject([{ message: 'too-many-cells' }]);
    expect(row('used_by', Array.from({ length: 1000 }, () => 'x').join(';')).usedBy).toHaveLength(1000);
  });

  test('a file of a header and blank rows is one without rows, a mark at its end is part of the cell', () => {
    expect(readMappingCsv('workspace,key_type\n,\n').csv!.rows).toEqual([]);
    expect(readMappingCsv(',key_type\nA,sandbox').rejections).toMatchObject([{ message: 'missing-column' }]);
    expect(readMappingCsv('workspace,key_type,notes\nA,sandbox,x sep=;\n').csv!.rows[0]).toMatchObject({
      notes: 'x sep=;',
    });
  });

  test('line ends inside quotes stay, wherever the cell stands; a quote inside a cell begins nothing', () => {
    expect(readMappingCsv('"x\ry",workspace,key_type\n,"A\rB",sandbox').csv!).toMatchObject({
      rows: [{ workspace: 'A\rB' }],
      notes: [{ details: ['x\ry'] }],
    });
    expect(readMappingCsv('workspace,key_type\n"A\rB",sandbox').csv!.rows).toMatchObject([{ workspace: 'A\rB' }]);
    expect(readMappingCsv('workspace,key_type,notes\rA,sandbox,5" x\rB,sandbox,y').csv!.rows).toMatchObject([
      { workspace: 'A', notes: '5" x' },
      { workspace: 'B', notes: 'y' },
    ]);
  });

  test('only a file that is blank throughout is an empty one', () => {
    expect(readMappingCsv('workspace,,key_type\n,,').csv!.rows).toEqual([]);
    for (const file of [',,\n,x,', ',,\n,x,\n,,', ',key_type\n,']) {
      expect(readMappingCsv(file).rejections).toMatchObject([{ column: 'workspace', message: 'missing-column' }]);
    }
    expect(readMappingCsv(',,\n,,\n').rejections).toMatchObject([{ message: 'empty-file' }]);
  });

  test('a name of blanks says nothing', () => {
    expect(row('owner_name', '\u00a0\u200a').ownerName).toBeUndefined();
    expect(row('organization', "' ").organization).toBeNull();
  });

  test('Windows-1252 is said', () => {
    const bytes = Buffer.from('workspace,key_type\nK\xf6ln,sandbox\n', 'latin1');
    expect(readMappingCsv(bytes).csv).toMatchObject({
      rows: [{ workspace: 'Köln' }],
      notes: [{ code: 'decoded-as', details: ['windows-1252'] }],
    });
    expect(readMappingCsv('workspace,key_type\n', 'windows-1252').csv!.notes).toHaveLength(1);
  });

  test('the region is asked for where a row has none', () => {
    expect(readMappingCsv('region,workspace,key_type\neu,A,sandbox\n,B,sandbox').csv!.needsRegion).toBe(true);
    expect(readMappingCsv('region,workspace,key_type\neu,A,sandbox\nUS,B,sandbox').csv!.needsRegion).toBe(false);
  });
});

describe('cells', () => {
  test('absent, empty and of blanks say nothing', () => {
    const nothing = read('', '').csv!.rows[0]!;
    expect(read(csvColumns.slice(6).join(','), ',,, ,\u00a0,"\n",,\',,').csv!.rows[0]).toEqual(nothing);
    expect(Object.values(nothing).filter((cell) => cell !== undefined)).toEqual([2, 'eu', null, 'Sales', 'production']);
  });

  test.each([
    ['key_label', 'label', 'a  b ', 'a  b '],
    ['key_hint', 'hint', ' 9f3c ', '9f3c'],
    ['key_status', 'status', 'Presumed dead', 'presumed-dead'],
    ['workspace_kind', 'workspaceKind', 'SERVICE', 'service'],
    ['owner_email', 'ownerEmail', ' A+b@x.example ', 'A+b@x.example'],
    ['owner_type', 'ownerType', '', undefined],
    ['created_on', 'createdOn', '2024-02-29', '2024-02-29'],
    ['created_on', 'createdOn', '2000-02-29', '2000-02-29'],
    ['key_status', 'status', '  Presumed _ dead ', 'presumed-dead'],
    ['rotated_on', 'rotatedOn', ' 2026-12-31 ', '2026-12-31'],
    ['rotation_days', 'rotationDays', ' 090 ', 90],
    ['rotation_days', 'rotationDays', '100000', 100_000],
    ['used_by', 'usedBy', ' Zapier;CRM ; ;a;;b;', ['Zapier', 'CRM', 'a;b']],
    ['demand', 'demand', 'create: 220; send:30 ;a:b: 0.5', { create: 220, send: 30, 'a:b': 0.5 }],
    ['notes', 'notes', "'=1+1", '=1+1'],
    ['notes', 'notes', "'  ＋1", '  ＋1'],
    ['notes', 'notes', "''quoted'", "'quoted'"],
    ['notes', 'notes', "''=1", "'=1"],
    ['notes', 'notes', "'plain", "'plain"],
    ['notes', 'notes', '=1+1', '=1+1'],
    ['notes', 'notes', "'(unknown)", '(unknown)'],
    ['notes', 'notes', ' (Unknown)', null],
    ['notes', 'notes', '(unknown) yet', '(unknown) yet'],
    ['used_by', 'usedBy', '(unknown)', null],
    ['rotation_days', 'rotationDays', '(unknown)', null],
  ])('%s → %s: %j is %j', (column, field, cell, value) => {
    expect(row(column, cell)[field as keyof CsvRow]).toEqual(value);
  });

  test.each([
    ['03/04/2026', 'date-ambiguous'],
    ['3.4.2026', 'date-ambiguous'],
    ['03-04-2026', 'date-ambiguous'],
    ['2026/04/03', 'date-ambiguous'],
    ['2026-4-3', 'date-ambiguous'],
    ['3. April 2026', 'date-ambiguous'],
    ['Apr 3 26', 'date-ambiguous'],
    ['2026-04-03T10:00:00Z', 'date-ambiguous'],
    ['46115', 'date-is-a-number'],
    ['46115.5', 'date-is-a-number'],
    ['"46115,5"', 'date-is-a-number'],
    ['20260403', 'date-is-a-number'],
    ['2026-02-29', 'not-a-date'],
    ['1900-02-29', 'not-a-date'],
    ['2026-13-01', 'not-a-date'],
    ['2026-00-10', 'not-a-date'],
    ['2026-04-31', 'not-a-date'],
    ['2024-04-31', 'not-a-date'],
    ['2023-02-29', 'not-a-date'],
    ['x2026-04-03', 'date-ambiguous'],
    ['#2026/04/03', 'not-a-date'],
    ['2026/04/03#', 'not-a-date'],
    ['46115.25', 'date-is-a-number'],
    ['2026-04-00', 'not-a-date'],
    ['yesterday', 'not-a-date'],
    ['#REF!', 'not-a-date'],
  ])('a day that is not one: %s', (cell, message) => {
    for (const column of ['created_on', 'rotated_on', 'verified_on']) {
      expect(why(column, cell)).toEqual([{ where: '2', column, message, details: [] }]);
    }
  });

  test.each([
    ['key_hint', '12345', 'too-long', ['4']],
    ['key_label', 'x '.repeat(501), 'too-long', ['1000']],
    ['notes', 'x '.repeat(10_001), 'too-long', ['20000']],
    ['owner_role', 'x '.repeat(101), 'too-long', ['200']],
    ['used_by', 'x '.repeat(501), 'too-long', ['1000']],
    ['used_by', 'x; '.repeat(1001), 'too-long', ['1000']],
    ['demand', `${'x '.repeat(51)}: 1`, 'too-long', ['100']],
    ['demand', 'create', 'not-a-demand', []],
    ['demand', 'create: many', 'not-a-demand', []],
    ['demand', 'create: -1', 'not-a-demand', []],
    ['demand', 'create: 1e999', 'not-a-demand', []],
    ['demand', 'create: 1; create: 2', 'not-a-demand', []],
    ['demand', ': 1', 'not-a-demand', []],
    ['demand', '__proto__: 1', 'not-a-demand', []],
    ['rotation_days', '90.5', 'not-a-whole-number', []],
    ['rotation_days', '-1', 'not-a-whole-number', []],
    ['rotation_days', 'ninety', 'not-a-whole-number', []],
    ['rotation_days', '100001', 'value-not-allowed', ['0–100000']],
    [
      'key_status',
      'alive',
      'value-not-allowed',
      ['active, narrowed, presumed-dead, deactivated, replaced, revoked, unknown'],
    ],
    ['owner_org_admin', 'true', 'value-not-allowed', ['yes, no']],
    ['workspace_kind', 'odd', 'value-not-allowed', ['standard, service']],
    ['owner_type', 'person', 'owner-missing', []],
    ['owner_role', 'Admin', 'owner-missing', []],
  ])('%s is rejected: %s → %s', (column, cell, message, details) => {
    expect(why(column, cell)).toEqual([{ where: '2', column, message, details }]);
  });

  test.each([
    ['workspace,key_type\n,production', 'workspace'],
    ['workspace,key_type\n(unknown),production', 'workspace'],
    ['workspace,key_type,workspace_id\n,production,(unknown)', 'workspace'],
    ['workspace,key_type\nSales,', 'key_type'],
    ['workspace,key_type\nSales,(unknown)', 'key_type'],
    ['workspace,key_type\nSales', 'key_type'],
  ])('what must be there: %j', (file, column) => {
    expect(readMappingCsv(file).rejections).toEqual([{ where: '2', column, message: 'value-missing', details: [] }]);
  });

  test('a workspace with an id needs no name', () => {
    expect(readMappingCsv('workspace,key_type,workspace_id\n,production,W1').csv!.rows).toMatchObject([
      { workspaceId: 'W1' },
    ]);
  });

  test('more cells than columns', () => {
    expect(readMappingCsv('workspace,key_type\nSales,production,x').rejections).toEqual([
      { where: '2', column: null, message: 'too-many-cells', details: ['2'] },
    ]);
  });
});

describe('the key guard', () => {
  test.each([
    ['notes', secret],
    ['notes', `see ${secret}.`],
    ['key_hint', secret],
    ['key_type', secret],
    ['owner_email', `${secret}@x.example`],
    ['api key', secret],
    ['used_by', `Zapier; ${secret}`],
    ['created_on', '1'.repeat(40)],
  ])('%s', (column, cell) => {
    const { csv, rejections } = readMappingCsv(
      `workspace,${column === 'key_type' ? '' : 'key_type,'}${column}\nA,${column === 'key_type' ? '' : 'sandbox,'}${cell}\nB,sandbox,ok`,
    );
    expect(rejections[0]).toEqual({ where: '2', column, message: 'looks-like-a-key', details: [] });
    expect(csv!.rows.every((each) => each.workspace !== 'A')).toBe(true);
    expect(JSON.stringify({ csv, rejections })).not.toContain(cell.slice(0, 12));
  });

  test('39 letters and digits are none, and neither are 40 with something between', () => {
    expect(row('notes', secret.slice(1)).notes).toBe(secret.slice(1));
    expect(row('notes', `${secret.slice(20)}-${secret.slice(20)}`).notes).toHaveLength(41);
  });

  test('in a column that has no name, its number is told', () => {
    expect(readMappingCsv(`workspace,key_type,\nA,sandbox,${secret}`).rejections[0]).toMatchObject({
      where: '2',
      column: '3',
    });
    expect(readMappingCsv(`workspace,key_type\nA,sandbox,,${secret}`).rejections[0]).toMatchObject({
      where: '2',
      column: '4',
    });
  });
});

test('no rejection holds what stood in the cell', () => {
  const columns = csvColumns.filter((column) => column !== 'workspace' && column !== 'key_type');
  const marker = 'ZZTOP;;::99//';
  for (const column of columns) {
    const { rejections } = readMappingCsv(
      `workspace,key_type,${column}\n${marker.repeat(2000)},sandbox,"${marker.repeat(2000)}"`,
    );
    expect(rejections).toHaveLength(1);
    expect(JSON.stringify(rejections)).not.toContain('ZZTOP');
  }
});
