/** Accepting findings, with a reason and an end, and taking that back. */
import { findingId } from '../domain/findings.ts';
import { type Changed, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Parts } from './parts.ts';

/** `own/accept-findings`. The reason stays with the acceptance; the log names what was accepted, and until when. */
export function acceptFindings(
  parts: Parts,
  { op, organizationId, findings, reason, until }: OwnMessages['own/accept-findings']['send'],
): Promise<Changed> {
  return parts.repository.change({ op, kind: 'accept-findings', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const organization = draft.get('organizations', organizationId);
    if (!organization) throw new MessageError('not-found');
    const words = reason.trim();
    if (words === '') throw new MessageError('rejected', ['reason']);
    if (until < situation.now.slice(0, 10)) throw new MessageError('rejected', ['until']);
    const { region } = organization;
    const ids = findings.map(({ rule, subjectKind, subjectId }) => findingId(rule, subjectKind, subjectId));
    findings.forEach((finding, index) => {
      const id = ids[index]!;
      const revision = draft.get('acceptances', id)?.revision ?? 0;
      const row = { id, region, revision, organizationId, ...finding, reason: words, until, at: situation.now };
      draft.put('acceptances', row);
    });
    return {
      changes: draft.changes(),
      log: [{ region, kind: 'accept-findings', data: { findings: ids, until } }],
      undoable: true,
      answer: (done) => done,
    };
  });
}

/** `own/reopen-finding`. */
export function reopenFinding(parts: Parts, { op, id }: OwnMessages['own/reopen-finding']['send']): Promise<Changed> {
  return parts.repository.change({ op, kind: 'reopen-finding', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const accepted = draft.get('acceptances', id);
    if (!accepted) throw new MessageError('not-found');
    draft.delete('acceptances', id);
    return {
      changes: draft.changes(),
      log: [{ region: accepted.region, kind: 'reopen-finding', data: { findings: [id] } }],
      undoable: true,
      answer: (done) => done,
    };
  });
}
