/**
 * Which key is this? A fingerprint stands for one secret without holding anything of it: it is made with a key that
 * never leaves this browser profile (`lib/storage/vault.ts`), and tells one pasted text from another.
 */
import { typedRun } from './secrets.ts';
import type { Instant, Region } from './words.ts';

/** One secret that somebody once pasted, and whose it was. */
export interface Fingerprint {
  /** `<epoch>.<tag>`: which of this profile's keys it was made with, and what came out. */
  id: string;
  region: Region;
  revision: number;
  keyId: string;
  /** Which secret of the key it was: an older one than the key's present was replaced since. */
  generation: number;
  at: Instant;
}

/** What was typed or pasted, as far as a key can be found by it. */
export type Asked =
  | { kind: 'secret'; secret: string }
  /** At most four characters: the end of one, as integrations and logs show it. */
  | { kind: 'end'; end: string };

/** Longer texts are no key: a page or a file was pasted. */
export const maxAsked = 20_000;
/** Shorter ones are no secret, and a fingerprint of a word could be told by trying words. */
const shortestSecret = 20;

/**
 * Finds the secret in what somebody pasted: a line of a log, a header, or a key that was broken over lines.
 *
 * @returns `null` where neither a secret nor an end of one is there, or more than one secret
 */
export function askedOf(text: string): Asked | null {
  if (text.length > maxAsked) return null;
  // What stands for hidden characters in front of an end: dots, bullets, asterisks, an ellipsis.
  const end = /^[\s.…•●·∙*-]*([A-Za-z0-9]{1,4})\s*$/u.exec(text)?.[1];
  if (end !== undefined) return { kind: 'end', end };
  const run = new RegExp(`[A-Za-z0-9]{${typedRun},}`, 'g');
  const found = new Set(text.match(run) ?? text.replaceAll(/\s+/g, '').match(run));
  if (found.size > 1) return null;
  const [secret = text.trim()] = found;
  return secret.length >= shortestSecret && !/\s/.test(secret) ? { kind: 'secret', secret } : null;
}

/** The last characters of a secret, as a key's hint has them. */
export function endOf(secret: string): string {
  return secret.slice(-4);
}

/** Whether a key's hint and an end say the same; a shorter one of the two is taken as the end of the other. */
export function endsAlike(hint: string | null, end: string): boolean {
  if (hint === null || hint === '' || end === '') return false;
  const [a, b] = [hint.toLowerCase(), end.toLowerCase()];
  return a.endsWith(b) || (a.length >= 3 && b.endsWith(a));
}

/** Which of this profile's keys a fingerprint was made with. */
export function epochOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}
