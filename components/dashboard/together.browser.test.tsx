import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { emptyRoot } from '../../test/samples/root.ts';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 800);

async function show(hash: string, records: MappingRecords = recordsOf([northwind, northwindEu], sampleNow)) {
  const services = sampleServices(records);
  const model = createDashboardModel(services, hash, emptyArchive(), emptyShelf, readCsv);
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return { services, model };
}

const sentLast = (services: { sent: { type: string; body: unknown }[] }, type: string) =>
  services.sent.filter((each) => each.type === type).at(-1)?.body;
const pick = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` }).click();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (label: string, value: string) => page.getByLabelText(label, { exact: true }).selectOptions(value);

describe('several keys', () => {
  test('are changed at once: only what is chosen is said', async () => {
    const { services } = await show('#/keys');
    await pick('Order desk (Production key), EMEA Sales');
    await pick('Production key, Legal');
    await expect.element(page.getByText('2 selected')).toBeVisible();
    await press('Edit…');
    await choose('Change Owner', 'Set');
    await page.getByRole('combobox', { name: 'Owner', exact: true }).fill('Integrations');
    await page.getByRole('option', { name: /^Integrations/ }).click();
    await choose('Change Rotate after days', 'Set');
    await page.getByRole('spinbutton', { name: 'Rotate after days' }).fill('60');
    await choose('Change Used by', 'Add');
    await page.getByRole('textbox', { name: 'Used by' }).fill('Zapier\n\nCRM');
    await choose('Change Calls per minute', 'Set');
    await page.getByRole('textbox', { name: 'Calls per minute' }).fill('create: 220; send: 30');
    expect(await violations()).toEqual([]);
    await press('Save');
    await expect
      .poll(() => sentLast(services, 'own/edit-keys'))
      .toMatchObject({
        keyIds: expect.arrayContaining(['k1', 'k4']) as string[],
        edit: {
          ...{ ownerId: 'u-svc', rotationDays: 60, usedBy: { add: ['Zapier', 'CRM'] } },
          demand: { create: 220, send: 30 },
        },
      });
    expect(Object.keys((sentLast(services, 'own/edit-keys') as { edit: object }).edit)).toHaveLength(4);
    await expect.element(page.getByText('2 keys were changed.')).toBeVisible();
    await press('Undo');
    await expect.poll(() => sentLast(services, 'own/undo')).toMatchObject({ undo: 'undo-1' });
  });

  test('of two organizations get no owner together', async () => {
    await show('#/keys');
    await pick('Order desk (Production key), EMEA Sales');
    await pick('Production key, DACH Vertrieb');
    await press('Edit…');
    await expect.element(page.getByText(/^These keys belong to several organizations\./)).toBeVisible();
    expect(page.getByLabelText('Change Owner', { exact: true }).query()).toBeNull();
  });

  test('all that are shown, then filtered: those hidden are counted; deleted after what uses them is shown', async () => {
    const { services } = await show('#/keys');
    await page.getByRole('checkbox', { name: 'Select all keys shown' }).click();
    await expect.element(page.getByText('9 selected')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('Legal');
    await expect.element(page.getByText('8 of them are not shown here')).toBeVisible();
    await press('Delete…');
    await expect.element(page.getByText(/Used by CRM sync and Billing export/)).toBeVisible();
    await press('Yes, delete');
    await expect.poll(() => (sentLast(services, 'own/delete') as { ids: string[] } | undefined)?.ids).toHaveLength(9);
  });
});

test('several workspaces get a kind at once', async () => {
  const { services } = await show('#/workspaces');
  await pick('Legal');
  await pick('Finance');
  await press('Set kind');
  await page.getByRole('menuitem', { name: 'Service workspace' }).click();
  await expect
    .poll(() => sentLast(services, 'own/edit-workspaces'))
    .toMatchObject({ workspaceIds: ['w-fin', 'w-legal'], kind: 'service' });
  await expect.element(page.getByText('2 workspaces are set: Service workspace.')).toBeVisible();
});

describe('two records of one person', () => {
  test('are merged after each contradiction is chosen', async () => {
    const { services } = await show('#/owners');
    await pick('Dana Whitfield');
    expect(page.getByRole('button', { name: 'Merge…' }).query()).toBeNull();
    await pick('Noor Abbott');
    await press('Merge…');
    await expect.element(page.getByRole('dialog', { name: 'Merge two people' })).toBeVisible();
    expect(await violations()).toEqual([]);
    const address = page.getByRole('group', { name: 'E-mail address' });
    await address.getByRole('radio', { name: /^noor\.abbott@/ }).click();
    await page
      .getByRole('group', { name: 'Role in EMEA Sales' })
      .getByRole('radio', { name: /^Admin/ })
      .click();
    await press('Merge');
    await expect
      .poll(() => sentLast(services, 'own/merge'))
      .toMatchObject({
        store: 'users',
        keptId: 'u-dana',
        goneId: 'u-abbott',
        revisions: [1, 1],
        choices: { email: 'gone', 'u-dana@w-emea role': 'kept' },
      });
    await expect.element(page.getByText('Dana Whitfield and Noor Abbott are one.')).toBeVisible();
  });

  test('of two organizations are not offered', async () => {
    await show('#/owners');
    await pick('Dana Whitfield');
    await pick('Lena Brandt');
    await expect.element(page.getByText('2 selected')).toBeVisible();
    expect(page.getByRole('button', { name: 'Merge…' }).query()).toBeNull();
  });
});

describe('"Same workspace?"', () => {
  const renamed = (): MappingRecords => {
    const records = recordsOf([northwind], sampleNow);
    const at = '2026-11-22T00:00:00.000Z';
    const status = <T,>(value: T) => ({ page: { value, source: 'page' as const, at, adapter: 'workspaces' } });
    return {
      ...records,
      workspaces: records.workspaces.map((record) => {
        if (record.id === 'w-legal') return { ...record, status: status('not-observed' as const) };
        if (record.id !== 'w-fin') return record;
        return { ...record, name: status('Legal and Compliance'), status: status('active' as const) };
      }),
    };
  };

  test('is asked where a name is gone and another one is new, and leads to merging', async () => {
    const { services } = await show('#/workspaces', renamed());
    const question = page.getByRole('region', { name: 'Same workspace?' });
    await expect.element(question.getByText(/^Legal is not shown .*Legal and Compliance is new\./)).toBeVisible();
    await press('Same workspace…');
    await expect.element(page.getByRole('dialog', { name: 'Merge two workspaces' })).toBeVisible();
    await expect.element(page.getByRole('radio', { name: /^Legal and Compliance/ })).toBeChecked();
    await press('Merge');
    await expect
      .poll(() => sentLast(services, 'own/merge'))
      .toMatchObject({ store: 'workspaces', keptId: 'w-legal', goneId: 'w-fin', choices: { name: 'gone' } });
  });

  test('is put aside, and taken back', async () => {
    const { services } = await show('#/keys', renamed());
    await press('Not the same');
    await expect
      .poll(() => sentLast(services, 'own/keep-apart'))
      .toMatchObject({ workspaceId: 'w-legal', others: ['w-fin'] });
    await expect.element(page.getByText(/^Legal is not asked about any more\./)).toBeVisible();
    await press('Undo');
    await expect.poll(() => sentLast(services, 'own/undo')).toMatchObject({ undo: 'undo-1' });
  });
});

describe('everything that is known can be entered', () => {
  test('calls per minute of a key; what cannot be read is not sent', async () => {
    const { services } = await show('#/keys?key=k1');
    const demand = page.getByRole('textbox', { name: 'Calls per minute' });
    await demand.fill('create 220');
    await press('Save');
    expect((demand.element() as HTMLInputElement).validationMessage).toContain('Write it like');
    expect(sentLast(services, 'own/save-key')).toBeUndefined();
    await demand.fill('create: 220; send: 30');
    await press('Save');
    await expect
      .poll(() => sentLast(services, 'own/save-key'))
      .toMatchObject({ input: { id: 'k1', demand: { create: 220, send: 30 } } });
  });

  test('a new secret of a key: what was the former one’s is empty, and comes back with the tick', async () => {
    const { services } = await show('#/keys?key=k1');
    const ticked = page.getByRole('checkbox', { name: 'A new key was generated in its place' });
    const hint = page.getByRole('textbox', { name: 'Last four characters' });
    await expect.element(hint).toHaveValue('9f3c');
    await ticked.click();
    await expect.element(hint).toHaveValue('');
    await expect.element(page.getByRole('combobox', { name: 'Owner', exact: true })).toHaveValue('');
    await ticked.click();
    await expect.element(hint).toHaveValue('9f3c');
    await ticked.click();
    await hint.fill('41be');
    expect(await violations()).toEqual([]);
    await press('Save');
    await expect
      .poll(() => sentLast(services, 'own/save-key'))
      .toMatchObject({ input: { id: 'k1', newSecret: true, hint: '41be', ownerId: null, status: 'active' } });
  });

  test('a key goes to another workspace of its organization', async () => {
    const { services } = await show('#/keys?key=k1');
    const places = page.getByRole('combobox', { name: 'Workspace' });
    await expect.element(places).toBeVisible();
    expect(places.element().textContent).not.toContain('DACH');
    await places.selectOptions('Legal (US · Northwind Traders)');
    await press('Save');
    await expect.poll(() => sentLast(services, 'own/save-key')).toMatchObject({ input: { workspaceId: 'w-legal' } });
  });

  test('status and membership id of a person, status of a workspace', async () => {
    const person = await show('#/owners?user=u-dana');
    await choose('Status in PandaDoc', 'Blocked');
    await page.getByRole('textbox', { name: 'Membership id in Legal' }).fill('M-17');
    await press('Save');
    await expect
      .poll(() => sentLast(person.services, 'own/save-user'))
      .toMatchObject({ input: { status: 'blocked', roles: { 'w-legal': { membershipId: 'M-17' } } } });
    render(null, root());
    const workspace = await show('#/workspaces?workspace=w-fin');
    await choose('Status in PandaDoc', 'Deactivated');
    await press('Save');
    await expect
      .poll(() => sentLast(workspace.services, 'own/save-workspace'))
      .toMatchObject({ input: { status: 'deactivated' } });
  });
});

test.each(['#/keys', '#/owners', '#/workspaces'])(
  'with everything selected, nothing is cut off at 320 px: %s',
  async (hash) => {
    await page.viewport(320, 700);
    await show(hash);
    for (const box of document.querySelectorAll<HTMLInputElement>('[role=row] input[type=checkbox]')) {
      if (!box.checked) box.click();
    }
    await expect.element(page.getByText(/^\d selected$/)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(await violations()).toEqual([]);
  },
);
