/** A key planted wherever one can appear, in Firefox: found in nothing that is kept, handed out, shown or left on the disk. */
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { known, showsKeys, teamOf } from '../../e2e-firefox/support/scene.ts';
import type { Tab } from '../../e2e-firefox/support/tab.ts';
import { uuid } from '../../e2e-firefox/support/firefox.ts';
import { World } from '../../e2e-firefox/support/world.ts';
import { found, places, plantInPage, secrets } from '../canary.ts';
import { note } from '../ledger.ts';
import { downloaded, editKey, fill, kept, tell } from './support.ts';

const html = (tab: Tab): Promise<string> => tab.call(() => document.documentElement.outerHTML);

test('a planted key is found nowhere afterwards', { timeout: 400_000 }, async () => {
  const world = await World.open();
  let files = 0;
  let profile: string | null = null;
  const handedOut: string[] = [];
  try {
    await known(world);
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

    // Everything that is kept, shown or was said.
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
      if (!statSync(full).isFile()) continue;
      files += 1;
      const bytes = readFileSync(full);
      for (const place of places) {
        if (!name.includes(uuid) && (place === 'url' || place === 'page input')) continue;
        const secret = secrets[place];
        const there = bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'));
        expect(there, `${place} in ${name}`).toBe(false);
      }
    }
    expect(files).toBeGreaterThan(10);
  } finally {
    if (profile === null) await world.close();
    else rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  for (const place of places) {
    note({
      chapter: 'secrets',
      id: place,
      browser: 'Firefox',
      what: 'A planted key of 40 characters',
      outcome:
        'in no store, storage area, log, export, backup, page of ours, or file of the profile (this browser lends no heap snapshot and no ear on messages)',
      figures: { 'files out': handedOut.length, 'profile files': files },
    });
  }
});
