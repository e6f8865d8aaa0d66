/**
 * The one door to zod. Its just-in-time compiler probes `new Function`, which the extension's content security policy
 * reports as an error each time; so it is switched off here, and zod is imported from nowhere else.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };

/**
 * A schema that is made when it is first asked for. The worker starts anew for many a message, and making all schemas
 * took three quarters of its start.
 */
export function later<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
