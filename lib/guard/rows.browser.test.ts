/** Removals that start in a row, in lists of every kind, on pages that act at every step of a click. */
import { afterEach, expect, test } from 'vitest';
import { click, focus, press, release, stroke, tap } from '../../test/fixtures/pages/input.ts';
import { type Action, flatGrid, listStyles, settingsPage, team } from '../../test/fixtures/pages/lists.ts';
import { Stage } from '../../test/fixtures/pages/stage.ts';
import { findAll } from '../pages/tree.ts';

const [dana, omar] = team as [(typeof team)[number], (typeof team)[number]];

const removeButton: Action = (person) => `<button data-who="${person.email}">Remove</button>`;

let stage: Stage | null = null;
afterEach(() => {
  stage?.end();
  stage = null;
});

function start(html: string, type: string, guarded = true): Stage {
  stage?.end();
  const made = new Stage(html, { guarded });
  for (const button of findAll(document.body, '[data-who]')) {
    made.on(button, type, () => made.done.push(button.getAttribute('data-who')!));
  }
  stage = made;
  return made;
}

function control(email: string): Element {
  return findAll(document.body, `[data-who="${email}"]`)[0]!;
}

const styles = { ...listStyles, 'grid of cells without rows': flatGrid };

test.each(Object.keys(styles))(
  'an owner is held, others pass, and after the lift one click is enough: %s',
  async (style) => {
    const page = start(settingsPage(styles[style as keyof typeof styles](team, removeButton)), 'click');
    await click(control(dana.email));
    expect(page.held.map((attempt) => attempt.userIds)).toEqual([['dana']]);
    expect(page.done).toEqual([]);
    page.removeAnyway();
    await click(control(dana.email));
    expect(page.done).toEqual([dana.email]);
    await click(control(omar.email));
    expect(page.done).toEqual([dana.email, omar.email]);
    expect(page.held).toHaveLength(1);
    expect(page.failures).toEqual([]);
  },
);

const triggers = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];

test.each(triggers)('by mouse, on a page that acts on %s', async (type) => {
  const page = start(settingsPage(listStyles['table with headers']!(team, removeButton)), type);
  await click(control(dana.email));
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
  expect(page.seen.filter((event) => event.includes('button Remove'))).toEqual([]);
  page.removeAnyway();
  await click(control(dana.email));
  expect(page.done).toEqual([dana.email]);
});

test.each([...triggers, 'touchstart', 'touchend'])('by touch, on a page that acts on %s', async (type) => {
  const page = start(settingsPage(listStyles['table with headers']!(team, removeButton)), type);
  await tap(control(dana.email));
  await expect.poll(() => page.held.length).toBe(1);
  expect(page.done).toEqual([]);
  page.removeAnyway();
  await tap(control(dana.email));
  await expect.poll(() => page.done).toEqual([dana.email]);
});

test.each([
  ['Enter', 'keydown'],
  ['Enter', 'keyup'],
  ['Enter', 'click'],
  [' ', 'keydown'],
  [' ', 'keyup'],
  [' ', 'click'],
] as const)('by the key "%s", on a page that acts on %s', async (key, type) => {
  const page = start(settingsPage(listStyles['cards of plain boxes']!(team, removeButton)), type);
  focus(control(dana.email));
  await stroke(key);
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
  page.removeAnyway();
  focus(control(dana.email));
  await stroke(key);
  expect(page.done).toEqual([dana.email]);
});

test.each([' ', 'Enter'] as const)(
  'while the guard is starting nothing of the key "%s" reaches the control',
  async (key) => {
    const page = start(settingsPage(listStyles['cards of plain boxes']!(team, removeButton)), 'keyup');
    page.standing = 'pending';
    focus(control(dana.email));
    await stroke(key);
    expect(page.done).toEqual([]);
    expect(page.startingSaid).toBeGreaterThan(0);
  },
);

test.each([...triggers, 'keydown'])(
  'who owns nothing is never noticed: the page gets the same events, on %s',
  async (type) => {
    const html = settingsPage(listStyles['table with headers']!(team, removeButton));
    const walk = async (page: Stage): Promise<string[]> => {
      await click(control(omar.email));
      focus(control(omar.email));
      await stroke('Enter');
      await stroke(' ');
      return page.seen;
    };
    const alone = await walk(start(html, type, false));
    const guarded = start(html, type);
    expect(await walk(guarded)).toEqual(alone);
    expect(guarded.held).toEqual([]);
  },
);

test.each([
  ['aria-label', (who: string) => `<button aria-label="Remove ${who}"><svg width="16" height="16"></svg></button>`],
  ['title', () => `<span role="button" tabindex="0" title="Delete user"><svg width="16" height="16"></svg></span>`],
  ['icon component', () => `<button><svg data-testid="DeleteOutlineIcon" width="16" height="16"></svg></button>`],
  [
    'icon font',
    () => `<a href="#x"><i class="fa-solid fa-trash-can" style="display:inline-block;width:16px;height:16px"></i></a>`,
  ],
  ['sprite', () => `<button><svg width="16" height="16"><use href="#icon-remove"></use></svg></button>`],
  ['ligature', () => `<button><span class="material-icons">person_remove</span></button>`],
  ['svg title', () => `<button><svg width="16" height="16"><title>Remove</title></svg></button>`],
  ['plain box', () => `<div style="cursor:pointer">Remove from workspace</div>`],
  ['link', () => `<a href="#remove">Revoke access</a>`],
])('a bin or a word, however it is made: %s', async (_, make) => {
  const page = start(
    settingsPage(
      listStyles['cards of plain boxes']!(
        team,
        (person) => `<div data-who="${person.email}">${make(person.name)}</div>`,
      ),
    ),
    'click',
  );
  await click(control(dana.email).firstElementChild!);
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual([]);
  page.keep();
  await click(control(omar.email).firstElementChild!);
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual([omar.email]);
});

test.each(['Remove filter', 'Remove photo', 'Edit', 'Resend invitation', 'View profile', 'Change photo'])(
  'what removes nobody is not held: %s',
  async (label) => {
    const page = start(
      settingsPage(
        listStyles['cards of plain boxes']!(team, (person) => `<button data-who="${person.email}">${label}</button>`),
      ),
      'click',
    );
    await click(control(dana.email));
    expect(page.held).toEqual([]);
    expect(page.done).toEqual([dana.email]);
  },
);

test('a click that a script of the page makes is held as well', () => {
  const page = start(settingsPage(listStyles['table with headers']!(team, removeButton)), 'click');
  (control(dana.email) as HTMLElement).click();
  expect(page.held.map((attempt) => attempt.input)).toEqual(['script']);
  expect(page.done).toEqual([]);
  page.removeAnyway();
  (control(dana.email) as HTMLElement).click();
  expect(page.done).toEqual([dana.email]);
});

test('pressed on the button and released elsewhere: nothing happens, and the next click is held afresh', async () => {
  const page = start(settingsPage(listStyles['table with headers']!(team, removeButton)), 'click');
  await press(control(dana.email));
  await release(document.querySelector('h1')!);
  expect(page.held).toEqual([]);
  await click(control(dana.email));
  expect(page.held).toHaveLength(1);
});

test('a press that was held is held to its end, though the page draws the button otherwise meanwhile', async () => {
  const page = start(settingsPage(listStyles['table with headers']!(team, removeButton)), 'mouseup');
  const button = control(dana.email);
  await press(button);
  button.textContent = 'Please wait';
  await release(button);
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
});

test.each([null, 'dialog'])(
  'the Delete key on a row in focus, whatever a press on the row opens (%s)',
  async (opens) => {
    const page = start(settingsPage(listStyles['table with headers']!(team)), 'click');
    for (const row of document.querySelectorAll('tbody tr')) {
      row.setAttribute('tabindex', '0');
      if (opens !== null) row.setAttribute('aria-haspopup', opens);
      page.on(row, 'keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Delete') page.done.push(row.textContent ?? '');
      });
    }
    focus(document.querySelectorAll('tbody tr')[1]!);
    await stroke('Delete');
    expect(page.done).toHaveLength(1);
    focus(document.querySelectorAll('tbody tr')[0]!);
    await stroke('Delete');
    expect(page.done).toHaveLength(1);
    expect(page.held).toHaveLength(1);
  },
);

test('a row that was recycled for somebody else between reading and click counts as who it shows now', async () => {
  const page = start(settingsPage(listStyles['cards of plain boxes']!(team, removeButton)), 'click');
  const row = control(omar.email).closest('.sc-c3')!;
  row.querySelector('.sc-f6')!.textContent = dana.name;
  row.querySelector('.sc-g7')!.textContent = dana.email;
  control(dana.email).closest('.sc-c3')!.remove();
  await click(control(omar.email));
  expect(page.held.map((attempt) => attempt.userIds)).toEqual([['dana']]);
});
