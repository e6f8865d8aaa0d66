/** Owner type: two axes, shown as one tag (product.md, "Owner type"). */
import type { User } from './mapping.ts';

export const ownerTypes = [
  'service-account',
  'person',
  'untagged',
  'org-admin-service-account',
  'org-admin-person',
  'org-admin-untagged',
] as const;
/** The tag as one word; its text is in the message catalogue. */
export type OwnerType = (typeof ownerTypes)[number];

/** The tag of a user from the two axes. */
export function ownerTypeOf(user: Pick<User, 'kind' | 'orgAdmin'>): OwnerType {
  const kind = user.kind ?? 'untagged';
  return user.orgAdmin === 'yes' ? `org-admin-${kind}` : kind;
}

/** The two axes that a tag stands for. "Org Admin" switched off is `no`: the admin has said so by choosing the tag. */
export function axesOf(type: OwnerType): Pick<User, 'kind' | 'orgAdmin'> {
  const orgAdmin = type.startsWith('org-admin-');
  const kind = orgAdmin ? type.slice('org-admin-'.length) : type;
  return {
    kind: kind === 'untagged' ? null : (kind as 'service-account' | 'person'),
    orgAdmin: orgAdmin ? 'yes' : 'no',
  };
}
