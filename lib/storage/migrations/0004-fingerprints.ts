/** Version 4: fingerprints of secrets, and the key of this profile that they are made with. Frozen, as every step. */
import type { Migration } from '../migration.ts';

export const migrate: Migration = (db) => {
  for (const name of ['fingerprints', 'vault']) db.createObjectStore(name, { keyPath: 'id' });
};
