/** The mappings as they are now, resolved and indexed once for each change: what every question is answered from. */
import { listsOf } from '../domain/draft.ts';
import { indexMapping, type MappingIndex } from '../domain/mapping.ts';
import { policyOf } from '../domain/judge-records.ts';
import type { Policy } from '../domain/policy.ts';
import { resolveMapping } from '../domain/resolve-mapping.ts';
import { indexPeople, type PeopleIndex } from '../domain/stakes.ts';
import type { Region } from '../domain/words.ts';
import type { Repository } from '../storage/repository.ts';

export interface KnownMapping {
  index: MappingIndex;
  people: PeopleIndex;
  policy: Policy;
}

/** Gives the region's mappings, one for each organization, sorted by id; resolved anew only after a change. */
export type KnowMappings = (region: Region) => Promise<{ mappings: KnownMapping[]; revision: number }>;

/** Keeps resolved mappings until the region's revision rises. */
export function knowMappings(repository: Repository): KnowMappings {
  const kept = new Map<Region, { revision: number; mappings: KnownMapping[] }>();
  return async (region) => {
    const { records, revision } = await repository.records();
    const known = kept.get(region);
    if (known?.revision === revision[region]) return known;
    const lists = listsOf(records, region);
    const mappings = lists.organizations
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((organization) => {
        const mapping = resolveMapping(lists, organization);
        return {
          index: indexMapping(mapping),
          people: indexPeople(mapping),
          policy: policyOf(lists, organization.id),
        };
      });
    const now = { revision: revision[region], mappings };
    kept.set(region, now);
    return now;
  };
}
