/** Taking one change back: every record as it was, unless one of them changed since. */
import type { Region } from '../domain/words.ts';
import { type Changed, MessageError } from '../messages/protocol.ts';
import { endLifts } from './hold-action.ts';
import { changeApart } from './merge-records.ts';
import type { Parts } from './parts.ts';

/**
 * Undoes the change whose handle is `undo`; the undoing can be undone the same way, but for a lift, which stays ended.
 *
 * @param region where it is asked, `null` from our own pages: a page takes back only what a page of its region did
 * @throws MessageError `not-found` when there is nothing to take back, `changed-meanwhile`
 */
export async function undoChange(
  parts: Parts,
  { op, undo }: { op: string; undo: string },
  region: Region | null,
): Promise<Changed> {
  const about = { op, kind: 'undo', tier: region === null ? 'own' : 'page', region } as const;
  const { lifts, liftRegion, ...changed } = await parts.repository.change<
    Changed & { lifts: string[]; liftRegion: Region | null }
  >(about, async (situation) => {
    const change = await situation.change(undo);
    if (!change || (change.changes.length === 0 && change.lifts.length === 0 && !change.apart)) {
      throw new MessageError('not-found');
    }
    if (region !== null && (change.tier !== 'page' || change.region !== region)) throw new MessageError('not-allowed');
    const draft = await situation.draft();
    for (const { store, id, before, revision } of change.changes) {
      const record = draft.get(store, id);
      const found = record === undefined || !('revision' in record) ? null : record.revision;
      if (found !== revision) throw new MessageError('changed-meanwhile');
      if (before === null) draft.delete(store, id);
      else draft.put(store, { ...before, ...(found !== null && { revision: found }) });
    }
    const regions = change.region === null ? [] : [change.region];
    const { apart } = change;
    const workspace = apart && draft.get('workspaces', apart.workspaceId);
    return {
      changes: draft.changes(),
      ...(apart && (await changeApart(situation, { ...apart, apart: !apart.apart }))),
      log: [{ region: change.region, kind: 'undo', data: { op: undo, what: change.kind } }],
      touches: workspace ? [...regions, workspace.region] : regions,
      undoable: true,
      answer: (done) => ({ ...done, lifts: change.lifts, liftRegion: change.region }),
    };
  });
  // Also when the message is repeated: the worker may have died between the two.
  if (liftRegion !== null) await endLifts(parts, lifts, liftRegion);
  return changed;
}
