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
    expect(
      ids(
        findKeys((await estate()).rows.value, { ...everything, text }, (id) =>
          id === 'k3' ? ['rotation-overdue'] : [],
        ),
      ),
    ).toEqual(expected);
  });

  test('tag: by its word and by its text; is: by state, the two sides making the whole', async () => {
    const { rows } = await estate();
    const count = (text: string) => findKeys(rows.value, { ...everything, text }).length;
    const tagged = (tag: string) => rows.value.filter(({ ownerType }) => ownerType?.includes(tag)).length;
    expect(count('tag:service-account')).toBe(tagged('service-account'));
    expect(count('tag:person')).toBe(tagged('person'));
    expect(count('is:living') + count('is:dead')).toBe(9);
    expect(count('is:unread')).toBe(rows.value.filter(({ coverage }) => coverage.keys === null).length);
  });

  test('filters by region and unknown owner', async () => {
    const { rows } = await estate();
    expect(ids(findKeys(rows.value, { ...everything, region: 'eu' }))).toEqual(['k9']);
    expect(ids(findKeys(rows.value, { ...everything, unknownOwner: true }))).toEqual(['k4', 'k7']);
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
