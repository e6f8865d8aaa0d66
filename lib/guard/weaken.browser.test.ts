/** Acts that narrow or replace keys, and those that take access by a tick: roles, licences, Generate, workspaces. */
import { afterEach, expect, test } from 'vitest';
import { click, focus, stroke } from '../../test/fixtures/pages/input.ts';
import { dots, keyPage, keyStyles } from '../../test/fixtures/pages/key-pages.ts';
import { listStyles, settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import { Stage, type StageOptions } from '../../test/fixtures/pages/stage.ts';
import { mapping } from '../../test/fixtures/pages/estate.ts';
import { indexMapping, type MappingIndex } from '../domain/mapping.ts';
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
  const found = findAll(document.body, selector)[0];
  if (!found) throw new Error(`nothing fits ${selector}`);
  return found as HTMLElement;
}

function dialog(page: Stage, html: string, style = 'top:60px;left:20px'): HTMLElement {
  const box = document.createElement('div');
  box.setAttribute('role', 'dialog');
  box.style.cssText = `position:fixed;${style};background:white;z-index:20`;
  box.setHTMLUnsafe(html);
  document.body.append(box);
  for (const button of box.querySelectorAll('[data-close],[data-send]')) {
    page.on(button, 'click', () => {
      if (button.hasAttribute('data-send')) page.done.push('sent');
      box.remove();
    });
  }
  return box;
}

const table = listStyles['table with headers']!;
const withButton = (label: string, more = '') =>
  settingsPage(table(team, (person) => `<button data-who="${person.email}" ${more}>${label}</button>`));

test('a role in a field of the row: held, given back, and let through after the lift; a promotion never is', async () => {
  const page = open(settingsPage(listStyles['role in a <select>']!(team)));
  const fields = findAll(document.body, 'main select') as HTMLSelectElement[];
  fields.forEach((field, at) => page.on(field, 'change', () => page.done.push(`${team[at]!.name}: ${field.value}`)));
  focus(fields[1]!);
  await stroke('ArrowUp');
  await stroke('ArrowUp');
  await stroke('ArrowDown');
  expect(page.held, 'who owns nothing may be promoted and demoted').toEqual([]);
  expect(page.done).toHaveLength(3);
  page.done.length = 0;
  focus(fields[0]!);
  await stroke('ArrowDown');
  expect(page.done).toEqual([]);
  expect(fields[0]!.value).toBe('Admin');
  expect(page.held.map(({ action, value, impact }) => [action, value, impact.narrows, impact.severity])).toEqual([
    ['change-role', 'Manager', ['k-emea'], 'high'],
  ]);
  page.removeAnyway();
  focus(fields[0]!);
  await stroke('ArrowDown');
  expect(page.done).toEqual(['Dana Reyes: Manager']);
  await stroke('ArrowUp');
  expect(page.held).toHaveLength(1);
});

test('a role in a row that holds a question of its own, closed (daisyUI)', async () => {
  const page = open(
    settingsPage(
      table(
        team,
        ({ email }) =>
          `<select data-who="${email}" aria-label="Role"><option>Admin<option>Member</select>
            <dialog><h3>Remove?</h3><form method="dialog"><button>Cancel</button><button>Remove</button></form></dialog>`,
      ),
    ),
  );
  for (const { email } of [omar, dana]) {
    const field = find(`[data-who="${email}"]`) as HTMLSelectElement;
    page.on(field, 'change', () => page.done.push(email));
    focus(field);
    await stroke('ArrowDown');
  }
  expect(page.done).toEqual([omar.email]);
  expect(page.held.map(({ action, userIds }) => [action, ...userIds])).toEqual([['change-role', 'dana']]);
});

test('a role in a list of the row, sent by a button of the same form; another form for several stands above', async () => {
  const page = open(
    settingsPage(
      `<form id="several"><p><label>With selected: <select><option>Choose…</option><option>Remove from workspace</option></select></label>
         <button>Apply</button></p></form>
       <table><thead><tr><td></td><th>Name</th><th>Email</th><th>License</th><th>Role</th><th></th></tr></thead><tbody>${team
         .map(
           ({ name, email, role }) => `<tr>
             <td><input type="checkbox" form="several" aria-label="Select"></td><td>${name}</td><td>${email}</td><td>Full</td>
             <td><form data-form="${email}"><select data-who="${email}" aria-label="Role">${[
               'Admin',
               'Manager',
               'Member',
               'Collaborator',
             ]
               .map((one) => `<option ${one === role ? 'selected' : ''}>${one}</option>`)
               .join('')}</select> <button>Change</button></form></td>
             <td><details><summary>Manage</summary><p><a href="/users/1/">Profile</a></p></details></td></tr>`,
         )
         .join('')}</tbody></table>`,
    ),
  );
  for (const form of findAll(document.body, 'form'))
    page.on(form, 'submit', (event) => {
      event.preventDefault();
      page.done.push(form.getAttribute('data-form')!);
    });
  const choose = async ({ email }: Someone): Promise<void> => {
    focus(find(`[data-who="${email}"]`));
    await stroke('End');
    await click(find(`[data-form="${email}"] button`));
  };
  await choose(omar);
  await choose(dana);
  expect(page.done).toEqual([omar.email]);
  expect(page.held.map(({ action, value, userIds }) => [action, value, ...userIds])).toEqual([
    ['change-role', 'Collaborator', 'dana'],
  ]);
  page.removeAnyway();
  await click(find(`[data-form="${dana.email}"] button`));
  expect(page.done).toEqual([omar.email, dana.email]);
});

test.each([
  ['nobody, so that the form filters', [], false],
  ['somebody who owns nothing', [omar], false],
  ['an owner too', [omar, dana], true],
] as const)(
  'a role for all that are selected, sent by a button that says nothing of saving: %s',
  async (_, selected, isHeld) => {
    const roles = ['Manager', 'Admin', 'Member'].map((one) => `<option>${one}</option>`).join('');
    const page = open(
      settingsPage(
        `<form id="roles"><select aria-label="Role">${roles}</select><button>Change</button></form>${table(
          team,
          ({ email }) => `<input type="checkbox" aria-label="Select" data-tick="${email}">`,
        )}`,
      ),
    );
    page.on(find('#roles'), 'submit', (event) => {
      event.preventDefault();
      page.done.push('roles');
    });
    for (const { email } of selected) await click(find(`[data-tick="${email}"]`));
    focus(find('#roles select'));
    await stroke('End');
    await click(find('#roles button'));
    expect(page.done).toEqual(isHeld ? [] : ['roles']);
    expect(page.held.map(({ action, value, userIds }) => [action, value, ...userIds])).toEqual(
      isHeld ? [['change-role', 'Member', 'dana', 'omar']] : [],
    );
  },
);

test.each([
  [
    'a line',
    (cells: readonly string[]) => `<ul><li>${cells.map((cell) => `<span>${cell}</span> `).join('')}</li></ul>`,
  ],
  ['a card', (cells: readonly string[]) => `<div><div>${cells.map((cell) => `<p>${cell}</p>`).join('')}</div></div>`],
  [
    'a table',
    (cells: readonly string[]) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`,
  ],
])('a licence on the page of one person, in a form around all that is said of them: %s', async (_, around) => {
  const choices = ['Full', 'Guest']
    .map(
      (one) =>
        `<label><input type="radio" name="licence" value="${one}" ${one === 'Full' ? 'checked' : ''}> ${one}</label>`,
    )
    .join('');
  const cells = ['Dana Reyes', 'dana@northwind.example', 'Admin', `${choices} <button>Change</button>`];
  const page = open(`<main><h1>Member</h1><form>${around(cells)}</form></main>`, {
    path: '/settings/members/BhVzRcxH9Z2LgfPPGXFUBa',
  });
  page.on(find('form'), 'submit', (event) => {
    event.preventDefault();
    page.done.push('licence');
  });
  await click(find('[value=Guest]'));
  await click(find('form button'));
  expect(page.done).toEqual([]);
  expect(page.held.map(({ action, value, userIds }) => [action, value, ...userIds])).toEqual([
    ['change-licence', 'Guest', 'dana'],
  ]);
});

test('a licence in a form of its own, sent by a button that says what it changes', async () => {
  const page = open(
    `<main><h1>Dana Reyes</h1><p>dana@northwind.example</p>
      <form id="name"><input aria-label="Nickname"><button>Rename</button></form>
      <form id="licence">${['Full', 'Guest'].map((one) => `<label><input type="radio" name="licence" value="${one}" ${one === 'Full' ? 'checked' : ''}> ${one}</label>`).join('')}
      <button>Change licence</button></form></main>`,
    { path: '/settings/members/BhVzRcxH9Z2LgfPPGXFUBa' },
  );
  for (const form of findAll(document.body, 'form'))
    page.on(form, 'submit', (event) => {
      event.preventDefault();
      page.done.push(form.id);
    });
  await click(find('#licence button'));
  await click(find('[value=Guest]'));
  await click(find('#name button'));
  expect(page.held, 'nothing was changed, and then something else was sent').toEqual([]);
  await click(find('#licence button'));
  expect(page.held.map(({ action, value, userIds }) => [action, value, ...userIds])).toEqual([
    ['change-licence', 'Guest', 'dana'],
  ]);
  expect(page.done).toEqual(['licence', 'name']);
  page.removeAnyway();
  await click(find('#licence button'));
  expect(page.done).toEqual(['licence', 'name', 'licence']);
});

/** A field with a role of its own for each, where Dana is more than Admin of a workspace. */
const orgRoles = (now: string, to: string): string =>
  settingsPage(
    table(
      team.map((person) => (person === dana ? { ...person, role: now } : person)),
      ({ email }) =>
        `<select data-who="${email}" aria-label="Role"><option>${email === dana.email ? now : 'Admin'}</option><option>${to}</option></select>`,
    ),
  );

test.each([
  ['Org Admin', 'Admin', true],
  ['Organisationsadministrator', 'Administrator', true],
  ['Org Admin', 'Owner', false],
  ['Admin', 'Org Admin', false],
])('from %s to %s: held: %s', async (now, to, held) => {
  const page = open(orgRoles(now, to));
  const field = find(`[data-who="${dana.email}"]`) as HTMLSelectElement;
  page.on(field, 'change', () => page.done.push(field.value));
  focus(field);
  await stroke('ArrowDown');
  // Without a use that only an Org Admin's key has, it is no more than medium.
  expect(page.held.map(({ action, value, impact }) => [action, value, impact.severity, impact.narrows])).toEqual(
    held ? [['change-role', to, 'medium', ['k-emea', 'k-finance']]] : [],
  );
  expect(page.done).toEqual(held ? [] : [to]);
  if (!held) return;
  page.removeAnyway();
  focus(field);
  await stroke('ArrowDown');
  expect(page.done).toEqual([to]);
});

/** The estate with something of Dana's said anew, by a source of lower rank. */
const saidAnew = (license: string | null, newerLicense: string, role: string, newerRole: string): MappingIndex =>
  indexMapping({
    ...mapping,
    users: mapping.users.map((user) => (user.id === 'dana' ? { ...user, license, newerLicense } : user)),
    memberships: mapping.memberships.map((each) => (each.userId === 'dana' ? { ...each, role, newerRole } : each)),
  });

test('a newer saying that contradicts counts as well: a licence that may be less, a role that may be Admin', async () => {
  const said = saidAnew('Guest', 'Full', 'Member', 'Admin');
  const change = async (label: string, options: string): Promise<void> => {
    const page = open(
      settingsPage(
        `<ul>${team.map(({ name, email }) => `<li>${name} ${email} <select data-who="${email}" aria-label="${label}">${options}</select></li>`).join('')}</ul>`,
      ),
      { index: said },
    );
    focus(find(`[data-who="${dana.email}"]`));
    await stroke('ArrowDown');
    expect(page.held, label).toHaveLength(1);
  };
  await change('Licence', '<option>Choose<option>Creator');
  await change('Role', '<option>Choose<option>Member');
});

test('a demotion that was let go lets no removal go', async () => {
  const page = open(
    settingsPage(
      listStyles['role in a <select>']!(team, (person) => `<button data-who="${person.email}">Remove</button>`),
    ),
  );
  const field = find('main select') as HTMLSelectElement;
  focus(field);
  await stroke('ArrowDown');
  page.removeAnyway();
  await click(find(`[data-who="${dana.email}"]`));
  expect(page.held.map(({ action }) => action)).toEqual(['change-role', 'remove']);
});

const choosers: Record<string, { html: string; field: string; key: 'm' | 'End' | 'ArrowRight' }> = {
  'a letter in a <select>': {
    html: '<select aria-label="Role"><option>Admin<option>Manager<option>Member</select>',
    field: 'select',
    key: 'm',
  },
  'End in a <select>': {
    html: '<select aria-label="Role"><option>Admin<option>Manager<option>Member</select>',
    field: 'select',
    key: 'End',
  },
  'an arrow among radios': {
    html: ['Admin', 'Manager', 'Member']
      .map((role, at) => `<label><input type="radio" name="r" ${at === 0 ? 'checked' : ''}>${role}</label>`)
      .join(''),
    field: 'input',
    key: 'ArrowRight',
  },
};

test.each(Object.entries(choosers))('a role that only the keyboard set, in a dialog: %s', async (_, chooser) => {
  const page = open(withButton('Change role'));
  const roleDialog = (name: string) =>
    dialog(
      page,
      `<h2>Change role</h2><p>${name}</p>${chooser.html}<button data-close>Cancel</button><button data-send>Save</button>`,
    );
  for (const { name, email } of [omar, dana]) {
    page.on(find(`[data-who="${email}"]`), 'click', () => roleDialog(name));
    focus(find(`[data-who="${email}"]`));
    await stroke('Enter');
    focus(find(`[role=dialog] ${chooser.field}`));
    await stroke(chooser.key);
    focus(find('[data-send]'));
    await stroke('Enter');
  }
  expect(page.done).toEqual(['sent']);
  expect(page.held.map(({ action, impact }) => [action, impact.narrows])).toEqual([['change-role', ['k-emea']]]);
});

test('a role typed in a field with suggestions: held when it is saved', async () => {
  const page = open(withButton('Change role'));
  const roleDialog = (name: string) => {
    const box = dialog(
      page,
      `<h2>Change role</h2><p>${name}</p><input role="combobox" aria-label="Role" aria-expanded="false" value="Admin"><button data-close>Cancel</button><button data-send>Save</button>`,
    );
    const field = box.querySelector('input')!;
    field.addEventListener('focus', () => field.select());
    field.addEventListener('input', () => {
      if (!box.querySelector('[role=listbox]'))
        field.insertAdjacentHTML('afterend', '<ul role="listbox"><li role="option">Manager</li></ul>');
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        field.value = 'Manager';
        box.querySelector('[role=listbox]')?.remove();
      }
    });
  };
  page.on(find(`[data-who="${dana.email}"]`), 'click', () => roleDialog(dana.name));
  focus(find(`[data-who="${dana.email}"]`));
  await stroke('Enter');
  focus(find('[role=dialog] input'));
  await stroke('m');
  await stroke('Enter');
  focus(find('[data-send]'));
  await stroke('Enter');
  expect(page.done).toEqual([]);
  expect(page.held.map(({ action, impact }) => [action, impact.narrows])).toEqual([['change-role', ['k-emea']]]);
});

const roleMenus: Record<string, (roles: string[]) => string> = {
  listbox: (roles) =>
    `<ul role="listbox">${roles.map((role) => `<li role="option" tabindex="-1">${role}</li>`).join('')}</ul>`,
  'menu of radios': (roles) =>
    `<div role="menu">${roles.map((role) => `<div role="menuitemradio" tabindex="-1" aria-checked="${String(role === 'Admin')}">${role}</div>`).join('')}</div>`,
  'menu that explains': (roles) =>
    `<div role="menu">${roles.map((role) => `<div role="menuitem" tabindex="-1"><b style="display:block">${role}</b><small>May do what a ${role} may do</small></div>`).join('')}</div>`,
};

test.each(Object.entries(roleMenus))('roles in a portal: %s', async (_, make) => {
  const page = open(settingsPage(listStyles['role as a button with a menu']!(team)));
  for (const [at, opener] of findAll(document.body, 'main [aria-haspopup=listbox]').entries()) {
    page.on(opener, 'click', () => {
      document.getElementById('portal')?.remove();
      const portal = document.createElement('div');
      portal.id = 'portal';
      portal.style.cssText = 'position:absolute;top:100px;left:300px;background:white';
      portal.setHTMLUnsafe(make(['Admin', 'Manager', 'Sales lead']));
      document.body.append(portal);
      for (const item of portal.querySelectorAll('[role=option],[role^=menuitem]')) {
        page.on(item, 'click', () => {
          page.done.push(`${team[at]!.name}: ${item.textContent.slice(0, 7)}`);
          portal.remove();
        });
      }
    });
  }
  const openers = findAll(document.body, 'main [aria-haspopup=listbox]');
  const item = (at: number): Element => findAll(document.body, '[role=option],[role^=menuitem]')[at]!;
  await click(openers[1]!);
  await click(item(1));
  await click(openers[0]!);
  await click(item(0));
  expect(page.held).toEqual([]);
  expect(page.done).toHaveLength(2);
  for (const at of [1, 2]) {
    await click(openers[0]!);
    await click(item(at));
    expect(page.held).toHaveLength(at);
    expect(page.held.at(-1)!.action).toBe('change-role');
    page.keep();
  }
  expect(page.done).toHaveLength(2);
});

test('roles in a list that unfolds inside its own field, in the row (Angular Material)', async () => {
  const field = (role: string): string =>
    `<div role="combobox" aria-haspopup="listbox" aria-expanded="false" tabindex="0"><span>${role}</span></div>`;
  const page = open(settingsPage(table(team, ({ role }) => field(role))));
  const roles = ['Admin', 'Manager', 'Sales lead'];
  for (const [at, box] of findAll(document.body, '[role=combobox]').entries()) {
    page.on(box, 'click', (event) => {
      if ((event.target as Element).closest('[role=option]')) return;
      const list = document.createElement('div');
      list.setHTMLUnsafe(
        `<div role="listbox">${roles.map((role) => `<div role="option" tabindex="-1" aria-selected="${String(role === team[at]!.role)}">${role}</div>`).join('')}</div>`,
      );
      list.popover = 'manual';
      box.append(list);
      list.showPopover();
      for (const option of list.querySelectorAll('[role=option]')) {
        page.on(option, 'click', () => {
          page.done.push(`${team[at]!.name}: ${option.textContent}`);
          list.remove();
        });
      }
    });
  }
  const choose = async (at: number, role: string): Promise<void> => {
    await click(findAll(document.body, '[role=combobox]')[at]!);
    await click(findAll(document.body, '[role=option]').find((option) => option.textContent === role)!);
  };
  await choose(1, 'Manager');
  expect(page.held).toEqual([]);
  await choose(0, 'Manager');
  expect(page.held.map(({ action, value, userIds }) => [action, value, ...userIds])).toEqual([
    ['change-role', 'Manager', 'dana'],
  ]);
  expect(page.done).toEqual(['Omar Haddad: Manager']);
});

test('roles in lists of web components, whose ids are alike in every row (Shoelace)', async () => {
  const page = open(settingsPage(table(team, ({ email }) => `<div data-who="${email}"></div>`)));
  const roles = ['Admin', 'Manager', 'Sales lead'];
  for (const host of findAll(document.body, 'td [data-who]')) {
    const root = host.attachShadow({ mode: 'open' });
    root.setHTMLUnsafe(
      `<input role="combobox" aria-controls="listbox" aria-expanded="false" readonly value="Admin"><div id="listbox" role="listbox" hidden style="position:fixed;background:white">${roles.map((role) => `<div role="option" tabindex="-1">${role}</div>`).join('')}</div>`,
    );
    const list = root.querySelector<HTMLElement>('#listbox')!;
    page.on(root.querySelector('input')!, 'click', () => (list.hidden = false));
    for (const option of list.querySelectorAll('[role=option]')) {
      page.on(option, 'click', () => {
        page.done.push(`${host.getAttribute('data-who')!}: ${option.textContent}`);
        list.hidden = true;
      });
    }
  }
  const choose = async (person: Someone): Promise<void> => {
    const { shadowRoot } = find(`[data-who="${person.email}"]`);
    await click(shadowRoot!.querySelector('input')!);
    await click(shadowRoot!.querySelectorAll('[role=option]')[2]!);
  };
  await choose(team[3]!);
  await choose(omar);
  expect(page.held).toEqual([]);
  await choose(dana);
  expect(page.held.map(({ userIds }) => userIds)).toEqual([['dana']]);
  expect(page.done).toEqual([`${team[3]!.email}: Sales lead`, `${omar.email}: Sales lead`]);
});

test('a licence in a drop-down that says neither what it is nor what its entries are (React-Bootstrap)', async () => {
  const page = open(
    `<main><h1>Dana Reyes</h1><p>dana@northwind.example</p><div style="position:relative">
      <button id="toggle" aria-expanded="false">License: Full</button></div><button>Remove user</button></main>`,
    { path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa' },
  );
  const toggle = find('#toggle');
  page.on(toggle, 'click', () => {
    toggle.setAttribute('aria-expanded', 'true');
    const menu = document.createElement('div');
    menu.setAttribute('aria-labelledby', 'toggle');
    menu.style.cssText = 'position:absolute;background:white';
    menu.setHTMLUnsafe(['Full', 'eSign', 'Guest'].map((one) => `<button>${one}</button>`).join(''));
    toggle.after(menu);
    for (const entry of menu.querySelectorAll('button')) {
      page.on(entry, 'click', () => {
        page.done.push(entry.textContent);
        menu.remove();
        toggle.setAttribute('aria-expanded', 'false');
      });
    }
  });
  const choose = async (license: string): Promise<void> => {
    await click(toggle);
    await click(findAll(document.body, '[aria-labelledby] button').find((entry) => entry.textContent === license)!);
  };
  await choose('Full');
  expect(page.held).toEqual([]);
  await choose('Guest');
  expect(page.held.map(({ action, value, userIds }) => [action, value, ...userIds])).toEqual([
    ['change-licence', 'Guest', 'dana'],
  ]);
  expect(page.done).toEqual(['Full']);
});

const roleDialogs: Record<string, string> = {
  'a native field':
    '<h2>Change role</h2><label>Role <select id="f"><option>Admin</option><option>Manager</option></select></label>',
  radios:
    '<h2>Change role</h2><label><input type="radio" name="r" checked>Admin</label><label><input type="radio" name="r" id="second">Manager</label>',
  'radios of a library':
    '<h2>Edit user</h2><div role="radiogroup" aria-label="Role"><div role="radio" aria-checked="true" tabindex="0">Admin</div><div role="radio" id="second" aria-checked="false" tabindex="0">Sales lead</div></div>',
};

test.each(Object.entries(roleDialogs))('a role in a dialog that is saved: %s', async (_, html) => {
  const page = open(withButton('Change role…'));
  for (const one of [dana, omar]) {
    page.on(find(`[data-who="${one.email}"]`), 'click', () => {
      dialog(
        page,
        `${html}<p>${one.name}</p><button type="button" data-close>Cancel</button><button type="button" data-send>Save</button>`,
      );
    });
  }
  const change = async (): Promise<void> => {
    const field = document.getElementById('f');
    if (field) {
      focus(field);
      await stroke('ArrowDown');
      return;
    }
    const second = find('#second');
    if (second.getAttribute('role') === 'radio') {
      page.on(second, 'click', () => {
        second.parentElement!.firstElementChild!.setAttribute('aria-checked', 'false');
        second.setAttribute('aria-checked', 'true');
      });
    }
    await click(second);
  };
  await click(find(`[data-who="${dana.email}"]`));
  await click(find('[data-send]'));
  expect(page.held, 'nothing was changed').toEqual([]);
  await click(find(`[data-who="${omar.email}"]`));
  await change();
  await click(find('[data-send]'));
  expect(page.held, 'who owns nothing').toEqual([]);
  await click(find(`[data-who="${dana.email}"]`));
  await change();
  expect(page.held, 'a choice sends nothing').toEqual([]);
  await click(find('[data-send]'));
  expect(page.held.map(({ action, stage }) => [action, stage])).toEqual([['change-role', 'confirm']]);
  page.removeAnyway();
  await click(find('[data-send]'));
  expect(page.done).toEqual(['sent', 'sent', 'sent']);
  expect(page.held).toHaveLength(1);
});

test.each(Object.entries(keyStyles))('a new key over one that lives: %s', async (_, style) => {
  const slot = (type: string, masked: boolean): string =>
    `${masked ? `<span>${dots}</span>` : ''}<button type="button" data-key="${type}">Generate</button>`;
  const page = open(keyPage(style(slot('sandbox', false), slot('production', true))), {
    path: '/settings/api-dashboard/configuration',
  });
  for (const type of ['sandbox', 'production'])
    page.on(find(`[data-key="${type}"]`), 'click', () => page.done.push(type));
  await click(find('[data-key="production"]'));
  expect(page.done).toEqual([]);
  expect(page.held.map(({ action, impact, scope }) => [action, impact.replaced, scope.scope])).toEqual([
    ['generate', ['k-emea'], { workspaces: ['emea'] }],
  ]);
  page.removeAnyway();
  await click(find('[data-key="production"]'));
  expect(page.done).toEqual(['production']);
  expect(page.held).toHaveLength(1);
});

test('an empty slot gets its key; one that only the page knows of is held', async () => {
  const page = open(
    keyPage(
      keyStyles.table!(`<span>${dots}</span><button id="s">Regenerate</button>`, '<button id="p">Generate</button>'),
    ).replaceAll('EMEA Sales', 'Elsewhere'),
    { path: '/settings/api-dashboard/configuration' },
  );
  for (const id of ['s', 'p']) page.on(find(`#${id}`), 'click', () => page.done.push(id));
  await click(find('#p'));
  expect(page.done).toEqual(['p']);
  await click(find('#s'));
  expect(page.done).toEqual(['p']);
  expect(page.held.map(({ shown, impact }) => [shown.map(({ type }) => type), impact.severity])).toEqual([
    [['sandbox'], 'low'],
  ]);
  // What is let go here is let go nowhere else.
  const [first] = page.held[0]!.impact.replaced;
  page.keep();
  page.leave();
  await click(find('#s'));
  const [second] = page.held[1]!.impact.replaced;
  expect(first).not.toBe(second);
});

test('a licence by a list in a portal, where a search has left one row and pages can be turned', async () => {
  const page = open(
    settingsPage(
      `<input type="search" aria-label="Search" value="dana">${table(team.slice(0, 1), () => '<div><div data-field>Full</div></div>')}
       <div><button disabled>Previous</button><button>Next</button></div>`,
    ),
  );
  page.on(find('[data-field]'), 'click', () => {
    const portal = document.createElement('div');
    portal.setHTMLUnsafe(
      `<div tabindex="0" style="position:absolute;top:80px;left:20px;background:white">${['Full', 'Creator', 'Read-only'].map((name) => `<div><div data-option>${name}</div></div>`).join('')}</div>`,
    );
    document.body.append(portal);
    for (const option of portal.querySelectorAll('[data-option]'))
      page.on(option, 'click', () => page.done.push(option.textContent));
  });
  await click(find('[data-field]'));
  await click(findAll(document.body, '[data-option]')[2]!);
  expect(page.done).toEqual([]);
  expect(page.held.map(({ action, userIds }) => [action, ...userIds])).toEqual([['change-licence', 'dana']]);
});

test('a workspace that is deactivated from its row, over a dialog that names it', async () => {
  const page = open(
    `<main><h1>Workspaces</h1><table><thead><tr><th>Workspace</th><th>Members</th><th></th></tr></thead><tbody>${[
      'EMEA Sales',
      'US Sales',
      'Empty one',
    ]
      .map((name) => `<tr><td>${name}</td><td>4</td><td><button data-name="${name}">Deactivate…</button></td></tr>`)
      .join('')}</tbody></table></main>`,
    { path: '/settings/workspaces' },
  );
  for (const button of findAll(document.body, '[data-name]')) {
    page.on(button, 'click', () =>
      dialog(
        page,
        `<h2>Deactivate workspace</h2><p>${button.getAttribute('data-name')!} and all its documents</p><button type="button" data-close>Cancel</button><button type="button" data-send>Yes</button>`,
      ),
    );
  }
  await click(find('[data-name="Empty one"]'));
  await click(find('[data-send]'));
  expect(page.held).toEqual([]);
  await click(find('[data-name="EMEA Sales"]'));
  await click(find('[data-send]'));
  expect(page.held.map(({ action, stage, impact }) => [action, stage, impact.dies])).toEqual([
    ['deactivate-workspace', 'confirm', ['k-alex', 'k-emea']],
  ]);
  page.removeAnyway();
  await click(find('[data-send]'));
  expect(page.done).toEqual(['sent', 'sent']);
});

test.each([
  ['a box of the browser', (name: string) => `<label><input type="checkbox" checked data-of="${name}">Enabled</label>`],
  [
    'a switch',
    (name: string) => `<button role="switch" aria-checked="true" aria-label="Active" data-of="${name}"></button>`,
  ],
])('a workspace that is switched off where it is listed: %s', async (_, control) => {
  const page = open(
    `<main><h1>Workspaces</h1><div>${['EMEA Sales', 'Empty one']
      .map((name) => `<div><div><strong>${name}</strong><div>4 members</div></div>${control(name)}</div>`)
      .join('')}</div></main>`,
    { path: '/settings/workspaces' },
  );
  for (const box of findAll(document.body, '[data-of]'))
    page.on(box, box.localName === 'input' ? 'change' : 'click', () => page.done.push(box.getAttribute('data-of')!));
  await click(find('[data-of="Empty one"]'));
  expect(page.held).toEqual([]);
  await click(find('[data-of="EMEA Sales"]'));
  expect(page.done).toEqual(['Empty one']);
  expect(page.held.map(({ action, impact }) => [action, impact.dies])).toEqual([
    ['deactivate-workspace', ['k-alex', 'k-emea']],
  ]);
  page.removeAnyway();
  await click(find('[data-of="EMEA Sales"]'));
  expect(page.done).toEqual(['Empty one', 'EMEA Sales']);
});

test.each([
  ['named', (name: string) => `<input type="checkbox" aria-label="Select ${name}" data-of="${name}">`],
  ['named by the workspace', (name: string) => `<input type="checkbox" aria-label="${name}" data-of="${name}">`],
  ['without a name', (name: string) => `<input type="checkbox" data-of="${name}">`],
])('a list of workspaces whose rows are ticked and unticked closes none: boxes %s', async (_, box) => {
  const page = open(
    `<main><h1>Workspaces</h1><table><thead><tr><th><input type="checkbox"></th><th>Workspace</th></tr></thead>
      <tbody>${['EMEA Sales', 'Empty one'].map((name) => `<tr><td>${box(name)}</td><td>${name}</td></tr>`).join('')}</tbody></table></main>`,
    { path: '/settings/workspaces' },
  );
  for (const head of [true, false]) {
    if (!head) find('th input').remove();
    for (const round of ['ticked', 'unticked']) {
      await click(find('[data-of="EMEA Sales"]'));
      expect(page.held, round).toEqual([]);
    }
  }
});

const ticks = (name: string, ticked: boolean, attributes = ''): string =>
  `<label><input type="checkbox" ${ticked ? 'checked' : ''} ${attributes} data-tick="${name}">${name}</label>`;

test('workspaces that are unticked and saved: those, and no others', async () => {
  const page = open(withButton('Manage workspaces'));
  const boxes = (): string =>
    ticks('EMEA Sales', true) + ticks('US Sales', true) + ticks('Finance', true) + ticks('Other', false);
  page.on(find(`[data-who="${dana.email}"]`), 'click', () =>
    dialog(
      page,
      `<h2>Workspaces of Dana Reyes</h2><p>Access is removed from workspaces without a tick.</p>${boxes()}<button type="button" data-close>Cancel</button><button type="button" data-send>Save</button>`,
    ),
  );
  await click(find(`[data-who="${dana.email}"]`));
  await click(find('[data-tick="US Sales"]'));
  await click(find('[data-send]'));
  expect(page.held, 'no key of hers there').toEqual([]);
  await click(find(`[data-who="${dana.email}"]`));
  await click(find('[data-tick="Finance"]'));
  await click(find('[data-tick="Finance"]'));
  await click(find('[data-send]'));
  expect(page.held, 'ticked again').toEqual([]);
  await click(find(`[data-who="${dana.email}"]`));
  await click(find('[data-tick="Finance"]'));
  await click(find('[data-send]'));
  expect(page.held.map(({ action, impact }) => [action, impact.dies])).toEqual([['remove', ['k-finance']]]);
  page.removeAnyway();
  await click(find('[data-tick="EMEA Sales"]'));
  await click(find('[data-send]'));
  expect(page.held[1]!.impact.dies).toEqual(['k-emea', 'k-finance']);
  page.removeAnyway();
  await click(find('[data-send]'));
  expect(page.done).toEqual(['sent', 'sent', 'sent']);
});

test('workspaces whose boxes share one id, and so leave their labels to the first (Fluent UI)', async () => {
  const page = open(withButton('Manage access'));
  page.on(find(`[data-who="${dana.email}"]`), 'click', () =>
    dialog(
      page,
      `<h2>Dana Reyes</h2><label for="one">Access</label><div>${['EMEA Sales', 'Finance & Procurement']
        .map((name) => `<div><input id="one" type="checkbox" checked><label for="one">${name}</label></div>`)
        .join('')}</div><button data-send>Save changes</button><button data-close>Cancel</button>`,
    ),
  );
  await click(find(`[data-who="${dana.email}"]`));
  await click(find('[role=dialog] input'));
  await click(find('[data-send]'));
  expect(page.held.map(({ action, scope }) => [action, scope.scope])).toEqual([['remove', { workspaces: ['emea'] }]]);
  expect(page.done).toEqual([]);
});

test('workspaces as switches that keep a field for the form inside (Quasar)', async () => {
  const page = open(withButton('Manage access'));
  page.on(find(`[data-who="${dana.email}"]`), 'click', () => {
    const box = dialog(
      page,
      `<h2>Dana Reyes</h2>${['EMEA Sales', 'Finance & Procurement']
        .map(
          (name) =>
            `<div role="switch" tabindex="0" aria-checked="true" aria-label="${name}"><div aria-hidden="true"><input type="checkbox" hidden></div><div>${name}</div></div>`,
        )
        .join('')}<button data-send>Save</button><button data-close>Cancel</button>`,
    );
    for (const one of box.querySelectorAll('[role=switch]'))
      page.on(one, 'click', () =>
        one.setAttribute('aria-checked', String(one.getAttribute('aria-checked') !== 'true')),
      );
  });
  await click(find(`[data-who="${dana.email}"]`));
  await click(find('[data-send]'));
  expect(page.held, 'nothing was changed').toEqual([]);
  await click(find(`[data-who="${dana.email}"]`));
  await click(find('[role=switch]'));
  await click(find('[data-send]'));
  expect(page.held.map(({ action, scope }) => [action, scope.scope])).toEqual([['remove', { workspaces: ['emea'] }]]);
  expect(page.done).toEqual(['sent']);
});

test('a switch that acts at once is held where it takes access, and stays as it was', async () => {
  const page = open(
    `<main><h1>Dana Reyes</h1><p>dana@northwind.example</p><h2>Workspaces</h2>${ticks('EMEA Sales', true, 'role="switch"')}${ticks('US Sales', true, 'role="switch"')}${ticks('Finance', false, 'role="switch"')}</main>`,
    { path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa' },
  );
  for (const box of findAll(document.body, '[data-tick]')) {
    page.on(box, 'change', () => page.done.push(box.getAttribute('data-tick')!));
  }
  await click(find('[data-tick="US Sales"]'));
  await click(find('[data-tick="Finance"]'));
  expect(page.done).toEqual(['US Sales', 'Finance']);
  await click(find('[data-tick="EMEA Sales"]'));
  expect(page.done).toHaveLength(2);
  expect((find('[data-tick="EMEA Sales"]') as HTMLInputElement).checked).toBe(true);
  expect(page.held.map(({ impact }) => impact.dies)).toEqual([['k-emea']]);
});

test('filters by role and by workspace, sorting and paging are nobody’s act', async () => {
  const page = open(
    settingsPage(
      `<label>Role <select id="filter"><option>All roles</option><option>Admin</option><option>Member</option></select></label>
       <label>Licence <select id="seat"><option>Any</option><option>Full</option><option>Guest</option></select></label>
       ${table(team, (person) => `<input type="checkbox" data-who="${person.email}">`)}<button id="previous">Previous</button><button id="next">Next</button>`,
    ),
  );
  await click(find(`[data-who="${dana.email}"]`));
  for (const id of ['filter', 'seat']) {
    focus(find(`#${id}`));
    await stroke('ArrowDown');
    await stroke('ArrowDown');
  }
  await click(find('#next'));
  await click(find('th'));
  expect(page.held).toEqual([]);
  expect(page.nobody).toEqual([]);
});

test('a licence that is less narrows every key; one that is more none', async () => {
  const page = open(
    settingsPage(
      `<table><thead><tr><th>Name</th><th>Email</th><th>Role</th><th>License</th></tr></thead><tbody>${team
        .map(
          (person) =>
            `<tr><td>${person.name}</td><td>${person.email}</td><td>${person.role}</td><td><select data-who="${person.email}"><option>Guest</option><option selected>Creator</option><option>Full</option></select></td></tr>`,
        )
        .join('')}</tbody></table>`,
    ),
  );
  const field = find(`[data-who="${dana.email}"]`) as HTMLSelectElement;
  page.on(field, 'change', () => page.done.push(field.value));
  focus(field);
  await stroke('ArrowDown');
  expect(page.done).toEqual(['Full']);
  await stroke('ArrowUp');
  expect(page.held.map(({ action, value, impact }) => [action, value, impact.narrows])).toEqual([
    ['change-licence', 'Creator', ['k-emea', 'k-finance']],
  ]);
  expect(field.value).toBe('Full');
});
