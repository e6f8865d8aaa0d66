/**
 * The browser's API as the content script uses it. The reference is taken once, at document_start, before any element of
 * the page can stand in its way: `<form id=browser>` shadows `browser` on a first load in Chromium (quality.md, finding
 * 1). No polyfill: Chrome 148 and Firefox 140 both have `browser` with promises.
 */
export interface PageBrowser {
  runtime: {
    readonly id?: string | undefined;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: {
      addListener(listener: (message: unknown, sender: unknown, respond: (answer: unknown) => void) => void): void;
      removeListener(listener: (message: unknown, sender: unknown, respond: (answer: unknown) => void) => void): void;
    };
  };
  i18n: { getMessage(key: string, substitutions?: string[]): string };
  storage: {
    onChanged: {
      addListener(listener: (changes: Record<string, { newValue?: unknown }>, area: string) => void): void;
      removeListener(listener: (changes: Record<string, { newValue?: unknown }>, area: string) => void): void;
    };
  };
}

interface Globals {
  browser?: PageBrowser;
  chrome?: PageBrowser;
}

/** Takes the reference; `null` outside an extension, or where a page stood in the way. */
export function takeBrowser(): PageBrowser | null {
  const { browser, chrome } = globalThis as unknown as Globals;
  for (const candidate of [browser, chrome]) {
    if (typeof candidate?.runtime?.sendMessage === 'function' && typeof candidate.runtime.id === 'string')
      return candidate;
  }
  return null;
}
