import type { Page } from 'playwright-core';
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
} from '../flow.ts';

/** Ten at a time: one turns the page. */
const turn = async (page: Page, person: Person): Promise<void> => {
  if (!(await row(page, person).isVisible())) await page.getByText('2', { exact: true }).click();
  await row(page, person).waitFor();
};
const team = {
  address: 'settings/team',
  ready: (page) => page.getByRole('row').nth(3),
  before: async (page, target) => {
    for (const person of target.people) await turn(page, person);
  },
  refused,
} satisfies Partial<Flow>;

export default {
  name: 'naive',
  library: 'Naive UI 2.45',
  language: 'sv',
  row,
  find: turn,
  teamReady: (page) => page.getByRole('row').nth(3),
  keysReady: (page) => page.getByText('Produktionsnyckel', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'dustbin, bubble',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByTitle('Ta bort från arbetsytan') },
        { at: (page) => page.getByRole('button', { name: 'Ta bort', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} har tagits bort`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows on two pages, dialog with names',
      before: async (page, target) => {
        for (const person of target.people) {
          await turn(page, person);
          await row(page, person).getByRole('checkbox').click();
        }
      },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Ta bort markerade' }) },
        { at: (page) => page.getByRole('button', { name: 'Ta bort', exact: true }) },
      ],
      done: (page) => page.getByText('2 användare har tagits bort'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a dropdown menu',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: '▾' }) },
        { at: (page) => page.getByText('Medarbetare', { exact: true }).last() },
      ],
      // Its menu moves by arrows while its button keeps the focus, and says nothing of that to anybody.
      inputs: ['mouse', 'touch'],
      done: (page, target) => page.getByText(`Rollen för ${onlyOne(target).name} är nu Medarbetare`),
    },
    {
      ...removal,
      id: 'own page, unticked workspace, save',
      address: (organization, target) => `settings/users/${organization.userByEmail(onlyOne(target).email).id}`,
      ready: (page, target) => page.getByRole('heading', { name: onlyOne(target).name }),
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      free: { people: [people.chiara], workspace: 'EMEA Sales' },
      steps: [
        { at: (page) => page.getByRole('checkbox', { name: 'EMEA Sales' }), how: 'untick' },
        { at: (page) => page.getByRole('button', { name: 'Spara', exact: true }) },
      ],
      done: (page) => page.getByText('Ändringarna har sparats'),
      refused,
    },
    {
      ...licenseCut,
      id: 'license by a list without roles',
      address: 'settings/users',
      ready: (page) => page.getByRole('row').nth(3),
      before: async (page, target) => {
        await page.getByPlaceholder('Sök på namn eller e-post').fill(onlyOne(target).email);
        await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
      },
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).locator('.n-base-selection-label') },
        { at: (page) => page.locator('.n-base-select-option').getByText('Read-only', { exact: true }) },
      ],
      inputs: ['mouse', 'touch'],
      done: (page, target) => page.getByText(`Licensen för ${onlyOne(target).name} har ändrats till Read-only`),
      refused,
    },
    {
      ...deactivation,
      id: 'workspace list, dialog',
      address: 'settings/workspaces',
      ready: (page) => page.getByText('Customer Success', { exact: true }),
      steps: [
        {
          at: (page, { workspace }) =>
            page
              .getByRole('listitem')
              .filter({ has: page.getByText(workspace, { exact: true }) })
              .getByRole('button', { name: 'Inaktivera arbetsytan…' }),
        },
        { at: (page) => page.getByRole('button', { name: 'Ja, inaktivera' }) },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} har inaktiverats`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, bubble',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Produktionsnyckel', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Generera ny nyckel' }).last() },
        { at: (page) => page.getByRole('button', { name: 'Generera', exact: true }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Generera', exact: true }) }],
      done: (page) => page.getByText('Kopiera nyckeln och förvara den säkert.'),
      refused,
    },
  ],
} satisfies Skin;
