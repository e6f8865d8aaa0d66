/**
 * What becomes of an act that was let go: watched for on this page and on the one that follows it, until PandaDoc shows it,
 * refuses it, or half a minute is over; then the background is told (product.md, "The guard": afterwards).
 */
import { keysAtStake } from '../../lib/domain/lifts.ts';
import type { Lift } from '../../lib/domain/stakes.ts';
import type { Attempt } from '../../lib/guard/decide.ts';
import { OutcomeWatch, settledMs } from '../../lib/guard/outcome.ts';
import type { Send } from '../../lib/messages/protocol.ts';
import type { Page } from '../../lib/pages/page.ts';
import type { PersonRow } from '../../lib/pages/people.ts';
import type { StakesStore } from './stakes-store.ts';

/** What becomes of an act is watched this long. */
const outcomeMs = 30_000;
/** A little more than changes are waited for, so that the page is looked at after they have come. */
const afterMs = 60;

interface Watched {
  watch: OutcomeWatch;
  holdId: Promise<string>;
  workspaceIds: string[];
  until: number;
}

export interface OutcomesParts {
  send: Send;
  stakes: StakesStore;
  /** The page is to be read again, though it may not have changed. */
  again: () => void;
  /** The act is over, whatever came of it. */
  ended: () => void;
  sendFailed: (error: unknown) => void;
  /** Whether the page that follows can be told of it: a frame's page has no tab of its own. */
  tellsNextPage: boolean;
}

export class Outcomes {
  readonly #parts: OutcomesParts;
  /** Holds that were let go on this page. */
  readonly #lifted: { holdId: Promise<string>; lift: Lift }[] = [];
  #watched: Watched[] = [];

  constructor(parts: OutcomesParts) {
    this.#parts = parts;
  }

  /** A hold was let go: the act that it lets pass belongs to it. */
  lifted(holdId: Promise<string>, lift: Lift): void {
    this.#lifted.push({ holdId, lift });
  }

  /** An act has passed by a lift. */
  passed(page: Page, rows: readonly PersonRow[], attempt: Attempt): void {
    const { index } = this.#parts.stakes;
    const keys = keysAtStake(attempt.impact);
    const fits = (lift: Lift): boolean =>
      lift.action === attempt.action && keys.every((key) => lift.keyIds.includes(key));
    // A lift that was given before the page was loaded again carries its hold's id as its own.
    const earlier = this.#parts.stakes.lifts.find(fits);
    const holdId = this.#lifted.findLast(({ lift }) => fits(lift))?.holdId ?? (earlier && Promise.resolve(earlier.id));
    if (!holdId) return;
    const workspaceIds =
      attempt.scope.scope === 'all'
        ? [...new Set(keys.map((id) => index.keys.get(id)?.workspaceId ?? ''))].filter((id) => id !== '')
        : [...attempt.scope.scope.workspaces];
    const watch = OutcomeWatch.of(
      page,
      rows,
      attempt,
      workspaceIds.map((id) => index.workspaces.get(id)?.name ?? '').filter((name) => name !== ''),
    );
    this.#watch({ watch, holdId, workspaceIds, until: performance.now() + outcomeMs });
    const until = new Date(Date.now() + outcomeMs).toISOString();
    if (!this.#parts.tellsNextPage) return;
    // The click may load a new page at once; where the hold's number is still under way, this page stays.
    holdId
      .then((id) =>
        this.#parts.send('page/passed', {
          watch: { ...watch.before, messages: watch.before.messages.slice(0, 200), holdId: id, workspaceIds, until },
        }),
      )
      .catch(this.#parts.sendFailed);
  }

  /** Goes on with what passed on the tab's page before this one: this page may be the answer to it. */
  async resume(): Promise<void> {
    const { watch } = await this.#parts.send('page/watched', {});
    if (!watch || this.#watched.length > 0) return;
    const { holdId, workspaceIds, until, ...before } = watch;
    const left = Date.parse(until) - Date.now();
    this.#watch({
      watch: new OutcomeWatch(before, null),
      holdId: Promise.resolve(holdId),
      workspaceIds,
      until: performance.now() + left,
    });
    this.#parts.again();
  }

  /** One act at a time is watched for: the dialog's confirmation stands in for the menu item that opened it. */
  #watch(watched: Watched): void {
    this.#watched = [watched];
    setTimeout(this.#parts.again, settledMs + afterMs);
    setTimeout(this.#parts.again, outcomeMs + afterMs);
  }

  /** The page that follows may say what became of it, as after a form. */
  leavePage(): void {
    this.#watched = this.#watched.map((one) => ({ ...one, watch: new OutcomeWatch(one.watch.before, null) }));
  }

  /** A new key was made, which is an outcome as well. */
  noteGenerated(): void {
    for (const { watch } of this.#watched) watch.noteGenerated();
  }

  /**
   * Looks at the page as it is now, and tells what has come out.
   *
   * @param whole whether the rows are everybody whom the list is about
   */
  check(page: Page, rows: readonly PersonRow[], whole: boolean): void {
    const now = performance.now();
    this.#watched = this.#watched.filter((one) => {
      const outcome = one.watch.check(page, rows, now, whole) ?? (now > one.until ? 'not-seen' : null);
      if (outcome === null) return true;
      this.#parts.ended();
      one.holdId
        .then((holdId) =>
          this.#parts.send('page/outcome', {
            op: crypto.randomUUID(),
            holdId,
            outcome,
            workspaceIds: one.workspaceIds,
          }),
        )
        .then(() => this.#parts.send('page/passed', { watch: null }))
        .catch(this.#parts.sendFailed);
      return false;
    });
  }
}
