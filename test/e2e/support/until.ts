/** Waiting for what is meant, never for time to pass. Knows nothing of a test framework: the demo uses it too. */
import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 40;

export interface Patience {
  /** What is waited for, as it shall stand in the complaint. */
  what: string;
  timeoutMs?: number;
  /** Said in the complaint: what there was instead. */
  instead?: () => Promise<string> | string;
}

/**
 * Looks again and again until `look` gives something that is neither `undefined`, `null` nor `false`. What `look`
 * throws (a page in the middle of a navigation) counts as "not yet".
 */
export async function until<T>(
  look: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { what, timeoutMs = 20_000, instead }: Patience,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  let problem: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) return found;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    if (performance.now() > end) break;
    await pause(everyMs);
  }
  const there = instead ? `\nInstead: ${await instead()}` : '';
  throw new Error(`Waited ${timeoutMs} ms in vain for: ${what}.${there}`, { cause: problem });
}

/** The other way round: holds for the whole of `forMs`, measured; for "nothing of ours appears" only. */
export async function stays(look: () => Promise<boolean> | boolean, what: string, forMs = 400): Promise<void> {
  const end = performance.now() + forMs;
  do {
    if (!(await look())) throw new Error(`Did not stay so: ${what}.`);
    await pause(everyMs);
  } while (performance.now() < end);
}
