/** What never happens: a secret kept anywhere, a request of ours, a page that looks or behaves otherwise. */
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { expect, test } from 'vitest';
import { App } from './support/app.ts';
import { Keyholder } from './support/keyholder.ts';
import { exportSnapshot, mapping } from './support/own-pages.ts';
import { firstDay, scene } from './support/scene.ts';
import { partIn } from '../faults/canary.ts';
import { note } from '../faults/ledger.ts';
import { firstVisits } from './support/visits.ts';
import { type World, openWorld } from './support/world.ts';

declare const chrome: Browser;
declare global {
  // What the background was told, noted by a listener of this test.
  var told: string[] | undefined;
}

const here = scene({}, firstDay(['EMEA Sales']));

const holds = (text: string, secrets: readonly string[]): string[] =>
  secrets.flatMap((secret) => partIn(text, secret) ?? []);

test('a revealed and a new key are found nowhere afterwards', async () => {
  const { world } = here;
  // Heard in a page, where the ear outlives a worker that is killed.
  const backstage = await world.backstage();
  await backstage.evaluate(() => {
    globalThis.told = [];
    chrome.runtime.onMessage.addListener((message: unknown) => {
      globalThis.told?.push(JSON.stringify(message));
      return undefined;
    });
  });
  const app = await App.open(world, 'api-dashboard/configuration');
  const keyholder = await Keyholder.in(world, app.page);
  await app.switchTo('EMEA Sales');
  await app.keys();
  await keyholder.ownersSay('Owner: Dana Okafor', 'Owner: Northwind Integrations');
  const shown: string[] = [];
  const reveal = async (): Promise<void> => {
    await app.page.getByText('Production key', { exact: true }).hover();
    await app.page.getByRole('button', { name: 'Show key' }).nth(1).click();
    const secret = app.page.locator('code').filter({ hasText: /^[0-9a-f]{40}$/ });
    await secret.waitFor();
    shown.push(await secret.innerText());
  };
  await reveal();
  // Read again by going away and back with the key in the open.
  await app.go('api-dashboard/logs');
  await app.keys();
  await reveal();
  const anew = app.page.getByRole('button', { name: 'Generate new key' }).nth(1);
  await anew.click();
  await keyholder.generateAnyway();
  await anew.click();
  await app.dialog.getByRole('button', { name: 'Generate', exact: true }).click();
  const fresh = app.dialog.locator('code');
  await fresh.waitFor();
  shown.push(await fresh.innerText());
  await keyholder.tree.some('StaticText', /^Made /).catch(() => undefined);
  await app.dialog.getByRole('button', { name: 'Done' }).click();
  await keyholder.ownersSay('Owner: Dana Okafor', 'Owner: Priya Raman');
  await keyholder.pressAwake(await keyholder.button('Confirm owner'));
  await keyholder.ownersSay('Owner: Dana Okafor', 'Owner: Priya Raman');
  expect(new Set(shown).size).toBe(2);
  const secrets = world.lookalike.state.us.allSecrets();
  expect(secrets).toEqual(expect.arrayContaining(shown));

  const dashboard = await world.own('dashboard.html#/keys');
  await mapping(dashboard).waitFor();
  const { text } = await exportSnapshot(dashboard);
  expect(holds(text, secrets)).toEqual([]);
  expect(holds(JSON.stringify(await world.kept()), secrets)).toEqual([]);
  const told = (await backstage.evaluate(() => globalThis.told)) ?? [];
  expect(told.length).toBeGreaterThan(3);
  expect(holds(told.join('\n'), secrets)).toEqual([]);
  for (const address of ['popup.html', 'dashboard.html#/log', 'dashboard.html#/settings', 'dashboard.html#/keys']) {
    const page = await world.own(address);
    expect(holds(await page.content(), secrets), address).toEqual([]);
    await page.close();
  }
  expect(holds((await (await world.tree(app.page)).read()).map(({ name }) => name).join('\n'), secrets)).toEqual([]);
  await backstage.close();

  const left = await world.leave();
  try {
    for (const file of globSync('**/*', { cwd: left.profile })) {
      const full = path.join(left.profile, file);
      if (!statSync(full).isFile()) continue;
      const bytes = readFileSync(full);
      for (const secret of shown) {
        expect(bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')), file).toBe(false);
      }
    }
  } finally {
    left.remove();
  }
  for (const place of ['key page, masked and revealed', 'dialog after Generate']) {
    note({
      chapter: 'secrets',
      id: place,
      browser: 'Chromium',
      what: 'Keys that PandaDoc shows and makes',
      outcome:
        'in no store, storage area, message, export, page of ours, part of ours in the page, or file of the profile',
      figures: { 'messages read': told.length, keys: secrets.length },
    });
  }
});

interface Seen {
  requests: string[];
  rows: Record<string, { x: number; y: number; width: number; height: number; html: string }[]>;
}

/** One walk through the settings, and what came of it. */
async function walk(world: World): Promise<Seen> {
  const app = await App.open(world);
  const rows: Seen['rows'] = {};
  const measure = async (where: string, selector: string): Promise<void> => {
    rows[where] = await app.page.evaluate((all) => {
      return [...document.querySelectorAll<HTMLElement>(all)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height, html: element.outerHTML };
      });
    }, selector);
  };
  await app.switchTo('EMEA Sales');
  await app.team();
  await app.row('dana.okafor@northwind.example').waitFor();
  if (world.guardedPages) {
    const keyholder = await Keyholder.in(world, app.page);
    await keyholder.armed();
    await keyholder.badgeSays('dana.okafor@northwind.example', 'Owns 2 API keys');
  }
  await measure('team', 'main tr, main td, main h1, nav a');
  await app.keys();
  if (world.guardedPages) {
    await (await Keyholder.in(world, app.page)).ownersSay('Owner: Dana Okafor', 'Owner: Northwind Integrations');
  }
  await measure('keys', 'main h1, main h2, main p, main code, main span, main button');
  await app.allUsers();
  await measure('users', 'main tr, main td');
  await app.team();
  await app.menu('jonas.lindqvist@northwind.example');
  await app.removeEntry.click();
  await app.confirm.click();
  await app.toast('Jonas Lindqvist was removed').waitFor();
  const requests = world.lookalike
    .requests()
    .filter(({ path: asked }) => asked !== '/favicon.ico')
    .map(({ method, path: asked, query }) => `${method} ${asked}${query}`)
    .sort();
  return { requests, rows };
}

test('PandaDoc gets the same requests and looks the same with and without Keyholder', async () => {
  const without = await openWorld({ guarded: false });
  let bare: Seen;
  try {
    bare = await walk(without);
  } finally {
    await without.close();
  }
  const guarded = await walk(here.world);
  expect(guarded.requests).toEqual(bare.requests);
  for (const [where, rows] of Object.entries(bare.rows)) {
    expect(rows.length, where).toBeGreaterThan(5);
    expect(guarded.rows[where], where).toEqual(rows);
  }
});

test('popup and dashboard ask for nothing but their own files', async () => {
  const asked: string[] = [];
  here.world.context.on('request', (request) => asked.push(request.url()));
  for (const address of ['popup.html', 'dashboard.html#/keys', 'dashboard.html#/settings']) {
    const page = await here.world.own(address);
    await page.getByRole('main').waitFor();
  }
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((url) => !url.startsWith(`${here.world.origin}/`))).toEqual([]);
});

test('the page sees no more of us than an empty element, and no id', async () => {
  const app = await App.open(here.world);
  const keyholder = await Keyholder.in(here.world, app.page);
  await app.switchTo('EMEA Sales');
  await app.team();
  await keyholder.badgeSays('dana.okafor@northwind.example', 'Owns 2 API keys');
  const seen = await app.page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    open: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot !== null).length,
    text: document.body.innerText,
    globals: Object.keys(window).filter((name) => /keyholder|__kh|browser\b/i.test(name)),
  }));
  expect(seen.open).toBe(0);
  expect(seen.html).not.toMatch(/keyholder|chrome-extension:/i);
  expect(seen.html).not.toContain(new URL(here.world.origin).host);
  expect(seen.text).not.toContain('Owns 2 API keys');
  expect(seen.globals).toEqual([]);
});

test('visits of one region leave nothing of the other', async () => {
  const app = await App.open(here.world, 'settings/team', 'eu');
  await firstVisits(here.world, app, ['Public Sector']);
  const { text } = await exportSnapshot(await here.world.own('dashboard.html#/keys'));
  expect(text).not.toContain('Public Sector');
});
