/** Merging the two records that are selected; offered where they can be one. */
import { useState } from 'preact/hooks';
import type { MergeStore } from '../../lib/domain/merge-records.ts';
import type { Estate } from '../ui/estate.ts';
import { t } from '../ui/text.ts';
import { MergeDialog } from './merge-dialog.tsx';

interface Props<R> {
  estate: Estate;
  store: MergeStore;
  rows: readonly R[];
  organizationOf: (row: R) => string;
}

/** The button, where exactly two of one organization are selected, and its panel. */
export function MergeButton<R extends { id: string }>({ estate, store, rows, organizationOf }: Props<R>) {
  const [open, setOpen] = useState(false);
  const [a, b, more] = rows;
  if (!a || !b || more || organizationOf(a) !== organizationOf(b)) return null;
  return (
    <>
      <button type="button" class="secondary small" onClick={() => setOpen(true)}>
        {t('dashboard_bulk_merge')}
      </button>
      {open && <MergeDialog estate={estate} store={store} ids={[a.id, b.id]} onClose={() => setOpen(false)} />}
    </>
  );
}
