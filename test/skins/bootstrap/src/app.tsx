/** The lookalike's settings on React-Bootstrap, in Spanish: lists instead of tables, a wizard in a modal, a question in the row. */
import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { Col, Container, Form, Nav, Row, Toast, ToastContainer } from 'react-bootstrap';
import { hrefs } from '../../../lookalike/client/routes.ts';
import { nameOf, useRoute, useSession } from '../../shared/react.tsx';
import { KeysPage } from './keys.tsx';
import { TeamPage } from './team.tsx';
import { UserPage, UsersPage } from './users.tsx';
import { WorkspacesPage } from './workspaces.tsx';

export const failed = 'Algo ha salido mal. Inténtelo de nuevo.';

const ROLES: Readonly<Record<string, string>> = {
  Admin: 'Administrador',
  Manager: 'Gestor',
  Member: 'Miembro',
  Collaborator: 'Colaborador',
};
export const roleName = (role: string): string => ROLES[role] ?? role;

const Toasts = createContext<{ say(text: string): void; complain(text: string): void }>({
  say: () => undefined,
  complain: () => undefined,
});
export const useToasts = () => useContext(Toasts);

export function Person({
  person,
}: {
  person: { first_name: string; last_name: string; email: string; avatar: string | null };
}) {
  const name = nameOf(person);
  return (
    <div className="d-flex gap-3 align-items-center">
      {person.avatar !== null && <img src={person.avatar} alt="" width={36} height={36} className="rounded-circle" />}
      <div>
        <div className="fw-semibold">{name}</div>
        {name !== person.email && <div className="text-secondary small">{person.email}</div>}
      </div>
    </div>
  );
}

export function App() {
  const { profile, workspace, switchWorkspace } = useSession();
  const route = useRoute();
  const [said, setSaid] = useState<{ bg: 'success' | 'danger'; text: string }>();
  const page = (): ReactNode => {
    switch (route.page) {
      case 'team':
        return <TeamPage key={workspace.id} workspace={workspace} />;
      case 'all-users':
        return <UsersPage />;
      case 'user':
        return <UserPage key={route.userId} userId={route.userId} />;
      case 'workspaces':
        return <WorkspacesPage />;
      case 'dev-center':
        return <KeysPage key={workspace.id} />;
      default:
        return <h1>Inicio</h1>;
    }
  };
  return (
    <Toasts
      value={{
        say: (text) => {
          setSaid({ bg: 'success', text });
        },
        complain: (text) => {
          setSaid({ bg: 'danger', text });
        },
      }}
    >
      <Container fluid>
        <Row>
          <Col xs={3} xl={2} className="bg-light vh-100 p-3">
            <Form.Select
              aria-label="Espacio de trabajo actual"
              value={workspace.id}
              onChange={(event) => void switchWorkspace(event.target.value)}
            >
              {profile.workspaces.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Form.Select>
            <Nav className="flex-column mt-3" as="nav" aria-label="Configuración">
              <Nav.Link href={hrefs.team}>Equipo</Nav.Link>
              <Nav.Link href={hrefs.devCenter}>Centro de desarrollo</Nav.Link>
              <Nav.Link href={hrefs.allUsers}>Todos los usuarios</Nav.Link>
              <Nav.Link href={hrefs.workspaces}>Espacios de trabajo</Nav.Link>
            </Nav>
          </Col>
          <Col as="main" className="p-4">
            {page()}
          </Col>
        </Row>
      </Container>
      <ToastContainer position="bottom-end" className="p-3 position-fixed">
        <Toast
          show={said !== undefined}
          {...(said === undefined ? {} : { bg: said.bg })}
          delay={8000}
          autohide
          onClose={() => {
            setSaid(undefined);
          }}
        >
          <Toast.Body>{said?.text}</Toast.Body>
        </Toast>
      </ToastContainer>
    </Toasts>
  );
}
