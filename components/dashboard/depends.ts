/** What hangs on a record here, in words: shown before it is deleted. */
import type { Key } from '../../lib/domain/mapping.ts';
import type { KeyRow, OrganizationView } from '../ui/estate.ts';
import { shownName } from '../ui/find-people.ts';
import { listText } from '../ui/format.ts';
import { keyTitle, workspaceText } from '../ui/impact-text.ts';
import { t } from '../ui/text.ts';

/** So many integrations stand in one line; more are counted. */
const mostUses = 6;

function keyText(key: Key, organization: OrganizationView): string {
  const title = keyTitle(key, organization.index.workspaces.get(key.workspaceId)?.name ?? null);
  return key.usedBy.length === 0
    ? title
    : t('ui_two_sentences', `${title}.`, `${t('dashboard_delete_used_by', listText(key.usedBy, mostUses))}.`);
}

/** What uses several keys, key by key; those of which nothing is noted are left out. */
export function dependsOnKeys(rows: readonly KeyRow[]): string[] {
  return rows.filter(({ key }) => key.usedBy.length > 0).map(({ key, organization }) => keyText(key, organization));
}

/** What uses a key. */
export function dependsOnKey({ key }: KeyRow): string[] {
  return key.usedBy.map((each) => t('dashboard_delete_used_by', each));
}

/** The keys that lose their owner, and the places somebody has. */
export function dependsOnUser(organization: OrganizationView, userId: string): string[] {
  const { index } = organization;
  return [
    ...(index.keysByOwner.get(userId) ?? []).map((key) =>
      t('dashboard_delete_loses_owner', keyText(key, organization)),
    ),
    ...(index.membershipsByUser.get(userId) ?? []).map(({ workspaceId, role }) =>
      t(
        'dashboard_delete_role',
        workspaceText(index.workspaces.get(workspaceId)?.name ?? null),
        role ?? t('ui_not_known'),
      ),
    ),
  ];
}

/** The keys that go with a workspace, and the places people have in it. */
export function dependsOnWorkspace(organization: OrganizationView, workspaceId: string): string[] {
  const { index } = organization;
  return [
    ...(index.keysByWorkspace.get(workspaceId) ?? []).map((key) => keyText(key, organization)),
    ...(index.membershipsByWorkspace.get(workspaceId) ?? []).map(({ userId, role }) => {
      const user = index.users.get(userId);
      const name = user && shownName(user);
      return t('dashboard_delete_role', name ?? t('ui_person_unnamed'), role ?? t('ui_not_known'));
    }),
  ];
}
