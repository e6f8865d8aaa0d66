/**
 * Ways of building a settings page that were written down after the guard, each in the manner of something that none of
 * the other fixtures uses: commands and popovers of HTML itself, Bootstrap without a framework, jQuery UI, React Aria,
 * Headless UI, command palettes, and habits of back offices.
 */
import { afterEach, expect, test } from 'vitest';
import { click, press, release } from '../../test/fixtures/pages/input.ts';
import { settingsPage, type Someone, team } from '../../test/fixtures/pages/lists.ts';
import {
  always,
  delegate,
  emailOf,
  endWay,
  find,
  must,
  open,
  portal,
  row,
  tryWay,
  type Way,
  whose,
} from '../../test/fixtures/pages/ways.ts';
import { findAll } from '../pages/tree.ts';

const [dana, omar, sam, lucja] = team as [Someone, Someone, Someone, Someone];

afterEach(endWay);

/** A bulk action in a field, the boxes of a table, and a button that goes through with it, in whichever order. */
const bulkField = (button: string): Omit<Way, 'steps'> => ({
  html: settingsPage(
    `<select data-bulk aria-label="Bulk actions"><option>Bulk actions</option><option>Remove</option></select><button data-apply>${button}</button><table><thead><tr><td><input type="checkbox"></td><th>Name</th><th>E-mail</th><th>Role</th></tr></thead><tbody>${team
      .map(
        (person) =>
          `<tr><td><input type="checkbox" data-box data-who="${person.email}"></td><td>${person.name}</td><td>${person.email}</td><td>${person.role}</td></tr>`,
      )
      .join('')}</tbody></table>`,
  ),
  wire: (page, act) =>
    delegate(page, 'click', '[data-apply]', () => {
      if ((must('[data-bulk]') as HTMLSelectElement).selectedIndex !== 1) return;
      for (const box of findAll(document.body, '[data-box]') as HTMLInputElement[]) if (box.checked) act(emailOf(box));
    }),
});

const ways: Record<string, Way> = {
  'Bootstrap: dropdown of links, one modal for all, delegated handlers': {
    html: `${row(
      (person) =>
        `<div class="dropdown"><button class="btn dropdown-toggle" data-bs-toggle="dropdown" aria-expanded="false" data-who="${person.email}">Actions</button>
         <ul class="dropdown-menu" hidden data-menu="${person.email}" style="position:absolute;left:0;background:white"><li><a class="dropdown-item" href="#">Profile</a></li><li><hr class="dropdown-divider"></li><li><a class="dropdown-item" href="#" data-bs-toggle="modal" data-bs-target="#leave" data-item data-who="${person.email}">Remove from workspace</a></li></ul></div>`,
    )}<div class="modal fade" id="leave" tabindex="-1" aria-labelledby="leaveLabel" aria-hidden="true" style="display:none;position:fixed;top:30px;left:30px;background:white"><div class="modal-dialog"><div class="modal-content"><div class="modal-header"><h5 class="modal-title" id="leaveLabel">Please confirm</h5><button type="button" class="btn-close" data-bs-dismiss="modal" aria-label="Close"></button></div><div class="modal-body">This user will lose access.</div><div class="modal-footer"><button type="button" class="btn btn-secondary" data-bs-dismiss="modal">Close</button><button type="button" class="btn btn-primary" id="sure">Save changes</button></div></div></div></div>`,
    wire: (page, act) => {
      let meant = '';
      delegate(page, 'click', '.dropdown-toggle', (toggle) => {
        const menu = must(`[data-menu="${emailOf(toggle)}"]`);
        menu.hidden = !menu.hidden;
        toggle.setAttribute('aria-expanded', String(!menu.hidden));
      });
      delegate(page, 'click', '[data-item]', (item, event) => {
        event.preventDefault();
        meant = emailOf(item);
        must(`[data-menu="${meant}"]`).hidden = true;
        const modal = must('#leave');
        modal.style.display = 'block';
        modal.removeAttribute('aria-hidden');
        modal.setAttribute('aria-modal', 'true');
        modal.setAttribute('role', 'dialog');
      });
      delegate(page, 'click', '#sure', () => {
        must('#leave').style.display = 'none';
        act(meant);
      });
    },
    steps: [{ at: whose('.dropdown-toggle') }, { at: whose('[data-item]') }, { at: always('#sure') }],
  },

  'HTML: details as a menu, a form posted from it': {
    html: row(
      (person) =>
        `<details name="menus"><summary data-who="${person.email}">Manage</summary><form data-form data-who="${person.email}"><input type="hidden" name="id" value="1"><button name="do" value="edit" type="button">Edit</button><button name="do" value="drop" data-drop data-who="${person.email}">Revoke access</button></form></details>`,
    ),
    wire: (page, act) =>
      delegate(page, 'submit', '[data-form]', (form, event) => {
        event.preventDefault();
        act(emailOf(form));
      }),
    steps: [{ at: whose('summary') }, { at: whose('[data-drop]') }],
  },

  'HTML: popover menu, dialog opened by a command, act at its close': {
    html: row(
      (person, index) =>
        `<button popovertarget="menu-${String(index)}" data-open data-who="${person.email}" aria-label="More">⋯</button><div popover id="menu-${String(index)}"><button>Edit</button><button command="show-modal" commandfor="ask-${String(index)}" data-item data-who="${person.email}">Remove…</button></div>
         <dialog id="ask-${String(index)}" data-ask="${person.email}"><form method="dialog"><p>Is that what you want?</p><button value="no">Back</button><button value="yes" data-yes data-who="${person.email}">Do it</button></form></dialog>`,
    ),
    wire: (page, act) => {
      for (const dialog of findAll(document.body, 'dialog[data-ask]') as HTMLDialogElement[])
        page.on(dialog, 'close', () => {
          if (dialog.returnValue === 'yes') act(dialog.getAttribute('data-ask')!);
          dialog.returnValue = '';
        });
    },
    steps: [{ at: whose('[data-open]') }, { at: whose('[data-item]') }, { at: whose('[data-yes]') }],
  },

  'HTML: a command of the page’s own on the row': {
    html: row(
      (person, index) =>
        `<div id="row-${String(index)}" data-target data-who="${person.email}"></div><button command="--drop" commandfor="row-${String(index)}" data-item data-who="${person.email}">Remove</button>`,
    ),
    wire: (page, act) => {
      for (const target of findAll(document.body, '[data-target]'))
        page.on(target, 'command', () => act(emailOf(target)));
    },
    steps: [{ at: whose('[data-item]') }],
  },

  'React Aria: grid, menu that opens on press, items that act on pointerup, alertdialog': {
    html: settingsPage(
      `<div role="grid" aria-multiselectable="true" aria-label="Members"><div role="rowgroup"><div role="row"><div role="columnheader">Name</div><div role="columnheader">Role</div><div role="columnheader"></div></div></div><div role="rowgroup">${team
        .map(
          (person, index) =>
            `<div role="row" data-key="${String(index)}" aria-selected="false" aria-labelledby="rn-${String(index)}" tabindex="-1"><div role="rowheader" id="rn-${String(index)}"><span>${person.name}</span><span>${person.email}</span></div><div role="gridcell">${person.role}</div><div role="gridcell"><button id="rb-${String(index)}" type="button" aria-label="Menu" aria-haspopup="true" aria-expanded="false" data-open data-who="${person.email}">☰</button></div></div>`,
        )
        .join('')}</div></div>`,
    ),
    wire: (page, act) => {
      const hide = (hidden: boolean): void => {
        for (const child of [...document.body.children])
          if (!child.matches('[data-portal]')) child.toggleAttribute('inert', hidden);
      };
      delegate(page, 'pointerdown', '[data-open]', (opener) => {
        opener.setAttribute('aria-expanded', 'true');
        const menu = portal(
          `<div role="dialog" data-trigger="MenuTrigger"><button aria-label="Dismiss" tabindex="-1" style="position:absolute;width:1px;height:1px;overflow:hidden"></button><div role="menu" aria-labelledby="${opener.id}" tabindex="-1"><div role="menuitem" tabindex="-1" data-key="edit">Edit</div><div role="menuitem" tabindex="-1" data-item data-who="${emailOf(opener)}">Remove user…</div></div></div>`,
        );
        page.on(menu.querySelector('[data-item]')!, 'pointerup', () => {
          menu.remove();
          const ask = portal(
            `<div data-rac><section role="alertdialog" aria-labelledby="h9"><h2 slot="title" id="h9">Remove user</h2><p>The account goes to nobody.</p><button type="button" data-rac data-no>Cancel</button><button type="button" data-rac data-yes>Remove</button></section></div>`,
            'position:fixed;inset:40px auto auto 20px;background:white;z-index:20',
          );
          hide(true);
          const close = (): void => {
            ask.remove();
            hide(false);
          };
          page.on(ask.querySelector('[data-no]')!, 'pointerup', close);
          page.on(ask.querySelector('[data-yes]')!, 'pointerup', () => {
            close();
            act(emailOf(opener));
          });
        });
      });
    },
    steps: [{ at: whose('[data-open]') }, { at: whose('[data-item]') }, { at: always('[data-yes]') }],
  },

  'Headless UI: marked entry of a focused menu, by keyboard': {
    html: row(
      (person) =>
        `<button aria-haspopup="menu" aria-expanded="false" data-headlessui-state data-open data-who="${person.email}">Options</button>`,
    ),
    wire: (page, act) =>
      delegate(page, 'click', '[data-open]', (opener) => {
        const box = portal(
          `<div role="menu" tabindex="0" data-list data-who="${emailOf(opener)}" aria-activedescendant="hu-2"><button role="menuitem" id="hu-1" tabindex="-1">Edit</button><button role="menuitem" id="hu-2" tabindex="-1" data-focus data-active>Remove</button></div>`,
        );
        const list = box.firstElementChild as HTMLElement;
        list.focus();
        page.on(list, 'keydown', (event) => {
          if ((event as KeyboardEvent).key !== 'Enter') return;
          event.preventDefault();
          (list.querySelector('#hu-2') as HTMLElement).click();
        });
        page.on(list.querySelector('#hu-2')!, 'click', () => {
          box.remove();
          act(emailOf(opener));
        });
      }),
    steps: [
      { at: whose('[data-open]'), how: 'Enter' },
      { at: whose('[data-list]'), how: 'Enter' },
    ],
  },

  'jQuery UI: dialog with a button pane, menu of wrappers': {
    html: `${row((person) => `<span class="ui-icon ui-icon-gear" title="Actions" data-open data-who="${person.email}" style="cursor:pointer">⚙</span>`)}`,
    wire: (page, act) => {
      delegate(page, 'click', '[data-open]', (opener) => {
        const menu = portal(
          `<ul class="ui-menu ui-widget" role="menu" tabindex="0"><li class="ui-menu-item"><div role="menuitem" tabindex="-1" class="ui-menu-item-wrapper">Edit</div></li><li class="ui-menu-item"><div role="menuitem" tabindex="-1" class="ui-menu-item-wrapper" data-item data-who="${emailOf(opener)}">Delete</div></li></ul>`,
        );
        page.on(menu.querySelector('[data-item]')!, 'click', () => {
          menu.remove();
          const dialog = portal(
            `<div tabindex="-1" role="dialog" class="ui-dialog ui-widget" aria-describedby="d1" aria-labelledby="d2"><div class="ui-dialog-titlebar"><span id="d2" class="ui-dialog-title">Delete?</span><button type="button" class="ui-button ui-dialog-titlebar-close" title="Close"></button></div><div id="d1" class="ui-dialog-content">The member will be permanently deleted and cannot be recovered.</div><div class="ui-dialog-buttonpane"><div class="ui-dialog-buttonset"><button type="button" class="ui-button" data-yes>Ok</button><button type="button" class="ui-button">Cancel</button></div></div></div>`,
          );
          page.on(dialog.querySelector('[data-yes]')!, 'click', () => {
            dialog.remove();
            act(emailOf(opener));
          });
        });
      });
    },
    steps: [{ at: whose('[data-open]') }, { at: whose('[data-item]') }, { at: always('[data-yes]') }],
  },

  'a card to choose whose text is a heading': {
    html: row(
      (person) =>
        `<button data-item data-who="${person.email}"><h5 data-press data-who="${person.email}">Remove</h5><small>Loses access at once</small></button>`,
    ),
    wire: (page, act) => delegate(page, 'click', '[data-item]', (item) => act(emailOf(item))),
    steps: [{ at: whose('[data-press]') }],
  },

  'an entry whose text is a paragraph': {
    html: row(
      (person) =>
        `<div role="button" tabindex="0" data-item data-who="${person.email}"><p data-press data-who="${person.email}">Remove</p></div>`,
    ),
    wire: (page, act) => delegate(page, 'click', '[data-item]', (item) => act(emailOf(item))),
    steps: [{ at: whose('[data-press]') }],
  },

  'a field with a list of its own beside it, which marks an entry and says nothing of it (Tabulator)': {
    html: row((person) => `<div data-cell data-who="${person.email}">${person.role}</div>`),
    wire: (page, act) =>
      delegate(page, 'click', '[data-cell]', (cell) => {
        cell.innerHTML = `<input data-field data-who="${emailOf(cell)}" value="${cell.textContent}">`;
        const box = portal(
          `<div>${['Admin', 'Manager', 'Member'].map((role) => `<div class="item" data-entry>${role}</div>`).join('')}</div>`,
        );
        const field = cell.firstElementChild as HTMLInputElement;
        const entries = [...box.querySelectorAll<HTMLElement>('[data-entry]')];
        field.focus();
        page.on(field, 'keydown', (event) => {
          const { key } = event as KeyboardEvent;
          const at = entries.findIndex((entry) => entry.matches('.focused'));
          if (key === 'ArrowDown') entries.forEach((entry, each) => entry.classList.toggle('focused', each === at + 1));
          if (key !== 'Enter' || at < 0) return;
          box.remove();
          act(emailOf(cell));
        });
      }),
    held: 'change-role',
    steps: [
      { at: whose('[data-cell]') },
      { at: (person) => `[data-field][data-who="${person.email}"]`, how: { keys: 'ArrowDown' } },
      {
        at: (person) =>
          `body:has([data-entry].focused + [data-entry].focused, [data-entry].focused:last-child) [data-field][data-who="${person.email}"]`,
        how: 'Enter',
      },
    ],
  },

  'a sign whose title says what it does': {
    html: row((person) => `<button data-item data-who="${person.email}" title="Remove at once">✕</button>`),
    wire: (page, act) => delegate(page, 'click', '[data-item]', (item) => act(emailOf(item))),
    steps: [{ at: whose('[data-item]') }],
  },

  'roles that drop down in the row, and no attribute says so (Alpine.js)': {
    html: row(
      (person) =>
        `<div style="position:relative"><button data-open data-who="${person.email}">${person.role}</button><ul data-menu="${person.email}" hidden style="position:absolute;background:white;z-index:2">${['Admin', 'Manager', 'Member'].map((role) => `<li><a href="#" data-role="${role}" data-item data-who="${person.email}"><h6>${role}</h6><p>May do what a ${role} may</p></a></li>`).join('')}</ul></div>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '[data-open]', (opener) => {
        must(`[data-menu="${emailOf(opener)}"]`).hidden = false;
      });
      delegate(page, 'click', '[data-item]', (item, event) => {
        event.preventDefault();
        must(`[data-menu="${emailOf(item)}"]`).hidden = true;
        act(emailOf(item));
      });
    },
    held: 'change-role',
    steps: [{ at: whose('[data-open]') }, { at: (person) => `[data-role=Member][data-who="${person.email}"] h6` }],
  },

  'a web component that is one control, with a label for nothing in it (Ionic)': {
    html: row((person) => `<div data-open data-who="${person.email}" tabindex="0" aria-haspopup="dialog">Role</div>`),
    wire: (page, act) =>
      delegate(page, 'click', '[data-open]', (opener) => {
        const box = portal(
          `<div aria-modal="true" tabindex="-1"><div role="radiogroup">${['Admin', 'Manager', 'Member']
            .map((role) => `<div role="radio" aria-checked="false" tabindex="-1" data-role="${role}">${role}</div>`)
            .join('')}</div></div>`,
        );
        for (const radio of box.querySelectorAll('[role=radio]'))
          radio
            .attachShadow({ mode: 'open' })
            .setHTMLUnsafe(`<label data-press data-role="${radio.getAttribute('data-role')!}"><slot></slot></label>`);
        page.on(box.querySelector('[data-role=Member]')!, 'click', () => {
          box.remove();
          act(emailOf(opener));
        });
      }),
    held: 'change-role',
    steps: [{ at: whose('[data-open]') }, { at: always('label[data-role=Member]') }],
  },

  'a command palette that names the person, Enter in its field': {
    html: row(() => ''),
    wire: (page, act) => {
      const box = portal(
        `<div role="dialog" aria-label="Command menu"><div cmdk-root><input cmdk-input data-field role="combobox" aria-expanded="true" aria-controls="cl" placeholder="Type a command"><div cmdk-list role="listbox" id="cl">${team
          .map(
            (person) =>
              `<div cmdk-item role="option" aria-selected="false" data-cmd data-who="${person.email}">Remove ${person.name}</div>`,
          )
          .join('')}</div></div></div>`,
      );
      const mark = (email: string): void => {
        for (const item of findAll(box, '[data-cmd]')) {
          item.setAttribute('aria-selected', String(emailOf(item) === email));
          item.toggleAttribute('data-selected', emailOf(item) === email);
        }
      };
      delegate(page, 'pointermove', '[data-cmd]', (item) => mark(emailOf(item)));
      page.on(must('[data-field]'), 'keydown', (event) => {
        const { key } = event as KeyboardEvent;
        const items = findAll(box, '[data-cmd]');
        const current = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
        if (key === 'ArrowDown') mark(emailOf(items[Math.min(current + 1, items.length - 1)]!));
        if (key === 'Enter' && current >= 0) act(emailOf(items[current]!));
      });
    },
    steps: [
      {
        at: (person) => `[data-field]:not(:has(~ * [data-who="${person.email}"][aria-selected=true]))`,
        how: { keys: 'ArrowDown' },
      },
      { at: (person) => `[data-field]:has(~ * [data-who="${person.email}"][aria-selected=true])`, how: 'Enter' },
    ],
  },

  'a command palette whose entries are clicked': {
    html: row(() => ''),
    wire: (page, act) => {
      portal(
        `<div role="dialog" aria-label="Command menu"><input role="combobox" aria-expanded="true"><div role="listbox">${team
          .map(
            (person) =>
              `<div role="option" aria-selected="false" data-cmd data-who="${person.email}">Remove ${person.name}</div>`,
          )
          .join('')}</div></div>`,
      );
      delegate(page, 'click', '[data-cmd]', (item) => act(emailOf(item)));
    },
    steps: [{ at: whose('[data-cmd]') }],
  },

  'a reason in a text area, sent by Ctrl and Enter': {
    html: row((person) => `<button data-open data-who="${person.email}">Remove…</button>`),
    wire: (page, act) =>
      delegate(page, 'click', '[data-open]', (opener) => {
        const box = portal(
          `<div role="dialog" aria-label="Remove member"><textarea aria-label="Reason" data-reason></textarea><button>Cancel</button><button data-yes>Remove</button></div>`,
        );
        page.on(must('[data-reason]'), 'keydown', (event) => {
          const { key, ctrlKey } = event as KeyboardEvent;
          if (key !== 'Enter' || !ctrlKey) return;
          box.remove();
          act(emailOf(opener));
        });
      }),
    steps: [{ at: whose('[data-open]') }, { at: always('[data-reason]'), how: { keys: 'Enter', control: true } }],
  },

  'a card that shows whoever the mouse is over, another row having been worked': {
    html: row(
      (person) =>
        `<button data-edit data-who="${person.email}">Edit</button><i data-hover data-who="${person.email}">i</i>`,
    ),
    wire: (page, act) => {
      delegate(page, 'pointerover', '[data-hover]', (mark) => {
        find('[data-portal]')?.remove();
        const person = team.find(({ email }) => email === emailOf(mark))!;
        const box = portal(
          `<div><strong>${person.name}</strong><div>${person.email}</div><button data-item data-who="${person.email}">Remove</button></div>`,
        );
        page.on(box.querySelector('[data-item]')!, 'click', () => act(person.email));
      });
    },
    steps: [
      { at: (person) => (person === dana ? whose('[data-edit]')(lucja) : whose('[data-edit]')(dana)) },
      { at: whose('[data-hover]') },
      { at: whose('[data-item]') },
    ],
  },

  'a button that asks in its own label': {
    html: row((person) => `<button data-item data-who="${person.email}">Remove</button>`),
    wire: (page, act) =>
      delegate(page, 'click', '[data-item]', (item) => {
        if (item.textContent === 'Remove') item.textContent = 'Sure?';
        else {
          item.textContent = 'Remove';
          act(emailOf(item));
        }
      }),
    steps: [{ at: whose('[data-item]') }],
  },

  'bulk action chosen first, rows ticked afterwards, Apply': {
    ...bulkField('Apply'),
    steps: [
      { at: always('[data-bulk]'), how: { choose: 'Remove' } },
      { at: whose('[data-box]'), how: 'tick' },
      { at: always('[data-apply]') },
    ],
  },

  'rows ticked, then the bulk action, Apply': {
    ...bulkField('Go'),
    steps: [
      { at: whose('[data-box]'), how: 'tick' },
      { at: always('[data-bulk]'), how: { choose: 'Remove' } },
      { at: always('[data-apply]') },
    ],
  },

  'a switch in the row that turns a user off': {
    html: row(
      (person) =>
        `<button role="switch" aria-checked="true" aria-label="Active" data-item data-who="${person.email}">on</button>`,
    ),
    wire: (page, act) =>
      delegate(page, 'click', '[data-item]', (item) => {
        item.setAttribute('aria-checked', 'false');
        act(emailOf(item));
      }),
    steps: [{ at: whose('[data-item]') }],
  },

  'a status in a native list: Deactivated': {
    html: row(
      (person) =>
        `<select aria-label="Status" data-item data-who="${person.email}"><option>Active</option><option>Deactivated</option></select>`,
    ),
    wire: (page, act) => delegate(page, 'change', '[data-item]', (item) => act(emailOf(item))),
    steps: [{ at: whose('[data-item]'), how: { choose: 'Deactivated' } }],
  },

  'chips of people, each with a cross, saved later': {
    html: settingsPage(
      `<section><h2>Members</h2><div data-chips>${team
        .map(
          (person) =>
            `<span class="chip" data-chip="${person.email}" title="${person.email}">${person.name}<button aria-label="Remove ${person.name}" data-item data-who="${person.email}">×</button></span>`,
        )
        .join('')}<input aria-label="Add people"></div><button data-save hidden>Save</button></section>`,
    ),
    wire: (page, act) => {
      const gone: string[] = [];
      delegate(page, 'click', '[data-item]', (item) => {
        gone.push(emailOf(item));
        item.closest('[data-chip]')!.remove();
        must('[data-save]').hidden = false;
      });
      delegate(page, 'click', '[data-save]', () => gone.splice(0).forEach(act));
    },
    steps: [{ at: whose('[data-item]') }, { at: always('[data-save]') }],
  },

  'two lists beside each other, moved over by an arrow': {
    html: settingsPage(
      `<div style="display:flex"><div><h3>In EMEA Sales</h3><ul role="listbox" aria-multiselectable="true" data-from>${team
        .map(
          (person) =>
            `<li role="option" aria-selected="false" tabindex="0" data-pick data-who="${person.email}">${person.name} (${person.email})</li>`,
        )
        .join(
          '',
        )}</ul></div><div><button aria-label="Remove selected" data-move>›</button></div><div><h3>Everybody else</h3><ul role="listbox" data-to></ul></div></div>`,
    ),
    wire: (page, act) => {
      delegate(page, 'click', '[data-pick]', (item) => item.setAttribute('aria-selected', 'true'));
      delegate(page, 'click', '[data-move]', () =>
        findAll(document.body, '[data-pick][aria-selected=true]').forEach((item) => act(emailOf(item))),
      );
    },
    steps: [
      { at: (person) => `[data-pick][aria-selected=false][data-who="${person.email}"]` },
      { at: always('body:has([data-pick][aria-selected=true]) [data-move]') },
    ],
  },

  'a click that the page makes on a hidden button of the row': {
    html: `${row((person) => `<button data-real data-who="${person.email}" style="position:absolute;left:-9999px">Remove</button>`)}<div id="float" style="position:fixed;bottom:0;right:0">${team.map((person) => `<button data-proxy data-who="${person.email}">⌫</button>`).join('')}</div>`,
    wire: (page, act) => {
      delegate(page, 'mousedown', '[data-proxy]', (proxy) => must(`[data-real][data-who="${emailOf(proxy)}"]`).click());
      delegate(page, 'click', '[data-real]', (real) => act(emailOf(real)));
    },
    steps: [{ at: whose('[data-proxy]') }],
  },

  'everybody on every page, of whom few are drawn': {
    html: settingsPage(
      `<div role="toolbar"><span data-count></span><button data-item>Remove</button></div><div role="grid" aria-rowcount="401" aria-multiselectable="true"><div role="row" aria-rowindex="1"><div role="columnheader"><input type="checkbox" aria-label="Select all rows" data-all></div><div role="columnheader">Name</div><div role="columnheader">E-mail</div><div role="columnheader">Role</div></div>${[
        omar,
        lucja,
        sam,
      ]
        .map(
          (person, index) =>
            `<div role="row" aria-rowindex="${String(index + 2)}"><div role="gridcell"><input type="checkbox" data-box data-who="${person.email}"></div><div role="gridcell">${person.name}</div><div role="gridcell">${person.email}</div><div role="gridcell">${person.role}</div></div>`,
        )
        .join('')}</div>`,
    ),
    wire: (page, act) => {
      delegate(page, 'change', '[data-all]', (all) => {
        for (const box of findAll(document.body, '[data-box]') as HTMLInputElement[])
          box.checked = (all as HTMLInputElement).checked;
        must('[data-count]').textContent = '400 selected';
      });
      delegate(page, 'click', '[data-item]', () => {
        if ((must('[data-all]') as HTMLInputElement).checked) act(dana.email);
        else
          for (const box of findAll(document.body, '[data-box]') as HTMLInputElement[])
            if (box.checked) act(emailOf(box));
      });
    },
    steps: [
      { at: (person) => (person === dana ? '[data-all]' : whose('[data-box]')(person)), how: 'tick' },
      { at: always('[data-item]') },
    ],
  },
};

test.each(Object.entries(ways))('%s', (_, way) => tryWay(way));

test('what acts while it is held down, without any event of its own, is held at the start', async () => {
  const page = open(
    {
      html: row((person) => `<button data-item data-who="${person.email}">Hold to remove</button>`),
      wire: (on, act) => {
        let timer = 0;
        delegate(on, 'pointerdown', '[data-item]', (item) => {
          timer = window.setTimeout(() => act(emailOf(item)), 60);
        });
        on.on(document, 'pointerup', () => window.clearTimeout(timer));
      },
      steps: [],
    },
    true,
  );
  const [free, own] = [omar, dana].map((person) => must(whose('[data-item]')(person)));
  await press(free!);
  await expect.poll(() => page.done).toEqual([omar.email]);
  await release(free!);
  page.seen.length = 0;
  await press(own!);
  await release(own!);
  expect(page.seen.filter((event) => event.startsWith('pointer'))).toEqual([]);
  expect(page.held).toHaveLength(1);
  expect(page.done).toEqual([omar.email]);
});

test('a role that is called as somebody is, chosen for an owner', async () => {
  const crowd: Someone[] = [...team, { name: 'Collaborator', email: 'collab@northwind.example', role: 'Member' }];
  const page = open(
    {
      html: settingsPage(
        `<table><thead><tr><th>Name</th><th>E-mail</th><th>Role</th></tr></thead><tbody>${crowd
          .map(
            (person) =>
              `<tr><td>${person.name}</td><td>${person.email}</td><td><button aria-haspopup="menu" aria-expanded="false" data-open data-who="${person.email}">${person.role}</button></td></tr>`,
          )
          .join('')}</tbody></table>`,
      ),
      wire: (on, act) =>
        delegate(on, 'click', '[data-open]', (opener) => {
          const menu = portal(
            `<div aria-live="polite"><ul role="menu">${['Admin', 'Manager', 'Collaborator'].map((role) => `<li role="none"><a role="menuitem" tabindex="0">${role}</a></li>`).join('')}</ul></div>`,
          );
          on.on(menu, 'click', () => {
            menu.remove();
            act(emailOf(opener));
          });
        }),
      steps: [],
    },
    true,
  );
  for (const person of [omar, dana]) {
    await click(must(whose('[data-open]')(person)));
    await click(must('[data-portal] li:last-child a'));
  }
  expect(page.done).toEqual([omar.email]);
  expect(page.held.map(({ action, userIds }) => [action, userIds])).toEqual([['change-role', ['dana']]]);
});

test('a button that names one of those who are selected is about all of them', async () => {
  const page = open(
    {
      html: settingsPage(
        `<button data-item hidden></button><table><thead><tr><th></th><th>Name</th><th>E-mail</th><th>Role</th></tr></thead><tbody>${team
          .map(
            (person) =>
              `<tr><td><input type="checkbox" data-box data-who="${person.email}"></td><td>${person.name}</td><td>${person.email}</td><td>${person.role}</td></tr>`,
          )
          .join('')}</tbody></table>`,
      ),
      wire: (on, act) => {
        delegate(on, 'change', '[data-box]', () => {
          must('[data-item]').hidden = false;
          must('[data-item]').textContent = `Remove ${omar.name} and 1 other`;
        });
        delegate(on, 'click', '[data-item]', () => act(dana.email));
      },
      steps: [],
    },
    true,
  );
  for (const person of [omar, dana]) await click(must(whose('[data-box]')(person)));
  await click(must('[data-item]'));
  expect(page.done).toEqual([]);
  expect(page.held.map(({ userIds }) => [...userIds].sort())).toEqual([['dana', 'omar']]);
});
