/** What the use cases are handed: storage, time, ids and the few things they ask of the browser. */
import type { Action } from '../domain/impact.ts';
import type { MappingIndex } from '../domain/mapping.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/words.ts';
import type { Explanation } from '../messages/protocol.ts';
import type { Repository } from '../storage/repository.ts';

/** `browser.storage.session`: survives the worker's death and a reload, not a restart of the browser. */
export interface SessionArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export interface Tab {
  id?: number | undefined;
  url?: string | undefined;
}

/** The toolbar button and the tabs. */
export interface BrowserParts {
  setTitle(details: { title: string; tabId?: number }): Promise<void>;
  setBadgeText(details: { text: string; tabId?: number }): Promise<void>;
  /** Rejects where nobody listens in that tab. */
  sendToTab(tabId: number, message: unknown): Promise<unknown>;
  tabsOf(urls: string[]): Promise<Tab[]>;
  tab(tabId: number): Promise<Tab>;
  /** In front, where nothing else is said. */
  openTab(url: string, options?: { behind?: boolean }): Promise<unknown>;
  /** `browser.runtime.getURL`. */
  urlOf(path: string): string;
  /** `browser.i18n.getMessage`. */
  getMessage(key: string, substitutions?: string[]): string;
}

/** `browser.alarms`, as far as the daily look needs it. */
export interface AlarmsArea {
  get(name: string): Promise<{ scheduledTime: number; periodInMinutes?: number | undefined } | undefined | null>;
  create(name: string, info: { when: number; periodInMinutes: number }): void | Promise<void>;
}

export interface Parts {
  repository: Repository;
  session: SessionArea;
  browser: BrowserParts;
  clock: () => Instant;
  newId: () => string;
  /** Makes this profile's key for fingerprints where there is none; gives its epoch. */
  makeVault: () => Promise<string>;
  /** What acts would bring in one organization, in the words that popup and dashboard use for it. */
  explain: (of: { index: MappingIndex; policy: Policy }, actions: readonly Action[], now: Instant) => Explanation;
}
