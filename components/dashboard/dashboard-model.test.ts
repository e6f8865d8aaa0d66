import { beforeAll, expect, test } from 'vitest';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { readTextsFrom } from '../ui/text.ts';
import { canApply, createDashboardModel, panelOf, previewText, routeOf } from './dashboard-model.ts';

const records = recordsOf([northwind, northwindEu], sampleNow);
const plan = {
  region: 'us',
  organization: 'Northwind Traders',
  added: 3,
  changed: 1,
  unchanged: 5,
  rejected: 2,
  workspaces: 1,
  users: 0,
  memberships: 0,
} as const;

beforeAll(() => {
  const messages = catalogue as Record<string, { message: string }>;
  readTextsFrom((name, given = []) =>
    (messages[name]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => given[Number(digit) - 1] ?? ''),
  );
});

test.each([
  ['', 'keys', null],
  ['#/owners', 'owners', null],
  ['#/keys?key=k1', 'keys', { kind: 'key', id: 'k1' }],
  ['#/owners?user=u1', 'owners', { kind: 'user', id: 'u1' }],
  ['#/nothing', 'keys', null],
  ['#/settings?key=k1', 'settings', null],
])('the address %j', (hash, view, panel) => {
  expect(routeOf(hash).view).toBe(view);
  expect(panelOf(routeOf(hash))).toEqual(panel);
});

test('workspaces with their readings, keys and members', async () => {
  const model = createDashboardModel(sampleServices(records), '', emptyArchive(), emptyShelf, readCsv);
  await model.estate.load();
  const finance = model.workspaces.value.find(({ id }) => id === 'w-fin')!;
  expect(finance).toMatchObject({ coverage: { keys: null, members: null }, keys: 0, members: 2 });
  model.workspaceQuery.value = 'sales na';
  expect(model.shownWorkspaces.value).toEqual([]);
  model.workspaceQuery.value = 'sales NORTH';
  expect(model.shownWorkspaces.value.map(({ id }) => id)).toEqual(['w-na']);
});

test('an import with rejected rows waits until they are left out', async () => {
  const services = sampleServices(records, {
    answers: {
      'own/preview-import': () => ({ plan, rejections: [] }),
      'own/apply-import': () => ({ undo: 'u9', revision: 9, keys: 4 }),
    },
  });
  const model = createDashboardModel(services, '#/settings', emptyArchive(), emptyShelf, readCsv);
  await model.previewImport(new File(['{}'], 'file.json'));
  expect(previewText(plan)).toBe('3 new, 1 changed, 5 unchanged, 2 rejected');
  expect(canApply(model.importing.value)).toBe(false);
  if (model.importing.value.step !== 'preview') throw new Error('no preview');
  model.importing.value = { ...model.importing.value, leaveOut: true };
  expect(canApply(model.importing.value)).toBe(true);
  await model.applyImport();
  expect(model.importing.value).toEqual({ step: 'done', keys: 4, undo: 'u9' });
  expect(services.sent.find(({ type }) => type === 'own/apply-import')?.body).toMatchObject({ leaveOutRejected: true });
  await model.undoImport();
  expect(services.sent.at(-1)).toMatchObject({ type: 'own/undo', body: { undo: 'u9' } });
  expect(model.importing.value).toEqual({ step: 'none' });
});

test('sorting by the same column again turns it round', () => {
  const model = createDashboardModel(sampleServices(records), '', emptyArchive(), emptyShelf, readCsv);
  model.sortBy('owner');
  expect(model.sort.value).toEqual({ by: 'owner', down: false });
  model.sortBy('owner');
  expect(model.sort.value).toEqual({ by: 'owner', down: true });
});
