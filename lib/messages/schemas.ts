/**
 * What each message must look like, strict, with a cap on every length. A content script's words are taken as made by
 * an attacker (quality.md, section 3.1): unknown fields, long texts and anything that looks like a secret are refused.
 */
import { handoverOrigins } from '../domain/handover.ts';
import { csvRejectionCodes } from '../domain/mapping-csv.ts';
import { findingSeverities, subjectKinds } from '../domain/findings.ts';
import { anyHoldsRun, pageRun, typedRun } from '../domain/secrets.ts';
import { keyStatuses } from '../domain/words.ts';
import { ownerTypes } from '../domain/owner-type.ts';
import { suggestionCodes } from '../domain/suggestion-codes.ts';
import { exportFormats, type Messages, type MessageType, releaseReasons } from './protocol.ts';
import { code, day, maxPeople, maxWorkspaces, observationSchema, personRef } from './observation-schema.ts';
import { policySchema } from './policy-schema.ts';
import { later, z } from './z.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const list = <T extends z.core.$ZodType>(item: T, max: number) => z.array(item).check(z.maxLength(max));
const nullable = z.nullable;

/** Ids of ours and ids that senders make. */
const id = later(() => z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,80}$/)));
const ids = (max: number) => list(id(), max);
const region = later(() => z.enum(['us', 'eu']));
const keyType = later(() => z.enum(['production', 'sandbox']));
const ownerType = later(() => z.enum(ownerTypes));

const hold = later(() =>
  z.strictObject({
    action: z.enum(['remove', 'change-role', 'change-licence', 'generate', 'deactivate-workspace']),
    value: nullable(text(200)),
    userIds: ids(1_000),
    keyIds: ids(10_000),
    workspaceIds: ids(maxWorkspaces),
    scopeAssumed: z.boolean(),
    input: z.enum(['pointer', 'keyboard', 'submit', 'change', 'script']),
  }),
);

const scope = later(() => z.union([z.literal('all'), z.strictObject({ workspaces: ids(maxWorkspaces) })]));
const handoverAction = later(() =>
  z.union([
    z.strictObject({ kind: z.literal('remove'), users: ids(1_000), scope: scope() }),
    z.strictObject({ kind: z.literal('deactivate-user'), users: ids(1_000) }),
    z.strictObject({ kind: z.literal('change-role'), users: ids(1_000), scope: scope(), role: nullable(text(200)) }),
    z.strictObject({ kind: z.literal('change-licence'), users: ids(1_000), license: nullable(text(200)) }),
    z.strictObject({ kind: z.literal('drop-org-admin'), users: ids(1_000) }),
  ]),
);

const revision = later(() => nullable(z.int()));
const name = later(() => text(500));

const workspaceInput = later(() =>
  z.strictObject({
    id: nullable(id()),
    organizationId: nullable(id()),
    region: region(),
    revision: revision(),
    name: name().check(z.minLength(1)),
    pandadocId: nullable(text(200)),
    kind: z.enum(['standard', 'service']),
    status: z.enum(['active', 'deactivated', 'not-observed']),
  }),
);

const userInput = later(() =>
  z.strictObject({
    id: nullable(id()),
    organizationId: nullable(id()),
    region: region(),
    revision: revision(),
    name: nullable(name()),
    email: nullable(name()),
    pandadocId: nullable(text(200)),
    kind: nullable(z.enum(['service-account', 'person'])),
    orgAdmin: nullable(z.enum(['yes', 'no'])),
    license: nullable(text(200)),
    status: z.enum(['active', 'invited', 'removed', 'blocked', 'not-observed']),
    roles: z.record(
      id(),
      nullable(
        z.strictObject({ role: z.optional(nullable(text(200))), membershipId: z.optional(nullable(text(200))) }),
      ),
    ),
  }),
);

const rotationDays = later(() => z.int().check(z.minimum(1), z.maximum(10_000)));
const usedBy = later(() => list(name(), 1_000));
const notes = later(() => nullable(text(20_000)));
const demand = later(() => z.record(text(100).check(z.minLength(1)), z.number().check(z.minimum(0))));

const keyInput = later(() =>
  z.strictObject({
    id: nullable(id()),
    workspaceId: id(),
    revision: revision(),
    type: keyType(),
    label: nullable(name()),
    hint: nullable(text(4)),
    status: z.enum(keyStatuses),
    ownerId: nullable(id()),
    createdOn: nullable(day()),
    rotatedOn: nullable(day()),
    verifiedOn: nullable(day()),
    rotationDays: nullable(rotationDays()),
    usedBy: usedBy(),
    demand: demand(),
    notes: notes(),
    newSecret: z.optional(z.boolean()),
  }),
);

const keysEdit = later(() =>
  z.strictObject({
    ownerId: z.optional(nullable(id())),
    ownerType: z.optional(ownerType()),
    status: z.optional(z.enum(keyStatuses)),
    rotationDays: z.optional(nullable(rotationDays())),
    usedBy: z.optional(z.union([z.strictObject({ add: usedBy() }), z.strictObject({ replace: usedBy() })])),
    demand: z.optional(demand()),
    notes: z.optional(notes()),
    verified: z.optional(z.boolean()),
  }),
);

/** What a cell of a CSV says: `null` that it is not known, an absent one nothing. The lengths are those of the reader. */
const cell = <T extends z.core.$ZodType>(type: T) => z.optional(nullable(type));

const csvRow = later(() =>
  z.strictObject({
    row: z.int().check(z.minimum(2)),
    region: nullable(region()),
    organization: nullable(text(1000)),
    workspace: cell(text(1000)),
    workspaceId: cell(text(200)),
    workspaceKind: cell(z.enum(['standard', 'service'])),
    keyType: keyType(),
    label: cell(text(1000)),
    hint: cell(text(4)),
    status: cell(z.enum(keyStatuses)),
    ownerEmail: cell(text(1000)),
    ownerName: cell(text(1000)),
    ownerUserId: cell(text(200)),
    ownerType: cell(z.enum(['service-account', 'person'])),
    ownerOrgAdmin: cell(z.enum(['yes', 'no'])),
    ownerRole: cell(text(200)),
    ownerLicense: cell(text(200)),
    createdOn: cell(day()),
    rotatedOn: cell(day()),
    verifiedOn: cell(day()),
    rotationDays: cell(z.int().check(z.minimum(0), z.maximum(100_000))),
    usedBy: cell(list(text(1000), 1000)),
    demand: cell(demand()),
    notes: cell(text(20_000)),
  }),
);

const csvRejection = later(() =>
  z.strictObject({
    where: z.string().check(z.regex(/^\d{1,7}$/)),
    column: nullable(text(60)),
    message: z.enum(csvRejectionCodes),
    details: list(text(200), 10),
  }),
);

const merge = later(() => z.optional(z.record(text(300), z.enum(['ours', 'theirs']))));
const maxCsvRows = 100_000;
const csvTable = later(() => ({
  rows: list(csvRow(), maxCsvRows),
  rejections: list(csvRejection(), maxCsvRows),
  region: nullable(region()),
}));

const passedAct = later(() =>
  z.strictObject({
    holdId: id(),
    action: hold().shape.action,
    value: nullable(text(200)),
    people: list(personRef(), 1_000),
    byAct: z.boolean(),
    workspaceIds: ids(maxWorkspaces),
    places: list(text(1000), maxWorkspaces),
    listed: list(text(3_000), 1_000),
    messages: list(text(400), 200),
    routeKey: text(2_000),
    until: z.iso.datetime(),
  }),
);

/** The dashboard's views (surface.md), and what may follow them. */
const hash = later(() =>
  z
    .string()
    .check(
      z.regex(/^#\/(keys|owners|workspaces|findings|handovers|snapshots|log|settings)([/?][\w/?=&%.:@+-]{0,200})?$/),
    ),
);

const bodies = {
  'page/observe': () => z.strictObject({ op: id(), observation: observationSchema() }),
  'page/stakes': () =>
    z.strictObject({
      people: list(personRef(), maxPeople),
      workspaces: z.optional(ids(maxWorkspaces)),
    }),
  'page/keys': () => z.strictObject({ workspaceId: id() }),
  'page/guard': () =>
    z.strictObject({
      state: z.enum(['armed', 'degraded', 'blind', 'starting', 'off']),
      reasons: list(code(), 50),
      adapter: nullable(code()),
    }),
  'page/hold': () => z.strictObject({ op: id(), hold: hold() }),
  'page/release': () => z.strictObject({ op: id(), holdId: id(), reason: nullable(z.enum(releaseReasons)) }),
  'page/keep': () => z.strictObject({ op: id(), holdId: id() }),
  'page/plan-handover': () => z.strictObject({ holdId: id() }),
  'page/explain': () => z.strictObject({ holdId: id() }),
  'page/passed': () => z.strictObject({ watch: nullable(passedAct()) }),
  'page/watched': () => z.strictObject({}),
  'page/outcome': () =>
    z.strictObject({
      op: id(),
      holdId: id(),
      outcome: z.enum(['succeeded', 'refused', 'not-seen']),
      workspaceIds: ids(maxWorkspaces),
    }),
  'page/owner-candidates': () => z.strictObject({ keyId: id(), query: text(200) }),
  'page/set-owner': () => z.strictObject({ op: id(), keyId: id(), userId: id() }),
  'page/set-owner-type': () => z.strictObject({ op: id(), userId: id(), ownerType: ownerType() }),
  'page/undo': () => z.strictObject({ op: id(), undo: id() }),
  'page/failure': () => z.strictObject({ where: code(), kind: code() }),
  'page/open-dashboard': () => z.strictObject({ hash: hash() }),

  'own/set-owner': () => z.strictObject({ op: id(), keyIds: ids(10_000), userId: nullable(id()) }),
  'own/set-owner-type': () =>
    z.strictObject({
      op: id(),
      userIds: ids(10_000),
      ownerType: ownerType(),
      why: z.optional(list(z.enum(suggestionCodes), suggestionCodes.length)),
    }),
  'own/confirm-generation': () => z.strictObject({ op: id(), keyId: id(), accept: z.boolean() }),
  'own/save-organization': () => z.strictObject({ op: id(), id: id(), revision: revision(), name: nullable(name()) }),
  'own/save-workspace': () => z.strictObject({ op: id(), input: workspaceInput() }),
  'own/save-user': () => z.strictObject({ op: id(), input: userInput() }),
  'own/save-key': () =>
    z.strictObject({
      op: id(),
      input: keyInput(),
      workspace: z.optional(workspaceInput()),
      owner: z.optional(userInput()),
    }),
  'own/edit-keys': () =>
    z.strictObject({
      op: id(),
      keyIds: ids(10_000),
      edit: keysEdit(),
      owner: z.optional(userInput()),
    }),
  'own/edit-workspaces': () =>
    z.strictObject({
      op: id(),
      workspaceIds: ids(10_000),
      kind: z.enum(['standard', 'service']),
    }),
  'own/merge': () =>
    z.strictObject({
      op: id(),
      store: z.enum(['workspaces', 'users']),
      keptId: id(),
      goneId: id(),
      revisions: z.tuple([z.int(), z.int()]),
      choices: z.record(text(300), z.enum(['kept', 'gone'])),
    }),
  'own/keep-apart': () => z.strictObject({ op: id(), workspaceId: id(), others: ids(100) }),
  'own/delete': () => z.strictObject({ op: id(), store: z.enum(['workspaces', 'users', 'keys']), ids: ids(10_000) }),
  'own/undo': () => z.strictObject({ op: id(), undo: id() }),
  'own/stop': () => z.strictObject({ op: id() }),
  'own/progress': () => z.strictObject({ op: id() }),
  'own/save-policy': () =>
    z.strictObject({ op: id(), organizationId: id(), revision: revision(), policy: policySchema() }),
  'own/accept-findings': () =>
    z.strictObject({
      op: id(),
      organizationId: id(),
      findings: list(
        z.strictObject({
          rule: code(),
          subjectKind: z.enum(subjectKinds),
          subjectId: id(),
          severity: z.enum(findingSeverities),
          basis: text(200),
        }),
        10_000,
      ),
      reason: text(2_000).check(z.minLength(1)),
      until: day(),
    }),
  'own/reopen-finding': () =>
    z.strictObject({
      op: id(),
      id: z.string().check(z.regex(/^[a-z0-9-]{1,60}:[a-z]+:[A-Za-z0-9_.:-]{1,80}$/)),
    }),
  'own/file-reading': () =>
    z.strictObject({
      op: id(),
      readingId: id(),
      workspaceId: nullable(z.union([id(), z.strictObject({ name: name().check(z.minLength(1)) })])),
    }),
  // A snapshot's text is capped and checked by its reader, which names what is wrong with it.
  'own/preview-import': () =>
    z.union([z.strictObject({ text: z.string(), merge: merge() }), z.strictObject(csvTable())]),
  'own/apply-import': () =>
    z.union([
      z.strictObject({ op: id(), text: z.string(), merge: merge(), leaveOutRejected: z.boolean() }),
      z.strictObject({ op: id(), ...csvTable(), leaveOutRejected: z.boolean() }),
    ]),
  'own/export-snapshot': () =>
    z.strictObject({
      op: id(),
      organizationId: id(),
      label: nullable(name()),
      format: z.optional(z.enum(exportFormats)),
      snapshotId: z.optional(id()),
    }),
  'own/take-snapshot': () => z.strictObject({ op: id(), organizationId: id(), label: nullable(name()) }),
  'own/delete-snapshot': () => z.strictObject({ op: id(), snapshotId: id() }),
  'own/note-backup': () =>
    z.strictObject({
      op: id(),
      made: nullable(z.strictObject({ digest: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)), keys: z.int() })),
    }),
  'own/restore-backup': () =>
    z.strictObject({
      op: id(),
      staged: id(),
      revision: z.strictObject({ us: z.int(), eu: z.int() }),
    }),
  'own/start-handover': () =>
    z.strictObject({
      op: id(),
      id: id(),
      organizationId: id(),
      origin: z.enum(handoverOrigins),
      action: handoverAction(),
      only: nullable(ids(10_000)),
    }),
  'own/choose-successor': () =>
    z.strictObject({ op: id(), id: id(), revision: z.int(), keyId: id(), userId: nullable(id()) }),
  'own/tick-handover': () =>
    z.strictObject({
      op: id(),
      id: id(),
      revision: z.int(),
      step: z.string().check(z.regex(/^[a-z-]{1,20}(:[A-Za-z0-9_.:-]{1,100})?$/)),
      done: z.boolean(),
      record: z.boolean(),
    }),
  'own/drop-handover': () => z.strictObject({ op: id(), id: id() }),
  'own/prepare-fingerprints': () => z.strictObject({}),
  'own/save-fingerprint': () =>
    z.strictObject({
      op: id(),
      keyId: id(),
      fingerprint: z.string().check(z.regex(/^[0-9a-f]{8}\.[0-9a-f]{16}-[0-9a-f]{16}$/)),
    }),
  'own/tell-hold': () => z.strictObject({ holdId: id() }),
  'own/tab-guard': () => z.strictObject({ tabId: z.int() }),
} satisfies { [T in MessageType]: () => z.core.$ZodType<Messages[T]['send']> };

const made = new Map<MessageType, z.core.$ZodType<Messages[MessageType]['send']>>();

/** Made for the first message of its type: a worker that starts for one message needs no other's. */
function schemaOf(type: MessageType): z.core.$ZodType<Messages[MessageType]['send']> {
  let schema = made.get(type);
  if (!schema) made.set(type, (schema = bodies[type]()));
  return schema;
}

/** Characters that a message of a type may hold in all its texts together. */
function maxLength(type: MessageType): number {
  if (type === 'page/observe' || type === 'page/stakes') return 2 * 1024 * 1024;
  if (type === 'own/preview-import' || type === 'own/apply-import') return 64 * 1024 * 1024;
  return 512 * 1024;
}

const maxDepth = 12;
/** Values that a message may hold; the biggest CSV has a hundred thousand rows of 23 cells. */
const maxParts = (type: MessageType): number =>
  type === 'own/preview-import' || type === 'own/apply-import' ? 3_000_000 : 400_000;

/** Measures without descending further than allowed: before any schema looks at it. */
function isWithin(value: unknown, budget: { length: number; parts: number }, depth: number): boolean {
  budget.parts -= 1;
  if (budget.parts < 0) return false;
  if (typeof value === 'string') {
    budget.length -= value.length;
    return budget.length >= 0;
  }
  if (value === null || typeof value !== 'object') return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((inner) => isWithin(inner, budget, depth - 1));
  for (const [field, inner] of Object.entries(value)) {
    budget.length -= field.length;
    if (budget.length < 0 || !isWithin(inner, budget, depth - 1)) return false;
  }
  return true;
}

/** Texts of a file are held to the key guard row by row, so that each can be named; a digest is a long run by itself. */
const filesWithin: ReadonlySet<MessageType> = new Set(['own/preview-import', 'own/apply-import', 'own/note-backup']);

export type Checked<T extends MessageType> =
  { ok: true; body: Messages[T]['send'] } | { ok: false; code: 'bad-message' | 'rejected'; details: string[] };

/** Whether a text names a message that there is. */
export function isMessageType(type: unknown): type is MessageType {
  return typeof type === 'string' && Object.hasOwn(bodies, type);
}

/** A message's body, checked; `details` name the place that is wrong, never what stands there. */
export function checkBody<T extends MessageType>(type: T, body: unknown): Checked<T> {
  if (!isWithin(body, { length: maxLength(type), parts: maxParts(type) }, maxDepth)) {
    return { ok: false, code: 'bad-message', details: ['too-large'] };
  }
  if (type.startsWith('page/') && anyHoldsRun(body, pageRun)) {
    return { ok: false, code: 'bad-message', details: ['looks-like-a-key'] };
  }
  const result = z.safeParse(schemaOf(type), body);
  if (!result.success) {
    const path = result.error.issues[0]?.path.filter((part) => typeof part === 'number' || isFieldName(part)) ?? [];
    return { ok: false, code: 'bad-message', details: [path.map(String).join('.')] };
  }
  if (!filesWithin.has(type) && anyHoldsRun(body, typedRun)) {
    return { ok: false, code: 'rejected', details: ['looks-like-a-key'] };
  }
  return { ok: true, body: result.data };
}

function isFieldName(part: PropertyKey): boolean {
  return typeof part === 'string' && /^[a-zA-Z]{1,24}$/.test(part);
}
