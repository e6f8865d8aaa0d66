/** Saying one thing of several records at once: one change, one undo. */
import type { Draft } from '../domain/draft.ts';
import { believed, type Field } from '../domain/facts.ts';
import { axesAfter, ownerTypeOf } from '../domain/owner-type.ts';
import type { Generation, KeyRecord } from '../domain/records.ts';
import { currentGeneration, resolveUser } from '../domain/resolve-mapping.ts';
import { adopted, type Resolution } from '../domain/say.ts';
import type { Instant } from '../domain/words.ts';
import { type Changed, type KeysEdit, MessageError, type OwnMessages } from '../messages/protocol.ts';
import type { Plan } from '../storage/repository.ts';
import type { Parts } from './parts.ts';
import { whoIsSignedIn } from './record-observation.ts';
import { writeUser } from './save-records.ts';

type Log = NonNullable<Plan<Changed>['log']>;

function said<T>(
  now: Instant,
  field: Field<T>,
  value: T | null | undefined,
  resolution: Resolution = 'rank',
): Field<T> {
  return value === undefined ? field : adopted(field, { value, source: 'entered', at: now, adapter: null }, resolution);
}

const tidy = (text: string): string => text.trim();
const notEmpty = (text: string): boolean => text !== '';

function usedByOf(key: KeyRecord, edit: NonNullable<KeysEdit['usedBy']>): string[] | undefined {
  const known = believed(key.usedBy) ?? [];
  const parts = ('add' in edit ? [...known, ...edit.add.map(tidy)] : edit.replace.map(tidy)).filter(notEmpty);
  const next = [...new Set(parts)];
  return next.length === 0 && known.length === 0 ? undefined : next;
}

function demandOf(key: KeyRecord, demand: Record<string, number>): Record<string, number> | undefined {
  return Object.keys(demand).length === 0 && believed(key.demand) === null ? undefined : demand;
}

function edited(key: KeyRecord, edit: KeysEdit, now: Instant): KeyRecord {
  const generation = currentGeneration(key);
  const ownerId = said(now, generation.ownerId, edit.ownerId);
  const today = now.slice(0, 10);
  // Who says who the owner is has confirmed it; where nobody is, there is nothing to confirm.
  const confirms = edit.ownerId !== undefined ? edit.ownerId !== null : edit.verified === true;
  const verified =
    believed(ownerId) === null ? (edit.ownerId === null ? null : undefined) : confirms ? today : undefined;
  const next: Generation = {
    ...generation,
    ownerId,
    verifiedOn: said(now, generation.verifiedOn, verified),
    status: said(now, generation.status, edit.status, 'time'),
  };
  const same = (Object.keys(next) as (keyof Generation)[]).every((name) => next[name] === generation[name]);
  return {
    ...key,
    rotationDays: said(now, key.rotationDays, edit.rotationDays),
    usedBy: said(now, key.usedBy, edit.usedBy && usedByOf(key, edit.usedBy)),
    demand: said(now, key.demand, edit.demand && demandOf(key, edit.demand)),
    notes: said(now, key.notes, edit.notes === undefined ? undefined : (edit.notes?.trim() ?? '') || null),
    generations: same ? key.generations : [...key.generations.slice(0, -1), next],
  };
}

function tagOwners(
  draft: Draft,
  owners: ReadonlySet<string>,
  ownerType: NonNullable<KeysEdit['ownerType']>,
  now: Instant,
  by: Awaited<ReturnType<typeof whoIsSignedIn>>,
): Log {
  return [...owners].flatMap((id) => {
    const user = draft.get('users', id);
    if (!user) return [];
    const before = resolveUser(user);
    const { kind, orgAdmin } = axesAfter(ownerType, before);
    const after = { ...user, kind: said(now, user.kind, kind), orgAdmin: said(now, user.orgAdmin, orgAdmin) };
    if (after.kind === user.kind && after.orgAdmin === user.orgAdmin) return [];
    draft.put('users', after);
    const data = { user: id, from: ownerTypeOf(before), to: ownerType, by: by(user) };
    return [{ region: user.region, kind: 'owner-type-changed', data }];
  });
}

/**
 * `own/edit-keys`.
 *
 * @throws MessageError `not-found` where a key or the owner is not there, or they belong to different organizations
 */
export function editKeys(
  parts: Parts,
  { op, keyIds, edit: sent, owner: person }: OwnMessages['own/edit-keys']['send'],
): Promise<Changed> {
  return parts.repository.change({ op, kind: 'edit-keys', tier: 'own', region: null }, async (situation) => {
    const { now } = situation;
    const draft = await situation.draft();
    const written = person && writeUser(draft, now, parts.newId, { ...person, id: null });
    const edit = written ? { ...sent, ownerId: written.id } : sent;
    const owner = typeof edit.ownerId === 'string' ? draft.get('users', edit.ownerId) : null;
    if (owner === undefined) throw new MessageError('not-found');
    const log: Log = [...(written?.log ?? [])];
    const owners = new Set<string>();
    const touched: KeyRecord[] = [];
    for (const id of new Set(keyIds)) {
      const key = draft.get('keys', id);
      const workspace = key && draft.get('workspaces', key.workspaceId);
      if (!key || !workspace || (owner && owner.organizationId !== workspace.organizationId)) {
        throw new MessageError('not-found');
      }
      const after = edited(key, edit, now);
      const [from, to] = [key, after].map((each) => believed(currentGeneration(each).ownerId)) as [
        string | null,
        string | null,
      ];
      if (to !== null) owners.add(to);
      if ((Object.keys(after) as (keyof KeyRecord)[]).every((name) => after[name] === key[name])) continue;
      draft.put('keys', after);
      touched.push(after);
      if (from !== to) log.push({ region: key.region, kind: 'owner-changed', data: { key: id, from, to } });
    }
    if (edit.ownerType !== undefined) {
      log.push(...tagOwners(draft, owners, edit.ownerType, now, await whoIsSignedIn(situation)));
    }
    const fields = Object.keys(edit).filter((name) => edit[name as keyof KeysEdit] !== undefined);
    for (const region of ['us', 'eu'] as const) {
      const keys = touched.filter((key) => key.region === region).map(({ id }) => id);
      if (keys.length > 0) log.push({ region, kind: 'edit-keys', data: { keys, fields } });
    }
    return { changes: draft.changes(), log, undoable: true, answer: (done) => done };
  });
}

/** `own/edit-workspaces`. */
export function editWorkspaces(
  parts: Parts,
  { op, workspaceIds, kind }: OwnMessages['own/edit-workspaces']['send'],
): Promise<Changed> {
  return parts.repository.change({ op, kind: 'edit-workspaces', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const log: Log = [];
    for (const id of new Set(workspaceIds)) {
      const workspace = draft.get('workspaces', id);
      if (!workspace) throw new MessageError('not-found');
      if ((believed(workspace.kind) ?? 'standard') === kind) continue;
      draft.put('workspaces', { ...workspace, kind: said(situation.now, workspace.kind, kind) });
      log.push({ region: workspace.region, kind: 'save-workspace', data: { id } });
    }
    return { changes: draft.changes(), log, undoable: true, answer: (done) => done };
  });
}
