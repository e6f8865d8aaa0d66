/** States of a key. Living keys can still be broken; the others are history (product.md, "Impact"). */
import type { KeyStatus } from './words.ts';

/** `active`, `narrowed` and `unknown` count as living: whatever is not known to be dead may still be in use. */
export function isLiving(status: KeyStatus): boolean {
  return status === 'active' || status === 'narrowed' || status === 'unknown';
}

/**
 * The state after a page showed that there is a key in the slot. Dots prove that a slot holds a key, not that the key
 * works: a key presumed dead stays so until a person says otherwise, or Generate starts a new generation.
 */
export function afterSeen(status: KeyStatus): KeyStatus {
  return status === 'unknown' ? 'active' : status;
}
