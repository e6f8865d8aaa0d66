import { Button } from 'primereact/button';
import { Column } from 'primereact/column';
import { confirmDialog, ConfirmDialog } from 'primereact/confirmdialog';
import { DataTable } from 'primereact/datatable';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { Workspace } from '../../../lookalike/client/wire.ts';
import { useLoaded, useSession } from '../../shared/react.tsx';
import { useToast } from './app.tsx';

export function WorkspacesPage() {
  const { organization } = useSession();
  const toast = useToast();
  const workspaces = useLoaded('', () => api.workspaces(organization));
  if (workspaces.data === undefined) return <p>Loading…</p>;

  const deactivate = async (workspace: Workspace): Promise<void> => {
    try {
      await api.deactivateWorkspace(organization, workspace.id);
      toast.say(`${workspace.name} has been deactivated`);
    } catch (problem) {
      toast.complain(sentenceOf(problem, 'Something went wrong. Please try again.'));
    }
    await workspaces.reload();
  };

  return (
    <>
      <h1>Workspaces</h1>
      <DataTable value={workspaces.data.results} dataKey="id">
        <Column
          header="Workspace"
          body={(workspace: Workspace) => <a href={hrefs.workspaceMembers(workspace.id)}>{workspace.name}</a>}
        />
        <Column header="Owner" field="owner" />
        <Column header="Members" field="active_members_count" />
        <Column
          body={(workspace: Workspace) => (
            <Button
              icon="pi pi-ban"
              text
              rounded
              severity="danger"
              aria-label="Deactivate"
              onClick={() => {
                confirmDialog({
                  header: 'Deactivate workspace',
                  message: `All members of ${workspace.name} lose access to it.`,
                  acceptLabel: 'Deactivate',
                  rejectLabel: 'Cancel',
                  defaultFocus: 'reject',
                  accept: () => void deactivate(workspace),
                });
              }}
            />
          )}
        />
      </DataTable>
      <ConfirmDialog />
    </>
  );
}
