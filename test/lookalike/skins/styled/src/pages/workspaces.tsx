import { useState } from 'react';
import { api, sentenceOf } from '../../../../client/api.ts';
import { hrefs, navigate } from '../../../../client/routes.ts';
import type { Workspace } from '../../../../client/wire.ts';
import { DangerButton, Problem, SecondaryButton } from '../parts/controls.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { MemberList } from '../parts/members.tsx';
import { Crumbs, Head, Main, Waiting } from '../parts/page.tsx';
import { RowMenu } from '../parts/popup.tsx';
import { Narrow, Table } from '../parts/table.tsx';
import { useToasts } from '../parts/toasts.tsx';
import { useLoaded, useSession } from '../session.ts';

/** Settings › Workspaces. Who manages the organization opens member lists from here without switching (section 1.3). */
export function WorkspacesPage() {
  const { profile, t } = useSession();
  const workspaces = useLoaded(profile.id, () => api.workspaces(profile.organization.id));
  const [deactivating, setDeactivating] = useState<Workspace>();
  const managesOrganization = profile.is_organization_owner || profile.is_organization_admin;
  return (
    <Main>
      <Head>
        <h1>{t('workspaces')}</h1>
      </Head>
      {workspaces.data === undefined ? (
        <Waiting problem={workspaces.problem} onRetry={workspaces.reload} />
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('workspaceName')}</th>
              <th scope="col">{t('members')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col" aria-label={t('actions')} />
            </tr>
          </thead>
          <tbody>
            {workspaces.data.results.map((workspace) => (
              <tr key={workspace.id}>
                <td>
                  {managesOrganization ? (
                    <a href={hrefs.workspaceMembers(workspace.id)}>{workspace.name}</a>
                  ) : (
                    <span>{workspace.name}</span>
                  )}
                </td>
                <td>
                  {t('membersCount', {
                    active: workspace.active_members_count,
                    invited: workspace.invited_members_count,
                  })}
                </td>
                <td>{workspace.owner}</td>
                <Narrow>
                  {managesOrganization && (
                    <RowMenu
                      name={t('moreActions')}
                      entries={[
                        {
                          key: 'members',
                          label: t('viewMembers'),
                          onSelect: () => {
                            navigate(hrefs.workspaceMembers(workspace.id));
                          },
                        },
                        {
                          key: 'deactivate',
                          label: t('deactivateWorkspace'),
                          danger: true,
                          onSelect: () => {
                            setDeactivating(workspace);
                          },
                        },
                      ]}
                    />
                  )}
                </Narrow>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {deactivating !== undefined && (
        <DeactivateDialog
          workspace={deactivating}
          onClose={() => {
            setDeactivating(undefined);
          }}
          onDone={workspaces.reload}
        />
      )}
    </Main>
  );
}

function DeactivateDialog({
  workspace,
  onClose,
  onDone,
}: {
  workspace: Workspace;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const { profile, t, reloadProfile } = useSession();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>();
  const deactivate = async (): Promise<void> => {
    try {
      await api.deactivateWorkspace(profile.organization.id, workspace.id);
      toasts.say(t('wasDeactivated', { workspace: workspace.name }));
      onClose();
      await Promise.all([onDone(), reloadProfile()]);
    } catch (refusal) {
      setProblem(refusal);
    }
  };
  return (
    <Dialog
      label={t('deactivateWorkspace')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <SecondaryButton onClick={onClose}>{t('cancel')}</SecondaryButton>
          <DangerButton onClick={() => void deactivate()}>{t('deactivate')}</DangerButton>
        </>
      }
    >
      <p>{t('deactivateText', { workspace: workspace.name })}</p>
      {problem !== undefined && <Problem>{sentenceOf(problem, t('somethingWrong'))}</Problem>}
    </Dialog>
  );
}

/** Members of a workspace that need not be the current one: the heading says which. */
export function WorkspaceMembersPage({ workspaceId }: { workspaceId: string }) {
  const { profile, t } = useSession();
  const workspaces = useLoaded(profile.id, () => api.workspaces(profile.organization.id));
  const workspace = workspaces.data?.results.find((candidate) => candidate.id === workspaceId);
  return (
    <Main>
      {workspace === undefined ? (
        workspaces.data === undefined ? (
          <Waiting problem={workspaces.problem} onRetry={workspaces.reload} />
        ) : (
          <h1>{t('notFound')}</h1>
        )
      ) : (
        <>
          <Crumbs>
            <a href={hrefs.workspaces}>{t('workspaces')}</a> / {workspace.name}
          </Crumbs>
          <Head>
            <h1>{t('openMembers', { workspace: workspace.name })}</h1>
          </Head>
          <MemberList key={workspaceId} workspaceId={workspaceId} revision={0} />
        </>
      )}
    </Main>
  );
}
