/** The mapping as CSV (surface.md, "Mapping CSV"): UTF-8, comma, RFC 4180, one row for each key's current generation. */
import { nameKey } from '../domain/identity.ts';
import { cellOf, csvColumns, type CsvColumn, joinDemand, joinParts } from '../domain/mapping-csv.ts';
import type { User, Workspace } from '../domain/mapping.ts';
import { membershipKey } from '../domain/records.ts';
import { holdsRun, typedRun } from '../domain/secrets.ts';
import type { SnapshotKey, UnsealedSnapshot } from '../domain/snapshot.ts';

/** What of a snapshot is written; a mapping becomes one by `unsealedSnapshot`. */
export type CsvSource = Pick<
  UnsealedSnapshot,
  'region' | 'organization' | 'workspaces' | 'users' | 'memberships' | 'keys'
>;

/** Columns of free text. They are quoted, so that a spreadsheet can be told to leave `0012` and `9e12` alone. */
const textColumns: ReadonlySet<CsvColumn> = new Set<CsvColumn>([
  'organization',
  'workspace',
  'workspace_id',
  'key_label',
  'key_hint',
  'owner_email',
  'owner_name',
  'owner_user_id',
  'owner_role',
  'owner_license',
  'used_by',
  'notes',
]);

interface Row {
  workspace: Workspace;
  key: SnapshotKey;
  owner: User | undefined;
  role: string | null;
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function cellsOf(source: CsvSource, { workspace, key, owner, role }: Row): Record<CsvColumn, string | number | null> {
  return {
    region: source.region,
    organization: source.organization,
    workspace: workspace.name,
    workspace_id: workspace.pandadocId,
    workspace_kind: workspace.kind,
    key_type: key.type,
    key_label: key.label,
    key_hint: key.hint,
    key_status: key.status,
    owner_email: owner?.email ?? null,
    owner_name: owner?.name ?? null,
    owner_user_id: owner?.pandadocId ?? null,
    owner_type: owner?.kind ?? null,
    owner_org_admin: owner?.orgAdmin ?? null,
    owner_role: role,
    owner_license: owner?.license ?? null,
    created_on: key.createdOn,
    rotated_on: key.rotatedOn,
    verified_on: key.verifiedOn,
    rotation_days: key.rotationDays,
    used_by: joinParts(key.usedBy),
    demand: joinDemand(key.demand),
    notes: key.notes,
  };
}

/** What was not known is an empty cell; what looks like a secret got in by no way of ours, and goes out by none. */
function written(value: string | number | null): string {
  if (value === null || value === '') return '';
  const cell = cellOf(String(value));
  return holdsRun(cell, typedRun) ? '' : cell;
}

/** What ends a cell or a line, and blanks at an end, which some readers take away. */
const special = /[,"\r\n\ufeff]|^ | $/u;

/**
 * One line of a table with its end (RFC 4180). A test holds it to what Papa Parse writes, which reads tables and would be
 * seven kilobytes in the popup for these lines.
 */
export function csvLine(cells: readonly string[], isText: (column: number) => boolean = () => false): string {
  const written = cells.map((cell, column) =>
    (cell !== '' && isText(column)) || special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${written.join(',')}\r\n`;
}

/** So many rows are one piece of the file. */
const rowsInPart = 100;

/** The text of the file. */
export function mappingCsv(source: CsvSource): string {
  return [...csvParts(source)].join('');
}

/** The file in pieces, to be put together: header, then rows by workspace, type, label, last characters and id. */
export function* csvParts(source: CsvSource): Generator<string> {
  const workspaces = new Map(source.workspaces.map((workspace) => [workspace.id, workspace]));
  const orders = new Map(source.workspaces.map(({ id, name }) => [id, nameKey(name ?? '')]));
  const users = new Map(source.users.map((user) => [user.id, user]));
  const roles = new Map<string, string | null>();
  for (const { userId, workspaceId, role, status } of source.memberships) {
    // Who was removed has no role there; a file that gave one would make them a member again.
    if (status !== 'removed') roles.set(membershipKey(userId, workspaceId), role);
  }
  const rows = source.keys.flatMap((key) => {
    const workspace = workspaces.get(key.workspaceId);
    if (!workspace) return [];
    const owner = key.ownerId === null ? undefined : users.get(key.ownerId);
    const role = owner ? (roles.get(membershipKey(owner.id, workspace.id)) ?? null) : null;
    return [{ workspace, key, owner, role, order: orders.get(workspace.id)! }];
  });
  rows.sort(
    (a, b) =>
      compare(a.order, b.order) ||
      compare(a.workspace.id, b.workspace.id) ||
      compare(a.key.type, b.key.type) ||
      compare(a.key.label, b.key.label) ||
      compare(a.key.hint ?? '', b.key.hint ?? '') ||
      compare(a.key.id, b.key.id),
  );
  yield csvLine(csvColumns);
  const isText = csvColumns.map((column) => textColumns.has(column));
  for (let start = 0; start < rows.length; start += rowsInPart) {
    const lines = rows.slice(start, start + rowsInPart).map((row) => {
      const cells = cellsOf(source, row);
      return csvLine(
        csvColumns.map((column) => written(cells[column])),
        (column) => isText[column]!,
      );
    });
    yield lines.join('');
  }
}
