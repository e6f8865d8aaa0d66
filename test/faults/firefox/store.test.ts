/** F4, F9 to F13, F15, F18, F19, F26 in Firefox: the store is newer, full, closed or slow, the clock and a key are lost. */
import { expect, test } from 'vitest';
import { until } from '../../e2e/support/until.ts';
import { importSnapshot, keyRows, known, scene } from '../../e2e-firefox/support/scene.ts';
import { World } from '../../e2e-firefox/support/world.ts';
import { estateFile } from '../estates.ts';
import { emptyStore, openNewer } from '../in-page.ts';
import { note } from '../ledger.ts';
import { fillDisk, smallDisk } from '../small-disk.ts';
import { newest, op } from '../support.ts';
import {
  downloaded,
  editKey,
  fill,
  inBackground,
  keyOf,
  rows,
  type StoredKey,
  tell,
  tellTwice,
  usersOf,
} from './support.ts';

const browser = 'Firefox' as const;
// What is spoiled in the event page would be gone with its sleep, and a long import would be cut by the tests' short one.
const awake = { 'extensions.background.idle.timeout': 120_000 };
const here = scene(known, awake);
const integrations = 'integrations@northwind.example';
const crm = 'svc-crm@northwind.example';
const ownerOf = (key: StoredKey): unknown => newest(key.generations.at(-1)!.ownerId);

test('F4: the browser killed after "saved": the row is there', async () => {
  let world = await World.open();
  try {
    await known(world);
    const tab = await world.own('popup.html');
    const key = await keyOf(tab, 'EMEA Sales');
    const [userId] = await usersOf(tab, crm);
    expect((await tell(tab, 'own/set-owner', { op: op(), keyIds: [key.id], userId }))?.ok).toBe(true);
    world = await World.open(await world.cut());
    expect(ownerOf(await keyOf(await world.own('popup.html'), 'EMEA Sales'))).toBe(userId);
  } finally {
    await world.close();
  }
  note({
    chapter: 'faults',
    id: 'F4',
    browser,
    what: 'The browser killed right after the answer "saved"',
    outcome: 'the change is there after the next start',
  });
});

test('F9: code that is older than the data reads and writes nothing, and says so', async () => {
  const { world } = here;
  const popup = await world.own('popup.html');
  const dashboard = await world.own('dashboard.html#/keys');
  const key = await keyOf(popup, 'EMEA Sales');
  await dashboard.callInPage(openNewer);
  const before = JSON.stringify(await rows(dashboard, 'keys'));
  for (let round = 0; round < 3; round += 1) {
    const answer = await tellTwice(popup, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null });
    expect(answer).toMatchObject({ ok: false, error: { code: 'read-only' } });
  }
  for (const tab of [popup, dashboard]) {
    await tab.callInPage(() => location.reload());
    await tab.says(/The data were written by a newer version of Keyholder\./);
  }
  await dashboard.activate();
  const text = await downloaded(world, async () =>
    dashboard.click(await dashboard.find('button', 'Download what is stored')),
  );
  expect(text).toContain(key.id);
  expect(JSON.stringify(await rows(dashboard, 'keys'))).toBe(before);
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
  const tab = await world.own('dashboard.html#/settings');
  const key = await keyOf(tab, 'EMEA Sales');
  const before = JSON.stringify(await rows(tab, 'keys'));
  await inBackground(tab, (background) => {
    background.IDBObjectStore.prototype.put = () => {
      throw new background.DOMException('planted', 'QuotaExceededError');
    };
  });
  const body = { op: op(), keyIds: [key.id], userId: null };
  expect(await tell(tab, 'own/set-owner', body)).toMatchObject({ ok: false, error: { code: 'storage-full' } });
  expect(JSON.stringify(await rows(tab, 'keys'))).toBe(before);
  const text = await downloaded(world, async () => tab.click(await tab.find('button', 'Export backup')));
  expect(text).toContain(key.id);
  await tab.says(/There is no room left on this device\./);
  await world.endBackground();
  expect((await tellTwice(tab, 'own/set-owner', body))?.ok).toBe(true);
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
  const world = await World.open(undefined, awake).finally(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  try {
    const keys = 400;
    const organization = world.lookalike.state.us.name;
    await importSnapshot(world, estateFile(keys, 'First', organization));
    const tab = await world.own('dashboard.html#/settings');
    const makeRoom = fillDisk(disk.folder);
    const body = { leaveOutRejected: false, text: estateFile(6_000, 'Second', organization) };
    const answer = await tellTwice(tab, 'own/apply-import', { op: op(), ...body });
    expect(answer).toMatchObject({ ok: false });
    const code = answer?.ok === false ? answer.error.code : '';
    expect(['storage-full', 'storage-failed']).toContain(code);
    makeRoom();
    await world.endBackground();
    const stored = await rows<StoredKey>(tab, 'keys');
    expect(stored).toHaveLength(keys);
    expect(JSON.stringify(stored)).not.toContain('Second');
    await until(async () => (await tell(tab, 'own/apply-import', { op: op(), ...body }))?.ok === true, {
      what: 'the import with room on the disk',
      timeoutMs: 90_000,
    });
    note({
      chapter: 'faults',
      id: 'F11',
      browser,
      what: 'The disk fills up under an import of 6,000 keys',
      outcome: `refused with ${code}, the old mapping whole; goes in once there is room`,
    });
  } finally {
    await world.close();
    disk.remove();
  }
});

test('F12: connection closed under the event page: opened anew, nothing said to anybody', async () => {
  const tab = await here.world.own('popup.html');
  const key = await keyOf(tab, 'EMEA Sales');
  await tellTwice(tab, 'own/set-owner', { op: op(), keyIds: [key.id], userId: (await usersOf(tab, crm))[0] });
  await inBackground(tab, (background) => {
    const { transaction } = background.IDBDatabase.prototype;
    let closed = false;
    background.IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      if (!closed) this.close();
      closed = true;
      return transaction.apply(this, args);
    };
  });
  expect((await tell(tab, 'own/set-owner', { op: op(), keyIds: [key.id], userId: null }))?.ok).toBe(true);
  expect(ownerOf(await keyOf(tab, 'EMEA Sales'))).toBe(null);
  note({
    chapter: 'faults',
    id: 'F12',
    browser,
    what: 'Database connection closed by the browser between two uses',
    outcome: 'opened again on the next use, the change is carried out',
  });
});

test('F13: opening fails: said, nothing deleted, and it works again by itself', async () => {
  const { world } = here;
  const tab = await world.own('popup.html');
  const key = await keyOf(tab, 'EMEA Sales');
  const before = (await rows<StoredKey>(tab, 'keys')).map(({ id }) => id);
  const body = { keyIds: [key.id], userId: null };
  for (const name of ['AbortError', 'UnknownError', 'InvalidStateError']) {
    await inBackground(
      tab,
      (background, failure) => {
        const { transaction } = background.IDBDatabase.prototype;
        background.IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
          this.close();
          return transaction.apply(this, args);
        };
        background.IDBFactory.prototype.open = () => {
          throw new background.DOMException('planted', failure);
        };
      },
      name,
    );
    expect(await tell(tab, 'own/set-owner', { op: op(), ...body })).toMatchObject({
      ok: false,
      error: { code: 'storage-failed' },
    });
    await world.endBackground();
    expect((await tellTwice(tab, 'own/set-owner', { op: op(), ...body }))?.ok).toBe(true);
  }
  expect((await rows<StoredKey>(tab, 'keys')).map(({ id }) => id)).toEqual(before);
  note({
    chapter: 'faults',
    id: 'F13',
    browser,
    what: 'Opening the database fails with AbortError, UnknownError, InvalidStateError',
    outcome: 'refused with a code of its own, nothing deleted, the next try works',
    figures: { errors: 3 },
  });
});

test('F15: two tabs edit one key: the second is told, nothing of the first is lost', async () => {
  const { world } = here;
  const one = await world.own('dashboard.html#/keys');
  const other = await world.own('dashboard.html#/keys');
  for (const tab of [one, other]) await editKey(tab, 'EMEA Sales');
  await one.activate();
  await fill(one, 'Notes', 'From the first tab');
  await one.click(await one.find('button', /^Save/));
  await until(async () => newest((await keyOf(one, 'EMEA Sales')).notes) === 'From the first tab', {
    what: 'the first note to be stored',
  });
  await other.activate();
  await fill(other, 'Notes', 'From the second tab');
  await other.click(await other.find('button', /^Save/));
  await other.says(/This was changed elsewhere meanwhile/);
  expect(newest((await keyOf(one, 'EMEA Sales')).notes)).toBe('From the first tab');
  note({
    chapter: 'faults',
    id: 'F15',
    browser,
    what: 'Two tabs of the dashboard save the same key',
    outcome: 'the second is told and nothing of the first is lost',
  });
});

test('F18: the clock jumps back: order is kept', async () => {
  const tab = await here.world.own('popup.html');
  const key = await keyOf(tab, 'EMEA Sales');
  const users = await usersOf(tab, integrations, crm);
  await tellTwice(tab, 'own/set-owner', { op: op(), keyIds: [key.id], userId: users[0] });
  await inBackground(tab, (background) => {
    const Real = background.Date;
    const behind = 30 * 86_400_000;
    background.Date = class extends Real {
      constructor(at: number | string = Real.now() - behind) {
        super(at);
      }
      static override now(): number {
        return Real.now() - behind;
      }
    } as DateConstructor;
  });
  expect((await tell(tab, 'own/set-owner', { op: op(), keyIds: [key.id], userId: users[1] }))?.ok).toBe(true);
  expect(ownerOf(await keyOf(tab, 'EMEA Sales'))).toBe(users[1]);
  const entries = (await rows<{ seq: number; at: string }>(tab, 'log')).sort((a, b) => a.seq - b.seq);
  expect(entries.length).toBeGreaterThan(1);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());
  note({
    chapter: 'faults',
    id: 'F18',
    browser,
    what: 'The clock of the event page jumps back by 30 days between two changes',
    outcome: 'the later change counts, the log stays in order',
  });
});

test('F19: the key of the fingerprints is lost: they count as not checkable, not as changed', async () => {
  const { world } = here;
  const secret = '7c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b9f3c';
  const popup = await world.own('popup.html');
  await popup.click(await popup.find('button', 'Fingerprint a key'));
  await fill(popup, 'Paste the key', secret);
  await popup.says(/The text is forgotten\./);
  await popup.focus(await popup.part('combobox', 'Whose fingerprint it is'));
  await popup.type('EMEA');
  await popup.click(() => popup.find('[role=option]'));
  await popup.click(await popup.find('button', 'Save fingerprint'));
  await popup.says(/Fingerprint saved/);
  await popup.callInPage(emptyStore, 'vault');
  await popup.close();
  await world.endBackground();
  const again = await world.own('popup.html');
  await again.click(await again.find('button', 'Which key is this?'));
  await fill(again, 'Key, or its last four characters', secret);
  await again.says(/Not in the mapping, as far as it is covered\./);
  await again.says(/1 fingerprint can no longer be checked/);
  expect(await rows(again, 'fingerprints')).toHaveLength(1);
  note({
    chapter: 'faults',
    id: 'F19',
    browser,
    what: 'The profile’s key for fingerprints deleted',
    outcome: 'fingerprints are counted as not checkable any more, no key counts as changed, new ones can be made',
  });
});

test('F26: ten thousand keys', async () => {
  const world = await World.open(undefined, awake);
  try {
    const settings = await world.own('dashboard.html#/settings');
    const text = estateFile(10_000, 'Many', world.lookalike.state.us.name);
    const answer = await tellTwice(settings, 'own/apply-import', { op: op(), leaveOutRejected: false, text });
    expect(answer).toMatchObject({ ok: true });
    expect(await rows(settings, 'keys')).toHaveLength(10_000);
    await settings.close();
    const since = performance.now();
    const popup = await world.own('popup.html');
    await until(async () => (await keyRows(popup)).length > 0, { what: 'rows' });
    const openedMs = performance.now() - since;
    expect((await keyRows(popup)).length).toBeLessThan(100);
    const search = await popup.part('searchbox', 'Search keys');
    await popup.focus(search);
    const typed = performance.now();
    await popup.type('workspace 001200');
    await popup.says(/Workspace 001200/);
    note({
      chapter: 'faults',
      id: 'F26',
      browser,
      what: 'Ten thousand keys; this browser has no way to throttle the processor',
      outcome: 'popup opens with its rows, search answers; only what is seen is drawn',
      figures: {
        'rows painted, ms': Math.round(openedMs),
        'sixteen letters typed and found, ms': Math.round(performance.now() - typed),
      },
    });
  } finally {
    await world.close();
  }
});
