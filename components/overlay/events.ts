/**
 * Events of our own parts. Libraries that keep the hand inside their dialog (React Aria, focus-trap) hear every press in
 * the document's capturing phase, and stop or cancel what falls outside: a warning above such a dialog could not be worked.
 * So what falls on a host of ours is taken out of its way on the window, before the document, and told to the part that
 * was meant; the page hears nothing of it.
 */
import { holds } from './dom.ts';

const names = [
  'keydown keyup keypress beforeinput input change submit click dblclick auxclick contextmenu',
  'pointerdown pointerup pointermove mousedown mouseup mousemove mouseover mouseout touchstart touchend touchmove wheel',
  'focusin focusout focus blur paste copy cut dragstart selectstart compositionstart compositionend',
]
  .join(' ')
  .split(' ');

/** Ours go by names of their own, so that nothing is worked twice. */
const nameOf = (type: string): string => `:${type}`;

/** Listens to events of the admin's on a part of ours. `target`: the innermost part that was meant. */
export function on<Type extends keyof HTMLElementEventMap>(
  part: EventTarget,
  type: Type,
  hear: (event: HTMLElementEventMap[Type], target: Element) => void,
): void {
  part.addEventListener(nameOf(type), ({ target }) => {
    if (told) hear(told as HTMLElementEventMap[Type], target as Element);
  });
}

/** The admin's event that is being told: that is over when `dispatchEvent` returns. */
let told: Event | null = null;

/** Tells a part, inside of its closed root, what was meant for it. What a script made is told to nobody. */
function tell(event: Event, target: EventTarget | null): void {
  event.stopImmediatePropagation();
  if (!event.isTrusted) return;
  const outer = told;
  told = event;
  target?.dispatchEvent(new Event(nameOf(event.type), { bubbles: true }));
  told = outer;
}

/** Scrolling stays smooth: what scrolls is never prevented. */
const optionsOf = (name: string, signal?: AbortSignal): AddEventListenerOptions => ({
  capture: true,
  passive: /^(?:touch|wheel)/u.test(name),
  ...(signal && { signal }),
});

/** What of a root's events comes to it, where the window was not heard first, ends there. */
export function keepEventsIn(root: ShadowRoot): void {
  for (const name of names) root.addEventListener(name, (event) => tell(event, event.target), optionsOf(name));
}

/** Takes the events of roots of ours before the page hears them. */
export class Shield {
  readonly #roots: () => Iterable<ShadowRoot>;
  /** Where the button of the mouse went down: a click means what both its ends lie in. */
  #down: Element | null = null;

  constructor(roots: () => Iterable<ShadowRoot>) {
    this.#roots = roots;
  }

  /** Once more is the same: a page that writes its document anew takes away what listened. */
  listen(view: Window, signal: AbortSignal): void {
    for (const name of names) view.addEventListener(name, this.#hear, optionsOf(name, signal));
  }

  readonly #hear = (event: Event): void => {
    for (const root of this.#roots()) if (event.target === root.host) return tell(event, this.#meant(event, root));
  };

  /** A closed root tells nobody outside what an event fell on. */
  #meant(event: Event, root: ShadowRoot): Element | null {
    const { type, detail, clientX, clientY } = event as MouseEvent;
    // A click of the keyboard, or of assistive technology, works what has the focus.
    if (clientX === undefined || (type === 'click' && detail === 0)) return root.activeElement;
    let hit = root.elementFromPoint(clientX, clientY);
    if (type === 'pointerdown' || type === 'mousedown') this.#down = hit;
    else if (type === 'click') while (hit && this.#down && !holds(hit, this.#down)) hit = hit.parentElement;
    return hit;
  }
}
