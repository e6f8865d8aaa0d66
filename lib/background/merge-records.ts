/** Two records that are one person or workspace, merged in one change; and two that a person said are not one. */
import { mergeRecords } from '../domain/merge-records.ts';
import { type Changed, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Situation } from '../storage/repository.ts';
import type { ApartChange } from '../storage/rows.ts';
import type { Parts } from './parts.ts';
import { memoryKey, memoryOf } from './record-observation.ts';

/**
 * `own/merge`.
 *
 * @throws MessageError `not-found` where they cannot be one, `changed-meanwhile` where they are not what was shown
 */
export function mergeTwo(parts: Parts, body: OwnMessages['own/merge']['send']): Promise<Changed> {
  const { op, store, keptId, goneId, revisions, choices } = body;
  return parts.repository.change({ op, kind: 'merge', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const records = [keptId, goneId].map((id) => draft.get(store, id));
    if (records.some((record, index) => record !== undefined && record.revision !== revisions[index])) {
      throw new MessageError('changed-meanwhile');
    }
    const plan = mergeRecords(draft, store, keptId, goneId, choices, situation.now);
    if (!plan) throw new MessageError('not-found');
    const { region } = records[0]!;
    const memory = memoryOf(await situation.meta(memoryKey(region)));
    const signedIn = Object.entries(memory.signedIn);
    return {
      changes: draft.changes(),
      // Who was signed in last must not be somebody who is not there any more.
      ...(signedIn.some(([, userId]) => userId === goneId) && {
        meta: {
          [memoryKey(region)]: {
            ...memory,
            signedIn: Object.fromEntries(signedIn.map(([id, userId]) => [id, userId === goneId ? keptId : userId])),
          },
        },
      }),
      log: [{ region, kind: 'merge', data: { store, kept: keptId, gone: goneId, keys: plan.keys } }],
      undoable: true,
      answer: (done) => done,
    };
  });
}

/** The note of what is not one: ids that a workspace is not, by its id. */
const apartKey = 'apart';

/** The parts of a plan that say, or take back, that workspaces are not one. */
export async function changeApart(
  { meta, records }: Situation,
  change: ApartChange,
): Promise<{ apart: ApartChange; meta: Record<string, unknown> }> {
  const { workspaceId, others, apart } = change;
  const { workspaces } = await records();
  const known = ((await meta(apartKey)) ?? {}) as Record<string, string[]>;
  // What is not there any more needs no note.
  const kept = Object.entries(known).filter(([id]) => workspaces.has(id));
  const former = known[workspaceId] ?? [];
  const now = apart ? [...new Set([...former, ...others])] : former.filter((id) => !others.includes(id));
  return { apart: change, meta: { [apartKey]: { ...Object.fromEntries(kept), [workspaceId]: now } } };
}

/** `own/keep-apart`: from here on nobody is asked again whether these are one. */
export function keepApart(
  parts: Parts,
  { op, workspaceId, others }: OwnMessages['own/keep-apart']['send'],
): Promise<Changed> {
  return parts.repository.change({ op, kind: 'keep-apart', tier: 'own', region: null }, async (situation) => {
    const record = (await situation.records()).workspaces.get(workspaceId);
    if (!record) throw new MessageError('not-found');
    const known = ((await situation.meta(apartKey)) ?? {}) as Record<string, string[]>;
    const said = others.filter((id) => !known[workspaceId]?.includes(id));
    if (said.length === 0) return { answer: (done) => done };
    const { region } = record;
    return {
      ...(await changeApart(situation, { workspaceId, others: said, apart: true })),
      log: [{ region, kind: 'keep-apart', data: { workspace: workspaceId, others: said } }],
      touches: [region],
      undoable: true,
      answer: (done) => done,
    };
  });
}
