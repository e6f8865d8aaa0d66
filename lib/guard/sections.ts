/**
 * Which part of a page a button saves. A choice that another part's Save does not send is sent at once, as far as the page
 * tells; where nothing tells, it is taken for one (surface.md: in doubt a hold, and never an escape).
 */
import { textOf } from '../pages/text.ts';
import { attr, childrenOf, contains, findAll, isShown, matches, nearest, parentOf, tag } from '../pages/tree.ts';

const headings = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';
const fields =
  'select,textarea,[role=combobox],[role=checkbox],[role=switch],[aria-haspopup=listbox],' +
  'input:not([type=hidden],[type=submit],[type=button],[type=image],[type=radio],[type=search])';
const controls = `${fields},input,button,a,[role=radio],[role=button],[role=link],[tabindex]`;

/** Below every heading that says how deep it is. */
const lowest = 7;

function levelOf(heading: Element): number {
  const level = attr(heading, 'aria-level') ?? /^h(\d)$/u.exec(tag(heading))?.[1];
  return level === undefined ? (tag(heading) === 'legend' ? lowest : 2) : Number(level);
}

/** How many fields stand in a box. */
export function fieldsIn(box: Element): number {
  const isOutermost = (field: Element): boolean => nearest(parentOf(field), (up) => matches(up, fields), box) === null;
  return findAll(box, fields).filter(isOutermost).length + (matches(box, fields) ? 1 : 0);
}

function isText(element: Element): boolean {
  const text = textOf(element);
  return (
    /\p{L}/u.test(text) &&
    text.length <= 40 &&
    !matches(element, controls) &&
    !findAll(element, '*').some((inner) => matches(inner, controls))
  );
}

/** The form that a button sends. */
export function formOf(button: Element): HTMLFormElement | null {
  const { form = null, type } = button as Partial<HTMLButtonElement>;
  return type === 'submit' ? form : null;
}

/** A short text above several fields: a title, whatever it is built of. Above a single one it would be that one's label. */
function isTitle(element: Element): boolean {
  const above = parentOf(element);
  if (!above || tag(element) === 'label' || !isText(element) || !isShown(element)) return false;
  const siblings = childrenOf(above);
  let headed = 0;
  for (const next of siblings.slice(siblings.indexOf(element) + 1)) {
    if (isText(next) || matches(next, headings)) break;
    headed += fieldsIn(next);
  }
  return headed > 1;
}

/**
 * Whether a button that saves something stands in another part of the page than a field, so that nothing tells that it
 * sends what is chosen there.
 *
 * @param box what holds both
 */
export function savesAnotherPart(button: Element, field: Element, box: Element): boolean {
  const form = (button as Partial<HTMLButtonElement>).form ?? nearest(button, (up) => tag(up) === 'form', box);
  if (form) return !contains(form, field);
  // The largest box around the button that does not hold the field.
  let part = button;
  for (let up = parentOf(button); up && up !== box && !contains(up, field); up = parentOf(up)) part = up;
  const hasHeading = findAll(part, headings).length > 0;
  if (hasHeading && fieldsIn(part) > 0) return true;
  const all = findAll(box, '*');
  const at = all.indexOf(field);
  const to = all.indexOf(button);
  if (at < 0 || to < 0) return false;
  const before = all.slice(0, at);
  const cover = before.findLast((element) => matches(element, headings));
  // What is headed by itself is a card; a button outside of all cards saves them together.
  const card = cover && nearest(cover, (up) => contains(up, field), box);
  if (card && card !== box && !contains(card, button)) return false;
  // A bar above everything saves everything; a button that fields stand before ends a part of its own.
  if (to < at && !before.slice(0, to).some((element) => matches(element, fields))) return false;
  const level = cover && levelOf(cover) > 1 ? levelOf(cover) : lowest;
  return all.slice(Math.min(at, to) + 1, Math.max(at, to)).some((element) => {
    if (contains(element, button) || contains(element, field)) return false;
    return matches(element, headings) ? levelOf(element) <= level : level === lowest && isTitle(element);
  });
}
