/**
 * Facts with provenance, and how several sayings of one thing become one belief.
 *
 * A field keeps at most one fact for each source, the newest. That makes recording and merging independent of order
 * (each slot is a last-writer-wins register), and keeps the saying that lost, so that a conflict can be shown.
 * Rule: product.md, "Words" (rank `entered` = applied `import` > `page` > `inferred`).
 */
import type { Instant } from './words.ts';

export type Source = 'entered' | 'import' | 'page' | 'inferred';
/** From the highest rank to the lowest; what is resolved below goes through them in this order. */
export const sources: readonly Source[] = ['entered', 'import', 'page', 'inferred'];

const rank: Record<Source, number> = { entered: 2, import: 2, page: 1, inferred: 0 };

/** One saying about one thing. `value: null` is a saying too: "cleared, not known". */
export interface Fact<T> {
  value: T | null;
  source: Source;
  at: Instant;
  /** Which page adapter read it, `null` where none did. */
  adapter: string | null;
}

export type Field<T> = { [S in Source]?: Fact<T> };

/** A text that is equal exactly when two values are equal; order of object keys does not matter. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${valueText(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** What values are ordered by: texts by their own code units, and before whatever is none. */
function orderText(value: unknown): string {
  return typeof value === 'string' ? `0${value}` : `1${valueText(value)}`;
}

function newer<T>(a: Fact<T>, b: Fact<T>): Fact<T> {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return orderText(a.value) >= orderText(b.value) ? a : b;
}

/** The field with one more fact in it; the same object comes back when the fact changes nothing. */
export function withFact<T>(field: Field<T> | undefined, fact: Fact<T>): Field<T> {
  const known = field?.[fact.source];
  if (known && newer(known, fact) === known) return field;
  return { ...field, [fact.source]: fact };
}

/** Both fields' facts in one; commutative, associative, idempotent. */
export function mergeFields<T>(a: Field<T>, b: Field<T>): Field<T> {
  let merged = a;
  for (const source of sources) {
    const fact = b[source];
    if (fact) merged = withFact(merged, fact);
  }
  return merged;
}

/** What is believed by rank, and the lower-ranked but newer fact that says otherwise, if there is one. */
export interface Belief<T> {
  fact: Fact<T>;
  conflict: Fact<T> | null;
}

/** Resolves a field by rank, then time, then value; `null` where nobody has said anything. */
export function belief<T>(field: Field<T> | undefined): Belief<T> | null {
  let best: Fact<T> | null = null;
  for (const source of sources) {
    const fact = field?.[source];
    if (!fact) continue;
    if (!best) best = fact;
    else if (rank[fact.source] === rank[best.source]) best = newer(best, fact);
  }
  if (!best) return null;
  let conflict: Fact<T> | null = null;
  for (const source of sources) {
    const fact = field?.[source];
    // What is newer than the best of its rank is of a lower one.
    if (!fact || fact.at <= best.at) continue;
    if (valueText(fact.value) === valueText(best.value)) continue;
    conflict = conflict ? newer(conflict, fact) : fact;
  }
  return { fact: best, conflict };
}

/** The believed value by rank, `null` where unknown. */
export function believed<T>(field: Field<T> | undefined): T | null {
  return belief(field)?.fact.value ?? null;
}

/**
 * The newest fact whatever its source. States (status of a key, a membership, a user) are events in time, not claims
 * that outrank each other: a removal seen today ends what an import said last month.
 */
export function latest<T>(field: Field<T> | undefined): Fact<T> | null {
  let best: Fact<T> | null = null;
  for (const source of sources) {
    const fact = field?.[source];
    if (!fact) continue;
    if (!best) best = fact;
    else if (fact.at > best.at || rank[fact.source] === rank[best.source]) best = newer(best, fact);
  }
  return best;
}
