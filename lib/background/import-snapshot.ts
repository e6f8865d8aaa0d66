/** Bringing a mapping in from a file: first what it would do, then all of it in one transaction. */
import { Draft } from '../domain/draft.ts';
import { readSnapshot, shownRejections } from '../imports/json.ts';
import { planImport } from '../imports/plan-import.ts';
import { type Changed, type ImportPreview, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Parts } from './parts.ts';

/** `own/preview-import`: nothing is written. */
export async function previewImport(
  parts: Parts,
  { text }: OwnMessages['own/preview-import']['send'],
): Promise<ImportPreview> {
  const read = await readSnapshot(text);
  if (read.snapshot === null) return { plan: null, rejections: shownRejections(read.rejections) };
  const { records } = await parts.repository.records();
  const {
    rejections,
    organizationId: _,
    ...plan
  } = planImport(new Draft(records), read.snapshot, read.rejections, parts.clock(), parts.newId);
  return { plan, rejections: shownRejections(rejections) };
}

/**
 * `own/apply-import`.
 *
 * @throws MessageError `rejected` when the file cannot be read, or holds rejected rows that are not to be left out
 */
export async function applyImport(
  parts: Parts,
  { op, text, leaveOutRejected }: OwnMessages['own/apply-import']['send'],
): Promise<Changed & { keys: number }> {
  const read = await readSnapshot(text);
  const { snapshot } = read;
  if (snapshot === null) throw new MessageError('rejected', [read.rejections[0]?.message ?? '']);
  return parts.repository.change({ op, kind: 'import', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const plan = planImport(draft, snapshot, read.rejections, situation.now, parts.newId);
    if (plan.rejected > 0 && !leaveOutRejected) throw new MessageError('rejected', [String(plan.rejected)]);
    const changes = draft.changes();
    const { region, added, changed, unchanged, rejected } = plan;
    return {
      changes,
      log: [
        {
          region,
          kind: 'import',
          data: { format: 'json', digest: snapshot.document.digest, added, changed, unchanged, rejected },
        },
      ],
      undoable: true,
      answer: (done) => ({ ...done, keys: added + changed + unchanged }),
    };
  });
}
