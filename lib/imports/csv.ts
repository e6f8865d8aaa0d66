/**
 * Reading a mapping CSV (surface.md, "Mapping CSV"): encoding and size first, then the table, then each cell by
 * itself. What the rows mean for our records is `plan-csv-import.ts`.
 *
 * A cell's text never gets into a rejection: it may be a secret. What is told is row, column and reason.
 */
import Papa from 'papaparse';
import {
  type Cell,
  type CsvColumn,
  csvColumns,
  type CsvNote,
  type CsvReadResult,
  type CsvRejection,
  type CsvRejectionCode,
  type CsvRow,
  isBlank,
  isClearMark,
  type MappingCsv,
  requiredCsvColumns,
  splitDemand,
  splitParts,
  textOfCell,
} from '../domain/mapping-csv.ts';
import { nameKey } from '../domain/identity.ts';
import { holdsRun, typedRun } from '../domain/secrets.ts';
import {
  type Day,
  keyStatuses,
  keyTypes,
  type OrgAdmin,
  regions,
  type UserKind,
  type WorkspaceKind,
} from '../domain/words.ts';
import { decodeText, type TextEncoding } from './decode.ts';

/** Larger files are refused before they are looked at; in bytes, or characters where the text is handed in. */
export const maxCsvLength = 48 * 1024 * 1024;
/** Ten times as many keys as anybody has. */
export const maxCsvRows = 100_000;
/** Of ours there are 23; the rest of a person's own table may be wide, too. */
export const maxCsvColumns = 500;

export type { Cell, CsvNote, CsvReadResult, CsvRejection, CsvRejectionCode, CsvRow, MappingCsv };

function refused(where: string, column: string | null, message: CsvRejectionCode, details: string[] = []) {
  return { csv: null, rejections: [{ where, column, message, details }] };
}

/* ------------------------------------------------------------------------------------------------ the table */

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

type Table = { rows: string[][] } | { broken: CsvRejectionCode; row: number };

/**
 * Walks over a text once, as Papa Parse will. Ends of lines outside of quotes become LF: Papa Parse knows one kind in
 * a file, and files that went through several hands have two. Counts before anything is built.
 */
function evenLines(text: string, delimiter: string, lastRow: number): Table | string {
  const separator = delimiter.charCodeAt(0);
  const pieces: string[] = [];
  let taken = 0;
  let rows = 0;
  let cells = 1;
  let fieldStart = true;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code !== quote) continue;
      if (text.charCodeAt(index + 1) === quote) index += 1;
      else quoted = false;
    } else if (code === quote && fieldStart) {
      quoted = true;
      fieldStart = false;
    } else if (code === separator) {
      fieldStart = true;
      cells += 1;
      if (cells > maxCsvColumns) return { broken: 'too-many-cells', row: rows + 1 };
    } else if (code === lineFeed || code === carriageReturn) {
      rows += 1;
      if (rows === lastRow) return pieces.join('') + text.slice(taken, index);
      if (rows > maxCsvRows) return { broken: 'too-many-rows', row: rows };
      if (code === carriageReturn) {
        pieces.push(text.slice(taken, index), '\n');
        if (text.charCodeAt(index + 1) === lineFeed) index += 1;
        taken = index + 1;
      }
      fieldStart = true;
      cells = 1;
    } else fieldStart = false;
  }
  return taken === 0 ? text : pieces.join('') + text.slice(taken);
}

function tableOf(text: string, delimiter: string, lastRow = Infinity): Table {
  const even = evenLines(text, delimiter, lastRow);
  if (typeof even !== 'string') return even;
  const { data, errors } = Papa.parse<string[]>(even, { delimiter, newline: '\n', quoteChar: '"', header: false });
  const broken = errors.find((error) => error.type === 'Quotes');
  // From a quote that does not end on, nobody knows where a cell begins.
  return broken ? { broken: 'broken-quotes', row: (broken.row ?? 0) + 1 } : { rows: data };
}

function columnName(cell: string): string {
  return cell.trim().toLowerCase();
}

const knownColumns: ReadonlySet<string> = new Set(csvColumns);

/** The separator under which most of our columns stand in the header; comma where they are as many. */
function delimiterOf(text: string): string {
  let best = { delimiter: ',', columns: -1 };
  for (const delimiter of [',', ';', '\t']) {
    const table = tableOf(text, delimiter, 1);
    const cells = 'rows' in table ? (table.rows[0] ?? []) : [];
    const columns = cells.filter((cell) => knownColumns.has(columnName(cell))).length;
    if (columns > best.columns) best = { delimiter, columns };
  }
  return best.delimiter;
}

/* ------------------------------------------------------------------------------------------------ the header */

interface Header {
  /** Where each of our columns stands. */
  at: Partial<Record<CsvColumn, number>>;
  /** What a column is called in a rejection. */
  names: string[];
  leftOut: string[];
}

const maxShownNames = 20;
const maxNameLength = 60;

function readHeader(cells: readonly string[]): Header | CsvReadResult {
  const at: Header['at'] = {};
  const names: string[] = [];
  const leftOut: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = columnName(textOfCell(cell));
    // A file without a header has its first row here, and a secret may stand in it.
    if (holdsRun(cell, typedRun)) return refused('1', String(index + 1), 'looks-like-a-key');
    if (knownColumns.has(name)) {
      const column = name as CsvColumn;
      if (at[column] !== undefined) return refused('1', column, 'duplicate-column');
      at[column] = index;
      names.push(column);
    } else {
      const shown = cell.trim().length <= maxNameLength ? cell.trim() : '';
      names.push(shown === '' ? String(index + 1) : shown);
      if (cell.trim() !== '') leftOut.push(shown === '' ? String(index + 1) : shown);
    }
  }
  const missing = requiredCsvColumns.find((column) => at[column] === undefined);
  if (missing !== undefined) return refused('1', missing, 'missing-column');
  return { at, names, leftOut };
}

/* ------------------------------------------------------------------------------------------------ the cells */

/** Thrown by a reader of a cell, caught by its row: a row is right as a whole or left out. */
class Wrong extends Error {
  readonly code: CsvRejectionCode;
  readonly details: string[];

  constructor(code: CsvRejectionCode, ...details: string[]) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

function short(text: string, max: number): string {
  if (text.length > max) throw new Wrong('too-long', String(max));
  return text;
}

/** Blanks around it are nothing: addresses, ids, last characters. */
const trimmed = (max: number) => (cell: string) => short(textOfCell(cell).trim(), max) || undefined;
/** As it stands. */
const text = (max: number) => (cell: string) => short(textOfCell(cell), max);

/** A name by which something is recognised; one of blanks says nothing. */
const name = (max: number) => (cell: string) => {
  const value = text(max)(cell);
  return nameKey(value) === '' ? undefined : value;
};

/** One of our words, in any case, with blanks or `_` for `-`. */
const word =
  <T extends string>(allowed: readonly T[]) =>
  (cell: string): T => {
    const value = textOfCell(cell)
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/gu, '-');
    const found = allowed.find((each) => each === value);
    if (found === undefined) throw new Wrong('value-not-allowed', allowed.join(', '));
    return found;
  };

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function day(cell: string): Day {
  const value = textOfCell(cell).trim();
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (parts) {
    const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
    const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = (daysOfMonth[month - 1] ?? 0) + (leap ? 1 : 0);
    if (date < 1 || date > days) throw new Wrong('not-a-date');
    return value;
  }
  // How a spreadsheet counts days: from 1900, on some Macs from 1904.
  if (/^\d+(?:[.,]\d+)?$/.test(value)) throw new Wrong('date-is-a-number');
  // 03/04/2026 is a day in March or in April, as the writer's country has it; "3. März" needs a dictionary.
  if (/\d/.test(value) && /^[\p{L}\p{N}\p{M}\s./,:+\-–'’]+$/u.test(value)) throw new Wrong('date-ambiguous');
  throw new Wrong('not-a-date');
}

function wholeNumber(cell: string): number {
  const value = textOfCell(cell).trim();
  if (!/^\d+$/.test(value)) throw new Wrong('not-a-whole-number');
  if (Number(value) > 100_000) throw new Wrong('value-not-allowed', '0–100000');
  return Number(value);
}

function parts(cell: string): string[] {
  const found = splitParts(textOfCell(cell));
  if (found.length > 1000) throw new Wrong('too-long', '1000');
  return found.map((part) => short(part, 1000));
}

function demand(cell: string): Record<string, number> {
  const found = splitDemand(textOfCell(cell));
  if (found === null) throw new Wrong('not-a-demand');
  for (const each of Object.keys(found)) short(each, 100);
  return found;
}

type Readers = { [C in CsvColumn]: (cell: string) => unknown };

const readers = {
  region: word(regions),
  organization: name(1000),
  workspace: name(1000),
  workspace_id: trimmed(200),
  workspace_kind: word<WorkspaceKind>(['standard', 'service']),
  key_type: word(keyTypes),
  key_label: text(1000),
  key_hint: trimmed(4),
  key_status: word(keyStatuses),
  owner_email: trimmed(1000),
  owner_name: name(1000),
  owner_user_id: trimmed(200),
  owner_type: word<UserKind>(['service-account', 'person']),
  owner_org_admin: word<OrgAdmin>(['yes', 'no']),
  owner_role: text(200),
  owner_license: text(200),
  created_on: day,
  rotated_on: day,
  verified_on: day,
  rotation_days: wholeNumber,
  used_by: parts,
  demand,
  notes: text(20_000),
} satisfies Readers;

type Value<C extends CsvColumn> = Exclude<ReturnType<(typeof readers)[C]>, undefined>;

/** One row as cells by column; remembers the column it is at, for the rejection. */
class RowReader {
  readonly #header: Header;
  readonly #cells: readonly string[];
  column: CsvColumn | null = null;

  constructor(header: Header, cells: readonly string[]) {
    this.#header = header;
    this.#cells = cells;
  }

  cell<C extends CsvColumn>(column: C): Cell<Value<C>> {
    this.column = column;
    const at = this.#header.at[column];
    const cell = at === undefined ? undefined : this.#cells[at];
    // A lone `'` is how spreadsheets write a text with nothing in it.
    if (cell === undefined || isBlank(cell) || cell === "'") return undefined;
    if (isClearMark(cell)) return null;
    return readers[column](cell) as Value<C> | undefined;
  }

  /** A cell that must say something. */
  needed<C extends CsvColumn>(column: C): Value<C> {
    const value = this.cell(column);
    if (value === undefined || value === null) throw new Wrong('value-missing');
    return value;
  }
}

function readRow(reader: RowReader, row: number): CsvRow {
  const workspaceId = reader.cell('workspace_id');
  // A workspace that is known by its id needs no name.
  const workspace = workspaceId == null ? reader.needed('workspace') : reader.cell('workspace');
  const read: CsvRow = {
    row,
    region: reader.cell('region') ?? null,
    organization: reader.cell('organization') ?? null,
    workspace,
    workspaceId,
    workspaceKind: reader.cell('workspace_kind'),
    keyType: reader.needed('key_type'),
    label: reader.cell('key_label'),
    hint: reader.cell('key_hint'),
    status: reader.cell('key_status'),
    ownerEmail: reader.cell('owner_email'),
    ownerName: reader.cell('owner_name'),
    ownerUserId: reader.cell('owner_user_id'),
    ownerType: reader.cell('owner_type'),
    ownerOrgAdmin: reader.cell('owner_org_admin'),
    ownerRole: reader.cell('owner_role'),
    ownerLicense: reader.cell('owner_license'),
    createdOn: reader.cell('created_on'),
    rotatedOn: reader.cell('rotated_on'),
    verifiedOn: reader.cell('verified_on'),
    rotationDays: reader.cell('rotation_days'),
    usedBy: reader.cell('used_by'),
    demand: reader.cell('demand'),
    notes: reader.cell('notes'),
  };
  if (read.ownerEmail == null && read.ownerName == null && read.ownerUserId == null) {
    // Whose role? The owner that is known today may be another one than the writer thought of.
    for (const column of ['owner_type', 'owner_org_admin', 'owner_role', 'owner_license'] as const) {
      if (reader.cell(column) != null) throw new Wrong('owner-missing');
    }
  }
  return read;
}

/* ------------------------------------------------------------------------------------------------ the file */

/**
 * Reads a file. Bytes are decoded here; whoever decoded them already (`decode.ts`) says from what.
 *
 * @param encoding what a text was decoded from, for the note that says so
 */
export function readMappingCsv(content: Uint8Array | string, encoding: TextEncoding = 'utf-8'): CsvReadResult {
  if (content.length > maxCsvLength) return refused('', null, 'too-large', [String(maxCsvLength / 1024 / 1024)]);
  const notes: CsvNote[] = [];
  let file: string;
  let from = encoding;
  if (typeof content === 'string') file = content.startsWith('\ufeff') ? content.slice(1) : content;
  else {
    const decoded = decodeText(content);
    if (decoded.text === null) return refused('', null, decoded.refused);
    file = decoded.text;
    from = decoded.encoding;
  }
  // UTF-8 that some program took for Windows-1252, and saved again: its names are garbled for good.
  if (file.startsWith('ï»¿')) return refused('', null, 'encoding-unknown');
  if (from === 'windows-1252') notes.push({ code: 'decoded-as', details: [from] });

  // Excel's own line that names the separator; Excel shows no row for it.
  const named = /^sep=([,;\t])(?:\r\n|\r|\n)/i.exec(file);
  const body = named ? file.slice(named[0].length) : file;
  const table = tableOf(body, named?.[1] ?? delimiterOf(body));
  if ('broken' in table) {
    const limit = { 'too-many-rows': maxCsvRows, 'too-many-cells': maxCsvColumns }[table.broken as string];
    return refused(String(table.row), null, table.broken, limit === undefined ? [] : [String(limit)]);
  }
  const [first, ...lines] = table.rows;
  if (!first || (lines.every((cells) => cells.every(isBlank)) && first.every(isBlank))) {
    return refused('', null, 'empty-file');
  }
  const header = readHeader(first);
  if ('csv' in header) return header;
  if (header.leftOut.length > 0) {
    notes.push({ code: 'columns-left-out', details: header.leftOut.slice(0, maxShownNames) });
  }

  const rows: CsvRow[] = [];
  const rejections: CsvRejection[] = [];
  lines.forEach((cells, index) => {
    const row = index + 2;
    const where = String(row);
    const secret = cells.findIndex((cell) => holdsRun(cell, typedRun));
    if (secret !== -1) {
      const column = header.names[secret] ?? String(secret + 1);
      rejections.push({ where, column, message: 'looks-like-a-key', details: [] });
      return;
    }
    if (cells.every(isBlank)) return;
    if (cells.slice(first.length).some((cell) => !isBlank(cell))) {
      rejections.push({ where, column: null, message: 'too-many-cells', details: [String(first.length)] });
      return;
    }
    const reader = new RowReader(header, cells);
    try {
      rows.push(readRow(reader, row));
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      rejections.push({ where, column: reader.column, message: error.code, details: error.details });
    }
  });
  return { csv: { rows, needsRegion: rows.some(({ region }) => region === null), notes }, rejections };
}
