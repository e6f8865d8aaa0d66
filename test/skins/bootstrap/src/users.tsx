import { useState } from 'react';
import { Button, Dropdown, Form, ListGroup, Modal } from 'react-bootstrap';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs, navigate } from '../../../lookalike/client/routes.ts';
import type { User } from '../../../lookalike/client/wire.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, roleName, useToasts } from './app.tsx';

/** Everybody, twenty more at a time. */
export function UsersPage() {
  const { organization } = useSession();
  const [count, setCount] = useState(20);
  const users = useLoaded(String(count), () => api.users(organization, { offset: 0, count, search: '' }));
  const [shown, setShown] = useState(users.data);
  if (users.data !== undefined && users.data !== shown) setShown(users.data);
  if (shown === undefined) return <p>Cargando…</p>;
  return (
    <>
      <h1>Todos los usuarios</h1>
      <ListGroup>
        {shown.results.map((user: User) => (
          <ListGroup.Item key={user.user_id} action href={hrefs.user(user.user_id)}>
            <Person person={user} />
            <span className="small">{user.workspaces.length} espacios de trabajo</span>
          </ListGroup.Item>
        ))}
      </ListGroup>
      {shown.results.length < shown.total && (
        <Button
          className="mt-3"
          onClick={() => {
            setCount(count + 20);
          }}
        >
          Cargar más
        </Button>
      )}
    </>
  );
}

/** One person's page: licence by a menu, removal by typing the address. */
export function UserPage({ userId }: { userId: string }) {
  const { profile, organization } = useSession();
  const toasts = useToasts();
  const user = useLoaded(userId, () => api.user(organization, userId));
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  if (user.data === undefined) return <p>Cargando…</p>;
  const { data } = user;
  const name = nameOf(data);

  const changeLicense = async (license: string): Promise<void> => {
    const done = await attempt(() => api.changeLicense(organization, userId, license), toasts.complain, failed);
    if (done) toasts.say(`La licencia de ${name} ahora es ${license}`);
    await user.reload();
  };
  const remove = async (): Promise<void> => {
    const done = await attempt(
      async () => {
        for (const at of data.workspaces) await api.removeMember(organization, at.workspace_id, at.membership_id);
      },
      toasts.complain,
      failed,
    );
    if (done) {
      toasts.say(`Se ha eliminado a ${name}`);
      navigate(hrefs.allUsers);
    }
  };

  return (
    <>
      <h1>{name}</h1>
      <Person person={data} />
      <dl className="mt-4">
        {data.workspaces.map((at) => (
          <div key={at.workspace_id}>
            <dt>{at.workspace_name}</dt>
            <dd>{roleName(at.role)}</dd>
          </div>
        ))}
      </dl>
      <div className="d-flex gap-3">
        <Dropdown>
          <Dropdown.Toggle variant="outline-secondary">Licencia: {data.license}</Dropdown.Toggle>
          <Dropdown.Menu renderOnMount={false}>
            {profile.licenses.map((license) => (
              <Dropdown.Item as="button" key={license} onClick={() => void changeLicense(license)}>
                {license}
              </Dropdown.Item>
            ))}
          </Dropdown.Menu>
        </Dropdown>
        <Button
          variant="danger"
          onClick={() => {
            setAsking(true);
          }}
        >
          Eliminar usuario…
        </Button>
      </div>
      <Modal
        show={asking}
        aria-label="Eliminar usuario"
        onHide={() => {
          setAsking(false);
        }}
      >
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed === data.email) void remove();
          }}
        >
          <Modal.Header>
            <Modal.Title>¿Está seguro?</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Form.Group controlId="typed">
              <Form.Label>Escriba el correo electrónico para confirmar</Form.Label>
              <Form.Control
                value={typed}
                autoComplete="off"
                onChange={(event) => {
                  setTyped(event.target.value);
                }}
              />
            </Form.Group>
          </Modal.Body>
          <Modal.Footer>
            <Button
              variant="light"
              onClick={() => {
                setAsking(false);
              }}
            >
              Cancelar
            </Button>
            <Button type="submit" variant="danger" disabled={typed !== data.email}>
              Eliminar
            </Button>
          </Modal.Footer>
        </Form>
      </Modal>
    </>
  );
}
