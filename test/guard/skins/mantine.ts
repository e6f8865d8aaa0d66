import type { Locator, Page } from 'playwright-core';
import {
  type Flow,
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

const dialog = (page: Page): Locator => page.getByRole('dialog');
const own = {
  address: (organization, target) => `settings/users/${organization.userByEmail(onlyOne(target).email).id}`,
  ready: (page, target) => page.getByRole('heading', { name: onlyOne(target).name }),
  owner: { people: [people.dana], workspace: 'EMEA Sales' },
  free: { people: [people.chiara], workspace: 'EMEA Sales' },
  refused,
} satisfies Partial<Flow>;

export default {
  name: 'mantine',
  library: 'Mantine',
  language: 'fr',
  row,
  teamReady: (page) => page.getByRole('row').nth(3),
  keysReady: (page) => page.getByText('Clé de production', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'menu, modal that only asks',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Actions' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Retirer de l’espace de travail' }) },
        { at: (page) => dialog(page).getByRole('button', { name: 'Confirmer' }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} a été retiré`),
    },
    {
      ...team,
      ...removal,
      id: 'menu, drawer, at once',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Actions' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Détails' }) },
        { at: (page) => dialog(page).getByRole('button', { name: 'Exclure' }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} a été retiré`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows, bar, modal that counts',
      before: async (page, target) => {
        for (const person of target.people) await row(page, person).getByRole('checkbox').check();
      },
      steps: [
        { at: (page) => page.getByRole('main').getByRole('button', { name: 'Retirer', exact: true }) },
        { at: (page) => dialog(page).getByRole('button', { name: 'Confirmer' }) },
      ],
      done: (page) => page.getByText('2 personnes ont été retirées'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a list in a portal',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('combobox', { name: 'Rôle' }) },
        { at: (page) => page.getByRole('option', { name: 'Collaborateur', exact: true }) },
      ],
      inputs: ['mouse', 'touch'],
      done: (page, target) => page.getByText(`${onlyOne(target).name} : Collaborateur`),
    },
    {
      ...removal,
      ...own,
      id: 'own page, chip taken out of a field, save',
      steps: [
        { at: (page) => page.locator('.mantine-Pill-root').filter({ hasText: 'EMEA Sales' }).locator('button') },
        { at: (page) => page.getByRole('button', { name: 'Enregistrer les accès' }) },
      ],
      inputs: ['mouse', 'touch'],
      done: (page) => page.getByText('Accès enregistrés'),
    },
    {
      ...licenseCut,
      ...own,
      id: 'own page, license by radios, save',
      steps: [
        { at: (page) => page.getByRole('radio', { name: 'Read-only' }), how: 'tick' },
        { at: (page) => page.getByRole('button', { name: 'Enregistrer la licence' }) },
      ],
      done: (page, target) => page.getByText(`Licence de ${onlyOne(target).name} : Read-only`),
    },
    {
      ...deactivation,
      id: 'workspace in an accordion, typed name',
      address: 'settings/workspaces',
      ready: (page) => page.getByRole('main').getByText('Customer Success', { exact: true }),
      steps: [
        { at: (page, { workspace }) => page.getByRole('main').getByRole('button', { name: workspace, exact: true }) },
        { at: (page) => page.getByRole('button', { name: 'Désactiver…' }) },
        { at: (page) => dialog(page).getByRole('textbox'), how: { type: ({ workspace }) => workspace } },
        { at: (page) => dialog(page).getByRole('button', { name: 'Désactiver', exact: true }) },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} a été désactivé`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, modal',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Clé de production', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Régénérer', exact: true }).last() },
        { at: (page) => dialog(page).getByRole('button', { name: 'Continuer' }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Générer', exact: true }) }],
      done: (page) => page.getByText('La clé API a été générée'),
      refused,
    },
  ],
} satisfies Skin;
