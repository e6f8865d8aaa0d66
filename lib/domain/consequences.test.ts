import { describe, expect, test } from 'vitest';
import { aKey, aMapping, aMembership, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import { applyActions } from './apply-actions.ts';
import { consequences } from './consequences.ts';
import { type Action, impactOf } from './impact.ts';
import { indexMapping, type MappingIndex } from './mapping.ts';
import { defaultPolicy } from './policy.ts';

const mapping = aMapping({
  workspaces: [aWorkspace('A'), aWorkspace('B')],
  users: [aUser('dana', { license: 'Full', orgAdmin: 'yes' }), aUser('robin')],
  memberships: [
    aMembership('dana', 'A', 'Admin'),
    aMembership('dana', 'B', 'Admin'),
    aMembership('robin', 'A', 'Admin'),
  ],
  keys: [
    aKey('a', 'A', 'dana', { demand: { create: 220 }, hint: '9f3c', usedBy: ['CRM'], createdOn: '2026-01-01' }),
    aKey('b', 'B', 'dana', { demand: { create: 220 } }),
    aKey('r', 'A', 'robin', { type: 'sandbox' }),
  ],
});
const index = indexMapping(mapping);
const users = ['dana'];
const statuses = ({ mapping: { keys } }: MappingIndex) => keys.map(({ id, status }) => `${id} ${status}`);

describe('the mapping afterwards', () => {
  test.each<[string, Action, string[]]>([
    ['remove', { kind: 'remove', users, scope: { workspaces: ['A'] } }, ['a presumed-dead', 'b active', 'r active']],
    ['deactivate user', { kind: 'deactivate-user', users }, ['a presumed-dead', 'b presumed-dead', 'r active']],
    [
      'deactivate workspace',
      { kind: 'deactivate-workspace', workspaces: ['A'] },
      ['a presumed-dead', 'b active', 'r presumed-dead'],
    ],
    [
      'demotion',
      { kind: 'change-role', users, scope: 'all', role: 'Member' },
      ['a narrowed', 'b narrowed', 'r active'],
    ],
    ['licence cut', { kind: 'change-licence', users, license: 'Guest' }, ['a narrowed', 'b narrowed', 'r active']],
    ['no longer Org Admin', { kind: 'drop-org-admin', users }, ['a active', 'b active', 'r active']],
    ['generate', { kind: 'generate', workspace: 'A', type: 'production' }, ['a active', 'b active', 'r active']],
  ])('%s', (_, action, expected) => {
    const after = applyActions(index, [action], now, defaultPolicy);
    expect(statuses(after)).toEqual(expected);
    // What is dead cannot be killed again.
    if (action.kind !== 'generate') expect(impactOf(after, [action], now, defaultPolicy).dies).toEqual([]);
    expect(indexMapping(mapping)).toEqual(index);
  });

  test('a role that was Admin is remembered; licence, type and membership follow', () => {
    const after = applyActions(
      index,
      [
        { kind: 'change-role', users, scope: { workspaces: ['A'] }, role: 'Member' },
        { kind: 'change-licence', users, license: 'Creator' },
        { kind: 'drop-org-admin', users },
        { kind: 'remove', users: ['robin'], scope: 'all' },
      ],
      now,
      defaultPolicy,
    );
    expect(after.mapping.memberships.map(({ role, status, lastAdminAt }) => [role, status, lastAdminAt])).toEqual([
      ['Member', 'active', now],
      ['Admin', 'active', null],
      ['Admin', 'removed', null],
    ]);
    expect(after.users.get('dana')).toMatchObject({ license: 'Creator', orgAdmin: 'no' });
    expect(after.keys.get('r')?.status).toBe('presumed-dead');
  });

  test('a blocked user, a deactivated workspace', () => {
    const after = applyActions(
      index,
      [
        { kind: 'deactivate-user', users },
        { kind: 'deactivate-workspace', workspaces: ['B'] },
      ],
      now,
      defaultPolicy,
    );
    expect(after.users.get('dana')?.status).toBe('blocked');
    expect(after.workspaces.get('B')?.status).toBe('deactivated');
    expect(after.mapping.memberships.filter(({ status }) => status === 'removed')).toHaveLength(2);
  });

  test('a new secret inherits neither owner, hint nor dates; uses, demand and label stay', () => {
    const [key] = applyActions(index, [{ kind: 'generate', workspace: 'A', type: 'production' }], now, defaultPolicy)
      .mapping.keys;
    expect(key).toMatchObject({ generation: 2, ownerId: null, hint: null, createdOn: null, usedBy: ['CRM'] });
    expect(key?.demand).toEqual({ create: 220 });
  });
});

describe('consequences', () => {
  test('only groups that change, before and after', () => {
    const { rateGroups } = consequences(
      index,
      [{ kind: 'remove', users, scope: { workspaces: ['A'] } }],
      now,
      defaultPolicy,
    );
    expect(rateGroups.map(({ ownerId, before, after }) => [ownerId, before.level, after.level])).toEqual([
      ['dana', 'tight', 'fine'],
    ]);
  });

  test('findings that open and close, by rule and subject', () => {
    const rule = ({ mapping: { keys } }: MappingIndex) =>
      keys.map((key) => ({ rule: key.status, subjectKind: 'key', subjectId: key.id }));
    const { opened, closed } = consequences(index, [{ kind: 'deactivate-user', users }], now, defaultPolicy, rule);
    expect(opened.map(({ rule: name, subjectId }) => `${name} ${subjectId}`)).toEqual([
      'presumed-dead a',
      'presumed-dead b',
    ]);
    expect(closed.map(({ rule: name, subjectId }) => `${name} ${subjectId}`)).toEqual(['active a', 'active b']);
  });

  test('no action, no consequence', () => {
    expect(consequences(index, [], now, defaultPolicy)).toMatchObject({
      rateGroups: [],
      opened: [],
      closed: [],
      after: index,
    });
  });
});
