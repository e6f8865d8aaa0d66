/**
 * Reading a snapshot file: size and depth first, then JSON, then version, seal and shape. A file that is not what it
 * says is refused whole; single rows that cannot be taken are named by their path, never by what stands in them.
 */
import canonicalize from 'canonicalize';
import { anyHoldsRun, typedRun } from '../domain/secrets.ts';
import { maxSnapshotLength, snapshotFormat, snapshotVersion, type Snapshot } from '../domain/snapshot.ts';
import { z } from '../messages/z.ts';
import type { Rejection } from './rejection.ts';
import { settled } from './tolerate.ts';
import {
  snapshotEnvelope,
  snapshotKey,
  snapshotMembership,
  snapshotUser,
  snapshotWorkspace,
} from './snapshot-schema.ts';

/** A snapshot is at most seven deep. */
const maxDepth = 16;
/** As it stands in the file: the longest text of ours (a note of 20,000) with every letter escaped takes less. */
const maxWritten = 150_000;
/** So many rejections are told; more help nobody. */
const maxRejections = 100;

/** What a file holds once it is read: rows that are right by themselves, and where each stood. */
export interface ReadSnapshot {
  document: Snapshot;
  /** Paths of the rows that are in `document`, by array: `keys[3]`. */
  paths: { workspaces: string[]; users: string[]; memberships: string[]; keys: string[] };
}

export type ReadResult =
  { snapshot: ReadSnapshot; rejections: Rejection[] } | { snapshot: null; rejections: Rejection[] };

/** The deepest nesting of brackets in a JSON text, looked for no further than `limit`; needs no stack. */
export function jsonDepth(text: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > limit) return deepest;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return deepest;
}

/** Whether a text inside a JSON text is longer, as it is written there, than `limit`; needs no parsing and no stack. */
function hasLongText(json: string, limit: number): boolean {
  let start = json.indexOf('"');
  while (start !== -1) {
    let end = start;
    do {
      end = json.indexOf('"', end + 1);
      if (end === -1) end = json.length;
      if (end - start > limit) return true;
    } while (end < json.length && isEscaped(json, end));
    start = json.indexOf('"', end + 1);
  }
  return false;
}

/** Whether an odd number of backslashes stands before this place. */
function isEscaped(json: string, at: number): boolean {
  let before = at;
  while (json.charCodeAt(before - 1) === 0x5c) before -= 1;
  return (at - before) % 2 === 1;
}

function refused(where: string, message: Rejection['message'], details: string[] = []): ReadResult {
  return { snapshot: null, rejections: [{ where, message, details }] };
}

/** A path as a person reads it: `keys[3].hint`. Only names and numbers of ours: never a name out of the file. */
function pathText(start: string, path: readonly PropertyKey[], names: ReadonlySet<string>): string {
  let text = start;
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (typeof part === 'string' && names.has(part)) text += text === '' ? part : `.${part}`;
    else return text;
  }
  return text;
}

const fieldNames = new Set(
  [
    'format,version,id,takenAt,label,region,organization,previous,digest,workspaces,users,memberships,keys,findings',
    'coverage,pandadocId,name,kind,status,email,orgAdmin,license,userId,workspaceId,membershipId,role,type,hint',
    'generation,ownerId,createdOn,rotatedOn,verifiedOn,rotationDays,usedBy,demand,notes,provenance,source,at,adapter',
  ].flatMap((line) => line.split(',')),
);

/** The digest that a parsed document should carry; `null` where RFC 8785 cannot write it. */
async function sealOf(document: Record<string, unknown>): Promise<string | null> {
  const { digest: _, ...unsealed } = document;
  try {
    const text = new TextEncoder().encode(canonicalize(unsealed) ?? '');
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    return `sha256:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  } catch {
    // A number or text that RFC 8785 cannot write (`1e999`): nothing of ours, so no seal can fit.
    return null;
  }
}

/** Reads the text of a file. */
export async function readSnapshot(text: string): Promise<ReadResult> {
  if (text.length > maxSnapshotLength) return refused('', 'too-large');
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (jsonDepth(content, maxDepth) > maxDepth) return refused('', 'too-deep');
  if (hasLongText(content, maxWritten)) return refused('', 'too-large');
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return refused('', 'not-json');
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return refused('', 'not-a-snapshot');
  const raw = parsed as Record<string, unknown>;
  if (raw.format !== snapshotFormat || typeof raw.version !== 'number') return refused('', 'not-a-snapshot');
  if (raw.version > snapshotVersion) {
    return refused('version', 'newer-version', [String(raw.version), String(snapshotVersion)]);
  }
  const envelope = snapshotEnvelope().safeParse(raw);
  if (!envelope.success) {
    const rejections = envelope.error.issues.slice(0, 10).map((issue): Rejection => ({
      where: pathText('', issue.path, fieldNames),
      message: 'wrong-shape',
      details: [],
    }));
    return { snapshot: null, rejections };
  }
  if ((await sealOf(raw)) !== raw.digest) return refused('digest', 'digest-differs');
  for (const name of ['id', 'label', 'organization'] as const) {
    if (anyHoldsRun(raw[name], typedRun)) return refused(name, 'looks-like-a-key');
  }

  const rejections: Rejection[] = [];
  const take = <T>(name: keyof ReadSnapshot['paths'], schema: z.core.$ZodType<T>): { rows: T[]; paths: string[] } => {
    const rows: T[] = [];
    const paths: string[] = [];
    (raw[name] as unknown[]).forEach((row, index) => {
      const where = `${name}[${index}]`;
      if (anyHoldsRun(row, typedRun)) {
        rejections.push({ where: pathOfRun(where, row), message: 'looks-like-a-key', details: [] });
        return;
      }
      const result = z.safeParse(schema, settled(name, row));
      if (result.success) {
        rows.push(result.data);
        paths.push(where);
      } else {
        const first = result.error.issues[0];
        rejections.push({ where: pathText(where, first?.path ?? [], fieldNames), message: 'wrong-shape', details: [] });
      }
    });
    return { rows, paths };
  };
  const workspaces = take('workspaces', snapshotWorkspace());
  const users = take('users', snapshotUser());
  const memberships = take('memberships', snapshotMembership());
  const keys = take('keys', snapshotKey());
  return {
    snapshot: {
      document: {
        ...(envelope.data as unknown as Snapshot),
        // An import never counts as a reading.
        coverage: {},
        workspaces: workspaces.rows,
        users: users.rows,
        memberships: memberships.rows,
        // zod's optional fields may be `undefined`, which JSON cannot hold.
        keys: keys.rows as Snapshot['keys'],
      },
      paths: {
        workspaces: workspaces.paths,
        users: users.paths,
        memberships: memberships.paths,
        keys: keys.paths,
      },
    },
    rejections,
  };
}

/** Names the field that looks like a key, by its path. */
function pathOfRun(where: string, row: unknown): string {
  if (row === null || typeof row !== 'object') return where;
  const field = Object.entries(row).find(([, value]) => anyHoldsRun(value, typedRun));
  return field && fieldNames.has(field[0]) ? `${where}.${field[0]}` : where;
}

/** The first rejections, for showing. */
export function shownRejections(rejections: readonly Rejection[]): Rejection[] {
  return rejections.slice(0, maxRejections);
}
