/** Key pages, however they are built: which slots hold a key, and that no key is ever read. */
import { expect, test } from 'vitest';
import {
  canary,
  canary2,
  dots,
  keyLibraries,
  keyPage,
  keyStyles,
  keyTable,
  present,
} from '../../test/fixtures/pages/key-pages.ts';
import { known, keysAt, pageAt, readAt, reading, show } from '../../test/fixtures/pages/show.ts';
import { hintIn } from './adapters/keys.ts';
import { allWords } from './all-words.ts';
import { pieces } from './text.ts';
import { learnWords } from './words.ts';

const emea = known('EMEA Sales');
const path = '/settings/api-dashboard/configuration';

/** The whole of what reading a page gives, as it would be sent or stored. */
function everything(): string {
  const readings = readAt(path, emea);
  return JSON.stringify({
    readings,
    page: pageAt(path, emea).headings.map((heading) => heading.text),
    pieces: pieces(document.body).map((piece) => piece.text),
  });
}

function expectNoSecret(): void {
  const all = everything();
  for (const secret of [canary, canary2]) {
    for (let at = 0; at + 12 <= secret.length; at += 1) {
      // Any twelve signs in a row would be too much.
      if (!/^(.)\1*$/u.test(secret.slice(at, at + 12))) expect(all).not.toContain(secret.slice(at, at + 12));
    }
  }
}

const allStyles = { ...keyStyles, ...keyLibraries };
for (const style of Object.keys(allStyles)) {
  test.each(Object.keys(present))(`${style}: a slot shows %s`, (how) => {
    show(keyPage(allStyles[style]!(present[how]!, '<button>Generate</button>')));
    const { keys, workspace } = keysAt(path, emea);
    expect(keys.map(({ type, state }) => `${type} ${state}`)).toEqual(['sandbox present', 'production absent']);
    expect(keys[0]!.hint === null || keys[0]!.hint === '9f3c').toBe(true);
    expect(workspace.name).toBe('EMEA Sales');
    expectNoSecret();
  });

  test(`${style}: both present; one not in the plan`, () => {
    show(keyPage(allStyles[style]!(`<span>${dots}</span>`, `<span>${dots}</span>`)));
    expect(keysAt(path, emea).keys.map((key) => key.state)).toEqual(['present', 'present']);
    expect(keysAt(path, emea).complete).toBe(true);
    show(keyPage(allStyles[style]!('<button>Generate</button>', '<button>Request a demo</button>')));
    expect(keysAt(path, emea).keys.map((key) => key.state)).toEqual(['absent', 'not-entitled']);
  });
}

test.each(['Dev Center', 'Developer Dashboard', 'API keys', 'API', 'API and Integrations'])(
  'under the heading %s',
  (heading) => {
    show(keyPage(keyStyles['two rows of boxes']!(`<span>${dots}</span>`, '<button>Generate</button>'), heading));
    expect(keysAt(path, emea).keys).toHaveLength(2);
  },
);

test('a label with a word of explanation behind it', () => {
  const slots = keyStyles['two rows of boxes']!(`<span>${dots}</span>`, `<span>${dots}</span>`);
  show(
    keyPage(slots.replace('Sandbox key', 'Sandbox key (for tests)').replace('Production key', 'Production key (live)')),
  );
  expect(keysAt(path, emea).keys.map(({ type, state }) => `${type} ${state}`)).toEqual([
    'sandbox present',
    'production present',
  ]);
});

test('a table of keys with names, owners and dates', () => {
  show(
    keyPage(
      keyTable([
        {
          name: 'Billing sync',
          type: 'Production',
          owner: 'Dana Reyes',
          created: 'Mar 5, 2025',
          key: '<code>abcd…9f3c</code>',
        },
        {
          name: 'CI',
          type: 'Sandbox',
          owner: 'ci@northwind.example',
          created: '2025-04-01',
          key: `<code>${dots}</code>`,
        },
        {
          name: 'Old',
          type: 'Production',
          owner: 'Omar Haddad <omar@northwind.example>',
          created: '3/4/2025',
          key: `<code>${canary}</code>`,
        },
      ]),
    ),
  );
  const { keys } = keysAt(path, emea);
  expect(keys.map(({ type, label, hint }) => [type, label, hint])).toEqual([
    ['production', 'Billing sync', '9f3c'],
    ['sandbox', 'CI', null],
    ['production', 'Old', null],
  ]);
  expect(keys.map((key) => key.owner)).toEqual([
    { pandadocId: null, email: null, name: 'Dana Reyes' },
    { pandadocId: null, email: 'ci@northwind.example', name: null },
    { pandadocId: null, email: 'omar@northwind.example', name: 'Omar Haddad' },
  ]);
  // Which of 3/4 is the month nobody can tell.
  expect(keys.map((key) => key.createdOn)).toEqual(['2025-03-05', '2025-04-01', null]);
  expectNoSecret();
});

test('a key that a dialog reveals is not read, in whatever it stands', () => {
  show(
    `${keyPage(keyStyles['table']!(`<span>${dots}</span>`, `<span>${dots}</span>`))}
     <div role="dialog"><h2>Your new key</h2><input value="${canary}"><p>${canary2}</p><pre>API-Key ${canary}</pre></div>`,
  );
  expectNoSecret();
});

test('keys that are written with blanks, dashes or in capitals are not read either', () => {
  for (const shown of [canary.toUpperCase(), `API-Key ${canary}`, `${canary}${canary2}`, `"${canary}"`]) {
    show(keyPage(keyStyles['two rows of boxes']!(`<code>${shown}</code>`, '<button>Generate</button>')));
    expect(everything().toLowerCase()).not.toContain(canary);
  }
});

test('a page that only offers to switch the API on has no keys and no drift', () => {
  show(
    `<main><h1>Integrations</h1><section><h2>API and Webhooks</h2><div><h3>API</h3><p>Build on PandaDoc.</p><button>Enable</button></div></section></main>`,
  );
  expect(reading('keys', '/settings/integrations', emea)).toBeNull();
});

test('a page that talks about keys has none', () => {
  show(`<main><h1>Guide</h1><h2>Sandbox key</h2><p>Generate it in the Dev Center.</p><h2>Production key</h2><p>Ask us. <a href="#">Contact sales</a></p>
    <p>A production key looks like abcd…9f3c.</p></main>`);
  expect(reading('keys', '/settings/help', emea)?.observation ?? null).toBeNull();
});

test('headings of a key page without any slot are drift, not "no keys"', () => {
  show(keyPage('<h2>API keys</h2><div>…</div>'));
  expect(reading('keys', path, emea)).toMatchObject({ state: 'unreadable', observation: null });
  show(keyPage('<h2>API keys</h2><div>Loading…</div>'));
  expect(reading('keys', path, emea)).toMatchObject({ state: 'loading', observation: null });
});

test('one slot that says nothing makes the reading partial', () => {
  show(keyPage(keyStyles['two rows of boxes']!(`<span>${dots}</span>`, '<span>?</span>')));
  expect(reading('keys', path, emea)).toMatchObject({ state: 'partly', missing: ['key-state'] });
  expect(keysAt(path, emea).complete).toBe(false);
});

test('hints come only out of what the page masks, four signs at most', () => {
  expect(hintIn('abcd…9f3c')).toBe('9f3c');
  expect(hintIn('••••••••9f3c')).toBe('9f3c');
  expect(hintIn('…9f3c')).toBe('9f3c');
  expect(hintIn(canary)).toBeNull();
  expect(hintIn('See the guide… here')).toBeNull();
});

test('one environment at a time, named by its tab', () => {
  for (const [chosen, type] of [
    ['Production', 'production'],
    ['Sandbox', 'sandbox'],
  ]) {
    show(
      `<nav><div>EMEA Sales</div><a aria-current="page" href="https://app.pandadoc.com/a/#/settings/api-dashboard/configuration">API</a></nav><main><h1>API keys</h1><div role="tablist">${['Production', 'Sandbox'].map((name) => `<button role="tab" aria-selected="${String(name === chosen)}">${name}</button>`).join('')}</div><div role="tabpanel"><p>Keep it to yourself.</p><code>${dots}</code><button>Regenerate</button></div></main>`,
    );
    expect(keysAt(path, emea).keys.map((key) => `${key.type} ${key.state}`)).toEqual([`${type!} present`]);
    // The other one is not on this page: it is not read as absent.
    expect(keysAt(path, emea).complete).toBe(false);
  }
});

test('owners and dates of cards, by labels of their own', () => {
  const card = (label: string, owner: string): string =>
    `<article><h3>${label}</h3><code>${dots}</code><dl><dt>Owner</dt><dd>${owner}</dd><dt>Created</dt><dd><time datetime="2025-03-05T10:00:00Z">5 Mar</time></dd></dl></article>`;
  show(
    keyPage(
      `<h2>API keys</h2><div>${card('Sandbox key', 'Dana Reyes')}${card('Production key', 'ci@northwind.example')}</div>`,
    ),
  );
  const { keys } = keysAt(path, emea);
  expect(keys.map(({ owner, createdOn }) => [owner?.name ?? owner?.email, createdOn])).toEqual([
    ['Dana Reyes', '2025-03-05'],
    ['ci@northwind.example', '2025-03-05'],
  ]);
});

test('several keys of one type, and ends said in words', () => {
  show(
    keyPage(
      keyTable([
        { name: 'A', type: 'Live', owner: 'Dana Reyes', created: '', key: 'Ends in 9f3c' },
        { name: 'B', type: 'Live', owner: 'Omar Haddad', created: '', key: '****-****-1a2b' },
        { name: 'C', type: 'Test', owner: '', created: '', key: dots },
      ]),
    ),
  );
  expect(keysAt(path, emea).keys.map(({ type, label, hint, state }) => [type, label, hint, state])).toEqual([
    ['production', 'A', '9f3c', 'present'],
    ['production', 'B', '1a2b', 'present'],
    ['sandbox', 'C', null, 'present'],
  ]);
});

test('a key page in a language that is not known', () => {
  const page = (first: string, second: string): string =>
    `<main><h1>Kehittäjäkeskus</h1><h2>Rajapinta-avaimet</h2><div><div><div>${first}</div><p>Kokeile ilmaiseksi.</p><span>${dots}</span></div><div><div>${second}</div><p>Tuotantoon.</p><span>${dots}</span></div></div><button>Luo uusi</button></main>`;
  show(page('Sandbox-avain', 'Tuotantoavain'));
  expect(reading('keys', path, emea)?.missing).toContain('language-not-supported');
  expect(keysAt(path, emea).keys.map((key) => `${key.type} ${key.state}`)).toEqual([
    'sandbox present',
    'production present',
  ]);
  // Which is which cannot be told: said, and never "no keys".
  show(page('Hiekkalaatikkoavain', 'Tuotantoavain'));
  expect(reading('keys', path, emea)).toMatchObject({ state: 'unreadable', observation: null });
});

test.each([
  ['sandbox', [dots, '']],
  ['production', ['', dots]],
])('the one key of a page in a language that is not known: %s', (type, shown) => {
  const card = (label: string, at: number): string =>
    `<div class="card"><header>${label}</header>${shown[at] === '' ? '<button>Luo avain</button>' : `<div><code>${shown[at]!}</code><button>Luo uusi avain</button></div>`}</div>`;
  show(`<main><h1>API-avaimet</h1>${['Sandbox-avain', 'Tuotantoavain'].map(card).join('')}</main>`);
  expect(reading('keys', path, emea)).toMatchObject({
    state: 'partly',
    missing: expect.arrayContaining(['language-not-supported']) as string[],
  });
  expect(keysAt(path, emea)).toMatchObject({ complete: false, keys: [{ type, state: 'present' }] });
});

test('cards of Angular Material in a tab, in Polish', () => {
  learnWords(allWords);
  const card = (label: string): string =>
    `<mat-card class="mat-mdc-card mdc-card"><mat-card-header class="mat-mdc-card-header"><div class="mat-mdc-card-header-text"><mat-card-title class="mat-mdc-card-title">${label}</mat-card-title></div></mat-card-header><mat-card-content class="mat-mdc-card-content"><code>${dots}</code></mat-card-content><mat-card-actions class="mat-mdc-card-actions"><button mat-stroked-button><span class="mat-mdc-button-persistent-ripple"></span><span class="mdc-button__label">Wygeneruj nowy klucz</span><span class="mat-focus-indicator"></span></button></mat-card-actions></mat-card>`;
  const tab = (label: string, chosen: boolean): string =>
    `<div role="tab" class="mdc-tab" aria-selected="${String(chosen)}"><span class="mdc-tab__content"><span class="mdc-tab__text-label">${label}</span></span></div>`;
  show(
    `<main><h1>Centrum deweloperskie</h1><mat-tab-group><mat-tab-header><div role="tablist">${tab('Konfiguracja', true)}${tab('Dzienniki', false)}</div></mat-tab-header><div class="mat-mdc-tab-body-wrapper"><mat-tab-body role="tabpanel"><div class="mat-mdc-tab-body-content"><h2>Klucze API</h2>${card('Klucz sandbox')}${card('Klucz produkcyjny')}</div></mat-tab-body><mat-tab-body role="tabpanel"></mat-tab-body></div></mat-tab-group></main>`,
  );
  expect(keysAt(path, emea).keys.map((key) => `${key.type} ${key.state}`)).toEqual([
    'sandbox present',
    'production present',
  ]);
  expect(reading('keys', path, emea)?.missing).toEqual(['workspace']);
});

test('an empty password field holds no key, whether it has a placeholder or not', () => {
  for (const field of ['<input type="password">', '<input type="password" placeholder="None yet">']) {
    show(
      keyPage(keyStyles['table']!(`${field}<button>Generate</button>`, `<input type="password" value="${canary}">`)),
    );
    expect(keysAt(path, emea).keys.map((key) => key.state)).toEqual(['absent', 'present']);
    expectNoSecret();
  }
});

test('a line for each workspace and a column for each type: each cell is a slot of its own', () => {
  show(
    keyPage(
      `<table><thead><tr><th>Workspace</th><th>Sandbox key</th><th>Production key</th></tr></thead><tbody>
        <tr><th scope="row">EMEA Sales</th><td>—</td><td><code>••••9f3c</code> <button>Rotate</button></td></tr>
        <tr><th scope="row">US Sales</th><td><code>${dots}</code></td><td><button>Generate</button></td></tr></tbody></table>`,
    ),
  );
  expect(
    keysAt(path, known('EMEA Sales', 'US Sales')).keys.map((key) => [key.workspace, key.type, key.state, key.hint]),
  ).toEqual([
    ['EMEA Sales', 'sandbox', 'absent', null],
    ['US Sales', 'sandbox', 'present', null],
    ['EMEA Sales', 'production', 'present', '9f3c'],
    ['US Sales', 'production', 'absent', null],
  ]);
});
