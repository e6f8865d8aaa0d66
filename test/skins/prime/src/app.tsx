/** The lookalike's settings on PrimeReact: menus, lists and dialogs in portals, a table that draws only what is in view. */
import { Avatar } from 'primereact/avatar';
import { Dropdown } from 'primereact/dropdown';
import { Toast } from 'primereact/toast';
import { createContext, useContext, useRef } from 'react';
import type { ReactNode } from 'react';
import { hrefs } from '../../../lookalike/client/routes.ts';
import { nameOf, useRoute, useSession } from '../../shared/react.tsx';
import { KeysPage } from './keys.tsx';
import { TeamPage } from './team.tsx';
import { UserPage } from './user.tsx';
import { UsersPage } from './users.tsx';
import { WorkspacesPage } from './workspaces.tsx';

const ToastContext = createContext<{ say(text: string): void; complain(text: string): void }>({
  say: () => undefined,
  complain: () => undefined,
});
export const useToast = () => useContext(ToastContext);

export function Who({
  person,
}: {
  person: { first_name: string; last_name: string; email: string; avatar: string | null };
}) {
  const name = nameOf(person);
  return (
    <span className="who">
      {person.avatar === null ? (
        <Avatar label={name.slice(0, 1)} shape="circle" />
      ) : (
        <Avatar image={person.avatar} imageAlt="" shape="circle" />
      )}
      <span>
        {name}
        {name !== person.email && <small>{person.email}</small>}
      </span>
    </span>
  );
}

export function App() {
  const { profile, workspace, switchWorkspace } = useSession();
  const route = useRoute();
  const toast = useRef<Toast>(null);
  const page = (): ReactNode => {
    switch (route.page) {
      case 'team':
        return <TeamPage key={workspace.id} workspace={workspace} />;
      case 'workspace-members': {
        const other = profile.workspaces.find(({ id }) => id === route.workspaceId);
        return other === undefined ? null : <TeamPage key={other.id} workspace={other} />;
      }
      case 'all-users':
        return <UsersPage />;
      case 'user':
        return <UserPage key={route.userId} userId={route.userId} />;
      case 'workspaces':
        return <WorkspacesPage />;
      case 'dev-center':
        return <KeysPage key={workspace.id} />;
      default:
        return <h1>Home</h1>;
    }
  };
  return (
    <ToastContext
      value={{
        say: (detail) => toast.current?.show({ severity: 'success', summary: 'Done', detail, life: 6000 }),
        complain: (detail) => toast.current?.show({ severity: 'error', summary: 'Not possible', detail, life: 6000 }),
      }}
    >
      <Toast ref={toast} />
      <div className="frame">
        <nav className="side" aria-label="Settings">
          <Dropdown
            ariaLabel="Current workspace"
            value={workspace.id}
            options={profile.workspaces.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => void switchWorkspace(String(event.value))}
          />
          <h2>Workspace</h2>
          <a href={hrefs.team}>Members</a>
          <a href={hrefs.devCenter}>Dev Center</a>
          <h2>Organization</h2>
          <a href={hrefs.allUsers}>All users</a>
          <a href={hrefs.workspaces}>Workspaces</a>
        </nav>
        <main>{page()}</main>
      </div>
    </ToastContext>
  );
}
