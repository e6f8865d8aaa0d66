/** What was recognised, weighed: whose keys hang on it, in which workspaces, and whether it is held. */
import { nameKey, personKey, samePerson } from '../domain/identity.ts';
import { type Action, impact, type Impact, impactOf, type Scope } from '../domain/impact.ts';
import { isLifted } from '../domain/lifts.ts';
import type { Key, MappingIndex } from '../domain/mapping.ts';
import { mayBeAdmin } from '../domain/members.ts';
import type { PersonReading } from '../domain/observation.ts';
import { isLicenceCut, isOrgAdminRole, isOwnerRole } from '../domain/roles.ts';
import type { Lift } from '../domain/stakes.ts';
import { knownWorkspaceIn } from '../pages/page.ts';
import { saysOnly } from '../pages/words.ts';
import type { Act } from './act.ts';
import type { Control } from './controls.ts';
import { isRoleName, saysAdmin } from './labels.ts';
import type { Memory } from './memory.ts';
import { type ChosenScope, scopeOf, workspaceOfList } from './scope.ts';
import type { Surface } from './surface.ts';
import { dialogText, selectsMore } from './targets.ts';
import type { View } from './view.ts';

export type Input = 'pointer' | 'keyboard' | 'submit' | 'change' | 'script';

export interface Attempt {
  action: Lift['action'];
  /** The role or licence that would be given, where it is one and known. */
  value: string | null;
  control: Element;
  /** Nobody, where the act is about a workspace or a key. */
  people: PersonReading[];
  /** Our ids; a person nobody knows has one that no record carries. */
  userIds: string[];
  /** Nothing says what the control does, and it may remove. */
  unsure: boolean;
  /** One name fits several people, and nothing told them apart. */
  sameName: boolean;
  scope: ChosenScope;
  /** `start`: before any dialog. `confirm`: in a dialog about it. */
  stage: 'start' | 'confirm';
  impact: Impact;
  /** Keys in the impact that the page shows and no record knows yet. */
  shown: Key[];
  input: Input;
}

/** An act, or what may be one, before it is known whom it concerns. */
export interface Recognised {
  view: View;
  control: Control;
  surface: Surface;
  stage: 'start' | 'confirm';
  input: Input;
  acts: readonly Act[];
  /** Whom it concerns, where what is worked does not tell. */
  people?: PersonReading[];
  /** Acts that are about somebody else than the place says: one control may send what was set for several people. */
  whose?: ReadonlyMap<Act, PersonReading[]>;
}

export interface Decided {
  attempt: Attempt;
  /** What would be done to the people of the attempt; none where it is about keys. */
  action: Action | null;
  lifted: boolean;
}

/** Whether an act is about people, and not about a workspace or its keys. */
export function isAboutPeople(act: Act): boolean {
  return act.kind === 'remove' || act.kind === 'change-role' || act.kind === 'change-licence';
}

/**
 * What becomes of one act on these people: whether a living key hangs on it, and whether an admin has said yes to it.
 *
 * @returns `starting` before what the verdict stands on has arrived; `blind` where it will not; `nobody` where nothing tells
 *   whom it concerns; `nothing` where the act takes nothing away
 */
export function decide(
  found: Recognised,
  act: Act,
  people: PersonReading[],
  memory: Memory,
): Decided | 'starting' | 'blind' | 'nobody' | 'nothing' {
  if (act.kind === 'generate' || act.kind === 'deactivate-workspace') return decideWorkspace(found, act, memory);
  const { view, control, surface, stage, input } = found;
  const staysAdmin = act.kind === 'change-role' && act.to.some(saysAdmin);
  if (staysAdmin && act.to.some((role) => isOrgAdminRole(role) || isOwnerRole(role))) return 'nothing';
  if (people.length === 0) return 'nobody';
  const userIds: string[] = [];
  const orgAdmins: string[] = [];
  let sameName = false;
  for (const person of people) {
    const resolved = view.resolve(person);
    if (resolved.state !== 'ready') return resolved.state === 'pending' ? 'starting' : 'blind';
    sameName ||= resolved.userIds.length > 1;
    // Somebody nobody knows is in no record; what is not known about them still counts.
    userIds.push(...(resolved.userIds.length > 0 ? resolved.userIds : [`unknown:${personKey(person)}`]));
    if (staysAdmin) orgAdmins.push(...resolved.userIds.filter((id) => wasOrgAdmin(act, person, id, view.index)));
  }
  if (staysAdmin && orgAdmins.length === 0) return 'nothing';
  const scope = scopeFor(act, surface, view, people, memory);
  const isSelected = people.every((person) => memory.selected.some((other) => samePerson(other, person)));
  if (!staysAdmin && isSelected && selectsMore(control.element, surface, view, people.length)) {
    // Whoever is not drawn is meant as well: those who own something where the list is from.
    for (const workspaceId of scope.scope === 'all' ? view.index.workspaces.keys() : scope.scope.workspaces) {
      const { state } = view.resolveWorkspace(workspaceId);
      if (state !== 'ready') return state === 'pending' ? 'starting' : 'blind';
      for (const key of view.index.keysByWorkspace.get(workspaceId) ?? [])
        if (key.ownerId !== null) userIds.push(key.ownerId);
    }
  }
  const ids = [...new Set(staysAdmin ? orgAdmins : userIds)];
  if (act.kind !== 'remove' && !staysAdmin && !takesRights(act, people, ids, scope.scope, view)) return 'nothing';
  const action: Action =
    act.kind === 'remove'
      ? { kind: 'remove', users: ids, scope: scope.scope }
      : staysAdmin
        ? { kind: 'drop-org-admin', users: ids }
        : // Whether the licence is less is decided by what the page shows; the effect is that of any narrowing.
          { kind: 'change-role', users: ids, scope: act.kind === 'change-role' ? scope.scope : 'all', role: null };
  const known = impact(staysAdmin ? asOrgAdmins(view.index, ids) : view.index, action, view.now, view.policy);
  const effect: Impact = scope.unknown
    ? { ...known, unknown: [...known.unknown, { reason: 'keys-never-read', workspaceId: '', at: null }] }
    : known;
  const attempt: Attempt = {
    action: act.kind,
    value: act.kind === 'remove' ? null : (act.to[0] ?? null),
    control: control.element,
    people,
    userIds: ids,
    unsure: act.kind === 'remove' && act.doubtful === true,
    sameName,
    scope: act.kind === 'change-licence' || staysAdmin ? { scope: 'all', from: 'act' } : scope,
    stage,
    impact: effect,
    shown: [],
    input,
  };
  const concerned = new Set([
    ...effect.mayOwn.map((entry) => entry.userId),
    ...[...effect.dies, ...effect.narrows].map((id) => view.index.keys.get(id)?.ownerId ?? ''),
  ]);
  return {
    attempt,
    action: staysAdmin ? null : action,
    lifted:
      effect.held &&
      isLifted(
        view.lifts,
        act.kind,
        ids.filter((id) => concerned.has(id)),
        effect,
        view.now,
      ),
  };
}

/**
 * One attempt of all that one control does to people in one way: a decision is asked for once.
 *
 * @param decided what is held, the first of it telling in which way
 */
export function together(decided: readonly [Decided, ...Decided[]], view: View): Attempt {
  const [{ attempt: first, action }] = decided;
  const alike = decided.filter((one) => one.action?.kind === action?.kind && one.attempt.action === first.action);
  const actions = alike.flatMap((one) => one.action ?? []);
  if (actions.length < 2) return first;
  const attempts = alike.map(({ attempt }) => attempt);
  const known = impactOf(view.index, actions, view.now, view.policy);
  // What the pages do not tell, as against what the mapping does not.
  const nowhere = attempts.flatMap(({ impact: { unknown } }) => unknown).find(({ workspaceId }) => workspaceId === '');
  const people = attempts.flatMap((attempt) => attempt.people);
  const scopes = attempts.map(({ scope }) => scope.scope);
  return {
    ...first,
    value: attempts.every(({ value }) => value === first.value) ? first.value : null,
    people: people.filter((person, at) => people.findIndex((other) => samePerson(other, person)) === at),
    userIds: [...new Set(attempts.flatMap(({ userIds }) => userIds))],
    unsure: attempts.some(({ unsure }) => unsure),
    sameName: attempts.some(({ sameName }) => sameName),
    scope: {
      ...first.scope,
      scope: scopes.some((scope) => scope === 'all')
        ? 'all'
        : { workspaces: [...new Set(scopes.flatMap((scope) => (scope === 'all' ? [] : scope.workspaces)))] },
    },
    impact: nowhere ? { ...known, unknown: [...known.unknown, nowhere] } : known,
  };
}

/** A key made anew, or a workspace closed: about keys and nobody. */
function decideWorkspace(
  { view, control, stage, input }: Recognised,
  act: Extract<Act, { kind: 'generate' | 'deactivate-workspace' }>,
  memory: Memory,
): Decided | 'starting' | 'blind' | 'nothing' {
  const workspaceId = act.kind === 'generate' ? act.workspaceId : null;
  const workspaces = act.kind === 'generate' ? (workspaceId === null ? [] : [workspaceId]) : act.workspaceIds;
  for (const id of workspaces) {
    const { state } = view.resolveWorkspace(id);
    if (state !== 'ready') return state === 'pending' ? 'starting' : 'blind';
  }
  const shown: Key[] = [];
  let found: Impact = nothingFound;
  if (act.kind === 'deactivate-workspace') {
    if (workspaces.length > 0)
      found = impact(view.index, { kind: 'deactivate-workspace', workspaces }, view.now, view.policy);
  } else {
    for (const type of workspaceId === null ? [] : act.types) {
      const one = impact(view.index, { kind: 'generate', workspace: workspaceId!, type }, view.now, view.policy);
      // A slot that the page shows is known, whatever was read before.
      const seen = view.keys.some((key) => key.type === type && key.state !== 'unknown');
      found = joined(found, seen ? { ...one, unknown: [] } : one);
    }
    if (!found.held && act.shown) {
      const key = shownKey(act.types[0]!, workspaceId ?? '', memory.visit);
      shown.push(key);
      found = { ...found, severity: key.type === 'production' ? 'high' : 'low', replaced: [key.id], held: true };
    }
  }
  const emptySlot =
    act.kind === 'generate' &&
    act.types.every((type) => view.keys.some((key) => key.type === type && key.state === 'absent'));
  if (workspaces.length === 0 && !found.held && !emptySlot)
    found = { ...found, unknown: [{ reason: 'keys-never-read', workspaceId: '', at: null }] };
  const attempt: Attempt = {
    action: act.kind,
    value: null,
    control: control.element,
    people: [],
    userIds: [],
    unsure: false,
    sameName: false,
    scope: {
      scope: { workspaces },
      from: workspaces.length === 0 ? 'nothing' : 'act',
    },
    stage,
    impact: found,
    shown,
    input,
  };
  return { attempt, action: null, lifted: found.held && isLifted(view.lifts, act.kind, [], found, view.now) };
}

const nothingFound: Impact = {
  severity: 'none',
  dies: [],
  narrows: [],
  replaced: [],
  untouched: [],
  mayOwn: [],
  usedBy: [],
  unknown: [],
  held: false,
};

const order = ['none', 'low', 'medium', 'high', 'critical'] as const;

function joined(one: Impact, other: Impact): Impact {
  return {
    ...one,
    severity: order.indexOf(other.severity) > order.indexOf(one.severity) ? other.severity : one.severity,
    replaced: [...one.replaced, ...other.replaced],
    usedBy: [...new Set([...one.usedBy, ...other.usedBy])],
    unknown: [...one.unknown, ...other.unknown],
    held: one.held || other.held,
  };
}

/**
 * A key that only the page tells of. What is let go for one workspace is not for another; and where the workspace is not
 * known, for this visit of the page alone.
 */
function shownKey(type: Key['type'], workspaceId: string, visit: number): Key {
  return {
    id: `shown-${workspaceId === '' ? String(visit) : workspaceId}-${type}`,
    workspaceId,
    type,
    label: `${type} key`,
    hint: null,
    status: 'unknown',
    generation: 1,
    ownerId: null,
    createdOn: null,
    rotatedOn: null,
    verifiedOn: null,
    rotationDays: null,
    usedBy: [],
    demand: {},
    notes: null,
    provenance: {},
  };
}

/** The row that an act on one person was begun in. */
function rowMeant(surface: Surface, people: readonly PersonReading[], memory: Memory): Element | null {
  if (surface.kind === 'row') return surface.element;
  const { lastRow } = memory;
  const isTheirs = lastRow !== null && people.length === 1 && samePerson(lastRow, people[0]!);
  return isTheirs ? memory.lastRowElement : null;
}

/** Where an act on people reaches. */
function scopeFor(
  act: Exclude<Act, { kind: 'generate' | 'deactivate-workspace' }>,
  surface: Surface,
  view: View,
  people: readonly PersonReading[],
  memory: Memory,
): ChosenScope {
  if (act.workspaces !== null) return { scope: { workspaces: act.workspaces }, from: 'act' };
  const dialog = surface.kind === 'dialog' ? surface.element : null;
  if (act.kind !== 'remove') {
    const named = dialog ? knownWorkspaceIn(dialogText(dialog), view.page.known) : null;
    const id = named === null ? null : view.workspaceIdOf(named);
    if (id !== null) return { scope: { workspaces: [id] }, from: 'dialog' };
    return scopeOf(null, view.page.known, view.index, view.listWorkspaceId);
  }
  const list = workspaceOfList(rowMeant(surface, people, memory), view) ?? view.listWorkspaceId;
  const chosen = scopeOf(dialog, view.page.known, view.index, list);
  return act.everywhere && chosen.from !== 'dialog' ? { scope: 'all', from: 'act' } : chosen;
}

const licence = (text: string): string =>
  saysOnly('licence-full', text) ? 'Full' : saysOnly('licence-guest', text) ? 'Guest' : text;

/** Whether a new role or licence is less than what the page, or the mapping, says of now. */
function takesRights(
  act: Extract<Act, { kind: 'change-role' | 'change-licence' }>,
  people: readonly PersonReading[],
  userIds: readonly string[],
  scope: Scope,
  view: View,
): boolean {
  const to = act.to[0] ?? null;
  if (act.kind === 'change-licence') {
    const shown = act.from[0] ?? (people.length === 1 ? people[0]!.license : null);
    return userIds.some((id) => {
      const { license = null, newerLicense = license } = view.index.users.get(id) ?? {};
      return (shown === null ? [license, newerLicense] : [shown]).some((from) =>
        isLicenceCut(from === null ? null : licence(from), to === null ? null : licence(to)),
      );
    });
  }
  const from =
    act.from.length > 0 ? act.from : people.length === 1 && people[0]!.role !== null ? [people[0]!.role] : [];
  if (to !== null && from.length > 0 && from.every((text) => nameKey(text) === nameKey(to))) return false;
  if (from.some(saysAdmin)) return true;
  const memberships = userIds
    .flatMap((id) => view.index.membershipsByUser.get(id) ?? [])
    .filter(
      ({ status, workspaceId, role }) =>
        role !== null && status !== 'removed' && (scope === 'all' || scope.workspaces.includes(workspaceId)),
    );
  if (memberships.some(mayBeAdmin)) return true;
  // Neither the page nor the mapping says what it was: then it may have been Admin.
  return !from.some(isRoleName) && memberships.length === 0;
}

/** Whether the place, the page or the mapping says that somebody was more than Admin of a workspace. */
function wasOrgAdmin(
  act: Extract<Act, { kind: 'change-role' | 'change-licence' | 'remove' }>,
  person: PersonReading,
  userId: string,
  index: MappingIndex,
): boolean {
  const from = act.kind === 'change-role' && act.from.length > 0 ? act.from : [person.role];
  if (from.some((role) => role !== null)) return from.some(isOrgAdminRole);
  return (index.membershipsByUser.get(userId) ?? []).some(({ role }) => isOrgAdminRole(role));
}

/** The mapping with people as the page shows them, whatever was said of them before. */
function asOrgAdmins(index: MappingIndex, userIds: readonly string[]): MappingIndex {
  const users = new Map(index.users);
  for (const id of userIds) {
    const user = users.get(id);
    if (user) users.set(id, { ...user, orgAdmin: 'yes' });
  }
  return { ...index, users };
}
