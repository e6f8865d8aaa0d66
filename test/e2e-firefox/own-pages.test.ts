/** Popup and dashboard in Firefox: "Can I remove…", and the mapping out and in again as a file. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoTags, snapshotOf } from '../e2e/support/seed.ts';
import { until } from '../e2e/support/until.ts';
import { known, previewImport, scene, showsKeys } from './support/scene.ts';
import { World } from './support/world.ts';

const here = scene(known);

interface Document extends Record<string, unknown> {
  keys: Record<string, unknown>[];
}

/** Exports a snapshot from the dashboard, and reads what came into the downloads. */
async function exportSnapshot(world: World): Promise<{ name: string; document: Document }> {
  const tab = await world.own('dashboard.html#/keys');
  const { downloads } = world.firefox;
  const before = readdirSync(downloads).length;
  await tab.click(await tab.find('button', 'Export snapshot'));
  await tab.click(await tab.find('[role=menuitem]', 'JSON'));
  return until(
    () => {
      const names = readdirSync(downloads).filter((file) => file.endsWith('.json'));
      const [name] = names.slice(before);
      if (name === undefined) return null;
      return { name, document: JSON.parse(readFileSync(path.join(downloads, name), 'utf8')) as Document };
    },
    { what: 'a snapshot in the downloads', instead: () => readdirSync(downloads).join(' ') },
  );
}

test.each([
  ['Northwind Integrations', /Northwind Integrations/, /^Critical/, 1],
  // Nobody has looked at any list yet: that he owns nothing is not known.
  ['Jonas', /Jonas Lindqvist/, /^Not known/, 0],
])('Can I remove… %s', async (query, option, start, count) => {
  const popup = await here.world.own('popup.html');
  await showsKeys(popup, 9);
  await popup.click(await popup.find('[role=combobox], input', 'Can I remove…'));
  await popup.type(query);
  await popup.click(await popup.find('[role=option]', option));
  const [answer] = await until(
    async () => {
      const found = await popup.locate({ type: 'accessibility', value: { role: 'region', name: 'Removal check' } });
      return found.length === 1 && found;
    },
    { what: 'the answer', instead: () => popup.text() },
  );
  expect(await popup.textOf(answer!)).toMatch(start);
  expect(await popup.all('li', undefined, answer)).toHaveLength(count);
});

test('JSON out of one browser and into another: the same keys, and nothing new the second time', async () => {
  const { name, document } = await exportSnapshot(here.world);
  expect(name).toMatch(/^keyholder-us-Northwind[^/\\]*-\d{4}-\d{2}-\d{2}\.json$/);
  expect(document.keys).toHaveLength(9);
  const text = JSON.stringify(document);
  const fresh = await World.open();
  try {
    const settings = await fresh.own('dashboard.html#/settings');
    expect(await previewImport(settings, text)).toContain('9 new, 0 changed, 0 unchanged, 0 rejected');
    await settings.click(await settings.find('button', 'Apply import'));
    await settings.find('[role=status]', /Imported 9 keys/);
    const again = (await exportSnapshot(fresh)).document;
    const facts = ({ provenance: _provenance, ...key }: Record<string, unknown>): Record<string, unknown> => key;
    expect(again.keys.map(facts)).toEqual(document.keys.map(facts));
    for (const field of ['workspaces', 'users', 'memberships']) expect(again[field]).toEqual(document[field]);
    const second = await fresh.own('dashboard.html#/settings');
    expect(await previewImport(second, text)).toContain('0 new, 0 changed, 9 unchanged, 0 rejected');
    expect(await fresh.complaints()).toEqual([]);
  } finally {
    await fresh.close();
  }
});

test('a newer file is refused with a clear word, and so is one that was changed by hand', async () => {
  const settings = await here.world.own('dashboard.html#/settings');
  const input = await settings.locate({ type: 'css', value: '#import-file' });
  expect(input).toHaveLength(1);
  const text = snapshotOf({ organization: here.world.lookalike.state.us, tags: demoTags });
  await expect(previewImport(settings, text.replace('"version": 1', '"version": 2'))).rejects.toThrow();
  await settings.says(/newer|update/i);
});
