import { useState } from 'react';
import type { ReactNode } from 'react';
import styled, { css } from 'styled-components';
import { api } from '../../../../client/api.ts';
import type { MessageKey } from '../../../../client/messages.ts';
import { hrefs, navigate } from '../../../../client/routes.ts';
import type { Route } from '../../../../client/routes.ts';
import { displayName, useSession } from '../session.ts';
import { theme } from '../theme.ts';
import { Avatar, IconButton, PrimaryButton } from './controls.tsx';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import { PopupButton } from './popup.tsx';

const Rail = styled.nav<{ $collapsed: boolean }>`
  position: sticky;
  top: 0;
  display: flex;
  flex: none;
  flex-direction: column;
  gap: 2px;
  width: ${({ $collapsed }) => ($collapsed ? '60px' : '272px')};
  height: 100vh;
  padding: 12px 10px;
  overflow-x: hidden;
  overflow-y: auto;
  border-right: 1px solid ${theme.line};
  background: ${theme.ground};
`;

const Top = styled.div`
  display: flex;
  align-items: center;
  gap: 4px;
  margin-bottom: 10px;
`;

const SwitcherButton = styled.button.attrs({ type: 'button' })`
  display: flex;
  flex: 1;
  align-items: center;
  gap: 8px;
  min-width: 0;
  padding: 6px 4px;
  border: 0;
  border-radius: ${theme.radius};
  background: none;
  text-align: left;
  cursor: pointer;
  &:hover,
  &[aria-expanded='true'] {
    background: #e9edf0;
  }
`;

const Logo = styled.span`
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  width: 28px;
  height: 28px;
  border-radius: 8px;
  color: #fff;
  background: ${theme.accent};
  font-weight: 700;
`;

const Names = styled.span`
  flex: 1;
  min-width: 0;
  > span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  > span:first-child {
    font-size: 13px;
    font-weight: 600;
  }
  > span:last-child {
    font-size: 11px;
    line-height: 14px;
    letter-spacing: 0.04em;
    color: ${theme.muted};
    text-transform: uppercase;
  }
`;

const entryLook = css<{ $current?: boolean }>`
  display: flex;
  align-items: center;
  gap: 10px;
  min-height: 34px;
  padding: 0 10px;
  border: 0;
  border-radius: ${theme.radius};
  color: ${theme.text};
  background: none;
  cursor: pointer;
  &:hover {
    background: #e9edf0;
    text-decoration: none;
  }
  ${({ $current }) =>
    $current === true &&
    css`
      color: ${theme.accentDark};
      background: ${theme.accentPale};
      font-weight: 500;
    `}
`;

const Entry = styled.a<{ $current?: boolean }>`
  ${entryLook}
`;

const EntryButton = styled.button.attrs({ type: 'button' })<{ $current?: boolean }>`
  ${entryLook}
  width: 100%;
  text-align: left;
`;

const Create = styled(PrimaryButton)`
  flex: none;
  padding: 0 8px;
  margin-bottom: 10px;
`;

const Section = styled.div`
  padding: 14px 10px 4px;
  font-size: 11px;
  letter-spacing: 0.06em;
  color: ${theme.muted};
  text-transform: uppercase;
`;

const Spring = styled.div`
  flex: 1;
`;

const Who = styled.div`
  display: flex;
  flex-direction: column;
  padding: 8px 10px 10px;
  margin-bottom: 4px;
  border-bottom: 1px solid ${theme.line};
  strong {
    font-weight: 600;
  }
  span {
    font-size: 13px;
    color: ${theme.muted};
  }
`;

/** The left edge: switcher, pages, settings, profile (sections 1.3 and 2.1, screenshot of 2025-03). */
export function Navigation({ route }: { route: Route }) {
  const { profile, t, switchWorkspace } = useSession();
  // Narrow windows start with the icons alone: the workspace's name is then not on the page.
  const [collapsed, setCollapsed] = useState(innerWidth < 1000);
  const name = displayName(profile);

  const logOut = async (): Promise<void> => {
    await api.logout();
    location.assign('/login/');
  };

  const link = (label: MessageKey, icon: IconName, href: string, current: boolean): ReactNode => (
    <Entry
      href={href}
      $current={current}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      {...(collapsed ? { 'aria-label': t(label) } : {})}
    >
      <Icon name={icon} />
      {!collapsed && <span>{t(label)}</span>}
    </Entry>
  );
  const isEmpty = (empty: string): boolean => route.page === 'empty' && route.name === empty;

  return (
    <Rail $collapsed={collapsed}>
      <Top>
        {!collapsed && (
          <PopupButton
            role="menu"
            entryRole="menuitemradio"
            label={t('switchWorkspace')}
            groups={[
              {
                title: t('workspaces'),
                entries: profile.workspaces.map((workspace) => ({
                  key: workspace.id,
                  label: workspace.name,
                  checked: workspace.id === profile.workspace.id,
                  onSelect: () => void switchWorkspace(workspace.id),
                })),
              },
              {
                title: t('accounts'),
                entries: profile.accounts.map((account) => ({
                  key: account.id,
                  label: account.name,
                  checked: account.id === profile.organization.id,
                  onSelect: () => undefined,
                })),
              },
            ]}
          >
            {(trigger) => (
              <SwitcherButton {...trigger}>
                <Logo aria-hidden="true">{profile.organization.name.charAt(0)}</Logo>
                <Names>
                  <span title={profile.organization.name}>{profile.organization.name}</span>
                  <span title={profile.workspace.name}>{profile.workspace.name}</span>
                </Names>
                <Icon name="caret" size={16} />
              </SwitcherButton>
            )}
          </PopupButton>
        )}
        <IconButton
          id="at_nav_panel_expander"
          aria-label={collapsed ? t('expand') : t('collapse')}
          onClick={() => {
            setCollapsed(!collapsed);
          }}
        >
          <Icon name={collapsed ? 'expand' : 'collapse'} />
        </IconButton>
      </Top>
      <Create aria-label={t('createNew')}>{collapsed ? '+' : t('createNew')}</Create>
      {link('home', 'home', hrefs.dashboard, route.page === 'dashboard')}
      {link('inbox', 'inbox', hrefs.empty('inbox'), isEmpty('inbox'))}
      {link('documents', 'document', hrefs.documents, route.page === 'documents' || route.page === 'document')}
      {!collapsed && <Section>{t('more')}</Section>}
      {link('payments', 'payments', hrefs.empty('payments'), isEmpty('payments'))}
      {link('rooms', 'rooms', hrefs.empty('rooms'), isEmpty('rooms'))}
      {link('automations', 'bolt', hrefs.empty('automations'), isEmpty('automations'))}
      {link('contacts', 'contacts', hrefs.contacts, route.page === 'contacts')}
      {!collapsed && <Section>{t('explore')}</Section>}
      {link('addons', 'addons', hrefs.empty('addons'), isEmpty('addons'))}
      {link('templateGallery', 'gallery', hrefs.empty('template-gallery'), isEmpty('template-gallery'))}
      {link('reports', 'chart', hrefs.empty('reports'), isEmpty('reports'))}
      <Spring />
      {link('devCenter', 'key', hrefs.devCenter, route.page === 'dev-center' || route.page === 'dev-center-empty')}
      {link('inviteUsers', 'invite', hrefs.team, false)}
      {link('settings', 'gear', hrefs.settings, false)}
      <PopupButton
        role="menu"
        entryRole="menuitem"
        label={t('profileOf', { name })}
        header={
          <Who>
            <strong>{name}</strong>
            <span>{profile.email}</span>
          </Who>
        }
        groups={[
          {
            entries: [
              {
                key: 'account',
                label: t('myAccount'),
                onSelect: () => {
                  navigate(hrefs.myAccount);
                },
              },
              { key: 'out', label: t('logOut'), onSelect: () => void logOut() },
            ],
          },
        ]}
      >
        {(trigger) => (
          <EntryButton {...trigger} aria-label={t('profileOf', { name })} style={{ minHeight: 44, paddingLeft: 6 }}>
            <Avatar picture={profile.avatar} name={name} size={28} />
            {!collapsed && <span>{profile.first_name}</span>}
          </EntryButton>
        )}
      </PopupButton>
    </Rail>
  );
}

const Side = styled.nav`
  position: sticky;
  top: 0;
  flex: none;
  width: 232px;
  height: 100vh;
  padding: 28px 14px;
  overflow-y: auto;
  border-right: 1px solid ${theme.line};
  background: ${theme.surface};
  h2 {
    padding: 0 10px;
    margin-bottom: 14px;
    font-size: 18px;
    font-weight: 600;
  }
  h3 {
    padding: 14px 10px 6px;
    font-size: 12px;
    font-weight: 500;
    color: ${theme.muted};
    overflow-wrap: anywhere;
  }
`;

/** The second column inside the settings: personal, current workspace, organization (section 2.1, "Getting there"). */
export function SettingsNavigation({ route }: { route: Route }) {
  const { profile, t } = useSession();
  const pages = new Set<Route['page']>([route.page]);
  const entry = (label: MessageKey, href: string, ...when: Route['page'][]): ReactNode => {
    const current = when.some((page) => pages.has(page));
    return (
      <Entry href={href} $current={current} {...(current ? { 'aria-current': 'page' as const } : {})}>
        {t(label)}
      </Entry>
    );
  };
  const managesOrganization = profile.is_organization_owner || profile.is_organization_admin;
  return (
    <Side aria-label={t('settings')}>
      <h2>{t('settings')}</h2>
      <section>
        <h3>{t('personalSettings')}</h3>
        {entry('myAccount', hrefs.myAccount, 'my-account')}
      </section>
      <section>
        <h3>{profile.workspace.name}</h3>
        {entry('documentSettings', hrefs.documentSettings, 'document-settings')}
        {entry('teamAndSeats', hrefs.team, 'team')}
        {entry('apiAndIntegrations', hrefs.integrations, 'integrations')}
      </section>
      <section>
        <h3>{t('organization')}</h3>
        {entry('workspaces', hrefs.workspaces, 'workspaces', 'workspace-members')}
        {managesOrganization && entry('allUsers', hrefs.allUsers, 'all-users', 'user')}
        {managesOrganization && entry('roles', hrefs.roles, 'roles')}
        {profile.is_organization_owner && entry('paymentDetails', hrefs.billing, 'billing')}
      </section>
    </Side>
  );
}
