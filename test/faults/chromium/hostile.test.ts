/** quality.md, section 7 "Page", and clicks that are led astray: what a page may do to us, and what comes of it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { App } from '../../e2e/support/app.ts';
import { Keyholder } from '../../e2e/support/keyholder.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import { stays, until } from '../../e2e/support/until.ts';
import { openWorld, type World } from '../../e2e/support/world.ts';
import { note } from '../ledger.ts';
import { attacks, listen, look, type Place, placeOf, redress, target } from '../page-attacks.ts';
import { logged } from '../support.ts';

const here = scene({}, firstDay(['EMEA Sales']));
const browser = 'Chromium' as const;
const dana = 'dana.okafor@northwind.example';
/** `npm test` tries one of each kind, `npm run test:faults` all. */
const quick = process.env['KEYHOLDER_QUICK'] === '1';
const some = <T>(all: readonly T[]): readonly T[] => (quick ? all.slice(0, 1) : all);

async function team(world: World): Promise<{ app: App; keyholder: Keyholder }> {
  const app = await App.open(world);
  await app.switchTo('EMEA Sales');
  await app.team();
  const keyholder = await Keyholder.in(world, app.page);
  await keyholder.armed();
  await keyholder.badgeSays(dana, 'Owns 2 API keys');
  return { app, keyholder };
}

const placeIn = (page: Page, what: 'button' | 'entry'): Promise<Place | null> =>
  page.evaluate(placeOf, [what, target] as const);

/** Opens the menu of the member and gives where its entry is that removes. */
async function openMenu(page: Page): Promise<Place> {
  await page.bringToFront();
  return until(
    async () => {
      const button = await placeIn(page, 'button');
      if (button) await page.mouse.click(button.x, button.y);
      return until(() => placeIn(page, 'entry'), { what: 'the entry', timeoutMs: 1_000 });
    },
    { what: 'the menu', timeoutMs: 60_000 },
  );
}

describe('a hostile page', () => {
  test.each(some(attacks))(
    'a removal is held and it gains nothing: $name',
    async ({ name, plant, gained, late, forbidden }) => {
      const { world } = here;
      if (forbidden) here.forgive(forbidden);
      const { app, keyholder } = await team(world);
      if (!late) await app.page.evaluate(plant, target);
      let entry = await openMenu(app.page);
      if (late) {
        await app.page.evaluate(plant, target);
        // What it did may have moved or closed the menu, which shows with the next frames.
        await app.page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        entry = (await placeIn(app.page, 'entry')) ?? (await openMenu(app.page));
      }
      await app.page.mouse.click(entry.x, entry.y);
      expect((await keyholder.warning()).items).toHaveLength(1);
      expect(app.removals()).toEqual([]);
      if (gained) expect(await app.page.evaluate(gained)).toBe(null);
      expect(await logged(world, 'release')).toEqual([]);
      note({
        chapter: 'pages',
        id: name,
        browser,
        what: 'Planted in a list of people that is open',
        outcome: 'the removal is held as ever, nothing written, nothing learned',
      });
    },
  );

  test('a page’s script cannot learn that Keyholder is there: no id, file, global, event, message, timing entry', async () => {
    const { world } = here;
    // The page asks for our files; the browser says that it may not.
    here.forgive(/Failed to load resource/);
    await world.context.addInitScript(listen);
    const { app } = await team(world);
    const guarded = await app.page.evaluate(look, world.origin);
    const bare = await openWorld({ guarded: false });
    try {
      await bare.context.addInitScript(listen);
      const plain = await App.open(bare);
      await plain.switchTo('EMEA Sales');
      await plain.team();
      const unguarded = await plain.page.evaluate(look, world.origin);
      expect(guarded).toEqual(unguarded);
      expect(guarded).toMatchObject({
        files: [],
        attributes: [],
        resources: [],
        storage: [],
        databases: [],
        heard: [],
      });
    } finally {
      await bare.close();
    }
    note({
      chapter: 'pages',
      id: 'learning that Keyholder is there',
      browser,
      what: 'Files by id, globals, prototypes, attributes, timing entries, style sheets, storage, databases, events, messages: compared with a browser without Keyholder',
      outcome: 'no difference',
    });
  });
});

/** A part of the page as it looks once nothing in it moves any more. */
async function settled(page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<Buffer> {
  let last = await page.screenshot({ clip });
  return until(
    async () => {
      const next = await page.screenshot({ clip });
      const same = next.equals(last);
      last = next;
      return same && next;
    },
    { what: 'the page to stand still' },
  );
}

/** How far two pictures of one size are apart: the mean over all pixels and colours, of 255. Edges of letters may differ. */
async function difference(world: World, a: Buffer, b: Buffer): Promise<number> {
  const pictures = [a, b].map((picture) => picture.toString('base64'));
  return (await world.backstage()).evaluate(async (all) => {
    const [one, two] = await Promise.all(
      all.map(async (text) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        canvas.drawImage(bitmap, 0, 0);
        return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
      }),
    );
    let sum = 0;
    for (let at = 0; at < one!.length; at += 1) sum += Math.abs(one![at]! - two![at]!);
    return sum / one!.length;
  }, pictures);
}

describe('clicks led astray', () => {
  test.skipIf(quick)(
    'ways to hide the warning from the eye: no click releases anything',
    { timeout: 900_000 },
    async () => {
      const { world } = here;
      const { app, keyholder } = await team(world);
      for (const [name, attack] of some(redress)) {
        await app.beginRemoval(target);
        await keyholder.warning();
        await keyholder.tree.press(await keyholder.tree.one('radio', 'Outage accepted'));
        const button = await until(
          async () => {
            const found = await keyholder.tree.one('button', 'Remove anyway');
            return found.properties['disabled'] === true ? null : found;
          },
          { what: 'the button to be enabled' },
        );
        const box = (await keyholder.tree.box(button))!;
        const around = { x: box.x - 40, y: box.y - 60, width: box.width + 80, height: box.height + 70 };
        const before = await settled(app.page, around);
        await app.page.evaluate(attack);
        // The browser's word on what is visible comes with the next frames.
        await app.page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 400)));
        // In the top layer the page's styles do not reach it: what is in plain sight may be pressed.
        const plain = (await difference(world, before, await settled(app.page, around))) < 4;
        if (plain) await keyholder.keep();
        for (let click = 0; click < (plain ? 0 : 3); click += 1) {
          await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 30 });
        }
        await stays(async () => (await logged(world, 'release')).length === 0, `nothing released by: ${name}`, 900);
        expect(app.removals()).toEqual([]);
        note({
          chapter: 'redress',
          id: name,
          browser,
          what: 'Three clicks of the real mouse where the button is',
          outcome: plain ? 'no effect: the warning stands in plain sight' : 'nothing released, nothing sent',
        });
        for (const page of world.context.pages()) {
          if (page.url().startsWith(world.origin) && !page.url().endsWith('manifest.json')) await page.close();
        }
        await app.page.bringToFront();
        await app.page.reload();
        await keyholder.armed();
      }
      // The same without an attack does release: the clicks above went where they were meant to.
      await app.beginRemoval(target);
      await keyholder.warning();
      await keyholder.release('Outage accepted');
      await until(async () => (await logged(world, 'release')).length === 1, { what: 'the release in the log' });
    },
  );
});
