/** Bringing a mapping in from a file: first what it would do, then all of it in one transaction. */
import { Draft } from '../domain/draft.ts';
import type { FileConflict } from '../domain/merge.ts';
import { anyHoldsRun, typedRun } from '../domain/secrets.ts';
import type { Instant, Region } from '../domain/words.ts';
import { readSnapshot, shownRejections } from '../imports/json.ts';
import { planCsvImport } from '../imports/plan-csv-import.ts';
import { planImport } from '../imports/plan-import.ts';
import { planMerge } from '../imports/plan-merge.ts';
import {
  type Changed,
  type ImportPreview,
  type ImportSource,
  MessageError,
  type OwnMessages,
  type Rejection,
} from '../messages/protocol.ts';
import type { Parts } from './parts.ts';

/** More rejections help nobody. */
const mostRejections = 100;

interface Planned {
  plan: NonNullable<ImportPreview['plan']>;
  rejections: Rejection[];
  conflicts?: FileConflict[] | undefined;
  /** `null` where a table speaks of both regions. */
  region: Region | null;
}

/** What a file does to a draft; `plan` is `null` where it cannot be taken at all. */
type Source =
  | { plan: null; rejections: Rejection[] }
  | { plan: (draft: Draft, now: Instant) => Planned; data: { format: 'json'; digest: string } | { format: 'csv' } };

async function sourceOf(parts: Parts, source: ImportSource): Promise<Source> {
  if ('text' in source) {
    const { snapshot, rejections: earlier } = await readSnapshot(source.text);
    if (snapshot === null) return { plan: null, rejections: shownRejections(earlier) };
    return {
      plan(draft, now) {
        const planned =
          source.merge === undefined
            ? { ...planImport(draft, snapshot, earlier, now, parts.newId), conflicts: undefined }
            : planMerge(draft, snapshot, earlier, source.merge, now, parts.newId);
        const { rejections, organizationId: _, conflicts, ...plan } = planned;
        return { plan, rejections: shownRejections(rejections), region: plan.region, conflicts };
      },
      data: { format: 'json', digest: snapshot.document.digest },
    };
  }
  // The page's reader rejected what looks like a key; what comes by message is held to it once more.
  const looksLikeKey = source.rows.filter((row) => anyHoldsRun(row, typedRun));
  const earlier = [
    ...source.rejections,
    ...looksLikeKey.map(({ row }) => ({
      where: String(row),
      column: null,
      message: 'looks-like-a-key' as const,
      details: [],
    })),
  ];
  const refused = new Set(looksLikeKey);
  const csv = { rows: source.rows.filter((row) => !refused.has(row)), needsRegion: false, notes: [] };
  return {
    plan(draft, now) {
      const planned = planCsvImport(draft, csv, source.region, earlier, now, parts.newId);
      const { rejections, organizationId: _, organizations, ...plan } = planned;
      const both = new Set(organizations.map(({ region }) => region)).size > 1;
      return { plan, rejections: rejections.slice(0, mostRejections), region: both ? null : plan.region };
    },
    data: { format: 'csv' },
  };
}

/** `own/preview-import`: nothing is written. */
export async function previewImport(
  parts: Parts,
  body: OwnMessages['own/preview-import']['send'],
): Promise<ImportPreview> {
  const source = await sourceOf(parts, body);
  if (source.plan === null) return source;
  const { records } = await parts.repository.records();
  const { plan, rejections, conflicts } = source.plan(new Draft(records), parts.clock());
  return { plan, rejections, ...(conflicts && { conflicts }) };
}

/**
 * `own/apply-import`.
 *
 * @throws MessageError `rejected` when the file cannot be read, or holds rejected rows that are not to be left out
 */
export async function applyImport(
  parts: Parts,
  body: OwnMessages['own/apply-import']['send'],
): Promise<Changed & { keys: number }> {
  const source = await sourceOf(parts, body);
  if (source.plan === null) throw new MessageError('rejected', [source.rejections[0]?.message ?? '']);
  const { plan: planned, data } = source;
  return parts.repository.change({ op: body.op, kind: 'import', tier: 'own', region: null }, async (situation) => {
    const draft = await situation.draft();
    const { plan, region, conflicts } = planned(draft, situation.now);
    const { added, changed, unchanged, rejected } = plan;
    if (rejected > 0 && !body.leaveOutRejected) throw new MessageError('rejected', [String(rejected)]);
    return {
      changes: draft.changes(),
      log: [
        {
          region,
          kind: 'import',
          data: { ...data, added, changed, unchanged, rejected, ...(conflicts && { conflicts: conflicts.length }) },
        },
      ],
      undoable: true,
      answer: (done) => ({ ...done, keys: added + changed + unchanged }),
    };
  });
}
