/** The notices that stand on a page: as long as what they say is so, or long enough to be read. */
import type { NoticePart } from '../../components/overlay/index.ts';

/** A notice about an act stays this long. */
const noticeMs = 15_000;
/** "Click again" stays long enough to be read, though the answer it waits for is there much sooner. */
const againMs = 4_000;

export class Notices {
  readonly #parts = new Map<string, NoticePart>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #show: (notices: readonly NoticePart[]) => void;

  /** @param show draws those that stand now; only called for a change that waits for no reading */
  constructor(show: (notices: readonly NoticePart[]) => void) {
    this.#show = show;
  }

  get all(): NoticePart[] {
    return [...this.#parts.values()];
  }

  /** Stands from the next drawing on, until it is taken away. */
  set(notice: NoticePart): void {
    this.#parts.set(notice.id, notice);
  }

  /** About an act: stands at once, and goes by itself. */
  tell(notice: NoticePart): void {
    this.#parts.set(notice.id, notice);
    this.#show(this.all);
    clearTimeout(this.#timers.get(notice.id));
    const stays = notice.kind === 'starting' ? againMs : noticeMs;
    this.#timers.set(
      notice.id,
      setTimeout(() => this.end(notice.id), stays),
    );
  }

  /** Is gone from the next drawing on. */
  delete(id: string): void {
    this.#parts.delete(id);
  }

  /** Is gone at once. */
  end(id: string): void {
    if (this.#parts.delete(id)) this.#show(this.all);
  }

  clear(): void {
    this.#parts.clear();
  }

  /** Nothing goes by itself any more: the page is left. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}
