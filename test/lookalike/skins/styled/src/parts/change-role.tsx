import { useState } from 'react';
import { api, sentenceOf } from '../../../../client/api.ts';
import { roleName } from '../../../../client/messages.ts';
import type { Member } from '../../../../client/wire.ts';
import { displayName, useSession } from '../session.ts';
import { Field, PrimaryButton, Problem, SecondaryButton, SelectInput, TextInput } from './controls.tsx';
import { Dialog } from './dialog.tsx';
import { useToasts } from './toasts.tsx';

/** The way to another role through the row's menu; the other one is the list box in the row. */
export function ChangeRoleDialog({
  member,
  onClose,
  onChanged,
}: {
  member: Member;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { profile, t } = useSession();
  const toasts = useToasts();
  const [role, setRole] = useState(member.role);
  const [problem, setProblem] = useState<unknown>();
  const language = profile.interface_language;

  const save = async (): Promise<void> => {
    try {
      await api.changeRole(profile.organization.id, member.workspace, member.membership_id, role);
      toasts.say(t('roleChanged', { name: displayName(member), role: roleName(language, role) }));
      onClose();
      onChanged();
    } catch (refusal) {
      setProblem(refusal);
    }
  };

  return (
    <Dialog
      label={t('changeRole')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <SecondaryButton onClick={onClose}>{t('cancel')}</SecondaryButton>
          <PrimaryButton disabled={role === member.role} onClick={() => void save()}>
            {t('save')}
          </PrimaryButton>
        </>
      }
    >
      <p>{displayName(member)}</p>
      <Field label={t('role')}>
        {(id) => (
          <SelectInput
            id={id}
            value={role}
            onChange={(event) => {
              setRole(event.target.value);
            }}
          >
            {profile.roles.map((candidate) => (
              <option key={candidate} value={candidate}>
                {roleName(language, candidate)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      {problem !== undefined && <Problem>{sentenceOf(problem, t('somethingWrong'))}</Problem>}
    </Dialog>
  );
}

/** Asks for an address and a role, and invites. */
export function InviteDialog({
  workspaceId,
  onClose,
  onInvited,
}: {
  workspaceId: string;
  onClose: () => void;
  onInvited: () => void;
}) {
  const { profile, t } = useSession();
  const toasts = useToasts();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('Member');
  const [problem, setProblem] = useState<unknown>();

  const send = async (): Promise<void> => {
    try {
      await api.invite(profile.organization.id, workspaceId, email, role);
      toasts.say(t('invitationSent', { email }));
      onClose();
      onInvited();
    } catch (refusal) {
      setProblem(refusal);
    }
  };

  return (
    <Dialog
      label={t('inviteUsers')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <SecondaryButton onClick={onClose}>{t('cancel')}</SecondaryButton>
          <PrimaryButton disabled={email === ''} onClick={() => void send()}>
            {t('invite')}
          </PrimaryButton>
        </>
      }
    >
      <Field label={t('email')}>
        {(id) => (
          <TextInput
            id={id}
            type="email"
            value={email}
            onChange={(event) => {
              setEmail(event.target.value);
            }}
          />
        )}
      </Field>
      <Field label={t('role')}>
        {(id) => (
          <SelectInput
            id={id}
            value={role}
            onChange={(event) => {
              setRole(event.target.value);
            }}
          >
            {profile.roles.map((candidate) => (
              <option key={candidate} value={candidate}>
                {roleName(profile.interface_language, candidate)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      {problem !== undefined && <Problem>{sentenceOf(problem, t('somethingWrong'))}</Problem>}
    </Dialog>
  );
}
