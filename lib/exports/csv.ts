/** The mapping as CSV (surface.md, "Mapping CSV"): UTF-8, comma, RFC 4180, one row for each key's current generation. */
import { nameKey } from '../domain/identity.ts';
import { cellOf, csvColumns, joinDemand, joinParts } from '../domain/mapping-csv.ts';
import type { User, Workspace } from '../domain/mapping.ts';
import { holdsRun, typedRun } from '../domain/secrets.ts';
import type { SnapshotKey, UnsealedSnapshot } from '../domain/snapshot.ts';

/** What of a snapshot is written; a mapping becomes one by `unsealedSnapshot`. */
export type CsvSource = Pick<
  UnsealedSnapshot,
  'region' | 'organization' | 'workspaces' | 'users' | 'memberships' | 'keys'
>;

/** What ends a cell or a line, and blanks at an end, which some readers take away. */
const special = /[,"\r\n\ufeff]|^ | $/u;

function escaped(cell: string, isText: boolean): string {
  return (cell !== '' && isText) || special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * One line of a table with its end (RFC 4180). A test holds it to what Papa Parse writes, which reads tables and would be
 * seven kilobytes in the popup for these lines.
 */
export function csvLine(cells: readonly string[], isText: (column: number) => boolean = () => false): string {
  return `${cells.map((cell, column) => escaped(cell, isText(column))).join(',')}\r\n`;
}

/** How nearly all texts are: no sign before them, no marks inside, nothing of UTF-16 alone, no blank at the end. */
const plain = /^[A-Za-z0-9](?:[^,"\r\n\ufeff\ud800-\udfff]*[^\s,"\ud800-\udfff])?$/;

/** What was not known is an empty cell; what looks like a secret got in by no way of ours, and goes out by none. */
function written(value: string | number | null, isText: boolean): string {
  if (value === null || value === '') return '';
  const text = String(value);
  // One look rules out secrets, formulas and marks alike, in all but a few cells of ten thousand rows.
  if (text.length < typedRun && plain.test(text)) return isText ? `"${text}"` : text;
  const cell = cellOf(text);
  return holdsRun(cell, typedRun) ? '' : escaped(cell, isText);
}

/** Free text is quoted, so that a spreadsheet can be told to leave `0012` and `9e12` alone. */
const quoted = (text: string | null): string => written(text, true);
const bare = (value: string | number | null): string => written(value, false);

// What follows are the columns from left to right, in the order of `csvColumns`.

function workspaceCells({ name, pandadocId, kind }: Workspace): string[] {
  return [quoted(name), quoted(pandadocId), bare(kind)];
}

function ownerCells({ email, name, pandadocId, kind, orgAdmin }: User): string[] {
  return [quoted(email), quoted(name), quoted(pandadocId), bare(kind), bare(orgAdmin)];
}

/** What of somebody who owns keys is written, made once; nobody's cells are empty. */
interface Owner {
  cells: string;
  license: string;
}
const nobody: Owner = { cells: ',,,,', license: '' };

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** So many rows are one piece of the file. */
const rowsInPart = 100;

/** The text of the file. */
export function mappingCsv(source: CsvSource): string {
  return [...csvParts(source)].join('');
}

/** The file in pieces, to be put together: header, then rows by workspace, type, label, last characters and id. */
export function* csvParts(source: CsvSource): Generator<string> {
  yield csvLine(csvColumns);
  const keysOf = new Map<string, SnapshotKey[]>(source.workspaces.map(({ id }) => [id, []]));
  for (const key of source.keys) keysOf.get(key.workspaceId)?.push(key);
  const users = new Map(source.users.map((user) => [user.id, user]));
  const owners = new Map<string | null, Owner>();
  const ownerOf = (id: string | null): Owner => {
    let owner = owners.get(id);
    if (!owner) {
      const user = id === null ? undefined : users.get(id);
      owner = user ? { cells: ownerCells(user).join(','), license: quoted(user.license) } : nobody;
      owners.set(id, owner);
    }
    return owner;
  };
  const roles = new Map<string, Map<string, string | null>>(source.users.map(({ id }) => [id, new Map()]));
  for (const { userId, workspaceId, role, status } of source.memberships) {
    // Who was removed has no role there; a file that gave one would make them a member again.
    if (status !== 'removed') roles.get(userId)?.set(workspaceId, role);
  }
  const about = `${bare(source.region)},${quoted(source.organization)}`;
  const workspaces = source.workspaces
    .map((workspace) => ({ workspace, order: nameKey(workspace.name ?? '') }))
    .sort((a, b) => compare(a.order, b.order) || compare(a.workspace.id, b.workspace.id));
  // Joined row by row: texts put together with `+` are only put together when they are written, which takes longer.
  let lines: string[] = [];
  for (const { workspace } of workspaces) {
    const where = [about, ...workspaceCells(workspace)].join(',');
    const keys = keysOf
      .get(workspace.id)!
      .sort(
        (a, b) =>
          compare(a.type, b.type) ||
          compare(a.label, b.label) ||
          compare(a.hint ?? '', b.hint ?? '') ||
          compare(a.id, b.id),
      );
    for (const key of keys) {
      const { ownerId, type, label, hint, status, createdOn, rotatedOn, verifiedOn, rotationDays, notes } = key;
      const owner = ownerOf(ownerId);
      const role = (ownerId !== null && roles.get(ownerId)?.get(workspace.id)) || null;
      lines.push(
        [
          where,
          bare(type),
          quoted(label),
          quoted(hint),
          bare(status),
          owner.cells,
          quoted(role),
          owner.license,
          bare(createdOn),
          bare(rotatedOn),
          bare(verifiedOn),
          bare(rotationDays),
          quoted(joinParts(key.usedBy)),
          bare(joinDemand(key.demand)),
          quoted(notes),
        ].join(','),
        '\r\n',
      );
      if (lines.length < 2 * rowsInPart) continue;
      yield lines.join('');
      lines = [];
    }
  }
  if (lines.length > 0) yield lines.join('');
}
