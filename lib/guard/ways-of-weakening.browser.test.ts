/** Pages that take rights away, written by somebody who knows nothing of the guard. */
import { afterEach, test } from 'vitest';
import { type Someone, team } from '../../test/fixtures/pages/lists.ts';
import type { Stage } from '../../test/fixtures/pages/stage.ts';
import {
  always,
  delegate,
  emailOf,
  endWay,
  must,
  portal,
  tryWay,
  type Way,
  whose,
  worksAlone,
} from '../../test/fixtures/pages/ways.ts';

afterEach(endWay);

interface Person extends Someone {
  licence: string;
  spaces: Record<string, string>;
}

const people: readonly Person[] = team.map((someone, index) => ({
  ...someone,
  licence: index === 3 ? 'Guest' : 'Full',
  spaces: [
    { 'EMEA Sales': 'Admin', Finance: 'Admin', Archive: 'Viewer' },
    { 'EMEA Sales': 'Member', 'US Sales': 'Member', Finance: 'Member', Archive: 'Viewer' },
    { 'US Sales': 'Admin', 'EMEA Sales': 'Member' },
    { 'EMEA Sales': 'Manager' },
  ][index] as unknown as Record<string, string>,
}));
const [dana] = people as [Person];
const allSpaces = ['EMEA Sales', 'US Sales', 'Finance', 'Archive'];

const byEmail = (email: string): Person => people.find((person) => person.email === email)!;
const isDana = (subject: Someone): boolean => subject.email === dana.email;
const each = (draw: (person: Person, index: number) => string): string => people.map(draw).join('');
const at = (root: ParentNode, selector: string): HTMLElement => root.querySelector<HTMLElement>(selector)!;
const soon = (act: () => void, after = 20): void => void setTimeout(act, after);
const valueOf = (element: Element): string => (element as HTMLSelectElement).value;

function options(names: readonly string[], chosen: string | undefined): string {
  return names.map((name) => `<option${name === chosen ? ' selected' : ''}>${name}</option>`).join('');
}

const texts = {
  en: {
    settings: 'Settings',
    me: 'My profile',
    team: 'Members',
    keys: 'API keys',
    invite: 'Invite people',
    as: 'Signed in as',
  },
  de: {
    settings: 'Einstellungen',
    me: 'Mein Konto',
    team: 'Mitglieder',
    keys: 'API-Schlüssel',
    invite: 'Personen einladen',
    as: 'Angemeldet als',
  },
  fr: {
    settings: 'Paramètres',
    me: 'Mon compte',
    team: 'Membres',
    keys: 'Clés API',
    invite: 'Inviter',
    as: 'Connecté en tant que',
  },
  es: {
    settings: 'Configuración',
    me: 'Mi cuenta',
    team: 'Miembros',
    keys: 'Claves de API',
    invite: 'Invitar',
    as: 'Sesión de',
  },
  pt: {
    settings: 'Configurações',
    me: 'Minha conta',
    team: 'Membros',
    keys: 'Chaves de API',
    invite: 'Convidar',
    as: 'Conectado como',
  },
  nl: {
    settings: 'Instellingen',
    me: 'Mijn account',
    team: 'Leden',
    keys: 'API-sleutels',
    invite: 'Uitnodigen',
    as: 'Aangemeld als',
  },
  sv: {
    settings: 'Inställningar',
    me: 'Mitt konto',
    team: 'Medlemmar',
    keys: 'API-nycklar',
    invite: 'Bjud in',
    as: 'Inloggad som',
  },
  it: {
    settings: 'Impostazioni',
    me: 'Il mio account',
    team: 'Membri',
    keys: 'Chiavi API',
    invite: 'Invita',
    as: 'Accesso come',
  },
  pl: {
    settings: 'Ustawienia',
    me: 'Moje konto',
    team: 'Członkowie',
    keys: 'Klucze API',
    invite: 'Zaproś',
    as: 'Zalogowano jako',
  },
  fi: {
    settings: 'Asetukset',
    me: 'Oma tili',
    team: 'Jäsenet',
    keys: 'API-avaimet',
    invite: 'Kutsu',
    as: 'Kirjautunut',
  },
  cs: { settings: 'Nastavení', me: 'Můj účet', team: 'Členové', keys: 'Klíče API', invite: 'Pozvat', as: 'Přihlášen' },
  tr: { settings: 'Ayarlar', me: 'Hesabım', team: 'Üyeler', keys: 'API anahtarları', invite: 'Davet et', as: 'Oturum' },
};

/** The page around the list: a switcher, a side bar with the workspace's group, the content. */
function shell(content: string, heading?: string, lang: keyof typeof texts = 'en'): string {
  const words = texts[lang];
  return `
    <header class="topbar"><button type="button" class="ws-switch" aria-haspopup="menu"><span>EMEA Sales</span> ▾</button></header>
    <nav class="sidenav" aria-label="${words.settings}"><a href="#/settings/profile">${words.me}</a>
      <section><h6>EMEA Sales</h6><ul><li><a class="active" aria-current="page" href="#/settings/team">${words.team}</a></li>
      <li><a href="#/settings/api-dashboard/configuration">${words.keys}</a></li></ul></section></nav>
    <main id="content"><div class="page-head"><h1>${heading ?? words.team}</h1><button type="button" class="btn-primary">${words.invite}</button></div>
      <div id="root">${content}</div></main>
    <footer>${words.as} boss@northwind.example</footer>`;
}

function table(heads: readonly string[], line: (person: Person, index: number) => string, css = 'table'): string {
  return `<table class="${css}"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${each(
    (person, index) => `<tr id="member-${String(4100 + index)}">${line(person, index)}</tr>`,
  )}</tbody></table>`;
}

const nameCells = (person: Person): string => `<td>${person.name}</td><td>${person.email}</td>`;

function under(element: Element, html: string, css = ''): HTMLElement {
  const box = element.getBoundingClientRect();
  return portal(
    html,
    `position:fixed;top:${String(Math.round(box.bottom + 4))}px;left:${String(Math.round(Math.min(Math.max(box.left, 0), 180)))}px;background:#fff;border:1px solid #ccc;z-index:50;${css}`,
  );
}

const modalCss =
  'position:fixed;inset:0;background:rgba(0,0,0,.3);z-index:100;display:flex;align-items:center;justify-content:center';
const drawerCss =
  'position:fixed;top:0;right:0;bottom:0;width:340px;background:#fff;border-left:1px solid #ccc;z-index:100;overflow:auto';

function toast(text: string): void {
  const box = portal(
    `<div role="status">${text}</div>`,
    'position:fixed;bottom:8px;left:8px;background:#222;color:#fff',
  );
  soon(() => box.remove(), 90);
}

/** A list in which names lead to a page of the person, in place of the list. */
function directory(detail: (person: Person) => string, wire: (page: Stage, root: HTMLElement, person: Person) => void) {
  return {
    html: table(
      ['Name', 'E-mail', 'Role', 'License'],
      (person) =>
        `<td><a class="user-link" href="#/settings/users/${person.id!}" data-who="${person.email}">${person.name}</a></td><td>${person.email}</td><td>${person.role}</td><td>${person.licence}</td>`,
    ),
    wire: (page: Stage): void =>
      delegate(page, 'click', '.user-link', (link, event) => {
        event.preventDefault();
        const person = byEmail(emailOf(link));
        const content = must('#content');
        content.innerHTML = detail(person);
        wire(page, content, person);
      }),
    open: { at: whose('.user-link') },
  };
}

const ways: Record<string, Way> = {};

// ---- fields that save themselves, or with something beside them

ways['a native select in each row posts its own form when it changes'] = {
  html: shell(
    table(
      ['Name', 'Email', 'Role'],
      (person, index) =>
        `${nameCells(person)}<td><form class="role-form" action="/memberships/${String(4100 + index)}" method="post"><input type="hidden" name="_method" value="patch"><input type="hidden" name="user" value="${person.email}">
        <select class="form-select form-select-sm" name="membership[role]" aria-label="Role" data-who="${person.email}">${options(['Owner', 'Manager', 'Admin', 'Viewer', 'Member'], person.role)}</select></form></td>`,
    ),
  ),
  wire: (page, act) => {
    delegate(page, 'change', '.role-form select', (select) => select.closest('form')!.requestSubmit());
    page.on(document, 'submit', (event) => {
      event.preventDefault();
      act(new FormData(event.target as HTMLFormElement).get('user') as string);
    });
  },
  steps: [{ at: whose('select'), how: { choose: 'Viewer' } }],
  held: 'change-role',
};

ways['a select with an icon for yes and one for no that appear once it differs'] = {
  html: shell(
    `<ul class="member-list">${each(
      (person) =>
        `<li class="member" style="display:flex;gap:6px"><div class="member__id"><strong>${person.name}</strong><br><small>${person.email}</small></div>
        <span class="member__role"><select aria-label="Role of ${person.name}" data-who="${person.email}">${options(['Admin', 'Manager', 'Member', 'Guest'], person.role)}</select>
        <button type="button" class="icon ok" aria-label="Apply" data-who="${person.email}" hidden><svg width="16" height="16" viewBox="0 0 16 16"><path d="M2 8l4 4 8-8" stroke="green" fill="none"/></svg></button>
        <button type="button" class="icon no" aria-label="Reset" hidden><svg width="16" height="16" viewBox="0 0 16 16"><path d="M3 3l10 10M13 3L3 13" stroke="red"/></svg></button></span></li>`,
    )}</ul>`,
  ),
  wire: (page, act) => {
    for (const item of document.querySelectorAll<HTMLElement>('.member')) {
      const select = at(item, 'select') as HTMLSelectElement;
      let saved = select.value;
      const draw = (): void => {
        for (const icon of item.querySelectorAll<HTMLElement>('.icon')) icon.hidden = select.value === saved;
      };
      page.on(select, 'input', draw);
      page.on(at(item, '.no'), 'click', () => {
        select.value = saved;
        draw();
      });
      page.on(at(item, '.ok'), 'click', () => {
        saved = select.value;
        draw();
        act(emailOf(select));
      });
    }
  },
  steps: [{ at: whose('.ok') }, { at: whose('select'), how: { choose: 'Guest' } }],
  held: 'change-role',
};

{
  const role: Record<string, string> = { Admin: 'Administrator', Manager: 'Manager', Member: 'Mitglied' };
  ways['German: selects in a table, and one bar for all of them that slides in with Speichern'] = {
    html: shell(
      `${table(
        ['Name', 'E-Mail', 'Rolle'],
        (person) =>
          `${nameCells(person)}<td><div class="Polaris-Select"><select class="Polaris-Select__Input" data-who="${person.email}" id="role-${person.id!}">${options(['Administrator', 'Manager', 'Mitglied', 'Gast'], role[person.role])}</select><div class="Polaris-Select__Content" aria-hidden="true"><span>${role[person.role]!}</span></div></div></td>`,
      )}<div class="Polaris-ContextualSaveBar" style="position:fixed;top:0;left:0;right:0;background:#111;color:#fff;opacity:0;transform:translateY(-3px);visibility:hidden;transition:transform .05s,opacity .05s"><h2 style="font-size:14px">Nicht gespeicherte Änderungen</h2><button type="button" class="discard">Verwerfen</button><button type="button" class="save">Speichern</button></div>`,
      undefined,
      'de',
    ),
    wire: (page, act) => {
      const bar = must('.Polaris-ContextualSaveBar');
      const changed = new Set<HTMLElement>();
      delegate(page, 'change', '.Polaris-Select__Input', (select) => {
        changed.add(select);
        at(select.parentElement!, 'span').textContent = valueOf(select);
        bar.style.transform = 'none';
        bar.style.opacity = '1';
        bar.style.visibility = 'visible';
      });
      page.on(at(bar, '.save'), 'click', () => {
        for (const select of changed) act(emailOf(select));
        changed.clear();
        bar.style.transform = 'translateY(-3px)';
        bar.style.opacity = '0';
        bar.style.visibility = 'hidden';
      });
    },
    steps: [{ at: always('.save') }, { at: whose('select'), how: { choose: 'Gast' } }],
    options: { lang: 'de' },
    held: 'change-role',
  };
}

{
  const names = ['Administrateur', 'Membre', 'Invité'];
  const start: Record<string, number> = { Admin: 0, Manager: 1, Member: 1 };
  ways['French: a list box of roles in a portal, gone through with the keyboard alone'] = {
    html: shell(
      `<div class="divide-y">${each(
        (person, index) =>
          `<div class="flex py-4"><div class="min-w-0"><p class="font-semibold">${person.name}</p><p class="truncate text-xs">${person.email}</p></div>
          <div class="relative"><label id="headlessui-label-${String(index)}" class="sr-only">Rôle</label><button type="button" id="headlessui-listbox-button-${String(index)}" class="role-button" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="headlessui-label-${String(index)} headlessui-listbox-button-${String(index)}" data-who="${person.email}">${names[start[person.role]!]!}</button></div></div>`,
      )}</div>`,
      undefined,
      'fr',
    ),
    wire: (page, act) =>
      delegate(page, 'keydown', '.role-button', (button, event) => {
        if (!['Enter', ' ', 'ArrowDown'].includes((event as KeyboardEvent).key)) return;
        event.preventDefault();
        if (button.getAttribute('aria-expanded') === 'true') return;
        let active = names.indexOf(button.textContent);
        button.setAttribute('aria-expanded', 'true');
        const box = under(
          button,
          `<ul role="listbox" tabindex="0" aria-orientation="vertical" aria-labelledby="${button.id}" data-who="${emailOf(button)}">${names
            .map(
              (name, index) =>
                `<li role="option" id="headlessui-option-${String(index)}" aria-selected="${String(index === active)}">${name}</li>`,
            )
            .join('')}</ul>`,
        );
        const list = at(box, 'ul');
        const draw = (): void => list.setAttribute('aria-activedescendant', `headlessui-option-${String(active)}`);
        draw();
        list.focus();
        page.on(list, 'keydown', (press) => {
          const { key } = press as KeyboardEvent;
          press.preventDefault();
          if (key === 'ArrowDown') active = Math.min(active + 1, names.length - 1);
          if (key === 'ArrowUp') active = Math.max(active - 1, 0);
          draw();
          if (key !== 'Enter' && key !== 'Escape') return;
          box.remove();
          button.setAttribute('aria-expanded', 'false');
          button.focus();
          if (key === 'Escape') return;
          button.textContent = names[active]!;
          act(emailOf(button));
        });
      }),
    steps: [
      { at: whose('.role-button'), how: 'Enter' },
      { at: whose('ul[aria-activedescendant$="-2"]'), how: 'Enter' },
      { at: whose('ul:not([aria-activedescendant$="-2"])'), how: { keys: 'ArrowDown' } },
    ],
    options: { lang: 'fr' },
    held: 'change-role',
  };
}

ways[
  'a select of a primitive library: opens on pointerdown, takes the value on pointerup, hides the rest of the page'
] = {
  html: shell(
    table(
      ['Member', 'Access'],
      (person, index) =>
        `<td><div>${person.name}</div><div class="muted">${person.email}</div></td><td><button type="button" role="combobox" aria-controls="radix-:r${String(index)}:" aria-expanded="false" aria-autocomplete="none" data-state="closed" class="SelectTrigger" data-who="${person.email}"><span style="pointer-events:none">${person.role}</span><span aria-hidden="true">▾</span></button></td>`,
      'w-full caption-bottom',
    ),
  ),
  wire: (page, act) => {
    const rest = (hidden: boolean): void => {
      for (const child of document.body.children)
        if (!child.hasAttribute('data-portal'))
          child[hidden ? 'setAttribute' : 'removeAttribute']('aria-hidden', 'true');
      document.body.style.pointerEvents = hidden ? 'none' : '';
    };
    page.signal.addEventListener('abort', () => (document.body.style.pointerEvents = ''));
    delegate(page, 'pointerdown', '.SelectTrigger', (trigger, event) => {
      event.preventDefault();
      if (trigger.getAttribute('aria-expanded') === 'true') return;
      trigger.setAttribute('aria-expanded', 'true');
      const box = under(
        trigger,
        `<div data-radix-popper-content-wrapper><div role="listbox" id="${trigger.getAttribute('aria-controls')!}" data-state="open">${[
          'Admin',
          'Manager',
          'Member',
          'Viewer',
        ]
          .map(
            (name) =>
              `<div role="option" tabindex="-1" data-radix-collection-item data-state="${name === trigger.firstElementChild!.textContent ? 'checked' : 'unchecked'}" aria-selected="${String(name === trigger.firstElementChild!.textContent)}"><span>${name}</span></div>`,
          )
          .join('')}</div></div>`,
        'pointer-events:auto',
      );
      rest(true);
      for (const item of box.querySelectorAll<HTMLElement>('[role=option]'))
        page.on(item, 'pointerup', () => {
          box.remove();
          rest(false);
          trigger.setAttribute('aria-expanded', 'false');
          trigger.firstElementChild!.textContent = item.textContent;
          act(emailOf(trigger));
        });
    });
  },
  steps: [{ at: whose('.SelectTrigger') }, { at: always('[role=listbox] [role=option]:last-child') }],
  held: 'change-role',
};

ways['Spanish: dialog with role and licence as menus that open on mousedown, then Guardar'] = {
  html: shell(
    `<div class="MuiDataGrid" role="grid"><div role="row"><div role="columnheader">Nombre</div><div role="columnheader">Correo</div><div role="columnheader">Rol</div><div role="columnheader">Acciones</div></div>${each(
      (person) =>
        `<div role="row" style="display:flex;gap:8px"><div role="gridcell">${person.name}</div><div role="gridcell">${person.email}</div><div role="gridcell">${person.role === 'Admin' ? 'Administrador' : 'Miembro'}</div><div role="gridcell"><button class="MuiIconButton-root" aria-label="Editar" data-who="${person.email}"><svg width="14" height="14"><path d="M0 14L14 0" stroke="#000"/></svg></button></div></div>`,
    )}</div>`,
    undefined,
    'es',
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.MuiIconButton-root', (button) => {
      const person = byEmail(emailOf(button));
      const field = (id: string, label: string, value: string): string =>
        `<div class="MuiFormControl-root"><label id="${id}-label">${label}</label><div role="combobox" tabindex="0" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="${id}-label ${id}" id="${id}" class="MuiSelect-select" style="border:1px solid;width:160px">${value}</div><input aria-hidden="true" tabindex="-1" class="MuiSelect-nativeInput" style="opacity:0;position:absolute;pointer-events:none" value="${value}"></div>`;
      const box = portal(
        `<div class="MuiDialog-paper" role="dialog" aria-modal="true" aria-labelledby="dt" style="background:#fff;padding:16px"><h2 id="dt">Editar usuario</h2><p>${person.name}</p>${field('rol', 'Rol', person.role === 'Admin' ? 'Administrador' : 'Miembro')}${field('licencia', 'Licencia', 'Completa')}<div><button class="cancelar">Cancelar</button><button class="guardar">Guardar</button></div></div>`,
        modalCss,
      );
      const choices: Record<string, string[]> = {
        rol: ['Administrador', 'Gestor', 'Miembro', 'Invitado'],
        licencia: ['Completa', 'Invitado'],
      };
      for (const select of box.querySelectorAll<HTMLElement>('.MuiSelect-select'))
        page.on(select, 'mousedown', (event) => {
          event.preventDefault();
          const menu = under(
            select,
            `<ul role="listbox" class="MuiMenu-list" aria-labelledby="${select.id}-label">${choices[select.id]!.map(
              (name) =>
                `<li role="option" class="MuiMenuItem-root" tabindex="-1" data-value="${name}" aria-selected="${String(name === select.textContent)}">${name}</li>`,
            ).join('')}</ul>`,
            'z-index:200',
          );
          for (const item of menu.querySelectorAll<HTMLElement>('li'))
            page.on(item, 'click', () => {
              select.textContent = item.textContent;
              (select.nextElementSibling as HTMLInputElement).value = item.textContent;
              menu.style.opacity = '0.5';
              soon(() => menu.remove(), 10);
            });
        });
      page.on(at(box, '.cancelar'), 'click', () => box.remove());
      page.on(at(box, '.guardar'), 'click', () => {
        box.remove();
        act(person.email);
      });
    }),
  steps: [
    { at: whose('.MuiIconButton-root') },
    { at: always('.guardar') },
    { at: () => (document.querySelector('#rol')?.textContent === 'Invitado' ? '#none' : '#rol') },
    { at: always('.MuiMenuItem-root[data-value="Invitado"]') },
  ],
  options: { lang: 'es' },
  held: 'change-role',
};

ways['Portuguese: licence in a modal with a select that is a box and a list without roles, then Salvar'] = {
  html: shell(
    table(
      ['Nome', 'E-mail', 'Função', 'Licença', ''],
      (person) =>
        `${nameCells(person)}<td>${person.role}</td><td><span class="ant-tag">${person.licence === 'Full' ? 'Completa' : 'Convidado'}</span></td><td><a class="editar" data-who="${person.email}">Editar</a></td>`,
      'ant-table',
    ),
    undefined,
    'pt',
  ),
  wire: (page, act) => {
    const root = must('#root');
    page.on(root, 'click', (event) => {
      const link = (event.target as Element).closest('.editar');
      if (!link) return;
      const person = byEmail(emailOf(link));
      const box = portal(
        `<div class="ant-modal-wrap"><div role="dialog" aria-modal="true" class="ant-modal" style="background:#fff;padding:12px"><div class="ant-modal-title">Editar ${person.name}</div><div class="ant-form-item"><div class="ant-form-item-label"><label for="licenca">Licença</label></div>
        <div class="ant-select" style="position:relative"><div class="ant-select-selector" style="border:1px solid;width:180px"><span class="ant-select-selection-search"><input id="licenca" role="combobox" aria-expanded="false" aria-haspopup="listbox" readonly style="opacity:0;width:10px"></span><span class="ant-select-selection-item" title="Completa">Completa</span></div></div></div>
        <div class="ant-modal-footer"><button type="button" class="ant-btn">Cancelar</button><button type="button" class="ant-btn ant-btn-primary">Salvar</button></div></div></div>`,
        modalCss,
      );
      const shown = at(box, '.ant-select-selection-item');
      page.on(at(box, '.ant-select-selector'), 'mousedown', () => {
        if (document.querySelector('.ant-select-dropdown')) return;
        const list = under(
          at(box, '.ant-select-selector'),
          `<div class="ant-select-dropdown"><div role="listbox" style="height:0;width:0;overflow:hidden"><div role="option" aria-label="Completa" aria-selected="true">Completa</div></div><div class="rc-virtual-list">${[
            'Completa',
            'Criador',
            'Convidado',
          ]
            .map(
              (name) =>
                `<div title="${name}" class="ant-select-item ant-select-item-option"><div class="ant-select-item-option-content">${name}</div></div>`,
            )
            .join('')}</div></div>`,
          'z-index:300',
        );
        page.on(list, 'click', (choice) => {
          const item = (choice.target as Element).closest('.ant-select-item')!;
          shown.textContent = item.getAttribute('title');
          shown.title = item.getAttribute('title')!;
          list.remove();
        });
      });
      page.on(at(box, '.ant-btn-primary'), 'click', () => {
        act(person.email);
        soon(() => box.remove());
      });
    });
  },
  steps: [
    { at: whose('.editar') },
    { at: always('.ant-btn-primary') },
    {
      at: () =>
        document.querySelector('.ant-select-selection-item[title=Convidado]') ? '#none' : '.ant-select-selector',
    },
    { at: always('.ant-select-item-option[title=Convidado]') },
  ],
  options: { lang: 'pt' },
  held: 'change-licence',
};

ways['Dutch: the row turns to a box in which the role is typed and taken with Enter'] = {
  html: shell(
    `<div class="people">${each(
      (person) =>
        `<div class="person-row" style="display:flex;gap:8px"><span>${person.name}</span><span>${person.email}</span><span class="role-slot">${person.role === 'Admin' ? 'Beheerder' : 'Lid'}</span><button type="button" class="wijzig" data-who="${person.email}">Wijzigen</button></div>`,
    )}</div>`,
    undefined,
    'nl',
  ),
  wire: (page, act) => {
    for (const button of document.querySelectorAll<HTMLElement>('.wijzig')) {
      page.on(button, 'click', () => {
        const slot = at(button.parentElement!, '.role-slot');
        const present = slot.textContent;
        slot.innerHTML = `<div class="css-container" style="position:relative"><div class="css-control"><div class="css-singleValue">${present}</div><input role="combobox" aria-autocomplete="list" aria-expanded="true" aria-label="Rol" size="8"></div><div class="css-menu" role="listbox"></div></div>`;
        button.hidden = true;
        const input = at(slot, 'input') as HTMLInputElement;
        const menu = at(slot, '.css-menu');
        const draw = (): void => {
          menu.innerHTML = ['Beheerder', 'Manager', 'Lid', 'Gast']
            .filter((name) => name.toLowerCase().includes(input.value.toLowerCase()))
            .map(
              (name, index) =>
                `<div role="option" aria-selected="${String(name === present)}" class="${index === 0 ? 'css-focused' : ''}">${name}</div>`,
            )
            .join('');
        };
        const take = (name: string): void => {
          slot.textContent = name;
          button.hidden = false;
          act(emailOf(button));
        };
        draw();
        page.on(input, 'input', draw);
        page.on(input, 'keydown', (event) => {
          if ((event as KeyboardEvent).key !== 'Enter') return;
          event.preventDefault();
          take(menu.firstElementChild!.textContent);
        });
        page.on(menu, 'click', (event) => take((event.target as Element).textContent));
        input.focus();
      });
    }
  },
  steps: [
    { at: whose('.wijzig') },
    { at: always('.role-slot input'), how: 'Enter' },
    { at: always('.role-slot input'), how: { type: 'Gast' } },
  ],
  options: { lang: 'nl' },
  held: 'change-role',
};

ways['Swedish: a strip of buttons for the role in each row, saved by the click'] = {
  html: shell(
    `<ul class="medlemmar">${each(
      (person) =>
        `<li><img alt="" width="24" height="24" src="data:,"><b>${person.name}</b> <span>${person.email}</span><div role="radiogroup" aria-label="Roll" class="segmented">${[
          'Administratör',
          'Medlem',
          'Gäst',
        ]
          .map(
            (name, index) =>
              `<button type="button" role="radio" aria-checked="${String((person.role === 'Admin' ? 0 : 1) === index)}" data-state="${(person.role === 'Admin' ? 0 : 1) === index ? 'on' : 'off'}" data-who="${person.email}" class="seg-${String(index)}">${name}</button>`,
          )
          .join('')}</div></li>`,
    )}</ul>`,
    undefined,
    'sv',
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.segmented button', (button) => {
      if (button.getAttribute('aria-checked') === 'true') return;
      for (const other of button.parentElement!.children) other.setAttribute('aria-checked', String(other === button));
      act(emailOf(button));
    }),
  steps: [{ at: whose('.seg-2') }],
  options: { lang: 'sv' },
  held: 'change-role',
};

{
  const start = directory(
    (
      person,
    ) => `<a href="#/settings/team">← Utenti</a><div class="user-head"><h2>${person.name}</h2><p>${person.email}</p></div>
      <form class="role-cards" action="/users/${person.id!}"><fieldset><legend>Ruolo nello spazio di lavoro</legend>${(
        [
          ['admin', 'Amministratore', 'Gestisce utenti, chiavi e fatturazione'],
          ['member', 'Membro', 'Crea e invia documenti'],
          ['guest', 'Ospite', 'Vede soltanto ciò che gli viene condiviso'],
        ] as const
      )
        .map(
          ([value, title, about]) =>
            `<label class="card card-${value}" style="display:block;border:1px solid #ccc"><input class="visually-hidden" style="position:absolute;opacity:0;width:1px;height:1px" type="radio" name="role" value="${value}"${(person.role === 'Admin' ? 'admin' : 'member') === value ? ' checked' : ''}><span class="card__title">${title}</span><br><span class="card__about">${about}</span></label>`,
        )
        .join('')}</fieldset><button type="submit" class="salva">Salva modifiche</button></form>`,
    (page, root, person) =>
      page.on(at(root, 'form'), 'submit', (event) => {
        event.preventDefault();
        page.done.push(person.email);
      }),
  );
  ways['Italian: cards to choose one of on the page of the person, in a form'] = {
    html: shell(start.html, 'Utenti', 'it'),
    wire: start.wire,
    steps: [start.open, { at: always('.salva') }, { at: always('.card-guest:not(:has(:checked))') }],
    options: { lang: 'it' },
    held: 'change-role',
  };
}

{
  const levels = ['Guest', 'Member', 'Manager', 'Admin'];
  ways['a slider for the level of access in each card, saved when it comes to rest'] = {
    html: shell(
      `<div class="cards">${each(
        (person) =>
          `<section class="card"><h3>${person.name}</h3><p>${person.email}</p><label>Access level <input type="range" min="0" max="3" step="1" value="${String(levels.indexOf(person.role))}" aria-valuetext="${person.role}" list="levels" data-who="${person.email}"></label> <output>${person.role}</output></section>`,
      )}</div><datalist id="levels">${levels.map((name, index) => `<option value="${String(index)}" label="${name}">`).join('')}</datalist>`,
    ),
    wire: (page, act) => {
      delegate(page, 'input', 'input[type=range]', (slider) => {
        const name = levels[Number(valueOf(slider))]!;
        slider.setAttribute('aria-valuetext', name);
        at(slider.closest('.card')!, 'output').textContent = name;
      });
      delegate(page, 'change', 'input[type=range]', (slider) => act(emailOf(slider)));
    },
    steps: [{ at: whose('input[type=range]'), how: { keys: 'ArrowDown' } }],
    held: 'change-role',
  };
}

{
  const levels = ['Gość', 'Członek', 'Menedżer', 'Administrator'];
  const of: Record<string, string> = { Admin: 'Administrator', Member: 'Członek', Manager: 'Menedżer' };
  ways['Polish: a stepper with minus and plus around the role'] = {
    html: shell(
      table(
        ['Osoba', 'Adres e-mail', 'Rola'],
        (person) =>
          `${nameCells(person)}<td><div class="stepper"><button type="button" class="minus" aria-label="Obniż rolę" data-who="${person.email}">−</button><span aria-live="polite">${of[person.role]!}</span><button type="button" class="plus" aria-label="Podnieś rolę">+</button></div></td>`,
      ),
      undefined,
      'pl',
    ),
    wire: (page, act) =>
      delegate(page, 'click', '.minus', (button) => {
        const shown = button.nextElementSibling!;
        const level = levels.indexOf(shown.textContent);
        if (level === 0) return;
        shown.textContent = levels[level - 1]!;
        act(emailOf(button));
      }),
    steps: [{ at: whose('.minus') }],
    options: { lang: 'pl' },
    held: 'change-role',
  };
}

ways['a switch "Admin" in each row, saved at once with an Undo'] = {
  html: shell(
    table(
      ['Name', 'Email', 'Admin'],
      (person) =>
        `${nameCells(person)}<td><button type="button" role="switch" class="switch" aria-checked="${String(person.role === 'Admin')}" aria-label="Admin" data-who="${person.email}" style="width:36px;height:20px"><span class="thumb"></span></button></td>`,
    ),
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.switch', (button) => {
      button.setAttribute('aria-checked', String(button.getAttribute('aria-checked') !== 'true'));
      toast('Saved. <a href="#undo">Undo</a>');
      act(emailOf(button));
    }),
  steps: [{ at: whose('.switch') }],
  held: 'change-role',
};

{
  const start = directory(
    (
      person,
    ) => `<nav aria-label="Breadcrumb"><a href="#/settings/team">Members</a> / ${person.name}</nav><h2>${person.name}</h2>
      <section class="panel"><h3>Profile</h3><form data-section="profile"><label>E-mail <input name="mail" value="${person.email}"></label><label>Phone <input name="phone" value=""></label><button type="submit">Save</button></form></section>
      <section class="panel"><h3>Permissions</h3><form data-section="permissions"><label><input type="checkbox" class="is-admin" name="admin"${person.role === 'Admin' ? ' checked' : ''}> Workspace administrator</label><p class="help">Administrators manage members, keys and integrations of EMEA Sales.</p><label><input type="checkbox" name="export" checked> May export documents</label><button type="submit" class="save-permissions">Save</button></form></section>
      <section class="panel"><h3>Notifications</h3><form data-section="notifications"><label><input type="checkbox" checked> Weekly digest</label><button type="submit">Save</button></form></section>`,
    (page, root, person) => {
      for (const form of root.querySelectorAll('form'))
        page.on(form, 'submit', (event) => {
          event.preventDefault();
          page.done.push(person.email);
        });
    },
  );
  ways['the page of a person with several sections, each with its Save; "Workspace administrator" is unticked'] = {
    html: shell(start.html),
    wire: start.wire,
    steps: [
      start.open,
      { at: always('.save-permissions') },
      { at: (subject) => (isDana(subject) ? '.is-admin:checked' : 'input[name=export]:checked') },
    ],
    held: 'change-role',
  };
  ways['free: the same page, where the weekly digest is unticked and saved'] = {
    html: shell(start.html),
    wire: start.wire,
    steps: [
      start.open,
      { at: always('[data-section=notifications] button') },
      { at: always('[data-section=notifications] input:checked') },
    ],
    held: null,
  };
  ways['free: the same page, where the phone number is set and saved with Enter'] = {
    html: shell(start.html),
    wire: start.wire,
    steps: [
      start.open,
      { at: always('input[name=phone]'), how: 'Enter' },
      { at: always('input[name=phone]'), how: { type: '5550100' } },
    ],
    held: null,
  };
}

// ---- chips, tokens, transfer lists, drag

ways['several roles of a person as chips, each with a cross'] = {
  html: shell(
    table(
      ['Name', 'Email', 'Roles'],
      (person) =>
        `${nameCells(person)}<td>${[person.role, 'Billing', 'Reviewer']
          .map(
            (name, index) =>
              `<span class="chip">${name}<button type="button" class="chip__x chip-${String(index)}" aria-label="Remove ${name} role" data-who="${person.email}">×</button></span>`,
          )
          .join(' ')}<button type="button" class="chip-add">+ Add role</button></td>`,
    ),
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.chip__x', (cross) => {
      const who = emailOf(cross);
      cross.closest('.chip')!.remove();
      act(who);
    }),
  steps: [{ at: whose('.chip-0') }],
  held: 'change-role',
};

ways['free: another role than Admin is taken off, by the cross of its chip'] = {
  ...ways['several roles of a person as chips, each with a cross'],
  steps: [{ at: whose('.chip-2') }],
  held: null,
};

ways['French: the workspaces of a person as tags with a cross, gone at once'] = {
  html: shell(
    `<div role="table">${each(
      (person) =>
        `<div role="row" style="border-top:1px solid"><div role="cell"><strong>${person.name}</strong> ${person.email}</div><div role="cell">${person.role}</div><div role="cell" class="tags">${Object.keys(
          person.spaces,
        )
          .map(
            (space) =>
              `<span class="tag is-light">${space}<button type="button" class="delete is-small" title="Retirer l’accès" data-who="${person.email}" data-space="${space}">×</button></span> `,
          )
          .join('')}</div></div>`,
    )}</div>`,
    'Utilisateurs',
    'fr',
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.tag .delete', (cross) => {
      const who = emailOf(cross);
      cross.parentElement!.remove();
      toast('Accès retiré');
      act(who);
    }),
  steps: [{ at: whose('.delete[data-space=Finance]') }],
  options: { lang: 'fr' },
};

ways['a dialog with two columns, arrows between them, and Save'] = {
  html: shell(
    table(
      ['Name', 'Email', 'Role', ''],
      (person) =>
        `${nameCells(person)}<td>${person.role}</td><td><button type="button" class="btn-link manage" data-who="${person.email}">Manage workspaces…</button></td>`,
    ),
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.manage', (button) => {
      const person = byEmail(emailOf(button));
      const item = (space: string): string =>
        `<li role="option" aria-selected="false" class="transfer-item" data-space="${space}">${space}</li>`;
      const box = portal(
        `<div role="dialog" aria-labelledby="tl" style="background:#fff;padding:12px"><h2 id="tl">Workspaces of ${person.name}</h2><div style="display:flex;gap:8px">
        <div><h3>Available</h3><ul role="listbox" class="left" style="min-height:90px">${allSpaces
          .filter((space) => !(space in person.spaces))
          .map(item)
          .join('')}</ul></div>
        <div><button type="button" class="give" aria-label="Move right">›</button><br><button type="button" class="take" aria-label="Move left">‹</button></div>
        <div><h3>Has access</h3><ul role="listbox" class="right" style="min-height:90px">${Object.keys(person.spaces).map(item).join('')}</ul></div></div>
        <footer><button type="button">Cancel</button><button type="button" class="store">Save</button></footer></div>`,
        modalCss,
      );
      page.on(box, 'click', (event) => {
        const target = event.target as HTMLElement;
        if (target.matches('.transfer-item'))
          target.setAttribute('aria-selected', String(target.getAttribute('aria-selected') !== 'true'));
        const [from, to] = target.matches('.take') ? ['.right', '.left'] : ['.left', '.right'];
        if (target.matches('.take, .give'))
          for (const moved of box.querySelectorAll(`${from} [aria-selected=true]`)) {
            moved.setAttribute('aria-selected', 'false');
            at(box, to).append(moved);
          }
        if (!target.matches('.store')) return;
        box.remove();
        act(person.email);
      });
    }),
  steps: [
    { at: whose('.manage') },
    { at: () => (document.querySelector('.left [data-space=Finance]') ? '.store' : '#none') },
    { at: () => (document.querySelector('.right [data-space=Finance][aria-selected=true]') ? '.take' : '#none') },
    { at: always('.right [data-space=Finance][aria-selected=false]') },
  ],
};

ways['people are dragged between the columns Admins, Members and Guests'] = {
  html: shell(
    `<div class="board" style="display:flex;gap:10px">${['Admin', 'Member', 'Guest']
      .map(
        (role) =>
          `<section class="lane" data-role="${role}" aria-label="${role}s" style="width:110px;min-height:220px;border:1px solid #ccc"><h3>${role}s</h3>${people
            .filter((person) => person.role === role || (role === 'Member' && person.role === 'Manager'))
            .map(
              (person) =>
                `<div class="kcard" data-who="${person.email}" style="border:1px solid;touch-action:none;user-select:none"><div>${person.name}</div><small style="font-size:8px">${person.email}</small></div>`,
            )
            .join('')}</section>`,
      )
      .join('')}</div>`,
  ),
  wire: (page, act) => {
    let card: HTMLElement | null = null;
    delegate(page, 'pointerdown', '.kcard', (element, event) => {
      event.preventDefault();
      card = element;
      card.style.opacity = '.5';
    });
    page.on(document, 'pointerup', (event) => {
      const moved = card;
      card = null;
      if (!moved) return;
      moved.style.opacity = '';
      const lane = document
        .elementsFromPoint((event as PointerEvent).clientX, (event as PointerEvent).clientY)
        .find((one) => one.matches('.lane'));
      if (!lane || lane === moved.parentElement) return;
      lane.append(moved);
      act(emailOf(moved));
    });
  },
  steps: [
    { at: whose('.kcard'), how: { dragTo: (subject) => `.lane[data-role=${isDana(subject) ? 'Member' : 'Guest'}]` } },
  ],
  held: 'change-role',
};

ways['Delete in a field of tokens takes off the last workspace; Update stores them'] = {
  html: shell(
    `<ol class="users">${each(
      (person) =>
        `<li><a href="mailto:${person.email}">${person.name}</a> (${person.email}) <em>${person.role}</em> <button type="button" aria-haspopup="dialog" class="edit-access" data-who="${person.email}">Edit access</button></li>`,
    )}</ol>`,
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.edit-access', (button) => {
      const person = byEmail(emailOf(button));
      const spaces = Object.keys(person.spaces).filter((space) => space !== 'Archive');
      const box = portal('', modalCss);
      box.innerHTML = `<div role="dialog" aria-modal="true" aria-label="Edit access of ${person.name}" style="background:#fff;padding:12px"><label for="tokens">Workspaces</label><div class="token-field" style="border:1px solid"><span class="tokens"></span><input id="tokens" size="4" aria-label="Add workspace"></div><p class="hint">Type to add, press Delete to take the last one off.</p><button type="button" class="update">Update</button></div>`;
      const draw = (): void => {
        at(box, '.tokens').innerHTML = spaces
          .map((space) => `<span class="token" data-space="${space}">${space}</span> `)
          .join('');
      };
      draw();
      page.on(at(box, 'input'), 'keydown', (event) => {
        if (!['Delete', 'Backspace'].includes((event as KeyboardEvent).key) || valueOf(event.target as Element) !== '')
          return;
        spaces.pop();
        draw();
      });
      page.on(at(box, '.update'), 'click', () => {
        box.remove();
        act(person.email);
      });
    }),
  steps: [
    { at: whose('.edit-access') },
    { at: always('.update') },
    { at: () => (document.querySelector('.token[data-space=Finance]') ? '#tokens' : '#none'), how: { keys: 'Delete' } },
  ],
};

// ---- matrices

ways['a matrix of people and workspaces with ticks, and one Save below'] = {
  html: shell(
    `<form id="matrix"><table><thead><tr><th>User</th>${allSpaces.map((space) => `<th>${space}</th>`).join('')}</tr></thead><tbody>${each(
      (person, index) =>
        `<tr><th scope="row">${person.name}<br><small>${person.email}</small></th>${allSpaces
          .map(
            (space, column) =>
              `<td><input type="checkbox" name="m[${String(index)}][${String(column)}]" data-who="${person.email}" data-space="${space}"${space in person.spaces ? ' checked' : ''}></td>`,
          )
          .join('')}</tr>`,
    )}</tbody></table><button type="submit" class="save-matrix">Save access</button></form>`,
    'Access matrix',
  ),
  wire: (page, act) => {
    const form = must('#matrix');
    const changed = (): HTMLInputElement[] =>
      [...form.querySelectorAll<HTMLInputElement>('input')].filter((tick) => tick.checked !== tick.defaultChecked);
    page.on(form, 'submit', (event) => {
      event.preventDefault();
      for (const tick of changed()) act(emailOf(tick));
    });
  },
  steps: [{ at: always('.save-matrix') }, { at: whose('[data-space=Finance]:checked') }],
};

ways['free: in the same matrix a workspace without keys is unticked'] = {
  ...ways['a matrix of people and workspaces with ticks, and one Save below'],
  steps: [{ at: always('.save-matrix') }, { at: whose('[data-space=Archive]:checked') }],
  held: null,
};

ways['German: a matrix of people and workspaces with a role in each cell; "Kein Zugriff" is chosen, then Übernehmen'] =
  {
    html: shell(
      `<table class="rechte"><thead><tr><th>Benutzer</th>${allSpaces.map((space) => `<th>${space}</th>`).join('')}</tr></thead><tbody>${each(
        (person) =>
          `<tr><td>${person.name} (${person.email})</td>${allSpaces
            .map(
              (space) =>
                `<td><select data-who="${person.email}" data-space="${space}">${options(['Administrator', 'Mitglied', 'Gast', 'Kein Zugriff'], { Admin: 'Administrator', Member: 'Mitglied', Viewer: 'Gast', Manager: 'Mitglied' }[person.spaces[space] ?? ''] ?? 'Kein Zugriff')}</select></td>`,
            )
            .join('')}</tr>`,
      )}</tbody></table><p><button type="button" class="apply" disabled>Übernehmen</button></p>`,
      'Berechtigungen',
      'de',
    ),
    wire: (page, act) => {
      const dirty = new Set<string>();
      const button = must('.apply') as HTMLButtonElement;
      delegate(page, 'change', '.rechte select', (select) => {
        dirty.add(emailOf(select));
        button.disabled = false;
      });
      page.on(button, 'click', () => {
        for (const email of dirty) act(email);
        dirty.clear();
        button.disabled = true;
      });
    },
    steps: [
      { at: always('.apply:enabled') },
      { at: whose('select[data-space=Finance]'), how: { choose: 'Kein Zugriff' } },
    ],
    options: { lang: 'de' },
  };

ways['a grid of cells: a double click opens a list in the cell, Enter takes what is marked'] = {
  html: shell(
    `<div class="ag-root" role="treegrid"><div role="row" class="ag-header-row" style="display:flex"><div role="columnheader" col-id="name" style="width:110px">Name</div><div role="columnheader" col-id="mail" style="width:180px">Email</div><div role="columnheader" col-id="role" style="width:90px">Role</div></div>${each(
      (person, index) =>
        `<div role="row" row-id="${String(index)}" class="ag-row" style="display:flex"><div role="gridcell" col-id="name" style="width:110px">${person.name}</div><div role="gridcell" col-id="mail" style="width:180px">${person.email}</div><div role="gridcell" col-id="role" tabindex="-1" class="ag-cell" data-who="${person.email}" style="width:90px">${person.role}</div></div>`,
    )}</div>`,
  ),
  wire: (page, act) =>
    delegate(page, 'dblclick', '.ag-cell', (cell) => {
      if (cell.querySelector('select')) return;
      const before = cell.textContent;
      cell.innerHTML = `<select class="ag-cell-editor" aria-label="Role" data-who="${emailOf(cell)}">${options(['Admin', 'Manager', 'Member', 'Guest'], before)}</select>`;
      const editor = at(cell, 'select') as HTMLSelectElement;
      editor.focus();
      page.on(editor, 'keydown', (event) => {
        const { key } = event as KeyboardEvent;
        if (key !== 'Enter' && key !== 'Escape') return;
        event.preventDefault();
        const next = key === 'Enter' ? editor.value : before;
        cell.textContent = next;
        if (next !== before) act(emailOf(cell));
      });
    }),
  steps: [
    {
      at: (subject) => (document.querySelector('.ag-cell-editor') ? '#none' : whose('.ag-cell')(subject)),
      how: 'double',
    },
    { at: whose('.ag-cell-editor'), how: 'Enter' },
    { at: whose('.ag-cell-editor'), how: { choose: 'Guest' } },
  ],
  held: 'change-role',
};

// ---- menus

ways['right click on the row, "Change role", and a submenu with a check beside the present one'] = {
  html: shell(
    `<div role="list">${each(
      (person) =>
        `<div role="listitem" class="li-row" data-who="${person.email}" style="padding:6px;border-bottom:1px solid #eee"><b>${person.name}</b> ${person.email} <span class="badge">${person.role}</span></div>`,
    )}</div>`,
  ),
  wire: (page, act) => {
    let open: HTMLElement[] = [];
    const close = (): void => {
      for (const menu of open) menu.remove();
      open = [];
    };
    page.on(document, 'pointerdown', (event) => {
      if (open.length > 0 && !open.some((menu) => menu.contains(event.target as Node))) close();
    });
    delegate(page, 'contextmenu', '.li-row', (row, event) => {
      event.preventDefault();
      close();
      const { clientX, clientY } = event as MouseEvent;
      const place = (dx: number, dy: number): string =>
        `position:fixed;left:${String(Math.min(clientX, 120) + dx)}px;top:${String(clientY + dy)}px;background:#fff;border:1px solid;z-index:60`;
      const menu = portal(
        `<div role="menu" aria-orientation="vertical"><div role="menuitem" tabindex="-1">Copy address</div><div role="menuitem" tabindex="-1" aria-haspopup="menu" aria-expanded="false" class="sub-trigger">Change role ▸</div><div role="separator"></div><div role="menuitem" tabindex="-1">View activity</div></div>`,
        place(0, 0),
      );
      open = [menu];
      const show = (): void => {
        if (open.length > 1) return;
        at(menu, '.sub-trigger').setAttribute('aria-expanded', 'true');
        const sub = portal(
          `<div role="menu">${['Admin', 'Manager', 'Member', 'Guest']
            .map(
              (name) =>
                `<div role="menuitemradio" tabindex="-1" aria-checked="${String(name === at(row, '.badge').textContent)}">${name === at(row, '.badge').textContent ? '✓ ' : ''}${name}</div>`,
            )
            .join('')}</div>`,
          place(130, 20),
        );
        open.push(sub);
        page.on(sub, 'click', (choice) => {
          const name = (choice.target as Element).textContent.replace('✓ ', '');
          close();
          at(row, '.badge').textContent = name;
          act(emailOf(row));
        });
      };
      page.on(at(menu, '.sub-trigger'), 'pointerenter', show);
      page.on(at(menu, '.sub-trigger'), 'click', show);
    });
  },
  steps: [
    { at: (subject) => (document.querySelector('[role=menu]') ? '#none' : whose('.li-row')(subject)), how: 'right' },
    { at: always('.sub-trigger[aria-expanded=false]') },
    { at: always('[role=menuitemradio]:last-child') },
  ],
  held: 'change-role',
};

ways['a details element per row whose menu is a form with one submit button for each role'] = {
  html: shell(
    `<div class="Box">${each(
      (person, index) =>
        `<div class="Box-row"><a href="/${person.email.split('@')[0]!}">${person.name}</a> <span class="color-fg-muted">${person.email}</span>
        <details class="details-reset"><summary class="btn btn-sm" role="button" data-who="${person.email}">Role: <span>${person.role}</span></summary><form class="SelectMenu-list" role="menu" action="/orgs/northwind/people/${String(index)}/role" method="post" style="background:#fff">
        ${['Admin', 'Member', 'Guest'].map((name) => `<button type="submit" role="menuitemradio" name="role" value="${name.toLowerCase()}" aria-checked="${String(name === person.role)}" data-who="${person.email}"><b>${name}</b><br><small>${name === 'Guest' ? 'Sees what is shared' : 'Works in EMEA Sales'}</small></button>`).join('')}</form></details></div>`,
    )}</div>`,
    'People',
  ),
  wire: (page, act) =>
    page.on(document, 'submit', (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      form.closest('details')!.open = false;
      act(people[Number(/people\/(\d)/u.exec(form.action)![1])]!.email);
    }),
  steps: [
    { at: (subject) => (document.querySelector('details[open]') ? '#none' : whose('summary')(subject)) },
    { at: whose('button[value=guest]') },
  ],
  held: 'change-role',
};

ways['a sheet from below on a telephone, with "Dismiss as admin", by touch'] = {
  html: shell(
    `<ul class="ion-list">${each(
      (person) =>
        `<li class="ion-item" role="button" tabindex="0" data-who="${person.email}" style="padding:8px"><div>${person.name}${person.role === 'Admin' ? ' <span class="ion-badge">Admin</span>' : ''}</div><div>${person.email}</div></li>`,
    )}</ul>`,
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.ion-item', (item) => {
      if (document.querySelector('.action-sheet')) return;
      const person = byEmail(emailOf(item));
      const sheet = portal(
        `<div class="action-sheet" role="dialog"><div class="action-sheet-title">${person.name}</div><button type="button">Message</button><button type="button">View profile</button><button type="button" class="as-role">${person.role === 'Admin' ? 'Dismiss as admin' : 'Make admin'}</button><button type="button" class="as-cancel">Cancel</button></div>`,
        'position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid;z-index:99',
      );
      page.on(at(sheet, '.as-cancel'), 'click', () => sheet.remove());
      page.on(at(sheet, '.as-role'), 'click', () => {
        sheet.remove();
        act(person.email);
      });
    }),
  steps: [
    { at: whose('.ion-item'), how: 'tap' },
    { at: always('.as-role'), how: 'tap' },
  ],
  held: 'change-role',
};

ways['a popover of workspaces with check marks under a button in the row; each click is stored'] = {
  html: shell(
    table(
      ['Name', 'Email', 'Role', 'Workspaces'],
      (person) =>
        `${nameCells(person)}<td>${person.role}</td><td><button type="button" role="combobox" aria-haspopup="dialog" aria-expanded="false" class="ws-count" data-who="${person.email}">${String(Object.keys(person.spaces).length)} workspaces</button></td>`,
    ),
    'All users',
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.ws-count', (button) => {
      const person = byEmail(emailOf(button));
      const spaces = new Set(Object.keys(person.spaces));
      const box = under(
        button,
        `<div cmdk-root><input placeholder="Find workspace…" aria-label="Find workspace"><div cmdk-list role="listbox"></div></div>`,
      );
      const draw = (): void => {
        at(box, '[cmdk-list]').innerHTML = allSpaces
          .map(
            (space) =>
              `<div cmdk-item role="option" aria-selected="false" data-checked="${String(spaces.has(space))}" data-value="${space}"><span aria-hidden="true" style="opacity:${spaces.has(space) ? '1' : '0'}">✓</span> ${space}</div>`,
          )
          .join('');
      };
      draw();
      at(box, 'input').focus();
      page.on(box, 'click', (event) => {
        const space = (event.target as Element).closest('[cmdk-item]')?.getAttribute('data-value');
        if (!space) return;
        const had = spaces.delete(space);
        if (!had) spaces.add(space);
        draw();
        button.textContent = `${String(spaces.size)} workspaces`;
        act(person.email);
      });
    }),
  steps: [
    { at: (subject) => (document.querySelector('[cmdk-root]') ? '#none' : whose('.ws-count')(subject)) },
    { at: always('[cmdk-item][data-value=Finance][data-checked=true]') },
  ],
};

// ---- editing in place

ways['a double click makes the role a field with suggestions; Enter stores it'] = {
  html: shell(
    table(
      ['Name', 'Email', 'Role'],
      (person) =>
        `${nameCells(person)}<td class="editable" data-field="role" data-who="${person.email}">${person.role}</td>`,
    ) +
      '<datalist id="roles"><option>Admin<option>Manager<option>Member<option>Guest</datalist><p>Double-click a role to change it.</p>',
  ),
  wire: (page, act) =>
    delegate(page, 'dblclick', '.editable', (cell) => {
      if (cell.querySelector('input')) return;
      const before = cell.textContent;
      cell.innerHTML = `<input class="cell-input" list="roles" value="${before}" size="8" aria-label="Role" data-who="${emailOf(cell)}">`;
      const input = at(cell, 'input') as HTMLInputElement;
      input.focus();
      input.select();
      page.on(input, 'keydown', (event) => {
        const { key } = event as KeyboardEvent;
        if (key === 'Escape') cell.textContent = before;
        if (key !== 'Enter') return;
        cell.textContent = input.value;
        if (input.value !== before) act(emailOf(cell));
      });
    }),
  steps: [
    { at: (subject) => (document.querySelector('.cell-input') ? '#none' : whose('.editable')(subject)), how: 'double' },
    { at: whose('.cell-input'), how: 'Enter' },
    { at: whose('.cell-input'), how: { type: 'Guest' } },
  ],
  held: 'change-role',
};

ways['cells that are written into directly and stored when they are left'] = {
  html: shell(
    table(
      ['Name', 'Email', 'Role', 'Title'],
      (person) =>
        `${nameCells(person)}<td contenteditable="plaintext-only" spellcheck="false" class="ce role" aria-label="Role" data-who="${person.email}">${person.role}</td><td contenteditable="plaintext-only" class="ce title" data-who="${person.email}">Lead</td>`,
    ),
  ),
  wire: (page, act) => {
    const stored = new WeakMap<Element, string>();
    delegate(page, 'focusin', '.ce', (cell) => {
      if (!stored.has(cell)) stored.set(cell, cell.textContent);
      getSelection()!.selectAllChildren(cell);
    });
    delegate(page, 'focusout', '.ce', (cell) => {
      if (cell.textContent === stored.get(cell)) return;
      stored.set(cell, cell.textContent);
      act(emailOf(cell));
    });
  },
  steps: [
    { at: whose('.ce.role'), how: { keys: 'Tab' } },
    { at: whose('.ce.role'), how: { type: 'Guest' } },
  ],
  held: 'change-role',
};

ways['free: another cell of such a row, her title, is written and left'] = {
  ...ways['cells that are written into directly and stored when they are left'],
  steps: [
    { at: whose('.ce.title'), how: { keys: 'Tab' } },
    { at: whose('.ce.title'), how: { type: 'Guest relations' } },
  ],
  held: null,
};

// ---- dialogs, drawers, detail pages, wizards

{
  const html = shell(
    table(
      ['Name', 'Email', 'Role', 'License', ''],
      (person) =>
        `${nameCells(person)}<td>${person.role}</td><td>${person.licence}</td><td><button type="button" class="edit" aria-label="Edit ${person.name}" data-who="${person.email}">✎</button></td>`,
    ) +
      `<dialog id="edit-user"><form method="dialog"><h2>Edit user</h2><p class="subject"></p><input type="hidden" name="id"><label>Display name <input name="name"></label><br><label>Phone <input name="tel" type="tel"></label><br><label>Role <select name="role">${options(['Admin', 'Manager', 'Member', 'Guest'], '')}</select></label><br><label>License <select name="license">${options(['Full', 'Creator', 'eSign', 'Guest'], '')}</select></label><menu><button type="button" class="cancel">Cancel</button><button value="save" class="save">Save</button></menu></form></dialog>`,
  );
  const wire: Way['wire'] = (page, act) => {
    const dialog = must('#edit-user') as HTMLDialogElement;
    const form = at(dialog, 'form') as HTMLFormElement;
    const field = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;
    delegate(page, 'click', '.edit', (button) => {
      const person = byEmail(emailOf(button));
      at(dialog, '.subject').textContent = person.email;
      field('id').value = person.email;
      field('name').value = person.name;
      field('role').value = person.role;
      field('license').value = person.licence;
      dialog.returnValue = '';
      dialog.showModal();
    });
    page.on(at(dialog, '.cancel'), 'click', () => dialog.close());
    page.on(dialog, 'close', () => {
      if (dialog.returnValue === 'save') act(field('id').value);
    });
  };
  const steps = [{ at: whose('.edit') }, { at: always('dialog[open] .save') }];
  ways['one native dialog for all, filled from the row; the licence goes from Full to Guest'] = {
    html,
    wire,
    steps: [...steps, { at: always('dialog[open] select[name=license]'), how: { choose: 'Guest' } }],
    held: 'change-licence',
  };
  ways['free: the same dialog is saved as it was'] = { html, wire, steps, held: null };
  ways['free: the same dialog, where a telephone number is typed and sent with Enter'] = {
    html,
    wire,
    steps: [
      steps[0]!,
      { at: always('dialog[open] input[name=tel]'), how: 'Enter' },
      { at: always('dialog[open] input[name=tel]'), how: { type: '5550100' } },
    ],
    held: null,
  };
}

{
  const html = shell(
    `<div class="grid">${each((person) => `<article class="u-card" tabindex="0" data-who="${person.email}" style="border:1px solid #ddd;padding:6px"><h4>${person.name}</h4><p>${person.email}</p><p>${person.role} · ${person.licence}</p></article>`)}</div>`,
    'All users',
  );
  const wire: Way['wire'] = (page, act) =>
    delegate(page, 'click', '.u-card', (card) => {
      document.querySelector('.drawer')?.parentElement?.remove();
      const person = byEmail(emailOf(card));
      const box = portal(
        `<aside class="drawer" role="dialog" aria-label="${person.name}"><header><h2>${person.name}</h2><p>${person.email}</p><button type="button" class="x" aria-label="Close">×</button></header>
        <div role="tablist"><button type="button" role="tab" aria-selected="true" data-tab="profile">Profile</button><button type="button" role="tab" aria-selected="false" data-tab="access">Access</button></div>
        <div role="tabpanel" data-panel="profile"><label>Language <select name="locale">${options(['English', 'German', 'French'], 'English')}</select></label></div>
        <div role="tabpanel" data-panel="access" hidden><table><thead><tr><th>Workspace</th><th>Role</th></tr></thead><tbody>${Object.entries(
          person.spaces,
        )
          .map(
            ([space, role]) =>
              `<tr><td>${space}</td><td><select data-space="${space}" aria-label="Role in ${space}">${options(['Admin', 'Manager', 'Member', 'Viewer'], role)}</select></td></tr>`,
          )
          .join(
            '',
          )}</tbody></table></div><footer><button type="button" class="save" disabled>Save</button></footer></aside>`,
        drawerCss,
      );
      const save = at(box, '.save') as HTMLButtonElement;
      page.on(box, 'change', () => (save.disabled = false));
      page.on(at(box, '.x'), 'click', () => box.remove());
      page.on(save, 'click', () => {
        save.disabled = true;
        act(person.email);
      });
      for (const tab of box.querySelectorAll<HTMLElement>('[role=tab]'))
        page.on(tab, 'click', () => {
          for (const other of box.querySelectorAll('[role=tab]'))
            other.setAttribute('aria-selected', String(other === tab));
          for (const panel of box.querySelectorAll<HTMLElement>('[role=tabpanel]'))
            panel.hidden = panel.dataset['panel'] !== tab.dataset['tab'];
        });
    });
  const open = { at: (subject: Someone) => (document.querySelector('.drawer') ? '#none' : whose('.u-card')(subject)) };
  const access = { at: always('.drawer [data-tab=access][aria-selected=false]') };
  const save = { at: always('.drawer .save:enabled') };
  const choose = (space: string, name: string) => ({
    at: always(`.drawer select[data-space="${space}"]`),
    how: { choose: name },
  });
  ways['a panel at the side with tabs; under Access the role in one workspace is cut, then Save'] = {
    html,
    wire,
    steps: [open, access, save, choose('Finance', 'Viewer')],
    held: 'change-role',
  };
  ways['free: in such a panel the role in a workspace is raised'] = {
    html,
    wire,
    steps: [open, access, save, choose('Archive', 'Admin')],
    held: null,
  };
  ways['free: in such a panel the language is changed'] = {
    html,
    wire,
    steps: [open, save, { at: always('.drawer select[name=locale]'), how: { choose: 'German' } }],
    held: null,
  };
}

ways['Portuguese: a panel of boxes that are ticks only by their role, and "Atualizar acesso"'] = {
  html: shell(
    `<div>${each(
      (person) =>
        `<div class="linha" style="display:flex;gap:8px"><div>${person.name}</div><div>${person.email}</div><button type="button" class="gerir" data-who="${person.email}">Gerenciar acesso</button></div>`,
    )}</div>`,
    undefined,
    'pt',
  ),
  wire: (page, act) => {
    for (const button of document.querySelectorAll<HTMLElement>('.gerir')) {
      const person = byEmail(emailOf(button));
      page.on(button, 'click', () => {
        const box = portal(
          `<div class="side-sheet"><h3>Acesso de ${person.name}</h3><div>${allSpaces
            .map(
              (space) =>
                `<div role="checkbox" tabindex="0" aria-checked="${String(space in person.spaces)}" aria-labelledby="l-${space.replace(' ', '')}" data-space="${space}"><span class="box">☐</span> <span id="l-${space.replace(' ', '')}">${space}</span></div>`,
            )
            .join(
              '',
            )}</div><div class="actions"><button type="button" class="fechar">Fechar</button><button type="button" class="atualizar">Atualizar acesso</button></div></div>`,
          drawerCss,
        );
        for (const tick of box.querySelectorAll<HTMLElement>('[role=checkbox]'))
          page.on(tick, 'click', () =>
            tick.setAttribute('aria-checked', String(tick.getAttribute('aria-checked') !== 'true')),
          );
        page.on(at(box, '.fechar'), 'click', () => box.remove());
        page.on(at(box, '.atualizar'), 'click', () => {
          box.remove();
          act(person.email);
        });
      });
    }
  },
  steps: [
    { at: whose('.gerir') },
    { at: always('.atualizar') },
    { at: always('[role=checkbox][data-space=Finance][aria-checked=true]') },
  ],
  options: { lang: 'pt' },
};

{
  const start = directory(
    (person) =>
      `<div class="profile"><h2>${person.name}</h2><a href="mailto:${person.email}">${person.email}</a></div><h3>Workspaces</h3><ul>${allSpaces
        .map(
          (space) =>
            `<li>${space} <label class="toggle"><input type="checkbox" role="switch" data-space="${space}" aria-label="Access to ${space}"${space in person.spaces ? ' checked' : ''}></label></li>`,
        )
        .join('')}</ul>`,
    (page, root, person) =>
      page.on(root, 'change', () => {
        toast('Access updated');
        page.done.push(person.email);
      }),
  );
  ways['the page of a person with a switch for each workspace, stored at once'] = {
    html: shell(start.html, 'All users'),
    wire: start.wire,
    steps: [start.open, { at: always('[data-space=Finance]:checked') }],
  };
}

{
  const names = ['Admin', 'Manager', 'Member', 'Viewer'];
  const start = directory(
    (person) =>
      `<h1>${person.name}</h1><p>${person.email} · ${person.licence} license</p><h2>Roles</h2><dl>${Object.entries(
        person.spaces,
      )
        .map(
          ([space, role]) =>
            `<div class="role-line"><dt>${space}</dt><dd><button type="button" class="role-menu" aria-haspopup="menu" aria-expanded="false" data-space="${space}">${role} ▾</button></dd></div>`,
        )
        .join('')}</dl>`,
    (page, root, person) => {
      for (const button of root.querySelectorAll<HTMLElement>('.role-menu'))
        page.on(button, 'click', () => {
          document.querySelector('[data-role-list]')?.parentElement?.remove();
          button.setAttribute('aria-expanded', 'true');
          const menu = under(
            button,
            `<div role="menu" data-role-list>${names.map((name) => `<button type="button" role="menuitemradio" aria-checked="${String(button.textContent.startsWith(name))}" data-name="${name}">${name}</button>`).join('')}</div>`,
          );
          page.on(menu, 'click', (event) => {
            button.textContent = `${(event.target as Element).textContent} ▾`;
            button.setAttribute('aria-expanded', 'false');
            menu.remove();
            toast('Role saved');
            page.done.push(person.email);
          });
        });
    },
  );
  const pick = (space: string, name: string): Way['steps'] => [
    start.open,
    { at: always(`.role-menu[data-space="${space}"][aria-expanded=false]`) },
    { at: always(`[role=menuitemradio][data-name=${name}]`) },
  ];
  ways['the page of a person with one role for each workspace, as buttons with a menu'] = {
    html: shell(start.html, 'All users'),
    wire: start.wire,
    steps: pick('Finance', 'Viewer'),
    held: 'change-role',
  };
}

{
  const views = ['Choose role', 'Review', 'Confirm'];
  ways['a wizard in three steps over the whole page: choose, review, confirm'] = {
    html: shell(
      table(
        ['Name', 'Email', 'Role', ''],
        (person) =>
          `${nameCells(person)}<td>${person.role}</td><td><a href="#/settings/team/${person.id!}/role" class="change" data-who="${person.email}">Change role</a></td>`,
      ),
    ),
    wire: (page, act) =>
      delegate(page, 'click', '.change', (link, event) => {
        event.preventDefault();
        const person = byEmail(emailOf(link));
        const content = must('#content');
        let step = 0;
        let role = person.role;
        const draw = (): void => {
          const body = [
            `<fieldset><legend>New role for ${person.name}</legend>${['Admin', 'Manager', 'Member', 'Guest'].map((name) => `<label><input type="radio" name="r" value="${name}"${name === role ? ' checked' : ''}>${name}</label>`).join('')}</fieldset>`,
            `<p>Please check the change.</p><table><tr><th>User</th><td>${person.name} &lt;${person.email}&gt;</td></tr><tr><th>Role</th><td>${person.role} → ${role}</td></tr></table>`,
            `<p>${person.name} will be ${role} of EMEA Sales from now on.</p>`,
          ][step]!;
          content.innerHTML = `<ol class="stepper">${views.map((view, index) => `<li${index === step ? ' aria-current="step"' : ''}>${view}</li>`).join('')}</ol>${body}<div class="wizard-nav"><button type="button" class="back"${step === 0 ? ' disabled' : ''}>Back</button><button type="button" class="forward forward-${String(step)}">${step === 2 ? 'Confirm' : 'Next'}</button></div>`;
          for (const radio of content.querySelectorAll('input')) page.on(radio, 'change', () => (role = radio.value));
          page.on(at(content, '.back'), 'click', () => {
            step -= 1;
            draw();
          });
          page.on(at(content, '.forward'), 'click', () => {
            if (step === 2) return act(person.email);
            step += 1;
            draw();
          });
        };
        draw();
      }),
    steps: [
      { at: whose('.change') },
      { at: always('.forward-0') },
      { at: always('.forward-1') },
      { at: always('.forward-2') },
      { at: always('input[type=radio][value=Guest]'), how: 'tick' },
    ],
    held: 'change-role',
  };
}

{
  const html = shell(
    `<div class="list-card">${table(['Name', 'E-Mail', 'Rolle'], (person) => `${nameCells(person)}<td><a href="#" class="rolle" data-who="${person.email}">${person.role === 'Admin' ? 'Administrator' : 'Mitglied'}</a></td>`)}</div>`,
    undefined,
    'de',
  );
  ways['German: a custom role is taken from a list with search in a dialog, then Zuweisen'] = {
    html,
    wire: (page, act) =>
      delegate(page, 'click', '.rolle', (link, event) => {
        event.preventDefault();
        const person = byEmail(emailOf(link));
        const box = portal(
          `<section role="dialog" aria-modal="true" aria-labelledby="rt" style="background:#fff;padding:12px"><h2 id="rt">Rolle von ${person.name} ändern</h2><input type="search" placeholder="Rolle suchen"><h3>Standardrollen</h3><ul role="listbox" aria-label="Rollen">${[
            'Administrator',
            'Manager',
            'Mitglied',
          ]
            .map(
              (name) =>
                `<li role="option" tabindex="0" aria-selected="${String(name === link.textContent)}">${name}</li>`,
            )
            .join(
              '',
            )}<li role="presentation">Eigene Rollen</li><li role="option" tabindex="0" class="own" aria-selected="false">Vertragsprüfung</li></ul><button type="button">Abbrechen</button><button type="button" class="assign" disabled>Zuweisen</button></section>`,
          modalCss,
        );
        const assign = at(box, '.assign') as HTMLButtonElement;
        for (const item of box.querySelectorAll<HTMLElement>('[role=option]'))
          page.on(item, 'click', () => {
            for (const other of box.querySelectorAll('[role=option]'))
              other.setAttribute('aria-selected', String(other === item));
            assign.disabled = item.textContent === link.textContent;
          });
        page.on(assign, 'click', () => {
          box.remove();
          act(person.email);
        });
      }),
    steps: [{ at: whose('.rolle') }, { at: always('.assign:enabled') }, { at: always('.own[aria-selected=false]') }],
    options: { lang: 'de' },
    held: 'change-role',
  };
}

// ---- many at once

ways['rows are ticked, a role is taken from "Change role to…" above the table, and Change posts the form'] = {
  html: shell(
    `<form id="users-form" method="get"><div class="tablenav top"><select name="action"><option>Bulk actions</option><option>Send password reset</option></select><input type="submit" id="doaction" value="Apply"> <label class="screen-reader-text" for="new_role">Change role to…</label><select name="new_role" id="new_role"><option value="">Change role to…</option>${options(['Guest', 'Member', 'Manager', 'Admin'], '')}</select><input type="submit" name="changeit" id="changeit" value="Change"></div>
    <table class="wp-list-table widefat"><thead><tr><td><input type="checkbox" id="cb-all"></td><th>Username</th><th>Email</th><th>Role</th></tr></thead><tbody>${each(
      (person, index) =>
        `<tr id="user-${String(index + 1)}"><th scope="row" class="check-column"><input type="checkbox" name="users[]" value="${String(index + 1)}" data-who="${person.email}"></th><td><strong><a href="user-edit.php?user_id=${String(index + 1)}">${person.name}</a></strong></td><td><a href="mailto:${person.email}">${person.email}</a></td><td>${person.role}</td></tr>`,
    )}</tbody></table></form>`,
    'Users',
  ),
  wire: (page, act) =>
    page.on(must('#users-form'), 'submit', (event) => {
      event.preventDefault();
      if ((event as SubmitEvent).submitter?.id !== 'changeit') return;
      for (const id of new FormData(event.target as HTMLFormElement).getAll('users[]'))
        act(people[Number(id) - 1]!.email);
    }),
  steps: [
    { at: always('#changeit') },
    { at: whose('input[type=checkbox]'), how: 'tick' },
    { at: always('#new_role'), how: { choose: 'Guest' } },
  ],
  held: 'change-role',
};

ways['rows are ticked, a bar names only their number, and a dialog for all of them holds the licence'] = {
  html: shell(
    `<div class="bulk" hidden style="background:#eef"><span class="n"></span> <button type="button" class="bulk-edit">Edit…</button></div>${table(
      ['', 'Name', 'Email', 'License'],
      (person) =>
        `<td><input type="checkbox" class="pick" aria-label="Select row" data-who="${person.email}"></td>${nameCells(person)}<td>${person.licence}</td>`,
    )}`,
    'Users and licenses',
  ),
  wire: (page, act) => {
    const picked = new Set<string>();
    delegate(page, 'change', '.pick', (tick) => {
      if ((tick as HTMLInputElement).checked) picked.add(emailOf(tick));
      else picked.delete(emailOf(tick));
      must('.bulk').hidden = picked.size === 0;
      must('.n').textContent = `${String(picked.size)} selected`;
    });
    page.on(must('.bulk-edit'), 'click', () => {
      const box = portal(
        `<div role="dialog" aria-modal="true" aria-label="Edit users" style="background:#fff;padding:12px"><h2>Edit ${String(picked.size)} users</h2><label>Role <select name="role">${options(['Leave as is', 'Admin', 'Member'], 'Leave as is')}</select></label><br><label>License <select name="license">${options(['Leave as is', 'Full', 'Guest'], 'Leave as is')}</select></label><p><button type="button" class="ok">Save changes</button></p></div>`,
        modalCss,
      );
      page.on(at(box, '.ok'), 'click', () => {
        box.remove();
        for (const email of picked) act(email);
      });
    });
  },
  steps: [
    { at: always('.bulk-edit') },
    { at: always('[role=dialog] .ok') },
    { at: whose('.pick'), how: 'tick' },
    { at: always('select[name=license]'), how: { choose: 'Guest' } },
  ],
  held: 'change-licence',
};

// ---- seats and single buttons

ways['a page of seats, each with who sits on it and "Unassign seat"'] = {
  html: shell(
    `<p>3 of 5 full seats in use</p><div class="seats">${each(
      (person, index) =>
        `<div class="seat" style="border:1px solid;margin:4px"><h4>Seat ${String(index + 1)} <span>${person.licence}</span></h4><div class="occupant">${person.name}<br>${person.email}</div><button type="button" class="unassign" data-who="${person.email}">Unassign seat</button></div>`,
    )}<div class="seat"><h4>Seat 5</h4><em>Empty</em><button type="button">Assign seat</button></div></div>`,
    'Seats',
  ),
  wire: (page, act) => {
    for (const button of document.querySelectorAll<HTMLElement>('.unassign'))
      page.on(button, 'click', () => {
        const seat = button.closest('.seat')!;
        const who = emailOf(button);
        at(seat, '.occupant').innerHTML = '<em>Empty</em>';
        button.remove();
        act(who);
      });
  },
  steps: [{ at: whose('.unassign') }],
  held: 'change-licence',
};

ways['a menu behind three dots with "Move to free seat", followed by a question in a bubble'] = {
  html: shell(
    table(
      ['Name', 'Email', 'License', ''],
      (person, index) =>
        `${nameCells(person)}<td>${person.licence === 'Full' ? 'Full seat' : 'Free seat'}</td><td><button type="button" class="dots" aria-haspopup="true" aria-label="More" data-index="${String(index)}" data-who="${person.email}">⋯</button></td>`,
    ),
    'Plan and seats',
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.dots', (dots) => {
      document.querySelector('.pop')?.parentElement?.remove();
      const person = people[Number(dots.getAttribute('data-index'))]!;
      const menu = under(
        dots,
        `<ul class="pop" role="menu"><li role="menuitem">Usage</li><li role="menuitem" class="free-seat">Move to free seat</li></ul>`,
      );
      page.on(at(menu, '.free-seat'), 'click', () => {
        menu.innerHTML = `<div class="pop bubble"><p>Move to a free seat? The full seat becomes available at once.</p><button type="button" class="never">No</button><button type="button" class="yes">Yes, move</button></div>`;
        page.on(at(menu, '.never'), 'click', () => menu.remove());
        page.on(at(menu, '.yes'), 'click', () => {
          menu.remove();
          act(person.email);
        });
      });
    }),
  steps: [
    { at: (subject) => (document.querySelector('.pop') ? '#none' : whose('.dots')(subject)) },
    { at: always('.free-seat') },
    { at: always('.yes') },
  ],
  held: 'change-licence',
};

ways['a table of licences with a link "Downgrade to Guest"'] = {
  html: shell(
    table(
      ['User', 'License', 'Used since', ''],
      (person) =>
        `<td><span title="${person.email}">${person.name}</span></td><td>${person.licence}</td><td>2024-03-01</td><td>${person.licence === 'Full' ? `<a href="#" role="button" class="down" data-who="${person.email}">Downgrade to Guest</a>` : ''}</td>`,
    ),
    'Licenses',
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.down', (link, event) => {
      event.preventDefault();
      const who = emailOf(link);
      link.closest('tr')!.children[1]!.textContent = 'Guest';
      link.remove();
      act(who);
    }),
  steps: [{ at: whose('.down') }],
  held: 'change-licence',
};

ways['a list of the admins alone, each with "Revoke admin" and a question below the button'] = {
  html: shell(
    `<h2>Admins</h2><ul class="admins">${each((person) =>
      person.role === 'Admin'
        ? `<li>${person.name} <span>${person.email}</span> <button type="button" class="flip" data-who="${person.email}">Revoke admin</button></li>`
        : '',
    )}</ul><h2>Everybody else</h2><ul>${each((person) =>
      person.role === 'Admin'
        ? ''
        : `<li>${person.name} <span>${person.email}</span> <button type="button" class="flip" data-who="${person.email}">Make admin</button></li>`,
    )}</ul>`,
  ),
  wire: (page, act) =>
    delegate(page, 'mousedown', '.flip', (button) => {
      document.querySelector('.ask')?.parentElement?.remove();
      const pop = under(
        button,
        `<div class="ask" role="tooltip"><p>${button.textContent}?</p><button type="button" class="ask-no">No</button> <button type="button" class="ask-yes">Yes</button></div>`,
      );
      page.on(at(pop, '.ask-no'), 'click', () => pop.remove());
      page.on(at(pop, '.ask-yes'), 'click', () => {
        pop.remove();
        act(emailOf(button));
      });
    }),
  steps: [
    { at: (subject) => (document.querySelector('.ask') ? '#none' : whose('.flip')(subject)) },
    { at: always('.ask-yes') },
  ],
  held: 'change-role',
};

ways['a select for the permission group in a row that unfolds below the person'] = {
  html: shell(
    `<table><thead><tr><th></th><th>Name</th><th>Email</th></tr></thead><tbody>${each(
      (person, index) =>
        `<tr class="top"><td><button type="button" class="unfold" aria-expanded="false" aria-controls="more-${String(index)}" aria-label="Show details" data-who="${person.email}">▸</button></td>${nameCells(person)}</tr><tr class="more" id="more-${String(index)}" hidden><td></td><td colspan="2"><label>Permission group <select data-who="${person.email}">${options(['Admins', 'Managers', 'Members', 'Guests'], `${person.role}s`)}</select></label> <button type="button" class="store" data-who="${person.email}">Save</button></td></tr>`,
    )}</tbody></table>`,
  ),
  wire: (page, act) => {
    delegate(page, 'click', '.unfold', (button) => {
      const more = must(`#${button.getAttribute('aria-controls')!}`);
      more.hidden = !more.hidden;
      button.setAttribute('aria-expanded', String(!more.hidden));
    });
    delegate(page, 'click', '.store', (button) => act(emailOf(button)));
  },
  steps: [
    { at: whose('.unfold[aria-expanded=false]') },
    { at: whose('.store') },
    { at: whose('.more select'), how: { choose: 'Guests' } },
  ],
  held: 'change-role',
};

// ---- web components

ways['elements of a library with open shadow roots: the select, its options and the row'] = {
  html: shell(
    `<team-list><template shadowrootmode="open"><div class="wrap">${each(
      (person) =>
        `<team-row><template shadowrootmode="open"><div style="display:flex;gap:8px"><span part="name">${person.name}</span><span part="email">${person.email}</span><x-select><template shadowrootmode="open"><div class="combobox" role="combobox" aria-haspopup="listbox" aria-expanded="false" tabindex="0" aria-label="Role" data-who="${person.email}"><span class="value">${person.role}</span> ▾</div><div class="listbox" role="listbox" hidden><slot></slot></div></template>${[
          'Admin',
          'Member',
          'Guest',
        ]
          .map(
            (name) =>
              `<x-option value="${name}" role="option" aria-selected="${String(name === person.role)}" data-who="${person.email}" style="display:block"><template shadowrootmode="open"><div part="base"><slot></slot></div></template>${name}</x-option>`,
          )
          .join('')}</x-select></div></template></team-row>`,
    )}</div></template></team-list>`,
  ),
  wire: (page, act) => {
    delegate(page, 'click', '.combobox', (box) => {
      const list = box.nextElementSibling as HTMLElement;
      list.hidden = !list.hidden;
      box.setAttribute('aria-expanded', String(!list.hidden));
    });
    delegate(page, 'click', 'x-option', (option) => {
      const root = option.parentElement!.shadowRoot!;
      at(root, '.value').textContent = option.getAttribute('value');
      at(root, '.listbox').hidden = true;
      at(root, '.combobox').setAttribute('aria-expanded', 'false');
      option.dispatchEvent(new CustomEvent('x-change', { bubbles: true, composed: true }));
    });
    page.on(document, 'x-change', (event) => act(emailOf(event.composedPath()[0] as Element)));
  },
  steps: [{ at: whose('.combobox[aria-expanded=false]') }, { at: whose('x-option[value=Guest]') }],
  held: 'change-role',
};

ways[
  'each person is there twice, as a row and as a card for narrow screens, one of them hidden; a button cuts the role'
] = {
  html: shell(
    `<div class="hidden md:block" style="display:none">${table(['Name', 'Email', 'Role', ''], (person) => `${nameCells(person)}<td>${person.role}</td><td><button type="button" class="cut">Make guest</button></td>`)}</div>
    <div class="md:hidden">${each(
      (person, index) =>
        `<div class="card" style="padding:6px"><div>${person.name}</div><div>${person.email}</div><div>${person.role}</div><button type="button" class="cut" id="cut-${String(index)}" data-who="${person.email}">Make guest</button></div>`,
    )}</div>`,
  ),
  wire: (page, act) => {
    people.forEach((person, index) => page.on(must(`#cut-${String(index)}`), 'click', () => act(person.email)));
  },
  steps: [{ at: whose('.cut') }],
  held: 'change-role',
};

// ---- languages without words

ways['Finnish: a select in the row and a button to store it'] = {
  html: shell(
    table(
      ['Nimi', 'Sähköposti', 'Rooli', ''],
      (person) =>
        `${nameCells(person)}<td><select name="rooli" data-who="${person.email}">${options(['Ylläpitäjä', 'Jäsen', 'Vieras'], person.role === 'Admin' ? 'Ylläpitäjä' : 'Jäsen')}</select></td><td><button type="button" class="tallenna" data-who="${person.email}">Tallenna</button></td>`,
    ),
    undefined,
    'fi',
  ),
  wire: (page, act) => delegate(page, 'click', '.tallenna', (button) => act(emailOf(button))),
  steps: [{ at: whose('.tallenna') }, { at: whose('select'), how: { choose: 'Vieras' } }],
  options: { lang: 'fi' },
  held: 'change-role',
};

ways['Czech: a button with the role and a menu with one mark'] = {
  html: shell(
    `<ul>${each(
      (person) =>
        `<li><strong>${person.name}</strong> <span>${person.email}</span> <button type="button" class="role" aria-haspopup="menu" data-who="${person.email}">${person.role === 'Admin' ? 'Správce' : 'Člen'}</button></li>`,
    )}</ul>`,
    undefined,
    'cs',
  ),
  wire: (page, act) =>
    delegate(page, 'click', '.role', (button) => {
      const menu = under(
        button,
        `<div role="menu" class="role-choices">${['Správce', 'Člen', 'Host'].map((name) => `<div role="menuitemradio" tabindex="-1" aria-checked="${String(name === button.textContent)}">${name}</div>`).join('')}</div>`,
      );
      page.on(menu, 'click', (event) => {
        button.textContent = (event.target as Element).textContent;
        menu.remove();
        act(emailOf(button));
      });
    }),
  steps: [
    { at: (subject) => (document.querySelector('.role-choices') ? '#none' : whose('.role')(subject)) },
    { at: always('.role-choices > :last-child') },
  ],
  options: { lang: 'cs' },
  held: 'change-role',
};

ways['Turkish: native radio buttons for the role in each row, stored as they change'] = {
  html: shell(
    table(
      ['Ad', 'E-posta', 'Yönetici', 'Üye', 'Misafir'],
      (person, index) =>
        `${nameCells(person)}${['admin', 'member', 'guest'].map((value, column) => `<td><input type="radio" name="rol-${String(index)}" value="${value}" aria-label="${['Yönetici', 'Üye', 'Misafir'][column]!}" data-who="${person.email}"${(person.role === 'Admin' ? 0 : 1) === column ? ' checked' : ''}></td>`).join('')}`,
    ),
    undefined,
    'tr',
  ),
  wire: (page, act) => delegate(page, 'change', 'input[type=radio]', (radio) => act(emailOf(radio))),
  steps: [{ at: whose('input[value=guest]'), how: 'tick' }],
  options: { lang: 'tr' },
  held: 'change-role',
};

{
  const start = directory(
    (
      person,
    ) => `<form class="account" method="post" action="/users/${person.id!}/edit"><h2>Edit account</h2><p class="who"><b>${person.name}</b> — ${person.email}</p>
      <p><label for="tel">Phone</label> <input id="tel" name="tel"></p><p>Current license: <b>${person.licence}</b></p>
      <p><label for="lic">New license</label> <input id="lic" name="license" list="licences" placeholder="keep"><datalist id="licences"><option>Full<option>Creator<option>Guest</datalist></p>
      <p><input type="submit" value="Save account"></p></form>`,
    (page, root, person) =>
      page.on(at(root, 'form'), 'submit', (event) => {
        event.preventDefault();
        page.done.push(person.email);
      }),
  );
  ways['an account form on a page of its own; the licence is typed and the form is posted with Enter'] = {
    html: shell(start.html, 'Users'),
    wire: start.wire,
    steps: [start.open, { at: always('#lic'), how: 'Enter' }, { at: always('#lic'), how: { type: 'Guest' } }],
    held: 'change-licence',
  };
}

ways['Italian: the switch "Amministratore" in a card, worked with the space bar on keydown'] = {
  html: shell(
    `<div class="schede">${each(
      (person) =>
        `<div class="scheda" style="padding:6px"><p>${person.name}</p><p>${person.email}</p><div class="riga"><span id="amm-${person.id!}">Amministratore</span> <span role="switch" tabindex="0" class="interruttore" aria-checked="${String(person.role === 'Admin')}" aria-labelledby="amm-${person.id!}" data-who="${person.email}" style="display:inline-block;width:30px;height:16px;background:#9c9"></span></div></div>`,
    )}</div>`,
    undefined,
    'it',
  ),
  wire: (page, act) => {
    const flip = (element: HTMLElement): void => {
      element.setAttribute('aria-checked', String(element.getAttribute('aria-checked') !== 'true'));
      act(emailOf(element));
    };
    delegate(page, 'click', '.interruttore', flip);
    delegate(page, 'keydown', '.interruttore', (element, event) => {
      if ((event as KeyboardEvent).key !== ' ') return;
      event.preventDefault();
      flip(element);
    });
  },
  steps: [{ at: whose('.interruttore'), how: 'Space' }],
  options: { lang: 'it' },
  held: 'change-role',
};

// ---- what only looks like it

{
  const html = shell(
    `<div class="filters"><label>Role <select id="filter-role">${options(['All roles', 'Admin', 'Guest', 'Member'], 'All roles')}</select></label> <button type="button" class="columns" aria-haspopup="true" aria-expanded="false">Columns</button></div>${table(
      ['Name', 'Email', 'Role'],
      (person) =>
        `<td><a href="#/settings/users/${person.id!}" class="profile" data-who="${person.email}">${person.name}</a></td><td>${person.email}</td><td>${person.role}</td>`,
    )}`,
  );
  const open: Way['wire'] = (page, act) =>
    delegate(page, 'click', '.profile', (link, event) => {
      event.preventDefault();
      act(emailOf(link));
    });
  const guest = { name: 'Guest', email: 'filter:Guest', role: '' };
  ways['free: the filter by role above the list'] = {
    html,
    wire: (page, act) => {
      const filter = must('#filter-role') as HTMLSelectElement;
      page.on(filter, 'change', () => {
        for (const row of document.querySelectorAll<HTMLElement>('tbody tr'))
          row.hidden = !row.textContent.includes(filter.value);
        if (filter.value === 'Guest') act('filter:Guest');
      });
    },
    steps: [{ at: always('#filter-role'), how: { choose: 'Guest' } }],
    free: guest,
    own: guest,
    held: null,
  };
  ways['free: the role column is sorted and then hidden through the column chooser, and a profile is opened'] = {
    html,
    wire: (page, act) => {
      open(page, act);
      page.on(must('th:nth-child(3)'), 'click', () => must('tbody').append(...[...must('tbody').children].reverse()));
      page.on(must('.columns'), 'click', () => {
        must('.columns').setAttribute('aria-expanded', 'true');
        const menu = under(
          must('.columns'),
          `<div class="chooser"><label><input type="checkbox" checked>Email</label><label><input type="checkbox" class="col-role" checked>Role</label></div>`,
        );
        page.on(menu, 'change', () => {
          for (const cell of document.querySelectorAll<HTMLElement>('tr > :nth-child(3)')) cell.hidden = true;
          menu.remove();
        });
      });
    },
    steps: [
      {
        at: (subject) =>
          document.querySelector('th:nth-child(3)')?.hasAttribute('hidden') ? whose('.profile')(subject) : '#none',
      },
      { at: always('.columns[aria-expanded=false]') },
      { at: always('.col-role:checked') },
    ],
    held: null,
  };
}

{
  const nora = { name: 'Nora', email: 'nora@northwind.example', role: '' };
  ways['free: the form for invitations above the list, with Guest as the role'] = {
    html: shell(
      `<form id="invite"><label>E-mail <input type="email" name="mail"></label><label>Role <select name="role">${options(['Admin', 'Member', 'Guest'], 'Admin')}</select></label><button type="submit">Send invite</button></form>${table(['Name', 'Email', 'Role'], (person) => `${nameCells(person)}<td>${person.role}</td>`)}`,
    ),
    wire: (page, act) =>
      page.on(must('#invite'), 'submit', (event) => {
        event.preventDefault();
        act(new FormData(event.target as HTMLFormElement).get('mail') as string);
      }),
    steps: [
      { at: always('#invite button') },
      { at: always('#invite [name=mail]'), how: { type: nora.email } },
      { at: always('#invite select'), how: { choose: 'Guest' } },
    ],
    free: nora,
    own: nora,
    held: null,
  };
}

const run = import.meta.env['VITE_ALONE'] ? worksAlone : tryWay;
test.each(Object.entries(ways))('%s', (_, way) => run(way));
