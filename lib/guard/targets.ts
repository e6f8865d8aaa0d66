/** Who an action is about: the people of the row, the dialog, the detail page or the selection (product.md, "The guard"). */
import { emailKey, nameKey, type PersonRef, samePerson } from '../domain/identity.ts';
import type { PersonReading } from '../domain/observation.ts';
import { drawsPart, mayHoldMore, type Page } from '../pages/page.ts';
import { bySomebody, emailSpots, isDialog, type PersonRow } from '../pages/people.ts';
import { isGrid } from '../pages/rows.ts';
import { emailsIn, nameOf, pieces, textOf } from '../pages/text.ts';
import {
  attr,
  boxOf,
  contains,
  findAll,
  isConnected,
  matches,
  nearest,
  nextElement,
  parentOf,
  previousElement,
} from '../pages/tree.ts';
import { says, without } from '../pages/words.ts';
import { expandedRow, type Memory, rowOfMenu } from './memory.ts';
import { choosable, isChosen } from './settings.ts';
import { holdersOf, type Surface } from './surface.ts';
import type { View } from './view.ts';

const unknownPerson: PersonReading = {
  pandadocId: null,
  email: null,
  name: null,
  membershipId: null,
  role: null,
  license: null,
  invited: false,
  you: false,
  workspaces: null,
};

function asReading(ref: PersonRef): PersonReading {
  return { ...unknownPerson, ...ref };
}

/** The text of a dialog without the fields in which somebody else is chosen ("Reassign documents to …"). */
export function dialogText(dialog: Element): string {
  return textOf(dialog, (element) =>
    matches(element, 'select,option,[role=listbox],[role=combobox],[role=option],datalist'),
  );
}

function nameStandsIn(name: string, text: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ');
}

function unique(people: readonly PersonReading[]): PersonReading[] {
  return people.filter((person, index) => people.findIndex((other) => samePerson(other, person)) === index);
}

/** People whom a dialog names, among those that the page shows or that are meant already; and addresses nobody showed. */
export function namedIn(dialog: Element, candidates: readonly PersonReading[]): PersonReading[] {
  const text = dialogText(dialog);
  const folded = nameKey(text);
  const emails = new Set(emailsIn(text).map(emailKey));
  const named = candidates.filter(
    (person) =>
      (person.email !== null && emails.has(emailKey(person.email))) ||
      (person.name !== null && nameStandsIn(nameKey(person.name), folded)),
  );
  const known = new Set(named.map((person) => (person.email === null ? '' : emailKey(person.email))));
  const strangers = [...emails]
    .filter((email) => !known.has(email))
    .map((email) => asReading({ pandadocId: null, email, name: null }));
  return unique([...named, ...strangers]);
}

function isSelected(person: PersonReading, memory: Memory): boolean {
  return memory.selected.some((other) => samePerson(other, person));
}

/**
 * Those whom a control acts on that is about the selection. Some libraries forget whom they do not show any more: then the
 * one number beside the control is that of those who are shown.
 */
function selectedBeside(control: Element, rows: readonly PersonRow[], memory: Memory): PersonReading[] {
  const { selected } = memory;
  const shown = selected.filter((person) => rows.some((row) => samePerson(row.person, person)));
  if (shown.length === selected.length) return selected;
  const [count, ...others] = new Set(numbersBeside(control, new Set(rows.map((row) => row.element))));
  return count === shown.length && count > 0 && others.length === 0 ? shown : selected;
}

/** Whether a control stands outside of every row. */
function isOutside(control: Element, rows: readonly PersonRow[]): boolean {
  return (
    isConnected(control) && !rows.some((row) => contains(row.element, control)) && rowBeside(control, rows) === null
  );
}

/** Whether more are selected than the page draws: every one of a list, or as many as a question says. */
export function selectsMore(control: Element, surface: Surface, view: View, selected: number): boolean {
  const content = view.page.content;
  const rows = view.rows.map((row) => row.element);
  if (surface.kind === 'dialog') {
    const count = [...asksOf(surface.element), nameOf(control)]
      .map((text) => (says('remove', text) ? countIn(text) : null))
      .find((one) => one !== null);
    if (count !== undefined) return count > selected && mayHoldMore(content, rows);
  }
  const list = rows[0] ? nearest(rows[0], isGrid, content) : null;
  const heads = list ? findAll(list, 'th,thead td,[role=columnheader]') : [];
  if (!heads.some((head) => findAll(head, choosable).some(isChosen))) return false;
  const counts = numbersBeside(control, view.rowElements);
  if (counts.includes(selected)) return false;
  return counts.some((count) => count > selected) || drawsPart(content, rows);
}

/** What a question asks: its label and its headings, or each sentence of one that has neither. */
function asksOf(dialog: Element): string[] {
  const isLabelled = attr(dialog, 'aria-label') !== null || attr(dialog, 'aria-labelledby') !== null;
  const heads = findAll(dialog, 'h1,h2,h3,h4,[role=heading]').map((heading) => textOf(heading));
  if (isLabelled) heads.push(nameOf(dialog));
  return heads.length > 0 ? heads : pieces(dialog).flatMap(({ text }) => text.split(/(?<=[.?!。？！])/u));
}

/** Numbers in the bar that a control stands in. */
function numbersBeside(control: Element, rows: ReadonlySet<Element>): number[] {
  const holders = holdersOf(rows);
  let text = '';
  let box = parentOf(control);
  for (let climb = 0; box && climb < 3 && !holders.has(box); box = parentOf(box), climb += 1) text = textOf(box);
  return [
    ...text
      .slice(0, 400)
      .replace(/(?<=\d)[.,'’\s](?=\d{3}(?!\d))/gu, '')
      .matchAll(/\d+/gu),
  ].map(Number);
}

/** "3 users", "Remove 3 people": how many a dialog says. */
function countIn(text: string): number | null {
  const match = /(?<![\p{L}\p{N}.,/-])(\d{1,4})\s+\p{L}{3,}/u.exec(text);
  return match ? Number(match[1]) : null;
}

function inDialog(dialog: Element, memory: Memory, rows: readonly PersonRow[], now: number): PersonReading[] {
  const begun = memory.flow(now);
  // Boxes that were ticked since count as well.
  const flow = begun ? unique(begun.bySelection ? [...begun.people, ...memory.selected] : begun.people) : [];
  const last = flow.length === 0 && memory.lastRow ? [memory.lastRow] : flow;
  const named = namedIn(dialog, [...last, ...memory.selected, ...rows.map((row) => row.person)]);
  if (named.length === 0) return flow.length > 0 ? flow : memory.selected.length > 0 ? memory.selected : last;
  // Some of those whom it began with are named ("Omar and 1 other"): others whom the dialog mentions take over documents,
  // or carry the same name.
  if (last.some((person) => named.some((other) => samePerson(other, person)))) return last;
  const selected = memory.selected.filter((person) => named.some((other) => samePerson(other, person)));
  return selected.length > 0 && selected.length >= (countIn(dialogText(dialog)) ?? 1) ? selected : named;
}

/**
 * The person of the box around a control: side panels and cards that are no rows of the list. The smallest box that
 * shows an address, or a heading that is a listed person's name, tells whose it is.
 */
function subjectAround(control: Element, page: Page, rows: readonly PersonRow[]): PersonReading | null {
  for (let box = parentOf(control); box && box !== page.content && !matches(box, 'body,main'); box = parentOf(box)) {
    if (rows.some((row) => contains(box, row.element))) return null;
    const emails = new Map(emailSpots(box).map((spot) => [spot.identity, spot.email]));
    if (emails.size > 1) return null;
    if (emails.size === 1) {
      const email = [...emails.values()][0]!;
      const row = rows.find(({ person }) => person.email !== null && emailKey(person.email) === emailKey(email));
      return row?.person ?? asReading({ pandadocId: null, email, name: null });
    }
    const headings = findAll(box, 'h1,h2,h3,h4,[role=heading]').map((heading) => nameKey(textOf(heading)));
    const named = rows.filter(({ person }) => person.name !== null && headings.includes(nameKey(person.name)));
    if (named.length > 0) return named[0]!.person;
  }
  return null;
}

const idInAddress = /\/(?:users?|people|members?)\/([A-Za-z0-9]{20,24})(?=[/?#]|$)/u;

/** The one person that a page is about: by its address, or since it shows one address and no list. */
export function subjectOf(page: Page, rows: readonly PersonRow[]): PersonReading | null {
  const id = idInAddress.exec(page.document.location.href)?.[1] ?? null;
  if (rows.length === 1) return { ...rows[0]!.person, pandadocId: rows[0]!.person.pandadocId ?? id };
  // Of a list, at most the address tells whom it is about; whoever else it shows need not be looked for.
  const people = new Map(rows.length > 1 ? [] : emailSpots(page.content).map((spot) => [spot.identity, spot.email]));
  if (people.size === 1) return asReading({ pandadocId: id, email: [...people.values()][0]!, name: null });
  return id !== null ? asReading({ pandadocId: id, email: null, name: null }) : null;
}

/** Whom a page is about that lists nobody. */
function whoseIs(page: Page, rows: readonly PersonRow[], memory: Memory): PersonReading | null {
  const subject = subjectOf(page, rows);
  const { before } = memory;
  // The one address of a page may be that of whoever helps; its heading says whose it is.
  const isHeaded =
    before?.name != null &&
    page.headings.some(({ text }) => nameStandsIn(nameKey(before.name!), nameKey(text))) &&
    rows.length < 2;
  if (subject && before && isHeaded && subject.name === null && !samePerson(subject, before)) return before;
  return subject ?? namedBefore(page, rows, memory);
}

/** Whoever's row was worked last, where the page that follows lists nobody, and names them or nobody at all. */
function namedBefore(page: Page, rows: readonly PersonRow[], memory: Memory): PersonReading | null {
  const { before } = memory;
  if (!before || rows.length > 0) return null;
  if (memory.led) return before;
  return before.name !== null && nameStandsIn(nameKey(before.name), nameKey(textOf(page.content))) ? before : null;
}

/** The row that a control belongs to, for lists whose cells stand side by side, or below each other, without a box around a row. */
export function rowBeside(control: Element, rows: readonly PersonRow[]): PersonRow | null {
  return rowBelow(control, rows) ?? rowOnLine(control, rows) ?? rowBefore(control, rows);
}

/** The row that a control is laid over: one toolbar for all rows, shown over the one that is pointed at. */
export function rowBelow(control: Element, rows: readonly PersonRow[]): PersonRow | null {
  const { left, top, width, height } = boxOf(control);
  if (height === 0) return null;
  const [x, y] = [left + width / 2, top + height / 2];
  const under = rows.filter(({ element }) => {
    const own = boxOf(element);
    return own.left <= x && x <= own.right && own.top <= y && y <= own.bottom;
  });
  const [row] = under;
  return row && under.every(({ person }) => samePerson(person, row.person)) && !contains(row.element, control)
    ? row
    : null;
}

/** Among cells in one box: the last row before the control's cell. */
function rowBefore(control: Element, rows: readonly PersonRow[]): PersonRow | null {
  const parents = new Set(rows.map((row) => parentOf(row.element)));
  const byElement = new Map(rows.map((row) => [row.element, row]));
  const cell = nearest(control, (element) => parents.has(parentOf(element)));
  for (let before = cell; before; before = previousElement(before)) {
    const row = byElement.get(before);
    if (row) return hasControls(row.element) || standAlone(rows, byElement) ? null : row;
  }
  return null;
}

/** Whether rows follow each other with nothing between: then each is whole, and what comes after the last is no part of it. */
function standAlone(rows: readonly PersonRow[], byElement: ReadonlyMap<Element, PersonRow>): boolean {
  return rows.some((row) => {
    const next = nextElement(row.element);
    const follower = next ? byElement.get(next) : undefined;
    return follower !== undefined && !samePerson(follower.person, row.person);
  });
}

/** Rows with controls of their own are whole; a control outside of all of them is the page's. */
function hasControls(row: Element): boolean {
  return findAll(row, 'button,[role=button],select,[aria-haspopup]').length > 0;
}

/** The row on whose line a control is drawn. */
function rowOnLine(control: Element, rows: readonly PersonRow[]): PersonRow | null {
  const box = boxOf(control);
  const middle = (box.top + box.bottom) / 2;
  if (box.height === 0) return null;
  const fitting = rows.filter((row) => {
    const own = boxOf(row.element);
    return own.height > 0 && own.top <= middle && middle <= own.bottom && !hasControls(row.element);
  });
  return fitting.length === 1 ? fitting[0]! : null;
}

/**
 * The people an act is about; empty where nothing tells.
 *
 * @param now milliseconds of the page's clock
 */
export function targetsOf(
  control: Element,
  surface: Surface,
  page: Page,
  rows: readonly PersonRow[],
  memory: Memory,
  now: number,
): PersonReading[] {
  switch (surface.kind) {
    case 'row': {
      const row = rows.find((candidate) => candidate.element === surface.element);
      return row ? [row.person] : [];
    }
    case 'menu': {
      const row = rowOfMenu(surface.element, rows);
      if (row) return [row.person];
      // "Remove Dana Reyes", in a list of commands: whose row was worked before does not matter.
      const named = says('remove', nameOf(control)) ? namedInLabel(control, rows) : null;
      if (named && !isSelected(named.person, memory))
        return named.removed || !memory.lastRow ? [named.person] : unique([memory.lastRow, named.person]);
      // A menu of the toolbar acts on the selection, whosever row was worked before; a row's menu on its row.
      const { opener } = memory;
      const selected = selectedBeside(opener ?? control, rows, memory);
      if (selected.length > 0 && opener && isOutside(opener, rows)) return selected;
      const over = nameOf(control) === '' ? rowBelow(control, rows) : null;
      if (over) return [over.person];
      if (memory.lastRow) return [memory.lastRow];
      const expanded = expandedRow(rows);
      if (expanded) return [expanded.person];
      if (selected.length > 0) return selected;
      // A list of commands says whom they are for; a bar that came by pointing lies over its row.
      const around = nearest(surface.element, isDialog);
      const people = around ? inDialog(around, memory, rows, now) : [];
      const below = people.length > 0 ? null : rowBelow(control, rows);
      if (below) return [below.person];
      if (people.length > 0 || !opener || !contains(page.content, opener)) return people;
      // A field of a page that is about one person.
      const subject = whoseIs(page, rows, memory);
      return subject ? [subject] : [];
    }
    case 'dialog': {
      // A list of commands may be all that a dialog holds, with several people in it.
      const told = says('remove', nameOf(control)) && !memory.flow(now) ? namedInLabel(control, rows) : null;
      if (told?.removed && !isSelected(told.person, memory)) return [told.person];
      const people = inDialog(surface.element, memory, rows, now);
      if (people.length > 0) return people;
      const subject = whoseIs(page, rows, memory);
      return subject ? [subject] : [];
    }
    case 'page': {
      const named = namedInLabel(control, rows);
      // "Remove Dana Reyes and 2 others" is about all who are selected.
      if (named) return isSelected(named.person, memory) ? memory.selected : [named.person];
      const around = subjectAround(control, page, rows);
      if (around) return [around];
      if (memory.selected.length > 0) return selectedBeside(control, rows, memory);
      const subject = whoseIs(page, rows, memory);
      if (subject) return [subject];
      const beside = rowBeside(control, rows);
      return beside ? [beside.person] : [];
    }
  }
}

/**
 * "Remove dana@northwind.example": a control outside of every row that says whose it is.
 *
 * @returns `removed`: the name follows the removal; it may also be who takes over
 */
function namedInLabel(
  control: Element,
  rows: readonly PersonRow[],
): { person: PersonReading; removed: boolean } | null {
  const label = nameKey(`${nameOf(control).slice(0, 160)} ${attr(control, 'title') ?? ''}`);
  if (label === '') return null;
  // "Remove: invited by Dana Reyes" takes a filter away, and nobody.
  const [said = '', inviter] = label.split(bySomebody);
  const text = inviter !== undefined && says('invited', said) ? said : label;
  const byAddress = rows.filter(({ person: { email } }) => email !== null && text.includes(emailKey(email)));
  const byName = rows.filter(({ person: { name } }) => name !== null && nameStandsIn(nameKey(name), text));
  // Two may carry one name; the address below it tells.
  const [first, ...more] = unique((byAddress.length > 0 ? byAddress : byName).map(({ person }) => person));
  if (!first) return null;
  const isOneName = more.every(
    ({ name }) => name !== null && first.name !== null && nameKey(name) === nameKey(first.name),
  );
  if (more.length > 0 && (byAddress.length > 0 || !isOneName)) return null;
  const person = more.length > 0 ? asReading({ pandadocId: null, email: null, name: first.name }) : first;
  const rest = without('remove', label);
  return {
    person,
    removed: [person.name, person.email].some((text) => text !== null && rest.startsWith(nameKey(text))),
  };
}
