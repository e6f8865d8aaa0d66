import type { Browser } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages, errorOf } from '../lib/background/answer-messages.ts';
import type { Parts } from '../lib/background/parts.ts';
import { forgetTab, markOldTabs, showOff } from '../lib/background/show-guard.ts';
import { openDoor } from '../lib/messages/door.ts';
import { openDatabase } from '../lib/storage/database.ts';
import { teller } from '../lib/storage/notices.ts';
import { createRepository } from '../lib/storage/repository.ts';

/** Native in both browsers from the manifest's oldest versions on: the polyfill would be three kilobytes of nothing. */
const { browser } = globalThis as unknown as { browser: Browser };

/** Service worker in Chrome, event page in Firefox. It dies at any line: register every listener in the first turn. */
export default defineBackground(() => {
  const clock = (): string => new Date().toISOString();
  const parts: Parts = {
    repository: createRepository({
      database: openDatabase(),
      clock,
      tell: teller(browser.storage.local),
      locks: navigator.locks,
    }),
    session: browser.storage.session,
    clock,
    newId: () => crypto.randomUUID(),
    browser: {
      setTitle: (details) => browser.action.setTitle(details),
      setBadgeText: (details) => browser.action.setBadgeText(details),
      sendToTab: (tabId, message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
      tabsOf: (url) => browser.tabs.query({ url }),
      tab: (tabId) => browser.tabs.get(tabId),
      openTab: (url) => browser.tabs.create({ url }),
      urlOf: (path) => browser.runtime.getURL(path),
      getMessage: (key) => browser.i18n.getMessage(key),
    },
  };
  const door = openDoor({
    extensionId: browser.runtime.id,
    ownOrigin: browser.runtime.getURL(''),
    handlers: answerMessages(parts),
    errorOf,
  });
  // `true` and `sendResponse`, not a promise: what a returned promise means differs between browsers and versions.
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (reply: unknown) => void) => {
    void door(message, sender).then(sendResponse);
    return true;
  });
  // A mark that cannot be shown is no reason for an error in the extension's list of errors.
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  browser.runtime.onInstalled.addListener(() => quietly(markOldTabs(parts)));
  // Access given later, or given back: tabs that are open have no guard before they are loaded anew.
  browser.permissions.onAdded.addListener(() => quietly(markOldTabs(parts)));
  browser.tabs.onRemoved.addListener((tabId) => quietly(forgetTab(parts, tabId)));
  quietly(showOff(parts));
});
