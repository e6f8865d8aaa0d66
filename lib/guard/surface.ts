/** What a control stands on: a row, a menu, a dialog, a toolbar. Menus and dialogs are found wherever the page puts them. */
import { isDialog } from '../pages/people.ts';
import { textOf } from '../pages/text.ts';
import { attr, contains, findAll, matches, nearest, parentOf, role } from '../pages/tree.ts';
import { says } from '../pages/words.ts';

export type Surface =
  | { kind: 'dialog'; element: Element }
  | { kind: 'menu'; element: Element }
  | { kind: 'row'; element: Element }
  | { kind: 'page'; element: Element };

function isMenu(element: Element): boolean {
  return /^(?:menu|listbox|menubar|tooltip)$/u.test(role(element) ?? '') || element.hasAttribute('popover');
}

/** Whether an element is drawn over the page: fixed, or taken out of the flow near the end of the document. */
function floats(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === 'fixed' || (position === 'absolute' && matches(element, 'body > *, body > * > *'));
}

/**
 * The surface of a control.
 *
 * @param control where the event went
 * @param rows rows of people that the page shows now
 * @param content the page's content; a box that holds it, or a row, floats over nothing
 */
export function surfaceOf(control: Element, rows: ReadonlySet<Element>, content: Element): Surface {
  const dialog = nearest(control, isDialog);
  const menu = nearest(control, isMenu, dialog);
  const row = nearest(control, (element) => rows.has(element), dialog ?? menu);
  if (row) return { kind: 'row', element: row };
  if (menu && !(dialog && contains(menu, dialog))) return { kind: 'menu', element: menu };
  if (dialog) return { kind: 'dialog', element: dialog };
  const holdsPage = (element: Element): boolean =>
    contains(element, content) || [...rows].some((inner) => contains(element, inner));
  for (let element: Element | null = control; element && !matches(element, 'body,html'); element = parentOf(element)) {
    if (holdsPage(element)) break;
    if (!floats(element)) continue;
    // A floating box with a way out asks something; one without offers a choice.
    const buttons = findAll(element, 'button,[role=button],input[type=submit]');
    const asks = buttons.length >= 2 && says('cancel', buttons.map((button) => textOf(button)).join(' , '));
    const wayOut = buttons.some((button) => says('cancel', textOf(button) || (attr(button, 'aria-label') ?? '')));
    return { kind: asks || wayOut ? 'dialog' : 'menu', element };
  }
  return { kind: 'page', element: content };
}
