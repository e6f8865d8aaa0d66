/** Wires stored snapshots: what reads the database and seals stands in lib, what shows them in components. */
import type { SnapshotLine, SnapshotShelf } from '../../components/dashboard/snapshots-model.ts';
import { fileInSlices } from '../../components/ui/in-slices.ts';
import { canonicalParts, digestOfBlob } from '../../lib/exports/json.ts';
import { type Database, readSnapshot, visitSnapshots } from '../../lib/storage/read.ts';

/** The shelf over the database that popup and dashboard read. */
export function shelfOf(database: Database): SnapshotShelf {
  return {
    async list(organizationId) {
      const lines: SnapshotLine[] = [];
      await visitSnapshots(database, organizationId, ({ id, takenAt, reason, digest, document }) => {
        const { label, previous, keys, findings } = document;
        lines.push({
          id,
          takenAt,
          label,
          reason,
          digest,
          previous,
          keys: keys.length,
          findings: findings.length,
        });
      });
      return lines;
    },
    document: (id) => readSnapshot(database, id).then((row) => row && row.document),
    async isSound(id) {
      const row = await readSnapshot(database, id);
      if (!row) return false;
      const { digest, ...unsealed } = row.document;
      const text = await fileInSlices(canonicalParts(unsealed), 'application/json');
      return digest === row.digest && (await digestOfBlob(text)) === digest;
    },
  };
}
