/** What the script in PandaDoc's pages needs from the first page on that may hold settings; until then it is asleep. */
import { createOverlay } from '../../components/overlay/index.ts';
import { readTextsFrom, t } from '../../components/ui/text.ts';
import type { Listening } from '../../lib/guard/guard.ts';
import { lastWordKeys } from '../../lib/messages/protocol.ts';
import type { PageBrowser } from './browser.ts';
import { Session } from './session.ts';

/** Said once, in the page that lost its extension; long enough to be read, short enough not to stay in the way. */
const farewellMs = 60_000;

/** Says that the extension was updated under this page. @param words texts by key; the catalogue is out of reach */
export function sayFarewell(words: ReadonlyMap<string, string>): void {
  readTextsFrom((key) => words.get(key) ?? '');
  const farewell = new AbortController();
  const overlay = createOverlay(document, { signal: farewell.signal });
  overlay.setNotices([{ id: 'updated', kind: 'updated', near: null, text: t('page_updated') }]);
  setTimeout(() => farewell.abort(), farewellMs);
}

/**
 * Starts the session of this page.
 *
 * @param life ends when the extension is gone from under the page
 * @param events where the guard hears the page's events
 */
export function startSession(browser: PageBrowser, life: AbortController, events: Listening): void {
  // Read now: after an update the catalogue is out of reach, and asking for it throws.
  const lastWords = new Map(lastWordKeys.map((key) => [key, browser.i18n.getMessage(key)]));
  readTextsFrom((key, substitutions) => browser.i18n.getMessage(key, substitutions));
  const session = new Session(browser, window, life.signal, () => {
    life.abort();
    sayFarewell(lastWords);
  });
  session.start(events);
}
