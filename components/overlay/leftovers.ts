/** Apart from the rest of the overlay: it is the one thing that a script does before it knows whether it will draw. */

/** Takes away what a script of an earlier version has drawn in this document and cannot take away any more (Firefox). */
export function clearLeftovers(doc: Document): void {
  for (const host of doc.querySelectorAll<HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }>(
    'html > div, dialog > div',
  )) {
    const root = host.openOrClosedShadowRoot;
    if (host.shadowRoot || root?.querySelector(':scope > .layer') == null) continue;
    // A modal dialog keeps the page from answering until it is closed.
    for (const dialog of root.querySelectorAll('dialog')) dialog.close();
    host.remove();
  }
}
