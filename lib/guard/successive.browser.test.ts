/** One act after the other on the same page: what was done to somebody before is not what is done to the next. */
import { afterEach, expect, test } from 'vitest';
import { click } from '../../test/fixtures/pages/input.ts';
import { listStyles, settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import { Stage } from '../../test/fixtures/pages/stage.ts';
import { findAll } from '../pages/tree.ts';

const [dana, omar] = team as [Someone, Someone, Someone];

let page: Stage | null = null;
afterEach(() => {
  page?.end();
  page = null;
});

function find(selector: string): HTMLElement {
  const found = findAll(document.body, selector)[0];
  if (!found) throw new Error(`nothing fits ${selector}`);
  return found as HTMLElement;
}

/** A list whose rows remove at once, with what else a row has and what stands around the list. */
function open(inRow: (email: string) => string, around = ''): Stage {
  const opened = new Stage(
    settingsPage(
      `${listStyles['table with headers']!(
        team,
        ({ email }) => `${inRow(email)}<button data-remove="${email}">Remove</button>`,
      )}${around}`,
    ),
  );
  for (const { email } of team)
    opened.on(find(`[data-remove="${email}"]`), 'click', () => opened.done.push(`remove ${email}`));
  page = opened;
  return opened;
}

async function removesOmar(opened: Stage): Promise<void> {
  await click(find(`[data-remove="${omar.email}"]`));
  expect(opened.done.splice(0)).toEqual([`remove ${omar.email}`]);
  expect(opened.held).toEqual([]);
}

function holdsDana(opened: Stage, action: string): void {
  expect(opened.done).toEqual([]);
  expect(opened.held.map((attempt) => [attempt.action, ...attempt.userIds])).toEqual([[action, 'dana']]);
  expect(opened.failures).toEqual([]);
}

test.each([
  ['below the list', '<div><span>1 selected</span>BUTTONS</div>'],
  [
    'over the page',
    '<div style="position:fixed;bottom:0;left:0;background:white"><span>1 selected</span>BUTTONS</div>',
  ],
  ['in what unfolds', '<details open><summary>Selection</summary>BUTTONS</details>'],
])('those who are selected next, in a bar %s that has a way out of its own', async (_, bar) => {
  const opened = open(
    (email) => `<input type="checkbox" data-box="${email}">`,
    bar.replace('BUTTONS', '<button>Cancel</button><button id="bulk">Remove</button>'),
  );
  opened.on(find('#bulk'), 'click', () => opened.done.push('bulk'));
  await removesOmar(opened);
  await click(find(`[data-box="${dana.email}"]`));
  await click(find('#bulk'));
  holdsDana(opened, 'remove');
});

test('the next row, which has a way out beside its removal', async () => {
  const opened = open(() => '<button>Cancel</button>');
  await removesOmar(opened);
  await click(find(`[data-remove="${dana.email}"]`));
  holdsDana(opened, 'remove');
});

function over(html: string, attributes: string): HTMLElement {
  const box = document.createElement('div');
  box.setHTMLUnsafe(
    `<div ${attributes} style="position:fixed;top:8px;right:8px;background:white;z-index:9">${html}</div>`,
  );
  const inner = box.firstElementChild as HTMLElement;
  document.body.append(inner);
  return inner;
}

test.each([
  ['says what it is', ''],
  ['has a role', 'role="menu"'],
  ['is a popover', 'role="tooltip"'],
])("the next one's menu, which %s", async (_, attributes) => {
  const opened = open((email) => `<button data-opener="${email}" aria-haspopup="true" aria-label="Actions">⋮</button>`);
  opened.on(find(`[data-opener="${dana.email}"]`), 'click', () => {
    over(
      '<p>What would you like to do?</p><button role="menuitem">View profile</button><button role="menuitem" id="item">Remove</button>',
      attributes,
    );
    opened.on(find('#item'), 'click', () => opened.done.push('menu'));
  });
  await removesOmar(opened);
  await click(find(`[data-opener="${dana.email}"]`));
  await click(find('#item'));
  holdsDana(opened, 'remove');
});

const settings: Record<string, { html: string; set: () => Promise<void>; action: string }> = {
  'a role': {
    html: '<h2>Change role</h2><div role="radiogroup" aria-label="Role"><label><input type="radio" name="r" checked>Admin</label><label><input type="radio" name="r" id="less">Member</label></div>',
    set: () => click(find('#less')),
    action: 'change-role',
  },
  workspaces: {
    html: '<h2>Manage workspaces</h2><label><input type="checkbox" checked id="emea">EMEA Sales</label><label><input type="checkbox" checked>US Sales</label>',
    set: () => click(find('#emea')),
    action: 'remove',
  },
};

test.each(
  Object.keys(settings).flatMap((what) =>
    ['role="dialog"', ''].flatMap((attributes) =>
      ['', 'aria-haspopup="dialog"'].map((promise) => [what, attributes, promise] as const),
    ),
  ),
)("the next one's %s, in a box that names nobody (%s, %s)", async (what, attributes, promise) => {
  const { html, set, action } = settings[what]!;
  const opened = open((email) => `<button data-opener="${email}" aria-haspopup="true" aria-label="Actions">⋮</button>`);
  opened.on(find(`[data-opener="${dana.email}"]`), 'click', () => {
    const menu = over(`<div role="menuitem" id="item" ${promise}>Edit</div>`, 'role="menu"');
    opened.on(find('#item'), 'click', () => {
      menu.remove();
      over(`${html}<button>Cancel</button><button id="save">Save</button>`, attributes);
      opened.on(find('#save'), 'click', () => opened.done.push('saved'));
    });
  });
  await removesOmar(opened);
  await click(find(`[data-opener="${dana.email}"]`));
  await click(find('#item'));
  await set();
  await click(find('#save'));
  holdsDana(opened, action);
});

test.each([
  ['an owner', dana, omar],
  ['who owns nothing', omar, dana],
])('a question about %s that stands while somebody else is turned to is still theirs', async (_, one, other) => {
  const opened = open(
    (email) =>
      `<button data-opener="${email}" aria-haspopup="true" aria-label="Actions">⋮</button><button data-ask="${email}">Delete…</button>`,
    '<div id="below"></div>',
  );
  opened.on(find(`[data-ask="${one.email}"]`), 'click', () => {
    find('#below').setHTMLUnsafe('<h2>Are you sure?</h2><button>Cancel</button><button id="on">Continue</button>');
    opened.on(find('#on'), 'click', () => {
      find('#below').setHTMLUnsafe('<h2>Really?</h2><button>Cancel</button><button id="go">Yes</button>');
      opened.on(find('#go'), 'click', () => opened.done.push('sent'));
    });
  });
  let menu: HTMLElement | null = null;
  opened.on(find(`[data-opener="${other.email}"]`), 'click', () => {
    if (!menu) menu = over('<div role="menuitem">View profile</div>', 'role="menu"');
    else menu.remove();
  });
  await click(find(`[data-ask="${one.email}"]`));
  await click(find(`[data-opener="${other.email}"]`));
  await click(find(`[data-opener="${other.email}"]`));
  await click(find('#on'));
  if (one === omar) {
    await click(find('#go'));
    expect(opened.held).toEqual([]);
    expect(opened.done).toEqual(['sent']);
    return;
  }
  holdsDana(opened, 'remove');
});

test.each([
  ['a bar that has a way out', '<div><span>1 selected</span><button>Cancel</button>BUTTON</div>'],
  ['a toolbar', '<div role="toolbar">BUTTON</div>'],
])("those who are selected, by a menu of %s, after somebody else's row was worked", async (_, bar) => {
  const opened = open(
    (email) => `<input type="checkbox" data-box="${email}"><button data-profile="${email}">View profile</button>`,
    bar.replace('BUTTON', '<button id="bulk" aria-haspopup="menu" aria-expanded="false">Actions</button>'),
  );
  opened.on(find('#bulk'), 'click', () => {
    over('<div role="menuitem" id="item">Remove</div>', 'role="menu"');
    opened.on(find('#item'), 'click', () => opened.done.push('bulk'));
  });
  await click(find(`[data-profile="${omar.email}"]`));
  await click(find(`[data-box="${dana.email}"]`));
  await click(find('#bulk'));
  await click(find('#item'));
  holdsDana(opened, 'remove');
});

test('those who are selected, asked for in a bar that has a way out, after somebody else was changed', async () => {
  const opened = open(
    (email) =>
      `<input type="checkbox" data-box="${email}"><select data-role="${email}"><option>Member</option><option>Admin</option></select>`,
    '<div><span>1 selected</span><button>Cancel</button><button id="bulk">Remove</button></div>',
  );
  opened.on(find('#bulk'), 'click', () => opened.done.push('bulk'));
  await click(find(`[data-role="${omar.email}"]`));
  await click(find(`[data-box="${dana.email}"]`));
  await click(find('#bulk'));
  holdsDana(opened, 'remove');
});
