import { useState } from 'react';
import { Button, Dropdown, Form, ListGroup, Modal, Offcanvas } from 'react-bootstrap';
import { api } from '../../../lookalike/client/api.ts';
import type { Member } from '../../../lookalike/client/wire.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, roleName, useToasts } from './app.tsx';

/** The members of the current workspace as a list: no table, no roles of a grid. */
export function TeamPage({ workspace }: { workspace: { id: string; name: string } }) {
  const { profile, organization } = useSession();
  const toasts = useToasts();
  const members = useLoaded(workspace.id, () => api.members(organization, workspace.id));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [inRow, setInRow] = useState<string>();
  const [panel, setPanel] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  if (members.data === undefined) return <p>Cargando…</p>;
  const all = members.data.results;

  const remove = async (people: readonly Member[]): Promise<void> => {
    const done = await attempt(
      async () => {
        for (const member of people) await api.removeMember(organization, workspace.id, member.membership_id);
      },
      toasts.complain,
      failed,
    );
    if (done) {
      const [first] = people;
      toasts.say(
        people.length === 1 && first
          ? `Se ha eliminado a ${nameOf(first)}`
          : `Se ha eliminado a ${people.length} usuarios`,
      );
      setPicked(new Set());
    }
    setInRow(undefined);
    setPanel(false);
    setLeaving(undefined);
    await members.reload();
  };
  const changeRole = async (member: Member, role: string): Promise<void> => {
    const done = await attempt(
      () => api.changeRole(organization, workspace.id, member.membership_id, role),
      toasts.complain,
      failed,
    );
    if (done) toasts.say(`${nameOf(member)} ahora es ${roleName(role)}`);
    await members.reload();
  };

  return (
    <>
      <h1>Equipo</h1>
      <p className="text-secondary">Miembros de {workspace.name}</p>
      {picked.size > 0 && (
        <div className="sticky-top bg-white border p-2 mb-2 d-flex gap-3 align-items-center">
          <span>{picked.size} seleccionados</span>
          <Button
            variant="outline-danger"
            size="sm"
            onClick={() => {
              setPanel(true);
            }}
          >
            Eliminar usuarios
          </Button>
        </div>
      )}
      <ListGroup as="ul">
        {all.map((member) => (
          <ListGroup.Item as="li" key={member.membership_id} className="d-flex gap-3 align-items-center">
            <Form.Check
              aria-label="Seleccionar"
              checked={picked.has(member.membership_id)}
              onChange={() => {
                setPicked((before) => {
                  const after = new Set(before);
                  if (!after.delete(member.membership_id)) after.add(member.membership_id);
                  return after;
                });
              }}
            />
            <div className="flex-grow-1">
              <Person person={member} />
              {member.user_id === profile.id && <span className="small">(usted)</span>}
              {!member.is_active && <span className="badge text-bg-secondary">Pendiente</span>}
            </div>
            {inRow === member.membership_id ? (
              <div className="d-flex gap-2 align-items-center">
                <span>¿Quitar a esta persona?</span>
                <Button size="sm" variant="danger" onClick={() => void remove([member])}>
                  Sí, quitar
                </Button>
                <Button
                  size="sm"
                  variant="light"
                  onClick={() => {
                    setInRow(undefined);
                  }}
                >
                  No
                </Button>
              </div>
            ) : (
              <>
                <Form.Select
                  aria-label="Rol"
                  size="sm"
                  style={{ width: 160 }}
                  value={member.role}
                  onChange={(event) => void changeRole(member, event.target.value)}
                >
                  {profile.roles.map((role) => (
                    <option key={role} value={role}>
                      {roleName(role)}
                    </option>
                  ))}
                </Form.Select>
                <span className="small text-secondary">{member.user_license}</span>
                <Button
                  size="sm"
                  variant="link"
                  onClick={() => {
                    setInRow(member.membership_id);
                  }}
                >
                  Quitar
                </Button>
                <Dropdown align="end">
                  <Dropdown.Toggle size="sm" variant="light" aria-label="Más opciones">
                    ⋮
                  </Dropdown.Toggle>
                  <Dropdown.Menu renderOnMount={false}>
                    <Dropdown.Item as="button">Ver actividad</Dropdown.Item>
                    <Dropdown.Item
                      as="button"
                      className="text-danger"
                      onClick={() => {
                        setLeaving(member);
                      }}
                    >
                      Eliminar del espacio de trabajo
                    </Dropdown.Item>
                  </Dropdown.Menu>
                </Dropdown>
              </>
            )}
          </ListGroup.Item>
        ))}
      </ListGroup>
      <Offcanvas
        show={panel}
        placement="end"
        onHide={() => {
          setPanel(false);
        }}
      >
        <Offcanvas.Header closeButton closeLabel="Cerrar">
          <Offcanvas.Title>Eliminar usuarios</Offcanvas.Title>
        </Offcanvas.Header>
        <Offcanvas.Body>
          <p>Estas personas pierden el acceso a {workspace.name}:</p>
          <ul>
            {all
              .filter((member) => picked.has(member.membership_id))
              .map((member) => (
                <li key={member.membership_id}>{nameOf(member)}</li>
              ))}
          </ul>
          <Button
            variant="danger"
            onClick={() => void remove(all.filter((member) => picked.has(member.membership_id)))}
          >
            Continuar
          </Button>
        </Offcanvas.Body>
      </Offcanvas>
      {leaving !== undefined && (
        <LeavingModal
          member={leaving}
          heirs={all}
          onClose={() => {
            setLeaving(undefined);
          }}
          onRemove={() => void remove([leaving])}
        />
      )}
    </>
  );
}

/** Three steps in one modal; only the last one sends. */
function LeavingModal({
  member,
  heirs,
  onClose,
  onRemove,
}: {
  member: Member;
  heirs: readonly Member[];
  onClose: () => void;
  onRemove: () => void;
}) {
  const [step, setStep] = useState(1);
  return (
    <Modal show onHide={onClose} aria-labelledby="leaving">
      <Modal.Header closeButton closeLabel="Cerrar">
        <Modal.Title id="leaving">Eliminar a {nameOf(member)}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <p className="text-secondary">Paso {step} de 3</p>
        {step === 1 && <p>Esta persona ya no podrá abrir los documentos de este espacio de trabajo.</p>}
        {step === 2 && (
          <Form.Select aria-label="Nuevo propietario de los documentos">
            <option>Nadie</option>
            {heirs
              .filter((heir) => heir !== member && heir.is_active)
              .map((heir) => (
                <option key={heir.user_id}>{nameOf(heir)}</option>
              ))}
          </Form.Select>
        )}
        {step === 3 && <p>Esta acción no se puede deshacer.</p>}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="light" onClick={onClose}>
          Cancelar
        </Button>
        {step < 3 ? (
          <Button
            onClick={() => {
              setStep(step + 1);
            }}
          >
            Siguiente
          </Button>
        ) : (
          <Button variant="danger" onClick={onRemove}>
            Finalizar
          </Button>
        )}
      </Modal.Footer>
    </Modal>
  );
}
