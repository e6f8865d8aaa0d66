import { Button, Checkbox, ProgressIndicator, ProgressStep, Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs, navigate } from '../../../lookalike/client/routes.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, roleName, useToasts } from './app.tsx';

/** One person's page. Ending access is a way of three steps on the page itself, without any dialog. */
export function UserPage({ userId }: { userId: string }) {
  const { organization, workspace } = useSession();
  const toasts = useToasts();
  const user = useLoaded(userId, () => api.user(organization, userId));
  const heirs = useLoaded(workspace.id, () => api.members(organization, workspace.id));
  const [step, setStep] = useState<number>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [heir, setHeir] = useState('');
  if (user.data === undefined) return <p>Wird geladen…</p>;
  const { data } = user;
  const name = nameOf(data);

  const end = async (): Promise<void> => {
    const done = await attempt(
      async () => {
        for (const at of data.workspaces) {
          if (chosen.has(at.workspace_id)) {
            await api.removeMember(organization, at.workspace_id, at.membership_id, heir === '' ? undefined : heir);
          }
        }
      },
      toasts.complain,
      failed,
    );
    if (done) {
      toasts.say(`Der Zugriff von ${name} wurde beendet`);
      navigate(hrefs.allUsers);
    }
  };

  if (step === undefined) {
    return (
      <>
        <h1>{name}</h1>
        <Person person={data} />
        <ul style={{ margin: '24px 0' }}>
          {data.workspaces.map((at) => (
            <li key={at.workspace_id}>
              {at.workspace_name}: {roleName(at.role)}
            </li>
          ))}
        </ul>
        <Button
          kind="danger--tertiary"
          onClick={() => {
            setStep(0);
          }}
        >
          Zugriff beenden
        </Button>
      </>
    );
  }
  return (
    <>
      <h1>Zugriff von {name} beenden</h1>
      <ProgressIndicator currentIndex={step} spaceEqually>
        <ProgressStep label="Arbeitsbereiche" />
        <ProgressStep label="Dokumente" />
        <ProgressStep label="Bestätigen" />
      </ProgressIndicator>
      {step === 0 && (
        <fieldset>
          <legend>Welche Arbeitsbereiche soll {name} verlieren?</legend>
          {data.workspaces.map((at) => (
            <Checkbox
              key={at.workspace_id}
              id={`at-${at.workspace_id}`}
              labelText={at.workspace_name}
              checked={chosen.has(at.workspace_id)}
              onChange={(_event, { checked }) => {
                setChosen((before) => {
                  const after = new Set(before);
                  if (checked) after.add(at.workspace_id);
                  else after.delete(at.workspace_id);
                  return after;
                });
              }}
            />
          ))}
        </fieldset>
      )}
      {step === 1 && (
        <Select
          id="heir"
          labelText="Dokumente gehen an"
          value={heir}
          onChange={(event) => {
            setHeir(event.target.value);
          }}
        >
          <SelectItem value="" text="niemanden" />
          {(heirs.data?.results ?? [])
            .filter((member) => member.user_id !== userId && member.is_active)
            .map((member) => (
              <SelectItem key={member.user_id} value={member.user_id} text={nameOf(member)} />
            ))}
        </Select>
      )}
      {step === 2 && (
        <p>
          {name} verliert {chosen.size === 1 ? 'einen Arbeitsbereich' : `${chosen.size} Arbeitsbereiche`}.
        </p>
      )}
      <div style={{ marginTop: 24 }}>
        <Button
          kind="secondary"
          onClick={() => {
            setStep(step === 0 ? undefined : step - 1);
          }}
        >
          Zurück
        </Button>
        {step < 2 ? (
          <Button
            disabled={chosen.size === 0}
            onClick={() => {
              setStep(step + 1);
            }}
          >
            Weiter
          </Button>
        ) : (
          <Button kind="danger" onClick={() => void end()}>
            Jetzt beenden
          </Button>
        )}
      </div>
    </>
  );
}
