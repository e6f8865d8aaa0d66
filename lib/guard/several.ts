/**
 * Settings of several people that one control below, or above, their list sends: a matrix of people and workspaces, a field
 * in each row with one Save for all. What was changed in a row is about that row's person.
 */
import { nameOf } from '../pages/text.ts';
import { attr, findAll, follows, isElement, isShown, matches, nearest, parentOf, walk } from '../pages/tree.ts';
import { says, saysOnly } from '../pages/words.ts';
import { onlyOpensOrChooses } from './controls.ts';
import { saysCancel } from './labels.ts';
import { fieldsIn, formOf } from './sections.ts';
import { holdersOf } from './surface.ts';
import { listsPeople, type View } from './view.ts';

/**
 * Whether a control outside of all rows sends what is set in them, as far as the page tells.
 *
 * @param surely it says nothing else: "Save view" may send what is set in rows, and may stand above roles that are stored
 *   as they are chosen
 */
export function sendsRows(button: Element, view: View, surely: boolean): boolean {
  if (!listsPeople(view) || onlyOpensOrChooses(button) || attr(button, 'aria-pressed') !== null) return false;
  const holders = holdersOf(view.rowElements);
  if (nearest(button, (up) => view.rowElements.has(up)) || !isShown(button)) return false;
  const name = nameOf(button);
  if (name === '' || saysCancel(name) || says('invite', name) || says('search', name)) return false;
  const form = formOf(button);
  if (form ? !holders.has(form) : !(surely ? saysOnly : says)('save', name)) return false;
  if (form && surely && !says('save', name) && attr(button, 'type') !== 'submit') return false;
  // What stands beside fields of its own sends those.
  let part = button;
  for (let up = parentOf(button); up && !holders.has(up) && !matches(up, 'body,html'); up = parentOf(up)) part = up;
  return fieldsIn(part) === 0 && !isHeadedApart(button, view);
}

/** Whether a heading stands between the list and a control. */
function isHeadedApart(button: Element, view: View): boolean {
  const rows = [...view.rowElements];
  const isBelow = follows(button, rows[0]!);
  const near = isBelow ? rows.findLast((row) => follows(button, row)) : rows[0];
  return findAll(view.page.content, 'h1,h2,h3,h4,h5,h6,legend,[role=heading]').some(
    (heading) =>
      !nearest(heading, (up) => view.rowElements.has(up)) &&
      (isBelow
        ? follows(heading, near!) && follows(button, heading)
        : follows(heading, button) && follows(near!, heading)),
  );
}

/** Whether what is set in the rows of a list is sent later, by a control for all of them. */
export function sentTogether(view: View): boolean {
  if (!listsPeople(view)) return false;
  let found = false;
  walk(view.page.content, (node) => {
    if (found || !isElement(node) || view.rowElements.has(node)) return false;
    found = matches(node, 'button,input[type=submit],[role=button]') && sendsRows(node, view, true);
    return;
  });
  return found;
}
