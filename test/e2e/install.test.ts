/** Tabs that were there before Keyholder: no guard in them, and that is said. */
import { expect, test } from 'vitest';
import { App } from './support/app.ts';
import { Keyholder } from './support/keyholder.ts';
import { scene } from './support/scene.ts';

// Without scripts in PandaDoc's pages at first: the tab is opened before there is a guard that could run in it.
const here = scene({ guarded: false });

test('a tab that was open before the installation: "reload this tab"', async () => {
  const { world } = here;
  const app = await App.open(world);
  await app.row('dana.okafor@northwind.example').waitFor();
  await world.update();
  await world.toolbarSays(app.page, /reload/i);
  expect((await world.toolbar(app.page)).badge).not.toBe('');
  const popup = await world.own('popup.html');
  await popup
    .getByText(/reload/i)
    .first()
    .waitFor();
  await app.page.bringToFront();
  await app.page.reload();
  const keyholder = await Keyholder.in(world, app.page);
  await keyholder.armed();
  expect((await world.toolbar(app.page)).badge).toBe('');
});
