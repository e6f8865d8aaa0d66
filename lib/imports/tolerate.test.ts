import { expect, test } from 'vitest';
import { settled } from './tolerate.ts';

test('ids of another maker become ids that can be kept, the same every time, references included', () => {
  const user = settled('users', { id: 'user:1@x', status: 'active' }) as { id: string };
  const membership = settled('memberships', { userId: 'user:1@x', workspaceId: 'w1', status: null }) as Record<
    string,
    string
  >;
  expect(user.id).toMatch(/^[A-Za-z0-9_.-]{1,80}$/);
  expect(membership.userId).toBe(user.id);
  expect(membership.workspaceId).toBe('w1');
  expect((settled('users', { id: 'user:1/x', status: null }) as { id: string }).id).not.toBe(user.id);
});

test.each([
  ['workspaces', 'archived', 'deactivated'],
  ['workspaces', null, 'active'],
  ['users', 'suspended', 'blocked'],
  ['users', 'pending', 'invited'],
  ['memberships', 'inactive', 'removed'],
  ['memberships', 'whatever', 'whatever'],
] as const)('%s: "%s" is "%s"', (rows, status, expected) => {
  expect((settled(rows, { status }) as { status: unknown }).status).toBe(expected);
});

test('a key with gaps gets what surface.md names as defaults', () => {
  const key = settled('keys', {
    type: 'sandbox',
    label: null,
    status: null,
    generation: null,
    usedBy: null,
    demand: null,
    provenance: { owner: 'somebody' },
  });
  expect(key).toEqual({
    type: 'sandbox',
    label: 'sandbox key',
    status: 'unknown',
    generation: 1,
    usedBy: [],
    demand: {},
    provenance: {},
  });
});

test('where facts come from is kept where it is said in our words, and left out where it is not', () => {
  const origin = { source: 'page', at: '2026-01-01T00:00:00.000Z', adapter: 'keys' };
  const key = settled('keys', {
    provenance: {
      hint: origin,
      label: { ...origin, source: 'entered', adapter: null },
      notes: { ...origin, source: 'hearsay' },
      status: { ...origin, at: 'yesterday' },
      usedBy: 'page',
      type: origin,
      constructor: origin,
    },
  });
  expect(key).toMatchObject({ provenance: { hint: origin, label: { ...origin, source: 'entered', adapter: null } } });
  expect(Object.keys((key as { provenance: object }).provenance)).toEqual(['hint', 'label']);
  for (const provenance of ['page', 7, [origin]]) expect(settled('keys', { provenance })).toMatchObject({ provenance });
});

test('what is no row comes back as it is', () => {
  for (const value of [null, 3, 'x', []]) expect(settled('keys', value)).toBe(value);
});
