/** What is still open before the map can be trusted: workspaces to read, owners nobody named, owners nobody tagged. */
import { isFresh } from '../../lib/domain/coverage.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import type { User } from '../../lib/domain/mapping.ts';
import type { Instant } from '../../lib/domain/words.ts';
import type { KeyRow } from '../ui/estate.ts';
import type { WorkspaceRow } from './workspace-row.ts';

export type PageToRead = 'keys' | 'members';

export interface Sweep {
  /** Active workspaces, and how many of them are read as the policy asks. */
  workspaces: number;
  read: number;
  /** Which to open next, and which of its pages. */
  next: { row: WorkspaceRow; pages: PageToRead[] } | null;
}

/**
 * How far the reading is. Next come those with living keys, then those never read at all before those read long ago,
 * then by name: what can go wrong soonest is seen first.
 */
export function sweepOf(rows: readonly WorkspaceRow[], now: Instant): Sweep {
  const active = rows.filter(({ workspace }) => workspace.status === 'active');
  const open = active.flatMap((row) => {
    const { coverage, organization } = row;
    const pages = (['keys', 'members'] as const).filter((page) => !isFresh(coverage[page], now, organization.policy));
    return pages.length > 0 ? [{ row, pages }] : [];
  });
  const never = ({ row: { coverage } }: (typeof open)[number]): number =>
    Number(coverage.keys === null) + Number(coverage.members === null);
  // The rows come by name, and sorting keeps equal ones in their order.
  const [next = null] = [...open].sort(
    (a, b) => Number(b.row.keys > 0) - Number(a.row.keys > 0) || never(b) - never(a),
  );
  return { workspaces: active.length, read: active.length - open.length, next };
}

/** Living keys, and how many of them have an owner that is known and tagged. */
export function ownersSaid(rows: readonly KeyRow[]): { keys: number; settled: number } {
  const living = rows.filter(({ key }) => isLiving(key.status));
  return {
    keys: living.length,
    settled: living.filter(({ owner }) => owner !== null && owner.kind !== null).length,
  };
}

export type OpenItem =
  { kind: 'owner'; id: string; row: KeyRow } | { kind: 'tag'; id: string; user: User; rows: KeyRow[] };

/** Living keys without an owner, then owners of living keys without a tag, those with most keys first. */
export function openItems(rows: readonly KeyRow[]): OpenItem[] {
  const living = rows.filter(({ key }) => isLiving(key.status));
  const untagged = new Map<string, { user: User; rows: KeyRow[] }>();
  for (const row of living) {
    if (!row.owner || row.owner.kind !== null) continue;
    const known = untagged.get(row.owner.id);
    if (known) known.rows.push(row);
    else untagged.set(row.owner.id, { user: row.owner, rows: [row] });
  }
  return [
    ...living
      .filter(({ owner }) => owner === null)
      .map((row): OpenItem => ({ kind: 'owner', id: `owner ${row.id}`, row })),
    ...[...untagged]
      .sort(([, a], [, b]) => b.rows.length - a.rows.length)
      .map(([id, item]): OpenItem => ({ kind: 'tag', id: `tag ${id}`, ...item })),
  ];
}
