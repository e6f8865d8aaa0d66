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
} from '../flow.ts';

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const members = '/settings/members/';
const keys = '/settings/api-dashboard/configuration/';
const team = { address: members, ready: (page) => page.getByRole('row').nth(3), refused } satisfies Partial<Flow>;
const own = {
  address: (organization, target) => `/settings/users/${organization.userByEmail(onlyOne(target).email).id}/`,
  ready: (page, target) => page.getByRole('heading', { name: onlyOne(target).name }),
  owner: { people: [people.dana], workspace: 'EMEA Sales' },
  free: { people: [people.chiara], workspace: 'EMEA Sales' },
  refused,
} satisfies Partial<Flow>;
const slot = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });

export default {
  name: 'plain',
  library: 'HTML, rendered by the server',
  language: 'en',
  addresses: { team: members, keys },
  row,
  teamReady: (page) => page.getByRole('row').nth(3),
  keysReady: (page) => page.getByText('Production key', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'disclosure, two pages',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByText('Manage', { exact: true }) },
        { at: (page, target) => row(page, onlyOne(target)).getByRole('link', { name: 'Remove from workspace' }) },
        { at: (page) => button(page, 'Continue') },
        { at: (page, target) => button(page, `Remove ${onlyOne(target).name}`) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} was removed`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows, native list of actions, page of ticks',
      before: async (page, target) => {
        for (const person of target.people) await row(page, person).getByRole('checkbox').check();
      },
      steps: [
        { at: (page) => page.getByLabel('With selected'), how: { choose: 'Remove from workspace' } },
        { at: (page) => button(page, 'Apply') },
        { at: (page) => button(page, 'Remove members') },
      ],
      done: (page) => page.getByText('2 members were removed'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a native list and a button',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByLabel('Role'), how: { choose: 'Collaborator' } },
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Change' }) },
      ],
      done: (page, target) => page.getByText(`Role of ${onlyOne(target).name} was changed to Collaborator`),
    },
    {
      ...removal,
      ...own,
      id: 'own page, unticked workspace, save',
      inputs: ['mouse', 'touch', 'enter', 'space', 'submit'],
      steps: [
        { at: (page) => page.getByRole('checkbox', { name: 'EMEA Sales' }), how: 'untick' },
        {
          at: (page) => button(page, 'Save changes'),
          submitAt: (page) => page.getByRole('checkbox', { name: 'EMEA Sales' }),
        },
      ],
      done: (page) => page.getByText('Changes were saved'),
    },
    {
      ...removal,
      ...own,
      id: 'own page, native dialog',
      steps: [
        { at: (page) => button(page, 'Delete user…') },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} was deleted`),
      requests: { owner: 3, free: 1 },
    },
    {
      ...licenseCut,
      ...own,
      id: 'license by a native list and a button',
      steps: [
        { at: (page) => page.getByLabel('License'), how: { choose: 'Read-only' } },
        { at: (page) => button(page, 'Update license') },
      ],
      done: (page, target) => page.getByText(`License of ${onlyOne(target).name} was changed to Read-only`),
    },
    {
      ...deactivation,
      id: 'workspace, question in a disclosure',
      address: '/settings/workspaces/',
      ready: (page) => page.getByRole('heading', { name: 'Customer Success' }),
      steps: [
        {
          at: (page, { workspace }) =>
            page.getByRole('listitem').filter({ hasText: workspace }).getByText('Deactivate', { exact: true }),
        },
        {
          at: (page, { workspace }) =>
            page.getByRole('listitem').filter({ hasText: workspace }).getByRole('button', { name: 'Yes, deactivate' }),
        },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} was deactivated`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, native dialog',
      address: keys,
      ready: (page) => page.getByText('Production key', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => slot(page, 'Production key').getByRole('button', { name: 'Generate new key' }) },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Generate', exact: true }) },
      ],
      freeSteps: [{ at: (page) => slot(page, 'Sandbox key').getByRole('button', { name: 'Generate', exact: true }) }],
      done: (page) => page.getByText('API key was generated'),
      refused,
    },
  ],
} satisfies Skin;
