/** Version 2: an organization's policy, and findings that somebody accepted. Frozen. */
import type { Migration } from '../migration.ts';

export const migrate: Migration = (db) => {
  for (const name of ['policies', 'acceptances']) db.createObjectStore(name, { keyPath: 'id' });
};
