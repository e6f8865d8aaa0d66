/**
 * What is stored without a control that says so: a role that was typed, as Enter is pressed or its field is left; a slider
 * that is moved; a person who is dragged to where others of a role are, or those without access.
 */
import type { PersonReading } from '../domain/observation.ts';
import { tidy, textOf } from '../pages/text.ts';
import { attr, childrenOf, contains, findAll, isInput, matches, nearest, parentOf } from '../pages/tree.ts';
import { saysOnly } from '../pages/words.ts';
import type { Act } from './act.ts';
import { changedActs, noteSettingsAt, placeOf, sendsLaterAround } from './acts.ts';
import { isRoleName } from './labels.ts';
import type { Memory } from './memory.ts';
import { oneOf } from './rights.ts';
import { kindOfField } from './settings.ts';
import { surfaceOf } from './surface.ts';
import { isScale, isTyped, typedValue } from './typed.ts';
import { listsPeople, type View } from './view.ts';

/** Whether a field stands in somebody's row, or on the page of one person, where nothing else sends what is in it. */
function isSomebodys(field: Element, view: View): boolean {
  const { kind } = surfaceOf(field, view.rowElements, view.page.content);
  return kind === 'row' || (kind === 'page' && !listsPeople(view));
}

/**
 * What was typed in a field since it was opened, where it is stored now.
 *
 * @param isLeft the field is left: then only what is typed in it counts, and nothing that a control sends later
 */
export function typedActs(field: Element, isLeft: boolean, view: View, memory: Memory): Act[] {
  if (!isTyped(field) || !isSomebodys(field, view)) return [];
  if (isLeft && (kindOfField(field) === null || sendsLaterAround(field, view))) return [];
  const surface = surfaceOf(field, view.rowElements, view.page.content);
  return changedActs(noteSettingsAt(placeOf(field, surface, view), view, memory, true));
}

/** What a place on a scale was before it was worked. */
export interface Place {
  /** As the field keeps it. */
  raw: string;
  /** As the page calls it. */
  called: string;
}

/** Where a range of the browser's own stands; `null` for any other field. */
export function placeIn(field: Element): Place | null {
  return isInput(field) && isScale(field) ? { raw: field.value, called: typedValue(field) } : null;
}

/** What moving a slider sets: at a range's own event, or at the press or key that works any other. */
export function scaleActs(field: Element, was: Place | null, view: View): Act[] {
  if (!isScale(field) || !isSomebodys(field, view)) return [];
  const now = placeIn(field);
  if (now && (!was || was.raw === now.raw)) return [];
  const kind = kindOfField(field);
  if (kind === null || sendsLaterAround(field, view)) return [];
  const from = was?.called ?? typedValue(field);
  // The page says only afterwards what it calls the new place.
  const to = now && now.called !== from ? [now.called] : [];
  return [{ kind: kind === 'role' ? 'change-role' : 'change-licence', from: [from], to, workspaces: null }];
}

/** What a part of the page is headed by. */
function headOf(box: Element): string {
  const label = tidy(attr(box, 'aria-label') ?? '');
  if (label !== '') return label;
  const heading = findAll(box, 'h1,h2,h3,h4,h5,h6,[role=heading],legend')[0] ?? childrenOf(box)[0];
  const text = heading ? textOf(heading) : '';
  return text.length <= 40 ? text.replace(/[\s(·•:]*\d+\)?$/u, '') : '';
}

/** "No access": whoever is put there is taken out. */
const isOut = (text: string): boolean => saysOnly('no-access', text);

const isRight = (text: string): boolean => isRoleName(text) || saysOnly('licence-name', text) || isOut(text);

/** The nearest box around something, and not around another, that is headed by a role, a licence, or that there is none. */
function laneOf(inside: Element, outside: Element | null): { box: Element; right: string } | null {
  for (let up: Element | null = inside; up && !matches(up, 'body,html,main'); up = parentOf(up)) {
    if (outside && contains(up, outside)) return null;
    const head = headOf(up);
    const right = head === '' ? null : oneOf(head, isRight);
    if (right !== null) return { box: up, right };
  }
  return null;
}

/** Somebody whose row was pressed, and may be dragged. */
export interface Dragged {
  row: Element;
  person: PersonReading;
  /** What those are headed by among whom they stood. */
  from: ReturnType<typeof laneOf>;
  /** A drop was held, and the page has not heard that anything was let go of. */
  isHeld: boolean;
}

/** Takes hold of whoever's row is pressed. */
export function take(target: Element, view: View): Dragged | null {
  const element = listsPeople(view) ? nearest(target, (up) => view.rowElements.has(up)) : null;
  const row = element && view.rows.find((one) => one.element === element);
  if (!row) return null;
  const above = parentOf(row.element);
  return { row: row.element, person: row.person, from: above && laneOf(above, null), isHeld: false };
}

/** What letting go of somebody at a place of the page does. */
export function dropActs({ row, from }: Dragged, at: readonly Element[]): Act[] {
  for (const element of at) {
    if (contains(row, element)) continue;
    const lane = laneOf(element, row);
    if (!lane || lane.box === from?.box) continue;
    if (from && isOut(from.right)) return [];
    if (isOut(lane.right)) return [{ kind: 'remove', workspaces: null, everywhere: false }];
    // Among parts of a page that say nothing of roles, a press that ends elsewhere is no drag.
    if (!from || from.right === lane.right) return [];
    const isRole = isRoleName(from.right) || isRoleName(lane.right);
    return [
      { kind: isRole ? 'change-role' : 'change-licence', from: [from.right], to: [lane.right], workspaces: null },
    ];
  }
  return [];
}
