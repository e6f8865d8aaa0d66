import { describe, expect, test } from 'vitest';
import { aKey, aMapping, aMembership, anIndex, aUser, aWorkspace, now } from '../../test/support/mappings.ts';
import type { FindingLike } from './consequences.ts';
import type { MappingIndex } from './mapping.ts';
import { indexMapping } from './mapping.ts';
import { whatIf } from './what-if.ts';
import { defaultPolicy } from './policy.ts';

const index = anIndex({
  workspaces: [aWorkspace('v'), aWorkspace('w')],
  users: [aUser('ana'), aUser('bob')],
  memberships: [aMembership('ana', 'w', 'Admin'), aMembership('bob', 'w', 'Member')],
  keys: [aKey('k1', 'w', 'ana'), aKey('k2', 'v', 'bob', { type: 'sandbox' })],
});

/** A rule of the test's own: each key that is dead. */
const dead = (mapping: MappingIndex): FindingLike[] =>
  [...mapping.keys.values()]
    .filter(({ status }) => status === 'presumed-dead')
    .map(({ id }) => ({ rule: 'dead', subjectKind: 'key', subjectId: id }));

describe('no production key may die', () => {
  test('broken by the one that dies, which is named', () => {
    const answer = whatIf(index, [{ kind: 'remove', users: ['ana'], scope: 'all' }], now, defaultPolicy, dead);
    expect(answer.noProductionKeyDies).toEqual({ answer: 'broken', keyIds: ['k1'] });
    expect(answer.impact.severity).toBe('critical');
    expect(answer.consequences.opened).toEqual([{ rule: 'dead', subjectKind: 'key', subjectId: 'k1' }]);
    expect(index.keys.get('k1')!.status).toBe('active');
  });

  test('a sandbox key may die, a production key may narrow', () => {
    const answer = whatIf(
      index,
      [
        { kind: 'remove', users: ['bob'], scope: 'all' },
        { kind: 'change-role', users: ['ana'], scope: 'all', role: 'Member' },
      ],
      now,
      defaultPolicy,
      dead,
    );
    expect(answer.noProductionKeyDies).toEqual({ answer: 'holds', keyIds: [] });
    expect(answer.impact).toMatchObject({ dies: ['k2'], narrows: ['k1'] });
  });

  test('no action breaks nothing', () => {
    expect(whatIf(index, [], now, defaultPolicy, dead)).toMatchObject({
      noProductionKeyDies: { answer: 'holds', keyIds: [] },
      consequences: { opened: [], closed: [], rateGroups: [] },
    });
  });

  test('not known where a key of unknown owner may be theirs, or a page was never read', () => {
    const { mapping } = index;
    const orphan = indexMapping({ ...mapping, keys: [aKey('k1', 'w', null)] });
    const remove = [{ kind: 'remove', users: ['ana'], scope: 'all' }] as const;
    expect(whatIf(orphan, remove, now, defaultPolicy, dead).noProductionKeyDies).toEqual({
      answer: 'not-known',
      keyIds: ['k1'],
    });
    const sandbox = indexMapping({ ...mapping, keys: [aKey('k1', 'w', null, { type: 'sandbox' })] });
    expect(whatIf(sandbox, remove, now, defaultPolicy, dead).noProductionKeyDies).toEqual({
      answer: 'holds',
      keyIds: [],
    });
    const unread = indexMapping(aMapping({ ...mapping, keys: [], coverage: {} }));
    expect(whatIf(unread, remove, now, defaultPolicy, dead).noProductionKeyDies).toEqual({
      answer: 'not-known',
      keyIds: [],
    });
  });
});
