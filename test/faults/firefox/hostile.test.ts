/** quality.md, section 7 "Page" in Firefox: the same attacks as in Chromium, and clicks that are led astray. */
import { describe, expect, test } from 'vitest';
import { stays, until } from '../../e2e/support/until.ts';
import { App } from '../../e2e-firefox/support/app.ts';
import { Keyholder } from '../../e2e-firefox/support/keyholder.ts';
import { known, scene, teamOf } from '../../e2e-firefox/support/scene.ts';
import type { Tab } from '../../e2e-firefox/support/tab.ts';
import { origin, type World } from '../../e2e-firefox/support/world.ts';
import { note } from '../ledger.ts';
import { attacks, listen, look, type Place, placeOf, redress, target } from '../page-attacks.ts';
import { logged } from './support.ts';

const here = scene(known);
const browser = 'Firefox' as const;
const dana = 'dana.okafor@northwind.example';
/** `npm test` tries one of each kind, `npm run test:faults` all. */
const quick = process.env['KEYHOLDER_QUICK'] === '1';
const some = <T>(all: readonly T[]): readonly T[] => (quick ? all.slice(0, 1) : all);

/** The list of people of a workspace in a tab of its own, with its badges. */
async function team(world: World): Promise<{ app: App; keyholder: Keyholder }> {
  const both = await teamOf(world, 'EMEA Sales');
  await both.keyholder.badgeSays(dana, 'Owns 2 API keys');
  return both;
}

const placeIn = (tab: Tab, what: 'button' | 'entry'): Promise<Place | null> => tab.call(placeOf, [what, target]);

/** Opens the menu of the member and gives where its entry is that removes. */
async function openMenu(tab: Tab): Promise<Place> {
  await tab.activate();
  return until(
    async () => {
      const button = await placeIn(tab, 'button');
      if (button) await tab.clickAt(button);
      return until(() => placeIn(tab, 'entry'), { what: 'the entry', timeoutMs: 1_000 });
    },
    { what: 'the menu', timeoutMs: 60_000 },
  );
}

test.each(some(attacks))(
  'a removal is held and a page gains nothing: $name',
  async ({ name, plant, gained, late, forbidden }) => {
    const { world } = here;
    if (forbidden) here.forgive(forbidden);
    const popup = await world.own('popup.html');
    const { app, keyholder } = await team(world);
    const planted = (): Promise<void> => app.tab.callInPage(plant, target);
    if (!late) await planted();
    let entry = await openMenu(app.tab);
    if (late) {
      await planted();
      // What it did may have moved or closed the menu.
      entry = (await placeIn(app.tab, 'entry')) ?? (await openMenu(app.tab));
    }
    await app.tab.clickAt(entry);
    expect((await keyholder.warning()).items).toHaveLength(1);
    expect(app.removals()).toEqual([]);
    if (gained) expect(await app.tab.callInPage(gained)).toBe(null);
    await app.tab.close();
    expect(await logged(popup, 'release')).toBe(0);
    note({
      chapter: 'pages',
      id: name,
      browser,
      what: 'Planted in a list of people that is open',
      outcome: 'the removal is held as ever, nothing written, nothing learned',
    });
  },
);

test.skipIf(quick)('a page’s script cannot learn that Keyholder is there', async () => {
  const { world } = here;
  // The page asks for our files; the browser says that it may not.
  here.forgive(/Content-Security-Policy|Content Security Policy|may not load or link/);
  await world.firefox.bidi.send('script.addPreloadScript', { functionDeclaration: listen.toString() });
  const { app } = await team(world);
  const guarded = await app.tab.callInPage(look, origin);
  await app.tab.close();
  await world.firefox.bidi.send('webExtension.uninstall', { extension: 'keyholder@keyholder.dev' });
  const { app: bare } = await bareTeam(world);
  const unguarded = await bare.tab.callInPage(look, origin);
  expect(guarded).toEqual(unguarded);
  expect(guarded).toMatchObject({ files: [], attributes: [], resources: [], storage: [], databases: [], heard: [] });
  note({
    chapter: 'pages',
    id: 'learning that Keyholder is there',
    browser,
    what: 'Files by address, globals, prototypes, attributes, timing entries, style sheets, storage, databases, events, messages: compared with the same browser after Keyholder was removed',
    outcome: 'no difference',
  });
});

describe.skipIf(quick)('ways to hide the warning from the eye: nothing goes to PandaDoc', () => {
  test.each(redress)('%s', async (name, attack) => {
    const { world } = here;
    const popup = await world.own('popup.html');
    const { app, keyholder } = await team(world);
    await app.beginRemoval(target);
    await keyholder.warning();
    await keyholder.press('radio', 'Outage accepted');
    const place = await app.tab.middleOf(await keyholder.one('button', 'Remove anyway'));
    await app.tab.callInPage(attack);
    await app.tab.frames(3);
    for (let click = 0; click < 3; click += 1) await app.tab.clickAt(place);
    await stays(() => app.removals().length === 0, `nothing removed by: ${name}`, 600);
    const released = await logged(popup, 'release');
    expect(released).toBeLessThanOrEqual(1);
    note({
      chapter: 'redress',
      id: name,
      browser,
      what: 'Three clicks of the real mouse where the button is',
      outcome:
        released === 0
          ? 'nothing released, nothing sent'
          : 'this browser does not tell what is covered: the hold was released and logged; nothing was sent to PandaDoc, whose own question still has to be answered',
    });
  });
});

/** The list of people without Keyholder. */
async function bareTeam(world: World): Promise<{ app: App }> {
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  await app.row(dana);
  expect(await new Keyholder(world, app.tab).roots()).toEqual([]);
  return { app };
}
