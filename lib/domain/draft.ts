/**
 * A draft: what is to be written on top of the records as they are. Everything that plans a write puts records into a
 * draft; the repository carries it out in one transaction, or not at all.
 */
import type { Fingerprint } from './fingerprint.ts';
import type { Handover } from './handover.ts';
import type {
  AcceptanceRecord,
  CoverageRecord,
  KeyRecord,
  MappingRecords,
  MembershipRecord,
  OrganizationRecord,
  PolicyRecord,
  UserRecord,
  WorkspaceRecord,
} from './records.ts';
import type { Region } from './words.ts';

export interface RecordOf {
  organizations: OrganizationRecord;
  workspaces: WorkspaceRecord;
  users: UserRecord;
  memberships: MembershipRecord;
  keys: KeyRecord;
  coverage: CoverageRecord;
  policies: PolicyRecord;
  acceptances: AcceptanceRecord;
  handovers: Handover;
  fingerprints: Fingerprint;
}
export type RecordStore = keyof RecordOf;
export const recordStores: readonly RecordStore[] = [
  'organizations',
  'workspaces',
  'users',
  'memberships',
  'keys',
  'coverage',
  'policies',
  'acceptances',
  'handovers',
  'fingerprints',
];

/** All records by id. */
export type RecordMaps = { [S in RecordStore]: Map<string, RecordOf[S]> };

/** One record's before and after; `null` = is not there. */
export type RecordChange = {
  [S in RecordStore]: { store: S; id: string; before: RecordOf[S] | null; after: RecordOf[S] | null };
}[RecordStore];

/** Records without any content. */
export function noRecords(): RecordMaps {
  return {
    organizations: new Map(),
    workspaces: new Map(),
    users: new Map(),
    memberships: new Map(),
    keys: new Map(),
    coverage: new Map(),
    policies: new Map(),
    acceptances: new Map(),
    handovers: new Map(),
    fingerprints: new Map(),
  };
}

/** The records as lists, for resolving; only one region's where one is named. */
export function listsOf(maps: RecordMaps, region?: Region): MappingRecords {
  const list = <T extends { region: Region }>(map: Map<string, T>): T[] =>
    region === undefined ? [...map.values()] : [...map.values()].filter((record) => record.region === region);
  return {
    organizations: list(maps.organizations),
    workspaces: list(maps.workspaces),
    users: list(maps.users),
    memberships: list(maps.memberships),
    keys: list(maps.keys),
    coverage: list(maps.coverage),
    policies: list(maps.policies),
    acceptances: list(maps.acceptances),
  };
}

type Changed = { [S in RecordStore]: Map<string, RecordOf[S] | null> };

/** Records with changes on top; the records below are never touched. */
export class Draft {
  readonly #base: RecordMaps;
  readonly #changed: Changed = noRecords();

  constructor(base: RecordMaps) {
    this.#base = base;
  }

  /** The record as it would be after writing, `undefined` where there is none. */
  get<S extends RecordStore>(store: S, id: string): RecordOf[S] | undefined {
    const changed = this.#changed[store] as Map<string, RecordOf[S] | null>;
    const record = changed.get(id);
    if (record !== undefined) return record ?? undefined;
    return (this.#base[store] as Map<string, RecordOf[S]>).get(id);
  }

  /** Every record of a store as it would be after writing. */
  *all<S extends RecordStore>(store: S): Generator<RecordOf[S]> {
    const base = this.#base[store] as Map<string, RecordOf[S]>;
    const changed = this.#changed[store] as Map<string, RecordOf[S] | null>;
    for (const [id, record] of base) {
      const now = changed.has(id) ? changed.get(id) : record;
      if (now) yield now;
    }
    for (const [id, record] of changed) if (record && !base.has(id)) yield record;
  }

  /** Writes a record; one that equals what is there by identity is no change. */
  put<S extends RecordStore>(store: S, record: RecordOf[S]): void {
    if (this.get(store, record.id) === record) return;
    (this.#changed[store] as Map<string, RecordOf[S] | null>).set(record.id, record);
  }

  /** Takes a record away. */
  delete(store: RecordStore, id: string): void {
    if (!this.get(store, id)) return;
    (this.#changed[store] as Map<string, null>).set(id, null);
  }

  /** What is to be written, each record's revision raised by one. */
  changes(): RecordChange[] {
    const changes: RecordChange[] = [];
    for (const store of Object.keys(this.#changed) as RecordStore[]) {
      for (const [id, after] of this.#changed[store]) {
        const before = this.#base[store].get(id) ?? null;
        if (before === null && after === null) continue;
        const raised =
          after === null || !('revision' in after)
            ? after
            : {
                ...after,
                revision: Math.max(after.revision, before && 'revision' in before ? before.revision : 0) + 1,
              };
        changes.push({ store, id, before, after: raised } as RecordChange);
      }
    }
    return changes;
  }

  /** The lists of one region as they would be after writing. */
  lists(region: Region): MappingRecords {
    const list = <S extends RecordStore>(store: S): RecordOf[S][] =>
      [...this.all(store)].filter((record) => record.region === region);
    return {
      organizations: list('organizations'),
      workspaces: list('workspaces'),
      users: list('users'),
      memberships: list('memberships'),
      keys: list('keys'),
      coverage: list('coverage'),
      policies: list('policies'),
      acceptances: list('acceptances'),
    };
  }
}
