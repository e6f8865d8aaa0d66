/** Dates, numbers and lists in the language of the texts. */
import { daysBetween } from '../../lib/domain/coverage.ts';
import { plural, textLocale } from './text.ts';

export { numberText } from './text.ts';

/** Making a formatter costs more than a thousand uses of it, and tables ask for one in each row. */
function kept<F>(make: (locale: string) => F): () => F {
  const formatters = new Map<string, F>();
  return () => {
    const locale = textLocale();
    let made = formatters.get(locale);
    if (made === undefined) formatters.set(locale, (made = make(locale)));
    return made;
  };
}

// A day without a time is that day everywhere, not the evening before.
const days = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));
const dates = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
const times = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
const today = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const ago = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
const lists = kept((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const units = kept((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));

/** A day or an instant as a date. */
export function dateText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return (at.length === 10 ? days() : dates()).format(date);
}

/** An instant as date and time of day. */
export function timeText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return times().format(date);
}

/** How long ago, in days: `today`, `1 day ago`, `45 days ago`. */
export function agoText(at: string, now: string): string {
  const count = daysBetween(at, now);
  return (count === 0 ? today() : ago()).format(-count, 'day');
}

/** Several things in one sentence; what is more than `most` is counted. */
export function listText(things: readonly string[], most = Infinity): string {
  const shown = things.slice(0, most);
  const rest = things.length - shown.length;
  if (rest > 0) shown.push(plural('ui_more', rest));
  return lists().format(shown);
}

/** Counts of several things, as short as the language has it: `3 production, 1 sandbox`. */
export function unitsText(things: readonly string[]): string {
  return units().format(things);
}
