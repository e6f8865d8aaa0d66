/** Popup and dashboard come up under the strict policy of the manifest, without a word of complaint. */
import { expect, test } from 'vitest';
import { scene } from './support/scene.ts';

const here = scene();

test.each(['popup.html', 'dashboard.html'])('%s', async (name) => {
  const { world } = here;
  const page = await world.context.newPage();
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await world.step(() => page.goto(`${world.origin}/${name}`));
  await world.step(() => page.getByRole('heading', { level: 1 }).waitFor());
  expect(await page.title()).toBe('Keyholder for PandaDoc');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(world.complaints).toEqual([]);
  // The policy is in force: nothing may be asked for over the network.
  const answer = await page.evaluate(() =>
    fetch('https://app.pandadoc.com/').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
  expect(world.complaints.map(({ text }) => text).join(' ')).toContain('connect-src');
  here.forgive(/connect-src|Refused to connect/);
});
