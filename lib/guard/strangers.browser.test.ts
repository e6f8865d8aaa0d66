/** What pages on libraries that nothing here uses taught: first seen in lookalikes written by others, against the built extension. */
import { afterEach, test } from 'vitest';
import { type Someone, settingsPage, team } from '../../test/fixtures/pages/lists.ts';
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

const spaces = ['EMEA Sales', 'Finance', 'Archive'];

/** A panel at the window's edge about one person, with a Save for its fields. */
const panel = (email: string, fields: string): HTMLElement => {
  const { name } = team.find((someone) => someone.email === email)!;
  return portal(
    `<div role="dialog" aria-modal="true" class="drawer" style="width:380px;background:white"><div class="head"><b>${name}</b><small>${email}</small><button type="button" aria-label="Close">×</button></div><div class="field"><label for="d-name">Name</label><input id="d-name" value="${name}"></div>${fields}<div class="foot"><button type="button">Cancel</button><button type="button" aria-label="Save changes" class="save"><span>Save changes</span></button></div></div>`,
  );
};

const edits = row(({ email }) => `<button type="button" class="edit" aria-label="Edit" data-who="${email}"></button>`);

const ways: Record<string, Way> = {};

ways['PrimeVue: a switch in a panel acts at once, beside a Save for the other fields'] = {
  html: edits,
  wire: (page, act) =>
    delegate(page, 'click', '.edit', (button) => {
      const box = panel(
        emailOf(button),
        `<div class="line"><div><label for="d-act"><b>Active account</b></label><p class="muted">Without it nobody can sign in.</p></div><div class="toggle"><input id="d-act" type="checkbox" role="switch" checked aria-checked="true"><div class="slider"></div></div></div>`,
      );
      page.on(box.querySelector('#d-act')!, 'change', () => act(emailOf(button)));
    }),
  steps: [{ at: whose('.edit') }, { at: always('#d-act') }],
};

ways['PrimeVue: MultiSelect with chips in a panel, its list in a portal stays open, Save'] = {
  html: edits,
  wire: (page, act) =>
    delegate(page, 'click', '.edit', (button) => {
      const chosen = new Set(spaces.slice(0, 2));
      const box = panel(
        emailOf(button),
        `<div class="field"><label id="d-ws">Workspaces</label><div class="multi"><div class="hidden" style="position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden"><input type="text" readonly tabindex="0" role="combobox" aria-labelledby="d-ws" aria-haspopup="listbox" aria-expanded="false"></div><div class="label-container"><div class="label"></div></div><div class="dropdown"><svg width="14" height="14"></svg></div></div></div>`,
      );
      const show = (): void => {
        box.querySelector('.label')!.innerHTML =
          [...chosen]
            .map(
              (space) =>
                `<span class="chip-item"><div class="chip" aria-label="${space}"><div class="chip-label">${space}</div><svg width="12" height="12"></svg></div></span>`,
            )
            .join('') || 'empty';
      };
      show();
      page.on(box.querySelector('.multi')!, 'click', () => {
        if (document.querySelector('#d-ws-list')) return;
        const list = portal(
          `<div class="overlay"><div class="header"><input type="checkbox" aria-label="All items"></div><ul id="d-ws-list" role="listbox" aria-multiselectable="true" aria-label="Option list"></ul></div>`,
          'position:absolute;top:240px;left:220px;width:200px;background:white;z-index:19',
        );
        const draw = (): void => {
          list.querySelector('ul')!.innerHTML = spaces
            .map(
              (space) =>
                `<li role="option" aria-label="${space}" aria-selected="${String(chosen.has(space))}"><div class="checkbox"><input type="checkbox" tabindex="-1"${chosen.has(space) ? ' checked' : ''}><div class="box"></div></div><span>${space}</span></li>`,
            )
            .join('');
        };
        draw();
        page.on(list, 'click', (event) => {
          const option = (event.target as Element).closest('[role=option]');
          if (!option) return;
          const space = option.getAttribute('aria-label')!;
          if (!chosen.delete(space)) chosen.add(space);
          draw();
          show();
        });
      });
      page.on(box.querySelector('.save')!, 'click', () => {
        document.querySelectorAll('[data-portal]').forEach((each) => each.remove());
        act(emailOf(button));
      });
    }),
  steps: [
    { at: whose('.edit') },
    { at: () => (document.querySelector('#d-ws-list') ? '#none' : '.multi') },
    {
      at: () =>
        document.querySelector('#d-ws-list [aria-label="EMEA Sales"][aria-selected=true]')
          ? '#d-ws-list [aria-label="EMEA Sales"]'
          : document.querySelector('#d-ws-list')
            ? '.save'
            : '#none',
    },
  ],
};

ways['the same by keys: the field of the list has the focus, and marks what the keys have come to'] = {
  html: edits,
  wire: (page, act) =>
    delegate(page, 'click', '.edit', (button) => {
      const chosen = new Set(spaces.slice(0, 2));
      const box = panel(
        emailOf(button),
        `<div class="field"><label id="d-ws">Workspaces</label><div class="multi"><div class="hidden" style="position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden"><input type="text" readonly tabindex="0" role="combobox" aria-labelledby="d-ws" aria-haspopup="listbox" aria-expanded="false"></div><div class="label-container"><div class="label"></div></div><div class="dropdown"><svg width="14" height="14"></svg></div></div></div>`,
      );
      const show = (): void => {
        box.querySelector('.label')!.innerHTML =
          [...chosen]
            .map(
              (space) =>
                `<span class="chip-item"><div class="chip" aria-label="${space}"><div class="chip-label">${space}</div><svg width="12" height="12"></svg></div></span>`,
            )
            .join('') || 'empty';
      };
      show();
      let marked = -1;
      const input = box.querySelector<HTMLElement>('[role=combobox]')!;
      page.on(input, 'keydown', (event) => {
        const { key } = event as KeyboardEvent;
        if (!document.querySelector('#d-ws-list') && key === 'ArrowDown') open();
        else if (key === 'ArrowDown') marked = (marked + 1) % spaces.length;
        else if (key === 'Enter' && marked >= 0) turn(spaces[marked]!);
        else return;
        event.preventDefault();
        draw();
      });
      const turn = (space: string): void => {
        if (!chosen.delete(space)) chosen.add(space);
        show();
      };
      const draw = (): void => {
        input.setAttribute('aria-expanded', 'true');
        input.setAttribute('aria-controls', 'd-ws-list');
        if (marked >= 0) input.setAttribute('aria-activedescendant', `d-ws-${String(marked)}`);
        must('#d-ws-list').innerHTML = spaces
          .map(
            (space, at) =>
              `<li id="d-ws-${String(at)}" role="option" aria-label="${space}" aria-selected="${String(chosen.has(space))}"${at === marked ? ' data-focused="true"' : ''}><div class="checkbox"><input type="checkbox" tabindex="-1"${chosen.has(space) ? ' checked' : ''}><div class="box"></div></div><span>${space}</span></li>`,
          )
          .join('');
      };
      const open = (): void => {
        portal(
          `<div class="overlay"><div class="header"><input type="checkbox" aria-label="All items"></div><ul id="d-ws-list" role="listbox" aria-multiselectable="true" aria-label="Option list"></ul></div>`,
          'position:absolute;top:240px;left:220px;width:200px;background:white;z-index:19',
        );
      };
      page.on(box.querySelector('.save')!, 'click', () => {
        document.querySelectorAll('[data-portal]').forEach((each) => each.remove());
        act(emailOf(button));
      });
    }),
  steps: [
    { at: whose('.edit'), how: 'Enter' },
    { at: always('.drawer [role=combobox][aria-expanded=false]'), how: { keys: 'ArrowDown' } },
    {
      at: () => (document.querySelector('[data-focused]') ? '#none' : '.drawer [aria-expanded=true]'),
      how: { keys: 'ArrowDown' },
    },
    {
      at: () =>
        document.querySelector('#d-ws-0[aria-selected=true][data-focused]') ? '.drawer [aria-expanded=true]' : '#none',
      how: 'Enter',
    },
    { at: () => (document.querySelector('#d-ws-0[aria-selected=false]') ? '.save' : '#none'), how: 'Enter' },
  ],
};

ways['a link in a panel that takes somebody out of the workspace, and a question'] = {
  html: edits,
  wire: (page, act) =>
    delegate(page, 'click', '.edit', (button) => {
      const box = panel(emailOf(button), `<button type="button" class="out">Take out of this workspace</button>`);
      page.on(box.querySelector('.out')!, 'click', () => {
        const ask = portal(
          `<div role="alertdialog" aria-label="Sure?" style="background:white"><p>Sure?</p><button type="button">No</button><button type="button" class="yes">Yes, take out</button></div>`,
        );
        page.on(ask.querySelector('.yes')!, 'click', () => act(emailOf(button)));
      });
    }),
  steps: [{ at: whose('.edit') }, { at: always('.out') }, { at: always('.yes') }],
};

ways['Base UI: a letter typed on a closed list of roles chooses at once'] = {
  html: row(
    ({ email, role }) =>
      `<button type="button" role="combobox" aria-expanded="false" aria-haspopup="listbox" aria-label="Role" class="trigger" data-who="${email}"><span>${role}</span><svg width="12" height="12"></svg></button><input tabindex="-1" aria-hidden="true" value="${role}" style="clip-path:inset(50%);position:absolute;width:1px;height:1px">`,
  ),
  wire: (page, act) =>
    delegate(page, 'keydown', '.trigger', (button, event) => {
      if ((event as KeyboardEvent).key !== 'c') return;
      button.firstElementChild!.textContent = 'Collaborator';
      act(emailOf(button));
    }),
  steps: [{ at: whose('.trigger'), how: { keys: 'c' } }],
  held: 'change-role',
};

ways['a switch at once on the page of a person, whose other fields a Save sends'] = {
  html: edits,
  wire: (page, act) =>
    delegate(page, 'click', '.edit', (button) => {
      const { name, email } = team.find((someone) => someone.email === emailOf(button))!;
      must('main').innerHTML =
        `<h1>${name}</h1><p>${email}</p><div class="card"><div class="title">Profile</div><label>Name <input value="${name}"></label></div><div class="card"><div class="title">Access</div><div><input id="p-act" type="checkbox" role="switch" checked aria-checked="true"><label for="p-act">Account active</label></div></div><button type="button">Save</button>`;
      page.on(must('#p-act'), 'change', () => act(email));
    }),
  steps: [{ at: whose('.edit') }, { at: always('#p-act') }],
};

ways['PickList: a workspace is moved by a double click, and Save'] = {
  html: edits,
  wire: (page, act) =>
    delegate(page, 'click', '.edit', (button) => {
      const { name, email } = team.find((someone) => someone.email === emailOf(button))!;
      const lists: [string[], string[]] = [['Archive'], ['EMEA Sales', 'Finance']];
      must('main').innerHTML =
        `<h1>${name}</h1><p>${email}</p><div class="picklist"></div><div class="foot"><button type="button" class="save" aria-label="Save">Save</button></div>`;
      const selected = new Set<string>();
      const draw = (): void => {
        must('.picklist').innerHTML = lists
          .map(
            (list, at) =>
              `<div class="side"><div class="head">${at === 0 ? 'Available' : 'Assigned'}</div><div class="listbox"><ul role="listbox" aria-multiselectable="true" tabindex="-1">${list.map((space) => `<li role="option" aria-label="${space}" aria-selected="${String(selected.has(space))}" data-side="${String(at)}">${space}</li>`).join('')}</ul></div></div>`,
          )
          .join('');
      };
      draw();
      delegate(page, 'click', '[role=option]', (option) => {
        selected.add(option.textContent);
        option.setAttribute('aria-selected', 'true');
      });
      delegate(page, 'dblclick', '[role=option]', (option) => {
        const space = option.textContent;
        const from = Number(option.dataset['side']) as 0 | 1;
        lists[from] = lists[from].filter((one) => one !== space);
        lists[1 - from]!.push(space);
        selected.clear();
        draw();
      });
      page.on(must('.save'), 'click', () => act(email));
    }),
  steps: [
    { at: whose('.edit') },
    { at: () => (document.querySelector('[data-side="0"][aria-label="EMEA Sales"]') ? '.save' : '#none') },
    { at: always('[data-side="1"][aria-label="EMEA Sales"]'), how: 'double' },
  ],
};

const tagged = (lang: string, remove: string, how: 'click' | { keys: string }): Way => ({
  html: row(({ email }) => `<button type="button" class="open" aria-label="Profile" data-who="${email}"></button>`),
  wire: (page, act) =>
    delegate(page, 'click', '.open', (button) => {
      const { name, email } = team.find((someone) => someone.email === emailOf(button))!;
      must('main').innerHTML =
        `<div class="page"><button type="button" class="button">Team</button><div class="bar"><span class="avatar">${name[0]!}</span><div><h1>${name}</h1><span class="muted">${email}</span></div></div><div class="card"><div class="card__header"><h3 class="card__title">${lang === 'de' ? 'Aktuelle Arbeitsbereiche' : 'Current workspaces'}</h3></div><div class="card__content"><div class="tag-group"><div role="grid" aria-label="Tags" class="tag-group__list">${spaces
          .slice(0, 2)
          .map(
            (space, at) =>
              `<div class="tag tag--md" tabindex="0" data-key="${space}" id="tags-${String(at)}" role="row" aria-label="${space}" data-allows-removing="true"><div role="gridcell" aria-colindex="1">${space}<button id="cross-${String(at)}" class="close-button tag__remove-button" type="button" tabindex="0" aria-label="${remove}" aria-labelledby="cross-${String(at)} tags-${String(at)}"><svg width="12" height="12"><path d="M18 6 6 18M6 6l12 12"></path></svg></button></div></div>`,
          )
          .join('')}</div></div></div></div></div>`;
      page.on(must('#cross-0'), 'click', () => act(email));
      page.on(must('#tags-0'), 'keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Delete') act(email);
      });
    }),
  steps: [{ at: whose('.open') }, { at: always(how === 'click' ? '#cross-0' : '#tags-0'), how }],
  options: { lang },
});
ways['HeroUI: a workspace as a tag with a cross on the page of a person'] = tagged('en', 'Remove tag', 'click');
ways['HeroUI: the same in German, where the cross has kept its English name'] = tagged('de', 'Remove tag', 'click');
ways['HeroUI: the same by the key that removes'] = tagged('de', 'Remove tag', { keys: 'Delete' });

const lane = (title: string, people: readonly Someone[]): string =>
  `<div class="card" style="width:170px"><div class="card__header"><h3>${title}</h3></div><div role="listbox" aria-label="${title}" aria-multiselectable="true" class="dnd" style="min-height:220px">${people
    .map(
      ({ name, email }) =>
        `<div role="option" aria-selected="false" tabindex="-1" class="list-box-item" data-who="${email}" style="user-select:none"><div class="who"><span>${name}</span><br><span>${email}</span></div></div>`,
    )
    .join('')}</div></div>`;
ways['HeroUI: people are dragged from the members to those without access'] = {
  html: settingsPage(
    `<h2>Zuordnung</h2><p>Ziehen Sie Personen nach rechts, um ihnen den Zugriff zu entziehen.</p><div style="display:flex;gap:10px">${lane('Mitglieder von EMEA Sales', team.slice(0, 3))}${lane('Ohne Zugriff', team.slice(3))}</div>`,
  ),
  wire: (page, act) => {
    let taken: HTMLElement | null = null;
    delegate(page, 'pointerdown', '.list-box-item', (item) => (taken = item));
    page.on(document, 'pointerup', (event) => {
      const { clientX, clientY } = event as PointerEvent;
      const item = taken;
      taken = null;
      const below = document.elementFromPoint(clientX, clientY)?.closest('[aria-label="Ohne Zugriff"]');
      if (item && below && !below.contains(item)) act(emailOf(item));
    });
  },
  steps: [{ at: whose('.list-box-item'), how: { dragTo: always('[aria-label="Ohne Zugriff"]') } }],
  options: { lang: 'de' },
};

test.each(Object.entries(ways))('%s', (_, way) => tryWay(way));
