/**
 * Reading where things stand in the page. Read only, and only when layout is clean (see `layer.ts`): none of this may
 * run in an observer's callback.
 */
import {
  childNodes,
  fits,
  holds,
  isElement,
  nextElement,
  nodeType,
  parentOf,
  previousElement,
  rectOf,
  shadowRoot,
} from './dom.ts';
import type { Box, Obstacle, Surroundings } from './place.ts';

/** A row with more pieces than this is no row; the rest is not looked at, so that a hostile page costs little. */
const mostObstacles = 160;
const mostNodes = 1500;

/** Elements whose whole box counts, not just the text in it. */
const wholes =
  'img,svg,canvas,video,iframe,object,button,input,select,textarea,meter,progress,' +
  '[role=button],[role=checkbox],[role=switch],[role=img],[role=combobox],[role=menuitem]';
const controls =
  'button,input,select,textarea,a[href],[role=button],[role=checkbox],[role=switch],[role=combobox],[role=link]';
/** What lies under a part of ours cannot be worked any more, so a control weighs more than any text of its row. */
const weights = { text: 1, anchor: 3, control: 40, mask: 0.2 };
/** Dots in place of a key say nothing that a part of ours could hide. */
const mask = /^[\s•●∙·⁕✱*○◦‧⋅…]{6,}$/u;

/** What is kept free at the edge of what a row stands in. */
const edge = 8;

/** Gives computed styles, each asked for once. */
export type Reader = (element: Element) => CSSStyleDeclaration;

/** A reader for one pass over the page. */
export function reader(view: Window): Reader {
  const styles = new Map<Element, CSSStyleDeclaration>();
  return (element) => {
    let style = styles.get(element);
    if (!style) styles.set(element, (style = view.getComputedStyle(element)));
    return style;
  };
}

/** A rectangle of the page as a box of ours. */
export function boxOf({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom };
}

/** Whether there is anything of a box. */
export function isEmpty(box: Box): boolean {
  return box.right - box.left < 1 || box.bottom - box.top < 1;
}

/** What two boxes have in common; it may be empty. */
function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function clips(style: CSSStyleDeclaration): boolean {
  return style.overflowX !== 'visible' || style.overflowY !== 'visible';
}

/**
 * What stands in a row: its visible text line by line, pictures and controls. Text that an ellipsis cuts counts only as
 * far as it can be seen.
 *
 * @param rowBox what is looked at: the row's own box, unless told
 */
export function readRow(row: Element, anchor: Element, read: Reader, rowBox = boxOf(rectOf(row))): Surroundings {
  const obstacles: Obstacle[] = [];
  const anchorLines: Box[] = [];
  const range = row.ownerDocument.createRange();
  let seen = 0;

  const add = (box: Box, limit: Box, weight: number): Box | null => {
    const visible = intersection(box, limit);
    if (isEmpty(visible) || obstacles.length >= mostObstacles) return null;
    obstacles.push({ ...visible, weight });
    return visible;
  };

  const visit = (node: Node, limit: Box, inAnchor: boolean, inControl = false): void => {
    seen += 1;
    if (seen > mostNodes || obstacles.length >= mostObstacles) return;
    if (nodeType(node) === 3) {
      if (!node.nodeValue?.trim()) return;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const box = padded(boxOf(rect), node, row, read);
        const plain = mask.test(node.nodeValue) ? weights.mask : inAnchor ? weights.anchor : weights.text;
        const visible = add(box, limit, inControl ? weights.control : plain);
        if (visible && inAnchor) anchorLines.push(intersection(boxOf(rect), limit));
      }
      return;
    }
    if (!isElement(node)) return;
    const element = node;
    if (element !== row && fits(element, wholes)) {
      const box = add(boxOf(rectOf(element)), limit, fits(element, controls) ? weights.control : weights.text);
      if (box && element === anchor) anchorLines.push(box);
      return;
    }
    let inner = limit;
    // Only boxes that hold something can cut it; the row itself is the outermost limit anyway.
    if (element !== row && childNodes(element).length > 0 && clips(read(element))) {
      inner = intersection(limit, boxOf(rectOf(element)));
      if (isEmpty(inner)) return;
    }
    const within = inAnchor || element === anchor;
    // Open roots only; what is slotted is found among the light children.
    const open = shadowRoot(element);
    const worked = inControl || (element !== row && fits(element, controls));
    if (open) for (const child of open.childNodes) visit(child, inner, within, worked);
    for (const child of childNodes(element)) visit(child, inner, within, worked);
  };
  visit(row, rowBox, holds(anchor, row));

  const [first] = anchorLines;
  let anchorBox = first ?? intersection(boxOf(rectOf(anchor)), rowBox);
  for (const line of anchorLines) {
    // Pieces of the same line ("Dana " + "Abbott") make one box; further lines are only obstacles.
    if (line.top < anchorBox.bottom - 2 && line.bottom > anchorBox.top + 2) {
      anchorBox = {
        left: Math.min(anchorBox.left, line.left),
        top: Math.min(anchorBox.top, line.top),
        right: Math.max(anchorBox.right, line.right),
        bottom: Math.max(anchorBox.bottom, line.bottom),
      };
    }
  }
  if (isEmpty(anchorBox)) anchorBox = rowBox;
  return { obstacles, anchor: anchorBox, rtl: read(row).direction === 'rtl' };
}

/** Text in a snug box that can be seen (a chip, a pill, an avatar's initials) counts with that box. */
function padded(text: Box, node: Node, row: Element, read: Reader): Box {
  const parent = parentOf(node);
  if (!isElement(parent) || parent === row) return text;
  const box = boxOf(rectOf(parent));
  const snug =
    box.right - box.left < text.right - text.left + 40 && box.bottom - box.top < (text.bottom - text.top) * 2 + 12;
  if (!snug || isEmpty(box)) return text;
  const { backgroundColor, borderTopWidth } = read(parent);
  return borderTopWidth !== '0px' || !/^transparent$|, 0\)$/.test(backgroundColor) ? box : text;
}

/**
 * How wide the place is that a row stands in: what is around it, where nothing stands beside the row. A row may end with what it
 * shows, and the rest of its line is free.
 */
export function lineAround(row: Element, box: Box): Pick<Box, 'left' | 'right'> {
  const around = parentOf(row);
  if (!isElement(around)) return box;
  const isBeside = (other: Element | null): boolean => {
    const { top, bottom } = other ? boxOf(rectOf(other)) : { top: 0, bottom: 0 };
    return bottom > box.top + 1 && top < box.bottom - 1;
  };
  if (isBeside(previousElement(row)) || isBeside(nextElement(row))) return box;
  const { left, right } = rectOf(around);
  return { left: Math.min(left, box.left), right: Math.max(right - edge, box.right) };
}

/**
 * The ancestors that cut what can be seen of an element, innermost first. An element that is positioned against something
 * further out escapes the ones between.
 */
export function clippersOf(element: Element, read: Reader): Element[] {
  const found: Element[] = [];
  const top = element.ownerDocument.documentElement;
  let position = read(element).position;
  for (let node = parentOf(element); node && node !== top; node = parentOf(node)) {
    if (position === 'fixed') break;
    if (!isElement(node)) continue;
    const ancestor = node;
    const style = read(ancestor);
    if (position === 'absolute' && style.position === 'static') continue;
    // The viewport takes over the body's overflow where the root has none of its own.
    const handedOn = ancestor === element.ownerDocument.body && !clips(read(top));
    if (!handedOn && clips(style)) found.push(ancestor);
    position = style.position;
  }
  return found;
}

/** What none of the ancestors cuts off; the window itself is no limit. */
export function clipBox(clippers: readonly Element[]): Box {
  const all = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  return clippers.reduce<Box>((box, clipper) => intersection(box, boxOf(rectOf(clipper))), all);
}

/**
 * Whether something else of the page stands in front of a row at a point: a sticky header, a menu, a dialog. Our own elements
 * do not count.
 */
export function isCovered(row: Element, x: number, y: number, isOurs: (node: Node) => boolean, view: Window): boolean {
  if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return false;
  const root = row.getRootNode() as Document | ShadowRoot;
  let hit: Element | null | undefined = root.elementFromPoint(x, y);
  if (hit && isOurs(hit)) hit = root.elementsFromPoint(x, y).find((element) => !isOurs(element));
  return !!hit && !holds(row, hit) && !holds(hit, row);
}

/** The innermost modal dialog of the page that an element stands in. */
export function modalAround(element: Element): Element | null {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (isElement(node) && fits(node, 'dialog:modal')) return node;
  }
  return null;
}
