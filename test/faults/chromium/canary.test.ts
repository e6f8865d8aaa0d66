/** A key planted wherever one can appear, and looked for in everything that Keyholder keeps, says, hands out or shows. */
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { expect, test } from 'vitest';
import { App } from '../../e2e/support/app.ts';
import { Keyholder } from '../../e2e/support/keyholder.ts';
import { exportSnapshot, keyRow, mapping } from '../../e2e/support/own-pages.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import { until } from '../../e2e/support/until.ts';
import { found, places, plantInPage, secrets } from '../canary.ts';
import { note } from '../ledger.ts';
import { op, tell } from '../support.ts';

declare const chrome: Browser;

const here = scene({}, firstDay(['EMEA Sales']));

/** Everything on a context's heap, after garbage collection. */
async function heapOf(session: Pick<CDPSession, 'send' | 'on'>): Promise<string> {
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return parts.join('');
}

test('a planted key is found nowhere afterwards', { timeout: 400_000 }, async () => {
  const { world } = here;
  await (
    await world.worker()
  ).evaluate(() => {
    globalThis.told = [];
    chrome.runtime.onMessage.addListener((message: unknown) => {
      globalThis.told?.push(JSON.stringify(message));
      return undefined;
    });
  });
  const handedOut: string[] = [];

  // In PandaDoc's page: in the list of people and on the key page, while both are read.
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  const keyholder = await Keyholder.in(world, app.page);
  await keyholder.armed();
  await app.page.evaluate(plantInPage, secrets);
  await app.page.evaluate((secret) => {
    location.hash = `#/settings/team?key=${secret}`;
  }, secrets.url);
  await keyholder.armed();
  await app.keys();
  await app.page.evaluate(plantInPage, secrets);
  await keyholder.ownersSay('Owner: Dana Okafor', 'Owner: Northwind Integrations');
  const inPage = (await keyholder.tree.read())
    .filter(({ name }) => /^Owner|Keyholder/.test(name))
    .map(({ name }) => name)
    .join('\n');
  expect(found(inPage)).toEqual([]);

  // In our own pages.
  const popup = await world.own('popup.html');
  await popup.getByRole('searchbox', { name: 'Search keys' }).fill(secrets['popup search']);
  await popup.getByText('That was a key').waitFor();
  await popup.getByRole('button', { name: 'Which key is this?' }).click();
  await popup.getByLabel('Key, or its last four characters').fill(secrets['look-up']);
  await popup.getByText('Not in the mapping, as far as it is covered.').waitFor();
  expect(found(await popup.content())).toEqual([]);

  const dashboard = await world.own('dashboard.html#/keys');
  await mapping(dashboard).waitFor();
  await dashboard.getByRole('button', { name: 'Fingerprint a key' }).click();
  await dashboard.getByLabel('Paste the key').fill(secrets.fingerprint);
  await dashboard.getByText('The text is forgotten.').waitFor();
  await dashboard.getByRole('combobox', { name: 'Whose fingerprint it is' }).fill('EMEA');
  await dashboard.getByRole('option').first().click();
  await dashboard.getByRole('button', { name: 'Save fingerprint' }).click();
  await dashboard.getByText(/^Fingerprint saved/).waitFor();
  await dashboard.getByRole('searchbox', { name: 'Search keys' }).fill(secrets['dashboard search']);
  await dashboard.getByText('That was a key').waitFor();
  await dashboard.getByRole('searchbox', { name: 'Search keys' }).fill('EMEA');
  await keyRow(dashboard, 'EMEA Sales', 'Production').getByRole('button', { name: /^Edit/ }).click();
  const editor = dashboard.getByRole('dialog');
  await editor.getByLabel('Notes').fill(`the key is ${secrets.note}`);
  await editor.getByRole('button', { name: /^Save/ }).click();
  await dashboard
    .getByText(/looks like an API key/)
    .first()
    .waitFor();
  await editor.getByRole('button', { name: 'Close' }).click();

  // In files.
  const answers = [
    await tell(dashboard, 'own/preview-import', {
      text: JSON.stringify({ format: 'keyholder.snapshot', version: 1, notes: secrets['json cell'] }),
    }),
  ];
  const settings = await world.own('dashboard.html#/settings');
  await settings.getByLabel('Import mapping').setInputFiles({
    name: 'mapping.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`region,workspace,key_type,notes\nus,EMEA Sales,production,${secrets['csv cell']}\n`),
  });
  await settings
    .getByText(/1 rejected/)
    .first()
    .waitFor();
  expect(found(JSON.stringify(answers))).toEqual([]);
  expect(found(await settings.content())).toEqual([]);

  // Everything that comes out.
  for (const format of ['JSON', 'CSV', 'Markdown', 'HTML report']) {
    handedOut.push((await exportSnapshot(dashboard, format)).text);
  }
  const downloading = settings.waitForEvent('download');
  await settings.getByRole('button', { name: 'Export backup' }).click();
  handedOut.push(readFileSync(await (await downloading).path(), 'utf8'));
  for (const file of handedOut) {
    expect(file.length).toBeGreaterThan(500);
    expect(found(file)).toEqual([]);
  }

  // Everything that is kept or was said. Only the text of a snapshot file goes over whole, to be refused by its rows.
  expect(found(JSON.stringify(await world.kept()))).toEqual([]);
  const told = (await (await world.worker()).evaluate(() => globalThis.told)) ?? [];
  expect(told.length).toBeGreaterThan(10);
  const fromPages = told.filter((message) => message.includes('"page/'));
  expect(fromPages.length).toBeGreaterThan(3);
  expect(found(fromPages.join('\n'))).toEqual([]);
  expect(found(told.join('\n'), ['json cell'])).toEqual([]);
  expect(found(world.complaints.map(({ text }) => text).join('\n'))).toEqual([]);
  for (const address of ['popup.html', 'dashboard.html#/log', 'dashboard.html#/snapshots', 'dashboard.html#/keys']) {
    const page = await world.own(address);
    expect(found(await page.content()), address).toEqual([]);
    await page.close();
  }

  // What is still in memory, in pages that took a secret and in the worker.
  const heaps: Record<string, number> = {};
  for (const [name, page] of Object.entries({ popup, dashboard })) {
    const heap = await heapOf(await world.session(page));
    heaps[name] = heap.length;
    expect(heap.length).toBeGreaterThan(100_000);
    expect(found(heap), `heap of the ${name}`).toEqual([]);
  }
  expect(op()).not.toBe('');

  // What lies on the disk; an address of PandaDoc is the browser's own to remember, elsewhere than in our folders.
  await until(async () => (await world.kept()).databases['keyholder'] !== undefined, { what: 'the store' });
  const left = await world.leave();
  let files = 0;
  try {
    for (const file of globSync('**/*', { cwd: left.profile })) {
      const full = path.join(left.profile, file);
      if (!statSync(full).isFile()) continue;
      files += 1;
      const bytes = readFileSync(full);
      const ours = /chrome-extension_|Local Extension Settings|Extension State/.test(file);
      for (const place of places) {
        if (!ours && (place === 'url' || place === 'page input')) continue;
        const secret = secrets[place];
        const there = bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'));
        expect(there, `${place} in ${file}`).toBe(false);
      }
    }
  } finally {
    left.remove();
  }
  for (const place of places) {
    note({
      chapter: 'secrets',
      id: place,
      browser: 'Chromium',
      what: 'A planted key of 40 characters',
      outcome:
        'in no store, storage area, message of a content script, log, export, backup, page of ours, heap snapshot after garbage collection, or file of the profile',
      figures: { 'messages read': told.length, 'files out': handedOut.length, 'profile files': files },
    });
  }
});
