/** From nothing to a mapping: what the first visits bring, who is said to own what, and how that is said. */
import { expect, test } from 'vitest';
import { App, demoWorkspaces } from './support/app.ts';
import { Keyholder } from './support/keyholder.ts';
import { keyRow, keyRows, showsKeys } from './support/own-pages.ts';
import { scene } from './support/scene.ts';
import { until } from './support/until.ts';
import { firstVisits } from './support/visits.ts';

const here = scene();

test('nine keys over six workspaces, all owners unknown, and that is said; then owners by one’s own word', async () => {
  const { world } = here;
  const app = await App.open(world);
  const keyholder = await Keyholder.in(world, app.page);
  await firstVisits(world, app);
  await keyholder.armed();

  const popup = await world.own('popup.html');
  await showsKeys(popup, 9);
  await popup.getByText('9 owners unknown').waitFor();
  const dashboard = await world.own('dashboard.html#/keys');
  await showsKeys(dashboard, 9);
  await dashboard.getByText('9 owners unknown').waitFor();
  for (const workspace of demoWorkspaces) {
    expect(await keyRows(dashboard).filter({ hasText: workspace }).count(), workspace).toBeGreaterThan(0);
  }
  // Not entitled, and not made: no key.
  expect(await keyRow(dashboard, 'People Operations', 'Production').count()).toBe(0);
  expect(await keyRow(dashboard, 'Customer Success', 'Sandbox').count()).toBe(0);

  // Whoever is Admin where a key has no known owner may own it; nobody else.
  await app.page.bringToFront();
  await app.switchTo('Finance & Procurement');
  await app.team();
  await keyholder.badgeSays('ingrid.solheim@northwind.example', 'May own API keys');
  await keyholder.badgeSays('tomasz.wieczorek@northwind.example', null);

  // The owner, said in the page.
  await app.switchTo('EMEA Sales');
  await app.keys();
  await keyholder.ownersSay('Owner unknown', 'Owner unknown');
  await keyholder.setOwner(1, 'integr', /Northwind Integrations/);
  await keyholder.ownersSay('Owner unknown', 'Owner: Northwind Integrations');
  await keyholder.tree.one('button', 'Owner type: Untagged');
  // The owner's type, by one click.
  await keyholder.setOwnerType(0, 'Service account');
  await keyholder.tree.one('button', 'Owner type: Service account');
  await expect.poll(() => keyRow(popup, 'EMEA Sales', 'Production').innerText()).toContain('Northwind Integrations');
  await popup.getByText('8 owners unknown').waitFor();
  await popup.bringToFront();
  await expect.poll(() => keyRow(popup, 'EMEA Sales', 'Production').innerText()).toContain('Service account');

  // And the list of members says it at once.
  await app.page.bringToFront();
  await app.team();
  await keyholder.badgeSays('integrations@northwind.example', 'Owns 1 API key');

  // Owner type in popup and dashboard.
  await popup.bringToFront();
  await keyRow(popup, 'EMEA Sales', 'Production').getByRole('button', { name: 'Owner type: Service account' }).click();
  await popup.getByRole('menuitemradio', { name: 'Person', exact: true }).click();
  await expect.poll(() => keyRow(dashboard, 'EMEA Sales', 'Production').innerText()).toContain('Person');
  await dashboard.bringToFront();
  await keyRow(dashboard, 'EMEA Sales', 'Production').getByRole('button', { name: 'Owner type: Person' }).click();
  await dashboard.getByRole('menuitemradio', { name: 'Org Admin · service account' }).click();
  await expect
    .poll(() => keyRow(popup, 'EMEA Sales', 'Production').innerText())
    .toContain('Org Admin · service account');
});

test('choosing an owner who is not known as Admin there says so', async () => {
  const { world } = here;
  const app = await App.open(world);
  const keyholder = await Keyholder.in(world, app.page);
  await firstVisits(world, app, ['Finance & Procurement']);
  await app.keys();
  await keyholder.ownersSay('Owner unknown', 'Owner unknown');
  const button = await keyholder.button('Set owner', 1);
  await keyholder.pressAwake(button);
  await keyholder.tree.one('dialog', 'Set owner');
  await keyholder.tree.press(await keyholder.tree.one('combobox', 'Owner'));
  // Admins of the workspace come first.
  const options = await keyholder.tree.some('option');
  expect(options[0]!.name).toMatch(/Admin here/);
  await app.page.keyboard.type('tomasz');
  await keyholder.tree.press(await keyholder.tree.one('option', /Tomasz Wieczorek/));
  await keyholder.tree.some('StaticText', /Tomasz Wieczorek is not known as Admin of this workspace/);
  await keyholder.pressAwake(await keyholder.tree.one('button', 'Save owner'));
  await keyholder.ownersSay('Owner unknown', 'Owner: Tomasz Wieczorek');
});

test('Generate and success: the next key, owner and date proposed, confirmed by one click; the secret is nowhere', async () => {
  const { world } = here;
  const app = await App.open(world);
  const keyholder = await Keyholder.in(world, app.page);
  await firstVisits(world, app, ['Customer Success']);
  await app.keys();
  await keyholder.ownersSay('Owner unknown');
  await app.page.getByRole('button', { name: 'Generate', exact: true }).click();
  await app.page.getByText('API key was generated').waitFor();
  await app.dialog.getByRole('button', { name: 'Done' }).click();
  await keyholder.ownersSay('Owner: Priya Raman', 'Owner unknown');
  await keyholder.tree.some('StaticText', /^Made /);
  const confirm = await keyholder.button('Confirm owner');
  await keyholder.pressAwake(confirm);
  await keyholder.ownersSay('Owner: Priya Raman', 'Owner unknown');
  const dashboard = await world.own('dashboard.html#/keys');
  await expect.poll(() => keyRow(dashboard, 'Customer Success', 'Sandbox').innerText()).toContain('Priya Raman');
});

test('a new key of the same type is the next generation: it inherits no owner', async () => {
  const { world } = here;
  const app = await App.open(world);
  const keyholder = await Keyholder.in(world, app.page);
  await firstVisits(world, app, ['EMEA Sales']);
  await app.keys();
  await keyholder.ownersSay('Owner unknown', 'Owner unknown');
  await keyholder.setOwner(1, 'integr', /Northwind Integrations/);
  await keyholder.ownersSay('Owner unknown', 'Owner: Northwind Integrations');
  await app.page.getByText('Production key', { exact: true }).hover();
  // Nothing says that a dialog follows, so it is held at once; the lift then covers the whole flow.
  const anew = app.page.getByRole('button', { name: 'Generate new key' }).nth(1);
  await anew.click();
  await keyholder.generateAnyway();
  await anew.click();
  await app.dialog.getByRole('button', { name: 'Generate', exact: true }).click();
  await app.page.getByText('API key was generated').waitFor();
  await app.dialog.getByRole('button', { name: 'Done' }).click();
  await keyholder.ownersSay('Owner unknown', 'Owner: Priya Raman');
  await keyholder.tree.some('StaticText', /^Made /);
});

test('another workspace on the same page: the former one’s owner lines go with its rows', async () => {
  const { world } = here;
  const app = await App.open(world);
  const keyholder = await Keyholder.in(world, app.page);
  await firstVisits(world, app, ['People Operations', 'EMEA Sales']);
  await app.keys();
  await keyholder.ownersSay('Owner unknown', 'Owner unknown');
  await keyholder.setOwner(0, 'dana', /Dana Okafor/);
  await keyholder.ownersSay('Owner: Dana Okafor', 'Owner unknown');
  // The worker takes its time: what the page shows meanwhile is nobody's line yet.
  const busy = world.busyWorker(2_000);
  await app.switchTo('People Operations');
  await app.page.getByRole('button', { name: 'Request a demo' }).first().waitFor();
  await until(async () => !(await keyholder.owners()).includes('Owner: Dana Okafor'), {
    what: 'no line of EMEA Sales beside People Operations',
    timeoutMs: 1_200,
  });
  await busy;
  await keyholder.ownersSay('Owner unknown');
});
