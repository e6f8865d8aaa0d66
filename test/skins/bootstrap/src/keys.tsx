import { useState } from 'react';
import { Alert, Button, Card, Form, Modal, Nav } from 'react-bootstrap';
import { api } from '../../../lookalike/client/api.ts';
import type { KeyTypeOnWire } from '../../../lookalike/client/wire.ts';
import { attempt, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, useToasts } from './app.tsx';

const NAMES = { sandbox: 'Clave de sandbox', production: 'Clave de producción' } as const;

/** One card for each key, masked as a password field masks (section 7, variant 12). */
export function KeysPage() {
  const { organization, workspace } = useSession();
  const toasts = useToasts();
  const slots = useLoaded(workspace.id, () => api.keySlots(organization, workspace.id));
  const [asked, setAsked] = useState<KeyTypeOnWire>();
  const [fresh, setFresh] = useState('');
  if (slots.data === undefined) return <p>Cargando…</p>;

  const generate = async (type: KeyTypeOnWire): Promise<void> => {
    setAsked(undefined);
    const done = await attempt(
      async () => {
        setFresh((await api.generateKey(organization, workspace.id, type)).key);
      },
      toasts.complain,
      failed,
    );
    if (done) toasts.say('Se ha generado la clave de API');
    await slots.reload();
  };

  return (
    <>
      <h1>Centro de desarrollo</h1>
      <Nav variant="tabs" className="mb-3" defaultActiveKey="configuration">
        <Nav.Link eventKey="logs">Registros</Nav.Link>
        <Nav.Link eventKey="configuration">Configuración</Nav.Link>
      </Nav>
      <h2>Claves de API</h2>
      {fresh !== '' && (
        <Alert
          variant="success"
          dismissible
          closeLabel="Cerrar"
          onClose={() => {
            setFresh('');
          }}
        >
          <p>Copie la clave y guárdela en un lugar seguro.</p>
          <code>{fresh}</code>
        </Alert>
      )}
      {slots.data.map(({ type, state }) => (
        <Card key={type} className="mb-3">
          <Card.Body className="d-flex gap-3 align-items-center">
            <Card.Title as="h3" className="h6 mb-0" style={{ width: 200 }}>
              {NAMES[type]}
            </Card.Title>
            {state === 'issued' && <Form.Control type="password" readOnly aria-label="Clave" value={'x'.repeat(20)} />}
            {state === 'issued' && (
              <Button
                variant="outline-secondary"
                onClick={() => {
                  setAsked(type);
                }}
              >
                Regenerar…
              </Button>
            )}
            {state === 'none' && <Button onClick={() => void generate(type)}>Generar</Button>}
            {state === 'not_entitled' && <Button variant="outline-secondary">Solicitar una demostración</Button>}
          </Card.Body>
        </Card>
      ))}
      {asked !== undefined && (
        <Modal
          show
          aria-labelledby="generate"
          onHide={() => {
            setAsked(undefined);
          }}
        >
          <Modal.Header>
            <Modal.Title id="generate">¿Generar una nueva {NAMES[asked].toLowerCase()}?</Modal.Title>
          </Modal.Header>
          <Modal.Body>La clave actual dejará de funcionar.</Modal.Body>
          <Modal.Footer>
            <Button
              variant="light"
              onClick={() => {
                setAsked(undefined);
              }}
            >
              Cancelar
            </Button>
            <Button variant="danger" onClick={() => void generate(asked)}>
              Generar
            </Button>
          </Modal.Footer>
        </Modal>
      )}
    </>
  );
}
