/**
 * Handover: the ordered way to an action that stops nothing (product.md, "Handover"). Stored is what people decided and
 * ticked off; the plan itself is worked out anew from the mapping each time, so that it follows what really happened.
 */
import { daysBetween } from './coverage.ts';
import { type Action, answerOf, type Impact, impactOf, severityOf } from './impact.ts';
import { isLiving } from './key-states.ts';
import type { Key, MappingIndex, Membership, User } from './mapping.ts';
import { hasOrganizationUse } from './organization-use.ts';
import type { Policy } from './policy.ts';
import { groupOf, groupWithKey, isDeclared, type RateGroup, type RatePolicy } from './rate-budget.ts';
import { isAdminRole, isGuestLicence, isLicenceCut, isOwnerRole } from './roles.ts';
import { type Instant, type Region, type Severity, worse } from './words.ts';

/** What can be prepared: whatever takes the keys of people away from them, or takes rights from those. */
export type HandoverAction = Extract<Action, { users: readonly string[] }>;

export const handoverOrigins = ['warning', 'finding', 'check', 'list'] as const;
export type HandoverOrigin = (typeof handoverOrigins)[number];

/** A handover as it is stored. */
export interface Handover {
  id: string;
  region: Region;
  revision: number;
  organizationId: string;
  startedAt: Instant;
  /** Where it was begun. */
  origin: HandoverOrigin;
  action: HandoverAction;
  /** Only these keys get another owner and nobody goes; `null`: every key that the action affects. */
  only: string[] | null;
  /** The keys as they were when they were last looked at: which secret, and who is to own the next one. */
  keys: { keyId: string; generation: number; successorId: string | null }[];
  /** Steps that somebody ticked off. */
  ticks: { step: string; at: Instant }[];
  /** When the last step was ticked off. */
  closedAt: Instant | null;
}

export const stepKinds = ['tell', 'new-key', 'update', 'verify', 'finish'] as const;
export type StepKind = (typeof stepKinds)[number];

export interface Step {
  /** `tell:<key>`, `new-key:<key>`, `update:<key>:<n>`, `verify:<key>`, `finish`. */
  id: string;
  kind: StepKind;
  /** `null` for the last one, which is about all of them. */
  keyId: string | null;
  /** The integration to update; `null` where none is noted, or the step is another. */
  use: string | null;
  /** When it was ticked off. */
  doneAt: Instant | null;
  /** The mapping itself shows that it has happened. */
  seen: boolean;
  /** It cannot be ticked off yet: the planned action would still break something. */
  waits: boolean;
}

export type IneligibleReason =
  | 'themself'
  | 'leaving'
  | 'not-admin'
  | 'role-not-known'
  | 'invited'
  | 'removed'
  | 'blocked'
  | 'not-observed'
  | 'org-admin'
  | 'not-org-admin'
  | 'over-limit'
  /** Making a Guest an Admin buys a seat. */
  | 'buys-seat';

export type CandidateReason =
  | 'service-account'
  | 'person'
  | 'untagged'
  | 'owns-none'
  | 'owns-some'
  | 'use-fine'
  | 'use-watch'
  | 'use-tight'
  | 'use-throttled'
  | 'demand-not-declared'
  | 'licence-less'
  | 'licence-not-known'
  | 'org-admin-not-known';

/** Somebody who could own the next key. */
export interface Candidate {
  userId: string;
  reasons: CandidateReason[];
  /** Living production keys that they own now, and would own by this plan so far. */
  owns: number;
  /** Their rate group with the keys of this plan that are to be theirs, this one included. */
  group: RateGroup;
}

export interface Ineligible {
  userId: string;
  reasons: IneligibleReason[];
}

export type PreconditionCode =
  'successor-chosen' | 'successor-eligible' | 'owner-confirmed' | 'pages-read' | 'uses-noted';

/** What should be true before a key is replaced. */
export interface Precondition {
  code: PreconditionCode;
  met: boolean;
}

/** How a key stands now, against the day it was planned. */
export type Situation =
  /** Still theirs. */
  | 'waiting'
  /** A living key of somebody else now: the chosen successor, or another. */
  | 'moved'
  | 'moved-to-another'
  /** It has a new secret, and nobody said whose. */
  | 'owner-not-known'
  /** Dead: nothing to hand over any more. */
  | 'gone'
  /** Not in the mapping any more. */
  | 'deleted';

export interface KeyPlan {
  keyId: string;
  situation: Situation;
  /** It was not there, or not theirs, when the plan was last saved. */
  added: boolean;
  successorId: string | null;
  /** Best first. */
  candidates: Candidate[];
  ineligible: Ineligible[];
  preconditions: Precondition[];
  /** A living sandbox key of the same workspace to rehearse with; `null` where there is none, or this is one. */
  rehearsalKeyId: string | null;
  steps: Step[];
}

/** A step that PandaDoc will refuse, known before. */
export interface Obstacle {
  code: 'workspace-owner' | 'last-admin' | 'perhaps-last-admin';
  userId: string;
  workspaceId: string;
}

export interface HandoverPlan {
  handover: Handover;
  /** Of the planned action, as things stand. */
  impact: Impact;
  /** `ready` only when the planned action has no impact; `not-known`: no known one, but not everything is known. */
  state: 'open' | 'not-known' | 'ready' | 'closed';
  /** In the order of working: sandbox keys as rehearsal, then the least critical first. */
  keys: KeyPlan[];
  obstacles: Obstacle[];
  /** The last step: the action itself, or closing where nobody goes. */
  finish: Step;
  /** Counted over all steps. */
  done: number;
  total: number;
}

/** What a plan asks of the policy: when a reading is old, and how much an owner may carry. */
export type PlanPolicy = Pick<Policy, 'readingDays'> & RatePolicy;

export interface PlanOptions {
  /** People who are to go by other handovers that are open: nobody hands over to them. */
  leaving?: ReadonlySet<string> | undefined;
}

/** What only a part of an impact is about: the keys that a handover is limited to. */
function limited(index: MappingIndex, kind: Action['kind'], impact: Impact, only: readonly string[] | null): Impact {
  if (only === null) return impact;
  const wanted = new Set(only);
  const of = (ids: string[]): string[] => ids.filter((id) => wanted.has(id));
  const part = { dies: of(impact.dies), narrows: of(impact.narrows), replaced: of(impact.replaced) };
  const mayOwn = impact.mayOwn.filter(({ keyId }) => wanted.has(keyId));
  const keys = [...part.dies, ...part.narrows, ...part.replaced].flatMap((id) => index.keys.get(id) ?? []);
  return {
    ...impact,
    ...part,
    mayOwn,
    severity: keys.reduce<Severity>((worst, key) => worse(worst, severityOf(index, kind, key)), 'none'),
    usedBy: [...new Set(keys.flatMap(({ usedBy }) => usedBy))],
    unknown: impact.unknown.filter(({ reason }) => reason === 'owner-unknown' && mayOwn.length > 0),
    held: keys.length > 0 || mayOwn.length > 0,
  };
}

/** The impact of what a handover prepares, as things stand. */
export function impactOfHandover(
  index: MappingIndex,
  handover: Pick<Handover, 'action' | 'only'>,
  now: Instant,
  policy: Pick<Policy, 'readingDays'>,
): Impact {
  const { action, only } = handover;
  return limited(index, action.kind, impactOf(index, [action], now, policy), only);
}

function keysOf(impact: Impact): string[] {
  return [
    ...new Set([...impact.dies, ...impact.narrows, ...impact.replaced, ...impact.mayOwn.map(({ keyId }) => keyId)]),
  ];
}

/** The keys that a handover of an action begins with, as the stored form keeps them. */
export function handoverKeys(
  index: MappingIndex,
  about: Pick<Handover, 'action' | 'only'>,
  now: Instant,
  policy: Pick<Policy, 'readingDays'>,
): Handover['keys'] {
  return keysOf(impactOfHandover(index, about, now, policy)).map((keyId) => ({
    keyId,
    generation: index.keys.get(keyId)?.generation ?? 1,
    successorId: null,
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names of integrations that are no production use: those are updated first. */
const trial = /\b(test|tests|testing|staging|stage|sandbox|demo|dev|development|trial|probe|preview|qa|uat)\b/iu;

/** Uses of a key in the order in which they are updated: trials first, the others as they are noted. */
export function usesInOrder(usedBy: readonly string[]): string[] {
  return [...usedBy.filter((use) => trial.test(use)), ...usedBy.filter((use) => !trial.test(use))];
}

/** How much hangs on a key: nobody knows it of one without declared demand, so that comes last. */
function weight(key: Key): number {
  if (!isDeclared(key)) return Infinity;
  return Object.values(key.demand).reduce((sum, calls) => sum + calls, 0);
}

function byCriticality(a: Key, b: Key): number {
  if (a.type !== b.type) return a.type === 'sandbox' ? -1 : 1;
  const [x, y] = [weight(a), weight(b)];
  return (x < y ? -1 : x > y ? 1 : 0) || a.usedBy.length - b.usedBy.length || compare(a.id, b.id);
}

function membershipOf(index: MappingIndex, userId: string, workspaceId: string): Membership | undefined {
  const theirs = index.membershipsByUser.get(userId) ?? [];
  const there = index.membershipsByWorkspace.get(workspaceId) ?? [];
  // Somebody may be in five thousand workspaces, or a workspace have five thousand members: seldom both.
  return theirs.length < there.length
    ? theirs.find((each) => each.workspaceId === workspaceId)
    : there.find((each) => each.userId === userId);
}

const kindRank = { 'service-account': 0, untagged: 1, person: 2 } as const;
const useRank = { fine: 0, watch: 1, tight: 2, throttled: 3 } as const;

/** What somebody owns and is to own by this plan, whichever key is weighed. */
interface Carried {
  group: RateGroup;
  keys: ReadonlyMap<string, Key>;
  /** Living production keys. */
  production: number;
}

interface Weighing {
  index: MappingIndex;
  key: Key;
  /** Keys that this plan gives to somebody: user → keys. */
  assigned: ReadonlyMap<string, readonly Key[]>;
  handover: Handover;
  policy: RatePolicy;
  options: PlanOptions;
  /** Worked out once for each person: an owner of ten thousand keys is weighed for each of them. */
  carried: Map<string, Carried>;
}

function carriedBy({ index, assigned, policy, carried }: Weighing, userId: string): Carried {
  let found = carried.get(userId);
  if (!found) {
    const own = (index.keysByOwner.get(userId) ?? []).filter(({ status }) => isLiving(status));
    const keys = new Map([...own, ...(assigned.get(userId) ?? [])].map((each) => [each.id, each]));
    const production = [...keys.values()].filter(({ type, status }) => type === 'production' && isLiving(status));
    found = { group: groupOf(userId, [...keys.values()], policy), keys, production: production.length };
    carried.set(userId, found);
  }
  return found;
}

function groupWith(weighing: Weighing, userId: string): RateGroup {
  const { key, policy } = weighing;
  const { group, keys } = carriedBy(weighing, userId);
  return keys.has(key.id) ? group : groupWithKey(group, key, policy);
}

/** Why somebody cannot own the next key of a workspace; empty where they can. */
function hindrances(weighing: Weighing, user: User, group: RateGroup): IneligibleReason[] {
  const { index, key, handover, options } = weighing;
  const reasons: IneligibleReason[] = [];
  const membership = membershipOf(index, user.id, key.workspaceId);
  if (key.ownerId === user.id) reasons.push('themself');
  else if (handover.only === null && handover.action.users.includes(user.id)) reasons.push('leaving');
  else if (options.leaving?.has(user.id)) reasons.push('leaving');
  if (user.status !== 'active') reasons.push(user.status);
  else if (membership && membership.status !== 'active') reasons.push(membership.status);
  if (membership?.status !== 'removed' && user.status !== 'removed') {
    if (!membership || (membership.role !== null && !isAdminRole(membership.role))) {
      reasons.push('not-admin');
      if (isGuestLicence(user.license)) reasons.push('buys-seat');
    } else if (membership.role === null || !isAdminRole(membership.newerRole ?? 'Admin')) {
      // Where a newer reading says otherwise than what is believed, it is not known.
      reasons.push('role-not-known');
    }
  }
  const forOrganization = hasOrganizationUse(index, key);
  if (forOrganization && user.orgAdmin === 'no') reasons.push('not-org-admin');
  if (!forOrganization && user.orgAdmin === 'yes') reasons.push('org-admin');
  if (isDeclared(key) && group.level === 'throttled') reasons.push('over-limit');
  return reasons;
}

function candidateOf(weighing: Weighing, user: User, group: RateGroup): Candidate {
  const { index, key } = weighing;
  const { keys, production } = carriedBy(weighing, user.id);
  const counted = keys.has(key.id) && key.type === 'production' && isLiving(key.status);
  const owns = production - (counted ? 1 : 0);
  const former = key.ownerId === null ? null : (index.users.get(key.ownerId)?.license ?? null);
  const reasons: CandidateReason[] = [user.kind ?? 'untagged', owns === 0 ? 'owns-none' : 'owns-some'];
  if (group.level !== null) reasons.push(`use-${group.level}`);
  if (group.undeclared.length > 0) reasons.push('demand-not-declared');
  if (user.license === null) reasons.push('licence-not-known');
  else if (former !== null && isLicenceCut(former, user.license)) reasons.push('licence-less');
  if (user.orgAdmin === null && hasOrganizationUse(index, key)) reasons.push('org-admin-not-known');
  return { userId: user.id, reasons, owns, group };
}

function rank(a: Candidate, b: Candidate, users: MappingIndex['users']): number {
  const kind = ({ userId }: Candidate): number => kindRank[users.get(userId)?.kind ?? 'untagged'];
  const less = ({ reasons }: Candidate): number => (reasons.includes('licence-less') ? 1 : 0);
  const use = ({ group }: Candidate): number => (group.level === null ? 0 : useRank[group.level]);
  return less(a) - less(b) || kind(a) - kind(b) || use(a) - use(b) || a.owns - b.owns || compare(a.userId, b.userId);
}

/**
 * Everybody who comes to mind as the next owner: members of the workspace, and service accounts of the organization, who
 * could be made Admin there.
 */
function weighAll(weighing: Weighing): { candidates: Candidate[]; ineligible: Ineligible[] } {
  const { index, key } = weighing;
  const userIds = new Set((index.membershipsByWorkspace.get(key.workspaceId) ?? []).map(({ userId }) => userId));
  for (const user of index.mapping.users) if (user.kind === 'service-account') userIds.add(user.id);
  if (key.ownerId !== null) userIds.add(key.ownerId);
  const candidates: Candidate[] = [];
  const ineligible: Ineligible[] = [];
  for (const userId of userIds) {
    const user = index.users.get(userId);
    if (!user) continue;
    const group = groupWith(weighing, userId);
    const reasons = hindrances(weighing, user, group);
    if (reasons.length > 0) ineligible.push({ userId, reasons });
    else candidates.push(candidateOf(weighing, user, group));
  }
  candidates.sort((a, b) => rank(a, b, index.users));
  // Those who only lack the role come first: they can be helped.
  ineligible.sort((a, b) => a.reasons.length - b.reasons.length || compare(a.userId, b.userId));
  return { candidates, ineligible };
}

/** Who could own the next generation of a key, outside any plan. */
export function successorsOf(
  index: MappingIndex,
  keyId: string,
  policy: RatePolicy,
  options: PlanOptions = {},
): { candidates: Candidate[]; ineligible: Ineligible[] } {
  const key = index.keys.get(keyId);
  if (!key) return { candidates: [], ineligible: [] };
  const handover = { action: { kind: 'remove', users: [], scope: 'all' }, only: null } as unknown as Handover;
  return weighAll({ index, key, assigned: new Map(), handover, policy, options, carried: new Map() });
}

function situationOf(
  key: Key,
  planned: Handover['keys'][number] | undefined,
  affected: ReadonlySet<string>,
): Situation {
  if (!isLiving(key.status)) return 'gone';
  if (key.ownerId === null) {
    return planned && key.generation > planned.generation ? 'owner-not-known' : 'waiting';
  }
  if (affected.has(key.id)) return 'waiting';
  return planned?.successorId === key.ownerId ? 'moved' : 'moved-to-another';
}

/** Whether a workspace's pages were read lately and whole. */
function isRead(index: MappingIndex, workspaceId: string, now: Instant, days: number): boolean {
  const coverage = Object.hasOwn(index.mapping.coverage, workspaceId) ? index.mapping.coverage[workspaceId] : undefined;
  return [coverage?.keys, coverage?.members].every(
    (reading) => reading?.complete === true && daysBetween(reading.at, now) <= days,
  );
}

function obstaclesOf(index: MappingIndex, handover: Handover, now: Instant, days: number): Obstacle[] {
  const { action, only } = handover;
  // Only removal, demotion and blocking are refused; whoever keeps everything meets no obstacle.
  if (only !== null || action.kind === 'change-licence' || action.kind === 'drop-org-admin') return [];
  const scope = action.kind === 'remove' || action.kind === 'change-role' ? action.scope : 'all';
  const going = new Set(action.users);
  const obstacles: Obstacle[] = [];
  for (const userId of [...going].sort(compare)) {
    for (const { workspaceId, role, status } of index.membershipsByUser.get(userId) ?? []) {
      if (status !== 'active' && status !== 'not-observed') continue;
      if (scope !== 'all' && !scope.workspaces.includes(workspaceId)) continue;
      if (index.workspaces.get(workspaceId)?.status === 'deactivated') continue;
      if (isOwnerRole(role)) obstacles.push({ code: 'workspace-owner', userId, workspaceId });
      else if (isAdminRole(role)) {
        const stays = (index.membershipsByWorkspace.get(workspaceId) ?? []).some(
          (each) => !going.has(each.userId) && each.status === 'active' && isAdminRole(each.role),
        );
        if (stays) continue;
        const { members } = index.mapping.coverage[workspaceId] ?? { members: null };
        const certain = members !== null && members.complete && daysBetween(members.at, now) <= days;
        obstacles.push({ code: certain ? 'last-admin' : 'perhaps-last-admin', userId, workspaceId });
      }
    }
  }
  return obstacles;
}

/**
 * The plan as things stand.
 *
 * @param index the mapping now; ids that it does not hold any more are told, not an error
 * @param handover what was stored
 * @param now for the age of readings
 * @param policy the organization's
 * @returns every key that the action affects now, and every one that it affected when the plan was made
 */
export function planHandover(
  index: MappingIndex,
  handover: Handover,
  now: Instant,
  policy: PlanPolicy,
  options: PlanOptions = {},
): HandoverPlan {
  const impact = impactOfHandover(index, handover, now, policy);
  const affected = new Set(keysOf(impact));
  const stored = new Map(handover.keys.map((each) => [each.keyId, each]));
  const keyIds = [...new Set([...stored.keys(), ...affected])];
  const known = keyIds.flatMap((id) => index.keys.get(id) ?? []).sort(byCriticality);
  const lost = keyIds.filter((id) => !index.keys.has(id)).sort(compare);
  const assigned = new Map<string, Key[]>();
  for (const key of known) {
    const successorId = stored.get(key.id)?.successorId;
    if (!successorId || !affected.has(key.id)) continue;
    const theirs = assigned.get(successorId);
    if (theirs) theirs.push(key);
    else assigned.set(successorId, [key]);
  }
  const carried = new Map<string, Carried>();
  const ticks = new Map(handover.ticks.map(({ step, at }) => [step, at]));
  const step = (id: string, kind: StepKind, keyId: string | null, use: string | null, seen: boolean): Step => ({
    id,
    kind,
    keyId,
    use,
    doneAt: ticks.get(id) ?? null,
    seen,
    waits: false,
  });

  const keys = known.map((key): KeyPlan => {
    const entry = stored.get(key.id);
    const situation = situationOf(key, entry, affected);
    const successorId = entry?.successorId ?? null;
    const open = situation === 'waiting' || situation === 'owner-not-known';
    const { candidates, ineligible } = open
      ? weighAll({ index, key, assigned, handover, policy, options, carried })
      : { candidates: [], ineligible: [] };
    const gone = situation === 'gone';
    const moved = situation !== 'waiting';
    const uses = usesInOrder(key.usedBy);
    const rehearsal = (index.keysByWorkspace.get(key.workspaceId) ?? []).find(
      (other) => other.type === 'sandbox' && isLiving(other.status),
    );
    return {
      keyId: key.id,
      situation,
      added: entry === undefined,
      successorId,
      candidates,
      ineligible,
      preconditions: open
        ? [
            { code: 'successor-chosen', met: successorId !== null },
            {
              code: 'successor-eligible',
              met: successorId === null || candidates.some(({ userId }) => userId === successorId),
            },
            { code: 'owner-confirmed', met: key.ownerId !== null },
            { code: 'pages-read', met: isRead(index, key.workspaceId, now, policy.readingDays) },
            { code: 'uses-noted', met: uses.length > 0 },
          ]
        : [],
      rehearsalKeyId: key.type === 'sandbox' ? null : (rehearsal?.id ?? null),
      steps: [
        step(`tell:${key.id}`, 'tell', key.id, null, gone),
        step(`new-key:${key.id}`, 'new-key', key.id, null, moved),
        ...(uses.length > 0 ? uses : [null]).map((use, n) => {
          const id = `update:${key.id}:${n}`;
          // The order of the ticks is that of what is noted, so that a new note does not move an old tick.
          const noted = use === null ? 0 : key.usedBy.indexOf(use);
          return step(use === null ? id : `update:${key.id}:${noted}`, 'update', key.id, use, gone);
        }),
        step(`verify:${key.id}`, 'verify', key.id, null, gone),
      ],
    };
  });
  for (const keyId of lost) {
    keys.push({
      keyId,
      situation: 'deleted',
      added: false,
      successorId: stored.get(keyId)?.successorId ?? null,
      candidates: [],
      ineligible: [],
      preconditions: [],
      rehearsalKeyId: null,
      steps: [],
    });
  }

  const answer = answerOf(impact);
  const none = answer === 'nothing-at-stake' || (answer === 'not-known' && !impact.held);
  const last = step('finish', 'finish', null, null, false);
  const finish = { ...last, waits: !none && last.doneAt === null };
  const steps = [...keys.flatMap((each) => each.steps), finish];
  return {
    handover,
    impact,
    state:
      handover.closedAt !== null ? 'closed' : answer === 'nothing-at-stake' ? 'ready' : none ? 'not-known' : 'open',
    keys,
    obstacles: obstaclesOf(index, handover, now, policy.readingDays),
    finish,
    done: steps.filter(({ doneAt, seen }) => doneAt !== null || seen).length,
    total: steps.length,
  };
}

/** Whether a handover may be called done: the planned action has no impact that is known, and holds nothing. */
export function mayClose(plan: Pick<HandoverPlan, 'impact'>): boolean {
  return plan.impact.severity === 'none' && !plan.impact.held;
}

/** People who are to go by handovers that are open. */
export function leavingBy(handovers: readonly Handover[]): Set<string> {
  return new Set(
    handovers
      .filter(({ closedAt, only, action }) => closedAt === null && only === null && action.kind !== 'drop-org-admin')
      .flatMap(({ action }) => action.users),
  );
}
