/** Search, filter and order of the mapping's rows; fast enough for ten thousand of them at every keystroke. */
import { nameKey } from '../../lib/domain/identity.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import type { Region } from '../../lib/domain/words.ts';
import { type Estate, isUnread, type KeyRow } from './estate.ts';
import { keyTypeText, ownerTypeText } from './impact-text.ts';
import { textLocale } from './text.ts';

/** What somebody looks for: words that must all occur, and filters. */
export interface KeyQuery {
  text: string;
  region: Region | 'all';
  unknownOwner: boolean;
}

/** The columns that a table of keys can be sorted by. */
export const sortColumns = ['workspace', 'key', 'owner', 'ownerType', 'status', 'reading', 'region'] as const;
export type SortColumn = (typeof sortColumns)[number];
export interface Sort {
  by: SortColumn;
  down: boolean;
}

/** What is looked through, made once for each row and kept as long as the row. */
const haystacks = new WeakMap<KeyRow, string>();

function haystackOf(row: KeyRow): string {
  let text = haystacks.get(row);
  if (text === undefined) {
    const { key, workspace, owner } = row;
    const parts = [
      workspace.name,
      key.label,
      key.hint,
      keyTypeText(key.type),
      key.type,
      owner?.name,
      owner?.email,
      row.ownerType && ownerTypeText(row.ownerType),
      row.organization.name,
      ...key.usedBy,
    ];
    // Folded all at once: ten thousand rows are folded at the first letter that somebody types.
    text = nameKey(parts.filter((part) => part).join(' '));
    haystacks.set(row, text);
  }
  return text;
}

/** Makes ready what searching needs, a little at a time, until `stop`; so that the first letter finds it done. */
export function warmSearch(rows: readonly KeyRow[]): { stop(): void } {
  let next = 0;
  let handle = 0;
  const some = (deadline: IdleDeadline): void => {
    while (next < rows.length && deadline.timeRemaining() > 1) {
      for (const row of rows.slice(next, next + 50)) haystackOf(row);
      next += 50;
    }
    if (next < rows.length) handle = requestIdleCallback(some);
  };
  handle = requestIdleCallback(some);
  return { stop: () => cancelIdleCallback(handle) };
}

/** What a search needs to know beside the rows: the estate they are of. */
export type Searched = Pick<Estate, 'openRules' | 'now'>;

type Test = (row: KeyRow, searched: Searched) => boolean;

const holds = (text: string | null | undefined, word: string): boolean =>
  text !== null && text !== undefined && nameKey(text).includes(word);

/** What `is:` asks, by its word. */
const states: Record<string, Test> = {
  overdue: ({ id }, { openRules }) => openRules(id).includes('rotation-overdue'),
  due: ({ id }, { openRules }) => openRules(id).some((rule) => rule === 'rotation-due' || rule === 'rotation-overdue'),
  unknown: ({ key }) => key.ownerId === null,
  untagged: ({ ownerType }) => ownerType?.endsWith('untagged') ?? false,
  living: ({ key }) => isLiving(key.status),
  dead: ({ key }) => !isLiving(key.status),
  unread: ({ coverage, organization }, { now }) => isUnread(coverage, now.value, organization.policy),
};

/** Words with a colon look in one place only. */
const places: Record<string, (word: string) => Test> = {
  owner:
    (word) =>
    ({ owner }) =>
      holds(owner?.name, word) || holds(owner?.email, word),
  workspace:
    (word) =>
    ({ workspace }) =>
      holds(workspace.name, word),
  type:
    (word) =>
    ({ key }) =>
      holds(key.type, word) || holds(keyTypeText(key.type), word),
  tag:
    (word) =>
    ({ ownerType }) =>
      ownerType !== null && (holds(ownerType, word) || holds(ownerTypeText(ownerType), word)),
  is: (word) => {
    // While a word is still being typed, what it may become counts: `is:ov` finds what is overdue.
    const meant = Object.keys(states).filter((state) => state.startsWith(word));
    return (row, searched) => meant.some((state) => states[state]!(row, searched));
  },
};

/** `owner:"Dana Reyes" is:overdue emea`: places with what they must hold, and words that may stand anywhere. */
function testsOf(text: string): Test[] {
  const parts = nameKey(text).matchAll(/(?:(\p{L}+):)?(?:"([^"]*)"?|(\S+))/gu);
  return [...parts].flatMap(([whole, field, quoted, plain]) => {
    const word = quoted ?? plain ?? '';
    const place = field === undefined ? undefined : places[field];
    if (place) return [place(word)];
    const anywhere = field === undefined ? word : whole;
    return anywhere === '' ? [] : [(row) => haystackOf(row).includes(anywhere)];
  });
}

/** No row says as much as this; a megabyte that was pasted by mistake is not taken to pieces at every letter. */
const longest = 4_000;

/** Rows that hold every word of the text and pass the filters, in the order they came. */
export function findKeys(rows: readonly KeyRow[], query: KeyQuery, searched: Searched): KeyRow[] {
  if (query.text.length > longest) return [];
  const tests = testsOf(query.text);
  return rows.filter(
    (row) =>
      (query.region === 'all' || row.organization.region === query.region) &&
      (!query.unknownOwner || row.key.ownerId === null) &&
      tests.every((test) => test(row, searched)),
  );
}

/** A name to show for somebody, `''` for nobody. */
function ownerName(row: KeyRow): string {
  return row.owner?.name ?? row.owner?.email ?? '';
}

const texts: Record<SortColumn, (row: KeyRow) => string> = {
  workspace: (row) => row.workspace.name ?? '',
  key: (row) => row.key.label,
  owner: ownerName,
  ownerType: (row) => row.ownerType ?? '',
  status: (row) => row.key.status,
  reading: (row) => row.coverage.keys?.at ?? '',
  region: (row) => row.organization.region,
};

/** Comparing by language is slow: each different text is ranked once, and rows compare by numbers. */
function ranks(rows: readonly KeyRow[], text: (row: KeyRow) => string): Map<string, number> {
  const { compare } = new Intl.Collator(textLocale(), { numeric: true });
  return new Map([...new Set(rows.map(text))].sort(compare).map((each, rank) => [each, rank]));
}

/** What stays the same however the rows of one reading are sorted. */
interface Orders {
  /** By region, workspace, type, label and id. */
  base: KeyRow[];
  /** The places of those rows by column, made when a column is first asked for. */
  places: Map<SortColumn, Int32Array>;
}

const orders = new WeakMap<readonly KeyRow[], Orders>();

function ordersOf(rows: readonly KeyRow[]): Orders {
  let known = orders.get(rows);
  if (!known) {
    const names = ranks(rows, texts.workspace);
    const base = rows
      .map((row) => ({ row, workspace: names.get(texts.workspace(row))! }))
      .sort(
        (a, b) =>
          compare(b.row.organization.region, a.row.organization.region) ||
          a.workspace - b.workspace ||
          compare(a.row.key.type, b.row.key.type) ||
          compare(a.row.key.label, b.row.key.label) ||
          compare(a.row.id, b.row.id),
      )
      .map(({ row }) => row);
    const places = Int32Array.from(base, (row) => names.get(texts.workspace(row))!);
    orders.set(rows, (known = { base, places: new Map([['workspace', places]]) }));
  }
  return known;
}

/** Rows in order of a column; equal ones by region, workspace, type, label and id, so that the order never jumps. */
export function sortKeys(rows: readonly KeyRow[], { by, down }: Sort): KeyRow[] {
  const { base, places } = ordersOf(rows);
  let place = places.get(by);
  if (!place) {
    const ranked = ranks(base, texts[by]);
    places.set(by, (place = Int32Array.from(base, (row) => ranked.get(texts[by](row))!)));
  }
  const way = down ? -1 : 1;
  return Array.from(base.keys())
    .sort((a, b) => way * (place[a]! - place[b]!) || a - b)
    .map((at) => base[at]!);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
