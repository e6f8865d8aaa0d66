/** What refers to records that were merged away: handovers under way and accepted findings go on with the one that stays. */
import type { Draft } from './draft.ts';
import { findingId } from './findings.ts';
import type { Handover } from './handover.ts';

/** Each once, in their order. */
const once = (ids: readonly string[]): string[] => [...new Set(ids)];

function followHandover(handover: Handover, now: (id: string) => string): Handover {
  const { action } = handover;
  const users = once(action.users.map(now));
  const scope =
    'scope' in action && action.scope !== 'all'
      ? { scope: { ...action.scope, workspaces: once(action.scope.workspaces.map(now)) } }
      : {};
  // Where both keys are planned, the plan of the one that stays counts.
  const keys = new Map<string, Handover['keys'][number]>();
  for (const entry of handover.keys) {
    const keyId = now(entry.keyId);
    if (keyId === entry.keyId || !keys.has(keyId)) {
      keys.set(keyId, { ...entry, keyId, successorId: entry.successorId && now(entry.successorId) });
    }
  }
  const ticks = new Map(
    handover.ticks.map(({ step, at }) => {
      const [kind = '', keyId, ...rest] = step.split(':');
      const id = keyId === undefined ? step : [kind, now(keyId), ...rest].join(':');
      return [id, { step: id, at }];
    }),
  );
  return {
    ...handover,
    action: { ...action, users, ...scope },
    only: handover.only && once(handover.only.map(now)),
    keys: [...keys.values()],
    ticks: [...ticks.values()],
  };
}

/**
 * Puts the ids that stay in the place of those that are gone, in every handover and acceptance. An acceptance of a finding
 * about the record that is gone is taken over only where the other has none of that rule: what was accepted of the one
 * that stays was accepted knowingly.
 *
 * @param renamed the id that stays, by the id that is gone; of users, workspaces and keys
 */
export function followMerge(draft: Draft, renamed: ReadonlyMap<string, string>): void {
  if (renamed.size === 0) return;
  const now = (id: string): string => renamed.get(id) ?? id;
  for (const handover of [...draft.all('handovers')]) {
    const followed = followHandover(handover, now);
    if (JSON.stringify(followed) !== JSON.stringify(handover)) draft.put('handovers', followed);
  }
  for (const acceptance of [...draft.all('acceptances')]) {
    const subjectId = now(acceptance.subjectId);
    // A key's basis is its generation and owner (`findings.ts`).
    const basis = acceptance.basis.split(' ').map(now).join(' ');
    if (subjectId === acceptance.subjectId && basis === acceptance.basis) continue;
    const id = findingId(acceptance.rule, acceptance.subjectKind, subjectId);
    if (id !== acceptance.id) {
      draft.delete('acceptances', acceptance.id);
      if (draft.get('acceptances', id)) continue;
    }
    draft.put('acceptances', { ...acceptance, id, subjectId, basis });
  }
}
