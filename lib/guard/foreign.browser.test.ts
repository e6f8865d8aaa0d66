/** Removals on pages in languages that no words are known for: row menu, question, confirmation. */
import { afterEach, expect, test } from 'vitest';
import { click, focus, stroke } from '../../test/fixtures/pages/input.ts';
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
