/**
 * Walking someone else's document: through open shadow roots and out of them again, without ever trusting a property
 * that a page's own element can shadow (`<form><input name=children>` clobbers `form.children` in Chromium's isolated
 * world; quality.md, section 2.4). Read only.
 */

import { oncePerPass, passing, workedOut } from './pass.ts';

const elementProto = Element.prototype;
/** The browser's own getter, to be called with its node: each in a place of its own, so that the engine knows which it is. */
const getter = <T, K extends keyof T>(proto: T, key: K): ((this: T) => T[K]) => {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its node below
  const get = Object.getOwnPropertyDescriptor(proto, key)?.get;
  if (!get) throw new TypeError(`no getter for ${String(key)}`);
  return get as (this: T) => T[K];
};

const parentNode = getter(Node.prototype, 'parentNode');
const firstChild = getter(Node.prototype, 'firstChild');
const nextSibling = getter(Node.prototype, 'nextSibling');
const nodeType = getter(Node.prototype, 'nodeType');
const nodeValue = getter(Node.prototype, 'nodeValue');
const shadowRoot = getter(Element.prototype, 'shadowRoot');
const localName = getter(Element.prototype, 'localName');
const firstElementChild = getter(Element.prototype, 'firstElementChild');
const previousSibling = getter(Element.prototype, 'previousElementSibling');
const nextElementSibling = getter(Element.prototype, 'nextElementSibling');
const connected = getter(Node.prototype, 'isConnected');
const textContent = getter(Node.prototype, 'textContent');

export function shadowRootOf(element: Element): ShadowRoot | null {
  return shadowRoot.call(element);
}

/** Child elements as the document has them; shadow roots are not entered. */
export function childrenOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let child = firstElementChild.call(element); child; child = nextElementSibling.call(child)) found.push(child);
  return found;
}

export function childNodesOf(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = firstChild.call(node); child; child = nextSibling.call(child)) found.push(child);
  return found;
}

/** The text of an element that holds a single text and nothing else, as most cells and labels do; else `null`. */
export function onlyText(element: Element): string | null {
  const child = firstChild.call(element);
  if (!child || nodeType.call(child) !== Node.TEXT_NODE || nextSibling.call(child) || shadowRoot.call(element))
    return null;
  return tag(element) === 'slot' ? null : nodeValue.call(child);
}

export function firstElement(element: Element): Element | null {
  return firstElementChild.call(element);
}

export function previousElement(element: Element): Element | null {
  return previousSibling.call(element);
}

export function nextElement(element: Element): Element | null {
  return nextElementSibling.call(element);
}

export function isConnected(node: Node): boolean {
  return connected.call(node);
}

/** All text of the document below a node, shown or not, keys included: for comparing with itself, never for keeping. */
export function rawText(node: Node): string {
  return textContent.call(node) ?? '';
}

export function has(element: Element, attribute: string): boolean {
  return elementProto.hasAttribute.call(element, attribute);
}

/** The first element below that fits; shadow roots are not entered. */
export function first(element: Element, selector: string): Element | null {
  return elementProto.querySelector.call(element, selector);
}

export function boxOf(element: Element): DOMRect {
  return elementProto.getBoundingClientRect.call(element);
}

/** The element of an id, in the tree that another element stands in. */
export function byId(beside: Element, id: string): Element | null {
  return (Node.prototype.getRootNode.call(beside) as Document | ShadowRoot).getElementById(id);
}

export function attr(element: Element, name: string): string | null {
  return elementProto.getAttribute.call(element, name);
}

/** Lower-case tag name. */
export function tag(element: Element): string {
  return localName.call(element);
}

/**
 * Whether a node is an element, of this document or of a frame's: those are instances of the frame's classes, so
 * `instanceof` would not know them.
 */
export function isElement(node: Node): node is Element {
  return nodeType.call(node) === Node.ELEMENT_NODE;
}

export function isSelect(element: Element): element is HTMLSelectElement {
  return tag(element) === 'select';
}

export function isInput(element: Element): element is HTMLInputElement {
  return tag(element) === 'input';
}

export function matches(element: Element, selector: string): boolean {
  return elementProto.matches.call(element, selector);
}

/** The parent element; out of a shadow root it is the root's host. */
export function parentOf(node: Node): Element | null {
  const parent = parentNode.call(node);
  if (parent === null || isElement(parent)) return parent;
  // A fragment with a host is a shadow root.
  return nodeType.call(parent) === Node.DOCUMENT_FRAGMENT_NODE ? ((parent as ShadowRoot).host ?? null) : null;
}

const slotOfElement = getter(Element.prototype, 'assignedSlot');
const slotOfText = getter(Text.prototype, 'assignedSlot');

/** The element around a node as it is shown: a part that is handed to a web component stands in the component's slot. */
export function shownIn(node: Node): Element | null {
  const slot = isElement(node)
    ? slotOfElement.call(node)
    : nodeType.call(node) === Node.TEXT_NODE
      ? slotOfText.call(node as Text)
      : null;
  return slot ?? parentOf(node);
}

/** The nearest of the element and its ancestors, as they are shown, that fits, up to and including `limit`. */
export function nearest(
  from: Element | null,
  fits: (element: Element) => boolean,
  limit?: Element | null,
): Element | null {
  for (let element = from; element; element = shownIn(element)) {
    if (fits(element)) return element;
    if (element === limit) return null;
  }
  return null;
}

/** Whether an element comes after another one in the document, or stands in it. */
export function follows(element: Element, other: Element): boolean {
  return (Node.prototype.compareDocumentPosition.call(other, element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export function contains(outer: Element, inner: Node | null): boolean {
  for (let node: Node | null = inner; node; node = shownIn(node)) if (node === outer) return true;
  return false;
}

const silentTags = new Set(['script', 'style', 'template', 'noscript', 'head', 'link', 'meta']);

/** Elements whose text is nothing that a page shows. */
export function isSilent(element: Element): boolean {
  return silentTags.has(tag(element));
}

/**
 * Visits every element below `root` in the order in which it is shown. `visit` returns `false` to skip what is inside.
 * Iterative: a page ten thousand deep must not end our stack.
 */
export function walk(root: Node, visit: (node: Node) => boolean | void): void {
  if (hasNoShadowRoots(root)) walkFlat(root, visit);
  else walkShown(root, visit);
}

/** Most documents have no shadow roots: then the tree is what is shown. */
function walkFlat(root: Node, visit: (node: Node) => boolean | void): void {
  let node: Node | null = firstChild.call(root);
  while (node) {
    const type = nodeType.call(node);
    let inner: Node | null = null;
    if (type === Node.TEXT_NODE) visit(node);
    else if (type === Node.ELEMENT_NODE && !silentTags.has(localName.call(node as Element)) && visit(node) !== false)
      inner = firstChild.call(node);
    let next: Node | null = inner ?? nextSibling.call(node);
    while (!next) {
      node = parentNode.call(node);
      if (!node || node === root) return;
      next = nextSibling.call(node);
    }
    node = next;
  }
}

function walkShown(root: Node, visit: (node: Node) => boolean | void): void {
  const stack: Node[] = [];
  // Nodes that a slot shows do not lead to their siblings, which may be shown elsewhere.
  const slotted: boolean[] = [];
  const enter = (node: Node): void => {
    const shadow = isElement(node) ? shadowRootOf(node) : null;
    if (!shadow && isElement(node) && tag(node) === 'slot') {
      const assigned = (node as HTMLSlotElement).assignedNodes();
      for (let index = assigned.length - 1; index >= 0; index -= 1) {
        stack.push(assigned[index]!);
        slotted.push(true);
      }
      if (assigned.length > 0) return;
    }
    const child = firstChild.call(shadow ?? node);
    if (!child) return;
    stack.push(child);
    slotted.push(false);
  };
  enter(root);
  for (let node = stack.pop(); node; node = stack.pop()) {
    const next = slotted.pop() ? null : nextSibling.call(node);
    if (next) {
      stack.push(next);
      slotted.push(false);
    }
    if (!isElement(node) && nodeType.call(node) !== Node.TEXT_NODE) continue;
    if (isElement(node) && silentTags.has(tag(node))) continue;
    if (visit(node) === false || !isElement(node)) continue;
    enter(node);
  }
}

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its node
const rootOf = Node.prototype.getRootNode;
const ownerDocument = getter(Node.prototype, 'ownerDocument');

/** The open shadow roots of a document, outermost first; closed ones are nobody's business. */
export const shadowRootsOf = oncePerPass((doc: Document): ShadowRoot[] => {
  const found: ShadowRoot[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    const all = queryAll(root, '*');
    for (let at = 0; at < all.length; at += 1) {
      const shadow = shadowRoot.call(all[at]!);
      if (!shadow) continue;
      found.push(shadow);
      visit(shadow);
    }
  };
  visit(doc);
  return found;
});

/** Whether what is below a node is shown as the document has it, as in most documents: no open shadow root is in it. */
function hasNoShadowRoots(root: Node): boolean {
  const isDocument = nodeType.call(root) === Node.DOCUMENT_NODE;
  const doc = isDocument ? (root as Document) : ownerDocument.call(root);
  if (doc && passing() && (isDocument || workedOut(shadowRootsOf, doc) || tag(root as Element) === 'body'))
    return shadowRootsOf(doc).length === 0;
  // In a shadow root a slot shows what stands elsewhere.
  if (isElement(root) && (shadowRoot.call(root) || nodeType.call(rootOf.call(root)) === Node.DOCUMENT_FRAGMENT_NODE))
    return false;
  const all = queryAll(root, '*');
  for (let at = 0; at < all.length; at += 1) if (shadowRoot.call(all[at]!)) return false;
  return true;
}

/** The browser's own search; shadow roots are not entered. */
function queryAll(root: Node, selector: string): NodeListOf<Element> {
  const proto = isElement(root)
    ? elementProto
    : nodeType.call(root) === Node.DOCUMENT_NODE
      ? Document.prototype
      : DocumentFragment.prototype;
  return proto.querySelectorAll.call(root as never, selector);
}

/** The texts below `root` that hold a sign, shown or not; `null` where shadow roots would have to be gone through. */
export function textsWith(sign: string, root: Element): Node[] | null {
  if (!hasNoShadowRoots(root)) return null;
  const found: Node[] = [];
  const walker = Document.prototype.createTreeWalker.call(ownerDocument.call(root)!, root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if ((nodeValue.call(node) ?? '').includes(sign)) found.push(node);
  return found;
}

/** Elements below `root` that match, in shown order, open shadow roots included. */
export function findAll(root: Node, selector: string): Element[] {
  const found: Element[] = [];
  if (hasNoShadowRoots(root)) {
    // The browser's own search is ten times as fast.
    const all = queryAll(root, selector);
    for (let at = 0; at < all.length; at += 1) if (!silentTags.has(tag(all[at]!))) found.push(all[at]!);
    return found;
  }
  walkShown(root, (node) => {
    if (isElement(node) && matches(node, selector)) found.push(node);
  });
  return found;
}

/** Whether an element is rendered at all (display, visibility, `hidden`, closed `<dialog>` and `<details>`). */
export function isShown(element: Element): boolean {
  return isConnected(element) && elementProto.checkVisibility.call(element, { visibilityProperty: true });
}

/** The element that a node is or stands in. */
export function elementOf(node: Node | null): Element | null {
  return node === null || isElement(node) ? node : parentOf(node);
}

/** The real target of an event, inside open shadow roots. */
export function targetOf(event: Event): Element | null {
  const path = event.composedPath();
  for (const entry of path) if ('nodeType' in entry && isElement(entry as Node)) return entry as Element;
  return null;
}

export function role(element: Element): string | null {
  const said = attr(element, 'role');
  if (said === null || said === '') return null;
  // Most roles are one word in small letters.
  return /^[a-z]+$/u.test(said) ? said : (said.trim().split(/\s+/u)[0]?.toLowerCase() ?? null);
}
