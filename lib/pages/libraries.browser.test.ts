/** Lists as component libraries build them: everybody in them, and for every control the person it belongs to. */
import { expect, test } from 'vitest';
import { libraries, withMenu } from '../../test/fixtures/pages/libraries.ts';
import { settingsPage, team } from '../../test/fixtures/pages/lists.ts';
import { known, membersAt, reading, show } from '../../test/fixtures/pages/show.ts';
import { attr, findAll, nearest } from './tree.ts';

const emea = known('EMEA Sales');
const expected = team.map(({ name, email, role }) => `${name} <${email}> ${role}`);

function shown(): string[] {
  return membersAt('/settings/team', emea).people.map(
    ({ email, name, role }) => `${name ?? '-'} <${email ?? '-'}> ${role ?? '-'}`,
  );
}

/** Whose row each control stands in, by the order of the list. */
function owners(): string[] {
  const rows = reading('members', '/settings/team', emea)?.people ?? [];
  return findAll(document.body, '[data-of]').map((control) => {
    const element = nearest(control, (one) => rows.some((row) => row.element === one));
    const email = rows.find((row) => row.element === element)?.person.email ?? '-';
    return `${attr(control, 'data-of') ?? ''} ${email}`;
  });
}

test.each(Object.keys(libraries))('%s', (name) => {
  show(settingsPage(libraries[name]!(team, withMenu)));
  expect(shown()).toEqual(expected);
  expect(owners().sort()).toEqual(team.map(({ email }, index) => `${String(index)} ${email}`));
  expect(reading('members', '/settings/team', emea)?.state).toBe('read');
});

/** Settings in languages that no words are known for: headings, headers, roles and buttons say nothing. */
const foreign: Record<string, { lang: string; heading: string; invite: string; headers: string[]; roles: string[] }> = {
  Finnish: {
    lang: 'fi',
    heading: 'Tiimi ja paikat',
    invite: 'Kutsu käyttäjiä',
    headers: ['Nimi', 'Sähköposti', 'Rooli', ''],
    roles: ['Ylläpitäjä', 'Jäsen'],
  },
  Czech: {
    lang: 'cs',
    heading: 'Tým a místa',
    invite: 'Pozvat uživatele',
    headers: ['Jméno', 'E-mailová adresa', 'Oprávnění', ''],
    roles: ['Správce', 'Člen'],
  },
  Japanese: {
    lang: 'ja',
    heading: 'チームとシート',
    invite: 'ユーザーを招待',
    headers: ['名前', 'メール', '役割', ''],
    roles: ['管理者', 'メンバー'],
  },
  'Turkish, whose page says it is English': {
    lang: 'en',
    heading: 'Ekip ve koltuklar',
    invite: 'Kullanıcı davet et',
    headers: ['Ad', 'E-posta', 'Görev', ''],
    roles: ['Yönetici', 'Üye'],
  },
};

test.each(Object.keys(foreign))('people are read in a language that is not known, and it is said: %s', (name) => {
  const { lang, heading, invite, headers, roles } = foreign[name]!;
  document.documentElement.lang = lang;
  try {
    show(
      `<main><h1>${heading}</h1><button>${invite}</button><table><thead><tr>${headers.map((text) => `<th>${text}</th>`).join('')}</tr></thead><tbody>${team
        .map(
          (one, index) =>
            `<tr><td>${one.name}</td><td>${one.email}</td><td>${roles[index % 2]!}</td>${`<td>${withMenu(one, index)}</td>`}</tr>`,
        )
        .join('')}</tbody></table></main>`,
    );
    for (const path of ['/settings/team', '/settings/x1']) {
      const found = reading('members', path, emea);
      expect(found?.missing).toContain('language-not-supported');
      expect(found?.people.map(({ person }) => person.email)).toEqual(team.map(({ email }) => email));
      // What a role says is not known; a word nobody knows is no custom role.
      expect(found?.people.map(({ person }) => person.role)).toEqual(team.map(() => null));
    }
  } finally {
    document.documentElement.lang = 'en';
  }
});

test('languages that words are known for are not called unknown', () => {
  for (const [heading, invite, header] of [
    ['Team und Lizenzen', 'Neue Benutzer einladen', 'Rolle'],
    ['Équipe et licences', 'Inviter un nouvel utilisateur', 'Rôle'],
    ['Zespół', 'Zaproś użytkowników', 'Rola'],
  ]) {
    show(
      `<main><h1>${heading!}</h1><button>${invite!}</button><table><thead><tr><th>Name</th><th>E-Mail</th><th>${header!}</th></tr></thead><tbody>${team
        .map((one) => `<tr><td>${one.name}</td><td>${one.email}</td><td>${one.role}</td></tr>`)
        .join('')}</tbody></table></main>`,
    );
    expect(reading('members', '/settings/team', emea)?.missing ?? []).not.toContain('language-not-supported');
  }
});
