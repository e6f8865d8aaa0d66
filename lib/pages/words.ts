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
 * the script that every PandaDoc page pays for. Phrases are plain as they stand: there are thousands, and the first
 * question waits for them.
 */
export function learnWords(more: readonly Words[]): void {
  languages = [en, ...more.filter((words) => words.language !== en.language)];
  compiled.clear();
  lookup = null;
}

/**
 * What a label says by a verb and what it is about, with nothing else but small words: products name these in more ways
 * than can be listed ("Release seat", "Lock this account"), and the verb alone is harmless ("Lock column").
 */
const composed: Partial<Record<Meaning, readonly (readonly [verb: Meaning, object: Meaning])[]>> = {
  remove: [
    ['ends', 'account'],
    ['ends', 'belonging'],
  ],
  'deactivate-workspace': [['ends', 'workspace']],
  generate: [['renews', 'key']],
  demote: [
    ['remove', 'admin-rights'],
    ['lowers', 'admin-rights'],
    ['lowers', 'role'],
  ],
};

/** Meanings that say nothing alone, and tell nothing of a page's language. */
const parts: ReadonlySet<Meaning> = new Set<Meaning>([
  'ends',
  'account',
  'belonging',
  'article',
  'preposition',
  'renews',
  'lowers',
  'admin-rights',
]);

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A text as it is compared: NFC, blanks as one, lower case, typographic apostrophes and dots made plain. */
export function plain(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return text.replace(/ {2,}/gu, ' ').trim().toLowerCase();
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Meanings whose phrases count without their accents as well: capitals are often written so. */
const unaccented: ReadonlySet<Meaning> = new Set<Meaning>([
  'remove',
  'cancel',
  'proceed',
  'deactivate-user',
  'deactivate-workspace',
  'generate',
  'demote',
  'set-role',
  'role-name',
  'admin-role',
  'ends',
  'belonging',
  'lowers',
  'renews',
  'workspace',
  'key',
]);

/** A phrase, and as keyboards without its signs write it. */
function spellings(meaning: Meaning, phrase: string): string[] {
  if (!unaccented.has(meaning) || /^[\x20-\x7e]*$/u.test(phrase)) return [phrase];
  const bare = phrase.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ł', 'l');
  return [phrase, bare.normalize('NFC')];
}

/** What marks both genders at the end of a word: "Administrator:in", "Administrador(a)", "Administrateur·rice". */
const bothGenders =
  /(?<=\p{L}{3})(?:[·•:*_/(](?:in|r|rice|trice|euse|ve|ne|e|a|ra|ka)|[.-](?:rice|trice|e))\)?(?!\p{L})/gu;

/** "Administrateur/Administratrice": both words. */
const bothWords = /(?<!\p{L})(\p{L}{5})(\p{L}*) ?\/ ?\1\p{L}*/gu;

interface Phrases {
  /** Count only as all of a text. */
  whole: ReadonlySet<string>;
  /** Matches a phrase anywhere in a text. */
  within: RegExp | null;
}

/** How much of a phrase's beginning is looked up before the phrase itself is looked for. */
const startLength = 4;

/** By a text, or by how one begins: the meanings that it may have. Lists of people are thousands of short texts. */
interface Lookup {
  /** Phrases that are all of a text. */
  only: Map<string, Meaning[]>;
  /** Phrases with an open end, without it, by their first signs. */
  open: Map<string, { phrase: string; meaning: Meaning }[]>;
  /** The first signs of every phrase that may stand anywhere in a text. */
  starts: Map<string, Set<Meaning>>;
}

let lookup: Lookup | null = null;

function lookedUp(): Lookup {
  if (lookup) return lookup;
  const made: Lookup = { only: new Map(), open: new Map(), starts: new Map() };
  const add = <V>(to: Map<string, V[]>, key: string, value: V): void => {
    const known = to.get(key);
    if (known) known.push(value);
    else to.set(key, [value]);
  };
  for (const { words } of languages) {
    for (const [name, phrases] of Object.entries(words)) {
      const meaning = name as Meaning;
      for (const phrase of phrases.flatMap((each) => spellings(meaning, each))) {
        const isWhole = phrase.startsWith('=');
        const isOpen = phrase.endsWith('*');
        const text = phrase.slice(isWhole ? 1 : 0, isOpen ? -1 : undefined);
        const start = text.slice(0, startLength);
        if (isOpen && !parts.has(meaning)) add(made.open, start, { phrase: text, meaning });
        else if (!parts.has(meaning)) add(made.only, text, meaning);
        if (isWhole) continue;
        const known = made.starts.get(start);
        if (known) known.add(meaning);
        else made.starts.set(start, new Set([meaning]));
      }
    }
  }
  return (lookup = made);
}

function compile(meaning: Meaning, of: readonly Words[]): Phrases {
  const whole = new Set<string>();
  const phrases = new Set<string>();
  for (const { words } of of) {
    for (const phrase of (words[meaning] ?? []).flatMap((each) => spellings(meaning, each))) {
      if (phrase.startsWith('=')) whole.add(phrase.slice(1));
      else if (phrase.endsWith('*')) phrases.add(`${escape(phrase.slice(0, -1))}[\\p{L}]*`);
      else phrases.add(escape(phrase));
    }
  }
  // Longest first, so that "deactivate user" is not cut short by "deactivate".
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  return {
    whole,
    within:
      longestFirst.length > 0
        ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'u')
        : null,
  };
}

const compiled = new Map<string, Phrases>();

/** @param language only its phrases; every language's where it is left out */
function phrasesOf(meaning: Meaning, language?: Words): Phrases {
  const key = `${meaning} ${language?.language ?? ''}`;
  let phrases = compiled.get(key);
  if (!phrases) {
    phrases = compile(meaning, language ? [language] : languages);
    compiled.set(key, phrases);
  }
  return phrases;
}

/** A text as it is compared, with what is worked out of it when it is first asked for. */
interface Compared {
  label: string;
  /** What it says as a whole. */
  only: ReadonlySet<Meaning> | null;
  /** What a part of it may say; the phrases themselves tell whether it does. */
  may: ReadonlySet<Meaning> | null;
}

/** Within a pass, the same texts are asked about again and again. */
function compared(text: string): Compared {
  const known = text.length > 80 ? null : passMap<Compared>('compared');
  let entry = known?.get(text);
  if (!entry) {
    entry = { label: plain(text), only: null, may: null };
    known?.set(text, entry);
  }
  return entry;
}

/** Whether a text says something that has this meaning. */
export function says(meaning: Meaning, text: string): boolean {
  const entry = compared(text);
  const { label } = entry;
  if (label === '') return false;
  const { within, whole } = phrasesOf(meaning);
  if (whole.has(label)) return true;
  const may = label.length <= 80 ? (entry.may ??= mayMean(label)) : null;
  if (within !== null && (may === null || may.has(meaning)) && within.test(label)) return true;
  return may !== null && composes(meaning, label, may, text);
}

/** Whether a label is a verb and what it is about, of one language, that together have this meaning. */
function composes(meaning: Meaning, label: string, may: ReadonlySet<Meaning>, text: string): boolean {
  return (composed[meaning] ?? []).some(
    ([verb, object]) =>
      may.has(verb) &&
      may.has(object) &&
      languages.some((language) => {
        const [rest, about] = cut(object, cut(verb, label, language)[0], language);
        if (about === '') return false;
        return (
          articlesIn(rest, language) === rest.length || (meaning === 'remove' && isNamed(rest, about, text, language))
        );
      }),
  );
}

/** A label without its first phrase of a meaning in one language, and that phrase; empty where it has none. */
function cut(meaning: Meaning, label: string, language: Words): [rest: string, phrase: string] {
  const { within } = phrasesOf(meaning, language);
  const phrase = within?.exec(label)?.[0] ?? '';
  return phrase === '' ? ['', ''] : [label.replace(phrase, ' '), phrase];
}

/**
 * Whether what a label has beside a verb and what that is about only says whose, or where: "Withdraw Dana's access",
 * "Toegang tot EMEA Sales intrekken". A name is written large, after a small word or where what it is about is not.
 */
function isNamed(rest: string, about: string, text: string, language: Words): boolean {
  const { whole: articles } = phrasesOf('article', language);
  const { whole: prepositions } = phrasesOf('preposition', language);
  const large = new Set([...text.matchAll(/(?<=\s)\P{L}*(\p{Lu}\S*|\S+@\S+)/gu)].map(([, word]) => plain(word!)));
  let mayFollow = text.includes(about);
  return rest.split(' ').every((word) => {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}']+$/gu, '');
    if (bare === '' || articles.has(bare.replace(/'$/u, ''))) return true;
    if (prepositions.has(bare)) return (mayFollow = true);
    return large.has(word) && (mayFollow || /'s?$/u.test(bare)) && !saysOnly('not-a-person', bare);
  });
}

/** How many signs of a text's beginning are small words and what stands between words. */
function articlesIn(text: string, language: Words): number {
  const { whole } = phrasesOf('article', language);
  let length = 0;
  for (const [part] of text.matchAll(/\p{L}+|[^\p{L}]+/gu)) {
    if (/^\p{L}/u.test(part) && !whole.has(part)) break;
    length += part.length;
  }
  return length;
}

/** A text without the small words of any language at its beginning. */
export function withoutArticles(text: string): string {
  const label = plain(text);
  return label.slice(Math.max(0, ...languages.map((language) => articlesIn(label, language)))).trim();
}

const letterOrNumber = /[\p{L}\p{N}]/u;

/** What phrases that may stand in a text begin like one of its words. */
function mayMean(label: string): ReadonlySet<Meaning> {
  const { starts } = lookedUp();
  const found = new Set<Meaning>();
  let within = false;
  for (let at = 0; at < label.length; at += 1) {
    for (let length = 1; !within && length <= startLength; length += 1) {
      const meanings = starts.get(label.slice(at, at + length));
      if (meanings) for (const meaning of meanings) found.add(meaning);
    }
    within = letterOrNumber.test(label[at]!);
  }
  return found;
}

/** All that a text says as a whole, apart from punctuation and numbers. */
export function saidBy(text: string): ReadonlySet<Meaning> {
  const entry = compared(text);
  return (entry.only ??= meaningsOf(text, entry.label));
}

/** Whether a text says this and nothing else, apart from punctuation and numbers ("Team (12)", "Role:"). */
export function saysOnly(meaning: Meaning, text: string): boolean {
  return saidBy(text).has(meaning);
}

const unsaid = /[\p{N}()[\]:*•·…,]/u;

function meaningsOf(text: string, label: string): ReadonlySet<Meaning> {
  const found = new Set<Meaning>();
  // Two capitals are an avatar's initials: "DU" is Dana Ulrich, not "du".
  if (/^\s*\p{Lu}{2}\s*$/u.test(text)) return found;
  const bare = unsaid.test(label)
    ? label
        .replace(/[\p{N}()[\]:*•·…,]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : label;
  if (bare === '') return found;
  const { only, open } = lookedUp();
  const neutral = /[·•:*_/(.-]/u.test(label) ? label.replace(bothGenders, '').replace(bothWords, '$1$2') : label;
  for (const said of new Set([label, bare, neutral])) {
    for (const meaning of only.get(said) ?? []) found.add(meaning);
    for (let length = 1; length <= startLength; length += 1)
      for (const { phrase, meaning } of open.get(said.slice(0, length)) ?? [])
        if (said.startsWith(phrase) && /^\p{L}*$/u.test(said.slice(phrase.length))) found.add(meaning);
  }
  return found;
}

/** The text before the first phrase of this meaning; `null` where it says no such thing. */
export function before(meaning: Meaning, text: string): string | null {
  const label = plain(text);
  const { within, whole } = phrasesOf(meaning);
  if (whole.has(label)) return '';
  const match = within?.exec(label);
  if (match) return label.slice(0, match.index);
  return says(meaning, text) ? '' : null;
}

/** The text without its first phrase of this meaning. */
export function without(meaning: Meaning, text: string): string {
  const label = plain(text);
  const { within, whole } = phrasesOf(meaning);
  if (whole.has(label)) return '';
  if (within?.test(label) !== true && says(meaning, text)) return '';
  return within ? label.replace(within, ' ').replace(/\s+/gu, ' ').trim() : label;
}

/** Whether words of a language (BCP 47, its first part) are known. */
export function knowsLanguage(language: string): boolean {
  return languages.some((words) => words.language === language);
}

/**
 * Whether a label says, as a whole or in one of its words, anything that is known in any language.
 *
 * @param but meanings that do not count
 */
export function meansAnything(text: string, ...but: Meaning[]): boolean {
  const { only, open } = lookedUp();
  const counts = (meaning: Meaning): boolean => !but.includes(meaning);
  const isPhrase = (said: string): boolean =>
    (only.get(said) ?? []).some(counts) ||
    (open.get(said.slice(0, startLength)) ?? []).some(({ phrase, meaning }) => phrase === said && counts(meaning));
  const label = plain(text);
  return isPhrase(label) || label.split(/[^\p{L}'-]+/u).some((word) => word.length > 3 && isPhrase(word));
}
