/** F6, F7, F16, F17, F20 to F23, F27: the page, the tab and the browser do as they like. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { describe, expect, test } from 'vitest';
import { App } from '../../e2e/support/app.ts';
import { Keyholder } from '../../e2e/support/keyholder.ts';
import { canIRemove, keyRows } from '../../e2e/support/own-pages.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import { stays, until } from '../../e2e/support/until.ts';
import type { World } from '../../e2e/support/world.ts';
import { cancelledNavigation, refuseOutput, removeOurs } from '../in-page.ts';
import { clobbered, shell } from '../shell.ts';
import { note } from '../ledger.ts';

declare const chrome: Browser;

const here = scene({}, firstDay(['EMEA Sales']));
const browser = 'Chromium' as const;
const dana = 'dana.okafor@northwind.example';
const integrations = 'integrations@northwind.example';

async function team(world: World): Promise<{ app: App; keyholder: Keyholder }> {
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  const keyholder = await Keyholder.in(world, app.page);
  await keyholder.armed();
  return { app, keyholder };
}

/** Elements of ours beside the page's body: one, or none. */
const hosts = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('html > :not(head, body)').length);

/** What only the browser's own page of extensions may do. */
async function extensionsPage(world: World): Promise<Page> {
  const page = await world.context.newPage();
  await page.goto('chrome://extensions');
  return page;
}

describe('the extension goes', () => {
  test('F6: updated under an open tab: one note, no loop, no second overlay', async () => {
    const { world } = here;
    const { app, keyholder } = await team(world);
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    await world.update();
    await keyholder.tree.some('StaticText', /^Keyholder was updated/);
    expect(await keyholder.badges()).toEqual([]);
    await stays(async () => (await hosts(app.page)) <= 1, 'at most one element of ours', 1_500);
    const complaints = world.complaints.filter(({ where }) => where.includes('pandadoc'));
    expect(complaints.length).toBeLessThanOrEqual(1);
    await app.page.reload();
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    expect(await hosts(app.page)).toBe(1);
    note({
      chapter: 'faults',
      id: 'F6',
      browser,
      what: 'Extension updated while a tab is open',
      outcome: 'old parts gone, one note to reload, guarded again after it',
      figures: { 'errors in the page': complaints.length },
    });
  });

  test('F7: switched off: every trace leaves the page, and the page works on', async () => {
    const { world } = here;
    const { app, keyholder } = await team(world);
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    const id = new URL(world.origin).host;
    const page = await extensionsPage(world);
    await page.evaluate((extensionId) => {
      const { management } = chrome as unknown as {
        management: { setEnabled(id: string, enabled: boolean): Promise<void> };
      };
      return management.setEnabled(extensionId, false);
    }, id);
    await app.page.bringToFront();
    await until(async () => (await keyholder.badges()).length === 0, { what: 'the badges to be gone' });
    await app.beginRemoval(integrations);
    await app.dialog.waitFor();
    await stays(async () => (await hosts(app.page)) <= 1, 'at most a note of ours', 600);
    note({
      chapter: 'faults',
      id: 'F7',
      browser,
      what: 'Extension switched off while a tab is open',
      outcome: 'badges gone, PandaDoc works as without it',
    });
  });

  test('F16: access to PandaDoc taken away: said in the popup, with a way back', async () => {
    const { world } = here;
    const id = new URL(world.origin).host;
    const page = await extensionsPage(world);
    await page.evaluate((extensionId) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> };
      };
      return developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
    }, id);
    const popup = await world.own('popup.html');
    await popup
      .getByText(/does not let Keyholder/)
      .first()
      .waitFor();
    await popup.getByRole('button', { name: /allow/i }).first().waitFor();
    const app = await App.open(world);
    await app.page.getByRole('heading', { level: 1 }).first().waitFor();
    await stays(async () => (await hosts(app.page)) === 0, 'nothing of ours in the page', 800);
    note({
      chapter: 'faults',
      id: 'F16',
      browser,
      what: 'Site access set to "on click" by the user',
      outcome: 'nothing runs in the page, the popup says why and offers to ask again',
    });
  });
});

test('F17: private windows are left out, and the README says so', () => {
  const manifest = JSON.parse(readFileSync(path.join(here.world.folder, 'manifest.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({ incognito: 'not_allowed' });
  expect(readFileSync('README.md', 'utf8')).toMatch(/private window/);
  note({
    chapter: 'faults',
    id: 'F17',
    browser,
    what: 'Private windows',
    outcome: '`incognito: not_allowed`; the README says that no guard is there',
  });
});

describe('the page', () => {
  test('F20: routes by hash, push, replace, back, forward and cancelled: one overlay, on the right route only', async () => {
    const { world } = here;
    const { app, keyholder } = await team(world);
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    const { page } = app;
    let moves = 0;
    const gone = async (): Promise<void> => {
      moves += 1;
      await until(async () => (await keyholder.badges()).length === 0, { what: 'no badges on another route' });
    };
    const there = async (): Promise<void> => {
      moves += 1;
      await keyholder.badgeSays(dana, 'Owns 2 API keys');
      expect(await hosts(page)).toBe(1);
    };
    await app.go('documents-next');
    await gone();
    await page.goBack();
    await there();
    await page.goForward();
    await gone();
    await app.go('settings/team');
    await there();
    // Cancelled: the address stays, and so does everything of ours.
    await page.evaluate(cancelledNavigation);
    await there();
    await page.goto('about:blank');
    await page.goBack();
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
    const { app, keyholder } = await team(world);
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    const { page } = app;
    await page.evaluate(removeOurs);
    await world.toolbarSays(page, /^Keyholder: (degraded|blind)/);
    const removed = (): Promise<number> => page.evaluate(() => (window as unknown as { removed: number }).removed);
    const last = await removed();
    await stays(async () => (await removed()) <= last + 1, 'no further repairs', 1_500);
    expect(last).toBeLessThanOrEqual(12);
    // The guard does not hang on what is drawn; and as its warning cannot be seen, nobody is trapped.
    await app.beginRemoval(integrations);
    expect(app.removals()).toEqual([]);
    await until(
      async () => {
        await app.beginRemoval(integrations);
        return app.confirm.isVisible();
      },
      { what: 'the next click to pass' },
    );
    await app.confirm.click();
    await until(() => app.removals().length === 1, { what: 'the removal to go through' });
    note({
      chapter: 'faults',
      id: 'F21',
      browser,
      what: 'The page removes our element every 100 ms',
      outcome:
        'repaired a few times, then given up quietly; said as degraded; a click is still held, and as nobody can see why, the next one passes and the failure is recorded',
      figures: { repairs: last },
    });
  });

  test('F22: rows that come after five seconds, or not yet: no polling, there when they are there', async () => {
    const { world } = here;
    world.lookalike.setLatency(5_000);
    const app = await App.open(world, 'settings/team');
    const keyholder = await Keyholder.in(world, app.page);
    await app.row(dana).waitFor({ timeout: 60_000 });
    await until(async () => (await keyholder.badgeOf(dana)) !== null, { what: 'a badge', timeoutMs: 30_000 });
    note({
      chapter: 'faults',
      id: 'F22',
      browser,
      what: 'PandaDoc answers after five seconds',
      outcome: 'badges appear with the rows',
    });
  });

  test('F23: clipboard and downloads refuse: said, nothing lost', async () => {
    const { world } = here;
    const popup = await world.own('popup.html');
    await keyRows(popup).first().waitFor();
    await popup.evaluate(refuseOutput);
    await canIRemove(popup, 'integrations', /Northwind Integrations/);
    await popup.getByRole('button', { name: 'Export snapshot' }).click();
    await popup.getByRole('menuitem', { name: 'JSON' }).click();
    await popup.locator('.toast-failed').waitFor();
    await expect.poll(() => keyRows(popup).count()).toBe(9);
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
    const page = await world.context.newPage();
    await page.route('https://app.pandadoc.com/a/**', async (route) => {
      const { html, headers } = await shell(world.lookalike.port);
      await route.fulfill({ headers, body: clobbered(html) });
    });
    await world.visit('settings/team', { page });
    const app = new App(world, page);
    expect(await page.evaluate(() => String((window as unknown as { browser: unknown }).browser))).toMatch(/Form/);
    await app.switchTo('EMEA Sales');
    await app.team();
    const keyholder = await Keyholder.in(world, page);
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    await app.beginRemoval(integrations);
    expect((await keyholder.warning()).items).toHaveLength(1);
    await keyholder.keep();
    note({
      chapter: 'faults',
      id: 'F27',
      browser,
      what: '`browser` and `chrome` taken by named elements on the first load',
      outcome: 'reads, draws and holds as ever',
    });
  });
});
