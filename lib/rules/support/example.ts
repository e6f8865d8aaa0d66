/**
 * What an example of a rule looks like: a small mapping, and what the rule must say about it. An example writes out only
 * what it is about: owners are Admins of every workspace in which they own a key, unless `members` says otherwise, and
 * every workspace was read completely an hour ago, unless `read` says otherwise.
 */
import type { FindingContext, FindingDetails, FindingSeverity } from '../../domain/findings.ts';
import { indexMapping, type Key, type Membership, type User, type Workspace } from '../../domain/mapping.ts';
import { defaultPolicy, type Policy } from '../../domain/policy.ts';
import type { Day, Instant } from '../../domain/words.ts';

/** The moment at which every example takes place. */
export const exampleNow: Instant = '2026-06-30T12:00:00.000Z';
/** An hour before. */
export const justNow: Instant = '2026-06-30T11:00:00.000Z';

/** The day so many days before the examples' now. */
export function daysAgo(days: number): Day {
  return new Date(Date.parse(exampleNow) - days * 86_400_000).toISOString().slice(0, 10);
}

/** When a page was read: `'now'`, `'never'`, so many days ago; `partly` = not all of it was seen. */
export type Read = 'now' | 'never' | 'partly' | number;

export interface Given {
  workspaces?: Record<string, Partial<Workspace>>;
  users?: Record<string, Partial<User>>;
  /** By workspace, then by user: a role, or the membership. */
  members?: Record<string, Record<string, string | null | Partial<Membership>>>;
  /** A key needs its workspace (`w` unless said); everything else is filled in. */
  keys?: Record<string, Partial<Key>>;
  /** By workspace: of the key page and the member list. */
  read?: Record<string, { keys?: Read; members?: Read }>;
  policy?: Partial<Policy>;
}

export interface Example {
  /** What the case is, as a sentence for people. */
  says: string;
  given: Given;
}

export interface Firing extends Example {
  /** Subject → what the rule says of it; with details only where the example is about them. */
  finds: Record<string, FindingSeverity | { severity: FindingSeverity; details: FindingDetails }>;
}

export interface Examples {
  fires: readonly Firing[];
  doesNotFire: readonly Example[];
  /** With the subjects that cannot be judged; `[]` where the rule has nobody to name. */
  cannotTell: readonly (Example & { unclear: readonly string[] })[];
}

function reading(read: Read): { at: Instant; complete: boolean } | null {
  if (read === 'never') return null;
  const at = typeof read === 'number' ? `${daysAgo(read)}T11:00:00.000Z` : justNow;
  return { at, complete: read !== 'partly' };
}

/** The context that an example's mapping makes. */
export function contextOf(given: Given): FindingContext {
  const keys = Object.entries(given.keys ?? {}).map(([id, key]): Key => ({
    id,
    workspaceId: 'w',
    type: 'production',
    label: id,
    hint: null,
    status: 'active',
    generation: 1,
    ownerId: null,
    createdOn: null,
    rotatedOn: null,
    verifiedOn: null,
    rotationDays: null,
    usedBy: ['an integration'],
    demand: {},
    notes: null,
    provenance: {},
    ...key,
  }));
  const memberships = new Map<string, Membership>();
  const add = (userId: string, workspaceId: string, more: Partial<Membership>): void => {
    memberships.set(`${userId} ${workspaceId}`, {
      userId,
      workspaceId,
      membershipId: null,
      role: 'Admin',
      status: 'active',
      lastAdminAt: null,
      ...more,
    });
  };
  for (const { ownerId, workspaceId } of keys) {
    const said = given.members?.[workspaceId];
    if (ownerId !== null && !said) add(ownerId, workspaceId, {});
  }
  for (const [workspaceId, members] of Object.entries(given.members ?? {})) {
    for (const [userId, said] of Object.entries(members)) {
      add(userId, workspaceId, typeof said === 'object' && said !== null ? said : { role: said });
    }
  }
  const named = <T>(ids: Iterable<string | null>, said: Record<string, Partial<T>> | undefined) =>
    [...new Set([...Object.keys(said ?? {}), ...ids])].filter((id) => id !== null).sort();
  const all = [...memberships.values()];
  const workspaceIds = named<Workspace>(
    [...keys, ...all].map(({ workspaceId }) => workspaceId),
    given.workspaces,
  );
  const userIds = named<User>([...keys.map(({ ownerId }) => ownerId), ...all.map(({ userId }) => userId)], given.users);
  const mapping = {
    region: 'us' as const,
    organization: { id: 'org', name: 'Northwind' },
    workspaces: workspaceIds.map((id): Workspace => ({
      id,
      pandadocId: null,
      name: id,
      kind: 'standard',
      status: 'active',
      ...given.workspaces?.[id],
    })),
    users: userIds.map((id): User => ({
      id,
      pandadocId: null,
      email: `${id}@northwind.example`,
      name: id,
      kind: 'service-account',
      orgAdmin: null,
      license: null,
      status: 'active',
      ...given.users?.[id],
    })),
    memberships: all,
    keys,
    coverage: Object.fromEntries(
      workspaceIds.map((id) => [
        id,
        { keys: reading(given.read?.[id]?.keys ?? 'now'), members: reading(given.read?.[id]?.members ?? 'now') },
      ]),
    ),
  };
  const policy = { ...defaultPolicy, ...given.policy };
  return { index: indexMapping(mapping), policy, now: exampleNow };
}
