/**
 * Asking what a text of the page means, in every language at once: the interface language is each user's own setting
 * and one organization mixes several (settings-ui.md, section 3), so no page is assumed to be in one of them.
 */
import { passMap } from './pass.ts';
import en from './words/en.ts';
import type { Meaning, Words } from './words/vocabulary.ts';

/** English stands in the script itself; the others are handed in where a page may hold settings. */
let languages: readonly Words[] = [en];

/**
 * Takes further languages. They are data in the extension's catalogue (`page_words`, put there by the build) and not in
 * the script that every PandaDoc page pays for.
 */
export function learnWords(more: readonly Words[]): void {
  languages = [en, ...more.filter((words) => words.language !== en.language)];
  compiled.clear();
  anything = null;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A text as it is compared: NFC, blanks as one, lower case, typographic apostrophes and dots made plain. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase();
}

interface Phrases {
  /** Count only as all of a text. */
  whole: ReadonlySet<string>;
  /** Phrases without an open end. */
  exact: ReadonlySet<string>;
  /** Matches a phrase anywhere in a text. */
  within: RegExp | null;
  /** Matches a text that is one phrase with an open end. */
  open: RegExp | null;
}

function compile(meaning: Meaning): Phrases {
  const whole = new Set<string>();
  const exact = new Set<string>();
  const open = new Set<string>();
  for (const { words } of languages) {
    for (const phrase of words[meaning] ?? []) {
      if (phrase.startsWith('=')) whole.add(plain(phrase.slice(1)));
      else if (phrase.endsWith('*')) open.add(`${escape(plain(phrase.slice(0, -1)))}[\\p{L}]*`);
      else exact.add(plain(phrase));
    }
  }
  // Longest first, so that "deactivate user" is not cut short by "deactivate".
  const phrases = [...open, ...[...exact].map(escape)].sort((a, b) => b.length - a.length);
  return {
    whole,
    exact,
    within:
      phrases.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'u') : null,
    open: open.size > 0 ? new RegExp(`^(?:${[...open].join('|')})$`, 'u') : null,
  };
}

const compiled = new Map<Meaning, Phrases>();

function phrasesOf(meaning: Meaning): Phrases {
  let phrases = compiled.get(meaning);
  if (!phrases) {
    phrases = compile(meaning);
    compiled.set(meaning, phrases);
  }
  return phrases;
}

/** Within a pass, the same labels are asked about in every row. */
function once(kind: string, meaning: Meaning, text: string, work: () => boolean): boolean {
  const known = passMap(`${kind} ${meaning}`);
  if (!known || text.length > 80) return work();
  let answer = known.get(text);
  if (answer === undefined) known.set(text, (answer = work()));
  return answer;
}

/** Whether a text says something that has this meaning. */
export function says(meaning: Meaning, text: string): boolean {
  return once('says', meaning, text, () => saysNow(meaning, text));
}

function saysNow(meaning: Meaning, text: string): boolean {
  const label = plain(text);
  if (label === '') return false;
  const { within, whole } = phrasesOf(meaning);
  return whole.has(label) || (within?.test(label) ?? false);
}

/** Whether a text says this and nothing else, apart from punctuation and numbers ("Team (12)", "Role:"). */
export function saysOnly(meaning: Meaning, text: string): boolean {
  return once('only', meaning, text, () => saysOnlyNow(meaning, text));
}

function saysOnlyNow(meaning: Meaning, text: string): boolean {
  // Two capitals are an avatar's initials: "DU" is Dana Ulrich, not "du".
  if (/^\s*\p{Lu}{2}\s*$/u.test(text)) return false;
  const label = plain(text);
  const { exact, open, whole } = phrasesOf(meaning);
  const bare = label
    .replace(/[\p{N}()[\]:*•·…,]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (bare === '') return false;
  if (whole.has(label) || whole.has(bare) || exact.has(label) || exact.has(bare)) return true;
  return open !== null && (open.test(label) || open.test(bare));
}

/** The text before the first phrase of this meaning; `null` where it says no such thing. */
export function before(meaning: Meaning, text: string): string | null {
  const label = plain(text);
  const { within, whole } = phrasesOf(meaning);
  if (whole.has(label)) return '';
  const match = within?.exec(label);
  return match ? label.slice(0, match.index) : null;
}

/** The text without its first phrase of this meaning. */
export function without(meaning: Meaning, text: string): string {
  const label = plain(text);
  const { within, whole } = phrasesOf(meaning);
  if (whole.has(label)) return '';
  return within ? label.replace(within, ' ').replace(/\s+/gu, ' ').trim() : label;
}

/** Whether words of a language (BCP 47, its first part) are known. */
export function knowsLanguage(language: string): boolean {
  return languages.some((words) => words.language === language);
}

let anything: Set<string> | null = null;

/** Whether a label says, as a whole or in one of its words, anything that is known in any language. */
export function meansAnything(text: string): boolean {
  if (!anything) {
    anything = new Set();
    for (const { words } of languages)
      for (const phrases of Object.values(words))
        for (const phrase of phrases) anything.add(plain(phrase.replace(/^=|\*$/gu, '')));
  }
  const label = plain(text);
  return anything.has(label) || label.split(/[^\p{L}'-]+/u).some((word) => word.length > 3 && anything!.has(word));
}
