/** Where a newer saying of lower rank differs from what is believed: shown, never swallowed (product.md, "Words"). */
import { belief, type Fact, type Field } from '../../lib/domain/facts.ts';
import type { KeyRecord, MembershipRecord, UserRecord } from '../../lib/domain/records.ts';
import { currentGeneration } from '../../lib/domain/resolve-mapping.ts';

export type ConflictField = 'label' | 'hint' | 'ownerId' | 'createdOn' | 'rotatedOn';

/** The facts of a key that contradict what is believed, by field. */
export function conflictsOf(record: KeyRecord): Partial<Record<ConflictField, Fact<string>>> {
  const generation = currentGeneration(record);
  const fields: Record<ConflictField, Field<string>> = {
    label: record.label,
    hint: generation.hint,
    ownerId: generation.ownerId,
    createdOn: generation.createdOn,
    rotatedOn: generation.rotatedOn,
  };
  const conflicts: Partial<Record<ConflictField, Fact<string>>> = {};
  for (const [name, field] of Object.entries(fields)) {
    const conflict = belief(field)?.conflict;
    if (conflict) conflicts[name as ConflictField] = conflict;
  }
  return conflicts;
}

/** Whether anything contradicts what is believed of a key. */
export function hasConflict(record: KeyRecord | undefined): boolean {
  return record !== undefined && Object.keys(conflictsOf(record)).length > 0;
}

/** What contradicts the licence and the roles of a person that are believed; roles by workspace. */
export interface PersonConflicts {
  license: Fact<string> | null;
  roles: ReadonlyMap<string, Fact<string>>;
}

/** The facts of a person and of their memberships that contradict what is believed. */
export function personConflictsOf(
  user: UserRecord | undefined,
  memberships: readonly MembershipRecord[],
): PersonConflicts {
  const roles = new Map<string, Fact<string>>();
  for (const { userId, workspaceId, role } of memberships) {
    const conflict = userId === user?.id ? belief(role)?.conflict : null;
    if (conflict) roles.set(workspaceId, conflict);
  }
  return { license: belief(user?.license)?.conflict ?? null, roles };
}
