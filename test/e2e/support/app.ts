/** PandaDoc's settings, worked as an admin works them: by names that can be read, with mouse and keyboard. */
import type { Locator, Page } from 'playwright-core';
import { inSteps } from './fuzz.ts';
import { until } from './until.ts';
import type { Region, World } from './world.ts';

export const demoWorkspaces = [
  'EMEA Sales',
  'North America Sales',
  'Customer Success',
  'Finance & Procurement',
  'People Operations',
  'Automation Hub',
] as const;

const heading = { team: 'Team and seats', 'all-users': 'All users', keys: 'API keys' } as const;

export class App {
  readonly world: World;
  readonly page: Page;
  readonly region: Region;

  constructor(world: World, page: Page, region: Region = 'us') {
    this.world = world;
    this.page = page;
    this.region = region;
  }

  /** Opens the app in a new tab. */
  static async open(world: World, hash = 'settings/team', region: Region = 'us'): Promise<App> {
    const page = await world.visit(hash, { region });
    return inSteps(new App(world, page, region), world);
  }

  /** Goes somewhere else without loading the page. */
  async go(hash: string): Promise<void> {
    await this.page.evaluate((to) => (location.hash = `#/${to}`), hash);
  }

  async team(): Promise<void> {
    await this.go('settings/team');
    await this.#shown('team');
  }

  async allUsers(): Promise<void> {
    await this.go('settings/users');
    await this.#shown('all-users');
  }

  async keys(): Promise<void> {
    await this.go('api-dashboard/configuration');
    await this.page.getByRole('heading', { name: heading.keys, exact: true }).waitFor();
    await this.page.getByText('Production key', { exact: true }).waitFor();
  }

  async #shown(which: 'team' | 'all-users'): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading[which] }).waitFor();
    await this.page.getByRole('row').nth(1).waitFor();
  }

  /** Changes the workspace by the switcher. */
  async switchTo(workspace: string): Promise<void> {
    const switcher = this.page.getByRole('navigation').first().locator('button[aria-haspopup=menu]').first();
    await switcher.click();
    await this.page.getByRole('menuitemradio', { name: workspace, exact: true }).click();
    await until(async () => (await switcher.innerText()).toLowerCase().includes(workspace.toLowerCase()), {
      what: `the switcher to say ${workspace}`,
    });
  }

  /** The row of a member list that shows this e-mail address. */
  row(email: string): Locator {
    // The address as a whole: `alex.morgan@…` is no part of `alex.morgan2@…`, but mind the other way round.
    return this.page.getByRole('row').filter({ has: this.page.getByText(email, { exact: true }) });
  }

  /** Opens the menu of a row. It closes again when the page is still scrolling; then one presses once more. */
  async menu(email: string): Promise<void> {
    await this.page.bringToFront();
    const button = this.row(email).getByRole('button', { name: 'More actions' });
    await button.scrollIntoViewIfNeeded();
    const menu = this.page.getByRole('menu');
    await until(
      async () => {
        if (!(await menu.isVisible())) await button.click();
        return menu.waitFor({ timeout: 500 }).then(
          () => true,
          () => false,
        );
      },
      { what: `the menu of ${email}` },
    );
  }

  /** The menu's entry that starts a removal. */
  get removeEntry(): Locator {
    return this.page.getByRole('menuitem', { name: /^Remove/ });
  }

  /** Begins a removal: the menu of a row and its entry, once more where the menu closed in between. */
  async beginRemoval(email: string): Promise<void> {
    await until(
      async () => {
        await this.menu(email);
        await this.removeEntry.click({ timeout: 2_000 });
        return true;
      },
      { what: `a removal of ${email} to begin` },
    );
  }

  /** PandaDoc's own dialog. */
  get dialog(): Locator {
    return this.page.locator('dialog[open]');
  }

  /** The button of PandaDoc's own dialog that sends the removal. */
  get confirm(): Locator {
    return this.dialog.getByRole('button', { name: 'Remove', exact: true });
  }

  /** A message at the window's edge. */
  toast(text: string | RegExp): Locator {
    return this.page.getByText(text);
  }

  /** Requests of this region that would change something, so far. */
  sent(): string[] {
    return this.world.lookalike
      .requests()
      .filter(({ kind, method, region, path }) => {
        return kind === 'api' && method !== 'GET' && region === this.region && !path.endsWith('/profile/workspace');
      })
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** Removals that reached the back end. */
  removals(): string[] {
    return this.sent().filter((line) => line.startsWith('DELETE'));
  }
}
