/**
 * Pages written by somebody who has not read the guard: how the control that removes somebody is built and named, and
 * the flow around it.
 */
import { afterEach, test } from 'vitest';
import {
  always,
  delegate,
  endWay,
  find,
  must,
  portal,
  row,
  tryWay,
  type Way,
  whose,
  worksAlone,
} from '../../test/fixtures/pages/ways.ts';
import { settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';

afterEach(endWay);

const nr = (subject: Someone): number => team.findIndex(({ email }) => email === subject.email);
const one = (index: number | string | undefined): Someone => team[Number(index)]!;
const first = (person: Someone): string => person.name.split(' ')[0]!;
const each = (draw: (person: Someone, index: number) => string, people: readonly Someone[] = team): string =>
  people.map(draw).join('');
const inRow =
  (inner: string, list = '.members tbody tr') =>
  (subject: Someone): string =>
    `${list}:nth-child(${String(nr(subject) + 1)}) ${inner}`;

function all(selector: string, root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

/** Where an element stands among those that fit. */
const place = (element: Element, selector: string): number => all(selector).indexOf(element.closest(selector)!);

const modal = 'position:fixed;inset:0;background:rgb(0 0 0 / 40%);display:grid;place-items:center;z-index:50';
const card = 'background:white;padding:20px;width:300px;border-radius:8px';
const below = 'position:fixed;bottom:0;left:0;right:0;background:#222;color:white;padding:12px;z-index:40';
const side =
  'position:fixed;top:0;right:0;bottom:0;width:320px;background:white;border-left:1px solid #ccc;padding:16px;z-index:40';

const svg = (body: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ${more}>${body}</svg>`;
const feather = {
  bin: '<polyline points="3 6 5 6 21 6"></polyline><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6m3 0V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"></path><line x1="10" y1="11" x2="10" y2="17"></line><line x1="14" y1="11" x2="14" y2="17"></line>',
  userMinus:
    '<path d="M16 21v-2a4 4 0 0 0-4-4H5a4 4 0 0 0-4 4v2"></path><circle cx="8.5" cy="7" r="4"></circle><line x1="23" y1="11" x2="17" y2="11"></line>',
  pen: '<path d="M12 20h9"></path><path d="M16.5 3.5a2.121 2.121 0 0 1 3 3L7 19l-4 1 1-4L16.5 3.5z"></path>',
  mail: '<path d="M4 4h16c1.1 0 2 .9 2 2v12c0 1.1-.9 2-2 2H4c-1.1 0-2-.9-2-2V6c0-1.1.9-2 2-2z"></path><polyline points="22,6 12,13 2,6"></polyline>',
  right: '<polyline points="9 18 15 12 9 6"></polyline>',
  x: '<line x1="18" y1="6" x2="6" y2="18"></line><line x1="6" y1="6" x2="18" y2="18"></line>',
};
/** Material's filled "delete". */
const filled =
  '<svg class="MuiSvgIcon-root" focusable="false" aria-hidden="true" width="20" height="20" viewBox="0 0 24 24"><path d="M6 19c0 1.1.9 2 2 2h8c1.1 0 2-.9 2-2V7H6zM19 4h-3.5l-1-1h-5l-1 1H5v2h14z"></path></svg>';
const dots =
  '<svg width="18" height="18" viewBox="0 0 24 24" fill="currentColor"><circle cx="12" cy="5" r="2"/><circle cx="12" cy="12" r="2"/><circle cx="12" cy="19" r="2"/></svg>';

/** A table of the team with heads and cells of one's own. */
const table = (
  heads: readonly string[],
  cells: (person: Someone, index: number) => readonly string[],
  heading = 'Team and seats',
): string =>
  settingsPage(
    `<style>.danger{color:#d92d20}.btn-danger{background:#d92d20;color:white}</style>
     <table class="members"><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${each(
       (person, index) =>
         `<tr>${cells(person, index)
           .map((cell) => `<td>${cell}</td>`)
           .join('')}</tr>`,
     )}</tbody></table>`,
    heading,
  );

const toast = (html: string): HTMLElement => portal(html, below);

const ways: Record<string, Way> = {
  'an outlined bin of three strokes, a button without any name; gone at once, "Undo" in a toast': {
    html: row(
      (_, index) =>
        `<button type="button" class="css-1xk2 iconbtn" id="a-${String(index)}e">${svg(feather.pen)}</button><button type="button" class="css-1xk2 iconbtn" id="a-${String(index)}d">${svg(feather.bin)}</button>`,
    ),
    wire: (page, act) => {
      team.forEach((person, index) => {
        const button = must(`#a-${String(index)}d`);
        page.on(button, 'click', () => {
          button.closest('tr')!.remove();
          toast('<span>Member removed</span> <button>Undo</button>');
          act(person.email);
        });
      });
    },
    steps: [{ at: (subject) => `#a-${String(nr(subject))}d` }],
  },

  'an empty link with a bin as its background; "Sure? Yes / No" takes the place of the icon in the cell': {
    html: `<style>.ico{display:inline-block;width:18px;height:18px;background-size:contain}
      .ico-del{background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M6 19a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V7H6zM19 4h-3.5l-1-1h-5l-1 1H5v2h14z'/%3E%3C/svg%3E")}</style>${table(
        ['User', 'Role', ''],
        (person, index) => [
          `${person.name}<br><small>${person.email}</small>`,
          person.role,
          `<a href="#" class="ico ico-del" rel="${String(index)}"></a>`,
        ],
      )}`,
    wire: (page, act) => {
      delegate(page, 'click', 'a.ico-del', (link, event) => {
        event.preventDefault();
        const cell = link.parentElement!;
        const index = link.getAttribute('rel');
        cell.innerHTML = 'Sure? <a href="#" class="yes">Yes</a> / <a href="#" class="no">No</a>';
        page.on(cell.querySelector('.yes')!, 'click', (click) => {
          click.preventDefault();
          cell.parentElement!.remove();
          act(one(index!).email);
        });
        page.on(cell.querySelector('.no')!, 'click', (click) => {
          click.preventDefault();
          cell.replaceChildren(link);
        });
      });
    },
    steps: [{ at: inRow('a.ico-del') }, { at: inRow('a.yes') }],
  },

  'an <i> of an icon font that is clicked itself; SweetAlert asks without saying whom': {
    html: `<style>.fa-solid{font-style:normal;cursor:pointer;padding:4px}.fa-user-pen::before{content:"\\270E"}.fa-user-xmark::before{content:"\\2716"}</style>${settingsPage(
      `<div class="list-group">${each(
        (person, index) =>
          `<div class="list-group-item d-flex" data-key="${String(1041 + index)}"><div class="flex-grow-1"><h6>${person.name}</h6><span class="text-muted">${person.email}</span></div><span class="badge">${person.role}</span><i class="fa-solid fa-user-pen"></i> <i class="fa-solid fa-user-xmark"></i></div>`,
      )}</div>`,
    )}`,
    wire: (page, act) => {
      delegate(page, 'click', '.fa-user-xmark', (icon) => {
        const index = Number(icon.closest<HTMLElement>('[data-key]')!.dataset['key']) - 1041;
        const box = portal(
          `<div class="swal2-popup swal2-modal swal2-icon-warning swal2-show" role="dialog" aria-labelledby="swal2-title" aria-modal="true" style="${card}">
            <div class="swal2-icon swal2-warning"><div class="swal2-icon-content">!</div></div><h2 class="swal2-title" id="swal2-title">Are you sure?</h2>
            <div class="swal2-html-container">You won't be able to revert this!</div>
            <div class="swal2-actions"><button type="button" class="swal2-confirm swal2-styled">Yes, delete it!</button><button type="button" class="swal2-cancel swal2-styled">Cancel</button></div></div>`,
          modal,
        );
        page.on(box.querySelector('.swal2-cancel')!, 'click', () => box.remove());
        page.on(box.querySelector('.swal2-confirm')!, 'click', () => {
          box.remove();
          act(one(index).email);
        });
      });
    },
    steps: [{ at: inRow('.fa-user-xmark', '.list-group-item') }, { at: always('.swal2-confirm') }],
  },

  'a bin from a sprite; a native dialog names only the first name': {
    html: `<svg style="display:none"><symbol id="i-bin" viewBox="0 0 24 24"><path d="M4 7h16M10 11v6M14 11v6M5 7l1 13h12l1-13M9 7V4h6v3" stroke="black" fill="none"/></symbol></svg>${row(
      (person) =>
        `<button class="icon-button" data-who="${person.email}"><svg width="20" height="20"><use href="#i-bin"></use></svg></button>`,
    )}<dialog id="ask"><form method="dialog"><p class="q"></p><menu><button value="no">Never mind</button><button value="yes" class="go">Yes, I'm sure</button></menu></form></dialog>`,
    wire: (page, act) => {
      const dialog = must('#ask') as HTMLDialogElement;
      let who = '';
      for (const button of all('.icon-button'))
        page.on(button, 'click', () => {
          who = button.dataset['who']!;
          dialog.querySelector('.q')!.textContent =
            `${first(team.find(({ email }) => email === who)!)} will lose access to everything here. Continue?`;
          dialog.returnValue = '';
          dialog.showModal();
        });
      // The dialog's own close event comes a task later.
      page.on(dialog, 'submit', (event) => {
        if ((event as SubmitEvent).submitter?.getAttribute('value') === 'yes') act(who);
      });
    },
    steps: [{ at: whose('.icon-button') }, { at: always('#ask[open] .go') }],
  },

  'a ligature of Material icons, its tooltip a hidden message elsewhere; a CDK dialog "Please confirm", OK': {
    html: `${table(['Name', 'Email', 'Role', ''], (person, index) => [
      person.name,
      person.email,
      person.role,
      `<button mat-icon-button class="mat-mdc-icon-button mat-unthemed" aria-describedby="cdk-describedby-message-ng-1-${String(7)}" data-n="${String(index)}"><span class="mat-mdc-button-persistent-ripple"></span><mat-icon role="img" class="mat-icon notranslate material-icons mat-ligature-font" aria-hidden="true" data-mat-icon-type="font">person_remove</mat-icon></button>`,
    ])}<div class="cdk-describedby-message-container cdk-visually-hidden" style="visibility:hidden;position:absolute"><div id="cdk-describedby-message-ng-1-7" role="tooltip">Remove member</div></div><div class="cdk-overlay-container"></div>`,
    wire: (page, act) => {
      const overlay = must('.cdk-overlay-container');
      delegate(page, 'click', 'button[mat-icon-button]', (button) => {
        const person = one(button.dataset['n']);
        overlay.innerHTML = `<div class="cdk-overlay-backdrop" style="position:fixed;inset:0"></div><div class="cdk-global-overlay-wrapper" style="${modal}"><div class="cdk-overlay-pane"><mat-dialog-container role="dialog" tabindex="-1" aria-modal="true" aria-labelledby="mdt-0" style="${card};display:block">
          <h2 mat-dialog-title id="mdt-0">Please confirm</h2><mat-dialog-content>Do you really want to proceed?</mat-dialog-content>
          <mat-dialog-actions><button mat-button class="mdc-button"><span class="mdc-button__label">Cancel</span></button><button mat-flat-button color="warn" class="mdc-button mat-warn"><span class="mdc-button__label">OK</span></button></mat-dialog-actions></mat-dialog-container></div></div>`;
        overlay.querySelector<HTMLElement>('mat-dialog-container')!.focus();
        page.on(overlay.querySelector('[mat-button]')!, 'click', () => overlay.replaceChildren());
        page.on(overlay.querySelector('[mat-flat-button]')!, 'click', () => {
          overlay.replaceChildren();
          act(person.email);
        });
      });
    },
    steps: [{ at: inRow('button[mat-icon-button]') }, { at: always('mat-dialog-actions .mat-warn') }],
  },

  'a head with a minus; the tooltip, drawn only while pointed at, is the only name; it acts on mousedown': {
    html: settingsPage(
      `<div class="people">${each(
        (person, index) =>
          `<div class="person" id="p${String(index)}"><span class="avatar">${person.name[0]!}</span> <span class="who">${person.name} <em>${person.email}</em></span> <span>${person.role}</span> <span class="ant-btn ant-btn-text ant-btn-icon-only" data-who="${person.email}">${svg(feather.userMinus)}</span></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      for (const button of all('.ant-btn')) {
        let tip: HTMLElement | null = null;
        page.on(button, 'mouseenter', () => {
          tip = portal(
            '<div class="ant-tooltip"><div class="ant-tooltip-inner" role="tooltip" id=":r3:">Remove from team</div></div>',
            'position:absolute;top:0;left:0;pointer-events:none',
          );
          button.setAttribute('aria-describedby', ':r3:');
        });
        page.on(button, 'mouseleave', () => {
          tip?.remove();
          button.removeAttribute('aria-describedby');
        });
        page.on(button, 'mousedown', () => {
          tip?.remove();
          const who = button.dataset['who']!;
          button.closest('.person')!.remove();
          act(who);
        });
      }
    },
    steps: [{ at: whose('.ant-btn') }],
  },

  'Shoelace: an icon button whose svg lies in a root of its own inside another root': {
    html: settingsPage(
      `<sl-card><template shadowrootmode="open"><div part="base" class="card"><slot></slot></div></template>${each(
        (person, index) =>
          `<div class="line"><strong>${person.name}</strong> <span>${person.email}</span> <sl-tag><template shadowrootmode="open"><span part="base"><slot></slot></span></template>${person.role}</sl-tag>
           <sl-icon-button name="trash3" data-line="${String(index)}"><template shadowrootmode="open"><button part="base" class="icon-button" type="button"><sl-icon part="icon" aria-hidden="true"><template shadowrootmode="open"><svg part="svg" width="16" height="16" viewBox="0 0 16 16"><path d="M6.5 1h3a.5.5 0 0 1 .5.5v1H6v-1a.5.5 0 0 1 .5-.5M11 2.5v-1A1.5 1.5 0 0 0 9.5 0h-3A1.5 1.5 0 0 0 5 1.5v1H1.5a.5.5 0 0 0 0 1h.538l.853 10.66A2 2 0 0 0 4.885 16h6.23a2 2 0 0 0 1.994-1.84l.853-10.66h.538a.5.5 0 0 0 0-1z"></path></svg></template></sl-icon></button></template></sl-icon-button></div>`,
      )}</sl-card>`,
    ),
    wire: (page, act) => {
      for (const button of all('sl-icon-button'))
        page.on(button, 'click', () => {
          button.parentElement!.remove();
          act(one(button.dataset['line']).email);
        });
    },
    steps: [{ at: (subject) => `sl-icon-button[data-line="${String(nr(subject))}"]` }],
  },

  'web components throughout: the row tells the list by an event of its own, a dialog element with slots asks': {
    html: settingsPage(
      `<member-table><template shadowrootmode="open"><div class="rows">${each(
        (person, index) =>
          `<member-row data-i="${String(index)}"><template shadowrootmode="open"><div class="r"><slot name="n"></slot> <slot name="m"></slot> <span class="role">${person.role}</span> <ui-button variant="text" data-i="${String(index)}"><template shadowrootmode="open"><button class="native"><slot></slot></button></template>Remove…</ui-button></div></template><b slot="n">${person.name}</b><span slot="m">${person.email}</span></member-row>`,
      )}</div><ui-dialog hidden><template shadowrootmode="open"><div class="panel" style="${modal}"><div style="${card}"><header><slot name="title"></slot></header><slot></slot><footer><slot name="footer"></slot></footer></div></div></template><span slot="title">Remove member?</span><p class="text"></p><ui-button slot="footer" class="no"><template shadowrootmode="open"><button class="native"><slot></slot></button></template>Keep</ui-button><ui-button slot="footer" class="yes" variant="danger"><template shadowrootmode="open"><button class="native"><slot></slot></button></template>Remove</ui-button></ui-dialog></template></member-table>`,
    ),
    wire: (page, act) => {
      const root = must('member-table').shadowRoot!;
      const dialog = root.querySelector<HTMLElement>('ui-dialog')!;
      let index = 0;
      for (const line of root.querySelectorAll<HTMLElement>('member-row'))
        page.on(line.shadowRoot!.querySelector('ui-button')!, 'click', () =>
          line.dispatchEvent(
            new CustomEvent('member-remove', { bubbles: true, composed: true, detail: line.dataset['i'] }),
          ),
        );
      page.on(must('member-table'), 'member-remove', (event) => {
        index = Number((event as CustomEvent<string>).detail);
        dialog.querySelector('.text')!.textContent = `${one(index).name} will be removed from this workspace.`;
        dialog.hidden = false;
      });
      page.on(dialog.querySelector('.no')!, 'click', () => (dialog.hidden = true));
      page.on(dialog.querySelector('.yes')!, 'click', () => {
        dialog.hidden = true;
        act(one(index).email);
      });
    },
    steps: [
      { at: (subject) => `ui-button[data-i="${String(nr(subject))}"]` },
      { at: always('ui-dialog:not([hidden]) .yes') },
    ],
  },

  'a kebab of three plain dots, a portal of plain boxes, Swedish, by finger': {
    html: `<style>.dot{display:block;width:4px;height:4px;margin:2px;border-radius:2px;background:#333}.kb{display:inline-block;padding:6px;cursor:pointer}</style>${settingsPage(
      `<div class="grid">${each(
        (person) =>
          `<div class="rad"><div class="namn">${person.name}</div><div class="mejl">${person.email}</div><div>${person.role}</div><div class="kb"><i class="dot"></i><i class="dot"></i><i class="dot"></i></div></div>`,
      )}</div>`,
      'Team',
    )}`,
    wire: (page, act) => {
      delegate(page, 'click', '.kb', (kebab) => {
        find('[data-portal]')?.remove();
        const person = one(place(kebab, '.rad'));
        const box = portal(
          '<div class="mi">Visa profil</div><div class="mi">Byt roll</div><div class="mi" style="color:#c00">Ta bort från arbetsytan</div>',
        );
        page.on(box.lastElementChild!, 'click', () => {
          box.remove();
          act(person.email);
        });
      });
      page.on(document, 'pointerdown', (event) => {
        const box = find('[data-portal]');
        if (box && !box.contains(event.target as Node)) box.remove();
      });
    },
    steps: [
      { at: inRow('.kb', '.rad'), how: 'tap' },
      { at: always('[data-portal] .mi:last-child'), how: 'tap' },
    ],
    options: { lang: 'sv' },
  },

  "Bootstrap's split button, a modal around a posted form with the number of the user in a hidden field": {
    html: `${row(
      (person, index) =>
        `<div class="btn-group"><a class="btn btn-sm btn-secondary" href="#edit">Edit</a><button type="button" class="btn btn-sm btn-secondary dropdown-toggle dropdown-toggle-split" data-bs-toggle="dropdown" aria-expanded="false" data-who="${person.email}"><span class="visually-hidden">Toggle Dropdown</span>▾</button>
         <ul class="dropdown-menu" hidden><li><a class="dropdown-item" href="#audit">Activity</a></li><li><hr class="dropdown-divider"></li><li><a class="dropdown-item text-danger" href="#rm" data-bs-toggle="modal" data-bs-target="#rmModal" data-user-id="${String(index)}">Remove</a></li></ul></div>`,
    )}<div class="modal fade" id="rmModal" tabindex="-1" aria-hidden="true" style="display:none"><div class="modal-dialog"><form class="modal-content" method="post" action="/org/members/remove" style="${card}"><div class="modal-header"><h5 class="modal-title">Remove member</h5><button type="button" class="btn-close" aria-label="Close">×</button></div><div class="modal-body">This action cannot be undone.<input type="hidden" name="authenticity_token" value="t"><input type="hidden" name="user_id"></div><div class="modal-footer"><button type="button" class="btn btn-link">Cancel</button><button type="submit" class="btn btn-danger">Remove</button></div></form></div></div>`,
    wire: (page, act) => {
      delegate(page, 'click', '.dropdown-toggle', (toggle) => {
        for (const menu of all('.dropdown-menu')) menu.hidden = menu !== toggle.nextElementSibling;
        toggle.setAttribute('aria-expanded', 'true');
      });
      const box = must('#rmModal');
      const field = box.querySelector<HTMLInputElement>('[name=user_id]')!;
      delegate(page, 'click', '[data-bs-target]', (link, event) => {
        event.preventDefault();
        link.closest('ul')!.hidden = true;
        field.value = link.dataset['userId']!;
        box.style.cssText = modal;
        box.classList.add('show');
        box.removeAttribute('aria-hidden');
        box.setAttribute('aria-modal', 'true');
        box.setAttribute('role', 'dialog');
      });
      page.on(box, 'submit', (event) => {
        event.preventDefault();
        act(one(field.value).email);
      });
    },
    steps: [
      { at: whose('.dropdown-toggle') },
      { at: (subject) => `[data-user-id="${String(nr(subject))}"]` },
      { at: always('#rmModal.show .btn-danger'), how: 'Enter' },
    ],
  },

  "cards with a speed dial each; the actions' labels stand beside them, Dutch": {
    html: settingsPage(
      `<div class="MuiGrid-container">${each(
        (person, index) =>
          `<div class="MuiCard-root"><div class="MuiCardHeader-content"><span class="MuiTypography-h6">${person.name}</span><br><span class="MuiTypography-body2">${person.email}</span><br><span class="MuiChip-label">${person.role}</span></div>
           <div class="MuiSpeedDial-root"><button class="MuiFab-root MuiSpeedDial-fab" aria-haspopup="true" aria-expanded="false" aria-controls="sd-${String(index)}-actions">+</button><div id="sd-${String(index)}-actions" role="menu" class="MuiSpeedDial-actions" style="display:none">
             <span class="MuiSpeedDialAction-staticTooltip"><span class="MuiSpeedDialAction-staticTooltipLabel" id="l-${String(index)}-1">Bericht sturen</span><button class="MuiFab-root" tabindex="-1" role="menuitem" aria-labelledby="l-${String(index)}-1">${svg(feather.mail)}</button></span>
             <span class="MuiSpeedDialAction-staticTooltip"><span class="MuiSpeedDialAction-staticTooltipLabel" id="l-${String(index)}-2">Verwijderen</span><button class="MuiFab-root rm" tabindex="-1" role="menuitem" aria-labelledby="l-${String(index)}-2">${filled}</button></span></div></div></div>`,
      )}</div>`,
      'Leden',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.MuiSpeedDial-fab', (fab) => {
        fab.setAttribute('aria-expanded', 'true');
        (fab.nextElementSibling as HTMLElement).style.display = 'block';
      });
      delegate(page, 'click', '.rm', (button) => act(one(place(button, '.MuiCard-root')).email));
    },
    steps: [{ at: inRow('.MuiSpeedDial-fab', '.MuiCard-root') }, { at: inRow('.rm', '.MuiCard-root'), how: 'Space' }],
    options: { lang: 'nl' },
  },

  'one toolbar for all rows, laid over the row that the hand is on; icons only': {
    html: settingsPage(
      `<div class="c-list" style="position:relative">${each(
        (person, index) =>
          `<div class="c-list__row" style="height:34px" data-qa="row-${String(index)}"><span class="c-avatar">●</span> <span class="c-list__name">${person.name}</span> <span class="c-list__sub">${person.email}</span> <span>${person.role}</span></div>`,
      )}<div class="c-actions" style="position:absolute;right:4px;top:0;background:white;border:1px solid #ccc;display:none"><button class="c-ib">${svg(feather.mail)}</button><button class="c-ib">${svg(feather.pen)}</button><button class="c-ib c-ib--last">${svg(feather.bin)}</button></div></div>`,
    ),
    wire: (page, act) => {
      const bar = must('.c-actions');
      let over = 0;
      all('.c-list__row').forEach((line, index) =>
        page.on(line, 'mouseover', () => {
          over = index;
          bar.style.display = 'block';
          bar.style.top = `${String(line.offsetTop)}px`;
        }),
      );
      page.on(bar.lastElementChild!, 'click', () => {
        bar.style.display = 'none';
        act(one(over).email);
      });
    },
    steps: [{ at: (subject) => `[data-qa="row-${String(nr(subject))}"]` }, { at: always('.c-ib--last') }],
  },

  'rows are swiped to the left, which bares "Usuń" (Polish)': {
    html: `<style>ion-item-sliding{display:flex;user-select:none;touch-action:none}ion-item{display:block;flex:1}ion-item-options{display:none}.open ion-item-options{display:block}ion-item-option{display:block;background:#eb445a;color:white;padding:10px}</style>${settingsPage(
      `<ion-list>${each(
        (person, index) =>
          `<ion-item-sliding id="sl${String(index)}"><ion-item><span class="start">◐</span> <ion-label><h2>${person.name}</h2><p>${person.email}</p></ion-label><span class="end" style="float:right">${person.role}</span></ion-item><ion-item-options side="end"><ion-item-option color="danger">Usuń</ion-item-option></ion-item-options></ion-item-sliding>`,
      )}</ion-list>`,
      'Zespół',
    )}`,
    wire: (page, act) => {
      all('ion-item-sliding').forEach((line, index) => {
        let from: number | null = null;
        page.on(line, 'pointerdown', (event) => (from = (event as PointerEvent).clientX));
        page.on(line, 'pointermove', (event) => {
          if (from !== null && from - (event as PointerEvent).clientX > 20) line.classList.add('open');
        });
        page.on(line, 'pointerup', () => (from = null));
        page.on(line.querySelector('ion-item-option')!, 'click', () => {
          line.remove();
          act(one(index).email);
        });
      });
    },
    steps: [
      {
        at: (subject) => `#sl${String(nr(subject))} .end`,
        how: { dragTo: (subject) => `#sl${String(nr(subject))} .start` },
      },
      { at: (subject) => `#sl${String(nr(subject))}.open ion-item-option` },
    ],
    options: { lang: 'pl' },
  },

  'a context menu of plain boxes at the pointer, French; its entry acts when the button is let go': {
    html: table(['Nom', 'Adresse e-mail', 'Rôle'], (person) => [person.name, person.email, person.role], 'Équipe'),
    wire: (page, act) => {
      let menu: HTMLElement | null = null;
      delegate(page, 'contextmenu', '.members tbody tr', (line, event) => {
        event.preventDefault();
        menu?.remove();
        const person = one(place(line, '.members tbody tr'));
        const { clientX, clientY } = event as MouseEvent;
        menu = portal(
          '<div class="ctx"><div class="ctx-i">Modifier</div><div class="ctx-i">Copier l’adresse</div><div class="ctx-sep"></div><div class="ctx-i ctx-x">Retirer de l’espace de travail</div></div>',
          `position:fixed;left:${String(Math.min(clientX, 150))}px;top:${String(clientY + 4)}px;background:white;border:1px solid;z-index:9`,
        );
        page.on(menu.querySelector('.ctx-x')!, 'mouseup', () => {
          menu?.remove();
          act(person.email);
        });
      });
    },
    steps: [{ at: inRow('td:nth-child(2)'), how: 'right' }, { at: always('.ctx-x') }],
    options: { lang: 'fr' },
  },

  'a row unfolds a second one under it; "Konto sperren" has to be pressed twice (German)': {
    html: `<style>.danger{color:#c00}</style>${settingsPage(
      `<table class="tbl"><thead><tr><th></th><th>Name</th><th>Rolle</th></tr></thead>${each(
        (person, index) =>
          `<tbody id="b${String(index)}"><tr><td><button class="exp" aria-expanded="false">${svg(feather.right)}</button></td><td>${person.name}<br>${person.email}</td><td>${person.role}</td></tr><tr class="det" hidden><td></td><td colspan="2"><dl><dt>Letzte Anmeldung</dt><dd>gestern</dd></dl><button class="reset">Passwort zurücksetzen</button> <button class="danger blk">Konto sperren</button></td></tr></tbody>`,
      )}</table>`,
      'Team',
    )}`,
    wire: (page, act) => {
      delegate(page, 'click', '.exp', (button) => {
        button.setAttribute('aria-expanded', 'true');
        button.closest('tbody')!.querySelector<HTMLElement>('.det')!.hidden = false;
      });
      delegate(page, 'click', '.blk', (button) => {
        if (button.classList.contains('sure')) {
          act(one(place(button, 'tbody')).email);
          return;
        }
        button.classList.add('sure');
        button.textContent = 'Wirklich sperren?';
      });
    },
    steps: [
      { at: (subject) => `#b${String(nr(subject))} .exp` },
      { at: (subject) => `#b${String(nr(subject))} .det:not([hidden]) .blk` },
    ],
    options: { lang: 'de' },
  },

  'a drawer that the row opens; its foot turns into "¿Seguro?" with two answers (Spanish)': {
    html: table(['Nombre', 'Correo', 'Rol'], (person) => [person.name, person.email, person.role], 'Equipo'),
    wire: (page, act) => {
      delegate(page, 'click', '.members tbody tr', (line) => {
        find('[data-portal]')?.remove();
        const person = one(place(line, '.members tbody tr'));
        const box = portal(
          `<aside class="drawer"><header><h3>${person.name}</h3><button class="cerrar" aria-label="Cerrar">${svg(feather.x)}</button></header><p>${person.email}</p><p>Rol: ${person.role}</p><footer><button class="quitar" style="color:#c00">Quitar del equipo</button></footer></aside>`,
          side,
        );
        page.on(box.querySelector('.cerrar')!, 'click', () => box.remove());
        page.on(box.querySelector('.quitar')!, 'click', () => {
          const foot = box.querySelector('footer')!;
          foot.innerHTML = '<span>¿Seguro?</span> <button class="si">Sí</button> <button class="no">No</button>';
          page.on(foot.querySelector('.no')!, 'click', () => box.remove());
          page.on(foot.querySelector('.si')!, 'click', () => {
            box.remove();
            act(person.email);
          });
        });
      });
    },
    steps: [{ at: inRow('td:nth-child(1)') }, { at: always('.quitar') }, { at: always('.drawer .si') }],
    options: { lang: 'es' },
  },

  'a page of one person in place of the list; "Danger zone", a word to be typed, the form sent with Enter': {
    html: settingsPage(
      `<div id="view"><ul class="rows">${each(
        (person, index) =>
          `<li><a href="#u/${String(index)}">${person.name}</a> <span>${person.email}</span> <span>${person.role}</span></li>`,
      )}</ul></div>`,
    ),
    wire: (page, act) => {
      const view = must('#view');
      delegate(page, 'click', '.rows a', (link, event) => {
        event.preventDefault();
        const person = one(place(link, '.rows li'));
        view.innerHTML = `<nav aria-label="Breadcrumb"><a href="#">Team and seats</a> / ${person.name}</nav><h2>${person.name}</h2><p>${person.email} · ${person.role}</p><section><h3>Notifications</h3><label><input type="checkbox" checked> Weekly summary</label></section>
          <section class="dz"><h3>Danger zone</h3><p>Revoke access of this user to the workspace. Type <b>REVOKE</b> to confirm.</p><form><input name="c" autocomplete="off"><button disabled>Revoke access</button></form></section>`;
        const form = view.querySelector('form')!;
        const field = form.querySelector('input')!;
        page.on(field, 'input', () => (form.querySelector('button')!.disabled = field.value !== 'REVOKE'));
        page.on(form, 'submit', (submit) => {
          submit.preventDefault();
          act(person.email);
        });
      });
    },
    steps: [
      { at: inRow('a', '.rows li') },
      { at: always('.dz input'), how: { type: 'REVOKE' } },
      { at: always('.dz input:valid'), how: 'Enter' },
    ],
  },

  'the row goes at once and the toast counts down; "Remove now" sends it': {
    html: row((person) => `<button class="lnk" data-who="${person.email}">Remove</button>`),
    wire: (page, act) => {
      delegate(page, 'click', '.lnk', (button) => {
        const who = button.dataset['who']!;
        const line = button.closest('tr')!;
        line.style.display = 'none';
        const box = toast(
          `<div role="status">${team.find(({ email }) => email === who)!.name} will be removed in <b>10</b> s</div><button class="undo">Undo</button> <button class="now">Remove now</button>`,
        );
        page.on(box.querySelector('.undo')!, 'click', () => {
          box.remove();
          line.style.display = '';
        });
        page.on(box.querySelector('.now')!, 'click', () => {
          box.remove();
          act(who);
        });
      });
    },
    steps: [{ at: whose('.lnk') }, { at: always('.now') }],
  },

  'one nameless bin that turns into a red tick for the second press': {
    html: table(['Member', 'Role', ''], (person, index) => [
      `<div>${person.name}</div><div>${person.email}</div>`,
      person.role,
      `<button class="tbtn" data-i="${String(index)}">${svg(feather.bin)}</button>`,
    ]),
    wire: (page, act) => {
      for (const button of all('.tbtn')) {
        let isArmed = false;
        page.on(button, 'click', () => {
          if (isArmed) {
            act(one(button.dataset['i']).email);
            return;
          }
          isArmed = true;
          button.style.cssText = 'background:#d92d20;color:white';
          button.innerHTML = svg('<polyline points="20 6 9 17 4 12"></polyline>');
        });
        page.on(button, 'blur', () => {
          isArmed = false;
          button.style.cssText = '';
          button.innerHTML = svg(feather.bin);
        });
      }
    },
    steps: [{ at: inRow('.tbtn') }],
  },

  'a button to be held down until its bar is full': {
    html: settingsPage(
      `<ul class="u">${each(
        (person, index) =>
          `<li><b>${person.name}</b> (${person.email}), ${person.role} <div class="hold" role="button" tabindex="0" id="h${String(index)}" style="display:inline-block;padding:6px;background:#fee"><span class="fill"></span>Hold to remove</div></li>`,
      )}</ul>`,
    ),
    wire: (page, act) => {
      all('.hold').forEach((button, index) => {
        let timer = 0;
        page.on(button, 'pointerdown', () => {
          timer = window.setTimeout(() => act(one(index).email), 5);
        });
        for (const type of ['pointerup', 'pointerleave', 'pointercancel'])
          page.on(button, type, () => window.clearTimeout(timer));
      });
    },
    steps: [
      {
        at: (subject) => `#h${String(nr(subject))}`,
        how: { dragTo: (subject) => `#h${String(nr(subject))} .fill, #h${String(nr(subject))}` },
      },
    ],
  },

  'offboarding: a dialog whose button wakes up when a box is ticked (Italian)': {
    html: row((person) => `<a href="#" class="off" data-who="${person.email}">Avvia offboarding</a>`),
    wire: (page, act) => {
      delegate(page, 'click', '.off', (link, event) => {
        event.preventDefault();
        const who = link.dataset['who']!;
        const box = portal(
          `<div class="p-dialog" style="${card}"><div class="p-dialog-header"><span>Offboarding</span></div><div><p>${who}</p><label><input type="checkbox" class="ok"> Ho capito che l’utente perderà subito l’accesso</label></div><button class="a">Annulla</button> <button class="p-button-danger" disabled>Concludi</button></div>`,
          modal,
        );
        const button = box.querySelector<HTMLButtonElement>('.p-button-danger')!;
        page.on(box.querySelector('.ok')!, 'change', () => (button.disabled = false));
        page.on(box.querySelector('.a')!, 'click', () => box.remove());
        page.on(button, 'click', () => {
          box.remove();
          act(who);
        });
      });
    },
    steps: [
      { at: whose('.off') },
      { at: always('.p-dialog .ok'), how: 'tick' },
      { at: always('.p-dialog .p-button-danger:enabled') },
    ],
    options: { lang: 'it' },
  },

  'an assistant of four steps over the whole page; only the first names the person, the last says "Finish"': {
    html: row((person) => `<button class="start" data-who="${person.email}">Offboard</button>`),
    wire: (page, act) => {
      delegate(page, 'click', '.start', (button) => {
        const who = button.dataset['who']!;
        const person = team.find(({ email }) => email === who)!;
        const main = must('main');
        const panes = [
          `<h2>Offboard ${person.name}</h2><p>We will guide you through the steps.</p>`,
          '<h2>Documents</h2><label>New owner of the documents <select><option>Keep as they are</option><option>Workspace admin</option></select></label>',
          '<h2>Notification</h2><label><input type="radio" name="n" checked> Send an e-mail</label><label><input type="radio" name="n"> Send nothing</label>',
          '<h2>Summary</h2><p>Documents: kept. E-mail: yes. The seat becomes free.</p>',
        ];
        const show = (step: number): void => {
          main.innerHTML = `<ol class="stepper">${['Start', 'Documents', 'Notification', 'Summary'].map((label, index) => `<li${index === step ? ' aria-current="step"' : ''}>${label}</li>`).join('')}</ol>${panes[step]!}<div class="foot"><button class="back">Back</button> <button class="${step === 3 ? 'finish' : 'next'}" data-step="${String(step)}">${step === 3 ? 'Finish' : 'Next'}</button></div>`;
          page.on(main.querySelector('.foot > :last-child')!, 'click', () => {
            if (step === 3) act(who);
            else show(step + 1);
          });
          if (step > 0) page.on(main.querySelector('.back')!, 'click', () => show(step - 1));
        };
        show(0);
      });
    },
    steps: [
      { at: whose('.start') },
      { at: always('.next[data-step="0"]') },
      { at: always('.next[data-step="1"]') },
      { at: always('.next[data-step="2"]') },
      { at: always('.finish') },
    ],
  },

  'three ticked people, a bar that floats at the bottom with icons only, a dialog "Remove 3 users?"': {
    html: settingsPage(
      `<div role="table" class="tb">${each(
        (person) =>
          `<div role="row" class="tr"><span role="cell"><input type="checkbox" class="sel" data-who="${person.email}"></span><span role="cell">${person.name}</span> <span role="cell">${person.email}</span> <span role="cell">${person.role}</span></div>`,
        [...team, { name: 'Alex Kim', email: 'alex.kim+2@northwind.example', role: 'Member' }],
      )}</div>`,
    ),
    wire: (page, act) => {
      const chosen = (): string[] => all('.sel:checked').map((box) => box.dataset['who']!);
      page.on(document, 'change', () => {
        find('.float')?.parentElement!.remove();
        if (chosen().length > 0)
          portal(
            `<div class="float"><span>${String(chosen().length)} selected</span> <button class="m">${svg(feather.mail)}</button> <button class="d">${svg(feather.bin)}</button> <button class="c">${svg(feather.x)}</button></div>`,
            below,
          );
      });
      delegate(page, 'click', '.float .d', () => {
        portal(
          `<div role="alertdialog" aria-labelledby="dt" style="${card}"><h2 id="dt">Remove ${String(chosen().length)} users?</h2><p>They lose access to this workspace.</p><button>Cancel</button> <button class="yes">Remove</button></div>`,
          modal,
        );
      });
      delegate(page, 'click', '[role=alertdialog] .yes', (button) => {
        button.closest('[data-portal]')!.remove();
        act(chosen().find((email) => /^(?:dana|omar)@/u.test(email))!);
      });
    },
    steps: [
      { at: always('.sel[data-who="lucja@northwind.example"]'), how: 'tick' },
      { at: always('.sel[data-who="alex.kim+2@northwind.example"]'), how: 'tick' },
      { at: whose('.sel'), how: 'tick' },
      { at: always('.float .d') },
      { at: always('[role=alertdialog] .yes') },
    ],
  },

  'groups with a box for all of them in each head; "With selected:" and Go, as a posted form': {
    html: settingsPage(
      `<form class="bulk" method="post" action="/members/bulk">${[
        ['Management', [team[0]!, { name: 'Alex Kim', email: 'alex.kim+2@northwind.example', role: 'Member' }]],
        ['Field sales', [team[1]!, team[3]!]],
      ]
        .map(
          ([title, people], index) =>
            `<h3>${title as string}</h3><table id="g${String(index)}"><thead><tr><th><input type="checkbox" class="every" aria-label="All"></th><th>Name</th><th>E-mail</th></tr></thead><tbody>${each(
              (person) =>
                `<tr><td><input type="checkbox" name="ids[]" value="${person.email}"></td><td>${person.name}</td><td>${person.email}</td></tr>`,
              people as Someone[],
            )}</tbody></table>`,
        )
        .join(
          '',
        )}<p>With selected: <select name="do"><option>Choose…</option><option>Export</option><option>Remove</option></select> <button>Go</button></p></form>`,
    ),
    wire: (page, act) => {
      delegate(page, 'change', '.every', (box) => {
        for (const other of all('tbody input', box.closest('table')!))
          (other as HTMLInputElement).checked = (box as HTMLInputElement).checked;
      });
      page.on(must('.bulk'), 'submit', (event) => {
        event.preventDefault();
        const data = new FormData(must('.bulk') as HTMLFormElement);
        const ids = data.getAll('ids[]').map((value) => (typeof value === 'string' ? value : ''));
        if (data.get('do') === 'Remove') act(ids.find((email) => /^(?:dana|omar)@/u.test(email)) ?? '');
      });
    },
    steps: [
      { at: (subject) => `#g${String(nr(subject))} .every`, how: 'tick' },
      { at: always('.bulk select'), how: { choose: 'Remove' } },
      { at: always('.bulk p button') },
    ],
  },

  "the table's head turns into a toolbar while something is ticked; a bin with a hover text of its own making": {
    html: settingsPage(
      `<div class="v-data-table"><table><thead id="head"><tr><th></th><th>Person</th><th>Role</th></tr></thead><tbody>${each(
        (person, index) =>
          `<tr><td><span role="checkbox" aria-checked="false" tabindex="0" class="cb" id="cb${String(index)}">☐</span></td><td>${person.name}<div>${person.email}</div></td><td>${person.role}</td></tr>`,
      )}</tbody></table></div>`,
    ),
    wire: (page, act) => {
      const head = must('#head');
      const plain = head.innerHTML;
      const chosen = new Set<number>();
      all('.cb').forEach((box, index) =>
        page.on(box, 'click', () => {
          if (!chosen.delete(index)) chosen.add(index);
          box.setAttribute('aria-checked', String(chosen.has(index)));
          box.textContent = chosen.has(index) ? '☑' : '☐';
          head.innerHTML =
            chosen.size === 0
              ? plain
              : `<tr><th colspan="3"><span>${String(chosen.size)} selected</span> <span class="hd-del" data-tooltip="Remove from workspace" style="cursor:pointer">${filled}</span></th></tr>`;
        }),
      );
      delegate(page, 'click', '.hd-del', () => act([...chosen].map((index) => one(index).email).join()));
    },
    steps: [{ at: (subject) => `#cb${String(nr(subject))}`, how: 'tick' }, { at: always('.hd-del') }],
  },

  'rows are marked by a click on them, "Actions" holds "Suspend", and a small question hangs below it': {
    html: settingsPage(
      `<div class="bar"><button class="acts" disabled>Actions ▾</button></div><div class="lst">${each(
        (person) => `<div class="ln"><div>${person.name} &lt;${person.email}&gt;</div><div>${person.role}</div></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      const button = must('.acts') as HTMLButtonElement;
      delegate(page, 'click', '.ln', (line) => {
        for (const other of all('.ln')) other.classList.toggle('is-selected', other === line);
        line.style.background = '#def';
        button.disabled = false;
      });
      page.on(button, 'click', () => {
        find('[data-portal]')?.remove();
        portal('<ul class="dd"><li>Resend invitation</li><li class="s">Suspend</li></ul>');
      });
      delegate(page, 'mousedown', '.dd .s', (entry) => {
        const box = entry.closest('[data-portal]')!;
        box.innerHTML =
          '<div class="pop"><p>Suspended users cannot sign in any more.</p><button class="go">Suspend</button> <button class="bk">Back</button></div>';
      });
      delegate(page, 'click', '.pop .go', (go) => {
        go.closest('[data-portal]')!.remove();
        act(one(place(must('.is-selected'), '.ln')).email);
      });
    },
    steps: [
      { at: inRow('div', '.ln') },
      { at: always('.acts:enabled') },
      { at: always('.dd .s') },
      { at: always('.pop .go') },
    ],
  },

  'Ant: a link "Revoke" and a popconfirm in a portal with "No" and "Yes"': {
    html: settingsPage(
      `<div class="ant-list ant-list-split"><ul class="ant-list-items">${each(
        (person) =>
          `<li class="ant-list-item"><div class="ant-list-item-meta"><h4 class="ant-list-item-meta-title">${person.name}</h4><div class="ant-list-item-meta-description">${person.email} · ${person.role}</div></div><ul class="ant-list-item-action"><li><a>Permissions</a></li><li><a class="rv" data-who="${person.email}">Revoke</a></li></ul></li>`,
      )}</ul></div>`,
      'Who has access',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.rv', (link) => {
        find('[data-portal]')?.remove();
        link.classList.add('ant-popover-open');
        portal(
          '<div class="ant-popover ant-popconfirm" role="tooltip"><div class="ant-popconfirm-message"><span class="anticon anticon-exclamation-circle">!</span> <div class="ant-popconfirm-title">Are you sure?</div></div><div class="ant-popconfirm-buttons"><button class="ant-btn ant-btn-sm"><span>No</span></button><button class="ant-btn ant-btn-primary ant-btn-sm"><span>Yes</span></button></div></div>',
        );
      });
      delegate(page, 'click', '.ant-popconfirm-buttons button', (button) => {
        button.closest('[data-portal]')!.remove();
        const link = must('.ant-popover-open');
        link.classList.remove('ant-popover-open');
        if (button.matches('.ant-btn-primary')) act(link.dataset['who']!);
      });
    },
    steps: [{ at: whose('.rv') }, { at: always('.ant-popconfirm .ant-btn-primary') }],
  },

  'a command palette (Ctrl+K) for the row that has the focus; Enter runs what is marked': {
    html: settingsPage(
      `<p>Press <kbd>Ctrl</kbd> <kbd>K</kbd> for commands</p><div role="grid" class="kg">${each(
        (person, index) =>
          `<div role="row" tabindex="${index === 0 ? '0' : '-1'}" class="kr" id="kr${String(index)}"><div role="gridcell">${person.name}</div><div role="gridcell">${person.email}</div><div role="gridcell">${person.role}</div></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      let person: Someone | null = null;
      delegate(page, 'keydown', '.kr', (line, event) => {
        const { key, ctrlKey } = event as KeyboardEvent;
        if (key !== 'k' || !ctrlKey) return;
        event.preventDefault();
        person = one(place(line, '.kr'));
        const box = portal(
          `<div class="cmdk" role="dialog" aria-label="Command menu" style="${card}"><div class="chip">${person.name}</div><input role="combobox" aria-expanded="true" aria-controls="cl" aria-activedescendant="c2" placeholder="Type a command"><div role="listbox" id="cl"><div role="option" id="c1" aria-selected="false">Copy e-mail</div><div role="option" id="c2" aria-selected="true">Remove from workspace</div></div></div>`,
          modal,
        );
        box.querySelector('input')!.focus();
      });
      delegate(page, 'keydown', '.cmdk input', (input, event) => {
        if ((event as KeyboardEvent).key !== 'Enter') return;
        input.closest('[data-portal]')!.remove();
        act(person!.email);
      });
    },
    steps: [
      { at: (subject) => `#kr${String(nr(subject))}`, how: { keys: 'k', control: true } },
      { at: always('.cmdk input'), how: { keys: 'Enter' } },
    ],
  },

  'a list box of people; the Delete key removes whoever is marked, at once': {
    html: settingsPage(
      `<p id="hint">Select somebody and press Delete to remove them from the team.</p><ul role="listbox" aria-label="Members" aria-describedby="hint">${each(
        (person, index) =>
          `<li role="option" tabindex="-1" aria-selected="false" id="o${String(index)}"><span>${person.name}</span> <span>${person.email}</span> <span>${person.role}</span></li>`,
      )}</ul>`,
    ),
    wire: (page, act) => {
      delegate(page, 'focusin', '[role=option]', (option) => {
        for (const other of all('[role=option]')) other.setAttribute('aria-selected', String(other === option));
      });
      delegate(page, 'keydown', '[role=listbox]', (_, event) => {
        if ((event as KeyboardEvent).key === 'Delete')
          act(one(place(must('[aria-selected=true]'), '[role=option]')).email);
      });
    },
    steps: [{ at: (subject) => `#o${String(nr(subject))}`, how: { keys: 'Delete' } }],
  },

  'keys as in a mail program: x marks a row, # removes what is marked; the legend stands in the bar': {
    html: settingsPage(
      `<div class="mlist">${each(
        (person) =>
          `<div class="mrow" tabindex="0" data-who="${person.email}"><span class="tick">☐</span> <span>${person.name}</span> <span>${person.email}</span> <span>${person.role}</span></div>`,
      )}</div><div class="legend" hidden><span class="n"></span> · <kbd>x</kbd> select · <kbd>#</kbd> remove from workspace</div>`,
    ),
    wire: (page, act) => {
      page.on(document, 'keydown', (event) => {
        const { key } = event as KeyboardEvent;
        const line = document.activeElement?.closest<HTMLElement>('.mrow');
        if (key === 'x' && line) {
          line.classList.toggle('marked');
          line.querySelector('.tick')!.textContent = line.classList.contains('marked') ? '☑' : '☐';
        } else if (key === '#') {
          act(
            all('.marked')
              .map((marked) => marked.dataset['who'])
              .join(),
          );
        }
        must('.legend').hidden = all('.marked').length === 0;
        must('.legend .n').textContent = `${String(all('.marked').length)} selected`;
      });
    },
    steps: [
      { at: (subject) => `.mrow[data-who="${subject.email}"]`, how: { keys: 'x' } },
      { at: always('.legend:not([hidden])'), how: { keys: '#' } },
    ],
  },

  'people are dragged onto a bin': {
    html: settingsPage(
      `<div class="bin" style="border:2px dashed #c00;padding:14px">${svg(feather.bin)} Drop here to remove from the workspace</div><div class="pool">${each(
        (person, index) =>
          `<div class="token" id="t${String(index)}" style="user-select:none;touch-action:none"><span class="grip">⠿</span> ${person.name} <small>${person.email}</small></div>`,
      )}</div>`,
    ),
    wire: (page, act) => {
      let dragged: HTMLElement | null = null;
      delegate(page, 'pointerdown', '.token', (token) => (dragged = token));
      page.on(document, 'pointermove', () => {
        if (dragged) dragged.style.opacity = '0.5';
      });
      page.on(document, 'pointerup', (event) => {
        const token = dragged;
        dragged = null;
        if (token && (event.target as Element).closest('.bin')) act(one(place(token, '.token')).email);
      });
    },
    steps: [{ at: (subject) => `#t${String(nr(subject))}`, how: { dragTo: always('.bin') } }],
  },

  'Rails: a form for each row, the method in a hidden field, an input of type image': {
    html: table(['Nombre', 'Correo', ''], (person, index) => [
      person.name,
      person.email,
      `<form class="button_to" method="post" action="/equipo/usuarios/${String(1041 + index)}"><input type="hidden" name="_method" value="delete" autocomplete="off"><input type="image" alt="Eliminar" width="18" height="18" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M6 19a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V7H6z'/%3E%3C/svg%3E"><input type="hidden" name="authenticity_token" value="x"></form>`,
    ]),
    wire: (page, act) => {
      delegate(page, 'submit', 'form.button_to', (form, event) => {
        event.preventDefault();
        act(one(Number(form.getAttribute('action')!.split('/').at(-1)) - 1041).email);
      });
    },
    steps: [{ at: inRow('input[type=image]') }],
    options: { lang: 'es' },
  },

  'menus three deep, each a portal of its own, opened by pointing and pressing': {
    html: row((person) => `<button class="more" aria-haspopup="menu" data-who="${person.email}">More</button>`),
    wire: (page, act) => {
      let who = '';
      const menu = (level: number, entries: string): void => {
        for (const box of all('.mn')) if (Number(box.dataset['level']) >= level) box.parentElement!.remove();
        portal(
          `<div role="menu" class="mn" data-level="${String(level)}">${entries}</div>`,
          `position:fixed;top:${String(40 + level * 60)}px;left:${String(20 + level * 60)}px;background:white;border:1px solid;z-index:${String(9 + level)}`,
        );
      };
      delegate(page, 'pointerdown', '.more', (button) => {
        who = button.dataset['who']!;
        menu(0, '<div role="menuitem">View</div><div role="menuitem" aria-haspopup="menu" class="acc">Access ▸</div>');
      });
      delegate(page, 'pointerdown', '.acc', () =>
        menu(
          1,
          '<div role="menuitem">Change role</div><div role="menuitem" aria-haspopup="menu" class="wsp">This workspace ▸</div>',
        ),
      );
      delegate(page, 'pointerdown', '.wsp', () =>
        menu(2, '<div role="menuitem">Pause notifications</div><div role="menuitem" class="rem">Remove access</div>'),
      );
      delegate(page, 'pointerup', '.rem', () => {
        for (const box of all('[data-portal]')) box.remove();
        act(who);
      });
    },
    steps: [{ at: whose('.more') }, { at: always('.acc') }, { at: always('.wsp') }, { at: always('.rem') }],
  },

  'tabs of admins and members; the panel is drawn anew; a link in each line (Portuguese)': {
    html: settingsPage(
      `<div role="tablist"><button role="tab" id="tab0">Administradores</button><button role="tab" id="tab1">Membros</button><button role="tab" id="tab2">Convidados</button></div><div role="tabpanel" id="pane"></div>`,
      'Equipa',
    ),
    wire: (page, act) => {
      const pane = must('#pane');
      const lists = [team.filter(({ role }) => role === 'Admin'), team.filter(({ role }) => role !== 'Admin'), []];
      const show = (at: number): void => {
        pane.innerHTML =
          lists[at]!.length === 0
            ? '<p>Nenhum convidado.</p>'
            : lists[at]!.map(
                (person) =>
                  `<div class="linha"><span>${person.name}</span> <span>${person.email}</span> <a href="#" class="rem" data-who="${person.email}">Remover acesso</a></div>`,
              ).join('');
      };
      show(2);
      for (const at of [0, 1, 2]) page.on(must(`#tab${String(at)}`), 'click', () => show(at));
      delegate(page, 'click', '.rem', (link, event) => {
        event.preventDefault();
        link.parentElement!.innerHTML = `<span>Remover?</span> <button class="nao">Não</button> <button class="sim" data-who="${link.dataset['who']!}">Sim</button>`;
      });
      delegate(page, 'click', '.sim', (button) => act(button.dataset['who']!));
    },
    steps: [
      { at: (subject) => (subject.role === 'Admin' ? '#tab0' : '#tab1') },
      { at: whose('.rem') },
      { at: whose('.sim') },
    ],
    options: { lang: 'pt' },
  },

  'a tree of teams; the toolbar above it removes the node that is marked': {
    html: settingsPage(
      `<div role="toolbar" class="tools"><button class="add" title="Add to team">＋</button><button class="del" title="Remove from workspace" disabled>－</button></div>
       <ul role="tree" aria-label="Teams"><li role="treeitem" aria-expanded="true"><span>Sales</span><ul role="group">${each(
         (person, index) =>
           `<li role="treeitem" class="leaf" aria-selected="false" tabindex="-1" id="n${String(index)}"><span class="lbl">${person.name}</span> <span class="sub">${person.email}</span></li>`,
       )}</ul></li></ul>`,
    ),
    wire: (page, act) => {
      const del = must('.del') as HTMLButtonElement;
      delegate(page, 'click', '.leaf', (leaf) => {
        for (const other of all('.leaf')) other.setAttribute('aria-selected', String(other === leaf));
        leaf.style.background = '#def';
        del.disabled = false;
      });
      page.on(del, 'click', () => act(one(place(must('.leaf[aria-selected=true]'), '.leaf')).email));
    },
    steps: [{ at: (subject) => `#n${String(nr(subject))}` }, { at: always('.del:enabled') }],
  },

  'AG Grid: the column of actions is pinned, so each row is two elements in two boxes': {
    html: `<style>.ag-row{height:32px;white-space:nowrap;overflow:hidden}</style>${settingsPage(
      `<div class="ag-root" role="grid" aria-rowcount="5"><div class="ag-header" role="rowgroup"><div role="row"><span role="columnheader">Name</span> <span role="columnheader">E-mail</span></div></div><div class="ag-body-viewport" style="display:flex"><div class="ag-center-cols-container" role="rowgroup" style="flex:1;overflow:hidden">${each(
        (person, index) =>
          `<div role="row" row-index="${String(index)}" aria-rowindex="${String(index + 2)}" row-id="${String(1041 + index)}" class="ag-row"><span role="gridcell" col-id="name">${person.name}</span> <span role="gridcell" col-id="email">${person.email}</span></div>`,
      )}</div><div class="ag-pinned-right-cols-container" role="rowgroup" style="width:40px">${each(
        (_, index) =>
          `<div role="row" row-index="${String(index)}" aria-rowindex="${String(index + 2)}" row-id="${String(1041 + index)}" class="ag-row"><span role="gridcell" col-id="x"><button class="ag-x" id="x${String(index)}">${svg(feather.userMinus)}</button></span></div>`,
      )}</div></div></div>`,
    )}`,
    wire: (page, act) => {
      delegate(page, 'click', '.ag-x', (button) =>
        act(one(Number(button.closest('[row-id]')!.getAttribute('row-id')) - 1041).email),
      );
    },
    steps: [{ at: (subject) => `#x${String(nr(subject))}` }],
  },

  'merged cells: one name for two lines, one line for each workspace': {
    html: settingsPage(
      `<table class="acc"><thead><tr><th>Person</th><th>Workspace</th><th>Role</th><th></th></tr></thead><tbody>${each(
        (person, index) =>
          `<tr><td rowspan="2">${person.name}<br>${person.email}</td><td>EMEA Sales</td><td>${person.role}</td><td><button class="eme" data-i="${String(index)}">Remove</button></td></tr><tr><td>Finance</td><td>${person.role}</td><td><button class="fin" data-i="${String(index)}">Remove</button></td></tr>`,
        team.slice(0, 2),
      )}</tbody></table>`,
      'Access by workspace',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.acc button', (button) => {
        const line = button.closest('tr')!;
        const box = portal(
          `<div role="dialog" style="${card}"><p>Remove access to ${line.querySelector('td:not([rowspan])')!.textContent}?</p><button class="n">No</button> <button class="y">Remove</button></div>`,
          modal,
        );
        page.on(box.querySelector('.n')!, 'click', () => box.remove());
        page.on(box.querySelector('.y')!, 'click', () => {
          box.remove();
          act(one(button.dataset['i']).email);
        });
      });
    },
    steps: [{ at: (subject) => `.fin[data-i="${String(nr(subject))}"]` }, { at: always('[role=dialog] .y') }],
  },

  'two lines of the table for each person, the links "Edit | Remove" in the second': {
    html: settingsPage(
      `<table class="wide" cellpadding="4"><tr bgcolor="#dddddd"><td><b>Name</b></td><td><b>Role</b></td></tr>${each(
        (person) =>
          `<tr><td>${person.name}</td><td>${person.role}</td></tr><tr><td colspan="2"><font size="-1">${person.email} &nbsp; [<a href="#edit">Edit</a> | <a href="#remove" class="rl" data-who="${person.email}">Remove</a>]</font></td></tr>`,
      )}</table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.rl', (link, event) => {
        event.preventDefault();
        act(link.dataset['who']!);
      });
    },
    steps: [{ at: whose('.rl'), how: 'Enter' }],
  },

  'ticks stay over the pages of a list: marked on the first, removed from the second': {
    html: settingsPage('<div class="pg" data-page="1"></div>'),
    wire: (page, act) => {
      const box = must('.pg');
      const chosen = new Set<string>();
      const draw = (at: number): void => {
        box.dataset['page'] = String(at);
        box.innerHTML = `<table><thead><tr><th></th><th>Name</th><th>E-mail</th></tr></thead><tbody>${each(
          (person) =>
            `<tr><td><input type="checkbox" class="pk" data-who="${person.email}"${chosen.has(person.email) ? ' checked' : ''}></td><td>${person.name}</td><td>${person.email}</td></tr>`,
          team.slice(at * 2 - 2, at * 2),
        )}</tbody></table><div class="pager"><button class="prev">‹</button> ${String(at)} / 2 <button class="next">›</button></div><div class="blk">${String(chosen.size)} selected <button class="br">Remove selected</button></div>`;
      };
      draw(1);
      delegate(page, 'change', '.pk', (tick) => {
        const who = tick.dataset['who']!;
        if ((tick as HTMLInputElement).checked) chosen.add(who);
        else chosen.delete(who);
        draw(Number(box.dataset['page']));
      });
      delegate(page, 'click', '.next', () => draw(2));
      delegate(page, 'click', '.prev', () => draw(1));
      delegate(page, 'click', '.br', () => {
        portal(
          `<div role="dialog" aria-modal="true" style="${card}"><h3>Remove ${String(chosen.size)} users</h3><p>Do you want to go on?</p><button>Cancel</button> <button class="y2">Remove</button></div>`,
          modal,
        );
      });
      delegate(page, 'click', '.y2', () => act([...chosen].find((email) => /^(?:dana|omar)@/u.test(email))!));
    },
    steps: [
      { at: (subject) => `.pg[data-page="1"] .pk[data-who="${subject.email}"]`, how: 'tick' },
      { at: always('.pg[data-page="1"] .next') },
      { at: always('.pg[data-page="2"] .pk[data-who="lucja@northwind.example"]'), how: 'tick' },
      { at: always('.pg[data-page="2"] .br') },
      { at: always('.y2') },
    ],
  },

  'an accordion for each person, the address only inside, the button at its foot (Italian)': {
    html: settingsPage(
      each(
        (person, index) =>
          `<details class="ac" id="d${String(index)}"><summary>${person.name}</summary><div><p>Indirizzo: ${person.email}</p><p>Ruolo: ${person.role}</p><button class="mod">Modifica</button> <button class="rim">Rimuovi</button></div></details>`,
      ),
      'Utenti',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.rim', (button) => {
        const person = one(place(button, '.ac'));
        const box = portal(
          `<dialog class="dlg"><p>Rimuovere l’utente?</p><button class="a">Annulla</button><button class="b">Rimuovi</button></dialog>`,
          '',
        );
        box.querySelector('dialog')!.showModal();
        page.on(box.querySelector('.a')!, 'click', () => box.remove());
        page.on(box.querySelector('.b')!, 'click', () => {
          box.remove();
          act(person.email);
        });
      });
    },
    steps: [
      { at: (subject) => `#d${String(nr(subject))}:not([open]) summary` },
      { at: (subject) => `#d${String(nr(subject))}[open] .rim` },
      { at: always('.dlg[open] .b') },
    ],
    options: { lang: 'it' },
  },

  'a switch "Active" in each row; turning it off takes the person out at once': {
    html: table(['Name', 'E-mail', 'Role', 'Active'], (person, index) => [
      person.name,
      person.email,
      person.role,
      `<button type="button" role="switch" aria-checked="true" class="sw" data-i="${String(index)}" style="width:36px;height:18px;background:green;border-radius:9px"></button>`,
    ]),
    wire: (page, act) => {
      delegate(page, 'click', '.sw', (button) => {
        button.setAttribute('aria-checked', 'false');
        button.style.background = '#aaa';
        act(one(button.dataset['i']).email);
      });
    },
    steps: [{ at: inRow('.sw') }],
  },

  'the members are chips in one field; a cross takes a chip away, "Save changes" sends the field': {
    html: settingsPage(
      `<label id="ml">Members of EMEA Sales</label><div class="rs__control" role="group" aria-labelledby="ml">${each(
        (person, index) =>
          `<div class="rs__multi-value" id="ch${String(index)}" data-who="${person.email}"><div class="rs__multi-value__label">${person.name} (${person.email})</div><div role="button" class="rs__multi-value__remove"><svg height="14" width="14" viewBox="0 0 20 20"><path d="M14.348 14.849c-0.469 0.469-1.229 0.469-1.697 0l-2.651-3.030-2.651 3.029z"></path></svg></div></div>`,
      )}<input placeholder="Add somebody"></div><div class="sb"><button>Save changes</button></div>`,
      'EMEA Sales',
    ),
    wire: (page, act) => {
      const left: string[] = [];
      delegate(page, 'click', '.rs__multi-value__remove', (cross) => {
        const chip = cross.parentElement!;
        left.push(chip.dataset['who']!);
        chip.remove();
        must('.sb').classList.add('dirty');
      });
      delegate(page, 'click', '.sb button', () => {
        if (left.length > 0) act(left.join());
      });
    },
    steps: [
      { at: (subject) => `#ch${String(nr(subject))} .rs__multi-value__remove` },
      { at: always('.sb.dirty button') },
    ],
  },

  'two lists side by side, "In this workspace" and "Not in this workspace"; an arrow moves, "Apply" sends': {
    html: settingsPage(
      `<div class="dual" style="display:flex"><div><h3>In this workspace</h3><ul class="in" role="listbox">${each(
        (person, index) =>
          `<li role="option" aria-selected="false" id="q${String(index)}">${person.name}<br><small>${person.email}</small></li>`,
      )}</ul></div><div class="mv"><button class="to" disabled>${svg(feather.right)}</button></div><div><h3>Not in this workspace</h3><ul class="out" role="listbox"><li role="option" aria-selected="false">Alex Kim<br><small>alex.kim+2@northwind.example</small></li></ul></div></div><div class="ap"><button>Apply</button></div>`,
    ),
    wire: (page, act) => {
      const moved: Element[] = [];
      const to = must('.to') as HTMLButtonElement;
      delegate(page, 'click', '.in li', (option) => {
        option.setAttribute('aria-selected', 'true');
        option.style.background = '#def';
        to.disabled = false;
      });
      page.on(to, 'click', () => {
        for (const option of all('.in [aria-selected=true]')) {
          option.setAttribute('aria-selected', 'false');
          must('.out').append(option);
          moved.push(option);
        }
        to.disabled = true;
        must('.ap').classList.add('on');
      });
      delegate(page, 'click', '.ap button', () =>
        act(moved.map((option) => option.querySelector('small')!.textContent).join()),
      );
    },
    steps: [
      { at: (subject) => `.in #q${String(nr(subject))}` },
      { at: always('.to:enabled') },
      { at: always('.ap.on button') },
    ],
  },

  'before somebody goes, a successor for the documents is chosen, and the owner may be that successor': {
    html: row((person) => `<button class="tr" data-who="${person.email}">Remove user</button>`),
    wire: (page, act) => {
      delegate(page, 'click', '.tr', (button) => {
        const who = button.dataset['who']!;
        const box = portal(
          `<div role="dialog" aria-label="Transfer and remove" style="${card}"><h3>Transfer and remove</h3><p>Who takes over the documents of ${team.find(({ email }) => email === who)!.name}?</p><label>New owner <select><option>Nobody</option>${team
            .filter(({ email }) => email !== who)
            .map(({ name, email }) => `<option>${name} (${email})</option>`)
            .join(
              '',
            )}</select></label><button class="n">Cancel</button> <button class="t">Transfer and remove</button></div>`,
          modal,
        );
        // The owner, where it is not the owner who goes.
        box.querySelector('select')!.selectedIndex = 1;
        page.on(box.querySelector('.n')!, 'click', () => box.remove());
        page.on(box.querySelector('.t')!, 'click', () => {
          box.remove();
          act(who);
        });
      });
    },
    steps: [{ at: whose('.tr') }, { at: always('[role=dialog] .t') }],
  },

  'Finnish: a bin without a name, a card without a role with a question and two answers': {
    html: table(
      ['Nimi', 'Sähköposti', 'Rooli', ''],
      (person, index) => [
        person.name,
        person.email,
        person.role,
        `<button class="b" data-i="${String(index)}">${svg(feather.bin)}</button>`,
      ],
      'Tiimi',
    ),
    wire: (page, act) => {
      delegate(page, 'click', 'button.b', (button) => {
        const person = one(button.dataset['i']);
        const box = portal(
          `<div style="${card}"><h3>Poistetaanko ${person.name} työtilasta?</h3><button class="n">Peruuta</button> <button class="y" style="background:#d92d20;color:white">Poista</button></div>`,
          modal,
        );
        page.on(box.querySelector('.n')!, 'click', () => box.remove());
        page.on(box.querySelector('.y')!, 'click', () => {
          box.remove();
          act(person.email);
        });
      });
    },
    steps: [{ at: inRow('button.b') }, { at: always('[data-portal] .y') }],
    options: { lang: 'fi' },
  },

  'Czech: three dots, the last entry is red and apart, and the row asks with two answers': {
    html: table(
      ['Jméno', 'E-mail', 'Role', ''],
      (person, index) => [
        person.name,
        person.email,
        person.role,
        `<span class="cell"><button class="kk" data-i="${String(index)}">${dots}</button></span>`,
      ],
      'Tým',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.kk', (button) => {
        find('[data-portal]')?.remove();
        const box = portal(
          '<div role="menu"><div role="menuitem">Upravit</div><div role="menuitem">Kopírovat adresu</div><hr><div role="menuitem" class="od" style="color:#d92d20">Odebrat z týmu</div></div>',
        );
        page.on(box.querySelector('.od')!, 'click', () => {
          box.remove();
          const cell = button.parentElement!;
          cell.innerHTML =
            'Opravdu odebrat? <button class="ano" style="color:#d92d20">Ano</button> <button class="ne">Ne</button>';
          page.on(cell.querySelector('.ne')!, 'click', () => cell.replaceChildren(button));
          page.on(cell.querySelector('.ano')!, 'click', () => act(one(button.dataset['i']).email));
        });
      });
    },
    steps: [{ at: inRow('.kk') }, { at: always('[data-portal] .od') }, { at: inRow('.ano') }],
    options: { lang: 'cs' },
  },

  'Japanese: the page of one person, a red button, a question of a native dialog': {
    html: settingsPage(
      `<div id="v"><div class="l">${each(
        (person) =>
          `<div class="m" tabindex="0"><div>${person.name}</div><div>${person.email}</div><div>${person.role}</div></div>`,
      )}</div></div>`,
      'チーム',
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.m', (line) => {
        const person = one(place(line, '.m'));
        must('#v').innerHTML =
          `<button class="bk">戻る</button><h2>${person.name}</h2><p>${person.email}</p><p>役割：${person.role}</p><button class="ed">編集</button> <button class="rm" style="background:#d92d20;color:#fff">メンバーを削除</button><dialog class="q"><p>本当に削除しますか？</p><button class="n">いいえ</button><button class="y">はい</button></dialog>`;
        const dialog = must('.q') as HTMLDialogElement;
        page.on(must('.rm'), 'click', () => dialog.showModal());
        page.on(must('.q .n'), 'click', () => dialog.close());
        page.on(must('.q .y'), 'click', () => {
          dialog.close();
          act(person.email);
        });
      });
    },
    steps: [{ at: inRow('div', '.m') }, { at: always('#v .rm') }, { at: always('.q[open] .y') }],
    options: { lang: 'ja' },
  },

  'Turkish: a bar over the list while something is ticked, a red button with a bin, a question with a number': {
    html: settingsPage(
      `<div class="cubuk" hidden><span class="say"></span> <button class="dis">Dışa aktar</button> <button class="kal" style="background:#d92d20;color:white">${svg(feather.bin)} Kaldır</button></div><table class="members"><thead><tr><th></th><th>Ad</th><th>E-posta</th><th>Rol</th></tr></thead><tbody>${each(
        (person, index) =>
          `<tr><td><input type="checkbox" class="ck" value="${String(index)}"></td><td>${person.name}</td><td>${person.email}</td><td>${person.role}</td></tr>`,
      )}</tbody></table>`,
      'Ekip',
    ),
    wire: (page, act) => {
      const chosen = (): string[] => all('.ck:checked').map((box) => one((box as HTMLInputElement).value).email);
      page.on(document, 'change', () => {
        must('.cubuk').hidden = chosen().length === 0;
        must('.say').textContent = `${String(chosen().length)} seçildi`;
      });
      page.on(must('.kal'), 'click', () => {
        const box = portal(
          `<div role="dialog" aria-modal="true" style="${card}"><h3>${String(chosen().length)} kullanıcı kaldırılsın mı?</h3><button class="n">Vazgeç</button> <button class="y">Kaldır</button></div>`,
          modal,
        );
        page.on(box.querySelector('.n')!, 'click', () => box.remove());
        page.on(box.querySelector('.y')!, 'click', () => {
          box.remove();
          act(chosen().join());
        });
      });
    },
    steps: [
      { at: inRow('.ck'), how: 'tick' },
      { at: always('.cubuk:not([hidden]) .kal') },
      { at: always('[data-portal] .y') },
    ],
    options: { lang: 'tr' },
  },

  'Hungarian: a posted form in each row with a red outlined button, and nothing asks': {
    html: table(
      ['Név', 'E-mail', 'Szerep', ''],
      (person, index) => [
        person.name,
        person.email,
        person.role,
        `<a class="btn" href="#szerk">Szerkesztés</a> <form method="post" action="/tagok/${String(index)}/torles" style="display:inline"><button class="btn btn-outline-danger" style="color:#dc3545;border:1px solid #dc3545;background:none">${svg(feather.bin)} Eltávolítás</button></form>`,
      ],
      'Csapat',
    ),
    wire: (page, act) => {
      delegate(page, 'submit', 'form', (form, event) => {
        event.preventDefault();
        act(one(form.getAttribute('action')!.split('/')[2]).email);
      });
    },
    steps: [{ at: inRow('form button') }],
    options: { lang: 'hu' },
  },

  'harmless: a chip of the filter holds the name and a cross': {
    html: settingsPage(
      `<div class="filters">Filters: ${each(
        (person) =>
          `<span class="chip">Invited by: ${person.name} <button class="fx" aria-label="Remove filter" data-who="${person.email}">×</button></span>`,
      )}</div><table><thead><tr><th>Name</th><th>E-mail</th></tr></thead><tbody>${each((person) => `<tr><td>${person.name}</td><td>${person.email}</td></tr>`)}</tbody></table>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.fx', (cross) => {
        cross.parentElement!.remove();
        act(cross.dataset['who']!);
      });
    },
    steps: [{ at: whose('.fx') }],
    held: null,
  },

  'harmless: the picture of a person is deleted in the drawer, with a question': {
    html: row((person) => `<button class="op" data-who="${person.email}">Edit</button>`),
    wire: (page, act) => {
      delegate(page, 'click', '.op', (button) => {
        find('[data-portal]')?.remove();
        const who = button.dataset['who']!;
        const person = team.find(({ email }) => email === who)!;
        const box = portal(
          `<aside role="dialog" aria-label="Edit profile"><h3>${person.name}</h3><p>${who}</p><div class="pic"><span>◉</span> <button class="ph">${svg(feather.bin)} Delete photo</button></div><label>Name <input value="${person.name}"></label><button>Save</button></aside>`,
          side,
        );
        page.on(box.querySelector('.ph')!, 'click', () => {
          const ask = portal(
            `<div role="alertdialog" aria-label="Delete photo?" style="${card}"><h3>Delete photo?</h3><p>The initials are shown instead.</p><button>Cancel</button> <button class="y">Delete</button></div>`,
            modal,
          );
          page.on(ask.querySelector('.y')!, 'click', () => {
            ask.remove();
            act(who);
          });
        });
      });
    },
    steps: [{ at: whose('.op') }, { at: always('.ph') }, { at: always('[role=alertdialog] .y') }],
    held: null,
  },

  'harmless: notes about a person, each with a bin, in the row that unfolds': {
    html: settingsPage(
      each(
        (person) =>
          `<details class="pd" open><summary>${person.name} · ${person.email}</summary><ul class="notes"><li>Called on Monday <button class="dn" aria-label="Delete note" data-who="${person.email}">${svg(feather.bin)}</button></li></ul></details>`,
      ),
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.dn', (button) => {
        button.parentElement!.remove();
        act(button.dataset['who']!);
      });
    },
    steps: [{ at: whose('.dn') }],
    held: null,
  },

  'harmless: a red "Sign out everywhere" with a question and two answers': {
    html: `<style>.red{color:#d92d20}</style>${row((person) => `<button class="red so" data-who="${person.email}">Sign out everywhere</button>`)}`,
    wire: (page, act) => {
      delegate(page, 'click', '.so', (button) => {
        const who = button.dataset['who']!;
        const person = team.find(({ email }) => email === who)!;
        const box = portal(
          `<div role="dialog" aria-label="Sign out" style="${card}"><p>Sign ${person.name} out of all devices? They can sign in again at any time.</p><button class="n">No</button> <button class="y red">Yes, sign out</button></div>`,
          modal,
        );
        page.on(box.querySelector('.n')!, 'click', () => box.remove());
        page.on(box.querySelector('.y')!, 'click', () => {
          box.remove();
          act(who);
        });
      });
    },
    steps: [{ at: whose('.so') }, { at: always('[role=dialog] .y') }],
    held: null,
  },

  'harmless: a selection is exported from a bar in which "Remove" stands beside it': {
    html: settingsPage(
      `<div class="eb" hidden><button class="ex">Export</button> <button class="er">Remove</button></div>${each(
        (person) =>
          `<div class="er-row"><label><input type="checkbox" class="es" data-who="${person.email}"> ${person.name}</label> <span>${person.email}</span></div>`,
      )}`,
    ),
    wire: (page, act) => {
      page.on(document, 'change', () => (must('.eb').hidden = all('.es:checked').length === 0));
      page.on(must('.ex'), 'click', () =>
        act(
          all('.es:checked')
            .map((box) => box.dataset['who'])
            .join(),
        ),
      );
    },
    steps: [{ at: whose('.es'), how: 'tick' }, { at: always('.eb:not([hidden]) .ex') }],
    held: null,
  },

  'harmless: an entry of the menu below which "Remove" stands in red (German)': {
    html: row((person) => `<button class="mm" aria-label="Weitere Aktionen" data-who="${person.email}">⋯</button>`),
    wire: (page, act) => {
      delegate(page, 'click', '.mm', (button) => {
        find('[data-portal]')?.remove();
        const who = button.dataset['who']!;
        const box = portal(
          '<ul role="menu"><li role="menuitem" class="fav">Aus Favoriten entfernen</li><li role="menuitem" class="pw">Passwort zurücksetzen</li><li role="separator"></li><li role="menuitem" class="rm" style="color:#c00">Entfernen</li></ul>',
        );
        page.on(box.querySelector('.fav')!, 'click', () => {
          box.remove();
          act(who);
        });
      });
    },
    steps: [{ at: whose('.mm') }, { at: always('[data-portal] .fav') }],
    options: { lang: 'de' },
    held: null,
  },

  'harmless: somebody who was suspended is let in again': {
    html: row(
      (person) =>
        `<span class="badge">Suspended</span> <button class="re" data-who="${person.email}">Reactivate</button>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '.re', (button) => {
        const who = button.dataset['who']!;
        const box = portal(
          `<div role="dialog" aria-label="Reactivate user" style="${card}"><p>Reactivate ${who}? They get back all access.</p><button>Cancel</button> <button class="y">Reactivate</button></div>`,
          modal,
        );
        page.on(box.querySelector('.y')!, 'click', () => {
          box.remove();
          act(who);
        });
      });
    },
    steps: [{ at: whose('.re') }, { at: always('[role=dialog] .y') }],
    held: null,
  },

  'harmless: the drawer that could remove somebody is closed by its cross, which keeps what was written': {
    html: row((person) => `<a href="#" class="pn" data-who="${person.email}">Details</a>`),
    wire: (page, act) => {
      delegate(page, 'click', '.pn', (link, event) => {
        event.preventDefault();
        find('[data-portal]')?.remove();
        const who = link.dataset['who']!;
        const box = portal(
          `<aside><button class="cl">${svg(feather.x)}</button><h3>${team.find(({ email }) => email === who)!.name}</h3><p>${who}</p><textarea>Draft of a note</textarea><button class="rem" style="color:#c00">Remove from team</button></aside>`,
          side,
        );
        page.on(box.querySelector('.cl')!, 'click', () => {
          box.remove();
          act(who);
        });
      });
    },
    steps: [{ at: whose('.pn') }, { at: always('aside .cl') }],
    held: null,
  },
};

const run = import.meta.env['VITE_ALONE'] ? worksAlone : tryWay;
test.each(Object.entries(ways))('%s', (_, way) => run(way));
