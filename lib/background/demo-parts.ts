/** What the demo organization's use cases get of the browser: nothing that anybody else would notice. */
import type { BrowserParts, SessionArea } from './parts.ts';

/** Lifts and the like of the demo: gone with the worker, since nothing is ever held for it. */
export function memoryArea(): SessionArea {
  const held = new Map<string, unknown>();
  return {
    get(keys) {
      const wanted = keys === null ? [...held.keys()] : [keys].flat();
      return Promise.resolve(
        Object.fromEntries(wanted.filter((key) => held.has(key)).map((key) => [key, held.get(key)])),
      );
    },
    set(items) {
      for (const [key, value] of Object.entries(items)) held.set(key, value);
      return Promise.resolve();
    },
    remove(keys) {
      for (const key of [keys].flat()) held.delete(key);
      return Promise.resolve();
    },
  };
}

/** No tab of PandaDoc's has anything to do with the demo, and the button keeps saying what is real. */
export const noTabs: Omit<BrowserParts, 'urlOf' | 'getMessage'> = {
  setTitle: () => Promise.resolve(),
  setBadgeText: () => Promise.resolve(),
  sendToTab: () => Promise.resolve(undefined),
  tabsOf: () => Promise.resolve([]),
  tab: () => Promise.resolve({}),
  openTab: () => Promise.resolve(),
};
