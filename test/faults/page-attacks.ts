/**
 * quality.md, section 7 "Page": what a page may do to its own document and to us. One list for both browsers; each attack
 * runs inside the page, and so needs nothing around it but its argument.
 */

/** The member whose removal has to be held, whatever the page does. */
export const target = 'integrations@northwind.example';

export interface Place {
  x: number;
  y: number;
}

/**
 * Where the button of a member's menu is, and where the entry that removes is once the menu is open; `null` while it is not
 * there. Runs in the page: what drives the browser from outside would have to wait for a page that is never at rest.
 */
export function placeOf([what, address]: readonly ['button' | 'entry', string]): Place | null {
  const row = [...document.querySelectorAll('tr')].find((each) => each.innerText.includes(address));
  const found =
    what === 'button'
      ? row?.querySelector('button[aria-haspopup=menu]')
      : [...document.querySelectorAll('[role=menuitem]')].find((each) => /^\s*Remove/.test(each.textContent));
  if (!found) return null;
  // A menu closes when something scrolls.
  if (what === 'button') found.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = found.getBoundingClientRect();
  return width > 0 ? { x: Math.round(x + width / 2), y: Math.round(y + height / 2) } : null;
}

export interface Attack {
  name: string;
  /** Planted while the menu is open. */
  late?: true;
  /** What the browser says to the page about it, by the page's own policy. */
  forbidden?: RegExp;
  plant: (address: string) => void;
  /** What the page has learned or done; `null` where all is well. */
  gained?: () => unknown;
}

export const attacks: readonly Attack[] = [
  {
    late: true,
    name: 'forms whose fields are named like methods, and links named like our parts',
    plant: () => {
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
    },
  },
  {
    name: 'a hundred thousand nodes',
    plant: () => {
      const many = document.createElement('div');
      many.hidden = true;
      for (let count = 0; count < 100_000; count += 1) many.append(document.createElement('i'));
      document.body.append(many);
    },
  },
  {
    name: 'ten thousand levels deep',
    plant: () => {
      const top = document.createElement('div');
      top.hidden = true;
      let inner = top;
      for (let depth = 0; depth < 10_000; depth += 1) inner = inner.appendChild(document.createElement('div'));
      inner.textContent = 'someone@northwind.example';
      document.body.append(top);
    },
  },
  {
    name: 'attributes of html and body changed without end',
    plant: () => {
      let count = 0;
      setInterval(() => {
        for (let turn = 0; turn < 200; turn += 1) {
          document.documentElement.setAttribute('data-storm', String((count += 1)));
          document.body.className = `storm-${count}`;
        }
      }, 4);
    },
  },
  {
    name: 'text of every row drawn anew every 50 ms',
    plant: () => {
      setInterval(() => {
        for (const row of document.querySelectorAll('tr')) {
          const mark = row.querySelector<HTMLElement>('[data-mark]') ?? document.createElement('i');
          mark.dataset['mark'] = String(Math.random());
          mark.remove();
          row.lastElementChild?.append(mark);
        }
      }, 50);
    },
  },
  {
    name: 'one id for every cell',
    plant: () => {
      for (const cell of document.querySelectorAll('td, th')) cell.id = 'same';
    },
  },
  {
    late: true,
    name: 'rows put into another order between the look and the click',
    plant: () => {
      const body = document.querySelector('tbody')!;
      for (const row of [...body.rows].reverse()) body.append(row);
    },
  },
  {
    name: 'names that are none',
    plant: (address) => {
      const texts = [
        '\u202Enoitargetni',
        'In\u0000teg\u200Brations\uFEFF',
        '__proto__',
        'constructor',
        'toString',
        '<img src=x onerror="window.ran=true">',
        'javascript:window.ran=true',
        '\uD800',
        'Nоrthwind Intеgrations',
        'x'.repeat(1_000_000),
      ];
      const rows = [...document.querySelectorAll('tr')].filter((row) => !row.innerText.includes(address));
      texts.forEach((text, index) => {
        const row = rows[index % rows.length];
        const walker = document.createTreeWalker(row ?? document.body, NodeFilter.SHOW_TEXT);
        const first = walker.nextNode();
        if (first) first.textContent = text;
      });
    },
    gained: () => (window as unknown as { ran?: boolean }).ran ?? null,
  },
  {
    name: 'links to scripts and data around every name',
    plant: () => {
      for (const cell of document.querySelectorAll('tbody td:first-child')) {
        for (const href of ['javascript:window.ran=true', 'data:text/html,<script>opener.ran=true</script>']) {
          const link = document.createElement('a');
          link.href = href;
          link.textContent = ' ';
          cell.append(link);
        }
      }
    },
    gained: () => (window as unknown as { ran?: boolean }).ran ?? null,
  },
  {
    name: 'prototypes of the page patched, getters that throw or are slow',
    plant: () => {
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
      Object.defineProperty(HTMLElement.prototype, 'accessKey', {
        get() {
          const end = performance.now() + 50;
          while (performance.now() < end);
          return '';
        },
      });
      Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
    },
    gained: () => (Reflect.get(window, 'calls') as string[]).filter((call) => call === 'attachShadow').length || null,
  },
  {
    name: 'forged events and messages that would end the script or speak for it',
    plant: () => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
      const names = ['wxt:content-script-started', 'wxt:content-script-loaded', 'keyholder', 'keyholder:stop'];
      for (const name of names) {
        for (const at of [window, document, document.documentElement]) {
          at.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'page', messageId: 'x' } }));
        }
        window.postMessage({ type: name, contentScriptName: 'page', version: 1, body: {} }, '*');
      }
      window.dispatchEvent(new StorageEvent('storage', { key: 'revision', newValue: '99' }));
      new BroadcastChannel('keyholder').postMessage({ revision: { us: 99, eu: 99 } });
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    },
    gained: () => {
      const heard = Reflect.get(window, 'heard') as string[];
      return heard.some((text) => !/wxt:|keyholder/.test(text)) ? heard : null;
    },
  },
  {
    name: 'our element moved, cloned, and styled away',
    plant: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'html > :not(head, body) { all: unset !important; display: none !important; opacity: 0 !important }',
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      for (const host of document.querySelectorAll('html > :not(head, body)')) {
        document.documentElement.append(host.cloneNode(true));
        document.body.prepend(host);
      }
    },
  },
  {
    name: 'filter, clip, scale, contain and zoom on html and body',
    late: true,
    plant: () => {
      for (const element of [document.documentElement, document.body]) {
        element.style.filter = 'opacity(0.5)';
        element.style.clipPath = 'inset(0)';
        element.style.contain = 'layout paint style';
        element.style.scale = '1';
      }
    },
  },
  {
    name: 'clicks and keys made by a script, on everything that is ours',
    plant: () => {
      for (const host of document.querySelectorAll('html > :not(head, body)')) {
        for (const type of ['click', 'pointerdown', 'pointerup', 'keydown', 'submit', 'cancel', 'close']) {
          host.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
        }
      }
    },
  },
  {
    name: 'focus taken back every 20 ms, and fields that bait what fills in passwords',
    late: true,
    plant: () => {
      const form = document.body.appendChild(document.createElement('form'));
      form.style.cssText = 'position:fixed;top:0;left:0;opacity:0.01';
      for (const [type, complete] of [
        ['text', 'username'],
        ['password', 'current-password'],
        ['text', 'one-time-code'],
      ] as const) {
        const field = form.appendChild(document.createElement('input'));
        field.type = type;
        field.autocomplete = complete;
      }
      const [first] = form.querySelectorAll('input');
      Reflect.set(window, 'bait', form);
      setInterval(() => first!.focus(), 20);
    },
    gained: () =>
      [...(Reflect.get(window, 'bait') as HTMLFormElement).querySelectorAll('input')]
        .map(({ value }) => value)
        .join('') || null,
  },
  {
    name: 'a second element that looks like ours, with a root that says the opposite',
    forbidden: /Applying inline style violates/,
    plant: () => {
      for (const host of document.querySelectorAll('html > :not(head, body)')) {
        const twin = document.createElement(host.localName);
        for (const { name, value } of host.attributes) twin.setAttribute(name, value);
        twin.attachShadow({ mode: 'open' }).append('Nothing depends on this person.');
        document.documentElement.append(twin);
      }
    },
  },
  {
    name: 'frames of the same origin with a list of people, one of them in a sandbox',
    plant: () => {
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
    },
  },
  {
    name: 'ten thousand more rows of people',
    plant: (address) => {
      const rows = [...document.querySelectorAll('tbody tr')];
      const other = rows.find((row) => !(row as HTMLElement).innerText.includes(address))!;
      const block = document.createElement('div');
      for (let count = 0; count < 10_000; count += 1) {
        const line = block.appendChild(document.createElement('div'));
        line.append(
          Object.assign(document.createElement('span'), { textContent: `Person ${count}` }),
          Object.assign(document.createElement('span'), { textContent: `person.${count}@northwind.example` }),
        );
      }
      block.style.cssText = 'height:200px;overflow:auto';
      other.closest('main')?.append(block);
    },
  },
];

/** Things that stand there for the page's scripts to find, if there are any. */
export interface Look {
  files: string[];
  attributes: string[];
  resources: string[];
  storage: string[];
  databases: (string | undefined)[];
  heard: string[];
  [more: string]: unknown;
}

/** Writes down what the page hears, from before its first script on. */
export function listen(): void {
  const heard: string[] = [];
  Object.defineProperty(window, 'heardEvents', { value: heard, enumerable: false });
  addEventListener('message', ({ data }) => heard.push(String(JSON.stringify(data))));
  for (const name of ['keyholder', 'wxt:content-script-started', 'wxt:locationchange']) {
    for (const at of [window, document]) at.addEventListener(name, () => heard.push(name), true);
  }
}

/** Everything a page's script can look at that might tell it that Keyholder is there. @param origin of the extension */
export async function look(origin: string): Promise<Look> {
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
      fetch(`${origin}/${file}`).then(
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
    attributes: attributes.filter((text) => /keyholder|(chrome|moz)-extension|wxt/i.test(text)),
    resources: performance
      .getEntries()
      .map(({ name }) => name)
      .filter((name) => /extension/.test(name)),
    animations: document
      .getAnimations()
      .filter(({ effect }) => !document.contains((effect as KeyframeEffect | null)?.target ?? null)).length,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    storage: Object.keys(localStorage)
      .concat(Object.keys(sessionStorage))
      .filter((name) => /keyholder|wxt/i.test(name)),
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => /keyholder/.test(name ?? '')),
    elements: customElements.get('keyholder-overlay') ?? null,
    heard: Reflect.get(window, 'heardEvents') as string[],
  };
}

/** Each makes the warning invisible or covers it, and leaves the button where the admin’s click goes. */
export const redress: readonly [name: string, attack: () => void][] = [
  [
    'opacity of our element',
    () => {
      for (const host of document.querySelectorAll<HTMLElement>('html > :not(head, body)')) {
        host.style.setProperty('opacity', '0.01', 'important');
      }
    },
  ],
  ['opacity of the document', () => void (document.documentElement.style.opacity = '0.01')],
  ['filter of the document', () => void (document.documentElement.style.filter = 'opacity(0.01)')],
  [
    'transform of our element',
    () => {
      for (const host of document.querySelectorAll<HTMLElement>('html > :not(head, body)')) {
        host.style.setProperty('transform', 'scale(0.01)', 'important');
        host.style.setProperty('clip-path', 'inset(50%)', 'important');
      }
      document.documentElement.style.transform = 'scale(0.999)';
      document.documentElement.style.opacity = '0.05';
    },
  ],
  [
    'a cover that lets clicks through',
    () => {
      const cover = document.createElement('dialog');
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:white;pointer-events:none';
      document.body.append(cover);
      cover.show();
      cover.popover = 'manual';
      cover.close();
      cover.showPopover();
    },
  ],
  [
    'a popover in the top layer that lets clicks through',
    () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.textContent = 'Click here for your gift';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none';
      document.body.append(cover);
      cover.showPopover();
    },
  ],
  [
    'a modal dialog of the page over it',
    () => {
      const cover = document.createElement('dialog');
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;background:white';
      cover.textContent = 'Click here for your gift';
      document.body.append(cover);
      cover.showModal();
    },
  ],
  [
    'an element of the page on the full screen',
    () => {
      const cover = document.createElement('div');
      cover.style.background = 'white';
      cover.textContent = 'Click here for your gift';
      document.body.append(cover);
      // Granted where the admin has just clicked.
      cover.requestFullscreen().catch(() => undefined);
    },
  ],
  [
    'a small cover that follows the mouse',
    () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.textContent = 'Play';
      cover.style.cssText =
        'position:fixed;width:240px;height:90px;margin:0;border:0;background:white;pointer-events:none;inset:auto';
      document.body.append(cover);
      cover.showPopover();
      addEventListener(
        'pointermove',
        ({ clientX, clientY }) => {
          cover.style.left = `${clientX - 120}px`;
          cover.style.top = `${clientY - 45}px`;
        },
        true,
      );
    },
  ],
];
