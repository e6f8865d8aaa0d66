/** Out and in again: what a snapshot holds, what its import says before it is applied, and what is refused. */
import { expect, test } from 'vitest';
import { App } from './support/app.ts';
import { exportSnapshot, importSnapshot, mappingTexts, previewImport, showsKeys } from './support/own-pages.ts';
import { firstDay, scene } from './support/scene.ts';
import { demoTags, digestOf, snapshotOf } from './support/seed.ts';
import { openWorld } from './support/world.ts';

const here = scene({}, firstDay(['EMEA Sales']));

interface Document extends Record<string, unknown> {
  keys: Record<string, unknown>[];
  workspaces: { id: string; name: string }[];
}

test('JSON out, everything wiped, JSON in: the same mapping', async () => {
  const popup = await here.world.own('popup.html');
  await showsKeys(popup, 9);
  const { name, text } = await exportSnapshot(popup);
  expect(name).toMatch(/^keyholder-us-[^/\\]+-\d{4}-\d{2}-\d{2}\.json$/);
  expect(name).toContain('Northwind');
  const document = JSON.parse(text) as Document;
  expect(document).toMatchObject({
    format: 'keyholder.snapshot',
    version: 1,
    region: 'us',
    organization: 'Northwind Trading',
  });
  expect(document['digest']).toBe(digestOf(document));
  expect(document.keys).toHaveLength(9);
  expect(document.workspaces).toHaveLength(6);
  const columns = async (page: Awaited<ReturnType<typeof here.world.own>>): Promise<string[]> =>
    // Readings are not imported, so the column that tells of them differs; what is known of the key does not.
    (await mappingTexts(page)).map((row) => row.replace(/(Key page never read|read [\w ]+?) (?=(US|EU)$)/, ''));

  const dashboard = await here.world.own('dashboard.html#/keys');
  await showsKeys(dashboard, 9);
  const before = await columns(dashboard);

  const fresh = await openWorld();
  try {
    const settings = await fresh.own('dashboard.html#/settings');
    const preview = await previewImport(settings, text);
    expect(await preview.innerText()).toContain('9 new, 0 changed, 0 unchanged, 0 rejected');
    await settings.getByRole('button', { name: 'Apply import' }).click();
    await settings.getByRole('status').filter({ hasText: 'Imported 9 keys' }).waitFor();
    const keys = await fresh.own('dashboard.html#/keys');
    await showsKeys(keys, 9);
    expect(await columns(keys)).toEqual(before);
    // Out again: the same mapping, field for field.
    const again = JSON.parse((await exportSnapshot(keys)).text) as Document;
    for (const field of ['workspaces', 'users', 'memberships'] as const) expect(again[field]).toEqual(document[field]);
    const facts = ({ provenance: _provenance, ...key }: Record<string, unknown>): Record<string, unknown> => key;
    expect(again.keys.map(facts)).toEqual(document.keys.map(facts));
    // In once more: nothing is new.
    const settings2 = await fresh.own('dashboard.html#/settings');
    expect(await (await previewImport(settings2, text)).innerText()).toContain(
      '0 new, 0 changed, 9 unchanged, 0 rejected',
    );
    expect(fresh.complaints).toEqual([]);
  } finally {
    await fresh.close();
  }
});

test('a guard on imported owners holds before any page was visited in this profile', async () => {
  const fresh = await openWorld();
  try {
    await importSnapshot(fresh, snapshotOf({ organization: fresh.lookalike.state.us, tags: demoTags }));
    const app = await App.open(fresh);
    await app.menu('integrations@northwind.example');
    await app.removeEntry.click();
    const { Keyholder } = await import('./support/keyholder.ts');
    const keyholder = await Keyholder.in(fresh, app.page);
    const warning = await keyholder.warning();
    expect(warning.items).toHaveLength(1);
    expect(app.removals()).toEqual([]);
  } finally {
    await fresh.close();
  }
});

test('the preview counts what would change; nothing changes before it is applied', async () => {
  const { world } = here;
  const changed = snapshotOf({
    organization: world.lookalike.state.us,
    tags: demoTags,
    ownerKnown: () => true,
    usedBy: { 'Customer Success production': ['Something else'] },
  });
  const settings = await world.own('dashboard.html#/settings');
  const text = await (await previewImport(settings, changed)).innerText();
  expect(text).toMatch(/0 new, \d changed, \d unchanged, 0 rejected/);
  const keys = await world.own('dashboard.html#/keys');
  await showsKeys(keys, 9);
  expect((await mappingTexts(keys)).join('\n')).not.toContain('Alex Morgan');
});

test.each([
  ['no JSON at all', 'workspace;key', /JSON/i],
  ['not a snapshot', '{"format":"something.else","version":1}', /snapshot/i],
  ['a newer version', '{"format":"keyholder.snapshot","version":2}', /newer|update/i],
])('%s is refused with a clear message', async (_name, text, message) => {
  const settings = await here.world.own('dashboard.html#/settings');
  await settings.getByLabel('Import mapping').setInputFiles({
    name: 'mapping.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await expect.poll(() => settings.getByRole('main').innerText()).toMatch(message);
  const apply = settings.getByRole('button', { name: 'Apply import' });
  expect((await apply.count()) === 0 || (await apply.isDisabled())).toBe(true);
});
