/**
 * Version 1: the mapping as records of facts, and what surrounds it. Frozen: what landed is never edited, the next
 * change of the schema is the next file.
 */
import type { Migration } from '../migration.ts';

export const migrate: Migration = (db) => {
  for (const name of ['organizations', 'workspaces', 'users', 'memberships', 'keys', 'coverage', 'readings']) {
    db.createObjectStore(name, { keyPath: 'id' });
  }
  // What was changed, with the records before: for undo, and to answer a repeated message as the first time.
  db.createObjectStore('changes', { keyPath: 'op' }).createIndex('at', 'at');
  db.createObjectStore('snapshots', { keyPath: 'id' }).createIndex('organization', ['organizationId', 'takenAt']);
  db.createObjectStore('log', { keyPath: 'seq', autoIncrement: true });
  db.createObjectStore('meta', { keyPath: 'id' });
};
