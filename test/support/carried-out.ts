/** Carries a draft out in memory, as the repository does in one transaction. */
import type { Draft, RecordMaps } from '../../lib/domain/draft.ts';

/** The records after a draft: new maps, the old ones as they were. */
export function carriedOut(base: RecordMaps, draft: Draft): RecordMaps {
  const next = Object.fromEntries(
    Object.entries(base).map(([store, map]) => [store, new Map(map as Map<string, unknown>)]),
  ) as unknown as RecordMaps;
  for (const { store, id, after } of draft.changes()) {
    const map = next[store] as Map<string, unknown>;
    if (after === null) map.delete(id);
    else map.set(id, after);
  }
  return next;
}
