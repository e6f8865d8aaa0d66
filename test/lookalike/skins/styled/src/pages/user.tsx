import { useState } from 'react';
import styled from 'styled-components';
import { api, sentenceOf } from '../../../../client/api.ts';
import { roleName } from '../../../../client/messages.ts';
import { hrefs, navigate } from '../../../../client/routes.ts';
import { Avatar, Badge, DangerButton } from '../parts/controls.tsx';
import { Card, Crumbs, Head, Main, Quiet, Waiting } from '../parts/page.tsx';
import { ValueList } from '../parts/popup.tsx';
import { RemoveUserDialog } from '../parts/remove-user.tsx';
import { Table } from '../parts/table.tsx';
import { useToasts } from '../parts/toasts.tsx';
import { displayName, useLoaded, useSession } from '../session.ts';

const Identity = styled.div`
  display: flex;
  align-items: center;
  gap: 16px;
  min-width: 0;
  h1,
  span {
    overflow-wrap: anywhere;
  }
`;

const License = styled.div`
  display: flex;
  align-items: center;
  gap: 20px;
`;

/** Settings › All users › one user (section 1.2, `/settings/users/<user_id>`). */
export function UserPage({ userId }: { userId: string }) {
  const { profile, t, reloadProfile } = useSession();
  const toasts = useToasts();
  const organization = profile.organization.id;
  const language = profile.interface_language;
  const loaded = useLoaded(userId, () => api.user(organization, userId));
  const [removing, setRemoving] = useState(false);
  const user = loaded.data;
  if (user === undefined) {
    return (
      <Main>
        <Waiting problem={loaded.problem} onRetry={loaded.reload} />
      </Main>
    );
  }
  const name = displayName(user);

  const attempt = async (what: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await what();
      toasts.say(done);
      await loaded.reload();
      if (userId === profile.id) await reloadProfile();
    } catch (refusal) {
      toasts.complain(sentenceOf(refusal, t('somethingWrong')));
    }
  };

  return (
    <Main>
      <Crumbs>
        <a href={hrefs.allUsers}>{t('backToAllUsers')}</a>
      </Crumbs>
      <Head>
        <Identity>
          <Avatar picture={user.avatar} name={name} size={56} />
          <div>
            <h1>{name}</h1>
            <Quiet>{user.email}</Quiet>
          </div>
          {user.is_organization_owner && <Badge>{t('owner')}</Badge>}
          {user.is_pending && <Badge>{t('pending')}</Badge>}
        </Identity>
        <DangerButton
          disabled={user.workspaces.length === 0}
          onClick={() => {
            setRemoving(true);
          }}
        >
          {t('removeUser')}
        </DangerButton>
      </Head>
      <Card>
        <License>
          <strong>{t('license')}</strong>
          <ValueList
            label={t('license')}
            value={user.license}
            options={profile.licenses.map((license) => ({ value: license, text: license }))}
            onChange={(license) =>
              void attempt(
                () => api.changeLicense(organization, userId, license),
                t('licenseChanged', { name, license }),
              )
            }
          />
        </License>
      </Card>
      <Card>
        <h2>{t('workspacesAndRoles')}</h2>
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('workspaceName')}</th>
              <th scope="col">{t('role')}</th>
            </tr>
          </thead>
          <tbody>
            {user.workspaces.map((membership) => (
              <tr key={membership.membership_id}>
                <td>{membership.workspace_name}</td>
                <td>
                  <ValueList
                    label={t('role')}
                    value={membership.role}
                    options={profile.roles.map((role) => ({ value: role, text: roleName(language, role) }))}
                    onChange={(role) =>
                      void attempt(
                        () => api.changeRole(organization, membership.workspace_id, membership.membership_id, role),
                        t('roleChanged', { name, role: roleName(language, role) }),
                      )
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
      {removing && (
        <RemoveUserDialog
          userId={userId}
          name={name}
          onClose={() => {
            setRemoving(false);
          }}
          onRemoved={(complete) => {
            // Who has no workspace any more has no page any more.
            if (complete) navigate(hrefs.allUsers);
            else void loaded.reload();
          }}
        />
      )}
    </Main>
  );
}
