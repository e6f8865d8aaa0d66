/**
 * From a read snapshot to changes of the records: which of our records each row is about (surface.md, "Identity"),
 * and what it says that is not believed yet. Pure; the changes are applied in one transaction, or not at all.
 *
 * What a file leaves out (`null`, an empty list) is left as it is known; what it says is a fact with source `import`,
 * as of the moment it is applied. Coverage and findings of a file are ignored: an import is no reading.
 */
import type { Draft } from '../domain/draft.ts';
import { believed, type Fact, type Field, latest } from '../domain/facts.ts';
import { emailKey, nameKey } from '../domain/identity.ts';
import { afterEvent, isLiving } from '../domain/key-states.ts';
import { newGeneration, newKey, newMembership, newOrganization, newUser, newWorkspace } from '../domain/new-records.ts';
import {
  type Generation,
  type KeyRecord,
  membershipKey,
  type MembershipRecord,
  type OrganizationRecord,
  type UserRecord,
  type WorkspaceRecord,
} from '../domain/records.ts';
import { currentGeneration, defaultLabel, resolveKey } from '../domain/resolve-mapping.ts';
import { isAdminRole } from '../domain/roles.ts';
import { adopted, type Resolution } from '../domain/say.ts';
import type { User, Workspace } from '../domain/mapping.ts';
import type { SnapshotKey, SnapshotMembership } from '../domain/snapshot.ts';
import type { Instant, Region } from '../domain/words.ts';
import type { ReadSnapshot } from './json.ts';
import type { Rejection } from './rejection.ts';

export interface ImportPlan {
  region: Region;
  organization: string | null;
  organizationId: string;
  /** Counts of keys. */
  added: number;
  changed: number;
  unchanged: number;
  /** Rows of every kind that would be left out. */
  rejected: number;
  /** Rows that would be new or changed. */
  workspaces: number;
  users: number;
  memberships: number;
  rejections: Rejection[];
}

interface Context {
  draft: Draft;
  region: Region;
  organizationId: string;
  now: Instant;
  writer: RowWriter;
}

/** How what a row says goes onto its record; the record itself comes back where it says nothing new. */
export interface RowWriter {
  workspace(record: WorkspaceRecord, row: Workspace): WorkspaceRecord;
  user(record: UserRecord, row: User): UserRecord;
  membership(record: MembershipRecord, row: SnapshotMembership): MembershipRecord;
  /** `ownerId`: our id of the row's owner. */
  key(record: KeyRecord, row: SnapshotKey, ownerId: string | null): KeyRecord;
}

/** An import: what the file says is said as of the moment it is applied. */
function importWriter(now: Instant): RowWriter {
  return {
    workspace: (record, row) => ({
      ...record,
      pandadocId: said(now, record.pandadocId, row.pandadocId),
      name: said(now, record.name, row.name),
      kind: saidOver(now, record.kind, row.kind, 'standard'),
      status: saidOver(now, record.status, row.status, 'active', 'time'),
    }),
    user: (record, row) => ({
      ...record,
      pandadocId: said(now, record.pandadocId, row.pandadocId),
      email: said(now, record.email, row.email),
      name: said(now, record.name, row.name),
      kind: said(now, record.kind, row.kind),
      orgAdmin: said(now, record.orgAdmin, row.orgAdmin),
      license: said(now, record.license, row.license),
      status: saidOver(now, record.status, row.status, 'active', 'time'),
    }),
    membership: (record, row) => ({
      ...record,
      membershipId: said(now, record.membershipId, row.membershipId),
      role: said(now, record.role, row.role),
      status: saidOver(now, record.status, row.status, 'active', 'time'),
      lastAdminAt: record.lastAdminAt ?? (isAdminRole(row.role) ? now : null),
    }),
    key: (record, row, ownerId) => withRow(now, record, row, ownerId),
  };
}

/** Puts what an import says of a field onto it. `null` says nothing. */
function said<T>(now: Instant, field: Field<T>, value: T | null, resolution: Resolution = 'rank'): Field<T> {
  if (value === null) return field;
  const fact: Fact<T> = { value, source: 'import', at: now, adapter: null };
  return adopted(field, fact, resolution);
}

/** The same for a field that has a value even where nobody said one. */
function saidOver<T>(now: Instant, field: Field<T>, value: T, otherwise: T, resolution: Resolution = 'rank'): Field<T> {
  const current = resolution === 'time' ? (latest(field)?.value ?? null) : believed(field);
  return current === null && value === otherwise ? field : said(now, field, value, resolution);
}

/** Whether any field of a record is another object than before; facts are never changed in place. */
function differs<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).some((name) => a[name] !== b[name]);
}

/** Names and addresses by which an organization recognises a file as its own. */
function overlaps(draft: Draft, organizationId: string, file: ReadSnapshot['document']): boolean {
  const names = new Set<string>();
  const ids = new Set<string>();
  let any = false;
  for (const workspace of draft.all('workspaces')) {
    if (workspace.organizationId !== organizationId) continue;
    any = true;
    ids.add(workspace.id);
    const name = believed(workspace.name);
    const pandadocId = believed(workspace.pandadocId);
    if (name !== null) names.add(nameKey(name));
    if (pandadocId !== null) ids.add(pandadocId);
  }
  if (!any) return true;
  return file.workspaces.some(
    (row) =>
      ids.has(row.id) ||
      (row.pandadocId !== null && ids.has(row.pandadocId)) ||
      (row.name !== null && names.has(nameKey(row.name))),
  );
}

/**
 * The organization that a file is about: the one of its name; else the region's one organization, when one of the two
 * has no name and they share a workspace (naming is a rename); else a new one.
 */
function chooseOrganization(
  draft: Draft,
  file: ReadSnapshot['document'],
  now: Instant,
  newId: () => string,
): OrganizationRecord {
  const here = [...draft.all('organizations')]
    .filter((organization) => organization.region === file.region)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const name = file.organization;
  const sameName = here.filter((organization) => {
    const known = believed(organization.name);
    return known === null ? name === null : name !== null && nameKey(known) === nameKey(name);
  });
  if (sameName.length > 0) return sameName[0]!;
  const only = here.length === 1 ? here[0] : undefined;
  const nameless = only && (name === null || believed(only.name) === null);
  const organization =
    only && nameless && overlaps(draft, only.id, file) ? only : newOrganization(newId(), file.region);
  const field = said(now, organization.name, name);
  const named = field === organization.name ? organization : { ...organization, name: field };
  draft.put('organizations', named);
  return named;
}

/** A free id like the one in the file, or the record that took it in an earlier import of the same file. */
function place<T>(fileId: string, get: (id: string) => T | undefined, isSame: (record: T) => boolean): string {
  let id = fileId;
  for (let n = 2; ; n += 1) {
    const record = get(id);
    if (record === undefined || isSame(record)) return id;
    id = `${fileId}.${n}`;
  }
}

function contradicts(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

/**
 * Plans the import of one read snapshot.
 *
 * @param draft takes up the changes; thrown away after a preview
 * @param now the moment of applying
 * @param writer how rows are written; an import where nothing else is said
 */
export function planImport(
  draft: Draft,
  snapshot: ReadSnapshot,
  earlierRejections: readonly Rejection[],
  now: Instant,
  newId: () => string,
  writer: RowWriter = importWriter(now),
): ImportPlan {
  const { document, paths } = snapshot;
  const rejections: Rejection[] = [...earlierRejections];
  const reject = (where: string, message: Rejection['message']): void => {
    rejections.push({ where, message, details: [] });
  };
  const organization = chooseOrganization(draft, document, now, newId);
  const context: Context = { draft, region: document.region, organizationId: organization.id, now, writer };
  const plan: ImportPlan = {
    region: document.region,
    organization: document.organization,
    organizationId: organization.id,
    added: 0,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    workspaces: 0,
    users: 0,
    memberships: 0,
    rejections,
  };

  const workspaceIds = planWorkspaces(context, plan, document.workspaces, paths.workspaces, reject);
  const userIds = planUsers(context, plan, document.users, paths.users, reject);

  const seenMemberships = new Set<string>();
  document.memberships.forEach((row, index) => {
    const where = paths.memberships[index]!;
    const userId = userIds.get(row.userId);
    const workspaceId = workspaceIds.get(row.workspaceId);
    if (userId === undefined) return reject(`${where}.userId`, 'unknown-reference');
    if (workspaceId === undefined) return reject(`${where}.workspaceId`, 'unknown-reference');
    const id = membershipKey(userId, workspaceId);
    if (seenMemberships.has(id)) return reject(where, 'duplicate-id');
    seenMemberships.add(id);
    const known = draft.get('memberships', id);
    const membership = known ?? newMembership(context.region, userId, workspaceId);
    const changed = writer.membership(membership, row);
    if (known && !differs(changed, membership)) return;
    draft.put('memberships', changed);
    plan.memberships += 1;
  });

  planKeys(context, plan, document.keys, paths.keys, workspaceIds, userIds, reject);
  plan.rejected = rejections.length;
  return plan;
}

type Reject = (where: string, message: Rejection['message']) => void;

interface Identified {
  id: string;
  pandadocId: string | null;
}

/** What tells records of one kind apart. */
interface Identity<Row extends Identified, Rec extends { id: string; organizationId: string }> {
  rows: readonly Row[];
  paths: readonly string[];
  records: Iterable<Rec>;
  get: (id: string) => Rec | undefined;
  /** Name or address for comparing, `null` where there is none. */
  keyOfRow: (row: Row) => string | null;
  keyOfRecord: (record: Rec) => string | null;
  pandadocIdOf: (record: Rec) => string | null;
  /** How to call a row that fits several records. */
  ambiguous: Rejection['message'];
}

/**
 * Which record each row is about: first PandaDoc's id and ours, then name or address among the records that are left.
 * Rows for one record are one row and rejected ones, whatever was imported before: twice comes to the same.
 *
 * @returns for each row that is not rejected its record, or the free id of a new one
 */
function matchRows<Row extends Identified, Rec extends { id: string; organizationId: string }>(
  organizationId: string,
  identity: Identity<Row, Rec>,
  reject: Reject,
): { row: Row; known: Rec | undefined; newId: string }[] {
  const { rows, paths, get, keyOfRow, keyOfRecord, pandadocIdOf } = identity;
  const byPandadocId = new Map<string, Rec>();
  const byKey = new Map<string, Rec[]>();
  for (const record of identity.records) {
    if (record.organizationId !== organizationId) continue;
    const pandadocId = pandadocIdOf(record);
    if (pandadocId !== null) byPandadocId.set(pandadocId, record);
    const key = keyOfRecord(record);
    if (key !== null) push(byKey, key, record);
  }
  const fits = (row: Row, record: Rec): boolean => !contradicts(pandadocIdOf(record), row.pandadocId);
  const placeOf = (row: Row): string =>
    place(row.id, get, (record) => record.organizationId === organizationId && fits(row, record));

  const matched = new Map<Row, Rec | undefined>();
  /** By record: the row that took it. */
  const takers = new Map<string, Row>();
  const seen = new Set<string>();
  const left: { row: Row; where: string }[] = [];
  rows.forEach((row, index) => {
    const where = paths[index]!;
    if (seen.has(row.id)) return reject(`${where}.id`, 'duplicate-id');
    seen.add(row.id);
    const known = (row.pandadocId === null ? undefined : byPandadocId.get(row.pandadocId)) ?? get(placeOf(row));
    if (!known) return void left.push({ row, where });
    if (takers.has(known.id)) return reject(where, 'disagrees-with-earlier-row');
    takers.set(known.id, row);
    matched.set(row, known);
  });
  for (const { row, where } of left) {
    const key = keyOfRow(row);
    const same = key === null ? [] : (byKey.get(key) ?? []).filter((record) => fits(row, record));
    const free = same.filter((record) => !takers.has(record.id));
    if (free.length > 1) {
      reject(where, identity.ambiguous);
      continue;
    }
    const known = free[0];
    if (!known) {
      // Taken by a row of the same name: the two disagree. Taken by one that renames it: this one is somebody new.
      const disagrees = same.some((record) => {
        const taker = takers.get(record.id)!;
        return keyOfRow(taker) === key && !contradicts(taker.pandadocId, row.pandadocId);
      });
      if (disagrees) {
        reject(where, 'disagrees-with-earlier-row');
        continue;
      }
    } else takers.set(known.id, row);
    matched.set(row, known);
  }
  return rows.flatMap((row) => (matched.has(row) ? [{ row, known: matched.get(row), newId: placeOf(row) }] : []));
}

function planWorkspaces(
  context: Context,
  plan: ImportPlan,
  rows: ReadSnapshot['document']['workspaces'],
  paths: string[],
  reject: Reject,
): Map<string, string> {
  const { draft, region, organizationId } = context;
  const matches = matchRows(
    organizationId,
    {
      rows,
      paths,
      records: draft.all('workspaces'),
      get: (id) => draft.get('workspaces', id),
      keyOfRow: ({ name }) => (name === null ? null : nameKey(name)),
      keyOfRecord: (record) => keyOf(record.name, nameKey),
      pandadocIdOf: (record) => believed(record.pandadocId),
      ambiguous: 'ambiguous-workspace',
    },
    reject,
  );
  const ids = new Map<string, string>();
  for (const { row, known, newId } of matches) {
    const record = known ?? newWorkspace(newId, region, organizationId);
    ids.set(row.id, record.id);
    const changed = context.writer.workspace(record, row);
    if (known && !differs(changed, record)) continue;
    draft.put('workspaces', changed);
    plan.workspaces += 1;
  }
  return ids;
}

function keyOf(field: Field<string>, key: (text: string) => string): string | null {
  const text = believed(field);
  return text === null ? null : key(text);
}

function planUsers(
  context: Context,
  plan: ImportPlan,
  rows: ReadSnapshot['document']['users'],
  paths: string[],
  reject: Reject,
): Map<string, string> {
  const { draft, region, organizationId } = context;
  const matches = matchRows(
    organizationId,
    {
      rows,
      paths,
      records: draft.all('users'),
      get: (id) => draft.get('users', id),
      keyOfRow: ({ email }) => (email === null ? null : emailKey(email)),
      keyOfRecord: (record) => keyOf(record.email, emailKey),
      pandadocIdOf: (record) => believed(record.pandadocId),
      ambiguous: 'disagrees-with-earlier-row',
    },
    reject,
  );
  const ids = new Map<string, string>();
  for (const { row, known, newId } of matches) {
    const record = known ?? newUser(newId, region, organizationId);
    ids.set(row.id, record.id);
    const changed = context.writer.user(record, row);
    if (known && !differs(changed, record)) continue;
    draft.put('users', changed);
    plan.users += 1;
  }
  return ids;
}

function planKeys(
  context: Context,
  plan: ImportPlan,
  rows: readonly SnapshotKey[],
  paths: string[],
  workspaceIds: Map<string, string>,
  userIds: Map<string, string>,
  reject: Reject,
): void {
  const { draft, region } = context;
  const bySlot = new Map<string, KeyRecord[]>();
  for (const record of draft.all('keys')) push(bySlot, `${record.workspaceId} ${record.type}`, record);
  const taken = new Set<string>();
  const seen = new Set<string>();

  interface Row {
    row: SnapshotKey;
    where: string;
    workspaceId: string;
    ownerId: string | null;
    known: KeyRecord | undefined;
  }
  const taking: Row[] = [];
  rows.forEach((row, index) => {
    const where = paths[index]!;
    if (seen.has(row.id)) return reject(`${where}.id`, 'duplicate-id');
    seen.add(row.id);
    const workspaceId = workspaceIds.get(row.workspaceId);
    if (workspaceId === undefined) return reject(`${where}.workspaceId`, 'unknown-reference');
    const ownerId = row.ownerId === null ? null : userIds.get(row.ownerId);
    if (ownerId === undefined) return reject(`${where}.ownerId`, 'unknown-reference');
    taking.push({ row, where, workspaceId, ownerId, known: undefined });
  });

  const rowsBySlot = new Map<string, number>();
  for (const { row, workspaceId } of taking) {
    const slot = `${workspaceId} ${row.type}`;
    rowsBySlot.set(slot, (rowsBySlot.get(slot) ?? 0) + 1);
  }
  const take = (entry: Row, record: KeyRecord | undefined): boolean => {
    if (!record || taken.has(record.id)) return false;
    taken.add(record.id);
    entry.known = record;
    return true;
  };
  const sameSlot = (entry: Row) => (record: KeyRecord) =>
    record.workspaceId === entry.workspaceId && record.type === entry.row.type;

  // Our own ids first: a file that came from here means exactly these. Then the rules for everybody else's files.
  for (const entry of taking) {
    take(
      entry,
      draft.get(
        'keys',
        place(entry.row.id, (id) => draft.get('keys', id), sameSlot(entry)),
      ),
    );
  }
  // A row that says nothing new about a key is about that key: else a key that an import ended would let the next import
  // of the same file end its neighbour.
  for (const entry of taking) {
    if (entry.known) continue;
    const here = bySlot.get(`${entry.workspaceId} ${entry.row.type}`) ?? [];
    const free = here.filter((record) => !taken.has(record.id));
    take(
      entry,
      best(free, (record) => saysNothingNew(entry.row, record), entry.row),
    );
  }
  for (const entry of taking) {
    if (entry.known) continue;
    const slot = `${entry.workspaceId} ${entry.row.type}`;
    const here = (bySlot.get(slot) ?? []).filter((record) => !taken.has(record.id));
    const living = here.filter((record) => isLiving(resolveKey(record).status));
    if (rowsBySlot.get(slot) === 1 && living.length === 1 && take(entry, living[0])) continue;
    if (
      take(
        entry,
        best(here, (record) => resolveKey(record).label === entry.row.label, entry.row),
      )
    )
      continue;
    const { hint } = entry.row;
    if (hint !== null)
      take(
        entry,
        best(here, (record) => believed(currentGeneration(record).hint) === hint, entry.row),
      );
  }

  for (const entry of taking) {
    const { row } = entry;
    const id = place(
      row.id,
      (other) => draft.get('keys', other),
      () => false,
    );
    const record = entry.known ?? withNumber(newKey(id, region, entry.workspaceId, row.type), row.generation);
    const changed = context.writer.key(record, row, entry.ownerId);
    if (!entry.known) plan.added += 1;
    else if (differs(changed, record)) plan.changed += 1;
    else {
      plan.unchanged += 1;
      continue;
    }
    draft.put('keys', changed);
  }
}

function saysNothingNew(row: SnapshotKey, record: KeyRecord): boolean {
  const { label, hint, status, generation } = resolveKey(record);
  return (
    label === row.label &&
    (row.hint === null || row.hint === hint) &&
    status === row.status &&
    generation === row.generation
  );
}

/** The one that fits; of several the one whose last characters fit too, then the first by id, so that it is always the same. */
function best(
  records: readonly KeyRecord[],
  fits: (record: KeyRecord) => boolean,
  row: SnapshotKey,
): KeyRecord | undefined {
  const fitting = records.filter(fits).sort((a, b) => (a.id < b.id ? -1 : 1));
  const hint = row.hint;
  return fitting.find((record) => hint !== null && believed(currentGeneration(record).hint) === hint) ?? fitting[0];
}

function withNumber(key: KeyRecord, number: number): KeyRecord {
  return { ...key, generations: [newGeneration(number)] };
}

/** A key with what one row says: of the key itself, and of the generation that the row is about. */
function withRow(now: Instant, record: KeyRecord, row: SnapshotKey, ownerId: string | null): KeyRecord {
  const label = saidOver(now, record.label, row.label, defaultLabel(row.type));
  const usedBy = row.usedBy.length === 0 ? record.usedBy : said(now, record.usedBy, row.usedBy);
  const demand = Object.keys(row.demand).length === 0 ? record.demand : said(now, record.demand, row.demand);
  const notes = said(now, record.notes, row.notes);
  const rotationDays = said(now, record.rotationDays, row.rotationDays);
  return {
    ...record,
    label,
    usedBy,
    demand,
    notes,
    rotationDays,
    generations: withGeneration(now, record.generations, row, ownerId),
  };
}

function withGeneration(
  now: Instant,
  generations: Generation[],
  row: SnapshotKey,
  ownerId: string | null,
): Generation[] {
  const last = generations[generations.length - 1]!;
  let list = generations;
  if (row.generation > last.number) {
    // The file knows a later secret of this key than we do: ours was replaced, and its owner and dates end with it.
    const was = latest(last.status)?.value ?? 'unknown';
    const is = afterEvent(was, 'generated');
    const status = is === was ? last.status : said(now, last.status, is, 'time');
    list = [...generations.slice(0, -1), { ...last, status }, newGeneration(row.generation)];
  }
  const at = list.findIndex((generation) => generation.number === row.generation);
  // An older secret that we never knew is history that says nothing about today's.
  if (at === -1) return generations;
  const generation = list[at]!;
  const changed: Generation = {
    ...generation,
    hint: said(now, generation.hint, row.hint),
    ownerId: said(now, generation.ownerId, ownerId),
    createdOn: said(now, generation.createdOn, row.createdOn),
    rotatedOn: said(now, generation.rotatedOn, row.rotatedOn),
    verifiedOn: said(now, generation.verifiedOn, row.verifiedOn),
    // A status of an older secret is the end of that secret, as it was.
    status: at === list.length - 1 ? said(now, generation.status, row.status, 'time') : generation.status,
  };
  if (list === generations && !differs(changed, generation)) return generations;
  return list.map((entry, index) => (index === at ? changed : entry));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
