/** States and kinds of people and workspaces in words, and the regions they are in. */
import type { Region, UserStatus, WorkspaceKind, WorkspaceStatus } from '../../lib/domain/words.ts';
import { type MessageKey, t } from '../ui/text.ts';

const ofRegions = { us: 'dashboard_region_us', eu: 'dashboard_region_eu' } as const satisfies Record<
  Region,
  MessageKey
>;

/** A region by its name. */
export function regionText(region: Region): string {
  return t(ofRegions[region]);
}

const kinds = {
  standard: 'dashboard_kind_standard',
  service: 'dashboard_kind_service',
} as const satisfies Record<WorkspaceKind, MessageKey>;
export const workspaceKinds = Object.keys(kinds) as WorkspaceKind[];

/** The kind of a workspace in a word. */
export function kindText(kind: WorkspaceKind): string {
  return t(kinds[kind]);
}

const ofWorkspaces = {
  active: 'dashboard_workspace_status_active',
  deactivated: 'dashboard_workspace_status_deactivated',
  'not-observed': 'dashboard_workspace_status_not_observed',
} as const satisfies Record<WorkspaceStatus, MessageKey>;
export const workspaceStatuses = Object.keys(ofWorkspaces) as WorkspaceStatus[];

/** The state of a workspace in words. */
export function workspaceStatusText(status: WorkspaceStatus): string {
  return t(ofWorkspaces[status]);
}

const ofUsers = {
  active: 'dashboard_user_status_active',
  invited: 'dashboard_user_status_invited',
  blocked: 'dashboard_user_status_blocked',
  removed: 'dashboard_user_status_removed',
  'not-observed': 'dashboard_user_status_not_observed',
} as const satisfies Record<UserStatus, MessageKey>;
export const userStatuses = Object.keys(ofUsers) as UserStatus[];

/** The state of a person, or of a membership, in words. */
export function userStatusText(status: UserStatus): string {
  return t(ofUsers[status]);
}
