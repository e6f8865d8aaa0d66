/** The policy in the settings, in Chromium. */
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { emptyRoot } from '../../test/samples/root.ts';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyShelf, readCsv, sampleArchive } from '../../test/samples/archive.ts';
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { defaultPolicy, type Policy } from '../../lib/domain/policy.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import { policyText } from '../../lib/imports/policy-file.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 900);
const both = recordsOf([northwind, northwindEu], sampleNow);

async function show(records: MappingRecords = both): Promise<ReturnType<typeof sampleServices>> {
  const services = sampleServices(records);
  const content = { ...records, handovers: [], readings: [], snapshots: [], log: [], meta: [] };
  const model = createDashboardModel(services, '#/settings', sampleArchive(content), emptyShelf, readCsv);
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return services;
}

const card = () => page.getByRole('heading', { name: 'Policy', exact: true });
const field = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const saved = (services: ReturnType<typeof sampleServices>) =>
  services.sent.filter(({ type }) => type === 'own/save-policy').map(({ body }) => body);
const withPolicy = (id: string, policy: Policy): MappingRecords => ({
  ...both,
  policies: [{ id, region: 'us', revision: 7, policy }],
});
const [first, second] = both.organizations.map(({ id }) => id);

async function choose(text: string, name = 'policy.json'): Promise<void> {
  await page.getByLabelText('Policy file (JSON)').upload(new File([text], name, { type: 'application/json' }));
}

test('every part is edited and saved as one policy', async () => {
  const services = await show();
  await expect.element(card()).toBeVisible();
  await field('Days until a reading is old').fill('14');
  await field('Days for sandbox keys').fill('365');
  await field('Tight from, in %').fill('85,5');
  await field('Names of service accounts').fill('svc-*\n*@bots.northwind.example');
  await page.getByRole('checkbox', { name: 'Key owned by a person' }).click();
  await field('create, Calls a minute').fill('450');
  await field('create, As of').fill('2026-10-01');
  await field('create, Source').fill('our contract');
  await button('Remove notarization').click();
  await button('Add a class of calls').click();
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Limit 10, Class of calls');
  await field('Limit 10, Class of calls').fill('contacts');
  await field('contacts, Calls a minute').fill('200');
  await button('Save policy').click();
  await expect.element(page.getByText('Policy saved.')).toBeVisible();
  const { classes } = defaultPolicy.rateLimits;
  expect(saved(services)).toMatchObject([
    {
      organizationId: first,
      revision: null,
      policy: {
        ...defaultPolicy,
        readingDays: 14,
        rotationDays: { production: 90, sandbox: 365 },
        rateThresholds: { ...defaultPolicy.rateThresholds, tight: 0.855 },
        serviceAccountPatterns: ['svc-*', '*@bots.northwind.example'],
        rulesOff: ['personal-owner'],
        rateLimits: {
          ...defaultPolicy.rateLimits,
          classes: [
            ...classes
              .filter(({ name }) => name !== 'notarization')
              .map((each) =>
                each.name === 'create'
                  ? { name: 'create', perMinute: 450, asOf: '2026-10-01', source: 'our contract' }
                  : each,
              ),
            { name: 'contacts', perMinute: 200, asOf: null, source: '' },
          ],
        },
      },
    },
  ]);
});

test('what is wrong is said with its place, the first of it has the focus, and nothing is sent', async () => {
  const services = await show();
  await field('Days for production keys').fill('soon');
  await field('send, Calls a minute').fill('0');
  await field('Overdue from, in %').fill('50');
  await button('Save policy').click();
  const alert = page.getByRole('alert').filter({ hasText: 'The policy was not saved:' });
  await expect.element(alert).toBeVisible();
  const lines = () =>
    alert
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent);
  expect(lines()).toEqual([
    'Days for production keys: Must be a whole number; only shares of a limit may have decimals.',
    'When a replacement is due: Each must be at least as high as the one before it.',
    'send, Calls a minute: Must be at least 1.',
  ]);
  await expect.element(field('Days for production keys')).toHaveFocus();
  expect(await violations()).toEqual([]);
  await field('Days for production keys').fill('60');
  await field('send, Calls a minute').fill('400');
  await field('Overdue from, in %').fill('100');
  expect(saved(services)).toEqual([]);
  await button('Save policy').click();
  await expect.poll(() => saved(services).length).toBe(1);
  expect(alert.elements()).toEqual([]);
});

test('each organization has its own; a save names what it replaces', async () => {
  const services = await show(withPolicy(second!, { ...defaultPolicy, readingDays: 7 }));
  await expect.element(field('Days until a reading is old')).toHaveValue('30');
  await field('Policy of').selectOptions(second!);
  await expect.element(field('Days until a reading is old')).toHaveValue('7');
  await button('Save policy').click();
  await expect.poll(() => saved(services)).toMatchObject([{ organizationId: second, revision: 7 }]);
});

test('defaults are shown, and hold only once they are saved; what somebody else saved is shown', async () => {
  const services = await show(withPolicy(first!, { ...defaultPolicy, readingDays: 7, rulesOff: ['owner-gone'] }));
  await button('Reset to defaults').click();
  await expect.element(field('Days until a reading is old')).toHaveValue('30');
  await expect.element(page.getByText('These are the defaults. They hold once you save the policy.')).toBeVisible();
  expect(saved(services)).toEqual([]);
  const changed = withPolicy(first!, { ...defaultPolicy, readingDays: 9 });
  services.change({ ...changed, policies: [{ ...changed.policies![0]!, revision: 8 }] });
  await expect.element(field('Days until a reading is old')).toHaveValue('9');
});

test('out as a file, and in again on another organization, to be looked at before it is saved', async () => {
  const texts: Promise<string>[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    texts.push(fetch(this.href).then((answer) => answer.text()));
  });
  const policy = { ...defaultPolicy, readingDays: 11, serviceAccountPatterns: ['svc-*'] };
  const services = await show(withPolicy(first!, policy));
  await button('Export policy').click();
  await expect.element(page.getByText(/^keyholder-policy-us-2026-11-23\.json was handed/)).toBeVisible();
  click.mockRestore();
  const [text] = await Promise.all(texts);
  expect(text).toBe(policyText(policy));
  await field('Policy of').selectOptions(second!);
  await choose(text!);
  await expect.element(page.getByText('Read from policy.json. It holds once you save the policy.')).toBeVisible();
  await expect.element(field('Days until a reading is old')).toHaveValue('11');
  expect(saved(services)).toEqual([]);
  await button('Save policy').click();
  await expect.poll(() => saved(services)).toMatchObject([{ organizationId: second, revision: null, policy }]);
});

test('a file that is none is refused with the place and the reason, and the form stays as it is', async () => {
  await show();
  await choose(policyText({ ...defaultPolicy, concentration: { percent: 120, keys: 0 } }), 'ours.json');
  const alert = page.getByRole('alert').filter({ hasText: 'was not taken:' });
  await expect.element(alert.getByText('ours.json was not taken:')).toBeVisible();
  expect(
    alert
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Share of all production keys in %: Must be at most 100.',
    'Production keys, at least: Must be at least 1.',
  ]);
  await expect.element(field('Share of all production keys in %')).toHaveValue('50');
  await choose('{"format":"keyholder.snapshot","version":1}');
  await expect.element(alert.getByText('This is no policy from Keyholder.')).toBeVisible();
});

test('nothing is cut off at 320 px', async () => {
  await page.viewport(320, 700);
  await show();
  await expect.element(card()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
