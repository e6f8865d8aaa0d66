/** A world for each test, and what has to hold after every test: silence in all consoles, nobody else asked. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { demoTags, demoUses, snapshotOf } from '../../e2e/support/seed.ts';
import { until } from '../../e2e/support/until.ts';
import { App } from './app.ts';
import type { Prefs } from './firefox.ts';
import { Keyholder } from './keyholder.ts';
import type { Tab } from './tab.ts';
import { World } from './world.ts';

export interface Scene {
  readonly world: World;
  /** Complaints that the test expects; they are taken out of the list. */
  forgive(pattern: RegExp): void;
}

/**
 * A world for each test of this file.
 *
 * @param prefs of the browser, beside those of every test
 */
export function scene(prepared?: (world: World) => Promise<void>, prefs: Prefs = {}): Scene {
  let world: World | undefined;
  const forgiven: RegExp[] = [];
  beforeEach(async () => {
    forgiven.length = 0;
    world = await World.open(undefined, prefs);
    await prepared?.(world);
  });
  afterEach(async () => {
    if (!world) return;
    const { proxy } = world;
    const mine = world;
    world = undefined;
    const complaints = await mine.complaints().finally(() => mine.close());
    expect(complaints.filter(({ text }) => !forgiven.some((pattern) => pattern.test(text)))).toEqual([]);
    // Nothing and nobody in the browser asked for any other host.
    const allowed = new Set(['app.pandadoc.com:443', 'app.pandadoc.eu:443']);
    expect(proxy.asked.map(({ host }) => host).filter((host) => !allowed.has(host))).toEqual([]);
  });
  return {
    get world() {
      if (!world) throw new Error('Only inside a test.');
      return world;
    },
    forgive: (pattern) => forgiven.push(pattern),
  };
}

/** The keys of the table `Key mapping`: what each row says. */
export async function keyRows(tab: Tab): Promise<string[]> {
  const rows = await tab.all('[role=table] [role=row], table tr');
  const texts = await Promise.all(rows.map((row) => tab.textOf(row)));
  return texts
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => /(Production|Sandbox) key/i.test(text));
}

/** Waits until the table shows so many keys, and gives their rows. */
export async function showsKeys(tab: Tab, count: number): Promise<string[]> {
  let rows: string[] = [];
  return until(
    async () => {
      rows = await keyRows(tab);
      return rows.length === count && rows;
    },
    { what: `${count} keys in the table`, instead: () => rows.join('\n') },
  );
}

/** Waits until the row of a key fits. */
export async function keySays(
  tab: Tab,
  workspace: string,
  type: 'Production' | 'Sandbox',
  pattern: RegExp,
): Promise<void> {
  let row = '';
  await until(
    async () => {
      const rows = await keyRows(tab);
      row =
        rows.find((text) => text.includes(workspace) && text.toLowerCase().includes(`${type} key`.toLowerCase())) ?? '';
      return pattern.test(row);
    },
    { what: `${type} key of ${workspace}: ${String(pattern)}`, instead: () => row },
  );
}

/** Gives a file to `Import mapping`, and the preview's text. */
export async function previewImport(tab: Tab, text: string, name = 'mapping.json'): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'keyholder-import-')), name);
  writeFileSync(file, text);
  const input = await until(async () => (await tab.locate({ type: 'css', value: 'input[type=file]' }))[0], {
    what: '"Import mapping"',
  });
  await tab.chooseFile({ sharedId: input.sharedId }, file);
  return tab.textOf(await tab.find('[role=status]', /\d+ new, \d+ changed, \d+ unchanged, \d+ rejected/));
}

/** Imports a snapshot through the dashboard, as a person does. */
export async function importSnapshot(world: World, text: string): Promise<void> {
  const tab = await world.own('dashboard.html#/settings');
  await previewImport(tab, text);
  await tab.click(await tab.find('button', 'Apply import'));
  await tab.find('[role=status]', /Imported \d+ keys?/);
  await tab.close();
}

/** The demo organization with all owners known, as imported from a colleague. */
export async function known(world: World): Promise<void> {
  const organization = world.lookalike.state.us;
  await importSnapshot(world, snapshotOf({ organization, tags: demoTags, usedBy: demoUses }));
}

/** The member list of a workspace, with the guard armed. */
export async function teamOf(world: World, workspace: string): Promise<{ app: App; keyholder: Keyholder }> {
  const app = await App.open(world);
  await app.switchTo(workspace);
  await app.team();
  const keyholder = new Keyholder(world, app.tab);
  await keyholder.armed();
  return { app, keyholder };
}
