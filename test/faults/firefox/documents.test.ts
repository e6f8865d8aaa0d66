/** quality.md, section 7 "Page" in Firefox: other documents, addresses that only look like PandaDoc's, cells of keys. */
import { afterEach, expect, test } from 'vitest';
import { type CannedServer, startCanned } from '../../lookalike/canned.ts';
import { stays } from '../../e2e/support/until.ts';
import { App } from '../../e2e-firefox/support/app.ts';
import { Keyholder } from '../../e2e-firefox/support/keyholder.ts';
import { known, scene, teamOf } from '../../e2e-firefox/support/scene.ts';
import { Tab, type Node } from '../../e2e-firefox/support/tab.ts';
import type { World } from '../../e2e-firefox/support/world.ts';
import {
  countPresses,
  doubleKeyRow,
  empty,
  guarded,
  impostors,
  keyTexts,
  longestPause,
  setKeyText,
  shownKey,
  type StillLife,
  stillLife,
  watchPauses,
} from '../documents.ts';
import { note } from '../ledger.ts';
import { target } from '../page-attacks.ts';
import { kept } from './support.ts';

// The browser's own wish for TLS would hide what is asked for without.
const here = scene(known, { 'dom.security.https_first': false });
const browser = 'Firefox' as const;
const dana = 'dana.okafor@northwind.example';
const app = 'app.pandadoc.com:443';

let server: CannedServer | undefined;
afterEach(() => server?.close());

async function takeStillLife(world: World): Promise<StillLife> {
  const opened = await teamOf(world, 'EMEA Sales');
  await opened.keyholder.badgeSays(dana, 'Owns 2 API keys');
  const still = await opened.app.tab.callInPage(stillLife);
  await opened.app.tab.close();
  return still;
}

const hosts = (tab: Tab): Promise<number> =>
  tab.call(() => document.querySelectorAll('html > :not(head, body, frameset)').length);

const pressed = (tab: Tab): Promise<number> => tab.callInPage(() => Reflect.get(window, 'pressed') as number);

/** Presses the button that removes somebody. */
async function pressRemove(tab: Tab): Promise<void> {
  const rows = await tab.all('tbody tr');
  const texts = await Promise.all(rows.map((row) => tab.textOf(row)));
  const row = rows[texts.findIndex((text) => text.split(/\s+/).includes(target))] as Node;
  await tab.click(await tab.find('button', 'Remove', row));
}

test('documents of other kinds: read, drawn into and held as ever', async () => {
  const { world } = here;
  here.forgive(/Content-Security-Policy|Content Security Policy|Quirks Mode|sandbox/i);
  const still = await takeStillLife(world);
  await world.firefox.bidi.send('script.addPreloadScript', { functionDeclaration: watchPauses.toString() });
  server = await startCanned();
  world.proxy.lead(app, server.secure);
  for (const { name, of } of guarded) {
    server.answer(of(still));
    const tab = await world.visit('settings/team');
    const keyholder = new Keyholder(world, tab);
    await keyholder.badgeSays(dana, 'Owns 2 API keys');
    await tab.callInPage(countPresses);
    await pressRemove(tab);
    expect((await keyholder.warning()).items, name).toHaveLength(1);
    expect(await pressed(tab), name).toBe(0);
    // Ours and the page's own together; the browser ends a content script after five seconds.
    const pause = await tab.callInPage(longestPause);
    expect(pause, name).toBeLessThan(2_500);
    await tab.close();
    note({
      chapter: 'pages',
      id: `document: ${name}`,
      browser,
      what: 'The member list in a document of this kind',
      outcome: 'read, drawn into and held as in PandaDoc’s own',
      figures: { 'longest wait of the page, ms': pause },
    });
  }
});

test('documents that are none of PandaDoc’s: nothing of ours in them, nothing thrown', async () => {
  const { world } = here;
  here.forgive(/Quirks Mode|encoding/i);
  server = await startCanned();
  world.proxy.lead(app, server.secure);
  for (const { name, canned } of empty) {
    server.answer(canned);
    const tab = await world.visit('settings/team');
    await stays(async () => (await hosts(tab)) === 0, `nothing of ours in ${name}`, 600);
    await tab.close();
  }
  await server.close();
  const tab = await Tab.open(world.firefox.bidi);
  await tab.goto('https://app.pandadoc.com/a/#/settings/team', 'none').catch(() => undefined);
  await stays(async () => (await hosts(tab)) === 0, 'nothing of ours in the error', 600);
  note({
    chapter: 'pages',
    id: 'documents that hold nothing',
    browser,
    what: `${empty.map(({ name }) => name).join(', ')}, the browser’s own page of an error`,
    outcome: 'nothing of ours in them, nothing thrown',
    figures: { documents: empty.length + 1 },
  });
});

test('addresses that only look like PandaDoc’s: nothing reads, nothing is drawn, nothing is held or stored', async () => {
  const { world } = here;
  const still = await takeStillLife(world);
  const popup = await world.own('popup.html');
  server = await startCanned();
  server.answer({ body: still.html });
  // The event page writes down when it has last looked for what is due, and looks whenever it wakes.
  const all = async (): Promise<string> => (await kept(popup)).replace(/"daily-look":\{.*?\}/, '');
  const before = await all();
  for (const { name, url, host, plain } of impostors) {
    world.proxy.lead(host, plain ? server.plain : server.secure);
    const tab = await Tab.open(world.firefox.bidi);
    await tab.goto(`${url}#/settings/team`);
    expect(await tab.call(() => location.protocol), name).toBe(new URL(url).protocol);
    await tab.callInPage(countPresses);
    await pressRemove(tab);
    expect(await pressed(tab), name).toBe(1);
    await stays(async () => (await hosts(tab)) === 0, `nothing of ours at ${name}`, 600);
    await tab.close();
  }
  expect(await all()).toBe(before);
  for (const { name, url } of impostors) {
    note({
      chapter: 'pages',
      id: `address: ${name}`,
      browser,
      what: `A copy of the member list at ${url.replace('\u0430', 'а (Cyrillic)')}`,
      outcome: 'nothing read, drawn, held or stored',
    });
  }
});

test('a document that the page writes anew: the removal is held', async () => {
  const { world } = here;
  const still = await takeStillLife(world);
  server = await startCanned();
  world.proxy.lead(app, server.secure);
  server.answer({ body: still.html });
  const tab = await world.visit('settings/team');
  const keyholder = new Keyholder(world, tab);
  await keyholder.badgeSays(dana, 'Owns 2 API keys');
  await tab.callInPage((html: string) => {
    document.open();
    document.write(html);
    document.close();
  }, still.html);
  await tab.callInPage(countPresses);
  await keyholder.badgeSays(dana, 'Owns 2 API keys');
  await pressRemove(tab);
  expect((await keyholder.warning()).items).toHaveLength(1);
  expect(await pressed(tab)).toBe(0);
  note({
    chapter: 'pages',
    id: 'document.open',
    browser,
    what: 'The page writes its whole document anew',
    outcome: 'read, drawn into and held as before',
  });
});

test('key cells empty, masked, cut off, a megabyte long, one after the other: no secret kept', async () => {
  const { world } = here;
  const opened = await App.open(world);
  await opened.switchTo('EMEA Sales');
  await opened.keys();
  const keyholder = new Keyholder(world, opened.tab);
  await keyholder.armed();
  for (const text of keyTexts) {
    await opened.tab.callInPage(setKeyText, text);
    await world.toolbarSays(opened.tab, /^Keyholder: (armed|degraded|blind)/);
  }
  await opened.tab.callInPage(doubleKeyRow);
  await world.toolbarSays(opened.tab, /^Keyholder: (armed|degraded|blind)/);
  const all = await kept(await world.own('popup.html'));
  expect(all.includes(shownKey)).toBe(false);
  expect(all.includes(shownKey.slice(0, 12))).toBe(false);
  note({
    chapter: 'pages',
    id: 'key cells',
    browser,
    what: 'The cell of a key: empty, masked, cut off, a key, turned round, lone surrogates, a megabyte; its row three times',
    outcome: 'nothing thrown, nothing of it kept',
    figures: { texts: keyTexts.length },
  });
});
