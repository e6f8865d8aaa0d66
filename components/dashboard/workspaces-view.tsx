/** Workspaces: what has been read of each, when, and whether to the end. */
import type { ReadingSummary } from '../../lib/domain/mapping.ts';
import { isFresh } from '../../lib/domain/coverage.ts';
import { defaultPolicy } from '../../lib/domain/policy.ts';
import type { WorkspaceKind, WorkspaceStatus } from '../../lib/domain/words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { agoText, numberText, timeText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { workspaceText } from '../ui/impact-text.ts';
import { type MessageKey, plural, t } from '../ui/text.ts';
import type { DashboardModel, WorkspaceRow } from './dashboard-model.ts';

const kinds = {
  standard: 'dashboard_kind_standard',
  service: 'dashboard_kind_service',
} as const satisfies Record<WorkspaceKind, MessageKey>;

/** The kind of a workspace in a word. */
export function kindText(kind: WorkspaceKind): string {
  return t(kinds[kind]);
}

const statuses = {
  active: null,
  deactivated: 'dashboard_workspace_deactivated',
  'not-observed': 'dashboard_workspace_not_observed',
} as const satisfies Record<WorkspaceStatus, MessageKey | null>;

function Reading({ reading, now }: { reading: ReadingSummary | null; now: string }) {
  if (!reading) {
    return (
      <span class="caution coverage">
        <Icon name="warning" />
        {t('dashboard_never_read')}
      </span>
    );
  }
  const good = reading.complete && isFresh(reading, now, defaultPolicy);
  return (
    <span class={good ? 'coverage' : 'coverage caution'} title={timeText(reading.at)}>
      <Icon name={good ? 'check' : 'warning'} />
      {t(reading.complete ? 'dashboard_read_whole' : 'dashboard_read_part', agoText(reading.at, now))}
    </span>
  );
}

/** The workspaces of both regions. */
export function WorkspacesView({ model }: { model: DashboardModel }) {
  const all = model.workspaces.value;
  const shown = model.shownWorkspaces.value;
  const now = model.estate.now.value;
  const columns: Column<WorkspaceRow>[] = [
    {
      id: 'name',
      header: t('ui_column_workspace'),
      cell: ({ workspace }) => {
        const status = statuses[workspace.status];
        return (
          <>
            <span class="strong">{workspaceText(workspace.name)}</span>
            {status && <span class="caution">{t(status)}</span>}
          </>
        );
      },
    },
    { id: 'kind', header: t('dashboard_column_kind'), cell: ({ workspace }) => kindText(workspace.kind) },
    {
      id: 'keys',
      header: t('dashboard_column_keys'),
      cell: ({ keys }) => (
        <>
          <span class="wide-only">{numberText(keys)}</span>
          <span class="card-only">{plural('ui_count_keys', keys)}</span>
        </>
      ),
    },
    {
      id: 'members',
      header: t('dashboard_column_members'),
      cell: ({ members }) => (
        <>
          <span class="wide-only">{numberText(members)}</span>
          <span class="card-only">{plural('dashboard_count_people', members)}</span>
        </>
      ),
    },
    {
      id: 'keyPage',
      header: t('dashboard_column_key_page'),
      cell: ({ coverage }) => (
        <>
          <span class="card-only">{t('dashboard_column_key_page')}</span>
          <Reading reading={coverage.keys} now={now} />
        </>
      ),
    },
    {
      id: 'memberList',
      header: t('dashboard_column_member_list'),
      cell: ({ coverage }) => (
        <>
          <span class="card-only">{t('dashboard_column_member_list')}</span>
          <Reading reading={coverage.members} now={now} />
        </>
      ),
    },
    {
      id: 'region',
      header: t('ui_column_region'),
      cell: ({ organization }) => <span class="region">{organization.region.toUpperCase()}</span>,
    },
    {
      id: 'edit',
      header: <span class="visually-hidden">{t('ui_column_edit')}</span>,
      cell: (row) => (
        <button
          type="button"
          class="quiet icon-only"
          aria-label={t('dashboard_edit_workspace', workspaceText(row.workspace.name))}
          onClick={() => (model.panel.value = { kind: 'workspace', id: row.id })}
        >
          <Icon name="edit" />
        </button>
      ),
    },
  ];
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_workspaces')}</h1>
          <p class="soft">
            {t(
              'dashboard_workspace_counts',
              plural('dashboard_count_workspaces', all.length),
              numberText(model.estate.counts.value.workspacesUnread),
            )}
          </p>
        </div>
        <div class="actions">
          <button type="button" class="primary" onClick={() => (model.panel.value = { kind: 'workspace', id: null })}>
            <Icon name="plus" />
            {t('dashboard_add_workspace')}
          </button>
        </div>
      </div>
      {all.length === 0 ? (
        <div class="teach">
          <h2>{t('dashboard_no_workspaces')}</h2>
          <p>{t('dashboard_no_workspaces_why')}</p>
        </div>
      ) : (
        <>
          <div class="search-row">
            <div class="search-field">
              <Icon name="search" />
              <input
                type="search"
                aria-label={t('dashboard_search_workspaces')}
                placeholder={t('dashboard_search_workspaces')}
                autocomplete="off"
                value={model.workspaceQuery.value}
                onInput={(event) => (model.workspaceQuery.value = event.currentTarget.value)}
              />
            </div>
          </div>
          <DataTable
            label={t('dashboard_workspaces_table')}
            class="workspaces-table"
            columns={columns}
            rows={shown}
            idOf={(row) => row.id}
            estimate={48}
          />
          {shown.length === 0 && <p class="empty">{t('dashboard_no_workspace_fits')}</p>}
          <p class="soft foot-note">{t('dashboard_coverage_note')}</p>
        </>
      )}
    </>
  );
}
