/**
 * Where a control stands: dialog, menu, row or page; and what asks without being a dialog, in a row, a bubble, beside a list or on
 * a page of its own. In a language that is not known the way on is told by what the page gave the focus to, among others.
 */
import { isLanguageKnown } from '../pages/language.ts';
import { wayOn } from '../pages/looks.ts';
import { isTableRow } from '../pages/rows.ts';
import { nameOf, textOf } from '../pages/text.ts';
import { findAll, nearest, parentOf, tag } from '../pages/tree.ts';
import { says, saysOnly } from '../pages/words.ts';
import { removalAround } from './acts.ts';
import { type Control, defaultControl, onlyOpensOrChooses } from './controls.ts';
import { isKeyboard } from './guarded-events.ts';
import { saysRemove } from './labels.ts';
import type { Memory } from './memory.ts';
import { askingBox, boxOfAnswers, hasProse, holdersOf, type Surface, surfaceOf } from './surface.ts';
import { listedOn, listsPeople, nobody, type View } from './view.ts';

export class Questions {
  /** What pages gave the focus to in their questions: what had it before a hand came. */
  readonly #focus = new WeakMap<Element, Element | null>();

  readonly #memory: Memory;
  readonly #clock: () => number;

  constructor(memory: Memory, clock: () => number) {
    this.#memory = memory;
    this.#clock = clock;
  }

  /** What had the focus in a question before a hand came. */
  focusIn(question: Element): Element | null {
    return this.#focus.get(question) ?? null;
  }

  /** What has the focus in a question before it is worked; whatever a key works has it, so that tells nothing. */
  noteFocus(target: Element, view: View, event: Event): void {
    if ((event.type !== 'pointerdown' && event.type !== 'keydown') || isLanguageKnown(view.page)) return;
    const { element } = surfaceOf(target, view.rowElements, view.page.content);
    if (this.#focus.has(element)) return;
    const works = isKeyboard(event) && /^(?:Enter| )$/u.test(event.key);
    this.#focus.set(element, works ? null : target.ownerDocument.activeElement);
  }

  /** Where a control stands; a question that is no dialog (in the row, in a bubble, on a page of its own) counts as one. */
  surface(control: Control, view: View): Surface {
    const { element, label } = control;
    const plain = surfaceOf(element, view.rowElements, view.page.content);
    if (plain.kind === 'dialog' || label === '' || onlyOpensOrChooses(element)) return plain;
    const surface = this.bubble(plain, element, view);
    if (surface.kind === 'dialog') return surface;
    const lists = listsPeople(view);
    // "Next" below a list turns its pages; in a row, or below a heading of its own, it answers.
    if (
      lists &&
      saysOnly('next-page', label) &&
      surface.kind !== 'row' &&
      !isHeaded(askingBox(element, surface.element, listedOn(view)))
    )
      return surface;
    if (this.#memory.flow(this.#clock())) {
      const box =
        surface.kind === 'menu' && hasProse(surface.element)
          ? surface.element
          : (askingBox(element, surface.element, listedOn(view)) ?? this.#unreadBox(element, surface, view));
      // What a removal unfolded below itself is its question, with or without a way out.
      const unfolded = box ?? nearest(element, (up) => tag(up) === 'details', surface.element);
      if (unfolded) return { kind: 'dialog', element: unfolded };
      const goesOn = says('proceed', label) || says('save', label);
      return goesOn && !lists && surface.kind === 'page' ? { kind: 'dialog', element: view.page.content } : surface;
    }
    const page = surface.kind === 'page' ? removalHeaded(element, view) : null;
    const answers = says('save', label) || says('proceed', label);
    if (page && !saysRemove(label) && (answers || askingBox(element, page, listedOn(view))))
      return { kind: 'dialog', element: page };
    const asking = answers && !lists && surface.kind === 'page' ? askingBox(element, surface.element, nobody) : null;
    const removing = asking && removalAround(asking, view.page.content);
    return removing ? { kind: 'dialog', element: removing } : surface;
  }

  /** A bubble that says something and has two or three answers asks, whatever it says. */
  bubble(surface: Surface, control: Element, view: View): Surface {
    const { kind, element } = surface;
    const asks =
      kind === 'menu' &&
      hasProse(element) &&
      !isLanguageKnown(view.page) &&
      boxOfAnswers(control, element) !== null &&
      wayOn(element, this.focusIn(element)) !== null;
    return asks ? { kind: 'dialog', element } : surface;
  }

  /** What asks in a language that is not known, in a row or on a page: it says something, and has a way on. */
  #unreadBox(control: Element, surface: Surface, view: View): Element | null {
    if (isLanguageKnown(view.page)) return null;
    const answers = boxOfAnswers(control, surface.element);
    // Controls of several lines of a table answer nothing together.
    if (answers && (nearest(control, isTableRow, answers) ?? answers) !== answers) return null;
    // The field of a form may be all that the form says; what it asks stands above it.
    const above = answers && tag(answers) === 'form' && answers !== surface.element ? parentOf(answers) : null;
    const isWhole = above === null || holdersOf(view.rowElements).has(above);
    const box = answers && !hasProse(answers) && !isWhole ? above : answers;
    // What holds the list asks nothing: its buttons turn pages and act on the selection, and its fields filter.
    if (box && holdersOf(listedOn(view)).has(box)) return null;
    return box && hasProse(box) && wayOn(box, this.focusIn(surface.element)) !== null ? box : null;
  }

  /** What asks beside a list. */
  boxBeside(control: Element, view: View): Element | null {
    const { content } = view.page;
    return (
      askingBox(control, content, listedOn(view)) ?? this.#unreadBox(control, { kind: 'page', element: content }, view)
    );
  }

  /** What Enter works in a form or dialog. */
  defaultOf(surface: Element, view: View): Control | null {
    const on = isLanguageKnown(view.page) ? null : wayOn(surface, this.focusIn(surface));
    return on ? { element: on, label: nameOf(on) } : defaultControl(surface);
  }
}

function isHeaded(box: Element | null): boolean {
  return box !== null && findAll(box, 'h1,h2,h3,h4,h5,h6,legend,[role=heading]').length > 0;
}

/** The part of the page around a control whose heading asks for a removal: a question that has a page to itself. */
function removalHeaded(element: Element, view: View): Element | null {
  for (let box = parentOf(element); box; box = parentOf(box)) {
    const heading = findAll(box, 'h1,h2,h3,h4,legend,[role=heading]')[0];
    if (heading) return saysRemove(textOf(heading)) ? box : null;
    if (box === view.page.content) return null;
  }
  return null;
}
