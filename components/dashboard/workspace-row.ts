import type { Coverage, Workspace } from '../../lib/domain/mapping.ts';
import type { WorkspaceRecord } from '../../lib/domain/records.ts';
import type { OrganizationView } from '../ui/estate.ts';

/** One line of the table of workspaces: the workspace with what is known and counted of it. */
export interface WorkspaceRow {
  id: string;
  workspace: Workspace;
  record: WorkspaceRecord;
  organization: OrganizationView;
  coverage: Coverage;
  /** Living keys. */
  keys: number;
  members: number;
}
