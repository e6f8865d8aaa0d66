/**
 * A page without anything that it says: tags, roles, names of ARIA attributes, nesting and counts. What an admin may send
 * to somebody who shall find out why a page is not understood; no text, address, id or value of the page is in it.
 */
import { attr, childNodesOf, findAll, isElement, isShown, role, shadowRootOf, tag } from './tree.ts';

const deepest = 30;
const longest = 12_000;

/** Attributes whose presence tells how a page is built; of some the value is one of a few words of a standard. */
const named = /^(?:aria-[a-z]+|hidden|disabled|readonly|open|popover|colspan|rowspan|contenteditable|tabindex)$/u;
const silent = /^(?:script|style|template|noscript|link|meta|path|g|circle|rect|line|polyline|polygon|defs|use)$/u;

function line(element: Element): string {
  const names = element
    .getAttributeNames()
    .filter((name) => named.test(name))
    .sort();
  const kind = role(element);
  const type = tag(element) === 'input' ? attr(element, 'type') : null;
  return [
    tag(element),
    kind !== null && /^[a-z]{3,20}$/u.test(kind) ? `=${kind}` : '',
    type !== null && /^[a-z-]{3,14}$/u.test(type) ? `:${type}` : '',
    ...names.map((name) => `[${name}]`),
  ].join('');
}

function below(node: Node, depth: number): string[] {
  const lines: string[] = [];
  let last = '';
  let count = 0;
  const flush = (): void => {
    if (count > 0) lines.push(count > 1 ? `${' '.repeat(depth)}${String(count)}x${last.trimStart()}` : last);
    count = 0;
  };
  for (const child of childNodesOf(node)) {
    let text: string;
    if (!isElement(child)) {
      if (child.nodeType !== Node.TEXT_NODE || !/\S/u.test(child.nodeValue ?? '')) continue;
      text = `${' '.repeat(depth)}#`;
    } else {
      if (silent.test(tag(child))) continue;
      const shadow = shadowRootOf(child);
      const inner =
        depth >= deepest
          ? ['…']
          : [
              ...(shadow ? [`${' '.repeat(depth + 1)}/shadow`, ...below(shadow, depth + 2)] : []),
              ...below(child, depth + 1),
            ];
      text = [`${' '.repeat(depth)}${line(child)}`, ...inner].join('\n');
    }
    // What repeats is shown once: rows of a list, cells of a row.
    if (text === last) count += 1;
    else {
      flush();
      last = text;
      count = 1;
    }
  }
  flush();
  return lines;
}

/** The skeleton of a part of a page, cut off where it gets long; and how often what it is read by is there. */
export function skeletonOf(root: Element): string {
  const counts = [
    'table',
    '[role=grid]',
    '[role=row]',
    'tr',
    'li',
    'input',
    'select',
    'button',
    'iframe',
    '[role=dialog]',
  ].map((selector) => `${selector}:${String(findAll(root, selector).length)}`);
  const dialogs = findAll(root, 'dialog,[role=dialog]').filter(isShown).length;
  const text = [...counts, `shown dialogs:${String(dialogs)}`].join(' ');
  return `${text}\n${[line(root), ...below(root, 1)].join('\n')}`.slice(0, longest);
}
