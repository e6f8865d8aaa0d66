/** The pictures of the stores' listings, 1280 × 800 from the running extension, and the two tiles of the Chrome Web Store. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App } from '../e2e/support/app.ts';
import { Keyholder } from '../e2e/support/keyholder.ts';
import { canIRemove, importSnapshot, showsKeys } from '../e2e/support/own-pages.ts';
import { firstVisits } from '../e2e/support/visits.ts';
import { openWorld } from '../e2e/support/world.ts';
import { root } from '../tools/house.ts';
import { demoSnapshot } from './estates.ts';
import { Album } from './pictures.ts';

const size = { width: 1280, height: 800 };
const album = new Album(path.join(root, '.github/store/pictures'));
const world = await openWorld({});
const imported = await importSnapshot(world, demoSnapshot(world.lookalike.state.us));
await imported.close();
const app = await App.open(world);
await app.page.setViewportSize(size);
const keyholder = await Keyholder.in(world, app.page);
await firstVisits(world, app);
await app.switchTo('EMEA Sales');
await app.team();
await keyholder.badgeSays('integrations@northwind.example', 'Owns 1 API key');
await app.menu('integrations@northwind.example');
await app.removeEntry.click();
await keyholder.warning();
await album.page('1-warning', app.page);
await keyholder.keep();
await app.page.keyboard.press('Escape');

const popup = await world.own('popup.html');
await popup.setViewportSize(size);
await showsKeys(popup, 9);
await canIRemove(popup, 'Dana', /Dana Okafor/);
await album.page('2-can-i-remove', popup);

const dashboard = await world.own('dashboard.html#/map');
await dashboard.setViewportSize(size);
for (const [name, view] of [
  ['3-map', 'map'],
  ['4-keys', 'keys'],
  ['5-findings', 'findings'],
] as const) {
  await dashboard.goto(dashboard.url().replace(/#.*/, `#/${view}`));
  await dashboard.getByRole('heading', { level: 1 }).waitFor();
  await album.page(name, dashboard);
}

const { extension_description: said } = JSON.parse(
  readFileSync(path.join(root, 'public/_locales/en/messages.json'), 'utf8'),
) as Record<string, { message: string }>;
const icon = readFileSync(path.join(root, 'public/icon/128.png')).toString('base64');
for (const [name, width, height] of [
  ['tile-440x280', 440, 280],
  ['marquee-1400x560', 1400, 560],
] as const) {
  const tile = await world.context.newPage();
  await tile.setContent(
    `<style>body{margin:0;block-size:100vh;display:grid;place-content:center;justify-items:center;gap:4vh;background:#0e6a57;color:#fff;font:600 ${height / 11}px system-ui;text-align:center}img{inline-size:${height / 3}px;background:#fff;border-radius:22%}p{margin:0;max-inline-size:84vw;font:400 ${height / 19}px/1.35 system-ui}</style><img src="data:image/png;base64,${icon}" alt=""><div>Keyholder for PandaDoc</div><p>${said?.message ?? ''}</p>`,
  );
  await album.page(name, tile, { width, height });
  await tile.close();
}
if (world.complaints.length > 0) throw new Error(JSON.stringify(world.complaints, null, 2));
await world.close();
console.log(`${album.names.length} pictures in ${path.relative(root, album.folder)}/`);
process.exit(0);
