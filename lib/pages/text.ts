/**
 * Reading texts of the page. Everything here goes through `cut()` first: text that looks like a key is taken out before
 * anything else sees it, so that a revealed key is never read (surface.md, "What is never done").
 */
import { oncePerPass } from './pass.ts';
import {
  attr,
  byId,
  contains,
  findAll,
  isElement,
  isSilent,
  matches,
  onlyText,
  parentOf,
  tag,
  textsWith,
  walk,
} from './tree.ts';

/** What stands where something key-like was cut out. Never stored; tells a reader that a secret is shown there. */
export const cutMark = '\u{fffd}';

/**
 * Keys are 40 letters and digits; ids have 22. Shorter runs that mix letters and digits are cut as well, to be safe; and
 * so are parts of a key, as a page may write it in groups or in several elements: runs of hexadecimal digits.
 */
export function cut(text: string): string {
  // Too short for any part of a key, as most texts of a page are.
  if (text.length < 16) return text;
  return text
    .replace(/[A-Za-z0-9]{32,}/gu, (run) => (run.length >= 40 || /\d/u.test(run) ? cutMark : run))
    .replace(
      /(?<![A-Za-z0-9])(?:[0-9a-f]{16,}|[0-9A-F]{16,}|[0-9a-f]{4,}(?:[ -][0-9a-f]{4,}){4,})(?![A-Za-z0-9])/gu,
      (run) => (/[a-f]/iu.test(run) && /\d/u.test(run) ? cutMark : run),
    );
}

/** Signs that show nothing; they must go before keys are looked for, since they can stand inside of one. */
const invisible = /(?![\t\n\f\r])[\p{Cc}\p{Cf}]/gu;

const printable = /^[\x20-\x7e]*$/u;

/** "Admin ▾": a mark that a list opens below says nothing, and would keep the word from being known. */
const opensBelow = /(?<=\S)\s*[▾▿▼▽⏷⌄˅🞃]\ufe0e?\s*$/u;

/** A text as everything else gets it: without keys, invisible signs and marks of lists, blanks as one. */
export function tidy(text: string): string {
  if (printable.test(text)) return cut(text).replace(/ {2,}/gu, ' ').trim();
  return cut(text.replace(invisible, '')).replace(opensBelow, '').replace(/\s+/gu, ' ').trim().toWellFormed();
}

/** Elements that continue the text around them; every other boundary separates one piece of text from the next. */
const inlineTags = new Set(['b', 'strong', 'em', 'i', 'mark', 'u', 'wbr', 'bdi', 'bdo', 'font']);

function isInline(element: Element): boolean {
  if (!inlineTags.has(tag(element))) return false;
  // `<b>` drawn as a box of its own, or as a cell, ends a piece like any other; what is not drawn at all has no style.
  return /^(?:inline.*|contents|)$/u.test(getComputedStyle(element).display);
}

const addressStart = /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u;
const addressEnd = /@[\p{L}\p{N}.-]+\.\p{L}{2,}$/u;

/**
 * Whether two texts that touch are two all the same: `<b>Dana Reyes</b>dana@…`, `dana@a.example<i>Admin</i>`. What a
 * search has found cuts an address too (`<b>da</b>na@…`), so only what no address looks like separates: a name of several
 * words, another script, a capital where the address has none.
 *
 * @param left the text since the last border of an element, which ends where `right` begins
 */
function separates(left: string, right: string): boolean {
  if (addressEnd.test(left)) return /\p{Ll}$/u.test(left) && /^[\p{Lu}\p{Lo}]/u.test(right);
  if (!addressStart.test(right)) return false;
  const word = /[\p{L}\p{M}'’.-]+$/u.exec(left)?.[0] ?? '';
  if (word === '') return false;
  if (/\P{ASCII}$/u.test(word) && /^[\x20-\x7e]/u.test(right)) return true;
  const local = right.slice(0, right.indexOf('@'));
  if (/^\p{Lu}/u.test(local)) return false;
  const several = /\p{L}\s+\S+$/u.test(left);
  return /^\p{Lu}[^\p{Lu}]*\p{L}{2}/u.test(word) && (several || local.toLowerCase().includes(word.toLowerCase()));
}

export interface Piece {
  text: string;
  /** The element that the text stands in. */
  element: Element;
}

/**
 * @param own only of the element's own text, not of the boxes in it
 * @param told which piece a text belongs to, by its place among those that are returned
 */
function gather(
  root: Element,
  skip: ((element: Element) => boolean) | undefined,
  own = false,
  told?: (text: Node, at: number) => void,
): Piece[] {
  const found: Piece[] = [];
  let open: { text: string; element: Element } | null = null;
  const close = (): void => {
    if (open) {
      const text = tidy(open.text);
      if (text !== '') found.push({ text, element: open.element });
    }
    open = null;
  };
  let lastBlock: Element | null = null;
  // The element that the last text lay in directly, and what of the open piece lay in it without a border between.
  let lastParent: Element | null = null;
  let unbroken = '';
  walk(root, (node) => {
    if (isElement(node)) {
      if (skip?.(node)) return false;
      const inline = isInline(node);
      if (!inline) close();
      // Options of a closed select are not shown; its value is read from the control.
      return (inline || !own) && tag(node) !== 'select';
    }
    const raw = node.nodeValue ?? '';
    const parent = parentOf(node);
    let block = parent;
    while (block && block !== root && isInline(block)) block = parentOf(block);
    if (!block) return;
    if (open && block !== lastBlock) close();
    lastBlock = block;
    if (open && parent !== lastParent) {
      // A search marks what it has found, in whatever it stands.
      const marks = [parent, lastParent].some((element) => element !== null && tag(element) === 'mark');
      if (!marks && separates(unbroken, raw)) close();
      unbroken = '';
    }
    unbroken = open ? unbroken + raw : raw;
    lastParent = parent;
    open = open ? { text: open.text + raw, element: open.element } : { text: raw, element: block };
    told?.(node, found.length);
    return;
  });
  close();
  return found;
}

/**
 * The pieces of text that an element shows, in order. What is hidden from everyone (`hidden`, `aria-hidden` on text,
 * closed menus) is not left out here: reading a hidden row is harmless, deciding on one is the caller's business.
 */
export function pieces(root: Element, skip?: (element: Element) => boolean): Piece[] {
  const only = onlyText(root);
  if (only === null) return gather(root, skip);
  const text = tidy(only);
  return text === '' ? [] : [{ text, element: root }];
}

/** The pieces of an element that a sign stands in: of thousands of texts only those are looked at. */
export function piecesWith(sign: string, root: Element, skip: (element: Element) => boolean): Piece[] {
  const texts = textsWith(sign, root);
  if (!texts) return pieces(root, skip).filter(({ text }) => text.includes(sign));
  const found = new Set<Piece>();
  const leftOut = new Map<Element, boolean>([[root, false]]);
  const isLeftOut = (element: Element): boolean => {
    const way: Element[] = [];
    let known: boolean | undefined;
    for (let up: Element | null = element; up; up = parentOf(up)) {
      known = leftOut.get(up);
      if (known === undefined && (isSilent(up) || tag(up) === 'select' || skip(up))) known = true;
      if (known !== undefined) {
        leftOut.set(up, known);
        break;
      }
      way.push(up);
    }
    for (const each of way) leftOut.set(each, known ?? false);
    return known ?? false;
  };
  const blocks = new Map<Element, { pieces: Piece[]; at: Map<Node, number> }>();
  for (const text of texts) {
    let block = parentOf(text);
    if (!block || isLeftOut(block)) continue;
    while (block && block !== root && isInline(block)) block = parentOf(block);
    if (!block) continue;
    let read = blocks.get(block);
    if (!read) {
      const at = new Map<Node, number>();
      read = { pieces: gather(block, skip, true, (node, index) => at.set(node, index)), at };
      blocks.set(block, read);
    }
    const piece = read.pieces[read.at.get(text) ?? -1];
    if (piece?.text.includes(sign)) found.add(piece);
  }
  return [...found];
}

/** All text that an element shows, pieces joined by blanks. */
export function textOf(root: Element, skip?: (element: Element) => boolean): string {
  return pieces(root, skip)
    .map((piece) => piece.text)
    .join(' ');
}

function byIds(element: Element, ids: string): string {
  return (
    ids
      .split(/\s+/u)
      .map((id) => (id === '' ? null : byId(element, id)))
      // React Aria names a cross by itself and by what it stands on: each by its own label first.
      .map((labelled) => (labelled ? tidy(attr(labelled, 'aria-label') ?? '') || textOf(labelled) : ''))
      .filter((text) => text !== '')
      .join(' ')
  );
}

/** Icon markup says what it shows: Material's `DeleteIcon`, Font Awesome's `trash-can`, a sprite's `#icon-remove`. */
export function iconWords(element: Element): string {
  const words: string[] = [];
  walk(element, (node) => {
    if (!isElement(node)) return;
    const name = tag(node);
    if (name === 'use') words.push(attr(node, 'href') ?? attr(node, 'xlink:href') ?? '');
    if (name === 'svg' || name === 'i' || name === 'span' || name === 'img' || name.includes('icon')) {
      for (const from of ['data-icon', 'data-testid', 'data-lucide', 'icon', 'name', 'class'])
        words.push(attr(node, from) ?? '');
    }
  });
  return words
    .join(' ')
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .replace(/[^\p{L}]+/gu, ' ')
    .toLowerCase();
}

const binIcon = /\b(?:trash|delete|remove|bin|dustbin|wastebasket|user ?minus|person ?remove)\b/u;

/**
 * What a control is called, for people and assistive technology: label, text, value, title, alternative text; for a
 * control that has none of these, the meaning of its icon (`"remove"` for a bin), since a nameless bin still removes.
 */
export const nameOf: (element: Element) => string = oncePerPass((element) => {
  const labelledBy = attr(element, 'aria-labelledby');
  const labelled = labelledBy ? byIds(element, labelledBy) : '';
  if (labelled !== '') return labelled;
  const label = tidy(attr(element, 'aria-label') ?? '');
  if (label !== '') return label;
  if (matches(element, 'input[type=submit],input[type=button],input[type=reset]')) {
    const value = tidy(attr(element, 'value') ?? '');
    if (value !== '') return value;
  }
  const text = textOf(element);
  // A sign is no name, if something else is.
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  const title = tidy(attr(element, 'title') ?? attr(element, 'alt') ?? attr(element, 'data-tooltip') ?? '');
  if (title !== '') return title;
  let inner = '';
  walk(element, (node) => {
    if (inner !== '' || !isElement(node)) return;
    inner = tidy(attr(node, 'aria-label') ?? attr(node, 'title') ?? attr(node, 'alt') ?? '');
  });
  if (inner !== '') return inner;
  return text.includes('🗑') || binIcon.test(iconWords(element)) ? 'remove' : text;
});

/** The label of a form field: its own name, or the text of its `<label>`. */
export function fieldName(field: Element): string {
  const own = attr(field, 'aria-labelledby') ?? attr(field, 'aria-label');
  if (own !== null) {
    const name = nameOf(field);
    if (name !== '') return name;
  }
  const labels = [...((field as HTMLInputElement).labels ?? [])];
  if (labels.length > 0) {
    const text = tidy((labels.length > 1 ? ownOf(labels, field) : labels).map((label) => textOf(label)).join(' '));
    if (text !== '') return text;
  }
  return nameOf(field);
}

/** Fields that share an id by mistake leave all their labels to the first of them: its own stand where no other field does. */
function ownOf(labels: readonly Element[], field: Element): readonly Element[] {
  let line = field;
  for (let up = parentOf(field); up && findAll(up, 'input,select,textarea').length <= 1; up = parentOf(up)) line = up;
  const own = labels.filter((label) => contains(line, label));
  return own.length > 0 ? own : labels;
}

const emailPattern = /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}]{2,}/gu;

/** E-mail addresses in a text, as written. A truncated one ("dana@north…") is none. */
export function emailsIn(text: string): string[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(emailPattern)]
    .filter((match) => !/^[…]|^\.\.\./u.test(text.slice(match.index + match[0].length)))
    .map((match) => match[0].replace(/^['.]+|[.']+$/gu, ''));
}
