/** The API said no; `detail` is its sentence. */
export class RequestError extends Error {
    status;
    detail;
    constructor(status, detail) {
        super(detail);
        this.name = 'RequestError';
        this.status = status;
        this.detail = detail;
    }
}
/** The sentence to show for something that was caught. */
export function sentenceOf(problem, otherwise) {
    return problem instanceof RequestError && problem.detail !== '' ? problem.detail : otherwise;
}
async function call(method, path, body) {
    const response = await fetch(`/api${path}`, {
        method,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text === '' ? null : JSON.parse(text);
    if (!response.ok) {
        const detail = typeof json === 'object' && json !== null && 'detail' in json ? String(json.detail) : '';
        throw new RequestError(response.status, detail);
    }
    return json;
}
const ws = (organization, workspace) => `/org/${organization}/ws/${workspace}`;
/** All calls of the app; every skin uses these and no others. */
export const api = {
    login: (email, password) => call('POST', '/login', { email, password }),
    logout: () => call('POST', '/logout'),
    profile: () => call('GET', '/profile'),
    switchWorkspace: (workspace) => call('POST', '/profile/workspace', { workspace_id: workspace }),
    members: (organization, workspace) => call('GET', `${ws(organization, workspace)}/members`),
    invite: (organization, workspace, email, role) => call('POST', `${ws(organization, workspace)}/members`, { email, role }),
    removeMember: (organization, workspace, membership, reassignDocumentsTo) => call('DELETE', `${ws(organization, workspace)}/members/${membership}`, reassignDocumentsTo === undefined ? undefined : { reassign_documents_to: reassignDocumentsTo }),
    changeRole: (organization, workspace, membership, role) => call('PATCH', `${ws(organization, workspace)}/members/${membership}/role`, { role }),
    resendInvitation: (organization, workspace, membership) => call('POST', `${ws(organization, workspace)}/members/${membership}/invitation`),
    users: (organization, query) => call('GET', `/org/${organization}/users?${new URLSearchParams({
        offset: String(query.offset),
        count: String(query.count),
        search: query.search,
    }).toString()}`),
    user: (organization, user) => call('GET', `/org/${organization}/users/${user}`),
    changeLicense: (organization, user, license) => call('PATCH', `/org/${organization}/users/${user}`, { license }),
    workspaces: (organization) => call('GET', `/org/${organization}/workspaces`),
    deactivateWorkspace: (organization, workspace) => call('POST', `${ws(organization, workspace)}/deactivate`),
    keySlots: (organization, workspace) => call('GET', `${ws(organization, workspace)}/api-keys`),
    keyDetails: (organization, workspace) => call('GET', `${ws(organization, workspace)}/api-key-details`),
    revealKey: (organization, workspace, type) => call('GET', `${ws(organization, workspace)}/api-keys/${type}/secret`),
    generateKey: (organization, workspace, type) => call('POST', `${ws(organization, workspace)}/api-keys`, { type }),
    contacts: () => call('GET', '/contacts'),
    deleteContacts: (ids) => call('DELETE', '/contacts', { ids }),
    documents: () => call('GET', '/documents'),
};
