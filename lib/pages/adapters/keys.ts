/**
 * The key page: Dev Center › Configuration. Best evidence is one picture of March 2025: a card "API keys" with two rows,
 * "Sandbox key" and "Production key", 40 dots where a key exists, a button where none does, and no owner, name or date
 * (settings-ui.md, section 2.1). Tables with names, owners and dates are read when they are there.
 */
import type { KeyReading, SlotState } from '../../domain/observation.ts';
import type { KeyType } from '../../domain/words.ts';
import { cellText, columnsOf, labelledIn } from '../columns.ts';
import { isLanguageKnown } from '../language.ts';
import { isAwaited, isLoading, mayHoldMore, type Page } from '../page.ts';
import { isDialog, refOf, unreadBeside } from '../people.ts';
import { isGrid, isTableRow, type Row, rowsAround, type Spot } from '../rows.ts';
import { signedInOn } from '../signed-in.ts';
import { cutMark, emailsIn, nameOf, pieces, textOf } from '../text.ts';
import { attr, childrenOf, findAll, first, isInput, matches, nearest, parentOf, rawText, tag } from '../tree.ts';
import { claimWorkspace, fromColumn, headingTexts, organizationBeside } from '../workspace-claim.ts';
import { says, saysOnly } from '../words.ts';
import type { Adapter, KeyRow, Reading } from './adapter.ts';

const id = 'keys';

interface KeySpot extends Spot {
  type: KeyType;
}

const maskedRun = /(?:[•●∙⋅·*∗‧▪■◦○⬤∎xX]\s?){6,}/u;
const shortened = /(?:^|\s)[A-Za-z0-9]{0,8}(?:…|\.{3,}|[•●∙⋅·*∗‧]{2,})\s?([A-Za-z0-9]{4})(?:\s|$)/u;

/** "Ends in 9f3c": said in words instead of by a mask; digits in it, or it is a word. */
const endingIn = /(?:^|\s)(?:ends?|ending)\s(?:in|with)?\s?[“"'‘]?(?=[A-Za-z]*\d)([A-Za-z0-9]{4})(?![A-Za-z0-9])/iu;

/** "abcd…9f3c"; a word after three dots ("Loading...done") is no end of a key. */
function shortenedIn(text: string): string | null {
  const end = shortened.exec(text)?.[1];
  return end !== undefined && (/\d/u.test(end) || /^[a-f]+$/iu.test(end)) ? end : null;
}

/** The last four characters of a key, only out of text that the page itself masks; never of a key in clear. */
export function hintIn(text: string): string | null {
  return (
    shortenedIn(text) ??
    /(?:[•●∙⋅·*∗‧][\s-]?){4,}([A-Za-z0-9]{4})(?:\s|$)/u.exec(text)?.[1] ??
    endingIn.exec(text)?.[1] ??
    null
  );
}

function isMasked(text: string): boolean {
  return maskedRun.test(text) || hintIn(text) !== null;
}

function isKeyLabel(said: string): KeyType | null {
  if (said.length > 40) return null;
  // "Production key (live)"
  const text = said.replace(/\s*\([^()]*\)$/u, '');
  if (saysOnly('sandbox-key', text)) return 'sandbox';
  return saysOnly('production-key', text) ? 'production' : null;
}

/** Whether a field shows anything, were it a mask for what it will show. Its value may be a key: only that there is one counts. */
function isFilled(field: Element): boolean {
  return (isInput(field) && field.value.length > 0) || isMasked(attr(field, 'placeholder') ?? '');
}

function stateOf(row: Element): { state: SlotState; hint: string | null } {
  const texts = pieces(row).map((piece) => piece.text);
  const masked = texts.find((text) => isMasked(text));
  if (masked !== undefined) return { state: 'present', hint: hintIn(masked) };
  if (texts.some((text) => text.includes(cutMark))) return { state: 'present', hint: null };
  for (const field of findAll(row, 'input')) {
    const forKeys =
      matches(field, '[type=password],[readonly],[disabled]') && !matches(field, '[type=checkbox],[type=radio]');
    if (forKeys && isFilled(field)) return { state: 'present', hint: null };
  }
  const controls = findAll(row, 'button,a,[role=button],[role=link],[role=switch]').map(nameOf);
  if (controls.some((name) => says('generate', name))) return { state: 'absent', hint: null };
  if (
    controls.some((name) => says('not-entitled', name)) ||
    texts.some((text) => text.length <= 60 && saysOnly('not-entitled', text))
  ) {
    return { state: 'not-entitled', hint: null };
  }
  return { state: 'unknown', hint: null };
}

function isoDay(cell: Element): string | null {
  const time = first(cell, 'time[datetime]');
  const text = time ? (attr(time, 'datetime') ?? '') : cellText(cell);
  const day = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(text)?.[1];
  if (day) return day;
  // A month in words leaves no doubt about the order of day and month; digits alone do, and are left out.
  if (!/\p{L}{3,}/u.test(text)) return null;
  const parsed = Date.parse(`${text} UTC`);
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString().slice(0, 10);
}

/**
 * Slots whose label and value lie side by side without a box around them (`<dt>`, `<dd>`): what follows the label, as far
 * as from one label to the next.
 */
function besideLabels(rows: readonly { element: Element }[]): Map<Element, Element[]> {
  const beside = new Map<Element, Element[]>();
  const elements = rows.map((row) => row.element);
  const parent = elements[0] ? parentOf(elements[0]) : null;
  const siblings = parent ? childrenOf(parent) : [];
  const at = elements.map((element) => siblings.indexOf(element));
  if (at.length < 2 || at.includes(-1)) return beside;
  const stride = Math.min(...at.slice(1).map((position, index) => position - at[index]!));
  if (stride < 2) return beside;
  elements.forEach((element, index) => beside.set(element, siblings.slice(at[index]! + 1, at[index]! + stride)));
  return beside;
}

function slotOf(row: Element, beside: readonly Element[]): { state: SlotState; hint: string | null } {
  const own = stateOf(row);
  if (own.state !== 'unknown') return own;
  return beside.map(stateOf).find(({ state }) => state !== 'unknown') ?? own;
}

function readKey(row: Element, spot: KeySpot, beside: readonly Element[]): KeyReading {
  const headed = columnsOf(row);
  const columns = headed.size > 0 ? headed : labelledIn(row);
  const texts = [row, ...beside].flatMap((box) => pieces(box)).map((piece) => piece.text);
  const ownerCell = columns.get('owner');
  const said = texts.find((text) => says('owner', text) && /:\s|\sby\s/iu.test(text));
  const email = emailsIn(texts.join(' '))[0];
  const ownerText = ownerCell ? cellText(ownerCell) : said ? said.replace(/^.*?(?::|\bby\b)\s*/iu, '') : (email ?? '');
  const created = columns.get('created');
  const label = columns.get('name');
  const workspace = columns.get('workspace');
  return {
    type: spot.type,
    ...slotOf(row, beside),
    label: label && label !== spot.element ? cellText(label) || null : null,
    owner: ownerText === '' ? null : refOf(ownerText),
    createdOn: created ? isoDay(created) : null,
    workspace: workspace ? cellText(workspace) || null : null,
  };
}

function keySpots(page: Page): KeySpot[] {
  const spots: KeySpot[] = [];
  for (const piece of pieces(
    page.content,
    (element) => isDialog(element) || matches(element, 'nav,[role=tablist],[role=menu],option'),
  )) {
    const type = isKeyLabel(piece.text);
    if (!type) continue;
    const control = nearest(
      piece.element,
      (element) => matches(element, 'a,button,[role=tab],[role=button]'),
      page.content,
    );
    if (control) continue;
    const tableRow = nearest(piece.element, isTableRow, page.content);
    // In a table each row is a key; elsewhere one label is one slot, however often it is written.
    spots.push({ element: piece.element, type, identity: tableRow ? `${type} ${String(spots.length)}` : type });
  }
  return spots;
}

/** What shows a key whatever the language: a mask, a field that hides its text, a cut-out secret. */
function maskSpots(page: Page): Spot[] {
  const skip = (element: Element): boolean => isDialog(element) || matches(element, 'nav,[role=menu]');
  const masks = pieces(page.content, skip)
    .filter(({ text }) => /(?:[•●∙⋅·*∗‧▪■◦○⬤∎]\s?){16,}/u.test(text) || text.includes(cutMark))
    .map(({ element }) => element);
  const fields = findAll(page.content, 'input[type=password][readonly],input[type=password][disabled]').filter(
    (field) => isFilled(field) && !nearest(field, isDialog, page.content),
  );
  return [...masks, ...fields].map((element, index) => ({ element, identity: String(index) }));
}

interface Slot {
  cell: Element;
  type: KeyType;
  workspace: string | null;
}

/** Keys of several workspaces in one table: a line for each workspace, and a column for each type. */
function slotsInColumns(page: Page): Slot[] {
  return findAll(page.content, 'th,[role=columnheader]').flatMap((head) => {
    const type = isKeyLabel(textOf(head));
    const heads = parentOf(head);
    const grid = type && heads && isTableRow(heads) && !nearest(head, isDialog, page.content) && nearest(head, isGrid);
    if (!grid) return [];
    const width = childrenOf(heads).length;
    const at = childrenOf(heads).indexOf(head);
    return findAll(grid, 'tr,[role=row]').flatMap((line) => {
      const cells = childrenOf(line);
      if (line === heads || !isTableRow(line) || cells.length !== width || isKeyHead(cells[at]!)) return [];
      const columns = columnsOf(line);
      const named = columns.get('workspace') ?? columns.get('workspaces') ?? columns.get('name') ?? cells[0]!;
      return named === cells[at] ? [] : [{ cell: cells[at]!, type, workspace: cellText(named) || null }];
    });
  });
}

function isKeyHead(cell: Element): boolean {
  return tag(cell) === 'th' || attr(cell, 'role') === 'columnheader';
}

/** The type that the chosen tab or switch names, for pages that show one environment at a time. */
export function chosenType(page: Page): KeyType | null {
  const chosen = findAll(
    page.document.body,
    '[role=tab][aria-selected=true],[role=radio][aria-checked=true],[aria-pressed=true],[aria-current]:is(a,button),label:has(input[type=radio]:checked)',
  )
    .map((control) => isKeyLabel(textOf(control)))
    .filter((type) => type !== null);
  return chosen.length === 1 ? chosen[0]! : null;
}

/** Of two boxes built alike, one of which says "sandbox", the one that holds a single key: the other slot is empty. */
function slotAround(page: Page, mask: Element): KeyType | null {
  const kind = (element: Element): string => `${tag(element)} ${attr(element, 'class') ?? ''}`;
  for (let box: Element | null = mask; box && box !== page.content; box = parentOf(box)) {
    const own = box;
    const above = parentOf(own);
    const alike = above ? childrenOf(above).filter((other) => other !== own && kind(other) === kind(own)) : [];
    const [isSandbox, isOther] = [own, ...alike].map((each) => /sandbox/iu.test(textOf(each)));
    if (alike.length === 1 && isSandbox !== isOther) return isSandbox ? 'sandbox' : 'production';
  }
  return null;
}

/**
 * Keys that no label of their own names: the tab does, or the page's language is not known and "sandbox", which is said
 * in all of them, tells one of two from the other.
 */
function unlabelled(page: Page, masks: readonly Spot[], spoken: boolean): KeySpot[] {
  if (masks.length === 0) return [];
  const type = chosenType(page);
  if (type && masks.length === 1) return [{ ...masks[0]!, type }];
  if (!spoken && masks.length === 1) {
    const alone = slotAround(page, masks[0]!.element);
    return alone ? [{ ...masks[0]!, type: alone }] : [];
  }
  if (spoken || masks.length !== 2) return [];
  const rows = rowsAround(page.content, masks);
  const sandbox = rows.map(({ element }) => /sandbox/iu.test(textOf(element)));
  if (rows.length !== 2 || sandbox[0] === sandbox[1]) return [];
  return rows.map(({ spot }, index) => ({ ...spot, type: sandbox[index] ? 'sandbox' : 'production' }));
}

export const keys: Adapter = {
  id,
  revision: '2026-11-29',
  read(page: Page, now: string): Reading | null {
    if (page.route.hint === 'members' || page.route.hint === 'users') return null;
    const headed = headingTexts(page.headings).some((text) => saysOnly('api-keys', text));
    const spoken = isLanguageKnown(page);
    const labelled = keySpots(page);
    const masks = maskSpots(page);
    const spots = labelled.length > 0 ? labelled : unlabelled(page, masks, spoken);
    const slots = slotsInColumns(page);
    const inCells = slots.map(({ cell, type }, index): Row<KeySpot> => {
      const spot = { element: cell, type, identity: String(index) };
      return { element: cell, spot, parts: [cell], several: false };
    });
    const rows = inCells.length > 0 ? inCells : rowsAround(page.content, spots, true);
    const beside = inCells.length > 0 ? new Map<Element, Element[]>() : besideLabels(rows);
    const readings = rows.map((row, index) => {
      const reading = readKey(row.element, row.spot, beside.get(row.element) ?? []);
      const slot = slots[index];
      if (!slot) return { row, reading };
      // An empty cell, or a dash, says that there is none.
      const isEmpty = reading.state === 'unknown' && !/[\p{L}\p{N}]/u.test(rawText(slot.cell));
      const state = isEmpty ? ('absent' as const) : reading.state;
      return { row, reading: { ...reading, state, workspace: slot.workspace } };
    });
    const readable = readings.filter(({ reading }) => reading.state !== 'unknown');
    const configuration = page.route.segments.some((segment) => /^(?:configuration|api-keys?|keys)$/u.test(segment));
    const likely = headed || (page.route.hint === 'keys' && configuration);
    if (readable.length === 0) {
      // An API that is not enabled shows a tile and no keys: nothing to read, and nothing wrong.
      const off = findAll(page.content, 'button,a,[role=button]').some((control) =>
        says('not-entitled', nameOf(control)),
      );
      // A mask on the page of the API is a key, whatever its label says.
      const seen = likely || (page.route.hint === 'keys' && masks.length > 0);
      if (!seen || (off && spots.length === 0 && !headed && masks.length === 0)) return null;
      return {
        adapter: id,
        state: isAwaited(page.content) ? 'loading' : 'unreadable',
        missing: spoken ? ['keys'] : ['keys', 'language-not-supported'],
        observation: null,
        people: [],
        keys: [],
      };
    }
    if (!likely && page.route.hint !== 'keys' && readable.length < 2) return null;
    const missing = readings.length > readable.length ? ['key-state'] : [];
    if (!spoken) missing.push('language-not-supported');
    // More keys than labels: one of them was not understood.
    if (masks.length > rows.length || (rows.length === 1 && unreadBeside(rows) > 0)) missing.push('key-label');
    const types = new Set(readings.map(({ reading }) => reading.type));
    const table = rows.some((row) => isTableRow(row.element) && columnsOf(row.element).size > 0);
    if (!table && types.size < 2) missing.push(types.has('production') ? 'sandbox-key' : 'production-key');
    const workspace = claimWorkspace(page, fromColumn(readings.map(({ reading }) => reading.workspace)), false);
    if (workspace.name === null && workspace.pandadocId === null) missing.push('workspace');
    const keyRows: KeyRow[] = readings.map(({ row, reading }) => ({
      element: row.element,
      anchor: row.spot.element,
      type: reading.type,
      state: reading.state,
    }));
    return {
      adapter: id,
      state: missing.some((code) => code !== 'workspace') ? 'partly' : 'read',
      missing,
      people: [],
      keys: keyRows,
      observation: {
        kind: 'keys',
        adapter: id,
        at: now,
        workspace,
        organization: workspace.name !== null ? organizationBeside(page, workspace.name) : null,
        signedIn: signedInOn(page, []),
        complete:
          missing.every((code) => code === 'workspace') &&
          !isLoading(page.content) &&
          !mayHoldMore(
            page.content,
            rows.map((row) => row.element),
          ),
        keys: readings.map(({ reading }) => reading),
      },
    };
  },
};

/** The key row that an element stands in, for actions on a key. */
export function keyRowOf(rows: readonly KeyRow[], element: Element): KeyRow | null {
  for (let inner: Element | null = element; inner; inner = parentOf(inner)) {
    const row = rows.find((candidate) => candidate.element === inner);
    if (row) return row;
    if (tag(inner) === 'body') return null;
  }
  return null;
}
