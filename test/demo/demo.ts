/** The demo itself: runs once browser, lookalike and package are there (`start.ts` sees to that). */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { App } from '../e2e/support/app.ts';
import { Keyholder } from '../e2e/support/keyholder.ts';
import { canIRemove, exportSnapshot, importSnapshot, showsKeys } from '../e2e/support/own-pages.ts';
import { firstVisits } from '../e2e/support/visits.ts';
import { type World, openWorld } from '../e2e/support/world.ts';
import { root } from '../tools/house.ts';
import { demoSnapshot } from './estates.ts';
import { Album } from './pictures.ts';

const say = (text: string): void => console.log(text);
/** What an admin has on the second day: everything visited, most owners said. */
async function secondDay(world: World): Promise<App> {
  const dashboard = await importSnapshot(world, demoSnapshot(world.lookalike.state.us));
  const app = await App.open(world);
  await firstVisits(world, app);
  await dashboard.close();
  await app.switchTo('EMEA Sales');
  await app.team();
  await (await Keyholder.in(world, app.page)).armed();
  return app;
}

/** The browser stays open, and this ends when it is closed. */
export async function stayOpen(): Promise<void> {
  const world = await openWorld({ headless: false });
  const closed = new Promise<void>((resolve) => world.context.once('close', () => resolve()));
  process.once('SIGINT', () => void world.context.close());
  const app = await secondDay(world);
  const dashboard = await world.own('dashboard.html#/keys');
  for (const page of world.context.pages()) if (page !== app.page && page !== dashboard) await page.close();
  await app.page.bringToFront();
  say(`
The browser is open. You are Priya Raman, Org Admin of Northwind Trading (a lookalike on this machine; nothing leaves it).

  1. Team and seats: the badges say who owns API keys.
  2. "…" at Northwind Integrations, Remove: Keyholder stands in front of it. "Keep user" leaves everything as it was.
  3. Once more, choose a reason, "Remove anyway": your next click goes through, and the key is presumed dead.
  4. Dev Center › Configuration: whose key is it? Set an owner, change the owner type.
  5. The key symbol in the toolbar (pin it): ask "Can I remove…" for Dana Okafor.
  6. The dashboard's tab: search, tags, export.

Close the browser when you are done.`);
  await closed;
  await world.close();
}

/** The demo walks by itself and leaves pictures and a snapshot. */
export async function walk(): Promise<void> {
  const folder = path.join(root, '.output/demo');
  rmSync(folder, { recursive: true, force: true });
  const album = new Album(folder);
  const world = await openWorld({ headless: true });
  try {
    say('No display: the demo walks by itself.');
    const app = await secondDay(world);
    const keyholder = await Keyholder.in(world, app.page);
    say('1. Every workspace was visited: nine keys, and badges at the people who own them.');
    await keyholder.badgeSays('integrations@northwind.example', 'Owns 1 API key');
    await album.page('badges', app.page);

    say('2. An owner is said in the page: the sandbox key of People Operations is Alex Morgan’s.');
    await app.switchTo('People Operations');
    await app.keys();
    await keyholder.ownersSay('Owner unknown');
    await keyholder.setOwner(0, 'alex.morgan@', /Alex Morgan/);
    await keyholder.ownersSay('Owner: Alex Morgan');
    await album.page('owner', app.page);

    say('3. Northwind Integrations is to be removed: held, before anything is sent.');
    await app.switchTo('EMEA Sales');
    await app.team();
    await keyholder.badgeSays('integrations@northwind.example', 'Owns 1 API key');
    await app.menu('integrations@northwind.example');
    await app.removeEntry.click();
    const { name, items } = await keyholder.warning();
    await album.page('warning', app.page);
    say(`   ${name}: ${items.join('; ')}`);

    say('4. "Keep user": nothing was sent.');
    await keyholder.keep();
    if (app.removals().length > 0) throw new Error('A removal was sent, though it was held.');

    say('5. Once more, with a reason and "Remove anyway": the next click goes through.');
    await app.page.keyboard.press('Escape');
    await app.menu('integrations@northwind.example');
    await app.removeEntry.click();
    await keyholder.warning();
    await keyholder.release('Handover done');
    if (!(await app.removeEntry.isVisible())) await app.menu('integrations@northwind.example');
    await app.removeEntry.click();
    await app.confirm.click();
    await app.toast('Northwind Integrations was removed').waitFor();

    say('6. "Can I remove Dana Okafor?"');
    const popup = await world.own('popup.html');
    await popup.setViewportSize({ width: 420, height: 600 });
    await showsKeys(popup, 9);
    const answer = await canIRemove(popup, 'Dana', /Dana Okafor/);
    say(`   ${(await answer.innerText()).split('\n').filter(Boolean).slice(0, 2).join(': ')}`);
    await album.page('popup', popup);

    say('7. The dashboard, and the mapping as a snapshot.');
    const dashboard = await world.own('dashboard.html#/keys');
    await dashboard
      .getByText(/presumed dead/i)
      .first()
      .waitFor();
    await album.page('dashboard', dashboard);
    const snapshot = await exportSnapshot(dashboard);
    writeFileSync(path.join(folder, snapshot.name), snapshot.text);
    say(`
In ${path.relative(process.cwd(), folder)}/: ${album.names.map((each) => `${each}.png`).join(', ')}, ${snapshot.name}`);
    if (world.complaints.length > 0) throw new Error(`Complaints: ${JSON.stringify(world.complaints, null, 2)}`);
  } finally {
    await world.close();
  }
}
