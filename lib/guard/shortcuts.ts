/**
 * Keys that a page says remove somebody: in a legend ("# remove from workspace"), or at a control of the same effect
 * (`aria-keyshortcuts`). Delete and Backspace need no saying (`guard.ts`).
 */
import { nameOf, textOf } from '../pages/text.ts';
import {
  attr,
  childNodesOf,
  findAll,
  isElement,
  nextElement,
  parentOf,
  previousElement,
  rawText,
  tag,
} from '../pages/tree.ts';
import { saysRemove } from './labels.ts';

/** What stands before and behind a key in its legend; which of the two explains it is each page's own choice. */
function saidBeside(key: Element): string[] {
  const around = parentOf(key);
  if (!around) return [];
  const nodes = childNodesOf(around);
  const at = nodes.indexOf(key);
  const isEnd = (node: Node): boolean => isElement(node) && /^(?:kbd|br)$/u.test(tag(node));
  const upToNext = (side: Node[]): Node[] => {
    const end = side.findIndex(isEnd);
    return end < 0 ? side : side.slice(0, end);
  };
  const said = [upToNext(nodes.slice(at + 1)), upToNext(nodes.slice(0, at).reverse()).reverse()].map((side) =>
    side.map(rawText).join(' '),
  );
  if (said.some((text) => /\p{L}/u.test(text))) return said;
  // Keys stand in a column of their own.
  return [nextElement(around), previousElement(around)].map((cell) => (cell ? textOf(cell) : ''));
}

/** Whether the page says that a key removes. */
export function keyRemoves(event: KeyboardEvent, document: Document): boolean {
  const key = event.key.toLowerCase();
  if (/^(?:enter|tab|escape| |control|shift|alt|altgraph|meta)$/u.test(key)) return false;
  const isKey = (text: string): boolean => text.trim().toLowerCase().split('+').at(-1) === key;
  return findAll(document.body, 'kbd,[aria-keyshortcuts]').some((element) => {
    const shortcuts = attr(element, 'aria-keyshortcuts');
    if (shortcuts !== null) return shortcuts.split(/\s+/u).some(isKey) && saysRemove(nameOf(element));
    return isKey(textOf(element)) && saidBeside(element).some(saysRemove);
  });
}
