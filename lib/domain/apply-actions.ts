/**
 * A mapping as it would be after actions: what rate groups, findings and the simulator look at. The states follow
 * product.md, "The facts that shape everything"; nothing here is stored.
 */
import { type Action, impact, type Scope } from './impact.ts';
import { afterEvent, type KeyEvent } from './key-states.ts';
import { indexMapping, type Key, type Mapping, type MappingIndex } from './mapping.ts';
import type { Policy } from './policy.ts';
import { mayBeAdmin } from './members.ts';
import { isAdminRole } from './roles.ts';
import type { Instant } from './words.ts';

type ReadingPolicy = Pick<Policy, 'readingDays'>;

function reaches(scope: Scope, workspaceId: string): boolean {
  return scope === 'all' || scope.workspaces.includes(workspaceId);
}

/** The key that Generate makes of one: a new secret, of which neither owner nor dates are known. */
function replacedKey(key: Key): Key {
  const { label, rotationDays, usedBy, demand, notes } = key.provenance;
  return {
    ...key,
    status: 'active',
    generation: key.generation + 1,
    ownerId: null,
    hint: null,
    createdOn: null,
    rotatedOn: null,
    verifiedOn: null,
    provenance: {
      ...(label && { label }),
      ...(rotationDays && { rotationDays }),
      ...(usedBy && { usedBy }),
      ...(demand && { demand }),
      ...(notes && { notes }),
    },
  };
}

/** What happens to the keys that an action affects. */
const eventOf: Record<Action['kind'], KeyEvent | null> = {
  remove: 'owner-removed',
  'deactivate-user': 'owner-removed',
  'deactivate-workspace': 'workspace-deactivated',
  'change-role': 'role-lowered',
  'change-licence': 'licence-cut',
  // An Org Admin's key that is used in its workspace only is no narrower there.
  'drop-org-admin': null,
  // A new secret is a generation of its own (`replacedKey`).
  generate: null,
};

/**
 * Carries out one action on a copy.
 *
 * @param index the mapping before; not changed
 * @param now passed to `impact` with the policy, which says what becomes of each key
 */
export function applyAction(index: MappingIndex, action: Action, now: Instant, policy: ReadingPolicy): Mapping {
  const { mapping } = index;
  const { dies, narrows, replaced } = impact(index, action, now, policy);
  const [dead, narrow, anew] = [new Set(dies), new Set(narrows), new Set(replaced)];
  const event = eventOf[action.kind];
  const keys = mapping.keys.map((key): Key => {
    if (dead.has(key.id) && event) return { ...key, status: afterEvent(key.status, event) };
    if (anew.has(key.id)) return replacedKey(key);
    if (narrow.has(key.id) && event) return { ...key, status: afterEvent(key.status, event) };
    return key;
  });
  const people = new Set('users' in action ? action.users : []);
  switch (action.kind) {
    case 'remove':
      return {
        ...mapping,
        keys,
        memberships: mapping.memberships.map((each) =>
          people.has(each.userId) && reaches(action.scope, each.workspaceId) ? { ...each, status: 'removed' } : each,
        ),
      };
    case 'deactivate-user':
      return {
        ...mapping,
        keys,
        users: mapping.users.map((user) => (people.has(user.id) ? { ...user, status: 'blocked' } : user)),
        memberships: mapping.memberships.map((each) =>
          people.has(each.userId) ? { ...each, status: 'removed' } : each,
        ),
      };
    case 'deactivate-workspace': {
      const gone = new Set(action.workspaces);
      return {
        ...mapping,
        keys,
        workspaces: mapping.workspaces.map((each) => (gone.has(each.id) ? { ...each, status: 'deactivated' } : each)),
        memberships: mapping.memberships.map((each) =>
          gone.has(each.workspaceId) ? { ...each, status: 'removed' } : each,
        ),
      };
    }
    case 'change-role':
      return {
        ...mapping,
        keys,
        memberships: mapping.memberships.map((each) => {
          if (!people.has(each.userId) || !reaches(action.scope, each.workspaceId)) return each;
          const lastAdminAt = mayBeAdmin(each) && !isAdminRole(action.role) ? now : each.lastAdminAt;
          // What contradicted the former role says nothing of the new one.
          const { newerRole: _, ...rest } = each;
          return { ...rest, role: action.role, lastAdminAt };
        }),
      };
    case 'change-licence':
      return {
        ...mapping,
        keys,
        users: mapping.users.map((user) => {
          if (!people.has(user.id)) return user;
          const { newerLicense: _, ...rest } = user;
          return { ...rest, license: action.license };
        }),
      };
    case 'drop-org-admin':
      return {
        ...mapping,
        keys,
        users: mapping.users.map((user) => (people.has(user.id) ? { ...user, orgAdmin: 'no' } : user)),
      };
    case 'generate':
      return { ...mapping, keys };
  }
}

/**
 * Carries out several actions, one after the other, on a copy.
 *
 * @returns the mapping afterwards, indexed; the given one where there is no action
 */
export function applyActions(
  index: MappingIndex,
  actions: readonly Action[],
  now: Instant,
  policy: ReadingPolicy,
): MappingIndex {
  return actions.reduce((before, action) => indexMapping(applyAction(before, action, now, policy)), index);
}
