/** What was never read, or long ago, may hold keys that nobody here knows of. */
import { coverageOf, isFresh } from '../domain/coverage.ts';
import type { Found, Rule } from '../domain/findings.ts';
import { daysAgo, type Examples, justNow } from './support/example.ts';

export const rule: Rule = {
  subject: 'workspace',
  severities: ['info'],
  reasons: ['keys', 'members', 'both', 'keys-incomplete'],
  find: ({ index, now, policy }) =>
    index.mapping.workspaces.flatMap(({ id, status }): Found[] => {
      if (status === 'deactivated') return [];
      const { keys, members } = coverageOf(index.mapping, id);
      const [keysFresh, membersFresh] = [isFresh(keys, now, policy), isFresh(members, now, policy)];
      if (keysFresh && membersFresh) {
        // A key page that was not seen whole may show more keys further down.
        if (keys === null || keys.complete) return [];
        return [{ subjectId: id, severity: 'info', details: { reason: 'keys-incomplete', from: keys.at } }];
      }
      const reason = keysFresh ? 'members' : membersFresh ? 'keys' : 'both';
      const old = [keysFresh ? null : keys, membersFresh ? null : members].flatMap((reading) => reading?.at ?? []);
      // Where one of the two was never read, no date says since when.
      const from = old.length === (reason === 'both' ? 2 : 1) ? old.sort()[0]! : null;
      return [{ subjectId: id, severity: 'info', details: { reason, from } }];
    }),
};

export const examples: Examples = {
  fires: [
    {
      says: 'never read, one page or both',
      given: {
        workspaces: { a: {}, b: {}, c: { status: 'not-observed' } },
        read: { a: { keys: 'never' }, b: { members: 'never' }, c: { keys: 'never', members: 31 } },
      },
      finds: {
        a: { severity: 'info', details: { reason: 'keys', from: null } },
        b: { severity: 'info', details: { reason: 'members', from: null } },
        c: { severity: 'info', details: { reason: 'both', from: null } },
      },
    },
    {
      says: 'longer ago than the policy’s days',
      given: { workspaces: { w: {} }, read: { w: { keys: 31, members: 40 } } },
      finds: { w: { severity: 'info', details: { reason: 'both', from: `${daysAgo(40)}T11:00:00.000Z` } } },
    },
    {
      says: 'one of both longer ago, and the other within the days',
      given: { workspaces: { a: {}, b: {} }, read: { a: { keys: 31 }, b: { members: 40 } } },
      finds: {
        a: { severity: 'info', details: { reason: 'keys', from: `${daysAgo(31)}T11:00:00.000Z` } },
        b: { severity: 'info', details: { reason: 'members', from: `${daysAgo(40)}T11:00:00.000Z` } },
      },
    },
    {
      says: 'the key page was read within the days, but not to its end',
      given: { workspaces: { w: {} }, read: { w: { keys: 'partly' } } },
      finds: { w: { severity: 'info', details: { reason: 'keys-incomplete', from: justNow } } },
    },
  ],
  doesNotFire: [
    {
      says: 'a member list that was not read to its end hides no key',
      given: { workspaces: { w: {} }, read: { w: { members: 'partly' } } },
    },
    {
      says: 'both were read within the days',
      given: { workspaces: { w: {} }, read: { w: { keys: 30, members: 30 } } },
    },
    {
      says: 'it is no longer active',
      given: { workspaces: { w: { status: 'deactivated' } }, read: { w: { keys: 'never', members: 'never' } } },
    },
    {
      says: 'the organization allows more days',
      given: { workspaces: { w: {} }, read: { w: { keys: 50, members: 50 } }, policy: { readingDays: 60 } },
    },
  ],
  cannotTell: [
    {
      says: 'not having read is what this rule is about: of a workspace that nobody knows it says nothing',
      given: {},
      unclear: [],
    },
  ],
};
