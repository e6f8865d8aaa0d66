/** quality.md, section 7 "Page": documents of other kinds, addresses that only look like PandaDoc's, cells of keys. */
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { type CannedServer, startCanned } from '../../lookalike/canned.ts';
import { App } from '../../e2e/support/app.ts';
import { Keyholder } from '../../e2e/support/keyholder.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import { stays } from '../../e2e/support/until.ts';
import type { World } from '../../e2e/support/world.ts';
import {
  countPresses,
  doubleKeyRow,
  empty,
  guarded,
  impostors,
  keyTexts,
  setKeyText,
  shownKey,
  type StillLife,
  stillLife,
} from '../documents.ts';
import { note } from '../ledger.ts';
import { target } from '../page-attacks.ts';

const here = scene({}, firstDay(['EMEA Sales']));
const browser = 'Chromium' as const;
const dana = 'dana.okafor@northwind.example';
const app = 'app.pandadoc.com:443';

let server: CannedServer | undefined;
afterEach(() => server?.close());

async function takeStillLife(world: World): Promise<StillLife> {
  const opened = await App.open(world);
  await opened.switchTo('EMEA Sales');
  await opened.team();
  await (await Keyholder.in(world, opened.page)).badgeSays(dana, 'Owns 2 API keys');
  const still = await opened.page.evaluate(stillLife);
  await opened.page.close();
  return still;
}

/** Elements of ours beside the page's body. */
const hosts = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('html > :not(head, body, frameset)').length);

const removeButton = (page: Page) =>
  page
    .getByRole('row')
    .filter({ has: page.getByText(target, { exact: true }) })
    .getByRole('button', { name: 'Remove', exact: true });

test('documents of other kinds: read, drawn into and held as ever', async () => {
  const { world } = here;
  here.forgive(/Content Security Policy|status of 500|sandboxed|Quirks Mode/i);
  const still = await takeStillLife(world);
  server = await startCanned();
  world.proxy.lead(app, server.secure);
  for (const { name, of } of guarded) {
    server.answer(of(still));
    const page = await world.visit('settings/team');
    const keyholder = await Keyholder.in(world, page);
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    await page.evaluate(countPresses);
    await removeButton(page).click();
    expect((await keyholder.warning()).items, name).toHaveLength(1);
    await keyholder.keep();
    expect(await page.evaluate(() => Reflect.get(window, 'pressed') as number), name).toBe(0);
    await page.close();
    note({
      chapter: 'pages',
      id: `document: ${name}`,
      browser,
      what: 'The member list in a document of this kind',
      outcome: 'read, drawn into and held as in PandaDoc’s own',
    });
  }
});

test('documents that are none of PandaDoc’s: nothing of ours in them, nothing thrown', async () => {
  const { world } = here;
  here.forgive(/ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_SSL|ERR_TUNNEL/);
  server = await startCanned();
  world.proxy.lead(app, server.secure);
  for (const { name, canned } of empty) {
    server.answer(canned);
    const page = await world.visit('settings/team');
    await stays(async () => (await hosts(page)) === 0, `nothing of ours in ${name}`, 600);
    await page.close();
  }
  // The page's source, and the browser's own page of an error.
  const page = await world.context.newPage();
  server.answer({ body: '<!doctype html><title>x</title><p>Remove' });
  await page.goto('view-source:https://app.pandadoc.com/a/#/settings/team');
  await stays(async () => (await hosts(page)) === 0, 'nothing of ours in the source', 600);
  await server.close();
  await page.goto('https://app.pandadoc.com/a/#/settings/team').catch(() => undefined);
  await stays(async () => (await hosts(page)) === 0, 'nothing of ours in the error', 600);
  note({
    chapter: 'pages',
    id: 'documents that hold nothing',
    browser,
    what: `${empty.map(({ name }) => name).join(', ')}, the source of a page, the browser’s own page of an error`,
    outcome: 'nothing of ours in them, nothing thrown',
    figures: { documents: empty.length + 2 },
  });
});

test('addresses that only look like PandaDoc’s: nothing reads, nothing is drawn, nothing is held or stored', async () => {
  const { world } = here;
  const still = await takeStillLife(world);
  server = await startCanned();
  server.answer({ body: still.html });
  const before = JSON.stringify((await world.kept()).databases);
  for (const { name, url, host, plain } of impostors) {
    world.proxy.lead(host, plain ? server.plain : server.secure);
    const page = await world.context.newPage();
    await page.goto(`${url}#/settings/team`);
    const upgraded = plain === true && page.url().startsWith('https://');
    if (upgraded) {
      await page.close();
      note({
        chapter: 'pages',
        id: `address: ${name}`,
        browser,
        what: `A copy of the member list at ${url}`,
        outcome: 'the browser itself asks with TLS instead: there is no such page',
      });
      continue;
    }
    await page.evaluate(countPresses);
    await removeButton(page).click();
    expect(await page.evaluate(() => Reflect.get(window, 'pressed') as number), name).toBe(1);
    await stays(async () => (await hosts(page)) === 0, `nothing of ours at ${name}`, 600);
    await page.close();
    note({
      chapter: 'pages',
      id: `address: ${name}`,
      browser,
      what: `A copy of the member list at ${url.replace('\u0430', 'а (Cyrillic)')}`,
      outcome: 'nothing read, drawn, held or stored',
    });
  }
  expect(JSON.stringify((await world.kept()).databases)).toBe(before);
});

test('a document that the page writes anew: the removal is held, or the button says that nothing is guarded', async () => {
  const { world } = here;
  const still = await takeStillLife(world);
  server = await startCanned();
  world.proxy.lead(app, server.secure);
  server.answer({ body: still.html });
  const page = await world.visit('settings/team');
  const keyholder = await Keyholder.in(world, page);
  await keyholder.badgeSays(dana, 'Owns 2 API keys');
  await page.evaluate((html) => {
    document.open();
    document.write(html);
    document.close();
  }, still.html);
  await page.evaluate(countPresses);
  await keyholder.badgeSays(dana, 'Owns 2 API keys');
  await removeButton(page).click();
  expect((await keyholder.warning()).items).toHaveLength(1);
  expect(await page.evaluate(() => Reflect.get(window, 'pressed') as number)).toBe(0);
  note({
    chapter: 'pages',
    id: 'document.open',
    browser,
    what: 'The page writes its whole document anew',
    outcome: 'read, drawn into and held as before',
  });
});

test('key cells empty, masked, cut off, a megabyte long, one after the other: right line or none, no secret kept', async () => {
  const { world } = here;
  const opened = await App.open(world);
  await opened.switchTo('EMEA Sales');
  await opened.keys();
  const keyholder = await Keyholder.in(world, opened.page);
  await keyholder.armed();
  for (const text of keyTexts) {
    await opened.page.evaluate(setKeyText, text);
    await world.toolbarSays(opened.page, /^Keyholder: (armed|degraded|blind)/);
  }
  await opened.page.evaluate(doubleKeyRow);
  await world.toolbarSays(opened.page, /^Keyholder: (armed|degraded|blind)/);
  const kept = JSON.stringify(await world.kept());
  expect(kept.includes(shownKey)).toBe(false);
  expect(kept.includes(shownKey.slice(0, 12))).toBe(false);
  note({
    chapter: 'pages',
    id: 'key cells',
    browser,
    what: 'The cell of a key: empty, masked, cut off, a key, turned round, lone surrogates, a megabyte; its row three times',
    outcome: 'nothing thrown, nothing of it kept',
    figures: { texts: keyTexts.length },
  });
});
