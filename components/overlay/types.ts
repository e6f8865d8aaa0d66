/** What the content script hands to the overlay, and what it gets back. Plain data and functions; no DOM of ours. */
import type { Impact } from '../../lib/domain/impact.ts';
import type { Mapping } from '../../lib/domain/mapping.ts';
import type { OwnerType } from '../../lib/domain/owner-type.ts';
import type { Instant } from '../../lib/domain/words.ts';
import type { Changed, Explanation, KeyLine, OwnerCandidate, ReleaseReason } from '../../lib/messages/protocol.ts';

export interface OverlayOptions {
  /** Ends every listener and observer, and takes every part out of the page. */
  signal: AbortSignal;
  /** The page removes our host faster than is sensible to repair: nothing of ours is shown from now on. */
  onGivenUp?: () => void;
  /** `Remove anyway` was pressed while the browser said that the warning is not truly visible: open a page of ours. */
  onNotVisible?: () => void;
}

/** A badge in a member row. */
export interface BadgePart {
  id: string;
  row: Element;
  /** Shows the name or the e-mail address; the badge stands near it. */
  anchor: Element;
  /** Whole text, e.g. `Owns 3 API keys`. */
  text: string;
  /** A second text behind it, where both are true of somebody. */
  also?: string;
  tone: 'owns' | 'may-own';
  /** Whose badge it is, read before it by assistive technology, since the badge does not stand in the row's markup. */
  label?: string;
}

/** The line beside a key row. */
export interface OwnerLinePart {
  id: string;
  row: Element;
  anchor: Element;
  line: KeyLine;
  actions: {
    setOwnerType(userId: string, type: OwnerType): Promise<Changed>;
    ownerCandidates(query: string): Promise<OwnerCandidate[]>;
    /** Also confirms what Generate proposed. */
    setOwner(userId: string): Promise<Changed>;
    undo(handle: string): Promise<Changed>;
    /** Used instead when the browser says that the part is not truly visible. */
    openDashboard(hash: string): void;
  };
}

/** A short line about the page or an action. */
export interface NoticePart {
  id: string;
  kind: 'not-known' | 'starting' | 'cannot-read' | 'which-workspace' | 'updated' | 'degraded' | 'blind';
  /** `null`: in a corner of the window. */
  near: Element | null;
  text: string;
  actions?: { label: string; run(): void }[];
}

/** What a held action is about. */
export interface WarningModel {
  action: 'remove' | 'change-role' | 'change-licence' | 'generate' | 'deactivate-workspace';
  /** All people meant. Empty for `generate` and `deactivate-workspace`. */
  people: { name: string | null; email: string | null; ownerType: OwnerType }[];
  /** What the control does is not understood; that is said. */
  unsure: boolean;
  /** One name fits several people; all are listed, and that is said. */
  sameName: boolean;
  mapping: Mapping;
  impact: Impact;
  /** Workspaces in scope; empty where they are not known. */
  workspaceNames: string[];
  scopeAssumed: 'no' | 'no-workspace-chosen' | 'all-owned';
  reasonNeeded: boolean;
  /** `Plan handover`: opens the dashboard. The hold stays, and so does the warning. */
  onPlan?: () => void;
  /** What else would follow; asked for once, when it is unfolded. */
  explain?: () => Promise<Explanation>;
  now: Instant;
}

export type WarningResult = { choice: 'release'; reason: ReleaseReason | null } | { choice: 'keep' };

/** Everything of ours inside one document of the page. */
export interface Overlay {
  /** All badges that shall be there; by id, changed ones only are touched. */
  setBadges(parts: readonly BadgePart[]): void;
  /** The badges of these rows go at once, before the next frame: the rows say something else than when they were read. */
  dropBadges(rows: ReadonlySet<Element>): void;
  setOwnerLines(parts: readonly OwnerLinePart[]): void;
  setNotices(parts: readonly NoticePart[]): void;
  /**
   * Stands in front of an action. One at a time: a newer call answers the older one with `keep`, since the admin went on to something else.
   * It is open from the call on, and seen with the next frame: a modal dialog has the browser lay out the whole page, which no event waits for.
   * `returnFocusTo` gets the focus back where it is still connected.
   */
  warn(model: WarningModel, returnFocusTo: Element | null): Promise<WarningResult>;
  readonly warningOpen: boolean;
  /** Measures again, soon and once: call it when the page's DOM has changed (from the one observer that there is). */
  refresh(): void;
  /** Whether an event's target is ours. */
  owns(target: EventTarget | null): boolean;
  destroy(): void;
}
