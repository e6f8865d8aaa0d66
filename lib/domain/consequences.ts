/**
 * What follows from actions beyond the keys themselves: rate groups and findings, before and after. Apart from `impact`,
 * which has to answer inside a click; findings come from rules, which the caller hands in (`lib/rules`).
 */
import { applyActions } from './apply-actions.ts';
import type { Action } from './impact.ts';
import type { MappingIndex } from './mapping.ts';
import type { Policy } from './policy.ts';
import { type RateGroup, rateGroupOf, type RatePolicy } from './rate-budget.ts';
import type { Instant } from './words.ts';

/** What identifies a finding: the same rule about the same subject is the same finding. */
export interface FindingLike {
  rule: string;
  subjectKind: string;
  subjectId: string;
}

export interface Consequences<F extends FindingLike = FindingLike> {
  /** Owners whose group changes, sorted; a group without keys is one that is gone, or was not there. */
  rateGroups: { ownerId: string; before: RateGroup; after: RateGroup }[];
  /** In the order in which the rules gave them. */
  opened: F[];
  closed: F[];
  /** The mapping afterwards. */
  after: MappingIndex;
}

const idOf = ({ rule, subjectKind, subjectId }: FindingLike): string => `${rule} ${subjectKind} ${subjectId}`;

/**
 * Works out what follows. Costs as much as the rules do on the whole mapping, twice: not for use inside an event.
 *
 * @param findingsOf the rules; none where findings are of no interest
 */
export function consequences<F extends FindingLike = FindingLike>(
  index: MappingIndex,
  actions: readonly Action[],
  now: Instant,
  policy: RatePolicy & Pick<Policy, 'readingDays'>,
  findingsOf: (index: MappingIndex) => readonly F[] = () => [],
): Consequences<F> {
  const after = applyActions(index, actions, now, policy);
  const owners = [...new Set([...index.keysByOwner.keys(), ...after.keysByOwner.keys()])].sort();
  const rateGroups = owners.flatMap((ownerId) => {
    const groups = { before: rateGroupOf(index, ownerId, policy), after: rateGroupOf(after, ownerId, policy) };
    const same = groups.before.keyIds.join(' ') === groups.after.keyIds.join(' ');
    return same ? [] : [{ ownerId, ...groups }];
  });
  const before = findingsOf(index);
  const afterwards = findingsOf(after);
  const [was, is] = [new Set(before.map(idOf)), new Set(afterwards.map(idOf))];
  return {
    rateGroups,
    opened: afterwards.filter((finding) => !was.has(idOf(finding))),
    closed: before.filter((finding) => !is.has(idOf(finding))),
    after,
  };
}
