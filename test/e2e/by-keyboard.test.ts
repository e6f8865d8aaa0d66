/** The main jobs of an admin, each from beginning to end without a mouse; what each takes is printed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { App } from './support/app.ts';
import { Hands } from './support/keys.ts';
import { Keyholder } from './support/keyholder.ts';
import { showsKeys } from './support/own-pages.ts';
import { firstDay, scene } from './support/scene.ts';

const here = scene({}, firstDay());

test('removal: what dies, before anybody clicks, in words to forward', async () => {
  const page = await here.world.own('popup.html');
  await showsKeys(page, 9);
  const hands = new Hands(page);
  await hands.to(page.getByRole('combobox', { name: 'Can I remove…' }));
  await hands.type('Dana');
  await page.getByRole('option', { name: /Dana Okafor/ }).waitFor();
  await hands.press('Enter');
  const answer = page.getByRole('region', { name: 'Removal check' });
  await expect.poll(() => answer.innerText()).toMatch(/^Critical/);
  hands.told('removal, asked');
});

test('removal: held in the page, and kept', async () => {
  const app = await App.open(here.world);
  const keyholder = await Keyholder.in(here.world, app.page);
  await keyholder.badgeSays('integrations@northwind.example', 'Owns 1 API key');
  const hands = new Hands(app.page);
  await hands.open(app.row('integrations@northwind.example').getByRole('button', { name: 'More actions' }));
  await app.removeEntry.waitFor();
  await hands.press('End', 'Enter');
  const { items } = await keyholder.warning();
  expect(items.join()).toContain('EMEA Sales');
  expect((await keyholder.tree.focused())?.name).toBe('Keep user');
  await hands.press('Enter');
  await keyholder.noWarning();
  expect(app.removals()).toEqual([]);
  hands.told('removal, held and kept');
});

test('demotion: what the key loses, and kept', async () => {
  const app = await App.open(here.world);
  const keyholder = await Keyholder.in(here.world, app.page);
  await keyholder.badgeSays('integrations@northwind.example', 'Owns 1 API key');
  const hands = new Hands(app.page);
  await hands.open(app.row('integrations@northwind.example').getByRole('button', { name: 'More actions' }));
  await hands.to(app.page.getByRole('menuitem', { name: 'Change role' }), 'ArrowDown');
  await hands.press('Enter');
  const dialog = app.page.getByRole('dialog', { name: 'Change role' });
  await hands.to(dialog.getByRole('combobox', { name: 'Role' }));
  await hands.type('Memb');
  await hands.open(dialog.getByRole('button', { name: 'Save' }));
  const { text, items } = await keyholder.warning();
  expect(text).toMatch(/stays? alive|keeps? working|loses?/i);
  expect(items.join()).toContain('EMEA Sales');
  expect((await keyholder.tree.focused())?.name).toBe('Keep user');
  await hands.press('Enter');
  await keyholder.noWarning();
  expect(app.sent().filter((line) => line.startsWith('PATCH'))).toEqual([]);
  hands.told('demotion, held and kept');
});

test('rotation: when keys are due, as a picture and as a table', async () => {
  const page = await here.world.own('dashboard.html#/keys');
  await showsKeys(page, 9);
  const hands = new Hands(page);
  await hands.open(page.getByRole('navigation').getByRole('link', { name: 'Map' }));
  await hands.open(page.locator('section', { hasText: 'When keys are due' }).locator('summary'));
  await page.getByRole('columnheader', { name: 'Due' }).waitFor();
  hands.told('rotation');
});

test('audit: a dated report in the hand', async () => {
  const page = await here.world.own('dashboard.html#/keys');
  await showsKeys(page, 9);
  const hands = new Hands(page);
  await hands.open(page.getByRole('button', { name: 'Export snapshot' }));
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'JSON' }).waitFor();
  await hands.press('End', 'Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^keyholder-us-.*\.html$/);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Not covered');
  hands.told('audit');
});

test('inherited estate: the next question answered, and the report of the first day', async () => {
  const page = await here.world.own('dashboard.html#/keys');
  await showsKeys(page, 9);
  const hands = new Hands(page);
  await hands.open(page.getByRole('button', { name: /^Sort out \d+ questions?$/ }));
  const owner = page.getByRole('combobox', { name: 'Who owns this key?' });
  await owner.waitFor();
  const left = page.getByRole('dialog').getByRole('status');
  const before = await left.innerText();
  await hands.type('Priya');
  await page.getByRole('option', { name: /Priya Raman/ }).waitFor();
  await hands.press('Enter', 'Enter');
  await expect.poll(() => left.innerText()).not.toBe(before);
  await hands.press('Escape');
  await hands.open(page.getByRole('navigation').getByRole('link', { name: 'Workspaces' }));
  await hands.open(page.getByRole('button', { name: 'First-day report' }));
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Markdown' }).waitFor();
  await hands.press('Enter');
  const [first] = readFileSync(await (await downloading).path(), 'utf8').split('\n');
  expect(first).toMatch(/^# .*\d of \d+ workspaces are read/);
  hands.told('inherited estate');
});

test('three workspaces and four keys, entered by hand in under two minutes', async () => {
  const page = await here.world.own('dashboard.html#/keys');
  await showsKeys(page, 9);
  const since = performance.now();
  const hands = new Hands(page);
  const dialog = page.getByRole('dialog');
  const entered = [
    ['New', 'Alpine Sales', 'Prod'],
    ['New', 'Baltic Sales', 'Prod'],
    ['New', 'Coastal Sales', 'Prod'],
    ['Alpine', null, 'Sand'],
  ] as const;
  for (const [place, name, type] of entered) {
    await hands.open(page.getByRole('button', { name: 'Add key', exact: true }));
    await hands.to(dialog.getByRole('combobox', { name: 'Workspace', exact: true }));
    await hands.type(place);
    if (name !== null) {
      await hands.to(dialog.getByRole('textbox', { name: 'Name of the workspace' }));
      await hands.type(name);
    }
    await hands.to(dialog.getByRole('combobox', { name: 'Type', exact: true }));
    await hands.type(type);
    await hands.open(dialog.getByRole('button', { name: /^(Save|Add key)$/ }));
    await dialog.waitFor({ state: 'detached' });
  }
  await showsKeys(page, 13);
  expect(performance.now() - since).toBeLessThan(120_000);
  hands.told('three workspaces and four keys');
});

test('429: whose keys share one limit', async () => {
  const page = await here.world.own('dashboard.html#/keys');
  await showsKeys(page, 9);
  const hands = new Hands(page);
  await hands.open(page.getByRole('navigation').getByRole('link', { name: 'Owners' }));
  await hands.open(page.getByRole('button', { name: /^Edit .*Northwind Integrations/ }));
  await page.getByRole('dialog').waitFor();
  await hands.reads(/rate limit/i);
  await hands.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  hands.told('429');
});

test('incident: four characters, and whose key that is', async () => {
  const page = await here.world.own('popup.html');
  await showsKeys(page, 9);
  const hands = new Hands(page);
  await hands.open(page.getByRole('button', { name: 'Which key is this?' }));
  await hands.to(page.getByRole('textbox', { name: 'Key, or its last four characters' }));
  await hands.type('9f3c');
  await hands.press('Enter');
  await expect.poll(() => page.getByRole('dialog').getByRole('status').innerText()).not.toBe('');
  hands.told('incident');
});
