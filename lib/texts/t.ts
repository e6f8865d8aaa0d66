/**
 * The texts people read, from `public/_locales`. The language is the browser's, never the one that PandaDoc is shown in.
 * Calls the browser's own API: this file also ships in the script that runs in PandaDoc's pages.
 */
import type catalogue from '../../public/_locales/en/messages.json';

export type TextKey = keyof typeof catalogue;

interface I18n {
  getMessage(key: string, substitutions?: string[]): string;
  getUILanguage(): string;
}
interface Api {
  i18n?: I18n;
}

// Taken at once: a page can shadow `browser` and `chrome` by elements of that name later on.
const scope = globalThis as { browser?: Api; chrome?: Api };
const i18n = scope.browser?.i18n ?? scope.chrome?.i18n;

/** One whole message; what varies goes in by placeholders, so that every text stands in one text node. */
export function t(key: TextKey, ...substitutions: (string | number)[]): string {
  return i18n?.getMessage(key, substitutions.map(String)) || key;
}

/** The language the catalogue speaks, for `lang`. */
export function language(): string {
  return i18n?.getUILanguage() ?? 'en';
}
