/** Workspaces by their name, as a page says it. */
import { nameKey } from './identity.ts';
import type { MappingIndex } from './mapping.ts';

const tables = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/**
 * Our ids of the workspaces that carry a name; several where a name was given twice. The table is made once for a mapping,
 * since a dialog may list a thousand of them within one click.
 */
export function workspaceIdsOf({ workspaces }: Pick<MappingIndex, 'workspaces'>, name: string): readonly string[] {
  let table = tables.get(workspaces);
  if (!table) {
    const made = new Map<string, string[]>();
    for (const { id, name: own } of workspaces.values()) {
      if (own === null) continue;
      const key = nameKey(own);
      made.set(key, [...(made.get(key) ?? []), id]);
    }
    tables.set(workspaces, (table = made));
  }
  return table.get(nameKey(name)) ?? [];
}
