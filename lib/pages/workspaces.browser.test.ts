/** Lists of workspaces: what they name, and when a name that is missing from them is worth a question. */
import { expect, test } from 'vitest';
import type { WorkspacesObservation } from '../domain/observation.ts';
import { known, reading, show } from '../../test/fixtures/pages/show.ts';

const table = (names: readonly string[]): string => `<table><thead><tr><th>Name</th><th>Members</th></tr></thead><tbody>
  ${names.map((name) => `<tr><td>${name}</td><td>4</td></tr>`).join('')}</tbody></table>`;
const page = (inner: string, heading = 'Workspaces'): string => `<main><h1>${heading}</h1>${inner}</main>`;

function workspacesAt(html: string, path = '/settings/workspaces'): WorkspacesObservation {
  show(html);
  const observation = reading('workspaces', path)?.observation;
  if (observation?.kind !== 'workspaces') throw new Error('the page was not read as a list of workspaces');
  return observation;
}

test('a list that is drawn whole is complete: what it does not name may have another name now', () => {
  const { workspaces, complete } = workspacesAt(page(table(['EMEA Sales', 'Legal', 'Finance'])));
  expect(workspaces.map(({ name }) => name)).toEqual(['EMEA Sales', 'Legal', 'Finance']);
  expect(complete).toBe(true);
});

test.each([
  ['more can be loaded', page(`${table(['EMEA Sales', 'Legal'])}<button>Load more</button>`), undefined],
  ['it is searched', page(`<input type="search" value="x">${table(['EMEA Sales'])}`), undefined],
  ['it is still fetched', page(`<div aria-busy="true">…</div>${table(['EMEA Sales'])}`), undefined],
  ['a row of it names nothing', page(table(['EMEA Sales', '', 'Legal'])), undefined],
  ['it is where one person is', page(table(['EMEA Sales'])), '/settings/users/12'],
])('a list proves no absence where %s', (_, html, path) => {
  expect(workspacesAt(html, path).complete).toBe(false);
});

const unheaded = `<table><tbody>${['North', 'South'].map((name) => `<tr><td>${name}</td><td>4</td></tr>`).join('')}</tbody></table>`;

test.each([
  ['lines of which none says that it is a workspace', page(unheaded), 'unreadable', ['workspaces']],
  ['such lines, one of them known', page(unheaded.replace('North', 'EMEA Sales')), 'partly', ['workspaces']],
  ['such lines, still fetched', page(`<div aria-busy="true">…</div>${unheaded}`), 'loading', ['workspaces']],
  ['such lines, said to be fetched', page(`<p>Loading…</p>${unheaded}`), 'loading', ['workspaces']],
])('%s are not taken for a page without workspaces', (_, html, state, missing) => {
  show(html);
  expect(reading('workspaces', '/settings/workspaces', known('EMEA Sales'))).toMatchObject({ state, missing });
});

test.each([
  ['nobody has any', page('<p>No workspaces yet</p>'), '/settings/workspaces'],
  ['a search found none', page(`<input type="search" value="x">${unheaded}`), '/settings/workspaces'],
  ['it is the page of one', page('<ul><li>English</li><li>Deutsch</li></ul>', 'General'), '/workspaces/12/general'],
])('no list is missed where %s', (_, html, path) => {
  show(html);
  expect(reading('workspaces', path)).toBeNull();
});
