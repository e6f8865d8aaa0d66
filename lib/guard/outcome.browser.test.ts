/** What became of an act that was let go: told by the page, or not at all. */
import { describe, expect, test } from 'vitest';
import { known, pageAt, show } from '../../test/fixtures/pages/show.ts';
import { listStyles, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import { allWords } from '../pages/all-words.ts';
import type { Page } from '../pages/page.ts';
import type { PersonRow } from '../pages/people.ts';
import { readPage } from '../pages/read-page.ts';
import { learnWords } from '../pages/words.ts';
import type { Attempt } from './decide.ts';
import { type Outcome, OutcomeWatch, settledMs } from './outcome.ts';

learnWords(allWords);

const table = listStyles['table with headers']!;

interface Look {
  page: Page;
  rows: PersonRow[];
}

/** A settings page with this content, and what is said on it. */
function look(content: string, said = '', path = '/settings/team'): Look {
  show(`<nav aria-label="Settings"><div>EMEA Sales</div></nav><main><h1>Team</h1>${content}</main>
    <div role="status">${said}</div>`);
  const page = pageAt(path, known('EMEA Sales', 'US Sales'));
  return { page, rows: readPage(page, '2026-11-23T09:00:00.000Z').readings.flatMap((reading) => reading.people) };
}

const listOf = (people: readonly Someone[]): string => table(people);

type About = Pick<Attempt, 'action' | 'people' | 'value' | 'scope'>;

function about(action: Attempt['action'], { rows }: Look, value: string | null = null, byAct = false): About {
  const dana = rows.find(({ person }) => person.email === 'dana@northwind.example');
  const people = action === 'generate' || action === 'deactivate-workspace' ? [] : [dana!.person];
  return { action, people, value, scope: { scope: { workspaces: ['emea'] }, from: byAct ? 'act' : 'list' } };
}

const watchOf = (before: Look, act: About, places: string[] = []): OutcomeWatch =>
  OutcomeWatch.of(before.page, before.rows, act, places);

function after(watch: OutcomeWatch, { page, rows }: Look, at = 1_000, whole = false): Outcome | null {
  return watch.check(page, rows, at, whole);
}

const everybody = listOf(team);
const withoutDana = listOf(team.slice(1));
const withDanaAs = (role: string): string => listOf(team.map((one, at) => (at === 0 ? { ...one, role } : one)));

describe('a removal', () => {
  test('has succeeded when the row is gone, or when the page says so', () => {
    const before = look(everybody);
    const watch = watchOf(before, about('remove', before));
    expect(after(watch, look(everybody))).toBeNull();
    expect(after(watch, look(withoutDana))).toBe('succeeded');
    expect(after(watch, look(everybody, 'Dana Reyes was removed'))).toBe('succeeded');
  });

  test('was refused when the page says so, whatever else it says', () => {
    const before = look(everybody);
    const watch = watchOf(before, about('remove', before));
    expect(after(watch, look(everybody, 'The last admin cannot be removed'))).toBe('refused');
  });

  test('what was said before the click says nothing', () => {
    const before = look(everybody, 'Omar Haddad was removed');
    const watch = watchOf(before, about('remove', before));
    expect(after(watch, look(everybody, 'Omar Haddad was removed'))).toBeNull();
  });

  test('is judged on the page that a form has loaded', () => {
    const before = look(everybody);
    const { before: kept } = watchOf(before, about('remove', before));
    const anew = (): OutcomeWatch => new OutcomeWatch(structuredClone(kept), null);
    expect(after(anew(), look(withoutDana, '1 member was removed'))).toBe('succeeded');
    expect(after(anew(), look(everybody, 'The last admin cannot be removed'))).toBe('refused');
    expect(after(anew(), look(withoutDana, '', '/settings/other'), 1_000, true), 'another list').toBeNull();
    expect(after(anew(), look(withoutDana)), 'perhaps another part of the list').toBeNull();
    expect(after(anew(), look(withoutDana), 1_000, true)).toBe('succeeded');
  });

  test('of access by a tick leaves the person in the list: "saved" is its success', () => {
    const before = look(everybody);
    expect(after(watchOf(before, about('remove', before, null, true)), look(everybody, 'Changes saved'))).toBe(
      'succeeded',
    );
    expect(after(watchOf(before, about('remove', before)), look(everybody, 'Changes saved'))).toBeNull();
    const said = '<div class="n-message n-message--success-type"><div>Changes saved</div></div>';
    const again = look(everybody);
    const watch = watchOf(again, about('remove', again, null, true));
    expect(after(watch, look(everybody + said))).toBe('succeeded');
  });
});

describe("access to one workspace, on somebody's own page", () => {
  const path = '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa';
  const own = (names: string[]): string =>
    `<p>dana@northwind.example</p><ul>${names.map((name) => `<li><b>${name}</b><button>Poista pääsy</button></li>`).join('')}</ul>`;
  const before = (): Look => look(own(['EMEA Sales', 'US Sales']), '', path);
  const watch = (byAct: boolean): OutcomeWatch =>
    watchOf(before(), about('remove', look(everybody), null, byAct), ['EMEA Sales']);

  test('is gone when the page still says where else they are, whatever its language', () => {
    expect(after(watch(true), look(own(['EMEA Sales', 'US Sales']), '', path))).toBeNull();
    expect(after(watch(true), look(own(['US Sales']), '', path))).toBe('succeeded');
    expect(after(watch(true), look(own([]), '', path)), 'perhaps fetched again').toBeNull();
    expect(after(watch(true), look(own(['US Sales']), '', '/settings/other')), 'another page').toBeNull();
    expect(after(watch(false), look(own(['US Sales']), '', path)), 'the act did not say where').toBeNull();
  });

  test('is not told by a list of several', () => {
    expect(after(watch(true), look(`${everybody}<p>US Sales</p>`, '', path))).toBeNull();
  });
});

describe('a role', () => {
  test('has changed when the row has shown it long enough for a refusal to have come', () => {
    const before = look(everybody);
    const watch = watchOf(before, about('change-role', before, 'Member'));
    expect(after(watch, look(everybody), 0)).toBeNull();
    expect(after(watch, look(withDanaAs('Member')), 100)).toBeNull();
    expect(after(watch, look(withDanaAs('Member')), 100 + settledMs)).toBe('succeeded');
  });

  test('that is shown and then taken back has not changed', () => {
    const before = look(everybody);
    const watch = watchOf(before, about('change-role', before, 'Member'));
    expect(after(watch, look(withDanaAs('Member')), 100)).toBeNull();
    expect(after(watch, look(everybody), 1_000)).toBeNull();
    expect(after(watch, look(withDanaAs('Member')), 100 + settledMs)).toBeNull();
    expect(after(watch, look(everybody, 'The role could not be changed'), 3_000)).toBe('refused');
  });
});

test('a licence has changed when the page says so', () => {
  const before = look(everybody);
  const watch = watchOf(before, about('change-licence', before, 'Guest'));
  expect(after(watch, look(everybody))).toBeNull();
  expect(after(watch, look(everybody, 'License updated'))).toBe('succeeded');
});

test('a key is new when its page has shown that it was made', () => {
  const before = look('<h2>Production key</h2><p>••••••••</p><button>Generate</button>');
  const watch = watchOf(before, about('generate', before));
  expect(after(watch, before)).toBeNull();
  watch.noteGenerated();
  expect(after(watch, before)).toBe('succeeded');
});

test('a workspace is closed when its name is gone from the list of workspaces', () => {
  const list = (names: string[]): string =>
    `<ul>${names.map((name) => `<li><b>${name}</b><button>Deactivate</button></li>`).join('')}</ul>`;
  const path = '/settings/workspaces';
  const before = look(list(['EMEA Sales', 'US Sales']), '', path);
  const watch = watchOf(before, about('deactivate-workspace', before), ['EMEA Sales']);
  expect(after(watch, look(list(['EMEA Sales', 'US Sales']), '', path))).toBeNull();
  for (const fetched of ['', '<p>Loading…</p>', list([])])
    expect(after(watch, look(fetched, '', path)), `perhaps fetched again: "${fetched}"`).toBeNull();
  expect(after(watch, look(list(['US Sales']), '', path))).toBe('succeeded');
});
