import { beforeAll, expect, test } from 'vitest';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { readTextsFrom } from '../ui/text.ts';
import { canApply, createDashboardModel, panelOf, previewText, routeOf } from './dashboard-model.ts';
import { turn } from './table-state.ts';

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

const dashboardAt = async (hash: string) => {
  const model = createDashboardModel(sampleServices(records), hash, emptyArchive(), emptyShelf, readCsv);
  await model.estate.load();
  return model;
};

test.each([
  '#/keys?q=is%3Aliving+emea&region=us&owner=unknown&sort=-status',
  '#/owners?q=svc&only=owners&sort=-keys',
  '#/workspaces?q=sales&sort=keyPage',
  '#/findings?severity=high&rule=personal-owner&workspace=w-emea&owner=u-dana',
  '#/log?kind=import&region=eu&from=2026-11-01&to=2026-11-23',
  '#/snapshots?from=s1&to=s2&show=changes&kind=key.added&severity=high',
  '#/snapshots?organization=org-eu&from=s1',
  '#/snapshots',
  '#/keys?key=k1&q=emea',
  '#/keys',
  '#/owners',
])('a table says in the address what it shows, and an address brings it back: %s', async (hash) => {
  const model = await dashboardAt(hash);
  expect(model.address.value).toBe(hash);
  const other = await dashboardAt('#/help');
  expect(other.address.value).toBeNull();
  other.follow(hash.replace('key=k1&', ''));
  expect(other.address.value).toBe(hash.replace('key=k1&', ''));
});

test('a link to a search looks for it where the dashboard is open at something else', async () => {
  const model = await dashboardAt('#/map');
  model.follow('#/keys?q=type%3Asandbox');
  expect(new Set(model.rows.value.map(({ key }) => key.type))).toEqual(new Set(['sandbox']));
  model.query.value = { ...model.query.value, text: 'emea' };
  expect(model.address.value).toBe('#/keys?q=emea');
  // Another view and back by the navigation: as it was left.
  model.follow(model.addressOf('owners'));
  model.follow(model.addressOf('keys'));
  expect(model.query.value.text).toBe('emea');
  // A record is opened over the table as it stands; closed again it leaves the address.
  model.follow('#/keys?key=k1');
  expect(model.address.value).toBe('#/keys?key=k1&q=emea');
  model.panel.value = null;
  expect(model.address.value).toBe('#/keys?q=emea');
});

test('nothing that could be a key stands in the address', async () => {
  const model = await dashboardAt('#/owners');
  model.peopleQuery.value = { text: 'a1'.repeat(20), ownersOnly: true };
  expect(model.address.value).toBe('#/owners?only=owners');
});

test('people and workspaces in the order of a column, upwards and downwards', async () => {
  const model = await dashboardAt('#/owners?sort=-name');
  const names = (): (string | null)[] => model.shownPeople.value.map(({ user }) => user.name ?? user.email);
  const { compare } = new Intl.Collator('en', { numeric: true });
  expect(names()).toEqual(names().toSorted((a, b) => compare(b!, a!)));
  turn(model.peopleOrder, 'keys');
  const keys = model.shownPeople.value.map((row) => row.keys);
  expect(keys).toEqual(keys.toSorted((a, b) => a - b));
  expect(keys.at(-1)).toBeGreaterThan(keys[0]!);
  turn(model.peopleOrder, 'keys');
  expect(model.shownPeople.value.map((row) => row.keys)).toEqual(keys.toReversed());
  turn(model.workspaceOrder, 'keyPage');
  const read = model.shownWorkspaces.value.map(({ coverage }) => coverage.keys?.at ?? '');
  expect(read[0]).toBe('');
  expect(read).toEqual(read.toSorted());
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
