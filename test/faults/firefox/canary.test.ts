/** A key planted wherever one can appear, in Firefox: found in nothing that is kept, handed out, shown or left on the disk. */
import { globSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../../e2e/support/until.ts';
import type { App } from '../../e2e-firefox/support/app.ts';
import { known, showsKeys, teamOf } from '../../e2e-firefox/support/scene.ts';
import type { Keyholder } from '../../e2e-firefox/support/keyholder.ts';
import type { Node, Tab } from '../../e2e-firefox/support/tab.ts';
import { uuid } from '../../e2e-firefox/support/firefox.ts';
import { World } from '../../e2e-firefox/support/world.ts';
import { found as planted, partIn, places, plantInPage, secrets } from '../canary.ts';
import { note } from '../ledger.ts';
import { downloaded, editKey, fill, kept, tell } from './support.ts';

const holds = (bytes: Buffer, secret: string): boolean =>
  bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'));
const html = (tab: Tab): Promise<string> => tab.call(() => document.documentElement.outerHTML);

/** Writes down every message that goes through the extension. Runs in a page of ours, which is not asked. */
function listenToMessages(): void {
  const heard: string[] = [];
  Reflect.set(window, 'heard', heard);
  const { browser } = globalThis as unknown as {
    browser: { runtime: { onMessage: { addListener(hear: (message: unknown) => void): void } } };
  };
  browser.runtime.onMessage.addListener((message) => void heard.push(JSON.stringify(message)));
}

/** Shows the production key of the key page that is open, has a new one made, and gives both. */
async function shownAndMade({ tab }: App, keyholder: Keyholder): Promise<string[]> {
  const second = (name: string): Promise<Node> =>
    until(async () => (await tab.all('button', name))[1], { what: `a second "${name}"` });
  const secretIn = (where: string): Promise<string> =>
    until(
      async () => {
        const texts = await Promise.all((await tab.all(`${where} code`)).map((each) => tab.textOf(each)));
        return texts.find((text) => /^[0-9a-f]{40}$/.test(text));
      },
      { what: 'a key', instead: () => tab.text() },
    );
  await tab.hover(await tab.find('main *', 'Production key'));
  await tab.click(() => second('Show key'));
  const shown = await secretIn('main');
  await tab.click(() => second('Generate new key'));
  await keyholder.press('button', 'Generate anyway');
  await keyholder.noWarning();
  await tab.click(() => second('Generate new key'));
  await tab.click(() => tab.find('dialog[open] button', 'Generate'));
  const made = await secretIn('dialog[open]');
  await keyholder.says(/^Made /);
  await tab.click(() => tab.find('dialog[open] button', 'Done'));
  return [shown, made];
}

test('a planted key is found nowhere afterwards', { timeout: 400_000 }, async () => {
  const world = await World.open();
  let files = 0;
  let profile: string | null = null;
  const told: string[] = [];
  const handedOut: string[] = [];
  let real: string[] = [];
  /** Planted keys and those of PandaDoc that a text holds, whole or in part. */
  const found = (text: string): string[] => [...planted(text), ...real.flatMap((secret) => partIn(text, secret) ?? [])];
  try {
    await known(world);
    const ear = await world.own('dashboard.html#/help');
    await ear.callInPage(listenToMessages);
    // In PandaDoc's page: in the list of people and on the key page, while both are read.
    const { app, keyholder } = await teamOf(world, 'EMEA Sales');
    await app.tab.callInPage(plantInPage, secrets);
    await app.tab.call((secret: string) => {
      location.hash = `#/settings/team?key=${secret}`;
    }, secrets.url);
    await keyholder.armed();
    await app.keys();
    await app.tab.callInPage(plantInPage, secrets);
    await keyholder.ownersSay('Owner: Dana Okafor', 'Owner: Northwind Integrations');
    const shown = await shownAndMade(app, keyholder);
    expect(new Set(shown).size).toBe(2);
    real = world.lookalike.state.us.allSecrets();
    expect(real).toEqual(expect.arrayContaining(shown));
    expect(found(await keyholder.text())).toEqual([]);

    // In our own pages.
    const popup = await world.own('popup.html');
    await showsKeys(popup, 9);
    await fill(popup, 'Search keys', secrets['popup search'], 'searchbox');
    await popup.says(/That was a key/);
    await popup.click(await popup.find('button', 'Which key is this?'));
    await fill(popup, 'Key, or its last four characters', secrets['look-up']);
    await popup.says(/Not in the mapping, as far as it is covered\./);
    expect(found(await html(popup))).toEqual([]);
    const dashboard = await world.own('dashboard.html#/keys');
    await dashboard.click(await dashboard.find('button', 'Fingerprint a key'));
    await fill(dashboard, 'Paste the key', secrets.fingerprint);
    await dashboard.says(/The text is forgotten\./);
    await dashboard.focus(await dashboard.part('combobox', 'Whose fingerprint it is'));
    await dashboard.type('EMEA');
    await dashboard.click(() => dashboard.find('[role=option]'));
    await dashboard.click(await dashboard.find('button', 'Save fingerprint'));
    await dashboard.says(/Fingerprint saved/);
    await fill(dashboard, 'Search keys', secrets['dashboard search'], 'searchbox');
    await dashboard.says(/That was a key/);
    await fill(dashboard, 'Search keys', 'EMEA', 'searchbox');
    await editKey(dashboard, 'EMEA Sales');
    await fill(dashboard, 'Notes', `the key is ${secrets.note}`);
    await dashboard.click(await dashboard.find('button', /^Save/));
    await dashboard.says(/looks like an API key/);
    await dashboard.click(await dashboard.find('[role=dialog] button, dialog[open] button', 'Close'));

    // In files.
    const answer = await tell(dashboard, 'own/preview-import', {
      text: JSON.stringify({ format: 'keyholder.snapshot', version: 1, notes: secrets['json cell'] }),
    });
    expect(found(JSON.stringify(answer))).toEqual([]);
    const settings = await world.own('dashboard.html#/settings');
    const folder = mkdtempSync(path.join(tmpdir(), 'keyholder-canary-'));
    const file = path.join(folder, 'mapping.csv');
    writeFileSync(file, `region,workspace,key_type,notes\nus,EMEA Sales,production,${secrets['csv cell']}\n`);
    const [input] = await settings.locate({ type: 'css', value: 'input[type=file]' });
    await settings.chooseFile({ sharedId: input!.sharedId }, file);
    await settings.says(/1 rejected/);
    expect(found(await html(settings))).toEqual([]);
    rmSync(folder, { recursive: true });

    // Everything that comes out.
    handedOut.push(
      await downloaded(world, async () => {
        await dashboard.click(await dashboard.find('button', 'Export snapshot'));
        await dashboard.click(await dashboard.find('[role=menuitem]', 'JSON'));
      }),
      await downloaded(world, async () => settings.click(await settings.find('button', 'Export backup'))),
    );
    for (const text of handedOut) {
      expect(text.length).toBeGreaterThan(500);
      expect(found(text)).toEqual([]);
    }

    // Everything that is kept, shown or was said. Only the text of a file goes over whole, to be refused by its rows.
    told.push(...(await ear.callInPage(() => Reflect.get(window, 'heard') as string[])));
    const fromPages = told.filter((message) => message.includes('"page/'));
    expect(fromPages.length).toBeGreaterThan(3);
    expect(found(fromPages.join('\n'))).toEqual([]);
    expect(found(told.join('\n')).filter((place) => place !== 'json cell')).toEqual([]);
    const everything = await kept(settings);
    expect(everything.length).toBeGreaterThan(1_000);
    expect(found(everything)).toEqual([]);
    for (const address of ['popup.html', 'dashboard.html#/log', 'dashboard.html#/snapshots', 'dashboard.html#/keys']) {
      const tab = await world.own(address);
      expect(found(await html(tab)), address).toEqual([]);
      await tab.close();
    }
    expect(found((await world.complaints()).map(({ text }) => text).join('\n'))).toEqual([]);

    // What lies on the disk; an address and a field of PandaDoc's are the browser's own to remember.
    profile = await world.cut();
    for (const name of globSync('**/*', { cwd: profile })) {
      const full = path.join(profile, name);
      if (!lstatSync(full).isFile()) continue;
      files += 1;
      const bytes = readFileSync(full);
      for (const place of places) {
        if (!name.includes(uuid) && (place === 'url' || place === 'page input')) continue;
        expect(holds(bytes, secrets[place]), `${place} in ${name}`).toBe(false);
      }
      for (const secret of shown) expect(holds(bytes, secret), `a key of PandaDoc’s in ${name}`).toBe(false);
    }
    expect(files).toBeGreaterThan(10);
  } finally {
    if (profile === null) await world.close();
    else rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const [planting, showing] = ['A planted key of 40 characters', 'Keys that PandaDoc shows and makes'];
  for (const [place, what] of [
    ...places.map((each) => [each, planting] as const),
    ...(['key page, masked and revealed', 'dialog after Generate'] as const).map((each) => [each, showing] as const),
  ]) {
    note({
      chapter: 'secrets',
      id: place,
      browser: 'Firefox',
      what,
      outcome:
        'in no store, storage area, message of a content script, log, export, backup, page of ours, or file of the profile (this browser lends no heap snapshot with texts)',
      figures: { 'messages read': told.length, 'files out': handedOut.length, 'profile files': files },
    });
  }
});
