/** The lookalike's settings on Carbon, in German: overflow menus, a bar for many rows, modals, a wizard on a page. */
import {
  Content,
  Dropdown,
  Header,
  HeaderName,
  SideNav,
  SideNavItems,
  SideNavLink,
  ToastNotification,
} from '@carbon/react';
import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { hrefs } from '../../../lookalike/client/routes.ts';
import { nameOf, useRoute, useSession } from '../../shared/react.tsx';
import { KeysPage } from './keys.tsx';
import { TeamPage } from './team.tsx';
import { UserPage } from './user.tsx';
import { UsersPage } from './users.tsx';
import { WorkspacesPage } from './workspaces.tsx';

export const failed = 'Etwas ist schiefgelaufen. Bitte versuchen Sie es erneut.';

const ROLES: Readonly<Record<string, string>> = {
  Admin: 'Administrator',
  Member: 'Mitglied',
  Collaborator: 'Mitarbeiter',
};
export const roleName = (role: string): string => ROLES[role] ?? role;

const Toasts = createContext<{ say(text: string): void; complain(text: string): void }>({
  say: () => undefined,
  complain: () => undefined,
});
export const useToasts = () => useContext(Toasts);

export function Person({ person }: { person: { first_name: string; last_name: string; email: string } }) {
  const name = nameOf(person);
  return (
    <>
      <div>{name}</div>
      {name !== person.email && <div style={{ color: '#6f6f6f' }}>{person.email}</div>}
    </>
  );
}

export function App() {
  const { profile, workspace, switchWorkspace } = useSession();
  const route = useRoute();
  const [said, setSaid] = useState<{ kind: 'success' | 'error'; text: string }>();
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
        return <h1>Startseite</h1>;
    }
  };
  return (
    <Toasts
      value={{
        say: (text) => {
          setSaid({ kind: 'success', text });
        },
        complain: (text) => {
          setSaid({ kind: 'error', text });
        },
      }}
    >
      <Header aria-label="PandaDoc">
        <HeaderName href={hrefs.dashboard} prefix="">
          PandaDoc
        </HeaderName>
      </Header>
      <SideNav aria-label="Einstellungen" isFixedNav expanded isChildOfHeader>
        <div style={{ padding: 16 }}>
          <Dropdown
            id="workspace"
            titleText="Arbeitsbereich"
            label=""
            items={profile.workspaces}
            itemToString={(item) => item?.name ?? ''}
            selectedItem={profile.workspaces.find(({ id }) => id === workspace.id) ?? null}
            onChange={({ selectedItem }) => {
              if (selectedItem) void switchWorkspace(selectedItem.id);
            }}
          />
        </div>
        <SideNavItems>
          <SideNavLink href={hrefs.team}>Team und Lizenzen</SideNavLink>
          <SideNavLink href={hrefs.devCenter}>Entwickler-Center</SideNavLink>
          <SideNavLink href={hrefs.allUsers}>Alle Benutzer</SideNavLink>
          <SideNavLink href={hrefs.workspaces}>Arbeitsbereiche</SideNavLink>
        </SideNavItems>
      </SideNav>
      <Content tagName="main">{page()}</Content>
      {said !== undefined && (
        <div className="said">
          <ToastNotification
            kind={said.kind}
            title={said.text}
            timeout={8000}
            onClose={() => {
              setSaid(undefined);
            }}
          />
        </div>
      )}
    </Toasts>
  );
}
