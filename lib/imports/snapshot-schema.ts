/** The shape of a snapshot file, strict: a name that surface.md does not promise is refused, not ignored. */
import { snapshotFormat } from '../domain/snapshot.ts';
import { keyStatuses, keyTypes, regions } from '../domain/words.ts';
import { later, z } from '../messages/z.ts';

/** A text of at most so many characters. */
export const text = (max: number) => z.string().check(z.maxLength(max));
/** Ids of ours: letters, digits and a few marks, so that they fit into addresses and file names. */
const id = later(() => z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,80}$/)));
const day = later(() => z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)));
const instant = later(() =>
  z
    .string()
    .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/)),
);
const digest = later(() => z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)));
const reading = later(() => z.nullable(z.strictObject({ at: instant(), complete: z.boolean() })));
/** Where a fact of a key comes from. */
export const snapshotProvenance = later(() =>
  z.strictObject({
    source: z.enum(['entered', 'import', 'page', 'inferred']),
    at: instant(),
    adapter: z.nullable(text(100)),
  }),
);

export const snapshotWorkspace = later(() =>
  z.strictObject({
    id: id(),
    pandadocId: z.nullable(text(200)),
    name: z.nullable(text(1000)),
    kind: z.enum(['standard', 'service']),
    status: z.enum(['active', 'deactivated', 'not-observed']),
  }),
);

export const snapshotUser = later(() =>
  z.strictObject({
    id: id(),
    pandadocId: z.nullable(text(200)),
    email: z.nullable(text(1000)),
    name: z.nullable(text(1000)),
    kind: z.nullable(z.enum(['service-account', 'person'])),
    orgAdmin: z.nullable(z.enum(['yes', 'no'])),
    license: z.nullable(text(1000)),
    status: z.enum(['active', 'invited', 'removed', 'blocked', 'not-observed']),
  }),
);

export const snapshotMembership = later(() =>
  z.strictObject({
    userId: id(),
    workspaceId: id(),
    membershipId: z.nullable(text(200)),
    role: z.nullable(text(1000)),
    status: z.enum(['active', 'invited', 'removed', 'not-observed']),
  }),
);

export const snapshotKey = later(() =>
  z.strictObject({
    id: id(),
    workspaceId: id(),
    type: z.enum([...keyTypes] as ['production', 'sandbox']),
    label: text(1000),
    hint: z.nullable(text(4)),
    status: z.enum(keyStatuses),
    generation: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    ownerId: z.nullable(id()),
    createdOn: z.nullable(day()),
    rotatedOn: z.nullable(day()),
    verifiedOn: z.nullable(day()),
    rotationDays: z.nullable(z.int().check(z.minimum(0), z.maximum(100_000))),
    usedBy: z.array(text(1000)).check(z.maxLength(1000)),
    demand: z.record(text(100), z.number().check(z.minimum(0))),
    notes: z.nullable(text(20_000)),
    provenance: z.partial(
      z.strictObject({
        label: snapshotProvenance(),
        hint: snapshotProvenance(),
        status: snapshotProvenance(),
        ownerId: snapshotProvenance(),
        createdOn: snapshotProvenance(),
        rotatedOn: snapshotProvenance(),
        verifiedOn: snapshotProvenance(),
        rotationDays: snapshotProvenance(),
        usedBy: snapshotProvenance(),
        demand: snapshotProvenance(),
        notes: snapshotProvenance(),
      }),
    ),
  }),
);

/** What stands beside the rows. */
export const head = later(() => ({
  format: z.literal(snapshotFormat),
  version: z.literal(1),
  id: text(500),
  takenAt: instant(),
  label: z.nullable(text(1000)),
  region: z.enum([...regions] as ['us', 'eu']),
  organization: z.nullable(text(1000)),
  previous: z.nullable(digest()),
  digest: digest(),
}));
export const coverage = later(() => z.record(id(), z.strictObject({ keys: reading(), members: reading() })));

/** A list of rows, capped far above any estate. */
export const rows = <T extends z.core.$ZodType>(row: T) => z.array(row).check(z.maxLength(1_000_000));

/** The file as a whole, its rows still unread: they are checked one by one, so that one bad row can be named. */
export const snapshotEnvelope = later(() =>
  z.strictObject({
    ...head(),
    workspaces: rows(z.unknown()),
    users: rows(z.unknown()),
    memberships: rows(z.unknown()),
    keys: rows(z.unknown()),
    findings: rows(z.unknown()),
    // Neither findings nor readings of a file count, so their shape does not matter either.
    coverage: z.nullable(z.record(text(500), z.unknown())),
  }),
);
