/** Finding the user that a page means, and recording whom nobody knew (surface.md, "Identity"). */
import type { Draft } from './draft.ts';
import { believed, type Fact, latest } from './facts.ts';
import { emailKey, nameKey, type PersonRef } from './identity.ts';
import { newUser } from './new-records.ts';
import type { UserRecord } from './records.ts';
import { observed } from './say.ts';
import type { Instant, Region } from './words.ts';

export interface PeopleContext {
  draft: Draft;
  region: Region;
  organizationId: string;
  adapter: string;
  now: Instant;
  newId: () => string;
}

/** One user found; or several that a name may mean, and none of them is to be touched. */
export type Found = { userId: string; ambiguous: null } | { userId: null; ambiguous: string[] };

const nobody: Found = { userId: null, ambiguous: [] };

/** Users of one organization by what pages show of them; follows the users it records. */
export class PeopleMatcher {
  readonly #context: PeopleContext;
  readonly #byId = new Map<string, string>();
  readonly #byEmail = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();

  constructor(context: PeopleContext) {
    this.#context = context;
    for (const user of context.draft.all('users'))
      if (user.organizationId === context.organizationId) this.#index(user);
  }

  #index(user: UserRecord): void {
    const pandadocId = believed(user.pandadocId);
    if (pandadocId !== null) this.#byId.set(pandadocId, user.id);
    const email = believed(user.email);
    if (email !== null) push(this.#byEmail, emailKey(email), user.id);
    const name = believed(user.name);
    if (name !== null) push(this.#byName, nameKey(name), user.id);
  }

  #user(id: string): UserRecord {
    return this.#context.draft.get('users', id)!;
  }

  /** Ids decide, then addresses, then a name that fits one user only, members of `workspaceId` first. */
  find(person: PersonRef, workspaceId: string | null): Found {
    if (person.pandadocId !== null) {
      const id = this.#byId.get(person.pandadocId);
      if (id !== undefined) return { userId: id, ambiguous: null };
    }
    // A user known by another id is another user, even with the same address.
    const free = (id: string): boolean => person.pandadocId === null || believed(this.#user(id).pandadocId) === null;
    if (person.email !== null) {
      const ids = [...(this.#byEmail.get(emailKey(person.email)) ?? [])].filter(free);
      if (ids.length === 1) return { userId: ids[0]!, ambiguous: null };
      if (ids.length > 1) return { userId: null, ambiguous: ids };
    }
    if (person.name === null) return nobody;
    const named = [...(this.#byName.get(nameKey(person.name)) ?? [])].filter(
      (id) => free(id) && (person.email === null || believed(this.#user(id).email) === null),
    );
    const members = workspaceId === null ? [] : named.filter((id) => this.#isMember(id, workspaceId));
    const ids = members.length > 0 ? members : named;
    if (ids.length === 1) return { userId: ids[0]!, ambiguous: null };
    return ids.length > 1 ? { userId: null, ambiguous: ids } : nobody;
  }

  #isMember(userId: string, workspaceId: string): boolean {
    const membership = this.#context.draft.get('memberships', `${userId}@${workspaceId}`);
    return membership !== undefined && latest(membership.status)?.value !== 'removed';
  }

  /** Finds the user or records a new one, with what the page shows of the person. */
  record(person: PersonRef, workspaceId: string | null): Found {
    const { draft, region, organizationId, newId } = this.#context;
    if (person.pandadocId === null && person.email === null && person.name === null) return nobody;
    const found = this.find(person, workspaceId);
    if (found.ambiguous !== null && found.ambiguous.length > 0) return found;
    const user = found.userId === null ? newUser(newId(), region, organizationId) : this.#user(found.userId);
    const pandadocId = this.#say(user.pandadocId, person.pandadocId);
    const email = this.#say(user.email, person.email);
    const name = this.#say(user.name, person.name);
    if (pandadocId !== user.pandadocId || email !== user.email || name !== user.name) {
      const changed = { ...user, pandadocId, email, name };
      draft.put('users', changed);
      this.#index(changed);
    }
    return { userId: user.id, ambiguous: null };
  }

  #say(field: UserRecord['name'], value: string | null): UserRecord['name'] {
    return value === null ? field : observed(field, this.#fact(value));
  }

  #fact<T>(value: T): Fact<T> {
    return { value, source: 'page', at: this.#context.now, adapter: this.#context.adapter };
  }
}

function push(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
