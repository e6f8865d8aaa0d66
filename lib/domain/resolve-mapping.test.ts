import { expect, test } from 'vitest';
import { noRecords, Draft, listsOf } from './draft.ts';
import type { Fact } from './facts.ts';
import { newGeneration, newKey, newMembership, newOrganization, newUser, newWorkspace } from './new-records.ts';
import { resolveMapping } from './resolve-mapping.ts';

const said = <T>(value: T, source: Fact<T>['source'], at = '2026-01-01T00:00:00.000Z'): Fact<T> => ({
  value,
  source,
  at,
  adapter: null,
});

function estate(): Draft {
  const draft = new Draft(noRecords());
  draft.put('organizations', newOrganization('org', 'us'));
  draft.put('organizations', newOrganization('other', 'us'));
  draft.put('workspaces', newWorkspace('w2', 'us', 'org'));
  draft.put('workspaces', {
    ...newWorkspace('w1', 'us', 'org'),
    name: { page: said('EMEA', 'page') },
    status: { import: said('deactivated', 'import'), page: said('active', 'page', '2026-02-01T00:00:00.000Z') },
  });
  draft.put('workspaces', newWorkspace('x', 'us', 'other'));
  draft.put('users', { ...newUser('u1', 'us', 'org'), kind: { entered: said('person', 'entered') } });
  draft.put('users', newUser('ux', 'us', 'other'));
  draft.put('memberships', newMembership('us', 'u1', 'w2'));
  draft.put('memberships', newMembership('us', 'u1', 'w1'));
  draft.put('memberships', newMembership('us', 'u1', 'x'));
  draft.put('coverage', {
    id: 'w1',
    region: 'us',
    keys: { at: '2026-01-01T00:00:00.000Z', complete: true, adapter: 'keys' },
    members: null,
  });
  draft.put('coverage', { id: 'x', region: 'us', keys: null, members: null });
  const key = newKey('k1', 'us', 'w1', 'sandbox');
  draft.put('keys', {
    ...key,
    notes: { entered: said('keep', 'entered') },
    generations: [
      {
        ...key.generations[0]!,
        ownerId: { entered: said('u1', 'entered') },
        createdOn: { page: said('2025-01-01', 'page') },
      },
      { ...newGeneration(2), hint: { page: said('9f3c', 'page') } },
    ],
  });
  draft.put('keys', newKey('kx', 'us', 'x', 'sandbox'));
  return draft;
}

test('one organization, rows sorted, nothing of another', () => {
  const mapping = resolveMapping(estate().lists('us'), newOrganization('org', 'us'));
  expect(mapping.workspaces).toEqual([
    { id: 'w1', pandadocId: null, name: 'EMEA', kind: 'standard', status: 'active' },
    { id: 'w2', pandadocId: null, name: null, kind: 'standard', status: 'active' },
  ]);
  expect(mapping.users.map(({ id, kind }) => [id, kind])).toEqual([['u1', 'person']]);
  expect(mapping.memberships.map(({ workspaceId }) => workspaceId)).toEqual(['w1', 'w2']);
  expect(mapping.coverage).toEqual({ w1: { keys: { at: '2026-01-01T00:00:00.000Z', complete: true }, members: null } });
});

test('a key is its current generation: owner and dates of the one before are not inherited, notes are', () => {
  const [key] = resolveMapping(estate().lists('us'), newOrganization('org', 'us')).keys;
  expect(key).toMatchObject({
    generation: 2,
    ownerId: null,
    createdOn: null,
    hint: '9f3c',
    notes: 'keep',
    label: 'sandbox key',
    status: 'unknown',
  });
  expect(Object.keys(key!.provenance).sort()).toEqual(['hint', 'notes']);
});

test('a newer saying of lower rank is carried beside the role and the licence that are believed', () => {
  const draft = estate();
  const later = '2026-02-01T00:00:00.000Z';
  draft.put('users', {
    ...newUser('u1', 'us', 'org'),
    license: { entered: said('Full', 'entered'), page: said('Guest', 'page', later) },
  });
  draft.put('memberships', {
    ...newMembership('us', 'u1', 'w1'),
    role: { import: said('Admin', 'import'), page: said('Member', 'page', later) },
  });
  draft.put('memberships', {
    ...newMembership('us', 'u1', 'w2'),
    role: { import: said('Admin', 'import', later), page: said('Member', 'page') },
  });
  const { users, memberships } = resolveMapping(draft.lists('us'), newOrganization('org', 'us'));
  expect(users[0]).toMatchObject({ license: 'Full', newerLicense: 'Guest' });
  expect(memberships[0]).toMatchObject({ workspaceId: 'w1', role: 'Admin', newerRole: 'Member' });
  // An older saying contradicts nothing.
  expect(memberships[1]).toMatchObject({ workspaceId: 'w2', role: 'Admin' });
  expect(memberships[1]).not.toHaveProperty('newerRole');
});

test('a draft leaves what is below untouched, raises revisions, and knows what is no change', () => {
  const base = noRecords();
  const record = { ...newWorkspace('w', 'us', 'org'), revision: 4 };
  base.workspaces.set('w', record);
  const draft = new Draft(base);
  draft.put('workspaces', record);
  draft.delete('keys', 'nobody');
  expect(draft.changes()).toEqual([]);
  draft.put('workspaces', { ...record, kind: { entered: said('service', 'entered') } });
  draft.put('workspaces', newWorkspace('v', 'eu', 'org-eu'));
  draft.put('keys', newKey('k', 'us', 'w', 'sandbox'));
  draft.delete('keys', 'k');
  expect([...draft.all('workspaces')].map(({ id }) => id)).toEqual(['w', 'v']);
  expect(
    draft
      .changes()
      .map(({ id, before, after }) => [id, before === null, after && 'revision' in after && after.revision]),
  ).toEqual([
    ['w', false, 5],
    ['v', true, 1],
  ]);
  expect(base.workspaces.size).toBe(1);
  expect(listsOf(base, 'eu').workspaces).toEqual([]);
  expect(listsOf(base).workspaces).toEqual([record]);
  draft.delete('workspaces', 'w');
  expect(draft.get('workspaces', 'w')).toBeUndefined();
  expect(draft.changes()[0]).toMatchObject({ id: 'w', after: null });
});
