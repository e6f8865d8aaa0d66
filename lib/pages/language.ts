/**
 * Whether a page speaks a language that words are known for. Its `lang` is a hint only: apps leave the one of their
 * template, and the interface language is each user's own (settings-ui.md, section 3). What counts is whether labels say
 * anything that is known.
 */
import type { Page } from './page.ts';
import { nameOf, textOf } from './text.ts';
import { attr, findAll } from './tree.ts';
import { knowsLanguage, meansAnything } from './words.ts';

/** So many labels are enough to tell. */
const mostLabels = 60;
/** Fewer than these tell nothing by themselves. */
const fewLabels = 3;
const labelled = 'th,[role=columnheader],button,[role=button],[role=tab],[role=menuitem],label,dt,h1,h2,h3,legend';

/** Labels of a part of a page that are words: headers, buttons, tabs; each once. */
function labelsOf(page: Page, within: Element, which: string): string[] {
  const labels = new Set<string>();
  for (const element of findAll(within, which)) {
    const text = element.matches('button,[role=button]') ? nameOf(element) : textOf(element);
    if (text.length <= 40 && /\p{L}{2,}/u.test(text) && !text.includes('@')) labels.add(text);
    if (labels.size >= mostLabels) break;
  }
  for (const { text } of page.headings) labels.add(text);
  return [...labels];
}

/** `false`: hardly anything that the page says is known; then only its structure can be read, and that is said. */
export function isLanguageKnown(page: Page): boolean {
  let known = answers.get(page);
  if (known === undefined) answers.set(page, (known = worksOut(page)));
  return known;
}

/** A page is taken in anew for each reading, so an answer about one holds as long as it. */
const answers = new WeakMap<Page, boolean>();

/** What the pages of a document told before: one that says little is in the language of the one that led to it. */
const before = new WeakMap<Document, boolean>();

function worksOut(page: Page): boolean {
  const said = (attr(page.document.documentElement, 'lang') ?? '').toLowerCase().split('-')[0] ?? '';
  const isUnknown = said !== '' && !knowsLanguage(said);
  const told = (labels: readonly string[]): boolean => {
    const count = labels.filter((label) => meansAnything(label)).length;
    const known = count / labels.length;
    return isUnknown ? known >= 0.5 : count > 1 || known > 0.25;
  };
  const labels = labelsOf(page, page.content, labelled);
  if (labels.length >= fewLabels) {
    before.set(page.document, told(labels));
    return told(labels);
  }
  if (labels.length === 0) return true;
  const isAnyKnown = labels.some((label) => meansAnything(label));
  if (isUnknown && !isAnyKnown) return false;
  const remembered = before.get(page.document);
  if (remembered !== undefined || isAnyKnown) return remembered ?? true;
  const around = labelsOf(page, page.document.body, `${labelled},nav a,[role=navigation] a`);
  return around.length < fewLabels || told(around);
}
