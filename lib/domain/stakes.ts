/**
 * Stakes: the slice of the mapping that concerns one page, sent to its content script ahead of any click, so that the
 * verdict can be given inside the event. It holds what is needed to decide and to say why, and nothing else: whatever
 * reaches a content script must be taken as readable by the page (quality.md, section 3.1).
 */
import { firstHeard } from './key-age.ts';
import { emailKey, nameKey, type PersonRef, personKey } from './identity.ts';
import { isLiving } from './key-states.ts';
import type { Mapping, MappingIndex } from './mapping.ts';
import { mayBeAdmin } from './members.ts';
import type { Instant } from './words.ts';

/** A hold that was let go: `Remove anyway`, for one kind of action on these people and keys, until a moment. */
export interface Lift {
  id: string;
  action: 'remove' | 'change-role' | 'change-licence' | 'generate' | 'deactivate-workspace';
  userIds: string[];
  keyIds: string[];
  workspaceIds: string[];
  until: Instant;
}

export interface Stakes {
  /** The slice; coverage and names of all workspaces, people asked for, keys that hang on them. */
  mapping: Mapping;
  /** `personKey` of each person asked for → our user ids that it may mean; several when one name fits two people. */
  people: Record<string, string[]>;
  /** The one thing of the policy that an answer inside a click depends on. */
  readingDays: number;
  lifts: Lift[];
  /** Rises with every change of this region's mapping. */
  revision: number;
  /** Our id of the person who is signed in, as far as known. */
  signedInUserId: string | null;
}

/** Look-ups from what a page tells of a person to our users. */
export interface PeopleIndex {
  byId: Map<string, string[]>;
  byEmail: Map<string, string[]>;
  byName: Map<string, string[]>;
  /** Users whose address nobody knows: a name can still mean them when a page also shows an address. */
  withoutEmail: Set<string>;
}

function push(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (!ids) map.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

/** Builds the look-ups once for a mapping. */
export function indexPeople(mapping: Mapping): PeopleIndex {
  const index: PeopleIndex = { byId: new Map(), byEmail: new Map(), byName: new Map(), withoutEmail: new Set() };
  for (const user of mapping.users) {
    if (user.pandadocId) push(index.byId, user.pandadocId, user.id);
    if (user.email) push(index.byEmail, emailKey(user.email), user.id);
    else index.withoutEmail.add(user.id);
    if (user.name) push(index.byName, nameKey(user.name), user.id);
  }
  return index;
}

/**
 * The users that a reference may mean. An id or an e-mail address decides; a name alone may fit several, and then all
 * of them are meant (product.md, "The guard"). A reference whose id and address mean different people means both.
 */
export function resolvePerson(index: PeopleIndex, person: PersonRef): string[] {
  const byId = person.pandadocId ? (index.byId.get(person.pandadocId) ?? []) : [];
  const byEmail = person.email ? (index.byEmail.get(emailKey(person.email)) ?? []) : [];
  const sure = [...new Set([...byId, ...byEmail])];
  if (sure.length > 0) return sure;
  if (!person.name) return [];
  const byName = index.byName.get(nameKey(person.name)) ?? [];
  return person.email ? byName.filter((id) => index.withoutEmail.has(id)) : byName;
}

/**
 * Cuts the slice for the people of one page, and for workspaces whose keys it is about.
 *
 * @param workspaceIds ids of ours; all living keys of these belong to the slice, whoever owns them
 * @returns without `readingDays`, `lifts`, `revision` and `signedInUserId`, which the background keeps
 */
export function sliceFor(
  index: MappingIndex,
  peopleIndex: PeopleIndex,
  asked: readonly PersonRef[],
  workspaceIds: readonly string[] = [],
): Pick<Stakes, 'mapping' | 'people'> {
  const people: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const userIds = new Set<string>();
  for (const person of asked) {
    const ids = resolvePerson(peopleIndex, person);
    people[personKey(person)] = ids;
    for (const id of ids) userIds.add(id);
  }
  const keyIds = new Set<string>();
  const memberships = [];
  for (const userId of userIds) {
    for (const key of index.keysByOwner.get(userId) ?? []) if (isLiving(key.status)) keyIds.add(key.id);
    for (const membership of index.membershipsByUser.get(userId) ?? []) {
      memberships.push(membership);
      if (!mayBeAdmin(membership) && membership.lastAdminAt === null) continue;
      for (const key of index.keysByWorkspace.get(membership.workspaceId) ?? []) {
        if (key.ownerId === null && isLiving(key.status)) keyIds.add(key.id);
      }
    }
  }
  for (const workspaceId of workspaceIds) {
    for (const key of index.keysByWorkspace.get(workspaceId) ?? []) if (isLiving(key.status)) keyIds.add(key.id);
  }
  const { mapping } = index;
  return {
    people,
    mapping: {
      region: mapping.region,
      organization: mapping.organization,
      workspaces: mapping.workspaces,
      users: mapping.users.filter((user) => userIds.has(user.id)),
      memberships,
      keys: mapping.keys
        .filter((key) => keyIds.has(key.id))
        // What the page does not need to decide or to say stays out of it.
        .map((key) => ({ ...key, notes: null, demand: {}, provenance: firstHeard(key) })),
      coverage: mapping.coverage,
    },
  };
}
