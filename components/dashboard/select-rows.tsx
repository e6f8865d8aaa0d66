/** Selecting rows of a table, and what can be done with all of them at once. */
import type { ComponentChildren } from 'preact';
import type { Column } from '../ui/data-table.tsx';
import { plural, t } from '../ui/text.ts';
import type { Selection } from './selection.ts';

/** The first column: a check box in each row, and one for all that are shown. */
export function selectColumn<R extends { id: string }>(
  selection: Selection,
  shown: readonly R[],
  nameOf: (row: R) => string,
  all: string,
): Column<R> {
  const selected = selection.ids.value;
  return {
    id: 'select',
    header: (
      <label class="select-box">
        <input
          type="checkbox"
          aria-label={all}
          checked={shown.length > 0 && shown.every(({ id }) => selected.has(id))}
          onChange={(event) =>
            selection.set(
              shown.map(({ id }) => id),
              event.currentTarget.checked,
            )
          }
        />
      </label>
    ),
    cell: (row) => (
      <label class="select-box">
        <input
          type="checkbox"
          aria-label={t('dashboard_select', nameOf(row))}
          checked={selected.has(row.id)}
          onChange={(event) => selection.set([row.id], event.currentTarget.checked)}
        />
      </label>
    ),
  };
}

interface Props {
  selection: Selection;
  shown: readonly { id: string }[];
  children: ComponentChildren;
}

/** The bar above the table, as long as something is selected. */
export function BulkBar({ selection, shown, children }: Props) {
  const selected = selection.ids.value;
  if (selected.size === 0) return null;
  const hidden = selected.size - shown.filter(({ id }) => selected.has(id)).length;
  return (
    <div class="bulk" role="group" aria-label={t('dashboard_bulk')}>
      <strong>{plural('dashboard_selected', selected.size)}</strong>
      {hidden > 0 && <span class="soft">{plural('dashboard_selected_hidden', hidden)}</span>}
      {children}
      <button type="button" class="quiet small" onClick={() => selection.clear()}>
        {t('dashboard_bulk_none')}
      </button>
    </div>
  );
}

/** The rows that are selected, in their order. */
export function shownIn<R extends { id: string }>(rows: readonly R[], selected: ReadonlySet<string>): R[] {
  return selected.size === 0 ? [] : rows.filter(({ id }) => selected.has(id));
}
