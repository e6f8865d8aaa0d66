/**
 * Removals whose control stands in no row, or that have no control: bars over rows and below them, keys, drags, lists that
 * people are moved between; lines that a cell spans. Each idea of `ways-of-removing` once more, built otherwise.
 */
import { afterEach, expect, test } from 'vitest';
import { settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import {
  always,
  delegate,
  endWay,
  find,
  must,
  open,
  portal,
  row,
  tryWay,
  type Way,
  whose,
} from '../../test/fixtures/pages/ways.ts';

afterEach(endWay);

const each = (draw: (person: Someone) => string, people: readonly Someone[] = team): string =>
  people.map(draw).join('');
const whoOf = (element: Element): string => element.closest('[data-who]')!.getAttribute('data-who')!;
const bin =
  '<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><path d="M3 6h18M19 6v14H5V6M8 6V4h8v2M10 11v6M14 11v6"></path></svg>';
const cross =
  '<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><path d="M18 6 6 18M6 6l12 12"></path></svg>';

const ticked = (bar: string): string =>
  settingsPage(
    `<div class="bar" hidden>${bar}</div><ul>${each((person) => `<li data-who="${person.email}"><input type="checkbox" class="ck"> ${person.name} <span>${person.email}</span></li>`)}</ul>`,
  );
const chosen = (): string => [...document.querySelectorAll('.ck:checked')].map((box) => whoOf(box)).join();
const tick = (subject: Someone): string => `[data-who="${subject.email}"] .ck`;

const ways: Record<string, Way> = {
  'a bar in a portal over the row that is pressed, whose rows have controls of their own': {
    html: row((person) => `<button class="open" data-who="${person.email}">Open</button>`),
    wire: (page, act) => {
      let who = '';
      delegate(page, 'mouseover', 'tr[data-row]', (line) => {
        who = line.dataset['row']!;
        find('[data-portal]')?.remove();
        const { left, top } = line.getBoundingClientRect();
        portal(
          `<button class="e" title="Edit">✎</button><button class="d">${bin}</button>`,
          `position:absolute;left:${String(left + 60)}px;top:${String(top + 1)}px;line-height:1;font-size:10px;white-space:nowrap`,
        );
      });
      delegate(page, 'click', '.d', () => act(who));
    },
    steps: [{ at: (subject) => `[data-row="${subject.email}"] td:nth-child(2)` }, { at: always('[data-portal] .d') }],
  },
  'a bin without a name in a bar for those who are ticked acts at once': {
    html: ticked(`<button class="m">✉</button> <button class="d">${bin}</button> <button class="c">${cross}</button>`),
    wire: (page, act) => {
      delegate(page, 'change', '.ck', () => (must('.bar').hidden = chosen() === ''));
      delegate(page, 'click', '.d', () => act(chosen()));
    },
    steps: [{ at: tick, how: 'tick' }, { at: always('.bar:not([hidden]) .d') }],
  },
  'harmless: the cross of such a bar ends the selection': {
    html: ticked(`<button class="d">${bin}</button> <button class="c">${cross}</button>`),
    wire: (page, act) => {
      delegate(page, 'change', '.ck', () => (must('.bar').hidden = chosen() === ''));
      delegate(page, 'click', '.c', () => act(chosen()));
    },
    steps: [{ at: tick, how: 'tick' }, { at: always('.bar:not([hidden]) .c') }],
    held: null,
  },
  'a key that a table of keys explains removes whoever has the focus': {
    html: settingsPage(
      `<div>${each((person) => `<div class="p" tabindex="0" data-who="${person.email}"><b>${person.name}</b> <i>${person.email}</i></div>`)}</div><dl><dt><kbd>E</kbd></dt><dd>Edit</dd><dt><kbd>D</kbd></dt><dd>Remove user</dd></dl>`,
    ),
    wire: (page, act) =>
      delegate(page, 'keydown', '.p', (line, event) => {
        if ((event as KeyboardEvent).key === 'd') act(line.dataset['who']!);
      }),
    steps: [{ at: whose('.p'), how: { keys: 'd' } }],
  },
  'harmless: another key of the same table': {
    html: settingsPage(
      `<div>${each((person) => `<div class="p" tabindex="0" data-who="${person.email}"><b>${person.name}</b> <i>${person.email}</i></div>`)}</div><p><kbd>e</kbd> edit · <kbd>d</kbd> remove user</p>`,
    ),
    wire: (page, act) =>
      delegate(page, 'keydown', '.p', (line, event) => {
        if ((event as KeyboardEvent).key === 'e') act(line.dataset['who']!);
      }),
    steps: [{ at: whose('.p'), how: { keys: 'e' } }],
    held: null,
  },
  'a button names its own key': {
    html: row((person) => `<button aria-keyshortcuts="Control+Y" class="k" data-who="${person.email}">Remove</button>`),
    wire: (page, act) =>
      delegate(page, 'keydown', 'tr', (line, event) => {
        const { key, ctrlKey } = event as KeyboardEvent;
        if (key === 'y' && ctrlKey) act(line.dataset['row']!);
      }),
    steps: [{ at: whose('.k'), how: { keys: 'y', control: true } }],
  },
  'Delete in a list box that keeps the focus and says which entry is current': {
    html: settingsPage(
      `<ul role="listbox" tabindex="0" aria-label="Members">${each((person) => `<li role="option" id="${person.email.split('@')[0]!}" data-who="${person.email}">${person.name} <small>${person.email}</small></li>`)}</ul>`,
    ),
    wire: (page, act) => {
      const list = must('[role=listbox]');
      delegate(page, 'click', '[role=option]', (option) => list.setAttribute('aria-activedescendant', option.id));
      page.on(list, 'keydown', (event) => {
        const current = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
        if ((event as KeyboardEvent).key === 'Delete' && current) act(whoOf(current));
      });
    },
    steps: [
      { at: whose('[role=option]') },
      { at: (subject) => `[aria-activedescendant="${subject.email.split('@')[0]!}"]`, how: { keys: 'Delete' } },
    ],
  },
  'one heading cell for three lines, German': {
    html: settingsPage(
      `<table><thead><tr><th>Name</th><th>Arbeitsbereich</th><th></th></tr></thead><tbody>${each((person) =>
        ['EMEA Sales', 'Finance', 'Legal']
          .map(
            (name, at) =>
              `<tr data-who="${person.email}">${at === 0 ? `<th scope="row" rowspan="3">${person.name}<br>${person.email}</th>` : ''}<td>${name}</td><td><button class="x${String(at)}">Entfernen</button></td></tr>`,
          )
          .join(''),
      )}</tbody></table>`,
      'Zugriff',
    ),
    wire: (page, act) => delegate(page, 'click', 'button[class^=x]', (button) => act(whoOf(button))),
    steps: [{ at: (subject) => `[data-who="${subject.email}"] .x1` }],
    options: { lang: 'de' },
  },
  'a box of the browser’s own below "Active"': {
    html: settingsPage(
      `<table><thead><tr><th>Name</th><th>E-mail</th><th>Active</th></tr></thead><tbody>${each((person) => `<tr data-who="${person.email}"><td>${person.name}</td><td>${person.email}</td><td><input type="checkbox" checked class="on"></td></tr>`)}</tbody></table>`,
    ),
    wire: (page, act) => delegate(page, 'change', '.on', (box) => act(whoOf(box))),
    steps: [{ at: (subject) => `[data-who="${subject.email}"] .on` }],
  },
  'people go from one list to another by a button in their line, and "Save" sends both': {
    html: settingsPage(
      `<h2>Members</h2><ul class="in">${each((person) => `<li data-who="${person.email}">${person.name} <small>${person.email}</small> <button class="mv">→</button></li>`)}</ul><h2>Others</h2><ul class="out"></ul><button class="sv">Save</button>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.mv', (button) => must('.out').append(button.closest('li')!));
      delegate(page, 'click', '.sv', () => act([...document.querySelectorAll('.out li')].map(whoOf).join()));
    },
    steps: [{ at: (subject) => `.in [data-who="${subject.email}"] .mv` }, { at: always('ul.out:not(:empty) + .sv') }],
  },
  'harmless: somebody is moved up in the one list there is, and "Save" sends the order': {
    html: settingsPage(
      `<ol>${each((person) => `<li data-who="${person.email}">${person.name} <small>${person.email}</small> <button class="up">↑</button></li>`)}</ol><button class="sv">Save</button>`,
    ),
    wire: (page, act) => {
      let who = '';
      delegate(page, 'click', '.up', (button) => {
        who = whoOf(button);
        must('ol').prepend(button.closest('li')!);
        must('.sv').classList.add('dirty');
      });
      delegate(page, 'click', '.sv', () => act(who));
    },
    steps: [{ at: (subject) => `[data-who="${subject.email}"] .up` }, { at: always('.sv.dirty') }],
    held: null,
  },
};

test.each(Object.entries(ways))('%s', (_, way) => tryWay(way));

test('a drag of the browser’s own ends on a bin', () => {
  const page = open(
    {
      html: settingsPage(
        `<ul>${each((person) => `<li draggable="true" data-who="${person.email}">${person.name} <small>${person.email}</small></li>`)}</ul><div class="bin" style="padding:20px" aria-label="Remove">${bin}</div>`,
      ),
      wire: (stage, act) => stage.on(must('.bin'), 'drop', () => act('dropped')),
      steps: [],
    },
    true,
  );
  const place = must('.bin');
  const { left, top } = place.getBoundingClientRect();
  const at = { bubbles: true, composed: true, cancelable: true, clientX: left + 5, clientY: top + 5 };
  const drag = (subject: Someone): void => {
    const line = must(`[data-who="${subject.email}"]`);
    line.dispatchEvent(new PointerEvent('pointerdown', { ...at, clientX: 0, clientY: 0 }));
    line.dispatchEvent(new DragEvent('dragstart', at));
    line.dispatchEvent(new PointerEvent('pointercancel', at));
    place.dispatchEvent(new DragEvent('drop', at));
  };
  drag(team[1]!);
  expect(page.done, 'who owns nothing').toEqual(['dropped']);
  drag(team[0]!);
  expect(page.done).toEqual(['dropped']);
  expect(page.held.map(({ action, userIds }) => [action, userIds])).toEqual([['remove', ['dana']]]);
});
