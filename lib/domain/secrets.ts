/**
 * Telling a secret from a text. A PandaDoc API key is one long run of letters and digits; a name, an address or a note
 * of a person is not. What a page says is held to the shorter run: nothing on a settings page needs one. What a person
 * types or imports is held to surface.md's "Key guard" (40), since links in notes carry ids of 32.
 */

/** Length of a run that no text read from a page may hold. */
export const pageRun = 32;
/** Length of a run that no typed or imported text may hold (surface.md, "Key guard"). */
export const typedRun = 40;

const patterns = new Map<number, RegExp>();

/** Whether a text holds a run of so many letters and digits. */
export function holdsRun(text: string, length: number): boolean {
  if (text.length < length) return false;
  let pattern = patterns.get(length);
  if (!pattern) patterns.set(length, (pattern = new RegExp(`[A-Za-z0-9]{${length}}`)));
  return pattern.test(text);
}

/** Whether any text inside a plain value, names of fields included, holds such a run. */
export function anyHoldsRun(value: unknown, length: number): boolean {
  if (typeof value === 'string') return holdsRun(value, length);
  if (Array.isArray(value)) return value.some((inner) => anyHoldsRun(inner, length));
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([name, inner]) => holdsRun(name, length) || anyHoldsRun(inner, length));
}
