/**
 * What a sign says that has no name: a letter of an icon font, a drawing, a word in its markup. Beliefs of 2026-11: dots
 * and arrows open something, a pencil or an eye changes nothing yet, a cross, a bar or a bin at the end of a row takes
 * away, and so does what is drawn red.
 */
import { looksDestructive } from './looks.ts';
import { iconWords, textOf } from './text.ts';
import { attr, byId, findAll, matches } from './tree.ts';

/** `opens`: it leads to something, and takes nothing away; `takes`: it may take away; `else`: nothing tells. */
export type Sign = 'opens' | 'takes' | 'else';

const opening = /^(?:[⋮⋯…•·∙︙☰≡≣▾▿▼▽▸▹►▶›»+＋✎✏⚙☆★⧉✉📋👁ℹ?✓✔↑↓↕→↗↻⟳🔑🔒\s.]\ufe0e?\ufe0f?)+$/u;
const taking = /^[×✕✖✗✘❌❎⨯⨉☒⊗⊖⛔🚫🗑⌫⌦−–➖xX-]$/u;
const openingWords =
  /\b(?:more|ellipsis|kebab|meatballs?|dots|menu|options|overflow|chevron|caret|arrow|angle|expand|collapse|edit|pencil|pen|eye|view|mail|envelope|message|copy|clipboard|key|cog|gear|settings|plus|add|star|info|question|help|sort|drag|grip|handle|external|share|download|lock|shield|check|clock|history|phone|calendar|refresh|rotate)\b/u;
const takingWords =
  /\b(?:remove|delete|del|trash|bin|kick|dismiss|cross|times|x|xmark|close|ban|block|minus|slash|eraser|archive|logout|log out|sign out)\b/u;

const drawings = 'svg,img,i,picture,canvas';
const shapes = 'path,circle,ellipse,rect,line,polyline,polygon';

/** What a style sheet writes before or behind an element; empty where it draws nothing or only a picture. */
function written(element: Element): string {
  return ['::before', '::after']
    .map((part) => /^"(.*)"$/u.exec(getComputedStyle(element, part).content)?.[1] ?? '')
    .join('')
    .trim();
}

/** Whether a style sheet draws something where an element says nothing: a picture behind it, a letter before it. */
function isDrawn(element: Element): boolean {
  const { backgroundImage, maskImage } = getComputedStyle(element);
  return (backgroundImage || 'none') !== 'none' || (maskImage || 'none') !== 'none' || written(element) !== '';
}

/** Whether a box without words shows something that can be hit. */
export function showsSign(box: Element): boolean {
  if (matches(box, drawings)) return true;
  const inner = findAll(box, '*').slice(0, 8);
  return inner.some((element) => matches(element, drawings)) || [box, ...inner].some(isDrawn);
}

interface Ink {
  shapes: SVGGeometryElement[];
  box: { x: number; y: number; width: number; height: number };
  /** How many lines and outlines it is drawn of. */
  strokes: number;
}

/** What is drawn of a picture: shapes that are filled or stroked, and the box around them. */
function inkOf(svg: Element): Ink | null {
  const use = findAll(svg, 'use')[0];
  const from = use ? byId(svg, (attr(use, 'href') ?? attr(use, 'xlink:href') ?? '').replace(/^#/u, '')) : svg;
  const drawn = (from ? findAll(from, shapes) : []).filter((shape) => {
    const { fill, stroke } = getComputedStyle(shape);
    return fill !== 'none' || stroke !== 'none';
  }) as SVGGeometryElement[];
  const boxes = drawn.map((shape) => shape.getBBox());
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
  const strokes = drawn.reduce((count, shape) => count + ((attr(shape, 'd') ?? 'm').match(/m/giu) ?? []).length, 0);
  return { shapes: drawn, box: { x, y, width, height }, strokes };
}

/** Three dots or bars, an arrow, a plus; a cross, a minus. Anything else tells nothing. */
function drawingSays(svg: Element): Sign {
  const ink = inkOf(svg);
  if (!ink) return 'else';
  const { x, y, width, height } = ink.box;
  const long = Math.max(width, height);
  const short = Math.max(Math.min(width, height), 0.001);
  if (long / short >= 2.2 && ink.strokes >= 3) return 'opens';
  if (long / short >= 3) return 'takes';
  if (long / short >= 1.6) return ink.strokes === 1 ? 'opens' : 'else';
  const isInked = (across: number, down: number): boolean => {
    const at = new DOMPoint(x + width * across, y + height * down);
    return ink.shapes.some((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return (fill !== 'none' && shape.isPointInFill(at)) || (stroke !== 'none' && shape.isPointInStroke(at));
    });
  };
  const inked = (points: [number, number][]): number => points.filter(([across, down]) => isInked(across, down)).length;
  const corners = inked([
    [0.12, 0.12],
    [0.88, 0.12],
    [0.12, 0.88],
    [0.88, 0.88],
  ]);
  const sides = inked([
    [0.5, 0.08],
    [0.5, 0.92],
    [0.08, 0.5],
    [0.92, 0.5],
  ]);
  if (!isInked(0.5, 0.5)) return 'else';
  if (corners === 4 && sides === 0) return 'takes';
  return corners === 0 && sides === 4 ? 'opens' : 'else';
}

/**
 * What a box without a name says it does. Asks for styles, so only inside an event.
 *
 * @param box a control, or what a page draws as one
 */
export function signOf(box: Element): Sign {
  const text = (textOf(box) || [box, ...findAll(box, '*').slice(0, 8)].map(written).join('')).trim();
  if (taking.test(text)) return 'takes';
  if (text !== '' && opening.test(text)) return 'opens';
  const words = `${iconWords(box)} ${(attr(box, 'class') ?? '').replace(/[^\p{L}]+/gu, ' ').toLowerCase()}`;
  if (looksDestructive(box) !== null) return 'takes';
  if (openingWords.test(words)) return 'opens';
  if (takingWords.test(words)) return 'takes';
  const svg = matches(box, 'svg') ? box : findAll(box, 'svg')[0];
  return svg ? drawingSays(svg) : 'else';
}

/** How a sign is built, for telling it from another one beside it: two without a name are called the same. */
export function drawingOf(box: Element): string {
  return [box, ...findAll(box, '*')]
    .map((node) => ['class', 'd', 'href', 'src'].map((name) => attr(node, name) ?? '').join(' ') + written(node))
    .join('|');
}
