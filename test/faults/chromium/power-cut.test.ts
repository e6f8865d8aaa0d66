/** The browser killed in the middle of an import, again and again: always the old mapping or the new one, whole. */
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'webextension-polyfill';
import { expect, test } from 'vitest';
import { importSnapshot } from '../../e2e/support/own-pages.ts';
import { numbersFrom } from '../../support/numbers.ts';
import { until } from '../../e2e/support/until.ts';
import { openWorld, type World } from '../../e2e/support/world.ts';
import { estateFile } from '../estates.ts';
import { killBrowser } from '../kill.ts';
import { note } from '../ledger.ts';
import { cuts, seed } from '../runs.ts';
import { newest, op, storedKeys, tell, tellTwice } from '../support.ts';

declare const chrome: Browser;

const keys = 1_000;

/** The marks that stand on the stored keys: one of them, or both if a mixture was possible. */
async function marks(world: World): Promise<{ count: number; marks: string[] }> {
  const stored = (await storedKeys(world)) as unknown as { label: Record<string, { value: string; at: string }> }[];
  const newest = stored.map(({ label }) => Object.values(label).sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.value ?? '');
  return { count: stored.length, marks: [...new Set(newest.map((text) => text.split(' ')[0]!))] };
}

/** Waits until nothing is left of a write that was cut off: another cut before would hit the repair itself. */
async function settled(world: World): Promise<void> {
  await until(async () => !('writing' in ((await world.kept()).storage['local'] as object)), {
    what: 'the cut off write to be settled',
    timeoutMs: 60_000,
  });
}

/** What is left of a world whose browser is gone; the first one's package stays, since the extension's id hangs on it. */
async function forget(world: World, first: boolean): Promise<void> {
  await Promise.allSettled([world.proxy.close(), world.lookalike.close()]);
  rmSync(world.profile, { recursive: true, force: true, maxRetries: 5 });
  if (!first) await world.close().catch(() => undefined);
}

test(`killed ${cuts} times inside an import: old or new, never mixed`, { timeout: 1_800_000 }, async () => {
  const draw = numbersFrom(seed);
  let world = await openWorld();
  const { folder } = world;
  const seen = { old: 0, new: 0 };
  try {
    const importOf = (text: string): object => ({ op: op(), leaveOutRejected: false, text });
    const first = await importSnapshot(world, estateFile(keys, 'Mark0'));
    // As long as an import over what is there takes on this machine: a cut falls anywhere in it, and a little behind it.
    let mark = 'Mark1';
    const since = performance.now();
    expect((await tell(first, 'own/apply-import', importOf(estateFile(keys, mark))))?.ok).toBe(true);
    const tookMs = performance.now() - since;
    await first.close();
    for (let cut = 1; cut <= cuts; cut += 1) {
      const next = `Mark${cut + 1}`;
      // From a page that runs nothing: a dashboard would only draw.
      const importing = tell(await world.backstage(), 'own/apply-import', importOf(estateFile(keys, next))).catch(
        () => null,
      );
      await pause(draw() * tookMs * 1.2);
      await killBrowser(world.profile);
      await importing;
      const { profile } = world;
      const again = await openWorld({ from: { profile, folder, remove: () => undefined } });
      const killed = world;
      world = again;
      const found = await marks(world);
      // Where nothing is found, what the browser did with its folder says more than a number.
      const folders = readdirSync(path.join(profile, 'Default/IndexedDB'), { recursive: true }).join(' ');
      expect(found.count, `cut ${cut}, seed ${seed}: ${folders}`).toBe(keys);
      expect(found.marks, `cut ${cut}, seed ${seed}`).toHaveLength(1);
      expect([mark, next]).toContain(found.marks[0]);
      await settled(world);
      await forget(killed, cut === 1);
      if (found.marks[0] === next) seen.new += 1;
      else seen.old += 1;
      mark = found.marks[0]!;
    }
  } finally {
    await world.close().catch(() => undefined);
    rmSync(path.dirname(folder), { recursive: true, force: true });
  }
  note({
    chapter: 'kills',
    id: 'power cut',
    browser: 'Chromium',
    what: `Every process of the browser killed inside an import of ${keys.toLocaleString('en')} keys, at moments within the measured length of one`,
    outcome: 'the old mapping or the new one, whole',
    piece: `seed ${seed}`,
    tally: { cuts, ...seen },
  });
});

test('a record torn by the cut: what is saved afterwards is there after the start after the next', async () => {
  const world = await openWorld();
  const { profile, folder } = world;
  const opened: World[] = [];
  const next = async (from: string): Promise<World> => {
    const each = await openWorld({ from: { profile: from, folder, remove: () => undefined } });
    opened.push(each);
    return each;
  };
  try {
    await (await importSnapshot(world, estateFile(200, 'Whole'))).close();
    // As it stands while an import is under way.
    await (await world.backstage()).evaluate(() => chrome.storage.local.set({ writing: true }));
    await killBrowser(profile);
    // The head of a record that promises more than ever came: where the process ended between its two steps.
    const stores = path.join(profile, 'Default/IndexedDB');
    const store = path.join(stores, readdirSync(stores)[0]!);
    const log = readdirSync(store).find((name) => name.endsWith('.log'))!;
    appendFileSync(path.join(store, log), Buffer.from([0x29, 0x3b, 0x13, 0x57, 0x58, 0x00, 0x01]));
    const second = await next(profile);
    await settled(second);
    const page = await second.own('dashboard.html#/settings');
    const key = (await storedKeys(second))[0]!;
    expect(newest(key.generations.at(-1)!.ownerId)).not.toBe(null);
    const saved = await tellTwice(page, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null });
    expect(saved?.ok).toBe(true);
    await second.leave();
    const third = await next(second.profile);
    const stored = await storedKeys(third);
    expect(stored).toHaveLength(200);
    expect(newest(stored.find(({ id }) => id === key.id)!.generations.at(-1)!.ownerId)).toBe(null);
  } finally {
    for (const each of opened) await each.close();
    await Promise.allSettled([world.proxy.close(), world.lookalike.close()]);
    await world.close().catch(() => undefined);
  }
  note({
    chapter: 'kills',
    id: 'torn record',
    browser: 'Chromium',
    what: 'LevelDB’s log ends in the head of a record whose body never came, as after a kill between two writes',
    outcome: 'the log is changed before anything is written: what was saved next is there two starts later',
  });
});
