/** F8 to F11, F19, F26: the store is newer, full or slow, the disk is full, the key of fingerprints is lost. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importSnapshot, keyRows } from '../../e2e/support/own-pages.ts';
import { firstDay, scene } from '../../e2e/support/scene.ts';
import { until } from '../../e2e/support/until.ts';
import { openWorld } from '../../e2e/support/world.ts';
import { estateFile } from '../estates.ts';
import { emptyStore, openNewer } from '../in-page.ts';
import { note } from '../ledger.ts';
import { fillDisk, smallDisk } from '../small-disk.ts';
import { keyOf, op, rows, storedKeys, tell, tellTwice } from '../support.ts';

const here = scene({}, firstDay(['EMEA Sales']));
const browser = 'Chromium' as const;

test('F8, F9: a newer version opens the data under open pages; the older code reads and writes nothing, and says so', async () => {
  const { world } = here;
  const dashboard = await world.own('dashboard.html#/keys');
  const popup = await world.own('popup.html');
  await keyRows(popup).first().waitFor();
  await keyRows(dashboard).first().waitFor();
  const key = await keyOf(world, 'EMEA Sales');
  expect((await tellTwice(popup, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null }))?.ok).toBe(true);
  const tookMs = await (await world.backstage()).evaluate(openNewer);
  expect(tookMs).toBeLessThan(2_000);
  note({
    chapter: 'faults',
    id: 'F8',
    browser,
    what: 'The database is upgraded while worker, popup and dashboard hold it open',
    outcome: 'all of them give way at once',
    figures: { 'upgrade, ms': Math.round(tookMs) },
  });
  const before = JSON.stringify(await storedKeys(world));
  for (let round = 0; round < 3; round += 1) {
    const answer = await tellTwice(popup, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null });
    expect(answer).toMatchObject({ ok: false, error: { code: 'read-only' } });
  }
  for (const page of [popup, dashboard]) {
    await page.reload();
    await page.getByText('The data were written by a newer version of Keyholder.').waitFor();
  }
  const downloading = dashboard.waitForEvent('download');
  await dashboard.getByRole('button', { name: 'Download what is stored' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  expect(text).toContain(key.id);
  expect(JSON.stringify(await storedKeys(world))).toBe(before);
  note({
    chapter: 'faults',
    id: 'F9',
    browser,
    what: 'Code that is older than the data',
    outcome: 'a clear message in popup and dashboard, nothing written, everything stored can be downloaded',
  });
});

test('F10: no room: nothing changes, the words say what to do, and the backup still comes out', async () => {
  const { world } = here;
  const page = await world.own('dashboard.html#/settings');
  const key = await keyOf(world, 'EMEA Sales');
  const before = JSON.stringify(await storedKeys(world));
  await (
    await world.worker()
  ).evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('planted', 'QuotaExceededError');
    };
  });
  const body = { op: op(), keyIds: [key.id], userId: null };
  expect(await tell(page, 'own/set-owner', body)).toMatchObject({ ok: false, error: { code: 'storage-full' } });
  expect(JSON.stringify(await storedKeys(world))).toBe(before);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export backup' }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toContain(key.id);
  await page.getByText('There is no room left on this device.').waitFor();
  await world.killWorker();
  expect((await tellTwice(page, 'own/set-owner', body))?.ok).toBe(true);
  note({
    chapter: 'faults',
    id: 'F10',
    browser,
    what: 'Every write refused with QuotaExceededError',
    outcome: 'nothing changed, said with what to do, a backup still comes out; the next try with room works',
  });
});

test('F11: the disk is full: nothing is half written, and it works again when there is room', async ({ skip }) => {
  const disk = smallDisk(400);
  if (!disk) return skip('No small disk can be mounted here.');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = disk.folder;
  const world = await openWorld();
  process.env['TMPDIR'] = before ?? '';
  if (before === undefined) delete process.env['TMPDIR'];
  try {
    const keys = 400;
    const page = await importSnapshot(world, estateFile(keys, 'First', world.lookalike.state.us.name));
    const makeRoom = fillDisk(disk.folder);
    const body = { leaveOutRejected: false, text: estateFile(6_000, 'Second', world.lookalike.state.us.name) };
    const answer = await tellTwice(page, 'own/apply-import', { op: op(), ...body });
    expect(answer).toMatchObject({ ok: false });
    expect(['storage-full', 'storage-failed']).toContain(answer?.ok === false && answer.error.code);
    makeRoom();
    await world.killWorker();
    const labels = new Set((await storedKeys(world)).map((key) => JSON.stringify(key).includes('Second')));
    expect([...labels]).toEqual([false]);
    expect(await storedKeys(world)).toHaveLength(keys);
    await until(async () => (await tell(page, 'own/apply-import', { op: op(), ...body }))?.ok === true, {
      what: 'the import with room on the disk',
      timeoutMs: 90_000,
    });
    note({
      chapter: 'faults',
      id: 'F11',
      browser,
      what: 'The disk fills up under an import of 6,000 keys',
      outcome: `refused with ${answer?.ok === false ? answer.error.code : ''}, the old mapping whole; goes in once there is room`,
    });
  } finally {
    await world.close();
    disk.remove();
  }
});

test('F19: the key of the fingerprints is lost: they count as not checkable, not as changed', async () => {
  const { world } = here;
  const secret = '7c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b9f3c';
  const popup = await world.own('popup.html');
  await popup.getByRole('button', { name: 'Fingerprint a key' }).click();
  await popup.getByLabel('Paste the key').fill(secret);
  await popup.getByText('The text is forgotten.').waitFor();
  await popup.getByRole('combobox', { name: 'Whose fingerprint it is' }).fill('EMEA');
  await popup.getByRole('option').first().click();
  await popup.getByRole('button', { name: 'Save fingerprint' }).click();
  await popup.getByText(/^Fingerprint saved/).waitFor();
  await (await world.backstage()).evaluate(emptyStore, 'vault');
  await world.killWorker();
  const again = await world.own('popup.html');
  await again.getByRole('button', { name: 'Which key is this?' }).click();
  await again.getByLabel('Key, or its last four characters').fill(secret);
  await again.getByText('Not in the mapping, as far as it is covered.').waitFor();
  await again.getByText(/^1 fingerprint can no longer be checked/).waitFor();
  expect(await rows(world, 'fingerprints')).toHaveLength(1);
  note({
    chapter: 'faults',
    id: 'F19',
    browser,
    what: 'The profile’s key for fingerprints deleted',
    outcome: 'fingerprints are counted as not checkable any more, no key counts as changed, new ones can be made',
  });
});

test('F26: a slow machine and ten thousand keys', { timeout: 600_000 }, async () => {
  const world = await openWorld();
  try {
    const page = await importSnapshot(world, estateFile(10_000, 'Many', world.lookalike.state.us.name));
    await page.close();
    const popup = await world.context.newPage();
    const session = await world.session(popup);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const since = performance.now();
    await popup.goto(`${world.origin}/popup.html`);
    await keyRows(popup).first().waitFor();
    const openedMs = performance.now() - since;
    expect(await keyRows(popup).count()).toBeLessThan(100);
    await popup.evaluate(() => {
      const durations: number[] = [];
      Reflect.set(globalThis, 'durations', durations);
      new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'event',
        buffered: true,
        durationThreshold: 16,
      } as PerformanceObserverInit);
    });
    await popup.getByRole('searchbox', { name: 'Search keys' }).click();
    await popup.keyboard.type('workspace 001200', { delay: 60 });
    await popup.getByText('Workspace 001200').first().waitFor();
    const durations = await popup.evaluate(() => Reflect.get(globalThis, 'durations') as number[]);
    const sorted = durations.sort((a, b) => a - b);
    const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
    note({
      chapter: 'faults',
      id: 'F26',
      browser,
      what: 'Ten thousand keys with the processor throttled to a quarter',
      outcome: 'popup opens with its rows, search answers at every letter; only what is seen is drawn',
      figures: { 'rows painted, ms': Math.round(openedMs), 'keystroke p95, ms': Math.round(p95) },
    });
  } finally {
    await world.close();
  }
});
