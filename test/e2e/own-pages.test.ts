/** Popup and dashboard: search, filters, "Can I remove…", editing, and whether everybody can use them. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { App } from './support/app.ts';
import { canIRemove, importSnapshot, keyRow, keyRows, showsKeys } from './support/own-pages.ts';
import { firstDay, scene } from './support/scene.ts';
import { snapshotOf } from './support/seed.ts';
import { firstVisits } from './support/visits.ts';
import { openWorld } from './support/world.ts';

const here = scene({}, firstDay());

test('Can I remove…: the answer starts with the word for it, and lists every key that stops', async () => {
  const popup = await here.world.own('popup.html');
  const asked = [
    ['Northwind Integrations', /Northwind Integrations/, /^Critical/, ['EMEA Sales']],
    ['Dana', /Dana Okafor/, /^Critical/, ['EMEA Sales', 'North America Sales']],
    ['finance+pandadoc', /Finance Shared/, /^Medium/, ['Finance & Procurement']],
    ['Jonas', /Jonas Lindqvist/, /^Nothing at stake/, []],
    // The namesake, told apart by the address.
    ['alex.morgan2', /Alex Morgan/, /^Nothing at stake/, []],
  ] as const;
  for (const [query, option, start, workspaces] of asked) {
    const answer = await canIRemove(popup, query, option);
    await expect.poll(() => answer.innerText()).toMatch(start);
    const items = await answer.getByRole('listitem').allInnerTexts();
    expect(items).toHaveLength(workspaces.length);
    for (const workspace of workspaces) expect(items.join('\n')).toContain(workspace);
  }
  // Whoever may own a key of unknown owner: not known, and why.
  const answer = await canIRemove(popup, 'svc-archive', /Archive Bot/);
  await expect.poll(() => answer.innerText()).toMatch(/^Not known/);
  expect(await answer.innerText()).toContain('People Operations');
});

describe('the mapping', () => {
  test('is found by workspace, owner, address and the last four characters', async () => {
    const text = snapshotOf({
      organization: here.world.lookalike.state.us,
      hints: { 'EMEA Sales production': '9f3c' },
    });
    await importSnapshot(here.world, text);
    for (const address of ['popup.html', 'dashboard.html#/keys']) {
      const page = await here.world.own(address);
      await showsKeys(page, 9);
      const search = page.getByRole('searchbox', { name: 'Search keys' });
      await search.fill('finance & proc');
      await showsKeys(page, 2);
      await search.fill('svc-crm@');
      await showsKeys(page, 2);
      await search.fill('okafor');
      await showsKeys(page, 2);
      await search.fill('9f3c');
      await showsKeys(page, 1);
      expect(await keyRows(page).first().innerText()).toContain('EMEA Sales');
      await search.fill('');
      await showsKeys(page, 9);
    }
  });

  test('holds both regions apart, with a column and a filter', async () => {
    const app = await App.open(here.world, 'settings/team', 'eu');
    await firstVisits(here.world, app, ['EMEA Sales', 'Public Sector']);
    for (const address of ['popup.html', 'dashboard.html#/keys']) {
      const page = await here.world.own(address);
      await showsKeys(page, 12);
      await page.getByLabel('Region').selectOption('eu');
      await showsKeys(page, 3);
      await page.getByLabel('Region').selectOption('us');
      await showsKeys(page, 9);
    }
    // Same names, other data: the owner of the EU's key is unknown, that of the US is known.
    const popup = await here.world.own('popup.html');
    await popup.getByLabel('Region').selectOption('eu');
    await showsKeys(popup, 3);
    expect(await keyRow(popup, 'EMEA Sales', 'Production').innerText()).toMatch(/unknown/i);
  });

  test('an owner is set in the dashboard, and taken back', async () => {
    const dashboard = await here.world.own('dashboard.html#/keys');
    await showsKeys(dashboard, 9);
    const row = keyRow(dashboard, 'People Operations', 'Sandbox');
    await expect.poll(() => row.innerText()).toMatch(/unknown/i);
    await row.getByRole('button', { name: /^Edit/ }).click();
    const editor = dashboard.getByRole('dialog');
    await editor.getByRole('combobox', { name: 'Owner' }).fill('alex.morgan@');
    await dashboard
      .getByRole('option', { name: /Alex Morgan/ })
      .first()
      .click();
    await editor.getByRole('button', { name: /^Save/ }).click();
    await expect.poll(() => row.innerText()).toContain('Alex Morgan');
    await dashboard.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => row.innerText()).toMatch(/unknown/i);
  });
});

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs axe over a page as it stands; the page's policy lets nobody add a script, the debugger aside. */
async function violations(page: Page, world = here.world): Promise<string[]> {
  // Colours that are still on their way to the other scheme are nobody's choice.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => undefined),
  );
  const session = await world.session(page);
  await session.send('Runtime.evaluate', { expression: axeSource });
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      // In forced colours the colours are the user's own.
      'axe.run(document, { rules: { "color-contrast": { enabled: !matchMedia("(forced-colors: active)").matches } } }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`))',
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as string[];
}

describe('axe finds nothing to complain about, light, dark and in forced colours', () => {
  const schemes = [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const;

  test('popup, with an answer open', async () => {
    const page = await here.world.own('popup.html');
    await page.setViewportSize({ width: 400, height: 600 });
    await showsKeys(page, 9);
    for (const scheme of schemes) {
      await page.emulateMedia(scheme);
      expect(await violations(page), JSON.stringify(scheme)).toEqual([]);
      await canIRemove(page, 'Dana', /Dana Okafor/);
      expect(await violations(page), JSON.stringify(scheme)).toEqual([]);
    }
  });

  test('every view of the dashboard, and its editor', async () => {
    const page = await here.world.own('dashboard.html#/keys');
    await showsKeys(page, 9);
    const views = page.getByRole('navigation').getByRole('link');
    expect(await views.count()).toBeGreaterThan(2);
    for (const scheme of schemes) {
      await page.emulateMedia(scheme);
      for (const view of await views.all()) {
        await view.click();
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        expect(await violations(page), `${(await view.getAttribute('href')) ?? ''} ${JSON.stringify(scheme)}`).toEqual(
          [],
        );
      }
      await views.first().click();
      await keyRow(page, 'EMEA Sales', 'Production').getByRole('button', { name: /^Edit/ }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page), `editor ${JSON.stringify(scheme)}`).toEqual([]);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Cancel|Close)/ })
        .first()
        .click();
    }
  });

  test('popup and dashboard before anything is known', async () => {
    const fresh = await openWorld();
    try {
      for (const address of ['popup.html', 'dashboard.html#/keys']) {
        const page = await fresh.own(address);
        for (const scheme of schemes) {
          await page.emulateMedia(scheme);
          expect(await violations(page, fresh), `${address} ${JSON.stringify(scheme)}`).toEqual([]);
        }
      }
    } finally {
      await fresh.close();
    }
  });
});
