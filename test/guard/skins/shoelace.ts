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

const line = (page: Page, { email }: Person): Locator =>
  page.locator('.line').filter({ has: page.getByText(email, { exact: true }) });
/** What a web component shows in its slot stands beside its shadow root, not in it. */
const dialog = (page: Page): Locator => page.locator('sl-dialog[open]');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const team = {
  address: 'settings/team',
  ready: (page) => page.locator('.line').nth(3),
  refused,
} satisfies Partial<Flow>;
const toldRemoved: Flow['done'] = (page, target) => page.getByText(`${onlyOne(target).name} foi removido`);

export default {
  name: 'shoelace',
  library: 'Shoelace 2.20 (open shadow roots)',
  language: 'pt',
  row: line,
  teamReady: (page) => page.locator('.line').nth(3),
  keysReady: (page) => page.getByText('Chave de produção', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'row menu, two steps in one dialog',
      steps: [
        { at: (page, target) => line(page, onlyOne(target)).getByRole('button', { name: 'Mais ações' }) },
        { at: (page, target) => line(page, onlyOne(target)).getByRole('menuitem', { name: 'Remover da equipa' }) },
        { at: (page) => button(page, 'Continuar') },
        { at: (page) => dialog(page).getByRole('button', { name: 'Remover', exact: true }) },
      ],
      done: toldRemoved,
    },
    {
      ...team,
      ...removal,
      id: 'drawer, two steps in one dialog',
      steps: [
        { at: (page, target) => line(page, onlyOne(target)).getByRole('button', { name: 'Mais ações' }) },
        { at: (page, target) => line(page, onlyOne(target)).getByRole('menuitem', { name: 'Ver perfil' }) },
        { at: (page) => button(page, 'Revogar acesso') },
        { at: (page) => button(page, 'Continuar') },
        { at: (page) => dialog(page).getByRole('button', { name: 'Remover', exact: true }) },
      ],
      done: toldRemoved,
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked lines, bar, two steps',
      before: async (page, target) => {
        for (const person of target.people) await line(page, person).locator('sl-checkbox').click();
      },
      steps: [
        { at: (page) => button(page, 'Remover').first() },
        { at: (page) => button(page, 'Continuar') },
        { at: (page) => dialog(page).getByRole('button', { name: 'Remover', exact: true }) },
      ],
      done: (page) => page.getByText('2 utilizadores foram removidos'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a list, saved by a bar',
      steps: [
        { at: (page, target) => line(page, onlyOne(target)).getByRole('combobox') },
        { at: (page, target) => line(page, onlyOne(target)).getByRole('option', { name: 'Colaborador' }) },
        { at: (page) => button(page, 'Guardar') },
      ],
      done: (page) => page.getByText('As funções foram atualizadas'),
    },
    {
      ...removal,
      id: 'all users, name to be typed',
      address: 'settings/users',
      ready: (page) => page.locator('.line').nth(3),
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      free: { people: [people.chiara], workspace: 'EMEA Sales' },
      steps: [
        { at: (page, target) => line(page, onlyOne(target)).getByRole('button', { name: 'Eliminar' }) },
        { at: (page) => dialog(page).getByRole('textbox'), how: { type: people.dana.name } },
        { at: (page) => dialog(page).getByRole('button', { name: 'Eliminar', exact: true }) },
      ],
      freeSteps: [
        { at: (page, target) => line(page, onlyOne(target)).getByRole('button', { name: 'Eliminar' }) },
        { at: (page) => dialog(page).getByRole('textbox'), how: { type: people.chiara.name } },
        { at: (page) => dialog(page).getByRole('button', { name: 'Eliminar', exact: true }) },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} foi eliminado`),
      refused,
      requests: { owner: 3, free: 1 },
    },
    {
      ...licenseCut,
      id: 'license by radio buttons in a dialog',
      address: 'settings/users',
      ready: (page) => page.locator('.line').nth(3),
      steps: [
        { at: (page, target) => line(page, onlyOne(target)).getByRole('button').first() },
        { at: (page) => page.getByRole('radio', { name: 'Read-only' }), how: 'tick' },
        { at: (page) => button(page, 'Guardar') },
      ],
      done: (page, target) => page.getByText(`A licença de ${onlyOne(target).name} foi alterada para Read-only`),
      refused,
    },
    {
      ...deactivation,
      id: 'workspace menu, dialog',
      address: 'settings/workspaces',
      ready: (page) => page.locator('.line').nth(3),
      steps: [
        {
          at: (page, { workspace }) =>
            page.locator('.line').filter({ hasText: workspace }).getByRole('button', { name: 'Opções' }),
        },
        { at: (page, { workspace }) => page.locator('.line').filter({ hasText: workspace }).getByRole('menuitem') },
        { at: (page) => button(page, 'Desativar') },
      ],
      done: (page, { workspace }) => page.getByText(`${workspace} foi desativada`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, dialog',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Chave de produção', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => button(page, 'Gerar nova chave').last() },
        { at: (page) => dialog(page).getByRole('button', { name: 'Gerar', exact: true }) },
      ],
      freeSteps: [{ at: (page) => button(page, 'Gerar') }],
      done: (page) => page.getByText('A chave de API foi gerada'),
      refused,
    },
  ],
} satisfies Skin;
