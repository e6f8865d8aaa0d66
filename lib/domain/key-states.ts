/**
 * States of a key as one machine: every change of a key's status goes through the table below. Living keys can still be
 * broken; the others are history (product.md, "Impact"). `ARCHITECTURE.md` prints the table, and a test compares.
 */
import { type KeyStatus, keyStatuses } from './words.ts';

/** `active`, `narrowed` and `unknown` count as living: whatever is not known to be dead may still be in use. */
export function isLiving(status: KeyStatus): boolean {
  return status === 'active' || status === 'narrowed' || status === 'unknown';
}

/** What can happen to a key, as far as anybody sees it. */
export const keyEvents = [
  /** A page showed that there is a key in the slot. Dots prove that a slot holds a key, not that the key works. */
  'seen',
  /** A page that was seen whole showed the slot empty. If the reading was wrong, the guard still stands. */
  'not-seen',
  /** Generate was seen, or other last characters: this secret is the former one. */
  'generated',
  /** The owner is no longer in the workspace: PandaDoc deactivates the key, which no page shows. */
  'owner-removed',
  /** Somebody who may have owned it was removed. */
  'possible-owner-removed',
  /** The owner is in the workspace again. Not documented to revive a key: never assumed. */
  'owner-added-again',
  /** The owner's role went from Admin to less, or the licence to a smaller one. */
  'role-lowered',
  'licence-cut',
  /** The owner is Admin again, with a licence that goes with it. */
  'rights-restored',
  /** All members are removed with it. Presumed, as after any act that a page showed: what a key does nobody sees. */
  'workspace-deactivated',
] as const;
export type KeyEvent = (typeof keyEvents)[number];

type Row = Readonly<Record<KeyEvent, KeyStatus>>;

/** A state in which nothing that is seen changes anything. */
const stays = (status: KeyStatus): Row => Object.fromEntries(keyEvents.map((event) => [event, status])) as Row;

const living = {
  'not-seen': 'unknown',
  generated: 'replaced',
  'owner-removed': 'presumed-dead',
  'possible-owner-removed': 'unknown',
  'workspace-deactivated': 'presumed-dead',
} as const;

/**
 * State × event → state. What a person enters is no event: any state may be entered by hand from any other, and it is
 * the only way back from one that is not living.
 */
export const keyTransitions: Readonly<Record<KeyStatus, Row>> = {
  active: { ...stays('active'), ...living, 'role-lowered': 'narrowed', 'licence-cut': 'narrowed' },
  narrowed: { ...stays('narrowed'), ...living, 'rights-restored': 'active' },
  // Seen again, it is there; with less than all rights it is `narrowed` by the next look at its owner.
  unknown: { ...stays('unknown'), ...living, seen: 'active' },
  'presumed-dead': stays('presumed-dead'),
  deactivated: stays('deactivated'),
  replaced: stays('replaced'),
  revoked: stays('revoked'),
};

/** The state after an event. */
export function afterEvent(status: KeyStatus, event: KeyEvent): KeyStatus {
  return keyTransitions[status][event];
}

/** The table as Markdown, one row for each state; `·` = nothing changes. For the documentation. */
export function transitionTable(): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['state', ...keyEvents]),
    line(['---', ...keyEvents.map(() => '---')]),
    ...keyStatuses.map((status) =>
      line([
        status,
        ...keyEvents.map((event) => (afterEvent(status, event) === status ? '·' : afterEvent(status, event))),
      ]),
    ),
  ].join('\n');
}
