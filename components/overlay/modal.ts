/** Our own modal dialogs: native ones, so that they stand above the page's own and make everything else inert. */
import { on } from './events.ts';
import { createGuard, type Guard } from './guarded.ts';
import type { Surface } from './surface.ts';

/** What Tab stops at; of radios that belong together, only one. */
function tabStops(dialog: Element): HTMLElement[] {
  const all = [...dialog.querySelectorAll<HTMLElement>('button:enabled, input:enabled, summary, [tabindex="0"]')];
  const radios = all.filter((element): element is HTMLInputElement => (element as HTMLInputElement).type === 'radio');
  const stop = radios.find(({ checked }) => checked) ?? radios[0];
  return all.filter((element) => !radios.includes(element as HTMLInputElement) || element === stop);
}

/**
 * Tab goes round within the dialog. Left to itself, Firefox goes from the last part to its own toolbar, and from there
 * back to where the dialog began to have the focus, so that nothing before that is ever reached (tried in 153).
 */
function keepTabIn(root: ShadowRoot, dialog: HTMLElement): void {
  on(dialog, 'keydown', (event) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (key !== 'Tab' || altKey || ctrlKey || metaKey) return;
    const stops = tabStops(dialog);
    const next = stops.at(shiftKey ? -1 : 0);
    if (!next || root.activeElement !== stops.at(shiftKey ? 0 : -1)) return;
    event.preventDefault();
    next.focus();
  });
}

export interface Modal {
  readonly guard: Guard;
  /** After the host was put back into the page. */
  reopen(): void;
  /** Closes without a decision; used by Escape as well. */
  cancel(): void;
  close(returnFocusTo: Element | null): void;
}

/**
 * Shows a dialog modally.
 *
 * @param watched parts that must be truly visible for a press to count
 * @param onCancel Escape, or anything else that closed it
 */
export function openModal(
  surface: Surface,
  dialog: HTMLDialogElement,
  options: { watched: readonly Element[]; focus: HTMLElement; onCancel(): void },
): Modal {
  const view = dialog.ownerDocument.defaultView as Window & typeof globalThis;
  const guard = createGuard(view, dialog, [dialog, ...options.watched]);
  let open = true;

  const show = (): void => {
    dialog.removeAttribute('open');
    dialog.showModal();
    options.focus.focus({ preventScroll: true });
    guard.shown();
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    options.onCancel();
  });
  // A close that nobody asked for, e.g. a browser that insists on the second Escape.
  dialog.addEventListener('close', () => {
    if (open && !dialog.open) options.onCancel();
  });
  keepTabIn(surface.root, dialog);
  surface.root.append(dialog);
  show();

  return {
    guard,
    reopen() {
      if (open) show();
    },
    cancel: () => options.onCancel(),
    close(returnFocusTo) {
      if (!open) return;
      open = false;
      guard.end();
      dialog.close();
      dialog.remove();
      if (returnFocusTo?.isConnected) (returnFocusTo as HTMLElement).focus?.({ preventScroll: true });
    },
  };
}
