import type {
  Contact,
  DocumentLine,
  KeyDetails,
  KeySlot,
  KeyTypeOnWire,
  Member,
  Page,
  Profile,
  User,
  Workspace,
} from './wire.ts';

/** The API said no; `detail` is its sentence. */
export class RequestError extends Error {
  readonly status: number;
  readonly detail: string;

  constructor(status: number, detail: string) {
    super(detail);
    this.name = 'RequestError';
    this.status = status;
    this.detail = detail;
  }
}

/** The sentence to show for something that was caught. */
export function sentenceOf(problem: unknown, otherwise: string): string {
  return problem instanceof RequestError && problem.detail !== '' ? problem.detail : otherwise;
}

async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/api${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === '' ? null : JSON.parse(text);
  if (!response.ok) {
    const detail = typeof json === 'object' && json !== null && 'detail' in json ? String(json.detail) : '';
    throw new RequestError(response.status, detail);
  }
  return json as Answer;
}

const ws = (organization: string, workspace: string): string => `/org/${organization}/ws/${workspace}`;

/** All calls of the app; every skin uses these and no others. */
export const api = {
  login: (email: string, password: string) => call<Profile>('POST', '/login', { email, password }),
  logout: () => call<null>('POST', '/logout'),
  profile: () => call<Profile>('GET', '/profile'),
  switchWorkspace: (workspace: string) => call<Profile>('POST', '/profile/workspace', { workspace_id: workspace }),

  members: (organization: string, workspace: string) =>
    call<Page<Member>>('GET', `${ws(organization, workspace)}/members`),
  invite: (organization: string, workspace: string, email: string, role: string) =>
    call<Member>('POST', `${ws(organization, workspace)}/members`, { email, role }),
  removeMember: (organization: string, workspace: string, membership: string, reassignDocumentsTo?: string) =>
    call<null>(
      'DELETE',
      `${ws(organization, workspace)}/members/${membership}`,
      reassignDocumentsTo === undefined ? undefined : { reassign_documents_to: reassignDocumentsTo },
    ),
  changeRole: (organization: string, workspace: string, membership: string, role: string) =>
    call<Member>('PATCH', `${ws(organization, workspace)}/members/${membership}/role`, { role }),
  resendInvitation: (organization: string, workspace: string, membership: string) =>
    call<null>('POST', `${ws(organization, workspace)}/members/${membership}/invitation`),

  users: (organization: string, query: { offset: number; count: number; search: string }) =>
    call<Page<User>>(
      'GET',
      `/org/${organization}/users?${new URLSearchParams({
        offset: String(query.offset),
        count: String(query.count),
        search: query.search,
      }).toString()}`,
    ),
  user: (organization: string, user: string) => call<User>('GET', `/org/${organization}/users/${user}`),
  changeLicense: (organization: string, user: string, license: string) =>
    call<User>('PATCH', `/org/${organization}/users/${user}`, { license }),

  workspaces: (organization: string) => call<Page<Workspace>>('GET', `/org/${organization}/workspaces`),
  deactivateWorkspace: (organization: string, workspace: string) =>
    call<null>('POST', `${ws(organization, workspace)}/deactivate`),

  keySlots: (organization: string, workspace: string) =>
    call<KeySlot[]>('GET', `${ws(organization, workspace)}/api-keys`),
  keyDetails: (organization: string, workspace: string) =>
    call<KeyDetails[]>('GET', `${ws(organization, workspace)}/api-key-details`),
  revealKey: (organization: string, workspace: string, type: KeyTypeOnWire) =>
    call<{ key: string }>('GET', `${ws(organization, workspace)}/api-keys/${type}/secret`),
  generateKey: (organization: string, workspace: string, type: KeyTypeOnWire) =>
    call<{ type: KeyTypeOnWire; key: string }>('POST', `${ws(organization, workspace)}/api-keys`, { type }),

  contacts: () => call<Page<Contact>>('GET', '/contacts'),
  deleteContacts: (ids: readonly string[]) => call<null>('DELETE', '/contacts', { ids }),
  documents: () => call<Page<DocumentLine>>('GET', '/documents'),
} as const;
