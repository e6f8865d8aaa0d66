/** Deleting a record with what depends on it. */
import type { Field } from '../domain/facts.ts';
import type { KeyRecord } from '../domain/records.ts';
import { type Changed, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Parts } from './parts.ts';

/** The field without sayings about a user who is deleted: a reference to nobody would read as an owner. */
function without(field: Field<string>, userId: string): Field<string> {
  const left = Object.entries(field).filter(([, fact]) => fact.value !== userId);
  return left.length === Object.keys(field).length ? field : Object.fromEntries(left);
}

function withoutOwner(key: KeyRecord, userId: string): KeyRecord {
  const generations = key.generations.map((generation) => {
    const ownerId = without(generation.ownerId, userId);
    // With the owner goes the day on which somebody confirmed that owner.
    return ownerId === generation.ownerId ? generation : { ...generation, ownerId, verifiedOn: {} };
  });
  return generations.every((generation, index) => generation === key.generations[index])
    ? key
    : { ...key, generations };
}

/** `own/delete`: memberships, keys and coverage go with a workspace, memberships with a user, whose keys stay. */
export function deleteRecord(parts: Parts, { op, store, id }: OwnMessages['own/delete']['send']): Promise<Changed> {
  return parts.repository.change({ op, kind: 'delete', tier: 'own', region: null }, async ({ draft: makeDraft }) => {
    const draft = await makeDraft();
    const record = draft.get(store, id);
    if (!record) throw new MessageError('not-found');
    if (store !== 'keys') {
      for (const membership of draft.all('memberships')) {
        if (membership.workspaceId === id || membership.userId === id) draft.delete('memberships', membership.id);
      }
      for (const key of draft.all('keys')) {
        if (store === 'users') draft.put('keys', withoutOwner(key, id));
        else if (key.workspaceId === id) draft.delete('keys', key.id);
      }
    }
    if (store === 'workspaces') draft.delete('coverage', id);
    draft.delete(store, id);
    return {
      changes: draft.changes(),
      log: [{ region: record.region, kind: 'delete', data: { store, id } }],
      undoable: true,
      answer: (done) => done,
    };
  });
}
