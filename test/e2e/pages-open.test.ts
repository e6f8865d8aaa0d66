/** Popup and dashboard come up under the strict policy of the manifest, without a word of complaint. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openChromium } from '../tools/chromium.ts';

let browser: Opened;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

test.each(['popup.html', 'dashboard.html'])('%s', async (name) => {
  const page = await browser.context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(`${browser.origin}/${name}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.title()).toBe('Keyholder for PandaDoc');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(complaints).toEqual([]);
  // The policy is in force: nothing may be asked for over the network.
  const answer = await page.evaluate(() =>
    fetch('https://app.pandadoc.com/').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
  expect(complaints.join(' ')).toContain('connect-src');
});
