/** F5, F7 and the power cut, in Firefox: the event page sleeps, the add-on goes, the browser is killed. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { numbersFrom } from '../../support/numbers.ts';
import { stays, until } from '../../e2e/support/until.ts';
import { addOnId } from '../../e2e-firefox/support/firefox.ts';
import { importSnapshot, known, scene, teamOf } from '../../e2e-firefox/support/scene.ts';
import { World } from '../../e2e-firefox/support/world.ts';
import { estateFile } from '../estates.ts';
import { note } from '../ledger.ts';
import { type StoredKey, rows, tell } from './support.ts';

const browser = 'Firefox' as const;
const here = scene(known);

test('F5: the event page is asleep before each message: answered at once, nothing lost', async () => {
  const { world } = here;
  const tab = await world.own('dashboard.html#/keys');
  const key = await until(async () => (await rows<StoredKey>(tab, 'keys'))[0], { what: 'a key' });
  const users = (await rows<{ id: string; region: string }>(tab, 'users')).slice(0, 2).map(({ id }) => id);
  const rounds = 4;
  for (let round = 0; round < rounds; round += 1) {
    await world.asleep();
    const userId = users[round % 2]!;
    const body = { op: randomUUID(), keyIds: [key.id], userId };
    const answer = (await tell(tab, 'own/set-owner', body)) ?? (await tell(tab, 'own/set-owner', body));
    expect(answer).toMatchObject({ ok: true });
    const stored = (await rows<StoredKey>(tab, 'keys')).find(({ id }) => id === key.id)!;
    expect(stored.generations.at(-1)!.ownerId['entered']!.value).toBe(userId);
  }
  note({
    chapter: 'faults',
    id: 'F5',
    browser,
    what: 'The event page suspended before each message',
    outcome: 'answered after it woke, written, nothing lost',
    figures: { rounds },
  });
});

test('F7: the add-on is removed under an open tab: its parts go or fall silent, the page works on', async () => {
  const { world } = here;
  const { app, keyholder } = await teamOf(world, 'EMEA Sales');
  await world.firefox.bidi.send('webExtension.uninstall', { extension: addOnId });
  await until(async () => (await keyholder.roots()).length <= 1, { what: 'at most a note of ours' });
  await app.beginRemoval('integrations@northwind.example');
  await stays(async () => (await keyholder.roots()).length <= 1, 'nothing of ours comes back', 600);
  note({
    chapter: 'faults',
    id: 'F7',
    browser,
    what: 'Add-on removed while a tab is open',
    outcome: 'badges gone, PandaDoc works as without it',
  });
});

const keys = 600;
const cuts = Number.parseInt(process.env['KEYHOLDER_CUTS'] ?? '50', 10);

test(`killed ${cuts} times inside an import: old or new, never mixed`, { timeout: 2_400_000 }, async () => {
  const seed = Number.parseInt(process.env['KEYHOLDER_FUZZ'] ?? '20261125', 10);
  const draw = numbersFrom(seed);
  let world = await World.open();
  const seen = { old: 0, new: 0 };
  try {
    let mark = 'Mark0';
    await importSnapshot(world, estateFile(keys, mark));
    let tookMs = 1_500;
    for (let cut = 1; cut <= cuts; cut += 1) {
      const next = `Mark${cut}`;
      const tab = await world.own('dashboard.html#/settings');
      const since = performance.now();
      const body = { op: randomUUID(), leaveOutRejected: false, text: estateFile(keys, next) };
      const importing = tell(tab, 'own/apply-import', body).then(
        (answer) => answer && (tookMs = performance.now() - since),
        () => null,
      );
      await Promise.race([pause(draw() * tookMs * 1.2), importing.then(() => pause(20))]);
      const profile = await world.cut();
      world = await World.open(profile);
      const page = await world.own('dashboard.html#/keys');
      const stored = await rows<StoredKey>(page, 'keys');
      const marks = new Set(
        stored.map(
          ({ label }) =>
            Object.values(label)
              .sort((a, b) => (a.at < b.at ? 1 : -1))[0]!
              .value.split(' ')[0],
        ),
      );
      expect(stored.length, `cut ${cut}, seed ${seed}`).toBe(keys);
      expect([...marks], `cut ${cut}, seed ${seed}`).toHaveLength(1);
      const [found] = [...marks];
      expect([mark, next]).toContain(found);
      if (found === next) seen.new += 1;
      else seen.old += 1;
      mark = found!;
      await page.close();
    }
  } finally {
    await world.close();
  }
  note({
    chapter: 'kills',
    id: 'power cut',
    browser,
    what: `The browser killed inside an import of ${keys} keys`,
    outcome: 'the old mapping or the new one, whole',
    figures: { cuts, seed: String(seed), ...seen },
  });
});
