/** Puts back what the extension knew at the start, so that flows do not see each other's removals and lifts. */
import type { Browser } from 'webextension-polyfill';
import type { World } from '../e2e/support/world.ts';

declare const chrome: Browser;

type Kept = Awaited<ReturnType<World['kept']>>;

export class Memory {
  readonly #world: World;
  readonly #kept: Kept;

  private constructor(world: World, kept: Kept) {
    this.#world = world;
    this.#kept = kept;
  }

  static async of(world: World): Promise<Memory> {
    return new Memory(world, await world.kept());
  }

  /** Everything as it was; the worker starts anew, since it may remember. */
  async putBack(): Promise<void> {
    const page = await this.#world.backstage();
    await page.evaluate(
      async ({ databases, local }) => {
        for (const [name, stores] of Object.entries(databases)) {
          const database = await new Promise<IDBDatabase>((resolve, reject) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(new Error(String(request.error)));
          });
          const names = Object.keys(stores);
          const transaction = database.transaction(names, 'readwrite');
          const done = new Promise<void>((resolve, reject) => {
            transaction.oncomplete = () => resolve();
            transaction.onabort = () => reject(new Error(String(transaction.error)));
          });
          for (const store of names) {
            transaction.objectStore(store).clear();
            for (const row of stores[store] ?? []) transaction.objectStore(store).put(row);
          }
          await done;
          database.close();
        }
        await chrome.storage.session.clear();
        await chrome.storage.local.clear();
        await chrome.storage.local.set(local as Record<string, unknown>);
      },
      { databases: this.#kept.databases, local: this.#kept.storage.local },
    );
    await this.#world.killWorker();
  }

  /** How many keys are presumed dead now that were not so at the start. */
  async deaths(): Promise<number> {
    return dead(await this.#world.kept()) - dead(this.#kept);
  }
}

function dead({ databases }: Kept): number {
  const stores: Record<string, unknown[]> = databases['keyholder'] ?? {};
  return (stores['keys'] ?? []).filter((row) => JSON.stringify(row).includes('"presumed-dead"')).length;
}
