/**
 * `npm run screens`: the pictures of the README and of everything that should be looked at after a change, taken from the
 * running extension into `.github/pictures/`. Names of scenes as arguments (`npm run screens -- demo german`) take only
 * those. `npm run screens -- matrix` takes every screen in every size, scheme, language and amount of data into
 * `.output/screens/`, with a page that shows them side by side (`matrix popup de` takes what fits all words);
 * `npm run screens -- flows` takes what opens inside the screens, and the reports as they are printed;
 * `npm run screens -- store` makes the pictures of the stores' listings.
 */
import { makeReady } from './make-ready.ts';

await makeReady();
// Only now: the scenes stand on the lookalike, whose packages have just been installed.
const what = process.argv[2];
if (what === 'matrix') await import('./matrix.ts');
else if (what === 'flows') await import('./flows.ts');
else if (what === 'store') await import('./store.ts');
else await import('./take-screens.ts');
