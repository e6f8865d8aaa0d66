/** Tries after a message that nobody answered. */

/** Further and further apart. */
const waitsMs = [250, 500, 1_000, 2_000, 5_000, 15_000];

export class Retry {
  readonly #again: () => void;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param again sends once more whatever was lost */
  constructor(again: () => void) {
    this.#again = again;
  }

  /** A message was lost. What a dying worker takes with it is lost together, and is one failure. */
  lost(): void {
    if (this.#timer !== undefined) return;
    const wait = waitsMs[Math.min(this.#tries, waitsMs.length - 1)]!;
    this.#tries += 1;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#again();
    }, wait);
  }

  /** A message came through: the next failure is a first one. */
  worked(): void {
    this.#tries = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
