import { Button } from 'primereact/button';
import { Column } from 'primereact/column';
import { confirmDialog, ConfirmDialog } from 'primereact/confirmdialog';
import { confirmPopup, ConfirmPopup } from 'primereact/confirmpopup';
import { DataTable } from 'primereact/datatable';
import { Dropdown } from 'primereact/dropdown';
import { InputText } from 'primereact/inputtext';
import { Menu } from 'primereact/menu';
import { Sidebar } from 'primereact/sidebar';
import { Toolbar } from 'primereact/toolbar';
import { useRef, useState } from 'react';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import type { Member } from '../../../lookalike/client/wire.ts';
import { nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { useToast, Who } from './app.tsx';
import { RemoveDialog } from './remove.tsx';

const failed = 'Something went wrong. Please try again.';

/** The members of one workspace: only the rows in view are drawn. */
export function TeamPage({ workspace }: { workspace: { id: string; name: string } }) {
  const { profile, organization } = useSession();
  const toast = useToast();
  const members = useLoaded(workspace.id, () => api.members(organization, workspace.id));
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<Member[]>([]);
  const [menuOf, setMenuOf] = useState<Member>();
  const [removing, setRemoving] = useState<Member>();
  const [panel, setPanel] = useState<Member>();
  const menu = useRef<Menu>(null);
  if (members.data === undefined) return <p>Loading…</p>;
  const wanted = search.trim().toLowerCase();
  const shown = members.data.results.filter((member) =>
    `${nameOf(member)} ${member.email}`.toLowerCase().includes(wanted),
  );

  const changeRole = async (member: Member, role: string): Promise<void> => {
    try {
      await api.changeRole(organization, workspace.id, member.membership_id, role);
      toast.say(`${nameOf(member)} is now ${role}`);
    } catch (problem) {
      toast.complain(sentenceOf(problem, failed));
    }
    await members.reload();
  };
  const removeAll = async (people: readonly Member[]): Promise<void> => {
    try {
      for (const member of people) await api.removeMember(organization, workspace.id, member.membership_id);
      toast.say(
        people.length === 1 && people[0]
          ? `${nameOf(people[0])} has been removed`
          : `${people.length} members have been removed`,
      );
      setPicked([]);
      setPanel(undefined);
    } catch (problem) {
      toast.complain(sentenceOf(problem, failed));
    }
    await members.reload();
  };

  return (
    <>
      <h1>Members</h1>
      <p>People with access to {workspace.name}</p>
      <Toolbar
        start={
          <InputText
            type="search"
            aria-label="Search members"
            placeholder="Search members"
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
            }}
          />
        }
        center={
          picked.length > 0 && (
            <>
              <span style={{ marginRight: 16 }}>{picked.length} selected</span>
              <Button
                label="Remove"
                icon="pi pi-user-minus"
                severity="danger"
                outlined
                onClick={() => {
                  confirmDialog({
                    header: 'Please confirm',
                    message: `${picked.length} ${picked.length === 1 ? 'person loses' : 'people lose'} access to this workspace.`,
                    acceptLabel: 'Yes, go ahead',
                    rejectLabel: 'No',
                    defaultFocus: 'reject',
                    accept: () => void removeAll(picked),
                  });
                }}
              />
            </>
          )
        }
        end={`${shown.length} members`}
      />
      <Menu
        popup
        ref={menu}
        model={[
          {
            label: 'View profile',
            icon: 'pi pi-user',
            command: () => {
              setPanel(menuOf);
            },
          },
          {
            label: 'Remove from workspace',
            icon: 'pi pi-trash',
            command: () => {
              setRemoving(menuOf);
            },
          },
        ]}
      />
      <DataTable
        value={shown}
        dataKey="membership_id"
        scrollable
        scrollHeight="560px"
        virtualScrollerOptions={{ itemSize: 62 }}
        selectionMode="checkbox"
        selection={picked}
        onSelectionChange={(event) => {
          setPicked(event.value as Member[]);
        }}
        emptyMessage="No members found"
      >
        <Column selectionMode="multiple" headerStyle={{ width: 48 }} />
        <Column
          header="Member"
          body={(member: Member) => (
            <Button
              text
              onClick={() => {
                setPanel(member);
              }}
            >
              <Who person={member} />
              {member.user_id === profile.id && <em> (you)</em>}
              {!member.is_active && <em> Invitation pending</em>}
            </Button>
          )}
        />
        <Column
          header="Role"
          body={(member: Member) => (
            <Dropdown
              ariaLabel="Role"
              value={member.role}
              options={profile.roles}
              disabled={member.is_owner}
              onChange={(event) => void changeRole(member, String(event.value))}
            />
          )}
        />
        <Column header="License" field="user_license" />
        <Column
          headerStyle={{ width: 64 }}
          body={(member: Member) => (
            <Button
              icon="pi pi-ellipsis-v"
              text
              rounded
              aria-label="More options"
              aria-haspopup="menu"
              onClick={(event) => {
                setMenuOf(member);
                menu.current?.toggle(event);
              }}
            />
          )}
        />
      </DataTable>
      <ConfirmDialog />
      <ConfirmPopup />
      <Sidebar
        position="right"
        visible={panel !== undefined}
        onHide={() => {
          setPanel(undefined);
        }}
        header="Member details"
      >
        {panel !== undefined && (
          <div className="stack">
            <Who person={panel} />
            <div>Role: {panel.role}</div>
            <div>License: {panel.user_license}</div>
            <Button
              label="Remove member"
              severity="danger"
              outlined
              onClick={(event) => {
                confirmPopup({
                  target: event.currentTarget,
                  message: 'Are you sure?',
                  acceptLabel: 'Remove',
                  rejectLabel: 'Cancel',
                  defaultFocus: 'reject',
                  accept: () => void removeAll([panel]),
                });
              }}
            />
          </div>
        )}
      </Sidebar>
      {removing !== undefined && (
        <RemoveDialog
          userId={removing.user_id}
          name={nameOf(removing)}
          ticked={[workspace.id]}
          onClose={() => {
            setRemoving(undefined);
          }}
          onRemoved={() => void members.reload()}
        />
      )}
    </>
  );
}
