/** axe-core over the document, in light, in dark and in forced colours. */
import axe from 'axe-core';
import { cdp } from 'vitest/browser';

type Send = (method: string, parameters: object) => Promise<unknown>;

/** Whether the user's own few colours stand in for ours, as the system's high contrast does it. */
async function forceColours(on: boolean): Promise<void> {
  const features = [{ name: 'forced-colors', value: on ? 'active' : 'none' }];
  await (cdp() as unknown as { send: Send }).send('Emulation.setEmulatedMedia', { features });
  if (matchMedia('(forced-colors: active)').matches !== on) throw new Error('The browser does not force colours.');
}

/** What axe complains about within an element, one line for each place; empty when all is well. */
export async function violations(within: Element | Document = document): Promise<string[]> {
  const found: string[] = [];
  try {
    for (const scheme of ['light', 'dark', 'forced'] as const) {
      if (scheme === 'forced') await forceColours(true);
      // Every colour of ours is `light-dark()`: the scheme of the root decides, as the browser's setting does.
      document.documentElement.style.colorScheme = scheme === 'forced' ? '' : scheme;
      // A colour on its way to another is neither; a transition that something takes back is over as well.
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
      const result = await axe.run(within, {
        resultTypes: ['violations'],
        // The runner's page has no title and no landmark of its own around ours.
        rules: {
          'document-title': { enabled: false },
          'html-has-lang': { enabled: false },
          region: { enabled: within === document },
        },
      });
      found.push(
        ...result.violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${scheme}: ${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
        ),
      );
    }
  } finally {
    await forceColours(false);
    document.documentElement.style.colorScheme = '';
  }
  return found;
}
