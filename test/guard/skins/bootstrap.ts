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
  removal,
  removalOfSeveral,
  refusal as refused,
} from '../flow.ts';

const row = (page: Page, { email }: Person): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(email, { exact: true }) });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const team = {
  address: 'settings/team',
  ready: (page) => page.getByRole('listitem').nth(3),
  refused,
} satisfies Partial<Flow>;
const own = {
  address: (organization, target) => `settings/users/${organization.userByEmail(onlyOne(target).email).id}`,
  ready: (page, target) => page.getByRole('heading', { name: onlyOne(target).name }),
  refused,
} satisfies Partial<Flow>;

export default {
  name: 'bootstrap',
  library: 'React-Bootstrap 2.10',
  language: 'es',
  row,
  teamReady: (page) => page.getByRole('listitem').nth(3),
  keysReady: (page) => page.getByText('Clave de producción', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'dropdown, wizard in a dialog',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Más opciones' }) },
        { at: (page) => page.getByRole('button', { name: 'Eliminar del espacio de trabajo' }) },
        { at: (page) => dialog(page).filter({ hasText: 'Paso 1 de 3' }).getByRole('button', { name: 'Siguiente' }) },
        { at: (page) => dialog(page).filter({ hasText: 'Paso 2 de 3' }).getByRole('button', { name: 'Siguiente' }) },
        { at: (page) => dialog(page).getByRole('button', { name: 'Finalizar' }) },
      ],
      done: (page, target) => page.getByText(`Se ha eliminado a ${onlyOne(target).name}`),
    },
    {
      ...team,
      ...removal,
      id: 'question in the row',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Quitar', exact: true }) },
        { at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Sí, quitar' }) },
      ],
      done: (page, target) => page.getByText(`Se ha eliminado a ${onlyOne(target).name}`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows, bar, side panel with names',
      before: async (page, target) => {
        for (const person of target.people) await row(page, person).getByRole('checkbox').check();
      },
      steps: [
        { at: (page) => page.getByRole('main').getByRole('button', { name: 'Eliminar usuarios' }) },
        { at: (page) => dialog(page).getByRole('button', { name: 'Continuar' }) },
      ],
      done: (page) => page.getByText('Se ha eliminado a 2 usuarios'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a native list',
      steps: [
        {
          at: (page, target) => row(page, onlyOne(target)).getByRole('combobox', { name: 'Rol' }),
          how: { choose: 'Gestor' },
        },
      ],
      done: (page, target) => page.getByText(`${onlyOne(target).name} ahora es Gestor`),
      inputs: ['mouse', 'enter'],
    },
    {
      ...own,
      ...removal,
      id: 'own page, form with the address typed',
      steps: [
        { at: (page) => page.getByRole('main').getByRole('button', { name: 'Eliminar usuario…' }) },
        { at: (page) => dialog(page).getByRole('textbox'), how: { type: (target) => onlyOne(target).email } },
        {
          at: (page) => dialog(page).getByRole('button', { name: 'Eliminar', exact: true }),
          submitAt: (page) => dialog(page).getByRole('textbox'),
        },
      ],
      done: (page, target) => page.getByText(`Se ha eliminado a ${onlyOne(target).name}`),
      requests: { owner: 2, free: 1 },
      inputs: ['mouse', 'touch', 'enter', 'space', 'submit'],
    },
    {
      ...own,
      ...licenseCut,
      id: 'own page, license by a menu',
      steps: [
        { at: (page) => page.getByRole('button', { name: /^Licencia:/ }) },
        { at: (page) => page.getByRole('button', { name: 'Guest', exact: true }) },
      ],
      done: (page, target) => page.getByText(`La licencia de ${onlyOne(target).name} ahora es Guest`),
    },
    {
      ...deactivation,
      id: 'workspace deactivated, dialog that says yes',
      address: 'settings/workspaces',
      ready: (page) => page.getByRole('row').nth(3),
      refused,
      steps: [
        {
          at: (page, { workspace }) =>
            page.getByRole('row', { name: new RegExp(workspace) }).getByRole('button', { name: 'Desactivar' }),
        },
        { at: (page) => dialog(page).getByRole('button', { name: 'Sí', exact: true }) },
      ],
      done: (page, { workspace }) => page.getByText(`Se ha desactivado ${workspace}`),
    },
    {
      ...generation,
      id: 'cards of keys, dialog',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Clave de producción', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Regenerar…' }).last() },
        { at: (page) => dialog(page).getByRole('button', { name: 'Generar', exact: true }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Generar', exact: true }) }],
      done: (page) => page.getByText('Se ha generado la clave de API'),
      refused,
    },
  ],
} satisfies Skin;
