/**
 * What pages on Semantic UI React (2.1, 2026-11) taught: lookalikes written by others, run against the built extension. Its
 * parts carry few roles: lists are their own field, boxes are drawn beside an input that hears nothing of a press, dialogs
 * are plain boxes in a dimmer.
 */
import { afterEach, test } from 'vitest';
import { team } from '../../test/fixtures/pages/lists.ts';
import {
  always,
  delegate,
  emailOf,
  endWay,
  portal,
  row,
  tryWay,
  type Way,
  whose,
} from '../../test/fixtures/pages/ways.ts';

afterEach(endWay);

const spaces = ['EMEA Sales', 'Finance', 'Archive'];
const DIMMER = 'position:fixed;inset:0;background:rgba(0,0,0,.4);z-index:9;display:flex';

const modal = (header: string, content: string, actions: string): HTMLElement =>
  portal(
    `<div class="ui tiny modal transition visible active" style="width:380px;background:white"><div class="header">${header}</div><div class="content">${content}</div><div class="actions">${actions}</div></div>`,
    DIMMER,
  );

const nameOfWho = (email: string): string => team.find((someone) => someone.email === email)!.name;

const ways: Record<string, Way> = {};

const roles = ['Admin', 'Member', 'Collaborator'];
ways['Dropdown inline: one element is field and list; the value is active, what the arrows mark is selected'] = {
  html: row(
    ({ email, role }) =>
      `<div aria-label="Role" role="listbox" aria-expanded="false" class="ui inline dropdown" tabindex="0" data-who="${email}" data-on="${role}"><div aria-atomic="true" aria-live="polite" role="alert" class="divider text">${role}</div><i aria-hidden="true" class="dropdown icon"></i><div class="menu transition">${roles
        .map(
          (one) =>
            `<div role="option" aria-checked="${String(one === role)}" aria-selected="${String(one === role)}" class="${one === role ? 'active selected ' : ''}item" data-value="${one}" style="display:none"><span class="text">${one}</span></div>`,
        )
        .join('')}</div></div>`,
  ),
  wire: (page, act) => {
    const mark = (field: HTMLElement, on: string): void => {
      field.setAttribute('data-on', on);
      for (const item of field.querySelectorAll('.item')) {
        const isOn = item.getAttribute('data-value') === on;
        item.setAttribute('aria-selected', String(isOn));
        item.className = `${item.getAttribute('aria-checked') === 'true' ? 'active ' : ''}${isOn ? 'selected ' : ''}item`;
      }
    };
    delegate(page, 'focusin', '.ui.dropdown', (field) => {
      field.setAttribute('aria-expanded', 'true');
      for (const item of field.querySelectorAll<HTMLElement>('.item')) item.style.display = 'block';
    });
    delegate(page, 'keydown', '.ui.dropdown', (field, event) => {
      const { key } = event as KeyboardEvent;
      const on = field.getAttribute('data-on')!;
      if (key === 'ArrowDown') mark(field, roles[roles.indexOf(on) + 1] ?? on);
      if (key === 'Enter') act(emailOf(field));
    });
  },
  steps: [
    {
      at: (subject) => `.dropdown[data-who="${subject.email}"]:not([data-on=Collaborator])`,
      how: { keys: 'ArrowDown' },
    },
    { at: (subject) => `.dropdown[data-who="${subject.email}"][data-on=Collaborator]`, how: 'Enter' },
  ],
  held: 'change-role',
};

const toggles = row(
  ({ email }) =>
    `<div class="ui checked fitted toggle checkbox" data-who="${email}" style="position:relative;width:140px;height:24px"><input class="hidden" readonly tabindex="0" type="checkbox" value="" checked style="position:absolute;top:0;left:0;opacity:0;z-index:-1"><label style="padding-left:60px">Active account</label></div>`,
);

/** As the library does it: down gives the focus to its input, and the release turns it; the input hears of nothing. */
const turn = (box: HTMLElement): void => {
  const input = box.querySelector('input')!;
  input.checked = !input.checked;
  box.classList.toggle('checked');
};
ways['Checkbox toggle: its label is bound to nothing, the release turns it and acts'] = {
  html: toggles,
  wire: (page, act) =>
    delegate(page, 'mouseup', '.checkbox', (box) => {
      turn(box);
      act(emailOf(box));
    }),
  steps: [{ at: (subject) => `.checkbox[data-who="${subject.email}"] label` }],
};
ways['Checkbox toggle: the blank of its box turns it with the click'] = {
  html: toggles,
  wire: (page, act) =>
    delegate(page, 'click', '.checkbox', (box) => {
      turn(box);
      act(emailOf(box));
    }),
  steps: [{ at: whose('.checkbox') }],
};
ways['Radio: its label is bound to nothing, choosing acts at once'] = {
  html: row(({ email, role }) =>
    roles
      .map(
        (one) =>
          `<div class="ui radio checkbox" data-who="${email}" data-value="${one}" style="position:relative;height:20px"><input class="hidden" name="role-${email}" readonly tabindex="0" type="radio" value="${one}"${one === role ? ' checked' : ''} style="position:absolute;top:0;left:0;opacity:0;z-index:-1"><label>${one}</label></div>`,
      )
      .join(''),
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.checkbox', (box) => {
      box.querySelector('input')!.checked = true;
      act(emailOf(box));
    }),
  steps: [{ at: (subject) => `.checkbox[data-who="${subject.email}"][data-value=Collaborator] label` }],
  held: 'change-role',
};

const more = row(({ email }) => `<button type="button" class="more" aria-label="Edit" data-who="${email}"></button>`);

ways['Dropdown multiple: chips and what is left to choose in one list that is its own field, then Save'] = {
  html: more,
  wire: (page, act) =>
    delegate(page, 'click', '.more', (button) => {
      const chosen = new Set(spaces.slice(0, 2));
      const draw = (): string =>
        `${[...chosen]
          .map(
            (space) =>
              `<a class="ui label" value="${space}">${space}<i aria-hidden="true" class="delete icon" data-value="${space}" style="display:inline-block;width:10px;height:10px"></i></a>`,
          )
          .join(
            '',
          )}<div aria-atomic="true" aria-live="polite" role="alert" class="divider text">No workspace</div><i aria-hidden="true" class="dropdown icon"></i><div class="menu transition" style="display:none">${spaces
          .filter((space) => !chosen.has(space))
          .map(
            (space, at) =>
              `<div role="option" aria-checked="false" aria-selected="${String(at === 0)}" class="${at === 0 ? 'selected ' : ''}item" style="pointer-events: all;"><span class="text">${space}</span></div>`,
          )
          .join('')}</div>`;
      const box = modal(
        `Workspaces of ${nameOfWho(emailOf(button))}`,
        `<div role="listbox" aria-expanded="false" aria-multiselectable="true" class="ui fluid multiple selection dropdown" tabindex="0">${draw()}</div>`,
        '<button class="ui button">Cancel</button><button class="ui positive button"><i aria-hidden="true" class="checkmark icon"></i>Save</button>',
      );
      const field = box.querySelector('[role=listbox]')!;
      page.on(field, 'click', (event) => {
        const space = (event.target as Element).getAttribute('data-value');
        if (space === null) return;
        chosen.delete(space);
        field.innerHTML = draw();
      });
      page.on(box.querySelector('.positive')!, 'click', () => {
        box.remove();
        act(emailOf(button));
      });
    }),
  steps: [
    { at: whose('.more') },
    { at: always('.positive') },
    { at: always('.delete[data-value="EMEA Sales"]'), how: 'click' },
  ],
};

const namesakes = row(() => '').replace(
  '</tbody>',
  '<tr><td></td><td>Dana Reyes</td><td>dana.reyes2@northwind.example</td><td>Member</td><td></td></tr></tbody>',
);

/** One field for each of the team, so that every way goes the same steps. */
const searches = team
  .map(
    ({ email }, at) =>
      `<div class="ui active visible focus fluid search" data-who="${email}" style="position:absolute;top:${String(80 + at * 150)}px;left:0"><div class="ui fluid left icon input"><input autocomplete="off" placeholder="Search an action or a person" type="text" tabindex="0" class="prompt" data-who="${email}" value=""><i aria-hidden="true" class="search icon"></i></div><div class="results transition visible" style="position:absolute;top:30px;left:0;width:380px;background:white"></div></div>`,
  )
  .join('');
const palette: Way['wire'] = (page, act) => {
  delegate(page, 'input', '.search', (box) => {
    const email = emailOf(box);
    box.querySelector('.results')!.innerHTML = ['View', 'Remove from workspace:']
      .map(
        (verb) =>
          `<div act="${verb.toLowerCase().split(' ')[0]!}" class="${verb === 'View' ? '' : 'active '}result" data-who="${email}" style="padding:16px"><div class="content"><div class="title">${verb} ${nameOfWho(email)}</div><div class="description" style="margin-top:16px">${email}</div></div></div>`,
      )
      .join('');
  });
  const choose = (result: Element): void => {
    if (result.getAttribute('act') === 'remove') act(result.getAttribute('data-who')!);
  };
  delegate(page, 'keydown', '.search', (box, event) => {
    const on = box.querySelector('.active');
    if ((event as KeyboardEvent).key === 'Enter' && on) choose(on);
  });
  delegate(page, 'click', '.result', choose);
};
const lasts: [string, Way['steps'][number]][] = [
  ['the title', { at: (subject) => `.result[act=remove][data-who="${subject.email}"] .title` }],
  ['the line below the title', { at: (subject) => `.result[act=remove][data-who="${subject.email}"] .description` }],
  ['the blank between', { at: whose('.result[act=remove]') }],
  ['Enter', { at: (subject) => `.search:has(.active) .prompt[data-who="${subject.email}"]`, how: 'Enter' }],
];
for (const [where, last] of lasts)
  ways[`Search as a palette: a result says verb and name, and the address below: ${where}`] = {
    html: `${namesakes}<div class="ui page modals dimmer" style="position:fixed;inset:0;z-index:9"><div class="ui tiny basic modal">${searches}</div></div>`,
    wire: palette,
    steps: [{ at: whose('.prompt'), how: { type: 'remove' } }, last],
  };

ways['A dialog that is a list of commands: one for each of several people'] = {
  html: `${row(() => '')}<div role="dialog" aria-label="Commands" style="position:fixed;inset:20px;background:white;z-index:9">${team
    .map(
      ({ email, name }) =>
        `<div><button type="button" class="command" data-who="${email}">Remove ${name}</button></div>`,
    )
    .join('')}</div>`,
  wire: (page, act) => delegate(page, 'click', '.command', (button) => act(emailOf(button))),
  steps: [{ at: whose('.command') }],
};

/** A leaving person's steps in a dialog; only the first and the last say anything of a removal. */
const leaving = (called: string, header: string): Way => ({
  html: row(({ email }) => `<button type="button" class="leave" data-who="${email}">${called}</button>`),
  options: { lang: 'fr' },
  wire: (page, act) =>
    delegate(page, 'click', '.leave', (button) => {
      const box = modal(
        header,
        `<div class="ui mini ordered three steps"><div class="active step">Personne</div><div class="step">Documents</div></div><p>${nameOfWho(emailOf(button))}</p>`,
        '<button class="ui button">Annuler</button><button class="ui primary button next">Suivant</button>',
      );
      page.on(box.querySelector('.next')!, 'click', () => {
        box.querySelector('.content')!.innerHTML =
          '<p>Les documents seront attribués à Ada Aalto. L’accès prend fin aujourd’hui.</p>';
        box.querySelector('.actions')!.innerHTML =
          '<button class="ui button">Précédent</button><button class="ui primary button end">Terminer</button>';
        page.on(box.querySelector('.end')!, 'click', () => {
          box.remove();
          act(emailOf(button));
        });
      });
    }),
  steps: [{ at: whose('.leave') }, { at: always('.next') }, { at: always('.end') }],
});
ways['Wizard: an entry that is called by the leaving of somebody'] = leaving(
  'Procédure de départ',
  'Procédure de départ',
);
ways['Wizard: only its last step says what follows'] = leaving('Dossier', 'Dossier du personnel');

for (const [name, way] of Object.entries(ways)) test(name, async () => tryWay(way));
