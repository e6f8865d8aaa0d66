import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyRoot } from '../../test/samples/root.ts';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { northwind, northwindEu, recordsOf, type Sample } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { type ImportPreview, MessageError } from '../../lib/messages/protocol.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 800);

async function show(
  hash: string,
  samples: readonly Sample[] = [northwind, northwindEu],
  options: Parameters<typeof sampleServices>[1] = {},
  records = recordsOf(samples, sampleNow),
) {
  const services = sampleServices(records, options);
  const model = createDashboardModel(services, hash, emptyArchive(), emptyShelf, readCsv);
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return { services, model };
}

const sentLast = (services: { sent: { type: string; body: unknown }[] }, type: string) =>
  services.sent.filter((each) => each.type === type).at(-1)?.body;
const table = () => page.getByRole('table', { name: 'Key mapping' });
const dataRows = () => table().getByRole('row').elements().slice(1);

/** Ten thousand keys in five thousand workspaces. */
const big: Sample = {
  ...northwind,
  workspaces: Array.from({ length: 5000 }, (_, index) => ({ id: `b${index}`, name: `Workspace ${index}` })),
  keys: Array.from({ length: 10_000 }, (_, index) => ({
    id: `bk${index}`,
    workspace: `b${index >> 1}`,
    type: index % 2 ? ('sandbox' as const) : ('production' as const),
    ...(index % 3 && { owner: 'u-svc' }),
    hint: (index * 7919).toString(16).padStart(4, '0').slice(-4),
  })),
};

describe('keys', () => {
  test('one row for each key, sorted by a press on a header', async () => {
    await show('#/keys');
    expect(dataRows()).toHaveLength(9);
    await page.getByRole('columnheader', { name: 'Owner', exact: true }).getByRole('button').click();
    await expect
      .element(page.getByRole('columnheader', { name: 'Owner', exact: true }))
      .toHaveAttribute('aria-sort', 'ascending');
    expect(dataRows().at(-1)!.textContent).toContain('Provisioning');
  });

  test('ten thousand rows: few drawn, all counted, scrolled to the end, found by search', async () => {
    await show('#/keys', [big]);
    expect(table().element().getAttribute('aria-rowcount')).toBe('10001');
    expect(dataRows().length).toBeLessThan(60);
    expect(dataRows()[0]!.getAttribute('aria-rowindex')).toBe('2');
    await expect
      .poll(
        () => {
          // Heights of rows not seen yet are guessed: the end moves while it is approached.
          window.scrollTo(0, document.documentElement.scrollHeight);
          return dataRows().at(-1)!.getAttribute('aria-rowindex');
        },
        { timeout: 10_000 },
      )
      .toBe('10001');
    window.scrollTo(0, 0);
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('workspace 4711');
    await expect.poll(() => dataRows().length).toBe(2);
  });

  test('the row with the focus stays while it is scrolled away', async () => {
    await show('#/keys', [big]);
    const edit = page.elementLocator(dataRows()[0]!).getByRole('button', { name: /^Edit/ });
    (edit.element() as HTMLElement).focus();
    window.scrollTo(0, 50_000);
    await expect.poll(() => dataRows().length).toBeGreaterThan(5);
    await expect.poll(() => dataRows()[1]!.getAttribute('aria-rowindex')).not.toBe('3');
    expect(document.activeElement).toBe(edit.element());
  });

  test('edited in a panel: owner chosen by keyboard, saved, focus back', async () => {
    const { services } = await show('#/keys');
    const edit = page.getByRole('button', { name: 'Edit Production key of Legal' });
    await edit.click();
    const panel = page.getByRole('dialog', { name: 'Production key, Legal' });
    await expect.element(panel).toBeVisible();
    await expect.element(panel.getByRole('combobox', { name: 'Owner', exact: true })).toHaveFocus();
    await userEvent.keyboard('noor{Enter}');
    await expect.element(panel.getByText(/^Noor Abbott is not known as Admin/)).toBeVisible();
    await panel.getByRole('textbox', { name: 'Last four characters' }).fill('beef1');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => sentLast(services, 'own/save-key'))
      .toMatchObject({
        input: { id: 'k4', revision: 1, ownerId: 'u-abbott', hint: 'beef', label: null, workspaceId: 'w-legal' },
      });
    await expect.element(page.getByText('The key was saved.')).toBeVisible();
    await expect.element(edit).toHaveFocus();
    // What is said is short: its buttons stand beside it all the same.
    const middles = [
      page.getByText('The key was saved.'),
      ...['Undo', 'Dismiss'].map((name) => page.getByRole('button', { name })),
    ]
      .map((each) => each.element().getBoundingClientRect())
      .map(({ top, bottom }) => (top + bottom) / 2);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(2);
  });

  test('people known as Admin come first', async () => {
    await show('#/keys?key=k4');
    await page.getByRole('combobox', { name: 'Owner', exact: true }).click();
    const [first, ...others] = page.getByRole('listbox').getByRole('option').elements();
    expect(first!.textContent).toContain('Admin here');
    expect(others.some((each) => each.textContent.includes('Admin here'))).toBe(false);
  });

  test('a refusal is said inside the panel, and what was typed stays', async () => {
    let refuse = true;
    const { services } = await show('#/keys?key=k1', undefined, {
      answers: {
        'own/save-key': () => {
          if (refuse) throw new MessageError('changed-meanwhile');
          return { undo: null, revision: 4, id: 'k1' };
        },
      },
    });
    await page.getByRole('textbox', { name: 'Notes' }).fill('kept');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(() => page.getByRole('alert').query()?.textContent)
      .toMatch(/The other change was kept, yours was not saved/);
    await expect.element(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('kept');
    refuse = false;
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => page.getByRole('dialog').query()).toBeNull();
    expect(sentLast(services, 'own/save-key')).toMatchObject({ input: { notes: 'kept' } });
  });

  test('added with a new workspace and a new person, by keyboard', async () => {
    const { services } = await show('#/keys');
    await page.getByRole('button', { name: 'Add key' }).click();
    await page.getByRole('combobox', { name: 'Workspace', exact: true }).selectOptions('New workspace…');
    await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('Marketing');
    await page.getByRole('combobox', { name: 'Owner', exact: true }).click();
    await userEvent.keyboard('mo@northwind.example{Enter}');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // One change, so that one undo takes all of it back.
    await expect.poll(() => services.sent.map(({ type }) => type)).toEqual(['own/save-key']);
    expect(services.sent[0]!.body).toMatchObject({
      workspace: { id: null, name: 'Marketing', region: 'us' },
      owner: { id: null, email: 'mo@northwind.example', name: null, region: 'us' },
      input: { id: null, type: 'production', ownerId: null },
    });
  });

  test('a conflict is shown, and taken with one click', async () => {
    const { services } = await show('#/keys?key=k8');
    await expect.element(page.getByText(/^A newer reading says: Integrations \(read from PandaDoc on/)).toBeVisible();
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => sentLast(services, 'own/save-key')).toMatchObject({ input: { ownerId: 'u-svc' } });
  });

  test('a key that a newer reading contradicts is marked in the table', async () => {
    await show('#/keys');
    const marked = page.getByText('a newer reading contradicts');
    await expect.element(marked).toBeVisible();
    const row = page.elementLocator(marked.element().closest('[role=row]')!);
    await expect.element(row.getByText('North America Sales')).toBeVisible();
    expect(marked.elements()).toHaveLength(1);
  });

  test('what a newer reading says of a licence and a role is shown, and taken with one click', async () => {
    const records = recordsOf([northwind], sampleNow);
    const said = { adapter: null, value: 'Full', source: 'entered' as const, at: '2026-01-01T00:00:00.000Z' };
    const read = { ...said, source: 'page' as const, at: '2026-11-20T00:00:00.000Z' };
    const dana = records.users.find(({ id }) => id === 'u-dana')!;
    dana.license = { entered: said, page: { ...read, value: 'Guest' } };
    const place = records.memberships.find(({ userId, workspaceId }) => userId === dana.id && workspaceId === 'w-fin')!;
    place.role = { import: { ...said, source: 'import', value: 'Admin' }, page: { ...read, value: 'Member' } };
    const { services } = await show('#/owners?user=u-dana', undefined, {}, records);
    await expect.element(page.getByText(/^A newer reading says: Guest \(read from PandaDoc on/)).toBeVisible();
    await expect.element(page.getByText(/^A newer reading says: Member \(read from PandaDoc on/)).toBeVisible();
    for (const button of page.getByRole('button', { name: 'Take it' }).all()) await button.click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(() => sentLast(services, 'own/save-user'))
      .toMatchObject({ input: { id: 'u-dana', license: 'Guest', roles: { 'w-fin': { role: 'Member' } } } });
  });

  test('deleted after a second question, with undo', async () => {
    const { services } = await show('#/workspaces?workspace=w-emea');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.element(page.getByText(/^EMEA Sales is deleted, with 2 keys and 3 memberships\./)).toBeVisible();
    await expect
      .element(page.getByText('Order desk (Production key), EMEA Sales. Used by CRM sync and Billing export.'))
      .toBeVisible();
    await expect.element(page.getByText('Noor Abbott: Member')).toBeVisible();
    await page.getByRole('button', { name: 'Yes, delete' }).click();
    await expect.poll(() => sentLast(services, 'own/delete')).toMatchObject({ store: 'workspaces', ids: ['w-emea'] });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => sentLast(services, 'own/undo')).toMatchObject({ undo: 'undo-1' });
  });
});

test('the question before deleting takes the focus, is in view, and gives the focus back, each time', async () => {
  await show('#/keys?key=k1');
  const ask = page.getByRole('button', { name: 'Delete', exact: true });
  const keep = page.getByRole('button', { name: 'Keep it' });
  for (const time of [1, 2]) {
    await ask.click();
    await expect.element(keep, { message: `time ${time}` }).toHaveFocus();
    await expect.element(keep).toBeInViewport({ ratio: 1 });
    const foot = document.querySelector('.dialog-foot')!.getBoundingClientRect();
    expect(keep.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(foot.top);
    await keep.click();
    await expect.element(ask).toHaveFocus();
  }
});

test('in a small window, what has the focus in a panel is never under its head or foot', async () => {
  await page.viewport(320, 480);
  await show('#/workspaces?workspace=w-emea');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  const edge = (selector: string): DOMRect => document.querySelector(selector)!.getBoundingClientRect();
  for (let step = 0; step < 12; step += 1) {
    const focused = document.activeElement!;
    if (focused.closest('.dialog-body') !== null) {
      const { top, bottom } = focused.getBoundingClientRect();
      expect(top, focused.outerHTML).toBeGreaterThanOrEqual(edge('.dialog-head').bottom);
      expect(bottom, focused.outerHTML).toBeLessThanOrEqual(edge('.dialog-foot').top);
    }
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  }
});

describe('owners', () => {
  test('several are tagged at once', async () => {
    const { services } = await show('#/owners');
    await page.getByRole('checkbox', { name: 'Select Miguel Ferreira' }).click();
    await page.getByRole('checkbox', { name: 'Select Noor Abbott' }).click();
    await expect.element(page.getByText('2 selected')).toBeVisible();
    await page.getByRole('button', { name: 'Tag as' }).click();
    await page.getByRole('menuitem', { name: 'Person', exact: true }).click();
    await expect
      .poll(() => sentLast(services, 'own/set-owner-type'))
      .toMatchObject({
        userIds: ['u-miguel', 'u-abbott'],
        ownerType: 'person',
      });
    await expect.element(page.getByText('2 people are tagged: Person.')).toBeVisible();
    expect(page.getByText('2 selected').query()).toBeNull();
  });

  test('a role is changed; the others stay as pages say', async () => {
    const { services } = await show('#/owners?user=u-dana');
    await page.getByRole('combobox', { name: 'Role in Legal' }).fill('Admin');
    await page.getByRole('button', { name: 'No longer in Finance' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(() => sentLast(services, 'own/save-user'))
      .toMatchObject({
        input: { id: 'u-dana', roles: { 'w-legal': { role: 'Admin' }, 'w-fin': null } },
      });
  });
});

describe('import', () => {
  const plan = {
    region: 'us' as const,
    organization: 'Northwind Traders',
    added: 2,
    changed: 1,
    unchanged: 6,
    rejected: 1,
    workspaces: 0,
    users: 1,
    memberships: 0,
  };
  const rejections = [{ where: 'keys[3].notes', message: 'looks-like-a-key' as const, details: [] }];

  test('preview, leave out, apply, undo', async () => {
    const { services } = await show('#/settings', undefined, {
      answers: {
        'own/preview-import': () => ({ plan, rejections }),
        'own/apply-import': () => ({ undo: 'u1', revision: 3, keys: 9 }),
      },
    });
    await page.getByLabelText('Import mapping').upload(new File(['{}'], 'map.json', { type: 'application/json' }));
    await expect.element(page.getByRole('status')).toHaveTextContent('2 new, 1 changed, 6 unchanged, 1 rejected');
    await expect
      .element(page.getByText('keys[3].notes: This looks like an API key. Keys are never taken in.'))
      .toBeVisible();
    const apply = page.getByRole('button', { name: 'Apply import' });
    await expect.element(apply).toBeDisabled();
    await page.getByRole('checkbox', { name: 'Leave out 1 rejected row' }).click();
    await apply.click();
    await expect.element(page.getByRole('status')).toHaveTextContent('Imported 9 keys');
    await page.getByRole('button', { name: 'Undo import' }).click();
    await expect.poll(() => sentLast(services, 'own/undo')).toMatchObject({ undo: 'u1' });
  });

  describe('an import under way', () => {
    /** Applies, presses Cancel, and answers as the background would: stopped in time, or written before. */
    async function cancelled(inTime: boolean): Promise<Awaited<ReturnType<typeof show>>['services']> {
      let answer: () => void = () => undefined;
      const shown = await show('#/settings', undefined, {
        answers: {
          'own/preview-import': () => ({ plan: { ...plan, rejected: 0 }, rejections: [] }),
          'own/apply-import': () =>
            new Promise((resolve, reject) => {
              answer = () =>
                inTime ? reject(new MessageError('stopped')) : resolve({ undo: 'u1', revision: 3, keys: 9 });
            }),
          'own/progress': () => 0.4,
          'own/stop': () => {
            answer();
            return null;
          },
        },
      });
      await page.getByLabelText('Import mapping').upload(new File(['{}'], 'map.json', { type: 'application/json' }));
      await page.getByRole('button', { name: 'Apply import' }).click();
      const bar = page.getByRole('progressbar', { name: 'Progress of the import' });
      await expect.element(bar).toHaveAttribute('value', '0.4');
      await expect.element(page.getByRole('status')).toMatchTextContent(/Importing\. It can be cancelled until/);
      await page.getByRole('button', { name: 'Cancel' }).click();
      const { op } = sentLast(shown.services, 'own/apply-import') as { op: string };
      expect(sentLast(shown.services, 'own/stop')).toEqual({ op });
      return shown.services;
    }

    test('cancelled in time: nothing is changed, and the preview stands as before', async () => {
      await cancelled(true);
      await expect.element(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();
      await expect.element(page.getByRole('status')).toHaveTextContent('2 new, 1 changed, 6 unchanged, 0 rejected');
      await expect.element(page.getByRole('button', { name: 'Apply import' })).toBeEnabled();
      expect(page.getByRole('progressbar').query()).toBeNull();
    });

    test('cancelled too late: that it was written is said, and how to take it back', async () => {
      const services = await cancelled(false);
      await expect.element(page.getByText('It was written before it could be cancelled.')).toBeVisible();
      await expect.element(page.getByRole('status')).toHaveTextContent('Imported 9 keys');
      await page.getByRole('button', { name: 'Undo import' }).click();
      await expect.poll(() => sentLast(services, 'own/undo')).toMatchObject({ undo: 'u1' });
    });

    test('a file that is put away while it is read is not shown when it was', async () => {
      let answer: (preview: ImportPreview) => void = () => undefined;
      await show('#/settings', undefined, {
        answers: { 'own/preview-import': () => new Promise((resolve) => (answer = resolve)) },
      });
      await page.getByLabelText('Import mapping').upload(new File(['{}'], 'map.json', { type: 'application/json' }));
      await expect.element(page.getByRole('progressbar', { name: 'Reading map.json…' })).toBeVisible();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => page.getByRole('progressbar').query()).toBeNull();
      answer({ plan, rejections });
      await new Promise(requestAnimationFrame);
      expect(page.getByRole('button', { name: 'Apply import' }).query()).toBeNull();
    });
  });

  test('CSV without regions: chosen in the preview; what is left out named by row, column and reason', async () => {
    const { services } = await show('#/settings', undefined, {
      answers: {
        'own/preview-import': (body) => ({
          plan: { ...plan, rejected: 'rows' in body && body.region === null ? 9 : 1 },
          rejections: 'rows' in body ? body.rejections : [],
        }),
        'own/apply-import': () => ({ undo: 'u1', revision: 3, keys: 9 }),
      },
    });
    const text =
      'workspace;key_type;created_on;colour\r\nK\u00f6ln;production;03/04/2026;red\r\nK\u00f6ln;sandbox;;\r\n';
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    await page.getByLabelText('Import mapping').upload(new File([bytes], 'map.csv', { type: 'text/csv' }));
    const region = page.getByRole('combobox', { name: 'Region of this file' });
    await expect.element(region).toBeVisible();
    await expect.element(page.getByText(/^This file has rows that name no region/)).toBeVisible();
    await expect.element(page.getByText(/it was read as windows-1252/)).toBeVisible();
    await expect.element(page.getByText(/were left out: colour/)).toBeVisible();
    await expect
      .element(page.getByText('Row 2, column created_on: This date can mean several days. Write it as YYYY-MM-DD.'))
      .toBeVisible();
    const apply = page.getByRole('button', { name: 'Apply import' });
    await expect.element(apply).toBeDisabled();
    expect(await violations()).toEqual([]);
    await region.selectOptions('EU');
    await page.getByRole('checkbox', { name: 'Leave out 1 rejected row' }).click();
    await apply.click();
    await expect.element(page.getByRole('status')).toHaveTextContent('Imported 9 keys');
    expect(sentLast(services, 'own/apply-import')).toMatchObject({
      region: 'eu',
      leaveOutRejected: true,
      rows: [{ row: 3, workspace: 'K\u00f6ln', keyType: 'sandbox' }],
    });
  });

  test('a file that is no snapshot says what it is not', async () => {
    await show('#/settings', undefined, {
      answers: {
        'own/preview-import': () => ({ plan: null, rejections: [{ where: '', message: 'not-json', details: [] }] }),
      },
    });
    await page.getByLabelText('Import mapping').upload(new File(['x'], 'map.json', { type: 'application/json' }));
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('This file cannot be imported. Nothing was changed.');
    await expect.element(page.getByText('This is not JSON, or the file is damaged.')).toBeVisible();
    expect(page.getByRole('button', { name: 'Apply import' }).query()).toBeNull();
  });

  test('a file that is too large is refused at once, without being read or sent anywhere', async () => {
    await show('#/settings');
    const megabyte = new Uint8Array(1024 * 1024).fill(0x20);
    const chosen = new DataTransfer();
    chosen.items.add(new File(Array<Uint8Array<ArrayBuffer>>(200).fill(megabyte), 'map.json'));
    const input = page.getByLabelText('Import mapping').element() as HTMLInputElement;
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.element(page.getByText('The file is too large for a snapshot.')).toBeVisible();
    expect(page.getByRole('button', { name: 'Apply import' }).query()).toBeNull();
  });
});

describe('accessibility', () => {
  test.each([
    '#/keys',
    '#/keys?key=k8',
    '#/owners',
    '#/owners?user=u-dana',
    '#/workspaces',
    '#/workspaces?workspace=w-emea',
    '#/settings',
  ])('axe: %s', async (hash) => {
    await show(hash);
    expect(await violations()).toEqual([]);
  });

  test.each(['#/keys', '#/owners', '#/workspaces', '#/settings'])('axe: nothing known, %s', async (hash) => {
    await show(hash, []);
    expect(await violations()).toEqual([]);
  });

  test.each(['#/keys', '#/owners', '#/workspaces', '#/settings'])('nothing is cut off at 320 px: %s', async (hash) => {
    await page.viewport(320, 640);
    await show(hash);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
    expect(await violations()).toEqual([]);
  });
});
