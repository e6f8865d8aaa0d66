/** Whether a hold that was let go still covers what is about to happen (surface.md, "Holding and letting go"). */
import type { Impact } from './impact.ts';
import type { Lift } from './stakes.ts';
import type { Instant } from './words.ts';

/** How long `Remove anyway` lifts the hold. */
export const liftMinutes = 10;

/** The keys a hold is about: affected ones and those the person may own. */
export function keysAtStake(impact: Impact): string[] {
  return [
    ...new Set([...impact.dies, ...impact.narrows, ...impact.replaced, ...impact.mayOwn.map((entry) => entry.keyId)]),
  ];
}

/**
 * Whether lifts cover an impact: every key at stake was listed for this kind of action and these people, and the lift
 * has not run out. A removal's lift does not lift a demotion; a dialog that takes in another key is held again.
 */
export function isLifted(
  lifts: readonly Lift[],
  action: Lift['action'],
  userIds: readonly string[],
  impact: Impact,
  now: Instant,
): boolean {
  const valid = lifts.filter((lift) => lift.action === action && lift.until > now);
  const keys = keysAtStake(impact);
  return keys.every((keyId) =>
    valid.some((lift) => lift.keyIds.includes(keyId) && userIds.every((userId) => lift.userIds.includes(userId))),
  );
}
