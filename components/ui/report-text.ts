/**
 * A snapshot in words, for the formats that people read: what is not covered first, then what was found, then each key
 * with what it can do and as whom. Runs on a stored document, so that a report says what was sealed, whenever it is made.
 */
import { isFresh } from '../../lib/domain/coverage.ts';
import { eventSeverities } from '../../lib/domain/diff.ts';
import type { Acceptance } from '../../lib/domain/findings.ts';
import { nameKey } from '../../lib/domain/identity.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import {
  type Coverage,
  type Membership,
  pairKey,
  type ReadingSummary,
  type User,
  type Workspace,
} from '../../lib/domain/mapping.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import type { Policy } from '../../lib/domain/policy.ts';
import type { Report, ReportCell, ReportTable } from '../../lib/domain/report.ts';
import type { Snapshot, SnapshotFinding, SnapshotKey } from '../../lib/domain/snapshot.ts';
import type { Instant } from '../../lib/domain/words.ts';
import { agoText, dateText, listText, numberText, timeText } from './format.ts';
import { keyAge, keyName, ownerTypeText, powerSentences, workspaceText } from './impact-text.ts';
import { shownName } from './find-people.ts';
import { statusText } from './key-table.tsx';
import { severityText, ruleText } from './snapshot-text.ts';
import { plural, t, textLocale } from './text.ts';

const never: Coverage = { keys: null, members: null };

/** Names in a sentence; what is more is counted, and stands in the table below. */
const mostNames = 20;

/** A cell of plain lines. */
export function line(...lines: (string | null)[]): ReportCell {
  return { strong: null, lines: lines.filter((each) => each !== null) };
}

/** When a page was read, and whether to its end. */
export function readingText(reading: ReadingSummary | null, now: Instant): string {
  if (!reading) return t('dashboard_never_read');
  return t(reading.complete ? 'dashboard_read_whole' : 'dashboard_read_part', agoText(reading.at, now));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function grouped<K, T>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Everything that a report does not cover, as sentences. */
export function uncoveredLines(
  document: Pick<Snapshot, 'takenAt' | 'workspaces'> & { keys: readonly Pick<SnapshotKey, 'ownerId' | 'status'>[] },
  coverageOf: (workspace: Workspace) => Coverage,
  policy: Pick<Policy, 'readingDays'>,
): string[] {
  const { takenAt } = document;
  const active = document.workspaces.filter(({ status }) => status !== 'deactivated');
  const names = (fits: (coverage: Coverage) => boolean): string[] =>
    active.filter((workspace) => fits(coverageOf(workspace))).map(({ name }) => workspaceText(name));
  const old = (reading: ReadingSummary | null): boolean =>
    reading !== null && reading.complete && !isFresh(reading, takenAt, policy);
  const partly = (reading: ReadingSummary | null): boolean => reading !== null && !reading.complete;
  const lines: string[] = [];
  const say = (key: Parameters<typeof plural>[0], found: string[]): void => {
    if (found.length > 0) lines.push(plural(key, found.length, listText(found, mostNames)));
  };
  say(
    'report_keys_never_read',
    names(({ keys }) => keys === null),
  );
  say(
    'report_members_never_read',
    names(({ members }) => members === null),
  );
  say(
    'report_read_in_part',
    names(({ keys, members }) => partly(keys) || partly(members)),
  );
  say(
    'report_read_long_ago',
    names(({ keys, members }) => old(keys) || old(members)),
  );
  const unknown = document.keys.filter(({ ownerId, status }) => ownerId === null && isLiving(status)).length;
  if (unknown > 0) lines.push(plural('report_owners_unknown', unknown));
  lines.push(t('report_not_seen'), t('report_no_secrets'));
  return lines;
}

/**
 * The report of a stored snapshot; ages are as of the moment it was taken.
 *
 * @param policy the organization's as it is now: a snapshot does not carry the one of its day
 */
export function reportOf(
  document: Snapshot,
  direction: Report['direction'],
  policy: Pick<Policy, 'readingDays'>,
): Report {
  const { takenAt, region, organization } = document;
  const users = new Map(document.users.map((user) => [user.id, user]));
  const memberships = document.memberships.map((row): Membership => ({ ...row, lastAdminAt: null }));
  const membershipsByPair = new Map(memberships.map((each) => [pairKey(each.userId, each.workspaceId), each]));
  const keysByWorkspace = grouped(document.keys, ({ workspaceId }) => workspaceId);
  const findings = grouped(document.findings, ({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`);
  const coverageOf = ({ id }: Workspace): Coverage =>
    Object.hasOwn(document.coverage, id) ? document.coverage[id]! : never;
  const workspaces = [...document.workspaces].sort(
    (a, b) => compare(nameKey(a.name ?? ''), nameKey(b.name ?? '')) || compare(a.id, b.id),
  );
  const name = t('ui_organization', region.toUpperCase(), organization ?? t('ui_organization_unnamed'));

  const findingText = ({ rule, severity, accepted }: SnapshotFinding): string => {
    const text = t('report_finding', severityText(severity), ruleText(rule));
    if (accepted === null) return text;
    // A snapshot from elsewhere may hold anything here.
    const { until, reason } = accepted as Partial<Record<keyof Acceptance, unknown>>;
    return typeof until === 'string' && typeof reason === 'string'
      ? t('report_finding_accepted_until', text, dateText(until), reason)
      : t('report_finding_accepted', text);
  };
  const findingsOf = (kind: string, id: string | null): string[] =>
    id === null ? [] : (findings.get(`${kind} ${id}`) ?? []).map(findingText);

  const ownerCell = (owner: User | undefined, { verifiedOn }: SnapshotKey): ReportCell => {
    if (!owner) return line(t('ui_owner_unknown'));
    const shown = shownName(owner) ?? t('ui_person_unnamed');
    return {
      strong: shown,
      lines: [
        owner.email === shown ? '' : (owner.email ?? ''),
        ownerTypeText(ownerTypeOf(owner)),
        verifiedOn === null ? '' : t('report_owner_confirmed', dateText(verifiedOn)),
      ],
    };
  };
  const keyRow = (workspace: Workspace, key: SnapshotKey): ReportCell[] => {
    const owner = key.ownerId === null ? undefined : users.get(key.ownerId);
    const power = powerSentences({
      key,
      owner: owner ?? null,
      membership: owner && membershipsByPair.get(pairKey(owner.id, workspace.id)),
    });
    return [
      { strong: keyName(key), lines: [key.hint === null ? '' : t('report_ends', key.hint), power] },
      ownerCell(owner, key),
      line(keyAge(key, takenAt)),
      line(key.usedBy.length > 0 ? listText(key.usedBy) : t('report_nothing_noted')),
      { strong: statusText(key.status), lines: [...findingsOf('key', key.id), ...findingsOf('user', key.ownerId)] },
    ];
  };

  function* tables(): Generator<ReportTable> {
    if (document.findings.length > 0) {
      const bySeverity = grouped(document.findings, ({ severity }) => severity);
      const order = [...eventSeverities, ...bySeverity.keys()].filter((each, at, all) => all.indexOf(each) === at);
      yield {
        heading: t('report_summary'),
        about: [],
        columns: [t('report_severity'), t('report_findings'), t('report_accepted')],
        rows: order.flatMap((severity) => {
          const found = bySeverity.get(severity) ?? [];
          if (found.length === 0) return [];
          const accepted = found.filter((each) => each.accepted !== null).length;
          return [[line(severityText(severity)), line(numberText(found.length)), line(numberText(accepted))]];
        }),
      };
    }
    for (const workspace of workspaces) {
      const keys = keysByWorkspace.get(workspace.id);
      if (!keys) continue;
      const { keys: read } = coverageOf(workspace);
      keys.sort((a, b) => compare(a.type, b.type) || compare(a.label, b.label) || compare(a.id, b.id));
      yield {
        heading: t('report_workspace', workspaceText(workspace.name)),
        about: [
          t('report_key_page', readingText(read, takenAt)),
          ...(workspace.status === 'deactivated' ? [t('event_workspace_deactivated')] : []),
          ...findingsOf('workspace', workspace.id),
        ],
        columns: [
          t('ui_column_key'),
          t('ui_column_owner'),
          t('report_age'),
          t('report_used_by'),
          t('report_status_and_findings'),
        ],
        rows: rowsOf(keys, (key) => keyRow(workspace, key)),
      };
    }
    if (workspaces.length > 0) {
      yield {
        heading: t('report_coverage'),
        about: [],
        columns: [
          t('ui_column_workspace'),
          t('dashboard_column_keys'),
          t('dashboard_column_key_page'),
          t('dashboard_column_member_list'),
        ],
        rows: rowsOf(workspaces, (workspace) => {
          const { keys, members } = coverageOf(workspace);
          return [
            line(workspaceText(workspace.name)),
            line(numberText(keysByWorkspace.get(workspace.id)?.length ?? 0)),
            line(readingText(keys, takenAt)),
            line(readingText(members, takenAt)),
          ];
        }),
      };
    }
  }

  const facts = [
    { name: t('report_taken'), value: t('report_time_utc', timeText(takenAt), takenAt) },
    ...(document.label === null ? [] : [{ name: t('snapshots_column_label'), value: document.label }]),
    {
      name: t('report_holds'),
      value: listText([
        plural('ui_count_keys', document.keys.length),
        plural('dashboard_count_workspaces', document.workspaces.length),
        plural('dashboard_count_people', document.users.length),
      ]),
    },
    { name: t('report_digest'), value: document.digest },
    ...(document.previous === null ? [] : [{ name: t('report_previous'), value: document.previous }]),
  ];
  return {
    language: textLocale(),
    direction,
    title: t('report_title', name, dateText(takenAt)),
    facts,
    uncovered: { heading: t('report_not_covered'), lines: uncoveredLines(document, coverageOf, policy) },
    tables: tables(),
    footer: [t('report_footer'), t('report_check')],
  };
}

function* rowsOf<T>(things: readonly T[], rowOf: (thing: T) => ReportCell[]): Generator<ReportCell[]> {
  for (const thing of things) yield rowOf(thing);
}

/** What is said in the place of a text that looks like a key. */
export function leftOutText(): string {
  return t('report_left_out');
}
