/** For `ref`: what has just come into the page takes the focus, and is brought into view. `autofocus` does so once a page. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
