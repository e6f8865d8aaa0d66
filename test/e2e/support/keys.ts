/** A person without a mouse: what can be pressed is found by Tab alone, and every press is counted. */
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** More presses to one thing than this is no way for a person. */
const mostTabs = 90;

export class Hands {
  readonly page: Page;
  steps = 0;
  readonly #since = performance.now();

  constructor(page: Page) {
    this.page = page;
  }

  /** One key, or a combination. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.steps += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** A word is one step: what counts is how often somebody has to think. */
  async type(text: string): Promise<void> {
    this.steps += 1;
    await this.page.keyboard.type(text);
  }

  /** Tab, or an arrow within a menu, until this has the focus; nothing is ever focused for the person. */
  async to(thing: Locator, key: 'Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
    await thing.waitFor();
    for (let presses = 0; presses < mostTabs; presses += 1) {
      if (await thing.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`Not reached by ${mostTabs} presses of ${key}: ${thing.toString()}`);
  }

  /** The same, and Enter. */
  async open(thing: Locator): Promise<void> {
    await this.to(thing);
    await this.press('Enter');
  }

  /** Says what it took. */
  told(job: string): void {
    console.log(`${job}: ${this.steps} presses, ${((performance.now() - this.#since) / 1000).toFixed(1)} s`);
  }

  /** Waits for a text of the page that says that it worked. */
  async reads(text: RegExp): Promise<void> {
    await until(async () => text.test(await this.page.locator('body').innerText()), {
      what: `the page to say ${String(text)}`,
    });
  }
}
