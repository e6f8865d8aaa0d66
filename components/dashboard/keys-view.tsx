/** All keys of both regions. */
import { ExportButton } from '../ui/export-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { countsText, KeySearch } from '../ui/key-search.tsx';
import { KeyTable } from '../ui/key-table.tsx';
import { Questions } from '../ui/questions.tsx';
import { plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';

/** Search, filters, the table, and what Keyholder asks. */
export function KeysView({ model }: { model: DashboardModel }) {
  const { estate } = model;
  const rows = model.rows.value;
  const all = estate.rows.value.length;
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
          {add}
        </div>
      </div>
      <Questions estate={estate} most={3} />
      {all === 0 ? (
        <div class="teach">
          <h2>{t('popup_first_heading')}</h2>
          <p>{t('popup_first_why')}</p>
          <ol>
            <li>{t('popup_first_open')}</li>
            <li>{t('popup_first_owner')}</li>
            <li>{t('popup_first_ask_popup')}</li>
          </ol>
          <p class="soft">{t('dashboard_teach_other_ways')}</p>
        </div>
      ) : (
        <>
          <KeySearch query={model.query} estate={estate} />
          <p class={rows.length === all ? 'visually-hidden' : 'soft'} aria-live="polite">
            {rows.length === all ? '' : plural('ui_keys_found', rows.length)}
          </p>
          <KeyTable
            estate={estate}
            rows={rows}
            estimate={74}
            sort={model.sort.value}
            onSort={(by) => model.sortBy(by)}
            onEdit={(row) => (model.panel.value = { kind: 'key', id: row.id })}
          />
          {rows.length === 0 && <p class="empty">{t('ui_no_key_fits')}</p>}
        </>
      )}
    </>
  );
}
