import { beforeAll, expect, test } from 'vitest';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import {
  keyLine,
  keyName,
  keyPower,
  mayOwnSentence,
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

test('keys that go on and keys that may be owned are one sentence each', () => {
  const row = { type: 'production', label: 'production key', workspaceId: 'w1' } as const;
  const name = () => 'EMEA';
  expect(untouchedSentence([row], name)).toBe('1 other key keeps working: Production key, EMEA.');
  expect(mayOwnSentence([row, row], name)).toBe(
    'May also own 2 keys whose owners nobody has said: Production key, EMEA and Production key, EMEA.',
  );
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
    'Production key, EMEA Sales. Acts as integrations@northwind.example (Admin, Full) and shows up under that name in logs and reports. Reaches this workspace only.',
  ],
  [
    () => powerful({ orgAdmin: 'yes' }, 'Admin'),
    'Production key, EMEA Sales. Acts as integrations@northwind.example (Admin, Full) and shows up under that name in logs and reports. The owner is an Org Admin: it also reaches user and workspace management.',
  ],
  [
    () => powerful({ orgAdmin: null, license: null, email: null }, 'Deal desk lead'),
    'Production key, EMEA Sales. Acts as Integrations (Deal desk lead, licence not known) and shows up under that name in logs and reports. Reaches this workspace; whether the owner is an Org Admin, and it reaches further, is not known. Role is custom: what it may do is not known.',
  ],
  [() => powerful(null, null), 'Production key, EMEA Sales. Whose rights it uses is not known.'],
  [() => powerful({}, 'Admin', 'presumed-dead'), 'Production key, EMEA Sales. It does nothing any more.'],
])('what a key can do, %#', (said, expected) => {
  expect(said()).toBe(expected);
});
