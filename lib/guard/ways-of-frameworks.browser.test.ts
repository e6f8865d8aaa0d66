/** Pages of Vue, Angular, Svelte, web components and server-rendered back offices, written without a look at the code. */
import { afterEach, test } from 'vitest';
import {
  always,
  delegate,
  endWay,
  find,
  must,
  portal,
  tryWay,
  type Way,
  whose,
} from '../../test/fixtures/pages/ways.ts';
import { settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';

afterEach(endWay);

const rows = (draw: (person: Someone, index: number) => string): string => team.map(draw).join('');
/** The number that the product's own tables would give. */
const no = ({ email }: { email: string }): number => 101 + team.findIndex((one) => one.email === email);
const byNo = (id: string | number | null | undefined): Someone => team[Number(id) - 101]!;
const shut = (): void => document.querySelectorAll('[data-portal]').forEach((box) => box.remove());
const login = ({ email }: Someone): string => email.split('@')[0]!;
const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('');
const agreeToAll = (): void => {
  window.confirm = () => true;
};
/** A back office of its own, whose page names no workspace. */
const office = (brand: string, title: string, content: string, entries = ['Dashboard', 'Users', 'Groups']): string =>
  `<div class="wrapper"><nav class="topbar"><a href="#/" class="brand">${brand}</a><span class="user">Robin Boss</span></nav>
  <aside><ul>${entries.map((entry) => `<li><a href="#/">${entry}</a></li>`).join('')}</ul></aside>
  <div class="content-wrapper"><section class="content-header"><h1>${title}</h1></section><section class="content">${content}</section></div></div>`;
const modalCss = 'position:absolute;top:60px;left:60px;background:white;z-index:1100;padding:16px';
const idHook = (selector: (id: number) => string) => (subject: Someone) => selector(no(subject));

const deRole: Record<string, string> = { Admin: 'Administrator', Member: 'Mitglied', Manager: 'Manager' };

const ways: Record<string, Way> = {
  'PrimeVue: DataTable with a trash button, and the Dialog of its CRUD demo with No and Yes': {
    html: settingsPage(`<div class="card"><div class="p-datatable p-component p-datatable-hoverable" data-pc-name="datatable"><div class="p-datatable-table-container" style="overflow:auto">
      <table role="table" class="p-datatable-table" data-pc-section="table"><thead class="p-datatable-thead" role="rowgroup"><tr role="row">
      ${['Name', 'Email', 'Role', ''].map((head) => `<th class="p-datatable-header-cell" role="columnheader"><div class="p-datatable-column-header-content"><span class="p-datatable-column-title">${head}</span></div></th>`).join('')}</tr></thead>
      <tbody class="p-datatable-tbody" role="rowgroup">${rows(
        (
          p,
          i,
        ) => `<tr class="${i % 2 ? 'p-row-odd' : 'p-row-even'}" role="row" data-p-index="${i}"><td role="cell">${p.name}</td><td role="cell">${p.email}</td><td role="cell"><span class="p-tag p-component p-tag-info"><span class="p-tag-label">${p.role}</span></span></td>
        <td role="cell"><button class="p-button p-component p-button-icon-only p-button-rounded p-button-outlined mr-2" type="button" data-pc-name="button"><span class="p-button-icon pi pi-pencil"></span><span class="p-button-label">&nbsp;</span></button>
        <button class="p-button p-component p-button-icon-only p-button-rounded p-button-danger p-button-outlined" type="button" data-pc-name="button" data-pc-severity="danger"><span class="p-button-icon pi pi-trash"></span><span class="p-button-label">&nbsp;</span></button></td></tr>`,
      )}</tbody></table></div></div></div>`),
    wire: (page, act) => {
      document.querySelectorAll('.p-datatable-tbody tr').forEach((tr, i) => {
        page.on(tr.querySelector('.p-button-danger')!, 'click', () => {
          const person = team[i]!;
          const box = portal(
            `<div class="p-dialog-mask p-overlay-mask" data-pc-section="mask"><div class="p-dialog p-component" role="dialog" aria-labelledby="pv_id_7_header" aria-modal="true" style="width:450px" data-pc-name="dialog"><div class="p-dialog-header"><span id="pv_id_7_header" class="p-dialog-title">Confirm</span><div class="p-dialog-header-actions"><button class="p-button p-button-icon-only p-dialog-close-button" type="button" aria-label="Close"><span class="pi pi-times"></span></button></div></div>
            <div class="p-dialog-content"><div class="flex items-center gap-4"><i class="pi pi-exclamation-triangle text-3xl"></i><span>Are you sure you want to delete <b>${person.name}</b>?</span></div></div>
            <div class="p-dialog-footer"><button class="p-button p-component p-button-text" type="button" autofocus aria-label="No"><span class="p-button-icon pi pi-times"></span><span class="p-button-label">No</span></button><button class="p-button p-component" type="button" aria-label="Yes"><span class="p-button-icon pi pi-check"></span><span class="p-button-label">Yes</span></button></div></div></div>`,
            modalCss,
          );
          box.querySelector<HTMLElement>('[aria-label=No]')!.focus();
          page.on(box.querySelector('[aria-label=No]')!, 'click', shut);
          page.on(box.querySelector('[aria-label=Yes]')!, 'click', () => {
            shut();
            tr.remove();
            act(person.email);
          });
        });
      });
    },
    steps: [
      { at: (s) => `tr[data-p-index="${no(s) - 101}"] .p-button-danger` },
      { at: always('.p-dialog-footer [aria-label=Yes]') },
    ],
  },

  'PrimeVue in French: rows ticked, Toolbar button, ConfirmDialog of the service': {
    html: office(
      'Atlas',
      'Utilisateurs',
      `<div class="p-toolbar p-component" role="toolbar"><div class="p-toolbar-start"><button class="p-button p-component" type="button"><span class="p-button-icon pi pi-plus"></span><span class="p-button-label">Nouveau</span></button>
      <button class="p-button p-component p-button-danger p-button-outlined" type="button" id="bulk" disabled><span class="p-button-icon pi pi-trash"></span><span class="p-button-label">Supprimer</span></button></div><div class="p-toolbar-end"><button class="p-button p-component" type="button"><span class="p-button-icon pi pi-upload"></span><span class="p-button-label">Exporter</span></button></div></div>
      <table class="p-datatable-table" role="table"><thead class="p-datatable-thead"><tr role="row"><th role="columnheader"><div class="p-checkbox p-component"><input type="checkbox" class="p-checkbox-input" aria-label="Tous sélectionnés"></div></th><th role="columnheader">Nom</th><th role="columnheader">Adresse e-mail</th><th role="columnheader">Rôle</th></tr></thead>
      <tbody class="p-datatable-tbody">${rows(
        (p) =>
          `<tr role="row" class="p-selectable-row"><td role="cell"><div class="p-checkbox p-component"><input type="checkbox" class="p-checkbox-input" data-who="${p.email}" aria-label="Ligne désélectionnée"><div class="p-checkbox-box"></div></div></td><td role="cell">${p.name}</td><td role="cell">${p.email}</td><td role="cell">${p.role === 'Admin' ? 'Administrateur' : 'Membre'}</td></tr>`,
      )}</tbody></table>`,
      ['Tableau de bord', 'Utilisateurs'],
    ),
    options: { lang: 'fr' },
    wire: (page, act) => {
      const chosen = new Set<string>();
      const bulk = must('#bulk') as HTMLButtonElement;
      delegate(page, 'change', '.p-datatable-tbody .p-checkbox-input', (box) => {
        const input = box as HTMLInputElement;
        if (input.checked) chosen.add(input.dataset['who']!);
        else chosen.delete(input.dataset['who']!);
        input.closest('tr')!.classList.toggle('p-datatable-row-selected', input.checked);
        input.setAttribute('aria-label', input.checked ? 'Ligne sélectionnée' : 'Ligne désélectionnée');
        bulk.disabled = chosen.size === 0;
      });
      page.on(bulk, 'click', () => {
        const box = portal(
          `<div class="p-dialog p-component p-confirmdialog" role="alertdialog" aria-modal="true"><div class="p-dialog-header"><span class="p-dialog-title">Confirmation</span></div><div class="p-dialog-content"><span class="p-confirmdialog-icon pi pi-exclamation-triangle"></span><span class="p-confirmdialog-message">Voulez-vous vraiment supprimer les utilisateurs sélectionnés ?</span></div>
          <div class="p-dialog-footer"><button class="p-button p-confirmdialog-reject-button" type="button"><span class="p-button-label">Non</span></button><button class="p-button p-confirmdialog-accept-button" type="button"><span class="p-button-label">Oui</span></button></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('.p-confirmdialog-accept-button')!, 'click', () => {
          shut();
          chosen.forEach((email) => act(email));
        });
      });
    },
    steps: [
      { at: whose('.p-checkbox-input'), how: 'tick' },
      { at: always('#bulk:not(:disabled)') },
      { at: always('.p-confirmdialog-accept-button') },
    ],
  },

  'PrimeVue: popup Menu of an ellipsis whose list keeps the focus, worked by keys, and a ConfirmPopup beside the button':
    {
      html: settingsPage(
        `<div class="p-dataview p-component"><div class="p-dataview-content">${rows(
          (
            p,
            i,
          ) => `<div class="flex items-center p-4" data-nr="${i}"><div class="p-avatar p-component p-avatar-circle"><span class="p-avatar-label">${initials(p.name)}</span></div><div><div class="text-lg">${p.name}</div><span class="text-surface-500">${p.email}</span></div><span class="p-chip">${p.role}</span>
      <button type="button" class="p-button p-component p-button-icon-only p-button-text" aria-haspopup="true" aria-controls="overlay_menu"><span class="pi pi-ellipsis-v p-button-icon"></span></button></div>`,
        )}</div></div>`,
      ),
      wire: (page, act) => {
        let who: Someone | null = null;
        const items = ['Edit', 'Send password reset', 'Remove'];
        delegate(page, 'click', '.p-dataview button', (button) => {
          shut();
          who = team[Number(button.closest<HTMLElement>('[data-nr]')!.dataset['nr'])]!;
          const box = portal(
            `<div class="p-menu p-component p-menu-overlay" id="overlay_menu"><ul class="p-menu-list" role="menu" tabindex="0" aria-activedescendant="">${items
              .map(
                (item, i) =>
                  `<li id="overlay_menu_${i}" class="p-menu-item" role="menuitem" aria-label="${item}" data-p-focused="false"><div class="p-menu-item-content"><a class="p-menu-item-link" tabindex="-1"><span class="p-menu-item-icon pi"></span><span class="p-menu-item-label">${item}</span></a></div></li>`,
              )
              .join('')}</ul></div>`,
          );
          const list = box.querySelector<HTMLElement>('ul')!;
          let at = -1;
          const run = (nr: number): void => {
            shut();
            if (nr !== 2) return;
            const pop = portal(
              `<div class="p-confirmpopup p-component" role="alertdialog" aria-modal="true"><div class="p-confirmpopup-content"><i class="pi pi-info-circle p-confirmpopup-icon"></i><span class="p-confirmpopup-message">Do you want to remove this user?</span></div><div class="p-confirmpopup-footer"><button type="button" class="p-button p-confirmpopup-reject-button p-button-sm"><span class="p-button-label">Cancel</span></button><button type="button" class="p-button p-confirmpopup-accept-button p-button-danger p-button-sm"><span class="p-button-label">Remove</span></button></div></div>`,
            );
            const accept = pop.querySelector<HTMLElement>('.p-confirmpopup-accept-button')!;
            accept.focus();
            page.on(accept, 'click', () => {
              shut();
              act(who!.email);
            });
          };
          page.on(list, 'keydown', (event) => {
            const { code } = event as KeyboardEvent;
            if (code === 'ArrowDown' || code === 'End') {
              at = code === 'End' ? items.length - 1 : Math.min(at + 1, items.length - 1);
              list.setAttribute('aria-activedescendant', `overlay_menu_${at}`);
              list.querySelectorAll('li').forEach((li, i) => {
                li.classList.toggle('p-focus', i === at);
                li.dataset['pFocused'] = String(i === at);
              });
              event.preventDefault();
            } else if (code === 'Enter' || code === 'NumpadEnter') {
              event.preventDefault();
              if (at >= 0) run(at);
            }
          });
          list
            .querySelectorAll('.p-menu-item-content')
            .forEach((content, i) => page.on(content, 'click', () => run(i)));
          list.focus();
        });
      },
      steps: [
        { at: (s) => `[data-nr="${no(s) - 101}"] button`, how: 'Enter' },
        { at: always('.p-menu-list'), how: { keys: 'End' } },
        { at: always('.p-menu-list[aria-activedescendant="overlay_menu_2"]'), how: 'Enter' },
        { at: always('.p-confirmpopup-accept-button'), how: 'Enter' },
      ],
    },

  'Vuestic Admin: VaSelect of the role in the edit-user modal, sent by Save': {
    html: settingsPage(
      `<div class="va-card"><div class="va-data-table"><table class="va-data-table__table"><thead><tr class="va-data-table__table-tr"><th class="va-data-table__table-th">Full Name</th><th class="va-data-table__table-th">Email</th><th class="va-data-table__table-th">Role</th><th></th></tr></thead><tbody class="va-data-table__table-tbody">${rows(
        (p) =>
          `<tr class="va-data-table__table-tr"><td class="va-data-table__table-td"><div class="va-avatar">${initials(p.name)}</div>${p.name}</td><td class="va-data-table__table-td"><div class="ellipsis max-w-[230px]">${p.email}</div></td><td class="va-data-table__table-td"><span class="va-badge">${p.role}</span></td><td class="va-data-table__table-td"><button class="va-button va-button--small" aria-label="Edit user" data-who="${p.email}"><i class="va-icon mso">edit</i></button><button class="va-button va-button--small" aria-label="Delete user"><i class="va-icon mso">delete</i></button></td></tr>`,
      )}</tbody></table></div></div>`,
    ),
    held: 'change-role',
    wire: (page, act) => {
      delegate(page, 'click', '[aria-label="Edit user"]', (button) => {
        const person = team.find(({ email }) => email === button.dataset['who'])!;
        let role = person.role;
        const box = portal(
          `<div class="va-modal" role="dialog" aria-modal="true"><div class="va-modal__container"><div class="va-modal__dialog"><h1 class="va-h5">Edit user</h1><form class="va-form">
          <div class="va-input-wrapper"><label class="va-input-label">Full name</label><input class="va-input__content__input" value="${person.name}"></div>
          <div class="va-input-wrapper"><label class="va-input-label">Email</label><input class="va-input__content__input" value="${person.email}"></div>
          <div class="va-select va-input-wrapper" role="combobox" aria-haspopup="listbox" aria-expanded="false" tabindex="0" aria-label="Role"><label class="va-input-label">Role</label><div class="va-select-content__placeholder"><span class="va-select-content">${role}</span></div></div>
          <div class="flex"><button type="button" class="va-button">Cancel</button><button type="button" class="va-button va-save">Save</button></div></form></div></div></div>`,
          modalCss,
        );
        const select = box.querySelector<HTMLElement>('.va-select')!;
        page.on(select, 'click', () => {
          select.setAttribute('aria-expanded', 'true');
          const list = portal(
            `<div class="va-select-dropdown va-dropdown__content-wrapper"><ul class="va-select-option-list" role="listbox">${['Admin', 'Manager', 'Member'].map((one) => `<li class="va-select-option" role="option" aria-selected="${one === role}">${one}</li>`).join('')}</ul></div>`,
            'position:absolute;top:300px;left:80px;background:white;z-index:1200',
          );
          delegate(page, 'click', '.va-select-option', (option) => {
            role = option.textContent;
            select.querySelector('.va-select-content')!.textContent = role;
            select.setAttribute('aria-expanded', 'false');
            list.remove();
          });
        });
        page.on(box.querySelector('.va-save')!, 'click', () => {
          shut();
          if (role !== person.role) act(person.email);
        });
      });
    },
    steps: [
      { at: whose('[aria-label="Edit user"]') },
      { at: () => (find('.va-select-content')?.textContent === 'Manager' ? '.none' : '.va-select') },
      { at: always('.va-select-option:nth-child(2)') },
      { at: () => (find('.va-select-content')?.textContent === 'Manager' ? '.va-save' : '.none') },
    ],
  },

  'Nuxt UI dashboard: members list with a DropdownMenu of Reka UI, with a click made of pointerup, and UModal': {
    html: settingsPage(
      `<div data-slot="root" class="rounded-lg ring ring-default"><ul role="list" class="divide-y divide-default">${rows(
        (
          p,
        ) => `<li class="flex items-center justify-between gap-3 py-3 px-4 sm:px-6"><div class="flex items-center gap-3 min-w-0"><span data-slot="root" class="inline-flex rounded-full size-8"><span data-slot="fallback">${initials(p.name)}</span></span><div class="text-sm min-w-0"><p class="text-highlighted font-medium truncate">${p.name}</p><p class="text-muted truncate">${p.email}</p></div></div>
      <div class="flex items-center gap-3"><button role="combobox" type="button" aria-autocomplete="none" data-state="closed" class="capitalize"><span data-slot="value">${p.role.toLowerCase()}</span></button>
      <button type="button" data-slot="base" id="reka-dropdown-menu-trigger-v-${no(p)}" aria-haspopup="menu" aria-expanded="false" data-state="closed" class="rounded-md inline-flex"><span class="iconify i-lucide:ellipsis-vertical" aria-hidden="true" data-slot="leadingIcon">⋮</span></button></div></li>`,
      )}</ul></div>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '[id^="reka-dropdown-menu-trigger"]', (button) => {
        if (button.dataset['state'] === 'open') return;
        button.dataset['state'] = 'open';
        button.setAttribute('aria-expanded', 'true');
        document.body.style.pointerEvents = '';
        const menu = portal(
          `<div data-reka-popper-content-wrapper=""><div role="menu" aria-orientation="vertical" data-state="open" data-slot="content" aria-labelledby="${button.id}" tabindex="-1"><div role="group" data-slot="group"><div role="menuitem" tabindex="-1" data-slot="item" data-reka-collection-item=""><span data-slot="itemWrapper"><span data-slot="itemLabel">Edit member</span></span></div><div role="menuitem" tabindex="-1" data-slot="item" class="text-error" data-reka-collection-item=""><span data-slot="itemWrapper"><span data-slot="itemLabel">Remove member</span></span></div></div></div></div>`,
        );
        const [, last] = menu.querySelectorAll<HTMLElement>('[role=menuitem]');
        menu.querySelector<HTMLElement>('[role=menu]')!.focus();
        let down = false;
        page.on(last!, 'pointerdown', () => (down = true));
        page.on(last!, 'pointerup', () => {
          if (!down) last!.click();
        });
        page.on(last!, 'click', () => {
          menu.remove();
          button.dataset['state'] = 'closed';
          const box = portal(
            `<div role="dialog" id="reka-dialog-content-v-9" data-state="open" data-slot="content" aria-labelledby="reka-dialog-title-v-9" tabindex="-1"><div data-slot="header"><h2 id="reka-dialog-title-v-9" data-slot="title">Remove ${byNo(button.id.split('-').at(-1)).name}?</h2><p data-slot="description">Are you sure, this action cannot be undone.</p></div><div data-slot="footer"><button type="button" data-slot="base"><span data-slot="label">Cancel</span></button><button type="button" data-slot="base" class="bg-error"><span data-slot="label">Remove</span></button></div></div>`,
            modalCss,
          );
          page.on(box.querySelector('.bg-error')!, 'click', () => {
            box.remove();
            act(byNo(button.id.split('-').at(-1)).email);
          });
        });
      });
    },
    steps: [
      { at: idHook((id) => `#reka-dropdown-menu-trigger-v-${id}`) },
      { at: always('[role=menuitem].text-error') },
      { at: always('[role=dialog] .bg-error') },
    ],
  },

  'Quasar in Portuguese: QTable with flat buttons and the Dialog plugin, whose buttons are Cancelar and OK': {
    html: office(
      'Quasar App',
      'Utilizadores',
      `<div class="q-table__container q-table--flat q-card"><div class="q-table__top"><div class="q-table__title">Utilizadores</div></div><div class="q-table__middle scroll"><table class="q-table"><thead><tr><th class="text-left">Nome</th><th class="text-left">E-mail</th><th class="text-left">Função</th><th class="text-right">Ações</th></tr></thead><tbody>${rows(
        (p) =>
          `<tr><td class="q-td text-left">${p.name}</td><td class="q-td text-left">${p.email}</td><td class="q-td text-left">${p.role === 'Admin' ? 'Administrador' : 'Membro'}</td><td class="q-td text-right"><button class="q-btn q-btn-item non-selectable no-outline q-btn--flat q-btn--round" tabindex="0" type="button"><span class="q-focus-helper"></span><span class="q-btn__content"><i class="q-icon notranslate material-icons" aria-hidden="true" role="img">edit</i></span></button><button class="q-btn q-btn-item non-selectable no-outline q-btn--flat q-btn--round text-negative" data-who="${p.email}" tabindex="0" type="button"><span class="q-focus-helper"></span><span class="q-btn__content"><i class="q-icon notranslate material-icons" aria-hidden="true" role="img">delete</i></span></button></td></tr>`,
      )}</tbody></table></div></div>`,
      ['Início', 'Utilizadores', 'Definições'],
    ),
    options: { lang: 'pt' },
    wire: (page, act) => {
      delegate(page, 'click', '.q-btn.text-negative', (button) => {
        const name = button.closest('tr')!.cells[0]!.textContent;
        const box = portal(
          `<div id="q-portal--dialog--1"><div class="q-dialog fullscreen no-pointer-events q-dialog--modal" role="dialog" aria-modal="true"><div class="q-dialog__backdrop fixed-full" aria-hidden="true" tabindex="-1"></div><div class="q-dialog__inner flex no-pointer-events q-dialog__inner--minimized fixed-full flex-center" tabindex="-1"><div class="q-card q-dialog-plugin"><div class="q-card__section q-card__section--vert q-dialog__title">Confirmar</div><div class="q-card__section q-card__section--vert q-dialog__message">Deseja remover ${name} da equipa?</div><div class="q-card__actions justify-end"><button class="q-btn q-btn-item q-btn--flat text-primary" type="button"><span class="q-btn__content">Cancelar</span></button><button class="q-btn q-btn-item q-btn--flat text-primary ok" type="button"><span class="q-btn__content"><span class="block">OK</span></span></button></div></div></div></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('.ok')!, 'click', () => {
          box.remove();
          act(button.dataset['who']!);
        });
      });
    },
    steps: [{ at: whose('.q-btn.text-negative') }, { at: always('.q-dialog-plugin .ok') }],
  },

  'SvelteKit: a form action per member, ?/remove, with use:enhance and no question': {
    html: settingsPage(
      `<section class="members svelte-1x2y3z">${rows(
        (p) =>
          `<div class="member svelte-1x2y3z"><div class="who svelte-1x2y3z"><strong class="svelte-1x2y3z">${p.name}</strong> <span class="svelte-1x2y3z">${p.email}</span></div> <span class="role svelte-1x2y3z">${p.role}</span> <form method="POST" action="?/removeMember" class="svelte-1x2y3z"><input type="hidden" name="memberId" value="${no(p)}"> <button class="link danger svelte-1x2y3z">Remove</button></form></div>`,
      )}</section>`,
    ),
    wire: (page, act) => {
      document.querySelectorAll<HTMLFormElement>('.members form').forEach((form) =>
        page.on(form, 'submit', (event) => {
          event.preventDefault();
          const id = new FormData(form).get('memberId') as string;
          form.closest('.member')!.remove();
          act(byNo(id).email);
        }),
      );
    },
    steps: [{ at: idHook((id) => `form:has(input[value="${id}"]) button`), how: 'Enter' }],
  },

  'Flowbite-Svelte in German: a native select of the role in each row, sent at once': {
    html: office(
      'Themesberg',
      'Benutzer',
      `<div class="relative overflow-x-auto shadow-md sm:rounded-lg"><table class="w-full text-sm text-left"><thead class="text-xs uppercase bg-gray-50"><tr><th scope="col" class="px-6 py-3">Name</th><th scope="col" class="px-6 py-3">Rolle</th><th scope="col" class="px-6 py-3">Status</th></tr></thead><tbody>${rows(
        (p) =>
          `<tr class="bg-white border-b"><th scope="row" class="flex items-center px-6 py-4 whitespace-nowrap"><div class="ps-3"><div class="text-base font-semibold">${p.name}</div><div class="font-normal text-gray-500">${p.email}</div></div></th><td class="px-6 py-4"><select class="block w-full rounded-lg p-2.5" data-who="${p.email}">${['Administrator', 'Manager', 'Mitglied'].map((role) => `<option${role === deRole[p.role] ? ' selected' : ''}>${role}</option>`).join('')}</select></td><td class="px-6 py-4"><div class="flex items-center">Aktiv</div></td></tr>`,
      )}</tbody></table></div>`,
      ['Übersicht', 'Benutzer'],
    ),
    options: { lang: 'de' },
    held: 'change-role',
    wire: (page, act) => delegate(page, 'change', 'select', (select) => act(select.dataset['who']!)),
    steps: [{ at: whose('select'), how: { choose: 'Manager' } }],
  },

  'Vuetify-like v-switch in Vuexy: Active is switched off in the user list': {
    html: settingsPage(
      `<div class="v-table v-data-table"><div class="v-table__wrapper"><table><thead><tr><th class="v-data-table__td">User</th><th class="v-data-table__td">Role</th><th class="v-data-table__td">Active</th></tr></thead><tbody class="v-data-table__tbody">${rows(
        (p) =>
          `<tr class="v-data-table__tr"><td class="v-data-table__td"><div class="d-flex align-center"><div class="v-avatar"><span>${initials(p.name)}</span></div><div class="d-flex flex-column"><h6 class="text-base"><a href="#/apps/user/view/${no(p)}" class="font-weight-medium text-link">${p.name}</a></h6><span class="text-sm text-medium-emphasis">${p.email}</span></div></div></td><td class="v-data-table__td"><span class="text-capitalize">${p.role}</span></td><td class="v-data-table__td"><div class="v-input v-switch v-input--density-compact"><div class="v-selection-control v-selection-control--dirty"><div class="v-selection-control__wrapper"><div class="v-switch__track"></div><div class="v-selection-control__input"><div class="v-switch__thumb"></div><input type="checkbox" role="switch" id="switch-${no(p)}" checked aria-checked="true" aria-label="Active"></div></div></div></div></td></tr>`,
      )}</tbody></table></div></div>`,
    ),
    wire: (page, act) =>
      delegate(page, 'change', '.v-switch input', (input) => {
        input.setAttribute('aria-checked', String((input as HTMLInputElement).checked));
        if (!(input as HTMLInputElement).checked) act(byNo(input.id.split('-')[1]).email);
      }),
    steps: [{ at: idHook((id) => `#switch-${id}`) }],
  },

  'PrimeNG: row editing of a p-table, pencil, p-select in the cell, then the check': {
    html: settingsPage(
      `<p-table editmode="row" datakey="id"><div class="p-datatable p-component"><div class="p-datatable-table-container"><table role="table" class="p-datatable-table"><thead class="p-datatable-thead"><tr><th>Name</th><th>Email</th><th>Role</th><th style="width:20%"></th></tr></thead><tbody class="p-datatable-tbody">${rows(
        (p) =>
          `<tr class="ng-star-inserted" data-nr="${no(p)}"><td><p-celleditor>${p.name}</p-celleditor></td><td><p-celleditor>${p.email}</p-celleditor></td><td class="role"><p-celleditor>${p.role}</p-celleditor></td><td class="tools"><div class="flex items-center justify-center gap-2"><button pbutton type="button" pinitEditableRow icon="pi pi-pencil" class="p-button-rounded p-button-text p-button p-component p-button-icon-only init"><span class="p-button-icon pi pi-pencil" aria-hidden="true"></span></button></div></td></tr>`,
      )}</tbody></table></div></div></p-table>`,
    ),
    held: 'change-role',
    wire: (page, act) => {
      const before = new Map<string, string>();
      delegate(page, 'click', '.init', (button) => {
        const tr = button.closest<HTMLElement>('tr')!;
        const cell = tr.querySelector<HTMLElement>('.role')!;
        before.set(tr.dataset['nr']!, cell.textContent);
        cell.innerHTML = `<p-celleditor><p-select class="p-select p-component p-inputwrapper" appendto="body"><span role="combobox" class="p-select-label" aria-haspopup="listbox" aria-expanded="false" aria-label="${cell.textContent}" tabindex="0">${cell.textContent}</span><div class="p-select-dropdown" role="button" aria-label="dropdown trigger">v</div></p-select></p-celleditor>`;
        tr.querySelector('.tools')!.innerHTML =
          `<div class="flex"><button pbutton type="button" psaveeditablerow class="p-button-rounded p-button-text p-button-success p-button p-component p-button-icon-only save"><span class="p-button-icon pi pi-check" aria-hidden="true"></span></button><button pbutton type="button" pcanceleditablerow class="p-button-danger p-button p-component p-button-icon-only"><span class="p-button-icon pi pi-times" aria-hidden="true"></span></button></div>`;
        const label = cell.querySelector<HTMLElement>('.p-select-label')!;
        page.on(label, 'click', () => {
          label.setAttribute('aria-expanded', 'true');
          const list = portal(
            `<div class="p-select-overlay p-component"><div class="p-select-list-container"><ul role="listbox" class="p-select-list">${['Admin', 'Manager', 'Member'].map((role) => `<p-selectitem><li role="option" class="p-select-option" aria-label="${role}"><span>${role}</span></li></p-selectitem>`).join('')}</ul></div></div>`,
          );
          list.querySelectorAll<HTMLElement>('li').forEach((li) =>
            page.on(li, 'click', () => {
              label.textContent = li.textContent;
              label.setAttribute('aria-label', li.textContent);
              list.remove();
            }),
          );
        });
      });
      delegate(page, 'click', '.save', (button) => {
        const tr = button.closest<HTMLElement>('tr')!;
        const cell = tr.querySelector<HTMLElement>('.role')!;
        const role = cell.querySelector('.p-select-label')!.textContent;
        const changed = before.get(tr.dataset['nr']!) !== role;
        cell.textContent = role;
        tr.querySelector('.tools')!.innerHTML = '';
        if (changed) act(byNo(tr.dataset['nr']).email);
      });
    },
    steps: [
      { at: idHook((id) => `[data-nr="${id}"] .init`) },
      { at: () => (find('.p-select-label')?.textContent === 'Manager' ? '.none' : '.p-select-label') },
      { at: always('.p-select-list p-selectitem:nth-child(2) li') },
      { at: () => (find('.p-select-label')?.textContent === 'Manager' ? '.save' : '.none') },
    ],
  },

  'Clarity: datagrid with a single-row action overflow, the clr-modal with btn-danger': {
    // "Delete user" ends the account, also where the list is not from.
    widens: true,
    html: settingsPage(`<clr-datagrid class="datagrid-host"><div class="datagrid-outer-wrapper"><div class="datagrid-inner-wrapper"><div class="datagrid" tabindex="0"><div role="grid" class="datagrid-table-wrapper"><div role="rowgroup" class="datagrid-header"><div role="row" class="datagrid-row">
      <div class="datagrid-column datagrid-row-actions" role="columnheader"></div>${['User', 'Email', 'Role'].map((head) => `<clr-dg-column role="columnheader" class="datagrid-column"><div class="datagrid-column-flex"><button class="datagrid-column-title" type="button">${head}</button></div></clr-dg-column>`).join('')}</div></div>
      <div class="datagrid-rows" role="rowgroup">${rows(
        (p) =>
          `<clr-dg-row class="datagrid-row" style="display:block"><div class="datagrid-row-master" role="row" id="clr-dg-row${no(p)}" style="display:flex;gap:8px"><div class="datagrid-row-sticky"><div role="gridcell" class="datagrid-row-actions datagrid-fixed-column datagrid-cell"><clr-dg-action-overflow><button class="datagrid-action-toggle" type="button" aria-haspopup="menu" aria-expanded="false" id="clr-action-menu-${no(p)}" aria-label="Available actions"><cds-icon shape="ellipsis-vertical">⋮</cds-icon></button></clr-dg-action-overflow></div></div><div class="datagrid-row-scrollable" style="display:flex;gap:8px"><clr-dg-cell role="gridcell" class="datagrid-cell">${p.name}</clr-dg-cell><clr-dg-cell role="gridcell" class="datagrid-cell">${p.email}</clr-dg-cell><clr-dg-cell role="gridcell" class="datagrid-cell">${p.role}</clr-dg-cell></div></div></clr-dg-row>`,
      )}</div></div></div></div></div><clr-dg-footer class="datagrid-footer">1 - 4 of 4 users</clr-dg-footer></clr-datagrid>`),
    wire: (page, act) => {
      delegate(page, 'click', '.datagrid-action-toggle', (toggle) => {
        shut();
        const person = byNo(toggle.id.split('-').at(-1));
        toggle.setAttribute('aria-expanded', 'true');
        const menu = portal(
          `<div class="datagrid-action-overflow" role="menu" tabindex="-1" aria-hidden="false"><button clrdgaction class="action-item" role="menuitem" type="button">Edit</button><button class="action-item" role="menuitem" type="button">Delete</button></div>`,
        );
        page.on(menu.querySelectorAll('.action-item')[1]!, 'click', () => {
          shut();
          const box = portal(
            `<clr-modal><div class="modal"><div class="modal-dialog modal-sm" role="dialog" aria-modal="true" aria-labelledby="clr-id-21"><div class="modal-content"><div class="modal-header--accessible modal-header"><div class="modal-title-wrapper" id="clr-id-21" tabindex="-1"><h3 class="modal-title">Delete user</h3></div><button type="button" aria-label="Close" class="close"><cds-icon shape="times">x</cds-icon></button></div><div class="modal-body-wrapper"><div class="modal-body"><p>Are you sure you want to delete the user ${person.name}?</p></div></div><div class="modal-footer"><button type="button" class="btn btn-outline">Cancel</button><button type="button" class="btn btn-danger">Delete</button></div></div></div></div><div class="modal-backdrop" aria-hidden="true"></div></clr-modal>`,
            modalCss,
          );
          page.on(box.querySelector('.btn-danger')!, 'click', () => {
            shut();
            act(person.email);
          });
        });
      });
    },
    steps: [
      { at: idHook((id) => `#clr-action-menu-${id}`) },
      { at: always('.datagrid-action-overflow .action-item:last-child') },
      { at: always('.modal .btn-danger') },
    ],
  },

  'Clarity: action bar above the datagrid, "Reset password" for the selected user': {
    html: settingsPage(`<clr-datagrid><clr-dg-action-bar class="datagrid-action-bar"><div class="btn-group"><button type="button" class="btn btn-sm btn-secondary reset"><cds-icon shape="key"></cds-icon> Reset password</button><button type="button" class="btn btn-sm btn-secondary">Delete</button></div></clr-dg-action-bar>
      <div role="grid" class="datagrid-table"><div class="datagrid-row" role="row"><div role="columnheader">Select</div><div role="columnheader">User</div><div role="columnheader">Email</div></div>${rows(
        (p) =>
          `<div class="datagrid-row" role="row"><div role="gridcell" class="datagrid-select datagrid-cell"><div class="clr-checkbox-wrapper"><input type="checkbox" id="clr-dg-row-cb${no(p)}" aria-label="Select"><label class="clr-control-label" for="clr-dg-row-cb${no(p)}"><span class="clr-sr-only">Select</span></label></div></div><div role="gridcell" class="datagrid-cell">${p.name}</div><div role="gridcell" class="datagrid-cell">${p.email}</div></div>`,
      )}</div></clr-datagrid>`),
    held: null,
    wire: (page, act) =>
      page.on(must('.reset'), 'click', () => {
        document
          .querySelectorAll<HTMLInputElement>('.datagrid-select input:checked')
          .forEach((box) => act(byNo(box.id.replace('clr-dg-row-cb', '')).email));
      }),
    steps: [{ at: idHook((id) => `#clr-dg-row-cb${id}`), how: 'tick' }, { at: always('.reset') }],
  },

  'NG-ZORRO: nz-popconfirm on a Delete link, its overlay without a name in the CDK container': {
    html: settingsPage(
      `<nz-table><nz-spin><div class="ant-spin-container"><div class="ant-table-wrapper"><div class="ant-table"><div class="ant-table-content"><table style="table-layout:auto"><thead class="ant-table-thead"><tr><th class="ant-table-cell">Name</th><th class="ant-table-cell">Email</th><th class="ant-table-cell">Role</th><th class="ant-table-cell">Action</th></tr></thead><tbody class="ant-table-tbody">${rows(
        (p) =>
          `<tr class="ant-table-row ng-star-inserted"><td class="ant-table-cell"><a>${p.name}</a></td><td class="ant-table-cell">${p.email}</td><td class="ant-table-cell"><nz-tag class="ant-tag">${p.role}</nz-tag></td><td class="ant-table-cell"><a>Edit</a><nz-divider class="ant-divider ant-divider-vertical"></nz-divider><a nz-popconfirm nzpopconfirmtitle="Sure to delete?" class="ng-star-inserted" data-who="${p.email}">Delete</a></td></tr>`,
      )}</tbody></table></div></div></div></div></nz-spin></nz-table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '[nz-popconfirm]', (link) => {
        shut();
        const box = portal(
          `<div class="cdk-overlay-container"><div class="cdk-overlay-backdrop nz-overlay-transparent-backdrop cdk-overlay-backdrop-showing"></div><div class="cdk-overlay-connected-position-bounding-box"><div class="cdk-overlay-pane"><div cdktrapfocus class="ant-popover ant-popconfirm ant-popover-placement-top"><div class="ant-popover-content"><div class="ant-popover-arrow"></div><div class="ant-popover-inner"><div><div class="ant-popover-inner-content"><div class="ant-popover-message"><span nz-icon class="anticon anticon-exclamation-circle"></span><div class="ant-popover-message-title">Sure to delete?</div></div><div class="ant-popover-buttons"><button nz-button class="ant-btn ant-btn-sm ant-btn-default"> Cancel </button><button nz-button class="ant-btn ant-btn-primary ant-btn-sm"> OK </button></div></div></div></div></div></div></div></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('.ant-btn-default')!, 'click', shut);
        page.on(box.querySelector('.ant-btn-primary')!, 'click', () => {
          shut();
          link.closest('tr')!.remove();
          act(link.dataset['who']!);
        });
      });
    },
    steps: [{ at: whose('[nz-popconfirm]') }, { at: always('.ant-popconfirm .ant-btn-primary') }],
  },

  'NG-ZORRO in Spanish: nz-switch of the column "Activo", a button with the role switch': {
    html: office(
      'Alain',
      'Usuarios',
      `<table class="ant-table"><thead><tr><th>Usuario</th><th>Correo electrónico</th><th>Rol</th><th>Activo</th></tr></thead><tbody>${rows(
        (p) =>
          `<tr class="ant-table-row"><td>${p.name}</td><td>${p.email}</td><td>${p.role === 'Admin' ? 'Administrador' : 'Miembro'}</td><td><nz-switch data-nr="${no(p)}"><button nz-wave type="button" role="switch" class="ant-switch ant-switch-checked" aria-checked="true"><span class="ant-switch-handle"></span><span class="ant-switch-inner"><span>Sí</span></span><div class="ant-click-animating-node"></div></button></nz-switch></td></tr>`,
      )}</tbody></table>`,
      ['Panel', 'Usuarios'],
    ),
    options: { lang: 'es' },
    wire: (page, act) =>
      document.querySelectorAll<HTMLElement>('nz-switch').forEach((host) =>
        page.on(host, 'click', () => {
          const button = host.querySelector('button')!;
          const on = button.getAttribute('aria-checked') === 'true';
          button.setAttribute('aria-checked', String(!on));
          button.classList.toggle('ant-switch-checked', !on);
          button.querySelector('.ant-switch-inner span')!.textContent = on ? 'No' : 'Sí';
          if (on) act(byNo(host.dataset['nr']).email);
        }),
      ),
    steps: [{ at: idHook((id) => `nz-switch[data-nr="${id}"] button`) }],
  },

  'Taiga UI: tui-dropdown with a data list, TUI_CONFIRM with the person in the label': {
    html: settingsPage(
      `<table tuitable class="table"><thead tuithead><tr tuithgroup><th tuith>Name</th><th tuith>Access</th><th tuith></th></tr></thead><tbody tuitbody>${rows(
        (p) =>
          `<tr><td tuitd><div tuicell size="m"><div tuiavatar>${initials(p.name)}</div><span tuititle>${p.name}<span tuisubtitle>${p.email}</span></span></div></td><td tuitd><span tuichip>${p.role}</span></td><td tuitd><button tuiiconbutton type="button" appearance="flat" size="s" tuidropdown data-appearance="flat" data-icon-start="svg" data-nr="${no(p)}">More</button></td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '[tuidropdown]', (more) => {
        shut();
        const person = byNo(more.dataset['nr']);
        const list = portal(
          `<tui-dropdown><div class="t-scroll"><tui-data-list role="menu" size="m"><button tuioption type="button" role="menuitem">Change role</button><button tuioption type="button" role="menuitem" class="out">Remove from team</button></tui-data-list></div></tui-dropdown>`,
        );
        page.on(list.querySelector('.out')!, 'click', () => {
          shut();
          const box = portal(
            `<tui-dialogs><section polymorpheus-outlet tuifocustrap class="t-dialog" role="dialog" aria-modal="true" aria-labelledby="tui-d-1"><tui-dialog data-appearance="" data-size="s"><h2 class="t-heading" id="tui-d-1">Remove ${person.name}?</h2><section class="t-content"><tui-confirm><div class="t-content">They lose access to all documents of the team.</div><footer class="t-buttons"><button tuibutton type="button" appearance="flat" size="m">Keep</button><button tuibutton type="button" size="m" tuiautofocus data-appearance="primary">Yes, remove</button></footer></tui-confirm></section></tui-dialog></section></tui-dialogs>`,
            modalCss,
          );
          page.on(box.querySelector('[tuiautofocus]')!, 'click', () => {
            shut();
            act(person.email);
          });
        });
      });
    },
    steps: [
      { at: idHook((id) => `[tuidropdown][data-nr="${id}"]`) },
      { at: always('[tuioption].out') },
      { at: always('tui-confirm [tuiautofocus]') },
    ],
  },

  'DevExtreme: dxDataGrid with a fixed command column, drawn as a second table over the first, and its own Yes/No dialog':
    {
      html: settingsPage(`<style>.dx-datagrid td{height:34px;padding:0 6px}.dx-datagrid table{border-collapse:collapse;width:460px;table-layout:fixed}</style><div id="gridContainer"><div class="dx-datagrid dx-gridbase-container" role="grid" aria-label="Data grid with 4 rows and 4 columns" style="position:relative;width:460px">
      <div class="dx-datagrid-headers"><div class="dx-datagrid-content"><table class="dx-datagrid-table dx-datagrid-table-fixed" role="presentation"><tbody role="presentation"><tr class="dx-row dx-column-lines dx-header-row" role="row"><td role="columnheader" aria-colindex="1" style="width:120px">Full Name</td><td role="columnheader" aria-colindex="2" style="width:200px">Email</td><td role="columnheader" aria-colindex="3" style="width:60px">Role</td><td class="dx-command-edit"></td></tr></tbody></table></div></div>
      <div class="dx-datagrid-rowsview" role="presentation" style="position:relative"><div class="dx-datagrid-content"><table class="dx-datagrid-table dx-datagrid-table-fixed" role="presentation"><tbody role="presentation">${rows(
        (p, i) =>
          `<tr class="dx-row dx-data-row dx-column-lines" role="row" aria-rowindex="${i + 1}"><td role="gridcell" aria-colindex="1" style="width:120px">${p.name}</td><td role="gridcell" aria-colindex="2" style="width:200px">${p.email}</td><td role="gridcell" aria-colindex="3" style="width:60px">${p.role}</td><td class="dx-command-edit dx-command-edit-with-icons" role="gridcell" aria-colindex="4">&nbsp;</td></tr>`,
      )}</tbody></table></div><div class="dx-datagrid-content dx-datagrid-content-fixed dx-pointer-events-target" style="position:absolute;top:0;left:0;pointer-events:none"><table class="dx-datagrid-table dx-datagrid-table-fixed" role="presentation"><tbody role="presentation">${rows(
        (_, i) =>
          `<tr class="dx-row dx-data-row dx-column-lines" role="row" aria-rowindex="${i + 1}"><td class="dx-pointer-events-none" colspan="3" style="width:380px"></td><td class="dx-command-edit dx-command-edit-with-icons dx-cell-focus-disabled" role="gridcell" style="pointer-events:auto"><a href="#" class="dx-link dx-icon-edit dx-link-icon dx-link-edit" title="Edit" aria-label="Edit">e</a>&nbsp;<a href="#" class="dx-link dx-icon-trash dx-link-icon dx-link-delete" title="Delete" aria-label="Delete">t</a></td></tr>`,
      )}</tbody></table></div></div></div></div>`),
      wire: (page, act) => {
        delegate(page, 'click', '.dx-link-delete', (link, event) => {
          event.preventDefault();
          const at = Number(link.closest('tr')!.getAttribute('aria-rowindex')) - 1;
          const box = portal(
            `<div class="dx-overlay-wrapper dx-dialog-wrapper dx-popup-wrapper dx-dialog-root dx-overlay-shader"><div class="dx-overlay-content dx-popup-normal dx-resizable dx-dialog" role="alertdialog" aria-labelledby="dx-c3" tabindex="0"><div class="dx-popup-content dx-dialog-content"><div class="dx-dialog-message" id="dx-c3">Are you sure you want to delete this record?</div></div><div class="dx-toolbar dx-widget dx-popup-bottom dx-dialog-buttons" role="toolbar"><div class="dx-button dx-button-normal dx-button-mode-contained dx-widget dx-dialog-button" aria-label="Yes" tabindex="0" role="button"><div class="dx-button-content"><span class="dx-button-text">Yes</span></div></div><div class="dx-button dx-button-normal dx-widget dx-dialog-button" aria-label="No" tabindex="0" role="button"><div class="dx-button-content"><span class="dx-button-text">No</span></div></div></div></div></div>`,
            modalCss,
          );
          page.on(box.querySelector('[aria-label=No]')!, 'click', shut);
          page.on(box.querySelector('[aria-label=Yes]')!, 'click', () => {
            shut();
            act(team[at]!.email);
          });
        });
      },
      steps: [
        { at: (s) => `.dx-datagrid-content-fixed tr[aria-rowindex="${no(s) - 100}"] .dx-link-delete` },
        { at: always('.dx-dialog [aria-label=Yes]') },
      ],
    },

  'DevExtreme: batch editing, the row is struck through and the disk in the header panel sends': {
    html: settingsPage(`<div class="dx-datagrid" role="grid"><div class="dx-datagrid-header-panel" role="presentation"><div class="dx-toolbar" role="toolbar"><div class="dx-toolbar-after"><div class="dx-item dx-toolbar-item"><div class="dx-widget dx-button dx-button-has-icon dx-edit-button dx-datagrid-save-button dx-state-disabled" role="button" title="Save changes" aria-label="Save changes" tabindex="0" aria-disabled="true"><div class="dx-button-content"><i class="dx-icon dx-icon-edit-button-save">s</i></div></div></div><div class="dx-item dx-toolbar-item"><div class="dx-widget dx-button dx-datagrid-cancel-button dx-state-disabled" role="button" title="Discard changes" aria-label="Discard changes"><div class="dx-button-content"><i class="dx-icon">r</i></div></div></div></div></div></div>
      <table class="dx-datagrid-table" role="presentation"><tbody role="presentation"><tr class="dx-row dx-header-row" role="row"><td role="columnheader">Employee</td><td role="columnheader">E-mail</td><td role="columnheader">Position</td><td></td></tr>${rows(
        (p, i) =>
          `<tr class="dx-row dx-data-row" role="row" aria-rowindex="${i + 2}"><td role="gridcell">${p.name}</td><td role="gridcell">${p.email}</td><td role="gridcell">${p.role}</td><td class="dx-command-edit" role="gridcell"><a href="#" class="dx-link dx-link-delete" aria-label="Delete">Delete</a></td></tr>`,
      )}</tbody></table></div>`),
    wire: (page, act) => {
      const gone = new Set<number>();
      const save = must('.dx-datagrid-save-button');
      delegate(page, 'click', '.dx-link-delete', (link, event) => {
        event.preventDefault();
        const tr = link.closest('tr')!;
        gone.add(Number(tr.getAttribute('aria-rowindex')) - 2);
        tr.classList.add('dx-row-removed');
        (tr as HTMLElement).style.textDecoration = 'line-through';
        link.outerHTML = '<a href="#" class="dx-link dx-link-undelete" aria-label="Undelete">Undelete</a>';
        save.classList.remove('dx-state-disabled');
        save.setAttribute('aria-disabled', 'false');
      });
      page.on(save, 'click', () => {
        if (!save.classList.contains('dx-state-disabled')) gone.forEach((nr) => act(team[nr]!.email));
      });
    },
    steps: [
      { at: (s) => `tr[aria-rowindex="${no(s) - 99}"] .dx-link-delete` },
      { at: always('.dx-datagrid-save-button:not(.dx-state-disabled)') },
    ],
  },

  'Kendo UI for jQuery: locked columns, the name in one table and the command in the other, and confirm()': {
    html: settingsPage(`<style>.k-grid td,.k-grid th{height:32px;padding:0 6px;white-space:nowrap}</style><div id="grid" class="k-grid k-grid-md" data-role="grid" role="grid" style="display:flex;gap:0"><div><table class="k-grid-header-table k-table" role="presentation"><thead class="k-table-thead" role="rowgroup"><tr role="row"><th scope="col" role="columnheader" data-field="Name" data-title="Name" class="k-header"><span class="k-cell-inner"><span class="k-link"><span class="k-column-title">Name</span></span></span></th></tr></thead></table>
      <div class="k-grid-content-locked"><table class="k-grid-table k-table" role="presentation"><tbody role="rowgroup">${rows((p) => `<tr class="k-table-row k-master-row" data-uid="u-${no(p)}" role="row"><td role="gridcell" class="k-table-td">${p.name}</td></tr>`)}</tbody></table></div></div>
      <div><table class="k-grid-header-table k-table" role="presentation"><thead class="k-table-thead"><tr role="row"><th role="columnheader" data-field="Role">Role</th><th role="columnheader">&nbsp;</th></tr></thead></table><div class="k-grid-content k-auto-scrollable"><table class="k-grid-table k-table" role="presentation"><tbody role="rowgroup">${rows((p) => `<tr class="k-table-row k-master-row" data-uid="u-${no(p)}" role="row"><td role="gridcell" class="k-table-td">${p.role}</td><td role="gridcell" class="k-command-cell k-table-td"><button type="button" class="k-grid-edit-command k-grid-edit k-button k-button-md k-button-solid"><span class="k-button-text">Edit</span></button><button type="button" class="k-grid-remove-command k-grid-delete k-button k-button-md k-button-solid"><span class="k-icon k-i-x k-button-icon"></span><span class="k-button-text">Delete</span></button></td></tr>`)}</tbody></table></div></div></div>`),
    wire: (page, act) => {
      agreeToAll();
      delegate(page, 'click', '.k-grid-delete', (button) => {
        const uid = button.closest<HTMLElement>('tr')!.dataset['uid']!;
        if (!window.confirm('Are you sure you want to delete this record?')) return;
        document.querySelectorAll(`[data-uid="${uid}"]`).forEach((tr) => tr.remove());
        act(byNo(uid.slice(2)).email);
      });
    },
    steps: [{ at: idHook((id) => `[data-uid="u-${id}"] .k-grid-delete`) }],
  },

  'Syncfusion EJ2 Grid: a row selected by a click, Delete of the toolbar, OK of its confirm dialog': {
    html: settingsPage(`<div class="e-control e-grid e-lib e-default" id="Grid" role="grid"><div class="e-control e-toolbar e-lib" role="toolbar" id="Grid_toolbarItems"><div class="e-toolbar-items"><div class="e-toolbar-left"><div class="e-toolbar-item" title="Add"><button class="e-tbar-btn e-control e-btn" id="Grid_add" aria-label="Add" type="button"><span class="e-btn-icon e-add e-icons"></span><span class="e-tbar-btn-text">Add</span></button></div><div class="e-toolbar-item e-overlay" title="Delete" aria-disabled="true"><button class="e-tbar-btn e-control e-btn" id="Grid_delete" aria-label="Delete" type="button"><span class="e-btn-icon e-delete e-icons"></span><span class="e-tbar-btn-text">Delete</span></button></div></div></div></div>
      <div class="e-gridheader"><table class="e-table" role="presentation"><thead><tr class="e-columnheader" role="row"><th class="e-headercell" role="columnheader"><div class="e-headercelldiv"><span class="e-headertext">Name</span></div></th><th class="e-headercell" role="columnheader"><span class="e-headertext">Mail</span></th><th class="e-headercell" role="columnheader"><span class="e-headertext">Role</span></th></tr></thead></table></div>
      <div class="e-gridcontent"><div class="e-content"><table class="e-table" role="presentation"><tbody>${rows((p, i) => `<tr class="e-row" aria-rowindex="${i + 1}" data-uid="grid-row${no(p)}" role="row"><td class="e-rowcell" role="gridcell" aria-colindex="1" tabindex="-1">${p.name}</td><td class="e-rowcell" role="gridcell" aria-colindex="2">${p.email}</td><td class="e-rowcell" role="gridcell" aria-colindex="3">${p.role}</td></tr>`)}</tbody></table></div></div></div>`),
    wire: (page, act) => {
      let at = -1;
      const item = must('#Grid_delete').parentElement!;
      delegate(page, 'click', '.e-rowcell', (cell) => {
        document.querySelectorAll('.e-row').forEach((tr, i) => {
          const is = tr.contains(cell);
          if (is) at = i;
          tr.setAttribute('aria-selected', String(is));
          tr.querySelectorAll('td').forEach((td) => {
            td.classList.toggle('e-selectionbackground', is);
            td.classList.toggle('e-active', is);
            td.style.background = is ? '#e0e0e0' : '';
          });
        });
        item.classList.remove('e-overlay');
        item.setAttribute('aria-disabled', 'false');
      });
      page.on(item, 'click', () => {
        if (at < 0 || item.classList.contains('e-overlay')) return;
        const box = portal(
          `<div class="e-dlg-container e-dlg-center-center"><div id="Grid_EditConfirm" class="e-control e-dialog e-lib e-edit-dialog e-dlg-modal e-popup e-popup-open" role="dialog" aria-modal="true"><div class="e-dlg-content">Are you sure you want to Delete Record?</div><div class="e-footer-content"><button type="button" class="e-control e-btn e-lib e-primary e-flat">OK</button><button type="button" class="e-control e-btn e-lib e-flat">Cancel</button></div></div><div class="e-dlg-overlay"></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('.e-primary')!, 'click', () => {
          box.remove();
          act(team[at]!.email);
        });
      });
    },
    steps: [
      { at: idHook((id) => `[data-uid="grid-row${id}"] td:first-child`) },
      { at: always('.e-toolbar-item:not(.e-overlay) #Grid_delete') },
      { at: always('#Grid_EditConfirm .e-primary') },
    ],
  },

  'jqGrid: the row selected, the trash icon of the pager, its delete dialog': {
    html: office(
      'Intranet',
      'User administration',
      `<div id="gbox_list" class="ui-jqgrid ui-widget ui-widget-content ui-corner-all"><div class="ui-jqgrid-view" id="gview_list"><div class="ui-jqgrid-titlebar ui-widget-header"><span class="ui-jqgrid-title">Users</span></div><div class="ui-state-default ui-jqgrid-hdiv"><table class="ui-jqgrid-htable" role="grid"><thead><tr class="ui-jqgrid-labels" role="row"><th id="list_name" role="columnheader" class="ui-th-column"><div id="jqgh_list_name" class="ui-jqgrid-sortable">Name</div></th><th id="list_mail" role="columnheader"><div>Mail</div></th><th id="list_role" role="columnheader"><div>Role</div></th></tr></thead></table></div>
      <div class="ui-jqgrid-bdiv"><table id="list" class="ui-jqgrid-btable" role="grid" tabindex="0"><tbody><tr class="jqgfirstrow" role="row" style="height:auto"><td role="gridcell" style="height:0"></td><td role="gridcell"></td><td role="gridcell"></td></tr>${rows((p) => `<tr role="row" id="${no(p)}" tabindex="-1" class="ui-widget-content jqgrow ui-row-ltr"><td role="gridcell" aria-describedby="list_name" title="${p.name}">${p.name}</td><td role="gridcell" aria-describedby="list_mail" title="${p.email}">${p.email}</td><td role="gridcell" aria-describedby="list_role" title="${p.role}">${p.role}</td></tr>`)}</tbody></table></div></div>
      <div id="pager" class="ui-state-default ui-jqgrid-pager"><table class="ui-pg-table navtable"><tbody><tr><td class="ui-pg-button" title="Add new row" id="add_list"><div class="ui-pg-div"><span class="ui-icon ui-icon-plus">+</span></div></td><td class="ui-pg-button ui-corner-all" title="Delete selected row" id="del_list"><div class="ui-pg-div"><span class="ui-icon ui-icon-trash">&#128465;</span></div></td></tr></tbody></table></div></div>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.jqgrow', (tr) => {
        document.querySelectorAll('.jqgrow').forEach((one) => {
          one.classList.toggle('ui-state-highlight', one === tr);
          (one as HTMLElement).style.background = one === tr ? '#fbec88' : '';
          if (one === tr) one.setAttribute('aria-selected', 'true');
          else one.removeAttribute('aria-selected');
        });
      });
      page.on(must('#del_list'), 'click', () => {
        const chosen = document.querySelector('.jqgrow.ui-state-highlight');
        if (!chosen) return;
        const box = portal(
          `<div class="ui-widget ui-widget-content ui-corner-all ui-jqdialog" id="delmodlist" dir="ltr" tabindex="-1" role="dialog" aria-labelledby="delhdlist" aria-hidden="false"><div class="ui-jqdialog-titlebar ui-widget-header" id="delhdlist"><span class="ui-jqdialog-title">Delete</span><a class="ui-jqdialog-titlebar-close"><span class="ui-icon ui-icon-closethick"></span></a></div><div class="ui-jqdialog-content" id="delcntlist"><div class="formdata"><table class="DelTable"><tbody><tr><td class="delmsg">Delete selected record(s)?</td></tr></tbody></table></div><table class="EditTable" id="DelTbl_list_2"><tbody><tr><td class="DelButton EditButton"><a id="dData" class="fm-button ui-state-default ui-corner-all fm-button-icon-left" href="javascript:void(0)">Delete<span class="ui-icon ui-icon-scissors"></span></a>&nbsp;<a id="eData" class="fm-button ui-state-default" href="javascript:void(0)">Cancel</a></td></tr></tbody></table></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('#dData')!, 'click', (event) => {
          event.preventDefault();
          box.remove();
          act(byNo(chosen.id).email);
        });
      });
    },
    steps: [
      { at: (s) => `[id="${no(s)}"] td` },
      { at: () => (find('.jqgrow.ui-state-highlight') ? '#del_list' : '.none') },
      { at: always('#dData') },
    ],
  },

  'DataTables Select and Editor in Spanish: "Eliminar" of the buttons, the modal of one row': {
    html: office(
      'Gestión',
      'Usuarios',
      `<div id="example_wrapper" class="dataTables_wrapper"><div class="dt-buttons"><button class="dt-button buttons-create" type="button"><span>Nuevo</span></button><button class="dt-button buttons-selected buttons-edit disabled" type="button"><span>Editar</span></button><button class="dt-button buttons-selected buttons-remove disabled" type="button"><span>Eliminar</span></button></div><div class="dataTables_filter"><label>Buscar:<input type="search"></label></div>
      <table id="example" class="display dataTable" style="width:100%" aria-describedby="example_info"><thead><tr><th class="sorting sorting_asc" tabindex="0">Nombre</th><th class="sorting">Correo</th><th class="sorting">Rol</th></tr></thead><tbody>${rows((p, i) => `<tr id="row_${no(p)}" class="${i % 2 ? 'even' : 'odd'}"><td class="sorting_1">${p.name}</td><td>${p.email}</td><td>${p.role === 'Admin' ? 'Administrador' : 'Miembro'}</td></tr>`)}</tbody></table><div class="dataTables_info" id="example_info">Mostrando 1 a 4 de 4 registros<span class="select-info"></span></div></div>`,
    ),
    options: { lang: 'es' },
    wire: (page, act) => {
      delegate(page, 'click', '#example tbody tr', (tr) => {
        tr.classList.toggle('selected');
        tr.style.background = tr.classList.contains('selected') ? '#b0bed9' : '';
        const count = document.querySelectorAll('#example tr.selected').length;
        document.querySelectorAll('.buttons-selected').forEach((one) => one.classList.toggle('disabled', count === 0));
        must('.select-info').textContent = count ? ` ${count} fila seleccionada` : '';
      });
      page.on(must('.buttons-remove'), 'click', () => {
        const chosen = [...document.querySelectorAll('#example tr.selected')];
        if (chosen.length === 0) return;
        const box = portal(
          `<div class="DTED DTED_Lightbox_Wrapper"><div class="DTED_Lightbox_Container"><div class="DTED_Lightbox_Content_Wrapper"><div class="DTED_Lightbox_Content"><div class="DTE DTE_Action_Remove"><div class="DTE_Header"><div class="DTE_Header_Content">Eliminar</div></div><div class="DTE_Body"><div class="DTE_Body_Content"><div class="DTE_Form_Info">¿Está seguro de que desea eliminar ${chosen.length} fila?</div></div></div><div class="DTE_Footer"><form class="DTE_Form_Buttons"><button class="btn" tabindex="0">Eliminar</button></form></div></div><div class="DTED_Lightbox_Close"></div></div></div></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('form')!, 'submit', (event) => {
          event.preventDefault();
          box.remove();
          chosen.forEach((tr) => act(byNo(tr.id.slice(4)).email));
        });
      });
    },
    steps: [
      { at: (s) => (find(`#row_${no(s)}.selected`) ? '.none' : `#row_${no(s)} td`) },
      { at: always('.buttons-remove:not(.disabled)') },
      { at: always('.DTE_Form_Buttons button') },
    ],
  },

  'AdminLTE in Portuguese: one Bootstrap modal for all rows, filled from data attributes, with a form that posts': {
    html: office(
      'Admin<b>LTE</b>',
      'Usuários',
      `<div class="card"><div class="card-header"><h3 class="card-title">Lista de usuários</h3></div><div class="card-body table-responsive p-0"><table class="table table-hover text-nowrap"><thead><tr><th>ID</th><th>Usuário</th><th>E-mail</th><th>Perfil</th><th></th></tr></thead><tbody>${rows((p) => `<tr><td>${no(p)}</td><td>${p.name}</td><td>${p.email}</td><td><span class="tag tag-success">${p.role === 'Admin' ? 'Administrador' : 'Membro'}</span></td><td class="project-actions text-right"><a class="btn btn-info btn-sm" href="#/users/${no(p)}/edit"><i class="fas fa-pencil-alt"></i> Editar</a> <button type="button" class="btn btn-danger btn-sm" data-toggle="modal" data-target="#modal-danger" data-id="${no(p)}" data-nome="${p.name}"><i class="fas fa-trash"></i> Excluir</button></td></tr>`)}</tbody></table></div></div>
      <div class="modal fade" id="modal-danger" tabindex="-1" aria-hidden="true" style="display:none;${modalCss}"><div class="modal-dialog"><div class="modal-content bg-danger"><div class="modal-header"><h4 class="modal-title">Excluir usuário</h4><button type="button" class="close" data-dismiss="modal" aria-label="Fechar"><span aria-hidden="true">×</span></button></div><form method="post" action="/users"><input type="hidden" name="_method" value="DELETE"><input type="hidden" name="id"><div class="modal-body"><p>Tem certeza que deseja excluir <b class="nome"></b>?</p></div><div class="modal-footer justify-content-between"><button type="button" class="btn btn-outline-light" data-dismiss="modal">Cancelar</button><button type="submit" class="btn btn-outline-light">Excluir</button></div></form></div></div></div>`,
    ),
    options: { lang: 'pt-BR' },
    wire: (page, act) => {
      const modal = must('#modal-danger');
      const form = modal.querySelector('form')!;
      const field = form.querySelector<HTMLInputElement>('[name=id]')!;
      delegate(page, 'click', '[data-toggle="modal"]', (button) => {
        modal.style.display = 'block';
        modal.classList.add('show');
        modal.setAttribute('aria-modal', 'true');
        modal.setAttribute('role', 'dialog');
        modal.removeAttribute('aria-hidden');
        field.value = button.dataset['id']!;
        modal.querySelector('.nome')!.textContent = button.dataset['nome']!;
        document.body.classList.add('modal-open');
      });
      page.on(form, 'submit', (event) => {
        event.preventDefault();
        modal.style.display = 'none';
        document.body.classList.remove('modal-open');
        act(byNo(field.value).email);
      });
    },
    steps: [
      { at: idHook((id) => `[data-toggle=modal][data-id="${id}"]`) },
      { at: always('#modal-danger.show [type=submit]') },
    ],
  },

  'CoreUI in German: the dropdown of the row, "Löschen" at once, with a toast to undo': {
    html: office(
      'CoreUI',
      'Benutzerverwaltung',
      `<div class="table-responsive"><table class="table border mb-0"><thead class="fw-semibold text-nowrap"><tr class="align-middle"><th class="bg-body-secondary text-center"><svg class="icon"></svg></th><th class="bg-body-secondary">Benutzer</th><th class="bg-body-secondary">Aktivität</th><th class="bg-body-secondary"></th></tr></thead><tbody>${rows((p) => `<tr class="align-middle" data-nr="${no(p)}"><td class="text-center"><div class="avatar avatar-md"><img class="avatar-img" alt="${p.email}" width="20" height="20"><span class="avatar-status bg-success"></span></div></td><td><div class="text-nowrap">${p.name}</div><div class="small text-body-secondary text-nowrap"><span>${deRole[p.role]}</span> | ${p.email}</div></td><td><div class="small text-body-secondary">Letzte Anmeldung</div><div class="fw-semibold text-nowrap">vor 5 Minuten</div></td><td><div class="dropdown"><button class="btn btn-transparent p-0" type="button" data-coreui-toggle="dropdown" aria-haspopup="true" aria-expanded="false"><svg class="icon" width="16" height="16"><circle cx="8" cy="8" r="3"></circle></svg></button><div class="dropdown-menu dropdown-menu-end" style="display:none"><a class="dropdown-item" href="#">Info</a><a class="dropdown-item" href="#">Bearbeiten</a><a class="dropdown-item text-danger" href="#">Löschen</a></div></div></td></tr>`)}</tbody></table></div><div class="toast-container"></div>`,
    ),
    options: { lang: 'de' },
    wire: (page, act) => {
      delegate(page, 'click', '[data-coreui-toggle]', (button) => {
        button.setAttribute('aria-expanded', 'true');
        const menu = button.nextElementSibling as HTMLElement;
        menu.classList.add('show');
        menu.style.display = 'block';
      });
      delegate(page, 'click', '.dropdown-item', (item, event) => {
        event.preventDefault();
        const menu = item.closest<HTMLElement>('.dropdown-menu')!;
        menu.style.display = 'none';
        menu.classList.remove('show');
        if (!item.classList.contains('text-danger')) return;
        const tr = item.closest<HTMLElement>('tr')!;
        tr.remove();
        must('.toast-container').innerHTML =
          '<div class="toast show" role="alert"><div class="toast-body">Benutzer gelöscht. <a href="#">Rückgängig</a></div></div>';
        act(byNo(tr.dataset['nr']).email);
      });
    },
    steps: [
      { at: idHook((id) => `tr[data-nr="${id}"] [data-coreui-toggle]`) },
      { at: idHook((id) => `tr[data-nr="${id}"] .dropdown-menu.show .text-danger`) },
    ],
  },

  'Tabler: user cards with a dropdown, and the modal-blur with "Are you sure?"': {
    html: settingsPage(
      `<div class="row row-cards">${rows(
        (p) =>
          `<div class="col-md-6 col-lg-3"><div class="card"><div class="card-header"><div class="card-actions"><div class="dropdown"><a href="#" class="btn-action dropdown-toggle" data-bs-toggle="dropdown" aria-haspopup="true" aria-expanded="false">⋮</a><div class="dropdown-menu dropdown-menu-end" style="display:none"><a class="dropdown-item" href="#">Edit user</a><a class="dropdown-item text-danger" href="#" data-bs-toggle="modal" data-bs-target="#modal-danger">Delete user</a></div></div></div></div><div class="card-body p-4 text-center"><span class="avatar avatar-xl mb-3 rounded">${initials(p.name)}</span><h3 class="m-0 mb-1"><a href="#">${p.name}</a></h3><div class="text-secondary">${p.email}</div><div class="mt-3"><span class="badge bg-purple-lt">${p.role}</span></div></div><div class="d-flex"><a href="#" class="card-btn">Email</a><a href="#" class="card-btn">Call</a></div></div></div>`,
      )}</div><div class="modal modal-blur fade" id="modal-danger" tabindex="-1" role="dialog" aria-hidden="true" style="display:none;${modalCss}"><div class="modal-dialog modal-sm modal-dialog-centered" role="document"><div class="modal-content"><button type="button" class="btn-close" data-bs-dismiss="modal" aria-label="Close"></button><div class="modal-status bg-danger"></div><div class="modal-body text-center py-4"><h3>Are you sure?</h3><div class="text-secondary">Do you really want to remove this user? What you've done cannot be undone.</div></div><div class="modal-footer"><div class="w-100"><div class="row"><div class="col"><a href="#" class="btn w-100" data-bs-dismiss="modal">Cancel</a></div><div class="col"><a href="#" class="btn btn-danger w-100" data-bs-dismiss="modal">Delete</a></div></div></div></div></div></div></div>`,
    ),
    wire: (page, act) => {
      let email = '';
      const modal = must('#modal-danger');
      delegate(page, 'click', '[data-bs-toggle=dropdown]', (toggle, event) => {
        event.preventDefault();
        toggle.setAttribute('aria-expanded', 'true');
        (toggle.nextElementSibling as HTMLElement).style.display = 'block';
      });
      delegate(page, 'click', '[data-bs-toggle=modal]', (item, event) => {
        event.preventDefault();
        email = item.closest('.card')!.querySelector('.text-secondary')!.textContent;
        item.closest<HTMLElement>('.dropdown-menu')!.style.display = 'none';
        modal.style.display = 'block';
        modal.classList.add('show');
      });
      page.on(modal, 'click', (event) => {
        const link = (event.target as Element).closest('a');
        if (!link) return;
        event.preventDefault();
        modal.style.display = 'none';
        if (link.classList.contains('btn-danger')) act(email);
      });
    },
    steps: [
      { at: (s) => `.col-md-6:nth-child(${no(s) - 100}) [data-bs-toggle=dropdown]` },
      { at: (s) => `.col-md-6:nth-child(${no(s) - 100}) .text-danger` },
      { at: always('#modal-danger.show .btn-danger') },
    ],
  },

  'Flowbite: checkboxes of the users table, the "Action" dropdown with "Delete Users"': {
    html: settingsPage(`<div class="relative overflow-x-auto sm:rounded-lg"><div class="flex items-center justify-between"><div><button id="dropdownActionButton" data-dropdown-toggle="dropdownAction" class="inline-flex items-center" type="button"><span class="sr-only">Action button</span> Action <svg width="8" height="8"></svg></button><div id="dropdownAction" class="z-10 hidden bg-white divide-y rounded-lg shadow-sm w-44" style="display:none"><ul class="py-1 text-sm" aria-labelledby="dropdownActionButton"><li><a href="#" class="block px-4 py-2">Reward</a></li><li><a href="#" class="block px-4 py-2">Promote</a></li><li><a href="#" class="block px-4 py-2">Activate account</a></li></ul><div class="py-1"><a href="#" class="block px-4 py-2 text-sm delete-users">Delete Users</a></div></div></div><input type="text" id="table-search-users" placeholder="Search for users"></div>
      <table class="w-full text-sm text-left"><thead><tr><th scope="col" class="p-4"><div class="flex items-center"><input id="checkbox-all-search" type="checkbox"><label for="checkbox-all-search" class="sr-only">checkbox</label></div></th><th scope="col">Name</th><th scope="col">Position</th><th scope="col">Action</th></tr></thead><tbody>${rows((p, i) => `<tr class="bg-white border-b"><td class="w-4 p-4"><div class="flex items-center"><input id="checkbox-table-search-${i + 1}" type="checkbox" class="w-4 h-4"><label for="checkbox-table-search-${i + 1}" class="sr-only">checkbox</label></div></td><th scope="row" class="flex items-center"><div class="ps-3"><div class="text-base font-semibold">${p.name}</div><div class="font-normal text-gray-500">${p.email}</div></div></th><td class="px-6 py-4">${p.role}</td><td class="px-6 py-4"><a href="#" class="font-medium text-blue-600 hover:underline">Edit user</a></td></tr>`)}</tbody></table></div>`),
    wire: (page, act) => {
      const menu = must('#dropdownAction');
      page.on(must('#dropdownActionButton'), 'click', () => {
        menu.classList.replace('hidden', 'block');
        menu.style.display = 'block';
      });
      page.on(must('.delete-users'), 'click', (event) => {
        event.preventDefault();
        menu.style.display = 'none';
        const gone = [...document.querySelectorAll('tbody input:checked')].map((box) => box.closest('tr')!);
        gone.forEach((tr) => {
          tr.remove();
          act(tr.querySelector('.text-gray-500')!.textContent);
        });
      });
    },
    steps: [
      { at: (s) => `#checkbox-table-search-${no(s) - 100}`, how: 'tick' },
      { at: always('#dropdownActionButton') },
      { at: always('#dropdownAction.block .delete-users') },
    ],
  },

  'Preline: hs-overlay of the member, the role raised to Admin and saved (harmless)': {
    html: settingsPage(`<div class="bg-white border rounded-xl"><table class="min-w-full divide-y"><thead><tr><th scope="col" class="px-6 py-3 text-start"><span class="text-xs font-semibold uppercase">Name</span></th><th scope="col"><span>Role</span></th><th></th></tr></thead><tbody>${rows((p) => `<tr><td class="size-px whitespace-nowrap"><div class="flex items-center gap-x-3"><span class="inline-flex size-9 rounded-full">${initials(p.name)}</span><div class="grow"><span class="block text-sm font-semibold">${p.name}</span><span class="block text-sm text-gray-500">${p.email}</span></div></div></td><td><span class="block text-sm">${p.role}</span></td><td><a class="inline-flex text-sm text-blue-600" href="#" aria-haspopup="dialog" aria-controls="hs-edit" data-hs-overlay="#hs-edit" data-nr="${no(p)}">Edit</a></td></tr>`)}</tbody></table></div>
      <div id="hs-edit" class="hs-overlay hidden" role="dialog" tabindex="-1" aria-labelledby="hs-edit-label" style="display:none;${modalCss}"><h3 id="hs-edit-label" class="font-bold">Edit member</h3><p class="text-sm who"></p><label for="hs-role">Role</label><select id="hs-role"><option>Member</option><option>Manager</option><option>Collaborator</option><option>Admin</option></select><div class="flex"><button type="button" class="py-2 px-3">Close</button><button type="button" class="py-2 px-3 bg-blue-600 save">Save changes</button></div></div>`),
    held: null,
    free: team[3]!,
    own: team[2]!,
    wire: (page, act) => {
      let who: Someone = team[0]!;
      const box = must('#hs-edit');
      delegate(page, 'click', '[data-hs-overlay]', (link, event) => {
        event.preventDefault();
        who = byNo(link.dataset['nr']);
        box.querySelector('.who')!.textContent = `${who.name} (${who.email})`;
        (must('#hs-role') as HTMLSelectElement).value = who.role;
        box.classList.add('open');
        box.style.display = 'block';
      });
      page.on(must('.save'), 'click', () => {
        box.style.display = 'none';
        act(who.email);
      });
    },
    steps: [
      { at: idHook((id) => `[data-nr="${id}"]`) },
      { at: always('#hs-role'), how: { choose: 'Admin' } },
      { at: always('#hs-edit.open .save') },
    ],
  },

  'daisyUI in Swedish: a native dialog.modal for each row, opened by showModal, with form method=dialog beside the red button':
    {
      html: office(
        'Lagret',
        'Användare',
        `<div class="overflow-x-auto"><table class="table table-zebra"><thead><tr><th>Namn</th><th>E-post</th><th>Roll</th><th></th></tr></thead><tbody>${rows((p) => `<tr class="hover"><td><div class="font-bold">${p.name}</div></td><td>${p.email}</td><td><span class="badge badge-ghost">${p.role === 'Admin' ? 'Administratör' : 'Medlem'}</span></td><td><button class="btn btn-ghost btn-xs" onclick="modal_${no(p)}.showModal()">Ta bort</button><dialog id="modal_${no(p)}" class="modal"><div class="modal-box"><h3 class="text-lg font-bold">Ta bort användare</h3><p class="py-4">Vill du ta bort ${p.name}? Det går inte att ångra.</p><div class="modal-action"><form method="dialog"><button class="btn">Avbryt</button></form><form method="post" action="/anvandare/${no(p)}/ta-bort"><button class="btn btn-error">Ta bort</button></form></div></div><form method="dialog" class="modal-backdrop"><button>stäng</button></form></dialog></td></tr>`)}</tbody></table></div>`,
        ['Översikt', 'Användare'],
      ),
      options: { lang: 'sv' },
      wire: (page, act) =>
        document.querySelectorAll<HTMLDialogElement>('dialog.modal').forEach((dialog) => {
          page.on(dialog.previousElementSibling!, 'click', () => {
            if (!dialog.open) dialog.showModal();
          });
          page.on(dialog.querySelector('form[method=post]')!, 'submit', (event) => {
            event.preventDefault();
            dialog.close();
            act(byNo(dialog.id.slice(6)).email);
          });
        }),
      steps: [
        { at: (s) => `tr:has(#modal_${no(s)}) .btn-ghost` },
        { at: idHook((id) => `#modal_${id}[open] .btn-error`) },
      ],
    },

  'Filament in German: bulk actions of the table, "Ausgewählte löschen", modal whose description names nobody': {
    html: office(
      'Filament',
      'Benutzer',
      `<div class="fi-ta"><div class="fi-ta-ctn"><div class="fi-ta-header-toolbar"><div class="fi-ta-actions fi-dropdown" hidden><button type="button" class="fi-btn fi-dropdown-trigger" aria-expanded="false"><span class="fi-btn-label">Massenaktionen öffnen</span></button><div class="fi-dropdown-panel" style="display:none"><div class="fi-dropdown-list"><button type="button" class="fi-dropdown-list-item fi-color-danger" wire:loading.attr="disabled"><span class="fi-dropdown-list-item-label">Ausgewählte löschen</span></button></div></div></div></div><div class="fi-ta-selection-indicator" hidden><span></span></div>
      <table class="fi-ta-table"><thead><tr class="fi-ta-header-row"><th class="fi-ta-selection-cell"><input type="checkbox" class="fi-checkbox-input" aria-label="Alle Elemente für Massenaktionen (de-)selektieren."></th><th class="fi-ta-header-cell">Name</th><th class="fi-ta-header-cell">E-Mail</th><th class="fi-ta-header-cell">Rolle</th></tr></thead><tbody>${rows((p) => `<tr class="fi-ta-row" wire:key="table.records.${no(p)}"><td class="fi-ta-selection-cell"><input type="checkbox" class="fi-checkbox-input fi-ta-record-checkbox" value="${no(p)}" aria-label="Element ${no(p)} für Massenaktionen (de-)selektieren."></td><td class="fi-ta-cell"><a href="#/admin/users/${no(p)}/edit"><div class="fi-ta-text-item">${p.name}</div></a></td><td class="fi-ta-cell">${p.email}</td><td class="fi-ta-cell"><span class="fi-badge">${deRole[p.role]}</span></td></tr>`)}</tbody></table></div></div>`,
    ),
    options: { lang: 'de' },
    wire: (page, act) => {
      const bar = must('.fi-ta-actions');
      const said = must('.fi-ta-selection-indicator');
      const chosen = (): string[] =>
        [...document.querySelectorAll<HTMLInputElement>('.fi-ta-record-checkbox:checked')].map((box) => box.value);
      delegate(page, 'change', '.fi-ta-record-checkbox', () => {
        bar.hidden = said.hidden = chosen().length === 0;
        said.firstElementChild!.textContent = `${chosen().length} Datensatz ausgewählt`;
      });
      page.on(must('.fi-dropdown-trigger'), 'click', () => (must('.fi-dropdown-panel').style.display = 'block'));
      page.on(must('.fi-color-danger'), 'click', () => {
        must('.fi-dropdown-panel').style.display = 'none';
        const box = portal(
          `<div aria-modal="true" role="dialog" class="fi-modal fi-modal-open" aria-labelledby="table-bulkAction.heading"><div class="fi-modal-close-overlay"></div><div class="fi-modal-window-ctn"><div class="fi-modal-window fi-align-center fi-width-md"><div class="fi-modal-header"><h2 class="fi-modal-heading" id="table-bulkAction.heading">Ausgewählte Benutzer löschen</h2><p class="fi-modal-description">Sind Sie sicher, dass Sie das tun möchten?</p></div><form wire:submit.prevent="callMountedTableBulkAction"><div class="fi-modal-footer"><button type="button" class="fi-btn fi-color-gray"><span class="fi-btn-label">Abbrechen</span></button><button type="submit" class="fi-btn fi-color-danger"><span class="fi-btn-label">Löschen</span></button></div></form></div></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('form')!, 'submit', (event) => {
          event.preventDefault();
          box.remove();
          chosen().forEach((id) => act(byNo(id).email));
        });
      });
    },
    steps: [
      { at: idHook((id) => `.fi-ta-record-checkbox[value="${id}"]`), how: 'tick' },
      { at: always('.fi-dropdown-trigger') },
      { at: always('.fi-dropdown-panel .fi-color-danger') },
      { at: always('.fi-modal [type=submit]') },
    ],
  },

  'Laravel Jetstream: the underlined role opens "Manage Role", a list of big buttons, which names nobody': {
    html: settingsPage(
      `<div class="mt-10 sm:mt-0"><h3 class="text-lg font-medium">Team Members</h3><p class="mt-1 text-sm">All of the people that are part of this team.</p><div class="space-y-6">${rows(
        (p) =>
          `<div class="flex items-center justify-between"><div class="flex items-center"><img class="size-8 rounded-full object-cover" alt="${p.name}" width="20" height="20"><div class="ms-4">${p.name} <small>${p.email}</small></div></div><div class="flex items-center"><button class="ms-2 text-sm text-gray-400 underline" wire:click="manageRole('${no(p)}')">${p.role}</button><button class="cursor-pointer ms-6 text-sm text-red-500" wire:click="confirmTeamMemberRemoval('${no(p)}')">Remove</button></div></div>`,
      )}</div></div>`,
    ),
    held: 'change-role',
    wire: (page, act) => {
      delegate(page, 'click', '.underline', (button) => {
        const person = byNo(/\d+/u.exec(button.getAttribute('wire:click')!)![0]);
        let role = person.role;
        const box = portal(
          `<div class="jetstream-modal fixed inset-0"><div class="fixed inset-0"><div class="absolute inset-0 bg-gray-500 opacity-75"></div></div><div class="mb-6 bg-white rounded-lg shadow-xl"><div class="px-6 py-4"><div class="text-lg font-medium">Manage Role</div><div class="mt-4 text-sm"><div class="relative z-0 mt-1 border rounded-lg cursor-pointer">${['Admin', 'Manager', 'Member'].map((one) => `<button type="button" class="relative px-4 py-3 inline-flex w-full rounded-lg role"><div class="${one === role ? '' : 'opacity-50'}"><div class="flex items-center"><div class="text-sm">${one}</div>${one === role ? '<svg class="ms-2 size-5 text-green-400" width="8" height="8"></svg>' : ''}</div><div class="mt-2 text-xs">${one} users of the team.</div></div></button>`).join('')}</div></div></div><div class="flex flex-row justify-end px-6 py-4 bg-gray-100 text-end"><button type="button" class="inline-flex border">Cancel</button><button type="button" class="ms-3 bg-gray-800 save">Save</button></div></div></div>`,
          modalCss,
        );
        box.querySelectorAll<HTMLElement>('.role').forEach((one) =>
          page.on(one, 'click', () => {
            role = one.querySelector('.text-sm')!.textContent;
            box.querySelectorAll('svg').forEach((mark) => mark.remove());
            box
              .querySelectorAll('.role > div')
              .forEach((inner) => inner.classList.toggle('opacity-50', !one.contains(inner)));
            one
              .querySelector('.flex')!
              .insertAdjacentHTML('beforeend', '<svg class="ms-2 size-5 text-green-400" width="8" height="8"></svg>');
          }),
        );
        page.on(box.querySelector('.save')!, 'click', () => {
          box.remove();
          if (role !== person.role) act(person.email);
        });
      });
    },
    steps: [
      { at: idHook((id) => `[wire\\:click="manageRole('${id}')"]`) },
      { at: () => (find('.role:nth-child(2) svg') ? '.none' : '.role:nth-child(2)') },
      { at: () => (find('.role:nth-child(2) svg') ? '.jetstream-modal .save' : '.none') },
    ],
  },

  'Rails: button_to with _method=delete and data-turbo-confirm, Turbo takes the submit and asks by confirm()': {
    html: settingsPage(
      `<div id="members">${rows(
        (p) =>
          `<div id="member_${no(p)}" class="member"><p><strong>Name:</strong> ${p.name}</p><p><strong>Email:</strong> ${p.email}</p><p><strong>Role:</strong> ${p.role}</p><form class="button_to" method="post" action="/members/${no(p)}"><input type="hidden" name="_method" value="delete" autocomplete="off"><button data-turbo-confirm="Are you sure?" class="btn btn-danger" type="submit">Destroy this member</button><input type="hidden" name="authenticity_token" value="x" autocomplete="off"></form></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      agreeToAll();
      page.on(document, 'submit', (event) => {
        event.preventDefault();
        const { submitter } = event as SubmitEvent;
        const form = event.target as HTMLFormElement;
        if (submitter?.dataset['turboConfirm'] && !window.confirm(submitter.dataset['turboConfirm'])) return;
        const id = /\d+$/u.exec(form.getAttribute('action')!)![0];
        must(`#member_${id}`).remove();
        act(byNo(id).email);
      });
    },
    steps: [{ at: idHook((id) => `#member_${id} button`) }],
  },

  'Rails: a link with data-turbo-method=delete in a Stimulus dropdown, from which Turbo makes a form of its own': {
    html: settingsPage(
      `<table class="table"><thead><tr><th>Email</th><th>Name</th><th>Role</th><th></th></tr></thead><tbody id="users">${rows((p) => `<tr id="user_${no(p)}"><td>${p.email}</td><td>${p.name}</td><td>${p.role}</td><td><div data-controller="dropdown" class="relative"><button type="button" data-action="click->dropdown#toggle">Options</button><div data-dropdown-target="menu" class="hidden" style="display:none"><a href="/users/${no(p)}/edit">Edit</a> <a data-turbo-method="delete" data-turbo-confirm="Deactivate ${p.name}?" href="/users/${no(p)}/deactivation">Deactivate</a></div></div></td></tr>`)}</tbody></table>`,
    ),
    wire: (page, act) => {
      agreeToAll();
      delegate(page, 'click', '[data-action="click->dropdown#toggle"]', (button) => {
        const menu = button.nextElementSibling as HTMLElement;
        menu.classList.toggle('hidden');
        menu.style.display = menu.classList.contains('hidden') ? 'none' : 'block';
      });
      delegate(page, 'click', 'a[data-turbo-method]', (link, event) => {
        event.preventDefault();
        const form = document.createElement('form');
        form.method = 'post';
        form.setAttribute('action', link.getAttribute('href')!);
        form.setAttribute('data-turbo-confirm', link.dataset['turboConfirm']!);
        form.hidden = true;
        form.innerHTML = '<input type="hidden" name="_method" value="delete">';
        document.body.append(form);
        form.requestSubmit();
        form.remove();
      });
      page.on(document, 'submit', (event) => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        if (!window.confirm(form.getAttribute('data-turbo-confirm')!)) return;
        act(byNo(/\d+/u.exec(form.getAttribute('action')!)![0]).email);
      });
    },
    steps: [
      { at: idHook((id) => `#user_${id} button`) },
      { at: idHook((id) => `#user_${id} :not(.hidden) > a[data-turbo-method]`) },
    ],
  },

  'Django admin: the action select and Go, then the delete confirmation page': {
    html: `<div id="container"><header id="header"><div id="branding"><div id="site-name"><a href="#/admin/">Django administration</a></div></div><div id="user-tools">Welcome, <strong>robin</strong>. <a href="#/">View site</a> / <button type="submit">Log out</button></div></header><nav aria-label="Breadcrumbs"><div class="breadcrumbs"><a href="#/admin/">Home</a> › <a href="#/admin/auth/">Authentication and Authorization</a> › Users</div></nav><div class="main" id="main"><main id="content-start" class="content" tabindex="-1"><div id="content" class="flex"><h1>Select user to change</h1><div id="content-main"><ul class="object-tools"><li><a href="#/add/" class="addlink">Add user</a></li></ul><div class="module filtered" id="changelist"><div class="changelist-form-container"><form id="changelist-form" method="post" novalidate><div class="actions"><label>Action: <select name="action" required><option value="" selected>---------</option><option value="delete_selected">Delete selected users</option></select></label><input type="hidden" name="select_across" value="0" class="select-across"><button type="submit" class="button" title="Run the selected action" name="index" value="0">Go</button><span class="action-counter" data-actions-icnt="4">0 of 4 selected</span></div><div class="results"><table id="result_list"><thead><tr><th scope="col" class="action-checkbox-column"><div class="text"><span><input type="checkbox" id="action-toggle" aria-label="Select all objects on this page for an action"></span></div></th><th scope="col" class="sortable column-username"><div class="text"><a href="#/?o=1">Username</a></div></th><th scope="col" class="column-email"><div class="text"><a href="#/?o=2">Email address</a></div></th><th scope="col"><div class="text">First name</div></th><th scope="col"><div class="text">Last name</div></th><th scope="col"><div class="text">Staff status</div></th></tr></thead><tbody>${rows((p) => `<tr><td class="action-checkbox"><input type="checkbox" name="_selected_action" value="${no(p)}" class="action-select" aria-label="Select this object for an action - ${login(p)}"></td><th class="field-username"><a href="#/admin/auth/user/${no(p)}/change/">${login(p)}</a></th><td class="field-email">${p.email}</td><td class="field-first_name">${p.name.split(' ')[0]}</td><td class="field-last_name">${p.name.split(' ')[1]}</td><td class="field-is_staff"><img alt="${p.role === 'Admin' ? 'True' : 'False'}" width="12" height="12"></td></tr>`)}</tbody></table></div><p class="paginator">4 users</p></form></div></div></div></div></main></div></div>`,
    wire: (page, act) => {
      page.on(document, 'submit', (event) => {
        event.preventDefault();
        const data = new FormData(event.target as HTMLFormElement);
        const ids = data.getAll('_selected_action') as string[];
        if (data.get('post') === 'yes') {
          ids.forEach((id) => act(byNo(id).email));
        } else if (data.get('action') === 'delete_selected' && ids.length > 0) {
          must('#content').innerHTML =
            `<h1>Delete multiple objects</h1><p>Are you sure you want to delete the selected user? All of the following objects and their related items will be deleted:</p><h2>Summary</h2><ul><li>Users: ${ids.length}</li></ul><h2>Objects</h2><ul>${ids.map((id) => `<li>User: <a href="#/admin/auth/user/${id}/change/">${login(byNo(id))}</a></li>`).join('')}</ul><form method="post"><div>${ids.map((id) => `<input type="hidden" name="_selected_action" value="${id}">`).join('')}<input type="hidden" name="action" value="delete_selected"><input type="hidden" name="post" value="yes"><input type="submit" value="Yes, I’m sure"> <a href="#" class="button cancel-link">No, take me back</a></div></form>`;
        }
      });
    },
    steps: [
      { at: idHook((id) => `.action-select[value="${id}"]`), how: 'tick' },
      { at: always('select[name=action]'), how: { choose: 'Delete selected users' } },
      { at: always('button[name=index]') },
      { at: always('input[type=submit]') },
    ],
  },

  'Django admin: the change form of one user, Active unticked "instead of deleting accounts", SAVE': {
    html: `<div id="container"><header id="header"><div id="branding"><a href="#/admin/">Django administration</a></div></header><div class="breadcrumbs"><a href="#/admin/">Home</a> › Users</div><main><div id="content"><h1>Select user to change</h1><table id="result_list"><thead><tr><th>Username</th><th>Email address</th><th>Staff status</th></tr></thead><tbody>${rows((p) => `<tr><th class="field-username"><a href="#/admin/auth/user/${no(p)}/change/">${login(p)}</a></th><td class="field-email">${p.email}</td><td>${p.role}</td></tr>`)}</tbody></table></div></main></div>`,
    wire: (page, act) => {
      delegate(page, 'click', '#result_list a', (link, event) => {
        event.preventDefault();
        const id = /\/(\d+)\//u.exec(link.getAttribute('href')!)![1]!;
        const p = byNo(id);
        must('#content').innerHTML =
          `<h1>Change user</h1><h2>${login(p)}</h2><div id="content-main"><form method="post" id="user_form" action="/admin/auth/user/${id}/change/" novalidate><fieldset class="module aligned"><div class="form-row field-username"><div class="flex-container"><label class="required" for="id_username">Username:</label><input type="text" name="username" value="${login(p)}" id="id_username"></div></div></fieldset><fieldset class="module aligned"><h2 class="fieldset-heading">Personal info</h2><div class="form-row"><label for="id_first_name">First name:</label><input name="first_name" id="id_first_name" value="${p.name.split(' ')[0]}"></div><div class="form-row"><label for="id_last_name">Last name:</label><input name="last_name" id="id_last_name" value="${p.name.split(' ')[1]}"></div><div class="form-row"><label for="id_email">Email address:</label><input type="email" name="email" id="id_email" value="${p.email}"></div></fieldset><fieldset class="module aligned"><h2 class="fieldset-heading">Permissions</h2><div class="form-row field-is_active"><div class="flex-container checkbox-row"><input type="checkbox" name="is_active" id="id_is_active" checked><label class="vCheckboxLabel" for="id_is_active">Active</label></div><div class="help" id="id_is_active_helptext">Designates whether this user should be treated as active. Unselect this instead of deleting accounts.</div></div></fieldset><div class="submit-row"><input type="submit" value="Save" class="default" name="_save"><input type="submit" value="Save and continue editing" name="_continue"><a href="#/admin/auth/user/${id}/delete/" class="deletelink">Delete</a></div></form></div>`;
      });
      page.on(document, 'submit', (event) => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        if (!new FormData(form).has('is_active')) act(byNo(/\d+/u.exec(form.getAttribute('action')!)![0]).email);
      });
    },
    steps: [
      { at: idHook((id) => `#result_list a[href$="/${id}/change/"]`) },
      { at: always('input[name=_save]') },
      { at: always('#id_is_active:checked') },
    ],
  },

  'WordPress: row actions of the users list, then the page "Delete Users" with what becomes of the content': {
    html: `<div id="wpwrap"><div id="adminmenumain" role="navigation" aria-label="Main menu"><ul id="adminmenu"><li class="wp-has-submenu"><a href="#/users.php">Users</a></li></ul></div><div id="wpcontent"><div id="wpbody" role="main"><div id="wpbody-content"><div class="wrap"><h1 class="wp-heading-inline">Users</h1> <a href="#/user-new.php" class="page-title-action">Add New User</a><hr class="wp-header-end"><ul class="subsubsub"><li class="all"><a href="#/" class="current" aria-current="page">All <span class="count">(4)</span></a></li></ul><table class="wp-list-table widefat fixed striped table-view-list users"><thead><tr><td id="cb" class="manage-column column-cb check-column"><input id="cb-select-all-1" type="checkbox"></td><th scope="col" id="username" class="manage-column column-username column-primary">Username</th><th scope="col" id="name">Name</th><th scope="col" id="email">Email</th><th scope="col" id="role">Role</th></tr></thead><tbody id="the-list" data-wp-lists="list:user">${rows((p) => `<tr id="user-${no(p)}"><th scope="row" class="check-column"><input type="checkbox" name="users[]" id="user_${no(p)}" class="subscriber" value="${no(p)}"><label for="user_${no(p)}"><span class="screen-reader-text">Select ${login(p)}</span></label></th><td class="username column-username has-row-actions column-primary" data-colname="Username"><img alt="" class="avatar avatar-32 photo" height="32" width="32"> <strong><a href="#/user-edit.php?user_id=${no(p)}">${login(p)}</a></strong><br><div class="row-actions visible"><span class="edit"><a href="#/user-edit.php?user_id=${no(p)}">Edit</a> | </span><span class="delete"><a class="submitdelete" href="users.php?action=delete&amp;user=${no(p)}&amp;_wpnonce=ab12">Delete</a> | </span><span class="view"><a href="#/author/${login(p)}/">View</a></span></div></td><td class="name column-name" data-colname="Name">${p.name}</td><td class="email column-email" data-colname="Email"><a href="mailto:${p.email}">${p.email}</a></td><td class="role column-role" data-colname="Role">${p.role}</td></tr>`)}</tbody></table></div></div></div></div></div>`,
    wire: (page, act) => {
      delegate(page, 'click', '.submitdelete', (link, event) => {
        event.preventDefault();
        const p = byNo(/user=(\d+)/u.exec(link.getAttribute('href')!)![1]);
        must('#wpbody-content').innerHTML =
          `<div class="wrap"><h1>Delete Users</h1><p>You have specified this user for deletion:</p><form method="post" name="updateusers" id="updateusers"><ul><li><input type="hidden" name="users[]" value="${no(p)}">ID #${no(p)}: ${login(p)}</li></ul><fieldset><p><legend>What should be done with content owned by this user?</legend></p><ul style="list-style:none"><li><input type="radio" id="delete_option0" name="delete_option" value="delete" checked> <label for="delete_option0">Delete all content.</label></li><li><input type="radio" id="delete_option1" name="delete_option" value="reassign"> <label for="delete_option1">Attribute all content to:</label> <select name="reassign_user"><option>robin</option></select></li></ul></fieldset><input type="hidden" name="action" value="dodelete"><p class="submit"><input type="submit" name="submit" id="submit" class="button button-primary" value="Confirm Deletion"></p></form></div>`;
      });
      page.on(document, 'submit', (event) => {
        event.preventDefault();
        act(byNo(new FormData(event.target as HTMLFormElement).get('users[]') as string).email);
      });
    },
    steps: [{ at: idHook((id) => `#user-${id} .submitdelete`) }, { at: always('#submit') }],
  },

  'WordPress in Dutch: "Wijzig rol naar…" above the table, ticked users, Wijzigen': {
    html: office(
      'Mijn site',
      'Gebruikers',
      `<form method="get"><div class="tablenav top"><div class="alignleft actions bulkactions"><label for="bulk-action-selector-top" class="screen-reader-text">Selecteer bulkactie</label><select name="action" id="bulk-action-selector-top"><option value="-1">Bulkacties</option><option value="delete">Verwijderen</option><option value="resetpassword">Verstuur wachtwoord reset</option></select><input type="submit" id="doaction" class="button action" value="Toepassen"></div><div class="alignleft actions"><label class="screen-reader-text" for="new_role">Wijzig rol naar…</label><select name="new_role" id="new_role"><option value="">Wijzig rol naar…</option><option value="collab">Medewerker</option><option value="manager">Manager</option><option value="administrator">Beheerder</option></select><input type="submit" name="changeit" id="changeit" class="button" value="Wijzigen"></div></div>
      <table class="wp-list-table widefat fixed striped users"><thead><tr><td class="check-column"><input type="checkbox"></td><th scope="col">Gebruikersnaam</th><th scope="col">Naam</th><th scope="col">E-mail</th><th scope="col">Rol</th></tr></thead><tbody id="the-list">${rows((p) => `<tr id="user-${no(p)}"><th scope="row" class="check-column"><input type="checkbox" name="users[]" value="${no(p)}"></th><td class="column-username"><strong><a href="#/">${login(p)}</a></strong></td><td>${p.name}</td><td><a href="mailto:${p.email}">${p.email}</a></td><td>${p.role === 'Admin' ? 'Beheerder' : 'Lid'}</td></tr>`)}</tbody></table></form>`,
      ['Dashboard', 'Berichten', 'Gebruikers'],
    ),
    options: { lang: 'nl' },
    held: 'change-role',
    wire: (page, act) =>
      page.on(document, 'submit', (event) => {
        event.preventDefault();
        const data = new FormData(event.target as HTMLFormElement);
        if (!(event as SubmitEvent).submitter?.matches('#changeit') || data.get('new_role') === '') return;
        data.getAll('users[]').forEach((id) => act(byNo(id as string).email));
      }),
    steps: [
      { at: idHook((id) => `[name="users[]"][value="${id}"]`), how: 'tick' },
      { at: always('#new_role'), how: { choose: 'Medewerker' } },
      { at: always('#changeit') },
    ],
  },

  'Drupal: People, the action "Remove the Administrator role" applied to the selected users': {
    html: office(
      'Drupal',
      'People',
      `<nav class="tabs"><ul class="tabs primary"><li class="is-active"><a href="#/admin/people">List</a></li><li><a href="#/admin/people/roles">Roles</a></li></ul></nav><div class="views-element-container"><form class="views-form" data-drupal-selector="views-form-user-admin-people-page-1" method="post"><div id="edit-header" class="js-form-wrapper"><div class="js-form-item form-type-select"><label for="edit-action" class="form-item__label">Action</label><select id="edit-action" name="action" class="form-select">${['Block the selected user(s)', 'Add the Administrator role to the selected user(s)', 'Remove the Administrator role from the selected user(s)', 'Cancel the selected user account(s)'].map((text) => `<option>${text}</option>`).join('')}</select></div><div class="form-actions"><input data-bulk-form-submit type="submit" name="op" value="Apply to selected items" class="button js-form-submit form-submit"></div></div>
      <table class="views-table views-view-table cols-6 responsive-enabled sticky-header"><thead><tr><th class="views-field views-field-user-bulk-form"><input type="checkbox" title="Select all rows in this table"></th><th class="views-field-name">Username</th><th>Email</th><th class="views-field-status">Status</th><th class="views-field-roles-target-id">Roles</th><th class="views-field-operations">Operations</th></tr></thead><tbody>${rows((p, i) => `<tr class="${i % 2 ? 'even' : 'odd'}"><td class="views-field-user-bulk-form"><div class="js-form-item form-type-checkbox"><label for="edit-user-bulk-form-${i}" class="visually-hidden">Update the user ${p.name}</label><input data-drupal-selector="edit-user-bulk-form-${i}" type="checkbox" id="edit-user-bulk-form-${i}" name="user_bulk_form[${i}]" value="${no(p)}" class="form-checkbox"></div></td><td class="views-field-name"><a href="#/user/${no(p)}" class="username">${p.name}</a></td><td><a href="mailto:${p.email}">${p.email}</a></td><td>Active</td><td><ul><li>${p.role === 'Admin' ? 'Administrator' : p.role}</li></ul></td><td><div class="dropbutton-wrapper"><ul class="dropbutton"><li><a href="#/user/${no(p)}/edit">Edit</a></li></ul></div></td></tr>`)}</tbody></table></form></div>`,
      ['Content', 'Structure', 'People'],
    ),
    held: 'change-role',
    wire: (page, act) =>
      page.on(document, 'submit', (event) => {
        event.preventDefault();
        for (const [name, value] of new FormData(event.target as HTMLFormElement))
          if (name.startsWith('user_bulk_form')) act(byNo(value as string).email);
      }),
    steps: [
      { at: (s) => `#edit-user-bulk-form-${no(s) - 101}`, how: 'tick' },
      { at: always('#edit-action'), how: { choose: 'Remove the Administrator role from the selected user(s)' } },
      { at: always('[data-bulk-form-submit]') },
    ],
  },

  'Odoo in French: Users list, the cog "Actions" of the control panel, Archiver, dialog with Archiver': {
    html: `<header class="o_navbar"><nav class="o_main_navbar"><a class="o_menu_brand" href="#/">Configuration</a><button class="dropdown-toggle"><span>Utilisateurs et sociétés</span></button></nav></header><div class="o_action_manager"><div class="o_action o_view_controller o_list_view"><div class="o_control_panel"><div class="o_control_panel_main"><div class="o_control_panel_breadcrumbs"><div class="o_breadcrumb"><div class="o_last_breadcrumb_item active"><span>Utilisateurs</span></div></div></div><div class="o_control_panel_actions"><div class="o_selection_container" hidden><div class="o_list_selection_box"><b>1</b> sélectionné</div><div class="o_cp_action_menus"><button class="btn btn-secondary o-dropdown dropdown-toggle" aria-expanded="false"><i class="fa fa-cog"></i> Actions</button></div></div></div></div></div>
      <div class="o_content"><div class="o_list_renderer table-responsive" tabindex="-1"><table class="o_list_table table table-sm table-hover"><thead><tr><th class="o_list_record_selector"><div class="o-checkbox form-check"><input type="checkbox" class="form-check-input"></div></th><th data-name="name" class="o_column_sortable">Nom</th><th data-name="login">Identifiant</th><th data-name="role">Rôle</th></tr></thead><tbody class="ui-sortable">${rows((p) => `<tr class="o_data_row" data-id="datapoint_${no(p)}"><td class="o_list_record_selector user-select-none" tabindex="-1"><div class="o-checkbox form-check"><input type="checkbox" class="form-check-input" id="checkbox-comp-${no(p)}"><label class="form-check-label" for="checkbox-comp-${no(p)}"></label></div></td><td class="o_data_cell cursor-pointer o_field_cell" name="name" data-tooltip="${p.name}">${p.name}</td><td class="o_data_cell" name="login">${p.email}</td><td class="o_data_cell" name="role">${p.role === 'Admin' ? 'Administrateur' : 'Utilisateur'}</td></tr>`)}</tbody></table></div></div></div></div><div class="o-overlay-container"></div>`,
    options: { lang: 'fr-FR' },
    wire: (page, act) => {
      const chosen = (): Element[] =>
        [...document.querySelectorAll('.o_data_row input:checked')].map((box) => box.closest('.o_data_row')!);
      const bar = must('.o_selection_container');
      const overlays = must('.o-overlay-container');
      overlays.style.cssText = 'position:absolute;top:40px;left:120px;background:white;z-index:1055';
      delegate(page, 'change', '.o_data_row input', (box) => {
        box.closest('tr')!.classList.toggle('o_data_row_selected', (box as HTMLInputElement).checked);
        bar.hidden = chosen().length === 0;
      });
      delegate(page, 'click', '.o_cp_action_menus button', (button) => {
        button.setAttribute('aria-expanded', 'true');
        overlays.innerHTML =
          '<div class="o-overlay-item"><div class="o_popover popover o-dropdown--menu dropdown-menu" role="menu"><span class="o-dropdown-item dropdown-item o-navigable o_menu_item" role="menuitem" tabindex="0"><i class="fa fa-fw fa-upload"></i>Exporter</span><br><span class="o-dropdown-item dropdown-item o-navigable o_menu_item archive" role="menuitem" tabindex="0"><i class="fa fa-fw oi-archive"></i>Archiver</span></div></div>';
      });
      delegate(page, 'click', '.o-dropdown-item.archive', () => {
        overlays.innerHTML =
          '<div class="o-overlay-item"><div class="o_dialog" id="dialog_0"><div role="dialog" class="modal d-block o_technical_modal" tabindex="-1"><div class="modal-dialog modal-md"><div class="modal-content"><header class="modal-header"><h4 class="modal-title text-break">Confirmation</h4><button type="button" class="btn-close" aria-label="Fermer" tabindex="-1"></button></header><main class="modal-body" tabindex="-1"><p class="text-prewrap">Êtes-vous sûr de vouloir archiver tous les utilisateurs sélectionnés ?</p></main><footer class="modal-footer"><button class="btn btn-primary">Archiver</button><button class="btn btn-secondary">Annuler</button></footer></div></div></div></div></div>';
      });
      delegate(page, 'click', '.o_dialog .btn-primary', () => {
        overlays.replaceChildren();
        chosen().forEach((tr) => act(byNo(tr.getAttribute('data-id')!.slice(10)).email));
      });
    },
    steps: [
      { at: idHook((id) => `#checkbox-comp-${id}`), how: 'tick' },
      { at: always('.o_cp_action_menus button') },
      { at: always('.o-dropdown-item.archive') },
      { at: always('.o_dialog .btn-primary') },
    ],
  },

  'SAP UI5 in German: sap.m.Table in the mode Delete, MessageBox in the static area with OK and Abbrechen': {
    html: `<div id="sap-ui-static" style="position:absolute;top:80px;left:40px;background:white;z-index:20"></div><div class="sapUShellShell"><header class="sapUShellShellHead" role="banner"><h1 class="sapUshellHeadTitle">Benutzer pflegen</h1></header><main id="shell-main"><section class="sapMPage"><div class="sapMPageHeader"><div class="sapMTitle" role="heading" aria-level="2"><span>Mitglieder (4)</span></div></div><div id="__table0" class="sapMList sapMListModeDelete"><table id="__table0-listUl" class="sapMListModeDelete sapMListTbl sapMListUl" role="table"><thead><tr id="__table0-tblHeader" class="sapMListTblRow sapMListTblHeader" role="row" tabindex="-1"><th class="sapMListTblHighlightCol" aria-hidden="true"></th><th role="columnheader" class="sapMListTblCell sapMListTblHeaderCell"><div class="sapMColumnHeader"><span class="sapMText">Name</span></div></th><th role="columnheader" class="sapMListTblCell"><span class="sapMText">E-Mail</span></th><th role="columnheader"><span class="sapMText">Rolle</span></th><th class="sapMListTblSelCol" aria-label="Löschen" role="columnheader"></th></tr></thead><tbody id="__table0-tblBody" class="sapMListItems sapMTableTBody">${rows((p) => `<tr id="__item${no(p)}" tabindex="0" role="row" class="sapMLIB sapMLIB-CTX sapMLIBShowSeparator sapMLIBTypeInactive sapMListTblRow"><td class="sapMListTblHighlightCell" aria-hidden="true"></td><td class="sapMListTblCell" role="cell"><span class="sapMObjectIdentifierTitle"><span class="sapMText">${p.name}</span></span></td><td class="sapMListTblCell" role="cell"><span class="sapMText">${p.email}</span></td><td role="cell" class="sapMListTblCell"><span class="sapMText">${deRole[p.role]}</span></td><td role="cell" class="sapMListTblSelCol"><button id="__item${no(p)}-imgDel" title="Löschen (Entf)" tabindex="-1" class="sapMBtnBase sapMBtn sapMLIBIconDel"><span class="sapMBtnInner sapMBtnTransparent sapMBtnIconFirst sapMFocusable"><span role="presentation" aria-hidden="true" data-sap-ui-icon-content="x" class="sapUiIcon sapMBtnIcon">✕</span></span></button></td></tr>`)}</tbody></table></div></section></main></div>`,
    options: { lang: 'de' },
    wire: (page, act) => {
      const area = must('#sap-ui-static');
      delegate(page, 'click', '.sapMLIBIconDel', (button) => {
        const id = /\d+/u.exec(button.id)![0];
        area.innerHTML = `<div id="__mbox0" class="sapMDialog sapMMessageBox sapMMessageBoxQuestion sapMPopup" role="alertdialog" aria-labelledby="__mbox0-header __mbox0--msg" aria-modal="true" tabindex="-1"><span id="__mbox0-firstfe" tabindex="0" role="none"></span><header class="sapMDialogTitleGroup"><div id="__mbox0-header" class="sapMIBar sapMBar"><h1 class="sapMTitle sapMDialogTitle"><span>Bestätigung</span></h1></div></header><section class="sapMDialogSection"><div class="sapMDialogScrollCont"><span id="__mbox0--msg" class="sapMText sapMMsgBoxText">${byNo(id).name} aus dem Team entfernen?</span></div></section><footer class="sapMDialogFooter"><div role="toolbar" class="sapMIBar sapMTB"><button id="__mbox0-btn-0" class="sapMBtnBase sapMBtn sapMBarChild"><span class="sapMBtnInner sapMBtnEmphasized"><span class="sapMBtnContent"><bdi>OK</bdi></span></span></button><button id="__mbox0-btn-1" class="sapMBtnBase sapMBtn"><span class="sapMBtnInner"><span class="sapMBtnContent"><bdi>Abbrechen</bdi></span></span></button></div></footer><span id="__mbox0-lastfe" tabindex="0" role="none"></span></div>`;
        must('#__mbox0-btn-0').focus();
        page.on(must('#__mbox0-btn-0'), 'click', () => {
          area.replaceChildren();
          must(`#__item${id}`).remove();
          act(byNo(id).email);
        });
      });
    },
    steps: [{ at: idHook((id) => `#__item${id}-imgDel`) }, { at: always('#__mbox0-btn-0') }],
  },

  'Salesforce: lightning-datatable with row actions in nested open shadow roots, LightningConfirm': {
    html: settingsPage(
      `<c-user-manager><template shadowrootmode="open"><lightning-card><template shadowrootmode="open"><article class="slds-card"><div class="slds-card__header"><h2 class="slds-card__header-title"><span class="slds-text-heading_small">Users</span></h2></div><div class="slds-card__body"><slot></slot></div></article></template><lightning-datatable><template shadowrootmode="open"><table class="slds-table slds-table_bordered" role="grid"><thead><tr class="slds-line-height_reset"><th scope="col" role="columnheader" aria-label="Name"><lightning-primitive-header-factory><template shadowrootmode="open"><span class="slds-truncate" title="Name">Name</span></template></lightning-primitive-header-factory></th><th scope="col" role="columnheader" aria-label="Email">Email</th><th scope="col" role="columnheader">Role</th><th scope="col"></th></tr></thead><tbody>${rows((p) => `<tr class="slds-hint-parent" data-row-key-value="005${no(p)}"><th scope="row" data-label="Name" role="rowheader"><lightning-primitive-cell-factory><template shadowrootmode="open"><span class="slds-grid"><div class="slds-truncate"><lightning-base-formatted-text>${p.name}</lightning-base-formatted-text></div></span></template></lightning-primitive-cell-factory></th><td data-label="Email" role="gridcell"><lightning-primitive-cell-factory><template shadowrootmode="open"><lightning-formatted-email><template shadowrootmode="open"><a href="mailto:${p.email}">${p.email}</a></template></lightning-formatted-email></template></lightning-primitive-cell-factory></td><td data-label="Role" role="gridcell">${p.role}</td><td role="gridcell" class="slds-cell_action-mode"><lightning-primitive-cell-actions><template shadowrootmode="open"><lightning-button-menu class="slds-dropdown-trigger"><template shadowrootmode="open"><button type="button" id="ra-${no(p)}" class="slds-button slds-button_icon-border slds-button_icon-x-small" aria-expanded="false" aria-haspopup="true"><span class="slds-assistive-text">Show actions</span>▾</button><div class="slds-dropdown slds-dropdown_right" hidden><slot></slot></div></template><div role="menu"><lightning-menu-item class="slds-dropdown__item" role="presentation"><template shadowrootmode="open"><a role="menuitem" href="javascript:void(0)" tabindex="0"><span class="slds-truncate">View</span></a></template></lightning-menu-item><lightning-menu-item class="slds-dropdown__item" role="presentation" data-nr="${no(p)}"><template shadowrootmode="open"><a role="menuitem" href="javascript:void(0)" tabindex="0" id="off-${no(p)}"><span class="slds-truncate">Deactivate</span></a></template></lightning-menu-item></div></lightning-button-menu></template></lightning-primitive-cell-actions></td></tr>`)}</tbody></table></template></lightning-datatable></lightning-card></template></c-user-manager>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '[id^="ra-"]', (button) => {
        const menu = button.nextElementSibling as HTMLElement;
        menu.hidden = !menu.hidden;
        button.setAttribute('aria-expanded', String(!menu.hidden));
      });
      delegate(page, 'click', '[id^="off-"]', (link, event) => {
        event.preventDefault();
        const id = link.id.slice(4);
        (must(`#ra-${id}`).nextElementSibling as HTMLElement).hidden = true;
        const box = portal(
          `<lightning-overlay-container><lightning-confirm><template shadowrootmode="open"><section role="dialog" tabindex="-1" class="slds-modal slds-fade-in-open slds-modal_prompt" aria-labelledby="prompt-heading-id" aria-modal="true"><div class="slds-modal__container"><div class="slds-modal__header slds-theme_error"><h2 class="slds-text-heading_medium" id="prompt-heading-id">Deactivate user</h2></div><div class="slds-modal__content"><p>Deactivate ${byNo(id).name}? The user can no longer log in.</p></div><div class="slds-modal__footer"><button class="slds-button slds-button_neutral">Cancel</button><button class="slds-button slds-button_brand">OK</button></div></div></section></template></lightning-confirm></lightning-overlay-container>`,
          modalCss,
        );
        const root = box.querySelector('lightning-confirm')!.shadowRoot!;
        page.on(root.querySelector('.slds-button_brand')!, 'click', () => {
          box.remove();
          act(byNo(id).email);
        });
      });
    },
    steps: [
      { at: idHook((id) => `#ra-${id}`) },
      { at: idHook((id) => `#off-${id}`) },
      { at: always('.slds-modal .slds-button_brand') },
    ],
  },

  'ServiceNow: "Actions on selected rows..." acts as soon as Delete is chosen, and asks in its modal': {
    html: office(
      'ServiceNow',
      'Users',
      `<div class="list_v2" id="sys_user_list"><div class="navbar list_nav"><h2 class="navbar-title list_title">Users</h2><button class="btn btn-primary" id="sysverb_new">New</button></div><table id="sys_user_table" class="data_list_table list_table table table-hover list_header_search_disabled" role="grid"><thead><tr id="hdr_sys_user" class="list_header_search_row"><th class="col-control"></th><th class="text-align-left list_header_cell" scope="col"><span class="sort-columns"><a class="column_head list_hdrcell table-col-header">Name</a></span></th><th scope="col"><a class="column_head">Email</a></th><th scope="col"><a class="column_head">Active</a></th></tr></thead><tbody class="list2_body">${rows((p, i) => `<tr class="list_row ${i % 2 ? 'list_even' : 'list_odd'}" id="row_sys_user_${no(p)}" sys_id="${no(p)}" record_class="sys_user"><td class="list_decoration_cell col-control col-small"><span class="input-group-checkbox"><input type="checkbox" id="check_sys_user_${no(p)}" name="check_sys_user" class="checkbox"><label class="checkbox-label" for="check_sys_user_${no(p)}"><span class="sr-only">Select record for action: ${login(p)}</span></label></span></td><td class="vt"><a class="linked formlink" href="#/sys_user.do?sys_id=${no(p)}">${p.name}</a></td><td class="vt"><a class="email-link" href="mailto:${p.email}">${p.email}</a></td><td class="vt">true</td></tr>`)}</tbody></table><div class="list_bottom"><span class="custom-select"><label class="sr-only" for="listv2_labelAction">Actions on selected rows...</label><select id="listv2_labelAction" class="list_action_option form-control"><option value="" selected>Actions on selected rows...</option><option value="delete">Delete</option><option value="follow">Follow on Live Feed</option></select></span></div></div>`,
    ),
    wire: (page, act) =>
      page.on(must('#listv2_labelAction'), 'change', (event) => {
        const chosen = [...document.querySelectorAll('.list_row:has(input:checked)')];
        if ((event.target as HTMLSelectElement).value !== 'delete' || chosen.length === 0) return;
        const box = portal(
          `<div id="dialog_delete_confirm" class="modal in" role="dialog" aria-modal="true" aria-labelledby="dialog_title"><div class="modal-dialog modal-md"><div class="modal-content"><header class="modal-header"><h1 id="dialog_title" class="modal-title h4">Confirmation</h1></header><div class="modal-body"><p>Are you sure you want to delete the ${chosen.length} selected record(s)?</p><div class="modal-footer"><button id="cancel_button" class="btn btn-default" type="button">Cancel</button><button id="ok_button" class="btn btn-destructive" type="button">Delete</button></div></div></div></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('#ok_button')!, 'click', () => {
          box.remove();
          chosen.forEach((tr) => act(byNo(tr.getAttribute('sys_id')).email));
        });
      }),
    steps: [
      { at: idHook((id) => `#check_sys_user_${id}`), how: 'tick' },
      { at: always('#listv2_labelAction'), how: { choose: 'Delete' } },
      { at: always('#ok_button') },
    ],
  },

  'HubSpot: users table, ticked, the bar over the header with "Deactivate", modal of one user without a name': {
    html: settingsPage(
      `<div class="private-table__wrapper"><div class="bulk-bar" hidden><span class="selected"></span> <button type="button" class="private-link uiLinkWithoutUnderline bulk-export"><i18n-string data-key="users.bulk.export">Export</i18n-string></button> <button type="button" class="private-link uiLinkWithoutUnderline bulk-deactivate" data-test-id="bulk-deactivate"><span data-icon-name="block"></span><i18n-string data-key="users.bulk.deactivate">Deactivate users</i18n-string></button></div><table class="private-table private-table--hover" data-test-id="users-table"><thead><tr><th><label class="private-checkbox"><input type="checkbox" aria-label="Select all"></label></th><th><i18n-string>Name</i18n-string></th><th>Seat</th><th>Access</th></tr></thead><tbody>${rows((p) => `<tr data-test-object-id="${no(p)}"><td><label class="private-checkbox private-checkbox--small"><input type="checkbox" class="private-checkbox__input"><span class="private-checkbox__indicator"></span></label></td><td><div class="private-media"><div class="private-truncated-string"><span class="private-truncated-string__inner"><a class="private-link" href="#/settings/users/user/${no(p)}">${p.name}</a></span></div><div class="is--text--help">${p.email}</div></div></td><td>Core</td><td><span>${p.role}</span></td></tr>`)}</tbody></table></div>`,
    ),
    wire: (page, act) => {
      const bar = must('.bulk-bar');
      const chosen = new Set<string>();
      delegate(page, 'change', '.private-checkbox__input', (box) => {
        const id = box.closest('tr')!.getAttribute('data-test-object-id')!;
        if ((box as HTMLInputElement).checked) chosen.add(id);
        else chosen.delete(id);
        bar.hidden = chosen.size === 0;
        bar.querySelector('.selected')!.textContent = `${chosen.size} selected`;
      });
      page.on(must('.bulk-deactivate'), 'click', () => {
        const box = portal(
          `<div class="private-layer"><div class="uiDialog private-modal" role="dialog" aria-modal="true" aria-labelledby="uiabstractmodal-12"><header class="private-modal__header"><h4 id="uiabstractmodal-12">Deactivate ${chosen.size} user?</h4></header><div class="private-modal__body"><p>They will lose access to this account. You can reactivate them at any time.</p></div><footer class="private-modal__footer"><button type="button" class="uiButton private-button private-button--destructive private-button--default" data-button-use="destructive" data-test-id="confirm-deactivate">Deactivate</button><button type="button" class="uiButton private-button private-button--secondary">Cancel</button></footer></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('[data-test-id=confirm-deactivate]')!, 'click', () => {
          box.remove();
          chosen.forEach((id) => act(byNo(id).email));
        });
      });
    },
    steps: [
      { at: idHook((id) => `tr[data-test-object-id="${id}"] input`), how: 'tick' },
      { at: always('.bulk-deactivate') },
      { at: always('[data-test-id=confirm-deactivate]') },
    ],
  },

  'Jira administration: Atlaskit dropdown menu in a portal, "Suspend access", its modal dialog': {
    html: settingsPage(
      `<table class="css-1x2y3z"><thead><tr><th>User</th><th>Status</th><th>Last active</th><th>Actions</th></tr></thead><tbody>${rows((p) => `<tr data-testid="user-table-row--${no(p)}"><td><div class="css-flex"><span role="img" aria-label="${p.name}">${initials(p.name)}</span><div><a href="#/o/1/users/${no(p)}" data-testid="user-link">${p.name}</a><div class="css-sub">${p.email}</div></div></div></td><td><span class="css-lozenge"><span>Active</span></span></td><td>Nov 27, 2026</td><td><div><button type="button" aria-expanded="false" aria-haspopup="true" aria-label="Show more actions for ${p.name}" data-testid="actions--${no(p)}--trigger" class="css-btn"><span class="css-ic">•••</span></button></div></td></tr>`)}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '[data-testid$="--trigger"]', (button) => {
        const id = /\d+/u.exec(button.dataset['testid']!)![0];
        shut();
        button.setAttribute('aria-expanded', 'true');
        const box = portal(
          `<div class="atlaskit-portal" style="z-index:400"><div class="css-pop"><div role="menu" class="css-menu"><div role="group" data-testid="actions-group"><button type="button" role="menuitem" tabindex="0" class="css-item"><span data-item-title="true">Show details</span></button><button type="button" role="menuitem" tabindex="0" class="css-item"><span data-item-title="true">Prompt to reset password</span></button><button type="button" role="menuitem" tabindex="0" class="css-item suspend"><span data-item-title="true">Suspend access</span></button></div></div></div></div>`,
        );
        page.on(box.querySelector('.suspend')!, 'click', () => {
          shut();
          button.setAttribute('aria-expanded', 'false');
          const modal = portal(
            `<div class="atlaskit-portal" style="z-index:510"><div class="css-blanket"></div><div class="css-pos"><section role="dialog" aria-modal="true" aria-labelledby="modal-dialog-title-5" data-testid="suspend-modal" tabindex="-1"><div data-testid="suspend-modal--header"><h1 id="modal-dialog-title-5" data-testid="suspend-modal--title"><span data-testid="suspend-modal--title-text">Suspend access?</span></h1></div><div data-testid="suspend-modal--body"><p>${byNo(id).name} will lose access to all products of your organization.</p></div><div data-testid="suspend-modal--footer"><button type="button" class="css-btn"><span>Cancel</span></button><button type="button" class="css-btn css-danger" data-testid="suspend-confirm"><span>Suspend access</span></button></div></section></div></div>`,
            modalCss,
          );
          page.on(modal.querySelector('[data-testid=suspend-confirm]')!, 'click', () => {
            shut();
            act(byNo(id).email);
          });
        });
      });
    },
    steps: [
      { at: idHook((id) => `[data-testid="actions--${id}--trigger"]`), how: 'Enter' },
      { at: always('.css-item.suspend'), how: 'Enter' },
      { at: always('[data-testid=suspend-confirm]') },
    ],
  },

  'Ember: ember-power-select of the seat, opened on mousedown, chosen on mouseup in the wormhole': {
    html: settingsPage(
      `<div id="ember7" class="ember-view"><div class="gh-list">${rows((p) => `<div class="gh-list-row ember-view" id="ember${no(p)}"><span class="gh-list-data"><h3 class="gh-members-list-name">${p.name}</h3><p class="midgrey">${p.email}</p></span><span class="gh-list-data">${p.role}</span><span class="gh-list-data"><label>Seat</label><div id="ember-basic-dropdown-trigger-ember${no(p)}" class="ember-view ember-basic-dropdown-trigger ember-power-select-trigger" role="combobox" aria-haspopup="listbox" aria-expanded="false" aria-label="Seat" data-ebd-id="ember${no(p)}-trigger" tabindex="0"><span class="ember-power-select-selected-item">Full</span><span class="ember-power-select-status-icon"></span></div></span></div>`)}</div></div><div id="ember-basic-dropdown-wormhole" style="position:absolute;top:20px;left:240px;background:white;z-index:9"></div>`,
    ),
    held: 'change-licence',
    wire: (page, act) => {
      const hole = must('#ember-basic-dropdown-wormhole');
      delegate(page, 'mousedown', '.ember-power-select-trigger', (trigger, event) => {
        event.preventDefault();
        trigger.focus();
        trigger.setAttribute('aria-expanded', 'true');
        hole.innerHTML = `<div id="ember-basic-dropdown-content-1" class="ember-basic-dropdown-content ember-power-select-dropdown"><ul role="listbox" class="ember-power-select-options" aria-controls="${trigger.id}">${['Full', 'Read-only', 'Guest'].map((seat, i) => `<li class="ember-power-select-option" aria-selected="${i === 0}" data-option-index="${i}" role="option">${seat}</li>`).join('')}</ul></div>`;
        page.on(hole.querySelector('ul')!, 'mouseup', (up) => {
          const option = (up.target as Element).closest('li');
          if (!option) return;
          const seat = option.textContent;
          hole.replaceChildren();
          trigger.setAttribute('aria-expanded', 'false');
          if (trigger.textContent.trim() === seat) return;
          trigger.querySelector('.ember-power-select-selected-item')!.textContent = seat;
          act(byNo(/\d+$/u.exec(trigger.id)![0]).email);
        });
      });
    },
    steps: [
      { at: idHook((id) => `#ember-basic-dropdown-trigger-ember${id}`) },
      { at: always('.ember-power-select-option:last-child') },
    ],
  },

  'Backbone.Marionette in Italian: a CompositeView, the link "Rimuovi" of a row view and confirm()': {
    html: office('Gestionale', 'Utenti del team', '<div id="main-region"></div>', ['Cruscotto', 'Utenti', 'Documenti']),
    options: { lang: 'it' },
    wire: (page, act) => {
      agreeToAll();
      const region = must('#main-region');
      region.innerHTML =
        '<div><table class="table table-striped"><thead><tr><th>Nome</th><th>Indirizzo e-mail</th><th>Ruolo</th><th></th></tr></thead><tbody></tbody></table></div>';
      for (const model of team) {
        const el = document.createElement('tr');
        el.innerHTML = `<td>${model.name}</td><td>${model.email}</td><td>${model.role === 'Admin' ? 'Amministratore' : 'Membro'}</td><td><a href="#" class="js-edit">Modifica</a> <a href="#" class="js-remove">Rimuovi</a></td>`;
        page.on(el.querySelector('.js-remove')!, 'click', (event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!window.confirm(`Rimuovere ${model.name}?`)) return;
          el.remove();
          act(model.email);
        });
        region.querySelector('tbody')!.append(el);
      }
    },
    steps: [{ at: (s) => `#main-region tr:nth-child(${no(s) - 100}) .js-remove` }],
  },

  'ExtJS: a grid in which each record is a table of its own, actioncolumn, Ext.Msg.confirm with Yes and No': {
    html: settingsPage(`<div class="x-panel x-grid" id="gridpanel-1010" role="grid" aria-labelledby="gridpanel-1010_header-title"><div id="gridpanel-1010_header" class="x-panel-header x-header" role="presentation"><div id="gridpanel-1010_header-title" class="x-title x-panel-header-title" role="presentation"><div class="x-title-text">Users</div></div></div><div class="x-grid-header-ct" id="headercontainer-1011" role="rowgroup"><div role="row" class="x-box-target" style="display:flex;gap:30px">${['Name', 'Email', 'Role', '&nbsp;'].map((head, i) => `<div class="x-column-header" id="gridcolumn-${1012 + i}" role="columnheader" tabindex="-1"><div class="x-column-header-inner"><div class="x-column-header-text-container"><span class="x-column-header-text-inner">${head}</span></div></div></div>`).join('')}</div></div>
      <div id="gridpanel-1010-body" class="x-panel-body"><div class="x-grid-view x-fit-item" id="tableview-1016" role="rowgroup" tabindex="0"><div class="x-grid-item-container" role="presentation">${rows((p, i) => `<table id="tableview-1016-record-${no(p)}" role="presentation" data-boundview="tableview-1016" data-recordid="${no(p)}" data-recordindex="${i}" class="x-grid-item${i % 2 ? ' x-grid-item-alt' : ''}" cellpadding="0" cellspacing="0"><tbody role="presentation"><tr class="x-grid-row" role="row" aria-rowindex="${i + 2}"><td class="x-grid-cell x-grid-td x-grid-cell-gridcolumn-1012" role="gridcell" tabindex="-1" data-columnid="gridcolumn-1012"><div unselectable="on" class="x-grid-cell-inner" style="text-align:left">${p.name}</div></td><td class="x-grid-cell x-grid-td" role="gridcell"><div class="x-grid-cell-inner">${p.email}</div></td><td class="x-grid-cell x-grid-td" role="gridcell"><div class="x-grid-cell-inner">${p.role}</div></td><td class="x-grid-cell x-action-col-cell" role="gridcell"><div class="x-grid-cell-inner x-grid-cell-inner-action-col"><div role="button" tabindex="0" class="x-action-col-icon x-action-col-0 x-fa fa-trash" data-qtip="Remove" style="width:16px;height:16px"></div></div></td></tr></tbody></table>`)}</div></div></div></div>`),
    wire: (page, act) => {
      delegate(page, 'click', '.x-action-col-icon', (icon) => {
        const id = icon.closest<HTMLElement>('.x-grid-item')!.dataset['recordid'];
        const box = portal(
          `<div class="x-mask" role="presentation"></div><div class="x-window x-message-box x-layer x-window-default x-closable" id="messagebox-1001" role="alertdialog" aria-labelledby="messagebox-1001_header-title" aria-describedby="messagebox-1001-msg" tabindex="-1"><div id="messagebox-1001_header" class="x-window-header"><div id="messagebox-1001_header-title" class="x-window-header-title"><div class="x-title-text">Confirm</div></div></div><div class="x-window-body"><div class="x-component x-message-box-icon x-message-box-question"></div><div id="messagebox-1001-msg" class="x-window-text">Are you sure you want to do that?</div></div><div class="x-toolbar x-toolbar-footer" role="group"><a class="x-btn x-unselectable x-btn-default-small" role="button" tabindex="0" id="button-1005" data-componentid="button-1005"><span class="x-btn-wrap"><span class="x-btn-button"><span class="x-btn-inner">Yes</span></span></span></a> <a class="x-btn x-unselectable x-btn-default-small" role="button" tabindex="0" id="button-1006"><span class="x-btn-wrap"><span class="x-btn-button"><span class="x-btn-inner">No</span></span></span></a></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('#button-1005')!, 'click', (event) => {
          event.preventDefault();
          box.remove();
          act(byNo(id).email);
        });
      });
    },
    steps: [{ at: idHook((id) => `#tableview-1016-record-${id} .x-action-col-icon`) }, { at: always('#button-1005') }],
  },

  'GWT in Polish: CellTable with a ButtonCell, DialogBox built of nine cells, "Tak" and "Nie"': {
    html: office(
      'Konsola',
      'Użytkownicy',
      `<table class="GNHGC04CI" cellspacing="0" style="table-layout:fixed"><colgroup><col><col><col><col></colgroup><thead aria-hidden="false"><tr __gwt_header_row="0">${['Imię i nazwisko', 'E-mail', 'Rola', ''].map((head, i) => `<th colspan="1" class="GNHGC04CH" __gwt_column="column-gwt-uid-${i}" __gwt_header="header-gwt-uid-${i}">${head}</th>`).join('')}</tr></thead><tbody>${rows((p, i) => `<tr onclick="" class="${i % 2 ? 'GNHGC04CJ' : 'GNHGC04CK'}" __gwt_row="${i}" __gwt_subrow="0"><td class="GNHGC04CD" align="left"><div style="outline-style:none" __gwt_cell="cell-gwt-uid-11" tabindex="${i === 0 ? 0 : -1}">${p.name}</div></td><td class="GNHGC04CD"><div style="outline-style:none" __gwt_cell="cell-gwt-uid-12">${p.email}</div></td><td class="GNHGC04CD"><div __gwt_cell="cell-gwt-uid-13">${p.role === 'Admin' ? 'Administrator' : 'Członek'}</div></td><td class="GNHGC04CD"><div style="outline-style:none" __gwt_cell="cell-gwt-uid-14"><button type="button" tabindex="-1">Usuń</button></div></td></tr>`)}</tbody></table>`,
      ['Pulpit', 'Użytkownicy'],
    ),
    options: { lang: 'pl' },
    wire: (page, act) => {
      page.on(must('.GNHGC04CI tbody'), 'click', (event) => {
        const button = (event.target as Element).closest('button');
        if (!button) return;
        const person = team[Number(button.closest('tr')!.getAttribute('__gwt_row'))]!;
        const edge = (place: string, inner = ''): string =>
          `<td class="dialog${place}"><div class="dialog${place}Inner">${inner}</div></td>`;
        const box = portal(
          `<div class="gwt-PopupPanelGlass"></div><div class="gwt-DialogBox"><div class="popupContent"><table cellspacing="0" cellpadding="0"><tbody><tr class="dialogTop">${edge('TopLeft')}${edge('TopCenter', '<div class="Caption">Usuwanie użytkownika</div>')}${edge('TopRight')}</tr><tr class="dialogMiddle">${edge('MiddleLeft')}${edge('MiddleCenter', `<table class="dialogContent"><tbody><tr><td><div class="gwt-Label">Czy na pewno usunąć użytkownika ${person.name}?</div></td></tr><tr><td><button type="button" class="gwt-Button yes">Tak</button> <button type="button" class="gwt-Button">Nie</button></td></tr></tbody></table>`)}${edge('MiddleRight')}</tr><tr class="dialogBottom">${edge('BottomLeft')}${edge('BottomCenter')}${edge('BottomRight')}</tr></tbody></table></div></div>`,
          modalCss,
        );
        page.on(box.querySelector('.yes')!, 'click', () => {
          box.remove();
          act(person.email);
        });
      });
    },
    steps: [{ at: (s) => `[__gwt_row="${no(s) - 101}"] button` }, { at: always('.gwt-DialogBox .yes') }],
  },

  'Material Web: md-list-item with an md-icon-button, md-menu-item and md-dialog, each with its own open shadow root': {
    html: settingsPage(`<md-list role="list"><template shadowrootmode="open"><slot></slot></template>${rows((p) => `<md-list-item type="text" style="display:block" data-nr="${no(p)}"><template shadowrootmode="open"><div id="item" class="list-item" role="listitem" style="display:flex;gap:12px"><md-item><template shadowrootmode="open"><div class="container"><slot name="start"></slot><div class="text"><slot name="headline"></slot><slot name="supporting-text"></slot></div><slot name="end"></slot></div></template><slot name="start" slot="start"></slot><slot name="headline" slot="headline"></slot><slot name="supporting-text" slot="supporting-text"></slot><slot name="end" slot="end"></slot></md-item></div></template><div slot="headline">${p.name}</div><div slot="supporting-text">${p.email} · ${p.role}</div><span slot="end" style="position:relative"><md-icon-button id="more-${no(p)}" aria-label="More actions"><template shadowrootmode="open"><button id="button" class="icon-button standard" aria-label="More actions" aria-haspopup="menu"><span class="icon"><slot></slot></span></button></template><md-icon aria-hidden="true">more_vert</md-icon></md-icon-button><md-menu anchor="more-${no(p)}" style="display:none"><template shadowrootmode="open"><div class="menu" popover="manual" role="menu"><div class="items"><slot></slot></div></div></template><md-menu-item md-menu-item><template shadowrootmode="open"><li id="item" role="menuitem" tabindex="0" class="list-item"><slot name="headline"></slot></li></template><div slot="headline">Edit</div></md-menu-item><md-menu-item md-menu-item id="rm-${no(p)}"><template shadowrootmode="open"><li id="item" role="menuitem" tabindex="0" class="list-item"><slot name="headline"></slot></li></template><div slot="headline">Remove</div></md-menu-item></md-menu></span></md-list-item>`)}</md-list>
      <md-dialog type="alert" id="confirm"><template shadowrootmode="open"><dialog aria-labelledby="headline" role="alertdialog"><div class="container"><div class="headline"><h2 id="headline" aria-hidden="true"><slot name="headline"></slot></h2></div><div class="scroller"><div class="content"><slot name="content"></slot></div></div><div class="actions"><slot name="actions"></slot></div></div></dialog></template><div slot="headline">Remove member</div><form slot="content" id="form-id" method="dialog"></form><div slot="actions"><md-text-button form="form-id" value="cancel"><template shadowrootmode="open"><button id="button" class="button"><span class="label"><slot></slot></span></button></template>Cancel</md-text-button><md-text-button form="form-id" value="remove" class="yes"><template shadowrootmode="open"><button id="button" class="button"><span class="label"><slot></slot></span></button></template>Remove</md-text-button></div></md-dialog>`),
    wire: (page, act) => {
      let who: Someone = team[0]!;
      const dialog = must('#confirm').shadowRoot!.querySelector('dialog')!;
      delegate(page, 'click', 'md-icon-button', (button) => {
        const menu = button.nextElementSibling as HTMLElement;
        menu.style.display = 'block';
        const inner = menu.shadowRoot!.querySelector<HTMLElement>('.menu')!;
        if (!inner.matches(':popover-open')) inner.showPopover();
      });
      delegate(page, 'click', 'md-menu-item[id^="rm-"]', (item) => {
        const menu = item.closest<HTMLElement>('md-menu')!;
        menu.shadowRoot!.querySelector<HTMLElement>('.menu')!.hidePopover();
        menu.style.display = 'none';
        who = byNo(item.id.slice(3));
        must('#form-id').textContent = `${who.name} will be removed from the team.`;
        dialog.showModal();
      });
      delegate(page, 'click', 'md-text-button.yes', () => {
        queueMicrotask(() => {
          dialog.close('remove');
          act(who.email);
        });
      });
    },
    steps: [
      { at: idHook((id) => `#more-${id}`) },
      { at: (s) => (find(`#more-${no(s)} + md-menu`)!.style.display === 'block' ? `#rm-${no(s)}` : '.none') },
      { at: () => (must('#confirm').shadowRoot!.querySelector('dialog')!.open ? 'md-text-button.yes' : '.none') },
    ],
  },

  'Spectrum Web Components: sp-table with checkbox cells, sp-action-bar, sp-dialog-wrapper': {
    // "Delete user" ends the account, also where the list is not from.
    widens: true,
    html: settingsPage(`<style>sp-table-row,sp-table-head,sp-table-body,sp-table{display:block}sp-table-cell,sp-table-head-cell,sp-table-checkbox-cell{display:inline-block;padding:4px}</style><sp-table size="m" selects="multiple" role="grid"><template shadowrootmode="open"><slot></slot></template><sp-table-head role="row"><template shadowrootmode="open"><slot></slot></template><sp-table-head-cell role="columnheader">Name</sp-table-head-cell><sp-table-head-cell role="columnheader">Email</sp-table-head-cell><sp-table-head-cell role="columnheader">Role</sp-table-head-cell></sp-table-head><sp-table-body role="rowgroup"><template shadowrootmode="open"><slot></slot></template>${rows((p) => `<sp-table-row role="row" value="row${no(p)}" aria-selected="false"><template shadowrootmode="open"><slot></slot></template><sp-table-checkbox-cell role="gridcell"><template shadowrootmode="open"><sp-checkbox size="m" class="checkbox"><template shadowrootmode="open"><input id="input" type="checkbox" aria-label="Select" data-who="${p.email}"><span id="box"></span><label id="label" for="input"><slot></slot></label></template></sp-checkbox></template></sp-table-checkbox-cell><sp-table-cell role="gridcell"><template shadowrootmode="open"><slot></slot></template>${p.name}</sp-table-cell><sp-table-cell role="gridcell"><template shadowrootmode="open"><slot></slot></template>${p.email}</sp-table-cell><sp-table-cell role="gridcell"><template shadowrootmode="open"><slot></slot></template>${p.role}</sp-table-cell></sp-table-row>`)}</sp-table-body></sp-table>
      <sp-action-bar style="display:none"><template shadowrootmode="open"><sp-popover id="popover"><slot></slot><slot name="buttons"></slot></sp-popover></template><span class="count"></span><sp-action-button slot="buttons" role="button" tabindex="0" label="Edit"><template shadowrootmode="open"><slot name="icon"></slot><span id="label"><slot></slot></span></template>Edit</sp-action-button><sp-action-button slot="buttons" role="button" tabindex="0" class="del"><template shadowrootmode="open"><slot name="icon"></slot><span id="label"><slot></slot></span></template>Delete</sp-action-button></sp-action-bar>`),
    wire: (page, act) => {
      const chosen = new Set<string>();
      const bar = must('sp-action-bar');
      delegate(page, 'click', '#input', (box) => {
        const input = box as HTMLInputElement;
        if (input.checked) chosen.add(input.dataset['who']!);
        else chosen.delete(input.dataset['who']!);
        const row = team.findIndex(({ email }) => email === input.dataset['who']);
        document.querySelectorAll('sp-table-row')[row]!.toggleAttribute('selected', input.checked);
        document.querySelectorAll('sp-table-row')[row]!.setAttribute('aria-selected', String(input.checked));
        bar.toggleAttribute('open', chosen.size > 0);
        bar.style.display = chosen.size > 0 ? 'block' : 'none';
        must('.count').textContent = `${chosen.size} selected`;
      });
      page.on(must('.del'), 'click', () => {
        const box = portal(
          `<sp-overlay open type="modal"><sp-dialog-wrapper open underlay><template shadowrootmode="open"><sp-underlay open></sp-underlay><sp-modal><sp-dialog id="dialog" size="s" role="alertdialog" aria-modal="true"><template shadowrootmode="open"><section class="grid"><slot name="heading"></slot><div class="content"><slot></slot></div><slot name="button"></slot></section></template><h2 slot="heading">Delete users</h2><p>The selected users will be deleted.</p><sp-button slot="button" variant="secondary" role="button" tabindex="0">Cancel</sp-button><sp-button slot="button" variant="negative" role="button" tabindex="0" class="confirm">Delete</sp-button></sp-dialog></sp-modal></template></sp-dialog-wrapper></sp-overlay>`,
          modalCss,
        );
        page.on(box.querySelector('sp-dialog-wrapper')!.shadowRoot!.querySelector('.confirm')!, 'click', () => {
          box.remove();
          chosen.forEach((email) => act(email));
        });
      });
    },
    steps: [
      { at: whose('#input'), how: 'tick' },
      { at: () => (find('sp-action-bar[open]') ? '.del' : '.none') },
      { at: always('sp-button.confirm') },
    ],
  },

  'UIkit: modal with the workspaces of a member as uk-checkboxes, Finance unticked, Save': {
    html: settingsPage(`<table class="uk-table uk-table-divider uk-table-middle"><thead><tr><th>Member</th><th>Role</th><th></th></tr></thead><tbody>${rows((p) => `<tr><td><div class="uk-flex"><span class="uk-border-circle">${initials(p.name)}</span><div><div class="uk-text-bold">${p.name}</div><div class="uk-text-meta">${p.email}</div></div></div></td><td>${p.role}</td><td><button class="uk-button uk-button-default uk-button-small" type="button" uk-toggle="target: #modal-access" data-nr="${no(p)}">Manage workspaces</button></td></tr>`)}</tbody></table>
      <div id="modal-access" class="uk-modal" style="display:none;${modalCss}"><div class="uk-modal-dialog uk-modal-body" role="dialog" aria-modal="true"><h2 class="uk-modal-title"></h2><div class="uk-margin uk-grid-small uk-child-width-auto uk-grid">${['EMEA Sales', 'US Sales', 'Finance', 'Archive'].map((name, i) => `<label style="display:block"><input class="uk-checkbox" type="checkbox" name="ws" value="${i}"> ${name}</label>`).join('')}</div><p class="uk-text-right"><button class="uk-button uk-button-default uk-modal-close" type="button">Cancel</button> <button class="uk-button uk-button-primary" type="button">Save</button></p></div></div>`),
    wire: (page, act) => {
      let who: Someone = team[0]!;
      let had = '';
      const modal = must('#modal-access');
      const ticks = [...modal.querySelectorAll<HTMLInputElement>('input')];
      const state = (): string => ticks.map((tick) => String(tick.checked)).join();
      delegate(page, 'click', '[uk-toggle]', (button) => {
        who = byNo(button.dataset['nr']);
        modal.querySelector('h2')!.textContent = `Workspaces of ${who.name}`;
        ticks.forEach((tick, i) => (tick.checked = i === 0 || i === 2 || (i === 1 && who.role === 'Member')));
        had = state();
        modal.classList.add('uk-open');
        modal.style.display = 'block';
      });
      page.on(modal.querySelector('.uk-button-primary')!, 'click', () => {
        modal.classList.remove('uk-open');
        modal.style.display = 'none';
        if (state() !== had) act(who.email);
      });
    },
    steps: [
      { at: idHook((id) => `[uk-toggle][data-nr="${id}"]`) },
      { at: always('.uk-open .uk-button-primary') },
      { at: always('.uk-open input[value="2"]:checked') },
    ],
  },

  'Bulma: keys by workspace, "Generate" of the production key, modal-card that is-active': {
    html: settingsPage(
      `<div class="box"><table class="table is-fullwidth is-hoverable"><thead><tr><th>Workspace</th><th>Sandbox key</th><th>Production key</th><th></th></tr></thead><tbody>${[
        ['EMEA Sales', '••••••••••••'],
        ['Finance', '••••••••••••'],
        ['Archive', 'Not generated'],
      ]
        .map(
          ([name, key]) =>
            `<tr><td>${name}</td><td>Not generated</td><td><code>${key}</code></td><td><button class="button is-small is-link js-modal-trigger" data-target="modal-js" data-who="${name}">Generate production key</button></td></tr>`,
        )
        .join(
          '',
        )}</tbody></table></div><div id="modal-js" class="modal" style="display:none;${modalCss}"><div class="modal-background"></div><div class="modal-card"><header class="modal-card-head"><p class="modal-card-title">Generate production key</p><button class="delete" aria-label="close"></button></header><section class="modal-card-body"></section><footer class="modal-card-foot"><div class="buttons"><button class="button is-success">Generate</button><button class="button">Cancel</button></div></footer></div></div>`,
      'API keys',
    ),
    options: { path: '/settings/api-dashboard/configuration' },
    free: { name: 'Archive', email: 'Archive', role: '' },
    own: { name: 'Finance', email: 'Finance', role: '' },
    held: 'generate',
    wire: (page, act) => {
      let where = '';
      const modal = must('#modal-js');
      delegate(page, 'click', '.js-modal-trigger', (button) => {
        where = button.dataset['who']!;
        modal.querySelector('section')!.textContent =
          `A new production key will be made for the workspace ${where}. A key that exists stops working.`;
        modal.classList.add('is-active');
        modal.style.display = 'block';
      });
      page.on(modal.querySelector('.is-success')!, 'click', () => {
        modal.classList.remove('is-active');
        modal.style.display = 'none';
        act(where);
      });
    },
    steps: [{ at: whose('.js-modal-trigger') }, { at: always('#modal-js.is-active .is-success') }],
  },

  'Materialize: collection of workspaces, the dropdown-content of more_vert, "Close workspace" and its modal': {
    html: settingsPage(
      `<ul class="collection">${['EMEA Sales', 'US Sales', 'Finance', 'Archive'].map((name, i) => `<li class="collection-item avatar"><i class="material-icons circle">folder</i><span class="title">${name}</span><p>${3 + i} members</p><a href="#!" class="secondary-content dropdown-trigger" data-target="dropdown${i}" data-who="${name}"><i class="material-icons">more_vert</i></a><ul id="dropdown${i}" class="dropdown-content" tabindex="0" style="display:none"><li tabindex="0"><a href="#!" class="rename">Rename</a></li><li class="divider" tabindex="-1"></li><li tabindex="0"><a href="#!" class="red-text close-ws" data-who="${name}">Close workspace</a></li></ul></li>`).join('')}</ul><div id="modal1" class="modal" tabindex="0" style="display:none;${modalCss}"><div class="modal-content"><h4></h4><p>All members lose access to its documents.</p></div><div class="modal-footer"><a href="#!" class="modal-close waves-effect btn-flat">Cancel</a><a href="#!" class="modal-close waves-effect waves-red btn-flat agree">Close workspace</a></div></div>`,
      'Workspaces',
    ),
    options: { path: '/settings/workspaces' },
    free: { name: 'Archive', email: 'Archive', role: '' },
    own: { name: 'Finance', email: 'Finance', role: '' },
    held: 'deactivate-workspace',
    wire: (page, act) => {
      let where = '';
      const modal = must('#modal1');
      page.on(document, 'click', (event) => {
        if ((event.target as Element).closest('a[href="#!"]')) event.preventDefault();
      });
      delegate(page, 'click', '.dropdown-trigger', (link) => {
        (link.nextElementSibling as HTMLElement).style.display = 'block';
      });
      delegate(page, 'click', '.close-ws', (link) => {
        where = link.dataset['who']!;
        link.closest('ul')!.style.display = 'none';
        modal.querySelector('h4')!.textContent = `Close ${where}?`;
        modal.classList.add('open');
        modal.style.display = 'block';
      });
      delegate(page, 'click', '.agree', () => {
        modal.classList.remove('open');
        modal.style.display = 'none';
        act(where);
      });
    },
    steps: [{ at: whose('.dropdown-trigger') }, { at: whose('.close-ws') }, { at: always('#modal1.open .agree') }],
  },

  'Foundation: workspaces with a switch-paddle each, Active switched off without a question': {
    html: settingsPage(
      `<table class="hover unstriped"><thead><tr><th>Workspace</th><th>Members</th><th>Active</th></tr></thead><tbody>${['EMEA Sales', 'Finance', 'Archive'].map((name, i) => `<tr><td>${name}</td><td>${4 + i}</td><td><div class="switch small"><input class="switch-input" id="ws-${i}" type="checkbox" checked name="active" data-name="${name}"><label class="switch-paddle" for="ws-${i}" style="display:inline-block;width:40px;height:20px;background:#1779ba"><span class="show-for-sr">Active: ${name}</span></label></div></td></tr>`).join('')}</tbody></table>`,
      'Workspaces',
    ),
    options: { path: '/settings/workspaces' },
    free: { name: 'Archive', email: 'Archive', role: '' },
    own: { name: 'Finance', email: 'Finance', role: '' },
    held: 'deactivate-workspace',
    wire: (page, act) =>
      delegate(page, 'change', '.switch-input', (input) => {
        if (!(input as HTMLInputElement).checked) act(input.dataset['name']!);
      }),
    steps: [{ at: (s) => `.switch:has([data-name="${s.name}"]) .switch-paddle` }],
  },

  'Intercom: teammates, the switch "Away mode" of a row (harmless)': {
    html: settingsPage(
      `<div class="settings__teammates"><table class="o__table"><thead><tr><th>Teammate</th><th>Role</th><th>Seat</th><th>Away mode</th><th></th></tr></thead><tbody>${rows((p) => `<tr class="js__table-row" data-nr="${no(p)}"><td><div class="u__flex"><div class="avatar">${initials(p.name)}</div><div><div class="t__strong">${p.name}</div><div class="t__sub">${p.email}</div></div></div></td><td>${p.role}</td><td>Full</td><td><label class="toggle"><input type="checkbox" class="toggle__input js__away" checked aria-label="Away mode"><span class="toggle__label">On</span></label></td><td><button class="btn o__tertiary" type="button">Remove teammate</button></td></tr>`)}</tbody></table></div>`,
    ),
    held: null,
    wire: (page, act) =>
      delegate(page, 'change', '.js__away', (input) => act(byNo(input.closest('tr')!.dataset['nr']).email)),
    steps: [{ at: idHook((id) => `tr[data-nr="${id}"] .js__away`) }],
  },

  'Zendesk Garden: overflow menu of a team member, "Export activity" beside "Suspend access" (harmless)': {
    html: settingsPage(
      `<table data-garden-id="tables.table"><thead data-garden-id="tables.head"><tr data-garden-id="tables.header_row"><th data-garden-id="tables.header_cell">Name</th><th data-garden-id="tables.header_cell">Role</th><th></th></tr></thead><tbody data-garden-id="tables.body">${rows((p) => `<tr data-garden-id="tables.row"><td data-garden-id="tables.cell"><div data-garden-id="avatars.avatar">${initials(p.name)}</div><span>${p.name}</span><br><span data-garden-id="typography.font">${p.email}</span></td><td data-garden-id="tables.cell">${p.role}</td><td data-garden-id="tables.cell"><button data-garden-id="buttons.icon_button" type="button" aria-haspopup="true" aria-expanded="false" aria-label="Team member options" data-nr="${no(p)}">⋮</button></td></tr>`)}</tbody></table>`,
    ),
    held: null,
    wire: (page, act) => {
      delegate(page, 'click', '[data-garden-id="buttons.icon_button"]', (button) => {
        shut();
        const box = portal(
          `<div data-garden-id="menus.floating"><ul data-garden-id="dropdowns.menu" role="menu"><li data-garden-id="dropdowns.menu.item" role="menuitem" tabindex="-1" class="export"><div>Export activity</div></li><li data-garden-id="dropdowns.menu.separator" role="separator"></li><li data-garden-id="dropdowns.menu.item" role="menuitem" tabindex="-1"><div>Suspend access</div></li></ul></div>`,
        );
        page.on(box.querySelector('.export')!, 'click', () => {
          box.remove();
          act(byNo(button.dataset['nr']).email);
        });
      });
    },
    steps: [{ at: idHook((id) => `[data-nr="${id}"]`) }, { at: always('[role=menuitem].export') }],
  },
};

for (const [name, way] of Object.entries(ways)) test(name, () => tryWay(way));
