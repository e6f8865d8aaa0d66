/** quality.md, section 7 "Messages": what a content script has no right to say, and what is no message; for both browsers. */
import { op } from './support.ts';

/** Messages that only popup and dashboard may send. */
export const notItsOwn = (keyId: string, userId: string): readonly { version: number; type: string; body: object }[] =>
  (
    [
      ['own/set-owner', { op: op(), keyIds: [keyId], userId }],
      ['own/delete', { op: op(), store: 'keys', id: keyId }],
      ['own/export-snapshot', { op: op(), organizationId: 'any', label: null }],
      ['own/preview-import', { text: '{}' }],
      ['own/apply-import', { op: op(), leaveOutRejected: true, text: '{}' }],
      ['own/undo', { op: op(), undo: op() }],
      ['own/restore-backup', { op: op(), staged: 'x', revision: { us: 0, eu: 0 } }],
      ['own/tab-guard', { tabId: 1 }],
    ] as const
  ).map(([type, body]) => ({ version: 1, type, body }));

const page = { version: 1, type: 'page/stakes' };

/** Messages of a wrong shape. */
export const malformed = (userId: string): readonly unknown[] => [
  null,
  42,
  'page/stakes',
  [],
  {},
  { ...page },
  { ...page, body: null },
  { ...page, body: {} },
  { ...page, body: { people: 'all' } },
  { ...page, body: { people: [], extra: true } },
  { ...page, body: { people: [{ email: 'x'.repeat(100_000), name: null, pandadocId: null }] } },
  { ...page, body: JSON.parse('{"people":[],"__proto__":{"polluted":true}}') as unknown },
  { ...page, body: { people: [], constructor: { prototype: { polluted: true } } } },
  { version: 1, type: '__proto__', body: {} },
  { version: 1, type: 'constructor', body: {} },
  { version: 1, type: 'page/none', body: {} },
  { version: 1, type: 'page/open-dashboard', body: { hash: 'https://evil.example/' } },
  { version: 1, type: 'page/open-dashboard', body: { hash: '#/keys"><img src=x onerror=alert(1)>' } },
  { version: 1, type: 'page/set-owner', body: { op: op(), keyId: '../../keys', userId } },
  { version: 1, type: 'page/observe', body: { op: op(), observation: { kind: 'members', people: 'x' } } },
];

/** So long that the browser itself needs a while to carry it from one process to the other. */
export const huge = (): unknown => ({
  ...page,
  body: { people: Array.from({ length: 200_000 }, () => ({ email: 'a@b.example' })) },
});

/** So many at once. */
export const flood = 2_000;

/** Sends so many messages that are none at once. Runs in a page of ours. @returns how many were refused */
export async function sendFlood(count: number): Promise<number> {
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    { runtime: { sendMessage(message: unknown): Promise<unknown> } } | undefined
  >;
  const { runtime } = (browser ?? chrome)!;
  const answers = await Promise.all(
    Array.from({ length: count }, () =>
      runtime.sendMessage({ version: 1, type: 'own/none', body: {} }).then((answer) => (answer as { ok: boolean }).ok),
    ),
  );
  return answers.filter((ok) => !ok).length;
}
