/** What else there is in a browser: zoom, narrow windows, other extensions, frameworks that mount everything twice. */
import { afterEach, describe, expect, test } from 'vitest';
import { page as tab } from 'vitest/browser';
import { click, focus, press, release, stroke, tap } from '../../test/fixtures/pages/input.ts';
import {
  type Action,
  flatGrid,
  type ListStyle,
  listStyles,
  settingsPage,
  team,
} from '../../test/fixtures/pages/lists.ts';
import { Stage } from '../../test/fixtures/pages/stage.ts';
import { findAll } from '../pages/tree.ts';

const [dana, omar] = team as [(typeof team)[number], (typeof team)[number]];
const removeButton: Action = (person) => `<button data-who="${person.email}">Remove</button>`;
const styles: Readonly<Record<string, ListStyle>> = { ...listStyles, 'grid of cells without rows': flatGrid };
const names = Object.keys(styles);

let stage: Stage | null = null;
const strangers: Element[] = [];
afterEach(async () => {
  stage?.end();
  stage = null;
  for (const stranger of strangers.splice(0)) stranger.remove();
  document.documentElement.style.removeProperty('zoom');
  await tab.viewport(1000, 700);
});

function wire(page: Stage): void {
  for (const button of findAll(document.body, '[data-who]'))
    page.on(button, 'click', () => page.done.push(button.getAttribute('data-who')!));
}

function start(style: string): Stage {
  stage = new Stage(settingsPage(styles[style]!(team, removeButton)));
  wire(stage);
  return stage;
}

function control(email: string): Element {
  return findAll(document.body, `[data-who="${email}"]`)[0]!;
}

async function holdsDanaAlone(page: Stage, work: (element: Element) => Promise<void>): Promise<void> {
  await work(control(omar.email));
  expect(page.done).toEqual([omar.email]);
  await work(control(dana.email));
  expect(page.held.map(({ userIds }) => userIds)).toEqual([['dana']]);
  expect(page.done).toEqual([omar.email]);
  page.removeAnyway();
  await work(control(dana.email));
  expect(page.done).toEqual([omar.email, dana.email]);
  expect(page.held).toHaveLength(1);
  expect(page.failures).toEqual([]);
}

const byKey = async (element: Element): Promise<void> => {
  focus(element);
  await stroke('Enter');
};

describe.each(names)('%s', (style) => {
  test('zoomed to 200 %', async () => {
    document.documentElement.style.setProperty('zoom', '2');
    await holdsDanaAlone(start(style), click);
  });

  test('in a window as narrow as a telephone, where cells break and columns scroll', async () => {
    await tab.viewport(320, 640);
    await holdsDanaAlone(start(style), byKey);
  });

  test('zoomed to 200 % in a narrow window, by finger', async () => {
    await tab.viewport(480, 800);
    document.documentElement.style.setProperty('zoom', '2');
    const page = start(style);
    await tap(control(dana.email));
    await expect.poll(() => page.held.map(({ userIds }) => userIds)).toEqual([['dana']]);
    expect(page.done).toEqual([]);
  });
});

describe('frameworks that mount everything twice', () => {
  test('a list that is taken out and put in again is guarded like the first', async () => {
    const page = start('table with headers');
    const main = document.querySelector('main')!;
    const html = main.innerHTML;
    main.setHTMLUnsafe('');
    main.setHTMLUnsafe(html);
    wire(page);
    await holdsDanaAlone(page, click);
  });

  test('rows that are replaced by equal ones between press and release are still held, once', async () => {
    const page = start('cards of plain boxes');
    await press(control(dana.email));
    const main = document.querySelector('main')!;
    main.setHTMLUnsafe(main.innerHTML);
    wire(page);
    await release(control(dana.email));
    expect(page.done).toEqual([]);
    await click(control(dana.email));
    expect(page.done).toEqual([]);
    expect(page.held.map(({ userIds }) => userIds)).toEqual([['dana']]);
  });

  test('a handler that runs twice asks twice and is held once', async () => {
    const page = start('table with headers');
    wire(page);
    await click(control(dana.email));
    expect(page.held).toHaveLength(1);
    expect(page.done).toEqual([]);
  });

  test('a menu that is mounted, taken out and mounted again belongs to the row that opened it', async () => {
    const page = new Stage(
      settingsPage(listStyles['table with headers']!(team, (one) => `<button data-menu="${one.email}">⋯</button>`)),
    );
    stage = page;
    for (const opener of findAll(document.body, '[data-menu]')) {
      page.on(opener, 'click', () => {
        for (const time of [1, 2]) {
          const menu = document.createElement('div');
          menu.setAttribute('role', 'menu');
          menu.innerHTML =
            '<div role="menuitem" tabindex="-1">View profile</div><div role="menuitem" tabindex="-1">Remove</div>';
          menu.style.cssText = 'position:fixed;top:0;left:0;background:white';
          document.body.append(menu);
          if (time === 1) menu.remove();
          else page.on(menu.lastElementChild!, 'click', () => page.done.push(opener.getAttribute('data-menu')!));
        }
      });
    }
    await click(document.querySelector(`[data-menu="${dana.email}"]`)!);
    await click(document.querySelector('[role=menuitem]:last-child')!);
    expect(page.held.map(({ userIds }) => userIds)).toEqual([['dana']]);
    expect(page.done).toEqual([]);
  });
});

describe('other extensions', () => {
  /** A host of somebody else's, with whatever it shows in a root that nobody can look into. */
  function stranger(into: Element, css: string, html = ''): HTMLElement {
    const host = document.createElement('div');
    host.style.cssText = css;
    host.attachShadow({ mode: 'closed' }).innerHTML = html;
    into.append(host);
    strangers.push(host);
    return host;
  }

  test('an overlay over the whole page that lets everything through', async () => {
    const page = start('table with headers');
    stranger(document.documentElement, 'position:fixed;inset:0;z-index:2147483647;pointer-events:none', '<p>42 %</p>');
    await holdsDanaAlone(page, click);
  });

  test.each(names)('an icon that is put into every row: %s', async (style) => {
    const page = start(style);
    for (const button of findAll(document.body, '[data-who]'))
      stranger(button.parentElement!, 'display:inline-block;width:12px;height:12px', '<button>★</button>');
    await holdsDanaAlone(page, click);
  });

  test('its own icon in a row is nobody’s removal', async () => {
    const page = start('cards of plain boxes');
    const icon = stranger(control(dana.email).parentElement!, 'display:inline-block;width:20px;height:20px', '★');
    await click(icon);
    expect(page.held).toEqual([]);
    expect(page.nobody).toEqual([]);
  });

  test('one that stops every click of the page does not hide it from the guard', async () => {
    const page = start('table with headers');
    window.addEventListener('click', (event) => event.stopImmediatePropagation(), {
      capture: true,
      signal: page.signal,
    });
    await click(control(dana.email));
    expect(page.held.map(({ userIds }) => userIds)).toEqual([['dana']]);
  });

  test('a dialog of its own over the page is no question about anybody', async () => {
    const page = start('table with headers');
    const box = document.createElement('div');
    box.setAttribute('role', 'dialog');
    box.style.cssText = 'position:fixed;top:0;right:0;background:white';
    box.innerHTML = '<h2>Save this password?</h2><button>Not now</button><button>Save</button>';
    document.documentElement.append(box);
    strangers.push(box);
    await click(box.lastElementChild!);
    expect(page.held).toEqual([]);
    await holdsDanaAlone(page, click);
  });
});
