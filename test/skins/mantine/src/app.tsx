import { AppShell, Avatar, Group, Menu, NavLink, Notification, Text, UnstyledButton } from '@mantine/core';
import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { hrefs } from '../../../lookalike/client/routes.ts';
import { nameOf, useRoute, useSession } from '../../shared/react.tsx';
import { KeysPage } from './keys.tsx';
import { TeamPage } from './team.tsx';
import { UserPage, UsersPage } from './users.tsx';
import { WorkspacesPage } from './workspaces.tsx';

export const failed = 'Une erreur est survenue. Réessayez.';

const ROLES: Readonly<Record<string, string>> = {
  Admin: 'Administrateur',
  Manager: 'Responsable',
  Member: 'Membre',
  Collaborator: 'Collaborateur',
};
export const roleName = (role: string): string => ROLES[role] ?? role;

const Toasts = createContext<{ say(text: string): void; complain(text: string): void }>({
  say: () => undefined,
  complain: () => undefined,
});
export const useToasts = () => useContext(Toasts);

export function Person({
  person,
}: {
  person: { first_name: string; last_name: string; email: string; avatar: string | null };
}) {
  const name = nameOf(person);
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar src={person.avatar} name={name} radius="xl" />
      <div>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        {name !== person.email && (
          <Text size="xs" c="dimmed">
            {person.email}
          </Text>
        )}
      </div>
    </Group>
  );
}

export function App() {
  const { profile, workspace, switchWorkspace } = useSession();
  const route = useRoute();
  const [said, setSaid] = useState<{ color: string; text: string }>();
  const page = (): ReactNode => {
    switch (route.page) {
      case 'team':
        return <TeamPage key={workspace.id} workspace={workspace} />;
      case 'all-users':
        return <UsersPage />;
      case 'user':
        return <UserPage key={route.userId} userId={route.userId} />;
      case 'workspaces':
        return <WorkspacesPage />;
      case 'dev-center':
        return <KeysPage key={workspace.id} />;
      default:
        return <h1>Accueil</h1>;
    }
  };
  return (
    <Toasts
      value={{
        say: (text) => {
          setSaid({ color: 'green', text });
        },
        complain: (text) => {
          setSaid({ color: 'red', text });
        },
      }}
    >
      <AppShell navbar={{ width: 260, breakpoint: 'xs' }} padding="md">
        <AppShell.Navbar p="md">
          <Menu>
            <Menu.Target>
              <UnstyledButton aria-label={`Changer d’espace de travail : ${workspace.name}`}>
                <Text fw={700}>{workspace.name}</Text>
                <Text size="xs">{profile.organization.name}</Text>
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {profile.workspaces.map(({ id, name }) => (
                <Menu.Item key={id} onClick={() => void switchWorkspace(id)}>
                  {name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <NavLink href={hrefs.team} label="Équipe" active={route.page === 'team'} />
          <NavLink href={hrefs.devCenter} label="Centre des développeurs" active={route.page === 'dev-center'} />
          <NavLink href={hrefs.allUsers} label="Tous les utilisateurs" active={route.page === 'all-users'} />
          <NavLink href={hrefs.workspaces} label="Espaces de travail" active={route.page === 'workspaces'} />
        </AppShell.Navbar>
        <AppShell.Main>{page()}</AppShell.Main>
      </AppShell>
      {said !== undefined && (
        <Notification
          color={said.color}
          role="status"
          style={{ position: 'fixed', bottom: 16, right: 16, zIndex: 1000 }}
          onClose={() => {
            setSaid(undefined);
          }}
        >
          {said.text}
        </Notification>
      )}
    </Toasts>
  );
}
