/** Removing one Org Admin who owns production keys in several workspaces stops all of them, and each reaches everything. */
import type { Found, Rule } from '../domain/findings.ts';
import { isLiving } from '../domain/key-states.ts';
import type { Examples } from './support/example.ts';

export const rule: Rule = {
  subject: 'user',
  severities: ['high'],
  find: ({ index }) =>
    index.mapping.users.flatMap((user): Found[] => {
      if (user.orgAdmin === 'no') return [];
      const keys = (index.keysByOwner.get(user.id) ?? []).filter(
        (key) => key.type === 'production' && isLiving(key.status),
      );
      const workspaceIds = [...new Set(keys.map(({ workspaceId }) => workspaceId))].sort();
      if (workspaceIds.length < 2) return [];
      if (user.orgAdmin === null) return [{ subjectId: user.id, severity: 'unclear' }];
      const details = { count: keys.length, of: workspaceIds.length, workspaceIds };
      return [{ subjectId: user.id, severity: 'high', details }];
    }),
};

export const examples: Examples = {
  fires: [
    {
      says: 'an Org Admin owns production keys in two workspaces',
      given: {
        users: { max: { orgAdmin: 'yes' } },
        keys: {
          k1: { ownerId: 'max', workspaceId: 'b' },
          k2: { ownerId: 'max', workspaceId: 'a' },
          k3: { ownerId: 'max', workspaceId: 'b', status: 'unknown' },
        },
      },
      finds: { max: { severity: 'high', details: { count: 3, of: 2, workspaceIds: ['a', 'b'] } } },
    },
  ],
  doesNotFire: [
    {
      says: 'two in one workspace, or one of the two a sandbox key or no longer in use',
      given: {
        users: { max: { orgAdmin: 'yes' }, eve: { orgAdmin: 'yes' } },
        keys: {
          k1: { ownerId: 'max', workspaceId: 'a' },
          k2: { ownerId: 'max', workspaceId: 'a' },
          k3: { ownerId: 'max', workspaceId: 'b', type: 'sandbox' },
          k4: { ownerId: 'eve', workspaceId: 'a' },
          k5: { ownerId: 'eve', workspaceId: 'b', status: 'replaced' },
        },
      },
    },
    {
      says: 'the owner is said to be no Org Admin',
      given: {
        users: { ann: { orgAdmin: 'no' } },
        keys: { k1: { ownerId: 'ann', workspaceId: 'a' }, k2: { ownerId: 'ann', workspaceId: 'b' } },
      },
    },
  ],
  cannotTell: [
    {
      says: 'nobody said whether the owner of both is an Org Admin',
      given: { keys: { k1: { ownerId: 'ann', workspaceId: 'a' }, k2: { ownerId: 'ann', workspaceId: 'b' } } },
      unclear: ['ann'],
    },
  ],
};
