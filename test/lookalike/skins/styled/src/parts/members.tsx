import { useState } from 'react';
import { api, sentenceOf } from '../../../../client/api.ts';
import { roleName } from '../../../../client/messages.ts';
import type { Member } from '../../../../client/wire.ts';
import { displayName, useLoaded, useSession } from '../session.ts';
import { ChangeRoleDialog } from './change-role.tsx';
import { LinkButton } from './controls.tsx';
import { Bar, Quiet, Search, Waiting } from './page.tsx';
import { RowMenu, ValueList } from './popup.tsx';
import { RemoveUserDialog } from './remove-user.tsx';
import { Narrow, Person, Table } from './table.tsx';
import { useToasts } from './toasts.tsx';

/** The members of one workspace, with everything that can be done to them (section 2.2). */
export function MemberList({ workspaceId, revision }: { workspaceId: string; revision: number }) {
  const { profile, t, reloadProfile } = useSession();
  const toasts = useToasts();
  const organization = profile.organization.id;
  const language = profile.interface_language;
  const members = useLoaded(`${workspaceId}:${String(revision)}`, () => api.members(organization, workspaceId));
  const [search, setSearch] = useState('');
  const [removing, setRemoving] = useState<Member>();
  const [changing, setChanging] = useState<Member>();

  // Only Admins change and remove people (section 2.2); everybody else sees the same list without the means.
  const mayManage =
    profile.is_organization_owner ||
    profile.is_organization_admin ||
    profile.workspaces.some((workspace) => workspace.id === workspaceId && workspace.role === 'Admin');

  if (members.data === undefined) return <Waiting problem={members.problem} onRetry={members.reload} />;
  const all = members.data.results;
  const wanted = search.trim().toLowerCase();
  const shown = all.filter((member) => `${displayName(member)} ${member.email}`.toLowerCase().includes(wanted));
  const active = all.filter((member) => member.is_active).length;

  const changed = async (member: Member): Promise<void> => {
    await members.reload();
    if (member.user_id === profile.id) await reloadProfile();
  };

  const changeRole = async (member: Member, role: string): Promise<void> => {
    try {
      await api.changeRole(organization, member.workspace, member.membership_id, role);
      toasts.say(t('roleChanged', { name: displayName(member), role: roleName(language, role) }));
      await changed(member);
    } catch (refusal) {
      toasts.complain(sentenceOf(refusal, t('somethingWrong')));
    }
  };

  const resend = async (member: Member): Promise<void> => {
    try {
      await api.resendInvitation(organization, member.workspace, member.membership_id);
      toasts.say(t('invitationSent', { email: member.email }));
    } catch (refusal) {
      toasts.complain(sentenceOf(refusal, t('somethingWrong')));
    }
  };

  return (
    <>
      <Bar>
        <Search label={t('searchPeople')} value={search} onChange={setSearch} />
        <Quiet>{t('membersCount', { active, invited: all.length - active })}</Quiet>
      </Bar>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('user')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('license')}</th>
            <th scope="col" aria-label={t('actions')} />
          </tr>
        </thead>
        <tbody>
          {shown.map((member) => (
            <tr key={member.membership_id}>
              <td>
                <Person
                  name={displayName(member)}
                  email={member.email}
                  avatar={member.avatar}
                  you={member.user_id === profile.id ? t('you') : undefined}
                  tags={[...(member.is_owner ? [t('owner')] : []), ...(member.is_active ? [] : [t('pending')])]}
                />
              </td>
              <td>
                {mayManage ? (
                  <ValueList
                    label={t('role')}
                    value={member.role}
                    options={profile.roles.map((role) => ({ value: role, text: roleName(language, role) }))}
                    onChange={(role) => void changeRole(member, role)}
                  />
                ) : (
                  roleName(language, member.role)
                )}
              </td>
              <td>{member.user_license}</td>
              <Narrow>
                {mayManage && (
                  <>
                    {!member.is_active && (
                      <LinkButton style={{ marginRight: 12 }} onClick={() => void resend(member)}>
                        {t('resend')}
                      </LinkButton>
                    )}
                    <RowMenu
                      name={t('moreActions')}
                      entries={[
                        {
                          key: 'role',
                          label: t('changeRole'),
                          onSelect: () => {
                            setChanging(member);
                          },
                        },
                        {
                          key: 'remove',
                          label: t('remove'),
                          danger: true,
                          onSelect: () => {
                            setRemoving(member);
                          },
                        },
                      ]}
                    />
                  </>
                )}
              </Narrow>
            </tr>
          ))}
        </tbody>
      </Table>
      {shown.length === 0 && (
        <Bar>
          <Quiet>{t('noMatches')}</Quiet>
        </Bar>
      )}
      {removing !== undefined && (
        <RemoveUserDialog
          userId={removing.user_id}
          name={displayName(removing)}
          currentWorkspaceId={removing.workspace}
          onClose={() => {
            setRemoving(undefined);
          }}
          onRemoved={() => void changed(removing)}
        />
      )}
      {changing !== undefined && (
        <ChangeRoleDialog
          member={changing}
          onClose={() => {
            setChanging(undefined);
          }}
          onChanged={() => void changed(changing)}
        />
      )}
    </>
  );
}
