import { icon, make } from './dom.ts';
import type { Placed } from './layer.ts';
import type { Size } from './place.ts';
import type { BadgePart } from './types.ts';

/** Between two texts, as in `styles.ts`. */
const gap = 4;

/** A badge: never takes a click, and says whom it is about to those who do not see where it stands. */
export function createBadge(doc: Document, { row, anchor, text, also, tone, label }: BadgePart): Placed {
  // Each text in a text node of its own: both are promised as they stand (surface.md).
  const words = [text, ...(also ? [also] : [])].map((each) => make(doc, 'span', { class: 'text' }, each));
  const element = make(
    doc,
    'span',
    { class: `part badge ${tone}` },
    label ? make(doc, 'span', { class: 'vh' }, label) : null,
    icon(doc, 'key'),
    ...words,
  );
  let worn = 0;
  return {
    row,
    anchor,
    element,
    aligned: false,
    looks(): Size[] {
      if (worn !== 0) wear(0);
      const { offsetWidth: width, offsetHeight: height } = element;
      const textWidth = words.reduce((sum, each) => sum + each.offsetWidth, 0) + (words.length - 1) * gap;
      // The smaller looks follow from the first: 11 px instead of 12 px and no icon; the icon alone.
      return [
        { width, height },
        { width: Math.ceil((textWidth * 11) / 12) + 13, height: 16 },
        { width: 18, height: 18 },
      ];
    },
    wear,
  };

  function wear(look: number): void {
    if (look === worn) return;
    element.classList.remove(`l${worn}`);
    element.classList.add(`l${look}`);
    worn = look;
  }
}
