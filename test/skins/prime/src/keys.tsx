import { Button } from 'primereact/button';
import { Card } from 'primereact/card';
import { confirmDialog, ConfirmDialog } from 'primereact/confirmdialog';
import { Dialog } from 'primereact/dialog';
import { TabMenu } from 'primereact/tabmenu';
import { useState } from 'react';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import type { KeyTypeOnWire } from '../../../lookalike/client/wire.ts';
import { useLoaded, useSession } from '../../shared/react.tsx';
import { useToast } from './app.tsx';

const NAMES = { sandbox: 'Sandbox key', production: 'Production key' } as const;
const TEXTS = {
  sandbox:
    'Test PandaDoc API for free. All documents will include a developer prefix and you’ll be able to use up to 10 requests per minute.',
  production:
    'Go live with PandaDoc API: You’ll have full control over document names, no watermarks on PDFs, and up to 300 documents created per minute.',
} as const;

/** Dev Center, Configuration (section 2.1): two rows, 40 dots, nothing about an owner. */
export function KeysPage() {
  const { organization, workspace } = useSession();
  const toast = useToast();
  const slots = useLoaded(workspace.id, () => api.keySlots(organization, workspace.id));
  const [fresh, setFresh] = useState('');
  if (slots.data === undefined) return <p>Loading…</p>;

  const generate = async (type: KeyTypeOnWire): Promise<void> => {
    try {
      const { key } = await api.generateKey(organization, workspace.id, type);
      setFresh(key);
      toast.say('API key has been generated');
    } catch (problem) {
      toast.complain(sentenceOf(problem, 'Something went wrong. Please try again.'));
    }
    await slots.reload();
  };

  return (
    <>
      <h1>Dev Center</h1>
      <TabMenu activeIndex={2} model={[{ label: 'Monitoring' }, { label: 'Logs' }, { label: 'Configuration' }]} />
      <Card title="API keys">
        {slots.data.map(({ type, state }) => (
          <div className="keys" key={type}>
            <strong>{NAMES[type]}</strong>
            <span>{TEXTS[type]}</span>
            <span>{state === 'issued' ? '•'.repeat(40) : ''}</span>
            {state === 'not_entitled' ? (
              <Button label="Request a demo" outlined />
            ) : state === 'none' ? (
              <Button label="Generate" onClick={() => void generate(type)} />
            ) : (
              <Button
                label="Regenerate"
                outlined
                onClick={() => {
                  confirmDialog({
                    header: 'Regenerate key?',
                    message: 'The current key stops working at once.',
                    acceptLabel: 'Regenerate',
                    rejectLabel: 'Cancel',
                    defaultFocus: 'reject',
                    accept: () => void generate(type),
                  });
                }}
              />
            )}
          </div>
        ))}
      </Card>
      <ConfirmDialog />
      <Dialog
        header="New API key"
        visible={fresh !== ''}
        onHide={() => {
          setFresh('');
        }}
      >
        <p>Copy the key and store it in a safe place.</p>
        <code>{fresh}</code>
      </Dialog>
    </>
  );
}
