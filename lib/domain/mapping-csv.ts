/**
 * What the two directions of the mapping CSV share (surface.md, "Mapping CSV"): its columns, and how a text becomes a
 * cell that no spreadsheet runs as a formula, and a text again.
 */

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

/**
 * Whether a text must not stand in a file as it is. Beside formulas these are the texts that mean something else: a
 * note that reads "(unknown)" is not a clearing, and one of blanks is not nothing. No formula guard ever writes `'`
 * before those, so the sign is free for them.
 */
function needsSign(text: string): boolean {
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
