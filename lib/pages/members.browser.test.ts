/** Lists of people, however they are built: who stands in them, and what is never taken for somebody. */
import { expect, test } from 'vitest';
import { flatGrid, listStyles, settingsPage, team } from '../../test/fixtures/pages/lists.ts';
import { known, membersAt, readAt, reading, show } from '../../test/fixtures/pages/show.ts';

const emea = known('EMEA Sales', 'EMEA Sales North');

function shown(people: readonly { email: string | null; name: string | null; role: string | null }[]): string[] {
  return people.map(({ email, name, role }) => `${name ?? '-'} <${email ?? '-'}> ${role ?? '-'}`);
}

const expected = team.map(({ name, email, role }) => `${name} <${email}> ${role}`);

test.each(Object.keys(listStyles))('reads a list: %s', (style) => {
  show(settingsPage(listStyles[style]!(team)));
  const observation = membersAt('/settings/team', emea);
  expect(shown(observation.people)).toEqual(expected);
  expect(observation.workspace).toMatchObject({ name: 'EMEA Sales' });
});

test.each(Object.keys(listStyles))('reads a list where nothing but the list is on the page: %s', (style) => {
  show(`<div id="root"><div>${listStyles[style]!(team)}</div></div>`);
  expect(shown(membersAt('/settings/team', emea).people)).toEqual(expected);
});

test.each(Object.keys(listStyles))('reads a list of one person: %s', (style) => {
  show(settingsPage(listStyles[style]!(team.slice(0, 1), () => '<button aria-label="Actions">⋯</button>')));
  expect(shown(membersAt('/settings/team', emea).people)).toEqual(expected.slice(0, 1));
});

test('reads the addresses of a grid whose cells lie side by side, and puts no name to the wrong address', () => {
  show(settingsPage(flatGrid(team)));
  const { people } = membersAt('/settings/team', emea);
  expect(people.map((person) => person.email)).toEqual(team.map((person) => person.email));
  for (const [index, person] of people.entries()) expect([null, team[index]!.name]).toContain(person.name);
});

test('every row knows the picture that holds its id', () => {
  show(settingsPage(listStyles['bulleted list']!(team)));
  expect(membersAt('/settings/team', emea).people.map((person) => person.pandadocId)).toEqual(team.map(({ id }) => id));
});

test('an empty list whose page says so is no drift; one that says nothing is', () => {
  show(settingsPage('<div>No members found</div>'));
  expect(reading('members', '/settings/team', emea)).toBeNull();
  show(settingsPage('<div></div>'));
  expect(reading('members', '/settings/team', emea)?.state).toBe('unreadable');
  show(settingsPage('<div aria-busy="true"></div>'));
  expect(reading('members', '/settings/team', emea)).toBeNull();
});

test('contacts are no members', () => {
  show(`<main><h1>Contacts</h1>${listStyles['table with headers']!(team)}</main>`);
  expect(readAt('/contacts').filter((one) => one.adapter === 'members')).toEqual([]);
});
