import type { Locator, Page } from 'playwright-core';
import {
  type Flow,
  type Person,
  type Skin,
  deactivation,
  demotion,
  generation,
  licenseCut,
  onlyOne,
  people,
  removal,
  removalOfSeveral,
  refusal as refused,
} from '../flow.ts';

/** Cards of plain boxes: the one with this address. */
const card = (page: Page, { email }: Person): Locator =>
  page.locator('.card').filter({ has: page.getByTitle(email, { exact: true }) });
const team = {
  address: 'settings/team',
  ready: (page) => page.locator('.card').nth(3),
  refused,
} satisfies Partial<Flow>;
const users = {
  ...team,
  address: 'settings/users',
  before: async (page, target) => {
    await page.getByRole('button', { name: 'Carica altri' }).click();
    await card(page, onlyOne(target)).waitFor();
  },
} satisfies Partial<Flow>;

export default {
  name: 'bits',
  library: 'Bits UI 2.21 (Svelte 5)',
  language: 'it',
  row: card,
  teamReady: (page) => page.locator('.card').nth(3),
  keysReady: (page) => page.getByText('Chiave di produzione', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'card menu, at once with a way back',
      steps: [
        { at: (page, target) => card(page, onlyOne(target)).getByRole('button', { name: 'Altre azioni' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Rimuovi dal team' }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} è stato rimosso`),
    },
    {
      ...team,
      ...removal,
      id: 'context menu, at once with a way back',
      inputs: ['mouse'],
      steps: [
        { at: (page, target) => page.getByTitle(onlyOne(target).email, { exact: true }), how: 'context' },
        { at: (page) => page.getByRole('menuitem', { name: 'Rimuovi dal team' }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} è stato rimosso`),
    },
    {
      ...team,
      ...removal,
      id: 'side panel, question in its place',
      // A name that is a plain box is not reached by keyboard; the menu's entry opens the same panel.
      steps: [
        { at: (page, target) => card(page, onlyOne(target)).getByRole('button', { name: 'Altre azioni' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Apri il profilo' }) },
        { at: (page) => page.getByRole('button', { name: "Rimuovi l'accesso" }) },
        { at: (page) => page.getByRole('button', { name: 'Sì', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} è stato rimosso`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked cards, bar, dialog that counts',
      before: async (page, target) => {
        for (const person of target.people) await card(page, person).getByRole('checkbox').click();
      },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Rimuovi', exact: true }) },
        { at: (page) => page.getByRole('button', { name: 'Sì, rimuovi' }) },
      ],
      done: (page) => page.getByText('2 persone rimosse'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a list in a portal',
      steps: [
        { at: (page, target) => card(page, onlyOne(target)).getByLabel('Ruolo') },
        { at: (page) => page.getByRole('option', { name: 'Collaboratore', exact: true }) },
      ],
      done: (page, target) => page.getByText(`Il ruolo di ${onlyOne(target).name} ora è Collaboratore`),
    },
    {
      ...users,
      ...removal,
      id: 'all users, menu, dialog with all ticked',
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      free: { people: [people.chiara], workspace: 'EMEA Sales' },
      steps: [
        { at: (page, target) => card(page, onlyOne(target)).getByRole('button', { name: 'Azioni' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Elimina utente…' }) },
        { at: (page) => page.getByRole('button', { name: 'Elimina', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} è stato rimosso`),
      requests: { owner: 3, free: 1 },
    },
    {
      ...users,
      ...licenseCut,
      id: 'license in a menu of a menu',
      steps: [
        { at: (page, target) => card(page, onlyOne(target)).getByRole('button', { name: 'Azioni' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Cambia licenza' }) },
        { at: (page) => page.getByRole('menuitemradio', { name: 'Read-only' }) },
      ],
      done: (page, target) => page.getByText(`La licenza di ${onlyOne(target).name} è stata modificata in Read-only`),
    },
    {
      ...deactivation,
      id: 'workspace in an accordion, dialog',
      address: 'settings/workspaces',
      ready: (page) => page.getByRole('button', { name: 'Customer Success' }),
      steps: [
        { at: (page, { workspace }) => page.getByRole('button', { name: workspace, exact: true }) },
        { at: (page) => page.getByRole('button', { name: 'Disattiva area di lavoro' }) },
        { at: (page) => page.getByRole('alertdialog').getByRole('button', { name: 'Disattiva', exact: true }) },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} è stata disattivata`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, without a question',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Chiave di produzione', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [{ at: (page) => page.getByRole('button', { name: 'Genera nuova chiave' }).last() }],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Genera', exact: true }) }],
      done: (page) => page.getByText('Chiave API generata'),
      refused,
    },
  ],
} satisfies Skin;
