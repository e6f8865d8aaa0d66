/**
 * Texts of ours, from the browser's own message catalogue (`public/_locales/<language>/messages.json`). The language is
 * the browser's, never the one PandaDoc is shown in. Nothing a person reads stands anywhere else.
 */
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** A message that exists once for each plural form: `<base>_one`, `<base>_other`. */
export type PluralBase = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** `browser.i18n.getMessage`. */
export type GetMessage = (key: string, substitutions?: string[]) => string;

let lookUp: GetMessage = (key) => key;
/** Made when they are first asked for: the browser takes up to 15 ms, which a page that is opened would wait for. */
let pluralRules: Intl.PluralRules | null = null;
let numbers: Intl.NumberFormat | null = null;
/** Texts without substitutions: the browser takes longer to look one up than a table to draw a cell. */
let fixed = new Map<string, string>();

function fixedText(key: string): string {
  let text = fixed.get(key);
  if (text === undefined) fixed.set(key, (text = lookUp(key)));
  return text;
}

/** Says once, at an entrypoint, where texts come from. */
export function readTextsFrom(getMessage: GetMessage): void {
  lookUp = getMessage;
  fixed = new Map();
  pluralRules = null;
  numbers = null;
}

/** The language of the texts, for `Intl` and the `lang` attribute. */
export function textLocale(): string {
  return fixedText('locale') || 'en';
}

/** One text; `$1`…`$9` in the message are replaced by the substitutions. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  return substitutions.length === 0 ? fixedText(key) : lookUp(key, substitutions);
}

/** A number with the separators of the language. */
export function numberText(value: number): string {
  // Below a thousand nothing separates, and no language of ours has other digits; most pages show no larger number.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return (numbers ??= new Intl.NumberFormat(textLocale())).format(value);
}

function counted(base: PluralBase, count: number, shown: string, more: string[]): string {
  // The catalogue names its own language: where the browser's is not translated, the fallback's plural rules apply.
  const form = (pluralRules ??= new Intl.PluralRules(textLocale())).select(count);
  return lookUp(`${base}_${form}`, [shown, ...more]) || lookUp(`${base}_other`, [shown, ...more]);
}

/** One text with a count: `$1` is the formatted count, `$2`… the other substitutions. */
export function plural(base: PluralBase, count: number, ...substitutions: string[]): string {
  return counted(base, count, numberText(count), substitutions);
}

/** The same with plain digits, for the texts that are promised to the outside (surface.md: "Imported N keys"). */
export function pluralPlain(base: PluralBase, count: number, ...substitutions: string[]): string {
  return counted(base, count, String(count), substitutions);
}
