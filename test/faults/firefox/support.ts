/** What the suites of faults share in Firefox: records as stored, and messages as the extension's own pages send them. */
import { until } from '../../e2e/support/until.ts';
import type { Tab } from '../../e2e-firefox/support/tab.ts';
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
