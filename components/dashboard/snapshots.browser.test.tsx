import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { resolveMapping } from '../../lib/domain/resolve-mapping.ts';
import type { FileConflict } from '../../lib/domain/merge.ts';
import { type Snapshot, unsealedSnapshot } from '../../lib/domain/snapshot.ts';
import { sealSnapshot } from '../../lib/exports/json.ts';
import { MessageError } from '../../lib/messages/protocol.ts';
import { emptyRoot } from '../../test/samples/root.ts';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyArchive, readCsv, sampleShelf } from '../../test/samples/archive.ts';
import { northwind, recordsOf, type Sample } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 800);

/** Northwind as it was: one key less, another owner, a workspace by its old name. */
const before: Sample = {
  ...northwind,
  workspaces: northwind.workspaces.map((each) => (each.id === 'w-legal' ? { ...each, name: 'Law' } : each)),
  keys: northwind.keys
    .filter(({ id }) => id !== 'k1')
    .map((each) => (each.id === 'k4' ? { ...each, owner: 'u-abbott', status: 'active' as const } : each)),
};

async function documentOf(
  sample: Sample,
  id: string,
  daysAgo: number,
  previous: Snapshot | null,
  label: string | null,
) {
  const records = recordsOf([sample], sampleNow);
  const takenAt = new Date(Date.parse(sampleNow) - daysAgo * 86_400_000).toISOString();
  return sealSnapshot(
    unsealedSnapshot(resolveMapping(records, records.organizations[0]!), {
      id,
      takenAt,
      label,
      previous: previous && previous.digest,
    }),
  );
}

async function show(
  documents: Snapshot[],
  options: Parameters<typeof sampleServices>[1] = {},
  slow: Partial<ReturnType<typeof sampleShelf>> = {},
  hash = '#/snapshots',
) {
  const services = sampleServices(recordsOf([northwind], sampleNow), options);
  const shelf = {
    ...sampleShelf(documents, ['asked', 'before-removal', 'after-removal']),
    ...slow,
  };
  const model = createDashboardModel(services, hash, emptyArchive(), shelf, readCsv);
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return { services, model };
}

async function three(): Promise<Snapshot[]> {
  const first = await documentOf(before, 's1', 30, null, 'Q3 review');
  const second = await documentOf(before, 's2', 2, first, null);
  return [first, second, await documentOf(northwind, 's3', 1, second, null)];
}

const table = () => page.getByRole('table', { name: 'Snapshots' });
const rows = () => table().getByRole('row').elements().slice(1);
const changes = () => page.getByRole('table', { name: 'Changes between two snapshots' });

describe('list', () => {
  test('newest first, with label, reason and chain; taken in one click, with a label', async () => {
    const { services } = await show(await three());
    await expect.poll(() => rows().length).toBe(3);
    expect(rows()[2]!.textContent).toContain('Q3 review');
    expect(rows()[1]!.textContent).toContain('Before a removal');
    expect(rows()[2]!.textContent).toContain('First');
    await page.getByRole('textbox', { name: 'Label (optional)' }).fill('Q4');
    await page.getByRole('button', { name: 'Take snapshot' }).click();
    await expect
      .poll(() => services.sent.at(-1))
      .toMatchObject({ type: 'own/take-snapshot', body: { label: 'Q4', organizationId: northwind.organization.id } });
    await expect.element(page.getByText('A snapshot was taken and stored.')).toBeVisible();
  });

  test.each([
    { inTime: true, said: 'Cancelled. Nothing was changed.' },
    { inTime: false, said: 'It was written before it could be cancelled.' },
  ])('taking one can be cancelled; in time: $inTime', async ({ inTime, said }) => {
    let answer = (): void => undefined;
    const { services } = await show(await three(), {
      answers: {
        'own/take-snapshot': () =>
          new Promise((resolve, reject) => {
            answer = () => (inTime ? reject(new MessageError('stopped')) : resolve({ snapshotId: 's4' }));
          }),
        'own/stop': () => {
          answer();
          return null;
        },
      },
    });
    await page.getByRole('button', { name: 'Take snapshot' }).click();
    const bar = page.getByRole('progressbar', { name: 'Take snapshot' });
    await expect.element(bar).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByText(said)).toBeVisible();
    expect(bar.query()).toBeNull();
    const sent = services.sent.filter(({ type }) => type === 'own/take-snapshot' || type === 'own/stop');
    expect(sent.map(({ body }) => (body as { op: string }).op)).toEqual([
      expect.any(String),
      (sent[0]!.body as { op: string }).op,
    ]);
  });

  test('checked: all hold', async () => {
    await show(await three());
    await page.getByRole('button', { name: 'Check all' }).click();
    await expect.element(page.getByText('3 snapshots checked: digests and chain hold.')).toBeVisible();
  });

  test('checking many says how far it is, and can be stopped', async () => {
    let goOn = (): void => undefined;
    const { model } = await show(
      await three(),
      {},
      {
        isSound: () => new Promise((resolve) => (goOn = () => resolve(true))),
      },
    );
    await page.getByRole('button', { name: 'Check all' }).click();
    const bar = page.getByRole('progressbar', { name: 'Check all' });
    await expect.element(bar).toHaveAttribute('value', '0');
    goOn();
    await expect.poll(() => Number(bar.element().getAttribute('value'))).toBeCloseTo(1 / 3);
    await page.getByRole('button', { name: 'Cancel' }).click();
    goOn();
    await expect.poll(() => model.snapshots.checking.value).toMatchObject({ step: 'none', checked: 2 });
    await expect.element(page.getByRole('button', { name: 'Check all' })).toBeEnabled();
    expect(bar.query()).toBeNull();
    expect(rows().filter((row) => row.textContent.includes('Not checked'))).toHaveLength(1);
  });

  test('one that was changed is named, and so is a chain that breaks', async () => {
    const [first, second, third] = await three();
    const forged = { ...second!, keys: second!.keys.slice(1) };
    const { model } = await show([first!, forged, third!]);
    await page.getByRole('button', { name: 'Check all' }).click();
    await expect.element(page.getByText(/is not what its digest says/)).toBeVisible();
    expect(model.snapshots.checking.value.broken?.id).toBe('s2');
    expect(rows()[1]!.textContent).toContain('Changed');
  });

  test('one that names another than the one before breaks the chain; a deleted one is a gap', async () => {
    const [first, , third] = await three();
    const other = await documentOf(before, 's2', 2, null, null);
    const { model } = await show([first!, other, third!]);
    await page.getByRole('button', { name: 'Check all' }).click();
    await expect.element(page.getByText(/The chain breaks at the snapshot of/)).toBeVisible();
    expect(model.snapshots.checking.value.broken?.id).toBe('s2');
    expect(rows()[0]!.textContent).toContain('The one before is not here');
  });

  test('deleted after a question; exported as it was stored', async () => {
    const { services } = await show(await three(), {
      answers: {
        'own/delete-snapshot': () => null,
        'own/export-snapshot': ({ snapshotId }) => ({ fileName: 'x.md', snapshotId: snapshotId! }),
      },
    });
    const menu = page.getByRole('button', { name: /^Actions for the snapshot of .*Q3 review/ });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Export as Markdown' }).click();
    await expect
      .poll(() => services.sent.at(-1))
      .toMatchObject({ type: 'own/export-snapshot', body: { snapshotId: 's1', format: 'markdown' } });
    await expect.element(page.getByText(/x\.md was handed to your downloads/)).toBeVisible();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete this snapshot?' });
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete snapshot' }).click();
    await expect
      .poll(() => services.sent.at(-1))
      .toMatchObject({ type: 'own/delete-snapshot', body: { snapshotId: 's1' } });
    await expect.element(page.getByText('The snapshot was deleted.')).toBeVisible();
  });

  test('none yet: what a snapshot is for', async () => {
    await show([]);
    await expect.element(page.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('compare', () => {
  test('any one with now, side by side, filtered by kind and severity', async () => {
    await show(await three());
    await page.getByRole('button', { name: /^Actions for the snapshot of .*Q3 review/ }).click();
    await page.getByRole('menuitem', { name: 'Compare with now' }).click();
    await expect.element(changes()).toBeVisible();
    const text = () => changes().element().textContent;
    expect(text()).toContain('Workspace renamed');
    expect(text()).toContain('Law');
    expect(text()).toContain('Key added');
    expect(text()).toContain('Owner changed');
    expect(await violations()).toEqual([]);
    await page.getByRole('combobox', { name: 'Kind of change' }).selectOptions('Workspace renamed');
    await expect.poll(() => changes().getByRole('row').elements().length).toBe(2);
    await page.getByRole('combobox', { name: 'Kind of change' }).selectOptions('All kinds');
    await page.getByRole('combobox', { name: 'Severity of change' }).selectOptions('Medium');
    await expect.poll(text).toContain('Owner changed');
    expect(text()).not.toContain('Workspace renamed');
    await page.viewport(320, 700);
    await expect.poll(() => document.documentElement.scrollWidth).toBe(320);
  });

  test('comparing can be cancelled: nothing is shown of it, and it ends there', async () => {
    const documents = await three();
    let goOn = (): void => undefined;
    const { model } = await show(
      documents,
      {},
      {
        document: (id) =>
          new Promise((resolve) => (goOn = () => resolve(documents.find((document) => document.id === id) ?? null))),
      },
    );
    await page.getByRole('button', { name: 'Show changes' }).click();
    const bar = page.getByRole('progressbar', { name: 'Show changes' });
    await expect.element(bar).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => bar.query()).toBeNull();
    goOn();
    expect(model.snapshots.comparing.value).toEqual({ step: 'none' });
    await page.getByRole('button', { name: 'Show changes' }).click();
    await expect.element(bar).toBeVisible();
    goOn();
    await expect.element(changes()).toBeVisible();
  });

  test('what is compared, and which changes are shown, stands in the address, and comes back with it', async () => {
    const { model } = await show(await three());
    await expect.poll(() => model.address.value).toBe('#/snapshots');
    await page.getByRole('combobox', { name: 'From', exact: true }).selectOptions('s1');
    expect(model.address.value).toBe('#/snapshots?from=s1');
    await page.getByRole('button', { name: 'Show changes' }).click();
    await expect.element(changes()).toBeVisible();
    await page.getByRole('combobox', { name: 'Kind of change' }).selectOptions('Workspace renamed');
    const address = '#/snapshots?from=s1&show=changes&kind=workspace.renamed';
    await expect.poll(() => model.address.value).toBe(address);
    render(null, root());

    const { model: reloaded } = await show(await three(), {}, undefined, address);
    await expect.poll(() => changes().getByRole('row').elements().length).toBe(2);
    expect(changes().element().textContent).toContain('Workspace renamed');
    expect(reloaded.address.value).toBe(address);
    // Something else is chosen: what was compared is not shown any more, and not said to be.
    await page.getByRole('combobox', { name: 'To', exact: true }).selectOptions('s1');
    expect(changes().query()).toBeNull();
    expect(reloaded.address.value).toBe('#/snapshots?from=s1&to=s1');
    reloaded.follow(address);
    await expect.poll(() => changes().getByRole('row').elements().length).toBe(2);
  });

  test('an address that names a snapshot that is not here shows the usual choice, and no changes', async () => {
    const { model } = await show(await three(), {}, undefined, '#/snapshots?from=gone&show=changes');
    await expect.poll(() => model.address.value).toBe('#/snapshots');
    expect(model.snapshots.from.value).toBe('s3');
    expect(changes().query()).toBeNull();
  });

  test('two that hold the same', async () => {
    const { model } = await show(await three());
    await expect.poll(() => rows().length).toBe(3);
    model.snapshots.choose({ from: 's1', to: 's2' });
    await page.getByRole('button', { name: 'Show changes' }).click();
    await expect.element(page.getByText('No difference.')).toBeVisible();
  });
});

describe('merge', () => {
  const conflict = (at: number): FileConflict => ({
    id: `conflict ${at}`,
    field: 'notes',
    about: { key: { type: 'production', label: 'production key' }, workspace: `Region ${at}`, person: null },
    ours: { value: 'Billing', at: sampleNow },
    theirs: { value: `Looked at ${at}`, at: sampleNow },
    winner: 'ours',
  });
  const noRows = { workspaces: 0, users: 0, memberships: 0 };
  const preview = (conflicts: FileConflict[]) => ({
    plan: {
      region: 'us' as const,
      organization: 'Northwind',
      added: 0,
      changed: 600,
      unchanged: 0,
      rejected: 0,
      ...noRows,
    },
    rejections: [],
    conflicts,
  });
  const choose = () => page.getByLabelText('Snapshot to merge (JSON)').upload(new File(['{}'], 'colleague.json'));

  test('hundreds of conflicts: those in the window are drawn, each can be reached, and a choice is sent', async () => {
    const conflicts = Array.from({ length: 600 }, (_, at) => conflict(at));
    const { services } = await show(await three(), {
      answers: {
        'own/preview-import': () => preview(conflicts),
        'own/apply-import': () => ({ undo: null, revision: 2, keys: 600 }),
      },
    });
    await choose();
    const table = page.getByRole('table', { name: '600 conflicts' });
    await expect.element(table).toBeVisible();
    expect(table.getByRole('group').elements().length).toBeLessThan(60);
    expect(await violations()).toEqual([]);
    scrollTo(0, document.documentElement.scrollHeight);
    const last = page.getByRole('group', { name: /Region 599/ });
    await expect.element(last).toBeVisible();
    await last.getByRole('radio', { name: /Looked at 599/ }).click();
    scrollTo(0, 0);
    // What has the focus stays; its neighbours go.
    await expect.element(page.getByRole('group', { name: /Region 598/ })).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Apply merge' }).click();
    await expect
      .poll(() => services.sent.at(-1))
      .toMatchObject({ type: 'own/apply-import', body: { merge: { 'conflict 599': 'theirs' } } });
  });

  test('a few conflicts: all of them, and none without any', async () => {
    await show(await three(), { answers: { 'own/preview-import': () => preview([conflict(1), conflict(2)]) } });
    await choose();
    await expect.poll(() => page.getByRole('group', { name: /Region \d+.*: Notes/ }).elements().length).toBe(2);
    expect(await violations()).toEqual([]);
  });
});
