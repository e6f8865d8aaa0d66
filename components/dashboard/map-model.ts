/**
 * The pictures as numbers: which keys hang between which organizations, workspaces and owners, when secrets are due, how
 * full owners' limits are. What would not fit into a picture is put together and counted; nothing is left out of the sums.
 */
import type { Impact } from '../../lib/domain/impact.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import { keySince, rotationDaysOf } from '../../lib/domain/key-age.ts';
import { type ClassUse, rateGroups, type RateGroup } from '../../lib/domain/rate-budget.ts';
import type { User } from '../../lib/domain/mapping.ts';
import type { Instant, KeyType } from '../../lib/domain/words.ts';
import type { KeyRow, OrganizationView } from '../ui/estate.ts';
import { fullestUse } from '../ui/rate-text.ts';

/** The levels of the estate, from the whole to the person. */
export const levels = ['organization', 'workspace', 'key', 'owner'] as const;
export type Level = (typeof levels)[number];

/** What an act under consideration does to a key, worst first. */
export const fates = ['dies', 'replaced', 'narrows', 'may-stop', 'untouched'] as const;
export type Fate = (typeof fates)[number];
export type Fates = ReadonlyMap<string, Fate>;

/** Without an act: nothing happens to any key. */
export const noFates: Fates = new Map();

/** Living keys by type and those that are not living, and what an act does to them. */
export interface Amount extends Record<KeyType, number> {
  dead: number;
  /** `null`: an act is about none of them. */
  fates: Partial<Record<Fate, number>> | null;
}

export interface MapNode extends Amount {
  level: Level;
  id: string;
  /** `rest` stands for several, `nobody` for keys of unknown owner. */
  kind: 'one' | 'rest' | 'nobody';
  /** One of its keys, for the names of what it stands for. */
  row: KeyRow;
  /** How many things of its level it stands for. */
  things: number;
}

/** Keys between a node and one of the next level. */
export interface MapLink extends Amount {
  from: string;
  to: string;
}

export interface EstateMap extends Amount {
  levels: Record<Level, MapNode[]>;
  /** From each level to the next: organization to workspace, workspace to key, key to owner. */
  links: [MapLink[], MapLink[], MapLink[]];
}

const restId = 'rest';
const nobodyId = 'nobody';
const nothing = (): Amount => ({ production: 0, sandbox: 0, dead: 0, fates: null });

/** All keys of an amount. */
export function keysOf({ production, sandbox, dead }: Pick<Amount, KeyType | 'dead'>): number {
  return production + sandbox + dead;
}

/** How many keys an act does this to. */
export function fateOf({ fates: counts }: Pick<Amount, 'fates'>, fate: Fate): number {
  return counts?.[fate] ?? 0;
}

/** What a key belongs to on a level. */
export function idOn(level: Level, row: KeyRow): string {
  if (level === 'organization') return row.organization.id;
  if (level === 'workspace') return row.workspace.id;
  if (level === 'key') return row.id;
  return row.owner?.id ?? nobodyId;
}

/** What an act does to each key that it is about. */
export function fatesOf(impact: Impact): Fates {
  return new Map<string, Fate>([
    ...impact.untouched.map((id) => [id, 'untouched'] as const),
    ...impact.mayOwn.map(({ keyId }) => [keyId, 'may-stop'] as const),
    ...impact.narrows.map((id) => [id, 'narrows'] as const),
    ...impact.replaced.map((id) => [id, 'replaced'] as const),
    ...impact.dies.map((id) => [id, 'dies'] as const),
  ]);
}

function add(to: Amount, { key, id }: KeyRow, given: Fates): void {
  if (isLiving(key.status)) to[key.type] += 1;
  else to.dead += 1;
  const fate = given.get(id);
  if (fate) (to.fates ??= {})[fate] = fateOf(to, fate) + 1;
}

/** Heaviest first: what an act stops, then what it does else, then living production keys, sandbox keys, dead ones. */
function byWeight(one: Amount, other: Amount): number {
  if (one.fates || other.fates)
    for (const fate of fates) {
      const more = fateOf(other, fate) - fateOf(one, fate);
      if (more !== 0) return more;
    }
  return other.production - one.production || other.sandbox - one.sandbox || other.dead - one.dead;
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One more instead of "1 other", which would take the same room and say less. */
function firstOf(ids: readonly string[], most: number): Set<string> {
  return new Set(ids.slice(0, ids.length === most + 1 ? most + 1 : most));
}

/**
 * Keys as a map in four levels. On each the heaviest have a place of their own, the others are one node that counts them.
 *
 * @param given what an act does to which keys; empty without one
 * @param most how many of each level have a place of their own
 */
export function mapOf(rows: readonly KeyRow[], given: Fates, most: Readonly<Record<Level, number>>): EstateMap {
  const all = nothing();
  for (const row of rows) add(all, row, given);
  // Sorted once: with ten thousand keys, what is asked for each of them is a number.
  const ordered = {
    organization: byTheirWeight('organization'),
    workspace: byTheirWeight('workspace'),
    owner: byTheirWeight('owner'),
  };
  const shown: Record<Level, Set<string>> = {
    organization: firstOf(ordered.organization, most.organization),
    workspace: firstOf(ordered.workspace, most.workspace),
    owner: firstOf(ordered.owner, most.owner),
    key: firstOf(heaviestKeys(), most.key),
  };

  function byTheirWeight(level: Level): string[] {
    const amounts = new Map<string, Amount>();
    for (const row of rows) {
      const id = idOn(level, row);
      let amount = amounts.get(id);
      if (!amount) amounts.set(id, (amount = nothing()));
      add(amount, row, given);
    }
    amounts.delete(nobodyId);
    return [...amounts].sort(([a, one], [b, other]) => byWeight(one, other) || byId(a, b)).map(([id]) => id);
  }

  /** What an act does to them first, then production keys; of those alike, the keys of the heaviest owner and workspace. */
  function heaviestKeys(): string[] {
    const owners = new Map(ordered.owner.map((id, at) => [id, at]));
    const workspaces = new Map(ordered.workspace.map((id, at) => [id, at]));
    const weightOf = ({ id, key, owner, workspace }: KeyRow): number => {
      const fate = given.get(id);
      const kind = isLiving(key.status) ? (key.type === 'production' ? 0 : 1) : 2;
      const first = (fate ? fates.indexOf(fate) : fates.length) * 3 + kind;
      const second = owner ? owners.get(owner.id)! : owners.size;
      return (first * (owners.size + 1) + second) * workspaces.size + workspaces.get(workspace.id)!;
    };
    return rows
      .map((row) => ({ id: row.id, weight: weightOf(row) }))
      .sort((a, b) => a.weight - b.weight || byId(a.id, b.id))
      .map(({ id }) => id);
  }

  const placeOn = (level: Level, row: KeyRow): string => {
    const id = idOn(level, row);
    return shown[level].has(id) || id === nobodyId ? id : restId;
  };
  const nodes = new Map(levels.map((level) => [level, new Map<string, MapNode>()]));
  const links = levels.slice(1).map(() => new Map<string, MapLink>());
  for (const row of rows) {
    let before = '';
    for (const [at, level] of levels.entries()) {
      const id = placeOn(level, row);
      const placed = nodes.get(level)!;
      let node = placed.get(id);
      if (!node) {
        const kind = id === restId ? 'rest' : id === nobodyId ? 'nobody' : 'one';
        const known = level === 'key' ? rows.length : ordered[level].length;
        const things = kind === 'rest' ? known - shown[level].size : 1;
        placed.set(id, (node = { level, id, kind, row, ...nothing(), things }));
      }
      add(node, row, given);
      if (at > 0) {
        const pair = `${before} ${id}`;
        const between = links[at - 1]!;
        let link = between.get(pair);
        if (!link) between.set(pair, (link = { from: before, to: id, ...nothing() }));
        add(link, row, given);
      }
      before = id;
    }
  }
  return {
    ...all,
    levels: inOrder(nodes),
    links: links.map((each) => [...each.values()]) as EstateMap['links'],
  };
}

/** What belongs together stands together, so that few ribbons cross; within that the heaviest first, and the rest last. */
function inOrder(nodes: ReadonlyMap<Level, ReadonlyMap<string, MapNode>>): EstateMap['levels'] {
  const rank = { one: 0, nobody: 1, rest: 2 };
  const places: Partial<Record<Level, Map<string, number>>> = {};
  const placeOf = (level: Level, { row }: MapNode): number => places[level]?.get(idOn(level, row)) ?? Infinity;
  const sorted = (level: Level, near: readonly Level[]): MapNode[] => {
    const order = [...nodes.get(level)!.values()].sort((a, b) => {
      const kinds = rank[a.kind] - rank[b.kind];
      if (kinds !== 0) return kinds;
      for (const other of near) {
        const one = placeOf(other, a);
        const two = placeOf(other, b);
        if (one !== two) return one - two;
      }
      return byWeight(a, b) || byId(a.id, b.id);
    });
    places[level] = new Map(order.map(({ id }, at) => [id, at]));
    return order;
  };
  const organization = sorted('organization', []);
  const workspace = sorted('workspace', ['organization']);
  const owner = sorted('owner', ['organization']);
  return { organization, workspace, key: sorted('key', ['workspace', 'owner']), owner };
}

/** How an organization's living production keys are spread over owners. */
export interface Concentration {
  organization: OrganizationView;
  production: number;
  /** The owner with most of them, `null` where none has one. */
  most: { user: User; production: number } | null;
  /** Owners of whom the finding `concentration` speaks (`lib/rules/concentration.ts`). */
  heavy: Set<string>;
}

/** The spread of each organization, in the order of the rows. */
export function concentrationsOf(rows: readonly KeyRow[]): Concentration[] {
  const found = new Map<string, Concentration & { byOwner: Map<string, { user: User; production: number }> }>();
  for (const { organization, owner, key } of rows) {
    let known = found.get(organization.id);
    if (!known) {
      known = { organization, production: 0, most: null, heavy: new Set(), byOwner: new Map() };
      found.set(organization.id, known);
    }
    if (key.type !== 'production' || !isLiving(key.status)) continue;
    known.production += 1;
    if (!owner) continue;
    let own = known.byOwner.get(owner.id);
    if (!own) known.byOwner.set(owner.id, (own = { user: owner, production: 0 }));
    own.production += 1;
  }
  return [...found.values()].map(({ byOwner, ...known }) => {
    const { percent, keys } = known.organization.policy.concentration;
    for (const [id, own] of byOwner) {
      if (own.production > (known.most?.production ?? 0)) known.most = own;
      if (own.production >= keys && own.production * 100 >= percent * known.production) known.heavy.add(id);
    }
    return known;
  });
}

/** Where a node stands in its column, in pixels. */
export interface Place {
  top: number;
  height: number;
}

const gap = 6;

/** Room for a label: of two lines, of three where names are long and boxes few, of one for a key, which counts nothing. */
function leastHeight({ level, kind }: MapNode): number {
  if (level === 'organization') return 56;
  return level === 'key' && kind === 'one' ? 28 : 40;
}

const leastOf = (nodes: readonly MapNode[]): number => nodes.reduce((sum, node) => sum + leastHeight(node) + gap, -gap);

/** How high the picture is: as its fullest column asks. */
export function heightOf(map: EstateMap): number {
  return Math.max(...levels.map((level) => leastOf(map.levels[level])));
}

/** Heights as near to the share of keys as labels allow; one below the other, as high as the picture. */
export function placesOf(nodes: readonly MapNode[], height: number): Map<string, Place> {
  const total = nodes.reduce((sum, node) => sum + keysOf(node), 0);
  const room = Math.max(0, height - leastOf(nodes));
  let top = 0;
  const places = new Map<string, Place>();
  for (const node of nodes) {
    const own = leastHeight(node) + (room * keysOf(node)) / total;
    places.set(node.id, { top, height: own });
    top += own + gap;
  }
  return places;
}

export interface Ribbon {
  link: MapLink;
  from: Place;
  to: Place;
}

/** Where each link leaves its node and reaches the next: below one another in the order of the other side. */
export function ribbonsOf(
  links: readonly MapLink[],
  left: ReadonlyMap<string, Place>,
  right: ReadonlyMap<string, Place>,
): Ribbon[] {
  const slices = (near: 'from' | 'to', places: ReadonlyMap<string, Place>, other: ReadonlyMap<string, Place>) => {
    const far = near === 'from' ? 'to' : 'from';
    const totals = new Map<string, number>();
    for (const link of links) totals.set(link[near], (totals.get(link[near]) ?? 0) + keysOf(link));
    const used = new Map<string, number>();
    const found = new Map<MapLink, Place>();
    for (const link of [...links].sort((a, b) => other.get(a[far])!.top - other.get(b[far])!.top)) {
      const place = places.get(link[near])!;
      const before = used.get(link[near]) ?? 0;
      const height = (place.height * keysOf(link)) / totals.get(link[near])!;
      found.set(link, { top: place.top + before, height });
      used.set(link[near], before + height);
    }
    return found;
  };
  const from = slices('from', left, right);
  const to = slices('to', right, left);
  return links.map((link) => ({ link, from: from.get(link)!, to: to.get(link)! }));
}

export interface TimelineBar {
  /** `overdue`, a month as `2026-11`, `later`, `never` (the policy asks for none) or `unknown` (no age). */
  id: string;
  production: number;
  sandbox: number;
}

const monthsAhead = 12;

/** When the present secrets are due by the policy, month by month; with age only known as "at least", the latest month it can be. */
export function timelineOf(rows: readonly KeyRow[], now: Instant): TimelineBar[] {
  const months = Array.from({ length: monthsAhead }, (_, ahead) =>
    new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1 + ahead, 1)).toISOString().slice(0, 7),
  );
  const bars = new Map(
    ['overdue', ...months, 'later', 'never', 'unknown'].map((id): [string, TimelineBar] => [
      id,
      { id, production: 0, sandbox: 0 },
    ]),
  );
  for (const { key, organization } of rows) {
    if (!isLiving(key.status)) continue;
    bars.get(dueIn(rotationDaysOf(key, organization.policy), keySince(key)?.since ?? null, now))![key.type] += 1;
  }
  return [...bars.values()];
}

function dueIn(days: number, since: string | null, now: Instant): string {
  if (days === 0) return 'never';
  if (since === null) return 'unknown';
  const due = new Date(Date.parse(since) + days * 86_400_000).toISOString();
  if (due <= now) return 'overdue';
  const month = due.slice(0, 7);
  const ahead =
    (Number(month.slice(0, 4)) - Number(now.slice(0, 4))) * 12 + Number(month.slice(5)) - Number(now.slice(5, 7));
  return ahead < monthsAhead ? month : 'later';
}

export interface RateRow {
  user: User | null;
  group: RateGroup;
  use: ClassUse;
  organization: OrganizationView;
}

/** Owners whose keys declare a demand that has a limit, fullest first; and how many owners declare none. */
export function rateRowsOf(organizations: readonly OrganizationView[]): { rows: RateRow[]; silent: number } {
  let silent = 0;
  const rows = organizations.flatMap((organization) =>
    rateGroups(organization.index, organization.policy).flatMap((group): RateRow[] => {
      const use = fullestUse(group);
      if (use !== null)
        return [{ user: organization.index.users.get(group.ownerId) ?? null, group, use, organization }];
      silent += 1;
      return [];
    }),
  );
  rows.sort((a, b) => b.use.use! - a.use.use! || byId(a.group.ownerId, b.group.ownerId));
  return { rows, silent };
}
