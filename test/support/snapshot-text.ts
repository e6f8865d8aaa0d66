/** A snapshot as the text of its file, as the pages put it together. */
import type { Snapshot } from '../../lib/domain/snapshot.ts';
import { snapshotParts } from '../../lib/exports/json.ts';

/** The whole file. */
export function snapshotText(document: Snapshot): string {
  return [...snapshotParts(document)].join('');
}
