/** The guard before a removal, in Firefox: held before any request, let go on purpose, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { until } from '../e2e/support/until.ts';
import { deafMs } from './support/keyholder.ts';
import { keySays, known, scene, teamOf } from './support/scene.ts';
import { keys } from './support/tab.ts';

const integrations = 'integrations@northwind.example';
const jonas = 'jonas.lindqvist@northwind.example';

const here = scene(known);

describe('by mouse', () => {
  test('held, named, kept; then let go after a reason: the next click goes through, the key is presumed dead', async () => {
    const { app, keyholder } = await teamOf(here.world, 'EMEA Sales');
    await keyholder.badgeSays(integrations, 'Owns 1 API key');
    const sent = app.sent();
    await app.beginRemoval(integrations);
    const warning = await keyholder.warning();
    expect(warning.text).toMatch(/Northwind Integrations|integrations@northwind\.example/);
    expect(warning.items).toHaveLength(1);
    expect(warning.items[0]).toMatch(/Production key/i);
    expect(warning.items[0]).toContain('EMEA Sales');
    expect(warning.text).toContain('CRM quote sync');
    expect(warning.buttons).toEqual(expect.arrayContaining(['Remove anyway', 'Keep user']));
    expect(warning.reasons).toEqual([
      'Handover done',
      'Key no longer used',
      'Outage accepted',
      'Security emergency',
      'Other',
    ]);
    expect(await keyholder.mayRelease()).toBe(false);
    expect(await keyholder.focused()).toBe('Keep user');
    await keyholder.keep();
    expect(app.sent()).toEqual(sent);
    expect(await app.hasDialog()).toBe(false);

    await app.beginRemoval(integrations);
    await keyholder.warning();
    await keyholder.release('Handover done');
    expect(app.removals()).toEqual([]);
    // Nothing was clicked for the admin.
    expect(await app.hasDialog()).toBe(false);
    await app.beginRemoval(integrations);
    await app.confirm();
    await app.tab.says(/Northwind Integrations was removed/);
    expect(app.removals()).toHaveLength(1);
    const dashboard = await here.world.own('dashboard.html#/keys');
    await keySays(dashboard, 'EMEA Sales', 'Production', /presumed dead/i);
    await keySays(dashboard, 'EMEA Sales', 'Sandbox', /^(?!.*presumed dead)./i);
  });
});

test('by keyboard: held, Escape keeps; released with Tab, Space and Enter, and removed', async () => {
  const { app, keyholder } = await teamOf(here.world, 'EMEA Sales');
  const { tab } = app;
  const begin = async (): Promise<void> => {
    // Whether the menu stood open behind the warning does not matter: it is opened anew.
    await tab.type(keys.Escape);
    await tab.none('[role=menu]');
    await tab.focus(await app.menuButton(integrations));
    await tab.type(keys.Enter);
    await tab.find('[role=menuitem]', /^Remove/);
    await tab.type(keys.End + keys.Enter);
  };
  const walkTo = async (text: RegExp): Promise<void> => {
    await until(
      async () => {
        if (text.test(await keyholder.focused())) return true;
        await tab.type(keys.Tab);
        return false;
      },
      { what: `the focus on ${String(text)}`, instead: () => keyholder.focused() },
    );
  };
  await begin();
  await keyholder.warning();
  await tab.type(keys.Escape, deafMs);
  await keyholder.noWarning();
  expect(app.removals()).toEqual([]);
  expect(await keyholder.focused()).toMatch(/^(More actions|Remove)$/);

  await begin();
  await keyholder.warning();
  expect(await keyholder.focused()).toBe('Keep user');
  await walkTo(/^Handover done$/);
  await tab.type(keys.Space, deafMs);
  await walkTo(/^Remove anyway$/);
  await tab.type(keys.Enter);
  await keyholder.noWarning();
  expect(app.removals()).toEqual([]);
  await begin();
  await tab.focus(await app.confirmButton());
  await tab.type(keys.Enter);
  await tab.says(/Northwind Integrations was removed/);
  expect(app.removals()).toHaveLength(1);
});

test('what PandaDoc refuses records nothing', async () => {
  const { app, keyholder } = await teamOf(here.world, 'EMEA Sales');
  here.world.lookalike.failNext({
    method: 'DELETE',
    path: '/members/',
    status: 400,
    body: 'Owner can not be removed.',
  });
  await app.beginRemoval(integrations);
  await keyholder.warning();
  await keyholder.release('Outage accepted');
  await app.beginRemoval(integrations);
  await app.confirm();
  await app.tab.says(/Owner can not be removed\./);
  // Whatever was to be told to the background has been told once it sleeps.
  await here.world.asleep();
  const dashboard = await here.world.own('dashboard.html#/keys');
  await keySays(dashboard, 'EMEA Sales', 'Production', /^(?!.*presumed dead)./i);
});

test('whoever owns nothing is not held: no dialog of ours, the same clicks', async () => {
  const { app, keyholder } = await teamOf(here.world, 'EMEA Sales');
  await keyholder.badgeSays(integrations, 'Owns 1 API key');
  expect(await keyholder.badgeOf(jonas)).toBeNull();
  await app.beginRemoval(jonas);
  await app.confirm();
  await app.tab.says(/Jonas Lindqvist was removed/);
  await keyholder.noWarning();
  expect(app.removals()).toHaveLength(1);
});
