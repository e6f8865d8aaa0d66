import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { clearLeftovers } from '../../components/overlay/leftovers.ts';
import type { Listening } from '../../lib/guard/guard.ts';
import { guardedEvents } from '../../lib/guard/guarded-events.ts';
import { sender } from '../../lib/messages/send.ts';
import { routeOf } from '../../lib/pages/route.ts';
import { takeBrowser } from './browser.ts';

/**
 * The script in PandaDoc's pages, from `document_start`, in the top frame (see `content_scripts` in `wxt.config.ts`).
 * All that is imported here ships into every PandaDoc page: no polyfill, zod or idb (a contract test watches that).
 *
 * Most pages of PandaDoc are documents: there it looks at the address and does no more. Not a text is asked for, since
 * the first one makes the browser fetch the whole catalogue (20 ms of the page's thread). The rest lies in the same
 * file and is set up by the first address that may hold settings.
 */
export default defineUnlistedScript(() => {
  const browser = takeBrowser();
  if (!browser) return;
  if (import.meta.env.FIREFOX) clearLeftovers(document);
  const life = new AbortController();
  const asleep = new AbortController();
  let heard: ((event: Event) => void) | null = null;
  // On the window, capturing, and added now: nothing of the page's hears an event earlier, however late the guard wakes.
  const hear = (event: Event): void => heard?.(event);
  const listen = (type: string): void =>
    addEventListener(type, hear, { capture: true, passive: false, signal: life.signal });
  for (const type of guardedEvents) listen(type);
  const events: Listening = {
    // Once more for each: a page that writes its document anew takes away what listened.
    addEventListener(type, listener) {
      heard = listener;
      listen(type);
    },
  };

  let words: ReadonlyMap<string, string> = new Map();
  let reported = false;
  const look = (): void => {
    if (!browser.runtime.id) {
      // The extension was updated or removed under this page.
      asleep.abort();
      life.abort();
      if (words.size > 0) void import('./session-start.ts').then(({ sayFarewell }) => sayFarewell(words));
    } else if (routeOf(location.href).mayHoldSettings) {
      asleep.abort();
      void import('./session-start.ts').then(({ startSession }) => startSession(browser, life, events));
    } else if (!reported) {
      reported = true;
      sender(browser.runtime)('page/guard', { state: 'off', reasons: [], adapter: null }).then(
        (answer) => (words = new Map(Object.entries(answer?.lastWords ?? {}))),
        // Said again by the session, should there be one.
        () => undefined,
      );
    }
  };
  const { signal } = asleep;
  const { navigation } = globalThis as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  for (const type of ['hashchange', 'popstate', 'pageshow']) addEventListener(type, look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  const ping = (message: unknown, _sender: unknown, respond: (answer: unknown) => void): void => {
    if ((message as { type?: unknown } | null)?.type === 'keyholder/ping') respond({ ok: true, diagnosis: null });
  };
  browser.runtime.onMessage.addListener(ping);
  signal.addEventListener('abort', () => {
    if (browser.runtime.id) browser.runtime.onMessage.removeListener(ping);
  });
  look();
});
