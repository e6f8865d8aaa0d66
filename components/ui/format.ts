/** Dates, numbers and lists in the language of the texts. */
import { daysBetween } from '../../lib/domain/coverage.ts';
import { plural, textLocale } from './text.ts';

/** Making a formatter costs more than a thousand uses of it, and tables ask for one in each row. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${textLocale()} ${name}`;
  let made = formatters.get(key);
  if (!made) formatters.set(key, (made = new Intl.DateTimeFormat(textLocale(), options)));
  return made;
}

/** A day or an instant as a date. */
export function dateText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  // A day without a time is that day everywhere, not the evening before.
  if (at.length === 10) return formatter('day', { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
  return formatter('date', { dateStyle: 'medium' }).format(date);
}

/** An instant as date and time of day. */
export function timeText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return formatter('time', { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** How long ago, in days: `today`, `1 day ago`, `45 days ago`. */
export function agoText(at: string, now: string): string {
  const days = daysBetween(at, now);
  return new Intl.RelativeTimeFormat(textLocale(), { numeric: days === 0 ? 'auto' : 'always' }).format(-days, 'day');
}

/** Several things in one sentence; what is more than `most` is counted. */
export function listText(things: readonly string[], most = Infinity): string {
  const shown = things.slice(0, most);
  const rest = things.length - shown.length;
  if (rest > 0) shown.push(plural('ui_more', rest));
  return new Intl.ListFormat(textLocale(), { type: 'conjunction' }).format(shown);
}

/** Counts of several things, as short as the language has it: `3 production, 1 sandbox`. */
export function unitsText(things: readonly string[]): string {
  return new Intl.ListFormat(textLocale(), { type: 'unit', style: 'short' }).format(things);
}

/** A number with the separators of the language. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(textLocale()).format(value);
}
