import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Drawer,
  Group,
  Menu,
  Modal,
  Select,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { Member } from '../../../lookalike/client/wire.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, roleName, useToasts } from './app.tsx';

/** The members of the current workspace in a table whose last column is an icon. */
export function TeamPage({ workspace }: { workspace: { id: string; name: string } }) {
  const { profile, organization } = useSession();
  const toasts = useToasts();
  const members = useLoaded(workspace.id, () => api.members(organization, workspace.id));
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [leaving, setLeaving] = useState<readonly Member[]>([]);
  const [shown, setShown] = useState<Member>();
  if (members.data === undefined) return <p>Chargement…</p>;
  const all = members.data.results;

  const remove = async (people: readonly Member[]): Promise<void> => {
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
        people.length === 1 ? `${nameOf(first)} a été retiré` : `${String(people.length)} personnes ont été retirées`,
      );
    }
    setPicked([]);
    setLeaving([]);
    setShown(undefined);
    await members.reload();
  };
  const changeRole = async (member: Member, role: string | null): Promise<void> => {
    if (role === null) return;
    const done = await attempt(
      () => api.changeRole(organization, workspace.id, member.membership_id, role),
      toasts.complain,
      failed,
    );
    if (done) toasts.say(`${nameOf(member)} : ${roleName(role)}`);
    await members.reload();
  };

  return (
    <>
      <h1>Équipe</h1>
      {picked.length > 0 && (
        <Group my="sm">
          <Badge>{picked.length}</Badge>
          <Button
            color="red"
            size="xs"
            onClick={() => {
              setLeaving(all.filter((member) => picked.includes(member.membership_id)));
            }}
          >
            Retirer
          </Button>
        </Group>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th>Personne</Table.Th>
            <Table.Th>Rôle</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {all.map((member) => (
            <Table.Tr key={member.membership_id}>
              <Table.Td>
                <Checkbox
                  aria-label={`Sélectionner ${nameOf(member)}`}
                  checked={picked.includes(member.membership_id)}
                  onChange={(event) => {
                    const on = event.currentTarget.checked;
                    setPicked((before) =>
                      on ? [...before, member.membership_id] : before.filter((id) => id !== member.membership_id),
                    );
                  }}
                />
              </Table.Td>
              <Table.Td>
                <Person person={member} />
              </Table.Td>
              <Table.Td>
                {member.is_owner ? (
                  'Propriétaire'
                ) : (
                  <Select
                    aria-label="Rôle"
                    size="xs"
                    allowDeselect={false}
                    value={member.role}
                    data={profile.roles.map((role) => ({ value: role, label: roleName(role) }))}
                    onChange={(role) => void changeRole(member, role)}
                  />
                )}
              </Table.Td>
              <Table.Td>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon variant="subtle" aria-label="Actions">
                      ⋯
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item component="a" href={hrefs.user(member.user_id)}>
                      Profil
                    </Menu.Item>
                    <Menu.Item
                      onClick={() => {
                        setShown(member);
                      }}
                    >
                      Détails
                    </Menu.Item>
                    <Menu.Divider />
                    <Menu.Item
                      color="red"
                      onClick={() => {
                        setLeaving([member]);
                      }}
                    >
                      Retirer de l’espace de travail
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={leaving.length > 0}
        title="Confirmation"
        onClose={() => {
          setLeaving([]);
        }}
      >
        <Text>
          {leaving.length === 1
            ? `${leaving[0] ? nameOf(leaving[0]) : ''} n’aura plus accès à ${workspace.name}.`
            : `${String(leaving.length)} personnes n’auront plus accès à ${workspace.name}.`}
        </Text>
        <Group mt="md" justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              setLeaving([]);
            }}
          >
            Annuler
          </Button>
          <Button color="red" onClick={() => void remove(leaving)}>
            Confirmer
          </Button>
        </Group>
      </Modal>
      <Drawer
        opened={shown !== undefined}
        position="right"
        title={shown ? nameOf(shown) : ''}
        onClose={() => {
          setShown(undefined);
        }}
      >
        {shown && (
          <Stack>
            <Text>{shown.email}</Text>
            <Text>{roleName(shown.role)}</Text>
            <Button variant="light" color="red" onClick={() => void remove([shown])}>
              Exclure
            </Button>
          </Stack>
        )}
      </Drawer>
    </>
  );
}
