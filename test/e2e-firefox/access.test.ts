/** Firefox lets people take back what a site's extension may see: said in the popup, and asked for with one click. */
import { expect, test } from 'vitest';
import { until } from '../e2e/support/until.ts';
import { App } from './support/app.ts';
import { Keyholder } from './support/keyholder.ts';
import { scene } from './support/scene.ts';

const here = scene();

test('taken back: nothing runs, the button says off, the popup says why; one click, a reload, and it guards again', async () => {
  const { world } = here;
  const app = await App.open(world);
  await app.team();
  const keyholder = new Keyholder(world, app.tab);
  await keyholder.armed();
  const popup = await world.own('popup.html');
  expect(await popup.text()).not.toMatch(/does not let Keyholder/);

  await popup.callInPage(() =>
    (
      globalThis as unknown as { browser: { permissions: { remove(what: { origins: string[] }): Promise<boolean> } } }
    ).browser.permissions.remove({ origins: ['https://app.pandadoc.com/*'] }),
  );
  // The popup that is open hears of it.
  await popup.says(/Your browser does not let Keyholder work on app\.pandadoc\.com, so nothing is guarded there\./);
  await app.tab.activate();
  await app.tab.reload();
  await app.row('dana.okafor@northwind.example');
  expect(await world.toolbarSays(app.tab, /^Keyholder: off/)).toMatchObject({ badge: '' });
  expect(await keyholder.roots()).toEqual([]);

  await popup.activate();
  await popup.click(await popup.find('button', 'Allow access'));
  await until(async () => !/does not let Keyholder/.test(await popup.text()), {
    what: 'the sentence to go',
    instead: () => popup.text(),
  });
  // The tab is open without a guard, and says so.
  await app.tab.activate();
  expect(await world.toolbarSays(app.tab, /reload/i)).toMatchObject({ badge: '!' });
  await app.tab.reload();
  await keyholder.armed();
});
