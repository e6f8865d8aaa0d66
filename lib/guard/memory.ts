/**
 * What the admin did before: which row's menu was opened, which rows are selected, which removal is under way. Menus and
 * dialogs stand in portals far from their row, so ancestry says nothing (settings-ui.md, section 7, variant 19).
 */
import { personKey, samePerson } from '../domain/identity.ts';
import type { PersonReading } from '../domain/observation.ts';
import type { KeyRow } from '../pages/adapters/adapter.ts';
import type { PersonRow } from '../pages/people.ts';
import { textOf, tidy } from '../pages/text.ts';
import { attr, byId, contains, findAll, isConnected, isShown, matches, tag } from '../pages/tree.ts';
import type { Act } from './act.ts';
import { Moves } from './moves.ts';
import { isChosen, noSettings, noteSettings, type Settings, type SettingsRecord } from './settings.ts';

/** An act that was begun on this page and not finished yet. */
export interface Flow {
  people: PersonReading[];
  acts: readonly Act[];
  /** It is about whoever is selected, and so changes with the selection. */
  bySelection: boolean;
  /** Milliseconds of the page's clock. */
  at: number;
  /** Since when the dialogs that it opened are closed; `null` while one is open, or before the first. */
  closedAt: number | null;
  /** A dialog was open during it. */
  asked: boolean;
  /** What could be worked outside of all rows before it began, and how it was called. */
  there: Standing;
  /** What could be worked when somebody else's row was turned to meanwhile; `null` as long as none was. */
  aside: Standing | null;
}

/** What can be worked outside of all rows at a moment, and how it is called. */
export type Standing = ReadonlyMap<Element, string>;

const nothing: Standing = new Map();

/** A flow that nobody went on with for so long is forgotten. */
const flowMs = 10 * 60_000;
/**
 * Steps of a wizard may close one dialog and open the next, with a slow request between them; a longer pause means that
 * the admin left it. Working anything else of the page ends it at once.
 */
const betweenDialogsMs = 15_000;
/** A dialog that is gone so soon after Escape was left by it. */
const escapeMs = 1_500;

export class Memory {
  /** Boxes that were ticked on this page: taking such a tick out again ends nothing that was there before. */
  readonly ticked = new WeakSet<Element>();
  /** Which list of the page people stood in. */
  readonly moves = new Moves();
  #row: { person: PersonReading; at: number; element: Element } | null = null;
  /** Whoever's row was worked last, also once the list is gone. */
  #before: PersonReading | null = null;
  #led = false;
  #worked: Element | null = null;
  #flow: Flow | null = null;
  /** What was under way when the rest of a press fell on something else: what stood then goes on with it. */
  #earlier: Flow | null = null;
  /** What is worked now has nothing to do with what was begun. */
  #isElsewhere = false;
  readonly #selected = new Map<string, PersonReading>();
  /** Controls that were seen to open a dialog on this page. */
  readonly #openers = new Set<string>();
  #awaitingDialog: { key: string; at: number } | null = null;
  #opener: Element | null = null;
  #openerIsField = false;
  #openerSaid = '';
  #origin: Element | null = null;
  #key: KeyRow | null = null;
  #escapedAt = -Infinity;
  #visit = 0;
  /** What dialogs have set, what the page has, what single rows have. */
  readonly #records = new Map<'dialog' | 'page', SettingsRecord>();
  #rowRecords = new WeakMap<Element, SettingsRecord>();
  /** The same, by whom the rows are about: lists that draw a part of themselves use their rows again. */
  readonly #ofRows = new Map<string, SettingsRecord>();

  /** Everything. */
  clear(): void {
    this.leavePage();
    this.#before = null;
    this.#led = false;
    this.#flow = null;
  }

  /** Grows with each page that was left. */
  get visit(): number {
    return this.#visit;
  }

  /** Everything that belonged to the page that was left; the next step of an act that was begun may have a page to itself. */
  leavePage(): void {
    this.#visit += 1;
    this.#row = null;
    this.#worked = null;
    this.#selected.clear();
    this.#openers.clear();
    this.#awaitingDialog = null;
    this.#opener = null;
    this.#origin = null;
    this.#key = null;
    this.#records.clear();
    this.#forgetRows();
    this.moves.clear();
  }

  #forgetRows(): void {
    this.#rowRecords = new WeakMap();
    this.#ofRows.clear();
  }

  /** Whether something was set, or touched, in a row. */
  isNoted(row: Element): boolean {
    return this.#rowRecords.has(row);
  }

  /** What rows had set, and have now, as far as they were touched; also of those that are not drawn any more. */
  get ofRows(): SettingsRecord[] {
    return [...this.#ofRows.values()];
  }

  /** The last control that was worked outside of any menu: what a menu that is open now was opened by. */
  get opener(): Element | null {
    return this.#opener;
  }

  /** @param isField it may be a field that shows what is chosen; a row's own menu is opened by any place of the row */
  noteOpener(control: Element, isField: boolean): void {
    // A field whose list is open shows what a key has come to, which is not chosen yet.
    const isOpen = control === this.#opener && attr(control, 'aria-expanded') === 'true';
    if (!isOpen) this.#openerSaid = tidy(textOf(control));
    this.#opener = control;
    this.#openerIsField = isField;
  }

  /** The last control of the page itself that was worked: a dialog that is open now stands for its line. */
  get origin(): Element | null {
    return this.#origin;
  }

  noteOrigin(control: Element): void {
    this.#origin = control;
  }

  /** What the opener showed when it was worked. */
  get openerSaid(): string {
    return this.#openerSaid;
  }

  get openerIsField(): boolean {
    return this.#openerIsField;
  }

  /** The key row that was worked last. */
  get key(): KeyRow | null {
    return this.#key;
  }

  touchKey(row: KeyRow | null): void {
    this.#key = row;
  }

  /** Escape was pressed. */
  noteEscape(at: number): void {
    this.#escapedAt = at;
  }

  /**
   * What is set in a place before the page acts on an event there.
   *
   * @param touching somebody works it now: from here on, what it had is what it was opened with
   * @param subject who it is about
   */
  record(
    { place, box }: { place: 'dialog' | 'page' | Element; box: Element },
    now: Settings,
    touching: boolean,
    subject = this.#before,
  ): SettingsRecord {
    const known = typeof place === 'string' ? this.#records.get(place) : this.#recordOfRow(place, subject);
    // A dialog may be used again for somebody else; a page that nobody's row led to is about whom it shows.
    const isSame =
      known !== undefined &&
      (known.subject && subject
        ? samePerson(known.subject, subject)
        : known.subject === subject || (place === 'page' && known.subject === null));
    const record = known && isSame ? known : { subject, box, first: noSettings(), last: noSettings(), touched: false };
    record.box = box;
    noteSettings(record, now);
    record.touched ||= touching;
    if (typeof place === 'string') this.#records.set(place, record);
    else {
      this.#rowRecords.set(place, record);
      if (subject && record.touched) this.#ofRows.set(personKey(subject), record);
    }
    return record;
  }

  /** Who was scrolled out of a list and comes back stands in another row. */
  #recordOfRow(row: Element, subject: PersonReading | null): SettingsRecord | undefined {
    const own = this.#rowRecords.get(row);
    const earlier = subject ? this.#ofRows.get(personKey(subject)) : undefined;
    const isGone = earlier && (!isConnected(earlier.box) || this.#rowRecords.get(earlier.box) !== earlier);
    return isGone ? earlier : own;
  }

  /** What a place has set for people was sent, and harmed nobody: it is what the place has from here on. */
  settle(place: 'dialog' | 'page' | Element, people: readonly PersonReading[]): void {
    if (typeof place === 'string') this.#records.delete(place);
    this.moves.clear();
    // A choice in a list beside its row changes what the row says; what is set in those of others is still to be sent.
    const sent = new Set(people.map(personKey));
    const others = [...this.#ofRows].filter(([key]) => !sent.has(key));
    this.#forgetRows();
    for (const [key, record] of others) {
      this.#ofRows.set(key, record);
      this.#rowRecords.set(record.box, record);
    }
  }

  /** Somebody pointed at, or typed in, this row; a menu that opens now is this row's. */
  touchRow(row: PersonRow, at: number, control: Element | null): void {
    const { person } = row;
    const before = this.#before;
    this.#row = { person, at, element: row.element };
    // A page of somebody's own may show less of them than the list that led to it.
    this.#before =
      before && samePerson(before, person)
        ? { ...person, name: person.name ?? before.name, email: person.email ?? before.email }
        : person;
    this.#led = true;
    if (control) this.#worked = control;
  }

  /** The control of a row that was worked last: where the focus belongs once a menu that it opened is gone. */
  get worked(): Element | null {
    return this.#worked;
  }

  /** Whoever's row was worked last; a page that lists nobody any more may be about them. */
  get before(): PersonReading | null {
    return this.#before;
  }

  /** Something that belongs to no row was worked. */
  leaveRow(): void {
    this.#row = null;
  }

  /** Whether the page was reached from the row of `before`, with nothing else worked on the way. */
  get led(): boolean {
    return this.#led;
  }

  /** Something was worked that leads elsewhere. */
  leadElsewhere(): void {
    this.#led = false;
  }

  get lastRow(): PersonReading | null {
    return this.#row?.person ?? null;
  }

  /** What shows whoever's row was worked last. */
  get lastRowElement(): Element | null {
    return this.#row?.element ?? null;
  }

  /** @param there what could be worked before it began; left out, it goes on with what was known */
  begin(people: PersonReading[], acts: readonly Act[], at: number, there = this.#flow?.there ?? nothing): void {
    const bySelection =
      people.length > 0 &&
      people.length === this.#selected.size &&
      people.every((person) => this.#selected.has(personKey(person)));
    this.#earlier = null;
    this.#flow = { people, acts, bySelection, at, closedAt: null, asked: false, there, aside: null };
  }

  /** As `begin`, by the rest of a press that fell on something else: the page may act on it, or on the press alone. */
  mayBegin(people: PersonReading[], acts: readonly Act[], at: number, standing: () => Standing): void {
    const earlier = this.#earlier ?? this.#flow;
    this.begin(people, acts, at);
    if (earlier) this.#earlier = { ...earlier, aside: earlier.aside ?? standing() };
  }

  /** What was under way before the rest of a press fell elsewhere is gone on with after all. */
  takeUpEarlier(isIts: (flow: Flow) => boolean): void {
    const earlier = this.#earlier;
    if (!earlier || !isIts(earlier)) return;
    this.#flow = earlier;
    this.#earlier = null;
  }

  end(): void {
    this.#flow = this.#earlier = null;
  }

  /** A way out was taken: of what was begun, unless it has nothing to do with it. */
  leave(): void {
    if (!this.#isElsewhere) this.#flow = null;
  }

  /** Whether what is worked now has nothing to do with what was begun; it counts until it is said again. */
  workElsewhere(elsewhere: boolean): void {
    this.#isElsewhere = elsewhere;
  }

  /**
   * Somebody else is turned to, or something that was there before: what stands of the act that was begun goes on with it,
   * and what opens from now on does not.
   */
  turnFrom(other: PersonReading | Element, standing: () => Standing): void {
    const flow = this.#flow;
    if (!flow || flow.aside) return;
    if ('nodeType' in other ? flow.there.has(other) : !isAbout(flow, other)) flow.aside = standing();
  }

  flow(at: number): Flow | null {
    const flow = this.#flow;
    if (flow && (at - flow.at > flowMs || (flow.closedAt !== null && at - flow.closedAt > betweenDialogsMs)))
      this.#flow = null;
    return this.begun;
  }

  /** What is under way, whether or not it has been left since. */
  get begun(): Flow | null {
    return this.#isElsewhere ? null : this.#flow;
  }

  /** Which dialogs are open now: a removal whose dialog was closed, by Escape or beside it, is over. */
  noteDialogs(open: boolean, at: number): void {
    const flow = this.#flow;
    // Boxes that float over the page need not say that they are dialogs.
    const { box } = this.#records.get('dialog') ?? {};
    if (!open && box && !isShown(box)) this.#records.delete('dialog');
    if (!open && flow?.asked && at - this.#escapedAt < escapeMs) this.#flow = null;
    if (!flow) return;
    if (open) {
      flow.asked = true;
      flow.closedAt = null;
    } else if (flow.asked) flow.closedAt ??= at;
  }

  /** Takes over which of the rows in the document are selected; rows scrolled out of a virtual list stay as they were. */
  noteSelection(rows: readonly PersonRow[]): void {
    for (const row of rows) if (!row.part) this.#selected.delete(personKey(row.person));
    // Of a row in parts, one of them holds the box.
    for (const row of rows) if (isSelected(row.element)) this.#selected.set(personKey(row.person), row.person);
  }

  get selected(): PersonReading[] {
    return [...this.#selected.values()];
  }

  /** A control was let through that may open a dialog; the next dialog that appears is taken as its doing. */
  expectDialog(key: string, at: number): void {
    this.#awaitingDialog = { key, at };
  }

  /** Something else was worked; a dialog that appears now is its doing. */
  expectNoDialog(): void {
    this.#awaitingDialog = null;
  }

  /** A dialog appeared. */
  dialogSeen(at: number): void {
    if (this.#awaitingDialog && at - this.#awaitingDialog.at < 5_000) this.#openers.add(this.#awaitingDialog.key);
    this.#awaitingDialog = null;
  }

  /** A control was seen to open something that only offers a choice. */
  noteOpens(key: string): void {
    this.#openers.add(key);
  }

  opensDialog(key: string): boolean {
    return this.#openers.has(key);
  }
}

/** Whether what was begun is about somebody. */
export function isAbout({ people }: Flow, person: PersonReading): boolean {
  return people.some((other) => samePerson(other, person));
}

/** Whether a row is selected: by its own state, by a ticked box in it, or by the one radio that it has of those of all rows. */
export function isSelected(row: Element): boolean {
  if (saysSelected(row)) return true;
  const [radio, ...others] = findAll(row, 'input[type=radio],[role=radio]');
  if (radio && others.length === 0 && isChosen(radio)) return true;
  return findAll(row, 'input[type=checkbox],[role=checkbox]').some(
    (box) =>
      (tag(box) === 'input' ? (box as HTMLInputElement).checked : attr(box, 'aria-checked') === 'true') &&
      !matches(box, '[role=switch]'),
  );
}

/** A row's own word for it: ARIA, the state attributes of component libraries, and last a class that says so in plain words. */
function saysSelected(row: Element): boolean {
  if (attr(row, 'aria-selected') === 'true' || attr(row, 'aria-checked') === 'true') return true;
  if (/^(?:true|selected|checked)$/u.test(attr(row, 'data-selected') ?? attr(row, 'data-state') ?? '')) return true;
  return /(?:^|[\s_-])(?:is-)?(?:selected|checked|marked|picked|chosen)(?:$|\s)/u.test(attr(row, 'class') ?? '');
}

/** The row whose control says that it is open (`aria-expanded`), for menus that name no owner. */
export function expandedRow(rows: readonly PersonRow[]): PersonRow | null {
  const open = rows.filter((row) => findAll(row.element, '[aria-expanded=true],[data-state=open]').length > 0);
  return open.length === 1 ? open[0]! : null;
}

/** The row of the control that a menu is labelled by, or that says it controls the menu. */
export function rowOfMenu(menu: Element, rows: readonly PersonRow[]): PersonRow | null {
  const ids = (attr(menu, 'aria-labelledby') ?? '').split(/\s+/u).filter((id) => id !== '');
  const openers = ids.map((id) => byId(menu, id)).filter((element) => element !== null);
  const own = attr(menu, 'id') ?? '';
  if (own !== '') {
    const controller = rows.find((row) =>
      findAll(row.element, '[aria-controls],[aria-owns]').some(
        (control) =>
          `${attr(control, 'aria-controls') ?? ''} ${attr(control, 'aria-owns') ?? ''}`.split(/\s+/u).includes(own) &&
          // Each shadow root has ids of its own, and those of one component are all alike.
          byId(control, own) === menu,
      ),
    );
    if (controller) return controller;
  }
  return rows.find((row) => openers.some((opener) => contains(row.element, opener))) ?? null;
}
