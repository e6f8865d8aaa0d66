import type { Locator, Page } from 'playwright-core';
import {
  type Flow,
  type Person,
  type Skin,
  type Step,
  deactivation,
  demotion,
  generation,
  licenseCut,
  onlyOne,
  removal,
  removalOfSeveral,
  refusal as refused,
} from '../flow.ts';

/** A card has no role of its own. */
const card = (page: Page, { email }: Person): Locator =>
  page
    .getByRole('main')
    .locator('.bp6-card')
    .filter({ has: page.getByText(email, { exact: true }) });
const opener: Step = {
  at: (page, target) => card(page, onlyOne(target)).getByRole('button', { name: 'Plus d’actions' }),
};
const team = {
  address: 'settings/team',
  ready: (page) => page.getByText('jonas.lindqvist@northwind.example'),
  refused,
} satisfies Partial<Flow>;

export default {
  name: 'blueprint',
  library: 'Blueprint 6.20',
  language: 'fr',
  row: card,
  teamReady: (page) => page.getByText('jonas.lindqvist@northwind.example'),
  keysReady: (page) => page.getByText('Clé de production', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'menu, at once, with undo',
      steps: [opener, { at: (page) => page.getByRole('menuitem', { name: 'Retirer de l’espace de travail' }) }],
      done: (page, target) => page.getByText(`${onlyOne(target).name} a été retiré`),
    },
    {
      ...team,
      ...removal,
      id: 'context menu, at once',
      steps: [
        { at: (page, target) => page.getByText(onlyOne(target).email, { exact: true }), how: 'context' },
        { at: (page) => page.getByRole('menuitem', { name: 'Retirer de l’espace de travail' }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} a été retiré`),
      inputs: ['mouse'],
    },
    {
      ...team,
      ...removal,
      id: 'dustbin, question of yes and no',
      steps: [
        { at: (page, target) => card(page, onlyOne(target)).getByRole('button', { name: 'Supprimer' }) },
        { at: (page) => page.getByRole('button', { name: 'Oui', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} a été retiré`),
    },
    {
      ...team,
      ...removal,
      id: 'drawer, workspace unticked, saved',
      steps: [
        opener,
        { at: (page) => page.getByRole('menuitem', { name: 'Gérer les accès' }) },
        { at: (page) => page.getByRole('checkbox', { name: 'EMEA Sales' }), how: 'untick' },
        { at: (page) => page.getByRole('button', { name: 'Enregistrer' }) },
      ],
      done: (page, target) => page.getByText(`Accès de ${onlyOne(target).name} enregistrés`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked cards, bar, dialog with names',
      before: async (page, target) => {
        for (const person of target.people) await card(page, person).getByRole('checkbox').check({ force: true });
      },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Retirer la sélection' }) },
        { at: (page) => page.getByRole('button', { name: 'Confirmer' }) },
      ],
      done: (page) => page.getByText('2 personnes ont été retirées'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a menu, at once',
      steps: [
        {
          at: (page, target) => card(page, onlyOne(target)).getByRole('button', { name: /^(Administrateur|Membre)$/ }),
        },
        { at: (page) => page.getByRole('menuitem', { name: 'Collaborateur', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} : Collaborateur`),
    },
    {
      ...licenseCut,
      id: 'license by a dialog',
      address: 'settings/users',
      ready: (page) => page.getByRole('row').nth(3),
      refused,
      steps: [
        {
          at: (page, target) =>
            page
              .getByRole('row')
              .filter({ has: page.getByText(onlyOne(target).email, { exact: true }) })
              .getByRole('button', { name: 'Modifier la licence' }),
        },
        { at: (page) => page.getByRole('dialog').getByText('Read-only', { exact: true }) },
        { at: (page) => page.getByRole('button', { name: 'Enregistrer' }) },
      ],
      done: (page, target) => page.getByText(`Licence de ${onlyOne(target).name} : Read-only`),
      inputs: ['mouse', 'touch'],
    },
    {
      ...deactivation,
      id: 'workspace switched off, at once',
      address: 'settings/workspaces',
      ready: (page) => page.getByText('Events Archive', { exact: true }),
      refused,
      steps: [
        {
          at: (page, { workspace }) =>
            page
              .getByRole('main')
              .locator('div')
              .filter({ has: page.getByText(workspace, { exact: true }) })
              .filter({ has: page.getByText('Actif') })
              .last()
              .getByText('Actif'),
        },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} a été désactivé`),
      inputs: ['mouse', 'touch'],
    },
    {
      ...generation,
      id: 'key generated anew, bubble',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Clé de production', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Générer une nouvelle clé' }).last() },
        { at: (page) => page.getByRole('button', { name: 'Continuer' }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Générer', exact: true }) }],
      done: (page) => page.getByText('La clé d’API a été générée'),
      refused,
    },
  ],
} satisfies Skin;
