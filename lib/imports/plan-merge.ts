/**
 * Merging a colleague's snapshot: the rows find their records as in every import (`plan-import.ts`), and what they say is
 * merged field by field by provenance (`domain/merge.ts`), with every disagreement listed for a choice.
 *
 * A snapshot tells the provenance of a key's facts. What it says of workspaces, people and memberships it tells without:
 * names, addresses, ids, roles and licences count as read from a page no later than the snapshot, tags as somebody's word.
 * `active` and `standard` are also what a snapshot says where nobody knows, so they never outweigh anything.
 */
import type { Draft } from '../domain/draft.ts';
import { believed, type Fact, type Field, type Source } from '../domain/facts.ts';
import type { KeyProvenance } from '../domain/mapping.ts';
import {
  conflictsOf,
  type MergeableOf,
  type MergeableStore,
  type FileChoices,
  type FileConflict,
  mergeRecord,
  withChoice,
} from '../domain/merge.ts';
import { newGeneration } from '../domain/new-records.ts';
import type { KeyRecord, UserRecord, WorkspaceRecord } from '../domain/records.ts';
import { defaultLabel, resolveKey } from '../domain/resolve-mapping.ts';
import { isAdminRole } from '../domain/roles.ts';
import type { Instant } from '../domain/words.ts';
import type { ReadSnapshot } from './json.ts';
import { type ImportPlan, planImport, type RowWriter } from './plan-import.ts';
import type { Rejection } from './rejection.ts';

export interface MergePlan extends ImportPlan {
  conflicts: FileConflict[];
}

/** Before everything that was ever said. */
const epoch: Instant = '1970-01-01T00:00:00.000Z';

function nameOf(user: UserRecord | undefined): string | null {
  return user ? (believed(user.name) ?? believed(user.email)) : null;
}

function workspaceNameOf(workspace: WorkspaceRecord | undefined): string | null {
  return workspace ? believed(workspace.name) : null;
}

/**
 * Plans a merge.
 *
 * @param draft takes up the changes; thrown away after a preview
 * @param choices by conflict id; where nobody chose, the rules of provenance decide
 */
export function planMerge(
  draft: Draft,
  snapshot: ReadSnapshot,
  earlierRejections: readonly Rejection[],
  choices: FileChoices,
  now: Instant,
  newId: () => string,
): MergePlan {
  const { takenAt: told } = snapshot.document;
  // A clock that is ahead must not outweigh what is said here tomorrow.
  const takenAt = told > now ? now : told;
  const conflicts: (() => FileConflict)[] = [];

  const say = <T>(value: T | null, source: Source, at: Instant): Field<T> =>
    value === null ? {} : { [source]: { value, source, at: at > now ? now : at, adapter: null } satisfies Fact<T> };
  const fromPage = <T>(value: T | null): Field<T> => say(value, 'page', takenAt);
  const status = <T extends string>(value: T): Field<T> => {
    if (value === 'not-observed') return {};
    return value === 'active' ? say(value, 'inferred', epoch) : say(value, 'page', takenAt);
  };

  const merge = <S extends MergeableStore>(store: S, ours: MergeableOf[S], theirs: MergeableOf[S]): MergeableOf[S] => {
    let merged = mergeRecord(store, ours, theirs);
    for (const conflict of conflictsOf(store, ours, theirs)) {
      const id = `${store}:${ours.id}:${conflict.field}`;
      const choice = Object.hasOwn(choices, id) ? choices[id] : undefined;
      if (choice !== undefined) merged = withChoice(store, merged, conflict, choice, now);
      // Told at the end: only then are all names known.
      conflicts.push(() => {
        const shown = ({ value, at }: Fact<unknown>) => {
          if (conflict.field !== 'ownerId') return { value, at };
          return { value: nameOf(draft.get('users', value as string)), at };
        };
        return {
          id,
          field: conflict.field,
          about: aboutOf(store, merged),
          ours: shown(conflict.ours),
          theirs: shown(conflict.theirs),
          winner: conflict.winner,
        };
      });
    }
    return merged;
  };
  const aboutOf = (store: MergeableStore, record: MergeableOf[MergeableStore]): FileConflict['about'] => {
    if (store === 'users') return { key: null, workspace: null, person: nameOf(record as UserRecord) };
    if (store === 'workspaces') {
      return { key: null, workspace: workspaceNameOf(record as WorkspaceRecord), person: null };
    }
    const place = workspaceNameOf(draft.get('workspaces', (record as { workspaceId: string }).workspaceId));
    if (store === 'memberships') {
      const { userId } = record as MergeableOf['memberships'];
      return { key: null, workspace: place, person: nameOf(draft.get('users', userId)) };
    }
    const { type, label } = resolveKey(record as KeyRecord);
    return { key: { type, label }, workspace: place, person: null };
  };

  const writer: RowWriter = {
    workspace: (record, row) =>
      merge('workspaces', record, {
        ...record,
        pandadocId: fromPage(row.pandadocId),
        name: fromPage(row.name),
        kind: row.kind === 'standard' ? {} : say(row.kind, 'import', takenAt),
        status: status(row.status),
      }),
    user: (record, row) =>
      merge('users', record, {
        ...record,
        pandadocId: fromPage(row.pandadocId),
        email: fromPage(row.email),
        name: fromPage(row.name),
        kind: say(row.kind, 'import', takenAt),
        orgAdmin: say(row.orgAdmin, 'import', takenAt),
        license: fromPage(row.license),
        status: status(row.status),
      }),
    membership: (record, row) =>
      merge('memberships', record, {
        ...record,
        membershipId: fromPage(row.membershipId),
        role: fromPage(row.role),
        lastAdminAt: isAdminRole(row.role) ? takenAt : null,
        status: status(row.status),
      }),
    key: (record, row, ownerId) => {
      const known = <T>(field: keyof KeyProvenance, value: T | null): Field<T> => {
        const told = row.provenance[field];
        // What a colleague entered is somebody's word here, too, but not this admin's.
        const source = told === undefined || told.source === 'entered' ? 'import' : told.source;
        return say(value, source, told?.at ?? takenAt);
      };
      return merge('keys', record, {
        ...record,
        label: row.label === defaultLabel(row.type) ? {} : known('label', row.label),
        usedBy: known('usedBy', row.usedBy.length === 0 ? null : row.usedBy),
        demand: known('demand', Object.keys(row.demand).length === 0 ? null : row.demand),
        notes: known('notes', row.notes),
        rotationDays: known('rotationDays', row.rotationDays),
        generations: [
          {
            ...newGeneration(row.generation),
            hint: known('hint', row.hint),
            ownerId: known('ownerId', ownerId),
            createdOn: known('createdOn', row.createdOn),
            rotatedOn: known('rotatedOn', row.rotatedOn),
            verifiedOn: known('verifiedOn', row.verifiedOn),
            status: known('status', row.status),
          },
        ],
      });
    },
  };
  const plan = planImport(draft, snapshot, earlierRejections, now, newId, writer);
  return { ...plan, conflicts: conflicts.map((tell) => tell()) };
}
