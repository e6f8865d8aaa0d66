/**
 * Whether an organization-level use of a key is noted: what only the key of an Org Admin can do, managing users and
 * workspaces (product.md, "Impact"). No field says it, so it is taken from what people wrote, and from where the key is.
 */
import type { Key, MappingIndex } from './mapping.ts';

/**
 * Parts of words that mean managing users or workspaces, lower case, in the languages of our texts and as integrations
 * are called. A false "yes" makes a medium answer high; a false "no" the reverse.
 */
const words = [
  'organization-level',
  'organization level',
  'organisation-level',
  'organisation level',
  'org-level',
  'org level',
  'org admin',
  'scim',
  'provision',
  'onboarding',
  'offboarding',
  'user management',
  'manage users',
  'create user',
  'user sync',
  'joiner',
  'leaver',
  'workspace management',
  'manage workspaces',
  'create workspace',
  'identity provider',
  'okta',
  'entra',
  'organisationsebene',
  'benutzerverwaltung',
  'benutzer anlegen',
  'nutzerverwaltung',
  'arbeitsbereiche verwalten',
  'arbeitsbereich anlegen',
];
/** Classes of declared calls that only an Org Admin's key may make. */
const classes = new Set(['users', 'workspaces', 'members', 'api-keys']);

/** Whether a key's notes, uses, declared calls or its service workspace say that it is used for the organization. */
export function hasOrganizationUse(index: MappingIndex, key: Key): boolean {
  if (index.workspaces.get(key.workspaceId)?.kind === 'service') return true;
  if (Object.keys(key.demand).some((name) => classes.has(name.trim().toLowerCase()))) return true;
  const text = [...key.usedBy, key.label, key.notes ?? ''].join('\n').toLowerCase();
  return words.some((word) => text.includes(word));
}
