/**
 * The estate as popup and dashboard see it: the stored records, resolved by the domain, as signals; and the one way to
 * change them, with what is told afterwards. No DOM.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BackupState } from '../../lib/domain/backup.ts';
import { coverageOf, isFresh } from '../../lib/domain/coverage.ts';
import type { Handover } from '../../lib/domain/handover.ts';
import type { Action } from '../../lib/domain/impact.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import {
  type Coverage,
  indexMapping,
  type Key,
  type Mapping,
  type MappingIndex,
  type Membership,
  type User,
  type Workspace,
} from '../../lib/domain/mapping.ts';
import { membershipOf } from '../../lib/domain/members.ts';
import { type OwnerType, ownerTypeOf } from '../../lib/domain/owner-type.ts';
import { policyOf } from '../../lib/domain/judge-records.ts';
import type { Policy } from '../../lib/domain/policy.ts';
import type { MappingRecords, OrganizationRecord } from '../../lib/domain/records.ts';
import { resolveInSteps } from '../../lib/domain/resolve-mapping.ts';
import { anyHoldsRun, typedRun } from '../../lib/domain/secrets.ts';
import { isAdminRole } from '../../lib/domain/roles.ts';
import { finish, mapInSteps, type Steps } from '../../lib/domain/steps.ts';
import { type Instant, type Region, regions } from '../../lib/domain/words.ts';
import {
  type Changed,
  type ExportFormat,
  MessageError,
  type Messages,
  type OwnMessages,
} from '../../lib/messages/protocol.ts';
import { type ConsequencePart, consequenceParts } from './consequence-text.ts';
import { type FindingRow, findingsInSteps, type FindingsView } from './finding-rows.ts';
import { stepsInSlices } from './in-slices.ts';
import { t } from './text.ts';
import type { AsideReading, FingerprintsRead, Services } from './reader.ts';

/** One organization, resolved and indexed. */
export interface OrganizationView {
  id: string;
  region: Region;
  name: string | null;
  record: OrganizationRecord;
  mapping: Mapping;
  index: MappingIndex;
  policy: Policy;
  /** What a saved policy replaces; `null` where nobody set one. */
  policyRevision: number | null;
}

/** One key with all that a row of the mapping shows. */
export interface KeyRow {
  id: string;
  key: Key;
  organization: OrganizationView;
  workspace: Workspace;
  owner: User | null;
  ownerType: OwnerType | null;
  /** The owner's, there. */
  membership: Membership | undefined;
  /** Whether the owner is known as Admin of the workspace; `null` without owner. */
  ownerAdmin: boolean | null;
  coverage: Coverage;
  /** Generate was seen: owner and date were concluded, and nobody has confirmed them yet. */
  proposed: boolean;
}

export interface Counts {
  keys: number;
  ownersUnknown: number;
  workspacesUnread: number;
}

export type FailureCode = MessageError['code'] | 'unreadable';

/** What is told after a change, until the next one or until it is put away. */
export type Notice =
  { kind: 'done'; text: string; undo: string | null } | { kind: 'failed'; code: FailureCode; details: string[] };

/** Messages that change something: they carry an op id, made here. */
export type ChangeType = {
  [T in keyof OwnMessages]: OwnMessages[T]['send'] extends { op: string }
    ? OwnMessages[T]['get'] extends Changed
      ? T
      : never
    : never;
}[keyof OwnMessages];

export interface Estate {
  /** `loading` only before the first answer; a later failure keeps what was read. */
  state: ReadonlySignal<'loading' | 'ready' | 'failed'>;
  failure: ReadonlySignal<FailureCode | null>;
  records: ReadonlySignal<MappingRecords>;
  organizations: ReadonlySignal<OrganizationView[]>;
  rows: ReadonlySignal<KeyRow[]>;
  rowsById: ReadonlySignal<Map<string, KeyRow>>;
  counts: ReadonlySignal<Counts>;
  /** What the rules say; worked out when somebody looks, at once where `prepareFindings` did not do it before. */
  findings: ReadonlySignal<FindingsView>;
  /** Works findings out a little at a time; from then on each reading does so before it is shown. */
  prepareFindings(): Promise<void>;
  /** The same by the id of what they are about. */
  findingsAbout: ReadonlySignal<Map<string, FindingRow[]>>;
  /** Rules with an open finding about a key; findings are worked out when this is first asked. */
  openRules: (keyId: string) => readonly string[];
  /** Rate groups and findings before and after some actions, in words. */
  follow: (organization: OrganizationView, actions: readonly Action[]) => ConsequencePart[];
  aside: ReadonlySignal<AsideReading[]>;
  handovers: ReadonlySignal<Handover[]>;
  fingerprints: ReadonlySignal<FingerprintsRead>;
  damaged: ReadonlySignal<number>;
  backup: ReadonlySignal<BackupState | null>;
  /** Workspaces that somebody said are two, by id. */
  apart: ReadonlySignal<Readonly<Record<string, readonly string[]>>>;
  /** How often the stored data were read: rises after each change anywhere. */
  readings: ReadonlySignal<number>;
  notice: Signal<Notice | null>;
  now: ReadonlySignal<Instant>;
  load(): Promise<void>;
  /**
   * Sends a change; tells `done` with its undo, or why it failed. Gives the answer, `null` after a failure. `signal` ends
   * it where it is not written yet; else what was written is told, and how to take it back. `onProgress` is told now and then
   * how much of it is written, from 0 to 1.
   */
  change<T extends ChangeType>(
    type: T,
    body: Omit<Messages[T]['send'], 'op'>,
    done: string | ((answer: Messages[T]['get']) => string) | null,
    signal?: AbortSignal,
    onProgress?: (done: number) => void,
  ): Promise<Messages[T]['get'] | null>;
  /** Sends what changes nothing of the mapping; the signal ends what has an op, as that of a change does. */
  ask<T extends keyof OwnMessages>(
    type: T,
    body: Messages[T]['send'],
    signal?: AbortSignal,
  ): Promise<Messages[T]['get'] | null>;
  undo(done: string): Promise<boolean>;
  newId(): string;
  fingerprint: Services['fingerprint'];
  exportParts(snapshotId: string, format: ExportFormat): Promise<Iterable<string>>;
  stop(): void;
}

/** So often somebody who watches a change is told how far it is, in milliseconds. */
const progressEvery = 200;

const noRecords: MappingRecords = {
  organizations: [],
  workspaces: [],
  users: [],
  memberships: [],
  keys: [],
  coverage: [],
};

const noFingerprints: FingerprintsRead = { rows: [], epoch: null };

/** The code that a failure is told by; anything that is no answer of the background is `internal`. */
export function failureCode(error: unknown): FailureCode {
  return error instanceof MessageError ? error.code : 'internal';
}

function* viewInSteps(records: MappingRecords, record: OrganizationRecord): Steps<OrganizationView> {
  const mapping = yield* resolveInSteps(records, record);
  yield;
  return {
    id: record.id,
    region: record.region,
    name: mapping.organization.name,
    record,
    mapping,
    index: indexMapping(mapping),
    policy: policyOf(records, record.id),
    policyRevision: records.policies?.find(({ id }) => id === record.id)?.revision ?? null,
  };
}

interface Resolved {
  records: MappingRecords;
  organizations: OrganizationView[];
  rows: KeyRow[];
}

/** All organizations with their rows: most of the work between a reading and its showing. */
function* resolvedInSteps(records: MappingRecords): Steps<Resolved> {
  const organizations: OrganizationView[] = [];
  for (const record of records.organizations) organizations.push(yield* viewInSteps(records, record));
  organizations.sort((a, b) => regions.indexOf(a.region) - regions.indexOf(b.region) || (a.id < b.id ? -1 : 1));
  const rows: KeyRow[] = [];
  for (const organization of organizations) {
    yield;
    for (const row of yield* mapInSteps(organization.mapping.keys, (key) => rowOf(organization, key))) {
      if (row) rows.push(row);
    }
  }
  return { records, organizations, rows };
}

/** `null` where the key's workspace is not known. */
function rowOf(organization: OrganizationView, key: Key): KeyRow | null {
  const { mapping, index } = organization;
  const workspace = index.workspaces.get(key.workspaceId);
  if (!workspace) return null;
  const owner = key.ownerId === null ? null : (index.users.get(key.ownerId) ?? null);
  const membership = owner ? membershipOf(index, owner.id, workspace.id) : undefined;
  return {
    id: key.id,
    key,
    organization,
    workspace,
    owner,
    ownerType: owner && ownerTypeOf(owner),
    membership,
    ownerAdmin: owner && membership?.status !== 'removed' && isAdminRole(membership?.role ?? null),
    coverage: coverageOf(mapping, workspace.id),
    proposed: owner !== null && key.provenance.ownerId?.source === 'inferred' && key.verifiedOn === null,
  };
}

/** Whether a workspace counts as unread: a page of it never read, or too long ago. */
export function isUnread(coverage: Coverage, now: Instant, policy: Policy): boolean {
  return !isFresh(coverage.keys, now, policy) || !isFresh(coverage.members, now, policy);
}

/** The workspaces that are in use, and those of them that are not read as the policy asks. */
export function workspacesInUse(
  { mapping, policy }: Pick<OrganizationView, 'mapping' | 'policy'>,
  now: Instant,
): { active: Workspace[]; unread: Workspace[] } {
  const active = mapping.workspaces.filter(({ status }) => status !== 'deactivated');
  return { active, unread: active.filter(({ id }) => isUnread(coverageOf(mapping, id), now, policy)) };
}

/** Makes the estate; nothing is read before `load`. */
export function createEstate(services: Services): Estate {
  const state = signal<'loading' | 'ready' | 'failed'>('loading');
  const failure = signal<FailureCode | null>(null);
  const aside = signal<AsideReading[]>([]);
  const handovers = signal<Handover[]>([]);
  const fingerprints = signal<FingerprintsRead>(noFingerprints);
  const damaged = signal(0);
  const backup = signal<BackupState | null>(null);
  const apart = signal<Readonly<Record<string, readonly string[]>>>({});
  const readings = signal(0);
  const notice = signal<Notice | null>(null);
  const now = signal<Instant>(services.now());

  const resolved = signal<Resolved>({ records: noRecords, organizations: [], rows: [] });
  const records = computed(() => resolved.value.records);
  const organizations = computed(() => resolved.value.organizations);
  const rows = computed(() => resolved.value.rows);
  const rowsById = computed(() => new Map(rows.value.map((row) => [row.id, row])));
  const counts = computed(() => ({
    keys: rows.value.length,
    ownersUnknown: rows.value.filter(({ key }) => key.ownerId === null && isLiving(key.status)).length,
    workspacesUnread: organizations.value.flatMap((each) => workspacesInUse(each, now.value).unread).length,
  }));

  /** The last findings, and what they were worked out from. */
  let judged: { of: Resolved; at: Instant; view: FindingsView } | null = null;
  let prepares = false;
  const findingsOf = ({ records: beside, organizations: of }: Resolved, at: Instant): Steps<FindingsView> =>
    findingsInSteps(services.rules, beside, of, at);
  const judge = async (of: Resolved, at: Instant): Promise<void> => {
    if (judged?.of === of && judged.at === at) return;
    const view = await stepsInSlices(findingsOf(of, at));
    judged = { of, at, view };
  };
  const findings = computed(() => {
    const [of, at] = [resolved.value, now.value];
    if (judged?.of !== of || judged.at !== at) judged = { of, at, view: finish(findingsOf(of, at)) };
    return judged.view;
  });
  const findingsAbout = computed(() => {
    const about = new Map<string, FindingRow[]>();
    for (const row of findings.value.rows) {
      const known = about.get(row.finding.subjectId);
      if (known) known.push(row);
      else about.set(row.finding.subjectId, [row]);
    }
    return about;
  });

  let reading: Promise<void> | null = null;
  let again = false;
  const readOnce = async (): Promise<void> => {
    try {
      const readout = await services.reader.read();
      const [before, asOf, moment] = [resolved.value, now.value, services.now()];
      const same = readout.records === before.records;
      const next = same ? before : await stepsInSlices(resolvedInSteps(readout.records));
      // What is told in minutes is not worked out anew for a change of something else.
      const at = same && Math.abs(Date.parse(moment) - Date.parse(asOf)) < 60_000 ? asOf : moment;
      if (prepares) await judge(next, at);
      batch(() => {
        resolved.value = next;
        aside.value = readout.aside;
        handovers.value = readout.handovers ?? [];
        fingerprints.value = readout.fingerprints ?? noFingerprints;
        damaged.value = readout.damaged;
        backup.value = readout.backup ?? null;
        apart.value = readout.apart ?? {};
        readings.value += 1;
        now.value = at;
        failure.value = null;
        state.value = 'ready';
      });
    } catch (error) {
      batch(() => {
        const code = (error as { code?: unknown } | null)?.code;
        failure.value = code === 'read-only' ? 'read-only' : 'unreadable';
        if (state.value === 'loading') state.value = 'failed';
      });
    }
  };
  // Changes come in bursts; a reading that is under way may have missed the last one, so one more follows it.
  const load = (): Promise<void> => {
    if (reading) {
      again = true;
      return reading;
    }
    reading = (async () => {
      do {
        again = false;
        await readOnce();
      } while (again);
      reading = null;
    })();
    return reading;
  };
  const stop = services.reader.onChange(() => void load());

  const fail = (error: unknown): null => {
    notice.value = {
      kind: 'failed',
      code: failureCode(error),
      details: error instanceof MessageError ? error.details : [],
    };
    return null;
  };
  /** Runs something that the background does by an op; the signal ends it there, and it is asked there how far it is. */
  const endable = async <T>(
    op: string | null,
    signal: AbortSignal | undefined,
    run: () => Promise<T>,
    onProgress?: (done: number) => void,
  ): Promise<T> => {
    let over = false;
    const ask = async (): Promise<void> => {
      const done = op === null ? null : await services.send('own/progress', { op }).catch(() => null);
      if (done !== null && !over) onProgress?.(done);
    };
    const asking = onProgress && setInterval(() => void ask(), progressEvery);
    // Whether it came in time is what the work itself is answered with.
    const end = (): void => void (op !== null && services.send('own/stop', { op }).catch(() => undefined));
    signal?.addEventListener('abort', end, { once: true });
    try {
      if (signal?.aborted) throw new MessageError('stopped');
      return await run();
    } finally {
      over = true;
      clearInterval(asking);
      signal?.removeEventListener('abort', end);
    }
  };
  /** Whether it failed because somebody ended it, which is told. */
  const ended = (error: unknown): boolean => {
    if (!(error instanceof MessageError) || error.code !== 'stopped') return false;
    notice.value = { kind: 'done', text: t('ui_stopped'), undo: null };
    return true;
  };

  return {
    state,
    failure,
    records,
    organizations,
    rows,
    rowsById,
    counts,
    findings,
    async prepareFindings() {
      prepares = true;
      await judge(resolved.value, now.value);
    },
    findingsAbout,
    openRules: (keyId) =>
      (findingsAbout.value.get(keyId) ?? [])
        .filter(({ finding }) => !finding.accepted)
        .map(({ finding }) => finding.rule),
    follow(organization, actions) {
      const found = findings.value.rows
        .filter((row) => row.organization === organization)
        .map(({ finding }) => finding);
      return consequenceParts(organization, actions, now.value, services.rules, found);
    },
    aside,
    handovers,
    fingerprints,
    damaged,
    backup,
    apart,
    readings,
    notice,
    now,
    load,
    async change(type, body, done, signal, onProgress) {
      const op = services.newId();
      try {
        // Refused by the background all the same; but what looks like a key shall be in no message either.
        if (type !== 'own/apply-import' && anyHoldsRun(body, typedRun)) {
          throw new MessageError('rejected', ['looks-like-a-key']);
        }
        const send = async () => {
          const given = await services.send(type, { ...body, op } as never);
          await load();
          return given;
        };
        const answer = await endable(op, signal, send, onProgress);
        const said = typeof done === 'function' ? done(answer) : done;
        const text = signal?.aborted ? t('ui_stopped_too_late') : said;
        if (text !== null) notice.value = { kind: 'done', text, undo: answer.undo };
        return answer;
      } catch (error) {
        // Whoever changed it meanwhile: what is shown must be what is there now.
        await load();
        return ended(error) ? null : fail(error);
      }
    },
    async ask(type, body, signal) {
      try {
        return await endable('op' in body ? body.op : null, signal, () => services.send(type, body));
      } catch (error) {
        return ended(error) ? null : fail(error);
      }
    },
    async undo(done) {
      const current = notice.value;
      if (current?.kind !== 'done' || current.undo === null) return false;
      try {
        await services.send('own/undo', { op: services.newId(), undo: current.undo });
        await load();
        notice.value = { kind: 'done', text: done, undo: null };
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    },
    newId: () => services.newId(),
    fingerprint: (secret) => services.fingerprint(secret),
    exportParts: (snapshotId, format) => services.exportParts(snapshotId, format, (id) => policyOf(records.value, id)),
    stop,
  };
}
