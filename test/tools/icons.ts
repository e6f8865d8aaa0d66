/**
 * Draws `public/icon/*.png`: a key whose bow is a person's head and shoulders — keys that hang on people.
 *
 *   node test/tools/icons.ts
 *
 * Small sizes have a drawing of their own, laid on the pixel grid; 128 keeps the margin that the Chrome store asks for.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './ensure-browser.ts';
import { root } from './house.ts';

const night = '#1d2b53';
const dusk = '#34498a';
const gold = '#ffc53d';

const ground = (id: string) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${dusk}"/><stop offset="1" stop-color="${night}"/></linearGradient>`;

/** On a 16 × 16 grid: ring, shaft and two teeth, whole pixels where edges are straight. */
const small = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <defs>${ground('g')}</defs>
  <rect width="16" height="16" rx="3.5" fill="url(#g)"/>
  <circle cx="5" cy="8" r="2.6" fill="none" stroke="${gold}" stroke-width="1.9"/>
  <path d="M8 7h6v4h-2v-2h-1v3h-2v-3h-1z" fill="${gold}"/>
</svg>`;

const large = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
  <defs>${ground('g')}</defs>
  <rect width="96" height="96" rx="21" fill="url(#g)"/>
  <g fill="${gold}">
    <path fill-rule="evenodd" d="M30 26a22 22 0 1 0 0 44a22 22 0 0 0 0-44zm0 9.5a12.5 12.5 0 1 1 0 25a12.5 12.5 0 0 1 0-25z"/>
    <path d="M49 42.500h35.500a3 3 0 0 1 3 3v19a3 3 0 0 1-3 3h-5a3 3 0 0 1-3-3v-10.500h-7v14.500a3 3 0 0 1-3 3h-5a3 3 0 0 1-3-3v-14.500h-10z"/>
    <circle cx="30" cy="44.800" r="4.300"/>
    <path d="M22.300 56.700a7.700 6.600 0 0 1 15.400 0a12.500 12.500 0 0 1-15.400 0z"/>
  </g>
</svg>`;

const icons = [
  { size: 16, drawing: small, margin: 0 },
  { size: 32, drawing: small, margin: 0 },
  { size: 48, drawing: large, margin: 0 },
  { size: 128, drawing: large, margin: 16 },
];

const browser = await chromium.launch({ executablePath: await ensureChromium() });
try {
  const page = await browser.newPage();
  const folder = path.join(root, 'public/icon');
  mkdirSync(folder, { recursive: true });
  for (const { size, drawing, margin } of icons) {
    await page.setViewportSize({ width: size, height: size });
    const image = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
    await page.setContent(
      `<body style="margin:0"><img src="${image}" style="display:block;box-sizing:border-box;width:${size}px;padding:${margin}px">`,
    );
    await page.locator('img').evaluate((img: HTMLImageElement) => img.decode());
    writeFileSync(path.join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
