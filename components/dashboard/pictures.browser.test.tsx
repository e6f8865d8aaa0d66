import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { northwind, northwindEu, recordsOf, type Sample } from '../../test/samples/estate.ts';
import { emptyRoot } from '../../test/samples/root.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import { type Demo, noDemo } from './demo.ts';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 800);

async function show(
  hash: string,
  { records = recordsOf([northwind], sampleNow), demo = noDemo }: { records?: MappingRecords; demo?: Demo } = {},
) {
  const model = createDashboardModel(sampleServices(records), hash, emptyArchive(), emptyShelf, readCsv, demo);
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return model;
}

const boxes = (level: string) => page.getByRole('list', { name: level }).getByRole('button');
const namesOf = (level: string) =>
  boxes(level)
    .all()
    .map((box) => box.element().textContent);
const focused = (): string => document.activeElement?.textContent ?? '';

test('map: four levels by arrow keys; Enter narrows it to what hangs on one and says so, and back', async () => {
  await show('#/map');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Map' })).toBeVisible();
  expect(await violations()).toEqual([]);
  // One stop for the tabulator; the arrows do the rest.
  expect(document.querySelectorAll('.flow-node[tabindex="0"]')).toHaveLength(1);
  (boxes('Organizations').first().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(focused()).toMatch(/^Dana Whitfield/);
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{End}');
  expect(focused()).toMatch(/^Owner unknown/);
  await userEvent.keyboard('{Home}{Enter}');
  const dana = boxes('Owners').filter({ hasText: 'Dana Whitfield' });
  await expect.element(dana).toHaveAttribute('aria-pressed', 'true');
  await expect
    .element(page.getByText('Dana Whitfield: 1 production key and 1 sandbox key, with EMEA Sales.'))
    .toBeVisible();
  expect(
    boxes('Keys')
      .all()
      .map((box) => box.element().textContent),
  ).toEqual(['Order desk (Production key) EMEA Sales, Dana Whitfield', 'Sandbox key EMEA Sales, Dana Whitfield']);
  expect(focused()).toMatch(/^Dana Whitfield/);
  await expect
    .element(page.getByRole('link', { name: 'Show these keys' }))
    .toHaveAttribute('href', '#/keys?q=owner%3A%22dana.whitfield%40northwind.example%22');
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => boxes('Keys').all().length).toBe(8);
  expect(focused()).toMatch(/^Dana Whitfield/);
});

test('map: all organizations are in it, and a key that is dead is called so', async () => {
  await show('#/map', { records: recordsOf([northwind, northwindEu], sampleNow) });
  await expect
    .poll(() => namesOf('Organizations'))
    .toEqual(['US · Northwind Traders 5 production, 2 sandbox, 1 dead', 'EU · Northwind Europe 1 production']);
  await expect
    .element(page.getByRole('button', { name: 'Sandbox key North America Sales, Noor Abbott Presumed dead' }))
    .toBeVisible();
});

test('map: what does not fit is counted, opens with Enter, and folds again', async () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ id: `w-${at}`, name: `Branch ${at}` }));
  const crowd: Sample = {
    ...northwind,
    workspaces: [...northwind.workspaces, ...many],
    keys: [
      ...northwind.keys,
      ...many.map(({ id }) => ({ id: `k-${id}`, workspace: id, type: 'production' as const, owner: 'u-dana' })),
    ],
  };
  await show('#/map', { records: recordsOf([crowd], sampleNow) });
  const rest = page.getByRole('button', { name: /^23 more workspaces 2\d production/ });
  await expect.element(rest).toHaveAttribute('aria-expanded', 'false');
  (rest.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => boxes('Workspaces').all().length).toBe(35);
  expect(document.activeElement?.closest('ul')?.getAttribute('aria-label')).toBe('Workspaces');
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Fold together again' }).click();
  await expect.poll(() => boxes('Workspaces').all().length).toBe(13);
  expect(focused()).toMatch(/^US · Northwind/);
  await expect.element(page.getByText(/^Dana Whitfield owns 31 of 35 production keys/)).toBeVisible();
});

test('map: what a removal takes down is said, and drawn as what stops', async () => {
  await show('#/map');
  await page.getByRole('combobox', { name: 'What a removal takes down' }).click();
  await userEvent.keyboard('whitfield{Enter}');
  await expect.element(page.getByText(/^Removing Dana Whitfield everywhere stops \d keys?: /)).toBeVisible();
  await expect.poll(() => document.querySelectorAll('.ribbon.flow-dies').length).toBeGreaterThan(0);
  await expect
    .element(page.getByRole('button', { name: /^Sandbox key EMEA Sales, Dana Whitfield stops$/ }))
    .toBeVisible();
  expect(await violations()).toEqual([]);
});

test('what a removal from one workspace stops and what goes on are a picture beside the words', async () => {
  const twice: Sample = {
    ...northwind,
    keys: [...northwind.keys, { id: 'k10', workspace: 'w-na', type: 'production', owner: 'u-dana' }],
  };
  await show('#/handovers?user=u-dana&workspace=w-emea', { records: recordsOf([twice], sampleNow) });
  const picture = page.getByRole('group', { name: 'What happens, as a picture' });
  await expect.element(picture.getByRole('button', { name: /^Order desk .*, Dana Whitfield stops$/ })).toBeVisible();
  await expect
    .element(picture.getByRole('button', { name: 'Production key North America Sales, Dana Whitfield keeps working' }))
    .toBeVisible();
  expect(await violations()).toEqual([]);
});

test('map: the same stands behind each picture as a table', async () => {
  await show('#/map');
  for (const summary of page.getByText('As a table').all()) await summary.click();
  await expect.element(page.getByRole('row', { name: /Dana Whitfield/ }).first()).toBeVisible();
  await expect.element(page.getByRole('columnheader', { name: 'Due' })).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('map: nothing known yet says what will be seen here', async () => {
  await show('#/map', { records: recordsOf([], sampleNow) });
  await expect.element(page.getByText('Nothing to draw yet')).toBeVisible();
  expect(await violations()).toEqual([]);
});

test.each([
  ['before anything is known', recordsOf([], sampleNow), /Open your settings/],
  ['once something is known', recordsOf([northwind], sampleNow), /Say who owns what/],
])('first steps, %s: three, the next one marked', async (_, records, next) => {
  await show('#/welcome', { records });
  const steps = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') });
  await expect.poll(() => steps.all().length).toBe(3);
  await expect.poll(() => document.querySelector('[aria-current="step"]')?.textContent).toMatch(next);
  await expect
    .element(page.getByRole('link', { name: 'PandaDoc EU' }))
    .toHaveAttribute('href', 'https://app.pandadoc.eu/a/#/settings/api-dashboard/configuration');
  await expect.element(page.getByRole('link', { name: 'Go to the keys' })).toHaveAttribute('href', '#/keys');
  expect(await violations()).toEqual([]);
});

test('help leads to the first steps, to the report and to the demo', async () => {
  const open = vi.fn();
  await show('#/help', { demo: { ...noDemo, open, exists: () => Promise.resolve(true) } });
  await expect.element(page.getByRole('link', { name: 'First steps' })).toHaveAttribute('href', '#/welcome');
  await expect.element(page.getByRole('button', { name: 'First-day report' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Remove the demo' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Open the demo organization' }).click();
  expect(open).toHaveBeenCalledOnce();
});

test('the demo is marked on every view, and offers no import and no backup', async () => {
  const remove = vi.fn(() => Promise.resolve());
  await show('#/settings', { demo: { ...noDemo, active: true, remove } });
  await expect.element(page.getByRole('region', { name: 'Demo organization' })).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.getByLabelText('Import mapping').query()).toBeNull();
  expect(page.getByRole('button', { name: 'Export backup' }).query()).toBeNull();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Remove the demo' }).click();
  expect(remove).toHaveBeenCalledOnce();
});

test('a first-day report is a file whose first line says how far it reaches', async () => {
  const model = await show('#/workspaces');
  const made: string[] = [];
  const { reportFile } = model;
  model.reportFile = async (...asked) => {
    const file = await reportFile(...asked);
    const parts = [...file.parts];
    made.push(file.fileName, parts.join(''));
    return { ...file, parts };
  };
  await page.getByRole('button', { name: 'First-day report' }).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  await expect.poll(() => made.length).toBe(2);
  expect(made[0]).toBe('keyholder-first-day-us-Northwind-Traders-2026-11-23.md');
  expect(made[1]!.split('\n')[0]).toMatch(/^# .*\d of 6 workspaces are read/);
});
