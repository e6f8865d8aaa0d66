/** Version 3: handovers, which have to survive restarts. Frozen, as every step. */
import type { Migration } from '../migration.ts';

export const migrate: Migration = (db) => {
  db.createObjectStore('handovers', { keyPath: 'id' });
};
