/** Whose key it is, and what that owner is, has to be said by a person: PandaDoc's key page shows neither. */
import type { Found, Rule } from '../domain/findings.ts';
import { isLiving } from '../domain/key-states.ts';
import type { Examples } from './support/example.ts';

export const rule: Rule = {
  subject: 'key',
  severities: ['medium'],
  reasons: ['unknown', 'untagged'],
  find: ({ index }) =>
    index.mapping.keys.flatMap((key): Found[] => {
      if (!isLiving(key.status)) return [];
      const owner = key.ownerId === null ? undefined : index.users.get(key.ownerId);
      if (owner && owner.kind !== null) return [];
      const details = owner ? { reason: 'untagged', userIds: [owner.id] } : { reason: 'unknown' };
      return [{ subjectId: key.id, severity: 'medium', details }];
    }),
};

export const examples: Examples = {
  fires: [
    {
      says: 'nobody said who owns it, sandbox or not',
      given: { keys: { k1: {}, k2: { type: 'sandbox' } } },
      finds: {
        k1: { severity: 'medium', details: { reason: 'unknown' } },
        k2: { severity: 'medium', details: { reason: 'unknown' } },
      },
    },
    {
      says: 'the owner has no tag; that an Org Admin owns it says nothing about person or service account',
      given: {
        users: { ann: { kind: null }, max: { kind: null, orgAdmin: 'yes' } },
        keys: { k1: { ownerId: 'ann' }, k2: { ownerId: 'max' } },
      },
      finds: {
        k1: { severity: 'medium', details: { reason: 'untagged', userIds: ['ann'] } },
        k2: { severity: 'medium', details: { reason: 'untagged', userIds: ['max'] } },
      },
    },
  ],
  doesNotFire: [
    {
      says: 'owner and tag are known',
      given: { users: { ann: { kind: 'person' } }, keys: { k: { ownerId: 'ann' } } },
    },
    { says: 'a key that is no longer in use needs no owner', given: { keys: { k: { status: 'deactivated' } } } },
  ],
  cannotTell: [
    {
      says: 'not knowing is what this rule is about: it always can tell, and a workspace without known keys has none',
      given: { workspaces: { w: {} }, read: { w: { keys: 'never' } } },
      unclear: [],
    },
  ],
};
