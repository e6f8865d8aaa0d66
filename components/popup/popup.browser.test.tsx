import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '../../test/samples/accessibility.ts';
import { northwind, northwindEu, recordsOf, type Sample } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import type { AsideReading } from '../ui/reader.ts';
import { createPopupModel } from './popup-model.ts';
import { Popup } from './popup.tsx';
import '../ui/style.css';
import './popup.css';

let root: HTMLElement;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

async function show(
  samples: readonly Sample[] = [northwind, northwindEu],
  options: Parameters<typeof sampleServices>[1] = {},
) {
  const services = sampleServices(recordsOf(samples, sampleNow), options);
  const model = createPopupModel(services);
  await model.start();
  render(<Popup model={model} />, root);
  return { services, model };
}

const aside: AsideReading = {
  id: 'r1',
  region: 'us',
  organizationId: 'org-us',
  at: sampleNow,
  observation: {
    kind: 'members',
    scope: 'workspace',
    people: [],
    adapter: 'members',
    at: sampleNow,
    workspace: { name: null, pandadocId: null, evidence: 'switcher', candidates: ['Northwind', 'Marketing'] },
    organization: null,
    signedIn: null,
    complete: true,
  },
};

const ask = () => page.getByRole('combobox', { name: 'Can I remove…', exact: true });
const options = () =>
  page
    .getByRole('listbox')
    .getByRole('option')
    .elements()
    .map((each) => each.textContent);
const check = () => page.getByRole('region', { name: 'Removal check' });
const table = () => page.getByRole('table', { name: 'Key mapping' });
const rows = () => table().getByRole('row').elements().slice(1);
const toldLast = (services: { sent: { type: string; body: unknown }[] }) => services.sent.at(-1);

test('at 320 px words keep their room beside a button, a tag and an undo', async () => {
  await page.viewport(320, 600);
  await show([northwind, northwindEu], {
    answers: {
      'own/tab-guard': () => ({ state: 'off', reasons: [], reload: true, region: 'us', place: null, diagnosis: null }),
    },
    tabs: { current: () => Promise.resolve({ id: 7, pandadoc: true }) },
  });
  const widthOf = (selector: string): number => document.querySelector(selector)!.getBoundingClientRect().width;
  await expect.element(page.getByRole('button', { name: 'Reload this tab' })).toBeVisible();
  expect(widthOf('.where p')).toBeGreaterThan(160);
  await ask().click();
  await expect.element(page.getByRole('option').first()).toBeVisible();
  for (const text of document.querySelectorAll('.choice-text')) expect(text.clientWidth).toBeGreaterThan(120);
  await page.getByRole('button', { name: 'Owner type: Person' }).first().click();
  await page.getByRole('menuitemradio', { name: 'Service account', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(widthOf('.toast p')).toBeGreaterThan(160);
});

describe('Can I remove…', () => {
  test('who is asked about right after somebody else is answered for, and not overwritten by the answer', async () => {
    await show();
    const field = ask().element() as HTMLInputElement;
    const type = (text: string): void => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    field.focus();
    type('dana');
    await expect.poll(options).toHaveLength(1);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    // Drawn, and not yet painted: what waits for the paint comes after what is typed now.
    await Promise.resolve();
    type('noor');
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    expect(field.value).toBe('noor');
    expect(options()).toHaveLength(1);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await expect
      .element(
        check()
          .getByText(/Noor Abbott/)
          .first(),
      )
      .toBeVisible();
  });

  test('by keyboard: type, choose, read the answer, put it away', async () => {
    await show();
    await ask().click();
    await userEvent.keyboard('dana');
    await expect.poll(options).toEqual([expect.stringMatching(/^Dana Whitfield/)]);
    await userEvent.keyboard('{Enter}');
    await expect.element(check()).toBeVisible();
    expect(check().element().textContent).toMatch(/^Critical/);
    const items = check().getByRole('listitem').elements();
    expect(items.map((item) => item.textContent)).toEqual([
      'Order desk (Production key), EMEA Sales: made 45 days ago, used by CRM sync and Billing export',
      'Sandbox key, EMEA Sales: made 266 days ago, nothing noted under “used by”',
    ]);
    expect(document.activeElement).toBe(ask().element());
    await userEvent.keyboard('{Escape}');
    expect(check().query()).toBeNull();
  });

  test('who is asked about is tagged in the answer', async () => {
    const { services } = await show();
    await page.getByRole('combobox', { name: 'Can I remove…', exact: true }).fill('dana');
    await userEvent.keyboard('{Enter}');
    const answer = page.getByRole('region', { name: 'Removal check' });
    await answer.getByRole('button', { name: 'Owner type: Person' }).click();
    await page.getByRole('menuitemradio', { name: 'Service account', exact: true }).click();
    await expect
      .poll(() => services.sent.at(-1))
      .toMatchObject({ type: 'own/set-owner-type', body: { userIds: ['u-dana'], ownerType: 'service-account' } });
  });

  test('arrow keys move, Escape puts the list away and keeps the answer', async () => {
    await show();
    await ask().click();
    const active = () => document.getElementById(ask().element().getAttribute('aria-activedescendant')!)!.textContent;
    const first = active();
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).not.toBe(first);
    await userEvent.keyboard('{ArrowUp}');
    expect(active()).toBe(first);
    await userEvent.keyboard('{Enter}{ArrowDown}{Escape}');
    expect(ask().element().getAttribute('aria-expanded')).toBe('false');
    await expect.element(check()).toBeVisible();
  });

  test('by e-mail address, and nobody', async () => {
    await show();
    await ask().fill('svc-prov');
    await expect.poll(options).toEqual([expect.stringMatching(/Org Admin · service account · US$/)]);
    await ask().fill('zzz');
    await expect.element(page.getByText('Nobody known has this name or address.')).toBeVisible();
    expect(page.getByRole('listbox').query()).toBeNull();
  });

  test('the answer starts with the word', async () => {
    const { model } = await show();
    for (const [person, word] of [
      ['u-abbott', 'Nothing at stake'],
      ['u-root', 'Not known'],
      ['u-lena', 'Critical'],
    ] as const) {
      model.person.value = person;
      await expect.poll(() => check().element().textContent?.startsWith(word)).toBe(true);
    }
  });

  test('copies the words', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { model } = await show();
    model.person.value = 'u-dana';
    await page.getByRole('button', { name: 'Copy as text' }).click();
    expect(write.mock.calls[0]![0]).toMatch(/^Critical: Removing Dana Whitfield/);
    await expect.element(page.getByText('Copied as text.')).toBeVisible();
  });
});

describe('the mapping', () => {
  test('one row for each key of both regions, with counts', async () => {
    await show();
    expect(rows()).toHaveLength(9);
    expect(table().element().getAttribute('aria-rowcount')).toBe('10');
    await expect
      .element(page.getByText('9 keys, 2 owners unknown, 2 workspaces unread', { exact: true }))
      .toBeVisible();
  });

  test('search, table and export are in their place before anything is known', async () => {
    await show([]);
    await expect.element(page.getByRole('heading', { name: 'No keys are known yet' })).toBeVisible();
    await expect.element(page.getByRole('searchbox', { name: 'Search keys', exact: true })).toBeVisible();
    await expect.element(table()).toHaveAttribute('aria-rowcount', '1');
    await expect.element(page.getByRole('button', { name: 'Export snapshot' })).toBeDisabled();
    await expect.element(page.getByText('There is nothing to export yet.')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('search by the last four characters, region filter', async () => {
    await show();
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('9f3c');
    await expect.poll(() => rows().length).toBe(1);
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('');
    await page.getByRole('combobox', { name: 'Filter by region' }).selectOptions('eu');
    await expect.poll(() => rows().length).toBe(1);
    expect(rows()[0]!.textContent).toContain('Lena Brandt');
  });

  test('a tag in one click, focus back, and undone', async () => {
    const { services } = await show();
    const row = rows().find((each) => each.textContent.includes('Noor Abbott'))!;
    const button = page.elementLocator(row).getByRole('button', { name: 'Owner type: Untagged' });
    await button.click();
    await expect
      .poll(() =>
        page
          .getByRole('menuitemradio')
          .elements()
          .map((each) => each.textContent),
      )
      .toEqual([
        'Service account',
        'Person',
        'Untagged',
        'Org Admin · service account',
        'Org Admin · person',
        'Org Admin · untagged',
      ]);
    expect(document.activeElement?.textContent).toBe('Untagged');
    await userEvent.keyboard('p{Enter}');
    await expect.element(page.elementLocator(row).getByRole('button', { name: 'Owner type: Person' })).toHaveFocus();
    expect(services.sent.at(-1)).toMatchObject({
      type: 'own/set-owner-type',
      body: { userIds: ['u-abbott'], ownerType: 'person' },
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.elementLocator(row).getByRole('button', { name: 'Owner type: Untagged' })).toBeVisible();
  });

  test('Escape closes the menu and changes nothing', async () => {
    const { services } = await show();
    const before = services.sent.length;
    await page.getByRole('button', { name: 'Owner type: Service account', exact: true }).first().click();
    await userEvent.keyboard('{ArrowDown}{Escape}');
    expect(page.getByRole('menu').query()).toBeNull();
    expect(document.activeElement?.ariaLabel).toBe('Owner type: Service account');
    expect(services.sent).toHaveLength(before);
  });

  test('exports the organization that stands beside the button', async () => {
    const { services } = await show(undefined, {
      answers: {
        'own/export-snapshot': () => ({ fileName: 'keyholder-eu-x-2026-11-23.json', snapshotId: 's' }),
      },
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await page.getByRole('combobox', { name: 'Organization to export' }).selectOptions('org-eu');
    await page.getByRole('button', { name: 'Export snapshot' }).click();
    await expect
      .poll(() =>
        page
          .getByRole('menuitem')
          .elements()
          .map((each) => each.textContent),
      )
      .toEqual(['JSON', 'CSV', 'Markdown', 'HTML report']);
    await page.getByRole('menuitem', { name: 'JSON' }).click();
    await expect.poll(() => click.mock.contexts.length).toBe(1);
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('keyholder-eu-x-2026-11-23.json');
    expect(toldLast(services)).toMatchObject({ type: 'own/export-snapshot', body: { organizationId: 'org-eu' } });
    click.mockRestore();
  });
});

describe('what Keyholder asks', () => {
  test('which workspace a reading belongs to: known, new, or none', async () => {
    const { services } = await show(undefined, { aside: [aside] });
    await page.getByRole('combobox', { name: 'Which workspace is this?' }).selectOptions('New workspace: Marketing');
    await page.getByRole('button', { name: 'File it there' }).click();
    await expect
      .poll(() => toldLast(services))
      .toMatchObject({
        type: 'own/file-reading',
        body: { readingId: 'r1', workspaceId: { name: 'Marketing' } },
      });
    await page.getByRole('combobox', { name: 'Which workspace is this?' }).selectOptions('Legal');
    await page.getByRole('button', { name: 'File it there' }).click();
    await expect.poll(() => toldLast(services)).toMatchObject({ body: { workspaceId: 'w-legal' } });
    await page.getByRole('button', { name: 'Throw this reading away' }).click();
    await expect.poll(() => toldLast(services)).toMatchObject({ body: { workspaceId: null } });
  });

  test('whether a concluded owner is right, in one click', async () => {
    const { services } = await show();
    await page.getByRole('button', { name: 'Confirm Miguel Ferreira' }).click();
    await expect
      .poll(() => toldLast(services))
      .toMatchObject({
        type: 'own/confirm-generation',
        body: { keyId: 'k6', accept: true },
      });
  });
});

describe('where am I', () => {
  test('this tab has no guard: what to do', async () => {
    const reload = vi.fn(() => Promise.resolve());
    await show(undefined, {
      answers: {
        'own/tab-guard': () => ({
          state: 'off',
          reasons: [],
          reload: true,
          region: 'us',
          place: null,
          diagnosis: null,
        }),
      },
      tabs: {
        current: () => Promise.resolve({ id: 7, pandadoc: true }),
        pandadoc: () => Promise.resolve([{ id: 7, title: 'Team' }]),
        reload,
      },
    });
    await page.getByRole('button', { name: 'Reload this tab' }).click();
    expect(reload).toHaveBeenCalledWith(7);
    await expect.element(page.getByText('Starting on this tab · US')).toBeVisible();
  });

  test.each([
    [{ organizationId: 'org-us', workspaceId: 'w-emea' }, 'Northwind Traders · EMEA Sales'],
    [{ organizationId: 'org-us', workspaceId: null }, 'Northwind Traders'],
    [{ organizationId: 'org-us', workspaceId: 'w-merged-meanwhile' }, 'Northwind Traders'],
  ])('organization and workspace, as far as they are known: %j', async (place, said) => {
    await show(undefined, {
      answers: {
        'own/tab-guard': () => ({ state: 'armed', reasons: [], reload: false, region: 'us', place, diagnosis: null }),
      },
      tabs: { current: () => Promise.resolve({ id: 7, pandadoc: true }) },
    });
    const where = page.elementLocator(document.querySelector('.where')!);
    await expect.element(where.getByText('Armed on this tab · US')).toBeVisible();
    await expect.element(where.getByText(said, { exact: true })).toBeVisible();
  });
});

describe('access to PandaDoc', () => {
  test('refused: one sentence, one click, and it is gone', async () => {
    const granted = new Set<string>();
    const request = vi.fn((sites: string[]) => {
      for (const site of sites) granted.add(site);
      return Promise.resolve(true);
    });
    await show(undefined, { sites: { has: (site) => Promise.resolve(granted.has(site)), request } });
    const sentence = page.getByText(
      'Your browser does not let Keyholder work on app.pandadoc.com and app.pandadoc.eu, so nothing is guarded there.',
    );
    await expect.element(sentence).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Allow access' }).click();
    expect(request).toHaveBeenCalledWith(['https://app.pandadoc.com/*', 'https://app.pandadoc.eu/*']);
    await expect.poll(() => sentence.query()).toBeNull();
  });
});

describe('accessibility', () => {
  test.each([
    ['nothing known', [], null],
    ['typical', [northwind, northwindEu], null],
    ['an answer', [northwind, northwindEu], 'u-dana'],
    ['not known', [northwind, northwindEu], 'u-root'],
  ] as const)('axe: %s', async (_, samples, person) => {
    const { model } = await show(samples, { aside: samples.length > 0 ? [aside] : [] });
    model.person.value = person;
    await expect.poll(() => check().query() !== null).toBe(person !== null);
    expect(await violations()).toEqual([]);
  });

  test('axe: with the list open, and with a menu open', async () => {
    await show();
    await ask().click();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Owner type: Person' }).first().click();
    expect(await violations()).toEqual([]);
  });

  test('targets are 24 px or more', async () => {
    await show(undefined, { aside: [aside] });
    for (const element of document.querySelectorAll('button, select, input:not([type=checkbox]), label.check')) {
      const { width, height } = element.getBoundingClientRect();
      expect(Math.min(width, height), element.textContent || element.ariaLabel || '').toBeGreaterThanOrEqual(24);
    }
  });
});
