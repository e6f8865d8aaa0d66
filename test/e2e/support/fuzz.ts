/**
 * The worker dies at any line: with a seed in `KEYHOLDER_FUZZ`, every end-to-end test has it killed at moments drawn from
 * that seed, before, inside and after its steps and in between. Without one, nothing here does anything.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { numbersFrom } from '../../support/numbers.ts';

/** The seed of this run, `null` where it is a calm one. */
export function fuzzSeed(): number | null {
  const text = process.env['KEYHOLDER_FUZZ'];
  return text === undefined || text === '' ? null : Number.parseInt(text, 10);
}

export type Moment = 'before' | 'inside' | 'after' | 'between';

/** How often a step has the worker killed at one of its three moments. */
const share = 0.25;
/** Between two kills that belong to no step, in milliseconds: so much at least, and up to so much more. */
const betweenMs = { least: 400, more: 1_600 };

export class Fuzz {
  readonly kills: Record<Moment, number> = { before: 0, inside: 0, after: 0, between: 0 };
  readonly #draw: () => number;
  readonly #kill: () => Promise<void>;
  #still = 0;
  #over = false;
  #running: Promise<void> | null = null;
  readonly #beat: Promise<void>;

  /**
   * @param seed of the run; each test draws its own numbers, so that one test alone meets the same fate again
   * @param name of the test
   * @param kill stops the worker and gives back when it is gone
   */
  constructor(seed: number, name: string, kill: () => Promise<void>) {
    let mixed = seed;
    for (const letter of name) mixed = Math.imul(mixed ^ letter.codePointAt(0)!, 0x01000193);
    this.#draw = numbersFrom(mixed);
    this.#kill = kill;
    this.#beat = this.#between();
  }

  async #between(): Promise<void> {
    const draw = numbersFrom(Math.floor(this.#draw() * 2 ** 32));
    while (!this.#over) {
      await pause(betweenMs.least + draw() * betweenMs.more);
      await this.#strike('between');
    }
  }

  async #strike(moment: Moment): Promise<void> {
    if (this.#over || this.#still > 0 || this.#running) return;
    this.kills[moment] += 1;
    this.#running = this.#kill().finally(() => (this.#running = null));
    await this.#running;
  }

  /** Carries out one step of a test, and may kill the worker before, inside or after it. */
  async step<T>(run: () => Promise<T>): Promise<T> {
    const fate = this.#draw();
    if (fate < share) await this.#strike('before');
    const inside = fate >= share && fate < 2 * share ? this.#strike('inside') : null;
    const result = await run();
    await inside;
    if (fate >= 2 * share && fate < 3 * share) await this.#strike('after');
    return result;
  }

  /** Leaves the worker alone for as long as something needs it to be the same one. */
  async without<T>(run: () => Promise<T>): Promise<T> {
    this.#still += 1;
    try {
      await this.#running;
      return await run();
    } finally {
      this.#still -= 1;
    }
  }

  /** Ends it, and writes down how often the worker was killed. */
  async end(): Promise<void> {
    this.#over = true;
    await this.#running?.catch(() => undefined);
    const file = process.env['KEYHOLDER_FUZZ_KILLS'];
    if (file) {
      mkdirSync(path.dirname(file), { recursive: true });
      appendFileSync(file, `${JSON.stringify(this.kills)}\n`);
    }
    void this.#beat;
  }
}

interface Steps {
  step<T>(run: () => Promise<T>): Promise<T>;
}

/** What drives a page, with each of its asynchronous methods as one step of the test. */
export function inSteps<T extends object>(driver: T, world: Steps): T {
  if (fuzzSeed() === null) return driver;
  return new Proxy(driver, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const method = value as (...args: unknown[]) => unknown;
      return method.constructor.name === 'AsyncFunction'
        ? (...args: unknown[]) => world.step(() => method.apply(target, args) as Promise<unknown>)
        : method.bind(target);
    },
  });
}
