/** Settings that are sent later and by something else: for several people at once, out of lists, as they are typed. */
import { afterEach, expect, test } from 'vitest';
import { click, focus, stroke } from '../../test/fixtures/pages/input.ts';
import { settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import {
  always,
  delegate,
  emailOf,
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

const [dana] = team as [Someone];
const spaces = ['EMEA Sales', 'Finance', 'Archive'];
const roles = ['Admin', 'Manager', 'Member', 'Guest'];
const options = (names: readonly string[], chosen: string): string =>
  names.map((name) => `<option${name === chosen ? ' selected' : ''}>${name}</option>`).join('');
const select = ({ email, role }: Someone): string =>
  `<select aria-label="Role" data-who="${email}">${options(roles, role)}</select>`;

const ways: Record<string, Way> = {};

ways['a matrix of plain boxes with switches, and a bar with Save above it'] = {
  html: settingsPage(
    `<div class="bar"><button type="button" class="save" disabled>Save changes</button></div><div class="grid"><div class="line" style="display:flex"><span style="width:220px">Who</span>${spaces.map((space) => `<span style="width:90px">${space}</span>`).join('')}</div>${team
      .map(
        ({ name, email }) =>
          `<div class="line" style="display:flex"><span style="width:220px">${name} ${email}</span>${spaces.map((space) => `<span style="width:90px"><i role="switch" tabindex="0" aria-checked="true" data-space="${space}" data-who="${email}" style="display:inline-block;width:30px;height:16px;background:#9c9"></i></span>`).join('')}</div>`,
      )
      .join('')}</div>`,
  ),
  wire: (page, act) => {
    const changed = new Set<string>();
    delegate(page, 'click', '[role=switch]', (element) => {
      element.setAttribute('aria-checked', String(element.getAttribute('aria-checked') !== 'true'));
      changed.add(emailOf(element));
      (must('.save') as HTMLButtonElement).disabled = false;
    });
    page.on(must('.save'), 'click', () => {
      for (const email of changed) act(email);
    });
  },
  steps: [{ at: always('.save:enabled') }, { at: whose('[data-space=Finance][aria-checked=true]') }],
};

ways['roles in the rows of a form, and a button "Store" for all of them'] = {
  html: row(select)
    .replace('<table>', '<form class="all"><table>')
    .replace('</table>', '</table><input type="submit" value="Store"></form>'),
  wire: (page, act) => {
    const changed = new Set<string>();
    delegate(page, 'change', 'main select', (field) => changed.add(emailOf(field)));
    page.on(must('.all'), 'submit', (event) => {
      event.preventDefault();
      for (const email of changed) act(email);
    });
  },
  steps: [{ at: always('[type=submit]') }, { at: whose('select'), how: { choose: 'Guest' } }],
  held: 'change-role',
};

ways['two native lists that workspaces are moved between'] = {
  html: row(({ email }) => `<button type="button" class="open" data-who="${email}">Access</button>`),
  wire: (page, act) =>
    delegate(page, 'click', '.open', (button) => {
      const box = portal(
        `<div role="dialog" aria-label="Access" style="background:white"><select multiple class="off" aria-label="Off"></select><button type="button" class="move">Move</button><select multiple class="on" aria-label="On">${options(spaces, '')}</select><button type="button">Cancel</button><button type="button" class="save">Save</button></div>`,
      );
      page.on(box, 'click', (event) => {
        const target = event.target as HTMLElement;
        const on = box.querySelector<HTMLSelectElement>('.on')!;
        if (target.matches('.move')) box.querySelector('.off')!.append(...on.selectedOptions);
        if (!target.matches('.save')) return;
        box.remove();
        act(emailOf(button));
      });
    }),
  steps: [
    { at: whose('.open') },
    { at: () => ((find('.off') as HTMLSelectElement | null)?.options.length ? '.save' : '#none') },
    { at: () => ((find('.on') as HTMLSelectElement | null)?.selectedIndex === 1 ? '.move' : '#none') },
    { at: () => (find('.off')?.childElementCount ? '#none' : '.on'), how: { choose: 'Finance' } },
  ],
};

ways['a role that is typed into a dialog, and sent with Enter'] = {
  html: row(({ email }) => `<button type="button" class="open" data-who="${email}">Edit</button>`),
  wire: (page, act) =>
    delegate(page, 'click', '.open', (button) => {
      const { role } = team.find(({ email }) => email === emailOf(button))!;
      const box = portal(
        `<form role="dialog" aria-label="Edit" style="background:white"><label>Phone <input type="tel"></label><label>Role <input class="role" value="${role}"></label><button type="button">Cancel</button><button>Save</button></form>`,
      );
      const field = box.querySelector<HTMLInputElement>('.role')!;
      page.on(field, 'focus', () => (field.value = ''));
      page.on(box, 'submit', (event) => {
        event.preventDefault();
        box.remove();
        act(emailOf(button));
      });
    }),
  steps: [
    { at: whose('.open') },
    { at: always('.role'), how: 'Enter' },
    { at: always('.role'), how: { type: 'Reviewer' } },
  ],
  held: 'change-role',
};

ways['a role of the organization, chosen in a field that nothing marks as one'] = {
  html: row(({ email }) => `<button type="button" class="open" data-who="${email}">Edit</button>`),
  wire: (page, act) =>
    delegate(page, 'click', '.open', (button) => {
      const { role } = team.find(({ email }) => email === emailOf(button))!;
      const box = portal(
        `<div role="dialog" aria-label="Edit" style="background:white"><div>Access</div><div class="field"><span>${role}</span></div><div class="choices" hidden><div>Admin</div><div class="own">Reviewer</div></div><button type="button">Cancel</button><button type="button" class="save">Save</button></div>`,
      );
      const field = box.querySelector<HTMLElement>('.field')!;
      page.on(field, 'click', () => (box.querySelector<HTMLElement>('.choices')!.hidden = false));
      page.on(box.querySelector('.own')!, 'click', () => {
        field.firstElementChild!.textContent = 'Reviewer';
        box.querySelector('.choices')!.remove();
      });
      page.on(box.querySelector('.save')!, 'click', () => {
        box.remove();
        act(emailOf(button));
      });
    }),
  steps: [
    { at: whose('.open') },
    { at: () => (find('.field')?.textContent === 'Reviewer' ? '.save' : '.field') },
    { at: always('.own') },
  ],
  held: 'change-role',
};

ways['a tick "Admin rights" in a dialog'] = {
  html: row(({ email }) => `<button type="button" class="open" data-who="${email}">Edit</button>`),
  wire: (page, act) =>
    delegate(page, 'click', '.open', (button) => {
      const box = portal(
        `<div role="dialog" aria-label="Edit" style="background:white"><label><input type="checkbox" class="admin" checked> Admin rights</label><button type="button">Cancel</button><button type="button" class="save">Save</button></div>`,
      );
      page.on(box.querySelector('.save')!, 'click', () => {
        box.remove();
        act(emailOf(button));
      });
    }),
  steps: [{ at: whose('.open') }, { at: always('.save') }, { at: always('.admin:checked') }],
  held: 'change-role',
};

ways['steps that only their class names, over the whole page'] = {
  html: row(({ email }) => `<button type="button" class="open" data-who="${email}">Role</button>`),
  wire: (page, act) =>
    delegate(page, 'click', '.open', (button) => {
      const { name, email, role } = team.find((someone) => someone.email === emailOf(button))!;
      must('main').innerHTML =
        `<ul class="steps"><li class="active">New role</li><li>Preview</li><li>Save</li></ul><h2>${name}</h2><label>Role ${select({ name, email, role })}</label><button type="button" class="next">Next</button>`;
      page.on(must('.next'), 'click', () => act(email));
    }),
  steps: [{ at: whose('.open') }, { at: always('.next') }, { at: whose('select'), how: { choose: 'Guest' } }],
  held: 'change-role',
};

const marked = (mark: string, isOn: boolean): string => (isOn ? mark : '');

ways['a list of workspaces on the page of a person, with a drawn tick where they are; a click turns it'] = {
  html: row(({ email }) => `<a href="#/settings/users/x" class="open" data-who="${email}">Open</a>`),
  wire: (page, act) =>
    delegate(page, 'click', '.open', (link, event) => {
      event.preventDefault();
      const { name, email } = team.find((someone) => someone.email === emailOf(link))!;
      must('main').innerHTML =
        `<h1>${name}</h1><p>${email}</p><button type="button" class="ws" aria-expanded="false">Workspaces</button>`;
      page.on(must('.ws'), 'click', () => {
        must('.ws').setAttribute('aria-expanded', 'true');
        const box = portal(
          `<div role="menu">${spaces.map((space, at) => `<div role="menuitem" tabindex="-1" data-space="${space}">${marked('<svg width="9" height="9"><path d="M1 5l3 3 5-7" stroke="#000" fill="none"/></svg>', at < 2)}<span>${space}</span></div>`).join('')}</div>`,
        );
        page.on(box, 'click', () => act(email));
      });
    }),
  steps: [
    { at: whose('.open') },
    { at: always('.ws[aria-expanded=false]') },
    { at: always('[role=menuitem][data-space=Finance]') },
  ],
};

ways['free: in such a list a workspace without a tick is clicked'] = {
  ...ways['a list of workspaces on the page of a person, with a drawn tick where they are; a click turns it'],
  steps: [
    { at: whose('.open') },
    { at: always('.ws[aria-expanded=false]') },
    { at: always('[role=menuitem][data-space=Archive]') },
  ],
  held: null,
};

ways['roles stored at once, on a page whose Save is about its name'] = {
  html: row(select).replace(
    '<table>',
    '<div><label>Name of this workspace <input value="EMEA Sales"></label><button type="button">Save</button></div><table>',
  ),
  wire: (page, act) => delegate(page, 'change', 'main select', (field) => act(emailOf(field))),
  steps: [{ at: whose('select'), how: { choose: 'Manager' } }],
  held: 'change-role',
};

test.each(Object.entries(ways))('%s', (_, way) => tryWay(way));

test('of several people whose roles were changed, the owner is held, and nobody else', async () => {
  const page = open(
    {
      html: row(select).replace('</table>', '</table><button type="button" class="save">Save</button>'),
      wire: (stage, act) => {
        stage.on(must('.save'), 'click', () => act('all'));
      },
      steps: [],
    },
    true,
  );
  for (const field of document.querySelectorAll<HTMLSelectElement>('main select')) {
    focus(field);
    for (let left = 0; left < 4; left += 1) await stroke('ArrowDown');
  }
  expect(page.held).toEqual([]);
  await click(must('.save'));
  expect(page.held.map(({ action, value, userIds }) => [action, value, userIds])).toEqual([
    ['change-role', 'Guest', ['dana']],
  ]);
  page.removeAnyway();
  await click(must('.save'));
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual(['all']);
});

test('two owners whose roles one control sends are one decision, and one warning names both', async () => {
  endWay();
  const alex: Someone = { ...dana, name: 'Alex Kim', email: 'alex.kim@northwind.example' };
  const page = open(
    {
      html: row(select).replace(
        '</tbody></table>',
        `<tr><td></td><td>${alex.name}</td><td>${alex.email}</td><td>Admin</td><td>${select(alex)}</td></tr></tbody></table><button type="button" class="save">Save</button>`,
      ),
      wire: (stage, act) => {
        stage.on(must('.save'), 'click', () => act('all'));
      },
      steps: [],
    },
    true,
  );
  for (const [field, presses] of [
    [dana, 3],
    [alex, 1],
  ] as const) {
    focus(must(`main select[data-who="${field.email}"]`));
    for (let left = 0; left < presses; left += 1) await stroke('ArrowDown');
  }
  await click(must('.save'));
  expect(page.held.map(({ action, value, userIds, impact }) => [action, value, userIds, impact.narrows])).toEqual([
    ['change-role', null, ['dana', 'alex-owner'], ['k-alex', 'k-emea']],
  ]);
  page.removeAnyway();
  await click(must('.save'));
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual(['all']);
});

test.each([
  ['ticks', (chosen: boolean) => `role="checkbox" aria-checked="${String(chosen)}" tabindex="0"`],
  ['options', (chosen: boolean) => `role="option" aria-selected="${String(chosen)}" tabindex="0"`],
] as const)('%s of workspaces that say the role as well are access, and one decision', async (kind, state) => {
  const lines = ['EMEA Sales', 'Finance'].map((name) => `<div ${state(true)} data-line>${name} (Admin)</div>`).join('');
  const list = kind === 'options' ? `<div role="listbox" aria-multiselectable="true">${lines}</div>` : lines;
  endWay();
  const page = open(
    {
      html: `<main><h1>${dana.name}</h1><p>${dana.email} · Full</p><section><h2>Access to workspaces</h2>${list}<button data-save>Save</button></section></main>`,
      wire: (on, act) => {
        delegate(on, 'click', '[data-line]', (line) => {
          for (const name of ['aria-checked', 'aria-selected'])
            if (line.hasAttribute(name)) line.setAttribute(name, 'false');
        });
        delegate(on, 'click', '[data-save]', () => act(dana.email));
      },
      steps: [],
      options: { path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa' },
    },
    true,
  );
  await click(must('[data-line]'));
  await click(must('[data-save]'));
  expect(page.held.map(({ action, scope: { scope } }) => [action, scope])).toEqual([
    ['remove', { workspaces: ['emea'] }],
  ]);
  page.removeAnyway();
  await click(must('[data-save]'));
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual([dana.email]);
});
