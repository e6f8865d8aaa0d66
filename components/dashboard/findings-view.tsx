/** What the rules found: worst first, each with its sentence, why it matters, what to do; accepted ones apart. */
import { useState } from 'preact/hooks';
import { findingSeverities } from '../../lib/domain/findings.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { bySeverity, everyFinding, type FindingQuery, type FindingRow } from '../ui/finding-rows.ts';
import { SeverityMark } from '../ui/finding-list.tsx';
import {
  findingSentence,
  findingSeverityText,
  personText,
  ruleAdvice,
  ruleMeans,
  ruleTitle,
  subjectText,
} from '../ui/finding-text.ts';
import { dateText, listText, numberText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { workspaceText } from '../ui/impact-text.ts';
import { plural, t, textLocale } from '../ui/text.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import type { DashboardModel } from './dashboard-model.ts';

function Subject({ model, row }: { model: DashboardModel; row: FindingRow }) {
  const { finding, organization } = row;
  const text = subjectText(finding, organization.index);
  return (
    <button
      type="button"
      class="link"
      onClick={() => (model.panel.value = { kind: finding.subjectKind, id: finding.subjectId })}
    >
      {text}
    </button>
  );
}

function What({ row }: { row: FindingRow }) {
  const { finding, organization } = row;
  return (
    <>
      <span class="strong">{ruleTitle(finding.rule)}</span>
      <span>{findingSentence(finding, organization.index, organization.policy)}</span>
      <span class="soft">{ruleMeans(finding.rule)}</span>
      {finding.lapsed && <span class="caution">{t('finding_lapsed', dateText(finding.lapsed.until))}</span>}
    </>
  );
}

/** Findings that another owner of the key puts right. */
const handedOver = new Set([
  'personal-owner',
  'owner-gone',
  'owner-not-admin',
  'org-admin-not-isolated',
  'org-admin-everywhere',
  'concentration',
  'shared-rate-limit',
]);

/** Where the handover is planned that a finding asks for; `null` where another thing helps. */
function planHref({ finding, organization: { index } }: FindingRow): string | null {
  if (!handedOver.has(finding.rule)) return null;
  if (finding.subjectKind === 'user') return `#/handovers?user=${finding.subjectId}&from=finding`;
  return index.keys.get(finding.subjectId)?.ownerId == null
    ? null
    : `#/handovers?key=${finding.subjectId}&from=finding`;
}

function openColumns(model: DashboardModel, accept: (row: FindingRow) => void): Column<FindingRow>[] {
  return [
    {
      id: 'severity',
      header: t('finding_column_severity'),
      cell: (row) => <SeverityMark severity={row.finding.severity} />,
    },
    { id: 'what', header: t('finding_column_what'), cell: (row) => <What row={row} /> },
    { id: 'subject', header: t('finding_column_subject'), cell: (row) => <Subject model={model} row={row} /> },
    { id: 'do', header: t('finding_column_do'), cell: (row) => <span>{ruleAdvice(row.finding.rule)}</span> },
    {
      id: 'actions',
      header: <span class="visually-hidden">{t('finding_column_actions')}</span>,
      cell: (row) => (
        <span class="finding-acts">
          {planHref(row) && (
            <button
              type="button"
              class="secondary small"
              onClick={() => (location.hash = planHref(row)!)}
              aria-label={t(
                'finding_plan_this',
                ruleTitle(row.finding.rule),
                subjectText(row.finding, row.organization.index),
              )}
            >
              {t('handover_plan')}
            </button>
          )}
          <button
            type="button"
            class="secondary small"
            aria-label={t(
              'finding_accept_this',
              ruleTitle(row.finding.rule),
              subjectText(row.finding, row.organization.index),
            )}
            onClick={() => accept(row)}
          >
            {t('finding_accept')}
          </button>
        </span>
      ),
    },
  ];
}

function acceptedColumns(model: DashboardModel): Column<FindingRow>[] {
  return [
    {
      id: 'severity',
      header: t('finding_column_severity'),
      cell: (row) => <SeverityMark severity={row.finding.severity} />,
    },
    { id: 'what', header: t('finding_column_what'), cell: (row) => <What row={row} /> },
    { id: 'subject', header: t('finding_column_subject'), cell: (row) => <Subject model={model} row={row} /> },
    {
      id: 'do',
      header: t('finding_column_accepted'),
      cell: ({ finding: { accepted } }) =>
        accepted && <span>{t('finding_accepted_until', dateText(accepted.until), accepted.reason)}</span>,
    },
    {
      id: 'actions',
      header: <span class="visually-hidden">{t('finding_column_actions')}</span>,
      cell: (row) => (
        <button
          type="button"
          class="secondary small"
          aria-label={t(
            'finding_reopen_this',
            ruleTitle(row.finding.rule),
            subjectText(row.finding, row.organization.index),
          )}
          onClick={() => void model.estate.change('own/reopen-finding', { id: row.finding.id }, t('finding_reopened'))}
        >
          {t('finding_reopen')}
        </button>
      ),
    },
  ];
}

interface Choice {
  id: string;
  text: string;
}

function choices(
  rows: readonly FindingRow[],
  idOf: (row: FindingRow) => string | null,
  textOf: (row: FindingRow) => string,
) {
  const found = new Map<string, Choice>();
  for (const row of rows) {
    const id = idOf(row);
    if (id !== null && !found.has(id)) found.set(id, { id, text: textOf(row) });
  }
  const { compare } = new Intl.Collator(textLocale(), { numeric: true });
  return [...found.values()].sort((a, b) => compare(a.text, b.text));
}

function Filter({
  label,
  all,
  value,
  options,
  onChoose,
}: {
  label: string;
  all: string;
  value: string;
  options: readonly Choice[];
  onChoose: (id: string) => void;
}) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value="all">{all}</option>
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Filters({ model }: { model: DashboardModel }) {
  const { rows } = model.estate.findings.value;
  const query = model.findingQuery.value;
  const set = (change: Partial<FindingQuery>): void => {
    model.findingQuery.value = { ...query, ...change };
  };
  return (
    <div class="search-row" role="group" aria-label={t('finding_filters')}>
      <Filter
        label={t('finding_filter_severity')}
        all={t('finding_all_severities')}
        value={query.severity}
        options={findingSeverities.map((id) => ({ id, text: findingSeverityText(id) }))}
        onChoose={(id) => set({ severity: id as FindingQuery['severity'] })}
      />
      <Filter
        label={t('finding_filter_rule')}
        all={t('finding_all_rules')}
        value={query.rule}
        options={choices(
          rows,
          ({ finding }) => finding.rule,
          ({ finding }) => ruleTitle(finding.rule),
        )}
        onChoose={(rule) => set({ rule })}
      />
      <Filter
        label={t('finding_filter_workspace')}
        all={t('finding_all_workspaces')}
        value={query.workspaceId}
        options={choices(
          rows,
          ({ workspaceId }) => workspaceId,
          ({ workspaceId, organization }) =>
            workspaceText(organization.index.workspaces.get(workspaceId ?? '')?.name ?? null),
        )}
        onChoose={(workspaceId) => set({ workspaceId })}
      />
      <Filter
        label={t('finding_filter_owner')}
        all={t('finding_all_owners')}
        value={query.ownerId}
        options={choices(
          rows,
          ({ ownerId }) => ownerId,
          ({ ownerId, organization }) => personText(organization.index.users.get(ownerId ?? '')),
        )}
        onChoose={(ownerId) => set({ ownerId })}
      />
      {query !== everyFinding && (
        <button type="button" class="quiet small" onClick={() => (model.findingQuery.value = everyFinding)}>
          {t('finding_filter_none')}
        </button>
      )}
    </div>
  );
}

/** Said at the end: what could not be judged is not the same as fine. */
function NotJudged({ model }: { model: DashboardModel }) {
  const counts = new Map<string, number>();
  for (const { rule } of model.estate.findings.value.unclear) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  if (counts.size === 0) return null;
  const parts = [...counts].map(([rule, count]) => t('finding_unclear_rule', ruleTitle(rule), numberText(count)));
  return <p class="soft">{t('finding_unclear', listText(parts))}</p>;
}

/** All findings. */
export function FindingsView({ model }: { model: DashboardModel }) {
  const [accepting, setAccepting] = useState<FindingRow | null>(null);
  const { estate } = model;
  const all = estate.findings.value.rows;
  const shown = model.shownFindings.value;
  const open = shown.filter(({ finding }) => finding.accepted === null);
  const accepted = shown.filter(({ finding }) => finding.accepted !== null);
  const openCount = all.filter(({ finding }) => finding.accepted === null).length;
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_findings')}</h1>
          <p class="soft">
            {t(
              'finding_counts',
              plural('finding_count_open', openCount),
              plural('finding_count_accepted', all.length - openCount),
            )}
          </p>
        </div>
      </div>
      {all.length === 0 ? (
        <div class="teach">
          <h2>{estate.rows.value.length === 0 ? t('finding_nothing_yet') : t('finding_none')}</h2>
          <p>{estate.rows.value.length === 0 ? t('finding_nothing_yet_why') : t('finding_none_why')}</p>
        </div>
      ) : (
        <>
          <Filters model={model} />
          {bySeverity(open).map(({ severity, rows }) => (
            <section key={severity} class="finding-group">
              <h2>{t('finding_group', findingSeverityText(severity), numberText(rows.length))}</h2>
              <DataTable
                label={t('finding_table', findingSeverityText(severity))}
                class="findings-table"
                columns={openColumns(model, setAccepting)}
                rows={rows}
                idOf={(row) => row.id}
                estimate={96}
              />
            </section>
          ))}
          {open.length === 0 && <p class="empty">{t('finding_none_fit')}</p>}
          {accepted.length > 0 && (
            <section class="finding-group">
              <h2>{t('finding_group', t('finding_accepted'), numberText(accepted.length))}</h2>
              <DataTable
                label={t('finding_table_accepted')}
                class="findings-table"
                columns={acceptedColumns(model)}
                rows={accepted}
                idOf={(row) => row.id}
                estimate={96}
              />
            </section>
          )}
        </>
      )}
      <NotJudged model={model} />
      <p class="soft">
        <Icon name="settings" /> {t('finding_policy_hint')}
      </p>
      {accepting && <AcceptDialog estate={estate} rows={[accepting]} onClose={() => setAccepting(null)} />}
    </>
  );
}
