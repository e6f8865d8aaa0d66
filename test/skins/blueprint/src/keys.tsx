import { Button, Callout, PopoverNext, Section, SectionCard } from '@blueprintjs/core';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import type { KeyTypeOnWire } from '../../../lookalike/client/wire.ts';
import { attempt, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, useToasts } from './app.tsx';

const NAMES = { sandbox: 'Clé sandbox', production: 'Clé de production' } as const;

/** Two rows; the question before a new key is a bubble beside its button. */
export function KeysPage() {
  const { organization, workspace } = useSession();
  const toasts = useToasts();
  const slots = useLoaded(workspace.id, () => api.keySlots(organization, workspace.id));
  const [fresh, setFresh] = useState('');

  const generate = async (type: KeyTypeOnWire): Promise<void> => {
    const done = await attempt(
      async () => {
        setFresh((await api.generateKey(organization, workspace.id, type)).key);
      },
      toasts.complain,
      failed,
    );
    if (done) toasts.say('La clé d’API a été générée');
    await slots.reload();
  };

  return (
    <>
      <h1 className="bp6-heading">Clés d’API</h1>
      {fresh !== '' && (
        <Callout intent="success" title="Nouvelle clé d’API">
          <code>{fresh}</code>
        </Callout>
      )}
      <Section title={workspace.name}>
        {(slots.data ?? []).map(({ type, state }) => (
          <SectionCard key={type}>
            <div style={{ display: 'flex', gap: 16, alignItems: 'center' }}>
              <strong style={{ width: 160 }}>{NAMES[type]}</strong>
              <span style={{ flex: 1 }}>{state === 'issued' ? '•'.repeat(40) : ''}</span>
              {state === 'not_entitled' && <Button text="Demander une démo" />}
              {state === 'none' && <Button text="Générer" onClick={() => void generate(type)} />}
              {state === 'issued' && (
                <PopoverNext
                  content={
                    <div style={{ padding: 16, maxWidth: 260 }}>
                      <p>La clé actuelle cessera de fonctionner.</p>
                      <Button intent="danger" text="Continuer" onClick={() => void generate(type)} />
                    </div>
                  }
                >
                  <Button text="Générer une nouvelle clé" />
                </PopoverNext>
              )}
            </div>
          </SectionCard>
        ))}
      </Section>
    </>
  );
}
