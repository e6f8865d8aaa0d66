/** What if, and suggestions of owner type, in Chromium. */
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyRoot } from '../../test/samples/root.ts';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import { actionOf } from './what-if.tsx';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 900);
afterEach(() => {
  location.hash = '';
});

async function show(hash: string) {
  const services = sampleServices(recordsOf([northwind, northwindEu], sampleNow));
  const model = createDashboardModel(services, hash, emptyArchive(), emptyShelf, readCsv);
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return services;
}
const sent = (services: ReturnType<typeof sampleServices>, type: string) =>
  services.sent.filter((each) => each.type === type).map(({ body }) => body);

async function choosePerson(name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Who', exact: true }).click();
  await userEvent.keyboard(`${name}{Enter}`);
}
const add = () => page.getByRole('button', { name: 'Add', exact: true });
const result = () => page.getByRole('region', { name: 'What would happen' });

describe('what if', () => {
  test('several acts on a copy: what dies, narrows, opens and closes, and handovers of it', async () => {
    const services = await show('#/handovers?what-if=1');
    await expect.element(add()).toBeDisabled();
    await choosePerson('Integrations');
    await add().click();
    await expect.element(result().getByText('No production key may die: broken, 1 key would.')).toBeVisible();
    await page.getByLabelText('What happens').selectOptions('change-role');
    await choosePerson('Dana');
    await page.getByLabelText('New role').fill('Member');
    await add().click();
    await expect.element(result().getByText('2 acts, all together')).toBeVisible();
    const lines = result()
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent);
    expect(lines[0]).toContain('North America Sales');
    expect(lines.some((line) => line?.includes('Order desk'))).toBe(true);
    await result().getByText('Findings that would open').click();
    await expect
      .element(
        result()
          .getByText(/^Owner lost rights: /)
          .first(),
      )
      .toBeVisible();
    expect(await violations()).toEqual([]);
    expect(services.sent).toEqual([]);
    await page.getByRole('button', { name: 'Plan handovers' }).click();
    await expect
      .poll(() => sent(services, 'own/start-handover'))
      .toMatchObject([
        { origin: 'list', action: { kind: 'remove', users: ['u-svc'], scope: 'all' }, only: null },
        {
          origin: 'list',
          action: { kind: 'change-role', users: ['u-dana'], scope: 'all', role: 'Member' },
          only: null,
        },
      ]);
  });

  test('an act is taken away again; a workspace, and a new key, are acts as well', async () => {
    await show('#/handovers?what-if=1');
    await page.getByLabelText('What happens').selectOptions('deactivate-workspace');
    await page.getByLabelText('Workspace', { exact: true }).selectOptions('w-ops');
    await add().click();
    await page.getByLabelText('What happens').selectOptions('generate');
    await page.getByLabelText('Workspace', { exact: true }).selectOptions('w-emea');
    await page.getByLabelText('Key', { exact: true }).selectOptions('sandbox');
    await add().click();
    await expect.element(result().getByText('No production key may die: broken, 1 key would.')).toBeVisible();
    await page.getByRole('button', { name: 'Take away: Deactivate Org operations' }).click();
    await expect.element(result().getByText('No production key may die: holds.')).toBeVisible();
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(result().elements()).toEqual([]);
  });
});

test.each([
  [{ kind: 'remove', userId: '' }, null],
  [{ kind: 'generate', userId: 'u' }, null],
  [
    { kind: 'remove', userId: 'u' },
    { kind: 'remove', users: ['u'], scope: 'all' },
  ],
  [
    { kind: 'deactivate-user', userId: 'u' },
    { kind: 'deactivate-user', users: ['u'] },
  ],
  [
    { kind: 'drop-org-admin', userId: 'u' },
    { kind: 'drop-org-admin', users: ['u'] },
  ],
  [
    { kind: 'change-licence', userId: 'u', to: ' Guest ' },
    { kind: 'change-licence', users: ['u'], license: 'Guest' },
  ],
  [
    { kind: 'change-role', userId: 'u', workspaceId: 'w' },
    { kind: 'change-role', users: ['u'], scope: { workspaces: ['w'] }, role: null },
  ],
] as const)('%j', (draft, action) => {
  expect(actionOf({ workspaceId: '', to: '', type: 'production', ...draft })).toEqual(action);
});

describe('suggestions of owner type', () => {
  test('in the mapping: reasons, and one click takes it', async () => {
    const services = await show('#/keys');
    await expect.element(page.getByText(/^Likely a person: the address is made of the name/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Tag as Person: Noor Abbott' }).click();
    await expect
      .poll(() => sent(services, 'own/set-owner-type'))
      .toMatchObject([{ userIds: ['u-abbott'], ownerType: 'person' }]);
  });

  test('in the editor it fills in the field, and is saved with the rest', async () => {
    const services = await show('#/owners?user=u-abbott');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tag as Person: Noor Abbott' }).click();
    await expect.element(dialog.getByLabelText('Kind of account')).toHaveValue('person');
    expect(sent(services, 'own/set-owner-type')).toEqual([]);
  });
});
