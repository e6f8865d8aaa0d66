import {
  Pagination,
  Select,
  SelectItem,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableHeader,
  TableRow,
} from '@carbon/react';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { User } from '../../../lookalike/client/wire.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, useToasts } from './app.tsx';

/** Everybody, with the licence as a native list that acts at once. */
export function UsersPage() {
  const { profile, organization } = useSession();
  const toasts = useToasts();
  const [offset, setOffset] = useState(0);
  const users = useLoaded(String(offset), () => api.users(organization, { offset, count: 20, search: '' }));
  if (users.data === undefined) return <p>Wird geladen…</p>;

  const changeLicense = async (user: User, license: string): Promise<void> => {
    const done = await attempt(() => api.changeLicense(organization, user.user_id, license), toasts.complain, failed);
    if (done) toasts.say(`Die Lizenz von ${nameOf(user)} ist jetzt ${license}`);
    await users.reload();
  };

  return (
    <TableContainer title="Alle Benutzer" description={profile.organization.name}>
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>Benutzer</TableHeader>
            <TableHeader>Arbeitsbereiche</TableHeader>
            <TableHeader>Lizenz</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {users.data.results.map((user) => (
            <TableRow key={user.user_id}>
              <TableCell>
                <a href={hrefs.user(user.user_id)}>
                  <Person person={user} />
                </a>
              </TableCell>
              <TableCell>{user.workspaces.length}</TableCell>
              <TableCell>
                <Select
                  id={`license-${user.user_id}`}
                  labelText="Lizenz"
                  hideLabel
                  size="sm"
                  value={user.license}
                  onChange={(event) => void changeLicense(user, event.target.value)}
                >
                  {profile.licenses.map((license) => (
                    <SelectItem key={license} value={license} text={license} />
                  ))}
                </Select>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination
        totalItems={users.data.total}
        pageSize={20}
        pageSizes={[20]}
        page={offset / 20 + 1}
        forwardText="Nächste Seite"
        backwardText="Vorherige Seite"
        itemsPerPageText="Benutzer je Seite"
        onChange={({ page }) => {
          setOffset((page - 1) * 20);
        }}
      />
    </TableContainer>
  );
}
