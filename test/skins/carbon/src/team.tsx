import {
  Modal,
  OverflowMenu,
  OverflowMenuItem,
  RadioButton,
  RadioButtonGroup,
  Table,
  TableBatchAction,
  TableBatchActions,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableHeader,
  TableRow,
  TableSelectRow,
  TableToolbar,
  TableToolbarContent,
  TableToolbarSearch,
} from '@carbon/react';
import { TrashCan } from '@carbon/react/icons';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import type { Member } from '../../../lookalike/client/wire.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, roleName, useToasts } from './app.tsx';

/** The members of the current workspace. The question before a removal names the person, and no workspace. */
export function TeamPage({ workspace }: { workspace: { id: string; name: string } }) {
  const { profile, organization } = useSession();
  const toasts = useToasts();
  const members = useLoaded(workspace.id, () => api.members(organization, workspace.id));
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = useState<readonly Member[]>([]);
  const [changing, setChanging] = useState<Member>();
  const [role, setRole] = useState('');
  if (members.data === undefined) return <p>Wird geladen…</p>;
  const wanted = search.trim().toLowerCase();
  const all = members.data.results;
  const shown = all.filter((member) => `${nameOf(member)} ${member.email}`.toLowerCase().includes(wanted));
  const [only] = removing;

  const remove = async (): Promise<void> => {
    const done = await attempt(
      async () => {
        for (const member of removing) await api.removeMember(organization, workspace.id, member.membership_id);
      },
      toasts.complain,
      failed,
    );
    if (done) {
      toasts.say(
        removing.length === 1 && only
          ? `${nameOf(only)} wurde gelöscht`
          : `${removing.length} Personen wurden entfernt`,
      );
      setPicked(new Set());
    }
    setRemoving([]);
    await members.reload();
  };
  const changeRole = async (): Promise<void> => {
    if (changing === undefined) return;
    const done = await attempt(
      () => api.changeRole(organization, workspace.id, changing.membership_id, role),
      toasts.complain,
      failed,
    );
    if (done) toasts.say(`${nameOf(changing)} ist jetzt ${roleName(role)}`);
    setChanging(undefined);
    await members.reload();
  };

  return (
    <>
      <TableContainer title="Team und Lizenzen" description={`Mitglieder von ${workspace.name}`}>
        <TableToolbar aria-label="Werkzeuge">
          <TableBatchActions
            shouldShowBatchActions={picked.size > 0}
            totalSelected={picked.size}
            translateWithId={(id, state) =>
              id === 'carbon.table.batch.cancel' ? 'Abbrechen' : `${state?.totalSelected ?? 0} ausgewählt`
            }
            onCancel={() => {
              setPicked(new Set());
            }}
          >
            <TableBatchAction
              renderIcon={TrashCan}
              iconDescription="Entfernen"
              onClick={() => {
                setRemoving(all.filter((member) => picked.has(member.membership_id)));
              }}
            >
              Entfernen
            </TableBatchAction>
          </TableBatchActions>
          <TableToolbarContent>
            <TableToolbarSearch
              persistent
              placeholder="Nach Name oder E-Mail suchen"
              onChange={(_event, value) => {
                setSearch(value ?? '');
              }}
            />
          </TableToolbarContent>
        </TableToolbar>
        <Table>
          <TableHead>
            <TableRow>
              <th scope="col" aria-label="Auswahl" />
              <TableHeader>Person</TableHeader>
              <TableHeader>Rolle</TableHeader>
              <TableHeader>Lizenz</TableHeader>
              <th scope="col" aria-label="Aktionen" />
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((member) => (
              <TableRow key={member.membership_id} isSelected={picked.has(member.membership_id)}>
                <TableSelectRow
                  id={`select-${member.membership_id}`}
                  name={`select-${member.membership_id}`}
                  aria-label="Zeile auswählen"
                  checked={picked.has(member.membership_id)}
                  onSelect={() => {
                    setPicked((before) => {
                      const after = new Set(before);
                      if (!after.delete(member.membership_id)) after.add(member.membership_id);
                      return after;
                    });
                  }}
                />
                <TableCell>
                  <Person person={member} />
                  {member.user_id === profile.id && ' (Sie)'}
                  {!member.is_active && ' Einladung ausstehend'}
                </TableCell>
                <TableCell>{roleName(member.role)}</TableCell>
                <TableCell>{member.user_license}</TableCell>
                <TableCell>
                  <OverflowMenu aria-label="Optionen" iconDescription="Optionen" flipped size="sm">
                    <OverflowMenuItem
                      itemText="Rolle ändern"
                      onClick={() => {
                        setRole(member.role);
                        setChanging(member);
                      }}
                    />
                    <OverflowMenuItem
                      itemText="Löschen"
                      isDelete
                      hasDivider
                      onClick={() => {
                        setRemoving([member]);
                      }}
                    />
                  </OverflowMenu>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {only !== undefined && (
        <Modal
          open
          danger
          size="xs"
          modalHeading={removing.length === 1 ? `${nameOf(only)} löschen?` : `${removing.length} Personen entfernen?`}
          primaryButtonText={removing.length === 1 ? 'Löschen' : 'Ja'}
          secondaryButtonText="Abbrechen"
          closeButtonLabel="Schließen"
          onRequestClose={() => {
            setRemoving([]);
          }}
          onRequestSubmit={() => void remove()}
        >
          <p>Das kann nicht rückgängig gemacht werden.</p>
        </Modal>
      )}
      {changing !== undefined && (
        <Modal
          open
          size="xs"
          modalHeading={`Rolle von ${nameOf(changing)}`}
          primaryButtonText="Speichern"
          secondaryButtonText="Abbrechen"
          closeButtonLabel="Schließen"
          onRequestClose={() => {
            setChanging(undefined);
          }}
          onRequestSubmit={() => void changeRole()}
        >
          <RadioButtonGroup
            legendText="Neue Rolle"
            name="role"
            orientation="vertical"
            valueSelected={role}
            onChange={(value) => {
              setRole(String(value));
            }}
          >
            {profile.roles.map((each) => (
              <RadioButton key={each} id={`role-${each}`} labelText={roleName(each)} value={each} />
            ))}
          </RadioButtonGroup>
        </Modal>
      )}
    </>
  );
}
