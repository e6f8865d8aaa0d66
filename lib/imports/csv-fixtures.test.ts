import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures } from '../../test/fixtures/csv/make.ts';
import { readMappingCsv } from './csv.ts';

const folder = path.join(import.meta.dirname, '../../test/fixtures/csv');
const bytesOf = (name: string): Uint8Array => readFileSync(path.join(folder, name));
const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));

test('the files are those that the script makes', () => {
  expect(files.sort()).toEqual(Object.keys(fixtures).sort());
  for (const [name, bytes] of Object.entries(fixtures)) expect(Buffer.compare(bytes, bytesOf(name)), name).toBe(0);
});

describe('what spreadsheets write by default says the same', () => {
  const expected = readMappingCsv(bytesOf('google-sheets.csv'));

  test('all of it', () => {
    expect(expected.rejections).toEqual([]);
    expect(expected.csv).toMatchObject({ needsRegion: false, notes: [] });
    expect(expected.csv!.rows).toMatchObject([
      {
        row: 2,
        region: 'eu',
        organization: 'Northwind',
        workspace: 'EMEA Vertrieb – Köln',
        label: 'Salesforce “live”',
        usedBy: ['Salesforce', 'Zapier, “two steps”'],
        demand: { create: 220, send: 30 },
        notes: 'Costs 12,50 € a month; ask "Zoë"\nbefore rotating.',
      },
      { row: 3, ownerName: 'Zoë Garçon', notes: '=HYPERLINK("https://northwind.example")' },
      { row: 4, label: '-- keep --', status: 'narrowed', notes: '(unknown)' },
      { row: 5, workspace: 'Legal; Ñandú, Ltd.', status: 'unknown', notes: null },
    ]);
  });

  test.each(files.filter((name) => !name.includes('dates')))('%s', (name) => {
    const { csv, rejections } = readMappingCsv(bytesOf(name));
    expect(rejections).toEqual([]);
    expect(csv!.rows).toEqual(expected.csv!.rows);
    const assumed = name.endsWith('-csv.csv') ? [{ code: 'decoded-as', details: ['windows-1252'] }] : [];
    expect(csv!.notes).toEqual(assumed);
  });

  test.each(['excel-de-dates.csv', 'excel-us-dates.csv'])(
    '%s: days that could be others are told, not guessed',
    (name) => {
      const { csv, rejections } = readMappingCsv(bytesOf(name));
      expect(rejections).toEqual([
        { where: '2', column: 'created_on', message: 'date-ambiguous', details: [] },
        { where: '3', column: 'created_on', message: 'date-ambiguous', details: [] },
      ]);
      expect(csv!.rows.map(({ row }) => row)).toEqual([4, 5]);
    },
  );
});
