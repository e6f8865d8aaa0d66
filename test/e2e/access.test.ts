/** Chromium lets people take back what a site's extension may see ("On click"): said on the button and in the popup. */
import { expect, test } from 'vitest';
import { App } from './support/app.ts';
import { scene } from './support/scene.ts';
import type { World } from './support/world.ts';

/** The extension's own API, inside its pages. */
declare const chrome: {
  tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
  action: { getTitle(of: { tabId: number }): Promise<string> };
};

const here = scene();

/** What a person chooses under "Site access" on the browser's own page of extensions. */
async function siteAccess(world: World, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const page = await world.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    (change) =>
      (
        globalThis as unknown as {
          chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } };
        }
      ).chrome.developerPrivate.updateExtensionConfiguration(change),
    { extensionId: new URL(world.origin).host, hostAccess },
  );
  await page.close();
}

/** What the button says over the tab whose address the browser does not tell any more. */
async function toolbarOverHidden(world: World): Promise<string[]> {
  return (await world.backstage()).evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    const hidden = tabs.filter(({ id, url }) => id !== undefined && url === undefined);
    return Promise.all(hidden.map(({ id }) => chrome.action.getTitle({ tabId: id! })));
  });
}

test('taken back: nothing runs, the button says off, the popup says why and asks; given again, it guards', async () => {
  const { world } = here;
  const app = await App.open(world);
  await app.team();
  await world.toolbarSays(app.page, /^Keyholder: armed/);
  const popup = await world.own('popup.html');
  const missing = popup.getByText(/does not let Keyholder work on app\.pandadoc\.com and app\.pandadoc\.eu/);
  expect(await missing.count()).toBe(0);

  await siteAccess(world, 'ON_CLICK');
  // The popup that is open hears of it.
  await missing.waitFor();
  await popup.getByRole('button', { name: 'Allow access' }).waitFor();
  await app.page.reload();
  await app.page.getByText('dana.okafor@northwind.example').first().waitFor();
  await expect.poll(() => toolbarOverHidden(world)).toEqual([expect.stringMatching(/^Keyholder: off/)]);

  await siteAccess(world, 'ON_ALL_SITES');
  await missing.waitFor({ state: 'detached' });
  await app.page.reload();
  await world.toolbarSays(app.page, /^Keyholder: armed/);
});
