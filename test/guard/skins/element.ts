import type { Locator, Page } from 'playwright-core';
import {
  type Skin,
  deactivation,
  demotion,
  generation,
  onlyOne,
  people,
  removal,
  removalOfSeveral,
  tableRow as row,
  refusal as refused,
  teamTable as team,
} from '../flow.ts';

const box = (page: Page): Locator => page.locator('.el-message-box');
const bubble = (page: Page): Locator => page.locator('.el-popconfirm');

export default {
  name: 'element',
  library: 'Element Plus',
  language: 'fi',
  state: 'degraded',
  row,
  teamReady: (page) => page.getByRole('row').nth(3),
  keysReady: (page) => page.getByText('Tuotantoavain', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'dropdown, message box',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Toiminnot' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Poista työtilasta' }) },
        { at: (page) => box(page).getByRole('button', { name: 'Poista', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} on poistettu`),
    },
    {
      ...team,
      ...removal,
      id: 'dropdown, drawer, at once',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Toiminnot' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Näytä tiedot' }) },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Poista työtilasta' }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} on poistettu`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows, bar, message box with names',
      before: async (page, target) => {
        for (const person of target.people) await row(page, person).locator('.el-checkbox').click();
      },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Poista valitut' }) },
        { at: (page) => box(page).getByRole('button', { name: 'Poista', exact: true }) },
      ],
      done: (page) => page.getByText('2 käyttäjää on poistettu'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a list in a portal',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).locator('.el-select__wrapper') },
        { at: (page) => page.getByRole('option', { name: 'Yhteistyökumppani', exact: true }).last() },
      ],
      inputs: ['mouse', 'touch'],
      done: (page, target) => page.getByText(`${onlyOne(target).name}: Yhteistyökumppani`),
    },
    {
      ...removal,
      id: 'own page, list of workspaces, bubble',
      address: (organization, target) => `settings/users/${organization.userByEmail(onlyOne(target).email).id}`,
      ready: (page, target) => page.getByRole('heading', { name: onlyOne(target).name }),
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      free: { people: [people.chiara], workspace: 'EMEA Sales' },
      steps: [
        {
          at: (page) =>
            page.getByRole('row').filter({ hasText: 'EMEA Sales' }).getByRole('button', { name: 'Poista pääsy' }),
        },
        { at: (page) => bubble(page).getByRole('button', { name: 'Kyllä' }) },
      ],
      done: (page) => page.getByText('Pääsy työtilaan EMEA Sales on poistettu'),
      refused,
    },
    {
      ...deactivation,
      id: 'workspace list, message box',
      address: 'settings/workspaces',
      ready: (page) => page.getByRole('row').nth(3),
      steps: [
        {
          at: (page, { workspace }) =>
            page.getByRole('row').filter({ hasText: workspace }).getByRole('button', { name: 'Poista käytöstä' }),
        },
        { at: (page) => box(page).getByRole('button', { name: 'Poista käytöstä' }) },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} on poistettu käytöstä`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, bubble',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Tuotantoavain', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Luo uusi avain' }).last() },
        { at: (page) => bubble(page).getByRole('button', { name: 'Luo', exact: true }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Luo avain', exact: true }) }],
      done: (page) => page.getByText('Kopioi avain:'),
      refused,
    },
  ],
} satisfies Skin;
