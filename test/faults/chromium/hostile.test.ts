/** quality.md, section 7 "Page", and clicks that are led astray: what a page may do to us, and what comes of it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { App } from '../../e2e/support/app.ts';
import { Keyholder } from '../../e2e/support/keyholder.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import { stays, until } from '../../e2e/support/until.ts';
import { openWorld, type World } from '../../e2e/support/world.ts';
import { note } from '../ledger.ts';
import { logged } from '../support.ts';

const here = scene({}, firstDay(['EMEA Sales']));
const browser = 'Chromium' as const;
const integrations = 'integrations@northwind.example';
const dana = 'dana.okafor@northwind.example';
/** `npm test` tries one of each kind, `npm run test:faults` all. */
const quick = process.env['KEYHOLDER_QUICK'] === '1';
const some = <T>(all: readonly T[]): readonly T[] => (quick ? all.slice(0, 1) : all);

async function team(world: World): Promise<{ app: App; keyholder: Keyholder }> {
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  const keyholder = await Keyholder.in(world, app.page);
  await keyholder.armed();
  await keyholder.badgeSays(dana, 'Owns 2 API keys');
  return { app, keyholder };
}

/** The admin's way to a removal is held, and nothing has gone to PandaDoc. */
async function stillHolds(
  app: App,
  keyholder: Keyholder,
  planted: () => Promise<unknown>,
  late = false,
): Promise<void> {
  if (!late) await planted();
  await app.menu(integrations);
  const box = (await app.removeEntry.boundingBox())!;
  if (late) await planted();
  await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const { items } = await keyholder.warning();
  expect(items).toHaveLength(1);
  expect(app.removals()).toEqual([]);
  await keyholder.keep();
}

interface Hostile {
  name: string;
  /** Planted while the menu is open, and clicked by its place: what drives the browser here stumbles over it itself. */
  late?: true;
  plant: (page: Page) => Promise<unknown>;
  /** What the page would have learned or done; nothing where all is well. */
  gained?: (page: Page) => Promise<unknown>;
}

/** Names that are no names; the address beside them stays. */
const names = [
  '\u202Enoitargetni',
  'In\u0000teg\u200Brations\uFEFF',
  '__proto__',
  'constructor',
  '<img src=x onerror="window.ran=true">',
  'javascript:window.ran=true',
  '\uD800',
  'Nоrthwind Intеgrations',
  'x'.repeat(1_000_000),
];

const hostile: Hostile[] = [
  {
    late: true,
    name: 'forms whose fields are named like methods, and links named like our parts',
    plant: (page) =>
      page.evaluate(() => {
        for (const cell of document.querySelectorAll('td, main')) {
          const form = document.createElement('form');
          for (const name of ['getAttribute', 'children', 'parentNode', 'nodeName', 'closest', 'textContent']) {
            const field = form.appendChild(document.createElement('input'));
            field.name = name;
            field.type = 'hidden';
          }
          cell.append(form);
        }
        for (const id of ['keyholder', 'overlay', 'session', 'guard', 'browser', 'chrome', 'document', 'location']) {
          const link = document.body.appendChild(document.createElement('a'));
          link.id = id;
        }
      }),
  },
  {
    name: 'a hundred thousand nodes',
    plant: (page) =>
      page.evaluate(() => {
        const many = document.createElement('div');
        many.hidden = true;
        for (let count = 0; count < 100_000; count += 1) many.append(document.createElement('i'));
        document.body.append(many);
      }),
  },
  {
    name: 'ten thousand levels deep',
    plant: (page) =>
      page.evaluate(() => {
        const top = document.createElement('div');
        top.hidden = true;
        let inner = top;
        for (let depth = 0; depth < 10_000; depth += 1) inner = inner.appendChild(document.createElement('div'));
        inner.textContent = 'someone@northwind.example';
        document.body.append(top);
      }),
  },
  {
    name: 'attributes of html and body changed without end',
    plant: (page) =>
      page.evaluate(() => {
        let count = 0;
        setInterval(() => {
          for (let turn = 0; turn < 200; turn += 1) {
            document.documentElement.setAttribute('data-storm', String((count += 1)));
            document.body.className = `storm-${count}`;
          }
        }, 4);
      }),
  },
  {
    name: 'text of every row drawn anew every 50 ms',
    plant: (page) =>
      page.evaluate(() => {
        setInterval(() => {
          for (const row of document.querySelectorAll('tr')) {
            const mark = row.querySelector<HTMLElement>('[data-mark]') ?? document.createElement('i');
            mark.dataset['mark'] = String(Math.random());
            mark.remove();
            row.lastElementChild?.append(mark);
          }
        }, 50);
      }),
  },
  {
    name: 'one id for every cell',
    plant: (page) =>
      page.evaluate(() => {
        for (const cell of document.querySelectorAll('td, th')) cell.id = 'same';
      }),
  },
  {
    name: 'names that are none',
    plant: (page) =>
      page.evaluate(
        ({ texts, address }) => {
          const rows = [...document.querySelectorAll('tr')].filter((row) => !row.innerText.includes(address));
          texts.forEach((text, index) => {
            const row = rows[index % rows.length];
            const walker = document.createTreeWalker(row ?? document.body, NodeFilter.SHOW_TEXT);
            const first = walker.nextNode();
            if (first) first.textContent = text;
          });
        },
        { texts: names, address: integrations },
      ),
    gained: (page) => page.evaluate(() => (window as unknown as { ran?: boolean }).ran ?? null),
  },
  {
    name: 'prototypes of the page patched, getters that throw',
    plant: (page) =>
      page.evaluate(() => {
        const calls: string[] = [];
        Reflect.set(window, 'calls', calls);
        const spy = (owner: object, name: string): void => {
          const real = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
          Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
            calls.push(name);
            return real.apply(this, args);
          });
        };
        spy(Element.prototype, 'attachShadow');
        spy(window, 'IntersectionObserver');
        Object.defineProperty(HTMLElement.prototype, 'popover', {
          get() {
            throw new Error('no');
          },
        });
        Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
      }),
    gained: (page) =>
      page.evaluate(
        () => (Reflect.get(window, 'calls') as string[]).filter((call) => call === 'attachShadow').length || null,
      ),
  },
  {
    name: 'forged events and messages that would end the script or speak for it',
    plant: (page) =>
      page.evaluate(() => {
        const heard: string[] = [];
        Reflect.set(window, 'heard', heard);
        window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
        const names = ['wxt:content-script-started', 'wxt:content-script-loaded', 'keyholder', 'keyholder:stop'];
        for (const name of names) {
          for (const target of [window, document, document.documentElement]) {
            target.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'page', messageId: 'x' } }));
          }
          window.postMessage({ type: name, contentScriptName: 'page', version: 1, body: {} }, '*');
        }
        window.dispatchEvent(new StorageEvent('storage', { key: 'revision', newValue: '99' }));
        new BroadcastChannel('keyholder').postMessage({ revision: { us: 99, eu: 99 } });
        window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
      }),
    gained: async (page) => {
      const heard = await page.evaluate(() => Reflect.get(window, 'heard') as string[]);
      return heard.some((text) => !/wxt:|keyholder/.test(text)) ? heard : null;
    },
  },
  {
    name: 'our element moved, cloned, and styled away',
    plant: (page) =>
      page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          'html > :not(head, body) { all: unset !important; display: none !important; opacity: 0 !important }',
        );
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        for (const host of document.querySelectorAll('html > :not(head, body)')) {
          document.documentElement.append(host.cloneNode(true));
          document.body.prepend(host);
        }
      }),
  },
  {
    name: 'clicks and keys made by a script, on everything that is ours',
    plant: async (page) => {
      await page.evaluate(() => {
        for (const host of document.querySelectorAll('html > :not(head, body)')) {
          for (const type of ['click', 'pointerdown', 'pointerup', 'keydown', 'submit', 'cancel', 'close']) {
            host.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
          }
        }
      });
    },
  },
  {
    name: 'frames of the same origin with a list of people, one of them in a sandbox',
    plant: (page) =>
      page.evaluate(() => {
        for (const sandbox of [null, 'allow-scripts', 'allow-same-origin']) {
          const frame = document.createElement('iframe');
          frame.hidden = true;
          if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
          document.body.append(frame);
          const row = frame.contentDocument?.createElement('tr');
          if (!row) continue;
          for (const text of ['evil@northwind.example', 'Admin', 'Remove']) row.insertCell().textContent = text;
          frame.contentDocument?.body.append(frame.contentDocument.createElement('table'));
          frame.contentDocument?.querySelector('table')?.append(row);
        }
      }),
  },
];

describe('a hostile page', () => {
  test(
    'whatever it does to its own document, a removal is held and it gains nothing',
    { timeout: 900_000 },
    async () => {
      const { world } = here;
      const { app, keyholder } = await team(world);
      for (const { name, plant, gained, late } of some(hostile)) {
        await stillHolds(app, keyholder, () => plant(app.page), late);
        if (gained) expect(await gained(app.page), name).toBe(null);
        expect(await logged(world, 'release'), name).toEqual([]);
        note({
          chapter: 'pages',
          id: name,
          browser,
          what: 'Planted in a list of people that is open',
          outcome: 'the removal is held as ever, nothing written, nothing learned',
        });
        await app.page.reload();
        await keyholder.armed();
        await keyholder.badgeSays(dana, 'Owns 2 API keys');
      }
    },
  );

  test('a page’s script cannot learn that Keyholder is there: no id, file, global, event, message, timing entry', async () => {
    const { world } = here;
    const look = (page: Page, id: string): Promise<Record<string, unknown>> =>
      page.evaluate(async (extensionId) => {
        const tried = [
          'manifest.json',
          'page.js',
          'popup.html',
          'dashboard.html',
          'icon/128.png',
          'schema/keyholder.snapshot-1.json',
        ];
        const files = await Promise.all(
          tried.map((file) =>
            fetch(`chrome-extension://${extensionId}/${file}`).then(
              () => file,
              () => null,
            ),
          ),
        );
        const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes].map(({ name, value }) => `${name}=${value}`),
        );
        return {
          files: files.filter((file) => file !== null),
          globals: Object.getOwnPropertyNames(window).sort(),
          prototypes: [Element, Node, Event, EventTarget, Document, Window].map(
            (owner) => Object.getOwnPropertyNames(owner.prototype).length,
          ),
          attributes: attributes.filter((text) => /keyholder|chrome-extension|wxt/i.test(text)),
          resources: performance
            .getEntries()
            .map(({ name }) => name)
            .filter((name) => /extension/.test(name)),
          sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
          storage: Object.keys(localStorage)
            .concat(Object.keys(sessionStorage))
            .filter((name) => /keyholder|wxt/i.test(name)),
          databases: (await indexedDB.databases())
            .map(({ name }) => name)
            .filter((name) => /keyholder/.test(name ?? '')),
          elements: customElements.get('keyholder-overlay') ?? null,
          heard: Reflect.get(window, 'heardEvents') as string[],
        };
      }, id);
    const listen = (): void => {
      const heard: string[] = [];
      Object.defineProperty(window, 'heardEvents', { value: heard, enumerable: false });
      addEventListener('message', ({ data }) => heard.push(String(JSON.stringify(data))));
      for (const name of ['keyholder', 'wxt:content-script-started', 'wxt:locationchange']) {
        for (const target of [window, document]) target.addEventListener(name, () => heard.push(name), true);
      }
    };
    // The page asks for our files; the browser says that it may not.
    here.forgive(/Failed to load resource/);
    await world.context.addInitScript(listen);
    const id = new URL(world.origin).host;
    const { app } = await team(world);
    const guarded = await look(app.page, id);
    const bare = await openWorld({ guarded: false });
    try {
      await bare.context.addInitScript(listen);
      const plain = await App.open(bare);
      await plain.switchTo('EMEA Sales');
      await plain.team();
      const unguarded = await look(plain.page, id);
      expect(guarded).toEqual(unguarded);
      expect(guarded).toMatchObject({
        files: [],
        attributes: [],
        resources: [],
        storage: [],
        databases: [],
        heard: [],
      });
    } finally {
      await bare.close();
    }
    note({
      chapter: 'pages',
      id: 'learning that Keyholder is there',
      browser,
      what: 'Files by id, globals, prototypes, attributes, timing entries, style sheets, storage, databases, events, messages: compared with a browser without Keyholder',
      outcome: 'no difference',
    });
  });
});

/** Each makes the warning invisible or covers it, and leaves the button where the admin’s click goes. */
const redress: [name: string, attack: (page: Page) => Promise<unknown>][] = [
  [
    'opacity of our element',
    (page) =>
      page.evaluate(() => {
        for (const host of document.querySelectorAll<HTMLElement>('html > :not(head, body)')) {
          host.style.setProperty('opacity', '0.01', 'important');
        }
      }),
  ],
  ['opacity of the document', (page) => page.evaluate(() => (document.documentElement.style.opacity = '0.01'))],
  ['filter of the document', (page) => page.evaluate(() => (document.documentElement.style.filter = 'opacity(0.01)'))],
  [
    'transform of our element',
    (page) =>
      page.evaluate(() => {
        for (const host of document.querySelectorAll<HTMLElement>('html > :not(head, body)')) {
          host.style.setProperty('transform', 'scale(0.01)', 'important');
          host.style.setProperty('clip-path', 'inset(50%)', 'important');
        }
        document.documentElement.style.transform = 'scale(0.999)';
        document.documentElement.style.opacity = '0.05';
      }),
  ],
  [
    'a cover that lets clicks through',
    (page) =>
      page.evaluate(() => {
        const cover = document.createElement('dialog');
        cover.style.cssText =
          'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:white;pointer-events:none';
        document.body.append(cover);
        cover.show();
        cover.popover = 'manual';
        cover.close();
        cover.showPopover();
      }),
  ],
  [
    'a popover in the top layer that lets clicks through',
    (page) =>
      page.evaluate(() => {
        const cover = document.createElement('div');
        cover.popover = 'manual';
        cover.textContent = 'Click here for your gift';
        cover.style.cssText =
          'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none';
        document.body.append(cover);
        cover.showPopover();
      }),
  ],
];

/** A part of the page as it looks once nothing in it moves any more. */
async function settled(page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<Buffer> {
  let last = await page.screenshot({ clip });
  return until(
    async () => {
      const next = await page.screenshot({ clip });
      const same = next.equals(last);
      last = next;
      return same && next;
    },
    { what: 'the page to stand still' },
  );
}

/** How far two pictures of one size are apart: the mean over all pixels and colours, of 255. Edges of letters may differ. */
async function difference(world: World, a: Buffer, b: Buffer): Promise<number> {
  const pictures = [a, b].map((picture) => picture.toString('base64'));
  return (await world.backstage()).evaluate(async (all) => {
    const [one, two] = await Promise.all(
      all.map(async (text) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        canvas.drawImage(bitmap, 0, 0);
        return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
      }),
    );
    let sum = 0;
    for (let at = 0; at < one!.length; at += 1) sum += Math.abs(one![at]! - two![at]!);
    return sum / one!.length;
  }, pictures);
}

describe('clicks led astray', () => {
  test.skipIf(quick)(
    'six ways to hide the warning from the eye: no click releases anything',
    { timeout: 900_000 },
    async () => {
      const { world } = here;
      const { app, keyholder } = await team(world);
      for (const [name, attack] of some(redress)) {
        await app.beginRemoval(integrations);
        await keyholder.warning();
        await keyholder.tree.press(await keyholder.tree.one('radio', 'Outage accepted'));
        const button = await until(
          async () => {
            const found = await keyholder.tree.one('button', 'Remove anyway');
            return found.properties['disabled'] === true ? null : found;
          },
          { what: 'the button to be enabled' },
        );
        const box = (await keyholder.tree.box(button))!;
        const around = { x: box.x - 40, y: box.y - 60, width: box.width + 80, height: box.height + 70 };
        const before = await settled(app.page, around);
        await attack(app.page);
        // The browser's word on what is visible comes with the next frames.
        await app.page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 400)));
        // In the top layer the page's styles do not reach it: what is in plain sight may be pressed.
        const plain = (await difference(world, before, await settled(app.page, around))) < 4;
        if (plain) await keyholder.keep();
        for (let click = 0; click < (plain ? 0 : 3); click += 1) {
          await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 30 });
        }
        await stays(async () => (await logged(world, 'release')).length === 0, `nothing released by: ${name}`, 900);
        expect(app.removals()).toEqual([]);
        note({
          chapter: 'redress',
          id: name,
          browser,
          what: 'Three clicks of the real mouse where the button is',
          outcome: plain ? 'no effect: the warning stands in plain sight' : 'nothing released, nothing sent',
        });
        for (const page of world.context.pages()) {
          if (page.url().startsWith(world.origin) && !page.url().endsWith('manifest.json')) await page.close();
        }
        await app.page.bringToFront();
        await app.page.reload();
        await keyholder.armed();
      }
      // The same without an attack does release: the clicks above went where they were meant to.
      await app.beginRemoval(integrations);
      await keyholder.warning();
      await keyholder.release('Outage accepted');
      await until(async () => (await logged(world, 'release')).length === 1, { what: 'the release in the log' });
    },
  );
});
