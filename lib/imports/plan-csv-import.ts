/**
 * From the rows of a CSV to changes of the records: which of our records each row is about (surface.md, "Mapping CSV",
 * "Identity"), and what it says that is not believed yet. Pure; the draft is written in one transaction, or not at all.
 *
 * An empty cell says nothing, `(unknown)` clears, a missing row deletes nothing. A row that is rejected leaves no trace:
 * neither its workspace nor its owner is recorded.
 */
import type { Draft } from '../domain/draft.ts';
import { believed, type Fact, type Field, latest, valueText } from '../domain/facts.ts';
import { emailKey, nameKey } from '../domain/identity.ts';
import { isLiving } from '../domain/key-states.ts';
import { newKey, newMembership, newOrganization, newUser, newWorkspace } from '../domain/new-records.ts';
import {
  type Generation,
  type KeyRecord,
  type MembershipRecord,
  membershipKey,
  type OrganizationRecord,
  type UserRecord,
  type WorkspaceRecord,
} from '../domain/records.ts';
import { currentGeneration, defaultLabel, resolveKey } from '../domain/resolve-mapping.ts';
import { isAdminRole } from '../domain/roles.ts';
import { adopted, type Resolution } from '../domain/say.ts';
import type { Instant, Region } from '../domain/words.ts';
import type { Cell, CsvRejection, CsvRejectionCode, CsvRow, MappingCsv } from '../domain/mapping-csv.ts';
import type { ImportPlan } from './plan-import.ts';

/** As the plan of a snapshot; a table may speak of several organizations, the first of them stands in front. */
export interface CsvImportPlan extends Omit<ImportPlan, 'rejections'> {
  organizations: { region: Region; organization: string | null; organizationId: string }[];
  rejections: CsvRejection[];
}

/* ------------------------------------------------------------------------------------------ saying and agreeing */

type Same<T> = (a: T, b: T) => boolean;

/**
 * Texts that a spreadsheet, or UTF-8, makes of one another are no news: ends of lines, lone surrogates, blanks around,
 * tabs (LibreOffice 7 drops them).
 */
const sameText: Same<string> = (a, b) => plain(a) === plain(b);
const plain = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', '').trim();
const sameValue: Same<unknown> = (a, b) => valueText(a) === valueText(b);
/** A file holds no lone surrogates; a name of ours may. */
const nameOf = (name: string): string => nameKey(name.toWellFormed());
const emailOf = (email: string): string => emailKey(email.toWellFormed());
const idOf = (field: Field<string>): string | null => {
  const id = believed(field);
  return id === null ? null : plain(id);
};
const sameName: Same<string> = (a, b) => nameOf(a) === nameOf(b);
const sameEmail: Same<string> = (a, b) => emailOf(a) === emailOf(b);
const sameParts: Same<string[]> = (a, b) => {
  const parts = (list: string[]): string[] => list.map(plain).filter((part) => part !== '');
  return sameValue(parts(a), parts(b));
};
const sameDemand: Same<Record<string, number>> = (a, b) => {
  const entries = (demand: Record<string, number>): unknown =>
    Object.entries(demand)
      .map(([name, calls]) => [plain(name), calls])
      .sort(([x], [y]) => (x! < y! ? -1 : 1));
  return sameValue(entries(a), entries(b));
};

/** What a cell says, put onto a field; `otherwise` is what holds where nobody has said anything. */
function told<T>(
  now: Instant,
  field: Field<T>,
  cell: Cell<T>,
  same: Same<T>,
  { otherwise = null, resolution = 'rank' }: { otherwise?: T | null; resolution?: Resolution } = {},
): Field<T> {
  if (cell === undefined) return field;
  const known = (resolution === 'time' ? latest(field)?.value : believed(field)) ?? otherwise;
  if (known !== null && cell !== null && same(known, cell)) return field;
  const fact: Fact<T> = { value: cell, source: 'import', at: now, adapter: null };
  return adopted(field, fact, resolution);
}

function differs<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).some((name) => a[name] !== b[name]);
}

/** What the accepted rows said of one thing, and the row that said it first. */
class Sayings {
  readonly #said = new Map<string, { cell: unknown; row: number }>();

  /** The earlier row that says otherwise. */
  disagreeing<T>(field: string, cell: Cell<T>, same: Same<T>): number | null {
    const earlier = this.#said.get(field);
    if (cell === undefined || earlier === undefined) return null;
    const agrees = cell === null || earlier.cell === null ? cell === earlier.cell : same(earlier.cell as T, cell);
    return agrees ? null : earlier.row;
  }

  say(field: string, cell: unknown, row: number): void {
    if (cell !== undefined && !this.#said.has(field)) this.#said.set(field, { cell, row });
  }

  get<T>(field: string): Cell<T> {
    return this.#said.get(field)?.cell as Cell<T>;
  }
}

class Reject extends Error {
  readonly column: string | null;
  readonly code: CsvRejectionCode;
  readonly details: string[];

  constructor(column: string | null, code: CsvRejectionCode, ...details: string[]) {
    super(code);
    this.column = column;
    this.code = code;
    this.details = details;
  }
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/* ------------------------------------------------------------------------------------------ what rows are about */

/** A workspace or user that rows are about: a record of ours, or one to be. */
interface Subject<R> {
  id: string;
  record: R | null;
  /** Known, or claimed by a row of this file. */
  pandadocId: string | null;
  said: Sayings;
}
type WorkspaceSubject = Subject<WorkspaceRecord> & { organization: Organization };
type UserSubject = Subject<UserRecord>;

/** Subjects of one organization by PandaDoc's id and by what else they are recognised by. */
class Subjects<S extends Subject<unknown>> {
  readonly byPandadocId = new Map<string, S>();
  readonly #byText = new Map<string, S[]>();
  /** What records are called today. */
  readonly #former = new Map<S, string>();

  add(subject: S, text: string | null): S {
    if (subject.pandadocId !== null && !this.byPandadocId.has(subject.pandadocId)) {
      this.byPandadocId.set(subject.pandadocId, subject);
    }
    if (text !== null) push(this.#byText, text, subject);
    if (text !== null && subject.record !== null) this.#former.set(subject, text);
    return subject;
  }

  /** Those that a text means; with an id only those whose own is not known, since two ids are two things. */
  called(text: string | null, pandadocId: string | null): S[] {
    const found = text === null ? [] : (this.#byText.get(text) ?? []);
    return pandadocId === null ? found : found.filter((subject) => subject.pandadocId === null);
  }

  /**
   * What a row calls a subject that it names by something stronger. It then has its former name no more: the next row
   * that says that name means somebody else.
   */
  rename(subject: S, text: string | null): void {
    if (text === null || this.#byText.get(text)?.includes(subject)) return;
    push(this.#byText, text, subject);
    const former = this.#former.get(subject);
    if (former === undefined) return;
    this.#former.delete(subject);
    const others = this.#byText.get(former)!.filter((other) => other !== subject);
    this.#byText.set(former, others);
  }

  claim(subject: S, pandadocId: string): void {
    subject.pandadocId = pandadocId;
    this.byPandadocId.set(pandadocId, subject);
  }
}

interface Organization {
  record: OrganizationRecord;
  /** Its name as the file has it, to be recorded with the first row that is accepted. */
  named: string | null;
  workspaces: Subjects<WorkspaceSubject>;
  users: Subjects<UserSubject>;
  /** Users known by nothing but their name are found by it as well. */
  usersByName: Subjects<UserSubject>;
}

interface Resolved {
  row: CsvRow;
  organization: Organization;
  workspace: WorkspaceSubject;
  owner: UserSubject | null;
}

const given = (cell: Cell<string>): string | null => cell ?? null;

/** One region: its organizations, and what its rows are about. */
class RegionImport {
  readonly #draft: Draft;
  readonly #region: Region;
  readonly #newId: () => string;
  readonly #organizations: Organization[] = [];
  readonly #byName = new Map<string, Organization>();
  /** How many different ids the file gives to workspaces of one name. */
  readonly #idsOfName = new Map<string, Set<string>>();

  constructor(draft: Draft, region: Region, newId: () => string, rows: readonly CsvRow[]) {
    this.#draft = draft;
    this.#region = region;
    this.#newId = newId;
    const byRecord = new Map<string, Organization>();
    for (const record of [...draft.all('organizations')].filter((each) => each.region === region).sort(byId)) {
      byRecord.set(record.id, this.#organization(record));
    }
    for (const record of draft.all('workspaces')) {
      const organization = byRecord.get(record.organizationId);
      if (!organization) continue;
      const name = believed(record.name);
      organization.workspaces.add(
        { id: record.id, record, pandadocId: idOf(record.pandadocId), said: new Sayings(), organization },
        name === null ? null : nameOf(name),
      );
    }
    for (const record of draft.all('users')) {
      const organization = byRecord.get(record.organizationId);
      if (!organization) continue;
      const email = believed(record.email);
      const name = believed(record.name);
      const subject: UserSubject = {
        id: record.id,
        record,
        pandadocId: idOf(record.pandadocId),
        said: new Sayings(),
      };
      organization.users.add(subject, email === null ? null : emailOf(email));
      organization.usersByName.add(subject, name === null ? null : nameOf(name));
    }
    this.#nameOrganizations(rows);
    for (const { organization, workspace, workspaceId } of rows) {
      if (workspace == null || workspaceId == null) continue;
      const key = this.#nameIn(organization, workspace);
      const ids = this.#idsOfName.get(key) ?? new Set();
      this.#idsOfName.set(key, ids.add(workspaceId));
    }
  }

  #nameIn(organization: string | null, workspace: string): string {
    return `${organization === null ? '' : nameOf(organization)}\n${nameOf(workspace)}`;
  }

  #organization(record: OrganizationRecord): Organization {
    const organization: Organization = {
      record,
      named: null,
      workspaces: new Subjects(),
      users: new Subjects(),
      usersByName: new Subjects(),
    };
    this.#organizations.push(organization);
    const name = believed(record.name);
    if (name !== null && !this.#byName.has(nameOf(name))) this.#byName.set(nameOf(name), organization);
    return organization;
  }

  /** The one that nobody named. */
  #unnamed(): Organization | undefined {
    return this.#organizations.find(({ record, named }) => believed(record.name) === null && named === null);
  }

  /**
   * Organizations that the file names. Naming is a rename: where one of its names is new, and the unnamed organization
   * holds a workspace of those rows (or nothing yet, and is the only one), that is the one.
   */
  #nameOrganizations(rows: readonly CsvRow[]): void {
    const fresh = new Map<string, { name: string; rows: CsvRow[] }>();
    for (const row of rows) {
      if (row.organization === null) continue;
      const key = nameOf(row.organization);
      if (this.#byName.has(key)) continue;
      const entry = fresh.get(key) ?? { name: row.organization, rows: [] };
      entry.rows.push(row);
      fresh.set(key, entry);
    }
    const unnamed = this.#unnamed();
    if (unnamed) {
      const empty =
        this.#organizations.length === 1 &&
        ![...this.#draft.all('workspaces')].some((record) => record.organizationId === unnamed.record.id);
      const fitting = [...fresh].filter(
        ([, entry]) => (empty && fresh.size === 1) || entry.rows.some((row) => this.#known(unnamed, row).length > 0),
      );
      if (fitting.length === 1) {
        const [key, { name }] = fitting[0]!;
        unnamed.named = name;
        this.#byName.set(key, unnamed);
        fresh.delete(key);
      }
    }
    for (const [key, { name }] of fresh) {
      const organization = this.#organization(newOrganization(this.#newId(), this.#region));
      organization.named = name;
      this.#byName.set(key, organization);
    }
  }

  /** The workspaces of an organization that a row may mean. */
  #known(organization: Organization, row: CsvRow): WorkspaceSubject[] {
    const id = given(row.workspaceId);
    const own = id === null ? undefined : organization.workspaces.byPandadocId.get(id);
    if (own) return [own];
    return organization.workspaces.called(row.workspace == null ? null : nameOf(row.workspace), id);
  }

  /** The organization of a row that names none: where its workspace is, else the one that there is. */
  #home(row: CsvRow): Organization {
    const unnamed = this.#unnamed();
    if (unnamed && this.#known(unnamed, row).length > 0) return unnamed;
    const holding = this.#organizations.filter((organization) => this.#known(organization, row).length > 0);
    if (holding.length === 1) return holding[0]!;
    if (holding.length > 1) throw new Reject('workspace', 'ambiguous-workspace');
    if (unnamed) return unnamed;
    if (this.#organizations.length > 1) throw new Reject('organization', 'ambiguous-organization');
    return this.#organizations[0] ?? this.#organization(newOrganization(this.#newId(), this.#region));
  }

  /** Finds or makes up the workspace of a row. Rows with ids come first, so that the order of rows does not matter. */
  workspaceOf(row: CsvRow): WorkspaceSubject {
    const organization = row.organization === null ? this.#home(row) : this.#byName.get(nameOf(row.organization))!;
    const found = this.#known(organization, row);
    const id = given(row.workspaceId);
    if (found.length > 1) throw new Reject('workspace', 'ambiguous-workspace');
    const subject = found[0];
    if (subject) {
      if (id !== null && subject.pandadocId === null) {
        // Two ids for what we know as one: which of them is it?
        const ids = this.#idsOfName.get(this.#nameIn(row.organization, row.workspace!));
        if (ids && ids.size > 1) throw new Reject('workspace_id', 'ambiguous-workspace');
        organization.workspaces.claim(subject, id);
      }
      organization.workspaces.rename(subject, row.workspace == null ? null : nameOf(row.workspace));
      return subject;
    }
    return organization.workspaces.add(
      { id: this.#newId(), record: null, pandadocId: id, said: new Sayings(), organization },
      row.workspace == null ? null : nameOf(row.workspace),
    );
  }

  /** Finds or makes up the owner of a row; `null` where it names none. */
  ownerOf(row: CsvRow, organization: Organization): UserSubject | null {
    const { users, usersByName } = organization;
    const id = given(row.ownerUserId);
    const email = row.ownerEmail == null ? null : emailOf(row.ownerEmail);
    const name = row.ownerName == null ? null : nameOf(row.ownerName);
    if (id === null && email === null && name === null) return null;
    const own = id === null ? undefined : users.byPandadocId.get(id);
    if (own) return this.#renamed(organization, own, email, name);
    // A name alone is the weakest of signs: it counts where it fits one person only.
    const found = id === null && email === null ? usersByName.called(name, null) : users.called(email, id);
    if (found.length > 1) {
      throw new Reject(email === null ? 'owner_name' : 'owner_email', 'ambiguous-owner');
    }
    const subject = found[0];
    if (subject) {
      if (id !== null) users.claim(subject, id);
      return this.#renamed(organization, subject, email, name);
    }
    const created: UserSubject = { id: this.#newId(), record: null, pandadocId: id, said: new Sayings() };
    users.add(created, email);
    return usersByName.add(created, name);
  }

  #renamed(organization: Organization, user: UserSubject, email: string | null, name: string | null): UserSubject {
    organization.users.rename(user, email);
    organization.usersByName.rename(user, name);
    return user;
  }
}

/* ------------------------------------------------------------------------------------------ rows that agree */

type Check = [said: Sayings, field: string, column: string, cell: Cell<unknown>, same: Same<never>];

/** All that a row says of its workspace, its owner and the owner's place there. */
function checksOf({ row, workspace, owner }: Resolved): Check[] {
  const checks: Check[] = [
    [workspace.said, 'pandadocId', 'workspace_id', row.workspaceId, sameText],
    [workspace.said, 'name', 'workspace', row.workspace, sameName],
    [workspace.said, 'kind', 'workspace_kind', row.workspaceKind, sameValue],
  ];
  if (owner) {
    checks.push(
      [owner.said, 'pandadocId', 'owner_user_id', row.ownerUserId, sameText],
      [owner.said, 'email', 'owner_email', row.ownerEmail, sameEmail],
      [owner.said, 'name', 'owner_name', row.ownerName, sameName],
      [owner.said, 'kind', 'owner_type', row.ownerType, sameValue],
      [owner.said, 'orgAdmin', 'owner_org_admin', row.ownerOrgAdmin, sameValue],
      [owner.said, 'license', 'owner_license', row.ownerLicense, sameText],
      [owner.said, `role ${workspace.id}`, 'owner_role', row.ownerRole, sameText],
    );
  }
  return checks;
}

/** Takes what a row says up, unless an earlier row said otherwise. */
function agree(resolved: Resolved): void {
  const checks = checksOf(resolved);
  for (const [said, field, column, cell, same] of checks) {
    const earlier = said.disagreeing(field, cell, same as Same<unknown>);
    if (earlier !== null) throw new Reject(column, 'disagrees-with-earlier-row', String(earlier));
  }
  for (const [said, field, , cell] of checks) said.say(field, cell, resolved.row.row);
}

/* ------------------------------------------------------------------------------------------ keys */

/** What a row says of a key, put onto its current generation. */
function withRow(now: Instant, record: KeyRecord, { row, owner }: Resolved): KeyRecord {
  const last = currentGeneration(record);
  const clearsOwner = owner === null && (row.ownerEmail === null || row.ownerName === null || row.ownerUserId === null);
  const generation: Generation = {
    ...last,
    hint: told(now, last.hint, row.hint, sameText),
    ownerId: told(now, last.ownerId, owner === null ? (clearsOwner ? null : undefined) : owner.id, sameText),
    createdOn: told(now, last.createdOn, row.createdOn, sameValue),
    rotatedOn: told(now, last.rotatedOn, row.rotatedOn, sameValue),
    verifiedOn: told(now, last.verifiedOn, row.verifiedOn, sameValue),
    status: told(now, last.status, row.status === null ? 'unknown' : row.status, sameValue, {
      otherwise: 'unknown',
      resolution: 'time',
    }),
  };
  return {
    ...record,
    label: told(now, record.label, row.label, sameText, { otherwise: defaultLabel(record.type) }),
    usedBy: told(now, record.usedBy, row.usedBy, sameParts),
    demand: told(now, record.demand, row.demand, sameDemand),
    notes: told(now, record.notes, row.notes, sameText),
    rotationDays: told(now, record.rotationDays, row.rotationDays, sameValue),
    generations: differs(generation, last) ? [...record.generations.slice(0, -1), generation] : record.generations,
  };
}

interface Entry {
  resolved: Resolved;
  label: string;
  hint: string | null;
  record: KeyRecord | null;
}

interface Candidate {
  record: KeyRecord;
  label: string;
  hint: string | null;
  living: boolean;
  taken: boolean;
}

const marks = ({ label, hint }: { label: string; hint: string | null }): string => JSON.stringify([label, hint]);

/** Larger crowds of keys that nothing tells apart are matched in the order of their ids. */
const maxPairs = 2500;

/** Whether a row says of a key nothing but what is known. */
function fits(now: Instant, { resolved }: Entry, { record }: Candidate): boolean {
  return !differs(withRow(now, record, resolved), record);
}

/**
 * Rows that say of some key what is known of it already, as many as can be at once (augmenting paths). So the second
 * import of a file gives each row its own key back, and changes nothing, however alike keys and rows are.
 */
function matchUnchanged(now: Instant, entries: Entry[], candidates: Candidate[]): void {
  const rowsByLabel = new Map<string, Entry[]>();
  for (const entry of entries) push(rowsByLabel, entry.label, entry);
  const keysByLabel = new Map<string, Candidate[]>();
  for (const candidate of candidates) push(keysByLabel, candidate.label, candidate);
  for (const [label, [candidate, ...others]] of keysByLabel) {
    // The usual case: a label of its own, on both sides.
    const [entry, ...more] = rowsByLabel.get(label) ?? [];
    if (!entry || !candidate || others.length + more.length > 0 || entry.resolved.row.label == null) continue;
    if (fits(now, entry, candidate)) take(entry, candidate);
  }
  const rows = entries.filter(({ record }) => record === null);
  const keys = candidates.filter(({ taken }) => !taken);
  if (rows.length * keys.length > maxPairs) {
    const free = new Map<string, Candidate[]>();
    for (const candidate of keys.reverse()) push(free, marks(candidate), candidate);
    for (const entry of rows) {
      const candidate = free.get(marks(entry))?.pop();
      if (candidate && fits(now, entry, candidate)) take(entry, candidate);
    }
    return;
  }
  const edges = new Map(rows.map((entry) => [entry, keys.filter((candidate) => fits(now, entry, candidate))]));
  const holder = new Map<Candidate, Entry>();
  const place = (entry: Entry, tried: Set<Candidate>): boolean => {
    for (const candidate of edges.get(entry)!) {
      if (tried.has(candidate)) continue;
      tried.add(candidate);
      const other = holder.get(candidate);
      if (other && !place(other, tried)) continue;
      holder.set(candidate, entry);
      return true;
    }
    return false;
  };
  for (const entry of rows) place(entry, new Set());
  for (const [candidate, entry] of holder) take(entry, candidate);
}

function take(entry: Entry, candidate: Candidate): void {
  candidate.taken = true;
  entry.record = candidate.record;
}

/** Gives each row the first free key with the same mark. */
function matchBy(
  entries: Entry[],
  candidates: Candidate[],
  markOf: (thing: { label: string; hint: string | null }) => string | null,
): void {
  const free = new Map<string, Candidate[]>();
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const candidate = candidates[index]!;
    const mark = markOf(candidate);
    if (!candidate.taken && mark !== null) push(free, mark, candidate);
  }
  for (const entry of entries) {
    const mark = entry.record === null ? markOf(entry) : null;
    const candidate = mark === null ? undefined : free.get(mark)?.pop();
    if (candidate) take(entry, candidate);
  }
}

/** Finds the key of each row of one workspace and type; what is left without one is new. */
function matchKeys(now: Instant, entries: Entry[], records: KeyRecord[]): void {
  const candidates = records.sort(byId).map((record): Candidate => {
    const { label, hint, status } = resolveKey(record);
    return {
      record,
      label: plain(label),
      hint: hint === null ? null : plain(hint),
      living: isLiving(status),
      taken: false,
    };
  });
  if (candidates.length === 0) return;
  const living = candidates.filter((candidate) => candidate.living);
  const dead = candidates.filter((candidate) => !candidate.living);
  const open = (): Entry[] => entries.filter(({ record }) => record === null);
  const says = (entry: Entry, candidate: Candidate): boolean => marks(entry) === marks(candidate);
  const ends = ({ resolved: { row } }: Entry): boolean => row.status != null && !isLiving(row.status);

  const [only] = entries;
  if (only && entries.length === 1 && living.length === 1) {
    // One row for the one living key; but a row that tells the end of a dead one is not for the living one beside it.
    const forDead =
      ends(only) &&
      dead.some((candidate) => fits(now, only, candidate) || (says(only, candidate) && !says(only, living[0]!)));
    if (!forDead) return take(only, living[0]!);
  }
  matchUnchanged(now, entries, candidates);
  matchBy(open().filter(ends), dead, marks);
  const left = open();
  if (left.length === 1 && living.length === 1 && !living[0]!.taken) take(left[0]!, living[0]!);
  for (const mark of [marks, ({ label }: { label: string }) => label, ({ hint }: { hint: string | null }) => hint]) {
    matchBy(open(), candidates, mark);
  }
}

/* ------------------------------------------------------------------------------------------ the plan */

type Attempt = <T>(row: CsvRow, work: () => T) => T | null;

/** No table of a person needs more; one that was made for it would cost a round for each of its rows. */
const maxRounds = 10;

/** What the rows of one region are about; rows that cannot be taken are told by `attempt`, and missing. */
function resolveRows(
  draft: Draft,
  region: Region,
  newId: () => string,
  rows: readonly CsvRow[],
  attempt: Attempt,
): Resolved[] {
  const regional = new RegionImport(draft, region, newId, rows);
  // Ids first, whatever the order of the rows: what has one is known beyond doubt.
  const workspaces = new Map<CsvRow, WorkspaceSubject | null>();
  for (const withId of [true, false]) {
    for (const row of rows) {
      if ((row.workspaceId != null) !== withId) continue;
      workspaces.set(
        row,
        attempt(row, () => regional.workspaceOf(row)),
      );
    }
  }
  const owners = new Map<CsvRow, { owner: UserSubject | null } | null>();
  const certainty = (row: CsvRow): number => (row.ownerUserId != null ? 0 : row.ownerEmail != null ? 1 : 2);
  for (const degree of [0, 1, 2]) {
    for (const row of rows) {
      const workspace = workspaces.get(row);
      if (!workspace || certainty(row) !== degree) continue;
      owners.set(
        row,
        attempt(row, () => ({ owner: regional.ownerOf(row, workspace.organization) })),
      );
    }
  }
  return rows.flatMap((row) => {
    const workspace = workspaces.get(row);
    const owner = owners.get(row);
    if (!workspace || !owner) return [];
    const resolved: Resolved = { row, organization: workspace.organization, workspace, owner: owner.owner };
    return attempt(row, () => (agree(resolved), true)) ? [resolved] : [];
  });
}

/**
 * Plans the import of a read CSV.
 *
 * @param draft takes up the changes; thrown away after a preview
 * @param chosen the region of rows that name none; `null` rejects those rows
 * @param earlierRejections what reading the file rejected
 * @param now the moment of applying
 */
export function planCsvImport(
  draft: Draft,
  csv: MappingCsv,
  chosen: Region | null,
  earlierRejections: readonly CsvRejection[],
  now: Instant,
  newId: () => string,
): CsvImportPlan {
  const rejections = [...earlierRejections];
  const attempt: Attempt = (row, work) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Reject)) throw error;
      rejections.push({ where: String(row.row), column: error.column, message: error.code, details: error.details });
      return null;
    }
  };
  const rowsByRegion = new Map<Region, CsvRow[]>();
  for (const row of csv.rows) {
    const region = row.region ?? chosen;
    if (region !== null) push(rowsByRegion, region, row);
    else {
      attempt(row, () => {
        throw new Reject('region', 'region-needed');
      });
    }
  }
  const accepted = [...rowsByRegion].flatMap(([region, all]) => {
    let rows = all;
    // What is left once rows were rejected must stand without them: they would else have said whom the others mean.
    for (let round = 0; ; round += 1) {
      const resolved = resolveRows(draft, region, newId, rows, attempt);
      if (resolved.length === rows.length || round === maxRounds) return resolved;
      rows = resolved.map(({ row }) => row);
    }
  });
  accepted.sort((a, b) => a.row.row - b.row.row);
  rejections.sort((a, b) => Number(a.where) - Number(b.where));

  const organizations = applyOrganizations(draft, accepted, now);
  const first = organizations[0];
  const plan: CsvImportPlan = {
    region: first?.region ?? chosen ?? csv.rows[0]?.region ?? 'us',
    organization: first?.organization ?? null,
    organizationId: first?.organizationId ?? '',
    organizations,
    added: 0,
    changed: 0,
    unchanged: 0,
    rejected: new Set(rejections.map(({ where }) => where)).size,
    workspaces: applyWorkspaces(draft, accepted, now),
    users: applyUsers(draft, accepted, now),
    memberships: applyMemberships(draft, accepted, now),
    rejections,
  };
  applyKeys(draft, accepted, now, newId, plan);
  return plan;
}

function applyOrganizations(draft: Draft, accepted: Resolved[], now: Instant): CsvImportPlan['organizations'] {
  const seen = new Set<Organization>();
  return accepted.flatMap(({ organization }) => {
    if (seen.has(organization)) return [];
    seen.add(organization);
    const { record, named } = organization;
    const name = told(now, record.name, named ?? undefined, sameName);
    const saved = name === record.name ? record : { ...record, name };
    draft.put('organizations', saved);
    return [{ region: record.region, organization: believed(name), organizationId: record.id }];
  });
}

function applyWorkspaces(draft: Draft, accepted: Resolved[], now: Instant): number {
  let count = 0;
  for (const workspace of new Set(accepted.map((resolved) => resolved.workspace))) {
    const { organization, said } = workspace;
    const record = workspace.record ?? newWorkspace(workspace.id, organization.record.region, organization.record.id);
    const changed: WorkspaceRecord = {
      ...record,
      pandadocId: told(now, record.pandadocId, said.get<string>('pandadocId'), sameText),
      name: told(now, record.name, said.get<string>('name'), sameText),
      kind: told(now, record.kind, said.get<'standard' | 'service'>('kind'), sameValue, { otherwise: 'standard' }),
    };
    if (workspace.record && !differs(changed, record)) continue;
    draft.put('workspaces', changed);
    count += 1;
  }
  return count;
}

function applyUsers(draft: Draft, accepted: Resolved[], now: Instant): number {
  let count = 0;
  const seen = new Set<UserSubject>();
  for (const { owner, organization } of accepted) {
    if (owner === null || seen.has(owner)) continue;
    seen.add(owner);
    const { said } = owner;
    const record = owner.record ?? newUser(owner.id, organization.record.region, organization.record.id);
    const changed: UserRecord = {
      ...record,
      pandadocId: told(now, record.pandadocId, said.get<string>('pandadocId'), sameText),
      email: told(now, record.email, said.get<string>('email'), sameEmail),
      name: told(now, record.name, said.get<string>('name'), sameText),
      kind: told(now, record.kind, said.get<'service-account' | 'person'>('kind'), sameValue),
      orgAdmin: told(now, record.orgAdmin, said.get<'yes' | 'no'>('orgAdmin'), sameValue),
      license: told(now, record.license, said.get<string>('license'), sameText),
    };
    if (owner.record && !differs(changed, record)) continue;
    draft.put('users', changed);
    count += 1;
  }
  return count;
}

/** A role makes a membership; that somebody owns a key there does not, since the role then is not known. */
function applyMemberships(draft: Draft, accepted: Resolved[], now: Instant): number {
  let count = 0;
  const seen = new Set<string>();
  for (const { owner, workspace, organization } of accepted) {
    if (owner === null) continue;
    const id = membershipKey(owner.id, workspace.id);
    const role = owner.said.get<string>(`role ${workspace.id}`);
    if (role === undefined || seen.has(id)) continue;
    seen.add(id);
    const known = draft.get('memberships', id);
    if (!known && role === null) continue;
    const record: MembershipRecord = known ?? newMembership(organization.record.region, owner.id, workspace.id);
    const changed: MembershipRecord = {
      ...record,
      role: told(now, record.role, role, sameText),
      lastAdminAt: record.lastAdminAt ?? (isAdminRole(role) ? now : null),
    };
    if (known && !differs(changed, record)) continue;
    draft.put('memberships', changed);
    count += 1;
  }
  return count;
}

function applyKeys(draft: Draft, accepted: Resolved[], now: Instant, newId: () => string, plan: CsvImportPlan): void {
  const slotOf = (workspaceId: string, type: string): string => `${workspaceId} ${type}`;
  const known = new Map<string, KeyRecord[]>();
  for (const record of draft.all('keys')) push(known, slotOf(record.workspaceId, record.type), record);
  const slots = new Map<string, Entry[]>();
  const entries = accepted.map((resolved): Entry => {
    const { row, workspace } = resolved;
    const label = plain(row.label ?? defaultLabel(row.keyType));
    const entry: Entry = { resolved, label, hint: row.hint == null ? null : plain(row.hint), record: null };
    push(slots, slotOf(workspace.id, row.keyType), entry);
    return entry;
  });
  for (const [slot, rows] of slots) matchKeys(now, rows, known.get(slot) ?? []);
  // Ids in the order of the rows: so keys that nothing tells apart stand in this order the next time, too.
  const ids = entries.filter(({ record }) => record === null).map(() => newId());
  ids.sort((a, b) => (a < b ? 1 : -1));
  for (const { resolved, record } of entries) {
    const { row, workspace } = resolved;
    const key = record ?? newKey(ids.pop()!, workspace.organization.record.region, workspace.id, row.keyType);
    // A key that is new and of which nothing else is said is in use; one that is known stays what it is.
    const status = row.status === undefined && record === null ? 'active' : row.status;
    const changed = withRow(now, key, { ...resolved, row: { ...row, status } });
    if (record === null) plan.added += 1;
    else if (differs(changed, record)) plan.changed += 1;
    else {
      plan.unchanged += 1;
      continue;
    }
    draft.put('keys', changed);
  }
}
