import { useState } from 'react';
import styled from 'styled-components';
import { api, sentenceOf } from '../../../../client/api.ts';
import type { User } from '../../../../client/wire.ts';
import { displayName, useLoaded, useSession } from '../session.ts';
import { theme } from '../theme.ts';
import { Check, DangerButton, Field, Problem, SecondaryButton, SelectInput } from './controls.tsx';
import { Dialog } from './dialog.tsx';
import { Waiting } from './page.tsx';
import { useToasts } from './toasts.tsx';

const Choices = styled.fieldset`
  margin: 0;
  padding: 0;
  border: 0;
  legend {
    padding: 0 0 4px;
    font-size: 13px;
    font-weight: 500;
  }
  > label:first-of-type {
    border-bottom: 1px solid ${theme.line};
  }
`;

/**
 * Asks from which workspaces somebody is removed and who gets the documents (section 2.3). One DELETE for each
 * workspace, one after the other; the first refusal ends it and its sentence is shown.
 */
export function RemoveUserDialog({
  userId,
  name,
  currentWorkspaceId,
  onClose,
  onRemoved,
}: {
  userId: string;
  name: string;
  /** The workspace of the list that was clicked in: ticked from the start. */
  currentWorkspaceId?: string | undefined;
  onClose: () => void;
  /** At least one membership is gone; `complete` if all that were ticked are. */
  onRemoved: (complete: boolean) => void;
}) {
  const { profile, t } = useSession();
  const toasts = useToasts();
  const organization = profile.organization.id;
  const user = useLoaded(userId, () => api.user(organization, userId));
  const heirs = useLoaded(profile.workspace.id, () => api.members(organization, profile.workspace.id));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    new Set(currentWorkspaceId === undefined ? [] : [currentWorkspaceId]),
  );
  const [heir, setHeir] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const workspaces = user.data?.workspaces ?? [];
  const only = workspaces.length === 1 ? workspaces[0] : undefined;
  const chosen = only === undefined ? workspaces.filter(({ workspace_id: id }) => ticked.has(id)) : [only];

  const tick = (ids: readonly string[], on: boolean): void => {
    setTicked((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  };

  const remove = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    let done = 0;
    try {
      for (const { workspace_id: workspace, membership_id: membership } of chosen) {
        await api.removeMember(organization, workspace, membership, heir === '' ? undefined : heir);
        done += 1;
      }
      toasts.say(t('wasRemoved', { name }));
      onClose();
      onRemoved(true);
    } catch (refusal) {
      setProblem(refusal);
      setBusy(false);
      if (done > 0) {
        await user.reload();
        onRemoved(false);
      }
    }
  };

  return (
    <Dialog
      label={t('removeUser')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <SecondaryButton onClick={onClose}>{t('cancel')}</SecondaryButton>
          <DangerButton disabled={busy || chosen.length === 0} onClick={() => void remove()}>
            {t('remove')}
          </DangerButton>
        </>
      }
    >
      {user.data === undefined ? (
        <Waiting problem={user.problem} onRetry={user.reload} />
      ) : (
        <>
          <p>
            {only === undefined
              ? t('removeFromSome', { name })
              : t('removeFromOne', { name, workspace: only.workspace_name })}
          </p>
          {only === undefined && (
            <Choices>
              <legend>{t('removeFrom')}</legend>
              <Check
                checked={chosen.length === workspaces.length}
                onChange={(on) => {
                  tick(
                    workspaces.map(({ workspace_id: id }) => id),
                    on,
                  );
                }}
              >
                {t('selectAll')}
              </Check>
              {workspaces.map(({ workspace_id: id, workspace_name: workspace }) => (
                <Check
                  key={id}
                  checked={ticked.has(id)}
                  onChange={(on) => {
                    tick([id], on);
                  }}
                >
                  {workspace}
                </Check>
              ))}
            </Choices>
          )}
          <Field label={t('reassign')}>
            {(id) => (
              <SelectInput
                id={id}
                value={heir}
                onChange={(event) => {
                  setHeir(event.target.value);
                }}
              >
                <option value="">{t('keepDocumentOwner')}</option>
                {(heirs.data?.results ?? [])
                  .filter((member) => member.user_id !== userId && member.is_active)
                  .map((member) => (
                    <option key={member.user_id} value={member.user_id}>
                      {displayName(member)}
                    </option>
                  ))}
              </SelectInput>
            )}
          </Field>
          {problem !== undefined && <Problem>{sentenceOf(problem, t('somethingWrong'))}</Problem>}
        </>
      )}
    </Dialog>
  );
}

/** Asks before several people are removed from everything; names nobody, only how many (section 7, variant 18). */
export function RemoveUsersDialog({
  users,
  onClose,
  onRemoved,
}: {
  users: readonly User[];
  onClose: () => void;
  onRemoved: (complete: boolean) => void;
}) {
  const { profile, t } = useSession();
  const toasts = useToasts();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // The question keeps its number while people go, and a second attempt goes on where the first one ended.
  const [asked] = useState(users);
  const [left, setLeft] = useState(() =>
    users.flatMap((user) =>
      user.workspaces.map((at) => ({ workspace: at.workspace_id, membership: at.membership_id })),
    ),
  );
  const count = asked.length;

  const remove = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    let waiting = left;
    try {
      for (const { workspace, membership } of left) {
        await api.removeMember(profile.organization.id, workspace, membership);
        waiting = waiting.slice(1);
      }
      const [first] = asked;
      toasts.say(count === 1 && first ? t('wasRemoved', { name: displayName(first) }) : t('wereRemoved', { count }));
      onClose();
      onRemoved(true);
    } catch (refusal) {
      setProblem(refusal);
      setLeft(waiting);
      setBusy(false);
      onRemoved(false);
    }
  };

  return (
    <Dialog
      label={t('removeUsers')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <SecondaryButton onClick={onClose}>{t('cancel')}</SecondaryButton>
          <DangerButton disabled={busy} onClick={() => void remove()}>
            {t('remove')}
          </DangerButton>
        </>
      }
    >
      <p>{count === 1 ? t('removeManyOne') : t('removeMany', { count })}</p>
      {problem !== undefined && <Problem>{sentenceOf(problem, t('somethingWrong'))}</Problem>}
    </Dialog>
  );
}
