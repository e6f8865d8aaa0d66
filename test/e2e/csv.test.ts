/** The mapping as CSV: out of one profile and into another, and as a spreadsheet saves it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exportSnapshot, mappingTexts, showsKeys } from './support/own-pages.ts';
import { largestSnapshot } from '../demo/estates.ts';
import { firstDay, scene } from './support/scene.ts';
import { openWorld } from './support/world.ts';

const here = scene({}, firstDay(['EMEA Sales']));
const counts = /(\d+) new, (\d+) changed, (\d+) unchanged, (\d+) rejected/;
// Readings are not imported, so the column that tells of them differs.
const columns = (rows: string[]): string[] =>
  rows.map((row) => row.replace(/(Key page never read|read [\w ]+?) (?=(US|EU)$)/, ''));

test('CSV out, CSV in elsewhere: the same keys, owners and workspaces; a table of Excel goes in, too', async () => {
  const dashboard = await here.world.own('dashboard.html#/keys');
  await showsKeys(dashboard, 9);
  const before = columns(await mappingTexts(dashboard));
  const popup = await here.world.own('popup.html');
  await showsKeys(popup, 9);
  const { name, text } = await exportSnapshot(popup, 'CSV');
  expect(name).toMatch(/^keyholder-us-Northwind[^/\\]*-\d{4}-\d{2}-\d{2}\.csv$/);

  const fresh = await openWorld();
  try {
    const settings = await fresh.own('dashboard.html#/settings');
    const preview = async (file: string, buffer: Buffer): Promise<string> => {
      await settings.getByLabel('Import mapping').setInputFiles({ name: file, mimeType: 'text/csv', buffer });
      const status = settings.getByRole('status').filter({ hasText: counts });
      await status.waitFor();
      return status.innerText();
    };
    expect(await preview(name, Buffer.from(text))).toContain('9 new, 0 changed, 0 unchanged, 0 rejected');
    await settings.getByRole('button', { name: 'Apply import' }).click();
    await settings.getByRole('status').filter({ hasText: 'Imported 9 keys' }).waitFor();
    const keys = await fresh.own('dashboard.html#/keys');
    await showsKeys(keys, 9);
    expect(columns(await mappingTexts(keys))).toEqual(before);
    expect((await exportSnapshot(keys, 'CSV')).text).toBe(text);

    const excel = readFileSync(path.join(import.meta.dirname, '../fixtures/csv/excel-de-csv.csv'));
    expect(await preview('mapping.csv', excel)).toContain('4 new, 0 changed, 0 unchanged, 0 rejected');
    await settings.getByText('it was read as windows-1252').waitFor();
    expect(fresh.complaints).toEqual([]);
  } finally {
    await fresh.close();
  }
});

test('an import of ten thousand keys is cancelled: what is said of it is what is stored', async () => {
  const fresh = await openWorld();
  try {
    const settings = await fresh.own('dashboard.html#/settings');
    const file = { name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(largestSnapshot()) };
    await settings.getByLabel('Import mapping').setInputFiles(file);
    await settings.getByRole('status').filter({ hasText: '10000 new, 0 changed' }).waitFor({ timeout: 60_000 });
    await settings.getByRole('button', { name: 'Apply import' }).click();
    await settings.getByRole('button', { name: 'Cancel' }).click();
    const stopped = settings.getByText('Cancelled. Nothing was changed.');
    const late = settings.getByText('It was written before it could be cancelled.');
    await stopped.or(late).waitFor({ timeout: 60_000 });
    const inTime = await stopped.isVisible();
    const keys = await fresh.own('dashboard.html#/keys');
    await keys.getByText(inTime ? /^0 keys, / : /^10,000 keys, /).waitFor();
    // Nothing is left behind that a second try would stumble over.
    if (inTime) await settings.getByRole('button', { name: 'Apply import' }).click();
    await settings.getByRole('status').filter({ hasText: 'Imported 10000 keys' }).waitFor({ timeout: 60_000 });
    await keys.getByText(/^10,000 keys, /).waitFor();
    expect(fresh.complaints).toEqual([]);
  } finally {
    await fresh.close();
  }
});
