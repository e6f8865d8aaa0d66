/**
 * The field's own terms as types. Every other file of the domain speaks these words.
 * Times are ISO 8601 in UTC with `Z` ("instant"), calendar days are `YYYY-MM-DD` ("day").
 */

/** Separate worlds of PandaDoc: `us` = app.pandadoc.com, `eu` = app.pandadoc.eu. Their data never mix. */
export type Region = 'us' | 'eu';
export const regions: readonly Region[] = ['us', 'eu'];

/** ISO 8601, UTC, with `Z`; compares by code unit in the order of time when milliseconds are always written. */
export type Instant = string;
/** `YYYY-MM-DD`. */
export type Day = string;

export type KeyType = 'production' | 'sandbox';
export const keyTypes: readonly KeyType[] = ['production', 'sandbox'];

export type WorkspaceKind = 'standard' | 'service';
export type WorkspaceStatus = 'active' | 'deactivated' | 'not-observed';

/** What the owner is; `null` in a mapping = nobody has said (shown as "Untagged"). */
export type UserKind = 'service-account' | 'person';
export type UserStatus = 'active' | 'invited' | 'removed' | 'blocked' | 'not-observed';
export type OrgAdmin = 'yes' | 'no';

export type MembershipStatus = 'active' | 'invited' | 'removed' | 'not-observed';

export const keyStatuses = [
  'active',
  'narrowed',
  'presumed-dead',
  'deactivated',
  'replaced',
  'revoked',
  'unknown',
] as const;
export type KeyStatus = (typeof keyStatuses)[number];

/** Worst first, so that an index compares severities. */
export const severities = ['critical', 'high', 'medium', 'low', 'none'] as const;
export type Severity = (typeof severities)[number];

/** The worse of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}
