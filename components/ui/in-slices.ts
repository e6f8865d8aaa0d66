/** Long work in short slices, so that the page answers in between. */

/** A frame at 60 a second has 16 ms; what is left of it belongs to the page. */
const sliceMs = 10;

function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/**
 * Everything an iterable gives, taken a few milliseconds at a time.
 *
 * @param onSlice told after each slice how many there are so far
 * @throws the signal's reason when it was aborted
 */
export async function inSlices<T>(
  things: Iterable<T>,
  { signal, onSlice }: { signal?: AbortSignal; onSlice?: (count: number) => void } = {},
): Promise<T[]> {
  const all: T[] = [];
  let end = performance.now() + sliceMs;
  for (const thing of things) {
    all.push(thing);
    if (performance.now() < end) continue;
    onSlice?.(all.length);
    await nextTurn();
    signal?.throwIfAborted();
    end = performance.now() + sliceMs;
  }
  return all;
}
