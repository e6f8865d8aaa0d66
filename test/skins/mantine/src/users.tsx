import { Button, Card, MultiSelect, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../lookalike/client/api.ts';
import { hrefs } from '../../../lookalike/client/routes.ts';
import type { User } from '../../../lookalike/client/wire.ts';
import { attempt, nameOf, useLoaded, useSession } from '../../shared/react.tsx';
import { failed, Person, useToasts } from './app.tsx';

/** Everybody as cards. */
export function UsersPage() {
  const { organization } = useSession();
  const [search, setSearch] = useState('');
  const users = useLoaded(search, () => api.users(organization, { offset: 0, count: 200, search }));
  return (
    <>
      <h1>Tous les utilisateurs</h1>
      <TextInput
        type="search"
        aria-label="Rechercher"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
      />
      <SimpleGrid cols={3} mt="md">
        {(users.data?.results ?? []).map((user: User) => (
          <Card key={user.user_id} withBorder component="a" href={hrefs.user(user.user_id)}>
            <Person person={user} />
          </Card>
        ))}
      </SimpleGrid>
    </>
  );
}

/** One person's page: workspaces as chips in a field, the licence as radios, each saved by its button. */
export function UserPage({ userId }: { userId: string }) {
  const { organization } = useSession();
  const user = useLoaded(userId, () => api.user(organization, userId));
  if (user.data === undefined) return <p>Chargement…</p>;
  return <Settings key={JSON.stringify(user.data)} data={user.data} reload={user.reload} />;
}

function Settings({ data, reload }: { data: User; reload: () => Promise<void> }) {
  const { profile, organization } = useSession();
  const toasts = useToasts();
  const [places, setPlaces] = useState(data.workspaces.map((at) => at.workspace_name));
  const [license, setLicense] = useState(data.license);
  const savePlaces = async (): Promise<void> => {
    const done = await attempt(
      async () => {
        for (const at of data.workspaces)
          if (!places.includes(at.workspace_name))
            await api.removeMember(organization, at.workspace_id, at.membership_id);
      },
      toasts.complain,
      failed,
    );
    if (done) toasts.say('Accès enregistrés');
    await reload();
  };
  const saveLicense = async (): Promise<void> => {
    const done = await attempt(() => api.changeLicense(organization, data.user_id, license), toasts.complain, failed);
    if (done) toasts.say(`Licence de ${nameOf(data)} : ${license}`);
    await reload();
  };
  return (
    <Stack maw={560}>
      <h1>{nameOf(data)}</h1>
      <Person person={data} />
      <MultiSelect
        label="Espaces de travail"
        data={data.workspaces.map((at) => at.workspace_name)}
        value={places}
        onChange={setPlaces}
      />
      <Button onClick={() => void savePlaces()}>Enregistrer les accès</Button>
      <Radio.Group label="Licence" value={license} onChange={setLicense}>
        {profile.licenses.map((one) => (
          <Radio key={one} value={one} label={one} mt="xs" />
        ))}
      </Radio.Group>
      <Button variant="default" onClick={() => void saveLicense()}>
        Enregistrer la licence
      </Button>
    </Stack>
  );
}
