/** Pages that are not what they were: said visibly, never read as "no keys". And PandaDoc in another language. */
import { describe, expect, test } from 'vitest';
import { App } from './support/app.ts';
import { Keyholder } from './support/keyholder.ts';
import { importSnapshot } from './support/own-pages.ts';
import { scene } from './support/scene.ts';
import { demoTags, snapshotOf } from './support/seed.ts';
import type { World } from './support/world.ts';

const imported = async (world: World): Promise<void> => {
  await importSnapshot(world, snapshotOf({ organization: world.lookalike.state.us, tags: demoTags }));
};

describe('a list that cannot be read', () => {
  const here = scene({}, imported);

  test('is said on the page and on the toolbar', async () => {
    const { world } = here;
    // People without a name, an address or a picture: rows, roles and menus, and nobody in them.
    const nobody = world.lookalike.state.us.membersOf(world.lookalike.state.us.workspaces[0]!.id).map((membership) => ({
      user_id: membership.userId,
      membership_id: membership.id,
      email: '',
      first_name: '',
      last_name: '',
      avatar: null,
      is_active: true,
      is_owner: false,
      role: 'Member',
      user_license: 'Full',
      workspace: membership.workspaceId,
      workspace_name: 'EMEA Sales',
    }));
    world.lookalike.failNext({
      method: 'GET',
      path: '/members',
      status: 200,
      body: { total: nobody.length, results: nobody },
      times: 20,
    });
    const app = await App.open(world);
    const keyholder = await Keyholder.in(world, app.page);
    const notice = await keyholder.tree.some('StaticText', /^Keyholder can't read this page/);
    expect(notice).toHaveLength(1);
    await world.toolbarSays(app.page, /^Keyholder: blind/);
    expect((await world.toolbar(app.page)).badge).not.toBe('');
  });
});

describe('PandaDoc in German, the browser in English', () => {
  const here = scene({ interfaceLanguage: 'de' }, imported);

  test('is read and held, and Keyholder speaks the browser’s language', async () => {
    const app = await App.open(here.world);
    const keyholder = await Keyholder.in(here.world, app.page);
    await keyholder.badgeSays('integrations@northwind.example', 'Owns 1 API key');
    await app.row('integrations@northwind.example').getByRole('button', { name: 'Weitere Aktionen' }).click();
    await app.page.getByRole('menuitem', { name: 'Entfernen' }).click();
    const warning = await keyholder.warning();
    expect(warning.buttons).toContain('Keep user');
    await keyholder.keep();
    expect(app.removals()).toEqual([]);
  });
});
