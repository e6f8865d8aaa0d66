/** quality.md, section 7 "Page": documents of other kinds, and addresses that only look like PandaDoc's; for both browsers. */
import type { Canned } from '../lookalike/canned.ts';

export interface StillLife {
  html: string;
  xhtml: string;
}

/** The member list that is open, without its scripts, and with a button in each row that removes it. Runs in the page. */
export function stillLife(): StillLife {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll('script, link, meta[http-equiv]')) each.remove();
  for (const each of copy.querySelectorAll(':scope > :not(head, body)')) each.remove();
  for (const row of copy.querySelectorAll('tbody tr')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Remove';
    row.lastElementChild?.append(button);
  }
  return { html: `<!doctype html>${copy.outerHTML}`, xhtml: new XMLSerializer().serializeToString(copy) };
}

/** Measures how long a page has to wait for its own thread, from its first script on. Runs in the page. */
export function watchPauses(): void {
  let last = performance.now();
  Reflect.set(window, 'longestPause', 0);
  setInterval(() => {
    const now = performance.now();
    Reflect.set(window, 'longestPause', Math.max(now - last, Reflect.get(window, 'longestPause') as number));
    last = now;
  }, 5);
}

/** How long the page had to wait at most, in milliseconds. Runs in the page. */
export const longestPause = (): number => Math.round(Reflect.get(window, 'longestPause') as number);

/** Counts presses of the removing buttons that reached the page. Runs in the page. */
export function countPresses(): void {
  Reflect.set(window, 'pressed', 0);
  for (const button of document.querySelectorAll('tbody button')) {
    if (button.textContent !== 'Remove') continue;
    button.addEventListener('click', () => Reflect.set(window, 'pressed', Number(Reflect.get(window, 'pressed')) + 1));
  }
}

/** Documents in which the removal has to be held as in PandaDoc's own. */
export const guarded: readonly { name: string; of: (still: StillLife) => Canned }[] = [
  { name: 'XHTML', of: ({ xhtml }) => ({ body: xhtml, type: 'application/xhtml+xml' }) },
  {
    name: 'strict policy with Trusted Types, which lets nothing in',
    of: ({ html }) => ({
      body: html,
      headers: {
        'content-security-policy':
          "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'",
      },
    }),
  },
  {
    name: 'sandboxed by its own policy',
    of: ({ html }) => ({ body: html, headers: { 'content-security-policy': 'sandbox allow-scripts' } }),
  },
  {
    name: 'old HTML without a doctype',
    of: ({ html }) => ({ body: html.replace('<!doctype html>', '') }),
  },
  { name: 'answered with an error status', of: ({ html }) => ({ body: html, status: 500 }) },
];

/** Documents in which there is nothing to hold, and in which nothing of ours may appear. */
export const empty: readonly { name: string; canned: Canned }[] = [
  {
    name: 'a frameset',
    canned: {
      body: '<!doctype html><html><head><title>Frames</title></head><frameset cols="50%,50%"><frame src="about:blank"><frame src="about:blank"></frameset></html>',
    },
  },
  { name: 'a plain text', canned: { body: 'dana.okafor@northwind.example Remove', type: 'text/plain' } },
  {
    name: 'an SVG picture',
    canned: {
      body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">dana.okafor@northwind.example Remove</text></svg>',
      type: 'image/svg+xml',
    },
  },
  { name: 'an empty answer', canned: { body: '' } },
];

/** Addresses that only look like PandaDoc's, and the hosts that are asked for them. */
export const impostors: readonly { name: string; url: string; host: string; plain?: true }[] = [
  {
    name: 'the host as a part of another',
    url: 'https://app.pandadoc.com.evil.test/a/',
    host: 'app.pandadoc.com.evil.test:443',
  },
  { name: 'the host behind another word', url: 'https://evil-app.pandadoc.com/a/', host: 'evil-app.pandadoc.com:443' },
  { name: 'another host of PandaDoc’s', url: 'https://www.pandadoc.com/a/', host: 'www.pandadoc.com:443' },
  // The second letter is Cyrillic.
  { name: 'letters of another script', url: 'https://app.p\u0430ndadoc.com/a/', host: 'app.xn--pndadoc-2fg.com:443' },
  { name: 'another port', url: 'https://app.pandadoc.com:8443/a/', host: 'app.pandadoc.com:8443' },
  { name: 'the host as a user’s name', url: 'https://app.pandadoc.com@evil.test/a/', host: 'evil.test:443' },
  { name: 'a dot at the end', url: 'https://app.pandadoc.com./a/', host: 'app.pandadoc.com.:443' },
  { name: 'without TLS', url: 'http://app.pandadoc.com/a/', host: 'app.pandadoc.com:80', plain: true },
];

/** A key that a page shows in clear. */
export const shownKey = 'c9b6f1a27e5d40889a3b2c1d0e4f5a6b7c8d9e0f';

/** What may stand where a key stands. */
export const keyTexts: readonly string[] = [
  '',
  '•'.repeat(40),
  `${shownKey.slice(0, 12)}…`,
  shownKey,
  `\u202E${shownKey}\u200B`,
  '\uD800'.repeat(40),
  'x'.repeat(1_000_000),
];

/** Writes this where the production key stands. Runs in the page. */
export function setKeyText(value: string): void {
  const label = [...document.querySelectorAll('*')].find(
    (element) => element.children.length === 0 && element.textContent.trim() === 'Production key',
  )!;
  let row: Element = label;
  while (!/•|x{20}/.test(row.textContent) && row.parentElement && row.parentElement !== document.body) {
    row = row.parentElement;
  }
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue!.trim() !== 'Production key' && !/[A-Za-z]{3} [a-z]/.test(node.nodeValue!)) {
      node.nodeValue = value;
      return;
    }
  }
}

/** Puts the row of the production key there twice more. Runs in the page. */
export function doubleKeyRow(): void {
  const label = [...document.querySelectorAll('*')].find(
    (element) => element.children.length === 0 && element.textContent.trim() === 'Production key',
  )!;
  const row = label.parentElement!.parentElement!;
  row.after(row.cloneNode(true), row.cloneNode(true));
}
