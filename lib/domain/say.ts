/** Adding a saying to a field only where it says something new, so that reading a page twice writes nothing. */
import { belief, type Fact, type Field, latest, valueText, withFact } from './facts.ts';

/** How a field is resolved: claims by the rank of who said them, states by time (`facts.ts`). */
export type Resolution = 'rank' | 'time';

function known<T>(field: Field<T>, resolution: Resolution): Fact<T> | null {
  return resolution === 'time' ? latest(field) : (belief(field)?.fact ?? null);
}

function same(a: unknown, b: unknown): boolean {
  return valueText(a) === valueText(b);
}

/**
 * What a page or a conclusion says, added to a field. The same field comes back when that is believed already and the
 * source's former saying does not contradict it (which would leave a conflict standing that is none any more).
 */
export function observed<T>(field: Field<T>, fact: Fact<T>, resolution: Resolution = 'rank'): Field<T> {
  const current = known(field, resolution);
  const former = field[fact.source];
  if (current === null) return fact.value === null ? field : withFact(field, fact);
  if (same(current.value, fact.value) && (!former || same(former.value, fact.value))) return field;
  return withFact(field, fact);
}

/** What somebody entered or imported, added to a field; a value that is believed already changes nothing. */
export function adopted<T>(field: Field<T>, fact: Fact<T>, resolution: Resolution = 'rank'): Field<T> {
  const current = known(field, resolution);
  if (current === null ? fact.value === null : same(current.value, fact.value)) return field;
  return withFact(field, fact);
}
