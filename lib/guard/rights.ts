/**
 * What takes a role away by a chip, a stepper, or words that nobody knows around the word for Admin. Nothing of it
 * removes anybody.
 */
import type { PersonReading } from '../domain/observation.ts';
import { textOf } from '../pages/text.ts';
import {
  childrenOf,
  contains,
  findAll,
  isShown,
  matches,
  nextElement,
  parentOf,
  previousElement,
} from '../pages/tree.ts';
import { says, without } from '../pages/words.ts';
import { signOf } from '../pages/signs.ts';
import type { Act } from './act.ts';
import { type Control, isInteractive, onlyOpensOrChooses } from './controls.ts';
import { type ChoiceKind, kindOfChoices, saysAdmin, saysRemove } from './labels.ts';
import type { Memory } from './memory.ts';
import type { Surface } from './surface.ts';
import { listsPeople, type View } from './view.ts';

const change = (kind: ChoiceKind, from: readonly string[], to: readonly string[]): Act => ({
  kind: kind === 'role' ? 'change-role' : 'change-licence',
  from,
  to,
  workspaces: null,
});

/** Whose row, menu or page a control is of, as far as the page tells before anything is decided. */
export function personAt(surface: Surface, view: View, memory: Memory): PersonReading | null {
  if (surface.kind === 'row' && listsPeople(view))
    return view.rows.find(({ element }) => element === surface.element)?.person ?? null;
  if (surface.kind === 'page' || surface.kind === 'row')
    return listsPeople(view) ? null : (view.rows[0]?.person ?? memory.before);
  return memory.lastRow ?? memory.before;
}

const endings: readonly [RegExp, string][] = [
  [/$/u, ''],
  [/s$/u, ''],
  [/e[snr]$/u, ''],
  [/i$/u, 'e'],
  [/zy$/u, ''],
];

/** "Admins" is what several are called of whom each is "Admin", by the endings of the languages that are known. */
export function oneOf(text: string, isMeant: (one: string) => boolean): string | null {
  for (const [ending, one] of endings) {
    const single = text.replace(ending, one);
    if (isMeant(single)) return single;
  }
  return null;
}

/** Whether a label names the role of Admin among other words: "Dismiss as admin", whatever the other words are. */
function namesAdmin(label: string): boolean {
  const words = label.split(/[\s/-]+/u).filter((word) => word !== '');
  return words.length > 1 && words.length <= 6 && words.some((word) => oneOf(word, saysAdmin) !== null);
}

/** Takes Admin from somebody who is: nothing else is said of being Admin beside their name. */
export function unadminActs({ element, label }: Control, surface: Surface, view: View, memory: Memory): Act[] {
  if (surface.kind === 'page' && listsPeople(view)) return [];
  if (!isInteractive(element) || onlyOpensOrChooses(element) || !namesAdmin(label) || says('set-role', label))
    return [];
  const person = personAt(surface, view, memory);
  // What says whose it is shows somebody, as a row that can be worked does.
  const shows = [person?.name, person?.email].some((text) => text != null && label.includes(text));
  if (shows || view.rowElements.has(element)) return [];
  const role = person?.role ?? null;
  return role !== null && saysAdmin(role) ? [change('role', [role], [])] : [];
}

const controls = 'button,a,input,select,textarea,[role=button],[role=link],[tabindex]';

const ownText = (box: Element): string => textOf(box, (inner) => matches(inner, controls));

/**
 * A cross on one of somebody's roles: the others stay. `null` where a control stands on no such chip; a role alone beside
 * a control says only what somebody is, unless the control names it.
 */
export function chipActs({ element, label }: Control, surface: Surface): Act[] | null {
  if (onlyOpensOrChooses(element) || !(saysRemove(label) || (!/\p{L}{2}/u.test(label) && signOf(element) === 'takes')))
    return null;
  let chip = parentOf(element);
  while (chip && chip !== surface.element && ownText(chip) === '') chip = parentOf(chip);
  const list = chip && parentOf(chip);
  if (!chip || !list || chip === surface.element || !contains(surface.element, list)) return null;
  const isChip = (box: Element): boolean => findAll(box, controls).length === 1 && ownText(box) !== '';
  const chips = childrenOf(list).filter(isChip);
  const own = ownText(chip);
  const others = chips.filter((other) => other !== chip).map(ownText);
  if (!chips.includes(chip) || kindOfChoices([own, ...others]) !== 'role') return null;
  if (others.length === 0 && !says('role', without('remove', label))) return null;
  return [change('role', [own, ...others], others)];
}

const lowers = /^[−–—\-‒◀◂‹<«▼▾▿↓⌄⬇]\ufe0e?\ufe0f?$/u;
const raises = /^[+＋▲▴▵↑⌃⬆]\ufe0e?\ufe0f?$/u;

/** One of two signs around the name of a role: the next lower one, as far as the sign does not say the next higher. */
export function stepperActs({ element, label }: Control): Act[] {
  const next = nextElement(element);
  const shown = next && isInteractive(next) ? previousElement(element) : next;
  const other = shown && (shown === next ? nextElement(shown) : previousElement(shown));
  if (!shown || !other || !isInteractive(other) || !isShown(shown)) return [];
  const text = textOf(shown);
  if (kindOfChoices([text]) === null) return [];
  const sign = textOf(element);
  if (raises.test(sign)) return [];
  const isSign = (box: Element): boolean => !/\p{L}{2}/u.test(textOf(box));
  return lowers.test(sign) || (isSign(element) && isSign(other) && !onlyOpensOrChooses(element) && label.length <= 40)
    ? [change(kindOfChoices([text])!, [text], [])]
    : [];
}
