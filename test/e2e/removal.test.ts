/** The guard before a removal: what is held, what is not, how it is let go, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { App } from './support/app.ts';
import { Keyholder } from './support/keyholder.ts';
import { keyRow } from './support/own-pages.ts';
import { firstDay, scene, unsaid } from './support/scene.ts';
import { stays, until } from './support/until.ts';

const dana = 'dana.okafor@northwind.example';
const integrations = 'integrations@northwind.example';
const crm = 'svc-crm@northwind.example';
const jonas = 'jonas.lindqvist@northwind.example';

const here = scene({}, firstDay());

/** The member list of a workspace, with the guard armed. */
async function teamOf(workspace: string): Promise<{ app: App; keyholder: Keyholder }> {
  const app = await App.open(here.world);
  await app.switchTo(workspace);
  await app.team();
  const keyholder = await Keyholder.in(here.world, app.page);
  await keyholder.armed();
  return { app, keyholder };
}

/** All users, with the guard armed. */
async function allUsers(): Promise<{ app: App; keyholder: Keyholder }> {
  const app = await App.open(here.world, 'settings/users');
  await app.allUsers();
  const keyholder = await Keyholder.in(here.world, app.page);
  await keyholder.armed();
  return { app, keyholder };
}

describe('held', () => {
  test('before any request, with person, keys and reasons named; `Keep user` leaves everything as it was', async () => {
    const { app, keyholder } = await teamOf('EMEA Sales');
    await keyholder.badgeSays(integrations, 'Owns 1 API key');
    const sent = app.sent();
    await app.menu(integrations);
    await app.removeEntry.click();
    const warning = await keyholder.warning();
    expect(warning.name).toMatch(/Northwind Integrations|integrations@northwind\.example/);
    expect(warning.items).toHaveLength(1);
    expect(warning.items[0]).toMatch(/Production key/i);
    expect(warning.items[0]).toContain('EMEA Sales');
    expect(warning.text).toContain('CRM quote sync');
    expect(warning.text).toContain('Service account');
    expect(warning.buttons).toEqual(expect.arrayContaining(['Remove anyway', 'Keep user', 'Plan handover']));
    expect(warning.reasons).toEqual([
      'Handover done',
      'Key no longer used',
      'Outage accepted',
      'Security emergency',
      'Other',
    ]);
    expect((await keyholder.tree.one('button', 'Remove anyway')).properties['disabled']).toBe(true);
    expect((await keyholder.tree.focused())?.name).toBe('Keep user');
    await keyholder.keep();
    // Nothing was asked for, nothing is open that was not, and the focus is back in the row.
    expect(app.sent()).toEqual(sent);
    await expect.poll(() => app.dialog.count()).toBe(0);
    expect(await app.row(integrations).count()).toBe(1);
    const focused = await keyholder.tree.focused();
    expect(focused?.name).toMatch(/^(More actions|Remove)$/);
  });

  test('a second press before the warning is drawn gets no further than the first', async () => {
    const { app, keyholder } = await teamOf('EMEA Sales');
    const sent = app.sent();
    await app.menu(integrations);
    await app.removeEntry.evaluate((entry: HTMLElement) => {
      entry.click();
      entry.click();
    });
    await keyholder.warning();
    expect((await keyholder.tree.focused())?.name).toBe('Keep user');
    await keyholder.keep();
    await app.menu(integrations);
    const { x, y, width, height } = (await app.removeEntry.boundingBox())!;
    await app.page.mouse.dblclick(x + width / 2, y + height / 2);
    await keyholder.warning();
    await keyholder.keep();
    expect(app.sent()).toEqual(sent);
    expect(await app.dialog.count()).toBe(0);
  });

  test('let go after a reason and `Remove anyway`: the admin’s own next click goes through, the key is presumed dead', async () => {
    const { app, keyholder } = await teamOf('EMEA Sales');
    await app.menu(integrations);
    await app.removeEntry.click();
    await keyholder.warning();
    await keyholder.release('Handover done');
    expect(app.removals()).toEqual([]);
    // Nothing was clicked for the admin.
    expect(await app.dialog.count()).toBe(0);
    if (!(await app.removeEntry.isVisible())) await app.menu(integrations);
    await app.removeEntry.click();
    await app.dialog.waitFor();
    await app.dialog.getByText('EMEA Sales', { exact: true }).waitFor();
    // Only EMEA Sales is ticked: that is what was let go.
    await app.confirm.click();
    await app.toast('Northwind Integrations was removed').waitFor();
    await keyholder.noWarning();
    expect(app.removals()).toHaveLength(1);
    expect(
      here.world.lookalike.state.us.keysOwnedBy(here.world.lookalike.state.us.userByEmail(integrations).id),
    ).toEqual([]);
    const dashboard = await here.world.own('dashboard.html#/keys');
    await expect.poll(() => keyRow(dashboard, 'EMEA Sales', 'Production').innerText()).toMatch(/presumed dead/i);
    await expect.poll(() => keyRow(dashboard, 'EMEA Sales', 'Sandbox').innerText()).not.toMatch(/presumed dead/i);
  });

  test('a sandbox key asks for no reason', async () => {
    const { app, keyholder } = await teamOf('EMEA Sales');
    await app.menu(dana);
    await app.removeEntry.click();
    const warning = await keyholder.warning();
    expect(warning.items).toHaveLength(1);
    expect(warning.items[0]).toMatch(/Sandbox key/i);
    expect(warning.reasons).toEqual([]);
    expect((await keyholder.tree.one('button', 'Remove anyway')).properties['disabled']).not.toBe(true);
    await keyholder.release(null);
    expect(app.removals()).toEqual([]);
  });

  test('the same by keyboard only', async () => {
    const { app, keyholder } = await teamOf('EMEA Sales');
    const { keyboard } = app.page;
    const openMenu = async (): Promise<void> => {
      await app.row(integrations).getByRole('button', { name: 'More actions' }).focus();
      await keyboard.press('Enter');
      await app.page.getByRole('menu').waitFor();
      await keyboard.press('End');
    };
    await openMenu();
    await keyboard.press('Enter');
    await keyholder.warning();
    await keyboard.press('Escape');
    await keyholder.noWarning();
    expect(app.removals()).toEqual([]);
    expect((await keyholder.tree.focused())?.name).toMatch(/^(More actions|Remove)$/);

    await keyboard.press('Escape');
    await openMenu();
    await keyboard.press('Enter');
    await keyholder.warning();
    expect((await keyholder.tree.focused())?.name).toBe('Keep user');
    const walkTo = async (role: string): Promise<void> => {
      await until(
        async () => {
          const focused = await keyholder.tree.focused();
          if (focused?.role === role && focused.name !== 'Keep user') return true;
          await keyboard.press('Tab');
          return false;
        },
        { what: `the focus on a ${role}` },
      );
    };
    await walkTo('radio');
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    await walkTo('button');
    expect((await keyholder.tree.focused())?.name).toBe('Remove anyway');
    await keyboard.press('Enter');
    await keyholder.noWarning();
    expect(app.removals()).toEqual([]);
    if (!(await app.removeEntry.isVisible())) await openMenu();
    else await keyboard.press('End');
    await keyboard.press('Enter');
    await app.dialog.waitFor();
    await app.confirm.waitFor();
    await app.confirm.focus();
    await keyboard.press('Enter');
    await app.toast('Northwind Integrations was removed').waitFor();
    expect(app.removals()).toHaveLength(1);
  });

  test('a dialog whose ticks take in another workspace’s key is held again', async () => {
    const { app, keyholder } = await teamOf('EMEA Sales');
    await app.menu(dana);
    await app.removeEntry.click();
    // Before the dialog: no workspace is chosen yet.
    await keyholder.warning();
    await keyholder.release(null);
    if (!(await app.removeEntry.isVisible())) await app.menu(dana);
    await app.removeEntry.click();
    await app.dialog.waitFor();
    await app.dialog.getByLabel('North America Sales').check();
    await app.confirm.click();
    const warning = await keyholder.warning();
    expect(warning.items.some((item) => /Production key/i.test(item) && item.includes('North America Sales'))).toBe(
      true,
    );
    expect(app.removals()).toEqual([]);
    await keyholder.keep();
    // Back to what was let go: it goes through.
    await app.dialog.getByLabel('North America Sales').uncheck();
    await app.confirm.click();
    await app.toast('Dana Okafor was removed').waitFor();
    expect(app.removals()).toHaveLength(1);
  });

  test('several workspaces in one dialog of All users: each key that dies is listed, the others are one sentence', async () => {
    const { app, keyholder } = await allUsers();
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    await app.menu(dana);
    // "Remove…": a dialog follows, so the menu's entry goes through.
    await app.removeEntry.click();
    await app.dialog.waitFor();
    await keyholder.noWarning();
    await app.dialog.getByLabel('North America Sales').check();
    await app.confirm.click();
    const one = await keyholder.warning();
    expect(one.items).toHaveLength(1);
    expect(one.items[0]).toContain('North America Sales');
    expect(one.text).toMatch(/1 other key keeps working/);
    await keyholder.keep();
    await app.dialog.getByLabel('Select all').check();
    await app.confirm.click();
    const all = await keyholder.warning();
    expect(all.items).toHaveLength(2);
    expect(app.removals()).toEqual([]);
    await keyholder.release('Security emergency');
    await app.confirm.click();
    await app.toast('Dana Okafor was removed').waitFor();
    expect(app.removals()).toHaveLength(3);
  });

  test('many at once: whoever owns keys is named, and every key is listed', async () => {
    const { app, keyholder } = await allUsers();
    for (const email of [dana, jonas, crm]) await app.row(email).getByRole('checkbox').check();
    await app.page.getByRole('toolbar').getByRole('button', { name: 'Remove', exact: true }).click();
    if (await app.dialog.isVisible().catch(() => false)) await app.confirm.click();
    const warning = await keyholder.warning();
    expect(warning.text).toContain('Dana Okafor');
    expect(warning.text).toContain('CRM Sync');
    expect(warning.items).toHaveLength(4);
    expect(app.removals()).toEqual([]);
    await keyholder.keep();
    expect(app.removals()).toEqual([]);
  });

  test('an Admin where a key has no known owner may own it', async () => {
    const { app, keyholder } = await teamOf(unsaid);
    await keyholder.badgeSays('svc-archive@northwind.example', 'May own API keys');
    await app.menu('svc-archive@northwind.example');
    await app.removeEntry.click();
    const warning = await keyholder.warning();
    expect(warning.items).toHaveLength(1);
    expect(warning.items[0]).toContain(unsaid);
    await keyholder.keep();
    expect(app.removals()).toEqual([]);
  });
});

describe('what PandaDoc refuses', () => {
  test('records nothing', async () => {
    const { app, keyholder } = await teamOf('EMEA Sales');
    here.world.lookalike.failNext({
      method: 'DELETE',
      path: '/members/',
      status: 400,
      body: 'Owner can not be removed.',
    });
    await app.menu(integrations);
    await app.removeEntry.click();
    await keyholder.warning();
    await keyholder.release('Outage accepted');
    if (!(await app.removeEntry.isVisible())) await app.menu(integrations);
    await app.removeEntry.click();
    await app.dialog.waitFor();
    await app.confirm.click();
    await app.dialog.getByText('Owner can not be removed.').waitFor();
    const dashboard = await here.world.own('dashboard.html#/keys');
    await keyRow(dashboard, 'EMEA Sales', 'Production').waitFor();
    await stays(
      async () => !/presumed dead/i.test(await keyRow(dashboard, 'EMEA Sales', 'Production').innerText()),
      'the key is alive',
      1_500,
    );
  });
});

describe('not held', () => {
  test('whoever owns nothing: no dialog of ours, the same clicks, the same requests as without Keyholder', async () => {
    const { app, keyholder } = await teamOf('EMEA Sales');
    expect(await keyholder.badgeOf(jonas)).toBeNull();
    await app.menu(jonas);
    await app.removeEntry.click();
    await app.dialog.waitFor();
    await app.confirm.click();
    await app.toast('Jonas Lindqvist was removed').waitFor();
    await keyholder.noWarning();
    expect(app.removals()).toHaveLength(1);
    expect(await keyholder.tree.all('status', /Keyholder/)).toEqual([]);
  });

  test('the namesake who owns nothing, where the address tells them apart', async () => {
    const { app, keyholder } = await teamOf('Customer Success');
    await app.menu('alex.morgan2@northwind.example');
    await app.removeEntry.click();
    await app.dialog.waitFor();
    await app.dialog.getByLabel('People Operations').uncheck();
    await app.confirm.click();
    await app.toast('Alex Morgan was removed').waitFor();
    await keyholder.noWarning();
  });
});

describe('the other region', () => {
  test('data of the US are never used in the EU, and the other way round', async () => {
    const app = await App.open(here.world, 'settings/team', 'eu');
    await app.page.getByRole('heading', { level: 1, name: 'Team and seats' }).waitFor();
    await app.page.getByRole('row').nth(2).waitFor();
    const keyholder = await Keyholder.in(here.world, app.page);
    await here.world.recorded('EMEA Sales', 'members', 'eu');
    // Dana owns two keys over there, and none here; nothing of that is said here.
    await until(async () => (await keyholder.tree.all('StaticText', /^Owns /)).length === 0, { what: 'no owner' });
    await app.menu(dana);
    await app.removeEntry.click();
    await app.dialog.waitFor();
    await app.confirm.click();
    await app.toast('Dana Okafor was removed').waitFor();
    await keyholder.noWarning();
    expect(app.removals()).toHaveLength(1);
    // Her keys in the US are what they were.
    const dashboard = await here.world.own('dashboard.html#/keys');
    await expect.poll(() => keyRow(dashboard, 'North America Sales', 'Production').innerText()).toMatch(/Dana Okafor/);
    expect(await keyRow(dashboard, 'North America Sales', 'Production').innerText()).not.toMatch(/presumed dead/i);
  });
});
