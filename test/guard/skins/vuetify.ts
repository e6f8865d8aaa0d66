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
  tableRow as row,
  refusal as refused,
  teamTable as team,
} from '../flow.ts';

const line = (page: Page, { email }: Person): Locator => page.locator('.v-list-item').filter({ hasText: email });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const users = {
  address: 'settings/users',
  ready: (page) => page.getByText('Alle gebruikers').last(),
  before: async (page, target) => {
    await page.getByLabel('Zoeken op naam of e-mail').first().fill(onlyOne(target).email);
    await page.getByText('1 van 1 gebruikers').waitFor();
  },
  refused,
} satisfies Partial<Flow>;
const confirm = (page: Page): Locator => dialog(page).getByRole('button', { name: 'Verwijderen', exact: true });

export default {
  name: 'vuetify',
  library: 'Vuetify 4.3',
  language: 'nl',
  row,
  teamReady: (page) => page.getByRole('row').nth(3),
  keysReady: (page) => page.getByText('Productiesleutel', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'row menu, dialog with ticks',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Meer acties' }) },
        { at: (page) => page.getByText('Verwijderen', { exact: true }) },
        { at: confirm },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} is verwijderd`),
    },
    {
      ...team,
      ...removal,
      id: 'side panel, dialog',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('link', { name: onlyOne(target).name }) },
        { at: (page) => page.getByRole('button', { name: 'Toegang intrekken' }) },
        { at: confirm },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} is verwijderd`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows, toolbar, dialog that counts',
      before: async (page, target) => {
        for (const person of target.people) await row(page, person).getByRole('checkbox').check();
      },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Verwijderen', exact: true }).first() },
        { at: confirm },
      ],
      done: (page) => page.getByText('2 gebruikers zijn verwijderd'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a list in an overlay',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('combobox').first() },
        { at: (page) => page.getByRole('option', { name: 'Medewerker', exact: true }) },
      ],
      done: (page, target) => page.getByText(`De rol van ${onlyOne(target).name} is gewijzigd in Medewerker`),
    },
    {
      ...users,
      ...removal,
      id: 'all users, dustbin, dialog with all ticked',
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      free: { people: [people.chiara], workspace: 'EMEA Sales' },
      steps: [
        { at: (page, target) => line(page, onlyOne(target)).getByRole('button', { name: 'Verwijderen' }) },
        { at: confirm },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} is verwijderd`),
      requests: { owner: 3, free: 1 },
    },
    {
      ...users,
      ...licenseCut,
      id: 'license by radio buttons in a dialog',
      steps: [
        { at: (page, target) => line(page, onlyOne(target)).getByRole('button', { name: 'Licentie wijzigen' }) },
        { at: (page) => dialog(page).getByRole('radio', { name: 'Read-only' }), how: 'tick' },
        { at: (page) => dialog(page).getByRole('button', { name: 'Opslaan' }) },
      ],
      done: (page, target) => page.getByText(`De licentie van ${onlyOne(target).name} is gewijzigd in Read-only`),
    },
    {
      ...deactivation,
      id: 'workspace card, name to be typed',
      address: 'settings/workspaces',
      ready: (page) => page.getByText('Customer Success', { exact: true }),
      steps: [
        {
          at: (page, { workspace }) =>
            page
              .locator('.v-card')
              .filter({ has: page.getByText(workspace, { exact: true }) })
              .getByRole('button', { name: 'Deactiveren' }),
        },
        {
          at: (page) => dialog(page).getByRole('textbox'),
          how: { type: 'Customer Success' },
        },
        { at: (page) => dialog(page).getByRole('button', { name: 'Deactiveren' }) },
      ],
      freeSteps: [
        {
          at: (page, { workspace }) =>
            page
              .locator('.v-card')
              .filter({ has: page.getByText(workspace, { exact: true }) })
              .getByRole('button', { name: 'Deactiveren' }),
        },
        { at: (page) => dialog(page).getByRole('textbox'), how: { type: 'Events Archive' } },
        { at: (page) => dialog(page).getByRole('button', { name: 'Deactiveren' }) },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} is gedeactiveerd`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, dialog',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Productiesleutel', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Nieuwe sleutel genereren' }).last() },
        { at: (page) => dialog(page).getByRole('button', { name: 'Genereren', exact: true }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Genereren', exact: true }) }],
      done: (page) => page.getByText('De API-sleutel is gegenereerd'),
      refused,
    },
  ],
} satisfies Skin;
