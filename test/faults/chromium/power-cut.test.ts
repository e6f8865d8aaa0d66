/** The browser killed in the middle of an import, again and again: always the old mapping or the new one, whole. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { importSnapshot } from '../../e2e/support/own-pages.ts';
import { numbersFrom } from '../../e2e/support/fuzz.ts';
import { openWorld, prepare } from '../../e2e/support/world.ts';
import { estateFile } from '../estates.ts';
import { killBrowser } from '../kill.ts';
import { note } from '../ledger.ts';
import { op, storedKeys, tell } from '../support.ts';

const keys = 1_000;
/** `npm test` cuts the power a few times, `npm run test:faults` fifty times. */
const cuts = Number.parseInt(process.env['KEYHOLDER_CUTS'] ?? '50', 10);

/** The marks that stand on the stored keys: one of them, or both if a mixture was possible. */
async function marks(world: Parameters<typeof storedKeys>[0]): Promise<{ count: number; marks: string[] }> {
  const stored = (await storedKeys(world)) as unknown as { label: Record<string, { value: string; at: string }> }[];
  const newest = stored.map(({ label }) => Object.values(label).sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.value ?? '');
  return { count: stored.length, marks: [...new Set(newest.map((text) => text.split(' ')[0]!))] };
}

test(`killed ${cuts} times inside an import: old or new, never mixed`, { timeout: 1_800_000 }, async () => {
  const seed = Number.parseInt(process.env['KEYHOLDER_FUZZ'] ?? '20261125', 10);
  const draw = numbersFrom(seed);
  let prepared = await prepare({}, async (world) => {
    await importSnapshot(world, estateFile(keys, 'Mark0'));
  });
  let mark = 'Mark0';
  const seen = { old: 0, new: 0 };
  try {
    for (let cut = 1; cut <= cuts; cut += 1) {
      const next = `Mark${cut}`;
      const world = await openWorld({ from: prepared });
      const page = await world.own('dashboard.html#/settings');
      const importing = tell(page, 'own/apply-import', {
        op: op(),
        leaveOutRejected: false,
        text: estateFile(keys, next),
      }).catch(() => null);
      await pause(draw() * 1_600);
      await killBrowser(world.profile);
      await importing;
      const profile = world.profile;
      const again = await openWorld({ from: { profile, folder: world.folder, remove: () => undefined } });
      const found = await marks(again);
      expect(found.count, `cut ${cut}, seed ${seed}`).toBe(keys);
      expect(found.marks, `cut ${cut}, seed ${seed}`).toHaveLength(1);
      expect([mark, next]).toContain(found.marks[0]);
      if (found.marks[0] === next) seen.new += 1;
      else seen.old += 1;
      mark = found.marks[0]!;
      const former = prepared;
      prepared = await again.leave();
      // The folder of the package stays: the extension's id hangs on it.
      prepared = { ...prepared, folder: former.folder };
      await world.close().catch(() => undefined);
    }
  } finally {
    prepared.remove();
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
