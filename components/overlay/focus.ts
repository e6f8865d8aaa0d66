/** Where the focus goes when a warning ends and what it came from is gone. */

const boxes = '[role=menu],[role=listbox],[role=dialog],[role=alertdialog]';

/**
 * A menu or a dialog that is still open keeps the rest of the page inert, so that nothing else takes the focus, and its
 * own Escape is not heard from anywhere else (React Aria, 2026-11).
 */
export function focusWhatIsOpen(doc: Document): void {
  const open = [...doc.querySelectorAll<HTMLElement>(boxes)].filter(
    (box) => box.closest('[inert]') === null && box.checkVisibility({ visibilityProperty: true }),
  );
  open.at(-1)?.focus({ preventScroll: true });
}
