/**
 * Notices that a key was generated: Generate was pressed on a key row, and the page then showed success. The key that is
 * shown is never read; that something key-like was cut out of the page's text is enough.
 */
import type { KeyType } from '../../lib/domain/words.ts';
import type { KeyRow } from '../../lib/pages/adapters/adapter.ts';
import { keyRowOf } from '../../lib/pages/adapters/keys.ts';
import { openDialogs, type Page } from '../../lib/pages/page.ts';
import { cutMark, textOf } from '../../lib/pages/text.ts';
import { contains } from '../../lib/pages/tree.ts';
import { says } from '../../lib/pages/words.ts';

/** Success is looked for this long after the press. */
const watchMs = 60_000;

export class GenerateWatch {
  #pressed: { type: KeyType; state: KeyRow['state']; at: number; routeKey: string } | null = null;

  /** A control of a key page was worked. */
  worked(control: Element, label: string, keys: readonly KeyRow[], page: Page, at: number): void {
    if (!says('generate', label)) return;
    const row = keyRowOf(keys, control);
    if (row) {
      this.#pressed = { type: row.type, state: row.state, at, routeKey: page.route.key };
      return;
    }
    // The confirmation of a press that was noticed before.
    if (this.#pressed && openDialogs(page.document).some((dialog) => contains(dialog, control))) this.#pressed.at = at;
  }

  /** The type of the key that was generated, once, when success shows; `null` otherwise. */
  check(page: Page, keys: readonly KeyRow[], at: number): KeyType | null {
    const pressed = this.#pressed;
    if (!pressed) return null;
    if (at - pressed.at > watchMs || page.route.key !== pressed.routeKey) {
      this.#pressed = null;
      return null;
    }
    const filled =
      pressed.state !== 'present' && keys.some((row) => row.type === pressed.type && row.state === 'present');
    const shown = openDialogs(page.document).some((dialog) => {
      const text = textOf(dialog);
      return text.includes(cutMark) && !keys.some((row) => contains(dialog, row.element));
    });
    const said = messages(page).some((text) => says('generated', text) && !says('refused', text));
    if (!filled && !shown && !said) return null;
    this.#pressed = null;
    return pressed.type;
  }
}

function messages(page: Page): string[] {
  return [...page.document.querySelectorAll('[role=status],[role=alert],[aria-live=polite],[aria-live=assertive]')].map(
    (element) => textOf(element),
  );
}
