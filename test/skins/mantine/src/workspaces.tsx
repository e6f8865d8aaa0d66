import { Accordion, Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import type { Workspace } from '../../../lookalike/client/wire.ts';
import { attempt, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, useToasts } from './app.tsx';

export function WorkspacesPage() {
  const { organization } = useSession();
  const toasts = useToasts();
  const workspaces = useLoaded('', () => api.workspaces(organization));
  const [asked, setAsked] = useState<Workspace>();
  const [typed, setTyped] = useState('');
  const deactivate = async (workspace: Workspace): Promise<void> => {
    const done = await attempt(() => api.deactivateWorkspace(organization, workspace.id), toasts.complain, failed);
    if (done) toasts.say(`${workspace.name} a été désactivé`);
    setAsked(undefined);
    await workspaces.reload();
  };
  return (
    <>
      <h1>Espaces de travail</h1>
      <Accordion>
        {(workspaces.data?.results ?? []).map((workspace) => (
          <Accordion.Item key={workspace.id} value={workspace.id}>
            <Accordion.Control>{workspace.name}</Accordion.Control>
            <Accordion.Panel>
              {workspace.active_members_count} membres{' '}
              <Button
                color="red"
                variant="subtle"
                onClick={() => {
                  setTyped('');
                  setAsked(workspace);
                }}
              >
                Désactiver…
              </Button>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Modal
        opened={asked !== undefined}
        title={`Désactiver ${asked?.name ?? ''}`}
        onClose={() => {
          setAsked(undefined);
        }}
      >
        <TextInput
          label="Saisissez le nom pour confirmer"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <Button
          mt="md"
          color="red"
          disabled={typed !== asked?.name}
          onClick={() => {
            if (asked) void deactivate(asked);
          }}
        >
          Désactiver
        </Button>
      </Modal>
    </>
  );
}
