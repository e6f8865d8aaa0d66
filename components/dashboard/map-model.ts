/**
 * The pictures as numbers: which workspaces' keys hang on whom, when secrets are due, how full owners' limits are. What
 * would not fit into a picture is put together and counted; nothing is left out of the sums.
 */
import { isLiving } from '../../lib/domain/key-states.ts';
import { keySince, rotationDaysOf } from '../../lib/domain/key-age.ts';
import { type ClassUse, rateGroups, type RateGroup } from '../../lib/domain/rate-budget.ts';
import type { User } from '../../lib/domain/mapping.ts';
import type { Instant, KeyType } from '../../lib/domain/words.ts';
import type { KeyRow, OrganizationView } from '../ui/estate.ts';
import { fullestUse } from '../ui/rate-text.ts';

/** Keys by type; `dying` are those that an act under consideration would end. */
export interface Amount {
  production: number;
  sandbox: number;
  dying: number;
}

export interface FlowNode extends Amount {
  id: string;
  /** `rest` stands for several, `nobody` for keys of unknown owner. */
  kind: 'one' | 'rest' | 'nobody';
  name: string | null;
  /** The owner, where it is one. */
  user: User | null;
  /** How many workspaces or owners it stands for. */
  things: number;
}

export interface FlowLink extends Amount {
  workspace: string;
  owner: string;
}

export interface Flow extends Amount {
  workspaces: FlowNode[];
  owners: FlowNode[];
  links: FlowLink[];
  /** The owner with most production keys, `null` where no production key has one. */
  most: { user: User; production: number; share: number } | null;
}

const restId = 'rest';
const nobodyId = 'nobody';
const nothing = (): Amount => ({ production: 0, sandbox: 0, dying: 0 });

/** All keys of an amount. */
export function keysOf({ production, sandbox }: Pick<Amount, KeyType>): number {
  return production + sandbox;
}

function add(to: Amount, type: KeyType, dying: boolean): void {
  to[type] += 1;
  if (dying) to.dying += 1;
}

/** The first `most` ids by what would die, then by keys, then by id; the others become one. */
function shownIds(amounts: ReadonlyMap<string, Amount>, most: number): Set<string> {
  const ids = [...amounts].sort(
    ([a, one], [b, other]) => other.dying - one.dying || keysOf(other) - keysOf(one) || (a < b ? -1 : 1),
  );
  // One more instead of "1 other", which would take the same room and say less.
  return new Set(ids.slice(0, ids.length === most + 1 ? most + 1 : most).map(([id]) => id));
}

/**
 * The living keys of an organization as a flow from workspaces to owners.
 *
 * @param dying ids of keys that an act would end; empty without one
 * @param most how many workspaces and owners have a place of their own
 */
export function flowOf(rows: readonly KeyRow[], dying: ReadonlySet<string>, most: number): Flow {
  const living = rows.filter(({ key }) => isLiving(key.status));
  const byWorkspace = new Map<string, Amount>();
  const byOwner = new Map<string, Amount>();
  const all = nothing();
  const bump = (amounts: Map<string, Amount>, id: string, row: KeyRow): void => {
    let amount = amounts.get(id);
    if (!amount) amounts.set(id, (amount = nothing()));
    add(amount, row.key.type, dying.has(row.id));
  };
  const users = new Map<string, User>();
  for (const row of living) {
    add(all, row.key.type, dying.has(row.id));
    bump(byWorkspace, row.workspace.id, row);
    if (row.owner) {
      users.set(row.owner.id, row.owner);
      bump(byOwner, row.owner.id, row);
    }
  }
  const workspaceIds = shownIds(byWorkspace, most);
  const ownerIds = shownIds(byOwner, most);
  const nodes = { workspaces: new Map<string, FlowNode>(), owners: new Map<string, FlowNode>() };
  const links = new Map<string, FlowLink>();
  for (const row of living) {
    const workspace = workspaceIds.has(row.workspace.id) ? row.workspace.id : restId;
    const owner = row.owner === null ? nobodyId : ownerIds.has(row.owner.id) ? row.owner.id : restId;
    const isDying = dying.has(row.id);
    let node = nodes.workspaces.get(workspace);
    if (!node) {
      const one = workspace !== restId;
      node = {
        id: workspace,
        kind: one ? 'one' : 'rest',
        name: one ? row.workspace.name : null,
        user: null,
        ...nothing(),
        things: one ? 1 : byWorkspace.size - workspaceIds.size,
      };
      nodes.workspaces.set(workspace, node);
    }
    add(node, row.key.type, isDying);
    let person = nodes.owners.get(owner);
    if (!person) {
      const kind = owner === nobodyId ? 'nobody' : owner === restId ? 'rest' : 'one';
      person = {
        id: owner,
        kind,
        name: null,
        user: kind === 'one' ? row.owner : null,
        ...nothing(),
        things: kind === 'rest' ? byOwner.size - ownerIds.size : 1,
      };
      nodes.owners.set(owner, person);
    }
    add(person, row.key.type, isDying);
    const pair = `${workspace} ${owner}`;
    let link = links.get(pair);
    if (!link) links.set(pair, (link = { workspace, owner, ...nothing() }));
    add(link, row.key.type, isDying);
  }
  const rank = { one: 0, nobody: 1, rest: 2 };
  const order = (a: FlowNode, b: FlowNode): number =>
    rank[a.kind] - rank[b.kind] || b.dying - a.dying || keysOf(b) - keysOf(a) || (a.id < b.id ? -1 : 1);
  let heaviest: Flow['most'] = null;
  for (const [id, { production }] of byOwner) {
    if (production > (heaviest?.production ?? 0))
      heaviest = { user: users.get(id)!, production, share: production / all.production };
  }
  return {
    ...all,
    workspaces: [...nodes.workspaces.values()].sort(order),
    owners: [...nodes.owners.values()].sort(order),
    links: [...links.values()],
    most: heaviest,
  };
}

/** Where a node stands in its column, in pixels. */
export interface Place {
  top: number;
  height: number;
}

/** Room for a label of two lines. */
export const leastHeight = 38;
const gap = 6;

/** Heights as near to the share of keys as labels allow; one below the other. */
export function placesOf(nodes: readonly FlowNode[], height: number): { places: Map<string, Place>; height: number } {
  const total = nodes.reduce((sum, node) => sum + keysOf(node), 0);
  const room = Math.max(0, height - nodes.length * (leastHeight + gap));
  let top = 0;
  const places = new Map<string, Place>();
  for (const node of nodes) {
    const own = leastHeight + (total === 0 ? 0 : (room * keysOf(node)) / total);
    places.set(node.id, { top, height: own });
    top += own + gap;
  }
  return { places, height: Math.max(0, top - gap) };
}

export interface Ribbon {
  link: FlowLink;
  from: Place;
  to: Place;
}

/** Where each link leaves its workspace and reaches its owner: below one another in the order of the other side. */
export function ribbonsOf(flow: Flow, left: ReadonlyMap<string, Place>, right: ReadonlyMap<string, Place>): Ribbon[] {
  const slices = (
    side: 'workspace' | 'owner',
    places: ReadonlyMap<string, Place>,
    other: ReadonlyMap<string, Place>,
  ) => {
    const nodes = new Map((side === 'workspace' ? flow.workspaces : flow.owners).map((node) => [node.id, node]));
    const far = side === 'workspace' ? 'owner' : 'workspace';
    const used = new Map<string, number>();
    const found = new Map<FlowLink, Place>();
    for (const link of [...flow.links].sort((a, b) => other.get(a[far])!.top - other.get(b[far])!.top)) {
      const place = places.get(link[side])!;
      const before = used.get(link[side]) ?? 0;
      const height = (place.height * keysOf(link)) / keysOf(nodes.get(link[side])!);
      found.set(link, { top: place.top + before, height });
      used.set(link[side], before + height);
    }
    return found;
  };
  const from = slices('workspace', left, right);
  const to = slices('owner', right, left);
  return flow.links.map((link) => ({ link, from: from.get(link)!, to: to.get(link)! }));
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
}

/** Owners whose keys declare a demand that has a limit, fullest first; and how many owners declare none. */
export function rateRowsOf({ index, policy }: OrganizationView): { rows: RateRow[]; silent: number } {
  const groups = rateGroups(index, policy);
  const rows = groups.flatMap((group): RateRow[] => {
    const use = fullestUse(group);
    return use === null ? [] : [{ user: index.users.get(group.ownerId) ?? null, group, use }];
  });
  rows.sort((a, b) => b.use.use! - a.use.use! || (a.group.ownerId < b.group.ownerId ? -1 : 1));
  return { rows, silent: groups.length - rows.length };
}
