import type { Browser } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { explainText } from '../components/ui/explain-text.ts';
import { readTextsFrom } from '../components/ui/text.ts';
import { answerMessages, errorOf } from '../lib/background/answer-messages.ts';
import { memoryArea, noTabs } from '../lib/background/demo-parts.ts';
import type { Parts } from '../lib/background/parts.ts';
import { keepLooking, lookAlarm, lookIfDue, lookNow, showDue } from '../lib/background/look-daily.ts';
import { forgetTab, markOldTabs } from '../lib/background/show-guard.ts';
import { welcomeAdmin } from '../lib/background/welcome-admin.ts';
import { openDoor } from '../lib/messages/door.ts';
import { demoDatabaseName, openDatabase } from '../lib/storage/database.ts';
import { demoTeller, teller } from '../lib/storage/notices.ts';
import { makeVault } from '../lib/storage/vault.ts';
import { createRepository } from '../lib/storage/repository.ts';
import { rules } from '../lib/rules/index.ts';

/** Native in both browsers from the manifest's oldest versions on: the polyfill would be three kilobytes of nothing. */
const { browser } = globalThis as unknown as { browser: Browser };

/** After a change the button may be wrong for so long. */
const lookDelayMs = 2_000;

/** So long after its start the worker turns to what nobody waits for. */
const afterStartMs = 500;

/** Service worker in Chrome, event page in Firefox. It dies at any line: register every listener in the first turn. */
export default defineBackground(() => {
  // A mark that cannot be shown is no reason for an error in the extension's list of errors.
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  const clock = (): string => new Date().toISOString();
  readTextsFrom((key, substitutions) => browser.i18n.getMessage(key, substitutions));
  const tellOthers = teller(browser.storage.local);
  // What was replaced, tagged or accepted is not due any more: bursts of changes are one look.
  let looking = false;
  const changed = (): void => {
    if (looking) return;
    looking = true;
    setTimeout(() => {
      looking = false;
      quietly(lookNow(parts));
    }, lookDelayMs);
  };
  const database = openDatabase();
  const parts: Parts = {
    repository: createRepository({
      database,
      clock,
      tell: (revision) => {
        tellOthers(revision);
        changed();
      },
      locks: navigator.locks,
      // Firefox keeps IndexedDB in SQLite, which takes care of this itself.
      marks: import.meta.env.FIREFOX ? undefined : browser.storage.local,
    }),
    session: browser.storage.session,
    clock,
    newId: () => crypto.randomUUID(),
    makeVault: () => makeVault(database),
    explain: (of, actions, now) => explainText(of, actions, now, rules),
    browser: {
      setTitle: (details) => browser.action.setTitle(details),
      setBadgeText: (details) => browser.action.setBadgeText(details),
      sendToTab: (tabId, message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
      tabsOf: (url) => browser.tabs.query({ url }),
      tab: (tabId) => browser.tabs.get(tabId),
      openTab: (url, { behind = false } = {}) => browser.tabs.create({ url, active: !behind }),
      urlOf: (path) => browser.runtime.getURL(path),
      getMessage: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
    },
  };
  // The same use cases over a database of its own, for pages that show the demo: no tab, no button, no guard hears of it.
  const demoDatabase = openDatabase({ name: demoDatabaseName });
  const demo: Parts = {
    ...parts,
    repository: createRepository({ database: demoDatabase, clock, tell: demoTeller(), locks: navigator.locks }),
    session: memoryArea(),
    makeVault: () => makeVault(demoDatabase),
    browser: { ...parts.browser, ...noTabs },
  };
  const door = openDoor({
    extensionId: browser.runtime.id,
    ownOrigin: browser.runtime.getURL(''),
    handlers: answerMessages(parts),
    demoHandlers: answerMessages(demo),
    errorOf,
  });
  // `true` and `sendResponse`, not a promise: what a returned promise means differs between browsers and versions.
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (reply: unknown) => void) => {
    void door(message, sender).then(sendResponse);
    return true;
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    quietly(markOldTabs(parts));
    if (reason === 'install') quietly(welcomeAdmin(parts));
  });
  // Access given later, or given back: tabs that are open have no guard before they are loaded anew.
  browser.permissions.onAdded.addListener(() => quietly(markOldTabs(parts)));
  browser.tabs.onRemoved.addListener((tabId) => quietly(forgetTab(parts, tabId).then(() => showDue(parts))));
  // Each turn of the worker: the button says again what was found, and looks anew where that is a day old. Not before
  // whatever woke the worker has its answer: somebody may be waiting for it.
  setTimeout(() => quietly(keepLooking(parts, browser.alarms).then(() => lookIfDue(parts))), afterStartMs);
  browser.runtime.onStartup.addListener(() => quietly(lookNow(parts)));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === lookAlarm) quietly(lookNow(parts));
  });
  browser.tabs.onUpdated.addListener((_, { status }) => {
    if (status === 'loading') quietly(showDue(parts));
  });
});
