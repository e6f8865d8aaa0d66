import { useEffect, useState } from 'react';
import styled from 'styled-components';
import { api, sentenceOf } from '../../../../client/api.ts';
import { hrefs } from '../../../../client/routes.ts';
import type { User } from '../../../../client/wire.ts';
import { DangerButton, SecondaryButton } from '../parts/controls.tsx';
import { Bar, Head, Main, Quiet, Search, Waiting } from '../parts/page.tsx';
import { RowMenu, ValueList } from '../parts/popup.tsx';
import { RemoveUserDialog, RemoveUsersDialog } from '../parts/remove-user.tsx';
import { Narrow, Person, Table } from '../parts/table.tsx';
import { useToasts } from '../parts/toasts.tsx';
import { displayName, useLoaded, useSession } from '../session.ts';
import { theme } from '../theme.ts';

/** Users that are fetched at a time; the real number is not known (section 2.2, "pagination"). */
const PAGE_SIZE = 25;

const Toolbar = styled.div.attrs({ role: 'toolbar' })`
  display: flex;
  align-items: center;
  gap: 12px;
  padding: 8px 12px;
  margin-bottom: 12px;
  border-radius: 8px;
  background: ${theme.accentPale};
`;

const Center = styled.div`
  display: flex;
  justify-content: center;
  padding: 20px;
`;

/** Settings › All users: the whole organization (section 2.4). */
export function AllUsersPage() {
  const { profile, t, reloadProfile } = useSession();
  const toasts = useToasts();
  const organization = profile.organization.id;
  const [search, setSearch] = useState('');
  const [count, setCount] = useState(PAGE_SIZE);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = useState<User>();
  const [removingMany, setRemovingMany] = useState<readonly User[]>();
  const [held, setHeld] = useState<{ results: User[]; total: number }>();
  const loaded = useLoaded(`${search}:${String(count)}`, () => api.users(organization, { offset: 0, count, search }));

  // The list stays on the screen while the next part or another search is fetched.
  useEffect(() => {
    if (loaded.data !== undefined) setHeld(loaded.data);
  }, [loaded.data]);

  const users = held?.results ?? [];
  const chosen = users.filter((user) => selected.has(user.user_id));

  const changed = async (userIds: readonly string[]): Promise<void> => {
    await loaded.reload();
    if (userIds.includes(profile.id)) await reloadProfile();
  };
  const select = (ids: readonly string[], on: boolean): void => {
    setSelected((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  };
  const changeLicense = async (user: User, license: string): Promise<void> => {
    try {
      await api.changeLicense(organization, user.user_id, license);
      toasts.say(t('licenseChanged', { name: displayName(user), license }));
      await changed([user.user_id]);
    } catch (refusal) {
      toasts.complain(sentenceOf(refusal, t('somethingWrong')));
    }
  };
  const workspacesOf = (user: User): string => {
    if (user.workspaces.length === 0) return t('noWorkspaces');
    if (user.workspaces.length > 1) return t('workspacesCount', { count: user.workspaces.length });
    return user.workspaces[0]?.workspace_name ?? '';
  };

  return (
    <Main>
      <Head>
        <h1>{t('allUsers')}</h1>
      </Head>
      <Bar>
        <Search
          label={t('searchPeople')}
          value={search}
          onChange={(text) => {
            setSearch(text);
            setCount(PAGE_SIZE);
          }}
        />
        {held !== undefined && <Quiet>{t('usersCount', { shown: users.length, total: held.total })}</Quiet>}
      </Bar>
      {chosen.length > 0 && (
        <Toolbar aria-label={t('actions')}>
          <span>{t('selectedCount', { count: chosen.length })}</span>
          <DangerButton
            onClick={() => {
              setRemovingMany(chosen);
            }}
          >
            {t('remove')}
          </DangerButton>
          <SecondaryButton
            onClick={() => {
              setSelected(new Set());
            }}
          >
            {t('clearSelection')}
          </SecondaryButton>
        </Toolbar>
      )}
      {held === undefined || loaded.problem !== undefined ? (
        <Waiting problem={loaded.problem} onRetry={loaded.reload} />
      ) : (
        <>
          <Table>
            <thead>
              <tr>
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label={t('selectAll')}
                    checked={users.length > 0 && chosen.length === users.length}
                    onChange={(event) => {
                      select(
                        users.map((user) => user.user_id),
                        event.target.checked,
                      );
                    }}
                  />
                </th>
                <th scope="col">{t('user')}</th>
                <th scope="col">{t('license')}</th>
                <th scope="col">{t('workspaces')}</th>
                <th scope="col" aria-label={t('actions')} />
              </tr>
            </thead>
            <tbody>
              {users.map((user) => (
                <tr key={user.user_id}>
                  <Narrow>
                    <input
                      type="checkbox"
                      aria-label={t('selectRow')}
                      checked={selected.has(user.user_id)}
                      onChange={(event) => {
                        select([user.user_id], event.target.checked);
                      }}
                    />
                  </Narrow>
                  <td>
                    <Person
                      name={displayName(user)}
                      email={user.email}
                      avatar={user.avatar}
                      href={hrefs.user(user.user_id)}
                      you={user.user_id === profile.id ? t('you') : undefined}
                      tags={[
                        ...(user.is_organization_owner ? [t('owner')] : []),
                        ...(user.is_pending ? [t('pending')] : []),
                      ]}
                    />
                  </td>
                  <td>
                    <ValueList
                      label={t('license')}
                      value={user.license}
                      options={profile.licenses.map((license) => ({ value: license, text: license }))}
                      onChange={(license) => void changeLicense(user, license)}
                    />
                  </td>
                  <td>{workspacesOf(user)}</td>
                  <Narrow>
                    <RowMenu
                      name={t('moreActions')}
                      entries={[
                        {
                          key: 'remove',
                          label: t('removeEllipsis'),
                          danger: true,
                          onSelect: () => {
                            setRemoving(user);
                          },
                        },
                      ]}
                    />
                  </Narrow>
                </tr>
              ))}
            </tbody>
          </Table>
          {users.length === 0 && (
            <Bar>
              <Quiet>{t('noMatches')}</Quiet>
            </Bar>
          )}
          {users.length < held.total && (
            <Center>
              <SecondaryButton
                onClick={() => {
                  setCount((before) => before + PAGE_SIZE);
                }}
              >
                {t('loadMore')}
              </SecondaryButton>
            </Center>
          )}
        </>
      )}
      {removing !== undefined && (
        <RemoveUserDialog
          userId={removing.user_id}
          name={displayName(removing)}
          onClose={() => {
            setRemoving(undefined);
          }}
          onRemoved={() => void changed([removing.user_id])}
        />
      )}
      {removingMany !== undefined && (
        <RemoveUsersDialog
          users={removingMany}
          onClose={() => {
            setRemovingMany(undefined);
          }}
          onRemoved={(complete) => {
            if (complete) setSelected(new Set());
            void changed(removingMany.map((user) => user.user_id));
          }}
        />
      )}
    </Main>
  );
}
