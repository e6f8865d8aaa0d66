/**
 * `npm start`: PandaDoc's settings as a lookalike, a browser with Keyholder in it, and a demo organization that an admin
 * has already been through. With a display the browser stays open for you; without one the demo walks itself and leaves
 * pictures and a snapshot under `.output/demo/`.
 */
import { makeReady } from './make-ready.ts';

const begun = performance.now();
await makeReady();
// Only now: the demo stands on the lookalike, whose packages have just been installed.
const { stayOpen, walk } = await import('./demo.ts');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
try {
  await (hasDisplay ? stayOpen() : walk());
} catch (error) {
  console.error(error);
  process.exit(1);
}
console.log(`Done after ${Math.round((performance.now() - begun) / 1000)} s.`);
process.exit(0);
