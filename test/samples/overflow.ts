/** What does not fit: text that leaves the window, its button, or a box that cuts it without saying so. */

const near = 1.5;

/** Shown to no eye: put away, or kept for those who listen (a box of one pixel, cut to nothing). */
function isHidden(element: Element): boolean {
  if (element.closest('[hidden], details:not([open]) > :not(summary), option') !== null) return true;
  for (let box: Element | null = element; box; box = box.parentElement) {
    const { clipPath, visibility } = getComputedStyle(box);
    if (clipPath === 'inset(50%)' || visibility === 'hidden') return true;
  }
  return false;
}

/** One line for each text that does not fit, as it is drawn now. */
export function overflows(root: ParentNode = document.body): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || !parent || isHidden(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      const where = whereCut(parent, rect);
      if (where !== null)
        found.add(`${where}: "${text.slice(0, 60)}" (${parent.tagName.toLowerCase()}.${parent.className})`);
    }
  }
  return [...found];
}

function whereCut(parent: Element, rect: DOMRect): string | null {
  for (let box: Element | null = parent; box; box = box.parentElement) {
    const style = getComputedStyle(box);
    const edge = box.getBoundingClientRect();
    const out = rect.left < edge.left - near || rect.right > edge.right + near;
    // Scrolled by the reader, or cut with a sign: the whole text stands in its name or beside it.
    if (/auto|scroll/.test(style.overflowX) || style.textOverflow === 'ellipsis') return null;
    if (out && style.overflowX === 'hidden') return 'cut off';
    if (out && /^(BUTTON|A|TD|TH|INPUT|SELECT|LI)$/.test(box.tagName) && style.display !== 'inline')
      return 'out of its box';
  }
  return rect.left < -near || rect.right > innerWidth + near ? 'out of the window' : null;
}
