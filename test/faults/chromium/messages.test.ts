/** What a content script may say, and what anybody says who is none: sent through the real door of the built extension. */
import type { CDPSession } from 'playwright-core';
import { expect, test } from 'vitest';
import { App } from '../../e2e/support/app.ts';
import { Keyholder } from '../../e2e/support/keyholder.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import { until } from '../../e2e/support/until.ts';
import type { World } from '../../e2e/support/world.ts';
import { flood, huge, malformed, notItsOwn, sendFlood } from '../hostile-messages.ts';
import { note } from '../ledger.ts';
import { type Answer, keyOf, op, rows, tell, userOf } from '../support.ts';

const here = scene({}, firstDay(['EMEA Sales']));

/** Sends as the content script of a tab: from its own world, which the page cannot reach. */
async function contentScript(
  world: World,
  app: App,
): Promise<(message: unknown) => Promise<{ answer: Answer | null; tookMs: number }>> {
  const session: CDPSession = await world.session(app.page);
  const worlds: { id: number; origin: string; name: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const mine = await until(() => worlds.find(({ origin }) => origin === world.origin), { what: 'the content script' });
  return async (message) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: mine.id,
      // Parsed there: in a literal, `__proto__` would be no field of its own.
      expression: `(async () => {
        const message = JSON.parse(${JSON.stringify(JSON.stringify(message ?? null))});
        const since = performance.now();
        const answer = await chrome.runtime.sendMessage(message).catch(() => null);
        return { answer: answer ?? null, tookMs: performance.now() - since };
      })()`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as { answer: Answer | null; tookMs: number };
  };
}

/** Everything that is stored, as one text to compare. */
async function stored(world: World): Promise<string> {
  const { databases } = await world.kept();
  const { keys, users, workspaces, memberships, organizations, snapshots } = databases['keyholder'] ?? {};
  return JSON.stringify({ keys, users, workspaces, memberships, organizations, snapshots });
}

test('a content script says nothing that is not its own to say', async () => {
  const { world } = here;
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  await (await Keyholder.in(world, app.page)).armed();
  const say = await contentScript(world, app);
  const key = await keyOf(world, 'EMEA Sales');
  const userId = await userOf(world, 'svc-crm@northwind.example');
  const before = await stored(world);
  const own = notItsOwn(key.id, userId);
  for (const message of own) {
    const { answer } = await say(message);
    expect(answer, message.type).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  }
  const wrong = malformed(userId);
  let slowest = 0;
  for (const message of wrong) {
    // The quickest of a few: what the refusal needs, not what else the machine does meanwhile.
    let best = Infinity;
    for (let tries = 0; tries < 5 && best > 50; tries += 1) {
      const { answer, tookMs } = await say(message);
      best = Math.min(best, tookMs);
      expect(answer, JSON.stringify(message)?.slice(0, 80)).toMatchObject({ ok: false });
    }
    expect(best, JSON.stringify(message)?.slice(0, 80)).toBeLessThan(100);
    slowest = Math.max(slowest, best);
  }
  const carried = await say(huge());
  expect(carried.answer).toMatchObject({ ok: false });
  expect(await stored(world)).toBe(before);
  // The other region's keys are nobody's business here.
  const { answer } = await say({ version: 1, type: 'page/keys', body: { workspaceId: 'w-of-the-other-region' } });
  expect(answer).toMatchObject({ ok: true, body: { keys: [] } });
  note({
    chapter: 'messages',
    id: 'content script',
    browser: 'Chromium',
    what: 'Messages of popup and dashboard, and messages of no shape, sent from the content script’s own world',
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
  const key = await keyOf(world, 'EMEA Sales');
  const body = { op: op(), keyIds: [key.id], userId: await userOf(world, 'svc-crm@northwind.example') };
  const first = await tell(popup, 'own/set-owner', body);
  const logBefore = (await rows(world, 'log')).length;
  for (let again = 0; again < 20; again += 1) expect(await tell(popup, 'own/set-owner', body)).toEqual(first);
  expect((await rows(world, 'log')).length).toBe(logBefore);
  const answered = await popup.evaluate(sendFlood, flood);
  expect(answered).toBe(flood);
  expect((await tell(popup, 'own/set-owner', { ...body, op: op(), userId: null }))?.ok).toBe(true);
  note({
    chapter: 'messages',
    id: 'flood',
    browser: 'Chromium',
    what: 'Thousands of messages at once, and one op sent again and again',
    outcome: 'all answered, the op carried out once, the worker works on',
    figures: { messages: flood, repetitions: 20 },
  });
});
