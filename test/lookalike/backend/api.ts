import type { KeyDetails, KeySlot, Member, Page, Profile, User, Workspace } from '../client/wire.ts';
import type { KeyType, MembershipRecord, UserRecord } from '../organizations/types.ts';
import { avatarPath } from './avatars.ts';
import { ApiError, SENTENCES } from './errors.ts';
import type { OrganizationState } from './state.ts';

/** A request to the JSON API, without its `/api`. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** An answer of the JSON API; a `null` body is sent as nothing. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

type Handler = (context: {
  readonly organization: OrganizationState;
  /** The parts of the path that the pattern leaves open, in their order. */
  readonly parts: readonly [string, string, string];
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}) => ApiAnswer;

const ok = (body: unknown): ApiAnswer => ({ status: 200, body });
const noContent: ApiAnswer = { status: 204, body: null };

const textOf = (body: Record<string, unknown>, field: string): string => {
  const value = body[field];
  if (typeof value !== 'string') throw new ApiError(400, SENTENCES.badRequest);
  return value;
};

const keyTypeOf = (text: string): KeyType => {
  if (text !== 'sandbox' && text !== 'production') throw new ApiError(400, SENTENCES.badRequest);
  return text;
};

const page = <Item>(results: Item[], total = results.length): Page<Item> => ({ total, results });

function profileOf(organization: OrganizationState): Profile {
  const user = organization.signedInUser();
  const current = organization.currentWorkspace(user.id);
  const workspaces = organization.membershipsOf(user.id).map((membership) => ({
    id: membership.workspaceId,
    name: organization.workspaceById(membership.workspaceId).name,
    role: membership.role,
  }));
  return {
    id: user.id,
    email: user.email,
    first_name: user.firstName,
    last_name: user.lastName,
    license: user.license,
    avatar: avatarPath(user),
    is_organization_owner: user.isOrganizationOwner,
    is_organization_admin: user.isOrganizationAdmin,
    interface_language: organization.interfaceLanguage,
    organization: { id: organization.id, name: organization.name },
    workspace: {
      id: current.id,
      name: current.name,
      role: organization.membership(user.id, current.id)?.role ?? '',
    },
    workspaces,
    accounts: [{ id: organization.id, name: organization.name }],
    roles: [...organization.roles],
    licenses: [...organization.licenses],
  };
}

function memberOnWire(organization: OrganizationState, membership: MembershipRecord): Member {
  const user = organization.userById(membership.userId);
  const workspace = organization.workspaceById(membership.workspaceId);
  return {
    user_id: user.id,
    membership_id: membership.id,
    email: user.email,
    first_name: user.firstName,
    last_name: user.lastName,
    avatar: avatarPath(user),
    is_active: membership.status === 'active',
    is_owner: workspace.ownerId === user.id,
    role: membership.role,
    user_license: user.license,
    workspace: workspace.id,
    workspace_name: workspace.name,
  };
}

function userOnWire(organization: OrganizationState, user: UserRecord): User {
  const memberships = organization.membershipsOf(user.id);
  return {
    user_id: user.id,
    email: user.email,
    first_name: user.firstName,
    last_name: user.lastName,
    avatar: avatarPath(user),
    license: user.license,
    is_organization_owner: user.isOrganizationOwner,
    is_pending: memberships.every((membership) => membership.status === 'invited'),
    workspaces: memberships.map((membership) => ({
      workspace_id: membership.workspaceId,
      workspace_name: organization.workspaceById(membership.workspaceId).name,
      membership_id: membership.id,
      role: membership.role,
    })),
  };
}

const requireMember = (organization: OrganizationState, workspaceId: string): void => {
  const user = organization.signedInUser();
  organization.workspaceById(workspaceId);
  const mayLook =
    organization.membership(user.id, workspaceId) !== undefined || organization.managesOrganization(user.id);
  if (!mayLook) throw new ApiError(403, SENTENCES.forbidden);
};

/** Keys are for Admins (section 2.5). */
const requireKeyAccess = (organization: OrganizationState, workspaceId: string): void => {
  requireMember(organization, workspaceId);
  if (!organization.managesWorkspace(organization.signedInUser().id, workspaceId)) {
    throw new ApiError(403, SENTENCES.forbidden);
  }
};

/** `:` stands for one part of the path. */
const ROUTES: readonly (readonly [method: string, pattern: string, handler: Handler])[] = [
  [
    'POST',
    '/login',
    ({ organization, body }) => {
      const email = textOf(body, 'email').trim().toLowerCase();
      const user = organization.users.find((candidate) => candidate.email.toLowerCase() === email);
      // Any password will do: there is nothing here to protect.
      if (user === undefined || user.firstName === '' || textOf(body, 'password') === '') {
        throw new ApiError(400, SENTENCES.wrongLogin);
      }
      organization.signedInUserId = user.id;
      return ok(profileOf(organization));
    },
  ],
  [
    'POST',
    '/logout',
    ({ organization }) => {
      organization.signedInUserId = null;
      return noContent;
    },
  ],
  ['GET', '/profile', ({ organization }) => ok(profileOf(organization))],
  [
    'POST',
    '/profile/workspace',
    ({ organization, body }) => {
      organization.switchWorkspace(organization.signedInUser().id, textOf(body, 'workspace_id'));
      return ok(profileOf(organization));
    },
  ],
  [
    'GET',
    '/org/:/ws/:/members',
    ({ organization, parts: [, workspaceId] }) => {
      requireMember(organization, workspaceId);
      return ok(page(organization.membersOf(workspaceId).map((membership) => memberOnWire(organization, membership))));
    },
  ],
  [
    'POST',
    '/org/:/ws/:/members',
    ({ organization, parts: [, workspaceId], body }) => {
      const actor = organization.signedInUser();
      const membership = organization.invite(actor.id, workspaceId, textOf(body, 'email').trim(), textOf(body, 'role'));
      return { status: 201, body: memberOnWire(organization, membership) };
    },
  ],
  [
    'DELETE',
    '/org/:/ws/:/members/:',
    ({ organization, parts: [, workspaceId, membershipId] }) => {
      organization.removeMember(organization.signedInUser().id, workspaceId, membershipId);
      return noContent;
    },
  ],
  [
    'PATCH',
    '/org/:/ws/:/members/:/role',
    ({ organization, parts: [, workspaceId, membershipId], body }) => {
      const actor = organization.signedInUser();
      const membership = organization.changeRole(actor.id, workspaceId, membershipId, textOf(body, 'role'));
      return ok(memberOnWire(organization, membership));
    },
  ],
  [
    'POST',
    '/org/:/ws/:/members/:/invitation',
    ({ organization, parts: [, workspaceId, membershipId] }) => {
      const membership = organization.membersOf(workspaceId).find((candidate) => candidate.id === membershipId);
      if (membership?.status !== 'invited') throw new ApiError(404, SENTENCES.memberUnknown);
      return noContent;
    },
  ],
  [
    'GET',
    '/org/:/users',
    ({ organization, query }) => {
      if (!organization.managesOrganization(organization.signedInUser().id)) {
        throw new ApiError(403, SENTENCES.forbidden);
      }
      const search = (query.get('search') ?? '').trim().toLowerCase();
      const fitting = organization
        .listedUsers()
        .filter((user) => `${user.firstName} ${user.lastName} ${user.email}`.toLowerCase().includes(search));
      const offset = Number(query.get('offset') ?? 0);
      const count = Number(query.get('count') ?? 50);
      const part = fitting.slice(offset, offset + count).map((user) => userOnWire(organization, user));
      return ok(page(part, fitting.length));
    },
  ],
  [
    'GET',
    '/org/:/users/:',
    ({ organization, parts: [, userId] }) => {
      organization.signedInUser();
      return ok(userOnWire(organization, organization.userById(userId)));
    },
  ],
  [
    'PATCH',
    '/org/:/users/:',
    ({ organization, parts: [, userId], body }) => {
      const actor = organization.signedInUser();
      return ok(userOnWire(organization, organization.changeLicense(actor.id, userId, textOf(body, 'license'))));
    },
  ],
  [
    'GET',
    '/org/:/workspaces',
    ({ organization }) => {
      const user = organization.signedInUser();
      const all = organization.managesOrganization(user.id);
      return ok(
        page(
          organization.workspaces
            .filter((workspace) => workspace.isActive)
            .filter((workspace) => all || organization.membership(user.id, workspace.id) !== undefined)
            .map((workspace): Workspace => {
              const members = organization.membersOf(workspace.id);
              const owner = organization.userById(workspace.ownerId);
              return {
                id: workspace.id,
                name: workspace.name,
                owner: `${owner.firstName} ${owner.lastName}`,
                active_members_count: members.filter((member) => member.status === 'active').length,
                invited_members_count: members.filter((member) => member.status === 'invited').length,
              };
            }),
        ),
      );
    },
  ],
  [
    'POST',
    '/org/:/ws/:/deactivate',
    ({ organization, parts: [, workspaceId] }) => {
      organization.deactivateWorkspace(organization.signedInUser().id, workspaceId);
      return noContent;
    },
  ],
  [
    'GET',
    '/org/:/ws/:/api-keys',
    ({ organization, parts: [, workspaceId] }) => {
      requireKeyAccess(organization, workspaceId);
      const workspace = organization.workspaceById(workspaceId);
      return ok(
        (['sandbox', 'production'] as const).map((type): KeySlot => {
          if (!workspace.entitledTo.includes(type)) return { type, state: 'not_entitled' };
          return { type, state: organization.keyOf(workspaceId, type) === undefined ? 'none' : 'issued' };
        }),
      );
    },
  ],
  [
    // A key page that shows more than the one that was seen (section 7, variant 13).
    'GET',
    '/org/:/ws/:/api-key-details',
    ({ organization, parts: [, workspaceId] }) => {
      requireKeyAccess(organization, workspaceId);
      return ok(
        organization
          .livingKeys()
          .filter((key) => key.workspaceId === workspaceId)
          .map((key): KeyDetails => {
            const owner = organization.userById(key.ownerId);
            return {
              type: key.type,
              owner: { user_id: owner.id, email: owner.email, name: `${owner.firstName} ${owner.lastName}` },
              date_created: key.createdOn,
            };
          }),
      );
    },
  ],
  [
    'GET',
    '/org/:/ws/:/api-keys/:/secret',
    ({ organization, parts: [, workspaceId, type] }) => {
      requireKeyAccess(organization, workspaceId);
      const key = organization.keyOf(workspaceId, keyTypeOf(type));
      if (key === undefined) throw new ApiError(404, SENTENCES.notFound);
      return ok({ key: key.secret });
    },
  ],
  [
    'POST',
    '/org/:/ws/:/api-keys',
    ({ organization, parts: [, workspaceId], body }) => {
      const actor = organization.signedInUser();
      const key = organization.generateKey(actor.id, workspaceId, keyTypeOf(textOf(body, 'type')));
      // Shape of the published "create API key" answer.
      return ok({ user_id: key.ownerId, type: key.type, workspace_id: key.workspaceId, key: key.secret });
    },
  ],
  ['GET', '/contacts', ({ organization }) => ok(page(organization.contacts))],
  [
    'DELETE',
    '/contacts',
    ({ organization, body }) => {
      organization.signedInUser();
      const ids: unknown = body['ids'];
      if (!Array.isArray(ids)) throw new ApiError(400, SENTENCES.badRequest);
      organization.contacts = organization.contacts.filter((contact) => !ids.includes(contact.id));
      return noContent;
    },
  ],
  [
    'GET',
    '/documents',
    ({ organization }) =>
      ok(
        page(
          organization.documents.map((document) => ({
            id: document.id,
            name: document.name,
            owner: document.ownerName,
            status: document.status,
          })),
        ),
      ),
  ],
];

function match(pattern: string, path: string): string[] | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const parts: string[] = [];
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part === ':') parts.push(decodeURIComponent(value));
    else if (part !== value) return null;
  }
  return parts;
}

/** Answers a request from the state of one region. Throws {@link ApiError} for everything that is not a success. */
export function answerApi(organization: OrganizationState, request: ApiRequest): ApiAnswer {
  for (const [method, pattern, handler] of ROUTES) {
    if (method !== request.method) continue;
    const parts = match(pattern, request.path);
    if (parts === null) continue;
    // Ids of another organization are answered like ids that do not exist: the regions share nothing.
    if (pattern.startsWith('/org/') && parts[0] !== organization.id) throw new ApiError(404, SENTENCES.notFound);
    const body =
      typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {};
    return handler({
      organization,
      parts: [parts[0] ?? '', parts[1] ?? '', parts[2] ?? ''],
      query: request.query,
      body,
    });
  }
  throw new ApiError(404, SENTENCES.notFound);
}
