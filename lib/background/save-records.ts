/**
 * Entering and correcting by hand. What a person types is a fact of its own (`entered`), and only where it differs from
 * what is believed: saving an unchanged form says nothing. Whoever edits what somebody else changed meanwhile is told.
 */
import type { Draft } from '../domain/draft.ts';
import { believed, type Field, latest } from '../domain/facts.ts';
import { emailKey } from '../domain/identity.ts';
import { newKey, newMembership, newUser, newWorkspace } from '../domain/new-records.ts';
import { membershipKey, type OrganizationRecord } from '../domain/records.ts';
import { currentGeneration, resolveKey, resolveUser } from '../domain/resolve-mapping.ts';
import { ownerTypeOf } from '../domain/owner-type.ts';
import { isAdminRole } from '../domain/roles.ts';
import { applyToKeys, type Happening, membershipHappenings, userHappenings } from '../domain/key-consequences.ts';
import { nextGeneration } from '../domain/record-observation.ts';
import { adopted, type Resolution } from '../domain/say.ts';
import type { Instant, MembershipStatus, Region } from '../domain/words.ts';
import {
  type Changed,
  MessageError,
  type OwnMessages,
  type RoleInput,
  type UserInput,
  type WorkspaceInput,
} from '../messages/protocol.ts';
import { ensureOrganization } from './choose-organization.ts';
import type { Plan } from '../storage/repository.ts';
import type { Parts } from './parts.ts';

type Saved = Changed & { id: string };
type Log = NonNullable<Plan<Saved>['log']>;

/** The record that was written, and what the log says beside the change itself. */
interface Written {
  id: string;
  region: Region;
  log?: Log;
}

function said<T>(now: Instant, field: Field<T>, value: T | null, resolution: Resolution = 'rank'): Field<T> {
  return adopted(field, { value, source: 'entered', at: now, adapter: null }, resolution);
}

/** What is said of a state; `otherwise` is what holds where nobody has said one. */
function saidState<T>(now: Instant, field: Field<T>, value: T, otherwise: T): Field<T> {
  return latest(field) === null && value === otherwise ? field : said(now, field, value, 'time');
}

/** A text as it is kept: trimmed, and not known where nothing is left. */
function tidy(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** @throws MessageError `not-found`, or `changed-meanwhile` when the editor showed an older revision */
function forEditing<T extends { revision: number }>(record: T | undefined, revision: number | null): T {
  if (!record) throw new MessageError('not-found');
  if (revision !== null && revision !== record.revision) throw new MessageError('changed-meanwhile');
  return record;
}

function organizationFor(draft: Draft, region: Region, id: string | null, newId: () => string): OrganizationRecord {
  if (id === null || id === '') return ensureOrganization(draft, region, newId);
  const organization = draft.get('organizations', id);
  if (organization?.region !== region) throw new MessageError('not-found');
  return organization;
}

function save(parts: Parts, op: string, kind: string, write: (draft: Draft, now: Instant) => Written): Promise<Saved> {
  return parts.repository.change({ op, kind, tier: 'own', region: null }, async ({ draft: makeDraft, now }) => {
    const draft = await makeDraft();
    const { id, region, log = [] } = write(draft, now);
    const changes = draft.changes();
    return {
      changes,
      ...(changes.length > 0 && { log: [{ region, kind, data: { id } }, ...log] }),
      undoable: true,
      answer: (done) => ({ ...done, id }),
    };
  });
}

/** Puts a record only where a field of it is another than before, or where it is new. */
function putIfChanged<T extends object>(before: T | null, after: T, put: (record: T) => void): void {
  if (before === null || (Object.keys(after) as (keyof T)[]).some((name) => before[name] !== after[name])) put(after);
}

/** `own/save-organization`: naming the unnamed one is a rename. */
export async function saveOrganization(
  parts: Parts,
  { op, id, revision, name }: OwnMessages['own/save-organization']['send'],
): Promise<Changed> {
  const { undo, revision: after } = await save(parts, op, 'save-organization', (draft, now) => {
    const known = forEditing(draft.get('organizations', id), revision);
    putIfChanged(known, { ...known, name: said(now, known.name, tidy(name)) }, (record) =>
      draft.put('organizations', record),
    );
    return { id, region: known.region };
  });
  return { undo, revision: after };
}

function writeWorkspace(draft: Draft, now: Instant, newId: () => string, input: WorkspaceInput): Written {
  const name = tidy(input.name);
  if (name === null) throw new MessageError('rejected', ['name']);
  const known = input.id === null ? null : forEditing(draft.get('workspaces', input.id), input.revision);
  const workspace =
    known ?? newWorkspace(newId(), input.region, organizationFor(draft, input.region, input.organizationId, newId).id);
  const after = {
    ...workspace,
    name: said(now, workspace.name, name),
    pandadocId: said(now, workspace.pandadocId, tidy(input.pandadocId)),
    kind:
      (believed(workspace.kind) ?? 'standard') === input.kind ? workspace.kind : said(now, workspace.kind, input.kind),
    status: saidState(now, workspace.status, input.status, 'active'),
  };
  putIfChanged(known, after, (record) => draft.put('workspaces', record));
  return { id: workspace.id, region: workspace.region };
}

/** `own/save-workspace`. */
export function saveWorkspace(parts: Parts, { op, input }: OwnMessages['own/save-workspace']['send']): Promise<Saved> {
  return save(parts, op, 'save-workspace', (draft, now) => writeWorkspace(draft, now, parts.newId, input));
}

/**
 * A person as the form says, with the roles that are named.
 *
 * @throws MessageError `rejected` where nothing tells who it is or somebody else has the address, `not-found`,
 *   `changed-meanwhile`
 */
export function writeUser(draft: Draft, now: Instant, newId: () => string, input: UserInput): Written {
  const known = input.id === null ? null : forEditing(draft.get('users', input.id), input.revision);
  const user =
    known ?? newUser(newId(), input.region, organizationFor(draft, input.region, input.organizationId, newId).id);
  const [name, email, pandadocId] = [tidy(input.name), tidy(input.email), tidy(input.pandadocId)];
  if (name === null && email === null && pandadocId === null) throw new MessageError('rejected', ['nobody']);
  if (email !== null && pandadocId === null) {
    // Two users with one address could never be told apart again (surface.md, "Identity").
    for (const other of draft.all('users')) {
      if (other.id === user.id || other.organizationId !== user.organizationId) continue;
      const theirs = believed(other.email);
      if (theirs !== null && emailKey(theirs) === emailKey(email)) throw new MessageError('rejected', ['email-taken']);
    }
  }
  const after = {
    ...user,
    name: said(now, user.name, name),
    email: said(now, user.email, email),
    pandadocId: said(now, user.pandadocId, pandadocId),
    kind: said(now, user.kind, input.kind),
    orgAdmin: said(now, user.orgAdmin, input.orgAdmin),
    license: said(now, user.license, tidy(input.license)),
    status: saidState(now, user.status, input.status, 'active'),
  };
  putIfChanged(known, after, (record) => draft.put('users', record));
  const happenings = userHappenings(known, after);
  for (const [workspaceId, place] of Object.entries(input.roles)) {
    if (draft.get('workspaces', workspaceId)?.organizationId !== user.organizationId) {
      throw new MessageError('not-found');
    }
    happenings.push(...savePlace(draft, now, user.region, user.id, workspaceId, place));
  }
  applyToKeys(draft, happenings, (status) => ({ value: status, source: 'entered', at: now, adapter: null }));
  const [from, to] = [ownerTypeOf(resolveUser(user)), ownerTypeOf(resolveUser(after))];
  const { id, region } = user;
  return {
    id,
    region,
    ...(from !== to && { log: [{ region, kind: 'owner-type-changed', data: { user: id, from, to } }] }),
  };
}

/** `own/save-user`, with the roles that are named. */
export function saveUser(parts: Parts, { op, input }: OwnMessages['own/save-user']['send']): Promise<Saved> {
  return save(parts, op, 'save-user', (draft, now) => writeUser(draft, now, parts.newId, input));
}

function savePlace(
  draft: Draft,
  now: Instant,
  region: Region,
  userId: string,
  workspaceId: string,
  place: RoleInput | null,
): Happening[] {
  const known = draft.get('memberships', membershipKey(userId, workspaceId)) ?? null;
  if (!known && place === null) return [];
  const membership = known ?? newMembership(region, userId, workspaceId);
  const status: MembershipStatus = place === null ? 'removed' : 'active';
  const role = place?.role === undefined ? believed(membership.role) : tidy(place.role);
  const { role: saidRole, membershipId } = place ?? {};
  const after = {
    ...membership,
    role: saidRole === undefined ? membership.role : said(now, membership.role, role),
    membershipId:
      membershipId === undefined ? membership.membershipId : said(now, membership.membershipId, tidy(membershipId)),
    status: said(now, membership.status, status, 'time'),
    lastAdminAt: place !== null && isAdminRole(role) ? (membership.lastAdminAt ?? now) : membership.lastAdminAt,
  };
  putIfChanged(known, after, (record) => draft.put('memberships', record));
  // Said by a person, a removal is one; read from lists it is only a finding.
  const removed = known !== null && status === 'removed' && latest(known.status)?.value !== 'removed';
  return [
    ...membershipHappenings(known, after),
    ...(removed ? [{ userId, workspaceId, event: 'owner-removed' as const }] : []),
  ];
}

/** `own/save-key`: the key and its current generation, with a workspace and an owner that are new with it. */
export function saveKey(
  parts: Parts,
  { op, input: sent, workspace: place, owner: person }: OwnMessages['own/save-key']['send'],
): Promise<Saved> {
  return save(parts, op, 'save-key', (draft, now) => {
    const written = [
      place && writeWorkspace(draft, now, parts.newId, { ...place, id: null }),
      person && writeUser(draft, now, parts.newId, { ...person, id: null }),
    ] as const;
    const input = {
      ...sent,
      workspaceId: written[0]?.id ?? sent.workspaceId,
      ownerId: written[1]?.id ?? sent.ownerId,
    };
    const workspace = draft.get('workspaces', input.workspaceId);
    if (!workspace) throw new MessageError('not-found');
    const known = input.id === null ? null : forEditing(draft.get('keys', input.id), input.revision);
    const former = known && draft.get('workspaces', known.workspaceId);
    if (former && former.organizationId !== workspace.organizationId) throw new MessageError('not-found');
    const owner = input.ownerId === null ? null : draft.get('users', input.ownerId);
    if (owner === undefined || (owner && owner.organizationId !== workspace.organizationId)) {
      throw new MessageError('not-found');
    }
    const key = known ?? newKey(parts.newId(), workspace.region, input.workspaceId, input.type);
    const begun =
      known && input.newSecret
        ? nextGeneration(known, { value: 'replaced', source: 'entered', at: now, adapter: null }, {})
        : key;
    const generation = currentGeneration(begun);
    const label = tidy(input.label);
    const usedBy = input.usedBy.map((part) => part.trim()).filter((part) => part !== '');
    const saidOfIt = {
      ...generation,
      hint: said(now, generation.hint, tidy(input.hint)),
      ownerId: said(now, generation.ownerId, input.ownerId),
      createdOn: said(now, generation.createdOn, input.createdOn),
      rotatedOn: said(now, generation.rotatedOn, input.rotatedOn),
      verifiedOn: said(now, generation.verifiedOn, input.verifiedOn),
      status: said(now, generation.status, input.status, 'time'),
    };
    const sameGeneration = (Object.keys(generation) as (keyof typeof generation)[]).every(
      (name) => generation[name] === saidOfIt[name],
    );
    const after = {
      ...key,
      workspaceId: input.workspaceId,
      type: input.type,
      // A form shows the default label where nobody gave one: sent back, it is still nobody's.
      label: label === resolveKey(key).label ? key.label : said(now, key.label, label),
      usedBy: usedBy.length === 0 && believed(key.usedBy) === null ? key.usedBy : said(now, key.usedBy, usedBy),
      demand:
        Object.keys(input.demand).length === 0 && believed(key.demand) === null
          ? key.demand
          : said(now, key.demand, input.demand),
      notes: said(now, key.notes, tidy(input.notes)),
      rotationDays: said(now, key.rotationDays, input.rotationDays),
      generations: sameGeneration ? begun.generations : [...begun.generations.slice(0, -1), saidOfIt],
    };
    putIfChanged(known, after, (record) => draft.put('keys', record));
    const { id, region } = key;
    const [from, to] = [believed(currentGeneration(key).ownerId), believed(saidOfIt.ownerId)];
    return {
      id,
      region,
      log: [
        ...written.flatMap((each) => each?.log ?? []),
        ...(from !== to ? [{ region, kind: 'owner-changed', data: { key: id, from, to } }] : []),
      ],
    };
  });
}
