/** Who owns a key, and what that owner is: said by a person in one click, logged, taken back in one. */
import type { Draft } from '../domain/draft.ts';
import { believed, type Fact } from '../domain/facts.ts';
import { axesAfter, ownerTypeOf } from '../domain/owner-type.ts';
import type { Generation, KeyRecord } from '../domain/records.ts';
import { currentGeneration, resolveUser } from '../domain/resolve-mapping.ts';
import { adopted } from '../domain/say.ts';
import type { Instant, Region } from '../domain/words.ts';
import { type Changed, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Plan } from '../storage/repository.ts';
import type { Parts } from './parts.ts';
import { whoIsSignedIn } from './record-observation.ts';

function withCurrent(key: KeyRecord, changed: Partial<Generation>): KeyRecord {
  return { ...key, generations: [...key.generations.slice(0, -1), { ...currentGeneration(key), ...changed }] };
}

function keyIn(draft: Draft, id: string, region: Region | null): KeyRecord {
  const key = draft.get('keys', id);
  if (!key || (region !== null && key.region !== region)) throw new MessageError('not-found');
  return key;
}

/**
 * Sets the owner of keys, confirmed today; `null` says that it is not known.
 *
 * @param region where it is said, `null` from our own pages: a page never changes the other region's keys
 */
export function setOwner(
  parts: Parts,
  { op, keyIds, userId }: OwnMessages['own/set-owner']['send'],
  region: Region | null,
): Promise<Changed> {
  const tier = region === null ? 'own' : 'page';
  return parts.repository.change({ op, kind: 'set-owner', tier, region }, async ({ draft: makeDraft, now }) => {
    const draft = await makeDraft();
    const user = userId === null ? null : draft.get('users', userId);
    if (user === undefined) throw new MessageError('not-found');
    const say = <T>(value: T | null): Fact<T> => ({ value, source: 'entered', at: now, adapter: null });
    const log: Plan<Changed>['log'] = [];
    for (const id of keyIds) {
      const key = keyIn(draft, id, region);
      const organizationId = draft.get('workspaces', key.workspaceId)?.organizationId;
      if (user && user.organizationId !== organizationId) throw new MessageError('not-found');
      const generation = currentGeneration(key);
      draft.put(
        'keys',
        withCurrent(key, {
          // Written even where it is believed already: a person's word outlasts what was only inferred or read.
          ownerId: { ...generation.ownerId, entered: say(userId) },
          verifiedOn: { ...generation.verifiedOn, entered: say(userId === null ? null : dayOf(now)) },
        }),
      );
      log.push({
        region: key.region,
        kind: 'owner-changed',
        data: { key: id, from: believed(generation.ownerId), to: userId },
      });
    }
    return { changes: draft.changes(), log, undoable: true, answer: (done) => done };
  });
}

/**
 * Tags users: both axes are said at once. The log keeps who was signed in, and what the suggestion rested on that was
 * taken (product.md, "Owner type": with who, when and why).
 */
export function setOwnerType(
  parts: Parts,
  { op, userIds, ownerType, why }: OwnMessages['own/set-owner-type']['send'],
  region: Region | null,
): Promise<Changed> {
  const tier = region === null ? 'own' : 'page';
  return parts.repository.change({ op, kind: 'set-owner-type', tier, region }, async (situation) => {
    const { now } = situation;
    const draft = await situation.draft();
    const by = await whoIsSignedIn(situation);
    const log: Plan<Changed>['log'] = [];
    for (const id of userIds) {
      const user = draft.get('users', id);
      if (!user || (region !== null && user.region !== region)) throw new MessageError('not-found');
      const before = resolveUser(user);
      const { kind, orgAdmin } = axesAfter(ownerType, before);
      draft.put('users', {
        ...user,
        kind: { ...user.kind, entered: { value: kind, source: 'entered', at: now, adapter: null } },
        orgAdmin: adopted(user.orgAdmin, { value: orgAdmin, source: 'entered', at: now, adapter: null }),
      });
      const data = { user: id, from: ownerTypeOf(before), to: ownerType, by: by(user), ...(why && { why }) };
      log.push({ region: user.region, kind: 'owner-type-changed', data });
    }
    return { changes: draft.changes(), log, undoable: true, answer: (done) => done };
  });
}

/** Takes or leaves what Generate proposed: the signed-in person as owner, that day as the day it was made. */
export function confirmGeneration(
  parts: Parts,
  { op, keyId, accept }: OwnMessages['own/confirm-generation']['send'],
): Promise<Changed> {
  return parts.repository.change(
    { op, kind: 'confirm-generation', tier: 'own', region: null },
    async ({ draft: makeDraft, now }) => {
      const draft = await makeDraft();
      const key = keyIn(draft, keyId, null);
      const { ownerId, createdOn, verifiedOn } = currentGeneration(key);
      const proposed = { ownerId: ownerId.inferred?.value ?? null, createdOn: createdOn.inferred?.value ?? null };
      // Nothing is proposed any more: somebody said it meanwhile.
      if (proposed.ownerId === null && proposed.createdOn === null) throw new MessageError('not-found');
      const say = <T>(value: T | null): Fact<T> => ({ value, source: 'entered', at: now, adapter: null });
      draft.put(
        'keys',
        withCurrent(key, {
          ownerId: { ...ownerId, entered: say(accept ? proposed.ownerId : null) },
          createdOn: { ...createdOn, entered: say(accept ? proposed.createdOn : null) },
          verifiedOn: { ...verifiedOn, entered: say(accept ? dayOf(now) : null) },
        }),
      );
      const data = { key: keyId, accepted: accept, to: accept ? proposed.ownerId : null };
      return {
        changes: draft.changes(),
        log: [{ region: key.region, kind: 'generation-confirmed', data }],
        undoable: true,
        answer: (done) => done,
      };
    },
  );
}

function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}
