/** What a row may say of its person, and pages that are hostile, huge or half there. */
import { expect, test } from 'vitest';
import { listStyles, settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import { known, membersAt, pageAt, readAt, reading, show, text } from '../../test/fixtures/pages/show.ts';

const emea = known('EMEA Sales', 'EMEA Sales North', 'US Sales');

function rows(...cells: string[]): string {
  return settingsPage(
    `<div class="list">${cells.map((cell) => `<div class="item">${cell}<button>⋯</button></div>`).join('')}</div>`,
  );
}

function people(html: string): ReturnType<typeof membersAt>['people'] {
  show(html);
  return membersAt('/settings/team', emea).people;
}

test('addresses in capitals and with a plus part are kept as they are written', () => {
  const found = people(
    rows(
      '<p>Dana</p><i>DANA@Northwind.Example</i>',
      '<b style="display:block">Dana</b><i>dana+test@northwind.example</i>',
    ),
  );
  expect(found.map((person) => person.email)).toEqual(['DANA@Northwind.Example', 'dana+test@northwind.example']);
});

test('an invited address that stands in the text and in the title of its element is one person', () => {
  const found = people(
    rows(
      '<span title="Dana Reyes">Dana Reyes</span><i title="dana@a.example">dana@a.example</i>',
      '<span title="Omar Haddad">Omar Haddad</span><i title="omar@a.example">omar@a.example</i>',
      '<span title="new@a.example">new@a.example</span><i>Pending</i>',
    ),
  );
  expect(found.map(({ email, invited }) => [email, invited])).toEqual([
    ['dana@a.example', false],
    ['omar@a.example', false],
    ['new@a.example', true],
  ]);
});

test('two people of one name are two', () => {
  const found = people(rows('<b>Alex Kim</b><p>alex@a.example</p>', '<b>Alex Kim</b><p>kim@a.example</p>'));
  expect(found.map(({ name, email }) => [name, email])).toEqual([
    ['Alex Kim', 'alex@a.example'],
    ['Alex Kim', 'kim@a.example'],
  ]);
});

test('an address that a search or the layout cuts into elements is one address', () => {
  const found = people(
    rows(
      '<b>Dana Reyes</b><p><mark>dana</mark>@northwind.example</p>',
      '<b>Omar Haddad</b><p>omar@<wbr>northwind.<wbr>example</p>',
      '<b>Sam Okafor</b><p>sam\u200b@north\u00adwind.example</p>',
      '<b>Lea Novak</b><p><em>Lea</em>.n@northwind.<em>exam</em>ple</p>',
    ),
  );
  expect(found.map((person) => person.email)).toEqual([
    ...team.slice(0, 3).map(({ email }) => email),
    'Lea.n@northwind.example',
  ]);
});

test('a name and an address that touch without a separator are two texts', () => {
  const found = people(
    rows(
      '<p><b>Dana Reyes</b>dana@northwind.example</p>',
      '<p><strong>Omar Haddad</strong>omar@northwind.example<i>Member</i></p>',
      '<p><b>Sam</b>sam@northwind.example<em>Admin</em></p>',
    ),
  );
  expect(found.map(({ name, email }) => [name, email])).toEqual([
    ['Dana Reyes', 'dana@northwind.example'],
    ['Omar Haddad', 'omar@northwind.example'],
    ['Sam', 'sam@northwind.example'],
  ]);
});

test('pending invitations, "(you)" and custom roles', () => {
  const found = people(
    rows(
      '<p>Dana Reyes (you)</p><p>dana@a.example</p><span>Admin</span>',
      '<p>Omar Haddad</p><span>You</span><p>omar@a.example</p><span>Deal desk</span>',
      '<p>new@a.example</p><span>Pending</span><button>Resend invitation</button>',
      '<p>new2@a.example (invited)</p><span>Member</span>',
    ),
  );
  expect(found.map(({ name, you, invited, role }) => ({ name, you, invited, role }))).toEqual([
    { name: 'Dana Reyes', you: true, invited: false, role: 'Admin' },
    { name: 'Omar Haddad', you: true, invited: false, role: null },
    { name: null, you: false, invited: true, role: null },
    { name: null, you: false, invited: true, role: 'Member' },
  ]);
});

test('an invited person whose address stands, with its title, where the others have a name', () => {
  const found = people(
    rows(
      '<b title="Dana Reyes">Dana Reyes</b><p title="dana@a.example">dana@a.example</p><span>Admin</span>',
      '<b title="Omar Haddad">Omar Haddad</b><p title="omar@a.example">omar@a.example</p><span>Member</span>',
      '<b title="new@a.example">new@a.example</b><p>Pending</p><span>Member</span>',
    ),
  );
  expect(found.map(({ email, invited }) => [email, invited])).toEqual([
    ['dana@a.example', false],
    ['omar@a.example', false],
    ['new@a.example', true],
  ]);
});

test('a custom role in a column of roles is a role', () => {
  const found = people(
    settingsPage(
      listStyles['table with headers']!([
        { ...team[0]!, role: 'Deal desk' },
        { ...team[1]!, role: 'Legal (EMEA)' },
      ]),
    ),
  );
  expect(found.map((person) => person.role)).toEqual(['Deal desk', 'Legal (EMEA)']);
});

test('a list that shows names and pictures only', () => {
  show(
    settingsPage(
      `<ul>${team.map((one) => `<li><img alt="" src="https://avatars.pandadoc-static.com/users/${one.id!}/avatar.png"><span>${one.name}</span><span>${one.role}</span></li>`).join('')}</ul>`,
    ),
  );
  const found = membersAt('/settings/team', emea).people;
  expect(found.map(({ name, pandadocId, role }) => [name, pandadocId, role])).toEqual(
    team.map((one) => [one.name, one.id, one.role]),
  );
});

test('rows that show no address among rows that do', () => {
  const found = people(
    rows(
      '<div><b>Dana Reyes</b><p>dana@a.example</p></div><span>Admin</span>',
      '<div><b>Omar Haddad</b><p></p></div><span>Member</span>',
      '<div><b>Sam Okafor</b><p>sam@a.example</p></div><span>Member</span>',
    ),
  );
  expect(found.map((person) => person.name).sort()).toEqual(['Dana Reyes', 'Omar Haddad', 'Sam Okafor']);
});

test('an address that every row repeats belongs to nobody, unless it has a row', () => {
  const by = (name: string, email: string, inviter: string): string =>
    `<div><b>${name}</b></div><div>${email}</div><div>Manager: <a>${inviter}</a></div>`;
  const found = people(
    rows(
      by('Boss', 'boss@a.example', 'founder@a.example'),
      by('Dana', 'dana@a.example', 'boss@a.example'),
      by('Omar', 'omar@a.example', 'boss@a.example'),
      by('Sam', 'sam@a.example', 'boss@a.example'),
    ),
  );
  expect(found.map((person) => person.email)).toEqual([
    'boss@a.example',
    'dana@a.example',
    'omar@a.example',
    'sam@a.example',
  ]);
});

test('the address column decides where a row shows more than one', () => {
  show(
    settingsPage(
      `<table><tr><th>Manager</th><th>Name</th><th>Email</th></tr>${team
        .map((one, index) => `<tr><td>m${String(index)}@a.example</td><td>${one.name}</td><td>${one.email}</td></tr>`)
        .join('')}</table>`,
    ),
  );
  expect(membersAt('/settings/team', emea).people.map((person) => person.email)).toEqual(
    team.map(({ email }) => email),
  );
});

const strange = [
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  '‮evil',
  'مريم العلي',
  'מיכל כהן',
  '李小龍',
  "D'Arcy O’Neil-Šmíd",
  'hasOwnProperty',
];

test.each(strange)('a strange name is only a name: %s', (name) => {
  const others: Someone[] = strange.map((one, index) => ({
    name: one,
    email: `p${String(index)}@a.example`,
    role: 'Member',
  }));
  const found = people(settingsPage(listStyles['cards of plain boxes']!(others)));
  expect(found.map((person) => person.email)).toEqual(others.map((one) => one.email));
  expect(found[strange.indexOf(name)]!.name).toBe(name.replace('‮', ''));
});

const clobbering = [
  'getAttribute',
  'children',
  'parentNode',
  'parentElement',
  'nodeName',
  'attributes',
  'localName',
  'querySelector',
  'querySelectorAll',
  'textContent',
  'childNodes',
  'firstChild',
  'id',
  'closest',
  'contains',
  'matches',
  'hasAttribute',
  'previousElementSibling',
  'nextElementSibling',
  'childElementCount',
  'isConnected',
  'checkVisibility',
  'getRootNode',
  'tagName',
  'style',
  'getElementsByTagName',
  'getBoundingClientRect',
  'shadowRoot',
  'assignedNodes',
  'labels',
  'innerText',
  'nodeType',
  'firstElementChild',
  'role',
  'title',
];

test('forms whose fields carry the names of what we would ask a form', () => {
  const fields = clobbering.map((name) => `<input type="hidden" name="${name}">`).join('');
  const found = people(settingsPage(`<form>${fields}${listStyles['cards of plain boxes']!(team)}</form>`));
  expect(found.map(({ name, email, role }) => [name, email, role])).toEqual(
    team.map(({ name, email, role }) => [name, email, role]),
  );
  // Each form itself a row.
  const own = people(
    settingsPage(
      `<div>${team.map((one) => `<form>${fields}<div>${one.name}</div><p>${one.email}</p><span>${one.role}</span><button>⋯</button></form>`).join('')}</div>`,
    ),
  );
  expect(own.map(({ name, email }) => [name, email])).toEqual(team.map(({ name, email }) => [name, email]));
});

test('a document ten thousand boxes deep', () => {
  show('<main><h1>Team</h1><button>Invite users</button><div id="deep"></div></main>');
  let inner = document.getElementById('deep')!;
  for (let depth = 0; depth < 10_000; depth += 1) {
    const next = document.createElement('div');
    inner.append(next);
    inner = next;
  }
  inner.setHTMLUnsafe(listStyles['cards of plain boxes']!(team));
  const began = performance.now();
  expect(membersAt('/settings/team', emea).people.map((person) => person.email)).toEqual(
    team.map(({ email }) => email),
  );
  console.log(`10,000 deep: ${(performance.now() - began).toFixed(0)} ms`);
});

test.each(['table with headers', 'cards of plain boxes', 'ARIA grid, drawn virtually', 'bulleted list'])(
  'two thousand people: %s',
  (style) => {
    const many: Someone[] = Array.from({ length: 2_000 }, (_, index) => ({
      name: `Person ${'abcdefghij'[index % 10]!} ${String.fromCharCode(65 + (index % 26))}`,
      email: `p${String(index)}@northwind.example`,
      role: index % 7 === 0 ? 'Admin' : 'Member',
    }));
    show(settingsPage(listStyles[style]!(many, () => '<button aria-label="Actions">⋯</button>')));
    const began = performance.now();
    const first = membersAt('/settings/team', emea).people;
    const middle = performance.now();
    membersAt('/settings/team', emea);
    const ended = performance.now();
    console.log(
      `2,000 people, ${style}: first ${(middle - began).toFixed(0)} ms, again ${(ended - middle).toFixed(0)} ms`,
    );
    expect(first).toHaveLength(2_000);
  },
);

const parts: Record<string, string> = {
  'a search in use': '<input type="search" value="dana">',
  'a filter in use': '<input placeholder="Filter by name" value="d">',
  'more pages':
    '<nav aria-label="Pagination"><button>1</button><button>2</button><button aria-label="Next page">›</button></nav>',
  'more to load': '<button>Load more</button>',
  'a count that says more': '<p>Showing 1–4 of 40</p>',
  'a bar that says loading': '<div role="progressbar" style="width:9px;height:9px"></div>',
  'pages by number': '<div><a href="#1">1</a><a href="#2">2</a><a href="#3">3</a></div>',
  'a range of more, in a language nobody knows': '<p>1–4 / yhteensä 130</p>',
  'a heading that counts more': '<h2>Members (130)</h2>',
  'a filter that can be cleared': '<button>Clear filters</button>',
  'a filter by role': '<label>Role <select><option>All</option><option selected>Admin</option></select></label>',
  'a tab of one role': '<div role="tablist"><button role="tab" aria-selected="true">Guest</button></div>',
  'a part that stands in for what comes': '<div class="MuiSkeleton-root" style="width:9px;height:9px"></div>',
  'a word that says loading': '<div role="status">Loading…</div>',
  'a search in a box that says so': '<div role="search"><input type="text" value="x"></div>',
  'a tab of pending invitations': '<div role="tablist"><button role="tab" aria-selected="true">Pending</button></div>',
};

test.each(Object.entries(parts))('a list with %s is not whole', (_, part) => {
  const list = listStyles['table with headers']!(team);
  show(settingsPage(`${list}`));
  expect(membersAt('/settings/team', emea).complete).toBe(true);
  show(settingsPage(`${part}${list}`));
  expect(membersAt('/settings/team', emea).complete).toBe(false);
  show(settingsPage(`${list}${part}`));
  expect(membersAt('/settings/team', emea).complete).toBe(false);
});

test('the last page of several, an unused search and a count that fits are whole as far as they say', () => {
  show(settingsPage(`<input type="search"><p>4 of 4</p>${listStyles['table with headers']!(team)}`));
  expect(membersAt('/settings/team', emea).complete).toBe(true);
  show(settingsPage(`${listStyles['ARIA grid, drawn virtually']!(team)}`));
  expect(membersAt('/settings/team', emea).complete).toBe(false);
});

const heads: Record<string, [string, string]> = {
  'members of': ['<h1>Members of EMEA Sales</h1>', 'EMEA Sales'],
  'name and team': ['<h1>US Sales – Team</h1>', 'US Sales'],
  'team and name': ['<h1>Team and seats | US Sales</h1>', 'US Sales'],
  'a longer name': ['<h1>Members of EMEA Sales North</h1>', 'EMEA Sales North'],
  'a name nobody knows': ['<h1>Members of Acme Labs</h1>', 'Acme Labs'],
  'a crumb': [
    '<nav aria-label="Breadcrumb"><ol><li><a href="#w">Workspaces</a></li><li><a href="#x">Acme Labs</a></li><li aria-current="page">Members</li></ol></nav><h1>Members</h1>',
    'Acme Labs',
  ],
  'a crumb of a known name': [
    '<nav aria-label="breadcrumbs"><a href="#w">Settings</a> / <a href="#x">US Sales</a> / <span>Team</span></nav><h1>Team</h1>',
    'US Sales',
  ],
};

test.each(Object.entries(heads))('the list names its workspace: %s', (_, [head, name]) => {
  show(
    `<nav><button aria-haspopup="menu" aria-label="Switch workspace, Finance">F</button></nav><main>${head}<button>Invite users</button>${listStyles['table with headers']!(team)}</main>`,
  );
  expect(membersAt('/settings/team', emea).workspace).toMatchObject({ name, evidence: 'list' });
});

const switchers: Record<string, [string, string | null]> = {
  'one line': ['<button aria-haspopup="menu">US Sales</button>', 'US Sales'],
  'one line nobody knows': ['<button aria-haspopup="menu">Acme Labs</button>', 'Acme Labs'],
  'two lines, workspace first': [
    '<button aria-haspopup="menu"><b>US Sales</b><small>Northwind</small></button>',
    'US Sales',
  ],
  'two lines, workspace second': [
    '<button aria-expanded="false"><b>Northwind</b><small>US Sales</small></button>',
    'US Sales',
  ],
  'two lines nobody knows': [
    '<button aria-haspopup="menu"><b>Nango</b><small>OPERATIONS &amp; IT</small></button>',
    null,
  ],
  'a field': [
    '<select aria-label="Workspace"><option>EMEA Sales</option><option selected>US Sales</option></select>',
    'US Sales',
  ],
  'a label': [
    '<button aria-label="Switch workspace, US Sales" aria-haspopup="menu"><svg width="9" height="9"></svg></button>',
    'US Sales',
  ],
  'collapsed to a letter': ['<button aria-haspopup="menu">U</button>', null],
  nothing: ['', null],
};

test.each(Object.entries(switchers))('the switcher names it: %s', (_, [control, name]) => {
  const page = (heading: string): string =>
    `<nav>${control}<a href="#/dashboard">Home</a><button aria-label="Account menu">DR</button></nav><main><h1>${heading}</h1><button>Invite users</button>${listStyles['table with headers']!(team)}</main>`;
  show(page('Team'));
  expect(membersAt('/settings/team', emea).workspace.name).toBe(name);
  // The list of everybody is not the current workspace's.
  show(page('All users'));
  expect(membersAt('/settings/users', emea)).toMatchObject({ scope: 'organization', workspace: { name: null } });
});

test('a switcher in a plain column beside the content names it; a field of a dialog over the page does not', () => {
  const page = (beside: string): string =>
    `<div class="row"><div class="col-3">${beside}</div><main><h1>Team</h1><button>Invite users</button>${listStyles['table with headers']!(team)}</main></div>`;
  show(
    page(
      '<select aria-label="Current workspace"><option>EMEA Sales</option><option selected>US Sales</option></select>',
    ),
  );
  expect(membersAt('/settings/team', emea).workspace).toMatchObject({ name: 'US Sales', evidence: 'switcher' });
  show(
    `${page('')}<div><div role="dialog"><label>Workspace <select><option>US Sales</option></select></label><button>Save</button></div></div>`,
  );
  expect(membersAt('/settings/team', emea).workspace.name).toBeNull();
});

test('a switcher names it on a page that does not say which part is its content', () => {
  show(
    `<div><aside><button aria-haspopup="listbox" aria-label="Switch workspace">US Sales ▾</button><a href="#/x">API</a></aside><div><h1>Team</h1><button>Invite users</button>${listStyles['table with headers']!(team)}</div></div>`,
  );
  expect(membersAt('/settings/team', emea).workspace).toMatchObject({ name: 'US Sales', evidence: 'switcher' });
});

test('the heading of the settings group comes before the switcher', () => {
  show(
    `<header><button aria-haspopup="menu">Finance</button></header><nav><h3>Organization</h3><a href="https://app.pandadoc.com/a/#/settings/users">All users</a><h3>US Sales</h3><a href="https://app.pandadoc.com/a/#/settings/team">Team</a></nav>
     <main><h1>Team</h1><button>Invite users</button>${listStyles['table with headers']!(team)}</main>`,
  );
  expect(membersAt('/settings/team', emea).workspace).toMatchObject({ name: 'US Sales', evidence: 'settings-group' });
});

test('the step of a wizard over the page, and a trail in it, name no workspace', () => {
  const list = listStyles['table with headers']!(team);
  const steps = ['Documents', 'Notice', 'Check'].map(
    (step, at) => `<li><button role="tab"${at === 1 ? ' aria-current="step"' : ''}>${step}</button></li>`,
  );
  show(
    `<header><button aria-haspopup="menu">US Sales</button></header><main><h1>Team</h1><button>Invite users</button>${list}</main>
     <div><div role="dialog" aria-label="Offboard Dana"><ol class="breadcrumbs"><li>Workspaces</li><li>Notice</li></ol><ul>${steps.join('')}</ul><button>Next</button></div></div>`,
  );
  expect(membersAt('/settings/team', emea).workspace).toMatchObject({ name: 'US Sales', evidence: 'switcher' });
});

test('addresses outside of any list make no list', () => {
  show(
    `<main><h1>Notifications</h1><p>We write to dana@northwind.example and omar@northwind.example.</p></main><footer>help@pandadoc.example</footer>`,
  );
  expect(reading('members', '/settings/notifications', emea)).toBeNull();
  show(
    `<main><h1>Webhooks</h1><table><tr><th>URL</th><th>Created by</th></tr><tr><td>https://a.example</td><td>dana@northwind.example</td></tr><tr><td>https://b.example</td><td>omar@northwind.example</td></tr></table></main>`,
  );
  expect(reading('members', '/settings/integrations/webhooks', emea)).toBeNull();
});

test('a question below the list and a line above it are no rows with the list for a cell', () => {
  show(
    `<main><h1>Team</h1><p>Email: <a href="mailto:support@a.example">support@a.example</a></p><div><button>Export</button></div>${listStyles['table with headers']!(team, () => '<button>⋯</button>')}<div><h2>Remove user</h2><p>${team[0]!.email}</p><button>Remove</button></div></main>`,
  );
  const { people: found } = membersAt('/settings/team', emea);
  expect(new Set(found.map(({ email }) => email))).toEqual(new Set(team.map(({ email }) => email)));
});

test('reading leaves the page as it was', () => {
  show(settingsPage(listStyles['role in a <select>']!(team)));
  const before = document.body.getHTML({ serializableShadowRoots: true });
  readAt('/settings/team', emea);
  pageAt('/settings/team', emea);
  expect(document.body.getHTML({ serializableShadowRoots: true })).toBe(before);
  expect(text('<')).toBe('&#60;');
});

test('as many rows as a page holds are whole only where a count says so', () => {
  const ten: Someone[] = Array.from({ length: 10 }, (_, index) => ({
    name: `Person ${'ABCDEFGHIJ'[index]!}son`,
    email: `p${String(index)}@northwind.example`,
    role: 'Member',
  }));
  const list = listStyles['table with headers']!(ten);
  show(settingsPage(list));
  expect(membersAt('/settings/team', emea).complete).toBe(false);
  show(settingsPage(`${list}<p>1–10 of 10</p>`));
  expect(membersAt('/settings/team', emea).complete).toBe(true);
  show(settingsPage(`<p>10 members</p>${list}`));
  expect(membersAt('/settings/team', emea).complete).toBe(true);
});

test('names in two columns, or the family name first, are one name', () => {
  expect(
    people(
      settingsPage(
        `<table><tr><th>Last name</th><th>First name</th><th>Email</th></tr>${team.map(({ name, email }) => `<tr><td>${name.split(' ')[1]!}</td><td>${name.split(' ')[0]!}</td><td>${email}</td></tr>`).join('')}</table>`,
      ),
    ).map(({ name }) => name),
  ).toEqual(team.map(({ name }) => name));
  expect(
    people(rows('<p>Reyes, Dana</p><p>dana@a.example</p>', '<p>Haddad, PhD</p><p>omar@a.example</p>')).map(
      ({ name }) => name,
    ),
  ).toEqual(['Dana Reyes', 'Haddad, PhD']);
});

test('who is invited by somebody is no invitation', () => {
  const found = people(
    rows('<p>Dana Reyes</p><p>dana@a.example</p><p>Invited by Boss</p>', '<p>new@a.example</p><p>Invited</p>'),
  );
  expect(found.map(({ invited }) => invited)).toEqual([false, true]);
});

test('a title is the whole of the text that it stands on, and of no other', () => {
  const found = people(
    rows(
      '<div>Dana<p title="Dana Okafor invited her">Guest</p></div><p>dana@a.example</p>',
      '<div>Omar<p>Guest</p></div><p>omar@a.example</p>',
    ),
  );
  expect(found.map(({ name }) => name)).toEqual(['Dana', 'Omar']);
});

const userId = (digit: number): string => `abcdefghijklmnopqrstu${String(digit)}`;

test.each([
  ['a link that ends with it', (id: string) => `<a href="/users/${id}">Dana Reyes</a>`],
  ['a link that goes on', (id: string) => `<a href="/users/${id}/access">Dana Reyes</a>`],
  ['a picture', (id: string) => `<img src="/users/${id}" alt="">Dana Reyes`],
  [
    'pictures of several sizes',
    (id: string) => `<img src="/a.png" srcset="/users/${id} 1x, /b.png 2x" alt="">Dana Reyes`,
  ],
  ['a background', (id: string) => `<i style="background:url(/users/${id})"></i>Dana Reyes`],
])('the id of a person in %s', (_, cell) => {
  const found = people(
    rows(`<b>${cell(userId(1))}</b><p>dana@a.example</p>`, '<b>Omar Haddad</b><p>omar@a.example</p>'),
  );
  expect(found.map(({ pandadocId }) => pandadocId)).toEqual([userId(1), null]);
});

const memberTable = (names: string, ...cells: string[]): string =>
  settingsPage(
    `<table><thead><tr><th>${names}</th><th>Role</th><th></th></tr></thead><tbody>${cells
      .map((cell) => `<tr><td>${cell}</td><td>Admin</td><td><button>⋯</button></td></tr>`)
      .join('')}</tbody></table>`,
  );

test.each<[string, string, () => void, unknown]>([
  [
    'the link of a row that is used for a namesake',
    `<a href="/users/${userId(1)}">Dana Reyes</a>`,
    () => document.querySelector('tbody a')!.setAttribute('href', `/users/${userId(2)}`),
    { name: 'Dana Reyes', pandadocId: userId(2) },
  ],
  [
    'the picture of a row that is used for a namesake',
    `<img src="/users/${userId(1)}" alt="">Dana Reyes`,
    () => document.querySelector('tbody img')!.setAttribute('src', `/users/${userId(2)}`),
    { name: 'Dana Reyes', pandadocId: userId(2) },
  ],
  [
    'the title of a name that is cut short',
    '<b title="Dana Reyes-Montgomery">Dana Reyes-M…</b>',
    () => document.querySelector('tbody b')!.setAttribute('title', 'Dana Reyes-Mallory'),
    { name: 'Dana Reyes-Mallory' },
  ],
  [
    'the name of a row of pictures',
    `<img src="/users/${userId(1)}/a.png" alt="Dana Reyes">`,
    () => document.querySelector('tbody img')!.setAttribute('alt', 'Lea Novak'),
    { name: 'Lea Novak', pandadocId: userId(1) },
  ],
])('what is remembered of a row ends with %s', (_, cell, change, expected) => {
  show(memberTable('Name', cell, '<b>Omar Haddad</b>'));
  expect(membersAt('/settings/team', emea).people).toHaveLength(2);
  change();
  expect(membersAt('/settings/team', emea).people[0]).toMatchObject(expected as object);
});

const three = team.slice(0, 3);
const told = three.map(({ name, email }) => [name, email]);

test.each([
  [
    'lines that a cell spans',
    three
      .map(
        ({ name, email }) =>
          `<tr><td rowspan="3"></td><td>${name}</td></tr><tr><td>${email}</td></tr><tr><td><button>Remove</button></td></tr>`,
      )
      .join(''),
  ],
  [
    'lines of shapes that come again',
    three
      .map(
        ({ name, email }) =>
          `<tr><td>${name}</td><td>${email}</td></tr><tr><td colspan="2"><button>Edit</button><button>Remove</button></td></tr>`,
      )
      .join(''),
  ],
])('%s of a table are one person', (_, lines) => {
  const html = settingsPage(`<table><tbody>${lines}</tbody></table>`);
  expect(people(html).map(({ name, email }) => [name, email])).toEqual(told);
  const parts = readAt('/settings/team', emea)
    .flatMap((one) => one.people)
    .filter(({ person }) => person.email === three[1]!.email);
  expect(parts.some(({ element }) => element.querySelector('button') !== null)).toBe(true);
});

test('fields that only show somebody tell who it is; what is typed into is not asked', () => {
  const fields = (state: string): string =>
    settingsPage(
      three
        .map(
          ({ name, email }) =>
            `<form><input ${state} value="${name}"><input type="email" ${state} value="${email}"><button>Remove</button></form>`,
        )
        .join(''),
    );
  expect(people(fields('readonly')).map(({ name, email }) => [name, email])).toEqual(told);
  show(fields(''));
  expect(readAt('/settings/team', emea).flatMap((one) => one.people)).toEqual([]);
});

const side = (body: string): string => `<div style="float:left">${body}</div>`;
const lines = (row: (person: Someone, index: number) => string): string => `<tbody>${team.map(row).join('')}</tbody>`;
const cell = (content: string): string => `<td style="height:40px">${content}</td>`;
const remove = ({ name }: Someone): string => `<button data-of="${name}">Delete</button><button>Edit</button>`;
const none = 'role="presentation"';

/** Lists that show names alone, the end of each row in a table of its own. */
const frozen: Record<string, string> = {
  'one id for both halves': `<div>${side(`<table>${lines((p, at) => `<tr data-uid="r${at}">${cell(p.name)}</tr>`)}</table>`)}${side(`<table>${lines((p, at) => `<tr data-uid="r${at}">${cell(p.role)}${cell(remove(p))}</tr>`)}</table>`)}</div>`,
  'one number for both, in a grid that is drawn by tables far apart': `<div role="grid"><div><div><div><div>${side(`<table ${none}>${lines((p, at) => `<tr role="row" aria-rowindex="${at}">${cell(p.name)}</tr>`)}</table>`)}</div></div></div></div>${side(`<table ${none}>${lines((p, at) => `<tr role="row" aria-rowindex="${at}">${cell(remove(p))}</tr>`)}</table>`)}</div>`,
  'nothing but the height': `<div>${side(`<table>${lines((p) => `<tr>${cell(p.name)}</tr>`)}</table>`)}${side(`<table>${lines((p) => `<tr>${cell(remove(p))}</tr>`)}</table>`)}</div>`,
  'nothing but the height, and what looks like names': `<div>${side(`<table><thead><tr><th>Name</th></tr></thead>${lines((p) => `<tr>${cell(p.name)}</tr>`)}</table>`)}${side(`<table><thead><tr><th>Department</th><th></th></tr></thead>${lines((p, at) => `<tr>${cell(['Field Sales', 'Front Desk', 'Back Office', 'Legal'][at]!)}${cell(remove(p))}</tr>`)}</table>`)}</div>`,
};

test.each(Object.entries(frozen))('names without addresses beside frozen columns: %s', (_, list) => {
  show(settingsPage(list));
  const rows = reading('members', '/settings/team', emea)?.people ?? [];
  const of = (control: Element): string | null | undefined =>
    rows.find(({ element }) => element.contains(control))?.person.name;
  expect([...document.querySelectorAll('[data-of]')].map(of)).toEqual(team.map(({ name }) => name));
  expect(rows.filter(({ part }) => !part)).toHaveLength(team.length);
});

test.each([
  ['side by side', side],
  ['below each other', (body: string) => `<div>${body}</div>`],
])('two tables of names %s are two lists', (_, box) => {
  const others = ['Alex Kim', 'Lea Novak', 'Max Frey', 'Ida Berg'];
  const table = (names: string[]) =>
    `<table><tbody>${names.map((name) => `<tr>${cell(name)}${cell('<button>Delete</button>')}</tr>`).join('')}</tbody></table>`;
  const own = team.map(({ name }) => name);
  show(settingsPage(`<div>${box(table(own))}${box(table(others))}</div>`));
  const rows = reading('members', '/settings/team', emea)?.people ?? [];
  expect(rows.map(({ part, person }) => [part, person.name])).toEqual([...own, ...others].map((name) => [false, name]));
});
