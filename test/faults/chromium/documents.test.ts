/** quality.md, section 7 "Page": documents of other kinds, and addresses that only look like PandaDoc's. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { App } from '../../e2e/support/app.ts';
import { Keyholder } from '../../e2e/support/keyholder.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import type { World } from '../../e2e/support/world.ts';
import { note } from '../ledger.ts';

const here = scene({}, firstDay(['EMEA Sales']));
const browser = 'Chromium' as const;
const dana = 'dana.okafor@northwind.example';
const integrations = 'integrations@northwind.example';
const address = 'https://app.pandadoc.com/a/';

/** A member list as PandaDoc draws it, without its scripts, and with a button in each row. */
async function stillLife(world: World): Promise<{ html: string; xhtml: string }> {
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  await (await Keyholder.in(world, app.page)).badgeSays(dana, 'Owns 2 API keys');
  const found = await app.page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const each of copy.querySelectorAll('script, link')) each.remove();
    for (const each of copy.querySelectorAll(':scope > :not(head, body)')) each.remove();
    for (const row of copy.querySelectorAll('tbody tr')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Remove';
      row.lastElementChild?.append(button);
    }
    return { html: `<!doctype html>${copy.outerHTML}`, xhtml: new XMLSerializer().serializeToString(copy) };
  });
  await app.page.close();
  return found;
}

/** A new tab at an address that answers with this. */
async function served(
  world: World,
  url: string,
  answer: { type?: string; body: string; status?: number },
): Promise<Page> {
  const page = await world.context.newPage();
  await page.route(
    (asked) => asked.protocol.startsWith('http'),
    (route) =>
      route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
        ? route.fulfill({
            status: answer.status ?? 200,
            contentType: answer.type ?? 'text/html; charset=utf-8',
            body: answer.body,
          })
        : route.abort(),
  );
  await page.goto(url);
  return page;
}

test('XHTML: reads, draws and holds as in HTML', async () => {
  const { world } = here;
  here.forgive(/Failed to load resource|ERR_FAILED/);
  const { xhtml } = await stillLife(world);
  const page = await served(world, `${address}#/settings/team`, { type: 'application/xhtml+xml', body: xhtml });
  expect(await page.evaluate(() => document.contentType)).toBe('application/xhtml+xml');
  const keyholder = await Keyholder.in(world, page);
  await keyholder.badgeSays(dana, 'Owns 2 API keys');
  const row = page.getByRole('row').filter({ has: page.getByText(integrations, { exact: true }) });
  await row.getByRole('button', { name: 'Remove', exact: true }).click();
  expect((await keyholder.warning()).items).toHaveLength(1);
  await keyholder.keep();
  note({
    chapter: 'pages',
    id: 'XHTML',
    browser,
    what: 'The member list served as `application/xhtml+xml`',
    outcome: 'read, drawn into and held as in HTML',
  });
});

test('key cells empty, masked, cut off, a megabyte long, one after the other: right line or none, no secret kept', async () => {
  const { world } = here;
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.keys();
  const keyholder = await Keyholder.in(world, app.page);
  await keyholder.armed();
  const secret = 'c9b6f1a27e5d40889a3b2c1d0e4f5a6b7c8d9e0f';
  const texts = [
    '',
    '•'.repeat(40),
    `${secret.slice(0, 12)}…`,
    secret,
    `\u202E${secret}\u200B`,
    '\uD800'.repeat(40),
    'x'.repeat(1_000_000),
  ];
  for (const text of texts) {
    await app.page.evaluate((value) => {
      const label = [...document.querySelectorAll('*')].find(
        (element) => element.children.length === 0 && element.textContent.trim() === 'Production key',
      )!;
      let row: Element = label;
      while (!/[•x]{20}|•/.test(row.textContent) && row.parentElement && row.parentElement !== document.body) {
        row = row.parentElement;
      }
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeValue!.trim() !== 'Production key' && !/[A-Za-z]{3} [a-z]/.test(node.nodeValue!)) {
          node.nodeValue = value;
          return;
        }
      }
    }, text);
    await world.toolbarSays(app.page, /^Keyholder: (armed|degraded|blind)/);
  }
  const kept = JSON.stringify(await world.kept());
  expect(kept.includes(secret)).toBe(false);
  expect(kept.includes(secret.slice(0, 12))).toBe(false);
  note({
    chapter: 'pages',
    id: 'key cells',
    browser,
    what: 'The cell of a key: empty, masked, cut off, a key, turned round, lone surrogates, a megabyte',
    outcome: 'nothing thrown, nothing of it kept',
    figures: { texts: texts.length },
  });
});
