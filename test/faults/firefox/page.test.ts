/** F6, F16, F17, F20 to F23, F27 in Firefox: the page, the tab and the browser do as they like. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { startCanned } from '../../lookalike/canned.ts';
import { root } from '../../tools/house.ts';
import { stays, until } from '../../e2e/support/until.ts';
import { App } from '../../e2e-firefox/support/app.ts';
import { Keyholder } from '../../e2e-firefox/support/keyholder.ts';
import { keyRows, known, scene, showsKeys, teamOf } from '../../e2e-firefox/support/scene.ts';
import type { Tab } from '../../e2e-firefox/support/tab.ts';
import { cancelledNavigation, refuseOutput, removeOurs } from '../in-page.ts';
import { note } from '../ledger.ts';
import { target } from '../page-attacks.ts';
import { clobbered, shell } from '../shell.ts';

const browser = 'Firefox' as const;
const here = scene(known);
const dana = 'dana.okafor@northwind.example';
const owns = 'Owns 2 API keys';

/** Elements of ours beside the page's body: one, or none. */
const hosts = (tab: Tab): Promise<number> =>
  tab.call(() => document.querySelectorAll('html > :not(head, body)').length);

test('F6: updated under an open tab: one note, no loop, no second overlay', async () => {
  const { world } = here;
  const { app, keyholder } = await teamOf(world, 'EMEA Sales');
  await keyholder.badgeSays(dana, owns);
  const before = (await world.complaints()).length;
  await world.update();
  // Firefox ends the old script with nothing said to it, and runs the new one in tabs that are open.
  const badges = async (): Promise<number> => (await keyholder.beside(/^Owns 2 API keys$/)).length;
  await until(async () => (await hosts(app.tab)) === 1 && (await badges()) === 1, {
    what: 'one element of ours, with its badges once',
    instead: () => keyholder.text(),
  });
  await app.beginRemoval(target);
  expect((await keyholder.warning()).items).toHaveLength(1);
  await app.tab.reload();
  await keyholder.badgeSays(dana, owns);
  expect(await hosts(app.tab)).toBe(1);
  await app.beginRemoval(target);
  expect((await keyholder.warning()).items).toHaveLength(1);
  const errors = (await world.complaints()).length - before;
  expect(errors).toBeLessThanOrEqual(1);
  here.forgive(/./);
  note({
    chapter: 'faults',
    id: 'F6',
    browser,
    what: 'Add-on updated while a tab is open',
    outcome:
      'the new version has taken away what the old one drew, and guards the tab at once; the same after a reload',
    figures: { errors },
  });
});

test('F16: access to PandaDoc taken away: said in the popup, with a way back', async () => {
  const { world } = here;
  const popup = await world.own('popup.html');
  await popup.callInPage(() =>
    (
      globalThis as unknown as { browser: { permissions: { remove(what: { origins: string[] }): Promise<boolean> } } }
    ).browser.permissions.remove({ origins: ['https://app.pandadoc.com/*'] }),
  );
  await popup.says(/Your browser does not let Keyholder work on app\.pandadoc\.com/);
  await popup.find('button', 'Allow access');
  const app = await App.open(world);
  await app.row(dana);
  await stays(async () => (await hosts(app.tab)) === 0, 'nothing of ours in the page', 800);
  note({
    chapter: 'faults',
    id: 'F16',
    browser,
    what: 'Permission for the site taken back by the user',
    outcome: 'nothing runs in the page, the popup says why and offers to ask again',
  });
});

test('F17: private windows are left out, and the README says so', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, '.output/firefox-mv3/manifest.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({ incognito: 'not_allowed' });
  expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toMatch(/private window/);
  note({
    chapter: 'faults',
    id: 'F17',
    browser,
    what: 'Private windows',
    outcome: '`incognito: not_allowed`; the README says that no guard is there',
  });
});

describe('the page', () => {
  test('F20: routes by hash, back, forward and cancelled: one overlay, on the right route only', async () => {
    const { world } = here;
    const { app, keyholder } = await teamOf(world, 'EMEA Sales');
    const { tab } = app;
    await keyholder.badgeSays(dana, owns);
    let moves = 0;
    const gone = async (): Promise<void> => {
      moves += 1;
      await until(async () => (await keyholder.beside(/^Owns \d+/)).length === 0, { what: 'no badges elsewhere' });
    };
    const there = async (): Promise<void> => {
      moves += 1;
      await keyholder.badgeSays(dana, owns);
      expect(await hosts(tab)).toBe(1);
    };
    const go = (hash: string): Promise<void> => tab.call((to: string) => void (location.hash = to), hash);
    await go('#/documents-next');
    await gone();
    await tab.traverse(-1);
    await there();
    await tab.traverse(1);
    await gone();
    await go('#/settings/team');
    await there();
    // Cancelled: the address stays, and so does everything of ours.
    await tab.callInPage(cancelledNavigation);
    await there();
    await tab.goto('about:blank');
    await tab.traverse(-1);
    await there();
    note({
      chapter: 'faults',
      id: 'F20',
      browser,
      what: 'Routes by hash, back, forward, cancelled navigation, return from another page',
      outcome: 'one element of ours, badges on the right route only',
      figures: { moves },
    });
  });

  test('F21: our element removed again and again: put back a few times, then left', async () => {
    const { world } = here;
    const { app, keyholder } = await teamOf(world, 'EMEA Sales');
    await keyholder.badgeSays(dana, owns);
    await app.tab.callInPage(removeOurs);
    await world.toolbarSays(app.tab, /^Keyholder: (degraded|blind)/);
    const removed = (): Promise<number> => app.tab.callInPage(() => (window as unknown as { removed: number }).removed);
    const last = await removed();
    await stays(async () => (await removed()) <= last + 1, 'no further repairs', 1_500);
    expect(last).toBeLessThanOrEqual(12);
    // The guard does not hang on what is drawn.
    await app.beginRemoval(target);
    expect(app.removals()).toEqual([]);
    expect(await app.hasDialog()).toBe(false);
    note({
      chapter: 'faults',
      id: 'F21',
      browser,
      what: 'The page removes our element every 100 ms',
      outcome: 'repaired a few times, then given up quietly; said as degraded; still held',
      figures: { repairs: last },
    });
  });

  test('F22: rows that come after five seconds: no polling, there when they are there', async () => {
    const { world } = here;
    world.lookalike.setLatency(5_000);
    const app = await App.open(world);
    const keyholder = new Keyholder(world, app.tab);
    await until(async () => (await keyholder.badgeOf(dana)) !== null, { what: 'a badge', timeoutMs: 60_000 });
    note({
      chapter: 'faults',
      id: 'F22',
      browser,
      what: 'PandaDoc answers after five seconds',
      outcome: 'badges appear with the rows',
    });
  });

  test('F23: clipboard and downloads refuse: said, nothing lost', async () => {
    const popup = await here.world.own('popup.html');
    await showsKeys(popup, 9);
    await popup.callInPage(refuseOutput);
    await popup.click(await popup.find('button', 'Export snapshot'));
    await popup.click(await popup.find('[role=menuitem]', 'JSON'));
    await until(async () => (await popup.all('.toast-failed')).length === 1, { what: 'a message' });
    expect(await keyRows(popup)).toHaveLength(9);
    note({
      chapter: 'faults',
      id: 'F23',
      browser,
      what: 'Clipboard and downloads refuse',
      outcome: 'said in a message, the mapping stays as it is',
    });
  });

  test('F27: `browser` and `chrome` taken by named elements on the first load of a fresh browser', async () => {
    const { world } = here;
    const { html, headers } = await shell(world.lookalike.port);
    const server = await startCanned(world.lookalike.port);
    server.answer({ body: clobbered(html), headers });
    world.proxy.lead('app.pandadoc.com:443', server.secure);
    try {
      const app = await App.open(world);
      expect(await app.tab.callInPage(() => String((window as unknown as { browser: unknown }).browser))).toMatch(
        /Form/,
      );
      await app.switchTo('EMEA Sales');
      await app.team();
      const keyholder = new Keyholder(world, app.tab);
      await keyholder.badgeSays(dana, owns);
      await app.beginRemoval(target);
      expect((await keyholder.warning()).items).toHaveLength(1);
      expect(app.removals()).toEqual([]);
    } finally {
      await server.close();
    }
    note({
      chapter: 'faults',
      id: 'F27',
      browser,
      what: '`browser` and `chrome` taken by named elements on the first load',
      outcome: 'reads, draws and holds as ever',
    });
  });
});
