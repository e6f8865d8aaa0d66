import type { Page } from 'playwright-core';
import {
  type Flow,
  type Person,
  type Skin,
  type Target,
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

/** The list draws a few rows of two thousand: one searches. */
const search = async (page: Page, target: Target): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Search members' }).fill(onlyOne(target).email);
  await row(page, onlyOne(target)).waitFor();
};
const searchUsers = async (page: Page, person: Person): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Search users' }).fill(person.email);
  await row(page, person).waitFor();
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
};
const team = {
  address: 'settings/team',
  ready: (page) => page.getByRole('row').nth(3),
  before: search,
  refused,
} satisfies Partial<Flow>;

export default {
  name: 'prime',
  library: 'PrimeReact 10.9',
  language: 'en',
  options: { crowd: 2_000 },
  row,
  find: (page, person) => search(page, { people: [person], workspace: '' }),
  teamReady: (page) => page.getByRole('row').nth(3),
  keysReady: (page) => page.getByText('Production key', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'row menu, dialog with ticks',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'More options' }) },
        { at: (page) => page.getByRole('menuitem', { name: 'Remove from workspace' }) },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} has been removed`),
    },
    {
      ...team,
      ...removal,
      id: 'side panel, bubble',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: onlyOne(target).email }) },
        { at: (page) => page.getByRole('button', { name: 'Remove member' }) },
        {
          at: (page) =>
            page.getByText('Are you sure?').locator('../..').getByRole('button', { name: 'Remove', exact: true }),
        },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} has been removed`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows, toolbar, dialog that counts',
      before: async (page, target) => {
        for (const person of target.people) {
          await search(page, { ...target, people: [person] });
          await row(page, person).getByRole('checkbox').last().check();
        }
      },
      steps: [
        { at: (page) => page.getByRole('toolbar').getByRole('button', { name: 'Remove', exact: true }) },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Yes, go ahead' }) },
      ],
      done: (page) => page.getByText('2 members have been removed'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a list in a portal',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Role' }) },
        { at: (page) => page.getByRole('option', { name: 'Collaborator', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} is now Collaborator`),
    },
    {
      ...removal,
      id: 'own page, typed word',
      address: (organization, target) => `settings/users/${organization.userByEmail(onlyOne(target).email).id}`,
      ready: (page, target) => page.getByRole('heading', { name: onlyOne(target).name }),
      inputs: ['mouse', 'touch', 'enter', 'space', 'submit'],
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Delete this user…' }) },
        { at: (page) => page.getByRole('textbox', { name: 'Confirmation' }), how: { type: 'DELETE' } },
        {
          at: (page) => page.getByRole('button', { name: 'Delete user', exact: true }),
          submitAt: (page) => page.getByRole('textbox', { name: 'Confirmation' }),
        },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} has been deleted`),
      refused,
      requests: { owner: 2, free: 1 },
    },
    {
      ...licenseCut,
      id: 'license by a list in a portal',
      address: 'settings/users',
      ready: (page) => page.getByRole('row').nth(3),
      before: (page, target) => searchUsers(page, onlyOne(target)),
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'License' }) },
        { at: (page) => page.getByRole('option', { name: 'Read-only', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} now has a Read-only license`),
      refused,
    },
    {
      ...removal,
      id: 'all users, dustbin, dialog with all ticked',
      address: 'settings/users',
      ready: (page) => page.getByRole('row').nth(3),
      before: (page, target) => searchUsers(page, onlyOne(target)),
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      free: { people: [people.chiara], workspace: 'EMEA Sales' },
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Delete' }) },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} has been removed`),
      refused,
      requests: { owner: 3, free: 1 },
    },
    {
      ...deactivation,
      id: 'workspace deactivated, icon, dialog',
      address: 'settings/workspaces',
      ready: (page) => page.getByRole('row').nth(3),
      steps: [
        {
          at: (page, { workspace }) =>
            page.getByRole('row', { name: new RegExp(workspace) }).getByRole('button', { name: 'Deactivate' }),
        },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Deactivate', exact: true }) },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} has been deactivated`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, dialog',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Production key', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => page.getByRole('main').getByRole('button', { name: 'Regenerate' }).last() },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Regenerate' }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Generate', exact: true }) }],
      done: (page) => page.getByText('API key has been generated'),
      refused,
    },
  ],
} satisfies Skin;
