/** Workers die, pages are reloaded, extensions are updated under open tabs: the guard says how it is, and keeps its word. */
import { describe, expect, test } from 'vitest';
import { App } from './support/app.ts';
import { Keyholder } from './support/keyholder.ts';
import { keyRow } from './support/own-pages.ts';
import { firstDay, scene } from './support/scene.ts';
import { until } from './support/until.ts';
import type { World } from './support/world.ts';

const integrations = 'integrations@northwind.example';
const here = scene({}, firstDay(['EMEA Sales']));

async function team(world: World): Promise<{ app: App; keyholder: Keyholder }> {
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  const keyholder = await Keyholder.in(world, app.page);
  await keyholder.armed();
  return { app, keyholder };
}

async function removeOnceMore(app: App): Promise<void> {
  if (!(await app.removeEntry.isVisible())) await app.menu(integrations);
  await app.removeEntry.click();
  await app.dialog.waitFor();
  await app.confirm.click();
  await app.toast('Northwind Integrations was removed').waitFor();
  expect(app.removals()).toHaveLength(1);
}

/** What was let go is kept: only then does it have to outlive the page. */
async function released(world: World): Promise<void> {
  const lifted = async (): Promise<boolean> =>
    Object.keys((await world.kept()).storage['session'] as object).some((name) => name.startsWith('lift:'));
  await until(lifted, { what: 'the release to be kept' });
}

async function presumedDead(world: World): Promise<void> {
  const dashboard = await world.own('dashboard.html#/keys');
  await expect.poll(() => keyRow(dashboard, 'EMEA Sales', 'Production').innerText()).toMatch(/presumed dead/i);
}

describe('the worker', () => {
  test('killed between hold and release, and again before the removal: nothing is lost', async () => {
    const { app, keyholder } = await team(here.world);
    await app.menu(integrations);
    await app.removeEntry.click();
    await keyholder.warning();
    await here.world.killWorker();
    await keyholder.release('Outage accepted');
    await here.world.killWorker();
    await removeOnceMore(app);
    await presumedDead(here.world);
  });

  test('killed before everything: the hold stands, and `Keep user` works', async () => {
    const { app, keyholder } = await team(here.world);
    await here.world.killWorker();
    await app.menu(integrations);
    await app.removeEntry.click();
    await keyholder.warning();
    await here.world.killWorker();
    await keyholder.keep();
    expect(app.removals()).toEqual([]);
  });

  test('slow to answer: "starting", held; afterwards the real warning', async () => {
    const { app, keyholder } = await team(here.world);
    let dialogs = 0;
    // Where the page itself takes long, the answer comes before the click: then once more.
    await until(
      async () => {
        const busy = here.world.busyWorker(1_500);
        await app.page.reload();
        await app.row(integrations).waitFor();
        await app.menu(integrations);
        await app.removeEntry.click();
        const held = keyholder.tree.some('StaticText', /Keyholder is starting/, 2_000);
        const seen = await held.then(
          () => true,
          () => false,
        );
        dialogs += await app.dialog.count();
        await busy;
        return seen;
      },
      { what: 'a click before the answer', timeoutMs: 60_000 },
    );
    expect(dialogs).toBe(0);
    await keyholder.armed();
    if (!(await app.removeEntry.isVisible())) await app.menu(integrations);
    await app.removeEntry.click();
    expect((await keyholder.warning()).items).toHaveLength(1);
    expect(app.removals()).toEqual([]);
  });

  test('without an answer for longer: it is said, and nobody is trapped', async () => {
    const { app, keyholder } = await team(here.world);
    const busy = here.world.busyWorker(8_000);
    await app.page.reload();
    await app.row(integrations).waitFor();
    await until(
      async () => {
        if (!(await app.removeEntry.isVisible())) await app.menu(integrations);
        await app.removeEntry.click();
        return await app.dialog.isVisible();
      },
      { what: 'PandaDoc’s dialog', timeoutMs: 6_000 },
    );
    await keyholder.tree.some('StaticText', /^Keyholder does not know/);
    expect(app.removals()).toEqual([]);
    await busy;
  });
});

describe('the page', () => {
  test('reloaded between release and removal: the lift still holds, and the outcome is recorded', async () => {
    const { app, keyholder } = await team(here.world);
    await app.menu(integrations);
    await app.removeEntry.click();
    await keyholder.warning();
    await keyholder.release('Handover done');
    await released(here.world);
    await app.page.bringToFront();
    await app.page.reload();
    await keyholder.armed();
    await app.row(integrations).waitFor();
    await removeOnceMore(app);
    await presumedDead(here.world);
  });

  test('reloaded while the warning is open: held again', async () => {
    const { app, keyholder } = await team(here.world);
    await app.menu(integrations);
    await app.removeEntry.click();
    await keyholder.warning();
    await app.page.reload();
    await keyholder.armed();
    await app.menu(integrations);
    await app.removeEntry.click();
    await keyholder.warning();
    expect(app.removals()).toEqual([]);
  });

  test('says how its guard is: off where there is nothing to guard, armed in the settings', async () => {
    const app = await App.open(here.world, 'documents-next');
    await here.world.toolbarSays(app.page, /^Keyholder: off/);
    await app.team();
    await here.world.toolbarSays(app.page, /^Keyholder: armed/);
    expect((await here.world.toolbar(app.page)).badge).toBe('');
  });

  test('that signs in without being loaded again is guarded', async () => {
    const page = await here.world.context.newPage();
    await page.goto('https://app.pandadoc.com/login/?next=/a/#/settings/team');
    await here.world.toolbarSays(page, /^Keyholder: off/);
  });
});

describe('an update', () => {
  test('under an open tab: our parts go, one line says so, popup and toolbar too; a reload guards again', async () => {
    const { app, keyholder } = await team(here.world);
    await keyholder.badgeSays(integrations, 'Owns 1 API key');
    await here.world.update();
    await app.page.bringToFront();
    await app.menu(integrations);
    await keyholder.tree.some('StaticText', /^Keyholder was updated\. Reload this tab/);
    expect(await keyholder.badges()).toEqual([]);
    // Nobody is trapped: the page works as if Keyholder were not there. (Its menu may have closed meanwhile, as menus do.)
    if (!(await app.removeEntry.isVisible())) await app.menu(integrations);
    await app.removeEntry.click();
    await app.dialog.waitFor();
    await app.page.keyboard.press('Escape');
    const { badge } = await here.world.toolbar(app.page);
    expect(badge).not.toBe('');
    const popup = await here.world.own('popup.html');
    await popup
      .getByText(/reload/i)
      .first()
      .waitFor();
    await app.page.bringToFront();
    await app.page.reload();
    await keyholder.armed();
    await app.menu(integrations);
    await app.removeEntry.click();
    expect((await keyholder.warning()).items).toHaveLength(1);
  });
});
