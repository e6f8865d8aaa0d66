/** What demo and pictures need before they can begin. */
import { ensureChromium } from '../tools/ensure-browser.ts';
import { root } from '../tools/house.ts';
import { prepareLookalike } from '../tools/lookalike.ts';
import { need } from '../tools/run.ts';

/** A browser, the lookalike with its own packages, the built extension (unless `KEYHOLDER_PACKAGE` names one). */
export async function makeReady(): Promise<void> {
  process.chdir(root);
  process.env['KEYHOLDER_CHROMIUM'] = await ensureChromium();
  await prepareLookalike();
  if (process.env['KEYHOLDER_PACKAGE'] === undefined) await need('wxt', ['build']);
}
