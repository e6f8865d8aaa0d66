/** Workspaces: what has been read of each, when, and whether to the end. */
import type { ReadingSummary } from '../../lib/domain/mapping.ts';
import { isFresh } from '../../lib/domain/coverage.ts';
import type { Policy } from '../../lib/domain/policy.ts';
import type { WorkspaceKind } from '../../lib/domain/words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { agoText, numberText, timeText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { workspaceText } from '../ui/impact-text.ts';
import { MenuButton } from '../ui/menu.tsx';
import { plural, t } from '../ui/text.ts';
import { BulkDelete } from './bulk-delete.tsx';
import type { DashboardModel, WorkspaceColumn } from './dashboard-model.ts';
import type { WorkspaceRow } from './workspace-row.ts';
import { dependsOnWorkspace } from './depends.ts';
import { FirstDayReport } from './first-day-report.tsx';
import { MergeButton } from './merge-button.tsx';
import { SameWorkspace } from './same-workspace.tsx';
import { BulkBar, selectColumn, shownIn } from './select-rows.tsx';
import { SweepCard } from './sweep-card.tsx';
import { kindText, workspaceKinds, workspaceStatusText } from './state-text.ts';
import { turn } from './table-state.ts';

function Reading({ reading, now, policy }: { reading: ReadingSummary | null; now: string; policy: Policy }) {
  if (!reading) {
    return (
      <span class="caution coverage">
        <Icon name="warning" />
        {t('dashboard_never_read')}
      </span>
    );
  }
  const good = reading.complete && isFresh(reading, now, policy);
  return (
    <span class={good ? 'coverage' : 'coverage caution'} title={timeText(reading.at)}>
      <Icon name={good ? 'check' : 'warning'} />
      {t(reading.complete ? 'dashboard_read_whole' : 'dashboard_read_part', agoText(reading.at, now))}
    </span>
  );
}

async function setKind(model: DashboardModel, rows: readonly WorkspaceRow[], kind: WorkspaceKind): Promise<void> {
  const workspaceIds = rows.map(({ id }) => id);
  const done = plural('dashboard_bulk_kinds', workspaceIds.length, kindText(kind));
  if (await model.estate.change('own/edit-workspaces', { workspaceIds, kind }, done)) model.selectedWorkspaces.clear();
}

/** The workspaces of both regions. */
export function WorkspacesView({ model }: { model: DashboardModel }) {
  const all = model.workspaces.value;
  const shown = model.shownWorkspaces.value;
  const now = model.estate.now.value;
  const selection = model.selectedWorkspaces;
  const selected = shownIn(all, selection.ids.value);
  const columns: Column<WorkspaceRow>[] = [
    selectColumn(
      selection,
      shown,
      ({ workspace }) => workspaceText(workspace.name),
      t('dashboard_select_all_workspaces'),
    ),
    {
      id: 'name',
      header: t('ui_column_workspace'),
      sortable: true,
      cell: ({ workspace }) => (
        <>
          <span class="strong">{workspaceText(workspace.name)}</span>
          {workspace.status !== 'active' && <span class="caution">{workspaceStatusText(workspace.status)}</span>}
        </>
      ),
    },
    {
      id: 'kind',
      header: t('dashboard_column_kind'),
      sortable: true,
      cell: ({ workspace }) => kindText(workspace.kind),
    },
    {
      id: 'keys',
      header: t('dashboard_column_keys'),
      sortable: true,
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
      sortable: true,
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
      sortable: true,
      cell: ({ coverage, organization }) => (
        <>
          <span class="card-only">{t('dashboard_column_key_page')}</span>
          <Reading reading={coverage.keys} now={now} policy={organization.policy} />
        </>
      ),
    },
    {
      id: 'memberList',
      header: t('dashboard_column_member_list'),
      sortable: true,
      cell: ({ coverage, organization }) => (
        <>
          <span class="card-only">{t('dashboard_column_member_list')}</span>
          <Reading reading={coverage.members} now={now} policy={organization.policy} />
        </>
      ),
    },
    {
      id: 'region',
      header: t('ui_column_region'),
      sortable: true,
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
          <FirstDayReport model={model} />
          <button type="button" class="primary" onClick={() => (model.panel.value = { kind: 'workspace', id: null })}>
            <Icon name="plus" />
            {t('dashboard_add_workspace')}
          </button>
        </div>
      </div>
      <SameWorkspace estate={model.estate} most={3} />
      {all.length > 0 && <SweepCard model={model} />}
      {all.length === 0 ? (
        <div class="teach">
          <h2>{t('dashboard_no_workspaces')}</h2>
          <p>{t('dashboard_no_workspaces_why')}</p>
          <p>
            <a class="go" href="#/welcome">
              {t('help_first_steps')}
            </a>
          </p>
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
          <BulkBar selection={selection} shown={shown}>
            <MenuButton
              name={t('dashboard_bulk_kind')}
              class="primary small"
              items={workspaceKinds.map((kind) => ({ id: kind, text: kindText(kind) }))}
              onChoose={(kind) => void setKind(model, selected, kind as WorkspaceKind)}
            >
              <span>{t('dashboard_bulk_kind')}</span>
            </MenuButton>
            <MergeButton
              estate={model.estate}
              store="workspaces"
              rows={selected}
              organizationOf={({ organization }) => organization.id}
            />
            <BulkDelete
              estate={model.estate}
              store="workspaces"
              ids={selected.map(({ id }) => id)}
              consequence={t('dashboard_delete_several', plural('dashboard_count_workspaces', selected.length))}
              depends={() => selected.flatMap(({ organization, id }) => dependsOnWorkspace(organization, id))}
            />
          </BulkBar>
          <DataTable
            label={t('dashboard_workspaces_table')}
            class="workspaces-table"
            columns={columns}
            rows={shown}
            idOf={(row) => row.id}
            estimate={48}
            {...(model.workspaceOrder.value && { sort: model.workspaceOrder.value })}
            onSort={(by) => turn(model.workspaceOrder, by as WorkspaceColumn)}
            rowClass={(row) => (selection.ids.value.has(row.id) ? 'selected' : '')}
          />
          {shown.length === 0 && <p class="empty">{t('dashboard_no_workspace_fits')}</p>}
          <p class="soft foot-note">{t('dashboard_coverage_note')}</p>
        </>
      )}
    </>
  );
}
