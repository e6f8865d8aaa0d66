/** axe-core over the document, in light and dark. */
import axe from 'axe-core';

/** What axe complains about, one line for each element; empty when all is well. */
export async function violations(): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ['light', 'dark']) {
    // Every colour of ours is `light-dark()`: the scheme of the root decides, as the browser's setting does.
    document.documentElement.style.colorScheme = scheme;
    // A colour on its way to another is neither; a transition that something takes back is over as well.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const result = await axe.run(document, {
      // The runner's page has no title and no landmark of its own around ours.
      rules: { 'document-title': { enabled: false }, 'html-has-lang': { enabled: false } },
    });
    found.push(
      ...result.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${scheme}: ${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
      ),
    );
  }
  document.documentElement.style.colorScheme = '';
  return found;
}
