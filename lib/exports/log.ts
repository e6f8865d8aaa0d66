/** The log as JSON Lines: each entry as it is stored, so that whoever gets the file can recompute the chain. */
import type { LogEntry } from '../domain/stored.ts';
import type { Instant } from '../domain/words.ts';

/** One entry a line, oldest first; the names in each stand in the order of the type. */
export function logLines(entries: readonly LogEntry[]): string {
  return entries
    .map(({ seq, at, region, kind, data, previous, hash }) =>
      JSON.stringify({ seq, at, region, kind, data, previous, hash }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** `keyholder-log-<YYYY-MM-DD>.jsonl`. */
export function logFileName(now: Instant): string {
  return `keyholder-log-${now.slice(0, 10)}.jsonl`;
}
