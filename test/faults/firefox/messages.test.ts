/** What a content script may say in Firefox, and what anybody says who is none: through the door of the built extension. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { known, scene, teamOf } from '../../e2e-firefox/support/scene.ts';
import type { Tab } from '../../e2e-firefox/support/tab.ts';
import { packageFolder } from '../../e2e-firefox/support/world.ts';
import { flood, huge, malformed, notItsOwn, sendFlood } from '../hostile-messages.ts';
import { note } from '../ledger.ts';
import { type Answer, op } from '../support.ts';
import { keyOf, rows, tell, usersOf } from './support.ts';

const browser = 'Firefox' as const;
const crm = 'svc-crm@northwind.example';

/**
 * A content script that was taken over. This browser lends nobody the world of ours, so the package gets a second one beside
 * it, which sends whatever the page hands it.
 */
const takenOver = `addEventListener('say', async ({ detail }) => {
  const message = JSON.parse(detail);
  const since = performance.now();
  const answer = await browser.runtime.sendMessage(message).catch(() => null);
  const said = JSON.stringify({ answer: answer ?? null, tookMs: performance.now() - since });
  dispatchEvent(new CustomEvent('answered', { detail: said }));
});`;

const folder = mkdtempSync(path.join(tmpdir(), 'keyholder-taken-over-'));
cpSync(packageFolder(), folder, { recursive: true });
const file = path.join(folder, 'manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8')) as { content_scripts: { js: string[] }[] };
manifest.content_scripts[0]!.js.push('taken-over.js');
writeFileSync(file, JSON.stringify(manifest));
writeFileSync(path.join(folder, 'taken-over.js'), takenOver);
process.env['KEYHOLDER_FIREFOX_PACKAGE'] = folder;
afterAll(() => {
  delete process.env['KEYHOLDER_FIREFOX_PACKAGE'];
  rmSync(folder, { recursive: true });
});

const here = scene(known);

/** Sends as the content script of a tab. */
const say = (tab: Tab, message: unknown): Promise<{ answer: Answer | null; tookMs: number }> =>
  tab.callInPage(
    (text: string) =>
      new Promise<{ answer: Answer | null; tookMs: number }>((resolve) => {
        const hear = (event: Event): void =>
          resolve(JSON.parse((event as CustomEvent<string>).detail) as { answer: Answer | null; tookMs: number });
        addEventListener('answered', hear, { once: true });
        dispatchEvent(new CustomEvent('say', { detail: text }));
      }),
    JSON.stringify(message ?? null),
  );

/** Everything that is stored of the mapping, as one text to compare. */
const stored = async (tab: Tab): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      ['keys', 'users', 'workspaces', 'memberships', 'organizations', 'snapshots'].map((store) => rows(tab, store)),
    ),
  );

test('a content script says nothing that is not its own to say', async () => {
  const { world } = here;
  const { app } = await teamOf(world, 'EMEA Sales');
  const popup = await world.own('popup.html');
  const key = await keyOf(popup, 'EMEA Sales');
  const [userId] = await usersOf(popup, crm);
  const before = await stored(popup);
  const own = notItsOwn(key.id, userId!);
  for (const message of own) {
    const { answer } = await say(app.tab, message);
    expect(answer, message.type).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  }
  const wrong = malformed(userId!);
  let slowest = 0;
  for (const message of wrong) {
    // The quickest of a few: what the refusal needs, not what else the machine does meanwhile.
    let best = Infinity;
    for (let tries = 0; tries < 5 && best > 50; tries += 1) {
      const { answer, tookMs } = await say(app.tab, message);
      best = Math.min(best, tookMs);
      expect(answer, JSON.stringify(message)?.slice(0, 80)).toMatchObject({ ok: false });
    }
    expect(best, JSON.stringify(message)?.slice(0, 80)).toBeLessThan(100);
    slowest = Math.max(slowest, best);
  }
  const carried = await say(app.tab, huge());
  expect(carried.answer).toMatchObject({ ok: false });
  expect(await stored(popup)).toBe(before);
  // The other region's keys are nobody's business here.
  const { answer } = await say(app.tab, {
    version: 1,
    type: 'page/keys',
    body: { workspaceId: 'w-of-the-other-region' },
  });
  expect(answer).toMatchObject({ ok: true, body: { keys: [] } });
  note({
    chapter: 'messages',
    id: 'content script',
    browser,
    what: 'Messages of popup and dashboard, and messages of no shape, sent by a second content script of the same package',
    outcome: 'each refused with a code, nothing stored, nothing polluted',
    figures: {
      'not its own': own.length,
      malformed: wrong.length + 1,
      'slowest refusal with its way there and back, ms': Math.round(slowest),
      'one of 200,000 people, ms': Math.round(carried.tookMs),
    },
  });
});

test('a flood of messages and a repeated op', async () => {
  const { world } = here;
  const popup = await world.own('popup.html');
  const key = await keyOf(popup, 'EMEA Sales');
  const [userId] = await usersOf(popup, crm);
  const body = { op: op(), keyIds: [key.id], userId };
  const first = await tell(popup, 'own/set-owner', body);
  const logBefore = (await rows(popup, 'log')).length;
  for (let again = 0; again < 20; again += 1) expect(await tell(popup, 'own/set-owner', body)).toEqual(first);
  expect((await rows(popup, 'log')).length).toBe(logBefore);
  expect(await popup.callInPage(sendFlood, flood)).toBe(flood);
  expect((await tell(popup, 'own/set-owner', { ...body, op: op(), userId: null }))?.ok).toBe(true);
  note({
    chapter: 'messages',
    id: 'flood',
    browser,
    what: 'Thousands of messages at once, and one op sent again and again',
    outcome: 'all answered, the op carried out once, the event page works on',
    figures: { messages: flood, repetitions: 20 },
  });
});
