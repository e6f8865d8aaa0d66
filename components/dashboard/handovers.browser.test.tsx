/** Handovers in the dashboard: over records in memory, and a background that notes what it is told. */
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Handover } from '../../lib/domain/handover.ts';
import { emptyRoot } from '../../test/samples/root.ts';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { northwind, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 900);
let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  location.hash = '';
});

const records = recordsOf([northwind], sampleNow);
const owned = records.keys.filter((key) => key.generations[0]?.ownerId.entered?.value === 'u-dana');
const handover: Handover = {
  id: 'h1',
  region: 'us',
  revision: 4,
  organizationId: 'org-us',
  startedAt: '2026-11-20T09:00:00.000Z',
  origin: 'warning',
  action: { kind: 'remove', users: ['u-dana'], scope: 'all' },
  only: null,
  keys: owned.map(({ id }) => ({ keyId: id, generation: 1, successorId: null })),
  ticks: [{ step: `tell:${owned[0]!.id}`, at: '2026-11-21T09:00:00.000Z' }],
  closedAt: null,
};

async function show(hash: string, options: Parameters<typeof sampleServices>[1] = {}) {
  const services = sampleServices(records, options);
  const model = createDashboardModel(services, hash, emptyArchive(), emptyShelf, readCsv);
  addEventListener('hashchange', () => model.follow(location.hash), { signal: stop.signal });
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return { services, model };
}
const sent = (services: { sent: { type: string; body: unknown }[] }, type: string) =>
  services.sent.filter((each) => each.type === type).map(({ body }) => body);

describe('a new handover', () => {
  test('is begun for somebody who leaves, with what it would break', async () => {
    const { services } = await show('#/handovers?user=u-dana&from=check');
    await expect.element(page.getByRole('heading', { level: 2, name: /^New handover: Remove Dana/ })).toBeVisible();
    await page.getByRole('button', { name: 'Start handover' }).click();
    await expect.poll(() => sent(services, 'own/start-handover')).toHaveLength(1);
    expect(sent(services, 'own/start-handover')[0]).toMatchObject({
      organizationId: 'org-us',
      origin: 'check',
      action: { kind: 'remove', users: ['u-dana'], scope: 'all' },
      only: null,
    });
  });

  test('for one key of a finding: somebody else is to own it, nobody goes', async () => {
    const { services } = await show(`#/handovers?key=${owned[0]!.id}&from=finding`);
    await expect.element(page.getByRole('heading', { level: 2, name: /A new owner for/ })).toBeVisible();
    await page.getByRole('button', { name: 'Start handover' }).click();
    await expect.poll(() => sent(services, 'own/start-handover')).toHaveLength(1);
    expect(sent(services, 'own/start-handover')[0]).toMatchObject({ origin: 'finding', only: [owned[0]!.id] });
  });

  test('from a hold, whose people and workspaces the background knows', async () => {
    const action = { kind: 'remove' as const, users: ['u-dana'], scope: { workspaces: ['w-emea'] } };
    const { services } = await show('#/handovers?hold=h-1', {
      answers: { 'own/tell-hold': () => ({ organizationId: 'org-us', action, only: null }) },
    });
    await page.getByRole('button', { name: 'Start handover' }).click();
    await expect.poll(() => sent(services, 'own/start-handover')).toMatchObject([{ origin: 'warning', action }]);
  });

  test('a hold that is forgotten is said, and the person can be chosen', async () => {
    await show('#/handovers?hold=h-1', {
      answers: { 'own/tell-hold': () => ({ organizationId: null, action: null, only: null }) },
    });
    await expect.element(page.getByText('This hold is no longer known', { exact: false })).toBeVisible();
    await page.getByRole('combobox', { name: 'Who is leaving?' }).click();
    await userEvent.keyboard('Dana{Enter}');
    await expect.poll(() => location.hash).toBe('#/handovers?user=u-dana');
  });

  test('from a hold on a workspace: what ends with it, and that nothing can be handed over', async () => {
    const action = { kind: 'deactivate-workspace' as const, workspaces: ['w-emea'] };
    await show('#/handovers?hold=h-1', {
      answers: { 'own/tell-hold': () => ({ organizationId: 'org-us', action, only: null }) },
    });
    await expect.element(page.getByRole('heading', { level: 2, name: 'Deactivate EMEA Sales' })).toBeVisible();
    await expect.element(page.getByText(/^A workspace’s keys end with it/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Start handover' }).elements()).toEqual([]);
  });

  test('is not begun twice: an open one is shown', async () => {
    await show('#/handovers?user=u-dana', { handovers: [handover] });
    await expect
      .element(page.getByRole('link', { name: /There is an open handover for this already/ }))
      .toHaveAttribute('href', '#/handovers?handover=h1');
  });
});

describe('a handover', () => {
  const open = () => show('#/handovers?handover=h1', { handovers: [handover] });
  test('shows its steps in order; ticking one off tells the background which', async () => {
    const { services } = await open();
    await expect.element(page.getByRole('heading', { level: 1, name: /^Remove Dana/ })).toBeVisible();
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '1');
    const verify = page.getByRole('checkbox', { name: 'Check that everything works with the new key' }).first();
    await verify.click();
    await expect.poll(() => sent(services, 'own/tick-handover')).toHaveLength(1);
    expect(sent(services, 'own/tick-handover')[0]).toMatchObject({ id: 'h1', revision: 4, done: true, record: false });
  });

  test('the last step waits while something would still break', async () => {
    await open();
    const boxes = page.getByRole('checkbox').elements() as HTMLInputElement[];
    expect(boxes.at(-1)?.disabled).toBe(true);
    await expect.element(page.getByText('Waits until no key is affected any more.')).toBeVisible();
  });

  test('a successor is chosen among those who can; the others are listed with what they lack', async () => {
    const { services } = await open();
    const select = page.getByRole('combobox').first();
    const options = [...(select.element() as HTMLSelectElement).options].map(({ value }) => value);
    await userEvent.selectOptions(select, options[1]!);
    await expect.poll(() => sent(services, 'own/choose-successor')).toMatchObject([{ id: 'h1', userId: options[1] }]);
    await page
      .getByText(/^Who cannot follow, and why/)
      .first()
      .click();
    await expect.element(page.getByText(/owns it now/).first()).toBeVisible();
  });

  test('is listed with its next step, and can be told when it is gone', async () => {
    await show('#/handovers?handover=other', { handovers: [handover] });
    await expect.element(page.getByText('This handover is no longer there.')).toBeVisible();
    await expect.element(page.getByText(/^Next: /)).toBeVisible();
    await page.getByRole('link', { name: /^Remove Dana/ }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: /^Remove Dana/ })).toBeVisible();
  });
});

test.each([
  ['none', '#/handovers', []],
  ['a new one', '#/handovers?user=u-dana', []],
  ['one', '#/handovers?handover=h1', [handover]],
  ['what if', '#/handovers?what-if=1', []],
] as const)('axe has nothing to say: %s; nothing is wider than a phone', async (_, hash, handovers) => {
  await show(hash, { handovers: [...handovers] });
  expect(await violations()).toEqual([]);
  await page.viewport(320, 700);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
