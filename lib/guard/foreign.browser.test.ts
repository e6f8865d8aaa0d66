/** Removals on pages in languages that no words are known for: row menu, question, confirmation. */
import { afterEach, expect, test } from 'vitest';
import { click, focus, stroke } from '../../test/fixtures/pages/input.ts';
import { dots } from '../../test/fixtures/pages/key-pages.ts';
import { type Someone, team } from '../../test/fixtures/pages/lists.ts';
import { Stage } from '../../test/fixtures/pages/stage.ts';
import { findAll } from '../pages/tree.ts';

const [dana, omar] = team as [Someone, Someone];

interface Speech {
  lang: string;
  heading: string;
  invite: string;
  headers: string[];
  role: string;
  edit: string;
  remove: string;
  asks: string;
  prose: string;
  yes: string;
  no: string;
}

const speeches: Record<string, Speech> = {
  Finnish: {
    lang: 'fi',
    heading: 'Tiimi ja paikat',
    invite: 'Kutsu käyttäjiä',
    headers: ['Nimi', 'Sähköposti', 'Rooli', ''],
    role: 'Jäsen',
    edit: 'Muokkaa tietoja',
    remove: 'Poista käyttäjä',
    asks: 'Poista käyttäjä?',
    prose: 'Tätä ei voi kumota.',
    yes: 'Poista',
    no: 'Peruuta',
  },
  Czech: {
    lang: 'cs',
    heading: 'Tým a místa',
    invite: 'Pozvat uživatele',
    headers: ['Jméno', 'E-mailová adresa', 'Oprávnění', ''],
    role: 'Člen',
    edit: 'Upravit údaje',
    remove: 'Odebrat uživatele',
    asks: 'Odebrat uživatele?',
    prose: 'Tuto akci nelze vrátit zpět.',
    yes: 'Odebrat',
    no: 'Zrušit',
  },
  Japanese: {
    lang: 'ja',
    heading: 'チームとシート',
    invite: 'ユーザーを招待',
    headers: ['名前', 'メール', '役割', ''],
    role: 'メンバー',
    edit: '編集する',
    remove: 'ユーザーを削除',
    asks: 'ユーザーを削除しますか?',
    prose: 'この操作は元に戻せません。',
    yes: '削除',
    no: 'キャンセル',
  },
  Turkish: {
    lang: 'tr',
    heading: 'Ekip ve koltuklar',
    invite: 'Kullanıcı davet et',
    headers: ['Ad', 'E-posta', 'Görev', ''],
    role: 'Üye',
    edit: 'Bilgileri düzenle',
    remove: 'Kullanıcıyı kaldır',
    asks: 'Kullanıcıyı kaldır',
    prose: 'Bu işlem geri alınamaz.',
    yes: 'Kaldır',
    no: 'Vazgeç',
  },
};

type Look = 'nothing' | 'a red item' | 'a tone' | 'an icon';

const marks: Record<Look, string> = {
  nothing: '',
  'a red item': 'style="color: rgb(200, 20, 30)"',
  'a tone': 'data-variant="destructive"',
  'an icon': '',
};

let stage: Stage | null = null;
afterEach(() => {
  stage?.end();
  stage = null;
  document.documentElement.lang = 'en';
});

/** A page whose rows open a menu in a portal; its second entry opens a question, or acts. */
function open(name: string, look: Look, how: { asks: boolean; yesFirst?: boolean; marked?: boolean }): Stage {
  stage?.end();
  const says = speeches[name]!;
  document.documentElement.lang = says.lang;
  const page = new Stage(
    `<main><h1>${says.heading}</h1><button>${says.invite}</button><table><thead><tr>${says.headers.map((text) => `<th>${text}</th>`).join('')}</tr></thead><tbody>${team
      .map(
        (one) =>
          `<tr><td>${one.name}</td><td>${one.email}</td><td>${says.role}</td><td><button aria-haspopup="menu" data-who="${one.email}">⋯</button></td></tr>`,
      )
      .join('')}</tbody></table></main>`,
  );
  stage = page;
  const answer = (text: string, yes: boolean): string =>
    `<button data-answer="${yes ? 'yes' : 'no'}" ${yes && how.marked ? marks['a red item'] : ''}>${text}</button>`;
  for (const opener of findAll(document.body, '[data-who]')) {
    const email = opener.getAttribute('data-who')!;
    page.on(opener, 'click', () => {
      const portal = document.createElement('div');
      portal.setHTMLUnsafe(
        `<div role="menu"><div role="menuitem" tabindex="-1">${says.edit}</div><div role="menuitem" tabindex="-1" data-remove ${marks[look]}>${look === 'an icon' ? '<svg data-icon="trash-can"></svg>' : ''}${says.remove}</div></div>`,
      );
      document.body.append(portal);
      page.on(findAll(portal, '[data-remove]')[0]!, 'click', () => {
        portal.remove();
        if (!how.asks) {
          page.done.push(email);
          return;
        }
        const dialog = document.createElement('div');
        const answers = [answer(says.no, false), answer(says.yes, true)];
        if (how.yesFirst) answers.reverse();
        dialog.setHTMLUnsafe(
          `<div role="dialog" aria-modal="true"><h2>${says.asks}</h2><p>${says.prose}</p>${answers.join('')}</div>`,
        );
        document.body.append(dialog);
        page.on(findAll(dialog, '[data-answer=yes]')[0]!, 'click', () => {
          page.done.push(email);
          dialog.remove();
        });
        page.on(findAll(dialog, '[data-answer=no]')[0]!, 'click', () => {
          page.done.push('kept');
          dialog.remove();
        });
      });
    });
  }
  return page;
}

const one = (selector: string): Element => findAll(document.body, selector)[0]!;

async function begin(person: Someone): Promise<void> {
  await click(one(`[data-who="${person.email}"]`));
  await click(one('[data-remove]'));
}

const cases = Object.keys(speeches).flatMap((name) =>
  (Object.keys(marks) as Look[]).map((look) => [name, look] as const),
);

test.each(cases)('an owner is held at the menu, others pass: %s, marked by %s', async (name, look) => {
  const page = open(name, look, { asks: false });
  await begin(omar);
  expect(page.held).toEqual([]);
  expect(page.done).toEqual([omar.email]);
  await begin(dana);
  expect(page.held.map((attempt) => attempt.userIds)).toEqual([['dana']]);
  expect(page.done).toEqual([omar.email]);
  page.removeAnyway();
  await click(one('[data-remove]'));
  expect(page.done).toEqual([omar.email, dana.email]);
  expect(page.failures).toEqual([]);
});

test.each(
  Object.keys(speeches).flatMap((name) =>
    [
      { yesFirst: false, marked: false },
      { yesFirst: true, marked: false },
      { yesFirst: true, marked: true },
    ].map((how) => [name, how] as const),
  ),
)('where a question is known to follow, its way on is held and its way out never: %s, %o', async (name, how) => {
  const page = open(name, 'nothing', { asks: true, ...how });
  // Somebody who owns nothing shows that the entry opens a question.
  await begin(omar);
  await click(one('[data-answer=yes]'));
  expect(page.done).toEqual([omar.email]);
  await begin(dana);
  expect(page.held).toEqual([]);
  await click(one('[data-answer=no]'));
  expect(page.held).toEqual([]);
  expect(page.done).toEqual([omar.email, 'kept']);
  await begin(dana);
  await click(one('[data-answer=yes]'));
  expect(page.held.map((attempt) => attempt.userIds)).toEqual([['dana']]);
  expect(page.done).toEqual([omar.email, 'kept']);
  page.removeAnyway();
  await click(one('[data-answer=yes]'));
  expect(page.done).toEqual([omar.email, 'kept', dana.email]);
  expect(page.held).toHaveLength(1);
  expect(page.failures).toEqual([]);
});

test('by keyboard, and entries that stand before the last pass', async () => {
  const page = open('Finnish', 'nothing', { asks: false });
  await click(one(`[data-who="${dana.email}"]`));
  await click(one('[role=menuitem]'));
  expect(page.held).toEqual([]);
  focus(one('[data-remove]'));
  await stroke('Enter');
  expect(page.held.map((attempt) => attempt.userIds)).toEqual([['dana']]);
  expect(page.done).toEqual([]);
});

const finnishRoles = ['Ylläpitäjä', 'Jäsen', 'Yhteistyökumppani'];

function finnish(content: string, path?: string): Stage {
  stage?.end();
  document.documentElement.lang = 'fi';
  stage = new Stage(`<main>${content}</main>`, path === undefined ? {} : { path });
  return stage;
}

const finnishTeam = (field: (person: Someone) => string): string =>
  `<h1>Tiimi</h1><button>Kutsu</button><table><thead><tr><th>Nimi</th><th>Sähköposti</th><th>Rooli</th></tr></thead><tbody>${team
    .map((person) => `<tr><td>${person.name}</td><td>${person.email}</td><td>${field(person)}</td></tr>`)
    .join('')}</tbody></table>`;

test('a role chosen in a list of its own, in words that nobody knows', async () => {
  const page = finnish(
    finnishTeam(({ email, role }) => {
      const shown = role === 'Admin' ? finnishRoles[0]! : finnishRoles[1]!;
      return `<div role="combobox" aria-haspopup="listbox" tabindex="0" data-who="${email}">${shown}</div>`;
    }),
  );
  for (const field of findAll(document.body, '[data-who]')) {
    page.on(field, 'click', () => {
      const list = document.createElement('div');
      list.setHTMLUnsafe(
        `<ul role="listbox">${finnishRoles.map((role) => `<li role="option" tabindex="-1" aria-selected="${String(role === field.textContent)}">${role}</li>`).join('')}</ul>`,
      );
      document.body.append(list);
      for (const option of list.querySelectorAll('li')) {
        page.on(option, 'click', () => {
          page.done.push(`${field.getAttribute('data-who')!}: ${option.textContent}`);
          list.remove();
        });
      }
    });
  }
  const choose = async (person: Someone, at: number): Promise<void> => {
    await click(one(`[data-who="${person.email}"]`));
    await click(findAll(document.body, '[role=option]')[at]!);
  };
  await choose(omar, 2);
  expect(page.held, 'who owns nothing').toEqual([]);
  await choose(dana, 0);
  expect(page.held, 'what it is already').toEqual([]);
  await choose(dana, 2);
  expect(page.held.map(({ action, userIds }) => [action, ...userIds])).toEqual([['change-role', 'dana']]);
  expect(page.done).toHaveLength(2);
  page.removeAnyway();
  await click(findAll(document.body, '[role=option]')[2]!);
  expect(page.done).toHaveLength(3);
});

test('a role in a native list, in words that nobody knows; how many rows a page shows is none', async () => {
  const page = finnish(
    `${finnishTeam(
      ({ role }) =>
        `<select>${finnishRoles.map((name, at) => `<option ${(role === 'Admin') === (at === 0) ? 'selected' : ''}>${name}</option>`).join('')}</select>`,
    )}<label>Rivejä <select id="size"><option>10</option><option>25</option></select></label>`,
  );
  for (const field of findAll(document.body, 'select')) page.on(field, 'change', () => page.done.push('changed'));
  for (const field of [findAll(document.body, 'select')[1]!, one('#size')]) {
    focus(field);
    await stroke('ArrowUp');
    await stroke('ArrowDown');
  }
  expect(page.held).toEqual([]);
  page.done.length = 0;
  focus(findAll(document.body, 'select')[0]!);
  await stroke('ArrowDown');
  expect(page.held.map(({ action, userIds }) => [action, ...userIds])).toEqual([['change-role', 'dana']]);
  expect(page.done).toEqual([]);
});

/** A list of workspaces; `rename` opens a question with a field, `close` one that names the workspace. */
function finnishPlaces(): Stage {
  const id = (name: string): string => `${name.replace(/\W/gu, '')}AAAAAAAAAAAAAAAAAAAAAA`.slice(0, 22);
  const page = finnish(
    `<h1>Työtilat</h1><table><thead><tr><th>Työtila</th><th>Jäseniä</th><th>Toiminnot</th></tr></thead><tbody>${[
      'EMEA Sales',
      'Archive',
    ]
      .map(
        (name) =>
          `<tr><td><a href="#/settings/workspaces/${id(name)}">${name}</a></td><td>3</td><td><button data-rename="${name}">Nimeä uudelleen</button><button data-close="${name}">Poista käytöstä</button></td></tr>`,
      )
      .join('')}</tbody></table>`,
    '/settings/workspaces',
  );
  const ask = (name: string, html: string, yes: string): void => {
    const box = document.createElement('div');
    box.setHTMLUnsafe(
      `<div role="dialog" aria-modal="true">${html}<button data-no>Peruuta</button><button data-yes style="background:rgb(30,90,220)">${yes}</button></div>`,
    );
    document.body.append(box);
    for (const button of box.querySelectorAll('button')) {
      page.on(button, 'click', () => {
        if (button.hasAttribute('data-yes')) page.done.push(`${yes} ${name}`);
        box.remove();
      });
    }
  };
  for (const button of findAll(document.body, 'td button')) {
    page.on(button, 'click', () => {
      const close = button.getAttribute('data-close');
      if (close !== null) ask(close, `<h2>Poista ${close} käytöstä</h2><p>Kaikki menettävät pääsyn.</p>`, 'Poista');
      const name = button.getAttribute('data-rename');
      if (name !== null) ask(name, `<h2>${name}</h2><label>Nimi <input value="${name}"></label>`, 'Tallenna');
    });
  }
  return page;
}

test('a workspace that is closed in words that nobody knows; renaming it is free', async () => {
  const page = finnishPlaces();
  await click(one('[data-close="Archive"]'));
  await click(one('[data-yes]'));
  await click(one('[data-rename="EMEA Sales"]'));
  await click(one('[data-yes]'));
  expect(page.held).toEqual([]);
  expect(page.done).toEqual(['Poista Archive', 'Tallenna EMEA Sales']);
  await click(one('[data-close="EMEA Sales"]'));
  await click(one('[data-no]'));
  expect(page.held, 'the way out').toEqual([]);
  await click(one('[data-close="EMEA Sales"]'));
  await click(one('[data-yes]'));
  expect(page.held.map(({ action, scope }) => [action, scope.scope])).toEqual([
    ['deactivate-workspace', { workspaces: ['emea'] }],
  ]);
  expect(page.done).toHaveLength(2);
  page.removeAnyway();
  await click(one('[data-yes]'));
  expect(page.done.at(-1)).toBe('Poista EMEA Sales');
});

test('a key that is made anew, asked for in a bubble in words that nobody knows; copying it and an empty slot are free', async () => {
  const card = (name: string, slot: string): string =>
    `<div style="border:1px solid"><div>${name}</div><div>${slot}</div></div>`;
  const held = `<code>${dots}</code><button data-copy>Kopioi</button><button data-new>Luo uusi avain</button>`;
  const page = finnish(
    `<h1>EMEA Sales</h1><h2>API-avaimet</h2>${card('Sandbox-avain', held)}${card('Tuotantoavain', held)}`,
    '/settings/api-dashboard/configuration',
  );
  for (const button of findAll(document.body, '[data-new]')) {
    page.on(button, 'click', () => {
      const bubble = document.createElement('div');
      bubble.setHTMLUnsafe(
        `<div role="tooltip" style="position:fixed;top:300px;left:20px;background:white"><p>Nykyinen avain lakkaa toimimasta.</p><button data-no>Peruuta</button><button data-yes style="background:rgb(30,90,220)">Luo</button></div>`,
      );
      document.body.append(bubble);
      for (const answer of bubble.querySelectorAll('button')) {
        page.on(answer, 'click', () => {
          page.done.push(answer.textContent);
          bubble.remove();
        });
      }
    });
  }
  await click(one('[data-copy]'));
  const anew = (at: number): Promise<void> => click(findAll(document.body, '[data-new]')[at]!);
  await anew(1);
  await click(one('[data-no]'));
  expect(page.held).toEqual([]);
  await anew(1);
  await click(one('[data-yes]'));
  expect(page.held.map(({ action, impact }) => [action, impact.replaced])).toEqual([['generate', ['k-emea']]]);
  expect(page.done).toEqual(['Peruuta']);
  page.removeAnyway();
  await click(one('[data-yes]'));
  expect(page.done).toEqual(['Peruuta', 'Luo']);
});

test("one workspace of somebody's own page is what its line takes, in words that nobody knows", async () => {
  const places = ['EMEA Sales', 'US Sales'];
  stage = new Stage(
    `<main><h1>${dana.name}</h1><p>${dana.email}</p><h2>Työtilat</h2><table><tbody>${places.map((name) => `<tr><td>${name}</td><td>Jäsen</td><td><button style="color:rgb(200, 20, 30)">Poista pääsy</button></td></tr>`).join('')}</tbody></table></main>`,
    { path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa', lang: 'fi' },
  );
  await click(findAll(document.body, 'tr button')[0]!);
  expect(stage.held.map(({ userIds, scope }) => [userIds, scope])).toEqual([
    [['dana'], { scope: { workspaces: ['emea'] }, from: 'act' }],
  ]);
  expect(stage.failures).toEqual([]);
});

test('the bubble after it asks about that workspace, and no second time', async () => {
  const places = ['EMEA Sales', 'US Sales'];
  stage = new Stage(
    `<main><h1>${dana.name}</h1><p>${dana.email}</p><h2>Työtilat</h2><table><tbody>${places.map((name) => `<tr><td>${name}</td><td>Jäsen</td><td><button style="color:rgb(200, 20, 30)">Poista pääsy</button></td></tr>`).join('')}</tbody></table></main>`,
    { path: '/settings/users/BhVzRcxH9Z2LgfPPGXFUBa', lang: 'fi' },
  );
  const page = stage;
  const button = findAll(document.body, 'tr button')[0]!;
  page.on(button, 'click', () => {
    const box = document.createElement('div');
    box.setHTMLUnsafe(
      '<div role="tooltip" style="position:absolute;top:200px;left:20px"><div>Poistetaanko pääsy?</div><button>Ei</button><button style="background:rgb(40,100,250)" data-yes>Kyllä</button></div>',
    );
    document.body.append(box);
    page.on(findAll(box, '[data-yes]')[0]!, 'click', () => page.done.push('EMEA Sales'));
  });
  await click(button);
  page.removeAnyway();
  await click(button);
  await click(findAll(document.body, '[data-yes]')[0]!);
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual(['EMEA Sales']);
  expect(page.failures).toEqual([]);
});

test('an icon without a name that promises a dialog is not held before it', async () => {
  const rows = [dana, omar].map(
    ({ name, email }) =>
      `<tr><td>${name}</td><td>${email}</td><td>Jäsen</td><td><button class="trash" aria-haspopup="dialog" style="color:rgb(200, 20, 30)"><svg width="16" height="16"></svg></button></td></tr>`,
  );
  stage = new Stage(`<main><h1>Tiimi ja paikat</h1><table><tbody>${rows.join('')}</tbody></table></main>`, {
    lang: 'fi',
  });
  const page = stage;
  const button = findAll(document.body, 'tr button')[0]!;
  page.on(button, 'click', () => {
    const box = document.createElement('div');
    box.setHTMLUnsafe(
      `<div role="dialog" aria-modal="true"><h2>Poistetaanko ${dana.name}?</h2><button>Peruuta</button><button style="background:rgb(200, 20, 30)" data-yes>Poista</button></div>`,
    );
    document.body.append(box);
    page.on(findAll(box, '[data-yes]')[0]!, 'click', () => page.done.push(dana.email));
  });
  await click(button);
  expect(page.held).toEqual([]);
  await click(findAll(document.body, '[data-yes]')[0]!);
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual([]);
});
