/** F5 and F7 in Firefox: the event page sleeps, the add-on goes. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { stays, until } from '../../e2e/support/until.ts';
import { addOnId } from '../../e2e-firefox/support/firefox.ts';
import { known, scene, teamOf } from '../../e2e-firefox/support/scene.ts';
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
  const shown = (): Promise<boolean> =>
    keyholder.badgeOf('dana.okafor@northwind.example').then((badge) => badge !== null);
  await until(shown, { what: 'a badge' });
  await world.firefox.bidi.send('webExtension.uninstall', { extension: addOnId });
  // Nothing is said to its script: what it has drawn has to go by itself.
  await until(async () => !(await shown()), { what: 'the badges to be gone' });
  await app.beginRemoval('integrations@northwind.example');
  await until(() => app.hasDialog(), { what: 'PandaDoc’s own question' });
  await stays(async () => !(await shown()), 'nothing of ours comes back', 600);
  note({
    chapter: 'faults',
    id: 'F7',
    browser,
    what: 'Add-on removed while a tab is open',
    outcome: 'badges gone, PandaDoc works as without it',
  });
});
