/** Where a view under test is drawn: a window of a size and an empty element, for each test of a file; taken away after it. */
import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { page } from 'vitest/browser';

/** To be called once in a file; gives the element of the test that runs. */
export function emptyRoot(width: number, height: number): () => HTMLElement {
  let root: HTMLElement;
  beforeEach(async () => {
    await page.viewport(width, height);
    root = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => {
    render(null, root);
    root.remove();
  });
  return () => root;
}
