/**
 * Merging what somebody else knows into what is known here: field by field, by the rules of provenance (`facts.ts`). Each
 * field keeps the newest saying of each source, so that merging is idempotent, commutative and associative; where both
 * sides said something else, that is a conflict, and listed, whichever side the rules let win.
 */
import { type Fact, type Field, latest, belief, mergeFields, valueText } from './facts.ts';
import type { Generation, KeyRecord, MembershipRecord, UserRecord, WorkspaceRecord } from './records.ts';
import { adopted, type Resolution } from './say.ts';
import type { Instant, KeyType } from './words.ts';

export interface MergeableOf {
  workspaces: WorkspaceRecord;
  users: UserRecord;
  memberships: MembershipRecord;
  keys: KeyRecord;
}
export type MergeableStore = keyof MergeableOf;

/** Fields of facts of each record; those of a key's generation stand apart. */
export const mergedFields = {
  workspaces: ['name', 'pandadocId', 'kind', 'status'],
  users: ['name', 'email', 'pandadocId', 'kind', 'orgAdmin', 'license', 'status'],
  memberships: ['membershipId', 'role', 'status'],
  keys: ['label', 'usedBy', 'demand', 'notes', 'rotationDays'],
} as const satisfies { [S in MergeableStore]: readonly (keyof MergeableOf[S])[] };

export const generationFields = ['hint', 'ownerId', 'createdOn', 'rotatedOn', 'verifiedOn', 'status'] as const;

export type MergedField = (typeof mergedFields)[MergeableStore][number] | (typeof generationFields)[number];

type Fields = Record<string, Field<unknown>>;

function resolutionOf(field: string): Resolution {
  return field === 'status' ? 'time' : 'rank';
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** Fields of both in one; `a` itself where `b` says nothing new. */
function withFields<T extends object>(a: T, b: T, names: readonly string[]): T {
  let merged = a;
  for (const name of names) {
    const before = (a as Fields)[name]!;
    const after = mergeFields(before, (b as Fields)[name]!);
    if (after !== before) merged = { ...merged, [name]: after };
  }
  return merged;
}

function mergeGenerations(a: Generation[], b: Generation[]): Generation[] {
  const known = new Map(a.map((generation) => [generation.number, generation]));
  let news = false;
  for (const other of b) {
    const mine = known.get(other.number);
    const merged = mine ? withFields(mine, other, generationFields) : other;
    const lastSeenAt = later(merged.lastSeenAt, other.lastSeenAt);
    const all = lastSeenAt === merged.lastSeenAt ? merged : { ...merged, lastSeenAt };
    if (all === mine) continue;
    known.set(other.number, all);
    news = true;
  }
  return news ? [...known.values()].sort((x, y) => x.number - y.number) : a;
}

/**
 * What both records of one thing say. Not the same thing: the caller has matched them (surface.md, "Identity").
 *
 * @returns `a` itself where `b` says nothing new, so that nothing is written
 */
export function mergeRecord<S extends MergeableStore>(store: S, a: MergeableOf[S], b: MergeableOf[S]): MergeableOf[S] {
  let merged = withFields(a, b, mergedFields[store]);
  if ('lastAdminAt' in merged) {
    const lastAdminAt = later(merged.lastAdminAt, (b as MembershipRecord).lastAdminAt);
    if (lastAdminAt !== merged.lastAdminAt) merged = { ...merged, lastAdminAt };
  }
  if ('generations' in merged) {
    const generations = mergeGenerations(merged.generations, (b as KeyRecord).generations);
    if (generations !== merged.generations) merged = { ...merged, generations };
  }
  return merged;
}

export type Side = 'ours' | 'theirs';

/** Both sides said something about one field, and not the same. */
export interface FieldConflict {
  field: MergedField;
  ours: Fact<unknown>;
  theirs: Fact<unknown>;
  /** Which one is believed after merging. */
  winner: Side;
}

/** One disagreement, with what a person needs to choose: names, no ids. */
export interface FileConflict {
  /** The same for the same disagreement, so that a choice finds it again. */
  id: string;
  field: MergedField;
  about: { key: { type: KeyType; label: string } | null; workspace: string | null; person: string | null };
  /** Plain values; an owner by name or address. */
  ours: { value: unknown; at: Instant };
  theirs: { value: unknown; at: Instant };
  winner: Side;
}

export type FileChoices = Readonly<Record<string, Side>>;

function believedFact(field: Field<unknown>, name: string): Fact<unknown> | null {
  const fact = resolutionOf(name) === 'time' ? latest(field) : (belief(field)?.fact ?? null);
  return fact === null || fact.value === null ? null : fact;
}

function conflictsIn(a: object, b: object, names: readonly MergedField[]): FieldConflict[] {
  return names.flatMap((field) => {
    const mine = (a as Fields)[field]!;
    const other = (b as Fields)[field]!;
    const ours = believedFact(mine, field);
    const theirs = believedFact(other, field);
    if (!ours || !theirs || valueText(ours.value) === valueText(theirs.value)) return [];
    const after = believedFact(mergeFields(mine, other), field);
    const winner = after && valueText(after.value) === valueText(theirs.value) ? 'theirs' : 'ours';
    return [{ field, ours, theirs, winner }];
  });
}

/** The generation that two records of a key are compared by: the current one, where it is the same secret's. */
function currentOfBoth(a: KeyRecord, b: KeyRecord): [Generation, Generation] | null {
  const [mine, other] = [a.generations.at(-1)!, b.generations.at(-1)!];
  return mine.number === other.number ? [mine, other] : null;
}

/** Everything that two records of one thing disagree on. Another secret is no disagreement: the later one counts. */
export function conflictsOf<S extends MergeableStore>(store: S, a: MergeableOf[S], b: MergeableOf[S]): FieldConflict[] {
  const found = conflictsIn(a, b, mergedFields[store]);
  if (store !== 'keys') return found;
  const generations = currentOfBoth(a as KeyRecord, b as KeyRecord);
  return generations ? [...found, ...conflictsIn(...generations, generationFields)] : found;
}

/** The record with a person's choice on top: what was chosen counts as entered. */
export function withChoice<S extends MergeableStore>(
  store: S,
  record: MergeableOf[S],
  { field, ours, theirs }: FieldConflict,
  choice: Side,
  now: Instant,
): MergeableOf[S] {
  const { value } = choice === 'ours' ? ours : theirs;
  const fact: Fact<unknown> = { value, source: 'entered', at: now, adapter: null };
  const chosen = (of: object): Field<unknown> => adopted((of as Fields)[field]!, fact, resolutionOf(field));
  if (store !== 'keys' || !(generationFields as readonly string[]).includes(field)) {
    const after = chosen(record);
    return after === (record as unknown as Fields)[field] ? record : { ...record, [field]: after };
  }
  const { generations } = record as KeyRecord;
  const current = generations.at(-1)!;
  const after = chosen(current);
  if (after === (current as unknown as Fields)[field]) return record;
  return { ...record, generations: [...generations.slice(0, -1), { ...current, [field]: after }] };
}
