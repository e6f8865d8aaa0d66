/**
 * Building our own elements. Plain DOM instead of a view library: the warning is drawn once, badges hold one text, and
 * every kilobyte here ships into every PandaDoc page.
 */

type Attributes = Record<string, string | boolean | null>;

/** An element of ours with attributes and children; strings become one text node each, nothing is parsed as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  doc: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = doc.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

/** Shapes of our few icons, on a 16 × 16 grid, drawn with the text's colour. */
const shapes = {
  key: 'M10.5 1.5a4 4 0 0 0-3.8 5.3L1.5 12v2.5H4v-1.5h1.5v-1.5H7L9.2 9.3a4 4 0 1 0 1.3-7.8zm1 2.7a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z',
  warn: 'M8 1.2c.4 0 .8.2 1 .6l6 10.7c.4.8-.1 1.7-1 1.7H2c-.9 0-1.4-.9-1-1.7L7 1.8c.2-.4.6-.6 1-.6zM7.2 5.5v4h1.6v-4zm0 5.2v1.6h1.6v-1.6z',
} as const;

/** One icon, for the eye only. */
export function icon(doc: Document, shape: keyof typeof shapes): SVGElement {
  const element = doc.createElementNS(svg, 'svg');
  element.setAttribute('viewBox', '0 0 16 16');
  element.setAttribute('aria-hidden', 'true');
  const path = doc.createElementNS(svg, 'path');
  path.setAttribute('d', shapes[shape]);
  path.setAttribute('fill-rule', 'evenodd');
  element.append(path);
  return element;
}

/** A getter of the platform: a form of the page may hold a field named `parentNode`, which `form.parentNode` would give. */
function getter<Value>(prototype: object, name: string): (node: Node) => Value {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the node as `this`
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => get?.call(node) as Value;
}

const parentNode = getter<Node | null>(Node.prototype, 'parentNode');
/* eslint-disable @typescript-eslint/unbound-method -- called with an element as `this` */
const rect = Element.prototype.getBoundingClientRect;
const matches = Element.prototype.matches;
/* eslint-enable @typescript-eslint/unbound-method */

export const nodeType = getter<number>(Node.prototype, 'nodeType');
export const childNodes = getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
export const shadowRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const previousElement = getter<Element | null>(Element.prototype, 'previousElementSibling');
export const nextElement = getter<Element | null>(Element.prototype, 'nextElementSibling');
export const isConnected = getter<boolean>(Node.prototype, 'isConnected');

export const isElement = (node: Node | null): node is Element => node !== null && nodeType(node) === 1;
export const rectOf = (element: Element): DOMRect => rect.call(element);
export const fits = (element: Element, selector: string): boolean => matches.call(element, selector);

/** The parent across shadow boundaries. */
export function parentOf(node: Node): Node | null {
  return parentNode(node) ?? (nodeType(node) === 11 ? ((node as ShadowRoot).host ?? null) : null);
}

/** Whether `inner` is `outer` or inside it, across shadow boundaries. */
export function holds(outer: Node, inner: Node | null): boolean {
  for (let node = inner; node; node = parentOf(node)) if (node === outer) return true;
  return false;
}
