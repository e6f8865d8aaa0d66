/** An Org Admin's key reaches the whole organization; whoever is in its workspace as Admin can see or replace it. */
import type { Found, Rule } from '../domain/findings.ts';
import { isLiving } from '../domain/key-states.ts';
import { activeMembers, knowsAllMembers } from '../domain/members.ts';
import type { Examples } from './support/example.ts';

export const rule: Rule = {
  subject: 'key',
  severities: ['high'],
  find: ({ index, now, policy }) => {
    const membersOf = new Map<string, string[]>();
    const members = (workspaceId: string): string[] => {
      const known = membersOf.get(workspaceId) ?? activeMembers(index, workspaceId).map(({ userId }) => userId);
      membersOf.set(workspaceId, known);
      return known;
    };
    return index.mapping.keys.flatMap((key): Found[] => {
      if (!isLiving(key.status) || key.ownerId === null) return [];
      if (index.users.get(key.ownerId)?.orgAdmin !== 'yes') return [];
      const all = members(key.workspaceId);
      const others = all.length - (all.includes(key.ownerId) ? 1 : 0);
      if (others > 0) {
        const details = { userIds: [key.ownerId], count: others };
        return [{ subjectId: key.id, severity: 'high', details }];
      }
      return knowsAllMembers(index, key.workspaceId, now, policy) ? [] : [{ subjectId: key.id, severity: 'unclear' }];
    });
  },
};

export const examples: Examples = {
  fires: [
    {
      says: 'others are members of the workspace',
      given: {
        users: { max: { orgAdmin: 'yes' } },
        members: { w: { max: 'Admin', ann: 'Member', bob: 'Manager', eve: { status: 'removed' } } },
        keys: { k: { ownerId: 'max' } },
      },
      finds: { k: { severity: 'high', details: { userIds: ['max'], count: 2 } } },
    },
    {
      says: 'one other who is known suffices, however little of the list was seen',
      given: {
        users: { max: { orgAdmin: 'yes' } },
        members: { w: { ann: 'Member' } },
        keys: { k: { ownerId: 'max', type: 'sandbox' } },
        read: { w: { members: 'never' } },
      },
      finds: { k: { severity: 'high', details: { userIds: ['max'], count: 1 } } },
    },
  ],
  doesNotFire: [
    {
      says: 'the Org Admin is alone there; an invitation and somebody who left do not count',
      given: {
        users: { max: { orgAdmin: 'yes' }, eve: { status: 'blocked' } },
        members: { w: { max: 'Admin', ann: { status: 'invited' }, eve: 'Admin' } },
        keys: { k: { ownerId: 'max' } },
      },
    },
    {
      says: 'the owner is no Org Admin, or not known to be one',
      given: {
        users: { ann: { orgAdmin: 'no' }, bob: { orgAdmin: null } },
        members: { w: { ann: 'Admin', bob: 'Admin' } },
        keys: { k1: { ownerId: 'ann' }, k2: { ownerId: 'bob' } },
      },
    },
    {
      says: 'the key is no longer in use',
      given: {
        users: { max: { orgAdmin: 'yes' } },
        members: { w: { max: 'Admin', ann: 'Member' } },
        keys: { k: { ownerId: 'max', status: 'deactivated' } },
      },
    },
  ],
  cannotTell: [
    {
      says: 'the member list was never read',
      given: {
        users: { max: { orgAdmin: 'yes' } },
        keys: { k: { ownerId: 'max' } },
        read: { w: { members: 'never' } },
      },
      unclear: ['k'],
    },
  ],
};
