import { beforeAll, describe, expect, test } from 'vitest';
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { createEstate, type KeyRow } from './estate.ts';
import { findKeys, sortKeys } from './find-keys.ts';
import { findPeople, ownerChoices, peopleOf } from './find-people.ts';
import { readTextsFrom } from './text.ts';

beforeAll(() => readTextsFrom((key) => (key === 'locale' ? 'en' : key)));

async function estate() {
  const made = createEstate(sampleServices(recordsOf([northwind, northwindEu], sampleNow)));
  await made.load();
  return made;
}

const ids = (rows: readonly KeyRow[]) => rows.map(({ id }) => id).sort();
const everything = { text: '', region: 'all', unknownOwner: false } as const;

describe('search', () => {
  test.each([
    ['emea', ['k1', 'k2']],
    ['EMEA sales', ['k1', 'k2']],
    ['9f3c', ['k1']],
    ['dana.whitfield@', ['k1', 'k2']],
    ['whitfield sandbox', ['k2']],
    ['order desk', ['k1']],
    ['billing export', ['k1']],
    ['nobody has this', []],
    ['owner:dana', ['k1', 'k2']],
    ['OWNER:"Dana Whitfield" type:sand', ['k2']],
    ['owner:emea', []],
    ['workspace:emea owner:dana order', ['k1']],
    ['is:unknown', ['k4', 'k7']],
    ['is:overdue', ['k3']],
    ['is:ov', ['k3']],
    ['is:nonsense', []],
    ['elsewhere:dana', []],
    ['   ', ['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9']],
  ])('%j', async (text, expected) => {
    const { rows, now } = await estate();
    const searched = { now, openRules: (id: string) => (id === 'k3' ? ['rotation-overdue'] : []) };
    expect(ids(findKeys(rows.value, { ...everything, text }, searched))).toEqual(expected);
  });

  test('tag: by its word and by its text; is: by state, the two sides making the whole', async () => {
    const made = await estate();
    const rows = made.rows.value;
    const found = (text: string) => findKeys(rows, { ...everything, text }, made);
    const tagged = (tag: string) => rows.filter(({ ownerType }) => ownerType?.includes(tag)).length;
    expect(found('tag:service-account')).toHaveLength(tagged('service-account'));
    expect(found('tag:person')).toHaveLength(tagged('person'));
    expect(found('is:living').length + found('is:dead').length).toBe(9);
    // The same workspaces as are counted above the table.
    const unread = new Set(found('is:unread').map(({ workspace }) => workspace.id));
    expect(unread.size).toBeGreaterThan(0);
    expect(unread.size).toBeLessThanOrEqual(made.counts.value.workspacesUnread);
  });

  test('what was pasted by mistake is in no row, and is not taken to pieces', async () => {
    const { rows, now } = await estate();
    const searched = { now, openRules: () => [] };
    expect(findKeys(rows.value, { ...everything, text: 'emea '.repeat(200_000) }, searched)).toEqual([]);
    expect(findKeys(rows.value, { ...everything, text: 'emea '.repeat(200) }, searched)).toHaveLength(2);
  });

  test('filters by region and unknown owner', async () => {
    const made = await estate();
    expect(ids(findKeys(made.rows.value, { ...everything, region: 'eu' }, made))).toEqual(['k9']);
    expect(ids(findKeys(made.rows.value, { ...everything, unknownOwner: true }, made))).toEqual(['k4', 'k7']);
  });
});

test('sorts by language, both ways, equal ones by workspace', async () => {
  const { rows } = await estate();
  const names = sortKeys(rows.value, { by: 'workspace', down: false }).map(({ workspace }) => workspace.name);
  expect(names).toEqual([...names].sort((a, b) => a!.localeCompare(b!, 'en')));
  const down = sortKeys(rows.value, { by: 'owner', down: true });
  expect(down[0]!.owner?.name).toBe('Provisioning');
  expect(down.at(-1)!.owner).toBeNull();
});

test('counts keys of both regions, unknown owners and workspaces not read', async () => {
  expect((await estate()).counts.value).toEqual({ keys: 9, ownersUnknown: 2, workspacesUnread: 2 });
});

test('people: owners of most keys first, found by name and address', async () => {
  const { organizations } = await estate();
  const people = peopleOf(organizations.value);
  expect(people[0]!.id).toBe('u-dana');
  expect(findPeople(people, 'svc-').map(({ id }) => id)).toEqual(['u-svc', 'u-orgsvc']);
  expect(findPeople(people, 'no')[0]!.id).toBe('u-abbott');
  const choices = ownerChoices(organizations.value[0]!, 'w-hr', people);
  expect(choices[0]).toMatchObject({ admin: true, person: { id: 'u-miguel' } });
  expect(choices.filter(({ admin }) => admin)).toHaveLength(1);
  expect(choices.some(({ person }) => person.id === 'u-lena')).toBe(false);
});

test('every column in both directions: what is equal stays in the order of the house, whatever was sorted before', async () => {
  const { rows } = await estate();
  const collator = new Intl.Collator('en', { numeric: true });
  const said = {
    workspace: (row: KeyRow) => row.workspace.name ?? '',
    owner: (row: KeyRow) => row.owner?.name ?? row.owner?.email ?? '',
    status: (row: KeyRow) => row.key.status,
    region: (row: KeyRow) => row.organization.region,
  };
  const house = sortKeys([...rows.value], { by: 'region', down: true });
  expect(house.map(({ organization }) => organization.region)).toEqual([
    ...Array.from({ length: 8 }, () => 'us'),
    'eu',
  ]);
  for (const [by, text] of Object.entries(said) as [keyof typeof said, (row: KeyRow) => string][]) {
    for (const down of [false, true]) {
      const expected = house
        .map((row, at) => ({ row, at }))
        .sort((a, b) => (down ? -1 : 1) * collator.compare(text(a.row), text(b.row)) || a.at - b.at)
        .map(({ row }) => row);
      expect(sortKeys(rows.value, { by, down })).toEqual(expected);
    }
  }
});
