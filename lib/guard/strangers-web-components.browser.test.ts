/**
 * Pages of UI5 Web Components (2026-11), as its elements draw them: open shadow roots in each other, what is handed from slot to
 * slot, roles that stand on parts in the shadow alone. In Swedish.
 */
import { afterEach, expect, test } from 'vitest';
import { type Someone, team } from '../../test/fixtures/pages/lists.ts';
import { known, reading, show } from '../../test/fixtures/pages/show.ts';
import type { Stage } from '../../test/fixtures/pages/stage.ts';
import { delegate, endWay, find, must, tryWay, type Way, whose } from '../../test/fixtures/pages/ways.ts';
import { allWords } from '../pages/all-words.ts';
import { learnWords } from '../pages/words.ts';

learnWords(allWords);
afterEach(endWay);

const [dana, omar, sam, lucja] = team as [Someone, Someone, Someone, Someone];
const roles: Record<string, string> = { Admin: 'Administratör', Manager: 'Chef', Member: 'Medlem' };

const root = (inner: string): string => `<template shadowrootmode="open">${inner}</template>`;
const title = (text: string, level: string, slot = ''): string =>
  `<ui5-title level="${level.toUpperCase()}" style="display:block"${slot}>${root(`<${level} class="ui5-title-root"><span><slot></slot></span></${level}>`)}${text}</ui5-title>`;
const button = (inside: string, attributes = '', shown = ''): string =>
  `<ui5-button ${attributes}>${root(`<button type="button" class="ui5-button-root" part="button" ${shown}><span class="ui5-button-text"><bdi><slot></slot></bdi></span></button>`)}${inside}</ui5-button>`;
const icon = (name: string, said = ''): string =>
  `<ui5-icon name="${name}" ${said} mode="Decorative" style="display:inline-block;width:16px;height:16px">${root('<svg width="16" height="16" role="presentation"></svg>')}</ui5-icon>`;

/** The bar at the top: the app's name opens the list of workspaces, and beside it stands which of them is shown. */
const shell = (workspace: string): string =>
  `<ui5-shellbar primary-title="PandaDoc">${root(`<header class="ui5-shellbar-root"><button class="ui5-shellbar-menu-button" aria-haspopup="menu" aria-expanded="false"><h1 class="ui5-shellbar-menu-button-title"><bdi>PandaDoc</bdi></h1></button><div class="ui5-shellbar-secondary-title">${workspace}</div><div popover="manual"><slot name="menuItems"></slot></div></header>`)}<ui5-li slot="menuItems">EMEA Sales</ui5-li><ui5-li slot="menuItems">US Sales</ui5-li></ui5-shellbar>`;

const member = (person: Someone, space: string): string =>
  `<ui5-li data-who="${person.email}" data-space="${space}" style="display:block">${root(`<li part="native-li" class="ui5-li-root" role="listitem" tabindex="-1" style="display:flex"><div part="content" class="ui5-li-content"><slot name="image"></slot><div class="ui5-li-text-wrapper"><span part="title" class="ui5-li-title">${person.name}</span><span part="description" class="ui5-li-desc">${person.email}</span><span part="additional-text">${roles[person.role]!}</span></div></div><div class="ui5-li-deletebtn"><ui5-button icon="decline" tooltip="Radera">${root(`<button type="button" class="ui5-button-root" part="button" aria-label="" title="Radera" data-out="${space} ${person.email}">${icon('decline')}</button>`)}</ui5-button></div></li>`)}</ui5-li>`;
const panel = (space: string, people: readonly Someone[]): string =>
  `<ui5-panel style="display:block">${root(`<div class="ui5-panel-root" role="region"><div class="ui5-panel-heading-wrapper"><slot name="header"></slot></div><div class="ui5-panel-content"><slot></slot></div></div>`)}<div slot="header" class="row">${title(space, 'h5')}${button('Inaktivera')}</div><ui5-list selection-mode="Delete" style="display:block">${root(`<div class="ui5-list-root"><header class="ui5-list-header">Medlemmar i ${space} (${String(people.length)})</header><ul class="ui5-list-ul" role="list"><slot></slot></ul></div>`)}${people.map((person) => member(person, space)).join('')}</ui5-list></ui5-panel>`;
const spaces = (own: string, lists: Record<string, readonly Someone[]>): string =>
  `${shell(own)}<div class="shell"><main>${title('Arbetsytor', 'h3')}${Object.entries(lists)
    .map(([space, people]) => panel(space, people))
    .join('')}</main></div>`;
const removes: Way['wire'] = (page, act) => {
  delegate(page, 'click', '[data-out]', (out) => act(out.dataset['out']!.split(' ').at(-1)!));
};

/** A field of roles in a row: arrows change what it shows, and Enter takes it. */
const select = (person: Someone): string =>
  `<ui5-select accessible-name="Roll" data-who="${person.email}" data-was="${roles[person.role]!}">${root(
    `<div class="ui5-select-root"><div class="ui5-select-label-root" part="label" tabindex="0" role="combobox" aria-haspopup="listbox" aria-label="Roll" aria-expanded="false" aria-controls="popover" data-open="${person.email}" data-who="${person.email}">${roles[person.role]!}</div></div><ui5-responsive-popover id="popover" popover="manual">${root(`<section class="ui5-popup-root" role="dialog" aria-modal="true"><div class="ui5-popup-content"><slot></slot></div></section>`)}<ui5-list>${root(`<ul class="ui5-list-ul" role="listbox" aria-label="Roll"><slot></slot></ul>`)}<slot></slot></ui5-list></ui5-responsive-popover>`,
  )}${Object.values(roles)
    .map(
      (text) =>
        `<ui5-option style="display:block" ${text === roles[person.role] ? 'selected' : ''}>${root(`<li part="native-li" class="ui5-li-root" tabindex="-1" role="option" aria-selected="${String(text === roles[person.role])}" data-role="${text}" data-who="${person.email}"><div part="content"><div class="ui5-li-text-wrapper"><span part="title" class="ui5-li-title"><slot></slot></span></div></div></li>`)}${text}</ui5-option>`,
    )
    .join('')}</ui5-select>`;
const line = (person: Someone): string =>
  `<ui5-table-row role="row" style="display:grid;grid-template-columns:1fr 1fr 1fr">${root('<slot></slot>')}${[person.name, person.email, select(person)].map((inner) => `<ui5-table-cell role="gridcell">${root('<slot></slot>')}${inner}</ui5-table-cell>`).join('')}</ui5-table-row>`;

const fields: Pick<Way, 'html' | 'options' | 'free' | 'held'> = {
  html: `${shell('EMEA Sales')}<div class="shell"><main>${title('Team och licenser', 'h3')}<ui5-table role="table" style="display:block">${root('<div role="grid"><slot></slot></div>')}${team.map(line).join('')}</ui5-table></main></div>`,
  options: { lang: 'sv' },
  free: lucja,
  held: 'change-role',
};

function opensByKey(page: Stage): void {
  delegate(page, 'keydown', '[data-open]', (field, event) => {
    if ((event as KeyboardEvent).key !== ' ') return;
    event.preventDefault();
    field.setAttribute('aria-expanded', 'true');
    (field.getRootNode() as ShadowRoot).querySelector<HTMLElement>('[popover]')!.showPopover();
  });
  // An arrow goes to the next option, and the field shows it.
  delegate(page, 'focusin', '[data-role]', (option) => {
    must(`[data-open="${option.dataset['who']!}"]`).textContent = option.dataset['role']!;
  });
}

/** Somebody's workspaces as tokens of a field, each an option of a list. */
const tokens = (person: Someone, sign: string): string =>
  `<div class="tokens" role="dialog" aria-modal="true" data-who="${person.email}" style="position:fixed;inset:60px;background:white" hidden><h2>Arbetsytor för ${person.name}</h2><ui5-tokenizer style="display:block">${root(
    `<div class="ui5-tokenizer--list" role="listbox" aria-label="Tokenizer"><slot></slot></div>`,
  )}${['EMEA Sales', 'US Sales']
    .map(
      (space) =>
        `<ui5-token text="${space}" style="display:inline-block">${root(`<div role="option" tabindex="-1" class="ui5-token--wrapper" aria-selected="false" data-token="${space} ${person.email}"><span class="ui5-token--text">${space}</span>${sign}</div>`)}</ui5-token>`,
    )
    .join(
      '',
    )}</ui5-tokenizer>${button('Spara', `class="save" data-who="${person.email}" hidden`)}${button('Avbryt')}</div>`;
const withTokens = (sign: string): Pick<Way, 'html' | 'wire' | 'steps' | 'options'> => ({
  html: `${shell('EMEA Sales')}<div class="shell"><main>${title('Team och licenser', 'h3')}<table>${team.map((person) => `<tr><td>${person.name}</td><td>${person.email}</td><td>${roles[person.role]!}</td><td>${button('Hantera arbetsytor', `data-more="${person.email}"`)}</td></tr>`).join('')}</table>${team.map((person) => tokens(person, sign)).join('')}</main></div>`,
  options: { lang: 'sv' },
  wire: (page, act) => {
    delegate(page, 'click', '[data-more]', (more) => {
      must(`.tokens[data-who="${more.dataset['more']!}"]`).hidden = false;
    });
    delegate(page, 'keydown', '[data-token]', (token, event) => {
      if ((event as KeyboardEvent).key !== 'Delete') return;
      must(`.save[data-who="${token.dataset['token']!.split(' ').at(-1)!}"]`).hidden = false;
      (token.getRootNode() as ShadowRoot).host.remove();
    });
    delegate(page, 'click', '.save', (save) => act(save.dataset['who']!));
  },
  steps: [
    { at: (subject) => `[data-more="${subject.email}"]` },
    { at: (subject) => `[data-token="EMEA Sales ${subject.email}"]`, how: { keys: 'Delete' } },
    { at: whose('.save') },
  ],
});

const ways: Record<string, Way> = {
  'Delete on a token whose sign says what it does': withTokens(
    `<div class="ui5-token--icon"><ui5-icon name="decline">${root('<svg width="16" height="16" role="img"><title>Radera</title></svg>')}</ui5-icon></div>`,
  ),
  'Delete on a token whose sign has no name': withTokens(
    '<svg class="p-icon p-chip-remove-icon" width="14" height="14"></svg>',
  ),
  'the bin of a list is about the workspace that the list is headed by, whichever the bar shows': {
    html: spaces('EMEA Sales', { 'US Sales': [sam, omar], 'EMEA Sales': [dana, omar] }),
    options: { path: '/settings/workspaces', lang: 'sv' },
    own: sam,
    wire: removes,
    steps: [{ at: (subject) => `[data-out="US Sales ${subject.email}"]` }],
  },
  'somebody who may own the key of another workspace is taken out of this one': {
    html: spaces('US Sales', { 'EMEA Sales': [dana, sam, omar], Archive: [omar] }),
    options: { path: '/settings/workspaces', lang: 'sv' },
    free: sam,
    wire: removes,
    steps: [{ at: (subject) => `[data-out="EMEA Sales ${subject.email}"]` }],
  },
  'the keys change what a field of roles shows before Enter takes it': {
    ...fields,
    wire: (page, act) => {
      opensByKey(page);
      delegate(page, 'keydown', '[data-role]', (option, event) => {
        if ((event as KeyboardEvent).key === 'Enter') act(option.dataset['who']!);
      });
    },
    steps: [
      { at: whose('[data-open]'), how: 'Space' },
      { at: whose('[data-role=Medlem]'), how: 'Enter' },
    ],
  },
  'a field of roles takes what the keys have come to when its list is left': {
    ...fields,
    wire: (page, act) => {
      opensByKey(page);
      delegate(page, 'focusout', '[data-role]', (option) => {
        const field = must(`ui5-select[data-who="${option.dataset['who']!}"]`);
        const shown = must(`[data-open="${option.dataset['who']!}"]`);
        const isTaken = field.dispatchEvent(new Event('change', { bubbles: true, cancelable: true }));
        if (!isTaken) shown.textContent = field.dataset['was']!;
      });
      delegate(page, 'change', 'ui5-select', (field) => act(field.dataset['who']!));
    },
    steps: [
      { at: whose('[data-open]'), how: 'Space' },
      { at: whose('[data-role=Medlem]'), how: { keys: 'Tab' } },
    ],
  },
};

for (const [name, way] of Object.entries(ways)) test(name, () => tryWay(way));

test('the app is no workspace: the one that is shown stands beside its name', () => {
  const keys = (['sandbox', 'production'] as const)
    .map(
      (type) =>
        `<div class="row keyrow"><div>${title(type === 'sandbox' ? 'Sandbox-nyckel' : 'Produktionsnyckel', 'h5')}</div><ui5-input>${root('<input type="password" readonly value="0123456789">')}</ui5-input>${button('Generera')}</div>`,
    )
    .join('');
  show(
    `${shell('US Sales')}<div class="shell"><main>${title('Utvecklarcenter', 'h3')}<ui5-card>${root('<div class="ui5-card-root" role="region"><slot name="header"></slot><slot></slot></div>')}<ui5-card-header slot="header">${root('<div role="heading" aria-level="3">API-nycklar</div>')}</ui5-card-header>${keys}</ui5-card></main></div>`,
  );
  document.documentElement.lang = 'sv';
  const claimed = (): string | null | undefined =>
    reading('keys', '/settings/api-dashboard/configuration', known('EMEA Sales', 'US Sales'))?.observation?.workspace
      .name;
  expect(claimed()).toBe('US Sales');
  // One that nobody knows yet is not made up of what stands there.
  find('ui5-shellbar')!.shadowRoot!.querySelector('.ui5-shellbar-secondary-title')!.textContent = 'LATAM Sales';
  expect(claimed()).toBe(null);
  document.documentElement.lang = 'en';
});

test('who is listed below the name of each of several workspaces is in none for that the bar shows', () => {
  show(spaces('EMEA Sales', { 'US Sales': [sam, omar, lucja], 'EMEA Sales': [dana, omar, lucja] }));
  document.documentElement.lang = 'sv';
  const read = reading('members', '/settings/workspaces', known('EMEA Sales', 'US Sales'))?.observation;
  expect(read).toMatchObject({ kind: 'members', scope: 'organization', workspace: { name: null } });
  document.documentElement.lang = 'en';
});
