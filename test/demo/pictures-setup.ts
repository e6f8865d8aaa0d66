/**
 * Runs before each `*.browser.test.*` when `npm run screens -- flows` takes pictures: every state that axe would be asked
 * about is taken instead, in the language and size of `VITE_KEYHOLDER_PICTURES` (`<language> <wide|narrow> <folder>`). Tests
 * say what they press in English; here it is looked up in the catalogue and said in the language that is shown.
 */
import { expect } from 'vitest';
import { cdp, commands, type Locator, page } from 'vitest/browser';
import { readTextsFrom } from '../../components/ui/text.ts';
import german from '../../public/_locales/de/messages.json' with { type: 'json' };
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { takePictures } from '../samples/accessibility.ts';
import { messagesOf } from '../tools/browser-setup.ts';
import { pseudoCatalogue } from '../tools/pseudo.ts';

type Catalogue = Record<string, { message: string }>;
type Words = string | RegExp;

const [, language, size, folder] = /^(\S+) (\S+) (.+)$/.exec(String(import.meta.env['VITE_KEYHOLDER_PICTURES']))!;
const from: Catalogue = english;
const shown: Catalogue =
  language === 'de' ? german : language === 'pseudo' ? pseudoCatalogue<{ message: string }>(english) : english;
readTextsFrom(messagesOf(shown));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const parts = (message: string): string[] => message.split(/(\$\d)/);
const anything = (message: string): string =>
  parts(message)
    .map((part) => (/^\$\d$/.test(part) ? '(.*)' : escaped(part)))
    .join('');

const placeholders = (message: string): string[] => parts(message).filter((part) => /^\$\d$/.test(part));
const letters = (message: string): number => message.replaceAll(/\$\d|\P{L}/gu, '').length;

/** A value within a sentence: names stay, words of ours in it ("Production key") are said in the other language. */
function valuePattern(value: string): string {
  const whole = translated(value);
  if (whole.length > 0) return `(?:${[...whole, escaped(value)].join('|')})`;
  // Several words of ours put together: names are looked for, in this order, and nothing between them.
  const ours = Object.values(from).filter(({ message }) => letters(message) > 3 && placeholders(message).length === 0);
  const names = ours.reduce((rest, { message }) => rest.replaceAll(message, ' '), value);
  return `.*${names.match(/[\p{L}\p{N}@.-]+/gu)?.join('.*') ?? ''}.*`;
}

/** What English words may be in the language that is shown, as the sources of patterns. */
function translated(words: Words): string[] {
  const fitting = Object.keys(from).flatMap((key) => {
    const { message } = from[key]!;
    // Names and texts are looked for with every space as a plain one.
    const other = shown[key]?.message.replaceAll('\u00a0', ' ');
    if (other === undefined || letters(message) === 0) return [];
    if (typeof words !== 'string') {
      const filled = (fill: string): boolean => words.test(message.replaceAll(/\$\d/g, fill));
      // A message that says it by itself comes before those that any words would fit into ("$1: $2").
      if (filled('2')) return [{ weight: 2, pattern: anything(other) }];
      const fits = (words.source.match(/[\w ]+/g) ?? []).some(filled);
      return fits ? [{ weight: 1, pattern: anything(other) }] : [];
    }
    const matched = new RegExp(`^${anything(message)}$`).exec(words);
    if (!matched) return [];
    const order = placeholders(message);
    const pattern = parts(other)
      .map((part) =>
        !/^\$\d$/.test(part)
          ? escaped(part)
          : order.includes(part)
            ? valuePattern(matched[order.indexOf(part) + 1]!)
            : '.*',
      )
      .join('');
    return [{ weight: letters(message), pattern }];
  });
  // Of several sentences that it could be, the one that says the most.
  const most = Math.max(...fitting.map(({ weight }) => weight));
  return [...new Set(fitting.filter(({ weight }) => weight === most).map(({ pattern }) => pattern))];
}

function said(words: Words, exact: boolean): Words {
  if (language === 'en') return words;
  const found = translated(words);
  if (found.length === 0) return words;
  const either = `(?:${found.join('|')})`;
  if (typeof words !== 'string') return new RegExp(`${words.source.startsWith('^') ? '^' : ''}${either}`);
  return exact ? new RegExp(`^${either}$`) : new RegExp(either, 'i');
}

interface Named {
  name?: Words;
  hasText?: Words;
  exact?: boolean;
}
interface Screen {
  send: (method: string, parameters: object) => Promise<{ data: string }>;
}
type Method = (...given: unknown[]) => unknown;

function speak(target: object): void {
  const methods = target as Record<string, Method>;
  const wrap = (name: string, change: (given: unknown[]) => unknown[]): void => {
    const original = methods[name]!;
    methods[name] = function (this: unknown, ...given) {
      return original.apply(this, change(given));
    };
  };
  wrap('getByRole', ([role, options = {}]) => {
    const { name, ...rest } = options as Named;
    return [role, name === undefined ? rest : { ...rest, name: said(name, rest.exact === true) }];
  });
  for (const name of ['getByText', 'getByLabelText']) {
    wrap(name, ([words, options]) => [said(words as Words, (options as Named | undefined)?.exact === true), options]);
  }
  if (!('selectOptions' in target)) return;
  wrap('filter', ([options]) => {
    const { hasText, ...rest } = options as Named;
    return [hasText === undefined ? rest : { ...rest, hasText: said(hasText, false) }];
  });
  wrap('selectOptions', ([words, ...rest]) => {
    const key = Object.keys(from).find((each) => from[each]!.message === words);
    return [key ? shown[key]!.message : words, ...rest];
  });
}

speak(page);
const someLocator: Locator = page.elementLocator(document.documentElement);
for (let made: object = someLocator; ; made = Object.getPrototypeOf(made) as object) {
  if (!Object.hasOwn(made, 'getByRole')) continue;
  speak(made);
  break;
}

if (size === 'narrow') {
  const viewport = page.viewport.bind(page);
  page.viewport = (_, height) => viewport(320, height);
}

const taken = new Map<string, number>();
takePictures(async (scheme) => {
  // Colours are the system's own there, and the places those of the other schemes.
  if (scheme === 'forced' && (language === 'pseudo' || size !== 'wide')) return;
  const name = (expect.getState().currentTestName ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
  // A state that a test looks at twice is two pictures.
  const file = `${name}-${language}-${size}-${scheme}`;
  const times = (taken.get(file) ?? 0) + 1;
  taken.set(file, times);
  const { x, y, width, height } = window.frameElement!.getBoundingClientRect();
  // What is in the window, as a person has it: taken whole, a longer page would be laid out anew, and menus would close.
  const clip = { x, y, width, height, scale: 1 };
  const { data } = await (cdp() as unknown as Screen).send('Page.captureScreenshot', {
    clip,
    captureBeyondViewport: true,
  });
  await commands.writeFile(`${folder}/${file}${times === 1 ? '' : `-${times}`}.png`, data, 'base64');
});
