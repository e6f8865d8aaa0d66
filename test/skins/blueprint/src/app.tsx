/** The lookalike's settings on Blueprint, in French: cards of people, context menus, a drawer with ticks, removal at once. */
import { Menu, MenuDivider, MenuItem, OverlayToaster } from '@blueprintjs/core';
import { createContext, useContext, useRef } from 'react';
import type { ReactNode } from 'react';
import { hrefs } from '../../../lookalike/client/routes.ts';
import { nameOf, useRoute, useSession } from '../../shared/react.tsx';
import { KeysPage } from './keys.tsx';
import { TeamPage } from './team.tsx';
import { UsersPage } from './users.tsx';
import { WorkspacesPage } from './workspaces.tsx';

export const failed = 'Un problème est survenu. Veuillez réessayer.';

const ROLES: Readonly<Record<string, string>> = {
  Admin: 'Administrateur',
  Manager: 'Gestionnaire',
  Member: 'Membre',
  Collaborator: 'Collaborateur',
};
export const roleName = (role: string): string => ROLES[role] ?? role;

interface Toasts {
  say(text: string, undo?: () => void): void;
  complain(text: string): void;
}
const ToastsContext = createContext<Toasts>({ say: () => undefined, complain: () => undefined });
export const useToasts = () => useContext(ToastsContext);

export function Person({ person }: { person: { first_name: string; last_name: string; email: string } }) {
  const name = nameOf(person);
  return (
    <div style={{ minWidth: 0 }}>
      <div style={{ fontWeight: 600 }}>{name}</div>
      {name !== person.email && (
        <div className="bp6-text-muted bp6-text-overflow-ellipsis" title={person.email}>
          {person.email}
        </div>
      )}
    </div>
  );
}

export function App() {
  const { profile, workspace, switchWorkspace } = useSession();
  const route = useRoute();
  const toaster = useRef<OverlayToaster>(null);
  const page = (): ReactNode => {
    switch (route.page) {
      case 'team':
        return <TeamPage key={workspace.id} workspace={workspace} />;
      case 'all-users':
        return <UsersPage />;
      case 'workspaces':
        return <WorkspacesPage />;
      case 'dev-center':
        return <KeysPage key={workspace.id} />;
      default:
        return <h1 className="bp6-heading">Accueil</h1>;
    }
  };
  return (
    <ToastsContext
      value={{
        say: (message, undo) =>
          toaster.current?.show({
            message,
            intent: 'success',
            timeout: 8000,
            ...(undo === undefined ? {} : { action: { text: 'Annuler', onClick: undo } }),
          }),
        complain: (message) => toaster.current?.show({ message, intent: 'danger', timeout: 8000 }),
      }}
    >
      <OverlayToaster ref={toaster} position="bottom" />
      <div style={{ display: 'grid', gridTemplateColumns: '230px 1fr' }}>
        <nav aria-label="Paramètres" style={{ padding: 12 }}>
          <div style={{ padding: 8, fontWeight: 600 }}>{workspace.name}</div>
          <Menu>
            {profile.workspaces
              .filter(({ id }) => id !== workspace.id)
              .map(({ id, name }) => (
                <MenuItem key={id} text={name} onClick={() => void switchWorkspace(id)} />
              ))}
            <MenuDivider />
            <MenuItem text="Équipe et licences" href={hrefs.team} />
            <MenuItem text="Clés d’API" href={hrefs.devCenter} />
            <MenuItem text="Tous les utilisateurs" href={hrefs.allUsers} />
            <MenuItem text="Espaces de travail" href={hrefs.workspaces} />
          </Menu>
        </nav>
        <main style={{ padding: 24, minWidth: 0 }}>{page()}</main>
      </div>
    </ToastsContext>
  );
}
