/** F1 to F4, F12 to F15, F18, F24, F25: the worker and its store fail at any line. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'webextension-polyfill';
import { describe, expect, test } from 'vitest';
import { App } from '../../e2e/support/app.ts';
import { Keyholder } from '../../e2e/support/keyholder.ts';
import { keyRow, keyRows, previewImport } from '../../e2e/support/own-pages.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import { until } from '../../e2e/support/until.ts';
import { openWorld } from '../../e2e/support/world.ts';
import { estateFile } from '../estates.ts';
import { killBrowser } from '../kill.ts';
import { putBadRows } from '../in-page.ts';
import { note } from '../ledger.ts';
import { type Answer, keyOf, logged, newest, op, rows, storedKeys, tell, tellTwice, userOf } from '../support.ts';

declare const chrome: Browser;

const here = scene({}, firstDay(['EMEA Sales']));
const browser = 'Chromium' as const;

describe('the worker', () => {
  test('F1: dead before the message', async () => {
    const { world } = here;
    const page = await world.own('popup.html');
    const key = await keyOf(world, 'EMEA Sales');
    const userId = await userOf(world, 'svc-crm@northwind.example');
    const rounds = 10;
    for (let round = 0; round < rounds; round += 1) {
      await world.killWorker();
      const answer = await tell(page, 'own/set-owner', {
        op: op(),
        keyIds: [key.id],
        userId: round % 2 === 0 ? userId : null,
      });
      expect(answer?.ok).toBe(true);
    }
    expect(newest((await keyOf(world, 'EMEA Sales')).generations.at(-1)!.ownerId)).toBe(null);
    note({
      chapter: 'faults',
      id: 'F1',
      browser,
      what: 'Worker stopped before a message is sent',
      outcome: 'answered by the restarted worker at the first try',
      figures: { rounds },
    });
    note({
      chapter: 'faults',
      id: 'F5',
      browser,
      what: 'Firefox’s event page suspended; here it is the worker that the browser has stopped, as in F1',
      outcome: 'answered by the restarted worker at the first try',
      figures: { rounds },
    });
  });

  test('F2: dies while it answers; the repetition under the same op writes once', async () => {
    const { world } = here;
    const page = await world.own('popup.html');
    const key = await keyOf(world, 'EMEA Sales');
    const users = [
      await userOf(world, 'svc-crm@northwind.example'),
      await userOf(world, 'integrations@northwind.example'),
    ];
    const before = (await logged(world, 'owner-changed')).length;
    const rounds = 12;
    let repeated = 0;
    for (let round = 0; round < rounds; round += 1) {
      const body = { op: op(), keyIds: [key.id], userId: users[round % 2]! };
      const first = tell(page, 'own/set-owner', body);
      await world.killWorker();
      let answer: Answer | null = await Promise.race([
        first,
        page.waitForFunction(() => performance.now() > 0).then(() => first),
      ]);
      if (answer === null) {
        repeated += 1;
        answer = await tellTwice(page, 'own/set-owner', body);
      }
      expect(answer?.ok).toBe(true);
      const stored = await keyOf(world, 'EMEA Sales');
      expect(newest(stored.generations.at(-1)!.ownerId)).toBe(body.userId);
    }
    const entries = await logged(world, 'owner-changed');
    // One entry for each op that changed something, however often it was sent.
    expect(entries.length - before).toBe(rounds);
    note({
      chapter: 'faults',
      id: 'F2',
      browser,
      what: 'Worker stopped right after a message was sent',
      outcome: 'repeated under the same op, written once, logged once',
      figures: { rounds, repeated },
    });
  });

  test('deaf for sixteen seconds: what a page reads meanwhile is recorded soon after', async () => {
    const { world } = here;
    const workspace = 'Finance & Procurement';
    const app = await App.open(world);
    await app.switchTo('EMEA Sales');
    await app.keys();
    await (await Keyholder.in(world, app.page)).armed();
    const deafMs = 16_000;
    const deaf = world.busyWorker(deafMs);
    await app.switchTo(workspace);
    await app.keys();
    await deaf;
    const since = performance.now();
    await world.recorded(workspace, 'keys');
    const tookMs = Math.round(performance.now() - since);
    expect(tookMs).toBeLessThan(5_000);
    note({
      chapter: 'faults',
      id: 'F2, for long',
      browser,
      what: 'Worker that hears and does not answer while a page is read',
      outcome: 'what was read is sent again and recorded',
      figures: { 'deaf for, ms': deafMs, 'recorded after, ms': tookMs },
    });
  });

  test('F3: dies in the middle of an import: the old mapping or the new one, whole', async () => {
    const { world } = here;
    const keys = 2_000;
    const before = (await storedKeys(world)).length;
    const text = estateFile(keys, 'Imported', world.lookalike.state.us.name);
    const page = await world.own('dashboard.html#/settings');
    const kills = 6;
    for (let round = 0; round < kills; round += 1) {
      const sending = tell(page, 'own/apply-import', { op: op(), leaveOutRejected: false, text });
      // Later in each round: at the check of the file, at the plan, inside the transaction.
      await pause(round * 120);
      await world.killWorker();
      await sending;
      const whole = (await storedKeys(world)).length;
      expect([before, before + keys]).toContain(whole);
      if (whole !== before) break;
    }
    // And at last it goes in: from the page, as a person does.
    await previewImport(page, text);
    const apply = page.getByRole('button', { name: 'Apply import' });
    if (await apply.isEnabled()) await apply.click();
    await until(async () => (await storedKeys(world)).length === before + keys, {
      what: 'the import',
      timeoutMs: 60_000,
    });
    note({
      chapter: 'faults',
      id: 'F3',
      browser,
      what: 'Worker stopped inside the transaction of an import of 2,000 keys',
      outcome: 'old mapping or new one, never a mixture; the next try succeeds',
      figures: { kills },
    });
  });

  test('F4: the browser killed after "saved": the row is there', async () => {
    const { world } = here;
    const page = await world.own('popup.html');
    const key = await keyOf(world, 'EMEA Sales');
    const userId = await userOf(world, 'svc-crm@northwind.example');
    const answer = await tell(page, 'own/set-owner', { op: op(), keyIds: [key.id], userId });
    expect(answer?.ok).toBe(true);
    await killBrowser(world.profile);
    const again = await openWorld({ from: { profile: world.profile, folder: world.folder, remove: () => undefined } });
    try {
      await again.worker();
      expect(newest((await keyOf(again, 'EMEA Sales')).generations.at(-1)!.ownerId)).toBe(userId);
    } finally {
      await again.close();
    }
    note({
      chapter: 'faults',
      id: 'F4',
      browser,
      what: 'Every process of the browser killed right after the answer "saved"',
      outcome: 'the change is there after the next start',
    });
  });
});

describe('the store', () => {
  test('F12: connection closed under the worker: opened anew, nothing said to anybody', async () => {
    const { world } = here;
    const page = await world.own('popup.html');
    const key = await keyOf(world, 'EMEA Sales');
    const userId = await userOf(world, 'svc-crm@northwind.example');
    await tell(page, 'own/set-owner', { op: op(), keyIds: [key.id], userId });
    await (
      await world.worker()
    ).evaluate(() => {
      const transaction = IDBDatabase.prototype.transaction;
      let closed = false;
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
        if (!closed) this.close();
        closed = true;
        return transaction.apply(this, args);
      };
    });
    const answer = await tell(page, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null });
    expect(answer?.ok).toBe(true);
    note({
      chapter: 'faults',
      id: 'F12',
      browser,
      what: 'Database connection closed by the browser between two uses',
      outcome: 'opened again on the next use, the change is carried out',
    });
  });

  test('F13: opening fails: said, nothing deleted, and it works again by itself', async () => {
    const { world } = here;
    const page = await world.own('popup.html');
    await keyRows(page).first().waitFor();
    const before = await storedKeys(world);
    const key = await keyOf(world, 'EMEA Sales');
    for (const name of ['AbortError', 'UnknownError', 'InvalidStateError']) {
      await world.killWorker();
      // Woken, before it opened anything of its own accord.
      await tell(page, 'own/none', {});
      await (
        await world.worker()
      ).evaluate((failure) => {
        const open = IDBFactory.prototype.open.bind(indexedDB);
        Reflect.set(globalThis, 'reallyOpen', open);
        IDBFactory.prototype.open = () => {
          throw new DOMException('planted', failure);
        };
      }, name);
      const answer = await tell(page, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null });
      expect(answer).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
      await (
        await world.worker()
      ).evaluate(() => {
        IDBFactory.prototype.open = Reflect.get(globalThis, 'reallyOpen') as typeof IDBFactory.prototype.open;
      });
      expect((await tellTwice(page, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null }))?.ok).toBe(true);
    }
    expect((await storedKeys(world)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    note({
      chapter: 'faults',
      id: 'F13',
      browser,
      what: 'Opening the database fails with AbortError, UnknownError, InvalidStateError',
      outcome: 'refused with a code of its own, nothing deleted, the next try works',
      figures: { errors: 3 },
    });
  });

  test('F14: a bad row is put aside, counted and shown; the rest works', async () => {
    const { world } = here;
    const backstage = await world.backstage();
    await backstage.evaluate(putBadRows);
    await world.killWorker();
    const popup = await world.own('popup.html');
    await popup.getByText('2 stored rows could not be read').waitFor();
    await expect.poll(() => keyRows(popup).count()).toBe(9);
    const key = await keyOf(world, 'EMEA Sales');
    expect((await tellTwice(popup, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null }))?.ok).toBe(true);
    expect((await rows<{ id: string }>(world, 'keys')).some(({ id }) => id === 'bad-key')).toBe(true);
    note({
      chapter: 'faults',
      id: 'F14',
      browser,
      what: 'Rows in the store that are no rows',
      outcome: 'counted and said, left where they are, everything else shown and changed as before',
      figures: { rows: 2 },
    });
  });

  test('F15: two tabs edit one key: the second is told, both show the same afterwards', async () => {
    const { world } = here;
    const pages = [await world.own('dashboard.html#/keys'), await world.own('dashboard.html#/keys')] as const;
    const editors = [];
    for (const page of pages) {
      await page.bringToFront();
      await keyRow(page, 'EMEA Sales', 'Production').getByRole('button', { name: /^Edit/ }).click();
      editors.push(page.getByRole('dialog'));
    }
    await pages[0].bringToFront();
    await editors[0]!.getByLabel('Notes').fill('From the first tab');
    await editors[0]!.getByRole('button', { name: /^Save/ }).click();
    await until(async () => newest((await keyOf(world, 'EMEA Sales')).notes) === 'From the first tab', {
      what: 'the first note to be stored',
    });
    await pages[1].bringToFront();
    await editors[1]!.getByLabel('Notes').fill('From the second tab');
    await editors[1]!.getByRole('button', { name: /^Save/ }).click();
    await editors[1]!.getByText('This was changed elsewhere meanwhile').waitFor();
    expect(newest((await keyOf(world, 'EMEA Sales')).notes)).toBe('From the first tab');
    note({
      chapter: 'faults',
      id: 'F15',
      browser,
      what: 'Two tabs of the dashboard save the same key',
      outcome: 'the second is told and nothing of the first is lost',
    });
  });

  test('F18: the clock jumps back: order is kept', async () => {
    const { world } = here;
    const page = await world.own('popup.html');
    const key = await keyOf(world, 'EMEA Sales');
    const later = await userOf(world, 'svc-crm@northwind.example');
    await tell(page, 'own/set-owner', {
      op: op(),
      keyIds: [key.id],
      userId: await userOf(world, 'integrations@northwind.example'),
    });
    await (
      await world.worker()
    ).evaluate(() => {
      const Real = Date;
      const behind = 30 * 86_400_000;
      globalThis.Date = class extends Real {
        constructor(at: number | string = Real.now() - behind) {
          super(at);
        }
        static override now(): number {
          return Real.now() - behind;
        }
      } as DateConstructor;
    });
    expect((await tell(page, 'own/set-owner', { op: op(), keyIds: [key.id], userId: later }))?.ok).toBe(true);
    expect(newest((await keyOf(world, 'EMEA Sales')).generations.at(-1)!.ownerId)).toBe(later);
    const entries = await rows<{ seq: number; at: string }>(world, 'log');
    const inOrder = entries
      .sort((a, b) => a.seq - b.seq)
      .every((entry, index) => {
        return index === 0 || entries[index - 1]!.at <= entry.at;
      });
    expect(inOrder).toBe(true);
    note({
      chapter: 'faults',
      id: 'F18',
      browser,
      what: 'The clock of the worker jumps back by 30 days between two changes',
      outcome: 'the later change counts, the log stays in order',
    });
  });

  test('F24: the popup closed while it saves: saved or not, never half', async () => {
    const { world } = here;
    const key = await keyOf(world, 'EMEA Sales');
    const users = [
      await userOf(world, 'svc-crm@northwind.example'),
      await userOf(world, 'integrations@northwind.example'),
    ];
    const before = await logged(world, 'owner-changed');
    const rounds = 8;
    for (let round = 0; round < rounds; round += 1) {
      const popup = await world.own('popup.html');
      await popup.evaluate((envelope) => void chrome.runtime.sendMessage(envelope).catch(() => undefined), {
        version: 1,
        type: 'own/set-owner',
        body: { op: op(), keyIds: [key.id], userId: users[round % 2]! },
      });
      await popup.close();
    }
    const entries = (await logged(world, 'owner-changed')).length - before.length;
    const owner = newest((await keyOf(world, 'EMEA Sales')).generations.at(-1)!.ownerId);
    expect(users).toContain(owner);
    expect(entries).toBeLessThanOrEqual(rounds);
    note({
      chapter: 'faults',
      id: 'F24',
      browser,
      what: 'Popup closed right after it sent a change',
      outcome: 'carried out whole by the worker',
      figures: { rounds, written: entries },
    });
  });
});

test('F25: a message of another version is answered with a hint to reload', async () => {
  const { world } = here;
  const page = await world.own('popup.html');
  for (const version of [0, 2, 99]) {
    const answer = await tell(page, 'own/tab-guard', { tabId: 1 }, version);
    expect(answer).toMatchObject({ ok: false, error: { code: 'reload-needed' } });
  }
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  await (await Keyholder.in(world, app.page)).armed();
  note({
    chapter: 'faults',
    id: 'F25',
    browser,
    what: 'Messages of another version of the protocol',
    outcome: 'refused with the hint to reload, nothing changed',
    figures: { versions: 3 },
  });
});
