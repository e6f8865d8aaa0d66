/**
 * What the two directions of the mapping CSV share (surface.md, "Mapping CSV"): its columns, and how a text becomes a
 * cell that no spreadsheet runs as a formula, and a text again.
 */
import type { Day, KeyStatus, KeyType, OrgAdmin, Region, UserKind, WorkspaceKind } from './words.ts';

/** All columns, in the order in which they are written. */
export const csvColumns = [
  'region',
  'organization',
  'workspace',
  'workspace_id',
  'workspace_kind',
  'key_type',
  'key_label',
  'key_hint',
  'key_status',
  'owner_email',
  'owner_name',
  'owner_user_id',
  'owner_type',
  'owner_org_admin',
  'owner_role',
  'owner_license',
  'created_on',
  'rotated_on',
  'verified_on',
  'rotation_days',
  'used_by',
  'demand',
  'notes',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** The columns that a file must have. */
export const requiredCsvColumns = ['workspace', 'key_type'] as const satisfies readonly CsvColumn[];

/** The cell that clears what is known. */
export const clearMark = '(unknown)';

/** Whether a cell says "not known", however it is written. */
export function isClearMark(cell: string): boolean {
  return cell.trim().toLowerCase() === clearMark;
}

/** Whether nothing stands in a cell. */
export function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** What spreadsheets take for a formula, or for their own sign of a text. */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/u;

/** How nearly every text begins, and none that needs a sign. */
const ordinary = /^[A-Za-z0-9]/;

/**
 * Whether a text must not stand in a file as it is. Beside formulas these are the texts that mean something else: a
 * note that reads "(unknown)" is not a clearing, and one of blanks is not nothing. No formula guard ever writes `'`
 * before those, so the sign is free for them.
 */
function needsSign(text: string): boolean {
  if (ordinary.test(text)) return false;
  return formula.test(text) || isClearMark(text) || (text !== '' && isBlank(text));
}

/** A text as a cell: with one `'` before it where it needs one; lone surrogates have no UTF-8 and become U+FFFD. */
export function cellOf(text: string): string {
  const wellFormed = text.toWellFormed();
  return needsSign(wellFormed) ? `'${wellFormed}` : wellFormed;
}

/** The text that a cell stands for: exactly one `'` less where it was needed. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && needsSign(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Parts in one cell: `a; b`. A semicolon inside of a part is doubled; blanks around parts do not count. */
export function joinParts(parts: readonly string[]): string {
  if (parts.length === 0) return '';
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(';', ';;'))
    .join('; ');
}

/** The parts of a cell. */
export function splitParts(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]!;
    if (char !== ';') part += char;
    else if (text[index + 1] === ';') {
      part += ';';
      index += 1;
    } else {
      parts.push(part);
      part = '';
    }
  }
  parts.push(part);
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}

const number = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** Declared calls per minute by class in one cell: `create: 220; send: 30`. */
export function joinDemand(demand: Readonly<Record<string, number>>): string {
  const entries = Object.entries(demand).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return joinParts(entries.map(([name, calls]) => `${name}: ${calls}`));
}

/** The demand that a cell declares, `null` where it cannot be read. */
export function splitDemand(text: string): Record<string, number> | null {
  const entries = new Map<string, number>();
  for (const part of splitParts(text)) {
    const colon = part.lastIndexOf(':');
    const name = part.slice(0, Math.max(colon, 0)).trim();
    const calls = part.slice(colon + 1).trim();
    const value = Number(calls);
    if (name === '' || name === '__proto__' || entries.has(name)) return null;
    if (!number.test(calls) || !Number.isFinite(value)) return null;
    entries.set(name, value);
  }
  return Object.fromEntries(entries);
}

/* ------------------------------------------------------------------------------------------ a file that was read */

/** Why a file, or one row of it, cannot be taken. */
export const csvRejectionCodes = [
  // The file as a whole.
  'too-large',
  'too-many-rows',
  'is-a-workbook',
  'encoding-unknown',
  'empty-file',
  'missing-column',
  'duplicate-column',
  'broken-quotes',
  // One row.
  'too-many-cells',
  'looks-like-a-key',
  'value-missing',
  'value-not-allowed',
  'too-long',
  'date-ambiguous',
  'date-is-a-number',
  'not-a-date',
  'not-a-whole-number',
  'not-a-demand',
  'region-needed',
  'owner-missing',
  'ambiguous-organization',
  'ambiguous-workspace',
  'ambiguous-owner',
  'disagrees-with-earlier-row',
] as const;
export type CsvRejectionCode = (typeof csvRejectionCodes)[number];

export interface CsvRejection {
  /** The row as a spreadsheet numbers it, the header being `1`; empty for the file as a whole. */
  where: string;
  /** The column's name (a number where it has none that can be shown); `null` for a whole row or file. */
  column: string | null;
  message: CsvRejectionCode;
  /** Placeholders of the message; never a cell's text. */
  details: string[];
}

/** What a preview tells beside counts and rejections. */
export interface CsvNote {
  /** `decoded-as`: the encoding that was assumed; `columns-left-out`: the names of columns that are not ours. */
  code: 'decoded-as' | 'columns-left-out';
  details: string[];
}

/** What a cell says: a value; `null`: that it is not known; `undefined`: nothing. */
export type Cell<T> = T | null | undefined;

/** One row, each cell right by itself. */
export interface CsvRow {
  row: number;
  /** `null`: the one that is chosen in the preview. */
  region: Region | null;
  /** `null`: not said. */
  organization: string | null;
  workspace?: Cell<string>;
  workspaceId?: Cell<string>;
  workspaceKind?: Cell<WorkspaceKind>;
  keyType: KeyType;
  label?: Cell<string>;
  hint?: Cell<string>;
  status?: Cell<KeyStatus>;
  ownerEmail?: Cell<string>;
  ownerName?: Cell<string>;
  ownerUserId?: Cell<string>;
  ownerType?: Cell<UserKind>;
  ownerOrgAdmin?: Cell<OrgAdmin>;
  ownerRole?: Cell<string>;
  ownerLicense?: Cell<string>;
  createdOn?: Cell<Day>;
  rotatedOn?: Cell<Day>;
  verifiedOn?: Cell<Day>;
  rotationDays?: Cell<number>;
  usedBy?: Cell<string[]>;
  demand?: Cell<Record<string, number>>;
  notes?: Cell<string>;
}

/** What a file holds once it is read. */
export interface MappingCsv {
  rows: CsvRow[];
  /** Whether some row names no region, so that one has to be chosen. */
  needsRegion: boolean;
  notes: CsvNote[];
}

/** `csv` is `null` where the file cannot be taken at all; `rejections` says why, or which rows are left out. */
export interface CsvReadResult {
  csv: MappingCsv | null;
  rejections: CsvRejection[];
}
