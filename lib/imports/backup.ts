/**
 * Reading a backup: size and depth before JSON, then version, seal, and every row strictly. A backup replaces everything,
 * so it is taken whole or not at all; the first thing that is wrong is named by its path, never by what stands there.
 */
import canonicalize from 'canonicalize';
import { canonicalPieces } from '../domain/canonical.ts';
import type { RecordStore } from '../domain/draft.ts';
import {
  type Backup,
  backupFormat,
  type BackupPart,
  backupParts,
  type BackupProblem,
  backupVersion,
  laterParts,
} from '../domain/backup.ts';
import { membershipKey } from '../domain/records.ts';
import { holdsRun, typedRun } from '../domain/secrets.ts';
import { noPause, type Pause } from '../domain/steps.ts';
import type { Region } from '../domain/words.ts';
import { day, instant, observationSchema } from '../messages/observation-schema.ts';
import { z } from '../messages/z.ts';
import { otherSchemas, recordSchemas } from '../storage/rows.ts';
import { jsonDepth } from './json.ts';
import { snapshotSchema } from './snapshot-file-schema.ts';

/** A longer file is refused before it is looked at: a text of twice that length no browser holds. */
export const maxBackupLength = 256 * 1024 * 1024;
/** A backup is at most eleven deep. */
const maxDepth = 20;

export type BackupRead = { backup: Backup; problem: null } | { backup: null; problem: BackupProblem };

const id = z.string().check(z.regex(/^[A-Za-z0-9_.:@-]{1,170}$/));
const digest = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const text = (max: number) => z.string().check(z.maxLength(max));
const rows = z.array(z.unknown()).check(z.maxLength(1_000_000));

const envelope = z.strictObject({
  format: z.literal(backupFormat),
  version: z.literal(backupVersion),
  madeAt: instant(),
  digest,
  ...(Object.fromEntries(
    backupParts.map((part) => [part, laterParts.has(part) ? z._default(rows, []) : rows]),
  ) as Record<BackupPart, typeof rows>),
});

const memory = z.strictObject({
  candidates: z.record(id, z.array(z.array(text(500)))),
  signedIn: z.record(id, id),
});

const recordsMade = Object.fromEntries(
  Object.entries(recordSchemas).map(([store, make]) => [store, make()]),
) as unknown as { [S in RecordStore]: ReturnType<(typeof recordSchemas)[S]> };

const schemas = {
  ...recordsMade,
  readings: z.extend(otherSchemas.readings(), { id, observation: observationSchema() }),
  snapshots: z.extend(otherSchemas.snapshots(), { id, digest, document: snapshotSchema }),
  log: z.extend(otherSchemas.log(), {
    seq: z.int().check(z.minimum(1)),
    at: instant(),
    kind: text(100),
    previous: z.nullable(hash),
    hash,
  }),
  meta: z.union([
    z.strictObject({ id: z.enum(['memory:us', 'memory:eu']), value: memory }),
    z.strictObject({ id: z.literal('apart'), value: z.record(id, z.array(id)) }),
    z.strictObject({ id: z.string().check(z.regex(/^last-snapshot:[A-Za-z0-9_.:-]{1,80}$/)), value: digest }),
  ]),
} satisfies Record<BackupPart, z.core.$ZodType>;

function refused(where: string, code: BackupProblem['code'], details: string[] = []): BackupRead {
  return { backup: null, problem: { where, code, details } };
}

type Path = readonly PropertyKey[];

/** What these hold is named by the admin or by ids: such names are no words of ours and are not repeated. */
const namedFreely = new Set<PropertyKey>(['demand', 'data', 'candidates', 'signedIn', 'coverage', 'accepted']);

function pathText(path: Path): string {
  let shown = '';
  for (const part of path) {
    if (typeof part === 'number') shown += `[${part}]`;
    else if (typeof part === 'string' && /^[a-zA-Z]{1,24}$/.test(part)) shown += shown === '' ? part : `.${part}`;
    else break;
    // `coverage` is also a list of ours, at the top.
    if (namedFreely.has(part) && shown !== 'coverage') break;
  }
  return shown;
}

/** Fields that hold a seal: the only long runs there may be, and only in that form. */
const seals = new Set(['hash', 'previous', 'digest', 'replaced']);
const moments = new Set(['at', 'takenAt', 'lastSeenAt', 'lastAdminAt', 'startedAt', 'closedAt']);
const days = new Set(['createdOn', 'rotatedOn', 'verifiedOn']);
const isSeal = (value: string): boolean => /^(sha256:)?[0-9a-f]{64}$/.test(value);
/** With any number of decimals: a fact may carry the time that a colleague's snapshot gave it. */
const isInstant = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value) && !Number.isNaN(Date.parse(value));

/** The first text in a row that looks like a key, or is no time where one belongs; found by walking, in order. */
function wrongText(value: unknown, path: (string | number)[]): { path: Path; code: BackupProblem['code'] } | null {
  const name = path.at(-1);
  if (typeof value === 'string') {
    const sealed = (seals.has(String(name)) || path[0] === 'meta') && isSeal(value);
    if (!sealed && holdsRun(value, typedRun)) return { path, code: 'looks-like-a-key' };
    const field = path.at(-3);
    const wrong =
      (moments.has(String(name)) && !isInstant(value)) ||
      (name === 'value' && days.has(String(field)) && !z.safeParse(day(), value).success);
    return wrong ? { path, code: 'wrong-shape' } : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [inner, each] of Object.entries(value)) {
    if (holdsRun(inner, typedRun)) return { path, code: 'looks-like-a-key' };
    const wrong = wrongText(each, [...path, Array.isArray(value) ? Number(inner) : inner]);
    if (wrong) return wrong;
  }
  return null;
}

/** The first row of a list that is not what it should be. */
async function wrongRow(
  part: BackupPart,
  list: readonly unknown[],
  next: () => Promise<void>,
): Promise<BackupRead | null> {
  const seen = new Set<unknown>();
  for (const [index, row] of list.entries()) {
    const suspicious = wrongText(row, [part, index]);
    if (suspicious) return refused(pathText(suspicious.path), suspicious.code);
    const result = z.safeParse(schemas[part], row);
    if (!result.success) {
      return refused(pathText([part, index, ...(result.error.issues[0]?.path ?? [])]), 'wrong-shape');
    }
    const mark = part === 'log' ? (row as { seq: number }).seq : (row as { id: string }).id;
    if (part !== 'log' && part !== 'meta' && !z.safeParse(id, mark).success) {
      return refused(pathText([part, index, 'id']), 'wrong-shape');
    }
    if (seen.has(mark)) return refused(pathText([part, index]), 'duplicate-id');
    seen.add(mark);
    await next();
  }
  return null;
}

/** Data of the two regions never mix, and what names another row by its own id says the same twice. */
function contradiction(backup: Backup): BackupRead | null {
  const regionOf = <T extends { id: string; region: Region }>(list: readonly T[]): Map<string, Region> =>
    new Map(list.map((row) => [row.id, row.region]));
  const organizations = regionOf(backup.organizations);
  const workspaces = regionOf(backup.workspaces);
  const users = regionOf(backup.users);
  const mixed = (part: BackupPart, list: readonly { region: Region }[], others: (index: number) => unknown[]) => {
    for (const [index, row] of list.entries()) {
      if (others(index).some((region) => region !== undefined && region !== row.region)) {
        return refused(`${part}[${index}].region`, 'region-differs');
      }
    }
    return null;
  };
  const { memberships, keys, coverage, readings, snapshots, log, policies = [], acceptances = [] } = backup;
  for (const [index, row] of memberships.entries()) {
    if (row.id !== membershipKey(row.userId, row.workspaceId))
      return refused(`memberships[${index}].id`, 'wrong-shape');
  }
  for (const [index, { id: own, digest: seal, region, document }] of snapshots.entries()) {
    if (own !== document.id || seal !== document.digest) return refused(`snapshots[${index}].digest`, 'wrong-shape');
    if (region !== document.region) return refused(`snapshots[${index}].region`, 'region-differs');
  }
  for (const [index, { seq }] of log.entries()) {
    if (index > 0 && seq <= log[index - 1]!.seq) return refused(`log[${index}].seq`, 'wrong-shape');
  }
  return (
    mixed('workspaces', backup.workspaces, (n) => [organizations.get(backup.workspaces[n]!.organizationId)]) ??
    mixed('users', backup.users, (n) => [organizations.get(backup.users[n]!.organizationId)]) ??
    mixed('memberships', memberships, (n) => [
      workspaces.get(memberships[n]!.workspaceId),
      users.get(memberships[n]!.userId),
    ]) ??
    mixed('keys', keys, (n) => [workspaces.get(keys[n]!.workspaceId)]) ??
    mixed('coverage', coverage, (n) => [workspaces.get(coverage[n]!.id)]) ??
    mixed('policies', policies, (n) => [organizations.get(policies[n]!.id)]) ??
    mixed('acceptances', acceptances, (n) => [organizations.get(acceptances[n]!.organizationId)]) ??
    mixed('handovers', backup.handovers, (n) => [organizations.get(backup.handovers[n]!.organizationId)]) ??
    mixed('readings', readings, (n) => [organizations.get(readings[n]!.organizationId)]) ??
    mixed('snapshots', snapshots, (n) => [organizations.get(snapshots[n]!.organizationId)])
  );
}

/** The digest that the document should carry, `null` where RFC 8785 cannot write it; `next` comes after each row. */
async function sealOf({ digest: _, ...unsealed }: Record<string, unknown>, next: () => Promise<void>) {
  const text: string[] = [];
  let impossible = false;
  const write = (value: unknown): string => {
    try {
      return canonicalize(value) ?? '';
    } catch {
      impossible = true;
      return '';
    }
  };
  for (const piece of canonicalPieces(unsealed, write)) {
    text.push(piece);
    await next();
  }
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(text).arrayBuffer()));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return impossible ? null : `sha256:${hex}`;
}

/** Reads the text of a file. */
export async function readBackup(file: string, pause: Pause = noPause): Promise<BackupRead> {
  if (file.length > maxBackupLength) return refused('', 'too-large');
  const content = file.startsWith('\ufeff') ? file.slice(1) : file;
  if (jsonDepth(content, maxDepth) > maxDepth) return refused('', 'too-deep');
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return refused('', 'not-json');
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return refused('', 'not-a-backup');
  const raw = parsed as Record<string, unknown>;
  if (raw.format !== backupFormat || typeof raw.version !== 'number') return refused('', 'not-a-backup');
  if (raw.version > backupVersion) {
    return refused('version', 'newer-version', [String(raw.version), String(backupVersion)]);
  }
  const outer = z.safeParse(envelope, raw);
  if (!outer.success) return refused(pathText(outer.error.issues[0]?.path ?? []), 'wrong-shape');
  // Each row is written for the seal, then looked at.
  const all = 2 * backupParts.reduce((sum, part) => sum + outer.data[part].length + 1, 0);
  let done = 0;
  const next = (): Promise<void> => pause(Math.min(1, (done += 1) / all));
  if ((await sealOf(raw, next)) !== raw.digest) return refused('digest', 'digest-differs');
  for (const part of backupParts) {
    const wrong = await wrongRow(part, outer.data[part], next);
    if (wrong) return wrong;
  }
  const backup = outer.data as unknown as Backup;
  return contradiction(backup) ?? { backup, problem: null };
}
