import { Card, CardList, Switch } from '@blueprintjs/core';
import { api } from '../../../lookalike/client/api.ts';
import type { Workspace } from '../../../lookalike/client/wire.ts';
import { attempt, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, useToasts } from './app.tsx';

/** A switch for each workspace, which acts at once. */
export function WorkspacesPage() {
  const { organization } = useSession();
  const toasts = useToasts();
  const workspaces = useLoaded('', () => api.workspaces(organization));
  const deactivate = async (workspace: Workspace): Promise<void> => {
    const done = await attempt(() => api.deactivateWorkspace(organization, workspace.id), toasts.complain, failed);
    if (done) toasts.say(`${workspace.name} a été désactivé`);
    await workspaces.reload();
  };
  return (
    <>
      <h1 className="bp6-heading">Espaces de travail</h1>
      <CardList>
        {(workspaces.data?.results ?? []).map((workspace) => (
          <Card key={workspace.id} style={{ justifyContent: 'space-between' }}>
            <div>
              <strong>{workspace.name}</strong>
              <div>{workspace.active_members_count} membres</div>
            </div>
            <Switch
              checked
              label="Actif"
              style={{ marginBottom: 0 }}
              onChange={() => {
                void deactivate(workspace);
              }}
            />
          </Card>
        ))}
      </CardList>
    </>
  );
}
