/** Lists of people, however they are built: who stands in them, and what is never taken for somebody. */
import { describe, expect, test } from 'vitest';
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
});

test.each([
  '<div aria-busy="true"></div>',
  '<p>Loading…</p>',
  '<button>Invite</button><div><span>Loading members</span></div>',
  '<p>Wird geladen …</p>',
  '<div class="skeleton-row"></div>',
  '<div role="status">Please wait</div>',
])('a list that the page says is still to come is waited for, and not for ever: %s', (html) => {
  show(settingsPage(html));
  expect(reading('members', '/settings/team', emea)?.state).toBe('loading');
});

test('what else says that something is loaded is no word for a list to come', () => {
  show(
    settingsPage(
      '<button>Load more</button><p>Files are loading slowly? Ask us, and we will look into it with you.</p>',
    ),
  );
  expect(reading('members', '/settings/team', emea)?.state).toBe('unreadable');
});

test('contacts are no members', () => {
  show(`<main><h1>Contacts</h1>${listStyles['table with headers']!(team)}</main>`);
  expect(readAt('/contacts').filter((one) => one.adapter === 'members')).toEqual([]);
});

describe('the page of one person', () => {
  const dana = (rest = ''): string => `<main><h1>Dana Okafor</h1>
    <dl><dt>Email</dt><dd>dana.okafor@northwind.example</dd><dt>License</dt><dd>Full</dd></dl>
    <form method="post"><fieldset><legend>Has access to</legend>
      <p><label><input type="checkbox" name="place" checked> EMEA Sales</label></p></fieldset>
      <button>Save changes</button></form>${rest}</main>`;
  const workspaces =
    '<table><tr><th>Workspace</th><th>Role</th></tr><tr><td>EMEA Sales</td><td>Admin</td></tr></table>';

  test.each([
    ['/settings/users/BhVzRcxH9Z2LgfPPGXFUBa/', ''],
    ['/settings/users/12', workspaces],
    ['/settings/team/12/access', ''],
    ['/settings/user?id=12', ''],
    ['/settings/team', '<p>Reports to <a href="mailto:boss@northwind.example">boss@northwind.example</a></p>'],
  ])('%s is no whole list: nobody else is missing from it', (path, rest) => {
    show(dana(rest));
    expect(membersAt(path, known('EMEA Sales')).complete).toBe(false);
  });

  test('what stands beside them is no row that could not be read', () => {
    const page = `<main><h1>Dana Okafor</h1><div><img src="x.png"><div><div>Dana Okafor</div><div>dana.okafor@northwind.example</div></div></div>
      <dl><div><dt>EMEA Sales</dt><dd>Admin</dd></div></dl>
      <div><div><button aria-haspopup="menu">License: Full</button></div><button>Delete user…</button></div></main>`;
    show(page);
    expect(reading('members', '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa', emea)).toMatchObject({
      state: 'read',
      missing: [],
    });
    show(page.replace('Dana Okafor</h1>', 'Team</h1>'));
    expect(reading('members', '/settings/team', emea)?.missing).toContain('rows');
  });

  test('a list of one is whole where it is drawn as a list, or counted', () => {
    const row =
      '<b>Dana Okafor</b> <span>dana.okafor@northwind.example</span> <span>Admin</span> <button>Remove</button>';
    show(`<main><h1>Team</h1><ul><li>${row}</li></ul></main>`);
    expect(membersAt().complete).toBe(true);
    show(`<main><h1>Team</h1><p>1 of 1</p><div><div>${row}</div></div></main>`);
    expect(membersAt().complete).toBe(true);
    show(`<main><h1>Team</h1><div><div>${row}</div></div></main>`);
    expect(membersAt().complete).toBe(false);
  });
});
