/**
 * What one reading of one page said: plain data, made by a page adapter, recorded by the background.
 * An observation never holds a key's secret; whatever looked like one was cut out before anything was read.
 */
import type { PersonRef } from './identity.ts';
import type { Day, Instant, KeyType } from './words.ts';

/** How the page named its workspace, strongest first (product.md, "The guard": order of evidence). */
export type WorkspaceEvidence = 'dialog' | 'list' | 'settings-group' | 'switcher';

export interface WorkspaceClaim {
  /** The one name that the page gives, `null` where it names none or several that cannot be told apart. */
  name: string | null;
  /** PandaDoc's id where the page shows one (a link, an address). */
  pandadocId: string | null;
  evidence: WorkspaceEvidence | null;
  /**
   * Names that stand where workspace and organization stand, when it is not clear which is which. The background
   * decides with what it knows, or asks.
   */
  candidates: string[];
}

interface ObservationBase {
  /** Id of the page adapter, which is its file name. */
  adapter: string;
  at: Instant;
  workspace: WorkspaceClaim;
  /** The organization's name where the page gives it beyond doubt. */
  organization: string | null;
  /** Who is signed in, where the page shows it. */
  signedIn: PersonRef | null;
  /** Whether the reading saw all there is; filtered, paged, loading and virtual lists are not complete. */
  complete: boolean;
}

/** A workspace in which a list of all users shows a person; role `null` = not shown. */
export interface WorkspaceRole {
  name: string;
  role: string | null;
}

export interface PersonReading extends PersonRef {
  membershipId: string | null;
  role: string | null;
  license: string | null;
  /** An invitation that was not accepted yet. */
  invited: boolean;
  /** The page marks this person as the signed-in one. */
  you: boolean;
  /** Only in lists over several workspaces; `null` where the row names none. */
  workspaces: WorkspaceRole[] | null;
}

export interface MembersObservation extends ObservationBase {
  kind: 'members';
  /** `organization`: a list of everybody, which says nothing about one workspace as a whole. */
  scope: 'workspace' | 'organization';
  people: PersonReading[];
}

/** What a key row shows. `not-entitled`: the slot cannot have a key yet ("Request a demo", "Enable"). */
export type SlotState = 'present' | 'absent' | 'not-entitled' | 'unknown';

export interface KeyReading {
  type: KeyType;
  state: SlotState;
  label: string | null;
  /** At most the last 4 characters, and only from text that the page itself masks. */
  hint: string | null;
  owner: PersonRef | null;
  createdOn: Day | null;
  /** The workspace when each row names one. */
  workspace: string | null;
}

export interface KeysObservation extends ObservationBase {
  kind: 'keys';
  keys: KeyReading[];
}

/** Names of workspaces on a page that lists them; it says nothing about their keys or members. */
export interface WorkspacesObservation extends ObservationBase {
  kind: 'workspaces';
  workspaces: { name: string; pandadocId: string | null }[];
}

/** Generate was pressed and the page showed success: a next generation, owned by who is signed in, to be confirmed. */
export interface GeneratedObservation extends ObservationBase {
  kind: 'generated';
  type: KeyType;
}

export type Observation = MembersObservation | KeysObservation | WorkspacesObservation | GeneratedObservation;
