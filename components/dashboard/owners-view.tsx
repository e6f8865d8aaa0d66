/** People: who owns how many keys, what they are, and tagging many at once. */
import { ownerTypes, type OwnerType } from '../../lib/domain/owner-type.ts';
import type { SuggestionCode } from '../../lib/domain/suggestion-codes.ts';
import { rateGroupOf } from '../../lib/domain/rate-budget.ts';
import { Address } from '../ui/address.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { type PersonRow, shownName } from '../ui/find-people.ts';
import { numberText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { ownerTypeText } from '../ui/impact-text.ts';
import { MenuButton } from '../ui/menu.tsx';
import { OwnerTypeButton } from '../ui/owner-type-button.tsx';
import { RateCell } from '../ui/rate-use.tsx';
import { codesOf, suggestedType, Suggestion, suggestionFor, tagUser } from '../ui/suggestion.tsx';
import { plural, t } from '../ui/text.ts';
import { BulkDelete } from './bulk-delete.tsx';
import type { DashboardModel, PersonColumn } from './dashboard-model.ts';
import { dependsOnUser } from './depends.ts';
import { MergeButton } from './merge-button.tsx';
import { BulkBar, selectColumn, shownIn } from './select-rows.tsx';
import { userStatusText } from './state-text.ts';
import { turn } from './table-state.ts';

function nameOf(row: PersonRow): string {
  return shownName(row.user) ?? t('ui_person_unnamed');
}

function columnsOf(model: DashboardModel): Column<PersonRow>[] {
  const { estate } = model;
  const shown = model.shownPeople.value;
  return [
    selectColumn(model.selectedPeople, shown, nameOf, t('dashboard_select_all')),
    {
      id: 'name',
      header: t('dashboard_column_person'),
      sortable: true,
      cell: (row) => (
        <>
          <span class="strong">{nameOf(row)}</span>
          {row.user.name !== null && row.user.email !== null && (
            <span class="soft">
              <Address>{row.user.email}</Address>
            </span>
          )}
          {row.user.status !== 'active' && (
            <span class={row.user.status === 'invited' ? 'soft' : 'caution'}>{userStatusText(row.user.status)}</span>
          )}
        </>
      ),
    },
    {
      id: 'type',
      header: t('ui_column_owner_type'),
      sortable: true,
      cell: (row) => (
        <>
          <OwnerTypeButton type={row.ownerType} onChoose={(ownerType) => void tagUser(estate, row.user, ownerType)} />
          {row.keys > 0 && (
            <Suggestion
              organization={row.organization}
              user={row.user}
              onTake={(ownerType, why) => void tagUser(estate, row.user, ownerType, why)}
            />
          )}
        </>
      ),
    },
    {
      id: 'keys',
      header: t('dashboard_column_keys'),
      sortable: true,
      cell: (row) =>
        row.keys > 0 ? (
          <span>{plural('ui_count_keys', row.keys)}</span>
        ) : (
          <span class="soft">{t('dashboard_no_keys')}</span>
        ),
    },
    {
      id: 'rate',
      header: t('dashboard_column_rate'),
      sortable: true,
      cell: (row) => <RateCell group={rateGroupOf(row.organization.index, row.id, row.organization.policy)} />,
    },
    {
      id: 'workspaces',
      header: t('dashboard_column_workspaces'),
      sortable: true,
      cell: (row) =>
        row.workspaces > 0 ? (
          <>
            <span class="wide-only">{t('dashboard_admin_of', numberText(row.admin), numberText(row.workspaces))}</span>
            <span class="card-only">
              {t('dashboard_admin_of', numberText(row.admin), plural('dashboard_count_workspaces', row.workspaces))}
            </span>
          </>
        ) : (
          <span class="soft">{t('ui_not_known')}</span>
        ),
    },
    {
      id: 'license',
      header: t('dashboard_column_license'),
      sortable: true,
      cell: (row) => row.user.license ?? <span class="none">{t('ui_not_known')}</span>,
    },
    {
      id: 'region',
      header: t('ui_column_region'),
      sortable: true,
      cell: (row) => <span class="region">{row.organization.region.toUpperCase()}</span>,
    },
    {
      id: 'edit',
      header: <span class="visually-hidden">{t('ui_column_edit')}</span>,
      cell: (row) => (
        <button
          type="button"
          class="quiet icon-only"
          aria-label={t('dashboard_edit_person', nameOf(row))}
          onClick={() => (model.panel.value = { kind: 'user', id: row.id })}
        >
          <Icon name="edit" />
        </button>
      ),
    },
  ];
}

function Bulk({
  model,
  people,
  shown,
}: {
  model: DashboardModel;
  people: readonly PersonRow[];
  shown: readonly PersonRow[];
}) {
  const selection = model.selectedPeople;
  const rows = shownIn(people, selection.ids.value);
  const ids = rows.map(({ id }) => id);
  const tag = async (ownerType: OwnerType, userIds: string[] = ids, why?: SuggestionCode[]): Promise<void> => {
    const done = plural('dashboard_bulk_tagged', userIds.length, ownerTypeText(ownerType));
    if (!(await model.estate.change('own/set-owner-type', { userIds, ownerType, ...(why && { why }) }, done))) return;
    // What was not tagged by it stays selected.
    selection.set(userIds, false);
  };
  const suggested = new Map<OwnerType, { userIds: string[]; why: Set<SuggestionCode> }>();
  for (const { organization, user, id } of rows) {
    const suggestion = suggestionFor(organization, user);
    if (!suggestion) continue;
    const type = suggestedType(suggestion, user);
    const same = suggested.get(type) ?? { userIds: [], why: new Set() };
    same.userIds.push(id);
    for (const code of codesOf(suggestion)) same.why.add(code);
    suggested.set(type, same);
  }
  return (
    <BulkBar selection={selection} shown={shown}>
      <MenuButton
        name={t('dashboard_bulk_tag')}
        class="primary small"
        items={ownerTypes.map((type) => ({ id: type, text: ownerTypeText(type) }))}
        onChoose={(type) => void tag(type as OwnerType)}
      >
        <span>{t('dashboard_bulk_tag')}</span>
      </MenuButton>
      {[...suggested].map(([type, { userIds, why }]) => (
        <button key={type} type="button" class="secondary small" onClick={() => void tag(type, userIds, [...why])}>
          {plural('suggestion_take_several', userIds.length, ownerTypeText(type))}
        </button>
      ))}
      <MergeButton
        estate={model.estate}
        store="users"
        rows={rows}
        organizationOf={({ organization }) => organization.id}
      />
      <BulkDelete
        estate={model.estate}
        store="users"
        ids={ids}
        consequence={t('dashboard_delete_several', plural('dashboard_count_people', ids.length))}
        depends={() => rows.flatMap(({ organization, id }) => dependsOnUser(organization, id))}
      />
    </BulkBar>
  );
}

/** The people, those who own keys first. */
export function OwnersView({ model }: { model: DashboardModel }) {
  const people = model.people.value;
  const shown = model.shownPeople.value;
  const query = model.peopleQuery.value;
  const owners = people.filter(({ keys }) => keys > 0);
  const untagged = owners.filter(({ user }) => user.kind === null);
  const suggested = untagged.filter(({ organization, user }) => suggestionFor(organization, user) !== null);
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_owners')}</h1>
          <p class="soft">
            {t(
              'dashboard_owner_counts',
              plural('dashboard_count_people', people.length),
              plural('dashboard_count_owners', owners.length),
              plural('dashboard_count_untagged', untagged.length),
            )}
          </p>
        </div>
        <div class="actions">
          {suggested.length > 0 && (
            <button
              type="button"
              class="secondary"
              onClick={() =>
                model.selectedPeople.set(
                  suggested.map(({ id }) => id),
                  true,
                )
              }
            >
              {plural('suggestion_select', suggested.length)}
            </button>
          )}
          <button type="button" class="primary" onClick={() => (model.panel.value = { kind: 'user', id: null })}>
            <Icon name="plus" />
            {t('dashboard_add_person')}
          </button>
        </div>
      </div>
      {people.length === 0 ? (
        <div class="teach">
          <h2>{t('dashboard_no_people')}</h2>
          <p>{t('dashboard_no_people_why')}</p>
        </div>
      ) : (
        <>
          <div class="search-row">
            <div class="search-field">
              <Icon name="search" />
              <input
                type="search"
                aria-label={t('dashboard_search_people')}
                placeholder={t('dashboard_search_people_example')}
                autocomplete="off"
                value={query.text}
                onInput={(event) => (model.peopleQuery.value = { ...query, text: event.currentTarget.value })}
              />
            </div>
            <label class="check">
              <input
                type="checkbox"
                checked={query.ownersOnly}
                onChange={(event) => (model.peopleQuery.value = { ...query, ownersOnly: event.currentTarget.checked })}
              />
              <span>{t('dashboard_owners_only')}</span>
            </label>
          </div>
          <Bulk model={model} people={people} shown={shown} />
          <DataTable
            label={t('dashboard_people_table')}
            class="people-table"
            columns={columnsOf(model)}
            rows={shown}
            idOf={(row) => row.id}
            estimate={60}
            {...(model.peopleOrder.value && { sort: model.peopleOrder.value })}
            onSort={(by) => turn(model.peopleOrder, by as PersonColumn)}
            rowClass={(row) => (model.selectedPeople.ids.value.has(row.id) ? 'selected' : '')}
          />
          {shown.length === 0 && <p class="empty">{t('popup_nobody_fits')}</p>}
        </>
      )}
    </>
  );
}
