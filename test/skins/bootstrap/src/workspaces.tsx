import { useState } from 'react';
import { Button, Modal, Table } from 'react-bootstrap';
import { api } from '../../../lookalike/client/api.ts';
import type { Workspace } from '../../../lookalike/client/wire.ts';
import { attempt, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, useToasts } from './app.tsx';

export function WorkspacesPage() {
  const { organization } = useSession();
  const toasts = useToasts();
  const workspaces = useLoaded('', () => api.workspaces(organization));
  const [asked, setAsked] = useState<Workspace>();
  if (workspaces.data === undefined) return <p>Cargando…</p>;

  const deactivate = async (workspace: Workspace): Promise<void> => {
    setAsked(undefined);
    const done = await attempt(() => api.deactivateWorkspace(organization, workspace.id), toasts.complain, failed);
    if (done) toasts.say(`Se ha desactivado ${workspace.name}`);
    await workspaces.reload();
  };

  return (
    <>
      <h1>Espacios de trabajo</h1>
      <Table>
        <thead>
          <tr>
            <th>Nombre</th>
            <th>Propietario</th>
            <th>Miembros</th>
            <th aria-label="Acciones" />
          </tr>
        </thead>
        <tbody>
          {workspaces.data.results.map((workspace) => (
            <tr key={workspace.id}>
              <td>{workspace.name}</td>
              <td>{workspace.owner}</td>
              <td>{workspace.active_members_count}</td>
              <td>
                <Button
                  size="sm"
                  variant="outline-danger"
                  onClick={() => {
                    setAsked(workspace);
                  }}
                >
                  Desactivar
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {asked !== undefined && (
        <Modal
          show
          aria-labelledby="deactivate"
          onHide={() => {
            setAsked(undefined);
          }}
        >
          <Modal.Header closeButton closeLabel="Cerrar">
            <Modal.Title id="deactivate">¿Desactivar {asked.name}?</Modal.Title>
          </Modal.Header>
          <Modal.Body>Todos los miembros pierden el acceso.</Modal.Body>
          <Modal.Footer>
            <Button variant="danger" onClick={() => void deactivate(asked)}>
              Sí
            </Button>
          </Modal.Footer>
        </Modal>
      )}
    </>
  );
}
