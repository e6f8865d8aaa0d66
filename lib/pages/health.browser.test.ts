/**
 * Nothing is lost in silence: whatever piece of a page is taken away, either the page is read as well as before, or the
 * reading says what is missing, or it says that it cannot read the page. Never "no keys", never a list without its people.
 */
import { afterEach, expect, test } from 'vitest';
import { dots, keyLibraries, keyPage, keyStyles, keyTable } from '../../test/fixtures/pages/key-pages.ts';
import { libraries, withMenu } from '../../test/fixtures/pages/libraries.ts';
import { listStyles, settingsPage, team } from '../../test/fixtures/pages/lists.ts';
import { known, readAt, show } from '../../test/fixtures/pages/show.ts';
import { takeElements, takeTexts } from '../../test/fixtures/pages/take-away.ts';
import { skeletonOf } from './skeleton.ts';

const emea = known('EMEA Sales');
const keysPath = '/settings/api-dashboard/configuration';

afterEach(() => document.body.replaceChildren());

interface Said {
  /** What the reading gave that anything is decided by. */
  content: string;
  missing: string[];
  unreadable: boolean;
}

function said(adapter: string, path: string): Said | null {
  const reading = readAt(path, emea).find((one) => one.adapter === adapter);
  if (!reading) return null;
  const { observation } = reading;
  const content =
    observation?.kind === 'members'
      ? observation.people.map(({ email, pandadocId, name, role }) => [email ?? pandadocId, name, role])
      : observation?.kind === 'keys'
        ? observation.keys.map(({ type, state }) => [type, state])
        : observation?.kind === 'workspaces'
          ? observation.workspaces
          : [];
  return {
    content: JSON.stringify([content, observation?.workspace.name ?? null]),
    missing: reading.missing,
    unreadable: reading.state === 'unreadable',
  };
}

function expectNoSilence(adapter: string, path: string, page: string, take: () => void): void {
  show(page);
  const before = said(adapter, path);
  expect(before).toMatchObject({ missing: [], unreadable: false });
  take();
  const after = said(adapter, path);
  if (after?.content === before?.content) return;
  expect(after, 'the page is not recognised any more, and nothing says so').not.toBeNull();
  expect(after!.unreadable || after!.missing.length > 0, `armed, with ${after!.content} after ${before!.content}`).toBe(
    true,
  );
}

const listPieces: Record<string, () => void> = {
  'every address': () => takeTexts(team.map(({ email }) => email)),
  'one address': () => takeTexts([team[1]!.email]),
  'every name': () => takeTexts(team.map(({ name }) => name)),
  'every address and name': () => takeTexts(team.flatMap(({ name, email }) => [name, email])),
  'every role': () => takeElements('select') ?? takeTexts(['Admin', 'Manager', 'Member', 'Collaborator']),
  'every control of a row': () => takeElements('[data-of]'),
  'every button of the page': () => takeElements('main button'),
  'the heading': () => takeElements('h1'),
  'the settings around': () => takeElements('nav,header'),
  'the headers of the columns': () => takeElements('thead,th:not([scope=row]),[role=columnheader]'),
  pictures: () => takeElements('img'),
};

/** A hidden word beside each role ("Info") cannot be told from a custom role of that name. */
const cannotBeTold = new Set(['Polaris IndexTable, sticky copy of the header, hidden labels: every role']);

for (const [style, list] of Object.entries({ ...listStyles, ...libraries })) {
  const told = Object.keys(listPieces).filter((piece) => !cannotBeTold.has(`${style}: ${piece}`));
  test.each(told)(`${style}: without %s`, (piece) => {
    for (const path of ['/settings/team', '/settings/b2']) {
      expectNoSilence('members', path, settingsPage(list(team, withMenu)), listPieces[piece]!);
    }
  });
}

const keyPieces: Record<string, () => void> = {
  'every mask': () => takeTexts([dots]),
  'every label': () => takeTexts(['Sandbox key', 'Production key', 'Sandbox', 'Production']),
  'one label': () => takeTexts(['Production key', 'Production']),
  headings: () => takeElements('h1,h2,h3:not(article h3)'),
  'every control': () => takeElements('main button'),
  'the settings around': () => takeElements('nav'),
  'the tabs': () => takeElements('[role=tablist]'),
};

for (const [style, page] of Object.entries({ ...keyStyles, ...keyLibraries })) {
  test.each(Object.keys(keyPieces))(`keys, ${style}: without %s`, (piece) => {
    const content = keyPage(page(`<span>${dots}</span>`, '<button>Generate</button>'));
    expectNoSilence('keys', keysPath, content, keyPieces[piece]!);
  });
}

/** What nobody sees may be put into a page as a table of keys is; each of its columns is a piece. */
const table = keyTable(
  (['Sandbox', 'Production'] as const).map((type, at) => ({
    name: `Key ${String(at + 1)}`,
    type,
    owner: team[at]!.name,
    created: '12 Jan 2026',
    key: `<span>${dots}</span>`,
  })),
);
test.each([...Object.keys(keyPieces), 'the headers of the columns', 'every owner'])(
  'keys, a table with owners: without %s',
  (piece) => {
    expectNoSilence(
      'keys',
      keysPath,
      keyPage(table),
      { ...keyPieces, ...listPieces, 'every owner': () => takeTexts(team.map(({ name }) => name)) }[piece]!,
    );
  },
);

const places = ['EMEA Sales', 'Legal', 'Finance'];
const placeId = 'BhVzRcxH9Z2LgfPPGXFUBa';
const placeStyles: Record<string, string> = {
  'table with headers': `<table><thead><tr><th>Name</th><th>Members</th></tr></thead><tbody>${places.map((name) => `<tr><td>${name}</td><td>4</td></tr>`).join('')}</tbody></table>`,
  'ARIA grid': `<div role="grid"><div role="row"><div role="columnheader">Workspace</div><div role="columnheader">Owner</div></div>${places.map((name) => `<div role="row"><div role="gridcell">${name}</div><div role="gridcell">Dana Reyes</div></div>`).join('')}</div>`,
  'list of links': `<ul>${places.map((name, at) => `<li><a href="#/workspaces/${placeId.slice(0, -1)}${String(at)}">${name}</a> <button>Deactivate</button></li>`).join('')}</ul>`,
};
const placePieces: Record<string, () => void> = {
  'every name': () => takeTexts(places),
  'one name': () => takeTexts([places[1]!]),
  'the headers of the columns': () => takeElements('thead,[role=columnheader]'),
  'the heading': () => takeElements('h1'),
  'every link': () => takeElements('a[href]'),
  'every control': () => takeElements('main button'),
};
for (const [style, list] of Object.entries(placeStyles)) {
  test.each(Object.keys(placePieces))(`workspaces, ${style}: without %s`, (piece) => {
    expectNoSilence(
      'workspaces',
      '/settings/workspaces',
      `<main><h1>Workspaces</h1>${list}</main>`,
      placePieces[piece]!,
    );
  });
}

test('a skeleton holds nothing that the page says', () => {
  const secret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';
  show(
    settingsPage(
      `<div id="dana-reyes" data-email="dana@northwind.example" class="EMEA">${libraries['Shoelace and Lit, shadow roots in shadow roots']!(team, withMenu)}${libraries['MUI DataGrid']!(team, withMenu)}<input type="text" value="${secret}" aria-label="Dana Reyes"><code>${secret}</code></div>`,
    ),
  );
  const skeleton = skeletonOf(document.body);
  for (const { name, email, id } of team)
    for (const text of [name, email, id!, ...name.split(' '), email.split('@')[0]!])
      expect(skeleton.toLowerCase()).not.toContain(text.toLowerCase());
  for (const text of [secret, 'EMEA', 'northwind', 'pandadoc.example', 'dana']) expect(skeleton).not.toContain(text);
  // It tells how the page is built: a grid with rows that repeat.
  expect(skeleton).toContain('[aria-rowcount]');
  expect(skeleton).toMatch(/\d+xdiv=row/u);
  expect(skeleton.length).toBeLessThan(12_500);
});
