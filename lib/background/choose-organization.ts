/** Which organization of a region a reading or an entry is about (surface.md: one unnamed one until somebody names it). */
import type { Draft } from '../domain/draft.ts';
import { believed } from '../domain/facts.ts';
import { nameKey } from '../domain/identity.ts';
import { newOrganization } from '../domain/new-records.ts';
import type { Observation } from '../domain/observation.ts';
import type { OrganizationRecord } from '../domain/records.ts';
import { observed } from '../domain/say.ts';
import type { Instant, Region } from '../domain/words.ts';

/** The region's organizations, sorted by id. */
export function organizationsOf(draft: Draft, region: Region): OrganizationRecord[] {
  return [...draft.all('organizations')]
    .filter((organization) => organization.region === region)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The organization that an entry goes to where none is chosen: the first of the region, made when there is none. */
export function ensureOrganization(draft: Draft, region: Region, newId: () => string): OrganizationRecord {
  const known = organizationsOf(draft, region)[0];
  if (known) return known;
  const made = newOrganization(newId(), region);
  draft.put('organizations', made);
  return made;
}

/** Keys of all names that a claim holds. */
function claimedNames(observation: Observation): Set<string> {
  const { name, candidates } = observation.workspace;
  return new Set([...(name === null ? [] : [name]), ...candidates].map(nameKey));
}

function knowsOneOf(draft: Draft, organizationId: string, names: ReadonlySet<string>): boolean {
  for (const workspace of draft.all('workspaces')) {
    if (workspace.organizationId !== organizationId) continue;
    const name = believed(workspace.name);
    if (name !== null && names.has(nameKey(name))) return true;
  }
  return false;
}

/** Writes down a name that a page gave, or that was concluded, for an organization. */
export function nameOrganization(
  draft: Draft,
  organization: OrganizationRecord,
  name: string,
  source: 'page' | 'inferred',
  at: Instant,
  adapter: string,
): OrganizationRecord {
  const known = believed(organization.name);
  if (known !== null && nameKey(known) === nameKey(name)) return organization;
  const field = observed(organization.name, { value: name.trim(), source, at, adapter });
  if (field === organization.name) return organization;
  const named = { ...organization, name: field };
  draft.put('organizations', named);
  return named;
}

/**
 * The organization that a reading is about. Mixing two would be worse than keeping one under two names, so another
 * name than the page gave before means another organization, unless the workspace is one that is known here.
 *
 * @param last the organization of the tab's last reading, for pages that do not name theirs
 */
export function organizationOf(
  draft: Draft,
  region: Region,
  observation: Observation,
  last: string | null,
  at: Instant,
  newId: () => string,
): OrganizationRecord {
  const here = organizationsOf(draft, region);
  const { organization: name, adapter } = observation;
  const names = claimedNames(observation);
  if (name !== null && nameKey(name) !== '') {
    const same = here.find((organization) => nameKey(believed(organization.name) ?? '') === nameKey(name));
    if (same) return same;
    const only = here.length === 1 ? here[0] : undefined;
    const others = only?.name.page?.value ?? null;
    if (only && (others === null || knowsOneOf(draft, only.id, names))) {
      return nameOrganization(draft, only, name, 'page', at, adapter);
    }
    return nameOrganization(draft, newOrganization(newId(), region), name, 'page', at, adapter);
  }
  if (here.length <= 1) return ensureOrganization(draft, region, newId);
  const named = here.filter((organization) => names.has(nameKey(believed(organization.name) ?? '\n')));
  if (named.length === 1) return named[0]!;
  const knowing = here.filter((organization) => knowsOneOf(draft, organization.id, names));
  if (knowing.length === 1) return knowing[0]!;
  return here.find((organization) => organization.id === last) ?? here[0]!;
}
