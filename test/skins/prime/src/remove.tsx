import { Button } from 'primereact/button';
import { Checkbox } from 'primereact/checkbox';
import { Dialog } from 'primereact/dialog';
import { Dropdown } from 'primereact/dropdown';
import { Message } from 'primereact/message';
import { useId, useState } from 'react';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import { nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { useToast } from './app.tsx';

/** Asks from which workspaces, and who gets the documents (section 2.3). */
export function RemoveDialog({
  userId,
  name,
  ticked,
  onClose,
  onRemoved,
}: {
  userId: string;
  name: string;
  ticked: readonly string[];
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { organization, workspace } = useSession();
  const toast = useToast();
  const id = useId();
  const user = useLoaded(userId, () => api.user(organization, userId));
  const heirs = useLoaded(workspace.id, () => api.members(organization, workspace.id));
  const [chosen, setChosen] = useState<readonly string[]>(ticked);
  const [heir, setHeir] = useState<string>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const remove = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      for (const at of user.data?.workspaces ?? []) {
        if (chosen.includes(at.workspace_id)) {
          await api.removeMember(organization, at.workspace_id, at.membership_id, heir);
        }
      }
      toast.say(`${name} has been removed`);
      onClose();
      onRemoved();
    } catch (refusal) {
      setProblem(sentenceOf(refusal, 'Something went wrong. Please try again.'));
      setBusy(false);
    }
  };

  return (
    <Dialog
      visible
      modal
      draggable={false}
      style={{ width: 520 }}
      header={`Remove ${name}?`}
      onHide={onClose}
      footer={
        <>
          <Button label="Cancel" text onClick={onClose} />
          <Button
            label="Remove"
            severity="danger"
            disabled={busy || chosen.length === 0}
            onClick={() => void remove()}
          />
        </>
      }
    >
      <div className="stack">
        <p>Choose the workspaces that {name} should leave.</p>
        {(user.data?.workspaces ?? []).map((at) => (
          <div key={at.workspace_id}>
            <Checkbox
              inputId={`${id}${at.workspace_id}`}
              checked={chosen.includes(at.workspace_id)}
              onChange={(event) => {
                setChosen((before) =>
                  event.checked === true
                    ? [...before, at.workspace_id]
                    : before.filter((workspaceId) => workspaceId !== at.workspace_id),
                );
              }}
            />{' '}
            <label htmlFor={`${id}${at.workspace_id}`}>{at.workspace_name}</label>
          </div>
        ))}
        <label htmlFor={`${id}heir`}>New owner of documents</label>
        <Dropdown
          inputId={`${id}heir`}
          value={heir}
          filter
          showClear
          placeholder="Nobody"
          options={(heirs.data?.results ?? [])
            .filter((member) => member.user_id !== userId && member.is_active)
            .slice(0, 50)
            .map((member) => ({ value: member.user_id, label: nameOf(member) }))}
          onChange={(event) => {
            setHeir(event.value as string | undefined);
          }}
        />
        {problem !== '' && <Message severity="error" text={problem} />}
      </div>
    </Dialog>
  );
}
