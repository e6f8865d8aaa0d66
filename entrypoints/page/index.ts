import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { clearLeftovers, createOverlay } from '../../components/overlay/index.ts';
import { readTextsFrom, t } from '../../components/ui/text.ts';
import { takeBrowser } from './browser.ts';
import { Session } from './session.ts';

/** Said once, in the page that lost its extension; long enough to be read, short enough not to stay in the way. */
const farewellMs = 60_000;

/**
 * The script in PandaDoc's pages, from `document_start`, in the top frame (see `content_scripts` in `wxt.config.ts`).
 * All that is imported here ships into every PandaDoc page: no polyfill, zod or idb (a contract test watches that).
 */
export default defineUnlistedScript(() => {
  const browser = takeBrowser();
  if (!browser) return;
  // Read now: after an update the catalogue is out of reach, and asking for it throws.
  const lastWords = new Map(
    ['page_updated', 'overlay_dismiss', 'locale'].map((key) => [key, browser.i18n.getMessage(key)]),
  );
  readTextsFrom((key, substitutions) => browser.i18n.getMessage(key, substitutions));
  if (import.meta.env.FIREFOX) clearLeftovers(document);
  const life = new AbortController();
  const session = new Session(browser, window, life.signal, () => {
    life.abort();
    readTextsFrom((key) => lastWords.get(key) ?? '');
    const farewell = new AbortController();
    const overlay = createOverlay(document, { signal: farewell.signal });
    overlay.setNotices([{ id: 'updated', kind: 'updated', near: null, text: t('page_updated') }]);
    setTimeout(() => farewell.abort(), farewellMs);
  });
  session.start();
});
