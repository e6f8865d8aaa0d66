import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodes, root, sources } from '../tools/house.ts';

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}
type Catalogue = Record<string, Message>;

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const catalogue = (language: string) => JSON.parse(read(`public/_locales/${language}/messages.json`)) as Catalogue;
const languages = globSync('public/_locales/*', { cwd: root }).map((folder) => path.basename(folder));
const english = catalogue('en');
const keys = Object.keys(english);
/** Put into the English catalogue by the build (`wxt.config.ts`); no language translates them. */
const built = new Set(['page_words']);
const plural = /_(zero|one|two|few|many|other)$/;
/** `thing_few` is asked for as `thing`; a language has the forms it needs, and always `other`. */
const base = (key: string) => key.replace(plural, '');
const isPlural = (key: string) => plural.test(key) && `${base(key)}_other` in english;
/** `$1` and `$name$`: what a text takes in. */
const takes = (message: Message) => [...new Set(message.message.match(/\$(\d|[A-Za-z_]\w*\$)/g))].sort().join(' ');

test.each(languages.filter((language) => language !== 'en'))('"%s" says what English says', (language) => {
  const other = catalogue(language);
  const complaints = [
    ...keys
      .filter((key) => !(key in other) && !isPlural(key))
      .map((key) => `${key} is missing in ${language}/messages.json.`),
    ...keys
      .filter((key) => isPlural(key) && !(`${base(key)}_other` in other))
      .map((key) => `${base(key)}_other is missing in ${language}/messages.json.`),
    ...Object.keys(other)
      .filter((key) => !(key in english) && !(isPlural(`${base(key)}_other`) && plural.test(key)))
      .map((key) => `${key} in ${language}/messages.json is not in en/messages.json.`),
    ...keys
      .filter((key) => other[key] && !isPlural(key) && takes(other[key]) !== takes(english[key]!))
      .map((key) => `${key} takes "${takes(english[key]!)}" in English and "${takes(other[key]!)}" in ${language}.`),
  ];
  expect(complaints.join('\n')).toBe('');
});

/** The same word in both languages; a name is the same in all of them. */
const alike: Record<string, string[]> = {
  de: [
    'export',
    'import',
    'in',
    'min',
    'name',
    'person',
    'region',
    'rotation',
    'snapshot',
    'snapshots',
    'standard',
    'status',
    'workspace',
    'workspaces',
  ],
};
const everywhere = new Set([
  'keyholder',
  'for',
  'pandadoc',
  'app',
  'com',
  'eu',
  'us',
  'demo',
  'meridian',
  'outfitters',
]);

test.each(languages.filter((language) => language !== 'en'))('"%s" is translated', (language) => {
  const other = catalogue(language);
  const known = new Set([...everywhere, ...(alike[language] ?? [])]);
  const complaints = keys
    .filter((key) => key !== 'locale' && !built.has(key) && other[key]?.message === english[key]!.message)
    .filter((key) => {
      const words =
        english[key]!.message.replace(/\$(\d|[A-Za-z_]\w*\$)/g, '')
          .toLowerCase()
          .match(/\p{L}{2,}/gu) ?? [];
      return words.some((word) => !known.has(word));
    })
    .map(
      (key) =>
        `${key} says "${english[key]!.message}" in ${language}, too: translate it, or add the word to \`alike\`.`,
    );
  expect(complaints.join('\n')).toBe('');
});

test('every text that is asked for exists, and every text is asked for', () => {
  const literals = new Set<string>();
  /** `status_${…}` asks for all that begin so. */
  const prefixes = new Set<string>();
  const complaints: string[] = [];
  for (const source of sources()) {
    for (const { node, at } of nodes(source)) {
      if (ts.isStringLiteralLike(node)) literals.add(node.text);
      if (ts.isTemplateExpression(node) && /^\w+_$/.test(node.head.text)) prefixes.add(node.head.text);
      if (!ts.isCallExpression(node)) continue;
      const name = node.expression.getText(source.tree).split('.').at(-1);
      const [key] = node.arguments;
      if (!key || !ts.isStringLiteralLike(key)) continue;
      if ((name === 't' || name === 'getMessage') && !(key.text in english) && !built.has(key.text)) {
        complaints.push(`${at} asks for ${key.text}: not in public/_locales/en/messages.json.`);
      }
      if (name === 'plural' && !(`${key.text}_other` in english)) {
        complaints.push(`${at} asks for ${key.text}: ${key.text}_other is not in public/_locales/en/messages.json.`);
      }
    }
  }
  for (const [, key = ''] of read('wxt.config.ts').matchAll(/__MSG_(\w+?)__/g)) {
    literals.add(key);
    if (!(key in english)) complaints.push(`wxt.config.ts asks for ${key}: not in public/_locales/en/messages.json.`);
  }
  for (const key of keys) {
    const asked = literals.has(key) || (isPlural(key) && literals.has(base(key)));
    if (!asked && ![...prefixes].some((prefix) => key.startsWith(prefix))) {
      complaints.push(`${key} in public/_locales/en/messages.json is asked for nowhere: take it out.`);
    }
  }
  expect(complaints.join('\n')).toBe('');
});

test('keys are such as both browsers take', () => {
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_]+$/);
});

test('German says "Sie" throughout', () => {
  // Whom it says "du", and what it tells somebody to do as one tells a friend.
  const friend =
    /\b(du|dir|dich|dein\w*)\b|(?:^|[.!?:;] )(?:Prüfe|Speichere|Öffne|Wähle|Klicke|Lade|Gib|Nimm|Füge|Trage|Sieh|Schließe|Schreibe|Berichtige|Ergänze)\b/i;
  const complaints = Object.entries(catalogue('de'))
    .filter(([key]) => !built.has(key))
    .filter(([, { message }]) => friend.test(message))
    .map(([key, { message }]) => `${key}: ${message}`);
  expect(complaints).toEqual([]);
});
