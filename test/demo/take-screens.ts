/** Takes the pictures; runs once browser, lookalike and package are there (`screens.ts` sees to that). */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { App } from '../e2e/support/app.ts';
import { Keyholder } from '../e2e/support/keyholder.ts';
import { canIRemove, importSnapshot, keyRows } from '../e2e/support/own-pages.ts';
import { until } from '../e2e/support/until.ts';
import { firstVisits } from '../e2e/support/visits.ts';
import { type World, type WorldOptions, openWorld } from '../e2e/support/world.ts';
import { root } from '../tools/house.ts';
import { demoSnapshot, fullSnapshot, longSnapshot } from './estates.ts';
import { Album } from './pictures.ts';

const integrations = 'integrations@northwind.example';
const popupSize = { width: 440, height: 600 };
const windowSize = { width: 1280, height: 800 };
/** PandaDoc's own tables want more room than ours. */
const appSize = { width: 1440, height: 860 };

const album = new Album(path.join(root, '.github/pictures'));
const wanted = process.argv.slice(2);

/** One world, with what is to be seen in it. A scene that fails is said, and the others are taken all the same. */
async function scene(name: string, options: WorldOptions, take: (world: World) => Promise<void>): Promise<boolean> {
  if (wanted.length > 0 && !wanted.includes(name)) return true;
  const world = await openWorld(options);
  const before = album.names.length;
  try {
    await take(world);
    if (world.complaints.length > 0) throw new Error(JSON.stringify(world.complaints, null, 2));
    console.log(`${name}: ${album.names.slice(before).join(', ')}`);
    return true;
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return false;
  } finally {
    await world.close();
  }
}

/** A page of the extension with the mapping in it. */
async function withKeys(world: World, address: string, size: { width: number; height: number }): Promise<Page> {
  const page = await world.own(address);
  await page.setViewportSize(size);
  await until(async () => (await keyRows(page).count()) > 0, { what: 'keys in the table' });
  return page;
}

const seen = [
  await scene('demo', {}, async (world) => {
    const imported = await importSnapshot(world, demoSnapshot(world.lookalike.state.us));
    await imported.close();
    const app = await App.open(world);
    await app.page.setViewportSize(appSize);
    const keyholder = await Keyholder.in(world, app.page);
    await firstVisits(world, app);

    await app.switchTo('EMEA Sales');
    await app.team();
    await keyholder.badgeSays(integrations, 'Owns 1 API key');
    await album.page('team', app.page);
    await app.page.bringToFront();
    await album.popup('popup-over-team', world);

    await app.menu(integrations);
    await app.removeEntry.click();
    await keyholder.warning();
    await album.page('warning', app.page);
    await keyholder.keep();
    await app.page.keyboard.press('Escape');

    await app.allUsers();
    await keyholder.badgeSays('dana.okafor@northwind.example', 'Owns 2 API keys');
    await album.page('all-users-badges', app.page);
    await app.menu('dana.okafor@northwind.example');
    await app.removeEntry.click();
    await app.dialog.getByLabel('Select all').check();
    await app.confirm.click();
    await keyholder.warning();
    await album.page('warning-over-dialog', app.page);
    await keyholder.keep();
    await app.dialog.getByRole('button', { name: 'Cancel' }).click();

    await app.keys();
    await keyholder.ownersSay('Owner: Dana Okafor', 'Owner: Northwind Integrations');
    await album.page('key-page', app.page);
    await keyholder.pressAwake(await keyholder.button(/^Owner type: /, 1));
    await keyholder.tree.some('menuitemradio');
    await album.page('owner-type-menu', app.page);
    await app.page.keyboard.press('Escape');
    await app.switchTo('People Operations');
    await keyholder.ownersSay('Owner unknown');
    await keyholder.pressAwake(await keyholder.button('Set owner'));
    await keyholder.tree.one('dialog', 'Set owner');
    await keyholder.tree.press(await keyholder.tree.one('combobox', 'Owner'));
    await keyholder.tree.some('option');
    await album.page('set-owner', app.page);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Escape');
    await app.page.setViewportSize({ width: 900, height: 800 });
    await app.switchTo('EMEA Sales');
    await keyholder.ownersSay(/^Owner: Dana/, /^Owner: Northwind/);
    await album.page('key-page-narrow', app.page);

    for (const colorScheme of ['light', 'dark'] as const) {
      const popup = await withKeys(world, 'popup.html', popupSize);
      await popup.emulateMedia({ colorScheme });
      await album.page(colorScheme === 'light' ? 'popup' : 'popup-dark', popup);
      await canIRemove(popup, 'Dana', /Dana Okafor/);
      await album.page(`popup-answer-${colorScheme}`, popup);
      const dashboard = await withKeys(world, 'dashboard.html#/keys', windowSize);
      await dashboard.emulateMedia({ colorScheme });
      await album.page(colorScheme === 'light' ? 'dashboard-keys' : 'dashboard-keys-dark', dashboard);
      if (colorScheme === 'dark') continue;
      for (const view of await dashboard.getByRole('navigation').getByRole('link').all()) {
        const href = (await view.getAttribute('href')) ?? '';
        await view.click();
        await dashboard.getByRole('heading', { level: 1 }).first().waitFor();
        await album.page(`dashboard-${href.replace('#/', '')}`, dashboard);
      }
      await dashboard.getByRole('navigation').getByRole('link').first().click();
      await dashboard.getByRole('button', { name: /^Edit/ }).first().click();
      await dashboard.getByRole('dialog').waitFor();
      await album.page('dashboard-edit-key', dashboard);
    }
    const narrow = await withKeys(world, 'dashboard.html#/keys', { width: 320, height: 800 });
    await album.page('dashboard-narrow-320', narrow);
    const narrowPopup = await withKeys(world, 'popup.html', { width: 320, height: 600 });
    await album.page('popup-narrow-320', narrowPopup);
  }),

  await scene('empty', {}, async (world) => {
    const popup = await world.own('popup.html');
    await popup.setViewportSize(popupSize);
    await album.page('popup-empty', popup);
    const dashboard = await world.own('dashboard.html#/keys');
    await album.page('dashboard-empty', dashboard, windowSize);
  }),

  await scene('full', {}, async (world) => {
    await importSnapshot(world, fullSnapshot());
    await album.page('popup-full', await withKeys(world, 'popup.html', popupSize));
    await album.page('dashboard-full', await withKeys(world, 'dashboard.html#/keys', windowSize));
  }),

  await scene('long', {}, async (world) => {
    await importSnapshot(world, longSnapshot());
    await album.page('popup-long-names', await withKeys(world, 'popup.html', popupSize));
    await album.page('dashboard-long-names', await withKeys(world, 'dashboard.html#/keys', windowSize));
  }),

  await scene('notices', {}, async (world) => {
    const app = await App.open(world);
    await app.page.setViewportSize(appSize);
    const keyholder = await Keyholder.in(world, app.page);
    await firstVisits(world, app, ['EMEA Sales']);
    await keyholder.armed();
    await app.menu('dana.okafor@northwind.example');
    await app.removeEntry.click();
    await keyholder.warning();
    await album.page('warning-may-own', app.page);
    await keyholder.keep();
    await app.page.keyboard.press('Escape');
    await app.allUsers();
    await app.menu('grace.abbott@northwind.example');
    await app.removeEntry.click();
    await app.dialog.getByLabel('Select all').check();
    world.lookalike.failNext({ method: 'DELETE', path: '/members/', status: 400, body: 'Try again later.' });
    await app.confirm.click();
    await keyholder.tree.some('StaticText', /^Keyholder does not know/);
    await album.page('notice-not-known', app.page);
    await app.dialog.getByRole('button', { name: 'Cancel' }).click();
    await world.update();
    await app.page.bringToFront();
    await app.team();
    await keyholder.tree.some('StaticText', /^Keyholder was updated/);
    await album.page('notice-updated', app.page);
  }),

  await scene('editing', {}, async (world) => {
    const imported = await importSnapshot(world, demoSnapshot(world.lookalike.state.us));
    await imported.close();
    for (const colorScheme of ['light', 'dark'] as const) {
      const dashboard = await withKeys(world, 'dashboard.html#/keys', windowSize);
      await dashboard.emulateMedia({ colorScheme });
      const picture = (name: string): Promise<void> => album.page(`editing-${name}-${colorScheme}`, dashboard);
      const dialog = dashboard.getByRole('dialog');
      const leave = async (): Promise<void> => {
        await dashboard.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      };
      for (const row of [1, 3])
        await dashboard
          .getByRole('checkbox', { name: /^Select / })
          .nth(row)
          .check();
      await dashboard.getByRole('button', { name: 'Edit…' }).click();
      await dialog.waitFor();
      await dashboard.getByLabel('Change Used by', { exact: true }).selectOption('Add');
      await picture('several');
      await leave();
      await dashboard.getByRole('button', { name: 'Delete…' }).click();
      await dialog.waitFor();
      await picture('delete-several');
      await leave();
      await dashboard.getByRole('button', { name: /^Edit/ }).nth(1).click();
      await dialog.waitFor();
      await dashboard.getByRole('checkbox', { name: 'A new key was generated in its place' }).check();
      await picture('new-secret');
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await dialog.getByRole('button', { name: 'Yes, delete' }).scrollIntoViewIfNeeded();
      await picture('delete');
      await leave();
      await dashboard.getByRole('button', { name: /^Sort out/ }).click();
      await dialog.waitFor();
      await picture('sort-out-owner');
      await leave();
      await dashboard.goto(dashboard.url().replace(/#.*/, '#/workspaces'));
      await dashboard.getByRole('progressbar', { name: 'Workspaces read' }).waitFor();
      await picture('open');
      await dashboard.goto(dashboard.url().replace(/#.*/, '#/owners'));
      for (const row of [1, 2])
        await dashboard
          .getByRole('checkbox', { name: /^Select / })
          .nth(row)
          .check();
      await dashboard.getByRole('button', { name: 'Merge…' }).click();
      await dialog.waitFor();
      await picture('merge');
      await leave();
      await dashboard.goto(dashboard.url().replace(/#.*/, '#/settings'));
      const rows = [
        'workspace,key_type,owner_email,created_on,notes',
        'EMEA Sales,production,new.owner@northwind.example,2026-03-01,moved',
        'Marketing,production,grace.abbott@northwind.example,03/04/2026,',
        `Marketing,sandbox,,,${'a1'.repeat(24)}`,
        'Legal,sandbox,grace.abbott@northwind.example,,',
      ];
      const csv = { name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
      await dashboard.getByLabel('Import mapping').setInputFiles(csv);
      await dashboard.getByRole('button', { name: 'Apply import' }).waitFor();
      await picture('import');
      await dashboard.close();
    }
  }),

  await scene('german', { language: 'de', interfaceLanguage: 'de' }, async (world) => {
    const settings = await world.own('dashboard.html#/settings');
    const file = {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(demoSnapshot(world.lookalike.state.us)),
    };
    await settings.getByLabel('Zuordnung importieren').setInputFiles(file);
    const apply = settings.getByRole('button', { name: 'Import anwenden' });
    await apply.waitFor();
    await album.page('dashboard-import-german', settings, windowSize);
    await apply.click();
    await settings.getByText('9 Schlüssel importiert').first().waitFor();
    const popup = await world.own('popup.html');
    await popup.setViewportSize(popupSize);
    await until(async () => (await popup.getByRole('row').count()) > 9, { what: 'nine keys' });
    await album.page('popup-german', popup);
    const dashboard = await world.own('dashboard.html#/keys');
    await album.page('dashboard-german', dashboard, windowSize);
    const app = await App.open(world);
    await app.page.setViewportSize(appSize);
    const keyholder = await Keyholder.in(world, app.page);
    // Before the badge stands there, what hangs on the row is not known yet, and the removal would only be asked to wait.
    await keyholder.tree.some('StaticText', /^Besitzt 1 API-Schlüssel$/);
    const entry = app.page.getByRole('menuitem', { name: 'Entfernen' });
    await until(
      async () => {
        if (!(await entry.isVisible()))
          await app.row(integrations).getByRole('button', { name: 'Weitere Aktionen' }).click();
        await entry.click({ timeout: 2_000 });
        return true;
      },
      { what: 'the removal to begin' },
    );
    await keyholder.warning();
    await album.page('warning-german', app.page);
  }),
];

console.log(`${album.names.length} pictures in ${path.relative(root, album.folder)}/`);
process.exit(seen.every(Boolean) ? 0 : 1);
