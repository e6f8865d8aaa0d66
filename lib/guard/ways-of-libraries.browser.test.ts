/**
 * Ways written blind, second round: what the default user management pages of React and web-component libraries, and of
 * products built on them, look like and act on.
 */
import { afterEach, expect, test } from 'vitest';
import { type Someone, settingsPage, team } from '../../test/fixtures/pages/lists.ts';
import type { Stage } from '../../test/fixtures/pages/stage.ts';
import {
  always,
  delegate,
  emailOf,
  endWay,
  find,
  follow,
  must,
  open as openWay,
  tryWay,
  type Way,
  whose,
} from '../../test/fixtures/pages/ways.ts';

afterEach(endWay);

const POP =
  'position:absolute;top:90px;left:70px;min-width:180px;background:#fff;border:1px solid #ccc;z-index:50;padding:4px';
const BACK = 'position:fixed;inset:0;background:rgba(0,0,0,.4);z-index:100';
const PANEL =
  'position:fixed;top:90px;left:20px;width:350px;max-height:600px;overflow:auto;background:#fff;z-index:101;padding:12px';

const all = (draw: (who: Someone, index: number) => string): string => team.map(draw).join('');
const person = (email: string): Someone => team.find((one) => one.email === email)!;
const initials = (who: Someone): string =>
  who.name
    .split(' ')
    .map((part) => part[0])
    .join('');
const ids: Record<string, string> = { dana: '4471', omar: '4472', sam: '4490', lucja: '4512' };
const idOf = (who: Someone): string => ids[who.email.split('@')[0]!]!;
const byId = (id: string): Someone => team.find((one) => idOf(one) === id)!;
const roles = ['Admin', 'Manager', 'Member', 'Collaborator'];
const spacesOf: Record<string, string[]> = {
  dana: ['EMEA Sales', 'Finance'],
  omar: ['EMEA Sales', 'US Sales', 'Finance'],
  sam: ['US Sales', 'EMEA Sales'],
  lucja: ['EMEA Sales'],
};
const spaces = (who: Someone): string[] => spacesOf[who.email.split('@')[0]!]!;
const archive: Someone = { name: 'Archive', email: 'Archive', role: '' };
const finance: Someone = { name: 'Finance', email: 'Finance', role: '' };

const svg = (path: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true" ${more}>${path}</svg>`;
const dots = svg('<circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/><circle cx="5" cy="12" r="1"/>');
const trash = svg(
  '<path d="M3 6h18"/><path d="M19 6v14c0 1-1 2-2 2H7c-1 0-2-1-2-2V6"/><path d="M8 6V4c0-1 1-2 2-2h4c1 0 2 1 2 2v2"/><line x1="10" x2="10" y1="11" y2="17"/><line x1="14" x2="14" y1="11" y2="17"/>',
);
const chevron = svg('<path d="m6 9 6 6 6-6"/>');
const cross = svg('<path d="M18 6 6 18"/><path d="m6 6 12 12"/>');

function put(html: string, into: Element = document.body): HTMLElement {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const made = holder.content.firstElementChild as HTMLElement;
  into.append(made);
  return made;
}

const focusIn = (box: HTMLElement, selector = 'button, [tabindex], a, input'): void =>
  box.querySelector<HTMLElement>(selector)?.focus();

interface MenuOptions {
  on?: string;
  whoOf?: (trigger: HTMLElement) => Someone;
  /** Closes when the focus goes elsewhere. */
  blur?: boolean;
}

/** A menu that is drawn at the end of the document when its trigger is worked; pressing elsewhere closes it. */
function menu(
  page: Stage,
  trigger: string,
  draw: (who: Someone, from: HTMLElement) => string,
  { on = 'click', whoOf = (el) => person(emailOf(el)), blur = false }: MenuOptions = {},
): { close: () => void; who: () => Someone; from: () => HTMLElement } {
  let box: HTMLElement | null = null;
  let from: HTMLElement | null = null;
  let who: Someone | null = null;
  const close = (): void => {
    const old = box;
    box = null;
    old?.remove();
    from?.setAttribute('aria-expanded', 'false');
  };
  delegate(page, on, trigger, (el, event) => {
    if (box) {
      close();
      return;
    }
    if (on !== 'click') event.preventDefault();
    from = el;
    who = whoOf(el);
    el.setAttribute('aria-expanded', 'true');
    box = put(draw(who, el));
    const drawn = box;
    focusIn(drawn, '[role^=menu], [role=option], [tabindex], button');
    if (blur)
      drawn.addEventListener('focusout', ({ relatedTarget }) => {
        if (!drawn.contains(relatedTarget as Node | null)) close();
      });
  });
  page.on(document, 'pointerdown', (event) => {
    const path = event.composedPath();
    if (box && !path.includes(box) && !path.includes(from!)) close();
  });
  return { close, who: () => who!, from: () => from! };
}

/** A dialog at the end of the document; what is beside it is hidden from assistive technology, as the libraries do. */
function modal(
  html: string,
  attribute: 'aria-hidden' | 'inert' | null = 'aria-hidden',
  focused = 'button',
): () => void {
  const others = [...document.body.children];
  if (attribute) for (const other of others) other.setAttribute(attribute, 'true');
  const layer = put(html);
  focusIn(layer, focused);
  return () => {
    if (attribute) for (const other of others) other.removeAttribute(attribute);
    layer.remove();
  };
}

const drop = (selector: string): void => find(selector)?.remove();

/** Radix' DropdownMenu as shadcn/ui draws it: opens on pointerdown, its items come to a click. */
function radixMenu(page: Stage, items: [string, string][]): ReturnType<typeof menu> {
  return menu(
    page,
    '[data-slot=dropdown-menu-trigger]',
    () =>
      `<div data-radix-popper-content-wrapper="" dir="ltr" style="${POP}"><div data-side="bottom" data-align="end" role="menu" aria-orientation="vertical" data-state="open" data-radix-menu-content="" dir="ltr" id="radix-:rmenu:" data-slot="dropdown-menu-content" tabindex="-1"><div data-slot="dropdown-menu-label" class="px-2 py-1.5">Actions</div>${items
        .map(([text, does]) =>
          text === ''
            ? '<div role="separator" aria-orientation="horizontal" data-slot="dropdown-menu-separator" class="-mx-1 my-1 h-px"></div>'
            : `<div role="menuitem" data-slot="dropdown-menu-item" data-variant="default" tabindex="-1" data-orientation="vertical" data-radix-collection-item="" data-do="${does}">${text}</div>`,
        )
        .join('')}</div></div>`,
    { on: 'pointerdown' },
  );
}

/** Radix' AlertDialog as shadcn/ui draws it. */
function radixAlert(title: string, text: string, action: string, then: () => void): void {
  const others = [...document.body.children];
  for (const other of others) {
    other.setAttribute('aria-hidden', 'true');
    other.setAttribute('data-aria-hidden', 'true');
  }
  const overlay = put(
    `<div data-state="open" data-slot="alert-dialog-overlay" class="fixed inset-0 z-50 bg-black/50" data-aria-hidden="true" aria-hidden="true" style="pointer-events:auto;${BACK}"></div>`,
  );
  const content = put(
    `<div role="alertdialog" id="radix-:ra1:" aria-describedby="radix-:ra3:" aria-labelledby="radix-:ra2:" data-state="open" data-slot="alert-dialog-content" tabindex="-1" style="pointer-events:auto;${PANEL}"><div data-slot="alert-dialog-header"><h2 id="radix-:ra2:" data-slot="alert-dialog-title" class="text-lg font-semibold">${title}</h2><p id="radix-:ra3:" data-slot="alert-dialog-description" class="text-sm">${text}</p></div><div data-slot="alert-dialog-footer"><button type="button" data-slot="alert-dialog-cancel">Cancel</button><button type="button" data-slot="alert-dialog-action">${action}</button></div></div>`,
  );
  const close = (): void => {
    for (const other of others) {
      other.removeAttribute('aria-hidden');
      other.removeAttribute('data-aria-hidden');
    }
    overlay.remove();
    content.remove();
  };
  focusIn(content);
  content.querySelector('[data-slot=alert-dialog-cancel]')!.addEventListener('click', close);
  content.querySelector('[data-slot=alert-dialog-action]')!.addEventListener('click', () => {
    close();
    then();
  });
}

/** PatternFly: the workspaces of a person in a modal. */
function workspacesModal(what: 'tick' | 'untick'): Way {
  return {
    html: settingsPage(
      `<ul class="pf-v5-c-data-list" role="list" aria-label="Team members">${all(
        (who) =>
          `<li class="pf-v5-c-data-list__item" aria-labelledby="dl-${idOf(who)}"><div class="pf-v5-c-data-list__item-row"><div class="pf-v5-c-data-list__item-content"><div class="pf-v5-c-data-list__cell"><span id="dl-${idOf(who)}">${who.name}</span></div><div class="pf-v5-c-data-list__cell">${who.email}</div><div class="pf-v5-c-data-list__cell">${who.role}</div></div><div class="pf-v5-c-data-list__item-action"><button class="pf-v5-c-button pf-m-secondary" type="button" data-who="${who.email}">Manage workspaces</button></div></div></li>`,
      )}</ul>`,
      'All users',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.pf-m-secondary', (el) => {
        const { email, name } = byId(el.closest('li')!.getAttribute('aria-labelledby')!.slice(3));
        const close = modal(
          `<div><div class="pf-v5-c-backdrop" style="${BACK}"><div class="pf-v5-l-bullseye"><div role="dialog" aria-labelledby="pf-mw" aria-modal="true" class="pf-v5-c-modal-box pf-m-md" style="${PANEL}"><header class="pf-v5-c-modal-box__header"><h1 id="pf-mw" class="pf-v5-c-modal-box__title"><span class="pf-v5-c-modal-box__title-text">Workspaces of ${name}</span></h1></header><div class="pf-v5-c-modal-box__body"><form novalidate class="pf-v5-c-form" id="mw">${[
            'EMEA Sales',
            'US Sales',
            'Finance',
            'Archive',
          ]
            .map(
              (space, i) =>
                `<div class="pf-v5-c-check"><input id="ws-${i}" class="pf-v5-c-check__input" type="checkbox" name="workspaces" value="${i}"${spaces(person(email)).includes(space) ? ' checked' : ''}><label class="pf-v5-c-check__label" for="ws-${i}">${space}</label></div>`,
            )
            .join(
              '',
            )}</form></div><footer class="pf-v5-c-modal-box__footer"><button class="pf-v5-c-button pf-m-primary" type="submit" form="mw">Save</button><button class="pf-v5-c-button pf-m-link" type="button">Cancel</button></footer></div></div></div></div>`,
        );
        must('.pf-m-link').addEventListener('click', close);
        must('#mw').addEventListener('submit', (event) => {
          event.preventDefault();
          close();
          act(email);
        });
      });
    },
    steps: [
      { at: whose('.pf-m-secondary') },
      { at: always('.pf-m-primary[form=mw]') },
      what === 'tick' ? { at: always('#ws-3'), how: 'tick' } : { at: always('#ws-2:checked') },
    ],
    held: what === 'tick' ? null : 'remove',
  };
}

/** Stripe: the roles of a member as check boxes. */
function stripeRoles(what: 'lower' | 'more'): Way {
  return {
    html: settingsPage(
      `<div class="db-ListView"><table class="Table"><thead><tr><th>MEMBER</th><th>ROLE</th><th>LAST LOGIN</th><th></th></tr></thead><tbody>${all(
        (who) =>
          `<tr class="db-ListViewItem" data-testid="member-${idOf(who)}"><td><div class="Text">${who.name}</div><div class="Text Text--sub">${who.email}</div></td><td>${who.role}</td><td>Nov 28</td><td><button type="button" class="db-overflow" aria-haspopup="menu" aria-label="Overflow menu" data-who="${who.email}">${dots}</button></td></tr>`,
      )}</tbody></table></div>`,
      'Team and security',
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '.db-overflow',
        () =>
          `<div class="db-Layer"><div class="db-Popover" style="${POP}"><div role="menu" tabindex="-1"><button type="button" role="menuitem" tabindex="0" class="db-mi db-edit">Edit role…</button><button type="button" role="menuitem" tabindex="-1" class="db-mi">Remove…</button></div></div></div>`,
        { whoOf: (el) => byId(el.closest('tr')!.dataset['testid']!.split('-')[1]!) },
      );
      delegate(page, 'click', '.db-edit', () => {
        const { email, name, role } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div class="db-Layer"><div class="db-Scrim" style="${BACK}"></div><div role="dialog" aria-modal="true" aria-labelledby="er" style="${PANEL}"><h2 id="er">Edit roles for ${name}</h2><p>${email}</p><form id="roles"><fieldset><legend>Roles</legend>${roles.map((one) => `<label class="db-check"><input type="checkbox" name="roles" value="${one}"${one === role ? ' checked' : ''}><span>${one}</span><small>${one === 'Admin' ? 'Everything, keys and members' : 'Limited'}</small></label>`).join('')}</fieldset><button type="button" class="no">Cancel</button><button type="submit" class="db-save" disabled>Update roles</button></form></div></div>`,
        );
        must('#roles').addEventListener('change', () => {
          (must('.db-save') as HTMLButtonElement).disabled = false;
        });
        must('#roles').addEventListener('submit', (event) => {
          event.preventDefault();
          close();
          act(email);
        });
        must('.no').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.db-overflow') },
      { at: always('.db-edit') },
      { at: always('.db-save:not([disabled])') },
      ...(what === 'lower'
        ? [
            { at: always('#roles [value=Collaborator]'), how: 'tick' as const },
            { at: (who: Someone) => `#roles [value=${who.role}]:checked` },
          ]
        : [{ at: always('#roles [value=Manager]'), how: 'tick' as const }]),
    ],
    held: what === 'lower' ? 'change-role' : null,
  };
}

const oktaPage = settingsPage(
  `<div class="data-list-wrap"><table class="data-list-table"><thead><tr><th>Person &amp; Username</th><th>Primary Email</th><th>Status</th></tr></thead><tbody>${all(
    (who) =>
      `<tr class="person-row"><td><a class="person-name" href="#/admin/user/profile/view/${idOf(who)}" data-who="${who.email}">${who.name}</a></td><td>${who.email}</td><td><span class="status-label">Active</span></td></tr>`,
  )}</tbody></table></div>`,
  'People',
);

/** A person's page in place of the list, with the menu of its actions. */
function wireOkta(page: Stage): void {
  delegate(page, 'click', '.person-name', (el, event) => {
    event.preventDefault();
    const id = el.getAttribute('href')!.split('/').at(-1)!;
    const who = byId(id);
    must('main').innerHTML =
      `<div class="person-header" data-se="${id}"><h1 class="okta-dream-icon">${who.name}</h1><p class="login">${who.email}</p><div class="subheader clearfix"><a href="#" class="link-button reset-password"><span class="icon reset-password-16"></span>Reset Password</a><div class="dropdown more-actions" style="position:relative;display:inline-block"><a href="#" class="link-button option-selected">More Actions<span class="icon-dm"></span></a><ul class="dropdown-menu okta-dropdown-list options clearfix" style="display:none;position:absolute;background:#fff"><li class="option"><a href="#"><p class="option-title">Clear User Sessions</p></a></li><li class="option"><a href="#"><p class="option-title">Suspend</p></a></li><li class="option"><a href="#" class="deactivate-person"><span class="icon deactivate-16"></span><p class="option-title">Deactivate</p></a></li></ul></div></div></div><div class="tabs"><ul><li class="ui-tabs-active">Applications</li><li>Groups</li><li>Profile</li></ul></div><div>No applications are assigned.</div>`;
  });
  delegate(page, 'click', '.more-actions > a', (el, event) => {
    event.preventDefault();
    (el.nextElementSibling as HTMLElement).style.display = 'block';
  });
}

const googlePage = settingsPage(
  `<div class="hJDwNd" role="toolbar"></div><div role="grid" class="ZvpjBb" aria-label="Users"><div role="row" class="cKSx0c" style="display:flex"><div role="columnheader" style="width:24px"></div><div role="columnheader" style="width:110px">Name</div><div role="columnheader" style="width:170px">Email</div><div role="columnheader">Status</div></div>${all(
    (who) =>
      `<div role="row" class="eJuAEf" data-rowid="${idOf(who)}" style="display:flex;align-items:center"><div role="gridcell" style="width:24px"><div class="uHMk6b" role="checkbox" aria-checked="false" aria-label="Select ${who.name}" tabindex="0" style="width:18px;height:18px;border:1px solid #888" data-who="${who.email}"></div></div><div role="gridcell" style="width:110px"><a href="#/users/${idOf(who)}" class="user">${who.name}</a></div><div role="gridcell" style="width:170px">${who.email}</div><div role="gridcell"><span>Active</span><div role="button" class="U26fgb g-reset" tabindex="0" data-who="${who.email}"><span class="RveJvd">Reset password</span></div></div></div>`,
  )}</div>`,
  'Users',
);

const microsoftPage = settingsPage(
  `<div class="ms-FocusZone ms-CommandBar" role="menubar" aria-label="Active users commands"></div><div class="ms-DetailsList" role="presentation"><div role="grid" aria-label="Users list" aria-rowcount="5"><div role="rowgroup"><div class="ms-DetailsHeader" role="row" style="display:flex"><div role="columnheader" style="width:26px"></div><div role="columnheader" style="width:120px"><span class="ms-DetailsHeader-cellName">Display name</span></div><div role="columnheader" style="width:180px"><span class="ms-DetailsHeader-cellName">Username</span></div><div role="columnheader"><span class="ms-DetailsHeader-cellName">Licenses</span></div></div></div><div class="ms-List" role="rowgroup">${all(
    (who, i) =>
      `<div class="ms-List-cell" data-list-index="${i}" role="presentation"><div class="ms-DetailsRow" role="row" aria-rowindex="${i + 2}" aria-selected="false" data-automation-key="${idOf(who)}" style="display:flex;height:42px"><div role="gridcell" class="ms-DetailsRow-cellCheck"><div role="radio" class="ms-DetailsRow-check" aria-checked="false" aria-label="Select row" tabindex="-1" style="width:24px;height:24px" data-who="${who.email}"><i data-icon-name="StatusCircleCheckmark" class="ms-Check-check"></i></div></div><div class="ms-DetailsRow-fields" role="presentation" style="display:flex"><div role="gridcell" class="ms-DetailsRow-cell" style="width:120px"><button type="button" class="ms-Link" data-who="${who.email}">${who.name}</button></div><div role="gridcell" class="ms-DetailsRow-cell" style="width:180px">${who.email}</div><div role="gridcell" class="ms-DetailsRow-cell">Full</div></div></div></div>`,
  )}</div></div></div>`,
  'Active users',
);

/** Fluent's Panel in a Layer. */
function fluentPanel(title: string, inner: string, action: string | null, then: () => void): () => void {
  const close = modal(
    `<div class="ms-Layer ms-Layer--fixed"><div class="ms-Fabric ms-Layer-content"><div class="ms-Panel is-open ms-Panel--hasCloseButton" role="presentation"><div class="ms-Overlay" style="${BACK}"></div><div class="ms-Panel-main" role="dialog" aria-modal="true" aria-labelledby="Panel3-headerText" style="${PANEL}"><div class="ms-Panel-commands"><button type="button" class="ms-Button ms-Button--icon ms-Panel-closeButton" aria-label="Close" title="Close"><i data-icon-name="Cancel" aria-hidden="true"></i>✕</button></div><div class="ms-Panel-contentInner"><div class="ms-Panel-header"><p class="ms-Panel-headerText" id="Panel3-headerText" role="heading" aria-level="1">${title}</p></div><div class="ms-Panel-content">${inner}</div>${action === null ? '' : `<div class="ms-Panel-footer"><button type="button" class="ms-Button ms-Button--primary"><span class="ms-Button-label">${action}</span></button></div>`}</div></div></div></div></div>`,
    'aria-hidden',
  );
  find('.ms-Panel .ms-Button--primary')?.addEventListener('click', () => {
    close();
    then();
  });
  return close;
}

const ways: Record<string, Way> = {
  'Chakra UI 2: Menu drawn hidden in every row, AlertDialog that names nobody': {
    html: settingsPage(
      `<div class="chakra-table__container css-1p0mbsf"><table role="table" class="chakra-table css-5605sr"><thead class="css-0"><tr role="row" class="css-0"><th class="css-1ibs1ns">Name</th><th class="css-1ibs1ns">Email</th><th class="css-1ibs1ns">Role</th><th class="css-1ibs1ns"></th></tr></thead><tbody class="css-0">${all(
        (who, i) =>
          `<tr role="row" class="css-0" id="row-${idOf(who)}"><td role="gridcell" class="css-1e3d7f"><div class="chakra-stack css-1igwmid"><span class="chakra-avatar css-1ri2jl6"><div role="img" aria-label="${who.name}" class="chakra-avatar__initials css-1ebyn6">${initials(who)}</div></span><p class="chakra-text css-0">${who.name}</p></div></td><td role="gridcell" class="css-1e3d7f">${who.email}</td><td role="gridcell" class="css-1e3d7f"><span class="chakra-badge css-n2903v">${who.role}</span></td>
<td role="gridcell" class="css-1e3d7f"><button type="button" class="chakra-button chakra-menu__menu-button css-1u2cvaa" aria-label="Options" id="menu-button-:r${i}:" aria-expanded="false" aria-haspopup="menu" aria-controls="menu-list-:r${i}:" data-who="${who.email}">${dots}</button>
<div class="css-r6z5ec" style="visibility:hidden;position:absolute;left:90px;background:#fff;z-index:5"><div class="chakra-menu__menu-list css-s5t7bz" tabindex="-1" role="menu" id="menu-list-:r${i}:" aria-orientation="vertical"><button type="button" id="menu-list-:r${i}:-menuitem-:a:" role="menuitem" tabindex="0" data-index="0" class="chakra-menu__menuitem css-13c7rae">Edit</button><button type="button" id="menu-list-:r${i}:-menuitem-:b:" role="menuitem" tabindex="-1" data-index="1" class="chakra-menu__menuitem css-13c7rae" data-gone="${who.email}">Remove from team</button></div></div></td></tr>`,
      )}</tbody></table></div>`,
    ),
    wire: (page, act) => {
      const listOf = (button: Element): HTMLElement => button.nextElementSibling as HTMLElement;
      delegate(page, 'click', '.chakra-menu__menu-button', (el) => {
        const list = listOf(el);
        const shown = list.style.visibility === 'visible';
        list.style.visibility = shown ? 'hidden' : 'visible';
        el.setAttribute('aria-expanded', String(!shown));
      });
      delegate(page, 'click', '.chakra-menu__menuitem[data-gone]', (el) => {
        const list = el.closest<HTMLElement>('.css-r6z5ec')!;
        list.style.visibility = 'hidden';
        const who = person(el.getAttribute('data-gone')!);
        const close = modal(
          `<div class="chakra-portal"><div class="chakra-modal__overlay css-1xhq01z" style="${BACK}"></div><div class="chakra-modal__content-container css-3gjzw4" tabindex="-1"><section class="chakra-modal__content css-1x7dzx8" role="alertdialog" id="chakra-modal-:r9:" tabindex="-1" aria-modal="true" aria-labelledby="chakra-modal--header-:r9:" aria-describedby="chakra-modal--body-:r9:" style="${PANEL}"><header class="chakra-modal__header css-1dcy7x" id="chakra-modal--header-:r9:">Remove team member</header><div class="chakra-modal__body css-qlfg" id="chakra-modal--body-:r9:">Are you sure? You can't undo this action afterwards.</div><footer class="chakra-modal__footer css-k0waxj"><button type="button" class="chakra-button css-1kh">Cancel</button><button type="button" class="chakra-button css-red">Delete</button></footer></section></div></div>`,
        );
        must('.chakra-modal__footer .css-red').addEventListener('click', () => {
          close();
          drop(`#row-${idOf(who)}`);
          act(who.email);
        });
        must('.chakra-modal__footer .css-1kh').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.chakra-menu__menu-button') },
      { at: (who) => `.chakra-menu__menuitem[data-gone="${who.email}"]` },
      { at: always('.chakra-modal__footer .css-red') },
    ],
  },

  'Chakra UI 3 (Ark): table of check boxes and the ActionBar of its documentation': {
    html: settingsPage(
      `<table class="chakra-table__root css-1t"><thead class="chakra-table__header"><tr class="chakra-table__row"><th class="chakra-table__columnHeader"></th><th class="chakra-table__columnHeader">User</th><th class="chakra-table__columnHeader">Email</th><th class="chakra-table__columnHeader">Role</th></tr></thead><tbody class="chakra-table__body">${all(
        (who) =>
          `<tr class="chakra-table__row"><td class="chakra-table__cell"><label data-scope="checkbox" data-part="root" dir="ltr" data-state="unchecked" class="chakra-checkbox__root" id="checkbox:${idOf(who)}" for="checkbox:${idOf(who)}:input" style="display:inline-flex;position:relative" data-who="${who.email}"><input id="checkbox:${idOf(who)}:input" type="checkbox" aria-label="Select row" aria-invalid="false" value="on" style="border:0;clip:rect(0 0 0 0);height:1px;width:1px;margin:-1px;padding:0;overflow:hidden;position:absolute"><div data-scope="checkbox" data-part="control" dir="ltr" data-state="unchecked" class="chakra-checkbox__control" style="width:18px;height:18px;border:1px solid #888"></div></label></td><td class="chakra-table__cell">${who.name}</td><td class="chakra-table__cell">${who.email}</td><td class="chakra-table__cell">${who.role}</td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      const chosen = new Set<string>();
      let bar: HTMLElement | null = null;
      delegate(page, 'change', '.chakra-checkbox__root input', (el) => {
        const { checked } = el as HTMLInputElement;
        const label = el.closest('label')!;
        for (const part of [label, label.querySelector('[data-part=control]')!])
          part.setAttribute('data-state', checked ? 'checked' : 'unchecked');
        label.closest('tr')!.toggleAttribute('data-selected', checked);
        const id = label.id.split(':')[1]!;
        if (checked) chosen.add(id);
        else chosen.delete(id);
        bar?.remove();
        bar =
          chosen.size === 0
            ? null
            : put(
                `<div class="chakra-action-bar__positioner" style="position:fixed;bottom:10px;left:20px;z-index:20;background:#fff"><div data-scope="popover" data-part="content" role="dialog" tabindex="-1" data-state="open" class="chakra-action-bar__content"><div class="chakra-action-bar__selectionTrigger">${chosen.size} selected</div><div class="chakra-action-bar__separator"></div><button type="button" class="chakra-button bar-delete">Delete <kbd class="chakra-kbd">⌫</kbd></button><button type="button" class="chakra-button">Share <kbd class="chakra-kbd">T</kbd></button></div></div>`,
              );
      });
      delegate(page, 'click', '.bar-delete', () => {
        for (const id of chosen) act(byId(id).email);
        chosen.clear();
        bar?.remove();
      });
    },
    steps: [{ at: whose('.chakra-checkbox__root[data-state=unchecked]') }, { at: always('.bar-delete') }],
  },

  'Semantic UI React: celled Table, Confirm with Cancel and OK': {
    html: settingsPage(
      `<table class="ui celled striped table"><thead class=""><tr class=""><th class="">Name</th><th class="">E-mail</th><th class="">Role</th><th class=""></th></tr></thead><tbody class="">${all(
        (who) =>
          `<tr class=""><td class=""><h4 class="ui image header"><div class="content">${who.name}<div class="sub header">since 2021</div></div></h4></td><td class="">${who.email}</td><td class="">${who.role}</td><td class="collapsing"><button class="ui icon mini button"><i aria-hidden="true" class="edit icon"></i></button><button class="ui red icon mini button" style="width:28px;height:24px" data-who="${who.email}"><i aria-hidden="true" class="trash icon"></i></button></td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.ui.red.icon.button', (el) => {
        const cells = el.closest('tr')!.cells;
        const email = cells[1]!.textContent;
        const name = cells[0]!.querySelector('.content')!.firstChild!.textContent!;
        const close = modal(
          `<div class="ui page modals dimmer transition visible active" style="display:flex!important;${BACK}"><div class="ui small modal transition visible active" style="${PANEL}"><div class="content">Are you sure you want to delete ${name}?</div><div class="actions"><button class="ui button">Cancel</button><button class="ui primary button">OK</button></div></div></div>`,
          null,
        );
        document.body.classList.add('dimmable', 'dimmed');
        page.signal.addEventListener('abort', () => document.body.classList.remove('dimmable', 'dimmed'));
        must('.ui.modal .primary').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.ui.modal .actions .button').addEventListener('click', close);
      });
    },
    steps: [{ at: whose('.ui.red.icon.button') }, { at: always('.ui.modal .primary') }],
  },

  'Semantic UI React: role as an inline Dropdown, sent at once': {
    html: settingsPage(
      `<div role="list" class="ui middle aligned divided selection list">${all(
        (who) =>
          `<div role="listitem" class="item"><div class="right floated content"><div role="listbox" aria-expanded="false" class="ui inline dropdown" tabindex="0" data-who="${who.email}" style="position:relative"><div class="divider text" role="alert" aria-live="polite" aria-atomic="true">${who.role}</div><i aria-hidden="true" class="dropdown icon"></i><div class="menu transition" style="display:none;position:absolute;background:#fff;z-index:9">${roles
            .map(
              (role) =>
                `<div style="pointer-events:all" role="option" aria-checked="${String(role === who.role)}" aria-selected="${String(role === who.role)}" class="${role === who.role ? 'active selected ' : ''}item" data-value="${role}"><span class="text">${role}</span></div>`,
            )
            .join(
              '',
            )}</div></div></div><div class="content"><a class="header">${who.name}</a><div class="description">${who.email}</div></div></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.ui.inline.dropdown', (el, event) => {
        const list = el.querySelector<HTMLElement>('.menu')!;
        const option = (event.target as Element).closest<HTMLElement>('[role=option]');
        const isOpen = el.getAttribute('aria-expanded') === 'true';
        el.setAttribute('aria-expanded', String(!isOpen));
        el.classList.toggle('active', !isOpen);
        list.classList.toggle('visible', !isOpen);
        list.style.display = isOpen ? 'none' : 'block';
        if (!option || !isOpen) return;
        el.querySelector('.divider.text')!.textContent = option.dataset['value']!;
        act(emailOf(el));
      });
    },
    steps: [
      { at: whose('.ui.inline.dropdown') },
      { at: (who) => `.ui.inline.dropdown[data-who="${who.email}"] .visible [data-value=Collaborator]` },
    ],
    held: 'change-role',
  },

  'Headless UI 2: Menu anchored in a portal, Dialog “Deactivate account” of Tailwind UI': {
    html: settingsPage(
      `<div class="flow-root mt-8"><ul role="list" class="divide-y divide-gray-100">${all(
        (who, i) =>
          `<li class="flex justify-between gap-x-6 py-5"><div class="flex min-w-0 gap-x-4"><div class="min-w-0 flex-auto"><p class="text-sm font-semibold text-gray-900"><a href="#" class="hover:underline">${who.name}</a></p><p class="mt-1 flex text-xs text-gray-500"><a href="mailto:${who.email}" class="truncate">${who.email}</a></p></div></div><div class="flex shrink-0 items-center gap-x-6"><p class="text-sm text-gray-900">${who.role}</p><div class="relative flex-none"><button type="button" id="headlessui-menu-button-:r${i}:" aria-haspopup="menu" aria-expanded="false" data-headlessui-state="" class="relative block text-gray-500" data-who="${who.email}"><span class="absolute -inset-2.5"></span><span class="sr-only">Open options</span>${dots}</button></div></div></li>`,
      )}</ul></div>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '[id^=headlessui-menu-button]',
        (who) =>
          `<div id="headlessui-portal-root"><div data-headlessui-portal=""><div id="headlessui-menu-items-:rk:" role="menu" tabindex="0" aria-labelledby="headlessui-menu-button" data-headlessui-state="open" data-open="" data-anchor="bottom end" style="${POP}"><a id="headlessui-menu-item-:rl:" role="menuitem" tabindex="-1" data-headlessui-state="" href="#profile" class="block px-3 py-1">View profile<span class="sr-only">, ${who.name}</span></a><button id="headlessui-menu-item-:rm:" role="menuitem" tabindex="-1" type="button" class="block px-3 py-1 hui-off">Deactivate<span class="sr-only">, ${who.name}</span></button></div></div></div>`,
        { on: 'pointerdown' },
      );
      delegate(page, 'click', '.hui-off', () => {
        const { email } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div id="headlessui-portal-root"><div data-headlessui-portal=""><button type="button" data-headlessui-focus-guard="true" aria-hidden="true" style="position:fixed;width:1px;height:0"></button><div class="relative z-10" id="headlessui-dialog-:r7:" role="dialog" tabindex="-1" aria-modal="true" data-headlessui-state="open" data-open="" aria-labelledby="headlessui-dialog-title-:r8:"><div class="fixed inset-0 bg-gray-500/75" aria-hidden="true" style="${BACK}"></div><div class="fixed inset-0 z-10" style="${PANEL}"><div id="headlessui-dialog-panel-:r9:" data-headlessui-state="open"><h3 id="headlessui-dialog-title-:r8:" class="text-base font-semibold text-gray-900">Deactivate account</h3><p class="text-sm text-gray-500">Are you sure you want to deactivate this account? All of the person's data will be kept for 30 days. This action cannot be undone.</p><div class="sm:flex sm:flex-row-reverse"><button type="button" class="bg-red-600 text-white">Deactivate</button><button type="button" data-autofocus="true" class="bg-white">Cancel</button></div></div></div></div></div></div>`,
          'inert',
          '[data-autofocus]',
        );
        must('.bg-red-600').addEventListener('click', () => {
          close();
          act(email);
        });
        must('[data-autofocus]').addEventListener('click', close);
      });
    },
    steps: [{ at: whose('[id^=headlessui-menu-button]') }, { at: always('.hui-off') }, { at: always('.bg-red-600') }],
  },

  'Headless UI: Listbox with descriptions in each row, role sent at once': {
    html: settingsPage(
      `<table class="min-w-full divide-y divide-gray-300"><thead><tr><th scope="col">Name</th><th scope="col">Title</th><th scope="col">Access</th></tr></thead><tbody class="divide-y divide-gray-200 bg-white">${all(
        (who, i) =>
          `<tr><td class="whitespace-nowrap py-5"><div class="font-medium text-gray-900">${who.name}</div><div class="mt-1 text-gray-500">${who.email}</div></td><td><div>Sales</div></td><td><label id="headlessui-label-:r${i}:" class="sr-only" data-headlessui-state="">Change access</label><div class="relative"><button type="button" id="headlessui-listbox-button-:r${i}:" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="headlessui-label-:r${i}: headlessui-listbox-button-:r${i}:" data-headlessui-state="" data-who="${who.email}"><span class="col-start-1 truncate">${who.role}</span>${chevron}</button></div></td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      const says = [
        'Everything, also keys and billing',
        'Templates and people',
        'Own documents',
        'Only what is shared',
      ];
      const list = menu(
        page,
        '[id^=headlessui-listbox-button]',
        (who) =>
          `<div id="headlessui-portal-root"><div data-headlessui-portal=""><ul role="listbox" id="headlessui-listbox-options-:rz:" tabindex="0" aria-orientation="vertical" data-headlessui-state="open" style="${POP}">${roles
            .map(
              (role, i) =>
                `<li id="headlessui-listbox-option-:ry${i}:" role="option" tabindex="-1" aria-selected="${String(who.role === role)}" data-headlessui-state="" data-at="${i}"><div class="flex flex-col p-4 text-sm"><div class="flex justify-between"><p class="font-normal">${role}</p></div><p class="mt-2 text-gray-500">${says[i]!}</p></div></li>`,
            )
            .join('')}</ul></div></div>`,
      );
      delegate(page, 'click', '[id^=headlessui-listbox-option-]', (el) => {
        list.from().querySelector('.truncate')!.textContent = roles[Number(el.dataset['at'])]!;
        const { email } = list.who();
        list.close();
        act(email);
      });
    },
    steps: [
      { at: whose('[id^=headlessui-listbox-button]') },
      { at: always('[id^=headlessui-listbox-option-][data-at="3"]') },
    ],
    held: 'change-role',
  },

  'Headless UI: slide-over of a person with a Switch for each workspace, sent when switched': {
    html: settingsPage(
      `<ul role="list" class="divide-y">${all(
        (who) =>
          `<li class="relative flex py-4"><button type="button" class="group -m-1 block flex-1 p-1 text-left" data-who="${who.email}"><span class="block truncate text-sm font-medium text-gray-900">${who.name}</span><span class="block truncate text-sm text-gray-500">${who.email}</span></button><span class="badge">${who.role}</span></li>`,
      )}</ul>`,
    ),
    wire: (page, act) => {
      let who = team[0]!;
      delegate(page, 'click', 'button.group', (el) => {
        who = person(emailOf(el));
        const close = modal(
          `<div id="headlessui-portal-root"><div data-headlessui-portal=""><div role="dialog" aria-modal="true" id="headlessui-dialog-:r1:" tabindex="-1" data-headlessui-state="open" aria-labelledby="headlessui-dialog-title-:r2:" style="${PANEL}"><h2 id="headlessui-dialog-title-:r2:">${who.name}</h2><p>${who.email}</p><button type="button" class="close-panel"><span class="sr-only">Close panel</span>${cross}</button><h3>Workspace access</h3>${[
            'EMEA Sales',
            'US Sales',
            'Finance',
            'Archive',
          ]
            .map(
              (space, i) =>
                `<div class="flex items-center justify-between" data-headlessui-state=""><span class="flex grow flex-col"><label id="headlessui-label-:rs${i}:" class="text-sm">${space}</label></span><button type="button" role="switch" id="headlessui-switch-:rs${i}:" tabindex="0" aria-checked="${String(spaces(who).includes(space))}" aria-labelledby="headlessui-label-:rs${i}:" data-headlessui-state="" class="relative inline-flex" style="width:40px;height:20px"><span aria-hidden="true" class="size-5 rounded-full"></span></button></div>`,
            )
            .join('')}</div></div></div>`,
          'inert',
        );
        must('.close-panel').addEventListener('click', close);
      });
      delegate(page, 'click', '[role=switch]', (el) => {
        el.setAttribute('aria-checked', String(el.getAttribute('aria-checked') !== 'true'));
        act(who.email);
      });
    },
    steps: [{ at: whose('button.group') }, { at: always('[id="headlessui-switch-:rs0:"][aria-checked=true]') }],
  },

  'shadcn/ui data table (TanStack): DropdownMenu that acts on pointerdown, AlertDialog “Are you absolutely sure?”': {
    html: `<div id="__next">${settingsPage(
      `<div class="rounded-md border"><div data-slot="table-container" class="relative w-full overflow-x-auto"><table data-slot="table" class="w-full caption-bottom text-sm"><thead data-slot="table-header"><tr data-slot="table-row" class="border-b"><th data-slot="table-head" class="h-10 px-2">User</th><th data-slot="table-head" class="h-10 px-2"><button class="inline-flex items-center">Email</button></th><th data-slot="table-head" class="h-10 px-2">Role</th><th data-slot="table-head" class="h-10 px-2"></th></tr></thead><tbody data-slot="table-body">${all(
        (who, i) =>
          `<tr data-slot="table-row" class="border-b" data-state="false"><td data-slot="table-cell" class="p-2"><div class="capitalize">${who.name}</div></td><td data-slot="table-cell" class="p-2"><div class="lowercase">${who.email}</div></td><td data-slot="table-cell" class="p-2">${who.role}</td><td data-slot="table-cell" class="p-2"><button data-slot="dropdown-menu-trigger" type="button" id="radix-:r${i}:" aria-haspopup="menu" aria-expanded="false" data-state="closed" class="inline-flex h-8 w-8 p-0" data-who="${who.email}"><span class="sr-only">Open menu</span>${dots}</button></td></tr>`,
      )}</tbody></table></div></div>`,
    )}</div>`,
    wire: (page, act) => {
      const rowMenu = radixMenu(page, [
        ['Copy email', 'copy'],
        ['', ''],
        ['View customer', 'view'],
        ['Delete user', 'delete'],
      ]);
      delegate(page, 'click', '[role=menuitem][data-do=delete]', () => {
        const { email } = rowMenu.who();
        rowMenu.close();
        radixAlert(
          'Are you absolutely sure?',
          'This action cannot be undone. This will permanently delete the account and remove the data from our servers.',
          'Continue',
          () => act(email),
        );
      });
    },
    steps: [
      { at: whose('[data-slot=dropdown-menu-trigger]') },
      { at: always('[role=menuitem][data-do=delete]') },
      { at: always('[data-slot=alert-dialog-action]') },
    ],
  },

  'shadcn/ui data table (TanStack): “Copy email” beside “Delete user” in the same menu': {
    html: settingsPage(
      `<table data-slot="table" class="w-full text-sm"><thead><tr data-slot="table-row"><th data-slot="table-head">User</th><th data-slot="table-head">Role</th><th data-slot="table-head"></th></tr></thead><tbody data-slot="table-body">${all(
        (who, i) =>
          `<tr data-slot="table-row"><td data-slot="table-cell">${who.name}<br>${who.email}</td><td data-slot="table-cell">${who.role}</td><td data-slot="table-cell"><button data-slot="dropdown-menu-trigger" type="button" id="radix-:r${i}:" aria-haspopup="menu" aria-expanded="false" data-state="closed" data-who="${who.email}"><span class="sr-only">Open menu</span>${dots}</button></td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      const rowMenu = radixMenu(page, [
        ['Copy email', 'copy'],
        ['', ''],
        ['Delete user', 'delete'],
      ]);
      delegate(page, 'click', '[role=menuitem][data-do=copy]', () => {
        const { email } = rowMenu.who();
        rowMenu.close();
        act(email);
      });
    },
    steps: [{ at: whose('[data-slot=dropdown-menu-trigger]') }, { at: always('[role=menuitem][data-do=copy]') }],
    held: null,
  },

  'shadcn/ui “Team Members” card: role in a Popover with a Command list (cmdk)': {
    html: settingsPage(
      `<div data-slot="card" class="rounded-xl border"><div data-slot="card-header"><div data-slot="card-title">Team Members</div><div data-slot="card-description">Invite your team members to collaborate.</div></div><div data-slot="card-content" class="grid gap-6">${all(
        (who, i) =>
          `<div class="flex items-center justify-between gap-4"><div class="flex items-center gap-4"><span data-slot="avatar" class="relative flex size-8"><span data-slot="avatar-fallback">${initials(who)}</span></span><div class="flex flex-col"><p class="text-sm font-medium leading-none">${who.name}</p><p class="text-muted-foreground text-xs">${who.email}</p></div></div><button data-slot="popover-trigger" type="button" aria-haspopup="dialog" aria-expanded="false" aria-controls="radix-:r${i}:" data-state="closed" class="inline-flex ml-auto" data-who="${who.email}">${who.role} ${chevron}</button></div>`,
      )}</div></div>`,
    ),
    wire: (page, act) => {
      const list = menu(
        page,
        '[data-slot=popover-trigger]',
        () =>
          `<div data-radix-popper-content-wrapper="" style="${POP}"><div data-side="bottom" data-align="end" data-state="open" role="dialog" id="radix-:r5:" data-slot="popover-content" tabindex="-1"><div tabindex="-1" data-slot="command" cmdk-root=""><label cmdk-label="" for="radix-:r8:" id="radix-:r7:" style="position:absolute;width:1px;height:1px;overflow:hidden"></label><div data-slot="command-input-wrapper"><input data-slot="command-input" placeholder="Select new role..." cmdk-input="" autocomplete="off" aria-autocomplete="list" role="combobox" aria-expanded="true" id="radix-:r8:" type="text" value=""></div><div data-slot="command-list" cmdk-list="" role="listbox" tabindex="-1" aria-label="Suggestions"><div cmdk-list-sizer=""><div data-slot="command-group" cmdk-group="" role="presentation" data-value="undefined"><div cmdk-group-items="" role="group">${roles
            .map(
              (role, i) =>
                `<div data-slot="command-item" id="radix-:rc${i}:" cmdk-item="" role="option" aria-disabled="false" aria-selected="${String(i === 0)}" data-disabled="false" data-selected="${String(i === 0)}" data-value="${role}"><div class="flex flex-col"><p class="text-sm font-medium">${role}</p><p class="text-muted-foreground">${role === 'Admin' ? 'Admin-level access to all resources.' : 'Can view, comment and edit.'}</p></div></div>`,
            )
            .join('')}</div></div></div></div></div></div></div>`,
      );
      delegate(page, 'click', '[cmdk-item]', (el) => {
        list.from().firstChild!.textContent = `${el.dataset['value']!} `;
        const { email } = list.who();
        list.close();
        act(email);
      });
    },
    steps: [{ at: whose('[data-slot=popover-trigger]') }, { at: always('[cmdk-item][data-value=Collaborator]') }],
    held: 'change-role',
  },

  'Radix Select in each row: opens on pointerdown, chooses on pointerup, with the native select hidden beside it': {
    html: settingsPage(
      `<div class="divide-y">${all(
        (who) =>
          `<form class="flex py-3"><div class="flex-1"><p>${who.name}</p><p class="text-xs">${who.email}</p></div><input type="hidden" name="userId" value="${idOf(who)}"><button type="button" role="combobox" aria-expanded="false" aria-autocomplete="none" dir="ltr" data-state="closed" data-slot="select-trigger" aria-label="Role" data-who="${who.email}"><span data-slot="select-value" style="pointer-events:none">${who.role}</span>${chevron}</button><select aria-hidden="true" tabindex="-1" name="role" style="position:absolute;border:0;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap">${roles.map((role) => `<option value="${role.toLowerCase()}"${role === who.role ? ' selected' : ''}>${role}</option>`).join('')}</select></form>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      const list = menu(
        page,
        '[data-slot=select-trigger]',
        (who) =>
          `<div data-radix-popper-content-wrapper="" style="${POP}"><div data-slot="select-content" role="listbox" id="radix-:r2:" data-state="open" data-side="bottom" tabindex="-1"><div data-radix-select-viewport="" role="presentation">${roles
            .map(
              (role, i) =>
                `<div data-slot="select-item" role="option" aria-labelledby="radix-:ri${i}:" data-state="${role === who.role ? 'checked' : 'unchecked'}" aria-selected="${String(role === who.role)}" tabindex="-1" data-radix-collection-item="" data-is="${role}"><span class="absolute right-2"></span><span id="radix-:ri${i}:">${role}</span></div>`,
            )
            .join('')}</div></div></div>`,
        { on: 'pointerdown', whoOf: (el) => byId(new FormData(el.closest('form')!).get('userId') as string) },
      );
      delegate(page, 'pointerup', '[data-slot=select-item]', (el) => {
        const form = list.from().closest('form')!;
        const field = form.querySelector('select')!;
        field.value = el.dataset['is']!.toLowerCase();
        form.querySelector('[data-slot=select-value]')!.textContent = el.dataset['is']!;
        list.close();
        // As its BubbleSelect does, for forms that listen.
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      delegate(page, 'change', 'select[name=role]', (el) =>
        act(byId(new FormData(el.closest('form')!).get('userId') as string).email),
      );
    },
    steps: [
      { at: whose('[data-slot=select-trigger]') },
      { at: always('[data-slot=select-item][data-is=Collaborator]') },
    ],
    held: 'change-role',
  },

  'React Spectrum: TableView with selection, ActionBar, AlertDialog in a Modal; presses end on pointerup': {
    html: `<div class="spectrum_9e130c spectrum--light_9e130c spectrum--medium_9e130c">${settingsPage(
      `<div role="grid" id="react-aria-1" aria-label="Members" aria-multiselectable="true" aria-rowcount="5" aria-colcount="4" class="spectrum-Table_7b4ae3"><div role="rowgroup"><div role="row" aria-rowindex="1"><div role="columnheader" aria-colindex="1" data-key="sel"></div><div role="columnheader" aria-colindex="2" data-key="name"><span>Name</span></div><div role="columnheader" aria-colindex="3" data-key="mail"><span>Email</span></div><div role="columnheader" aria-colindex="4" data-key="role"><span>Role</span></div></div></div><div role="rowgroup">${all(
        (who, i) =>
          `<div role="row" aria-rowindex="${i + 2}" aria-selected="false" data-key="${idOf(who)}" class="spectrum-Table-row_7b4ae3" style="display:flex"><div role="gridcell" aria-colindex="1"><label class="spectrum-Checkbox_b08189" style="position:relative;display:inline-block;width:20px;height:20px"><input type="checkbox" aria-label="Select" aria-labelledby="sel-${i} name-${i}" class="spectrum-Checkbox-input_b08189" style="width:20px;height:20px;margin:0" data-who="${who.email}"><span class="spectrum-Checkbox-box_b08189"></span></label></div><div role="rowheader" aria-colindex="2" id="name-${i}"><span class="spectrum-Table-cellContents_7b4ae3">${who.name}</span></div><div role="gridcell" aria-colindex="3"><span class="spectrum-Table-cellContents_7b4ae3">${who.email}</span></div><div role="gridcell" aria-colindex="4"><span class="spectrum-Table-cellContents_7b4ae3">${who.role}</span></div></div>`,
      )}</div></div><div class="react-spectrum-ActionBar"></div>`,
    )}</div>`,
    wire: (page, act) => {
      const chosen = new Set<string>();
      delegate(page, 'change', '.spectrum-Checkbox-input_b08189', (el) => {
        const line = el.closest<HTMLElement>('[role=row]')!;
        line.setAttribute('aria-selected', String((el as HTMLInputElement).checked));
        if ((el as HTMLInputElement).checked) chosen.add(line.dataset['key']!);
        else chosen.delete(line.dataset['key']!);
        must('.react-spectrum-ActionBar').innerHTML =
          chosen.size === 0
            ? ''
            : `<div class="react-spectrum-ActionBar-bar"><div role="toolbar" aria-orientation="horizontal" class="flex-container_54a7c0"><button class="spectrum-ActionButton_e2d99e" type="button" data-key="edit"><span class="spectrum-ActionButton-label_e2d99e">Edit</span></button><button class="spectrum-ActionButton_e2d99e" type="button" data-key="delete"><span class="spectrum-ActionButton-label_e2d99e">Delete</span></button></div><button class="spectrum-ActionButton_e2d99e" type="button" aria-label="Clear selection">${cross}</button><span>${chosen.size} selected</span></div>`;
      });
      delegate(page, 'pointerup', '.spectrum-ActionButton_e2d99e[data-key=delete]', () => {
        setTimeout(() => {
          const close = modal(
            `<div class="spectrum_9e130c"><div class="spectrum-Underlay_d1b6f1" style="${BACK}"></div><div data-testid="modal" class="spectrum-Modal_d1b6f1"><section role="alertdialog" tabindex="-1" aria-labelledby="react-aria-9" class="spectrum-Dialog_6b0d2f" style="${PANEL}"><h2 id="react-aria-9" class="spectrum-Dialog-heading_6b0d2f">Delete</h2><hr role="presentation"><section class="spectrum-Dialog-content_6b0d2f">Are you sure you want to delete ${chosen.size} user?</section><div class="spectrum-ButtonGroup_d5e5b5"><button class="spectrum-Button_a0a4b2" type="button" data-variant="secondary">Cancel</button><button class="spectrum-Button_a0a4b2" type="button" data-variant="negative"><span class="spectrum-Button-label_a0a4b2">Delete</span></button></div></section></div></div>`,
          );
          must('.spectrum-Button_a0a4b2[data-variant=negative]').addEventListener('pointerup', () => {
            close();
            for (const key of chosen) act(byId(key).email);
          });
          must('.spectrum-Button_a0a4b2[data-variant=secondary]').addEventListener('pointerup', close);
        }, 0);
      });
    },
    steps: [
      { at: whose('.spectrum-Checkbox-input_b08189'), how: 'tick' },
      { at: always('.spectrum-ActionButton_e2d99e[data-key=delete]') },
      { at: always('.spectrum-Button_a0a4b2[data-variant=negative]') },
    ],
  },

  'React Aria Components: MenuTrigger, item “Remove” chosen on pointerup, sent at once': {
    html: settingsPage(
      `<div role="grid" class="react-aria-GridList" aria-label="Team" data-rac="" data-layout="stack">${all(
        (who) =>
          `<div role="row" class="react-aria-GridListItem" data-rac="" data-key="${idOf(who)}" aria-label="${who.name}"><div role="gridcell" aria-colindex="1" style="display:contents"><span>${who.name}</span> <span>${who.email}</span> <span>${who.role}</span><button class="react-aria-Button" data-rac="" type="button" tabindex="0" data-react-aria-pressable="true" aria-label="Actions" aria-haspopup="true" aria-expanded="false" data-who="${who.email}">☰</button></div></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '.react-aria-Button[aria-label=Actions]',
        () =>
          `<div class="react-aria-Popover" data-rac="" data-trigger="MenuTrigger" data-placement="bottom" style="${POP}"><div style="position:fixed;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)"><button tabindex="-1" aria-label="Dismiss"></button></div><div class="react-aria-Menu" data-rac="" role="menu" tabindex="-1" aria-labelledby="react-aria-77"><div class="react-aria-MenuItem" data-rac="" role="menuitem" tabindex="-1" data-key="edit" data-react-aria-pressable="true">Edit…</div><div role="separator" class="react-aria-Separator"></div><div class="react-aria-MenuItem" data-rac="" role="menuitem" tabindex="-1" data-key="remove" data-react-aria-pressable="true">Remove</div></div></div>`,
        { on: 'pointerdown', whoOf: (el) => byId(el.closest<HTMLElement>('[role=row]')!.dataset['key']!) },
      );
      delegate(page, 'pointerup', '.react-aria-MenuItem[data-key=remove]', () => {
        const who = rowMenu.who();
        rowMenu.close();
        drop(`.react-aria-GridListItem[data-key="${idOf(who)}"]`);
        act(who.email);
      });
    },
    steps: [
      { at: whose('.react-aria-Button[aria-label=Actions]') },
      { at: always('.react-aria-MenuItem[data-key=remove]') },
    ],
  },

  'React Spectrum: Picker “License” in an edit dialog with the native select of HiddenSelect, Save': {
    html: settingsPage(
      `<table class="react-aria-Table" role="grid" aria-label="Users"><thead><tr role="row"><th role="columnheader">Name</th><th role="columnheader">Email</th><th role="columnheader">License</th><th role="columnheader">Role</th><th role="columnheader"></th></tr></thead><tbody>${all(
        (who) =>
          `<tr role="row" data-key="${idOf(who)}"><td role="rowheader">${who.name}</td><td role="gridcell">${who.email}</td><td role="gridcell">Full</td><td role="gridcell">${who.role}</td><td role="gridcell"><button type="button" class="spectrum-ActionButton_e2d99e" aria-label="Edit ${who.name}" data-who="${who.email}">Edit</button></td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.spectrum-ActionButton_e2d99e', (el) => {
        const { email, name } = byId(el.closest<HTMLElement>('tr')!.dataset['key']!);
        const close = modal(
          `<div class="spectrum_9e130c"><div class="spectrum-Underlay_d1b6f1" style="${BACK}"></div><section role="dialog" tabindex="-1" aria-modal="true" aria-labelledby="react-aria-h" class="spectrum-Dialog_6b0d2f" style="${PANEL}"><h2 id="react-aria-h">Edit ${name}</h2><form class="spectrum-Form"><div class="spectrum-Field"><span id="react-aria-lbl" class="spectrum-FieldLabel">License</span><div aria-hidden="true" data-react-aria-prevent-focus="true" data-testid="hidden-select-container" style="position:fixed;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)"><label>License<select tabindex="-1"><option></option><option value="full" selected>Full</option><option value="guest">Guest</option></select></label></div><button class="spectrum-FieldButton spectrum-Picker" type="button" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="react-aria-val react-aria-lbl"><span id="react-aria-val" class="spectrum-Dropdown-label">Full</span>${chevron}</button></div><div class="spectrum-ButtonGroup_d5e5b5"><button type="button" class="spectrum-Button_a0a4b2" data-variant="secondary">Cancel</button><button type="submit" class="spectrum-Button_a0a4b2" data-variant="accent" disabled>Save</button></div></form></section></div>`,
        );
        const value = must('.spectrum-Dropdown-label');
        must('.spectrum-Button_a0a4b2[data-variant=secondary]').addEventListener('click', close);
        must('.spectrum-Picker').addEventListener('pointerdown', () => {
          // Below its field: the finger that opened it would choose by being lifted.
          const below = must('.spectrum-Picker').getBoundingClientRect().bottom + 2;
          const list = put(
            `<div class="spectrum-Popover" style="${POP};position:fixed;z-index:200;top:${below}px" role="presentation"><div role="listbox" tabindex="-1" aria-labelledby="react-aria-lbl">${['Full', 'Guest'].map((one) => `<div role="option" tabindex="-1" data-key="${one}" aria-selected="${String(one === value.textContent)}" class="spectrum-Menu-item"><div class="spectrum-Menu-itemGrid"><span class="spectrum-Menu-itemLabel">${one}</span></div></div>`).join('')}</div></div>`,
          );
          list.addEventListener('pointerup', (event) => {
            const item = (event.target as Element).closest<HTMLElement>('[role=option]');
            if (!item) return;
            value.textContent = item.dataset['key']!;
            must('[data-testid=hidden-select-container] select').querySelectorAll('option')[
              item.dataset['key'] === 'Guest' ? 2 : 1
            ]!.selected = true;
            list.remove();
            (must('.spectrum-Button_a0a4b2[data-variant=accent]') as HTMLButtonElement).disabled = false;
          });
        });
        must('.spectrum-Form').addEventListener('submit', (event) => {
          event.preventDefault();
          close();
          act(email);
        });
      });
    },
    steps: [
      { at: whose('.spectrum-ActionButton_e2d99e') },
      { at: always('.spectrum-Form:has([data-variant=accent][disabled]) .spectrum-Picker') },
      { at: always('.spectrum-Button_a0a4b2[data-variant=accent]:not([disabled])') },
      { at: always('.spectrum-Menu-item[data-key=Guest]') },
    ],
    held: 'change-licence',
  },

  'Atlassian Atlaskit: DynamicTable, DropdownMenu, ModalDialog “Remove user from site?”': {
    html: settingsPage(
      `<div class="css-1b"><table class="css-q8lrs2"><thead class="css-0"><tr class="css-1"><th class="css-th" data-testid="users--head--name"><span>User</span></th><th class="css-th"><span>Last active</span></th><th class="css-th"><span>Status</span></th><th class="css-th"><span>Actions</span></th></tr></thead><tbody data-testid="users--body">${all(
        (who, i) =>
          `<tr class="css-r" data-testid="users--row-${idOf(who)}"><td class="css-td"><div class="css-u"><span aria-hidden="true" class="css-a">${initials(who)}</span><div><a href="#/users/${idOf(who)}"><span>${who.name}</span></a><small>${who.email}</small></div></div></td><td class="css-td">Nov 2${i}, 2026</td><td class="css-td"><span class="css-lz"><span class="css-lzt">Active</span></span></td><td class="css-td"><button class="css-db" type="button" tabindex="0" aria-haspopup="true" aria-expanded="false" data-testid="user-actions--trigger" data-who="${who.email}"><span class="css-i"><span role="img" aria-label="Actions for ${who.name}">${dots}</span></span></button></td></tr>`,
      )}</tbody></table></div>`,
      'Users',
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '[data-testid=user-actions--trigger]',
        () =>
          `<div class="atlaskit-portal-container"><div class="atlaskit-portal" style="z-index:400;${POP}"><div data-testid="user-actions--content" data-ds--level="1" role="menu"><div role="group" data-role="droplistGroup"><button type="button" role="menuitem" tabindex="0" class="css-mi" aria-disabled="false"><span data-item-title="true">Show details</span></button><button type="button" role="menuitem" tabindex="-1" class="css-mi"><span data-item-title="true">Suspend access</span></button><button type="button" role="menuitem" tabindex="-1" class="css-mi" data-testid="remove-user"><span data-item-title="true">Remove user</span></button></div></div></div></div>`,
      );
      delegate(page, 'click', '[data-testid=remove-user]', () => {
        const { email, name } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div class="atlaskit-portal-container"><div class="atlaskit-portal" style="z-index:510"><div data-focus-lock-disabled="false"><div aria-hidden="true" class="css-blanket" style="${BACK}"></div><div class="css-mw" data-testid="remove-modal--positioner"><section role="dialog" aria-labelledby="modal-dialog-title-:r3:" aria-modal="true" data-testid="remove-modal" tabindex="-1" class="css-ms" style="${PANEL}"><div data-testid="remove-modal--header"><h1 id="modal-dialog-title-:r3:" data-testid="remove-modal--title"><span data-testid="remove-modal--title-text">Remove user from site?</span></h1></div><div data-testid="remove-modal--body"><p><strong>${name}</strong> will lose access to all products in this site. Their content stays.</p></div><div data-testid="remove-modal--footer"><button class="css-b1" type="button" tabindex="0"><span class="css-bl">Cancel</span></button><button class="css-b2" type="button" tabindex="0"><span class="css-bl">Remove user</span></button></div></section></div></div></div></div>`,
          null,
        );
        must('[data-testid="remove-modal--footer"] .css-b2').addEventListener('click', () => {
          close();
          act(email);
        });
        must('[data-testid="remove-modal--footer"] .css-b1').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('[data-testid=user-actions--trigger]') },
      { at: always('[data-testid=remove-user]') },
      { at: always('[data-testid="remove-modal--footer"] .css-b2') },
    ],
  },

  'GitHub: people of an organization, details-menu, “Remove from organization…”, remote details-dialog with a form': {
    html: settingsPage(
      `<div id="org-members-table" class="Box"><ul class="list-style-none">${all(
        (who) =>
          `<li class="table-list-item member-list-item js-bulk-actions-item Box-row d-flex" data-bulk-actions-id="${idOf(who)}"><label class="pr-2"><input type="checkbox" class="js-bulk-actions-toggle" name="members[]" value="${idOf(who)}" aria-label="Select ${who.name}"></label><div class="member-info flex-auto"><a class="f4 d-block" data-hovercard-type="user" href="#/${idOf(who)}">${who.name}</a><span class="text-small color-fg-muted">${who.email}</span></div><div class="member-role">${who.role}</div><details class="details-reset details-overlay dropdown position-relative" data-who="${who.email}"><summary class="btn-octicon btn-sm" aria-label="Member settings" aria-haspopup="menu" role="button" data-who="${who.email}">${dots}</summary><details-menu class="dropdown-menu dropdown-menu-sw" role="menu" style="display:block"><a role="menuitem" class="dropdown-item" href="#/manage">Manage</a><button type="button" role="menuitem" class="dropdown-item btn-link js-change">Change role…</button><button type="button" role="menuitem" class="dropdown-item btn-link js-leave" data-who="${who.email}">Remove from organization…</button></details-menu></details></li>`,
      )}</ul></div>`,
      'People',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.js-leave', (el) => {
        const line = el.closest<HTMLElement>('li')!;
        el.closest('details')!.open = false;
        const id = line.dataset['bulkActionsId']!;
        // The dialog is fetched from the server.
        setTimeout(() => {
          put(
            `<details class="details-reset details-overlay details-overlay-dark" open><summary role="button" style="display:none"></summary><details-dialog class="Box Box--overlay d-flex flex-column" role="dialog" aria-modal="true" tabindex="-1" style="display:block;${PANEL}"><div class="Box-header"><button class="Box-btn-octicon btn-octicon" type="button" aria-label="Close dialog" data-close-dialog>${cross}</button><h3 class="Box-title">Remove member from Northwind</h3></div><div class="Box-body overflow-auto"><p>You’re about to remove the following <strong>1</strong> member. Are you sure you want to do this?</p><ul class="removal-members"><li>${byId(id).name}</li></ul></div><div class="Box-footer"><form action="/orgs/northwind/people" accept-charset="UTF-8" method="post"><input type="hidden" name="_method" value="delete"><input type="hidden" name="member_ids" value="${id}"><button type="submit" class="btn btn-danger btn-block">Remove members</button></form></div></details-dialog></details>`,
          );
        }, 0);
      });
      delegate(page, 'submit', 'form', (el, event) => {
        event.preventDefault();
        act(byId(new FormData(el as HTMLFormElement).get('member_ids') as string).email);
      });
    },
    steps: [{ at: whose('details:not([open]) > summary') }, { at: whose('.js-leave') }, { at: always('.btn-danger') }],
  },

  'GitHub Primer React: ActionMenu in a portal root, “Change role” Dialog with radios': {
    html: settingsPage(
      `<div class="prc-DataTable"><table class="prc-DataTable-Table" role="table" aria-labelledby="people"><thead><tr><th scope="col">Member</th><th scope="col">Role</th><th scope="col"></th></tr></thead><tbody>${all(
        (who) =>
          `<tr class="TableRow"><th scope="row" class="TableCell"><span class="prc-Text">${who.name}</span><span class="prc-Text f6">${who.email}</span></th><td class="TableCell"><span class="prc-Label-Label" data-variant="default">${who.role}</span></td><td class="TableCell"><button type="button" class="prc-Button-ButtonBase prc-Button-IconButton" data-component="IconButton" data-variant="invisible" aria-haspopup="true" aria-expanded="false" aria-labelledby="tt-${idOf(who)}" data-who="${who.email}">${dots}</button><span class="prc-TooltipV2-Tooltip" id="tt-${idOf(who)}" role="tooltip" aria-hidden="true" popover="auto">Manage ${who.name}</span></td></tr>`,
      )}</tbody></table></div>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '.prc-Button-IconButton[data-who]',
        () =>
          `<div id="__primerPortalRoot__"><div style="position:relative;z-index:1"><div class="prc-Overlay-Overlay" data-focus-trap="active" style="${POP}"><ul role="menu" class="prc-ActionList-ActionList" tabindex="-1"><li role="menuitem" tabindex="0" class="prc-ActionList-ActionListItem pr-role" aria-keyshortcuts=""><div class="prc-ActionList-ActionListContent"><span class="prc-ActionList-ItemLabel">Change role</span></div></li><li class="prc-ActionList-Divider" aria-hidden="true"></li><li role="menuitem" tabindex="-1" class="prc-ActionList-ActionListItem" data-variant="danger"><div class="prc-ActionList-ActionListContent"><span class="prc-ActionList-ItemLabel">Remove from organization</span></div></li></ul></div></div></div>`,
        { blur: true },
      );
      delegate(page, 'click', '.pr-role', () => {
        const { email, name, role } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div id="__primerPortalRoot__"><div class="prc-Dialog-Backdrop" style="${BACK}"><div role="dialog" aria-labelledby=":rt:" aria-modal="true" class="prc-Dialog-Dialog" data-width="large" style="${PANEL}"><div class="prc-Dialog-Header"><h1 id=":rt:" class="prc-Dialog-Title">Change the role of ${name}?</h1><button type="button" class="prc-IconButton" aria-label="Close">${cross}</button></div><div class="prc-Dialog-Body"><fieldset class="prc-RadioGroup"><legend>Select a new role</legend>${roles
            .map(
              (one) =>
                `<div class="prc-FormControl"><input type="radio" class="prc-Radio" name="role" id="r-${one}" value="${one}"${one === role ? ' checked' : ''}><label for="r-${one}">${one}</label></div>`,
            )
            .join(
              '',
            )}</fieldset></div><div class="prc-Dialog-Footer"><button type="button" class="prc-Button" data-variant="default"><span>Cancel</span></button><button type="button" class="prc-Button" data-variant="danger"><span data-component="buttonContent"><span data-component="text">Change role</span></span></button></div></div></div></div>`,
          null,
        );
        must('.prc-Dialog-Footer [data-variant=danger]').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.prc-Dialog-Footer [data-variant=default]').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.prc-Button-IconButton') },
      { at: always('.pr-role') },
      { at: always('#r-Collaborator'), how: 'tick' },
      { at: always('.prc-Dialog-Footer [data-variant=danger]') },
    ],
    held: 'change-role',
  },

  'Shopify Polaris: IndexTable, BulkActions with “More actions”, Modal': {
    html: settingsPage(
      `<div class="Polaris-LegacyCard"><div class="Polaris-IndexTable"><div class="Polaris-IndexTable__IndexTableWrapper"><div class="bulk-bar"></div><table class="Polaris-IndexTable__Table"><thead><tr><th class="Polaris-IndexTable__TableHeading"></th><th class="Polaris-IndexTable__TableHeading">User</th><th class="Polaris-IndexTable__TableHeading">Role</th></tr></thead><tbody>${all(
        (who, i) =>
          `<tr id="${idOf(who)}" class="Polaris-IndexTable__TableRow"><td class="Polaris-IndexTable__TableCell Polaris-IndexTable__TableCell--first"><div class="Polaris-IndexTable-Checkbox__Wrapper"><label class="Polaris-Choice Polaris-Choice--labelHidden" for="Select-${idOf(who)}"><span class="Polaris-Choice__Control"><span class="Polaris-Checkbox"><input id="Select-${idOf(who)}" type="checkbox" class="Polaris-Checkbox__Input" aria-invalid="false" role="checkbox" aria-checked="false" value="" data-who="${who.email}"><span class="Polaris-Checkbox__Backdrop"></span></span></span><span class="Polaris-Choice__Label"><span>Select user</span></span></label></div></td><td class="Polaris-IndexTable__TableCell"><span class="Polaris-Text--root Polaris-Text--semibold">${who.name}</span><br><span class="Polaris-Text--subdued">${who.email}</span></td><td class="Polaris-IndexTable__TableCell">${who.role}<span hidden>${i}</span></td></tr>`,
      )}</tbody></table></div></div></div>`,
      'Users and permissions',
    ),
    wire: (page, act) => {
      const chosen = new Set<string>();
      delegate(page, 'change', '.Polaris-Checkbox__Input', (el) => {
        const box = el as HTMLInputElement;
        box.setAttribute('aria-checked', String(box.checked));
        const line = box.closest('tr')!;
        line.classList.toggle('Polaris-IndexTable__TableRow--selected', box.checked);
        if (box.checked) chosen.add(line.id);
        else chosen.delete(line.id);
        must('.bulk-bar').innerHTML =
          chosen.size === 0
            ? ''
            : `<div class="Polaris-BulkActions__BulkActionsOuterWrapper"><div class="Polaris-BulkActions__BulkActionsSelectAllWrapper"><span aria-live="polite">${chosen.size} selected</span></div><div class="Polaris-BulkActions__BulkActionButton"><button class="Polaris-Button Polaris-Button--sizeSlim" type="button"><span class="Polaris-Text--root">Edit</span></button></div><div class="Polaris-BulkActions__BulkActionButton"><button class="Polaris-Button more-actions" type="button" aria-label="More actions" tabindex="0" aria-controls=":r5:" aria-owns=":r5:" aria-expanded="false" data-state="closed">${dots}</button></div></div>`;
      });
      let pop: HTMLElement | null = null;
      delegate(page, 'click', '.more-actions', () => {
        pop?.remove();
        pop = put(
          `<div id="PolarisPortalsContainer"><div data-portal-id="popover-:r5:"><div class="Polaris-PositionedOverlay Polaris-Popover__PopoverOverlay--open" style="${POP}"><div class="Polaris-Popover" data-polaris-overlay="true"><div class="Polaris-Popover__FocusTracker" tabindex="0"></div><div id=":r5:" tabindex="-1" class="Polaris-Popover__Content"><div class="Polaris-ActionList"><ul class="Polaris-ActionList__Actions" role="menu" tabindex="-1"><li role="none"><button type="button" class="Polaris-ActionList__Item" role="menuitem"><span class="Polaris-ActionList__Text">Add tags</span></button></li><li role="none"><button type="button" class="Polaris-ActionList__Item Polaris-ActionList--destructive" role="menuitem"><span class="Polaris-ActionList__Text">Remove users</span></button></li></ul></div></div></div></div></div></div>`,
        );
      });
      delegate(page, 'click', '.Polaris-ActionList--destructive', () => {
        pop?.remove();
        const many = chosen.size === 1 ? '1 user' : `${chosen.size} users`;
        const close = modal(
          `<div data-portal-id="modal-:r7:"><div class="Polaris-Modal-Dialog__Container" data-polaris-layer="true" data-polaris-overlay="true"><div role="dialog" aria-modal="true" aria-label="" aria-labelledby="modal-header-r7" tabindex="-1" class="Polaris-Modal-Dialog"><div class="Polaris-Modal-Dialog__Modal" style="${PANEL}"><h2 class="Polaris-Text--root" id="modal-header-r7">Remove ${many}?</h2><section class="Polaris-Modal-Section">They can’t log in any more. This can’t be undone.</section><div class="Polaris-InlineStack"><button class="Polaris-Button Polaris-Button--variantSecondary" type="button">Cancel</button><button class="Polaris-Button Polaris-Button--toneCritical" type="button"><span>Remove</span></button></div></div></div></div><div class="Polaris-Backdrop"></div></div>`,
          null,
        );
        must('.Polaris-Button--toneCritical').addEventListener('click', () => {
          close();
          for (const id of chosen) act(byId(id).email);
        });
        must('.Polaris-Button--variantSecondary').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.Polaris-Checkbox__Input'), how: 'tick' },
      { at: always('.more-actions') },
      { at: always('.Polaris-ActionList--destructive') },
      { at: always('.Polaris-Button--toneCritical') },
    ],
  },

  'Shopify Polaris: the applied filter “Invited by Dana Reyes” above the list is taken away (the list loads again)': {
    html: settingsPage(
      `<div class="Polaris-Filters"><div class="Polaris-Filters__FiltersWrapper">${['dana', 'omar']
        .map((id) => person(`${id}@northwind.example`))
        .map(
          (who) =>
            `<span class="Polaris-Tag Polaris-Tag--removable"><span title="Invited by ${who.name}" class="Polaris-Tag__TagText">Invited by ${who.name}</span><button type="button" aria-label="Remove Invited by ${who.name}" class="Polaris-Tag__Button" data-who="${who.email}">${cross}</button></span>`,
        )
        .join(
          '',
        )}</div></div><table class="Polaris-IndexTable__Table"><thead><tr><th>User</th><th>Role</th></tr></thead><tbody>${all(
        (who) =>
          `<tr class="Polaris-IndexTable__TableRow"><td><a href="#u">${who.name}</a> ${who.email}</td><td>${who.role}</td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.Polaris-Tag__Button', (el) => {
        const { email } = person(emailOf(el));
        el.parentElement!.remove();
        act(email);
      });
    },
    steps: [{ at: whose('.Polaris-Tag__Button') }],
    held: null,
  },

  'Shopify Polaris: ResourceList of workspaces, “Deactivate” in its Modal': {
    html: settingsPage(
      `<div class="Polaris-ResourceList__ResourceListWrapper"><ul class="Polaris-ResourceList" aria-live="polite">${['EMEA Sales', 'US Sales', 'Finance', 'Archive'].map((name, i) => `<li class="Polaris-ResourceItem__ListItem"><div class="Polaris-ResourceItem" data-href="workspaces/${i}"><div class="Polaris-ResourceItem__Container"><h3><span class="Polaris-Text--bold">${name}</span></h3><div>${i + 2} members</div><div class="Polaris-ResourceItem__Actions"><button class="Polaris-Button ws-off" type="button" data-who="${name}"><span>Deactivate</span></button></div></div></div></li>`).join('')}</ul></div>`,
      'Workspaces',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.ws-off', (el) => {
        const name = el.closest('.Polaris-ResourceItem__Container')!.querySelector('h3')!.textContent;
        const close = modal(
          `<div data-portal-id="modal-:r1:"><div role="dialog" aria-modal="true" aria-labelledby="mh1" tabindex="-1" class="Polaris-Modal-Dialog"><div class="Polaris-Modal-Dialog__Modal" style="${PANEL}"><h2 id="mh1">Deactivate ${name}?</h2><p>All members lose access to this workspace.</p><button class="Polaris-Button Polaris-Button--variantSecondary" type="button">Cancel</button><button class="Polaris-Button Polaris-Button--toneCritical" type="button">Deactivate workspace</button></div></div></div>`,
          null,
        );
        must('.Polaris-Button--toneCritical').addEventListener('click', () => {
          close();
          act(name);
        });
        must('.Polaris-Button--variantSecondary').addEventListener('click', close);
      });
    },
    steps: [{ at: whose('.ws-off') }, { at: always('.Polaris-Button--toneCritical') }],
    options: { path: '/settings/workspaces' },
    free: archive,
    own: finance,
    held: 'deactivate-workspace',
  },

  'Elastic EUI: EuiBasicTable with collapsed actions, EuiContextMenu in a portal, EuiConfirmModal': {
    // "Delete user" ends the account, also where the list is not from.
    widens: true,
    html: settingsPage(
      `<div class="euiBasicTable" data-test-subj="userTable"><table class="euiTable css-0 euiTable--responsive" tabindex="-1"><thead><tr><th class="euiTableHeaderCell" data-test-subj="tableHeaderCell_fullName_0" role="columnheader" scope="col"><span class="euiTableCellContent"><span class="euiTableCellContent__text" title="Full name">Full name</span></span></th><th class="euiTableHeaderCell" role="columnheader"><span title="Email address">Email address</span></th><th class="euiTableHeaderCell" role="columnheader"><span title="Roles">Roles</span></th><th class="euiTableHeaderCell" role="columnheader"><span title="Actions">Actions</span></th></tr></thead><tbody>${all(
        (who) =>
          `<tr class="euiTableRow euiTableRow-hasActions"><td class="euiTableRowCell"><div class="euiTableRowCell__mobileHeader" style="display:none">Full name</div><div class="euiTableCellContent"><span>${who.name}</span></div></td><td class="euiTableRowCell"><div class="euiTableCellContent"><span>${who.email}</span></div></td><td class="euiTableRowCell"><div class="euiTableCellContent"><span class="euiBadge"><span class="euiBadge__text" title="${who.role}">${who.role}</span></span></div></td><td class="euiTableRowCell euiTableRowCell--hasActions"><div class="euiPopover" id="${idOf(who)}-actions"><span class="euiToolTipAnchor"><button class="euiButtonIcon" type="button" aria-label="All actions, row ${idOf(who)}" data-test-subj="euiCollapsedItemActionsButton" data-who="${who.email}"><svg class="euiIcon" data-icon-type="boxesHorizontal" aria-hidden="true" width="16" height="16"></svg></button></span></div></td></tr>`,
      )}</tbody></table></div>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '[data-test-subj=euiCollapsedItemActionsButton]',
        () =>
          `<div data-euiportal="true"><div data-focus-lock-disabled="false"><div data-popover-panel="true" class="euiPanel euiPopover__panel" aria-live="off" role="dialog" aria-modal="true" tabindex="0" data-popover-open="true" style="${POP}"><p class="euiScreenReaderOnly" style="position:absolute;width:1px;height:1px;overflow:hidden">You are in a dialog. Press Escape, or tap/click outside the dialog to close.</p><div class="euiContextMenuPanel" tabindex="-1" data-test-subj="euiCollapsedItemActionsMenu"><div><button class="euiContextMenuItem" type="button"><span class="euiContextMenuItem__text">Edit</span></button><button class="euiContextMenuItem eui-delete" type="button" data-test-subj="action-delete"><span class="euiContextMenuItem__text">Delete</span></button></div></div></div></div></div>`,
        { whoOf: (el) => byId(el.closest<HTMLElement>('.euiPopover')!.id.split('-')[0]!) },
      );
      delegate(page, 'click', '.eui-delete', () => {
        const { email, name } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div data-euiportal="true" class="euiOverlayMask" data-relative-to-header="above" style="${BACK}"><div data-focus-lock-disabled="false"><div class="euiModal euiModal--confirmation" tabindex="0" data-test-subj="deleteUserConfirmModal" role="alertdialog" aria-modal="true" aria-labelledby="eui-t" style="${PANEL}"><button class="euiButtonIcon euiModal__closeIcon" type="button" aria-label="Closes this modal window"></button><div class="euiModalHeader"><h1 class="euiModalHeader__title" id="eui-t" data-test-subj="confirmModalTitleText">Delete user ${name}?</h1></div><div class="euiModalBody"><div class="euiModalBody__overflow"><p>This operation cannot be undone.</p></div></div><div class="euiModalFooter"><button class="euiButtonEmpty" type="button" data-test-subj="confirmModalCancelButton"><span>Cancel</span></button><button class="euiButton euiButton--danger" type="button" data-test-subj="confirmModalConfirmButton"><span class="euiButton__text">Delete</span></button></div></div></div></div>`,
          null,
          '[data-test-subj=confirmModalCancelButton]',
        );
        must('[data-test-subj=confirmModalConfirmButton]').addEventListener('click', () => {
          close();
          act(email);
        });
        must('[data-test-subj=confirmModalCancelButton]').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('[data-test-subj=euiCollapsedItemActionsButton]') },
      { at: always('.eui-delete') },
      { at: always('[data-test-subj=confirmModalConfirmButton]') },
    ],
  },

  'Elastic EUI: selection, and the harmless one of two buttons above the table (“Export” beside “Delete 1 user”)': {
    html: settingsPage(
      `<div class="euiFlexGroup"><div class="euiSearchBar"><input type="search" class="euiFieldSearch" placeholder="Search..." aria-label="This is a search bar."></div><span class="tools-left"></span></div><table class="euiTable"><thead><tr><td class="euiTableHeaderCellCheckbox"></td><th>User name</th><th>Full name</th><th>Roles</th></tr></thead><tbody>${all(
        (who) =>
          `<tr class="euiTableRow euiTableRow-isSelectable"><td class="euiTableRowCellCheckbox"><div class="euiCheckbox"><div class="euiCheckbox__square" style="display:inline-block;width:18px;height:18px"><input class="euiCheckbox__input" type="checkbox" aria-label="Select this row" title="Select this row" data-test-subj="checkboxSelectRow-${idOf(who)}" data-who="${who.email}"></div></div></td><td>${who.email}</td><td>${who.name}</td><td>${who.role}</td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'change', '.euiCheckbox__input', () => {
        const count = document.querySelectorAll('.euiCheckbox__input:checked').length;
        must('.tools-left').innerHTML =
          count === 0
            ? ''
            : `<button class="euiButton eui-export" type="button"><span class="euiButton__text">Export</span></button><button class="euiButton euiButton--danger" type="button"><span class="euiButton__text">Delete ${count} user</span></button>`;
      });
      delegate(page, 'click', '.eui-export', () => {
        const line = must('.euiTableRow:has(:checked)') as HTMLTableRowElement;
        act(line.cells[1]!.textContent);
      });
    },
    steps: [{ at: whose('.euiCheckbox__input'), how: 'tick' }, { at: always('.eui-export') }],
    held: null,
  },

  'Grommet: DataTable, Menu in a Drop, Layer without a role that asks': {
    html: settingsPage(
      `<div class="StyledGrommet-sc-19lkkz7-0"><table class="StyledTable-sc-1m3u5g-6 StyledDataTable-sc-xrlyjm-0"><thead class="StyledTable__StyledTableHeader-sc-1m3u5g-4"><tr class="StyledTable__StyledTableRow"><th scope="col" class="StyledTable__StyledTableCell"><div class="StyledBox-sc-13pk1d4-0"><span class="StyledText-sc-1sadyjn-0">Name</span></div></th><th scope="col" class="StyledTable__StyledTableCell"><span class="StyledText-sc-1sadyjn-0">Email</span></th><th scope="col"><span class="StyledText-sc-1sadyjn-0">Role</span></th><th scope="col"></th></tr></thead><tbody class="StyledTable__StyledTableBody-sc-1m3u5g-3">${all(
        (who) =>
          `<tr class="StyledTable__StyledTableRow-sc-1m3u5g-2 StyledDataTable__StyledDataTableRow"><th scope="row" class="StyledTable__StyledTableCell"><span class="StyledText-sc-1sadyjn-0">${who.name}</span></th><td class="StyledTable__StyledTableCell"><span class="StyledText-sc-1sadyjn-0">${who.email}</span></td><td class="StyledTable__StyledTableCell"><span class="StyledText-sc-1sadyjn-0">${who.role}</span></td><td class="StyledTable__StyledTableCell"><button class="StyledButtonKind-sc-1vhfpnt-0" type="button" aria-label="Open Menu" aria-haspopup="menu" aria-expanded="false" data-who="${who.email}"><div class="StyledBox-sc-13pk1d4-0"><svg aria-label="More" viewBox="0 0 24 24" width="16" height="16" class="StyledIcon-sc-ofa7kd-0"><path fill="none" stroke="#000" stroke-width="2" d="M3 13v-2h2v2H3zm8 0v-2h2v2h-2zm8 0v-2h2v2h-2z"></path></svg></div></button></td></tr>`,
      )}</tbody></table></div>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '[aria-label="Open Menu"]',
        () =>
          `<div class="StyledGrommet-sc-19lkkz7-0"><div tabindex="-1" class="StyledDrop-sc-16s5rx8-0" id="undefined__drop" style="${POP}"><div class="StyledBox-sc-13pk1d4-0 ContainerBox-sc-srdugh-0"><div class="StyledBox-sc-13pk1d4-0" role="menu" aria-label="Open Menu"><div class="StyledBox-sc-13pk1d4-0" role="none"><button class="StyledButtonKind-sc-1vhfpnt-0" type="button" role="menuitem"><div class="StyledBox-sc-13pk1d4-0">Edit</div></button></div><div class="StyledBox-sc-13pk1d4-0" role="none"><button class="StyledButtonKind-sc-1vhfpnt-0 gr-remove" type="button" role="menuitem"><div class="StyledBox-sc-13pk1d4-0">Remove</div></button></div></div></div></div></div>`,
        { whoOf: (el) => team[(el.closest('tr') as HTMLTableRowElement).sectionRowIndex]! },
      );
      delegate(page, 'click', '.gr-remove', () => {
        const { email } = rowMenu.who();
        rowMenu.close();
        const layer = put(
          `<div class="layer-container"><div tabindex="-1" aria-hidden="false" class="StyledLayer-sc-rmtehz-0" style="${BACK}"><div class="StyledLayer__StyledOverlay-sc-rmtehz-1"></div><div class="StyledLayer__StyledContainer-sc-rmtehz-2" style="${PANEL}"><a aria-hidden="true" tabindex="-1"></a><div class="StyledBox-sc-13pk1d4-0"><h2 class="StyledHeading-sc-1rdh4aw-0">Confirm</h2><span class="StyledText-sc-1sadyjn-0">Are you sure you want to remove this user?</span><footer class="StyledBox-sc-13pk1d4-0"><button class="StyledButtonKind-sc-1vhfpnt-0 gr-cancel" type="button">Cancel</button><button class="StyledButtonKind-sc-1vhfpnt-0 gr-yes" type="button"><span class="StyledText-sc-1sadyjn-0"><strong>Remove</strong></span></button></footer></div></div></div></div>`,
        );
        focusIn(layer);
        layer.querySelector('.gr-cancel')!.addEventListener('click', () => layer.remove());
        layer.querySelector('.gr-yes')!.addEventListener('click', () => {
          layer.remove();
          act(email);
        });
      });
    },
    steps: [{ at: whose('[aria-label="Open Menu"]') }, { at: always('.gr-remove') }, { at: always('.gr-yes') }],
  },

  'Evergreen: Table of divs, Popover with a Menu, Dialog with intent danger': {
    html: settingsPage(
      `<div class="ub-ai-pn_flex-start ub-pos_relative"><div class="ub-flx_1 ub-dspl_flex" data-evergreen-table-head="true" style="display:flex"><div class="ub-flx_1"><span class="ub-fnt-sze_12px">Name</span></div><div class="ub-flx_1"><span class="ub-fnt-sze_12px">Email</span></div><div class="ub-flx_1"><span>Role</span></div></div><div class="ub-ovflw-y_auto" data-evergreen-table-body="true">${all(
        (who) =>
          `<div class="ub-dspl_flex ub-b-btm_1px-solid-E6E8F0" tabindex="0" data-isselectable="true" style="display:flex;height:40px"><div class="ub-ovflw_hidden ub-flx_1 ub-dspl_flex"><span class="ub-color_101840 ub-txt-ovrflw_ellipsis">${who.name}</span></div><div class="ub-flx_1"><span class="ub-color_101840">${who.email}</span></div><div class="ub-flx_1"><span>${who.role}</span></div><div class="ub-flx_none"><button class="ub-b-btm_1px-solid-transparent ev-icon" type="button" aria-expanded="false" aria-haspopup="true" data-who="${who.email}"><svg data-icon="more" width="16" height="16" viewBox="0 0 16 16"><path d="M2 6.03a2 2 0 100 4 2 2 0 100-4zM14 6.03a2 2 0 100 4 2 2 0 100-4zM8 6.03a2 2 0 100 4 2 2 0 100-4z"></path></svg></button></div></div>`,
      )}</div></div>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '.ev-icon',
        () =>
          `<div evergreen-portal-container=""><div class="ub-pos_fixed" data-state="entered" style="${POP}"><div id="evergreen-popover-3" class="css-0" data-state="entered"><nav role="menu" class="ub-outln_none"><div class="ub-pb_8px"><div role="menuitem" tabindex="0" data-isselectable="true" class="ub-h_40px"><span class="ub-fnt-fam">Move…</span></div></div><hr class="ub-h_1px"><div class="ub-pb_8px"><div role="menuitem" tabindex="-1" data-isselectable="true" class="ub-h_40px ev-out"><div class="ub-flx_none">${trash}</div><span class="ub-color_D14343">Remove from team…</span></div></div></nav></div></div></div>`,
      );
      delegate(page, 'click', '.ev-out', () => {
        const { email, name } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div evergreen-portal-container=""><div class="ub-pos_fixed" data-state="entered" style="${BACK}"><div role="dialog" class="ub-bg-clr_white" data-state="entered" style="${PANEL}"><div class="ub-pl_32px"><h4 class="ub-color_101840">Remove member</h4><button type="button" class="ub-x">${cross}</button></div><div data-state="entered" class="ub-ovflw_auto"><span class="ub-fnt-fam">${name} will no longer see this team.</span></div><div class="ub-clear_both"><div class="ub-dspl_flex"><button type="button" class="ev-cancel">Cancel</button><button type="button" class="ub-bg-clr_D14343 ev-confirm">Confirm</button></div></div></div></div></div>`,
          null,
        );
        must('.ev-confirm').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.ev-cancel').addEventListener('click', close);
      });
    },
    steps: [{ at: whose('.ev-icon') }, { at: always('.ev-out') }, { at: always('.ev-confirm') }],
  },

  'AWS Cloudscape: Table with single selection, “Delete” in the header, Modal that wants “confirm” typed': {
    html: `<div class="awsui-polaris-v5"><nav class="awsui_breadcrumb-group" aria-label="Breadcrumbs"><ol><li><a href="#/">Settings</a></li><li><a href="#/u" aria-current="page">Users</a></li></ol></nav><main><div class="awsui_root_14iqq_container"><div class="awsui_header_14iqq"><h2 class="awsui_heading_2qdw9"><span class="awsui_heading-text_2qdw9">Users</span> <span class="awsui_counter_2qdw9">(4)</span></h2><div class="awsui_actions_2qdw9"><button class="awsui_button_vjswe awsui_variant-normal_vjswe aws-delete" type="submit" aria-disabled="true"><span class="awsui_content_vjswe">Delete</span></button><button class="awsui_button_vjswe awsui_variant-primary_vjswe" type="submit"><span class="awsui_content_vjswe">Create user</span></button></div></div><table class="awsui_table_wih1l" role="table"><thead><tr><th class="awsui_header-cell_1spae" scope="col"></th><th class="awsui_header-cell_1spae" scope="col"><div>User name</div></th><th scope="col"><div>Full name</div></th><th scope="col"><div>Group</div></th></tr></thead><tbody>${all(
      (who, i) =>
        `<tr class="awsui_row_wih1l" data-selection-item="item" aria-selected="false"><td class="awsui_body-cell_c6tup awsui_selection-control_wih1l"><label class="awsui_root_1s55x"><span class="awsui_control_k2y2q"><input id="s:r${i}" type="radio" name="sel:r1:" class="awsui_native-input_k2y2q" aria-labelledby="x:r${i}" value="${idOf(who)}" data-who="${who.email}"><span id="x:r${i}" style="font-size:0">Select ${who.name}</span></span></label></td><th scope="row" class="awsui_body-cell_c6tup"><a class="awsui_link_4c84z" href="#/u/${idOf(who)}">${who.email}</a></th><td class="awsui_body-cell_c6tup">${who.name}</td><td class="awsui_body-cell_c6tup">${who.role}</td></tr>`,
    )}</tbody></table></div></main></div>`,
    wire: (page, act) => {
      delegate(page, 'change', '.awsui_native-input_k2y2q', (el) => {
        for (const line of document.querySelectorAll('.awsui_row_wih1l'))
          line.setAttribute('aria-selected', String(line.contains(el)));
        must('.aws-delete').removeAttribute('aria-disabled');
      });
      delegate(page, 'click', '.aws-delete', (el) => {
        if (el.hasAttribute('aria-disabled')) return;
        const { value } = must('.awsui_native-input_k2y2q:checked') as HTMLInputElement;
        const close = modal(
          `<div class="awsui_modal_1d2i7"><div class="awsui_root_1d2i7" role="dialog" aria-modal="true" aria-labelledby="modal:r3" style="${BACK}"><div class="awsui_dialog_1d2i7" style="${PANEL}"><div class="awsui_header_1d2i7"><h2 id="modal:r3">Delete ${byId(value).name}?</h2><button type="button" aria-label="Close modal" class="awsui_dismiss-control_1d2i7">${cross}</button></div><div class="awsui_content_1d2i7"><p>Permanently delete this user? You can’t undo this action.</p><div class="awsui_form-field"><label for="formField:r4">To confirm this deletion, type "confirm".</label><input id="formField:r4" class="awsui_input_2rhyz" placeholder="confirm" type="text" autocomplete="off" value=""></div></div><div class="awsui_footer_1d2i7"><button type="button" class="awsui_variant-link_vjswe">Cancel</button><button type="button" class="awsui_button_vjswe awsui_variant-primary_vjswe aws-yes" disabled><span class="awsui_content_vjswe">Delete</span></button></div></div></div></div>`,
          null,
        );
        const field = must('[id="formField:r4"]') as HTMLInputElement;
        const yes = must('.aws-yes') as HTMLButtonElement;
        field.addEventListener('input', () => (yes.disabled = field.value !== 'confirm'));
        yes.addEventListener('click', () => {
          close();
          act(byId(value).email);
        });
        must('.awsui_variant-link_vjswe').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.awsui_native-input_k2y2q'), how: 'tick' },
      { at: always('.aws-delete:not([aria-disabled])') },
      { at: always('[id="formField:r4"]'), how: { type: 'confirm' } },
      { at: always('.aws-yes:not([disabled])') },
    ],
  },

  'AWS Cloudscape: role edited in the cell of the table, sent with the check mark': {
    html: settingsPage(
      `<table class="awsui_table_wih1l" role="table" aria-label="Users with inline editing"><thead><tr><th scope="col"><div class="awsui_header-cell-text">Name</div></th><th scope="col"><div>Email</div></th><th scope="col"><div>Role</div><span aria-label="editable"></span></th></tr></thead><tbody>${all(
        (who) =>
          `<tr class="awsui_row_wih1l" data-item="${idOf(who)}"><td class="awsui_body-cell_c6tup">${who.name}</td><td class="awsui_body-cell_c6tup">${who.email}</td><td class="awsui_body-cell_c6tup awsui_body-cell-editable_c6tup" data-inline-editing-active="false"><span class="cell">${who.role}</span><button class="awsui_body-cell-editor_c6tup" aria-label="Edit ${who.name} role" data-who="${who.email}" type="button">${svg('<path d="M12 20h9"/>')}</button></td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.awsui_body-cell-editor_c6tup', (el) => {
        const cell = el.closest('td')!;
        const id = el.closest('tr')!.dataset['item']!;
        const before = cell.innerHTML;
        cell.dataset['inlineEditingActive'] = 'true';
        cell.innerHTML = `<form class="awsui_body-cell-editor-form_c6tup"><div class="awsui_root_18eso"><button type="button" class="awsui_button-trigger_18eso" aria-haspopup="listbox" aria-expanded="false" aria-label="Role"><span class="awsui_filter">${byId(id).role}</span>${chevron}</button></div><span class="awsui_body-cell-editor-controls"><button aria-label="Cancel editing" type="button" class="awsui_cancel">${cross}</button><button aria-label="Submit edit" type="submit" class="awsui_submit">${svg('<path d="M20 6 9 17l-5-5"/>')}</button></span></form>`;
        cell.querySelector('form')!.addEventListener('submit', (event) => {
          event.preventDefault();
          const value = cell.querySelector('.awsui_filter')!.textContent;
          cell.innerHTML = before;
          cell.querySelector('.cell')!.textContent = value;
          act(byId(id).email);
        });
        cell.querySelector('.awsui_cancel')!.addEventListener('click', () => (cell.innerHTML = before));
      });
      delegate(page, 'click', '.awsui_button-trigger_18eso', (el) => {
        el.setAttribute('aria-expanded', 'true');
        const list = put(
          `<div class="awsui_dropdown_qwoo0" data-open="true" style="${POP}"><ul class="awsui_options-list_19gcf" role="listbox" tabindex="-1" aria-label="Role">${roles.map((role) => `<li role="option" class="awsui_selectable-item_15o6u" aria-selected="${String(role === el.textContent.trim())}" data-value="${role}" data-test-index="1"><div class="awsui_option-content"><span class="awsui_label">${role}</span></div></li>`).join('')}</ul></div>`,
        );
        list.addEventListener('mousedown', (event) => event.preventDefault());
        list.addEventListener('mouseup', (event) => {
          const option = (event.target as Element).closest<HTMLElement>('[role=option]');
          if (!option) return;
          must('.awsui_filter').textContent = option.dataset['value']!;
          el.dataset['value'] = option.dataset['value']!;
          el.setAttribute('aria-expanded', 'false');
          list.remove();
        });
      });
    },
    steps: [
      { at: whose('.awsui_body-cell-editor_c6tup') },
      { at: always('.awsui_submit') },
      { at: always('.awsui_button-trigger_18eso:not([data-value=Collaborator])') },
      { at: always('.awsui_selectable-item_15o6u[data-value=Collaborator]') },
    ],
    held: 'change-role',
  },

  'AWS Cloudscape: Cards of workspaces with selection, “Deactivate” above them': {
    html: settingsPage(
      `<div class="awsui_root_p8a6i"><div class="awsui_header"><h2>Workspaces <span>(4)</span></h2><button class="awsui_button_vjswe ws-deactivate" type="submit" disabled><span class="awsui_content_vjswe">Deactivate</span></button></div><ol class="awsui_list_p8a6i" role="group">${['EMEA Sales', 'US Sales', 'Finance', 'Archive'].map((name, i) => `<li class="awsui_card_p8a6i" role="presentation"><div class="awsui_card-inner_p8a6i"><div class="awsui_card-header_p8a6i"><div class="awsui_card-header-inner"><a class="awsui_link" href="#/w/${i}">${name}</a></div><label class="awsui_selection-control_p8a6i"><input type="radio" name="ws" class="awsui_native-input_k2y2q" aria-label="${name}" value="${i}" data-who="${name}"></label></div><div class="awsui_section_p8a6i"><div class="awsui_section-header">Members</div><div>${i + 3}</div></div><div class="awsui_section_p8a6i"><div class="awsui_section-header">Status</div><div>Active</div></div></div></li>`).join('')}</ol></div>`,
      'Workspaces',
    ),
    wire: (page, act) => {
      const button = (): HTMLButtonElement => must('.ws-deactivate') as HTMLButtonElement;
      delegate(page, 'change', '.awsui_native-input_k2y2q', (el) => {
        for (const card of document.querySelectorAll('.awsui_card_p8a6i'))
          card.classList.toggle('awsui_card-selected_p8a6i', card.contains(el));
        button().disabled = false;
      });
      delegate(page, 'click', '.ws-deactivate', () => {
        const card = must('.awsui_card-selected_p8a6i');
        const close = modal(
          `<div class="awsui_modal_1d2i7"><div class="awsui_root_1d2i7" role="dialog" aria-modal="true" aria-labelledby="modal:r3" style="${BACK}"><div class="awsui_dialog_1d2i7" style="${PANEL}"><h2 id="modal:r3">Deactivate workspace</h2><div class="awsui_content_1d2i7">Deactivate this workspace? Members are signed out at once.</div><div class="awsui_footer_1d2i7"><button type="button" class="awsui_variant-link_vjswe">Cancel</button><button type="button" class="aws-yes"><span class="awsui_content_vjswe">Deactivate</span></button></div></div></div></div>`,
          null,
        );
        must('.aws-yes').addEventListener('click', () => {
          close();
          act(card.querySelector('a')!.textContent);
        });
        must('.awsui_variant-link_vjswe').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.awsui_native-input_k2y2q'), how: 'tick' },
      { at: always('.ws-deactivate:not([disabled])') },
      { at: always('.aws-yes') },
    ],
    options: { path: '/settings/workspaces' },
    free: archive,
    own: finance,
    held: 'deactivate-workspace',
  },

  'PatternFly 5: compact Table, kebab MenuToggle, Popper menu, Modal with a warning title': {
    // "Delete user" ends the account, also where the list is not from.
    widens: true,
    html: settingsPage(
      `<table class="pf-v5-c-table pf-m-grid-md pf-m-compact" role="grid" aria-label="Users" data-ouia-component-type="PF5/Table"><thead class="pf-v5-c-table__thead"><tr class="pf-v5-c-table__tr"><th class="pf-v5-c-table__th" scope="col">Username</th><th class="pf-v5-c-table__th" scope="col">Name</th><th class="pf-v5-c-table__th" scope="col">Role</th><th class="pf-v5-c-table__th"></th></tr></thead><tbody class="pf-v5-c-table__tbody" role="rowgroup">${all(
        (who) =>
          `<tr class="pf-v5-c-table__tr" data-ouia-component-type="PF5/TableRow"><td class="pf-v5-c-table__td" data-label="Username">${who.email}</td><td class="pf-v5-c-table__td" data-label="Name">${who.name}</td><td class="pf-v5-c-table__td" data-label="Role"><span class="pf-v5-c-label"><span class="pf-v5-c-label__text">${who.role}</span></span></td><td class="pf-v5-c-table__td pf-v5-c-table__action"><button class="pf-v5-c-menu-toggle pf-m-plain" type="button" aria-label="Kebab toggle" aria-expanded="false" data-who="${who.email}">${svg('<circle cx="12" cy="5" r="2"/><circle cx="12" cy="12" r="2"/><circle cx="12" cy="19" r="2"/>')}</button></td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '.pf-v5-c-menu-toggle',
        () =>
          `<div class="pf-v5-c-menu" data-ouia-component-type="PF5/Dropdown" data-popper-placement="bottom-end" style="${POP}"><div class="pf-v5-c-menu__content"><ul role="menu" class="pf-v5-c-menu__list"><li class="pf-v5-c-menu__list-item" role="none"><button class="pf-v5-c-menu__item" role="menuitem" tabindex="0" type="button"><span class="pf-v5-c-menu__item-main"><span class="pf-v5-c-menu__item-text">Impersonate</span></span></button></li><li class="pf-v5-c-menu__list-item" role="none"><button class="pf-v5-c-menu__item pf-del" role="menuitem" tabindex="-1" type="button"><span class="pf-v5-c-menu__item-main"><span class="pf-v5-c-menu__item-text">Delete</span></span></button></li></ul></div></div>`,
        { whoOf: (el) => person(el.closest('tr')!.querySelector('[data-label=Username]')!.textContent) },
      );
      delegate(page, 'click', '.pf-del', () => {
        const { email } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div><div class="pf-v5-c-backdrop" style="${BACK}"><div class="pf-v5-l-bullseye"><div id="pf-modal-part-0" role="dialog" aria-label="" aria-labelledby="pf-modal-part-1" aria-describedby="pf-modal-part-2" aria-modal="true" class="pf-v5-c-modal-box pf-m-warning pf-m-sm" style="${PANEL}"><div class="pf-v5-c-modal-box__close"><button class="pf-v5-c-button pf-m-plain" type="button" aria-label="Close">${cross}</button></div><header class="pf-v5-c-modal-box__header"><h1 id="pf-modal-part-1" class="pf-v5-c-modal-box__title"><span class="pf-v5-u-screen-reader" style="position:absolute;width:1px;height:1px;overflow:hidden">Warning alert:</span><span class="pf-v5-c-modal-box__title-text">Delete user?</span></h1></header><div class="pf-v5-c-modal-box__body" id="pf-modal-part-2">Are you sure you want to permanently delete the user <b>${email}</b></div><footer class="pf-v5-c-modal-box__footer"><button class="pf-v5-c-button pf-m-danger" type="button" data-testid="confirm">Delete</button><button class="pf-v5-c-button pf-m-link" type="button" data-testid="cancel">Cancel</button></footer></div></div></div></div>`,
        );
        must('.pf-m-danger').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.pf-m-link').addEventListener('click', close);
      });
    },
    steps: [{ at: whose('.pf-v5-c-menu-toggle') }, { at: always('.pf-del') }, { at: always('.pf-m-danger') }],
  },

  'PatternFly 5: “Manage workspaces” modal with check boxes, one unticked, Save': workspacesModal('untick'),
  'PatternFly 5: “Manage workspaces” modal with check boxes, one more ticked, Save': workspacesModal('tick'),

  'Cloudflare: account members, “Revoke” in the opened row, dialog “Revoke access”': {
    html: settingsPage(
      `<section data-testid="members-card" class="c_a c_b"><h2 class="c_h">Members</h2><div role="table" class="c_t"><div role="row" class="c_r"><span role="columnheader" class="c_x">Member name</span><span role="columnheader">Status</span><span role="columnheader">Roles</span></div>${all(
        (who) =>
          `<div class="c_w"><div role="row" class="c_r"><span role="cell" class="c_x"><span class="c_n">${who.email}</span><span class="c_s">${who.name}</span></span><span role="cell">Active</span><span role="cell">${who.role}</span><span role="cell"><button type="button" class="c_link" aria-expanded="false" data-who="${who.email}">Edit</button></span></div></div>`,
      )}</div></section>`,
      'Members',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.c_link', (el) => {
        const wrap = el.closest('.c_w')!;
        const old = wrap.querySelector('.c_detail');
        el.setAttribute('aria-expanded', String(!old));
        if (old) {
          old.remove();
          return;
        }
        const { email } = person(wrap.querySelector('.c_n')!.textContent);
        const detail = put(
          `<div class="c_detail" role="row"><div role="cell"><div>Two-factor authentication: enabled</div><div>Scope: all domains</div><button type="button" class="c_btn">Update</button> <button type="button" class="c_btn c_danger">Revoke</button></div></div>`,
          wrap,
        );
        detail.querySelector('.c_danger')!.addEventListener('click', () => {
          const close = modal(
            `<div class="c_portal"><div class="c_over" style="${BACK}"><div role="dialog" aria-modal="true" aria-labelledby="react-aria-22" tabindex="-1" class="c_dialog" style="${PANEL}"><h2 id="react-aria-22">Revoke access</h2><p>Are you sure you want to revoke <strong>${email}</strong>’s access to Northwind?</p><div><button type="button" class="c_btn c_cancel">Cancel</button><button type="button" class="c_btn c_danger c_yes">Revoke</button></div></div></div></div>`,
          );
          must('.c_yes').addEventListener('click', () => {
            close();
            act(email);
          });
          must('.c_cancel').addEventListener('click', close);
        });
      });
    },
    steps: [{ at: whose('.c_link') }, { at: always('.c_detail .c_danger') }, { at: always('.c_yes') }],
  },

  'Vercel (Geist): list of members, menu “Remove Member”, native modal dialog with “Continue”': {
    html: settingsPage(
      `<div class="entity-list_list__x" data-geist-entity-list=""><header class="fieldset_toolbar"><label><input type="checkbox" aria-label="Select all"> Select all (4)</label></header>${all(
        (who, i) =>
          `<div class="entity_entity__q" data-geist-entity=""><div class="stack_stack__iZkUS"><span class="avatar_avatar__Q" data-geist-avatar=""></span><div class="stack_stack__iZkUS"><p class="text_wrapper__i87JK" data-version="v1">${who.name}</p><p class="text_wrapper__i87JK">${who.email}</p></div></div><div class="stack_stack__iZkUS"><p class="text_wrapper__i87JK">${who.role}</p><button type="button" data-geist-menu-button="" aria-haspopup="true" aria-controls="menu-${i}" id="menu-button--menu-${i}" class="reset_reset__KRyvc button_base__BjwbK" data-who="${who.email}" aria-label="Open menu">${dots}</button></div></div>`,
      )}</div>`,
      'Members',
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '[data-geist-menu-button]',
        () =>
          `<geist-portal data-radix-portal=""><div class="menu_wrapper" style="${POP}"><ul role="menu" data-geist-menu="" tabindex="-1"><li role="menuitem" data-geist-menu-item="" data-descendant="" tabindex="-1">Manage Access Groups</li><li role="menuitem" data-geist-menu-item="" data-descendant="" tabindex="-1" class="menu-item_error__p">Remove Member</li></ul></div></geist-portal>`,
        { on: 'mousedown' },
      );
      delegate(page, 'click', '.menu-item_error__p', () => {
        const { email, name } = rowMenu.who();
        rowMenu.close();
        const dialog = put(
          `<dialog class="modal_modal__x" aria-labelledby="mt" data-geist-modal="" style="padding:12px"><h3 id="mt">Remove Team Member</h3><div class="modal_body"><p>You are about to remove the following Team Member. Are you sure you want to continue?</p><div class="entity"><b>${name}</b> <small>${email}</small></div></div><footer class="modal_actions"><button type="button" class="geist-cancel">Cancel</button><button type="button" class="geist-go"><span class="button_content">Continue</span></button></footer></dialog>`,
        ) as HTMLDialogElement;
        dialog.showModal();
        dialog.querySelector('.geist-cancel')!.addEventListener('click', () => dialog.remove());
        dialog.querySelector('.geist-go')!.addEventListener('click', () => {
          dialog.remove();
          act(email);
        });
      });
    },
    steps: [
      { at: whose('[data-geist-menu-button]') },
      { at: always('.menu-item_error__p') },
      { at: always('.geist-go') },
    ],
  },

  'Vercel (Geist): tab “Pending Invitations”, the invitation of somebody new is revoked': {
    html: settingsPage(
      `<div role="tablist" data-geist-tabs=""><button role="tab" aria-selected="false">Team Members</button><button role="tab" aria-selected="true">Pending Invitations</button></div><div role="tabpanel" class="entity-list_list__x">${['nadia@northwind.example', 'piotr@northwind.example'].map((email) => `<div class="entity_entity__q" data-geist-entity=""><div><p class="text_wrapper__i87JK">${email}</p><p class="text_wrapper__i87JK">Invited 2d ago · Member</p></div><button type="button" class="button_base__BjwbK resend">Resend</button><button type="button" class="button_base__BjwbK revoke" data-who="${email}">Revoke</button></div>`).join('')}</div>`,
      'Members',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.revoke', (el) => {
        const email = el.closest('[data-geist-entity]')!.querySelector('p')!.textContent;
        el.closest('[data-geist-entity]')!.remove();
        act(email);
      });
    },
    steps: [{ at: whose('.revoke') }],
    free: { name: '', email: 'nadia@northwind.example', role: 'Member' },
    own: { name: '', email: 'piotr@northwind.example', role: 'Member' },
    held: null,
  },

  'Linear: members as link rows, context menu, “Suspend user…”, dialog': {
    html: settingsPage(
      `<div class="sc-kAyceB"><div class="sc-head" style="display:flex"><span style="width:160px">Name</span><span style="width:180px">Email</span><span>Status</span></div><div data-viewport="true">${all(
        (who) =>
          `<a class="sc-fqkvVR sc-row" href="#/settings/members/${idOf(who)}" data-list-key="${idOf(who)}" data-who="${who.email}" style="display:flex;height:44px;align-items:center"><div style="width:160px" class="sc-col"><span class="sc-name">${who.name}</span></div><div style="width:180px" class="sc-col"><span>${who.email}</span></div><div class="sc-col"><span>${who.role}</span></div></a>`,
      )}</div></div>`,
      'Members',
    ),
    wire: (page, act) => {
      let pop: HTMLElement | null = null;
      let who = team[0]!;
      delegate(page, 'contextmenu', '.sc-row', (el, event) => {
        event.preventDefault();
        pop?.remove();
        who = byId(el.dataset['listKey']!);
        pop = put(
          `<div data-radix-popper-content-wrapper="" style="${POP}"><div role="menu" data-state="open" tabindex="-1" class="sc-menu"><div role="menuitem" tabindex="-1" class="sc-mi"><span>View profile</span></div><div role="menuitem" tabindex="-1" class="sc-mi"><span>Change role</span>${svg('<path d="m9 18 6-6-6-6"/>')}</div><div role="separator"></div><div role="menuitem" tabindex="-1" class="sc-mi sc-suspend"><span>Suspend user…</span></div></div></div>`,
        );
        focusIn(pop, '[role=menu]');
      });
      page.on(document, 'keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Escape') pop?.remove();
      });
      delegate(page, 'click', '.sc-suspend', () => {
        pop?.remove();
        pop = null;
        const subject = who;
        const close = modal(
          `<div class="sc-overlay" style="${BACK}"><div role="dialog" aria-modal="true" aria-label="Suspend user" class="sc-dialog" style="${PANEL}"><div class="sc-title">Suspend ${subject.name}?</div><div class="sc-text">They will be logged out and can no longer access your workspace. Their seat becomes free.</div><div class="sc-foot"><button type="button" class="sc-cancel">Cancel</button><button type="button" class="sc-go"><span>Suspend</span></button></div></div></div>`,
          null,
        );
        must('.sc-go').addEventListener('click', () => {
          close();
          act(subject.email);
        });
        must('.sc-cancel').addEventListener('click', close);
      });
    },
    steps: [{ at: whose('.sc-row'), how: 'right' }, { at: always('.sc-suspend') }, { at: always('.sc-go') }],
  },

  'Notion: “People” as plain divs, the role’s menu ends with “Remove from workspace”, confirmed in divs': {
    html: settingsPage(
      `<div class="notion-space-settings"><div style="display:flex"><div style="width:220px">User</div><div style="width:100px">Role</div></div><div>${all(
        (who) =>
          `<div style="display:flex;align-items:center;height:44px"><div style="width:220px;display:flex"><div style="border-radius:100%"><img alt="${who.name}" referrerpolicy="same-origin" src="data:," width="28" height="28"></div><div><div style="font-size:14px" title="${who.name}">${who.name}</div><div style="font-size:12px" title="${who.email}">${who.email}</div></div></div><div style="width:130px"><div role="button" tabindex="0" aria-haspopup="dialog" aria-expanded="false" style="user-select:none;cursor:pointer;display:inline-flex" data-who="${who.email}" class="nt-role">${who.role}${chevron}</div></div></div>`,
      )}</div></div>`,
      'People',
    ),
    wire: (page, act) => {
      const list = menu(
        page,
        '.nt-role',
        (who) =>
          `<div class="notion-overlay-container notion-default-overlay-container"><div data-overlay="true"><div style="${POP}"><div role="dialog" aria-modal="true"><div role="menu">${['Admin', 'Member'].map((role) => `<div role="menuitem" tabindex="-1" style="cursor:pointer"><div>${role}</div><div style="font-size:12px">${role === 'Admin' ? 'Can change workspace settings and invite new members.' : 'Cannot change workspace settings.'}</div>${role === who.role ? '✓' : ''}</div>`).join('')}<div style="border-top:1px solid #eee"></div><div role="menuitem" tabindex="0" class="nt-out" style="cursor:pointer;color:rgb(235,87,87)">Remove from workspace</div></div></div></div></div></div>`,
      );
      delegate(page, 'click', '.nt-out', () => {
        const { email, name } = list.who();
        list.close();
        const box = put(
          `<div class="notion-overlay-container"><div data-overlay="true" style="${BACK}"><div class="notion-dialog" style="${PANEL}"><div style="font-weight:600">Remove ${name} from Northwind?</div><div>They’ll lose access to all shared pages.</div><div role="button" tabindex="0" class="nt-yes" style="cursor:pointer;background:#eb5757">Remove</div><div role="button" tabindex="0" class="nt-no" style="cursor:pointer">Cancel</div></div></div></div>`,
        );
        box.querySelector('.nt-no')!.addEventListener('click', () => box.remove());
        box.querySelector('.nt-yes')!.addEventListener('click', () => {
          box.remove();
          act(email);
        });
      });
    },
    steps: [{ at: whose('.nt-role') }, { at: always('.nt-out') }, { at: always('.nt-yes') }],
  },

  'Slack: Manage members, “Deactivate account” in a menu of ReactModal, c-dialog': {
    html: settingsPage(
      `<div class="c-virtual_list p-admin_member_table" role="presentation"><div class="c-table_view_keyboard_navigable" role="grid" aria-rowcount="5"><div role="row" class="c-table_header"><div role="columnheader">Full Name</div><div role="columnheader">Email</div><div role="columnheader">Account Type</div></div>${all(
        (who) =>
          `<div role="row" class="c-table_row_container" id="${idOf(who)}" data-qa="table_row_${idOf(who)}" style="display:flex"><div role="gridcell" class="c-table_cell p-admin_member_table__member_cell"><span class="c-base_icon__width_only_container"><img alt="" src="data:," width="20" height="20"></span><strong data-qa-full-name="">${who.name}</strong></div><div role="gridcell" class="c-table_cell" data-qa="email">${who.email}</div><div role="gridcell" class="c-table_cell">Full member · ${who.role}</div><div role="gridcell"><button class="c-button-unstyled c-icon_button" data-qa="table_row_actions_button" aria-label="Actions for ${who.name}" aria-haspopup="menu" type="button" data-who="${who.email}">${dots}</button></div></div>`,
      )}</div></div>`,
      'Manage members',
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '[data-qa=table_row_actions_button]',
        () =>
          `<div class="ReactModalPortal"><div class="ReactModal__Overlay ReactModal__Overlay--after-open c-popover c-popover--menu"><div class="ReactModal__Content c-popover__content" role="presentation" tabindex="-1" style="${POP}"><div role="presentation" class="c-menu" data-qa="menu"><div class="c-menu__items" role="menu" data-qa="menu_items"><div class="c-menu_item__li"><button class="c-button-unstyled c-menu_item__button" role="menuitem" type="button" tabindex="-1"><div class="c-menu_item__label">Change account type</div></button></div><div class="c-menu_item__li"><button class="c-button-unstyled c-menu_item__button" role="menuitem" type="button" tabindex="-1" data-qa="copy"><div class="c-menu_item__label">Copy member ID</div></button></div><hr class="c-menu_separator__separator"><div class="c-menu_item__li"><button class="c-button-unstyled c-menu_item__button c-menu_item__button--danger" role="menuitem" type="button" tabindex="-1" data-qa="deactivate"><div class="c-menu_item__label">Deactivate account</div></button></div></div></div></div></div></div>`,
        { whoOf: (el) => byId(el.closest('[role=row]')!.id) },
      );
      delegate(page, 'click', '[data-qa=deactivate]', () => {
        const { email, name } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div class="ReactModalPortal"><div class="ReactModal__Overlay c-sk-overlay" style="${BACK}"><div class="ReactModal__Content c-sk-modal c-dialog" role="dialog" aria-modal="true" aria-labelledby="dialog_t" tabindex="-1" style="${PANEL}"><div class="c-dialog__header"><h1 class="c-dialog__title" id="dialog_t">Deactivate ${name}’s account?</h1><button class="c-button-unstyled c-dialog__close" aria-label="Close" type="button">${cross}</button></div><div class="c-dialog__body">They will be signed out on all devices. Messages and files stay in Slack.</div><div class="c-dialog__footer"><button class="c-button c-button--outline c-dialog__cancel" type="button">Cancel</button><button class="c-button c-button--danger c-dialog__go" data-qa="dialog_go" type="button">Deactivate</button></div></div></div></div>`,
        );
        must('.c-dialog__go').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.c-dialog__cancel').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('[data-qa=table_row_actions_button]') },
      { at: always('[data-qa=deactivate]') },
      { at: always('.c-dialog__go') },
    ],
  },

  'Figma: seat of a person in a menu of the row that works on pointerdown and pointerup': {
    html: settingsPage(
      `<div class="table--tableWrapper--x1"><div class="table--header--x2" role="row" style="display:flex"><div class="table--cell" role="columnheader" style="width:180px">Name</div><div role="columnheader" style="width:100px">Seat</div><div role="columnheader">Role</div></div>${all(
        (who) =>
          `<div class="table--row--x3" role="row" tabindex="0" style="display:flex;height:48px"><div class="table--cell" role="cell" style="width:180px"><div class="name--x">${who.name}</div><div class="email--x">${who.email}</div></div><div class="table--cell" role="cell" style="width:100px"><button type="button" class="select--trigger--x4" aria-label="Seat: Full" data-who="${who.email}"><span>Full</span>${chevron}</button></div><div role="cell">${who.role}</div></div>`,
      )}</div>`,
      'People',
    ),
    wire: (page, act) => {
      const list = menu(
        page,
        '.select--trigger--x4',
        () =>
          `<div class="dropdown--container--x5" style="${POP}"><div role="listbox" class="dropdown--list--x6">${['Full', 'Creator', 'Guest'].map((seat) => `<div role="option" aria-selected="${String(seat === 'Full')}" class="dropdown--item--x7" data-seat="${seat}"><b>${seat}</b><div class="dropdown--sub">${seat === 'Full' ? 'Edits, sends and uses the API' : seat === 'Creator' ? 'Makes drafts' : 'Views and comments'}</div></div>`).join('')}</div></div>`,
        { on: 'pointerdown' },
      );
      delegate(page, 'pointerup', '.dropdown--item--x7', (el) => {
        list.from().querySelector('span')!.textContent = el.dataset['seat']!;
        const { email } = list.who();
        list.close();
        act(email);
      });
    },
    steps: [{ at: whose('.select--trigger--x4') }, { at: always('.dropdown--item--x7[data-seat=Guest]') }],
    held: 'change-licence',
  },

  'MUI Joy: hoverRow Table, Dropdown and Menu at the end of the body, ModalDialog with “Discard”-like confirmation': {
    html: settingsPage(
      `<div class="MuiSheet-root MuiSheet-variantOutlined css-9q"><table class="MuiTable-root MuiTable-hoverRow css-1o"><thead><tr><th>Customer</th><th>Role</th><th></th></tr></thead><tbody>${all(
        (who) =>
          `<tr><td><div class="MuiBox-root css-g"><div class="MuiAvatar-root MuiAvatar-sizeSm">${initials(who)[0]!}</div><div><p class="MuiTypography-root MuiTypography-body-xs">${who.name}</p><p class="MuiTypography-root MuiTypography-body-xs">${who.email}</p></div></div></td><td><div class="MuiChip-root"><span class="MuiChip-label MuiChip-labelSm">${who.role}</span></div></td><td><button type="button" class="MuiMenuButton-root MuiIconButton-root MuiIconButton-variantPlain" tabindex="0" aria-haspopup="menu" aria-expanded="false" data-who="${who.email}"><svg class="MuiSvgIcon-root" focusable="false" aria-hidden="true" viewBox="0 0 24 24" data-testid="MoreHorizRoundedIcon" width="18" height="18"><path d="M6 10c-1.1 0-2 .9-2 2s.9 2 2 2 2-.9 2-2-.9-2-2-2z"></path></svg></button></td></tr>`,
      )}</tbody></table></div>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '.MuiMenuButton-root',
        () =>
          `<ul class="MuiMenu-root MuiMenu-expanded MuiMenu-variantOutlined" role="menu" data-popper-placement="bottom" tabindex="-1" style="${POP}"><li role="menuitem" class="MuiMenuItem-root" tabindex="0">Edit</li><li role="menuitem" class="MuiMenuItem-root" tabindex="-1">Rename</li><li role="separator" class="MuiDivider-root"></li><li role="menuitem" class="MuiMenuItem-root MuiMenuItem-colorDanger" tabindex="-1">Delete</li></ul>`,
        { blur: true },
      );
      delegate(page, 'click', '.MuiMenuItem-colorDanger', () => {
        const { email, name } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div role="presentation" class="MuiModal-root"><div aria-hidden="true" class="MuiModal-backdrop" style="${BACK}"></div><div tabindex="0" data-testid="sentinelStart"></div><div class="MuiModalDialog-root MuiModalDialog-layoutCenter" role="alertdialog" tabindex="-1" aria-modal="true" aria-labelledby=":r1:" style="${PANEL}"><h2 class="MuiDialogTitle-root" id=":r1:">Confirmation</h2><hr class="MuiDivider-root" role="separator"><div class="MuiDialogContent-root">Are you sure you want to delete ${name}?</div><div class="MuiDialogActions-root"><button class="MuiButton-root MuiButton-colorDanger" type="button">Yes, delete</button><button class="MuiButton-root MuiButton-variantPlain" type="button">Cancel</button></div></div><div tabindex="0" data-testid="sentinelEnd"></div></div>`,
        );
        must('.MuiButton-colorDanger').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.MuiButton-variantPlain').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.MuiMenuButton-root') },
      { at: always('.MuiMenuItem-colorDanger') },
      { at: always('.MuiButton-colorDanger') },
    ],
  },

  'Base UI: Menu whose items act on mouseup, AlertDialog with data-open': {
    html: settingsPage(
      `<div class="List">${all(
        (who) =>
          `<div class="Row" style="display:grid;grid-template-columns:1fr 1fr 40px"><div class="Cell">${who.name}<div class="Muted">${who.email}</div></div><div class="Cell">${who.role}</div><button type="button" class="Button" id="base-ui-:r${idOf(who)}:" tabindex="0" aria-haspopup="menu" aria-expanded="false" aria-label="Member actions" data-who="${who.email}">⋯</button></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '.Row > .Button',
        () =>
          `<div data-base-ui-portal="" id=":rp:"><div role="presentation" data-base-ui-inert="" style="position:fixed;inset:0"></div><div role="presentation" data-open="" data-side="bottom" data-align="end" class="Positioner" style="${POP}"><div role="menu" tabindex="-1" id="base-ui-:r9:" class="Popup" data-open=""><div role="menuitem" tabindex="0" class="Item">Edit profile</div><div role="menuitem" tabindex="-1" class="Item Remove">Remove member</div></div></div></div>`,
        { on: 'mousedown', whoOf: (el) => byId(el.id.split(':r')[1]!.slice(0, 4)) },
      );
      delegate(page, 'mouseup', '.Item.Remove', () => {
        const { email } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div data-base-ui-portal=""><div role="presentation" data-open="" class="Backdrop" style="${BACK}"></div><span tabindex="0" aria-hidden="true" data-base-ui-focus-guard=""></span><div role="alertdialog" tabindex="-1" aria-labelledby="base-ui-t" aria-describedby="base-ui-d" data-open="" class="AlertPopup" style="${PANEL}"><h2 id="base-ui-t" class="Title">Remove member?</h2><p id="base-ui-d" class="Description">You can’t undo this action.</p><div class="Actions"><button type="button" class="Button Close">Cancel</button><button type="button" class="Button" data-color="red">Remove</button></div></div></div>`,
        );
        must('.AlertPopup [data-color=red]').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.AlertPopup .Close').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.Row > .Button') },
      { at: always('.Item.Remove') },
      { at: always('.AlertPopup [data-color=red]') },
    ],
  },

  'Ariakit: MenuButton and MenuItem by keyboard, Dialog with DialogDismiss': {
    html: settingsPage(
      `<ul class="members">${all(
        (who) =>
          `<li class="member"><span class="who"><b>${who.name}</b> <i>${who.email}</i></span> <span>${who.role}</span> <button id=":r${idOf(who)}:" type="button" class="button" aria-haspopup="menu" aria-expanded="false" aria-controls=":m${idOf(who)}:" aria-label="Actions for ${who.name}" data-who="${who.email}">Actions<span aria-hidden="true" style="display:inline-block;width:1em;height:1em">▾</span></button></li>`,
      )}</ul>`,
    ),
    wire: (page, act) => {
      const rowMenu = menu(
        page,
        '.member .button',
        () =>
          `<div class="__focus-trap-region" id="portal/:m1:"><div role="presentation" style="${POP}"><div id=":m1:" role="menu" tabindex="-1" class="menu" data-dialog="" data-open="" aria-orientation="vertical"><div id=":i1:" role="menuitem" tabindex="0" class="menu-item" data-command="">Edit</div><div id=":i2:" role="menuitem" tabindex="-1" class="menu-item" data-command="">Remove from workspace</div></div></div></div>`,
        { whoOf: (el) => byId(el.id.slice(2, 6)) },
      );
      const ask = (): void => {
        const { email, name } = rowMenu.who();
        rowMenu.close();
        const close = modal(
          `<div class="__focus-trap-region" id="portal/:d1:"><div data-backdrop=":d1:" role="presentation" hidden="" style="${BACK}"></div><div id=":d1:" role="dialog" tabindex="-1" data-dialog="" data-open="" data-enter="" aria-labelledby=":h1:" class="dialog" style="${PANEL}"><h1 id=":h1:" class="heading">Remove ${name}</h1><p>They will lose access to this workspace.</p><div class="buttons"><button type="button" class="button" data-go="">Remove</button><button type="button" class="button secondary" data-dialog-dismiss="">Cancel</button></div></div></div>`,
        );
        must('.dialog [data-go]').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.dialog [data-dialog-dismiss]').addEventListener('click', close);
      };
      delegate(page, 'click', '[id=":i2:"]', ask);
      // Its Command turns the keys on a div into a click.
      delegate(page, 'keydown', '.menu-item', (el, event) => {
        if (!['Enter', ' '].includes((event as KeyboardEvent).key)) return;
        event.preventDefault();
        el.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 0 }));
      });
    },
    steps: [
      { at: whose('.member .button'), how: 'Enter' },
      { at: always('[id=":i2:"]'), how: 'Enter' },
      { at: always('.dialog [data-go]'), how: 'Space' },
    ],
  },

  'HeroUI (NextUI): users table of its documentation, icons in bare spans with tooltips, removed at once': {
    html: settingsPage(
      `<div class="flex flex-col relative gap-4 w-full"><div class="p-4 z-0 flex flex-col" data-slot="base"><table aria-label="Example table with custom cells" role="grid" id="react-aria-:r0:" class="min-w-full h-auto table-auto w-full"><thead class="[&>tr]:first:rounded-lg" role="rowgroup"><tr role="row" class="group/tr outline-none"><th data-key="name" role="columnheader" class="group/th">NAME</th><th data-key="role" role="columnheader">ROLE</th><th data-key="actions" role="columnheader">ACTIONS</th></tr></thead><tbody role="rowgroup">${all(
        (who) =>
          `<tr role="row" data-key="${idOf(who)}" class="group/tr outline-none"><td role="rowheader" data-key="${idOf(who)}.0" class="py-2 px-3"><div class="inline-flex items-center justify-center gap-2"><span class="flex relative w-10 h-10"><span role="img" aria-label="avatar">${initials(who)}</span></span><div class="inline-flex flex-col items-start"><span class="text-small text-inherit">${who.name}</span><span class="text-tiny text-foreground-400">${who.email}</span></div></div></td><td role="gridcell" data-key="${idOf(who)}.1" class="py-2 px-3"><p class="text-bold text-sm capitalize">${who.role}</p></td><td role="gridcell" data-key="${idOf(who)}.2" class="py-2 px-3"><div class="relative flex items-center gap-2"><span class="text-lg text-default-400 cursor-pointer active:opacity-50">${svg('<path d="M2 12s3-7 10-7 10 7 10 7-3 7-10 7-10-7-10-7z"/><circle cx="12" cy="12" r="3"/>', 'role="presentation"')}</span><span class="text-lg text-default-400 cursor-pointer active:opacity-50">${svg('<path d="M12 20h9"/><path d="M16.5 3.5l4 4L7 21l-4 1 1-4z"/>', 'role="presentation"')}</span><span class="text-lg text-danger cursor-pointer active:opacity-50" style="color:rgb(243,18,96)" data-who="${who.email}">${trash}</span></div></td></tr>`,
      )}</tbody></table></div></div>`,
    ),
    wire: (page, act) => {
      let tip: HTMLElement | null = null;
      delegate(page, 'pointerover', '.text-danger', () => {
        tip?.remove();
        tip = put(
          `<div data-slot="base" data-open="true" role="tooltip" class="z-10 inline-flex" style="position:fixed;right:8px;top:8px;pointer-events:none"><div data-slot="content" class="bg-danger text-danger-foreground">Delete user</div></div>`,
        );
      });
      delegate(page, 'click', '.text-danger', (el) => {
        const line = el.closest('tr')!;
        const { email } = byId(line.dataset['key']!);
        tip?.remove();
        line.remove();
        act(email);
      });
    },
    steps: [{ at: whose('.text-danger') }],
  },

  'HeroUI (NextUI): Switch “Weekly digest” of a person in the row, switched off': {
    html: settingsPage(
      `<table role="grid" aria-label="Members"><thead><tr role="row"><th role="columnheader">NAME</th><th role="columnheader">ROLE</th><th role="columnheader">WEEKLY DIGEST</th></tr></thead><tbody>${all(
        (who) =>
          `<tr role="row" data-key="${idOf(who)}"><td role="rowheader"><span>${who.name}</span> <span>${who.email}</span></td><td role="gridcell">${who.role}</td><td role="gridcell"><label class="group relative max-w-fit inline-flex items-center" data-slot="base" data-selected="true" data-who="${who.email}"><div style="border:0;clip:rect(0 0 0 0);height:1px;width:1px;margin:-1px;overflow:hidden;position:absolute"><input role="switch" type="checkbox" aria-label="Weekly digest" checked></div><span aria-hidden="true" data-slot="wrapper" style="display:inline-block;width:40px;height:22px;background:#06f"></span></label></td></tr>`,
      )}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'change', '[role=switch]', (el) => {
        const label = el.closest('label')!;
        label.toggleAttribute('data-selected', (el as HTMLInputElement).checked);
        act(byId(label.closest('tr')!.dataset['key']!).email);
      });
    },
    steps: [{ at: whose('label[data-selected]') }],
    held: null,
  },

  'Tremor: Table with a SearchSelect-like SelectItem (Headless UI) for the license': {
    html: settingsPage(
      `<div class="tremor-Card-root relative w-full p-6"><h3 class="text-tremor-content-strong">Members</h3><table class="tremor-Table-table w-full"><thead class="tremor-TableHead-root"><tr class="tremor-TableRow-row"><th class="tremor-TableHeaderCell-root">Name</th><th class="tremor-TableHeaderCell-root">Role</th><th class="tremor-TableHeaderCell-root">License</th></tr></thead><tbody class="tremor-TableBody-root">${all(
        (who, i) =>
          `<tr class="tremor-TableRow-row"><td class="tremor-TableCell-root">${who.name}<br>${who.email}</td><td class="tremor-TableCell-root">${who.role}</td><td class="tremor-TableCell-root"><div class="tremor-Select-root w-full relative"><select title="select-hidden" class="h-full w-full absolute left-0 top-0 -z-10 opacity-0" style="position:absolute;opacity:0;pointer-events:none;width:1px" tabindex="-1"><option class="hidden" disabled hidden>Select...</option><option value="full" selected>Full</option><option value="guest">Guest</option></select><button class="w-full outline-none text-left whitespace-nowrap" id="headlessui-listbox-button-:r${i}:" type="button" aria-haspopup="listbox" aria-expanded="false" data-headlessui-state="" data-who="${who.email}"><span class="w-[90%] block truncate">Full</span>${chevron}</button></div></td></tr>`,
      )}</tbody></table></div>`,
    ),
    wire: (page, act) => {
      const list = menu(
        page,
        '.tremor-Select-root button',
        () =>
          `<div data-headlessui-portal=""><ul role="listbox" id="headlessui-listbox-options-:r9:" tabindex="0" data-headlessui-state="open" style="${POP}">${['Full', 'Guest'].map((one) => `<li class="tremor-SelectItem-root flex justify-start items-center" role="option" tabindex="-1" id="headlessui-listbox-option-${one}" aria-selected="${String(one === 'Full')}" data-headlessui-state=""><span class="whitespace-nowrap truncate">${one}</span></li>`).join('')}</ul></div>`,
        { whoOf: (el) => team[(el.closest('tr') as HTMLTableRowElement).sectionRowIndex]! },
      );
      delegate(page, 'click', '.tremor-SelectItem-root', (el) => {
        list.from().querySelector('span')!.textContent = el.textContent;
        const { email } = list.who();
        list.close();
        act(email);
      });
    },
    steps: [{ at: whose('.tremor-Select-root button') }, { at: always('#headlessui-listbox-option-Guest') }],
    held: 'change-licence',
  },

  'TanStack Table and Virtual: rows of divs placed by transform, role in a native select of its cell, drawn anew': {
    html: settingsPage(
      `<div class="table-container" style="height:240px;overflow:auto;position:relative"><div style="display:grid"><div style="display:flex;position:sticky;top:0"><div class="th" style="width:130px">Name</div><div class="th" style="width:180px">Email</div><div class="th" style="width:110px">Role</div></div><div class="tbody" style="position:relative;height:180px">${all(
        (who, i) =>
          `<div data-index="${i}" class="tr" style="display:flex;position:absolute;transform:translateY(${i * 42}px);width:100%"><div class="td" style="width:130px">${who.name}</div><div class="td" style="width:180px">${who.email}</div><div class="td" style="width:110px"><select class="cell-select" data-who="${who.email}">${roles.map((role) => `<option${role === who.role ? ' selected' : ''}>${role}</option>`).join('')}</select></div></div>`,
      )}</div></div></div>`,
    ),
    wire: (page, act) => {
      delegate(page, 'change', '.cell-select', (el) => {
        const line = el.closest<HTMLElement>('.tr')!;
        const at = team[Number(line.dataset['index'])]!;
        // The meta's updateData draws the row anew.
        const { value } = el as HTMLSelectElement;
        const again = line.cloneNode(true) as HTMLElement;
        again.querySelector('select')!.value = value;
        line.replaceWith(again);
        act(at.email);
      });
    },
    steps: [{ at: whose('.cell-select'), how: { choose: 'Collaborator' } }],
    held: 'change-role',
  },

  'react-select: role in each row, menu through menuPortalTarget, opens on mousedown': {
    html: settingsPage(
      `<div class="members-list">${all(
        (who, i) =>
          `<div class="members-list__item" style="display:flex"><div class="members-list__info" style="width:200px"><div class="members-list__name">${who.name}</div><div class="members-list__email">${who.email}</div></div><div class="css-b62m3t-container react-select-container" style="width:150px"><span id="react-select-${i + 2}-live-region" class="css-7pg0cj-a11yText"></span><span aria-live="polite" aria-atomic="false" aria-relevant="additions text" role="log" class="css-7pg0cj-a11yText"></span><div class="react-select__control css-13cymwt-control" data-row="${i}" data-who="${who.email}"><div class="react-select__value-container react-select__value-container--has-value css-hlgwow"><div class="react-select__single-value css-1dimb5e-singleValue">${who.role}</div><div class="react-select__input-container css-19bb58m"><input class="react-select__input" autocapitalize="none" autocomplete="off" autocorrect="off" id="react-select-${i + 2}-input" spellcheck="false" tabindex="0" aria-autocomplete="list" aria-expanded="false" aria-haspopup="true" role="combobox" aria-label="Role" type="text" value="" style="opacity:0;width:2px;border:0"></div></div><div class="react-select__indicators css-1wy0on6"><span class="react-select__indicator-separator"></span><div class="react-select__indicator react-select__dropdown-indicator" aria-hidden="true">${chevron}</div></div></div></div></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      const list = menu(
        page,
        '.react-select__control',
        (who) =>
          `<div class="react-select__menu-portal css-1rr4qq7" style="${POP}"><div class="react-select__menu css-1nmdiq5-menu"><div class="react-select__menu-list css-1n6sfyn-MenuList" role="listbox" aria-multiselectable="false" id="react-select-2-listbox">${roles
            .map(
              (role, i) =>
                `<div class="react-select__option${role === who.role ? ' react-select__option--is-selected' : ''} css-d7l1ni-option" aria-disabled="false" id="react-select-2-option-${i}" tabindex="-1" role="option" aria-selected="${String(role === who.role)}">${role}</div>`,
            )
            .join('')}</div></div></div>`,
        { on: 'mousedown', whoOf: (el) => team[Number(el.dataset['row'])]! },
      );
      delegate(page, 'click', '.react-select__option', (el) => {
        list.from().querySelector('.react-select__single-value')!.textContent = el.textContent;
        const { email } = list.who();
        list.close();
        act(email);
      });
    },
    steps: [{ at: whose('.react-select__control') }, { at: always('#react-select-2-option-3') }],
    held: 'change-role',
  },

  'react-select (multi): the workspaces of each person as values, one taken away with its ×': {
    html: settingsPage(
      `<table class="table"><thead><tr><th>User</th><th>Workspaces</th></tr></thead><tbody>${all(
        (who) =>
          `<tr data-user="${idOf(who)}"><td>${who.name}<br><small>${who.email}</small></td><td><div class="css-b62m3t-container"><div class="react-select__control css-13cymwt-control"><div class="react-select__value-container react-select__value-container--is-multi react-select__value-container--has-value css-1dyz3mf">${spaces(
            who,
          )
            .map(
              (space) =>
                `<div class="react-select__multi-value css-1p3m7a8-multiValue" style="display:inline-flex"><div class="react-select__multi-value__label css-9jq23d">${space}</div><div role="button" class="react-select__multi-value__remove css-v7duua" aria-label="Remove ${space}" data-who="${who.email}" data-space="${space}"><svg height="14" width="14" viewBox="0 0 20 20" aria-hidden="true" focusable="false" class="css-tj5bde-Svg"><path d="M14.348 14.849c-0.469 0.469-1.229 0.469-1.697 0l-2.651-3.030-2.651 3.029z"></path></svg></div></div>`,
            )
            .join(
              '',
            )}<div class="react-select__input-container"><input class="react-select__input" role="combobox" aria-label="Workspaces" aria-expanded="false" aria-haspopup="true" type="text" style="width:4px;border:0"></div></div></div></div></td></tr>`,
      )}</tbody></table>`,
      'All users',
    ),
    wire: (page, act) => {
      delegate(page, 'mousedown', '.react-select__multi-value__remove', (_, event) => event.preventDefault());
      delegate(page, 'click', '.react-select__multi-value__remove', (el) => {
        const { email } = byId(el.closest('tr')!.dataset['user']!);
        el.parentElement!.remove();
        act(email);
      });
    },
    steps: [{ at: whose('.react-select__multi-value__remove[data-space=Finance]') }],
  },

  'Downshift (useSelect): role and a “Save changes” that appears in the row': {
    html: settingsPage(
      `<div class="flex flex-col">${all(
        (who, i) =>
          `<div class="flex border-b p-2"><div class="grow"><div>${who.name}</div><div>${who.email}</div></div><div class="w-72" style="position:relative"><label id="downshift-${i}-label" for="downshift-${i}-toggle-button">Role</label><div aria-activedescendant="" aria-controls="downshift-${i}-menu" aria-expanded="false" aria-haspopup="listbox" aria-labelledby="downshift-${i}-label" id="downshift-${i}-toggle-button" role="combobox" tabindex="0" class="p-2 bg-white flex justify-between cursor-pointer" data-who="${who.email}"><span>${who.role}</span><span class="px-2">&#8595;</span></div><ul aria-labelledby="downshift-${i}-label" id="downshift-${i}-menu" role="listbox" class="absolute hidden" style="display:none;position:absolute;background:#fff;z-index:9"></ul></div><span class="save-slot"></span></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      const close = (toggle: Element): void => {
        const list = toggle.nextElementSibling as HTMLElement;
        list.style.display = 'none';
        list.innerHTML = '';
        toggle.setAttribute('aria-expanded', 'false');
      };
      delegate(page, 'click', '[id$=-toggle-button]', (el) => {
        if (el.getAttribute('aria-expanded') === 'true') {
          close(el);
          return;
        }
        const list = el.nextElementSibling as HTMLElement;
        const at = el.id.split('-')[1]!;
        list.innerHTML = roles
          .map(
            (role, i) =>
              `<li id="downshift-${at}-item-${i}" role="option" aria-disabled="false" aria-selected="${String(i === 0)}" class="py-2 px-3 flex flex-col" data-role="${role}"><span>${role}</span></li>`,
          )
          .join('');
        list.style.display = 'block';
        el.setAttribute('aria-expanded', 'true');
      });
      delegate(page, 'click', '[role=option][id^=downshift]', (el) => {
        const toggle = el.parentElement!.previousElementSibling!;
        toggle.querySelector('span')!.textContent = el.dataset['role']!;
        toggle.classList.add('is-dirty');
        close(toggle);
        toggle.closest('.border-b')!.querySelector('.save-slot')!.innerHTML =
          `<button type="button" class="save" data-who="${toggle.getAttribute('data-who')!}">Save changes</button>`;
      });
      delegate(page, 'click', '.save', (el) => {
        const at = el.closest('.border-b')!.querySelector('[id$=-toggle-button]')!.id.split('-')[1]!;
        el.closest('.save-slot')!.innerHTML = '';
        act(team[Number(at)]!.email);
      });
    },
    steps: [
      { at: whose('[id$=-toggle-button]:not(.is-dirty)') },
      { at: whose('.save') },
      { at: (who) => `[data-who="${who.email}"] + ul [data-role=Collaborator]` },
    ],
    held: 'change-role',
  },

  'cmdk: Ctrl+K on the row that has the focus, palette with the person as a chip': {
    html: settingsPage(
      `<div class="list" role="listbox" aria-label="Members">${all(
        (who) =>
          `<div class="item" role="option" tabindex="0" aria-selected="false" data-id="${idOf(who)}" data-who="${who.email}" style="display:flex;height:36px"><span style="width:140px">${who.name}</span><span style="width:180px">${who.email}</span><span>${who.role}</span></div>`,
      )}</div><p>Press <kbd>Ctrl</kbd> <kbd>K</kbd> for what can be done with a member.</p>`,
    ),
    wire: (page, act) => {
      let close: (() => void) | null = null;
      page.on(document, 'keydown', (event) => {
        const { key, ctrlKey } = event as KeyboardEvent;
        if (key === 'Escape') {
          close?.();
          close = null;
        }
        const line = (event.target as Element).closest<HTMLElement>('.list .item');
        if (key !== 'k' || !ctrlKey || !line) return;
        event.preventDefault();
        close?.();
        const who = byId(line.dataset['id']!);
        close = modal(
          `<div id="cmdk"><div cmdk-overlay="" style="${BACK}"></div><div role="dialog" aria-label="Command menu" data-state="open" cmdk-dialog="" tabindex="-1" style="${PANEL}"><div cmdk-root="" tabindex="-1" class="linear"><div cmdk-linear-badge="">${who.name}</div><input cmdk-input="" placeholder="Type a command or search..." autocomplete="off" role="combobox" aria-expanded="true" aria-controls="cmdk-list" type="text" value=""><div cmdk-list="" role="listbox" id="cmdk-list"><div cmdk-list-sizer=""><div cmdk-item="" role="option" aria-selected="true" data-selected="true" data-value="View profile">View profile</div><div cmdk-item="" role="option" aria-selected="false" data-value="Change role...">Change role...</div><div cmdk-item="" role="option" aria-selected="false" data-value="Remove from workspace">${trash}Remove from workspace</div></div></div></div></div></div>`,
          null,
          'input',
        );
        must('[cmdk-item][data-value="Remove from workspace"]').addEventListener('click', () => {
          close?.();
          close = null;
          line.remove();
          act(who.email);
        });
      });
    },
    steps: [
      { at: whose('.list .item'), how: { keys: 'k', control: true } },
      { at: always('[cmdk-item][data-value="Remove from workspace"]') },
    ],
  },

  'vaul: Drawer from below with the actions of a person, by touch, second drawer to confirm': {
    html: settingsPage(
      `<div class="mobile-list" data-vaul-drawer-wrapper="">${all(
        (who) =>
          `<button type="button" class="mobile-row" aria-haspopup="dialog" aria-expanded="false" data-state="closed" data-id="${idOf(who)}" data-who="${who.email}" style="display:block;width:100%;height:48px"><span class="font-medium">${who.name}</span><br><span class="text-xs">${who.email} · ${who.role}</span></button>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      const drawer = (inner: string): (() => void) =>
        modal(
          `<div><div data-vaul-overlay="" data-vaul-snap-points="false" data-state="open" style="${BACK}"></div><div role="dialog" data-vaul-drawer-direction="bottom" data-vaul-drawer="" data-state="open" tabindex="-1" aria-labelledby="radix-:rv:" style="position:fixed;left:0;right:0;bottom:0;background:#fff;z-index:101;padding:12px"><div aria-hidden="true" data-vaul-handle="" data-vaul-drawer-visible="true"></div>${inner}</div></div>`,
        );
      delegate(page, 'click', '.mobile-row', (el) => {
        const who = byId(el.dataset['id']!);
        const close = drawer(
          `<h2 id="radix-:rv:" data-slot="drawer-title">${who.name}</h2><p data-slot="drawer-description">${who.email}</p><button type="button" class="dr">Change role</button><button type="button" class="dr dr-remove">Remove from team</button><button type="button" class="dr dr-close" data-slot="drawer-close">Cancel</button>`,
        );
        must('.dr-close').addEventListener('click', close);
        must('.dr-remove').addEventListener('click', () => {
          close();
          const closeSecond = drawer(
            `<h2 id="radix-:rv:" data-slot="drawer-title">Are you sure?</h2><p>This person is removed from the team.</p><button type="button" class="dr dr-yes">Remove</button><button type="button" class="dr dr-close" data-slot="drawer-close">Cancel</button>`,
          );
          must('.dr-close').addEventListener('click', closeSecond);
          must('.dr-yes').addEventListener('click', () => {
            closeSecond();
            act(who.email);
          });
        });
      });
    },
    steps: [
      { at: whose('.mobile-row'), how: 'tap' },
      { at: always('.dr-remove'), how: 'tap' },
      { at: always('.dr-yes'), how: 'tap' },
    ],
  },

  'sonner: icon button removes the row at once, toast with Undo': {
    html: settingsPage(
      `<div class="grid gap-4">${all(
        (who) =>
          `<div class="flex items-center rounded-lg border p-3" id="m_${idOf(who)}"><div class="flex-1"><h4 class="text-sm font-medium">${who.name}</h4><p class="text-xs text-muted-foreground">${who.email}</p></div><span class="badge">${who.role}</span><button type="button" class="inline-flex size-9 icon-btn" aria-label="Remove" data-who="${who.email}">${cross}</button></div>`,
      )}</div>`,
    ).concat(
      '<section aria-label="Notifications alt+T" tabindex="-1" aria-live="polite" aria-relevant="additions text" aria-atomic="false"></section>',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.icon-btn', (el) => {
        const card = el.closest('.rounded-lg')!;
        const who = byId(card.id.slice(2));
        card.remove();
        must('section[aria-label^=Notifications]').innerHTML =
          `<ol dir="ltr" tabindex="-1" data-sonner-toaster="true" data-theme="light" data-y-position="bottom" data-x-position="right" style="position:fixed;bottom:8px;right:8px"><li tabindex="0" data-sonner-toast="" data-styled="true" data-mounted="true" data-visible="true" data-type="success"><div data-content=""><div data-title="">${who.name} removed</div></div><button data-button="" data-action="true">Undo</button></li></ol>`;
        act(who.email);
      });
    },
    steps: [{ at: whose('.icon-btn') }],
  },

  'Stripe dashboard: “Edit role…”, roles as check boxes, Admin unticked': stripeRoles('lower'),
  'Stripe dashboard: “Edit role…”, roles as check boxes, another one ticked beside those that are there':
    stripeRoles('more'),

  'Okta admin console: person page, “More Actions”, “Deactivate”, simplemodal': {
    html: oktaPage,
    wire: (page, act) => {
      wireOkta(page);
      delegate(page, 'click', '.deactivate-person', (el, event) => {
        event.preventDefault();
        el.closest<HTMLElement>('.dropdown-menu')!.style.display = 'none';
        const { email } = byId(must('.person-header').dataset['se']!);
        const close = modal(
          `<div><div id="simplemodal-overlay" class="simplemodal-overlay" style="${BACK}"></div><div id="simplemodal-container" class="simplemodal-container" style="${PANEL}"><a class="modalCloseImg simplemodal-close" title="Close" href="#"></a><div class="simplemodal-wrap" tabindex="-1"><div class="modal-title clearfix"><h2>Deactivate Person</h2></div><div class="infobox"><p>Deactivating this person removes all app assignments. This can't be undone for apps.</p></div><div class="o-form-button-bar"><input class="button button-primary okta-go" type="submit" value="Deactivate"><a href="#" class="button okta-cancel">Cancel</a></div></div></div></div>`,
          null,
          'input',
        );
        must('.okta-go').addEventListener('click', () => {
          close();
          act(email);
        });
        must('.okta-cancel').addEventListener('click', (click) => {
          click.preventDefault();
          close();
        });
      });
    },
    steps: [
      { at: whose('.person-name') },
      { at: always('.more-actions > a') },
      { at: always('.deactivate-person') },
      { at: always('.okta-go') },
    ],
  },

  'Okta admin console: person page, “Reset Password” beside “More Actions”': {
    html: oktaPage,
    wire: (page, act) => {
      wireOkta(page);
      delegate(page, 'click', '.reset-password', (_, event) => {
        event.preventDefault();
        act(byId(must('.person-header').dataset['se']!).email);
      });
    },
    steps: [{ at: whose('.person-name') }, { at: always('.reset-password') }],
    held: null,
  },

  'Auth0 dashboard: details of a user, “Danger Zone”, “Block this user”, confirmed': {
    html: settingsPage(
      `<table class="cosmos-table"><thead><tr><th>Name</th><th>Connection</th><th>Role</th></tr></thead><tbody>${all(
        (who) =>
          `<tr><td><a class="user-link" href="#/users/auth0|${idOf(who)}" data-who="${who.email}">${who.name}</a><div class="sub">${who.email}</div></td><td>Username-Password</td><td>${who.role}</td></tr>`,
      )}</tbody></table>`,
      'Users',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.user-link', (el, event) => {
        event.preventDefault();
        const id = el.getAttribute('href')!.split('|')[1]!;
        const who = byId(id);
        must('main').innerHTML =
          `<a href="#/users">← Back to Users</a><header><h1>${who.name}</h1><div>user_id: <code>auth0|${id}</code></div></header><div role="tablist"><button role="tab" aria-selected="true">Details</button><button role="tab" aria-selected="false">Devices</button></div><section><dl><dt>Email</dt><dd>${who.email}</dd><dt>Signed up</dt><dd>2 years ago</dd></dl></section><section class="danger-zone"><h2>Danger Zone</h2><div class="dz-row"><div><strong>Block this user</strong><p>The user will be blocked for logging into your applications.</p></div><button type="button" class="dz-block" data-id="${id}">Block</button></div><div class="dz-row"><div><strong>Delete this user</strong><p>Once confirmed, this operation can't be undone!</p></div><button type="button" class="dz-delete">Delete</button></div></section>`;
      });
      delegate(page, 'click', '.dz-block', (el) => {
        const who = byId(el.dataset['id']!);
        const close = modal(
          `<div class="cosmos-modal-root"><div class="cosmos-overlay" style="${BACK}"></div><div role="dialog" aria-modal="true" aria-labelledby="cm" class="cosmos-dialog" style="${PANEL}"><h2 id="cm">Block user</h2><p>Are you sure you want to block this user?</p><footer><button type="button" class="cm-no">Cancel</button><button type="button" class="cm-yes">Yes, block it</button></footer></div></div>`,
          'inert',
        );
        must('.cm-yes').addEventListener('click', () => {
          close();
          act(who.email);
        });
        must('.cm-no').addEventListener('click', close);
      });
    },
    steps: [{ at: whose('.user-link') }, { at: always('.dz-block') }, { at: always('.cm-yes') }],
  },

  'Google Admin: users ticked with a div, “More options”, “Suspend selected users”, dialog in capitals': {
    html: googlePage,
    wire: (page, act) => {
      const chosen = new Set<string>();
      delegate(page, 'click', '.uHMk6b', (el) => {
        const on = el.getAttribute('aria-checked') !== 'true';
        el.setAttribute('aria-checked', String(on));
        const line = el.closest<HTMLElement>('[role=row]')!;
        if (on) chosen.add(line.dataset['rowid']!);
        else chosen.delete(line.dataset['rowid']!);
        must('.hJDwNd').innerHTML =
          chosen.size === 0
            ? ''
            : `<span>${chosen.size} user selected</span><div role="button" class="U26fgb" tabindex="0" aria-disabled="false"><span class="RveJvd">Add to group</span></div><div role="button" class="U26fgb g-more" tabindex="0" aria-haspopup="true" aria-expanded="false"><span class="RveJvd">More options</span></div>`;
      });
      const more = menu(
        page,
        '.g-more',
        () =>
          `<div class="JPdR6b" role="menu" tabindex="0" style="${POP}"><div class="XvhY1d"><div class="JAPqpe"><span class="z80M1" jsname="j7LFlb" role="menuitem" tabindex="-1" aria-label="Change organizational unit"><div class="uyYuVb"><div class="jO7h3c">Change organizational unit</div></div></span><span class="z80M1 g-suspend" jsname="j7LFlb" role="menuitem" tabindex="-1" aria-label="Suspend selected users"><div class="uyYuVb"><div class="jO7h3c">Suspend selected users</div></div></span></div></div></div>`,
        { whoOf: () => byId([...chosen][0]!) },
      );
      delegate(page, 'click', '.g-suspend', () => {
        more.close();
        const close = modal(
          `<div class="VfPpkd-Sx9Kwc"><div class="VfPpkd-scr" style="${BACK}"></div><div class="XfpsVe" role="alertdialog" aria-modal="true" aria-labelledby="dgt" tabindex="-1" style="${PANEL}"><h2 id="dgt">Suspend ${chosen.size} user?</h2><p>They will not be able to sign in. Their data is kept.</p><div role="button" class="U26fgb g-no" tabindex="0"><span class="RveJvd">CANCEL</span></div><div role="button" class="U26fgb g-yes" tabindex="0"><span class="RveJvd">SUSPEND</span></div></div></div>`,
          'aria-hidden',
          '[role=button]',
        );
        must('.g-yes').addEventListener('click', () => {
          close();
          for (const id of chosen) act(byId(id).email);
        });
        must('.g-no').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.uHMk6b'), how: 'tick' },
      { at: always('.g-more') },
      { at: always('.g-suspend') },
      { at: always('.g-yes') },
    ],
  },

  'Google Admin: “Reset password” of the row, dialog “RESET”': {
    html: googlePage,
    wire: (page, act) => {
      delegate(page, 'click', '.g-reset', (el) => {
        const who = byId(el.closest<HTMLElement>('[role=row]')!.dataset['rowid']!);
        const close = modal(
          `<div class="VfPpkd-Sx9Kwc"><div class="VfPpkd-scr" style="${BACK}"></div><div class="XfpsVe" role="dialog" aria-modal="true" aria-labelledby="dgt" tabindex="-1" style="${PANEL}"><h2 id="dgt">Reset password for ${who.name}</h2><label><input type="radio" name="g" checked> Automatically generate a password</label><div role="button" class="U26fgb g-no" tabindex="0"><span class="RveJvd">CANCEL</span></div><div role="button" class="U26fgb g-yes" tabindex="0"><span class="RveJvd">RESET</span></div></div></div>`,
          'aria-hidden',
          '[role=button]',
        );
        must('.g-yes').addEventListener('click', () => {
          close();
          act(who.email);
        });
        must('.g-no').addEventListener('click', close);
      });
    },
    steps: [{ at: whose('.g-reset') }, { at: always('.g-yes') }],
    held: null,
  },

  'Microsoft 365 admin center: DetailsList with selection, CommandBar “Delete user”, Panel that asks': {
    html: microsoftPage,
    wire: (page, act) => {
      let chosen: string | null = null;
      delegate(page, 'click', '.ms-DetailsRow-check', (el) => {
        for (const check of document.querySelectorAll('.ms-DetailsRow-check')) {
          check.setAttribute('aria-checked', String(check === el));
          check.closest('[role=row]')!.setAttribute('aria-selected', String(check === el));
        }
        chosen = el.closest<HTMLElement>('[role=row]')!.dataset['automationKey']!;
        must('.ms-CommandBar').innerHTML =
          `<div class="ms-FocusZone ms-OverflowSet ms-CommandBar-primaryCommand" role="none"><div class="ms-OverflowSet-item" role="none"><button type="button" role="menuitem" class="ms-Button ms-Button--commandBar ms-CommandBarItem-link" name="Manage product licenses"><span class="ms-Button-flexContainer"><span class="ms-Button-label">Manage product licenses</span></span></button></div><div class="ms-OverflowSet-item" role="none"><button type="button" role="menuitem" class="ms-Button ms-Button--commandBar ms-delete" name="Delete user"><span class="ms-Button-flexContainer"><i data-icon-name="Delete" aria-hidden="true" class="ms-Icon"></i><span class="ms-Button-textContainer"><span class="ms-Button-label">Delete user</span></span></span></button></div></div>`;
      });
      delegate(page, 'click', '.ms-delete', () => {
        const { email, name } = byId(chosen!);
        const close = fluentPanel(
          `Delete ${name}?`,
          `<p>When you delete a user, their data is deleted within 30 days.</p><label class="ms-Checkbox"><input type="checkbox" checked> Remove all licenses from this user</label>`,
          'Delete user',
          () => act(email),
        );
        must('.ms-Panel-closeButton').addEventListener('click', close);
      });
    },
    steps: [
      { at: whose('.ms-DetailsRow-check'), how: 'tick' },
      { at: always('.ms-delete') },
      { at: always('.ms-Button--primary') },
    ],
  },

  'Microsoft 365 admin center: details Panel of a user, “Block sign-in”, check box, Save changes': {
    html: microsoftPage,
    wire: (page, act) => {
      delegate(page, 'click', '.ms-DetailsRow .ms-Link', (el) => {
        const { email, name } = byId(el.closest<HTMLElement>('[role=row]')!.dataset['automationKey']!);
        const close = fluentPanel(
          name,
          `<div class="ms-Persona-secondaryText">${email}</div><div class="quick"><button type="button" class="ms-Button ms-Button--action">Reset password</button><button type="button" class="ms-Button ms-Button--action ms-block">Block sign-in</button></div><p>Username and email: ${email}</p>`,
          null,
          () => undefined,
        );
        must('.ms-Panel-closeButton').addEventListener('click', close);
        must('.ms-block').addEventListener('click', () => {
          must('.ms-Panel-content').innerHTML =
            `<h2>Block ${name}?</h2><p>Blocking someone prevents anyone from signing in as this user.</p><div class="ms-Checkbox"><input type="checkbox" id="checkbox-9" class="input-9" aria-label="Block this user from signing in"><label for="checkbox-9" class="ms-Checkbox-label"><span class="ms-Checkbox-text">Block this user from signing in</span></label></div><button type="button" class="ms-Button ms-save" disabled><span class="ms-Button-label">Save changes</span></button>`;
          const box = must('#checkbox-9') as HTMLInputElement;
          const save = must('.ms-save') as HTMLButtonElement;
          box.addEventListener('change', () => (save.disabled = !box.checked));
          save.addEventListener('click', () => {
            close();
            act(email);
          });
        });
      });
    },
    steps: [
      { at: whose('.ms-DetailsRow .ms-Link') },
      { at: always('.ms-block') },
      { at: always('#checkbox-9'), how: 'tick' },
      { at: always('.ms-save:not([disabled])') },
    ],
  },

  'Microsoft 365 admin center: “Licenses and apps” of a user as a ChoiceGroup in the Panel': {
    html: microsoftPage,
    wire: (page, act) => {
      delegate(page, 'click', '.ms-DetailsRow .ms-Link', (el) => {
        const { email, name } = byId(el.closest<HTMLElement>('[role=row]')!.dataset['automationKey']!);
        const close = fluentPanel(
          name,
          `<div class="ms-Persona-secondaryText">${email}</div><div class="ms-Pivot" role="tablist"><button type="button" role="tab" aria-selected="true" class="ms-Button ms-Pivot-link"><span>Account</span></button><button type="button" role="tab" aria-selected="false" class="ms-Button ms-Pivot-link ms-licenses"><span>Licenses and apps</span></button></div><div class="tab"><p>Username: ${email}</p></div>`,
          null,
          () => undefined,
        );
        must('.ms-Panel-closeButton').addEventListener('click', close);
        must('.ms-licenses').addEventListener('click', () => {
          for (const tab of document.querySelectorAll('.ms-Pivot-link'))
            tab.setAttribute('aria-selected', String(tab.classList.contains('ms-licenses')));
          must('.tab').innerHTML =
            `<div class="ms-ChoiceFieldGroup" role="radiogroup" aria-labelledby="cg-l"><label id="cg-l" class="ms-Label">License</label>${['Full', 'Guest'].map((one) => `<div class="ms-ChoiceField"><div class="ms-ChoiceField-wrapper"><input id="ChoiceGroup8-${one}" class="ms-ChoiceField-input" type="radio" name="ChoiceGroup8" value="${one}"${one === 'Full' ? ' checked' : ''}><label for="ChoiceGroup8-${one}" class="ms-ChoiceField-field"><span class="ms-ChoiceFieldLabel">${one}</span></label></div></div>`).join('')}</div><button type="button" class="ms-Button ms-save" disabled><span class="ms-Button-label">Save changes</span></button>`;
          const save = must('.ms-save') as HTMLButtonElement;
          must('.ms-ChoiceFieldGroup').addEventListener('change', () => (save.disabled = false));
          save.addEventListener('click', () => {
            close();
            act(email);
          });
        });
      });
    },
    steps: [
      { at: whose('.ms-DetailsRow .ms-Link') },
      { at: always('.ms-licenses[aria-selected=false]') },
      { at: always('#ChoiceGroup8-Guest'), how: 'tick' },
      { at: always('.ms-save:not([disabled])') },
    ],
    held: 'change-licence',
  },

  'Microsoft 365 admin center: details Panel of a user, “Remove photo”': {
    html: microsoftPage,
    wire: (page, act) => {
      delegate(page, 'click', '.ms-DetailsRow .ms-Link', (el) => {
        const { email, name } = byId(el.closest<HTMLElement>('[role=row]')!.dataset['automationKey']!);
        const close = fluentPanel(
          name,
          `<div class="ms-Persona-coin">${svg('<circle cx="12" cy="8" r="4"/>')}</div><button type="button" class="ms-Link">Change photo</button> <button type="button" class="ms-Link ms-photo">Remove photo</button><p>${email}</p>`,
          null,
          () => undefined,
        );
        must('.ms-Panel-closeButton').addEventListener('click', close);
        must('.ms-photo').addEventListener('click', () => act(email));
      });
    },
    steps: [{ at: whose('.ms-DetailsRow .ms-Link') }, { at: always('.ms-photo') }],
    held: null,
  },

  'shadcn/ui API page: Tabs of workspaces (mousedown), “Regenerate”, AlertDialog “Continue”': {
    html: settingsPage(
      `<div dir="ltr" data-orientation="horizontal" data-slot="tabs"><div role="tablist" aria-orientation="horizontal" data-slot="tabs-list" tabindex="0">${['Finance', 'Archive'].map((name) => `<button type="button" role="tab" aria-selected="false" aria-controls="radix-:r0:-content-${name}" data-state="inactive" id="radix-:r0:-trigger-${name}" data-slot="tabs-trigger" tabindex="-1" data-who="${name}">${name}</button>`).join('')}</div><div role="tabpanel" data-slot="tabs-content" tabindex="0"></div></div>`,
      'API keys',
    ),
    wire: (page, act) => {
      let now = '';
      delegate(page, 'mousedown', '[data-slot=tabs-trigger]', (el) => {
        now = emailOf(el);
        for (const tab of document.querySelectorAll('[data-slot=tabs-trigger]')) {
          tab.setAttribute('aria-selected', String(tab === el));
          tab.setAttribute('data-state', tab === el ? 'active' : 'inactive');
        }
        must('[data-slot=tabs-content]').innerHTML =
          `<h2 class="text-lg">API keys of ${now}</h2><div data-slot="card"><div class="flex justify-between"><div><p class="font-medium">Production key</p><p class="text-muted-foreground">${now === 'Archive' ? 'No key yet' : '••••••••••••••••••••••••••••••••••••••••'}</p></div><button type="button" data-slot="button" class="regen">${now === 'Archive' ? 'Generate' : 'Regenerate'}</button></div></div>`;
      });
      delegate(page, 'click', '.regen', () => {
        const space = now;
        radixAlert(
          `${space === 'Archive' ? 'Generate' : 'Regenerate'} production key?`,
          'A new key is made for this workspace. Any earlier one stops working.',
          'Continue',
          () => act(space),
        );
      });
    },
    steps: [
      { at: whose('[data-slot=tabs-trigger][data-state=inactive]') },
      { at: always('.regen') },
      { at: always('[data-slot=alert-dialog-action]') },
    ],
    options: { path: '/settings/api-dashboard/configuration' },
    free: archive,
    own: finance,
    held: 'generate',
  },

  'Stripe dashboard: API keys of the account in the picker, “Rotate key…”, dialog “Rotate API key”': {
    html: `<div id="dashboardRoot"><header class="db-Header"><button type="button" class="db-AccountSwitcher" aria-haspopup="menu" aria-expanded="false"><span class="now">EMEA Sales</span>${chevron}</button></header><main><h1>API keys</h1><h2>Standard keys</h2><div class="keys"></div></main></div>`,
    wire: (page, act) => {
      const draw = (): void => {
        const name = must('.now').textContent;
        must('.keys').innerHTML =
          `<table class="Table" aria-label="Standard keys"><thead><tr><th>NAME</th><th>TOKEN</th><th>LAST USED</th><th>CREATED</th><th></th></tr></thead><tbody><tr><td>Production key</td><td>${name === 'Archive' ? 'Not created yet' : '<code>••••••••9f3c</code>'}</td><td>—</td><td>${name === 'Archive' ? '—' : 'Mar 4'}</td><td><button type="button" class="key-more" aria-label="Overflow menu" aria-haspopup="menu" data-account="${name}">${dots}</button></td></tr></tbody></table>`;
      };
      draw();
      const switcher = menu(
        page,
        '.db-AccountSwitcher',
        () =>
          `<div class="db-Popover" style="${POP}"><div role="menu">${['EMEA Sales', 'Finance', 'Archive'].map((name) => `<div role="menuitem" tabindex="-1" class="db-Account" data-who="${name}">${name}</div>`).join('')}</div></div>`,
        { whoOf: () => finance },
      );
      delegate(page, 'click', '.db-Account', (el) => {
        must('.now').textContent = el.textContent;
        must('.db-AccountSwitcher').dataset['now'] = el.textContent;
        switcher.close();
        draw();
      });
      const more = menu(
        page,
        '.key-more',
        ({ name }) =>
          `<div class="db-Popover" style="${POP}"><div role="menu"><button type="button" role="menuitem" tabindex="-1">Edit key…</button><button type="button" role="menuitem" tabindex="-1" class="rotate">${name === 'Archive' ? 'Create key…' : 'Rotate key…'}</button><button type="button" role="menuitem" tabindex="-1">View request logs</button></div></div>`,
        { whoOf: (el) => ({ name: el.dataset['account']!, email: el.dataset['account']!, role: '' }) },
      );
      delegate(page, 'click', '.rotate', () => {
        const { name } = more.who();
        const verb = name === 'Archive' ? 'Create' : 'Rotate';
        more.close();
        const close = modal(
          `<div class="db-Layer"><div style="${BACK}"></div><div role="dialog" aria-modal="true" aria-label="${verb} API key" style="${PANEL}"><h2>${verb} API key</h2><p>A new key is made. The one you have, if any, is revoked, and requests with it fail.</p><button type="button" class="no">Cancel</button><button type="button" class="rotate-go">${verb} API key</button></div></div>`,
        );
        must('.rotate-go').addEventListener('click', () => {
          close();
          act(name);
        });
        must('.no').addEventListener('click', close);
      });
    },
    steps: [
      { at: (who) => `.db-AccountSwitcher:not([data-now="${who.name}"])` },
      { at: (who) => `.key-more[data-account="${who.name}"]` },
      { at: whose('.db-Account') },
      { at: always('.rotate') },
      { at: always('.rotate-go') },
    ],
    options: { path: '/settings/api-dashboard/configuration' },
    free: archive,
    own: finance,
    held: 'generate',
  },

  'Elastic EUI: “Create API key” in a flyout, workspace in an EuiSelectable': {
    html: settingsPage(
      `<p>Keys let integrations act for a workspace. One production key for each workspace: a new one replaces the old.</p><table class="euiTable"><thead><tr><th>Workspace</th><th>Key</th><th>Type</th></tr></thead><tbody><tr class="euiTableRow"><td>EMEA Sales</td><td>••••••••</td><td>Production</td></tr><tr class="euiTableRow"><td>Finance</td><td>••••••••</td><td>Production</td></tr></tbody></table><button class="euiButton euiButton--fill create-key" type="button"><span class="euiButton__text">Create API key</span></button>`,
      'API keys',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.create-key', () => {
        const close = modal(
          `<div data-euiportal="true"><div data-focus-lock-disabled="false"><div class="euiFlyout" role="dialog" aria-modal="true" tabindex="0" aria-labelledby="fl" style="${PANEL}"><div class="euiFlyoutHeader"><h2 id="fl">Create API key</h2></div><div class="euiFlyoutBody"><label class="euiFormLabel">Type</label><select class="euiSelect" name="type"><option>Production</option><option>Sandbox</option></select><label class="euiFormLabel" id="wl">Workspace</label><div class="euiSelectable"><ul class="euiSelectableList__list" role="listbox" aria-labelledby="wl" tabindex="0">${['EMEA Sales', 'US Sales', 'Finance', 'Archive'].map((name) => `<li class="euiSelectableListItem" role="option" aria-selected="false" aria-checked="false" data-who="${name}"><span class="euiSelectableListItem__content"><span class="euiSelectableListItem__text">${name}</span></span></li>`).join('')}</ul></div></div><div class="euiFlyoutFooter"><button type="button" class="euiButtonEmpty">Cancel</button><button type="button" class="euiButton euiButton--fill fl-create" disabled><span class="euiButton__text">Create API key</span></button></div></div></div></div>`,
          null,
        );
        const create = must('.fl-create') as HTMLButtonElement;
        for (const item of document.querySelectorAll('.euiSelectableListItem'))
          item.addEventListener('click', () => {
            for (const other of document.querySelectorAll('.euiSelectableListItem')) {
              other.setAttribute('aria-checked', String(other === item));
              other.setAttribute('aria-selected', String(other === item));
            }
            create.disabled = false;
          });
        create.addEventListener('click', () => {
          const name = must('.euiSelectableListItem[aria-checked=true]').textContent;
          close();
          act(name);
        });
        must('.euiButtonEmpty').addEventListener('click', close);
      });
    },
    steps: [
      { at: always('.create-key') },
      { at: whose('.euiSelectableListItem'), how: 'tick' },
      { at: always('.fl-create:not([disabled])') },
    ],
    options: { path: '/settings/api-dashboard/configuration' },
    free: archive,
    own: finance,
    held: 'generate',
  },
};

/** Not understood yet. */
const open = new Set([
  // Nothing says of "Create API key" which workspace it is for, or that a dialog follows: it is held at once (surface.md).
  'Elastic EUI: “Create API key” in a flyout, workspace in an EuiSelectable',
]);

for (const [name, way] of Object.entries(ways)) (open.has(name) ? test.fails : test)(name, () => tryWay(way));

test('a key for the workspace that is marked in a list of the dialog, once that was let go, is held again', async () => {
  const way = ways['Elastic EUI: “Create API key” in a flyout, workspace in an EuiSelectable']!;
  const page = openWay(way, true);
  await follow(page, way, finance);
  page.removeAnyway();
  await follow(page, way, finance);
  expect(page.held.map(({ scope }) => scope.scope)).toEqual([{ workspaces: ['emea'] }, { workspaces: ['finance'] }]);
  expect(page.done).toEqual([]);
});
