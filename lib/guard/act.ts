/** What the guard can stand before. Whether it concerns a key is the impact's business. */
import type { KeyType } from '../domain/words.ts';

export type Act =
  /**
   * `workspaces`: those that the control itself tells; `null`: wherever the place says. `everywhere`: ends the account.
   * `doubtful`: nothing says that it removes, and nothing that it does not (`doubt.ts`).
   */
  | { kind: 'remove'; workspaces: readonly string[] | null; everywhere: boolean; doubtful?: true }
  /** `from`: what the place showed before; empty where it is not known. */
  | {
      kind: 'change-role' | 'change-licence';
      from: readonly string[];
      to: readonly string[];
      workspaces: readonly string[] | null;
    }
  /** `shown`: the row shows a key. */
  | { kind: 'generate'; workspaceId: string | null; types: readonly KeyType[]; shown: boolean }
  | { kind: 'deactivate-workspace'; workspaceIds: readonly string[] };
