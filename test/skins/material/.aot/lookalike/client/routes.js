/** Entries of the navigation that have nothing behind them but an empty page. */
export const EMPTY_PAGES = [
    'inbox',
    'payments',
    'rooms',
    'automations',
    'addons',
    'template-gallery',
    'reports',
];
/** Addresses for links. All are hash routes under `/a/#/` (section 1.2); where no address is known it is assumed. */
export const hrefs = {
    dashboard: '#/dashboard',
    documents: '#/documents-next',
    document: (id) => `#/documents/${id}`,
    contacts: '#/contacts',
    devCenter: '#/api-dashboard/configuration',
    devCenterTab: (tab) => `#/api-dashboard/${tab}`,
    settings: '#/settings/team',
    team: '#/settings/team',
    allUsers: '#/settings/users',
    user: (id) => `#/settings/users/${id}`,
    workspaces: '#/settings/workspaces',
    workspaceMembers: (id) => `#/settings/workspaces/${id}/members`,
    integrations: '#/settings/integrations',
    myAccount: '#/settings/profile',
    documentSettings: '#/settings/document-settings',
    roles: '#/settings/roles',
    billing: '#/settings/billing',
    empty: (name) => `#/${name}`,
};
/** Reads the address bar. Tolerant of a query inside the hash, trailing slashes, `-next` twins and path routes. */
export function parseRoute(location) {
    if (/^\/login\/?$/.test(location.pathname)) {
        const next = new URLSearchParams(location.search).get('next') ?? '/a/';
        // In `/login/?next=/a/#/settings/team` the browser takes the part from `#` on for the login page's own hash.
        return { page: 'login', next: next.includes('#') ? next : `${next}${location.hash}` };
    }
    const hash = location.hash.replace(/^#/, '');
    const raw = hash === '' && !location.pathname.startsWith('/a/') ? location.pathname : hash;
    const parts = (raw.split('?')[0] ?? '').split('/').filter((part) => part !== '');
    const inSettings = parts[0] === 'settings';
    if (inSettings)
        parts.shift();
    const [first = '', second, third] = parts;
    const name = first.replace(/-next$/, '');
    if (name === 'api-dashboard' || (name === 'integrations' && second === 'api')) {
        if (second === 'monitoring' || second === 'logs' || second === 'webhooks-history') {
            return { page: 'dev-center-empty', tab: second };
        }
        return { page: 'dev-center' };
    }
    if (inSettings) {
        switch (name) {
            case '':
            case 'team':
            case 'members':
                return { page: 'team' };
            case 'users':
                return second === undefined ? { page: 'all-users' } : { page: 'user', userId: second };
            case 'workspaces':
                return second !== undefined && third === 'members'
                    ? { page: 'workspace-members', workspaceId: second }
                    : { page: 'workspaces' };
            case 'integrations':
            case 'api':
                return { page: 'integrations' };
            case 'profile':
                return { page: 'my-account' };
            case 'document-settings':
                return { page: 'document-settings' };
            case 'roles':
                return { page: 'roles' };
            case 'billing':
                return { page: 'billing' };
            default:
                return { page: 'not-found' };
        }
    }
    if (name === '' || name === 'dashboard')
        return { page: 'dashboard' };
    if (name === 'documents')
        return second === undefined ? { page: 'documents' } : { page: 'document', documentId: second };
    if (name === 'contacts')
        return { page: 'contacts' };
    const empty = EMPTY_PAGES.find((candidate) => candidate === name);
    return empty === undefined ? { page: 'not-found' } : { page: 'empty', name: empty };
}
const listeners = new Set();
const notify = () => {
    for (const listener of listeners)
        listener();
};
/** Calls `listener` after every change of the address; returns what ends that. */
export function onNavigation(listener) {
    if (listeners.size === 0) {
        addEventListener('hashchange', notify);
        addEventListener('popstate', notify);
    }
    listeners.add(listener);
    return () => {
        listeners.delete(listener);
        if (listeners.size > 0)
            return;
        removeEventListener('hashchange', notify);
        removeEventListener('popstate', notify);
    };
}
/** Goes to an address of the app without loading a page. */
export function navigate(address, how = 'push') {
    if (how === 'push')
        history.pushState(null, '', address);
    else
        history.replaceState(null, '', address);
    notify();
}
