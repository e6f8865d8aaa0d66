/** Removals of several people at once, and of one person on a page or in a panel of their own. */
import { afterEach, expect, test } from 'vitest';
import { click, focus, stroke } from '../../test/fixtures/pages/input.ts';
import { type Action, listStyles, settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import { Stage, type StageOptions } from '../../test/fixtures/pages/stage.ts';
import { findAll } from '../pages/tree.ts';

const [dana, omar, sam] = team as [Someone, Someone, Someone];

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

const boxes: Record<string, Action> = {
  'native boxes': (person) => `<input type="checkbox" aria-label="Select ${person.name}" data-box="${person.email}">`,
  'boxes with a role': (person) =>
    `<span role="checkbox" tabindex="0" aria-checked="false" data-box="${person.email}" style="display:inline-block;width:16px;height:16px"></span>`,
  'buttons with a state': (person) =>
    `<button role="checkbox" aria-checked="false" data-state="unchecked" data-box="${person.email}">✓</button>`,
};

/** A page on which boxes select rows and a toolbar removes what is selected. */
function bulk(box: string, list: string, toolbar: string, after: (page: Stage, chosen: string[]) => void): Stage {
  const page = open(settingsPage(`${toolbar}${listStyles[list]!(team, boxes[box])}`));
  const chosen = new Set<string>();
  for (const element of findAll(document.body, '[data-box]')) {
    const email = element.getAttribute('data-box')!;
    page.on(element, 'click', () => {
      if (chosen.delete(email) || !chosen.add(email)) element.setAttribute('aria-checked', 'false');
      else element.setAttribute('aria-checked', 'true');
    });
  }
  page.on(find('#remove'), 'click', () => after(page, [...chosen]));
  return page;
}

const toolbars: Record<string, string> = {
  'a toolbar above': '<div role="toolbar"><span>Selected</span><button id="remove">Remove</button></div>',
  'plain boxes above': '<div><div><div id="remove">Remove users</div></div></div>',
  'a bar at the bottom':
    '<div style="position:fixed;bottom:0;left:0;background:white"><span>Selected</span> <button id="remove">Remove</button><button aria-label="Clear selection">×</button></div>',
};

const act = (page: Stage, chosen: string[]): void => {
  page.done.push(chosen.join(' '));
};

for (const box of Object.keys(boxes)) {
  for (const toolbar of Object.keys(toolbars)) {
    for (const list of ['table with headers', 'cards of plain boxes', 'ARIA grid, drawn virtually']) {
      test(`${box}, ${toolbar}, ${list}`, async () => {
        const page = bulk(box, list, toolbars[toolbar]!, act);
        await click(find(`[data-box="${omar.email}"]`));
        await click(find('#remove'));
        expect(page.held).toEqual([]);
        expect(page.done).toEqual([omar.email]);
        await click(find(`[data-box="${dana.email}"]`));
        await click(find('#remove'));
        expect(page.done).toHaveLength(1);
        expect(page.held).toHaveLength(1);
        expect([...page.held[0]!.userIds].sort()).toEqual(['dana', 'omar']);
        page.keep();
        await click(find(`[data-box="${dana.email}"]`));
        await click(find('#remove'));
        expect(page.held).toHaveLength(1);
        expect(page.done).toEqual([omar.email, omar.email]);
      });
    }
  }
}

function ask(page: Stage, html: string): void {
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  dialog.style.cssText = 'position:fixed;top:40px;right:0;background:white;z-index:9';
  dialog.setHTMLUnsafe(`${html}<button id="cancel">Cancel</button><button id="confirm">Confirm</button>`);
  document.body.append(dialog);
  page.on(find('#cancel'), 'click', () => dialog.remove());
  page.on(find('#confirm'), 'click', () => {
    dialog.remove();
    page.done.push('sent');
  });
}

const promising = toolbars['a toolbar above']!.replace('>Remove<', '>Remove…<');

test.each([
  ['only how many', '<h2>Remove 2 users?</h2>'],
  ['nothing', '<h2>Are you sure?</h2>'],
  ['names', '<h2>Remove users</h2><ul><li>Omar Haddad</li><li>Dana Reyes</li></ul>'],
  ['addresses', '<h2>Remove users</h2><p>dana@northwind.example, omar@northwind.example</p>'],
  ['one and a count', '<h2>Remove Omar Haddad and 1 other?</h2>'],
])('a dialog about the selection that names %s', async (_, html) => {
  const page = bulk('native boxes', 'table with headers', promising, (on) => ask(on, html));
  await click(find(`[data-box="${omar.email}"]`));
  await click(find(`[data-box="${dana.email}"]`));
  await click(find('#remove'));
  expect(page.held).toEqual([]);
  await click(find('#confirm'));
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
  expect(page.held[0]!.userIds).toContain('dana');
  page.removeAnyway();
  await click(find('#confirm'));
  expect(page.done).toEqual(['sent']);
  expect(page.held).toHaveLength(1);
});

test('boxes that are ticked while the question stands count', async () => {
  const page = bulk('native boxes', 'table with headers', promising, (on) => ask(on, '<h2>Are you sure?</h2>'));
  await click(find(`[data-box="${omar.email}"]`));
  await click(find('#remove'));
  await click(find(`[data-box="${dana.email}"]`));
  await click(find('#confirm'));
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
});

/** A page whose rows and toolbar remove; what is asked stands below the list, with its answers. */
function askingBelow(label: string, question: (names: string) => string): Stage {
  const page = open(
    settingsPage(
      `<div role="toolbar"><button id="remove">Remove</button></div>${listStyles['table with headers']!(
        team,
        (person) =>
          `<input type="checkbox" data-box="${person.email}"><button data-who="${person.email}">${label}</button>`,
      )}<div><button>1</button><button>2</button><button id="next">Next</button></div><div id="below"></div>`,
    ),
  );
  const begin = (people: Someone[]): void => {
    find('#below').setHTMLUnsafe(
      `${question(people.map(({ name }) => name).join(', '))}<button id="out">Cancel</button><button id="go">Confirm</button>`,
    );
    page.on(find('#out'), 'click', () => find('#below').replaceChildren());
    page.on(find('#go'), 'click', () => page.done.push(people.map(({ email }) => email).join(' ')));
  };
  for (const person of team) page.on(find(`[data-who="${person.email}"]`), 'click', () => begin([person]));
  page.on(find('#remove'), 'click', () =>
    begin(team.filter(({ email }) => (find(`[data-box="${email}"]`) as HTMLInputElement).checked)),
  );
  page.on(find('#next'), 'click', () => page.done.push('turned'));
  return page;
}

test('what stands beside the list answers no question below it', async () => {
  const page = askingBelow('Remove…', (names) => `<h2>Remove ${names}?</h2>`);
  await click(find(`[data-who="${omar.email}"]`));
  await click(find(`[data-box="${dana.email}"]`));
  await click(find('#remove'));
  expect(page.held.map(({ userIds }) => userIds)).toEqual([['dana']]);
  page.keep();
  await click(find('#out'));
  await click(find(`[data-who="${dana.email}"]`));
  await click(find('#next'));
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual(['turned']);
});

test('what a question says besides is no number of people', async () => {
  const page = askingBelow('Remove…', (names) => `<p>Remove ${names}?</p><p>All 12 documents are kept.</p>`);
  await click(find(`[data-box="${omar.email}"]`));
  await click(find('#remove'));
  await click(find('#go'));
  expect(page.held).toEqual([]);
  expect(page.done).toEqual([omar.email]);
});

test('a row that is selected but scrolled out of a virtual list is still meant', async () => {
  const page = bulk('native boxes', 'ARIA grid, drawn virtually', toolbars['a toolbar above']!, act);
  await click(find(`[data-box="${dana.email}"]`));
  find('[role=grid]').setAttribute('aria-rowcount', '400');
  find(`[data-box="${dana.email}"]`).closest('[role=row]')!.remove();
  await click(find('#remove'));
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
});

test.each([
  ['forgets', 1, []],
  ['keeps', 2, ['dana']],
  ['says nothing of', null, ['dana']],
])('a page that %s whom it does not show any more', async (_, count, held) => {
  const list = (people: readonly Someone[]): string => listStyles['table with headers']!(people, boxes['native boxes']);
  const said = count === null ? '' : `<span>${String(count)} selected</span>`;
  const page = open(
    settingsPage(
      `<div role="toolbar">${said}<button id="remove">Remove</button></div><div id="list">${list([dana, sam])}</div><button id="next">Next</button>`,
    ),
  );
  page.on(find('#next'), 'click', () => find('#list').setHTMLUnsafe(list([omar, team[3]!])));
  page.on(find('#remove'), 'click', () => page.done.push('sent'));
  await click(find(`[data-box="${dana.email}"]`));
  await click(find('#next'));
  await click(find(`[data-box="${omar.email}"]`));
  await click(find('#remove'));
  expect(page.held.flatMap(({ userIds }) => userIds.filter((id) => id === 'dana'))).toEqual(held);
  expect(page.done).toEqual(held.length > 0 ? [] : ['sent']);
});

test('rows that are selected by a state of their own', async () => {
  const page = open(settingsPage(`${toolbars['a toolbar above']!}${listStyles['ARIA grid, drawn virtually']!(team)}`));
  for (const row of findAll(document.body, '[role=row]'))
    page.on(row, 'click', () => row.setAttribute('aria-selected', 'true'));
  page.on(find('#remove'), 'click', () => page.done.push('sent'));
  await click(findAll(document.body, '[role=row]')[2]!);
  await click(find('#remove'));
  expect(page.done).toEqual(['sent']);
  await click(findAll(document.body, '[role=row]')[1]!);
  await click(find('#remove'));
  expect(page.done).toEqual(['sent']);
  expect(page.held).toHaveLength(1);
});

test('a row menu acts on its row, whatever is selected', async () => {
  const page = open(
    settingsPage(
      listStyles['table with headers']!(
        team,
        (person) =>
          `<input type="checkbox" data-box="${person.email}"><button data-who="${person.email}">Remove</button>`,
      ),
    ),
  );
  for (const one of [dana, omar]) page.on(find(`[data-who="${one.email}"]`), 'click', () => page.done.push(one.email));
  await click(find(`[data-box="${dana.email}"]`));
  await click(find(`[data-who="${omar.email}"]`));
  expect(page.held).toEqual([]);
  expect(page.done).toEqual([omar.email]);
});

const details = (person: Someone, button = '<button id="remove">Remove user</button>'): string => `
  <nav><a href="#/settings/team">Team</a></nav><main><h1>${person.name}</h1><p>${person.email}</p><p>Role: ${person.role}</p>
  <button id="edit">Edit</button>${button}<p>Questions? Write to <a href="mailto:support@pandadoc.example">support@pandadoc.example</a>.</p></main>`;

test.each(['/settings/users/BhVzRcxH9Z2LgfPPGXFUBa', '/settings/team'])(
  'the page of one person, at %s',
  async (path) => {
    const page = open(details(dana), { path });
    page.on(find('#remove'), 'click', () => page.done.push('sent'));
    page.on(find('#edit'), 'click', () => page.done.push('edit'));
    await click(find('#edit'));
    expect(page.held).toEqual([]);
    await click(find('#remove'));
    expect(page.done).toEqual(['edit']);
    expect(page.held.map((attempt) => attempt.userIds)).toEqual([['dana']]);

    const other = open(details(omar), { path });
    other.on(find('#remove'), 'click', () => other.done.push('sent'));
    await click(find('#remove'));
    expect(other.held).toEqual([]);
    expect(other.done).toEqual(['sent']);
  },
);

test('a page of its own that asks', async () => {
  const html = (person: Someone): string =>
    `<main><h1>Remove ${person.name}</h1><p>${person.email} loses access to EMEA Sales.</p><button id="back">Back</button><button id="go">Continue</button></main>`;
  const page = open(html(dana), { path: '/settings/team/remove' });
  page.on(find('#go'), 'click', () => page.done.push('sent'));
  await click(find('#back'));
  expect(page.held).toEqual([]);
  await click(find('#go'));
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
  const other = open(html(omar), { path: '/settings/team/remove' });
  other.on(find('#go'), 'click', () => other.done.push('sent'));
  await click(find('#go'));
  expect(other.done).toEqual(['sent']);
});

const panels: Record<string, (person: Someone) => string> = {
  'beside the list': (person) =>
    `<aside style="background:white"><h2>${person.name}</h2><p>${person.email}</p><button id="edit">Edit</button><button id="remove">Remove from workspace</button></aside>`,
  'beside the list, with a name only': (person) =>
    `<div style="background:white"><h2>${person.name}</h2><button id="edit">Edit</button><button id="remove">Remove from workspace</button></div>`,
  'over the page': (person) =>
    `<div style="position:fixed;top:0;right:0;background:white"><button aria-label="Close">×</button><h2>${person.name}</h2><p>${person.email}</p><button id="edit">Edit</button><button id="remove">Remove from workspace</button></div>`,
  'as a dialog': (person) =>
    `<div role="dialog" style="position:fixed;top:0;right:0;background:white"><button aria-label="Close">×</button><h2>${person.name}</h2><p>${person.email}</p><button id="edit">Edit</button><button id="remove">Remove from workspace</button></div>`,
};

test.each(Object.entries(panels))('a panel %s', async (_, panel) => {
  for (const person of [omar, dana]) {
    const page = open(`${settingsPage(listStyles['cards of plain boxes']!(team))}${panel(person)}`);
    page.on(find('#remove'), 'click', () => page.done.push('sent'));
    page.on(find('#edit'), 'click', () => page.done.push('edit'));
    await click(find('#edit'));
    expect(page.held).toEqual([]);
    await click(find('#remove'));
    expect(page.done).toEqual(person === dana ? ['edit'] : ['edit', 'sent']);
    expect(page.held.map((attempt) => attempt.userIds)).toEqual(person === dana ? [['dana']] : []);
  }
});

test('settings that are shown in a dialog are a page, not a question', async () => {
  const page = open(
    `<main></main><div role="dialog" aria-label="Settings" style="position:fixed;inset:0;background:white"><button aria-label="Close">×</button><p>You can remove users here.</p>
     <button id="invite">Invite users</button>${listStyles['cards of plain boxes']!(team, (person) => `<button data-who="${person.email}">Remove</button>`)}</div>`,
  );
  for (const one of [dana, omar]) page.on(find(`[data-who="${one.email}"]`), 'click', () => page.done.push(one.email));
  page.on(find('#invite'), 'click', () => page.done.push('invite'));
  await click(find('#invite'));
  await click(find(`[data-who="${omar.email}"]`));
  expect(page.held).toEqual([]);
  await click(find(`[data-who="${dana.email}"]`));
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual(['invite', omar.email]);
});

/** A dialog with one box for each workspace. */
const ticks: Record<string, (names: readonly string[]) => string> = {
  'labels around native boxes': (names) =>
    names.map((name) => `<label><input type="checkbox" data-tick="${name}"> ${name}</label>`).join(''),
  'labels beside native boxes': (names) =>
    names
      .map(
        (name, index) =>
          `<input type="checkbox" id="w${String(index)}" data-tick="${name}"><label for="w${String(index)}">${name}</label>`,
      )
      .join(''),
  'names in the next cell': (names) =>
    `<table>${names.map((name) => `<tr><td><input type="checkbox" data-tick="${name}"></td><td>${name}</td></tr>`).join('')}</table>`,
  'boxes with a role': (names) =>
    names
      .map((name) => `<div role="checkbox" aria-checked="false" tabindex="0" data-tick="${name}">${name}</div>`)
      .join(''),
  switches: (names) =>
    names
      .map(
        (name, index) =>
          `<span id="n${String(index)}">${name}</span><button role="switch" aria-checked="false" aria-labelledby="n${String(index)}" data-tick="${name}">I</button>`,
      )
      .join(''),
  'a list of several': (names) =>
    `<div role="listbox" aria-multiselectable="true" aria-label="Workspaces">${names.map((name) => `<div role="option" aria-selected="false" data-tick="${name}">${name}</div>`).join('')}</div>`,
  'a native list of several': (names) =>
    `<select multiple aria-label="Workspaces">${names.map((name) => `<option data-tick="${name}">${name}</option>`).join('')}</select>`,
};

function ticked(make: string, person: Someone, path = '/settings/users'): Stage {
  const page = open(
    `<main><h1>All users</h1>${listStyles['table with headers']!(team, (who) => `<button data-who="${who.email}" aria-haspopup="dialog">Remove</button>`)}</main>`,
    { path },
  );
  page.on(find(`[data-who="${person.email}"]`), 'click', () => {
    ask(
      page,
      `<h2>Remove ${person.name}</h2><p>Choose workspaces</p>${ticks[make]!(['EMEA Sales', 'US Sales', 'Finance'])}`,
    );
    for (const box of findAll(document.body, '[data-tick]')) {
      page.on(box, 'click', () => {
        for (const state of ['aria-checked', 'aria-selected']) {
          const value = box.getAttribute(state);
          if (value !== null) box.setAttribute(state, value === 'true' ? 'false' : 'true');
        }
      });
    }
  });
  return page;
}

async function tick(name: string): Promise<void> {
  const box = find(`[data-tick="${name}"]`);
  if (box instanceof HTMLOptionElement) box.selected = !box.selected;
  else await click(box);
}

test.each(Object.keys(ticks))('workspaces that are ticked decide: %s', async (make) => {
  const page = ticked(make, dana);
  await click(find(`[data-who="${dana.email}"]`));
  await tick('US Sales');
  await click(find('#confirm'));
  expect(page.held, 'no key of hers in US Sales').toEqual([]);
  expect(page.done).toEqual(['sent']);

  await click(find(`[data-who="${dana.email}"]`));
  await tick('EMEA Sales');
  await click(find('#confirm'));
  expect(page.held.map((attempt) => attempt.impact.dies)).toEqual([['k-emea']]);
  expect(page.held[0]!.scope).toEqual({ scope: { workspaces: ['emea'] }, from: 'dialog' });
  page.removeAnyway();
  await tick('Finance');
  await click(find('#confirm'));
  expect(page.held, 'more than was let go').toHaveLength(2);
  expect(page.held[1]!.impact.dies).toEqual(['k-emea', 'k-finance']);
  page.keep();
  await tick('Finance');
  await click(find('#confirm'));
  expect(page.done, 'what was let go goes through').toEqual(['sent', 'sent']);
});

test('"Select all" means all', async () => {
  const page = ticked('labels around native boxes', dana);
  await click(find(`[data-who="${dana.email}"]`));
  const all = document.createElement('label');
  all.setHTMLUnsafe('<input type="checkbox" id="all"> Select all');
  find('[role=dialog] p').append(all);
  await click(find('#all'));
  await click(find('#confirm'));
  expect(page.held.map((attempt) => attempt.scope.scope)).toEqual(['all']);
});

test('who owns nothing passes whatever is ticked', async () => {
  for (const make of Object.keys(ticks)) {
    const page = ticked(make, omar);
    await click(find(`[data-who="${omar.email}"]`));
    await tick('EMEA Sales');
    await tick('Finance');
    await click(find('#confirm'));
    expect(page.held).toEqual([]);
    expect(page.done).toEqual(['sent']);
  }
});

test('without a word about workspaces a removal from the list of everybody reaches all', async () => {
  const page = ticked('labels around native boxes', sam);
  for (const box of findAll(document.body, '[data-tick]')) box.remove();
  await click(find(`[data-who="${sam.email}"]`));
  for (const label of findAll(document.body, '[role=dialog] label')) label.remove();
  await click(find('#confirm'));
  expect(page.held.map((attempt) => attempt.scope)).toEqual([{ scope: 'all', from: 'nothing' }]);
});

test('Enter in a field of the dialog confirms it, and is held', async () => {
  const page = open(
    settingsPage(listStyles['table with headers']!(team, (who) => `<button data-who="${who.email}">Remove…</button>`)),
  );
  page.on(find(`[data-who="${dana.email}"]`), 'click', () => {
    ask(page, '<h2>Remove Dana Reyes</h2><input id="field">');
    page.on(find('#field'), 'keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') page.done.push('sent');
    });
  });
  await click(find(`[data-who="${dana.email}"]`));
  focus(find('#field'));
  await stroke('Enter');
  expect(page.done).toEqual([]);
  expect(page.held).toHaveLength(1);
});
