/**
 * `npm run screens`: the pictures of the README and of everything that should be looked at after a change, taken from the
 * running extension into `.github/pictures/`. Names of scenes as arguments (`npm run screens -- demo german`) take only
 * those.
 */
import { makeReady } from './make-ready.ts';

await makeReady();
// Only now: the scenes stand on the lookalike, whose packages have just been installed.
await import('./take-screens.ts');
