/** A mapping for the screens, whatever language they are in. */
import type { World } from '../e2e/support/world.ts';

/** Imports a snapshot, by what is the same in every language: the field's id, the one main button of the card. */
export async function fill(world: World, text: string): Promise<void> {
  const page = await world.own('dashboard.html#/settings');
  await page
    .locator('#import-file')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const apply = page.locator('.card', { has: page.locator('#import-file') }).locator('button.primary');
  await apply.click({ timeout: 60_000 });
  await apply.waitFor({ state: 'detached', timeout: 120_000 });
  await page.close();
}
