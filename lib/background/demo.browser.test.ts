/** The demo organization beside the real mapping: the same use cases, two databases, and nothing from one in the other. */
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explainText } from '../../components/ui/explain-text.ts';
import { rules } from '../rules/index.ts';
import { demoContent } from '../domain/demo-content.ts';
import { sealBackup } from '../exports/backup.ts';
import { openDoor, type MessageSender } from '../messages/door.ts';
import { type Messages, type MessageType, protocolVersion, type Reply } from '../messages/protocol.ts';
import { type Database, demoDatabaseName, openDatabase } from '../storage/database.ts';
import { hasDemo, removeDemo } from '../storage/demo.ts';
import { demoTeller } from '../storage/notices.ts';
import { demoChannelName, onChanged, readRecords } from '../storage/read.ts';
import { readEverything } from '../storage/read-all.ts';
import { createRepository } from '../storage/repository.ts';
import { dropStaged, stageBackup } from '../storage/staging.ts';
import { makeVault } from '../storage/vault.ts';
import { answerMessages, errorOf } from './answer-messages.ts';
import { memoryArea, noTabs } from './demo-parts.ts';
import type { Parts } from './parts.ts';
import { welcomeAdmin } from './welcome-admin.ts';

const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
const ownOrigin = `chrome-extension://${extensionId}/`;
const realName = 'keyholder-beside-the-demo';
const realPage: MessageSender = { id: extensionId, url: `${ownOrigin}dashboard.html#/keys` };
const demoPage: MessageSender = { id: extensionId, url: `${ownOrigin}dashboard.html?demo#/keys` };
const team: MessageSender = { id: extensionId, url: 'https://app.pandadoc.com/a/#/x', frameId: 0, tab: { id: 7 } };

let real: Database;
let demo: Database;
let realParts: Parts;
let opened: string[];
let door: (message: unknown, sender: MessageSender) => Promise<Reply>;

beforeEach(() => {
  opened = [];
  real = openDatabase({ name: realName });
  demo = openDatabase({ name: demoDatabaseName });
  let ids = 0;
  const clock = (): string => new Date().toISOString();
  const partsOf = (database: Database, tell: Parameters<typeof createRepository>[0]['tell']): Parts => ({
    repository: createRepository({ database, clock, tell, locks: navigator.locks }),
    session: memoryArea(),
    clock,
    newId: () => `id-${(ids += 1)}`,
    makeVault: () => makeVault(database),
    explain: (of, actions, now) => explainText(of, actions, now, rules),
    browser: {
      ...noTabs,
      openTab: (url, { behind = false } = {}) => Promise.resolve(opened.push(behind ? `${url} behind` : url)),
      urlOf: (path) => ownOrigin + path,
      getMessage: (key) => key,
    },
  });
  realParts = partsOf(real, () => undefined);
  door = openDoor({
    extensionId,
    ownOrigin,
    handlers: answerMessages(realParts),
    demoHandlers: answerMessages(partsOf(demo, demoTeller())),
    errorOf,
  });
});

afterEach(async () => {
  real.close();
  demo.close();
  await Promise.all([deleteDB(realName), removeDemo()]);
});

async function ask<T extends MessageType>(
  type: T,
  body: Messages[T]['send'],
  sender: MessageSender,
): Promise<Messages[T]['get']> {
  const reply = await door({ version: protocolVersion, type, body }, sender);
  if (!reply.ok) throw new Error(`${type}: ${reply.error.code} ${reply.error.details.join(' ')}`);
  return reply.body;
}

async function fillDemo(): Promise<void> {
  const now = new Date().toISOString();
  await stageBackup('staged', await sealBackup(demoContent(now, 'Demo'), now));
  await ask('own/restore-backup', { op: 'fill', staged: 'staged', revision: { us: 0, eu: 0 } }, demoPage);
  await dropStaged();
}

test('what is filled in and changed for the demo is in its own database alone: no backup of the real one has it', async () => {
  await fillDemo();
  await ask('own/set-owner-type', { op: 'tag', userIds: ['demo-haruto'], ownerType: 'person' }, demoPage);
  const { records } = await readRecords(demo);
  expect(records.keys).toHaveLength(11);
  const { content } = await readEverything(real);
  expect(Object.values(content).flat()).toEqual([]);
});

test('the guard is told nothing of the people of the demo', async () => {
  await fillDemo();
  const { records } = await realParts.repository.records();
  expect(records.users.size).toBe(0);
  await expect(ask('page/keys', { workspaceId: 'demo-sales-emea' }, team)).resolves.toEqual(
    await ask('page/keys', { workspaceId: 'there-is-none' }, team),
  );
});

test('a real page cannot reach a record of the demo, nor the demo a real one', async () => {
  await fillDemo();
  await expect(
    ask('own/set-owner-type', { op: 'tag', userIds: ['demo-haruto'], ownerType: 'person' }, realPage),
  ).rejects.toThrow('not-found');
  const { id } = await ask(
    'own/save-workspace',
    {
      op: 'add',
      input: {
        id: null,
        organizationId: null,
        region: 'us',
        revision: null,
        name: 'Real',
        pandadocId: null,
        kind: 'standard',
        status: 'active',
      },
    },
    realPage,
  );
  expect((await readRecords(demo)).records.workspaces.some((workspace) => workspace.id === id)).toBe(false);
});

test('pages of the demo hear of its changes, real ones do not', async () => {
  const stop = new AbortController();
  const heard: string[] = [];
  const first = new Promise<void>((resolve) => {
    onChanged(() => (heard.push('demo'), resolve()), stop.signal, demoChannelName);
  });
  onChanged(() => heard.push('real'), stop.signal);
  await fillDemo();
  await first;
  await ask('own/set-owner-type', { op: 'tag', userIds: ['demo-haruto'], ownerType: 'person' }, demoPage);
  await expect.poll(() => heard.filter((each) => each === 'demo').length).toBeGreaterThan(1);
  expect(heard).not.toContain('real');
  stop.abort();
});

test('one click takes it away, although background and page hold it open', async () => {
  await fillDemo();
  expect(await hasDemo()).toBe(true);
  await removeDemo();
  expect(await hasDemo()).toBe(false);
  await fillDemo();
  expect((await readRecords(demo)).records.keys).toHaveLength(11);
});

test('after an installation the first steps open; not where something is known already', async () => {
  await welcomeAdmin(realParts);
  expect(opened).toEqual([`${ownOrigin}dashboard.html#/welcome behind`]);
  await ask('own/preview-import', { text: '{}' }, realPage);
  await stageBackup('staged', await sealBackup(demoContent(realParts.clock(), 'Known'), realParts.clock()));
  await ask('own/restore-backup', { op: 'r', staged: 'staged', revision: { us: 0, eu: 0 } }, realPage);
  await dropStaged();
  await welcomeAdmin(realParts);
  expect(opened).toHaveLength(1);
});
