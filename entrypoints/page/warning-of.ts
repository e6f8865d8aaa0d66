/** From an attempt that is held to what lets it go again, and to what the warning shows of it. */
import type { WarningModel } from '../../components/overlay/index.ts';
import { keysAtStake, liftMinutes } from '../../lib/domain/lifts.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import type { Lift } from '../../lib/domain/stakes.ts';
import type { Attempt } from '../../lib/guard/decide.ts';
import type { StakesStore } from './stakes-store.ts';

/** Whose keys it is about, among the people who are acted on. */
function concernedBy({ impact, userIds }: Attempt, { index }: StakesStore): Set<string> {
  return new Set([
    ...impact.mayOwn.map((entry) => entry.userId),
    ...[...impact.dies, ...impact.narrows]
      .map((id) => index.keys.get(id)?.ownerId ?? '')
      .filter((id) => userIds.includes(id)),
  ]);
}

/** What `Remove anyway` lets pass, and for how long (surface.md, "Holding and letting go"). */
export function liftOf(attempt: Attempt, stakes: StakesStore): Lift {
  const { scope } = attempt.scope;
  return {
    id: crypto.randomUUID(),
    action: attempt.action,
    userIds: [...concernedBy(attempt, stakes)],
    keyIds: keysAtStake(attempt.impact),
    workspaceIds: scope === 'all' ? [] : [...scope.workspaces],
    until: new Date(Date.now() + liftMinutes * 60_000).toISOString(),
  };
}

/** What the warning says of the scope: where it was not named by what the page shows. */
function scopeAssumed({ scope, people, stage, action }: Attempt): WarningModel['scopeAssumed'] {
  if (scope.from === 'act' || people.length === 0) return 'no';
  if (stage === 'start' && action === 'remove') return 'no-workspace-chosen';
  return scope.from === 'nothing' ? 'all-owned' : 'no';
}

/** What the warning shows; what its buttons do is the session's. */
export function warningOf(
  attempt: Attempt,
  { workspaceIds }: Lift,
  stakes: StakesStore,
): Omit<WarningModel, 'onPlan' | 'explain'> {
  const { index } = stakes;
  const { impact, userIds, shown } = attempt;
  const concerned = concernedBy(attempt, stakes);
  // Whoever is removed with them is named as well; those whose keys it is come first.
  const known = [...userIds.filter((id) => concerned.has(id)), ...userIds.filter((id) => !concerned.has(id))].flatMap(
    (id) => index.users.get(id) ?? [],
  );
  const strangers = attempt.people.filter((person) => {
    const standing = stakes.standing(person);
    return standing.state === 'ready' && !standing.userIds.some((id) => index.users.has(id));
  });
  return {
    action: attempt.action,
    people: [
      ...known.map((user) => ({ name: user.name, email: user.email, ownerType: ownerTypeOf(user) })),
      ...strangers.map(({ name, email }) => ({ name, email, ownerType: 'untagged' as const })),
    ],
    unsure: attempt.unsure,
    sameName: attempt.sameName,
    mapping: shown.length > 0 ? { ...index.mapping, keys: [...index.mapping.keys, ...shown] } : index.mapping,
    impact,
    workspaceNames: workspaceIds.map((id) => index.workspaces.get(id)?.name ?? '').filter((name) => name !== ''),
    scopeAssumed: scopeAssumed(attempt),
    reasonNeeded: impact.dies.some((id) => index.keys.get(id)?.type === 'production'),
    now: new Date().toISOString(),
  };
}
