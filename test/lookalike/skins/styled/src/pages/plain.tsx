import { useState } from 'react';
import styled from 'styled-components';
import { api, sentenceOf } from '../../../../client/api.ts';
import { hrefs, navigate } from '../../../../client/routes.ts';
import { Badge, Field, PrimaryButton, Problem, TextInput } from '../parts/controls.tsx';
import { Card, Head, Main, Quiet, Waiting } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { useLoaded, useSession } from '../session.ts';
import { theme } from '../theme.ts';

function DocumentTable() {
  const { t } = useSession();
  const documents = useLoaded('documents', api.documents);
  if (documents.data === undefined) return <Waiting problem={documents.problem} onRetry={documents.reload} />;
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('owner')}</th>
          <th scope="col">{t('status')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.data.results.map((document) => (
          <tr key={document.id}>
            <td>
              <a href={hrefs.document(document.id)}>{document.name}</a>
            </td>
            <td>{document.owner}</td>
            <td>
              <Badge $tone={document.status === 'Completed' ? 'accent' : 'quiet'}>{document.status}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Home. */
export function DashboardPage() {
  const { profile, t } = useSession();
  return (
    <Main>
      <Head>
        <h1>{t('welcome', { name: profile.first_name })}</h1>
      </Head>
      <Card>
        <h2>{t('recentDocuments')}</h2>
        <DocumentTable />
      </Card>
    </Main>
  );
}

/** The list of documents. */
export function DocumentsPage() {
  const { t } = useSession();
  return (
    <Main>
      <Head>
        <h1>{t('documents')}</h1>
      </Head>
      <DocumentTable />
    </Main>
  );
}

const Editor = styled.iframe`
  width: 100%;
  height: 70vh;
  border: 1px solid ${theme.line};
  border-radius: 8px;
`;

/** An opened document: a frame of the same origin (section 4). */
export function DocumentPage({ documentId }: { documentId: string }) {
  const { t } = useSession();
  return (
    <Main>
      <Editor id="kolas-editor-iframe" title={t('documents')} src={`/e/${documentId}`} />
    </Main>
  );
}

/** A page without content. */
export function EmptyPage({ title }: { title: string }) {
  const { t } = useSession();
  return (
    <Main>
      <Head>
        <h1>{title}</h1>
      </Head>
      <Quiet data-testid="empty-state-title">{t('emptyTitle')}</Quiet>
    </Main>
  );
}

/** An address without a page. */
export function NotFoundPage() {
  const { t } = useSession();
  return (
    <Main>
      <Head>
        <h1>{t('notFound')}</h1>
      </Head>
    </Main>
  );
}

const Form = styled.form`
  display: flex;
  flex-direction: column;
  gap: 16px;
  max-width: 420px;
`;

/** Settings › My account: the signed-in person. */
export function MyAccountPage() {
  const { profile, t } = useSession();
  return (
    <Main>
      <Head>
        <h1>{t('myAccount')}</h1>
      </Head>
      <Form>
        <Field label={t('firstName')}>{(id) => <TextInput id={id} readOnly value={profile.first_name} />}</Field>
        <Field label={t('lastName')}>{(id) => <TextInput id={id} readOnly value={profile.last_name} />}</Field>
        <Field label={t('email')}>{(id) => <TextInput id={id} readOnly value={profile.email} />}</Field>
        <Field label={t('interfaceLanguage')}>
          {(id) => <TextInput id={id} readOnly value={profile.interface_language} />}
        </Field>
      </Form>
    </Main>
  );
}

/** Settings › Roles: organization-wide (section 2.4). */
export function RolesPage() {
  const { profile, t } = useSession();
  const system = new Set(['Admin', 'Manager', 'Member', 'Collaborator']);
  return (
    <Main>
      <Head>
        <h1>{t('roles')}</h1>
      </Head>
      <p>{t('rolesText')}</p>
      <Table>
        <tbody>
          {profile.roles.map((role) => (
            <tr key={role}>
              <td>{role}</td>
              <td>{t(system.has(role) ? 'systemRole' : 'customRole')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Main>
  );
}

const Center = styled.main`
  display: flex;
  min-height: 100vh;
  align-items: center;
  justify-content: center;
`;

const LoginLabel = styled.label`
  display: block;
  margin-bottom: 4px;
  font-size: 13px;
  font-weight: 500;
`;

const Submit = styled(PrimaryButton).attrs({ type: 'submit' })`
  margin-top: 4px;
`;

const LoginCard = styled.form`
  display: flex;
  flex-direction: column;
  gap: 16px;
  width: 360px;
  padding: 32px;
  border: 1px solid ${theme.line};
  border-radius: 10px;
  background: ${theme.surface};
  h1 {
    font-size: 22px;
    line-height: 30px;
  }
`;

/** `/login/`: leads into the app by a change of route, without loading a page. */
export function LoginPage({ next, onSignedIn }: { next: string; onSignedIn: () => Promise<void> }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const logIn = async (): Promise<void> => {
    try {
      await api.login(email, password);
      // Only an address of this app: `next` comes from the outside.
      navigate(/^\/a\//.test(next) ? next : '/a/#/dashboard');
      await onSignedIn();
    } catch (refusal) {
      setProblem(refusal);
    }
  };
  return (
    <Center>
      <LoginCard
        onSubmit={(event) => {
          event.preventDefault();
          void logIn();
        }}
      >
        <h1>Log in</h1>
        <div>
          <LoginLabel htmlFor="email">Email</LoginLabel>
          <TextInput
            id="email"
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => {
              setEmail(event.target.value);
            }}
          />
        </div>
        <div>
          <LoginLabel htmlFor="password">Password</LoginLabel>
          <TextInput
            id="password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => {
              setPassword(event.target.value);
            }}
          />
        </div>
        {problem !== undefined && <Problem>{sentenceOf(problem, 'Something went wrong.')}</Problem>}
        <Submit>Log in</Submit>
      </LoginCard>
    </Center>
  );
}
