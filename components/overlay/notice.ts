import { icon, make } from './dom.ts';
import { createGuard, type Guard } from './guarded.ts';
import { t } from '../ui/text.ts';

export interface Notice {
  readonly element: HTMLElement;
  say(text: string): void;
  end(): void;
}

/**
 * A short line with its buttons. The text is put in once more after a frame: screen readers read out what changes in a
 * `status`, not what one was born with.
 */
export function createNotice(
  doc: Document,
  options: {
    text: string;
    good?: boolean;
    actions: readonly { label: string; run: () => void }[];
    dismiss: (() => void) | null;
  },
): Notice {
  const view = doc.defaultView as Window & typeof globalThis;
  const status = make(doc, 'div', { role: 'status' });
  const acts = make(doc, 'div', { class: 'acts' });
  const element = make(
    doc,
    'div',
    { class: `notice${options.good ? ' good' : ''}` },
    icon(doc, options.good ? 'check' : 'warn'),
    make(doc, 'div', { class: 'say' }, status, acts),
  );
  const buttons: HTMLButtonElement[] = [];
  const button = (
    target: HTMLElement,
    attributes: Record<string, string>,
    content: Node | string,
    run: () => void,
  ): void => {
    const made = make(doc, 'button', { type: 'button', ...attributes }, content);
    made.addEventListener('click', (event) => {
      if (guard.accepts(event)) run();
    });
    buttons.push(made);
    target.append(made);
  };
  for (const { label, run } of options.actions) button(acts, {}, label, () => guard.visible && run());
  if (options.dismiss) {
    button(element, { class: 'x', 'aria-label': t('overlay_dismiss') }, icon(doc, 'close'), options.dismiss);
  }
  const guard: Guard = createGuard(view, element, buttons);
  guard.shown();
  let text = options.text;
  status.append(text);
  let frame = view.requestAnimationFrame(() => status.replaceChildren(text));
  return {
    element,
    say(words) {
      if (words === text) return;
      text = words;
      view.cancelAnimationFrame(frame);
      frame = view.requestAnimationFrame(() => status.replaceChildren(text));
    },
    end() {
      view.cancelAnimationFrame(frame);
      guard.end();
    },
  };
}
