/**
 * What opens inside the screens: a comparison, two people merged, a what-if, a handover, the demo organization, and the
 * reports as they are printed, in both languages and schemes, wide and narrow; then every dialog, menu and notice that the
 * tests look at under axe (`every-state.browser.test.tsx`, and the parts in the page), in the pseudo-locale as well. With
 * `npm run screens -- flows states` only these; a language or a size as a further word leaves out the others. Into
 * `.output/screens/`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from '../e2e/support/until.ts';
import { openWorld, type World } from '../e2e/support/world.ts';
import { root } from '../tools/house.ts';
import { run } from '../tools/run.ts';
import { demoSnapshot } from './estates.ts';
import { fill } from './fill.ts';

const folder = path.join(root, '.output/screens');
mkdirSync(folder, { recursive: true });

const words = process.argv.slice(3);
/** Those of a kind that were asked for: all, where none was. */
function wanted<T extends string>(all: readonly T[]): T[] {
  const some = all.filter((each) => words.includes(each));
  return some.length > 0 ? some : [...all];
}

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 320, height: 800 } };

/** What the browser's language calls it. */
function catalogueOf(language: string): (key: string) => string {
  const file = path.join(root, `public/_locales/${language}/messages.json`);
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  return (key) => catalogue[key]!.message;
}

class Tour {
  readonly #world: World;
  readonly #language: string;
  readonly #text: (key: string) => string;

  constructor(world: World, language: string) {
    this.#world = world;
    this.#language = language;
    this.#text = catalogueOf(language);
  }

  #button(within: Page | Locator, key: string): Locator {
    return within.getByRole('button', { name: this.#text(key), exact: true }).first();
  }

  /** In every size and scheme, the whole page where it is longer than the window. */
  async #take(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await this.#picture(page, `${name}-${size}-${scheme}`);
      }
    }
    await page.setViewportSize(sizes.wide);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await this.#picture(page, `${name}-wide-forced`);
    await page.emulateMedia({ forcedColors: 'none' });
  }

  #picture(page: Page, name: string): Promise<Buffer> {
    return page.screenshot({
      path: path.join(folder, `flow-${name}-${this.#language}.png`),
      animations: 'disabled',
      fullPage: true,
    });
  }

  /** A stored snapshot, something changed, and what a comparison says of it. */
  async comparison(): Promise<void> {
    const page = await this.#world.own('dashboard.html#/snapshots');
    await page.getByLabel(this.#text('snapshots_label')).fill('Q3');
    await this.#button(page, 'ui_take_snapshot').click();
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    const changed = await this.#world.own('dashboard.html#/keys');
    await keyRowsOf(changed);
    for (const [index, id] of ['active', 'presumed-dead', 'revoked'].entries()) {
      await this.#editStatus(changed, index, id);
    }
    await changed.close();
    await this.#button(page, 'snapshots_compare_button').click();
    await until(async () => (await page.getByRole('table').count()) > 1, { what: 'the changes' });
    await this.#take(page, 'comparison');
    await page.close();
  }

  /** By hand, in the key's panel; a status has the same value in every language. */
  async #editStatus(page: Page, index: number, status: string): Promise<void> {
    const edit = this.#text('ui_edit_key').replaceAll(/\$\d/g, '.+');
    await page
      .getByRole('button', { name: new RegExp(`^${edit}$`) })
      .nth(index)
      .click();
    const dialog = page.getByRole('dialog');
    await dialog
      .locator('select')
      .filter({ has: page.locator(`option[value="${status}"]`) })
      .selectOption(status);
    await dialog.locator('button.primary').click();
    await dialog.waitFor({ state: 'detached' });
  }

  async merge(): Promise<void> {
    const page = await this.#world.own('dashboard.html#/owners');
    const boxes = page.getByRole('row').getByRole('checkbox');
    await until(async () => (await boxes.count()) > 3, { what: 'owners' });
    await boxes.nth(1).check();
    await boxes.nth(2).check();
    await this.#button(page, 'dashboard_bulk_merge').click();
    await page.getByRole('dialog').waitFor();
    await this.#take(page, 'merge');
    await page.close();
  }

  async whatIf(): Promise<void> {
    const page = await this.#world.own('dashboard.html#/handovers');
    await this.#button(page, 'whatif_open').click();
    const person = page.getByRole('combobox', { name: this.#text('whatif_person'), exact: true });
    await person.fill('dana');
    await page.getByRole('listbox').getByRole('option').first().click();
    await this.#button(page, 'whatif_add').click();
    await page.getByRole('region', { name: this.#text('whatif_result') }).waitFor();
    await this.#take(page, 'what-if');
    await page.close();
  }

  async handover(): Promise<void> {
    const page = await this.#world.own('dashboard.html#/handovers');
    await page.getByRole('combobox', { name: this.#text('dashboard_handover_find') }).fill('dana');
    await page.getByRole('listbox').getByRole('option').first().click();
    await this.#button(page, 'dashboard_handover_start').waitFor();
    await this.#take(page, 'handover-new');
    await this.#button(page, 'dashboard_handover_start').click();
    await page.getByRole('progressbar').first().waitFor();
    await this.#take(page, 'handover');
    await page.close();
  }

  /** The reports, on both kinds of paper. */
  async reports(): Promise<void> {
    const page = await this.#world.own('dashboard.html#/keys');
    await keyRowsOf(page);
    const exported = await this.#download(page, this.#text('ui_export'), /HTML/);
    await page.goto(page.url().replace(/#.*/, '#/workspaces'));
    const firstDay = await this.#download(page, this.#text('first_day'), /HTML/);
    for (const [name, file] of Object.entries({ report: exported, 'first-day': firstDay })) {
      const shown = await this.#world.context.newPage();
      await shown.goto(`file://${file}`);
      await this.#take(shown, name);
      await shown.emulateMedia({ media: 'print', colorScheme: 'light' });
      for (const format of ['A4', 'Letter']) {
        await shown.pdf({ format, path: path.join(folder, `flow-${name}-${format}-${this.#language}.pdf`) });
      }
      await shown.close();
    }
    await page.close();
  }

  async #download(page: Page, button: string, item: RegExp): Promise<string> {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: button, exact: true }).first().click();
    await page.getByRole('menuitem', { name: item }).click();
    const download = await downloading;
    const file = path.join(folder, `flow-${download.suggestedFilename()}`);
    await download.saveAs(file);
    return file;
  }

  /** The demo organization, in dashboard and popup. */
  async demo(): Promise<void> {
    for (const [name, address] of [
      ['demo-dashboard', 'dashboard.html?demo#/keys'],
      ['demo-popup', 'popup.html?demo'],
    ] as const) {
      const page = await this.#world.own(address);
      await until(async () => (await page.getByRole('row').count()) > 3, { what: 'the demo organization' });
      await this.#take(page, name);
      await page.close();
    }
  }
}

async function keyRowsOf(page: Page): Promise<void> {
  await until(async () => (await page.getByRole('row').count()) > 3, { what: 'keys in the table' });
}

for (const language of words.includes('states') ? [] : wanted(['en', 'de'])) {
  const world = await openWorld(language === 'en' ? {} : { language });
  try {
    await fill(world, demoSnapshot(world.lookalike.state.us));
    const tour = new Tour(world, language);
    for (const name of ['whatIf', 'handover', 'merge', 'comparison', 'reports', 'demo'] as const) {
      try {
        await tour[name]();
        console.log(`${language}: ${name}`);
      } catch (error) {
        console.error(`${language}: ${name}: ${String(error)}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await world.close();
  }
}

/** The lists of states, and which of them: whole views are in the matrix, with more data than here. */
const lists = [
  ['components/dashboard/every-state.browser.test.tsx', '^(?!.*, (empty|typical|demo|full)$)(?!every dialog)'],
  ['components/overlay/overlay.browser.test.ts', '^axe:'],
] as const;

for (const language of wanted(['en', 'de', 'pseudo'])) {
  for (const size of wanted(['wide', 'narrow'])) {
    process.env['VITE_KEYHOLDER_PICTURES'] = `${language} ${size} ${folder}`;
    for (const [file, names] of lists) {
      const code = await run('vitest', ['run', '--project', 'browser', '--reporter', 'dot', file, '-t', names]);
      if (code !== 0) process.exitCode = 1;
    }
  }
}
process.exit();
