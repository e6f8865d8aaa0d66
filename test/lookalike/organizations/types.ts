/** The two data regions: `us` is served for app.pandadoc.com, `eu` for app.pandadoc.eu (section 1.1). */
export type Region = 'us' | 'eu';

/** A workspace has at most one key of each type (section 0, finding 2). */
export type KeyType = 'sandbox' | 'production';

/** Licences of section 2.5. */
export type License = 'Full' | 'Creator' | 'eSignature' | 'Read-only' | 'Guest';

/** The system roles of section 2.5. Any other role name is a custom role of the organization. */
export const SYSTEM_ROLES = ['Admin', 'Manager', 'Member', 'Collaborator'] as const;

/** A person or a service account of the organization. */
export interface UserRecord {
  readonly id: string;
  readonly email: string;
  /** Empty for somebody who was invited and has never signed in. */
  readonly firstName: string;
  readonly lastName: string;
  license: License;
  /** Without a picture the app shows initials, and no address with the user's id. */
  readonly hasPicture: boolean;
  readonly isOrganizationOwner: boolean;
  readonly isOrganizationAdmin: boolean;
}

/** A workspace of the organization. */
export interface WorkspaceRecord {
  readonly id: string;
  name: string;
  /** The workspace owner can neither be removed nor get another role (section 5, "Protections"). */
  readonly ownerId: string;
  readonly createdOn: string;
  isActive: boolean;
  /** Slots for which the plan allows a key; the others show "Request a demo" (section 2.1). */
  readonly entitledTo: readonly KeyType[];
}

/** One user in one workspace. */
export interface MembershipRecord {
  readonly id: string;
  readonly userId: string;
  readonly workspaceId: string;
  role: string;
  status: 'active' | 'invited';
}

/** One generation of an API key. */
export interface KeyRecord {
  readonly workspaceId: string;
  readonly type: KeyType;
  /** The user whose rights the key uses. No page and no answer of the API tells it. */
  readonly ownerId: string;
  readonly secret: string;
  readonly generation: number;
  readonly createdOn: string;
  status: 'active' | 'deactivated' | 'replaced';
}

/** A document recipient of the Contacts page: not a member of anything. */
export interface ContactRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly company: string;
}

/** A line of the documents list. */
export interface DocumentRecord {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string;
  readonly status: 'Draft' | 'Sent' | 'Viewed' | 'Completed';
}

/** Everything one organization starts with. */
export interface OrganizationSeed {
  readonly region: Region;
  readonly id: string;
  readonly name: string;
  /** Custom roles beside the system roles; organization-wide since "Admin panel updates" (section 2.4). */
  readonly customRoles: readonly string[];
  readonly users: readonly UserRecord[];
  readonly workspaces: readonly WorkspaceRecord[];
  readonly memberships: readonly MembershipRecord[];
  readonly keys: readonly KeyRecord[];
  readonly contacts: readonly ContactRecord[];
  readonly documents: readonly DocumentRecord[];
  /** Who is signed in when the server starts. */
  readonly signedInUserId: string;
}
