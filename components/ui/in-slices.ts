/** Long work in short slices, so that the page answers in between. */
import type { Pause, Steps } from '../../lib/domain/steps.ts';

/** A frame at 60 a second has 16 ms; what is left of it belongs to the page. */
const sliceMs = 10;

function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

interface Slicing {
  signal?: AbortSignal;
  /** Told after each slice how many there are so far. */
  onSlice?: (count: number) => void;
}

async function run<T, R>(steps: Iterator<T, R>, take: (thing: T) => void, { signal, onSlice }: Slicing): Promise<R> {
  let count = 0;
  let end = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    take(step.value);
    count += 1;
    if (performance.now() < end) continue;
    onSlice?.(count);
    await nextTurn();
    signal?.throwIfAborted();
    end = performance.now() + sliceMs;
  }
}

/**
 * Everything an iterable gives, taken a few milliseconds at a time.
 *
 * @throws the signal's reason when it was aborted
 */
export async function inSlices<T>(things: Iterable<T>, slicing: Slicing = {}): Promise<T[]> {
  const all: T[] = [];
  await run(things[Symbol.iterator](), (thing) => all.push(thing), slicing);
  return all;
}

/**
 * What work in steps comes to, done a few milliseconds at a time.
 *
 * @throws the signal's reason when it was aborted
 */
export function stepsInSlices<T>(steps: Steps<T>, slicing: Slicing = {}): Promise<T> {
  return run(steps, () => undefined, slicing);
}

/**
 * What long work awaits between its pieces: where a slice is over the page has its turn, and `show` is told how far it is.
 *
 * @throws the signal's reason when it was aborted
 */
export function pausesOf(signal: AbortSignal, show: (done: number) => void): Pause {
  let end = performance.now() + sliceMs;
  return async (done) => {
    if (performance.now() < end) return;
    show(done);
    await nextTurn();
    signal.throwIfAborted();
    end = performance.now() + sliceMs;
  };
}

/** So much text is encoded at once, in units of UTF-16: a matter of a few milliseconds. */
const encodedAtOnce = 256 * 1024;

function* blobsOf(parts: Iterable<string>): Generator<Blob | null> {
  let texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    texts.push(part);
    length += part.length;
    if (length < encodedAtOnce) yield null;
    else {
      yield new Blob(texts);
      texts = [];
      length = 0;
    }
  }
  yield new Blob(texts);
}

/** The file that texts make, put together a few milliseconds at a time. */
export async function fileInSlices(parts: Iterable<string>, type: string, slicing: Slicing = {}): Promise<Blob> {
  const blobs = await inSlices(blobsOf(parts), slicing);
  return new Blob(
    blobs.filter((blob) => blob !== null),
    { type },
  );
}
