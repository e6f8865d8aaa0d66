import { keySecret, shortId } from '../organizations/short-id.ts';
import { SYSTEM_ROLES } from '../organizations/types.ts';
import type {
  ContactRecord,
  DocumentRecord,
  KeyRecord,
  KeyType,
  License,
  MembershipRecord,
  OrganizationSeed,
  Region,
  UserRecord,
  WorkspaceRecord,
} from '../organizations/types.ts';
import { ApiError, SENTENCES } from './errors.ts';

const LICENSES: readonly License[] = ['Full', 'Creator', 'eSignature', 'Read-only', 'Guest'];

function byName(one: UserRecord, other: UserRecord): number {
  const nameless = Number(one.firstName === '') - Number(other.firstName === '');
  if (nameless !== 0) return nameless;
  const text = (user: UserRecord): string => `${user.firstName} ${user.lastName} ${user.email}`.toLowerCase();
  return text(one).localeCompare(text(other), 'en');
}

/** What an organization knows, in memory, with PandaDoc's rules. Tests read it directly; the app only through the API. */
export class OrganizationState {
  readonly region: Region;
  readonly id: string;
  readonly name: string;
  readonly customRoles: readonly string[];
  readonly documents: readonly DocumentRecord[];
  users: UserRecord[];
  workspaces: WorkspaceRecord[];
  memberships: MembershipRecord[];
  /** Every generation of every key, the dead ones too. */
  keys: KeyRecord[];
  contacts: ContactRecord[];
  signedInUserId: string | null;
  /** The interface language is a personal setting (section 3); here all people of one organization start with the same. */
  interfaceLanguage: string;
  /** The current workspace is a property of the user on the server (section 0, finding 6). */
  readonly #currentWorkspace = new Map<string, string>();

  constructor(seed: OrganizationSeed, interfaceLanguage: string) {
    this.region = seed.region;
    this.id = seed.id;
    this.name = seed.name;
    this.customRoles = seed.customRoles;
    this.documents = seed.documents;
    this.users = structuredClone(seed.users) as UserRecord[];
    this.workspaces = structuredClone(seed.workspaces) as WorkspaceRecord[];
    this.memberships = structuredClone(seed.memberships) as MembershipRecord[];
    this.keys = structuredClone(seed.keys) as KeyRecord[];
    this.contacts = structuredClone(seed.contacts) as ContactRecord[];
    this.signedInUserId = seed.signedInUserId;
    this.interfaceLanguage = interfaceLanguage;
  }

  /** All roles that can be given in this organization. */
  get roles(): readonly string[] {
    return [...SYSTEM_ROLES, ...this.customRoles];
  }

  /** All licences that can be given. */
  get licenses(): readonly License[] {
    return LICENSES;
  }

  // Finding things. The `…By…` methods throw on what does not exist, so that a test's typing error is seen at once.

  /** The user with this address, whatever its case. */
  userByEmail(email: string): UserRecord {
    const user = this.users.find((candidate) => candidate.email.toLowerCase() === email.toLowerCase());
    if (user === undefined) throw new Error(`${this.name} has nobody with the address ${email}`);
    return user;
  }

  /** The user with this id. */
  userById(id: string): UserRecord {
    const user = this.users.find((candidate) => candidate.id === id);
    if (user === undefined) throw new ApiError(404, SENTENCES.notFound);
    return user;
  }

  /** The first workspace with this name. */
  workspaceByName(name: string): WorkspaceRecord {
    const workspace = this.workspaces.find((candidate) => candidate.name === name);
    if (workspace === undefined) throw new Error(`${this.name} has no workspace named ${name}`);
    return workspace;
  }

  /** The active workspace with this id. */
  workspaceById(id: string): WorkspaceRecord {
    const workspace = this.workspaces.find((candidate) => candidate.id === id && candidate.isActive);
    if (workspace === undefined) throw new ApiError(404, SENTENCES.memberUnknown);
    return workspace;
  }

  /** The memberships of a user, in the order of the workspaces. */
  membershipsOf(userId: string): MembershipRecord[] {
    return this.workspaces.flatMap((workspace) =>
      workspace.isActive
        ? this.memberships.filter(
            (membership) => membership.userId === userId && membership.workspaceId === workspace.id,
          )
        : [],
    );
  }

  /** The memberships of a workspace, pending invitations too, in the order of the list: by name, invited people last. */
  membersOf(workspaceId: string): MembershipRecord[] {
    return this.memberships
      .filter((membership) => membership.workspaceId === workspaceId)
      .sort((one, other) => byName(this.userById(one.userId), this.userById(other.userId)));
  }

  /** The membership of a user in a workspace, if there is one. */
  membership(userId: string, workspaceId: string): MembershipRecord | undefined {
    return this.memberships.find((candidate) => candidate.userId === userId && candidate.workspaceId === workspaceId);
  }

  /** Users who still belong to a workspace, in the order of the list. */
  listedUsers(): UserRecord[] {
    return this.users.filter((user) => this.membershipsOf(user.id).length > 0).sort(byName);
  }

  /** The living key of a slot, if there is one. */
  keyOf(workspaceId: string, type: KeyType): KeyRecord | undefined {
    return this.keys.find((key) => key.workspaceId === workspaceId && key.type === type && key.status === 'active');
  }

  /** All living keys. */
  livingKeys(): KeyRecord[] {
    return this.keys.filter((key) => key.status === 'active');
  }

  /** The living keys that hang on a user. */
  keysOwnedBy(userId: string): KeyRecord[] {
    return this.livingKeys().filter((key) => key.ownerId === userId);
  }

  /** Every secret that was ever issued: none of these may turn up anywhere outside the page. */
  allSecrets(): string[] {
    return this.keys.map((key) => key.secret);
  }

  // The signed-in user.

  /** The signed-in user; throws the API's 401 if there is none. */
  signedInUser(): UserRecord {
    if (this.signedInUserId === null) throw new ApiError(401, SENTENCES.notSignedIn);
    return this.userById(this.signedInUserId);
  }

  /** The current workspace of a user; a user without any workspace gets the API's 403. */
  currentWorkspace(userId: string): WorkspaceRecord {
    const mine = this.membershipsOf(userId);
    const chosen = this.#currentWorkspace.get(userId);
    const membership = mine.find((candidate) => candidate.workspaceId === chosen) ?? mine[0];
    if (membership === undefined) throw new ApiError(403, SENTENCES.forbidden);
    return this.workspaceById(membership.workspaceId);
  }

  /** Makes a workspace the user's current one, as a second tab or another device would. */
  switchWorkspace(userId: string, workspaceId: string): void {
    if (this.membership(userId, workspaceId) === undefined) throw new ApiError(403, SENTENCES.forbidden);
    this.workspaceById(workspaceId);
    this.#currentWorkspace.set(userId, workspaceId);
  }

  /** Whether the user sees the organization's pages. The Org Admin's view of them is assumed (section 2.5). */
  managesOrganization(userId: string): boolean {
    const user = this.userById(userId);
    return user.isOrganizationOwner || user.isOrganizationAdmin;
  }

  /** Whether the user may remove people from a workspace and change their roles. */
  managesWorkspace(userId: string, workspaceId: string): boolean {
    return this.managesOrganization(userId) || this.membership(userId, workspaceId)?.role === 'Admin';
  }

  // What changes things.

  /** Removes a member. The keys that the person owns in that workspace die with it (section 0, finding 4). */
  removeMember(actorId: string, workspaceId: string, membershipId: string): void {
    const { workspace, membership } = this.#membershipAt(workspaceId, membershipId);
    if (!this.managesWorkspace(actorId, workspaceId)) throw new ApiError(403, SENTENCES.forbidden);
    if (membership.userId === workspace.ownerId) throw new ApiError(400, SENTENCES.ownerCannotBeRemoved);
    this.memberships = this.memberships.filter((candidate) => candidate !== membership);
    for (const key of this.keysOwnedBy(membership.userId)) {
      if (key.workspaceId === workspaceId) key.status = 'deactivated';
    }
  }

  /** Invites somebody: a member without a name until the first sign-in. */
  invite(actorId: string, workspaceId: string, email: string, role: string): MembershipRecord {
    if (!this.managesWorkspace(actorId, workspaceId)) throw new ApiError(403, SENTENCES.forbidden);
    this.workspaceById(workspaceId);
    if (!this.roles.includes(role)) throw new ApiError(400, SENTENCES.roleUnknown);
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new ApiError(400, SENTENCES.emailInvalid);
    const known = this.users.find((candidate) => candidate.email.toLowerCase() === email.toLowerCase());
    const user: UserRecord = known ?? {
      id: shortId(`${this.id}:user:${email}`),
      email,
      firstName: '',
      lastName: '',
      license: 'Full',
      hasPicture: false,
      isOrganizationOwner: false,
      isOrganizationAdmin: false,
    };
    if (known === undefined) this.users.push(user);
    if (this.membership(user.id, workspaceId) !== undefined) throw new ApiError(400, SENTENCES.alreadyMember);
    const membership: MembershipRecord = {
      id: shortId(`${workspaceId}:membership:${email}:${String(this.memberships.length)}`),
      userId: user.id,
      workspaceId,
      role,
      status: 'invited',
    };
    this.memberships.push(membership);
    return membership;
  }

  /** Gives a member another role. Keys stay alive, whatever the role (section 0, finding 4). */
  changeRole(actorId: string, workspaceId: string, membershipId: string, role: string): MembershipRecord {
    const { workspace, membership } = this.#membershipAt(workspaceId, membershipId);
    if (!this.managesWorkspace(actorId, workspaceId)) throw new ApiError(403, SENTENCES.forbidden);
    if (!this.roles.includes(role)) throw new ApiError(400, SENTENCES.roleUnknown);
    if (membership.userId === workspace.ownerId) throw new ApiError(400, SENTENCES.ownerRoleFixed);
    const admins = this.membersOf(workspaceId).filter(
      (candidate) => candidate.role === 'Admin' && candidate.status === 'active',
    );
    if (role !== 'Admin' && admins.length === 1 && admins[0] === membership) {
      throw new ApiError(400, SENTENCES.lastAdminRoleFixed);
    }
    membership.role = role;
    return membership;
  }

  /** Gives a user another licence, in all workspaces at once. */
  changeLicense(actorId: string, userId: string, license: string): UserRecord {
    if (!this.managesOrganization(actorId)) throw new ApiError(403, SENTENCES.forbidden);
    const known = LICENSES.find((candidate) => candidate === license);
    if (known === undefined) throw new ApiError(400, SENTENCES.licenseUnknown);
    const user = this.userById(userId);
    user.license = known;
    return user;
  }

  /** Issues a key to the actor. It replaces the living key of the same type, which stops at once (section 0, finding 2). */
  generateKey(actorId: string, workspaceId: string, type: KeyType): KeyRecord {
    const workspace = this.workspaceById(workspaceId);
    if (this.membership(actorId, workspaceId)?.role !== 'Admin') throw new ApiError(403, SENTENCES.keyNeedsAdmin);
    if (!workspace.entitledTo.includes(type)) throw new ApiError(403, SENTENCES.keyNotIncluded);
    const previous = this.keyOf(workspaceId, type);
    if (previous !== undefined) previous.status = 'replaced';
    const generation = 1 + this.keys.filter((key) => key.workspaceId === workspaceId && key.type === type).length;
    const key: KeyRecord = {
      workspaceId,
      type,
      ownerId: actorId,
      secret: keySecret(`${workspaceId}:${type}:${String(generation)}`),
      generation,
      createdOn: new Date().toISOString().slice(0, 10),
      status: 'active',
    };
    this.keys.push(key);
    return key;
  }

  /** Deactivates a workspace: all members are removed, all keys die (section 5). */
  deactivateWorkspace(actorId: string, workspaceId: string): void {
    if (!this.managesOrganization(actorId)) throw new ApiError(403, SENTENCES.forbidden);
    const workspace = this.workspaceById(workspaceId);
    workspace.isActive = false;
    this.memberships = this.memberships.filter((membership) => membership.workspaceId !== workspaceId);
    for (const key of this.livingKeys()) if (key.workspaceId === workspaceId) key.status = 'deactivated';
  }

  #membershipAt(
    workspaceId: string,
    membershipId: string,
  ): { workspace: WorkspaceRecord; membership: MembershipRecord } {
    const workspace = this.workspaceById(workspaceId);
    const membership = this.memberships.find(
      (candidate) => candidate.id === membershipId && candidate.workspaceId === workspaceId,
    );
    if (membership === undefined) throw new ApiError(404, SENTENCES.memberUnknown);
    return { workspace, membership };
  }
}

/** The two regions. They share nothing (section 1.1). */
export interface LookalikeState {
  us: OrganizationState;
  eu: OrganizationState;
}
