/**
 * The whole conversation between contexts, on one screen: who may say what, and what comes back.
 *
 * Two tiers of senders (surface.md; quality.md, section 3.1):
 * - `page`: the content script in a tab of PandaDoc. It submits what it read and asks what concerns its page. Its
 *   region comes from the sender's address, never from the message.
 * - `own`: popup and dashboard. They read the database themselves (same origin) and write only through the background.
 *
 * Types only: the schemas that check these at the door are in `schemas.ts`, which the content script never imports.
 */
import type { Acceptance } from '../domain/findings.ts';
import type { Action } from '../domain/impact.ts';
import type { HandoverAction, HandoverOrigin } from '../domain/handover.ts';
import type { PersonRef } from '../domain/identity.ts';
import type { CsvRejection, CsvRejectionCode, CsvRow } from '../domain/mapping-csv.ts';
import type { MergeChoices, MergeStore } from '../domain/merge-records.ts';
import type { FileChoices, FileConflict } from '../domain/merge.ts';
import type { Observation } from '../domain/observation.ts';
import type { OwnerType } from '../domain/owner-type.ts';
import type { SuggestionCode } from '../domain/suggestion-codes.ts';
import type { Policy } from '../domain/policy.ts';
import type { Lift, Stakes } from '../domain/stakes.ts';
import type {
  Day,
  Instant,
  KeyStatus,
  KeyType,
  OrgAdmin,
  Region,
  UserKind,
  UserStatus,
  WorkspaceKind,
  WorkspaceStatus,
} from '../domain/words.ts';

/** Made by the sender; the same op sent twice is carried out once (a worker may die after writing, before answering). */
export type OpId = string;

/** A handle for undoing one change, as given back by every change. */
export interface Changed {
  /** `null` when nothing was changed. */
  undo: string | null;
  revision: number;
}

export type GuardState = 'armed' | 'degraded' | 'blind' | 'starting' | 'off';

/** Texts that a page needs when its extension was updated. */
export const lastWordKeys = ['page_updated', 'overlay_dismiss', 'locale'] as const;
export type LastWordKey = (typeof lastWordKeys)[number];

/** Why a hold was let go (surface.md, `radiogroup` `Reason`). */
export const releaseReasons = [
  'handover-done',
  'key-no-longer-used',
  'outage-accepted',
  'security-emergency',
  'other',
] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** What a hold was about, for the log. No name, address or secret: ids of ours only. */
export interface HoldReport {
  action: Lift['action'];
  /** The role or licence that would be given, as the page names it; `null` for other acts, or where it is not known. */
  value: string | null;
  userIds: string[];
  keyIds: string[];
  workspaceIds: string[];
  /** True where the page had not said which workspaces. */
  scopeAssumed: boolean;
  /** How the act came: `pointer`, `keyboard`, `submit`, `change`, `script`. */
  input: 'pointer' | 'keyboard' | 'submit' | 'change' | 'script';
}

/** What else an act would bring, in words: headings with their lines, and everything as one text to forward. */
export interface Explanation {
  parts: { title: string; lines: string[] }[];
  text: string;
}

/** An act that was let through, and the page as it was then: what tells success from what was there before. */
export interface PassedAct {
  holdId: string;
  action: Lift['action'];
  value: string | null;
  people: PersonRef[];
  /** The act itself said which workspaces. */
  byAct: boolean;
  workspaceIds: string[];
  /** Names of those that the page showed. */
  places: string[];
  /** `personKey` of those of the people whom the page listed. */
  listed: string[];
  /** Messages that stood on the page already. */
  messages: string[];
  routeKey: string;
  /** Until when an outcome is looked for. */
  until: Instant;
}

/** Somebody who can be chosen as a key's owner. */
export interface OwnerCandidate {
  userId: string;
  name: string | null;
  email: string | null;
  ownerType: OwnerType;
  /** Known as Admin of the key's workspace; those come first. */
  admin: boolean;
  signedIn: boolean;
}

/** What the content script says, by message type: what it sends and what it gets. */
export interface PageMessages {
  /** Submit a reading. `workspaces`: the choices when the background cannot tell which workspace it belongs to. */
  'page/observe': {
    send: { op: OpId; observation: Observation };
    get: {
      /** `asked`: kept aside until the admin says which workspace it is. */
      outcome: 'filed' | 'unchanged' | 'asked' | 'not-filed';
      workspaceId: string | null;
      revision: number;
    };
  };
  /** Ask what hangs on the people of this page, and for all living keys of workspaces that it is about. */
  'page/stakes': { send: { people: PersonRef[]; workspaces?: string[] | undefined }; get: Stakes };
  /** The keys of one workspace, for the owner lines of its key page. */
  'page/keys': {
    send: { workspaceId: string };
    get: { keys: KeyLine[]; revision: number };
  };
  /**
   * Tell the toolbar how this page's guard is. `reasons`: codes, no text of the page. Who is off has read no text, and gets
   * those that it would need when the extension is gone.
   */
  'page/guard': {
    send: { state: GuardState; reasons: string[]; adapter: string | null };
    get: { lastWords: Record<LastWordKey, string> } | null;
  };
  /** A hold began. */
  'page/hold': { send: { op: OpId; hold: HoldReport }; get: { holdId: string } };
  /** `Remove anyway`: the hold is lifted for ten minutes. */
  'page/release': { send: { op: OpId; holdId: string; reason: ReleaseReason | null }; get: { lift: Lift } };
  /** `Keep user`. */
  'page/keep': { send: { op: OpId; holdId: string }; get: null };
  /** `Plan handover`: opens the dashboard at a new plan for this hold. The hold stays: nothing is let through. */
  'page/plan-handover': { send: { holdId: string }; get: null };
  /** What a hold would bring beyond its keys, and all of it as one text to forward; asked for by whoever unfolds it. */
  'page/explain': { send: { holdId: string }; get: Explanation };
  /** An act passed under a lift; the tab's next page may be the one that shows what became of it. `null`: over. */
  'page/passed': { send: { watch: PassedAct | null }; get: null };
  /** What passed on the page before, in this tab. */
  'page/watched': { send: Record<never, never>; get: { watch: PassedAct | null } };
  /** What became of an action that was let go: the page showed success, PandaDoc refused, or neither was seen. */
  'page/outcome': {
    send: { op: OpId; holdId: string; outcome: 'succeeded' | 'refused' | 'not-seen'; workspaceIds: string[] };
    get: Changed;
  };
  /** People who can be chosen as owner of a key on this page. */
  'page/owner-candidates': { send: { keyId: string; query: string }; get: { candidates: OwnerCandidate[] } };
  'page/set-owner': { send: { op: OpId; keyId: string; userId: string }; get: Changed };
  'page/set-owner-type': { send: { op: OpId; userId: string; ownerType: OwnerType }; get: Changed };
  /** Undo a change that was made from this page. */
  'page/undo': { send: { op: OpId; undo: string }; get: Changed };
  /** Code of ours failed in the page. `where`: a fixed code of ours; `kind`: the error's class name. */
  'page/failure': { send: { where: string; kind: string }; get: null };
  /** Open the dashboard, at a key or a person, in a tab. */
  'page/open-dashboard': { send: { hash: string }; get: null };
}

/** What an owner line beside a key row says. */
export interface KeyLine {
  keyId: string;
  type: KeyType;
  label: string;
  hint: string | null;
  owner: { userId: string; name: string | null; email: string | null; ownerType: OwnerType } | null;
  /** Generate was seen: the owner and date are proposed, and wait for one click. */
  proposed: { userId: string; name: string | null; email: string | null; createdOn: Day } | null;
  /** The owner is not known as Admin of this workspace. */
  ownerNotAdmin: boolean;
}

/** A finding as it stood when somebody accepted it. */
export type AcceptedFinding = Pick<Acceptance, 'rule' | 'subjectKind' | 'subjectId' | 'severity' | 'basis'>;

export interface WorkspaceInput {
  id: string | null;
  organizationId: string | null;
  region: Region;
  /** The revision of the record that the editor showed; a newer one in the store is told, not overwritten. */
  revision: number | null;
  name: string;
  pandadocId: string | null;
  kind: WorkspaceKind;
  status: WorkspaceStatus;
}

export interface UserInput {
  id: string | null;
  organizationId: string | null;
  region: Region;
  revision: number | null;
  name: string | null;
  email: string | null;
  pandadocId: string | null;
  kind: UserKind | null;
  orgAdmin: OrgAdmin | null;
  license: string | null;
  status: UserStatus;
  /** Places to set, by workspace id; `null` ends the membership. Absent workspaces stay as they are. */
  roles: Record<string, RoleInput | null>;
}

/** A role of `null` says that it is not known; absent fields stay as they are. */
export interface RoleInput {
  role?: string | null | undefined;
  membershipId?: string | null | undefined;
}

export interface KeyInput {
  id: string | null;
  workspaceId: string;
  revision: number | null;
  type: KeyType;
  label: string | null;
  hint: string | null;
  status: KeyStatus;
  ownerId: string | null;
  createdOn: Day | null;
  rotatedOn: Day | null;
  verifiedOn: Day | null;
  rotationDays: number | null;
  usedBy: string[];
  /** Class of calls → calls per minute. */
  demand: Record<string, number>;
  notes: string | null;
  /** A new secret took the place of the former one: owner, hint and dates are the new one's. */
  newSecret?: boolean | undefined;
}

/** What is said of several keys at once; absent fields stay as they are. */
export interface KeysEdit {
  /** Confirmed today. */
  ownerId?: string | null | undefined;
  /** Of everybody who owns one of the keys. */
  ownerType?: OwnerType | undefined;
  status?: KeyStatus | undefined;
  rotationDays?: number | null | undefined;
  /** `add` leaves what is noted. */
  usedBy?: { add: string[] } | { replace: string[] } | undefined;
  /** Class of calls → calls per minute; an empty one: not declared. */
  demand?: Record<string, number> | undefined;
  notes?: string | null | undefined;
  /** Owners are confirmed today; keys without owner are left out. */
  verified?: boolean | undefined;
}

/** Why one row of a file cannot be taken. `column` and `row` say where; never the offending cell. */
export interface Rejection {
  /** 1-based row of a CSV, or the path in a JSON ("keys[3].hint"). */
  where: string;
  /** Of a CSV: the column's name, or its number; `null` for a whole row. */
  column?: string | null;
  message: RejectionCode;
  /** Placeholders of the message; never a cell's text. */
  details: string[];
}

export type RejectionCode =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'not-a-snapshot'
  | 'newer-version'
  | 'wrong-shape'
  | 'digest-differs'
  | 'looks-like-a-key'
  | 'unknown-reference'
  | 'ambiguous-workspace'
  | 'duplicate-id'
  | 'disagrees-with-earlier-row'
  | CsvRejectionCode;

/** The text of a snapshot (`merge`: to be merged, with what was chosen so far), or what the page read from a CSV; `region`: the one of rows that name none. */
export type ImportSource =
  | { text: string; merge?: FileChoices | undefined }
  | { rows: CsvRow[]; rejections: CsvRejection[]; region: Region | null };

export interface ImportPreview {
  /** `null` when the file cannot be imported at all; `rejections` says why. */
  plan: {
    region: Region;
    organization: string | null;
    /** Counts of keys, as the preview's status says them. */
    added: number;
    changed: number;
    unchanged: number;
    rejected: number;
    /** Rows of workspaces, users and memberships that would be new or changed. */
    workspaces: number;
    users: number;
    memberships: number;
  } | null;
  rejections: Rejection[];
  /** Of a merge: everything that the file and the mapping say otherwise, and which side counts unless one is chosen. */
  conflicts?: FileConflict[] | undefined;
}

export const exportFormats = ['json', 'csv', 'markdown', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What popup and dashboard say. */
export interface OwnMessages {
  'own/set-owner': { send: { op: OpId; keyIds: string[]; userId: string | null }; get: Changed };
  /** `why`: what a suggestion rested on that was taken, for each of the people or for all of them. */
  'own/set-owner-type': {
    send: { op: OpId; userIds: string[]; ownerType: OwnerType; why?: SuggestionCode[] | undefined };
    get: Changed;
  };
  /** Take or leave what Generate proposed. */
  'own/confirm-generation': { send: { op: OpId; keyId: string; accept: boolean }; get: Changed };
  'own/save-organization': {
    send: { op: OpId; id: string; revision: number | null; name: string | null };
    get: Changed;
  };
  'own/save-workspace': { send: { op: OpId; input: WorkspaceInput }; get: Changed & { id: string } };
  'own/save-user': { send: { op: OpId; input: UserInput }; get: Changed & { id: string } };
  /** `workspace`, `owner`: those that are new with the key, in the place of its ids: one change, one undo. */
  'own/save-key': {
    send: { op: OpId; input: KeyInput; workspace?: WorkspaceInput | undefined; owner?: UserInput | undefined };
    get: Changed & { id: string };
  };
  /** `owner`: somebody who is new with the change, in the place of its owner. */
  'own/edit-keys': {
    send: { op: OpId; keyIds: string[]; edit: KeysEdit; owner?: UserInput | undefined };
    get: Changed;
  };
  'own/edit-workspaces': { send: { op: OpId; workspaceIds: string[]; kind: WorkspaceKind }; get: Changed };
  /** Two records are one person or workspace; `choices`: what to take where both say something (`merge-records.ts`). */
  'own/merge': {
    send: {
      op: OpId;
      store: MergeStore;
      keptId: string;
      goneId: string;
      /** Of both records, as they were shown. */
      revisions: [kept: number, gone: number];
      choices: MergeChoices;
    };
    get: Changed;
  };
  /** A workspace that is not shown any more is none of these under a new name. */
  'own/keep-apart': { send: { op: OpId; workspaceId: string; others: string[] }; get: Changed };
  /** Delete records with what depends on them (memberships and keys of a workspace, memberships of a user). */
  'own/delete': { send: { op: OpId; store: 'workspaces' | 'users' | 'keys'; ids: string[] }; get: Changed };
  'own/undo': { send: { op: OpId; undo: string }; get: Changed };
  /** End the change of this op if it is not written yet; its own answer says what became of it. */
  'own/stop': { send: { op: OpId }; get: null };
  /** How much of the change of this op is written, from 0 to 1; `null` before. */
  'own/progress': { send: { op: OpId }; get: number | null };
  'own/save-policy': {
    send: { op: OpId; organizationId: string; revision: number | null; policy: Policy };
    get: Changed;
  };
  /** Accept findings, with a reason and the last day on which that counts. */
  'own/accept-findings': {
    send: { op: OpId; organizationId: string; findings: AcceptedFinding[]; reason: string; until: Day };
    get: Changed;
  };
  /** Take an acceptance back. */
  'own/reopen-finding': { send: { op: OpId; id: string }; get: Changed };
  /** Say which workspace a reading belongs to that was kept aside; `null` throws the reading away. */
  'own/file-reading': {
    send: { op: OpId; readingId: string; workspaceId: string | { name: string } | null };
    get: Changed;
  };
  'own/preview-import': { send: ImportSource; get: ImportPreview };
  'own/apply-import': {
    send: { op: OpId; leaveOutRejected: boolean } & ImportSource;
    get: Changed & { keys: number };
  };
  /** Take a snapshot and store it. */
  'own/take-snapshot': {
    send: { op: OpId; organizationId: string; label: string | null };
    get: { snapshotId: string };
  };
  /**
   * Hand out a snapshot: one that is taken and stored for it, or a stored one. The page makes the file from the stored
   * document; `format` decides the name, too.
   */
  'own/export-snapshot': {
    send: {
      op: OpId;
      organizationId: string;
      label: string | null;
      format?: ExportFormat | undefined;
      snapshotId?: string | undefined;
    };
    get: { fileName: string; snapshotId: string };
  };
  /** Throw a stored snapshot away; its digest stays in the log. */
  'own/delete-snapshot': { send: { op: OpId; snapshotId: string }; get: null };
  /** A backup was handed to the downloads; `null` puts the reminder off. */
  'own/note-backup': { send: { op: OpId; made: { digest: string; keys: number } | null }; get: null };
  /** Put the backup that waits under `staged` in the place of everything; `revision`: what the page last saw. */
  'own/restore-backup': { send: { op: OpId; staged: string; revision: Record<Region, number> }; get: Changed };
  /** Begin a handover: of all keys that an action affects, or of `only` these. The sender makes its id. */
  'own/start-handover': {
    send: {
      op: OpId;
      id: string;
      organizationId: string;
      origin: HandoverOrigin;
      action: HandoverAction;
      only: string[] | null;
    };
    get: Changed & { id: string };
  };
  'own/choose-successor': {
    send: { op: OpId; id: string; revision: number; keyId: string; userId: string | null };
    get: Changed;
  };
  /** Tick a step off, or take the tick back. `record`: the new key goes into the mapping, owned by its successor. */
  'own/tick-handover': {
    send: { op: OpId; id: string; revision: number; step: string; done: boolean; record: boolean };
    get: Changed;
  };
  'own/drop-handover': { send: { op: OpId; id: string }; get: Changed };
  /** Make this profile's key for fingerprints where there is none; pages of ours then find it in the database. */
  'own/prepare-fingerprints': { send: Record<string, never>; get: { epoch: string } };
  /** The fingerprint is of the key's present secret; what was pasted never leaves the page that it was pasted into. */
  'own/save-fingerprint': { send: { op: OpId; keyId: string; fingerprint: string }; get: Changed };
  /** What a hold was about, as far as a handover can prepare it. */
  'own/tell-hold': {
    send: { holdId: string };
    get: { organizationId: string | null; action: Action | null; only: string[] | null };
  };
  /** How the tab's guard is; asked by the popup for the tab it was opened over. */
  'own/tab-guard': {
    send: { tabId: number };
    get: {
      state: GuardState;
      reasons: string[];
      reload: boolean;
      region: Region | null;
      /** Where the page was when it was last read since it was loaded; `null` where it was not read. */
      place: { organizationId: string; workspaceId: string | null } | null;
      /** What the page is built of, without anything that it says; only where the guard does not stand as it should. */
      diagnosis: string | null;
    };
  };
}

export type Messages = PageMessages & OwnMessages;
export type MessageType = keyof Messages;

/** A message on the wire. `version` rises when a message changes shape: an older content script is told to reload. */
export interface Envelope<T extends MessageType = MessageType> {
  version: number;
  type: T;
  body: Messages[T]['send'];
}

export const protocolVersion = 1;

export type ErrorCode =
  | 'not-allowed'
  | 'bad-message'
  | 'reload-needed'
  | 'not-found'
  /** Somebody else changed the record meanwhile. */
  | 'changed-meanwhile'
  /** Taken back by its sender before it was written. */
  | 'stopped'
  | 'read-only'
  | 'storage-full'
  | 'storage-failed'
  | 'rejected'
  | 'internal';

export type Reply<T extends MessageType = MessageType> =
  { ok: true; body: Messages[T]['get'] } | { ok: false; error: { code: ErrorCode; details: string[] } };

/** Sends one message and gives its answer; throws `MessageError` when it was refused or not answered in time. */
export type Send = <T extends MessageType>(type: T, body: Messages[T]['send']) => Promise<Messages[T]['get']>;

/** Refused by the background, or not answered. `code` decides what a person is told. */
export class MessageError extends Error {
  readonly code: ErrorCode | 'no-answer' | 'orphaned';
  readonly details: string[];

  constructor(code: ErrorCode | 'no-answer' | 'orphaned', details: string[] = []) {
    super(code);
    this.name = 'MessageError';
    this.code = code;
    this.details = details;
  }
}
