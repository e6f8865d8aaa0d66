/**
 * The key page: Dev Center › Configuration. Best evidence is one picture of March 2025: a card "API keys" with two rows,
 * "Sandbox key" and "Production key", 40 dots where a key exists, a button where none does, and no owner, name or date
 * (settings-ui.md, section 2.1). Tables with names, owners and dates are read when they are there.
 */
import type { KeyReading, SlotState } from '../../domain/observation.ts';
import type { KeyType } from '../../domain/words.ts';
import { cellText, columnsOf } from '../columns.ts';
import { isLoading, mayHoldMore, type Page } from '../page.ts';
import { isDialog, refOf } from '../people.ts';
import { isTableRow, rowsAround, type Spot } from '../rows.ts';
import { signedInOn } from '../signed-in.ts';
import { cutMark, emailsIn, nameOf, pieces } from '../text.ts';
import { attr, childrenOf, findAll, first, matches, nearest, parentOf, tag } from '../tree.ts';
import { claimWorkspace, fromColumn, headingTexts, organizationBeside } from '../workspace-claim.ts';
import { says, saysOnly } from '../words.ts';
import type { Adapter, KeyRow, Reading } from './adapter.ts';

const id = 'keys';

interface KeySpot extends Spot {
  type: KeyType;
}

const maskedRun = /(?:[•●∙⋅·*∗‧▪■◦○⬤∎xX]\s?){6,}/u;
const shortened = /(?:^|\s)[A-Za-z0-9]{0,8}(?:…|\.{3,}|[•●∙⋅·*∗‧]{2,})\s?([A-Za-z0-9]{4})(?:\s|$)/u;

/** "abcd…9f3c"; a word after three dots ("Loading...done") is no end of a key. */
function shortenedIn(text: string): string | null {
  const end = shortened.exec(text)?.[1];
  return end !== undefined && (/\d/u.test(end) || /^[a-f]+$/iu.test(end)) ? end : null;
}

/** The last four characters of a key, only out of text that the page itself masks; never of a key in clear. */
export function hintIn(text: string): string | null {
  return shortenedIn(text) ?? /(?:[•●∙⋅·*∗‧]\s?){4,}([A-Za-z0-9]{4})(?:\s|$)/u.exec(text)?.[1] ?? null;
}

function isKeyLabel(text: string): KeyType | null {
  if (text.length > 40) return null;
  if (saysOnly('sandbox-key', text)) return 'sandbox';
  return saysOnly('production-key', text) ? 'production' : null;
}

function stateOf(row: Element): { state: SlotState; hint: string | null } {
  const texts = pieces(row).map((piece) => piece.text);
  const masked = texts.find((text) => maskedRun.test(text) || shortenedIn(text) !== null);
  if (masked !== undefined) return { state: 'present', hint: hintIn(masked) };
  if (texts.some((text) => text.includes(cutMark))) return { state: 'present', hint: null };
  for (const field of findAll(row, 'input')) {
    const holdsKey =
      matches(field, '[type=password],[readonly],[disabled]') && !matches(field, '[type=checkbox],[type=radio]');
    // The value of such a field may be the key itself, so it is never asked for; an empty one shows its placeholder.
    if (holdsKey && !matches(field, ':placeholder-shown')) return { state: 'present', hint: null };
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
  const day = /\b(\d{4}-\d{2}-\d{2})\b/u.exec(text)?.[1];
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
  const columns = columnsOf(row);
  const texts = pieces(row).map((piece) => piece.text);
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

export const keys: Adapter = {
  id,
  read(page: Page, now: string): Reading | null {
    if (page.route.hint === 'members' || page.route.hint === 'users') return null;
    const headed = headingTexts(page.headings).some((text) => saysOnly('api-keys', text));
    const spots = keySpots(page);
    const rows = rowsAround(page.content, spots);
    const beside = besideLabels(rows);
    const readings = rows.map((row) => ({
      row,
      reading: readKey(row.element, row.spot, beside.get(row.element) ?? []),
    }));
    const readable = readings.filter(({ reading }) => reading.state !== 'unknown');
    const configuration = page.route.segments.some((segment) => /^(?:configuration|api-keys?|keys)$/u.test(segment));
    const likely = headed || (page.route.hint === 'keys' && configuration);
    if (readable.length === 0) {
      // An API that is not enabled shows a tile and no keys: nothing to read, and nothing wrong.
      const off = findAll(page.content, 'button,a,[role=button]').some((control) =>
        says('not-entitled', nameOf(control)),
      );
      if (!likely || isLoading(page.content) || (off && spots.length === 0 && !headed)) return null;
      return { adapter: id, state: 'unreadable', missing: ['keys'], observation: null, people: [], keys: [] };
    }
    if (!likely && page.route.hint !== 'keys' && readable.length < 2) return null;
    const missing = readings.length > readable.length ? ['key-state'] : [];
    const types = new Set(readings.map(({ reading }) => reading.type));
    const table = rows.some((row) => isTableRow(row.element));
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
