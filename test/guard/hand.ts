/** The admin's hand: one way of working controls, with events that the browser itself makes. */
import type { CDPSession, Locator, Page } from 'playwright-core';
import { until } from '../e2e/support/until.ts';
import type { Input, Step, Target } from './flow.ts';

/** A busy machine answers late; what never comes is a fault all the same. */
const patience = 8_000;

export class Hand {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #input: Input;

  constructor(page: Page, session: CDPSession, input: Input) {
    this.#page = page;
    this.#session = session;
    this.#input = input;
  }

  /** Has the page take fingers, where it is worked with one. */
  async ready(): Promise<void> {
    if (this.#input === 'touch') await this.#session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  }

  /** Works a step's control. */
  async work(step: Step, target: Target, at: Locator, submitAt: Locator | null): Promise<void> {
    const how = step.how ?? 'press';
    const keyboard = this.#input === 'enter' || this.#input === 'space' || this.#input === 'submit';
    if (typeof how === 'object' && 'type' in how) {
      const text = typeof how.type === 'string' ? how.type : how.type(target);
      if ((await at.inputValue()) !== text) await at.fill(text, { timeout: patience });
      return;
    }
    if (typeof how === 'object') {
      if (keyboard) await this.#chooseByKeys(at, how.choose);
      else await at.selectOption({ label: how.choose }, { timeout: patience });
      return;
    }
    if (how === 'context') {
      if (keyboard) {
        await this.#reach(at);
        await this.#page.keyboard.press('Shift+F10');
      } else {
        await at.click({ button: 'right', timeout: patience });
      }
      return;
    }
    if (how === 'tick' || how === 'untick') {
      const wanted = how === 'tick';
      if ((await isTicked(at)) === wanted) return;
      // Enter ticks nothing.
      if (keyboard) await this.#tickByKeys(at, wanted);
      else {
        // What one sees and hits may be a drawing over the box itself.
        await still(at);
        if (this.#input === 'mouse') await at.click({ timeout: patience, force: true });
        else await this.#touch(at);
      }
      await until(async () => (await isTicked(at)) === wanted, {
        what: `the tick to be ${String(wanted)}`,
        timeoutMs: 1_000,
      });
      return;
    }
    if (this.#input === 'submit' && submitAt) {
      await this.rest();
      await submitAt.focus({ timeout: patience });
      await this.#page.keyboard.press('Enter');
    } else if (keyboard) {
      await this.#strike(at, this.#input === 'space' ? 'Space' : 'Enter');
    } else {
      await this.#point(at);
    }
  }

  async #point(at: Locator): Promise<void> {
    if (this.#input === 'mouse') {
      await at.click({ timeout: patience });
      return;
    }
    await at.scrollIntoViewIfNeeded({ timeout: patience });
    // As `click` does: not before it has stopped moving.
    await at.click({ timeout: patience, trial: true });
    await this.#touch(at);
  }

  async #touch(at: Locator): Promise<void> {
    const box = await at.boundingBox({ timeout: patience });
    if (!box) throw new Error('No room to touch.');
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async #strike(at: Locator, key: 'Enter' | 'Space'): Promise<void> {
    await this.#reach(at);
    // Space scrolls where a link has the focus: Enter is what works one.
    const isLink = key === 'Space' && (await at.evaluate((element) => element.matches('a[href]:not([role=button])')));
    await this.#page.keyboard.press(isLink ? 'Enter' : key);
  }

  /** Of radio buttons that take the keys as one, the arrows choose. */
  async #tickByKeys(at: Locator, wanted: boolean): Promise<void> {
    await this.#strike(at, 'Space');
    for (let press = 0; press < 12 && (await isTicked(at)) !== wanted; press += 1)
      if (await at.and(this.#page.getByRole('radio')).count()) await this.#page.keyboard.press('ArrowDown');
  }

  /**
   * Waits until the page has come to rest. What opens glides in and takes the focus when it is there, and what closes gives
   * it back: a key that is pressed before falls on something else, or begins on one control and ends on another.
   */
  async rest(): Promise<void> {
    await until(
      () =>
        this.#page.evaluate(async () => {
          const moves = (): boolean =>
            document.getAnimations().some(({ playState, effect }) => {
              // What turns for ever says that the page waits for an answer, and not that it moves.
              const isEndless = effect?.getComputedTiming().endTime === Infinity;
              return playState === 'running' && !isEndless;
            });
          if (moves()) return false;
          const focused = document.activeElement;
          // What is due by now comes before the frame, and before idleness.
          await new Promise((resolve) => requestAnimationFrame(resolve));
          await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
          return !moves() && document.activeElement === focused;
        }),
      { what: 'the page to come to rest', timeoutMs: patience },
    );
  }

  /** Takes the keyboard to a control: straight there, or by arrows where the focus stays with the list around it. */
  async #reach(at: Locator): Promise<void> {
    await this.rest();
    const active = (): Promise<boolean> =>
      at.evaluate((element) => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        if (!focused) return false;
        if (focused === element || element.contains(focused)) return true;
        // The words of an entry stand in the entry that has the focus; a list that has it holds several.
        const holds = focused.querySelectorAll('[role^=menuitem],[role=option],[role=treeitem]').length;
        // A field stands in the dialog that has the focus, and has none of it.
        const isField = element.matches('input,select,textarea');
        if (
          !isField &&
          element.closest('[tabindex],a[href],button') === focused &&
          focused !== document.body &&
          holds < 2
        )
          return true;
        const id = focused.getAttribute('aria-activedescendant');
        if (id === null || id === '') return false;
        const meant = document.getElementById(id);
        return meant !== null && (meant === element || meant.contains(element) || element.contains(meant));
      });
    if (await active()) return;
    const role = await at.evaluate((element) => {
      const item = element.closest('[role^=menuitem],[role=option]');
      return item === null ? null : item.getAttribute('role');
    });
    // What is open below the control that has the focus is gone through by arrows, whatever its entries call themselves.
    const isOpen = await this.#page.evaluate(() => document.activeElement?.getAttribute('aria-expanded') === 'true');
    if (role !== null || isOpen) {
      for (let press = 0; press < 30; press += 1) {
        await this.#page.keyboard.press('ArrowDown');
        await this.rest();
        if (await active()) return;
      }
    }
    await at.focus({ timeout: patience });
    if (await active()) return;
    // As a hand does it: from whatever takes the keys before it, by Tab.
    await at.evaluate((element) => {
      const fields = [...document.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,[tabindex="0"]')];
      const before = fields.filter(
        (field) =>
          field.tabIndex >= 0 &&
          field.checkVisibility({ visibilityProperty: true }) &&
          !field.contains(element) &&
          (field.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      );
      before.at(-1)?.focus();
    });
    for (let press = 0; press < 3; press += 1) {
      await this.#page.keyboard.press('Tab');
      if (await active()) return;
    }
    // What one sees may be a drawing beside the field that takes the keys.
    const beside = await at.evaluate((element) => {
      for (let box: Element | null = element, climb = 0; box && climb < 3; box = box.parentElement, climb += 1) {
        const field = box.querySelector<HTMLElement>(
          'input:not([tabindex="-1"]),button,select:not([tabindex="-1"]),a[href],[tabindex="0"]',
        );
        field?.focus();
        if (field && document.activeElement === field) return true;
      }
      return false;
    });
    if (!beside) throw new Error('The keyboard cannot get there.');
  }

  async #chooseByKeys(list: Locator, label: string): Promise<void> {
    await list.focus({ timeout: patience });
    const steps = await list.evaluate((element, wanted) => {
      const { options, selectedIndex } = element as HTMLSelectElement;
      return [...options].findIndex((option) => option.text.trim() === wanted) - selectedIndex;
    }, label);
    // One stroke at a time is one change at a time: flows choose what stands beside.
    for (let left = Math.abs(steps); left > 0; left -= 1)
      await this.#page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  }
}

/** Waits until something has come to rest: dialogs glide in. */
async function still(at: Locator): Promise<void> {
  let last = '';
  await until(
    async () => {
      const now = JSON.stringify(await at.boundingBox({ timeout: patience }));
      const same = now === last;
      last = now;
      return same;
    },
    { what: 'it to stand still', timeoutMs: patience },
  );
}

async function isTicked(at: Locator): Promise<boolean> {
  const said = await at.evaluate(
    (element) =>
      element.getAttribute('aria-checked') ??
      // An entry of a list of several says it so.
      (element.getAttribute('role') === 'option' ? element.getAttribute('aria-selected') : null),
    undefined,
    { timeout: patience },
  );
  return said === null ? at.isChecked({ timeout: patience }) : said === 'true';
}
