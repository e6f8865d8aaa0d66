/**
 * The rows of every store, and the schemas that each row passes when it is read: data on a disk can be anything. A row
 * that does not pass is put aside and counted, never deleted; the rest works.
 */
import { policySchema } from '../messages/policy-schema.ts';
import { later, z } from '../messages/z.ts';
import { type RecordChange, type RecordOf, type RecordStore, recordStores } from '../domain/draft.ts';
import { sources } from '../domain/facts.ts';
import { findingSeverities, subjectKinds } from '../domain/findings.ts';
import type { LogEntry, ReadingRow, SnapshotRow } from '../domain/stored.ts';
import { type Instant, keyStatuses, type Region } from '../domain/words.ts';
import { handoverOrigins } from '../domain/handover.ts';
import { fastCheck } from './fast-check.ts';

export type { LogData, LogEntry, ReadingRow, SnapshotRow } from '../domain/stored.ts';

/** A change that was carried out: its answer, for a repeated message, and what was there before, for undo. */
export interface ChangeRow {
  op: string;
  kind: string;
  tier: 'page' | 'own';
  region: Region | null;
  at: Instant;
  answer: unknown;
  /** Empty where nothing can be undone. */
  changes: {
    store: RecordStore;
    id: string;
    before: RecordChange['before'];
    /** The record's revision after the change, `null` = it was deleted or has none. */
    revision: number | null;
  }[];
  /** Ids of lifts that go when the change is undone. */
  lifts: string[];
  /** What was said, or taken back, about workspaces that are not one; absent where the change is about other things. */
  apart?: ApartChange | undefined;
}

/** Workspaces that another one is not: said (`apart`), or not said any more. */
export interface ApartChange {
  workspaceId: string;
  others: string[];
  apart: boolean;
}

const text = later(() => z.string());
const region = later(() => z.enum(['us', 'eu']));
const revision = later(() => z.number());
const field = <T extends z.core.$ZodType>(value: T) => {
  const fact = z.strictObject({
    value: z.nullable(value),
    source: z.enum(sources),
    at: text(),
    adapter: z.nullable(text()),
  });
  return z.strictObject({
    entered: z.optional(fact),
    import: z.optional(fact),
    page: z.optional(fact),
    inferred: z.optional(fact),
  });
};
const base = later(() => ({ id: text(), region: region(), revision: revision() }));
const texts = later(() => field(text()));
const reading = later(() => z.nullable(z.strictObject({ at: text(), complete: z.boolean(), adapter: text() })));

const scope = later(() => z.union([z.literal('all'), z.strictObject({ workspaces: z.array(text()) })]));
const users = later(() => z.array(text()));
export const handoverActionSchema = later(() =>
  z.union([
    z.strictObject({ kind: z.literal('remove'), users: users(), scope: scope() }),
    z.strictObject({ kind: z.literal('deactivate-user'), users: users() }),
    z.strictObject({ kind: z.literal('change-role'), users: users(), scope: scope(), role: z.nullable(text()) }),
    z.strictObject({ kind: z.literal('change-licence'), users: users(), license: z.nullable(text()) }),
    z.strictObject({ kind: z.literal('drop-org-admin'), users: users() }),
  ]),
);

const generation = later(() =>
  z.strictObject({
    number: z.number(),
    hint: texts(),
    ownerId: texts(),
    createdOn: texts(),
    rotatedOn: texts(),
    verifiedOn: texts(),
    status: field(z.enum(keyStatuses)),
    lastSeenAt: z.nullable(text()),
  }),
);

/** By store, made when they are asked for. */
export const recordSchemas = {
  organizations: () => z.strictObject({ ...base(), name: texts() }),
  workspaces: () =>
    z.strictObject({
      ...base(),
      organizationId: text(),
      pandadocId: texts(),
      name: texts(),
      kind: field(z.enum(['standard', 'service'])),
      status: field(z.enum(['active', 'deactivated', 'not-observed'])),
    }),
  users: () =>
    z.strictObject({
      ...base(),
      organizationId: text(),
      pandadocId: texts(),
      email: texts(),
      name: texts(),
      kind: field(z.enum(['service-account', 'person'])),
      orgAdmin: field(z.enum(['yes', 'no'])),
      license: texts(),
      status: field(z.enum(['active', 'invited', 'removed', 'blocked', 'not-observed'])),
    }),
  memberships: () =>
    z.strictObject({
      ...base(),
      userId: text(),
      workspaceId: text(),
      membershipId: texts(),
      role: texts(),
      lastAdminAt: z.nullable(text()),
      status: field(z.enum(['active', 'invited', 'removed', 'not-observed'])),
    }),
  keys: () =>
    z.strictObject({
      ...base(),
      workspaceId: text(),
      type: z.enum(['production', 'sandbox']),
      label: texts(),
      usedBy: field(z.array(text())),
      demand: field(z.record(text(), z.number())),
      notes: texts(),
      rotationDays: field(z.number()),
      generations: z.array(generation()).check(z.minLength(1)),
    }),
  coverage: () => z.strictObject({ id: text(), region: region(), keys: reading(), members: reading() }),
  policies: () => z.strictObject({ ...base(), policy: policySchema() }),
  acceptances: () =>
    z.strictObject({
      ...base(),
      organizationId: text(),
      rule: text(),
      subjectKind: z.enum(subjectKinds),
      subjectId: text(),
      severity: z.enum(findingSeverities),
      basis: text(),
      reason: text(),
      until: text(),
      at: text(),
    }),
  handovers: () =>
    z.strictObject({
      ...base(),
      organizationId: text(),
      startedAt: text(),
      origin: z.enum(handoverOrigins),
      action: handoverActionSchema(),
      only: z.nullable(z.array(text())),
      keys: z.array(z.strictObject({ keyId: text(), generation: z.number(), successorId: z.nullable(text()) })),
      ticks: z.array(z.strictObject({ step: text(), at: text() })),
      closedAt: z.nullable(text()),
    }),
  fingerprints: () => z.strictObject({ ...base(), keyId: text(), generation: z.number(), at: text() }),
} satisfies { [S in RecordStore]: () => z.core.$ZodType };

const row = later(() => z.object({}));
/** The same for stores that hold no records. */
export const otherSchemas = {
  readings: () =>
    z.strictObject({
      id: text(),
      region: region(),
      organizationId: text(),
      at: text(),
      about: text(),
      // Checked by the strict schema of observations before it was stored; here only that it is one.
      observation: z.looseObject({
        kind: z.enum(['members', 'keys', 'workspaces', 'generated']),
        workspace: row(),
        at: text(),
      }),
    }),
  changes: () =>
    z.strictObject({
      op: text(),
      kind: text(),
      tier: z.enum(['page', 'own']),
      region: z.nullable(region()),
      at: text(),
      answer: z.unknown(),
      changes: z.array(
        z.strictObject({
          store: z.enum(recordStores),
          id: text(),
          before: z.nullable(row()),
          revision: z.nullable(revision()),
        }),
      ),
      lifts: z.array(text()),
      apart: z.optional(z.strictObject({ workspaceId: text(), others: z.array(text()), apart: z.boolean() })),
    }),
  snapshots: () =>
    z.strictObject({
      id: text(),
      region: region(),
      organizationId: text(),
      takenAt: text(),
      digest: text(),
      reason: z.enum(['asked', 'before-removal', 'after-removal']),
      document: z.looseObject({ format: text(), version: z.number() }),
    }),
  log: () =>
    z.strictObject({
      seq: z.number(),
      at: text(),
      region: z.nullable(region()),
      kind: text(),
      data: z.record(text(), z.union([text(), z.number(), z.boolean(), z.null(), z.array(text())])),
      previous: z.nullable(text()),
      hash: text(),
    }),
};

export interface OtherRowOf {
  readings: ReadingRow;
  changes: ChangeRow;
  snapshots: SnapshotRow;
  log: LogEntry;
}
export type OtherStore = keyof OtherRowOf;

type Check = (value: unknown) => boolean;
const checks = new Map<string, Check>();

function checkOf(store: RecordStore | OtherStore): Check {
  let check = checks.get(store);
  if (!check) {
    const schema: z.core.$ZodType =
      store in recordSchemas ? recordSchemas[store as RecordStore]() : otherSchemas[store as OtherStore]();
    const fast = fastCheck(schema);
    check = (value) => fast(value) || z.safeParse(schema, value).success;
    checks.set(store, check);
  }
  return check;
}

/** Whether a row is what its store holds. */
export function isRow<S extends OtherStore>(store: S, value: unknown): value is OtherRowOf[S] {
  return checkOf(store)(value);
}

/** The rows that are right, and how many were not. */
export function sortOut<S extends RecordStore>(
  store: S,
  values: readonly unknown[],
): { rows: RecordOf[S][]; bad: number } {
  const check = checkOf(store);
  const rows = values.filter(check) as RecordOf[S][];
  return { rows, bad: values.length - rows.length };
}
