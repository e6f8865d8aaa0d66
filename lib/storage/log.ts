/**
 * The hash chain of the log: each entry carries the hash of the one before, so that an entry that was changed or taken
 * out shows. It proves order and wholeness against accidents and edits by hand, not against somebody who rewrites all.
 */
import type { LogEntry } from './rows.ts';

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The entry with its hash over everything else in it. */
export async function sealEntry(entry: Omit<LogEntry, 'hash'>): Promise<LogEntry> {
  const bytes = new TextEncoder().encode(canonical(entry));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { ...entry, hash: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** So many entries are a few milliseconds of hashing. */
const entriesInStep = 100;

/**
 * Recomputes the chain.
 *
 * @param entries oldest first
 * @param end number and hash that the log ended with when it was last written: shows entries taken off its end
 * @param watch told now and then how many entries fit so far; ends the work by throwing
 * @returns the number of the first entry that does not fit its own hash or the one before; `null` where all do
 */
export async function verifyLog(
  entries: readonly LogEntry[],
  end: { seq: number; hash: string | null } | null = null,
  watch: (checked: number) => void = () => undefined,
): Promise<number | null> {
  let previous: string | null = null;
  let seq = 0;
  for (const entry of entries) {
    if (seq % entriesInStep === 0) watch(seq);
    seq += 1;
    const { hash, ...rest } = entry;
    if (entry.seq !== seq || entry.previous !== previous || (await sealEntry(rest)).hash !== hash) return seq;
    previous = hash;
  }
  if (end && end.seq !== seq) return Math.min(seq, end.seq) + 1;
  return end && end.hash !== previous ? seq : null;
}
