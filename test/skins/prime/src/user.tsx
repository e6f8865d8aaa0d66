import { Button } from 'primereact/button';
import { Dialog } from 'primereact/dialog';
import { InputText } from 'primereact/inputtext';
import { Message } from 'primereact/message';
import { useState } from 'react';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import { hrefs, navigate } from '../../../lookalike/client/routes.ts';
import { nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { useToast, Who } from './app.tsx';

/** One person's page; whoever deletes has to type the word. */
export function UserPage({ userId }: { userId: string }) {
  const { organization } = useSession();
  const toast = useToast();
  const user = useLoaded(userId, () => api.user(organization, userId));
  const [asking, setAsking] = useState(false);
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState('');
  if (user.data === undefined) return <p>Loading…</p>;
  const { data } = user;
  const name = nameOf(data);

  const remove = async (): Promise<void> => {
    setProblem('');
    try {
      for (const at of data.workspaces) await api.removeMember(organization, at.workspace_id, at.membership_id);
      toast.say(`${name} has been deleted`);
      navigate(hrefs.allUsers);
    } catch (refusal) {
      setProblem(sentenceOf(refusal, 'Something went wrong. Please try again.'));
    }
  };

  return (
    <>
      <p>
        <a href={hrefs.allUsers}>All users</a>
      </p>
      <h1>{name}</h1>
      <Who person={data} />
      <h2>Workspaces</h2>
      <ul>
        {data.workspaces.map((at) => (
          <li key={at.workspace_id}>
            {at.workspace_name} – {at.role}
          </li>
        ))}
      </ul>
      <h2>Danger zone</h2>
      <Button
        label="Delete this user…"
        severity="danger"
        onClick={() => {
          setAsking(true);
        }}
      />
      <Dialog
        visible={asking}
        header="Delete user"
        style={{ width: 460 }}
        draggable={false}
        onHide={() => {
          setAsking(false);
        }}
      >
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (word === 'DELETE') void remove();
          }}
        >
          <p>{name} loses access to every workspace. Type DELETE to confirm.</p>
          <InputText
            aria-label="Confirmation"
            value={word}
            onChange={(event) => {
              setWord(event.target.value);
            }}
          />
          {problem !== '' && <Message severity="error" text={problem} />}
          <Button type="submit" label="Delete user" severity="danger" disabled={word !== 'DELETE'} />
        </form>
      </Dialog>
    </>
  );
}
