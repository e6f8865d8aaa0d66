/** F1 to F3, F8, F14, F24, F25 in Firefox: the event page and its store; the others are in the files beside this one. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { until } from '../../e2e/support/until.ts';
import { keyRows, known, scene } from '../../e2e-firefox/support/scene.ts';
import { estateFile } from '../estates.ts';
import { openNewer, putBadRows } from '../in-page.ts';
import { note } from '../ledger.ts';
import { newest, op } from '../support.ts';
import { type StoredKey, keyOf, logged, rows, tell, tellTwice, usersOf } from './support.ts';

const browser = 'Firefox' as const;
const here = scene(known);
const integrations = 'integrations@northwind.example';
const crm = 'svc-crm@northwind.example';
/** What the browser itself says when the event page is ended in the middle of something. */
const cutOff = /transaction that was not yet complete has been aborted due to page navigation/;
const ownerOf = (key: StoredKey): unknown => newest(key.generations.at(-1)!.ownerId);

describe('the event page', () => {
  test('F1: ended before the message', async () => {
    here.forgive(cutOff);
    const { world } = here;
    const tab = await world.own('popup.html');
    const key = await keyOf(tab, 'EMEA Sales');
    const [userId] = await usersOf(tab, crm);
    const rounds = 8;
    for (let round = 0; round < rounds; round += 1) {
      await world.endBackground();
      const body = { op: op(), keyIds: [key.id], userId: round % 2 === 0 ? userId : null };
      expect((await tellTwice(tab, 'own/set-owner', body))?.ok).toBe(true);
      expect(ownerOf(await keyOf(tab, 'EMEA Sales'))).toBe(body.userId);
    }
    note({
      chapter: 'faults',
      id: 'F1',
      browser,
      what: 'Event page ended before a message is sent',
      outcome: 'answered after it started again, in two tries at most',
      figures: { rounds },
    });
  });

  test('F2: ended while it answers; the repetition under the same op writes once', async () => {
    here.forgive(cutOff);
    const { world } = here;
    const tab = await world.own('popup.html');
    const key = await keyOf(tab, 'EMEA Sales');
    const users = await usersOf(tab, crm, integrations);
    await tellTwice(tab, 'own/set-owner', { op: op(), keyIds: [key.id], userId: users[1] });
    const before = await logged(tab, 'owner-changed');
    const rounds = 10;
    let repeated = 0;
    for (let round = 0; round < rounds; round += 1) {
      const body = { op: op(), keyIds: [key.id], userId: users[round % 2] };
      const first = tell(tab, 'own/set-owner', body);
      await world.endBackground();
      let answer = await first;
      if (answer === null) {
        repeated += 1;
        answer = await tellTwice(tab, 'own/set-owner', body);
      }
      expect(answer?.ok).toBe(true);
      expect(ownerOf(await keyOf(tab, 'EMEA Sales'))).toBe(body.userId);
    }
    expect((await logged(tab, 'owner-changed')) - before).toBe(rounds);
    note({
      chapter: 'faults',
      id: 'F2',
      browser,
      what: 'Event page ended right after a message was sent',
      outcome: 'repeated under the same op, written once, logged once',
      figures: { rounds, repeated },
    });
  });

  test('F3: ended in the middle of an import: the old mapping or the new one, whole', async () => {
    here.forgive(cutOff);
    const { world } = here;
    const keys = 1_000;
    const tab = await world.own('dashboard.html#/settings');
    const before = (await rows(tab, 'keys')).length;
    const text = estateFile(keys, 'Imported', world.lookalike.state.us.name);
    const kills = 6;
    for (let round = 0; round < kills; round += 1) {
      const sending = tell(tab, 'own/apply-import', { op: op(), leaveOutRejected: false, text });
      // Later in each round: at the check of the file, at the plan, inside the transaction.
      await pause(round * 150);
      await world.endBackground();
      await sending;
      const whole = (await rows(tab, 'keys')).length;
      expect([before, before + keys]).toContain(whole);
    }
    const body = { op: op(), leaveOutRejected: false, text };
    expect((await tellTwice(tab, 'own/apply-import', body))?.ok).toBe(true);
    expect(await rows(tab, 'keys')).toHaveLength(before + keys);
    note({
      chapter: 'faults',
      id: 'F3',
      browser,
      what: 'Event page ended inside an import of 1,000 keys',
      outcome: 'old mapping or new one, never a mixture; the next try succeeds',
      figures: { kills },
    });
  });
});

describe('the store', () => {
  test('F8: a newer version opens the data while everybody holds it open: all give way at once', async () => {
    const { world } = here;
    await world.own('popup.html');
    const dashboard = await world.own('dashboard.html#/keys');
    const tookMs = await dashboard.callInPage(openNewer);
    expect(tookMs).toBeLessThan(2_000);
    note({
      chapter: 'faults',
      id: 'F8',
      browser,
      what: 'The database is upgraded while event page, popup and dashboard hold it open',
      outcome: 'all of them give way at once',
      figures: { 'upgrade, ms': Math.round(tookMs) },
    });
  });

  test('F14: a bad row is put aside, counted and shown; the rest works', async () => {
    const { world } = here;
    const tab = await world.own('dashboard.html#/keys');
    const key = await keyOf(tab, 'EMEA Sales');
    await tab.callInPage(putBadRows);
    await world.endBackground();
    const popup = await world.own('popup.html');
    await popup.says(/2 stored rows could not be read/);
    await until(async () => (await keyRows(popup)).length === 9, { what: 'nine keys' });
    expect((await tellTwice(popup, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null }))?.ok).toBe(true);
    expect((await rows<{ id: string }>(popup, 'keys')).some(({ id }) => id === 'bad-key')).toBe(true);
    note({
      chapter: 'faults',
      id: 'F14',
      browser,
      what: 'Rows in the store that are no rows',
      outcome: 'counted and said, left where they are, everything else shown and changed as before',
      figures: { rows: 2 },
    });
  });

  test('F24: the popup closed while it saves: saved or not, never half', async () => {
    const { world } = here;
    const tab = await world.own('dashboard.html#/keys');
    const key = await keyOf(tab, 'EMEA Sales');
    const users = await usersOf(tab, crm, integrations);
    await tellTwice(tab, 'own/set-owner', { op: op(), keyIds: [key.id], userId: users[1] });
    const before = await logged(tab, 'owner-changed');
    const rounds = 6;
    for (let round = 0; round < rounds; round += 1) {
      const popup = await world.own('popup.html');
      await popup.callInPage(
        (envelope: unknown) =>
          void (
            globalThis as unknown as { browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
          ).browser.runtime
            .sendMessage(envelope)
            .catch(() => undefined),
        { version: 1, type: 'own/set-owner', body: { op: op(), keyIds: [key.id], userId: users[round % 2] } },
      );
      await popup.close();
    }
    const written = (await logged(tab, 'owner-changed')) - before;
    expect(users).toContain(ownerOf(await keyOf(tab, 'EMEA Sales')));
    expect(written).toBeLessThanOrEqual(rounds);
    note({
      chapter: 'faults',
      id: 'F24',
      browser,
      what: 'Popup closed right after it sent a change',
      outcome: 'carried out whole by the event page, or not at all',
      figures: { rounds, written },
    });
  });

  test('F25: a message of another version is answered with a hint to reload', async () => {
    const { world } = here;
    const popup = await world.own('popup.html');
    for (const version of [0, 2, 99]) {
      const answer = await tell(popup, 'own/tab-guard', { tabId: 1 }, version);
      expect(answer).toMatchObject({ ok: false, error: { code: 'reload-needed' } });
    }
    note({
      chapter: 'faults',
      id: 'F25',
      browser,
      what: 'Messages of another version of the protocol',
      outcome: 'refused with the hint to reload, nothing changed',
      figures: { versions: 3 },
    });
  });
});
