/** The event page sleeps whenever it has nothing to do, and pages are reloaded: the guard keeps its word. */
import { expect, test } from 'vitest';
import { keySays, known, scene, teamOf } from './support/scene.ts';

const integrations = 'integrations@northwind.example';
const here = scene(known);

test('suspended between hold and release, and again before the removal: nothing is lost', async () => {
  const { world } = here;
  const { app, keyholder } = await teamOf(world, 'EMEA Sales');
  await world.asleep();
  await app.beginRemoval(integrations);
  await keyholder.warning();
  await world.asleep();
  await keyholder.release('Outage accepted');
  await world.asleep();
  await app.beginRemoval(integrations);
  await app.confirm();
  await app.tab.says(/Northwind Integrations was removed/);
  expect(app.removals()).toHaveLength(1);
  await world.asleep();
  const dashboard = await world.own('dashboard.html#/keys');
  await keySays(dashboard, 'EMEA Sales', 'Production', /presumed dead/i);
});

test('reloaded while the warning is open: held again; reloaded after the release: let go', async () => {
  const { world } = here;
  const { app, keyholder } = await teamOf(world, 'EMEA Sales');
  await app.beginRemoval(integrations);
  await keyholder.warning();
  await app.tab.reload();
  await keyholder.armed();
  await app.beginRemoval(integrations);
  await keyholder.warning();
  expect(app.removals()).toEqual([]);
  await keyholder.release('Handover done');
  await app.tab.reload();
  await keyholder.armed();
  await app.beginRemoval(integrations);
  await app.confirm();
  await app.tab.says(/Northwind Integrations was removed/);
  expect(app.removals()).toHaveLength(1);
  const dashboard = await world.own('dashboard.html#/keys');
  await keySays(dashboard, 'EMEA Sales', 'Production', /presumed dead/i);
});
