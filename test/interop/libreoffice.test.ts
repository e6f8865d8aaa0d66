/**
 * A round trip through LibreOffice Calc for real: our CSV → ods → CSV, headless, then imported where it came from.
 * Nothing may be new, changed or rejected.
 *
 * Two ways are tried: with Calc's own settings, and with "Format quoted field as text", which a person ticks (and this
 * file format makes useful, by quoting its texts) to keep `0012` and `9e12` from being taken for numbers.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Draft } from '../../lib/domain/draft.ts';
import { holdsRun, typedRun } from '../../lib/domain/secrets.ts';
import { mappingCsv, type CsvSource } from '../../lib/exports/csv.ts';
import { readMappingCsv } from '../../lib/imports/csv.ts';
import { planCsvImport } from '../../lib/imports/plan-csv-import.ts';
import { nastyTexts, recordsOf } from '../fixtures/csv/mappings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'keyholder-interop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const found = (): string | undefined =>
  ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);

let soffice = '';
beforeAll(() => {
  let program = found();
  if (!program && process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
    console.log('LibreOffice is missing: apt-get install --no-install-recommends libreoffice-calc');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'libreoffice-calc'], { stdio: 'ignore' });
    program = found();
  }
  if (!program)
    throw new Error('This test needs LibreOffice Calc: install it (Debian: libreoffice-calc) and try again.');
  soffice = program;
});

function convert(file: string, to: string, format: string, input?: string): string {
  const out = path.join(folder, `${to}-${Math.floor(performance.now())}`);
  mkdirSync(out, { recursive: true });
  execFileSync(
    soffice,
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      ...(input ? [`--infilter=${input}`] : []),
      '--convert-to',
      format,
      '--outdir',
      out,
      file,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return path.join(out, `${path.basename(file, path.extname(file))}.${to}`);
}

/** Separator comma, quote ", UTF-8, from line 1. */
const utf8 = '44,34,76,1';

function throughCalc(name: string, text: string, input: string): Buffer {
  const file = path.join(folder, `${name}.csv`);
  writeFileSync(file, text);
  const ods = convert(file, 'ods', 'ods', `CSV:${input}`);
  return readFileSync(convert(ods, 'csv', `csv:Text - txt - csv (StarCalc):${utf8}`));
}

function estate(texts: readonly string[]): CsvSource {
  const workspaces = texts.map((text, index) => ({
    id: `w${index}`,
    pandadocId: `W${index}x`,
    name: `Workspace ${index} ${text}`,
    kind: index % 3 === 0 ? ('service' as const) : ('standard' as const),
    status: 'active' as const,
  }));
  return {
    region: 'eu',
    organization: 'Northwind, "Köln"',
    workspaces,
    users: texts.map((text, index) => ({
      id: `u${index}`,
      pandadocId: index % 2 === 0 ? `U${index}x` : null,
      email: `svc+${index}@northwind.example`,
      name: text,
      kind: index % 2 === 0 ? 'person' : 'service-account',
      orgAdmin: index % 3 === 0 ? 'yes' : null,
      license: 'Full',
      status: 'active',
    })),
    memberships: texts.map((text, index) => ({
      userId: `u${index}`,
      workspaceId: `w${index}`,
      membershipId: null,
      role: index % 4 === 0 ? text : 'Admin',
      status: 'active',
    })),
    keys: texts.map((text, index) => ({
      id: `k${index}`,
      workspaceId: `w${index}`,
      type: index % 2 === 0 ? 'production' : 'sandbox',
      label: text,
      hint: ['9f3c', 'abcd', '-1=', "'x", null][index % 5]!,
      status: index % 5 === 0 ? 'presumed-dead' : 'active',
      generation: 1,
      ownerId: index % 7 === 0 ? null : `u${index}`,
      createdOn: '2026-04-03',
      rotatedOn: index % 2 === 0 ? '2026-10-31' : null,
      verifiedOn: '2025-12-01',
      rotationDays: index % 3 === 0 ? 90 : null,
      usedBy: [text.trim(), 'Zapier; live', 'x;y'].filter((part) => part !== ''),
      demand: { create: 220, 'send: bulk': 30.5 },
      notes: text,
      provenance: {},
    })),
  };
}

function imported(source: CsvSource, bytes: Uint8Array) {
  const { csv, rejections } = readMappingCsv(bytes);
  const draft = new Draft(recordsOf(source));
  let ids = 0;
  const plan = planCsvImport(draft, csv!, null, rejections, '2026-11-01T00:00:00.000Z', () => `n${(ids += 1)}`);
  const news = (record: object | null): string[] =>
    Object.entries((record ?? {}) as Record<string, unknown>).flatMap(([field, value]) =>
      JSON.stringify(value).includes('"import"') ? [`${field} ${JSON.stringify(value)}`] : [],
    );
  const changes = draft.changes().map(({ store, id, after }) => `${store} ${id}: ${news(after).join(' ')}`);
  return { plan, changes };
}

const nothing = { added: 0, changed: 0, rejected: 0, workspaces: 0, users: 0, memberships: 0 };
/** What the XML inside an .ods cannot hold: control characters, and characters that are none. */
const notInXml = (text: string): boolean =>
  [...text].some((sign) => (sign < ' ' && !'\t\n\r'.includes(sign)) || sign === '\ufffe' || sign === '\uffff');
const texts = nastyTexts.filter(
  // Calc drops tabs. Inside of a text that is no news to the import; at its start the sign before it is left alone.
  (text) => !notInXml(text) && !holdsRun(text, typedRun) && !/^\t[^]/.test(text),
);
/** What Calc itself takes for numbers, dates and truth values, unless it is told not to. */
const numberLike = /^\s*(?:[\d.,:/+\-eE]+|true|false)\s*$/i;

test('texts that break spreadsheets, with quoted fields as text', () => {
  const source = estate(texts);
  const { plan, changes } = imported(source, throughCalc('as-text', mappingCsv(source), `${utf8},,0,true,false`));
  expect(plan.rejections).toEqual([]);
  expect(changes).toEqual([]);
  expect(plan).toMatchObject({ ...nothing, unchanged: texts.length });
});

test('the same with the settings that Calc comes with', () => {
  const source = estate(texts.filter((text) => !numberLike.test(text)));
  const { plan, changes } = imported(source, throughCalc('as-it-comes', mappingCsv(source), utf8));
  expect(plan.rejections).toEqual([]);
  expect(changes).toEqual([]);
  expect(plan).toMatchObject({ ...nothing, unchanged: source.keys.length });
});

test('without being told anything: Calc takes the encoding of its machine, both ways', () => {
  const source = estate([
    'Salesforce live',
    'Zapier',
    'Köln – Straße',
    'çà',
    '=1+1',
    'a,b;c',
    'two\nlines',
    "'(unknown)",
  ]);
  const file = path.join(folder, 'plain.csv');
  writeFileSync(file, mappingCsv(source));
  const { plan, changes } = imported(source, readFileSync(convert(convert(file, 'ods', 'ods'), 'csv', 'csv')));
  expect(plan.rejections).toEqual([]);
  expect(changes).toEqual([]);
});
