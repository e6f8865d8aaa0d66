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

/**
 * axe asks for the fill of a text before its colour. In forced colours Chromium paints text in the forced colour and answers
 * with ours: white on the forced white for every primary button. What is painted is `color`.
 */
async function askedForPainted<T>(run: () => Promise<T>): Promise<T> {
  const { prototype } = CSSStyleDeclaration;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the declaration as `this`
  const answer = prototype.getPropertyValue;
  prototype.getPropertyValue = function (name) {
    return answer.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
  try {
    return await run();
  } finally {
    prototype.getPropertyValue = answer;
  }
}

let instead: ((scheme: string) => Promise<void>) | null = null;

/** For `npm run screens -- flows`: every state that axe is asked about has its picture taken, and axe is left out. */
export function takePictures(take: (scheme: string) => Promise<void>): void {
  instead = take;
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
      if (instead) {
        await instead(scheme);
        continue;
      }
      const options: axe.RunOptions = {
        resultTypes: ['violations'],
        // The runner's page has no title and no landmark of its own around ours.
        rules: {
          'document-title': { enabled: false },
          'html-has-lang': { enabled: false },
          region: { enabled: within === document },
        },
      };
      const run = (): Promise<axe.AxeResults> => axe.run(within, options);
      const result = await (scheme === 'forced' ? askedForPainted(run) : run());
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
