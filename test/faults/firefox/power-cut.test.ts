/** The browser killed in the middle of an import, again and again: always the old mapping or the new one, whole. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Tab } from '../../e2e-firefox/support/tab.ts';
import { World } from '../../e2e-firefox/support/world.ts';
import { numbersFrom } from '../../support/numbers.ts';
import { estateFile } from '../estates.ts';
import { note } from '../ledger.ts';
import { cuts, seed } from '../runs.ts';
import { newest, op } from '../support.ts';
import { type StoredKey, rows, tell } from './support.ts';

const keys = 600;
/** The cut shall be ours, not the one of the tests' short sleep. */
const open = (profile?: string): Promise<World> =>
  World.open(profile, { 'extensions.background.idle.timeout': 120_000 });

test(`killed ${cuts} times inside an import: old or new, never mixed`, { timeout: 2_400_000 }, async () => {
  const draw = numbersFrom(seed);
  let world = await open();
  const seen = { old: 0, new: 0 };
  try {
    let mark = 'Mark0';
    const importOf = (text: string): object => ({ op: op(), leaveOutRejected: false, text });
    // The lightest page of ours: it only sends and looks.
    const page = (): Promise<Tab> => world.own('dashboard.html#/help');
    let tab = await page();
    expect((await tell(tab, 'own/apply-import', importOf(estateFile(keys, mark))))?.ok).toBe(true);
    // As long as an import over what is there takes on this machine: a cut falls anywhere in it, and a little behind it.
    const since = performance.now();
    mark = 'Mark1';
    expect((await tell(tab, 'own/apply-import', importOf(estateFile(keys, mark))))?.ok).toBe(true);
    const tookMs = performance.now() - since;
    for (let cut = 1; cut <= cuts; cut += 1) {
      const next = `Mark${cut + 1}`;
      const importing = tell(tab, 'own/apply-import', importOf(estateFile(keys, next))).catch(() => null);
      await pause(draw() * tookMs * 1.2);
      const profile = await world.cut();
      await importing;
      world = await open(profile);
      tab = await page();
      const stored = await rows<StoredKey>(tab, 'keys');
      const marks = [...new Set(stored.map(({ label }) => String(newest(label)).split(' ')[0]))];
      expect(stored.length, `cut ${cut}, seed ${seed}`).toBe(keys);
      expect(marks, `cut ${cut}, seed ${seed}`).toHaveLength(1);
      expect([mark, next]).toContain(marks[0]);
      if (marks[0] === next) seen.new += 1;
      else seen.old += 1;
      mark = marks[0]!;
    }
  } finally {
    await world.close();
  }
  note({
    chapter: 'kills',
    id: 'power cut',
    browser: 'Firefox',
    what: `The browser killed inside an import of ${keys} keys, at moments within the measured length of one`,
    outcome: 'the old mapping or the new one, whole',
    piece: `seed ${seed}`,
    tally: { cuts, ...seen },
  });
});
