/** From nothing to a mapping, in Firefox: what the first visits bring, and owners by one's own word. */
import { expect, test } from 'vitest';
import { demoWorkspaces } from '../e2e/support/app.ts';
import { App } from './support/app.ts';
import { Keyholder } from './support/keyholder.ts';
import { keySays, scene, showsKeys } from './support/scene.ts';

const here = scene();

test('visits fill the mapping with all keys, owners unknown; an owner set in the page is on key, badge and lists', async () => {
  const { world } = here;
  const app = await App.open(world);
  const keyholder = new Keyholder(world, app.tab);
  for (const workspace of demoWorkspaces) {
    await app.switchTo(workspace);
    await app.keys();
    await keyholder.says(/Owner unknown/);
    await app.team();
    await keyholder.armed();
  }
  const dashboard = await world.own('dashboard.html#/keys');
  const rows = await showsKeys(dashboard, 9);
  for (const workspace of demoWorkspaces) expect(rows.join('\n')).toContain(workspace);
  await dashboard.says(/9 owners unknown/);

  await app.tab.activate();
  await app.switchTo('EMEA Sales');
  await app.keys();
  await keyholder.ownersSay('Owner unknown', 'Owner unknown');
  await keyholder.setOwner(1, 'integr', /Northwind Integrations/);
  await keyholder.ownersSay('Owner unknown', 'Owner: Northwind Integrations');
  await app.team();
  await keyholder.badgeSays('integrations@northwind.example', 'Owns 1 API key');
  await keySays(dashboard, 'EMEA Sales', 'Production', /Northwind Integrations/);
  const popup = await world.own('popup.html');
  await showsKeys(popup, 9);
  await popup.says(/8 owners unknown/);
});
