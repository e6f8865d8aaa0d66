import { expect, test } from 'vitest';
import { routeOf } from './route.ts';

const app = 'https://app.pandadoc.com/a/#';

test.each([
  [`${app}/settings/team`, 'members'],
  [`${app}/settings/team-and-seats?tab=active`, 'members'],
  [`${app}/settings/team-next/`, 'members'],
  ['https://app.pandadoc.com/settings/members/', 'members'],
  [`${app}/settings/workspaces/BhVzRcxH9Z2LgfPPGXFUBa/members`, 'members'],
  [`${app}/settings/users/BhVzRcxH9Z2LgfPPGXFUBa`, 'users'],
  [`${app}/settings/workspaces`, 'workspaces'],
  [`${app}/api-dashboard/configuration`, 'keys'],
  [`${app}/settings/api-dashboard/configuration?x=1#y`, 'keys'],
  [`${app}/settings/api-dashboard-next/configuration/`, 'keys'],
  [`${app}/settings/integrations/api`, 'keys'],
  [`${app}/settings/profile`, 'settings'],
  ['https://app.pandadoc.com/a/#!/settings/team', 'members'],
] as const)('%s hints at %s', (address, hint) => {
  expect(routeOf(address)).toMatchObject({ region: 'us', hint, mayHoldSettings: true });
});

test.each([
  `${app}/dashboard`,
  `${app}/documents/abc`,
  `${app}/contacts`,
  `${app}/templates?query=team`,
  'https://app.pandadoc.com/login/?next=/a/#/settings/team',
  'https://app.pandadoc.com/document/v2?token=settings',
  'https://app.pandadoc.com/document/0123456789abcdef/settings',
  'https://app.pandadoc.com/e/settings',
  'https://app.pandadoc.com/oauth2/authorize',
  'https://pandadoc.com/a/#/settings/team',
  'https://app.pandadoc.com.evil.example/a/#/settings/team',
  'https://app-eu.pandadoc.com/a/#/settings/team',
])('nothing of ours runs on %s', (address) => {
  expect(routeOf(address).mayHoldSettings).toBe(false);
});

test('an address that means nothing may hold settings all the same', () => {
  expect(routeOf(`${app}/q2-rollout/x`)).toMatchObject({ hint: null, mayHoldSettings: true });
  expect(routeOf('https://app.pandadoc.com/a/')).toMatchObject({ hint: null, mayHoldSettings: true });
});

test.each([
  ['/settings/users/BhVzRcxH9Z2LgfPPGXFUBa', true],
  ['/settings/users/12/access', true],
  ['/settings/team/BhVzRcxH9Z2LgfPPGXFUBa', true],
  ['/settings/user/12', true],
  ['/settings/profile/BhVzRcxH9Z2LgfPPGXFUBa', true],
  ['/settings/users', false],
  ['/settings/workspaces/BhVzRcxH9Z2LgfPPGXFUBa', false],
  ['/settings/workspaces/BhVzRcxH9Z2LgfPPGXFUBa/members', false],
  ['/settings/organization/team/active', false],
  ['/settings/team?page=2', false],
])('%s is the page of one person: %s', (path, onePerson) => {
  expect(routeOf(`${app}${path}`).onePerson).toBe(onePerson);
});

test.each([
  'http://app.pandadoc.com/a/#/settings/team',
  'https://app.pandadoc.com:8443/a/#/settings/team',
  'https://app.pandadoc.com./a/#/settings/team',
  'https://app.pandadoc.com@evil.test/a/#/settings/team',
  'https://app.pandadoc.com.evil.test/a/#/settings/team',
])('an address that only looks like PandaDoc’s has no region and holds no settings: %s', (address) => {
  expect(routeOf(address)).toMatchObject({ region: null, mayHoldSettings: false });
});

test('regions are told by their hosts only', () => {
  expect(routeOf('https://app.pandadoc.eu/a/#/settings/team').region).toBe('eu');
  expect(routeOf('https://APP.PANDADOC.COM/a/#/settings/team').region).toBe('us');
  expect(routeOf('https://api.pandadoc.eu/a/#/settings/team').region).toBeNull();
});

test('queries, slashes and case make no other page; another id does', () => {
  const key = routeOf(`${app}/settings/team`).key;
  for (const same of ['/settings/team/', '/settings/team?page=2', '/Settings/Team&x']) {
    expect(routeOf(`${app}${same}`).key).toBe(key);
  }
  expect(routeOf(`${app}/settings/users/a`).key).not.toBe(routeOf(`${app}/settings/users/b`).key);
  expect(routeOf('https://app.pandadoc.eu/a/#/settings/team').key).not.toBe(key);
});
