/**
 * Long work in steps: a generator that stops now and then, so that whoever runs it may let others have a turn. What it yields
 * says nothing; what it returns is the same, however long the pauses are.
 */
export type Steps<T> = Generator<undefined, T>;

/**
 * What long work that waits for the browser in between awaits after each piece: is told how much of it is done, from 0 to 1,
 * may take its time, and ends the work by throwing.
 */
export type Pause = (done: number) => Promise<void>;

/** Work that nobody watches. */
export const noPause: Pause = () => Promise.resolve();

/** So many rows are one step: less than a millisecond of the cheapest work, a few of the dearest. */
const rowsInStep = 200;

/** All steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `rows.map`, in steps. */
export function* mapInSteps<T, R>(rows: readonly T[], to: (row: T) => R): Steps<R[]> {
  const mapped: R[] = [];
  for (const row of rows) {
    mapped.push(to(row));
    if (mapped.length % rowsInStep === 0) yield;
  }
  return mapped;
}
