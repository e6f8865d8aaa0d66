/** Keeping an organization's policy. */
import { valueText } from '../domain/facts.ts';
import { type Changed, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Parts } from './parts.ts';

/**
 * `own/save-policy`: saving what holds already changes nothing.
 *
 * @throws MessageError `not-found`, `changed-meanwhile` when somebody else saved one since the editor showed it
 */
export function savePolicy(
  parts: Parts,
  { op, organizationId, revision, policy }: OwnMessages['own/save-policy']['send'],
): Promise<Changed> {
  return parts.repository.change({ op, kind: 'save-policy', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const organization = draft.get('organizations', organizationId);
    if (!organization) throw new MessageError('not-found');
    const known = draft.get('policies', organizationId);
    if (revision !== (known?.revision ?? null)) throw new MessageError('changed-meanwhile');
    const { region } = organization;
    if (!known || valueText(known.policy) !== valueText(policy)) {
      draft.put('policies', { id: organizationId, region, revision: known?.revision ?? 0, policy });
    }
    const changes = draft.changes();
    return {
      changes,
      ...(changes.length > 0 && { log: [{ region, kind: 'save-policy', data: { organization: organizationId } }] }),
      undoable: true,
      answer: (done) => done,
    };
  });
}
