/** A production key that hangs on a person stops on the day on which that person leaves. */
import type { Found, Rule } from '../domain/findings.ts';
import { isLiving } from '../domain/key-states.ts';
import type { Examples } from './support/example.ts';

export const rule: Rule = {
  subject: 'key',
  severities: ['high'],
  find: ({ index }) =>
    index.mapping.keys.flatMap((key): Found[] => {
      if (key.type !== 'production' || !isLiving(key.status) || key.ownerId === null) return [];
      const kind = index.users.get(key.ownerId)?.kind;
      // An owner without a tag may be a person; `owner-unknown` asks for the tag.
      if (kind == null) return [{ subjectId: key.id, severity: 'unclear' }];
      return kind === 'person' ? [{ subjectId: key.id, severity: 'high', details: { userIds: [key.ownerId] } }] : [];
    }),
};

export const examples: Examples = {
  fires: [
    {
      says: 'a person owns a production key',
      given: { users: { ann: { kind: 'person' } }, keys: { k: { ownerId: 'ann' } } },
      finds: { k: { severity: 'high', details: { userIds: ['ann'] } } },
    },
    {
      says: 'an Org Admin who is a person is a person too, and a narrowed key still lives',
      given: {
        users: { ann: { kind: 'person', orgAdmin: 'yes' } },
        keys: { k: { ownerId: 'ann', status: 'narrowed' } },
      },
      finds: { k: 'high' },
    },
  ],
  doesNotFire: [
    { says: 'a service account owns it', given: { keys: { k: { ownerId: 'svc' } } } },
    {
      says: 'a person owns a sandbox key',
      given: { users: { ann: { kind: 'person' } }, keys: { k: { ownerId: 'ann', type: 'sandbox' } } },
    },
    {
      says: 'the key is no longer in use',
      given: { users: { ann: { kind: 'person' } }, keys: { k: { ownerId: 'ann', status: 'revoked' } } },
    },
  ],
  cannotTell: [
    {
      says: 'nobody said what the owner is',
      given: { users: { ann: { kind: null } }, keys: { k: { ownerId: 'ann' } } },
      unclear: ['k'],
    },
    { says: 'nobody knows the owner', given: { keys: { k: {} } }, unclear: [] },
  ],
};
