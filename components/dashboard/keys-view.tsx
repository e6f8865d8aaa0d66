/** All keys of both regions. */
import { useMemo, useState } from 'preact/hooks';
import type { KeyRow } from '../ui/estate.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { hasConflict } from '../ui/conflicts.ts';
import { keyTitle } from '../ui/impact-text.ts';
import { KeyFinder } from '../ui/key-finder.tsx';
import { countsText, KeySearch } from '../ui/key-search.tsx';
import { KeyTable } from '../ui/key-table.tsx';
import { Questions } from '../ui/questions.tsx';
import { plural, t } from '../ui/text.ts';
import { BulkDelete } from './bulk-delete.tsx';
import { BulkKeys } from './bulk-keys.tsx';
import type { DashboardModel } from './dashboard-model.ts';
import { dependsOnKeys } from './depends.ts';
import { InboxButton } from './inbox.tsx';
import { SameWorkspace } from './same-workspace.tsx';
import { BulkBar, selectColumn, shownIn } from './select-rows.tsx';

/** What can be done with the selected keys. */
function Bulk({ model, shown }: { model: DashboardModel; shown: readonly KeyRow[] }) {
  const { estate } = model;
  const [editing, setEditing] = useState(false);
  const selection = model.selectedKeys;
  const selected = shownIn(estate.rows.value, selection.ids.value);
  const keyIds = selected.map(({ id }) => id);
  return (
    <BulkBar selection={selection} shown={shown}>
      <button type="button" class="primary small" onClick={() => setEditing(true)}>
        {t('dashboard_bulk_edit')}
      </button>
      <BulkDelete
        estate={estate}
        store="keys"
        ids={keyIds}
        consequence={plural('dashboard_delete_keys', keyIds.length)}
        depends={() => dependsOnKeys(selected)}
      />
      {editing && <BulkKeys model={model} rows={selected} onClose={() => setEditing(false)} />}
    </BulkBar>
  );
}

/** Search, filters, the table, and what Keyholder asks. */
export function KeysView({ model }: { model: DashboardModel }) {
  const { estate } = model;
  const rows = model.rows.value;
  const all = estate.rows.value.length;
  const selection = model.selectedKeys;
  const records = useMemo(
    () => new Map(estate.records.value.keys.map((record) => [record.id, record])),
    [estate.records.value],
  );
  const add = (
    <button type="button" class="primary" onClick={() => (model.panel.value = { kind: 'key', id: null })}>
      <Icon name="plus" />
      {t('dashboard_add_key')}
    </button>
  );
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_keys')}</h1>
          <p class="soft">{countsText(estate.counts.value)}</p>
        </div>
        <div class="actions">
          <ExportButton estate={estate} />
          <InboxButton model={model} small={false} />
          {add}
        </div>
      </div>
      <Questions estate={estate} most={3} />
      <SameWorkspace estate={estate} most={1} />
      {all === 0 && (
        <div class="teach">
          <h2>{t('popup_first_heading')}</h2>
          <p>{t('popup_first_why')}</p>
          <ol>
            <li>{t('popup_first_open')}</li>
            <li>{t('popup_first_owner')}</li>
            <li>{t('popup_first_ask_popup')}</li>
          </ol>
          <p class="soft">{t('dashboard_teach_other_ways')}</p>
          <p>
            <a class="go" href="#/welcome">
              {t('help_first_steps')}
            </a>
          </p>
        </div>
      )}
      {estate.organizations.value.length > 0 && <KeyFinder estate={estate} />}
      <KeySearch query={model.query} estate={estate} />
      <p class={rows.length === all ? 'visually-hidden' : 'soft'} aria-live="polite">
        {rows.length === all ? '' : plural('ui_keys_found', rows.length)}
      </p>
      <Bulk model={model} shown={rows} />
      <KeyTable
        estate={estate}
        rows={rows}
        estimate={74}
        sort={model.sort.value}
        onSort={(by) => model.sortBy(by)}
        select={selectColumn(
          selection,
          rows,
          (row) => keyTitle(row.key, row.workspace.name),
          t('dashboard_select_all_keys'),
        )}
        isSelected={(row) => selection.ids.value.has(row.id)}
        onEdit={(row) => (model.panel.value = { kind: 'key', id: row.id })}
        contradicted={({ id }) => hasConflict(records.get(id))}
      />
      {rows.length === 0 && all > 0 && <p class="empty">{t('ui_no_key_fits')}</p>}
    </>
  );
}
