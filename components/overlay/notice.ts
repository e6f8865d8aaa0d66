import { t } from '../ui/text.ts';
import { icon, make } from './dom.ts';
import { on } from './events.ts';
import { createGuard } from './guarded.ts';

export interface Notice {
  readonly element: HTMLElement;
  end(): void;
}

/**
 * A short line with its buttons. The text is put in once more after a frame: screen readers read out what changes in a
 * `status`, not what one was born with.
 */
export function createNotice(
  doc: Document,
  {
    text,
    good,
    actions,
    dismiss,
  }: {
    text: string;
    /** Tells of something done, not of something missing. */
    good: boolean;
    actions: readonly { label: string; run: () => void }[];
    dismiss: (() => void) | null;
  },
): Notice {
  const view = doc.defaultView as Window & typeof globalThis;
  const button = (attributes: Record<string, string>, label: string, run: () => void): HTMLButtonElement => {
    const made = make(doc, 'button', { type: 'button', ...attributes }, label);
    on(made, 'click', (event) => {
      if (guard.accepts(event)) run();
    });
    return made;
  };
  const status = make(doc, 'div', { role: 'status' }, text);
  const acts = actions.map(({ label, run }) => button({}, label, () => guard.visible && run()));
  const element = make(
    doc,
    'div',
    { class: good ? 'notice good' : 'notice' },
    icon(doc, good ? 'key' : 'warn'),
    make(doc, 'div', { class: 'say' }, status, acts.length > 0 ? make(doc, 'div', { class: 'acts' }, ...acts) : null),
    dismiss && button({ class: 'x', 'aria-label': t('overlay_dismiss') }, '', dismiss),
  );
  const guard = createGuard(view, element, acts);
  guard.shown();
  const frame = view.requestAnimationFrame(() => status.replaceChildren(text));
  return {
    element,
    end() {
      view.cancelAnimationFrame(frame);
      guard.end();
    },
  };
}
