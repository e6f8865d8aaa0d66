/** Every screen × size × scheme × language × amount of data, from the running extension, and one page to look at them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { allViews } from '../../components/dashboard/views.ts';
import { until } from '../e2e/support/until.ts';
import { openWorld, packageFolder, type World } from '../e2e/support/world.ts';
import { root } from '../tools/house.ts';
import { pseudoCatalogue } from '../tools/pseudo.ts';
import { fill } from './fill.ts';
import { demoSnapshot, largestSnapshot, longSnapshot } from './estates.ts';

const words = process.argv.slice(3);
const wants = (name: string): boolean => words.every((word) => name.split(/[ /]/).includes(word));
const folder = path.join(root, '.output/screens');
if (words.length === 0) rmSync(folder, { recursive: true, force: true });

const sizes = {
  popup: { width: 440, height: 600 },
  wide: { width: 1280, height: 800 },
  narrow: { width: 320, height: 800 },
};
const schemes = ['light', 'dark', 'forced'] as const;

/** The package with every English text accented and longer. */
function pseudoPackage(): string {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'keyholder-pseudo-')), 'package');
  cpSync(packageFolder(), copy, { recursive: true });
  const file = path.join(copy, '_locales/en/messages.json');
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  writeFileSync(file, JSON.stringify(pseudoCatalogue(catalogue)));
  return copy;
}

const built = packageFolder();
const languages = { en: { folder: built }, de: { folder: built, language: 'de' }, pseudo: { folder: pseudoPackage() } };
const data: Record<string, ((world: World) => string) | null> = {
  empty: null,
  typical: (world) => demoSnapshot(world.lookalike.state.us),
  largest: largestSnapshot,
  worst: longSnapshot,
};

const taken: string[] = [];

async function take(page: Page, name: string): Promise<void> {
  const file = path.join(folder, `${name.replaceAll(' ', '-')}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  taken.push(path.basename(file));
}

for (const [language, from] of Object.entries(languages)) {
  for (const [amount, textOf] of Object.entries(data)) {
    const cells = ['popup', ...allViews].flatMap((screen) =>
      (screen === 'popup' ? (['popup', 'narrow'] as const) : (['wide', 'narrow'] as const)).flatMap((size) =>
        schemes.map((scheme) => ({ screen, size, scheme, name: `${screen} ${amount} ${language} ${size} ${scheme}` })),
      ),
    );
    const wanted = cells.filter(({ name }) => wants(name));
    if (wanted.length === 0) continue;
    process.env['KEYHOLDER_PACKAGE'] = from.folder;
    const world = await openWorld('language' in from ? { language: from.language } : {});
    try {
      if (textOf) await fill(world, textOf(world));
      const pages = { popup: await world.own('popup.html'), dashboard: await world.own('dashboard.html#/keys') };
      for (const { screen, size, scheme, name } of wanted) {
        const page = screen === 'popup' ? pages.popup : pages.dashboard;
        await page.setViewportSize(sizes[size]);
        const forced = scheme === 'forced';
        await page.emulateMedia({
          colorScheme: forced ? 'light' : scheme,
          forcedColors: forced ? 'active' : 'none',
        });
        if (screen !== 'popup') await page.goto(page.url().replace(/#.*/, `#/${screen}`));
        await until(async () => page.locator('main > *').first().isVisible(), { what: `${screen} to be drawn` });
        await take(page, name);
      }
      if (world.complaints.length > 0) throw new Error(JSON.stringify(world.complaints, null, 2));
      console.log(`${language}, ${amount}: ${wanted.length} pictures`);
    } finally {
      await world.close();
    }
  }
}
process.env['KEYHOLDER_PACKAGE'] = built;

writeFileSync(
  path.join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Screens</title><style>body{font:14px system-ui;display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{display:block;max-width:420px;border:1px solid #999}</style>${taken
    .map(
      (file) =>
        `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${file}</figcaption></figure>`,
    )
    .join('')}`,
);
console.log(`${taken.length} pictures in ${path.relative(root, folder)}/index.html`);
process.exit(0);
