import { Modal, OverflowMenu, OverflowMenuItem, TextInput, Tile } from '@carbon/react';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import type { Workspace } from '../../../lookalike/client/wire.ts';
import { attempt, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, useToasts } from './app.tsx';

/** Workspaces as tiles; whoever deactivates one types its name. */
export function WorkspacesPage() {
  const { organization } = useSession();
  const toasts = useToasts();
  const workspaces = useLoaded('', () => api.workspaces(organization));
  const [asked, setAsked] = useState<Workspace>();
  const [typed, setTyped] = useState('');
  if (workspaces.data === undefined) return <p>Wird geladen…</p>;

  const deactivate = async (): Promise<void> => {
    if (asked === undefined) return;
    const done = await attempt(() => api.deactivateWorkspace(organization, asked.id), toasts.complain, failed);
    if (done) toasts.say(`${asked.name} wurde deaktiviert`);
    setAsked(undefined);
    setTyped('');
    await workspaces.reload();
  };

  return (
    <>
      <h1>Arbeitsbereiche</h1>
      <div className="tiles">
        {workspaces.data.results.map((workspace) => (
          <Tile key={workspace.id}>
            <h3>{workspace.name}</h3>
            <p>Inhaber: {workspace.owner}</p>
            <p>{workspace.active_members_count} Mitglieder</p>
            <div className="menu">
              <OverflowMenu aria-label="Optionen" iconDescription="Optionen" flipped>
                <OverflowMenuItem
                  itemText="Arbeitsbereich deaktivieren…"
                  isDelete
                  onClick={() => {
                    setAsked(workspace);
                  }}
                />
              </OverflowMenu>
            </div>
          </Tile>
        ))}
      </div>
      {asked !== undefined && (
        <Modal
          open
          danger
          modalHeading="Arbeitsbereich deaktivieren"
          primaryButtonText="Deaktivieren"
          primaryButtonDisabled={typed !== asked.name}
          secondaryButtonText="Abbrechen"
          closeButtonLabel="Schließen"
          shouldSubmitOnEnter
          onRequestClose={() => {
            setAsked(undefined);
          }}
          onRequestSubmit={() => void deactivate()}
        >
          <p>Alle Mitglieder von {asked.name} verlieren den Zugriff.</p>
          <TextInput
            id="typed"
            labelText="Name des Arbeitsbereichs"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        </Modal>
      )}
    </>
  );
}
