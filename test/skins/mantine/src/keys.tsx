import { Button, Code, Group, Modal, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import type { KeyTypeOnWire } from '../../../lookalike/client/wire.ts';
import { attempt, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, useToasts } from './app.tsx';

const NAMES = { sandbox: 'Clé sandbox', production: 'Clé de production' } as const;

export function KeysPage() {
  const { organization, workspace } = useSession();
  const toasts = useToasts();
  const slots = useLoaded(workspace.id, () => api.keySlots(organization, workspace.id));
  const [asked, setAsked] = useState<KeyTypeOnWire>();
  const [fresh, setFresh] = useState('');
  if (slots.data === undefined) return <p>Chargement…</p>;
  const generate = async (type: KeyTypeOnWire): Promise<void> => {
    setAsked(undefined);
    const done = await attempt(
      async () => {
        setFresh((await api.generateKey(organization, workspace.id, type)).key);
      },
      toasts.complain,
      failed,
    );
    if (done) toasts.say('La clé API a été générée');
    await slots.reload();
  };
  return (
    <>
      <h1>Clés API</h1>
      {slots.data.map(({ type, state }) => (
        <Paper key={type} withBorder p="md" mb="sm">
          <Group justify="space-between">
            <Text fw={500}>{NAMES[type]}</Text>
            {state === 'issued' && <Code>{'•'.repeat(40)}</Code>}
            {state === 'issued' && (
              <Button
                variant="default"
                onClick={() => {
                  setAsked(type);
                }}
              >
                Régénérer
              </Button>
            )}
            {state === 'none' && <Button onClick={() => void generate(type)}>Générer</Button>}
            {state === 'not_entitled' && <Button variant="default">Demander une démo</Button>}
          </Group>
        </Paper>
      ))}
      {fresh !== '' && (
        <Text>
          Copiez la clé : <Code>{fresh}</Code>
        </Text>
      )}
      <Modal
        opened={asked !== undefined}
        title="Régénérer la clé ?"
        onClose={() => {
          setAsked(undefined);
        }}
      >
        <Text>La clé actuelle cessera immédiatement de fonctionner.</Text>
        <Group mt="md" justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              setAsked(undefined);
            }}
          >
            Annuler
          </Button>
          <Button
            onClick={() => {
              if (asked) void generate(asked);
            }}
          >
            Continuer
          </Button>
        </Group>
      </Modal>
    </>
  );
}
