/** Recording what a page said: which organization, which workspace, then facts; or kept aside until somebody says. */
import { chooseWorkspace } from '../domain/choose-workspace.ts';
import type { Draft } from '../domain/draft.ts';
import { believed, valueText } from '../domain/facts.ts';
import { nameKey } from '../domain/identity.ts';
import type { Observation } from '../domain/observation.ts';
import {
  recordNewWorkspace,
  recordObservation as recordFacts,
  type RecordingContext,
  recordSignedIn,
} from '../domain/record-observation.ts';
import type { OrganizationRecord } from '../domain/records.ts';
import type { Instant, Region } from '../domain/words.ts';
import type { PageSender } from '../messages/door.ts';
import { MessageError, type OwnMessages, type PageMessages } from '../messages/protocol.ts';
import type { Situation } from '../storage/repository.ts';
import type { ReadingRow } from '../storage/rows.ts';
import { nameOrganization, organizationOf } from './choose-organization.ts';
import type { Parts } from './parts.ts';
import { placeKey } from './show-guard.ts';

/** What earlier readings of a region left behind, beside facts. */
export interface Memory {
  /** Sets of candidates that pages showed, by organization: what stays the same in them is the organization. */
  candidates: Record<string, string[][]>;
  /** Who was last seen signed in, by organization: our user id. */
  signedIn: Record<string, string>;
}

const maxCandidateSets = 40;
const maxReadings = 60;
/** A reading that is kept aside is renewed no more often than this. */
const renewMs = 60_000;

/** The key of a region's memory in the store. */
export function memoryKey(region: Region): string {
  return `memory:${region}`;
}

/** The memory of a region; empty where there is none or it cannot be understood. */
export function memoryOf(stored: unknown): Memory {
  const value = stored as Partial<Memory> | undefined;
  return { candidates: { ...value?.candidates }, signedIn: { ...value?.signedIn } };
}

/** Tells who was last seen signed in to PandaDoc, in the organization of a record; `null` where nobody was. */
export async function whoIsSignedIn(
  situation: Pick<Situation, 'meta'>,
): Promise<(record: { region: Region; organizationId: string }) => string | null> {
  const us = memoryOf(await situation.meta(memoryKey('us')));
  const eu = memoryOf(await situation.meta(memoryKey('eu')));
  return ({ region, organizationId }) => (region === 'us' ? us : eu).signedIn[organizationId] ?? null;
}

function remember(memory: Memory, organizationId: string, candidates: readonly string[]): void {
  if (candidates.length === 0) return;
  const set = [...candidates].sort();
  const sets = memory.candidates[organizationId] ?? [];
  if (sets.some((known) => valueText(known) === valueText(set))) return;
  memory.candidates[organizationId] = [...sets, set].slice(-maxCandidateSets);
}

/** Lists over all of an organization, and lists whose rows each name their workspace, need no workspace of their own. */
function needsWorkspace(observation: Observation): boolean {
  if (observation.kind === 'workspaces') return false;
  if (observation.kind === 'members') return observation.scope === 'workspace';
  if (observation.kind === 'keys' && observation.keys.length > 0) {
    return observation.keys.some((key) => key.workspace === null);
  }
  return true;
}

interface Filing {
  outcome: 'filed' | 'asked' | 'not-filed';
  workspaceId: string | null;
  organization: OrganizationRecord;
}

/** Files one reading into a draft; writes no facts where the workspace is not sure. */
function fileReading(
  draft: Draft,
  observation: Observation,
  organization: OrganizationRecord,
  memory: Memory,
  moment: { now: Instant; readAt: Instant },
  newId: () => string,
): Filing {
  const context: RecordingContext = {
    draft,
    region: organization.region,
    organizationId: organization.id,
    adapter: observation.adapter,
    now: moment.now,
    readAt: moment.readAt,
    newId,
  };
  const signedIn = recordSignedIn(context, observation);
  if (signedIn !== null) memory.signedIn[organization.id] = signedIn;
  const whoIsSignedIn = signedIn ?? memory.signedIn[organization.id] ?? null;
  if (!needsWorkspace(observation)) {
    recordFacts(context, observation, null, whoIsSignedIn);
    return { outcome: 'filed', workspaceId: null, organization };
  }
  const choice = chooseWorkspace(observation.workspace, {
    workspaces: [...draft.all('workspaces')]
      .filter((workspace) => workspace.organizationId === organization.id)
      .map((workspace) => ({
        id: workspace.id,
        name: believed(workspace.name),
        pandadocId: believed(workspace.pandadocId),
      })),
    organizationName: believed(organization.name),
    earlierCandidates: memory.candidates[organization.id] ?? [],
  });
  if (observation.workspace.name === null) remember(memory, organization.id, observation.workspace.candidates);
  const named =
    choice.organizationName === null
      ? organization
      : nameOrganization(draft, organization, choice.organizationName, 'inferred', moment.now, observation.adapter);
  const { workspace } = choice;
  if (workspace.kind === 'ask' || workspace.kind === 'none') {
    return { outcome: workspace.kind === 'ask' ? 'asked' : 'not-filed', workspaceId: null, organization: named };
  }
  const workspaceId =
    workspace.kind === 'known'
      ? workspace.id
      : recordNewWorkspace(context, workspace.name, observation.workspace.pandadocId);
  recordFacts(context, observation, workspaceId, whoIsSignedIn);
  return { outcome: 'filed', workspaceId, organization: named };
}

/** Files every waiting reading that what is known by now decides; gives the ids of those that need not wait longer. */
function fileWaiting(
  draft: Draft,
  waiting: readonly ReadingRow[],
  memory: Memory,
  now: Instant,
  newId: () => string,
): string[] {
  const filed: string[] = [];
  for (let progress = true; progress;) {
    progress = false;
    for (const row of [...waiting].sort((a, b) => (a.at < b.at ? -1 : 1))) {
      const organization = draft.get('organizations', row.organizationId);
      if (filed.includes(row.id) || !organization) continue;
      const { outcome } = fileReading(draft, row.observation, organization, memory, { now, readAt: row.at }, newId);
      if (outcome !== 'filed') continue;
      filed.push(row.id);
      progress = true;
    }
  }
  return filed;
}

function aboutOf(observation: Observation): string {
  const names = [...new Set(observation.workspace.candidates.map(nameKey))].sort();
  return [observation.kind, observation.adapter, ...names].join('\n');
}

function changedMeta(region: Region, before: unknown, memory: Memory): Record<string, unknown> {
  return valueText(memoryOf(before)) === valueText(memory) ? {} : { [memoryKey(region)]: memory };
}

/** `page/observe`. */
export async function recordObservation(
  parts: Parts,
  { op, observation }: PageMessages['page/observe']['send'],
  { region, tabId }: PageSender,
): Promise<PageMessages['page/observe']['get']> {
  const tabKey = `organization:${tabId}`;
  const last = (await parts.session.get(tabKey))[tabKey];
  let organizationId: string | null = null;
  const answer = await parts.repository.change<PageMessages['page/observe']['get']>(
    { op, kind: 'observe', tier: 'page', region },
    async (situation) => {
      const { now } = situation;
      const clock = parts.clock();
      // A page's clock is not believed beyond ours.
      const readAt = observation.at < clock ? observation.at : clock;
      const draft = await situation.draft();
      const stored = await situation.meta(memoryKey(region));
      const memory = memoryOf(stored);
      const organization = organizationOf(
        draft,
        region,
        observation,
        typeof last === 'string' ? last : null,
        now,
        parts.newId,
      );
      organizationId = organization.id;
      const filing = fileReading(draft, observation, organization, memory, { now, readAt }, parts.newId);
      const waiting = (await situation.readings()).filter((row) => row.region === region);
      const readings = { put: [] as ReadingRow[], delete: [] as string[] };
      if (filing.outcome === 'filed') {
        readings.delete = fileWaiting(draft, waiting, memory, now, parts.newId);
      } else {
        const about = aboutOf(observation);
        const former = waiting.find((row) => row.about === about && row.organizationId === organization.id);
        const renewed = former && Date.parse(readAt) - Date.parse(former.at) < renewMs;
        if (!renewed || valueText({ ...former.observation, at: '' }) !== valueText({ ...observation, at: '' })) {
          readings.put.push({
            id: former?.id ?? parts.newId(),
            region,
            organizationId: organization.id,
            at: readAt,
            about,
            observation,
          });
          const surplus = waiting.length + (former ? 0 : 1) - maxReadings;
          if (surplus > 0) {
            const oldest = waiting.filter((row) => row !== former).sort((a, b) => (a.at < b.at ? -1 : 1));
            readings.delete.push(...oldest.slice(0, surplus).map((row) => row.id));
          }
        }
        // The conclusion drawn from this reading may decide those that wait.
        if (filing.organization !== organization) {
          readings.delete.push(...fileWaiting(draft, waiting, memory, now, parts.newId));
        }
      }
      const changes = draft.changes();
      const outcome = filing.outcome === 'filed' && changes.length === 0 ? 'unchanged' : filing.outcome;
      return {
        changes,
        readings,
        meta: changedMeta(region, stored, memory),
        answer: ({ revision }) => ({ outcome, workspaceId: filing.workspaceId, revision }),
      };
    },
  );
  if (organizationId !== null) {
    const place = { organizationId, workspaceId: answer.workspaceId };
    await parts.session.set({ [tabKey]: organizationId, [placeKey(tabId)]: place });
  }
  return answer;
}

/** `own/file-reading`: somebody said which workspace a waiting reading belongs to, or that it is to be thrown away. */
export async function fileReadingUnder(
  parts: Parts,
  { op, readingId, workspaceId: target }: OwnMessages['own/file-reading']['send'],
): Promise<OwnMessages['own/file-reading']['get']> {
  return parts.repository.change(
    { op, kind: 'file-reading', tier: 'own', region: null },
    async (situation: Situation) => {
      const { now } = situation;
      const all = await situation.readings();
      const row = all.find((reading) => reading.id === readingId);
      if (!row) throw new MessageError('not-found');
      const { region } = row;
      if (target === null) {
        return {
          readings: { put: [], delete: [readingId] },
          touches: [region],
          log: [{ region, kind: 'reading-dropped', data: {} }],
          answer: (done) => done,
        };
      }
      const draft = await situation.draft();
      const stored = await situation.meta(memoryKey(region));
      const memory = memoryOf(stored);
      const organization = draft.get('organizations', row.organizationId);
      if (!organization) throw new MessageError('not-found');
      const context: RecordingContext = {
        draft,
        region,
        organizationId: organization.id,
        adapter: row.observation.adapter,
        now,
        readAt: row.at,
        newId: parts.newId,
      };
      const workspace = typeof target === 'string' ? draft.get('workspaces', target) : undefined;
      if (typeof target === 'string' && workspace?.organizationId !== organization.id)
        throw new MessageError('not-found');
      const workspaceId =
        workspace?.id ??
        recordNewWorkspace(context, (target as { name: string }).name, row.observation.workspace.pandadocId);
      recordFacts(context, row.observation, workspaceId, memory.signedIn[organization.id] ?? null);
      // The admin's answer tells the two names apart: the other one is the organization.
      const candidates = row.observation.workspace.candidates;
      const chosen = nameKey(believed(draft.get('workspaces', workspaceId)!.name) ?? '');
      const others = candidates.filter((name) => nameKey(name) !== chosen);
      if (others.length === 1 && candidates.length === 2 && believed(organization.name) === null) {
        nameOrganization(draft, organization, others[0]!, 'inferred', now, row.observation.adapter);
      }
      const waiting = all.filter((reading) => reading.region === region && reading.id !== readingId);
      const filed = fileWaiting(draft, waiting, memory, now, parts.newId);
      return {
        changes: draft.changes(),
        readings: { put: [], delete: [readingId, ...filed] },
        meta: changedMeta(region, stored, memory),
        touches: [region],
        log: [{ region, kind: 'reading-filed', data: { workspace: workspaceId } }],
        undoable: true,
        answer: (done) => done,
      };
    },
  );
}
