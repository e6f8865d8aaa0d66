/** Our own modal dialogs: native ones, so that they stand above the page's own and make everything else inert. */
import { createGuard, type Guard } from './guarded.ts';
import type { Surface } from './surface.ts';

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
