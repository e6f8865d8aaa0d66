/** Removals over menus and questions: an owner is held before anything could be sent, once; nobody else is. */
import { afterEach, expect, test } from 'vitest';
import { App, type AppOptions } from '../../test/fixtures/pages/app.ts';
import { click, focus, press, release, stroke } from '../../test/fixtures/pages/input.ts';
import { flatGrid, listStyles, type Someone, team } from '../../test/fixtures/pages/lists.ts';

const [dana, omar, sam] = team as [Someone, Someone, Someone];

let app: App | null = null;
afterEach(() => {
  app?.end();
  app = null;
});

function open(options: AppOptions): App {
  app?.end();
  app = new App(options);
  return app;
}

type By = 'mouse' | 'keyboard';

/** Held before the page acted; after the lift the admin's own next steps go through, unasked; others never notice. */
async function guards(options: AppOptions, by: By = 'mouse'): Promise<App> {
  const alone = open({ ...options, guarded: false });
  await alone.remove(omar, by);
  expect(alone.stage.done, 'the page works without the guard').toEqual([omar.email]);
  const seen = [...alone.stage.seen];

  const other = open(options);
  await other.remove(omar, by);
  expect(other.stage.held, 'who owns nothing is not held').toEqual([]);
  expect(other.stage.seen).toEqual(seen);
  expect(other.stage.done).toEqual([omar.email]);

  const own = open(options);
  await own.remove(dana, by);
  expect(own.stage.done, 'nothing was sent').toEqual([]);
  expect(own.stage.held.map((attempt) => attempt.userIds)).toEqual([['dana']]);
  expect(own.stage.warned).toBe(true);
  own.stage.removeAnyway();
  await own.remove(dana, by);
  expect(own.stage.held, 'one decision, one warning').toHaveLength(1);
  expect(own.stage.done).toEqual([dana.email]);
  expect(own.stage.failures).toEqual([]);
  return own;
}

const menus = ['roles', 'plain', 'active-descendant', 'labelled-by', 'popover', 'button'] as const;

test.each(menus)('the act follows at once from a menu: %s', async (menu) => {
  await guards({ menu });
});

test.each(['roles', 'active-descendant', 'labelled-by', 'popover', 'button'] as const)(
  'the same by keyboard: %s',
  async (menu) => {
    await guards({ menu }, 'keyboard');
  },
);

test.each(['mousedown', 'pointerdown', 'contextmenu'] as const)('a menu that opens on %s', async (menuOpensOn) => {
  await guards({ menuOpensOn });
});

test.each(['mousedown', 'mouseup', 'pointerdown', 'pointerup'] as const)(
  'an item that acts on %s',
  async (itemActsOn) => {
    await guards({ itemActsOn });
  },
);

test('a menu that closes when the focus leaves it', async () => {
  await guards({ menuClosesOnBlur: true });
});

test.each(Object.entries({ ...listStyles, flat: flatGrid }))(
  'a row menu in a portal, opened from: %s',
  async (_, list) => {
    await guards({ list });
  },
);

const questions = ['native', 'role', 'plain', 'popconfirm', 'inline', 'form', 'twice'] as const;

test.each(questions)('a menu item that promises a question, then: %s', async (asks) => {
  const held = await guards({ item: 'Remove…', asks });
  expect(held.stage.held[0]!.stage).toBe('confirm');
  expect(held.stage.held[0]!.scope.from).toBe('list');
});

test.each(questions)('an item that promises nothing is held at once, though a question follows: %s', async (asks) => {
  const held = await guards({ asks });
  expect(held.stage.held[0]!.stage).toBe('start');
});

test.each(questions)('a button in the row that promises a dialog, by keyboard, then: %s', async (asks) => {
  await guards({ menu: 'button', itemAttributes: 'aria-haspopup="dialog"', asks }, 'keyboard');
});

test.each([
  'Confirm',
  'Yes',
  'OK',
  'Continue',
  'Proceed',
  'Delete',
  'Yes, remove',
  'Remove Dana',
  'Submit',
  "I'm sure",
])('whatever the confirming button is called: %s', async (confirm) => {
  for (const asks of ['role', 'popconfirm', 'inline', 'plain'] as const)
    await guards({ item: 'Remove…', asks, confirm });
});

test.each(['Cancel', 'Close', 'No', 'Keep', 'Go back', '×', 'Not now'])(
  'the way out is never held: %s',
  async (cancel) => {
    for (const asks of ['native', 'role', 'popconfirm', 'inline', 'plain'] as const) {
      const page = open({ item: 'Remove…', asks, cancel });
      await click(page.opener(dana));
      await click(page.item(dana));
      await click(page.cancelButton);
      expect(page.question).toBeNull();
      expect(page.stage.held).toEqual([]);
    }
  },
);

test.each(['pointerdown', 'mousedown', 'mouseup'] as const)(
  'a confirming button that acts on %s',
  async (confirmActsOn) => {
    await guards({ item: 'Remove…', asks: 'role', confirmActsOn });
  },
);

const sayings: Record<string, (person: Someone) => string> = {
  'a name only': (person) => `<h2>Remove ${person.name}?</h2>`,
  'an address only': (person) => `<h2>Remove user</h2><p>${person.email.toUpperCase()} will lose access.</p>`,
  'a count only': () => '<h2>Remove 1 user?</h2>',
  'nobody at all': () => '<h2>Are you sure?</h2>',
  'a removal without the word': () => '<h2>Please confirm</h2><p>This cannot be taken back.</p>',
  'a successor in a list': (person) =>
    `<h2>Remove ${person.name}</h2><label>Reassign documents to <select><option>Sam Okafor</option><option>Dana Reyes</option><option>Omar Haddad</option></select></label>`,
  'a successor on a button': (person) =>
    `<h2>Remove ${person.name}</h2><p>Reassign documents to</p><button type="button" aria-haspopup="listbox">Łucja Wójcik</button>`,
};

test.each(Object.entries(sayings))('a dialog that says %s', async (_, question) => {
  await guards({ item: 'Remove…', asks: 'role', question });
  await guards({ item: 'Remove…', asks: 'native', question }, 'keyboard');
});

test('who owns nothing is not held when an owner takes over the documents', async () => {
  const page = open({
    item: 'Remove…',
    asks: 'role',
    question: (person) =>
      `<h2>Remove ${person.name}</h2><p>Documents go to</p><button type="button" aria-haspopup="listbox">Dana Reyes</button>`,
  });
  await page.remove(omar);
  expect(page.stage.held).toEqual([]);
  expect(page.stage.done).toEqual([omar.email]);
});

test('fields, lists, tabs and help of a dialog are never held', async () => {
  const page = open({
    item: 'Remove…',
    asks: 'role',
    question: (person) =>
      `<h2>Remove ${person.name}</h2><div role="tablist"><button role="tab" id="t">Details</button></div><select id="s"><option>a</option><option>b</option></select>
       <input id="i"><input id="c" type="checkbox"><button type="button" id="l" aria-haspopup="listbox">Choose</button><button type="button" id="e" aria-expanded="false">Details</button>
       <a id="h" href="https://help.example/" target="_blank" rel="noreferrer">Learn more</a><button type="button" id="x" aria-label="Close"><svg width="9" height="9"></svg></button>`,
  });
  await click(page.opener(dana));
  await click(page.item(dana));
  page.stage.on(document.getElementById('h')!, 'click', (event) => event.preventDefault());
  for (const id of ['t', 's', 'i', 'c', 'l', 'e', 'h', 'x']) await click(document.getElementById(id)!);
  expect(page.stage.held).toEqual([]);
});

test('dragging from the opener to the item', async () => {
  const page = open({ menuOpensOn: 'mousedown', itemActsOn: 'mouseup' });
  await page.drag(omar);
  expect(page.stage.done).toEqual([omar.email]);
  await page.drag(dana);
  expect(page.stage.done).toEqual([omar.email]);
  expect(page.stage.held).toHaveLength(1);
  page.stage.removeAnyway();
  await page.drag(dana);
  expect(page.stage.done).toEqual([omar.email, dana.email]);
});

test('after a held drag the item works with a plain click, too', async () => {
  const page = open({ menuOpensOn: 'mousedown', itemActsOn: 'click' });
  await page.drag(dana);
  expect(page.stage.held).toHaveLength(1);
  page.stage.removeAnyway();
  await click(page.item(dana));
  expect(page.stage.done).toEqual([dana.email]);
});

test('kept, then tried again: held again', async () => {
  const page = open({ item: 'Remove…', asks: 'role' });
  await page.remove(dana);
  page.stage.keep();
  await page.remove(dana);
  expect(page.stage.held).toHaveLength(2);
  expect(page.stage.done).toEqual([]);
});

test('a question that was seen once is evidence: the same item then goes to its dialog', async () => {
  const page = open({ asks: 'role' });
  await page.remove(omar);
  await page.remove(dana);
  expect(page.stage.held.map((attempt) => attempt.stage)).toEqual(['confirm']);
  expect(page.stage.done).toEqual([omar.email]);
});

test('another dialog that opens later is no evidence', async () => {
  const page = open({ asks: 'never' });
  await page.remove(omar);
  await click(document.querySelector('main button')!);
  const invite = document.createElement('div');
  invite.setAttribute('role', 'dialog');
  invite.append('Invite users');
  document.body.append(invite);
  await expect.poll(() => document.querySelector('[role=dialog]')?.isConnected).toBe(true);
  invite.remove();
  await page.remove(dana);
  expect(page.stage.held).toHaveLength(1);
  expect(page.stage.done).toEqual([omar.email]);
});

test('an abandoned removal holds nothing else', async () => {
  const page = open({ item: 'Remove…', asks: 'role' });
  await click(page.opener(dana));
  await click(page.item(dana));
  await stroke('Escape');
  expect(page.question).toBeNull();
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  dialog.setHTMLUnsafe('<h2>Invite users</h2><input id="who"><button type="button" id="send">Send invitation</button>');
  dialog.style.cssText = 'position:fixed;top:40px;left:20px;background:white;z-index:20';
  page.stage.on(document.querySelector('main button')!, 'click', () => document.body.append(dialog));
  await click(document.querySelector('main button')!);
  await click(document.getElementById('send')!);
  expect(page.stage.held).toEqual([]);
});

test('somebody who may own a key of unknown owner is held in that workspace and in no other', async () => {
  const page = open({ heading: 'Members of US Sales' });
  await page.remove(sam);
  expect(page.stage.held.map((attempt) => attempt.impact.mayOwn.map((entry) => entry.keyId))).toEqual([['k-us']]);
  const elsewhere = open({});
  await elsewhere.remove(sam);
  expect(elsewhere.stage.held).toEqual([]);
});

test('an address decides between two of one name; a name alone means both', async () => {
  const kims: Someone[] = [
    { name: 'Alex Kim', email: 'alex.kim@northwind.example', role: 'Admin' },
    { name: 'Alex Kim', email: 'alex.kim+2@northwind.example', role: 'Member' },
  ];
  const page = open({
    people: kims,
    item: 'Remove…',
    asks: 'role',
    question: (person) => `<h2>Remove ${person.name}?</h2>`,
  });
  await page.remove(kims[1]!);
  expect(page.stage.held).toEqual([]);
  expect(page.stage.done).toEqual([kims[1]!.email]);
  await page.remove(kims[0]!);
  expect(page.stage.held.map((attempt) => attempt.userIds)).toEqual([['alex-owner']]);
  expect(page.stage.done).toHaveLength(1);
});

test('pressed on one row, released on the menu item of another by accident: the person is the opened row', async () => {
  const page = open({ menu: 'labelled-by' });
  await click(page.opener(dana));
  await press(document.querySelector('h1')!);
  await release(document.querySelector('h1')!);
  await click(page.opener(omar));
  await click(page.item(omar));
  expect(page.stage.held).toEqual([]);
  expect(page.stage.done).toEqual([omar.email]);
});

test('Space and Enter on the question itself, without a button in focus', async () => {
  const page = open({ item: 'Remove…', asks: 'form' });
  await click(page.opener(dana));
  await click(page.item(dana));
  focus(page.question!.querySelector('input')!);
  await stroke('Enter');
  expect(page.stage.done).toEqual([]);
  expect(page.stage.held).toHaveLength(1);
  page.stage.removeAnyway();
  focus(page.question!.querySelector('input')!);
  await stroke('Enter');
  expect(page.stage.done).toEqual([dana.email]);
});
