import {
  Button,
  Modal,
  OverflowMenu,
  OverflowMenuItem,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableHeader,
  TableRow,
  TabList,
  Tabs,
} from '@carbon/react';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import type { KeyTypeOnWire } from '../../../lookalike/client/wire.ts';
import { attempt, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, useToasts } from './app.tsx';

const NAMES = { sandbox: 'Sandbox-Schlüssel', production: 'Produktionsschlüssel' } as const;

/** A key page that shows more than the one that was seen: a table with owner and date (section 7, variant 13). */
export function KeysPage() {
  const { organization, workspace } = useSession();
  const toasts = useToasts();
  const slots = useLoaded(workspace.id, () =>
    Promise.all([api.keySlots(organization, workspace.id), api.keyDetails(organization, workspace.id)]),
  );
  const [asked, setAsked] = useState<KeyTypeOnWire>();
  const [fresh, setFresh] = useState('');
  if (slots.data === undefined) return <p>Wird geladen…</p>;
  const [states, details] = slots.data;

  const generate = async (type: KeyTypeOnWire): Promise<void> => {
    setAsked(undefined);
    const done = await attempt(
      async () => {
        setFresh((await api.generateKey(organization, workspace.id, type)).key);
      },
      toasts.complain,
      failed,
    );
    if (done) toasts.say('Der API-Schlüssel wurde generiert');
    await slots.reload();
  };

  return (
    <>
      <h1>Entwickler-Center</h1>
      <Tabs selectedIndex={2}>
        <TabList aria-label="Bereiche">
          <Tab>Überwachung</Tab>
          <Tab>Protokolle</Tab>
          <Tab>Konfiguration</Tab>
        </TabList>
      </Tabs>
      <TableContainer title="API-Schlüssel" description={workspace.name}>
        <Table>
          <TableHead>
            <TableRow>
              <TableHeader>Name</TableHeader>
              <TableHeader>Schlüssel</TableHeader>
              <TableHeader>Eigentümer</TableHeader>
              <TableHeader>Erstellt am</TableHeader>
              <th scope="col" aria-label="Aktionen" />
            </TableRow>
          </TableHead>
          <TableBody>
            {states.map(({ type, state }) => {
              const shown = details.find((each) => each.type === type);
              return (
                <TableRow key={type}>
                  <TableCell>{NAMES[type]}</TableCell>
                  <TableCell>{state === 'issued' ? '••••••••••••••••' : ''}</TableCell>
                  <TableCell>{shown?.owner.email}</TableCell>
                  <TableCell>
                    {shown && new Date(shown.date_created).toLocaleDateString('de', { timeZone: 'UTC' })}
                  </TableCell>
                  <TableCell>
                    {state === 'none' && (
                      <Button size="sm" onClick={() => void generate(type)}>
                        Generieren
                      </Button>
                    )}
                    {state === 'issued' && (
                      <OverflowMenu aria-label="Optionen" iconDescription="Optionen" flipped size="sm">
                        <OverflowMenuItem
                          itemText="Neu generieren"
                          onClick={() => {
                            setAsked(type);
                          }}
                        />
                      </OverflowMenu>
                    )}
                    {state === 'not_entitled' && 'Demo anfordern'}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
      {asked !== undefined && (
        <Modal
          open
          danger
          size="xs"
          modalHeading={`${NAMES[asked]} neu generieren?`}
          primaryButtonText="Fortfahren"
          secondaryButtonText="Abbrechen"
          closeButtonLabel="Schließen"
          onRequestClose={() => {
            setAsked(undefined);
          }}
          onRequestSubmit={() => void generate(asked)}
        >
          <p>Der bisherige Schlüssel funktioniert dann sofort nicht mehr.</p>
        </Modal>
      )}
      {fresh !== '' && (
        <Modal
          open
          passiveModal
          modalHeading="Neuer API-Schlüssel"
          closeButtonLabel="Schließen"
          onRequestClose={() => {
            setFresh('');
          }}
        >
          <p>Kopieren Sie den Schlüssel und bewahren Sie ihn sicher auf.</p>
          <code>{fresh}</code>
        </Modal>
      )}
    </>
  );
}
