/** Roles and licences taken in rows: what was learnt from pages written blind, built otherwise. */
import { afterEach, test } from 'vitest';
import { team } from '../../test/fixtures/pages/lists.ts';
import { settingsPage } from '../../test/fixtures/pages/lists.ts';
import {
  always,
  delegate,
  emailOf,
  endWay,
  must,
  portal,
  row,
  tryWay,
  type Way,
  whose,
} from '../../test/fixtures/pages/ways.ts';

afterEach(endWay);

const ways: Record<string, Way> = {};

const typedCell =
  (leave: 'focusout' | 'blur' | 'change'): Way['wire'] =>
  (page, act) => {
    for (const field of document.querySelectorAll<HTMLElement>('.typed')) {
      page.on(field, 'focusin', () =>
        field instanceof HTMLInputElement ? field.select() : getSelection()!.selectAllChildren(field),
      );
      const said = (): string => (field instanceof HTMLInputElement ? field.value : field.textContent);
      let before = said();
      page.on(field, leave, () => {
        if (said() === before) return;
        before = said();
        act(emailOf(field));
      });
    }
  };

ways['an input for the role in each row, stored by its change'] = {
  html: row(
    (person) => `<input class="typed" aria-label="Role" size="8" value="${person.role}" data-who="${person.email}">`,
  ),
  wire: typedCell('change'),
  steps: [
    { at: whose('.typed'), how: { keys: 'Tab' } },
    { at: whose('.typed'), how: { type: 'Guest' } },
  ],
  held: 'change-role',
};

ways['a slider of plain boxes that goes by keys, saved at once'] = {
  html: row(
    (person) =>
      `<div role="slider" class="slider" tabindex="0" aria-label="Access level" aria-valuemin="0" aria-valuemax="3" aria-valuenow="3" aria-valuetext="${person.role}" data-who="${person.email}" style="width:60px;height:12px;background:#ccc"></div>`,
  ),
  wire: (page, act) =>
    delegate(page, 'keydown', '.slider', (slider, event) => {
      if ((event as KeyboardEvent).key === 'ArrowDown') act(emailOf(slider));
    }),
  steps: [{ at: whose('.slider'), how: { keys: 'ArrowDown' } }],
  held: 'change-role',
};

const chips = (person: { email: string; role: string }): string =>
  `<ul class="chips">${[person.role, 'Reviewer']
    .map(
      (name, at) =>
        `<li>${name} <span role="button" tabindex="0" class="off-${String(at)}" data-who="${person.email}">✕</span></li>`,
    )
    .join('')}</ul>`;

ways['roles as entries of a list, each with a cross that has no name'] = {
  html: row(chips),
  wire: (page, act) => delegate(page, 'click', '[class^=off]', (cross) => act(emailOf(cross))),
  steps: [{ at: whose('.off-0') }],
  held: 'change-role',
};

ways['free: the cross of another role in such a list'] = {
  ...ways['roles as entries of a list, each with a cross that has no name'],
  steps: [{ at: whose('.off-1') }],
  held: null,
};

ways['German: cards are dragged from Administratoren to Mitglieder, by mouse events alone'] = {
  html: settingsPage(
    `<div style="display:flex;gap:10px">${['Administratoren', 'Mitglieder']
      .map(
        (title, lane) =>
          `<div class="lane lane-${String(lane)}" style="width:150px;min-height:200px;border:1px solid"><div>${title}</div>${team
            .filter((_, at) => (at < 2 ? 0 : 1) === lane)
            .map(
              (person) =>
                `<div class="card" data-who="${person.email}" style="user-select:none"><b>${person.name}</b><br><small>${person.email}</small></div>`,
            )
            .join('')}</div>`,
      )
      .join('')}</div>`,
  ),
  wire: (page, act) => {
    let card: HTMLElement | null = null;
    delegate(page, 'mousedown', '.card', (element) => (card = element));
    page.on(document, 'mouseup', (event) => {
      const moved = card;
      card = null;
      const lane =
        moved &&
        document
          .elementsFromPoint((event as MouseEvent).clientX, (event as MouseEvent).clientY)
          .find((one) => one.matches('.lane'));
      if (!moved || !lane || lane.contains(moved)) return;
      lane.append(moved);
      act(emailOf(moved));
    });
  },
  steps: [{ at: whose('.card'), how: { dragTo: () => '.lane-1' } }],
  options: { lang: 'de' },
  held: 'change-role',
};

const inSettings = (): Way['wire'] => (page, act) =>
  delegate(page, 'click', '.act', (button) => {
    const box = portal(
      '<div role="dialog" aria-label="Remove admin rights?"><p>They stay in the workspace.</p><button class="no">Cancel</button><button class="yes">Remove</button></div>',
    );
    page.on(must('.no'), 'click', () => box.remove());
    page.on(must('.yes'), 'click', () => {
      box.remove();
      act(emailOf(button));
    });
  });

ways['"Remove admin rights…" with a question that is answered by Remove'] = {
  html: row((person) => `<button type="button" class="act" data-who="${person.email}">Remove admin rights…</button>`),
  wire: inSettings(),
  steps: [{ at: whose('.act') }, { at: always('.yes') }],
  held: 'change-role',
};

ways['"Release license" beside each person'] = {
  html: row((person) => `<button type="button" class="act" data-who="${person.email}">Release license</button>`),
  wire: (page, act) => delegate(page, 'click', '.act', (button) => act(emailOf(button))),
  steps: [{ at: whose('.act') }],
  held: 'change-licence',
};

ways['French: a role between two arrows'] = {
  html: row(
    (person) =>
      `<span><button type="button" class="act" data-who="${person.email}">‹</button><b>${person.role}</b><button type="button">›</button></span>`,
  ),
  wire: (page, act) => delegate(page, 'click', '.act', (button) => act(emailOf(button))),
  steps: [{ at: whose('.act') }],
  options: { lang: 'fr' },
  held: 'change-role',
};

test.each(Object.entries(ways))('%s', (_, way) => tryWay(way));
