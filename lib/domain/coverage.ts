/** What has been read, when, and how completely; what was not read is never taken for empty. */
import type { Coverage, Mapping, ReadingSummary } from './mapping.ts';
import type { Policy } from './policy.ts';
import type { Instant } from './words.ts';

const dayMs = 86_400_000;

/** Whole days from one instant to another, never negative (a clock that jumped back reads as today). */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / dayMs));
}

/** Whether a reading exists and is no older than the policy's days. */
export function isFresh(reading: ReadingSummary | null, now: Instant, policy: Pick<Policy, 'readingDays'>): boolean {
  return reading !== null && daysBetween(reading.at, now) <= policy.readingDays;
}

const never: Coverage = { keys: null, members: null };

/** The coverage of one workspace; never read where nothing is recorded. */
export function coverageOf(mapping: Mapping, workspaceId: string): Coverage {
  return Object.hasOwn(mapping.coverage, workspaceId) ? (mapping.coverage[workspaceId] ?? never) : never;
}
