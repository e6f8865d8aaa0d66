import type { Region } from '../organizations/types.ts';

/** One request that reached the server. */
export interface Recorded {
  readonly sequence: number;
  /** `api` for the JSON API, `page` for a page load, `asset` for scripts and pictures. */
  readonly kind: 'api' | 'page' | 'asset';
  readonly method: string;
  readonly host: string;
  readonly region: Region;
  /** Without the query. */
  readonly path: string;
  /** With its `?`; empty if there is none. */
  readonly query: string;
  /** The parsed JSON body; `null` if there is none. */
  readonly body: unknown;
  /** When it arrived, in milliseconds of a monotonic clock (`performance.now()` of this process). */
  readonly atMs: number;
  readonly at: string;
  readonly userId: string | null;
  /** `null` while it is not answered yet. */
  status: number | null;
}

/** A fault to be served instead of the next matching answer. */
export interface PlannedFailure {
  readonly method: string;
  /** A text that the path with its query has to contain, or a pattern that it has to fit. */
  readonly path: string | RegExp;
  /** Without a status, the request is carried out as usual: useful together with `delayMs`. */
  readonly status?: number;
  /** Sent as JSON; a plain text becomes `{ "detail": text }`. */
  readonly body?: unknown;
  readonly delayMs?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** How many requests it is good for; 1 unless told. */
  readonly times?: number;
}

/** Keeps what was asked, and what shall go wrong. */
export class Recorder {
  #requests: Recorded[] = [];
  #failures: { readonly plan: PlannedFailure; left: number }[] = [];

  /** Notes a request; the returned entry gets its status when the answer goes out. */
  record(request: Omit<Recorded, 'sequence' | 'atMs' | 'at' | 'status'>): Recorded {
    const recorded: Recorded = {
      ...request,
      sequence: this.#requests.length + 1,
      atMs: performance.now(),
      at: new Date().toISOString(),
      status: null,
    };
    this.#requests.push(recorded);
    return recorded;
  }

  /** All requests so far, oldest first. */
  requests(): Recorded[] {
    return [...this.#requests];
  }

  /** Plans a fault. */
  failNext(plan: PlannedFailure): void {
    this.#failures.push({ plan, left: plan.times ?? 1 });
  }

  /** Takes the first fault that fits a request. */
  takeFailure(method: string, pathWithQuery: string): PlannedFailure | undefined {
    const index = this.#failures.findIndex(
      ({ plan }) =>
        plan.method.toUpperCase() === method &&
        (typeof plan.path === 'string' ? pathWithQuery.includes(plan.path) : plan.path.test(pathWithQuery)),
    );
    const failure = this.#failures[index];
    if (failure === undefined) return undefined;
    failure.left -= 1;
    if (failure.left <= 0) this.#failures.splice(index, 1);
    return failure.plan;
  }

  /** Forgets everything. */
  clear(): void {
    this.#requests = [];
    this.#failures = [];
  }
}
