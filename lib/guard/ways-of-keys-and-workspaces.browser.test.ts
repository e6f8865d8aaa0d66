/** Settings pages written by hands that do not know the guard: keys made anew, workspaces closed, lists hard to read. */
import { afterEach, test } from 'vitest';
import { settingsPage, type Someone } from '../../test/fixtures/pages/lists.ts';
import type { Stage } from '../../test/fixtures/pages/stage.ts';
import {
  always,
  delegate,
  emailOf,
  endWay,
  must,
  tryWay,
  type Step,
  type Way,
  whose,
} from '../../test/fixtures/pages/ways.ts';

afterEach(endWay);

// ---------------------------------------------------------------- people

interface Person {
  /** What the hand knows this person by. */
  hook: string;
  id: string;
  first: string;
  last: string;
  email: string;
  role: string;
  seen: string;
}

const person = (id: string, first: string, last: string, email: string, role: string, seen: string): Person => ({
  hook: email,
  id,
  first,
  last,
  email,
  role,
  seen,
});

const dana = person('8f21', 'Dana', 'Reyes', 'dana@northwind.example', 'Admin', '2 hours ago');
const omar = person('8f22', 'Omar', 'Haddad', 'omar@northwind.example', 'Member', '3 days ago');
const sam = person('8f23', 'Sam', 'Okafor', 'sam@northwind.example', 'Member', 'Yesterday');
const lucja = person('8f24', 'Łucja', 'Wójcik', 'lucja@northwind.example', 'Manager', 'Just now');
const crowd: readonly Person[] = [lucja, dana, omar, sam];

const named = ({ first, last }: Person): string => `${first} ${last}`;
const initials = ({ first, last }: Person): string => `${first[0]!}${last[0]!}`;
const byHook = (element: Element): Person => crowd.find(({ hook }) => hook === emailOf(element))!;
const each = <T>(list: readonly T[], draw: (one: T, index: number) => string): string => list.map(draw).join('');

// ---------------------------------------------------------------- parts of pages

const bin =
  '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path fill="none" stroke="currentColor" d="M2 4h12M6 4V2h4v2M4 4l1 10h6l1-10M7 7v5M9 7v5"/></svg>';
const arrows =
  '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path fill="none" stroke="currentColor" d="M13 8a5 5 0 1 1-2-4M11 1v3h3"/></svg>';
const dots =
  '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="3" cy="8" r="1.5"/><circle cx="8" cy="8" r="1.5"/><circle cx="13" cy="8" r="1.5"/></svg>';

function element(html: string): HTMLElement {
  const box = document.createElement('div');
  box.setHTMLUnsafe(html);
  return box.firstElementChild as HTMLElement;
}

function put(html: string, into: Element = document.body): HTMLElement {
  const made = element(html);
  into.append(made);
  return made;
}

function shut(selector: string): void {
  for (const one of document.querySelectorAll(selector)) one.remove();
}

function within(root: ParentNode, selector: string): HTMLElement {
  return root.querySelector<HTMLElement>(selector)!;
}

/** A menu or a bubble at the end of the body; a press outside closes it. */
function float(page: Stage, html: string, css = 'top:90px;left:160px'): HTMLElement {
  shut('[data-floating]');
  const made = put(html);
  made.dataset['floating'] = '';
  made.style.cssText = `position:absolute;z-index:40;background:#fff;border:1px solid #ccc;padding:6px;${css}`;
  page.on(document, 'pointerdown', (event) => {
    if (!event.composedPath().includes(made)) made.remove();
  });
  return made;
}

/** A dialog the way this or that library puts it; whatever has the class `no` closes it. */
function ask(kind: 'native' | 'aria' | 'alert' | 'bare', html: string, className = 'modal'): HTMLElement {
  const box = 'background:#fff;margin:60px auto;padding:16px;width:300px';
  if (kind === 'native') {
    const dialog = put(`<dialog class="${className}">${html}</dialog>`) as HTMLDialogElement;
    dialog.showModal();
    for (const no of dialog.querySelectorAll('.no')) no.addEventListener('click', () => dialog.remove());
    return dialog;
  }
  const role =
    kind === 'bare' ? '' : `role="${kind === 'alert' ? 'alertdialog' : 'dialog'}" aria-modal="true" tabindex="-1"`;
  const overlay = put(
    `<div class="${className}-overlay" style="position:fixed;inset:0;z-index:60;background:#0006"><div class="${className}" ${role} style="${box}">${html}</div></div>`,
  );
  for (const no of overlay.querySelectorAll('.no')) no.addEventListener('click', () => overlay.remove());
  const inner = overlay.firstElementChild as HTMLElement;
  if (kind !== 'bare') inner.focus();
  return inner;
}

function closeOf(dialog: HTMLElement): void {
  (dialog instanceof HTMLDialogElement ? dialog : dialog.parentElement!).remove();
}

// ---------------------------------------------------------------- keys and workspaces

const named2 = (name: string, email = name): Someone => ({ name, email, role: '' });
const sandbox = named2('Sandbox key', 'sandbox');
const production = named2('Production key', 'production');
const archive = named2('Archive');
const finance = named2('Finance');
const keysAt = { path: '/settings/api-dashboard/configuration' };
const spacesAt = { path: '/settings/workspaces' };
const masked = '•'.repeat(40);

const slots = { free: sandbox, own: production, held: 'generate', options: keysAt } as const;
const spaces = { free: archive, own: finance, held: 'deactivate-workspace', options: spacesAt } as const;
const all = ['EMEA Sales', 'US Sales', 'Finance', 'Archive'];
const members: Record<string, number> = { 'EMEA Sales': 5, 'US Sales': 2, Finance: 2, Archive: 0 };

/** A page of one workspace: the switcher says which. */
function shell(
  workspace: string,
  main: string,
  words = ['Settings', 'Team', 'API and Integrations', 'Workspaces'],
): string {
  return `<div class="app-shell"><aside class="side"><button class="ws-switcher" aria-haspopup="menu" aria-expanded="false" aria-label="${workspace}"><span class="ws-logo">${workspace[0]!}</span><span class="ws-label">${workspace}</span></button>
    <nav aria-label="${words[0]!}"><a href="#/settings/team">${words[1]!}</a><a href="#/settings/api-dashboard/configuration">${words[2]!}</a><a href="#/settings/workspaces">${words[3]!}</a></nav></aside>
    <main class="content">${main}</main></div>`;
}

/** The organization's own pages: no workspace stands around them. */
function organization(main: string, heading = 'Workspaces'): string {
  return `<header class="topbar"><strong>Northwind</strong><span class="crumb">Organization</span></header><main><h1>${heading}</h1>${main}</main>`;
}

/** A step that is taken for one of the two only. */
const only = (subject: Someone, selector: string, how: Step['how']): Step => ({
  at: (one) => (one.email === subject.email ? selector : '.not-on-this-page'),
  ...(how !== undefined && { how }),
});

const ways: Record<string, Way> = {
  // -------------------------------------------------------------- lists of people

  'cards in columns by licence, the address only behind an envelope, a bin and a bubble': {
    html: settingsPage(
      `<div class="board" style="display:flex;gap:8px">${each(
        [
          ['Full', [dana, lucja]],
          ['Guest', [omar, sam]],
        ] as const,
        ([licence, people]) =>
          `<section class="lane" style="width:170px"><header>${licence} <span class="count">${String(people.length)}</span></header>${each(
            people,
            (one) =>
              `<div class="card" data-uid="${one.id}"><div class="ava" aria-hidden="true">${initials(one)}</div><div class="card-title">${named(one)}</div><div class="card-foot"><a class="icon" href="mailto:${one.email}" aria-label="Write an e-mail">✉</a><button class="icon icon--danger" aria-label="Remove" data-who="${one.hook}">${bin}</button></div></div>`,
          )}</section>`,
      )}</div>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.icon--danger', (button) => {
        const bubble = float(
          page,
          '<div class="bubble"><p>Remove from workspace?</p><button class="bubble-no">No</button><button class="bubble-yes">Yes</button></div>',
        );
        within(bubble, '.bubble-no').addEventListener('click', () => bubble.remove());
        within(bubble, '.bubble-yes').addEventListener('click', () => {
          bubble.remove();
          button.closest('.card')!.remove();
          act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('.icon--danger') }, { at: always('.bubble-yes') }],
  },

  'one definition list for everybody, flat, and a native dialog': {
    html: settingsPage(
      `<dl class="members">${each(
        crowd,
        (one) =>
          `<dt>${named(one)}</dt><dd>${one.email}</dd><dd>${one.role}, last seen ${one.seen}</dd><dd><button class="link" data-who="${one.hook}">Remove from workspace</button></dd>`,
      )}</dl>`,
    ),
    wire(page, act) {
      delegate(page, 'click', 'dl .link', (button) => {
        const dialog = ask(
          'native',
          '<form method="dialog"><h2>Are you sure?</h2><p>This person will lose access at once.</p><button value="no">Cancel</button><button value="yes" class="yes">Remove</button></form>',
        ) as HTMLDialogElement;
        dialog.addEventListener('close', () => {
          const { returnValue } = dialog;
          dialog.remove();
          if (returnValue === 'yes') act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('dl .link') }, { at: always('.modal .yes') }],
  },

  'one list in three tables: names fixed on the left, addresses scrolled, actions fixed on the right': {
    html: settingsPage(
      `<div class="grid-wrap" style="position:relative;width:380px;overflow:hidden">
        <div class="grid-scroll" style="overflow-x:auto"><table style="width:620px"><thead><tr><th class="in-body" style="visibility:hidden">Member</th><th>E-mail</th><th>Role</th><th>Last active</th><th class="in-body" style="visibility:hidden">Action</th></tr></thead><tbody>${each(
          crowd,
          (one) =>
            `<tr data-row-key="${one.id}" style="height:32px"><td class="in-body" style="visibility:hidden">${named(one)}</td><td>${one.email}</td><td>${one.role}</td><td>${one.seen}</td><td class="in-body" style="visibility:hidden"><a>Remove</a></td></tr>`,
        )}</tbody></table></div>
        <div class="grid-left" style="position:absolute;left:0;top:0;background:#fff"><table><thead><tr><th>Member</th></tr></thead><tbody>${each(crowd, (one) => `<tr data-row-key="${one.id}" style="height:32px"><td>${named(one)}</td></tr>`)}</tbody></table></div>
        <div class="grid-right" style="position:absolute;right:0;top:0;background:#fff"><table><thead><tr><th>Action</th></tr></thead><tbody>${each(crowd, (one) => `<tr data-row-key="${one.id}" style="height:32px"><td><a class="act" tabindex="0" data-who="${one.hook}">Remove</a></td></tr>`)}</tbody></table></div>
      </div>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.grid-right .act', (link) => {
        const bubble = float(
          page,
          '<div class="popover" role="tooltip"><div>Remove this member from the team?</div><button class="sm">Cancel</button><button class="sm primary">OK</button></div>',
        );
        within(bubble, '.primary').addEventListener('click', () => {
          bubble.remove();
          const key = link.closest('tr')!.dataset['rowKey']!;
          for (const one of document.querySelectorAll(`tr[data-row-key="${key}"]`)) one.remove();
          act(emailOf(link));
        });
      });
    },
    steps: [{ at: whose('.grid-right .act') }, { at: always('.popover .primary') }],
  },

  'rows placed by transform out of order, a menu on pointerdown, a dialog that names a first name': {
    html: settingsPage('<div class="viewport" style="height:200px;overflow:auto;position:relative"></div>'),
    wire(page, act) {
      const strangers = Array.from({ length: 40 }, (_, index) =>
        person(
          `s${String(index)}`,
          'Guest',
          `No. ${String(index)}`,
          `guest${String(index)}@partner.example`,
          'Guest',
          '—',
        ),
      );
      const everybody = [...crowd, ...strangers];
      const view = must('.viewport');
      const draw = (): void => {
        const from = Math.floor(view.scrollTop / 40);
        const shown = everybody.slice(from, from + 7).map((one, index) => ({ one, top: (from + index) * 40 }));
        // Slots are filled again in the order in which they became free.
        shown.sort((a, b) => (a.top % 120) - (b.top % 120));
        view.innerHTML = `<div style="height:${String(everybody.length * 40)}px"></div>${each(
          shown,
          ({ one, top }) =>
            `<div class="vrow" style="position:absolute;top:0;left:0;right:0;height:40px;display:flex;gap:8px;transform:translateY(${String(top)}px)"><div class="who"><div>${named(one)}</div><div class="sub">${one.email}</div></div><div>${one.role}</div><button class="kebab" aria-haspopup="menu" aria-label="More" data-who="${one.hook}">${dots}</button></div>`,
        )}`;
      };
      draw();
      page.on(view, 'scroll', draw);
      delegate(page, 'pointerdown', '.kebab', (button) => {
        const one = everybody.find(({ hook }) => hook === emailOf(button))!;
        queueMicrotask(() => {
          const menu = float(
            page,
            '<div class="menu" role="menu"><div role="menuitem" tabindex="-1">Edit</div><div role="menuitem" tabindex="-1" class="out">Remove</div></div>',
          );
          within(menu, '.out').addEventListener('click', () => {
            menu.remove();
            const dialog = ask(
              'alert',
              `<h2>Remove ${one.first}?</h2><p>Their documents stay in the workspace.</p><button class="no">Cancel</button><button class="yes">Remove</button>`,
            );
            within(dialog, '.yes').addEventListener('click', () => {
              closeOf(dialog);
              act(one.hook);
            });
          });
        });
      });
    },
    steps: [{ at: whose('.kebab') }, { at: always('.menu .out') }, { at: always('.modal .yes') }],
  },

  'three table rows for each person, and the last one asks in its own place': {
    html: settingsPage(
      `<table class="data" border="0"><tbody>${each(
        crowd,
        (one) =>
          `<tr class="r1"><td rowspan="3"><img alt="" width="24" height="24" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></td><td><b>${named(one)}</b></td><td rowspan="3">${one.role}</td></tr><tr class="r2"><td>${one.email}</td></tr><tr class="r3"><td><a href="#" class="edit">Edit</a> | <a href="#" class="del" data-who="${one.hook}">Remove</a></td></tr>`,
      )}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.r3 a', (link, event) => {
        event.preventDefault();
        if (link.matches('.yes')) act(emailOf(link));
        if (link.matches('.del'))
          link.parentElement!.innerHTML = `Really remove? <a href="#" class="yes" data-who="${emailOf(link)}">Yes</a> / <a href="#" class="nope">No</a>`;
      });
    },
    steps: [{ at: whose('.r3 .del') }, { at: always('.r3 .yes') }],
  },

  'rows that are forms, the person only in read-only fields, two buttons that submit': {
    html: settingsPage(
      each(
        crowd,
        (one) =>
          `<form class="member-form" method="post" action="/settings/members/${one.id}"><input type="hidden" name="id" value="${one.id}"><input name="full_name" readonly size="12" value="${named(one)}"><input name="email" type="email" readonly size="20" value="${one.email}"><button name="op" value="resend">Reset password</button><button name="op" value="remove" data-who="${one.hook}">Remove</button></form>`,
      ),
    ),
    wire(page, act) {
      delegate(page, 'submit', '.member-form', (form, event) => {
        event.preventDefault();
        const data = new FormData(form as HTMLFormElement, (event as SubmitEvent).submitter);
        if (data.get('op') === 'remove') act(data.get('email') as string);
      });
    },
    steps: [{ at: whose('.member-form [value=remove]') }],
  },

  'rows that are links, a cross that stops the link, a sheet without a role': {
    html: settingsPage(
      `<div class="people">${each(
        crowd,
        (one) =>
          `<a class="person-row" href="#/settings/users/${one.id}" style="display:flex;gap:8px"><span class="ava">${initials(one)}</span><span><span class="n">${named(one)}</span><br><span class="e">${one.email}</span></span><span>${one.role}</span><button type="button" class="x" title="Remove" data-who="${one.hook}">✕</button></a>`,
      )}</div>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.person-row', (row, event) => {
        event.preventDefault();
        const button = event.composedPath().find((node) => node instanceof Element && node.matches('.x'));
        if (!button) return;
        const one = byHook(button as Element);
        const sheet = ask(
          'bare',
          `<div class="sheet-title">Remove ${one.first}?</div><div>${one.first} will no longer see this workspace.</div><div class="btn no" tabindex="0">Keep</div><div class="btn yes" tabindex="0">Remove</div>`,
          'sheet',
        );
        within(sheet, '.yes').addEventListener('click', () => {
          closeOf(sheet);
          row.remove();
          act(one.hook);
        });
      });
    },
    steps: [{ at: whose('.x') }, { at: always('.sheet .yes') }],
  },

  'German, grouped by role, addresses in capitals and cut short, a menu and a native dialog': {
    html: settingsPage(
      each(
        ['Admin', 'Manager', 'Member'],
        (role) =>
          `<h3>${{ Admin: 'Administratoren', Manager: 'Manager', Member: 'Mitglieder' }[role]!}</h3><ul class="group">${each(
            crowd.filter((one) => one.role === role),
            (one) =>
              `<li style="display:flex;gap:8px"><span>${named(one)}</span><span class="cut" title="${one.email.toUpperCase()}">${one.email.toUpperCase().slice(0, 9)}…</span><button class="mehr" aria-label="Weitere Aktionen" aria-haspopup="true" data-who="${one.hook}">${dots}</button></li>`,
          )}</ul>`,
      ),
      'Team und Lizenzen',
    ),
    wire(page, act) {
      delegate(page, 'click', '.mehr', (button) => {
        const menu = float(
          page,
          '<ul class="dropdown"><li><button>Profil anzeigen</button></li><li><button>Rolle ändern …</button></li><li><button class="raus">Aus Arbeitsbereich entfernen …</button></li></ul>',
        );
        within(menu, '.raus').addEventListener('click', () => {
          menu.remove();
          const dialog = ask(
            'native',
            '<h2>Benutzer entfernen</h2><p>Möchten Sie diesen Benutzer wirklich entfernen?</p><button class="no">Abbrechen</button><button class="yes">Entfernen</button>',
          );
          within(dialog, '.yes').addEventListener('click', () => {
            dialog.remove();
            act(emailOf(button));
          });
        });
      });
    },
    steps: [{ at: whose('.mehr') }, { at: always('.dropdown .raus') }, { at: always('.modal .yes') }],
    options: { lang: 'de' },
  },

  'French, surnames first, the address only in the alternative text of the picture, asked in the row': {
    html: settingsPage(
      `<table><thead><tr><th>Utilisateur</th><th>Rôle</th><th>Dernière connexion</th><th></th></tr></thead><tbody>${each(
        crowd,
        (one) =>
          `<tr><td><img width="20" height="20" alt="${one.email}" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="> ${one.last}, ${one.first}</td><td>${one.role}</td><td>12/11/2026</td><td class="actions"><button class="retirer" data-who="${one.hook}">Retirer</button></td></tr>`,
      )}</tbody></table>`,
      'Équipe et licences',
    ),
    wire(page, act) {
      delegate(page, 'click', '.retirer', (button) => {
        const cell = button.parentElement!;
        const before = cell.innerHTML;
        cell.innerHTML = `<span>Confirmer ?</span> <button class="oui" data-who="${emailOf(button)}">Oui</button> <button class="non">Non</button>`;
        within(cell, '.non').addEventListener('click', () => (cell.innerHTML = before));
      });
      delegate(page, 'click', '.oui', (button) => {
        const email = emailOf(button);
        button.closest('tr')!.remove();
        act(email);
      });
    },
    steps: [{ at: whose('.retirer') }, { at: always('.oui') }],
    options: { lang: 'fr' },
  },

  'two lists on one page, members and the invited, and one dialog for both': {
    html: settingsPage(
      `<h2>Members</h2><table class="tbl"><tbody>${each(crowd, (one) => `<tr><td>${named(one)}<div>${one.email}</div></td><td>${one.role}</td><td><button class="drop" data-kind="member" data-who="${one.hook}">Remove</button></td></tr>`)}</tbody></table>
       <h2>Invited</h2><table class="tbl"><tbody>${each(
         ['nora.lind@northwind.example', 'tom.berg@northwind.example'],
         (email) =>
           `<tr><td>${email}<div>Invited by Dana Reyes on 12 Nov</div></td><td>Member</td><td><button>Resend</button><button class="drop" data-kind="invitation" data-who="${email}">Remove</button></td></tr>`,
       )}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.drop', (button) => {
        const dialog = ask(
          'aria',
          `<h2>Remove ${button.dataset['kind']!}</h2><p>${emailOf(button)}</p><button class="no">Cancel</button><button class="yes">Remove</button>`,
        );
        within(dialog, '.yes').addEventListener('click', () => {
          closeOf(dialog);
          button.closest('tr')!.remove();
          act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('.drop') }, { at: always('.modal .yes') }],
    free: { name: '', email: 'nora.lind@northwind.example', role: 'Member' },
  },

  'Swedish, radio rows in a table and one button above, "(du)" in place of the own address': {
    html: settingsPage(
      `<div class="verktyg"><button class="bort" hidden>Ta bort</button></div><table class="lista"><tbody>${each(
        crowd,
        (one) =>
          `<tr><td><input type="radio" name="vald" id="v-${one.id}" value="${one.id}" data-who="${one.hook}"></td><td><label for="v-${one.id}">${named(one)}${one === dana ? ' (du)' : ''}</label></td><td>${one === dana ? '' : one.email}</td><td>${one.role}</td></tr>`,
      )}</tbody></table>`,
    ).replace('boss@northwind.example', 'dana@northwind.example'),
    wire(page, act) {
      const button = must('.bort');
      delegate(page, 'change', '.lista input', () => (button.hidden = false));
      page.on(button, 'click', () => {
        const chosen = document.querySelector<HTMLInputElement>('.lista input:checked')!;
        const dialog = ask(
          'aria',
          '<p>Vill du ta bort den valda användaren från arbetsytan?</p><button class="no">Avbryt</button><button class="ja">Ta bort</button>',
        );
        within(dialog, '.ja').addEventListener('click', () => {
          closeOf(dialog);
          act(emailOf(chosen));
        });
      });
    },
    steps: [{ at: whose('.lista input'), how: 'tick' }, { at: always('.bort') }, { at: always('.modal .ja') }],
    options: { lang: 'sv' },
  },

  'Dutch, names on the left, the chosen one on the right, a button that asks by its own text': {
    html: settingsPage(
      `<div style="display:flex;gap:12px"><ul class="master" role="listbox" aria-label="Gebruikers">${each(crowd, (one) => `<li role="option" aria-selected="false" data-who="${one.hook}">${named(one)}</li>`)}</ul><aside class="detail"><p>Kies een gebruiker</p></aside></div>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.master [role=option]', (option) => {
        for (const one of document.querySelectorAll('.master [role=option]'))
          one.setAttribute('aria-selected', String(one === option));
        const one = byHook(option);
        must('.detail').innerHTML =
          `<h3>${named(one)}</h3><dl><dt>E-mailadres</dt><dd>${one.email}</dd><dt>Rol</dt><dd>${one.role}</dd></dl><button class="danger">Verwijderen uit werkruimte</button>`;
        const button = must('.detail .danger');
        button.addEventListener('click', () => {
          if (button.dataset['armed'] === 'yes') {
            must('.detail').innerHTML = '<p>Kies een gebruiker</p>';
            option.remove();
            act(one.hook);
          } else {
            button.dataset['armed'] = 'yes';
            button.textContent = 'Weet je het zeker?';
          }
        });
      });
    },
    steps: [{ at: whose('.master [role=option]') }, { at: always('.detail .danger') }],
    options: { lang: 'nl' },
  },

  'Polish, a tree by department, a bar that comes with the selection': {
    html: settingsPage(
      `<div class="pasek" hidden><span class="ile">Wybrano: 1</span> <button class="usun">Usuń z zespołu</button></div>
       <ul role="tree" aria-label="Zespół"><li role="treeitem" aria-expanded="true"><span>Sprzedaż</span><ul role="group">${each([dana, omar], (one) => `<li role="treeitem" aria-selected="false" tabindex="-1" data-who="${one.hook}"><span>${named(one)}</span> <small>${one.email}</small></li>`)}</ul></li>
       <li role="treeitem" aria-expanded="true"><span>Finanse</span><ul role="group">${each([lucja, sam], (one) => `<li role="treeitem" aria-selected="false" tabindex="-1" data-who="${one.hook}"><span>${named(one)}</span> <small>${one.email}</small></li>`)}</ul></li></ul>`,
    ),
    wire(page, act) {
      delegate(page, 'mousedown', '[role=treeitem][data-who]', (leaf) => {
        for (const one of document.querySelectorAll('[role=treeitem][data-who]'))
          one.setAttribute('aria-selected', String(one === leaf));
        must('.pasek').hidden = false;
      });
      delegate(page, 'click', '.usun', () => {
        const leaf = must('[role=treeitem][aria-selected=true]');
        const dialog = ask(
          'alert',
          '<h2>Usunąć użytkownika?</h2><p>Tej operacji nie można cofnąć.</p><button class="no">Anuluj</button><button class="tak">Usuń</button>',
        );
        within(dialog, '.tak').addEventListener('click', () => {
          closeOf(dialog);
          act(emailOf(leaf));
        });
      });
    },
    steps: [{ at: whose('[role=treeitem]') }, { at: always('.usun') }, { at: always('.modal .tak') }],
    options: { lang: 'pl' },
  },

  'German, tables inside a table, removed at once with a way back': {
    html: settingsPage(
      `<table width="100%" cellpadding="4"><tr bgcolor="#eeeeee"><th>Abteilung</th><th>Personen</th></tr>${each(
        [
          ['Vertrieb', [omar, dana]],
          ['Recht', [sam, lucja]],
        ] as const,
        ([department, people]) =>
          `<tr><td valign="top">${department}</td><td><table cellpadding="2">${each(people, (one) => `<tr><td>${named(one)}</td><td><a href="mailto:${one.email}">${one.email}</a></td><td>[<a href="javascript:void(0)" class="weg" data-who="${one.hook}">entfernen</a>]</td></tr>`)}</table></td></tr>`,
      )}</table>`,
      'Team',
    ),
    wire(page, act) {
      delegate(page, 'click', '.weg', (link, event) => {
        event.preventDefault();
        const email = emailOf(link);
        link.closest('tr')!.remove();
        put('<div role="status" class="toast">Person entfernt. <button>Rückgängig</button></div>');
        act(email);
      });
    },
    steps: [{ at: whose('.weg') }],
    options: { lang: 'de' },
  },

  'French web components, the person in attributes and slots, the question in another shadow root': {
    html: settingsPage(
      `<nw-members><template shadowrootmode="open"><section part="list"><slot></slot></section></template>${each(
        crowd,
        (one) =>
          `<nw-member email="${one.email}" style="display:block"><template shadowrootmode="open"><div style="display:flex;gap:8px"><slot name="name"></slot><span>${one.role}</span><button part="remove" aria-label="Retirer de l’équipe" data-who="${one.hook}">${bin}</button></div></template><span slot="name">${named(one)}</span></nw-member>`,
      )}</nw-members>`,
      'Équipe',
    ),
    wire(page, act) {
      delegate(page, 'click', '[part=remove]', (button) => {
        shut('nw-confirm');
        const member = (button.getRootNode() as ShadowRoot).host;
        const confirm = put(
          `<nw-confirm><template shadowrootmode="open"><div role="dialog" aria-modal="true" style="position:fixed;top:50px;left:40px;background:#fff;padding:12px;z-index:70"><p>Retirer cette personne de l’équipe ?</p><button class="non">Annuler</button><button class="oui">Retirer</button></div></template></nw-confirm>`,
        );
        const root = confirm.shadowRoot!;
        within(root, '.non').addEventListener('click', () => confirm.remove());
        within(root, '.oui').addEventListener('click', () => {
          confirm.remove();
          const email = member.getAttribute('email')!;
          member.remove();
          act(email);
        });
      });
    },
    steps: [{ at: whose('[part=remove]') }, { at: always('.oui') }],
    options: { lang: 'fr' },
  },

  'Arabic from right to left, a bin in each row and a dialog that names the person': {
    html: `<div dir="rtl" lang="ar">${settingsPage(
      `<table class="جدول"><thead><tr><th>الاسم</th><th>البريد الإلكتروني</th><th>الدور</th><th></th></tr></thead><tbody>${each(
        crowd,
        (one) =>
          `<tr><td>${named(one)}</td><td dir="ltr">${one.email}</td><td>${one.role === 'Admin' ? 'مسؤول' : 'عضو'}</td><td><button class="btn btn-icon btn-danger" aria-label="إزالة" data-who="${one.hook}">${bin}</button></td></tr>`,
      )}</tbody></table>`,
      'الفريق',
    )}</div>`,
    wire(page, act) {
      delegate(page, 'click', '.btn-icon', (button) => {
        const one = byHook(button);
        const dialog = ask(
          'alert',
          `<h2>إزالة ${named(one)}؟</h2><p>سيفقد هذا المستخدم الوصول إلى مساحة العمل.</p><button class="btn no">إلغاء</button><button class="btn btn-danger yes">إزالة</button>`,
        );
        within(dialog, '.yes').addEventListener('click', () => {
          closeOf(dialog);
          button.closest('tr')!.remove();
          act(one.hook);
        });
      });
    },
    steps: [{ at: whose('.btn-icon') }, { at: always('.modal .yes') }],
    options: { lang: 'ar' },
  },

  'Japanese, tiles with a last-seen date, a button and a native dialog': {
    html: settingsPage(
      `<div class="tiles" style="display:grid;grid-template-columns:1fr 1fr">${each(
        crowd,
        (one) =>
          `<article class="tile"><h4>${named(one)}</h4><p>${one.email}</p><p>${one.role === 'Admin' ? '管理者' : 'メンバー'}・最終アクセス 2026年11月12日</p><button data-who="${one.hook}" class="del">削除</button></article>`,
      )}</div>`,
      'チーム',
    ),
    wire(page, act) {
      delegate(page, 'click', '.tile .del', (button) => {
        const one = byHook(button);
        const dialog = ask(
          'native',
          `<p>${named(one)} さんをワークスペースから削除しますか?</p><button class="no">キャンセル</button><button class="yes">削除する</button>`,
        );
        within(dialog, '.yes').addEventListener('click', () => {
          dialog.remove();
          act(one.hook);
        });
      });
    },
    steps: [{ at: whose('.tile .del') }, { at: always('.modal .yes') }],
    options: { lang: 'ja' },
  },

  'two people of one name, addresses cut at the same sign, a dialog that says the name alone': {
    html: settingsPage(
      `<table><thead><tr><th>Name</th><th>E-mail</th><th>Last seen</th><th></th></tr></thead><tbody>${each(
        [
          ['alex.kim@northwind.example', 'alex-owner', 'Today'],
          ['alex.kim+2@northwind.example', 'alex-other', '4 Mar 2026'],
          ['omar@northwind.example', 'omar', 'Today'],
        ] as const,
        ([email, hook, seen]) =>
          `<tr><td>${hook === 'omar' ? 'Omar Haddad' : 'Alex Kim'}</td><td><span title="${email}" aria-label="${email}">${email.slice(0, 8)}…</span></td><td>${seen}</td><td><button class="rm" data-who="${hook}">Remove</button></td></tr>`,
      )}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.rm', (button) => {
        const name = button.closest('tr')!.cells[0]!.textContent;
        const dialog = ask(
          'aria',
          `<h2>Remove ${name}?</h2><button class="no">Cancel</button><button class="yes">Remove</button>`,
        );
        within(dialog, '.yes').addEventListener('click', () => {
          closeOf(dialog);
          act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('.rm') }, { at: always('.modal .yes') }],
    free: { name: 'Alex Kim', email: 'alex-other', role: 'Member' },
    own: { name: 'Alex Kim', email: 'alex-owner', role: 'Admin' },
  },

  'a wide table, name first and address last, others named in every row, an action chosen from a list': {
    html: settingsPage(
      `<div style="overflow:auto"><table style="white-space:nowrap"><thead><tr><th>Member</th><th>Do</th><th>Title</th><th>Reports to</th><th>Invited by</th><th>Joined</th><th>Last login</th><th>2FA</th><th>Contact</th></tr></thead><tbody>${each(
        crowd,
        (one) =>
          `<tr><td>${named(one)}</td><td><select class="do" data-who="${one.hook}"><option value="">Actions</option><option value="rm">Remove from team</option><option value="msg">Send message</option></select></td><td>Sales</td><td>${one === dana ? 'Omar Haddad' : 'Dana Reyes'}</td><td>${one === dana ? 'omar' : 'dana'}@northwind.example</td><td>2024-02-03</td><td>${one.seen}</td><td>On</td><td>${one.email}</td></tr>`,
      )}</tbody></table></div>`,
    ),
    wire(page, act) {
      delegate(page, 'change', '.do', (field) => {
        if ((field as HTMLSelectElement).value === 'rm') act(emailOf(field));
      });
    },
    steps: [{ at: whose('.do'), how: { choose: 'Remove from team' } }],
  },

  'Spanish, a row of faces, each opens a card with what can be done': {
    html: settingsPage(
      `<div class="faces">${each(crowd, (one) => `<button class="face" title="${named(one)} · ${one.email}" data-who="${one.hook}">${initials(one)}</button>`)}<button class="face more">+0</button></div>`,
      'Equipo',
    ),
    wire(page, act) {
      delegate(page, 'click', '.face[data-who]', (face) => {
        const one = byHook(face);
        const card = float(
          page,
          `<div class="hovercard" role="dialog" aria-label="Perfil"><strong>${named(one)}</strong><div>${one.role}</div><button>Ver perfil</button><button class="quitar">Quitar del equipo</button></div>`,
          'top:150px;left:120px',
        );
        within(card, '.quitar').addEventListener('click', () => {
          card.remove();
          face.remove();
          act(one.hook);
        });
      });
    },
    steps: [{ at: whose('.face') }, { at: always('.hovercard .quitar') }],
    options: { lang: 'es' },
  },

  'Portuguese, members as chips in a field, a cross on each and a bar that saves': {
    html: settingsPage(
      `<label id="lbl">Membros da equipa</label><div class="chips" role="list" aria-labelledby="lbl">${each(crowd, (one) => `<span class="chip" role="listitem" title="${one.email}"><span>${named(one)}</span><button class="chip-x" aria-label="Remover ${named(one)}" data-who="${one.hook}">×</button></span>`)}</div><div class="save-bar" hidden><span>Alterações por guardar</span><button class="undo">Anular</button><button class="save">Guardar alterações</button></div>`,
      'Equipa',
    ),
    wire(page, act) {
      const gone: string[] = [];
      delegate(page, 'click', '.chip-x', (cross) => {
        gone.push(emailOf(cross));
        cross.closest('.chip')!.remove();
        must('.save-bar').hidden = false;
      });
      delegate(page, 'click', '.save', () => {
        must('.save-bar').hidden = true;
        for (const email of gone.splice(0)) act(email);
      });
    },
    steps: [{ at: whose('.chip-x') }, { at: always('.save') }],
    options: { lang: 'pt' },
  },

  'Italian, a fold for each person with a button inside, worked by the keyboard': {
    html: settingsPage(
      each(
        crowd,
        (one) =>
          `<details class="voce"><summary data-who="${one.hook}">${named(one)} — ${one.role}</summary><div><p>Posta: ${one.email}</p><p>Ultimo accesso: 12 novembre</p><button class="rimuovi" data-who="${one.hook}">Rimuovi dal team</button></div></details>`,
      ),
    ),
    wire(page, act) {
      delegate(page, 'click', '.rimuovi', (button) => {
        const dialog = ask(
          'native',
          '<p>Rimuovere questa persona?</p><button class="no">Annulla</button><button class="si" autofocus>Rimuovi</button>',
        );
        within(dialog, '.si').addEventListener('click', () => {
          dialog.remove();
          act(emailOf(button));
        });
      });
    },
    steps: [
      { at: whose('summary') },
      { at: whose('.rimuovi'), how: 'Enter' },
      { at: always('.modal .si'), how: 'Space' },
    ],
    options: { lang: 'it' },
  },

  'the dialog asks who takes over the documents, and proposes the other one': {
    html: settingsPage(
      `<ul class="roster">${each(crowd, (one) => `<li><b>${named(one)}</b> <span>${one.email}</span> <a role="button" tabindex="0" class="out" data-who="${one.hook}">Remove</a></li>`)}</ul>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.out', (link) => {
        const one = byHook(link);
        const heir = one === dana ? omar : dana;
        const dialog = ask(
          'aria',
          `<h2>Remove user</h2><p>Removing <b>${named(one)}</b>.</p><label>New owner of the documents <select>${each([heir, sam], (other) => `<option>${named(other)} (${other.email})</option>`)}</select></label><button class="no">Cancel</button><button class="yes">Remove and transfer</button>`,
        );
        within(dialog, '.yes').addEventListener('click', () => {
          closeOf(dialog);
          act(one.hook);
        });
      });
    },
    steps: [{ at: whose('.out') }, { at: always('.modal .yes') }],
  },

  // -------------------------------------------------------------- keys

  'two fixed rows, dots and an icon that turns, a dialog that says what stops': {
    ...slots,
    html: shell(
      'Finance',
      `<h1>Dev Center</h1><section class="card"><h2>API keys</h2>
        <div class="krow" style="display:flex;gap:8px"><div class="k1">Sandbox key</div><div class="k2">Test the API for free.</div><div class="k3"><button class="gen" data-who="sandbox">Generate</button></div></div>
        <div class="krow" style="display:flex;gap:8px"><div class="k1">Production key</div><div class="k2">Go live with the API.</div><div class="k3"><span class="mask" style="font-size:6px">${masked}</span><button class="ic" title="Copy">⧉</button><button class="ic turn" title="Regenerate" data-who="production">${arrows}</button></div></div></section>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.gen', () => act('sandbox'));
      delegate(page, 'click', '.turn', () => {
        const dialog = ask(
          'aria',
          '<h2>Regenerate key?</h2><p>The current key stops working immediately.</p><button class="no">Cancel</button><button class="yes">Regenerate</button>',
        );
        within(dialog, '.yes').addEventListener('click', () => {
          closeOf(dialog);
          act('production');
        });
      });
    },
    steps: [{ at: whose('.k3 button') }, { at: always('.modal .yes') }],
  },

  'a tab for each type, the key in a password field, rolled after a word is typed': {
    ...slots,
    html: shell(
      'Finance',
      '<h1>API keys</h1><div role="tablist"><button role="tab" aria-selected="true" data-who="production" id="t-p">Production</button><button role="tab" aria-selected="false" data-who="sandbox" id="t-s">Sandbox</button></div><div role="tabpanel" class="panel"></div>',
    ),
    wire(page, act) {
      const draw = (type: string): void => {
        must('.panel').setAttribute('aria-labelledby', type === 'production' ? 't-p' : 't-s');
        must('.panel').innerHTML =
          type === 'production'
            ? `<label>Secret <input type="password" readonly value="${'x'.repeat(40)}"></label><button>Show</button><button class="roll" data-who="production">Roll key…</button>`
            : '<p>There is no key for the sandbox yet.</p><button class="roll" data-who="sandbox">Create key</button>';
      };
      draw('production');
      delegate(page, 'click', '[role=tab]', (tab) => {
        for (const one of document.querySelectorAll('[role=tab]'))
          one.setAttribute('aria-selected', String(one === tab));
        draw(emailOf(tab));
      });
      delegate(page, 'click', '.roll', (button) => {
        if (emailOf(button) === 'sandbox') {
          act('sandbox');
          return;
        }
        const dialog = ask(
          'native',
          '<h2>Roll key</h2><label>Type ROLL to go on <input class="word"></label><button class="no">Cancel</button><button class="go" disabled>Roll</button>',
        );
        const word = within(dialog, '.word') as HTMLInputElement;
        const go = within(dialog, '.go') as HTMLButtonElement;
        word.addEventListener('input', () => (go.disabled = word.value !== 'ROLL'));
        go.addEventListener('click', () => {
          dialog.remove();
          act('production');
        });
      });
    },
    steps: [
      { at: whose('[role=tab]') },
      { at: whose('.roll') },
      { at: always('.word'), how: { type: 'ROLL' } },
      { at: always('.modal .go') },
    ],
  },

  'a table of keys with owners and dates, a menu for each, a bubble that asks': {
    ...slots,
    html: shell(
      'Finance',
      `<h1>API keys</h1><table><thead><tr><th>Name</th><th>Environment</th><th>Owner</th><th>Created</th><th></th></tr></thead><tbody>
        <tr><td>Billing sync<div><code>••••9f3c</code></div></td><td><span class="tag">Production</span></td><td>Dana Reyes</td><td>3 Feb 2026</td><td><button class="kb" aria-label="Actions for Billing sync" aria-haspopup="menu" data-who="production">${dots}</button></td></tr>
        <tr><td>—<div>Not created</div></td><td><span class="tag">Sandbox</span></td><td>—</td><td>—</td><td><button class="kb" aria-label="Actions" aria-haspopup="menu" data-who="sandbox">${dots}</button></td></tr></tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.kb', (button) => {
        const isThere = emailOf(button) === 'production';
        const menu = float(
          page,
          `<div role="menu" class="km">${isThere ? '<button role="menuitem">Edit name</button>' : ''}<button role="menuitem" class="go">${isThere ? 'Rotate' : 'Create'}</button></div>`,
        );
        within(menu, '.go').addEventListener('click', () => {
          menu.remove();
          if (!isThere) {
            act('sandbox');
            return;
          }
          const bubble = float(
            page,
            '<div class="bubble">Rotate this key now? <button class="later">Later</button><button class="now">Rotate</button></div>',
          );
          within(bubble, '.now').addEventListener('click', () => {
            bubble.remove();
            act('production');
          });
        });
      });
    },
    steps: [{ at: whose('.kb') }, { at: always('.km .go') }, { at: always('.bubble .now') }],
  },

  // Without "…" it is held at once: nothing tells that a dialog follows, nor which type is made.
  '"Create new key…" above the table, the type chosen in the dialog': {
    ...slots,
    html: shell(
      'Finance',
      `<div class="head"><h1>API keys</h1><button class="new">+ Create new key…</button></div><table><tr><th>Key</th><th>Type</th><th>Created</th></tr><tr><td><code>pd_••••••••9f3c</code></td><td>Production</td><td>2026-02-03</td></tr></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.new', () => {
        shut('.modal');
        const dialog = ask(
          'native',
          '<form><h2>Create a key</h2><p>A new key replaces the one of its type.</p><label>Type <select name="type"><option value="">Choose…</option><option value="sandbox">Sandbox</option><option value="production">Production</option></select></label><button type="button" class="no">Cancel</button><button class="create">Create</button></form>',
        );
        within(dialog, 'form').addEventListener('submit', (event) => {
          event.preventDefault();
          const { value } = within(dialog, 'select') as HTMLSelectElement;
          if (value === '') return;
          dialog.remove();
          act(value);
        });
      });
    },
    steps: [
      { at: always('.new') },
      only(sandbox, '.modal select', { choose: 'Sandbox' }),
      only(production, '.modal select', { choose: 'Production' }),
      { at: always('.modal .create') },
    ],
  },

  'a wizard: the environment as cards, the permissions, a review and the last button': {
    ...slots,
    html: shell(
      'Finance',
      '<h1>Developer Dashboard</h1><p>Production: active since 3 Feb 2026. Sandbox: none.</p><button class="begin">New API key</button><div class="wizard" hidden></div>',
    ),
    wire(page, act) {
      let type = '';
      const wizard = must('.wizard');
      const permissions = (): void => {
        wizard.innerHTML = `<ol class="stepper"><li>Environment</li><li aria-current="step">Permissions</li><li>Review</li></ol><label><input type="checkbox" checked> Documents</label><label><input type="checkbox"> Members</label><button class="next2">Continue</button>`;
        within(wizard, '.next2').addEventListener('click', () => {
          wizard.innerHTML = `<ol class="stepper"><li>Environment</li><li>Permissions</li><li aria-current="step">Review</li></ol><dl><dt>Environment</dt><dd>${type === 'production' ? 'Production' : 'Sandbox'}</dd><dt>Permissions</dt><dd>Documents</dd></dl><button class="finish">Generate key</button>`;
          within(wizard, '.finish').addEventListener('click', () => {
            wizard.hidden = true;
            act(type);
          });
        });
      };
      delegate(page, 'click', '.begin', (button) => {
        button.hidden = true;
        wizard.hidden = false;
        wizard.innerHTML =
          '<ol class="stepper"><li aria-current="step">Environment</li><li>Permissions</li><li>Review</li></ol><div role="radiogroup" aria-label="Environment"><div role="radio" aria-checked="false" tabindex="0" class="pick" data-who="production"><b>Production</b><p>Live documents</p></div><div role="radio" aria-checked="false" tabindex="-1" class="pick" data-who="sandbox"><b>Sandbox</b><p>For tests</p></div></div><button class="next1" hidden>Continue</button>';
        within(wizard, '.next1').addEventListener('click', permissions);
      });
      delegate(page, 'click', '.pick', (card) => {
        type = emailOf(card);
        for (const one of wizard.querySelectorAll('.pick')) one.setAttribute('aria-checked', String(one === card));
        within(wizard, '.next1').hidden = false;
      });
    },
    steps: [
      { at: always('.begin') },
      { at: whose('.pick'), how: 'tick' },
      { at: always('.next1') },
      { at: always('.next2') },
      { at: always('.finish') },
    ],
  },

  'German, keys of all workspaces in one table, a column for each type': {
    free: archive,
    own: finance,
    held: 'generate',
    options: { ...keysAt, lang: 'de' },
    html: organization(
      `<table><thead><tr><th>Arbeitsbereich</th><th>Sandbox-Schlüssel</th><th>Produktionsschlüssel</th></tr></thead><tbody>${each(
        all,
        (name) =>
          `<tr><th scope="row">${name}</th><td>${name === 'EMEA Sales' ? '••••a1b2' : '—'}</td><td>${name === 'Archive' ? `<button class="neu" data-who="${name}">Erzeugen</button>` : `<code>••••${String(name.length)}7f${name[0]!.toLowerCase()}</code> <button class="neu" data-who="${name}">Neu erzeugen</button>`}</td></tr>`,
      )}</tbody></table>`,
      'API-Schlüssel',
    ),
    wire(page, act) {
      delegate(page, 'click', '.neu', (button) => {
        if (emailOf(button) === 'Archive') {
          act('Archive');
          return;
        }
        const dialog = ask(
          'alert',
          '<p>Der bisherige Schlüssel wird sofort ungültig.</p><button class="no">Abbrechen</button><button class="ja">Neu erzeugen</button>',
        );
        within(dialog, '.ja').addEventListener('click', () => {
          closeOf(dialog);
          act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('.neu') }, { at: always('.modal .ja') }],
  },

  'French, the password is asked and Enter sends it': {
    ...slots,
    options: { ...keysAt, lang: 'fr' },
    html: shell(
      'Finance',
      `<h1>Clés API</h1><div class="cle"><h3>Clé de production</h3><code style="font-size:7px">${masked}</code><button class="regen" data-who="production">Régénérer la clé</button></div><div class="cle"><h3>Clé sandbox</h3><em>Aucune clé</em><button class="regen" data-who="sandbox">Générer la clé</button></div>`,
      ['Paramètres', 'Équipe', 'API et intégrations', 'Espaces de travail'],
    ),
    wire(page, act) {
      delegate(page, 'click', '.regen', (button) => {
        shut('.modal-overlay');
        const dialog = ask(
          'aria',
          '<form class="mdp"><h2>Confirmez votre identité</h2><label>Mot de passe <input type="password" autocomplete="current-password" class="pw"></label><button type="button" class="no">Annuler</button><button>Continuer</button></form>',
        );
        const field = within(dialog, '.pw') as HTMLInputElement;
        field.focus();
        within(dialog, 'form').addEventListener('submit', (event) => {
          event.preventDefault();
          if (field.value === '') return;
          closeOf(dialog);
          act(emailOf(button));
        });
      });
    },
    steps: [
      { at: whose('.regen') },
      { at: always('.pw'), how: { type: 'secret1' } },
      { at: always('.mdp .pw'), how: 'Enter' },
    ],
  },

  'Spanish, a select of the workspace above the cards of its keys': {
    free: archive,
    own: finance,
    held: 'generate',
    options: { ...keysAt, lang: 'es' },
    html: organization(
      `<label>Espacio de trabajo <select class="ws"><option>EMEA Sales</option><option>US Sales</option><option>Archive</option><option>Finance</option></select></label><div class="cards"></div>`,
      'Claves de API',
    ),
    wire(page, act) {
      const draw = (name: string): void => {
        const has = name !== 'Archive';
        must('.cards').innerHTML =
          `<section class="card"><h2>${name}</h2><div><b>Clave de producción</b> <span>${has ? '************9f3c' : 'Sin clave'}</span> <button class="hacer" data-who="${name}">${has ? 'Restablecer' : 'Generar'}</button></div></section>`;
      };
      draw('EMEA Sales');
      delegate(page, 'change', '.ws', (field) => draw((field as HTMLSelectElement).value));
      delegate(page, 'click', '.hacer', (button) => {
        const name = emailOf(button);
        const dialog = ask(
          'bare',
          '<div class="t">¿Continuar?</div><p>Se creará una clave nueva.</p><button class="no">Cancelar</button><button class="si">Continuar</button>',
          'caja',
        );
        within(dialog, '.si').addEventListener('click', () => {
          closeOf(dialog);
          act(name);
        });
      });
    },
    steps: [
      only(archive, '.ws', { choose: 'Archive' }),
      only(finance, '.ws', { choose: 'Finance' }),
      { at: whose('.hacer') },
      { at: always('.caja .si') },
    ],
  },

  'a revealed key, and a button that replaces it on mousedown, with no question': {
    ...slots,
    html: shell(
      'Finance',
      `<h1>API keys</h1><div class="field"><div class="lab">Production key</div><div class="val"><code style="font-size:7px">3f9c1e07ab52d864f01b7c93e2a845d6f7081b2c</code></div><div class="ops"><button>Hide</button><button>Copy</button><button class="re" data-who="production">Create new key</button></div></div>
       <div class="field"><div class="lab">Sandbox key</div><div class="val">No key</div><div class="ops"><button class="re" data-who="sandbox">Create key</button></div></div>`,
    ),
    wire(page, act) {
      delegate(page, 'mousedown', '.re', (button, event) => {
        event.preventDefault();
        put('<div role="status">Key created. Copy it now.</div>');
        act(emailOf(button));
      });
    },
    steps: [{ at: whose('.re') }],
  },

  'Dutch, a split button with its menu at the end of the page, by the keyboard': {
    ...slots,
    options: { ...keysAt, lang: 'nl' },
    html: shell(
      'Finance',
      `<h1>API-sleutels</h1><ul class="sleutels"><li><span>Productiesleutel</span> <span>•••••••• (actief)</span> <span class="split"><button>Kopiëren</button><button class="caret" aria-haspopup="menu" aria-label="Meer opties" data-who="production">▾</button></span></li><li><span>Sandboxsleutel</span> <span>Geen sleutel</span> <span class="split"><button class="caret" aria-haspopup="menu" aria-label="Meer opties" data-who="sandbox">▾</button></span></li></ul>`,
      ['Instellingen', 'Team', 'API en integraties', 'Werkruimten'],
    ),
    wire(page, act) {
      delegate(page, 'keydown', '.caret', (caret, event) => {
        if ((event as KeyboardEvent).key !== 'Enter') return;
        event.preventDefault();
        const has = emailOf(caret) === 'production';
        const menu = float(
          page,
          `<div role="menu" class="mnu"><div role="menuitem" tabindex="-1" class="opn">${has ? 'Opnieuw genereren' : 'Genereren'}</div><div role="menuitem" tabindex="-1">Documentatie</div></div>`,
        );
        const item = within(menu, '.opn');
        item.focus();
        item.addEventListener('keydown', (stroke) => {
          if (stroke.key !== 'Enter') return;
          menu.remove();
          act(emailOf(caret));
        });
      });
    },
    steps: [
      { at: whose('.caret'), how: 'Enter' },
      { at: always('.mnu .opn'), how: 'Enter' },
    ],
  },

  'key rows as web components, a box to be ticked before the button works': {
    ...slots,
    html: shell(
      'Finance',
      `<h1>API keys</h1>${each(
        ['production', 'sandbox'],
        (type) =>
          `<pd-key kind="${type}" style="display:block"><template shadowrootmode="open"><h3>${type === 'production' ? 'Production' : 'Sandbox'} key</h3>${type === 'production' ? '<input type="password" readonly value="••••••••••••" aria-label="Key">' : '<p>No key yet</p>'}<button class="open" data-who="${type}">${type === 'production' ? 'Reset key' : 'Generate key'}</button><div class="sure" hidden><label><input type="checkbox" class="know" data-who="${type}"> I understand that integrations using the current key will stop</label><button class="reset" disabled data-who="${type}">Reset now</button></div></template></pd-key>`,
      )}`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.open', (button) => {
        if (emailOf(button) === 'sandbox') act('sandbox');
        else {
          within(button.getRootNode() as ShadowRoot, '.sure').hidden = false;
          button.hidden = true;
        }
      });
      for (const one of document.querySelectorAll('pd-key')) {
        const know = within(one.shadowRoot!, '.know') as HTMLInputElement;
        const reset = within(one.shadowRoot!, '.reset') as HTMLButtonElement;
        know.addEventListener('change', () => (reset.disabled = !know.checked));
        reset.addEventListener('click', () => act(emailOf(reset)));
      }
    },
    steps: [{ at: whose('.open') }, { at: whose('.know'), how: 'tick' }, { at: whose('.reset') }],
  },

  'Portuguese, rendered by a server: a form for each key, and the button submits': {
    ...slots,
    options: { ...keysAt, lang: 'pt' },
    html: shell(
      'Finance',
      `<h1>Chaves de API</h1><fieldset><legend>Chave de produção</legend><tt>****************9f3c</tt><form method="post" action="/api_keys/production"><input type="hidden" name="authenticity_token" value="t"><input type="submit" name="commit" value="Gerar nova chave" data-who="production"></form></fieldset>
       <fieldset><legend>Chave de sandbox</legend><i>nenhuma</i><form method="post" action="/api_keys/sandbox"><input type="hidden" name="authenticity_token" value="t"><input type="submit" name="commit" value="Gerar chave" data-who="sandbox"></form></fieldset>`,
      ['Definições', 'Equipa', 'API e integrações', 'Áreas de trabalho'],
    ),
    wire(page, act) {
      delegate(page, 'submit', 'form', (form, event) => {
        event.preventDefault();
        act(form.getAttribute('action')!.split('/').at(-1)!);
      });
    },
    steps: [{ at: whose('input[type=submit]') }],
  },

  'Swedish, a list of keys, the chosen one in a drawer with its own button': {
    ...slots,
    options: { ...keysAt, lang: 'sv' },
    html: shell(
      'Finance',
      '<h1>API-nycklar</h1><div class="keys"><a href="#" class="key" data-who="production">Produktionsnyckel <small>aktiv · 9f3c</small></a><br><a href="#" class="key" data-who="sandbox">Sandlådenyckel <small>saknas</small></a></div>',
      ['Inställningar', 'Team', 'API och integrationer', 'Arbetsytor'],
    ),
    wire(page, act) {
      delegate(page, 'click', '.key', (link, event) => {
        event.preventDefault();
        shut('.drawer');
        const has = emailOf(link) === 'production';
        const drawer = put(
          `<div class="drawer" role="dialog" aria-labelledby="dr-h" style="position:fixed;right:0;top:0;bottom:0;width:220px;background:#fff;z-index:30"><h2 id="dr-h">${has ? 'Produktionsnyckel' : 'Sandlådenyckel'}</h2><dl><dt>Status</dt><dd>${has ? 'Aktiv' : 'Saknas'}</dd><dt>Skapad</dt><dd>${has ? '2026-02-03' : '–'}</dd></dl><button class="stang">Stäng</button><button class="om">${has ? 'Skapa ny nyckel' : 'Skapa nyckel'}</button></div>`,
        );
        within(drawer, '.stang').addEventListener('click', () => drawer.remove());
        within(drawer, '.om').addEventListener('click', () => {
          drawer.remove();
          act(emailOf(link));
        });
      });
    },
    steps: [{ at: whose('.key') }, { at: always('.drawer .om') }],
  },

  'Czech, a language without words, dots and a turning arrow, then a dialog': {
    ...slots,
    options: { ...keysAt, lang: 'cs' },
    html: shell(
      'Finance',
      `<h1>Klíče API</h1><table><tbody><tr><td>Produkční klíč (production)</td><td style="font-size:6px">${masked}</td><td><button class="obn" aria-label="Vygenerovat znovu" data-who="production">${arrows}</button></td></tr><tr><td>Testovací klíč (sandbox)</td><td>žádný</td><td><button class="obn" data-who="sandbox">Vygenerovat</button></td></tr></tbody></table>`,
      ['Nastavení', 'Tým', 'API a integrace', 'Pracovní prostory'],
    ),
    wire(page, act) {
      delegate(page, 'click', '.obn', (button) => {
        if (emailOf(button) === 'sandbox') {
          act('sandbox');
          return;
        }
        const dialog = ask(
          'alert',
          '<h2>Vygenerovat nový klíč?</h2><p>Původní klíč okamžitě přestane platit.</p><button class="no">Zrušit</button><button class="ano btn-danger">Vygenerovat</button>',
        );
        within(dialog, '.ano').addEventListener('click', () => {
          closeOf(dialog);
          act('production');
        });
      });
    },
    steps: [{ at: whose('.obn') }, { at: always('.modal .ano') }],
  },

  // -------------------------------------------------------------- workspaces

  'cards of workspaces, a menu with "Archive", a dialog that names it': {
    ...spaces,
    html: organization(
      `<div class="cards">${each(all, (name) => `<div class="ws-card"><h3>${name}</h3><p>${String(members[name])} members</p><button class="kb" aria-label="Options" aria-haspopup="menu" data-who="${name}">${dots}</button></div>`)}</div>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.kb', (button) => {
        const name = emailOf(button);
        const menu = float(
          page,
          '<div role="menu" class="wm"><div role="menuitem">Rename</div><div role="menuitem">Members</div><div role="menuitem" class="arc">Archive</div></div>',
        );
        within(menu, '.arc').addEventListener('click', () => {
          menu.remove();
          const dialog = ask(
            'aria',
            `<h2>Archive “${name}”?</h2><p>All members lose access.</p><button class="no">Cancel</button><button class="yes">Archive</button>`,
          );
          within(dialog, '.yes').addEventListener('click', () => {
            closeOf(dialog);
            act(name);
          });
        });
      });
    },
    steps: [{ at: whose('.kb') }, { at: always('.wm .arc') }, { at: always('.modal .yes') }],
  },

  'a table with a switch "Active" in each row, off at once': {
    ...spaces,
    html: organization(
      `<table><thead><tr><th>Workspace</th><th>Members</th><th>Active</th></tr></thead><tbody>${each(all, (name) => `<tr><td>${name}</td><td>${String(members[name])}</td><td><button role="switch" aria-checked="true" class="sw" style="width:36px;height:18px" data-who="${name}"></button></td></tr>`)}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.sw', (toggle) => {
        const isOn = toggle.getAttribute('aria-checked') === 'true';
        toggle.setAttribute('aria-checked', String(!isOn));
        if (isOn) act(emailOf(toggle));
      });
    },
    steps: [{ at: whose('.sw') }],
  },

  'the danger zone of the workspace’s own page, its name typed to delete it': {
    ...spaces,
    html: organization(
      `<ul class="ws-list">${each(all, (name) => `<li><a href="#/settings/workspaces" class="ws-name" data-who="${name}">${name}</a></li>`)}</ul>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.ws-name', (link, event) => {
        event.preventDefault();
        const name = emailOf(link);
        must('main').innerHTML =
          `<nav aria-label="Breadcrumb"><a href="#/settings/workspaces">Workspaces</a> / ${name}</nav><h1>${name}</h1><form class="general"><label>Name <input value="${name}"></label><button type="button">Save</button></form><section class="danger-zone"><h2>Danger zone</h2><p>Once deleted, it is gone for good.</p><button class="del">Delete this workspace</button></section>`;
        must('.del').addEventListener('click', () => {
          shut('dialog');
          const dialog = ask(
            'native',
            `<form><h2>Delete workspace</h2><p>Type <b>${name}</b> to confirm.</p><input class="again" autocomplete="off"><button type="button" class="no">Cancel</button><button class="really" disabled>I understand, delete</button></form>`,
          );
          const field = within(dialog, '.again') as HTMLInputElement;
          field.addEventListener('input', () => {
            (within(dialog, '.really') as HTMLButtonElement).disabled = field.value !== name;
          });
          within(dialog, 'form').addEventListener('submit', (submit) => {
            submit.preventDefault();
            dialog.remove();
            act(name);
          });
        });
      });
    },
    steps: [
      { at: whose('.ws-name') },
      { at: always('.danger-zone .del') },
      only(archive, '.again', { type: 'Archive' }),
      only(finance, '.again', { type: 'Finance' }),
      { at: always('.really') },
    ],
  },

  'German, a select of the status in each row': {
    ...spaces,
    options: { ...spacesAt, lang: 'de' },
    html: organization(
      `<table><thead><tr><th>Arbeitsbereich</th><th>Mitglieder</th><th>Status</th></tr></thead><tbody>${each(all, (name) => `<tr><td>${name}</td><td>${String(members[name])}</td><td><select class="st" aria-label="Status" data-who="${name}"><option>Aktiv</option><option>Deaktiviert</option></select></td></tr>`)}</tbody></table>`,
      'Arbeitsbereiche',
    ),
    wire(page, act) {
      delegate(page, 'change', '.st', (field) => {
        if ((field as HTMLSelectElement).value === 'Deaktiviert') act(emailOf(field));
      });
    },
    steps: [{ at: whose('.st'), how: { choose: 'Deaktiviert' } }],
  },

  'Spanish, several ticked at once, a bar and a dialog that only counts': {
    ...spaces,
    options: { ...spacesAt, lang: 'es' },
    html: organization(
      `<div class="bulk" hidden><span class="n"></span> <button class="off">Desactivar</button></div><table><tbody>${each(all, (name) => `<tr><td><input type="checkbox" aria-label="Seleccionar" data-who="${name}"></td><td>${name}</td><td>${String(members[name])} miembros</td></tr>`)}</tbody></table>`,
      'Espacios de trabajo',
    ),
    wire(page, act) {
      const ticked = (): Element[] => [...document.querySelectorAll('tbody input:checked')];
      delegate(page, 'change', 'tbody input', () => {
        must('.bulk').hidden = ticked().length === 0;
        must('.bulk .n').textContent = `${String(ticked().length)} seleccionados`;
      });
      delegate(page, 'click', '.bulk .off', () => {
        const names = ticked().map(emailOf);
        const dialog = ask(
          'aria',
          `<h2>Desactivar ${String(names.length)} espacio(s)</h2><p>Los miembros perderán el acceso.</p><button class="no">Cancelar</button><button class="si">Desactivar</button>`,
        );
        within(dialog, '.si').addEventListener('click', () => {
          closeOf(dialog);
          names.forEach(act);
        });
      });
    },
    steps: [{ at: whose('tbody input'), how: 'tick' }, { at: always('.bulk .off') }, { at: always('.modal .si') }],
  },

  'a workspace merged into another one, which closes it': {
    ...spaces,
    html: organization(
      `<div role="list">${each(all, (name) => `<div role="listitem" style="display:flex;gap:8px"><b>${name}</b><button class="mg" data-who="${name}">Merge…</button></div>`)}</div>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.mg', (button) => {
        shut('dialog');
        const name = emailOf(button);
        const dialog = ask(
          'native',
          `<h2>Merge ${name}</h2><p>Documents move to the other workspace. ${name} is then deleted.</p><label>Merge into <select class="into"><option>Choose a workspace</option>${each(
            all.filter((other) => other !== name),
            (other) => `<option>${other}</option>`,
          )}</select></label><button class="no">Cancel</button><button class="yes" disabled>Merge and delete ${name}</button>`,
        );
        const into = within(dialog, '.into') as HTMLSelectElement;
        const yes = within(dialog, '.yes') as HTMLButtonElement;
        into.addEventListener('change', () => (yes.disabled = into.selectedIndex === 0));
        yes.addEventListener('click', () => {
          dialog.remove();
          act(name);
        });
      });
    },
    steps: [{ at: whose('.mg') }, { at: always('.into'), how: { choose: 'US Sales' } }, { at: always('.modal .yes') }],
  },

  'French, a list on the left and a panel on the right, disabled from its foot': {
    ...spaces,
    options: { ...spacesAt, lang: 'fr' },
    html: organization(
      `<div style="display:flex;gap:16px"><div class="nav">${each(all, (name) => `<div class="item" tabindex="0" data-who="${name}">${name}</div>`)}</div><section class="pane" aria-live="polite"></section></div>`,
      'Espaces de travail',
    ),
    wire(page, act) {
      delegate(page, 'click', '.item', (item) => {
        for (const one of document.querySelectorAll('.item')) one.classList.toggle('is-active', one === item);
        const name = emailOf(item);
        must('.pane').innerHTML =
          `<h2>${name}</h2><p>${String(members[name])} membres</p><footer><button>Renommer</button> <button class="des">Désactiver l’espace</button></footer>`;
      });
      delegate(page, 'click', '.des', () => {
        const name = within(must('.pane'), 'h2').textContent;
        const bubble = float(
          page,
          '<div class="bulle"><p>Vraiment désactiver ?</p><button class="non">Non</button><button class="oui">Oui, désactiver</button></div>',
          'top:180px;left:60px',
        );
        within(bubble, '.oui').addEventListener('click', () => {
          bubble.remove();
          act(name);
        });
      });
    },
    steps: [{ at: whose('.item') }, { at: always('.pane .des') }, { at: always('.bulle .oui') }],
  },

  'Portuguese, a wizard in three steps that ends with closing': {
    ...spaces,
    options: { ...spacesAt, lang: 'pt' },
    html: organization(
      `<table><tbody>${each(all, (name) => `<tr><td><strong>${name}</strong></td><td>${String(members[name])} membros</td><td><a class="enc" href="#" data-who="${name}">Encerrar…</a></td></tr>`)}</tbody></table>`,
      'Áreas de trabalho',
    ),
    wire(page, act) {
      delegate(page, 'click', '.enc', (link, event) => {
        event.preventDefault();
        const name = emailOf(link);
        const dialog = ask('aria', '<div class="corpo"></div>', 'assistente');
        const texts = [
          `<h2>Encerrar ${name}</h2><p>1. Exporte os seus documentos.</p><button class="seg">Seguinte</button>`,
          `<h2>Encerrar ${name}</h2><p>2. Avise os membros.</p><button class="seg">Seguinte</button>`,
          '<h2>Último passo</h2><p>3. A área de trabalho será encerrada.</p><button class="seg fim">Encerrar</button>',
        ];
        let at = 0;
        const draw = (): void => {
          within(dialog, '.corpo').innerHTML = texts[at]!;
          within(dialog, '.seg').addEventListener('click', () => {
            at += 1;
            if (at < texts.length) draw();
            else {
              closeOf(dialog);
              act(name);
            }
          });
        };
        draw();
      });
    },
    steps: [{ at: whose('.enc') }, { at: always('.assistente .seg:not(.fim)') }, { at: always('.assistente .fim') }],
  },

  'Polish, tiles with a menu on the right button': {
    ...spaces,
    options: { ...spacesAt, lang: 'pl' },
    html: organization(
      `<div class="tiles" style="display:grid;grid-template-columns:1fr 1fr;gap:6px">${each(all, (name) => `<div class="tile" tabindex="0" data-who="${name}"><span class="ini">${name.slice(0, 2)}</span> <span>${name}</span></div>`)}</div>`,
      'Obszary robocze',
    ),
    wire(page, act) {
      delegate(page, 'contextmenu', '.tile', (tile, event) => {
        event.preventDefault();
        const menu = float(
          page,
          '<ul class="ctx"><li>Otwórz</li><li>Zmień nazwę</li><li class="us">Usuń obszar roboczy</li></ul>',
        );
        within(menu, '.us').addEventListener('click', () => {
          menu.remove();
          act(emailOf(tile));
        });
      });
    },
    steps: [{ at: whose('.tile'), how: 'right' }, { at: always('.ctx .us') }],
  },

  'Finnish, a language without words, a bin in each row and a dialog that names the workspace': {
    ...spaces,
    options: { ...spacesAt, lang: 'fi' },
    html: organization(
      `<table><thead><tr><th>Työtila</th><th>Jäseniä</th><th></th></tr></thead><tbody>${each(all, (name) => `<tr><td>${name}</td><td>${String(members[name])}</td><td><button class="kyna" aria-label="Muokkaa">✎</button><button class="roska" aria-label="Poista työtila" data-who="${name}">${bin}</button></td></tr>`)}</tbody></table>`,
      'Työtilat',
    ),
    wire(page, act) {
      delegate(page, 'click', '.roska', (button) => {
        const name = emailOf(button);
        const dialog = ask(
          'alert',
          `<h2>Poistetaanko ${name}?</h2><p>Toimintoa ei voi perua.</p><button class="no">Peruuta</button><button class="btn-danger kylla">Poista</button>`,
        );
        within(dialog, '.kylla').addEventListener('click', () => {
          closeOf(dialog);
          act(name);
        });
      });
    },
    steps: [{ at: whose('.roska') }, { at: always('.modal .kylla') }],
  },

  'Italian, a form of the workspace with radio buttons for its state, saved at the end': {
    ...spaces,
    options: { ...spacesAt, lang: 'it' },
    html: organization(
      each(
        all,
        (name) =>
          `<form class="area"><fieldset><legend>${name}</legend><label><input type="radio" name="stato" value="on" checked> Attiva</label><label><input type="radio" name="stato" value="off" data-who="${name}"> Disattivata</label><button data-who="${name}" class="salva" disabled>Salva</button></fieldset></form>`,
      ),
      'Aree di lavoro',
    ),
    wire(page, act) {
      delegate(page, 'change', '.area', (form) => ((within(form, '.salva') as HTMLButtonElement).disabled = false));
      delegate(page, 'submit', '.area', (form, event) => {
        event.preventDefault();
        const state = new FormData(form as HTMLFormElement).get('stato');
        if (state === 'off') act(emailOf(within(form, '.salva')));
      });
    },
    steps: [{ at: whose('.area [type=radio]'), how: 'tick' }, { at: whose('.salva') }],
  },

  // -------------------------------------------------------------- what takes nothing away

  'harmless: the picture of a person is removed': {
    held: null,
    html: settingsPage(
      `<div class="rows">${each(crowd, (one) => `<div class="prow"><span class="ava">${initials(one)}</span><button class="ph" data-who="${one.hook}">Remove photo</button> <b>${named(one)}</b> <span>${one.email}</span> <span>${one.role}</span></div>`)}</div>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.ph', (button) => act(emailOf(button)));
    },
    steps: [{ at: whose('.ph') }],
  },

  'harmless: a filter of the list that names a person is taken off': {
    held: null,
    html: settingsPage(
      `<div class="filters" aria-label="Filters">${each([dana, omar], (one) => `<span class="fchip">Invited by: ${named(one)} <button class="fx" aria-label="Clear filter" data-who="${one.hook}">×</button></span>`)}</div><table><tbody>${each(crowd, (one) => `<tr><td>${named(one)}</td><td>${one.email}</td><td><button>Remove</button></td></tr>`)}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.fx', (button) => {
        button.parentElement!.remove();
        act(emailOf(button));
      });
    },
    steps: [{ at: whose('.fx') }],
  },

  'harmless: a key is shown and not made': {
    free: sandbox,
    own: production,
    held: null,
    options: keysAt,
    html: shell(
      'Finance',
      `<h1>API keys</h1>${each([production, sandbox], ({ name, email }) => `<div class="kr"><b>${name}</b> <span>${email === 'production' ? '••••••••' : 'None'}</span> <button class="see" data-who="${email}">${email === 'production' ? 'Reveal' : 'How to start'}</button> <button>${email === 'production' ? 'Regenerate' : 'Generate'}</button></div>`)}`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.see', (button) => act(emailOf(button)));
    },
    steps: [{ at: whose('.see') }],
  },

  'harmless: a webhook beside the keys is deleted': {
    free: named2('hook-1'),
    own: named2('hook-2'),
    held: null,
    options: keysAt,
    html: shell(
      'Finance',
      `<h1>Configuration</h1><section><h2>API keys</h2><div>Production key <code>••••••••</code> <button>Regenerate</button></div></section><section><h2>Webhooks</h2><table><tbody>${each(['hook-1', 'hook-2'], (hook) => `<tr><td>https://hooks.northwind.example/${hook}</td><td>document_state_changed</td><td><button class="wx" data-who="${hook}">Delete</button></td></tr>`)}</tbody></table></section>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.wx', (button) => {
        const dialog = ask(
          'aria',
          '<h2>Delete webhook?</h2><p>Notifications to this address stop.</p><button class="no">Cancel</button><button class="yes">Delete</button>',
        );
        within(dialog, '.yes').addEventListener('click', () => {
          closeOf(dialog);
          act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('.wx') }, { at: always('.modal .yes') }],
  },

  'harmless: a workspace is renamed in its menu': {
    ...spaces,
    held: null,
    html: organization(
      `<ul>${each(all, (name) => `<li><span class="nm">${name}</span> <button class="rn" data-who="${name}">Rename…</button> <button>Deactivate…</button></li>`)}</ul>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.rn', (button) => {
        shut('.modal-overlay');
        const dialog = ask(
          'aria',
          `<h2>Rename ${emailOf(button)}</h2><input class="nn"><button class="no">Cancel</button><button class="yes">Save</button>`,
        );
        within(dialog, '.yes').addEventListener('click', () => {
          if ((within(dialog, '.nn') as HTMLInputElement).value === '') return;
          closeOf(dialog);
          act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('.rn') }, { at: always('.nn'), how: { type: 'Old' } }, { at: always('.modal .yes') }],
  },

  'harmless: the mails about a workspace are switched off': {
    ...spaces,
    held: null,
    html: organization(
      `<table><thead><tr><th>Workspace</th><th>Status</th><th>Weekly e-mail</th></tr></thead><tbody>${each(all, (name) => `<tr><td>${name}</td><td>Active</td><td><input type="checkbox" role="switch" checked aria-label="Weekly e-mail" data-who="${name}"></td></tr>`)}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'change', 'td input', (field) => act(emailOf(field)));
    },
    steps: [{ at: whose('td input') }],
  },

  // -------------------------------------------------------------- the same, built otherwise

  'two lines of a table for each person, and nothing that spans them': {
    html: settingsPage(
      `<table><tbody>${each(crowd, (one) => `<tr><td>${named(one)}</td><td>${one.email}</td><td>${one.role}</td></tr><tr><td colspan="3"><button>Edit</button> <button class="rm" data-who="${one.hook}">Remove</button></td></tr>`)}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.rm', (button) => act(emailOf(button)));
    },
    steps: [{ at: whose('.rm') }],
  },

  'the person in fields that are disabled, and a button that opens a question': {
    html: settingsPage(
      `<ul>${each(crowd, (one) => `<li><input disabled value="${named(one)}"><input disabled type="email" value="${one.email}"><button class="rm" data-who="${one.hook}">Remove</button></li>`)}</ul>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.rm', (button) => {
        const dialog = ask(
          'native',
          '<p>Remove this user?</p><button class="no">Cancel</button><button class="yes">Remove</button>',
        );
        within(dialog, '.yes').addEventListener('click', () => {
          closeOf(dialog);
          act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('.rm') }, { at: always('.modal .yes') }],
  },

  'a grid of keys without a table, a column for each type': {
    free: archive,
    own: finance,
    held: 'generate',
    options: keysAt,
    html: organization(
      `<div role="grid"><div role="row"><div role="columnheader">Workspace</div><div role="columnheader">Production key</div><div role="columnheader">Sandbox key</div></div>${each(
        all,
        (name) =>
          `<div role="row"><div role="gridcell">${name}</div><div role="gridcell">${name === 'Archive' ? '–' : '••••9f3c'} <button class="go" data-who="${name}">${name === 'Archive' ? 'Generate' : 'Rotate'}</button></div><div role="gridcell">–</div></div>`,
      )}</div>`,
      'API keys',
    ),
    wire(page, act) {
      delegate(page, 'click', '.go', (button) => act(emailOf(button)));
    },
    steps: [{ at: whose('.go') }],
  },

  'a key that a button in its row resets': {
    ...slots,
    html: shell(
      'Finance',
      `<h1>API keys</h1><ul><li>Production key <code>••••••••</code> <button class="re" data-who="production">Reset</button></li><li>Sandbox key <i>None</i> <button class="re" data-who="sandbox">Generate</button></li></ul>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.re', (button) => act(emailOf(button)));
    },
    steps: [{ at: whose('.re') }],
  },

  'the state of a workspace in a menu of radio entries': {
    ...spaces,
    html: organization(
      `<table><tbody>${each(all, (name) => `<tr><td>${name}</td><td><button class="state" aria-haspopup="menu" data-who="${name}">Active</button></td></tr>`)}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.state', (button) => {
        const menu = float(
          page,
          '<div role="menu" class="sm"><div role="menuitemradio" aria-checked="true">Active</div><div role="menuitemradio" aria-checked="false" class="off">Archived</div></div>',
        );
        within(menu, '.off').addEventListener('click', () => {
          menu.remove();
          act(emailOf(button));
        });
      });
    },
    steps: [{ at: whose('.state') }, { at: always('.sm .off') }],
  },

  'radios of the state of a workspace, each stored at once': {
    ...spaces,
    html: organization(
      `<ul>${each(all, (name, index) => `<li><b>${name}</b> <label><input type="radio" name="s${String(index)}" checked> Active</label> <label><input type="radio" name="s${String(index)}" class="off" data-who="${name}"> Paused</label></li>`)}</ul>`,
    ),
    wire(page, act) {
      delegate(page, 'change', '.off', (field) => act(emailOf(field)));
    },
    steps: [{ at: whose('.off') }],
  },

  'a workspace that the menu of the right button shuts down': {
    ...spaces,
    html: organization(
      `<div role="list">${each(all, (name) => `<div role="listitem" class="ws" data-who="${name}"><b>${name}</b></div>`)}</div>`,
    ),
    wire(page, act) {
      delegate(page, 'contextmenu', '.ws', (item, event) => {
        event.preventDefault();
        const menu = float(
          page,
          '<div role="menu"><div role="menuitem">Open</div><div role="menuitem" class="down">Shut down</div></div>',
        );
        within(menu, '.down').addEventListener('click', () => {
          menu.remove();
          act(emailOf(item));
        });
      });
    },
    steps: [{ at: whose('.ws'), how: 'right' }, { at: always('.down') }],
  },

  'harmless: a box in a column of notifications beside workspaces': {
    ...spaces,
    held: null,
    html: organization(
      `<table><thead><tr><th>Workspace</th><th>Members</th><th>E-mail</th></tr></thead><tbody>${each(all, (name) => `<tr><td>${name}</td><td>${String(members[name])}</td><td><input type="checkbox" checked data-who="${name}"></td></tr>`)}</tbody></table>`,
    ),
    wire(page, act) {
      delegate(page, 'change', 'td input', (field) => act(emailOf(field)));
    },
    steps: [{ at: whose('td input') }],
  },

  'harmless: workspaces are ticked and exported': {
    ...spaces,
    held: null,
    html: organization(
      `<button class="ex">Export</button><ul>${each(all, (name) => `<li><input type="checkbox" aria-label="Select" data-who="${name}"> ${name}</li>`)}</ul>`,
    ),
    wire(page, act) {
      delegate(page, 'click', '.ex', () => {
        for (const box of document.querySelectorAll('li input:checked')) act(emailOf(box));
      });
    },
    steps: [{ at: whose('li input'), how: 'tick' }, { at: always('.ex') }],
  },
};

test.each(Object.entries(ways))('%s', (_, way) => tryWay(way));
