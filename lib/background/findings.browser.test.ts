/** Policy, accepted findings and the daily look over a real database. */
import { afterEach, expect, test } from 'vitest';
import { northwind, recordsOf } from '../../test/samples/estate.ts';
import { recordStores } from '../domain/draft.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { openDoor } from '../messages/door.ts';
import { MessageError, type Messages, type MessageType, protocolVersion } from '../messages/protocol.ts';
import { deleteDB } from 'idb';
import { openDatabase } from '../storage/database.ts';
import { createRepository } from '../storage/repository.ts';
import { rules } from '../rules/index.ts';
import { explainText } from '../../components/ui/explain-text.ts';
import { makeVault } from '../storage/vault.ts';
import { readRecords, readSnapshot } from '../storage/read.ts';
import { answerMessages, errorOf } from './answer-messages.ts';
import { keepLooking, lookAlarm, lookIfDue, lookNow, showDue } from './look-daily.ts';
import type { Parts } from './parts.ts';

const start = '2026-11-23T12:00:00.000Z';
let ids = 0;
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function openWorker() {
  const name = `keyholder-findings-${(ids += 1)}-${Math.random()}`;
  const database = openDatabase({ name });
  opened.push(async () => {
    database.close();
    await deleteDB(name);
  });
  let now = start;
  let tabs = 0;
  const button = { title: '', text: '' };
  const session = new Map<string, unknown>();
  const nothing = (): Promise<never> => Promise.reject(new Error('not in this test'));
  const repository = createRepository({ database, clock: () => now, tell: () => undefined });
  const parts: Parts = {
    repository,
    clock: () => now,
    newId: () => `id-${(ids += 1)}`,
    makeVault: () => makeVault(database),
    explain: (of, actions, now) => explainText(of, actions, now, rules),
    session: {
      get: () => Promise.resolve(Object.fromEntries(session)),
      set: (items) => Promise.resolve(Object.entries(items).forEach(([key, value]) => session.set(key, value))),
      remove: (keys) => Promise.resolve([keys].flat().forEach((key) => session.delete(key))),
    },
    browser: {
      setTitle: ({ title }) => Promise.resolve(void (button.title = title)),
      setBadgeText: ({ text }) => Promise.resolve(void (button.text = text)),
      sendToTab: nothing,
      tabsOf: () => Promise.resolve(Array.from({ length: tabs }, (_, id) => ({ id }))),
      tab: nothing,
      openTab: nothing,
      urlOf: (path) => `chrome-extension://x/${path}`,
      getMessage: (key, substitutions = []) => [key, ...substitutions].join(' '),
    },
  };
  const door = openDoor({
    extensionId: 'x',
    ownOrigin: 'chrome-extension://x/',
    handlers: answerMessages(parts),
    errorOf,
  });
  const send = async <T extends MessageType>(type: T, body: Messages[T]['send']): Promise<Messages[T]['get']> => {
    const reply = await door(
      { version: protocolVersion, type, body },
      { id: 'x', url: 'chrome-extension://x/dashboard.html' },
    );
    if (!reply?.ok) throw new MessageError(reply?.error.code ?? 'internal', reply?.error.details);
    return reply.body;
  };
  /** As a page of PandaDoc asks. */
  const ask = async <T extends MessageType>(type: T, body: Messages[T]['send']): Promise<Messages[T]['get']> => {
    const sender = { id: 'x', url: 'https://app.pandadoc.com/a/#/settings', frameId: 0, tab: { id: 7 } };
    const reply = await door({ version: protocolVersion, type, body }, sender);
    if (!reply?.ok) throw new MessageError(reply?.error.code ?? 'internal', reply?.error.details);
    return reply.body;
  };
  const records = { ...recordsOf([northwind], start), handovers: [], fingerprints: [] };
  await repository.change({ op: 'fill', kind: 'fill', tier: 'own', region: 'us' }, async ({ draft: make }) => {
    const draft = await make();
    for (const store of recordStores) for (const row of records[store] ?? []) draft.put(store, row);
    return { changes: draft.changes(), answer: () => null };
  });
  const organizationId = records.organizations[0]!.id;
  const findings = async () => {
    const { snapshotId } = await send('own/export-snapshot', { op: `x-${(ids += 1)}`, organizationId, label: null });
    return (await readSnapshot(database, snapshotId))!.document.findings;
  };
  return {
    parts,
    send,
    ask,
    findings,
    organizationId,
    button,
    session,
    stored: async () => (await readRecords(database)).records,
    at: (instant: string) => (now = instant),
    tabs: (count: number) => (tabs = count),
  };
}

test('a snapshot carries the findings of its moment, by id; a policy changes them, and undo takes it back', async () => {
  const { send, findings, organizationId } = await openWorker();
  const before = await findings();
  expect(before.length).toBeGreaterThan(3);
  const ids = before.map(({ rule, subjectKind, subjectId }) => `${rule}:${subjectKind}:${subjectId}`);
  expect(ids).toEqual([...ids].sort());
  const { rule } = before[0]!;
  const policy = { ...defaultPolicy, rulesOff: [rule] };
  const saved = await send('own/save-policy', { op: 'p1', organizationId, revision: null, policy });
  expect((await findings()).some((finding) => finding.rule === rule)).toBe(false);
  await expect(send('own/save-policy', { op: 'p2', organizationId, revision: null, policy })).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
  expect((await send('own/save-policy', { op: 'p3', organizationId, revision: 1, policy })).undo).toBeNull();
  await send('own/undo', { op: 'u1', undo: saved.undo! });
  expect(await findings()).toEqual(before);
});

test('the policy decides what a page is told, and what a handover counts as known', async () => {
  const { send, organizationId, ask } = await openWorker();
  const days = async () => (await ask('page/stakes', { people: [] })).readingDays;
  expect(await days()).toBe(defaultPolicy.readingDays);
  const policy = { ...defaultPolicy, readingDays: 2 };
  await send('own/save-policy', { op: 'p', organizationId, revision: null, policy });
  expect(await days()).toBe(2);
});

test.each([
  ['days below one', { readingDays: 0 }],
  ['overdue before due', { rotationPercent: { due: 90, overdue: 80, late: 200 } }],
  ['a field of its own', { more: 1 }],
])('a policy is refused with %s', async (_, wrong) => {
  const { send, organizationId } = await openWorker();
  const policy = { ...defaultPolicy, ...wrong };
  await expect(send('own/save-policy', { op: 'p', organizationId, revision: null, policy })).rejects.toMatchObject({
    code: 'bad-message',
  });
});

test('accepted with a reason until a day, open again after it or by hand; deleted with what it is about', async () => {
  const { send, findings, organizationId, at, stored } = await openWorker();
  const about = (await findings()).find(({ subjectKind }) => subjectKind === 'key')!;
  const { rule, subjectKind, subjectId, severity } = about;
  const index = (await stored()).keys.find(({ id }) => id === subjectId)!;
  const generation = index.generations.at(-1)!;
  const owner = Object.values(generation.ownerId)[0]?.value ?? '';
  const accept = (op: string, reason: string, until: string) =>
    send('own/accept-findings', {
      op,
      organizationId,
      findings: [
        { rule, subjectKind: 'key', subjectId, severity: severity as 'high', basis: `${generation.number} ${owner}` },
      ],
      reason,
      until,
    });
  const accepted = async () =>
    (await findings()).find((each) => each.rule === rule && each.subjectId === subjectId)?.accepted;
  expect(subjectKind).toBe('key');
  await expect(accept('a0', ' ', '2026-12-31')).rejects.toMatchObject({ code: 'rejected' });
  await expect(accept('a1', 'why', '2026-11-22')).rejects.toMatchObject({ code: 'rejected' });
  const first = await accept('a2', ' moves in spring ', '2026-11-24');
  expect(await accepted()).toMatchObject({ reason: 'moves in spring', until: '2026-11-24' });
  await send('own/undo', { op: 'u', undo: first.undo! });
  expect(await accepted()).toBeNull();
  await accept('a3', 'moves', '2026-11-24');
  await send('own/reopen-finding', { op: 'r', id: `${rule}:key:${subjectId}` });
  expect(await accepted()).toBeNull();
  await accept('a4', 'moves', '2026-11-24');
  at('2026-11-25T00:00:00.000Z');
  expect(await accepted()).toBeNull();
  expect((await stored()).acceptances).toHaveLength(1);
  await send('own/delete', { op: 'd', store: 'keys', ids: [subjectId] });
  expect((await stored()).acceptances).toEqual([]);
});

test('what is due stands on the button where no tab of PandaDoc is open, and is worked out once a day', async () => {
  const { parts, button, at, tabs, session, send, organizationId } = await openWorker();
  at('2030-01-01T00:00:00.000Z');
  await lookIfDue(parts);
  const due = Number(button.text);
  expect(due).toBeGreaterThan(0);
  expect(button.title).toContain('background_title_off');
  expect(button.title).toContain(`background_due_count ${due}`);

  tabs(1);
  await showDue(parts);
  expect(button).toEqual({ title: 'background_title_off', text: '' });
  tabs(0);
  const policy = { ...defaultPolicy, rulesOff: ['rotation-due', 'rotation-overdue'] };
  await send('own/save-policy', { op: 'p', organizationId, revision: null, policy });
  at('2030-01-01T23:59:59.000Z');
  await lookIfDue(parts);
  expect(button.text).toBe(String(due));
  at('2030-01-02T00:00:00.000Z');
  await lookIfDue(parts);
  expect(button).toEqual({ title: 'background_title_off', text: '' });

  // A look that was made by a clock that ran ahead does not count, nor does one that the browser forgot.
  session.set('daily-look', { at: '2031-01-01T00:00:00.000Z', due: 7 });
  await lookIfDue(parts);
  expect(button.text).toBe('');
  session.clear();
  await lookNow(parts);
  expect(button.text).toBe('');
});

test('the alarm is set where it is missing, or lies beyond a day because the clock was turned back', async () => {
  const { parts, at } = await openWorker();
  let alarm: { scheduledTime: number; periodInMinutes: number } | undefined;
  let made = 0;
  const alarms = {
    get: (name: string) => Promise.resolve(name === lookAlarm ? alarm : undefined),
    create: (_: string, { when, periodInMinutes }: { when: number; periodInMinutes: number }) => {
      made += 1;
      alarm = { scheduledTime: when, periodInMinutes };
    },
  };
  await keepLooking(parts, alarms);
  await keepLooking(parts, alarms);
  expect(made).toBe(1);
  at('2026-10-01T00:00:00.000Z');
  await keepLooking(parts, alarms);
  expect(made).toBe(2);
  expect(alarm?.scheduledTime).toBe(Date.parse('2026-10-02T00:00:00.000Z'));
});
