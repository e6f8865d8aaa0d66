/** A page about one person, rendered by a server: forms of their own for the licence, for access, for the end of the account. */
import { afterEach, expect, test } from 'vitest';
import { click, focus, stroke } from '../../test/fixtures/pages/input.ts';
import { team } from '../../test/fixtures/pages/lists.ts';
import { Stage } from '../../test/fixtures/pages/stage.ts';
import { findAll } from '../pages/tree.ts';

let stage: Stage | null = null;
afterEach(() => {
  stage?.end();
  stage = null;
});

/** Dana's or Omar's own page; the first option of each field is what they have now. */
function open({ name, email }: { name: string; email: string }): Stage {
  stage?.end();
  const others = team.filter((one) => one.email !== email);
  const page = new Stage(
    `<nav><a aria-current="page" href="/a/#/settings/users">Users</a></nav>
     <main><h1>${name}</h1><p><a href="/a/#/settings/users">All users</a></p>
      <dl><dt>Email</dt><dd>${email}</dd></dl>
      <form><p><label>License <select name="license"><option>Full</option><option>Read-only</option></select></label>
        <button data-send="license">Update license</button></p></form>
      <form><fieldset><legend>Has access to</legend>${['EMEA Sales', 'US Sales', 'Finance']
        .map((place) => `<p><label><input type="checkbox" name="place" checked> ${place}</label></p>`)
        .join('')}</fieldset><p><button data-send="access">Save changes</button></p></form>
      <section><h2>Danger zone</h2><button type="button" data-open>Delete user…</button>
        <dialog aria-label="Delete user"><form><p>${name} will be deleted from all workspaces of Northwind.</p>
          <label>Documents go to <select>${others.map((one) => `<option>${one.name} (${one.email})</option>`).join('')}</select></label>
          <p><button type="button" data-close>Cancel</button> <button data-send="delete">Delete</button></p></form></dialog></section></main>`,
    { path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa' },
  );
  for (const form of document.querySelectorAll('form'))
    page.on(form, 'submit', (event) => {
      event.preventDefault();
      page.done.push((event as SubmitEvent).submitter!.dataset['send']!);
    });
  page.on(find('[data-open]'), 'click', () => document.querySelector('dialog')!.showModal());
  page.on(find('[data-close]'), 'click', () => document.querySelector('dialog')!.close());
  stage = page;
  return page;
}

function find(selector: string): HTMLElement {
  return findAll(document.body, selector)[0] as HTMLElement;
}

const ways: [string, string, () => Promise<void>][] = [
  [
    'license',
    'change-licence',
    async () => {
      focus(find('[name=license]'));
      await stroke('ArrowDown');
    },
  ],
  ['access', 'remove', () => click(find('[name=place]'))],
  ['delete', 'remove', () => click(find('[data-open]'))],
];

test.each(ways)(
  '%s: an owner is held at the button that sends, and let through after the lift',
  async (sent, action, begin) => {
    const page = open(team[0]!);
    await begin();
    expect(page.held).toEqual([]);
    await click(find(`[data-send=${sent}]`));
    expect(page.done).toEqual([]);
    expect(page.held.map((one) => [one.action, ...one.userIds])).toEqual([[action, 'dana']]);
    page.removeAnyway();
    await click(find(`[data-send=${sent}]`));
    expect(page.done).toEqual([sent]);
    expect(page.held).toHaveLength(1);
  },
);

test.each(ways)('%s: who owns nothing gets there with nothing in the way', async (sent, _, begin) => {
  const page = open(team[1]!);
  await begin();
  await click(find(`[data-send=${sent}]`));
  expect(page.held).toEqual([]);
  expect(page.done).toEqual([sent]);
});

test('a field that assistive technology has set counts as changed', async () => {
  const page = open(team[0]!);
  const field = find('[name=license]') as HTMLSelectElement;
  field.value = 'Read-only';
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await click(find('[data-send=license]'));
  expect(page.done).toEqual([]);
  expect(page.held.map((one) => one.action)).toEqual(['change-licence']);
});

test('nothing changed, nothing held', async () => {
  const page = open(team[0]!);
  await click(find('[data-send=access]'));
  await click(find('[data-send=license]'));
  expect(page.held).toEqual([]);
  expect(page.done).toEqual(['access', 'license']);
});

test('a page that only lists where the person is: the word is typed, and the button of the dialog below is held', async () => {
  const page = new Stage(
    `<div>      <nav aria-label="Settings"><h2>Workspace</h2><a href="/a/#/settings/members">Members</a><h2>Organization</h2><a href="/a/#/settings/users">All users</a><a href="/a/#/settings/workspaces">Workspaces</a></nav>
      <main><p><a href="#/settings/users">All users</a></p><h1>Dana Reyes</h1>
       <span><div><span>D</span></div><span>Dana Reyes<small>${team[0]!.email}</small></span></span>
       <h2>Workspaces</h2><ul><li>EMEA Sales – Admin</li><li>Finance – Member</li></ul>
       <h2>Danger zone</h2><button type="button" aria-label="Delete this user…" data-open><span>Delete this user…</span></button></main></div>`,
    { path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa' },
  );
  stage = page;
  page.on(find('[data-open]'), 'click', () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div class="mask"><div role="dialog" aria-modal="true" aria-labelledby="head"><div><span id="head">Delete user</span>
        <button type="button" aria-label="Close">×</button></div><div><form>
        <p>Dana Reyes loses access to every workspace. Type DELETE to confirm.</p>
        <input aria-label="Confirmation"><button type="submit" data-send="delete" disabled><span>Delete user</span></button></form></div></div></div>`,
    );
    page.on(find('form'), 'submit', (event) => {
      event.preventDefault();
      page.done.push('delete');
    });
    page.on(find('input'), 'input', () => find('[data-send]').removeAttribute('disabled'));
  });
  await click(find('[data-open]'));
  expect(page.held).toEqual([]);
  focus(find('input'));
  (find('input') as HTMLInputElement).value = 'DELETE';
  find('input').dispatchEvent(new InputEvent('input', { bubbles: true }));
  await click(find('[data-send]'));
  expect(page.done).toEqual([]);
  expect(page.held.map((one) => [one.action, ...one.userIds])).toEqual([['remove', 'dana']]);
});

const licence = '<select id="licence" aria-label="License"><option>Full</option><option>Guest</option></select>';
const places = ['EMEA Sales', 'US Sales', 'Finance']
  .map((place) => `<li><label><input type="checkbox" checked> ${place}</label></li>`)
  .join('');
const save = '<button type="button" data-send="save">Save</button>';
const titled = '<div><span>Dana Reyes</span></div><ul><li>dana@northwind.example</li>';

/** A list, and a button that saves something: whether the button sends what is chosen in the list, as far as the page tells. */
const layouts: Record<string, { html: string; saved: boolean }> = {
  'one card': { html: `<h2>Account</h2>${licence}<ul>${places}</ul>${save}`, saved: true },
  'sections in one form': {
    html: `<form><h2>License</h2>${licence}<h2>Workspaces</h2><ul>${places}</ul><button data-send="save">Save</button></form>`,
    saved: true,
  },
  'cards, and a bar below them': {
    html: `<section><h2>License</h2>${licence}</section><section><h2>Workspaces</h2><ul>${places}</ul></section><div>${save}</div>`,
    saved: true,
  },
  'a bar above cards': {
    html: `<header><h1>Dana Reyes</h1>${save}</header><section><h2>License</h2>${licence}</section><section><h2>Workspaces</h2><ul>${places}</ul></section>`,
    saved: true,
  },
  'fields with a label above each': {
    html: `<div>Name</div><div><input value="Dana"></div><div>License</div><div>${licence}</div><div>Phone</div><div><input></div><div>${save}</div>`,
    saved: true,
  },
  'a card beside the one that is saved': {
    html: `<section><h2>License</h2>${licence}</section><section><h2>Workspaces</h2><ul>${places}</ul>${save}</section>`,
    saved: false,
  },
  'a form beside it': {
    html: `<div>${licence}</div><form><ul>${places}</ul><button data-send="save">Save</button></form>`,
    saved: false,
  },
  'beside a form, and a question that waits unseen': {
    html: `<div><h2>License</h2>${licence}</div><form><h2>Workspaces</h2><ul>${places}</ul><button data-send="save">Save</button></form>
      <section><h2>Danger zone</h2><button>Log out everywhere</button><div hidden><p>Sure?</p><button type="button">No</button><button type="button">Yes</button></div></section>`,
    saved: false,
  },
  'below what is saved': {
    html: `<h2>Profile</h2><input value="Dana" aria-label="Name">${save}<h2>License</h2>${licence}`,
    saved: false,
  },
  'above a heading that what is saved stands below': {
    html: `${licence}<h2>Workspaces</h2><ul>${places}</ul>${save}`,
    saved: false,
  },
  'above a title that is no heading (Ionic)': {
    html: `${titled}<li>${licence}</li><div><span>Workspaces</span></div>${places}</ul>${save}`,
    saved: false,
  },
};

test.each(Object.entries(layouts))('a licence in a list: %s', async (_, { html, saved }) => {
  for (const person of [team[1]!, team[0]!]) {
    stage?.end();
    const shown = html.replaceAll('Dana Reyes', person.name).replaceAll('dana@northwind.example', person.email);
    const page = new Stage(`<main><h1>${person.name}</h1><p>${person.email}</p>${shown}</main>`, {
      path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa',
    });
    stage = page;
    page.on(document, 'submit', (event) => event.preventDefault());
    page.on(find('#licence'), 'change', () => page.done.push('chosen'));
    page.on(find('[data-send]'), 'click', () => page.done.push('saved'));
    const choose = async (): Promise<void> => {
      focus(find('#licence'));
      await stroke('ArrowDown');
    };
    await choose();
    if (person === team[0] && !saved) {
      expect(page.done).toEqual([]);
      expect(page.held.map((one) => [one.action, one.value, ...one.userIds])).toEqual([
        ['change-licence', 'Guest', 'dana'],
      ]);
      page.removeAnyway();
      await choose();
    }
    expect(page.done, 'a choice that is sent later is no act').toEqual(['chosen']);
    await click(find('[data-send]'));
    if (person === team[0] && saved) {
      expect(page.held.map((one) => [one.action, one.value])).toEqual([['change-licence', 'Guest']]);
      page.removeAnyway();
      await click(find('[data-send]'));
    }
    expect(page.done).toEqual(['chosen', 'saved']);
    expect(page.held, 'one decision, one warning').toHaveLength(person === team[0] ? 1 : 0);
  }
});

test('steps that unfold in the page, of which only the last says what they do', async () => {
  for (const person of [team[1]!, team[0]!]) {
    stage?.end();
    const page = new Stage(
      `<main><h1>${person.name}</h1><p>${person.email}</p><button data-open>Begin handover</button><div id="steps"></div></main>`,
      { path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa' },
    );
    stage = page;
    const steps = [
      '<p>Give documents to</p><select><option>Nobody</option></select>',
      `<p>${person.name} will be removed.</p>`,
    ];
    const show = (at: number): void => {
      find('#steps').innerHTML =
        `<div><h4>Step ${String(at + 1)}</h4>${steps[at]!}<div><button>Cancel</button><button data-on>${at === 0 ? 'Continue' : 'Finish'}</button></div></div>`;
      page.on(find('[data-on]'), 'click', () => (at === 0 ? show(1) : page.done.push('finished')));
    };
    page.on(find('[data-open]'), 'click', () => show(0));
    await click(find('[data-open]'));
    await click(find('[data-on]'));
    expect(page.held, 'this step says nothing of it').toEqual([]);
    await click(find('[data-on]'));
    if (person === team[0]) {
      expect(page.held.map((one) => [one.action, ...one.userIds])).toEqual([['remove', 'dana']]);
      expect(page.done).toEqual([]);
      page.removeAnyway();
      await click(find('[data-on]'));
    }
    expect(page.done).toEqual(['finished']);
    expect(page.held).toHaveLength(person === team[0] ? 1 : 0);
  }
});
