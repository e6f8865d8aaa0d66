import { shortId } from './short-id.ts';
import type { OrganizationSeed, UserRecord } from './types.ts';

const FIRST = ['Ada', 'Bela', 'Carmen', 'Dmitri', 'Elif', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jamal'] as const;
const MIDDLE = ['Anne', 'Bo', 'Cleo', 'Dee', 'Eli', 'Fay', 'Gil', 'Hope', 'Ike', 'Joy'] as const;
const LAST = [
  'Arden',
  'Bishop',
  'Castle',
  'Dunmore',
  'Easton',
  'Farrow',
  'Gallow',
  'Harker',
  'Ingram',
  'Jessop',
] as const;

/** The same organization with many more Members in its first workspace. Names are unique up to a thousand people. */
export function withCrowd(organization: OrganizationSeed, count: number): OrganizationSeed {
  const [workspace] = organization.workspaces;
  if (workspace === undefined) return organization;
  const people = Array.from({ length: count }, (_, index): UserRecord => {
    const first = `${FIRST[index % 10] ?? ''} ${MIDDLE[Math.floor(index / 10) % 10] ?? ''}`;
    const last = LAST[Math.floor(index / 100) % 10] ?? '';
    const email = `${first}.${last}.${String(index)}@northwind.example`.toLowerCase().replaceAll(' ', '-');
    return {
      id: shortId(`${organization.id}:crowd:${email}`),
      email,
      firstName: first,
      lastName: last,
      license: 'Full',
      hasPicture: false,
      isOrganizationOwner: false,
      isOrganizationAdmin: false,
    };
  });
  return {
    ...organization,
    users: [...organization.users, ...people],
    memberships: [
      ...organization.memberships,
      ...people.map((person) => ({
        id: shortId(`${workspace.id}:crowd:${person.email}`),
        userId: person.id,
        workspaceId: workspace.id,
        role: 'Member',
        status: 'active' as const,
      })),
    ],
  };
}
