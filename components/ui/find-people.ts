/** People of the estate, by name or e-mail address. */
import { isLiving } from '../../lib/domain/key-states.ts';
import { nameKey } from '../../lib/domain/identity.ts';
import type { User } from '../../lib/domain/mapping.ts';
import { type OwnerType, ownerTypeOf } from '../../lib/domain/owner-type.ts';
import { isAdminRole } from '../../lib/domain/roles.ts';
import type { OrganizationView } from './estate.ts';
import { textLocale } from './text.ts';

export interface PersonRow {
  /** Unique over both regions: ids of ours are. */
  id: string;
  user: User;
  organization: OrganizationView;
  ownerType: OwnerType;
  /** Living keys the person owns. */
  keys: number;
  /** Workspaces in which the person is known, removed ones aside; and how many of them as Admin. */
  workspaces: number;
  admin: number;
}

/** The name or address somebody is shown by; `null` where neither is known. */
export function shownName(user: Pick<User, 'name' | 'email'>): string | null {
  return user.name ?? user.email;
}

/** All people of all organizations, those who own most keys first, then by name. */
export function peopleOf(organizations: readonly OrganizationView[]): PersonRow[] {
  const { compare } = new Intl.Collator(textLocale(), { numeric: true });
  return organizations
    .flatMap((organization) =>
      organization.mapping.users.map((user): PersonRow => {
        const memberships = (organization.index.membershipsByUser.get(user.id) ?? []).filter(
          ({ status }) => status !== 'removed',
        );
        return {
          id: user.id,
          user,
          organization,
          ownerType: ownerTypeOf(user),
          keys: (organization.index.keysByOwner.get(user.id) ?? []).filter(({ status }) => isLiving(status)).length,
          workspaces: memberships.length,
          admin: memberships.filter(({ role }) => isAdminRole(role)).length,
        };
      }),
    )
    .sort(
      (a, b) =>
        b.keys - a.keys ||
        compare(shownName(a.user) ?? '', shownName(b.user) ?? '') ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
}

/** What is looked through, made once for each row. */
const haystacks = new WeakMap<PersonRow, string>();

function haystackOf(person: PersonRow): string {
  let text = haystacks.get(person);
  if (text === undefined) {
    text = nameKey(`${person.user.name ?? ''} ${person.user.email ?? ''}`);
    haystacks.set(person, text);
  }
  return text;
}

/** People whose name or address holds every word; those that begin with the text come first. */
export function findPeople(people: readonly PersonRow[], text: string): PersonRow[] {
  const query = nameKey(text);
  if (query === '') return [...people];
  const words = query.split(' ');
  const found = people.filter((person) => words.every((word) => haystackOf(person).includes(word)));
  const starts = found.filter((person) => haystackOf(person).startsWith(query));
  const others = found.filter((person) => !haystackOf(person).startsWith(query));
  return [...starts, ...others];
}

/** People who can be chosen as owner in a workspace: those known as Admin there first. */
export function ownerChoices(
  organization: OrganizationView,
  workspaceId: string,
  people: readonly PersonRow[],
): { person: PersonRow; admin: boolean }[] {
  const admins = new Set(
    (organization.index.membershipsByWorkspace.get(workspaceId) ?? [])
      .filter(({ role, status }) => isAdminRole(role) && status !== 'removed')
      .map(({ userId }) => userId),
  );
  const choices = people
    .filter((person) => person.organization.id === organization.id)
    .map((person) => ({ person, admin: admins.has(person.id) }));
  return [...choices.filter(({ admin }) => admin), ...choices.filter(({ admin }) => !admin)];
}
