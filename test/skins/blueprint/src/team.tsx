import {
  Alert,
  Button,
  Card,
  Checkbox,
  ContextMenu,
  Dialog,
  DialogBody,
  DialogFooter,
  Drawer,
  Menu,
  MenuItem,
  PopoverNext,
  Tag,
} from '@blueprintjs/core';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import type { Member } from '../../../lookalike/client/wire.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, roleName, useToasts } from './app.tsx';

/** The members of the current workspace as cards. */
export function TeamPage({ workspace }: { workspace: { id: string; name: string } }) {
  const { profile, organization } = useSession();
  const toasts = useToasts();
  const members = useLoaded(workspace.id, () => api.members(organization, workspace.id));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Member>();
  const [several, setSeveral] = useState(false);
  const [drawer, setDrawer] = useState<Member>();
  if (members.data === undefined) return <p>Chargement…</p>;
  const all = members.data.results;
  const chosen = all.filter((member) => picked.has(member.membership_id));

  const remove = async (people: readonly Member[], undo?: () => void): Promise<void> => {
    const done = await attempt(
      async () => {
        for (const member of people) await api.removeMember(organization, workspace.id, member.membership_id);
      },
      toasts.complain,
      failed,
    );
    const [first] = people;
    if (done && first) {
      toasts.say(
        people.length === 1 ? `${nameOf(first)} a été retiré` : `${people.length} personnes ont été retirées`,
        undo,
      );
    }
    setPicked(new Set());
    setAsked(undefined);
    setSeveral(false);
    await members.reload();
  };
  const changeRole = async (member: Member, role: string): Promise<void> => {
    const done = await attempt(
      () => api.changeRole(organization, workspace.id, member.membership_id, role),
      toasts.complain,
      failed,
    );
    if (done) toasts.say(`${nameOf(member)} : ${roleName(role)}`);
    await members.reload();
  };
  const menuOf = (member: Member) => (
    <Menu>
      <MenuItem
        icon="edit"
        text="Gérer les accès"
        onClick={() => {
          setDrawer(member);
        }}
      />
      <MenuItem
        icon="remove"
        intent="danger"
        text="Retirer de l’espace de travail"
        onClick={() => {
          // Undoing is a new invitation: nothing here gives a membership back.
          void remove([member], () => {
            void api.invite(organization, workspace.id, member.email, member.role).then(() => members.reload());
          });
        }}
      />
    </Menu>
  );

  return (
    <>
      <h1 className="bp6-heading">Équipe et licences</h1>
      <p>Membres de {workspace.name}</p>
      {picked.size > 0 && (
        <div style={{ position: 'sticky', top: 0, zIndex: 5, background: 'white', padding: 8 }}>
          {picked.size} sélectionnés{' '}
          <Button
            intent="danger"
            variant="outlined"
            text="Retirer la sélection"
            onClick={() => {
              setSeveral(true);
            }}
          />
        </div>
      )}
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(330px, 1fr))' }}>
        {all.map((member) => (
          <ContextMenu key={member.membership_id} content={menuOf(member)}>
            <Card compact>
              <div style={{ display: 'flex', gap: 8, alignItems: 'flex-start' }}>
                <Checkbox
                  aria-label="Sélectionner"
                  checked={picked.has(member.membership_id)}
                  onChange={() => {
                    setPicked((before) => {
                      const after = new Set(before);
                      if (!after.delete(member.membership_id)) after.add(member.membership_id);
                      return after;
                    });
                  }}
                />
                <div style={{ flex: 1, minWidth: 0 }}>
                  <Person person={member} />
                  <div style={{ marginTop: 6 }}>
                    <PopoverNext
                      content={
                        <Menu>
                          {profile.roles.map((role) => (
                            <MenuItem key={role} text={roleName(role)} onClick={() => void changeRole(member, role)} />
                          ))}
                        </Menu>
                      }
                    >
                      <Button size="small" endIcon="caret-down" text={roleName(member.role)} />
                    </PopoverNext>{' '}
                    <Tag minimal>{member.user_license}</Tag>
                    {!member.is_active && <Tag intent="warning">En attente</Tag>}
                    {member.user_id === profile.id && ' (vous)'}
                  </div>
                </div>
                <Button
                  icon="trash"
                  variant="minimal"
                  aria-label="Supprimer"
                  onClick={() => {
                    setAsked(member);
                  }}
                />
                <PopoverNext content={menuOf(member)} placement="bottom-end">
                  <Button icon="more" variant="minimal" aria-label="Plus d’actions" />
                </PopoverNext>
              </div>
            </Card>
          </ContextMenu>
        ))}
      </div>
      <Alert
        isOpen={asked !== undefined}
        intent="danger"
        icon="trash"
        confirmButtonText="Oui"
        cancelButtonText="Non"
        onCancel={() => {
          setAsked(undefined);
        }}
        onConfirm={() => {
          if (asked) void remove([asked]);
        }}
      >
        <p>Voulez-vous vraiment supprimer {asked && nameOf(asked)} ?</p>
      </Alert>
      <Dialog
        isOpen={several}
        title="Retirer des personnes"
        onClose={() => {
          setSeveral(false);
        }}
      >
        <DialogBody>{chosen.map(nameOf).join(', ')}</DialogBody>
        <DialogFooter actions={<Button intent="danger" text="Confirmer" onClick={() => void remove(chosen)} />} />
      </Dialog>
      {drawer !== undefined && (
        <AccessDrawer
          member={drawer}
          onClose={() => {
            setDrawer(undefined);
            void members.reload();
          }}
        />
      )}
    </>
  );
}

/** Where somebody has access, as ticks; what is unticked is taken away by "Enregistrer". */
function AccessDrawer({ member, onClose }: { member: Member; onClose: () => void }) {
  const { organization } = useSession();
  const toasts = useToasts();
  const user = useLoaded(member.user_id, () => api.user(organization, member.user_id));
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const save = async (): Promise<void> => {
    const done = await attempt(
      async () => {
        for (const at of user.data?.workspaces ?? []) {
          if (off.has(at.workspace_id)) await api.removeMember(organization, at.workspace_id, at.membership_id);
        }
      },
      toasts.complain,
      failed,
    );
    if (done) toasts.say(`Accès de ${nameOf(member)} enregistrés`);
    onClose();
  };
  return (
    <Drawer isOpen title={nameOf(member)} size="420px" onClose={onClose}>
      <div style={{ padding: 20 }}>
        <Person person={member} />
        <h4 className="bp6-heading" style={{ marginTop: 20 }}>
          Espaces de travail
        </h4>
        {(user.data?.workspaces ?? []).map((at) => (
          <Checkbox
            key={at.workspace_id}
            label={at.workspace_name}
            checked={!off.has(at.workspace_id)}
            onChange={() => {
              setOff((before) => {
                const after = new Set(before);
                if (!after.delete(at.workspace_id)) after.add(at.workspace_id);
                return after;
              });
            }}
          />
        ))}
        <Button intent="primary" text="Enregistrer" disabled={off.size === 0} onClick={() => void save()} />
      </div>
    </Drawer>
  );
}
