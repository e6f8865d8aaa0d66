/** Taking a snapshot: the mapping as it is, sealed, chained to the one before, stored. */
import type { Draft } from '../domain/draft.ts';
import { resolveMapping } from '../domain/resolve-mapping.ts';
import { indexMapping } from '../domain/mapping.ts';
import { unsealedSnapshot } from '../domain/snapshot.ts';
import { exportFileName, sealSnapshot } from '../exports/json.ts';
import { type ExportFormat, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Situation } from '../storage/repository.ts';
import type { SnapshotRow } from '../storage/rows.ts';
import { frozenFindings } from './judge-findings.ts';
import type { Parts } from './parts.ts';

/** The row of a new snapshot, and the note of its digest for the next one; `null` where there is no such organization. */
export async function takeSnapshot(
  parts: Parts,
  situation: Situation,
  draft: Draft,
  organizationId: string,
  label: string | null,
  reason: SnapshotRow['reason'],
): Promise<{ row: SnapshotRow; meta: Record<string, unknown> } | null> {
  const organization = draft.get('organizations', organizationId);
  if (!organization) return null;
  const metaKey = `last-snapshot:${organizationId}`;
  const previous = await situation.meta(metaKey);
  const lists = draft.lists(organization.region);
  const mapping = resolveMapping(lists, organization);
  const findings = frozenFindings(lists, indexMapping(mapping), situation.now);
  const document = await sealSnapshot(
    unsealedSnapshot(mapping, {
      id: parts.newId(),
      takenAt: situation.now,
      label,
      previous: typeof previous === 'string' ? previous : null,
      findings,
    }),
  );
  const row: SnapshotRow = {
    id: document.id,
    region: organization.region,
    organizationId,
    takenAt: document.takenAt,
    digest: document.digest,
    reason,
    document,
  };
  return { row, meta: { [metaKey]: document.digest } };
}

/** `own/take-snapshot`: one click, nothing to download. */
export async function takeSnapshotByHand(
  parts: Parts,
  { op, organizationId, label }: OwnMessages['own/take-snapshot']['send'],
): Promise<OwnMessages['own/take-snapshot']['get']> {
  return parts.repository.change({ op, kind: 'take-snapshot', tier: 'own', region: null }, async (situation) => {
    const taken = await takeSnapshot(parts, situation, await situation.draft(), organizationId, label, 'asked');
    if (!taken) throw new MessageError('not-found');
    const { row, meta } = taken;
    return {
      snapshots: [row],
      meta,
      log: [{ region: row.region, kind: 'snapshot', data: { snapshot: row.id, keys: row.document.keys.length } }],
      answer: () => ({ snapshotId: row.id }),
    };
  });
}

/** `own/delete-snapshot`: what was thrown away can still be named, since the log keeps its digest. */
export async function deleteSnapshot(
  parts: Parts,
  { op, snapshotId }: OwnMessages['own/delete-snapshot']['send'],
): Promise<null> {
  return parts.repository.change({ op, kind: 'delete-snapshot', tier: 'own', region: null }, async () => {
    const row = await parts.repository.snapshot(snapshotId);
    if (!row) throw new MessageError('not-found');
    const { id, region, takenAt, digest } = row;
    return {
      dropSnapshots: [id],
      log: [{ region, kind: 'snapshot-deleted', data: { snapshot: id, takenAt, digest } }],
      answer: () => null,
    };
  });
}

/** Extensions of exported files, where they are not the format's name. */
const extensions: Partial<Record<ExportFormat, string>> = { markdown: 'md' };

/** `own/export-snapshot`. */
export async function exportSnapshot(
  parts: Parts,
  { op, organizationId, label, format = 'json', snapshotId: stored }: OwnMessages['own/export-snapshot']['send'],
): Promise<OwnMessages['own/export-snapshot']['get']> {
  // The page makes the file from the stored row: a message that holds it would stop both of them.
  const { snapshotId } = await parts.repository.change(
    { op, kind: 'export-snapshot', tier: 'own', region: null },
    async (situation) => {
      const taken =
        stored === undefined
          ? await takeSnapshot(parts, situation, await situation.draft(), organizationId, label, 'asked')
          : await parts.repository.snapshot(stored).then((row) => row && { row, meta: undefined });
      if (!taken) throw new MessageError('not-found');
      const { row, meta } = taken;
      return {
        // A stored one is handed out as it is.
        ...(meta && { snapshots: [row], meta }),
        log: [
          {
            region: row.region,
            kind: 'export',
            data: { snapshot: row.id, format, keys: row.document.keys.length },
          },
        ],
        answer: () => ({ snapshotId: row.id }),
      };
    },
  );
  const row = await parts.repository.snapshot(snapshotId);
  if (!row) throw new MessageError('storage-failed');
  const { document } = row;
  return {
    fileName: exportFileName(document.region, document.organization, document.takenAt, extensions[format] ?? format),
    snapshotId,
  };
}
