/** PandaDoc's settings in Firefox, worked by what can be read on them. */
import { until } from '../../e2e/support/until.ts';
import type { Node, Tab } from './tab.ts';
import type { Region, World } from './world.ts';

/** PandaDoc's own dialog. */
const dialog = 'dialog[open]';

export class App {
  readonly world: World;
  readonly tab: Tab;
  readonly region: Region;

  private constructor(world: World, tab: Tab, region: Region) {
    this.world = world;
    this.tab = tab;
    this.region = region;
  }

  /** Opens the app in a new tab. */
  static async open(world: World, hash = 'settings/team', region: Region = 'us'): Promise<App> {
    return new App(world, await world.visit(hash, region), region);
  }

  /** The member list of the workspace that is open. */
  async team(): Promise<void> {
    await this.#go('settings/team');
    await this.tab.find('h1', 'Team and seats');
    await this.tab.find('tbody tr');
  }

  /** The key page of the workspace that is open. */
  async keys(): Promise<void> {
    await this.#go('api-dashboard/configuration');
    await this.tab.find('h1, h2', 'API keys');
    await this.tab.says(/Production key/);
  }

  async #go(hash: string): Promise<void> {
    await this.tab.call((to: string) => {
      location.hash = `#/${to}`;
    }, hash);
  }

  /** Changes the workspace by the switcher. */
  async switchTo(workspace: string): Promise<void> {
    const switcher = (): Promise<Node> => this.tab.find('nav button[aria-haspopup=menu]');
    // A style sheet may show it in capitals.
    const says = async (): Promise<string> => (await this.tab.textOf(await switcher())).toLowerCase();
    await this.tab.click(switcher);
    await this.tab.click(() => this.tab.find('[role=menuitemradio]', workspace));
    await until(async () => (await says()).includes(workspace.toLowerCase()), {
      what: `the switcher to say ${workspace}`,
      instead: says,
    });
  }

  /** The row of a list that shows this e-mail address. */
  row(email: string): Promise<Node> {
    return until(
      async () => {
        const rows = await this.tab.all('tbody tr');
        const texts = await Promise.all(rows.map((row) => this.tab.textOf(row)));
        return rows[texts.findIndex((text) => text.split(/\s+/).includes(email))];
      },
      { what: `the row of ${email}`, instead: () => this.tab.text() },
    );
  }

  /** The button that opens a row's menu. */
  async menuButton(email: string): Promise<Node> {
    return this.tab.find('button', 'More actions', await this.row(email));
  }

  /** Opens the menu of a row, where it is not open. */
  async menu(email: string): Promise<void> {
    await until(
      async () => {
        if ((await this.tab.all('[role=menuitem]', /^Remove/)).length > 0) return true;
        await this.tab.click(await this.menuButton(email));
        return false;
      },
      { what: `the menu of ${email}` },
    );
  }

  /** Begins a removal: the menu of a row, and its entry. */
  async beginRemoval(email: string): Promise<void> {
    await this.menu(email);
    await this.tab.click(() => this.tab.find('[role=menuitem]', /^Remove/));
  }

  /** The button of PandaDoc's own dialog that sends the removal. */
  confirmButton = async (): Promise<Node> => this.tab.find('button', 'Remove', await this.tab.find(dialog));

  /** Presses it. */
  async confirm(): Promise<void> {
    await this.tab.click(this.confirmButton);
  }

  async hasDialog(): Promise<boolean> {
    return (await this.tab.all(dialog)).length > 0;
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
