/** The browser killed in the middle of an import, again and again: always the old mapping or the new one, whole. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { importSnapshot } from '../../e2e/support/own-pages.ts';
import { numbersFrom } from '../../e2e/support/fuzz.ts';
import { openWorld, type World } from '../../e2e/support/world.ts';
import { estateFile } from '../estates.ts';
import { killBrowser } from '../kill.ts';
import { note } from '../ledger.ts';
import { op, storedKeys, tell } from '../support.ts';

const keys = 1_000;
/** `npm test` cuts the power a few times, `npm run test:faults` fifty times. */
const cuts = Number.parseInt(process.env['KEYHOLDER_CUTS'] ?? '50', 10);

/** The marks that stand on the stored keys: one of them, or both if a mixture was possible. */
async function marks(world: World): Promise<{ count: number; marks: string[] }> {
  const stored = (await storedKeys(world)) as unknown as { label: Record<string, { value: string; at: string }> }[];
  const newest = stored.map(({ label }) => Object.values(label).sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.value ?? '');
  return { count: stored.length, marks: [...new Set(newest.map((text) => text.split(' ')[0]!))] };
}

/** What is left of a world whose browser is gone; the first one's package stays, since the extension's id hangs on it. */
async function forget(world: World, first: boolean): Promise<void> {
  await Promise.allSettled([world.proxy.close(), world.lookalike.close()]);
  rmSync(world.profile, { recursive: true, force: true, maxRetries: 5 });
  if (!first) await world.close().catch(() => undefined);
}

test(`killed ${cuts} times inside an import: old or new, never mixed`, { timeout: 1_800_000 }, async () => {
  const seed = Number.parseInt(process.env['KEYHOLDER_FUZZ'] ?? '20261125', 10);
  const draw = numbersFrom(seed);
  let world = await openWorld();
  const { folder } = world;
  const seen = { old: 0, new: 0 };
  try {
    let mark = 'Mark0';
    await (await importSnapshot(world, estateFile(keys, mark))).close();
    // As long as an import takes on this machine: a cut falls anywhere in it, and a little behind it.
    let tookMs = 1_200;
    for (let cut = 1; cut <= cuts; cut += 1) {
      const next = `Mark${cut}`;
      const page = await world.own('dashboard.html#/settings');
      const since = performance.now();
      const body = { op: op(), leaveOutRejected: false, text: estateFile(keys, next) };
      const importing = tell(page, 'own/apply-import', body)
        .then((answer) => answer && (tookMs = performance.now() - since))
        .catch(() => null);
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
    what: `Every process of the browser killed inside an import of ${keys.toLocaleString('en')} keys`,
    outcome: 'the old mapping or the new one, whole',
    figures: { cuts, seed: String(seed), ...seen },
  });
});
