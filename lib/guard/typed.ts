/**
 * Roles and licences that are typed, or set by a slider: fields with suggestions, cells that are written into, ranges. What
 * is written there is stored by Enter, or as the field is left.
 */
import { tidy, fieldName, textOf } from '../pages/text.ts';
import { attr, byId, findAll, isInput, matches, nearest } from '../pages/tree.ts';
import { isTableRow } from '../pages/rows.ts';
import { headOver } from '../pages/columns.ts';
import { says, saysOnly } from '../pages/words.ts';
import { type ChoiceKind, kindOfChoices } from './labels.ts';

/** Fields that are written into, or hold a place on a scale, without being a field of text of the browser's own. */
export const writtenFields =
  '[type=range],[role=slider],[role=spinbutton],[contenteditable]:not([contenteditable=false])';

const typedFields = `input[list],input:not([type]),input[type=text],input[role=combobox],${writtenFields}`;

/** Whether a field is left, or entered, with what was typed in it. */
export function isTyped(element: Element): boolean {
  return matches(element, typedFields) && !isScale(element);
}

/** Whether a field is a place on a scale. */
export function isScale(element: Element): boolean {
  return matches(element, '[type=range],[role=slider],[role=spinbutton]');
}

/** What a list of suggestions, or of places on a scale, offers. */
function suggested(field: Element): { value: string; label: string }[] {
  const id = attr(field, 'list');
  const list = id ? byId(field, id) : null;
  return (list ? findAll(list, 'option') : []).map((option) => {
    const { value, label } = option as HTMLOptionElement;
    return { value, label: tidy(label || value) };
  });
}

/** What stands in such a field. */
export function typedValue(field: Element): string {
  if (!isScale(field)) return isInput(field) ? tidy(field.value) : textOf(field);
  const at = isInput(field) ? field.value : (attr(field, 'aria-valuenow') ?? '');
  return suggested(field).find(({ value }) => value === at)?.label ?? tidy(attr(field, 'aria-valuetext') ?? at);
}

/** What a field was about when it was first seen: a role that is written over by a licence's name stays one, and so does a title. */
const kinds = new WeakMap<Element, ChoiceKind | null>();

/** What such a field is about: by its suggestions, its name, the head of its column, or the role that stands in it. */
export function kindOfTyped(field: Element): ChoiceKind | null {
  const known = kinds.get(field);
  if (known !== undefined) return known;
  const offered = suggested(field);
  if (offered.some(({ label }) => saysOnly('every', label))) return null;
  const row = nearest(field, isTableRow);
  const name = `${fieldName(field)} · ${row ? headOver(row, field) : ''}`;
  const named = says('role', name) ? 'role' : says('licence', name) ? 'licence' : null;
  const byValue = kindOfChoices([typedValue(field)]);
  const isNamed = byValue !== null || !matches(field, 'input:not([list],[role=combobox],[type=range])');
  const kind = kindOfChoices(offered.map(({ label }) => label)) ?? (isNamed ? (named ?? byValue) : null);
  kinds.set(field, kind);
  return kind;
}
