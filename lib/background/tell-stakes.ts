/** Answering a page: what hangs on its people, what its key rows say, who could own a key. */
import { ownerTypeOf } from '../domain/owner-type.ts';
import { isLiving } from '../domain/key-states.ts';
import { nameKey, type PersonRef } from '../domain/identity.ts';
import type { Key, MappingIndex, User } from '../domain/mapping.ts';
import { mayBeAdmin } from '../domain/members.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { resolvePerson, sliceFor, type Stakes } from '../domain/stakes.ts';
import type { PageSender } from '../messages/door.ts';
import { type KeyLine, MessageError, type OwnerCandidate, type PageMessages } from '../messages/protocol.ts';
import { validLifts } from './hold-action.ts';
import type { KnowMappings, KnownMapping } from './know-mapping.ts';
import type { Parts } from './parts.ts';
import { memoryKey, memoryOf } from './record-observation.ts';

const maxCandidates = 50;

/** The organization of the tab's last reading; else the one that knows most of the people. Never two in one answer. */
async function mappingFor(
  parts: Parts,
  mappings: KnownMapping[],
  people: readonly PersonRef[],
  tabId: number,
): Promise<KnownMapping | null> {
  if (mappings.length <= 1) return mappings[0] ?? null;
  const tabKey = `organization:${tabId}`;
  const last = (await parts.session.get(tabKey))[tabKey];
  const known = mappings.find(({ index }) => index.mapping.organization.id === last);
  if (known) return known;
  let best: KnownMapping | null = null;
  let most = -1;
  for (const mapping of mappings) {
    const found = people.filter((person) => resolvePerson(mapping.people, person).length > 0).length;
    if (found > most) [best, most] = [mapping, found];
  }
  return best;
}

/** `page/stakes`. */
export async function tellStakes(
  parts: Parts,
  know: KnowMappings,
  { people, workspaces = [] }: PageMessages['page/stakes']['send'],
  { region, tabId }: PageSender,
): Promise<Stakes> {
  const { mappings, revision } = await know(region);
  const lifts = await validLifts(parts, region);
  const mapping = await mappingFor(parts, mappings, people, tabId);
  if (!mapping) {
    return {
      mapping: {
        region,
        organization: { id: '', name: null },
        workspaces: [],
        users: [],
        memberships: [],
        keys: [],
        coverage: {},
      },
      people: {},
      readingDays: defaultPolicy.readingDays,
      lifts,
      revision,
      signedInUserId: null,
    };
  }
  const organizationId = mapping.index.mapping.organization.id;
  return {
    ...sliceFor(mapping.index, mapping.people, people, workspaces),
    readingDays: mapping.policy.readingDays,
    lifts,
    revision,
    signedInUserId: await signedInUser(parts, region, organizationId, mapping.index),
  };
}

async function signedInUser(
  parts: Parts,
  region: PageSender['region'],
  organizationId: string,
  index: MappingIndex,
): Promise<string | null> {
  const memory = memoryOf(await parts.repository.meta(memoryKey(region)));
  const id = memory.signedIn[organizationId];
  return id !== undefined && index.users.has(id) ? id : null;
}

function isAdminThere(index: MappingIndex, userId: string, workspaceId: string): boolean {
  const membership = index.membershipsByWorkspace.get(workspaceId)?.find((entry) => entry.userId === userId);
  return membership !== undefined && membership.status !== 'removed' && mayBeAdmin(membership);
}

function keyLine(index: MappingIndex, key: Key): KeyLine {
  const owner = key.ownerId === null ? undefined : index.users.get(key.ownerId);
  const who = owner && { userId: owner.id, name: owner.name, email: owner.email };
  const proposed = who && key.provenance.ownerId?.source === 'inferred' && key.verifiedOn === null;
  return {
    keyId: key.id,
    type: key.type,
    label: key.label,
    hint: key.hint,
    owner: owner && who ? { ...who, ownerType: ownerTypeOf(owner) } : null,
    proposed: proposed && key.createdOn !== null ? { ...who, createdOn: key.createdOn } : null,
    ownerNotAdmin: owner !== undefined && !isAdminThere(index, owner.id, key.workspaceId),
  };
}

/** `page/keys`: living keys of one workspace, and those presumed dead, whose row the page still shows. */
export async function tellKeys(
  know: KnowMappings,
  { workspaceId }: PageMessages['page/keys']['send'],
  { region }: PageSender,
): Promise<PageMessages['page/keys']['get']> {
  const { mappings, revision } = await know(region);
  const index = mappings.find((mapping) => mapping.index.workspaces.has(workspaceId))?.index;
  const all = index?.keysByWorkspace.get(workspaceId) ?? [];
  const living = all.filter((key) => isLiving(key.status));
  // A row of the page is the living key's, where there is one.
  const gone = all.filter((key) => key.status === 'presumed-dead' && !living.some((other) => other.type === key.type));
  const keys = [...living, ...gone];
  return { keys: index ? keys.map((key) => keyLine(index, key)) : [], revision };
}

/** `page/owner-candidates`: Admins of the key's workspace first, then the signed-in person, then by name. */
export async function tellOwnerCandidates(
  parts: Parts,
  know: KnowMappings,
  { keyId, query }: PageMessages['page/owner-candidates']['send'],
  { region }: PageSender,
): Promise<PageMessages['page/owner-candidates']['get']> {
  const { mappings } = await know(region);
  const index = mappings.find((mapping) => mapping.index.keys.has(keyId))?.index;
  const key = index?.keys.get(keyId);
  if (!index || !key) throw new MessageError('not-found');
  const signedIn = await signedInUser(parts, region, index.mapping.organization.id, index);
  const admins = new Set(
    (index.membershipsByWorkspace.get(key.workspaceId) ?? [])
      .filter((membership) => membership.status !== 'removed' && mayBeAdmin(membership))
      .map((membership) => membership.userId),
  );
  const wanted = nameKey(query);
  const matches = (user: User): boolean =>
    wanted === '' || [user.name, user.email].some((text) => text !== null && nameKey(text).includes(wanted));
  const candidates = index.mapping.users
    .filter((user) => user.status !== 'removed' && user.status !== 'blocked' && matches(user))
    .map((user): OwnerCandidate => ({
      userId: user.id,
      name: user.name,
      email: user.email,
      ownerType: ownerTypeOf(user),
      admin: admins.has(user.id),
      signedIn: user.id === signedIn,
    }));
  const rank = (candidate: OwnerCandidate): number => (candidate.admin ? 0 : 2) + (candidate.signedIn ? 0 : 1);
  const shown = (candidate: OwnerCandidate): string => nameKey(candidate.name ?? candidate.email ?? '');
  candidates.sort((a, b) => rank(a) - rank(b) || (shown(a) < shown(b) ? -1 : shown(a) > shown(b) ? 1 : 0));
  return { candidates: candidates.slice(0, maxCandidates) };
}
