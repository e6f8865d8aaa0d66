/** People on a page: the rows they stand in, and what each row tells of its person. */
import { emailKey, type PersonRef, samePerson } from '../domain/identity.ts';
import type { PersonReading, WorkspaceRole } from '../domain/observation.ts';
import { isAdminRole } from '../domain/roles.ts';
import {
  cellText,
  choicesIn,
  type Column,
  columnMeaning,
  columnsOf,
  columnsOfCells,
  labelledIn,
  valuePieces,
} from './columns.ts';
import { oncePerPass } from './pass.ts';
import { detailOf, halvesOf, isHead, isTableRow, type Row, rowsAround, type Spot } from './rows.ts';
import { cut, emailsIn, fieldName, type Piece, pieces, piecesWith, textOf, tidy } from './text.ts';
import {
  attr,
  childNodesOf,
  childrenOf,
  contains,
  findAll,
  first,
  has,
  isConnected,
  isElement,
  isInput,
  isSelect,
  matches,
  nearest,
  parentOf,
  previousElement,
  rawText,
  role,
  shadowRootOf,
  tag,
  walk,
} from './tree.ts';
import { meansAnything, plain, saidBy, says, saysOnly } from './words.ts';

export interface PersonRow {
  element: Element;
  /** A further box of a row that has no single one; the same person has a row of their own. */
  part: boolean;
  /** The element that shows who it is; parts of ours are placed beside it. */
  anchor: Element;
  person: PersonReading;
}

/** Parts of a page that list nobody: navigation, menus, tips; and our own host, which shows no text anyway. */
export function isAside(element: Element): boolean {
  const kind = attr(element, 'role');
  // A list to choose several from may be the list itself, with another one beside it.
  if (kind === 'listbox') return attr(element, 'aria-multiselectable') !== 'true';
  if (kind !== null && /^(?:navigation|banner|menu|tooltip|contentinfo)$/u.test(kind)) return true;
  const name = tag(element);
  if (name === 'nav' || name === 'datalist') return true;
  if (name === 'header') return isBody(parentOf(element));
  return name === 'footer' && !matches(element, ':is(article,li,section,main,[role=listitem]) footer');
}

/** Whether a list to choose from stands in the page for itself, and belongs to no field that it unfolds from. */
function isListed(element: Element): boolean {
  if (role(element) !== 'listbox' || nearest(element, isDialog)) return false;
  const id = attr(element, 'id') ?? '';
  const opens = `[role=combobox],[aria-haspopup=listbox]${id === '' ? '' : `,[aria-controls~="${CSS.escape(id)}"],[aria-owns~="${CSS.escape(id)}"]`}`;
  const around = parentOf(element) ?? element;
  return !findAll(around, opens).some((field) => !contains(element, field));
}

function isBody(element: Element | null): boolean {
  return element !== null && tag(element) === 'body';
}

/** Whether an element is a dialog, by any of the ways pages make them. */
export function isDialog(element: Element): boolean {
  return (
    (tag(element) === 'dialog' && has(element, 'open')) ||
    /^(?:dialog|alertdialog)$/u.test(role(element) ?? '') ||
    attr(element, 'aria-modal') === 'true'
  );
}

/** Whatever may be a dialog. */
const anyDialog = 'dialog,[role*=dialog i],[aria-modal=true]';

interface EmailSpot extends Spot {
  email: string;
  /** The text beside it says that it belongs to whoever invited. */
  inviter: boolean;
}

/** Tags on the way up, and the position among its siblings: what the same cell of all rows has in common. */
function placeOf(element: Element): string {
  const tags: string[] = [];
  for (let up: Element | null = element; up && tags.length < 40; up = parentOf(up)) tags.push(tag(up));
  let position = 0;
  for (let before = previousElement(element); before && position < 30; before = previousElement(before)) position += 1;
  return `${String(position)} ${tags.join(' ')}`;
}

/**
 * Addresses without those that say something else of their rows' people: "invited by boss@…" in each of them. An
 * address that stands at the same place again and again is nobody's own, where another place has one for each row.
 */
function ownAddresses(spots: EmailSpot[]): EmailSpot[] {
  const first = new Map<string, Element>();
  for (const { identity, element } of spots) if (!first.has(identity)) first.set(identity, element);
  const isOnce = ({ identity, element, inviter }: EmailSpot): boolean => !inviter && first.get(identity) === element;
  // As in most lists: then no place has one of them twice.
  if (spots.every(isOnce)) return spots;
  // Counted by elements: one that says its address in its text and in its `title` says it once.
  const places = new Map<string, { identities: Set<string>; elements: Set<Element> }>();
  const placed = spots.map((spot) => ({ spot, place: placeOf(spot.element) }));
  for (const { place, spot } of placed) {
    const held = places.get(place) ?? { identities: new Set(), elements: new Set() };
    held.identities.add(spot.identity);
    held.elements.add(spot.element);
    places.set(place, held);
  }
  const most = Math.max(0, ...[...places.values()].map((held) => held.identities.size));
  const own = placed.filter(({ place, spot }) => {
    const { identities, elements } = places.get(place)!;
    return !spot.inviter && !(identities.size < elements.size && identities.size < most);
  });
  // Nothing but addresses of that kind: then they are what the page shows.
  return own.length > 0 ? own.map(({ spot }) => spot) : spots;
}

/** Where an address may stand but in the text: tips, alternative texts, data that pages keep for their own scripts. */
const attributesWithAddress = [
  'title',
  'alt',
  'data-email',
  'data-user-email',
  'data-tooltip',
  'data-tooltip-content',
  'data-original-title',
  'data-bs-title',
  'aria-description',
  // What a web component is given.
  'email',
  'mail',
  'user-email',
  'username',
  'data-mail',
  'data-username',
  'data-login',
];

/** Fields that nobody types into: what they hold the page has written there. */
const writtenFields = 'input[readonly],input[disabled]';

const holdsAddress = [...attributesWithAddress, 'aria-label']
  .map((name) => `[${name}*="@"]`)
  .concat('a[href^="mailto:"]')
  .join(',');

/** Every e-mail address that a part of the page shows, where it shows it, in the order of the page. */
export function emailSpots(root: Element, skip: (element: Element) => boolean = isAside): EmailSpot[] {
  const spots: EmailSpot[] = [];
  const add = (element: Element, text: string): void => {
    for (const email of emailsIn(text)) {
      // "Invited by boss@…"; "ghost@… (invited)" is the invited person's own.
      const before = text.slice(0, text.indexOf(email)).trim();
      const inviter = before !== '' && before.length <= 60 && says('invited', before);
      spots.push({ element, email, identity: emailKey(email), inviter });
    }
  };
  const skipped = (element: Element): boolean =>
    nearest(element, (outer) => skip(outer) || tag(outer) === 'select', root) !== null;
  for (const element of findAll(root, holdsAddress)) {
    const label = attr(element, 'aria-label');
    // A control's label ("Remove dana@…") names a person without being their row's address; text wins below.
    const labels = label?.includes('@') && !matches(element, 'button,a,input,[role=button],[role=checkbox]');
    const texts = attributesWithAddress.map((name) => attr(element, name)).filter((text) => text?.includes('@'));
    const href = tag(element) === 'a' ? attr(element, 'href') : null;
    const address = href?.startsWith('mailto:') ? decodeURIComponentSafely(href.slice(7).split('?')[0] ?? '') : null;
    const said = [...texts, labels ? label : null, address].filter((text) => text !== null && text !== undefined);
    if (said.length > 0 && !skipped(element)) for (const text of said) add(element, tidy(text));
  }
  for (const field of findAll(root, writtenFields)) {
    if (!isInput(field) || !/^(?:text|email)$/u.test(field.type) || !field.value.includes('@')) continue;
    if (!skipped(field)) add(field, tidy(field.value));
  }
  const fromAttributes = spots.length;
  // Whole pieces, since what a search has found stands in an element of its own: "<mark>dan</mark>a@…".
  for (const piece of piecesWith('@', root, skip)) add(piece.element, piece.text);
  if (fromAttributes === 0 || fromAttributes === spots.length) return spots;
  const order = new Map<Element, number>([[root, 0]]);
  walk(root, (node) => {
    if (isElement(node)) order.set(node, order.size);
  });
  return spots.sort((one, other) => (order.get(one.element) ?? 0) - (order.get(other.element) ?? 0));
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A malformed escape is the page's; the text as it stands is the best there is.
    return text;
  }
}

/** PandaDoc's ids: 22 letters and digits, a few of 20 to 24 (api.md, section 2.3). */
const idIn = /\/(users?|people|members?|memberships?)\/([A-Za-z0-9]{20,24})(?![A-Za-z0-9])/u;

function idsIn(boxes: readonly Element[]): { userId: string | null; membershipId: string | null } {
  const ids: { userId: string | null; membershipId: string | null } = { userId: null, membershipId: null };
  const holders = 'a[href],img[src],source[srcset],image[href],[style*="url("]';
  for (const element of boxes.flatMap((box) => findAll(box, holders))) {
    const where = `${attr(element, 'href') ?? ''} ${attr(element, 'src') ?? ''} ${attr(element, 'srcset') ?? ''} ${attr(element, 'style') ?? ''}`;
    const match = idIn.exec(where);
    if (!match) continue;
    if (/^member/u.test(match[1]!)) ids.membershipId ??= match[2]!;
    else ids.userId ??= match[2]!;
  }
  return ids;
}

function isDateOrNumber(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  const digits = text.replace(/[^\p{N}]/gu, '').length;
  return letters === 0 || digits > letters;
}

/** What a text may say that stands where a name stands. */
const noNames = ['role-name', 'licence-name', 'invited', 'select-all', 'load-more', 'loading', 'you'] as const;

function couldBeName(text: string): boolean {
  if (text.length < 2 || text.length > 160 || emailsIn(text).length > 0 || text.includes('@')) return false;
  // "DR" before "Dana Reyes" is an avatar, not a name.
  if (isDateOrNumber(text) || /^(?:\p{Lu}{1,3}|\p{Script=Latin}{1,2})$/u.test(text)) return false;
  if (/^(?:\p{Lu}[\s.]){1,3}$/u.test(`${text} `)) return false;
  if (columnMeaning(text) !== null) return false;
  const said = saidBy(text);
  if (said.size > 0 && noNames.some((meaning) => said.has(meaning))) return false;
  if (/^\(?\s*$/u.test(text)) return false;
  return !(says('remove', text) && text.split(' ').length <= 3);
}

/** "Dana Reyes (you)" → "Dana Reyes". */
function withoutYou(text: string): string {
  if (!/[)\]]\s*$/u.test(text)) return text.trim();
  return text
    .replace(/\s*[([]\s*([^)\]]*)\s*[)\]]\s*$/u, (all, inner: string) => (saysOnly('you', inner) ? '' : all))
    .trim();
}

const withTitle = '[title],[data-tooltip]';

function titleOf(element: Element): string | null {
  return attr(element, 'title') ?? attr(element, 'data-tooltip');
}

/** The whole of a text that is shown shortened: the title that it stands under itself, or that of a box around it. */
function whole(piece: Piece, row: Element): string {
  const shown = piece.text.replace(/(?:…|\.\.\.)$/u, '');
  const around: Element[] = [];
  for (let element: Element | null = piece.element; element && around.length < 3; element = parentOf(element)) {
    around.push(element);
    if (element === row) break;
  }
  const own = findAll(piece.element, withTitle).filter((element) => textOf(element) === piece.text);
  for (const element of [...own, ...around]) {
    const title = titleOf(element);
    if (title && title.length >= shown.length && plain(title).startsWith(plain(shown))) return cut(title).trim();
  }
  return piece.text;
}

/** "Dana Reyes (dana@a.example)", "Dana Reyes – dana@a.example" → "Dana Reyes". */
function withoutEmail(text: string): string {
  const email = emailsIn(text)[0];
  if (email === undefined || text.length > 160) return text;
  const rest = text.replace(email, ' ').replace(/[<>()[\]]/gu, ' ');
  return rest.replace(/^[\s,;:|·•–—-]+|[\s,;:|·•–—-]+$/gu, '').replace(/\s+/gu, ' ');
}

function nameFrom(candidates: readonly Piece[], row: Element): { name: string; element: Element } | null {
  const names = candidates
    .map((piece) => ({ name: withoutYou(withoutEmail(whole(piece, row))), element: piece.element }))
    .filter((candidate) => couldBeName(candidate.name));
  // Scripts without capitals have initials, too: what another text's words begin with is no name.
  return names.find(({ name }) => !names.some((other) => areInitials(name, other.name))) ?? null;
}

function areInitials(short: string, name: string): boolean {
  const words = name.split(/\s+/u);
  const letters = words.map((word) => [...word][0] ?? '').join('');
  return [...short].length <= 3 && name !== short && plain(letters).startsWith(plain(short)) && words.length > 1;
}

function avatarName(boxes: readonly Element[]): string | null {
  for (const image of boxes.flatMap((box) => findAll(box, 'img[alt],[role=img][aria-label]'))) {
    const text = withoutEmail(tidy(attr(image, 'alt') ?? attr(image, 'aria-label') ?? ''));
    if (couldBeName(text) && !/avatar|photo|logo|icon/iu.test(text)) return withoutYou(text);
  }
  return null;
}

/** Of several roles the one that counts: Admin where it is among them, else all of them. */
function oneRole(texts: readonly string[]): string | null {
  const named = texts.filter((text) => saysOnly('role-name', text));
  const said = named.length > 0 ? named : texts;
  return said.find(isAdminRole) ?? (said.length > 0 ? [...new Set(said)].join(', ') : null);
}

function roleIn(row: Element, cell: Element | undefined, found: readonly Piece[]): string | null {
  const choices = choicesIn(cell ?? row);
  if (cell) return oneRole(choices.length > 0 ? [choices[0]!.text] : valuePieces(cell).map((piece) => piece.text));
  const chosen = choices.find(
    ({ field, text }) =>
      saysOnly('role-name', text) ||
      says('role', fieldName(field)) ||
      (isSelect(field) && [...field.options].some((option) => saysOnly('role-name', option.text))),
  );
  if (chosen) return chosen.text;
  return oneRole(found.map((piece) => piece.text).filter((text) => saysOnly('role-name', text)));
}

/** "EMEA Sales (Admin)", "EMEA Sales – Admin": a workspace and the role there. */
function workspaceRole(text: string): WorkspaceRole {
  const match = /^(.*?)\s*(?:[([:–—-]|\s·)\s*([^()[\]]+?)\s*[)\]]?$/u.exec(text);
  return match && match[1]! !== '' && saysOnly('role-name', match[2]!)
    ? { name: match[1]!, role: match[2]! }
    : { name: text, role: null };
}

function workspacesIn(cell: Element | undefined): WorkspaceRole[] | null {
  if (!cell) return null;
  const names = valuePieces(cell)
    .flatMap((piece) => whole(piece, cell).split(/\s*[,;•|]\s*/u))
    .map((name) => name.trim())
    // "3 workspaces", "+2" count and do not name.
    .filter((name) => name !== '' && !/^\+?\d+(?:\s+\p{L}+)?$/u.test(name) && !saysOnly('workspaces', name));
  return names.length > 0 ? names.map(workspaceRole) : null;
}

/** "Reyes, Dana" → "Dana Reyes"; "Dana Reyes, PhD" stays. */
function inOrder(name: string): string {
  const match = /^([^,]+),\s*([^,]+)$/u.exec(name);
  if (!match || match[1]!.split(' ').length > 3 || match[2]!.split(' ').length > 3) return name;
  return /^(?:jr|sr|ph\.?\s?d|m\.?d|mba|esq|inc|llc|ltd|gmbh|[ivx]+)\.?$/iu.test(match[2]!)
    ? name
    : `${match[2]!} ${match[1]!}`;
}

/** Whose address says "invited" need not be. */
function isAddress(text: string): boolean {
  return text.includes('@') && !text.includes(' ');
}

/** "Invited by Dana" says who asked them in, not that they have not come yet. */
export const bySomebody = /(?<!\p{L})(?:by|von|durch|par|por|door|av|da|przez)(?!\p{L})/iu;

type Read = WeakMap<Element, { signature: string; row: PersonRow | null }>;

/** Rows in one box, and rows in several: a half of one may have been read for itself before. */
const caches: readonly [Read, Read] = [new WeakMap(), new WeakMap()];

/** What is understood of a row hangs on its texts, titles and fields. */
function signatureOf(boxes: readonly Element[]): string {
  let fields = '';
  for (const box of boxes) {
    for (const titled of findAll(box, withTitle)) fields += `|${titleOf(titled) ?? ''}`;
    for (const field of first(box, 'select,input[readonly],[aria-selected]') ? choicesIn(box) : [])
      fields += `|${field.text}`;
    fields += `|${rawText(box)}`;
  }
  return fields;
}

/** Columns of all boxes of a row, by their headers or by labels of their own. */
function columnsIn(boxes: readonly Element[], found: readonly Piece[]): Map<Column, Element> {
  const cells = boxes.length > 1 && !isTableRow(boxes[0]!);
  const side = cells ? columnsOfCells(boxes) : new Map<Column, Element>();
  for (const box of cells ? [] : boxes)
    for (const [column, cell] of columnsOf(box)) if (!side.has(column)) side.set(column, cell);
  // Nothing in it is a label of anything: then it need not be looked for.
  if (side.size === 0 && found.some(({ text }) => columnMeaning(text) !== null))
    for (const box of boxes) for (const [column, cell] of labelledIn(box)) side.set(column, cell);
  return side;
}

/** Reads one row. `email` is the address that the row was found by, `null` in lists that show none. */
function readRow(
  boxes: readonly Element[],
  row: Element,
  email: string | null,
  spot: Element | null,
): PersonRow | null {
  // Who it leads to, and whom its pictures show: all that tells namesakes apart may stand in no text.
  const ids = idsIn(boxes);
  const pictured = avatarName(boxes);
  const signature = [email, ids.userId, ids.membershipId, pictured, signatureOf(boxes)].join('|');
  const cache = caches[boxes.length > 1 ? 1 : 0];
  const known = cache.get(row);
  if (known && known.signature === signature && (known.row === null || isConnected(known.row.anchor))) return known.row;
  const found = boxes.flatMap((box) =>
    pieces(box, (element) => matches(element, 'select,[role=menu],[role=listbox],legend')),
  );
  const columns = columnsIn(boxes, found);
  const nameCell = columns.get('name') ?? columns.get('given-name');
  const inName = nameCell
    ? found.filter((piece) => nearest(piece.element, (element) => element === nameCell, row))
    : [];
  // What stands under another header is that, and nobody's name: a custom role is any text.
  const others = [...columns].filter(([column]) => column !== 'name' && column !== 'email').map(([, cell]) => cell);
  const elsewhere = (piece: Piece): boolean =>
    nearest(piece.element, (element) => others.includes(element), row) !== null;
  const named =
    nameFrom(inName, row) ??
    (nameCell && email === null
      ? null
      : (nameFrom(
          found.filter((piece) => !elsewhere(piece)),
          row,
        ) ??
        nameFrom(
          boxes
            .flatMap((box) => choicesIn(box))
            .flatMap(({ field, text }) => (isInput(field) ? [{ text, element: field }] : [])),
          row,
        )));
  const given = columns.get('given-name');
  const family = columns.get('family-name');
  const whole = given && family ? `${cellText(given)} ${cellText(family)}`.trim() : '';
  const name = whole !== '' && couldBeName(whole) ? whole : (named?.name ?? pictured);
  if (email === null && name === null) {
    cache.set(row, { signature, row: null });
    return null;
  }
  const licenceCell = columns.get('licence');
  const reading: PersonRow = {
    element: row,
    part: false,
    anchor: named?.element ?? spot ?? row,
    person: {
      pandadocId: ids.userId,
      membershipId: ids.membershipId,
      email,
      name: name === null ? null : inOrder(name),
      role: roleIn(row, columns.get('role'), found),
      license: licenceCell
        ? (choicesIn(licenceCell)[0]?.text ?? cellText(licenceCell)) || null
        : (found.find((piece) => saysOnly('licence-name', piece.text))?.text ?? null),
      invited: found.some(
        ({ text }) => text.length <= 40 && !isAddress(text) && says('invited', text) && !bySomebody.test(text),
      ),
      you: found.some((piece) => saysOnly('you', piece.text) || withoutYou(piece.text) !== piece.text),
      workspaces: workspacesIn(columns.get('workspaces') ?? columns.get('workspace')),
    },
  };
  cache.set(row, { signature, row: reading });
  return reading;
}

/** The address that a row is about: the one in the column of addresses, where it shows somebody else's as well. */
function addressOf(row: Row<EmailSpot>): EmailSpot {
  if (!row.several || !isTableRow(row.element)) return row.spot;
  const cell = columnsOf(row.element).get('email');
  return (cell && emailSpots(cell)[0]) ?? row.spot;
}

/** Whether anything but an address and words says that a box lists somebody. */
function showsListing({ element, person }: PersonRow): boolean {
  return (
    isTableRow(element) ||
    person.role !== null ||
    person.license !== null ||
    person.invited ||
    person.you ||
    person.pandadocId !== null ||
    person.membershipId !== null ||
    findAll(
      element,
      'button,select,input,img,svg,canvas,[role=button],[role=img],[role=checkbox],[aria-haspopup],[tabindex]',
    ).length > 0
  );
}

/** "Questions? Write to support@…": an address in running text is mentioned, not listed. */
function withoutMentions(rows: PersonRow[]): PersonRow[] {
  const bare = new Set(
    rows.filter(
      (row) => !showsListing(row) && !rows.some((other) => other !== row && isAlike(other.element, row.element)),
    ),
  );
  if (bare.size === 0) return rows;
  return rows.filter((row) => {
    if (!bare.has(row)) return true;
    const running = findAll(row.element, '*')
      .concat(row.element)
      .some((element) => emailsIn(rawText(element)).length > 0 && childNodesOf(element).some(isWords));
    return !running && (row.person.name !== null || bare.size === rows.length);
  });
}

/** Whether two boxes stand side by side and are built alike: a "load more" box or a divider is not a person. */
function isAlike(one: Element, other: Element): boolean {
  return (
    parentOf(one) === parentOf(other) &&
    tag(one) === tag(other) &&
    role(one) === role(other) &&
    Math.abs(childrenOf(one).length - childrenOf(other).length) <= 1
  );
}

/** Text of more than an address that lies directly in an element. */
function isWords(node: Node): boolean {
  if (node.nodeType !== Node.TEXT_NODE) return false;
  const text = node.nodeValue ?? '';
  return /\p{L}{2,}/u.test(emailsIn(text).reduce((rest, email) => rest.replace(email, ' '), text));
}

/** So far above a row its list may be: libraries wrap each row in a box or two of its own. */
const wrappers = 5;

/** Boxes beside known rows that are built alike but show no address (an avatar and a name), with what they stand beside. */
function siblingsAlike(rows: readonly { element: Element }[]): Map<Element, Element> {
  const held = new Map<Element, number>();
  for (const { element } of rows) {
    for (let up: Element | null = element, climb = 0; up && climb <= wrappers; up = parentOf(up), climb += 1)
      held.set(up, (held.get(up) ?? 0) + 1);
  }
  const models = new Map<Element, Element>();
  for (const { element } of rows) {
    let model = element;
    let list = parentOf(model);
    for (let climb = 0; list && climb < wrappers; climb += 1) {
      if (!models.has(list)) models.set(list, model);
      if (held.get(list) !== 1 || rows.length < 2) break;
      model = list;
      list = parentOf(list);
    }
  }
  const extra = new Map<Element, Element>();
  for (const [list, model] of models) {
    for (const child of childrenOf(list)) {
      if (held.has(child) || (childrenOf(child).length === 0 && !shadowRootOf(child)) || isHead(child)) continue;
      if (isAlike(child, model)) extra.set(child, model);
    }
  }
  return extra;
}

/** Whether a list is one of steps, or of other ways: one is where the page stands, or most are words of settings. */
const isOfWays = oncePerPass((list: Element): boolean => {
  if (first(list, '[aria-current]')) return true;
  const items = childrenOf(list).map((item) => pieces(item).filter(({ text }) => /\p{L}/u.test(text)));
  // Beside a name, a role says what somebody is.
  const ways = items.filter(([text, more]) => text && !more && text.text.length <= 40 && meansAnything(text.text));
  return items.length > 1 && ways.length > items.length / 2;
});

/** What half of the rows say, or more, is a label of theirs ("Details", "Select user"), and nobody's name. */
function withoutLabels(rows: readonly PersonRow[], parts: Map<PersonRow, readonly Element[]>): PersonRow[] {
  const count = new Map<string, number>();
  for (const { person } of rows) if (person.name !== null) count.set(person.name, (count.get(person.name) ?? 0) + 1);
  const labels = new Set([...count].filter(([, times]) => times > 2 && times >= rows.length / 2).map(([name]) => name));
  if (labels.size === 0) return [...rows];
  return rows.flatMap((row) => {
    if (!labels.has(row.person.name ?? '')) return [row];
    if (row.person.email === null && row.person.pandadocId === null) return [];
    const changed = { ...row, person: { ...row.person, name: null } };
    const boxes = parts.get(row);
    if (boxes) parts.set(changed, boxes);
    return [changed];
  });
}

/** Rows that show a name and no address, each with the boxes that frozen columns make of it. */
function joined(rows: readonly PersonRow[], parts: Map<PersonRow, readonly Element[]>): PersonRow[] {
  const bare = rows.filter(({ person }) => person.email === null).map(({ element }) => element);
  const whose = new Map(rows.map(({ element, person }) => [element, person]));
  const inParts = new Set([...parts.values()].flat());
  // What looks like a name beside a column of names is something else.
  const isNamed = (row: Element): boolean => columnsOf(row).has('name');
  const halves = halvesOf(bare, (row, other) => {
    const person = whose.get(other);
    return (
      inParts.has(other) || (!!person && !samePerson(person, whose.get(row)!) && (!isNamed(row) || isNamed(other)))
    );
  });
  const others = new Set([...halves.values()].flat());
  return rows.flatMap((row) => {
    if (others.has(row.element)) return [];
    const more = halves.get(row.element);
    const boxes = [...(parts.get(row) ?? [row.element]), ...(more ?? [])];
    const whole = more ? readRow(boxes, row.element, null, null) : null;
    if (whole) parts.set(whole, boxes);
    return [whole ?? row];
  });
}

/**
 * The people that a part of the page lists.
 *
 * @param root the page's content
 * @param namesOnly also take table rows and list items that show a name and no address; only where it is clear that the
 *   list is one of people
 */
export function peopleIn(root: Element, namesOnly: boolean): PersonRow[] {
  const found = peopleAt(root, emailSpots(root), namesOnly);
  if (found.length > 0 || !findAll(root, '[role=listbox]').some(isListed)) return found;
  // A list to choose from may be all that lists anybody.
  return peopleAt(
    root,
    emailSpots(root, (element) => isAside(element) && !isListed(element)),
    namesOnly,
  );
}

function peopleAt(root: Element, all: EmailSpot[], namesOnly: boolean): PersonRow[] {
  const dialogs = new Map<Element, number>();
  let spots = all;
  if (isDialog(root) || findAll(root, anyDialog).some(isDialog)) {
    const dialogOf = (element: Element): Element | null => nearest(element, isDialog, root);
    for (const spot of spots) {
      const dialog = dialogOf(spot.element);
      if (dialog) dialogs.set(dialog, (dialogs.get(dialog) ?? 0) + 1);
    }
    // A dialog that names one or two people asks about them; only settings shown in a dialog list more.
    spots = spots.filter((spot) => (dialogs.get(dialogOf(spot.element) ?? root) ?? 3) >= 3);
  }
  let rows = rowsAround(root, ownAddresses(spots));
  // One address in several boxes that are no rows of anything: the page is about one person, and says so more than once.
  if (
    new Set(rows.map((row) => row.spot.identity)).size === 1 &&
    !rows.some(
      (row) => isTableRow(row.element) || isAlike(row.element, rows.find((other) => other !== row)?.element ?? root),
    )
  )
    rows = rows.slice(0, 1);
  let read: PersonRow[] = [];
  const parts = new Map<PersonRow, readonly Element[]>();
  for (const row of rows) {
    if (isTableRow(row.element) && isHead(row.element)) continue;
    const own = addressOf(row);
    const person = readRow(row.parts, row.element, own.email, own.element);
    if (!person) continue;
    read.push(person);
    if (row.parts.length > 1) parts.set(person, row.parts);
  }
  read = withoutMentions(read);
  const inParts = new Set(rows.flatMap((row) => row.parts));
  const more =
    rows.length > 1
      ? [...siblingsAlike(rows).keys()].filter((element) => !inParts.has(element))
      : namesOnly && read.length === 0
        ? findAll(root, 'tbody tr,[role=row],li,[role=listitem],article').filter(
            (element) =>
              !nearest(element, isAside, root) &&
              (isTableRow(element) || !isOfWays(parentOf(element) ?? root)) &&
              !first(element, 'th:not([scope=row]),[role=columnheader]') &&
              !first(element, 'li,tr,[role=row],[role=listitem]'),
          )
        : [];
  for (const element of more) {
    const detail = detailOf(element);
    const boxes = detail ? [element, detail] : [element];
    const person = readRow(boxes, element, null, null);
    if (!person) continue;
    read.push(person);
    if (detail) parts.set(person, boxes);
  }
  return joined(withoutLabels(read, parts), parts)
    .filter((row) => isConnected(row.element))
    .flatMap((row) => [
      row,
      ...(parts.get(row) ?? [])
        .filter((element) => element !== row.element)
        .map((element) => ({ ...row, element, part: true })),
    ]);
}

/** What a text tells of a person: an address if there is one, a name otherwise. */
export function refOf(text: string): PersonRef | null {
  const email = emailsIn(text)[0] ?? null;
  const name = withoutYou(
    text
      .replace(email ?? '', '')
      .replace(/[<>()]/gu, ' ')
      .trim(),
  );
  if (!email && !couldBeName(name)) return null;
  return { pandadocId: null, email, name: couldBeName(name) ? name : null };
}

/** How many rows stand beside what was read that are built like it, can be acted on or hold as many cells, and say nothing. */
export function unreadBeside(read: readonly { element: Element; part?: boolean }[]): number {
  const rows = new Set(read.map((row) => row.element));
  let unread = 0;
  for (const [element, model] of siblingsAlike(read.filter((row) => !row.part))) {
    if (rows.has(element)) continue;
    const acts = first(element, 'button,select,[role=button],[aria-haspopup]') !== null;
    const cells = isTableRow(element) && childrenOf(element).length === childrenOf(model).length;
    if (acts || ((cells || !isTableRow(element)) && /\p{L}/u.test(rawText(element)))) unread += 1;
  }
  return unread;
}

/** Text of an element for messages about people, without controls. */
export function plainTextOf(element: Element): string {
  return textOf(element, (inner) => matches(inner, 'select,[role=listbox]'));
}
