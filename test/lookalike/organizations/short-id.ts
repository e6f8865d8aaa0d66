import { createHash } from 'node:crypto';

/**
 * Alphabet of PandaDoc's ids: 22 characters that look like base57, which leaves out 0, 1, I, O and l
 * (settings-ui facts, section 1.3).
 */
const BASE57 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Makes the 22-character id that belongs to `seed`: the same seed gives the same id in every run. */
export function shortId(seed: string): string {
  let rest = BigInt(`0x${createHash('sha256').update(`id:${seed}`).digest('hex')}`);
  const base = BigInt(BASE57.length);
  let id = '';
  for (let position = 0; position < 22; position += 1) {
    id += BASE57.charAt(Number(rest % base));
    rest /= base;
  }
  return id;
}

/** Makes the 40 hex digits of an API key (section 2.1, "Semantics"), the same for the same seed. */
export function keySecret(seed: string): string {
  return createHash('sha256').update(`secret:${seed}`).digest('hex').slice(0, 40);
}
