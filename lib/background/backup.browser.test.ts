/** Backup and restore over a real database: equal here and in another profile, all or nothing. */
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf as generatedRecords, anySource } from '../../test/fixtures/csv/mappings.ts';
import { northwind, northwindEu, recordsOf, sampleHandover } from '../../test/samples/estate.ts';
import { type Backup, backupDue, travels } from '../domain/backup.ts';
import type { Draft } from '../domain/draft.ts';
import { listsOf, recordStores } from '../domain/draft.ts';
import type { MappingRecords } from '../domain/records.ts';
import { backupText, sealBackup } from '../exports/backup.ts';
import { readBackup } from '../imports/backup.ts';
import { openDoor } from '../messages/door.ts';
import { MessageError, type Messages, type MessageType, protocolVersion } from '../messages/protocol.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { verifyLog } from '../storage/log.ts';
import { readBackupState, readFingerprints, readSnapshot } from '../storage/read.ts';
import { snapshotText } from '../../test/support/snapshot-text.ts';
import { readEverything, readWholeLog } from '../storage/read-all.ts';
import { createRepository, type Repository } from '../storage/repository.ts';
import { rules } from '../rules/index.ts';
import { explainText } from '../../components/ui/explain-text.ts';
import { makeVault } from '../storage/vault.ts';
import { dropStaged, stageBackup } from '../storage/staging.ts';
import { answerMessages, errorOf } from './answer-messages.ts';
import type { Parts } from './parts.ts';

const start = '2026-11-23T12:00:00.000Z';
const profiles: { name: string; database: Database }[] = [];
let count = 0;
let ids = 0;

interface Profile {
  name: string;
  database: Database;
  repository: Repository;
  at: (instant: string) => void;
  send: <T extends MessageType>(type: T, body: Messages[T]['send']) => Promise<Messages[T]['get']>;
}

/** A browser profile of its own: database, worker, door. */
function openProfile(): Profile {
  const name = `keyholder-backup-${(count += 1)}-${Math.random()}`;
  const database = openDatabase({ name });
  profiles.push({ name, database });
  let now = start;
  const clock = (): string => now;
  const repository = createRepository({ database, clock, tell: () => undefined });
  const session = new Map<string, unknown>();
  const nothing = (): Promise<never> => Promise.reject(new Error('not in this test'));
  const parts: Parts = {
    repository,
    clock,
    newId: () => `id-${(ids += 1)}`,
    makeVault: () => makeVault(database),
    explain: (of, actions, now) => explainText(of, actions, now, rules),
    session: {
      get: () => Promise.resolve(Object.fromEntries(session)),
      set: (items) => Promise.resolve(Object.entries(items).forEach(([key, value]) => session.set(key, value))),
      remove: (keys) => Promise.resolve([keys].flat().forEach((key) => session.delete(key))),
    },
    browser: {
      setTitle: nothing,
      setBadgeText: nothing,
      sendToTab: nothing,
      tabsOf: nothing,
      tab: nothing,
      openTab: nothing,
      urlOf: (path) => `chrome-extension://x/${path}`,
      getMessage: (key) => key,
    },
  };
  const door = openDoor({
    extensionId: 'x',
    ownOrigin: 'chrome-extension://x/',
    handlers: answerMessages(parts),
    errorOf,
  });
  return {
    name,
    database,
    repository,
    at: (instant) => (now = instant),
    async send(type, body) {
      const envelope = { version: protocolVersion, type, body };
      const reply = await door(envelope, { id: 'x', url: 'chrome-extension://x/dashboard.html' });
      if (!reply.ok) throw new MessageError(reply.error.code, reply.error.details);
      return reply.body;
    },
  };
}

/** Writes records as they are, as an import would. */
async function fill(profile: Profile, records: MappingRecords): Promise<void> {
  await profile.repository.change(
    { op: `fill-${(ids += 1)}`, kind: 'import', tier: 'own', region: null },
    async (situation) => {
      const draft: Draft = await situation.draft();
      const all = { ...records, handovers: [sampleHandover], fingerprints: [] };
      for (const store of recordStores) for (const row of all[store] ?? []) draft.put(store, row);
      return {
        changes: draft.changes(),
        log: [{ region: 'us', kind: 'import', data: { format: 'json', added: records.keys.length } }],
        meta: { 'memory:us': { candidates: { 'org-us': [['EMEA Sales', 'Northwind']] }, signedIn: {} } },
        readings: {
          put: [
            {
              id: `reading-${(ids += 1)}`,
              region: records.organizations[0]!.region,
              organizationId: records.organizations[0]!.id,
              at: start,
              about: 'keys Sales',
              observation: {
                kind: 'generated',
                type: 'sandbox',
                adapter: 'keys',
                at: start,
                workspace: { name: null, pandadocId: null, evidence: null, candidates: ['A', 'B'] },
                organization: null,
                signedIn: null,
                complete: true,
              },
            },
          ],
          delete: [],
        },
        answer: () => null,
      };
    },
  );
}

async function filled(): Promise<Profile> {
  const profile = openProfile();
  await fill(profile, recordsOf([northwind, northwindEu], start));
  const [organization] = (await readEverything(profile.database)).content.organizations;
  await profile.send('own/export-snapshot', { op: 'snap-1', organizationId: organization!.id, label: null });
  await profile.send('own/export-snapshot', { op: 'snap-2', organizationId: organization!.id, label: 'second' });
  await profile.send('own/set-owner', { op: 'own-1', keyIds: ['k1'], userId: null });
  return profile;
}

async function backupOf(profile: Profile): Promise<{ text: string; backup: Backup }> {
  const { content } = await readEverything(profile.database);
  const text = backupText(await sealBackup(content, start));
  const read = await readBackup(text);
  expect(read.problem).toBeNull();
  return { text, backup: read.backup! };
}

async function restore(profile: Profile, backup: unknown, op = `restore-${(ids += 1)}`): Promise<void> {
  await stageBackup('staged', backup as Backup);
  const { revision } = await readEverything(profile.database);
  await profile.send('own/restore-backup', { op, staged: 'staged', revision });
}

/** What a backup promises to carry, without the log, to which the restore itself is added. */
async function carried(profile: Profile) {
  const { log, ...content } = (await readEverything(profile.database)).content;
  return { content, log };
}

const withoutRevisions = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, inner: unknown) => (name === 'revision' ? undefined : inner)));

beforeEach(() => dropStaged());
afterEach(async () => {
  for (const { name, database } of profiles.splice(0)) {
    database.close();
    await deleteDB(name);
  }
});

describe('fingerprints', () => {
  const tag = '0011223344556677-8899aabbccddeeff';
  const stored = async (profile: Profile) => (await readFingerprints(profile.database)).rows;

  test('are saved once, moved to whose they are, and taken back', async () => {
    const profile = await filled();
    const { epoch } = await profile.send('own/prepare-fingerprints', {});
    const fingerprint = `${epoch}.${tag}`;
    const saved = await profile.send('own/save-fingerprint', { op: 'fp-1', keyId: 'k1', fingerprint });
    const [row] = await stored(profile);
    expect(row).toMatchObject({ id: fingerprint, keyId: 'k1', generation: 1, region: 'us' });
    const again = await profile.send('own/save-fingerprint', { op: 'fp-2', keyId: 'k1', fingerprint });
    expect(again.undo).toBe(null);
    const moved = await profile.send('own/save-fingerprint', { op: 'fp-3', keyId: 'k2', fingerprint });
    expect(await stored(profile)).toMatchObject([{ id: fingerprint, keyId: 'k2' }]);
    await profile.send('own/undo', { op: 'fp-4', undo: moved.undo! });
    expect(await stored(profile)).toMatchObject([{ id: fingerprint, keyId: 'k1' }]);
    await expect(profile.send('own/undo', { op: 'fp-5', undo: saved.undo! })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test('of another profile, or of a key that is not there, are refused', async () => {
    const profile = await filled();
    const { epoch } = await profile.send('own/prepare-fingerprints', {});
    const wrong = [
      { keyId: 'k1', fingerprint: `${epoch === '00000000' ? '11111111' : '00000000'}.${tag}` },
      { keyId: 'none', fingerprint: `${epoch}.${tag}` },
    ];
    for (const [index, body] of wrong.entries()) {
      const sending = profile.send('own/save-fingerprint', { op: `fp-${index}`, ...body });
      await expect(sending).rejects.toMatchObject({ code: 'not-found' });
    }
    // A whole secret, or a plain hash of one, has no form that would be taken.
    for (const fingerprint of ['7c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b9f3c', `${epoch}.${'a'.repeat(64)}`]) {
      const sending = profile.send('own/save-fingerprint', { op: 'fp-x', keyId: 'k1', fingerprint });
      await expect(sending).rejects.toMatchObject({ code: 'bad-message' });
    }
    expect(await stored(profile)).toEqual([]);
  });

  test('go with their key, and come back with it', async () => {
    const profile = await filled();
    const { epoch } = await profile.send('own/prepare-fingerprints', {});
    await profile.send('own/save-fingerprint', { op: 'fp-1', keyId: 'k1', fingerprint: `${epoch}.${tag}` });
    const gone = await profile.send('own/delete', { op: 'fp-2', store: 'keys', ids: ['k1'] });
    expect(await stored(profile)).toEqual([]);
    await profile.send('own/undo', { op: 'fp-3', undo: gone.undo! });
    expect(await stored(profile)).toHaveLength(1);
  });

  test('are in no backup and no snapshot, and a restore leaves them and their key', async () => {
    const profile = await filled();
    const { epoch } = await profile.send('own/prepare-fingerprints', {});
    await profile.send('own/save-fingerprint', { op: 'fp-1', keyId: 'k1', fingerprint: `${epoch}.${tag}` });
    const { text, backup } = await backupOf(profile);
    const [organization] = backup.organizations;
    const snapshot = await profile.send('own/export-snapshot', {
      op: 'fp-2',
      organizationId: organization!.id,
      label: null,
    });
    const { document } = (await readSnapshot(profile.database, snapshot.snapshotId))!;
    for (const file of [text, snapshotText(document)]) {
      expect(file).not.toContain(tag);
      expect(file).not.toContain(epoch);
    }
    await restore(profile, backup);
    expect(await stored(profile)).toMatchObject([{ keyId: 'k1' }]);
    expect((await readFingerprints(profile.database)).epoch).toBe(epoch);
    // Another profile has neither.
    const other = openProfile();
    await restore(other, backup);
    expect(await readFingerprints(other.database)).toEqual({ rows: [], epoch: null });
  });
});

describe('a backup', () => {
  test('restored in a fresh profile is equal: records, snapshots, readings, notes, log', async () => {
    const [from, to] = [await filled(), openProfile()];
    const { backup } = await backupOf(from);
    await restore(to, backup);
    const [a, b] = [await carried(from), await carried(to)];
    expect(b.content).toEqual(a.content);
    expect(b.log.slice(0, -1)).toEqual(a.log);
    expect(b.log.at(-1)).toMatchObject({
      kind: 'restore',
      region: null,
      data: { digest: backup.digest, madeAt: start, keys: backup.keys.length, replaced: null },
    });
    const { entries, end } = await readWholeLog(to.database);
    expect(await verifyLog(entries, end)).toBeNull();
    // Everything goes on: the next change, and the next snapshot hangs on the last one.
    await to.send('own/export-snapshot', { op: 'snap-3', organizationId: backup.organizations[0]!.id, label: null });
    const after = await readEverything(to.database);
    const made = after.content.snapshots.find(({ id }) => !backup.snapshots.some((row) => row.id === id));
    const last = backup.meta.find(({ id }) => id === `last-snapshot:${backup.organizations[0]!.id}`);
    expect(made!.document.previous).toBe(last!.value);
    const now = await readWholeLog(to.database);
    expect(await verifyLog(now.entries, now.end)).toBeNull();
  });

  test('restored in the same profile takes back what came after it, and nothing else is left', async () => {
    const profile = await filled();
    const { backup } = await backupOf(profile);
    const [gone] = backup.workspaces;
    const other = backup.keys.find(({ workspaceId }) => workspaceId !== gone!.id)!;
    const before = await carried(profile);
    const lastHash = before.log.at(-1)!.hash;
    await profile.send('own/delete', { op: 'delete-1', store: 'workspaces', ids: [gone!.id] });
    await profile.send('own/set-owner', { op: 'own-2', keyIds: [other.id], userId: null });
    const replaced = (await carried(profile)).log.at(-1)!.hash;
    await restore(profile, backup);
    const after = await carried(profile);
    expect(withoutRevisions(after.content)).toEqual(withoutRevisions(before.content));
    expect(after.log.slice(0, -1)).toEqual(before.log);
    expect(after.log.at(-1)!.previous).toBe(lastHash);
    expect(after.log.at(-1)!.data['replaced']).toBe(replaced);
    // What an open editor still shows is older than what is there now.
    const key = after.content.keys.find(({ id }) => id === other.id)!;
    expect(key.revision).toBeGreaterThan(other.revision + 1);
    // Undo of a change of before ends here.
    await expect(profile.send('own/undo', { op: 'undo-1', undo: 'delete-1' })).rejects.toMatchObject({
      code: 'not-found',
    });
    // The records in the worker's memory are the restored ones.
    expect((await profile.repository.records()).records.workspaces.has(gone!.id)).toBe(true);
  });

  test('the same message again is carried out once', async () => {
    const [from, to] = [await filled(), openProfile()];
    const { backup } = await backupOf(from);
    await stageBackup('staged', backup);
    const body = { op: 'restore-once', staged: 'staged', revision: { us: 0, eu: 0 } };
    const first = await to.send('own/restore-backup', body);
    await dropStaged();
    expect(await to.send('own/restore-backup', body)).toEqual(first);
    expect((await carried(to)).log).toHaveLength(backup.log.length + 1);
  });

  test('of a clock that was ahead: time goes on from there', async () => {
    const from = openProfile();
    from.at('2027-05-05T00:00:00.000Z');
    await fill(from, recordsOf([northwind], start));
    const to = openProfile();
    await restore(to, (await backupOf(from)).backup);
    const times = (await readWholeLog(to.database)).entries.map(({ at }) => at);
    expect([...times].sort()).toEqual(times);
    expect(new Set(times).size).toBe(times.length);
  });

  test('generated mappings with hostile texts come back as they were', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySource, async (source) => {
        const [from, to] = [openProfile(), openProfile()];
        await fill(from, listsOf(generatedRecords(source)));
        await restore(to, (await backupOf(from)).backup);
        const [a, b] = [await carried(from), await carried(to)];
        // A half of a character pair has no UTF-8; everything else is kept to the letter.
        const wellFormed = JSON.parse(JSON.stringify(a.content), (_, value: unknown) =>
          typeof value === 'string' ? value.toWellFormed() : value,
        ) as unknown;
        expect(b.content).toEqual(wellFormed);
        expect(await verifyLog((await readWholeLog(to.database)).entries)).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  test('holds every note that is stored, but for those about this profile alone', async () => {
    const profile = await filled();
    await profile.send('own/note-backup', { op: 'note-1', made: null });
    const db = await openDB(profile.name);
    const notes = (await db.getAllKeys('meta')) as string[];
    const stores = [...db.objectStoreNames];
    db.close();
    expect(notes.filter((id) => !travels(id))).toEqual(['backup-later', 'head']);
    // A new store belongs into backups, or among those that are left out on purpose.
    const { backup } = await backupOf(profile);
    expect(stores.filter((store) => !Object.hasOwn(backup, store))).toEqual(['changes', 'fingerprints', 'vault']);
  });
});

describe('nothing is changed', () => {
  test.each([
    ['a row that is none', (backup: Backup) => ({ ...backup, keys: [{ id: 'x' }] })],
    ['a log that is none', (backup: Backup) => ({ ...backup, log: [{ seq: 1 }] })],
    ['a part that is missing', ({ users: _, ...backup }: Backup) => backup],
  ])('by %s', async (_, spoil) => {
    const [from, to] = [await filled(), await filled()];
    const { backup } = await backupOf(from);
    const before = await readEverything(to.database);
    await expect(restore(to, spoil(backup))).rejects.toBeInstanceOf(MessageError);
    expect(await readEverything(to.database)).toEqual(before);
  });

  test('by a write that fails half way', async () => {
    const [from, to] = [await filled(), await filled()];
    const { backup } = await backupOf(from);
    const before = await readEverything(to.database);
    // Passes every schema, but has no id that the store could file it under.
    const spoilt = { ...backup, meta: [...backup.meta, { id: null, value: 1 }] };
    await expect(restore(to, spoilt)).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await readEverything(to.database)).toEqual(before);
    await restore(to, backup);
  });

  test('when something changed since the page looked, or when nothing waits', async () => {
    const profile = await filled();
    const { backup } = await backupOf(profile);
    await stageBackup('staged', backup);
    const before = await readEverything(profile.database);
    await expect(
      profile.send('own/restore-backup', { op: 'r-1', staged: 'staged', revision: { us: 0, eu: 0 } }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(
      profile.send('own/restore-backup', { op: 'r-2', staged: 'other', revision: before.revision }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await readEverything(profile.database)).toEqual(before);
  });
});

describe('the reminder', () => {
  const due = async (profile: Profile, now: string) => backupDue(await readBackupState(profile.database), now);

  test('never before there is data; after 30 days or 20 changes; anew after a backup or "later"', async () => {
    const profile = openProfile();
    expect(await due(profile, '2030-01-01T00:00:00.000Z')).toBeNull();
    await fill(profile, recordsOf([northwind], start));
    expect(await due(profile, '2026-12-22T12:00:00.000Z')).toBeNull();
    expect(await due(profile, '2026-12-23T12:00:00.001Z')).toMatchObject({ since: null });
    for (let n = 0; n < 19; n += 1) {
      await profile.send('own/set-owner', { op: `change-${n}`, keyIds: ['k1'], userId: n % 2 ? null : 'u-svc' });
    }
    expect(await due(profile, start)).not.toBeNull();

    const digest = `sha256:${'a'.repeat(64)}`;
    await profile.send('own/note-backup', { op: 'made', made: { digest, keys: 9 } });
    expect(await due(profile, '2027-12-23T12:00:00.000Z')).toBeNull();
    expect((await carried(profile)).log.at(-1)).toMatchObject({ kind: 'backup', data: { digest, keys: 9 } });
    await profile.send('own/set-owner', { op: 'more', keyIds: ['k1'], userId: null });
    expect(await due(profile, start)).toBeNull();
    const reminded = await due(profile, '2027-01-30T12:00:00.000Z');
    expect(reminded?.since).not.toBeNull();
    profile.at('2027-01-30T12:00:00.000Z');
    await profile.send('own/note-backup', { op: 'later', made: null });
    await profile.send('own/set-owner', { op: 'even-more', keyIds: ['k1'], userId: 'u-svc' });
    expect(await due(profile, '2027-01-31T12:00:00.000Z')).toBeNull();
    expect(await due(profile, '2027-03-31T12:00:00.000Z')).not.toBeNull();
  });
});
