/** Deleting records with what depends on them. */
import type { Field } from '../domain/facts.ts';
import type { KeyRecord } from '../domain/records.ts';
import { type Changed, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Parts } from './parts.ts';

/** The field without sayings about users who are deleted: a reference to nobody would read as an owner. */
function without(field: Field<string>, userIds: ReadonlySet<string>): Field<string> {
  const left = Object.entries(field).filter(([, fact]) => fact.value === null || !userIds.has(fact.value));
  return left.length === Object.keys(field).length ? field : Object.fromEntries(left);
}

function withoutOwners(key: KeyRecord, userIds: ReadonlySet<string>): KeyRecord {
  const generations = key.generations.map((generation) => {
    const ownerId = without(generation.ownerId, userIds);
    // With the owner goes the day on which somebody confirmed that owner.
    return ownerId === generation.ownerId ? generation : { ...generation, ownerId, verifiedOn: {} };
  });
  return generations.every((generation, index) => generation === key.generations[index])
    ? key
    : { ...key, generations };
}

/** `own/delete`: memberships, keys and coverage go with a workspace, memberships with a user, whose keys stay. */
export function deleteRecords(parts: Parts, { op, store, ids }: OwnMessages['own/delete']['send']): Promise<Changed> {
  return parts.repository.change({ op, kind: 'delete', tier: 'own', region: null }, async ({ draft: makeDraft }) => {
    const draft = await makeDraft();
    const gone = new Set(ids);
    const log = [...gone].map((id) => {
      const record = draft.get(store, id);
      if (!record) throw new MessageError('not-found');
      return { region: record.region, kind: 'delete', data: { store, id } };
    });
    if (store !== 'keys') {
      for (const membership of draft.all('memberships')) {
        const { id, workspaceId, userId } = membership;
        if (gone.has(store === 'users' ? userId : workspaceId)) draft.delete('memberships', id);
      }
      for (const key of draft.all('keys')) {
        if (store === 'users') draft.put('keys', withoutOwners(key, gone));
        else if (gone.has(key.workspaceId)) draft.delete('keys', key.id);
      }
    }
    for (const id of gone) {
      if (store === 'workspaces') draft.delete('coverage', id);
      draft.delete(store, id);
    }
    for (const fingerprint of draft.all('fingerprints')) {
      if (!draft.get('keys', fingerprint.keyId)) draft.delete('fingerprints', fingerprint.id);
    }
    for (const accepted of draft.all('acceptances')) {
      if (gone.has(accepted.subjectId)) draft.delete('acceptances', accepted.id);
    }
    return { changes: draft.changes(), log, undoable: true, answer: (done) => done };
  });
}
