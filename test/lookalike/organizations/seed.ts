import { keySecret, shortId } from './short-id.ts';
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
} from './types.ts';

/** A user as it is written down in a seed file; roles are listed by the workspace's handle. */
export interface PersonPlan<Handle extends string> {
  /** The whole address, which also is the seed of the user's id. */
  readonly email: string;
  /** `[first name, last name]`; absent for a pending invitation. */
  readonly name?: readonly [string, string];
  readonly license: License;
  readonly roles: Partial<Record<Handle, string>>;
  readonly picture?: boolean;
  readonly organizationOwner?: boolean;
  readonly organizationAdmin?: boolean;
}

/** A workspace as it is written down in a seed file. */
export interface WorkspacePlan {
  readonly name: string;
  readonly ownerEmail: string;
  readonly createdOn: string;
  readonly entitledTo?: readonly KeyType[];
}

/** A key as it is written down in a seed file. */
export interface KeyPlan<Handle extends string> {
  readonly workspace: Handle;
  readonly type: KeyType;
  readonly ownerEmail: string;
  readonly createdOn: string;
}

/** A whole organization as it is written down in a seed file. */
export interface OrganizationPlan<Handle extends string> {
  readonly region: Region;
  readonly name: string;
  readonly customRoles: readonly string[];
  readonly workspaces: Record<Handle, WorkspacePlan>;
  readonly people: readonly PersonPlan<Handle>[];
  readonly keys: readonly KeyPlan<Handle>[];
  readonly contacts: readonly (readonly [name: string, email: string, company: string])[];
  readonly documents: readonly (readonly [name: string, ownerName: string, status: DocumentRecord['status']])[];
  readonly signedInEmail: string;
}

/** Turns a plan into records with ids. Ids depend on region and text only, so they stay the same from run to run. */
export function seedOrganization<Handle extends string>(plan: OrganizationPlan<Handle>): OrganizationSeed {
  const scope = `${plan.region}:${plan.name}`;
  const handles = Object.keys(plan.workspaces) as Handle[];
  const userId = (email: string): string => {
    if (!plan.people.some((person) => person.email === email)) {
      throw new Error(`The seed of ${plan.name} has nobody with the address ${email}`);
    }
    return shortId(`${scope}:user:${email}`);
  };
  const workspaceId = (handle: Handle): string => shortId(`${scope}:workspace:${handle}`);

  const users = plan.people.map((person): UserRecord => ({
    id: userId(person.email),
    email: person.email,
    firstName: person.name?.[0] ?? '',
    lastName: person.name?.[1] ?? '',
    license: person.license,
    hasPicture: person.picture ?? false,
    isOrganizationOwner: person.organizationOwner ?? false,
    isOrganizationAdmin: person.organizationAdmin ?? false,
  }));
  const workspaces = handles.map((handle): WorkspaceRecord => ({
    id: workspaceId(handle),
    name: plan.workspaces[handle].name,
    ownerId: userId(plan.workspaces[handle].ownerEmail),
    createdOn: plan.workspaces[handle].createdOn,
    isActive: true,
    entitledTo: plan.workspaces[handle].entitledTo ?? ['sandbox', 'production'],
  }));
  const memberships = plan.people.flatMap((person) =>
    handles.flatMap((handle): MembershipRecord[] => {
      const role = person.roles[handle];
      if (role === undefined) return [];
      return [
        {
          id: shortId(`${scope}:membership:${person.email}:${handle}`),
          userId: userId(person.email),
          workspaceId: workspaceId(handle),
          role,
          status: person.name === undefined ? 'invited' : 'active',
        },
      ];
    }),
  );
  const keys = plan.keys.map((key): KeyRecord => ({
    workspaceId: workspaceId(key.workspace),
    type: key.type,
    ownerId: userId(key.ownerEmail),
    secret: keySecret(`${workspaceId(key.workspace)}:${key.type}:1`),
    generation: 1,
    createdOn: key.createdOn,
    status: 'active',
  }));
  const contacts = plan.contacts.map(([name, email, company]): ContactRecord => ({
    id: shortId(`${scope}:contact:${email}`),
    name,
    email,
    company,
  }));
  const documents = plan.documents.map(([name, ownerName, status]): DocumentRecord => ({
    id: shortId(`${scope}:document:${name}`),
    name,
    ownerName,
    status,
  }));

  return {
    region: plan.region,
    id: shortId(`${scope}:organization`),
    name: plan.name,
    customRoles: plan.customRoles,
    users,
    workspaces,
    memberships,
    keys,
    contacts,
    documents,
    signedInUserId: userId(plan.signedInEmail),
  };
}
