/**
 * Acts on pages whose language is not known: what a control does is told by how it looks and where it stands
 * (`pages/looks.ts`). Asked only where a person is meant already, so that nobody else's page is slowed down, and held
 * only where that person owns a key; the reading says `language-not-supported`, and the guard is degraded.
 */
import { isLanguageKnown } from '../pages/language.ts';
import { isLastEntry, looksDestructive, wayOn } from '../pages/looks.ts';
import { attr, contains } from '../pages/tree.ts';
import type { Act } from './act.ts';
import { type Control, isInteractive, onlyOpensOrChooses } from './controls.ts';
import type { Memory } from './memory.ts';
import type { Surface } from './surface.ts';
import { listsPeople, type View } from './view.ts';

const removal: Act = { kind: 'remove', workspaces: null, everywhere: false };

/** The question that a control answers on a page in an unknown language; `null` where it answers none. */
export function foreignQuestion(control: Control, surface: Surface, view: View): Element | null {
  if (surface.kind !== 'dialog' || onlyOpensOrChooses(control.element) || isLanguageKnown(view.page)) return null;
  return surface.element;
}

/** Whether a control of a question leaves it: another one goes on. */
export function isForeignWayOut(control: Control, question: Element): boolean {
  const on = wayOn(question);
  return on !== null && !contains(on, control.element) && !contains(control.element, on);
}

/** Acts of a control that no word tells anything of; empty on pages whose language is known. */
export function foreignActs(control: Control, surface: Surface, view: View, memory: Memory): Act[] {
  const { element } = control;
  if (onlyOpensOrChooses(element) || !/\p{L}/u.test(control.label + (attr(element, 'class') ?? ''))) return [];
  const meant = memory.lastRow !== null || memory.selected.length > 0;
  if (surface.kind === 'menu' ? !meant : surface.kind === 'page' && !meant && listsPeople(view)) return [];
  if (isLanguageKnown(view.page)) return [];
  switch (surface.kind) {
    case 'dialog':
      // A box with too many answers asks nothing; then only what looks like it counts.
      return (
        wayOn(surface.element) === null
          ? looksDestructive(element) !== null
          : !isForeignWayOut(control, surface.element)
      )
        ? [removal]
        : [];
    case 'menu':
      return looksDestructive(element) !== null || isLastEntry(element, surface.element) ? [removal] : [];
    case 'row':
    case 'page':
      return isInteractive(element) && looksDestructive(element) !== null ? [removal] : [];
  }
}
