/**
 * Handovers: begun, worked off, closed. What is stored is what people decided; the plan is worked out from the mapping
 * each time (`domain/handover.ts`), here too, so that nothing is ticked off that would still break something.
 */
import { organizationsOf } from './choose-organization.ts';
import type { Draft } from '../domain/draft.ts';
import { type Handover, handoverKeys, mayClose, planHandover, type HandoverPlan } from '../domain/handover.ts';
import type { Action } from '../domain/impact.ts';
import { believed } from '../domain/facts.ts';
import { indexMapping, type MappingIndex } from '../domain/mapping.ts';
import { policyOf } from '../domain/judge-records.ts';
import type { Policy } from '../domain/policy.ts';
import type { Generation, KeyRecord } from '../domain/records.ts';
import { nextGeneration } from '../domain/record-observation.ts';
import { currentGeneration, resolveMapping } from '../domain/resolve-mapping.ts';
import { isAdminRole } from '../domain/roles.ts';
import type { Instant } from '../domain/words.ts';
import type { PageSender } from '../messages/door.ts';
import {
  type Changed,
  type HoldReport,
  MessageError,
  type OwnMessages,
  type PageMessages,
} from '../messages/protocol.ts';
import { holdById } from './hold-action.ts';
import type { Parts } from './parts.ts';

/** The organization's mapping as a draft leaves it, and the policy it is judged by. */
function standOf(
  draft: Draft,
  { region, organizationId }: Pick<Handover, 'region' | 'organizationId'>,
): { index: MappingIndex; policy: Policy } {
  const organization = organizationsOf(draft, region).find(({ id }) => id === organizationId);
  if (!organization) throw new MessageError('not-found');
  const lists = draft.lists(region);
  return { index: indexMapping(resolveMapping(lists, organization)), policy: policyOf(lists, organizationId) };
}

/** What is stored, with keys that the action affects by now taken in. */
function refreshed(handover: Handover, plan: HandoverPlan, index: MappingIndex): Handover {
  const known = new Set(handover.keys.map(({ keyId }) => keyId));
  const added = plan.keys
    .filter(({ keyId }) => !known.has(keyId))
    .map(({ keyId }) => ({ keyId, generation: index.keys.get(keyId)?.generation ?? 1, successorId: null }));
  return added.length === 0 ? handover : { ...handover, keys: [...handover.keys, ...added] };
}

/** @throws MessageError `not-found`, or `changed-meanwhile` when the page showed an older one */
function forWork(draft: Draft, id: string, revision: number): Handover {
  const handover = draft.get('handovers', id);
  if (!handover) throw new MessageError('not-found');
  if (handover.revision !== revision) throw new MessageError('changed-meanwhile');
  return handover;
}

/** `own/start-handover`: the people, workspaces and keys have to be the organization's own. */
export function startHandover(
  parts: Parts,
  { op, id, organizationId, origin, action, only }: OwnMessages['own/start-handover']['send'],
): Promise<Changed & { id: string }> {
  return parts.repository.change({ op, kind: 'start-handover', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const organization = draft.get('organizations', organizationId);
    if (!organization || draft.get('handovers', id)) throw new MessageError('not-found');
    const { region } = organization;
    const { index, policy } = standOf(draft, { region, organizationId });
    const places = 'scope' in action && action.scope !== 'all' ? action.scope.workspaces : [];
    const known =
      action.users.length > 0 &&
      action.users.every((each) => index.users.has(each)) &&
      places.every((each) => index.workspaces.has(each)) &&
      (only ?? []).every((each) => index.keys.has(each));
    if (!known) throw new MessageError('not-found');
    const handover: Handover = {
      id,
      region,
      revision: 0,
      organizationId,
      startedAt: situation.now,
      origin,
      action,
      only,
      keys: handoverKeys(index, { action, only }, situation.now, policy),
      ticks: [],
      closedAt: null,
    };
    draft.put('handovers', handover);
    return {
      changes: draft.changes(),
      log: [
        {
          region,
          kind: 'start-handover',
          data: {
            handover: id,
            action: action.kind,
            users: [...action.users],
            keys: handover.keys.map((key) => key.keyId),
          },
        },
      ],
      undoable: true,
      answer: (done) => ({ ...done, id }),
    };
  });
}

/** `own/choose-successor`; `null` leaves it open again. */
export function chooseSuccessor(
  parts: Parts,
  { op, id, revision, keyId, userId }: OwnMessages['own/choose-successor']['send'],
): Promise<Changed> {
  return parts.repository.change({ op, kind: 'choose-successor', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const former = forWork(draft, id, revision);
    const { index, policy } = standOf(draft, former);
    const handover = refreshed(former, planHandover(index, former, situation.now, policy), index);
    if (!handover.keys.some((key) => key.keyId === keyId)) throw new MessageError('not-found');
    if (userId !== null && !index.users.has(userId)) throw new MessageError('not-found');
    draft.put('handovers', {
      ...handover,
      keys: handover.keys.map((key) => (key.keyId === keyId ? { ...key, successorId: userId } : key)),
    });
    return {
      changes: draft.changes(),
      log: [{ region: handover.region, kind: 'choose-successor', data: { handover: id, key: keyId, to: userId } }],
      undoable: true,
      answer: (done) => done,
    };
  });
}

/** The new secret as the mapping keeps it: the successor's, made today, confirmed by whoever ticked it off. */
function recordNewKey(draft: Draft, key: KeyRecord, planned: number, successorId: string, now: Instant): void {
  const said = <T>(value: T) => ({ value, source: 'entered' as const, at: now, adapter: null });
  const day = now.slice(0, 10);
  const generation = currentGeneration(key);
  const confirmed: Partial<Generation> = {
    ownerId: { ...generation.ownerId, entered: said(successorId) },
    verifiedOn: { ...generation.verifiedOn, entered: said(day) },
  };
  if (generation.number > planned) {
    // Generate was seen already: only whose it is has to be said.
    draft.put('keys', { ...key, generations: [...key.generations.slice(0, -1), { ...generation, ...confirmed }] });
    return;
  }
  draft.put(
    'keys',
    nextGeneration(key, said('replaced' as const), {
      ownerId: { entered: said(successorId) },
      verifiedOn: { entered: said(day) },
      createdOn: { entered: said(day) },
      status: { entered: said('active' as const) },
    }),
  );
}

/**
 * `own/tick-handover`. With `record`, a new key that is ticked off goes into the mapping with its successor as owner.
 *
 * @throws MessageError `rejected` (`not-yet`) for the last step while the planned action would still break something
 */
export function tickHandover(
  parts: Parts,
  { op, id, revision, step, done, record }: OwnMessages['own/tick-handover']['send'],
): Promise<Changed> {
  return parts.repository.change({ op, kind: 'tick-handover', tier: 'own', region: null }, async (situation) => {
    const { now } = situation;
    const draft = await situation.draft();
    const former = forWork(draft, id, revision);
    const { index, policy } = standOf(draft, former);
    const plan = planHandover(index, former, now, policy);
    const handover = refreshed(former, plan, index);
    const found = [...plan.keys.flatMap(({ steps }) => steps), plan.finish].find((each) => each.id === step);
    if (!found) throw new MessageError('not-found');
    if (found.kind === 'finish' && done && !mayClose(plan)) throw new MessageError('rejected', ['not-yet']);
    const ticks = handover.ticks.filter((each) => each.step !== step);
    draft.put('handovers', {
      ...handover,
      ticks: done ? [...ticks, { step, at: now }] : ticks,
      closedAt: found.kind === 'finish' ? (done ? now : null) : handover.closedAt,
    });
    const data = { handover: id, step: found.kind, key: found.keyId, done };
    const log = [{ region: handover.region, kind: 'tick-handover', data }];
    if (record && done && found.kind === 'new-key') {
      const entry = handover.keys.find(({ keyId }) => keyId === found.keyId);
      const key = entry && draft.get('keys', entry.keyId);
      const successorId = entry?.successorId ?? null;
      if (!entry || !key || successorId === null) throw new MessageError('not-found');
      const from = index.keys.get(key.id)?.ownerId ?? null;
      recordNewKey(draft, key, entry.generation, successorId, now);
      return {
        changes: draft.changes(),
        log: [...log, { region: handover.region, kind: 'owner-changed', data: { key: key.id, from, to: successorId } }],
        undoable: true,
        answer: (changed) => changed,
      };
    }
    return { changes: draft.changes(), log, undoable: true, answer: (changed) => changed };
  });
}

/** `own/drop-handover`. */
export function dropHandover(parts: Parts, { op, id }: OwnMessages['own/drop-handover']['send']): Promise<Changed> {
  return parts.repository.change({ op, kind: 'drop-handover', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const handover = draft.get('handovers', id);
    if (!handover) throw new MessageError('not-found');
    draft.delete('handovers', id);
    return {
      changes: draft.changes(),
      log: [
        { region: handover.region, kind: 'drop-handover', data: { handover: id, users: [...handover.action.users] } },
      ],
      undoable: true,
      answer: (done) => done,
    };
  });
}

/** `page/plan-handover`: opens the dashboard at a new plan for a hold of this region. Nothing is let through by it. */
export async function openHandover(
  parts: Parts,
  { holdId }: PageMessages['page/plan-handover']['send'],
  { region }: PageSender,
): Promise<null> {
  await holdById(parts, holdId, region);
  await parts.browser.openTab(`${parts.browser.urlOf('dashboard.html')}#/handovers?hold=${holdId}`);
  return null;
}

/** `own/tell-hold`: what a hold was about, as the action that a handover would prepare. */
export async function tellHold(
  parts: Parts,
  { holdId }: OwnMessages['own/tell-hold']['send'],
): Promise<OwnMessages['own/tell-hold']['get']> {
  const { region, hold } = await holdById(parts, holdId, null);
  const draft = await parts.repository.records();
  const { users, workspaces } = draft.records;
  // Whoever nobody knew at the hold has no keys to hand over.
  const userIds = hold.userIds.filter((id) => users.get(id)?.region === region);
  const workspaceIds = hold.workspaceIds.filter((id) => workspaces.get(id)?.region === region);
  const organizationId =
    userIds.map((id) => users.get(id)?.organizationId).find((id) => id !== undefined) ??
    workspaceIds.map((id) => workspaces.get(id)?.organizationId).find((id) => id !== undefined) ??
    null;
  const scope = hold.workspaceIds.length === 0 ? ('all' as const) : { workspaces: workspaceIds };
  const action = actionOf(hold, userIds, workspaceIds, scope, draft.records.keys);
  if (!action) return { organizationId: null, action: null, only: null };
  // A new key replaces one: whoever owns it keeps the rest, so that the handover is about this key alone.
  return { organizationId, action, only: hold.action === 'generate' && 'users' in action ? hold.keyIds : null };
}

/** The act that was held, as far as a handover can prepare it. */
function actionOf(
  hold: HoldReport,
  users: string[],
  workspaces: string[],
  scope: 'all' | { workspaces: string[] },
  keys: ReadonlyMap<string, KeyRecord>,
): Action | null {
  if (hold.action === 'deactivate-workspace') {
    return workspaces.length > 0 ? { kind: 'deactivate-workspace', workspaces } : null;
  }
  if (hold.action === 'generate') {
    const replaced = hold.keyIds.flatMap((id) => keys.get(id) ?? []);
    const owners = replaced.map((key) => believed(currentGeneration(key).ownerId)).filter((id) => id !== null);
    if (owners.length > 0) return { kind: 'remove', users: [...new Set(owners)], scope };
    const [key] = replaced;
    return key ? { kind: 'generate', workspace: key.workspaceId, type: key.type } : null;
  }
  if (users.length === 0) return null;
  // Who stays Admin was held for what is above that.
  if (hold.action === 'change-role' && isAdminRole(hold.value)) return { kind: 'drop-org-admin', users };
  if (hold.action === 'change-role') return { kind: 'change-role', users, scope, role: hold.value };
  if (hold.action === 'change-licence') return { kind: 'change-licence', users, license: hold.value };
  return { kind: 'remove', users, scope };
}
