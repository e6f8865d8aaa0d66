import { Button, Dialog, DialogBody, DialogFooter, HTMLTable, InputGroup, Radio, RadioGroup } from '@blueprintjs/core';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import type { User } from '../../../lookalike/client/wire.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, useToasts } from './app.tsx';

/** Everybody; the licence is changed in a dialog. */
export function UsersPage() {
  const { profile, organization } = useSession();
  const toasts = useToasts();
  const [search, setSearch] = useState('');
  const users = useLoaded(search, () => api.users(organization, { offset: 0, count: 100, search }));
  const [shown, setShown] = useState(users.data);
  if (users.data !== undefined && users.data !== shown) setShown(users.data);
  const [asked, setAsked] = useState<User>();
  const [license, setLicense] = useState('');

  const save = async (): Promise<void> => {
    if (asked === undefined) return;
    const done = await attempt(() => api.changeLicense(organization, asked.user_id, license), toasts.complain, failed);
    if (done) toasts.say(`Licence de ${nameOf(asked)} : ${license}`);
    setAsked(undefined);
    await users.reload();
  };

  return (
    <>
      <h1 className="bp6-heading">Tous les utilisateurs</h1>
      <InputGroup
        type="search"
        placeholder="Rechercher"
        value={search}
        onValueChange={(text) => {
          setSearch(text);
        }}
      />
      <HTMLTable style={{ width: '100%' }}>
        <thead>
          <tr>
            <th>Utilisateur</th>
            <th>Espaces de travail</th>
            <th>Licence</th>
            <th aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {(shown?.results ?? []).map((user) => (
            <tr key={user.user_id}>
              <td>
                <Person person={user} />
              </td>
              <td>{user.workspaces.map((at) => at.workspace_name).join(', ')}</td>
              <td>{user.license}</td>
              <td>
                <Button
                  size="small"
                  text="Modifier la licence"
                  onClick={() => {
                    setLicense(user.license);
                    setAsked(user);
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </HTMLTable>
      {asked !== undefined && (
        <Dialog
          isOpen
          title={`Licence de ${nameOf(asked)}`}
          onClose={() => {
            setAsked(undefined);
          }}
        >
          <DialogBody>
            <RadioGroup
              selectedValue={license}
              onChange={(event) => {
                setLicense(event.currentTarget.value);
              }}
            >
              {profile.licenses.map((each) => (
                <Radio key={each} value={each} label={each} />
              ))}
            </RadioGroup>
          </DialogBody>
          <DialogFooter actions={<Button intent="primary" text="Enregistrer" onClick={() => void save()} />} />
        </Dialog>
      )}
    </>
  );
}
