/** The Log page and the backup part of the settings, in Chromium. */
import { render } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { emptyRoot } from '../../test/samples/root.ts';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyShelf, readCsv, sampleArchive, sampleLog, type SampleArchive } from '../../test/samples/archive.ts';
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import type { BackupContent, BackupState } from '../../lib/domain/backup.ts';
import type { LogEntry } from '../../lib/domain/stored.ts';
import { backupText, sealBackup } from '../../lib/exports/backup.ts';
import { MessageError } from '../../lib/messages/protocol.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 800);

const records = recordsOf([northwind, northwindEu], sampleNow);
const contentOf = (log: LogEntry[]): BackupContent => ({
  ...records,
  handovers: [],
  readings: [],
  snapshots: [],
  log,
  meta: [],
});
const hold = { action: 'remove', users: ['u-dana'], keys: ['k1', 'gone'], workspaces: ['w-emea'], scopeAssumed: true };
const happened: Pick<LogEntry, 'kind' | 'data'>[] = [
  { kind: 'import', data: { format: 'json', digest: 'x', added: 2, changed: 1, unchanged: 6, rejected: 0 } },
  { kind: 'hold', data: hold },
  { kind: 'release', data: { ...hold, reason: 'handover-done' } },
  { kind: 'outcome', data: { ...hold, outcome: 'succeeded' } },
  { kind: 'kept', data: { action: 'generate', users: [], keys: ['k1'], workspaces: ['w-legal'], scopeAssumed: false } },
  { kind: 'owner-changed', data: { key: 'k1', from: null, to: 'u-svc' } },
  { kind: 'owner-type-changed', data: { user: 'u-svc', from: 'untagged', to: 'service-account' } },
  { kind: 'generation-confirmed', data: { key: 'k1', accepted: true, to: 'u-dana' } },
  { kind: 'save-workspace', data: { id: 'w-emea' } },
  { kind: 'delete', data: { store: 'users', id: 'u-x' } },
  { kind: 'undo', data: { op: 'x', what: 'save-key' } },
  { kind: 'export', data: { snapshot: 's', format: 'json', keys: 9 } },
  { kind: 'backup', data: { digest: 'x', keys: 9 } },
  { kind: 'restore', data: { digest: 'x', madeAt: sampleNow, keys: 9, replaced: null } },
  { kind: 'failure', data: { where: 'guard.click', kind: 'TypeError' } },
  { kind: 'from-the-future', data: { x: 1 } },
];

async function show(
  hash: string,
  log: LogEntry[] | null = null,
  options: Parameters<typeof sampleServices>[1] = {},
): Promise<{ services: ReturnType<typeof sampleServices>; archive: SampleArchive }> {
  const services = sampleServices(records, options);
  const archive = sampleArchive(contentOf(log ?? (await sampleLog(happened))));
  const model = createDashboardModel(services, hash, archive, emptyShelf, readCsv);
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return { services, archive };
}

const table = () => page.getByRole('table', { name: 'Log entries' });
const rows = () => table().getByRole('row').elements().slice(1);
const status = () => page.getByRole('status');

describe('the log', () => {
  test('says in words what happened, newest first, with names that are known now', async () => {
    await show('#/log');
    await expect.poll(() => rows().length).toBe(happened.length);
    const texts = rows().map((row) => row.textContent);
    expect(texts[0]).toContain('from-the-future');
    const [release] = texts.filter((text) => text.includes('Let go:'));
    expect(release).toContain('removal of Dana Whitfield. Reason: Handover done.');
    expect(release).toContain('Workspaces, not named by the page: EMEA Sales.');
    expect(release).toContain('a key no longer known');
    expect(texts.join('\n')).toContain('Imported as JSON: 2 new, 1 changed, 6 unchanged, 0 rejected.');
    expect(texts.join('\n')).toContain('Undone: an edit.');
    expect(texts.join('\n')).not.toContain('undefined');
  });

  test('says that it is being read, until it is there or could not be read', async () => {
    for (const end of ['read', 'failed'] as const) {
      const archive = sampleArchive(contentOf(await sampleLog(happened)));
      const reading = Promise.withResolvers<LogEntry[]>();
      archive.readLog = () => reading.promise;
      const model = createDashboardModel(sampleServices(records), '#/log', archive, emptyShelf, readCsv);
      await model.estate.load();
      render(<Dashboard model={model} />, root());
      await expect.element(page.getByText('Reading the log…')).toBeVisible();
      if (end === 'read') reading.resolve(archive.log);
      else reading.reject(new Error('disk'));
      await expect.poll(() => page.getByText('Reading the log…').query()).toBeNull();
      if (end === 'read') await expect.poll(() => rows().length).toBe(happened.length);
      render(null, root());
    }
  });

  test('is filtered by kind, region and date', async () => {
    await show('#/log');
    await page.getByRole('combobox', { name: 'Filter by kind' }).selectOptions('Outcome');
    await expect.poll(() => rows().length).toBe(1);
    await page.getByRole('combobox', { name: 'Filter by kind' }).selectOptions('All kinds');
    await page.getByRole('combobox', { name: 'Filter by region' }).selectOptions('EU');
    await expect.element(page.getByText('No entry fits.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Filter by region' }).selectOptions('US');
    await page.getByLabelText('From').fill('2026-11-25');
    await expect.poll(() => rows().length).toBe(0);
    await page.getByLabelText('From').fill('2026-11-01');
    await page.getByLabelText('To').fill('2026-11-25');
    await expect.poll(() => rows().length).toBe(happened.length);
  });

  test('verified: whole, then with one entry that somebody worked on', async () => {
    const { archive } = await show('#/log');
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect
      .element(status())
      .toHaveTextContent(`${happened.length} entries verified: unchanged, complete and in order.`);
    archive.log = archive.log.with(4, { ...archive.log[4]!, at: '2020-01-01T00:00:00.000Z' });
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect
      .element(status())
      .toHaveTextContent(
        'The chain breaks at entry 5: it was changed, taken out or put in. The entries before it are unchanged.',
      );
    expect(await violations()).toEqual([]);
  });

  test('verifying says how far it is, and can be cancelled', async () => {
    const { archive } = await show('#/log');
    archive.verifyLog = (onProgress, signal) =>
      new Promise((_, reject) => {
        onProgress(0.25);
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect.element(page.getByRole('progressbar', { name: 'Verify' })).toHaveAttribute('value', '0.25');
    await expect.element(page.getByRole('button', { name: 'Verify' })).toBeDisabled();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(status()).toHaveTextContent('Verifying was cancelled. Nothing is said about the log.');
    expect(page.getByRole('progressbar').query()).toBeNull();
    await expect.element(page.getByRole('button', { name: 'Verify' })).toBeEnabled();
  });

  test('takes back what can still be taken back, once for each change', async () => {
    const { archive, services } = await show('#/log', []);
    const log = await sampleLog(happened);
    archive.log = [...log, { ...log.at(-1)!, seq: log.length + 1 }];
    archive.undoable = [{ op: 'op-last', kind: 'edit-keys', at: log.at(-1)!.at }];
    services.change(records);
    await page.getByRole('button', { name: `Undo entry ${log.length + 1}` }).click();
    await expect
      .poll(() => services.sent.find(({ type }) => type === 'own/undo')?.body)
      .toMatchObject({ undo: 'op-last' });
    expect(page.getByRole('button', { name: /^Undo entry/ }).elements()).toHaveLength(1);
  });

  test('is handed out as JSON Lines', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await show('#/log');
    await page.getByRole('button', { name: 'Export log' }).click();
    await expect.element(page.getByText('keyholder-log-2026-11-23.jsonl was handed to your downloads.')).toBeVisible();
    expect(click).toHaveBeenCalledOnce();
    click.mockRestore();
  });

  test('ten thousand entries: few drawn, all counted', async () => {
    const one = (await sampleLog(happened.slice(1, 2)))[0]!;
    const many = Array.from({ length: 10_000 }, (_, index) => ({ ...one, seq: index + 1 }));
    await show('#/log', many);
    await expect.poll(() => rows().length).toBeGreaterThan(5);
    expect(rows().length).toBeLessThan(60);
    expect(table().element().getAttribute('aria-rowcount')).toBe('10001');
    expect(rows()[0]!.textContent).toContain('10,000');
  });

  test('without entries says what will stand there', async () => {
    await show('#/log', []);
    await expect.element(page.getByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('a backup', () => {
  const download = () => vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const fileOf = async (content: BackupContent, spoil = (text: string): string => text) =>
    new File([spoil(backupText(await sealBackup(content, sampleNow)))], 'b.json', { type: 'application/json' });

  test('is handed to the downloads and noted', async () => {
    const click = download();
    const { services } = await show('#/settings');
    await page.getByRole('button', { name: 'Export backup' }).click();
    await expect
      .element(page.getByText('keyholder-backup-2026-11-23.json was handed to your downloads.'))
      .toBeVisible();
    expect(click).toHaveBeenCalledOnce();
    expect(services.sent.find(({ type }) => type === 'own/note-backup')?.body).toMatchObject({
      made: { keys: records.keys.length },
    });
    click.mockRestore();
  });

  test('that was handed out and could not be noted is said as such: success does not cover it', async () => {
    const click = download();
    await show('#/settings', null, {
      answers: {
        'own/note-backup': () => {
          throw new MessageError('storage-full');
        },
      },
    });
    await page.getByRole('button', { name: 'Export backup' }).click();
    await expect.poll(() => click.mock.calls.length).toBe(1);
    await expect.element(page.getByText(/^There is no room left on this device/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Export backup' })).toBeEnabled();
    await expect.element(page.getByText(/^There is no room left on this device/)).toBeVisible();
    click.mockRestore();
  });

  test('being made says how far it is, and can be cancelled: then none is handed out', async () => {
    const click = download();
    const { archive, services } = await show('#/settings');
    archive.makeBackup = (onProgress, signal) =>
      new Promise((_, reject) => {
        onProgress(0.25);
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    await page.getByRole('button', { name: 'Export backup' }).click();
    await expect.element(page.getByRole('progressbar', { name: 'Export backup' })).toHaveAttribute('value', '0.25');
    await expect.element(page.getByRole('button', { name: 'Export backup' })).toBeDisabled();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();
    expect(page.getByRole('progressbar').query()).toBeNull();
    await expect.element(page.getByRole('button', { name: 'Export backup' })).toBeEnabled();
    expect(click).not.toHaveBeenCalled();
    expect(services.sent.filter(({ type }) => type === 'own/note-backup')).toEqual([]);
    click.mockRestore();
  });

  test('that is being read is put away with its dialog', async () => {
    const { archive } = await show('#/settings');
    let aborted: Promise<void> = Promise.resolve();
    archive.readBackup = (_, onProgress, signal) => {
      onProgress(0.5);
      aborted = new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
      return aborted.then(() => Promise.reject(new Error('aborted')));
    };
    await page.getByRole('button', { name: 'Restore backup' }).click();
    await page.getByLabelText('Backup to restore').upload(await fileOf(contentOf([])));
    await expect.element(page.getByRole('progressbar', { name: 'Reading b.json…' })).toHaveAttribute('value', '0.5');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await aborted;
    await expect.element(page.getByRole('button', { name: 'Restore backup' })).toHaveFocus();
    expect(page.getByRole('dialog').query()).toBeNull();
  });

  test('is restored after a preview, a backup of before, and a confirmation', async () => {
    const click = download();
    const { services, archive } = await show('#/settings');
    await page.getByRole('button', { name: 'Restore backup' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore backup' });
    expect(dialog.getByRole('button', { name: 'Replace everything' }).query()).toBeNull();
    const smaller = { ...contentOf([]), keys: records.keys.slice(0, 2), snapshots: [] };
    await page.getByLabelText('Backup to restore').upload(await fileOf(smaller));
    await expect.element(dialog.getByText(/^Made on /)).toBeVisible();
    expect(dialog.getByRole('row', { name: /^Keys/ }).element().textContent).toBe(`Keys${records.keys.length}2`);
    expect(await violations()).toEqual([]);
    await expect.element(dialog.getByRole('checkbox')).toBeChecked();
    await dialog.getByRole('button', { name: 'Replace everything' }).click();
    await expect.poll(() => services.sent.find(({ type }) => type === 'own/restore-backup')).toBeTruthy();
    expect(services.sent.find(({ type }) => type === 'own/restore-backup')!.body).toMatchObject({
      staged: archive.staged[0]!.id,
      revision: { us: 7, eu: 3 },
    });
    expect(archive.staged[0]!.backup.keys).toHaveLength(2);
    expect(click).toHaveBeenCalledOnce();
    await expect.element(page.getByText(/^The backup of .* was restored, with 2 keys\.$/)).toBeVisible();
    expect(page.getByRole('dialog').query()).toBeNull();
    click.mockRestore();
  });

  test.each([
    ['a damaged file', (text: string) => text.replace('EMEA', 'AMEE'), /The seal does not fit/],
    ['a newer version', (text: string) => text.replace('"version":1', '"version":2'), /Version 2 is newer/],
    ['something else', () => '{"format":"keyholder.snapshot","version":1}', /This is not a backup of Keyholder/],
  ])('%s is refused, in words', async (_, spoil, said) => {
    await show('#/settings');
    await page.getByRole('button', { name: 'Restore backup' }).click();
    await page.getByLabelText('Backup to restore').upload(await fileOf(contentOf([]), spoil));
    await expect.element(page.getByText('This file cannot be restored. Nothing was changed.')).toBeVisible();
    await expect.element(page.getByText(said)).toBeVisible();
    expect(page.getByRole('button', { name: 'Replace everything' }).query()).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('a refusal of the background leaves the question open', async () => {
    const click = download();
    await show('#/settings', null, {
      answers: {
        'own/restore-backup': () => {
          throw new MessageError('changed-meanwhile');
        },
      },
    });
    await page.getByRole('button', { name: 'Restore backup' }).click();
    await page.getByLabelText('Backup to restore').upload(await fileOf(contentOf([])));
    await page.getByRole('button', { name: 'Replace everything' }).click();
    await expect.element(page.getByRole('button', { name: 'Replace everything' })).toBeEnabled();
    await expect.element(page.getByText(/changed elsewhere meanwhile/)).toBeInTheDocument();
    click.mockRestore();
  });

  test('a restore that is cancelled in time leaves everything as it was, and the question open', async () => {
    const click = download();
    let answer: () => void = () => undefined;
    const { services } = await show('#/settings', null, {
      answers: {
        'own/restore-backup': () =>
          new Promise((_, reject) => {
            answer = () => reject(new MessageError('stopped'));
          }),
        'own/stop': () => {
          answer();
          return null;
        },
      },
    });
    await page.getByRole('button', { name: 'Restore backup' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore backup' });
    await page.getByLabelText('Backup to restore').upload(await fileOf(contentOf([])));
    await dialog.getByRole('button', { name: 'Replace everything' }).click();
    await expect.poll(() => services.sent.find(({ type }) => type === 'own/restore-backup')).toBeTruthy();
    await expect.element(dialog.getByRole('progressbar')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByText('Cancelled. Nothing was changed.')).toBeInTheDocument();
    await expect.element(dialog.getByRole('button', { name: 'Replace everything' })).toBeEnabled();
    expect(dialog.getByRole('progressbar').query()).toBeNull();
    click.mockRestore();
  });
});

describe('the reminder', () => {
  const state: BackupState = { firstAt: '2026-09-01T00:00:00.000Z', changes: 3, revision: 9, made: null, later: null };

  test('is shown when a backup is due, leads to it, and can be put off', async () => {
    const { services } = await show('#/keys', null, { backup: state });
    const reminder = page.getByRole('region', { name: 'Reminder of a backup' });
    await expect.element(reminder).toBeVisible();
    expect(await violations()).toEqual([]);
    await reminder.getByRole('button', { name: 'Not now' }).click();
    await expect
      .poll(() => services.sent.find(({ type }) => type === 'own/note-backup')?.body)
      .toMatchObject({ made: null });
  });

  test('is silent before that', async () => {
    await show('#/keys', null, { backup: { ...state, firstAt: '2026-11-20T00:00:00.000Z' } });
    expect(page.getByRole('region', { name: 'Reminder of a backup' }).query()).toBeNull();
  });
});

test.each(['#/log', '#/settings'])('axe, and nothing is cut off at 320 px: %s', async (hash) => {
  await page.viewport(320, 640);
  await show(hash);
  if (hash === '#/log') await expect.poll(() => rows().length).toBeGreaterThan(3);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
  expect(await violations()).toEqual([]);
});

describe('the last import', () => {
  test('is taken back after a reload, as long as nothing of it changed', async () => {
    const { archive, services } = await show('#/settings');
    await expect.element(page.getByText(/^Last import: .*Imported as JSON: 2 new, 1 changed/)).toBeVisible();
    await expect.element(page.getByText(/^It can no longer be undone as a whole/)).toBeVisible();
    archive.undoable = [{ op: 'op-import', kind: 'import', at: archive.log[0]!.at }];
    services.change(records);
    await page.getByRole('button', { name: 'Undo last import' }).click();
    await expect
      .poll(() => services.sent.find(({ type }) => type === 'own/undo')?.body)
      .toMatchObject({ undo: 'op-import' });
  });

  test('that was undone is not offered again', async () => {
    await show('#/settings', await sampleLog([happened[0]!, { kind: 'undo', data: { op: 'x', what: 'import' } }]));
    await expect.element(page.getByRole('heading', { name: 'Import' })).toBeVisible();
    expect(page.getByText(/^Last import/).query()).toBeNull();
  });
});
