/**
 * What Keyholder shows inside PandaDoc's page, by the names that `surface.md` promises. Its closed shadow roots are
 * opened for nobody: BiDi names what is in them, and pressing goes through the real mouse (quality.md, M9).
 */
import { until } from '../../e2e/support/until.ts';
import type { Node, Tab } from './tab.ts';
import type { World } from './world.ts';

/** Buttons of ours are deaf for the first 300 ms (surface.md); a little more, for the frame that shows them. */
export const deafMs = 360;

export type Reason = 'Handover done' | 'Key no longer used' | 'Outage accepted' | 'Security emergency' | 'Other';

/** A warning as it stands on the page. */
export interface Warning {
  text: string;
  /** One text for each listed key. */
  items: string[];
  buttons: string[];
  reasons: string[];
}

export class Keyholder {
  readonly world: World;
  readonly tab: Tab;

  constructor(world: World, tab: Tab) {
    this.world = world;
    this.tab = tab;
  }

  /** Waits until the guard of this tab is armed. */
  async armed(): Promise<void> {
    await this.world.toolbarSays(this.tab, /^Keyholder: armed/);
  }

  /** Our closed roots: beside the body, and in a modal dialog of the page. */
  async roots(): Promise<Node[]> {
    const hosts = await this.tab.locate(
      { type: 'css', value: 'html > :not(head, body), dialog[open] > div:last-child' },
      [],
      true,
    );
    return hosts.flatMap(({ value }) => {
      const { shadowRoot } = value as { shadowRoot?: { sharedId: string } | null };
      return shadowRoot ? [{ sharedId: shadowRoot.sharedId }] : [];
    });
  }

  /** Our parts of this role and name, as assistive technology gets them. */
  async parts(role: string, name?: string): Promise<Node[]> {
    const roots = await this.roots();
    if (roots.length === 0) return [];
    const value = { role, ...(name !== undefined && { name }) };
    return (await this.tab.locate({ type: 'accessibility', value }, roots)).map(({ sharedId }) => ({ sharedId }));
  }

  /** Waits until there is exactly one such part. */
  async one(role: string, name?: string): Promise<Node> {
    let count = 0;
    return until(
      async () => {
        const found = await this.parts(role, name);
        count = found.length;
        return found.length === 1 && found[0];
      },
      { what: `one ${role} ${name ?? ''}`, instead: async () => `${count} of them\n${await this.text()}` },
    );
  }

  async none(role: string, name?: string): Promise<void> {
    await until(async () => (await this.parts(role, name)).length === 0, { what: `no ${role} ${name ?? ''}` });
  }

  /** All text of ours on the page. */
  async text(): Promise<string> {
    const roots = await this.roots();
    const texts = await Promise.all(
      roots.map((root) => this.tab.call((each: ShadowRoot) => each.textContent ?? '', root)),
    );
    return texts.join('\n');
  }

  /** Waits until our text on the page fits. */
  async says(pattern: RegExp): Promise<void> {
    await until(async () => pattern.test(await this.text()), {
      what: `text of ours ${String(pattern)}`,
      instead: () => this.text(),
    });
  }

  /** What stands beside the page's elements: our texts in this pattern, each with the text of the row it stands in. */
  async beside(pattern: RegExp, css = 'tr'): Promise<{ row: string; text: string; y: number }[]> {
    const roots = await this.roots();
    const all = await Promise.all(
      roots.map((root) =>
        this.tab.call(
          (each: ShadowRoot, source: string, rowCss: string) => {
            const rows = [...document.querySelectorAll<HTMLElement>(rowCss)];
            return [...each.querySelectorAll<HTMLElement>('*')]
              .filter(
                (element) =>
                  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
                  element.children.length === 0,
              )
              .filter((element) => new RegExp(source).test(element.textContent))
              .map((element) => {
                const { top, height } = element.getBoundingClientRect();
                const y = top + height / 2;
                const row = rows.find((candidate) => {
                  const box = candidate.getBoundingClientRect();
                  return box.top <= y && y <= box.bottom;
                });
                return { row: row?.innerText ?? '', text: element.textContent, y };
              });
          },
          root,
          pattern.source,
          css,
        ),
      ),
    );
    return all.flat().sort((a, b) => a.y - b.y);
  }

  /** The badge in the row with this text; `null` where there is none. */
  async badgeOf(rowText: string): Promise<string | null> {
    const badges = await this.beside(/^(Owns \d+ API keys?|May own API keys)$/);
    return badges.find(({ row }) => row.includes(rowText))?.text ?? null;
  }

  /** Waits until the row carries this badge. */
  async badgeSays(rowText: string, text: string): Promise<void> {
    let last: string | null = null;
    await until(
      async () => {
        last = await this.badgeOf(rowText);
        return last === text;
      },
      { what: `badge "${text}" in the row of ${rowText}`, instead: () => String(last) },
    );
  }

  /** Waits until the owner lines of a key page say so, from top to bottom. */
  async ownersSay(...texts: string[]): Promise<void> {
    let last: string[] = [];
    await until(
      async () => {
        last = (await this.beside(/^Owner(: | unknown)/)).map(({ text }) => text);
        return last.join('|') === texts.join('|');
      },
      { what: `owner lines ${texts.join(' | ')}`, instead: () => last.join(' | ') },
    );
  }

  /** Waits for the warning, and gives what it says. */
  async warning(): Promise<Warning> {
    const part = await this.one('alertdialog');
    const texts = (nodes: Node[]): Promise<string[]> => Promise.all(nodes.map((node) => this.tab.textOf(node)));
    const reasons = await this.parts('radiogroup', 'Reason');
    return {
      text: await this.tab.textOf(part),
      items: await texts(await this.parts('listitem')),
      buttons: await texts(await this.parts('button')),
      reasons: reasons.length > 0 ? await texts(await this.tab.all('label', undefined, reasons[0])) : [],
    };
  }

  async noWarning(): Promise<void> {
    await this.none('alertdialog');
  }

  /** Presses a part of ours once it hears. */
  async press(role: string, name: string): Promise<void> {
    await this.tab.click(() => this.one(role, name), deafMs);
  }

  /** Presses `Keep user`. */
  async keep(): Promise<void> {
    await this.press('button', 'Keep user');
    await this.noWarning();
  }

  /** Chooses a reason where one is asked for, and presses `Remove anyway`. */
  async release(reason: Reason | null = 'Handover done'): Promise<void> {
    if (reason !== null) {
      await this.press('radio', reason);
      await until(async () => await this.mayRelease(), { what: '"Remove anyway" to be enabled' });
    }
    await this.press('button', 'Remove anyway');
    await this.noWarning();
  }

  /** Whether `Remove anyway` can be pressed. */
  async mayRelease(): Promise<boolean> {
    const button = await this.one('button', 'Remove anyway');
    return this.tab.call((element: HTMLButtonElement) => !element.matches(':disabled, [aria-disabled=true]'), button);
  }

  /** The text or label of what has the focus, also inside our roots. */
  async focused(): Promise<string> {
    for (const root of await this.roots()) {
      const text = await this.tab.call((each: ShadowRoot) => {
        const element = each.activeElement as HTMLElement | null;
        const label =
          element instanceof HTMLInputElement ? element.closest('label')?.textContent : element?.textContent;
        return element ? (element.ariaLabel ?? label ?? '').trim() : '';
      }, root);
      if (text !== '') return text;
    }
    return this.tab.call(() => {
      const element = document.activeElement as HTMLElement | null;
      return (element?.ariaLabel ?? element?.innerText ?? '').trim();
    });
  }

  /** Sets a key's owner in the page, as an admin does: open, type, choose, save. */
  async setOwner(index: number, query: string, option: RegExp): Promise<void> {
    const button = (): Promise<Node> =>
      until(async () => (await this.parts('button', 'Set owner'))[index], {
        what: `"Set owner" no. ${index}`,
        instead: () => this.text(),
      });
    await this.tab.click(button, deafMs);
    await this.one('dialog', 'Set owner');
    await this.press('combobox', 'Owner');
    await this.tab.type(query);
    // Each letter brings another list: an option may be replaced between the look and the press.
    const chosen = (): Promise<Node> =>
      until(
        async () => {
          const options = await this.parts('option');
          const texts = await Promise.all(options.map((each) => this.tab.textOf(each)));
          return options[texts.findIndex((text) => option.test(text))];
        },
        { what: `option ${String(option)}`, instead: () => this.text() },
      );
    await this.tab.click(chosen);
    await this.press('button', 'Save owner');
    await this.none('dialog', 'Set owner');
  }
}
