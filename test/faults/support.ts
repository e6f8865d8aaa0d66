/** What the suites of faults share: the extension's messages as its own pages send them, and its records as stored. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { until } from '../e2e/support/until.ts';
import type { World } from '../e2e/support/world.ts';

declare const chrome: Browser;

export type Answer = { ok: true; body: unknown } | { ok: false; error: { code: string; details: string[] } };

interface Fact {
  value: unknown;
  at: string;
}
export type Field = Record<string, Fact>;

export interface StoredKey {
  id: string;
  workspaceId: string;
  type: string;
  revision: number;
  notes: Field;
  generations: { ownerId: Field; status: Field }[];
}

/** One message from a page of the extension, answered or not; `null` where no answer came (the worker died over it). */
export function tell(page: Page, type: string, body: object, version = 1): Promise<Answer | null> {
  return page.evaluate(
    (envelope) =>
      chrome.runtime.sendMessage(envelope).then(
        (answer) => (answer ?? null) as Answer | null,
        () => null,
      ),
    { version, type, body },
  );
}

/** The same with the patience of the extension's own pages: once more under the same op where no answer came. */
export async function tellTwice(page: Page, type: string, body: object): Promise<Answer | null> {
  return (await tell(page, type, body)) ?? (await tell(page, type, body));
}

export const op = (): string => randomUUID();

/** Rows of one store as they are stored. */
export async function rows<T>(world: World, store: string): Promise<T[]> {
  return ((await world.kept()).databases['keyholder']?.[store] ?? []) as T[];
}

export const storedKeys = (world: World): Promise<StoredKey[]> => rows<StoredKey>(world, 'keys');

/** The key of a workspace in the prepared mapping of the demo organization. */
export async function keyOf(world: World, workspace: string, type = 'production'): Promise<StoredKey> {
  return until(
    async () => {
      const { databases } = await world.kept();
      const stores = databases['keyholder'] ?? {};
      const found = (stores['workspaces'] as { id: string; name: Field }[] | undefined)?.find(({ name }) =>
        Object.values(name).some(({ value }) => value === workspace),
      );
      return (stores['keys'] as StoredKey[] | undefined)?.find((key) => {
        return key.workspaceId === found?.id && key.type === type;
      });
    },
    { what: `the ${type} key of ${workspace} in the store` },
  );
}

/** The newest value of a field, whoever said it. */
export function newest(field: Field): unknown {
  return Object.values(field).sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.value ?? null;
}

/** Our id of a user by address. */
export async function userOf(world: World, email: string): Promise<string> {
  const found = (await rows<{ id: string; email: Field }>(world, 'users')).find(({ email: field }) =>
    Object.values(field).some(({ value }) => value === email),
  );
  if (!found) throw new Error(`Nobody has the address ${email}.`);
  return found.id;
}

/** The log's entries of one kind. */
export async function logged(world: World, kind: string): Promise<{ seq: number; at: string; data: object }[]> {
  const entries = await rows<{ seq: number; at: string; kind: string; data: object }>(world, 'log');
  return entries.filter((entry) => entry.kind === kind);
}
