/**
 * The key that fingerprints are made with: one for each browser profile, made where it is first needed, not extractable.
 * It lies in the database as an object of the browser's; no script can read it, no message, backup or export carries it.
 */
import type { Database } from './database.ts';
import { StorageError, storageErrorOf } from './errors.ts';

export interface Vault {
  id: 'fingerprints';
  /** Tells fingerprints of this key from those of one that was lost. */
  epoch: string;
  key: CryptoKey;
}

const store = 'vault';
const row = 'fingerprints';
const algorithm: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' };

function isVault(value: unknown): value is Vault {
  const { epoch, key } = (value ?? {}) as Partial<Vault>;
  return typeof epoch === 'string' && key instanceof CryptoKey && !key.extractable && key.usages.includes('sign');
}

/** This profile's key, `null` where there is none yet, or none any more. @throws StorageError */
export async function readVault(database: Database): Promise<Vault | null> {
  const found: unknown = await (await database.connect()).get(store, row).catch((error: unknown) => {
    database.close();
    throw storageErrorOf(error);
  });
  return isVault(found) ? found : null;
}

/**
 * Makes the key where there is none. One that is there is never replaced: its fingerprints would be lost.
 *
 * @returns the epoch of the key that there is now
 * @throws StorageError
 */
export async function makeVault(database: Database): Promise<string> {
  const key = await crypto.subtle.generateKey(algorithm, false, ['sign']);
  const epoch = hex(crypto.getRandomValues(new Uint8Array(4)));
  try {
    const tx = (await database.connect()).transaction(store, 'readwrite', { durability: 'strict' });
    const found: unknown = await tx.store.get(row);
    if (!isVault(found)) await tx.store.put({ id: row, epoch, key } satisfies Vault);
    await tx.done;
    return isVault(found) ? found.epoch : epoch;
  } catch (error) {
    throw error instanceof StorageError ? error : storageErrorOf(error);
  }
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A fingerprint's id: half of an HMAC is enough to tell secrets apart, and in two parts it is no run that looks like one. */
export async function fingerprintOf({ epoch, key }: Vault, secret: string): Promise<string> {
  const text = new TextEncoder().encode(`keyholder.fingerprint.1\0${secret}`);
  const tag = hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, text)));
  return `${epoch}.${tag.slice(0, 16)}-${tag.slice(16, 32)}`;
}
