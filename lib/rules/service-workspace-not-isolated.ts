/** A service workspace is kept for organization-level keys: its only active member is the Org Admin. */
import type { Found, Rule } from '../domain/findings.ts';
import { activeMembers, knowsAllMembers } from '../domain/members.ts';
import type { Examples } from './support/example.ts';

export const rule: Rule = {
  subject: 'workspace',
  severities: ['critical'],
  find: ({ index, now, policy }) =>
    index.mapping.workspaces.flatMap(({ id, kind, status }): Found[] => {
      if (kind !== 'service' || status === 'deactivated') return [];
      const members = activeMembers(index, id);
      const isOrgAdmin = (userId: string): boolean => index.users.get(userId)?.orgAdmin === 'yes';
      // Whoever is the Org Admin may stay; where nobody or several are, one of them may, and the others are too many.
      const others = members.filter(({ userId }) => !isOrgAdmin(userId)).map(({ userId }) => userId);
      const userIds = others.length === members.length ? [] : others;
      if (members.length > 1) {
        return [
          {
            subjectId: id,
            severity: 'critical',
            details: { count: members.length - 1, ...(userIds.length > 0 && { userIds: userIds.sort() }) },
          },
        ];
      }
      return knowsAllMembers(index, id, now, policy) ? [] : [{ subjectId: id, severity: 'unclear' }];
    }),
};

export const examples: Examples = {
  fires: [
    {
      says: 'somebody else is in it',
      given: {
        workspaces: { w: { kind: 'service' } },
        users: { max: { orgAdmin: 'yes' } },
        members: { w: { max: 'Admin', eve: 'Member', bob: 'Manager' } },
      },
      finds: { w: { severity: 'critical', details: { count: 2, userIds: ['bob', 'eve'] } } },
    },
    {
      says: 'two Org Admins are one too many, and so are two of whom nobody is known as one',
      given: {
        workspaces: { a: { kind: 'service' }, b: { kind: 'service' } },
        users: { max: { orgAdmin: 'yes' }, tom: { orgAdmin: 'yes' } },
        members: { a: { max: 'Admin', tom: 'Admin' }, b: { ann: 'Admin', bob: 'Admin' } },
        read: { a: { members: 'partly' } },
      },
      finds: {
        a: { severity: 'critical', details: { count: 1 } },
        b: { severity: 'critical', details: { count: 1 } },
      },
    },
  ],
  doesNotFire: [
    {
      says: 'the Org Admin is alone in it; who left or is only invited does not count',
      given: {
        workspaces: { w: { kind: 'service' } },
        users: { max: { orgAdmin: 'yes' } },
        members: { w: { max: 'Admin', eve: { status: 'removed' }, ann: { status: 'invited' } } },
      },
    },
    {
      says: 'it is an ordinary workspace, or no longer active',
      given: {
        workspaces: { w: {}, old: { kind: 'service', status: 'deactivated' } },
        members: { w: { max: 'Admin', eve: 'Member' }, old: { max: 'Admin', eve: 'Member' } },
      },
    },
  ],
  cannotTell: [
    {
      says: 'its member list was never seen whole',
      given: {
        workspaces: { w: { kind: 'service' } },
        members: { w: { max: 'Admin' } },
        read: { w: { members: 'partly' } },
      },
      unclear: ['w'],
    },
  ],
};
