/** What is easy to forget: lists of actions in fields, answers that have not come, scripts, forms without a dialog. */
import { afterEach, expect, test } from 'vitest';
import { click, focus, goOnHolding, hold, stroke } from '../../test/fixtures/pages/input.ts';
import { listStyles, settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import { Stage, type StageOptions } from '../../test/fixtures/pages/stage.ts';
import { findAll } from '../pages/tree.ts';

const [dana, omar] = team as [Someone, Someone];

let stage: Stage | null = null;
afterEach(() => {
  stage?.end();
  stage = null;
});

function open(html: string, options: StageOptions = {}): Stage {
  stage?.end();
  stage = new Stage(html, options);
  return stage;
}

function find(selector: string): HTMLElement {
  return findAll(document.body, selector)[0] as HTMLElement;
}

test('a form of the row that is sent by its button or by Enter', async () => {
  const page = open(
    settingsPage(
      listStyles['table with headers']!(
        team,
        (person) =>
          `<form data-who="${person.email}"><input name="reason" aria-label="Reason"><button>Remove</button></form>`,
      ),
    ),
  );
  for (const one of [dana, omar]) {
    page.on(find(`[data-who="${one.email}"]`), 'submit', (event) => {
      event.preventDefault();
      page.done.push(one.email);
    });
  }
  focus(find(`[data-who="${omar.email}"] input`));
  await stroke('Enter');
  expect(page.done).toEqual([omar.email]);
  focus(find(`[data-who="${dana.email}"] input`));
  await stroke('Enter');
  expect(page.done).toEqual([omar.email]);
  expect(page.held).toHaveLength(1);
  page.removeAnyway();
  await click(find(`[data-who="${dana.email}"] button`));
  expect(page.done).toEqual([omar.email, dana.email]);
  expect(page.held).toHaveLength(1);
});

test.each(['Enter', ' '])(
  'a key that is still down from an answer of ours works nothing of the page: "%s"',
  async (key) => {
    const page = open(settingsPage(listStyles['table with headers']!(team, () => '<button>Remove</button>')));
    const remove = find('tbody button');
    page.on(remove, 'click', () => page.done.push(dana.email));
    await click(remove);
    expect(page.held).toHaveLength(1);
    await hold(key);
    page.removeAnyway();
    // Where the focus goes once the warning is closed.
    focus(remove);
    page.seen.length = 0;
    await goOnHolding(key);
    expect(page.done).toEqual([]);
    expect(page.seen).toEqual([]);
    await stroke(key);
    expect(page.done).toEqual([dana.email]);
  },
);

test('a form that a script of the page submits', () => {
  const page = open(
    settingsPage(
      listStyles['table with headers']!(
        team,
        (person) => `<form data-who="${person.email}"><button>Remove</button></form>`,
      ),
    ),
  );
  page.on(find(`[data-who="${dana.email}"]`), 'submit', (event) => {
    event.preventDefault();
    page.done.push(dana.email);
  });
  (find(`[data-who="${dana.email}"]`) as HTMLFormElement).requestSubmit();
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
});

test('a library that makes a click of its own after a pointer goes through once after the lift', async () => {
  const page = open(
    settingsPage(
      listStyles['table with headers']!(
        team,
        (person) => `<span role="button" tabindex="0" data-who="${person.email}">Remove</span>`,
      ),
    ),
  );
  for (const one of [dana, omar]) {
    const control = find(`[data-who="${one.email}"]`);
    page.on(control, 'pointerup', () => control.dispatchEvent(new CustomEvent('press', { bubbles: true })));
    page.on(control, 'press', () => page.done.push(one.email));
  }
  await click(find(`[data-who="${omar.email}"]`));
  await click(find(`[data-who="${dana.email}"]`));
  expect(page.done).toEqual([omar.email]);
  expect(page.held).toHaveLength(1);
  page.removeAnyway();
  await click(find(`[data-who="${dana.email}"]`));
  expect(page.done).toEqual([omar.email, dana.email]);
});

test('people whom nobody can say anything about are not held, and that is said', async () => {
  const html = settingsPage(
    listStyles['table with headers']!(team, (person) => `<button data-who="${person.email}">Remove</button>`),
  );
  const page = open(html, { standing: 'blind' });
  page.on(find(`[data-who="${dana.email}"]`), 'click', () => page.done.push(dana.email));
  await click(find(`[data-who="${dana.email}"]`));
  expect(page.done).toEqual([dana.email]);
  expect(page.held).toEqual([]);
  expect(page.blind.length).toBeGreaterThan(0);
});

test('held while starting; as soon as the answer is there the same button is judged', async () => {
  const html = settingsPage(
    listStyles['table with headers']!(team, (person) => `<button data-who="${person.email}">Remove</button>`),
  );
  const page = open(html, { standing: 'pending' });
  for (const one of [dana, omar]) {
    page.on(find(`[data-who="${one.email}"]`), 'click', () => page.done.push(one.email));
  }
  await click(find(`[data-who="${omar.email}"]`));
  expect(page.done).toEqual([]);
  expect(page.startingSaid).toBeGreaterThan(0);
  page.standing = 'ready';
  await click(find(`[data-who="${omar.email}"]`));
  await click(find(`[data-who="${dana.email}"]`));
  expect(page.done).toEqual([omar.email]);
  expect(page.held).toHaveLength(1);
});

test('a control that is switched off is not held', async () => {
  const page = open(
    settingsPage(
      listStyles['table with headers']!(
        team,
        () => '<button disabled>Remove</button><a aria-disabled="true" id="x">Remove</a>',
      ),
    ),
  );
  await click(find('button[disabled]'));
  await click(find('#x'));
  expect(page.held).toEqual([]);
});

test('Delete and Backspace in a field of a row are typing', async () => {
  const page = open(settingsPage(listStyles['table with headers']!(team, () => '<input value="abc">')));
  focus(find('td input'));
  await stroke('Delete');
  expect(page.held).toEqual([]);
  expect((find('td input') as HTMLInputElement).value).toHaveLength(2);
});

test('somebody the list shows by a name that two carry, one of whom owns, is held, and that is said', async () => {
  const kims: Someone[] = [
    { name: 'Alex Kim', email: '', role: 'Admin' },
    { name: 'Omar Haddad', email: '', role: 'Member' },
  ];
  const page = open(
    settingsPage(
      listStyles['table with headers']!(kims, (person) => `<button data-who="${person.name}">Remove</button>`),
    ),
  );
  page.on(find('[data-who="Omar Haddad"]'), 'click', () => page.done.push('omar'));
  await click(find('[data-who="Alex Kim"]'));
  expect(page.held.map(({ sameName, userIds }) => [sameName, [...userIds].sort()])).toEqual([
    [true, ['alex-other', 'alex-owner']],
  ]);
  page.keep();
  await click(find('[data-who="Omar Haddad"]'));
  expect(page.done).toEqual(['omar']);
});

test('right and middle buttons remove nobody', async () => {
  const page = open(
    settingsPage(
      listStyles['table with headers']!(team, (person) => `<button data-who="${person.email}">Remove</button>`),
    ),
  );
  await click(find(`[data-who="${dana.email}"]`), 'right');
  await click(find(`[data-who="${dana.email}"]`), 'middle');
  expect(page.held).toEqual([]);
});

test('an owner in a settings page without any list words around is still held', async () => {
  const page = open(
    `<div id="app">${listStyles['cards of plain boxes']!(team, (person) => `<button data-who="${person.email}">Remove</button>`)}</div>`,
    { path: '/q2-rollout/x' },
  );
  page.on(find(`[data-who="${dana.email}"]`), 'click', () => page.done.push(dana.email));
  await click(find(`[data-who="${dana.email}"]`));
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
});

test.each([
  [
    'as an option of a list of actions',
    (person: Someone) =>
      `<select data-who="${person.email}"><option>Actions</option><option>Change role</option><option>Remove</option></select>`,
  ],
  [
    'as a role that is none',
    (person: Someone) =>
      `<select data-who="${person.email}"><option>Member</option><option>Remove from workspace</option></select>`,
  ],
])('a removal %s', async (_, action) => {
  const page = open(settingsPage(listStyles['table with headers']!(team, action)));
  for (const one of [dana, omar]) {
    page.on(find(`[data-who="${one.email}"]`), 'change', () => page.done.push(one.email));
  }
  const choose = async (person: Someone): Promise<void> => {
    const field = find(`[data-who="${person.email}"]`) as HTMLSelectElement;
    focus(field);
    // The list that a field opens is the browser's own; its last entry is chosen from the keyboard.
    for (let step = 1; step < field.options.length; step += 1) await stroke('ArrowDown');
  };
  await choose(omar);
  expect(page.done.at(-1)).toBe(omar.email);
  page.done.length = 0;
  await choose(dana);
  expect(page.held).toHaveLength(1);
  expect((find(`[data-who="${dana.email}"]`) as HTMLSelectElement).value).not.toMatch(/Remove/u);
});
