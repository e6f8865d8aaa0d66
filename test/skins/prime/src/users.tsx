import { Button } from 'primereact/button';
import { Column } from 'primereact/column';
import { DataTable } from 'primereact/datatable';
import { Dropdown } from 'primereact/dropdown';
import { InputText } from 'primereact/inputtext';
import { useState } from 'react';
import { api, sentenceOf } from '../../../lookalike/client/api.ts';
import { hrefs, navigate } from '../../../lookalike/client/routes.ts';
import type { User } from '../../../lookalike/client/wire.ts';
import { nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { useToast, Who } from './app.tsx';
import { RemoveDialog } from './remove.tsx';

/** Everybody, page by page. */
export function UsersPage() {
  const { profile, organization } = useSession();
  const toast = useToast();
  const [first, setFirst] = useState(0);
  const rows = 20;
  const [search, setSearch] = useState('');
  const users = useLoaded(`${search} ${first}`, () => api.users(organization, { offset: first, count: rows, search }));
  const [shown, setShown] = useState(users.data);
  // What is shown stays until the next answer is there.
  if (users.data !== undefined && users.data !== shown) setShown(users.data);
  const [removing, setRemoving] = useState<User>();
  if (shown === undefined) return <p>Loading…</p>;

  const changeLicense = async (user: User, license: string): Promise<void> => {
    try {
      await api.changeLicense(organization, user.user_id, license);
      toast.say(`${nameOf(user)} now has a ${license} license`);
    } catch (problem) {
      toast.complain(sentenceOf(problem, 'Something went wrong. Please try again.'));
    }
    await users.reload();
  };

  return (
    <>
      <h1>All users</h1>
      <p>Everyone at {profile.organization.name}</p>
      <InputText
        type="search"
        aria-label="Search users"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setFirst(0);
        }}
      />
      <DataTable
        value={shown.results}
        dataKey="user_id"
        lazy
        paginator
        first={first}
        rows={rows}
        totalRecords={shown.total}
        onPage={(event) => {
          setFirst(event.first);
        }}
      >
        <Column header="User" body={(user: User) => <Who person={user} />} />
        <Column header="Workspaces" body={(user: User) => `${user.workspaces.length} workspaces`} />
        <Column
          header="License"
          body={(user: User) => (
            <Dropdown
              ariaLabel="License"
              value={user.license}
              options={profile.licenses}
              onChange={(event) => void changeLicense(user, String(event.value))}
            />
          )}
        />
        <Column
          body={(user: User) => (
            <>
              <Button
                icon="pi pi-pencil"
                text
                rounded
                aria-label="Edit"
                onClick={() => {
                  navigate(hrefs.user(user.user_id));
                }}
              />
              <Button
                icon="pi pi-trash"
                text
                rounded
                severity="danger"
                aria-label="Delete"
                onClick={() => {
                  setRemoving(user);
                }}
              />
            </>
          )}
        />
      </DataTable>
      {removing !== undefined && (
        <RemoveDialog
          userId={removing.user_id}
          name={nameOf(removing)}
          ticked={removing.workspaces.map(({ workspace_id: id }) => id)}
          onClose={() => {
            setRemoving(undefined);
          }}
          onRemoved={() => void users.reload()}
        />
      )}
    </>
  );
}
