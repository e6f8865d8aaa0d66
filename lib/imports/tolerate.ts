/**
 * What surface.md leaves open in a snapshot file is taken in any sensible form: words for states that it does not list,
 * `null` where a default exists, ids of another maker, provenance of a form that is not ours (which a merge then does
 * without). What it does list is checked strictly afterwards.
 */
import { generationFields, mergedFields } from '../domain/merge.ts';
import { defaultLabel } from '../domain/resolve-mapping.ts';
import { z } from '../messages/z.ts';
import { snapshotProvenance } from './snapshot-schema.ts';

type Row = Record<string, unknown>;

const safe = /^[A-Za-z0-9_.-]{1,80}$/;

/** A short text that is equal for equal texts (FNV-1a). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** An id as we can keep it: as it stands, or made of it in the same way every time. */
function keptId(id: unknown): unknown {
  if (typeof id !== 'string' || safe.test(id) || id === '' || id.length > 500) return id;
  return `${id.replace(/[^A-Za-z0-9_.-]+/g, '-').slice(0, 60)}.${fingerprint(id)}`;
}

const states: Record<string, ReadonlyMap<string, string>> = {
  workspaces: new Map([
    ['inactive', 'deactivated'],
    ['deleted', 'deactivated'],
    ['disabled', 'deactivated'],
    ['archived', 'deactivated'],
  ]),
  users: new Map([
    ['pending', 'invited'],
    ['deactivated', 'blocked'],
    ['suspended', 'blocked'],
    ['inactive', 'blocked'],
    ['disabled', 'blocked'],
    ['deleted', 'removed'],
  ]),
  memberships: new Map([
    ['pending', 'invited'],
    ['inactive', 'removed'],
    ['deleted', 'removed'],
    ['deactivated', 'removed'],
  ]),
};

function stateOf(rows: string, status: unknown): unknown {
  if (status === null || status === undefined) return 'active';
  return typeof status === 'string' ? (states[rows]?.get(status) ?? status) : status;
}

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value);

const factsOfKeys: readonly string[] = [...mergedFields.keys, ...generationFields];

/** What a file says of where its facts come from, as far as it says it in our words: a merge goes by it. */
function keptProvenance(provenance: Row): Row {
  return Object.fromEntries(
    Object.entries(provenance).filter(
      ([field, origin]) => factsOfKeys.includes(field) && z.safeParse(snapshotProvenance(), origin).success,
    ),
  );
}

/** One row of a file with what is left open settled; anything that is no row comes back as it is. */
export function settled(rows: 'workspaces' | 'users' | 'memberships' | 'keys', value: unknown): unknown {
  if (!isRow(value)) return value;
  const row: Row = { ...value };
  for (const name of ['id', 'userId', 'workspaceId', 'ownerId']) if (name in row) row[name] = keptId(row[name]);
  if (rows !== 'keys') {
    row.status = stateOf(rows, row.status);
    if (rows === 'workspaces' && row.kind === null) row.kind = 'standard';
    return row;
  }
  if (row.label === null) {
    row.label = row.type === 'production' || row.type === 'sandbox' ? defaultLabel(row.type) : row.label;
  }
  if (row.status === null) row.status = 'unknown';
  if (row.generation === null) row.generation = 1;
  if (row.usedBy === null) row.usedBy = [];
  if (row.demand === null) row.demand = {};
  if (row.provenance === null || row.provenance === undefined) row.provenance = {};
  else if (isRow(row.provenance)) row.provenance = keptProvenance(row.provenance);
  return row;
}
