/**
 * What the JSON API answers. Names follow the published API where it has the same thing (`membership_id`, `is_active`,
 * `date_created`…) and the few internal endpoints that were seen (section 4); the rest is assumed.
 */

export type KeyTypeOnWire = 'sandbox' | 'production';

/** `GET /api/profile`: who is signed in, and in which workspace. */
export interface Profile {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  license: string;
  avatar: string | null;
  is_organization_owner: boolean;
  is_organization_admin: boolean;
  interface_language: string;
  organization: { id: string; name: string };
  /** The active workspace. */
  workspace: { id: string; name: string; role: string };
  workspaces: { id: string; name: string; role: string }[];
  accounts: { id: string; name: string }[];
  roles: string[];
  licenses: string[];
}

/** One line of `GET …/ws/<id>/members`. */
export interface Member {
  user_id: string;
  membership_id: string;
  email: string;
  first_name: string;
  last_name: string;
  avatar: string | null;
  is_active: boolean;
  is_owner: boolean;
  role: string;
  user_license: string;
  workspace: string;
  workspace_name: string;
}

/** One line of `GET …/users`. */
export interface User {
  user_id: string;
  email: string;
  first_name: string;
  last_name: string;
  avatar: string | null;
  license: string;
  is_organization_owner: boolean;
  is_pending: boolean;
  workspaces: { workspace_id: string; workspace_name: string; membership_id: string; role: string }[];
}

/** A part of a long list. */
export interface Page<Item> {
  total: number;
  results: Item[];
}

/** One line of `GET …/workspaces`. */
export interface Workspace {
  id: string;
  name: string;
  owner: string;
  active_members_count: number;
  invited_members_count: number;
}

/** One line of `GET …/api-keys`: nothing about owner, age or use (section 2.1). */
export interface KeySlot {
  type: KeyTypeOnWire;
  state: 'issued' | 'none' | 'not_entitled';
}

/** One line of `GET …/api-key-details`, for pages that show owner and age. */
export interface KeyDetails {
  type: KeyTypeOnWire;
  owner: { user_id: string; email: string; name: string };
  date_created: string;
}

export interface Contact {
  id: string;
  name: string;
  email: string;
  company: string;
}

export interface DocumentLine {
  id: string;
  name: string;
  owner: string;
  status: string;
}
