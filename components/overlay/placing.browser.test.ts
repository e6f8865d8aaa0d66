/** Badges and owner lines on pages of many shapes: nothing covered, nothing moved, nothing left over. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { one, open, ours, remember } from '../../test/tools/overlay-harness.ts';
import type { BadgePart, Overlay, OwnerLinePart } from './index.ts';
import { overlapArea } from './place.ts';

let end = new AbortController();

afterEach(() => {
  end.abort();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('dir');
  expect(document.documentElement.children).toHaveLength(2);
});

function start(html: string): Overlay {
  document.body.innerHTML = html;
  const opened = open();
  end = opened.end;
  return opened.overlay;
}

const people = ['Dana Abbott', 'svc-integrations@northwind.example', 'Maximiliane von und zu Hohenstein-Weissenburg'];

/** A badge for each `.row`, at its `.name`. */
function parts(): BadgePart[] {
  return [...document.querySelectorAll('.row')].map((row, index) => ({
    id: `b${index}`,
    row,
    anchor: row.querySelector('.name') ?? row,
    text: index % 2 ? 'May own API keys' : `Owns ${index + 2} API keys`,
    tone: index % 2 ? 'may-own' : 'owns',
    label: people[index % people.length]!,
  }));
}

const visible = () => ours('.part').filter((element) => element.checkVisibility({ visibilityProperty: true }));

/** Boxes of all text and all controls of the page. */
function shown(scope: Element): DOMRect[] {
  const boxes = [...scope.querySelectorAll('button,img,svg,input,select')].map((element) =>
    element.getBoundingClientRect(),
  );
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const cut = node.parentElement!.closest('.cut')?.getBoundingClientRect();
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const end = cut ? Math.min(right, cut.right) : right;
      if (end > left) boxes.push(new DOMRect(left, top, end - left, bottom - top));
    }
  }
  return boxes;
}

const rects = (selector: string) =>
  JSON.stringify([...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect()));

const row = (inside: (name: string) => string) => people.map((name) => inside(name)).join('');

const layouts: Record<string, string> = {
  table: `<table style="width:100%"><tbody>${row(
    (name) =>
      `<tr class="row"><td><input type="checkbox"></td><td><b class="name">${name}</b><br><small>mail@northwind.example</small></td><td>Admin</td><td>Full</td><td><button>⋮</button></td></tr>`,
  )}</tbody></table>`,
  flex: row(
    (name) =>
      `<div class="row" style="display:flex;justify-content:space-between;align-items:center;height:44px"><span class="name">${name}</span><span>Admin</span><button>Remove</button></div>`,
  ),
  grid: row(
    (name) =>
      `<div class="row" role="row" style="display:grid;grid-template-columns:40px 2fr 1fr 60px;padding:8px"><img width="32" height="32" alt=""><div><div class="name">${name}</div><div>mail@northwind.example</div></div><div>Manager</div><button>…</button></div>`,
  ),
  cards: `<div style="display:flex;gap:12px;flex-wrap:wrap">${row(
    (name) =>
      `<article class="row" style="width:230px;padding:16px;border:1px solid #ccc"><h3 class="name">${name}</h3><p>Admin of EMEA Sales</p><button style="width:100%">Remove from workspace</button></article>`,
  )}</div>`,
  'an ellipsis': row(
    (name) =>
      `<div class="row" style="display:flex;width:420px;height:40px;align-items:center"><div class="cut name" style="width:150px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${name}</div><span style="margin-left:auto">Admin</span> <button>Remove</button></div>`,
  ),
  'a dense list': row(
    (name) =>
      `<div class="row" style="font:12px/16px sans-serif;height:18px;width:520px;white-space:nowrap;overflow:hidden"><span class="name">${name}</span> · Admin · Full <button style="font-size:10px;padding:0">x</button></div>`,
  ),
  'right to left': `<div dir="rtl">${row(
    (name) =>
      `<div class="row" style="display:flex;gap:200px;height:44px;align-items:center"><span class="name">${name}</span><span>مدير</span><button>إزالة</button></div>`,
  )}</div>`,
  'a transformed ancestor': `<div style="transform:translate(40px,30px) scale(.9);transform-origin:0 0;width:700px">${row(
    (name) =>
      `<div class="row" style="display:flex;justify-content:space-between;height:44px"><span class="name">${name}</span><button>Remove</button></div>`,
  )}</div>`,
  'open shadow roots': row(() => '<x-row class="row" style="display:block"></x-row>'),
};

test.each(Object.entries(layouts))('in %s, badges cover nothing and move nothing', async (name, html) => {
  await page.viewport(1000, 700);
  const overlay = start(html);
  if (name === 'open shadow roots') {
    [...document.querySelectorAll('x-row')].forEach((element, index) => {
      const root = element.attachShadow({ mode: 'open' });
      root.innerHTML = `<div style="display:flex;justify-content:space-between;height:40px"><span>${people[index]}</span><button>Remove</button></div>`;
    });
  }
  const before = rects('body *');
  const height = document.documentElement.scrollHeight;
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBe(people.length);
  const obstacles = [...document.querySelectorAll('.row')].flatMap((each) => [
    ...shown(each),
    ...(each.shadowRoot ? [...each.shadowRoot.children].flatMap(shown) : []),
  ]);
  visible().forEach((badge, index) => {
    const mine = badge.getBoundingClientRect();
    const its = document.querySelectorAll('.row')[index]!.getBoundingClientRect();
    // Boxes of text bring leading of their own: half a pixel into it touches no letter.
    const inner = { left: mine.left, right: mine.right, top: mine.top + 0.5, bottom: mine.bottom - 0.5 };
    for (const obstacle of obstacles) expect(overlapArea(inner, obstacle)).toBeLessThan(1);
    expect(overlapArea(mine, its)).toBeCloseTo(mine.width * mine.height, 0);
  });
  expect(rects('body *')).toBe(before);
  expect(document.documentElement.scrollHeight).toBe(height);
});

test('the whole text is there for assistive technology, after whose it is, also in the smallest look', async () => {
  const overlay = start(layouts['a dense list']!);
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBe(people.length);
  expect(visible().map((badge) => badge.textContent)).toEqual([
    'Dana AbbottOwns 2 API keys',
    'svc-integrations@northwind.exampleMay own API keys',
    'Maximiliane von und zu Hohenstein-WeissenburgOwns 4 API keys',
  ]);
  for (const badge of visible()) expect(badge.querySelector('.text')!.childNodes).toHaveLength(1);
});

test('with the page zoomed to 200 % badges stand where the rows are', async () => {
  document.documentElement.style.setProperty('zoom', '2');
  const overlay = start(layouts['flex']!);
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBe(people.length);
  expectInRows();
});

function expectInRows(): void {
  for (const badge of visible()) {
    const mine = badge.getBoundingClientRect();
    const rows = [...document.querySelectorAll('.row')].map((each) => each.getBoundingClientRect());
    expect(rows.some((its) => overlapArea(mine, its) > mine.width * mine.height * 0.98)).toBe(true);
  }
}

/** Waits until every badge stands in a row of its own, at the distance from the name that it had. */
const offsets = () =>
  [...ours('.part')].map((badge, index) => {
    const name = document.querySelectorAll('.name')[index]!.getBoundingClientRect();
    const mine = badge.getBoundingClientRect();
    return [Math.round(mine.left - name.left), Math.round(mine.top - name.top)].join();
  });

test('they follow a scroller inside the page, and hide where its edge cuts them', async () => {
  const overlay = start(
    `<div id="box" style="height:200px;overflow:auto;border:1px solid"><div style="height:30px"></div>${layouts['flex']!.repeat(6)}</div>`,
  );
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBeGreaterThanOrEqual(3);
  const box = document.querySelector('#box')!;
  const was = offsets()[3];
  const scrolled = new Promise((resolve) =>
    document.addEventListener('scroll', resolve, { once: true, capture: true }),
  );
  box.scrollTop = 20;
  await scrolled;
  // In the very frame of the scroll, or they would be seen trailing behind.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(offsets()[3]).toBe(was);
  box.scrollTop = 100;
  await expect.poll(() => offsets()[3]).toBe(was);
  await expect.poll(() => visible().length).toBeGreaterThan(2);
  const edge = box.getBoundingClientRect();
  await expect
    .poll(() =>
      visible().every(
        (badge) => badge.getBoundingClientRect().top >= edge.top && badge.getBoundingClientRect().bottom <= edge.bottom,
      ),
    )
    .toBe(true);
  expectInRows();
});

test('they scroll with the document without a write', async () => {
  const overlay = start(`${layouts['flex']}<div style="height:3000px"></div>`);
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBe(3);
  const was = [offsets(), ours('.part').map(({ style }) => style.transform)];
  window.scrollTo(0, 60);
  await new Promise((resolve) => document.addEventListener('scroll', resolve, { once: true }));
  expect(offsets()).toEqual(was[0]);
  await expect.poll(() => visible().length).toBe(2);
  expect(ours('.part').map(({ style }) => style.transform)).toEqual(was[1]);
  window.scrollTo(0, 0);
});

test('they hide behind a sticky header, a menu and a dialog of the page, and come back', async () => {
  const overlay = start(
    `<div style="position:sticky;top:0;height:60px;background:#fff">Header</div>${layouts['flex']}<div style="height:3000px"></div>`,
  );
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBe(3);
  window.scrollTo(0, 50);
  await expect.poll(() => visible().length).toBe(2);
  window.scrollTo(0, 0);
  await expect.poll(() => visible().length).toBe(3);
  const menu = document.createElement('div');
  const first = visible()[0]!.getBoundingClientRect();
  menu.style.cssText = `position:absolute;z-index:9;left:${first.left}px;top:${first.top}px;width:300px;height:20px;background:#eee`;
  document.body.append(menu);
  overlay.refresh();
  await expect.poll(() => visible().length).toBe(2);
  menu.remove();
  const dialog = document.createElement('dialog');
  dialog.textContent = 'Remove?';
  document.body.append(dialog);
  dialog.showModal();
  overlay.refresh();
  await expect.poll(() => visible().length).toBe(0);
  dialog.remove();
  overlay.refresh();
  await expect.poll(() => visible().length).toBe(3);
});

test('they move with rows that something above pushes down, and with an animation', async () => {
  const overlay = start(`<div id="above"></div>${layouts['flex']}`);
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBe(3);
  const was = offsets();
  document.querySelector<HTMLElement>('#above')!.style.height = '77px';
  await expect.poll(offsets).toEqual(was);
  const last = document.querySelector<HTMLElement>('.row:last-of-type')!;
  last.style.transition = 'margin-top .2s';
  last.style.marginTop = '120px';
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  await expect.poll(offsets).toEqual(was);
});

test('rows that a virtual list uses for somebody else carry the new badge at once', async () => {
  const overlay = start(layouts['flex']!);
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBe(3);
  const [first] = [...document.querySelectorAll('.name')];
  first!.textContent = 'Somebody with a much longer name than before';
  overlay.setBadges(parts().map((part, index) => (index === 0 ? { ...part, text: 'Owns 9 API keys' } : part)));
  overlay.refresh();
  await expect.poll(() => one('.part', 'Owns 9').checkVisibility({ visibilityProperty: true })).toBe(true);
  const name = document.createRange();
  name.selectNodeContents(first!);
  await expect
    .poll(() => one('.part', 'Owns 9').getBoundingClientRect().left >= name.getBoundingClientRect().right)
    .toBe(true);
  document.querySelector('.row')!.remove();
  overlay.refresh();
  await expect.poll(() => visible().length).toBe(2);
});

test('of a thousand rows only those near the window are looked at', async () => {
  const overlay = start(layouts['flex']!.repeat(350));
  let measured = 0;
  const original = Range.prototype.getClientRects;
  Range.prototype.getClientRects = function () {
    measured += 1;
    return original.call(this);
  };
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBeGreaterThan(5);
  Range.prototype.getClientRects = original;
  expect(measured).toBeLessThan(60 * 4);
});

test('in a modal dialog of the page they are in front of it and not inert', async () => {
  const overlay = start(`<dialog style="padding:20px;width:600px">${layouts['flex']}</dialog>`);
  const dialog = document.querySelector('dialog')!;
  dialog.showModal();
  const before = rects('dialog *');
  overlay.setBadges(parts());
  await expect.poll(() => visible().length).toBe(3);
  expectInRows();
  expect(rects('dialog > .row, dialog > .row *')).toBe(before);
  overlay.setBadges([]);
  expect(dialog.children).toHaveLength(3);
});

test('in a same-origin iframe they stand in its document', async () => {
  document.body.innerHTML = '<iframe style="width:700px;height:300px"></iframe>';
  const frame = document.querySelector('iframe')!;
  remember(frame.contentWindow as typeof globalThis & Window);
  const inner = frame.contentDocument!;
  inner.body.innerHTML = layouts['flex']!;
  const { createOverlay } = await import('./index.ts');
  end = new AbortController();
  const overlay = createOverlay(inner, { signal: end.signal });
  overlay.setBadges(
    [...inner.querySelectorAll('.row')].map((each, index) => ({
      id: String(index),
      row: each,
      anchor: each.querySelector('.name')!,
      text: 'Owns 2 API keys',
      tone: 'owns',
    })),
  );
  await expect.poll(() => ours('.part.on').length).toBe(3);
  expect(ours('.part')[0]!.ownerDocument).toBe(inner);
});

/** The owner line of a row of the key page, anchored at its name. */
function lineOf(row: Element, owner: OwnerLinePart['line']['owner'], ownerNotAdmin = false): OwnerLinePart {
  return {
    id: 'k',
    row,
    anchor: row.querySelector('.name')!,
    line: { keyId: 'k', type: 'production', label: 'Production key', hint: null, owner, proposed: null, ownerNotAdmin },
    actions: {} as never,
  };
}

test('an owner line keeps clear of all that its row shows, wide or narrow', async () => {
  for (const width of [1000, 640, 360]) {
    await page.viewport(width, 700);
    const overlay = start(
      `<div class="row" style="display:flex;gap:24px;padding:20px 0;max-width:940px"><b class="name" style="flex:none;width:110px">Production key</b><div style="flex:1">Go live with PandaDoc API: you will have full control over document names, no watermarks on PDFs. <a href="#">Production API setup</a></div><div style="flex:none;width:${width < 500 ? 90 : 300}px;overflow:hidden" class="cut">••••••••••••••••••••••••••••••••••••••••</div></div>`,
    );
    const part = document.querySelector('.row')!;
    overlay.setOwnerLines([
      lineOf(
        part,
        {
          userId: 'u',
          name: null,
          email: 'svc-integrations@northwind.example',
          ownerType: 'org-admin-service-account',
        },
        true,
      ),
    ]);
    await expect.poll(() => visible().length).toBe(1);
    const mine = visible()[0]!.getBoundingClientRect();
    const covered = shown(part).reduce((sum, box) => sum + overlapArea(mine, box), 0);
    if (width > 600) expect(covered).toBeLessThan(1);
    // Its own pieces stay inside it.
    for (const piece of visible()[0]!.children) {
      expect(piece.getBoundingClientRect().right).toBeLessThanOrEqual(mine.right + 0.5);
      expect(piece.getBoundingClientRect().bottom).toBeLessThanOrEqual(mine.bottom + 0.5);
    }
    end.abort();
  }
});

test('what is said beside an entry of a menu does not lie on it, wherever the menu is drawn', async () => {
  const overlay = start(
    `<div style="height:40px"><x-menu-around><div role="menu" style="position:fixed;left:60px;top:120px;width:220px"><div role="menuitem" id="entry" style="padding:8px">Close workspace</div></div></x-menu-around></div>`,
  );
  const entry = document.querySelector('#entry')!;
  overlay.setNotices([{ id: 'n', kind: 'starting', near: entry, text: 'Keyholder is starting, click again' }]);
  await expect.poll(visible).toHaveLength(1);
  expect(overlapArea(visible()[0]!.getBoundingClientRect(), entry.getBoundingClientRect())).toBe(0);
});

test('where nothing of a row is free, what can be worked in it stays free', async () => {
  await page.viewport(1000, 700);
  const overlay = start(
    `<div class="row" style="display:grid;grid-template-columns:repeat(4,1fr);width:900px;height:34px;line-height:34px;font-size:14px"><span class="name">Production key</span><span>${'•'.repeat(40)}</span><span>2025-03-04</span><span style="text-align:center"><a href="#">Regenerate</a></span></div>`,
  );
  const part = document.querySelector('.row')!;
  overlay.setOwnerLines([lineOf(part, { userId: 'u', name: 'Marta Olsen-Vik', email: null, ownerType: 'untagged' })]);
  await expect.poll(() => visible().length).toBe(1);
  const link = part.querySelector('a')!.getBoundingClientRect();
  expect(overlapArea(visible()[0]!.getBoundingClientRect(), link)).toBe(0);
});

test('beside a row that ends with what it shows, the rest of its line is free', async () => {
  await page.viewport(1300, 700);
  const line = (label: string): string =>
    `<div class="row" style="display:flex;gap:16px;width:fit-content;align-items:center;height:60px"><div><b class="name">${label}</b><br><small>Made 4 March 2025</small></div><input type="password" readonly value="x" style="width:360px"><button>Show</button><button>Copy</button><button>Regenerate</button></div>`;
  const overlay = start(`<div style="width:1200px">${line('Sandbox key')}${line('Production key')}</div>`);
  const rows = [...document.querySelectorAll('.row')];
  overlay.setOwnerLines(
    rows.map((row, at) => ({
      ...lineOf(row, { userId: 'u', name: 'Marta Olsen-Vik', email: null, ownerType: 'untagged' }),
      id: `line ${String(at)}`,
    })),
  );
  await expect.poll(() => visible().length).toBe(2);
  for (const [at, mine] of visible().entries()) {
    const box = mine.getBoundingClientRect();
    expect(shown(rows[at]!).reduce((sum, other) => sum + overlapArea(box, other), 0)).toBeLessThan(1);
  }
});

test('a row that is a form whose fields are called as what stands beside it carries its line all the same', async () => {
  await page.viewport(1300, 700);
  const named = '<input name="nextElementSibling"><input name="nextElementSibling">';
  const overlay = start(
    `<div style="width:1200px"><form class="row" style="width:fit-content;height:40px"><b class="name">Sandbox key</b>${named}</form><p>Below</p></div>`,
  );
  const part = document.querySelector('.row')!;
  overlay.setOwnerLines([lineOf(part, { userId: 'u', name: 'Marta Olsen-Vik', email: null, ownerType: 'untagged' })]);
  await expect.poll(() => visible().length).toBe(1);
});

test('where nothing is free, dots in place of a key are covered and its description is not', async () => {
  await page.viewport(1300, 700);
  const overlay = start(
    `<div class="row" style="display:grid;grid-template-columns:150px 300px 400px 40px 170px;gap:16px;width:1140px;font:14px/20px sans-serif;align-items:center"><b class="name">Production key</b><p class="about" style="margin:0">Go live with the API: full control over the names of documents, no watermark, and up to 300 documents a minute.</p><span>${'•'.repeat(60)}</span><button>⧉</button><button>Generate a new key</button></div>`,
  );
  const part = document.querySelector('.row')!;
  overlay.setOwnerLines([lineOf(part, { userId: 'u', name: 'Marta Olsen-Vik', email: null, ownerType: 'untagged' })]);
  await expect.poll(() => visible().length).toBe(1);
  const mine = visible()[0]!.getBoundingClientRect();
  expect(overlapArea(mine, part.querySelector('.about')!.getBoundingClientRect())).toBeLessThan(1);
  for (const button of part.querySelectorAll('button'))
    expect(overlapArea(mine, button.getBoundingClientRect())).toBe(0);
});

test('rows that are lower than an owner line carry one each, also at the edges of what scrolls them', async () => {
  await page.viewport(1100, 700);
  const cells = (label: string): string =>
    `<div class="row" style="display:grid;grid-template-columns:1fr 2fr 1fr 1fr;height:28px;font-size:14px;overflow:hidden"><span class="name">${label}</span><span>${'•'.repeat(40)}</span><span>2025-03-04</span><button>Regenerate</button></div>`;
  const overlay = start(
    `<div style="overflow:auto;width:1000px">${cells('Production key')}${cells('Sandbox key')}</div>`,
  );
  const rows = [...document.querySelectorAll('.row')];
  overlay.setOwnerLines(
    rows.map((row, at) => ({
      ...lineOf(row, { userId: 'u', name: 'Marta Olsen-Vik', email: null, ownerType: 'untagged' }),
      id: `line ${String(at)}`,
    })),
  );
  await expect.poll(() => visible().length).toBe(2);
  for (const [at, line] of visible().entries()) {
    const mine = line.getBoundingClientRect();
    expect(mine.height, 'one line').toBeLessThan(40);
    expect(overlapArea(mine, rows[1 - at]!.getBoundingClientRect()) / mine.width).toBeLessThan(3);
    expect(overlapArea(mine, rows[at]!.querySelector('button')!.getBoundingClientRect())).toBe(0);
  }
});
