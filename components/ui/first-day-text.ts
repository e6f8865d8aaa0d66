/**
 * The report for whoever has just taken over, in words: how far the knowledge reaches in its first line, then on whom most
 * hangs, what was found, what to open and what to ask next. Made of what is known now; nothing is stored for it.
 */
import { coverageOf } from '../../lib/domain/coverage.ts';
import { isLiving } from '../../lib/domain/key-states.ts';
import type { User } from '../../lib/domain/mapping.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import type { Report, ReportCell, ReportTable } from '../../lib/domain/report.ts';
import type { Instant } from '../../lib/domain/words.ts';
import { type KeyRow, type OrganizationView, workspacesInUse } from './estate.ts';
import type { FindingRow } from './finding-rows.ts';
import { bySeverity } from './finding-rows.ts';
import { findingSeverityText, ruleAdvice, ruleTitle } from './finding-text.ts';
import { shownName } from './find-people.ts';
import { dateText, listText, numberText, timeText } from './format.ts';
import { keyAge, keyName, ownerTypeText, workspaceText } from './impact-text.ts';
import { line, readingText, uncoveredLines } from './report-text.ts';
import { plural, t, textLocale } from './text.ts';

interface Hanging {
  user: User | null;
  production: number;
  sandbox: number;
  workspaces: Set<string>;
  usedBy: Set<string>;
}

/** In one cell; what is more is counted. */
const mostNames = 12;

function hangingOn(living: readonly KeyRow[]): Hanging[] {
  const owners = new Map<string | null, Hanging>();
  for (const { key, owner, workspace } of living) {
    const id = owner?.id ?? null;
    let hanging = owners.get(id);
    if (!hanging) {
      hanging = { user: owner, production: 0, sandbox: 0, workspaces: new Set(), usedBy: new Set() };
      owners.set(id, hanging);
    }
    hanging[key.type] += 1;
    hanging.workspaces.add(workspaceText(workspace.name));
    for (const use of key.usedBy) hanging.usedBy.add(use);
  }
  return [...owners.values()].sort(
    (a, b) =>
      // Whom nobody knows cannot be asked: last, whatever hangs on them.
      Number(a.user === null) - Number(b.user === null) ||
      b.production - a.production ||
      b.sandbox - a.sandbox ||
      (a.user!.id < b.user!.id ? -1 : 1),
  );
}

/** How far the knowledge of an organization reaches, in one sentence. */
export function coverageSentence(organization: OrganizationView, rows: readonly KeyRow[], now: Instant): string {
  const { region, name } = organization;
  const { active, unread } = workspacesInUse(organization, now);
  const living = rows.filter(({ key }) => isLiving(key.status));
  return t(
    'first_day_title',
    t('ui_organization', region.toUpperCase(), name ?? t('ui_organization_unnamed')),
    dateText(now),
    t('sweep_read', numberText(active.length - unread.length), numberText(active.length)),
    plural('first_day_owners', living.length, numberText(living.filter(({ owner }) => owner !== null).length)),
  );
}

/** The report of one organization as it is known now; `rows` and `findings` are that organization's. */
export function firstDayReport(
  organization: OrganizationView,
  rows: readonly KeyRow[],
  findings: readonly FindingRow[],
  now: Instant,
  direction: Report['direction'],
): Report {
  const { mapping, policy } = organization;
  const living = rows.filter(({ key }) => isLiving(key.status));
  const open = findings.filter(({ finding }) => finding.accepted === null);
  const { unread } = workspacesInUse(organization, now);
  const whoCell = (user: User | null): ReportCell =>
    user === null
      ? line(t('ui_owner_unknown'))
      : {
          strong: shownName(user) ?? t('ui_person_unnamed'),
          lines: [user.name === null ? '' : (user.email ?? ''), ownerTypeText(ownerTypeOf(user))],
        };

  function* tables(): Generator<ReportTable> {
    if (living.length > 0) {
      yield {
        heading: t('first_day_hanging'),
        about: [t('first_day_hanging_why')],
        columns: [t('ui_column_owner'), t('first_day_keys'), t('dashboard_workspaces'), t('report_used_by')],
        rows: hangingOn(living).map(({ user, production, sandbox, workspaces, usedBy }) => [
          whoCell(user),
          line(
            production > 0 ? plural('map_production', production) : null,
            sandbox > 0 ? plural('map_sandbox', sandbox) : null,
          ),
          line(listText([...workspaces], mostNames)),
          line(usedBy.size === 0 ? t('report_nothing_noted') : listText([...usedBy], mostNames)),
        ]),
      };
    }
    if (open.length > 0) {
      yield {
        heading: t('dashboard_findings'),
        about: [],
        columns: [t('report_severity'), t('report_findings'), t('first_day_count'), t('first_day_advice')],
        longest: 'last',
        rows: bySeverity(open).flatMap(({ severity, rows: found }) => {
          const rules = new Map<string, number>();
          for (const { finding } of found) rules.set(finding.rule, (rules.get(finding.rule) ?? 0) + 1);
          return [...rules].map(([rule, count]) => [
            line(findingSeverityText(severity)),
            line(ruleTitle(rule)),
            line(numberText(count)),
            line(ruleAdvice(rule)),
          ]);
        }),
      };
    }
    if (unread.length > 0) {
      yield {
        heading: t('first_day_open_next'),
        about: [t('sweep_how')],
        columns: [t('ui_column_workspace'), t('dashboard_column_key_page'), t('dashboard_column_member_list')],
        rows: unread.map((workspace) => {
          const { keys, members } = coverageOf(mapping, workspace.id);
          return [line(workspaceText(workspace.name)), line(readingText(keys, now)), line(readingText(members, now))];
        }),
      };
    }
    const unnamed = living.filter(({ owner }) => owner === null);
    if (unnamed.length > 0) {
      yield {
        heading: t('first_day_ask'),
        about: [t('first_day_ask_why')],
        columns: [t('ui_column_workspace'), t('ui_column_key'), t('report_age'), t('report_used_by')],
        rows: unnamed.map(({ key, workspace }) => [
          line(workspaceText(workspace.name)),
          line(keyName(key)),
          line(keyAge(key, now)),
          line(key.usedBy.length === 0 ? t('report_nothing_noted') : listText(key.usedBy)),
        ]),
      };
    }
  }

  return {
    language: textLocale(),
    direction,
    title: coverageSentence(organization, rows, now),
    facts: [
      { name: t('first_day_made'), value: t('report_time_utc', timeText(now), now) },
      {
        name: t('report_holds'),
        value: listText([
          plural('ui_count_keys', rows.length),
          plural('dashboard_count_workspaces', mapping.workspaces.length),
          plural('dashboard_count_people', mapping.users.length),
        ]),
      },
    ],
    uncovered: {
      heading: t('report_not_covered'),
      lines: uncoveredLines(
        { takenAt: now, workspaces: [...mapping.workspaces], keys: rows.map(({ key }) => key) },
        ({ id }) => coverageOf(mapping, id),
        policy,
      ),
    },
    tables: tables(),
    footer: [t('first_day_footer')],
  };
}
