/** What Keyholder shows inside PandaDoc's page, by the names that `surface.md` promises. */
import type { Page } from 'playwright-core';
import { inSteps } from './fuzz.ts';
import { type Part, type Tree, textOf, within } from './tree.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** Buttons of ours are deaf for the first 300 ms (surface.md); a little more, for the frame that shows them. */
const deafMs = 360;

export const badgePattern = /^(Owns \d+ API keys?|May own API keys)$/;

export type Reason = 'Handover done' | 'Key no longer used' | 'Outage accepted' | 'Security emergency' | 'Other';

/** A warning as it stands on the page. */
export interface Warning {
  part: Part;
  name: string;
  text: string;
  /** One text for each listed key. */
  items: string[];
  buttons: string[];
  reasons: string[];
}

export class Keyholder {
  readonly page: Page;
  readonly tree: Tree;
  readonly world: World;

  private constructor(world: World, page: Page, tree: Tree) {
    this.world = world;
    this.page = page;
    this.tree = tree;
  }

  /** Keyholder's parts in one tab. */
  static async in(world: World, page: Page): Promise<Keyholder> {
    return inSteps(new Keyholder(world, page, await world.tree(page)), world);
  }

  /** Waits until the guard of this tab is armed. */
  async armed(): Promise<void> {
    await this.world.toolbarSays(this.page, /^Keyholder: armed/);
  }

  /** The badges, each with the text of the row it stands in. */
  async badges(): Promise<{ row: string; text: string; part: Part }[]> {
    const parts = await this.tree.read();
    const texts = parts.filter((part) => part.role === 'StaticText' && badgePattern.test(part.name));
    const rows = await this.page.evaluate(() =>
      [...document.querySelectorAll('tr')].map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return { top, bottom, text: row.innerText };
      }),
    );
    const badges = [];
    for (const part of texts) {
      const box = await this.tree.box(part);
      if (!box) continue;
      const middle = box.y + box.height / 2;
      const row = rows.find(({ top, bottom }) => top <= middle && middle <= bottom);
      badges.push({ row: row?.text ?? '', text: part.name, part });
    }
    return badges;
  }

  /** The badge in the row with this text; `null` where there is none. */
  async badgeOf(rowText: string): Promise<string | null> {
    return (await this.badges()).find(({ row }) => row.includes(rowText))?.text ?? null;
  }

  /** Waits until the row carries this badge. */
  async badgeSays(rowText: string, text: string | null): Promise<void> {
    let last: string | null = null;
    await until(
      async () => {
        last = await this.badgeOf(rowText);
        return last === text;
      },
      { what: `badge "${text}" in the row of ${rowText}`, instead: () => String(last) },
    );
  }

  /** Waits for the warning, and until its buttons hear. */
  async warning(): Promise<Warning> {
    const part = await this.tree.one('alertdialog');
    await this.#awake();
    return {
      part,
      name: part.name,
      text: textOf(part),
      items: within(part, 'listitem').map((item) => textOf(item).trim()),
      buttons: within(part, 'button').map((button) => button.name),
      reasons: within(part, 'radiogroup', 'Reason').flatMap((group) => within(group, 'radio').map(({ name }) => name)),
    };
  }

  /** Waits until what has just appeared is no longer deaf. */
  async #awake(): Promise<void> {
    await this.page.bringToFront();
    const since = performance.now();
    await until(() => performance.now() - since > deafMs, { what: 'the deaf time to pass' });
  }

  /** Presses a part of ours once it hears. */
  async pressAwake(part: Part): Promise<void> {
    await this.#awake();
    await this.tree.press(part);
  }

  async noWarning(): Promise<void> {
    await this.tree.none('alertdialog');
  }

  /** Presses `Keep user`. */
  async keep(): Promise<void> {
    await this.tree.press(await this.tree.one('button', 'Keep user'));
    await this.noWarning();
  }

  /** Chooses a reason where one is asked for, and presses `Remove anyway`. */
  async release(reason: Reason | null = 'Handover done'): Promise<void> {
    if (reason !== null) {
      await this.tree.press(await this.tree.one('radio', reason));
      await until(async () => (await this.#releaseButton()).properties['disabled'] !== true, {
        what: '"Remove anyway" to be enabled',
      });
    }
    await this.tree.press(await this.#releaseButton());
    await this.noWarning();
  }

  /** Lets a held new key go: it replaces one, so no reason is asked for. */
  async generateAnyway(): Promise<void> {
    await this.warning();
    await this.tree.press(await this.tree.one('button', 'Generate anyway'));
    await this.noWarning();
  }

  #releaseButton(): Promise<Part> {
    return this.tree.one('button', 'Remove anyway');
  }

  /** The owner lines of a key page: `Owner: …` or `Owner unknown`, from top to bottom. */
  async owners(): Promise<string[]> {
    const found = (await this.tree.read()).filter(
      (part) => part.role === 'StaticText' && /^Owner(:| unknown)/.test(part.name) && part.parent?.role !== 'button',
    );
    const placed = await Promise.all(found.map(async (part) => ({ name: part.name, box: await this.tree.box(part) })));
    return placed
      .filter(({ box }) => box !== null)
      .sort((a, b) => a.box!.y - b.box!.y)
      .map(({ name }) => name);
  }

  /** Waits until the owner lines say so. */
  async ownersSay(...texts: (string | RegExp)[]): Promise<void> {
    let last: string[] = [];
    await until(
      async () => {
        last = await this.owners();
        return (
          last.length === texts.length &&
          texts.every((text, index) => (typeof text === 'string' ? last[index] === text : text.test(last[index] ?? '')))
        );
      },
      { what: `owner lines ${texts.map(String).join(' | ')}`, instead: () => last.join(' | ') },
    );
  }

  /** The nth button of this name, from top to bottom. */
  async button(name: string | RegExp, index = 0): Promise<Part> {
    return until(
      async () => {
        const found = await this.tree.all('button', name);
        const placed = await Promise.all(found.map(async (part) => ({ part, box: await this.tree.box(part) })));
        return placed
          .filter(({ box }) => box !== null)
          .sort((a, b) => a.box!.y - b.box!.y)
          .at(index)?.part;
      },
      { what: `button ${String(name)} no. ${index}`, instead: () => this.tree.outline() },
    );
  }

  /** Sets a key's owner in the page, as an admin does: open, type, choose, save. */
  async setOwner(index: number, query: string, option: RegExp): Promise<void> {
    const button = await this.button('Set owner', index);
    await this.#awake();
    await this.tree.press(button);
    await this.tree.one('dialog', 'Set owner');
    await this.#awake();
    const field = await this.tree.one('combobox', 'Owner');
    await this.tree.press(field);
    await this.page.keyboard.type(query);
    // Each letter draws the list anew.
    await this.tree.pressOne('option', option);
    const save = await this.tree.one('button', 'Save owner');
    await this.tree.press(save);
    await this.tree.none('dialog', 'Set owner');
  }

  /** Chooses an owner type in the page. */
  async setOwnerType(index: number, type: string): Promise<void> {
    const button = await this.button(/^Owner type: /, index);
    await this.#awake();
    await this.tree.press(button);
    const item = await this.tree.one('menuitemradio', type);
    await this.#awake();
    await this.tree.press(item);
    await this.tree.none('menuitemradio');
  }
}
