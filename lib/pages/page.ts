/** What every adapter gets of the page it reads, and the parts of a settings page that all of them share. */
import { nameKey } from '../domain/identity.ts';
import { emailSpots, isAside, isDialog } from './people.ts';
import type { Route } from './route.ts';
import { inOnePass, oncePerPass } from './pass.ts';
import { isTableRow } from './rows.ts';
import { fieldName, nameOf, pieces, textOf } from './text.ts';
import {
  attr,
  contains,
  findAll,
  has,
  isInput,
  isSelect,
  isShown,
  matches,
  nearest,
  nextElement,
  parentOf,
  previousElement,
  rawText,
  role,
  tag,
} from './tree.ts';
import { says, saysOnly } from './words.ts';
import type { Meaning } from './words/vocabulary.ts';

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

const headingLike = 'h1,h2,h3,legend,caption,[role=heading],[aria-current=page]';
const selectedTab = '[role^=tab i][aria-selected=true]';

function headingsOf(content: Element): Heading[] {
  const outside = (element: Element): boolean => (isAside(element) && !isBreadcrumb(element)) || isDialog(element);
  return findAll(content, `${headingLike},${selectedTab}`).flatMap((element) => {
    if (!matches(element, headingLike) && role(element) !== 'tab') return [];
    // The content itself may be a dialog or an aside: what stands in it is its own.
    const around = nearest(element, (outer) => outer === content || outside(outer));
    if (around !== null && around !== content) return [];
    const text = textOf(element);
    return text !== '' && text.length <= headingLength ? [{ text, element }] : [];
  });
}

/** Collects the shared parts of a page once; cost grows with the size of the document's content. */
export function pageOf(doc: Document, route: Route, known: Known): Page {
  return inOnePass(() => {
    const content = contentOf(doc);
    return { document: doc, route, known, content, headings: headingsOf(content) };
  });
}

export function isBreadcrumb(element: Element): boolean {
  return ['aria-label', 'class', 'data-testid'].some((name) => {
    const said = attr(element, name);
    return said !== null && /breadcrumb/iu.test(said);
  });
}

/** The dialogs that are open, topmost last. */
export const openDialogs: (doc: Document) => Element[] = oncePerPass((doc) =>
  findAll(doc.body, 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]').filter(
    (dialog) => isDialog(dialog) && isShown(dialog),
  ),
);

/** Whether the page itself says that it is still fetching. */
export function isLoading(content: Element): boolean {
  return findAll(content, '[aria-busy=true],[role=progressbar],progress').some(
    (element) => isShown(element) && !nearest(element, isDialog, content),
  );
}

/** Whether anything still stands in for what will come: wider than `isLoading`, since in doubt a list is not whole. */
function isUnfinished(content: Element): boolean {
  const standsIn =
    '[class*=skeleton i],[class*=shimmer i],[class*=spinner i],sl-skeleton,sl-spinner,mat-spinner,[aria-label*=loading i]';
  if (isLoading(content) || findAll(content, standsIn).some((element) => isShown(element))) return true;
  return findAll(content, '[role=status],[aria-live]').some((element) => {
    const text = rawText(element);
    return text.length <= 60 && saysOnly('loading', text);
  });
}

/** Whether a page that shows nothing of what it is for may only be on its way: it is waited for, and no drift yet. */
export function isAwaited(content: Element): boolean {
  if (isUnfinished(content)) return true;
  const isWorked = (element: Element): boolean => matches(element, 'button,a,[role=button],select');
  return pieces(content, isWorked).some(({ text }) => text.length <= 40 && says('loading', text));
}

/** Parts of an address that say that a list is searched, filtered or turned over. */
const narrowed = /[?&](?:search|q|query|filters?|role|status|offset|cursor|page=(?!1(?:\D|$)))[^&=]*=?[^&]/iu;

const filters = ['search', 'role', 'status', 'licence', 'invited'] as const satisfies readonly Meaning[];

/** A field that begins with a role or licence sets it for somebody; one that filters begins with what shows all. */
function offersOnlyRoles(field: HTMLSelectElement): boolean {
  const first = field.options[0]?.text ?? '';
  return saysOnly('role-name', first) || saysOnly('admin-role', first) || saysOnly('licence-name', first);
}

/**
 * Whether a search or filter of the content is in use; the rows it hides are not gone.
 *
 * @param row what stands in it filters nothing: it may be somebody's settings
 */
export function isFiltered(content: Element, row: Element | null = null): boolean {
  for (const field of findAll(content, 'input')) {
    if (!isInput(field) || !/^(?:search|text|)$/u.test(field.type) || nearest(field, isDialog, content)) continue;
    if (row && contains(row, field)) continue;
    const searches =
      field.type === 'search' ||
      role(field) === 'searchbox' ||
      nearest(field, (element) => role(element) === 'search' || tag(element) === 'search', content) !== null ||
      says('search', `${fieldName(field)} ${attr(field, 'placeholder') ?? ''}`);
    // Only whether something is typed there counts, not what: a pasted key must not be read.
    if (searches && field.value.length > 0) return true;
  }
  const selects = findAll(content, 'select').filter((field) => isSelect(field) && !nearest(field, isDialog, content));
  const names = selects.map(fieldName);
  // A field that is there again and again belongs to rows.
  const chosen = selects.some(
    (field, index) =>
      isSelect(field) &&
      field.selectedIndex > 0 &&
      !offersOnlyRoles(field) &&
      names.indexOf(names[index]!) === names.lastIndexOf(names[index]!) &&
      !nearest(field, isTableRow, content) &&
      !(row && contains(row, field)) &&
      filters.some((meaning) => says(meaning, names[index]!)),
  );
  if (chosen) return true;
  if (
    findAll(content, '[aria-pressed=true],[role=tab][aria-selected=true]').some((control) => {
      const name = nameOf(control);
      return says('invited', name) || saysOnly('role-name', name) || saysOnly('licence-name', name);
    })
  )
    return true;
  return (
    findAll(content, 'button,a,[role=button]').some((control) => {
      const name = nameOf(control);
      return name.length <= 60 && says('clear-filter', name) && isShown(control) && !matches(control, ':disabled');
    }) || narrowed.test(content.ownerDocument.location.href.replace(/^[^?#]*/u, ''))
  );
}

function isOff(control: Element): boolean {
  return matches(control, ':disabled') || attr(control, 'aria-disabled') === 'true';
}

/** So many rows are what one page of a longer list holds; whole only where a count says so. */
const pageSizes = new Set([10, 20, 25, 50, 100, 200, 250, 500, 1000]);

function numberIn(text: string): number {
  return Number(text.replace(/[\s.,'’]/gu, ''));
}

/** What counts on the page say of a list: more than is there, exactly what is there, or nothing. */
function counted(content: Element, rows: ReadonlySet<Element>): 'more' | 'all' | null {
  let all = false;
  const number = "\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+|\\d+";
  const part = new RegExp(`(${number})\\s*(?:of|von|sur|de|di|van|av|z|из|/)\\s*(?:about\\s|over\\s)?(${number})`, 'u');
  // "1–50 … 130" counts in any language.
  const range = new RegExp(`(${number})\\s*[-–—]\\s*(${number})\\D{1,20}(${number})`, 'u');
  const total = new RegExp(`(?:^|\\s|\\()(${number})(?:\\s|\\)|$)`, 'u');
  for (const { text } of pieces(content, (element) => rows.has(element) || isAside(element))) {
    if (text.length > 60 || !/\d/u.test(text)) continue;
    const of = part.exec(text);
    const between = range.exec(text);
    const shown = between ? numberIn(between[2]!) : of ? numberIn(of[1]!) : null;
    const held = between ? numberIn(between[3]!) : of ? numberIn(of[2]!) : null;
    if (shown !== null && held !== null) {
      if (held > rows.size && shown <= rows.size) return 'more';
      if (held === rows.size) all = true;
      continue;
    }
    // "14 active, 1 pending": parts that come to what is there.
    const parts = text.match(new RegExp(number, 'gu')) ?? [];
    if (parts.length > 1 && parts.reduce((sum, each) => sum + numberIn(each), 0) === rows.size) {
      all = true;
      continue;
    }
    const alone = total.exec(text);
    if (!alone || !(says('member-list', text) || says('all-users', text))) continue;
    const count = numberIn(alone[1]!);
    if (count > rows.size) return 'more';
    if (count === rows.size) all = true;
  }
  return all ? 'all' : null;
}

/** Whether the page counts its rows, and comes to as many as there are. */
export function isCounted(content: Element, rows: readonly Element[]): boolean {
  return counted(content, new Set(rows)) === 'all';
}

/**
 * Whether a list may hold more than the rows that are in the document: pages, "load more", virtual scrolling, groups that
 * are folded, counts that say more, as many rows as a page holds.
 */
export function mayHoldMore(content: Element, rows: readonly Element[]): boolean {
  const held = new Set(rows);
  const inRow = (element: Element): boolean => nearest(element, (outer) => held.has(outer), content) !== null;
  if (isUnfinished(content)) return true;
  const pages = new Set<string>();
  for (const control of findAll(content, 'button,a,[role=button],[role=link]')) {
    if (inRow(control)) continue;
    const name = nameOf(control);
    if (name === '' || name.length > 40) continue;
    if (!isOff(control) && (saysOnly('load-more', name) || saysOnly('next-page', name))) return true;
    const page = /^\D{0,12}?\b(\d{1,4})$/u.exec(name)?.[1];
    if (page !== undefined) pages.add(page);
  }
  if (pages.has('1') && pages.has('2')) return true;
  const [top] = rows;
  if (!top) return false;
  if (drawsPart(content, rows)) return true;
  const parent = parentOf(top);
  const around = parent && tag(parent) === 'tbody' ? parentOf(parent) : parent;
  if (around && findAll(around, '[aria-expanded=false]:not([aria-haspopup])').some((folded) => !inRow(folded)))
    return true;
  const total = counted(content, held);
  return total === 'more' || (total !== 'all' && pageSizes.has(rows.length));
}

/** Whether a list says, or is built as one, that draws only what is in view of it. */
export function drawsPart(content: Element, rows: readonly Element[]): boolean {
  const [top] = rows;
  if (!top) return false;
  const list = nearest(top, (element) => has(element, 'aria-rowcount'), content);
  const count = Number(list ? attr(list, 'aria-rowcount') : NaN);
  if (list && (count === -1 || count > rows.length + 1)) return true;
  const setSize = Number(attr(top, 'aria-setsize') ?? NaN);
  return setSize > rows.length || setSize === -1 || isVirtual(rows);
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
