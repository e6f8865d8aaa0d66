/** What the suites of faults share in Firefox: records as stored, and messages as the extension's own pages send them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../../e2e/support/until.ts';
import type { Node, Tab } from '../../e2e-firefox/support/tab.ts';
import type { World } from '../../e2e-firefox/support/world.ts';
import type { Answer, Field } from '../support.ts';

export interface StoredKey {
  id: string;
  region: string;
  workspaceId: string;
  type: string;
  revision: number;
  label: Record<string, { value: string; at: string }>;
  notes: Field;
  generations: { ownerId: Record<string, { value: string | null; at: string }> }[];
}

interface WebExtension {
  browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

/** Rows of a store, as a page of the extension's origin finds them. */
export function rows<T>(tab: Tab, store: string): Promise<T[]> {
  return tab.callInPage(
    (name: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('keyholder');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result as unknown[]);
          };
        };
      }),
    store,
  ) as Promise<T[]>;
}

/** One message from a page of the extension; `null` where no answer came. */
export function tell(tab: Tab, type: string, body: object, version = 1): Promise<Answer | null> {
  return tab.callInPage(
    (envelope: unknown) =>
      (globalThis as unknown as WebExtension).browser.runtime.sendMessage(envelope).then(
        (answer) => (answer ?? null) as Answer | null,
        () => null,
      ),
    { version, type, body },
  );
}

/** With the patience of the extension's own pages: once more under the same op where no answer came. */
export async function tellTwice(tab: Tab, type: string, body: object): Promise<Answer | null> {
  return (await tell(tab, type, body)) ?? (await tell(tab, type, body));
}

/** The key of a workspace. */
export async function keyOf(tab: Tab, workspace: string, type = 'production'): Promise<StoredKey> {
  return until(
    async () => {
      const found = (await rows<{ id: string; name: Field }>(tab, 'workspaces')).find(({ name }) =>
        Object.values(name).some(({ value }) => value === workspace),
      );
      return (await rows<StoredKey>(tab, 'keys')).find((key) => key.workspaceId === found?.id && key.type === type);
    },
    { what: `the ${type} key of ${workspace} in the store` },
  );
}

/** Our ids of users by address. */
export async function usersOf(tab: Tab, ...emails: string[]): Promise<string[]> {
  const users = await rows<{ id: string; email: Field }>(tab, 'users');
  return emails.map((email) => {
    const found = users.find(({ email: field }) => Object.values(field).some(({ value }) => value === email));
    if (!found) throw new Error(`Nobody has the address ${email}.`);
    return found.id;
  });
}

/** How many entries of a kind the log holds. */
export async function logged(tab: Tab, kind: string): Promise<number> {
  return (await rows<{ kind: string }>(tab, 'log')).filter((entry) => entry.kind === kind).length;
}

/** Everything that is kept, as one text: all databases of the extension's origin and its storage areas. */
export function kept(tab: Tab): Promise<string> {
  return tab.callInPage(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const all: Record<string, unknown> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        all[`${name} ${store}`] = await done(database.transaction(store).objectStore(store).getAll());
      }
      database.close();
    }
    const { storage } = (
      globalThis as unknown as { browser: { storage: Record<string, { get(what: null): Promise<unknown> }> } }
    ).browser;
    for (const area of ['local', 'session', 'sync']) all[area] = await storage[area]!.get(null);
    return JSON.stringify(all);
  });
}

/** What of the event page's globals is spoiled by a test. */
export interface Background {
  IDBObjectStore: typeof IDBObjectStore;
  IDBDatabase: typeof IDBDatabase;
  IDBFactory: typeof IDBFactory;
  DOMException: typeof DOMException;
  Date: DateConstructor;
}

/**
 * Changes something in the event page, which lives in the same process as this page of the extension; starts it where it
 * sleeps. `work` runs in the page of the tab, and what it leaves behind goes with the tab.
 */
export function inBackground(
  tab: Tab,
  work: (background: Background, argument: string) => void,
  argument = '',
): Promise<void> {
  // Sent as its text, as every function is that runs in a tab; only that this one stands in another.
  const text = `(argument) => browser.runtime.getBackgroundPage().then((page) => (${work.toString()})(page, argument))`;
  return tab.callInPage({ toString: () => text } as unknown as (argument: string) => Promise<void>, argument);
}

/** The content of the next file in the downloads, once something was done for it. */
export async function downloaded(world: World, work: () => Promise<void>): Promise<string> {
  const { downloads } = world.firefox;
  const before = new Set(readdirSync(downloads));
  await work();
  return until(
    () => {
      const file = readdirSync(downloads).find((name) => !before.has(name) && name.endsWith('.json'));
      const text = file && readFileSync(path.join(downloads, file), 'utf8');
      return text !== '' && text;
    },
    { what: 'a file in the downloads' },
  );
}

/** Opens the editor of a key. */
export async function editKey(tab: Tab, workspace: string): Promise<void> {
  await tab.activate();
  const row = await until(
    async () => {
      const all = await tab.all('[role=table] [role=row], table tr');
      const texts = await Promise.all(all.map((each) => tab.textOf(each)));
      return all[texts.findIndex((text) => text.includes(workspace) && /production key/i.test(text))];
    },
    { what: `the row of ${workspace}` },
  );
  await tab.click(await tab.find('button', /^Edit/, row));
  await tab.find('[role=dialog], dialog[open]');
}

/** Writes into a field of ours, in the place of what stands there. */
export async function fill(tab: Tab, name: string, text: string, role = 'textbox'): Promise<void> {
  const field: Node = await tab.part(role, name);
  await tab.focus(field);
  // All at once, as a paste does: a key that is typed letter by letter is none before its end.
  await tab.call(
    (element: HTMLInputElement, words: string) => {
      element.select();
      document.execCommand('insertText', false, words);
    },
    field,
    text,
  );
}
