import { expect, test } from 'vitest';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { northwind, recordsOf, type Sample } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { firstSteps } from './welcome-model.ts';

async function stepsOf(samples: Sample[]) {
  const model = createDashboardModel(
    sampleServices(recordsOf(samples, sampleNow)),
    '#/welcome',
    emptyArchive(),
    emptyShelf,
    readCsv,
  );
  await model.estate.load();
  expect(model.route.value.view).toBe('welcome');
  return firstSteps(model.workspaces.value, model.openItems.value, model.estate.rows.value);
}

test('at first the settings are to be opened', async () => {
  expect(await stepsOf([])).toEqual({ begun: 0, read: 0, workspaces: 0, settled: 0, keys: 0, next: 2 });
});

test('once pages were read, owners are to be named', async () => {
  const steps = await stepsOf([northwind]);
  expect(steps).toMatchObject({ workspaces: 6, next: 3 });
  expect(steps.begun).toBeGreaterThan(0);
  expect(steps.settled).toBeLessThan(steps.keys);
});

test('pages read and no key found: owners are next, and nothing is called done', async () => {
  expect(await stepsOf([{ ...northwind, keys: [] }])).toMatchObject({ keys: 0, settled: 0, next: 3 });
});
