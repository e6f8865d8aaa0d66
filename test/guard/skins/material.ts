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

const users = { ...team, address: 'settings/users' } satisfies Partial<Flow>;
const more: Flow['steps'][number] = {
  at: (page, target) => row(page, onlyOne(target)).getByRole('button', { name: 'Więcej' }),
};

export default {
  name: 'material',
  library: 'Angular Material 22',
  language: 'pl',
  row,
  teamReady: (page) => page.getByRole('row').nth(3),
  keysReady: (page) => page.getByText('Klucz produkcyjny', { exact: true }),
  flows: [
    {
      ...team,
      ...removal,
      id: 'row menu, stepper in a dialog',
      steps: [
        more,
        { at: (page) => page.getByRole('menuitem', { name: 'Usuń użytkownika' }) },
        { at: (page) => page.getByRole('button', { name: 'Dalej' }).first() },
        { at: (page) => page.getByRole('button', { name: 'Dalej' }).last() },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Usuń', exact: true }) },
      ],
      done: (page, target) => page.getByText(`Użytkownik ${onlyOne(target).name} został usunięty`),
    },
    {
      ...team,
      ...removalOfSeveral,
      id: 'ticked rows, bar, dialog that counts',
      before: async (page, target) => {
        for (const person of target.people) await row(page, person).getByRole('checkbox').check();
      },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Usuń zaznaczonych' }) },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Usuń', exact: true }) },
      ],
      done: (page) => page.getByText('Usunięto użytkowników: 2'),
    },
    {
      ...team,
      ...demotion,
      id: 'role by a list in an overlay',
      steps: [
        { at: (page, target) => row(page, onlyOne(target)).getByRole('combobox') },
        { at: (page) => page.getByRole('option', { name: 'Współpracownik', exact: true }) },
      ],
      done: (page, target) => page.getByText(`Rola użytkownika ${onlyOne(target).name}: Współpracownik`),
    },
    {
      ...removal,
      id: 'own page, unticked option, save',
      address: (organization, target) => `settings/users/${organization.userByEmail(onlyOne(target).email).id}`,
      ready: (page, target) => page.getByRole('heading', { name: onlyOne(target).name }),
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      free: { people: [people.chiara], workspace: 'EMEA Sales' },
      steps: [
        { at: (page) => page.getByRole('option', { name: 'EMEA Sales' }), how: 'untick' },
        { at: (page) => page.getByRole('button', { name: 'Zapisz zmiany' }) },
      ],
      done: (page) => page.getByText('Zmiany zostały zapisane'),
      refused,
    },
    {
      ...users,
      ...removal,
      id: 'all users, menu, dialog',
      owner: { people: [people.dana], workspace: 'EMEA Sales' },
      free: { people: [people.chiara], workspace: 'EMEA Sales' },
      steps: [
        more,
        { at: (page) => page.getByRole('menuitem', { name: 'Usuń z organizacji' }) },
        { at: (page) => page.getByRole('button', { name: 'Tak, usuń' }) },
      ],
      done: (page, target) => page.getByText(`Użytkownik ${onlyOne(target).name} został usunięty`),
      requests: { owner: 3, free: 1 },
    },
    {
      ...users,
      ...licenseCut,
      id: 'license by a list in a dialog',
      steps: [
        more,
        { at: (page) => page.getByRole('menuitem', { name: 'Zmień licencję' }) },
        { at: (page) => page.getByRole('dialog').getByRole('combobox') },
        { at: (page) => page.getByRole('option', { name: 'Read-only' }) },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Zapisz' }) },
      ],
      done: (page, target) => page.getByText(`Licencja użytkownika ${onlyOne(target).name}: Read-only`),
    },
    {
      ...deactivation,
      id: 'workspace panel, bottom sheet',
      address: 'settings/workspaces',
      ready: (page) => page.getByRole('main').getByRole('button', { name: /^Customer Success/ }),
      steps: [
        {
          at: (page, { workspace }) =>
            page.getByRole('main').getByRole('button', { name: new RegExp(`^${workspace}`) }),
        },
        {
          at: (page, { workspace }) =>
            page.getByRole('region', { name: workspace }).getByRole('button', { name: 'Dezaktywuj przestrzeń' }),
        },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Dezaktywuj', exact: true }) },
      ],
      done: (page, { workspace }) => page.getByText(`Dezaktywowano: ${workspace}`),
      refused,
    },
    {
      ...generation,
      id: 'key generated anew, dialog',
      address: 'api-dashboard/configuration',
      ready: (page) => page.getByText('Klucz produkcyjny', { exact: true }),
      free: { people: [], workspace: 'Customer Success' },
      steps: [
        { at: (page) => page.getByRole('button', { name: 'Wygeneruj nowy klucz' }).last() },
        { at: (page) => page.getByRole('dialog').getByRole('button', { name: 'Wygeneruj', exact: true }) },
      ],
      freeSteps: [{ at: (page) => page.getByRole('button', { name: 'Wygeneruj', exact: true }) }],
      done: (page) => page.getByText('Klucz API został wygenerowany'),
      refused,
    },
  ],
} satisfies Skin;
