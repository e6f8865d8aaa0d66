/** The key that fingerprints are made with, over a real database. */
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdsRun, typedRun } from '../domain/secrets.ts';
import { type Database, openDatabase } from './database.ts';
import { fingerprintOf, makeVault, readVault } from './vault.ts';

const secret = '7c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b9f3c';
const other = '0c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b9f3c';
let name: string;
let database: Database;

beforeEach(() => {
  name = `keyholder-vault-${Math.random()}`;
  database = openDatabase({ name });
});
afterEach(async () => {
  database.close();
  await deleteDB(name);
});

test('is made once, whoever asks at the same time, and stays', async () => {
  expect(await readVault(database)).toBe(null);
  const epochs = await Promise.all([makeVault(database), makeVault(database), makeVault(openDatabase({ name }))]);
  expect(new Set(epochs).size).toBe(1);
  const vault = (await readVault(database))!;
  const before = await fingerprintOf(vault, secret);
  database.close();
  expect(await makeVault(database)).toBe(vault.epoch);
  expect(await fingerprintOf((await readVault(database))!, secret)).toBe(before);
});

test('cannot be taken out: not by the API, not by JSON', async () => {
  await makeVault(database);
  const vault = (await readVault(database))!;
  await expect(crypto.subtle.exportKey('raw', vault.key)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  await expect(crypto.subtle.exportKey('jwk', vault.key)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  expect(JSON.parse(JSON.stringify(vault))).toEqual({ id: 'fingerprints', epoch: vault.epoch, key: {} });
});

test('tells secrets apart, shows nothing of them, and looks like none', async () => {
  await makeVault(database);
  const vault = (await readVault(database))!;
  const [one, again, two] = await Promise.all([secret, secret, other].map((text) => fingerprintOf(vault, text)));
  expect(one).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{16}-[0-9a-f]{16}$/);
  expect(again).toBe(one);
  expect(two).not.toBe(one);
  expect(holdsRun(one!, typedRun)).toBe(false);
  const plain = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
  const hex = [...plain].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  // No plain hash of it either: that could be looked up by anybody who has the key.
  expect(hex).not.toContain(one!.slice(9, 25));
});

test('lost, it is another one afterwards, and says so', async () => {
  const first = await makeVault(database);
  const before = await fingerprintOf((await readVault(database))!, secret);
  await (await database.connect()).delete('vault', 'fingerprints');
  expect(await readVault(database)).toBe(null);
  expect(await makeVault(database)).not.toBe(first);
  expect(await fingerprintOf((await readVault(database))!, secret)).not.toBe(before);
});

test('a row that is no key is none, and is replaced', async () => {
  await (await database.connect()).put('vault', { id: 'fingerprints', epoch: 'x', key: {} });
  expect(await readVault(database)).toBe(null);
  await makeVault(database);
  expect(await readVault(database)).not.toBe(null);
});
