import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { api, RequestError, sentenceOf } from '../../../client/api.ts';
import { translator } from '../../../client/messages.ts';
import type { MessageKey } from '../../../client/messages.ts';
import { navigate } from '../../../client/routes.ts';
import type { EmptyPage as EmptyPageName, Route } from '../../../client/routes.ts';
import type { Profile } from '../../../client/wire.ts';
import { AllUsersPage } from './pages/all-users.tsx';
import { ContactsPage } from './pages/contacts.tsx';
import { DevCenterPage, IntegrationsPage } from './pages/dev-center.tsx';
import {
  DashboardPage,
  DocumentPage,
  DocumentsPage,
  EmptyPage,
  LoginPage,
  MyAccountPage,
  NotFoundPage,
  RolesPage,
} from './pages/plain.tsx';
import { TeamPage } from './pages/team.tsx';
import { UserPage } from './pages/user.tsx';
import { WorkspaceMembersPage, WorkspacesPage } from './pages/workspaces.tsx';
import { Problem } from './parts/controls.tsx';
import { Navigation, SettingsNavigation } from './parts/navigation.tsx';
import { Toasts } from './parts/toasts.tsx';
import { SessionContext, useRoute } from './session.ts';
import type { Session } from './session.ts';
import { GlobalStyle } from './theme.ts';

const Frame = styled.div`
  display: flex;
  min-height: 100vh;
`;

const SETTINGS: ReadonlySet<Route['page']> = new Set<Route['page']>([
  'team',
  'all-users',
  'user',
  'workspaces',
  'workspace-members',
  'integrations',
  'my-account',
  'document-settings',
  'roles',
  'billing',
]);

const EMPTY_TITLES: Readonly<Record<EmptyPageName, MessageKey>> = {
  inbox: 'inbox',
  payments: 'payments',
  rooms: 'rooms',
  automations: 'automations',
  addons: 'addons',
  'template-gallery': 'templateGallery',
  reports: 'reports',
};

function pageOf(route: Exclude<Route, { page: 'login' }>, session: Session): ReactNode {
  const { t } = session;
  switch (route.page) {
    case 'dashboard':
      return <DashboardPage />;
    case 'documents':
      return <DocumentsPage />;
    case 'document':
      return <DocumentPage key={route.documentId} documentId={route.documentId} />;
    case 'contacts':
      return <ContactsPage />;
    case 'dev-center':
      return <DevCenterPage tab="configuration" />;
    case 'dev-center-empty':
      return <DevCenterPage tab={route.tab} />;
    case 'team':
      return <TeamPage />;
    case 'all-users':
      return <AllUsersPage />;
    case 'user':
      return <UserPage key={route.userId} userId={route.userId} />;
    case 'workspaces':
      return <WorkspacesPage />;
    case 'workspace-members':
      return <WorkspaceMembersPage key={route.workspaceId} workspaceId={route.workspaceId} />;
    case 'integrations':
      return <IntegrationsPage />;
    case 'my-account':
      return <MyAccountPage />;
    case 'document-settings':
      return <EmptyPage title={t('documentSettings')} />;
    case 'roles':
      return <RolesPage />;
    case 'billing':
      return <EmptyPage title={t('paymentDetails')} />;
    case 'empty':
      return <EmptyPage title={t(EMPTY_TITLES[route.name])} />;
    case 'not-found':
      return <NotFoundPage />;
  }
}

/** The whole app: asks who is signed in, then shows the page of the address bar. */
export function App() {
  const route = useRoute();
  const [profile, setProfile] = useState<Profile>();
  const [problem, setProblem] = useState<unknown>();
  const onLogin = route.page === 'login';

  const reloadProfile = useCallback(async () => {
    try {
      setProfile(await api.profile());
    } catch (refusal) {
      if (refusal instanceof RequestError && refusal.status === 401) {
        navigate(`/login/?next=${encodeURIComponent(`/a/${location.hash}`)}`, 'replace');
      } else {
        setProblem(refusal);
      }
    }
  }, []);

  useEffect(() => {
    if (onLogin) return;
    if (location.pathname === '/a/' && /^#?\/?$/.test(location.hash)) navigate('/a/#/dashboard', 'replace');
    void reloadProfile();
  }, [onLogin, reloadProfile]);

  // Nothing here notices that another tab has switched the workspace: this one goes on showing, and changing, the
  // workspace that it knows, until it is loaded again (section 7, variant 9).

  const language = profile?.interface_language ?? 'en';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const session = useMemo((): Session | null => {
    if (profile === undefined) return null;
    return {
      profile,
      t: translator(profile.interface_language),
      reloadProfile,
      switchWorkspace: async (workspaceId) => {
        setProfile(await api.switchWorkspace(workspaceId));
      },
    };
  }, [profile, reloadProfile]);

  return (
    <>
      <GlobalStyle />
      {route.page === 'login' ? (
        <LoginPage next={route.next} onSignedIn={reloadProfile} />
      ) : session === null ? (
        problem !== undefined && <Problem>{sentenceOf(problem, 'Something went wrong.')}</Problem>
      ) : (
        <SessionContext value={session}>
          <Toasts>
            <Frame>
              <Navigation route={route} />
              {SETTINGS.has(route.page) && <SettingsNavigation route={route} />}
              {pageOf(route, session)}
            </Frame>
          </Toasts>
        </SessionContext>
      )}
    </>
  );
}
