/** What every adapter gets of the page it reads, and the parts of a settings page that all of them share. */
import { nameKey } from '../domain/identity.ts';
import { emailSpots, isAside, isDialog } from './people.ts';
import type { Route } from './route.ts';
import { nameOf, pieces, textOf } from './text.ts';
import {
  attr,
  contains,
  findAll,
  has,
  isElement,
  isInput,
  isShown,
  matches,
  nearest,
  nextElement,
  parentOf,
  previousElement,
  role,
  tag,
  walk,
} from './tree.ts';
import { says, saysOnly } from './words.ts';

/** What is already known, to tell a workspace's name from other texts. */
export interface Known {
  /** `nameKey` → the name as it is stored. */
  workspaces: ReadonlyMap<string, string>;
  organization: string | null;
}

export interface Page {
  document: Document;
  route: Route;
  known: Known;
  /** The page's content without its navigation. */
  content: Element;
  /** Headings of the content that are shown, outermost first. */
  headings: Heading[];
}

export interface Heading {
  text: string;
  element: Element;
}

/** A heading longer than this is a sentence. */
const headingLength = 80;

function contentOf(doc: Document): Element {
  const mains = findAll(doc.body, 'main,[role=main]').filter((main) => isShown(main));
  const main = mains.length === 1 ? mains[0]! : doc.body;
  // Settings that are shown in a dialog over the page behind: the same rule as for reading people in dialogs.
  const beside = openDialogs(doc).some(
    (dialog) => !contains(main, dialog) && new Set(emailSpots(dialog).map((spot) => spot.identity)).size >= 3,
  );
  return beside ? doc.body : main;
}

function headingsOf(content: Element): Heading[] {
  const found: Heading[] = [];
  walk(content, (node) => {
    if (!isElement(node)) return;
    if (isAside(node) && !isBreadcrumb(node)) return false;
    if (isDialog(node)) return false;
    const heading =
      matches(node, 'h1,h2,h3,legend,caption,[role=heading],[aria-current=page]') ||
      (role(node) === 'tab' && attr(node, 'aria-selected') === 'true');
    if (!heading) return;
    const text = textOf(node);
    if (text !== '' && text.length <= headingLength) found.push({ text, element: node });
    return;
  });
  return found;
}

/** Collects the shared parts of a page once; cost grows with the size of the document's content. */
export function pageOf(doc: Document, route: Route, known: Known): Page {
  const content = contentOf(doc);
  return { document: doc, route, known, content, headings: headingsOf(content) };
}

export function isBreadcrumb(element: Element): boolean {
  return (
    /breadcrumb/iu.test(attr(element, 'aria-label') ?? '') ||
    /breadcrumb/iu.test(attr(element, 'class') ?? '') ||
    /breadcrumb/iu.test(attr(element, 'data-testid') ?? '')
  );
}

/** The dialogs that are open, topmost last. */
export function openDialogs(doc: Document): Element[] {
  return findAll(doc.body, 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]').filter(
    (dialog) => isDialog(dialog) && isShown(dialog),
  );
}

/** Whether the page itself says that it is still fetching. */
export function isLoading(content: Element): boolean {
  return findAll(content, '[aria-busy=true],[role=progressbar],progress').some(
    (element) => isShown(element) && !nearest(element, isDialog, content),
  );
}

/** Whether a search or filter field of the content is in use; the rows it hides are not gone. */
export function isFiltered(content: Element): boolean {
  for (const field of findAll(content, 'input[type=search],[role=searchbox],input')) {
    if (!isInput(field) || nearest(field, isDialog, content)) continue;
    if (!/^(?:search|text|)$/u.test(field.type)) continue;
    const searches =
      field.type === 'search' ||
      role(field) === 'searchbox' ||
      says('search', `${nameOf(field)} ${attr(field, 'placeholder') ?? ''}`);
    // Only whether something is typed there counts, not what: a pasted key must not be read.
    if (searches && field.value.length > 0) return true;
  }
  return findAll(content, '[aria-pressed=true],[role=tab][aria-selected=true]').some((control) =>
    says('invited', nameOf(control)),
  );
}

/**
 * Whether a list may hold more than the rows that are in the document: pages, "load more", virtual scrolling, counts
 * that say more.
 */
export function mayHoldMore(content: Element, rows: readonly Element[]): boolean {
  for (const control of findAll(content, 'button,a,[role=button],[role=link]')) {
    const name = nameOf(control);
    if (name === '' || name.length > 40) continue;
    const disabled = matches(control, ':disabled') || attr(control, 'aria-disabled') === 'true';
    if (!disabled && (saysOnly('load-more', name) || saysOnly('next-page', name))) return true;
  }
  const list = rows[0] ? nearest(rows[0], (element) => has(element, 'aria-rowcount'), content) : null;
  const count = Number(list ? attr(list, 'aria-rowcount') : NaN);
  if (list && (count === -1 || count > rows.length + 1)) return true;
  const setSize = Number(rows[0] ? attr(rows[0], 'aria-setsize') : NaN);
  if (setSize > rows.length || setSize === -1) return true;
  // "1–25 of 40", "Showing 25 of 40"
  for (const piece of pieces(content, (element) => rows.includes(element) || isAside(element))) {
    const match = /(\d+)\s*(?:of|von|sur|de|di|van|av|z|\/)\s*(\d+)/u.exec(piece.text);
    if (match && piece.text.length <= 60 && Number(match[2]) > rows.length && Number(match[1]) <= rows.length)
      return true;
  }
  return isVirtual(rows);
}

/** Rows taken out of the flow one by one are drawn by a virtual list, which keeps only what is in view. */
function isVirtual(rows: readonly Element[]): boolean {
  const top = rows[0];
  if (!top || rows.length < 2) return false;
  for (const element of [top, parentOf(top)]) {
    const style = element ? (attr(element, 'style') ?? '') : '';
    if (/position:\s*absolute/u.test(style) || /transform:\s*translate(?:Y|3d)/u.test(style)) return true;
  }
  // Spacer rows above or below stand for rows that are not there.
  return [previousElement(top), nextElement(rows[rows.length - 1]!)].some((spacer) =>
    /height:\s*\d{3,}/u.test(spacer ? (attr(spacer, 'style') ?? '') : ''),
  );
}

/** The known workspace that a text names as a whole or as a part between word boundaries; `null` for none or several. */
export function knownWorkspaceIn(text: string, known: Known): string | null {
  const key = nameKey(text);
  const exact = known.workspaces.get(key);
  if (exact !== undefined) return exact;
  let found: string | null = null;
  let foundKey = '';
  for (const [candidate, name] of known.workspaces) {
    if (candidate.length < 2 || !key.includes(candidate)) continue;
    const at = key.indexOf(candidate);
    const before = key[at - 1] ?? ' ';
    const after = key[at + candidate.length] ?? ' ';
    if (/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)) continue;
    // "EMEA Sales" inside "EMEA Sales North": the longer name is meant.
    if (foundKey.includes(candidate)) continue;
    if (found !== null && !candidate.includes(foundKey)) return null;
    found = name;
    foundKey = candidate;
  }
  return found;
}

/** Whether an element is a heading or another text that names what follows, never something to act with. */
export function isHeadingLike(element: Element): boolean {
  return (
    /^(?:h[1-6]|legend|caption|th|label|figcaption|dt)$/u.test(tag(element)) ||
    /^(?:heading|columnheader)$/u.test(role(element) ?? '')
  );
}
