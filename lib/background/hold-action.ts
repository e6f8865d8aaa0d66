/**
 * A hold from its beginning to what became of it. Holds and lifts live in `storage.session`: through the worker's death
 * and a reload, not through a restart of the browser. The log keeps what happened for good.
 */
import type { Draft, RecordMaps } from '../domain/draft.ts';
import { believed, type Fact, latest } from '../domain/facts.ts';
import { keyAfter } from '../domain/key-consequences.ts';
import type { KeyEvent } from '../domain/key-states.ts';
import { liftMinutes } from '../domain/lifts.ts';
import { currentGeneration } from '../domain/resolve-mapping.ts';
import { isAdminRole } from '../domain/roles.ts';
import type { Lift } from '../domain/stakes.ts';
import type { Region } from '../domain/words.ts';
import type { PageSender } from '../messages/door.ts';
import { type HoldReport, MessageError, type PageMessages, type PassedAct } from '../messages/protocol.ts';
import type { LogData } from '../storage/rows.ts';
import type { Parts } from './parts.ts';
import { takeSnapshot } from './take-snapshot.ts';

export interface KeptHold {
  region: Region;
  at: string;
  hold: HoldReport;
  /** The hold's own id, where it is kept under its lift's id as well. */
  id?: string;
}
interface KeptLift {
  region: Region;
  lift: Lift;
}

const adapter = 'guard';
/** Outcomes come within seconds; a day covers a tab that was left open. */
const holdsKeptMs = 24 * 3_600_000;

function logged(hold: HoldReport, holdId: string): LogData {
  return {
    hold: holdId,
    action: hold.action,
    users: hold.userIds,
    keys: hold.keyIds,
    workspaces: hold.workspaceIds,
    scopeAssumed: hold.scopeAssumed,
    input: hold.input,
  };
}

/**
 * A hold by its id, or by its lift's: a page that was loaded again in between knows the lift only.
 *
 * @param region where it is asked; `null` from our own pages, which know both
 * @throws MessageError `not-found`
 */
export async function holdById(parts: Parts, holdId: string, region: Region | null): Promise<KeptHold> {
  const name = `hold:${holdId}`;
  const kept = (await parts.session.get(name))[name] as KeptHold | undefined;
  // A page of one region knows nothing of the other's holds.
  if (!kept || (region !== null && kept.region !== region)) throw new MessageError('not-found');
  return kept;
}

/** Lifts of a region that still hold; clears away what is over. */
export async function validLifts(parts: Parts, region: Region): Promise<Lift[]> {
  const all = await parts.session.get(null);
  const now = parts.clock();
  const over: string[] = [];
  const lifts: Lift[] = [];
  for (const [name, value] of Object.entries(all)) {
    if (name.startsWith('lift:')) {
      const kept = value as KeptLift;
      // One that was taken back stays as a mark until its hold is forgotten, so that a repeated message cannot revive it.
      if (kept.lift.until > now && kept.region === region) lifts.push(kept.lift);
    } else if (name.startsWith('hold:')) {
      if (Date.parse(now) - Date.parse((value as KeptHold).at) > holdsKeptMs) over.push(name);
    }
  }
  if (over.length > 0) await parts.session.remove(over);
  return lifts;
}

/** `page/hold`. The op is the hold's id: repeating the message changes nothing. */
export async function beginHold(
  parts: Parts,
  { op, hold }: PageMessages['page/hold']['send'],
  { region }: PageSender,
): Promise<PageMessages['page/hold']['get']> {
  const kept: KeptHold = { region, at: parts.clock(), hold };
  const answer = await parts.repository.change({ op, kind: 'hold', tier: 'page', region }, () =>
    Promise.resolve({ log: [{ region, kind: 'hold', data: logged(hold, op) }], answer: () => ({ holdId: op }) }),
  );
  await parts.session.set({ [`hold:${op}`]: kept });
  return answer;
}

/** `page/release`: logged with its reason, a snapshot of before, then the lift. The op is the lift's id. */
export async function releaseHold(
  parts: Parts,
  { op, holdId, reason }: PageMessages['page/release']['send'],
  { region }: PageSender,
): Promise<PageMessages['page/release']['get']> {
  const kept = await holdById(parts, holdId, region);
  const { hold } = kept;
  const answer = await parts.repository.change({ op, kind: 'release', tier: 'page', region }, async (situation) => {
    const lift: Lift = {
      id: op,
      action: hold.action,
      userIds: hold.userIds,
      keyIds: hold.keyIds,
      workspaceIds: hold.workspaceIds,
      until: new Date(Date.parse(parts.clock()) + liftMinutes * 60_000).toISOString(),
    };
    const organizationId = organizationOfHold(await situation.records(), hold, region);
    const taken =
      ending.has(hold.action) && organizationId !== null
        ? await takeSnapshot(parts, situation, await situation.draft(), organizationId, null, 'before-removal')
        : null;
    return {
      log: [{ region, kind: 'release', data: { ...logged(hold, holdId), reason } }],
      ...(taken && { snapshots: [taken.row], meta: taken.meta }),
      lifts: [op],
      undoable: true,
      touches: [region],
      answer: () => ({ lift }),
    };
  });
  const name = `lift:${op}`;
  // After a death between log and lift the repeated message ends here, too; but a lift that was taken back stays so.
  if (!(name in (await parts.session.get(name)))) {
    await parts.session.set({
      [name]: { region, lift: answer.lift } satisfies KeptLift,
      [`hold:${op}`]: { ...kept, id: holdId } satisfies KeptHold,
    });
  }
  return answer;
}

/** Ends lifts before their time; they stay as marks. */
export async function endLifts(parts: Parts, ids: readonly string[], region: Region): Promise<void> {
  for (const id of ids) {
    const name = `lift:${id}`;
    const kept = (await parts.session.get(name))[name] as KeptLift | undefined;
    const lift: Lift = kept?.lift ?? { id, action: 'remove', userIds: [], keyIds: [], workspaceIds: [], until: '' };
    await parts.session.set({ [name]: { region, lift: { ...lift, until: '1970-01-01T00:00:00.000Z' } } });
  }
}

/** `page/keep`. */
export async function keepHeld(
  parts: Parts,
  { op, holdId }: PageMessages['page/keep']['send'],
  { region }: PageSender,
): Promise<null> {
  const { hold } = await holdById(parts, holdId, region);
  return parts.repository.change({ op, kind: 'keep', tier: 'page', region }, () =>
    Promise.resolve({ log: [{ region, kind: 'kept', data: logged(hold, holdId) }], answer: () => null }),
  );
}

function organizationOfHold(records: RecordMaps, hold: HoldReport, region: Region): string | null {
  for (const id of hold.workspaceIds) {
    const workspace = records.workspaces.get(id);
    if (workspace?.region === region) return workspace.organizationId;
  }
  for (const id of hold.userIds) {
    const user = records.users.get(id);
    if (user?.region === region) return user.organizationId;
  }
  return null;
}

/** What an act does to a key of the people it is about, and to one of unknown owner that may be theirs. */
const eventsOf: Record<HoldReport['action'], { owned: KeyEvent | null; perhaps: KeyEvent | null }> = {
  remove: { owned: 'owner-removed', perhaps: 'possible-owner-removed' },
  'deactivate-workspace': { owned: 'workspace-deactivated', perhaps: null },
  // Whether a key of unknown owner has less rights now is not known; it is alive as before.
  'change-role': { owned: 'role-lowered', perhaps: null },
  'change-licence': { owned: 'licence-cut', perhaps: null },
  // The page that showed the new key recorded it.
  generate: { owned: null, perhaps: null },
};

/** Acts after which keys stop; a snapshot stands before and after each. */
const ending: ReadonlySet<HoldReport['action']> = new Set(['remove', 'deactivate-workspace']);

/**
 * After an act that succeeded: who was removed is no member there any more, and the keys there are presumed dead; a key
 * of unknown owner that they may have owned is no longer known to be active, which still counts as living. A deactivated
 * workspace has no members and no keys. Whoever has less rights narrows their keys. A new key is recorded by the page
 * that showed it.
 */
function recordSuccess(
  draft: Draft,
  hold: HoldReport,
  workspaceIds: readonly string[],
  region: Region,
  now: string,
): void {
  const said = <T>(value: T): Fact<T> => ({ value, source: 'page', at: now, adapter });
  const users = new Set(hold.userIds);
  const atStake = new Set(hold.keyIds);
  // A licence belongs to the whole organization.
  const places = hold.action === 'change-licence' ? [...draft.all('workspaces')].map(({ id }) => id) : workspaceIds;
  const workspaces = new Set(places.filter((id) => draft.get('workspaces', id)?.region === region));
  const closed = hold.action === 'deactivate-workspace';
  if (closed) {
    for (const id of workspaces) {
      const workspace = draft.get('workspaces', id)!;
      draft.put('workspaces', { ...workspace, status: { ...workspace.status, page: said('deactivated' as const) } });
    }
  }
  if (hold.action === 'change-licence' && hold.value !== null) {
    for (const userId of users) {
      const user = draft.get('users', userId);
      if (user?.region === region)
        draft.put('users', { ...user, license: { ...user.license, page: said(hold.value) } });
    }
  }
  for (const membership of [...draft.all('memberships')]) {
    if (!workspaces.has(membership.workspaceId) || !(closed || users.has(membership.userId))) continue;
    if (latest(membership.status)?.value === 'removed') continue;
    if (ending.has(hold.action)) {
      draft.put('memberships', { ...membership, status: { ...membership.status, page: said('removed' as const) } });
    } else if (hold.action === 'change-role' && hold.value !== null) {
      draft.put('memberships', { ...membership, role: { ...membership.role, page: said(hold.value) } });
    }
  }
  for (const key of [...draft.all('keys')]) {
    if (!workspaces.has(key.workspaceId)) continue;
    const ownerId = believed(currentGeneration(key).ownerId);
    const events = eventsOf[hold.action];
    const owned = closed || (ownerId !== null && users.has(ownerId));
    const event = owned ? events.owned : ownerId === null && atStake.has(key.id) ? events.perhaps : null;
    if (event === null) continue;
    const after = keyAfter(key, event, said);
    if (after !== key) draft.put('keys', after);
  }
}

/** `page/passed`: a form may load a new page, which is then the one that shows what became of the act. */
export async function keepPassed(
  parts: Parts,
  { watch }: PageMessages['page/passed']['send'],
  { tabId }: PageSender,
): Promise<null> {
  const name = `passed:${tabId}`;
  await (watch ? parts.session.set({ [name]: watch }) : parts.session.remove(name));
  return null;
}

/** `page/watched`. */
export async function tellPassed(parts: Parts, { tabId }: PageSender): Promise<PageMessages['page/watched']['get']> {
  const name = `passed:${tabId}`;
  const watch = (await parts.session.get(name))[name] as PassedAct | undefined;
  return { watch: watch && watch.until > parts.clock() ? watch : null };
}

/** `page/outcome`. */
export async function recordOutcome(
  parts: Parts,
  { op, holdId, outcome, workspaceIds }: PageMessages['page/outcome']['send'],
  { region }: PageSender,
): Promise<PageMessages['page/outcome']['get']> {
  const { hold, id = holdId } = await holdById(parts, holdId, region);
  return parts.repository.change({ op, kind: 'outcome', tier: 'page', region }, async (situation) => {
    const where = workspaceIds.length > 0 ? workspaceIds : hold.workspaceIds;
    const log = [{ region, kind: 'outcome', data: { ...logged(hold, id), workspaces: where, outcome } }];
    // Refused by PandaDoc or not seen: nothing happened that we know of.
    if (outcome !== 'succeeded' || hold.action === 'generate') return { log, answer: (done) => done };
    // Who stays Admin lost what is above that: their keys live on in their workspaces, and the tag is a person's word.
    if (hold.action === 'change-role' && isAdminRole(hold.value)) return { log, answer: (done) => done };
    const draft = await situation.draft();
    recordSuccess(draft, hold, where, region, situation.now);
    const organizationId = organizationOfHold(await situation.records(), hold, region);
    const taken =
      organizationId === null || !ending.has(hold.action)
        ? null
        : await takeSnapshot(parts, situation, draft, organizationId, null, 'after-removal');
    return {
      changes: draft.changes(),
      log,
      ...(taken && { snapshots: [taken.row], meta: taken.meta }),
      undoable: true,
      answer: (done) => done,
    };
  });
}
