/**
 * Buttons of ours that stand in somebody else's page: they answer to the admin's own hand only, never to a script of the
 * page, to the second half of a double click, to a key held down, or to a click on something that cannot be seen.
 */

import { on } from './events.ts';

/** After showing, so that a click meant for the page does not hit what appeared under it (surface.md). */
export const deafMs = 300;
/** The browser's first word on visibility comes with the first frames; it is not waited for longer than this. */
const unknownMs = 1_000;

export interface Guard {
  /** Starts the deaf time anew: call it whenever the part appears or comes back. */
  shown(): void;
  /** Whether an event may work a button now. */
  accepts(event: Event): boolean;
  /** `false`: something lies over the part, or the page made it transparent; `true` too where the browser cannot tell. */
  readonly visible: boolean;
  end(): void;
}

type EntryV2 = IntersectionObserverEntry & { isVisible?: boolean };
type InitV2 = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

/** Watches over the elements of one part; `root` is where its key events pass. */
export function createGuard(view: Window & typeof globalThis, root: HTMLElement, watched: readonly Element[]): Guard {
  let shownAt = Infinity;
  let frame = 0;
  const seen = new Map<Element, boolean>();
  let supported = false;
  const observer = new view.IntersectionObserver(
    (entries: EntryV2[]) => {
      for (const entry of entries) if (entry.isIntersecting) seen.set(entry.target, entry.isVisible !== false);
    },
    // Version 2 of the observer, Chromium only: it knows of opacity, filters and of what lies on top.
    { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as InitV2,
  );
  supported = (observer as { trackVisibility?: boolean }).trackVisibility === true;
  if (supported) for (const element of watched) observer.observe(element);

  // A key held down is no decision.
  const noRepeats = (event: KeyboardEvent): void => {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
  };
  on(root, 'keydown', noRepeats);

  return {
    shown() {
      shownAt = Infinity;
      view.cancelAnimationFrame(frame);
      // Counted from the frame that shows it, not from when a busy page got round to drawing it.
      frame = view.requestAnimationFrame(() => (shownAt = view.performance.now()));
    },
    accepts(event) {
      if (!event.isTrusted || (event as KeyboardEvent).repeat) return false;
      const since = event.timeStamp - shownAt;
      if (!(since >= deafMs)) return false;
      return !supported || since >= unknownMs || watched.every((element) => seen.has(element));
    },
    get visible() {
      return !supported || watched.every((element) => seen.get(element) !== false);
    },
    end() {
      view.cancelAnimationFrame(frame);
      observer.disconnect();
    },
  };
}
