/** Popup and dashboard, by the names that `surface.md` promises. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';
import type { World } from './world.ts';

/** The table of all keys. */
export const mapping = (page: Page): Locator => page.getByRole('table', { name: 'Key mapping' });

/** The table's rows without its head. */
export const keyRows = (page: Page): Locator =>
  mapping(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

/** The row of one key. */
export const keyRow = (page: Page, workspace: string, type: 'Production' | 'Sandbox'): Locator =>
  keyRows(page)
    .filter({ has: page.getByRole('cell', { name: new RegExp(`^${escape(workspace)}`) }) })
    .filter({ hasText: new RegExp(`${type} key`, 'i') });

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Waits until the table shows so many keys. */
export async function showsKeys(page: Page, count: number): Promise<void> {
  let last = -1;
  await until(
    async () => {
      last = await keyRows(page).count();
      return last === count;
    },
    { what: `${count} keys in the table`, instead: () => `${last}` },
  );
}

/** What the table says, row by row, in the order of the text. */
export async function mappingTexts(page: Page): Promise<string[]> {
  const texts = await keyRows(page).allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).sort();
}

/** Chooses a person in the popup's `Can I remove…` and gives the answer's text. */
export async function canIRemove(page: Page, query: string, option: RegExp): Promise<Locator> {
  const field = page.getByRole('combobox', { name: 'Can I remove…' });
  await field.fill(query);
  await page.getByRole('option', { name: option }).first().click();
  const answer = page.getByRole('region', { name: 'Removal check' });
  await answer.waitFor();
  return answer;
}

/** Exports a snapshot and gives the file. */
export async function exportSnapshot(page: Page, format = 'JSON'): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export snapshot' }).click();
  await page.getByRole('menuitem', { name: format }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** A file to be chosen in a page; a text that the driver hands over itself is taken to pieces in the page's own thread. */
export function fileOf(text: string, name: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'keyholder-import-')), name);
  writeFileSync(file, text);
  return file;
}

/** Gives a file to `Import mapping`, and the preview's text. */
export async function previewImport(page: Page, text: string, name = 'mapping.json'): Promise<Locator> {
  await page.getByLabel('Import mapping').setInputFiles(fileOf(text, name));
  const preview = page.getByRole('status').filter({ hasText: /\d+ new, \d+ changed, \d+ unchanged, \d+ rejected/ });
  await preview.waitFor();
  return preview;
}

/** Imports a snapshot through the dashboard, as a person does. */
export async function importSnapshot(world: World, text: string): Promise<Page> {
  const page = await world.own('dashboard.html#/settings');
  await previewImport(page, text);
  await page.getByRole('button', { name: 'Apply import' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /Imported \d+ keys?/ })
    .waitFor();
  return page;
}
