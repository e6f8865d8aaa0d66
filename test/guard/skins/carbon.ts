import type { Locator, Page } from 'playwright-core';
import {
  type Skin,
  deactivation,
  demotion,
  generation,
  licenseCut,
  onlyOne,
  people,
  removal,
  removalOfSeveral,
  tableRow as row,
  refusal as refused,
  teamTable as team,
} from '../flow.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true });

export default {
  name: 'carbon',
  library: 'Carbon 1.117',
  language: 'de',
  row,
  teamReady: (page) => page.getByRole('row').nth(3),
  keysReady: (page) => page.getByText('Produktionsschlüssel', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'overflow menu, dialog with the name only',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Optionen' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Löschen' }) },
        { at: (page) => dialog(page).getByRole('button', { name: /Löschen$/ }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} wurde gelöscht`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows, bar, dialog that counts',
      before: async (page, target) => {
        for (const person of target.people) {
          await row(page, person).getByText('Zeile auswählen').or(row(page, person).locator('label')).first().click();
        }
      },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Entfernen', exact: true }) },
        { at: (page) => dialog(page).getByRole('button', { name: /Ja$/ }) },
      ],
      done: (page) => page.getByText('2 Personen wurden entfernt'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a dialog of radio buttons',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Optionen' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Rolle ändern' }) },
        { at: (page) => dialog(page).getByText('Manager', { exact: true }) },
        { at: (page) => dialog(page).getByRole('button', { name: 'Speichern' }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} ist jetzt Manager`),
      inputs: ['mouse', 'touch'],
    },
    {
      ...removal,
      id: 'own page, wizard of three steps',
      address: (organization, target) => `settings/users/${organization.userByEmail(onlyOne(target).email).id}`,
      ready: (page, target) => page.getByRole('heading', { name: onlyOne(target).name }),
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Zugriff beenden' }) },
        { at: (page) => page.getByRole('checkbox', { name: 'EMEA Sales' }), how: 'tick' },
        { at: (page) => page.getByRole('button', { name: 'Weiter' }) },
        {
          at: (page) =>
            page
              .getByText('Dokumente gehen an')
              .locator('xpath=ancestor::main')
              .getByRole('button', { name: 'Weiter' }),
        },
        { at: (page) => page.getByRole('button', { name: 'Jetzt beenden' }) },
      ],
      done: (page, target) => page.getByText(`Der Zugriff von ${onlyOne(target).name} wurde beendet`),
      refused,
    },
    {
      ...licenseCut,
      id: 'license by a native list',
      address: 'settings/users',
      ready: (page) => page.getByRole('row').nth(3),
      steps: [{ at: (page, target) => row(page, onlyOne(target)).getByRole('combobox'), how: { choose: 'Creator' } }],
      done: (page, target) => page.getByText(`Die Lizenz von ${onlyOne(target).name} ist jetzt Creator`),
      refused,
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      inputs: ['mouse', 'enter'],
    },
    {
      ...deactivation,
      id: 'workspace as a tile, menu, typed name',
      address: 'settings/workspaces',
      ready: (page) => page.getByRole('heading', { name: 'EMEA Sales' }),
      steps: [
        {
          at: (page, { workspace }) =>
            page.getByRole('heading', { name: workspace }).locator('..').getByRole('button', { name: 'Optionen' }),
        },
        { at: (page) => page.getByRole('menuitem', { name: 'Arbeitsbereich deaktivieren…' }) },
        {
          at: (page) => dialog(page).getByRole('textbox'),
          how: { type: (target) => target.workspace },
        },
        {
          at: (page) => dialog(page).getByRole('button', { name: /Deaktivieren$/ }),
          submitAt: (page) => dialog(page).getByRole('textbox'),
        },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} wurde deaktiviert`),
      refused,
      inputs: ['mouse', 'touch', 'enter', 'space', 'submit'],
    },
    {
      ...generation,
      id: 'table of keys, menu, dialog',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Produktionsschlüssel', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        {
          at: (page) =>
            page.getByRole('row').filter({ hasText: 'Produktionsschlüssel' }).getByRole('button', { name: 'Optionen' }),
        },
        { at: (page) => page.getByRole('menuitem', { name: 'Neu generieren' }) },
        { at: (page) => dialog(page).getByRole('button', { name: /Fortfahren$/ }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Generieren', exact: true }) }],
      done: (page) => page.getByText('Der API-Schlüssel wurde generiert'),
      refused,
    },
  ],
} satisfies Skin;
