/** How far the three first steps are: told by what is known, so that nothing has to be ticked off. */
import type { KeyRow } from '../ui/estate.ts';
import { type OpenItem, ownersSaid } from './sweep-model.ts';
import type { WorkspaceRow } from './workspace-row.ts';

export interface FirstSteps {
  /** Workspaces of which a page was read, and those of which both were. */
  begun: number;
  read: number;
  workspaces: number;
  /** Living keys whose owner is known and tagged, and all of them. */
  settled: number;
  keys: number;
  /** The step that is next: 2 open the settings, 3 say who owns what, 4 nothing is open. */
  next: 2 | 3 | 4;
}

/** The steps, from the workspaces, the open questions and the keys of all organizations. */
export function firstSteps(
  workspaces: readonly WorkspaceRow[],
  items: readonly OpenItem[],
  rows: readonly KeyRow[],
): FirstSteps {
  const active = workspaces.filter(({ workspace }) => workspace.status === 'active');
  const begun = active.filter(({ coverage }) => coverage.keys !== null || coverage.members !== null).length;
  const read = active.filter(({ coverage }) => coverage.keys !== null && coverage.members !== null).length;
  const { keys, settled } = ownersSaid(rows);
  return {
    begun,
    read,
    workspaces: active.length,
    settled,
    keys,
    next: begun === 0 && keys === 0 ? 2 : items.length > 0 || keys === 0 ? 3 : 4,
  };
}
