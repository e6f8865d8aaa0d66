import { useState } from 'react';
import { PrimaryButton } from '../parts/controls.tsx';
import { InviteDialog } from '../parts/change-role.tsx';
import { MemberList } from '../parts/members.tsx';
import { Head, Main } from '../parts/page.tsx';
import { useSession } from '../session.ts';

/** Settings › Team and seats: the members of the current workspace. */
export function TeamPage() {
  const { profile, t } = useSession();
  const [inviting, setInviting] = useState(false);
  const [revision, setRevision] = useState(0);
  return (
    <Main>
      <Head>
        <h1>{t('teamAndSeats')}</h1>
        <PrimaryButton
          onClick={() => {
            setInviting(true);
          }}
        >
          {t('inviteUsers')}
        </PrimaryButton>
      </Head>
      <MemberList key={profile.workspace.id} workspaceId={profile.workspace.id} revision={revision} />
      {inviting && (
        <InviteDialog
          workspaceId={profile.workspace.id}
          onClose={() => {
            setInviting(false);
          }}
          onInvited={() => {
            setRevision((before) => before + 1);
          }}
        />
      )}
    </Main>
  );
}
