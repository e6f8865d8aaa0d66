/** What nobody can read: held where an owner's keys hang on it, unless something says that it only leads somewhere. */
import { afterEach, expect, test } from 'vitest';
import { click } from '../../test/fixtures/pages/input.ts';
import { type Someone, team } from '../../test/fixtures/pages/lists.ts';
import {
  always,
  delegate,
  emailOf,
  endWay,
  must,
  open,
  portal,
  row,
  tryWay,
  type Way,
  whose,
} from '../../test/fixtures/pages/ways.ts';

const [dana, omar] = team as [Someone, Someone];

afterEach(endWay);

const svg = (inner: string, attributes = ''): string =>
  `<svg width="16" height="16" viewBox="0 0 24 24" ${attributes}>${inner}</svg>`;
const lines = 'fill="none" stroke="currentColor" stroke-width="2"';
const cross = svg('<path d="M18 6 6 18"/><path d="m6 6 12 12"/>', lines);
const plus = svg('<path d="M5 12h14"/><path d="M12 5v14"/>', lines);
const dots = svg('<circle cx="12" cy="5" r="1"/><circle cx="12" cy="12" r="1"/><circle cx="12" cy="19" r="1"/>', lines);
const dotsInOnePath = svg(
  '<path d="M0 0h24v24H0z" fill="none"/><path d="M12 8c1.1 0 2-.9 2-2s-.9-2-2-2-2 .9-2 2 .9 2 2 2zm0 2c-1.1 0-2 .9-2 2s.9 2 2 2 2-.9 2-2-.9-2-2-2zm0 6c-1.1 0-2 .9-2 2s.9 2 2 2 2-.9 2-2-.9-2-2-2z"/>',
);
const pencil = svg(
  '<path d="M3 17.25V21h3.75L17.81 9.94l-3.75-3.75L3 17.25zM20.7 7.04l-2.34-2.34-1.83 1.83 3.75 3.75z"/>',
);
const bin = svg('<path d="M6 19c0 1.1.9 2 2 2h8c1.1 0 2-.9 2-2V7H6v12zM19 4h-3.5l-1-1h-5l-1 1H5v2h14V4z"/>');
const sprite =
  '<svg style="display:none"><symbol id="i7" viewBox="0 0 24 24"><path d="M18 6 6 18M6 6l12 12" stroke="black" stroke-width="2"/></symbol></svg>';

/** Signs at the end of each row; the page acts at once on the one that is meant. */
const signs = (inner: (person: Someone) => string, type = 'click'): Way => ({
  html: row(inner),
  wire: (page, act) => delegate(page, type, '[data-item]', (item) => act(emailOf(item))),
  steps: [{ at: whose('[data-item]') }],
});
const mark = (person: Someone): string => `data-item data-who="${person.email}"`;

/** A sign that opens a list, whose entries act at once. */
const opener = (sign: string, entry: string, held: 'remove' | null): Way => ({
  html: row((person) => `<button data-open data-who="${person.email}">${sign}</button>`),
  wire: (page, act) => {
    delegate(page, 'click', '[data-open]', (button) => {
      portal(
        `<div role="menu"><div role="menuitem" tabindex="-1">Profile</div><div role="menuitem" tabindex="-1" data-item data-who="${emailOf(button)}">${entry}</div></div>`,
      );
    });
    delegate(page, 'click', '[data-item]', (item) => {
      must('[data-portal]').remove();
      act(emailOf(item));
    });
  },
  steps: [{ at: whose('[data-open]') }, { at: whose('[data-item]') }],
  held,
});

const ways: Record<string, Way> = {
  'a red cross drawn in a cell, with nothing around it (Tabulator)': signs(
    (person) =>
      `<span ${mark(person)}>${svg('<path fill="#CE1515" d="M18.3 5.7 12 12l6.3 6.3-1.4 1.4L10.6 13.4 4.3 19.7 2.9 18.3 9.2 12 2.9 5.7 4.3 4.3l6.3 6.3 6.3-6.3z"/>')}</span>`,
  ),
  'a grey cross of two lines': signs((person) => `<button ${mark(person)}>${cross}</button>`),
  'a cross from a sprite': {
    ...signs((person) => `<button ${mark(person)}>${svg('<use href="#i7"/>')}</button>`),
    html: sprite + signs((person) => `<button ${mark(person)}>${svg('<use href="#i7"/>')}</button>`).html,
  },
  'a cross that a style sheet writes': signs(
    (person) => `<style>.q1::before{content:"\\2715"}</style><a class="q1" href="#" ${mark(person)}></a>`,
  ),
  'a cross as a letter': signs((person) => `<button ${mark(person)}>×</button>`),
  'a cross whose only word is a class': signs(
    (person) => `<button ${mark(person)}><i class="fa-solid fa-xmark">&#xf00d;</i></button>`,
  ),
  'a bin that nothing names, behind a pencil': signs(
    (person) => `<button>${pencil}</button><button ${mark(person)}>${bin}</button>`,
  ),
  'a picture behind an empty box': signs(
    (person) =>
      `<span style="display:inline-block;width:16px;height:16px;cursor:pointer;background-image:url('data:image/gif;base64,R0lGODlhAQABAAAAACw=')" ${mark(person)}></span>`,
  ),
  'words that nobody knows, drawn red among others': opener(
    '⋮',
    '<span style="color:rgb(200,20,20)">Farewell</span>',
    'remove',
  ),
  'a list that dots open': opener(dots, 'Send a message', null),
  'a list that dots of one path open': opener(dotsInOnePath, 'Send a message', null),
  'a list that a plus opens': opener(plus, 'Send a message', null),
  'a pencil before a bin': {
    ...signs((person) => `<button ${mark(person)}>${pencil}</button><button>${bin}</button>`),
    held: null,
  },
  'a pencil before a control that says that it removes': {
    ...signs((person) => `<button>Remove</button><button ${mark(person)}>${pencil}</button>`),
    held: null,
  },
  'red words on a page that draws all its controls red': {
    ...signs((person) => `<button style="color:rgb(200,20,20)" ${mark(person)}>Farewell</button>`),
    html:
      signs((person) => `<button ${mark(person)}>Farewell</button>`).html +
      '<style>button,a{color:rgb(200,20,20)}</style>',
    held: null,
  },
  'a cross that clears a field of the row': {
    ...signs((person) => `<div><input value="Sales"><button ${mark(person)}>×</button></div>`),
    held: null,
  },
};

test.each(Object.entries(ways))('%s', (_, way) => tryWay(way));

const inDrawer = (label: string): Way => ({
  html: row((person) => `<button data-open data-who="${person.email}">Details</button>`),
  wire: (on, act) =>
    delegate(on, 'click', '[data-open]', (button) => {
      const { name } = team.find(({ email }) => email === emailOf(button))!;
      const box = portal(
        `<div role="dialog" aria-label="${name}"><h2>${name}</h2><p>${emailOf(button)}</p><button data-end style="color:rgb(200,20,20)">${label}</button><button>Save changes</button><button>Close</button></div>`,
      );
      on.on(box.querySelector('[data-end]')!, 'click', () => act(emailOf(button)));
    }),
  steps: [{ at: whose('[data-open]') }, { at: always('[data-end]') }],
});

test.each([
  'Toegang tot EMEA Sales intrekken',
  'Withdraw Dana’s access',
  'Zugang zu EMEA Sales beenden',
  'Verwijzing tot nader order intrekken',
])('in a drawer about somebody, in red: %s', (label) => tryWay(inDrawer(label)));

test('a sign that nothing tells is learned from somebody who owns nothing: it opened a list', async () => {
  const way = opener(pencil, 'Send a message', null);
  const page = open(way, true);
  for (const person of [omar, dana]) {
    await click(must(whose('[data-open]')(person)));
    await click(must('[data-item]'));
  }
  expect(page.held).toEqual([]);
  expect(page.done).toEqual([omar.email, dana.email]);
});

test('the warning is told that nothing was understood', async () => {
  for (const [inner, unsure] of [
    [`<button>×</button>`, true],
    [`<button>Remove</button>`, false],
  ] as const) {
    const page = open({ html: row(() => inner), wire: () => undefined, steps: [] }, true);
    await click(must(`[data-row="${dana.email}"] button`));
    expect(page.held.map((attempt) => attempt.unsure)).toEqual([unsure]);
  }
});

test('what one sign opened says nothing of another one beside it', async () => {
  const page = open(
    {
      html: row(
        (person) =>
          `<button data-open data-who="${person.email}">${pencil}</button><button ${mark(person)}>${bin}</button>`,
      ),
      wire: (on, act) => {
        delegate(on, 'click', '[data-open]', (button) => {
          portal(`<div role="menu"><div role="menuitem" data-edit data-who="${emailOf(button)}">Profile</div></div>`);
        });
        delegate(on, 'click', '[data-edit]', () => must('[data-portal]').remove());
        delegate(on, 'click', '[data-item]', (item) => act(emailOf(item)));
      },
      steps: [{ at: always('[data-item]') }],
    },
    true,
  );
  await click(must(whose('[data-open]')(omar)));
  await click(must('[data-edit]'));
  await click(must(whose('[data-item]')(omar)));
  await click(must(whose('[data-item]')(dana)));
  expect(page.done).toEqual([omar.email]);
  expect(page.held).toHaveLength(1);
});
