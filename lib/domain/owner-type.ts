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

/**
 * The two axes of a user who is given a tag. A tag without Org Admin says `no` only of somebody who was said to be one:
 * whoever tags a person as a service account has not said anything about the other axis, and not known stays not known.
 */
export function axesAfter(type: OwnerType, before: Pick<User, 'orgAdmin'>): Pick<User, 'kind' | 'orgAdmin'> {
  const orgAdmin = type.startsWith('org-admin-');
  const kind = orgAdmin ? type.slice('org-admin-'.length) : type;
  return {
    kind: kind === 'untagged' ? null : (kind as 'service-account' | 'person'),
    orgAdmin: orgAdmin ? 'yes' : before.orgAdmin === 'yes' ? 'no' : before.orgAdmin,
  };
}
