import { beforeAll, expect, test } from 'vitest';
import { aKey, aMembership, anIndex, aUser, aWorkspace } from '../../test/support/mappings.ts';
import { type Action, impact } from '../../lib/domain/impact.ts';
import { defaultPolicy } from '../../lib/domain/policy.ts';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import {
  forwardText,
  impactWords,
  keyLine,
  keyName,
  keyPower,
  ownerTypeText,
  unknownSentences,
  untouchedSentence,
} from './impact-text.ts';
import { readTextsFrom } from './text.ts';

const now = '2026-06-15T12:00:00.000Z';
const key = {
  type: 'production',
  label: 'production key',
  createdOn: '2026-05-01',
  rotatedOn: null,
  verifiedOn: null,
  provenance: {},
  usedBy: ['CRM sync', 'Billing'],
} as const;
const spoken = { ...key, usedBy: [...key.usedBy] };

beforeAll(() => {
  const messages = catalogue as Record<string, { message: string }>;
  readTextsFrom((name, given = []) =>
    (messages[name]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => given[Number(digit) - 1] ?? ''),
  );
});

test('a key in one line: label, type, workspace, age, used by', () => {
  expect(keyLine(spoken, 'EMEA Sales', now)).toBe(
    'Production key, EMEA Sales: made 45 days ago, used by CRM sync and Billing',
  );
  expect(keyLine({ ...spoken, label: 'Order desk', usedBy: [], createdOn: null }, null, now)).toBe(
    'Order desk (Production key), workspace without a name: age not known, nothing noted under “used by”',
  );
});

test('a label that says the type is not said twice, whatever its case', () => {
  expect(keyName({ type: 'sandbox', label: 'Sandbox Key' })).toBe('Sandbox key');
  expect(keyName({ type: 'sandbox', label: 'production key' })).toBe('production key (Sandbox key)');
});

test('a rotated key is as old as its secret', () => {
  expect(keyLine({ ...spoken, rotatedOn: '2026-06-14' }, 'A', now)).toContain('made 1 day ago');
  expect(keyLine({ ...spoken, rotatedOn: '2026-06-15' }, 'A', now)).toContain('made today');
});

test('a key is as old as the later of the two days, else at least as old as what is known of it', () => {
  expect(keyLine({ ...spoken, createdOn: '2026-06-14', rotatedOn: '2026-05-01' }, 'A', now)).toContain(
    'made 1 day ago',
  );
  const heard = (at: string) => ({
    ...spoken,
    createdOn: null,
    provenance: { ownerId: { source: 'page' as const, at, adapter: null } },
  });
  expect(keyLine(heard('2026-05-01T12:00:00.000Z'), 'A', now)).toContain('A: at least 45 days old, used by');
  expect(keyLine(heard('2026-06-14T12:00:00.000Z'), 'A', now)).toContain('A: at least 1 day old, used by');
  expect(keyLine(heard(now), 'A', now)).toContain('A: age not known, used by');
});

const estate = (more: Partial<Parameters<typeof anIndex>[0]> = {}) =>
  anIndex({
    workspaces: [aWorkspace('A'), aWorkspace('B')],
    users: [aUser('dana', { name: 'Dana', license: 'Full' })],
    memberships: [aMembership('dana', 'A', 'Admin'), aMembership('dana', 'B', 'Member')],
    keys: [aKey('k', 'A', 'dana')],
    coverage: Object.fromEntries(
      ['A', 'B'].map((id) => [id, { keys: { at: now, complete: true }, members: { at: now, complete: true } }]),
    ),
    ...more,
  });
const words = (index: ReturnType<typeof anIndex>, action: Action) =>
  impactWords(index, impact(index, action, now, defaultPolicy), action, now);
const all: Action = { kind: 'remove', users: ['dana'], scope: 'all' };
const fromB: Action = { kind: 'remove', users: ['dana'], scope: { workspaces: ['B'] } };

test.each<[string, Action, Partial<Parameters<typeof anIndex>[0]>, string]>([
  ['all, none owned', all, { keys: [] }, 'Dana owns no living key, and everything that matters was read recently.'],
  ['one, owns elsewhere', fromB, {}, 'No known key is affected, and everything that matters was read recently.'],
  [
    'a licence that takes nothing',
    { kind: 'change-licence', users: ['dana'], license: 'Full' },
    {},
    'No known key is affected, and everything that matters was read recently.',
  ],
  [
    'an empty workspace',
    { kind: 'deactivate-workspace', workspaces: ['B'] },
    {},
    'No known key is affected, and everything that matters was read recently.',
  ],
  ['all, never read', all, { keys: [], coverage: {} }, 'No key of Dana is known, but not everything was read.'],
  [
    'a workspace that was never read',
    { kind: 'deactivate-workspace', workspaces: ['B'] },
    { coverage: {} },
    'No known key is affected, but not everything was read.',
  ],
  [
    'all read, an owner not known',
    all,
    { keys: [aKey('k', 'A', null)] },
    'No known key is affected, but not every key has a known owner.',
  ],
  ['all, one key', all, {}, 'Removing Dana from all workspaces stops 1 key at once.'],
  [
    'one workspace, one key',
    { kind: 'remove', users: ['dana'], scope: { workspaces: ['A'] } },
    {},
    'Removing Dana stops 1 API key.',
  ],
])('what an answer says in one sentence: %s', (_, action, more, expected) => {
  expect(words(estate(more), action).summary).toBe(expected);
});

test('keys that may be owned stand in a list of their own, also in the text to be forwarded', () => {
  const said = words(estate({ keys: [aKey('k', 'A', null, { usedBy: ['CRM'] })] }), all);
  expect(said.mayOwn.map(({ id }) => id)).toEqual(['k']);
  expect(said.mayOwn[0]!.line).toMatch(/^May own: .*, A: .*used by CRM$/);
  const lines = forwardText(said, [], now).split('\n');
  expect(lines[lines.indexOf('Owner unknown, so these may be affected:') + 1]).toBe(`- ${said.mayOwn[0]!.line}`);
});

test('what is not known is said by reason, with dates', () => {
  const names = (id: string) => (id === 'w1' ? 'EMEA' : null);
  expect(
    unknownSentences(
      [
        { reason: 'members-read-long-ago', workspaceId: 'w1', at: '2026-01-02T10:00:00.000Z' },
        { reason: 'keys-never-read', workspaceId: 'w1', at: null },
        { reason: 'keys-never-read', workspaceId: 'w2', at: null },
      ],
      names,
    ),
  ).toEqual([
    'Key page never read: EMEA and workspace without a name.',
    'Member list read too long ago: EMEA (Jan 2, 2026).',
  ]);
});

test('keys that go on are one sentence', () => {
  const row = { type: 'production', label: 'production key', workspaceId: 'w1' } as const;
  const name = () => 'EMEA';
  expect(untouchedSentence([row], name)).toBe('1 other key keeps working: Production key, EMEA.');
  expect(untouchedSentence([], name)).toBeNull();
});

test('owner types are the promised words', () => {
  expect(ownerTypeText('org-admin-service-account')).toBe('Org Admin · service account');
  expect(ownerTypeText('untagged')).toBe('Untagged');
});

const powerful = (
  owner: Partial<Parameters<typeof keyPower>[0]['owner']> | null,
  role: string | null,
  status: 'active' | 'presumed-dead' = 'active',
) =>
  keyPower({
    key: { type: 'production', label: 'production key', status },
    workspace: { name: 'EMEA Sales' },
    owner: owner && {
      name: 'Integrations',
      email: 'integrations@northwind.example',
      license: 'Full',
      orgAdmin: 'no',
      status: 'active',
      ...owner,
    },
    membership: { role, status: 'active' },
  });

test.each([
  [
    () => powerful({}, 'Admin'),
    'Production key of EMEA Sales. Acts as integrations@northwind.example (Admin, Full) and shows up under that name in logs and reports. Reaches this workspace only.',
  ],
  [
    () => powerful({ orgAdmin: 'yes' }, 'Admin'),
    'Production key of EMEA Sales. Acts as integrations@northwind.example (Admin, Full) and shows up under that name in logs and reports. The owner is an Org Admin: it also reaches user and workspace management.',
  ],
  [
    () => powerful({ orgAdmin: null, license: null, email: null }, 'Deal desk lead'),
    'Production key of EMEA Sales. Acts as Integrations (Deal desk lead, licence not known) and shows up under that name in logs and reports. Reaches this workspace; whether the owner is an Org Admin, and it reaches further, is not known. Role is custom: what it may do is not known.',
  ],
  [() => powerful(null, null), 'Production key of EMEA Sales. Whose rights it uses is not known.'],
  [() => powerful({}, 'Admin', 'presumed-dead'), 'Production key of EMEA Sales. It does nothing any more.'],
])('what a key can do, %#', (said, expected) => {
  expect(said()).toBe(expected);
});
